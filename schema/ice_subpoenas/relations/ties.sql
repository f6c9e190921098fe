-- Relations that only rules ask: cells that other rows name, and what words stand beside: the
-- sentences, or the place of a page, in which a row's words lie, and the words that name what the row is
-- about.

--- relation named_cells
-- One row is a cell of an act or a subpoena, a day, or a cell that an absence, a conflict or a date names.
CREATE OR REPLACE TABLE named_cells AS
WITH anchor AS (
    SELECT string_split(anchor, '/') AS parts
    FROM (SELECT DISTINCT arguments ->> 'anchor' AS anchor FROM evidence WHERE contains(arguments, '"anchor"'))
), named AS (
    SELECT table_name, row_id, column_name FROM absences
    UNION ALL SELECT table_name, row_id, column_name FROM conflicts
    UNION ALL SELECT table_name, row_id, column_name FROM weighed_days
    UNION ALL SELECT parts[1], array_to_string(parts[2:-2], '/'), parts[-1] FROM anchor
)
FROM cells WHERE table_name IN ('acts', 'subpoenas')
UNION ALL
FROM cells c SEMI JOIN named n ON c.table_name = n.table_name AND c.row_id = n.row_id AND c.column_name = n.column_name
WHERE c.table_name NOT IN ('acts', 'subpoenas');

--- relation bare
-- Letters and digits between single spaces, so that a word is found whole. They are given as blocks of
-- characters: the classes \p{L} and \p{N} take ten times as long to prepare, which each use does anew. A single
-- space is left where it stands: of all that lies between words, that is nearly everything.
CREATE OR REPLACE MACRO letters() AS
    '0-9a-zª²³µ¹º¼-¾À-ÖØ-öø-ˁ\x{0300}-\x{1FFF}\x{2070}-\x{209C}\x{2100}-\x{218F}\x{2C00}-\x{2DFF}\x{3040}-\x{D7FF}\x{F900}-\x{FDCF}\x{20000}-\x{3FFFF}';
CREATE OR REPLACE MACRO bare(words) AS
    ' ' || trim(regexp_replace(lower(words), ' *[^ ' || letters() || '][^' || letters() || ']*|  +', ' ', 'g')) || ' ';

--- relation named_values
-- The pattern of a month, or of a month and a day, in bare words: by name, or in digits with the year;
-- and the words for small numbers.
CREATE OR REPLACE MACRO month_and_day(piece) AS
    ' (' || left(lower(monthname(CAST(left(piece || '-01', 10) AS DATE))), 3) || '[a-z]*'
    || CASE WHEN length(piece) = 10 THEN ' ' || CAST(right(piece, 2) AS INTEGER) ELSE '' END
    || '|' || replace(piece, '-', ' ') || ') ';
CREATE OR REPLACE MACRO number_words() AS
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

--- relation no_names
-- Words with a capital letter that name no person, body or place.
CREATE OR REPLACE MACRO no_names() AS [
    'The', 'A', 'An', 'Its', 'His', 'Her', 'Their', 'This', 'That', 'These', 'No', 'In', 'On', 'At', 'By', 'Of', 'For', 'From', 'To', 'As', 'If', 'And', 'But', 'Both', 'Only',
    'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'January', 'February', 'March', 'April', 'May', 'June',
    'July', 'August', 'September', 'October', 'November', 'December', 'American', 'English', 'Spanish', 'French', 'Internet', 'Republican', 'Democrat', 'Democratic',
    'Northern', 'Southern', 'Eastern', 'Western', 'Middle', 'Central', 'District', 'Thanksgiving', 'Christmas', 'Easter', 'Labor', 'Memorial', 'Veterans', 'Independence', 'New', 'Day'];

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
    ('policy_statements', 'said_by_agency_id', false), ('policy_statements', 'said_by_individual_id', false),
    ('source_relations', 'relation', true), ('known_totals', 'statement', true), ('proceedings', 'court', true)
) AS v(table_name, column_name, is_kind);

--- relation said
-- One row is the words of a passage, however often they are quoted, the bare words without the spaces around, and
-- whether they are only the title of a page.
CREATE OR REPLACE TABLE said AS
SELECT words, trim(bare(words)) AS plain, is_title FROM (
    SELECT concat(prefix, exact, suffix) AS words, bool_and(table_name = 'sources' AND column_name = 'title') AS is_title FROM evidence GROUP BY ALL
);

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

