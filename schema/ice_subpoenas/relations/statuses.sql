-- Where each matter stands, computed from its events: docs/statuses.md says the rule in words.

--- relation act_events
-- One row is an event of one act: the first and last day on which it can have happened, how many of
-- the act's subpoenas it concerns, and whether it is on record that no source says how many.
CREATE OR REPLACE TABLE act_events AS
SELECT
    a.act_id, v.event_id, v.kind, v.decides, v.result, v.after_event_id,
    v.is_witnessed AND (v.result IS NULL OR EXISTS (
        FROM evidence e JOIN sources s ON e.witness_source_id = s.source_id
        WHERE e.table_name = 'events' AND e.row_id = v.event_id AND e.column_name = 'result'
            AND e.stance = 'supports' AND s.is_witness
    )) AS is_witnessed,
    ea.n_subpoenas,
    EXISTS (
        FROM absences b
        WHERE b.table_name = 'event_acts' AND b.row_id = ea.event_act_id AND b.column_name = 'n_subpoenas'
    ) AS is_number_open,
    v.binds_agency_id IS NOT NULL AND v.binds_agency_id <> a.recipient_agency_id AS binds_another,
    coalesce(v.occurred_earliest, a.issued_earliest, a.served_earliest) AS first_day,
    coalesce(v.occurred_latest, v.known_by) AS last_day,
    coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS as_of
FROM event_acts ea
JOIN events v ON ea.event_id = v.event_id
JOIN acts a ON ea.act_id = a.act_id
WHERE v.part_of IS NULL;

--- relation steps
-- One row is a step of a matter on one of three lines: answer, court, outcome. A later stage
-- outweighs an earlier one.
CREATE OR REPLACE TABLE steps AS
WITH line AS (
    SELECT act_id, event_id, 'response' AS line,
        CASE kind || '/' || coalesce(result, '')
            WHEN 'response/reviewing' THEN 'under_review' WHEN 'response/agreed' THEN 'agreed'
            WHEN 'response/agreed_in_part' THEN 'agreed_in_part'
            WHEN 'response/declined' THEN 'refused' WHEN 'response/unable' THEN 'unable'
            WHEN 'production/part' THEN 'partial' WHEN 'production/whole' THEN 'complied'
        END AS value,
        CASE WHEN kind = 'production' THEN 3 WHEN result = 'reviewing' THEN 1 ELSE 2 END AS stage
    FROM act_events
    UNION ALL
    SELECT act_id, event_id, 'enforcement',
        CASE
            WHEN kind = 'threat' THEN 'threatened'
            WHEN kind = 'petition' THEN 'petition_filed'
            WHEN kind <> 'order' THEN NULL
            WHEN decides = 'stay' AND result = 'granted' THEN 'stayed'
            WHEN decides = 'quashing' AND result IN ('granted', 'granted_in_part') THEN 'quashed'
            WHEN decides = 'prohibition' AND (result = 'granted_in_part' OR result = 'granted' AND binds_another)
                THEN 'enjoined_in_part'
            WHEN decides = 'prohibition' AND result = 'granted' THEN 'enjoined'
            WHEN decides NOT IN ('enforcement', 'appeal') THEN NULL
            WHEN result IN ('granted', 'affirmed') THEN 'ordered'
            WHEN result = 'granted_in_part' THEN 'ordered_in_part'
            WHEN result IN ('denied', 'dismissed', 'reversed', 'vacated') THEN 'denied'
        END,
        CASE kind WHEN 'threat' THEN 1 WHEN 'petition' THEN 2 ELSE 3 END
    FROM act_events
    UNION ALL
    SELECT act_id, event_id, 'outcome',
        CASE
            WHEN kind = 'production' AND result = 'whole' THEN 'produced'
            WHEN kind = 'production' AND result = 'part' THEN 'produced_in_part'
            WHEN kind = 'appeal' THEN 'appeal_pending'
            WHEN kind = 'order' AND decides = 'appeal' THEN 'appeal_decided'
            WHEN kind = 'withdrawal' THEN 'withdrawn'
            WHEN kind = 'no_production' OR kind = 'response' AND result = 'unable' THEN 'not_produced'
        END,
        CASE WHEN kind = 'production' THEN 3 WHEN kind IN ('appeal', 'order', 'withdrawal') THEN 2 ELSE 1 END
    FROM act_events
)
SELECT l.line, l.value, l.stage, e.*
FROM line l JOIN act_events e ON l.act_id = e.act_id AND l.event_id = e.event_id
WHERE l.value IS NOT NULL;

