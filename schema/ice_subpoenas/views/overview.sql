--- view overview
-- row: An act of issuing or serving subpoenas, for people who want the answer: one row, plain words.
-- warning: Not a census: only what the sources of this dataset report.
-- key: act
-- with: doubts.inferred, doubts.believed, doubts.body, doubts.day_doubts, doubts.preliminary, doubts.court, doubts.unread, doubts.dispute, doubts.conditions
-- - act VARCHAR: The act: the key of `acts`.
-- - government VARCHAR: The state or local government that the recipient belongs to. What `answer`
--   and `outcome` say, they say of the recipient. Words: jurisdictions.name
-- - state VARCHAR: USPS code of the state. Words: jurisdictions.state
-- - kind VARCHAR: Kind of government: state, county, city or district. Words: jurisdictions.kind
-- - geo_id VARCHAR: GEO_ID of the Census Bureau, to join its tables; of a city that is also a
--   county, such as Denver, that of the county. Words: jurisdictions.geoid
-- - recipient VARCHAR: The body that received it; `in_short` says where sources disagree on it.
--   Words: acts.recipient_agency_id
-- - issued_by VARCHAR: The body that issued it; `in_short` says where a reader inferred it.
--   Words: acts.issuing_agency_id
-- - day VARCHAR: The day in words, with notes in brackets on how well it is known (see `answer`).
--   Words: acts.served, acts.issued
-- - day_is VARCHAR: What the day is: `served`, `issued` or `by` (sent by that day). Words: acts.served, acts.issued
-- - day_earliest DATE: Earliest day that is possible. Words: acts.served, acts.issued
-- - day_latest DATE: Latest day that is possible. Words: acts.served, acts.issued
-- - subpoenas INTEGER: How many subpoenas; empty if no source gives a number for this act alone, or
--   if sources disagree and nothing settles it (sheet `empty cells`, or table `absences`). `in_short`
--   says how well the number is known. Do not add up this column: see the sheet or view `counts`,
--   which also counts subpoenas for which sources give only a joint number. Words: acts.n_subpoenas
-- - persons INTEGER: How many people the subpoenas ask about; empty for the same reasons as
--   `subpoenas`. Do not add up this column: see `counts`. Words: acts.n_persons
-- - asked_for VARCHAR: What was asked for, joined by semicolons. What stands behind `only copies or
--   retellings name:` is named by no other source. Words: information_sought.kind
-- - answer VARCHAR: The recipient's last answer, with its day; empty if no answer was found. If an
--   earlier answer said the contrary, or more, the last such answer follows, one that a witness
--   reports if there is one. The first word tells the kind: `agreed`, `answered`, `complied`, `gave`
--   (how much is not known), `partly`
--   (complied), `intended` (to comply in part), `refused`, `said` (that it could not) or `was`
--   (reviewing, by the last clear answer). If nobody knows which of two answers came first, the one
--   that tells less stands beside the other: that the recipient was reviewing, or an answer that is
--   neither a yes nor a no. A note in brackets is about the words right before it. It says who answered, or
--   produced, if not the recipient; how many of the subpoenas they cover, if not all or not stated;
--   whether sources disagree; whether somebody told it as a belief; whether a reader inferred it from
--   the words; whether it holds for the time being, or unless a court decides otherwise, or awaits a
--   court; that it was, or may have been, a mistake; and whether only a tracker, or only copies and
--   retellings, say so, or tell when. A copy prints what another printed, and a retelling reports
--   what others reported. `By ICE’s account`, or `by` somebody `’s own account`, means that every
--   source has it from that side: from its own paper or, of what was given or not, because it said
--   so. What a side does by saying it, such as a refusal, needs no such mark. The end of `in_short`
--   lists what rests on one account, or on copies or retellings alone. Words: acts.response_status
-- - court VARCHAR: The last step in court that orders or forbids compliance, or asks for either, with
--   the court and the day. If there is none, another court matter; empty if none was found. A note
--   says whether a ruling is preliminary, by the words of a source. If it binds somebody other than
--   the recipient, it is said whom, and what was ruled. What was reported of an appeal or of
--   compliance after the ruling follows it. Other rulings, such as those in other suits, are on the page of the act. Notes in brackets as in
--   `answer`. Words: acts.enforcement_status
-- - outcome VARCHAR: How it ended or last stood, with the day; empty if that was not found. If it
--   had not been produced by then, the last statement after that day follows, if there is one. Notes in
--   brackets as in `answer`. Words: acts.outcome
-- - in_short VARCHAR: The act in a sentence, without what the other cells say better: which other
--   act it may be the same as, what was not found, what rests on one account (sources that depend on
--   one another are one) or on copies or retellings alone, and the day of the last search.
-- - sources VARCHAR: Addresses of the sources that give the values of the row, joined by
--   semicolons; copies and retellings last. The sheet `sources of acts`, or the view `act_sources`,
--   says who published each. The page of the act lists all sources that report it.
WITH act AS (
    SELECT *, coalesce(served_edtf, issued_edtf) AS sent_edtf,
        CASE WHEN served_edtf IS NOT NULL THEN served_earliest ELSE issued_earliest END AS sent_earliest,
        CASE WHEN served_edtf IS NOT NULL THEN served_latest ELSE issued_latest END AS sent_latest
    FROM acts WHERE in_scope
), event AS (
    SELECT ea.act_id, v.*, coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day, coalesce(v.occurred_latest, v.known_by) AS last_day,
        v.binds_agency_id IS NOT NULL AND v.binds_agency_id <> a.recipient_agency_id AS binds_another,
        coalesce(v.actor_agency_id, p.affiliation_agency_id, '') <> a.recipient_agency_id AS by_another
    FROM event_acts ea JOIN events v ON ea.event_id = v.event_id JOIN act a ON ea.act_id = a.act_id
    LEFT JOIN individuals_referenced p ON v.actor_individual_id = p.individual_id
    WHERE v.part_of IS NULL
), turned AS ( -- the contrary answer before the present one
    SELECT t.act_id, 'turned' AS line, CASE e.result WHEN 'declined' THEN 'refused' ELSE e.result END AS code, e.day, e.is_witnessed, e.event_id
    FROM events_in_overview t JOIN event e ON t.act_id = e.act_id AND t.event_id = e.event_id WHERE t.is_earlier
), other AS ( -- what is on record where a line has no status: an answer of an unknown kind or extent, another court matter
    SELECT a.act_id, CASE t.column_name WHEN 'answer' THEN 'response' ELSE 'enforcement' END AS line,
        CASE e.kind WHEN 'response' THEN 'answered' WHEN 'production' THEN 'gave' WHEN 'suit' THEN 'sued' ELSE 'heard' END AS code, e.day, e.is_witnessed, e.event_id
    FROM act a
    JOIN events_in_overview t ON a.act_id = t.act_id AND NOT t.is_earlier
        AND (t.column_name = 'answer' AND a.response_status IS NULL OR t.column_name = 'court' AND a.enforcement_status IS NULL)
    JOIN event e ON t.act_id = e.act_id AND t.event_id = e.event_id
), stands AS ( -- a day for each act and line
    SELECT act_id, 'sent' AS line, 'sent' AS code, sent_edtf AS day, true AS is_witnessed, NULL AS event_id FROM act
    UNION ALL SELECT act_id, 'response', response_status::VARCHAR, response_as_of, response_is_witnessed, response_event_id FROM act WHERE response_status IS NOT NULL
    UNION ALL
    SELECT a.act_id, 'enforcement', CASE WHEN coalesce(e.binds_another, false) AND enforcement_status = 'enjoined_in_part' THEN 'enjoined_another' ELSE enforcement_status::VARCHAR END,
        enforcement_as_of, enforcement_is_witnessed, enforcement_event_id
    FROM act a LEFT JOIN event e ON a.act_id = e.act_id AND a.enforcement_event_id = e.event_id WHERE enforcement_status IS NOT NULL
    UNION ALL
    SELECT act_id, 'outcome', CASE WHEN outcome = 'not_produced' AND response_status = 'unable' AND outcome_event_id = response_event_id THEN 'not_possible' ELSE outcome::VARCHAR END,
        outcome_as_of, outcome_is_witnessed, outcome_event_id
    FROM act WHERE outcome IS NOT NULL
    UNION ALL FROM turned
    UNION ALL -- a review that may be later than the answer
    SELECT a.act_id, 'unclear', CASE WHEN e.by_another THEN 'review' ELSE 'own_review' END, e.day, e.is_witnessed, e.event_id
    FROM act a JOIN event e ON a.act_id = e.act_id AND e.kind = 'response' AND e.result = 'reviewing'
    JOIN events l ON a.response_event_id = l.event_id AND l.kind = 'response' AND l.after_event_id IS DISTINCT FROM e.event_id
        AND coalesce(e.last_day > coalesce(l.occurred_latest, l.known_by), true) AND a.response_status <> 'under_review'
    QUALIFY row_number() OVER (PARTITION BY a.act_id ORDER BY e.last_day DESC, e.event_id) = 1
    UNION ALL -- an answer of an unknown kind to what was being reviewed, which is later or may be
    SELECT a.act_id, 'unclear', CASE WHEN e.occurred_earliest > coalesce(l.occurred_latest, l.known_by) OR e.after_event_id = l.event_id THEN 'unclear' ELSE 'undated' END,
        e.day, e.is_witnessed, e.event_id
    FROM act a JOIN event e ON a.act_id = e.act_id AND e.kind = 'response' AND e.result IS NULL
    JOIN events l ON a.response_event_id = l.event_id AND e.last_day > coalesce(l.occurred_latest, l.known_by)
    WHERE a.response_status = 'under_review' QUALIFY row_number() OVER (PARTITION BY a.act_id ORDER BY e.last_day DESC, e.event_id) = 1
    UNION ALL -- what somebody says of it later than the day on which nothing had been produced
    SELECT a.act_id, 'since', 'since', e.day, e.is_witnessed, e.event_id
    FROM act a JOIN event e ON a.act_id = e.act_id AND e.kind IN ('statement', 'report')
    JOIN events l ON a.outcome_event_id = l.event_id AND e.occurred_earliest > coalesce(l.occurred_latest, l.known_by)
    WHERE a.outcome = 'not_produced' QUALIFY row_number() OVER (PARTITION BY a.act_id ORDER BY e.occurred_earliest DESC, e.event_id) = 1
    UNION ALL -- what was reported of an appeal or of compliance after the ruling
    SELECT a.act_id, 'after', 'after', e.day, e.is_witnessed, e.event_id
    FROM act a JOIN event e ON a.act_id = e.act_id AND e.kind IN ('no_appeal', 'report') AND e.after_event_id = a.enforcement_event_id
    UNION ALL -- a sending that may be one more, or one of those that are counted
    SELECT e.act_id, 'maybe', 'maybe', e.day, e.is_witnessed, NULL FROM event e
    JOIN may_be_same m ON m.table_name = 'events' AND m.other_row_id = e.event_id AND m.row_id IN (SELECT event_id FROM event WHERE kind IN ('issued', 'served'))
    WHERE e.kind IN ('issued', 'served') QUALIFY row_number() OVER (PARTITION BY e.act_id ORDER BY e.event_id) = 1
    UNION ALL FROM other
), meaning AS ( -- the day stands for @, the court for #; @@ is a day on which it stood so
    SELECT * FROM (VALUES
        ('under_review', 'was reviewing, or would review, @@'), ('agreed', 'agreed @ to comply'), ('agreed_in_part', 'intended @ to comply in part'), ('refused', 'refused @'),
        ('unable', 'said @ that it could not comply'), ('partial', 'partly complied @'), ('complied', 'complied @'),
        ('answered', 'answered @, but how is not known'), ('gave', 'gave information @, but how much is not known'),
        ('threatened', 'the government said @ that it would go to court if need be'),
        ('petition_filed', 'the government asked # @ to order compliance'),
        ('ordered', '# ordered compliance @'), ('ordered_in_part', '# ordered compliance in part @'),
        ('denied', '# did not order compliance, or undid its order, @'), ('stayed', '# suspended its order to comply @'),
        ('quashed', '# set it aside @'), ('enjoined', '# forbade compliance @'),
        ('enjoined_in_part', '# forbade compliance in part @'),
        ('enjoined_another', '# forbade & @ to take part in compliance'),
        ('sued', 'a lawsuit about it was filed in # @'), ('heard', '# had the matter before it @@'),
        ('produced', 'the information was produced @'), ('produced_in_part', 'part of the information was produced @'),
        ('not_produced', 'the information had not been produced @@'), ('not_possible', 'it could not be produced, as the recipient said @'),
        ('unclear', 'a later answer that is neither a yes nor a no was given @'),
        ('undated', 'an answer that is neither a yes nor a no, before or after that, was given @'), ('review', 'before or after that, it was reviewing, or would review, @@'),
        ('own_review', 'before or after that, the recipient itself was reviewing, or would review, @@'), ('after', '~'), ('since', 'a later statement, made @: ~'),
        ('appeal_pending', 'an appeal was pending @@'),
        ('withdrawn', 'it was withdrawn @'), ('sent', '@'),
        ('maybe', 'a subpoena that is told of @ may be one of these or one more')
    ) m(code, words)
), bounded AS ( -- nothing happens before the act itself: what is known up to a day only is said so
    SELECT t.*, m.words, m.words LIKE '%@@%' AS is_state,
        CASE
            WHEN line = 'sent' OR NOT regexp_matches(day, '^\[[0-9-]+\.\.[0-9-]+\]$') OR day[2:11] > a.sent_earliest::VARCHAR THEN day
            WHEN m.words NOT LIKE '%@@%' THEN '[..' || split_part(day, '..', 2)
            WHEN right(day, 11)[:-2] > a.sent_earliest::VARCHAR THEN '[' || a.sent_earliest || '..' || split_part(day, '..', 2)
            ELSE day
        END AS edtf
    FROM stands t JOIN act a ON t.act_id = a.act_id JOIN meaning m ON t.code = m.code
), piece AS ( -- an EDTF string in its parts
    SELECT value, string_split(replace(trim(value, '[]'), '..', ','), ',') AS parts,
        CASE
            WHEN value LIKE '[..%' THEN 'until' WHEN value LIKE '%..]' THEN 'since'
            WHEN value LIKE '%,%' THEN 'either' WHEN value LIKE '%..%' THEN 'between' ELSE 'one'
        END AS form
    FROM (SELECT DISTINCT edtf AS value FROM bounded WHERE edtf IS NOT NULL)
), weekly AS ( -- three or more days a week apart
    SELECT value FROM (SELECT value, unnest(parts) AS part, generate_subscripts(parts, 1) AS i FROM piece WHERE form = 'either')
    GROUP BY value HAVING count(*) > 2 AND min(length(part)) = 10 AND count(DISTINCT try_cast(part AS DATE) - (7 * i)::INTEGER) = 1
), bounds AS ( -- such days as bounds with their weekday
    SELECT p.value, CASE WHEN w.value IS NULL THEN p.parts ELSE [p.parts[1], p.parts[-1]] END AS parts, CASE WHEN w.value IS NULL THEN p.form ELSE 'between' END AS form,
        CASE WHEN w.value IS NULL THEN '' ELSE 'on a ' || strftime(p.parts[1]::DATE, '%A ') END AS weekday
    FROM piece p LEFT JOIN weekly w ON p.value = w.value
), whole AS ( -- bounds that are whole months, or whole years, as such
    SELECT * EXCLUDE (parts),
        CASE
            WHEN form = 'until' AND right(parts[2], 6) = '-12-31' THEN ['', parts[2][1:4]]
            WHEN form = 'until' AND length(parts[2]) = 10 AND last_day(parts[2]::DATE)::VARCHAR = parts[2] THEN ['', parts[2][1:7]]
            WHEN form <> 'between' OR length(parts[1]) < 10 OR length(parts[2]) < 10 OR right(parts[1], 2) <> '01'
                OR last_day(parts[2]::DATE)::VARCHAR <> parts[2] THEN parts
            WHEN parts[1][6:7] = '01' AND parts[2][6:7] = '12' THEN [parts[1][1:4], parts[2][1:4]]
            ELSE [parts[1][1:7], parts[2][1:7]]
        END AS parts
    FROM bounds
), part AS (
    SELECT value, form, weekday, i, part, lag(part) OVER w AS before, lead(part) OVER w AS after
    FROM (SELECT value, form, weekday, unnest(parts) AS part, generate_subscripts(parts, 1) AS i FROM whole)
    WHERE part <> '' WINDOW w AS (PARTITION BY value ORDER BY i)
), shared AS ( -- each part, with the month and year that it shares with its neighbors said once
    SELECT *,
        CASE length(part)
            WHEN 10 THEN CASE WHEN before[1:7] = part[1:7] THEN '' ELSE strftime(part::DATE, '%B ') END || strftime(part::DATE, '%-d')
                || CASE WHEN after[1:4] = part[1:4] THEN '' ELSE strftime(part::DATE, ', %Y') END
            WHEN 7 THEN strftime((part || '-01')::DATE, '%B') || CASE WHEN after[1:4] = part[1:4] THEN '' ELSE ' ' || part[1:4] END
            ELSE part
        END AS said,
        CASE length(part)
            WHEN 4 THEN part::INTEGER - before::INTEGER
            WHEN 7 THEN date_diff('month', (before || '-01')::DATE, (part || '-01')::DATE)
            WHEN 10 THEN date_diff('day', before::DATE, part::DATE)
        END AS apart
    FROM part
), spoken AS (
    SELECT value, form, weekday, list(said ORDER BY i) AS said, max(length(part)) AS size, max(length(part)) < 10 AS is_end, max(apart) AS apart,
        min(part[1:4]) = max(part[1:4]) AS one_year
    FROM shared GROUP BY value, form, weekday
), day_words AS (
    SELECT value,
        CASE
            WHEN form = 'until' THEN 'by ' || CASE WHEN is_end THEN 'the end of ' ELSE '' END || said[1] WHEN form = 'since' THEN 'on or after ' || said[1]
            WHEN form = 'between' AND apart > 1 THEN weekday || 'between ' || said[1] || CASE WHEN size = 10 AND NOT one_year THEN ',' ELSE '' END || ' and ' || said[2]
            ELSE CASE size WHEN 10 THEN 'on ' ELSE 'in ' END || CASE WHEN form = 'between' AND apart = 0 THEN said[2]
                WHEN len(said) = 1 THEN said[1] ELSE array_to_string(said[:-2], ', ') || ' or ' || said[-1] END
        END AS words
    FROM spoken
), worded AS (
    SELECT b.*, CASE
        WHEN NOT b.is_state OR w.words IS NULL THEN coalesce(w.words, '')
        WHEN w.words LIKE 'on %' AND w.words NOT LIKE 'on or %' THEN 'as of ' || w.words[4:]
        WHEN w.words LIKE 'by %' THEN w.words
        ELSE 'as of a day ' || w.words
    END AS day_words
    FROM bounded b LEFT JOIN day_words w ON b.edtf = w.value
), cell AS ( -- the cells that the words of a line, and the numbers, rest on
    SELECT t.act_id, t.line, 'events' AS table_name, t.event_id AS row_id, unnest([CASE WHEN e.result IS NULL THEN 'kind' ELSE 'result' END, 'occurred']) AS column_name
    FROM stands t JOIN events e ON t.event_id = e.event_id
    UNION ALL
    SELECT act_id, unnest(['recipient', 'sent', 'subpoenas', 'persons']), 'acts', act_id,
        unnest(['recipient_agency_id', CASE WHEN served_edtf IS NULL THEN 'issued' ELSE 'served' END, 'n_subpoenas', 'n_persons'])
    FROM act
), reasoned AS ( -- lines of an act that a reader inferred
    SELECT c.act_id, c.line FROM cell c JOIN inferred i ON c.table_name = i.table_name AND c.row_id = i.row_id AND c.column_name = i.column_name WHERE c.table_name = 'acts'
), held AS ( -- what holds a line: how many families of witnesses, and whether all are trackers
    SELECT c.act_id, c.line, count(DISTINCT s.family_id) FILTER (s.is_witness) AS n, count(DISTINCT e.source_id) AS n_sources, coalesce(bool_and(s.standing = 'reference') FILTER (s.is_witness), false) AS is_tracked
    FROM cell c
    JOIN evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND c.column_name = e.column_name AND e.stance IN ('supports', 'broader')
    JOIN sources s ON e.witness_source_id = s.source_id
    WHERE c.column_name <> 'occurred'
    GROUP BY c.act_id, c.line
), split AS ( -- lines on whose cells sources disagree, and on what
    SELECT act_id, line, 'sources disagree on ' || string_agg(what, ' and ' ORDER BY what) AS words FROM (
        SELECT DISTINCT c.act_id, c.line, CASE
            WHEN d.what IS NOT NULL THEN d.what WHEN c.column_name IN ('issued', 'served') THEN 'the day'
            WHEN c.line = 'recipient' THEN 'the recipient' ELSE 'the number'
        END AS what
        FROM cell c JOIN conflicts x ON c.table_name = x.table_name AND c.row_id = x.row_id AND c.column_name = x.column_name
        LEFT JOIN dispute d ON c.table_name = 'events' AND c.row_id = d.event_id AND c.column_name = d.column_name
    ) GROUP BY act_id, line
), doubt AS ( -- how well each line is known; null where several say so and none otherwise
    SELECT coalesce(h.act_id, x.act_id) AS act_id, coalesce(h.line, x.line) AS line, x.line IS NOT NULL AS is_split, x.words AS split, h.n_sources,
        CASE WHEN h.n = 0 THEN 'only copies or retellings' WHEN h.is_tracked THEN 'only a tracker' WHEN h.n = 1 THEN 'one account' END AS who
    FROM held h FULL JOIN split x ON h.act_id = x.act_id AND h.line = x.line
), number AS (
    SELECT * FROM (VALUES (1, 'one'), (2, 'two'), (3, 'three'), (4, 'four'), (5, 'five'), (6, 'six'), (7, 'seven'), (8, 'eight'), (9, 'nine')) n(n, words)
), ruling AS ( -- on how many acts one ruling is, and whether what it says was not read on a court's own paper
    SELECT v.event_id, nullif(concat_ws('; ', CASE WHEN count(DISTINCT a.act_id) > 1 THEN 'one ruling on ' || coalesce(max(n.words), count(DISTINCT a.act_id)::VARCHAR) || ' acts' END,
        CASE WHEN max(v.n_persons) < max(a.n_asked) THEN 'for ' || coalesce(max(p.words), max(v.n_persons)::VARCHAR) || ' of the ' || max(a.n_asked) || ' people' || CASE WHEN count(DISTINCT a.act_id) > 1 THEN ' of these acts together' ELSE '' END END,
        max(u.words)), '') AS unread,
        max(v.n_persons) < max(a.n_asked) AS is_numbered
    FROM events v
    JOIN (SELECT ea.*, count(*) OVER (PARTITION BY event_id) AS n, g.n_persons AS n_asked
        FROM event_acts ea JOIN act ON ea.act_id = act.act_id LEFT JOIN act_groups g ON act.act_group_id = g.act_group_id AND g.kind = 'together') a ON v.event_id = a.event_id
    LEFT JOIN number p ON v.n_persons = p.n
    LEFT JOIN number n ON a.n = n.n
    LEFT JOIN unread u ON v.event_id = u.event_id
    WHERE v.kind = 'order' GROUP BY v.event_id
), unnumbered AS ( -- events of which it is on record that no source says how many of the subpoenas they concern
    SELECT ea.act_id, ea.event_id, 'on how many of the subpoenas is not stated' AS words
    FROM event_acts ea
    JOIN absences b ON b.table_name = 'event_acts' AND b.row_id = ea.event_act_id AND b.column_name = 'n_subpoenas'
    LEFT JOIN ruling r ON ea.event_id = r.event_id
    WHERE NOT coalesce(r.is_numbered, false)
), covered AS ( -- of how many of an act's subpoenas an event tells, where it does not tell of all
    SELECT ea.act_id, ea.event_id, CASE WHEN b.event_id IS NULL THEN 'on ' ELSE 'it was asked about ' END || coalesce(n.words, ea.n_subpoenas::VARCHAR) || ' of the ' || coalesce(m.words, a.n_subpoenas::VARCHAR) || ' subpoenas'
        || CASE WHEN EXISTS (FROM inferred i WHERE i.table_name = 'event_acts' AND i.row_id = ea.event_act_id AND i.column_name = 'n_subpoenas') THEN ', by a reader’s inference' ELSE '' END
        || coalesce('; sources disagree on ' || d.what, '') AS words
    FROM event_acts ea
    JOIN act a ON ea.act_id = a.act_id AND ea.n_subpoenas < a.n_subpoenas
    LEFT JOIN ( -- what had been asked of a court that rules
        SELECT o.event_id, p.act_id, p.n_subpoenas FROM events o JOIN events v ON v.proceeding_id = o.proceeding_id AND v.kind = 'petition'
        JOIN event_acts p ON p.event_id = v.event_id WHERE o.kind = 'order'
    ) b ON b.event_id = ea.event_id AND b.act_id = ea.act_id AND b.n_subpoenas = ea.n_subpoenas
    LEFT JOIN dispute d ON d.event_id = ea.event_id AND d.column_name = 'n_subpoenas'
    LEFT JOIN number n ON ea.n_subpoenas = n.n LEFT JOIN number m ON a.n_subpoenas = m.n
), person AS ( -- people in a sentence; a name only of those in a public role
    SELECT individual_id, CASE
        WHEN naming_decision <> 'public_role' OR name IS NULL THEN coalesce(described_as, title)
        WHEN title IS NULL THEN name
        WHEN regexp_matches(title, '^[A-Z]') THEN title || ' ' || name
        ELSE name || ', ' || title
    END AS called
    FROM individuals_referenced
), actor AS ( -- who answered, in words or by producing, if not the recipient
    SELECT e.act_id, e.event_id, 'who answered: ' || coalesce(CASE WHEN j.kind = 'city' THEN 'city of ' ELSE '' END || g.name, g.name, p.called)
        || CASE WHEN i.row_id IS NULL THEN '' ELSE ', by a reader’s inference' END AS words
    FROM event e
    LEFT JOIN agencies g ON e.actor_agency_id = g.agency_id
    LEFT JOIN jurisdictions j ON g.jurisdiction_id = j.jurisdiction_id AND g.name = j.name
    LEFT JOIN person p ON e.actor_individual_id = p.individual_id
    LEFT JOIN inferred i ON i.table_name = 'events' AND i.row_id = e.event_id AND i.column_name = CASE WHEN g.agency_id IS NULL THEN 'actor_individual_id' ELSE 'actor_agency_id' END
    WHERE e.kind IN ('response', 'production') AND e.by_another
), told_of AS ( -- how many families of witnesses tell of a ruling, be it of a reason that it gives or of a part of it
    SELECT r.event_id, count(DISTINCT s.family_id) AS n
    FROM (
        SELECT event_id, 'events' AS table_name, event_id AS row_id FROM events WHERE kind = 'order'
        UNION ALL SELECT part_of, 'events', event_id FROM events WHERE kind = 'order' AND part_of IS NOT NULL
        UNION ALL SELECT event_id, 'grounds', ground_id FROM grounds WHERE side = 'court' AND event_id IS NOT NULL
    ) r
    JOIN evidence e ON e.table_name = r.table_name AND e.row_id = r.row_id AND e.stance IN ('supports', 'broader')
    JOIN sources s ON e.witness_source_id = s.source_id AND s.is_witness GROUP BY r.event_id
), context AS ( -- whom a ruling binds, if not the recipient, and what it says; who answered; an answer that followed a court's order
    SELECT e.act_id, e.event_id, 'the ' || g.name AS bound, rtrim(CASE WHEN regexp_matches(e.summary, '^(A|An|The) ') THEN lower(e.summary[1]) || e.summary[2:] ELSE e.summary END, '.') AS summary,
        concat_ws('; ', CASE WHEN p.event_id IS NOT NULL THEN 'a preliminary ruling' END, CASE WHEN g.name IS NOT NULL THEN 'directed at that body and not at the recipient; what was ruled: ' || rtrim(lower(e.summary[1]) || e.summary[2:], '.') END, w.words, nullif(i.words, ''), CASE WHEN o.event_id IS NOT NULL THEN 'after a court ordered it' END) AS words
    FROM event e
    LEFT JOIN preliminary p ON e.event_id = p.event_id
    LEFT JOIN conditions i ON e.event_id = i.event_id
    LEFT JOIN agencies g ON e.kind = 'order' AND e.binds_another AND g.agency_id = e.binds_agency_id
    LEFT JOIN actor w ON e.act_id = w.act_id AND e.event_id = w.event_id
    LEFT JOIN event o ON e.kind = 'response' AND e.act_id = o.act_id AND e.after_event_id = o.event_id AND o.kind = 'order' AND o.decides = 'enforcement' AND o.result LIKE 'granted%'
), mark AS ( -- on what else than a source's own word a line rests
    SELECT w.act_id, w.line, w.code, w.event_id, w.line <> 'turned' AND (NOT w.is_witnessed OR coalesce(d.who = 'only copies or retellings', false)) AS is_retold,
        nullif(concat_ws('; ', CASE WHEN k.is_believed OR b.row_id IS NOT NULL THEN 'who told of it said “I believe”' ELSE k.account END, CASE WHEN k.is_inferred OR n.line IS NOT NULL THEN 'a reader’s inference' END), '') AS words
    FROM worded w
    LEFT JOIN doubt d ON w.act_id = d.act_id AND w.line = d.line
    LEFT JOIN how_known k ON w.act_id = k.act_id AND w.event_id = k.event_id AND k.is_earlier = (w.line = 'turned')
        AND k.column_name = CASE w.line WHEN 'outcome' THEN 'outcome' WHEN 'enforcement' THEN 'court' WHEN 'response' THEN 'answer' WHEN 'turned' THEN 'answer' END
    LEFT JOIN reasoned n ON w.line = 'sent' AND w.act_id = n.act_id AND w.line = n.line
    LEFT JOIN believed b ON w.line = 'sent' AND b.table_name = 'acts' AND b.row_id = w.act_id
), clause AS ( -- a day with its year is followed by a comma inside a sentence
    SELECT w.act_id, w.line, w.code,
        rtrim(replace(replace(regexp_replace(w.words, ' @@?', ''), '&', 'somebody other than the recipient'), '#', 'a court'), ',') AS bare,
        concat_ws('; ', v.words, m.words, CASE WHEN m.is_retold THEN 'only copies or retellings say so' END) AS short_remark,
        rtrim(replace(replace(replace(replace(replace(replace(w.words, '&', coalesce(x.bound, 'somebody other than the recipient')), '#', coalesce(u.name, 'a court that is not named')
            || CASE WHEN u.remark LIKE 'only%' AND (NOT w.is_witnessed OR d.who LIKE '%copies%') THEN '' ELSE coalesce(' (' || u.remark || ')', '') END), '@@', '@'),
            '@ ', CASE WHEN day_words SIMILAR TO '.*[0-9], [0-9]{4}' THEN day_words || ', ' ELSE ltrim(day_words || ' ') END), '@', day_words), '~', coalesce(x.summary, '')), ', ') AS words,
        concat_ws('; ', c.words, n.words, nullif(x.words, ''), d.split, r.unread,
            m.words, CASE WHEN w.line IN ('sent', 'response', 'enforcement', 'outcome') THEN y.elsewhere END, CASE WHEN w.line = 'sent' THEN y.account END,
            CASE WHEN w.line <> 'sent' AND NOT m.is_retold THEN y.retold END, CASE WHEN o.row_id IS NOT NULL THEN 'the day is a reader’s inference' END, nullif(concat_ws('; ', CASE
            WHEN w.line = 'turned' AND (NOT w.is_witnessed OR d.who LIKE 'only%') THEN coalesce(nullif(d.who, 'one account'), 'only copies or retellings') || ' say that it had ' || split_part(w.words, ' ', 1)
            WHEN m.is_retold THEN 'only copies or retellings say so'
            WHEN d.who = 'only a tracker' THEN 'only a tracker says so'
            WHEN d.who = 'one account' AND d.is_split THEN CASE WHEN d.split = 'sources disagree on the day' THEN 'this one' ELSE 'what stands here' END || ' rests on one account'
        END), ''), CASE w.code WHEN 'petition_filed' THEN 'no ruling was found' END) AS remark
    FROM worded w
    LEFT JOIN doubt d ON w.act_id = d.act_id AND w.line = d.line
    JOIN mark m ON w.act_id = m.act_id AND w.line = m.line AND w.code = m.code AND w.event_id IS NOT DISTINCT FROM m.event_id
    JOIN act z ON w.act_id = z.act_id
    LEFT JOIN day_doubts y ON CASE WHEN w.line = 'sent' THEN y.table_name = 'acts' AND y.row_id = w.act_id AND y.column_name = CASE WHEN z.served_edtf IS NULL THEN 'issued' ELSE 'served' END ELSE y.table_name = 'events' AND y.row_id = w.event_id END
    LEFT JOIN inferred o ON o.table_name = 'events' AND o.row_id = w.event_id AND o.column_name = 'occurred'
    LEFT JOIN covered c ON w.act_id = c.act_id AND w.event_id = c.event_id
    LEFT JOIN unnumbered n ON w.act_id = n.act_id AND w.event_id = n.event_id
    LEFT JOIN context x ON w.act_id = x.act_id AND w.event_id = x.event_id
    LEFT JOIN actor v ON w.act_id = v.act_id AND w.event_id = v.event_id
    LEFT JOIN court u ON w.event_id = u.event_id
    LEFT JOIN ruling r ON w.event_id = r.event_id AND w.line = 'enforcement'
), remarked AS (
    SELECT act_id, line, code, words, words || CASE WHEN remark = '' OR words = '' THEN '' ELSE ' (' || remark || ')' END AS whole,
        bare || CASE WHEN short_remark = '' THEN '' ELSE ' (' || short_remark || ')' END AS short
    FROM clause
), said AS (
    SELECT act_id, max(words) FILTER (line = 'sent') AS day, max(whole) FILTER (line = 'sent') AS marked_day,
        max(whole) FILTER (line = 'response') || coalesce(', after it had ' || max(whole) FILTER (line = 'turned'), '')
            || CASE WHEN max(code) FILTER (line = 'response') = 'under_review' THEN coalesce('; ' || max(whole) FILTER (line = 'unclear'), '') || '; no later yes or no was found' ELSE coalesce('; ' || max(whole) FILTER (code LIKE '%review' AND line = 'unclear'), '') END AS answer,
        max(short) FILTER (line = 'response') AS short_answer, max(short) FILTER (line = 'enforcement') AS short_court, max(short) FILTER (line = 'outcome') AS short_end,
        max(words) FILTER (line = 'maybe') AS maybe, max(whole) FILTER (line = 'enforcement') || coalesce('; after the ruling: ' || string_agg(whole, '; ' ORDER BY whole) FILTER (line = 'after'), '') AS court, max(whole) FILTER (line = 'outcome') || coalesce('; ' || max(whole) FILTER (line = 'since'), '') AS ended
    FROM remarked GROUP BY act_id
), rested AS ( -- what is known equally well, in words: the day and the numbers where sources disagree or few say so, all that rests on one source
    SELECT act_id, how, CASE WHEN len(what) = 1 THEN what[1] ELSE array_to_string(what[:-2], ', ') || ' and ' || what[-1] END AS what, len(what) > 1 AS is_several
    FROM (
        SELECT act_id, 'a reader inferred' AS how, ['who sent it'] AS what
        FROM act JOIN inferred i ON i.table_name = 'acts' AND i.row_id = act_id AND i.column_name = 'issuing_agency_id'
        UNION ALL SELECT act_id, 'somebody’s belief', ['the day'] FROM act JOIN believed b ON b.table_name = 'acts' AND b.row_id = act_id
        UNION ALL
        SELECT d.act_id, how, list(CASE
            WHEN how <> 'one account' OR d.line <> 'enforcement' OR coalesce(t.n, 0) < 2 THEN l.what
            WHEN a.enforcement_status LIKE '%in_part' THEN 'how far the ruling goes' ELSE 'what was ruled'
        END ORDER BY l.i) AS what
        FROM doubt d
        JOIN act a ON d.act_id = a.act_id
        LEFT JOIN told_of t ON a.enforcement_event_id = t.event_id
        JOIN (VALUES
            (0, 'recipient', 'the recipient'), (1, 'sent', 'the day'), (2, 'subpoenas', 'the number of subpoenas'), (3, 'persons', 'the number of people'),
            (4, 'response', 'the answer'), (5, 'turned', 'the earlier answer'), (6, 'enforcement', 'the court matter'), (7, 'outcome', 'the outcome')
        ) l(i, line, what) ON d.line = l.line
        CROSS JOIN unnest([
            CASE WHEN d.is_split AND i < 4 THEN 'sources disagree' END,
            CASE WHEN EXISTS (FROM reasoned n WHERE n.act_id = d.act_id AND n.line = d.line) THEN 'a reader inferred' END,
            CASE
                WHEN i = 0 OR i = 1 AND NOT a.is_witnessed AND d.who LIKE '%copies%' THEN NULL
                WHEN d.who = 'one account' THEN CASE WHEN NOT (d.is_split AND i > 3) AND NOT (d.line = 'outcome' AND a.outcome_event_id = a.response_event_id) THEN d.who END
                WHEN i > 1 AND d.who LIKE '%copies%' THEN CASE d.n_sources WHEN 1 THEN 'one copy or retelling' ELSE 'copies or retellings alone' END
                ELSE d.who
            END
        ]) h(how)
        WHERE how IS NOT NULL GROUP BY d.act_id, how
    )
), doubted AS (
    SELECT act_id,
        string_agg(how || CASE WHEN how LIKE '%disagree%' THEN ' on ' WHEN how LIKE '%copies%' THEN ' give ' WHEN how LIKE '%inferred' THEN ' ' ELSE ' gives ' END || what, '; ' ORDER BY how DESC) FILTER (how NOT LIKE 'one %' AND how NOT LIKE '% alone') AS words,
        string_agg(what || CASE WHEN is_several THEN ' rest on ' ELSE ' rests on ' END || how || CASE WHEN is_several AND how LIKE 'one %' THEN ' each' ELSE '' END,
            '; ' ORDER BY how DESC) FILTER (how LIKE 'one %' OR how LIKE '% alone') AS alone
    FROM rested GROUP BY act_id
), label AS (
    SELECT * FROM (VALUES
        ('address', 'addresses'), ('email', 'e-mail addresses'), ('employer', 'employers'), ('i9_forms', 'I-9 forms'),
        ('identity_documents', 'identity documents or birth data'), ('interview', 'interviews with people'), ('person', 'information on people'), ('phone_number', 'phone numbers'), ('release_date', 'release dates'), ('vehicle', 'vehicles')
    ) l(code, words)
), asked AS (
    SELECT n.act_id, coalesce(l.words, replace(n.kind::VARCHAR, '_', ' ')) AS words, bool_or(n.is_witnessed) AS is_witnessed
    FROM information_sought n LEFT JOIN label l ON n.kind::VARCHAR = l.code
    GROUP BY ALL
), asked_for AS ( -- what was asked for; what no witness names stands last
    SELECT act_id, concat_ws('; ', string_agg(words, '; ' ORDER BY words) FILTER (is_witnessed),
        'only copies or retellings name: ' || string_agg(words, '; ' ORDER BY words) FILTER (NOT is_witnessed)) AS kinds
    FROM asked GROUP BY act_id
), address AS (
    SELECT act_id, string_agg(url, '; ' ORDER BY NOT is_witness, url) AS urls, max(accessed) AS accessed
    FROM (
        SELECT act_id, url, bool_or(is_witness) AS is_witness, max(accessed) AS accessed FROM act_sources WHERE url IS NOT NULL GROUP BY act_id, url
    ) GROUP BY act_id
), twin AS ( -- acts of which it is not known whether they are one
    SELECT act_id, 'this may be the same act as ' || string_agg(other, ' or ' ORDER BY other) AS words
    FROM (
        SELECT row_id AS act_id, other_row_id AS other FROM may_be_same WHERE table_name = 'acts'
        UNION SELECT other_row_id, row_id FROM may_be_same WHERE table_name = 'acts'
    )
    GROUP BY act_id
), looked AS (
    SELECT b.row_id AS act_id, max(s.searched_on) AS searched
    FROM absences b JOIN searches s ON b.search_id = s.search_id WHERE b.table_name = 'acts'
    GROUP BY b.row_id
), named AS ( -- bodies as they stand in a sentence
    SELECT agency_id, name,
        CASE WHEN regexp_matches(name, '^(The|the|Gov\.) |Mayor [A-Z]\w+ [A-Z]') OR NOT regexp_matches(name, '(?i)\b(agency|authority|board|branch|bureau|center|clerk|college|commission|council|court|department|district|division|general|hospital|office|police|press|project|registry|secretary|sheriff|treasurer|university of)\b')
            THEN name ELSE 'the ' || name END AS called
    FROM agencies
), told AS (
    SELECT a.*, s.* EXCLUDE (act_id), j.name AS government, j.state, j.kind AS government_kind, j.geoid, j.county_geoid,
        r.name AS recipient, i.name AS issuer, i.called AS sender, g.kind AS group_kind, g.n_subpoenas AS n_together,
        CASE WHEN s.day LIKE 'by %' THEN 'by' WHEN a.served_edtf IS NOT NULL THEN 'served' WHEN a.issued_edtf IS NOT NULL THEN 'issued' END AS day_is,
        r.called || coalesce(' (' || nullif(concat_ws(', ', CASE WHEN NOT contains(r.name, j.name) THEN j.name END, CASE WHEN j.kind <> 'state' THEN j.state END), '') || ')', '') AS receiver,
        ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] AS numbers, y.words AS doubts, y.alone,
        (SELECT count(DISTINCT replace(lower(rtrim(s.url, '/')), 'http:', 'https:')) FROM evidence e JOIN sources s ON e.source_id = s.source_id
        WHERE e.table_name = 'acts' AND e.row_id = a.act_id AND e.stance IN ('supports', 'broader')) AS n_tellers
    FROM act a
    JOIN said s ON a.act_id = s.act_id
    JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
    JOIN named r ON a.recipient_agency_id = r.agency_id
    JOIN named i ON a.issuing_agency_id = i.agency_id
    LEFT JOIN act_groups g ON a.act_group_id = g.act_group_id
    LEFT JOIN doubted y ON a.act_id = y.act_id
)
SELECT
    t.act_id AS act, t.government, t.state, t.government_kind::VARCHAR AS kind,
    CASE
        WHEN t.county_geoid IS NOT NULL THEN '0500000US' || t.county_geoid
        WHEN t.government_kind = 'state' THEN '0400000US' || t.geoid
        WHEN t.government_kind = 'county' THEN '0500000US' || t.geoid
        WHEN t.geoid IS NOT NULL THEN '1600000US' || t.geoid
    END AS geo_id,
    t.recipient, t.issuer AS issued_by, nullif(t.marked_day, '') AS day, t.day_is, t.sent_earliest AS day_earliest, t.sent_latest AS day_latest,
    t.n_subpoenas AS subpoenas, t.n_persons AS persons, k.kinds AS asked_for, t.answer, t.court, t.ended AS outcome,
    concat(
        CASE WHEN t.day <> '' THEN upper(t.day[1]) || t.day[2:] || CASE WHEN t.day SIMILAR TO '.*[0-9]{4}' THEN ', ' ELSE ' ' END || t.sender
            ELSE upper(t.sender[1]) || t.sender[2:] END,
        CASE WHEN t.day_is = 'by' THEN ' had' ELSE '' END, CASE WHEN t.served_edtf IS NULL THEN ' sent ' ELSE ' served ' END,
        CASE
            WHEN t.n_subpoenas = 1 THEN 'one subpoena'
            WHEN t.n_subpoenas IS NOT NULL THEN coalesce(t.numbers[t.n_subpoenas], t.n_subpoenas::VARCHAR) || ' subpoenas'
            WHEN t.group_kind = 'together' THEN 'one or more of ' || coalesce(t.numbers[t.n_together], t.n_together::VARCHAR) || ' subpoenas that sources count together'
            WHEN t.n_together IS NOT NULL THEN 'one or more of the ' || coalesce(t.numbers[t.n_together], t.n_together::VARCHAR) || ' subpoenas that a source counts in all'
            ELSE 'one or more subpoenas (' || CASE WHEN n.reason IN ('ambiguous', 'conflicting') THEN 'sources do not say clearly' ELSE 'no source says' END || ' how many)'
        END,
        CASE WHEN t.n_persons = 1 THEN ' about one person' WHEN t.n_persons > 1 THEN ' about ' || coalesce(t.numbers[t.n_persons], t.n_persons::VARCHAR) || ' people' ELSE '' END,
        CASE WHEN t.group_kind = 'together' AND t.n_subpoenas < t.n_together
            THEN ', of ' || coalesce(t.numbers[t.n_together], t.n_together::VARCHAR) || ' that sources count together,' ELSE '' END,
        CASE WHEN t.served_edtf IS NULL THEN ' to ' ELSE ' on ' END, t.receiver,
        CASE WHEN NOT t.is_witnessed THEN ', as only ' || CASE WHEN t.n_tellers = 1 THEN 'one page that retells others says' ELSE 'copies or retellings say' END ELSE '' END,
        coalesce('; ' || w.words, ''), coalesce('; ' || t.maybe, ''), coalesce('; ' || t.doubts, ''),
        coalesce('; the recipient ' || t.short_answer, '; no answer was found'),
        coalesce('; ' || t.short_court, '; no step in court was found'),
        CASE WHEN t.outcome_event_id = t.response_event_id THEN '' ELSE coalesce('; ' || t.short_end || CASE WHEN t.outcome = 'not_produced' THEN '; how it ended was not found' ELSE '' END,
            CASE WHEN t.enforcement_status LIKE 'ordered%' THEN '; whether the information was handed over was not found' ELSE '; how it ended was not found' END) END,
        coalesce('; ' || t.alone, ''),
        coalesce('; last looked for on ' || strftime(greatest(coalesce(l.searched, x.accessed), coalesce(x.accessed, l.searched)), '%B %-d, %Y'), ''), '.'
    ) AS in_short,
    x.urls AS sources
FROM told t
LEFT JOIN asked_for k ON t.act_id = k.act_id
LEFT JOIN twin w ON t.act_id = w.act_id
LEFT JOIN absences n ON n.table_name = 'acts' AND n.row_id = t.act_id AND n.column_name = 'n_subpoenas'
LEFT JOIN address x ON t.act_id = x.act_id
LEFT JOIN looked l ON t.act_id = l.act_id
ORDER BY t.act_id;
