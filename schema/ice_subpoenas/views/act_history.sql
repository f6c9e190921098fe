--- view act_history
-- row: A period in which one status of an act, and on how many of its subpoenas it rests, did not change: what was answered,
--   what a court had done, or how it ended. For the status on a day, use `in_scope AND DATE '2020-03-01' >= since AND
--   (until IS NULL OR DATE '2020-03-01' < until)`.
-- warning: Other papers, which are never counted, are here too: filter by `in_scope`. A status begins on the last day on which its event may have happened. If no source bounds that day, `since` is null, and from the first day on which the event may have happened, no status is known for a day: an earlier status that may never have stood alone has no row. Only an answer or a production ends an answer: a stipulation or an order of a court does not, so that a recipient may stand as `agreed` while a court forbids compliance.
-- with: statuses.act_events, statuses.steps, statuses.followers, statuses.newer_answers
-- - act_id VARCHAR: The act.
-- - in_scope BOOLEAN: Whether the act is counted, as in `acts`.
-- - line VARCHAR: `response`, `enforcement` or `outcome`.
-- - status VARCHAR: The status in this period; null if the events leave two, or if an answer
--   followed words that nothing had been given.
-- - event_id VARCHAR: The event from which the status comes; the first, if there are several.
-- - n_subpoenas INTEGER: On how many subpoenas of the act that event is, as far as a source gives a number below that of the act; null if
--   it is on all, or if no source says. What stands so of one subpoena need not stand so of the act.
-- - since DATE: First day on which the status is known to hold; null if nothing says by when it
--   began.
-- - until DATE: First day on which the status no longer holds or, if nothing says by when the next
--   one began, may no longer hold; null for the last one known.
WITH told AS ( -- what no source bounds comes after all that has a day
    SELECT * REPLACE (coalesce(last_day, DATE 'infinity') AS last_day) FROM (FROM steps UNION ALL FROM newer_answers)
), days AS (
    SELECT act_id, line, last_day AS since, min(first_day) AS first_day FROM told GROUP BY act_id, line, last_day
), known AS (
    SELECT d.act_id, d.line, d.since, d.first_day AS may_begin, s.value, s.stage, s.event_id, s.n_subpoenas, s.first_day, s.last_day, s.after_event_id
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
    SELECT act_id, line, since, may_begin,
        CASE WHEN count(DISTINCT value) = 1 THEN nullif(min(value), 'appeal_decided') END AS status,
        min(event_id) AS event_id, CASE WHEN count(n_subpoenas) = count(*) THEN max(n_subpoenas) END AS n
    FROM standing WHERE stage = highest
    GROUP BY act_id, line, since, may_begin
), changed AS (
    SELECT *, lag(status) OVER w IS DISTINCT FROM status OR lag(part) OVER w IS DISTINCT FROM part OR lag(since) OVER w IS NULL AS is_new
    FROM (SELECT o.*, CASE WHEN o.n < a.n_subpoenas THEN o.n END AS part FROM one o JOIN acts a ON o.act_id = a.act_id)
    WINDOW w AS (PARTITION BY act_id, line ORDER BY since)
), period AS (
    SELECT act_id, line, status, event_id, part, since, lead(since) OVER w AS next,
        coalesce(min(may_begin) FILTER (since = DATE 'infinity') OVER (PARTITION BY act_id, line), DATE 'infinity') AS unbounded
    FROM changed WHERE is_new
    WINDOW w AS (PARTITION BY act_id, line ORDER BY since)
)
SELECT p.act_id, a.in_scope, p.line, p.status, p.event_id, p.part::INTEGER AS n_subpoenas, nullif(p.since, DATE 'infinity') AS since,
    CASE WHEN p.since < DATE 'infinity' THEN nullif(least(p.next, p.unbounded), DATE 'infinity') END AS until
FROM period p JOIN acts a ON p.act_id = a.act_id
WHERE p.since = DATE 'infinity' OR p.since < p.unbounded
ORDER BY p.act_id, p.line, p.since;
