-- The marks of the first sentence on an act: how well what it tells is known. The sentence in short has them, and so has the page of an act.

--- relation marked
-- One row is a mark of the first sentence on an act, with its place among the others.
CREATE OR REPLACE VIEW marked AS
SELECT a.act_id, 0 AS place, 'only ' || CASE WHEN NOT t.is_one_page THEN coalesce(u.who, 'copies or retellings') || ' say so' WHEN u.who LIKE 'pages%' THEN 'one page of unknown standing says so' ELSE 'one page that retells others says so' END AS words
FROM act a LEFT JOIN teller t ON a.act_id = t.act_id
LEFT JOIN unseen u ON u.table_name = 'acts' AND u.row_id = a.act_id AND u.column_name = 'recipient_agency_id'
WHERE NOT a.is_witnessed
UNION ALL SELECT act_id, 1, words FROM twin
UNION ALL SELECT act_id, 2, 'this may be a paper that should not be counted' FROM act WHERE scope_is_doubted
UNION ALL SELECT act_id, 3, maybe FROM said WHERE maybe IS NOT NULL
UNION ALL
SELECT r.act_id, 3 + row_number() OVER (PARTITION BY r.act_id ORDER BY how DESC),
    words || CASE WHEN how LIKE '%inferred' AND c.act_id IS NOT NULL THEN ', without which this act would not be counted' ELSE '' END
FROM rested r LEFT JOIN (SELECT DISTINCT act_id FROM counted_by_reasoning) c ON r.act_id = c.act_id WHERE r.is_mark
UNION ALL SELECT act_id, 10, 'the day is ' || account FROM noted WHERE line = 'sent' AND account IS NOT NULL
UNION ALL SELECT act_id, 11, elsewhere FROM noted WHERE line = 'sent' AND elsewhere IS NOT NULL;

--- relation marks
-- One row is an act: the marks of its first sentence, in order; `short` leaves out those that stand in the cell of the day, and says where
-- to read on.
CREATE OR REPLACE VIEW marks AS
SELECT act_id, list(words ORDER BY place) AS marks,
    list(in_few || CASE place WHEN 2 THEN ' (see the note in the sheet `codes`)' ELSE '' END ORDER BY place) FILTER (place < 10 AND in_few <> 'sources disagree on ') AS short
FROM (
    SELECT *, regexp_replace(regexp_replace(replace(words, 'the days of service and issue', 'the day'), '(, | and )the day of issue|the day of issue(, | and |$)', ''),
        '(, )?the number of subpoenas and the number of people', CASE WHEN words LIKE '%, the number of s%' THEN ' and ' ELSE '' END || 'the numbers') AS in_few
    FROM marked
) GROUP BY act_id;
