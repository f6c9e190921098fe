-- Cells: each claim has words that give it, each decided gap its reason, each dispute its record.

--- rule circular-anchor
-- what: A date counts from a cell that does not exist, or that itself counts from this date.
-- why: A circle proves nothing.
-- example: `issued` anchored to `served`, and `served` to `issued`.
-- remedy: Anchor to a cell with evidence of its own: `anchor = "table/row/column"`.
WITH RECURSIVE step AS (
    SELECT table_name || '/' || row_id || '/' || column_name AS a, arguments ->> 'anchor' AS b
    FROM evidence WHERE contains(arguments, '"anchor"') AND derivation <> 'copied'
    UNION
    SELECT e.table_name || '/' || e.row_id || '/' || e.column_name, v.table_name || '/' || v.row_id || '/' || v.column_name
    FROM evidence e JOIN evidence v ON e.via_evidence_id = v.evidence_id
    WHERE e.derivation <> 'copied' AND (e.table_name, e.row_id) <> (v.table_name, v.row_id)
), held AS (SELECT a, b FROM step WHERE b IN (SELECT a FROM step)
), climb AS (
    SELECT a, b FROM held
    UNION
    SELECT c.a, s.b FROM climb c JOIN held s ON c.b = s.a
)
SELECT string_split(a, '/')[1] AS table_name, string_split(a, '/')[2] AS row_id, string_split(a, '/')[3] AS column_name,
    string_split(a, '/')[1] || ' ' || string_split(a, '/')[2] || ': ' || string_split(a, '/')[3] || ' counts from itself' AS message
FROM climb WHERE a = b;

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    'the anchor ' || (e.arguments ->> 'anchor') || ' is no cell with a value of this kind' AS message,
    e.table_name AS about_table, e.row_id AS about_row
FROM (SELECT *, string_split(arguments ->> 'anchor', '/') AS parts FROM evidence) e
LEFT JOIN named_cells c ON c.table_name = e.parts[1] AND c.row_id = array_to_string(e.parts[2:-2], '/') AND c.column_name = e.parts[-1]
LEFT JOIN stems d ON c.table_name = d.table_name AND c.column_name = d.stem
WHERE contains(e.arguments, '"anchor"') AND e.derivation <> 'copied'
    AND (c.value IS NULL OR c.value IS DISTINCT FROM (e.arguments ->> 'anchor_value') OR e.derivation = 'date' AND NOT d.is_date)
    AND NOT EXISTS (FROM reported p WHERE p.table_name || '/' || p.row_id || '/' || p.column_name = (e.arguments ->> 'anchor'));

--- rule unknown-derivation
-- what: A piece of evidence uses a derivation or an argument that does not exist.
-- why: An unknown derivation cannot be computed.
-- example: `by = "guess"`.
-- remedy: Use one of: literal, vocabulary, number_word, count, date, inference.
SELECT 'evidence' AS table_name, g.evidence_id AS row_id, g.column_name,
    g.table_name || ' ' || g.row_id || '.' || g.column_name || ': ' || n.fault AS message,
    g.table_name AS about_table, g.row_id AS about_row
FROM giving g JOIN given n ON g.evidence_id = n.evidence_id
WHERE n.fault IS NOT NULL AND g.derivation <> 'inference';

SELECT 'evidence' AS table_name, evidence_id AS row_id, NULL AS column_name,
    'an argument is not known: ' || array_to_string(unknown, ', ') AS message
FROM (
    SELECT evidence_id, list_filter(json_keys(arguments), lambda k: k NOT IN (
        'anchor', 'anchor_value', 'direction', 'bound', 'members', 'value', 'bears', 'about', 'from', 'clause')) AS unknown
    FROM evidence WHERE arguments IS NOT NULL
)
WHERE len(unknown) > 0;

--- rule date-invalid
-- what: A date is not an EDTF string of the forms used here, or it contradicts itself.
-- why: The earliest and the latest day are computed from it.
-- example: `value = "[2020-01-13..2020-01-06]"`.
-- remedy: Write a day, month or year, `[a,b]` or `[a..b]` with a before b.
SELECT 'evidence' AS table_name, g.evidence_id AS row_id, g.column_name,
    g.table_name || ' ' || g.row_id || '.' || g.column_name || ': ' || n.fault AS message,
    g.table_name AS about_table, g.row_id AS about_row
FROM giving g JOIN given n ON g.evidence_id = n.evidence_id
WHERE n.fault IS NOT NULL AND g.derivation = 'inference' AND g.is_date AND n.fault <> 'untyped';

SELECT c.table_name, c.row_id, c.column_name,
    c.table_name || ' ' || c.row_id || '.' || c.column_name || ': ' || b.fault AS message
FROM cells c
JOIN stems d ON c.table_name = d.table_name AND c.column_name = d.stem AND d.is_date
JOIN edtf_days b ON c.value = b.value
WHERE b.fault IS NOT NULL;

--- rule no-derivation
-- what: The derivation finds no value in the words.
-- why: A named function must be able to compute the value from the words.
-- example: `number_word` on "several", or a phrase that no list contains.
-- remedy: Quote words that give the value, or add the phrase to its list after review.
SELECT 'evidence' AS table_name, g.evidence_id AS row_id, g.column_name,
    g.table_name || ' ' || g.row_id || '.' || g.column_name || ': ' || g.derivation || ' gives no value for “'
    || left(g.exact, 70) || '”' || CASE WHEN g.derivation = 'vocabulary' THEN ' (no phrase of the list ' || d.list_name || ')' ELSE '' END AS message,
    CASE WHEN g.derivation = 'vocabulary' AND regexp_full_match(lower(g.exact), '(he|she|it|they|him|her|them|his|hers|its|their|theirs|i|we|us|our|you)')
            THEN 'no list has pronouns: quote a name or words for who it is, from wherever the text has them, with the words here as `about`'
        WHEN g.derivation = 'vocabulary' THEN 'cite other words, or list these, ' || CASE
                WHEN g.source_id IN (SELECT source_id FROM phrases) THEN 'with the phrases of ' || g.source_id || ' that are listed already (a section or a key stands once in a file): '
                ELSE 'in a new section: [phrases_in.' || g.source_id || '] '
            END || d.list_name || CASE WHEN d.list_name IN (SELECT table_name FROM declared) THEN '.ID' ELSE '.CODE' END || ' = ["' || g.exact || '"]'
        WHEN g.derivation = 'date' AND regexp_matches(lower(g.exact), '\b(later|after|afterwards?|before|earlier|(next|following|same) day)$')
            THEN 'these words count from another day of the text: name its cell, such as anchor = "acts/ID/served" or "events/ID/occurred"'
                || ' (this works for “N days/weeks later” or “earlier”, “the next day”, “the day before”, “the same day”); otherwise work the day out: by = "inference", value = "YYYY-MM-DD", reason = "…"'
        WHEN g.derivation = 'date' THEN 'dates have no list: quote words that name a day, a month or a year, or work it out: by = "inference", value = "YYYY-MM-DD", "YYYY-MM" or "[YYYY-MM-DD..YYYY-MM-DD]", reason = "…"'
        WHEN g.derivation = 'number_word' THEN 'quote only the words that say the number, such as “two”, “a” or “a single”' END AS remedy,
    g.table_name AS about_table, g.row_id AS about_row
