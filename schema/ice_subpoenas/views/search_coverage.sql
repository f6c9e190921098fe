--- view search_coverage
-- row: A state and a year: how many acts are recorded, and how many searches looked for the state in that year.
-- warning: A search that found no act does not prove that there was none, and most searches name no year: they tell little of a single one. Totals that others give, without an act, are in `known_totals`.
-- - state VARCHAR: USPS code.
-- - year INTEGER: The year, as in `counts`; null for acts of which no source gives a day.
-- - n_acts INTEGER: Acts in scope that are recorded.
-- - n_searches INTEGER: Searches for the state that name the year in their words; searches of the
--   whole country are not included.
-- - n_without_year INTEGER: Other searches for the state: their words name other years or none, but
--   the reader meant a period that includes the year.
-- - n_unknown_kind INTEGER: Acts that are recorded, but not counted, because no source says what
--   kind the subpoenas were (`unspecified_subpoena`).
-- - coverage VARCHAR: `acts recorded`, `subpoenas of an unknown kind` (no other act is known),
--   `searched without a find` (in words that name the year), `state searched, year not named` or
--   `not searched`.
WITH state AS (
    SELECT DISTINCT state FROM (SELECT state FROM searches UNION SELECT state FROM jurisdictions) WHERE state IS NOT NULL
), act AS (
    SELECT j.state, year(coalesce(a.served_earliest, a.issued_earliest, a.served_latest, a.issued_latest))::INTEGER AS year,
        count(*) FILTER (a.in_scope) AS n, count(*) FILTER (NOT a.in_scope) AS n_unknown
    FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    WHERE a.in_scope OR a.instrument = 'unspecified_subpoena' GROUP BY ALL
), bounds AS (
    SELECT min(year)::INTEGER AS first_year, max(year)::INTEGER AS last_year
    FROM (SELECT unnest([year_from, year_to]) AS year FROM searches UNION ALL SELECT year FROM act)
), cell AS (
    SELECT state, year FROM state CROSS JOIN (
        SELECT unnest(range(first_year, last_year + 1))::INTEGER AS year FROM bounds UNION SELECT year FROM act WHERE year IS NULL
    )
), asked AS (
    SELECT c.state, c.year, count(*) FILTER (contains(s.query, c.year::VARCHAR)) AS n, count(*) FILTER (NOT contains(s.query, c.year::VARCHAR)) AS n_without
    FROM cell c CROSS JOIN bounds
    JOIN searches s ON s.state = c.state AND c.year BETWEEN coalesce(s.year_from, first_year) AND coalesce(s.year_to, last_year)
    GROUP BY ALL
)
SELECT c.state, c.year, coalesce(a.n, 0)::INTEGER AS n_acts, coalesce(q.n, 0)::INTEGER AS n_searches, coalesce(q.n_without, 0)::INTEGER AS n_without_year,
    coalesce(a.n_unknown, 0)::INTEGER AS n_unknown_kind,
    CASE
        WHEN a.n > 0 THEN 'acts recorded' WHEN a.n_unknown > 0 THEN 'subpoenas of an unknown kind' WHEN q.n > 0 THEN 'searched without a find'
        WHEN q.n_without > 0 THEN 'state searched, year not named' ELSE 'not searched'
    END AS coverage
FROM cell c
LEFT JOIN act a ON c.state = a.state AND c.year IS NOT DISTINCT FROM a.year
LEFT JOIN asked q ON c.state = q.state AND c.year = q.year
ORDER BY c.state, c.year;
