"""Which rows of acts stand in a draft, and which are only offered.

A row stands if words say whose papers it tells of and a person is asked nothing about it. All
others are offered: they stand in a comment below their questions, so that nothing false is left if
nobody keeps them, and no status of an act rests on them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contribute.draft.makers.papers.paper import Owned, Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.makers.whose import Whose
from contribute.draft.rows import Passage, Row, fitting
from ice_subpoenas.tables import TABLE
from reviewed.toml import value

OF_ONE = frozenset(
    "case_facts events grounds individuals_referenced information_sought proceedings".split()
)
"""Tables whose rows are about the papers of one act, or about whom they ask."""
OF_PEOPLE = frozenset(("case_facts", "individuals_referenced"))
"""Tables whose rows may tell of another state: people come from there."""
REFERS = ("proceeding_id", "individual_id", "event_id")
"""Columns by which a row names another one of its act, as in "-enforcement"."""
WHOSE = (
    "of whose papers does this row tell? no word here says it. of {}: keep{} | of others, also of "
    "a further paper to the same body: give them an act (python build new acts subpoenas), and "
    "move it there"
)
MOVED = " | of those of {}: move the row to acts/{}.toml"
TOGETHER = "it goes with the row “{}”, which is offered too"
OF_WHICH = "no word says that “{}” is said of these papers: is it? no: keep | yes: add to said {}"
NEEDED = frozenset(("issuing_agency_id", "instrument", "recipient_agency_id"))
"""Cells without which there is no act."""
GIVEN = {
    **dict.fromkeys(("whole", "part", "agreed", "agreed_in_part"), "given"),
    "declined": "refused",
}
"""What the results of answers say of what was asked for."""
CONTRARY = {"given", "refused"}
CONTRARY_TO = (
    "the text also has “{}”, which says the contrary: is the row below an answer to these papers? "
    "if both are, keep both"
)


def offered(scene: Scene, owned: Sequence[Owned]) -> list[Owned]:
    """The rows of acts, those as offered that may be false; cells of acts with their questions."""
    whose = Whose(scene)
    asked = [(paper, _asked(scene, whose, paper, row)) for paper, row in owned]
    acts = [(p.act_id, row) for p, row in asked if row.table == "acts"]
    unsaid = {name for name, row in acts if row.asks.keys() - row.columns >= {"n_subpoenas"}}
    one = {"ids": ["-1"]}  # where no words give the number of subpoenas
    asked = [
        (p, replace(row, pairs=one) if row.table == "subpoenas" and p.act_id in unsaid else row)
        for p, row in asked
    ]
    asked = list(_contradicted(scene, asked))
    made = [(p, replace(r, is_offered=_is_open(r))) for p, r in asked]
    return list(_with_theirs(made))


def _is_open(row: Row) -> bool:
    """Whether a question doubts a row; one for a cell that it lacks does not."""
    lacking = TABLE[row.table].stems().keys() - row.columns - row.pairs.keys()
    return row.table in OF_ONE and bool(row.asks.keys() - lacking)


def _asked(scene: Scene, whose: Whose, paper: Paper, row: Row) -> Row:
    """The row with a question whose papers it tells of, where words do not say so."""
    is_of_people = row.table in OF_PEOPLE
    asides = [] if is_of_people else [p for p in row.said if whose.is_aside(paper, p.stretch)]
    untold = [p for p in row.said if p in asides or not whose.is_told(paper, p)]
    if row.table == "acts":
        return _without(scene, row, [p for p in untold if p.stretch != paper.main.named])
    if row.table not in OF_ONE or len(untold) < len(row.said) or not row.said:
        return row
    is_for_all = row.table == "proceedings" or "acts" in row.pairs
    if is_for_all and all(scene.belonging.are_all(passage.stretch) for passage in row.said):
        return row
    others = [p for p in scene.papers if p is not paper and not p.is_in_passing]
    moved = "".join(MOVED.format(_called(scene, p), p.act_id) for p in others)
    own = f"those of {_called(scene, paper)}"
    if "acts" in row.pairs:  # which a question asks of already
        moved = f" | only of {own}: delete acts{moved}"
        own = "all the papers"
        row = replace(row, asks={k: asked for k, asked in row.asks.items() if k != "acts"})
    elif row.table == "events" and others:
        moved += f" | of all: add acts = {value([p.act_id for p in (paper, *others)])}"
    return replace(row, asks={"id": WHOSE.format(own, moved), **row.asks})


def _called(scene: Scene, paper: Paper) -> str:
    """Who got the papers of an act, with their day or else the file where others got some too."""
    name = scene.words(paper.main.receiver)
    names = [scene.words(p.main.receiver).casefold() for p in scene.papers]
    if names.count(name.casefold()) < 2:
        return f"“{name}”"
    cells = {c.column: c.span for row in paper.rows[:1] for c in row.cells}
    day = cells.get("served") or cells.get("issued")
    return f"“{name}” of “{scene.words(day)}”" if day else f"“{name}” in acts/{paper.act_id}.toml"


def _contradicted(scene: Scene, owned: Sequence[Owned]) -> Iterator[Owned]:
    """The rows, with a question on each answer to the papers of an act that another one denies."""
    told = [(p.act_id, _result(row), row) for p, row in owned if _result(row)]
    for paper, row in owned:
        own = _result(row)
        other = next(
            (r for act, result, r in told if act == paper.act_id and {own, result} == CONTRARY),
            None,
        )
        if own and other:
            words = scene.words(next(iter(other.spans)))
            row = row.asking(result=CONTRARY_TO.format(words))
        yield paper, row


def _result(row: Row) -> str:
    """Whether an answer gives what was asked for, at least in part, or refuses all of it."""
    if row.table != "events" or row.pairs.get("kind") not in ("response", "production"):
        return ""
    told = next((c for c in row.cells if c.column == "result"), None)
    code = told and (told.code or told.more.get("value"))
    return GIVEN.get(str(code), "")


def _without(scene: Scene, row: Row, untold: Sequence[Passage]) -> Row:
    """The row of an act without the cells of some passages, which a question gives to paste."""
    asked: dict[str, str] = {}
    for passage in untold:
        for cell in (each for each in passage.cells if each.column not in NEEDED):
            words = scene.words(cell.span)
            said = {"words": scene.words(scene.reading.cover([cell.span], passage.stretch))}
            said |= {"about": passage.about} if passage.about else {}
            written = {"words": words, **cell.more} if cell.more else words
            pasted = value({**said, "cells": {cell.column: written}})
            asked[cell.column] = OF_WHICH.format(words, pasted)
    kept = [p for p in row.said if p not in untold]
    left = fitting(untold, lambda cell: cell.column in NEEDED)
    asks = {key: question for key, question in row.asks.items() if key not in asked}
    return replace(row, said=(*kept, *left), asks={**asked, **asks})


def _with_theirs(owned: Iterable[Owned]) -> Iterator[Owned]:
    """The rows, also those offered that name an offered row."""
    owned = list(owned)
    open_ = {f"{p.act_id}-{r.pairs['id']}" for p, r in owned if r.is_offered and "id" in r.pairs}
    for paper, row in owned:
        named = [str(row.pairs[name]) for name in REFERS if name in row.pairs]
        lost = [n for n in named if (f"{paper.act_id}{n}" if n[0] == "-" else n) in open_]
        if row.table in OF_ONE and lost and not row.is_offered:
            asked = TOGETHER.format(lost[0].removeprefix("-"))
            row = replace(row.asking(**{"": asked}), is_offered=True)
        yield paper, row
