"""Tables of any size are checked by the rules of the reviewed rows."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import astables
import world
from astables import Rows
from calling import ROOT, call
from check import bulk, stages
from check.rules import RULES

INVALID = Path(__file__).parent / "invalid"

SAME = """claim-without-evidence claim-without-evidence-2 claim-without-evidence-3
claim-without-evidence-4 conflict-value conflict-without-record conflict-without-record-2
count-mismatch count-mismatch-2 count-mismatch-3 count-mismatch-4 dangling-reference
dangling-reference-9 date-invalid date-invalid-2 evidence-twice loaded-term loaded-term-2
loaded-term-3 missing-column missing-column-3 naming-decision naming-decision-2 null-without-reason
null-without-reason-2 overlap-without-relation row-invalid row-invalid-2 row-invalid-4
sentence-unaccounted sentence-unaccounted-2 text-reconstructible unresolved-with-value
unresolved-with-value-2 value-not-given value-not-given-4 value-not-given-5""".split()
"""Fixtures that the check carries through to rows, so that both ways see the same."""

MORE = """circular-anchor dangling-reference-11 dangling-reference-7 dangling-reference-8
evidence-without-value missing-column-5 row-invalid-3 value-not-given-2""".split()
"""Fixtures of which the check does not tell what follows from the problem, and tables do."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The rows of the small sound world."""
    return astables.rows(stages.run(world.write(tmp_path_factory.mktemp("world"))))


def codes(found: Rows, folder: Path, edit: Callable[[Rows], object] | None = None) -> set[str]:
    """The codes of what is wrong with rows after a change."""
    written = astables.write(copy.deepcopy(found), folder, edit)
    return {problem.code for problem in bulk.run(written)}


def test_the_sound_world_has_no_problems(sound: Rows, tmp_path: Path) -> None:
    assert codes(sound, tmp_path) == set()


@pytest.mark.slow
def test_the_reviewed_rows_have_no_problems_either_way(tmp_path: Path) -> None:
    checked = stages.run()
    if checked.problems:
        pytest.skip("the reviewed rows have problems of their own")

    assert codes(astables.rows(checked), tmp_path) == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", [*SAME, *MORE])
def test_both_ways_find_the_same(name: str, tmp_path: Path) -> None:
    root = world.write(tmp_path / "root")
    world.change(root, tomllib.loads((INVALID / f"{name}.toml").read_text("utf-8")))
    checked = stages.run(root)
    found = codes(astables.rows(checked), tmp_path / "tables")
    told = {problem.code for problem in checked.problems}

    assert told == found if name in SAME else told < found


# --- one change to the tables breaks one rule -------------------------------------------------


def at(found: Rows, table: str, **where: Any) -> dict[str, Any]:
    """The one row of a table with the given values."""
    (row,) = (r for r in found[table] if all(r[name] == value for name, value in where.items()))
    return row


def evidence(found: Rows, column: str) -> dict[str, Any]:
    rows = [e for e in found["evidence"] if e["column_name"] == column]
    return next(e for e in rows if e["derivation"] != "copied")


def change(table: str, number: int = 0, **values: Any) -> Callable[[Rows], object]:
    return lambda found: found[table][number].update(values)


def cite(column: str, **values: Any) -> Callable[[Rows], object]:
    return lambda found: evidence(found, column).update(values)


def add(table: str, **values: Any) -> Callable[[Rows], object]:
    return lambda found: found[table].append(values)


def both(*edits: Callable[[Rows], object]) -> Callable[[Rows], object]:
    return lambda found: [edit(found) for edit in edits]


REASON = "It is said for a reason."
READING = {"reading": "first", "reader_role": "maintainer", "outcome": "agreed", "reason": REASON}

