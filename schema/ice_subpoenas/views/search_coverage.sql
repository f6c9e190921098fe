--- view search_coverage
-- row: A state and a year: how many acts are recorded, and how many searches looked for the state in that year.
-- warning: A search that found no act does not prove that there was none, and most searches name no year: they tell little of a single one. Totals that others give, without an act, are in `known_totals`.
-- - state VARCHAR: USPS code.
-- - year INTEGER: The year, as in `counts`; null for acts of which no source gives a day.
-- - n_acts INTEGER: Acts in scope that are recorded.
-- - n_possible INTEGER: Acts in scope that count in an earlier year, as in `counts`, but may fall in this one.
-- - n_searches INTEGER: Searches for the state that name the year in their words; searches of the
--   whole country are not included.
-- - n_without_year INTEGER: Other searches for the state, of a period that includes the year: their
--   words do not name it. They name other years, or none.
-- - n_unknown_kind INTEGER: Acts that are recorded, but not counted, because no source says what
--   kind the subpoenas were (`unspecified_subpoena`).
-- - coverage VARCHAR: The first of these that is so: `acts recorded`; `an act may be of this year`
--   (one that counts in an earlier year); `subpoenas of an unknown kind`; `searched, no act of this
--   year` (in words that name the year; a search may have found something else, such as an act of
--   another year); `searched, year not named`; `not searched`.
WITH state AS (
    SELECT DISTINCT state FROM (SELECT state FROM searches UNION SELECT state FROM jurisdictions) WHERE state IS NOT NULL
), act AS (
    SELECT j.state, year(coalesce(a.served_earliest, a.issued_earliest, a.served_latest, a.issued_latest))::INTEGER AS year,
        count(*) FILTER (a.in_scope) AS n, count(*) FILTER (NOT a.in_scope) AS n_unknown
    FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    WHERE a.in_scope OR a.instrument = 'unspecified_subpoena' GROUP BY ALL
), possible AS ( -- years after the first in which an act may fall
    SELECT state, year, count(*) AS n FROM (
        SELECT j.state, unnest(range(
            year(coalesce(a.served_earliest, a.issued_earliest)) + 1, year(coalesce(a.served_latest, a.issued_latest)) + 1
        ))::INTEGER AS year
        FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id WHERE a.in_scope
    ) GROUP BY ALL
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
SELECT c.state, c.year, coalesce(a.n, 0)::INTEGER AS n_acts, coalesce(p.n, 0)::INTEGER AS n_possible,
    coalesce(q.n, 0)::INTEGER AS n_searches, coalesce(q.n_without, 0)::INTEGER AS n_without_year, coalesce(a.n_unknown, 0)::INTEGER AS n_unknown_kind,
    CASE
        WHEN a.n > 0 THEN 'acts recorded' WHEN p.n > 0 THEN 'an act may be of this year' WHEN a.n_unknown > 0 THEN 'subpoenas of an unknown kind'
        WHEN q.n > 0 THEN 'searched, no act of this year' WHEN q.n_without > 0 THEN 'searched, year not named' ELSE 'not searched'
    END AS coverage
FROM cell c
LEFT JOIN act a ON c.state = a.state AND c.year IS NOT DISTINCT FROM a.year
LEFT JOIN possible p ON c.state = p.state AND c.year = p.year
LEFT JOIN asked q ON c.state = q.state AND c.year = q.year
ORDER BY c.state, c.year;
