-- Words are about their row. The relations are those of `relations/ties.sql`.

--- rule words-not-about-row
-- what: No words near those that give a cell say what the row is about or what kind of row it is.
-- why: A correct number, date or offense in the same text may be about somebody else.
-- example: An age from "a 21-year-old" in the row of another man; "three" of "three of those men"
--   as a number of subpoenas.
-- remedy: Quote words that are near a word for the person, body or paper. If there is only a
--   pronoun, add `about = "…"` with words of the same source that say who is meant.
SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    t.table_name || ' ' || t.row_id || '.' || t.column_name || ': no word ' || if(t.is_held, 'of the sentence of', 'near') || ' “' || left(t.exact, 60)
    || if(t.is_held, '”', '” at that place') || ' says what the row is about'
    || coalesce(', such as ' || (SELECT array_to_string(list_transform(list_sort(list(DISTINCT trim(w.words)))[:5], lambda each: '“' || each || '”'), ', ')
        FROM subject_words w WHERE w.table_name = t.table_name AND w.row_id = t.row_id AND (w.source_id IS NULL OR w.source_id = t.source_id)), '')
    || CASE WHEN t.about IS NULL THEN '' ELSE '; nor does `about`' END AS message,
    t.table_name AS about_table, t.row_id AS about_row
FROM tied t
JOIN mute c ON t.table_name = c.table_name AND t.row_id = c.row_id AND t.passage_id = c.passage_id
WHERE coalesce(t.is_kind, true) AND NOT EXISTS (
    FROM subject_words w WHERE w.table_name = t.table_name AND w.row_id = t.row_id
    AND (w.source_id IS NULL OR w.source_id = t.source_id) AND contains(t.about, w.words))
    AND NOT (NOT t.is_held AND t.table_name = 'case_facts' AND regexp_matches(c.words,
        ' (he|she|his|her|man|woman|suspect|defendant|person|individual|national|citizen|immigrant|driver|one|first|second|third|fourth) '))
    AND NOT (NOT t.is_held AND t.table_name = 'grounds' AND EXISTS (FROM tied o WHERE o.table_name = 'grounds' AND o.row_id = t.row_id
        AND o.source_id = t.source_id AND o.is_kind = false));

-- needs: texts
SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    t.table_name || ' ' || t.row_id || '.' || t.column_name || ': “' || left(t.exact, 60)
    || '” is not in the same sentence as the words for what the row is' AS message,
    'quote both from one sentence; or give this passage about = "…", those words for what the row is' AS remedy, t.table_name AS about_table, t.row_id AS about_row
FROM tied t
WHERE t.is_held AND t.is_kind IS DISTINCT FROM true AND t.about IS NULL
    AND t.table_name IN ('events', 'case_facts', 'grounds', 'individuals_referenced', 'policy_statements')
    AND EXISTS (FROM tied k WHERE k.is_kind AND k.table_name = t.table_name AND k.row_id = t.row_id AND k.source_id = t.source_id)
    AND NOT EXISTS (
        FROM tied k JOIN linked_sentences s ON k.table_name = s.table_name AND k.row_id = s.row_id AND k.passage_id = s.passage_id
        JOIN tied_sentences o ON o.ledger_id = s.ledger_id AND o.table_name = t.table_name AND o.row_id = t.row_id
            AND o.passage_id = t.passage_id
        WHERE k.is_kind AND k.table_name = t.table_name AND k.row_id = t.row_id AND k.source_id = t.source_id);

SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    t.table_name || ' ' || t.row_id || '.' || t.column_name || ': “' || left(t.exact, 60)
    || CASE WHEN k.n > 0 THEN '” is not at the same place on the page as the words for what the row is' ELSE '” is alone: no words of this source say what the row is' END AS message,
    'give the passage about = "…", words of the page for what the row is; or take those from the same place in `cells`, such as kind = "…" of an event' AS remedy, t.table_name AS about_table, t.row_id AS about_row
FROM tied t
CROSS JOIN LATERAL (SELECT count(*) AS n FROM tied k WHERE k.is_kind AND k.table_name = t.table_name AND k.row_id = t.row_id AND k.source_id = t.source_id) k
WHERE NOT t.is_held AND t.is_kind IS NULL AND t.about IS NULL
    AND t.table_name IN ('events', 'case_facts', 'individuals_referenced', 'policy_statements')
    AND NOT EXISTS (
        FROM tied k WHERE k.is_kind AND NOT k.is_held AND k.table_name = t.table_name AND k.row_id = t.row_id
        AND k.source_id = t.source_id AND k.locator IS NOT DISTINCT FROM t.locator);

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': near “' || left(e.exact, 60)
    || '” there is no word for what is counted (' || array_to_string(d.units[:6], ', ') || ' …)' AS message,
    'quote the number with such a word, or add `about = "…"`, words of the page that have one; if it counts something that no such word says: by = "inference", value = "N", reason = "…"' AS remedy, e.table_name AS about_table, e.row_id AS about_row
FROM evidence e
JOIN declared d ON e.table_name = d.table_name AND e.column_name = d.column_name AND len(d.units) > 0
WHERE e.derivation IN ('number_word', 'count') AND e.stance <> 'bears_on'
    AND NOT list_has_any(string_split(trim(bare(concat(e.prefix, e.exact, e.suffix, ' ', e.arguments ->> 'about'))), ' '),
        list_concat(d.units, list_transform(d.units, lambda u: u || 's')));

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': “' || left(concat(e.exact, e.suffix), 60) || '” is an age' AS message,
    e.table_name AS about_table, e.row_id AS about_row
FROM evidence e
WHERE e.derivation = 'number_word' AND e.column_name <> 'age'
    AND (regexp_matches(e.exact, '\S[- ]year[- ]old')
        OR regexp_matches(concat(e.exact, e.suffix), '^(an? )?\S+[- ]year[- ]old'));

WITH place AS (
    SELECT individual_id, act_id AS place FROM individuals_referenced WHERE act_id IS NOT NULL
    UNION SELECT f.individual_id, e.source_id
    FROM case_facts f JOIN evidence e ON e.table_name = 'case_facts' AND e.row_id = f.case_fact_id WHERE f.individual_id IS NOT NULL
), near AS (
    SELECT DISTINCT x.individual_id, y.individual_id AS other FROM place x JOIN place y ON x.place = y.place AND x.individual_id <> y.individual_id
), own AS (
    SELECT p.* FROM person_words p
    WHERE NOT EXISTS (FROM near n JOIN person_words o ON o.individual_id = n.other WHERE n.individual_id = p.individual_id AND contains(o.words, p.words))
), fact AS (
    SELECT f.case_fact_id, f.individual_id, t.source_id, concat(string_agg(DISTINCT c.words, ' '), string_agg(DISTINCT bare(t.about), ' ')) AS words
    FROM case_facts f
    JOIN tied t ON t.table_name = 'case_facts' AND t.row_id = f.case_fact_id
    JOIN contexts c ON c.table_name = 'case_facts' AND c.row_id = t.row_id AND c.passage_id = t.passage_id
    WHERE f.individual_id IN (SELECT individual_id FROM near)
    GROUP BY ALL
)
SELECT DISTINCT 'case_facts' AS table_name, f.case_fact_id AS row_id, 'individual_id' AS column_name,
    'case_facts ' || f.case_fact_id || ': its words of ' || f.source_id || ' tell of ' || n.other || ', and none of ' || f.individual_id AS message
FROM fact f
JOIN near n ON n.individual_id = f.individual_id
JOIN own w ON w.individual_id = n.other AND (w.source_id IS NULL OR w.source_id = f.source_id) AND contains(f.words, w.words)
WHERE NOT EXISTS (FROM own o WHERE o.individual_id = f.individual_id AND (o.source_id IS NULL OR o.source_id = f.source_id) AND contains(f.words, o.words));

-- needs: texts
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': “' || left(e.exact, 60)
    || '” is far from the quotation' AS message,
    e.table_name AS about_table, e.row_id AS about_row
FROM evidence e JOIN quotes q ON e.table_name = 'quotes' AND e.row_id = q.quote_id
WHERE e.char_start IS NOT NULL AND e.derivation NOT IN ('copied', 'inference') AND e.arguments ->> 'about' IS NULL
    AND e.column_name IN ('speaker_id', 'speaker_agency_id', 'speaker_as_printed', 'title_as_printed', 'cue', 'hedge', 'venue')
    AND (SELECT count(*) FROM ledger l WHERE l.source_id = q.source_id
        AND l.char_start >= least(e.char_end, q.char_end) AND l.char_end <= greatest(e.char_start, q.char_start)) > 1;

-- needs: texts
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': the text has no words “' || left(e.arguments ->> 'about', 60) || '”' AS message,
    'copy the words of `about` from the text' AS remedy
FROM evidence e JOIN (SELECT source_id, bare(text) AS words FROM texts) x ON e.source_id = x.source_id
WHERE e.char_start IS NOT NULL AND contains(e.arguments, '"about"')
    AND NOT contains(x.words, bare(e.arguments ->> 'about'));

