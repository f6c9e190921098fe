"""Propose rows from texts by named rules; a person decides on each.

For the held texts, it prints what is proposed, and which row or rejection answers it. For your own
texts (`--texts FILE.jsonl`), it prints a line of candidates for each line of
`doc_id, text, published`; with `--out FOLDER`, it writes those of a whole corpus.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extraction.lexicon import lists
from extraction.propose import propose
from extraction.text.candidates import Candidate
from printing import Refusal, show

if TYPE_CHECKING:
    from check.settling.proposals import Proposal


EXAMPLE = "python build extract --settle"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build extract` takes."""
    parser.add_argument(
        "--settle", action="store_true", help="settle the proposals one by one, on a terminal"
    )
    parser.add_argument(
        "--texts", type=Path, help="a file of JSON lines (doc_id, text, published), or a corpus"
    )
    parser.add_argument("--out", type=Path, help="folder for the shards of a corpus")
    parser.add_argument("--cluster", help="address of a Dask scheduler, or local:WORKERS")


def run(args: argparse.Namespace) -> int:
    """Propose on the held texts, or on a file of texts."""
    _refuse_what_does_nothing(args)
    if args.texts and args.out:
        from scale import corpus

        if args.cluster:
            from scale import cluster

            return cluster.extract(args.texts, args.out, args.cluster)
        return corpus.extract(args.texts, args.out)
    if args.settle:
        from contribute import settle

        return settle.run(args.root)
    return _lines(args.texts) if args.texts else _held(args)


def _refuse_what_does_nothing(args: argparse.Namespace) -> None:
    """Refuse options that need another, or that another makes useless."""
    if args.settle and args.texts:
        raise Refusal("--settle is for the held texts; leave out one of --settle and --texts")
    if args.out and not args.texts:
        raise Refusal("--out needs --texts: the texts to extract from")
    if args.cluster and not args.out:
        raise Refusal("--cluster needs --texts and --out: a corpus, and a folder for its shards")
    if args.texts and args.texts.is_dir() and not args.out:
        raise Refusal(f"{args.texts} is a folder; name another with --out for what is found in it")


def _held(args: argparse.Namespace) -> int:
    """Propose on the held texts; only this needs the tables and the check."""
    from check import stages
    from check.settling import proposals

    checked = stages.run(args.root)
    if checked.relations is None or checked.sound is None or checked.stage != stages.STAGES[-1]:
        show(checked.problems, "text")
        return 1
    asked = proposals.Asked(checked.sound.pages, checked.relations, checked.sound.others)
    found = proposals.found(asked)
    print(listing(found))
    return 0


def listing(found: list[Proposal]) -> str:
    """One line for each proposal, and what settles it."""
    lines = []
    for p in found:
        shown = p.line if len(p.line) <= 60 else p.line[:59] + "…"
        value = f" = {p.candidate.value}" if p.candidate.value else ""
        by = p.settled_by or "NOT SETTLED"
        lines.append(f"{p.source} {p.candidate.kind}: {shown}{value}  {ruled(p.candidate)} {by}")
    counts = Counter(p.settled_by or "not settled" for p in found)
    return "\n".join([*lines, ", ".join(f"{n} by {by}" for by, n in counts.most_common())])


def ruled(candidate: Candidate) -> str:
    """The rule of a candidate, with its measured precision where it has one."""
    measured = lists.precision(candidate.kind, candidate.rule)
    right = "" if measured is None else f", {measured:.0%} right"
    return f"[{candidate.rule}{right}]"


def _lines(path: Path) -> int:
    """Extract from a file of JSON lines; a line that cannot be read is named and set aside."""
    from scale import batches

    wrong = 0
    with path.open("rb") as file:
        for number, (doc_id, text, published, fault) in batches.json_lines(file, path.name):
            if text is None or fault:
                wrong += 1
                print(f"{path}:{number}: not read: {fault} … fix the line", file=sys.stderr)
            else:
                found = answer(doc_id, text.decode("utf-8"), batches.day(published))
                print(json.dumps(found, ensure_ascii=False))
    return int(bool(wrong))


def answer(doc_id: str, text: str, published: tuple[date, date] | None) -> dict[str, Any]:
    """The candidates of a text: attributed quotations under `quotes`, everything else beside them.

    Offsets are 0-based, end exclusive, in Unicode code points of the text.
    """
    quotes: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for candidate in propose(text, published):
        said = candidate.kind == "quotation" and "speaker" in candidate.parts
        if said and candidate.attributes.get("quotation_kind") != "indirect":
            start, end = candidate.parts["speaker"]
            quotes.append(_plain(candidate) | {"speaker_start": start, "speaker_end": end})
        else:
            others.append(_plain(candidate))
    return {"doc_id": doc_id, "quotes": quotes, "candidates": others}


def _plain(candidate: Candidate) -> dict[str, Any]:
    return {
        "kind": candidate.kind,
        "start": candidate.start,
        "end": candidate.end,
        "region": candidate.region,
        "rule": candidate.rule,
        "version": candidate.version,
        "precision": lists.precision(candidate.kind, candidate.rule),
        "probability": candidate.probability,
        "value": candidate.value,
        "parts": {name: list(span) for name, span in candidate.parts.items()},
        **candidate.attributes,
    }
