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


class Before(NamedTuple):
    """What every edit begins from: the sound rows as written, and as published."""

    sound: Sound
    tables: Tables

    def outcome(self, edit: Edit | Forgery) -> Outcome:
        """What becomes of an edit."""
        if isinstance(edit, Edit):
            problems, tables = _checked(self.sound, edit)
        else:
            problems, tables = published.checked(self.tables, edit)
        rows, changed = ({n: t.to_pylist() for n, t in s.items()} for s in (self.tables, tables))
        told = edit.touched & {(each.table, each.row) for each in compare(rows, changed)}
        code = problems[0].code if problems else None
        return Outcome(edit.kind, edit.tier, edit.what, code, bool(told))


def outcomes(world: World, edits: Sequence[Edit | Forgery]) -> list[Outcome]:
    """What becomes of each edit, on all cores."""
    before = Before(world.sound, world.relations.tables())
    with ProcessPoolExecutor(None, get_context("spawn"), _begin, (before,)) as pool:
        return list(pool.map(_outcome, edits))


_BEFORE: list[Before] = []
"""What a process of the pool begins every edit from."""


def _begin(before: Before) -> None:
    _BEFORE.append(before)


def _outcome(edit: Edit | Forgery) -> Outcome:
    return _BEFORE[0].outcome(edit)


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
