--- view distinct_case_facts
-- row: A fact that is reported of people and is not part of another fact: the fact of a group stands for those of its members. `sum(n_counted)` counts each happening of each person once; to count people, take `people_reported`.
-- warning: Reported, not proven: read `modality` and who says so before you count.
-- key: case_fact_id
-- - case_fact_id VARCHAR: The fact.
-- - individual_id VARCHAR: The person; null for the people of an act together.
-- - act_id VARCHAR: The act that asks about the person or the people; null if several ask together, or none does.
-- - act_group_id VARCHAR: The acts that ask together about a group of people, if no source says which act asks
--   about whom; null for all others. Acts of a group are in scope.
-- - kind fact_kind: What is reported.
-- - offense offense: The offense, if the fact concerns one.
-- - offenses VARCHAR: The codes of that offense and of those of the facts that are part of this one, joined
--   with `; `; null if none is named. Whose offenses those of the parts are need not be known.
-- - modality modality: How it is put.
-- - n_people INTEGER: How many people it is reported of; 1 for a person; null if no source says, even of a group whose own number is known.
-- - n_counted INTEGER: The number to add up: `n_people` in one row of each happening, 0 in its
--   other rows. One arrest on three offenses has three rows. Facts of some members beside the fact
--   of the whole group, and facts that `may_be_same` pairs, are treated alike. So a sum means "at
--   least". Only whether a member of one group may be somebody of another act is left open.
-- - agency_id VARCHAR: The body that arrested, released, lodged …; null if no source names it.
-- - matter_id VARCHAR: The case of which it is a part.
-- - attributed_to VARCHAR: Who says so; null for the writers.
WITH RECURSIVE part AS (
    SELECT case_fact_id AS whole, case_fact_id AS part, offense FROM case_facts
    UNION SELECT p.whole, f.case_fact_id, f.offense FROM part p JOIN case_facts f ON f.part_of = p.part
), named AS (
    SELECT whole, string_agg(DISTINCT offense::VARCHAR, '; ' ORDER BY offense::VARCHAR) AS offenses FROM part GROUP BY whole
), fact AS (
    SELECT f.*, coalesce(f.act_id, i.act_id) AS of_act, i.act_group_id, coalesce(f.individual_id, f.act_id) AS subject, i.n_persons,
        CASE
            WHEN f.n_affected IS NOT NULL THEN f.n_affected
            WHEN f.individual_id IS NOT NULL AND coalesce(i.n_persons, 1) = 1 THEN 1 -- of how many of a group, only words say
        END::INTEGER AS n_people
    FROM case_facts f LEFT JOIN individuals_referenced i ON f.individual_id = i.individual_id
    WHERE f.part_of IS NULL
), happening AS (
    SELECT *, CASE
            WHEN max(n_people) OVER (PARTITION BY subject, kind) = coalesce(n_persons, n_total) AND coalesce(n_persons, n_total) > 1 THEN 'all of them'
            ELSE coalesce(matter_id, case_fact_id)
        END AS happened
    FROM fact
), twin AS (
    SELECT CASE WHEN coalesce(a.n_people, 0) < coalesce(b.n_people, 0) THEN a.case_fact_id ELSE b.case_fact_id END AS case_fact_id
    FROM may_be_same m
    JOIN fact a ON m.row_id = a.case_fact_id
    JOIN fact b ON m.other_row_id = b.case_fact_id AND a.kind = b.kind
    WHERE m.table_name = 'case_facts'
)
SELECT h.case_fact_id, h.individual_id, h.of_act AS act_id, h.act_group_id, h.kind, h.offense, n.offenses, h.modality, h.n_people,
    CASE
        WHEN h.n_people IS NULL THEN NULL
        WHEN h.case_fact_id IN (SELECT case_fact_id FROM twin) THEN 0
        WHEN row_number() OVER (PARTITION BY h.subject, h.kind, h.happened ORDER BY h.n_people DESC NULLS LAST, h.case_fact_id) > 1 THEN 0
        ELSE h.n_people
    END::INTEGER AS n_counted,
    h.agency_id, h.matter_id, coalesce(h.attributed_to_individual_id, h.attributed_to_agency_id) AS attributed_to
FROM happening h JOIN named n ON h.case_fact_id = n.whole
ORDER BY h.case_fact_id;
