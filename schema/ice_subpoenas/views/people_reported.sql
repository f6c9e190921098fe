--- view people_reported
-- row: A kind of fact that is reported of the people asked about, how it is put, and of how many people, each counted once. Arrests, custody and releases by the agency itself are apart from those by others.
-- warning: Reported, not proven. `n_at_least` is at least how many: a person may be in several rows, so do not add these up.
-- - kind fact_kind: What is reported.
-- - modality modality: How it is put.
-- - is_by_agency BOOLEAN: Of an arrest, custody or a release: whether a source names the Department of Homeland Security, or a body of it such as ICE, as
--   the one that did it. Null of all other kinds.
-- - n_at_least INTEGER: At least of how many people, if no two acts tell of the same person but where `may_be_same` says so. A person counts once, however often it happened; a group counts by the
--   number that words give for this fact, and whoever may be one of it is not added to it; of two people who may be the same person, one counts. Null if no source gives a number.
-- - n_unwitnessed INTEGER: Of how many of these no witness tells; null if no source gives a number.
-- - n_acts INTEGER: How many acts ask about these people; acts that ask together count as one.
-- - offenses VARCHAR: The offenses of all these reports and of their parts, as codes joined by `, `; no source need say
--   whose each is. Null if none is named.
WITH RECURSIVE department AS (
    SELECT agency_id FROM agencies WHERE agency_id = 'dhs'
    UNION ALL SELECT g.agency_id FROM agencies g JOIN department d ON g.parent_id = d.agency_id
), fact AS ( -- `together` are the acts whose people may be one another's
    SELECT d.case_fact_id, d.kind, d.modality, CASE WHEN d.kind IN ('arrest', 'custody', 'release') THEN coalesce(d.agency_id IN (SELECT agency_id FROM department), false) END AS is_by_agency,
        d.n_counted, d.individual_id, d.individual_id IS NULL OR coalesce(i.n_persons > 1, false) AS is_of_several,
        bool_or(c.is_witnessed) OVER (PARTITION BY if(is_of_several, d.case_fact_id, d.individual_id), d.kind, d.modality) AS is_witnessed, d.n_people, d.offenses,
        coalesce(d.act_id, d.act_group_id) AS asked_by, coalesce(d.act_group_id, g.act_group_id, d.act_id) AS together
    FROM distinct_case_facts d
    JOIN case_facts c ON d.case_fact_id = c.case_fact_id
    LEFT JOIN individuals_referenced i ON d.individual_id = i.individual_id
    LEFT JOIN acts a ON d.act_id = a.act_id
    LEFT JOIN act_groups g ON a.act_group_id = g.act_group_id AND g.kind = 'together'
    WHERE a.in_scope OR d.act_group_id IS NOT NULL
), counted AS (
    SELECT kind, modality, is_by_agency, together, nullif(count(DISTINCT individual_id) FILTER (NOT is_of_several AND n_counted > 0) + coalesce(max(n_people) FILTER (is_of_several), 0), 0) AS n,
        nullif(count(DISTINCT individual_id) FILTER (NOT is_of_several AND n_counted > 0 AND is_witnessed) + coalesce(max(n_people) FILTER (is_of_several AND is_witnessed), 0), 0) AS n_witnessed
    FROM fact GROUP BY ALL
), pair AS ( -- two people of whom it is not known whether they are one, and whose acts each is of
    SELECT m.may_be_same_id, unnest([m.row_id, m.other_row_id]) AS individual_id
    FROM may_be_same m WHERE m.table_name = 'individuals_referenced'
), placed AS (
    SELECT DISTINCT p.may_be_same_id, p.individual_id, f.kind, f.modality, f.is_by_agency, f.case_fact_id
    FROM pair p
    JOIN individuals_referenced i ON p.individual_id = i.individual_id
    LEFT JOIN acts a ON i.act_id = a.act_id
    LEFT JOIN act_groups g ON a.act_group_id = g.act_group_id AND g.kind = 'together'
    JOIN fact f ON f.individual_id = i.individual_id OR f.is_of_several AND f.together = coalesce(i.act_group_id, g.act_group_id, i.act_id)
    WHERE f.is_of_several OR f.n_counted > 0
), twice AS (
    SELECT o.kind, o.modality, o.is_by_agency, count(DISTINCT o.may_be_same_id) AS n
    FROM placed o JOIN placed p ON o.may_be_same_id = p.may_be_same_id AND o.individual_id < p.individual_id AND o.case_fact_id <> p.case_fact_id
        AND (o.kind, o.modality, o.is_by_agency) IS NOT DISTINCT FROM (p.kind, p.modality, p.is_by_agency)
    GROUP BY ALL
), told AS (
    SELECT kind, modality, is_by_agency, count(DISTINCT asked_by) AS n_acts,
        nullif(array_to_string(list_sort(list_distinct(flatten(list(string_split(offenses, '; ')) FILTER (offenses IS NOT NULL)))), ', '), '') AS offenses
    FROM fact GROUP BY ALL
), summed AS (
    SELECT kind, modality, is_by_agency, sum(n) AS n, sum(n - coalesce(n_witnessed, 0)) AS n_unwitnessed FROM counted GROUP BY ALL
)
SELECT t.kind, t.modality, t.is_by_agency, (s.n - coalesce(w.n, 0))::INTEGER AS n_at_least,
    least(s.n_unwitnessed, s.n - coalesce(w.n, 0))::INTEGER AS n_unwitnessed, t.n_acts::INTEGER AS n_acts, t.offenses
FROM told t
JOIN summed s ON (t.kind, t.modality, t.is_by_agency) IS NOT DISTINCT FROM (s.kind, s.modality, s.is_by_agency)
LEFT JOIN twice w ON (t.kind, t.modality, t.is_by_agency) IS NOT DISTINCT FROM (w.kind, w.modality, w.is_by_agency)
ORDER BY t.kind, t.modality, t.is_by_agency;
