--- view rulings
-- row: A ruling on acts in scope, once. Other papers of the same ruling, such as the written order after
--   a ruling from the bench, are events that are `part_of` it and are left out.
-- warning: Only reported rulings. If `decides` is `other`, `summary` says what was decided.
-- key: event_id
-- with: doubts.inferred, doubts.secondhand, doubts.cell_told, doubts.unseen, doubts.reasoned, doubts.body, doubts.day_doubts, doubts.preliminary, doubts.witnessed, doubts.court, doubts.unread, doubts.dispute, doubts.disputed, doubts.not_named
-- - event_id VARCHAR: The ruling, an event.
-- - day VARCHAR: The day, as an EDTF string; null where nothing dates it.
-- - earliest DATE: Earliest day on which it may have been made; null if no source bounds it.
-- - latest DATE: Latest day, by the latest when a source reported it.
-- - court VARCHAR: The court.
-- - judge VARCHAR: The judge, if a source names one.
-- - judge_title VARCHAR: The judge's title as a source prints it, such as that of a magistrate judge.
-- - docket VARCHAR: The docket number.
-- - citation VARCHAR: Where it is reported.
-- - decides decides: What it decides.
-- - result result: What was ruled, as a whole: what it means for an act is in `status_of_acts`.
-- - status_of_acts VARCHAR: What the ruling makes the `enforcement_status` of its acts, such as `enjoined_in_part` where it grants what was asked, but binds
--   somebody other than the recipient; null if a later step replaced it, or if it decides something else.
-- - directed_at VARCHAR: Whom it binds, if that is not the recipient. What it orders or forbids is then
--   only in part so for the act, as `enjoined_in_part` of `acts`. Null if it binds the recipient, or if
--   no source says whom.
-- - acts VARCHAR: The acts that it is on, separated by commas.
-- - is_witnessed BOOLEAN: Whether a witness reports it; if not, only copies, retellings or pages of unknown standing do.
-- - doubts VARCHAR: How well the ruling is known: whether a source calls it
--   preliminary, whether sources disagree, whether the ruling itself was read to its end, whether no witness
--   says so, names its court or the recipients that it is on, or tells when, whether its day is estimated from the date of a different
--   report, and whether it, its day, its court or its docket number is a reader's inference. Null if nothing of this is so.
-- - summary VARCHAR: What happened, in our words.
SELECT v.event_id, v.occurred_edtf AS day, v.occurred_earliest AS earliest, coalesce(v.occurred_latest, v.known_by) AS latest, p.court_name AS court, h.name AS judge, h.title AS judge_title, p.docket, p.citation, v.decides, v.result,
    string_agg(DISTINCT a.enforcement_status::VARCHAR, ', ' ORDER BY a.enforcement_status::VARCHAR) FILTER (a.enforcement_event_id = v.event_id) AS status_of_acts,
    max(b.name) FILTER (v.binds_agency_id <> a.recipient_agency_id) AS directed_at, string_agg(ea.act_id, ', ' ORDER BY ea.act_id) AS acts, v.is_witnessed,
    nullif(concat_ws('; ', CASE WHEN y.event_id IS NOT NULL THEN 'a preliminary ruling' END, d.words, u.words, replace(c.remark, ' it', ' the court'), t.elsewhere,
        i.result, 'the day is ' || i.occurred, 'the docket number is ' || k.rests_on,
        CASE WHEN v.is_witnessed THEN 'only ' || max(n.who) || ' name ' || CASE WHEN count(n.act_id) = count(*) THEN 'the recipients that it is on' ELSE 'some of the recipients that it is on' END END,
        CASE WHEN v.is_witnessed THEN t.retold ELSE 'only ' || coalesce(s.who, 'copies or retellings') || ' say so' END), '') AS doubts, v.summary
FROM events v
JOIN event_acts ea ON v.event_id = ea.event_id
JOIN acts a ON ea.act_id = a.act_id AND a.in_scope
LEFT JOIN not_named n ON ea.event_id = n.event_id AND ea.act_id = n.act_id
LEFT JOIN proceedings p ON v.proceeding_id = p.proceeding_id
LEFT JOIN individuals_referenced h ON v.actor_individual_id = h.individual_id AND h.naming_decision = 'public_role'
LEFT JOIN agencies b ON v.binds_agency_id = b.agency_id
LEFT JOIN preliminary y ON v.event_id = y.event_id
LEFT JOIN disputed d ON v.event_id = d.event_id
LEFT JOIN unread u ON v.event_id = u.event_id
LEFT JOIN unseen s ON s.table_name = 'events' AND s.row_id = v.event_id AND s.column_name = 'kind'
LEFT JOIN court c ON v.event_id = c.event_id
LEFT JOIN day_doubts t ON t.table_name = 'events' AND t.row_id = v.event_id
LEFT JOIN (
    SELECT row_id, max(rests_on) FILTER (column_name = 'result') AS result, max(rests_on) FILTER (column_name = 'occurred') AS occurred
    FROM reasoned WHERE table_name = 'events' GROUP BY row_id
) i ON v.event_id = i.row_id
LEFT JOIN reasoned k ON k.table_name = 'proceedings' AND k.row_id = p.proceeding_id AND k.column_name = 'docket'
WHERE v.kind = 'order' AND v.part_of IS NULL
GROUP BY v.event_id, v.occurred_edtf, v.occurred_earliest, v.occurred_latest, v.known_by, p.court_name, h.name, h.title, p.docket, p.citation, v.decides, v.result, v.is_witnessed, v.summary,
    y.event_id, d.words, u.words, s.who, c.remark, t.elsewhere, t.retold, i.result, i.occurred, k.rests_on
ORDER BY coalesce(v.occurred_earliest, v.known_by), v.event_id;
