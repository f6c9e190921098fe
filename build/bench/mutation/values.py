"""Edits of values: written against the words, inferred, chosen in a conflict, or their absence."""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ice_subpoenas.row import Column
from ice_subpoenas.tables import TABLE
from ice_subpoenas.vocabularies import Absence
from reviewed.rows import Written
from reviewed.said import Said

from .edits import Edit, Given, Key, World, following, having, name, typed, with_said

PLAUSIBLE = (
    "The passage, read with what stands around it on the page, "
    "leaves no other value than this one for the row."
)
"""A reason that says nothing, as somebody in haste writes it."""


def against_words(world: World) -> Iterator[Edit]:
    """A value written in the row, while its words give another."""
    for _, (first, *_), wrong in _wrong(world, "against words", all):
        row = having(first.row, **{first.column.name: typed(first.column, wrong)})
        yield _of("value written against its words", first, wrong, row)


def _wrong(
    world: World, name: str, is_left_out: Callable[[Iterable[bool]], bool]
) -> Iterator[tuple[tuple[str, str, str], list[Given], str]]:
    """Claims with their words and a wrong value; left out are those of which all, or any, words
    are read by an inference."""
    chance = world.chance(name)
    for cell, given in world.of_cell.items():
        first = given[0]
        inferred = (each.piece.derivation == "inference" for each in given)
        if first.column.role == "claim" and not is_left_out(inferred):
            value = world.cells.get(cell, first.value or "")
            if (wrong := world.wrong(first.column, value, chance)) is not None:
                yield cell, given, wrong


def _of(kind: str, given: Given, wrong: str, row: Written) -> Edit:
    what = f"{name(given)}: {given.value} → {wrong}"
    return Edit(kind, given.tier, what, {row.key: row})


def inferences(world: World, *, named: bool) -> Iterator[Edit]:
    """The value of an inference changed, and maybe named at the end of the reason."""
    kind = f"value of an inference changed{' and named' if named else ''}"
    chance = world.chance(kind)
    for given in world.given:
        if given.piece.derivation != "inference" or "value" not in given.said.arguments:
            continue
        wrong = world.wrong(given.column, given.value or "", chance)
        if wrong is not None:
            reason = given.piece.reason or PLAUSIBLE
            if named:
                reason = f"{reason} It is {in_words(world, given.column, wrong)}."
            said = _inferred(given, wrong, reason)
            row = following(with_said(given.row, {given.number: said}), given.column, wrong)
            yield _of(kind, given, wrong, row)


def _inferred(given: Given, value: str, reason: str | None) -> Said:
    arguments = dict(given.said.arguments) | {"value": typed(given.column, value)}
    return replace(given.said, by="inference", arguments=arguments, reason=reason)


def invented(world: World, *, named: bool) -> Iterator[Edit]:
    """All words of a cell replaced by an inference of another value, with a plausible reason.

    Here and below, `named` says whether the reason names the value.
    """
    kind = f"words replaced by an invented inference{' that is named' if named else ''}"
    disputed = {cell for _, cell in _conflicts(world)}
    for cell, given, wrong in _wrong(world, kind, any):
        first = given[0]
        if cell not in world.cells or cell in disputed:
            continue
        gone: dict[int, Said | None] = dict.fromkeys(g.number for g in given[1:])
        reason = _reason(world, first.column, wrong) if named else PLAUSIBLE
        said = gone | {first.number: _inferred(first, wrong, reason)}
        row = following(with_said(first.row, said), first.column, wrong)
        yield _of(kind, first, wrong, row)


def _reason(world: World, column: Column, value: str) -> str:
    return f"{PLAUSIBLE[:-1]}: {in_words(world, column, value)}."


def in_words(world: World, column: Column, value: str) -> str:
    """A value as a reason names it: a day by its month, a row by its name, a code by its words."""
    if column.references:
        row = world.sound.written.get((column.references, value))
        names = ("name", "title", "described_as")
        given = world.of_cell
        return next(
            (g.value for n in names if row for g in given.get((*row.key, n), ()) if g.value), value
        )
    return re.sub(r"\d{4}-(\d\d)(?:-(\d\d))?", _month, value).replace("_", " ")


def _month(found: re.Match[str]) -> str:
    name = calendar.month_name[int(found[1])]
    return f"{name} {int(found[2])}" if found[2] else name


