"""The real rows as published files and as a release, for tests to open and to spoil a copy of.

A test module that needs these fixtures says `pytest_plugins = ["publishing"]`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

import releasing
import world
from asking import Changed, Con, in_memory
from calling import Called, elsewhere
from check import stages
from faults import kills
from forging import Tables
from ice_subpoenas.published import files


@pytest.fixture(scope="session")
def tables(checked: stages.Checked) -> Tables:
    """Every table of this checkout, as the check makes it; it must find nothing wrong."""
    assert [str(problem) for problem in checked.problems] == []
    return checked.tables()


@pytest.fixture(scope="session")
def published(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published files of these rows; no test changes them."""
    place = tmp_path_factory.mktemp("published")
    files.write(tables, place)
    return place


@pytest.fixture(scope="session")
def opened(published: Path) -> Iterator[Con]:
    """These tables and all views in memory."""
    with in_memory(published) as con:
        yield con


@pytest.fixture
def db(opened: Con) -> Iterator[Con]:
    """The tables in memory; what a test changes is undone."""
    opened.begin()
    yield cast(Con, Changed(opened))
    opened.rollback()


@pytest.fixture(scope="session")
def release(tables: Tables, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a release of these rows, its archive beside it; no test changes them."""
    with kills.making(published):
        return releasing.make(tmp_path_factory.mktemp("releases") / "out", tables)


@pytest.fixture
def released(release: Path, tmp_path: Path) -> Path:
    """The release again, to spoil."""
    return Path(shutil.copytree(release, tmp_path / release.name))


# --- a tiny checkout, for what needs no real rows ---------------------------------------------


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Called]:
    """A tiny checkout after a build, and what the build said; no test changes it.

    The process had another seed of hashes, time zone and locale than this one.
    """
    root = world.write(tmp_path_factory.mktemp("built") / "w")
    return root, elsewhere(root, PYTHONHASHSEED="2", TZ="Asia/Kathmandu", LC_ALL="C")


@pytest.fixture(scope="session")
def small(tiny: stages.Checked) -> Tables:
    """The tables of a tiny checkout, of which releases are made and compared quickly."""
    assert tiny.problems == ()
    return tiny.tables()


@pytest.fixture(scope="session")
def little(small: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published files of the tiny checkout; no test changes them."""
    place = tmp_path_factory.mktemp("little")
    files.write(small, place)
    return place


@pytest.fixture(scope="session")
def first(small: Tables, little: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first release of the tiny checkout, its archive beside it; no test changes them."""
    with kills.making(little):
        return releasing.make(tmp_path_factory.mktemp("first") / "out", small)


@pytest.fixture
def spare(little: Path, tmp_path: Path) -> Path:
    """The published files of the tiny checkout again, to spoil."""
    return Path(shutil.copytree(little, tmp_path / "spare"))
