"""Every rule of the check is broken by a fixture of `tests/invalid`, which breaks no other rule."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import world
from check import stages
from check.rules import RULES, Problem

ROOT = Path(__file__).parents[1]
FIXTURES = sorted((Path(__file__).parent / "invalid").glob("*.toml"))
LINE = re.compile(r"[^:\s][^:]*:[1-9]\d*: ([a-z0-9-]+): .+ … .+")


def code_of(fixture: Path) -> str:
    """The rule that a fixture breaks: its name without the number."""
    return re.sub(r"-\d+$", "", fixture.stem)


def program() -> ModuleType:
    """`build/__main__.py` as a module."""
    spec = importlib.util.spec_from_file_location("build_main", ROOT / "build" / "__main__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_world_is_sound(tmp_path: Path) -> None:
    checked = stages.run(world.write(tmp_path))

    assert checked.problems == []
    assert {name: len(rows) for name, rows in checked.rows.items() if name in SIZES} == SIZES


SIZES = {
    "sources": 2,
    "jurisdictions": 1,
    "agencies": 2,
    "acts": 1,
    "subpoenas": 2,
    "individuals_referenced": 2,
    "quotes": 1,
    "utterances": 1,
    "attributions": 2,
    "conflicts": 1,
    "regions": 6,
    "ledger": 13,
}


def test_every_rule_has_a_fixture() -> None:
    assert {code_of(fixture) for fixture in FIXTURES} == set(RULES)


def test_every_code_in_the_sources_is_a_rule() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "build").glob("*.py")]
    used = {
        code
        for source in sources
        for code in re.findall(r'[(=,]\s*"([a-z0-9]+(?:-[a-z0-9]+)+)",?\s', source)
        if re.match(PREFIXES, code)
    }

    assert used <= set(RULES)


PREFIXES = "|".join(sorted({code.split("-")[0] + "-" for code in RULES}))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_fixture_breaks_its_rule_and_no_other(
    fixture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits = tomllib.loads(fixture.read_text("utf-8"))
    root = world.write(tmp_path / "root")
    world.put(tmp_path / "outside.toml", b"")
    world.put(tmp_path / "outside.txt", b"")
    world.change(root, edits)
    before = world.files(root)

    status = program().main(["--root", str(root), "check"])
    shown = capsys.readouterr()

    assert {told(line) for line in shown.out.splitlines()} == {code_of(fixture)}
    assert (status, shown.err) == (1, "")
    assert world.files(root) == before


def told(line: str) -> str:
    """The code of a line of the report; the line itself where it is no such line."""
    found = LINE.fullmatch(line)
    return found[1] if found else line


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_fixture_says_what_it_promises(fixture: Path) -> None:
    promise = tomllib.loads(fixture.read_text("utf-8"))["promise"]

    assert re.fullmatch(r"[A-Z].*\.", promise)


def test_a_problem_is_printed_once_where_many_rows_suffer_from_it(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    (root / "seeds" / "000_tamarack.txt").unlink()

    assert [problem.code for problem in stages.run(root).problems] == ["seed-missing"]


def test_a_problem_names_file_and_line(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    act = root / "datasets" / "reviewed" / "acts" / "tamarack-1.toml"
    text = act.read_text("utf-8").replace("days_to_respond = 10", "days_to_respond = 11")
    act.write_text(text, "utf-8")
    line = text.splitlines().index('cells = { days_to_respond = "ten" }') + 1

    assert stages.run(root).problems == [
        Problem(
            "acts/tamarack-1.toml",
            line,
            "value-not-given",
            "acts tamarack-1.days_to_respond: the row says '11', its evidence gives '10'",
            "correct the value, or cite the words that give it",
        )
    ]


def test_every_problem_of_form_is_printed_in_one_run(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    world.change(
        root,
        {
            "replace": [
                {"file": SHARED, "old": 'kind = "city"', "new": 'kind = "town"'},
                {"file": SHARED, "old": 'kind = "local"', "new": "kind = 3"},
                {"file": ACT, "old": "n_subpoenas = 2", "new": "n_subpoena = 2"},
            ]
        },
    )

    assert [(problem.file, problem.code) for problem in stages.run(root).problems] == [
        ("acts/tamarack-1.toml", "unknown-column"),
        ("shared.toml", "wrong-value"),
        ("shared.toml", "wrong-value"),
    ]


def test_every_problem_of_substance_is_printed_in_one_run(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    world.change(
        root,
        {
            "replace": [
                {"file": ACT, "old": "days_to_respond = 10", "new": "days_to_respond = 11"},
                {"file": ACT, "old": "age = 38", "new": "age = 39"},
                {"file": SHARED, "old": '"public_role"', "new": '"not_named"'},
            ]
        },
    )

    assert [(problem.file, problem.code) for problem in stages.run(root).problems] == [
        ("acts/tamarack-1.toml", "value-not-given"),
        ("acts/tamarack-1.toml", "value-not-given"),
        ("shared.toml", "naming-decision"),
    ]


SHARED, ACT = "datasets/reviewed/shared.toml", "datasets/reviewed/acts/tamarack-1.toml"


def test_the_program_itself_exits_with_one_and_prints_the_problem(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    world.change(root, {"add": [{"file": "seeds/000_tamarack.txt", "text": "\n"}]})

    run = subprocess.run(
        [sys.executable, "build", "--root", str(root), "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (run.returncode, run.stderr) == (1, "")
    assert [told(line) for line in run.stdout.splitlines()] == ["seed-changed"]
    assert "\x1b" not in run.stdout
