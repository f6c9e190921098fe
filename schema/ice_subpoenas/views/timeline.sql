--- view timeline
-- row: An event with the acts that it concerns, once, in the order of days.
-- warning: Only reported events. If a day is known only within bounds, the first possible day decides the order. On one day, papers are sent before anything else happens.
-- key: event_id
-- - event_id VARCHAR: The event.
-- - kind event_kind: What happened.
-- - occurred_edtf VARCHAR: The day, as an EDTF string.
-- - earliest DATE: Earliest day on which it may have happened.
-- - latest DATE: Latest day.
-- - acts VARCHAR: The acts that it concerns, separated by commas.
-- - in_scope BOOLEAN: Whether one of these is in scope.
-- - actor VARCHAR: Who acted or spoke.
-- - decides decides: Of a ruling: what it decides.
-- - result result: What came of it.
-- - summary VARCHAR: What happened, in our words.
SELECT v.event_id, v.kind, v.occurred_edtf, v.occurred_earliest AS earliest, coalesce(v.occurred_latest, v.known_by) AS latest,
    string_agg(DISTINCT ea.act_id, ', ' ORDER BY ea.act_id) AS acts, coalesce(bool_or(a.in_scope), false) AS in_scope,
    coalesce(any_value(i.name), any_value(i.described_as), any_value(g.name)) AS actor, v.decides, v.result, v.summary
FROM events v
LEFT JOIN event_acts ea ON v.event_id = ea.event_id
LEFT JOIN acts a ON ea.act_id = a.act_id
LEFT JOIN individuals_referenced i ON v.actor_individual_id = i.individual_id
LEFT JOIN agencies g ON v.actor_agency_id = g.agency_id
WHERE v.part_of IS NULL
GROUP BY v.event_id, v.kind, v.occurred_edtf, v.occurred_earliest, v.occurred_latest, v.known_by, v.decides, v.result, v.summary
ORDER BY coalesce(v.occurred_earliest, v.occurred_latest, v.known_by), v.kind NOT IN ('issued', 'served'), v.event_id;
