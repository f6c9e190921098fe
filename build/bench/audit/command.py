"""Draw values for an audit, or score it: readers see the words, not the values.

`--sample` draws values and writes a folder of forms for each reader, with wrong values planted
among them. `--recall` draws sentences and paragraphs; a reader lists their facts. The values are
in a sealed file next to the folder.

`--score` compares the answers. First it writes more forms: for a third reader, where the two did
not both give the value; and on whether the dataset has each listed fact. When these are answered,
it records every verdict in datasets/reviewed/audits.toml.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.audit import folders, recall, values
from bench.audit.cells import Rows
from check import stages
from printing import Refusal, as_count, as_day, as_text
from reviewed import form, paths
from writing import write

TABLES = {"values": "audits", "recall": "audited_passages"}
"""Where the verdicts of an audit are recorded."""
FILE = "audits.toml"
HEAD = "# What audits found. Written by `python build audit --score`; not changed by hand.\n"
EXAMPLE = "python build audit --sample 300 --seed 7 --out ../audit-7"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--sample", type=as_count, metavar="N", help="draw N values")
    task.add_argument(
        "--recall",
        type=as_count,
        metavar="N",
        help="draw N sentences of held texts and N paragraphs",
    )
    task.add_argument("--score", type=Path, metavar="FOLDER", help="score a folder that was drawn")
    parser.add_argument("--seed", type=int, help="seed of the random draw")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="a new folder for the forms")
    parser.add_argument("--date", type=as_day, metavar="YYYY-MM-DD", help="day of the audit")


def run(args: argparse.Namespace) -> int:
    """Draw or score; 1 where other readers have to answer first."""
    if args.score:
        return _score(args, args.score.resolve())
    if args.seed is None or args.seed < 0:
        raise Refusal("a draw needs --seed, a whole number from 0")
    folder = folders.new_folder(args.root, args.out)
    rows = Rows.of(stages.run(args.root))
    if args.recall is not None:
        passages = recall.drawn(rows, args.recall, args.seed)
        recall.put(folder, passages, args.seed)
        print(f"{folder}: {len(passages)} passages")
    else:
        asked = values.drawn(rows, args.sample, values.EACH, args.seed)
        values.put(rows, folder, asked, args.seed)
        n = sum(each.is_planted for each in asked)
        print(f"{folder}: {len(asked) - n} values, and {n} planted wrong ones")
    _hand_out(folder)
    return 0


def _hand_out(folder: Path) -> None:
    """Say which folders of the last round go to readers."""
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    second = [name for name in names if not name.startswith("reader-")]
    print(f"Give each reader one of these folders, and nothing else: {' '.join(second or names)}")


def _score(args: argparse.Namespace, folder: Path) -> int:
    if args.date is None:
        raise Refusal("--score needs --date, the day of the audit")
    content, draw = folders.opened(folder)
    rows, seed, table = Rows.of(stages.run(args.root)), content["seed"], TABLES[content["audit"]]
    if table == TABLES["recall"]:
        passages = recall.scored(rows, folder, content, draw)
        blocks = recall.audited(passages or [], seed, args.date)
    else:
        blocks = values.audited(values.scored(rows, folder, content, draw) or [], seed, args.date)
    if not blocks:
        _hand_out(folder)
        print("When they have answered, score again.")
        return 1
    _record(args.root, table, blocks)
    n = f"{len(blocks)} rows"
    print(f"datasets/reviewed/{FILE}: {n}; `python build` writes their figures to DATACARD.md")
    return 0


def _record(root: Path, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows to the file of audits and check it; what the check refuses is taken back."""
    path = paths.target(root, FILE)
    old = path.read_text("utf-8") if path.exists() else None
    write(path, form.formatted("\n".join([old or HEAD, form.together(table, list(rows))])))
    if problems := stages.run(root).problems:
        path.unlink() if old is None else write(path, old)
        raise Refusal(f"nothing was recorded: {as_text(problems[0])}")
