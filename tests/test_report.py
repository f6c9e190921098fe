"""Problems are printed in four forms, and nothing from the input moves the cursor."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import printing
import world
from calling import call
from check import telling
from check.settling import unsettled
from ice_subpoenas.plain import HIDDEN, safe
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.rules.declare import RULES

PROBLEM = Problem("acts/a.toml", 3, "wrong-value", "a\x1b[31m\u202eb, 100%:\nc", "write it")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(form: str, stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    printing.show([PROBLEM], form, stream)
    return stream.getvalue()


def test_a_problem_is_one_line_of_place_rule_fault_and_remedy() -> None:
    assert printed("text") == (
        "datasets/reviewed/acts/a.toml:3: wrong-value: a\\u001b[31m\\u202eb, 100%:\\nc … write it\n"
    )


def test_a_text_is_named_from_the_root_of_the_repository() -> None:
    assert (
        printing.located(Problem("seeds/000_x.txt", 1, "seed-changed", "", "")) == "seeds/000_x.txt"
    )


def test_json_holds_every_field() -> None:
    assert json.loads(printed("json")) == [
        {
            "file": "datasets/reviewed/acts/a.toml",
            "line": 3,
            "code": "wrong-value",
            "message": PROBLEM.message,
            "remedy": "write it",
        }
    ]


def test_github_gets_an_escaped_annotation() -> None:
    assert printed("github") == (
        "::error file=datasets/reviewed/acts/a.toml,line=3,title=wrong-value::"
        "a\\u001b[31m\\u202eb, 100%25:\\nc … write it\n"
    )


def test_sarif_names_the_rule_and_the_place() -> None:
    (run,) = json.loads(printed("sarif"))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]

    assert (rule["id"], result["ruleId"], result["ruleIndex"]) == ("wrong-value", "wrong-value", 0)
    assert place["artifactLocation"]["uri"] == "datasets/reviewed/acts/a.toml"
    assert place["region"] == {"startLine": 3}


def test_color_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in printed("text")
    assert "\x1b[1;31mwrong-value" in printed("text", Terminal())

    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in printed("text", Terminal())


@pytest.mark.parametrize("words", [("--format", "json", "check"), ("check", "--format", "json")])
def test_the_form_is_accepted_before_and_after_the_command(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    called = call(world.write(tmp_path), *words)

    assert (called.code, json.loads(called.out)) == (0, [])


@given(st.text())
def test_safe_text_is_one_line_without_unseen_characters(text: str) -> None:
    line = safe(text)

    assert not HIDDEN.search(line)
    assert line.encode("utf-8").decode("utf-8") == line


@given(st.text(), st.text())
def test_any_file_name_and_message_make_valid_output(file: str, message: str) -> None:
    problem = Problem(file, 0, "wrong-value", message, message)
    for form in printing.FORMS:
        stream = io.StringIO()
        printing.show([problem], form, stream)
        if form in ("json", "sarif"):
            json.loads(stream.getvalue())
        else:
            assert len(stream.getvalue().splitlines()) == 1


def test_of_very_many_problems_of_one_kind_the_first_are_printed_and_the_rest_counted() -> None:
    many = [Problem("acts/a.toml", n, "wrong-value", f"cell {n}", "write it") for n in range(5000)]

    lines = telling.told(many)

    assert len(lines) == telling.MANY + 1
    assert lines[-1].startswith("datasets/reviewed/acts/a.toml: wrong-value: and 4800 more")


def test_a_row_to_paste_is_told_whole_however_long_its_words_are() -> None:
    row = unsettled.rejection("person", "long " * 400, 1)

    told = RULES["mention-unaccounted"].at(Place("sources/a.toml", 1), "long " * 400, row)

    assert str(told).endswith(row)
    assert len(told.message) < 1100


def test_what_the_fix_did_is_told_in_every_form_and_never_among_the_problems(
    tmp_path: Path,
) -> None:
    root = world.write(tmp_path)
    done = "datasets/reviewed/shared.toml: put into form"

    text = call(world.write(tmp_path / "other"), "check", "--fix")
    read = call(root, "check", "--fix", "--format", "json")

    assert done in text.out.splitlines()
    assert done in read.err.splitlines()
    assert json.loads(read.out) == []


@pytest.mark.parametrize("flag", ["--fix", "--watch"])
def test_a_folder_of_tables_is_neither_mended_nor_watched(tmp_path: Path, flag: str) -> None:
    called = call(tmp_path, "check", "--tables", str(tmp_path), flag)

    assert called.code == 2
    assert f"{flag} is for reviewed files" in called.err
