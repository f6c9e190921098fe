"""What differs between two states of the tables, fact by fact: `compare(old, new)`.

A fact is a cell that somebody could dispute, that we judged, or that says what a row belongs to,
with its evidence and, where it is null, the reason of that. Computed columns follow from facts and
are not told again. Texts and readings that changed are told apart: `asides(old, new)`.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..row import Column, Row
from ..tables import TABLES

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
Address = tuple[str, str, str]

KINDS = {
    "added": "added",
    "removed": "removed",
    "value": "value changed",
    "modality": "modality changed",
    "evidence": "evidence changed",
    "opened": "conflict opened",
    "settled": "conflict settled",
}
"""Kinds of change, and how they are called."""

COMPUTED = ("shared_passages", "quote_variants", "codes", "dictionary")
ABOUT = frozenset(("conflicts", "evidence", "absences", "reviews", *COMPUTED))
"""Tables that say something about other rows, or are computed: not compared cell by cell."""

VERBATIM = {"quotes": "text"}
"""Computed columns that are the fact itself."""

OWN_WORDS = ("reason", "remark", "leaning", "scope", "summary")
"""Our own words: a new row's are not told, a changed one's are."""


@dataclass(frozen=True, order=True)
class Change:
    """One fact that differs: its cell, what it was and is, and the words that differ."""

    table: str
    row: str
    column: str
    kind: str
    old: str | None = None
    new: str | None = None
    words: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    why: str | None = None


@dataclass(frozen=True)
class State:
    """The facts of one side: cells with their values, and what is said about them."""

    cells: Mapping[Address, str | None]
    rows: frozenset[tuple[str, str]]
    evidence: Mapping[Address, Mapping[str, str]]
    conflicts: Mapping[Address, Mapping[str, Any]]
    absences: Mapping[Address, str]


def compare(old: Rows, new: Rows) -> list[Change]:
    """Every fact that differs, in the order of the tables, then by row and column."""
    before, after = _state(old), _state(new)
    found = [*_cells(before, after), *_conflicts(before, after), *_reasons(before, after)]
    order = {table.table: number for number, table in enumerate(TABLES)}
    acts = {
        str(row["subpoena_id"]): str(row.get("act_id"))
        for rows in (old, new)
        for row in rows.get("subpoenas", ())
    }
    return sorted(_folded(found, acts), key=lambda c: (order.get(c.table, len(order)), _sorted(c)))


def _sorted(change: Change) -> tuple[str, ...]:
    """What changes are put in order by; one side of a value may be null."""
    return change.table, change.row, change.column, change.kind, str(change.old), str(change.new)


# -- the facts of one side -----------------------------------------------------------------------


def _state(rows: Rows) -> State:
    absences = {_address(row): _absence(row) for row in rows.get("absences", ())}
    cells: dict[Address, str | None] = {}
    keys: set[tuple[str, str]] = set()
    for table in TABLES:
        if table.table in ABOUT:
            continue
        for row in rows.get(table.table, ()):
            key = (table.table, str(row[table.key]))
            keys.add(key)
            for column in _told(table):
                address = (*key, _name(column))
                cells[address] = _shown(row.get(column.name), absences.get((*key, column.stem)))
    conflicts = {_address(row): row for row in rows.get("conflicts", ())}
    return State(cells, frozenset(keys), _evidence(rows), conflicts, absences)


def _address(row: Mapping[str, Any]) -> Address:
    return str(row["table_name"]), str(row["row_id"]), str(row["column_name"])


def _absence(row: Mapping[str, Any]) -> str:
    """Why a cell is null: the reason, and the search that found nothing."""
    search = row.get("search_id")
    return f"{row['reason']}, {search}" if search else str(row["reason"])


def _told(table: type[Row]) -> Iterable[Column]:
    """The columns that hold facts: a date once, as its EDTF string; the key names the row."""
    for column in table.columns():
        is_fact = column.role != "derived" and column.name != table.key
        if is_fact or VERBATIM.get(table.table) == column.name:
            yield column


def _name(column: Column) -> str:
    return column.stem if column.name == f"{column.stem}_edtf" else column.name


def _shown(value: Any, absence: str | None) -> str | None:
    """A value as text; a null with its reason, where one is recorded."""
    if value is not None:
        return str(value)
    return f"null ({absence})" if absence else None


def _evidence(rows: Rows) -> dict[Address, dict[str, str]]:
    """For each cell its own pieces of evidence: all that matters of each, and how it is shown."""
    found: dict[Address, dict[str, str]] = defaultdict(dict)
    for row in rows.get("evidence", ()):
        if row["derivation"] == "copied":
            continue
        matters = [row.get(name) for name in _MATTERS]
        found[_address(row)][json.dumps(matters, default=str)] = _words(row)
    return found


_MATTERS = ("evidence_id derivation arguments value stance reason via_evidence_id locator").split()


def _words(row: Mapping[str, Any]) -> str:
    """A piece of evidence for a reader: the words, their source and how they stand."""
    words = f"“{row.get('exact')}”"
    stance = "" if row["stance"] == "supports" else f", stance: {row['stance']}"
    place = f", {row['locator']}" if row.get("locator") else ""
    return f"{words} ({row['source_id']}, {row['derivation']}{place}{stance})"


# -- what differs --------------------------------------------------------------------------------


def _cells(before: State, after: State) -> Iterable[Change]:
    for address in sorted(before.cells.keys() | after.cells.keys()):
        old, new = before.cells.get(address), after.cells.get(address)
        said = before.evidence.get(address, {}), after.evidence.get(address, {})
        if old == new and said[0] == said[1]:
            continue
        words = _other_words(*said) if old == new else _other_words(*map(_plain, said))
        kind = _kind(address, old, new, bool(words), before, after)
        if kind:
            yield Change(*address, kind, old, new, words)


def _other_words(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """The pieces that went and came; of two that read alike, one line says what differs."""
    gone = {key: old[key] for key in sorted(old.keys() - new.keys())}
    come = {key: new[key] for key in sorted(new.keys() - old.keys())}
    alike = []
    for key in list(gone):
        twin = next((other for other in come if come[other] == gone[key]), None)
        if twin is not None:
            alike.append(f"± {gone.pop(key)}: {_difference(key, twin)}")
            del come[twin]
    lost = sorted(f"- {words}" for words in gone.values())
    found = sorted(f"+ {words}" for words in come.values())
    return (*sorted(alike), *lost, *found)


def _difference(old: str, new: str) -> str:
    """What differs between two pieces of evidence with the same words."""
    pairs = zip(_MATTERS, json.loads(old), json.loads(new), strict=True)
    return ", ".join(f"{name} {a or 'none'} → {b or 'none'}" for name, a, b in pairs if a != b)


def _plain(pieces: Mapping[str, str]) -> dict[str, str]:
    """The words alone: how they stand to a value follows where the value itself changes."""
    alone = (text.partition(", stance: ")[0].removesuffix(")") + ")" for text in pieces.values())
    return {text: text for text in alone}


def _kind(
    address: Address, old: str | None, new: str | None, words: bool, before: State, after: State
) -> str | None:
    """The kind of a cell's change; null where nothing is to be told."""
    row, column = address[:2], address[2]
    if row not in before.rows or row not in after.rows:
        kind, value = ("added", new) if row in after.rows else ("removed", old)
        bare = value is None or value.startswith("null (") or column in OWN_WORDS
        return None if bare else kind
    if old != new:
        return "modality" if column == "modality" else "value"
    return "evidence" if words else None


