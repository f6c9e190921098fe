-- The value of each cell: what its words give together, by one rule for days and one for all others.

--- relation day_cells
-- One row is a dated cell all of whose evidence has a value: the days of its pieces, and what bounds it.
CREATE OR REPLACE TEMP TABLE day_cells AS
SELECT v.table_name, v.row_id, v.column_name, list(n.value ORDER BY v.evidence_id) AS labels,
    list(v.evidence_id ORDER BY v.evidence_id) AS pieces, any_value(v.chosen) AS chosen,
    any_value(b.not_before) AS not_before, any_value(b.not_after) AS not_after
FROM voices v JOIN given n ON v.evidence_id = n.evidence_id
LEFT JOIN day_bounds b ON v.table_name = b.table_name AND v.row_id = b.row_id AND v.column_name = b.column_name
WHERE v.is_date AND v.derivation <> 'copied'
GROUP BY v.table_name, v.row_id, v.column_name HAVING count(*) = count(n.value);

--- python day_cases

--- relation weighed_days
-- One row is a dated cell with its value, and the stance of each of its pieces.
CREATE OR REPLACE TABLE weighed_days AS
SELECT d.table_name, d.row_id, d.column_name, d.pieces, w.value, w.stances
FROM day_cells d JOIN day_cases w ON d.labels IS NOT DISTINCT FROM w.labels AND d.chosen IS NOT DISTINCT FROM w.chosen
    AND d.not_before IS NOT DISTINCT FROM w.not_before AND d.not_after IS NOT DISTINCT FROM w.not_after;

--- relation day_stances
-- One row is a piece of evidence of a day, and how it stands to the value.
CREATE OR REPLACE TABLE day_stances AS
SELECT unnest(pieces) AS evidence_id, unnest(stances) AS stance FROM weighed_days;

--- relation day_basis
-- One row is a dated cell, and what its words count from.
CREATE OR REPLACE TABLE day_basis AS FROM basis_of_days;

--- relation settled_cells
-- One row is a cell all of whose evidence has a value, and the value: of others than days the one that was chosen, the only one, or the
-- narrowest, which all others include. A cell has none whose pieces disagree, or whose conflict is recorded as unresolved.
CREATE OR REPLACE VIEW settled_cells AS
WITH cell AS (
    SELECT v.table_name, v.row_id, v.column_name, any_value(v.includes_list) AS includes_list, list(DISTINCT n.value) AS given, any_value(v.chosen) AS chosen
    FROM voices v JOIN given n ON v.evidence_id = n.evidence_id
    WHERE v.role = 'claim' AND NOT v.is_date GROUP BY v.table_name, v.row_id, v.column_name
    HAVING count(*) = count(n.value) AND NOT bool_or(v.is_open)
), other AS (
    SELECT table_name, row_id, column_name, includes_list, given, unnest(given) AS value FROM cell WHERE chosen IS NULL AND len(given) > 1
), wider AS (
    SELECT o.table_name, o.row_id, o.column_name, o.value
    FROM (SELECT *, unnest(given) AS above FROM other) o JOIN includes i ON o.includes_list = i.list_name AND o.value = i.value AND o.above = i.above AND o.above <> o.value
    GROUP BY o.table_name, o.row_id, o.column_name, o.value HAVING count(*) = any_value(len(o.given)) - 1
    QUALIFY count(*) OVER (PARTITION BY o.table_name, o.row_id, o.column_name) = 1 -- in a circle, each includes the others
)
SELECT table_name, row_id, column_name, coalesce(chosen, given[1]) AS value FROM cell WHERE chosen IS NOT NULL OR len(given) = 1
UNION ALL FROM wider
UNION ALL SELECT table_name, row_id, column_name, value FROM weighed_days WHERE value IS NOT NULL;
