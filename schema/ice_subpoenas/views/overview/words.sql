-- What each line says: its words, with a place for the day, and that day in words.

--- relation meaning
-- One row is a code in words. The day stands for @, the court for #, the summary of the event for ~; @@ is a day on
-- which it stood so.
CREATE OR REPLACE VIEW meaning AS
SELECT * FROM (VALUES
    ('under_review', 'was reviewing it, or planned to, @@'),
    ('agreed', 'agreed @ to comply'),
    ('agreed_in_part', 'intended to comply in part, @'),
    ('refused', 'refused @'),
    ('unable', 'said @ that it could not comply'),
    ('partial', 'partly complied @'),
    ('complied', 'complied @'),
    ('answered', 'answered @, but how is not known'),
    ('gave', 'gave information @, but how much is not known'),
    ('threatened', 'the government said @ that it would go to court if need be'),
    ('petition_filed', 'the government asked # @ to order compliance'),
    ('ordered', '# ordered compliance @'),
    ('ordered_in_part', '# ordered compliance in part @'),
    ('denied', '# did not order compliance, or undid its order, @'),
    ('stayed', '# suspended its order to comply @'),
    ('quashed', '# set it aside @'),
    ('enjoined', '# forbade compliance @'),
    ('enjoined_in_part', '# forbade compliance in part @'),
    ('sued', 'a lawsuit about it was filed in # @'),
    ('heard', '# had the matter before it @@'),
    ('produced', 'the information was produced @'),
    ('produced_in_part', 'part of the information was produced @'),
    ('not_produced', 'the recipient had not complied @@'),
    ('not_possible', 'the recipient said @ that it could not comply'),
    ('unclear', 'a later answer that is neither a yes nor a no was given @'),
    ('undated', 'another answer @, neither a yes nor a no, may be earlier or later'),
    ('review', 'before or after that, it was reviewing it, or planned to, @@'),
    ('own_review', 'before or after that, the recipient itself was reviewing it, or planned to, @@'),
    ('added', 'the recipient also gave information @'),
    ('after', '~'),
    ('since', 'a later statement, made @: ~'),
    ('appeal_pending', 'an appeal was pending @@'),
    ('withdrawn', 'it was withdrawn @'),
    ('sent', '@'),
    ('maybe', 'a subpoena that a source says was sent @ may be one of these or one more')
) m(code, words);

--- relation bounded
-- One row is a line with its day as an EDTF string, and the cell of that day. Nothing happens before the act itself: what is known up to a day only is said so.
CREATE OR REPLACE VIEW bounded AS
SELECT t.*, m.words, m.words LIKE '%@@%' AS is_state,
    CASE WHEN line = 'sent' THEN 'acts' ELSE 'events' END AS table_name, CASE WHEN line = 'sent' THEN t.act_id ELSE t.event_id END AS row_id,
    CASE WHEN line = 'sent' THEN a.sent_column ELSE 'occurred' END AS day_column,
    CASE
        WHEN line = 'sent' OR NOT regexp_matches(day, '^\[[0-9-]+\.\.[0-9-]+\]$') OR day[2:11] > a.sent_earliest::VARCHAR THEN day
        WHEN m.words NOT LIKE '%@@%' THEN '[..' || split_part(day, '..', 2)
        WHEN right(day, 11)[:-2] > a.sent_earliest::VARCHAR THEN '[' || a.sent_earliest || '..' || split_part(day, '..', 2)
        ELSE day
    END AS edtf
FROM line t JOIN act a ON t.act_id = a.act_id JOIN meaning m ON t.code = m.code;
