-- When acts were sent, and in which year they count. Only views use these relations.

--- relation sending
-- One row is an act: the first and the last day on which it may have been served or, if that is not known, issued, and the
-- year in which it counts. It counts in its first year; without a first day, in the year of its last.
CREATE OR REPLACE VIEW sending AS
SELECT act_id, first_day, last_day, year(coalesce(first_day, last_day))::INTEGER AS year
FROM (
    SELECT act_id, coalesce(served_earliest, issued_earliest) AS first_day,
        CASE WHEN served_edtf IS NULL THEN issued_latest ELSE served_latest END AS last_day
    FROM acts
);
