-- What words stand beside: the sentences, or the place of a page, in which a row's words lie, and the
-- words that name what the row is about. Made only to ask whether words are about their row.

--- relation bare
-- Letters and digits between single spaces, so that a word is found whole.
CREATE OR REPLACE MACRO bare(words) AS
    ' ' || trim(regexp_replace(lower(plain(words)), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ';

--- relation tied_columns
-- One row is a column whose words say what a row of its table is, or (`is_kind` false) who says it.
CREATE OR REPLACE TABLE tied_columns AS
FROM (VALUES
    ('acts', 'instrument', true), ('acts', 'n_subpoenas', true), ('acts', 'recipient_agency_id', true),
    ('acts', 'issuing_agency_id', true), ('acts', 'recipient_as_printed', true),
    ('events', 'kind', true), ('events', 'result', true), ('events', 'decides', true),
    ('case_facts', 'kind', true), ('case_facts', 'modality', true), ('case_facts', 'offense', true),
    ('information_sought', 'kind', true), ('information_sought', 'as_printed', true),
    ('grounds', 'ground', true), ('policy_statements', 'topic', true),
    ('policy_statements', 'position', true), ('policy_statements', 'modality', true),
    ('individuals_referenced', 'role', true), ('individuals_referenced', 'name', true),
    ('individuals_referenced', 'title', true), ('individuals_referenced', 'described_as', true),
    ('case_facts', 'attributed_to_agency_id', false), ('case_facts', 'attributed_to_individual_id', false),
    ('grounds', 'held', false), ('grounds', 'said_by_agency_id', false), ('grounds', 'said_by_individual_id', false),
    ('policy_statements', 'said_by_agency_id', false), ('policy_statements', 'said_by_individual_id', false)
) AS v(table_name, column_name, is_kind);

--- relation tied
-- One row is a piece of evidence whose words must be about their row. The words of an address are
-- about the whole page.
CREATE OR REPLACE TABLE tied AS
SELECT e.evidence_id, e.table_name, e.row_id, e.column_name, e.source_id, e.passage_id, e.locator, e.exact,
    e.prefix, e.suffix, e.char_start, e.char_end, e.char_start IS NOT NULL AS is_held,
    bare(e.arguments ->> 'about') AS about, c.is_kind
FROM evidence e
JOIN sources s ON e.source_id = s.source_id
LEFT JOIN tied_columns c ON e.table_name = c.table_name AND e.column_name = c.column_name
WHERE NOT coalesce(contains(s.url, concat(e.prefix, e.exact, e.suffix)), false) AND e.derivation NOT IN ('copied', 'inference') AND e.stance <> 'bears_on'
    AND e.table_name IN (SELECT table_name FROM tied_columns);

--- relation tied_sentences
-- One row is a passage of a row and a sentence of a held text that it touches.
CREATE OR REPLACE TABLE tied_sentences AS
SELECT DISTINCT t.table_name, t.row_id, t.source_id, t.passage_id, l.ledger_id
FROM tied t
JOIN (SELECT DISTINCT passage_id, source_id, char_start, char_end FROM evidence WHERE char_start IS NOT NULL) p
    ON t.passage_id = p.passage_id
JOIN ledger l ON p.source_id = l.source_id AND p.char_start < l.char_end AND l.char_start < p.char_end;

--- relation linked_sentences
-- One row is a passage of a row and a sentence of it, or of a passage of the row that shares one.
CREATE OR REPLACE TABLE linked_sentences AS
SELECT DISTINCT a.table_name, a.row_id, a.source_id, a.passage_id, c.ledger_id
FROM tied_sentences a
JOIN tied_sentences b ON a.table_name = b.table_name AND a.row_id = b.row_id AND a.source_id = b.source_id
    AND a.ledger_id = b.ledger_id
JOIN tied_sentences c ON b.table_name = c.table_name AND b.row_id = c.row_id AND b.passage_id = c.passage_id;

--- relation contexts
-- One row is a passage of a row: the words that it stands in. Of a held text these are whole
-- sentences, of a quoted page all words of the row from the same place.
CREATE OR REPLACE TABLE contexts AS
SELECT s.table_name, s.row_id, s.source_id, s.passage_id,
    bare(string_agg(substring(x.text, l.char_start + 1, l.char_end - l.char_start), ' ')) AS words
FROM linked_sentences s
JOIN ledger l ON s.ledger_id = l.ledger_id
JOIN texts x ON s.source_id = x.source_id
GROUP BY ALL
UNION ALL
SELECT a.table_name, a.row_id, a.source_id, a.passage_id, string_agg(b.words, ' ') AS words
FROM (SELECT DISTINCT table_name, row_id, source_id, passage_id, locator FROM tied WHERE NOT is_held) a
JOIN (
    SELECT table_name, row_id, source_id, locator, bare(string_agg(DISTINCT concat(prefix, exact, suffix), ' ')) AS words
    FROM tied WHERE NOT is_held GROUP BY ALL
) b ON a.table_name = b.table_name AND a.row_id = b.row_id AND a.source_id = b.source_id
    AND a.locator IS NOT DISTINCT FROM b.locator
GROUP BY a.table_name, a.row_id, a.source_id, a.passage_id;

--- relation place_words
-- One row is a government and a word for it.
CREATE OR REPLACE TABLE place_words AS
SELECT DISTINCT jurisdiction_id, source_id, bare(words) AS words
FROM (
    SELECT jurisdiction_id, NULL AS source_id, name AS words FROM jurisdictions
    UNION ALL SELECT jurisdiction_id, NULL, regexp_replace(name, ' (County|City)$', '') FROM jurisdictions
    UNION ALL SELECT code, source_id, phrase FROM phrases WHERE list_name = 'jurisdictions'
);

--- relation body_words
-- One row is a body and a word for it, or for a body that it is a part of or that is a part of it, or
-- for its government.
CREATE OR REPLACE TABLE body_words AS
WITH near AS (
    SELECT agency_id, agency_id AS other FROM agencies
    UNION SELECT value, above FROM includes WHERE list_name = 'agencies'
    UNION SELECT above, value FROM includes WHERE list_name = 'agencies'
)
SELECT n.agency_id, w.source_id, w.words
FROM near n JOIN (
    SELECT agency_id, source_id, bare(words) AS words
    FROM (
        SELECT code AS agency_id, source_id, phrase AS words FROM phrases WHERE list_name = 'agencies'
        UNION ALL SELECT agency_id, NULL, name FROM agencies
    )
) w ON n.other = w.agency_id
UNION SELECT n.agency_id, p.source_id, p.words
FROM near n JOIN agencies a ON n.other = a.agency_id JOIN place_words p ON a.jurisdiction_id = p.jurisdiction_id;

--- relation person_words
-- One row is a person and words that name or describe him or her.
CREATE OR REPLACE TABLE person_words AS
SELECT DISTINCT individual_id, source_id, bare(words) AS words
FROM (
    SELECT code AS individual_id, source_id, phrase AS words FROM phrases WHERE list_name = 'individuals_referenced'
    UNION ALL SELECT individual_id, NULL, unnest([name, regexp_extract(name, '\S+$')])
    FROM individuals_referenced WHERE name IS NOT NULL
    UNION ALL SELECT row_id, NULL, exact FROM evidence
    WHERE table_name = 'individuals_referenced' AND derivation <> 'copied'
        AND column_name IN ('name', 'title', 'role', 'described_as', 'age', 'nationality')
);

--- relation act_words
-- One row is an act and words for it: its recipient, or a word for such a paper.
CREATE OR REPLACE TABLE act_words AS
SELECT a.act_id, w.source_id, w.words FROM acts a JOIN body_words w ON a.recipient_agency_id = w.agency_id
UNION
SELECT a.act_id, NULL, ' ' || p.word || ' '
FROM acts a CROSS JOIN (SELECT unnest(['subpoena', 'subpoenas', 'subpoenaed', 'summons', 'papers', 'letter', 'letters', 'request']) AS word) p;

--- relation subject_words
-- One row is a row of a table and words for what it is about; the same words may stand twice.
CREATE OR REPLACE TABLE subject_words AS
SELECT 'acts' AS table_name, act_id AS row_id, source_id, words FROM act_words
UNION ALL SELECT 'information_sought', i.information_sought_id, w.source_id, w.words
FROM information_sought i JOIN act_words w ON i.act_id = w.act_id
UNION ALL SELECT 'events', ea.event_id, w.source_id, w.words FROM event_acts ea JOIN act_words w ON ea.act_id = w.act_id
UNION ALL SELECT 'events', v.event_id, w.source_id, w.words FROM events v JOIN body_words w ON v.actor_agency_id = w.agency_id
UNION ALL SELECT 'events', v.event_id, w.source_id, w.words FROM events v JOIN person_words w ON v.actor_individual_id = w.individual_id
UNION ALL SELECT 'events', v.event_id, p.source_id, bare(p.phrase)
FROM events v JOIN proceedings c ON v.proceeding_id = c.proceeding_id
JOIN phrases p ON p.list_name = 'court' AND p.code = c.court
UNION ALL SELECT 'events', v.event_id, NULL, ' ' || p.word || ' '
FROM events v CROSS JOIN (SELECT unnest(['judge', 'court', 'lawsuit', 'suit', 'petition', 'docket']) AS word) p
WHERE v.proceeding_id IS NOT NULL OR v.decides IS NOT NULL
UNION ALL SELECT 'information_sought', i.information_sought_id, NULL, ' ' || p.word || ' '
FROM information_sought i CROSS JOIN (SELECT unnest(['information', 'records', 'data', 'documents', 'details', 'forms']) AS word) p
UNION ALL SELECT 'case_facts', f.case_fact_id, w.source_id, w.words FROM case_facts f JOIN person_words w ON f.individual_id = w.individual_id
UNION ALL SELECT 'case_facts', f.case_fact_id, w.source_id, w.words FROM case_facts f JOIN act_words w ON f.act_id = w.act_id
UNION ALL SELECT 'case_facts', f.case_fact_id, NULL, ' ' || p.word || ' '
FROM case_facts f CROSS JOIN (SELECT unnest([
    'four', 'three', 'two', 'both', 'all', 'men', 'people', 'individuals', 'nationals', 'aliens', 'immigrants', 'noncitizens',
    'subjects', 'inmates', 'suspects', 'others']) AS word) p WHERE f.individual_id IS NULL AND f.act_id IS NOT NULL
UNION ALL SELECT 'grounds', g.ground_id, w.source_id, w.words FROM grounds g JOIN body_words w ON g.said_by_agency_id = w.agency_id
UNION ALL SELECT 'grounds', g.ground_id, w.source_id, w.words FROM grounds g JOIN person_words w ON g.said_by_individual_id = w.individual_id
UNION ALL SELECT 'grounds', g.ground_id, w.source_id, w.words FROM grounds g JOIN act_words w ON g.act_id = w.act_id
UNION ALL SELECT 'grounds', g.ground_id, w.source_id, w.words
FROM grounds g JOIN event_acts ea ON g.event_id = ea.event_id JOIN act_words w ON ea.act_id = w.act_id
UNION ALL SELECT 'individuals_referenced', individual_id, source_id, words FROM person_words
UNION ALL SELECT 'policy_statements', p.policy_statement_id, w.source_id, w.words
FROM policy_statements p JOIN body_words w ON p.agency_id = w.agency_id
UNION ALL SELECT 'policy_statements', p.policy_statement_id, w.source_id, w.words
FROM policy_statements p JOIN place_words w ON p.jurisdiction_id = w.jurisdiction_id;

--- relation mute
-- One row is a passage of a row that stands among no words for what the row is about.
CREATE OR REPLACE TABLE mute AS
SELECT c.table_name, c.row_id, c.passage_id, c.words
FROM contexts c
SEMI JOIN subject_words s ON c.table_name = s.table_name AND c.row_id = s.row_id
ANTI JOIN subject_words w ON c.table_name = w.table_name AND c.row_id = w.row_id
    AND (w.source_id IS NULL OR w.source_id = c.source_id) AND contains(c.words, w.words);