--- relation places_of_words
-- One row is a piece of evidence and where its words stand: a passage of a page, or a sentence of a
-- held text.
CREATE OR REPLACE TABLE places_of_words AS
SELECT t.evidence_id, t.table_name, t.row_id, t.column_name, t.source_id, lower(t.exact) AS words, t.about, d.list_name, t.is_held, t.is_kind,
    coalesce(l.ledger_id, concat(t.prefix, t.exact, t.suffix)) AS place
FROM tied t
JOIN stems d ON t.table_name = d.table_name AND t.column_name = d.stem
LEFT JOIN ledger l ON t.is_held AND t.source_id = l.source_id AND t.char_start < l.char_end AND l.char_start < t.char_end;

--- relation lone_words
-- One row is a piece of evidence with no other evidence of the same row beside it.
CREATE OR REPLACE TABLE lone_words AS
SELECT w.* FROM places_of_words w
ANTI JOIN places_of_words o ON w.table_name = o.table_name AND w.row_id = o.row_id AND w.source_id = o.source_id AND w.place = o.place
    AND w.column_name <> o.column_name
WHERE w.about IS NULL;

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
    SELECT t.table_name, t.row_id, t.source_id, t.locator, ' ' || string_agg(DISTINCT s.plain, ' ') || ' ' AS words
    FROM tied t JOIN said s ON s.words = concat(t.prefix, t.exact, t.suffix) WHERE NOT t.is_held GROUP BY ALL
) b ON a.table_name = b.table_name AND a.row_id = b.row_id AND a.source_id = b.source_id
    AND a.locator IS NOT DISTINCT FROM b.locator
GROUP BY a.table_name, a.row_id, a.source_id, a.passage_id;

--- relation listed_words
-- One row is a phrase that is listed for a code, as bare words.
CREATE OR REPLACE TABLE listed_words AS
SELECT list_name, code, source_id, bare(phrase) AS words FROM phrases;

--- relation place_words
-- One row is a government and a word for it. Words may repeat.
CREATE OR REPLACE TABLE place_words AS
SELECT jurisdiction_id, NULL AS source_id, bare(unnest([name, regexp_replace(name, ' (County|City)$', '')])) AS words FROM jurisdictions
UNION ALL SELECT code, source_id, words FROM listed_words WHERE list_name = 'jurisdictions';

--- relation near_bodies
-- One row is a body, and itself, a body that it is a part of, or one that is a part of it.
CREATE OR REPLACE TABLE near_bodies AS
SELECT agency_id, agency_id AS other FROM agencies
UNION SELECT value, above FROM includes WHERE list_name = 'agencies'
UNION SELECT above, value FROM includes WHERE list_name = 'agencies';

--- relation body_words
-- One row is a body and a word for it, or for a body near it.
CREATE OR REPLACE TABLE body_words AS
SELECT DISTINCT n.agency_id, w.source_id, w.words
FROM near_bodies n JOIN (
    SELECT code AS agency_id, source_id, words FROM listed_words WHERE list_name = 'agencies'
    UNION ALL SELECT agency_id, NULL, bare(name) FROM agencies
) w ON n.other = w.agency_id;

--- relation person_words
-- One row is a person and words that name or describe him or her.
CREATE OR REPLACE TABLE person_words AS
SELECT code AS individual_id, source_id, words FROM listed_words WHERE list_name = 'individuals_referenced'
UNION
SELECT individual_id, NULL, bare(words)
FROM (
    SELECT individual_id, unnest([name, regexp_extract(name, '\S+$')]) AS words
    FROM individuals_referenced WHERE name IS NOT NULL
    UNION ALL SELECT row_id, exact FROM evidence
    WHERE table_name = 'individuals_referenced' AND derivation <> 'copied'
        AND column_name IN ('name', 'title', 'role', 'described_as', 'age', 'nationality')
);

