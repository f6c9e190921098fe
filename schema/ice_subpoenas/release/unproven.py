"""Computed columns that the tables of a release cannot prove, and why: `verify` names them.

A change of any other computed column is found, though every hash is made anew.
"""

OF_TEXTS = "it follows from a held text, and no release contains one"
OF_PAGES = "of a page that is not held, only the number of its quoted words is computed again"

UNPROVEN: dict[str, str] = {
    "sources.text_file": OF_TEXTS,
    "sources.text_sha256": OF_TEXTS,
    "sources.n_characters": OF_TEXTS,
    "shared_passages.char_start": OF_TEXTS,
    "shared_passages.char_end": OF_TEXTS,
    "shared_passages.other_char_start": OF_TEXTS,
    "shared_passages.other_char_end": OF_TEXTS,
    "shared_passages.n_characters": OF_TEXTS,
    "evidence.char_end": "for words without a place, nothing says that there is no end either",
    "evidence.prefix": OF_PAGES,
    "evidence.suffix": OF_PAGES,
    "regions.char_start": OF_TEXTS,
    "regions.char_end": OF_TEXTS,
    "ledger.char_start": OF_TEXTS,
    "ledger.char_end": OF_TEXTS,
    "ledger.sentence_sha256": OF_TEXTS,
}
"""`table.column`, with the reason."""