--- relation followers
-- One row is two events of one act of which the second surely followed the first.
CREATE OR REPLACE TABLE followers AS
SELECT e.act_id, e.event_id, f.event_id AS later_id, f.kind
FROM act_events e JOIN act_events f ON e.act_id = f.act_id AND e.event_id <> f.event_id
    AND (f.first_day > e.last_day OR f.after_event_id = e.event_id);

--- relation newer_answers
-- One row is an answer that surely followed words that nothing had been given: these tell no outcome
-- from then on.
CREATE OR REPLACE TABLE newer_answers AS
SELECT 'outcome' AS line, NULL::VARCHAR AS value, 0 AS stage, e.*
FROM act_events e SEMI JOIN (
    SELECT f.act_id, f.later_id FROM followers f JOIN steps s USING (act_id, event_id)
    WHERE f.kind = 'response' AND s.value = 'not_produced'
) n ON e.act_id = n.act_id AND e.event_id = n.later_id;

--- relation standing_steps
-- One row is a step that no other of its line surely followed, of the highest stage left.
CREATE OR REPLACE TABLE standing_steps AS
WITH overtaken AS (
    SELECT s.act_id, s.event_id, s.line
    FROM steps s JOIN followers f USING (act_id, event_id)
    LEFT JOIN steps n ON f.act_id = n.act_id AND f.later_id = n.event_id AND s.line = n.line
    WHERE n.line IS NOT NULL OR s.value = 'not_produced' AND f.kind = 'response'
)
SELECT s.* FROM steps s ANTI JOIN overtaken USING (act_id, event_id, line)
QUALIFY stage = max(stage) OVER (PARTITION BY s.act_id, s.line);

--- relation standings
-- One row is an act and a line, with the column of its status: the one value that is left, or null where two are.
CREATE OR REPLACE TABLE standings AS
SELECT
    act_id, line, if(line = 'outcome', line, line || '_status') AS column_name, count(DISTINCT value) AS n_values,
    CASE WHEN count(DISTINCT value) = 1 THEN nullif(min(value), 'appeal_decided') END AS value,
    arg_min(as_of, {'w': NOT is_witnessed, 'd': -epoch(coalesce(last_day, DATE '2000-01-01')), 'e': event_id}) AS as_of,
    arg_min(event_id, {'w': NOT is_witnessed, 'd': -epoch(coalesce(last_day, DATE '2000-01-01')), 'e': event_id}) AS event_id,
    bool_or(is_witnessed) AS is_witnessed,
    list(n_subpoenas) FILTER (n_subpoenas IS NOT NULL) AS covered,
    bool_or(is_number_open) AS is_number_open
FROM standing_steps
GROUP BY act_id, line;

--- fills acts: response_status, response_as_of, response_event_id, response_is_witnessed, enforcement_status, enforcement_as_of, enforcement_event_id, enforcement_is_witnessed, outcome, outcome_as_of, outcome_event_id, outcome_is_witnessed
-- One row an act: its three statuses, each with its day and event.
SELECT
    a.act_id,
    r.value AS response_status, r.as_of AS response_as_of, r.event_id AS response_event_id, r.is_witnessed AS response_is_witnessed,
    e.value AS enforcement_status, e.as_of AS enforcement_as_of, e.event_id AS enforcement_event_id, e.is_witnessed AS enforcement_is_witnessed,
    o.value AS outcome, o.as_of AS outcome_as_of, o.event_id AS outcome_event_id, o.is_witnessed AS outcome_is_witnessed
