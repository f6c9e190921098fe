-- Acts, what they count, and what happened in which order.

--- rule count-mismatch
-- what: The subpoenas of an act, or the acts of a group, do not add up to the stated number. Or a
--   notice, a letter, a customs summons or a subpoena in a criminal case is counted as a subpoena
--   of this dataset. Or a fact of one person counts beside the same fact of all the people of whom
--   the person is one.
-- why: If a count disagrees with its own rows, one of them is wrong. Other papers are listed apart
--   so that nobody counts them. Who is convicted as one of ten is not an eleventh.
-- example: `n_subpoenas = 4` and three subpoena rows.
-- remedy: Add the missing rows, or correct the number and its evidence; an adjacent paper has no
--   row in `subpoenas` and no group.
SELECT 'acts' AS table_name, a.act_id AS row_id, 'n_subpoenas' AS column_name,
    'acts ' || a.act_id || ': n_subpoenas is ' || coalesce(a.n_subpoenas::VARCHAR, 'null') || ' and '
    || coalesce(s.n, 0) || ' subpoenas are recorded' AS message
FROM acts a LEFT JOIN (SELECT act_id, count(*) AS n FROM subpoenas GROUP BY act_id) s ON a.act_id = s.act_id
WHERE a.in_scope AND coalesce(a.n_subpoenas, greatest(coalesce(s.n, 0), 1)) <> coalesce(s.n, 0)
    AND NOT EXISTS (FROM reported p WHERE p.table_name = 'subpoenas' AND p.column_name IN ('act_id', '*'));

SELECT 'acts' AS table_name, a.act_id AS row_id, 'instrument' AS column_name,
    'acts ' || a.act_id || ': the paper is a ' || a.instrument || ', which is never counted, but the act has subpoenas or a group' AS message,
    'remove its rows in `subpoenas` and its act_group_id' AS remedy
FROM acts a LEFT JOIN (SELECT DISTINCT act_id FROM subpoenas) s ON a.act_id = s.act_id
WHERE NOT a.in_scope AND (a.act_group_id IS NOT NULL OR s.act_id IS NOT NULL);

SELECT 'act_groups' AS table_name, g.act_group_id AS row_id, 'n_subpoenas' AS column_name,
    'act_groups ' || g.act_group_id || ': n_subpoenas is ' || g.n_subpoenas || ' and its ' || count(a.act_id)
    || ' acts have ' || coalesce(sum(coalesce(a.n_subpoenas, s.n, 0)), 0) AS message,
    'correct the number, or which acts name the group' AS remedy
FROM act_groups g
LEFT JOIN acts a ON g.act_group_id = a.act_group_id
LEFT JOIN (SELECT act_id, count(*) AS n FROM subpoenas GROUP BY act_id) s ON a.act_id = s.act_id
WHERE NOT EXISTS (FROM reported p WHERE p.table_name IN ('acts', 'act_groups') AND p.column_name IN ('n_subpoenas', 'act_group_id', '*')
        AND p.row_id IN (g.act_group_id, a.act_id))
GROUP BY g.act_group_id, g.kind, g.n_subpoenas
HAVING coalesce(sum(coalesce(a.n_subpoenas, s.n, 0)), 0) > g.n_subpoenas
    OR g.kind = 'together' AND coalesce(bool_and(a.n_subpoenas IS NOT NULL), true)
        AND coalesce(sum(a.n_subpoenas), 0) < g.n_subpoenas;

SELECT 'case_facts' AS table_name, f.case_fact_id AS row_id, 'part_of' AS column_name,
    'case_facts ' || f.case_fact_id || ': it is of one of the people of ' || w.individual_id || ', of all of whom ' || w.case_fact_id || ' tells the same' AS message,
    'write part_of = "' || w.case_fact_id || '"' AS remedy
FROM case_facts f LEFT JOIN individuals_referenced i ON f.individual_id = i.individual_id
JOIN acts a ON a.act_id = coalesce(f.act_id, i.act_id)
JOIN individuals_referenced g ON a.act_group_id = g.act_group_id
JOIN case_facts w ON w.individual_id = g.individual_id AND w.kind = f.kind AND coalesce(w.n_affected, g.n_persons) = g.n_persons
WHERE f.part_of IS NULL AND (w.offense IS NULL OR w.n_affected IS NOT NULL);

