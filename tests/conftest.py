"""Fixtures that several tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import sample
from publish import files

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")  # the same cases everywhere; no machine is too slow


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest tests/test_published.py --published FOLDER` judge any release."""
    parser.addoption(
        "--published", type=Path, help="judge this folder instead of one made from invented rows"
    )
    parser.addoption("--all", action="store_true", help="run the long tests and the clients too")


LONG = {
    "slow": "takes long",
    "clients": "installs another program",
    "croissant": "installs mlcroissant",
    "cluster": "starts a cluster",
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip, and say so, what takes long or needs more than the extra `dev`, unless `--all`."""
    if config.getoption("--all"):
        return
    for item in items:
        for marker in item.iter_markers():
            if marker.name in LONG:
                why = f"{LONG[marker.name]}: run it with `pytest --all`"
                item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture
def rows() -> sample.Rows:
    """A fresh copy of the invented dataset, to change at will."""
    return sample.rows()


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the invented dataset, in a folder that no test changes."""
    out = tmp_path_factory.mktemp("datasets")
    files.write(sample.rows(), out)
    return out


@pytest.fixture(scope="session")
def published(request: pytest.FixtureRequest) -> Path:
    """The published files to judge: those of `--published`, else the invented ones."""
    given: Path | None = request.config.getoption("--published")
    invented: Path = given.resolve() if given else request.getfixturevalue("invented")
    return invented
