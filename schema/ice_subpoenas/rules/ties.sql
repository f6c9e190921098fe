-- Words are about their row. The relations are those of `relations/ties.sql`.

--- rule words-not-about-row
-- what: The words that give a cell stand beside no words for what the row is about, or what it is.
-- why: A true number, date or offense of the same text may be about somebody else.
-- example: An age from "a 21-year-old" in the row of another man; "three" of "three of those men" as a
--   number of subpoenas.
-- remedy: Quote the words beside a word for the person, body or paper; where a pronoun carries it, add
--   `about = "…"` with the words of the same source that say who.
-- needs: texts
SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    t.table_name || ' ' || t.row_id || '.' || t.column_name || ': no word of the sentence of “' || left(t.exact, 60)
    || '” says what the row is about' AS message,
    NULL AS remedy, t.table_name AS about_table, t.row_id AS about_row
FROM tied t
JOIN contexts c ON t.table_name = c.table_name AND t.row_id = c.row_id AND t.passage_id = c.passage_id
SEMI JOIN subject_words s ON t.table_name = s.table_name AND t.row_id = s.row_id
WHERE t.is_held AND coalesce(t.is_kind, true) AND NOT EXISTS (
    FROM subject_words w WHERE w.table_name = t.table_name AND w.row_id = t.row_id
    AND (w.source_id IS NULL OR w.source_id = t.source_id) AND contains(concat(c.words, t.about), w.words));

SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    t.table_name || ' ' || t.row_id || '.' || t.column_name || ': no word beside “' || left(t.exact, 60)
    || '” at that place says what the row is about' AS message,
    NULL AS remedy, t.table_name AS about_table, t.row_id AS about_row
FROM tied t
JOIN contexts c ON t.table_name = c.table_name AND t.row_id = c.row_id AND t.passage_id = c.passage_id
SEMI JOIN subject_words s ON t.table_name = s.table_name AND t.row_id = s.row_id
WHERE NOT t.is_held AND coalesce(t.is_kind, true) AND NOT EXISTS (
    FROM subject_words w WHERE w.table_name = t.table_name AND w.row_id = t.row_id
    AND (w.source_id IS NULL OR w.source_id = t.source_id) AND contains(concat(c.words, t.about), w.words))
    AND NOT (t.table_name = 'case_facts' AND regexp_matches(c.words,
        ' (he|she|his|her|man|woman|suspect|defendant|person|individual|national|citizen|immigrant|driver|one|first|second|third|fourth) '))
    AND NOT (t.table_name = 'grounds' AND EXISTS (FROM tied o WHERE o.table_name = 'grounds' AND o.row_id = t.row_id
        AND o.source_id = t.source_id AND o.is_kind = false));

-- needs: texts
SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    t.table_name || ' ' || t.row_id || '.' || t.column_name || ': “' || left(t.exact, 60)
    || '” stands in another sentence than the words for what the row is' AS message,
    NULL AS remedy, t.table_name AS about_table, t.row_id AS about_row
FROM tied t
WHERE t.is_held AND t.is_kind IS NULL AND t.about IS NULL
    AND t.table_name IN ('events', 'case_facts', 'individuals_referenced', 'policy_statements')
    AND NOT EXISTS (
        FROM tied k JOIN linked_sentences s ON k.table_name = s.table_name AND k.row_id = s.row_id AND k.passage_id = s.passage_id
        JOIN tied_sentences o ON o.ledger_id = s.ledger_id AND o.table_name = t.table_name AND o.row_id = t.row_id
            AND o.passage_id = t.passage_id
        WHERE k.is_kind AND k.table_name = t.table_name AND k.row_id = t.row_id AND k.source_id = t.source_id);

SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    t.table_name || ' ' || t.row_id || '.' || t.column_name || ': “' || left(t.exact, 60)
    || '” stands at another place of the page than the words for what the row is' AS message,
    NULL AS remedy, t.table_name AS about_table, t.row_id AS about_row
FROM tied t
WHERE NOT t.is_held AND t.is_kind IS NULL AND t.about IS NULL
    AND t.table_name IN ('events', 'case_facts', 'individuals_referenced', 'policy_statements')
    AND NOT EXISTS (
        FROM tied k WHERE k.is_kind AND NOT k.is_held AND k.table_name = t.table_name AND k.row_id = t.row_id
        AND k.source_id = t.source_id AND k.locator IS NOT DISTINCT FROM t.locator);

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': beside “' || left(e.exact, 60)
    || '” stands no word for what is counted (' || array_to_string(d.units[:6], ', ') || ' …)' AS message,
    NULL AS remedy, e.table_name AS about_table, e.row_id AS about_row
FROM evidence e
JOIN declared d ON e.table_name = d.table_name AND e.column_name = d.column_name AND len(d.units) > 0
WHERE e.derivation IN ('number_word', 'count') AND e.stance <> 'bears_on'
    AND NOT list_has_any(string_split(trim(bare(concat(e.prefix, e.exact, e.suffix, ' ', e.arguments ->> 'about'))), ' '),
        list_concat(d.units, list_transform(d.units, lambda u: u || 's')));

-- needs: texts
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': “' || left(e.exact, 60)
    || '” stands far from the quotation' AS message,
    NULL AS remedy, e.table_name AS about_table, e.row_id AS about_row
FROM evidence e JOIN quotes q ON e.table_name = 'quotes' AND e.row_id = q.quote_id
WHERE e.char_start IS NOT NULL AND e.derivation NOT IN ('copied', 'inference') AND e.arguments ->> 'about' IS NULL
    AND e.column_name IN ('speaker_id', 'speaker_agency_id', 'speaker_as_printed', 'title_as_printed', 'cue', 'hedge')
    AND (SELECT count(*) FROM ledger l WHERE l.source_id = q.source_id
        AND l.char_start >= least(e.char_end, q.char_end) AND l.char_end <= greatest(e.char_start, q.char_start)) > 1;

-- needs: texts
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': the text has no words “' || left(e.arguments ->> 'about', 60) || '”' AS message,
    'copy the words of `about` from the text' AS remedy
FROM evidence e JOIN (SELECT source_id, bare(text) AS words FROM texts) x ON e.source_id = x.source_id
WHERE e.char_start IS NOT NULL AND contains(e.arguments, '"about"')
    AND NOT contains(x.words, bare(e.arguments ->> 'about'));
