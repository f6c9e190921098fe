-- Words stand where they should, and are no more than may be quoted.

--- rule words-not-found
-- what: The words of a piece of evidence are not where they should be, or one place of a page is quoted
--   in two wordings.
-- why: Evidence is the source's own words, letter for letter.
-- example: The text has "four immigration subpoenas", but the row has "four subpoenas".
-- remedy: Copy the words from the text; `python build cite SOURCE "words"` finds the nearest
--   passage.
-- needs: texts
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, NULL AS column_name,
    'the words, or those around them, do not stand at ' || e.char_start || ' of ' || e.source_id AS message
FROM evidence e JOIN texts x ON e.source_id = x.source_id
WHERE e.char_start IS NOT NULL AND (
    length(e.exact) <> e.char_end - e.char_start OR e.char_end > length(x.text)
    OR e.char_start + 1 - length(coalesce(e.prefix, '')) < 1
    OR substring(x.text, e.char_start + 1 - length(coalesce(e.prefix, '')), length(concat(e.prefix, e.exact, e.suffix)))
        <> concat(e.prefix, e.exact, e.suffix));

-- needs: texts
SELECT 'quotes' AS table_name, q.quote_id AS row_id, 'text' AS column_name,
    'the words do not stand at ' || q.char_start || ' of ' || q.source_id AS message
FROM quotes q JOIN texts x ON q.source_id = x.source_id
WHERE q.text IS NOT NULL AND (substring(x.text, q.char_start + 1, q.char_end - q.char_start) <> q.text OR length(q.text) <> q.char_end - q.char_start);

-- needs: texts
SELECT 'shared_passages' AS table_name, p.shared_passage_id AS row_id, NULL AS column_name,
    'the two texts do not share this passage' AS message
FROM shared_passages p
JOIN texts x ON p.source_id = x.source_id
JOIN texts y ON p.other_source_id = y.source_id
WHERE p.n_characters <> p.char_end - p.char_start OR p.n_characters < 60
    OR plain(substring(x.text, p.char_start + 1, p.char_end - p.char_start))
    <> plain(substring(y.text, p.other_char_start + 1, p.other_char_end - p.other_char_start));

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, NULL AS column_name,
    'the words at ' || e.char_start || ' are ' || length(e.exact) || ' characters, the place ' || (e.char_end - e.char_start) AS message
FROM evidence e
WHERE e.char_start IS NOT NULL AND (e.char_end IS NULL OR length(e.exact) <> e.char_end - e.char_start
    OR length(e.prefix) > 32 OR length(e.suffix) > 32);

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, NULL AS column_name,
    '“' || e.exact || '” with a locator must be words of the address of ' || e.source_id || ', whose text is held' AS message,
    'remove the locator, or quote the address' AS remedy
FROM evidence e JOIN sources s ON e.source_id = s.source_id
WHERE s.text_held AND e.char_start IS NULL AND e.derivation <> 'copied'
    AND NOT coalesce(contains(s.url, concat(e.prefix, e.exact, e.suffix)), false);

SELECT 'quotes' AS table_name, q.quote_id AS row_id, 'text' AS column_name,
    'the words are ' || length(q.text) || ' characters, the place ' || (q.char_end - q.char_start) AS message
FROM quotes q
LEFT JOIN sources s ON q.source_id = s.source_id
WHERE length(q.text) <> q.char_end - q.char_start OR q.char_end > s.n_characters;

WITH place AS (
    SELECT source_id, locator, concat(prefix, exact, suffix) AS said, count(*) AS n, min(evidence_id) AS evidence_id
    FROM evidence WHERE locator IS NOT NULL AND derivation <> 'copied' GROUP BY ALL
), said_at AS MATERIALIZED (
    SELECT p.*, string_split(s.plain, ' ') AS words FROM place p JOIN said s ON p.said = s.words
), pair AS (
    SELECT a.*, b.said AS other,
        list_position(list_transform(range(1, least(len(a.words), len(b.words)) + 1), lambda i: a.words[i] = b.words[i]), false) - 1 AS n_before,
        list_position(list_transform(range(1, least(len(a.words), len(b.words)) + 1), lambda i: a.words[-i] = b.words[-i]), false) - 1 AS n_after
    FROM said_at a JOIN said_at b ON a.source_id = b.source_id AND a.locator = b.locator AND (a.n, a.evidence_id) < (b.n, b.evidence_id)
    WHERE a.words[1:3] = b.words[1:3] OR a.words[-3:] = b.words[-3:]
)
SELECT 'evidence' AS table_name, p.evidence_id AS row_id, NULL AS column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': ' || p.source_id || ' is quoted at “' || p.locator || '” with the words “' || p.said
    || '” and with “' || p.other || '”' AS message,
    'copy both from the page, letter for letter; if it has both, give each a `locator` of its own' AS remedy,
    e.table_name AS about_table, e.row_id AS about_row, e.column_name AS about_column