--- relation words_for
-- One row is something that rows may be about, and a word for it: a body, a person, a government, a
-- court, or the kind of thing that such rows tell of.
CREATE OR REPLACE TABLE words_for AS
SELECT 'body' AS subject, agency_id AS subject_id, source_id, words FROM body_words
UNION ALL SELECT 'person', individual_id, source_id, words FROM person_words
UNION ALL SELECT 'place', jurisdiction_id, source_id, words FROM place_words
UNION ALL SELECT 'court', code, source_id, words FROM listed_words WHERE list_name = 'court'
UNION ALL SELECT 'itself', id, NULL, ' ' || unnest(words) || ' '
FROM (VALUES
    ('paper', ['subpoena', 'subpoenas', 'subpoenaed', 'summons', 'papers', 'letter', 'letters', 'request']),
    ('case', ['judge', 'court', 'lawsuit', 'suit', 'petition', 'docket']),
    ('data', ['information', 'records', 'data', 'documents', 'details', 'forms']),
    ('people', ['four', 'three', 'two', 'both', 'all', 'men', 'people', 'individuals', 'nationals', 'aliens', 'immigrants',
        'noncitizens', 'subjects', 'inmates', 'suspects', 'others'])
) v(id, words);

--- relation rows_of_acts
-- One row is a row of a table and an act that it is assigned to: itself, or (`by_event`) by the event that it names.
CREATE OR REPLACE TABLE rows_of_acts AS
SELECT 'acts' AS table_name, act_id AS row_id, act_id, false AS by_event FROM acts
UNION ALL SELECT 'information_sought', information_sought_id, act_id, false FROM information_sought WHERE act_id IS NOT NULL
UNION ALL SELECT 'case_facts', case_fact_id, act_id, false FROM case_facts WHERE act_id IS NOT NULL
UNION ALL SELECT 'individuals_referenced', individual_id, act_id, false FROM individuals_referenced WHERE act_id IS NOT NULL
UNION ALL SELECT 'events', event_id, act_id, false FROM event_acts
UNION ALL SELECT 'grounds', ground_id, act_id, false FROM grounds WHERE act_id IS NOT NULL
UNION ALL SELECT 'grounds', g.ground_id, a.act_id, true FROM grounds g JOIN event_acts a ON g.event_id = a.event_id;

--- relation subjects
-- One row is a row of a table and something that it is about. A row about an act is also about the
-- paper and the body that received it, and one about a body about its government, too.
CREATE OR REPLACE TABLE subjects AS
WITH about AS (
SELECT o.table_name, o.row_id, unnest(['body', 'itself']) AS subject, unnest([a.recipient_agency_id, 'paper']) AS subject_id
FROM rows_of_acts o JOIN acts a ON o.act_id = a.act_id WHERE o.table_name <> 'individuals_referenced'
UNION ALL SELECT 'events', event_id, unnest(['body', 'person']), unnest([actor_agency_id, actor_individual_id]) FROM events
UNION ALL SELECT 'events', v.event_id, 'court', c.court FROM events v JOIN proceedings c ON v.proceeding_id = c.proceeding_id
UNION ALL SELECT 'events', event_id, 'itself', 'case' FROM events WHERE proceeding_id IS NOT NULL OR decides IS NOT NULL
UNION ALL SELECT 'information_sought', information_sought_id, 'itself', 'data' FROM information_sought
UNION ALL SELECT 'case_facts', case_fact_id, 'person', individual_id FROM case_facts
UNION ALL SELECT 'case_facts', case_fact_id, 'itself', 'people' FROM case_facts WHERE individual_id IS NULL AND act_id IS NOT NULL
UNION ALL SELECT 'grounds', ground_id, unnest(['body', 'person']), unnest([said_by_agency_id, said_by_individual_id]) FROM grounds
UNION ALL SELECT 'individuals_referenced', individual_id, 'person', individual_id FROM individuals_referenced
UNION ALL SELECT 'policy_statements', policy_statement_id, unnest(['body', 'place']), unnest([agency_id, jurisdiction_id]) FROM policy_statements
)
FROM about
UNION ALL
SELECT DISTINCT s.table_name, s.row_id, 'place', a.jurisdiction_id
FROM about s JOIN near_bodies n ON s.subject = 'body' AND s.subject_id = n.agency_id
JOIN agencies a ON n.other = a.agency_id WHERE a.jurisdiction_id IS NOT NULL;

--- relation assigned
-- One row is a row of a table, an act that it is itself assigned to, and a page that it rests on.
CREATE OR REPLACE TABLE assigned AS
SELECT c.table_name, c.row_id, c.act_id, p.source_id
FROM rows_of_acts c
LEFT JOIN (
    SELECT DISTINCT table_name, row_id, source_id FROM evidence
    WHERE derivation <> 'copied' AND table_name IN (SELECT table_name FROM rows_of_acts)
) p ON c.table_name = p.table_name AND c.row_id = p.row_id
WHERE NOT c.by_event;