FROM giving g
JOIN given n ON g.evidence_id = n.evidence_id
JOIN stems d ON g.table_name = d.table_name AND g.column_name = d.stem
WHERE n.value IS NULL AND n.fault IS NULL AND g.role = 'claim'
    AND NOT (n.anchor IS NOT NULL AND n.anchor_value IS NULL);

--- rule evidence-without-value
-- what: A cell has evidence but no value, or an inference does not give its value.
-- why: Either the value was forgotten, or the words only concern the gap. No function computes the
--   value of an inference, so you must write it.
-- example: A `said` line for `served` in a row without `served`.
-- remedy: Write the value, or mark the words `bears = true`.
SELECT 'evidence' AS table_name, g.evidence_id AS row_id, g.column_name,
    g.table_name || ' ' || g.row_id || '.' || g.column_name || ': an inference does not say which value it infers' AS message,
    'add value = what follows from the words, or mark them `bears = true`' AS remedy,
    g.table_name AS about_table, g.row_id AS about_row
FROM giving g JOIN given n ON g.evidence_id = n.evidence_id
WHERE n.fault = 'untyped';

SELECT 'evidence' AS table_name, arg_min(g.evidence_id, g.reviewed_line) AS row_id, c.column_name,
    c.table_name || ' ' || c.row_id || '.' || c.column_name || ': words give ' || min(g.value)
    || CASE WHEN bool_or(b.absence_id IS NOT NULL) THEN ' and the row says that it is ' || any_value(b.reason)
        ELSE ' and the row says nothing' END AS message,
    c.table_name AS about_table, c.row_id AS about_row
FROM cells c
JOIN giving g ON c.table_name = g.table_name AND c.row_id = g.row_id AND c.column_name = g.column_name
LEFT JOIN absences b ON c.table_name = b.table_name AND c.row_id = b.row_id AND c.column_name = b.column_name
ANTI JOIN conflicts x ON c.table_name = x.table_name AND c.row_id = x.row_id AND c.column_name = x.column_name
ANTI JOIN disputes y ON c.table_name = y.table_name AND c.row_id = y.row_id AND c.column_name = y.column_name
WHERE c.value IS NULL AND g.value IS NOT NULL AND g.derivation <> 'copied' AND g.role = 'claim'
GROUP BY c.table_name, c.row_id, c.column_name
HAVING coalesce(any_value(b.reason), '') <> 'conflicting';

--- rule inference-without-reason
-- what: An inference gives no substantial reason.
-- why: A person must explain what no function can compute.
-- example: `by = "inference"` with `reason = "obvious"`.
-- remedy: Explain in ten words or more how the value follows from the words.
SELECT 'evidence' AS table_name, evidence_id AS row_id, column_name,
    table_name || ' ' || row_id || '.' || column_name || ': its reason has fewer than 10 words' AS message,
    table_name AS about_table, row_id AS about_row
FROM evidence
WHERE derivation = 'inference' AND len(string_split_regex(trim(coalesce(reason, '')), '\s+')) < 10;

--- rule inference-unnamed
-- what: Neither the words nor the reason of an inference name its value.
-- why: A reason that fits any value explains nothing. It must lead a reader to this value.
-- example: `value = "2025-06-26"` with the reason "The ruling came first; this is the day after
--   it".
-- remedy: End the reason with the value: the day, the number, the name, or the words of the code.
WITH inferred AS (
    SELECT e.evidence_id, e.table_name, e.row_id, e.column_name, e.source_id, e.exact, e.value, d.is_date, d.list_name,
        concat_ws(' ', concat(e.prefix, e.exact, e.suffix), e.arguments ->> 'about', e.reason) AS printed, bare(printed) AS words,
        words || bare(replace(printed, '-', '')) AS joined -- also "I-9 subpoena" for i9_subpoena
    FROM evidence e JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem
    WHERE e.derivation = 'inference' AND e.value IS NOT NULL
), listed AS (
    FROM listed_words
    UNION ALL SELECT 'agencies', agency_id, NULL, bare(name) FROM agencies
    UNION ALL SELECT 'individuals_referenced', individual_id, source_id, words FROM person_words
), named AS (
    SELECT i.evidence_id
    FROM (SELECT *, unnest(['', source_id]) AS scope FROM inferred) i
    JOIN listed l ON i.list_name = l.list_name AND i.value = l.code AND i.scope = coalesce(l.source_id, '') AND contains(i.words, l.words)
    UNION SELECT i.evidence_id FROM inferred i JOIN agencies a ON i.list_name = 'agencies' AND i.value = a.agency_id
    WHERE len(list_filter(stems_of(a.name), lambda w: NOT contains(i.words, ' ' || w))) = 0
)
SELECT 'evidence' AS table_name, i.evidence_id AS row_id, i.column_name,
    i.table_name || ' ' || i.row_id || '.' || i.column_name || ': neither “' || left(i.exact, 60) || '” nor the reason names ' || i.value || coalesce(', “' || a.name || '”', '') AS message,
    i.table_name AS about_table, i.row_id AS about_row
FROM inferred i LEFT JOIN named n ON i.evidence_id = n.evidence_id LEFT JOIN agencies a ON i.list_name = 'agencies' AND i.value = a.agency_id
WHERE NOT CASE
    WHEN is_date THEN len(list_filter(regexp_extract_all(value, '\d{4}-\d\d(-\d\d)?'), lambda d: NOT regexp_matches(words, month_and_day(d)))) = 0
    WHEN regexp_full_match(value, '\d+') THEN regexp_matches(words, concat(' (', value, '|', number_words()[TRY_CAST(value AS INTEGER)], ') '))
    ELSE n.evidence_id IS NOT NULL
        OR len(list_filter(string_split(trim(bare(replace(value, '_', ' '))), ' '), lambda w: NOT contains(joined, ' ' || left(w, 5)))) = 0
    END;

