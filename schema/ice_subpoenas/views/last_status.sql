--- view last_status
-- row: Where an act in scope last stood, as a code: its answer, its step in court or its outcome. Every act has all three lines, and no
--   code is null: count these to get shares.
-- warning: The last on record, not the present: a refusal may be older than an order of a court to comply. Which acts have a row of their own depends on what sources tell apart: some count more subpoenas than they describe (`act_groups`), so a share is one of the acts, not of all subpoenas.
-- with: meanings.meaning, doubts.inferred, doubts.secondhand, doubts.cell_told, doubts.reasoned, doubts.dispute, doubts.unread, overview/lines, overview/courts
-- - act_id VARCHAR: The act.
-- - line VARCHAR: `answer`, `court` or `outcome`, as the columns of the overview.
-- - code VARCHAR: The status, as in `response_status`, `enforcement_status` or `outcome` of `acts`. Where these are
--   null: `answered` (the recipient answered, but how is not known), `gave` (it gave information, but how much is not
--   known), `sued` (a lawsuit about it), `heard` (another court matter), or `not_found`.
-- - in_words VARCHAR: The same in the words of the overview, without day and court.
-- - covers VARCHAR: Of how many of the act's subpoenas it tells, in the words of the overview, if not of all, or that no source
--   says of how many; null if it tells of all, or if nothing was found.
-- - event_id VARCHAR: The event from which it follows; null if nothing was found.
-- - is_witnessed BOOLEAN: Whether a witness says so; null if nothing was found.
-- - rests_on VARCHAR: On what it rests, if not on a source's own word, as in `how_known`.
-- - is_court_ordered BOOLEAN: Whether a court has ordered compliance with the act, in whole or in part, by the last step in court.
WITH status AS (
    SELECT act_id, coalesce(enforcement_status IN ('ordered', 'ordered_in_part'), false) AS is_court_ordered, unnest([
        {'line': 'answer', 'status': response_status::VARCHAR}, {'line': 'court', 'status': enforcement_status::VARCHAR}, {'line': 'outcome', 'status': outcome::VARCHAR}
    ], recursive := true)
    FROM acts WHERE in_scope
), told AS (
    SELECT s.*, h.event_id, h.is_witnessed, h.rests_on, coalesce(s.status, CASE v.kind WHEN 'response' THEN 'answered' WHEN 'production' THEN 'gave' WHEN 'suit' THEN 'sued' ELSE if(v.kind IS NULL, 'not_found', 'heard') END) AS code
    FROM status s
    LEFT JOIN how_known h ON h.act_id = s.act_id AND h.column_name = s.line AND NOT h.is_earlier
    LEFT JOIN events v ON h.event_id = v.event_id
)
SELECT t.act_id, t.line, t.code, m.in_words, coalesce(c.part_of_all, c.not_stated) AS covers, t.event_id, t.is_witnessed, t.rests_on, t.is_court_ordered
FROM told t
LEFT JOIN covered c ON t.act_id = c.act_id AND t.event_id = c.event_id
LEFT JOIN meaning m ON m.code = CASE t.code WHEN 'not_found' THEN t.line || '_not_found' ELSE t.code END
ORDER BY t.act_id, t.line;
