--- view audit_figures
-- row: A share that an audit found, for all values, a table, a tier, or a table and tier. It is a share of values drawn at random, of wrong values planted to test the auditors, or of facts in random passages.
-- warning: The auditors are language models. Shares are from before the faults were corrected.
-- - seed INTEGER: Seed of the draw.
-- - audited_on DATE: Last day of the audit.
-- - figure VARCHAR: `right`, `wrong` or `not_decidable` of the values; `auditor_at_fault`: right,
--   though an auditor had read something else; `planted_missed`: planted values that the auditors
--   did not find wrong; `lacking`: facts within the scope that the dataset lacks.
-- - table_name VARCHAR: The table; null for all tables.
-- - tier tier: `held_text` or `quoted`; null for both.
-- - n INTEGER: How many of them.
-- - n_of INTEGER: Out of how many. A value that could not be decided counts here, and counts as not
--   right.
-- - share DOUBLE: The share. Each stratum weighs as much as the values it has.
-- - low DOUBLE: Lower end of the 95 % Wilson interval, for the effective number of draws.
-- - high DOUBLE: Its upper end.
WITH drawn AS (
    SELECT *, n_cells / count(*) OVER (PARTITION BY seed, table_name, tier_then) AS weight
    FROM audits WHERE NOT is_planted
), judged AS (
    SELECT seed, audited_on, table_name, tier_then AS tier, weight, f.figure,
        verdict = f.figure OR (f.figure = 'right' AND verdict = 'auditor_at_fault') AS holds
    FROM drawn
    CROSS JOIN (VALUES ('right'), ('wrong'), ('not_decidable'), ('auditor_at_fault')) f(figure)
    UNION ALL
    SELECT seed, audited_on, table_name, tier_then, 1, 'planted_missed', verdict <> 'wrong'
    FROM audits WHERE is_planted
), counted AS (
    SELECT seed, max(audited_on) AS audited_on, figure, table_name, tier, count(*) FILTER (holds) AS n, count(*) AS n_of,
        coalesce(sum(weight) FILTER (holds), 0) / sum(weight) AS share, sum(weight) ** 2 / sum(weight ** 2) AS equal
    FROM judged
    GROUP BY GROUPING SETS (
        (seed, figure, table_name, tier), (seed, figure, table_name), (seed, figure, tier), (seed, figure)
    )
    UNION ALL
    SELECT seed, max(audited_on), 'lacking', NULL, tier_then, sum(n_lacking), sum(n_facts),
        sum(n_lacking) / sum(n_facts), sum(n_facts)
    FROM audited_passages
    WHERE n_facts > 0
    GROUP BY GROUPING SETS ((seed, tier_then), (seed))
), wilson AS (
    SELECT *, (share + z2 / (2 * equal)) / (1 + z2 / equal) AS middle,
        sqrt(z2 * (share * (1 - share) + z2 / (4 * equal)) / equal) / (1 + z2 / equal) AS half
    FROM counted CROSS JOIN (SELECT 1.959964 ** 2 AS z2)
)
SELECT seed, audited_on, figure, table_name, tier, n::INTEGER AS n, n_of::INTEGER AS n_of,
    round(share, 4) AS share, round(greatest(middle - half, 0), 4) AS low, round(least(middle + half, 1), 4) AS high
FROM wilson
ORDER BY seed, figure, table_name IS NOT NULL, table_name, tier IS NOT NULL, tier;
