"""A published table of requests becomes drafts of acts. The table here is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

import world
from calling import Called, call
from check import stages
from contribute.draft import collection

HEAD = ",".join(collection.COLUMNS)
LINES = """\
X1,Linden County Sheriff's Office,Linden,HIA,Administrative subpoena for custody records,2,\
Public body,Declined the request
X2,Linden County Jail,Linden,HIA,Detainer request,1,Public body,Declined
X3,Tamarack Records Office,Linden,HIA,Administrative subpoena for addresses,,Public body,
"""
URL = "https://example.org/made-up/reports"


def draft(root: Path, content: str) -> Called:
    """`python build draft --table` of a file with some content."""
    path = root.parent / "reports.csv"
    world.put(path, content.encode())
    return call(root, "draft", "--table", str(path), "--url", URL, "--accessed", "2026-05-08")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of the tiny world."""
    return world.write(tmp_path / "checkout")


def answer(root: Path) -> None:
    """Leave every answer that the draft proposes, without its question."""
    for path in (root / "datasets/reviewed").rglob("*.toml"):
        lines = path.read_text("utf-8").splitlines()
        kept = (line for line in lines if not line.lstrip().startswith("# ?"))
        world.put(path, "\n".join([*kept, ""]).encode())


@pytest.mark.slow
def test_each_line_that_speaks_of_a_subpoena_becomes_an_act(root: Path) -> None:
    called = draft(root, f"{HEAD}\n{LINES}")
    answer(root)
    checked = stages.run(root)

    assert called.code == 0
    assert "2 lines speak of a subpoena; 1 others are left out" in called.out
    assert [problem.message for problem in checked.problems] == []
    assert checked.relations is not None
    assert checked.relations.rows(
        "SELECT recipient_agency_id, n_persons, response_status::VARCHAR FROM acts "
        "WHERE act_id <> 'tamarack-1' ORDER BY ALL"
    ) == [("linden-county-sheriffs-office", 2, "refused"), ("records-office", None, None)]


def test_a_line_of_a_body_that_has_an_act_is_asked_about(root: Path) -> None:
    called = draft(root, f"{HEAD}\n{LINES}")

    assert "is it the act of tamarack-1?" in called.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "has no column 'Report ID'"),
        (HEAD.replace("County,", "") + "\n" + LINES, "has no column 'County'"),
        (HEAD + "\n", "no line names a subpoena"),
    ],
)
def test_another_table_is_refused_in_one_line(root: Path, content: str, told: str) -> None:
    before = world.files(root)
    called = draft(root, content)

    assert called.code == 2
    assert told in called.err
    assert called.err.count("\n") == 1
    assert world.files(root) == before