EDITS: dict[str, tuple[str, Callable[[Rows], object]]] = {
    "a code that does not exist": ("wrong-value", change("agencies", kind="village")),
    "a space before the words": ("wrong-value", change("agencies", reason=" For a reason.")),
    "a no-break space after them": ("wrong-value", change("agencies", reason="A reason.\u00a0")),
    "an address without a scheme": ("wrong-value", change("sources", url="x.org")),
    "a text that reads as null": ("wrong-value", change("agencies", reason="nan")),
    "a negative number": ("wrong-value", change("regions", char_start=-1)),
    "half a span": ("wrong-value", cite("age", char_end=None)),
    "a required value missing": ("missing-column", change("agencies", reason=None)),
    "two rows of one id": (
        "duplicate-id",
        lambda found: found["regions"].append(dict(found["regions"][0])),
    ),
    "one piece of evidence twice": (
        "evidence-twice",
        lambda found: found["evidence"].append(dict(found["evidence"][0])),
    ),
    "an id that was retired": (
        "retired-id",
        add("retired_ids", retired_id="tamarack", table_name="jurisdictions", reason=REASON),
    ),
    "an unknown derivation": ("unknown-derivation", cite("age", derivation="guess")),
    "an unknown argument": ("unknown-derivation", cite("age", arguments='{"depth": 1}')),
    "another phrase list": (
        "unknown-derivation",
        cite("nationality", arguments='{"list": "state"}'),
    ),
    "words of another place": ("words-not-found", cite("age", char_start=0, char_end=11)),
    "one letter changed": ("words-not-found", cite("age", exact="39-year-old")),
    "a wrong prefix": ("words-not-found", cite("age", prefix="One sheet asks about a ")),
    "words longer than their span": ("words-not-found", cite("cue", exact="said. The office")),
    "words of readers": ("words-inadmissible", cite("age", region="comments")),
    "words that give no value": ("no-derivation", cite("days_to_respond", derivation="count")),
    "an anchor that is not there": (
        "circular-anchor",
        cite(
            "issued",
            arguments='{"anchor": "sources/s009/published", "anchor_value": "2020-03-04"}',
        ),
    ),
    "an anchor of another value": (
        "circular-anchor",
        cite(
            "issued",
            arguments='{"anchor": "sources/s000/published", "anchor_value": "2020-03-05"}',
        ),
    ),
    "an inference without a reason": (
        "inference-without-reason",
        cite("age", derivation="inference", reason="Obvious."),
    ),
    "a person above himself": (
        "row-invalid",
        change("agencies", agency_id="harbor-agency", parent_id="harbor-agency"),
    ),
    "two speakers of one utterance": (
        "row-invalid",
        lambda found: found["quotes"].append(
            dict(found["quotes"][0])
            | {"quote_id": "s000-q02", "speaker_id": None, "speaker_as_printed": None}
            | {"title_as_printed": None, "cue": None}
        ),
    ),
    "a reading of no row": (
        "review-unknown",
        add(
            "reviews",
            **READING,
            review_id="x/y/first",
            table_name="agencies",
            row_id="nobody",
            reviewed_on=date(2026, 11, 1),
            fingerprint="0",
            is_current=False,
        ),
    ),
    "evidence for no row": ("dangling-reference", cite("cue", row_id="s000-q09")),
    "evidence for no claim": ("unknown-column", cite("cue", column_name="kind")),
    "a reason for a value": (
        "reason-for-value",
        add(
            "absences",
            absence_id="individuals_referenced/tamarack-1-a/age",
            table_name="individuals_referenced",
            row_id="tamarack-1-a",
            column_name="age",
            reason="not_stated",
            by_default=False,
        ),
    ),
    "a conflict that is gone": (
        "conflict-gone",
        add(
            "conflicts",
            conflict_id="x",
            table_name="individuals_referenced",
            row_id="tamarack-1-a",
            column_name="age",
            kind="value",
            n_sides=2,
            published_value="38",
            resolution="least_committing",
            reason=REASON,
        ),
    ),
    "another text": ("seed-changed", change("sources", text_sha256="0" * 64)),
    "no text": ("seed-missing", lambda found: found["texts"].pop()),
    "regions that overlap": ("region-invalid", change("regions", 1, char_start=0)),
    "a sentence that is used after all": (
        "left-out-but-used",
        lambda found: at(found, "ledger", ledger_id="s000-003").update(reason="background"),
    ),
    "a phrase for nobody": ("wrong-value", change("phrases", 0, code="nobody")),
    "an earliest day that the date does not allow": (
        "date-invalid",
        lambda found: at(found, "sources", source_id="s000").update(published_earliest=None),
    ),
    "a copy that differs": (
        "value-not-given",
        lambda found: next(e for e in found["evidence"] if e["derivation"] == "copied").update(
            char_start=0
        ),
    ),
    "a wrong stance": ("value-not-given", cite("age", stance="broader")),
}