--- rule inference-against-words
-- what: An inference gives one value, though the column's own derivation finds another value in the
--   words. Or words name who issued a paper, and reasoning alone gives a part of that body.
-- why: Where words say something plainly, no reasoning may hide it.
-- example: `n_subpoenas = 5` inferred from "four"; a code inferred from words listed for another.
-- remedy: Use the value that the words give, or quote the words from which the other value follows.
WITH inferred AS (
    SELECT e.evidence_id, e.table_name, e.row_id, e.column_name, e.source_id, e.exact, e.value, d.list_name, bare(e.exact) AS words
    FROM evidence e JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem AND d.derivation IN ('vocabulary', 'number_word')
    WHERE e.derivation = 'inference' AND e.value IS NOT NULL
), plainly AS (
    SELECT i.evidence_id, p.code AS value
    FROM (SELECT *, unnest(['', source_id]) AS scope FROM inferred) i
    JOIN listed_words p ON p.list_name = i.list_name AND p.words = i.words AND i.scope = coalesce(p.source_id, '')
    UNION SELECT evidence_id, coalesce(list_position(number_words(), trim(words))::VARCHAR, trim(words))
    FROM inferred WHERE list_contains(number_words(), trim(words)) OR regexp_full_match(trim(words), '\d+')
)
SELECT 'evidence' AS table_name, i.evidence_id AS row_id, i.column_name,
    i.table_name || ' ' || i.row_id || '.' || i.column_name || ': “' || left(i.exact, 60) || '” gives ' || any_value(p.value)
    || ', and ' || i.value || ' is inferred from it' AS message,
    i.table_name AS about_table, i.row_id AS about_row
FROM inferred i JOIN plainly p ON i.evidence_id = p.evidence_id
GROUP BY i.evidence_id, i.table_name, i.row_id, i.column_name, i.exact, i.value
HAVING NOT bool_or(p.value = i.value);

SELECT 'acts' AS table_name, a.act_id AS row_id, 'issuing_agency_id' AS column_name,
    'acts ' || a.act_id || ': words name ' || min(e.value) FILTER (e.stance = 'broader') || ' as the issuing body, and only reasoning gives a part of it, ' || a.issuing_agency_id AS message
FROM acts a JOIN evidence e ON e.table_name = 'acts' AND e.row_id = a.act_id AND e.column_name = 'issuing_agency_id'
WHERE e.stance IN ('supports', 'broader')
GROUP BY a.act_id, a.issuing_agency_id
HAVING bool_and(e.derivation = 'inference') FILTER (e.stance = 'supports') AND bool_or(e.stance = 'broader' AND e.derivation <> 'inference');

--- rule evidence-twice
-- what: The same words are given twice for one cell.
-- why: Evidence that is counted twice looks like more evidence.
-- example: Two `said` blocks with the same sentence and the same column.
-- remedy: Remove one of the two.

--- rule value-not-given
-- what: The cell has a value that none of its evidence gives.
-- why: A true quotation can come with a wrong value, so the value is computed again.
-- example: The row says 15 and the words are "14 days".
-- remedy: Correct the value, or quote the words that give it.
WITH gives AS (
    SELECT g.evidence_id, g.reviewed_line, g.table_name, g.row_id, g.column_name, g.value
    FROM giving g ANTI JOIN faulty_uses f ON g.passage_id = f.passage_id
    WHERE NOT g.is_date AND g.derivation <> 'copied' AND g.value IS NOT NULL AND g.role = 'claim'
), other AS (
    SELECT g.*, c.value AS held
    FROM cells c JOIN gives g ON c.table_name = g.table_name AND c.row_id = g.row_id AND c.column_name = g.column_name AND c.value <> g.value
)
SELECT 'evidence' AS table_name, arg_min(o.evidence_id, o.reviewed_line) AS row_id, o.column_name,
    o.table_name || ' ' || o.row_id || '.' || o.column_name || ': the row says ' || o.held || ', its words give '
    || string_agg(DISTINCT o.value, ', ' ORDER BY o.value) AS message,
    o.table_name AS about_table, o.row_id AS about_row
FROM other o
ANTI JOIN gives g ON o.table_name = g.table_name AND o.row_id = g.row_id AND o.column_name = g.column_name AND o.held = g.value
GROUP BY o.table_name, o.row_id, o.column_name, o.held;

SELECT 'evidence' AS table_name, w.pieces[1] AS row_id, c.column_name,
    c.table_name || ' ' || c.row_id || '.' || c.column_name || ': the row says ' || c.value || ', its words together allow '
    || coalesce(w.value, 'no day') AS message,
    'write what the words allow, or cite other words' AS remedy, c.table_name AS about_table, c.row_id AS about_row
FROM named_cells c
JOIN weighed_days w ON c.table_name = w.table_name AND c.row_id = w.row_id AND c.column_name = w.column_name
WHERE c.value IS NOT NULL AND w.value IS NOT NULL AND c.value <> w.value;

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': the words “' || left(e.exact, 70) || '” give '
    || coalesce(n.value, 'nothing') || ', not ' || coalesce(e.value, 'null') AS message,
    'publish what the words give' AS remedy
FROM evidence e JOIN given n ON e.evidence_id = n.evidence_id
WHERE e.value IS DISTINCT FROM n.value AND e.derivation <> 'copied' AND NOT contains(coalesce(e.arguments, ''), '"bears"');

-- needs: files
SELECT 'evidence' AS table_name, s.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': the words give ' || n.value || ', not ' || s.value AS message,
    'correct `value`, or cite other words' AS remedy, e.table_name AS about_table, e.row_id AS about_row
FROM stated s JOIN given n ON s.evidence_id = n.evidence_id JOIN evidence e ON s.evidence_id = e.evidence_id
WHERE n.value IS NOT NULL AND n.value <> s.value;

--- rule claim-without-evidence
-- what: A claim has a value and no evidence.
-- why: Every claim can be traced to words.
-- example: `age = 38` without a `said` line for it.
-- remedy: Add the words, or remove the value.
-- needs: files
SELECT s.table_name, s.row_id, s.column_name,
    s.table_name || ' ' || s.row_id || '.' || s.column_name || ': ' || s.value || ' is written without words' AS message
