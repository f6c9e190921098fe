--- parts
-- The acts in scope and the groups that sources count, each with the sources of its numbers. `least_…` is the number or, where
-- sources disagree and nothing settles it, the least that one of them gives.
WITH told AS (
    SELECT e.table_name, e.row_id, e.column_name, s.source_id, s.url, w.is_witness,
        coalesce(w.publisher, w.title, w.source_id) AS publisher
    FROM evidence e
    JOIN sources s ON e.source_id = s.source_id
    JOIN sources w ON e.witness_source_id = w.source_id
    WHERE e.column_name IN ('n_subpoenas', 'n_persons') AND e.stance <> 'bears_on' AND (e.stance IN ('supports', 'broader') OR (e.table_name, e.row_id, e.column_name) IN (SELECT (table_name, row_id, column_name) FROM least_of_sides))
    GROUP BY ALL
), part AS (
    SELECT 'act_groups' AS table_name, act_group_id AS row_id, n_subpoenas, n_persons,
        n_subpoenas AS least_subpoenas, n_persons AS least_persons, kind::VARCHAR AS kind, remark FROM act_groups
    UNION ALL BY NAME
    SELECT 'acts' AS table_name, act_id AS row_id, n_subpoenas, n_persons,
        coalesce(n_subpoenas, s.n) AS least_subpoenas, coalesce(n_persons, p.n) AS least_persons, jurisdictions.state, jurisdiction_id,
        act_group_id AS part_of, coalesce(served_edtf, issued_edtf) AS day,
        year(first_day) AS first_year, year(last_day) AS last_year, year
    FROM acts JOIN jurisdictions USING (jurisdiction_id) JOIN sending USING (act_id)
    LEFT JOIN least_of_sides s ON s.table_name = 'acts' AND s.row_id = act_id AND s.column_name = 'n_subpoenas'
    LEFT JOIN least_of_sides p ON p.table_name = 'acts' AND p.row_id = act_id AND p.column_name = 'n_persons'
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
