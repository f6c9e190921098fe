--- view how_recent
-- row: How recent the pages are on which acts in scope rest. There is one row.
-- warning: Days of pages, not of what happened. A page without a day can be newer than the newest that has one.
-- - n_pages INTEGER: How many pages rows of `acts` rest on, of acts in scope.
-- - n_without_day INTEGER: How many of them show no day, not even a year or a month.
-- - newest_dated DATE: The last day on which the newest of the others may have appeared; null if none has a day.
-- - newest_told VARCHAR: The newest month of which a page without a day tells, if it is later than that day; null if none is.
-- - n_telling INTEGER: How many pages without a day tell of something later than that day.
-- - in_words VARCHAR: The same in a sentence.
WITH page AS (
    SELECT DISTINCT s.source_id, s.published_latest
    FROM evidence e JOIN acts a ON e.table_name = 'acts' AND e.row_id = a.act_id JOIN sources s ON e.source_id = s.source_id
    WHERE a.in_scope
), dated AS (
    SELECT count(*) AS n_pages, count(*) - count(published_latest) AS n_without_day, max(published_latest) AS newest_dated FROM page
), told AS (
    SELECT e.source_id, max(left(e.value, 7)) AS month
    FROM evidence e SEMI JOIN (FROM page WHERE published_latest IS NULL) p ON e.source_id = p.source_id
    WHERE e.table_name IN ('acts', 'events') AND e.column_name IN ('issued', 'served', 'occurred') AND e.stance <> 'contests'
        AND regexp_matches(e.value, '^\d{4}-\d{2}')
    GROUP BY e.source_id
), later AS (
    SELECT max(t.month) AS newest_told, count(t.month) AS n_telling
    FROM dated d LEFT JOIN told t ON (t.month || '-01')::DATE > d.newest_dated
)
SELECT n_pages::INTEGER AS n_pages, n_without_day::INTEGER AS n_without_day, newest_dated, newest_told, n_telling::INTEGER AS n_telling,
    coalesce('The newest dated page that an act rests on is from ' || strftime(newest_dated, '%B %Y') || '.', 'No page that an act rests on has a day.')
    || CASE WHEN n_without_day > 0 THEN ' Of the ' || n_pages || ' pages that acts rest on, ' || n_without_day || ' show no day'
        || CASE WHEN n_telling > 0 THEN '; ' || n_telling || ' of these ' || if(n_telling = 1, 'tells', 'tell') || ' of ' || strftime((newest_told || '-01')::DATE, '%B %Y') ELSE '' END
        || '.' ELSE '' END AS in_words
FROM dated CROSS JOIN later;