--- rule scope-not-doubted
-- what: An act is counted, and no words give its issuing body or its kind of paper: only a reader's
--   reasoning does. Or its words also call the paper a summons, and none names its law. The act does
--   not say that its scope is doubted.
-- why: Without the reasoning, or if it were a customs summons, the act would not be counted. Whoever
--   adds acts up must be able to leave such acts out.
-- example: Words say that an answer went to ICE, a reader infers that ICE had sent the paper, and
--   `scope_is_doubted` is missing.
-- remedy: Write `scope_is_doubted = true`, and say in `remark` what is doubted; or quote words that give
--   the value, or the law.
SELECT 'acts' AS table_name, a.act_id AS row_id, 'scope_is_doubted' AS column_name,
    'acts ' || a.act_id || ': it is counted, and only reasoning gives ' || string_agg(s.column_name, ', ' ORDER BY s.column_name) AS message
FROM acts a JOIN counted_by_reasoning s ON a.act_id = s.act_id
WHERE a.in_scope AND a.scope_is_doubted IS NOT true
GROUP BY a.act_id;

SELECT 'acts' AS table_name, a.act_id AS row_id, 'scope_is_doubted' AS column_name,
    'acts ' || a.act_id || ': it is counted, ' || min(e.source_id) || ' also calls its paper a summons, and no words name its law' AS message
FROM acts a LEFT JOIN event_acts ea ON a.act_id = ea.act_id
JOIN evidence e ON e.table_name = 'acts' AND e.row_id = a.act_id OR e.table_name = 'events' AND e.row_id = ea.event_id
WHERE a.in_scope AND a.instrument = 'administrative_subpoena' AND a.authority_citation IS NULL AND a.scope_is_doubted IS NOT true
    AND regexp_matches(bare(concat(e.prefix, e.exact, e.suffix)), ' (summons|summonses) ')
GROUP BY a.act_id;

--- rule act-twice
-- what: Two acts have the same recipient, or a body and a part of it, and may be of the same day. A
--   source that counts them together and tells of each in words of its own shows that they are two.
-- why: An act that is entered twice is counted twice.
-- example: `denver-2` with the day of `denver-1`, the city as its recipient and another number.
-- remedy: Merge the two, or add a row to `may_be_same` that says why this is uncertain.
WITH pair AS MATERIALIZED (
    SELECT a.act_id AS one, b.act_id AS two FROM near_bodies n
    JOIN acts a ON n.agency_id = a.recipient_agency_id
    JOIN acts b ON n.other = b.recipient_agency_id AND a.act_id < b.act_id
    WHERE a.in_scope = b.in_scope
        AND coalesce(coalesce(a.served_earliest, a.issued_earliest) <= coalesce(b.served_latest, b.issued_latest), true)
        AND coalesce(coalesce(b.served_earliest, b.issued_earliest) <= coalesce(a.served_latest, a.issued_latest), true)
), told AS (
    SELECT DISTINCT a.act_id, a.act_group_id, e.source_id, e.exact
    FROM acts a
    JOIN evidence e ON e.table_name = 'acts' AND e.row_id = a.act_id AND e.column_name IN ('n_subpoenas', 'issued', 'served')
    SEMI JOIN evidence g ON g.table_name = 'act_groups' AND g.row_id = a.act_group_id AND g.column_name = 'n_subpoenas' AND g.source_id = e.source_id
), apart AS (
    SELECT a.act_id AS one, b.act_id AS two
    FROM told a JOIN told b ON a.act_group_id = b.act_group_id AND a.source_id = b.source_id AND a.exact <> b.exact
)
SELECT 'acts' AS table_name, two AS row_id, NULL AS column_name,
    'acts ' || two || ' may be ' || one || ' again: they have one recipient, or a body and a part of it, and may be of the same day' AS message
FROM pair
ANTI JOIN may_be_same m ON m.table_name = 'acts' AND m.row_id = one AND m.other_row_id = two
ANTI JOIN apart t ON t.one = pair.one AND t.two = pair.two
ANTI JOIN reported p ON p.table_name = 'acts' AND p.row_id IN (one, two) AND p.column_name IN ('issued', 'served', 'recipient_agency_id', '*');

