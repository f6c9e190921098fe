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
-- needs: files, past
SELECT p.table_name, p.row_id, NULL AS column_name,
    p.table_name || ' ' || p.row_id || ' was published, and no row and no retired id has its id' AS message
FROM past_ids p
ANTI JOIN keys k ON p.table_name = k.table_name AND p.row_id = k.row_id
ANTI JOIN retired_ids r ON p.table_name = r.table_name AND p.row_id = r.retired_id;

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
-- needs: files, past
SELECT p.table_name, p.row_id, NULL AS column_name,
    p.table_name || ' ' || p.row_id || ' was published with words such as “' || left(min(plain(e.exact)), 80)
    || '”; the reason quotes none of them, and no successor is named' AS message
FROM past_ids p
ANTI JOIN keys k ON p.table_name = k.table_name AND p.row_id = k.row_id
JOIN retired_ids r ON p.table_name = r.table_name AND p.row_id = r.retired_id AND r.successor_id IS NULL
JOIN past_evidence e ON p.table_name = e.table_name AND p.row_id = e.row_id AND length(e.exact) >= 8
GROUP BY p.table_name, p.row_id, r.reason
HAVING NOT bool_or(contains(lower(plain(r.reason)), lower(plain(e.exact))));

--- rule conflict-dropped
-- what: A published conflict is gone, together with the words that lost, or these only bear on the
--   cell now.
-- why: A disagreement between sources is not settled by deleting one of them, or by taking its words
--   for something else.
-- example: The row of `conflicts` was removed with the evidence that says "four".
-- remedy: Put the words and the record back. If the words were misread, take them out of the cell, quote
--   them in the reason of the retired id and say what the page really has.
-- needs: files, past
WITH losing AS (
    SELECT c.conflict_id, e.table_name, e.row_id, e.column_name, e.source_id, e.exact, lower(plain(e.exact)) AS words
    FROM past_conflicts c
    JOIN past_evidence e ON c.table_name = e.table_name AND c.row_id = e.row_id AND c.column_name = e.column_name
    ANTI JOIN conflicts n ON c.conflict_id = n.conflict_id
    SEMI JOIN keys k ON c.table_name = k.table_name AND c.row_id = k.row_id
    WHERE e.stance = 'contests' AND e.derivation <> 'copied'
), told AS (
    SELECT l.*, contains(lower(plain(r.reason)), words) IS true AS is_quoted, EXISTS (
            FROM evidence e WHERE e.table_name = l.table_name AND e.row_id = l.row_id AND e.column_name = l.column_name
                AND e.source_id = l.source_id AND contains(e.arguments, '"bears": true')
                AND contains(lower(plain(concat(e.prefix, e.exact, e.suffix))), words)
        ) AS only_bears
    FROM losing l LEFT JOIN retired_ids r ON r.table_name = 'conflicts' AND r.retired_id = l.conflict_id
)
SELECT 'conflicts' AS table_name, conflict_id AS row_id, NULL AS column_name,
    'conflicts ' || conflict_id || ' was published; of ' || table_name || ' ' || row_id || '.' || column_name
    || ' the losing words “' || plain(exact) || '” of ' || source_id || ' '
    || if(only_bears, 'no longer give a value', 'went with it') AS message
FROM told WHERE only_bears OR NOT is_quoted;

--- rule audit-changed
-- what: What a published audit found was changed.
-- why: A verdict is what readers found on that day. Shares of faults are worth nothing if somebody
--   corrects verdicts afterwards.
-- example: `verdict = "wrong"` became "right" when the value was mended.
-- remedy: Put the verdict back: `git checkout datasets/reviewed/audits.toml`. Mend the value in its row; the
--   next audit may find it right.
-- needs: files, past
SELECT 'audits' AS table_name, a.audit_id AS row_id, NULL AS column_name,
    'audits ' || a.audit_id || ': verdict, is_planted were published as ' || concat_ws(', ', p.verdict, p.is_planted)
    || ', and are ' || concat_ws(', ', a.verdict, a.is_planted) || ' now' AS message
FROM audits a JOIN past_audits p ON a.audit_id = p.audit_id
WHERE a.verdict IS DISTINCT FROM p.verdict OR a.is_planted IS DISTINCT FROM p.is_planted;
-- needs: files, past
SELECT 'audited_passages' AS table_name, a.audited_passage_id AS row_id, NULL AS column_name,
    'audited_passages ' || a.audited_passage_id || ': n_facts, n_lacking were published as '
    || concat_ws(', ', p.n_facts, p.n_lacking) || ', and are ' || concat_ws(', ', a.n_facts, a.n_lacking) || ' now' AS message
FROM audited_passages a JOIN past_audited_passages p ON a.audited_passage_id = p.audited_passage_id
WHERE a.n_facts IS DISTINCT FROM p.n_facts OR a.n_lacking IS DISTINCT FROM p.n_lacking;
