"""Draw values for an audit, or score it: readers see the words and not the values.

`--sample` draws values and writes a folder of forms for each reader; wrong values are planted among
them. `--recall` draws sentences and paragraphs, whose facts a reader lists. The values lie in a
sealed file beside the folder. `--score` compares the answers, writes forms for a third reader where
two do not both give the value, and then records every verdict in datasets/reviewed/audits.toml.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from bench.audit import draw, recall, record, score, sealed
from bench.audit.plant import FEWEST
from bench.audit.rows import Rows
from check import stages
from printing import Refusal

EXAMPLE = "python build audit --sample 300 --seed 7 --out ../audit-7"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--sample", type=int, metavar="N", help="draw N values")
    task.add_argument(
        "--recall", type=int, metavar="N", help="draw N sentences of held texts and N paragraphs"
    )
    task.add_argument(
        "--score", type=Path, nargs="+", metavar="FOLDER", help="score folders that were drawn"
    )
    parser.add_argument("--seed", type=int, help="what the draw follows from")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="a new folder for the forms")
    parser.add_argument(
        "--plant",
        type=int,
        default=24,
        metavar="N",
        help="wrong values of each kind (number, date, code, reference, name); 0 for none",
    )
    parser.add_argument("--readers", type=int, default=2, help="each value gets two of them")
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="day of the audit")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-12-31") from error


def run(args: argparse.Namespace) -> int:
    """Draw or score; 1 where another reader has to answer first."""
    if args.score:
        return max(_score(args, folder) for folder in args.score)
    _allowed(args)
    folder = sealed.new_folder(args.root, args.out)
    rows = Rows.of(stages.run(args.root))
    if args.recall is not None:
        found = recall.drawn(rows, args.recall, args.seed)
        recall.put(rows, folder, found, args.seed)
        print(f"{folder}: {len(found)} passages; give `{recall.READER}` to a reader")
        return 0
    asked = draw.drawn(rows, args.sample, args.plant, args.seed)
    draw.put(rows, folder, asked, args.readers, args.seed)
    n = sum(each.is_planted for each in asked)
    print(f"{folder}: {len(asked) - n} values and {n} planted ones for {args.readers} readers")
    print("Give each reader one folder, and keep the sealed file beside it from all of them.")
    return 0


def _allowed(args: argparse.Namespace) -> None:
    """Refuse a draw that nobody could repeat or that would show nothing."""
    if args.seed is None or args.seed < 0:
        raise Refusal("a draw needs --seed, a whole number from 0")
    if args.readers < draw.TWICE:
        raise Refusal("--readers takes 2 or more: each value is read twice")
    if args.plant < 0 or 0 < args.plant < FEWEST:
        raise Refusal(f"--plant takes 0, or {FEWEST} or more of each kind")


def _score(args: argparse.Namespace, folder: Path) -> int:
    if args.date is None:
        raise Refusal("--score needs --date, the day of the audit")
    place = folder.resolve()
    content, digest = sealed.opened(place)
    table = "audited_passages" if content["audit"] == "recall" else "audits"
    checked = stages.run(args.root)
    rows, seed = Rows.of(checked), content["seed"]
    record.unrecorded(checked, table, seed)
    if table == "audits":
        found = score.scored(rows, place, content, digest)
        told = score.lines(found or [])
        blocks = record.audits(found, seed, args.date) if found else None
        waiting = place / score.THIRD
    else:
        passages = recall.scored(rows, place, content, digest)
        told, waiting = [], place / recall.DECIDER
        blocks = recall.audited(passages, seed, args.date) if passages else None
    if blocks is None:
        print(f"{waiting}: its forms are to be answered next; then score again")
        return 1
    made = record.record(args.root, table, blocks)
    print("\n".join([*told, *map(record.line, record.figures(made, seed, table))]))
    print(
        f"datasets/reviewed/{record.FILE}: {len(blocks)} rows; run `python build` to publish them"
    )
    return 0
