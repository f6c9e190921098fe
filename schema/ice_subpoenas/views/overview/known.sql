-- How well each line, and what else the first sentence of an act tells, is known, by the sources that hold their cells.

--- relation cell
-- One row is a cell that the words of a line, or of what else the first sentence tells, rest on.
CREATE OR REPLACE VIEW cell AS
SELECT t.act_id, t.line, 'events' AS table_name, t.event_id AS row_id, unnest([CASE WHEN e.result IS NULL THEN 'kind' ELSE 'result' END, 'occurred']) AS column_name
FROM line t JOIN events e ON t.event_id = e.event_id
UNION ALL
SELECT act_id, unnest(['recipient', 'sender', 'paper', 'sent', 'subpoenas', 'persons']), 'acts', act_id,
    unnest(['recipient_agency_id', 'issuing_agency_id', 'instrument', sent_column, 'n_subpoenas', 'n_persons'])
FROM act;

--- relation held
-- One row is a line that sources hold: who says so, null where several families of witnesses do; whether it is one source; whether
-- a reader inferred it, and who has it in words, if no witness does; whether no witness says so, or witnesses say less than what stands there.
CREATE OR REPLACE VIEW held AS
WITH piece AS ( -- words of a broader code or of more days give nothing where others give the value
    SELECT c.act_id, c.line, e.source_id, s.is_witness, o.called, s.standing, s.family_id, i.row_id IS NOT NULL AS is_reasoned, i.in_words,
        bool_or(s.is_witness) OVER w AS is_seen
    FROM cell c
    JOIN evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND c.column_name = e.column_name AND e.stance IN ('supports', 'broader')
    JOIN sources s ON e.witness_source_id = s.source_id
    LEFT JOIN secondhand o ON s.source_id = o.source_id
    LEFT JOIN reasoned i ON c.table_name = i.table_name AND c.row_id = i.row_id AND c.column_name = i.column_name
    WHERE c.column_name <> 'occurred'
    WINDOW w AS (PARTITION BY c.act_id, c.line, c.row_id)
    QUALIFY e.stance = 'supports' OR NOT bool_or(e.stance = 'supports') OVER w
)
SELECT act_id, line, min(source_id) = max(source_id) AS is_one_source, bool_or(is_reasoned) AS is_reasoned, max(in_words) AS in_words,
    NOT bool_or(is_witness) AS is_unseen, bool_or(is_seen) AND NOT bool_or(is_witness) AS is_less_exact,
    CASE
        WHEN NOT bool_or(is_witness) THEN 'only ' || replace(string_agg(DISTINCT called, ' or ' ORDER BY called), ' or retellings or', ', retellings or')
        WHEN bool_and(standing = 'reference') FILTER (is_witness) THEN 'only a tracker'
        WHEN min(family_id) FILTER (is_witness) = max(family_id) FILTER (is_witness) THEN 'one account'
    END AS who
FROM piece GROUP BY act_id, line;

--- relation split
-- One row is a line on whose cells sources disagree, and on what; of a day, also on the day of issue beside that of service. `is_shown`
-- is whether they disagree on what stands there.
CREATE OR REPLACE VIEW split AS
SELECT c.act_id, c.line, replace(string_agg(DISTINCT d.what, ' and ' ORDER BY d.what), 'the day and the day of issue', 'the days of service and issue') AS what, bool_or(c.is_shown) AS is_shown
FROM (
    SELECT *, true AS is_shown FROM cell
    UNION ALL SELECT act_id, 'sent', 'acts', act_id, 'issued', false FROM act WHERE sent_column = 'served'
) c
JOIN (
    SELECT 'events' AS table_name, event_id AS row_id, column_name, what FROM dispute
    UNION ALL
    SELECT table_name, row_id, column_name, CASE
        WHEN column_name = 'served' THEN 'the day' WHEN column_name = 'issued' THEN if(row_id IN (SELECT act_id FROM act WHERE sent_column = 'issued'), 'the day', 'the day of issue') WHEN column_name = 'recipient_agency_id' THEN 'the recipient'
        WHEN column_name = 'issuing_agency_id' THEN 'who sent it' WHEN column_name = 'instrument' THEN 'the kind of subpoena' ELSE 'the number'
    END
    FROM (
        SELECT table_name, row_id, column_name FROM conflicts WHERE table_name = 'acts' AND column_name NOT IN ('served', 'issued')
        UNION SELECT 'acts', act_id, column_name FROM sending_dispute
    )
) d ON c.table_name = d.table_name AND c.row_id = d.row_id AND c.column_name = d.column_name
GROUP BY c.act_id, c.line;

--- relation teller
-- One row is an act: whether one page alone tells of it.
CREATE OR REPLACE VIEW teller AS
SELECT act_id, min(page) = max(page) AS is_one_page
FROM (
    SELECT e.row_id AS act_id, replace(lower(rtrim(s.url, '/')), 'http:', 'https:') AS page
    FROM evidence e JOIN sources s ON e.source_id = s.source_id
    WHERE e.table_name = 'acts' AND e.stance IN ('supports', 'broader')
) GROUP BY act_id;

--- relation doubt
-- One row is a line, the recipient or a number: whether sources disagree on what stands there and on what in all, whether a reader
-- inferred it, and who says so, null where several do, or nobody; `is_unseen` is whether no witness does.
CREATE OR REPLACE VIEW doubt AS
SELECT coalesce(h.act_id, x.act_id) AS act_id, coalesce(h.line, x.line) AS line, coalesce(h.is_unseen, false) AS is_unseen, coalesce(x.is_shown, false) AS is_split, x.what AS split, h.is_one_source, h.is_reasoned,
    h.in_words, h.is_less_exact, h.who
FROM held h FULL JOIN split x ON h.act_id = x.act_id AND h.line = x.line;