SELECT 'evidence' AS table_name, t.evidence_id AS row_id, t.column_name,
    'individuals_referenced ' || i.individual_id || '.' || t.column_name || ': near “' || left(t.exact, 60) || '” nobody is called '
    || regexp_extract(i.name, '\S+$') AS message,
    t.table_name AS about_table, t.row_id AS about_row
FROM tied t
JOIN individuals_referenced i ON t.table_name = 'individuals_referenced' AND t.row_id = i.individual_id
JOIN contexts c ON c.table_name = t.table_name AND c.row_id = t.row_id AND c.passage_id = t.passage_id
WHERE t.column_name IN ('title', 'affiliation_agency_id', 'role') AND NOT contains(concat(c.words, t.about), bare(regexp_extract(i.name, '\S+$')));

WITH printed AS MATERIALIZED (
    SELECT e.evidence_id, e.table_name, e.row_id, e.column_name, e.source_id, e.exact, bare(e.exact) AS words,
        q.speaker_id AS person, coalesce(a.recipient_agency_id, q.speaker_agency_id, i.affiliation_agency_id) AS body
    FROM evidence e
    LEFT JOIN quotes q ON e.table_name = 'quotes' AND e.row_id = q.quote_id
    LEFT JOIN individuals_referenced i ON e.column_name = 'title_as_printed' AND q.speaker_id = i.individual_id
    LEFT JOIN acts a ON e.table_name = 'acts' AND e.row_id = a.act_id
    WHERE e.column_name IN ('speaker_as_printed', 'title_as_printed', 'recipient_as_printed') AND e.derivation <> 'copied'
        AND NOT (e.column_name = 'speaker_as_printed' AND EXISTS (FROM evidence i WHERE i.table_name = 'quotes'
            AND i.row_id = e.row_id AND i.column_name = 'speaker_agency_id' AND i.derivation = 'inference')) -- whose paper speaks, a reader says
), known AS (
    SELECT individual_id AS id, source_id, words FROM person_words
    UNION ALL FROM body_words UNION ALL FROM place_words
), named AS (
    SELECT evidence_id, words, source_id, unnest([person, body]) AS id FROM printed
    UNION ALL SELECT p.evidence_id, p.words, p.source_id, a.jurisdiction_id
    FROM printed p JOIN near_bodies n ON p.body = n.agency_id JOIN agencies a ON n.other = a.agency_id
), alike AS (
    SELECT p.evidence_id FROM (SELECT *, unnest(['', source_id]) AS scope FROM named) p
    JOIN known k ON p.id = k.id AND p.scope = coalesce(k.source_id, '') AND (p.words = k.words OR contains(k.words, p.words)
        OR contains(p.words, k.words) AND k.words NOT IN (' the city ', ' city ', ' the county ', ' county ', ' the state ', ' state ', ' the agency ', ' department '))
)
SELECT 'evidence' AS table_name, p.evidence_id AS row_id, p.column_name,
    p.table_name || ' ' || p.row_id || ': no words for ' || coalesce(p.person, p.body) || ' are like “' || p.exact || '”' AS message,
    p.table_name AS about_table, p.row_id AS about_row
FROM printed p
WHERE coalesce(p.person, p.body) IS NOT NULL AND NOT p.words IN (' he ', ' she ', ' they ', ' it ')
    AND (p.table_name = 'quotes' OR p.exact <> lower(p.exact))
    AND p.evidence_id NOT IN (SELECT evidence_id FROM alike)
    -- whoever wrote a paper is named elsewhere
    AND NOT (regexp_matches(p.words, '^ (his|her|the) ([a-z]+ ){0,2}(letters?|e ?mails?|statement|response|reply|memo) $')
        AND EXISTS (FROM evidence s WHERE s.table_name = 'quotes' AND s.row_id = p.row_id AND s.column_name = 'speaker_id'
            AND contains(bare(s.arguments ->> 'about'), p.words)));

WITH counted AS (
    SELECT e.*, d.units, list_transform(string_split(trim(regexp_replace(bare(concat(e.exact, regexp_extract(e.suffix, '^(\W+other\b)?\W+\w+'))), ' other (\w)', ' \1', 'g')), ' '), lambda w: rtrim(w, 's')) AS next
    FROM evidence e JOIN declared d ON e.table_name = d.table_name AND e.column_name = d.column_name AND len(d.units) > 0
    WHERE e.derivation IN ('number_word', 'count') AND e.stance <> 'bears_on'
)
SELECT 'evidence' AS table_name, c.evidence_id AS row_id, c.column_name,
    c.table_name || ' ' || c.row_id || '.' || c.column_name || ': “' || left(concat(c.exact, c.suffix), 60) || '” counts something else' AS message,
    c.table_name AS about_table, c.row_id AS about_row
FROM counted c
WHERE list_has_any(c.next, (SELECT flatten(list(units)) FROM declared)) AND NOT list_has_any(c.next, list_transform(c.units, lambda u: rtrim(u, 's')));

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': “' || left(concat(e.exact, e.suffix), 60) || '” are not calendar days' AS message,
    'leave the cell out; if the last day is known, infer it: respond_by = { words = "…", by = "inference", value = "YYYY-MM-DD", reason = "…" }' AS remedy,
    e.table_name AS about_table, e.row_id AS about_row
FROM evidence e
WHERE e.column_name = 'days_to_respond' AND e.derivation = 'number_word' AND e.stance <> 'bears_on'
    AND regexp_matches(concat(e.exact, e.suffix), '^\S+( \S+)? (' || no_calendar_days() || ') days');

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    'policy_statements ' || e.row_id || '.statement: the words of the position are not in “' || left(any_value(e.exact), 60) || '…”' AS message,
    'policy_statements' AS about_table, e.row_id AS about_row
FROM tied e JOIN tied o ON o.table_name = e.table_name AND o.row_id = e.row_id AND o.source_id = e.source_id AND o.column_name = 'position'
WHERE e.table_name = 'policy_statements' AND e.column_name = 'statement'
GROUP BY e.evidence_id, e.row_id, e.column_name HAVING NOT bool_or(e.passage_id = o.passage_id OR contains(lower(e.exact), lower(o.exact)) OR coalesce(contains(bare(concat(o.prefix, o.exact, o.suffix)), e.about), false));

-- needs: texts
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    'utterances ' || e.row_id || '.' || e.column_name || ': “' || left(e.exact, 60) || '” is far from the words that were spoken there' AS message,
    e.table_name AS about_table, e.row_id AS about_row
FROM evidence e JOIN quotes q ON q.utterance_id = e.row_id AND q.source_id = e.source_id
WHERE e.table_name = 'utterances' AND e.char_start IS NOT NULL AND e.arguments ->> 'about' IS NULL
GROUP BY ALL HAVING min((SELECT count(*) FROM ledger l WHERE l.source_id = q.source_id
    AND l.char_start >= least(e.char_end, q.char_end) AND l.char_end <= greatest(e.char_start, q.char_start))) > 1;

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    e.table_name || ' ' || e.row_id || '.' || e.column_name || ': the words are those of lawyers or a spokesperson for “' || e.exact || '”' AS message,
    'name who speaks, or the body for which they speak, in said_by_agency_id or actor_agency_id' AS remedy,
    e.table_name AS about_table, e.row_id AS about_row
FROM evidence e LEFT JOIN events v ON e.table_name = 'events' AND e.row_id = v.event_id
WHERE e.stance = 'supports' AND (e.column_name = 'said_by_individual_id' OR e.column_name = 'actor_individual_id' AND v.kind IN ('response', 'statement'))
    AND (regexp_matches(e.suffix, '^[’'']s? (\w+ )?(attorneys?|lawyers?|legal team|spokes\w+)\b') OR regexp_matches(e.prefix, '(?i)\b(attorneys?|lawyers?|spokes\w+) for $'));

--- rule words-of-another-row
-- what: A row takes only one cell from a passage, and its words give a cell of another row too.
-- why: The words may be about the other row only, such as another event on the same page.
-- example: "in March" is the day of a reply, and a row takes it as the day of a letter that nothing
--   near it mentions.
-- remedy: Quote words that are about this row. If the words are about both, take another cell of this
--   row from the same passage, or add `about = "…"`.
SELECT 'evidence' AS table_name, w.evidence_id AS row_id, w.column_name,
    w.table_name || ' ' || w.row_id || '.' || w.column_name || ': “' || any_value(w.words) || '” gives ' || min(o.column_name) || ' of '
    || min(o.row_id) || ', and nothing near it is about this row' AS message,
    w.table_name AS about_table, w.row_id AS about_row
FROM lone_words w
JOIN places_of_words o ON w.source_id = o.source_id AND w.place = o.place AND w.words = o.words AND (w.table_name, w.row_id) <> (o.table_name, o.row_id)
    AND w.list_name IS NOT DISTINCT FROM o.list_name
