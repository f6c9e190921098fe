--- view counts
-- row: Acts in scope, subpoenas and people, each counted once: of everything, and of each year, state, government, state in a year and government in a year. `what` says which of these the row is.
-- warning: What the sources of this dataset report, not how many there were. Every act is in several rows: read the one row that you need, and add up none. The rows of one `what` can add up to less or more than their whole, for two reasons. Some sources give one number for several acts or governments together: only a row that has all of them counts it. Two people who may be one person count as one in each row that has both.
-- with: days.sending, doubts.secondhand, doubts.cell_told, doubts.witnessed, doubts.least_of_sides, counts/items
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
-- - n_persons INTEGER: How many people are asked about, at least, if no two acts ask about the same person but where `may_be_same` says so: the sum of the numbers that
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
WITH twice AS (
    SELECT what, year, state, jurisdiction_id, sum(n) AS n, sum(n) FILTER (is_unseen) AS n_unseen FROM pair GROUP BY ALL
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