def _reasons(before: State, after: State) -> Iterable[Change]:
    """Reasons of nulls that are computed, such as a status for which a search found nothing."""
    told = {(table.table, column.stem) for table in TABLES for column in _told(table)}
    for address in sorted(before.absences.keys() & after.absences.keys()):
        old, new = before.absences[address], after.absences[address]
        if old != new and (address[0], address[2]) not in told:
            yield Change(*address, "value", f"null ({old})", f"null ({new})")


def _conflicts(before: State, after: State) -> Iterable[Change]:
    for address in sorted(before.conflicts.keys() | after.conflicts.keys()):
        old, new = before.conflicts.get(address), after.conflicts.get(address)
        was = str(old["resolution"]) if old else None
        now = str(new["resolution"]) if new else "no conflict"
        if was != now:
            kind = "opened" if was is None or now == "unresolved" else "settled"
            yield Change(*address, kind, was, now)
        elif old and new and old.get("reason") != new.get("reason"):
            why = [each.get("reason") for each in (old, new)]
            yield Change(*address, "settled", f"{was}: {why[0]}", f"{now}: {why[1]}")


def _folded(found: list[Change], acts: Mapping[str, str]) -> Iterable[Change]:
    """Tell once, on the act, what changes in the same way on its subpoenas."""
    on_acts = [change for change in found if change.table == "acts"]
    told = {(c.row, c.column, c.kind, c.old, c.new): c for c in on_acts}
    copies: dict[Change, list[str]] = defaultdict(list)
    rest: list[Change] = []
    for change in found:
        same = (acts.get(change.row, ""), change.column, change.kind, change.old, change.new)
        if change.table == "subpoenas" and same in told:
            copies[told[same]].append(change.row)
        else:
            rest.append(change)
    return [replace(change, copies=tuple(copies.get(change, ()))) for change in rest]


# -- why it differs ------------------------------------------------------------------------------


def explained(found: Iterable[Change], old: Rows, new: Rows) -> list[Change]:
    """The changes with why each came about, as far as the rows of both sides tell."""
    known = {str(row["source_id"]) for row in old.get("sources", ())}
    pieces = [_pieces(rows) for rows in (old, new)]
    read = _readings(new) - _readings(old)
    return [replace(change, why=_why(change, known, pieces, read)) for change in found]


