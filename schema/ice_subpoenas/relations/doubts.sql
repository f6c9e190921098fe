-- How well what is told of an act, an answer or a court is known. Only views use these relations.

--- relation least_of_sides
-- One row is a number on which sources disagree and that nothing settles: the least that a side gives, so that there were at
-- least so many; and the least that a witness gives.
CREATE OR REPLACE VIEW least_of_sides AS
SELECT c.table_name, c.row_id, c.column_name, min(e.value::INTEGER) AS n, min(e.value::INTEGER) FILTER (s.is_witness) AS n_by_witness
FROM conflicts c
JOIN evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND c.column_name = e.column_name AND e.stance <> 'bears_on'
JOIN sources s ON e.witness_source_id = s.source_id
WHERE c.resolution = 'unresolved' AND c.column_name IN ('n_subpoenas', 'n_persons')
GROUP BY ALL;

--- relation inferred
-- One row is a cell whose value only a reader's reasoning gives. Words of a broader code or of more days do not give it;
-- if nothing else holds it, all that does is reasoning.
CREATE OR REPLACE VIEW inferred AS
SELECT table_name, row_id, column_name FROM evidence
WHERE stance IN ('supports', 'broader') GROUP BY ALL
HAVING coalesce(bool_and(derivation = 'inference') FILTER (stance = 'supports'), bool_and(derivation = 'inference'));

--- relation secondhand
-- One row is a source that is no witness, and what such sources are called. Of some nobody knows whether they report or retell: their
-- standing is unknown, and no relation says whose account they have.
CREATE OR REPLACE VIEW secondhand AS
SELECT s.source_id, CASE WHEN s.standing = 'unknown' AND r.source_id IS NULL THEN 'pages of unknown standing' ELSE 'copies or retellings' END AS called
FROM sources s LEFT JOIN (SELECT DISTINCT source_id FROM source_relations) r ON s.source_id = r.source_id
WHERE NOT s.is_witness;

--- relation cell_told
-- One row is a cell with words or reasoning that give its value, or else that of a broader code or more days: whether no witness is among
-- those who tell it, whether witnesses have it by a reader's reasoning alone and others in words, and who those are, if either is so.
CREATE OR REPLACE VIEW cell_told AS
WITH piece AS (
    SELECT e.table_name, e.row_id, e.column_name, o.called, e.stance = 'supports' AS is_exact, e.derivation = 'inference' AS is_inferred,
        bool_and(o.called IS NOT NULL) OVER w AS is_unseen
    FROM evidence e LEFT JOIN secondhand o ON e.witness_source_id = o.source_id
    WHERE e.stance IN ('supports', 'broader')
    WINDOW w AS (PARTITION BY e.table_name, e.row_id, e.column_name, e.stance = 'supports')
    QUALIFY is_exact OR NOT bool_or(is_exact) OVER (PARTITION BY e.table_name, e.row_id, e.column_name)
)
SELECT table_name, row_id, column_name, is_unseen,
    coalesce(bool_and(is_exact) AND bool_and(is_inferred) FILTER (called IS NULL) AND NOT bool_and(is_inferred), false) AS is_reasoned,
    replace(string_agg(DISTINCT called, ' or ' ORDER BY called) FILTER (is_unseen OR NOT is_inferred), ' or retellings or', ', retellings or') AS who
FROM piece GROUP BY ALL;

--- relation unseen
-- One row is a cell whose value no witness gives, and who gives it.
CREATE OR REPLACE VIEW unseen AS
SELECT table_name, row_id, column_name, who FROM cell_told WHERE is_unseen;

--- relation witnessed
-- One row is a cell whose value a witness gives. Words of a broader code, or of more days, do not give it, unless it is
-- the days that several such pieces have in common.
CREATE OR REPLACE VIEW witnessed AS
SELECT table_name, row_id, column_name FROM cell_told WHERE NOT is_unseen;

--- relation reasoned
-- One row is a cell that a reader's reasoning gives, alone or as all that witnesses have of it; `in_words` then says who
-- has more than that.
CREATE OR REPLACE VIEW reasoned AS
SELECT *, 'a reader’s inference' AS rests_on, NULL AS in_words FROM inferred
UNION ALL
SELECT table_name, row_id, column_name, 'a reader’s inference and ' || who, 'only ' || who || ' say so in words'
FROM cell_told WHERE is_reasoned;

