"""What a change does to the published facts is told, a line a fact, and nothing else is."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import world
from calling import call
from check import stages
from ice_subpoenas.release import changes

ACT = "datasets/reviewed/acts/tamarack-1.toml"
SHARED = "datasets/reviewed/shared.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path / "new")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> changes.Rows:
    return stages.run(world.write(tmp_path_factory.mktemp("old"))).rows


def edited(root: Path, file: str, old: str, new: str) -> list[str]:
    """The facts that differ after a replacement in a file, as lines."""
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return [changes.line(change) for change in _compare(root)]


_compare: Callable[[Path], list[changes.Change]]


@pytest.fixture(autouse=True)
def _against(before: changes.Rows) -> None:
    global _compare
    _compare = lambda root: changes.compare(before, stages.run(root).rows)  # noqa: E731  set anew


def test_nothing_changes_nothing(root: Path) -> None:
    assert _compare(root) == []
    assert changes.counts([]) == "no published fact changes"


def test_a_comment_or_a_new_order_is_no_change(root: Path) -> None:
    assert edited(root, ACT, "[[acts]]", "# a comment\n[[acts]]") == []


def test_a_value_is_told_with_its_old_and_new_words(root: Path) -> None:
    text = (root / ACT).read_text("utf-8").replace("days_to_respond = 10", "days_to_respond = 38")
    (root / ACT).write_text(text, "utf-8")
    lines = edited(
        root,
        ACT,
        'words = "The office was given ten days to answer"\ncells = { days_to_respond = "ten" }',
        'words = "asks about a 38-year-old sailor"\ncells = { days_to_respond = "38-year-old" }',
    )

    assert lines == [
        "value changed: acts/tamarack-1/days_to_respond: 10 → 38 "
        "(and on tamarack-1-1, tamarack-1-2)  "
        "[- “ten” (s000, number_word); + “38-year-old” (s000, number_word)]"
    ]


def test_other_words_for_the_same_value_are_told(root: Path) -> None:
    lines = edited(root, ACT, 'age = "38-year-old"', 'age = "38-year-old sailor"')

    assert lines == [
        "evidence changed: individuals_referenced/tamarack-1-a/age = 38  "
        "[- “38-year-old” (s000, number_word); + “38-year-old sailor” (s000, number_word)]"
    ]


def test_another_reason_of_a_null_is_told(root: Path) -> None:
    lines = edited(root, SHARED, 'geoid = "not_applicable"', 'geoid = "withheld"')

    assert lines == [
        "value changed: jurisdictions/tamarack/geoid: null (not_applicable) → null (withheld)"
    ]


def test_a_new_row_is_told_fact_by_fact(root: Path) -> None:
    row = '[[agencies]]\nagency_id = "council"\nname = "council"\nkind = "local"\n'
    row += 'reason = "Invented."\n'
    said = 'source = "s001"\nwords = "told the council"\ncells = { name = "council" }\n'
    lines = edited(root, SHARED, "[[agencies]]", f"{row}[[agencies.said]]\n{said}\n[[agencies]]")

    assert lines == [
        "added: agencies/council/kind = local",
        "added: agencies/council/name = council  [+ “council” (s001, literal)]",
    ]


def test_a_conflict_that_opens_and_one_that_is_settled_are_told(before: changes.Rows) -> None:
    without = dict(before) | {"conflicts": []}
    (opened,) = changes.compare(without, before)
    (settled,) = changes.compare(before, without)
    unresolved = [dict(row) | {"resolution": "unresolved"} for row in before["conflicts"]]
    (again,) = changes.compare(before, dict(before) | {"conflicts": unresolved})

    assert changes.line(opened) == (
        "conflict opened: individuals_referenced/lena-osk/title: least_committing"
    )
    assert changes.line(settled) == (
        "conflict settled: individuals_referenced/lena-osk/title: least_committing → no conflict"
    )
    assert again.kind == "opened"


def test_a_changed_modality_is_told_as_such() -> None:
    old = {"case_facts": [{"case_fact_id": "a", "modality": "arrested"}]}
    new = {"case_facts": [{"case_fact_id": "a", "modality": "charged"}]}
    (change,) = changes.compare(old, new)

    assert changes.line(change) == "modality changed: case_facts/a/modality: arrested → charged"


def test_the_reverse_of_a_change_tells_the_reverse(before: changes.Rows) -> None:
    fewer = dict(before) | {"quotes": []}
    gone, come = changes.compare(before, fewer), changes.compare(fewer, before)

    assert {c.kind for c in gone} == {"removed"}
    assert {c.kind for c in come} == {"added"}
    assert [(c.row, c.column, c.old) for c in gone] == [(c.row, c.column, c.new) for c in come]


def test_markdown_holds_no_markup_or_mention_from_the_data() -> None:
    old = {"agencies": [{"agency_id": "a", "name": "x"}]}
    new = {"agencies": [{"agency_id": "a", "name": "<b>@all|`y`*\n# z"}]}
    page = changes.markdown(changes.compare(old, new))
    (row,) = [line for line in page.splitlines() if "agencies/a/name" in line]

    assert row == "| agencies/a/name | x → &#60;b&#62;&#64;all&#124;\\`y\\`\\* \\# z |  |"


PEOPLE: list[dict[str, Any]] = [
    {"individual_id": "a", "name": "Lena Osk", "naming_decision": "named_in_held_source"},
    {"individual_id": "b", "name": "Jo Mar", "naming_decision": "public_role"},
    {"individual_id": "c", "name": "Al Voss", "naming_decision": "public_role"},
]


def test_a_name_that_was_taken_out_is_not_printed_by_telling_of_it() -> None:
    old = {
        "individuals_referenced": PEOPLE,
        "phrases": [{"phrase_id": "x/Osk", "list_name": "x", "phrase": "Osk", "code": "a"}],
    }
    left = [PEOPLE[0] | {"name": None, "naming_decision": "name_left_out"}, PEOPLE[1]]
    new: changes.Rows = {
        "individuals_referenced": [*left, PEOPLE[2] | {"name": "Al Foss"}],
        "phrases": [],
    }
    names = changes.taken_out(old, new)
    told = [changes.without(changes.line(each), names) for each in changes.compare(old, new)]

    assert names == {"Lena Osk", "Lena", "Osk"}  # the corrected name is told, the other not
    assert "value changed: individuals_referenced/a/name: (name taken out) → null" in told
    assert "value changed: individuals_referenced/c/name: Al Voss → Al Foss" in told
    assert "removed: phrases/x/(name taken out)/code = a" in told
    assert not [line for line in told if "Osk" in line]


def test_a_name_of_a_row_that_is_gone_is_taken_out_unless_another_row_has_it() -> None:
    people = {"individuals_referenced": PEOPLE}
    merged = {"individuals_referenced": [PEOPLE[1] | {"name": "Lena Osk"}, PEOPLE[2]]}

    assert changes.taken_out(people, {"individuals_referenced": PEOPLE[1:]}) == {
        *("Lena Osk", "Lena", "Osk")
    }
    assert "Lena Osk" not in changes.taken_out(people, merged)
    assert changes.taken_out(people, people) == frozenset()


def git(root: Path, *words: str) -> None:
    names = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *names, *words], check=True, capture_output=True)


def test_a_checkout_is_compared_with_a_commit(root: Path) -> None:
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "Begin")
    edited(root, SHARED, 'geoid = "not_applicable"', 'geoid = "withheld"')
    called = call(root, "changes", "HEAD")

    assert called.code == 0
    assert called.out.splitlines() == [
        "value changed: jurisdictions/tamarack/geoid: null (not_applicable) → null (withheld)",
        "1 value changed",
    ]


def test_a_checkout_is_compared_with_another(root: Path, tmp_path: Path) -> None:
    old = world.write(tmp_path / "old")
    edited(root, SHARED, 'geoid = "not_applicable"', 'geoid = "withheld"')

    (change,) = json.loads(call(root, "changes", str(old), "--format", "json").out)
    page = call(root, "--format", "markdown", "changes", str(old)).out

    assert (change["old"], change["new"]) == ("null (not_applicable)", "null (withheld)")
    assert page.startswith(
        "## Changes of published facts\n\n1 value changed.\n\n### Value changed\n"
    )


def test_a_checkout_is_compared_with_a_release(root: Path, tmp_path: Path) -> None:
    assert call(root).code == 0
    release = tmp_path / "release"
    release.mkdir()
    for path in (root / "datasets").glob("*.parquet"):
        path.rename(release / path.name)

    assert call(root, "changes", str(release)).out == "no published fact changes\n"
    edited(root, SHARED, 'geoid = "not_applicable"', 'geoid = "withheld"')
    assert call(root, "changes", str(release)).out.endswith("1 value changed\n")


@pytest.mark.parametrize("base", ["nothing", "-- --output=x", "a\x1bb", "HEAD:seeds"])
def test_what_cannot_be_compared_with_is_refused(root: Path, base: str) -> None:
    called = call(root, "changes", *base.split(" "))

    assert (called.code, called.out) == (2, "")
    assert "\x1b" not in called.err
    assert not (root / "x").exists()


def test_an_empty_folder_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "holds neither" in call(root, "changes", str(tmp_path / "empty")).err
