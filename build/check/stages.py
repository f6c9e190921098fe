"""Check everything, in stages: files, words, rows, proposals. Each stage hands on what it made.

A file of bad form ends the check, since nobody knows what it says. Words that are not found, and
cells of which something is wrong, are told once; what follows from them is not told again. What of
a text nothing uses is told as soon as all its words are found, whatever else is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from check import history
from check.settling import proposals, unsettled
from check.tables import Passages, ReviewedPlaces, by_id, find_quotes, readings, tables
from evidence import around, place
from ice_subpoenas.problem import Place, Problem, in_order
from ice_subpoenas.relations.fill import fill
from ice_subpoenas.relations.open import TEXTS, Relations, from_rows
from ice_subpoenas.rules import ask
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import as_arrow, make
from printing import Refusal
from reviewed import files, rows
from reviewed.files import Block
from reviewed.paths import ROOT
from reviewed.rows import Written
from texts import held, ledger, seeds, withheld
from texts.held import Page

STAGES = ("files", "words", "rows", "proposals")


@dataclass(frozen=True)
class Sound:
    """Files that could be read: their rows and texts."""

    written: Mapping[tuple[str, str], Written]
    others: tuple[Block, ...]
    pages: Mapping[str, Page]
    phrases: tuple[files.PhraseEntry, ...]
    withheld: frozenset[str] = frozenset()
    questions: tuple[Problem, ...] = ()
    history: history.History = field(default_factory=history.History)


@dataclass(frozen=True)
class Checked:
    """The outcome of a check: problems, the stage that it reached, and what it made."""

    problems: tuple[Problem, ...]
    stage: str
    sound: Sound | None = None
    relations: Relations | None = None
    pieces: tuple[place.Piece, ...] = ()
    lost: frozenset[str] = frozenset()
    """Texts of which some words were not found, so that nobody can say what of them is unused."""

    def tables(self) -> dict[str, pa.Table]:
        """Every table, complete if there are no problems."""
        assert self.relations is not None  # a check that ends with the files makes none
        return self.relations.tables()


def run(root: Path = ROOT, completed: Relations | None = None) -> Checked:
    """Check a checkout. The tables are complete only if there are no problems.

    `completed` are its rows, if they are complete already: only lines that are no rows came since.
    """
    sound = read(root)
    if not isinstance(sound, Sound):
        return of_files(sound)
    placed = words(sound)
    if completed:
        completed = replace(completed, places=_places(sound, placed))
    checked = examine(sound, placed, completed or filled(sound, placed))
    found, stage = checked.problems, checked.stage
    if checked.relations is not None and not any(each.code in REPEATED for each in found):
        pages = {source: page for source, page in sound.pages.items() if source not in checked.lost}
        others = tuple(block for block in sound.others if block.stem not in checked.lost)
        asked = proposals.Asked(pages, checked.relations, others)
        found = (*found, *unsettled.problems(asked))
        stage = stage if checked.lost else STAGES[-1]
    found = tuple(in_order((*found, *sound.questions)))
    return replace(checked, problems=found, stage=stage)


def of_files(problems: Iterable[Problem]) -> Checked:
    """The outcome of a check that came no further than the files."""
    return Checked(tuple(in_order(problems)), STAGES[0])


REPEATED = frozenset(("words-dropped",))
"""Problems that a passage or proposal without a row would only repeat."""


def read(root: Path, *, past: bool = True) -> Sound | list[Problem]:
    """The files of a checkout, and what was published last; or what keeps them from being read."""
    reviewed = files.read(root)
    texts, text_problems = seeds.read(root)
    found = rows.rows(reviewed)
    known, twice = rows.unique(found.written)
    problems = [*reviewed.problems, *text_problems, *found.problems, *twice]
    problems = problems or _unheld(known, texts)
    if problems:
        return problems
    names, bad_names = withheld.digests(found.others)
    pages, region_problems = held.pages(texts, known.values(), names)
    problems += bad_names
    problems += region_problems
    if problems:
        return problems
    hops = [hop for row in known.values() for hop in rows.hops(row, problems)]
    chained = known | {hop.key: hop for hop in hops}
    if problems:
        return problems
    others, asked = tuple(found.others), reviewed.questions
    published = history.read(root) if past else history.History()
    return Sound(chained, others, pages, reviewed.phrases, names, asked, published)


def readable(root: Path) -> Sound:
    """The files of a checkout; refused where they cannot be read."""
    sound = read(root)
    if not isinstance(sound, Sound):
        raise Refusal("the files cannot be read; run `python build check` and fix them first")
    return sound


def _unheld(
    known: Mapping[tuple[str, str], Written], texts: Mapping[str, seeds.Text]
) -> list[Problem]:
    """Texts without a row in `sources`, and rows that count as held without a text."""
    problems = [
        RULES["dangling-reference"].at(
            Place(text.path, 1), f"no source is called {source!r}", "add its row"
        )
        for source, text in texts.items()
        if ("sources", source) not in known
    ]
    for (table, row_id), row in known.items():
        if table == "sources" and seeds.is_of_text(row_id) and row_id not in texts:
            first = f"s{seeds.LAST_HELD + 1}"
            remedy = f"restore the text; documents that are not held are numbered from {first}"
            message = f"sources {row_id}: its text is not in seeds/"
            problems.append(RULES["seed-missing"].at(row.block.place("source_id"), message, remedy))
    return problems


WHOLE = frozenset(("texts", "files", "others"))
"""What a whole checkout has for the questions of rules."""


class Words(NamedTuple):
    """Where the words of rows, quotations and sentences without a row stand, and the readings."""

    placed: place.Placed
    passages: Passages
    left_out: ledger.LeftOut
    unplaced: list[Problem]
    readings: list[dict[str, Any]]
    problems: list[Problem]


def words(sound: Sound) -> Words:
    """Find all words, and tell those that are not found."""
    placed = place.find(sound.written, sound.pages)
    passages = find_quotes(sound.written.values(), sound.pages)
    quoted = [
        (str(sound.written["quotes", row_id].values["source_id"]), span)
        for row_id, span in passages.spans.items()
    ]
    placed = replace(placed, pieces=around.fitted(placed.pieces, quoted, sound.pages))
    used = [(piece.said.source, piece.words.span) for piece in placed.pieces if piece.words.span]
    left_out, unplaced = ledger.left_out(sound.pages, sound.others, [*used, *quoted])
    read_pages, unread_pages = readings(sound.others)
    problems = [*placed.problems, *passages.problems, *unplaced, *unread_pages]
    return Words(placed, passages, left_out, unplaced, read_pages, problems)


def filled(sound: Sound, found: Words, has: frozenset[str] = WHOLE) -> Relations:
    """Derive and complete the rows from their words; for what reads rows and judges none."""
    placed = found.placed
    made = tables(
        sound.written.values(),
        sound.pages,
        placed,
        found.passages,
        sound.phrases,
        ledger.rows(sound.pages, found.left_out),
        found.readings,
    )
    texts = pa.table([[*sound.pages], [page.text for page in sound.pages.values()]], schema=TEXTS)
    relations = from_rows(made, texts, _places(sound, found), has)
    _state(relations, placed.pieces, sound.written)
    fill(relations)
    return relations


def _places(sound: Sound, found: Words) -> ReviewedPlaces:
    pieces = {piece.evidence_id: piece for piece in found.placed.pieces}
    return ReviewedPlaces(sound.written, pieces, by_id(sound.phrases))


def examine(
    sound: Sound, found: Words, relations: Relations, of: frozenset[str] | None = None
) -> Checked:
    """Ask complete rows every rule that needs no more.

    `of` are the tables in whose rows problems are looked for; null: in all.
    """
    unfound = _unfound(sound, found)
    told = [*found.placed.told, *unfound]
    lost = frozenset(source for table, source, _ in unfound if table == "texts")
    sound.history.put(relations)
    problems = [
        *found.problems,
        *sound.history.unread,
        *ask.problems(relations, told, of),
        *withheld.problems(relations, sound.withheld),
    ]
    pieces = tuple(found.placed.pieces)
    return Checked(tuple(in_order(problems)), STAGES[2], sound, relations, pieces, lost)


def _state(
    relations: Relations, pieces: list[place.Piece], written: Mapping[tuple[str, str], Written]
) -> None:
    """Note what reviewers wrote themselves: values of cells, and values beside words."""
    beside = [(key, value) for key, _, _, value in place.stated(pieces)]
    own = [
        (*row.key, column.stem, str(row.values[column.name]))
        for row in written.values()
        for column in row.table.columns()
        if column.role == "claim" and column.name in row.values
    ]
    for name, columns, found in (
        ("stated", ("evidence_id", "value"), beside),
        ("stated_cells", ("table_name", "row_id", "column_name", "value"), own),
    ):
        schema = pa.schema([(column, pa.string()) for column in columns])
        make(relations.con, name, as_arrow(found, schema))


def _unfound(sound: Sound, found: Words) -> list[tuple[str, str, str]]:
    """Quotations that were not found, and texts of which some words were not placed, so that nobody
    can say what of them is unused."""
    quotes = [
        key for key in sound.written if key[0] == "quotes" and key[1] not in found.passages.spans
    ]
    lost = found.placed.unplaced | {Path(problem.file).stem for problem in found.unplaced}
    lost |= {str(sound.written[key].values.get("source_id")) for key in quotes}
    return [(*key, "*") for key in quotes] + [("texts", source, "*") for source in lost]
