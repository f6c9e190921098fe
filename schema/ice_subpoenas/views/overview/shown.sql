-- What the sources of an act have to give, and how a source is called in a list.

--- relation page
-- One row is a source: the address under which a list names it, that of the original if a witness was read under another, what it
-- is, and what stands before that address: its publisher, and what it is if it is no witness.
CREATE OR REPLACE VIEW page AS
SELECT source_id, is_witness, CASE WHEN is_witness THEN coalesce(original_url, url) ELSE url END AS address,
    CASE WHEN is_witness THEN 'a witness' WHEN o.called LIKE 'pages%' THEN 'of unknown standing' WHEN standing IN ('reprint', 'wire_copy') THEN 'copy' ELSE 'retelling' END AS stands_as,
    CASE WHEN is_witness THEN coalesce(publisher || ': ', '') ELSE stands_as || coalesce(', ' || publisher, '') || ': ' END AS called
FROM sources s LEFT JOIN secondhand o USING (source_id);

--- relation shown
-- One row is a row whose values an act's row of the overview shows; the same may stand here twice.
CREATE OR REPLACE VIEW shown AS
SELECT act_id, 'acts' AS table_name, act_id AS row_id FROM acts
UNION ALL SELECT act_id, 'events', unnest([response_event_id, enforcement_event_id, outcome_event_id]) FROM acts
UNION ALL -- answers from which no status follows, of acts without one
SELECT ea.act_id, 'events', v.event_id
FROM event_acts ea JOIN events v ON ea.event_id = v.event_id JOIN acts a ON ea.act_id = a.act_id
WHERE a.response_status IS NULL AND v.kind IN ('response', 'production') AND v.part_of IS NULL;
