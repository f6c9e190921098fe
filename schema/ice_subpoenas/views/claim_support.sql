--- view claim_support
-- row: A claim of a row that has evidence: how much of it there is, and how independent it is.
-- warning: Independent means not known to depend on one another: no proof of independence.
-- - table_name VARCHAR: The table.
-- - row_id VARCHAR: Key of the row.
-- - column_name VARCHAR: The column, or the stem that several columns share.
-- - n_pieces INTEGER: How many pieces of evidence support it.
-- - n_refound INTEGER: How many of these were found again in a held text.
-- - n_sources INTEGER: In how many sources.
-- - n_independent_sources INTEGER: From how many families of witnesses.
-- - n_contesting INTEGER: How many pieces of evidence give another value.
-- - is_inferred BOOLEAN: Whether no function gives the value, only a person's reasoning.
SELECT
    e.table_name, e.row_id, e.column_name,
    (count(*) FILTER (e.stance = 'supports'))::INTEGER AS n_pieces,
    (count(*) FILTER (e.stance = 'supports' AND e.is_refound))::INTEGER AS n_refound,
    (count(DISTINCT e.source_id) FILTER (e.stance = 'supports'))::INTEGER AS n_sources,
    (count(DISTINCT s.family_id) FILTER (e.stance = 'supports' AND s.is_witness))::INTEGER AS n_independent_sources,
    (count(*) FILTER (e.stance = 'contests'))::INTEGER AS n_contesting,
    coalesce(bool_and(e.derivation = 'inference') FILTER (e.stance = 'supports'), false) AS is_inferred
FROM evidence e JOIN sources s ON e.witness_source_id = s.source_id
WHERE e.stance <> 'bears_on'
GROUP BY e.table_name, e.row_id, e.column_name
ORDER BY e.table_name, e.row_id, e.column_name;
