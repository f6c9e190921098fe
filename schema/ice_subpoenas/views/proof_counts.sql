--- view proof_counts
-- row: A table: how many of its claims have a value, and the best proof that they have.
-- warning: Inferences, and phrases that only one passage uses, are a reader's judgment: no program derives them.
-- key: table_name
-- with: doubts.inferred
-- - table_name VARCHAR: The table; `(all)` for all of them.
-- - n_values INTEGER: How many claims have a value.
-- - n_refound INTEGER: Proven by words that the check finds in a held text.
-- - n_quoted INTEGER: Proven only by words quoted from a page that is not held.
-- - n_inferred INTEGER: Proven by a reader's reasoning alone, as `is_inferred` of `claim_support` says.
-- - n_read_once INTEGER: Proven only by a phrase that only one passage uses.
WITH piece AS (
    SELECT e.table_name, e.row_id, e.column_name, e.is_refound, e.derivation,
        e.derivation = 'vocabulary' AND coalesce(p.n_passages, 0) <= 1 AND p.phrase_id IS NOT NULL AS is_once
    FROM evidence e
    LEFT JOIN dictionary d ON e.table_name = d.table_name AND e.column_name = d.column_name
    LEFT JOIN phrases p ON lower(e.exact) = lower(p.phrase) AND e.value = p.code
        AND (p.source_id IS NULL OR p.source_id = e.source_id) AND e.derivation = 'vocabulary'
    WHERE e.stance IN ('supports', 'broader') AND e.derivation <> 'copied' AND coalesce(d.role, 'claim') = 'claim'
), cell AS (
    SELECT table_name, row_id, column_name, bool_or(is_refound AND derivation <> 'inference') AS refound,
        bool_and(is_once OR derivation = 'inference') AS once
    FROM piece GROUP BY ALL
), proven AS (
    SELECT c.*, i.row_id IS NULL AS derived
    FROM cell c LEFT JOIN inferred i ON c.table_name = i.table_name AND c.row_id = i.row_id AND c.column_name = i.column_name
)
SELECT coalesce(table_name, '(all)') AS table_name, count(*)::INTEGER AS n_values,
    (count(*) FILTER (derived AND refound))::INTEGER AS n_refound,
    (count(*) FILTER (derived AND NOT refound))::INTEGER AS n_quoted,
    (count(*) FILTER (NOT derived))::INTEGER AS n_inferred,
    (count(*) FILTER (derived AND once))::INTEGER AS n_read_once
FROM proven
GROUP BY ROLLUP (table_name)
ORDER BY table_name IS NULL, table_name;