--- relation not_named
-- One row is an answer or a step in court on several acts, and one of these acts, if no witness names its recipient: neither with that
-- event, nor with another or a total that the acts share. `who` are those that name it.
CREATE OR REPLACE VIEW not_named AS
WITH joint AS (
    SELECT x.event_id, x.act_id, v.kind FROM event_acts x JOIN events v ON x.event_id = v.event_id
    QUALIFY count(*) OVER (PARTITION BY x.event_id) > 1
), shared AS ( -- rows on an act of an event and another act of that event
    SELECT DISTINCT o.event_id, o.act_id, 'events' AS table_name, w.event_id AS row_id
    FROM joint o JOIN joint w ON o.act_id = w.act_id
    JOIN joint p ON p.event_id = o.event_id AND p.act_id <> o.act_id JOIN joint q ON q.event_id = w.event_id AND q.act_id = p.act_id
    WHERE o.kind IN ('response', 'production', 'no_production', 'threat', 'petition', 'order')
), row_of AS (
    FROM shared
    UNION SELECT s.event_id, s.act_id, 'act_groups', a.act_group_id FROM shared s JOIN acts a ON s.act_id = a.act_id
), named AS (
    SELECT r.event_id, r.act_id, o.called, regexp_matches(replace(concat_ws(' ', e.prefix, e.exact, e.suffix, CASE WHEN json_valid(e.arguments) THEN e.arguments ->> 'about' END), 'Washington, D', ''),
        '\b(' || regexp_escape(g.name) || CASE WHEN j.kind = 'state' THEN '' ELSE '|' || regexp_escape(regexp_replace(j.name, ' (County|Parish)$', '')) END || ')\b') AS is_named
    FROM row_of r
    JOIN acts a ON r.act_id = a.act_id AND a.in_scope JOIN agencies g ON a.recipient_agency_id = g.agency_id JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    LEFT JOIN evidence e ON e.table_name = r.table_name AND e.row_id = r.row_id AND e.stance IN ('supports', 'broader')
    LEFT JOIN secondhand o ON e.witness_source_id = o.source_id
)
SELECT event_id, act_id, coalesce(replace(string_agg(DISTINCT called, ' or ' ORDER BY called) FILTER (is_named), ' or retellings or', ', retellings or'), 'copies or retellings') AS who
FROM named GROUP BY event_id, act_id HAVING NOT coalesce(bool_or(is_named AND called IS NULL), false);

--- relation believed
-- One row is an event, or the day of an act, that somebody tells as a belief, and no witness plainly.
CREATE OR REPLACE VIEW believed AS
WITH piece AS (
    SELECT e.table_name, e.row_id, s.is_witness, regexp_matches(concat_ws(' ', e.prefix, e.exact, e.suffix), '\bI believe\b') AS is_belief
    FROM evidence e JOIN sources s ON e.witness_source_id = s.source_id
    LEFT JOIN events v ON e.table_name = 'events' AND e.row_id = v.event_id
    WHERE e.stance = 'supports' AND (e.table_name = 'acts' AND e.column_name IN ('served', 'issued')
        OR e.column_name = CASE WHEN v.event_id IS NULL THEN NULL WHEN v.result IS NULL THEN 'kind' ELSE 'result' END)
)
SELECT table_name, row_id FROM piece GROUP BY ALL HAVING bool_or(is_belief) AND NOT bool_or(is_witness AND NOT is_belief);

--- relation body
-- One row is a public body: its name, how it is called in a sentence, and the party that it is of: the federal
-- government, a state or local government by its id, or else the body itself.
CREATE OR REPLACE VIEW body AS
SELECT g.agency_id, g.name, CASE WHEN g.kind = 'federal' THEN 'federal' ELSE coalesce(g.jurisdiction_id, g.agency_id) END AS party,
    CASE
        WHEN g.agency_id IN ('ice', 'dhs') THEN upper(g.agency_id)
        WHEN g.agency_id = 'hsi' AND g.parent_id = 'ice' THEN 'ICE’s HSI'
        WHEN g.name = j.name AND j.kind IN ('city', 'state') AND NOT contains(g.name, 'City') THEN 'the ' || j.kind || ' of ' || g.name
        WHEN regexp_matches(g.name, '^(The|the|Gov\.) |Mayor [A-Z]') OR NOT regexp_matches(g.name, '(?i)^(city|state|town|county) of |\b(agency|authority|board|branch|bureau|center|clerk|college|commission|council|court|department|district|division|general|hospital|office|police|press|project|registry|secretary|sheriff|treasurer|university of)\b')
            THEN g.name
        ELSE 'the ' || g.name
    END AS called
