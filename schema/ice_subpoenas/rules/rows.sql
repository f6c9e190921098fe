-- Rows, ids and references. Conditions on single columns are made from the declarations.

--- rule unknown-column
-- what: A row has a column that its table does not have, or that is never written by hand.
-- why: The value of a misspelled column would be lost without notice. Derived columns are computed.
-- example: `day_to_respond = 14`.
-- remedy: Use the column whose name is suggested; `python build new TABLE` lists all columns.
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, NULL AS column_name,
    e.table_name || '.' || e.column_name || ' takes no words' AS message
FROM evidence e ANTI JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem
    AND d.role IN ('claim', 'judgment')
SEMI JOIN (SELECT DISTINCT table_name FROM declared) t ON e.table_name = t.table_name;

SELECT 'conflicts' AS table_name, c.conflict_id AS row_id, 'column_name' AS column_name,
    c.table_name || '.' || c.column_name || ' is no claim' AS message
FROM conflicts c ANTI JOIN stems d ON c.table_name = d.table_name AND c.column_name = d.stem AND d.role = 'claim'
SEMI JOIN (SELECT DISTINCT table_name FROM declared) t ON c.table_name = t.table_name
WHERE (c.table_name, c.column_name) <> ('utterances', 'words');

--- rule missing-column
-- what: A row lacks a column that its table requires.
-- why: Without its required columns, a row cannot be understood.
-- example: A quotation without `kind`.
-- remedy: Add the column, or the words that give it; `python build new TABLE` shows a whole row.

--- rule wrong-value
-- what: A value has the wrong type, or is not a code of its vocabulary.
-- why: Users filter and count by types and codes.
-- example: `days_to_respond = "14"`, or `kind = "directly"`.
-- remedy: Write a value of the right type, or the suggested code.
SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'code' AS column_name,
    'the phrase ' || p.phrase || ' stands for ' || p.code || ', which is not there' AS message
FROM phrases p
JOIN (SELECT DISTINCT list_name, references_table, vocabulary FROM declared WHERE derivation = 'vocabulary') d
    ON p.list_name = d.list_name
LEFT JOIN keys k ON d.references_table = k.table_name AND p.code = k.row_id
LEFT JOIN codes c ON d.vocabulary = c.vocabulary AND p.code = c.code
WHERE d.references_table IS NOT NULL AND k.row_id IS NULL OR d.vocabulary IS NOT NULL AND c.code IS NULL;

SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'list_name' AS column_name,
    'no column reads phrases of a list ' || p.list_name AS message,
    coalesce((SELECT 'name the list ' || arg_max(DISTINCT list_name, jaro_winkler_similarity(list_name, p.list_name)) || ', if you mean that one'
        FROM declared WHERE (derivation = 'vocabulary' OR vocabulary IS NOT NULL) AND jaro_winkler_similarity(list_name, p.list_name) > 0.85),
    'remove ' || p.list_name || '.' || p.code || ': a column that `python build new TABLE` shows without a list needs no phrase') AS remedy
FROM phrases p
ANTI JOIN (SELECT list_name FROM declared WHERE derivation = 'vocabulary' OR vocabulary IS NOT NULL) d
    ON p.list_name = d.list_name;

SELECT 'phrases' AS table_name, p.phrase_id AS row_id, 'phrase' AS column_name,
    'the phrase ' || p.phrase || ' stands for ' || p.code || ' and for ' || o.code || ' in ' || p.list_name AS message,
    'keep one, or limit each to its source' AS remedy
FROM phrases p JOIN phrases o ON p.list_name = o.list_name AND lower(p.phrase) = lower(o.phrase)
    AND p.source_id IS NOT DISTINCT FROM o.source_id AND p.code > o.code;

SELECT 'proceedings' AS table_name, proceeding_id AS row_id, 'court' AS column_name,
    'proceedings ' || proceeding_id || ': ' || court || ' abbreviates the name of no court' AS message,
    'write it as reporters of cases do: D. Minn., W.D. Wash., 9th Cir., Denver Dist. Ct., Ohio Ct. Com. Pl.' AS remedy
FROM proceedings
WHERE court = court_name AND NOT (regexp_matches(court, '\.$') AND (court LIKE 'D.C. %' OR NOT regexp_matches(court, '^([NSEWCM]\. ?)?D\.')));

