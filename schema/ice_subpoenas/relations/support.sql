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

--- relation families
-- One row is a source and its family, called by the lowest id: sources that depend on one another, directly or through others.
CREATE OR REPLACE TABLE families AS
WITH RECURSIVE tie AS (
    SELECT a, b FROM pairs UNION SELECT b, a FROM pairs
), lower AS (
    SELECT a AS source_id, b AS family FROM tie WHERE b < a
    UNION
    SELECT t.b, l.family FROM lower l JOIN tie t ON l.source_id = t.a WHERE l.family < t.b
)
SELECT s.source_id, coalesce(min(l.family), s.source_id) AS family
FROM sources s LEFT JOIN lower l ON s.source_id = l.source_id GROUP BY s.source_id;

--- fills sources: family_id
-- One row a source: its family.
SELECT source_id, family AS family_id FROM families;

--- relation support
-- One row is a row of any table: what its evidence amounts to. It is witnessed if witnesses support each cell that says
-- what the row says; `part` is such a cell, or the whole row of a table that names none.
CREATE OR REPLACE TABLE support AS
WITH piece AS (
    SELECT e.table_name, e.row_id, e.source_id, e.char_start, e.stance,
        CASE WHEN d.is_said THEN e.column_name WHEN n.table_name IS NULL THEN '' END AS part,
        CASE WHEN w.is_witness AND e.stance = 'supports' THEN f.family END AS family
    FROM evidence e
    LEFT JOIN declared d ON e.table_name = d.table_name AND e.column_name = d.column_name
    LEFT JOIN (SELECT DISTINCT table_name FROM declared WHERE is_said) n ON e.table_name = n.table_name
    LEFT JOIN sources w ON e.witness_source_id = w.source_id
    LEFT JOIN families f ON e.witness_source_id = f.source_id
    UNION ALL
    SELECT 'quotes', q.quote_id, q.source_id, q.char_start, 'supports', '',
        CASE WHEN w.is_witness THEN f.family END
    FROM quotes q
    LEFT JOIN regions r ON q.source_id = r.source_id AND q.char_start >= r.char_start AND q.char_end <= r.char_end
    LEFT JOIN sources w ON coalesce(r.reproduces_source_id, q.source_id) = w.source_id
    LEFT JOIN families f ON coalesce(r.reproduces_source_id, q.source_id) = f.source_id
    UNION ALL
    SELECT 'sources', s.source_id, s.source_id, 0, 'supports', '', CASE WHEN s.is_witness THEN f.family END
    FROM sources s JOIN families f ON s.source_id = f.source_id WHERE s.text_held
), witness AS (
    SELECT table_name, row_id, min(n) AS n FROM (
        SELECT table_name, row_id, part, count(DISTINCT family) AS n
        FROM piece WHERE part IS NOT NULL AND stance IN ('supports', 'broader') GROUP BY ALL
    ) GROUP BY ALL
), page AS (
    SELECT table_name, row_id, source_id, count(char_start) AS n_held,
        bool_or(stance = 'supports') AS supports, bool_or(stance = 'contests') AS contests
    FROM piece
    GROUP BY table_name, row_id, source_id
)
SELECT
    p.table_name, p.row_id,
    CASE WHEN sum(p.n_held) > 0 THEN 'held_text' ELSE 'quoted' END AS tier,
    coalesce(any_value(w.n), 0) > 0 AS is_witnessed,
    count(*) FILTER (p.supports)::INTEGER AS n_sources,
    coalesce(any_value(w.n), 0)::INTEGER AS n_independent_sources,
    bool_or(p.contests) AS has_conflict
FROM page p LEFT JOIN witness w ON p.table_name = w.table_name AND p.row_id = w.row_id
GROUP BY p.table_name, p.row_id;

--- supports
-- Each table that says what its rows rest on is filled from `support`.

--- fills events: known_by
-- One row an event: the first day on which a source that reports it had appeared.
SELECT v.event_id, min(s.published_latest) AS known_by
FROM events v
LEFT JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id AND e.derivation <> 'copied'
LEFT JOIN sources s ON e.source_id = s.source_id
GROUP BY v.event_id;

--- relation counted_by_reasoning
-- One row is a cell of an act, who issued it or the kind of its paper, that no words give: without what a reader inferred the
-- act would not be counted.
CREATE OR REPLACE TABLE counted_by_reasoning AS
SELECT row_id AS act_id, column_name FROM evidence
WHERE table_name = 'acts' AND column_name IN ('issuing_agency_id', 'instrument') AND stance IN ('supports', 'broader')
GROUP BY ALL HAVING bool_and(derivation = 'inference');
