-- The act in a sentence.

--- relation told
-- One row is an act with its bodies by name, its cells in words, and all else that the row and its sentence need.
CREATE OR REPLACE VIEW told AS
SELECT a.*, s.* EXCLUDE (act_id), j.name AS government, j.state, j.kind::VARCHAR AS government_kind, j.geoid, j.county_geoid,
    r.name AS recipient, i.name AS issuer, i.called AS sender, g.kind AS group_kind, g.n_subpoenas AS n_together, v.counters,
    CASE WHEN s.day LIKE 'by %' THEN 'by' WHEN a.is_coming THEN 'issued_or_served' WHEN a.sent_edtf IS NOT NULL THEN a.sent_column END AS day_is,
    CASE a.instrument WHEN 'i9_subpoena' THEN ' for I-9 forms' ELSE '' END AS for_forms,
    r.called || coalesce(' (' || nullif(concat_ws(', ', CASE WHEN NOT contains(r.name, j.name) THEN j.name END, CASE WHEN j.kind <> 'state' THEN j.state END), '') || ')', '') AS receiver,
    coalesce(numbers[a.n_subpoenas], a.n_subpoenas::VARCHAR) AS subpoenas_in_words, coalesce(numbers[a.n_persons], a.n_persons::VARCHAR) AS persons_in_words,
    CASE WHEN q.row_id IS NOT NULL THEN 'at least ' ELSE '' END || coalesce(numbers[g.n_subpoenas], g.n_subpoenas::VARCHAR) AS together_in_words,
    m.short AS marks, z.course, coalesce(z.has_answer, false) AS has_answer, coalesce(z.has_court_matter, false) AS has_court_matter, k.kinds, x.urls, l.why_no_number, greatest(coalesce(l.searched, x.accessed), coalesce(x.accessed, l.searched)) AS looked_on
FROM act a
JOIN said s ON a.act_id = s.act_id
JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
JOIN body r ON a.recipient_agency_id = r.agency_id
JOIN body i ON a.issuing_agency_id = i.agency_id
CROSS JOIN spelled
LEFT JOIN act_groups g ON a.act_group_id = g.act_group_id
LEFT JOIN counters v ON a.act_group_id = v.act_group_id
LEFT JOIN at_least q ON q.table_name = 'act_groups' AND q.row_id = g.act_group_id AND q.column_name = 'n_subpoenas'
LEFT JOIN marks m ON a.act_id = m.act_id
LEFT JOIN course z ON a.act_id = z.act_id
LEFT JOIN asked_for k ON a.act_id = k.act_id
LEFT JOIN address x ON a.act_id = x.act_id
LEFT JOIN looked l ON a.act_id = l.act_id;

--- relation in_short
-- One row is an act with its sentence: who sent what to whom and when, the marks of that, what came of it in the order of days, what was not found.
CREATE OR REPLACE VIEW in_short AS
SELECT *, concat(
    CASE WHEN day = '' THEN upper(sender[1]) || sender[2:] ELSE upper(day[1]) || day[2:] || CASE WHEN day SIMILAR TO '.*[0-9]{4}' THEN ', ' ELSE ' ' END || sender END,
    CASE WHEN day_is = 'by' THEN ' had' END, CASE WHEN is_coming THEN ' sent or delivered ' WHEN sent_column = 'issued' THEN ' sent ' ELSE ' served ' END,
    CASE
        WHEN n_subpoenas = 1 THEN 'one subpoena' || for_forms
        WHEN n_subpoenas IS NOT NULL THEN subpoenas_in_words || ' subpoenas' || for_forms
        WHEN group_kind = 'together' THEN 'one or more of ' || together_in_words || ' subpoenas ' || CASE counters WHEN 'sources count' THEN 'counted' ELSE 'that ' || counters END || ' together'
        WHEN n_together IS NOT NULL THEN 'one or more of the ' || together_in_words || ' subpoenas that a source counts in all'
        ELSE 'one or more subpoenas' || for_forms || ' (' || CASE WHEN why_no_number IN ('ambiguous', 'conflicting') THEN 'sources do not say clearly' ELSE 'no source says' END || ' how many)'
    END,
    CASE WHEN n_persons = 1 THEN ' about one person' WHEN n_persons > 1 THEN ' about ' || persons_in_words || ' people' END,
    CASE WHEN group_kind = 'together' AND n_subpoenas < n_together THEN ', of ' || together_in_words || CASE counters WHEN 'sources count' THEN ' counted' ELSE ' that ' || counters END || ' together,' END,
    CASE sent_column WHEN 'issued' THEN ' to ' ELSE ' on ' END, receiver,
    '; ' || array_to_string(marks, '; '),
    '; ' || course,
    CASE coalesce(len(missing), 0) WHEN 0 THEN '' WHEN 1 THEN '; ' || CASE missing[1] WHEN 'end' THEN 'how it ended was not found' ELSE 'no ' || missing[1] || ' was found' END
        ELSE '; no ' || array_to_string(missing[:-2], ', ') || ' or ' || missing[-1] || ' was found' END,
    '; last looked for on ' || strftime(looked_on, '%B %-d, %Y'), '.'
) AS in_short
FROM (
    SELECT *, string_split(nullif(concat_ws('|',
        CASE WHEN NOT has_answer THEN 'answer' END, CASE WHEN NOT has_court_matter THEN 'step in court' END,
        CASE
            WHEN outcome_event_id = response_event_id OR outcome IS NOT NULL THEN NULL
            WHEN enforcement_status LIKE 'ordered%' THEN 'handover of information'
            ELSE 'end'
        END), ''), '|') AS missing
    FROM told
);
