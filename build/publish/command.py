"""Check the reviewed rows against the texts, then write every published file, all or none."""

from __future__ import annotations

import argparse
import time

from check import stages
from printing import FORMS, show
from publish import documents, swap

EXAMPLE = "python build"
FORMATS = FORMS


def run(args: argparse.Namespace) -> int:
    """Check, publish, renew the generated parts of documents, and say what was done."""
    begun = time.monotonic()
    checked = stages.run(args.root)
    show(checked.problems, args.format)
    if checked.problems:
        if args.format == "text":
            n = len(checked.problems)
            above = "problem above" if n == 1 else f"{n} problems above"
            print(f"nothing was published: fix the {above}")
        return 1
    tables = checked.tables()
    out = args.root / "datasets"
    written = swap.write(tables, out)
    told = documents.write(args.root)
    for line in told:
        print(line)
    n = sum(table.num_rows for table in tables.values())
    seconds = time.monotonic() - begun
    print(
        f"{n} rows in {len(tables)} tables: {len(written)} files in {out.name}/ ({seconds:.1f} s)"
    )
    print("first look: datasets/overview.csv, or `ice-subpoenas trace denver-1`")
    return int(bool(told))
