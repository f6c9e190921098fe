-- What each line says: its words, with a place for the day, and that day in words.

--- relation bounded
-- One row is a line with its day as an EDTF string, and the cell of that day. Nothing happens before the act itself: what is known up to a day only is said so.
CREATE OR REPLACE VIEW bounded AS
SELECT t.*, m.words, m.in_words, m.words LIKE '%@@%' AS is_state,
    CASE WHEN line = 'sent' THEN 'acts' ELSE 'events' END AS table_name, CASE WHEN line = 'sent' THEN t.act_id ELSE t.event_id END AS row_id,
    CASE WHEN line = 'sent' THEN a.sent_column ELSE 'occurred' END AS day_column,
    CASE
        WHEN line = 'sent' OR NOT regexp_matches(day, '^\[[0-9-]+\.\.[0-9-]+\]$') OR day[2:11] > a.sent_earliest::VARCHAR THEN day
        WHEN m.words NOT LIKE '%@@%' THEN '[..' || split_part(day, '..', 2)
        WHEN right(day, 11)[:-2] > a.sent_earliest::VARCHAR THEN '[' || a.sent_earliest || '..' || split_part(day, '..', 2)
        ELSE day
    END AS edtf
FROM line t JOIN act a ON t.act_id = a.act_id JOIN meaning m ON t.code = m.code;
