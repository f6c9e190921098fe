"""Which edits the check catches, and of which `changes` tells: many in one check, none mistaken.

A problem belongs to an edit if it is told on a line of a row that the edit touches, names a row or
an id that the edit changes, quotes a sentence from which the edit takes words, stands in a file
that no other edit of the check touches, or names what only rows of this edit name. What could
belong to several edits is asked again of fewer; what belongs to no edit counts for none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import pyarrow as pa

from check import stages
from check.settling import proposals, unsettled
from ice_subpoenas.derivations.find import place, plain
from ice_subpoenas.problem import Problem
from ice_subpoenas.release.changes.compare import compare

from .edits import Edit, Key, Line, World, lines

MOST = 80  # edits of one check
MOST_OF_A_FILE = 6
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
QUOTED = re.compile(r"“(.+?)(?:…|”|$)")
SHARED = ("sources/", "registers/", "documents/", "phrases", "searches/", "utterances", "retired")
"""Files whose rows belong to many acts."""


@dataclass(frozen=True)
class Marks:
    """What an edit touches: files that are of one act, lines, ids, and sentences of held texts.

    `near` are all ids that its rows name.
    """

    files: frozenset[str]
    lines: frozenset[Line]
    ids: frozenset[str]
    near: frozenset[str]
    sentences: tuple[str, ...]
    reaches: bool

    def own(self, problem: Problem) -> bool:
        """Whether a problem belongs to the edit."""
        return (problem.file, problem.line) in self.lines or self.named(problem.message)

    def named(self, message: str) -> bool:
        """Whether a message names an id of the edit, or words of one of its sentences."""
        if not self.ids.isdisjoint(ID.findall(message)):
            return True
        words = [plain(found).casefold() for found in QUOTED.findall(message)]
        return any(w in each for w in words if len(w) > 12 for each in self.sentences)


class Judged(NamedTuple):
    """The code of a problem that tells of each caught edit, and which edits `changes` tells of."""

    codes: dict[int, str]
    shown: set[int]


def judged(world: World, edits: Sequence[Edit]) -> Judged:
    """What the check and `changes` tell of each edit, by the edit's place."""
    marks = [_marks(world, edit) for edit in edits]
    found = Judged({}, set())
    for numbers in _batches(marks):
        problems, tables = checked_with(world, [edits[n] for n in numbers])
        found.codes.update(_owned(world, edits, marks, numbers, problems))
        changed = changed_rows(world, tables)
        found.shown.update(n for n in numbers if _touched(edits[n]) & changed)
    return found


def changed_rows(world: World, tables: Mapping[str, pa.Table]) -> set[Key]:
    """The rows of which `python build changes` tells that a fact changed."""
    rows = {table: found.to_pylist() for table, found in tables.items()}
    return {(each.table, each.row) for each in compare(world.rows, rows)}


def _touched(edit: Edit) -> set[Key]:
    """The rows of an edit that a reader of changes would look at; a retired id tells no fact."""
    listed: set[Key] = set()
    if edit.phrase:
        entry = edit.phrase[1]
        parts = entry.list_name, entry.source, entry.phrase
        listed.add(("phrases", "/".join(filter(None, parts))))
    return {key for key in edit.rows if key[0] != "retired_ids"} | listed


def _batches(marks: Sequence[Marks]) -> Iterator[list[int]]:
    """Edits that can share a check, in as few checks as come of taking the first that fits.

    An edit of a phrase list reaches rows of other files; such edits share no check with others.
    """
    open_batches: list[tuple[list[int], set[object], Counter[str], bool]] = []
    for number, own in enumerate(marks):
        kept = {*own.lines, *own.ids, *own.sentences}
        for batch, taken, files, reaches in open_batches:
            full = len(batch) >= MOST or any(files[f] >= MOST_OF_A_FILE for f in own.files)
            if not full and reaches == own.reaches and not kept & taken:
                batch.append(number)
                taken |= kept
                files.update(own.files)
                break
        else:
            open_batches.append(([number], set(kept), Counter(own.files), own.reaches))
    yield from (batch for batch, *_ in open_batches)


