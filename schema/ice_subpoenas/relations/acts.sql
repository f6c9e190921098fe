-- What acts, subpoenas and people repeat of the rows beside them.

--- fills acts: jurisdiction_id, in_scope
-- One row an act: the government of its recipient, and whether its paper is counted.
SELECT a.act_id, g.jurisdiction_id, is_counted(a.instrument) AS in_scope
FROM acts a LEFT JOIN agencies g ON a.recipient_agency_id = g.agency_id;

--- adds subpoenas
-- One row a subpoena that nobody wrote, because it has nothing of its own: as many as its act
-- states, at least one.
SELECT a.act_id || '-' || n.n AS subpoena_id, a.act_id
FROM acts a
CROSS JOIN LATERAL (SELECT unnest(range(1, greatest(coalesce(a.n_subpoenas, 1), 1) + 1)) AS n) n
ANTI JOIN subpoenas s ON s.subpoena_id = a.act_id || '-' || n.n
WHERE a.in_scope AND coalesce(a.n_subpoenas, 1) <= 1000;

--- relation own_stems
-- One row is a subpoena, with the stems that have words or a reason of their own.
CREATE OR REPLACE TABLE own_stems AS
SELECT row_id AS subpoena_id, list(column_name) AS stems
FROM (
    SELECT row_id, column_name FROM evidence WHERE table_name = 'subpoenas' AND derivation <> 'copied'
    UNION SELECT row_id, column_name FROM absences WHERE table_name = 'subpoenas' AND NOT is_copied
)
GROUP BY row_id;

--- copies subpoenas
-- Every stem that a subpoena repeats of its act, unless it has its own.

--- fills subpoenas: jurisdiction_id, jurisdiction_name, state, issuing_agency_name, recipient_agency_name
-- One row a subpoena: names, so that the table can be read alone.
SELECT
    s.subpoena_id, a.jurisdiction_id, j.name AS jurisdiction_name, j.state,
    i.name AS issuing_agency_name, r.name AS recipient_agency_name
FROM subpoenas s
LEFT JOIN acts a ON s.act_id = a.act_id
LEFT JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id
LEFT JOIN agencies i ON s.issuing_agency_id = i.agency_id
LEFT JOIN agencies r ON s.recipient_agency_id = r.agency_id;

--- fills individuals_referenced: affiliation_name
-- One row a person: the name of the body that they work or speak for.
SELECT i.individual_id, g.name AS affiliation_name
FROM individuals_referenced i LEFT JOIN agencies g ON i.affiliation_agency_id = g.agency_id;

--- fills proceedings: court_name
-- One row a court matter: the court in words. Federal courts have names of one pattern, with the
-- state as reporters of cases abbreviate it; of others, the words for court are written out.
WITH abbreviated AS (
    SELECT * FROM (VALUES
        ('Ala.', 'AL'), ('Alaska', 'AK'), ('Ariz.', 'AZ'), ('Ark.', 'AR'), ('Cal.', 'CA'), ('Colo.', 'CO'),
        ('Conn.', 'CT'), ('Del.', 'DE'), ('D.C.', 'DC'), ('Fla.', 'FL'), ('Ga.', 'GA'), ('Haw.', 'HI'),
        ('Idaho', 'ID'), ('Ill.', 'IL'), ('Ind.', 'IN'), ('Iowa', 'IA'), ('Kan.', 'KS'), ('Ky.', 'KY'),
        ('La.', 'LA'), ('Me.', 'ME'), ('Md.', 'MD'), ('Mass.', 'MA'), ('Mich.', 'MI'), ('Minn.', 'MN'),
        ('Miss.', 'MS'), ('Mo.', 'MO'), ('Mont.', 'MT'), ('Neb.', 'NE'), ('Nev.', 'NV'), ('N.H.', 'NH'),
        ('N.J.', 'NJ'), ('N.M.', 'NM'), ('N.Y.', 'NY'), ('N.C.', 'NC'), ('N.D.', 'ND'), ('Ohio', 'OH'),
        ('Okla.', 'OK'), ('Or.', 'OR'), ('Pa.', 'PA'), ('R.I.', 'RI'), ('S.C.', 'SC'), ('S.D.', 'SD'),
        ('Tenn.', 'TN'), ('Tex.', 'TX'), ('Utah', 'UT'), ('Vt.', 'VT'), ('Va.', 'VA'), ('Wash.', 'WA'),
        ('W.Va.', 'WV'), ('Wis.', 'WI'), ('Wyo.', 'WY')
    ) s(abbreviation, state)
), parted AS (
    SELECT proceeding_id, court, regexp_extract(court, '^(?:([NSEWCM])\.\s?)?D\.\s?(.+)$', ['side', 'place']) AS part FROM proceedings
)
SELECT p.proceeding_id,
    CASE
        WHEN r.name IS NOT NULL THEN 'U.S. District Court for the ' || CASE part.side
            WHEN 'N' THEN 'Northern ' WHEN 'S' THEN 'Southern ' WHEN 'E' THEN 'Eastern '
            WHEN 'W' THEN 'Western ' WHEN 'C' THEN 'Central ' WHEN 'M' THEN 'Middle ' ELSE ''
        END || 'District of ' || replace(r.name, 'District of ', '')
        WHEN regexp_full_match(court, '\d+\w+ Cir\.') THEN 'U.S. Court of Appeals for the ' || replace(court, 'Cir.', 'Circuit')
        ELSE replace(replace(replace(replace(replace(court, 'Dist. Ct.', 'District Court'), 'Super. Ct.', 'Superior Court'),
            'Cnty. Ct.', 'County Court'), 'Cir. Ct.', 'Circuit Court'), 'Ct. Com. Pl.', 'Court of Common Pleas')
    END AS court_name
FROM parted p
LEFT JOIN abbreviated a ON replace(part.place, ' ', '') = a.abbreviation
LEFT JOIN register r ON r.kind = 'state' AND r.state = a.state;
