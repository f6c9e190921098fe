"""Propose rows from texts by named rules; people decide.

For the held texts: what is proposed, and which row or rejection answers it. For your own texts
(`--texts FILE.jsonl --format jsonl`): a line of candidates for each line of
`doc_id, text, published`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extraction.lexicon import lists
from extraction.propose import propose
from extraction.text.candidates import Candidate
from extraction.text.document import LONGEST_LINE, too_large
from ice_subpoenas.plain import safe
from printing import Refusal, show

if TYPE_CHECKING:
    from check.proposals import Proposal


EXAMPLE = "python build extract --settle"
FORMATS = ("text", "jsonl")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build extract` takes."""
    parser.add_argument(
        "--settle", action="store_true", help="settle one proposal after the other, on a terminal"
    )
    parser.add_argument(
        "--texts", type=Path, help="JSON lines of doc_id, text, published; or a corpus"
    )
    parser.add_argument("--out", type=Path, help="folder for the shards of a corpus")
    parser.add_argument("--processes", type=int, default=None, help="how many; default: every core")
    parser.add_argument("--cluster", help="address of a Dask scheduler, or local:WORKERS")


def run(args: argparse.Namespace) -> int:
    """Propose on the held texts, or on a file of texts."""
    if args.processes is not None and args.processes < 1:
        raise Refusal("--processes takes a number from 1 on")
    if args.texts and args.out:
        from scale import corpus

        if args.cluster:
            from scale import cluster

            return cluster.extract(args.texts, args.out, args.cluster)
        return corpus.extract(args.texts, args.out, args.processes)
    if args.settle:
        from contribute import settle

        return settle.run(args.root)
    return _lines(args.texts) if args.texts else _held(args)


def _held(args: argparse.Namespace) -> int:
    """Propose on the held texts; only this needs the tables and the check."""
    from check import proposals, stages

    checked = stages.run(args.root)
    if checked.relations is None or checked.sound is None or checked.stage != stages.STAGES[2]:
        show(checked.problems, "text")
        return 1
    asked = proposals.Settled(checked.sound.pages, checked.relations, checked.sound.others)
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
    wrong = 0
    for number, line in enumerate(_read(path), 1):
        if not line.strip():
            continue
        document = _document(line)
        if isinstance(document, str):
            wrong += 1
            remedy = "mend the line, or cut the text"
            print(f"{path}:{number}: not read: {document} … {remedy}", file=sys.stderr)
            continue
        print(json.dumps(answer(*document), ensure_ascii=False))
    return int(bool(wrong))


def _read(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8") as lines:
            while line := lines.readline(LONGEST_LINE):
                yield line
                while len(line) == LONGEST_LINE and not line.endswith("\n"):
                    line = lines.readline(LONGEST_LINE)
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"{path} cannot be read as UTF-8 text: {safe(str(error))}") from None


def _document(line: str) -> tuple[str, str, tuple[date, date] | None] | str:
    """Id, text and days of publication of a line; or what is wrong with it."""
    if len(line) == LONGEST_LINE:
        return f"more than {LONGEST_LINE} characters in a line"
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"no JSON ({error})"
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        return "no JSON object with a text"
    if over := too_large(len(data["text"].encode("utf-8", "surrogatepass"))):
        return over
    published = data.get("published")
    try:
        day = date.fromisoformat(published) if published else None
    except (TypeError, ValueError):
        return f"published {published!r} is no ISO date"
    return str(data.get("doc_id")), data["text"], (day, day) if day else None


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