--- relation prose
-- One row is a passage of our own prose, with an act that it is about and, where it is about one, the person.
CREATE OR REPLACE TABLE prose AS
WITH own AS (
    SELECT 'acts' AS table_name, act_id AS row_id, unnest(['remark', 'reason']) AS column_name, act_id, NULL AS individual_id,
        unnest([remark, reason]) AS words FROM acts
    UNION ALL SELECT 'individuals_referenced', individual_id, 'remark', act_id, individual_id, remark FROM individuals_referenced
    UNION ALL SELECT 'individuals_referenced', i.individual_id, 'reason', coalesce(i.act_id, a.act_id), i.individual_id, i.reason
    FROM individuals_referenced i
    LEFT JOIN events v ON i.individual_id = v.actor_individual_id LEFT JOIN event_acts a ON v.event_id = a.event_id
    UNION ALL SELECT 'events', v.event_id, unnest(['summary', 'reason']), a.act_id, NULL, unnest([v.summary, v.reason])
    FROM events v LEFT JOIN event_acts a ON v.event_id = a.event_id
    UNION ALL SELECT 'case_facts', f.case_fact_id, 'reason', coalesce(f.act_id, i.act_id), f.individual_id, f.reason
    FROM case_facts f LEFT JOIN individuals_referenced i ON f.individual_id = i.individual_id
    UNION ALL SELECT 'grounds', g.ground_id, 'reason', coalesce(g.act_id, a.act_id), NULL, g.reason
    FROM grounds g LEFT JOIN event_acts a ON g.event_id = a.event_id
    UNION ALL SELECT 'proceedings', p.proceeding_id, 'reason', a.act_id, NULL, p.reason
    FROM proceedings p LEFT JOIN events v ON p.proceeding_id = v.proceeding_id LEFT JOIN event_acts a ON v.event_id = a.event_id
    UNION ALL SELECT 'act_groups', g.act_group_id, unnest(['reason', 'remark']), a.act_id, NULL, unnest([g.reason, g.remark])
    FROM act_groups g LEFT JOIN acts a ON g.act_group_id = a.act_group_id
), once AS MATERIALIZED (
    SELECT words, lower(words) AS lowered, bare(words) AS plain FROM (SELECT DISTINCT words FROM own)
)
SELECT o.table_name, o.row_id, o.column_name, o.act_id, o.individual_id, o.words AS written, w.lowered AS words, w.plain
FROM own o JOIN once w ON o.words = w.words;

--- relation reasons
-- One row is a reason of a row that is no prose of an act, and the row that it speaks of.
CREATE OR REPLACE TABLE reasons AS
WITH own AS (
    SELECT 'sources' AS table_name, source_id AS row_id, 'sources' AS of_table, source_id AS of_row, reason FROM sources
    UNION ALL SELECT 'agencies', agency_id, 'agencies', agency_id, reason FROM agencies
    UNION ALL SELECT 'quotes', quote_id, 'quotes', quote_id, reason FROM quotes
    UNION ALL SELECT 'utterances', utterance_id, 'utterances', utterance_id, reason FROM utterances
    UNION ALL SELECT 'policy_statements', policy_statement_id, 'policy_statements', policy_statement_id, reason FROM policy_statements
    UNION ALL SELECT 'known_totals', known_total_id, 'known_totals', known_total_id, reason FROM known_totals
    UNION ALL SELECT 'conflicts', conflict_id, table_name, row_id, reason FROM conflicts
    UNION ALL SELECT 'may_be_same', may_be_same_id, table_name, row_id, reason FROM may_be_same
    UNION ALL SELECT 'evidence', evidence_id, table_name, row_id, reason FROM evidence
), once AS MATERIALIZED (
    SELECT reason, lower(reason) AS words, bare(reason) AS plain FROM (SELECT DISTINCT reason FROM own)
)
SELECT o.table_name, o.row_id, o.of_table, o.of_row, o.reason AS written, w.words, w.plain
FROM own o JOIN once w ON o.reason = w.reason;

--- relation our_words
-- One row is a cell of our own prose, or a reason, with its words, once however many acts it is about.
CREATE OR REPLACE TABLE our_words AS
SELECT DISTINCT table_name, row_id, column_name, written FROM prose
UNION ALL SELECT table_name, row_id, 'reason', written FROM reasons
UNION ALL SELECT 'retired_ids', retired_id, 'reason', reason FROM retired_ids;

