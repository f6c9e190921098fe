"""Which edits the check catches: many edits in one check, as long as nobody can mistake one for another.

A problem belongs to an edit if it is told on a line of a row that the edit touches, or names such a
row. Edits that share a file, but for the files of sources and registers, never stand in one check. Where
a problem belongs to no edit of a check, its uncaught edits are tried again in halves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from check import proposals, stages
from ice_subpoenas.problem import Problem

from .edits import Edit, Line, World, lines

MOST = 60  # edits of one check
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def caught(world: World, edits: Sequence[Edit]) -> dict[int, str]:
    """The code of a problem that tells of each caught edit, by the edit's place."""
    found: dict[int, str] = {}
    for numbers in _batches(world, edits):
        found |= _judged(world, edits, numbers)
    return found


def _batches(world: World, edits: Sequence[Edit]) -> Iterator[list[int]]:
    """Edits that can share a check, in as few checks as come of taking the first that fits."""
    open_batches: list[tuple[list[int], set[str]]] = []
    for number, edit in enumerate(edits):
        marks = _marks(world, edit)
        for batch, taken in open_batches:
            if len(batch) < MOST and not marks & taken:
                batch.append(number)
                taken |= marks
                break
        else:
            open_batches.append(([number], set(marks)))
    yield from (batch for batch, _ in open_batches)


def _marks(world: World, edit: Edit) -> set[str]:
    """What only one edit of a check may touch: a file of an act, else a block; and every id."""
    found = set(_names(world, edit))
    for key, row in edit.rows.items():
        block = (row or world.sound.written[key]).block
        shared = block.file.startswith(("sources/", "registers/", "documents/"))
        found.add(f"{block.file}/{block.path}" if shared else block.file)
    return found | ({f"phrase/{edit.phrase[0].phrase}"} if edit.phrase else set())


def _names(world: World, edit: Edit) -> Iterator[str]:
    """The ids of the rows that an edit touches, and of those that they name."""
    for key, row in edit.rows.items():
        yield key[1]
        for each in (row, world.sound.written.get(key)):
            if each is not None:
                yield from (
                    v for v in each.values.values() if isinstance(v, str) and ID.fullmatch(v)
                )


def _judged(world: World, edits: Sequence[Edit], numbers: list[int]) -> dict[int, str]:
    problems = list(told(world, [edits[n] for n in numbers]))
    found: dict[int, str] = {}
    strays: list[Problem] = []
    owned = {n: (_lines(world, edits[n]), set(edit_ids(edits[n]))) for n in numbers}
    for problem in problems:
        owners = [n for n in numbers if _owns(problem, *owned[n])]
        for n in owners[:1] if len(owners) == 1 or len(numbers) == 1 else []:
            found.setdefault(n, problem.code)
        if len(owners) != 1:
            strays.append(problem)
    rest = [n for n in numbers if n not in found]
    if not strays or not rest:
        return found
    if len(numbers) == 1:
        return {numbers[0]: strays[0].code}
    half = max(1, len(rest) // 2)
    for part in (rest[:half], rest[half:]):
        if part:
            found |= _judged(world, edits, part)
    return found


def edit_ids(edit: Edit) -> Iterator[str]:
    """The ids of the rows that an edit touches."""
    return (row_id for _, row_id in edit.rows)


def _owns(problem: Problem, own: set[Line], ids: set[str]) -> bool:
    return (problem.file, problem.line) in own or not ids.isdisjoint(ID.findall(problem.message))


def _lines(world: World, edit: Edit) -> set[Line]:
    rows = [row or world.sound.written[key] for key, row in edit.rows.items()]
    found = {line for row in rows for line in lines(row)}
    return found | (
        {(edit.phrase[0].place.file, edit.phrase[0].place.line)} if edit.phrase else set()
    )


def told(world: World, edits: Iterable[Edit]) -> Iterator[Problem]:
    """What the check tells of the rows with the edits in them."""
    written, phrases = dict(world.sound.written), world.sound.phrases
    for edit in edits:
        for key, row in edit.rows.items():
            if row is None:
                written.pop(key, None)
            else:
                written[key] = row
        if edit.phrase:
            old, new = edit.phrase
            phrases = tuple(new if each is old else each for each in phrases)
    sound = replace(world.sound, written=written, phrases=phrases)
    checked = stages.examine(sound)
    assert checked.relations is not None
    yield from checked.problems
    yield from proposals.problems(proposals.Settled(sound.pages, checked.relations, sound.others))
    checked.relations.close()
