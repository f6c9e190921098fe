"""A row: each cell with its value and the words that say it best."""

import textwrap

from ...plain import safe
from ..found import Found
from .layout import by_part, closed, how_many, hung, in_words, noted, see_lists, source_of, wrapped

LONGEST = 90  # characters of the words that a row's trace shows of a cell


def row_lines(found: Found) -> list[str]:
    """Each cell with its value and the words that say it best: those with words come first."""
    name = safe(f"{found['table']} {found['row']}")
    note = noted(found["note"], "  ")
    lines = [name, *wrapped(found["in_short"] or found["about"], "  "), *note, ""]
    cells = [c for c in found["cells"] if not (note and c["column"] == "remark")]
    shown = sorted(filter(is_told, cells), key=_rank)
    width = max((len(cell["column"]) for cell in shown), default=0)
    for cell in shown:
        lines += hung(f"  {cell['column']:{width}}  ", _value(cell))
        lines += hung(f"  {'':{width}}  ", _best(cell))
    first = next((cell["column"] for cell in shown if cell["evidence"]), None)
    if first:
        called = f"All words of a cell: `ice-subpoenas trace {name} {first}`"
        lines += ["", safe(f"{called}; for another, put its name at the end")]
    return lines + (see_lists(found["row"]) if found["table"] == "acts" else [])


def is_told(cell: Found) -> bool:
    """Whether a cell says anything: an id without a value does not."""
    return cell["role"] != "id" or any(value is not None for value in cell["values"].values())


def _rank(cell: Found) -> int:
    """What a reader asks for first: values with words, then our own, then what is computed."""
    if all(value is None for value in cell["values"].values()):
        return 3
    return 0 if cell["evidence"] else 1 + (cell["role"] == "derived")


def _value(cell: Found) -> str:
    """The first value of a cell, or why there is none."""
    given = ((name, value) for name, value in cell["values"].items() if value is not None)
    name, value = next(given, ("", None))
    if cell["parts"]:
        return by_part(cell)
    if value is None and cell["role"] != "claim" and not cell["absence"]:
        return "(none)"
    if value is None:
        return f"(none: {cell['absence'] or 'no reason is written down'})"
    return in_words(name, value) + (f"  ({cell['role']})" if cell["role"] == "derived" else "")


def _best(cell: Found) -> str:
    """The words that say the value best, with their source; nothing where there are none."""
    pieces = [piece for piece in cell["evidence"] if piece["stance"] in ("supports", "broader")]
    if not pieces:
        return ""
    best = min(
        pieces,
        key=lambda p: (
            p["stance"] == "broader",
            p["derivation"] == "inference",
            not p["is_refound"],
            p["exact"],
        ),
    )
    exact = textwrap.shorten(best["exact"], LONGEST, placeholder=" …")
    return f"“{closed(exact)}” ({source_of(best)}; {how_many(cell)})"