@pytest.mark.slow
@pytest.mark.parametrize(("code", "edit"), EDITS.values(), ids=EDITS)
def test_a_change_to_the_tables_is_found(
    code: str, edit: Callable[[Rows], object], sound: Rows, tmp_path: Path
) -> None:
    assert code in codes(sound, tmp_path, edit)


FORM = """file-refused not-utf8 toml-syntax unknown-table words-not-unique passage-unaccounted
proposal-unsettled rejection-orphaned""".split()
"""Rules on reviewed files, on finding words and on proposals: tables cannot break them."""


def test_every_rule_that_tables_can_break_is_tried() -> None:
    tried = {code for code, _ in EDITS.values()} | {n.rstrip("-0123456789") for n in [*SAME, *MORE]}

    assert tried | set(FORM) == set(RULES)


# --- files ------------------------------------------------------------------------------------


def test_a_column_of_another_type_or_name_is_told(sound: Rows, tmp_path: Path) -> None:
    astables.write(copy.deepcopy(sound), tmp_path)
    quotes = pq.read_table(tmp_path / "quotes.parquet")
    place = quotes.column_names.index("char_start")
    quotes = quotes.set_column(place, "char_start", quotes["char_start"].cast(pa.string()))
    pq.write_table(quotes.rename_columns({"cue": "clue"}), tmp_path / "quotes.parquet")
    (tmp_path / "events.parquet").write_bytes(b"PAR1")
    told = [(p.file, p.code) for p in bulk.run(tmp_path)]

    assert told == [
        ("events.parquet", "file-refused"),
        ("quotes.parquet", "unknown-column"),
        ("quotes.parquet", "wrong-value"),
    ]


def test_a_thousand_problems_are_told_and_the_others_counted(sound: Rows, tmp_path: Path) -> None:
    def edit(found: Rows) -> None:
        row = found["ledger"][0] | {"source_id": "s009"}
        found["ledger"] += [row | {"ledger_id": f"s009-{n}"} for n in range(1500)]

    found = bulk.run(astables.write(copy.deepcopy(sound), tmp_path, edit))
    told = [p.message for p in found if p.code == "dangling-reference"]

    assert len(told) == 1001
    assert "ledger: and 500 more rows like these" in told


def test_invented_tables_have_no_problems_and_one_change_is_found(tmp_path: Path) -> None:
    assert call(ROOT, "corpus", "--tables", "230", "--out", str(tmp_path)).code == 0
    calm = call(ROOT, "check", "--tables", str(tmp_path))
    quotes = pq.read_table(tmp_path / "quotes.parquet").to_pylist()
    quotes[77]["text"] = "Z" + quotes[77]["text"][1:]
    schema = pq.read_schema(tmp_path / "quotes.parquet")
    pq.write_table(pa.Table.from_pylist(quotes, schema), tmp_path / "quotes.parquet")
    changed = call(ROOT, "check", "--tables", str(tmp_path))

    assert (calm.code, calm.out.partition(":")[2][:12]) == (0, " no problems")
    assert changed.code == 1
    assert changed.out.startswith("quotes.parquet:78: words-not-found: quotes n0000007-q07: ")
    assert changed.out.count("\n") == 1


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    assert call(ROOT, "check", "--tables", str(tmp_path)).code == 2
    assert call(ROOT, "check", "--tables", str(tmp_path / "nowhere")).code == 2