FROM agencies g LEFT JOIN jurisdictions j ON g.jurisdiction_id = j.jurisdiction_id;

--- relation one_sided
-- One row is an event that all witnesses have from one party, or from nobody known: in its own papers or, of what
-- was given or not and of an answer that is told as a deed ("responded"), by telling that somebody said so. What a party does
-- by saying it, such as a refusal, is left out. `side` is null if nobody knows who told of it.
CREATE OR REPLACE VIEW one_sided AS
WITH deed AS (
    SELECT v.event_id, v.kind IN ('production', 'no_production') OR v.kind = 'response' AND v.result IS NULL
        AND bool_and(regexp_matches(e.exact, '(?i)\b(responded|replied|answered)\b')) AS is_deed
    FROM events v JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id AND e.column_name = 'kind' AND e.stance IN ('supports', 'broader')
    GROUP BY v.event_id, v.kind, v.result
), words AS ( -- every passage of an event from a witness, whatever cell it gives
    SELECT e.row_id AS event_id, e.witness_source_id AS source_id, e.column_name, e.stance, e.exact, e.prefix, concat(e.prefix, e.exact, e.suffix) AS passage,
        CASE WHEN json_valid(e.arguments) THEN e.arguments ->> 'about' END AS about,
        e.derivation <> 'inference' AND NOT contains(coalesce(e.arguments, ''), 'not_before') AS is_telling, -- who tells of a deed speaks after it
        '(?i)\b(say|says|said|saying|tell|tells|told|according to)\b' AS saying
    FROM evidence e JOIN sources s ON e.witness_source_id = s.source_id AND s.is_witness
    WHERE e.table_name = 'events'
), teller AS ( -- passages that give another cell and say who told of the deed
    SELECT w.event_id, w.source_id, arg_max(coalesce(p.affiliation_agency_id, g.agency_id), length(coalesce(p.name, g.name))) AS agency_id
    FROM words w
    JOIN words d ON w.event_id = d.event_id AND w.source_id = d.source_id AND d.column_name IN ('kind', 'result')
        AND (d.stance IN ('supports', 'broader') OR d.column_name = 'kind') AND contains(concat_ws(' ', w.passage, w.about), d.exact)
    LEFT JOIN individuals_referenced p ON contains(w.passage, p.name) AND p.affiliation_agency_id IS NOT NULL
    LEFT JOIN agencies g ON contains(w.passage, g.name)
    WHERE w.column_name NOT IN ('kind', 'result', 'actor_agency_id', 'actor_individual_id') AND w.stance IN ('supports', 'broader')
        AND regexp_matches(w.passage, w.saying) AND w.is_telling
    GROUP BY ALL
), piece AS (
    SELECT v.event_id, d.is_deed, w.source_id, s.publisher_agency_id,
        s.standing = 'party_document' AS is_partys, coalesce(v.actor_agency_id, p.affiliation_agency_id) AS actor_id,
        w.column_name = CASE WHEN v.result IS NULL THEN 'kind' ELSE 'result' END AS is_what,
        regexp_matches(concat_ws(' ', w.passage, w.about), w.saying) OR regexp_matches(w.prefix, '“[^”]*$') AS is_told
    FROM events v
    JOIN deed d ON v.event_id = d.event_id
    JOIN words w ON w.event_id = v.event_id AND w.stance IN ('supports', 'broader')
        AND w.column_name IN ('kind', 'result', 'actor_agency_id', 'actor_individual_id')
    JOIN sources s ON w.source_id = s.source_id
    LEFT JOIN individuals_referenced p ON v.actor_individual_id = p.individual_id
), voice AS ( -- whether a witness passes on somebody's word
    SELECT p.event_id, p.is_deed, p.actor_id, p.is_partys, p.publisher_agency_id, bool_or(p.is_told) AS is_told, t.event_id IS NOT NULL AS is_elsewhere, t.agency_id,
        p.is_partys OR p.is_deed AND (bool_or(p.is_told) OR t.event_id IS NOT NULL) AS is_passed_on,
        bool_or(bool_or(p.is_told AND NOT p.is_what)) OVER (PARTITION BY p.event_id) AS is_actors
    FROM piece p LEFT JOIN teller t ON p.event_id = t.event_id AND p.source_id = t.source_id
    GROUP BY p.event_id, p.is_deed, p.actor_id, p.source_id, p.is_partys, p.publisher_agency_id, t.event_id, t.agency_id HAVING bool_or(p.is_what)
), told AS (
    SELECT v.event_id, v.is_deed, v.actor_id, v.is_passed_on, b.agency_id AS teller, b.called, coalesce(b.party, '') AS party
    FROM voice v LEFT JOIN body b ON b.agency_id = CASE WHEN v.is_partys THEN v.publisher_agency_id
        WHEN v.is_passed_on THEN CASE WHEN v.is_told THEN CASE WHEN v.is_actors THEN v.actor_id END ELSE v.agency_id END END
), single AS (
    SELECT event_id, is_deed, actor_id, min(party) AS party, array_to_string(list_sort(list_distinct(list(called || '’s' || CASE WHEN teller = actor_id THEN ' own' ELSE '' END))), ' and ') AS whose
    FROM told GROUP BY event_id, is_deed, actor_id HAVING bool_and(is_passed_on) AND min(party) = max(party)
), recipient AS (
    SELECT DISTINCT x.event_id, b.party FROM event_acts x JOIN acts c ON x.act_id = c.act_id JOIN body b ON c.recipient_agency_id = b.agency_id
)
SELECT s.event_id, CASE WHEN s.party = 'federal' THEN 'agency' WHEN r.event_id IS NOT NULL THEN 'recipient' WHEN s.party <> '' THEN 'other' END AS side,
    'by ' || coalesce(nullif(s.whose, ''), 'somebody’s') || ' account' AS words
