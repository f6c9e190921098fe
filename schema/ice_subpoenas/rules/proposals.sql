-- What readers and the script owe: readings, proposals, rejections. Asked of files.

--- rule passage-unaccounted
-- what: A passage in quotation marks has no row in `quotes`.
-- why: In a sentence that is used, every passage in quotation marks gets a kind, even one that
--   nobody said.
-- example: A scare quote that was skipped.
-- remedy: Add a row of `quotes` with its kind. Or, if its sentence is on another subject, list the
--   sentence in `left_out` as `out_of_scope`.

--- rule proposal-unsettled
-- what: The script proposes something about a held text, and neither a row nor a rejection answers
--   it.
-- why: The script proposes, a person decides.
-- example: A quotation that the script found and no row has.
-- remedy: Record it, or reject it in `rejections` with a reason code.

--- rule speaker-differs
-- what: A quotation's speaker or cue comes from words other than those that the script reads next
--   to it.
-- why: Nothing misleads more than a quotation that is given to the wrong speaker.
-- example: `cue = "threatened"` for words after which the text has "he said".
-- remedy: Give the words next to the quotation. If the script read the name of somebody who passed
--   the words on, put that name into the row's `chain`. If it misread the sentence, give speaker_id by
--   inference, with the reason, and leave speaker_as_printed out.

--- rule name-in-part
-- what: A person is called by a surname alone, and the text prints more of the name.
-- why: A surname alone does not say who is meant.
-- example: `name = "Osk"` from a text that also says "Mayor Lena Osk".
-- remedy: Give the words that print the whole name.

--- rule mention-unaccounted
-- what: A sentence that is used also has a number, a day or a listed phrase that is neither used
--   nor dismissed.
-- why: The rest of a sentence, such as the losing side of a conflict, must not vanish.
-- example: "accused of" in the sentence that gives an age, while no row of the accusation rests on
--   it.
-- remedy: Add the words to the row that they are about, or dismiss them in `rejections`.

--- rule rejection-orphaned
-- what: A rejection settles nothing: no proposal has its words, or something else settles them.
-- why: An outdated decision can hide a changed text.
-- example: A rejection whose words the script no longer proposes.
-- remedy: If something else already settles the words, `python build check --fix` takes them out. If
--   no proposal has them, correct their spelling, kind or occurrence, or take them out by hand.

--- rule review-unknown
-- what: A reading names a page that no row rests on.
-- why: Without rows there is nothing to compare with the page.
-- example: A page's last row was removed and its reading was not.
-- remedy: Run `python build review --prune`.
SELECT 'reviews' AS table_name, r.review_id AS row_id, NULL AS column_name,
    'no row of ' || r.reviewed_file || ' rests on ' || r.source_id AS message
FROM reviews r ANTI JOIN pages p ON r.reviewed_file = p.reviewed_file AND r.source_id = p.source_id;

--- rule id-gone
-- what: A row that was published is gone, and its id is not listed as retired.
-- why: Somebody who cited the row must be able to find out what became of it.
-- example: The row `denver-1-petition` was removed, and `retired_ids` does not name it.
-- remedy: Put the row back, or list its id in `retired_ids` with its successor and the
--   reason. If the row was only built here and never committed, restore the tables:
--   `git checkout datasets/tables`.

--- rule history-unread
-- what: A table that was published last is missing or damaged, or lacks a column that is compared.
-- why: Nobody could tell which rows, words and verdicts are gone since.
-- example: `datasets/tables/conflicts.parquet` was deleted, or is half of a file.
-- remedy: Restore what was published: `git checkout datasets/SHA256SUMS datasets/tables`. If you renamed
--   a column, remove `datasets/tables` once the rows are sound, and run `python build`.

--- rule words-dropped
-- what: A published row is retired without a successor, and no reason quotes any of its words.
-- why: Published words of a source are not withdrawn without saying what they were.
-- example: `retired_id = "denver-1-g-resources"` with the reason "The row says nothing new."
-- remedy: As `successor_id`, name the row that has its words; or quote some of them in the reason,
--   but never the name of somebody who asked not to be named.

--- rule conflict-dropped
-- what: A published conflict is gone, together with the words that lost, or these only bear on the
--   cell now.
-- why: A disagreement between sources is not settled by deleting one of them, or by taking its words
--   for something else.
-- example: The row of `conflicts` was removed with the evidence that says "four".
-- remedy: Put the words and the record back. If the words were misread, take them out of the cell, quote
--   them in the reason of the retired id and say what the page really has.

--- rule audit-changed
-- what: What a published audit found was changed.
-- why: A verdict is what readers found on that day. Shares of faults are worth nothing if somebody
--   corrects verdicts afterwards.
-- example: `verdict = "wrong"` became "right" when the value was mended.
-- remedy: Put the verdict back: `git checkout datasets/reviewed/audits.toml`. Mend the value in its row; the
--   next audit may find it right.
