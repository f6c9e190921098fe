"""Every rule can be looked up, and the page of all rules is current."""

from __future__ import annotations

import pytest

from calling import ROOT, call
from contribute import explain
from ice_subpoenas.rules.declare import RULES


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


def test_the_page_of_rules_is_what_the_rules_say() -> None:
    page = (ROOT / explain.PAGE).read_text("utf-8")

    assert page == explain.page(), "run `python build`"
