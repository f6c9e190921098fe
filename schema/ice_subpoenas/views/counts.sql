--- view counts
-- row: A year and a government, a year and a state (`jurisdiction_id` is null), a year (`state` is
--   null too), or all years: acts in scope, subpoenas and people, each counted once.
-- warning: What the sources of this dataset report, not how many there were.
-- - year INTEGER: Year of service, or else of issue; null for all years together.
-- - state VARCHAR: USPS code; null for all states together.
-- - jurisdiction_id VARCHAR: The government; null for a state as a whole.
-- - n_acts INTEGER: How many acts of issuing or serving.
-- - n_subpoenas INTEGER: How many subpoenas their sources number.
-- - n_at_least INTEGER: A least number: an act without a number counts as one, and a source's own
--   total counts where it is larger.
-- - n_persons INTEGER: On how many people information is asked, where sources number them; a
--   source's own total counts where it is larger.
-- - n_acts_without_number INTEGER: Of how many acts no source gives the number of subpoenas.
WITH act AS (
    SELECT a.act_id, a.act_group_id, j.state, a.jurisdiction_id, a.n_subpoenas, a.n_persons,
        year(coalesce(a.served_earliest, a.issued_earliest, a.served_latest, a.issued_latest))::INTEGER AS year
    FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    WHERE a.in_scope
), grouped AS (
    SELECT g.act_group_id, min(a.year) AS year, min(a.state) AS state,
        CASE WHEN count(DISTINCT a.jurisdiction_id) = 1 THEN min(a.jurisdiction_id) END AS jurisdiction_id,
        count(*) AS n_acts, g.n_subpoenas AS total, g.n_persons AS persons, g.kind,
        sum(a.n_subpoenas) AS n_subpoenas, sum(coalesce(a.n_subpoenas, 1)) AS n_least,
        sum(a.n_persons) AS n_persons, count(*) - count(a.n_subpoenas) AS n_without
    FROM act a JOIN act_groups g ON a.act_group_id = g.act_group_id
    GROUP BY ALL
), item AS (
    SELECT true AS is_local, year, state, jurisdiction_id, 1 AS n_acts, n_subpoenas, coalesce(n_subpoenas, 1) AS n_least,
        n_persons, CASE WHEN n_subpoenas IS NULL THEN 1 ELSE 0 END AS n_without
    FROM act
    WHERE act_group_id IS NULL OR act_group_id IN (SELECT act_group_id FROM grouped WHERE jurisdiction_id IS NULL)
    UNION ALL
    SELECT is_local, year, state, jurisdiction_id, n_acts,
        CASE WHEN kind = 'together' THEN total ELSE n_subpoenas END, greatest(n_least, total),
        CASE WHEN kind = 'together' THEN coalesce(persons, n_persons) ELSE greatest(n_persons, persons) END,
        CASE WHEN kind = 'together' THEN 0 ELSE n_without END
    FROM grouped, (VALUES (true), (false)) l(is_local)
    WHERE NOT is_local OR jurisdiction_id IS NOT NULL
    UNION ALL
    SELECT false, year, state, jurisdiction_id, 1, n_subpoenas, coalesce(n_subpoenas, 1), n_persons,
        CASE WHEN n_subpoenas IS NULL THEN 1 ELSE 0 END
    FROM act WHERE act_group_id IS NULL
)
SELECT year, state, jurisdiction_id, sum(n_acts)::INTEGER AS n_acts, coalesce(sum(n_subpoenas), 0)::INTEGER AS n_subpoenas,
    sum(n_least)::INTEGER AS n_at_least, coalesce(sum(n_persons), 0)::INTEGER AS n_persons,
    sum(n_without)::INTEGER AS n_acts_without_number
FROM item WHERE is_local
GROUP BY year, state, jurisdiction_id
UNION ALL
SELECT year, state, NULL, sum(n_acts)::INTEGER, coalesce(sum(n_subpoenas), 0)::INTEGER, sum(n_least)::INTEGER,
    coalesce(sum(n_persons), 0)::INTEGER, sum(n_without)::INTEGER
FROM item WHERE NOT is_local
GROUP BY GROUPING SETS ((year, state), (year), ())
ORDER BY year, state, jurisdiction_id;
