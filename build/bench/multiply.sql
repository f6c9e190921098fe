--- named
-- Lets the words for a body give the name of its copy.
UPDATE evidence SET derivation = 'inference', value = a.name,
    arguments = json_object('value', a.name),
    reason = 'The copy of a body has a name of its own, ' || a.name || '.'
FROM agencies a
WHERE table_name = 'agencies' AND column_name = 'name' AND row_id = agency_id AND value <> a.name;

--- unsought
-- No search names the copy of a source, because searches are not copied.
UPDATE absences SET reason = 'not_stated', search_id = NULL
WHERE table_name = 'sources' AND search_id IS NOT NULL AND row_id LIKE 'm%-%';

--- printed
-- The reason of the copy of a body has all words for that body.
UPDATE agencies SET reason = 'It is printed as ' || p.names || '.'
FROM (
    SELECT code, string_agg(DISTINCT upper(phrase), ', ') AS names FROM phrases
    WHERE list_name = 'agencies' AND source_id IS NOT NULL GROUP BY code
) p
WHERE agency_id = code AND agency_id NOT IN (SELECT agency_id FROM one_agencies);

--- names
-- The names of bodies in each source: by which its words were derived, or general ones that they
--   hold.
CREATE TEMP TABLE named AS
SELECT e.source_id, e.value AS code, lower(plain(e.exact)) AS phrase, 0 AS rank
FROM one_evidence e JOIN one_dictionary d
ON e.table_name = d.table_name AND e.column_name = d.column_name AND d.references_table = 'agencies'
WHERE e.derivation = 'vocabulary' AND e.value IS NOT NULL
UNION
SELECT e.source_id, p.code, lower(plain(p.phrase)), 1
FROM (
    SELECT source_id,
        bare(string_agg(concat(prefix, exact, suffix, ' ', arguments ->> 'about'), ' ')) AS words
    FROM one_evidence GROUP BY ALL
) e
JOIN one_phrases p ON p.list_name = 'agencies' AND coalesce(p.source_id, e.source_id) = e.source_id
    AND contains(e.words, bare(p.phrase));

--- unread
-- Readings of pages from which no evidence comes any more go.
DELETE FROM reviews r WHERE NOT EXISTS (
    FROM evidence e WHERE e.reviewed_file = r.reviewed_file AND e.source_id = r.source_id
);

--- unused
-- A sentence that nothing uses any more has a reason.
UPDATE ledger SET reason = 'background' WHERE n_evidence = 0 AND reason IS NULL;
