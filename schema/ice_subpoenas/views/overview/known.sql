-- How well each line, and what else the first sentence of an act tells, is known, by the sources that hold their cells.

--- relation cell
-- One row is a cell that the words of a line, or of what else the first sentence tells, rest on.
CREATE OR REPLACE VIEW cell AS
SELECT t.act_id, t.line, 'events' AS table_name, t.event_id AS row_id, unnest([CASE WHEN e.result IS NULL THEN 'kind' ELSE 'result' END, 'occurred']) AS column_name
FROM line t JOIN events e ON t.event_id = e.event_id
UNION ALL
SELECT act_id, unnest(['recipient', 'sender', 'paper', 'sent', 'subpoenas', 'persons']), 'acts', act_id,
    unnest(['recipient_agency_id', 'issuing_agency_id', 'instrument', sent_column, 'n_subpoenas', 'n_persons'])
FROM act;

--- relation held
-- One row is a line that sources hold: who says so, null where several families of witnesses do; whether it is one source; whether
-- a reader inferred it.
CREATE OR REPLACE VIEW held AS
SELECT c.act_id, c.line, min(e.source_id) = max(e.source_id) AS is_one_source, bool_or(i.row_id IS NOT NULL) AS is_reasoned,
    CASE
        WHEN NOT bool_or(s.is_witness) THEN 'only copies or retellings'
        WHEN bool_and(s.standing = 'reference') FILTER (s.is_witness) THEN 'only a tracker'
        WHEN min(s.family_id) FILTER (s.is_witness) = max(s.family_id) FILTER (s.is_witness) THEN 'one account'
    END AS who
FROM cell c
JOIN evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND c.column_name = e.column_name AND e.stance IN ('supports', 'broader')
JOIN sources s ON e.witness_source_id = s.source_id
LEFT JOIN inferred i ON c.table_name = i.table_name AND c.row_id = i.row_id AND c.column_name = i.column_name
WHERE c.column_name <> 'occurred'
GROUP BY c.act_id, c.line;

--- relation split
-- One row is a line on whose cells sources disagree, and on what.
CREATE OR REPLACE VIEW split AS
SELECT c.act_id, c.line, 'sources disagree on ' || string_agg(DISTINCT d.what, ' and ' ORDER BY d.what) AS words
FROM cell c
JOIN (
    SELECT 'events' AS table_name, event_id AS row_id, column_name, what FROM dispute
    UNION ALL
    SELECT table_name, row_id, column_name, CASE
        WHEN column_name IN ('issued', 'served') THEN 'the day' WHEN column_name = 'recipient_agency_id' THEN 'the recipient'
        WHEN column_name = 'issuing_agency_id' THEN 'who sent it' WHEN column_name = 'instrument' THEN 'the kind of subpoena' ELSE 'the number'
    END
    FROM conflicts WHERE table_name = 'acts'
) d ON c.table_name = d.table_name AND c.row_id = d.row_id AND c.column_name = d.column_name
GROUP BY c.act_id, c.line;

--- relation doubt
-- One row is a line, the recipient or a number: whether sources disagree and on what, whether a reader inferred it, and who says
-- so; null where several do, or nobody.
CREATE OR REPLACE VIEW doubt AS
SELECT coalesce(h.act_id, x.act_id) AS act_id, coalesce(h.line, x.line) AS line, x.line IS NOT NULL AS is_split, x.words AS split, h.is_one_source, h.is_reasoned, h.who
FROM held h FULL JOIN split x ON h.act_id = x.act_id AND h.line = x.line;
