"""Somebody who answers: at a terminal what a command asks, and in a draft its questions."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


def answers(monkeypatch: pytest.MonkeyPatch, *words: str) -> Iterator[str]:
    """Let a command find a terminal at which these words are typed; what is left of them."""
    left = iter(words)

    def typed(prompt: str = "") -> str:
        print(prompt, end="")
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", typed)
    return left


OFFER = re.compile(r"^(?: *# \? .*\n)+ *# (?P<row>\{ table = .*)$", re.M)
"""Questions with the row that they offer."""


def above(text: str, words: str) -> str:
    """The questions directly above the one line of a file that has some words."""
    lines = text.splitlines()
    (at,) = [n for n, line in enumerate(lines) if words in line and "# ? " not in line]
    first = at
    while first and lines[first - 1].lstrip().startswith("# ? "):
        first -= 1
    return "\n".join(line.strip().removeprefix("# ? ") for line in lines[first:at])


def kept(text: str) -> str:
    """The words of a file, with every row that it offers."""
    return OFFER.sub(r"    \g<row>", text)


def answered(root: Path, folder: Path) -> Path:
    """A copy of a checkout in which every question got the obvious answer, and no offer is kept."""
    copy = Path(shutil.copytree(root, folder / "checkout"))
    for file in (copy / "datasets/reviewed").rglob("*.toml"):
        text = re.sub(r"(?m)^ *# \{ table = .*\n", "", file.read_text("utf-8"))
        file.write_text(re.sub(r" *# \? .*", "", text), "utf-8")
    return copy
