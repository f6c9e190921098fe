"""Do what CONTRIBUTING.md tells a newcomer to do, in a copy, and compare or renew what it prints.

`python build/walkthrough.py --write` renews. In a document, `$` lines of a `console` block are run
and what follows them is their output. A comment above another block says what the block is:
`<!-- write FILE -->` its text is the file, `<!-- change FILE -->` its `-` lines become its `+`
lines, `<!-- add FILE -->` its text is added at the end, `<!-- shown FILE TABLE/ROW -->` it is a row
as it stands in a reviewed file, with a note on every line. `<!-- next s005 s272 -->` names the ids
that the document gives to a new text and a new cited document; they are renewed where others took
them.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import tomli

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("CONTRIBUTING.md", "docs/new-subpoena.md")
SECONDS = 60  # that a command may take

BLOCK = re.compile(
    r"(?:^<!-- (?P<what>write|change|add|shown) (?P<target>[^\n]+) -->\n+)?"
    r"^```(?P<language>\w+)\n(?P<body>.*?)^```$",
    re.M | re.S,
)
VARYING = re.compile(
    r"(?<=:)\d+(?=:)|\d+(?= rows in)|(?<=rows in )\d+|\bs\d{3}\b"
    r"|(?<=  \[)[a-z-]+(, \d+% right)?(?=\]$)",
    re.M,
)
"""What other changes move: lines, counts of rows, free ids of sources, rules of the script."""

NEXT = re.compile(r"<!-- next (?P<held>s\d{3}) (?P<cited>s\d{3}) -->")

NOTES = {
    "subpoena_id": "the row's id, which is never used for anything else",
    "act_id": "the act of issue or service that it is a part of",
    "days_to_respond": "the fact",
    "source": "the text: seeds/002_….txt",
    "words": "a passage of it, letter for letter, that stands there once",
    "cells": "the shortest words in it that give the fact: the check makes 3 of them again",
}
"""What each line of the row that is shown says."""


class FailedError(Exception):
    """A step of a document that cannot be carried out as written."""


@dataclass
class Walk:
    """A walk through one document: the folder that its commands have reached."""

    root: Path
    folder: Path

    def block(self, found: re.Match[str]) -> str:
        """Carry out a block; the block as it should be."""
        body = found["body"]
        if found["what"] == "shown":
            body = shown(self.root, *found["target"].split())
        elif found["what"]:
            self._edit(found["what"], found["target"], body)
        elif found["language"] == "console":
            body = self._commands(body)
        start = found.start("body") - found.start()
        return found[0][:start] + body + "```"

    def _edit(self, what: str, target: str, body: str) -> None:
        path = (self.folder / target).resolve()
        if not path.is_relative_to(self.root.parent):
            raise FailedError(f"{target} lies outside the copy")
        path.parent.mkdir(parents=True, exist_ok=True)
        if what == "write":
            path.write_text(body, "utf-8", newline="\n")
        elif what == "add":
            path.write_text(path.read_text("utf-8") + "\n" + body, "utf-8", newline="\n")
        else:
            path.write_text(changed(path.read_text("utf-8"), body, target), "utf-8", newline="\n")

    def _commands(self, body: str) -> str:
        commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
        return "".join(f"$ {command}\n{self._printed(command)}" for command in commands)

    def _printed(self, command: str) -> str:
        """What a command prints, on whichever stream; `cd` moves the walk."""
        if command.startswith("cd "):
            self.folder = (self.folder / shlex.split(command)[1]).resolve()
            return ""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
            check=False,
        )
        return done.stdout.decode("utf-8")

    def _environment(self) -> dict[str, str]:
        """The Python that runs this, the package of the copy, and a person known to git."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        people = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", "A newcomer"), ("EMAIL", "newcomer@example.org"))
        }
        settings = {
            "PATH": path,
            "PYTHONPATH": str(self.root / "schema"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "NO_COLOR": "1",
        }
        return os.environ | people | settings


def changed(text: str, difference: str, name: str) -> str:
    """The text with a run of `-` lines, which stands in it once, replaced by the `+` lines.

    >>> changed("a\\nb\\nc\\n", "-b\\n+d\\n", "x.toml")
    'a\\nd\\nc\\n'
    """
    lines = difference.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in "- ")
    new = "".join(line[1:] for line in lines if line[0] in "+ ")
    places = [found.start() for found in re.finditer(f"(?m)^{re.escape(old)}", text)]
    if len(places) != 1:
        raise FailedError(f"{name} holds this {len(places)} times: {old}")
    return text[: places[0]] + new + text[places[0] + len(old) :]


