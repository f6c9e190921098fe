"""Changes on lines, in Markdown, and as JSON; names that were taken out are not printed again."""

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

from ...plain import safe, safe_lines
from ...prose.known import grouped
from .compare import KINDS, Change
from .facts import Rows

FORMS = ("text", "markdown", "json")


def printed(
    form: str,
    found: Sequence[Change],
    notes: Sequence[str],
    lines: Sequence[str],
    gone: Iterable[str],
    follows: Sequence[str] = (),
) -> str:
    """The changes in a form, without names that are `gone`: `notes` stand above Markdown, what
    `follows` below it, and `lines` are the text."""
    if form == "json":
        return without(as_json(found), gone)
    if form == "markdown":
        above = "".join(f"> **Note.** {safe(note)}\n\n" for note in notes)
        below = "".join(f"- {_cell(each)}\n" for each in follows)
        below = below and f"\n### What follows from it\n\n{below}"
        return safe_lines(without(above + markdown(found) + below, gone)).removesuffix("\n")
    return "\n".join(safe(without(line, gone)) for line in lines)


def line(change: Change) -> str:
    """A change on one line."""
    name = f"{KINDS[change.kind]}: {change.table}/{change.row}/{change.column}"
    copies = f" (and on {', '.join(change.copies)})" if change.copies else ""
    words = f"  [{'; '.join(change.words)}]" if change.words else ""
    why = f"  because: {change.why}" if change.why else ""
    return f"{name}{_values(change)}{copies}{words}{why}"


SERVING = ("phrases", "attributions", "ledger", "regions", "event_acts")
"""Tables whose rows serve to read others: of rows that come or go, only their number is told."""

SHOWN = 70  # characters of a value of a row that is told on one line


def brief(changes: Sequence[Change]) -> list[str]:
    """The changes with a line for each row that comes or goes, below how many of each table do.

    What changes in a row that stays is told as `line` tells it.
    """
    groups = grouped(changes, lambda change: (change.kind, change.table, change.row))
    whole = {
        key: own
        for key, own in groups.items()
        if key[0] in ("added", "removed") and (len(own) > 1 or key[1] in SERVING)
    }
    kept = [line(change) for key, own in groups.items() if key not in whole for change in own]
    counted = Counter((kind, table) for kind, table, _ in whole)
    told = {
        kind: ", ".join(f"{n} {table}" for (each, table), n in counted.items() if each == kind)
        for kind in ("added", "removed")
    }
    rows = [_row(own) for key, own in whole.items() if key[1] not in SERVING]
    return [*(f"rows {kind}: {tables}" for kind, tables in told.items() if tables), *rows, *kept]


def _row(changes: Sequence[Change]) -> str:
    """A row that comes or goes, with its values."""
    values = (
        f"{each.column} = {textwrap.shorten(str(each.new or each.old), SHOWN, placeholder=' …')}"
        for each in changes
    )
    first = changes[0]
    return f"{first.kind}: {first.table}/{first.row}: {', '.join(values)}"


def _values(change: Change) -> str:
    if change.kind in ("added", "removed"):
        return f" = {change.new if change.kind == 'added' else change.old}"
    if change.kind == "evidence":
        return f" = {change.new}" if change.new else ""
    if change.kind in ("opened", "settled") and change.old is None:
        return f": {change.new}"
    return f": {change.old or 'null'} → {change.new or 'null'}"


def counts(changes: Sequence[Change]) -> str:
    """How many changes of each kind, in words."""
    if not changes:
        return "no published fact changes"
    numbers = [(sum(c.kind == kind for c in changes), text) for kind, text in KINDS.items()]
    return ", ".join(f"{n} {text}" for n, text in numbers if n)


def markdown(changes: Sequence[Change]) -> str:
    """The changes for a pull request: a table for each kind."""
    lines = ["## Changes of published facts", "", f"{counts(changes).capitalize()}.", ""]
    for kind, text in KINDS.items():
        own = [change for change in changes if change.kind == kind]
        if own:
            head = ["cell", "value", "words"] + ["why"] * any(change.why for change in own)
            lines += [f"### {text.capitalize()}", "", f"| {' | '.join(head)} |"]
            lines += [f"|{' --- |' * len(head)}", *map(_markdown_row, own), ""]
    return "\n".join(lines).rstrip() + "\n"


def _markdown_row(change: Change) -> str:
    copies = f" and on {', '.join(change.copies)}" if change.copies else ""
    cell = f"{change.table}/{change.row}/{change.column}{copies}"
    value = _values(change).removeprefix(" = ").removeprefix(": ")
    cells = [cell, value, "; ".join(change.words), *([change.why] if change.why else [])]
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    """Text for a cell of a Markdown table, in which nothing is markup or a mention."""
    text = re.sub(r"[<>|@&]", lambda found: f"&#{ord(found[0])};", " ".join(text.split()))
    return re.sub(r"[\\`*_\[\]!~]|(?<!&)#", r"\\\g<0>", text)


def as_json(changes: Sequence[Change]) -> str:
    """The changes as a JSON array, for machines."""
    return json.dumps([vars(change) for change in changes], indent=1)


# --- names that were taken out ----------------------------------------------------------------

TAKEN_OUT = "(name taken out)"


def taken_out(old: Rows, new: Rows) -> frozenset[str]:
    """Names of people that no row has any more, whole and word by word; corrected ones are not."""
    now = {row["individual_id"]: row.get("name") for row in new.get("individuals_referenced", ())}
    kept = set(now.values())
    gone = {
        str(row["name"])
        for row in old.get("individuals_referenced", ())
        if row.get("name") and row["name"] not in kept and not now.get(row["individual_id"])
    }
    return frozenset(gone | {word for name in gone for word in name.split() if len(word) > SHORT})


SHORT = 2  # letters of a word of a name that is not looked for alone: an initial, 'de'


def without(text: str, names: Iterable[str]) -> str:
    """A text in which no such name stands: telling of its removal must not print it again.

    >>> without("phrases/Osk/code: Lena Osk’s", ["Lena Osk", "Osk"])
    'phrases/(name taken out)/code: (name taken out)’s'
    """
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    if not longest_first:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", TAKEN_OUT, text)
