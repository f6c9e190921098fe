-- What readers and the script owe: readings, proposals, rejections. Asked of files.

--- rule passage-unaccounted
-- what: A passage in quotation marks has no row in `quotes`.
-- why: Every passage in marks is classified, also the ones that nobody said.
-- example: A scare quote that was skipped.
-- remedy: Add a `[[quotes]]` block with its kind.

--- rule proposal-unsettled
-- what: The script proposes something on a held text that no row and no rejection settles.
-- why: The script proposes, a person decides.
-- example: A quotation that the script found and no row holds.
-- remedy: Record it, or reject it under `[[rejections]]` with a reason code.

--- rule speaker-differs
-- what: A quotation's speaker or cue is given by other words than those that the script reads beside it.
-- why: Whose words they are is the first thing that can be wrong of a quotation.
-- example: `cue = "threatened"` for words after which the text has "he said".
-- remedy: Give the words beside the quotation; where the script read who passed the words on, give them in
--   the hop of the chain.

--- rule mention-unaccounted
-- what: A used sentence holds a number, a day or a listed phrase that no row uses and nobody dismissed.
-- why: What a sentence says besides cannot vanish, such as the losing side of a conflict.
-- example: "accused of" in the sentence that gives an age, while no row of the accusation rests on it.
-- remedy: Add the words to the row that they are about, or dismiss them under `[[rejections]]`.

--- rule rejection-orphaned
-- what: A rejection settles nothing: no proposal has its words.
-- why: A stale decision hides a changed text.
-- example: A rejection whose words the script no longer proposes.
-- remedy: Remove the block.

--- rule review-unknown
-- what: A reading names a page that no row rests on, or a review a row that does not exist.
-- why: A reading of nothing is no reading.
-- example: A page's last row was removed and its reading was not.
-- remedy: Run `python build review --prune`.
SELECT 'reviews' AS table_name, r.review_id AS row_id, NULL AS column_name,
    'no row of ' || r.reviewed_file || ' rests on ' || r.source_id AS message
FROM reviews r ANTI JOIN pages p ON r.reviewed_file = p.reviewed_file AND r.source_id = p.source_id;

--- rule id-gone
-- what: A row that was published is gone, and its id is not listed as retired.
-- why: Ids are for ever; whoever cites a row must find out what became of it.
-- example: The block of `denver-1-petition` was removed, and `retired_ids` does not name it.
-- remedy: Put the row back, or list its id under `[[retired_ids]]` with its successor and the reason;
--   of a row that was built here and never committed, restore the tables: `git checkout datasets/tables`.

--- rule words-dropped
-- what: A row that was published is retired without a successor, and no reason quotes any of its words.
-- why: What a source said, and we once published, is not taken back without saying what it was.
-- example: `retired_id = "denver-1-g-resources"` with the reason "The row says nothing new."
-- remedy: Name the row that holds its words as `successor_id`, or quote some in the reason: any that name
--   nobody who asked not to be named.

--- rule conflict-dropped
-- what: A conflict that was published is gone, and with it the words that lost.
-- why: A disagreement of sources is never settled by forgetting one of them.
-- example: The block under `[[conflicts]]` was removed with the evidence that says "four".
-- remedy: Put the words and the record back; if the words were misread, quote them in the reason of
--   the retired id and say what the page has.
