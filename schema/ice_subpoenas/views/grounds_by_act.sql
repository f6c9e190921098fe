--- view grounds_by_act
-- row: A reason that somebody gives, with the act that it is about, who gives it, and the words. The reasons of all sides of an act are together.
-- warning: Only what somebody gives as a reason. It need not be true or good law. Reasons about other papers, which are never counted, are here too: filter by `in_scope`.
-- with: passages.passages
-- - act_id VARCHAR: The act; a reason given with an event of several acts has a row for each.
-- - in_scope BOOLEAN: Whether the act is counted, as in `acts`; null without an act.
-- - ground_id VARCHAR: The reason.
-- - side side: On whose side it is given.
-- - toward toward: What it is given for; null as in `grounds`.
-- - ground ground: The reason as a code.
-- - said_by VARCHAR: Who gives it.
-- - words VARCHAR: The words of the first piece of evidence that gives the reason, those of a witness before others, with
--   the text around them; an ellipsis stands where that goes on.
-- - exact VARCHAR: The part of `words` that gives this reason. It tells reasons apart that stand in the
--   same words.
-- - about VARCHAR: Other words of the source that say what a pronoun or a noun in `words` stands for;
--   null if `words` need none.
-- - source_id VARCHAR: The source of these words.
-- - reason VARCHAR: What else the row says of it, such as of how many of the subpoenas it is given.
-- - answers_ground_id VARCHAR: The reason that it answers.
-- - held held: What a court made of it.
WITH words AS (
    SELECT e.row_id, p.passage AS words, e.exact, e.arguments ->> 'about' AS about, e.source_id
    FROM evidence e JOIN passages p USING (evidence_id) JOIN sources s ON e.witness_source_id = s.source_id
    WHERE e.table_name = 'grounds' AND e.column_name = 'ground' AND e.stance IN ('supports', 'broader')
    QUALIFY row_number() OVER (PARTITION BY e.row_id ORDER BY NOT s.is_witness, e.evidence_id) = 1
)
SELECT coalesce(g.act_id, ea.act_id) AS act_id, a.in_scope, g.ground_id, g.side, g.toward, g.ground,
    coalesce(i.name, i.described_as, b.name) AS said_by, w.words, w.exact, w.about, w.source_id, g.reason, g.answers_ground_id, g.held
FROM grounds g
LEFT JOIN event_acts ea ON g.event_id = ea.event_id
LEFT JOIN acts a ON coalesce(g.act_id, ea.act_id) = a.act_id
LEFT JOIN individuals_referenced i ON g.said_by_individual_id = i.individual_id
LEFT JOIN agencies b ON g.said_by_agency_id = b.agency_id
LEFT JOIN words w ON g.ground_id = w.row_id
ORDER BY 1, g.toward, g.side, g.ground_id;