--- rule duplicate-id
-- what: Two rows of a table have the same id.
-- why: An id always names one thing.
-- example: Two blocks with `subpoena_id = "denver-1-4"`.
-- remedy: Give the new row the next free number, or add evidence to the old row.

--- rule person-described
-- what: A row tells more of a private person than the dispute on the papers needs.
-- why: Age, nationality, days and offenses together show who somebody is, even without a name. What a
--   court has sealed is not for us to spread.
-- example: The age and an arrest of a person on whom only a request asks, which is not counted; the
--   offense of a charge that was “dismissed and sealed”.
-- remedy: Leave it out. That a record, even a sealed one, was asked for or given is a row of
--   `information_sought` or of `events`.
SELECT 'individuals_referenced' AS table_name, i.individual_id AS row_id,
    CASE WHEN i.age IS NOT NULL THEN 'age' WHEN i.nationality IS NOT NULL THEN 'nationality' END AS column_name,
    'individuals_referenced ' || i.individual_id || ': ' || a.act_id || ', the act that asks about this private person, is out of scope, and rows give '
    || concat_ws(', ', CASE WHEN i.age IS NOT NULL THEN 'the age' END, CASE WHEN i.nationality IS NOT NULL THEN 'the nationality' END,
        CASE WHEN count(f.case_fact_id) > 0 THEN count(f.case_fact_id) || ' case facts' END) AS message
FROM individuals_referenced i JOIN acts a ON i.act_id = a.act_id
LEFT JOIN case_facts f ON f.individual_id = i.individual_id
WHERE NOT a.in_scope AND i.naming_decision IN ('not_named', 'name_left_out') AND i.n_persons IS NULL
GROUP BY i.individual_id, i.age, i.nationality, a.act_id
HAVING i.age IS NOT NULL OR i.nationality IS NOT NULL OR count(f.case_fact_id) > 0;

SELECT DISTINCT 'case_facts' AS table_name, e.row_id, NULL AS column_name,
    'case_facts ' || e.row_id || ': its words “' || left(e.exact, 60) || '” say that a record was sealed, and the row tells what it held' AS message
FROM evidence e
WHERE e.table_name = 'case_facts' AND regexp_matches(bare(e.exact), ' (sealed|expunged|under seal) ');

--- rule retired-id
-- what: A row uses an id that was retired.
-- why: Ids are never used again, so that old references stay correct.
-- example: A row `denver-2` while `retired_ids` lists `denver-2`.
-- remedy: Give the row a new id.
SELECT k.table_name, k.row_id, NULL AS column_name, k.table_name || ' ' || k.row_id || ': the id was retired' AS message
FROM keys k JOIN retired_ids r ON k.table_name = r.table_name AND k.row_id = r.retired_id;

--- rule successor-unfit
-- what: The successor of a retired id belongs to an act of another government.
-- why: Whoever cited the retired row is sent to what stands for the same thing, not to another matter.
-- example: `denver-1-petition` with the successor `nyc-1-petition`.
-- remedy: Name the row that has its words, or leave `successor_id` out and quote some of them in the
--   reason.
-- needs: others
WITH retired AS (
    SELECT r.retired_id, r.successor_id, a.act_id, a.jurisdiction_id
    FROM retired_ids r JOIN acts a ON starts_with(r.retired_id, a.act_id || '-')
    WHERE r.successor_id IS NOT NULL AND NOT starts_with(r.successor_id, a.act_id || '-')
), follows AS (
    SELECT r.*, s.act_id AS other, j.jurisdiction_id = r.jurisdiction_id AS is_near
    FROM retired r JOIN assigned s ON s.row_id = r.successor_id JOIN acts j ON j.act_id = s.act_id
)
SELECT 'retired_ids' AS table_name, retired_id AS row_id, 'successor_id' AS column_name,
    'retired_ids ' || retired_id || ': its successor, ' || any_value(successor_id) || ', belongs to ' || min(other) || ', an act of another government' AS message
FROM follows GROUP BY retired_id HAVING NOT bool_or(coalesce(is_near, false) OR act_id = other);

