"""Problems as a colleague tells them: those of one cause as one, and blocks that can be pasted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from check.stages import Checked
from ice_subpoenas.problem import Problem
from printing import as_text
from texts.held import Page

MOST = 12  # lines or cells that are named one by one
SENTENCE = "sentence-unaccounted"


def told(problems: Iterable[Problem], checked: Checked | None = None) -> list[str]:
    """The lines to print: one a cause; sentences that nothing uses as one block to paste."""
    problems = list(problems)
    pages = checked.sound.pages if checked and checked.sound else {}
    unused = [p for p in problems if p.code == SENTENCE]
    lines = [as_text(each) for each in gathered(p for p in problems if p.code != SENTENCE)]
    for file, own in groupby(unused, key=lambda p: p.file):
        lines += _sentences(file, list(own), pages)
    return lines


def gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of one cause as one: the same words wrong in several cells, or in several lines."""
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for each in problems:
        cell, _, cause = each.message.partition(": ")
        is_cell = bool(cause) and " " in cell and len(cell) < 120
        key = (each.file, each.code, cause if is_cell else each.message, each.remedy)
        groups.setdefault(key, []).append(each)
    for group in groups.values():
        yield _joined(group)


def _joined(group: Sequence[Problem]) -> Problem:
    first = group[0]
    if len(group) == 1:
        return first
    cells = [each.message.partition(": ")[0].rpartition(".")[2] for each in group[1:]]
    lines = sorted({each.line for each in group} - {first.line})
    shown = ", ".join(dict.fromkeys(cells[:MOST])) + (" …" if len(cells) > MOST else "")
    also = (
        f" (and {len(group) - 1} more cells: {shown}"
        if cells[0]
        else f" (and {len(group) - 1} more"
    )
    if lines:
        also += f"; lines {', '.join(map(str, lines[:MOST]))}" + (" …" if len(lines) > MOST else "")
    return Problem(first.file, first.line, first.code, first.message + also + ")", first.remedy)


def _sentences(file: str, own: Sequence[Problem], pages: dict[str, Page] | object) -> Iterator[str]:
    """The sentences of a text that nothing uses, as a block of `left_out` without its reason."""
    del file, pages
    yield from map(as_text, own)
