-- What the sheets of the workbook ask.

--- about
-- The figures of the sheet `about`.
SELECT
    (SELECT struct_pack(acts := n_acts, doubted := n_acts_doubted, least := n_at_least,
        undoubted := n_at_least_undoubted) FROM counts WHERE what = 'all') AS counted,
    (SELECT count(*) FROM reviews WHERE is_current) AS readings,
    (SELECT count(*) FROM reviews WHERE is_current AND reader_role <> 'maintainer_machine_assisted')
        AS by_people,
    (SELECT count(*) FROM sources WHERE NOT text_held AND read_from IS NOT NULL) AS documents,
    (SELECT count(*) FROM sources WHERE contains(read_part, '2,000 characters')
        AND NOT starts_with(read_part, 'whole')) AS cut,
    (SELECT struct_pack(judged := n_inferred + n_read_once, inferred := n_inferred,
        read_once := n_read_once, "values" := n_values) FROM proof_counts
        WHERE table_name = '(all)') AS proof,
    (SELECT in_words FROM how_recent) AS recent;

--- rulings
-- One row is a ruling of the view `rulings`, with the state and the government of its acts, by day.
SELECT r.*, string_agg(DISTINCT o.state, ', ' ORDER BY o.state) AS state,
    string_agg(DISTINCT o.government, ', ' ORDER BY o.government) AS government
FROM rulings r
JOIN event_acts ea ON r.event_id = ea.event_id
JOIN overview o ON ea.act_id = o.act
JOIN events v ON r.event_id = v.event_id
GROUP BY ALL ORDER BY min(coalesce(v.occurred_earliest, v.known_by)), r.event_id;

--- matters
-- One row is a court matter on an act of the overview, by its first step.
-- with: doubts.secondhand, doubts.not_named
SELECT p.proceeding_id AS matter,
    string_agg(DISTINCT o.act, ', ' ORDER BY o.act) AS acts, p.kind::VARCHAR AS kind,
    coalesce(max(pa.name), max(pi.name),
        if(bool_or(x.column_name LIKE 'petitioner%'), 'sources disagree', NULL)) AS "begun by",
    coalesce(max(ra.name), max(ri.name), CASE
        WHEN bool_or(x.column_name LIKE 'respondent%') THEN 'sources disagree'
        WHEN max(p.kind) = 'enforcement' AND count(DISTINCT o.act) > 1
        THEN string_agg(DISTINCT o.government, ', ' ORDER BY o.government)
            || if(count(DISTINCT n.act_id) = count(DISTINCT o.act), ' (only ' || max(n.who) || ' name them)', '')
    END) AS against, p.further_parties AS "further parties", p.asked,
    p.court_name || if(bool_or(k.column_name = 'court'), ' (a reader’s inference)', '') AS court,
    p.docket || if(bool_or(k.column_name = 'docket'), ' (a reader’s inference)', '') AS docket,
    p.citation,
    count(DISTINCT r.event_id)::VARCHAR AS rulings,
    arg_max(v.summary, coalesce(v.occurred_earliest, v.known_by)) AS "last known step",
    p.reason AS note
FROM proceedings p
JOIN events v ON v.proceeding_id = p.proceeding_id
JOIN event_acts ea ON v.event_id = ea.event_id
JOIN overview o ON ea.act_id = o.act
LEFT JOIN not_named n ON ea.act_id = n.act_id AND ea.event_id = n.event_id AND v.kind = 'petition'
LEFT JOIN rulings r ON v.event_id = r.event_id
LEFT JOIN claim_support k ON k.table_name = 'proceedings' AND k.row_id = p.proceeding_id
    AND k.is_inferred
LEFT JOIN conflicts x ON x.table_name = 'proceedings' AND x.row_id = p.proceeding_id
LEFT JOIN agencies pa ON p.petitioner_agency_id = pa.agency_id
LEFT JOIN agencies ra ON p.respondent_agency_id = ra.agency_id
LEFT JOIN individuals_referenced pi ON p.petitioner_individual_id = pi.individual_id
    AND pi.naming_decision = 'public_role'
LEFT JOIN individuals_referenced ri ON p.respondent_individual_id = ri.individual_id
    AND ri.naming_decision = 'public_role'
GROUP BY p.proceeding_id, p.kind, p.further_parties, p.asked, p.court_name, p.docket,
    p.citation, p.reason
ORDER BY min(coalesce(v.occurred_earliest, v.known_by)), p.proceeding_id;

