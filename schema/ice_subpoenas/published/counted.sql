--- parts
-- The acts in scope and the groups that sources count, each with the sources of its numbers.
WITH told AS (
    SELECT e.table_name, e.row_id, e.column_name, s.source_id, s.url, w.is_witness,
        coalesce(w.publisher, w.title, w.source_id) AS publisher
    FROM evidence e
    JOIN sources s ON e.source_id = s.source_id
    JOIN sources w ON e.witness_source_id = w.source_id
    WHERE e.column_name IN ('n_subpoenas', 'n_persons') AND e.stance IN ('supports', 'broader')
    GROUP BY ALL
), part AS (
    SELECT 'act_groups' AS table_name, act_group_id AS row_id, n_subpoenas, n_persons,
        kind::VARCHAR AS kind, remark FROM act_groups
    UNION ALL BY NAME
    SELECT 'acts' AS table_name, act_id AS row_id, n_subpoenas, n_persons, jurisdictions.state, jurisdiction_id,
        act_group_id AS part_of, coalesce(served_edtf, issued_edtf) AS day,
        year(first_day) AS first_year, year(last_day) AS last_year, year
    FROM acts JOIN jurisdictions USING (jurisdiction_id) JOIN sending USING (act_id)
    WHERE in_scope
)
SELECT p.*, coalesce(list({
        'column': t.column_name, 'source_id': t.source_id, 'publisher': t.publisher,
        'url': t.url, 'is_witness': t.is_witness
    } ORDER BY t.column_name DESC, NOT t.is_witness, t.source_id)
    FILTER (t.source_id IS NOT NULL), []) AS sources
FROM part p LEFT JOIN told t ON p.table_name = t.table_name AND p.row_id = t.row_id
GROUP BY ALL ORDER BY p.table_name, p.row_id;

--- pairs
-- People of two acts in scope who may be one.
SELECT i.act_id, j.act_id AS other_act_id, m.row_id, m.other_row_id, m.reason,
    coalesce(least(i.n_persons, j.n_persons), 1)::INTEGER AS n
FROM may_be_same m
JOIN individuals_referenced i ON m.row_id = i.individual_id
JOIN individuals_referenced j ON m.other_row_id = j.individual_id
JOIN acts a ON i.act_id = a.act_id AND a.in_scope
JOIN acts b ON j.act_id = b.act_id AND b.in_scope
WHERE m.table_name = 'individuals_referenced' AND i.act_id <> j.act_id
ORDER BY m.row_id, m.other_row_id;
