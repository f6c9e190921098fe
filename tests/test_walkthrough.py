"""What CONTRIBUTING and the page on new subpoenas tell a newcomer to do works as it is told."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from check.rules import RULES
from contribute import walkthrough
from ice_subpoenas import data
from ice_subpoenas.tables import Subpoena
from reviewed import files

ROOT = Path(__file__).parents[1]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
Walk = tuple[Path, str, str]
RENEW = "out of date: run `python build/walkthrough.py --write` and read what changed"

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("bash") and (ROOT / ".git").exists()),
    reason="the walk begins with a clone, in a shell",
)


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Walk]:
    """Every document walked through, all at once: its room, what it shows, what was printed."""
    rooms = {name: tmp_path_factory.mktemp("room").resolve() for name in walkthrough.DOCUMENTS}
    with ThreadPoolExecutor() as pool:
        done = pool.map(lambda name: walkthrough.walked(ROOT, rooms[name], name), rooms)
        return {name: (rooms[name], *texts) for name, texts in zip(rooms, done, strict=True)}


@pytest.mark.parametrize("name", walkthrough.DOCUMENTS)
def test_every_step_prints_what_the_document_shows(name: str, walks: dict[str, Walk]) -> None:
    _, shown, printed = walks[name]

    assert walkthrough.same(printed) == walkthrough.same(shown), f"{name} is {RENEW}"


def test_a_new_subpoena_ends_as_a_published_row(walks: dict[str, Walk]) -> None:
    room = walks["docs/new-subpoena.md"][0]
    rows = data.read(room / "ice-subpoenas" / "datasets", Subpoena).to_pylist()
    found = [row for row in rows if row["subpoena_id"] == "sampleton-1-1"]
    facts = [(row["served_edtf"], row["days_to_respond"], row["tier"]) for row in found]

    assert facts == [("2026-03-03", 14, "cited")]


@pytest.mark.parametrize("name", walkthrough.DOCUMENTS)
def test_every_file_that_a_reader_edits_is_named_where_it_can_be_seen(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for found in walkthrough.BLOCK.finditer(text):
        if found["what"] and found["what"] != "shown":
            seen = re.sub(r"<!--.*?-->", "", text[: found.start()], flags=re.S)
            assert Path(found["target"]).name in seen


def test_nothing_that_varies_hides_a_difference_of_facts() -> None:
    line = "datasets/reviewed/acts/denver-1.toml:{}: value-not-given: the row says '{}'"

    assert walkthrough.same(line.format(7, 30)) == walkthrough.same(line.format(9, 30))
    assert walkthrough.same(line.format(7, 30)) != walkthrough.same(line.format(7, 3))


@pytest.mark.parametrize("text", ["", "a = 1\na = 1\n", "xa = 1\n"])
def test_a_line_to_change_must_stand_once(text: str) -> None:
    with pytest.raises(walkthrough.FailedError):
        walkthrough.changed(text, "-a = 1\n+a = 2\n", "x.toml")


def test_ids_that_others_took_are_renewed(tmp_path: Path) -> None:
    path = tmp_path / "datasets" / "reviewed" / "sources.toml"
    path.parent.mkdir(parents=True)
    path.write_text('source_id = "s011"\nsource_id = "s300"\n', "utf-8")
    text = "<!-- next s005 s272 -->\nseeds/005_x.txt s005 s272 s0055\n"

    assert walkthrough.renumbered(text, tmp_path) == (
        "<!-- next s012 s301 -->\nseeds/012_x.txt s012 s301 s0055\n"
    )


def test_a_walk_writes_nothing_outside_its_room(tmp_path: Path) -> None:
    walk = walkthrough.Walk(tmp_path / "copy", tmp_path / "copy")
    found = walkthrough.BLOCK.search("<!-- write ../../x -->\n```text\nx\n```")

    assert found
    with pytest.raises(walkthrough.FailedError):
        walk.block(found)


def test_the_limits_that_are_stated_are_those_that_hold() -> None:
    assert f"more than {files.LARGEST // 2**20} MB" in CONTRIBUTING
    assert f"more than {files.LONGEST_LINE:,} characters" in CONTRIBUTING


def test_every_refusal_names_its_rule() -> None:
    table = CONTRIBUTING.partition("## What is refused")[2].partition("\n## ")[0]
    codes = [code for line in table.splitlines() if line.startswith("| ") for code in _codes(line)]

    assert len(codes) > 12
    assert set(codes) <= set(RULES)


def _codes(line: str) -> list[str]:
    """The codes in the last column of a line of the table."""
    return re.findall(r"`([a-z0-9-]+)`", line.split("|")[-2])
