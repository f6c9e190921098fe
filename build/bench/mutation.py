"""How strong the check is: seeded single edits of the reviewed rows, and how many it catches.

Each edit changes one thing that a tired or careless hand could change. `python build mutate` makes
them from a seed, runs the check on each in memory, and prints the share caught by kind of edit and
by derivation. An edit that is not caught is a survivor; survivors are listed with the reason.
"""

from __future__ import annotations

import argparse
import copy
import datetime
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from check import stages
from ice_subpoenas import TABLE
from reviewed.files import ROOT, Inputs, Record, inputs

RECOMPUTED = frozenset(("literal", "vocabulary", "number_word", "count", "date"))


@dataclass(frozen=True)
class Edit:
    """One change of one record."""

    kind: str
    derivation: str
    index: int
    data: dict[str, Any] | None
    what: str


@dataclass(frozen=True)
class Outcome:
    """An edit, and the codes of the problems that the check reported for it."""

    edit: Edit
    codes: tuple[str, ...]

    @property
    def caught(self) -> bool:
        return bool(self.codes)


def measure(seed: int, number: int) -> list[Outcome]:
    """Make edits of every kind, spread evenly, and check each.

    The reviewed rows must be sound to begin with; raises ValueError otherwise.
    """
    given = inputs()
    if stages.examine(given).problems:
        raise ValueError("the reviewed rows have problems: mend them before measuring the check")
    outcomes = []
    for edit in chosen(given, seed, number):
        codes = {problem.code for problem in stages.examine(_edited(given, edit)).problems}
        outcomes.append(Outcome(edit, tuple(sorted(codes))))
    return outcomes


def chosen(given: Inputs, seed: int, number: int) -> list[Edit]:
    """Up to `number` edits, the kinds taking turns, the same for the same seed and rows."""
    pools: dict[str, list[Edit]] = defaultdict(list)
    for maker in MAKERS:
        for edit in maker(given):
            pools[edit.kind].append(edit)
    chance = random.Random(seed)
    for pool in pools.values():
        chance.shuffle(pool)
    found: list[Edit] = []
    while len(found) < number and any(pools.values()):
        for kind in sorted(pools):
            if pools[kind] and len(found) < number:
                found.append(pools[kind].pop())
    return found


def _edited(given: Inputs, edit: Edit) -> Inputs:
    records = list(given.records)
    if edit.data is None:
        del records[edit.index]
    else:
        records[edit.index] = replace(records[edit.index], data=edit.data)
    return replace(given, records=records, problems=[])


