"""Formatting changes how a file looks, never what it says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

import system
import world
from calling import ROOT, Called, call
from ice_subpoenas.problem import Problem
from reviewed import form
from reviewed.files import _File

UNTIDY = """\
# What this file holds.


[[quotes]]
kind='direct'
# why this id
quote_id = "s000-q01"   # beside
words = "He said \\"no\\"."

reason = "A sentence."
said = [{cells={cue={by="literal",words="said"}},words="he said"}]
absent = { hedge = "not_stated" }
# -- what follows -----

[[left_out]]
words=["one two three four five six seven eight","nine ten eleven twelve thirteen","fourteen more"]
reason = "commentary"
# the end
"""
TIDY = """\
# What this file holds.

rows = [
    # why this id
    # beside
    { table = "quotes", quote_id = "s000-q01", words = 'He said "no".', kind = "direct", \
reason = "A sentence.", absent = { hedge = "not_stated" }, \
said = { words = "he said", cells = { cue = { words = "said", by = "literal" } } } },
    # -- what follows -----
    { table = "left_out", reason = "commentary", words = \
["one two three four five six seven eight", "nine ten eleven twelve thirteen", "fourteen more"] },
]

# the end
"""


def test_a_file_takes_its_one_form() -> None:
    assert form.formatted(UNTIDY) == TIDY
    assert form.formatted(TIDY) == TIDY


PASSAGES = """\
rows = [
    # of all
    { table = "events", id = "petition", kind = "petition", said = [
        # the first
        { words = "filed", cells = { kind = "filed" } },  # seen
        { words = "a petition", cells = { kind = "a petition" } },
    ] },  # ? is it one
    { table = "events", id = "appeal", kind = "appeal", said = [
        { words = "WORDS", cells = { kind = "WORDS" } },
    ] },
]
""".replace("WORDS", "appealed " * 30)
BLOCKS = """\
# of all
[[events]]
kind = "petition"
id = "petition"
[[events.said]]
words = "filed"
[events.said.cells]
kind = "filed"  # seen
[[events.said]]
cells = { kind = "a petition" }
words = "a petition"
"""


def test_a_row_written_as_blocks_becomes_a_row_of_the_list() -> None:
    wanted = PASSAGES.partition('    { table = "events", id = "appeal"')[0] + "]\n"
    for gone in ("        # the first\n", "  # seen", "  # ? is it one"):
        wanted = wanted.replace(gone, "")

    assert form.formatted(BLOCKS) == wanted.replace("# of all", "# of all\n    # seen")


def test_a_row_of_several_passages_or_a_long_one_has_a_line_for_each() -> None:
    assert form.formatted(PASSAGES) == PASSAGES


LINE = 'rows = [\n    { table = "events", id = "x", kind = "petition" },\n]\n'
CUE = '{ words = "he said", cells = { cue = { words = "said", by = "x" } } }'
CHANGED = {
    "blocks that name their table become rows of the list": (
        '[[rows]]\nkind = "petition"\ntable = "events"\nid = "x"\n',
        LINE,
    ),
    "a line of several tables begins with its table": (
        'rows = [\n  {id="x",kind="petition",table="events"},\n]\n',
        LINE,
    ),
    "keys of evidence in one line are ordered, too": (
        'rows = [{said = [{cells={cue={by="x",words="said"}},words="he said"}],table="quotes"}]\n',
        f'rows = [\n    {{ table = "quotes", said = {CUE} }},\n]\n',
    ),
    "an unseen character is written as an escape": (
        'a = "x\u00a0y"\n',
        'a = "x\\u00A0y"\n',
    ),
    "line ends of Windows are replaced": ("a = 1\r\n# b\r\n", "a = 1\n\n# b\n"),
}
KEPT = {
    "what several rows share is written once": (
        "[[searches]]\nsearched_on = 2026-11-28\nrows = [\n"
        '    { search_id = "denver-1-1" },\n    { search_id = "denver-1-2" },\n]\n'
    ),
    "text over several lines stays as typed": (
        'rows = [\n    { table = "quotes", words = """\nFirst.\n\nSecond.""" },\n]\n'
    ),
    "lists of phrases keep their order and gaps": (
        "[agencies]\nzulu = []\nalpha = []\n\n# courts\nx = []\n\n[phrases.state]\nCO = []\n"
    ),
    "comments inside a list of other things stay as typed": "a = [\n  1, # one\n  2,\n]\n",
}


@pytest.mark.parametrize("promise", [*CHANGED, *KEPT])
def test_the_form_of_a_file(promise: str) -> None:
    text, wanted = CHANGED.get(promise) or (KEPT[promise], KEPT[promise])

    assert form.formatted(text) == wanted


def said(text: str) -> list[tuple[str, Any]]:
    """The rows of a file as the check reads them, wherever they stand."""
    document = tomli.loads(text)
    problems: list[Problem] = []
    blocks = list(_File("acts/x.toml", document, {}, problems).blocks())
    return sorted(((each.table, as_list(each.data)) for each in blocks), key=repr)


def as_list(data: Mapping[str, Any]) -> dict[str, Any]:
    """The row with one passage as a list of one."""
    given = data.get("said", [])
    return {**data, "said": given if isinstance(given, list) else [given]}


@pytest.mark.parametrize("name", world.REVIEWED)
def test_the_form_is_stable_and_says_the_same(name: str) -> None:
    once = form.formatted(world.REVIEWED[name])

    assert form.formatted(once) == once
    assert said(once) == said(world.REVIEWED[name])


def test_the_reviewed_files_of_the_repository_can_be_formatted() -> None:
    for path in sorted((ROOT / "datasets" / "reviewed").rglob("*.toml")):
        text = path.read_bytes().decode("utf-8")
        once = form.formatted(text)
        assert once == text or form.formatted(once) == once, path


def test_check_prints_a_diff_and_changes_nothing(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    path = root / "datasets/reviewed/shared.toml"
    path.write_text("# x\n" + world.SHARED.replace(" = ", "="), "utf-8")
    before = path.read_bytes()
    called = call(root, "fmt", "--check", "shared.toml")

    assert called.code == 1
    assert '-agency_id="harbor-agency"\n' in called.out
    assert '+    { table = "agencies", agency_id = "harbor-agency", ' in called.out
    assert path.read_bytes() == before


def test_files_are_rewritten_and_then_at_rest(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    path = root / "datasets/reviewed/shared.toml"
    path.write_text("# x\n" + world.SHARED.replace(" = ", "="), "utf-8")
    path.chmod(0o600)
    rights = path.stat().st_mode

    assert call(root, "fmt").code == 0
    assert path.stat().st_mode == rights
    assert call(root, "check").code == 0
    assert call(root, "fmt", "--check") == call(root, "fmt") == Called(0, "", "")


BROKEN = [b"a = [", b"\xff", b"a = " + b"[" * 20000, b"a = '\xe2\x80\xae'", b"a = {\n}\n b"]


@pytest.mark.parametrize("words", [("fmt",), ("check", "--fix")])
def test_a_byte_order_mark_is_taken_off_and_nothing_else(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    act = world.write(tmp_path) / "datasets/reviewed/acts/tamarack-1.toml"
    tidy = form.formatted(act.read_text("utf-8")).encode()
    act.write_bytes(b"\xef\xbb\xbf" + tidy)

    assert call(tmp_path, *words).code == 0
    assert act.read_bytes() == tidy


@pytest.mark.parametrize("content", BROKEN)
def test_a_file_that_cannot_be_read_is_told_and_kept(tmp_path: Path, content: bytes) -> None:
    root = world.write(tmp_path)
    path = root / "datasets/reviewed/broken.toml"
    path.write_bytes(content)
    called = call(root, "fmt", "broken.toml")

    assert called.code == 1
    assert called.out.startswith("datasets/reviewed/broken.toml:")
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["../../x.toml", "nothing.toml", "/etc/passwd"])
def test_only_reviewed_files_are_formatted(tmp_path: Path, name: str) -> None:
    assert call(world.write(tmp_path), "fmt", name).code == 2


def test_a_link_is_refused(tmp_path: Path) -> None:
    root = world.write(tmp_path / "root")
    (tmp_path / "x.toml").write_text("b   = 1\n", "utf-8")
    system.link(root / "datasets/reviewed/x.toml", tmp_path / "x.toml")

    assert call(root, "fmt").code == 1
    assert (tmp_path / "x.toml").read_text("utf-8") == "b   = 1\n"


VALUES = st.recursive(
    st.text() | st.integers(-9, 9) | st.booleans() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1))
def test_any_value_is_written_and_read_again(data: dict[str, object]) -> None:
    text = form.formatted(form.block("x", data))

    assert tomli.loads(text) == {"x": [data]}
    assert form.formatted(text) == text


@given(st.text(alphabet="ab[]{}=,.\"'# \n\\1", max_size=60))
def test_any_text_is_formatted_or_refused(text: str) -> None:
    try:
        once = form.formatted(text)
    except ValueError:
        return

    assert form.formatted(once) == once
