-- Days in words: `on March 3, 2026`, `by the end of 2025`, `on a Monday between …`.

--- relation piece
-- One row is an EDTF string in its parts.
CREATE OR REPLACE VIEW piece AS
SELECT value, string_split(replace(trim(value, '[]'), '..', ','), ',') AS parts,
    CASE
        WHEN value LIKE '[..%' THEN 'until' WHEN value LIKE '%..]' THEN 'since'
        WHEN value LIKE '%,%' THEN 'either' WHEN value LIKE '%..%' THEN 'between' ELSE 'one'
    END AS form
FROM (SELECT DISTINCT edtf AS value FROM bounded WHERE edtf IS NOT NULL);

--- relation bounds
-- One row is an EDTF string in its parts; three or more days a week apart as bounds with their weekday.
CREATE OR REPLACE VIEW bounds AS
SELECT value, CASE WHEN is_weekly THEN [parts[1], parts[-1]] ELSE parts END AS parts, CASE WHEN is_weekly THEN 'between' ELSE form END AS form,
    CASE WHEN is_weekly THEN 'on a ' || strftime(parts[1]::DATE, '%A ') ELSE '' END AS weekday
FROM (
    SELECT *, coalesce(form = 'either' AND len(parts) > 2
        AND parts = generate_series(try_cast(parts[1] AS DATE), try_cast(parts[-1] AS DATE), INTERVAL 7 DAY)::DATE[]::VARCHAR[], false) AS is_weekly
    FROM piece
);

--- relation whole
-- One row is an EDTF string; bounds that are whole months, or whole years, as such.
CREATE OR REPLACE VIEW whole AS
SELECT * EXCLUDE (parts),
    CASE
        WHEN form = 'until' AND right(parts[2], 6) = '-12-31' THEN ['', parts[2][1:4]]
        WHEN form = 'until' AND length(parts[2]) = 10 AND last_day(parts[2]::DATE)::VARCHAR = parts[2] THEN ['', parts[2][1:7]]
        WHEN form <> 'between' OR length(parts[1]) < 10 OR length(parts[2]) < 10 OR right(parts[1], 2) <> '01'
            OR last_day(parts[2]::DATE)::VARCHAR <> parts[2] THEN parts
        WHEN parts[1][6:7] = '01' AND parts[2][6:7] = '12' THEN [parts[1][1:4], parts[2][1:4]]
        ELSE [parts[1][1:7], parts[2][1:7]]
    END AS parts
FROM bounds;

--- relation part
-- One row is a part of an EDTF string, with its neighbors.
CREATE OR REPLACE VIEW part AS
SELECT value, form, weekday, i, part, lag(part) OVER w AS before, lead(part) OVER w AS after
FROM (SELECT value, form, weekday, unnest(parts) AS part, generate_subscripts(parts, 1) AS i FROM whole)
WHERE part <> '' WINDOW w AS (PARTITION BY value ORDER BY i);

--- relation shared
-- One row is such a part in words; the month and year that it shares with its neighbors are said once.
CREATE OR REPLACE VIEW shared AS
SELECT *,
    CASE length(part)
        WHEN 10 THEN CASE WHEN before[1:7] = part[1:7] THEN '' ELSE strftime(part::DATE, '%B ') END || strftime(part::DATE, '%-d')
            || CASE WHEN after[1:4] = part[1:4] THEN '' ELSE strftime(part::DATE, ', %Y') END
        WHEN 7 THEN strftime((part || '-01')::DATE, '%B') || CASE WHEN after[1:4] = part[1:4] THEN '' ELSE ' ' || part[1:4] END
        ELSE part
    END AS said,
    CASE length(part)
        WHEN 4 THEN part::INTEGER - before::INTEGER
        WHEN 7 THEN date_diff('month', (before || '-01')::DATE, (part || '-01')::DATE)
        WHEN 10 THEN date_diff('day', before::DATE, part::DATE)
    END AS apart
FROM part;

--- relation spoken
-- One row is an EDTF string with its parts in words.
CREATE OR REPLACE VIEW spoken AS
SELECT value, form, weekday, list(said ORDER BY i) AS said, max(length(part)) AS size, max(length(part)) < 10 AS is_end, max(apart) AS apart,
    min(part[1:4]) = max(part[1:4]) AS one_year
FROM shared GROUP BY value, form, weekday;

--- relation day_words
-- One row is an EDTF string in words.
CREATE OR REPLACE VIEW day_words AS
SELECT value,
    CASE
        WHEN form = 'until' THEN 'by ' || CASE WHEN is_end THEN 'the end of ' ELSE '' END || said[1] WHEN form = 'since' THEN 'on or after ' || said[1]
        WHEN form = 'between' AND apart > 1 THEN weekday || 'between ' || said[1] || CASE WHEN size = 10 AND NOT one_year THEN ',' ELSE '' END || ' and ' || said[2]
        ELSE CASE size WHEN 10 THEN 'on ' ELSE 'in ' END || CASE WHEN form = 'between' AND apart = 0 THEN said[2]
            WHEN len(said) = 1 THEN said[1] ELSE array_to_string(said[:-2], ', ') || ' or ' || said[-1] END
    END AS words
FROM spoken;

--- relation worded
-- One row is a line with its words and its day in words.
CREATE OR REPLACE VIEW worded AS
SELECT b.*, CASE
    WHEN NOT b.is_state OR w.words IS NULL THEN coalesce(w.words, '')
    WHEN w.words LIKE 'on %' AND w.words NOT LIKE 'on or %' THEN 'as of ' || w.words[4:]
    WHEN w.words LIKE 'by %' THEN 'as of ' || w.words[4:] || CASE WHEN w.words SIMILAR TO '.*[0-9], [0-9]{4}' THEN ',' ELSE '' END || ' or earlier'
    WHEN w.words LIKE 'between %' AND w.words NOT LIKE '%, and %' THEN 'as of ' || replace(regexp_replace(w.words[9:], ' and (\d)', '–\1'), ' and ', ' – ')
    ELSE 'as of a day ' || w.words
END AS day_words
FROM bounded b LEFT JOIN day_words w ON b.edtf = w.value;
