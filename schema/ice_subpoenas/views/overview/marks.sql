-- The marks of the first sentence on an act: how well what it tells is known. The sentence in short has them, and so has the page of an act.

--- relation marked
-- One row is a mark of the first sentence on an act, with its place among the others.
CREATE OR REPLACE VIEW marked AS
SELECT a.act_id, 0 AS place, 'only ' || CASE WHEN t.is_one_page THEN 'one page that retells others says so' ELSE 'copies or retellings say so' END AS words
FROM act a LEFT JOIN teller t ON a.act_id = t.act_id WHERE NOT a.is_witnessed
UNION ALL SELECT act_id, 1, words FROM twin
UNION ALL SELECT act_id, 2, 'this may be a paper that should not be counted (the note on the act says why)' FROM act WHERE scope_is_doubted
UNION ALL SELECT act_id, 3, maybe FROM said WHERE maybe IS NOT NULL
UNION ALL
SELECT r.act_id, 3 + row_number() OVER (PARTITION BY r.act_id ORDER BY how DESC),
    words || CASE WHEN how LIKE '%inferred' AND c.act_id IS NOT NULL THEN '; without that inference this act would not be counted' ELSE '' END
FROM rested r LEFT JOIN counted_by_reasoning c ON r.act_id = c.act_id WHERE r.is_mark
UNION ALL SELECT act_id, 10, 'the day is ' || account FROM noted WHERE line = 'sent' AND account IS NOT NULL
UNION ALL SELECT act_id, 11, elsewhere FROM noted WHERE line = 'sent' AND elsewhere IS NOT NULL;

--- relation marks
-- One row is an act: the marks of its first sentence, in order.
CREATE OR REPLACE VIEW marks AS
SELECT act_id, list(words ORDER BY place) AS marks FROM marked GROUP BY act_id;