FROM stated_cells s
ANTI JOIN evidence e ON s.table_name = e.table_name AND s.row_id = e.row_id AND s.column_name = e.column_name
    AND e.derivation <> 'copied';

SELECT c.table_name, c.row_id, c.column_name,
    c.table_name || ' ' || c.row_id || '.' || c.column_name || ': ' || c.value || ' has no evidence' AS message
FROM cells c
JOIN stems d ON c.table_name = d.table_name AND c.column_name = d.stem AND d.role = 'claim'
ANTI JOIN evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND c.column_name = e.column_name
    AND e.stance <> 'bears_on'
WHERE c.value IS NOT NULL;

SELECT 'events' AS table_name, v.event_id AS row_id, 'kind' AS column_name,
    'events ' || v.event_id || ': no words show what happened' AS message,
    'add words for `kind`, or for another column' AS remedy
FROM events v ANTI JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id;

SELECT 'events' AS table_name, v.event_id AS row_id, 'after_event_id' AS column_name,
    'events ' || v.event_id || ': no words show that it followed ' || v.after_event_id AS message
FROM events v ANTI JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id AND e.column_name = 'after_event_id'
ANTI JOIN events a -- a ruling follows what the court was asked in the same matter
    ON v.kind = 'order' AND v.after_event_id = a.event_id AND v.proceeding_id = a.proceeding_id AND a.kind IN ('motion', 'petition', 'suit', 'appeal')
WHERE v.after_event_id IS NOT NULL;

--- rule least-unmarked
-- what: The words put a number as the least that there were, and the row does not say so; or it says so,
--   and they do not. Of an act no such number is published, because `subpoenas` has a row for each paper.
-- why: "At least five" is not five. Whoever adds numbers up must see which of them are the least.
-- example: “at least 5 subpoenas”, and `is_least` is missing.
-- remedy: Write `is_least = true` with the number, or take it out.
WITH told AS (
    SELECT e.table_name, e.row_id, e.column_name, bool_and(regexp_matches(concat(e.prefix, '|', e.exact), '(?i)(^|\b)(at least|no fewer than|a minimum of|more than)\s*(\||$)|\|(at least|no fewer than|a minimum of|more than)\b')) AS is_least
    FROM evidence e WHERE e.stance = 'supports' AND e.derivation = 'number_word' AND (e.table_name, e.column_name) IN (('act_groups', 'n_subpoenas'), ('known_totals', 'n_papers'), ('acts', 'n_subpoenas'))
    GROUP BY ALL
), marked AS (
    SELECT 'act_groups' AS table_name, act_group_id AS row_id, coalesce(is_least, false) AS is_marked FROM act_groups
    UNION ALL SELECT 'known_totals', known_total_id, coalesce(is_least, false) FROM known_totals
    UNION ALL SELECT 'acts', act_id, false FROM acts
)
SELECT m.table_name, m.row_id, coalesce(t.column_name, 'is_least') AS column_name,
    m.table_name || ' ' || m.row_id || ': its words ' || CASE WHEN t.is_least THEN 'put the number as the least that there were' ELSE 'do not put the number as the least that there were, and is_least is true' END AS message,
    CASE WHEN m.table_name = 'acts' THEN 'let these words bear on n_subpoenas (`bears = true`), and write absent = { n_subpoenas = "ambiguous" }' END AS remedy
FROM marked m LEFT JOIN told t ON m.table_name = t.table_name AND m.row_id = t.row_id
WHERE coalesce(t.is_least, false) <> m.is_marked
    AND NOT EXISTS (FROM reported p WHERE p.table_name = m.table_name AND p.row_id = m.row_id AND p.column_name IN ('n_subpoenas', 'n_papers', '*'));

--- rule null-without-reason
-- what: A claim is null, and the row does not say why. For `held` of a reason, it must only where a
--   court's reason answers it, or words bear on it; for who gives a reason, where it is on the side of the
--   agency, the recipient or its superior.
-- why: "Not found", "not stated" and "withheld" are different answers.
-- example: An act without `n_subpoenas` and without `absent = { n_subpoenas = … }`.
-- remedy: Add the reason under `absent`: "not_stated" where the document does not say, or
--   "not_found:search-id" after a search that found nothing.
SELECT c.table_name, c.row_id, c.column_name,
    c.table_name || ' ' || c.row_id || ': ' || c.column_name || ' is null and nobody says why' AS message
FROM cells c
JOIN stems d ON c.table_name = d.table_name AND c.column_name = d.stem AND d.is_explained
ANTI JOIN absences b ON c.table_name = b.table_name AND c.row_id = b.row_id AND c.column_name = b.column_name
WHERE c.value IS NULL;

SELECT 'acts' AS table_name, a.act_id AS row_id, x.column_name,
    'acts ' || a.act_id || ': ' || x.column_name || ' is null because ' || coalesce(u.event_id || ' has no result', 'no event gives it') || ', and nobody says why' AS message,
    coalesce((SELECT 'look first at ' || min(v.event_id) || ': its words “' || arg_min(l.phrase, v.event_id) || '” are listed for the result ' || arg_min(l.code, v.event_id)
            || '; if they tell an answer, a production or a ruling, let that be its `kind`, and give it `result` with these words'
        FROM phrases l JOIN places_of_words w ON l.list_name = 'result' AND w.table_name = 'events' AND w.column_name = 'kind' AND lower(l.phrase) = w.words
            AND coalesce(l.source_id, w.source_id) = w.source_id
        JOIN events v ON w.row_id = v.event_id AND v.result IS NULL JOIN event_acts o ON v.event_id = o.event_id
        WHERE o.act_id = a.act_id),
        'give ' || u.event_id || ' its `result`, with the words that tell it; if none do, write absent = { ' || x.column_name || ' = "not_stated" }',
        'add the event, if the document reports one; otherwise write absent = { ' || x.column_name || ' = "not_stated" }, which needs no search') AS remedy
FROM acts a
CROSS JOIN LATERAL (VALUES ('response_status', a.response_status), ('enforcement_status', a.enforcement_status), ('outcome', a.outcome))
    x(column_name, value)
LEFT JOIN (SELECT o.act_id, min(v.event_id) AS event_id FROM events v JOIN event_acts o ON v.event_id = o.event_id
    WHERE v.kind = 'response' AND v.result IS NULL GROUP BY o.act_id) u ON u.act_id = a.act_id AND x.column_name = 'response_status'
