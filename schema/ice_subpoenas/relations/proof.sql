-- What is said of conflicts, phrases, and the sentences of the held texts.

--- relation disputes
-- One row is a cell for which evidence gives values that do not agree, or an utterance whose
-- printings differ inside the marks.
CREATE OR REPLACE TABLE disputes AS
SELECT
    e.table_name, e.row_id, e.column_name,
    count(DISTINCT e.value) FILTER (e.stance = 'contests') + max(if(e.stance = 'contests', 0, 1)) AS n_sides, -- all that the published value fits is one
    string_agg(DISTINCT e.value, ' and ' ORDER BY e.value) AS listed,
    arg_min(e.evidence_id, e.reviewed_line) FILTER (e.stance = 'contests') AS evidence_id,
    CASE
        WHEN any_value(d.is_date) THEN 'date'
        WHEN e.column_name = 'modality' THEN 'modality'
        WHEN e.column_name IN ('name', 'title', 'recipient_as_printed', 'byline', 'publisher', 'described_as')
            THEN 'name'
        ELSE 'value'
    END AS kind
FROM evidence e JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem
SEMI JOIN (FROM evidence WHERE derivation <> 'copied' AND stance = 'contests') c
    ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.column_name = c.column_name
WHERE e.derivation <> 'copied' AND e.stance IN ('supports', 'broader', 'contests') AND d.role = 'claim'
GROUP BY e.table_name, e.row_id, e.column_name
HAVING count(DISTINCT e.value) > 1
UNION ALL
SELECT
    'utterances', utterance_id, 'words', count(DISTINCT side), string_agg(DISTINCT side, ' and ' ORDER BY side),
    NULL, 'wording'
FROM (
    SELECT utterance_id, unnest([coalesce(words, '(nothing)'), coalesce(other_words, '(nothing)')]) AS side
    FROM quote_variants WHERE within_marks AND NOT by_ellipsis
)
GROUP BY utterance_id;

--- fills conflicts: kind, n_sides
-- One row a conflict: what its sides disagree on, and how many they are.
SELECT c.conflict_id, d.kind, d.n_sides::INTEGER AS n_sides
FROM conflicts c
LEFT JOIN disputes d ON c.table_name = d.table_name AND c.row_id = d.row_id AND c.column_name = d.column_name;

--- relation phrase_uses
-- One row is a phrase that a passage uses: of two with the same words, the one listed for the source.
CREATE OR REPLACE TABLE phrase_uses AS
WITH listed AS (
    SELECT p.phrase_id, p.list_name, p.source_id, w.key FROM phrases p JOIN word_keys w ON p.phrase = w.words
), used AS (
    SELECT DISTINCT d.list_name, e.source_id, e.passage_id, w.key
    FROM evidence e JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem
    JOIN word_keys w ON e.exact = w.words
    WHERE e.derivation = 'vocabulary'
)
SELECT DISTINCT u.passage_id, coalesce(own.phrase_id, shared.phrase_id) AS phrase_id
FROM used u
LEFT JOIN listed own ON u.list_name = own.list_name AND u.key = own.key AND u.source_id = own.source_id
LEFT JOIN listed shared ON u.list_name = shared.list_name AND u.key = shared.key AND shared.source_id IS NULL;

--- fills phrases: n_passages
-- One row a phrase: how many passages use it.
SELECT p.phrase_id, count(u.passage_id)::INTEGER AS n_passages
FROM phrases p LEFT JOIN phrase_uses u ON p.phrase_id = u.phrase_id
GROUP BY p.phrase_id;

--- fills ledger: n_evidence
-- One row a sentence: how many pieces of evidence and quotations touch it.
SELECT l.ledger_id, coalesce(u.n, 0)::INTEGER AS n_evidence
FROM ledger l
LEFT JOIN (
    SELECT l.ledger_id, count(*) AS n
    FROM ledger l
    JOIN (
        SELECT source_id, char_start, char_end FROM evidence WHERE char_start IS NOT NULL AND derivation <> 'copied'
        UNION ALL SELECT source_id, char_start, char_end FROM quotes
    ) s ON l.source_id = s.source_id AND s.char_start < l.char_end AND l.char_start < s.char_end
    GROUP BY l.ledger_id
) u ON l.ledger_id = u.ledger_id;

--- fills shared_passages: has_relation
-- One row is a passage that two texts share: whether their relation is recorded.
SELECT p.shared_passage_id, r.a IS NOT NULL AS has_relation
FROM shared_passages p
LEFT JOIN (
    SELECT source_id AS a, related_source_id AS b FROM source_relations
    UNION SELECT related_source_id, source_id FROM source_relations
) r ON p.source_id = r.a AND p.other_source_id = r.b;


--- fills sources: archived_url
-- One row a source: an archived copy of an address that it still has.
SELECT s.source_id, coalesce(u.archived_url, o.archived_url) AS archived_url
FROM sources s
LEFT JOIN links u ON u.link_id = s.source_id || '-url' AND u.address = s.url
LEFT JOIN links o ON o.link_id = s.source_id || '-original' AND o.address = s.original_url;
