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

--- rule role-unfit
-- what: The role of a person does not fit what the rows tell of him or her.
-- why: Who is accused, who is harmed and who speaks for a body must not be confused.
-- example: A spokesperson with `role = "subpoena_subject"`, or a victim of whom no fact tells an offense.
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
    SELECT i.individual_id, i.role, i.act_id, i.naming_decision, i.affiliation_agency_id IS NOT NULL OR i.title IS NOT NULL AS has_office,
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
        WHEN is_public AND (has_facts OR is_harmed) THEN 'facts of a case are told of the person'
        WHEN (role = 'victim') <> is_harmed THEN CASE WHEN is_harmed THEN 'a fact names the person as its victim' ELSE 'no fact names the person as its victim' END
        WHEN role <> 'subpoena_subject' AND act_id IS NOT NULL THEN 'the row belongs to the act ' || act_id
        WHEN role = 'subpoena_subject' AND act_id IS NULL AND NOT is_group THEN 'the row belongs to no act'
        WHEN (role = 'journalist') <> (naming_decision = 'byline') THEN 'the naming decision is ' || naming_decision
        WHEN is_public AND (role = 'spokesperson') <> has_press_title THEN 'the title is ' || title
        WHEN role = 'official' AND NOT has_office THEN 'the person has no title and no office'
        WHEN NOT is_public AND (speaks OR has_office) THEN 'the person speaks, acts or has a title'
        WHEN role = 'context_group' AND NOT is_group OR role = 'context_case' AND is_group THEN 'the number of people says otherwise'
    END AS why
    FROM person
)
SELECT 'individuals_referenced' AS table_name, individual_id AS row_id, 'role' AS column_name,
    'individuals_referenced ' || individual_id || ': the role is ' || role || ', and ' || why AS message
FROM unfit WHERE why IS NOT NULL;

--- rule codes-contrary
-- what: Two codes exclude each other: of one row, or of two rows that rest on one source.
-- why: An arrest is no charge, and one source does not say that somebody both refused and complied.
-- example: `kind = "arrest"` with `modality = "convicted"`; "declined" and "honored" of one detainer.
-- remedy: Correct the code that the words do not give, or merge the rows and record the conflict.
SELECT 'case_facts' AS table_name, case_fact_id AS row_id, 'modality' AS column_name,
    'case_facts ' || case_fact_id || ': the kind is ' || kind || ' and the modality is ' || modality AS message
FROM case_facts
WHERE NOT list_contains(CASE kind
    WHEN 'arrest' THEN ['arrested'] WHEN 'charge' THEN ['charged'] WHEN 'plea' THEN ['pleaded'] WHEN 'sentence' THEN ['sentenced']
    WHEN 'wanted' THEN ['wanted'] WHEN 'accusation' THEN ['accused', 'alleged', 'asserted', 'suspected']
    WHEN 'conviction' THEN ['convicted', 'alleged'] WHEN 'incarceration' THEN ['jailed', 'asserted']
    WHEN 'expected_release' THEN ['predicted', 'denied'] WHEN 'detainer_not_received' THEN ['denied']
    ELSE ['asserted', 'alleged', 'denied', 'predicted', 'reported', 'stated'] END, modality);

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
        ('does_cooperate', 'does_not_cooperate'), ('complies', 'does_not_cooperate'), ('complies', 'does_not_honor'),
        ('allows', 'forbids_cooperation'), ('usual_practice', 'unusual_practice'), ('agreed', 'declined'), ('agreed', 'reviewing'),
        ('agreed', 'unable'), ('declined', 'reviewing'), ('declined', 'unable'), ('whole', 'part'), ('granted', 'denied'),
        ('granted', 'dismissed'), ('granted', 'granted_in_part'), ('denied', 'granted_in_part')) v(one, other)
), told AS (
    SELECT DISTINCT c.*, e.source_id
    FROM code c JOIN evidence e ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.stance IN ('supports', 'broader')
    WHERE c.code IN (SELECT one FROM contrary UNION SELECT other FROM contrary)
)
SELECT a.table_name, max(greatest(a.row_id, b.row_id)) AS row_id, a.column_name,
    a.table_name || ' ' || a.row_id || ' (' || a.code || ') and ' || b.row_id || ' (' || b.code || ') rest on ' || min(a.source_id)
    || ', and exclude each other' AS message
FROM told a JOIN contrary x ON a.code = x.one
JOIN told b ON b.code = x.other AND a.table_name = b.table_name AND a.subject = b.subject AND a.source_id = b.source_id
GROUP BY a.table_name, a.row_id, a.column_name, a.code, b.row_id, b.code;
