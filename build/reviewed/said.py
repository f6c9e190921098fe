"""The words of a row as written: passages, and which words of each give which cell."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ice_subpoenas.derivations.date_phrases import AHEAD, BEHIND, EITHER
from ice_subpoenas.derivations.derive import DERIVATIONS
from ice_subpoenas.problem import Place, Problem, nearest
from ice_subpoenas.rules.declare import RULES
from reviewed.files import Block
from reviewed.toml import string

BLOCK_KEYS = (
    "source", "locator", "words", "within", "cells", "via", "reason", "by", "group", "anchor",
    "about",
)  # fmt: skip
INHERITED = ("via", "reason", "by", "group", "anchor", "about")
"""Keys of a passage that hold for all its cells."""
CELL_KEYS = (
    "words", "within", "by", "value", "anchor", "direction", "bound", "members", "reason", "group",
    "via", "bears", "about", "clause",
)  # fmt: skip
ARGUMENTS = ("about", "anchor", "bears", "bound", "clause", "direction", "members", "value")
"""What is published of a cell's evidence as its arguments."""


@dataclass(frozen=True)
class Said:
    """Words for one cell: the passage that holds them, and how the value follows."""

    column: str
    source: str
    passage: str
    place: Place
    within: str | None = None
    words: str | None = None
    words_within: str | None = None
    locator: str | None = None
    by: str | None = None
    reason: str | None = None
    group: str | None = None
    via: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)


def said(block: Block, given: Any, default: str | None, problems: list[Problem]) -> Iterator[Said]:
    """The words of a row, in the order in which they are written."""
    for index, each in _passages(block, "said", given, problems):
        yield from _passage(block, ("said", index), each, default, problems)


