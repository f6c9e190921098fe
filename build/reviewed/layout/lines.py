"""Blocks as lines."""

from collections.abc import Iterator
from itertools import dropwhile

from reviewed.layout.blocks import Block
from reviewed.layout.order import order_of, rank
from reviewed.layout.values import Entry


def lines_of(blocks: list[Block]) -> Iterator[str]:
    """The lines of a file; a blank one stands before each block but the joined."""
    for block in blocks:
        if block.header:
            yield from () if block.is_joined else ("",)
            yield from _entry_lines(block.header)
        elif block.pairs and not block.pairs[0].text:
            yield ""  # comments that end the file
        for number, entry in enumerate(_ordered(block)):
            apart = entry.above[0] == "" if entry.above else entry.spaced
            if apart and number and not block.is_row:
                yield ""
            yield from _entry_lines(entry, drop=block.is_row)


def _entry_lines(entry: Entry, drop: bool = False) -> Iterator[str]:
    """The lines of an entry; `drop` leaves out the blank lines between its comments."""
    begun = dropwhile(lambda line: not line, entry.above)
    yield from (line for line in begun if line or not drop)
    if entry.text:
        yield f"{entry.text}  {entry.beside}" if entry.beside else entry.text


def _ordered(block: Block) -> list[Entry]:
    """The pairs of a row in the order of its table's declaration; others as written."""
    order = order_of(block.path) if block.is_row else ()
    return sorted(block.pairs, key=lambda entry: rank(entry.key, order))