--- rule dangling-reference
-- what: A reference to a row or a cell names a row that does not exist.
-- why: A join would lose the row.
-- example: `recipient_agency_id = "denver-jail"` without such an agency.
-- remedy: Use the suggested id, or add the row.
SELECT p.owner AS table_name, p.id AS row_id, 'row_id' AS column_name,
    'there is no row ' || p.table_name || '/' || p.row_id AS message,
    p.table_name AS about_table, p.row_id AS about_row, '*' AS about_column
FROM (
    SELECT 'evidence' AS owner, evidence_id AS id, table_name, row_id FROM evidence
    UNION ALL SELECT 'absences', absence_id, table_name, row_id FROM absences
    UNION ALL SELECT 'conflicts', conflict_id, table_name, row_id FROM conflicts
    UNION ALL SELECT 'may_be_same', may_be_same_id, table_name, row_id FROM may_be_same
    UNION ALL SELECT 'may_be_same', may_be_same_id, table_name, other_row_id FROM may_be_same
) p
ANTI JOIN keys k ON p.table_name = k.table_name AND p.row_id = k.row_id;

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, NULL AS column_name,
    'source ' || e.source_id || ' has neither an address nor a title' AS message,
    'give the source an address or a title' AS remedy
FROM evidence e JOIN sources s ON e.source_id = s.source_id
WHERE e.char_start IS NULL AND e.derivation <> 'copied' AND s.url IS NULL AND s.title IS NULL
    AND e.table_name <> 'sources' AND NOT coalesce(s.text_held, false);

SELECT 'jurisdictions' AS table_name, j.jurisdiction_id AS row_id, 'register_id' AS column_name,
    'jurisdictions ' || j.jurisdiction_id || ': the held register of places has no ' || j.register_id AS message,
    'leave `register_id` out: the register has every state and county, but few cities' AS remedy
FROM jurisdictions j ANTI JOIN register r ON j.register_id = r.register_id WHERE j.register_id IS NOT NULL;

--- rule page-twice
-- what: Two sources are one page: their addresses differ by a slash, by `www`, by a parameter that only
--   says how a reader came there, or not at all.
-- why: One page that is listed twice looks like independent support.
-- example: `https://example.org/a` and `http://www.example.org/a/?utm_source=feed` as two sources.
-- remedy: Keep one of them. If they are two versions of the page, connect them by a
--   row of `source_relations`.
-- needs: others
WITH part AS (
    SELECT source_id, unnest(regexp_extract(address, '(?i)^(?:https?://)?(?:(?:www|m|amp)\.)?([^/?#]*)([^?#]*)\??([^#]*)', ['host', 'path', 'query']))
    FROM (SELECT source_id, unnest([url, original_url]) AS address FROM sources) WHERE address IS NOT NULL
), page AS (
    SELECT source_id, rtrim(lower(host) || regexp_replace(path, '(?i)[/.]amp(/|$)', '/', 'g'), '/')
        || coalesce('?' || nullif(array_to_string(list_filter(string_split(query, '&'),
            lambda p: NOT regexp_full_match(p, '(?i)((utm_\w+|fbclid|gclid|os|amp|outputtype)(=.*)?)?')), '&'), ''), '') AS page
    FROM part
)
SELECT 'sources' AS table_name, max(b.source_id) AS row_id, 'url' AS column_name,
    'sources ' || max(b.source_id) || ': ' || a.source_id || ' is the same page, ' || any_value(a.page) AS message
FROM page a JOIN page b ON a.page = b.page AND a.source_id < b.source_id
ANTI JOIN source_relations r ON a.source_id IN (r.source_id, r.related_source_id) AND b.source_id IN (r.source_id, r.related_source_id)
GROUP BY a.source_id, b.source_id;

--- rule row-invalid
-- what: A row breaks a rule of its table that involves several columns.
-- why: Such a row says two things that cannot both be true.
-- example: A case fact that belongs to both a person and an act; a petition without `proceeding_id`.
-- remedy: Correct the columns that are named.
-- needs: others
SELECT 'utterances' AS table_name, u.utterance_id AS row_id, NULL AS column_name,
    'utterances ' || u.utterance_id || ': its ' || count(q.quote_id) || ' quotations have '
    || count(DISTINCT coalesce(q.speaker_id, '/') || coalesce(q.speaker_agency_id, '')) || ' different speakers' AS message,
    'an utterance has one speaker and at least one quotation' AS remedy