FROM pair p JOIN evidence e ON p.evidence_id = e.evidence_id WHERE p.n_before + p.n_after >= 6;

WITH span AS (
    SELECT 'evidence' AS table_name, evidence_id AS row_id, source_id, char_start AS lo, char_end AS hi, exact AS words
    FROM evidence WHERE char_start IS NOT NULL AND derivation <> 'copied'
    UNION ALL
    SELECT 'quotes', quote_id, source_id, char_start, char_end, text FROM quotes WHERE char_start IS NOT NULL
)
SELECT a.table_name, a.row_id, NULL AS column_name,
    'the words at ' || a.lo || ' of ' || a.source_id || ' are not those of ' || b.table_name || ' ' || b.row_id AS message
FROM span a JOIN span b ON a.source_id = b.source_id AND a.lo BETWEEN b.lo AND b.hi - 1 AND (a.table_name, a.row_id) <> (b.table_name, b.row_id)
WHERE substring(a.words, 1, least(a.hi, b.hi) - a.lo) <> substring(b.words, a.lo - b.lo + 1, least(a.hi, b.hi) - a.lo);

--- rule words-not-unique
-- what: The words occur more than once.
-- why: Evidence must be one place in the text.
-- example: A sentence that the article prints twice; "ICE" inside a long passage.
-- remedy: Add `within`: a longer passage that occurs once and contains the words once.

--- rule words-too-many
-- what: A passage, or all passages of a page that is not held, has more words than the limit.
-- why: The words belong to their publisher. The limit is 20 words per passage and 150 per page, and
--   never a whole sentence.
-- example: A passage that begins with a capital after a full stop and ends with a full stop.
-- remedy: Quote the shortest phrase that gives the value. Works of the U.S. government may be quoted
--   beyond 150 words.
SELECT 'evidence' AS table_name, min(evidence_id) AS row_id, NULL AS column_name,
    'the passage “' || left(any_value(s.words), 70) || '…” has ' || any_value(len(string_split_regex(trim(s.words), '\s+'))) || ' words' AS message
FROM evidence JOIN said s ON concat(prefix, exact, suffix) = s.words AND regexp_matches(trim(s.words), '\s(\S+\s+){19}')
WHERE char_start IS NULL AND derivation <> 'copied'
    AND NOT (table_name = 'sources' AND column_name = 'title')
GROUP BY source_id, passage_id;

SELECT 'evidence' AS table_name, min(evidence_id) AS row_id, NULL AS column_name,
    'the passage “' || left(any_value(s.words), 70) || '” is a whole sentence' AS message
