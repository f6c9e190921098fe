-- What the cells of an act tell. A line is one thing that is told: the day on which the act was sent, the last
-- answer, the court matter, the outcome, and what stands beside these. It has a code, a day and an event.

--- relation spelled
-- One row: how numbers below ten are written. Any other is written in digits.
CREATE OR REPLACE VIEW spelled AS
SELECT ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] AS numbers;

--- relation act
-- One row is an act of the overview, with the day on which it was served or, if that is not known, issued; and whether it is not
-- clear which of the two that day is.
CREATE OR REPLACE VIEW act AS
SELECT act_id, jurisdiction_id, recipient_agency_id, issuing_agency_id, act_group_id, instrument, n_subpoenas, n_persons, is_witnessed, scope_is_doubted,
    response_status::VARCHAR AS response_status, response_as_of, response_is_witnessed, response_event_id,
    enforcement_status::VARCHAR AS enforcement_status, enforcement_as_of, enforcement_is_witnessed, enforcement_event_id,
    outcome::VARCHAR AS outcome, outcome_as_of, outcome_is_witnessed, outcome_event_id,
    CASE WHEN served_edtf IS NULL THEN 'issued' ELSE 'served' END AS sent_column, coalesce(served_edtf, issued_edtf) AS sent_edtf,
    served_edtf IS NULL AND act_id IN (SELECT row_id FROM absences WHERE table_name = 'acts' AND column_name = 'served' AND reason = 'ambiguous') AS is_coming,
    CASE WHEN served_edtf IS NULL THEN issued_earliest ELSE served_earliest END AS sent_earliest,
    CASE WHEN served_edtf IS NULL THEN issued_latest ELSE served_latest END AS sent_latest
FROM acts WHERE in_scope;

--- relation event
-- One row is an event on an act, with the day up to which it is known, and whether it is another body's, not the recipient's.
CREATE OR REPLACE VIEW event AS
SELECT ea.act_id, ea.event_act_id, ea.n_subpoenas, v.event_id, v.kind, v.decides, v.result, v.summary, v.is_witnessed, v.after_event_id, v.binds_agency_id,
    v.actor_agency_id, v.actor_individual_id, v.occurred_earliest,
    coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day, coalesce(v.occurred_latest, v.known_by) AS last_day,
    v.binds_agency_id IS NOT NULL AND v.binds_agency_id <> a.recipient_agency_id AS binds_another,
    coalesce(v.actor_agency_id, p.affiliation_agency_id, '') <> a.recipient_agency_id AS by_another
FROM event_acts ea JOIN events v ON ea.event_id = v.event_id JOIN act a ON ea.act_id = a.act_id
LEFT JOIN individuals_referenced p ON v.actor_individual_id = p.individual_id
WHERE v.part_of IS NULL;

--- relation standing
-- One row is the day of an act, or a status of it.
CREATE OR REPLACE VIEW standing AS
SELECT a.act_id, unnest([
    {'line': 'sent', 'code': 'sent', 'day': a.sent_edtf, 'is_witnessed': true, 'event_id': NULL::VARCHAR},
    {'line': 'response', 'code': a.response_status, 'day': a.response_as_of, 'is_witnessed': a.response_is_witnessed, 'event_id': a.response_event_id},
    {'line': 'enforcement', 'code': a.enforcement_status, 'day': a.enforcement_as_of, 'is_witnessed': a.enforcement_is_witnessed, 'event_id': a.enforcement_event_id},
    {'line': 'outcome', 'code': CASE WHEN a.outcome = 'not_produced' AND a.response_status = 'unable' AND a.outcome_event_id = a.response_event_id THEN 'not_possible' ELSE a.outcome END,
        'day': a.outcome_as_of, 'is_witnessed': a.outcome_is_witnessed, 'event_id': a.outcome_event_id}
], recursive := true)
FROM act a;

--- relation picked
-- One row is a contrary answer before the present one, and one before that; or, where a line has no status, what is on record: an answer of
-- an unknown kind or extent, another court matter.
CREATE OR REPLACE VIEW picked AS
SELECT e.act_id, CASE t.nth_earlier WHEN 1 THEN 'turned' WHEN 2 THEN 'turned_first' ELSE CASE WHEN t.column_name = 'answer' THEN 'response' ELSE 'enforcement' END END AS line,
    CASE
        WHEN t.is_earlier THEN CASE e.result WHEN 'declined' THEN 'refused' ELSE e.result::VARCHAR END
        WHEN e.kind = 'response' THEN 'answered' WHEN e.kind = 'production' THEN 'gave' WHEN e.kind = 'suit' THEN 'sued' ELSE 'heard'
    END AS code, e.day, e.is_witnessed, e.event_id
