"""Every rule can be looked up, and the pages of all rules and all forms are current."""

from __future__ import annotations

import pytest

from calling import ROOT, call
from ice_subpoenas.rules.declare import RULES
from publish import documents


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_section(code: str) -> None:
    called = call(ROOT, "explain", code)

    assert called.code == 0
    assert called.out.startswith(f"## {code}\n\n")
    for heading in ("**Why.** ", "**Example.** ", "**Remedy.** "):
        assert heading in called.out


def test_without_a_code_all_rules_are_listed() -> None:
    lines = call(ROOT, "explain").out.splitlines()

    assert [line.split()[0] for line in lines] == list(RULES)


def test_a_typing_error_is_answered_with_the_nearest_rule() -> None:
    called = call(ROOT, "explain", "words-not-fuond")

    assert called.code == 2
    assert called.out == ""
    assert called.err == (
        "python build: no rule is called 'words-not-fuond'; did you mean 'words-not-found'?\n"
    )


@pytest.mark.parametrize("name", documents.PAGES)
def test_a_page_that_is_made_whole_is_what_is_declared(name: str) -> None:
    page = (ROOT / name).read_text("utf-8")

    assert page == documents.PAGES[name](), "run `python build`"
