"""Links and other things in the way of what is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import system
from ice_subpoenas.published import names

InTheWay = Callable[[Path, Path], object]
"""Puts something in the way: given the folder of published files and a folder elsewhere."""


def _linked(name: str, to: str = "mine") -> InTheWay:
    def put(out: Path, elsewhere: Path) -> None:
        path = out / name
        if path.is_dir() and not path.is_symlink():
            path.rename(elsewhere / path.name)
        else:
            path.unlink(missing_ok=True)
        system.link(path, elsewhere / to)

    return put


def _tables(out: Path, elsewhere: Path) -> None:
    (out / names.FOLDER).rename(elsewhere / names.FOLDER)
    system.link(out / names.FOLDER, elsewhere / names.FOLDER)


def _folder(name: str) -> InTheWay:
    def put(out: Path, _: Path) -> None:
        (out / name).unlink(missing_ok=True)
        (out / name).mkdir()

    return put


def _piped(out: Path, _: Path) -> None:
    (out / names.FOLDER / "quotes.parquet").unlink()
    system.pipe(out / names.FOLDER / "quotes.parquet")


REFUSED: dict[str, tuple[InTheWay, str]] = {
    "the folder of tables is a link": (_tables, "is a link"),
    "the lock is a link": (_linked(".lock"), "cannot be opened"),
    "a folder in the place of a file": (_folder("overview.csv"), "is a folder where"),
    "a folder in the place of the mark": (_folder(names.MOVING), "is a folder where"),
}
"""What a build refuses, with what it says; nothing has moved then."""

REPLACED: dict[str, InTheWay] = {
    "a link in the place of a table": _linked(f"{names.FOLDER}/quotes.parquet"),
    "a link in the place of the DuckDB file": _linked(names.DATABASE),
    "a link in the place of the list": _linked(names.SUMS),
    "a link in the place of the mark": _linked(names.MOVING),
    "a link that leads nowhere": _linked("overview.csv", "nowhere"),
    "a link called as a staging folder": _linked(".staging-x", "."),
    "a pipe in the place of a table": _piped,
}
"""What a build puts its own file in the place of, without following it."""
