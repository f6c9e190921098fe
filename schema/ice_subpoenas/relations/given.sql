-- What words give, as far as a query finds it; what only Python can derive is added to `given`.

--- python word_keys

--- relation listed_codes
-- One row is a code of a list, by the form in which its words compare; `scope` is the one source whose words they are, or empty.
CREATE OR REPLACE TABLE listed_codes AS
SELECT p.list_name, coalesce(p.source_id, '') AS scope, k.key, arg_min(p.code, p.phrase_id) AS code
FROM phrases p JOIN word_keys k ON p.phrase = k.words GROUP BY ALL;

--- relation derived_by_hand
-- One row is a piece that only Python can derive, such as a day; it alone counts from another cell.
CREATE OR REPLACE VIEW derived_by_hand AS
FROM evidence_inputs WHERE NOT (derivation = 'vocabulary' OR derivation = 'inference' AND NOT is_date);

--- relation given
-- One row is a piece of evidence with its value, or its fault: the codes of words that a list has, a phrase of the source before a
-- general one; values that people inferred; and nothing yet of what counts from a cell that has no value yet.
CREATE OR REPLACE TABLE given AS
SELECT e.evidence_id, NULL::VARCHAR AS anchor, NULL::VARCHAR AS anchor_value, coalesce(own.code, shared.code) AS value, NULL::VARCHAR AS fault
FROM (FROM evidence_inputs WHERE derivation = 'vocabulary') e LEFT JOIN word_keys k ON e.exact = k.words
LEFT JOIN listed_codes own ON e.list_name = own.list_name AND e.scope = own.scope AND k.key = own.key
LEFT JOIN listed_codes shared ON e.list_name = shared.list_name AND shared.scope = '' AND k.key = shared.key
UNION ALL
SELECT evidence_id, NULL, NULL, typed, if(typed IS NULL, 'untyped', NULL)
FROM evidence_inputs WHERE derivation = 'inference' AND NOT is_date
UNION ALL
SELECT evidence_id, anchor, anchor_value, NULL, NULL FROM derived_by_hand WHERE anchor IS NOT NULL AND anchor_value IS NULL;