LEFT JOIN lone_words l ON o.evidence_id = l.evidence_id
LEFT JOIN acts a ON w.table_name = 'acts' AND w.row_id = a.act_id
LEFT JOIN acts b ON o.table_name = 'acts' AND o.row_id = b.act_id
WHERE o.about IS NULL AND (l.evidence_id IS NULL OR (w.table_name, w.column_name) = (o.table_name, o.column_name))
    AND NOT contains(w.column_name, '_by_') AND NOT contains(w.column_name, 'attributed') AND w.column_name NOT IN ('respond_by', 'issuing_agency_id', 'petitioner_agency_id', 'respondent_agency_id')
    AND NOT coalesce(w.table_name = 'acts' AND (a.act_group_id = b.act_group_id OR b.act_id <> '' AND w.column_name NOT IN ('issued', 'served')
        OR starts_with(o.row_id, w.row_id || '-')), false)
GROUP BY w.table_name, w.row_id, w.column_name, w.evidence_id;

-- needs: texts
SELECT 'evidence' AS table_name, w.evidence_id AS row_id, w.column_name,
    w.table_name || ' ' || w.row_id || '.' || w.column_name || ': near “' || left(w.words, 60) || '” nothing else is about the row' AS message,
    'quote a sentence that gives other cells of the row too, or add `about = "…"`' AS remedy, w.table_name AS about_table, w.row_id AS about_row
FROM lone_words w
WHERE w.is_held AND w.is_kind AND w.table_name IN ('case_facts', 'events', 'grounds', 'policy_statements') AND (w.table_name, w.column_name) <> ('events', 'kind') AND EXISTS (FROM places_of_words o
    WHERE o.table_name = w.table_name AND o.row_id = w.row_id AND o.source_id = w.source_id AND o.place <> w.place);

WITH speaker AS (
    SELECT t.evidence_id, t.table_name, t.row_id, t.column_name, t.source_id, t.locator, t.exact, e.value,
        coalesce(g.jurisdiction_id, g.kind, e.value) AS party
    FROM tied t JOIN evidence e ON t.evidence_id = e.evidence_id AND e.value IS NOT NULL
    LEFT JOIN individuals_referenced i ON e.value = i.individual_id
    LEFT JOIN agencies g ON g.agency_id = coalesce(i.affiliation_agency_id, e.value)
    WHERE NOT t.is_held AND regexp_matches(t.column_name, '_by_|attributed|actor_')
)
SELECT 'evidence' AS table_name, s.evidence_id AS row_id, s.column_name,
    s.table_name || ' ' || s.row_id || '.' || s.column_name || ': where the words stand, ' || min(o.value) || ' speaks or acts, and “'
    || any_value(s.exact) || '” stands elsewhere' AS message,
    s.table_name AS about_table, s.row_id AS about_row
FROM speaker s SEMI JOIN lone_words l ON s.evidence_id = l.evidence_id
JOIN tied k ON k.is_kind AND k.table_name = s.table_name AND k.row_id = s.row_id AND k.source_id = s.source_id
JOIN speaker o ON o.source_id = s.source_id AND o.party <> s.party
    AND (o.locator = k.locator AND s.locator IS DISTINCT FROM k.locator OR o.table_name = 'case_facts' AND s.table_name = 'case_facts')
WHERE s.table_name <> 'events' AND NOT EXISTS (
    FROM speaker m WHERE m.source_id = s.source_id AND m.party = s.party
    AND (m.locator = k.locator OR m.table_name = 'case_facts' AND s.table_name = 'case_facts' AND m.row_id <> s.row_id))
GROUP BY s.table_name, s.row_id, s.column_name, s.evidence_id;

--- rule role-unfit
-- what: A person's role does not fit what the rows say about the person.
-- why: Who is accused, who is harmed and who speaks for a body must not be confused.
-- example: A spokesperson with `role = "subpoena_subject"`, or a victim without a fact that
--   gives an offense.
-- remedy: Correct the role and its words, or the rows that name the person.
WITH used AS (
    SELECT individual_id, 'fact' AS part FROM case_facts
    UNION SELECT victim_individual_id, 'victim' FROM case_facts
    UNION SELECT speaker_id, 'office' FROM quotes
    UNION SELECT said_by_individual_id, 'office' FROM grounds
    UNION SELECT said_by_individual_id, 'office' FROM policy_statements
    UNION SELECT attributed_to_individual_id, 'office' FROM case_facts
    UNION SELECT actor_individual_id, 'office' FROM events
), person AS (
    SELECT i.individual_id, i.role, i.act_id, i.act_group_id, i.naming_decision, i.affiliation_agency_id IS NOT NULL OR i.title IS NOT NULL AS has_office,
        coalesce(i.title, i.described_as, 'null') AS title, coalesce(i.n_persons, 1) > 1 AS is_group,
        i.role IN ('official', 'spokesperson', 'journalist') AS is_public,
        coalesce(bool_or(u.part = 'fact'), false) AS has_facts, coalesce(bool_or(u.part = 'victim'), false) AS is_harmed,
        coalesce(bool_or(u.part = 'office'), false) AS speaks,
        regexp_matches(lower(concat(i.title, ' ', i.described_as)),
            'spokes|communications|public (information|affairs)|media relations|\bpio\b|representative') AS has_press_title
    FROM individuals_referenced i LEFT JOIN used u ON i.individual_id = u.individual_id
    GROUP BY ALL
), unfit AS (
    SELECT individual_id, role, CASE
        WHEN is_public AND (has_facts OR is_harmed) THEN 'facts of a case are about the person'
        WHEN (role = 'victim') <> is_harmed THEN CASE WHEN is_harmed THEN 'a fact names the person as its victim' ELSE 'no fact names the person as its victim' END
        WHEN role <> 'subpoena_subject' AND act_id IS NOT NULL THEN 'the row has act_id = "' || act_id || '", which only a subpoena_subject has: a person about whom the paper asks'
        WHEN role <> 'subpoena_subject' AND act_group_id IS NOT NULL THEN 'the row has act_group_id = "' || act_group_id || '", which only people have about whom papers ask'
        WHEN role = 'subpoena_subject' AND act_id IS NULL AND act_group_id IS NULL THEN 'the row belongs to no act and to no group of acts'
        WHEN act_id IS NOT NULL AND act_group_id IS NOT NULL THEN 'the row belongs both to one act and to a group of acts'
        WHEN (role = 'journalist') <> (naming_decision = 'byline') THEN 'the naming decision is ' || naming_decision
        WHEN is_public AND (role = 'spokesperson') <> has_press_title THEN 'the title is ' || title
        WHEN role = 'official' AND NOT has_office THEN 'the person has no title and no office'
        WHEN NOT is_public AND (speaks OR has_office) THEN 'the person speaks, acts or has a title'
        WHEN role = 'context_group' AND NOT is_group OR role = 'context_case' AND is_group THEN 'the number of people says otherwise'
    END AS why
    FROM person
)
SELECT 'individuals_referenced' AS table_name, individual_id AS row_id, 'role' AS column_name,
    'individuals_referenced ' || individual_id || ': the role is ' || role || ', and ' || why AS message,
    CASE WHEN why LIKE 'the title is%' AND role = 'spokesperson' THEN
            'give the words by which the person speaks for a body as title, such as cells = { title = "spokeswoman" }; if there are none, the role is official'
        WHEN why LIKE 'the title is%' THEN 'somebody with such a title is a spokesperson: list the words of role under role.spokesperson'
        WHEN why LIKE '%no title and no office' THEN 'add words for a title or a body to the cells: title = "…" or affiliation_agency_id = "…"; who holds no office needs no row'
        WHEN why LIKE '%speaks, acts or has a title' THEN
            'only official, spokesperson and journalist speak or act; a private person who goes to court, such as a plaintiff, has no role and no row: '
            || 'the proceeding says it with kind = "third_party_suit", and a quotation with absent = { speaker_id = "withheld" }'
    END AS remedy
FROM unfit WHERE why IS NOT NULL;

--- rule codes-contrary
-- what: Two codes contradict each other: in one row, in a row and one that it names, or in two rows
--   that rest on one source.
-- why: An arrest is not a charge, a court that is asked to enforce a paper forbids nothing, and one
--   source does not say that somebody both refused and complied.
-- example: `kind = "arrest"` with `modality = "convicted"`; a `report` that "agreed"; a reason toward
--   `complying` with an answer that "declined".
-- remedy: Correct the code that the words do not give.
WITH fact AS (
SELECT *, CASE kind
    WHEN 'arrest' THEN ['arrested'] WHEN 'charge' THEN ['charged'] WHEN 'indictment' THEN ['charged'] WHEN 'plea' THEN ['pleaded'] WHEN 'sentence' THEN ['sentenced']
    WHEN 'wanted' THEN ['wanted'] WHEN 'wanted_for_removal' THEN ['wanted', 'asserted'] WHEN 'accusation' THEN ['accused', 'alleged', 'asserted', 'suspected']
    WHEN 'conviction' THEN ['convicted', 'alleged'] WHEN 'incarceration' THEN ['jailed', 'asserted']
    WHEN 'expected_release' THEN ['predicted', 'denied'] WHEN 'detainer_not_received' THEN ['denied']
    ELSE ['asserted', 'alleged', 'denied', 'predicted', 'reported', 'stated'] END AS fit
FROM case_facts
WHERE kind IS NOT NULL AND modality IS NOT NULL
)
SELECT 'case_facts' AS table_name, case_fact_id AS row_id, 'modality' AS column_name,
    'case_facts ' || case_fact_id || ': the kind is ' || kind || ' and the modality is ' || modality AS message,
    'correct `kind` or `modality` by its words in `cells`; of ' || kind || ', the modality is '
    || array_to_string(fit, ', ') AS remedy
