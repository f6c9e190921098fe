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
SELECT v.event_id, 'the ruling itself was not read to its end' || coalesce(
    ': only its ' || max(regexp_extract(s.read_part, '^first [0-9,]+ characters', 0)) FILTER (s.read_part LIKE 'first % characters%') || ' were', '') AS words
FROM events v
JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
JOIN sources s ON e.source_id = s.source_id AND s.standing = 'court_document'
WHERE v.kind = 'order' GROUP BY v.event_id
HAVING bool_or(s.read_part NOT LIKE '%whole%') AND NOT bool_or(e.column_name = 'result');

--- relation dispute
-- One row is a column of an event, or of its acts, on which sources disagree, and what it says.
CREATE OR REPLACE VIEW dispute AS
SELECT DISTINCT v.event_id, x.column_name, CASE
    WHEN x.column_name = 'occurred' THEN 'the day'
    WHEN x.column_name = 'n_subpoenas' THEN 'how many subpoenas' WHEN x.column_name = 'n_persons' THEN 'how many people'
    WHEN x.column_name = 'actor_individual_id' THEN CASE v.kind WHEN 'order' THEN 'the judge' ELSE 'who acted' END
    WHEN v.kind = 'order' THEN 'what the court did' WHEN v.kind = 'petition' THEN 'what the court was asked'
    WHEN v.kind = 'response' THEN 'the answer' WHEN v.kind IN ('production', 'no_production') THEN 'what was produced'
    ELSE 'what happened'
END AS what
FROM conflicts x
LEFT JOIN event_acts a ON x.table_name = 'event_acts' AND x.row_id = a.event_act_id
JOIN events v ON v.event_id = CASE x.table_name WHEN 'events' THEN x.row_id ELSE a.event_id END
WHERE x.column_name IN ('kind', 'result', 'occurred', 'n_subpoenas', 'n_persons', 'actor_individual_id');

--- relation disputed
-- One row is an event on which sources disagree, and on what.
CREATE OR REPLACE VIEW disputed AS
SELECT event_id, 'sources disagree on ' || string_agg(what, ' and ' ORDER BY what) AS words
FROM dispute GROUP BY event_id;

--- relation conditions
-- One row is an answer with which a source says on what condition, or for what time, it is given.
CREATE OR REPLACE VIEW conditions AS
WITH told AS (
    SELECT v.event_id, concat_ws(' ', e.prefix, e.exact, e.suffix) AS words
    FROM events v JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
    WHERE v.kind = 'response' AND e.column_name IN ('kind', 'result') AND e.stance <> 'contests'
)
SELECT event_id, concat_ws('; ',
    CASE WHEN bool_or(regexp_matches(words, '(?i)\b(unless|absent|until)\b[^.;]{0,60}\b(court|judge)\b')) THEN 'unless a court decides otherwise' END,
    CASE WHEN bool_or(regexp_matches(words, '(?i)\bawait\w*\b[^.;]{0,60}\b(court|judge)\b')) THEN 'awaiting a court' END,
    CASE WHEN bool_or(regexp_matches(words, '(?i)\b(at (this|that) (point|time)|for now|for the time being)\b')) THEN 'for the time being' END) AS words
FROM told GROUP BY event_id;