--- relation telling
-- One row is a word by which prose tells an offense or a status, and the codes of events that carry the
-- status. Of an offense it is how the word begins.
CREATE OR REPLACE MACRO told_by() AS [
    {'kind': 'offense', 'words': 'murder|homicide|manslaughter|rape|assault|burglar|robb|kidnap|abus|drunk|weapon|firearm|drug|heroin|meth|'
        || 'cocaine|theft|steal|stole|fraud|gang|terror|violen|convict|guilty|indict|charged with|smuggl|felon|brib|corrupt|perjur|lied |'
        || 'found to have|broke the law|breaking the law', 'codes': NULL},
    {'kind': 'status', 'words': 'refused|refusal|declined|ignored|defied|threw away|thrown away', 'codes': ['declined']},
    {'kind': 'status', 'words': 'agreed', 'codes': ['agreed', 'agreed_in_part', 'stipulation', 'settlement']},
    {'kind': 'status', 'words': 'complied|produced|handed|turned over|surrendered|gave the agency', 'codes': ['production', 'no_production']},
    {'kind': 'status', 'words': 'comply|complies|complying|answered|responded', 'codes': ['response', 'production', 'no_production', 'statement', 'report', 'threat', 'petition', 'opposition', 'hearing', 'order']},
    {'kind': 'status', 'words': 'is reviewing|are reviewing|was reviewing|were reviewing', 'codes': ['reviewing', 'statement']},
    {'kind': 'status', 'words': 'withdrew|withdrawn', 'codes': ['withdrawal']},
    {'kind': 'status', 'words': 'threatened', 'codes': ['threat']},
    {'kind': 'status', 'words': 'petitioned', 'codes': ['petition']},
    {'kind': 'status', 'words': 'sued', 'codes': ['suit']},
    {'kind': 'status', 'words': 'appealed', 'codes': ['appeal']},
    {'kind': 'status', 'words': 'ordered|forbade', 'codes': ['order']},
    {'kind': 'status', 'words': 'granted', 'codes': ['granted', 'granted_in_part']},
    {'kind': 'status', 'words': 'denied', 'codes': ['denied', 'dismissed']},
    {'kind': 'status', 'words': 'dismissed', 'codes': ['dismissed']},
    {'kind': 'status', 'words': 'quashed', 'codes': ['quashing']},
    {'kind': 'status', 'words': 'enjoined|injunction', 'codes': ['prohibition']},
    {'kind': 'status', 'words': 'stayed|suspended', 'codes': ['stay', 'motion']}
];
CREATE OR REPLACE TABLE telling AS
SELECT t.kind, ' ' || unnest(string_split(t.words, '|')) || CASE t.kind WHEN 'status' THEN ' ' ELSE '' END AS word, t.codes
FROM (SELECT unnest(told_by()) AS t);

--- relation tellings
-- One row is our own prose, or a reason, and such a word in it, or a number of papers or people. One pattern of
-- all words finds the few passages that hold any.
CREATE OR REPLACE MACRO counted(words) AS
    regexp_extract_all(words, '\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (\w+ ){0,2}?(subpoenas|people|persons|men|women)\b', 1);
CREATE OR REPLACE TABLE tellings AS
WITH told AS (SELECT words, plain FROM prose UNION SELECT words, plain FROM reasons), telltale AS (
    FROM told WHERE regexp_matches(plain, ' (' || array_to_string(list_transform(told_by(), lambda t: t.words), '|') || ')')
)
SELECT o.words, t.kind, trim(t.word) AS word, t.codes FROM telltale o JOIN telling t ON contains(o.plain, t.word)
UNION ALL SELECT words, 'number', unnest(counted(words)), NULL FROM told;

--- relation phrase_stems
-- One row is a phrase listed for a code, in whatever sources, and the beginning of one of its words: five
-- letters, which is where kindred words agree. Words that say nothing by themselves are left out.
CREATE OR REPLACE MACRO stems_of(words) AS list_distinct(list_transform(
    list_filter(string_split(trim(bare(words)), ' '), lambda w: length(w) > 2 AND NOT list_contains([
        'the', 'and', 'for', 'was', 'are', 'has', 'had', 'have', 'been', 'its', 'that', 'this', 'from', 'not', 'they', 'his', 'her', 'their',
        'our', 'about', 'which', 'who', 'any', 'all', 'into', 'than', 'out', 'more', 'with',
        'already', 'still', 'also', 'only', 'just', 'ever', 'yet', 'again', 'now'], w)), lambda w: left(w, 5)));
