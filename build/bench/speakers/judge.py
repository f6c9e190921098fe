"""Judge the choice of speakers on articles whose annotation it was not learned on."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from bench.shares import table, with_interval
from bench.speakers.learn import learn
from extraction.attribution.choice import weights
from extraction.quotations.precision import SKIM
from extraction.quotations.quotations import quotations
from extraction.text.regions import regions

Doc = Mapping[str, Any]
Found = dict[str, dict[str, Any]]
"""What was proposed for each article, in the form that the scorer reads."""
Place = tuple[int, int]
"""Number of an article, from 0, and start of a quotation in it."""
RECALLS = (50, 60, 70)
RULINGS = Path(__file__).with_name("rulings.csv")
"""What a reading of likely errors found, by place: article, start, ruling."""
KINDS = {
    "slip": "what is annotated is no speaker: a verb such as `said`, half a word, a headline",
    "mention": "the annotated speaker is the same one, by another mention",
    "unmarked": "the text says who speaks, and nobody is annotated",
    "chain": "two sources are named, and the annotation has the one that passes the words on",
    "script": "the script is wrong, or nobody read the error",
}


def left_out(docs: Sequence[Doc], scorer: ModuleType, parts: int) -> Found:
    """Proposals for every article by weights that were learned without its part of them."""
    found: Found = {}
    for part in range(parts):
        rest = [doc for number, doc in enumerate(docs) if number % parts != part]
        found |= proposed(docs[part::parts], learn(rest, scorer))
    return found


def proposed(docs: Iterable[Doc], weight: Mapping[str, float] | None = None) -> Found:
    """Attributed quotations of every article, by some weights or those in use."""
    return {doc["doc_id"]: _attributed(doc, weight or weights()) for doc in docs}


def _attributed(doc: Doc, weight: Mapping[str, float]) -> dict[str, Any]:
    quotes, text = [], doc["text"]
    for c in quotations(text, regions(text), weight):
        if "speaker" in c.parts:
            start, end = c.parts["speaker"]
            said = {"start": c.start, "end": c.end, "speaker_start": start, "speaker_end": end}
            quotes.append({**said, "rule": c.rule, "probability": c.probability})
    return {"doc_id": doc["doc_id"], "quotes": quotes}


class Verdict(NamedTuple):
    """One proposal, how likely it called itself, whether it was right, and where it stands."""

    probability: float
    right: bool
    place: Place


def verdicts(docs: Sequence[Doc], found: Found, scorer: ModuleType) -> tuple[list[Verdict], int]:
    """The proposals from the likeliest down, and how many quotations there are to find."""
    rows, units = [], 0
    for number, doc in enumerate(docs):
        gold = scorer.gold_units(doc)
        units += len(gold)
        for span, quote in scorer.predicted_units(doc["text"], found[doc["doc_id"]]["quotes"]):
            right = span in gold and bool(scorer.speaker_right(doc["text"], quote, gold[span]))
            rows.append(Verdict(quote["probability"], right, (number, span[0])))
    return sorted(rows, key=lambda row: -row.probability), units


def overall(docs: Sequence[Doc], found: Found, scorer: ModuleType) -> Iterator[list[object]]:
    """Precision, recall and F1, of all quotations and of those with four words or more."""
    for words, label in ((1, "any"), (4, "4 or more")):
        result = scorer.score(docs, found, words)
        yield [label, *(result[key][n] for key in ("exact", "joint") for n in ("P", "R", "F1"))]


def _reaching(rows: Sequence[Verdict], units: int, recall: int) -> Sequence[Verdict]:
    """The likeliest proposals, as many as find a share of the quotations."""
    found = accumulate(row.right for row in rows)
    enough = next((n for n, right in enumerate(found, 1) if right >= recall / 100 * units), 0)
    return rows[:enough]


def tiers(rows: Sequence[Verdict], units: int) -> list[str]:
    """How precise the likeliest proposals are, at some recalls and at the tier to skim."""
    parts = {f"recall {recall} %": _reaching(rows, units, recall) for recall in RECALLS}
    parts[f"probability {SKIM} or more"] = [row for row in rows if row.probability >= SKIM]
    found = []
    for name, part in parts.items():
        right = sum(row.right for row in part)
        recall = f"{100 * right / units:.1f} %"
        found.append((name, len(part), right, recall, with_interval(right, len(part))))
    return table(("tier", "proposals", "right", "recall", "precision"), found)


def ruled(rows: Sequence[Verdict], units: int, recall: int) -> list[str]:
    """What the errors of a tier are by a reading, and how precise it is but for the annotation."""
    part = _reaching(rows, units, recall)
    with RULINGS.open(encoding="utf-8", newline="") as lines:
        known = {(int(r["article"]), int(r["start"])): r["ruling"] for r in csv.DictReader(lines)}
    kinds = Counter(known.get(row.place, "script") for row in part if not row.right)
    found = ((meaning, kinds[kind]) for kind, meaning in KINDS.items())
    precise = with_interval(len(part) - kinds["chain"] - kinds["script"], len(part))
    last = f"With the last two kinds alone as errors: {precise}."
    return [*table(("what the error is", "errors"), found), "", last]
