"""The audit of values: what is drawn, what readers answer, and the verdict on every value.

Two readers answer each form. Where they do not both give the value, a third gets the form again
with the answers and the value as candidates, in random order and without a word on which is which.

Wrong values are laid beside the words of other cells to learn how many the auditors let pass. They
are near: a number that stands in the passage, a day close by, a code, body or name that the same
act has elsewhere. They cannot be true beside the published value, no words give them, and they are
kept in the sealed file alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from bench.audit import folders, forms
from bench.audit.cells import KINDS, Cell, Rows, cells, rank, sample, strata
from bench.audit.folders import Answer, Round
from bench.audit.passages import passages
from bench.audit.verdicts import Asked, Judged, candidates, is_form_of, judged, relation, settled
from ice_subpoenas.derivations import edtf
from ice_subpoenas.plain import safe
from ice_subpoenas.problem import nearest
from ice_subpoenas.vocabularies import Verdict
from printing import Refusal

EACH = 24
"""How many wrong values of each kind are planted; below 20 their share says little."""


def planted(
    rows: Rows, population: Sequence[Cell], drawn: Sequence[Cell], number: int, seed: int
) -> list[tuple[Cell, str]]:
    """So many cells beside a draw, of each kind that occurs in it, each with a wrong value."""
    taken = {cell.place for cell in drawn}
    others = sorted(population, key=lambda cell: rank(seed, "plant", *cell.place))
    found: list[tuple[Cell, str]] = []
    for kind in [kind for kind in KINDS if any(cell.kind == kind for cell in drawn)]:
        free = (cell for cell in others if cell.kind == kind and cell.place not in taken)
        pairs = ((cell, v) for cell in free if (v := wrong(rows, cell, population, seed)))
        some = list(islice(pairs, number))
        if len(some) < number:
            said = f"there is room for {len(some)} wrong values of the kind {kind}"
            raise Refusal(f"{said} beside the sample, and {number} are planted; draw a smaller one")
        found += some
    return found


def wrong(rows: Rows, cell: Cell, population: Sequence[Cell], seed: int) -> str | None:
    """A wrong value for a cell, near the true one; null where none can be made."""
    given = {piece["value"] for piece in rows.giving[cell.place]}
    for near in _near(rows, cell, population):
        fit = {v for v in near if v not in given and relation(rows, cell, cell.value, v) == "other"}
        if fit:
            return min(fit, key=lambda value: rank(seed, "wrong", *cell.place, value))
    return None


def _near(rows: Rows, cell: Cell, population: Sequence[Cell]) -> Iterator[Iterable[str]]:
    """Values to take for wrong ones, the likeliest to be taken for the true one first."""
    if cell.kind == "number":
        said = " ".join(passage["words"] for passage in passages(rows, cell))
        yield re.findall(r"(?<![\w.,/-])[1-9]\d{0,2}(?![\w.,/-])", said)
        yield [str(int(cell.value) + 1), str(max(1, int(cell.value) - 1))]
    elif cell.kind == "date":
        yield days_near(cell.value)
    else:
        alike = [
            c for c in population if (c.place[0], c.place[2]) == (cell.place[0], cell.place[2])
        ]
        yield [c.value for c in alike if c.group == cell.group]
        yield [c.value for c in alike]
        yield cell.column.codes


def days_near(value: str) -> list[str]:
    """Days before and after a set of days, as long as it is; of an open set none.

    >>> days_near("2020-01"), days_near("2020-01-13")
    (['2019-12', '2020-02'], ['2020-01-12', '2020-01-14'])
    """
    first, last = edtf.bounds(edtf.parse(value))
    if first is None or last is None:
        return []
    before, after = first - timedelta(1), last + timedelta(1)
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", value):  # a month or a year, not as many days
        return [f"{before}"[: len(value)], f"{after}"[: len(value)]]
    length = last - first
    return [_range(before - length, before), _range(after, after + length)]


def _range(first: date, last: date) -> str:
    return edtf.edtf(edtf.union([(first.toordinal(), last.toordinal())]))


# --- the audit ------------------------------------------------------------------------------------


READER, THIRD = "reader", "third"
OTHER = "other"
"""The answer for somebody whom no list holds."""


def drawn(rows: Rows, number: int, plant: int, seed: int) -> list[Asked]:
    """The values to ask for, planted ones among them, in random order; the same for a seed."""
    population = cells(rows)
    sizes = {key: len(part) for key, part in strata(population).items()}
    chosen = sample(population, number, seed)
    own = [(cell, cell.value, False) for cell in chosen]
    own += [(cell, v, True) for cell, v in planted(rows, population, chosen, plant, seed)]
    found = [
        Asked(cell, value, is_planted, sizes[cell.stratum], forms.form(rows, cell))
        for cell, value, is_planted in own
    ]
    return sorted(found, key=lambda asked: rank(seed, "order", *asked.cell.place))


def put(rows: Rows, folder: Path, asked: Sequence[Asked], seed: int) -> None:
    """Write the sealed file and the folders of the first readers."""
    content = {
        "audit": "values",
        "seed": seed,
        "asked": [asdict(each) for each in asked],
        "lists": forms.lists(rows, [each.cell for each in asked]),
    }
    folders.put(folder, _first(content, folders.seal(folder, content)))


def _first(content: Mapping[str, Any], draw: str) -> Round:
    told = [each["form"] for each in content["asked"]]
    return Round(READER, "values", draw, told, content["lists"], copies=2)


def scored(rows: Rows, folder: Path, content: Mapping[str, Any], draw: str) -> list[Judged] | None:
    """The verdict on every value of a draw; null after writing the forms of the third readers."""
    answers = folders.answers(folder, _first(content, draw))
    found = []
    for each, own in zip(map(_asked, content["asked"]), answers, strict=True):
        one, other = (value(answer, each, content["lists"]) for answer in own)
        found.append(judged(rows, each, (one, other)))
    waiting = [n for n, each in enumerate(found) if each.verdict is None]
    letters = [candidates(rows, found[n], content["seed"]) for n in waiting]
    told = [_second(found[n].asked, own, content) for n, own in zip(waiting, letters, strict=True)]
    second = Round(THIRD, THIRD, folders.digest(repr((draw, [f.answers for f in found]))), told)
    third = folders.second(folder, second) if waiting else []
    if third is None:
        return None
    for n, of_cell, (answer,) in zip(waiting, letters, third, strict=True):
        found[n] = settled(rows, found[n], of_cell, _fits(answer, of_cell))
    return found


def _asked(given: Mapping[str, Any]) -> Asked:
    cell = Cell(**given["cell"] | {"place": tuple(given["cell"]["place"])})
    return Asked(**{**given, "cell": cell})


# --- answers --------------------------------------------------------------------------------------


def value(answer: Answer, asked: Asked, lists: Mapping[str, Sequence[str]]) -> str | None:
    """The value that a reader gives for a cell; null where the words do not decide it."""
    path, entry = answer
    if folders.alone(answer, {"value": _is_plain, "undecided": folders.is_true}) == "undecided":
        return None
    given, cell = entry["value"], asked.cell
    found = given.isoformat() if isinstance(given, date) else str(given).strip()
    known = _known(cell, lists)
    if known and found not in known:
        remedy = nearest(found, known, forms.HOW[cell.kind])
        raise Refusal(
            f"{path}: {safe(found)[:60]!r} is none of the answers to choose from; {remedy}"
        )
    if not is_form_of(cell.kind, found):
        raise Refusal(
            f"{path}: {safe(found)[:60]!r} has another form; write {forms.HOW[cell.kind]}"
        )
    return found


def _is_plain(given: object) -> bool:
    """Whether a value is a number, a day or words: not empty, no truth value, no hour."""
    if isinstance(given, str):
        return bool(given.strip())
    return type(given) in (int, date)


def _known(cell: Cell, lists: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The answers to choose from; none where words, numbers or days are answered freely."""
    if cell.kind == "reference":
        return (*(entry.partition(" — ")[0] for entry in lists[forms.list_of(cell.column)]), OTHER)
    return cell.column.codes if cell.kind == "code" else ()


