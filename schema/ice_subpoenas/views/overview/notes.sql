-- What stands in parentheses after a line: who answered, what a ruling says, on whose word it rests, where sources disagree.

--- relation actor
-- One row is an answer, in words or by producing, that somebody other than the recipient gave, or of which a reader inferred who gave it:
-- how that body or person is called, null for the recipient, and whether a reader inferred who it was. A person is named only in a public role.
CREATE OR REPLACE VIEW actor AS
SELECT e.act_id, e.event_id, CASE WHEN e.by_another THEN coalesce(g.called, CASE
        WHEN p.naming_decision <> 'public_role' OR p.name IS NULL THEN coalesce(lower(p.described_as[1]) || p.described_as[2:], p.title)
        WHEN p.title IS NULL THEN p.name
        WHEN regexp_matches(p.title, '^[A-Z]') THEN p.title || ' ' || p.name
        ELSE p.name || ', ' || p.title
    END) END AS answerer, i.rests_on, 'who answered: ' || CASE WHEN e.by_another THEN regexp_replace(answerer, '^the ', '') ELSE 'the recipient' END || coalesce(', by ' || i.rests_on, '') AS words
FROM event e
LEFT JOIN body g ON e.actor_agency_id = g.agency_id
LEFT JOIN individuals_referenced p ON e.actor_individual_id = p.individual_id
LEFT JOIN reasoned i ON i.table_name = 'events' AND i.row_id = e.event_id AND i.column_name = CASE WHEN g.agency_id IS NULL THEN 'actor_individual_id' ELSE 'actor_agency_id' END
WHERE e.kind IN ('response', 'production') AND (e.by_another OR i.row_id IS NOT NULL);

--- relation context
-- One row is an event on an act: whether a ruling is preliminary, whom it binds, if not the recipient, and what it then says; who
-- answered, and on what condition; of how many subpoenas it tells.
CREATE OR REPLACE VIEW context AS
SELECT e.act_id, e.event_id, w.words AS who_answered, w.answerer, w.rests_on AS answerer_inferred, c.part_of_all, c.is_number_inferred, c.not_stated,
    rtrim(CASE WHEN regexp_matches(e.summary, '^(A|An|The) ') THEN lower(e.summary[1]) || e.summary[2:] ELSE e.summary END, '.') AS summary,
    CASE WHEN p.event_id IS NOT NULL THEN 'a preliminary ruling' END AS preliminary,
    'directed at the ' || g.name || ' and not at the recipient' AS directed, CASE WHEN g.name IS NOT NULL THEN e.summary END AS ruled,
    nullif(i.words, '') AS condition, CASE WHEN o.event_id IS NOT NULL THEN 'after a court ordered compliance' END AS after_ruling
FROM event e
LEFT JOIN covered c ON e.act_id = c.act_id AND e.event_id = c.event_id
LEFT JOIN preliminary p ON e.event_id = p.event_id
LEFT JOIN conditions i ON e.event_id = i.event_id
LEFT JOIN agencies g ON e.kind = 'order' AND e.binds_another AND g.agency_id = e.binds_agency_id
LEFT JOIN actor w ON e.act_id = w.act_id AND e.event_id = w.event_id
LEFT JOIN event o ON e.kind = 'response' AND e.act_id = o.act_id AND e.after_event_id = o.event_id AND o.kind = 'order' AND o.decides = 'enforcement' AND o.result LIKE 'granted%';

--- relation noted
-- One row is a line with all that is to be noted on it. Each answer says who gave it if that is not the recipient; one before it that the recipient itself gave says that. `mark` is on what else than a source's own word it rests.
CREATE OR REPLACE VIEW noted AS
SELECT w.*, d.who, coalesce(d.is_split, false) AS is_split, 'sources disagree on ' || d.split AS split, x.summary, x.ruled,
    x.part_of_all || CASE WHEN x.is_number_inferred AND NOT coalesce(d.is_reasoned, false) THEN ', by a reader’s inference' ELSE '' END AS part_of_all,
    x.not_stated, x.preliminary, x.directed, x.condition, x.after_ruling,
    coalesce(x.who_answered, CASE WHEN w.line LIKE 'turned%' AND h.answerer IS NOT NULL THEN 'who answered: the recipient' END) AS who_answered,
    x.answerer, x.answerer_inferred,
    u.name AS court, u.remark AS court_remark, r.words AS ruling, y.elsewhere, y.account, y.retold,
    CASE WHEN w.line <> 'sent' THEN i.rests_on END AS day_inferred,
    w.line = 'sent' AND a.is_coming AS is_coming,
    CASE WHEN NOT w.is_witnessed OR d.is_unseen THEN coalesce(CASE WHEN d.is_unseen THEN d.who END, 'only ' || k.who, 'only copies or retellings') || ' say so' END AS retold_by,
    'only ' || z.who || ' say that it was on this body' AS named_by,
    CASE WHEN w.line IN ('sent', 'suit', 'suit_ended', 'response', 'turned', 'turned_first', 'enforcement', 'outcome', 'added') THEN nullif(concat_ws('; ',
        CASE WHEN b.row_id IS NULL THEN o.words ELSE 'the person who reported it said “I believe”' END, CASE
            WHEN d.is_reasoned THEN coalesce(CASE w.line WHEN 'response' THEN 'the answer' WHEN 'turned' THEN 'that answer' WHEN 'turned_first' THEN 'that answer' WHEN 'enforcement' THEN 'the step' WHEN 'outcome' THEN 'the outcome' END
                || CASE WHEN x.is_number_inferred THEN ' and this number are ' ELSE ' is ' END, '') || 'a reader’s inference'
        END, d.in_words), '') END AS mark
FROM worded w
LEFT JOIN doubt d ON w.act_id = d.act_id AND w.line = d.line
LEFT JOIN believed b ON w.table_name = b.table_name AND w.row_id = b.row_id
LEFT JOIN one_sided o ON w.event_id = o.event_id
LEFT JOIN reasoned i ON w.table_name = i.table_name AND w.row_id = i.row_id AND w.day_column = i.column_name
LEFT JOIN day_doubts y ON w.table_name = y.table_name AND w.row_id = y.row_id AND w.day_column = y.column_name
LEFT JOIN context x ON w.act_id = x.act_id AND w.event_id = x.event_id
LEFT JOIN court u ON w.event_id = u.event_id
JOIN act a ON w.act_id = a.act_id
LEFT JOIN actor h ON h.act_id = w.act_id AND h.event_id = a.response_event_id
LEFT JOIN ruling r ON w.event_id = r.event_id AND w.line = 'enforcement'
LEFT JOIN not_named z ON w.act_id = z.act_id AND w.event_id = z.event_id
LEFT JOIN unseen k ON k.table_name = 'events' AND k.row_id = w.event_id AND k.column_name = 'kind';
