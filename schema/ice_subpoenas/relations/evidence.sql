-- Evidence: the value that it gives, how that stands to the cell, where it lies, whose words it is.

--- python cells

--- fills evidence: value, stance
-- One row is a piece of evidence: its value, and how that stands to the published one. Words that
-- only bear on a cell give none; words beside a judgment give one only if a list knows them.
SELECT
    e.evidence_id,
    CASE WHEN contains(coalesce(e.arguments, ''), '"bears"') THEN NULL ELSE g.value END AS value,
    CASE
        WHEN contains(coalesce(e.arguments, ''), '"bears"') THEN 'bears_on'
        WHEN d.role = 'judgment' THEN if(g.value IS DISTINCT FROM c.value AND g.value IS NOT NULL, 'bears_on', 'supports')
        WHEN g.value IS NULL THEN 'bears_on'
        WHEN d.is_date THEN coalesce(s.stance, 'contests')
        WHEN c.value IS NULL THEN 'contests'
        WHEN g.value = c.value THEN 'supports'
        WHEN i.value IS NOT NULL THEN 'broader'
        ELSE 'contests'
    END AS stance
FROM evidence e
JOIN stems d ON e.table_name = d.table_name AND e.column_name = d.stem
LEFT JOIN given g ON e.evidence_id = g.evidence_id
LEFT JOIN cells c ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.column_name = c.column_name
LEFT JOIN includes i ON d.includes_list = i.list_name AND c.value = i.value AND g.value = i.above
LEFT JOIN day_stances s ON e.evidence_id = s.evidence_id
WHERE e.derivation <> 'copied';

--- relation pages
-- One row is what one reviewed file takes from one source: the unit of a reading. The fingerprint
-- stands for what a reader is shown: words and value, and of an inference its reasoning. Of days
-- that recur (`any Monday of [2020-01-13..]`) it leaves out the part of the time, which the words do not say.
CREATE OR REPLACE TABLE pages AS
SELECT
    reviewed_file, source_id, count(*) AS n_pieces,
    left(sha256(string_agg(
        evidence_id || '=' || coalesce(if(derivation = 'date', split_part(value, ' of ', 1), value), '') || if(derivation = 'inference', '/' || coalesce(reason, ''), ''),
        '/' ORDER BY evidence_id
    )), 16) AS fingerprint
FROM evidence
WHERE derivation <> 'copied'
GROUP BY reviewed_file, source_id;

--- fills reviews: is_current
-- One row a reading: whether the evidence is still what was read.
SELECT r.review_id, coalesce(r.fingerprint = p.fingerprint, false) AS is_current
FROM reviews r LEFT JOIN pages p ON r.reviewed_file = p.reviewed_file AND r.source_id = p.source_id;

--- relation originals
-- One row is a copy, of the whole or of a part, and the document that it copies; a copy of two documents has the first.
CREATE OR REPLACE TABLE originals AS
SELECT r.source_id, min(r.related_source_id) AS original_id
FROM source_relations r JOIN sources s ON r.source_id = s.source_id
WHERE r.relation IN ('reprints', 'reproduces') AND s.standing IN ('wire_copy', 'reprint')
GROUP BY r.source_id;

--- fills evidence: is_refound, region, witness_source_id, seen_again
-- One row is a piece of evidence: where it lies, whose words it is, and whether it was found again.
SELECT
    e.evidence_id,
    e.char_start IS NOT NULL AS is_refound,
    r.region,
    coalesce(r.reproduces_source_id, o.original_id, e.source_id) AS witness_source_id,
    v.seen_again
FROM evidence e
LEFT JOIN regions r ON e.source_id = r.source_id AND e.char_start >= r.char_start AND e.char_end <= r.char_end
LEFT JOIN originals o ON e.source_id = o.source_id
LEFT JOIN (
    SELECT reviewed_file, source_id, max(reviewed_on) AS seen_again
    FROM reviews WHERE reading = 'second' AND is_current
    GROUP BY ALL
) v ON e.char_start IS NULL AND e.reviewed_file = v.reviewed_file AND e.source_id = v.source_id
WHERE e.derivation <> 'copied';

--- makes attributions where kind IN ('speaker', 'printed')
-- One row is the first or the last hop of a chain: the speaker, and the source that prints.
WITH spoken AS (
    SELECT q.quote_id, q.source_id, q.speaker_id, q.speaker_agency_id, coalesce(max(a.hop), 1) AS n
    FROM quotes q LEFT JOIN attributions a ON q.quote_id = a.quote_id AND a.kind NOT IN ('speaker', 'printed')
    WHERE q.speaker_id IS NOT NULL OR q.speaker_agency_id IS NOT NULL
    GROUP BY ALL
)
SELECT quote_id || '-h1' AS attribution_id, quote_id, 1::INTEGER AS hop, 'speaker' AS kind,
    speaker_id AS actor_individual_id, speaker_agency_id AS actor_agency_id
