-- Quotations, and the occasions on which they were said.

--- fills quotes: region, publisher, speaker_name
-- One row a quotation: where it lies, who published the source, and who speaks.
SELECT
    q.quote_id, r.region, s.publisher,
    CASE WHEN q.speaker_id IS NOT NULL THEN coalesce(i.name, i.described_as) ELSE g.name END AS speaker_name
FROM quotes q
LEFT JOIN regions r ON q.source_id = r.source_id AND q.char_start >= r.char_start AND q.char_end <= r.char_end
LEFT JOIN sources s ON q.source_id = s.source_id
LEFT JOIN individuals_referenced i ON q.speaker_id = i.individual_id
LEFT JOIN agencies g ON q.speaker_agency_id = g.agency_id;

--- fills utterances: speaker_id, speaker_agency_id, n_passages, words_altered
-- One row an utterance: the one speaker of its passages, and how many they are.
SELECT
    u.utterance_id,
    CASE WHEN count(DISTINCT coalesce(q.speaker_id, '/') || coalesce(q.speaker_agency_id, '')) = 1
        THEN min(q.speaker_id) END AS speaker_id,
    CASE WHEN count(DISTINCT coalesce(q.speaker_id, '/') || coalesce(q.speaker_agency_id, '')) = 1
        THEN min(q.speaker_agency_id) END AS speaker_agency_id,
    count(q.quote_id)::INTEGER AS n_passages,
    coalesce(bool_or(v.utterance_id IS NOT NULL), false) AS words_altered
FROM utterances u
LEFT JOIN quotes q ON u.utterance_id = q.utterance_id
LEFT JOIN (SELECT DISTINCT utterance_id FROM quote_variants WHERE within_marks AND NOT by_ellipsis) v
    ON u.utterance_id = v.utterance_id
GROUP BY u.utterance_id;

