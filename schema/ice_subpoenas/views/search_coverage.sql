--- view search_coverage
-- row: A state and a year: how many acts are recorded, and how many searches named both.
-- warning: A search that found no act does not prove that there was none. Totals that others give, without an act, are in `known_totals`.
-- - state VARCHAR: USPS code.
-- - year INTEGER: The year.
-- - n_acts INTEGER: Acts in scope that are recorded.
-- - n_searches INTEGER: Searches that named the state and the year; searches of the whole country
--   are not included.
-- - n_unknown_kind INTEGER: Acts that are recorded, but not counted, because no source says what
--   kind the subpoenas were (`unspecified_subpoena`).
-- - coverage VARCHAR: `acts recorded`, `subpoenas of an unknown kind` (no other act is known),
--   `searched without a find` or `not searched`.
WITH state AS (
    SELECT DISTINCT state FROM (SELECT state FROM searches UNION SELECT state FROM jurisdictions) WHERE state IS NOT NULL
), cell AS (
    SELECT state, y::INTEGER AS year FROM state CROSS JOIN range(2017, 2027) r(y)
), act AS (
    SELECT j.state, year(coalesce(a.served_earliest, a.issued_earliest, a.served_latest, a.issued_latest))::INTEGER AS year,
        count(*) FILTER (a.in_scope) AS n, count(*) FILTER (NOT a.in_scope) AS n_unknown
    FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    WHERE a.in_scope OR a.instrument = 'unspecified_subpoena' GROUP BY ALL
), asked AS (
    SELECT c.state, c.year, count(*) AS n
    FROM cell c JOIN searches s ON s.state = c.state AND c.year BETWEEN coalesce(s.year_from, 2017) AND coalesce(s.year_to, 2026)
    GROUP BY ALL
)
SELECT c.state, c.year, coalesce(a.n, 0)::INTEGER AS n_acts, coalesce(q.n, 0)::INTEGER AS n_searches,
    coalesce(a.n_unknown, 0)::INTEGER AS n_unknown_kind,
    CASE WHEN a.n > 0 THEN 'acts recorded' WHEN a.n_unknown > 0 THEN 'subpoenas of an unknown kind' WHEN q.n > 0 THEN 'searched without a find' ELSE 'not searched' END AS coverage
FROM cell c
LEFT JOIN act a ON c.state = a.state AND c.year = a.year
LEFT JOIN asked q ON c.state = q.state AND c.year = q.year
ORDER BY c.state, c.year;
