"""What a watch tells of files that are saved, and that it tells nothing else than a check."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
import tomli

import world
from calling import ROOT, call
from check import stages, watch
from check.telling import told
from printing import Refusal
from reviewed.form import formatted

ACT = "datasets/reviewed/acts/tamarack-1.toml"
PROGRAM = [sys.executable, "-u", str(ROOT / "build")]
WAITING = "… waiting for a file to be saved"
FIXTURES = [
    path
    for path in sorted((Path(__file__).parent / "invalid").glob("*.toml"))
    if "before" not in tomli.loads(path.read_text("utf-8"))
]
"""Wrong edits of the world as it is, and not of what was published before."""


@contextmanager
def watching(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A watch of a checkout, in a process of its own."""
    own = os.environ | {"PYTHONPATH": str(ROOT / "schema")}
    command = [*PROGRAM, "--root", str(root), "check", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=own, encoding="utf-8") as process:
        try:
            yield process
        finally:
            process.kill()


def until_waiting(process: subprocess.Popen[str]) -> list[str]:
    """The lines that a watch prints until it waits, without how long anything took."""
    assert process.stdout is not None
    found: list[str] = []
    for line in process.stdout:
        if line.startswith(WAITING):
            return found
        found.append(without_seconds(line))
    raise AssertionError(f"the watch has ended: {found}")


def without_seconds(line: str) -> str:
    return re.sub(r" \(\d+\.\d s\)", "", line.rstrip("\n"))


def freshly_told(root: Path) -> list[str]:
    """The lines of a check that knows of no watch."""
    return [without_seconds(line) for line in call(root, "check").out.splitlines()]


def is_of_saved(line: str) -> bool:
    """Whether a line ends the first report on a file that was saved."""
    return line.startswith(f"{ACT}: ") and line.endswith("; more may follow")


@pytest.mark.slow
def test_after_each_save_a_watch_tells_what_a_fresh_check_tells(tmp_path: Path) -> None:
    root = world.write(tmp_path / "checkout")
    sound = formatted((root / ACT).read_text("utf-8"))
    unruly = sound.replace('"administrative_subpoena", ', '"no_instrument", ')
    assert unruly != sound

    saved = (unruly, f"{sound}[[", sound)
    fresh = {}
    for text in (sound, f"{sound}[[", unruly):  # in another order than the watch sees them
        world.put(root / ACT, text.encode())
        fresh[text] = freshly_told(root)
    world.put(root / ACT, sound.encode())

    with watching(root) as process:
        last = until_waiting(process)
        assert last[:-1] == fresh[sound]
        for text in saved:
            world.put(root / ACT, text.encode())
            lines = until_waiting(process)
            last = lines[max(n for n, line in enumerate(lines) if is_of_saved(line)) + 1 :]
            assert is_of_saved(lines[0]) == (text == sound)
            assert [line for line in last if "one command is left" not in line] == fresh[text]


def apart(fixtures: Iterable[Path]) -> list[Path]:
    """Those fixtures that change nothing which one before them changes."""
    changed: set[str] = set()
    found = []
    for each in fixtures:
        own = {edit["old"] for edit in tomli.loads(each.read_text("utf-8")).get("replace", ())}
        if not any(a in b or b in a for a in own for b in changed):
            changed |= own
            found.append(each)
    return found


@pytest.mark.parametrize(
    "worlds",
    [
        pytest.param([apart(FIXTURES[::60])], id="few together"),
        pytest.param([[each] for each in FIXTURES[::6]], id="many", marks=pytest.mark.slow),
    ],
)
def test_the_first_report_points_at_no_line_that_a_check_finds_sound(
    worlds: Iterable[Iterable[Path]], tmp_path: Path
) -> None:
    for number, fixtures in enumerate(worlds):
        root = world.write(tmp_path / str(number) / "root")
        before = world.files(root)
        world.put(root.parent / "outside.toml", b"")
        world.put(root.parent / "outside.txt", b"")
        for fixture in fixtures:
            world.change(root, tomli.loads(fixture.read_text("utf-8")))
        now = world.files(root)
        saved = [root / name for name, content in now.items() if before.get(name) != content]

        found = places(watch.saved(root, saved))

        assert found <= places(told(stages.run(root).problems)), fixtures


def test_a_watch_whose_other_process_has_ended_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = SimpleNamespace(start=lambda: None)
    spawn = SimpleNamespace(Pipe=watch.SPAWN.Pipe, Process=lambda **_: ended)
    monkeypatch.setattr(watch, "SPAWN", spawn)

    with pytest.raises(Refusal, match="has ended; start the watch again"):
        watch.Whole(tmp_path)


def places(lines: Iterable[str]) -> set[str]:
    """The files and lines that problems point at."""
    return {found[0] for line in lines if (found := re.match(r"[^:\s]+:\d+: ", line))}


def test_words_that_are_not_found_are_told_before_any_rule_is_asked(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    text = (root / ACT).read_text("utf-8").replace('"ten" }', '"twelve" }')
    world.put(root / ACT, text.encode())

    problem, summary, *_ = watch.saved(root, [root / ACT])

    assert "words-not-found" in problem
    assert "1 problem so far in files, words (" in summary
