-- What the sources of an act have to give.

--- relation shown
-- One row is a row whose values an act's row of the overview shows; the same may stand here twice.
CREATE OR REPLACE VIEW shown AS
SELECT act_id, 'acts' AS table_name, act_id AS row_id FROM acts
UNION ALL SELECT act_id, 'events', unnest([response_event_id, enforcement_event_id, outcome_event_id]) FROM acts
UNION ALL -- answers from which no status follows, of acts without one
SELECT ea.act_id, 'events', v.event_id
FROM event_acts ea JOIN events v ON ea.event_id = v.event_id JOIN acts a ON ea.act_id = a.act_id
WHERE a.response_status IS NULL AND v.kind IN ('response', 'production') AND v.part_of IS NULL;