FROM fact
WHERE NOT list_contains(fit, modality);

SELECT 'events' AS table_name, event_id AS row_id, 'result' AS column_name,
    'events ' || event_id || ': the kind is ' || kind || ', and the result is ' || result AS message,
    'take `result` out, or correct `kind`: only an answer, a production or a ruling has a result' AS remedy
FROM events WHERE result IS NOT NULL AND kind NOT IN ('response', 'production', 'order');

SELECT 'events' AS table_name, event_id AS row_id, 'summary' AS column_name,
    'events ' || event_id || ': the result is ' || result || ', and the summary says the contrary: “' || left(summary, 60) || '”' AS message,
    'correct the one that the words of the row do not give' AS remedy
FROM events
WHERE result IN ('declined', 'agreed', 'whole')
    AND regexp_matches(bare(summary), CASE result WHEN 'declined' THEN ' (complied|honored|agreed|turned over|handed over) ' ELSE ' (refused|declined|rejected) ' END)
    AND NOT regexp_matches(bare(summary), CASE result
        WHEN 'declined' THEN ' (not|never|no|nothing|without|unless|refus[a-z]*|declin[a-z]*|reject[a-z]*|n t) '
        ELSE ' (not|never|without|complied|honored|agreed|turned over|handed over|gave|produced|provided|sent) ' END);

WITH party AS (
    SELECT p.proceeding_id, p.kind, unnest(['petitioner_agency_id', 'petitioner_individual_id', 'respondent_agency_id', 'respondent_individual_id']) AS column_name,
        unnest([p.petitioner_agency_id, i.affiliation_agency_id, p.respondent_agency_id, o.affiliation_agency_id]) AS agency_id
    FROM proceedings p LEFT JOIN individuals_referenced i ON p.petitioner_individual_id = i.individual_id
    LEFT JOIN individuals_referenced o ON p.respondent_individual_id = o.individual_id
), received AS (
    SELECT v.proceeding_id, list(r.jurisdiction_id) AS governments
    FROM events v JOIN event_acts ea ON v.event_id = ea.event_id JOIN acts a ON ea.act_id = a.act_id
    JOIN agencies r ON a.recipient_agency_id = r.agency_id GROUP BY ALL
)
SELECT 'proceedings' AS table_name, p.proceeding_id AS row_id, p.column_name,
    'proceedings ' || p.proceeding_id || ': the kind is ' || p.kind || ', and its ' || left(p.column_name, 10) || ' belongs to ' || p.agency_id AS message,
    'correct `kind`, or who asks whom: the government asks to enforce, against the recipient; in a suit of the recipient or its staff, they ask' AS remedy
FROM party p JOIN agencies g ON p.agency_id = g.agency_id JOIN received r ON p.proceeding_id = r.proceeding_id
WHERE NOT CASE
    WHEN p.kind = 'grand_jury' OR starts_with(p.column_name, 'respondent') AND p.kind <> 'enforcement' THEN true
    WHEN starts_with(p.column_name, 'petitioner') AND p.kind = 'enforcement' THEN g.kind = 'federal'
    ELSE coalesce(list_contains(r.governments, g.jurisdiction_id), false) = (p.kind <> 'third_party_suit') END;

SELECT 'events' AS table_name, v.event_id AS row_id, 'decides' AS column_name,
    'events ' || v.event_id || ': it decides ' || v.decides || ', and ' || p.proceeding_id || ' is a matter of the kind ' || p.kind AS message,
    'correct `decides`: a ruling on enforcement, its stay or its appeal belongs to a matter of the kind enforcement, and nothing is forbidden or set aside there; '
        || 'of another question it decides other' AS remedy
FROM events v JOIN proceedings p ON v.proceeding_id = p.proceeding_id
ANTI JOIN reported o ON o.table_name = 'proceedings' AND o.row_id = p.proceeding_id
WHERE v.decides <> 'other' AND NOT list_contains(CASE
    WHEN v.decides IN ('enforcement', 'stay', 'appeal') THEN ['enforcement'] WHEN v.decides = 'quashing' THEN ['grand_jury', 'recipient_suit', 'staff_suit', 'third_party_suit']
    ELSE ['recipient_suit', 'staff_suit', 'third_party_suit'] END, p.kind);

SELECT 'events' AS table_name, v.event_id AS row_id, 'kind' AS column_name,
    'events ' || v.event_id || ': an answer that is a part of the answer ' || w.event_id || ' would be a second one' AS message,
    'make it a `statement` and take `part_of` out, if it tells of that answer; its words may also be evidence of ' || w.event_id AS remedy
FROM events v JOIN events w ON v.part_of = w.event_id
WHERE v.kind = 'response' AND w.kind = 'response';

SELECT 'grounds' AS table_name, ground_id AS row_id, 'side' AS column_name,
    'grounds ' || ground_id || ': its reason says that the words are the writer’s own, and the side is ' || side AS message,
    'write `side = "writer"`, or correct the reason: who says so by the words?' AS remedy
FROM grounds
WHERE side <> 'writer'
    AND regexp_matches(reason, '(?i)\b(writer|columnist|reporter|newspaper|newsroom|station|outlet|tracker)(s[’'']|[’'']s) own (words|view)\b');

SELECT 'policy_statements' AS table_name, policy_statement_id AS row_id, 'position' AS column_name,
    'policy_statements ' || policy_statement_id || ': the topic is ' || topic || ' and the position is ' || position AS message
FROM policy_statements
WHERE NOT list_contains(CASE
    WHEN position IN ('first_use', 'may_expand', 'usual_practice', 'unusual_practice', 'criticized') THEN ['subpoena_practice', 'cooperation', 'notification']
    WHEN position IN ('authorized', 'not_court_issued', 'enforced_only_by_court', 'court_may_compel') THEN ['subpoena_authority', 'subpoena_reach']
    WHEN position IN ('only_court_ordered', 'only_on_conditions') THEN ['subpoena_compliance']
    WHEN position IN ('threatened_to_withhold', 'funds_withheld') THEN ['funding']
    WHEN position IN ('complies', 'may_violate', 'broke_law') THEN ['federal_law'] WHEN position = 'allows' THEN ['licenses', 'voter_registration', 'cooperation', 'detainers', 'notification']
    WHEN position IN ('does_cooperate', 'does_not_cooperate', 'forbids_cooperation', 'requires_cooperation', 'does_not_honor', 'honors',
        'does_not_notify', 'notifies', 'does_not_hand_over', 'hands_over', 'forbids_detention', 'transfer_after_conviction')
        THEN ['cooperation', 'detainers', 'notification'] ELSE [topic] END, topic);

WITH code AS (
    SELECT 'case_facts' AS table_name, case_fact_id AS row_id, 'kind' AS column_name, kind AS code,
        individual_id || '/' || coalesce(offense, '') AS subject
    FROM case_facts
    UNION ALL
    SELECT 'policy_statements', policy_statement_id, 'position', position, coalesce(agency_id, jurisdiction_id) || '/' || topic
    FROM policy_statements
    UNION ALL
    SELECT 'events', v.event_id, 'result', v.result,
        concat_ws('/', a.act_id, v.kind, coalesce(v.decides, ''), coalesce(v.actor_agency_id, ''), v.occurred_edtf)
    FROM events v JOIN event_acts a ON v.event_id = a.event_id WHERE v.occurred_edtf IS NOT NULL
), contrary AS (
    FROM (VALUES ('detainer_declined', 'detainer_honored'), ('notification_declined', 'notification_given'),
        ('detainer_not_received', 'detainer_lodged'), ('conviction', 'acquittal'), ('conviction', 'dismissal'),
        ('does_cooperate', 'does_not_cooperate'), ('complies', 'does_not_cooperate'), ('complies', 'does_not_honor'), ('honors', 'does_not_honor'), ('notifies', 'does_not_notify'), ('hands_over', 'does_not_hand_over'),
        ('allows', 'forbids_cooperation'), ('requires_cooperation', 'forbids_cooperation'), ('usual_practice', 'unusual_practice'), ('agreed', 'declined'), ('agreed', 'reviewing'),
        ('agreed', 'unable'), ('agreed', 'agreed_in_part'), ('agreed_in_part', 'declined'), ('agreed_in_part', 'reviewing'), ('declined', 'reviewing'), ('declined', 'unable'), ('whole', 'part'), ('granted', 'denied'),
        ('granted', 'dismissed'), ('granted', 'granted_in_part'), ('denied', 'granted_in_part')) v(one, other)
), told AS (
    SELECT DISTINCT c.*, e.source_id
    FROM code c JOIN evidence e ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.stance IN ('supports', 'broader')
    WHERE c.code IN (SELECT one FROM contrary UNION SELECT other FROM contrary)
)
SELECT a.table_name, max(greatest(a.row_id, b.row_id)) AS row_id, a.column_name,
    a.table_name || ' ' || a.row_id || ' (' || a.code || ') and ' || b.row_id || ' (' || b.code || ') rest on ' || min(a.source_id)
    || ', and exclude each other' AS message,
    'correct the code that the words do not give; if the words give both, merge the rows and record the conflict' AS remedy