ANTI JOIN absences b ON b.table_name = 'acts' AND b.row_id = a.act_id AND b.column_name = x.column_name
ANTI JOIN standings s ON s.act_id = a.act_id AND s.column_name = x.column_name AND s.n_values > 1
WHERE a.in_scope AND x.value IS NULL;

SELECT 'grounds' AS table_name, g.ground_id AS row_id, 'said_by_agency_id' AS column_name,
    'grounds ' || g.ground_id || ': it is a reason on the side of the ' || g.side || ', no row says who gives it, and nobody says why' AS message,
    'quote the words that name the body or the person; if none do, write absent = { said_by_agency_id = "not_stated" }, or "ambiguous" if they may mean several' AS remedy
FROM grounds g
WHERE g.side IN ('agency', 'recipient', 'superior') AND g.said_by_agency_id IS NULL AND g.said_by_individual_id IS NULL
    AND NOT EXISTS (FROM absences b WHERE b.table_name = 'grounds' AND b.row_id = g.ground_id AND b.column_name IN ('said_by_agency_id', 'said_by_individual_id'))
    AND NOT EXISTS (FROM reported p WHERE p.table_name = 'grounds' AND p.row_id = g.ground_id AND p.column_name IN ('said_by_agency_id', 'said_by_individual_id', '*'));

SELECT 'grounds' AS table_name, g.ground_id AS row_id, 'held' AS column_name,
    'grounds ' || g.ground_id || ': held is null and nobody says why, although '
    || coalesce('a court''s reason answers it, ' || min(c.ground_id), 'words of the row bear on it') AS message,
    'quote the words for what the court made of it; or write absent = { held = "ambiguous" } with such words, or "not_stated", and say why in `reason`' AS remedy
FROM grounds g
LEFT JOIN grounds c ON g.ground_id = c.answers_ground_id AND c.side = 'court'
LEFT JOIN evidence e ON e.table_name = 'grounds' AND g.ground_id = e.row_id AND e.column_name = 'held'
ANTI JOIN absences b ON b.table_name = 'grounds' AND g.ground_id = b.row_id AND b.column_name = 'held'
ANTI JOIN reported p ON p.table_name = 'grounds' AND g.ground_id = p.row_id AND p.column_name IN ('held', '*')
WHERE g.held IS NULL AND (c.ground_id IS NOT NULL OR e.evidence_id IS NOT NULL)
GROUP BY g.ground_id;

SELECT 'acts' AS table_name, act_id AS row_id, 'served' AS column_name,
    'acts ' || act_id || ': served and issued are null, and nobody says why' AS message,
    CASE WHEN e.n > 1 THEN 'its words give days that exclude one another: keep those of its own day, move or delete the others, or record a row of `conflicts`; `absent` is wrong here' END AS remedy
FROM acts a
LEFT JOIN (SELECT row_id, count(*) AS n FROM evidence WHERE table_name = 'acts' AND column_name IN ('served', 'issued') GROUP BY row_id) e
    ON a.act_id = e.row_id
ANTI JOIN absences b ON b.table_name = 'acts' AND b.row_id = a.act_id AND b.column_name IN ('served', 'issued')
WHERE in_scope AND issued_edtf IS NULL AND served_edtf IS NULL;

SELECT DISTINCT 'acts' AS table_name, s.act_id AS row_id, c.column_name,
    'acts ' || s.act_id || ': ' || c.column_name || ' is null, although a subpoena of it has a value' AS message,
    'if it is true of all of them, write its words as a cell of the act, which is copied to each, and not of the subpoenas; '
    || 'if only of some, write ' || c.column_name || ' = "not_applicable" under `absent` of the act' AS remedy
FROM named_cells c JOIN subpoenas s ON c.table_name = 'subpoenas' AND c.row_id = s.subpoena_id
JOIN stems d ON d.table_name = 'subpoenas' AND c.column_name = d.stem AND d.is_copied
JOIN named_cells a ON a.table_name = 'acts' AND a.row_id = s.act_id AND a.column_name = c.column_name AND a.value IS NULL
ANTI JOIN absences b ON b.table_name = 'acts' AND b.row_id = s.act_id AND b.column_name = c.column_name
WHERE c.value IS NOT NULL;

SELECT 'absences' AS table_name, b.absence_id AS row_id, 'search_id' AS column_name,
    b.table_name || ' ' || b.row_id || '.' || b.column_name || ': not found, and no search is named' AS message
FROM absences b WHERE b.reason = 'not_found' AND b.search_id IS NULL;