def filled(world: World, *, named: bool) -> Iterator[Edit]:
    """A null filled by an inference from words of the row, with a plausible reason."""
    kind = f"null filled by an inference{' that is named' if named else ''}"
    chance = world.chance(kind)
    for row in world.written:
        for stem in row.absent:
            columns = row.table.stems().get(stem)
            if columns is None or columns[0].role != "claim" or not row.said:
                continue
            values = [
                v for (t, _, c), v in world.cells.items() if (t, c) == (row.table.table, stem)
            ]
            if values:
                value = chance.choice(values)
                reason = _reason(world, columns[0], value) if named else PLAUSIBLE
                changed = _with_inference(row, columns[0], value, reason)
                what = f"{row.table.table} {row.row_id}.{stem}: null → {value}"
                yield Edit(kind, world.tier(row), what, {row.key: changed})


def _with_inference(row: Written, column: Column, value: str, reason: str) -> Written:
    arguments, stem = {"value": typed(column, value)}, column.stem
    said = replace(row.said[0], column=stem, by="inference", reason=reason, arguments=arguments)
    absent = {k: v for k, v in row.absent.items() if k != stem}
    return replace(row, said=(*row.said, said), absent=absent)


def reasons(world: World) -> Iterator[Edit]:
    """The reason of a null changed; `not_found` names a search of the same file, if any."""
    chance = world.chance("reasons")
    for row in world.written:
        for stem, old in row.absent.items():
            code = old.partition(":")[0]
            new = chance.choice([each for each in Absence.codes() if each != code])
            if new == "not_found":
                searches = world.ids["searches"]
                own = [each for each in searches if each.startswith(row.block.stem)]
                new = f"not_found:{chance.choice(own or searches)}"
            changed = replace(row, absent=dict(row.absent) | {stem: new})
            what = f"{row.table.table} {row.row_id}.{stem}: {old} → {new}"
            yield Edit("reason of a null changed", world.tier(row), what, {row.key: changed})


def losing_sides(world: World) -> Iterator[Edit]:
    """The losing side of a conflict published, under the same record."""
    for row, cell in _conflicts(world):
        given, old = world.of_cell.get(cell, ()), row.values.get("published_value")
        losing = next((g for g in given if g.stance == "contests" and g.value != old), None)
        if losing is None or losing.value is None or old is None:
            continue
        record = having(row, published_value=losing.value)
        owner = following(losing.row, losing.column, losing.value)
        what = f"{name(losing)}: {old} → {losing.value}"
        rows = {record.key: record, owner.key: owner}
        yield Edit("losing side of a conflict published", losing.tier, what, rows)


def dropped_conflicts(world: World) -> Iterator[Edit]:
    """A conflict dropped, its id retired: the losing words with it, or marked as merely bearing."""
    for record, cell in _conflicts(world):
        given = world.of_cell.get(cell, ())
        kept = record.values.get("published_value") or next((g.value for g in given), None)
        stances = ("contests", "bears_on", "supports")
        losing = [g for g in given if g.value != kept and g.stance in stances]
        if not losing:
            continue
        first = losing[0]
        absent = {k: v for k, v in first.row.absent.items() if k != cell[2]}
        gone = dict.fromkeys((each.number for each in losing), None)
        bearing = {each.number: _bearing(each.said) for each in losing}
        for kind, changed in (
            ("conflict dropped with its losing side", gone),
            ("losing words marked as merely bearing", bearing),
        ):
            owner = replace(with_said(first.row, changed), absent=absent)
            rows = {record.key: None, owner.key: owner, **retired(record)}
            yield Edit(kind, first.tier, f"{name(first)}: {first.value} dropped", rows)


def _bearing(said: Said) -> Said:
    arguments = {k: v for k, v in said.arguments.items() if k != "value"} | {"bears": True}
    return replace(said, by=None, arguments=arguments)


SAYS_NOTHING = "The row says nothing that another row does not say."


def retired(row: Written, reason: str = SAYS_NOTHING) -> dict[Key, Written | None]:
    """The row that retires an id, as somebody who knows the rules writes it."""
    values = {"retired_id": row.row_id, "table_name": row.table.table, "reason": reason}
    made = Written(TABLE["retired_ids"], row.row_id, values, {}, (), row.block)
    return {made.key: made}


def _conflicts(world: World) -> Iterator[tuple[Written, tuple[str, str, str]]]:
    """The records of conflicts, each with its cell."""
    for row in world.written:
        if row.table.table == "conflicts":
            v = row.values
            yield row, (str(v["table_name"]), str(v["row_id"]), str(v["column_name"]))
