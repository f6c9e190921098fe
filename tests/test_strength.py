"""docs/strength.md says how often each kind of attack was tried: as often as the tests try it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import settings

import test_changes
import test_documents
import test_draft
import test_main
import test_named_commands
import test_publish
import test_read
from faults import damage, disk, folders, forgeries, links, packed, rows
from ice_subpoenas.release.unproven import UNPROVEN
from ice_subpoenas.tables import TABLES
from reviewed import files

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "strength.md").read_text("utf-8")
COMPUTED = sum(column.role == "derived" for table in TABLES for column in table.columns())
ROWS = len(rows.EDITS) * len(TABLES)

TRIED: dict[str, int] = {
    "build killed at a move of a file: no file torn, the next build finishes": len(
        test_publish.MOMENTS
    ),
    "disk that takes no more: a build or the pages end in one line, nothing is lost": len(
        disk.TRIED
    ),
    "link, folder or pipe in the way of a published file": len(links.REFUSED) + len(links.REPLACED),
    "journal that no build wrote, or that names files outside": len(links.JOURNALS)
    + 2 * len(links.OUTSIDE),
    "lock: second build, dead holder, a system without locks, as on Windows": 4,
    "DuckDB file that another program has open, or left changes beside": 2,
    "page killed while it writes or replaces, and two pages at once": 3,
    "Ctrl-C while modules are imported: silence, exit code 130": len(
        test_named_commands.INTERRUPTED
    ),
    "character that nobody sees, written as it is and as an escape": 2
    * len(test_read.UNSEEN + test_read.FILLERS),
    "question of a document that does more than read": len(test_documents.HARMFUL),
    "question of a document without end": len(test_documents.ENDLESS),
    "figures for documents that are no table, or a link": 5,
    "hostile reviewed file, with each of six commands": len(test_main.HOSTILE)
    * len(test_main.CALLS),
    "page that opens what it never ends, given to `draft`": len(test_draft.ENDLESS),
    "reviewed files beyond a limit, or in a linked folder": len(files.TOGETHER) + 3,
    "table damaged by chance, read by each of six commands": len(damage.READERS)
    * (damage.SOME[1] + damage.MORE[1]),
    "hostile archive": len(packed.HOSTILE),
    "release with links, pipes, odd names or broken lists": len(folders.UNSAFE)
    + len(folders.LISTS),
    "generated file that is something else": len(folders.ODD),
    "byte changed in a release: half in its folder, half in its archive": 2
    * settings().max_examples,
    "generated file forged, every hash made anew, each alone": len(forgeries.BEFORE)
    + len(forgeries.AFTER),
    "definition too many in the DuckDB file": len(forgeries.EXTRA),
    "DuckDB file that says otherwise or asks for something": len(forgeries.DATABASES),
    "Parquet file that is not a table of ours, or unpacks without end": len(forgeries.TABLES),
    "computed column with a value that is not what it must be": COMPUTED,
    "row removed, added or exchanged, in each table": ROWS,
    "release that cannot be compared, on either side of `changes`": 2 * len(test_changes.ODD),
    "change of a published fact, of each kind: told by `changes`": len(test_changes.KINDS),
}
"""How many attempts of each kind the tests make."""
HELD = {
    "computed column with a value that is not what it must be": COMPUTED - len(UNPROVEN),
    "row removed, added or exchanged, in each table": len(rows.EDITS) * len(rows.TOLD),
}
"""How many held, where some are known not to."""


def section(heading: str) -> str:
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def lines() -> list[list[str]]:
    """The cells of each line of the table of attempts."""
    table = [
        line for line in section("What was tried to break it").splitlines() if line[:2] == "| "
    ]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def test_the_page_counts_what_the_tests_try() -> None:
    counted = [[what, str(n), str(HELD.get(what, n))] for what, n in TRIED.items()]

    assert [line[:3] for line in lines()] == counted, "\n".join(map(" | ".join, counted))


@pytest.mark.parametrize("line", lines(), ids=lambda line: str(line[0]))
def test_what_repeats_an_attempt_names_tests_that_are_there(line: list[str]) -> None:
    found = re.fullmatch(r'`pytest (?:--all )?(tests/\S+\.py) -k "?([\w ]+?)"?`', line[3])
    assert found is not None
    tests = re.findall(r"(?m)^def (test_\w+)", (ROOT / found[1]).read_text("utf-8"))
    for word in found[2].split(" or "):
        assert [test for test in tests if word in test]


def test_the_page_names_what_no_release_can_prove() -> None:
    known = {line.strip() for line in PAGE.splitlines()}

    assert {f"| `{table}` | {why} |" for table, why in rows.UNTOLD.items()} <= known
    assert {f"| `{column}` | {why} |" for column, why in UNPROVEN.items()} <= known
