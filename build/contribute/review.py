"""Read a page: everything that the rows of one file take from one source, with its words.

Without a file, the command lists the pages that still need a reading. With one, it shows each page
and, on a terminal, asks about it: (a)greed, (c)orrected, (s)kip, (q)uit. Each answer is saved at
once in `reviews.toml`, with a fingerprint of what was shown. A reading lapses when that changes:
words, values, or the reasoning of an inference.
"""

import argparse
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from check import stages
from check.stages import Checked
from ice_subpoenas.plain import safe
from ice_subpoenas.problem import nearest
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import literal, rows
from ice_subpoenas.vocabularies import ReaderRole, Reading, ReviewOutcome
from printing import Refusal, as_day, asked, located
from reviewed import form, paths
from writing import write

EXAMPLE = (
    "python build review acts/denver-1.toml --record second --role contributor --date 2026-12-01"
)
FILE = "reviews.toml"
HEAD = """\
# Readings of pages: file, source, fingerprint of what was read, outcome.
# Written by `python build review`.
"""
OCCASION = ("reviewed_on", "reading", "reader_role", "reason")
"""What readings of one occasion share."""
STATES = ("never read", "lapsed", "read once", "read twice")
ANSWERS = {"a": ReviewOutcome.AGREED, "c": ReviewOutcome.CORRECTED}
DOUBT = re.compile(
    r"\b(?:not|never|no|neither|may|might|could|would|if|unless|allegedly|reportedly|suggested|"
    r"expected to|planned to|unlikely)\b|n[’']t\b",
    re.I,
)
MAY_DAY = re.compile(r"\bMay(?=,? \d)|(?<=\d )May\b")
"""The month, which is no hedge."""
WIDTH = 44  # characters of each half of a page that is shown

Block = dict[str, Any]


class Page(NamedTuple):
    """What one reviewed file takes from one source, as it stands now."""

    file: str
    source: str
    n_pieces: int
    fingerprint: str
    state: str

    @property
    def name(self) -> str:
        """File and source, as they are named on the command line."""
        return f"{self.file} {self.source}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", nargs="?", help="a reviewed file, such as acts/denver-1.toml")
    parser.add_argument("source", nargs="?", help="one of its sources (default: all)")
    parser.add_argument("--record", choices=Reading.codes(), help="first or second reading")
    parser.add_argument("--role", choices=ReaderRole.codes(), help="role of the reader")
    parser.add_argument("--date", type=as_day, metavar="YYYY-MM-DD", help="day of the reading")
    parser.add_argument("--reason", default="", help="how the reading was done")
    parser.add_argument("--outcome", choices=ReviewOutcome.codes(), help="answer for every page")
    parser.add_argument("--prune", action="store_true", help="drop readings of pages that are gone")


def run(args: argparse.Namespace) -> int:
    """List, show, record or prune."""
    _refuse_what_does_nothing(args)
    checked = stages.run(args.root)
    _sound(checked)
    pages = all_pages(checked)
    if args.prune:
        return _prune(args.root, checked, pages)
    if args.file is None:
        print(listing(pages))
        return 0
    chosen = _chosen(pages, args.file, args.source)
    if args.record:
        return _record(args, checked, chosen)
    for page in chosen:
        print("\n".join(shown(checked, page)))
    return 0


def _refuse_what_does_nothing(args: argparse.Namespace) -> None:
    """Refuse options without the option that they need."""
    about = [name for name in ("role", "date", "reason", "outcome") if getattr(args, name)]
    if args.prune and (args.file or args.record or about):
        raise Refusal("--prune is for all pages; give it alone")
    if about and not args.record:
        raise Refusal(f"--{about[0]} needs --record")
    if args.record and not args.file:
        raise Refusal("--record needs a file; `python build review` lists the pages")


def _sound(checked: Checked) -> None:
    """Refuse to touch readings while a row may be missing or is not what it will be."""
    broken = [problem for problem in checked.problems if problem.code != "review-unknown"]
    if broken or checked.relations is None:
        n, first = len(broken), f"{located(broken[0])}:{broken[0].line}"
        found, fix = ("1 problem", "fix it") if n == 1 else (f"{n} problems", "fix them")
        raise Refusal(f"`python build check` finds {found}, the first at {first}; {fix} first")


