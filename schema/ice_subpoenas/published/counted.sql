--- figures
-- Every figure of the view, and the total of each state, each marked as a total or a part.
SELECT CASE
        WHEN c.jurisdiction_id IS NOT NULL THEN 'part: a government in a year'
        WHEN c.state IS NOT NULL THEN 'part: a state in a year'
        WHEN c.year IS NOT NULL THEN 'total of a year' ELSE 'total of all' END AS what,
    c.*, j.name AS government
FROM counts c LEFT JOIN jurisdictions j ON c.jurisdiction_id = j.jurisdiction_id
UNION ALL BY NAME
SELECT 'total of a state' AS what, NULL::INTEGER AS year, state, sum(n_acts)::INTEGER AS n_acts,
    sum(n_subpoenas)::INTEGER AS n_subpoenas, sum(n_at_least)::INTEGER AS n_at_least,
    sum(n_persons)::INTEGER AS n_persons,
    sum(n_acts_without_number)::INTEGER AS n_acts_without_number,
    sum(n_acts_without_persons)::INTEGER AS n_acts_without_persons
FROM counts WHERE state IS NOT NULL AND jurisdiction_id IS NULL GROUP BY state
ORDER BY year NULLS FIRST, state NULLS FIRST, what DESC, government NULLS FIRST;

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
        kind::VARCHAR AS kind, remark, true AS is_witnessed FROM act_groups
    UNION ALL BY NAME
    SELECT 'acts' AS table_name, act_id AS row_id, n_subpoenas, n_persons, state, jurisdiction_id,
        act_group_id AS part_of, acts.is_witnessed,
        year(coalesce(served_earliest, issued_earliest, served_latest, issued_latest)) AS year,
        coalesce(served_edtf, issued_edtf) AS day,
        year(CASE WHEN served_edtf IS NULL THEN issued_latest ELSE served_latest END) AS last_year
    FROM acts JOIN jurisdictions USING (jurisdiction_id) WHERE in_scope
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
