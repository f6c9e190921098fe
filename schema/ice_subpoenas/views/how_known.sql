--- view how_known
-- row: An event that a cell of the overview reports, and what that cell rests on.
-- warning: How well something is known, not whether it is true. How well its day is known, the cell of the overview says.
-- - act_id VARCHAR: The act.
-- - column_name VARCHAR: The column of the overview: `answer`, `court` or `outcome`.
-- - is_earlier BOOLEAN: Whether the event is a contrary answer that came before.
-- - event_id VARCHAR: The event.
-- - is_witnessed BOOLEAN: Whether a witness says so; if not, only copies, retellings or pages of unknown standing do.
-- - is_inferred BOOLEAN: Whether a reader inferred it from the words of all sources, or of all that are witnesses.
-- - is_believed BOOLEAN: Whether somebody stated it as a belief.
-- - account_side VARCHAR: The one side from which all witnesses have it: `agency` (any body of the
--   federal government), `recipient` (the recipient's government) or `other` (another government);
--   null if there are more sides, if it is not known who reported it, if a witness says so itself, and
--   for an answer, threat or petition that the side itself makes. That somebody "responded" is told as a deed: of it, the side counts.
-- - account VARCHAR: Whose account it is, in words.
-- - rests_on VARCHAR: The same in words for counting, joined by semicolons: `a reader’s inference`,
--   `a reader’s inference and copies or retellings` (the witnesses do not say it in words),
--   `copies or retellings alone`, `pages of unknown standing alone`, `copies, retellings or pages of unknown standing alone`, the same with
--   `as to which body it was on` (a witness tells of the event, but none names the recipient), `somebody’s belief` or `one side’s word alone`
--   (`account_side` says whose); null if none of these.
-- with: doubts.inferred, doubts.secondhand, doubts.cell_told, doubts.unseen, doubts.reasoned, doubts.witnessed, doubts.believed, doubts.body, doubts.one_sided, doubts.not_named
SELECT act_id, column_name, is_earlier, event_id, is_witnessed, is_inferred, is_believed, account_side, account, nullif(concat_ws('; ', inferred, who || ' alone', named_by || ' alone as to which body it was on',
    CASE WHEN is_believed THEN 'somebody’s belief' END,
    CASE WHEN account_side IS NOT NULL THEN 'one side’s word alone' END), '') AS rests_on
FROM (
    SELECT o.act_id, o.column_name, o.is_earlier, o.event_id,
        w.row_id IS NOT NULL AS is_witnessed, CASE WHEN w.row_id IS NULL THEN coalesce(u.who, 'copies or retellings') END AS who,
        i.row_id IS NOT NULL AS is_inferred, i.rests_on AS inferred, b.row_id IS NOT NULL AS is_believed, a.side AS account_side, a.words AS account,
        CASE WHEN w.row_id IS NOT NULL THEN n.who END AS named_by
    FROM events_in_overview o
    JOIN (SELECT event_id, CASE WHEN result IS NULL THEN 'kind' ELSE 'result' END AS column_name FROM events) v ON o.event_id = v.event_id
    LEFT JOIN witnessed w ON w.table_name = 'events' AND w.row_id = v.event_id AND w.column_name = v.column_name
    LEFT JOIN unseen u ON u.table_name = 'events' AND u.row_id = v.event_id AND u.column_name = v.column_name
    LEFT JOIN reasoned i ON i.table_name = 'events' AND i.row_id = v.event_id AND i.column_name = v.column_name
    LEFT JOIN believed b ON b.table_name = 'events' AND b.row_id = v.event_id
    LEFT JOIN one_sided a ON v.event_id = a.event_id
    LEFT JOIN not_named n ON o.act_id = n.act_id AND o.event_id = n.event_id
)
ORDER BY act_id, column_name, is_earlier, event_id;
