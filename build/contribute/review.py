"""Show a row as a reader should see it, and record that somebody read it.

A reading stands in `reviews.toml` with the fingerprint of the row and its evidence: it lapses when
either changes. Who reads gives the day; nothing here looks at a clock.
"""

from __future__ import annotations

import argparse
import difflib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from check import stages
from check.stages import Checked
from evidence.resolve import Piece
from ice_subpoenas.vocabularies import ReaderRole, Reading, ReviewOutcome
from printing import Refusal, safe
from reviewed import form, paths
from reviewed.rows import Draft

FILE = "reviews.toml"
HEAD = """\
# Readings of rows: table/row, fingerprint of what was read, outcome.
# Written by `python build review`.
"""
STATES = ("never read", "lapsed", "read once", "read twice")
NEAR = 70  # characters of context on each side
ABOUT = ("reading", "reader_role", "reviewed_on", "reason")
ORDER = ("reviewed_on", "reading", "reader_role", "reason")

Key = tuple[str, str]
Block = dict[str, Any]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("rows", nargs="*", metavar="TABLE/ROW", help="rows to show or record")
    parser.add_argument("--record", choices=Reading.codes(), help="record a reading of the rows")
    parser.add_argument("--role", choices=ReaderRole.codes(), help="who read, by role")
    parser.add_argument("--outcome", choices=ReviewOutcome.codes(), help="what it came to")
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="day of the reading")
    parser.add_argument("--reason", help="how the reading was done")
    parser.add_argument("--all", action="store_true", help="record every row")
    parser.add_argument("--prune", action="store_true", help="forget rows that no longer exist")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2020-01-31") from error


def run(args: argparse.Namespace) -> int:
    """List, show, record or prune."""
    checked = stages.run(args.root)
    if "reviews" not in checked.rows:
        n = len(checked.problems)
        raise Refusal(f"the check finds {n} problems and gives no rows; mend them first")
    if args.prune:
        return _prune(args, checked)
    if args.record:
        return _record(args, checked)
    if args.all:
        raise Refusal("--all goes with --record")
    if not args.rows:
        print(listing(checked))
        return 0
    for key in _keys(args.rows, checked):
        print("\n".join(shown(checked, key)))
    return 0


def _keys(names: list[str], checked: Checked) -> list[Key]:
    """The rows that are named; a refusal with the nearest name where there is none."""
    known = {"/".join(key): key for key in checked.fingerprints}
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name[:120], known, 1, 0.5)
            guess = f"did you mean {near[0]}?" if near else "`python build review` lists the rows"
            raise Refusal(f"no row is called {safe(name[:120])!r}; {guess}")
    return [known[name] for name in dict.fromkeys(names)]


# -- the list ------------------------------------------------------------------------------------


def states(checked: Checked) -> dict[Key, str]:
    """How far every row is read: never, once or twice as it stands, or only before it changed."""
    current: Counter[Key] = Counter()
    lapsed: set[Key] = set()
    for row in checked.rows["reviews"]:
        key = (row["table_name"], row["row_id"])
        current[key] += row["is_current"]
        if not row["is_current"]:
            lapsed.add(key)
    return {key: _state(current[key], key in lapsed) for key in checked.fingerprints}


def _state(n: int, has_lapsed: bool) -> str:
    if n:
        return STATES[1 + min(n, 2)]
    return "lapsed" if has_lapsed else "never read"


def listing(checked: Checked) -> str:
    """The rows by state, with those that still need a reading."""
    by_state: dict[str, list[str]] = {state: [] for state in STATES}
    for key, state in sorted(states(checked).items()):
        by_state[state].append("/".join(key))
    lines: list[str] = []
    for state in STATES[:-1]:
        lines += [f"{state}: {len(by_state[state])}", *(f"  {name}" for name in by_state[state])]
    return "\n".join([*lines, f"{STATES[-1]}: {len(by_state[STATES[-1]])}"])


# -- one row -------------------------------------------------------------------------------------


def shown(checked: Checked, key: Key) -> Iterable[str]:
    """A row with what it says, and the words that each cell rests on, in their place."""
    draft, pieces = checked.drafts[key], checked.pieces.get(key, [])
    name, state = "/".join(key), states(checked)[key]
    yield f"{name}  {state}  {paths.FOLDER}/{safe(draft.file)}:{draft.line()}"
    for stem, columns in draft.table.stems().items():
        if columns[0].role == "derived":
            continue
        for column in columns:
            if draft.values.get(column.name) is not None:
                yield f"  {column.name} = {safe(str(draft.values[column.name]))}"
        if stem in draft.absent:
            yield f"  {stem} is null: {draft.absent[stem]}"
        for piece in pieces:
            if piece.address[2] == stem:
                yield from _piece(checked, piece)
    yield from _quotation(checked, draft)
    yield f"  fingerprint {checked.fingerprints[key]}"