def _pieces(rows: Rows) -> dict[Address, dict[str, Mapping[str, Any]]]:
    """For each cell its evidence by id; an id is that of cell, source, words and place."""
    found: dict[Address, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for row in rows.get("evidence", ()):
        found[_address(row)][str(row["evidence_id"])] = row
    return found


def _readings(rows: Rows) -> frozenset[tuple[str, ...]]:
    names = ("reviewed_file", "source_id", "reading", "reader_role", "reviewed_on", "outcome")
    known = [row for row in rows.get("reviews", ()) if all(name in row for name in names)]
    return frozenset(tuple(str(row[name]) for name in names) for row in known)


def _why(
    change: Change,
    known: set[str],
    pieces: Sequence[Mapping[Address, Mapping[str, Mapping[str, Any]]]],
    read: frozenset[tuple[str, ...]],
) -> str:
    """The reason in words: a new source, other words, another rule, or another reading."""
    cell = (change.table, change.row, change.column)
    old, new = (side.get(cell, {}) for side in pieces)
    come = {str(new[key]["source_id"]) for key in new.keys() - old.keys()}
    reasons = []
    if come - known:
        reasons.append(f"new source {', '.join(sorted(come - known))}")
    if come & known:
        reasons.append(f"other words of {', '.join(sorted(come & known))}")
    if any(_derived(old[key]) != _derived(new[key]) for key in old.keys() & new.keys()):
        reasons.append("rule change: the same words are derived otherwise")
    if old.keys() - new.keys():
        reasons.append("evidence withdrawn")
    pages = {(str(each["reviewed_file"]), str(each["source_id"])) for each in new.values()}
    days = sorted({day for file, source, _, _, day, _ in read if (file, source) in pages})
    if days and change.kind != "added":
        reasons.append(f"re-review on {', '.join(days)}")
    return "; ".join(reasons) or NO_REASON[change.kind in ("opened", "settled")]


NO_REASON = ("our own sorting or words", "the evidence on the two sides, or our ruling, changed")


def _derived(piece: Mapping[str, Any]) -> list[Any]:
    return [piece.get(name) for name in ("derivation", "arguments", "value")]


# -- what is told apart --------------------------------------------------------------------------


def asides(old: Rows, new: Rows) -> list[str]:
    """Texts, their hashes, and readings that differ: no facts, but what facts rest on."""
    before, after = (_texts(rows) for rows in (old, new))
    lines = [
        f"text changed: {source}: {before.get(source) or 'none'} → {after.get(source) or 'none'}"
        for source in sorted(before.keys() | after.keys())
        if before.get(source) != after.get(source)
    ]
    for said, readings in (
        ("reading recorded", _readings(new) - _readings(old)),
        ("reading removed", _readings(old) - _readings(new)),
    ):
        for file, source, reading, role, day, outcome in sorted(readings):
            lines.append(f"{said}: {file} {source}: {reading}, by {role} on {day}: {outcome}")
    for reason, number in sorted((_ways(new) - _ways(old)).items()):
        lines.append(f"said of {number} more reading{'s'[: number > 1]}: {reason}")
    return lines + [
        f"both readings of {file} {source} are new: ask whether two people read it"
        for file, source in sorted(_both(_readings(new) - _readings(old)))
    ]


def _ways(rows: Rows) -> Counter[str]:
    """How pages were read, and of how many readings each is said."""
    return Counter(str(row["reason"]) for row in rows.get("reviews", ()) if row.get("reason"))


def _both(readings: Iterable[tuple[str, ...]]) -> set[tuple[str, str]]:
    """The pages, as file and source, that were read for the first and for the second time."""
    which = defaultdict(set)
    for file, source, reading, *_ in readings:
        which[file, source].add(reading)
    return {page for page, found in which.items() if len(found) > 1}


def _texts(rows: Rows) -> dict[str, str]:
    held = [row for row in rows.get("sources", ()) if row.get("text_sha256")]
    return {str(row["source_id"]): str(row["text_sha256"])[:12] for row in held}


# -- names that were taken out -------------------------------------------------------------------

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


# -- how it is told ------------------------------------------------------------------------------


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
    groups: dict[tuple[str, str, str], list[Change]] = defaultdict(list)
    for change in changes:
        groups[change.kind, change.table, change.row].append(change)
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
    rows = [_row(*key, own) for key, own in whole.items() if key[1] not in SERVING]
    return [*(f"rows {kind}: {tables}" for kind, tables in told.items() if tables), *rows, *kept]


def _row(kind: str, table: str, row: str, changes: Sequence[Change]) -> str:
    """A row that comes or goes, with its values."""
    values = (
        f"{each.column} = {textwrap.shorten(str(each.new or each.old), SHOWN, placeholder=' …')}"
        for each in changes
    )
    return f"{kind}: {table}/{row}: {', '.join(values)}"


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
