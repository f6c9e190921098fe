--- view durations
-- row: Two events of one act, and the days between them: from service or issue to the first answer,
--   production and petition, and from a petition to the first order.
-- warning: If a day is known only within bounds, so is the duration.
-- - act_id VARCHAR: The act.
-- - measured VARCHAR: `sent_to_answer`, `sent_to_production`, `sent_to_petition` or `petition_to_order`.
-- - from_event VARCHAR: What the days count from: an event, or the act's own day of service or issue.
-- - to_event_id VARCHAR: The event that ends it.
-- - days_least INTEGER: The fewest days possible; null where nothing bounds it.
-- - days_most INTEGER: The most days possible; null where nothing bounds it.
WITH happened AS (
    SELECT ea.act_id, v.event_id, v.kind, v.occurred_earliest AS first_day,
        coalesce(v.occurred_latest, v.known_by) AS last_day,
        row_number() OVER (PARTITION BY ea.act_id, v.kind ORDER BY coalesce(v.occurred_latest, v.known_by), v.event_id) AS n
    FROM event_acts ea JOIN events v ON ea.event_id = v.event_id JOIN acts a ON ea.act_id = a.act_id
    WHERE a.in_scope AND v.part_of IS NULL AND (v.kind <> 'order' OR v.decides IN ('enforcement', 'quashing', 'prohibition'))
), sent AS (
    SELECT act_id, CASE WHEN served_edtf IS NOT NULL THEN 'served' ELSE 'issued' END AS from_event,
        coalesce(served_earliest, issued_earliest) AS first_day, coalesce(served_latest, issued_latest) AS last_day
    FROM acts WHERE in_scope AND coalesce(served_edtf, issued_edtf) IS NOT NULL
), pair AS (
    SELECT s.act_id, CASE h.kind WHEN 'response' THEN 'sent_to_answer' WHEN 'production' THEN 'sent_to_production' ELSE 'sent_to_petition' END AS measured,
        s.from_event, h.event_id, s.first_day AS a, s.last_day AS b, h.first_day AS c, h.last_day AS d
    FROM sent s JOIN happened h ON s.act_id = h.act_id AND h.n = 1 AND h.kind IN ('response', 'production', 'petition')
    UNION ALL
    SELECT p.act_id, 'petition_to_order', p.event_id, o.event_id, p.first_day, p.last_day, o.first_day, o.last_day
    FROM happened p JOIN happened o ON p.act_id = o.act_id AND p.kind = 'petition' AND p.n = 1 AND o.kind = 'order' AND o.n = 1
)
SELECT act_id, measured, from_event, event_id AS to_event_id,
    greatest(0, date_diff('day', b, c))::INTEGER AS days_least,
    CASE WHEN date_diff('day', a, d) >= 0 THEN date_diff('day', a, d)::INTEGER END AS days_most
FROM pair
ORDER BY measured, act_id;