--- rule absence-unfit
-- what: The rows contradict the reason that is given for a null.
-- why: "Not found", "not stated", "withheld" and "ambiguous" are different answers, and readers act
--   on them.
-- example: `published = "ambiguous"` without words that can be read in two ways; a search that found it, or in
--   another state.
-- remedy: Give the reason that fits the rows, or quote words about the null (`bears = true`). A number or
--   a day of which such words speak is "ambiguous", not "not_stated".
WITH of_act AS (
    SELECT 'acts' AS table_name, act_id AS row_id, act_id FROM acts
    UNION ALL SELECT 'events', event_id, act_id FROM event_acts
    UNION ALL SELECT 'proceedings', v.proceeding_id, ea.act_id FROM events v JOIN event_acts ea ON v.event_id = ea.event_id
), placed AS (
    SELECT o.table_name, o.row_id, list(j.state) AS states
    FROM of_act o JOIN acts a ON o.act_id = a.act_id JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id GROUP BY ALL
), kind AS (
    SELECT table_name, row_id, string_agg(value, '/' ORDER BY column_name) AS kind
    FROM cells WHERE column_name IN ('kind', 'decides', 'instrument') AND value IS NOT NULL
        AND table_name IN (SELECT table_name FROM absences WHERE reason = 'not_applicable') GROUP BY ALL
), own AS (
    SELECT b.absence_id, b.table_name, b.row_id, b.column_name, b.reason, b.search_id, coalesce(k.kind, '') AS kind FROM absences b LEFT JOIN kind k ON b.table_name = k.table_name AND b.row_id = k.row_id
    SEMI JOIN stems d ON b.table_name = d.table_name AND b.column_name = d.stem
    WHERE NOT b.is_copied
), known AS (
    SELECT DISTINCT c.table_name, c.column_name, coalesce(k.kind, '') AS kind
    FROM cells c JOIN (SELECT DISTINCT table_name, column_name FROM absences WHERE reason = 'not_applicable') b
        ON c.table_name = b.table_name AND c.column_name = b.column_name
    LEFT JOIN kind k ON c.table_name = k.table_name AND c.row_id = k.row_id WHERE c.value IS NOT NULL
), of_subpoenas AS (
    SELECT DISTINCT 'acts' AS table_name, s.act_id AS row_id, c.column_name
    FROM subpoenas s JOIN named_cells c ON c.table_name = 'subpoenas' AND c.row_id = s.subpoena_id WHERE c.value IS NOT NULL
), unsaid AS (
    SELECT b.absence_id FROM own b
    ANTI JOIN evidence e ON e.table_name = b.table_name AND e.row_id = b.row_id AND (e.column_name = b.column_name
        OR b.reason = 'ambiguous' AND b.column_name IN ('issued', 'served') AND e.column_name IN ('issued', 'served'))
    ANTI JOIN acts a ON b.table_name = 'acts' AND a.act_id = b.row_id AND (
        b.reason = 'ambiguous' AND a.act_group_id IS NOT NULL AND b.column_name IN ('n_persons', 'n_subpoenas')
        OR b.reason = 'withheld' AND regexp_matches(a.remark, '\b(under seal|sealed|withheld|redacted|kept back)\b'))
    ANTI JOIN reported p ON p.table_name = b.table_name AND p.row_id = b.row_id AND (p.column_name = b.column_name
        OR b.column_name IN ('issued', 'served') AND p.column_name IN ('issued', 'served'))
    WHERE b.reason IN ('ambiguous', 'withheld') AND NOT (b.table_name = 'quotes' AND b.reason = 'withheld') -- we keep it back
), found AS (
    SELECT x.act_id, c.column_name, min(v.event_id) AS event_id
    FROM event_acts x JOIN events v ON x.event_id = v.event_id
    JOIN (VALUES ('response', 'response_status'), ('production', 'response_status'), ('production', 'outcome')) c(kind, column_name) ON v.kind = c.kind
    ANTI JOIN reported p ON p.table_name = 'events' AND p.row_id = v.event_id AND p.column_name IN ('result', '*')
    WHERE v.result IS NULL AND v.part_of IS NULL GROUP BY ALL
), borne AS ( -- a number or a day of which words speak
    SELECT DISTINCT b.absence_id FROM own b
    JOIN stems d ON b.table_name = d.table_name AND b.column_name = d.stem AND (d.is_date OR d.derivation = 'number_word')
    JOIN evidence e ON b.table_name = e.table_name AND b.row_id = e.row_id AND b.column_name = e.column_name AND e.stance = 'bears_on'
    WHERE b.reason = 'not_stated'
), unfit AS (
    SELECT b.absence_id, b.table_name, b.row_id, b.column_name, b.reason, CASE
        WHEN b.table_name = 'acts' AND b.reason = 'not_found' AND r.act_id IS NOT NULL
            THEN 'event ' || r.event_id || ' is an answer that was found; what it was, or how much was given, is "not_stated"'
        WHEN b.reason = 'not_found' AND h.search_id IS NULL THEN NULL
        WHEN b.reason = 'not_found' AND h.outcome = 'found' THEN 'its search, ' || b.search_id || ', found what it looked for'
        WHEN b.reason = 'not_found' AND p.states IS NOT NULL THEN
            CASE WHEN NOT list_contains(p.states, h.state) THEN 'its search, ' || b.search_id || ', was made in another state' END
        WHEN b.reason = 'not_found' AND b.table_name NOT IN ('acts', 'events', 'proceedings') AND NOT coalesce(contains(bare(h.looked_for), bare(b.row_id)), false)
            THEN 'its search, ' || b.search_id || ', does not name the row'
        WHEN b.table_name = 'acts' AND b.column_name IN ('response_status', 'enforcement_status', 'outcome')
            AND b.reason NOT IN ('not_found', 'not_stated', 'conflicting') THEN 'a status follows from events, and none is known'
        WHEN b.reason = 'not_applicable' AND NOT starts_with(b.kind, 'other') AND k.table_name IS NOT NULL AND o.table_name IS NULL
            THEN 'another row of the kind has a value, so this one could have one too'
        WHEN u.absence_id IS NOT NULL THEN 'no words of the row bear on it'
        WHEN w.absence_id IS NOT NULL THEN 'words of the row bear on it'
    END AS why
    FROM own b
    LEFT JOIN searches h ON b.search_id = h.search_id
    LEFT JOIN placed p ON b.table_name = p.table_name AND b.row_id = p.row_id
    LEFT JOIN known k ON b.table_name = k.table_name AND b.column_name = k.column_name AND b.kind = k.kind
    LEFT JOIN of_subpoenas o ON b.table_name = o.table_name AND b.row_id = o.row_id AND b.column_name = o.column_name
    LEFT JOIN unsaid u ON b.absence_id = u.absence_id
    LEFT JOIN found r ON b.row_id = r.act_id AND b.column_name = r.column_name
    LEFT JOIN borne w ON b.absence_id = w.absence_id
)
SELECT 'absences' AS table_name, absence_id AS row_id, NULL AS column_name,
    table_name || ' ' || row_id || '.' || column_name || ' is said to be ' || reason || ', and ' || why AS message,
    CASE WHEN reason = 'not_applicable' AND table_name = 'quotes' THEN 'write ' || column_name || ' = "withheld" in `absent` for a private person, whose name is left out; '
            || 'otherwise "not_stated", or the words that give it'
        WHEN reason = 'not_applicable' THEN 'write ' || column_name || ' = "not_stated" in `absent`, or the words that give it'
        WHEN reason = 'withheld' THEN 'quote the words for who keeps it back: cells = { ' || column_name
            || ' = { words = "…", bears = true } }; or write another reason'
        WHEN reason = 'not_stated' THEN 'write ' || column_name || ' = "ambiguous" in `absent`, and say in the row how the words can be read' END AS remedy, table_name AS about_table, row_id AS about_row, column_name AS about_column
FROM unfit WHERE why IS NOT NULL;

