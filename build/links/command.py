"""Request the address of every source, and record the answers in `links.toml`.

The command uses your own network, without a proxy. It sends at most one request a second to a
host, obeys robots.txt, never asks a private network, and reads no page. It also asks the Wayback
Machine for a copy of each page. An interrupted run records what it has found.

The exit code is 1 if a page is gone and no copy of it is known.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from urllib.parse import urlsplit

from check import stages
from ice_subpoenas.plain import safe
from ice_subpoenas.problem import nearest
from ice_subpoenas.prose.known import grouped
from links import reach, record
from links.record import FORMATS as FORMATS
from links.record import Asked, Found, report
from links.robots import Robots
from links.web import NoAnswer, Web
from locking import only_writer
from printing import Refusal, as_day

EXAMPLE = "python build links --only s146 s147"
NAME = "ice-subpoenas-links"
MOST_FAILURES = 3  # in a row, after which the archive is left alone
MOST_UNREACHED = 8  # if so many end a run, it is our own network that is gone


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--only", nargs="+", metavar="SOURCE", help="ids of sources, such as s146")
    parser.add_argument("--day", type=as_day, help="the day to record (default: today)")
    parser.add_argument("--contact", type=_contact, help="where sites can reach you; sent to them")
    parser.add_argument("--no-archive", action="store_true", help="do not look for archived copies")


def _contact(text: str) -> str:
    if not text.isascii() or not text.isprintable() or len(text) > 200:
        raise argparse.ArgumentTypeError("give an address in plain ASCII, at most 200 characters")
    return text


def run(args: argparse.Namespace) -> int:
    """Ask, record, and print a report."""
    with only_writer(args.root):
        sound = stages.readable(args.root)
        every = record.addresses(sound.written)
        chosen = spread(_chosen(every, args.only))
        found: list[Found] = []
        with suppress(KeyboardInterrupt):
            for each in _answers(args, chosen):
                found.append(each)
        found = _with_network(found)
        if chosen and not found:
            raise Refusal("no address could be reached: is there a network? Nothing is recorded")
        rows = record.merged(record.recorded(sound.written), found, every)
        if rows:
            path = record.save(args.root, rows)
            _say(f"written: {path.relative_to(args.root).as_posix()}")
    shown = [rows[each.link_id] for each in found]
    print(report(shown, args.format))
    is_lost = any(each.is_lost and each.archived_url is None for each in shown)
    return 130 if len(found) < len(chosen) else int(is_lost)


def _with_network(found: list[Found]) -> list[Found]:
    """What was asked before our own network was gone, as it is if many in a row end a run."""
    reached = max((n for n, each in enumerate(found, 1) if each.is_reached), default=0)
    return found if len(found) - reached < MOST_UNREACHED else found[:reached]


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


def spread(asked: Iterable[Asked]) -> list[Asked]:
    """Addresses in an order in which those of one host stand far apart."""
    hosts = grouped(asked, lambda each: urlsplit(each.address).hostname)
    return [each for group in zip_longest(*hosts.values()) for each in group if each]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


# --- asking ---------------------------------------------------------------------------------------


def _answers(args: argparse.Namespace, asked: Sequence[Asked]) -> Iterator[Found]:
    """Ask for each address, once however many sources have it, and say what came of it."""
    web = Web(f"{NAME} (+{args.contact})" if args.contact else NAME)
    robots, known, n_failures = Robots(web, NAME), dict[str, Found](), 0
    for number, each in enumerate(asked, 1):
        if each.address not in known:
            known[each.address] = reach.reach(web, robots, each)
        found = known[each.address]
        copy, is_known = None, False
        if not args.no_archive and n_failures < MOST_FAILURES:
            copy, is_known = _copy(web, each)
            n_failures = 0 if is_known else n_failures + 1
        told = (found.outcome, found.http_status, safe(found.address), safe(found.why or ""))
        _say(" ".join([f"{number}/{len(asked)}", *(str(said) for said in told if said)]))
        yield replace(
            found,
            link_id=each.link_id,
            source_id=each.source_id,
            archived_url=copy,
            checked_on=args.day or date.today(),
            is_archive_known=is_known,
        )


def _copy(web: Web, asked: Asked) -> tuple[str | None, bool]:
    """The copy of an address that the archive has, and whether the archive said so."""
    try:
        return reach.archived(web, asked.address, asked.read_on, reach.ARCHIVE), True
    except NoAnswer as error:
        _say(f"the archive: {error}")
        return None, False
