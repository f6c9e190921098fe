--- view events_in_overview
-- row: An event that a cell of the overview reports: the last answer, the last step in court, how
--   it ended; and of each kind of contrary answer before, or of a promise that was wider, the last.
-- - act_id VARCHAR: The act.
-- - column_name VARCHAR: The column of the overview: `answer`, `court` or `outcome`.
-- - is_earlier BOOLEAN: Whether the event is a contrary answer that came before.
-- - nth_earlier INTEGER: Of these, 1 for the one that is nearest to the last answer; null for other events.
-- - event_id VARCHAR: The event.
WITH event AS (
    SELECT ea.act_id, ea.n_subpoenas, v.*, coalesce(v.occurred_latest, v.known_by) AS last_day
    FROM event_acts ea JOIN events v ON ea.event_id = v.event_id WHERE v.part_of IS NULL
), standing AS ( -- the events from which the statuses follow
    SELECT act_id, unnest([
        {'column_name': 'answer', 'event_id': CASE WHEN response_status IS NOT NULL THEN response_event_id END},
        {'column_name': 'court', 'event_id': CASE WHEN enforcement_status IS NOT NULL THEN enforcement_event_id END},
        {'column_name': 'outcome', 'event_id': CASE WHEN outcome IS NOT NULL THEN outcome_event_id END}
    ], recursive := true)
    FROM acts WHERE in_scope
), turned AS ( -- of each kind the last contrary answer that surely came before the present one; one that a witness reports, if there is one
    SELECT a.act_id, e.event_id, coalesce(e.last_day, e.occurred_earliest) AS day
    FROM acts a
    JOIN event l ON l.act_id = a.act_id AND l.event_id = a.response_event_id
    LEFT JOIN event b ON b.act_id = a.act_id AND b.event_id = l.after_event_id
    JOIN event e ON e.act_id = a.act_id AND e.kind = 'response'
        AND (e.event_id = l.after_event_id OR e.last_day < coalesce(l.occurred_earliest, b.occurred_earliest))
        AND CASE
            WHEN a.response_status IN ('refused', 'unable') THEN e.result IN ('agreed', 'agreed_in_part')
            WHEN a.response_status = 'partial' OR l.n_subpoenas < a.n_subpoenas THEN e.result IN ('declined', 'agreed')
            ELSE e.result = 'declined'
        END
    WHERE a.in_scope
    QUALIFY row_number() OVER (PARTITION BY a.act_id, e.result ORDER BY NOT e.is_witnessed, e.occurred_earliest DESC NULLS LAST, e.event_id) = 1
), other AS ( -- what is on record where there is no status: an answer of an unknown kind or extent, another court matter
    SELECT a.act_id, CASE WHEN e.kind IN ('response', 'production') THEN 'answer' ELSE 'court' END AS column_name, e.event_id
    FROM acts a JOIN event e ON a.act_id = e.act_id
    WHERE a.in_scope AND (a.response_status IS NULL AND e.kind IN ('response', 'production')
        OR a.enforcement_status IS NULL AND e.kind IN ('suit', 'motion', 'hearing', 'order', 'opposition', 'stipulation', 'settlement'))
    QUALIFY row_number() OVER (PARTITION BY a.act_id, column_name ORDER BY e.kind NOT IN ('response', 'suit'), e.last_day, e.event_id) = 1
)
SELECT act_id, column_name, false AS is_earlier, NULL::INTEGER AS nth_earlier, event_id FROM standing WHERE event_id IS NOT NULL
UNION ALL SELECT act_id, column_name, false, NULL, event_id FROM other
UNION ALL SELECT act_id, 'answer', true, row_number() OVER (PARTITION BY act_id ORDER BY day DESC NULLS LAST, event_id)::INTEGER, event_id FROM turned
ORDER BY act_id, column_name, is_earlier, nth_earlier;
