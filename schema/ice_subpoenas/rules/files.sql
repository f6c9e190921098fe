-- What only files can break. These are asked while files are read.

--- rule seed-missing
-- what: A source row says that its text is held, but the text is not in `seeds/`.
-- why: Evidence is words of a text. Without the text nothing can be checked.
-- example: `sources/s002.toml` is there, `seeds/002_….txt` is not.
-- remedy: Put the file back byte for byte: `git checkout -- seeds`.
-- needs: texts
SELECT 'sources' AS table_name, s.source_id AS row_id, 'text_held' AS column_name, 'its text is not at hand' AS message
FROM sources s ANTI JOIN texts x ON s.source_id = x.source_id
WHERE s.text_held;

--- rule seed-changed
-- what: The SHA-256 of a held text is not the one in `seeds/SHA256SUMS`, or is missing there.
-- why: A text is never edited: one byte more or less shifts every position after it.
-- example: An editor added a final newline to a seed.
-- remedy: Restore the file; a new text is added with `python build draft FILE`.
-- needs: texts
SELECT 'sources' AS table_name, s.source_id AS row_id, 'text_sha256' AS column_name, 'its text is another one' AS message
FROM sources s JOIN texts x ON s.source_id = x.source_id
WHERE NOT coalesce(s.text_held, false) OR s.n_characters IS DISTINCT FROM length(x.text)
    OR s.text_sha256 IS DISTINCT FROM sha256(x.text);

--- rule not-utf8
-- what: A file is not valid UTF-8.
-- why: Offsets count code points, so there must be only one way to decode the bytes.
-- example: A file saved in Windows-1252.
-- remedy: Save the file as UTF-8.

--- rule file-refused
-- what: A file is a link, too large or unreadable, or contains control or bidirectional characters; or
--   its name does not end in `.toml`, so that nothing in it is read, or can be no part of an id.
-- why: Such a file can show a reviewer something other than what is built. The name of a reviewed file
--   begins the ids of its rows.
-- example: A right-to-left override inside a name. A file saved as `acts/denver-1`.
-- remedy: Remove the characters, replace the link with the file, let its name end in `.toml`, or delete
--   what is only a copy.

--- rule toml-syntax
-- what: A file is not valid TOML.
-- why: If a file were read only in part, facts would be lost without notice.
-- example: `name = "Denver` without the closing mark.
-- remedy: Correct the named line. A string needs a closing mark, and a key may occur only once.

--- rule unknown-table
-- what: A table header is not the name of a table that people write.
-- why: The rows of a misspelled table would be lost without notice.
-- example: `table = "subpoena"` for `table = "subpoenas"`.
-- remedy: Use the table whose name is suggested; `python build new` lists all tables.

--- rule question-open
-- what: A question in a draft has no answer yet, or a row that it offers in a comment is neither taken nor deleted.
-- why: A draft is a proposal. A person decides what the script could not.
-- example: `# ? whose report is it? own_reporting | wire_copy`, above a row of `sources`.
-- remedy: Write the answer in the row below it, then delete the line of the question.
