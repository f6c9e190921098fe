"""Ask for the address of every source, and record the answers in `links.toml`.

The command uses your own network, without a proxy. It sends at most one request a second to a
host, obeys robots.txt, and asks nothing inside a private network. It sends HEAD first, and GET if
HEAD fails. It also asks the Wayback Machine for a copy of each page. Answers are saved in
`.links.jsonl` as they come, so an interrupted run continues where it stopped.

The exit code is 1 if a page is gone and no copy of it is known.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urlsplit

from check import stages
from ice_subpoenas.plain import safe
from ice_subpoenas.prose.known import grouped
from ice_subpoenas.sql import nearest
from links import reach, record
from links.record import Asked, Found
from links.report import FORMATS as FORMATS
from links.report import report
from links.robots import Robots
from links.web import NoAnswer, Web
from locking import only_writer
from printing import Refusal, as_count, as_day

EXAMPLE = "python build links --only s146 s147"
NAME = "ice-subpoenas-links"
MOST_FAILURES = 3  # in a row, after which the archive is left alone
MOST_UNREACHED = 8  # in a row, of different hosts: then it is our own network that is gone


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--only", nargs="+", metavar="SOURCE", help="ids of sources, such as s146")
    parser.add_argument("--limit", type=as_count, metavar="N", help="ask for at most N addresses")
    parser.add_argument("--day", type=as_day, help="today (default: the day each server gives)")
    parser.add_argument("--contact", type=_contact, help="where sites can reach you, told to them")
    parser.add_argument("--no-archive", action="store_true", help="look for no archived copies")


def _contact(text: str) -> str:
    if not text.isascii() or not text.isprintable() or len(text) > 200:
        raise argparse.ArgumentTypeError("give an address in plain ASCII, at most 200 characters")
    return text


def run(args: argparse.Namespace) -> int:
    """Ask, record, and print a report."""
    with only_writer(args.root):
        sound = stages.read(args.root)
        if not isinstance(sound, stages.Sound):
            raise Refusal("the files cannot be read; run `python build check` and mend them first")
        every = record.addresses(sound.written)
        current = _Run(args, _chosen(every, args.only))
        found = current.answers()
        rows = record.merged(record.recorded(sound.written), found, every)
        if rows:
            path = record.save(args.root, rows)
            _say(f"written: {path.relative_to(args.root).as_posix()}")
        current.end()
    shown = [rows[each.link_id] if each.checked_on else each for each in found]
    print(report(shown, args.format))
    if current.is_interrupted:
        return 130
    if current.is_cut_off:
        raise Refusal(
            f"the last {MOST_UNREACHED} addresses could not be reached: is there a network? "
            "Nothing of them is recorded"
        )
    return int(any(each.is_lost and each.archived_url is None for each in shown))


def _chosen(every: Sequence[Asked], only: Sequence[str] | None) -> list[Asked]:
    """The addresses of the sources that are named; of all if none is."""
    if only is None:
        return list(every)
    known = {each.source_id for each in every}
    for name in only:
        if name not in known:
            guess = nearest(name, known, "the table `sources` lists those with an address")
            raise Refusal(f"no source with an address is called {safe(name[:80])!r}; {guess}")
    return [each for each in every if each.source_id in only]


@dataclass
class _Run:
    """One run: what is asked for, in which order, and how far it came."""

    args: argparse.Namespace
    chosen: Sequence[Asked]
    found: list[Found] = field(default_factory=list)
    unreached: list[Found] = field(default_factory=list)
    is_interrupted: bool = False
    n_left: int = 0

    @property
    def state(self) -> Path:
        """The file of answers so far; a run on named sources has none and heeds none."""
        return Path(self.args.root) / record.STATE

    @property
    def is_cut_off(self) -> bool:
        """Whether so many addresses in a row were out of reach that it must be our network."""
        return len(self.unreached) >= MOST_UNREACHED

    def answers(self) -> list[Found]:
        """The answers of the run before, if it was not complete, and those of this one."""
        self.found = [] if self.args.only else self._before()
        done = {each.link_id for each in self.found}
        left = [each for each in spread(self.chosen) if each.link_id not in done]
        asked = left[: self.args.limit]
        try:
            self._ask(asked)
        except KeyboardInterrupt:
            self.is_interrupted = True
        self.n_left = len(done) + len(left) - len(self.found)
        return self.found

    def _ask(self, asked: Sequence[Asked]) -> None:
        """Ask; an address out of reach is kept once another server has answered, or at the end."""
        for number, each in enumerate(_checked(self.args, asked), 1):
            _say(f"{number}/{len(asked)} {_progress(each)}")
            self.unreached.append(each)
            if each.is_reached:
                self._keep()
            elif self.is_cut_off:
                return
        self._keep()

    def _keep(self) -> None:
        for each in self.unreached:
            if not self.args.only:
                record.note(self.state, each)
        self.found += self.unreached
        self.unreached = []

    def _before(self) -> list[Found]:
        addresses = {each.link_id: each.address for each in self.chosen}
        noted = record.noted(self.state)
        found = [each for each in noted if addresses.get(each.link_id) == each.address]
        if found:
            _say(f"going on: {len(found)} are in {record.STATE}; remove it to begin anew")
        return found

    def end(self) -> None:
        """Say how to go on, or forget the answers of a complete run."""
        if self.n_left and not self.args.only:
            left = "1 address is" if self.n_left == 1 else f"{self.n_left} addresses are"
            _say(f"{left} left: run the same command to go on")
        elif not self.args.only:
            self.state.unlink(missing_ok=True)


def spread(asked: Iterable[Asked]) -> list[Asked]:
    """Addresses in an order in which those of one host stand far apart."""
    hosts = grouped(asked, lambda each: urlsplit(each.address).hostname)
    return [each for group in zip_longest(*hosts.values()) for each in group if each]


def _progress(found: Found) -> str:
    told = (found.outcome, found.http_status, safe(found.address), found.why and safe(found.why))
    return " ".join(str(each) for each in told if each is not None)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


# --- asking ---------------------------------------------------------------------------------------


def _checked(args: argparse.Namespace, asked: Iterable[Asked]) -> Iterator[Found]:
    agent = f"{NAME} (+{args.contact})" if args.contact else NAME
    checker = Checker(Web(agent), None if args.no_archive else reach.ARCHIVE)
    for each in asked:
        yield checker.check(each, args.day)


@dataclass
class Checker:
    """Asks for addresses; each once, however many sources have it."""

    web: Web
    archive: str | None
    known: dict[str, Found] = field(default_factory=dict)
    n_failures: int = 0

    def __post_init__(self) -> None:
        self.robots = Robots(self.web, NAME)

    def check(self, asked: Asked, day: date | None = None) -> Found:
        """What comes of an address, and the copy of it that the archive has."""
        if asked.address not in self.known:
            self.known[asked.address] = reach.reach(self.web, self.robots, asked, date.today())
        found = self.known[asked.address]
        copy, is_archive_known = self._copy(asked)
        return replace(
            found,
            link_id=asked.link_id,
            source_id=asked.source_id,
            archived_url=copy,
            checked_on=day or found.checked_on,
            is_archive_known=is_archive_known,
        )

    def _copy(self, asked: Asked) -> tuple[str | None, bool]:
        """The archived copy, and whether the archive said so; left alone where it keeps failing."""
        if self.archive is None or self.n_failures >= MOST_FAILURES:
            return None, False
        try:
            copy = reach.archived(self.web, asked.address, asked.read_on, self.archive)
        except NoAnswer as error:
            self.n_failures += 1
            _say(f"the archive: {error}")
            return None, False
        self.n_failures = 0
        return copy, True