--- codes
-- One row is an act of the overview with its statuses as codes.
-- with: days.sending, doubts.inferred, doubts.secondhand, doubts.cell_told, doubts.unseen, doubts.reasoned
WITH rests AS (
    SELECT act_id, column_name, rests_on FROM how_known WHERE NOT is_earlier
    UNION ALL
    SELECT c.row_id, c.column_name, nullif(concat_ws('; ', r.rests_on, u.who || ' alone'), '')
    FROM claim_support c LEFT JOIN reasoned r USING (table_name, row_id, column_name)
    LEFT JOIN unseen u USING (table_name, row_id, column_name)
    WHERE table_name = 'acts'
), known AS (
    PIVOT rests ON column_name
    IN ('instrument', 'authority_citation', 'authority_as_printed')
    USING any_value(rests_on) GROUP BY act_id
), status AS (
    SELECT act_id, any_value(code) FILTER (line = 'answer') AS answer, any_value(rests_on) FILTER (line = 'answer') AS answer_rests,
        any_value(code) FILTER (line = 'court') AS court, any_value(rests_on) FILTER (line = 'court') AS court_rests,
        any_value(code) FILTER (line = 'outcome') AS outcome, any_value(rests_on) FILTER (line = 'outcome') AS outcome_rests,
        string_agg(line || ': ' || in_words || coalesce(' (' || covers || ')', ''), '; '
            ORDER BY line) AS words
    FROM last_status GROUP BY act_id
), term AS ( -- of subpoenas whose act has no term of its own, by subpoena
    SELECT act_id, list(coalesce(days_to_respond::VARCHAR, respond_by_edtf) ORDER BY subpoena_id)
        AS terms
    FROM subpoenas GROUP BY act_id
), why AS (
    SELECT row_id AS act_id, first(reason::VARCHAR ORDER BY column_name <> 'respond_by') AS why
    FROM absences WHERE table_name = 'acts' AND column_name IN ('respond_by', 'days_to_respond')
    GROUP BY row_id
), rival AS (
    SELECT c.row_id AS act_id, list(DISTINCT e.value ORDER BY e.value) AS rivals
    FROM conflicts c JOIN evidence e USING (table_name, row_id, column_name)
    WHERE c.table_name = 'acts' AND c.column_name IN ('respond_by', 'days_to_respond')
        AND c.resolution = 'unresolved' AND e.stance = 'contests'
    GROUP BY c.row_id
)
SELECT act, government, y.year, o.day,
    l.answer, l.answer_rests AS "answer rests on", l.court, l.court_rests AS "court rests on",
    l.outcome, l.outcome_rests AS "outcome rests on", l.words AS "codes mean",
    if(a.scope_is_doubted, 'yes', NULL) AS "may not belong",
    a.instrument::VARCHAR AS "kind of subpoena", k.instrument AS "kind of subpoena rests on",
    coalesce(a.authority_citation, a.authority_as_printed) AS "law cited",
    if(a.authority_citation IS NULL, k.authority_as_printed, k.authority_citation)
        AS "law cited rests on",
    a.respond_by_edtf AS last_day, a.days_to_respond AS days, t.terms, r.rivals, w.why,
    a.remark AS note
FROM shown o JOIN acts a ON o.act = a.act_id JOIN sending y ON y.act_id = a.act_id
JOIN status l ON l.act_id = a.act_id
LEFT JOIN known k ON k.act_id = a.act_id
LEFT JOIN term t ON t.act_id = a.act_id
LEFT JOIN rival r ON r.act_id = a.act_id
LEFT JOIN why w ON w.act_id = a.act_id
ORDER BY act;

--- meanings
-- One row is a code of a status, in words.
-- with: meanings.meaning
SELECT code, in_words FROM meaning;

--- alone
-- One row is an act, and what of it rests on one account or has no witness.
-- with: overview
FROM alone;

--- searched
-- One row is a search, and what it looked for when.
SELECT s.search_id, s.looked_for || ', ' || strftime(s.searched_on, '%B %-d, %Y') || ' (' || s.search_id || ')' FROM searches s;

--- empty
-- One row is an empty cell of the overview, or a ruling without a court or a docket number: its act, or all acts of the ruling; the
-- column; the day of the ruling; why the cell is empty; and what was looked for. Only numbers have the reason `together`.
WITH search AS (
    SELECT search_id, looked_for || ', ' || strftime(searched_on, '%B %-d, %Y') || ' (' || search_id || ')' AS looked_for FROM searches
), explained AS (
    SELECT * FROM (VALUES (1, 'day', ['served', 'issued']), (2, 'subpoenas', ['n_subpoenas']), (3, 'persons', ['n_persons']),
        (4, 'asked_for', ['information_sought']), (5, 'answer', ['response_status']), (6, 'court', ['enforcement_status']),
        (7, 'outcome', ['outcome'])) e(nth, name, of)
), of_overview AS (
    SELECT o.act AS acts, e.nth, e.name, arg_max(CASE WHEN b.column_name IN ('n_subpoenas', 'n_persons') AND b.reason = 'ambiguous'
        AND g.kind = 'together' THEN 'together' ELSE b.reason::VARCHAR END, b.absence_id) AS why, arg_max(b.search_id, b.absence_id) AS search_id
    FROM overview o JOIN acts a ON o.act = a.act_id CROSS JOIN explained e
    LEFT JOIN act_groups g ON a.act_group_id = g.act_group_id
    LEFT JOIN absences b ON b.table_name = 'acts' AND b.row_id = o.act AND list_contains(e.of, b.column_name)
    WHERE [o.day, o.subpoenas::VARCHAR, o.persons::VARCHAR, o.asked_for, o.answer, o.court, o.outcome][e.nth] IS NULL
    GROUP BY o.act, e.nth, e.name
), of_ruling AS (
    SELECT r.acts, 8 AS nth, c.name, r.day, b.reason::VARCHAR AS why, b.search_id
    FROM rulings r JOIN events v ON r.event_id = v.event_id
    CROSS JOIN (VALUES ('court'), ('docket')) c(name)
    LEFT JOIN absences b ON b.table_name = 'proceedings' AND b.row_id = v.proceeding_id AND b.column_name = c.name
    WHERE CASE c.name WHEN 'court' THEN r.court ELSE r.docket END IS NULL
)
SELECT c.acts, c.name, c.nth = 8 AS is_of_ruling, c.day, coalesce(c.why, ''), s.looked_for
FROM (FROM of_overview UNION ALL BY NAME FROM of_ruling) c LEFT JOIN search s ON c.search_id = s.search_id
ORDER BY is_of_ruling, c.acts, c.nth, c.name, c.day;

--- numbered
-- How many acts have a number.
SELECT format('Of {} acts, {} have a number of subpoenas, and {} one of people, alone or with other acts.', n_acts,
    n_acts - n_acts_without_number, n_acts - n_acts_without_persons)
FROM counts WHERE what = 'all';
