"""What several tests share: which tests are long, and the checked rows of this checkout."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import world
from check import stages
from ice_subpoenas.lean import rarely_collected
from ice_subpoenas.published import database, names
from remembered import copied, read_once, remembered

settings.register_profile("same", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("same")  # the same cases everywhere; no machine is too slow

LONG = {
    "slow": "takes long",
    "browser": "needs Chromium",
    "clients": "installs another program",
    "cluster": "starts a cluster",
}


gc.disable()  # what is imported stays; to look through it again and again takes seconds


def pytest_collection_finish() -> None:
    """Collect garbage again, as seldom as commands do, and leave alone all that was imported."""
    gc.freeze()
    atexit.register(_let_go)
    rarely_collected()
    gc.enable()


def _let_go() -> None:
    """Let objects go at the end, as every program does: what was frozen, and what Hypothesis's
    watch over the collector holds, which is all modules and so objects of DuckDB."""
    gc.unfreeze()
    gc.callbacks.clear()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --all` runs the long tests too, `--long` only those."""
    parser.addoption("--all", action="store_true", help="run the long tests and the clients too")
    parser.addoption("--long", action="store_true", help="run the tests marked slow or browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip, and say so, what takes long or needs more than the extra `dev`, unless asked for."""
    if config.getoption("--all"):
        return
    is_long = config.getoption("--long")
    wanted = {"slow", "browser"} if is_long else set()
    chosen, others = list[pytest.Item](), list[pytest.Item]()
    for item in items:
        marks = {marker.name for marker in item.iter_markers()} & LONG.keys()
        (others if is_long and not marks else chosen).append(item)
        if marks - wanted:
            why = f"{LONG[min(marks - wanted)]}: run it with `pytest --all`"
            item.add_marker(pytest.mark.skip(reason=why))
    config.hook.pytest_deselected(items=others)
    items[:] = chosen


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much work the run was; the time that pytest tells depends on what else runs."""
    work = sum(os.times()[:4])
    terminalreporter.write_line(f"{work:.0f} seconds of CPU, programs that tests start included")


@pytest.fixture(scope="session", autouse=True)
def _remembering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every test shares the checks of tiny checkouts, the declared tables, and those it reads."""
    empty = tmp_path_factory.mktemp("empty")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "run", remembered(stages.run))
        patch.setattr(database, "declare", copied(database.declare, empty))
        patch.setattr(names, "read_all", read_once(names.read_all))
        yield


@pytest.fixture(scope="session")
def checked() -> stages.Checked:
    """This checkout, checked once; whoever changes something takes a copy."""
    return stages.run(Path(__file__).parents[1])


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> stages.Checked:
    """The tiny world, checked once; whoever changes something takes a copy."""
    return stages.run(world.write(tmp_path_factory.mktemp("tiny")))
