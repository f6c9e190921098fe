-- How well what a court did is known. Only views use these relations.

--- relation preliminary
-- One row is a ruling that a source calls preliminary.
CREATE OR REPLACE VIEW preliminary AS
SELECT DISTINCT v.event_id
FROM events v JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
WHERE v.kind = 'order' AND e.column_name IN ('kind', 'result') AND e.stance = 'supports'
    AND regexp_matches(concat_ws(' ', e.prefix, e.exact, e.suffix), '(?i)\b(preliminary|temporary|provisional)\b');

--- relation court
-- One row is an event: the name of its court, and how well it is known which court it was.
CREATE OR REPLACE VIEW court AS
SELECT v.event_id, 'the ' || p.court_name AS name, CASE
    WHEN p.court IS NULL THEN NULL
    WHEN EXISTS (FROM conflicts x WHERE x.table_name = 'proceedings' AND x.row_id = p.proceeding_id AND x.column_name = 'court') THEN 'sources disagree on which court'
    WHEN NOT EXISTS (
        FROM evidence e JOIN sources s ON e.witness_source_id = s.source_id
        WHERE e.table_name = 'proceedings' AND e.row_id = p.proceeding_id AND e.column_name = 'court' AND e.stance IN ('supports', 'broader') AND s.is_witness
    ) THEN 'only copies or retellings name it'
END AS remark
FROM events v LEFT JOIN proceedings p ON v.proceeding_id = p.proceeding_id;

--- relation unread
-- One row is a ruling of which a court's own paper was read, but not to its end and not its result.
CREATE OR REPLACE VIEW unread AS
SELECT v.event_id, 'the ruling itself was not read to its end' AS words
FROM events v
JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
JOIN sources s ON e.source_id = s.source_id AND s.standing = 'court_document'
WHERE v.kind = 'order' GROUP BY v.event_id
HAVING bool_or(s.read_part NOT LIKE '%whole%') AND NOT bool_or(e.column_name = 'result');

--- relation disputed
-- One row is an event on which sources disagree, and on what.
CREATE OR REPLACE VIEW disputed AS
SELECT row_id AS event_id, 'sources disagree on ' || string_agg(what, ' and ' ORDER BY what) AS words
FROM (
    SELECT DISTINCT row_id, CASE column_name WHEN 'occurred' THEN 'the day' ELSE 'what the court did' END AS what
    FROM conflicts WHERE table_name = 'events' AND column_name IN ('kind', 'result', 'occurred')
) GROUP BY row_id;
