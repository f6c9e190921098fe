"""What a watch tells after each save: what a check tells that knows of no watch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import world
from calling import call
from check import checkout
from reviewed.form import formatted

ACT = "datasets/reviewed/acts/tamarack-1.toml"
WAITING = "… waiting for a file to be saved (Ctrl-C ends)"


def told(lines: Iterable[str]) -> list[str]:
    """The lines without how long anything took, and without what is left to do."""
    plain = (re.sub(r" \(\d+\.\d s\)", "", line) for line in lines)
    return [line for line in plain if "one command is left" not in line]


def test_after_each_save_a_watch_tells_what_a_fresh_check_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = world.write(tmp_path / "checkout")
    sound = formatted((root / ACT).read_text("utf-8"))
    unruly = sound.replace('"administrative_subpoena", ', '"no_instrument", ')
    versions = [sound, unruly, f"{sound}[[", sound]
    saved, fresh = iter(versions), []
    for text in versions:
        world.put(root / ACT, text.encode())
        fresh.append(told(call(root, "check").out.splitlines()))

    def save(_: float) -> None:
        """What happens while the watch sleeps: a save, or at the end an interruption."""
        if (text := next(saved, None)) is None:
            raise KeyboardInterrupt
        world.put(root / ACT, text.encode())

    monkeypatch.setattr("time.sleep", save)
    with pytest.raises(KeyboardInterrupt):
        checkout.watch(root)
    first, *reports = capsys.readouterr().out.split(f"{WAITING}\n")[:-1]

    assert [told(report.splitlines()) for report in reports] == fresh
    assert told(first.splitlines()) == fresh[-1]
    assert len({str(each) for each in fresh}) == 3
