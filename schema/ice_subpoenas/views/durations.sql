--- view durations
-- row: The days between two things that happened to an act: from service or issue to the first answer, the first yes or no,
--   the first production and the first petition, and from the first petition to the first order.
-- warning: The first answer may be that the recipient is reviewing the paper, or neither a yes nor a no: read `result`, or take `sent_to_yes_or_no`. If a day is known only within bounds, so is the duration: an answer without a day may have been the first. If sources disagree on a day (`is_disputed`), it is not known exactly. One petition and one order may concern several acts: to count each pair once, count DISTINCT (`from_event`, `to_event_id`) where `measured` is `petition_to_order`.
-- with: statuses.act_events, statuses.followers, days.sending, doubts.dispute, doubts.sending_dispute
-- - act_id VARCHAR: The act.
-- - measured VARCHAR: `sent_to_answer`, `sent_to_yes_or_no` (the first answer that says what the recipient will do), `sent_to_production`, `sent_to_petition` or `petition_to_order`.
-- - from_event VARCHAR: What the days count from: an event, or the act's own day of service or issue.
-- - to_event_id VARCHAR: The event that ends it: of several that may be the first, the one that
--   surely happened by the earliest day.
-- - is_surely_first BOOLEAN: Whether no other of the kind can have come before the event that ends it: if not, the days to the
--   first are at most `days_most`, and may be fewer than `days_least`.
-- - result result: What the event that ends it says: of an answer, which answer; null if it says neither a yes nor a no, or if the event is a petition.
-- - days_least INTEGER: The fewest days possible between the two; null where nothing bounds it.
-- - days_most INTEGER: The most days possible between the two; null where nothing bounds it.
-- - is_disputed BOOLEAN: Whether sources disagree on one of the two days, even if that is settled. Both numbers are of the days that are published.
WITH counted AS ( -- an answer that is a yes or a no counts twice
    SELECT e.act_id, unnest(CASE WHEN e.kind = 'response' AND e.result IN ('agreed', 'agreed_in_part', 'declined', 'unable') THEN ['response', 'yes_or_no'] ELSE [e.kind::VARCHAR] END) AS kind,
        e.event_id, e.result, e.first_day, e.last_day
    FROM act_events e JOIN acts a ON e.act_id = a.act_id
    WHERE a.in_scope AND e.kind IN ('response', 'production', 'petition', 'order')
        AND (e.kind <> 'order' OR e.decides IN ('enforcement', 'quashing', 'prohibition'))
), candidate AS ( -- what may be the first of its kind
    SELECT * FROM counted e
    WHERE NOT EXISTS (
        FROM followers f JOIN counted b ON f.act_id = b.act_id AND f.event_id = b.event_id
        WHERE f.act_id = e.act_id AND f.later_id = e.event_id AND b.kind = e.kind
    )
), happened AS (
    SELECT act_id, kind, event_id, first_day, last_day, count(*) OVER (PARTITION BY act_id, kind) = 1 AS is_first FROM candidate
    QUALIFY row_number() OVER (PARTITION BY act_id, kind ORDER BY coalesce(last_day, DATE 'infinity'), event_id) = 1
), sent AS (
    SELECT a.act_id, CASE WHEN a.served_edtf IS NOT NULL THEN 'served' ELSE 'issued' END AS from_event, s.first_day, s.last_day
    FROM acts a JOIN sending s ON a.act_id = s.act_id
    WHERE a.in_scope AND coalesce(a.served_edtf, a.issued_edtf) IS NOT NULL
), pair AS (
    SELECT s.act_id, CASE h.kind WHEN 'response' THEN 'sent_to_answer' WHEN 'yes_or_no' THEN 'sent_to_yes_or_no' WHEN 'production' THEN 'sent_to_production' ELSE 'sent_to_petition' END AS measured,
        s.from_event, h.event_id, h.is_first, s.first_day AS a, s.last_day AS b, h.first_day AS c, h.last_day AS d
    FROM sent s JOIN happened h ON s.act_id = h.act_id AND h.kind <> 'order'
    UNION ALL
    SELECT p.act_id, 'petition_to_order', p.event_id, o.event_id, p.is_first AND o.is_first, p.first_day, p.last_day, o.first_day, o.last_day
    FROM happened p JOIN happened o ON p.act_id = o.act_id AND p.kind = 'petition' AND o.kind = 'order'
)
SELECT p.act_id, p.measured, p.from_event, p.event_id AS to_event_id, p.is_first AS is_surely_first, v.result,
    greatest(0, date_diff('day', b, c))::INTEGER AS days_least,
    CASE WHEN date_diff('day', a, d) >= 0 THEN date_diff('day', a, d)::INTEGER END AS days_most,
    EXISTS (FROM sending_dispute s WHERE s.act_id = p.act_id AND s.column_name = p.from_event)
        OR EXISTS (FROM dispute x WHERE x.event_id IN (p.from_event, p.event_id) AND x.column_name = 'occurred') AS is_disputed
FROM pair p JOIN events v ON p.event_id = v.event_id
ORDER BY measured, act_id;
