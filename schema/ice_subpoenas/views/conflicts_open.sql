--- view conflicts_open
-- row: A conflict that is not settled: every side stays, and the cell is null. The `words` of an utterance are no cell: every printing stays.
-- key: conflict_id
-- - conflict_id VARCHAR: The conflict.
-- - table_name VARCHAR: Table of the cell.
-- - row_id VARCHAR: Key of its row.
-- - column_name VARCHAR: Column or stem.
-- - sides VARCHAR: The values that the evidence gives.
-- - reason VARCHAR: Why it is left open.
SELECT c.conflict_id, c.table_name, c.row_id, c.column_name,
    string_agg(DISTINCT e.value, '; ' ORDER BY e.value) AS sides, any_value(c.reason) AS reason
FROM conflicts c
LEFT JOIN evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND c.column_name = e.column_name
    AND e.stance = 'contests'
WHERE c.resolution = 'unresolved'
GROUP BY ALL
ORDER BY c.conflict_id;