FROM spoken
UNION ALL
SELECT quote_id || '-h' || (n + 1), quote_id, (n + 1)::INTEGER, 'printed', NULL, NULL
FROM spoken;

--- relation cells
-- The cells of the hops that were just made.
INSERT INTO cells
SELECT 'attributions' AS table_name, attribution_id AS row_id, unnest(['actor_individual_id', 'actor_agency_id']) AS column_name,
    unnest([actor_individual_id, actor_agency_id]) AS value
FROM attributions a
ANTI JOIN cells c ON c.table_name = 'attributions' AND c.row_id = a.attribution_id;

--- makes evidence where derivation = 'copied' AND table_name = 'attributions'
-- One row is a copy, for the first hop of a chain, of what shows who speaks.
SELECT
    'e' || left(sha256(e.evidence_id || '/' || e.row_id || '-h1/' || c.actor), 15) AS evidence_id,
    'attributions' AS table_name, e.row_id || '-h1' AS row_id, c.actor AS column_name, e.source_id,
    e.witness_source_id, e.is_refound, e.seen_again, e.char_start, e.char_end, e.exact, e.prefix,
    e.suffix, e.locator, e.region, e.passage_id, 'copied' AS derivation,
    '{"from": "quotes/' || e.row_id || '/' || e.column_name || '"}' AS arguments, e.value, e.stance, e.reason,
    NULL AS group_id, e.evidence_id AS via_evidence_id, e.reviewed_file, e.reviewed_line
FROM evidence e
JOIN (VALUES ('speaker_id', 'actor_individual_id'), ('speaker_agency_id', 'actor_agency_id')) c(speaker, actor)
    ON e.column_name = c.speaker
JOIN attributions a ON a.attribution_id = e.row_id || '-h1'
WHERE e.table_name = 'quotes' AND e.stance <> 'bears_on';

--- makes evidence where derivation = 'copied' AND table_name = 'subpoenas'
-- One row is a copy, for one subpoena, of a piece of evidence of its act.
SELECT
    'e' || left(sha256(e.evidence_id || '/' || s.subpoena_id || '/' || e.column_name), 15) AS evidence_id,
    'subpoenas' AS table_name, s.subpoena_id AS row_id, e.column_name, e.source_id,
    e.witness_source_id, e.is_refound, e.seen_again, e.char_start, e.char_end, e.exact, e.prefix,
    e.suffix, e.locator, e.region, e.passage_id, 'copied' AS derivation,
    '{"from": "acts/' || e.row_id || '/' || e.column_name || '"}' AS arguments, e.value, e.stance, e.reason,
    NULL AS group_id, e.evidence_id AS via_evidence_id, e.reviewed_file, e.reviewed_line
FROM subpoenas s
JOIN evidence e ON e.table_name = 'acts' AND e.row_id = s.act_id
JOIN stems d ON d.table_name = 'subpoenas' AND d.stem = e.column_name AND d.is_copied
ANTI JOIN evidence o ON o.table_name = 'subpoenas' AND o.row_id = s.subpoena_id
    AND o.column_name = e.column_name AND o.derivation <> 'copied'
ANTI JOIN absences b ON b.table_name = 'subpoenas' AND b.row_id = s.subpoena_id
    AND b.column_name = e.column_name AND NOT b.is_copied;

--- fills attributions: actor_source_id, is_inferred
-- One row is a hop: the source that prints, and whether the actor is inferred.
SELECT
    a.attribution_id,
    CASE WHEN a.kind = 'printed' THEN q.source_id END AS actor_source_id,
    coalesce(i.n > 0, false) AS is_inferred
FROM attributions a
LEFT JOIN quotes q ON a.quote_id = q.quote_id
LEFT JOIN (
    SELECT row_id, count(*) FILTER (derivation = 'inference' AND stance = 'supports') AS n
    FROM (
        SELECT row_id, derivation, stance FROM evidence WHERE table_name = 'attributions' AND derivation <> 'copied'
        UNION ALL
        SELECT row_id || '-h1', derivation, stance FROM evidence
        WHERE table_name = 'quotes' AND column_name IN ('speaker_id', 'speaker_agency_id')
    )
    GROUP BY row_id
) i ON a.attribution_id = i.row_id;