--- rule unresolved-with-value
-- what: A conflict is recorded as unresolved and the cell has a value, or as settled and it has
--   none.
-- why: An unresolved cell is null with the reason `conflicting`; a settled one has a value.
-- example: `resolution = "unresolved"` on a cell that says 4.
-- remedy: Remove the value and give `absent = { … = "conflicting" }`, or settle the conflict.
SELECT 'conflicts' AS table_name, x.conflict_id AS row_id, NULL AS column_name,
    x.table_name || '/' || x.row_id || '/' || x.column_name || ' is ' || x.resolution || ' and says ' || coalesce(c.value, 'nothing') AS message,
    x.table_name AS about_table, x.row_id AS about_row, x.column_name AS about_column
FROM conflicts x JOIN named_cells c ON x.table_name = c.table_name AND x.row_id = c.row_id AND x.column_name = c.column_name
WHERE (x.resolution = 'unresolved') = (c.value IS NOT NULL);

SELECT 'conflicts' AS table_name, x.conflict_id AS row_id, NULL AS column_name,
    x.table_name || '/' || x.row_id || '/' || x.column_name || ' is settled and the row says that it is conflicting' AS message,
    x.table_name AS about_table, x.row_id AS about_row, x.column_name AS about_column
FROM conflicts x
JOIN absences b ON x.table_name = b.table_name AND x.row_id = b.row_id AND x.column_name = b.column_name
WHERE x.resolution <> 'unresolved' AND b.reason = 'conflicting';

--- rule reason-for-value
-- what: A reason for a null is given for a cell that has a value or that is not a claim.
-- why: One of the two is wrong.
-- example: `age = 38` and `absent = { age = "not_stated" }`.
-- remedy: Remove the value or the reason.
SELECT 'absences' AS table_name, b.absence_id AS row_id, NULL AS column_name,
    b.table_name || ' ' || b.row_id || ': ' || b.column_name || ' has a value and a reason for a null' AS message,
    b.table_name AS about_table, b.row_id AS about_row, b.column_name AS about_column
FROM absences b
JOIN named_cells c ON b.table_name = c.table_name AND b.row_id = c.row_id AND b.column_name = c.column_name
WHERE c.value IS NOT NULL;

SELECT DISTINCT 'absences' AS table_name, b.absence_id AS row_id, NULL AS column_name,
    b.table_name || ' ' || b.row_id || ': ' || b.column_name || ' is ' || b.reason || ', and '
    || CASE b.table_name WHEN 'acts' THEN 'a' ELSE 'another' END || ' subpoena of the act has a value' AS message,
    'give a reason that is true beside that value' AS remedy, b.table_name AS about_table, b.row_id AS about_row, b.column_name AS about_column
FROM (
    SELECT b.*, b.row_id AS act_id FROM absences b WHERE b.table_name = 'acts' AND b.reason IN ('not_found', 'not_stated', 'withheld')
    UNION ALL
    SELECT b.*, x.act_id FROM absences b JOIN subpoenas x ON b.table_name = 'subpoenas' AND b.row_id = x.subpoena_id
    WHERE b.reason = 'not_applicable' AND b.is_copied
) b
JOIN subpoenas s ON b.act_id = s.act_id
JOIN named_cells c ON c.table_name = 'subpoenas' AND c.row_id = s.subpoena_id AND c.column_name = b.column_name
WHERE c.value IS NOT NULL;

SELECT 'absences' AS table_name, b.absence_id AS row_id, NULL AS column_name,
    'acts ' || a.act_id || ': ' || x.column_name || ' is ' || x.value || ' by event ' || x.event_id || ', and `absent` says that it is null' AS message,
    'take ' || x.column_name || ' out of `absent`' AS remedy
FROM acts a
CROSS JOIN LATERAL (VALUES
    ('response_status', a.response_status, a.response_event_id),
    ('enforcement_status', a.enforcement_status, a.enforcement_event_id),
    ('outcome', a.outcome, a.outcome_event_id)) x(column_name, value, event_id)
JOIN absences b ON b.table_name = 'acts' AND b.row_id = a.act_id AND b.column_name = x.column_name
WHERE x.value IS NOT NULL;

SELECT 'absences' AS table_name, b.absence_id AS row_id, NULL AS column_name,
    b.table_name || '.' || b.column_name || ' is no claim' AS message, 'name a claim of the table' AS remedy
FROM absences b
ANTI JOIN stems d ON b.table_name = d.table_name AND b.column_name = d.stem AND d.role = 'claim'
WHERE b.column_name NOT IN ('response_status', 'enforcement_status', 'outcome')
    AND (b.table_name, b.column_name) <> ('acts', 'information_sought');

SELECT DISTINCT 'absences' AS table_name, b.absence_id AS row_id, NULL AS column_name,
    'acts ' || b.row_id || ': what was asked for has a row, and a reason why it has none' AS message,
    'take information_sought out of `absent`' AS remedy, b.table_name AS about_table, b.row_id AS about_row
FROM absences b JOIN information_sought i ON b.row_id = i.act_id
WHERE b.table_name = 'acts' AND b.column_name = 'information_sought';

--- rule conflict-without-record
-- what: Evidence for one cell gives different values, and no `conflicts` row says which one is
--   published.
-- why: A disagreement is always shown, never settled without a record.
-- example: One article says 'ICE Director', another 'acting ICE Director'.
-- remedy: Correct the words if they are wrong; otherwise add a row of `conflicts` with rule and
--   reason. If some of these words are about another body's paper, move them to its act.
SELECT coalesce(CASE WHEN d.evidence_id IS NOT NULL THEN 'evidence' END, d.table_name) AS table_name,
    coalesce(d.evidence_id, d.row_id) AS row_id, d.column_name,
    d.table_name || ' ' || d.row_id || '.' || d.column_name || ': evidence gives ' || d.listed AS message,
    d.table_name AS about_table, d.row_id AS about_row
FROM disputes d
ANTI JOIN conflicts c ON c.table_name = d.table_name AND c.row_id = d.row_id AND c.column_name = d.column_name;

--- rule conflict-gone
-- what: There is a `conflicts` row or the reason `conflicting`, but the evidence agrees.
-- why: A record of a conflict that does not exist misleads.
-- example: The losing evidence was removed and its conflict row was not.
-- remedy: Remove the row of `conflicts`, or restore the evidence.
-- needs: others
SELECT 'conflicts' AS table_name, c.conflict_id AS row_id, NULL AS column_name,
    'the evidence for ' || c.table_name || '/' || c.row_id || '/' || c.column_name || ' agrees' AS message,
    c.table_name AS about_table, c.row_id AS about_row, c.column_name AS about_column