FROM told a JOIN contrary x ON a.code = x.one
JOIN told b ON b.code = x.other AND a.table_name = b.table_name AND a.subject = b.subject AND a.source_id = b.source_id
GROUP BY a.table_name, a.row_id, a.column_name, a.code, b.row_id, b.code;

SELECT 'case_facts' AS table_name, f.case_fact_id AS row_id, 'offense' AS column_name,
    'case_facts ' || f.case_fact_id || ': `offense_as_printed` is “' || f.offense_as_printed || '”, and other words give the offense ' || f.offense AS message,
    'let `offense_as_printed` be the words that give `offense`, or contain them' AS remedy
FROM case_facts f
WHERE f.offense IS NOT NULL AND f.offense_as_printed IS NOT NULL AND NOT EXISTS (
    FROM evidence e WHERE e.table_name = 'case_facts' AND e.row_id = f.case_fact_id AND e.column_name = 'offense'
    AND (contains(bare(f.offense_as_printed), bare(e.exact)) OR contains(bare(e.exact), bare(f.offense_as_printed))));

SELECT 'individuals_referenced' AS table_name, i.individual_id AS row_id, 'described_as' AS column_name,
    'individuals_referenced ' || i.individual_id || ': described as “' || i.described_as || '”, and the row says '
    || 'nationality ' || coalesce(i.nationality, 'null') || ', age ' || coalesce(i.age::VARCHAR, 'null') AS message,
    'give the words of age and nationality in `said` too, or describe the person by fewer words' AS remedy
FROM individuals_referenced i
WHERE regexp_extract(i.described_as, '(\d+)-year', 1) NOT IN ('', coalesce(i.age::VARCHAR, ''))
    OR EXISTS (FROM listed_words p WHERE p.list_name = 'nationality' AND p.code IS DISTINCT FROM i.nationality AND contains(bare(i.described_as), p.words));

SELECT 'acts' AS table_name, a.act_id AS row_id, 'issuing_agency_id' AS column_name,
    'acts ' || a.act_id || ': the issuing body, ' || g.agency_id || ', is ' || g.kind AS message
FROM acts a JOIN agencies g ON a.issuing_agency_id = g.agency_id WHERE g.kind <> 'federal';

WITH alike AS (
    SELECT a.agency_id AS one, b.agency_id AS two, b.name,
        contains(coalesce(b.reason, ''), a.agency_id) OR contains(coalesce(a.reason, ''), b.agency_id) AS is_told
    FROM agencies a JOIN agencies b
        ON regexp_replace(bare(a.name), '^ the ', ' ') = regexp_replace(bare(b.name), '^ the ', ' ') AND a.agency_id <> b.agency_id
    WHERE coalesce(a.jurisdiction_id = b.jurisdiction_id, true) OR EXISTS (FROM jurisdictions j WHERE contains(bare(b.name), bare(j.name)))
), told AS (SELECT DISTINCT two AS id FROM alike WHERE is_told)
SELECT 'agencies' AS table_name, two AS row_id, 'name' AS column_name,
    'agencies ' || two || ': ' || string_agg(one, ', ' ORDER BY one) || CASE count(*) WHEN 1 THEN ' has' ELSE ' have' END || ' the same name, “' || name || '”' AS message,
    'if they are one body, use the row that exists and give it the phrases of the other; if not, let `name` be words that tell it apart, such as its district or place, '
    || 'or say in `reason` what does, with the id of one that it is not, such as ' || min(one) AS remedy
FROM alike ANTI JOIN told t ON alike.two = t.id LEFT JOIN told o ON alike.one = o.id
GROUP BY two, name HAVING two > min(one) OR bool_or(o.id IS NOT NULL);

SELECT 'jurisdictions' AS table_name, j.jurisdiction_id AS row_id, 'name' AS column_name,
    'jurisdictions ' || j.jurisdiction_id || ': it has the name of ' || g.agency_id || ', a body of another government' AS message
FROM jurisdictions j JOIN agencies g ON bare(j.name) = bare(g.name) WHERE g.jurisdiction_id IS DISTINCT FROM j.jurisdiction_id;

SELECT 'events' AS table_name, v.event_id AS row_id, 'actor_agency_id' AS column_name,
    'events ' || v.event_id || ': the kind is ' || v.kind || ', and who acts, ' || g.agency_id || ', is ' || g.kind AS message
FROM events v JOIN agencies g ON v.actor_agency_id = g.agency_id
WHERE NOT list_contains(CASE
    WHEN v.kind IN ('issued', 'served', 'threat') THEN ['federal'] WHEN v.kind = 'order' THEN ['court']
    WHEN v.kind IN ('response', 'production', 'no_production') THEN ['state', 'local', 'court'] ELSE [g.kind] END, g.kind);

SELECT 'acts' AS table_name, a.act_id AS row_id, 'recipient_agency_id' AS column_name,
    'acts ' || a.act_id || ': the recipient, ' || g.agency_id || ', is ' || g.kind || ', and only papers to state and local bodies are listed' AS message,
    'if a government runs it, correct `kind` of ' || g.agency_id || '; otherwise delete the act and all its rows, and list the sentences about it in `left_out` as "out_of_scope"' AS remedy
FROM acts a JOIN agencies g ON a.recipient_agency_id = g.agency_id WHERE g.kind NOT IN ('state', 'local', 'court');

SELECT 'agencies' AS table_name, a.agency_id AS row_id, 'parent_id' AS column_name,
    'agencies ' || a.agency_id || ': it is a part of ' || p.agency_id || ', which is ' || coalesce('a body of ' || p.jurisdiction_id, p.kind) AS message,
    'correct `parent_id`, or `jurisdiction_id`: a body is a part of one of its own government, or of one in which that lies' AS remedy
FROM agencies a JOIN agencies p ON a.parent_id = p.agency_id
LEFT JOIN includes i ON i.list_name = 'jurisdictions' AND i.value = a.jurisdiction_id AND i.above = p.jurisdiction_id
WHERE a.jurisdiction_id <> p.jurisdiction_id AND i.value IS NULL OR (a.kind = 'federal') <> (p.kind = 'federal');

SELECT 'sources' AS table_name, s.source_id AS row_id, 'standing' AS column_name,
    'sources ' || s.source_id || ': the standing is ' || s.standing || ', and its publisher, ' || s.publisher
    || CASE WHEN s.standing = 'party_document' THEN ', reports news: ' || min(o.source_id) ELSE ', is no court and no body that has a row' END AS message,
    'correct `kind` and `standing`; a document of a court or a party that somebody else prints is a source of its own, with the court or the party as publisher' AS remedy
FROM sources s LEFT JOIN sources o ON s.publisher = o.publisher AND o.standing = 'own_reporting' AND s.source_id <> o.source_id
LEFT JOIN agencies a ON lower(a.name) = lower(s.publisher)
WHERE s.standing = 'party_document' AND o.source_id IS NOT NULL
    OR 'court_document' IN (s.kind, s.standing) AND a.agency_id IS NULL AND NOT regexp_matches(s.publisher, '\b[Cc]ourt\b')
GROUP BY s.source_id, s.standing, s.publisher;

SELECT 'sources' AS table_name, source_id AS row_id, 'standing' AS column_name,
    'sources ' || source_id || ': the standing is ' || standing || ', which an outlet''s news has, and the kind is ' || kind AS message,
    'a group''s or a university''s own page is `advocacy` if it says that it works for a cause, `reference` if it names the documents it rests on, and else `unknown`' AS remedy
FROM sources WHERE standing IN ('own_reporting', 'wire_copy') AND kind <> 'news_article';

SELECT 'may_be_same' AS table_name, m.may_be_same_id AS row_id, 'row_id' AS column_name,
    'may_be_same: ' || a.act_id || ' and ' || b.act_id || ' went out on other days, and cannot be the same' AS message,
    'correct the ids, or a day; two acts whose days cannot meet are two' AS remedy
FROM may_be_same m JOIN acts a ON m.row_id = a.act_id JOIN acts b ON m.other_row_id = b.act_id
WHERE m.table_name = 'acts' AND (a.issued_latest < b.issued_earliest OR b.issued_latest < a.issued_earliest
    OR a.served_latest < b.served_earliest OR b.served_latest < a.served_earliest);

SELECT 'case_facts' AS table_name, f.case_fact_id AS row_id,
    CASE WHEN g.agency_id = f.agency_id THEN 'agency_id' ELSE 'addressee_agency_id' END AS column_name,
    'case_facts ' || f.case_fact_id || ': ' || g.agency_id || ' is ' || g.kind || ', and neither arrests nor holds anybody' AS message
FROM (SELECT case_fact_id, agency_id, unnest([agency_id, addressee_agency_id]) AS named FROM case_facts) f
JOIN agencies g ON f.named = g.agency_id WHERE g.kind IN ('news', 'other');

