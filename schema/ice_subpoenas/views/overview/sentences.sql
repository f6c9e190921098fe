-- The lines of an act put together: words, day and court, then the notes in parentheses; and of these the cells.

--- relation clause
-- One row is a line in words, and what is to be said in parentheses; `bare` and its remark are for the sentence in short, without day and
-- court, where who answered is its subject. A day with its year is followed by a comma inside a sentence.
CREATE OR REPLACE VIEW clause AS
SELECT act_id, line, code, event_id,
    in_words AS bare,
    concat_ws('; ', part_of_all, CASE WHEN answerer_inferred IS NOT NULL THEN 'by whom is a reader’s inference' END, condition,
        regexp_replace(mark, '(the|that) (answer|step|outcome)( and this number)? (is|are) a reader’s', 'a reader’s'), coalesce(retold_by, named_by)) AS bare_remark, answerer,
    rtrim(replace(replace(replace(replace(replace(words,
        '#', coalesce(court, 'an unnamed court') || CASE WHEN court_remark LIKE 'only%' AND retold_by IS NOT NULL THEN '' ELSE coalesce(' (' || court_remark || ')', '') END),
        '@@', '@'), '@ ', CASE WHEN day_words SIMILAR TO '.*[0-9], [0-9]{4}' THEN day_words || ', ' ELSE ltrim(day_words || ' ') END), '@', day_words),
        '~', coalesce(summary, '')), ', ') AS told,
    concat_ws('; ', part_of_all, not_stated, preliminary, directed, who_answered, condition, after_ruling, split, ruling, mark,
        CASE WHEN line IN ('sent', 'response', 'enforcement', 'outcome') THEN elsewhere END, CASE WHEN line = 'sent' THEN account WHEN retold_by IS NULL THEN retold END,
        CASE WHEN is_coming THEN 'whether it was sent or received then is not clear' END,
        'the day is ' || day_inferred,
        CASE
            WHEN retold_by IS NOT NULL THEN retold_by
            WHEN named_by IS NOT NULL THEN named_by
            WHEN who = 'only a tracker' THEN 'only a tracker says so'
            WHEN who = 'one account' AND is_split THEN CASE WHEN split = 'sources disagree on the day' THEN 'this one' ELSE 'what stands here' END || ' rests on one account'
        END,
        CASE code WHEN 'petition_filed' THEN 'no ruling was found' END) AS remark, ruled
FROM noted;

--- relation remarked
-- One row is a line in words with its notes, whole and in short.
CREATE OR REPLACE VIEW remarked AS
SELECT act_id, line, code, event_id, ruled, answerer, told, told || CASE WHEN remark = '' OR told = '' THEN '' ELSE ' (' || remark || ')' END AS whole,
    bare || CASE WHEN bare_remark = '' THEN '' ELSE ' (' || bare_remark || ')' END AS short
FROM clause;

--- relation said
-- One row is an act: its cells `day`, `answer`, `court` and `outcome`.
CREATE OR REPLACE VIEW said AS
WITH apart AS ( -- an act's lines side by side
    SELECT act_id, max(told) FILTER (line = 'sent') AS day, max(whole) FILTER (line = 'sent') AS marked_day, max(told) FILTER (line = 'maybe') AS maybe,
        max(whole) FILTER (line = 'response') AS response, max(code) FILTER (line = 'response') AS response_code, max(whole) FILTER (line = 'turned') AS turned,
        max(whole) FILTER (line = 'turned_first') AS turned_first, max(ruled) FILTER (line = 'enforcement') AS ruled,
        max(whole) FILTER (line = 'unclear') AS unclear, max(code) FILTER (line = 'unclear') AS unclear_code,
        max(whole) FILTER (line = 'enforcement') AS enforcement, string_agg(whole, '; ' ORDER BY whole) FILTER (line = 'after') AS after,
        max(whole) FILTER (line = 'outcome') AS outcome, string_agg(whole, '; ' ORDER BY whole) FILTER (line = 'added') AS added,
        max(whole) FILTER (line = 'since') AS since
    FROM remarked GROUP BY act_id
)
SELECT act_id, day, marked_day, maybe,
    response || coalesce('; ' || added, '') || CASE
        WHEN response_code = 'under_review' OR unclear_code LIKE '%review' THEN coalesce('; ' || unclear, '') ELSE '' END
        || coalesce('; earlier: ' || turned, '') || coalesce('; before that: ' || turned_first, '')
        || CASE response_code WHEN 'under_review' THEN '; no later yes or no was found' ELSE '' END AS answer,
    enforcement || coalesce('; after the ruling: ' || after, '') || coalesce('. ' || ruled, '') AS court,
    outcome || coalesce('; ' || added, '') || coalesce('; ' || since, '') AS ended
FROM apart;
