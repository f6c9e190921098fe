"""Parquet files damaged by chance, and every command that reads tables of others."""

from __future__ import annotations

import contextlib
import io
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from calling import call
from ice_subpoenas import cli
from ice_subpoenas.published import names

Bytes = Callable[[random.Random, bytearray], bytes]


def _flipped(chance: random.Random, content: bytearray) -> bytes:
    for _ in range(chance.choice((1, 3, 20))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _emptied(chance: random.Random, content: bytearray) -> bytes:
    at = chance.randrange(len(content) - 50)
    content[at : at + 50] = bytes(50)
    return bytes(content)


def _in_the_footer(chance: random.Random, content: bytearray) -> bytes:
    content[len(content) - chance.randrange(8, 400)] = chance.randrange(256)
    return bytes(content)


DAMAGES: dict[str, Bytes] = {
    "bits flipped": _flipped,
    "cut short": lambda chance, content: bytes(content[: chance.randrange(len(content))]),
    "fifty bytes of zero": _emptied,
    "written twice": lambda _, content: bytes(content + content),
    "a byte of the footer": _in_the_footer,
}
SOME, MORE = (1, 1), (2, 31)
"""Seed and number of tables, of every run of the tests and of a long one."""
READERS = ("check --tables", "check", "page", "trace", "changes", "verify")
QUICK = ("check --tables", "trace", "changes")
"""What reads a damaged table in every run; the others do the same before and after."""


def damaged(place: Path, seed: int, number: int) -> Iterator[str]:
    """Damage one table at a time, drawn by chance; it is whole again afterward."""
    chance = random.Random(seed)
    tables = sorted((place / names.FOLDER).glob("*.parquet"))
    for _ in range(number):
        path, how = chance.choice(tables), chance.choice(sorted(DAMAGES))
        whole = path.read_bytes()
        path.write_bytes(DAMAGES[how](chance, bytearray(whole)))
        yield f"{path.name}: {how}"
        path.write_bytes(whole)


def readers(root: Path, row_id: str, room: Path) -> dict[str, Callable[[], int]]:
    """The commands that read the published tables of a checkout; each gives its exit code."""
    place = root / "datasets"
    return {
        "check --tables": lambda: call(root, "check", "--tables", str(place / names.FOLDER)).code,
        "check": lambda: call(root, "check").code,
        "page": lambda: call(root, "page", str(room / "site")).code,
        "trace": lambda: _installed("trace", row_id, "--data", str(place)),
        "changes": lambda: _installed("changes", str(place), str(place)),
        "verify": lambda: _installed("verify", str(place)),
    }


def _installed(*words: str) -> int:
    """`ice-subpoenas WORDS`, in silence."""
    out: Sequence[io.StringIO] = (io.StringIO(), io.StringIO())
    with contextlib.redirect_stdout(out[0]), contextlib.redirect_stderr(out[1]):
        return cli.main(list(words))