FROM events_in_overview t JOIN event e ON t.act_id = e.act_id AND t.event_id = e.event_id JOIN act a ON t.act_id = a.act_id
WHERE t.is_earlier OR t.column_name = 'answer' AND a.response_status IS NULL OR t.column_name = 'court' AND a.enforcement_status IS NULL;

--- relation beside
-- One row is an event that is told beside a status: a review that may be later than the answer, or an answer of an unknown
-- kind to what was being reviewed, which is later or may be (`unclear`); what somebody says later than the day on which
-- nothing had been produced (`since`); another production, of a number of the papers, where the status is on some of them (`added`); what was reported of an appeal or of compliance after the ruling (`after`).
CREATE OR REPLACE VIEW beside AS
WITH candidate AS (
    SELECT e.act_id, e.day, e.is_witnessed, e.event_id, e.last_day, e.occurred_earliest, unnest([
        {'line': 'unclear', 'code': CASE
            WHEN e.kind <> 'response' THEN NULL
            WHEN a.response_status = 'under_review' THEN CASE
                WHEN e.result IS NULL AND e.last_day > l.last_day THEN CASE WHEN e.occurred_earliest > l.last_day OR e.after_event_id = l.event_id THEN 'unclear' ELSE 'undated' END END
            WHEN e.result = 'reviewing' AND l.kind = 'response' AND l.after_event_id IS DISTINCT FROM e.event_id AND coalesce(e.last_day > l.last_day, true)
                AND NOT coalesce(e.last_day < l.occurred_earliest, false)
                THEN CASE WHEN e.by_another THEN 'review' ELSE 'own_review' END
        END},
        {'line': 'since', 'code': CASE WHEN e.kind IN ('statement', 'report') AND a.outcome = 'not_produced' AND e.occurred_earliest > o.last_day THEN 'since' END},
        {'line': 'added', 'code': CASE WHEN e.kind = 'production' AND e.result IN ('whole', 'part') AND l.kind = 'production' AND e.event_id <> l.event_id AND l.n_subpoenas < a.n_subpoenas AND e.n_subpoenas > 0 THEN 'added' END},
        {'line': 'after', 'code': CASE WHEN e.kind IN ('no_appeal', 'report') AND e.after_event_id = a.enforcement_event_id THEN 'after' END}
    ], recursive := true)
    FROM event e
    JOIN act a ON e.act_id = a.act_id
    LEFT JOIN event l ON l.act_id = a.act_id AND l.event_id = a.response_event_id
    LEFT JOIN event o ON o.act_id = a.act_id AND o.event_id = a.outcome_event_id
    WHERE e.kind IN ('response', 'production', 'statement', 'report', 'no_appeal')
)
SELECT act_id, line, code, day, is_witnessed, event_id FROM candidate WHERE code IS NOT NULL
QUALIFY line IN ('after', 'added') OR row_number() OVER (PARTITION BY act_id, line ORDER BY CASE line WHEN 'since' THEN occurred_earliest ELSE last_day END DESC, event_id) = 1;

--- relation beside_court
-- One row is a lawsuit that the recipient, its staff or others brought over an act, or the dismissal of one, where the line on
-- the court tells of something else.
CREATE OR REPLACE VIEW beside_court AS
SELECT e.act_id, CASE e.kind WHEN 'suit' THEN 'suit' ELSE 'suit_ended' END AS line, CASE e.kind WHEN 'suit' THEN p.kind::VARCHAR ELSE 'suit_dismissed' END AS code, e.day, e.is_witnessed, e.event_id
FROM event e JOIN events v ON e.event_id = v.event_id JOIN proceedings p ON v.proceeding_id = p.proceeding_id
ANTI JOIN events_in_overview t ON t.act_id = e.act_id AND t.event_id = e.event_id
WHERE p.kind IN ('recipient_suit', 'staff_suit', 'third_party_suit') AND (e.kind = 'suit' OR e.kind = 'order' AND e.result = 'dismissed' AND e.decides = 'other');

--- relation maybe
-- One row is a sending that may be one more, or one of those that are counted.
CREATE OR REPLACE VIEW maybe AS
SELECT e.act_id, 'maybe' AS line, 'maybe' AS code, e.day, e.is_witnessed, NULL AS event_id
FROM event e
JOIN may_be_same m ON m.table_name = 'events' AND m.other_row_id = e.event_id AND m.row_id IN (SELECT event_id FROM event WHERE kind IN ('issued', 'served'))
WHERE e.kind IN ('issued', 'served') QUALIFY row_number() OVER (PARTITION BY e.act_id ORDER BY e.event_id) = 1;

--- relation line
-- One row is a line of an act: what is told, with its code and its day.
CREATE OR REPLACE VIEW line AS
SELECT act_id, line, code, day, is_witnessed, event_id FROM standing WHERE code IS NOT NULL
UNION ALL FROM picked UNION ALL FROM beside UNION ALL FROM beside_court UNION ALL FROM maybe;
