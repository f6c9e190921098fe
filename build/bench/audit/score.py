"""Compare answers with values, have a third reader settle, and give every value a verdict."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.audit import answers, forms, sealed, verdicts
from bench.audit.cells import Cell, rank
from bench.audit.draw import TWICE, Asked, numbered
from bench.audit.forms import list_of
from bench.audit.rows import Rows
from bench.audit.verdicts import Judged
from ice_subpoenas.tables import TABLE
from ice_subpoenas.vocabularies import Verdict
from printing import Refusal
from writing import write

THIRD = "third-reader"
REPORT = "differences.json"


def scored(rows: Rows, folder: Path, content: Mapping[str, Any], draw: str) -> list[Judged] | None:
    """The verdict on every value of a draw; null after writing forms for a third reader."""
    asked = [_asked(folder, each) for each in content["asked"]]
    files = {n: sealed.unchanged(folder / n, content["forms"].get(n)) for n in content["readers"]}
    given: list[list[str | None]] = [[] for _ in asked]
    for name, hand in content["readers"].items():
        for form, answer in _answers(folder / name, draw, name, hand, asked, files[name]).items():
            given[hand[form]].append(answer)
    if any(len(each) != TWICE for each in given):
        raise Refusal(f"{folder}: the sealed file does not give each value two readers; draw anew")
    found = [verdicts.judged(rows, a, tuple(g)) for a, g in zip(asked, given, strict=True)]
    hand = _second(found, content["seed"])
    if hand:
        third = _third(rows, folder, found, hand, files, content, draw)
        if third is None:
            return None
        found = third
    _audited_something(folder, found)
    _report(folder, found)
    return found


def _asked(folder: Path, given: Mapping[str, Any]) -> Asked:
    table, row_id, stem = given["place"]
    if table not in TABLE or stem not in TABLE[table].stems():
        raise Refusal(f"{folder}: {table}.{stem} is no column any more; draw anew")
    cell = Cell((table, row_id, stem), given["kind"], given["value"], given["tier"], "")
    return Asked(cell, given["value"], given["is_planted"], given["n_cells"])


def _answers(
    folder: Path,
    draw: str,
    name: str,
    hand: Mapping[str, int],
    asked: Sequence[Asked],
    files: sealed.Files,
) -> dict[str, str | None]:
    """The answers of one reader by form."""
    found = answers.entries(folder, draw, name, hand)
    path = folder / sealed.ANSWERS
    return {
        form: answers.value(f"{path}: form {form}", entry, asked[hand[form]].cell, files)
        for form, entry in found.items()
    }


# --- the third reader -----------------------------------------------------------------------------


def _second(found: Sequence[Judged], seed: int) -> dict[str, int]:
    """The values that a third reader settles, by number of the form."""
    open_ = [n for n, each in enumerate(found) if each.is_open]
    return numbered(sorted(open_, key=lambda n: rank(seed, THIRD, *found[n].asked.cell.place)))


def _third(
    rows: Rows,
    folder: Path,
    found: Sequence[Judged],
    hand: Mapping[str, int],
    files: Mapping[str, sealed.Files],
    content: Mapping[str, Any],
    draw: str,
) -> list[Judged] | None:
    """The values as the third reader settles them; null where the forms are only written now."""
    seed, place = content["seed"], folder / THIRD
    letters = {f: verdicts.candidates(rows, found[n], seed) for f, n in hand.items()}
    second = _second_draw(found, draw)
    own = _second_files(found, hand, letters, files, content)
    if not place.exists():
        readme = {sealed.MARK: verdicts.README.format(n=len(hand))}
        sealed.put(place, readme | {sealed.ANSWERS: forms.skeleton(second, THIRD, hand)} | own)
        return None
    sealed.unchanged(place, sealed.digest(own))
    settled = list(found)
    for form, entry in answers.entries(place, second, THIRD, hand).items():
        fits = _fits(f"{place / sealed.ANSWERS}: form {form}", entry, letters[form])
        settled[hand[form]] = verdicts.settled(rows, found[hand[form]], letters[form], fits)
    return settled


def _second_draw(found: Sequence[Judged], draw: str) -> str:
    """What stands for the draw with the first answers, which are all that a third settles."""
    told = json.dumps([draw, [each.answers for each in found]], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _second_files(
    found: Sequence[Judged],
    hand: Mapping[str, int],
    letters: Mapping[str, Mapping[str, str]],
    files: Mapping[str, sealed.Files],
    content: Mapping[str, Any],
) -> sealed.Files:
    """The forms of the third reader: those of the first, as they were drawn, with candidates."""
    first = {n: (name, form) for name, own in content["readers"].items() for form, n in own.items()}
    made: sealed.Files = {}
    for form, n in hand.items():
        name, number = first[n]
        cell = found[n].asked.cell
        listed = files[name].get(f"lists/{list_of(cell.column)}.txt", "").splitlines()
        names = {key: text for key, _, text in (line.partition(" — ") for line in listed)}
        text = files[name][f"forms/{number}.toml"]
        made[f"forms/{form}.toml"] = verdicts.second_form(form, text, cell, letters[form], names)
    return made


def _fits(path: str, entry: answers.Entry, letters: Mapping[str, str]) -> list[str] | None:
    """The letters of the candidates that fit; null where the words do not decide."""
    known = {
        "fits": lambda g: isinstance(g, list) and bool(g) and all(each in letters for each in g),
        "none": lambda g: g is True,
        "undecided": lambda g: g is True,
    }
    key = answers.alone(path, entry, known)
    return None if key == "undecided" else list(entry["fits"]) if key == "fits" else []


# --- what came of it ------------------------------------------------------------------------------


def _audited_something(folder: Path, found: Sequence[Judged]) -> None:
    """Refuse a run that shows nothing: no value decided, or no planted one contradicted."""
    own = [each.verdict for each in found if not each.asked.is_planted]
    tried = [each.verdict for each in found if each.asked.is_planted]
    if not set(own) - {Verdict.NOT_DECIDABLE.value}:
        raise Refusal(f"{folder}: the readers decided no value; that is no audit")
    if tried and Verdict.WRONG.value not in tried:
        raise Refusal(
            f"{folder}: of {len(tried)} wrong values that were planted none was found wrong"
        )


def _report(folder: Path, found: Sequence[Judged]) -> None:
    """Write every value that did not pass without a word, with its answers, for those who mend."""
    told = [
        {
            "cell": "/".join(each.asked.cell.place),
            "is_planted": each.asked.is_planted,
            "value": each.asked.value,
            "answers": each.answers,
            "relations": each.relations,
            "verdict": each.verdict,
        }
        for each in found
        if each.reason
    ]
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    write(folder / REPORT, text)


def _spoken(verdict: str) -> str:
    return verdict.replace("_", " ")


def lines(found: Sequence[Judged]) -> list[str]:
    """The values that differ and how, without the values; then the planted ones by kind."""
    shown = [
        f"{'/'.join(each.asked.cell.place)}: "
        f"{' and '.join(r or 'undecided' for r in each.relations)}, {_spoken(each.verdict)}"
        for each in found
        if each.reason and each.verdict and not each.asked.is_planted
    ]
    for kind in forms.HOW:
        own = [e for e in found if e.asked.is_planted and e.asked.cell.kind == kind]
        missed = sum(each.verdict != Verdict.WRONG.value for each in own)
        if own:
            shown.append(f"planted, {kind}: {missed} of {len(own)} not found wrong")
    return shown
