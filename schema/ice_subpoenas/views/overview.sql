--- view overview
-- row: An act of issuing or serving subpoenas, for people who want the answer: one row, plain words.
-- warning: Not a census: only what the sources of this dataset report.
-- key: act
-- - act VARCHAR: The act: the key of `acts`.
-- - government VARCHAR: The state or local government that received it.
-- - state VARCHAR: USPS code of the state.
-- - kind VARCHAR: Kind of government: state, county, city or district.
-- - geo_id VARCHAR: GEO_ID of the Census Bureau, which joins its tables.
-- - recipient VARCHAR: The body that received it.
-- - issued_by VARCHAR: The body that issued it.
-- - day VARCHAR: The day, as people write it.
-- - day_is VARCHAR: What the day is: `served`, `issued` or `by` (sent by that day).
-- - day_earliest DATE: Earliest day that is possible.
-- - day_latest DATE: Latest day that is possible.
-- - subpoenas INTEGER: How many subpoenas; empty where no source says.
-- - persons INTEGER: On how many people information is asked; empty where no source says.
-- - asked_for VARCHAR: What was asked for, joined by semicolons.
-- - answer VARCHAR: What the recipient last answered, with the day.
-- - court VARCHAR: How far it went in court, with the day.
-- - outcome VARCHAR: How it ended or last stood, with the day.
-- - in_short VARCHAR: The act in one sentence, with what is not known and the day of the last search.
-- - sources VARCHAR: Addresses of the sources, joined by semicolons.
WITH edtf AS (
    SELECT DISTINCT value FROM (
        SELECT served_edtf AS value FROM acts UNION ALL SELECT issued_edtf FROM acts
        UNION ALL SELECT response_as_of FROM acts UNION ALL SELECT enforcement_as_of FROM acts
        UNION ALL SELECT outcome_as_of FROM acts
    ) WHERE value IS NOT NULL
), part AS (
    SELECT value, regexp_extract_all(value, '[0-9]{4}-[0-9]{2}-[0-9]{2}') AS days FROM edtf
), said AS (
    SELECT value,
        CASE
            WHEN value SIMILAR TO '[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN 'on ' || strftime(days[1]::DATE, '%B %-d, %Y')
            WHEN value SIMILAR TO '[0-9]{4}-[0-9]{2}' THEN 'in ' || strftime((value || '-01')::DATE, '%B %Y')
            WHEN value SIMILAR TO '[0-9]{4}' THEN 'in the year ' || value
            WHEN value SIMILAR TO '\[\.\..*\]' THEN 'by ' || strftime(days[1]::DATE, '%B %-d, %Y')
            WHEN value SIMILAR TO '\[.*\.\.\]' THEN 'on or after ' || strftime(days[1]::DATE, '%B %-d, %Y')
            WHEN len(days) = 2 AND value LIKE '%..%' THEN 'between ' || strftime(days[1]::DATE, '%B %-d')
                || CASE WHEN year(days[1]::DATE) <> year(days[2]::DATE) THEN strftime(days[1]::DATE, ', %Y') ELSE '' END
                || ' and ' || strftime(days[2]::DATE, '%B %-d, %Y')
            WHEN len(days) = 2 THEN 'on ' || strftime(days[1]::DATE, '%B %-d') || ' or '
                || CASE WHEN month(days[1]::DATE) = month(days[2]::DATE) THEN strftime(days[2]::DATE, '%-d, %Y')
                    ELSE strftime(days[2]::DATE, '%B %-d, %Y') END
            ELSE 'between ' || strftime(days[1]::DATE, '%B %-d, %Y') || ' and ' || strftime(days[-1]::DATE, '%B %-d, %Y')
        END AS words
    FROM part
), meaning AS (
    SELECT * FROM (VALUES
        ('under_review', 'was still reviewing it'), ('agreed', 'said it would comply'), ('refused', 'refused'),
        ('unable', 'said it could not'), ('partial', 'gave a part'), ('complied', 'gave what was asked'),
        ('threatened', 'going to court was threatened'), ('petition_filed', 'the government asked a court to enforce'),
        ('ordered', 'a court ordered compliance'), ('ordered_in_part', 'a court ordered compliance in part'),
        ('denied', 'a court did not enforce'), ('stayed', 'a court suspended the order'),
        ('quashed', 'a court set it aside'), ('enjoined', 'a court forbade compliance'),
        ('enjoined_in_part', 'a court forbade compliance in part'),
        ('produced', 'what was asked was produced'), ('produced_in_part', 'a part was produced'),
        ('not_produced', 'nothing had been produced'), ('appeal_pending', 'an appeal was pending'),
        ('withdrawn', 'it was withdrawn')
    ) m(code, words)
), asked AS (
    SELECT act_id, string_agg(DISTINCT replace(kind::VARCHAR, '_', ' '), '; ' ORDER BY replace(kind::VARCHAR, '_', ' ')) AS kinds
    FROM information_sought GROUP BY act_id
), address AS (
    SELECT act_id, string_agg(DISTINCT url, '; ' ORDER BY url) AS urls, max(accessed) AS accessed
    FROM (
        SELECT e.row_id AS act_id, s.url, s.accessed FROM evidence e JOIN sources s ON e.source_id = s.source_id
        WHERE e.table_name = 'acts' AND e.stance IN ('supports', 'broader')
        UNION ALL
        SELECT a.act_id, s.url, s.accessed FROM acts a
        JOIN evidence e ON e.table_name = 'events' AND e.row_id IN (a.response_event_id, a.enforcement_event_id, a.outcome_event_id)
            AND e.stance IN ('supports', 'broader')
        JOIN sources s ON e.source_id = s.source_id
    ) GROUP BY act_id
), looked AS (
    SELECT b.row_id AS act_id, max(s.searched_on) AS searched
    FROM absences b JOIN searches s ON b.search_id = s.search_id WHERE b.table_name = 'acts'
    GROUP BY b.row_id
), told AS (
    SELECT a.*,
        coalesce(sv.words, si.words) AS day,
        CASE WHEN coalesce(sv.words, si.words) LIKE 'by %' THEN 'by' WHEN sv.words IS NOT NULL THEN 'served' WHEN si.words IS NOT NULL THEN 'issued' END AS day_is,
        rm.words || coalesce(' ' || rd.words, '') || CASE WHEN NOT a.response_is_witnessed THEN ' (only copies or retellings say so)' ELSE '' END AS answer,
        em.words || coalesce(' ' || ed.words, '') || CASE WHEN NOT a.enforcement_is_witnessed THEN ' (only copies or retellings say so)' ELSE '' END AS court,
        om.words || coalesce(' ' || od.words, '') || CASE WHEN NOT a.outcome_is_witnessed THEN ' (only copies or retellings say so)' ELSE '' END AS ended
    FROM acts a
    LEFT JOIN said sv ON a.served_edtf = sv.value
    LEFT JOIN said si ON a.issued_edtf = si.value
    LEFT JOIN meaning rm ON a.response_status::VARCHAR = rm.code
    LEFT JOIN said rd ON a.response_as_of = rd.value
    LEFT JOIN meaning em ON a.enforcement_status::VARCHAR = em.code
    LEFT JOIN said ed ON a.enforcement_as_of = ed.value
    LEFT JOIN meaning om ON a.outcome::VARCHAR = om.code
    LEFT JOIN said od ON a.outcome_as_of = od.value
    WHERE a.in_scope
)
SELECT
    t.act_id AS act, j.name AS government, j.state, j.kind::VARCHAR AS kind,
    CASE
        WHEN j.county_geoid IS NOT NULL THEN '0500000US' || j.county_geoid
        WHEN j.kind = 'state' THEN '0400000US' || j.geoid
        WHEN j.kind = 'county' THEN '0500000US' || j.geoid
        WHEN j.geoid IS NOT NULL THEN '1600000US' || j.geoid
    END AS geo_id,
    r.name AS recipient, i.name AS issued_by, t.day, t.day_is,
    CASE WHEN t.served_edtf IS NOT NULL THEN t.served_earliest ELSE t.issued_earliest END AS day_earliest,
    CASE WHEN t.served_edtf IS NOT NULL THEN t.served_latest ELSE t.issued_latest END AS day_latest,
    t.n_subpoenas AS subpoenas, t.n_persons AS persons, k.kinds AS asked_for, t.answer, t.court, t.ended AS outcome,
    concat(
        i.name, CASE WHEN t.day_is = 'issued' THEN ' sent ' ELSE ' served ' END,
        CASE WHEN t.n_subpoenas IS NULL THEN 'a number of subpoenas that no source gives' WHEN t.n_subpoenas = 1 THEN 'one subpoena' ELSE t.n_subpoenas || ' subpoenas' END,
        CASE WHEN t.day_is = 'issued' THEN ' to ' ELSE ' on ' END, r.name, coalesce(' ' || t.day, ''),
        CASE WHEN t.n_persons = 1 THEN ' about one person' WHEN t.n_persons > 1 THEN ' about ' || t.n_persons || ' people' ELSE '' END,
        coalesce('; the recipient ' || t.answer, '; no answer was found'),
        coalesce('; ' || t.court, '; no court matter was found'),
        coalesce('; ' || t.ended, '; how it ended was not found'),
        '; last looked for on ', strftime(greatest(coalesce(l.searched, x.accessed), coalesce(x.accessed, l.searched)), '%B %-d, %Y'), '.'
    ) AS in_short,
    x.urls AS sources
FROM told t
JOIN jurisdictions j ON t.jurisdiction_id = j.jurisdiction_id
JOIN agencies r ON t.recipient_agency_id = r.agency_id
JOIN agencies i ON t.issuing_agency_id = i.agency_id
LEFT JOIN asked k ON t.act_id = k.act_id
LEFT JOIN address x ON t.act_id = x.act_id
LEFT JOIN looked l ON t.act_id = l.act_id
ORDER BY t.act_id;
