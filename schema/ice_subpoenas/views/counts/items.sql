-- What the rows of the view add up.

--- relation numbered
-- One row is an act: `n_least` and `n_asked`, at least how many subpoenas and people, by the least of the sides where sources disagree.
-- A witness who gives a higher number gives the least too.
CREATE OR REPLACE VIEW numbered AS
SELECT a.*, coalesce(a.n_subpoenas, n.n) AS n_given, coalesce(n_given, 1) AS n_least, coalesce(a.n_persons, p.n) AS n_asked,
    n.n_by_witness AS n_seen, p.n_by_witness AS n_persons_seen
FROM acts a
LEFT JOIN least_of_sides n ON n.table_name = 'acts' AND n.row_id = a.act_id AND n.column_name = 'n_subpoenas'
LEFT JOIN least_of_sides p ON p.table_name = 'acts' AND p.row_id = a.act_id AND p.column_name = 'n_persons';

--- relation act
-- One row is an act in scope, with its place and its year; `…unseen`: how much of its number no witness gives.
CREATE OR REPLACE VIEW act AS
SELECT a.act_id, a.act_group_id, coalesce(a.scope_is_doubted, false) AS is_doubted, j.state, a.jurisdiction_id, j.name AS government, s.year, a.n_subpoenas, a.n_given, a.n_least, a.n_asked AS n_persons,
    CASE WHEN n.row_id IS NOT NULL THEN 0 ELSE a.n_least - CASE WHEN a.n_seen IS NOT NULL THEN a.n_least WHEN a.n_given IS NULL AND a.is_witnessed THEN 1 ELSE 0 END END AS unseen,
    CASE WHEN p.row_id IS NOT NULL OR a.n_persons_seen IS NOT NULL THEN 0 ELSE a.n_asked END AS persons_unseen
FROM numbered a
JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
JOIN sending s ON a.act_id = s.act_id
LEFT JOIN witnessed n ON n.table_name = 'acts' AND n.row_id = a.act_id AND n.column_name = 'n_subpoenas'
LEFT JOIN witnessed p ON p.table_name = 'acts' AND p.row_id = a.act_id AND p.column_name = 'n_persons'
WHERE a.in_scope;

--- relation kind
-- One row is what a row of the view can be.
CREATE OR REPLACE VIEW kind AS
SELECT * FROM (VALUES (0, 'all'), (1, 'year'), (2, 'state'), (3, 'state and year'), (4, 'government'), (5, 'government and year')) k(nth, what);

--- relation placed
-- One row is an act in a row of the view that counts it.
CREATE OR REPLACE VIEW placed AS
SELECT k.nth, k.what, a.act_id, a.act_group_id, a.n_subpoenas, a.n_given, a.n_least, a.n_persons, a.unseen, a.persons_unseen, a.is_doubted,
    CASE WHEN contains(k.what, 'year') THEN a.year END AS year, CASE WHEN k.nth >= 2 THEN a.state END AS state,
    CASE WHEN k.nth >= 4 THEN a.jurisdiction_id END AS jurisdiction_id, CASE WHEN k.nth >= 4 THEN a.government END AS government
FROM act a CROSS JOIN kind k
WHERE (a.year IS NOT NULL OR NOT contains(k.what, 'year')) AND (a.state IS NOT NULL OR k.nth NOT IN (2, 3));

--- relation together
-- One row is a source's own total in a kind of rows where it counts: where all acts that it counts stand in one row.
CREATE OR REPLACE VIEW together AS
SELECT p.nth, p.act_group_id FROM placed p
GROUP BY p.nth, p.act_group_id
HAVING count(DISTINCT (year, state, jurisdiction_id)) = 1 AND count(*) = (SELECT count(*) FROM act a WHERE a.act_group_id = p.act_group_id);