FROM utterances u LEFT JOIN quotes q ON u.utterance_id = q.utterance_id
ANTI JOIN (
    SELECT x.utterance_id FROM quotes x
    JOIN reported p ON p.table_name = 'quotes' AND p.row_id = x.quote_id AND p.column_name IN ('speaker_id', 'speaker_agency_id', '*')
) r ON u.utterance_id = r.utterance_id
GROUP BY u.utterance_id
HAVING count(DISTINCT CASE WHEN q.quote_id IS NOT NULL THEN coalesce(q.speaker_id, '/') || coalesce(q.speaker_agency_id, '') END) <> 1;

SELECT 'attributions' AS table_name, min(a.attribution_id) AS row_id, NULL AS column_name,
    'quotes ' || a.quote_id || ': it has a chain and no speaker' AS message,
    'name the speaker, or remove the chain' AS remedy
FROM attributions a JOIN quotes q ON a.quote_id = q.quote_id
WHERE q.speaker_id IS NULL AND q.speaker_agency_id IS NULL
GROUP BY a.quote_id;

WITH RECURSIVE step AS (
    SELECT 'agencies' AS table_name, agency_id AS a, parent_id AS b, 'parent_id' AS c FROM agencies
    UNION ALL SELECT 'events', event_id, part_of, 'part_of' FROM events
    UNION ALL SELECT 'events', event_id, after_event_id, 'after_event_id' FROM events
    UNION ALL SELECT 'case_facts', case_fact_id, part_of, 'part_of' FROM case_facts
    UNION ALL SELECT 'grounds', ground_id, answers_ground_id, 'answers_ground_id' FROM grounds
), climb AS (
    SELECT table_name, a, b, c FROM step WHERE b IS NOT NULL
    UNION
    SELECT l.table_name, l.a, s.b, l.c FROM climb l JOIN step s ON l.table_name = s.table_name AND l.c = s.c AND l.b = s.a
    WHERE s.b IS NOT NULL
)
SELECT table_name, a AS row_id, c AS column_name,
    table_name || ' ' || a || ': ' || c || ' leads back to the row itself' AS message, 'name another row' AS remedy
FROM climb WHERE a = b;

SELECT 'events' AS table_name, event_id AS row_id, 'proceeding_id' AS column_name,
    'events ' || event_id || ': ' || kind || ' is a step in court, and belongs to no court matter' AS message,
    'add a row of proceedings (`python build new proceedings`), and name it in `proceeding_id`' AS remedy
FROM events
WHERE kind IN ('petition', 'suit', 'motion', 'hearing', 'hearing_set', 'order') AND proceeding_id IS NULL AND part_of IS NULL;

--- rule naming-decision
-- what: A name and its naming decision do not fit together.
-- why: A private person's name is published only after a decision that is on record.
-- example: `name` is given and `naming_decision = "not_named"`.
-- remedy: Correct the decision, or leave the name out.
SELECT 'individuals_referenced' AS table_name, individual_id AS row_id, 'naming_decision' AS column_name,
    'individuals_referenced ' || individual_id || ': the name is ' || CASE WHEN name IS NULL THEN 'null' ELSE 'given' END
    || ' and the decision is ' || naming_decision AS message
FROM individuals_referenced i
ANTI JOIN reported p ON p.table_name = 'individuals_referenced' AND p.row_id = i.individual_id AND p.column_name = 'name'
WHERE naming_decision IS NOT NULL AND (name IS NOT NULL) = (naming_decision IN ('not_named', 'name_left_out'));

SELECT 'evidence' AS table_name, e.evidence_id AS row_id, e.column_name,
    'quotes ' || e.row_id || ': the speaker is withheld, and “' || e.exact || '” in ' || e.column_name || ' may be the name' AS message,
    'take these words out; absent = { speaker_id = "withheld" } needs none' AS remedy,
    e.table_name AS about_table, e.row_id AS about_row
FROM evidence e JOIN absences b ON b.table_name = 'quotes' AND b.row_id = e.row_id AND b.reason = 'withheld'
WHERE e.table_name = 'quotes' AND e.column_name IN ('speaker_id', 'speaker_agency_id', 'speaker_as_printed', 'title_as_printed')
    AND e.exact <> lower(e.exact);