SELECT 'case_facts' AS table_name, f.case_fact_id AS row_id, 'agency_id' AS column_name,
    'case_facts ' || f.case_fact_id || ': the kind is ' || f.kind || ', and ' || g.agency_id || ' is ' || g.kind AS message
FROM case_facts f JOIN agencies g ON f.agency_id = g.agency_id
WHERE regexp_matches(f.kind, '^(detainer|notification)_') AND (g.kind = 'federal') <> (f.kind IN ('detainer_lodged', 'notification_requested'));

SELECT 'information_sought' AS table_name, i.information_sought_id AS row_id, 'as_printed' AS column_name,
    'information_sought ' || i.information_sought_id || ': `as_printed` is “' || i.as_printed || '”, and other words give the kind ' || i.kind AS message,
    'let `as_printed` be the words that give `kind`, or contain them' AS remedy
FROM information_sought i
WHERE i.kind IS NOT NULL AND i.as_printed IS NOT NULL AND NOT EXISTS (
    FROM evidence e WHERE e.table_name = 'information_sought' AND e.row_id = i.information_sought_id AND e.column_name = 'kind'
    AND (contains(bare(i.as_printed), bare(e.exact)) OR contains(bare(e.exact), bare(i.as_printed))));

WITH speaker AS (
    SELECT g.ground_id, g.side, b.agency_id, b.kind, g.side IN ('recipient', 'staff') AND b.jurisdiction_id <> r.jurisdiction_id AS is_other,
        CASE WHEN b.kind = 'state' AND r.kind = 'local' THEN 'superior' ELSE 'other' END AS fit
    FROM grounds g
    LEFT JOIN event_acts ea ON g.event_id = ea.event_id
    LEFT JOIN acts a ON a.act_id = coalesce(g.act_id, ea.act_id)
    LEFT JOIN agencies r ON a.recipient_agency_id = r.agency_id
    LEFT JOIN individuals_referenced i ON g.said_by_individual_id = i.individual_id
    JOIN agencies b ON b.agency_id = coalesce(g.said_by_agency_id, i.affiliation_agency_id)
)
SELECT DISTINCT 'grounds' AS table_name, ground_id AS row_id, 'side' AS column_name,
    'grounds ' || ground_id || ': the side is ' || side || ', and ' || agency_id || ' is ' || CASE WHEN is_other THEN 'of another government' ELSE kind END AS message,
    'correct `side`, to ' || CASE WHEN is_other THEN fit WHEN kind = 'federal' THEN 'agency' WHEN kind = 'court' THEN 'court'
        WHEN kind = 'state' THEN 'recipient, superior, staff or other' WHEN kind = 'local' THEN 'recipient, staff or other' ELSE 'other' END
        || '; or correct who gives the reason, by the words for said_by_agency_id or said_by_individual_id' AS remedy
FROM speaker
WHERE NOT list_contains(CASE side WHEN 'agency' THEN ['federal'] WHEN 'court' THEN ['court'] WHEN 'superior' THEN ['state']
    WHEN 'other' THEN ['other', 'news', 'state', 'local'] WHEN 'subject' THEN [kind] ELSE ['state', 'local'] END, kind) OR is_other;

WITH given AS (
    SELECT g.ground_id, g.side, g.toward, v.event_id, v.kind, v.result, v.decides, CASE
        WHEN v.kind IN ('issued', 'served', 'threat', 'petition') AND g.side IN ('recipient', 'superior', 'staff') THEN 'side'
        WHEN v.kind IN ('response', 'production', 'no_production') AND g.side = 'agency' OR v.kind = 'response' AND g.side IN ('superior', 'subject', 'court') THEN 'side'
        WHEN g.toward IN ('complying', 'refusing') AND v.result IN ('reviewing', 'unable') OR g.toward = 'complying' AND v.result = 'declined'
            OR g.toward = 'refusing' AND v.result IN ('agreed', 'whole') THEN 'toward'
        WHEN g.side = 'court' AND v.result = 'granted' AND g.toward <> CASE v.decides
            WHEN 'enforcement' THEN 'enforcing' WHEN 'quashing' THEN 'quashing' WHEN 'prohibition' THEN 'refusing' ELSE g.toward END THEN 'toward' END AS wrong
    FROM grounds g JOIN events v ON g.event_id = v.event_id
    ANTI JOIN reported p ON p.table_name = 'events' AND p.row_id = v.event_id
)
SELECT 'grounds' AS table_name, ground_id AS row_id, wrong AS column_name,
    'grounds ' || ground_id || ': it is given ' || coalesce('toward ' || toward, 'by the side ' || side) || ', with ' || event_id || ', of which the kind is ' || kind
        || coalesce(' and the result ' || result, '') AS message,
    CASE WHEN kind = 'response' AND wrong = 'side'
        THEN 'whoever answers speaks for the recipient: write `side = "recipient"`; or, if somebody else gives the reason, take `event_id` out'
        WHEN wrong = 'toward' AND result IN ('reviewing', 'unable') THEN 'take `toward` out: an answer that neither refuses nor agrees gives no reason for either'
        ELSE 'correct `event_id`, or `' || wrong || '`: for what, and on whose side, is the reason given?' END AS remedy
FROM given WHERE wrong IS NOT NULL;

SELECT 'grounds' AS table_name, g.ground_id AS row_id, 'toward' AS column_name,
    'grounds ' || g.ground_id || ': it is given toward ' || g.toward || ', and its words say “' || any_value(trim(e.said)) || '”' AS message
FROM grounds g JOIN (
    SELECT row_id, regexp_extract(lower(concat(prefix, exact, suffix)), '\b((?:declin|refus)\w+ to|agreed to|complied with) \w+') AS said FROM evidence
    WHERE table_name = 'grounds' AND column_name = 'ground'
) e ON g.ground_id = e.row_id
WHERE g.side IN ('recipient', 'staff') AND CASE g.toward WHEN 'complying' THEN regexp_matches(e.said, '^(declin|refus)')
    WHEN 'refusing' THEN regexp_matches(e.said, '^(agreed|complied)') END
GROUP BY g.ground_id, g.toward;

WITH said AS (
    SELECT 'grounds' AS table_name, ground_id AS row_id, said_by_individual_id AS person, said_by_agency_id AS body FROM grounds
    UNION ALL SELECT 'policy_statements', policy_statement_id, said_by_individual_id, said_by_agency_id FROM policy_statements
)
SELECT s.table_name, s.row_id, CASE WHEN any_value(s.person) IS NULL THEN 'said_by_agency_id' ELSE 'said_by_individual_id' END AS column_name,
    s.table_name || ' ' || s.row_id || ': said by ' || coalesce(any_value(s.person), any_value(s.body)) || '; its words are in the quotation '
    || min(q.quote_id) || ' of ' || min(coalesce(q.speaker_id, q.speaker_agency_id)) AS message
FROM said s
JOIN evidence e ON e.table_name = s.table_name AND e.row_id = s.row_id AND e.column_name IN ('ground', 'position', 'statement')
JOIN quotes q ON q.source_id = e.source_id AND q.char_start <= e.char_start AND e.char_end <= q.char_end AND q.kind <> 'scare'
LEFT JOIN individuals_referenced i ON q.speaker_id = i.individual_id
WHERE coalesce(s.person, s.body) IS NOT NULL AND coalesce(q.speaker_id, q.speaker_agency_id) IS NOT NULL
GROUP BY s.table_name, s.row_id, e.evidence_id
HAVING NOT bool_or(coalesce(s.person = q.speaker_id, false) OR coalesce(s.body IN (q.speaker_agency_id, i.affiliation_agency_id), false));

WITH named AS MATERIALIZED (
    SELECT 'agencies' AS table_name, agency_id AS row_id, bare(name) AS name, jurisdiction_id FROM agencies
    UNION ALL SELECT 'jurisdictions', jurisdiction_id, bare(name), jurisdiction_id FROM jurisdictions
    UNION ALL SELECT table_name, row_id, bare(exact), NULL FROM evidence WHERE table_name = 'individuals_referenced' AND column_name = 'name'
)
SELECT n.table_name, n.row_id, 'name' AS column_name,
    n.table_name || ' ' || n.row_id || ': ' || min(o.row_id) || ' in ' || min(o.table_name) || ' has the same name' AS message
FROM named n JOIN named o ON n.name = o.name AND n.table_name <> o.table_name
WHERE NOT coalesce(n.jurisdiction_id = o.jurisdiction_id, false) OR n.table_name = 'agencies' AND len(list_filter(
    string_split(n.row_id, '-'), lambda w: length(w) > 4 AND NOT contains(n.name, w) AND NOT list_contains(['county', 'state'], w))) > 0
GROUP BY n.table_name, n.row_id;

SELECT 'information_sought' AS table_name, max(information_sought_id) AS row_id, 'kind' AS column_name,
    'information_sought ' || min(information_sought_id) || ' and ' || max(information_sought_id) || ' both say that ' || act_id || ' asks for ' || kind AS message,
    'merge them: one row per kind, with a passage in `said` for each of its items, each with `kind`, and one of them with `as_printed`' AS remedy
FROM information_sought WHERE kind <> 'other' GROUP BY act_id, kind HAVING count(*) > 1;

