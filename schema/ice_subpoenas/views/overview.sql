--- view overview
-- row: An act of issuing or serving subpoenas, for people who want the answer: one row, plain words.
-- warning: Not a census: only what the sources of this dataset report. Do not add up `subpoenas` or `persons`: they leave out what sources count only for several acts together, and the view and sheet `counts` have the totals. A reader, whose inference a note speaks of, is a language model, unless the table `reviews` says otherwise.
-- key: act
-- with: meanings.meaning, doubts.inferred, doubts.secondhand, doubts.cell_told, doubts.unseen, doubts.reasoned, doubts.believed, doubts.body, doubts.one_sided, doubts.day_doubts, doubts.preliminary,
--   doubts.witnessed, doubts.court, doubts.unread, doubts.dispute, doubts.sending_dispute, doubts.conditions, doubts.at_least, doubts.not_named, support.counted_by_reasoning,
--   overview/lines, overview/words, overview/days, overview/known, overview/courts, overview/notes, overview/sentences, overview/rests,
--   overview/shown, overview/around, overview/course, overview/marks, overview/in_short
-- - act VARCHAR: The act: the key of `acts`.
-- - government VARCHAR: The state or local government that the recipient belongs to. What `answer`
--   and `outcome` say, they say of the recipient. Words: jurisdictions.name
-- - state VARCHAR: USPS code of the state. Words: jurisdictions.state
-- - kind VARCHAR: Kind of government: state, county, city or district. Words: jurisdictions.kind
-- - geo_id VARCHAR: GEO_ID of the Census Bureau, to join its tables; of a city that is also a
--   county, such as Denver, that of the county. Words: jurisdictions.geoid
-- - recipient VARCHAR: The body that received it; `in_short` says where sources disagree on it.
--   Words: acts.recipient_agency_id
-- - issued_by VARCHAR: The body that issued it; `in_short` says where a reader inferred it, or no witness
--   names it.
--   Words: acts.issuing_agency_id
-- - day VARCHAR: The day in words, with notes in parentheses on how well it is known (see `answer`).
--   They also say if sources disagree on the day of issue, where the day is that of service.
--   Words: acts.served, acts.issued
-- - day_is VARCHAR: What the day is: `served`, `issued`, `issued_or_served` (sources do not say which) or
--   `by` (sent by that day). Words: acts.served, acts.issued
-- - day_earliest DATE: Earliest day that is possible; empty if no source bounds it (`by` a day). Words: acts.served, acts.issued
-- - day_latest DATE: Latest day that is possible. Words: acts.served, acts.issued
-- - subpoenas INTEGER: How many subpoenas; empty if no source gives a clear number for this act alone, or
--   if sources disagree and nothing settles it (sheet `empty cells`, or table `absences`). `in_short`
--   says how well the number is known. Do not add up this column: see the sheet or view `counts`,
--   which also counts subpoenas for which sources give only a joint number. Words: acts.n_subpoenas
-- - persons INTEGER: How many people the subpoenas ask about; empty for the same reasons as
--   `subpoenas`. Do not add up this column: see `counts`. Words: acts.n_persons
-- - asked_for VARCHAR: What was asked for, joined by semicolons. What follows `only` and
--   `name:`, such as `only copies or retellings name:`, no witness names. Words: information_sought.kind
-- - answer VARCHAR: The recipient's last answer, with its day; empty if no answer was found. Earlier answers
--   that said the contrary, or more, follow at the end, the last of each kind. The first word gives the kind:
--   `agreed`, `answered`, `complied`, `gave` (how much is not known), `partly` (complied), `intended` (to comply
--   in part), `refused`, `said` (that it could not) or `was` (reviewing, by the last clear answer). If nobody
--   knows which of two answers came first, the one that says less follows the other: that the recipient was
--   reviewing, or an answer that is neither a yes nor a no. If it produced for some of the subpoenas, the other
--   productions of which a source says that they were the whole or a part follow; they may be of the same
--   subpoenas. A note in parentheses is about the words right before it. It says who answered, or produced, if
--   not the recipient; how many of the subpoenas it covers, if not all or not stated; whether sources disagree;
--   whether somebody only believed it, or a reader inferred it; whether it applies as a ruling requires, for the time being, unless a
--   court decides otherwise, or awaits a court; and whether only a tracker says so, or no witness, but only copies,
--   retellings or pages of unknown standing; or whether only these say that it was on this body, if a witness tells of it without naming the recipient. A copy prints what another printed, and a retelling reports what others
--   reported; of a page of unknown standing, what was read does not show whether it reports or retells. `By ICE’s account`, or `by`
--   somebody `’s own account`, means that every source has it from that side. What a side does by saying it, such
--   as a refusal, needs no such mark. Words: acts.response_status
-- - court VARCHAR: The last step in court that orders or forbids compliance, or asks for either, with
--   the court and the day. If there is none, another court matter, or the announcement that a court would
--   be asked, which is no step in court: the cell then begins with `the government said`. Empty if none
--   of these was found. A note
--   says whether a ruling is preliminary, by the words of a source. If it binds somebody other than
--   the recipient, a note says whom, and a sentence at the end what was ruled. What was reported of an appeal or of
--   compliance after the ruling follows it. Other rulings, such as those in other suits, are in the sheet or view `rulings`. Notes in parentheses as in
--   `answer`. Words: acts.enforcement_status
-- - outcome VARCHAR: How it ended or last stood, with the day; empty if that was not found. If the
--   recipient had not complied by then, the last statement after that day follows, if there is one. Notes in
--   parentheses as in `answer`. Words: acts.outcome
-- - in_short VARCHAR: The act in a sentence, without what the other cells say better: who sent what to
--   whom, how well that is known, which other act it may be the same as, and
--   whether it may be a paper that should not be counted; then the answers, with who gave them and on what
--   conditions, the court matter, lawsuits that the recipient, its staff or others brought over it, and the outcome, in the
--   order of their days. `After that` and `before or
--   after that` say how an answer and a step in court stand to each other, where they are not simply in order.
--   At the end: what was not found, and the day of the last search. If one
--   event is both the answer and the outcome, it names the answer only. ICE is U.S. Immigration and Customs Enforcement,
--   ICE’s HSI is Homeland Security Investigations, a part of ICE, and DHS is their department. What is known of the day
--   stands in `day`; what rests on one account, in the sheet `codes`.
-- - sources VARCHAR: The sources that give the values of the row, joined by semicolons: publisher and
--   address of each, witnesses first. `copy`, `retelling` or `of unknown standing` stands before one that is no witness; a
--   copy has the publisher of what it prints. The address is that of the original if it is known and a
--   witness was read at another one. The sheet `sources of acts`, or the view `act_sources`, says more.
--   An address may speak
--   of another matter or act: then `acts.remark` or the note in that sheet says so. `trace ACT sources`
--   lists all that report it.
SELECT
    act_id AS act, government, state, government_kind AS kind,
    CASE
        WHEN county_geoid IS NOT NULL THEN '0500000US' || county_geoid
        WHEN government_kind = 'state' THEN '0400000US' || geoid
        WHEN government_kind = 'county' THEN '0500000US' || geoid
        WHEN geoid IS NOT NULL THEN '1600000US' || geoid
    END AS geo_id,
    recipient, issuer AS issued_by, nullif(marked_day, '') AS day, day_is, sent_earliest AS day_earliest, sent_latest AS day_latest,
    n_subpoenas AS subpoenas, n_persons AS persons, kinds AS asked_for, answer, court, ended AS outcome, in_short, urls AS sources
FROM in_short
ORDER BY act_id;