SELECT 'individuals_referenced' AS table_name, i.individual_id AS row_id, 'naming_decision' AS column_name,
    'individuals_referenced ' || i.individual_id || ': a private person is named and no search for how the case ended is given' AS message,
    'add search_id = the search for how the case ended, or leave the name out' AS remedy
FROM individuals_referenced i
WHERE i.name IS NOT NULL AND i.naming_decision IN ('named_in_court_record', 'named_by_official') AND i.search_id IS NULL;

--- rule loaded-term
-- what: The dataset's own prose uses a term that takes sides, or tells when somebody was born.
-- why: People on every side of the argument read the dataset. Such words may be in quoted text
--   only. A day of birth tells who a person is whom nobody names.
-- example: `remark = "An illegal alien …"`.
-- remedy: Say it neutrally: person, man, woman, foreign national. Of a birth, the age is enough.

--- rule name-unlisted
-- what: The dataset's own prose has a name of two or more words, or a word with a capital within a
--   sentence, that nothing lists: no person, body, place or publisher, and no quoted words other than
--   titles of pages. In the note of a search, only names of which no word is known count.
-- why: A private person's name must not come in through our own sentences.
-- example: `summary = "The customer Jane Roe was not told."`
-- remedy: Describe the person without the name. The name of a body or place needs a row of its own, or
--   words that have it.
-- needs: others
WITH called AS (
    SELECT table_name, row_id, column_name, name AS whole,
        array_to_string(list_filter(string_split(regexp_replace(name, '[’'']s?$', ''), ' '), lambda w: NOT list_contains(no_names(), w)), ' ') AS name
    FROM (SELECT table_name, row_id, column_name, unnest(regexp_extract_all(written,
        '[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ʯ’''-]+( [A-Z]\.)?( [A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ʯ’''-]+)+')) AS name FROM our_words)
), named AS MATERIALIZED (
    SELECT *, bare(name) AS words, bare(regexp_replace(whole, '[’'']s?$', '')) AS whole_words FROM called WHERE contains(name, ' ')
), listed AS MATERIALIZED (
    SELECT bare(name) AS words FROM agencies UNION SELECT bare(name) FROM jurisdictions
    UNION SELECT words FROM person_words UNION SELECT words FROM listed_words
    UNION SELECT bare(publisher) FROM sources
), other AS MATERIALIZED (
    SELECT DISTINCT n.words, n.whole_words FROM named n ANTI JOIN listed l ON l.words IN (n.words, n.whole_words)
), unlisted AS (
    SELECT o.words FROM other o WHERE NOT EXISTS (FROM listed l WHERE contains(l.words, o.words) OR contains(l.words, o.whole_words))
        AND NOT EXISTS (FROM said s WHERE NOT s.is_title AND (contains(s.plain, trim(o.words)) OR contains(s.plain, trim(o.whole_words))))
)
SELECT n.table_name, n.row_id, n.column_name,
    n.table_name || ' ' || n.row_id || ': its ' || n.column_name || ' names “' || n.name || '”, and no row or quoted words do' AS message
FROM named n SEMI JOIN unlisted u ON n.words = u.words;