def all_pages(checked: Checked) -> list[Page]:
    """Every page with how far it is read: twice or once as it stands, before it changed, never."""
    assert checked.relations is not None
    rows = checked.relations.con.execute(
        "SELECT p.reviewed_file, p.source_id, p.n_pieces, p.fingerprint, "
        "count(r.review_id) FILTER (r.is_current), count(r.review_id) "
        "FROM pages p LEFT JOIN reviews r ON p.reviewed_file = r.reviewed_file "
        "AND p.source_id = r.source_id GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    return [
        Page(file, source, n, print_, _state(n_current, n_read))
        for file, source, n, print_, n_current, n_read in rows
    ]


def _state(n_current: int, n: int) -> str:
    if n_current:
        return STATES[1 + min(n_current, 2)]
    return STATES[1] if n else STATES[0]


def listing(pages: Sequence[Page]) -> str:
    """The pages by state, with those that still need a reading."""
    lines: list[str] = []
    for state in STATES:
        own = [page for page in pages if page.state == state]
        lines.append(f"{state}: {len(own)}")
        if state != STATES[-1]:
            lines += [f"  {page.name} ({page.n_pieces})" for page in own]
    return "\n".join(lines)


def _chosen(pages: Sequence[Page], file: str, source: str | None) -> list[Page]:
    name = file.removeprefix(f"{paths.FOLDER}/")
    own = [page for page in pages if page.file == name]
    if not own:
        files = sorted({page.file for page in pages})
        guess = nearest(name, files, "`python build review` lists the pages")
        raise Refusal(f"no row of {safe(name[:120])!r} rests on words; {guess}")
    found = [page for page in own if source in (None, page.source)]
    if not found:
        sources = ", ".join(page.source for page in own)
        raise Refusal(
            f"{name} takes nothing from {safe(str(source)[:40])!r}; it takes from {sources}"
        )
    return found


# -- one page ------------------------------------------------------------------------------------


def shown(checked: Checked, page: Page) -> Iterator[str]:
    """The rows of a page: each cell with its value, beside its words; a passage is told once."""
    assert checked.relations is not None
    yield f"── {page.name}: {page.state}, fingerprint {page.fingerprint}"
    rows = checked.relations.con.execute(
        "SELECT table_name, row_id, column_name, stance, value, prefix, exact, suffix, locator, "
        "derivation, reason, passage_id FROM evidence WHERE reviewed_file = ? AND source_id = ? "
        "AND derivation <> 'copied' ORDER BY reviewed_line, table_name, row_id, column_name",
        [page.file, page.source],
    ).fetchall()
    last = told = None
    for table, row_id, column, stance, value, before, exact, after, *more in rows:
        locator, by, reason, passage = more
        if (table, row_id) != last:
            last = (table, row_id)
            yield f"{table}/{row_id}"
        mark = "" if stance == "supports" else f" ({stance})"
        said = f"{column} = {value}{mark}" if value is not None else f"{column}{mark}"
        where = f" [{locator}]" if locator else ""
        why = f" because: {reason}" if by == "inference" else ""
        doubt = _doubt(f"{before or ''} … {after or ''}") if by == "vocabulary" else None
        said += f" ⚑ “{doubt}” beside it" if doubt else ""
        whole = f"{before or ''}»{exact}«{after or ''}{where}"
        yield from _beside(said, (f"»{exact}«, as above" if passage == told else whole) + why)
        told = passage


def _doubt(beside: str) -> str | None:
    """A negation or a hedge in the words beside those that stand for a code.

    >>> _doubt("officials may … with the subpoenas")
    'may'
    >>> _doubt("on May 6 … both subpoenas")
    """
    found = DOUBT.search(MAY_DAY.sub("", beside))
    return found[0] if found else None


def _beside(left: str, right: str) -> Iterator[str]:
    """Two texts beside each other, each wrapped in its half."""
    halves = [textwrap.wrap(safe(" ".join(text.split())), WIDTH) for text in (left, right)]
    for n in range(max(map(len, halves))):
        one, other = (half[n] if n < len(half) else "" for half in halves)
        yield f"  {one:{WIDTH}}  {other}".rstrip()


# -- recording -----------------------------------------------------------------------------------


