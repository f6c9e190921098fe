"""Somebody at a terminal who answers what a command asks."""

from __future__ import annotations

import sys
from collections.abc import Iterator

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