CREATE OR REPLACE TABLE phrase_stems AS
SELECT list_name, code, phrase, unnest(stems_of(phrase)) AS stem
FROM (SELECT DISTINCT list_name, code, lower(phrase) AS phrase FROM phrases);

--- relation code_stems
-- One row is a code of a list and the beginning of a word of its name or, `by_name` false, its definition.
CREATE OR REPLACE TABLE code_stems AS
SELECT DISTINCT l.list_name, c.code, x.by_name, unnest(stems_of(x.words)) AS stem
FROM (SELECT DISTINCT list_name, vocabulary FROM declared WHERE vocabulary IS NOT NULL AND list_name <> 'relation') l
JOIN codes c ON c.vocabulary = l.vocabulary
CROSS JOIN LATERAL (SELECT unnest([replace(c.code, '_', ' '), c.definition]) AS words, unnest([true, false]) AS by_name) x;

--- relation name_words
-- One row is a body, person or government and words by which it, or somebody who speaks for it, is named.
CREATE OR REPLACE TABLE name_words AS
SELECT 'agencies' AS list_name, agency_id AS code, concat_ws(' ', name, array_to_string(regexp_extract_all(reason, '\b[A-Z\x{C0}-\x{D6}\x{D8}-\x{DE}][A-Za-z\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{24F}]+'), ' ')) AS words FROM agencies
UNION ALL SELECT 'agencies', a.agency_id, concat_ws(' ', j.name, j.kind) FROM agencies a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
UNION ALL SELECT 'agencies', i.value, a.name FROM includes i JOIN agencies a ON i.list_name = 'agencies' AND i.above = a.agency_id
UNION ALL SELECT 'agencies', affiliation_agency_id, concat_ws(' ', name, title) FROM individuals_referenced WHERE affiliation_agency_id IS NOT NULL
UNION ALL SELECT 'jurisdictions', jurisdiction_id, concat_ws(' ', name, kind) FROM jurisdictions
UNION ALL SELECT 'jurisdictions', jurisdiction_id, name FROM agencies WHERE jurisdiction_id IS NOT NULL
UNION ALL SELECT 'individuals_referenced', row_id, exact FROM evidence WHERE table_name = 'individuals_referenced' AND derivation <> 'copied'
UNION ALL SELECT 'individuals_referenced', individual_id, concat_ws(' ', name, title, described_as) FROM individuals_referenced;

--- relation mute
-- One row is a passage of a row that stands among no words for what the row is about. The others are found in
-- two parts, since all at once take much memory.
CREATE OR REPLACE MACRO with_words(part) AS TABLE
SELECT DISTINCT n FROM (
    SELECT c.rowid AS n, c.words, s.subject, s.subject_id, unnest(['', c.source_id]) AS source_id
    FROM (SELECT *, rowid FROM contexts WHERE hash(row_id) % 2 = part) c JOIN subjects s ON c.table_name = s.table_name AND c.row_id = s.row_id
) c
JOIN words_for w ON c.subject = w.subject AND c.subject_id = w.subject_id AND c.source_id = coalesce(w.source_id, '')
    AND contains(c.words, w.words);
CREATE OR REPLACE TABLE contexts_with_words AS FROM with_words(0);
INSERT INTO contexts_with_words FROM with_words(1);
CREATE OR REPLACE TABLE mute AS
SELECT c.table_name, c.row_id, c.passage_id, c.words
FROM contexts c
SEMI JOIN subjects s ON c.table_name = s.table_name AND c.row_id = s.row_id AND s.subject_id IS NOT NULL
ANTI JOIN contexts_with_words f ON c.rowid = f.n;

--- relation subject_words
-- One row is a row of a table with such a passage, and a word for what it is about. Rows may repeat.
CREATE OR REPLACE TABLE subject_words AS
SELECT s.table_name, s.row_id, w.source_id, w.words
FROM (
    SELECT DISTINCT s.table_name, s.row_id, s.subject, s.subject_id, unnest(['', e.source_id]) AS source_id
    FROM subjects s
    SEMI JOIN mute m ON s.table_name = m.table_name AND s.row_id = m.row_id
    JOIN tied e ON s.table_name = e.table_name AND s.row_id = e.row_id
) s
JOIN words_for w ON s.subject = w.subject AND s.subject_id = w.subject_id AND s.source_id = coalesce(w.source_id, '');
