-- What `trace` asks. `?` and `$1` stand for an act, a cell, or whatever else is named.

--- evidence
-- One row is a piece of evidence of a cell, with its source: what gives the value first, then what gives another.
SELECT e.*, s.title, s.publisher, s.published_edtf, s.url, s.original_url,
    s.standing, s.text_file, w.publisher AS witness_publisher
FROM evidence e JOIN sources s ON s.source_id = e.source_id
LEFT JOIN sources w ON w.source_id = e.witness_source_id
WHERE e.table_name = ? AND e.row_id = ? AND e.column_name = ?
ORDER BY e.stance IN ('supports', 'broader') DESC, e.stance = 'contests' DESC, w.is_witness DESC,
    e.source_id, e.char_start, e.evidence_id;

--- retold
-- One row is a day that only copies tell, and who they are.
-- with: doubts.secondhand, doubts.body, doubts.day_doubts
SELECT retold FROM day_doubts WHERE table_name = ? AND row_id = ? AND column_name = ?;

--- known by
-- The day by which an event was known, and the words of a source that had appeared by then.
SELECT v.known_by AS day, s.source_id, s.publisher, s.url,
    e.column_name, e.prefix, e.exact, e.suffix, e.is_refound,
    v.result IS NOT NULL AND e.column_name <> 'result' AS is_without_result
FROM events v
JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
JOIN sources s ON e.source_id = s.source_id AND s.published_latest = v.known_by
WHERE v.event_id = ? AND v.known_by IS NOT NULL
ORDER BY NOT s.is_witness, s.source_id, e.column_name <> 'result', e.column_name <> 'kind',
    e.evidence_id;

--- via
-- One row is the piece of evidence on which another rests.
SELECT table_name, row_id, column_name, source_id, derivation, arguments, exact, reason
FROM evidence WHERE evidence_id = ?;

--- sentence
-- Where the sentences begin and end in which words of a held text stand.
SELECT min(char_start) AS low, max(char_end) AS high FROM ledger
WHERE source_id = ? AND char_start < CAST(? AS INTEGER) AND char_end > CAST(? AS INTEGER);

--- near
-- One row is an act of a government, or of a state, that is called so or in part so.
SELECT act FROM overview o JOIN jurisdictions s ON s.kind = 'state' AND s.state = o.state
WHERE length($1) > 1 AND ($1 IN (lower(o.state), lower(s.name)) OR contains(lower(government), $1))
ORDER BY act;

--- events
-- One row is an event of an act.
SELECT v.event_id, coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day,
    v.occurred_edtf IS NULL AS is_reported_by, v.kind, v.decides, v.result, v.part_of, v.summary,
    v.reason, concat_ws(', ', coalesce(i.name, i.described_as), g.name) AS who,
    v.occurred_earliest, v.occurred_latest, v.known_by,
    ea.n_subpoenas, v.n_sources, v.n_independent_sources, v.after_event_id,
    (SELECT string_agg('`' || CASE m.row_id WHEN v.event_id THEN m.other_row_id ELSE m.row_id END
        || '`', ', ' ORDER BY 1) FROM may_be_same m
    WHERE m.table_name = 'events' AND v.event_id IN (m.row_id, m.other_row_id)) AS may_be
FROM event_acts ea
JOIN events v ON v.event_id = ea.event_id
LEFT JOIN individuals_referenced i ON v.actor_individual_id = i.individual_id
LEFT JOIN agencies g ON v.actor_agency_id = g.agency_id
WHERE ea.act_id = ?;

