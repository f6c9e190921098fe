"""A reading is recorded with what was read, and lapses when that changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

import world
from calling import Called, call
from check import stages
from reviewed import form

FILE = "datasets/reviewed/reviews.toml"
ACT = "datasets/reviewed/acts/tamarack-1.toml"
SUBPOENA = "subpoenas/tamarack-1-1"
PERSON = "individuals_referenced/tamarack-1-a"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path)


def record(root: Path, *rows: str, reading: str = "first", day: str = "2020-06-01") -> Called:
    about = ("--role", "maintainer", "--outcome", "agreed", "--date", day, "--reason", "Read.")
    return call(root, "review", "--record", reading, *about, *(rows or ("--all",)))


def states(root: Path) -> dict[str, int]:
    lines = call(root, "review").out.splitlines()
    return {name: int(n) for name, n in (ln.split(": ") for ln in lines if not ln.startswith(" "))}


def test_all_rows_begin_unread(root: Path) -> None:
    assert states(root) == {"never read": 14, "lapsed": 0, "read once": 0, "read twice": 0}


def test_a_row_is_shown_with_the_words_in_their_place(root: Path) -> None:
    called = call(root, "review", PERSON)

    assert called.code == 0
    assert f"{PERSON}  never read  datasets/reviewed/acts/tamarack-1.toml:" in called.out
    assert "  age = 38\n    supports: s000, number_word gives 38\n" in called.out
    assert "»38-year-old« sailor from Norland" in called.out
    assert stages.run(root).fingerprints["individuals_referenced", "tamarack-1-a"] in called.out


def test_a_reading_is_recorded_with_its_fingerprint(root: Path) -> None:
    assert record(root, SUBPOENA).code == 0
    (reading,) = tomli.loads((root / FILE).read_text("utf-8"))["readings"]
    seen = stages.run(root).fingerprints["subpoenas", "tamarack-1-1"]

    assert reading["rows"] == [f"{SUBPOENA} {seen} agreed"]
    assert stages.run(root).problems == []
    assert states(root)["read once"] == 1


def test_a_second_reader_makes_it_two(root: Path) -> None:
    record(root)
    record(root, SUBPOENA, reading="second")

    assert states(root) == {"never read": 0, "lapsed": 0, "read once": 13, "read twice": 1}


def test_a_reading_lapses_when_the_row_changes(root: Path) -> None:
    record(root)
    text = (root / ACT).read_text("utf-8")
    (root / ACT).write_text(text.replace("by age and origin alone", "by age and origin"), "utf-8")

    assert states(root) == {"never read": 0, "lapsed": 1, "read once": 13, "read twice": 0}
    assert "lapsed" in call(root, "review", PERSON).out

    record(root, PERSON, day="2020-06-02")
    assert states(root)["lapsed"] == 0
    assert [len(b["rows"]) for b in tomli.loads((root / FILE).read_text("utf-8"))["readings"]] == [
        13,
        1,
    ]


def test_the_file_is_canonical_sorted_and_the_same_in_any_order(root: Path) -> None:
    record(root, PERSON, SUBPOENA)
    one = (root / FILE).read_text("utf-8")
    (root / FILE).unlink()
    record(root, SUBPOENA)
    record(root, PERSON)

    assert (root / FILE).read_text("utf-8") == one
    assert form.formatted(one) == one
    assert one.index(PERSON) < one.index(SUBPOENA)


def test_rows_that_are_gone_are_pruned(root: Path) -> None:
    record(root)
    text = (root / FILE).read_text("utf-8")
    (root / FILE).write_text(text.replace(SUBPOENA, "subpoenas/gone-1-1"), "utf-8")
    assert [problem.code for problem in stages.run(root).problems] == ["review-unknown"]

    assert call(root, "review", "--prune").code == 0
    assert stages.run(root).problems == []
    assert states(root)["never read"] == 1


def test_no_reading_counts_while_the_check_fails(root: Path) -> None:
    text = (root / ACT).read_text("utf-8")
    (root / ACT).write_text(text.replace("days_to_respond = 10", "days_to_respond = 11"), "utf-8")
    called = record(root)

    assert called.code == 2
    assert "mend them before a reading counts" in called.err
    assert not (root / FILE).exists()


ABOUT = ("--role", "maintainer", "--outcome", "agreed", "--date", "2020-06-01", "--reason", "Read.")
REFUSED = [
    (("subpoenas/tamarack-1-9",), "did you mean subpoenas/tamarack-1-"),
    (("x\x1b[31m",), "no row is called"),
    (("--all",), "--all goes with --record"),
    (("--record", "first", "--all"), "--record needs --role, --outcome, --date, --reason"),
    (("--record", "first", *ABOUT), "name the rows that were read, or give --all"),
    (("--record", "first", *ABOUT, "--all", SUBPOENA), "name the rows"),
    (("--record", "first", *ABOUT[:-1], "a\u202eb", "--all"), "--reason is empty, or holds"),
    (("--record", "third", "--all"), "invalid choice"),
    (("--record", "first", "--date", "yesterday", "--all"), "is no day such as 2020-01-31"),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_a_call_that_makes_no_sense_is_refused(
    root: Path, words: tuple[str, ...], message: str
) -> None:
    called = call(root, "review", *words)

    assert called.code == 2
    assert message in called.err
    assert "\x1b" not in called.err
    assert not (root / FILE).exists()


def test_a_broken_file_of_readings_is_not_overwritten(root: Path) -> None:
    (root / FILE).write_text('[[readings]]\nreading = "third"\n', "utf-8")
    before = (root / FILE).read_bytes()

    assert record(root).code == 2
    assert call(root, "review", "--prune").code == 2
    assert (root / FILE).read_bytes() == before
