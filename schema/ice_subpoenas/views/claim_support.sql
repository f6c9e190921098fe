--- view claim_support
-- row: A claim that has evidence: how much evidence there is, and how independent it is.
-- warning: Sources count as independent if they are not known to depend on one another. That is no proof.
-- - table_name VARCHAR: The table.
-- - row_id VARCHAR: Key of the row.
-- - column_name VARCHAR: The column, or the stem that several columns share.
-- - n_pieces INTEGER: How many pieces of evidence support it: they give the value, a broader code,
--   or a wider set of days.
-- - n_broader INTEGER: How many of these give a broader code or a wider set of days.
-- - n_refound INTEGER: How many of these were found again in a held text.
-- - n_sources INTEGER: In how many sources.
-- - n_independent_sources INTEGER: From how many families of witnesses. Pieces that give a broader code or a
--   wider set of days are left out, unless the value is the days that several such pieces have in common.
-- - n_contesting INTEGER: How many pieces of evidence give another value.
-- - is_inferred BOOLEAN: Whether no function gives the value, only a reader's reasoning: words may give
--   a broader code or a wider set of days. `n_inferred` of `proof_counts` counts these, except
--   judgments, such as the kind of an event.
-- with: doubts.inferred
WITH piece AS (
    SELECT *, stance IN ('supports', 'broader') AS holds,
        stance = 'supports' OR stance = 'broader' AND bool_and(stance <> 'supports') OVER (PARTITION BY table_name, row_id, column_name) AS gives
    FROM evidence WHERE stance <> 'bears_on'
)
SELECT
    e.table_name, e.row_id, e.column_name,
    (count(*) FILTER (e.holds))::INTEGER AS n_pieces,
    (count(*) FILTER (e.stance = 'broader'))::INTEGER AS n_broader,
    (count(*) FILTER (e.holds AND e.is_refound))::INTEGER AS n_refound,
    (count(DISTINCT e.source_id) FILTER (e.holds))::INTEGER AS n_sources,
    (count(DISTINCT s.family_id) FILTER (e.gives AND s.is_witness))::INTEGER AS n_independent_sources,
    (count(*) FILTER (e.stance = 'contests'))::INTEGER AS n_contesting,
    bool_or(i.row_id IS NOT NULL) AS is_inferred
FROM piece e JOIN sources s ON e.witness_source_id = s.source_id
LEFT JOIN inferred i ON e.table_name = i.table_name AND e.row_id = i.row_id AND e.column_name = i.column_name
GROUP BY e.table_name, e.row_id, e.column_name
ORDER BY e.table_name, e.row_id, e.column_name;