-- needs: others
WITH called AS MATERIALIZED (
    SELECT table_name, row_id, column_name, unnest(regexp_extract_all(written, '([a-z,;0-9]|\b[A-Z]\.) [“(]?([A-ZÀ-ÖØ-Þ][A-Za-zß-öø-ʯ’''-]*[a-zß-öø-ʯ][A-Za-zß-öø-ʯ’''-]*)', 2)) AS name
    FROM (
        FROM our_words
        UNION ALL SELECT 'searches', search_id, 'looked_for', looked_for FROM searches
        UNION ALL SELECT 'evidence', min(evidence_id), 'locator', locator FROM evidence WHERE locator IS NOT NULL GROUP BY locator
    )
    UNION ALL
    SELECT 'searches', search_id, 'note', unnest(regexp_extract_all(note, '[A-ZÀ-ÖØ-Þ]([A-Za-zÀ-ÖØ-öø-ʯ’''-]+|\.)( [A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ʯ’''-]+)+')) FROM searches
), word AS MATERIALIZED (
    SELECT DISTINCT name, trim(unnest(string_split(lower(regexp_replace(replace(name, '-', ' '), '[’'']s?$', '')), ' ')), '.’''') AS word FROM called
), known AS (
    SELECT DISTINCT unnest(string_split(words, ' ')) AS word FROM (
        SELECT plain AS words FROM said WHERE NOT is_title UNION ALL SELECT words FROM person_words UNION ALL SELECT words FROM listed_words
        UNION ALL SELECT lower(publisher) FROM sources UNION ALL SELECT lower(name) FROM agencies UNION ALL SELECT lower(name) FROM register
        UNION ALL SELECT lower(translate(code, '.-', '  ')) FROM phrases WHERE list_name = 'court'
        UNION ALL SELECT lower(translate(value, '.-', '  ')) FROM evidence WHERE column_name = 'court' AND value IS NOT NULL
        UNION ALL SELECT replace(column_name, '_', ' ') FROM declared UNION ALL SELECT lower(array_to_string(no_names(), ' ')))
), searched AS (
    SELECT DISTINCT unnest(string_split(translate(lower(query), '“”"(),.:-', '         '), ' ')) AS word FROM searches
), strange AS (
    SELECT w.name, count(s.word) AS n_searched FROM word w LEFT JOIN known k ON w.word = k.word LEFT JOIN searched s ON w.word = s.word
    GROUP BY w.name HAVING count(k.word) = 0
)
SELECT c.table_name, c.row_id, c.column_name,
    c.table_name || ' ' || c.row_id || ': its ' || c.column_name || ' names “' || c.name || '”, and no row or quoted words do' AS message
FROM called c JOIN strange s ON c.name = s.name WHERE c.table_name <> 'searches' OR s.n_searched = 0;

--- rule prose-untold
-- what: The dataset's own prose states an accusation, a number or a status that no row of the
--   matter has.
-- why: Prose has no evidence. What it says against a person, about a number, an answer or a ruling
--   must also be in rows.
-- example: `reason = "The county refused."` in an act of which no event is a refusal.
-- remedy: Take it out of the prose, or add the row with its words.
-- needs: others
WITH accused AS (
    SELECT p.*, t.word FROM prose p JOIN tellings t ON p.words = t.words WHERE t.kind = 'offense' AND p.column_name <> 'remark'
), carried AS (
    SELECT coalesce(any_value(f.act_id), any_value(i.act_id)) AS act_id, any_value(f.individual_id) AS individual_id,
        bare(concat(any_value(f.kind), ' ', any_value(f.offense), ' ', any_value(f.modality), ' ',
            string_agg(concat(e.prefix, e.exact, e.suffix), ' '))) AS words
    FROM case_facts f
    LEFT JOIN individuals_referenced i ON f.individual_id = i.individual_id
    JOIN evidence e ON e.table_name = 'case_facts' AND e.row_id = f.case_fact_id
    GROUP BY f.case_fact_id
)
SELECT DISTINCT a.table_name, a.row_id, a.column_name,
    a.table_name || ' ' || a.row_id || ': its ' || a.column_name || ' says “' || a.word || '…”, and no fact of the act or person does' AS message
FROM accused a
ANTI JOIN carried c ON a.act_id = c.act_id AND contains(c.words, ' ' || a.word)
ANTI JOIN carried p ON a.individual_id = p.individual_id AND contains(p.words, ' ' || a.word);

-- needs: others
WITH accused AS (
    SELECT r.*, t.word FROM reasons r JOIN tellings t ON r.words = t.words WHERE t.kind = 'offense'
), quoted AS (
    SELECT e.table_name, e.row_id, lower(string_agg(concat(e.prefix, e.exact, e.suffix, ' ', e.value), ' ')) AS words
    FROM evidence e JOIN accused a ON e.table_name = a.of_table AND e.row_id = a.of_row GROUP BY ALL
)
SELECT DISTINCT a.table_name, a.row_id, 'reason' AS column_name,
    a.table_name || ' ' || a.row_id || ': its reason says “' || a.word || '…”, and no words of the row that it speaks of do' AS message
FROM accused a LEFT JOIN quoted q ON a.of_table = q.table_name AND a.of_row = q.row_id AND contains(q.words, a.word)
WHERE q.row_id IS NULL;

