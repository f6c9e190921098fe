-- What a figure of the view `counts` is made of, by the relations that the view adds up.

--- parts
-- One row is a total of a source that a figure includes, or an act that it counts, with the sources of its numbers. `least_…` is the
-- number of an act or, where sources disagree and nothing settles it, the least that one of them gives; `adds_…` is what the part
-- adds to a number of the figure: an act adds nothing where a total stands for it.
-- with: counts
WITH source AS (
    SELECT e.table_name, e.row_id, e.column_name, s.source_id, s.url, w.is_witness,
        coalesce(w.publisher, w.title, w.source_id) AS publisher
    FROM evidence e
    JOIN sources s ON e.source_id = s.source_id
    JOIN sources w ON e.witness_source_id = w.source_id
    WHERE e.column_name IN ('n_subpoenas', 'n_persons') AND e.stance <> 'bears_on' AND (e.stance IN ('supports', 'broader')
        OR (e.table_name, e.row_id, e.column_name) IN (SELECT (table_name, row_id, column_name) FROM least_of_sides))
    GROUP BY ALL
), part AS (
    SELECT c.nth, c.what, c.year, c.state, c.jurisdiction_id, 'act_groups' AS table_name, c.item AS row_id, g.kind::VARCHAR AS kind,
        g.n_subpoenas, g.n_persons, g.remark, c.n_least::INTEGER AS n_rows, if(c.is_together, c.total, NULL) AS adds_subpoenas,
        if(c.total > c.n_least, c.total, NULL) AS adds_at_least, if(c.has_persons, c.persons, NULL) AS adds_persons
    FROM counted c JOIN act_groups g ON c.item = g.act_group_id AND (c.is_together OR c.total > c.n_least)
    UNION ALL BY NAME
    SELECT p.nth, p.what, p.year, p.state, p.jurisdiction_id, 'acts' AS table_name, p.act_id AS row_id, a.n_subpoenas, a.n_persons,
        p.n_given AS least_subpoenas, p.n_persons AS least_persons, p.act_group_id AS part_of, coalesce(a.served_edtf, a.issued_edtf) AS day,
        s.year AS act_year, year(s.first_day) AS first_year, year(s.last_day) AS last_year, if(c.is_together, NULL, p.n_subpoenas) AS adds_subpoenas,
        if(c.total > c.n_least, NULL, p.n_least) AS adds_at_least, if(c.has_persons, NULL, p.n_persons) AS adds_persons
    FROM placed p JOIN acts a ON p.act_id = a.act_id JOIN sending s ON p.act_id = s.act_id
    LEFT JOIN together t ON p.nth = t.nth AND p.act_group_id = t.act_group_id
    LEFT JOIN counted c ON p.nth = c.nth AND t.act_group_id = c.item
)
SELECT p.*, coalesce(list({
        'column': s.column_name, 'source_id': s.source_id, 'publisher': s.publisher,
        'url': s.url, 'is_witness': s.is_witness
    } ORDER BY s.column_name DESC, NOT s.is_witness, s.source_id)
    FILTER (s.source_id IS NOT NULL), []) AS sources
FROM part p LEFT JOIN source s ON p.table_name = s.table_name AND p.row_id = s.row_id
GROUP BY ALL ORDER BY p.nth, p.table_name, p.row_id;

--- pairs
-- One row is two people of two acts of a figure who may be one, and count once.
-- with: counts
FROM pair ORDER BY row_id, other_row_id;
