-- Relations that both filling and comparing begin with.

--- relation plain
-- White space as single spaces and quotation marks straight: the form in which words compare.
CREATE OR REPLACE MACRO plain(words) AS
    trim(regexp_replace(translate(words, '‘’“”' || chr(160), '''''"" '), '\s+', ' ', 'g'));

--- relation without_may
-- Words with "month" for the month of May, which no negation or hedge is: a capital letter, and a
-- day or a year beside it, or a word such as "in" before it.
CREATE OR REPLACE MACRO without_may(words) AS
    regexp_replace(regexp_replace(words, '\bMay(,? \d)', 'month\1', 'g'),
        '(\d(?:st|nd|rd|th)?|\b(?:in|of|since|until|by|during|through|from|to|before|after|this|last|next|early|late|mid))[ -]May\b', '\1 month', 'g');

--- relation stems
-- One row is a stem of a table: what its words are evidence for.
CREATE OR REPLACE TABLE stems AS
SELECT
    table_name, stem, arg_min(column_name, position) AS column_name,
    arg_min(role, position) AS role, bool_or(is_required) AS is_required,
    bool_or(is_core) AS is_core, bool_or(is_date) AS is_date, bool_or(is_copied) AS is_copied,
    bool_or(is_explained) AS is_explained, max(default_absence) AS default_absence,
    arg_min(derivation, position) AS derivation, arg_min(list_name, position) AS list_name,
    arg_min(includes_list, position) AS includes_list
FROM declared
GROUP BY table_name, stem;

--- relation includes
-- One row is a value and a wider one: a broader code, or a body or place of which it is a part.
CREATE OR REPLACE TABLE includes AS
WITH RECURSIVE step AS (
    SELECT vocabulary AS list_name, code AS value, broader AS above FROM codes WHERE broader IS NOT NULL
    UNION ALL
    SELECT 'agencies', agency_id, parent_id FROM agencies WHERE parent_id IS NOT NULL
    UNION ALL
    SELECT 'jurisdictions', jurisdiction_id, parent_id FROM jurisdictions WHERE parent_id IS NOT NULL
), climb AS (
    SELECT list_name, value, above FROM step
    UNION
    SELECT c.list_name, c.value, s.above
    FROM climb c JOIN step s ON c.list_name = s.list_name AND c.above = s.value
)
SELECT list_name, value, above FROM climb;

--- relation scoped_lists
-- One row is a phrase list with phrases of one source alone, and that source.
CREATE OR REPLACE TABLE scoped_lists AS
SELECT DISTINCT list_name, source_id FROM phrases WHERE source_id IS NOT NULL;

--- relation derived_words
-- One row is a piece of evidence whose value is derived, with what its derivation is given. What it
-- counts from is the cell of an anchor, whose value may be noted beside it.
CREATE OR REPLACE VIEW derived_words AS
SELECT
    e.evidence_id, e.derivation, e.exact, d.list_name, s.source_id AS scope, d.is_date,
    e.arguments ->> 'direction' AS direction, e.arguments ->> 'bound' AS bound,
    e.arguments ->> 'members' AS members, e.arguments ->> 'value' AS typed,
    e.arguments ->> 'anchor' AS anchor, e.arguments ->> 'anchor_value' AS noted_value
FROM evidence e
JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem
LEFT JOIN scoped_lists s ON e.derivation = 'vocabulary' AND d.list_name = s.list_name
    AND e.source_id = s.source_id
WHERE e.derivation <> 'copied' AND NOT contains(coalesce(e.arguments, ''), '"bears"');

--- relation evidence_inputs
-- One row is such a piece. An anchor that was not noted yet has the value that its cell has now.
CREATE OR REPLACE VIEW evidence_inputs AS
SELECT w.* EXCLUDE (noted_value), coalesce(w.noted_value, a.value) AS anchor_value
FROM derived_words w LEFT JOIN anchors a ON w.evidence_id = a.evidence_id;

--- relation giving
-- One row is a piece of evidence that gives a value for a cell, or should.
CREATE OR REPLACE VIEW giving AS
SELECT
    e.evidence_id, e.table_name, e.row_id, e.column_name, e.source_id, e.passage_id, e.exact, e.derivation, e.value,
    e.reviewed_line, d.is_date, d.includes_list, d.role
FROM evidence e JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem
WHERE NOT contains(coalesce(e.arguments, ''), '"bears"');

--- relation voices
-- One row is such a piece, and what a recorded conflict says of its cell.
CREATE OR REPLACE VIEW voices AS
SELECT
    g.evidence_id, g.table_name, g.row_id, g.column_name, g.derivation, g.is_date, g.includes_list, g.role,
    c.published_value AS chosen, coalesce(c.resolution = 'unresolved', false) AS is_open
FROM giving g LEFT JOIN conflicts c
    ON g.table_name = c.table_name AND g.row_id = c.row_id AND g.column_name = c.column_name;

--- relation day_bounds
-- One row is the day of an event, with the days that it cannot lie before or after: no source
-- tells what follows its own publication; nothing comes before what it followed, or after what
-- followed it; and nothing is answered, or asked of a court, before the papers went out.
CREATE OR REPLACE VIEW day_bounds AS
WITH known AS (
    SELECT e.table_name, e.row_id, min(s.published_latest) AS not_after
    FROM evidence e JOIN sources s ON e.source_id = s.source_id
    WHERE e.table_name IN ('events', 'case_facts', 'utterances') AND e.derivation <> 'copied'
    GROUP BY ALL
), sent AS (
    SELECT ea.event_id, min(coalesce(a.issued_earliest, a.served_earliest)) AS not_before
    FROM event_acts ea
    JOIN acts a ON ea.act_id = a.act_id
    JOIN events e ON ea.event_id = e.event_id
    WHERE e.kind NOT IN ('issued', 'served', 'threat', 'statement', 'report')
    GROUP BY ea.event_id
), followed AS (
    SELECT after_event_id AS event_id, min(occurred_latest) AS not_after
    FROM events WHERE after_event_id IS NOT NULL
    GROUP BY after_event_id
)
SELECT
    'events' AS table_name, e.event_id AS row_id, 'occurred' AS column_name,
    greatest(s.not_before, f.occurred_earliest) AS not_before, least(k.not_after, n.not_after) AS not_after
FROM events e
LEFT JOIN sent s ON e.event_id = s.event_id
LEFT JOIN events f ON e.after_event_id = f.event_id
LEFT JOIN followed n ON e.event_id = n.event_id
LEFT JOIN known k ON k.table_name = 'events' AND k.row_id = e.event_id
UNION ALL
SELECT 'utterances', u.utterance_id, 'occurred', NULL, k.not_after
FROM utterances u JOIN known k ON k.table_name = 'utterances' AND k.row_id = u.utterance_id
UNION ALL
SELECT 'case_facts', c.case_fact_id, 'occurred', NULL, k.not_after
FROM case_facts c JOIN known k ON k.table_name = 'case_facts' AND k.row_id = c.case_fact_id
WHERE c.kind <> 'expected_release';

--- relation basis_of_days
-- One row is the day of a cell: the most direct basis of a piece that gives it whole, or else the
-- least direct of those that give it together. Tables of days are filled from `day_basis`, which is
-- made of this when days are weighed.
CREATE OR REPLACE VIEW basis_of_days AS
WITH piece AS (
    SELECT e.table_name, e.row_id, e.column_name, s.stance,
        CASE
            WHEN e.derivation = 'inference' THEN 4
            WHEN e.arguments ->> 'anchor' LIKE 'sources/%/published' THEN 3
            WHEN e.arguments ->> 'anchor' IS NOT NULL THEN 2
            ELSE 1
        END AS rank
    FROM evidence e JOIN day_stances s ON e.evidence_id = s.evidence_id
    WHERE s.stance <> 'contests' AND e.derivation <> 'copied'
)
SELECT table_name, row_id, column_name,
    ['stated', 'relative_to_stated', 'relative_to_publication', 'inferred'][
        coalesce(min(rank) FILTER (stance = 'supports'), max(rank))] AS basis
FROM piece
GROUP BY ALL;