SELECT 'events' AS table_name, v.event_id AS row_id,
    CASE WHEN v.actor_agency_id IS NULL THEN 'actor_individual_id' ELSE 'actor_agency_id' END AS column_name,
    'events ' || v.event_id || ': ' || g.agency_id || ' answers for ' || r.agency_id || ', a body of another government' AS message
FROM events v
LEFT JOIN individuals_referenced i ON v.actor_individual_id = i.individual_id
JOIN agencies g ON g.agency_id = coalesce(v.actor_agency_id, i.affiliation_agency_id)
JOIN event_acts ea ON v.event_id = ea.event_id JOIN acts a ON ea.act_id = a.act_id JOIN agencies r ON a.recipient_agency_id = r.agency_id
WHERE v.kind IN ('response', 'production', 'no_production') AND g.jurisdiction_id <> r.jurisdiction_id;

WITH speech AS (
    SELECT g.ground_id, v.event_id, v.actor_individual_id <> g.said_by_individual_id AS are_two,
        coalesce(g.said_by_individual_id, g.said_by_agency_id) AS sayer, coalesce(v.actor_individual_id, v.actor_agency_id) AS doer,
        coalesce(g.said_by_agency_id, i.affiliation_agency_id) AS body, coalesce(v.actor_agency_id, k.affiliation_agency_id) AS actor
    FROM grounds g JOIN events v ON g.event_id = v.event_id AND v.kind NOT IN ('order', 'hearing')
    LEFT JOIN individuals_referenced i ON g.said_by_individual_id = i.individual_id
    LEFT JOIN individuals_referenced k ON v.actor_individual_id = k.individual_id
)
SELECT 'grounds' AS table_name, s.ground_id AS row_id, 'event_id' AS column_name,
    'grounds ' || s.ground_id || ': ' || s.sayer || ' gives the reason, and somebody else, ' || s.doer || ', acts in ' || s.event_id AS message,
    'if ' || s.sayer || ' gives it on another occasion, name that event, such as a statement, or leave out `event_id`; if not, correct who gives the reason, or who acts' AS remedy
FROM speech s LEFT JOIN agencies b ON s.body = b.agency_id LEFT JOIN agencies a ON s.actor = a.agency_id
WHERE NOT coalesce(b.agency_id = a.agency_id OR b.jurisdiction_id = a.jurisdiction_id OR b.kind = 'federal' AND a.kind = 'federal', NOT s.are_two, true);

SELECT 'attributions' AS table_name, t.attribution_id AS row_id, 'actor_agency_id' AS column_name,
    'attributions ' || t.attribution_id || ': the words were ' || t.kind || ' by ' || g.agency_id || ', which is ' || g.kind AS message
FROM attributions t JOIN agencies g ON t.actor_agency_id = g.agency_id WHERE t.kind IN ('reported', 'received', 'press_release') AND (g.kind = 'news') = (t.kind = 'press_release');

--- rule parent-unfit
-- what: A row is assigned to an act, or a ground to an event, about which its pages support nothing
--   else; or its page is about another government, and no word names one of the act's.
-- why: What a page says about one matter must not be assigned to another.
-- example: The records requested from one state, with the act of another state as `act_id`.
-- remedy: Correct the act or event, or add words of a page that ties the two.
SELECT DISTINCT c.table_name, c.row_id, CASE WHEN c.table_name = 'events' THEN NULL ELSE 'act_id' END AS column_name,
    c.table_name || ' ' || c.row_id || ': no page of the row tells of the act ' || c.act_id AS message
FROM assigned c
WHERE c.table_name <> 'acts' AND NOT starts_with(c.row_id, c.act_id || '-')
    AND NOT EXISTS (FROM assigned p JOIN assigned t ON p.source_id = t.source_id WHERE p.table_name = c.table_name AND p.row_id = c.row_id
        AND t.act_id = c.act_id AND (t.table_name, t.row_id) <> (c.table_name, c.row_id))
    AND NOT (c.table_name = 'events' AND EXISTS (FROM event_acts o JOIN assigned a ON a.act_id = o.act_id JOIN assigned b ON b.source_id = a.source_id
        WHERE o.event_id = c.row_id AND starts_with(c.row_id, o.act_id || '-') AND b.act_id = c.act_id AND b.row_id <> c.row_id AND a.row_id <> c.row_id));

-- needs: others
WITH kin AS MATERIALIZED (
    SELECT DISTINCT a.act_id, b.act_id AS other FROM event_acts a JOIN event_acts b ON a.event_id = b.event_id
), elsewhere AS MATERIALIZED (
    SELECT t.table_name, t.row_id, t.source_id, min(t.act_id) AS act_id, min(o.act_id) AS other
    FROM assigned t JOIN assigned o ON t.source_id = o.source_id AND (t.table_name, t.row_id) <> (o.table_name, o.row_id)
    JOIN acts a ON t.act_id = a.act_id JOIN acts b ON o.act_id = b.act_id
    LEFT JOIN kin k ON t.act_id = k.act_id AND o.act_id = k.other
    GROUP BY ALL HAVING NOT bool_or(k.act_id IS NOT NULL OR a.act_id = b.act_id OR coalesce(a.jurisdiction_id = b.jurisdiction_id, false))
), party AS (
    SELECT DISTINCT s.table_name, s.row_id, e.source_id, unnest([g.agency_id, g.jurisdiction_id]) AS id
    FROM elsewhere s JOIN assigned e ON e.table_name = s.table_name AND e.row_id = s.row_id AND e.source_id = s.source_id
    JOIN acts a ON a.act_id = e.act_id JOIN agencies r ON r.agency_id = a.recipient_agency_id
    JOIN agencies g ON g.agency_id = r.agency_id OR g.jurisdiction_id = r.jurisdiction_id
), used AS MATERIALIZED (
    SELECT e.table_name, e.row_id, e.source_id, e.value, bare(concat_ws(' ', concat(e.prefix, e.exact, e.suffix), e.arguments ->> 'about')) AS words
    FROM evidence e SEMI JOIN elsewhere s ON e.table_name = s.table_name AND e.row_id = s.row_id AND e.source_id = s.source_id
), named AS (
    SELECT DISTINCT e.table_name, e.row_id, e.source_id
    FROM party p JOIN used e ON e.table_name = p.table_name AND e.row_id = p.row_id AND e.source_id = p.source_id
    LEFT JOIN individuals_referenced i ON i.individual_id = e.value
    LEFT JOIN words_for w ON w.subject_id = p.id AND contains(e.words, w.words)
    WHERE p.id IN (e.value, i.affiliation_agency_id) OR coalesce(w.source_id, e.source_id) = e.source_id AND w.words IS NOT NULL
)
SELECT s.table_name, s.row_id, NULL AS column_name,
    s.table_name || ' ' || s.row_id || ': ' || s.source_id || ' is used for ' || s.other || ', and for nothing else of ' || s.act_id
    || '; no words of the row from that page name a body or the government of ' || s.act_id AS message,
    'if the words are about ' || s.other || ', move them to a row of that act; if not, quote words of the page that name the recipient, or add them as about = "…"' AS remedy
FROM elsewhere s ANTI JOIN named n ON s.table_name = n.table_name AND s.row_id = n.row_id AND s.source_id = n.source_id;

SELECT 'events' AS table_name, v.event_id AS row_id, NULL AS column_name,
    'events ' || v.event_id || ': it is named after the act ' || min(a.act_id) || ', and concerns no act' AS message,
    'add the act in event_acts' AS remedy
FROM (
    SELECT event_id, string_split(event_id, '-') AS parts, unnest(range(1, len(parts))) AS n FROM events
    ANTI JOIN event_acts ea ON events.event_id = ea.event_id
) v JOIN acts a ON a.act_id = array_to_string(v.parts[:v.n], '-')
GROUP BY v.event_id;

WITH own AS (
    SELECT v.event_id, v.proceeding_id, ea.act_id FROM events v JOIN event_acts ea ON v.event_id = ea.event_id WHERE v.proceeding_id IS NOT NULL
)
SELECT 'events' AS table_name, v.event_id AS row_id, 'proceeding_id' AS column_name,
    'events ' || v.event_id || ': no other event of the proceeding ' || v.proceeding_id || ' concerns an act of this one' AS message
FROM events v
WHERE EXISTS (FROM own o WHERE o.proceeding_id = v.proceeding_id AND o.event_id <> v.event_id)
    AND NOT EXISTS (FROM own o JOIN own e ON o.act_id = e.act_id WHERE e.event_id = v.event_id AND o.event_id <> v.event_id AND o.proceeding_id = v.proceeding_id);

SELECT 'grounds' AS table_name, g.ground_id AS row_id, 'event_id' AS column_name,
    'grounds ' || g.ground_id || ': no page of the row tells of the event ' || g.event_id AS message
FROM grounds g
WHERE g.event_id IS NOT NULL
    AND regexp_extract(g.ground_id, '^[a-z-]+?-\d+(-\d+)*') <> regexp_extract(g.event_id, '^[a-z-]+?-\d+(-\d+)*')
    AND NOT EXISTS (FROM evidence a JOIN evidence b ON a.source_id = b.source_id
        WHERE a.table_name = 'grounds' AND a.row_id = g.ground_id AND b.table_name = 'events' AND b.row_id = g.event_id);

