"""Negations and hedges just before the words of a code: what a person is asked about each."""

import re
from collections.abc import Iterator
from dataclasses import replace

from contribute.draft.reading import Reading
from contribute.draft.rows import Cell, Passage, Row
from ice_subpoenas.tables import TABLE

BEFORE = re.compile(
    r"\b(?P<word>not|no|never|without|neither|nor|none|nobody|unless|(?-i:may)|might|could|would|allegedly|reportedly|"
    r"suggest\w*|expected to|unclear|likely|possibly|threaten\w*|consider\w*|\w+n[’']t)"
    r"(?: (?!and\b|but\b)[\w’'-]+){0,3} ?$",
    re.I,
)
ASKED = (
    "“{}” stands before “{}”: does the text say the opposite of this row? no: keep | no, the code "
    'holds the denial, as declined does: clause = "carried" | yes: delete the row'
)


def asked(reading: Reading, row: Row) -> Row:
    """The row, with the clause of each such word answered for the time being, and a question."""
    told: list[str] = []
    said = tuple(
        replace(passage, cells=tuple(_cells(reading, row, passage, told))) for passage in row.said
    )
    once = "; ".join(dict.fromkeys(told))
    made = replace(row, said=said)
    return made.asking(said=once) if told else made


def _cells(reading: Reading, row: Row, passage: Passage, told: list[str]) -> Iterator[Cell]:
    for cell in passage.cells:
        column = TABLE[row.table].column_map().get(cell.column)
        before = reading.text[passage.stretch.start : cell.span[0]]
        is_code = column and column.vocabulary and (cell.code or cell.column == "kind")
        found = BEFORE.search(before) if is_code else None
        if found is None or not reading.is_held or (cell.column, cell.code) in NEVER_DENIED:
            yield cell
            continue
        is_of_answer = row.table == "information_sought" and HANDED_OVER.search(before)
        if (row.table, cell.column) not in OF_PAPERS and not is_of_answer:
            told.append(ASKED.format(found["word"], reading.words(cell.span)))
        yield replace(cell, more={**cell.more, "clause": "elsewhere"})


HANDED_OVER = re.compile(
    r"\b(?:hand|turn|give|provide|release|produce|share|send)\w*(?: [\w’'-]+){0,3} ?$", re.I
)
"""What nobody does with the information where an answer is denied."""
OF_PAPERS = {("acts", "instrument")}
"""What papers are, whatever is denied of them."""
NEVER_DENIED = {("modality", "asserted")}
"""Codes that no negation changes: they say no more than that somebody speaks."""