FROM acts a
LEFT JOIN standings r ON a.act_id = r.act_id AND r.line = 'response' AND r.value IS NOT NULL
LEFT JOIN standings e ON a.act_id = e.act_id AND e.line = 'enforcement' AND e.value IS NOT NULL
LEFT JOIN standings o ON a.act_id = o.act_id AND o.line = 'outcome' AND o.value IS NOT NULL;

--- relation whole_standings
-- One row is an act and a line with a value, whose events concern every subpoena of the act: none tells of
-- fewer, and of none is it on record that the number is not known.
CREATE OR REPLACE TABLE whole_standings AS
SELECT s.*
FROM standings s LEFT JOIN (SELECT act_id, count(*) AS n FROM subpoenas GROUP BY act_id) p ON s.act_id = p.act_id
WHERE s.value IS NOT NULL AND NOT s.is_number_open AND (s.covered IS NULL OR list_min(s.covered) >= coalesce(p.n, 0));

--- fills subpoenas: response_status, response_as_of, response_event_id, response_is_witnessed, enforcement_status, enforcement_as_of, enforcement_event_id, enforcement_is_witnessed, outcome, outcome_as_of, outcome_event_id, outcome_is_witnessed
-- One row a subpoena: the statuses of its act where they hold of every subpoena of the act.
SELECT
    s.subpoena_id,
    r.value AS response_status, r.as_of AS response_as_of, r.event_id AS response_event_id, r.is_witnessed AS response_is_witnessed,
    e.value AS enforcement_status, e.as_of AS enforcement_as_of, e.event_id AS enforcement_event_id, e.is_witnessed AS enforcement_is_witnessed,
    o.value AS outcome, o.as_of AS outcome_as_of, o.event_id AS outcome_event_id, o.is_witnessed AS outcome_is_witnessed
FROM subpoenas s
LEFT JOIN whole_standings r ON s.act_id = r.act_id AND r.line = 'response'
LEFT JOIN whole_standings e ON s.act_id = e.act_id AND e.line = 'enforcement'
LEFT JOIN whole_standings o ON s.act_id = o.act_id AND o.line = 'outcome';

--- makes absences where is_copied
-- One row is why a cell of a subpoena is null: the reason of its act, or that events concern a
-- part of the act's subpoenas, or it is not known how many, and so not which.
SELECT
    'subpoenas/' || s.subpoena_id || '/' || b.column_name AS absence_id, 'subpoenas' AS table_name,
    s.subpoena_id AS row_id, b.column_name, b.reason, b.search_id, true AS is_copied
FROM subpoenas s
JOIN absences b ON b.table_name = 'acts' AND b.row_id = s.act_id
JOIN stems d ON d.table_name = 'subpoenas' AND d.stem = b.column_name
ANTI JOIN evidence e ON e.table_name = 'subpoenas' AND e.row_id = s.subpoena_id
    AND e.column_name = b.column_name AND e.derivation <> 'copied' AND e.stance <> 'bears_on'
ANTI JOIN absences o ON o.table_name = 'subpoenas' AND o.row_id = s.subpoena_id
    AND o.column_name = b.column_name AND NOT o.is_copied
WHERE d.is_copied OR b.column_name IN ('response_status', 'enforcement_status', 'outcome')
UNION ALL
SELECT
    'subpoenas/' || s.subpoena_id || '/' || t.column_name, 'subpoenas', s.subpoena_id, t.column_name,
    'ambiguous', NULL, true
FROM subpoenas s
JOIN standings t ON s.act_id = t.act_id AND t.value IS NOT NULL
ANTI JOIN whole_standings w ON t.act_id = w.act_id AND t.line = w.line;