--- rule event-twice
-- what: Two events of one act have the same kind, and their actor, result and day may be the same.
-- why: One event is one row, however many sources report it.
-- example: `denver-1-petition` and `denver-1-petition-2`, both of February 6, 2020, or both without
--   a day and with the same words for what happened.
-- remedy: Merge the two, write `part_of`, or add a row to `may_be_same` that says why this is
--   uncertain.
WITH told AS (
    SELECT o.act_id, e.*, e.occurred_earliest IS NOT NULL AND e.occurred_latest IS NOT NULL AS has_days,
        concat_ws('/', e.actor_agency_id, e.actor_individual_id) AS actor
    FROM event_acts o JOIN events e ON o.event_id = e.event_id
), word AS (
    SELECT row_id, source_id, exact, concat(prefix, exact, suffix) AS passage FROM evidence WHERE table_name = 'events' AND column_name = 'kind'
), near AS (
    SELECT DISTINCT a.event_id AS one, b.event_id AS two, a.has_days AND b.has_days AS have_days, CASE
            WHEN a.kind = 'statement' THEN a.actor = b.actor AND a.occurred_earliest = a.occurred_latest AND b.occurred_earliest = b.occurred_latest
            WHEN a.has_days AND b.has_days THEN true
            ELSE a.kind <> 'motion' AND a.actor = b.actor AND a.actor <> '' AND a.result IS NOT DISTINCT FROM b.result AND a.decides IS NOT DISTINCT FROM b.decides
        END AS is_like
    FROM told a JOIN told b ON a.act_id = b.act_id AND a.kind = b.kind AND a.event_id < b.event_id
    WHERE coalesce(a.actor_agency_id, b.actor_agency_id, '') = coalesce(b.actor_agency_id, a.actor_agency_id, '')
        AND coalesce(a.actor_individual_id, b.actor_individual_id, '') = coalesce(b.actor_individual_id, a.actor_individual_id, '')
        AND coalesce(a.result, b.result, '') = coalesce(b.result, a.result, '')
        AND coalesce(a.decides, b.decides, '') = coalesce(b.decides, a.decides, '')
        AND coalesce(a.occurred_earliest <= b.occurred_latest, true) AND coalesce(b.occurred_earliest <= a.occurred_latest, true)
        AND coalesce(a.part_of, '') <> b.event_id AND coalesce(b.part_of, '') <> a.event_id
        AND coalesce(a.after_event_id, '') <> b.event_id AND coalesce(b.after_event_id, '') <> a.event_id
), pair AS MATERIALIZED (
    SELECT one, two, have_days, is_like FROM near
    WHERE is_like OR EXISTS (FROM word v JOIN word w ON v.source_id = w.source_id AND v.passage = w.passage AND v.exact = w.exact
        WHERE v.row_id = one AND w.row_id = two)
)
SELECT 'events' AS table_name, two AS row_id, NULL AS column_name,
    'events ' || two || ' may be ' || one || ' again: ' || CASE
        WHEN have_days AND is_like THEN 'the same kind, and actor, result and day agree'
        WHEN is_like THEN 'the same kind, actor and result, and a day that is not known may be that of the other'
        ELSE 'the same words give its kind, and actor, result and day may be the same' END AS message
FROM pair
ANTI JOIN may_be_same m ON m.table_name = 'events' AND m.row_id = one AND m.other_row_id = two;

--- rule ground-twice
-- what: Two reasons of one act rest on the same words and are given by the same side and speaker.
-- why: A reason that is entered twice is counted twice.
-- example: `denver-1-g-resources-2` with the code, the words and the speaker of
--   `denver-1-g-resources`.
-- remedy: Merge the two. If the words give two reasons, quote for each the words that give it.
WITH told AS (
    SELECT DISTINCT g.ground_id, g.side, g.toward, g.ground, g.said_by_individual_id AS person, g.said_by_agency_id AS body,
        coalesce(g.act_id, o.act_id) AS act_id, e.source_id, e.exact, concat(e.prefix, e.exact, e.suffix) AS passage
    FROM grounds g
    JOIN evidence e ON e.table_name = 'grounds' AND e.row_id = g.ground_id AND e.column_name = 'ground'
    LEFT JOIN event_acts o ON g.event_id = o.event_id
)
SELECT 'grounds' AS table_name, b.ground_id AS row_id, 'ground' AS column_name,
    'grounds ' || b.ground_id || ' may be ' || a.ground_id || ' again: the same words, “' || left(min(a.exact), 60)
    || '”, and the same act, side and speaker' AS message
FROM told a JOIN told b ON a.act_id = b.act_id AND a.source_id = b.source_id AND a.passage = b.passage AND a.exact = b.exact
    AND a.side = b.side AND a.ground_id < b.ground_id
WHERE coalesce(a.toward, b.toward, '') = coalesce(b.toward, a.toward, '')
    AND coalesce(a.person, b.person, '') = coalesce(b.person, a.person, '')
    AND coalesce(a.body, b.body, '') = coalesce(b.body, a.body, '')
GROUP BY a.ground_id, b.ground_id;

