-- Texts: every sentence is accounted for, and no text can be rebuilt from what is published.

--- rule region-invalid
-- what: The first or last words of a region are not found, or two regions overlap.
-- why: Every character of a text belongs to one region.
-- example: A `begins` that occurs twice.
-- remedy: Correct `begins` and `ends`; each must occur once.
SELECT 'regions' AS table_name, r.region_id AS row_id, NULL AS column_name,
    'regions ' || r.region_id || ': the ' || r.region || ' at character ' || r.char_start || ' overlaps the region before it, is empty, or ends after the text' AS message,
    'correct begins and ends' AS remedy
FROM (SELECT *, coalesce(max(char_end) OVER (PARTITION BY source_id ORDER BY char_start, region_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before FROM regions) r
LEFT JOIN sources s ON r.source_id = s.source_id
WHERE r.char_start < r.before OR r.char_start >= r.char_end OR r.char_end > s.n_characters;

--- rule sentence-unaccounted
-- what: No evidence and no quotation uses a sentence, and it is not listed as left out.
-- why: No sentence of a held text is left out without a reason.
-- example: A new text whose third sentence nobody read.
-- remedy: Record its fact, or list it in `left_out` with a reason.
SELECT 'ledger' AS table_name, l.ledger_id AS row_id, NULL AS column_name,
    'nothing uses the sentence '
    || coalesce((SELECT '“' || left(regexp_replace(substring(x.text, l.char_start + 1, l.char_end - l.char_start), '\s+', ' ', 'g'), 90) || '”'
        FROM texts x WHERE x.source_id = l.source_id), l.ledger_id) AS message
FROM ledger l
ANTI JOIN reported p ON p.table_name = 'texts' AND p.row_id = l.source_id
WHERE l.n_evidence = 0 AND l.reason IS NULL;

--- rule left-out-but-used
-- what: A sentence is listed as left out although evidence or a quotation uses it.
-- why: The list must say exactly what is not used.
-- example: A sentence listed as commentary that also proves an age.
-- remedy: Remove it from `left_out`; `python build check --fix` does, once nothing else is wrong.
SELECT 'ledger' AS table_name, l.ledger_id AS row_id, NULL AS column_name,
    'the sentence ' || l.ledger_id || ' is listed as left out and ' || l.n_evidence || ' pieces of evidence use it' AS message
FROM ledger l
ANTI JOIN reported p ON p.table_name = 'texts' AND p.row_id = l.source_id
WHERE l.n_evidence > 0 AND l.reason IS NOT NULL;

--- rule text-reconstructible
-- what: More of a text could be rebuilt from a release than the stated ceiling allows.
-- why: The articles belong to their publishers.
-- example: Quotations and evidence that together contain nearly every word.
-- remedy: Shorten the words named here, beginning with the first: quote only a part, or give the cell
--   the fewest words that give its value. The text shown around words is already as short as
--   possible.
WITH span AS (
    SELECT source_id, char_start AS lo, char_end AS hi, text AS words FROM quotes WHERE char_start IS NOT NULL
    UNION ALL
    SELECT e.source_id, e.char_start - length(coalesce(e.prefix, '')), e.char_end + length(coalesce(e.suffix, '')), e.exact
    FROM evidence e ANTI JOIN quotes q ON e.source_id = q.source_id AND e.char_start = q.char_start AND e.char_end = q.char_end
    WHERE e.char_start IS NOT NULL AND e.derivation <> 'copied'
), fresh AS (
    SELECT source_id, words, least(hi, coalesce(lead(lo) OVER (PARTITION BY source_id ORDER BY lo, hi), hi)) - greatest(lo, coalesce(max(hi) OVER (
        PARTITION BY source_id ORDER BY lo, hi ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) AS own, greatest(0, hi - greatest(lo, coalesce(max(hi) OVER (
        PARTITION BY source_id ORDER BY lo, hi ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))) AS n
    FROM span
), longest AS (
    SELECT source_id, string_agg('“' || left(regexp_replace(words, '\s+', ' ', 'g'), 40) || '…” (' || own || ' characters)', ', ' ORDER BY own DESC, words) AS told
    FROM (FROM fresh WHERE own > 0 QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY own DESC, words) <= 4)
    GROUP BY source_id
)
SELECT 'sources' AS table_name, f.source_id AS row_id, NULL AS column_name,
    'a release would hold ' || round(100 * sum(f.n) / any_value(s.n_characters))::INTEGER || ' % of the text of ' || f.source_id
    || ', more than 90 %, ' || (sum(f.n) - floor(0.9 * any_value(s.n_characters)))::INTEGER || ' characters too many'
    || coalesce('; the longest words that only one quotation or cell holds: ' || any_value(q.told), '') AS message
FROM fresh f JOIN sources s ON f.source_id = s.source_id LEFT JOIN longest q ON f.source_id = q.source_id
GROUP BY f.source_id HAVING sum(f.n) > 0.9 * any_value(s.n_characters);

--- rule overlap-without-relation
-- what: Two texts share a passage, and `source_relations` does not say how they are related.
-- why: Copies look like independent support.
-- example: An article that prints a paragraph of another.
-- remedy: Add a row of `source_relations` with the words that show the relation.
WITH longest AS (
    FROM shared_passages WHERE NOT has_relation
    QUALIFY row_number() OVER (PARTITION BY source_id, other_source_id ORDER BY n_characters DESC, shared_passage_id) = 1
)
SELECT 'shared_passages' AS table_name, p.shared_passage_id AS row_id, NULL AS column_name,
    p.source_id || ' and ' || p.other_source_id || ' share a passage'
    || coalesce(', “' || left(regexp_replace(substring(x.text, p.char_start + 1, p.n_characters), '\s+', ' ', 'g'), 200) || '”,', '')
    || ' and source_relations says nothing about it' AS message,
    'add a row for how they are related: { table = "source_relations", source_id = "' || p.other_source_id || '", related_source_id = "' || p.source_id
    || '", said = { words = "…", cells = { relation = { words = "…", by = "inference", value = "…", reason = "…" } } } }, the value being '
    || (SELECT string_agg(code, ' | ' ORDER BY code) FROM codes WHERE vocabulary = 'source_relation_kind') AS remedy
FROM longest p LEFT JOIN texts x ON p.source_id = x.source_id;
