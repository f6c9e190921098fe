--- view counts
-- row: Acts in scope, subpoenas and people, each counted once: of everything, and of each year, state, government, state in a year and government in a year. `what` says which of these the row is.
-- warning: What the sources of this dataset report, not how many there were. Every act is in several rows: read the one row that you need, and add up none. The rows of one `what` can add up to less or more than their whole, for two reasons. Some sources give one number for several acts or governments together: only a row that has all of them counts it. Two people who may be one person count as one in each row that has both.
-- with: days.sending, doubts.secondhand, doubts.cell_told, doubts.witnessed, doubts.least_of_sides
-- - what VARCHAR: What the row counts: `all`, `year`, `state`, `government`, `state and year` or
--   `government and year`.
-- - year INTEGER: The year; null for all years together. An act counts in the year of the first day on
--   which it may have been served or, if that is not known, issued, even if it may be of a later year.
--   If only the last possible day is known, it counts in the year of that day and may be of an
--   earlier one. An act without any day is in rows of all years only.
-- - state VARCHAR: USPS code; null for all states together.
-- - jurisdiction_id VARCHAR: The government; null for all governments together.
-- - government VARCHAR: The name of the government; null for all governments together.
-- - n_acts INTEGER: How many acts of issuing or serving.
-- - n_subpoenas INTEGER: How many subpoenas, adding up the numbers that sources print for an act, or
--   for acts together; null if none prints a number. A source's total that may include other acts, and
--   the number of an act on which sources disagree and that nothing settles, count in `n_at_least` only. The governments of a state may add up to less than the state, because
--   a source may give one number for several.
-- - n_at_least INTEGER: At least how many subpoenas: an act without a number counts as one, an act on whose number
--   sources disagree as the least that one of them gives, and a source's own total is used where it is larger.
-- - n_at_least_unwitnessed INTEGER: How many of the subpoenas of `n_at_least` are known from copies, retellings
--   or pages of unknown standing alone: the number of an act, or of several together, that no witness gives, and each act
--   without a number that no witness tells of.
-- - n_acts_doubted INTEGER: How many of the acts may not belong here: their `scope_is_doubted` in `acts` is true.
-- - n_at_least_undoubted INTEGER: At least how many subpoenas without these acts. A source's own total counts in full, because
--   what is doubted is whether such an act is one of those that it counts.
-- - n_persons INTEGER: How many people are asked about, at least: the sum of the numbers that
--   sources print, or a source's own total where that is larger. Where sources disagree on the number of an act
--   and nothing settles it, the least that one of them gives counts. Two who may be one person
--   (`may_be_same`) count as one. Null if no source prints a number.
-- - n_persons_unwitnessed INTEGER: How many of the people of `n_persons` are known from copies, retellings or pages
--   of unknown standing alone. Of people whom a source counts for several acts together, those of whom a witness tells with an event
--   on these acts, such as a ruling, are not among them.
-- - n_acts_without_number INTEGER: For how many acts no source gives a clear number of subpoenas, neither
--   alone nor together with other acts of this row.
-- - n_acts_without_persons INTEGER: For how many acts no source gives a clear number of people, neither
--   alone nor together with other acts of this row.
WITH numbered AS ( -- `n_least`, `n_persons`: at least how many, by the least of the sides where sources disagree; a witness who gives a higher number gives the least too
    SELECT a.*, coalesce(a.n_subpoenas, n.n) AS n_given, coalesce(n_given, 1) AS n_least, coalesce(a.n_persons, p.n) AS n_asked,
        n.n_by_witness AS n_seen, p.n_by_witness AS n_persons_seen
    FROM acts a
    LEFT JOIN least_of_sides n ON n.table_name = 'acts' AND n.row_id = a.act_id AND n.column_name = 'n_subpoenas'
    LEFT JOIN least_of_sides p ON p.table_name = 'acts' AND p.row_id = a.act_id AND p.column_name = 'n_persons'
), act AS ( -- `…_unseen`: how much of its number no witness gives
    SELECT a.act_id, a.act_group_id, coalesce(a.scope_is_doubted, false) AS is_doubted, j.state, a.jurisdiction_id, j.name AS government, s.year, a.n_subpoenas, a.n_given, a.n_least, a.n_asked AS n_persons,
        CASE WHEN n.row_id IS NOT NULL THEN 0 ELSE a.n_least - CASE WHEN a.n_seen IS NOT NULL THEN a.n_least WHEN a.n_given IS NULL AND a.is_witnessed THEN 1 ELSE 0 END END AS unseen,
        CASE WHEN p.row_id IS NOT NULL OR a.n_persons_seen IS NOT NULL THEN 0 ELSE a.n_asked END AS persons_unseen
    FROM numbered a
    JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    JOIN sending s ON a.act_id = s.act_id
    LEFT JOIN witnessed n ON n.table_name = 'acts' AND n.row_id = a.act_id AND n.column_name = 'n_subpoenas'
    LEFT JOIN witnessed p ON p.table_name = 'acts' AND p.row_id = a.act_id AND p.column_name = 'n_persons'
    WHERE a.in_scope
), kind AS (
    SELECT * FROM (VALUES (0, 'all'), (1, 'year'), (2, 'state'), (3, 'state and year'), (4, 'government'), (5, 'government and year')) k(nth, what)
), placed AS ( -- each act in each row that counts it
    SELECT k.nth, k.what, a.act_id, a.act_group_id, a.n_subpoenas, a.n_given, a.n_least, a.n_persons, a.unseen, a.persons_unseen, a.is_doubted,
        CASE WHEN contains(k.what, 'year') THEN a.year END AS year, CASE WHEN k.nth >= 2 THEN a.state END AS state,
        CASE WHEN k.nth >= 4 THEN a.jurisdiction_id END AS jurisdiction_id, CASE WHEN k.nth >= 4 THEN a.government END AS government
    FROM act a CROSS JOIN kind k
    WHERE (a.year IS NOT NULL OR NOT contains(k.what, 'year')) AND (a.state IS NOT NULL OR k.nth NOT IN (2, 3))
), together AS ( -- a source's own total counts where all acts that it counts stand in one row
    SELECT p.nth, p.act_group_id FROM placed p
    GROUP BY p.nth, p.act_group_id
    HAVING count(DISTINCT (year, state, jurisdiction_id)) = 1 AND count(*) = (SELECT count(*) FROM act a WHERE a.act_group_id = p.act_group_id)
), seen AS ( -- of how many people of a group a witness tells with an event on acts of that group alone
    SELECT act_group_id, max(n_persons) AS n_persons
    FROM (
        SELECT v.event_id, v.n_persons, max(a.act_group_id) AS act_group_id
        FROM events v JOIN witnessed w ON w.table_name = 'events' AND w.row_id = v.event_id AND w.column_name = 'n_persons'
        JOIN event_acts x ON v.event_id = x.event_id JOIN acts a ON x.act_id = a.act_id
        GROUP BY ALL HAVING count(DISTINCT coalesce(a.act_group_id, a.act_id)) = 1
    ) GROUP BY act_group_id
), told AS ( -- totals that sources give, whether a witness gives them, and of how many of the people one tells
    SELECT g.act_group_id, g.kind = 'together' AS is_together, g.n_subpoenas AS total, g.n_persons AS persons,
        n.row_id IS NOT NULL AS is_witnessed, p.row_id IS NOT NULL AS are_persons_witnessed, v.n_persons AS persons_seen
    FROM act_groups g
    LEFT JOIN seen v ON g.act_group_id = v.act_group_id
    LEFT JOIN witnessed n ON n.table_name = 'act_groups' AND n.row_id = g.act_group_id AND n.column_name = 'n_subpoenas'
    LEFT JOIN witnessed p ON p.table_name = 'act_groups' AND p.row_id = g.act_group_id AND p.column_name = 'n_persons'
), item AS (
    SELECT p.nth, p.what, p.year, p.state, p.jurisdiction_id, p.government, coalesce(g.act_group_id, p.act_id) AS item, g.* EXCLUDE (act_group_id),
        count(*) AS n_acts, count_if(p.is_doubted) AS n_doubted, sum(p.n_least) FILTER (NOT p.is_doubted) AS n_sure, sum(p.n_subpoenas) AS n_subpoenas, sum(p.n_least) AS n_least, sum(p.unseen) AS unseen,
        sum(p.n_persons) AS n_persons, sum(p.persons_unseen) AS persons_unseen,
        count(*) - count(p.n_given) AS n_without, count(*) - count(p.n_persons) AS n_unasked
    FROM placed p
    LEFT JOIN together t ON p.nth = t.nth AND p.act_group_id = t.act_group_id
    LEFT JOIN told g ON t.act_group_id = g.act_group_id
    GROUP BY ALL
), counted AS ( -- of a total that no witness gives, what witnesses give of its acts goes off
    SELECT *,
        CASE WHEN coalesce(total > n_least, false) THEN CASE WHEN is_witnessed THEN 0 ELSE total - (n_least - unseen) END ELSE unseen END AS least_unseen,
        CASE WHEN is_together THEN persons IS NOT NULL ELSE coalesce(persons > coalesce(n_persons, 0), false) END AS has_persons
    FROM item
), twice AS ( -- people of two acts of one row of whom it is not known whether they are one
    SELECT o.what, o.year, o.state, o.jurisdiction_id, sum(coalesce(least(i.n_persons, j.n_persons), 1)) AS n,
        sum(coalesce(least(i.n_persons, j.n_persons), 1)) FILTER (o.persons_unseen > 0 OR p.persons_unseen > 0) AS n_unseen
    FROM may_be_same m
    JOIN individuals_referenced i ON m.table_name = 'individuals_referenced' AND m.row_id = i.individual_id
    JOIN individuals_referenced j ON m.other_row_id = j.individual_id AND i.act_id <> j.act_id
    JOIN placed o ON i.act_id = o.act_id
    JOIN placed p ON j.act_id = p.act_id AND (o.what, o.year, o.state, o.jurisdiction_id) IS NOT DISTINCT FROM (p.what, p.year, p.state, p.jurisdiction_id)
    GROUP BY ALL
), summed AS (
    SELECT nth, what, year, state, jurisdiction_id, government, sum(n_acts) AS n_acts,
        sum(CASE WHEN is_together THEN total ELSE n_subpoenas END) AS n_subpoenas,
        sum(greatest(n_least, total)) AS n_at_least, sum(n_doubted) AS n_acts_doubted, sum(greatest(coalesce(n_sure, 0), total)) AS n_at_least_undoubted, sum(least_unseen) AS n_at_least_unwitnessed,
        sum(CASE WHEN has_persons THEN persons ELSE n_persons END) AS n_persons,
        sum(CASE WHEN NOT has_persons THEN persons_unseen WHEN are_persons_witnessed THEN 0 ELSE greatest(0, persons - greatest(n_persons - persons_unseen, persons_seen, 0)) END) AS n_persons_unwitnessed,
        sum(CASE WHEN is_together THEN 0 ELSE n_without END) AS n_acts_without_number,
        sum(CASE WHEN is_together AND persons IS NOT NULL THEN 0 ELSE n_unasked END) AS n_acts_without_persons
    FROM counted
    GROUP BY nth, what, year, state, jurisdiction_id, government
)
SELECT s.what, s.year, s.state, s.jurisdiction_id, s.government, s.n_acts::INTEGER AS n_acts, s.n_subpoenas::INTEGER AS n_subpoenas,
    s.n_at_least::INTEGER AS n_at_least, s.n_at_least_unwitnessed::INTEGER AS n_at_least_unwitnessed,
    s.n_acts_doubted::INTEGER AS n_acts_doubted, s.n_at_least_undoubted::INTEGER AS n_at_least_undoubted,
    (s.n_persons - coalesce(t.n, 0))::INTEGER AS n_persons, (coalesce(s.n_persons_unwitnessed, 0) - coalesce(t.n_unseen, 0))::INTEGER AS n_persons_unwitnessed,
    s.n_acts_without_number::INTEGER AS n_acts_without_number, s.n_acts_without_persons::INTEGER AS n_acts_without_persons
FROM summed s
LEFT JOIN twice t ON (s.what, s.year, s.state, s.jurisdiction_id) IS NOT DISTINCT FROM (t.what, t.year, t.state, t.jurisdiction_id)
ORDER BY s.nth, s.year, s.state, s.jurisdiction_id;
