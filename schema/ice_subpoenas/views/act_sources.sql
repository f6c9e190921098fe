--- view act_sources
-- row: A source that gives values of an act in the overview: of the act itself, of the events from
--   which its statuses follow, or of an answer whose kind or extent is not known.
-- - act_id VARCHAR: The act.
-- - source_id VARCHAR: The source.
-- - publisher VARCHAR: Who published it; of a copy, who published the original.
-- - is_witness BOOLEAN: Whether the source is a witness. If not, `stands_as` says what it is.
-- - stands_as VARCHAR: `a witness`, `copy`, `retelling`, or `of unknown standing`: nobody knows whether it reports or retells.
-- - words_of VARCHAR: Of a copy: the publisher of the witness whose words it has, if that is known.
-- - published_edtf VARCHAR: The day on which it appeared, as an EDTF string.
-- - published_earliest DATE: Earliest day on which it may have appeared.
-- - published_latest DATE: Latest day.
-- - accessed DATE: The day on which it, or a stored copy of it, was read.
-- - url VARCHAR: The address at which it was read.
-- - address VARCHAR: Its address in the overview: that of the original, if a witness was read at another.
-- - note VARCHAR: Rulings that the source reports, other than that of the act's
--   `enforcement_status`, and our note on the source; null if there are none. The title of a source
--   may be about these.
-- with: doubts.secondhand, overview/shown
WITH ruling AS (
    SELECT DISTINCT e.source_id, v.event_id, v.summary AS note
    FROM events v JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id AND e.column_name = 'kind' AND e.stance = 'supports'
    WHERE v.kind = 'order' AND v.part_of IS NULL
), other AS ( -- by act and source: rulings other than the one of the act's status
    SELECT a.act_id, r.source_id, concat_ws(' ', string_agg(r.note, ' ' ORDER BY r.event_id), s.reason) AS note
    FROM acts a JOIN ruling r ON r.event_id IS DISTINCT FROM a.enforcement_event_id JOIN sources s ON r.source_id = s.source_id
    GROUP BY a.act_id, r.source_id, s.reason
)
SELECT a.act_id, s.source_id, s.publisher, s.is_witness, p.stands_as,
    string_agg(DISTINCT w.publisher, ', ' ORDER BY w.publisher) FILTER (w.is_witness AND NOT s.is_witness) AS words_of,
    s.published_edtf, s.published_earliest, s.published_latest, s.accessed, s.url, p.address, o.note
FROM acts a
JOIN shown c ON c.act_id = a.act_id
JOIN evidence e ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.stance IN ('supports', 'broader')
JOIN sources s ON e.source_id = s.source_id
JOIN sources w ON e.witness_source_id = w.source_id
JOIN page p ON s.source_id = p.source_id
LEFT JOIN other o ON o.act_id = a.act_id AND o.source_id = s.source_id
WHERE a.in_scope
GROUP BY a.act_id, s.source_id, s.publisher, s.is_witness, p.stands_as, s.published_edtf, s.published_earliest, s.published_latest, s.accessed, s.url, p.address, o.note
ORDER BY a.act_id, NOT s.is_witness, p.address, s.source_id;
