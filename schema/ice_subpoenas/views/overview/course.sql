-- What came of an act, in the order of days: its answers, the last step in court, lawsuits beside it and the outcome, each in short.

--- relation step
-- One row is a step of an act in short, with the first and the last day on which it may have happened. An answer has with it
-- what else was given, and what may be earlier or later than it. An outcome that is the answer itself is left out.
CREATE OR REPLACE VIEW step AS
SELECT r.act_id, r.line, r.event_id, e.after_event_id,
    coalesce(e.occurred_earliest, a.sent_earliest) AS first_day, coalesce(e.last_day, DATE '9999-12-31') AS last_day,
    CASE r.line WHEN 'turned_first' THEN 0 WHEN 'turned' THEN 1 WHEN 'response' THEN 2 WHEN 'suit' THEN 3 WHEN 'enforcement' THEN 4 ELSE 5 END AS place,
    CASE WHEN r.line IN ('turned_first', 'turned', 'response') THEN coalesce(r.answerer, 'the recipient') END AS subject, r.short || CASE
        WHEN r.line <> 'response' THEN ''
        ELSE coalesce((SELECT '; ' || string_agg(b.short, '; ' ORDER BY b.short) FROM remarked b WHERE b.act_id = r.act_id AND b.line = 'added'), '')
            || coalesce((SELECT '; ' || max(b.short) FROM remarked b WHERE b.act_id = r.act_id AND b.line = 'unclear' AND (r.code = 'under_review' OR b.code LIKE '%review')), '')
    END AS words
FROM remarked r
JOIN act a ON r.act_id = a.act_id
JOIN event e ON r.act_id = e.act_id AND r.event_id = e.event_id
WHERE r.line IN ('turned_first', 'turned', 'response', 'enforcement', 'suit', 'suit_ended') OR r.line = 'outcome' AND a.outcome_event_id IS DISTINCT FROM a.response_event_id;

--- relation course
-- One row is an act: its steps in the order of days. Where days allow either order of an answer and a step in court, the words
-- say so; an answer that surely followed the step in court says that too.
CREATE OR REPLACE VIEW course AS
WITH placed AS ( -- what followed another step stands after it
    SELECT s.*, greatest(s.last_day, coalesce(f.last_day, s.last_day)) AS by_day, coalesce(f.last_day >= s.last_day, false) AS is_follower
    FROM step s LEFT JOIN step f ON s.act_id = f.act_id AND s.after_event_id = f.event_id
), linked AS ( -- a lawsuit beside the step in court is not what an answer came before or after
    SELECT *, row_number() OVER w AS nth, coalesce(lag(subject) OVER w = subject, false) AS is_same, lag(own_line IGNORE NULLS) OVER w AS line_before,
        coalesce(lag(own_day IGNORE NULLS) OVER w < first_day, false) OR coalesce(lag(own_id IGNORE NULLS) OVER w = after_event_id, false) AS is_sure
    FROM (SELECT *, CASE WHEN line NOT LIKE 'suit%' THEN line END AS own_line, CASE WHEN own_line IS NOT NULL THEN last_day END AS own_day, CASE WHEN own_line IS NOT NULL THEN event_id END AS own_id FROM placed)
    WINDOW w AS (PARTITION BY act_id ORDER BY by_day, is_follower, place)
)
SELECT act_id, bool_or(line = 'response') AS has_answer, bool_or(line IN ('enforcement', 'suit')) AS has_court_matter,
    string_agg(CASE WHEN nth = 1 THEN '' WHEN is_same THEN ', then ' ELSE '; ' END || CASE
        WHEN line_before IS NULL OR own_line IS NULL OR 'outcome' IN (line, line_before) OR (line = 'enforcement') = (line_before = 'enforcement') THEN ''
        WHEN NOT is_sure THEN 'before or after that, '
        WHEN line_before = 'enforcement' THEN 'after that, '
        ELSE ''
    END || CASE WHEN is_same THEN '' ELSE coalesce(subject || ' ', '') END || words, '' ORDER BY nth) AS course
FROM linked GROUP BY act_id;