--- relation seen
-- One row is a group of acts: of how many of its people a witness tells with an event on acts of that group alone.
CREATE OR REPLACE VIEW seen AS
SELECT act_group_id, max(n_persons) AS n_persons
FROM (
    SELECT v.event_id, v.n_persons, max(a.act_group_id) AS act_group_id
    FROM events v JOIN witnessed w ON w.table_name = 'events' AND w.row_id = v.event_id AND w.column_name = 'n_persons'
    JOIN event_acts x ON v.event_id = x.event_id JOIN acts a ON x.act_id = a.act_id
    GROUP BY ALL HAVING count(DISTINCT coalesce(a.act_group_id, a.act_id)) = 1
) GROUP BY act_group_id;

--- relation told
-- One row is a total that sources give, whether a witness gives it, and of how many of the people one tells.
CREATE OR REPLACE VIEW told AS
SELECT g.act_group_id, g.kind = 'together' AS is_together, g.n_subpoenas AS total, g.n_persons AS persons,
    n.row_id IS NOT NULL AS is_witnessed, p.row_id IS NOT NULL AS are_persons_witnessed, v.n_persons AS persons_seen
FROM act_groups g
LEFT JOIN seen v ON g.act_group_id = v.act_group_id
LEFT JOIN witnessed n ON n.table_name = 'act_groups' AND n.row_id = g.act_group_id AND n.column_name = 'n_subpoenas'
LEFT JOIN witnessed p ON p.table_name = 'act_groups' AND p.row_id = g.act_group_id AND p.column_name = 'n_persons';

--- relation item
-- One row is what a row of the view adds up: an act, or the acts of a total together.
CREATE OR REPLACE VIEW item AS
SELECT p.nth, p.what, p.year, p.state, p.jurisdiction_id, p.government, coalesce(g.act_group_id, p.act_id) AS item, g.* EXCLUDE (act_group_id),
    count(*) AS n_acts, count_if(p.is_doubted) AS n_doubted, sum(p.n_least) FILTER (NOT p.is_doubted) AS n_sure, sum(p.n_subpoenas) AS n_subpoenas, sum(p.n_least) AS n_least, sum(p.unseen) AS unseen,
    sum(p.n_persons) AS n_persons, sum(p.persons_unseen) AS persons_unseen,
    count(*) - count(p.n_given) AS n_without, count(*) - count(p.n_persons) AS n_unasked
FROM placed p
LEFT JOIN together t ON p.nth = t.nth AND p.act_group_id = t.act_group_id
LEFT JOIN told g ON t.act_group_id = g.act_group_id
GROUP BY ALL;

--- relation counted
-- One row is the same with what counts of it. Of a total that no witness gives, what witnesses give of its acts goes off.
CREATE OR REPLACE VIEW counted AS
SELECT *,
    CASE WHEN coalesce(total > n_least, false) THEN CASE WHEN is_witnessed THEN 0 ELSE total - (n_least - unseen) END ELSE unseen END AS least_unseen,
    CASE WHEN is_together THEN persons IS NOT NULL ELSE coalesce(persons > coalesce(n_persons, 0), false) END AS has_persons
FROM item;

--- relation pair
-- One row is two people of two acts of one row of the view of whom it is not known whether they are one: `n` of them count once.
CREATE OR REPLACE VIEW pair AS
SELECT o.what, o.year, o.state, o.jurisdiction_id, i.act_id, j.act_id AS other_act_id, m.row_id, m.other_row_id, m.reason,
    coalesce(least(i.n_persons, j.n_persons), 1)::INTEGER AS n, o.persons_unseen > 0 OR p.persons_unseen > 0 AS is_unseen
FROM may_be_same m
JOIN individuals_referenced i ON m.table_name = 'individuals_referenced' AND m.row_id = i.individual_id
JOIN individuals_referenced j ON m.other_row_id = j.individual_id AND i.act_id <> j.act_id
JOIN placed o ON i.act_id = o.act_id
JOIN placed p ON j.act_id = p.act_id AND (o.what, o.year, o.state, o.jurisdiction_id) IS NOT DISTINCT FROM (p.what, p.year, p.state, p.jurisdiction_id);
