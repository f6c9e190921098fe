"""Every command that a document names exists, takes --help, and has the options that are shown."""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import cli
import system
from calling import ROOT, call
from ice_subpoenas import cli as installed

PLACES = ("*.md", "docs/*.md", ".github/**/*.md", ".github/ISSUE_TEMPLATE/*.yml")
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix() for place in PLACES for path in ROOT.glob(place)
)
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.M | re.S)
NAMED = re.compile(
    r"(?:^|[`$/] ?)(?P<program>python build|ice-subpoenas)(?=[ `]|$)(?P<words>[^`\n|#&]*)", re.M
)
SAMPLE = """\
`python build` and `python build new TABLE`, not `build/x.py` or python build check:
```console
$ python build fmt --check acts/a.toml | head
$ ice-subpoenas verify FOLDER --expect X
git clone . ice-subpoenas
```
"""


def named(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Program, command and options of every call that stands in code."""
    return [
        (found["program"], *_parts(found["words"].split()))
        for code in CODE.findall(text)
        for found in NAMED.finditer(code)
    ]


def _parts(words: list[str]) -> tuple[str, tuple[str, ...]]:
    command = words[0] if words and not words[0].startswith("-") else ""
    return command, tuple(word.partition("=")[0] for word in words if word.startswith("--"))


@cache
def helped(name: str, command: str) -> str | None:
    """What the command prints for --help; null when there is no such command."""
    words = [command, "--help"] if command else ["--help"]
    if name == "python build":
        called = call(ROOT, *words)
        return called.out if called.code == 0 and command in ("", *cli.COMMANDS) else None
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            installed.main(words)
        except SystemExit as stop:
            return out.getvalue() if stop.code == 0 else None
    return None


def test_calls_are_found_in_code_and_nowhere_else() -> None:
    assert named(SAMPLE) == [
        ("python build", "", ()),
        ("python build", "new", ()),
        ("python build", "fmt", ("--check",)),
        ("ice-subpoenas", "verify", ("--expect",)),
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_a_document_names_exists(document: str) -> None:
    calls = named((ROOT / document).read_text("utf-8"))
    missing = [f"{name} {command}" for name, command, _ in calls if helped(name, command) is None]

    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_option_that_a_document_shows_is_one_of_its_command(document: str) -> None:
    wrong = [
        f"{name} {command} {option}"
        for name, command, options in named((ROOT / document).read_text("utf-8"))
        for option in options
        if option not in (helped(name, command) or option)
    ]

    assert wrong == []


def test_the_documents_name_most_commands() -> None:
    text = "".join((ROOT / document).read_text("utf-8") for document in DOCUMENTS)
    known = {command for name, command, _ in named(text) if name == "python build"}

    assert {"check", "new", "cite", "fmt", "explain", "changes", "review", "release"} <= known


def test_the_ways_to_have_a_name_removed_agree() -> None:
    """README, CONTRIBUTING and the form lead to the same private way, and nothing asks a reason."""
    for document in ("README.md", "CONTRIBUTING.md", ".github/ISSUE_TEMPLATE/name-removal.yml"):
        text = (ROOT / document).read_text("utf-8")
        assert "SECURITY.md" in text
    assert "No reason is needed" in " ".join((ROOT / "SECURITY.md").read_text("utf-8").split())


@pytest.mark.parametrize(
    ("word", "meant"), [("trace", "ice-subpoenas trace"), ("chekc", "python build check")]
)
def test_a_wrong_word_leads_to_the_command_that_was_meant(word: str, meant: str) -> None:
    assert f"did you mean `{meant}`?" in call(ROOT, word).err


# --- Ctrl-C -----------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("Query interrupted")])
def test_an_interruption_is_quiet_also_while_the_database_is_at_work(
    error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "_carried_out", interrupted)
    monkeypatch.setattr("ice_subpoenas.tracing.ask.trace", interrupted)

    assert cli.main(["check"]) == 130
    assert installed.main(["trace", "tamarack-1"]) == 130
    assert capsys.readouterr() == ("", "")


def _heeds_interruptions() -> None:
    """Let a new process hear Ctrl-C, which it would ignore if the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


INTERRUPTED = ("build check", "build draft x", "build page", "-m ice_subpoenas.cli trace denver-1")


@system.needs_posix
@pytest.mark.parametrize("words", INTERRUPTED)
def test_an_interruption_while_modules_are_imported_is_quiet_too(
    words: str, tmp_path: Path
) -> None:
    interrupted = "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(9)\n"
    (tmp_path / "duckdb.py").write_text(interrupted, "utf-8")
    paths = os.pathsep.join([str(tmp_path), str(ROOT / "schema")])

    done = subprocess.run(
        [sys.executable, *words.split()],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_heeds_interruptions,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_mistyped_installed_command_is_told_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert installed.main(["trce", "denver-1"]) == 2
    assert "did you mean 'trace'?" in capsys.readouterr().err