def shown(root: Path, file: str, row: str) -> str:
    """A row as it stands in a reviewed file, with a note above every line."""
    table, _, row_id = row.partition("/")
    text = (root / file).read_text("utf-8")
    for block in re.split(rf"(?m)^(?=\[\[{table}\]\]$)", text):
        block = re.split(r"\n\n", block)[0] + "\n"
        if block.startswith(f"[[{table}]]") and row_id in str(tomli.loads(block)):
            return "".join(map(_noted, block.splitlines()))
    raise FailedError(f"{file} holds no block of {row}")


def _noted(line: str) -> str:
    key = line.partition(" = ")[0]
    if line.startswith("["):
        return f"{line}\n"
    if key not in NOTES:
        raise FailedError(f"build/walkthrough.py has no note on {key}")
    return f"# {NOTES[key]}\n{line}\n"


def copied(root: Path, to: Path) -> Path:
    """A repository of its own with the files of this checkout, committed; its folder."""
    listed = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        source, target = root / name, to / name
        if source.is_file() and not source.is_symlink():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    walk = Walk(to, to)
    for command in ("git init --quiet -b main", "git add --all", "git commit --quiet -m Begin"):
        walk._printed(command)
    return to


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def walked(root: Path, room: Path, name: str) -> tuple[str, str]:
    """A document of a checkout, and what it says when it is walked through in a new copy."""
    copy = copied(root, room / "ice-subpoenas")
    walk = Walk(copy, copy)
    text = (root / name).read_text("utf-8")
    return text, BLOCK.sub(walk.block, renumbered(text, copy))


def renumbered(text: str, root: Path) -> str:
    """The document with the ids that are free in this checkout."""
    found = NEXT.search(text)
    if found is None:
        return text
    files = (root / "datasets" / "reviewed").rglob("*.toml")
    named = "".join(path.read_text("utf-8") for path in files)
    numbers = [int(each) for each in re.findall(r'(?m)^source_id = "s(\d{3})"', named)]
    for old, first, beyond in ((found["held"], 0, 100), (found["cited"], 100, 1000)):
        free = max((each for each in numbers if first <= each < beyond), default=first - 1) + 1
        text = re.sub(rf"(?<![a-z\d])(s?){old[1:]}(?!\d)", rf"\g<1>{free:03}", text)
    return text


def same(text: str) -> str:
    """The text without what other rows move."""
    return VARYING.sub("N", text)


def main(argv: list[str] | None = None) -> int:
    """Walk through every document; print which are out of date, or renew them."""
    parser = argparse.ArgumentParser(prog="python build/walkthrough.py", description=main.__doc__)
    parser.add_argument("--write", action="store_true", help="renew the documents")
    args = parser.parse_args(argv)
    stale = 0
    for name in DOCUMENTS:
        with tempfile.TemporaryDirectory() as room:
            old, new = walked(ROOT, Path(room).resolve(), name)
        if args.write and old != new:
            (ROOT / name).write_text(new, "utf-8", newline="\n")
        if same(old) != same(new):
            stale += not args.write
            print(f"{name}: {'renewed' if args.write else 'out of date'}")
    return int(stale > 0)


if __name__ == "__main__":
    sys.exit(main())
