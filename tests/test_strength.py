"""docs/strength.md names tests that are there, and says what no release can prove."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from faults import rows
from ice_subpoenas.release.verify import UNPROVEN

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "strength.md").read_text("utf-8")
COMMAND = re.compile(r'`pytest (?:--all )?(tests/\S+\.py) -k "?([\w ]+?)"?`')


def test_what_repeats_an_attempt_is_a_command() -> None:
    attempts = re.findall(r"(?m)^\|.*\| (`pytest .*`) \|$", PAGE)

    assert attempts
    assert [attempt for attempt in attempts if not COMMAND.fullmatch(attempt)] == []


@pytest.mark.parametrize(("file", "words"), COMMAND.findall(PAGE))
def test_what_repeats_an_attempt_names_tests_that_are_there(file: str, words: str) -> None:
    tests = re.findall(r"(?m)^def (test_\w+)", (ROOT / file).read_text("utf-8"))

    for word in words.split(" or "):
        assert [test for test in tests if word in test], word


def test_the_page_names_what_no_release_can_prove() -> None:
    known = {line.strip() for line in PAGE.splitlines()}

    assert {f"| `{table}` | {why} |" for table, why in rows.UNTOLD.items()} <= known
    assert {f"| `{column}` | {why} |" for column, why in UNPROVEN.items()} <= known