def _fits(answer: Answer, letters: Mapping[str, str]) -> list[str] | None:
    """The letters of the candidates that fit; null where the words do not decide."""

    def are_letters(given: object) -> bool:
        return isinstance(given, list) and bool(given) and all(each in [*letters] for each in given)

    true = folders.is_true
    key = folders.alone(answer, {"fits": are_letters, "none": true, "undecided": true})
    return None if key == "undecided" else list(answer[1].get("fits", []))


def _second(asked: Asked, letters: Mapping[str, str], content: Mapping[str, Any]) -> folders.Form:
    """The form of the first readers with the candidates, told by what a code or an id means."""
    told = {key: each for key, each in asked.form.items() if key != "answer_with"}
    entries = [*told.pop("codes", ()), *content["lists"].get(told.pop("list", ""), ())]
    meanings = {entry.partition(" — ")[0]: entry for entry in entries}
    shown = [f"{letter}: {meanings.get(each, each)}" for letter, each in letters.items()]
    passages = told.pop("passages")
    return told | {"candidates": shown, "passages": passages}


# --- what is recorded -----------------------------------------------------------------------------

OF_PEOPLE = ("individuals_referenced", "case_facts")
"""Tables whose wrong values are not printed again: they would accuse somebody."""


def audited(found: Sequence[Judged], seed: int, day: date) -> list[dict[str, Any]]:
    """A row for each value, in the order of the draw."""
    rows = []
    for n, each in enumerate(found, 1):
        asked = each.asked
        table, row_id, stem = asked.cell.place
        stands = each.verdict in (Verdict.RIGHT.value, Verdict.AUDITOR_AT_FAULT.value)
        is_told = not asked.is_planted and (table not in OF_PEOPLE or stands)
        row = {
            "audit_id": f"{seed}-{n:03d}",
            "table_name": table,
            "row_id": row_id,
            "column_name": stem,
            "seed": seed,
            "tier_then": asked.cell.tier,
            "n_cells": asked.n_cells,
            "is_planted": asked.is_planted,
            "value_then": asked.value if is_told else None,
            "audited_on": day,
            "verdict": each.verdict,
            "reason": each.reason,
        }
        rows.append({key: value for key, value in row.items() if value is not None})
    return rows
