"""Every command helps, refuses in one clear line, and never shows a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cli
import system
import world
from calling import ROOT, call
from ice_subpoenas import cli as installed

Told = Callable[..., int]
COMMANDS = sorted(cli.COMMANDS)
HEAVY = ("frictionless", "polars", "tomlkit", "jsonschema", "xlsxwriter", "jinja2")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_help(name: str) -> None:
    called = call(ROOT, *filter(None, (name, "--help")))

    assert called.code == 0
    assert f"usage: python build {name}".rstrip() in called.out


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    shown = capsys.readouterr().out

    assert all(f"\n  {name or '(none)'} " in shown for name in COMMANDS)


@pytest.mark.parametrize(
    "words", [("chek",), ("check", "--fast"), ("check", "--format", "markdown")]
)
def test_an_unknown_word_is_refused_with_the_known_ones(words: tuple[str, ...]) -> None:
    called = call(ROOT, *words)

    assert called.code == 2
    assert called.err.splitlines()[-1].startswith("python build")


def test_a_form_that_a_command_does_not_print_is_refused() -> None:
    called = call(ROOT, "--format", "markdown", "check")

    assert called.code == 2
    assert "markdown" in called.err
    assert "sarif" in called.err


def test_a_sound_checkout_has_no_problems(tmp_path: Path) -> None:
    called = call(world.write(tmp_path), "check")

    assert called.code == 0
    assert "no problems" in called.out


def test_a_folder_without_anything_is_told_and_not_a_traceback(tmp_path: Path) -> None:
    called = call(tmp_path, "check")

    assert called.code == 1
    assert called.out.startswith("seeds/SHA256SUMS:1: seed-missing: ")


def python(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


CALLED = """
import runpy, sys
from ice_subpoenas import lean
lean.leave = sys.exit  # the process goes on to the next command
for words in {calls!r}:
    sys.argv = ["build", "--root", *words]
    try:
        runpy.run_path("build", run_name="__main__")
    except SystemExit as end:
        print("ended with", end.code, file=sys.stderr)
print(sorted(set(sys.modules) & set({heavy})), file=sys.stderr)
"""


@pytest.mark.slow
def test_no_command_of_every_day_imports_what_is_heavy_or_needs_a_terminal_with_utf_8(
    tmp_path: Path,
) -> None:
    sound, wrong = (str(world.write(tmp_path / name)) for name in ("sound", "wrong"))
    (Path(wrong) / "seeds" / "001_council.txt").write_text("Café", "utf-8")
    words = ("check", "explain", "new quotes", "cite s000 two", "fmt")
    calls = [(sound, *each.split()) for each in words] + [(wrong, "check")]
    done = python("-c", CALLED.format(calls=calls, heavy=HEAVY), PYTHONIOENCODING="ascii")

    assert done.stderr.splitlines() == [*["ended with 0"] * len(words), "ended with 1", "[]"]


# --- words and streams, whatever they are -----------------------------------------------------


@pytest.fixture(params=["python build", "ice-subpoenas"])
def told(request: pytest.FixtureRequest) -> Told:
    """Either program, as something that takes words and gives an exit code."""
    if request.param == "python build":
        return lambda *words: cli.main([*(words or ("explain", "seed-missing"))])
    return lambda *words: installed.main([*(words or ("verify", __file__))])


@pytest.mark.parametrize("word", ["den\udcffver", "", "--data="])
def test_a_word_that_means_nothing_is_refused_by_any_command(
    word: str, told: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("changes", word), ("trace", "acts", word), (word,)):
        assert told(*words) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert ("is empty" if "\udcff" not in word else "is not UTF-8") in captured.err
        assert captured.err.count("\n") == 1


def test_whoever_closed_the_output_gets_the_exit_code_alone(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = told()
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    code = told()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()

    assert code == honest


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_what_a_full_disk_does_not_take_is_no_success(
    told: Told, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert told() > 0  # and closing the file does not fail again

    assert "the disk is full; " in capsys.readouterr().err


@system.needs_posix
def test_a_reader_who_leaves_early_sees_no_traceback(
    told: Told, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert told() == 0

    assert capsys.readouterr().err == ""


@system.needs_posix
def test_a_process_ends_as_quietly() -> None:
    """What the tests above do not see: what Python itself tells when it ends."""
    calls = (
        "explain | true",
        "explain >/dev/full",
        "explain >&-",
        "explain --help >/dev/full",
        "explain nosuch 2>&-",
    )
    script = "\n".join(f"'{sys.executable}' build {each}; echo $? >&2" for each in calls)
    own = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, env=own, capture_output=True,
                          text=True, check=False)  # fmt: skip

    codes = [
        line for line in done.stderr.splitlines() if not line.startswith("python build: the d")
    ]
    assert codes == ["0", "2", "0", "2", "2"]
    assert done.stdout == ""


def test_without_docstrings_the_package_is_not_imported_and_says_why() -> None:
    done = subprocess.run([sys.executable, "-OO", "-c", "from ice_subpoenas import load"], cwd=ROOT,
                          capture_output=True, text=True, check=False)  # fmt: skip

    assert done.stderr.endswith("run Python without -OO\n")


HOSTILE = {
    "bytes": bytes(range(256)),
    "deep": b"[[quotes]]\na = " + b"[" * 3000 + b"]" * 3000,
    "deep tables": b"[" + b".".join([b"a"] * 3000) + b"]\nb = 1",
    "long key": b"[[quotes]]\n" + b"k" * 2_000_000 + b" = 1\n",
    "formula": b'[[agencies]]\nagency_id = "=cmd()"\nname = "=cmd()"\n',
    "override": '[[agencies]]\nagency_id = "a\u202eb"\n'.encode(),
    "types": b"[[quotes]]\nquote_id = 1\nsaid = 3\nchain = [1]\nabsent = []\n[phrases]\nx = 1\n",
    "rows": b"quotes = 1\nagencies = [1]\n[[readings]]\nrows = 1\n",
    "dates": b"[[readings]]\nreviewed_on = 0001-01-01\nreading = 1979-05-27T07:32:00Z\n",
    "empty": b"",
}
CALLS = (
    ("check", "--format", "sarif"),
    ("fmt", "hostile.toml"),
    ("fmt", "--check"),
    ("new", "subpoenas"),
    ("cite", "s000", "two"),
    ("review", "--prune"),
)


TRIED = [
    pytest.param(
        words, name, id=f"{' '.join(words)}-{name}", marks=pytest.mark.slow if rest else ()
    )
    for n, words in enumerate(CALLS)
    for m, name in enumerate(HOSTILE)
    for rest in [(n + m + 2) % 3]
]
"""Every command with some of the files, and every file with some of the commands, in every run."""


@pytest.mark.parametrize(("words", "name"), TRIED)
def test_a_hostile_file_is_a_problem_and_never_a_traceback(
    tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    root = world.write(tmp_path)
    (root / "datasets/reviewed/hostile.toml").write_bytes(HOSTILE[name])
    called = call(root, *words)

    assert called.code in (0, 1, 2)
    assert "\x1b" not in called.out + called.err
    assert "\u202e" not in called.out + called.err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    st.sampled_from(["new", "cite", "explain", "changes", "fmt"]),
    st.lists(st.text(max_size=12), max_size=3),
)
def test_any_words_end_in_an_exit_code(tmp_path: Path, name: str, words: list[str]) -> None:
    root = tmp_path / "root"
    if not root.is_dir():
        world.write(root)

    assert call(root, name, *words).code in (0, 1, 2)
