-- What rows rest on: how many sources, which of them are witnesses, and whether they disagree.

--- python quoted_words
-- What is quoted from each place of a page that is not held.

--- fills sources: is_witness, n_words_quoted
-- One row a source: whether its standing makes it a witness, and how much of it is quoted.
SELECT
    s.source_id,
    s.standing IN ('party_document', 'court_document', 'law', 'own_reporting', 'advocacy', 'reference')
        AS is_witness,
    coalesce(q.n, 0)::INTEGER AS n_words_quoted
FROM sources s
LEFT JOIN (SELECT source_id, sum(n) AS n FROM quoted GROUP BY source_id) q ON s.source_id = q.source_id;

--- relation pairs
-- One row is two sources of which one is known to depend on the other, or that share a passage.
CREATE OR REPLACE TABLE pairs AS
SELECT source_id AS a, related_source_id AS b FROM source_relations
UNION
SELECT source_id, other_source_id FROM shared_passages;

--- python families
-- Families of sources that depend on one another.

--- fills sources: family_id
-- One row a source: its family.
SELECT source_id, family AS family_id FROM families;

--- relation links_to_rows
-- One row is a column that only ties a row to another by our judgment, such as to the event that it followed.
CREATE OR REPLACE TABLE links_to_rows AS
SELECT table_name, column_name FROM declared WHERE role = 'judgment' AND references_table IS NOT NULL;

--- relation support
-- One row is a row of any table: what its evidence amounts to.
CREATE OR REPLACE TABLE support AS
WITH piece AS (
    SELECT e.table_name, e.row_id, e.source_id, e.char_start, e.stance,
        CASE WHEN w.is_witness AND e.stance = 'supports' AND (e.table_name <> 'grounds' OR e.column_name = 'ground')
            AND t.column_name IS NULL THEN f.family END AS family -- a witness of the speaker, or of a tie, alone is none of the row
    FROM evidence e
    LEFT JOIN links_to_rows t ON e.table_name = t.table_name AND e.column_name = t.column_name
    LEFT JOIN sources w ON e.witness_source_id = w.source_id
    LEFT JOIN families f ON e.witness_source_id = f.source_id
    UNION ALL
    SELECT 'quotes', q.quote_id, q.source_id, q.char_start, 'supports',
        CASE WHEN w.is_witness THEN f.family END
    FROM quotes q
    LEFT JOIN regions r ON q.source_id = r.source_id AND q.char_start >= r.char_start AND q.char_end <= r.char_end
    LEFT JOIN sources w ON coalesce(r.reproduces_source_id, q.source_id) = w.source_id
    LEFT JOIN families f ON coalesce(r.reproduces_source_id, q.source_id) = f.source_id
    UNION ALL
    SELECT 'sources', s.source_id, s.source_id, 0, 'supports', CASE WHEN s.is_witness THEN f.family END
    FROM sources s JOIN families f ON s.source_id = f.source_id WHERE s.text_held
), page AS (
    SELECT table_name, row_id, source_id, family, count(char_start) AS n_held,
        bool_or(stance = 'supports') AS supports, bool_or(stance = 'contests') AS contests
    FROM piece
    GROUP BY table_name, row_id, source_id, family
)
SELECT
    table_name, row_id,
    CASE WHEN sum(n_held) > 0 THEN 'held_text' ELSE 'quoted' END AS tier,
    count(family) > 0 AS is_witnessed,
    count(DISTINCT source_id) FILTER (supports)::INTEGER AS n_sources,
    count(DISTINCT family)::INTEGER AS n_independent_sources,
    bool_or(contests) AS has_conflict
FROM page
GROUP BY table_name, row_id;

--- supports
-- Each table that says what its rows rest on is filled from `support`.

--- fills events: known_by
-- One row an event: the first day on which a source that reports it had appeared.
SELECT v.event_id, min(s.published_latest) AS known_by
FROM events v
LEFT JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id AND e.derivation <> 'copied'
LEFT JOIN sources s ON e.source_id = s.source_id
GROUP BY v.event_id;

