--- view events_in_overview
-- row: An event of which a cell of the overview tells: the last answer, the last step in court, how
--   it ended; and the last contrary answer before, if there is one.
-- - act_id VARCHAR: The act.
-- - column_name VARCHAR: The column of the overview: `answer`, `court` or `outcome`.
-- - is_earlier BOOLEAN: Whether the event is the contrary answer that came before.
-- - event_id VARCHAR: The event.
WITH event AS (
    SELECT ea.act_id, v.*, coalesce(v.occurred_latest, v.known_by) AS last_day
    FROM event_acts ea JOIN events v ON ea.event_id = v.event_id WHERE v.part_of IS NULL
), standing AS ( -- the events from which the statuses follow
    SELECT act_id, 'answer' AS column_name, response_event_id AS event_id FROM acts WHERE in_scope AND response_status IS NOT NULL
    UNION ALL SELECT act_id, 'court', enforcement_event_id FROM acts WHERE in_scope AND enforcement_status IS NOT NULL
    UNION ALL SELECT act_id, 'outcome', outcome_event_id FROM acts WHERE in_scope AND outcome IS NOT NULL
), turned AS ( -- the last contrary answer that surely came before the present one; one that a witness reports, if there is one
    SELECT a.act_id, e.event_id
    FROM acts a
    JOIN event l ON l.act_id = a.act_id AND l.event_id = a.response_event_id
    JOIN event e ON e.act_id = a.act_id AND e.kind = 'response' AND (e.last_day < l.occurred_earliest OR e.event_id = l.after_event_id)
        AND CASE
            WHEN a.response_status IN ('refused', 'unable') THEN e.result IN ('agreed', 'agreed_in_part')
            WHEN a.response_status = 'partial' THEN e.result IN ('declined', 'agreed')
            ELSE e.result = 'declined'
        END
    WHERE a.in_scope
    QUALIFY row_number() OVER (PARTITION BY a.act_id ORDER BY NOT e.is_witnessed, e.occurred_earliest DESC NULLS LAST, e.event_id) = 1
), other AS ( -- what is on record where there is no status: an answer of an unknown kind or extent, another court matter
    SELECT act_id, column_name, event_id FROM (
        SELECT a.act_id, 'answer' AS column_name, e.kind = 'response' AS is_second, e.last_day, e.event_id
        FROM acts a JOIN event e ON a.act_id = e.act_id WHERE a.in_scope AND a.response_status IS NULL AND e.kind IN ('response', 'production')
        UNION ALL
        SELECT a.act_id, 'court', e.kind <> 'suit', e.last_day, e.event_id
        FROM acts a JOIN event e ON a.act_id = e.act_id
        WHERE a.in_scope AND a.enforcement_status IS NULL AND e.kind IN ('suit', 'motion', 'hearing', 'order', 'opposition', 'stipulation', 'settlement')
    ) QUALIFY row_number() OVER (PARTITION BY act_id, column_name ORDER BY is_second, last_day, event_id) = 1
)
SELECT act_id, column_name, false AS is_earlier, event_id FROM standing WHERE event_id IS NOT NULL
UNION ALL SELECT act_id, column_name, false, event_id FROM other
UNION ALL SELECT act_id, 'answer', true, event_id FROM turned
ORDER BY act_id, column_name, is_earlier;
