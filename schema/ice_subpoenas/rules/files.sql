-- What only files can break. These are asked while files are read.

--- rule seed-missing
-- what: A held text that a source row rests on is not in `seeds/`.
-- why: Evidence is words of a text; without the text nothing can be checked.
-- example: `sources/s002.toml` is there, `seeds/002_….txt` is not.
-- remedy: Put the file back byte for byte: `git checkout -- seeds`.
-- needs: texts
SELECT 'sources' AS table_name, s.source_id AS row_id, 'text_held' AS column_name, 'its text is not at hand' AS message
FROM sources s ANTI JOIN texts x ON s.source_id = x.source_id
WHERE s.text_held;

--- rule seed-changed
-- what: A held text has another SHA-256 than `seeds/SHA256SUMS` says, or is not listed there.
-- why: Texts are immutable: one changed byte moves every span after it.
-- example: An editor added a final newline to a seed.
-- remedy: Restore the file; a new text is added with `python build draft FILE`.
-- needs: texts
SELECT 'sources' AS table_name, s.source_id AS row_id, 'text_sha256' AS column_name, 'its text is another one' AS message
FROM sources s JOIN texts x ON s.source_id = x.source_id
WHERE NOT coalesce(s.text_held, false) OR s.n_characters IS DISTINCT FROM length(x.text)
    OR s.text_sha256 IS DISTINCT FROM sha256(x.text);

--- rule not-utf8
-- what: A file is not valid UTF-8.
-- why: Offsets count code points, so the bytes must decode in one way only.
-- example: A file saved in Windows-1252.
-- remedy: Save the file as UTF-8.

--- rule file-refused
-- what: A file is a link, too large, unreadable, or holds control or bidirectional characters.
-- why: Such a file can show a reviewer something else than what is built.
-- example: A right-to-left override inside a name.
-- remedy: Remove the characters, or replace the link by the file.

--- rule toml-syntax
-- what: A file is not valid TOML.
-- why: A half-read file would silently lose facts.
-- example: `name = "Denver` without the closing mark.
-- remedy: Mend the line that is named; strings need closing marks and a key stands once.

--- rule unknown-table
-- what: A table header names no table that people write.
-- why: A misspelled table would drop its rows in silence.
-- example: `[[subpoena]]` for `[[subpoenas]]`.
-- remedy: Use the table that is named as nearest; `python build new` lists them.

--- rule question-open
-- what: A question of a draft has no answer yet.
-- why: A draft is a proposal: what the script could not decide, a person decides.
-- example: `standing = "own_reporting"  # ? whose report is it? own_reporting | wire_copy`.
-- remedy: Write the answer in its line, then remove the comment from `# ?` on.