def _piece(checked: Checked, piece: Piece) -> Iterable[str]:
    stance = piece.stance.replace("_", " ")
    gives = f" gives {piece.shown}" if piece.shown is not None else ""
    yield safe(f"    {stance}: {piece.source}, {piece.derivation}{gives}{_given(piece)}")
    if piece.span:
        page = checked.pages[piece.source]
        yield f"      {_in_place(page.text, *piece.span)}"
    if piece.reason:
        yield safe(f"      {piece.reason}")


def _given(piece: Piece) -> str:
    given = ", ".join(f"{name} {value}" for name, value in sorted(piece.arguments.items()))
    return f" ({given})" if given else ""


def _quotation(checked: Checked, draft: Draft) -> Iterable[str]:
    """For a quotation, its words where they stand."""
    page = checked.pages.get(str(draft.values.get("source_id")))
    if draft.table.table == "quotes" and page and "char_start" in draft.values:
        yield f"  {_in_place(page.text, draft.values['char_start'], draft.values['char_end'])}"


def _in_place(text: str, start: int, end: int) -> str:
    """Words between marks, with what stands around them."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return safe(f"…{before}»{text[start:end]}«{after}…")


# -- recording -----------------------------------------------------------------------------------


def _record(args: argparse.Namespace, checked: Checked) -> int:
    needed = {"role": args.role, "outcome": args.outcome, "date": args.date, "reason": args.reason}
    missing = [f"--{name}" for name, value in needed.items() if not value]
    if missing:
        raise Refusal(f"--record needs {', '.join(missing)}")
    if safe(args.reason) != args.reason or not args.reason.strip():
        raise Refusal("--reason is empty, or holds characters that a reader would not see")
    if bool(args.rows) == args.all:
        raise Refusal("name the rows that were read, or give --all")
    _sound(checked)
    keys = _keys(args.rows, checked) if args.rows else sorted(checked.fingerprints)
    about = dict(zip(ABOUT, (args.record, args.role, args.date, args.reason.strip()), strict=True))
    path = paths.target(args.root, FILE)
    seen = [f"{'/'.join(key)} {checked.fingerprints[key]} {args.outcome}" for key in keys]
    paths.write(path, document(with_readings(_blocks(checked), about, seen)))
    print(f"{path.relative_to(args.root)}: {len(seen)} rows, {args.record} reading")
    return 0


def _sound(checked: Checked) -> None:
    """Refuse to touch readings while a row may be missing or is not what it will be."""
    broken = [problem for problem in checked.problems if problem.code != "review-unknown"]
    if broken:
        raise Refusal(f"the check finds {len(broken)} problems; mend them before a reading counts")


def _prune(args: argparse.Namespace, checked: Checked) -> int:
    _sound(checked)
    blocks = _blocks(checked)
    known = {"/".join(key) for key in checked.fingerprints}
    kept = [
        block | {"rows": [entry for entry in block["rows"] if entry.split()[0] in known]}
        for block in blocks
    ]
    gone = sum(len(block["rows"]) for block in blocks) - sum(len(block["rows"]) for block in kept)
    if gone:
        paths.write(paths.target(args.root, FILE), document(kept))
    print(f"{gone} readings of rows that no longer exist were removed")
    return 0


def _blocks(checked: Checked) -> list[Block]:
    """The readings that are recorded, all of them in one file."""
    records = [record for record in checked.others if record.table == "readings"]
    elsewhere = [record.file for record in records if record.file != FILE]
    if elsewhere:
        raise Refusal(f"readings stand in {elsewhere[0]}; move them to {FILE}")
    return [record.data for record in records]


def with_readings(blocks: list[Block], about: Block, seen: list[str]) -> list[Block]:
    """The blocks with new readings, each in place of an older same reading of its row."""
    names = {entry.split()[0] for entry in seen}
    found = [
        block | {"rows": [e for e in block["rows"] if e.split()[0] not in names]}
        if block["reading"] == about["reading"]
        else block
        for block in blocks
    ]
    return [*found, about | {"rows": seen}]


def document(blocks: list[Block]) -> str:
    """The whole file: blocks of one occasion joined, in order of day; rows sorted, one a line."""
    joined: dict[tuple[str, ...], list[str]] = {}
    for block in blocks:
        key = tuple(str(block[name]) for name in ORDER)
        joined.setdefault(key, []).extend(block["rows"])
    written = [
        form.block(
            "[[readings]]",
            {
                "reading": reading,
                "reader_role": role,
                "reviewed_on": date.fromisoformat(day),
                "reason": reason,
                "rows": sorted(set(rows)),
            },
        )
        for (day, reading, role, reason), rows in sorted(joined.items())
        if rows
    ]
    return "\n".join([HEAD, *written])
