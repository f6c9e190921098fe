-- Words as they are shown. Only views take these relations.

--- relation passages
-- One row is a piece of evidence: its words with the text around them, without halves of words where
-- a held text goes on.
CREATE OR REPLACE VIEW passages AS
SELECT evidence_id, trim(concat(
    CASE WHEN is_refound AND length(prefix) >= 32 THEN '…' || regexp_replace(prefix, '^\S*\s', '') ELSE prefix END, exact,
    CASE WHEN is_refound AND length(suffix) >= 32 THEN regexp_replace(suffix, '\s\S*$', '') || '…' ELSE suffix END)) AS passage
FROM evidence;