def _record(args: argparse.Namespace, checked: Checked, pages: Sequence[Page]) -> int:
    missing = [f"--{name}" for name in ("role", "date", "reason") if not getattr(args, name)]
    if missing:
        raise Refusal(f"--record needs {', '.join(missing)}")
    if safe(args.reason) != args.reason or not args.reason.strip():
        raise Refusal("--reason holds characters that a reader would not see")
    _refuse_far_day(checked, args, pages[0])
    blocks, path = _blocks(checked), paths.target(args.root, FILE)
    n = 0
    for page in pages:
        outcome = args.outcome or _asked(checked, page)
        if outcome is None:
            break
        if outcome in ReviewOutcome.codes():
            entry = f"{page.name} {page.fingerprint} {outcome}"
            blocks = with_reading(blocks, args, entry)
            write(path, document(blocks))
            n += 1
    print(f"{paths.FOLDER}/{FILE}: {n} of {len(pages)} pages, {args.record} reading")
    return 0


def _refuse_far_day(checked: Checked, args: argparse.Namespace, page: Page) -> None:
    """Refuse a day that the check would not accept, by the question that it asks."""
    assert checked.relations is not None
    rule, review_id = RULES["day-far-ahead"], f"{page.file}/{page.source}/{args.record}"
    new = f"SELECT {literal(review_id)}, DATE {literal(args.date.isoformat())}"
    all_readings = f"SELECT review_id, reviewed_on FROM reviews UNION ALL {new}"
    for question in rule.questions:
        asked_of = f"WITH reviews AS ({all_readings}) FROM ({question.sql}) q"
        for found in rows(checked.relations.con, asked_of):
            raise Refusal(f"{found['message']} … {rule.remedy}")


def _asked(checked: Checked, page: Page) -> str | None:
    """The outcome that a person gives for a page: empty to skip it, null to stop."""
    print("\n".join(shown(checked, page)))
    answer = asked("(a)greed, (c)orrected, (s)kip, (q)uit? ", (*ANSWERS, "s", "q"))
    return None if answer == "q" else ANSWERS[answer].value if answer in ANSWERS else ""


def _prune(root: Path, checked: Checked, pages: Sequence[Page]) -> int:
    known = {page.name for page in pages}
    blocks = _blocks(checked)
    kept = [block | {"pages": [e for e in block["pages"] if _name(e) in known]} for block in blocks]
    gone = sum(len(b["pages"]) for b in blocks) - sum(len(b["pages"]) for b in kept)
    if gone:
        write(paths.target(root, FILE), document(kept))
    print(f"{gone} readings of pages that no longer exist were removed")
    return 0


def _name(entry: str) -> str:
    return " ".join(entry.split()[:2])


def _blocks(checked: Checked) -> list[Block]:
    """The readings that are recorded, all of them in one file."""
    assert checked.sound is not None
    blocks = [block for block in checked.sound.others if block.table == "readings"]
    elsewhere = next((block.file for block in blocks if block.file != FILE), None)
    if elsewhere:
        raise Refusal(f"readings stand in {elsewhere}; move them to {FILE}")
    return [dict(block.data) for block in blocks]


def with_reading(blocks: Sequence[Block], args: argparse.Namespace, entry: str) -> list[Block]:
    """The blocks with a new reading, in place of an older same reading of its page."""
    about = {
        "reading": args.record,
        "reader_role": args.role,
        "reviewed_on": args.date,
        "reason": args.reason.strip(),
    }
    others = [
        block | {"pages": [e for e in block["pages"] if _name(e) != _name(entry)]}
        if block["reading"] == args.record
        else block
        for block in blocks
    ]
    return [*others, about | {"pages": [entry]}]


def document(blocks: Sequence[Block]) -> str:
    """The whole file: blocks of one occasion joined, in order of day; pages sorted, one a line."""
    joined: dict[tuple[Any, ...], set[str]] = {}
    for block in blocks:
        joined.setdefault(tuple(block[name] for name in OCCASION), set()).update(block["pages"])
    written = [
        form.block("readings", dict(zip(OCCASION, key, strict=True)) | {"pages": sorted(entries)})
        for key, entries in sorted(joined.items())
        if entries
    ]
    return form.formatted("\n".join([HEAD, *written]))
