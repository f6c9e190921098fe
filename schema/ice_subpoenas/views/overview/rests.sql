-- On what sources disagree, what a reader inferred, what rests on one source or on copies.

--- relation rested
-- One row is what is known equally well of an act, in words: what its first sentence tells where sources disagree or a reader inferred
-- it, who sent it, the kind, the day and the numbers where few say so, all that rests on one source. `is_mark` is what is a mark of that
-- sentence.
CREATE OR REPLACE VIEW rested AS
WITH named_line AS (
    SELECT * FROM (VALUES
        (0, 'recipient', 'the recipient'), (1, 'sender', 'who sent it'), (2, 'paper', 'the kind of subpoena'), (3, 'sent', 'the day'),
        (4, 'subpoenas', 'the number of subpoenas'), (5, 'persons', 'the number of people'),
        (6, 'response', 'the answer'), (7, 'turned', 'the earlier answer'), (8, 'turned_first', 'the first answer'), (9, 'enforcement', 'the court matter'), (10, 'outcome', 'the outcome')
    ) l(i, line, what)
), known AS (
    SELECT d.act_id, l.i, l.what, d.split, d.is_less_exact, d.line = 'enforcement' AND t.event_id IS NOT NULL AS is_ruling_told, a.enforcement_status LIKE '%in_part' AS is_in_part, unnest([
        CASE WHEN d.split IS NOT NULL AND i < 6 THEN 'sources disagree' END,
        CASE WHEN d.is_reasoned AND i < 6 THEN 'a reader inferred' END,
        CASE WHEN i < 6 THEN regexp_replace(d.in_words, 'so in words$', 'in words') END,
        CASE
            WHEN d.line = 'outcome' AND a.outcome_event_id = a.response_event_id OR i = 0 OR (i < 4 OR i < 6 AND p.is_one_page) AND NOT a.is_witnessed AND d.is_unseen OR i < 3 AND NOT d.is_unseen THEN NULL
            WHEN d.who = 'one account' THEN CASE WHEN NOT (d.is_split AND i > 5) THEN d.who END
            WHEN d.is_unseen THEN CASE WHEN i > 5 THEN NULL WHEN NOT d.is_one_source THEN d.who[6:] || ' alone' WHEN d.who LIKE '%copies%' THEN 'one copy or retelling' ELSE 'one page of unknown standing' END
            WHEN d.who = 'only a tracker' THEN 'a tracker alone'
        END
    ]) AS how
    FROM doubt d JOIN act a ON d.act_id = a.act_id JOIN named_line l ON d.line = l.line
    LEFT JOIN teller p ON d.act_id = p.act_id
    LEFT JOIN well_told t ON a.enforcement_event_id = t.event_id
), listed AS (
    SELECT act_id, how, i < 6 AND how <> 'one account' AS is_mark, list(CASE
        WHEN how = 'one account' AND is_ruling_told THEN CASE WHEN is_in_part THEN 'how far the ruling goes' ELSE 'what was ruled' END
        WHEN i = 1 AND is_less_exact THEN 'who exactly sent it' WHEN i = 3 AND how = 'sources disagree' THEN split ELSE what
    END ORDER BY i) AS what
    FROM known WHERE how IS NOT NULL GROUP BY act_id, how, is_mark
    UNION ALL SELECT act_id, 'somebody’s belief gives', true, ['the day'] FROM act JOIN believed b ON b.table_name = 'acts' AND b.row_id = act_id
), joined AS (
    SELECT act_id, how, is_mark, len(what) > 1 AS is_several, CASE WHEN len(what) = 1 THEN what[1] ELSE array_to_string(what[:-2], ', ') || ' and ' || what[-1] END AS what
    FROM listed
)
SELECT act_id, how, is_mark, CASE
    WHEN how LIKE 'one %' OR how LIKE '% alone' THEN what || CASE WHEN is_several THEN ' rest on ' ELSE ' rests on ' END || how || CASE WHEN is_several AND how LIKE 'one %' THEN ' each' ELSE '' END
    ELSE how || CASE WHEN how LIKE '%disagree' THEN ' on ' ELSE ' ' END || what
END AS words
FROM joined;

--- relation alone
-- One row is an act: whether no witness tells of it, and what of it rests on one account, or on a tracker alone, in few words.
CREATE OR REPLACE VIEW alone AS
WITH part AS (
    SELECT act_id, string_agg(regexp_replace(regexp_replace(words, '(^|, | and )the ', '\1', 'g'), 'number of subpoenas(,| and) number of people', 'numbers'), '; ' ORDER BY how DESC) AS words
    FROM rested WHERE NOT is_mark GROUP BY act_id
)
SELECT act_id, concat_ws('; ', CASE WHEN NOT a.is_witnessed THEN 'no witness tells of the act' || CASE WHEN t.is_one_page THEN ', only one page' ELSE '' END END, p.words) AS words
FROM act a LEFT JOIN teller t USING (act_id) LEFT JOIN part p USING (act_id)
WHERE NOT a.is_witnessed OR p.words IS NOT NULL;