-- needs: others
WITH numbered AS (
    SELECT p.*, t.word AS number FROM prose p JOIN tellings t ON p.words = t.words WHERE t.kind = 'number' AND p.column_name <> 'remark'
), beside AS (
    SELECT n.*, n.table_name AS of_table, n.row_id AS of_row FROM numbered n
    UNION ALL SELECT *, 'acts', act_id FROM numbered
    UNION ALL SELECT n.*, 'event_acts', a.event_act_id
    FROM numbered n JOIN event_acts a ON n.table_name = 'events' AND a.event_id = n.row_id
), told AS (
    SELECT e.table_name, e.row_id, bare(string_agg(concat(e.prefix, e.exact, e.suffix, ' ', e.value), ' ')) AS words
    FROM evidence e SEMI JOIN beside b ON e.table_name = b.of_table AND e.row_id = b.of_row
    WHERE e.table_name IN ('acts', 'events', 'individuals_referenced', 'case_facts', 'event_acts', 'act_groups') GROUP BY ALL
), carried AS (
    SELECT b.* FROM beside b JOIN told t ON b.of_table = t.table_name AND b.of_row = t.row_id
    WHERE contains(t.words, ' ' || number || ' ') OR contains(t.words, ' ' || coalesce(list_position(number_words(), number)::VARCHAR, '/') || ' ')
)
SELECT DISTINCT n.table_name, n.row_id, n.column_name,
    n.table_name || ' ' || n.row_id || ': its ' || n.column_name || ' says “' || n.number || '”, and no words of the row or its act do' AS message
FROM numbered n
ANTI JOIN carried c ON n.table_name = c.table_name AND n.row_id = c.row_id AND n.column_name = c.column_name AND n.number = c.number
    AND n.act_id IS NOT DISTINCT FROM c.act_id;

-- needs: others
WITH told AS (
    SELECT p.*, t.word, t.codes FROM prose p JOIN tellings t ON p.words = t.words
    WHERE t.kind = 'status' AND p.column_name <> 'remark'
), carried AS (
    SELECT a.act_id, v.event_id, [v.kind::VARCHAR, v.result::VARCHAR, v.decides::VARCHAR] AS codes
    FROM events v LEFT JOIN event_acts a ON v.event_id = a.event_id
), quoted AS (
    SELECT e.table_name, e.row_id, bare(string_agg(concat(e.prefix, e.exact, e.suffix), ' ')) AS words
    FROM evidence e SEMI JOIN told t ON e.table_name = t.table_name AND e.row_id = t.row_id GROUP BY ALL
), found AS (
    SELECT t.* FROM told t JOIN carried c ON t.act_id = c.act_id AND list_has_any(t.codes, c.codes)
    UNION ALL SELECT t.* FROM told t JOIN carried c ON t.table_name = 'events' AND t.row_id = c.event_id AND list_has_any(t.codes, c.codes)
    UNION ALL SELECT t.* FROM told t JOIN quoted q ON t.table_name = q.table_name AND t.row_id = q.row_id AND contains(q.words, ' ' || t.word || ' ')
)
SELECT DISTINCT t.table_name, t.row_id, t.column_name,
    t.table_name || ' ' || t.row_id || ': its ' || t.column_name || ' says “' || t.word || '”, and no event of the matter does' AS message
FROM told t
ANTI JOIN found f ON t.table_name = f.table_name AND t.row_id = f.row_id AND t.column_name = f.column_name AND t.word = f.word;

--- rule remark-tells
-- what: A remark states a number, a status or an offense, or the reason of a conflict counts
--   sources.
-- why: Such things belong in rows with words, or are computed from them. Prose that repeats them would not
--   change when the rows do.
-- example: `remark = "The county complied with one of the two subpoenas."`
-- remedy: Take it out of the remark. If no row says it, add the row with its words.
SELECT DISTINCT table_name, row_id, column_name,
    table_name || ' ' || row_id || ': its remark tells ' || kind || ', “' || word || '”' AS message
FROM (
    SELECT p.*, CASE t.kind WHEN 'offense' THEN 'an offense' ELSE 'a ' || t.kind END AS kind, t.word
    FROM prose p JOIN tellings t ON p.words = t.words WHERE p.column_name = 'remark'
);

SELECT DISTINCT table_name, row_id, 'reason' AS column_name,
    table_name || ' ' || row_id || ': its reason counts sources, “' || said || '”' AS message,
    'say "most", "others" or "retellings" without a number: the sides and their sources are counted from the evidence' AS remedy