--- reasons
-- One row is a reason that somebody gives for or against an act, by side, with what a court made of it and answered.
-- with: doubts.secondhand, doubts.cell_told, doubts.unseen, doubts.before_court
SELECT r.ground_id, r.side, r.toward, r.ground, r.held, r.words, r.about,
    r.source_id, r.answers_ground_id, w.side AS answers_side, w.ground AS answers_ground,
    concat_ws(', ', coalesce(wi.name, wi.described_as), wb.name) AS answers_who, g.reason,
    s.publisher, s.url, v.event_id,
    coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day,
    (SELECT u.who FROM unseen u WHERE u.table_name = 'grounds' AND u.row_id = g.ground_id AND u.column_name = 'ground') AS tellers,
    concat_ws(', ', coalesce(i.name, i.described_as), b.name) AS who, -- as the page names them
    r.ground_id IN (SELECT ground_id FROM before_court) AS is_before_court,
    (SELECT u.who FROM unseen u WHERE u.table_name = 'grounds' AND u.row_id = g.ground_id AND u.column_name = 'held') AS held_tellers,
    coalesce((
        SELECT list({'ground': c.ground, 'tellers': u.who} ORDER BY c.ground_id)
        FROM grounds c
        LEFT JOIN unseen u ON u.table_name = 'grounds' AND u.row_id = c.ground_id AND u.column_name = 'ground'
        WHERE c.answers_ground_id = r.ground_id AND c.side = 'court'
            AND c.ground <> 'other'), []) AS answers_of_courts
FROM grounds_by_act r
JOIN grounds g ON g.ground_id = r.ground_id
LEFT JOIN grounds w ON r.answers_ground_id = w.ground_id
LEFT JOIN sources s ON r.source_id = s.source_id
LEFT JOIN events v ON g.event_id = v.event_id
LEFT JOIN individuals_referenced i ON g.said_by_individual_id = i.individual_id
LEFT JOIN agencies b ON g.said_by_agency_id = b.agency_id
LEFT JOIN individuals_referenced wi ON w.said_by_individual_id = wi.individual_id
LEFT JOIN agencies wb ON w.said_by_agency_id = wb.agency_id
WHERE r.act_id = ?
ORDER BY array_position(['agency', 'recipient', 'superior', 'staff', 'court'], r.side::VARCHAR),
    r.toward, r.ground, r.ground_id;

--- told of
-- One row is an event that a column of the overview tells of; an earlier one has a number.
SELECT event_id, nth_earlier FROM events_in_overview
WHERE act_id = ? AND column_name = ? ORDER BY nth_earlier NULLS FIRST;

--- others
-- One row is an event of an act that is of the kind of a given one or followed it; without one, any event.
SELECT v.event_id, coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day,
    v.kind, v.result, v.summary, v.reason
FROM event_acts ea JOIN events v ON v.event_id = ea.event_id
WHERE ea.act_id = $1
    AND (CAST($2 AS VARCHAR) IS NULL OR v.kind = (SELECT kind FROM events WHERE event_id = $2)
        OR v.after_event_id = $2)
ORDER BY coalesce(v.occurred_latest, v.known_by), v.event_id;

--- addresses
-- One row is a source of the overview of an act, and the cells that its words give.
SELECT s.url, s.original_url, s.source_id, s.publisher, s.published_edtf,
    s.standing, s.is_witness, r.words_of, s.title, r.note,
    list_sort(list(DISTINCT e.table_name || ' ' || e.row_id || ' ' || e.column_name)) AS gives
FROM act_sources r
JOIN acts a ON a.act_id = r.act_id
JOIN evidence e ON e.source_id = r.source_id AND e.stance IN ('supports', 'broader')
    AND CASE e.table_name
    WHEN 'acts' THEN e.row_id = a.act_id
    WHEN 'events'
    THEN e.row_id IN (a.response_event_id, a.enforcement_event_id, a.outcome_event_id) END
JOIN sources s ON s.source_id = r.source_id
WHERE r.act_id = ? AND s.url IS NOT NULL
GROUP BY ALL ORDER BY s.is_witness DESC, s.url, s.source_id;

--- known totals
-- One row is a total that a source gives, and that no figure includes.
SELECT k.known_total_id, k.counted, k.n_papers, k.is_least, k.statement,
    k.reason, k.source_id, s.publisher, s.url
FROM known_totals k LEFT JOIN sources s ON k.source_id = s.source_id ORDER BY known_total_id;
