-- What is to be said of a ruling: on how many acts and people it is, whom it binds, and of how many subpoenas an event tells.

--- relation ruling
-- One row is a ruling: on how many acts and for how many people it is, and whether what it says was not read on a court's own paper.
CREATE OR REPLACE VIEW ruling AS
WITH reached AS ( -- the acts that a ruling is on, and how many people they ask about together
    SELECT e.event_id, v.n_persons, count(*) AS n_acts, max(g.n_persons) AS n_asked
    FROM event e JOIN events v ON e.event_id = v.event_id JOIN act a ON e.act_id = a.act_id
    LEFT JOIN act_groups g ON a.act_group_id = g.act_group_id AND g.kind = 'together'
    WHERE e.kind = 'order' GROUP BY e.event_id, v.n_persons
)
SELECT r.event_id, coalesce(r.n_persons < r.n_asked, false) AS is_numbered, nullif(concat_ws('; ',
    CASE WHEN r.n_acts > 1 THEN 'one ruling on ' || coalesce(numbers[r.n_acts], r.n_acts::VARCHAR) || ' acts' END,
    CASE WHEN r.n_persons < r.n_asked THEN 'for ' || coalesce(numbers[r.n_persons], r.n_persons::VARCHAR) || ' of the ' || r.n_asked || ' people'
        || CASE WHEN r.n_acts > 1 THEN ' of these acts together' ELSE '' END END,
    u.words), '') AS words
FROM reached r CROSS JOIN spelled LEFT JOIN unread u ON r.event_id = u.event_id;

--- relation covered
-- One row is an event on an act: of how many of its subpoenas it tells, where it does not tell of all, or that no source says
-- on how many.
CREATE OR REPLACE VIEW covered AS
WITH asked_of_court AS ( -- what had been asked of a court that rules
    SELECT o.event_id, p.act_id, p.n_subpoenas, min(p.event_act_id) AS event_act_id
    FROM events o JOIN events v ON v.proceeding_id = o.proceeding_id AND v.kind = 'petition' JOIN event_acts p ON p.event_id = v.event_id
    WHERE o.kind = 'order' GROUP BY ALL
)
SELECT e.act_id, e.event_id,
    CASE WHEN e.n_subpoenas < a.n_subpoenas THEN CASE WHEN b.event_id IS NULL THEN 'on ' ELSE 'it was asked about ' END
        || coalesce(numbers[e.n_subpoenas], e.n_subpoenas::VARCHAR) || ' of the ' || coalesce(numbers[a.n_subpoenas], a.n_subpoenas::VARCHAR) || ' subpoenas'
        || coalesce('; sources disagree on ' || d.what, '') END AS part_of_all, e.n_subpoenas < a.n_subpoenas AND i.row_id IS NOT NULL AS is_number_inferred,
    CASE WHEN n.row_id IS NOT NULL AND NOT coalesce(r.is_numbered, false) THEN coalesce('sources disagree on ' || d.what, 'on how many of the subpoenas is not stated') END AS not_stated
FROM event e
JOIN act a ON e.act_id = a.act_id
CROSS JOIN spelled
LEFT JOIN asked_of_court b ON b.event_id = e.event_id AND b.act_id = e.act_id AND b.n_subpoenas = e.n_subpoenas
LEFT JOIN reasoned i ON i.table_name = 'event_acts' AND i.row_id = coalesce(b.event_act_id, e.event_act_id) AND i.column_name = 'n_subpoenas'
LEFT JOIN dispute d ON d.event_id = e.event_id AND d.column_name = 'n_subpoenas'
LEFT JOIN absences n ON n.table_name = 'event_acts' AND n.row_id = e.event_act_id AND n.column_name = 'n_subpoenas'
LEFT JOIN ruling r ON e.event_id = r.event_id;

--- relation well_told
-- One row is a ruling of which more than one family of witnesses tells, be it of a reason that it gives or of a part of it.
CREATE OR REPLACE VIEW well_told AS
SELECT r.event_id
FROM (
    SELECT coalesce(part_of, event_id) AS event_id, 'events' AS table_name, event_id AS row_id FROM events WHERE kind = 'order'
    UNION ALL SELECT event_id, 'grounds', ground_id FROM grounds WHERE side = 'court' AND event_id IS NOT NULL
) r
JOIN evidence e ON e.table_name = r.table_name AND e.row_id = r.row_id AND e.stance IN ('supports', 'broader')
JOIN sources s ON e.witness_source_id = s.source_id AND s.is_witness
GROUP BY r.event_id HAVING min(s.family_id) < max(s.family_id);
