--- view distinct_case_facts
-- row: A fact reported of people that is no part of another fact, so that a sum counts each
--   happening once: a fact of a group stands for those of its members.
-- warning: Reported, not proven: read `modality` and who says so. Rows of `may_be_same` may still
--   tell one happening twice.
-- key: case_fact_id
-- - case_fact_id VARCHAR: The fact.
-- - individual_id VARCHAR: The person; null for the people of an act together.
-- - act_id VARCHAR: The act whose people they are, also of a person's fact.
-- - kind fact_kind: What is reported.
-- - offense offense: The offense, if the fact concerns one.
-- - modality modality: How it is put.
-- - n_people INTEGER: Of how many people it is reported; 1 for a person.
-- - attributed_to VARCHAR: Who says so; null for the writers.
SELECT f.case_fact_id, f.individual_id, coalesce(f.act_id, i.act_id) AS act_id, f.kind, f.offense, f.modality,
    coalesce(f.n_affected, i.n_persons, CASE WHEN f.individual_id IS NOT NULL THEN 1 END)::INTEGER AS n_people,
    coalesce(f.attributed_to_individual_id, f.attributed_to_agency_id) AS attributed_to
FROM case_facts f LEFT JOIN individuals_referenced i ON f.individual_id = i.individual_id
WHERE f.part_of IS NULL
ORDER BY f.case_fact_id;