FROM single s LEFT JOIN body a ON s.actor_id = a.agency_id LEFT JOIN recipient r ON s.event_id = r.event_id AND s.party = r.party
WHERE s.is_deed OR s.party IS DISTINCT FROM a.party;

--- relation day_doubts
-- One row is a day that only copies tell, wholly or as far as its bounds go, that every witness counts from the date of
-- another page, or that all witnesses have from one party: from its own papers or, of the day of an act, by telling that somebody
-- said so. A day on which somebody told of a paper, and before which it was sent, is the page's own.
CREATE OR REPLACE VIEW day_doubts AS
WITH piece AS (
    SELECT e.table_name, e.row_id, e.column_name, s.is_witness, q.called,
        e.table_name = 'acts' AND e.derivation <> 'inference' AND NOT contains(coalesce(e.arguments, ''), 'not_after') AND regexp_matches(e.prefix, '(?i)\b(say|says|said|saying|tell|tells|told|according to|assert|asserts|asserted)\b') AS is_told,
        is_told OR s.standing = 'party_document' AS is_partys, CASE WHEN NOT is_told THEN b.called END AS publisher, CASE WHEN is_told THEN '' ELSE coalesce(b.party, s.publisher) END AS party,
        regexp_matches(e.value, '\d{4}') AND e.value NOT LIKE 'XXXX%' AS is_bound,
        regexp_extract(e.arguments, '"anchor": "sources/(\w+)/published"', 1) NOT IN ('', e.source_id, e.witness_source_id) AS is_elsewhere
    FROM evidence e JOIN sources s ON e.witness_source_id = s.source_id LEFT JOIN body b ON s.publisher_agency_id = b.agency_id
    LEFT JOIN secondhand q ON s.source_id = q.source_id
    WHERE e.column_name IN ('served', 'issued', 'occurred') AND e.stance IN ('supports', 'broader') AND e.derivation <> 'copied'
), known AS (
    SELECT table_name, row_id, column_name, count(*) FILTER (is_witness AND is_bound) = 0 AND bool_or(is_bound) AS is_retold,
        replace(string_agg(DISTINCT called, ' or ' ORDER BY called) FILTER (is_bound), ' or retellings or', ', retellings or') AS who,
        coalesce(bool_and(is_elsewhere) FILTER (is_witness AND is_bound), false) AS is_elsewhere,
        CASE WHEN bool_and(is_partys) FILTER (is_witness) AND min(party) FILTER (is_witness) = max(party) FILTER (is_witness)
            THEN coalesce(nullif(array_to_string(list_sort(list_distinct(list(publisher || '’s') FILTER (is_witness))), ' and '), ''), 'somebody’s') END AS whose
    FROM piece GROUP BY ALL
)
SELECT table_name, row_id, column_name, is_retold,
    CASE WHEN is_retold THEN 'only ' || who || ' tell when' END AS retold,
    CASE WHEN is_elsewhere THEN 'the day is estimated from the date of a different report' END AS elsewhere,
    'by ' || whose || ' account' AS account
