--- view trace
-- row: A piece of evidence with its source. Filter by `table_name`, `row_id` and `column_name` to see the words behind a cell.
-- with: passages.passages
-- - table_name VARCHAR: The table.
-- - row_id VARCHAR: Key of the row.
-- - column_name VARCHAR: The column or stem.
-- - stance stance: Whether the piece gives the published value or another one.
-- - value VARCHAR: The value that it gives.
-- - passage VARCHAR: The words, with the text around them; an ellipsis stands where that goes on.
-- - exact VARCHAR: The words that give the value.
-- - derivation derivation: How the value follows.
-- - publisher VARCHAR: Who published the source.
-- - title VARCHAR: Its title.
-- - published_edtf VARCHAR: Its day.
-- - published_earliest DATE: Earliest day on which it may have appeared.
-- - published_latest DATE: Latest day.
-- - url VARCHAR: Its address.
-- - locator VARCHAR: The place on the page.
-- - is_refound BOOLEAN: Whether the words were found again in a held text.
-- - source_id VARCHAR: The source.
-- - evidence_id VARCHAR: The piece of evidence.
SELECT e.table_name, e.row_id, e.column_name, e.stance, coalesce(e.value, w.value) AS value, p.passage,
    e.exact, e.derivation, s.publisher, s.title, s.published_edtf, s.published_earliest, s.published_latest, s.url, e.locator, e.is_refound, e.source_id, e.evidence_id
FROM evidence e JOIN passages p ON e.evidence_id = p.evidence_id JOIN sources s ON e.source_id = s.source_id
LEFT JOIN ( -- what a reader took the words for, of which they are no phrase
    FROM (SELECT event_id, kind, decides FROM events) UNPIVOT (value FOR name IN (kind, decides))
) w ON e.table_name = 'events' AND e.row_id = w.event_id AND e.column_name = w.name AND e.stance = 'supports'
ORDER BY e.table_name, e.row_id, e.column_name, e.stance = 'contests', e.source_id, e.evidence_id;
