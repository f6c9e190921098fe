--- view seed_account
-- row: A claim as the five articles alone give it: the value of their words, whether or not it is published.
-- - table_name VARCHAR: The table.
-- - row_id VARCHAR: Key of the row.
-- - column_name VARCHAR: The column or stem.
-- - values_given VARCHAR: The values that words of the five articles give.
-- - sources VARCHAR: Which of the five.
-- - is_published BOOLEAN: Whether one of them is the published value.
SELECT e.table_name, e.row_id, e.column_name,
    string_agg(DISTINCT e.value, '; ' ORDER BY e.value) AS values_given,
    string_agg(DISTINCT e.source_id, ' ' ORDER BY e.source_id) AS sources,
    bool_or(e.stance IN ('supports', 'broader')) AS is_published
FROM evidence e JOIN sources s ON e.source_id = s.source_id
WHERE s.text_held AND s.kind = 'news_article' AND e.derivation <> 'copied' AND e.value IS NOT NULL
GROUP BY e.table_name, e.row_id, e.column_name
ORDER BY e.table_name, e.row_id, e.column_name;