FROM known WHERE is_retold OR is_elsewhere OR whose IS NOT NULL;

--- relation preliminary
-- One row is a ruling that a source calls preliminary.
CREATE OR REPLACE VIEW preliminary AS
SELECT DISTINCT v.event_id
FROM events v JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
WHERE v.kind = 'order' AND e.column_name IN ('kind', 'result') AND e.stance = 'supports'
    AND regexp_matches(concat_ws(' ', e.prefix, e.exact, e.suffix), '(?i)\b(preliminary|temporary|provisional)\b');

--- relation court
-- One row is an event in court: the name of the court, and how well it is known which court it was.
CREATE OR REPLACE VIEW court AS
SELECT v.event_id, 'the ' || p.court_name AS name, CASE
    WHEN p.court IS NULL THEN NULL
    WHEN x.row_id IS NOT NULL THEN 'sources disagree on which court'
    WHEN i.row_id IS NOT NULL THEN 'which court is ' || i.rests_on
    WHEN w.row_id IS NULL THEN 'only ' || coalesce(u.who, 'copies or retellings') || ' name it'
END AS remark
FROM events v JOIN proceedings p ON v.proceeding_id = p.proceeding_id
LEFT JOIN reasoned i ON i.table_name = 'proceedings' AND i.row_id = p.proceeding_id AND i.column_name = 'court'
LEFT JOIN conflicts x ON x.table_name = 'proceedings' AND x.row_id = p.proceeding_id AND x.column_name = 'court'
LEFT JOIN witnessed w ON w.table_name = 'proceedings' AND w.row_id = p.proceeding_id AND w.column_name = 'court'
LEFT JOIN unseen u ON u.table_name = 'proceedings' AND u.row_id = p.proceeding_id AND u.column_name = 'court';

--- relation unread
-- One row is a ruling of which a court's own paper was read, but not to its end and not its result.
CREATE OR REPLACE VIEW unread AS
SELECT v.event_id, 'the ruling itself was not read to its end' || coalesce(
    ': only its ' || max(regexp_extract(s.read_part, '^first [0-9,]+ characters', 0)) FILTER (s.read_part LIKE 'first % characters%') || ' were', '') AS words
FROM events v
JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
JOIN sources s ON e.source_id = s.source_id AND s.standing = 'court_document'
WHERE v.kind = 'order' GROUP BY v.event_id
HAVING bool_or(s.read_part NOT LIKE '%whole%') AND NOT bool_or(e.column_name = 'result');

--- relation dispute
-- One row is a column of an event, or of its acts, on which sources disagree, and what it says.
CREATE OR REPLACE VIEW dispute AS
SELECT DISTINCT v.event_id, x.column_name, CASE
    WHEN x.column_name = 'occurred' THEN 'the day'
    WHEN x.column_name = 'n_subpoenas' THEN 'how many subpoenas' WHEN x.column_name = 'n_persons' THEN 'how many people'
    WHEN x.column_name IN ('actor_individual_id', 'actor_agency_id') THEN CASE v.kind WHEN 'order' THEN 'the judge' ELSE 'who acted' END
    WHEN v.kind = 'order' THEN 'what the court did' WHEN v.kind = 'petition' THEN 'what the court was asked'
    WHEN v.kind = 'response' THEN 'the answer' WHEN v.kind IN ('production', 'no_production') THEN 'what was produced'
    ELSE 'what happened'
END AS what
FROM conflicts x
LEFT JOIN event_acts a ON x.table_name = 'event_acts' AND x.row_id = a.event_act_id
JOIN events v ON v.event_id = CASE x.table_name WHEN 'events' THEN x.row_id ELSE a.event_id END
WHERE x.column_name IN ('kind', 'result', 'occurred', 'n_subpoenas', 'n_persons', 'actor_individual_id', 'actor_agency_id');