def _passages(
    block: Block, name: str, given: Any, problems: list[Problem]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for index, each in enumerate(given if isinstance(given, list) else [given]):
        if isinstance(each, dict) and isinstance(each.get("cells"), dict | list):
            yield index, each
            continue
        message = f"{block.table}.{name} has no table of cells"
        remedy = 'write cells = { column = "words" }'
        problems.append(RULES["wrong-value"].at(block.place(name, index), message, remedy))


def _passage(
    block: Block,
    at: tuple[str, int],
    given: Mapping[str, Any],
    default: str | None,
    problems: list[Problem],
) -> Iterator[Said]:
    unknown = [key for key in given if key not in BLOCK_KEYS]
    source = given.get("source", default)
    odd = [key for key in given if key != "cells" and not isinstance(given[key], str)]
    if unknown or "words" not in given or odd:
        problems.append(_bad_passage(block, at, given, unknown, odd))
        return
    if source is None:
        remedy = 'write source = "s101", or once for the file above all blocks'
        message = f"{block.table}.said names no source"
        problems.append(RULES["wrong-value"].at(block.place(*at), message, remedy))
        return
    for column, cell in _cells(given["cells"]):
        place = block.place(*at, "cells", column)
        own = {"words": cell} if isinstance(cell, str) else cell
        inherited = {key: given[key] for key in INHERITED if key in given}
        whole: dict[str, Any] = inherited | own if isinstance(own, dict) else {}
        if not isinstance(own, dict) or not all(_is_fit(*each) for each in whole.items()):
            problems.append(_bad_cell(block, place, column, whole))
            continue
        yield _said(column, source, given, whole, place)


def _cells(given: Any) -> Iterator[tuple[str, Any]]:
    """Columns with their words; a list names columns that the whole passage gives."""
    if isinstance(given, list):
        yield from ((str(column), {}) for column in given)
    else:
        yield from given.items()


def _said(
    column: str, source: str, given: Mapping[str, Any], cell: Mapping[str, Any], place: Place
) -> Said:
    return Said(
        column=column,
        source=source,
        passage=given["words"],
        place=place,
        within=given.get("within"),
        words=cell.get("words"),
        words_within=cell.get("within"),
        locator=given.get("locator"),
        **{key: cell.get(key) for key in ("by", "reason", "group", "via")},
        arguments={key: cell[key] for key in ARGUMENTS if key in cell},
    )


def _bad_passage(
    block: Block, at: tuple[str, int], given: Mapping[str, Any], unknown: list[str], odd: list[str]
) -> Problem:
    if odd and odd[0] in CELL_KEYS and odd[0] != "words" and not unknown:
        message = f"{block.table}.said: {odd[0]} is not text"
        remedy = f'write {odd[0]} = "…"'
        return RULES["unknown-derivation"].at(block.place(*at, odd[0]), message, remedy)
    if unknown and unknown[0] in CELL_KEYS:
        column = next(iter(given["cells"]), "COLUMN") if given.get("cells") else "COLUMN"
        shown = given[unknown[0]]
        value = f'"{shown}"' if isinstance(shown, str) else "…"
        message = f"{block.table}.said: {unknown[0]} belongs to one cell, not to the passage"
        remedy = f'write cells = {{ {column} = {{ words = "…", {unknown[0]} = {value} }} }}'
        return RULES["wrong-value"].at(block.place(*at), message, remedy)
    what = f"does not know {unknown[0]!r}" if unknown else "has no words, or words that are no text"
    remedy = nearest(unknown[0], BLOCK_KEYS, "") if unknown else 'write words = "…" as in the text'
    message = f"{block.table}.said {what}"
    return RULES["wrong-value"].at(block.place(*at), message, remedy or "remove it")


WRITTEN = (*DERIVATIONS, "inference")
"""Derivations that a reviewer may name; copies are made by the build."""

_CHOICES: dict[str, tuple[str, ...]] = {
    "clause": ("carried", "elsewhere"),
    "direction": (BEHIND, AHEAD, EITHER),
    "bound": ("not_before", "not_after"),
    "by": WRITTEN,
}
"""Arguments that take one of a few words."""

_CHECKS: dict[str, Callable[[Any], bool]] = {
    "members": lambda v: isinstance(v, list) and all(isinstance(m, str) and m.strip() for m in v),
    "bears": lambda v: v is True,
    "value": lambda v: isinstance(v, str | int) and not isinstance(v, bool) and v != "",
}

TEXT = '"…"'
_FORMS = {"members": f"[{TEXT}, {TEXT}]", "bears": "true", "value": f"{TEXT}, or a number"}
"""What stands after such an argument; after any other stands a text."""


def _is_fit(key: str, value: Any) -> bool:
    if key in _CHOICES:
        return value in _CHOICES[key]
    return key in CELL_KEYS and _CHECKS.get(key, lambda v: isinstance(v, str))(value)


def _bad_cell(block: Block, place: Place, column: str, cell: Mapping[str, Any]) -> Problem:
    key = next((key for key, value in cell.items() if not _is_fit(key, value)), "")
    shown = f"{key} = {str(cell.get(key))[:60]!r}"
    if not key:
        what = "it has no words"
        remedy = 'write the words, or { words = "…", by = "…" }'
    elif key not in CELL_KEYS:
        what = f"{key[:60]!r} is no key of a cell"
        remedy = nearest(key, CELL_KEYS, f"there are: {', '.join(CELL_KEYS)}")
    elif key in _CHOICES:
        what = f"{shown} is none of the words that it takes"
        remedy = f"write {key} = one of: {', '.join(map(string, _CHOICES[key]))}"
    else:
        what = f"{shown} is of a wrong type"
        remedy = f"write {key} = {_FORMS.get(key, TEXT)}"
    message = f"{block.table}.{column}: {what}"
    return RULES["unknown-derivation"].at(place, message, remedy)


def from_page(
    block: Block, ids: Sequence[str], values: Mapping[str, Any], given: Iterable[Said]
) -> Iterator[Said]:
    """What a document gives by itself: the words of its address and, if not held, its head."""
    said_of = {each.column for each in given}
    url = values.get("url")
    head = () if block.file.startswith("sources/") else ("title", "byline")
    for source in ids:
        for column in head:
            if column in values and column not in said_of:
                yield _of_page(block, source, column, str(values[column]), "head of the page")
        if isinstance(url, str):
            found = ADDRESS.match(url)
            if found and "publisher" not in said_of and "publisher" not in values:
                yield _of_page(block, source, "publisher", found["host"], "address", url)
            dated = _DATE.search(url)
            if dated and "published" not in said_of and "published_edtf" not in values:
                yield _of_page(block, source, "published", dated[0], "address", url)


ADDRESS = re.compile(r"https?://(?:www\.|amp\.|m\.)?(?P<host>[^/]+)")
_DATE = re.compile(
    r"(?<![0-9])20[0-9]{2}[/-](?:0[1-9]|1[0-2])(?:[/-](?:0[1-9]|[12][0-9]|3[01])(?![0-9]))?"
)


def _of_page(
    block: Block, source: str, column: str, words: str, where: str, passage: str | None = None
) -> Said:
    place = block.place("url" if where == "address" else column)
    return Said(column, source, passage or words, place, words=words, locator=where)
