--- view counts
-- row: Acts in scope, subpoenas and people, each counted once. Each row is for a year and a government; for a year and a state (`jurisdiction_id` is null); for a year (`state` is null too); or for all years (`year` is null too).
-- warning: What the sources of this dataset report, not how many there were. Totals can differ from the sums of their parts, for two reasons. Some sources give one number for several acts or governments together: only a row that has all of them counts it. Two people who may be one person count as one in each row that has both.
-- - year INTEGER: Year of the first day on which the act may have been served or, if that is not known, issued. An
--   act that may fall in several years counts in the first. Null for all years together and, with
--   a state, for acts without a day.
-- - state VARCHAR: USPS code; null for all states together.
-- - jurisdiction_id VARCHAR: The government; null for a state as a whole.
-- - n_acts INTEGER: How many acts of issuing or serving.
-- - n_subpoenas INTEGER: How many subpoenas, adding up the numbers that sources print; null if none
--   prints a number. The governments of a state may add up to less than the state, because a source
--   may give one number for several.
-- - n_at_least INTEGER: At least how many subpoenas: an act without a number counts as one, and a
--   source's own total is used where it is larger.
-- - n_persons INTEGER: How many people are asked about, at least: the sum of the numbers that
--   sources print, or a source's own total where that is larger; two who may be one person
--   (`may_be_same`) count as one. Null if no source prints a number.
-- - n_acts_without_number INTEGER: For how many acts no source gives a number of subpoenas, neither
--   alone nor together with other acts of this row.
-- - n_acts_without_persons INTEGER: For how many acts no source gives a number of people, neither
--   alone nor together with other acts of this row.
WITH act AS (
    SELECT a.act_id, a.act_group_id, j.state, a.jurisdiction_id, a.n_subpoenas, a.n_persons,
        year(coalesce(a.served_earliest, a.issued_earliest, a.served_latest, a.issued_latest))::INTEGER AS year
    FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    WHERE a.in_scope
), placed AS ( -- depth 0: all years; 1: a year; 2: a year and a state; 3: a year and a government
    SELECT depth, act_id, act_group_id, n_subpoenas, n_persons, CASE WHEN depth >= 1 THEN year END AS year,
        CASE WHEN depth >= 2 THEN state END AS state, CASE WHEN depth = 3 THEN jurisdiction_id END AS jurisdiction_id
    FROM act CROSS JOIN range(4) d(depth)
), whole AS ( -- a source's own total counts where all acts that it counts stand in one row
    SELECT depth, act_group_id FROM placed WHERE act_group_id IS NOT NULL
    GROUP BY depth, act_group_id HAVING count(DISTINCT (year, state, jurisdiction_id)) = 1
), item AS (
    SELECT p.depth, p.year, p.state, p.jurisdiction_id, coalesce(w.act_group_id, p.act_id) AS item, g.kind = 'together' AS is_together,
        count(*) AS n_acts, g.n_subpoenas AS total, g.n_persons AS persons, sum(p.n_subpoenas) AS n_subpoenas,
        sum(coalesce(p.n_subpoenas, 1)) AS n_least, sum(p.n_persons) AS n_persons, count(*) - count(p.n_subpoenas) AS n_without,
        count(*) - count(p.n_persons) AS n_unasked
    FROM placed p
    LEFT JOIN whole w ON p.depth = w.depth AND p.act_group_id = w.act_group_id
    LEFT JOIN act_groups g ON w.act_group_id = g.act_group_id
    GROUP BY ALL
), twice AS ( -- people of two acts of one row of whom it is not known whether they are one
    SELECT o.depth, o.year, o.state, o.jurisdiction_id, sum(coalesce(least(i.n_persons, j.n_persons), 1)) AS n
    FROM may_be_same m
    JOIN individuals_referenced i ON m.table_name = 'individuals_referenced' AND m.row_id = i.individual_id
    JOIN individuals_referenced j ON m.other_row_id = j.individual_id AND i.act_id <> j.act_id
    JOIN placed o ON i.act_id = o.act_id
    JOIN placed p ON j.act_id = p.act_id AND (o.depth, o.year, o.state, o.jurisdiction_id) IS NOT DISTINCT FROM (p.depth, p.year, p.state, p.jurisdiction_id)
    GROUP BY ALL
), summed AS (
    SELECT depth, year, state, jurisdiction_id, sum(n_acts)::INTEGER AS n_acts,
        sum(CASE WHEN is_together THEN total ELSE n_subpoenas END)::INTEGER AS n_subpoenas,
        sum(greatest(n_least, total))::INTEGER AS n_at_least,
        sum(CASE WHEN is_together THEN coalesce(persons, n_persons) ELSE greatest(n_persons, persons) END)::INTEGER AS n_persons,
        sum(CASE WHEN is_together THEN 0 ELSE n_without END)::INTEGER AS n_acts_without_number,
        sum(CASE WHEN is_together AND persons IS NOT NULL THEN 0 ELSE n_unasked END)::INTEGER AS n_acts_without_persons
    FROM item
    WHERE depth IN (0, 3) OR depth = 1 AND year IS NOT NULL OR depth = 2 AND state IS NOT NULL
    GROUP BY depth, year, state, jurisdiction_id
)
SELECT s.year, s.state, s.jurisdiction_id, s.n_acts, s.n_subpoenas, s.n_at_least,
    (s.n_persons - coalesce(t.n, 0))::INTEGER AS n_persons, s.n_acts_without_number, s.n_acts_without_persons
FROM summed s
LEFT JOIN twice t ON (s.depth, s.year, s.state, s.jurisdiction_id) IS NOT DISTINCT FROM (t.depth, t.year, t.state, t.jurisdiction_id)
ORDER BY s.year, s.state, s.jurisdiction_id;