FROM (
    SELECT *, unnest(regexp_extract_all(words, '\b(\d+|two|three|four|five|six|seven|eight|nine|ten) ([\w’''-]+ ){0,2}?'
        '(accounts|sources|pages|outlets|newsrooms|newspapers|stations|broadcasters|stories|articles|reports|retellings|copies|witnesses)\b')) AS said
    FROM reasons WHERE table_name = 'conflicts'
);

--- rule search-unnamed
-- what: The dataset's own prose says that no source reports something, but names no search for it, or one
--   that was made in another state.
-- why: Finding nothing says only as much as the search behind it.
-- example: `remark = "No page says how many papers there were."`
-- remedy: Name the search in the prose, as in "(search denver-1-7)"; or say it only about the page
--   at hand.
-- needs: others
WITH words AS (
    SELECT DISTINCT table_name, row_id, column_name, words FROM prose
    UNION ALL SELECT table_name, row_id, 'reason', words FROM reasons WHERE table_name <> 'evidence'
), silent AS (
    SELECT *, regexp_extract(words, '\bno (other |better )?(page|source|outlet|report|newspaper)s?( that was read)? (say|tell|give|name|explain|print|pair|make|count|speak|show)|'
        '\bnothing that was read\b|\bnobody (reports|tells|says)\b|\b(was|were) (not found|found nowhere)\b|\bis not reported\b') AS word
    FROM words
)
SELECT q.table_name, q.row_id, q.column_name,
    q.table_name || ' ' || q.row_id || ': its ' || q.column_name || ' says “' || q.word || '” and names no search' AS message
FROM silent q WHERE q.word <> '' AND NOT EXISTS (FROM searches s WHERE contains(q.words, s.search_id));

-- needs: others
WITH named AS (
    SELECT table_name, row_id, column_name, act_id, unnest(regexp_extract_all(words, '[a-z][a-z0-9-]*-\d+')) AS search_id
    FROM prose WHERE act_id IS NOT NULL AND contains(words, 'search')
)
SELECT n.table_name, n.row_id, n.column_name,
    n.table_name || ' ' || n.row_id || ': its ' || n.column_name || ' names the search ' || n.search_id || ', which was made in another state, for ' || any_value(s.looked_for) AS message,
    'name the search for what is said here' AS remedy
FROM named n JOIN searches s ON n.search_id = s.search_id JOIN acts a ON n.act_id = a.act_id JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
WHERE s.state IS NOT NULL
GROUP BY n.table_name, n.row_id, n.column_name, n.search_id HAVING NOT coalesce(bool_or(s.state = j.state), true);

--- rule day-far-ahead
-- what: The newest search or reading lies eleven months or more after everything else that was looked
--   at, searched or read.
-- why: Nobody has searched or read on a day that is to come; most often the year is wrong. No clock is
--   asked, so that a check finds the same on every day.
-- example: `searched_on = 2027-11-28`, and the last page was read on November 29, 2026.
-- remedy: Correct the year. If the day is right, record a page that was looked at or read then, too.
-- needs: others
WITH work AS (
    SELECT 'searches' AS table_name, max_by(search_id, searched_on) AS row_id, 'searched_on' AS column_name, max(searched_on) AS day FROM searches
    UNION ALL SELECT 'sources', max_by(source_id, accessed), 'accessed', max(accessed) FROM sources
    UNION ALL SELECT 'reviews', max_by(review_id, reviewed_on), 'reviewed_on', max(reviewed_on) FROM reviews
)
SELECT w.table_name, w.row_id, w.column_name,
    w.table_name || ' ' || w.row_id || ': ' || w.column_name || ' is ' || w.day || ', and the newest day in ' || o.table_name || ' is ' || o.day AS message
FROM work w JOIN work o ON w.table_name <> o.table_name
WHERE w.table_name <> 'sources' AND o.day = (SELECT max(day) FROM work x WHERE x.table_name <> w.table_name) AND date_diff('day', o.day, w.day) > 330;

--- rule computed-differs
-- what: A computed cell or row differs from what its function gives.
-- why: Computed values are never written by hand, so that they cannot contradict the rows.
-- example: `n_sources` is 3 and two sources support the row.
-- remedy: Publish again with `python build`; do not edit published files.
