-- What stands around an act: what was asked for, its sources, the acts that it may be the same as, the last search.

--- relation asked_for
-- One row is an act: what was asked for; what no witness names stands last.
CREATE OR REPLACE VIEW asked_for AS
WITH label AS (
    SELECT * FROM (VALUES
        ('address', 'addresses'), ('benefit_records', 'records of a benefit or identity program'), ('email', 'e-mail addresses'), ('employer', 'employers'), ('i9_forms', 'I-9 forms'),
        ('identity_documents', 'identity documents or birth data'), ('interview', 'interviews with people'), ('person', 'information on people'),
        ('phone_number', 'phone numbers'), ('release_date', 'release dates'), ('vehicle', 'vehicles')
    ) l(code, words)
), asked AS (
    SELECT n.act_id, coalesce(l.words, replace(n.kind::VARCHAR, '_', ' ')) AS words, bool_or(n.is_witnessed) AS is_witnessed, min(coalesce(u.who, 'copies or retellings')) AS who
    FROM information_sought n LEFT JOIN label l ON n.kind::VARCHAR = l.code
    LEFT JOIN unseen u ON u.table_name = 'information_sought' AND u.row_id = n.information_sought_id AND u.column_name = 'kind'
    GROUP BY ALL
)
SELECT act_id, concat_ws('; ', string_agg(words, '; ' ORDER BY words) FILTER (is_witnessed),
    'only ' || CASE WHEN min(who) FILTER (NOT is_witnessed) = max(who) FILTER (NOT is_witnessed) THEN min(who) FILTER (NOT is_witnessed) ELSE 'copies, retellings or pages of unknown standing' END
        || ' name: ' || string_agg(words, '; ' ORDER BY words) FILTER (NOT is_witnessed)) AS kinds
FROM asked GROUP BY act_id;

--- relation address
-- One row is an act: its sources, each with its publisher and its address, copies and retellings last, and the last day on which
-- one was read.
CREATE OR REPLACE VIEW address AS
SELECT act_id, string_agg(called || address, '; ' ORDER BY NOT is_witness, address) AS urls, max(accessed) AS accessed
FROM (
    SELECT c.act_id, p.address, p.is_witness, min(p.called) AS called, max(s.accessed) AS accessed
    FROM shown c
    JOIN evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND e.stance IN ('supports', 'broader')
    JOIN sources s ON e.source_id = s.source_id
    JOIN page p ON e.source_id = p.source_id
    WHERE p.address IS NOT NULL GROUP BY c.act_id, p.address, p.is_witness
) GROUP BY act_id;

--- relation counters
-- One row is a group of acts: by whom their subpoenas are counted together.
CREATE OR REPLACE VIEW counters AS
SELECT e.row_id AS act_group_id, CASE
    WHEN count(DISTINCT e.source_id) = 1 THEN CASE WHEN bool_or(s.is_witness) THEN 'one source counts' WHEN bool_or(o.called LIKE 'pages%') THEN 'one page of unknown standing counts' ELSE 'one retelling counts' END
    WHEN bool_or(s.is_witness) THEN 'sources count' ELSE replace(string_agg(DISTINCT o.called, ' or ' ORDER BY o.called), ' or retellings or', ', retellings or') || ' count'
END AS counters
FROM evidence e JOIN sources s ON e.witness_source_id = s.source_id LEFT JOIN secondhand o ON s.source_id = o.source_id
WHERE e.table_name = 'act_groups' AND e.column_name = 'n_subpoenas' AND e.stance IN ('supports', 'broader')
GROUP BY e.row_id;

--- relation twin
-- One row is an act of which it is not known whether it is one with another.
CREATE OR REPLACE VIEW twin AS
SELECT act_id, 'this may be the same act as ' || string_agg(other, ' or ' ORDER BY other) AS words
FROM (
    SELECT row_id AS act_id, other_row_id AS other FROM may_be_same WHERE table_name = 'acts'
    UNION SELECT other_row_id, row_id FROM may_be_same WHERE table_name = 'acts'
)
GROUP BY act_id;

--- relation looked
-- One row is an act: why no number of subpoenas is given, and the last day on which something about it was looked for.
CREATE OR REPLACE VIEW looked AS
SELECT b.row_id AS act_id, max(b.reason::VARCHAR) FILTER (b.column_name = 'n_subpoenas') AS why_no_number, max(s.searched_on) AS searched
FROM absences b LEFT JOIN searches s ON b.search_id = s.search_id WHERE b.table_name = 'acts'
GROUP BY b.row_id;
