-- What published files and releases must be, besides what their rows must keep. Asked by `verify`.

--- rule file-unsafe
-- what: A published file is a link, is not a plain file, is too large, or has a name that leads out
--   of its folder.
-- why: A release from somebody else must not reach other files or fill a disk.
-- example: A link `tables/quotes.parquet` to a file in the reader's home folder.
-- remedy: Get the release again from where it is published.

--- rule file-missing
-- what: A file is missing that every release must have or that this release's list of hashes names.
-- why: A release without one of its tables answers some questions wrongly.
-- example: `tables/conflicts.parquet` was left out of a copy.
-- remedy: Get the release again from where it is published.

--- rule file-unlisted
-- what: A release has a file that its list of hashes does not name.
-- why: A file that is not listed was not published with the rest.
-- example: A file `reviewed/notes.txt` inside a release.
-- remedy: Remove the file, or get the release again from where it is published.

--- rule hash-differs
-- what: The hash or the size of a file is not the one in a list or a descriptor.
-- why: A changed file is not what was published.
-- example: One byte of `quotes.parquet` flipped on a disk.
-- remedy: Get the release again from where it is published.

--- rule not-as-declared
-- what: A Parquet, DuckDB, CSV or JSON file is damaged, or its columns are not the declared ones.
-- why: A reader relies on names, types and comments.
-- example: A DuckDB file with a view in place of a table.
-- remedy: Get the release again from where it is published.

--- rule formats-differ
-- what: A table differs between two formats.
-- why: Nobody could know which of the two is right.
-- example: An age of 30 in a CSV copy and of 38 in the Parquet file.
-- remedy: Get the release again from where it is published.

--- rule not-regenerated
-- what: A file that is generated from the tables differs from what the tables give.
-- why: A changed descriptor, overview or license would say something that nobody published.
-- example: A sentence added to `datapackage.json`, with all hashes computed again.
-- remedy: Get the release again from where it is published.

--- rule other-release
-- what: The release is not the expected one, or this version cannot judge it.
-- why: A release that is forged as a whole agrees with itself.
-- example: The digest on the release page matches none of those computed.
-- remedy: Compare the digest with the one that the release page or its attestation states.