--- rule order-of-days
-- what: The days of a matter are in an impossible order, or a last day to respond is about a year
--   away.
-- why: Nobody answers a paper before it goes out, serves it before it is issued, or rules on a petition
--   before it is filed. A reader who infers a day of service has the day of issue before them. A deadline about a year away was counted from the wrong day.
-- example: An answer of January 5 to subpoenas that were issued on January 13.
-- remedy: Correct a day or its words, or the acts that the event concerns.
SELECT 'events' AS table_name, v.event_id AS row_id, 'occurred' AS column_name,
    'events ' || v.event_id || ' (' || v.kind || ', ' || v.occurred_edtf || ') is before ' || a.act_id
    || ' went out (' || coalesce(a.issued_edtf, a.served_edtf) || ')' AS message,
    'correct a day or its words, or the acts that the event concerns; for a day that was to come when the page appeared: occurred = { words = "…", direction = "on_or_after" }' AS remedy
FROM event_acts ea JOIN events v ON ea.event_id = v.event_id JOIN acts a ON ea.act_id = a.act_id
WHERE v.occurred_latest < coalesce(a.issued_earliest, a.served_earliest)
    AND v.kind NOT IN ('issued', 'threat', 'statement', 'report');

SELECT 'acts' AS table_name, act_id AS row_id, 'served' AS column_name,
    'acts ' || act_id || ' was served (' || served_edtf || ') before it was issued (' || issued_edtf || ')' AS message
FROM acts WHERE served_latest < issued_earliest;

SELECT 'events' AS table_name, v.event_id AS row_id, 'occurred' AS column_name,
    'events ' || v.event_id || ' (' || v.kind || ', ' || v.occurred_edtf || '): by what a reader inferred it may be before ' || a.act_id
    || ' was issued (' || a.issued_edtf || ')' AS message,
    'infer no day before the first day of issue; where sources disagree on it, none before the first that one of them gives' AS remedy
FROM event_acts ea JOIN events v ON ea.event_id = v.event_id JOIN acts a ON ea.act_id = a.act_id
WHERE v.occurred_basis = 'inferred' AND a.issued_basis <> 'inferred' AND v.occurred_earliest < a.issued_earliest AND v.occurred_latest >= a.issued_earliest
    AND v.kind NOT IN ('issued', 'threat', 'statement', 'report')
    AND NOT EXISTS (FROM evidence e WHERE e.table_name = 'acts' AND e.row_id = a.act_id AND e.column_name = 'issued' AND e.stance = 'contests'
        AND e.value = v.occurred_earliest::VARCHAR);

SELECT 'acts' AS table_name, act_id AS row_id, 'served' AS column_name,
    'acts ' || act_id || ': by what a reader inferred it may have been served (' || served_edtf || ') before it was issued (' || issued_edtf || ')' AS message,
    'infer no day of service before the first day of issue; where sources disagree on it, none before the first that one of them gives' AS remedy
FROM acts a
WHERE served_basis = 'inferred' AND issued_basis <> 'inferred' AND served_earliest < issued_earliest AND served_latest >= issued_earliest
    AND NOT EXISTS (FROM evidence e WHERE e.table_name = 'acts' AND e.row_id = a.act_id AND e.column_name = 'issued' AND e.stance = 'contests'
        AND e.value = a.served_earliest::VARCHAR);

SELECT 'acts' AS table_name, act_id AS row_id, 'served' AS column_name,
    'acts ' || act_id || ': a reader inferred a last day of service (' || served_edtf || ') and no first one, and the first day of issue is known ('
    || issued_edtf || ')' AS message,
    'begin the days of service with the first day of issue that a source gives' AS remedy
FROM acts
WHERE served_basis = 'inferred' AND served_earliest IS NULL AND issued_earliest IS NOT NULL;

WITH day AS (
    SELECT act_id, respond_by_edtf, respond_by_earliest AS first, respond_by_latest AS last,
        coalesce(served_earliest, issued_earliest) AS sent, coalesce(served_edtf, issued_edtf) AS sent_edtf
    FROM acts WHERE respond_by_earliest IS NOT NULL
), told AS (
    SELECT e.row_id, min(s.published_latest) AS told
    FROM evidence e JOIN sources s ON e.source_id = s.source_id
    WHERE e.table_name = 'acts' AND e.column_name = 'respond_by' GROUP BY e.row_id
)
SELECT 'acts' AS table_name, act_id AS row_id, 'respond_by' AS column_name,
    'acts ' || act_id || ': the last day to respond (' || respond_by_edtf || ') is '
    || CASE WHEN last < sent THEN 'before the papers went out (' || sent_edtf || ')'
        ELSE '300 days or more after ' || coalesce('the papers went out (' || sent_edtf || ')', 'the page that gives it (' || told || ')') END AS message,
    'in the cells of the act, say from which day its words count: respond_by = { words = "…", anchor = "acts/' || act_id || CASE WHEN sent IS NULL THEN '/issued' ELSE '/served' END
        || '" }; for a day that had passed when the page appeared: respond_by = { words = "…", direction = "on_or_before" }' AS remedy
