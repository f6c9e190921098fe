"""Check the reviewed rows against the texts, then write every published file, all or none."""

import argparse
import time

from check import stages
from printing import show
from publish import documents, swap

EXAMPLE = "python build"


def run(args: argparse.Namespace) -> int:
    """Check, publish, renew the generated parts of documents, and say what was done."""
    begun = time.monotonic()
    checked = stages.run(args.root)
    if checked.problems:
        show(checked.problems, "text")
        n = len(checked.problems)
        above = "problem above" if n == 1 else f"{n} problems above"
        print(f"nothing was published: fix the {above}")
        return 1
    tables = checked.tables()
    out = args.root / "datasets"
    written = swap.write(tables, out)
    wrong = documents.write(args.root)
    show(wrong, "text")
    n = sum(table.num_rows for table in tables.values())
    took = f"{time.monotonic() - begun:.1f} s"
    print(f"{n} rows in {len(tables)} tables: {len(written)} files in {out.name}/ ({took})")
    print("first look: datasets/overview.csv, or `ice-subpoenas trace denver-1`")
    return int(bool(wrong))