FROM evidence JOIN said s ON concat(prefix, exact, suffix) = s.words
    AND right(trim(s.words), 1) IN ('.', '!', '?', '"', '”', '’', '''')
    AND regexp_full_match(trim(s.words), '["“‘'']?[^.!?]* [^.!?]* [^.!?]*[.!?]["”’'']?')
    AND NOT regexp_matches(trim(s.words), '\b(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.$')
    AND left(ltrim(s.words, '"“‘'' '), 1) <> left(lower(ltrim(s.words, '"“‘'' ')), 1)
WHERE char_start IS NULL AND derivation <> 'copied'
    AND NOT (table_name = 'sources' AND column_name = 'title')
GROUP BY source_id, passage_id;

WITH beyond AS (
    SELECT *, 150 AS most FROM sources WHERE n_words_quoted > most AND NOT coalesce(text_held, false)
        AND coalesce(url, '') NOT SIMILAR TO 'https?://([a-z0-9-]+\.)*(gov|mil)(/.*)?'
        AND kind NOT IN ('law', 'court_document') AND coalesce(publisher, '') NOT LIKE 'U.S. %'
), listed AS (
    SELECT source_id, array_to_string(list(n || ' “' || said || '”' ORDER BY n DESC, said)[:5], ', ') || CASE WHEN count(*) > 5 THEN ' …' ELSE '' END AS passages
    FROM quoted GROUP BY source_id
)
SELECT 'sources' AS table_name, s.source_id AS row_id, 'n_words_quoted' AS column_name,
    'sources ' || s.source_id || ': ' || s.n_words_quoted || ' words of the page are quoted in all, and ' || s.most || ' may be; the longest passages: '
        || l.passages AS message,
    'shorten passages by ' || (s.n_words_quoted - s.most) || CASE s.n_words_quoted - s.most WHEN 1 THEN ' word' ELSE ' words' END || ' or more; `title`, `byline` and the `words` of all rows count; two or more words '
        || 'that passages of one place share count once; `about` and ids do not count' AS remedy
FROM beyond s JOIN listed l ON s.source_id = l.source_id;

--- rule read-without-words
-- what: A source says from what, how much, or when it was read, and no words are taken from it.
-- why: These columns tell a reader that somebody read the page. Nobody read a document that is
--   known only through its copies.
-- example: `read_from = "stored_copy"` for a report that only another page names.
-- remedy: Quote the page. If it was not read, remove `read_from`, `read_part` and `accessed`; if
--   they are at the head of the file for all its sources, move the row to a file without them.
SELECT 'sources' AS table_name, s.source_id AS row_id, 'read_from' AS column_name,
    'sources ' || s.source_id || ' is said to be read, and no words are taken from it' AS message
FROM sources s ANTI JOIN evidence e ON s.source_id = e.source_id
WHERE coalesce(s.read_from::VARCHAR, s.read_part, s.accessed::VARCHAR) IS NOT NULL;

--- rule words-inadmissible
-- what: Some of the words are in a region of the page that may not support this cell.
-- why: Reader comments and other stories' headlines prove nothing.
-- example: Evidence from the comments under an article.
-- remedy: Quote words of the article itself.
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, NULL AS column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': the words '
    || CASE WHEN e.region IS NULL THEN 'cross the border of a region' ELSE 'lie in the region ' || e.region END AS message,
    e.table_name AS about_table, e.row_id AS about_row, e.column_name AS about_column, e.source_id AS text_id
FROM evidence e
WHERE e.char_start IS NOT NULL AND e.derivation <> 'copied' AND NOT coalesce(
    e.region IN ('body', 'headline', 'deck', 'embedded')
    OR e.region IN ('byline', 'boilerplate', 'image_credit', 'caption') AND e.table_name IN ('sources', 'source_relations')
    OR e.region = 'byline' AND e.table_name = 'individuals_referenced'
    OR e.region = 'caption' AND e.column_name IN ('name', 'title', 'byline'), false);

SELECT 'quotes' AS table_name, q.quote_id AS row_id, NULL AS column_name,
    'quotes ' || q.quote_id || ': the passage '
    || CASE WHEN q.region IS NULL THEN 'crosses the border of a region' ELSE 'lies in the region ' || q.region END AS message,
    'remove the row' AS remedy, q.source_id AS text_id
FROM quotes q
WHERE q.char_start IS NOT NULL AND NOT coalesce(q.region IN ('body', 'headline', 'deck', 'embedded'), false);

--- rule negation-unanswered
-- what: A negation or a hedge comes just before the words that give a code, and the row does not
--   say what it means.
-- why: Words without their clause can say the opposite of the source.
-- example: `kind = "detainer_lodged"` from "detainer lodged" in "said that no detainer lodged …".
-- remedy: Quote that word with the others. Or add `clause = "carried"` if the code or the
--   modality already says it, or `clause = "elsewhere"` if it belongs to other words.
-- needs: texts
WITH before AS (
    SELECT e.evidence_id, e.table_name, e.row_id, e.column_name, e.exact, regexp_extract(
        lower(without_may(plain(substring(x.text, l.char_start + 1, e.char_start - l.char_start)))),
        '\b(not|no|never|without|neither|nor|none|nobody|unless|may|might|could|would|allegedly|reportedly|suggest\w*|expected to|unclear|'
        'likely|possibly|threaten\w*|consider\w*|\w+n''t)((?: [\w''-]+){0,3}) ?$', ['word', 'between']) AS found
    FROM evidence e
    JOIN declared d ON e.table_name = d.table_name AND e.column_name = d.column_name AND d.vocabulary IS NOT NULL
    JOIN texts x ON e.source_id = x.source_id
    JOIN ledger l ON l.source_id = e.source_id AND l.char_start <= e.char_start AND e.char_end <= l.char_end
    WHERE e.derivation = 'vocabulary' AND e.stance <> 'bears_on' AND NOT contains(coalesce(e.arguments, ''), '"clause"')
        AND e.table_name IN ('case_facts', 'events', 'grounds', 'individuals_referenced', 'policy_statements')
)
SELECT 'evidence' AS table_name, b.evidence_id AS row_id, b.column_name,
    b.table_name || ' ' || b.row_id || '.' || b.column_name || ': ' || CASE WHEN regexp_matches(b.found.word, '^(not|no|never|without|neither|nor|none|nobody|unless)$|n''t$')
        THEN 'the negation' ELSE 'the hedge' END || ' “' || b.found.word || '” stands before “' || left(b.exact, 60) || '”' AS message,
    b.table_name AS about_table, b.row_id AS about_row
FROM before b
LEFT JOIN case_facts f ON b.table_name = 'case_facts' AND b.row_id = f.case_fact_id
LEFT JOIN policy_statements p ON b.table_name = 'policy_statements' AND b.row_id = p.policy_statement_id
WHERE b.found.word <> '' AND NOT regexp_matches(b.found.between, '\b(and|but)\b') AND NOT (b.column_name = 'modality' AND coalesce(f.modality, p.modality) = 'asserted')
    AND NOT (b.found.word IN ('allegedly', 'reportedly') AND coalesce(f.modality, 'asserted') NOT IN ('asserted', 'convicted'));

--- rule marks-and-kind
-- what: A row calls words inside quotation marks a paraphrase, or words outside them a quotation.
-- why: A reader first wants to know whether somebody is quoted or paraphrased.
-- example: `kind = "direct"` on a clause after "said that".
-- remedy: Correct `kind`, or the words.
-- needs: texts
SELECT 'quotes' AS table_name, q.quote_id AS row_id, 'kind' AS column_name,
    'quotes ' || q.quote_id || ': the words stand ' || CASE WHEN q.kind = 'indirect' THEN 'inside' ELSE 'outside' END
    || ' quotation marks, and the kind is ' || q.kind AS message
FROM quotes q JOIN texts x ON q.source_id = x.source_id
WHERE q.char_start IS NOT NULL AND CASE WHEN q.kind = 'indirect'
    THEN substring(x.text, q.char_start, 1) IN ('“', '"', '‘', '''') AND substring(x.text, q.char_end + 1, 1) IN ('”', '"', '’', '''')
    ELSE substring(x.text, q.char_start, 1) NOT IN ('“', '"', '‘', '''') AND substring(x.text, q.char_end + 1, 1) NOT IN ('”', '"', '’', '''')
    END;

SELECT 'quotes' AS table_name, q.quote_id AS row_id, 'kind' AS column_name,
    'quotes ' || q.quote_id || ': the kind is ' || q.kind || ', and ' || CASE
        WHEN q.kind IN ('scare', 'title') AND coalesce(q.speaker_id, q.speaker_agency_id) IS NOT NULL THEN 'somebody is named as its speaker'
        WHEN q.kind = 'title' THEN 'a title begins with a capital'
        WHEN q.speaker_id IS NULL AND q.speaker_agency_id IS NULL THEN 'nobody is named as its speaker'
        WHEN q.kind = 'direct' THEN 'the words begin within a sentence' ELSE 'the words are a sentence' END AS message,
    CASE WHEN q.kind NOT IN ('scare', 'title') AND q.speaker_id IS NULL AND q.speaker_agency_id IS NULL THEN
        'say in `cells` who speaks; for somebody who has no row, such as “his lawyers”, write absent = { speaker_id = "ambiguous" }'
        || ' and cells = { speaker_id = { words = "…", bears = true } }; for a private person, whose name is left out, write only absent = { speaker_id = "withheld" }' END AS remedy
FROM quotes q
LEFT JOIN absences b ON b.table_name = 'quotes' AND b.row_id = q.quote_id AND b.column_name IN ('speaker_id', 'speaker_agency_id')
WHERE q.kind IN ('scare', 'title') AND (q.speaker_id IS NOT NULL OR q.speaker_agency_id IS NOT NULL)
    OR q.kind = 'title' AND left(q.text, 1) <> upper(left(q.text, 1))
    OR q.kind NOT IN ('scare', 'title') AND q.speaker_id IS NULL AND q.speaker_agency_id IS NULL AND b.absence_id IS NULL
    OR q.kind = 'direct' AND left(q.text, 1) <> upper(left(q.text, 1))
    OR q.kind = 'partial' AND len(string_split(q.text, ' ')) > 8 AND left(q.text, 1) <> lower(left(q.text, 1));