FROM day LEFT JOIN told ON act_id = row_id
WHERE last < sent OR date_diff('day', coalesce(sent, told), first) >= 300;

SELECT 'events' AS table_name, o.event_id AS row_id, 'occurred' AS column_name,
    'events ' || o.event_id || ' (' || o.kind || ', ' || o.occurred_edtf || ') is before ' || p.event_id || ' ('
    || p.kind || ', ' || p.occurred_edtf || ') of the same court matter' AS message
FROM events o JOIN events p ON o.proceeding_id = p.proceeding_id
WHERE o.kind IN ('hearing', 'opposition', 'order', 'appeal', 'no_appeal') AND p.kind IN ('petition', 'suit')
    AND o.occurred_latest < p.occurred_earliest
    AND NOT EXISTS (FROM events q WHERE q.proceeding_id = p.proceeding_id AND q.kind IN ('petition', 'suit')
        AND q.event_id <> p.event_id AND (q.occurred_earliest IS NULL OR q.occurred_earliest <= o.occurred_latest));

SELECT 'events' AS table_name, v.event_id AS row_id, 'after_event_id' AS column_name,
    'events ' || v.event_id || ' (' || v.occurred_edtf || ') is said to follow ' || f.event_id || ' (' || f.occurred_edtf
    || '), which is after it' AS message
FROM events v JOIN events f ON v.after_event_id = f.event_id
WHERE v.occurred_latest < f.occurred_earliest;

--- rule part-untold
-- what: A production followed a ruling that is not on all subpoenas of the act, or of which no
--   source says on how many it is, and the production says nothing on how many it concerns.
-- why: What is given because a court ordered it reaches no further than the order. Without a number
--   or a reason the production would be told of every subpoena of the act.
-- example: An order on three of four subpoenas, and a production after it without `n_subpoenas`.
-- remedy: With the production, write `n_subpoenas` with its words, or
--   `absent = { n_subpoenas = "not_stated" }`.
WITH told AS (
    SELECT v.*, o.event_act_id, o.act_id, o.n_subpoenas, b.row_id IS NOT NULL AS is_open
    FROM events v JOIN event_acts o ON v.event_id = o.event_id
    LEFT JOIN absences b ON b.table_name = 'event_acts' AND b.row_id = o.event_act_id AND b.column_name = 'n_subpoenas'
)
SELECT 'event_acts' AS table_name, p.event_act_id AS row_id, 'n_subpoenas' AS column_name,
    'event_acts ' || p.event_act_id || ': ' || o.event_id || ', which it followed, is not on all subpoenas of ' || p.act_id
    || ', and nothing says how many were answered' AS message
FROM told p JOIN told o ON p.after_event_id = o.event_id AND p.act_id = o.act_id
JOIN acts a ON p.act_id = a.act_id
WHERE p.kind = 'production' AND o.kind = 'order' AND p.n_subpoenas IS NULL AND NOT p.is_open
    AND (o.is_open OR o.n_subpoenas < a.n_subpoenas);

--- rule status-conflicting
-- what: Two events give an act different answers, rulings or outcomes, and nothing says which came
--   later.
-- why: A status is computed. If the events leave two, none can be published.
-- example: An agreement and a refusal, both of January 2020.
-- remedy: Give a more exact day, or `after_event_id` with the words that say so. Or record under
--   `absent` that the status is `conflicting`.
SELECT 'acts' AS table_name, s.act_id AS row_id, s.column_name,
    'acts ' || s.act_id || ': its events leave more than one ' || s.line || ': '
    || (SELECT string_agg(t.event_id || ' (' || t.value || ')', ', ' ORDER BY t.event_id)
        FROM standing_steps t WHERE t.act_id = s.act_id AND t.line = s.line) AS message
FROM standings s
ANTI JOIN absences b ON b.table_name = 'acts' AND b.row_id = s.act_id AND b.reason = 'conflicting' AND b.column_name = s.column_name
WHERE s.n_values > 1;
