"""A piece of evidence: whose words it is, the words, and how a value follows from them."""

import json
import re

from ...plain import safe
from ...prose.proof import HOW
from ..found import Found
from .layout import addresses, filled, hung, in_words, source_of, wrapped

STANCES = {
    "supports": "gives this value",
    "broader": "agrees, less exactly",
    "contests": "GIVES ANOTHER VALUE",
    "bears_on": "speaks of it, without a value",
}


def piece_lines(piece: Found, color: bool, is_asked: bool) -> list[str]:
    """A piece of evidence: its source, the words, and how the value follows from them."""
    head = f"{STANCES[piece['stance']]}: {source_of(piece)}"
    where = piece["region"] if piece["region"] != "body" else None
    head += "".join(f", {each}" for each in (where, piece["locator"]) if each)
    if piece["witness_source_id"] != piece["source_id"]:
        said = (piece["witness_publisher"], piece["witness_source_id"])
        head += f", words of {', '.join(each for each in said if each)}"
    lines = [f"  {safe(head)}"]
    if piece["title"]:
        lines += wrapped(f"“{piece['title']}”", "    ")
    lines += _marked(piece, color)
    if piece["value"] is not None:
        how = HOW.get(piece["derivation"], piece["derivation"])
        kind = "_edtf" if piece["derivation"] == "date" else ""
        told = in_words(kind, piece["value"], is_asked)
        lines += hung("    ", f"read as {told}: {how}{_with(piece)}")
    if piece["reason"]:
        lines += wrapped(f"because: {piece['reason']}", "    ")
    lines += _via(piece["via"], piece["derivation"])
    lines += addresses(piece, "    ") if piece["url"] else []
    written = f"datasets/reviewed/{piece['reviewed_file']}:{piece['reviewed_line']}"
    return [*lines, f"    written in {safe(written)}"]


def _with(piece: Found) -> str:
    """What a derivation also needs: the words for its row, the day from which one counts."""
    try:
        given = dict(json.loads(piece["arguments"] or "{}"))
    except (TypeError, ValueError):  # of a folder that nobody checked
        return f"; {piece['arguments']}"
    given.pop("value", None)
    day = given.pop("anchor_value", None)
    if "anchor" in given:
        cell = str(given["anchor"]).replace("/", " ")
        given["anchor"] = f"{day} (`{cell}`)" if day else f"`{cell}`"
    return "".join(
        WITH.get(name, f"; {name.replace('_', ' ')}: {{}}").format(str(value).replace("_", " "))
        if name != "anchor"
        else f"; counted from {value}"
        for name, value in given.items()
    )


WITH = {"about": "; the words are about “{}”", "bound": "; as a bound: {}"}
"""What else a reading needs, in words."""

BEGIN, END = "\x02", "\x03"
"""Around the words while lines are made: characters that no text has which is safe to print."""


def _marked(piece: Found, color: bool) -> list[str]:
    """The passage with the words in brackets, or underlined on a terminal."""
    before, exact, after = (
        safe(re.sub(r"\s+", " ", piece[part])) for part in ("before", "exact", "after")
    )
    lines = filled(f"{before.lstrip()}{BEGIN}{exact}{END}{after.rstrip()}", "    | ")
    begin, end = ("\x1b[1;4m", "\x1b[0m") if color else ("[", "]")
    return [line.replace(BEGIN, begin).replace(END, end) for line in lines]


def _via(via: Found | None, derivation: str) -> list[str]:
    if not via:
        return []
    cell = f"{via['table_name']} {via['row_id']} {via['column_name']}"
    if derivation == "copied":
        return [f"    copied from {safe(cell)}: {via['derivation']} of the words above"]
    return wrapped(f"rests on the inference of {cell}: {via['reason']}", "    ")
