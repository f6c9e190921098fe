--- view act_history
-- row: A period in which one status of an act did not change: what was answered, what a court had
--   done, or how it ended. For the status on a day, use `DATE '2020-03-01' >= since AND (until IS
--   NULL OR DATE '2020-03-01' < until)`.
-- warning: A status begins on the last day on which its event may have happened. If no source bounds that day, it begins on the day on which a page about the event was read, and `is_read_day` is true.
-- with: statuses.act_events, statuses.steps, statuses.followers, statuses.newer_answers
-- - act_id VARCHAR: The act.
-- - line VARCHAR: `response`, `enforcement` or `outcome`.
-- - status VARCHAR: The status in this period; null if the events leave two, or if an answer
--   followed words that nothing had been given.
-- - event_id VARCHAR: The event from which the status comes; the first, if there are several.
-- - since DATE: First day on which the status is known to hold.
-- - is_read_day BOOLEAN: Whether `since` is only the day on which an undated page was read. The
--   event happened earlier.
-- - until DATE: First day on which the status no longer holds; null for the last one known.
WITH seen AS (
    SELECT e.row_id AS event_id, min(coalesce(s.published_latest, s.accessed)) AS day
    FROM evidence e JOIN sources s ON e.source_id = s.source_id
    WHERE e.table_name = 'events' AND e.column_name <> 'occurred' GROUP BY e.row_id
), told AS (
    SELECT s.* REPLACE (coalesce(s.last_day, n.day) AS last_day), s.last_day IS NULL AS is_read_day
    FROM (FROM steps UNION ALL FROM newer_answers) s LEFT JOIN seen n ON s.event_id = n.event_id
), days AS (
    SELECT act_id, line, last_day AS since, bool_and(is_read_day) AS is_read_day
    FROM told WHERE last_day IS NOT NULL GROUP BY act_id, line, last_day
), known AS (
    SELECT d.act_id, d.line, d.since, d.is_read_day, s.value, s.stage, s.event_id, s.first_day, s.last_day, s.after_event_id
    FROM days d JOIN told s ON d.act_id = s.act_id AND d.line = s.line AND s.last_day <= d.since
), standing AS (
    SELECT k.*, max(k.stage) OVER (PARTITION BY k.act_id, k.line, k.since) AS highest
    FROM known k
    WHERE NOT EXISTS (
        FROM known f
        WHERE f.act_id = k.act_id AND f.line = k.line AND f.since = k.since AND f.event_id <> k.event_id
            AND (f.first_day > k.last_day OR f.after_event_id = k.event_id)
            AND (f.stage > 0 OR k.value = 'not_produced')
    )
), one AS (
    SELECT act_id, line, since, is_read_day,
        CASE WHEN count(DISTINCT value) = 1 THEN nullif(min(value), 'appeal_decided') END AS status,
        min(event_id) AS event_id
    FROM standing WHERE stage = highest
    GROUP BY act_id, line, since, is_read_day
), changed AS (
    SELECT *, lag(status) OVER w IS DISTINCT FROM status OR lag(since) OVER w IS NULL AS is_new
    FROM one WINDOW w AS (PARTITION BY act_id, line ORDER BY since)
)
SELECT act_id, line, status, event_id, since, is_read_day,
    lead(since) OVER (PARTITION BY act_id, line ORDER BY since) AS until
FROM changed WHERE is_new
ORDER BY act_id, line, since;
