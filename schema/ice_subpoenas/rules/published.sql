-- What published files and releases must be, besides what their rows must keep. Asked by `verify`.

--- rule file-unsafe
-- what: A published file is a link, no plain file, too large, or has a name that leads elsewhere.
-- why: What somebody else packed must not reach other files or fill a disk.
-- example: A link `tables/quotes.parquet` to a file of the reader's home.
-- remedy: Get the release again from where it is published.

--- rule file-missing
-- what: A file that a release must hold, or that its list of hashes names, is not there.
-- why: A release without one of its tables answers some questions wrongly.
-- example: `tables/conflicts.parquet` was left out of a copy.
-- remedy: Get the release again from where it is published.

--- rule file-unlisted
-- what: A file lies in a release that its list of hashes does not name.
-- why: What nobody listed was not published with the rest.
-- example: A file `reviewed/notes.txt` inside a release.
-- remedy: Remove the file, or get the release again from where it is published.

--- rule hash-differs
-- what: A file has another hash, or another size, than a list or a descriptor states.
-- why: A changed file is not what was published.
-- example: One byte of `quotes.parquet` flipped on a disk.
-- remedy: Get the release again from where it is published.

--- rule not-as-declared
-- what: A file is no sound Parquet, DuckDB, CSV or JSON, or has other columns than are declared.
-- why: A reader relies on names, types and comments.
-- example: A DuckDB file with a view in the place of a table.
-- remedy: Get the release again from where it is published.

--- rule formats-differ
-- what: A table says something else in one format than in another.
-- why: Nobody can know which of them was meant.
-- example: An age of 30 in a CSV copy and of 38 in the Parquet file.
-- remedy: Get the release again from where it is published.

--- rule not-regenerated
-- what: A file that is made from the tables is not what the tables give.
-- why: A changed descriptor, overview or license says what nobody published.
-- example: A sentence added to `datapackage.json`, with all hashes made anew.
-- remedy: Get the release again from where it is published.

--- rule other-release
-- what: The release is not the expected one, or not one that this version can judge.
-- why: A release that was forged as a whole agrees with itself.
-- example: The digest of the release page is none of those computed.
-- remedy: Compare the digest with the one that the release page or its attestation states.
