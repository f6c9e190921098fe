-- Governments by the held register of places.

--- fills jurisdictions
-- One row a government: what the held register of places says of it.
SELECT j.jurisdiction_id, r.state, r.geoid, r.county_geoid, r.ocd_id, r.wikidata_id, p.jurisdiction_id AS parent_id
FROM jurisdictions j
LEFT JOIN register r ON j.register_id = r.register_id
LEFT JOIN jurisdictions p ON p.register_id = 'state:' || lower(r.state) AND p.jurisdiction_id <> j.jurisdiction_id;