--- rule phrase-unfit
-- what: A phrase is listed for a code or a name, but its words point to another one. Or it is listed for a
--   code that no words of a row give by it: none has it, or all that do only bear on a null.
-- why: A change in a list changes every value that follows from it, although no row is touched. Whoever
--   applies the list would give the code to words that do not say it.
-- example: "attempted assault" listed for `sexual_abuse`; "Matt Meyer" listed for another person.
-- remedy: List the phrase for what it says, or list a shorter or longer phrase that says it.
-- needs: others
SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'phrase' AS column_name,
    '“' || p.phrase || '” is listed for ' || p.code || ' in ' || p.list_name || ', and no words of a row give that code by it' AS message,
    'take it out of the list; words that only bear on a null need no phrase, and a rejection of it in a held text goes with it' AS remedy
FROM phrases p
SEMI JOIN (SELECT list_name FROM code_stems) c ON p.list_name = c.list_name
ANTI JOIN phrase_uses u ON p.phrase_id = u.phrase_id
WHERE p.source_id IS NULL -- of one source only those are told that bear on a null: `--fix` takes the others out once a draft is settled
    OR EXISTS (FROM evidence e WHERE e.source_id = p.source_id AND lower(e.exact) = lower(p.phrase) AND e.stance = 'bears_on');

SELECT 'phrases' AS table_name, phrase_id AS row_id, 'code' AS column_name,
    '“' || phrase || '” is listed for the court ' || code || ', but names no court' AS message,
    'list words that name it, such as “U.S. District Court in …”; or leave the court null' AS remedy
FROM phrases WHERE list_name = 'court'
    AND NOT regexp_matches(lower(phrase), 'court|judge|magistrate|bench|circuit|district|cir\.|d\. ?[a-z]');

-- needs: others
WITH of_codes AS (
    FROM phrase_stems WHERE list_name IN (SELECT list_name FROM code_stems)
), supported AS (
    SELECT a.list_name, a.code, a.phrase FROM of_codes a JOIN of_codes b ON a.list_name = b.list_name AND a.code = b.code AND a.stem = b.stem AND a.phrase <> b.phrase
    UNION SELECT a.list_name, a.code, a.phrase FROM of_codes a JOIN code_stems c ON a.list_name = c.list_name AND a.code = c.code AND a.stem = c.stem
), left_over AS (
    FROM of_codes o ANTI JOIN supported u ON o.list_name = u.list_name AND o.code = u.code AND o.phrase = u.phrase
    WHERE NOT regexp_matches(o.phrase, '\b(not|no|never|without)\b|n[''’]t\b')
), elsewhere AS (
    SELECT l.list_name, l.code, l.phrase, c.code AS other, 'it contains the words of that code' AS why
    FROM left_over l
    JOIN (SELECT list_name, code, count(*) AS n FROM code_stems WHERE by_name AND code <> 'other' GROUP BY ALL) c ON l.list_name = c.list_name AND l.code <> c.code
    JOIN code_stems s ON s.list_name = c.list_name AND s.code = c.code AND s.by_name AND s.stem = l.stem
    GROUP BY l.list_name, l.code, l.phrase, c.code, c.n HAVING count(DISTINCT s.stem) = c.n
    UNION ALL
    SELECT l.list_name, l.code, l.phrase, any_value(s.code),
        'a word that begins with “' || l.stem || '” is in ' || count(DISTINCT s.phrase) || ' phrases for that code alone, '
        || array_to_string(list_sort(list_distinct(list('“' || s.phrase || '”' || coalesce(' of ' || q.source_id, ''))))[:4], ', ')
        || ': if one of them is yours, it may be the unfit one'
    FROM left_over l JOIN phrase_stems s ON l.list_name = s.list_name AND l.stem = s.stem AND l.phrase <> s.phrase
    JOIN phrases q ON q.list_name = s.list_name AND q.code = s.code AND lower(q.phrase) = s.phrase
    GROUP BY l.list_name, l.code, l.phrase, l.stem
    HAVING count(DISTINCT s.phrase) >= 3 AND count(DISTINCT s.code) = 1 AND any_value(s.code) <> l.code
)
SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'code' AS column_name,
    '“' || e.phrase || '” is listed for ' || e.code || ' in ' || e.list_name || ', and its words point to ' || min(e.other) || ': '
        || arg_min(e.why, e.other) AS message
FROM elsewhere e JOIN phrases p ON e.list_name = p.list_name AND e.code = p.code AND e.phrase = lower(p.phrase)
GROUP BY p.phrase_id, e.phrase, e.code, e.list_name;

WITH home AS (
    SELECT 'agencies' AS list_name, g.agency_id AS code, j.jurisdiction_id, j.parent_id, concat(g.name, ' / ', j.name) AS name
    FROM agencies g LEFT JOIN jurisdictions j ON g.jurisdiction_id = j.jurisdiction_id WHERE g.kind <> 'federal'
    UNION ALL SELECT 'jurisdictions', jurisdiction_id, jurisdiction_id, parent_id, name FROM jurisdictions
)
SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'code' AS column_name,
    '“' || any_value(p.phrase) || '” is listed for ' || any_value(p.code) || ' in ' || any_value(p.list_name) || ', and names ' || min(j.jurisdiction_id) AS message
FROM phrases p JOIN home h ON p.list_name = h.list_name AND p.code = h.code
JOIN jurisdictions j ON contains(p.phrase, j.name) AND NOT contains(h.name, j.name)
WHERE j.jurisdiction_id <> coalesce(h.parent_id, '') AND coalesce(j.parent_id, '') <> coalesce(h.jurisdiction_id, '/')
GROUP BY p.phrase_id;

SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'code' AS column_name,
    '“' || p.phrase || '” is listed for ' || p.code || ', and is the name of ' || min(a.agency_id) AS message
FROM phrases p JOIN agencies a ON p.list_name = 'agencies' AND p.source_id IS NULL AND lower(p.phrase) = lower(a.name) AND p.code <> a.agency_id
ANTI JOIN near_bodies n ON n.agency_id = p.code AND n.other = a.agency_id
GROUP BY p.phrase_id, p.phrase, p.code;

WITH own AS (
    SELECT DISTINCT p.phrase, p.list_name, p.code
    FROM phrases p JOIN phrase_stems s ON p.list_name = s.list_name AND p.code = s.code AND lower(p.phrase) = s.phrase
    WHERE (p.list_name IN ('agencies', 'jurisdictions') OR p.list_name = 'individuals_referenced' AND p.phrase <> lower(p.phrase))
        AND NOT list_contains(['offic', 'autho', 'feder', 'agenc', 'admin', 'depar', 'media', 'press', 'news', 'relea', 'local', 'spoke', 'perso',
            'decis', 'first', 'prose', 'jan'], s.stem)
), known AS (
    SELECT list_name, code, words, NULL AS phrase FROM name_words
    UNION ALL SELECT list_name, code, phrase, lower(phrase) FROM phrases WHERE list_name IN ('agencies', 'individuals_referenced', 'jurisdictions')
), known_stems AS (
    SELECT list_name, code, NULL AS phrase, unnest(stems_of(words)) AS stem FROM name_words
    UNION ALL FROM phrase_stems WHERE list_name IN ('agencies', 'individuals_referenced', 'jurisdictions')
), stranger AS (
    SELECT * FROM own o WHERE NOT EXISTS (
        FROM phrase_stems s JOIN known_stems k ON k.stem = s.stem
        WHERE s.list_name = o.list_name AND s.code = o.code AND s.phrase = lower(o.phrase)
        AND k.list_name = o.list_name AND k.code = o.code AND k.phrase IS DISTINCT FROM lower(o.phrase))
)
SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'code' AS column_name,
    '“' || o.phrase || '” is listed for ' || o.code || ' in ' || o.list_name || ', but none of its words is like another word for it' AS message,
    CASE WHEN regexp_matches(lower(o.phrase), '^(her|his|its|their|our|my|your|she|he|they|it|we) ')
        THEN 'a pronoun names nobody: remove the phrase; quote the name, from wherever the text has it, with these words as `about`'
        WHEN NOT regexp_matches(o.phrase, '^(The )?[A-Z]')
        THEN 'words such as “the school” name nobody: take the phrase out of the list, and say in the cell whom they mean: { words = "' || o.phrase
            || '", by = "inference", value = "' || o.code || '", reason = "…" }' END AS remedy
FROM stranger o JOIN phrases p ON o.list_name = p.list_name AND o.code = p.code AND o.phrase = p.phrase
WHERE NOT EXISTS (FROM known k WHERE k.list_name = o.list_name AND k.code = o.code AND k.phrase IS DISTINCT FROM lower(o.phrase)
    AND regexp_matches(o.phrase, '[A-Z]{3}') AND regexp_matches(
        array_to_string(list_transform(string_split(trim(bare(k.words)), ' '), lambda w: left(w, 1)), ''),
        regexp_replace(lower(regexp_replace(o.phrase, '[^A-Z]', '', 'g')), '(.)', '\1.*', 'g')));
