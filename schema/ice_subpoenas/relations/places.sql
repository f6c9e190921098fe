-- Governments by the held register of places.

--- fills jurisdictions: state, geoid, county_geoid, ocd_id, wikidata_id, parent_id
-- One row a government: what the held register of places says of it. A government without an entry
-- there, such as a school district, lies in the state that its id names.
WITH placed AS (
    SELECT jurisdiction_id, register_id,
        nullif(upper(regexp_extract(jurisdiction_id, '^us-([a-z]{2})-', 1)), '') AS state_of_id
    FROM jurisdictions
)
SELECT
    j.jurisdiction_id, coalesce(r.state, j.state_of_id) AS state, r.geoid, r.county_geoid, r.ocd_id,
    r.wikidata_id, p.jurisdiction_id AS parent_id
FROM placed j
LEFT JOIN register r ON j.register_id = r.register_id
LEFT JOIN jurisdictions p ON p.register_id = 'state:' || lower(coalesce(r.state, j.state_of_id))
    AND p.jurisdiction_id <> j.jurisdiction_id;

