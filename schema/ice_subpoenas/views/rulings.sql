--- view rulings
-- row: A ruling on acts in scope, once. Other papers of the same ruling, such as the written order after
--   a ruling from the bench, are events that are `part_of` it and are left out.
-- warning: Only reported rulings. If `decides` is `other`, `summary` says what was decided.
-- key: event_id
-- - event_id VARCHAR: The ruling, an event.
-- - day VARCHAR: The day, as an EDTF string; null where nothing dates it.
-- - court VARCHAR: The court.
-- - judge VARCHAR: The judge, if a source names one.
-- - docket VARCHAR: The docket number.
-- - citation VARCHAR: Where it is reported.
-- - decides decides: What it decides.
-- - result result: What was ruled.
-- - acts VARCHAR: The acts that it is on.
-- - is_witnessed BOOLEAN: Whether a witness tells of it; if not, only copies or retellings do.
-- - summary VARCHAR: What happened, in our words.
SELECT v.event_id, v.occurred_edtf AS day, p.court_name AS court, i.name AS judge, p.docket, p.citation, v.decides, v.result,
    string_agg(ea.act_id, ', ' ORDER BY ea.act_id) AS acts, v.is_witnessed, v.summary
FROM events v
JOIN event_acts ea ON v.event_id = ea.event_id
JOIN acts a ON ea.act_id = a.act_id AND a.in_scope
LEFT JOIN proceedings p ON v.proceeding_id = p.proceeding_id
LEFT JOIN individuals_referenced i ON v.actor_individual_id = i.individual_id AND i.naming_decision = 'public_role'
WHERE v.kind = 'order' AND v.part_of IS NULL
GROUP BY v.event_id, v.occurred_edtf, v.occurred_earliest, v.known_by, p.court_name, i.name, p.docket, p.citation, v.decides, v.result, v.is_witnessed, v.summary
ORDER BY coalesce(v.occurred_earliest, v.known_by), v.event_id;