FROM conflicts c
ANTI JOIN disputes d ON c.table_name = d.table_name AND c.row_id = d.row_id AND c.column_name = d.column_name;

SELECT 'absences' AS table_name, b.absence_id AS row_id, NULL AS column_name,
    b.table_name || ' ' || b.row_id || '.' || b.column_name || ' is null as conflicting and its evidence does not disagree' AS message
FROM absences b
ANTI JOIN (
    SELECT g.table_name, g.row_id, g.column_name FROM giving g WHERE g.value IS NOT NULL
    GROUP BY ALL HAVING count(DISTINCT g.value) > 1
) x ON b.table_name = x.table_name AND b.row_id = x.row_id AND b.column_name = x.column_name
WHERE b.reason = 'conflicting' AND NOT b.is_copied
    AND b.column_name NOT IN ('response_status', 'enforcement_status', 'outcome');

--- rule conflict-value
-- what: The published value in a conflict's record is not the value of the row.
-- why: The winning side is written down, so that it cannot change by mistake.
-- example: The row says `under_review`, the record `published_value = "refused"`.
-- remedy: Look at the evidence again, then write the right value in the record.
SELECT 'conflicts' AS table_name, x.conflict_id AS row_id, 'published_value' AS column_name,
    'the record says that ' || coalesce(x.published_value, 'null') || ' is published, the row says ' || c.value AS message,
    x.table_name AS about_table, x.row_id AS about_row, x.column_name AS about_column
FROM conflicts x
JOIN named_cells c ON x.table_name = c.table_name AND x.row_id = c.row_id AND x.column_name = c.column_name
JOIN stems d ON c.table_name = d.table_name AND c.column_name = d.stem
LEFT JOIN edtf_days v ON d.is_date AND c.value = v.value
LEFT JOIN edtf_days w ON d.is_date AND x.published_value = w.value
WHERE x.resolution <> 'unresolved' AND c.value IS NOT NULL AND CASE WHEN d.is_date
    THEN coalesce(v.earliest < w.earliest OR v.latest > w.latest, false) ELSE x.published_value IS DISTINCT FROM c.value END;

SELECT 'conflicts' AS table_name, x.conflict_id AS row_id, 'published_value' AS column_name,
    'no evidence for ' || x.table_name || '/' || x.row_id || '/' || x.column_name || ' gives ' || x.published_value AS message,
    x.table_name AS about_table, x.row_id AS about_row, x.column_name AS about_column
FROM conflicts x
JOIN stems d ON x.table_name = d.table_name AND x.column_name = d.stem AND NOT d.is_date
ANTI JOIN giving g ON x.table_name = g.table_name AND x.row_id = g.row_id AND x.column_name = g.column_name
    AND g.value = x.published_value
WHERE x.published_value IS NOT NULL;

--- rule conflict-rule
-- what: By the rule that a conflict's record names, another side should win.
-- why: One kind of conflict is settled by one rule everywhere, so the choice can be computed again.
-- example: `resolution = "least_committing"`, and "convicted" is published over "accused".
-- remedy: Publish the side that the rule chooses, or name the rule that was meant.
WITH side AS (
    SELECT c.conflict_id, c.table_name, c.row_id, c.column_name, c.resolution, e.value, e.stance <> 'contests' AS won,
        min(CASE WHEN s.standing IN ('party_document', 'court_document', 'law') THEN 1 WHEN s.standing = 'own_reporting' THEN 2
            WHEN s.standing = 'wire_copy' THEN 3 WHEN s.standing = 'reprint' THEN 4 ELSE 5 END) AS standing,
        count(DISTINCT e.source_id) AS n_sources, count(DISTINCT coalesce(s.family_id, s.source_id)) AS n_families,
        min(list_position(['alleged', 'accused', 'wanted', 'arrested', 'charged', 'convicted', 'asserted'], e.value)) AS committed
    FROM conflicts c
    JOIN evidence e ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.column_name = c.column_name
    JOIN sources s ON e.source_id = s.source_id
    WHERE e.stance IN ('supports', 'contests') AND e.derivation <> 'copied' AND c.resolution <> 'unresolved'
    GROUP BY ALL
), best AS (
    SELECT conflict_id, any_value(value) AS value, min(standing) AS standing, max(n_sources) AS n_sources,
        max(n_families) AS n_families, min(committed) AS committed
    FROM side WHERE won GROUP BY conflict_id
)
SELECT 'conflicts' AS table_name, l.conflict_id AS row_id, 'resolution' AS column_name,
    l.table_name || '/' || l.row_id || '/' || l.column_name || ': by ' || l.resolution || ', ' || l.value || ' wins over ' || b.value AS message,
    l.table_name AS about_table, l.row_id AS about_row, l.column_name AS about_column
FROM side l JOIN best b ON l.conflict_id = b.conflict_id
WHERE NOT l.won AND CASE l.resolution
    WHEN 'primary_over_secondary' THEN l.standing < b.standing OR l.standing = b.standing AND l.n_sources > b.n_sources
    WHEN 'least_committing' THEN coalesce(l.committed < b.committed, false) OR l.value = 'reviewing'
        OR coalesce(TRY_CAST(l.value AS INTEGER) < TRY_CAST(b.value AS INTEGER), false)
        OR ends_with(lower(l.value), lower(b.value)) AND regexp_matches(l.value, '^(acting|interim) ', 'i')
    WHEN 'most_specific' THEN contains(l.value, b.value)
    WHEN 'most_independent' THEN l.n_families >= b.n_families
    ELSE false END;

SELECT 'conflicts' AS table_name, c.conflict_id AS row_id, 'resolution' AS column_name,
    c.table_name || '/' || c.row_id || '/' || c.column_name || ': both ' || c.published_value || ' and ' || min(e.value)
    || ' are one day, so neither is the more exact' AS message,
    'name the rule by which the day was chosen, or leave it unresolved' AS remedy,
    c.table_name AS about_table, c.row_id AS about_row, c.column_name AS about_column
FROM conflicts c
JOIN evidence e ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.column_name = c.column_name AND e.stance = 'contests'
WHERE c.resolution = 'most_specific' AND regexp_matches(c.published_value, '^\d{4}-\d{2}-\d{2}$') AND regexp_matches(e.value, '^\d{4}-\d{2}-\d{2}$')
GROUP BY c.conflict_id, c.table_name, c.row_id, c.column_name, c.published_value;