def _changed(record: Record, path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """A copy of a record's data with one value put in another's place, or taken out."""
    data = copy.deepcopy(record.data)
    at: Any = data
    for key in path[:-1]:
        at = at[key]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return data


def _cells(record: Record) -> Iterator[tuple[tuple[str | int, ...], str, Any, str]]:
    """Path, column, cell and derivation of each piece of evidence that gives a value."""
    for index, block in enumerate(record.data.get("said", [])):
        for column, cell in block.get("cells", {}).items():
            if not (isinstance(cell, dict) and cell.get("bears")):
                path = ("said", index, "cells", column)
                yield path, column, cell, _derivation(record, block, column, cell)


def _derivation(record: Record, block: dict[str, Any], column: str, cell: Any) -> str:
    given = {key: block[key] for key in ("by", "group") if key in block}
    given |= cell if isinstance(cell, dict) else {}
    if "by" in given or "group" in given:
        return str(given.get("by", "inference"))
    stems = TABLE[record.table].stems() if record.table in TABLE else {}
    claim = stems[column][0].claim if column in stems else None
    return claim.by if claim else "none"


def _by_column(record: Record) -> dict[str, str]:
    """The derivation that carries each written column: a recomputed one if there is any."""
    found: dict[str, str] = {}
    for _, column, _, derivation in _cells(record):
        if found.get(column) not in RECOMPUTED:
            found[column] = derivation
    for block in record.data.get("cited", []):
        for column in block.get("cells", {}):
            found.setdefault(column, "cited")
    return found


def _values(record: Record) -> Iterator[tuple[str, Any, str]]:
    """Column, value and derivation of each written claim of a record."""
    carried = _by_column(record)
    for column, value in record.data.items():
        if column in carried:
            yield column, value, carried[column]


def _each(given: Inputs) -> Iterator[tuple[int, Record]]:
    for index, record in enumerate(given.records):
        if record.table in TABLE:
            yield index, record


def _edit(
    kind: str, derivation: str, at: tuple[int, Record], path: tuple[str | int, ...], value: Any
) -> Edit:
    index, record = at
    key = TABLE[record.table].key
    row = record.data.get(key) or (record.data.get("ids") or ["?"])[0]
    where = "/".join((record.table, str(row), ".".join(map(str, path))))
    shown = "removed" if value is None else repr(value)[:60]
    return Edit(kind, derivation, index, _changed(record, path, value), f"{where} → {shown}")


def digits(given: Inputs) -> Iterator[Edit]:
    """A number one too high."""
    for at in _each(given):
        for column, value, derivation in _values(at[1]):
            if isinstance(value, int) and not isinstance(value, bool):
                yield _edit("number changed", derivation, at, (column,), value + 1)


def dates(given: Inputs) -> Iterator[Edit]:
    """A date a day, a month or a year off."""
    for at in _each(given):
        stems = TABLE[at[1].table].stems()
        for column, value, derivation in _values(at[1]):
            if column not in stems or not stems[column][0].name.endswith("_edtf"):
                continue
            text = value.isoformat() if isinstance(value, datetime.date) else str(value)
            yield _edit("date shifted", derivation, at, (column,), _shifted(text))


def _shifted(edtf: str) -> str:
    def later(found: re.Match[str]) -> str:
        day = datetime.date.fromisoformat(found[0]) + datetime.timedelta(days=1)
        return day.isoformat()

    moved = re.sub(r"\d{4}-\d\d-\d\d", later, edtf)
    return moved if moved != edtf else re.sub(r"^\d{4}", lambda y: str(int(y[0]) + 1), edtf)


def codes(given: Inputs) -> Iterator[Edit]:
    """A code replaced by another code of its vocabulary."""
    for at in _each(given):
        columns = TABLE[at[1].table].column_map()
        for column, value, derivation in _values(at[1]):
            known = columns[column].codes if column in columns else ()
            if value in known and column != "modality":
                other = known[(known.index(value) + 1) % len(known)]
                yield _edit("code replaced", derivation, at, (column,), other)


def modalities(given: Inputs) -> Iterator[Edit]:
    """A modality raised to convicted."""
    for at in _each(given):
        for column, value, derivation in _values(at[1]):
            if column == "modality" and value != "convicted":
                yield _edit("modality raised to convicted", derivation, at, (column,), "convicted")


def references(given: Inputs) -> Iterator[Edit]:
    """A person, body, place or batch replaced by another that exists."""
    ids: dict[str, list[str]] = defaultdict(list)
    for _, record in _each(given):
        ids[record.table] += record.data.get("ids", [record.data.get(TABLE[record.table].key)])
    for at in _each(given):
        columns = TABLE[at[1].table].column_map()
        for column, value, derivation in _values(at[1]):
            table = columns[column].references if column in columns else None
            others = [each for each in ids[table or ""] if each != value]
            if table and others:
                kind = "speaker replaced" if "speaker" in column else "reference replaced"
                other = others[sum(map(ord, str(value))) % len(others)]
                yield _edit(kind, derivation, at, (column,), other)


def names(given: Inputs) -> Iterator[Edit]:
    """A letter of a written name or phrase changed."""
    for at in _each(given):
        columns = TABLE[at[1].table].column_map()
        for column, value, derivation in _values(at[1]):
            known = columns.get(column)
            if known is None or known.references or known.codes or not isinstance(value, str):
                continue
            yield _edit("name or phrase changed", derivation, at, (column,), value[:-1] + "q")


def shortened(given: Inputs) -> Iterator[Edit]:
    """The last word of a cell's words left out."""
    for at in _each(given):
        for path, _, cell, derivation in _cells(at[1]):
            words = cell if isinstance(cell, str) else cell.get("words")
            if isinstance(words, str) and " " in words.strip():
                kind = "evidence words shortened"
                target = path if isinstance(cell, str) else (*path, "words")
                yield _edit(kind, derivation, at, target, words.rsplit(" ", 1)[0])


def altered(given: Inputs) -> Iterator[Edit]:
    """A letter or digit of a cell's words changed."""
    for at in _each(given):
        for path, _, cell, derivation in _cells(at[1]):
            words = cell if isinstance(cell, str) else cell.get("words")
            if isinstance(words, str):
                target = path if isinstance(cell, str) else (*path, "words")
                yield _edit("evidence words altered", derivation, at, target, "x" + words[1:])


def elsewhere(given: Inputs) -> Iterator[Edit]:
    """The passage taken from another block of the same source that says something else."""
    blocks = [(at, i, b) for at in _each(given) for i, b in enumerate(at[1].data.get("said", []))]
    passages: dict[str, list[str]] = defaultdict(list)
    for at, _, block in blocks:
        passages[_source(at[1], block)].append(block["words"])
    for at, index, block in blocks:
        derivation = next((d for p, _, _, d in _cells(at[1]) if p[1] == index), "none")
        words = block["words"]
        others = [w for w in passages[_source(at[1], block)] if w not in words and words not in w]
        if others and derivation != "none":
            kind, other = "words taken from another sentence", others[len(words) % len(others)]
            yield _edit(kind, derivation, at, ("said", index, "words"), other)


def _source(record: Record, block: dict[str, Any]) -> str:
    return str(block.get("source", record.file.removesuffix(".toml").rpartition("/")[2]))


def dropped(given: Inputs) -> Iterator[Edit]:
    """The only evidence of a cell dropped."""
    for at in _each(given):
        cells = list(_cells(at[1]))
        cited = {c for b in at[1].data.get("cited", []) for c in b.get("cells", {})}
        for path, column, _, derivation in cells:
            alone = sum(c == column for _, c, _, _ in cells) == 1 and column not in cited
            if alone and column in at[1].data:
                yield _edit("only evidence dropped", derivation, at, path, None)


def swapped(given: Inputs) -> Iterator[Edit]:
    """A fact moved from one person to another of the same batch or role."""
    people = [r for _, r in _each(given) if r.table == "individuals_referenced"]
    ids = [i for r in people for i in r.data.get("ids", [r.data.get("individual_id")])]
    for at in _each(given):
        person = at[1].data.get("individual_id")
        if at[1].table != "case_facts" or person not in ids:
            continue
        other = ids[(ids.index(person) + 1) % len(ids)]
        derivation = _by_column(at[1]).get("individual_id", "none")
        yield _edit("fact moved to another person", derivation, at, ("individual_id",), other)


def records(given: Inputs) -> Iterator[Edit]:
    """A conflict record removed, or a sentence taken off the list of what is left out."""
    for index, record in enumerate(given.records):
        if record.table == "conflicts":
            what = f"conflicts/{record.data.get('conflict_id')} removed"
            yield Edit("conflict record removed", "none", index, None, what)
        if record.table == "left_out":
            for each, words in enumerate(record.data.get("words", [])):
                data = _changed(record, ("words", each), None)
                yield Edit(
                    "sentence left out of the ledger",
                    "none",
                    index,
                    data,
                    f"left_out → {words[:50]!r}",
                )


MAKERS: tuple[Callable[[Inputs], Iterator[Edit]], ...] = (
    digits,
    dates,
    codes,
    modalities,
    references,
    names,
    shortened,
    altered,
    elsewhere,
    dropped,
    swapped,
    records,
)
"""Every kind of edit."""


def rates(outcomes: list[Outcome]) -> list[dict[str, Any]]:
    """Edits made and caught, by kind and derivation, in order of name."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for outcome in outcomes:
        count = counts[outcome.edit.kind, outcome.edit.derivation]
        count[0] += 1
        count[1] += outcome.caught
    return [
        {"kind": kind, "derivation": derivation, "edits": made, "caught": caught}
        for (kind, derivation), (made, caught) in sorted(counts.items())
    ]


OF_VALUES = (
    "number changed",
    "date shifted",
    "code replaced",
    "modality raised to convicted",
    "reference replaced",
    "speaker replaced",
    "name or phrase changed",
    "fact moved to another person",
)
"""Kinds of edits that change a value, and not the words for it."""

REASONS = {
    "evidence words shortened": "What is left of the words still gives the value.",
    "inference": "No function shows how the value follows: the reason does, and a second reading.",
    "cited": "The document is not held: the link and a second reading do.",
    "words taken from another sentence": "The other sentence holds the same words.",
    "evidence words altered": "The words stand once more, so altered, in the passage.",
    "sentence left out of the ledger": "Another entry names the same sentence.",
}
"""Why an edit of a kind, or of a derivation, may survive."""


def report(outcomes: list[Outcome], seed: int) -> str:
    """The rates as a Markdown page, with the survivors and why they survive."""
    made, caught = len(outcomes), sum(each.caught for each in outcomes)
    recomputed = [o for o in outcomes if of_recomputed_value(o.edit)]
    lines = [
        "# How strong the check is",
        "",
        "Single edits of the reviewed rows, made from a seed by `python build mutate`.",
        "",
        f"Seed {seed}: {made} edits, {caught} caught ({caught / made:.1%}). Of the "
        f"{len(recomputed)} edits of a value whose derivation is run again, "
        f"{sum(o.caught for o in recomputed)} were caught.",
        "",
        "| kind of edit | derivation | edits | caught |",
        "| --- | --- | --- | --- |",
    ]
    for row in rates(outcomes):
        lines.append(f"| {row['kind']} | {row['derivation']} | {row['edits']} | {row['caught']} |")
    lines += ["", "## Survivors", ""]
    lines += sorted({_survivor(o.edit) for o in outcomes if not o.caught}) or ["None."]
    return "\n".join(lines) + "\n"


def of_recomputed_value(edit: Edit) -> bool:
    """Whether the edit changes a value whose derivation is run again: none of these may survive."""
    return edit.derivation in RECOMPUTED and edit.kind in OF_VALUES


def _survivor(edit: Edit) -> str:
    why = REASONS.get(edit.derivation) or REASONS.get(edit.kind) or "Not explained."
    return f"- {edit.kind} ({edit.derivation}): {why}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build mutate` takes."""
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=600, help="how many edits")
    parser.add_argument("--write", action="store_true", help="write docs/strength.md")
    parser.add_argument("--survivors", action="store_true", help="name each survivor")


def run(args: argparse.Namespace) -> int:
    """Measure, and print or write the page."""
    outcomes = measure(args.seed, args.number)
    page = report(outcomes, args.seed)
    if args.write:
        path = ROOT / "docs" / "strength.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, "utf-8")
    else:
        print(page)
    if args.survivors:
        for outcome in outcomes:
            if not outcome.caught:
                print(f"{outcome.edit.kind} ({outcome.edit.derivation}): {outcome.edit.what}")
    return 0
