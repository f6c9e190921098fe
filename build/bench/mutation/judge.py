"""Which edits the check catches, and of which `changes` tells: each edit in a check of its own."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import NamedTuple

from check import stages
from check.settling import proposals, unsettled
from check.stages import Sound
from ice_subpoenas.problem import Problem
from ice_subpoenas.release.changes.compare import compare

from . import published
from .edits import Edit, World
from .published import Forgery, Tables


class Outcome(NamedTuple):
    """An edit, the code of the first problem that tells of it, and whether `changes` does."""

    kind: str
    tier: str
    what: str
    code: str | None
    told: bool


def outcomes(world: World, edits: Sequence[Edit | Forgery]) -> list[Outcome]:
    """What becomes of each edit, on all cores."""
    begin_from = (world.sound, world.relations.tables())
    with ProcessPoolExecutor(None, get_context("spawn"), _begin, begin_from) as pool:
        return list(pool.map(_outcome, edits))


_BEFORE: list[tuple[Sound, Tables]] = []
"""What a process of the pool begins every edit from: the sound rows as written, and published."""


def _begin(sound: Sound, published: Tables) -> None:
    _BEFORE.append((sound, published))


def _outcome(edit: Edit | Forgery) -> Outcome:
    sound, before = _BEFORE[0]
    if isinstance(edit, Edit):
        problems, tables = _checked(sound, edit)
    else:
        problems, tables = published.checked(before, edit)
    rows, changed = ({n: t.to_pylist() for n, t in s.items()} for s in (before, tables))
    told = edit.touched & {(each.table, each.row) for each in compare(rows, changed)}
    code = problems[0].code if problems else None
    return Outcome(edit.kind, edit.tier, edit.what, code, bool(told))


def _checked(sound: Sound, edit: Edit) -> tuple[Sequence[Problem], Tables]:
    """What the check tells of the rows with an edit in them, and the tables that they make."""
    rows = {**sound.written, **edit.rows}
    written = {key: row for key, row in rows.items() if row is not None}
    old, new = edit.phrase or (None, None)
    phrases = tuple(new if new and each == old else each for each in sound.phrases)
    sound = replace(sound, written=written, phrases=phrases)
    words = stages.words(sound)
    relations = stages.filled(sound, words)
    checked = stages.examine(sound, words, relations)
    asked = proposals.Asked(sound.pages, relations, sound.others)
    problems = [*checked.problems, *(unsettled.problems(asked) if edit.tier == "held" else ())]
    tables = checked.tables()
    relations.close()
    return problems, tables
