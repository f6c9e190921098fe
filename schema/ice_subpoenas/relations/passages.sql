-- Words as they are shown. Only views use these relations.

--- relation passages
-- One row is a piece of evidence: its words with the text around them. Where a held text goes on, no
-- word is cut in half.
CREATE OR REPLACE VIEW passages AS
SELECT evidence_id, trim(concat(
    CASE WHEN is_refound AND length(prefix) >= 32 THEN '…' || regexp_replace(prefix, '^\S*\s', '') ELSE prefix END, exact,
    CASE WHEN is_refound AND length(suffix) >= 32 THEN regexp_replace(suffix, '\s\S*$', '') || '…' ELSE suffix END)) AS passage
FROM evidence;
