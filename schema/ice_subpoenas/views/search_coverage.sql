--- view search_coverage
-- row: A state in a year, or in all years together: how many acts are recorded, and how many searches looked for the state.
-- warning: A search that found no act does not prove that there was none, and most searches name no year: they tell little of a single one. Totals that others give, without an act, are in `known_totals`. The row of all years is no sum of the others.
-- with: days.sending
-- - state VARCHAR: USPS code.
-- - year INTEGER: The year; null for all years together, as in `counts`. An act without any day is in
--   the row of all years only.
-- - n_acts INTEGER: Acts in scope that are recorded.
-- - n_possible INTEGER: Acts in scope that count in an earlier year, as in `counts`, but may fall in
--   this one; 0 for all years. An act of which only the last possible day is known may also be of any
--   year before that in which it counts.
-- - n_searches INTEGER: Searches for the state that name the year in their words, or all searches for
--   the state in the row of all years; searches of the whole country are not included.
-- - n_without_year INTEGER: Other searches for the state, of a period that includes the year: their
--   words do not name it. They name other years, or none. 0 for all years.
-- - n_unknown_kind INTEGER: Acts that are recorded, but not counted, because no source says what
--   kind the subpoenas were (`unspecified_subpoena`).
-- - coverage VARCHAR: The first of these that is so: `acts recorded`; `an act may be of this year`
--   (one that counts in an earlier year); `subpoenas of an unknown kind`; `searched, no act` (in
--   words that name the year, unless the row is for all years; a search may have found something
--   else, such as an act of another year); `searched, year not named`; `not searched`.
WITH state AS (
    SELECT DISTINCT state FROM (SELECT state FROM searches UNION SELECT state FROM jurisdictions) WHERE state IS NOT NULL
), known AS (
    SELECT j.state, s.year, year(s.last_day)::INTEGER AS last_year, a.in_scope
    FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id JOIN sending s ON a.act_id = s.act_id
    WHERE a.in_scope OR a.instrument = 'unspecified_subpoena'
), act AS (
    SELECT state, year, count(*) FILTER (in_scope) AS n, count(*) FILTER (NOT in_scope) AS n_unknown
    FROM (SELECT * FROM known WHERE year IS NOT NULL UNION ALL SELECT * REPLACE (NULL AS year) FROM known) GROUP BY ALL
), possible AS ( -- years after the first in which an act may fall
    SELECT state, year, count(*) AS n
    FROM (SELECT state, unnest(range(year + 1, last_year + 1))::INTEGER AS year FROM known WHERE in_scope) GROUP BY ALL
), bounds AS (
    SELECT min(year)::INTEGER AS first_year, max(year)::INTEGER AS last_year
    FROM (SELECT unnest([year_from, year_to]) AS year FROM searches UNION ALL SELECT year FROM act)
), cell AS (
    SELECT state, year FROM state CROSS JOIN (
        SELECT unnest(range(first_year, last_year + 1))::INTEGER AS year FROM bounds UNION ALL SELECT NULL
    )
), asked AS (
    SELECT c.state, c.year, count(*) FILTER (c.year IS NULL OR contains(s.query, c.year::VARCHAR)) AS n,
        count(*) FILTER (NOT contains(s.query, c.year::VARCHAR)) AS n_without
    FROM cell c CROSS JOIN bounds
    JOIN searches s ON s.state = c.state
        AND (c.year IS NULL OR c.year BETWEEN coalesce(s.year_from, first_year) AND coalesce(s.year_to, last_year))
    GROUP BY ALL
)
SELECT c.state, c.year, coalesce(a.n, 0)::INTEGER AS n_acts, coalesce(p.n, 0)::INTEGER AS n_possible,
    coalesce(q.n, 0)::INTEGER AS n_searches, coalesce(q.n_without, 0)::INTEGER AS n_without_year, coalesce(a.n_unknown, 0)::INTEGER AS n_unknown_kind,
    CASE
        WHEN a.n > 0 THEN 'acts recorded' WHEN p.n > 0 THEN 'an act may be of this year' WHEN a.n_unknown > 0 THEN 'subpoenas of an unknown kind'
        WHEN q.n > 0 THEN 'searched, no act' WHEN q.n_without > 0 THEN 'searched, year not named' ELSE 'not searched'
    END AS coverage
FROM cell c
LEFT JOIN act a ON c.state = a.state AND c.year IS NOT DISTINCT FROM a.year
LEFT JOIN possible p ON c.state = p.state AND c.year = p.year
LEFT JOIN asked q ON c.state = q.state AND c.year IS NOT DISTINCT FROM q.year
ORDER BY c.state, c.year;