def _marks(world: World, edit: Edit) -> Marks:
    touched = [(world.sound.written.get(key), row) for key, row in edit.rows.items()]
    rows = [row or old for old, row in touched]
    files = {row.block.file for row in rows if row is not None}
    return Marks(
        files=frozenset(f for f in files if not edit.phrase and not f.startswith(SHARED)),
        lines=_lines(world, edit),
        ids=frozenset(_ids(world, edit)),
        near=frozenset(
            each for pair in touched for row in pair if row for each in _named(row.values.values())
        ),
        sentences=tuple(_sentences(world, edit)),
        reaches=edit.phrase is not None,
    )


def _ids(world: World, edit: Edit) -> Iterator[str]:
    """The ids of the rows that an edit touches, and those that it puts in or takes out."""
    for key, row in edit.rows.items():
        yield key[1]
        if row is not None:
            old = world.sound.written.get(key, row).values
            changed = [v for k, v in row.values.items() if v != old.get(k)]
            changed += [v for k, v in old.items() if v != row.values.get(k)]
            yield from _named(changed)


def _named(values: Iterable[object]) -> Iterator[str]:
    """The values that look like ids."""
    return (value for value in values if isinstance(value, str) and ID.fullmatch(value))


def _sentences(world: World, edit: Edit) -> Iterator[str]:
    """The sentences of held texts in which words stand that an edit takes away or adds."""
    for key, row in edit.rows.items():
        old = world.sound.written.get(key)
        one, other = (old.said if old else ()), (row.said if row else ())
        for said in [s for s in (*one, *other) if (s in one) != (s in other)]:
            page = world.sound.pages.get(said.source)
            span = place(page.text, said.within or said.passage) if page else None
            if page and isinstance(span, tuple):
                for sentence in page.touched(span):
                    yield plain(page.text[sentence.start : sentence.end]).casefold()


def _owned(
    world: World,
    edits: Sequence[Edit],
    marks: Sequence[Marks],
    numbers: list[int],
    problems: Iterable[Problem],
) -> dict[int, str]:
    """The code of a problem that belongs to each edit; what is not clear is asked of fewer."""
    found: dict[int, str] = {}
    tied: set[int] = set()
    for problem in problems:
        owners = (
            [n for n in numbers if marks[n].own(problem)]
            or [n for n in numbers if problem.file in marks[n].files]
            or [n for n in numbers if not marks[n].near.isdisjoint(ID.findall(problem.message))]
        )
        if len(owners) == 1:
            found.setdefault(owners[0], problem.code)
        tied |= set(owners)
    rest = sorted(tied - found.keys())
    if len(numbers) > 1:
        for part in filter(None, (rest[::2], rest[1::2])):
            again, _ = checked_with(world, [edits[n] for n in part])
            found |= _owned(world, edits, marks, part, again)
    return found


def _lines(world: World, edit: Edit) -> frozenset[Line]:
    rows = [row or world.sound.written[key] for key, row in edit.rows.items()]
    found = {line for row in rows for line in lines(row)}
    if edit.phrase:
        found.add((edit.phrase[0].place.file, edit.phrase[0].place.line))
    return frozenset(found)


def checked_with(world: World, edits: Sequence[Edit]) -> tuple[list[Problem], dict[str, pa.Table]]:
    """What the check tells of the rows with the edits in them, and the tables that they make."""
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
    words = stages.words(sound)
    relations = stages.filled(sound, words)
    checked = stages.examine(sound, words, relations)
    problems = list(checked.problems)
    if any(edit.tier == "held" for edit in edits):
        asked = proposals.Asked(sound.pages, relations, sound.others)
        problems += unsettled.problems(asked)
    tables = checked.tables()
    relations.close()
    return problems, tables
