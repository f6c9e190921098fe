"""A reading is recorded with what was read, and lapses when that changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

import world
from calling import Called, call
from check import stages
from checking import filled
from contribute import review
from remembered import remembered
from reviewed import form

pytestmark = pytest.mark.slow

FILE = "datasets/reviewed/reviews.toml"
ACT = "acts/tamarack-1.toml"
PAGE = (ACT, "s000")
ABOUT = ("--role", "maintainer", "--outcome", "agreed", "--date", "2020-06-01", "--reason", "Read.")
AGE = 'age = "38-year-old"'
AGE_CELL = re.compile(r'\bage = (?:"38-year-old"|\{[^}]*\})')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path)


FILLED = remembered(filled)


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule is asked, for tests that look at what is written and counted alone."""
    monkeypatch.setattr(stages, "run", FILLED)


def record(root: Path, *page: str, reading: str = "first") -> Called:
    return call(root, "review", *(page or PAGE), "--record", reading, *ABOUT)


def states(root: Path) -> dict[str, str]:
    """How far each page is read."""
    return {page.name: page.state for page in review.all_pages(stages.run(root))}


def change_words(root: Path) -> None:
    """Quote the age in other words of the same passage."""
    path = root / "datasets/reviewed" / ACT
    path.write_text(path.read_text("utf-8").replace(AGE, 'age = "38"'), "utf-8")


def infer_age(root: Path, *, reason: str) -> None:
    """Give the age by an inference with this reasoning, instead of by its words or another one."""
    path = root / "datasets/reviewed" / ACT
    cell = f'age = {{ words = "38-year-old", by = "inference", value = "38", reason = "{reason}" }}'
    path.write_text(AGE_CELL.sub(cell, path.read_text("utf-8")), "utf-8")


def test_pages_begin_unread_and_are_listed_by_file_and_source(root: Path) -> None:
    out = call(root, "review").out

    assert out.startswith("never read: ")
    assert f"\n  {ACT} s000 (" in out
    assert set(states(root).values()) == {"never read"}


def test_a_page_is_shown_with_the_words_in_their_place(root: Path) -> None:
    called = call(root, "review", *PAGE)
    shown = " ".join(called.out.split())

    assert called.code == 0
    assert f"── {ACT} s000: never read, fingerprint " in shown
    assert "age = 38 " in shown
    assert "»38-year-old«" in shown


@pytest.mark.usefixtures("unasked")
def test_a_reading_is_kept_in_form_lapses_with_its_words_and_is_replaced(root: Path) -> None:
    assert record(root).code == 0
    text = (root / FILE).read_text("utf-8")
    (reading,) = tomli.loads(text)["rows"]

    assert form.formatted(text) == text
    assert [entry.split()[:2] for entry in reading["pages"]] == [list(PAGE)]
    assert states(root)[f"{ACT} s000"] == "read once"

    change_words(root)
    assert states(root)[f"{ACT} s000"] == "lapsed"

    record(root)
    record(root, reading="second")
    blocks = tomli.loads((root / FILE).read_text("utf-8"))["rows"]

    assert states(root)[f"{ACT} s000"] == "read twice"
    assert [(each["reading"], len(each["pages"])) for each in blocks] == [
        ("first", 1),
        ("second", 1),
    ]


@pytest.mark.usefixtures("unasked")
def test_a_reading_lapses_when_the_reasoning_of_an_inference_changes(root: Path) -> None:
    infer_age(root, reason="The sailor is 38, as the page says in its last sentence.")
    record(root)
    assert states(root)[f"{ACT} s000"] == "read once"

    infer_age(root, reason="The sailor is 38, by a count of years from his birth.")
    assert states(root)[f"{ACT} s000"] == "lapsed"


@pytest.mark.usefixtures("unasked")
def test_the_order_in_which_pages_are_read_does_not_show(root: Path) -> None:
    record(root, "shared.toml")
    record(root)
    one = (root / FILE).read_text("utf-8")
    (root / FILE).unlink()
    record(root)
    record(root, "shared.toml")

    assert (root / FILE).read_text("utf-8") == one


def test_pages_that_are_gone_are_pruned(root: Path) -> None:
    record(root)
    text = (root / FILE).read_text("utf-8")
    (root / FILE).write_text(text.replace(ACT, "acts/gone-1.toml"), "utf-8")

    assert [problem.code for problem in stages.run(root).problems] == ["review-unknown"]
    assert call(root, "review", "--prune").code == 0
    assert stages.run(root).problems == ()


def test_no_reading_counts_while_the_check_fails(root: Path) -> None:
    path = root / "datasets/reviewed" / ACT
    text = path.read_text("utf-8").replace("days_to_respond = 10", "days_to_respond = 11")
    path.write_text(text, "utf-8")
    called = record(root)

    assert called.code == 2
    assert f"finds 1 problem, the first at {path.relative_to(root).as_posix()}:" in called.err
    assert "; fix it first" in called.err
    assert not (root / FILE).exists()


REFUSED = [
    (("acts/tamarack-2.toml",), "did you mean 'acts/tamarack-1.toml'?"),
    (("x\x1b[31m",), "no row of"),
    ((ACT, "s009"), "it takes from s000"),
    ((ACT, "--record", "first"), "--record needs --role, --date, --reason"),
    ((ACT, "--record", "first", *ABOUT[:-1], "a\u202eb"), "--reason holds"),
    ((ACT, "--record", "third"), "invalid choice"),
    ((ACT, "--record", "first", "--date", "yesterday"), "is not a day such as 2026-12-31"),
    ((ACT, "--outcome", "agreed"), "--outcome needs --record"),
    (("--record", "first", *ABOUT), "--record needs a file"),
    ((ACT, "--prune"), "--prune is for all pages"),
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


def test_a_day_that_the_check_would_refuse_is_not_written(root: Path) -> None:
    far = [word.replace("2020-06-01", "2026-12-01") for word in ABOUT]
    called = call(root, "review", *PAGE, "--record", "first", *far)

    assert called.code == 2
    assert "reviewed_on is 2026-12-01, and the newest day in " in called.err
    assert not (root / FILE).exists()


def test_a_broken_file_of_readings_is_not_overwritten(root: Path) -> None:
    (root / FILE).write_text('[[readings]]\nreading = "third"\n', "utf-8")
    before = (root / FILE).read_bytes()

    assert record(root).code == 2
    assert call(root, "review", "--prune").code == 2
    assert (root / FILE).read_bytes() == before