--- relation sending_dispute
-- One row is a day of an act, of issue or of service, on which sources disagree, be it told of the act or of the event of its
-- sending; and that event, if there is one with the same day.
CREATE OR REPLACE VIEW sending_dispute AS
WITH day AS (
    SELECT act_id, unnest(['issued', 'served']) AS column_name, unnest([issued_edtf, served_edtf]) AS edtf FROM acts
), told AS (
    SELECT d.act_id, d.column_name, v.event_id, x.conflict_id IS NOT NULL OR y.conflict_id IS NOT NULL AS is_split
    FROM day d
    LEFT JOIN (SELECT ea.act_id, e.* FROM event_acts ea JOIN events e ON ea.event_id = e.event_id WHERE e.part_of IS NULL) v
        ON d.act_id = v.act_id AND v.kind::VARCHAR = d.column_name AND v.occurred_edtf IS NOT DISTINCT FROM d.edtf
    LEFT JOIN conflicts x ON x.table_name = 'acts' AND x.row_id = d.act_id AND x.column_name = d.column_name
    LEFT JOIN conflicts y ON y.table_name = 'events' AND y.row_id = v.event_id AND y.column_name = 'occurred'
)
SELECT act_id, column_name, event_id FROM told QUALIFY bool_or(is_split) OVER (PARTITION BY act_id, column_name);

--- relation disputed
-- One row is an event on which sources disagree, and on what.
CREATE OR REPLACE VIEW disputed AS
SELECT event_id, 'sources disagree on ' || string_agg(what, ' and ' ORDER BY what) AS words
FROM dispute GROUP BY event_id;

--- relation conditions
-- One row is an answer with which a source says on what condition, or for what time, it is given; of one that holds unless a
-- court decides otherwise, also whether only reports say that which are later than the first.
CREATE OR REPLACE VIEW conditions AS
WITH told AS (
    SELECT v.event_id, concat_ws(' ', e.prefix, e.exact, e.suffix) AS words, s.published_earliest > v.known_by AS is_added,
        regexp_matches(words, '(?i)\b(unless|absent|until)\b[^.;]{0,60}\b(court|judge)\b') AS is_unless
    FROM events v JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id JOIN sources s ON e.source_id = s.source_id
    WHERE v.kind IN ('response', 'production') AND e.column_name IN ('kind', 'result') AND e.stance <> 'contests'
)
SELECT event_id, concat_ws('; ',
    CASE WHEN bool_or(regexp_matches(words, '(?i)\b(in accordance with|as (required|ordered) by|in compliance with)\b[^.;]{0,30}\b(order|ruling)\b')) THEN 'as the ruling requires' END,
    CASE WHEN bool_or(is_unless) THEN 'unless a court decides otherwise' || if(bool_and(is_added) FILTER (is_unless), ', as later reports add', '') END,
    CASE WHEN bool_or(regexp_matches(words, '(?i)\bawait\w*\b[^.;]{0,60}\b(court|judge)\b')) THEN 'awaiting a court' END,
    CASE WHEN bool_or(regexp_matches(words, '(?i)\b(at (this|that) (point|time)|for now|for the time being)\b')) THEN 'for the time being' END) AS words
FROM told GROUP BY event_id;

--- relation at_least
-- One row is a number that all words that give it put as the least, such as `at least five` or `more than 500`.
CREATE OR REPLACE VIEW at_least AS
SELECT table_name, row_id, column_name FROM evidence
WHERE stance = 'supports' AND derivation IN ('number_word', 'count', 'copied') GROUP BY ALL
HAVING bool_and(regexp_matches(exact, '(?i)^(at least|no fewer than|a minimum of|more than)\b') OR regexp_matches(coalesce(prefix, ''), '(?i)\b(at least|no fewer than|a minimum of|more than)\s*$'));

--- relation before_court
-- One row is a reason given out of court, before any ruling of which its acts tell. Without a day of its own, a reason is as old
-- as the first page with its words.
CREATE OR REPLACE VIEW before_court AS
WITH given AS (
    SELECT g.ground_id, g.act_id, g.event_id, coalesce(v.occurred_latest, v.known_by, (
        SELECT min(t.published_latest) FROM evidence e JOIN sources t ON e.source_id = t.source_id
        WHERE e.table_name = 'grounds' AND e.row_id = g.ground_id AND e.column_name = 'ground'
    )) AS last_day
    FROM grounds g LEFT JOIN events v ON g.event_id = v.event_id WHERE v.proceeding_id IS NULL
), of_act AS (
    SELECT ground_id, last_day, act_id FROM given
    UNION SELECT d.ground_id, d.last_day, ea.act_id FROM given d
    JOIN event_acts ea ON d.event_id = ea.event_id
)
SELECT a.ground_id FROM of_act a
JOIN event_acts ea ON a.act_id = ea.act_id
JOIN events o ON ea.event_id = o.event_id AND o.kind = 'order'
GROUP BY a.ground_id, a.last_day
HAVING count(o.occurred_earliest) = count(*) AND a.last_day < min(o.occurred_earliest);
