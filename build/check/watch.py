"""Check again whenever a file is saved: at once what it concerns, everything in another process.

No file that is saved waits for a check of everything. Both processes keep what they read of files
that stay the same, which is half of a check.
"""

import signal
import stat
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from check import checkout, part, stages, telling
from ice_subpoenas import lean
from ice_subpoenas.plain import safe
from ice_subpoenas.problem import Problem
from printing import Refusal
from reviewed.paths import FOLDER

FEW = 5  # files that are checked by themselves when they are saved
SOON = 0.1  # seconds between two looks at the files
SPAWN = get_context("spawn")  # threads of pyarrow do not survive a fork


def watch(root: Path) -> NoReturn:
    """Say what is wrong, and again after each change, until interrupted."""
    seen = _stamps(root)
    whole = Whole(root)
    list(saved(root, sorted(seen, key=lambda path: seen[path])[-1:]))  # reads all files beside it
    while True:
        now = _stamps(root)
        if changed := [p for p in now.keys() | seen.keys() if now.get(p) != seen.get(p)]:
            seen = now
            for line in saved(root, changed):
                print(line, flush=True)
            whole.ask()
        elif lines := whole.report():
            print(*lines, "… waiting for a file to be saved (Ctrl-C ends)", sep="\n", flush=True)
        time.sleep(SOON)


def saved(root: Path, changed: Collection[Path]) -> Iterator[str]:
    """The first report on files that were saved: problems in them, as soon as a stage tells any.

    Only the report on everything, which follows, is complete.
    """
    begun = time.monotonic()
    names = sorted(path.relative_to(root).as_posix() for path in changed)
    shown = safe(", ".join(names)) if len(names) <= FEW else f"{len(names)} files"
    told, n = list[Problem](), 0
    for checked in _stages(root, changed):
        new = [each for each in checked.problems if each not in told]
        told += new
        lines = checkout.lines(new)
        yield from lines
        n, (done, _) = n + telling.counted(lines), checkout.reached(checked)
        said = f"{n} problem{'s' * (n > 1)}" if n else "no problems"
        seconds = time.monotonic() - begun
        yield f"{shown}: {said} so far in {done} ({seconds:.1f} s); more may follow"


def _stages(root: Path, changed: Collection[Path]) -> Iterator[stages.Checked]:
    """What the stages of a check find in files that were saved; of many files, only their form."""
    own = [
        path.relative_to(root / FOLDER) for path in changed if path.is_relative_to(root / FOLDER)
    ]
    sound = stages.read(root, past=False)
    if not isinstance(sound, stages.Sound):
        yield stages.of_files(sound)
    elif 0 < len(own) <= FEW:
        yield from part.check(sound, frozenset(path.as_posix() for path in own))
    else:
        yield stages.of_files(())


def _stamps(root: Path) -> dict[Path, int]:
    """When each reviewed file and each text was last changed."""
    files = [*(root / FOLDER).rglob("*.toml"), *(root / "seeds").glob("*")]
    found = {}
    for path in files:
        with suppress(FileNotFoundError):  # a file may go while one looks
            if stat.S_ISREG((now := path.stat()).st_mode):
                found[path] = now.st_mtime_ns
    return found


class Whole:
    """A process that checks everything when asked, beginning with its start."""

    def __init__(self, root: Path) -> None:
        self._asked = 0
        self._pipe, its = SPAWN.Pipe()
        interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for this process
        SPAWN.Process(target=_work, args=(root, its), daemon=True).start()
        signal.signal(signal.SIGINT, interrupted)
        its.close()
        self.ask()

    def ask(self) -> None:
        """Check the files as they are now; what was asked before need not be told any more."""
        self._asked += 1
        with _told_of_its_end():
            self._pipe.send(self._asked)

    def report(self) -> list[str]:
        """The report on what was asked last; nothing while it is not there, and only once."""
        while self._pipe.poll():
            with _told_of_its_end():
                number, lines = self._pipe.recv()
            if isinstance(lines, Exception):
                raise lines
            if number == self._asked:
                return list(lines)
        return []


@contextmanager
def _told_of_its_end() -> Iterator[None]:
    """Say that the other process has ended, if it has."""
    try:
        yield
    except (EOFError, ConnectionError):
        message = "the process that checks everything has ended; start the watch again"
        raise Refusal(message) from None


def _work(root: Path, pipe: Connection) -> None:
    """Check everything as often as asked, until the process that asks has ended."""
    lean.rarely_collected()
    lean.without_pandas()
    with suppress(EOFError, BrokenPipeError):
        while True:
            number = pipe.recv()
            while pipe.poll():
                number = pipe.recv()
            try:
                told: list[str] | Exception = checkout.everything(root)
            except (OSError, MemoryError) as error:
                told = error
            pipe.send((number, told))
