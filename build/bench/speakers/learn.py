"""Learn the weights by which the speaker of a quotation is chosen.

`python -m bench.speakers.learn FOLDER` (with `build` and `schema` on the path) reads
`news.train.jsonl` and its scorer in FOLDER and the invented sentences beside this file, and writes
the weights into `extraction/attribution/weights.json`. No sentence of FOLDER gets into that file:
it holds names of features and numbers.

The model is log-linear: the weights of the features of an answer are added, and the exponentials of
the sums, divided by their total, are the probabilities. Fitting maximizes the probability of the
right answers, less a penalty on large weights, by the method of Broyden, Fletcher, Goldfarb and
Shanno with limited memory.
"""

import importlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from math import exp, log
from pathlib import Path
from types import ModuleType
from typing import Any

import writing
from bench.fit import minimize
from extraction.attribution.choice import WEIGHTS, Answers
from extraction.quotations.paragraphs import Paragraphs
from extraction.quotations.speakers import ruled, settle, weigh
from extraction.text.document import Document

SENTENCES = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
"""A text | its quotations' speakers in order (a word of the mention; - for nobody).

¶ parts two paragraphs. The sentences from Whitlock on were written before the rules had read them:
79 of 90 were right at first contact.
"""
LEAST_SEEN = 4  # answers that must show a feature before it gets a weight
PENALTY = 5.0
INVENTED = 0.7  # what an invented sentence counts, where one of an article counts 1
SMALL = 0.01  # a weight nearer to zero is left out of the file

Right = Callable[[int, int, int, int], bool | None]
"""Whether a speaker's span is right for a quotation's span; None where nobody speaks."""
Example = tuple[list[list[str]], list[bool]]
"""The features of every answer to one quotation, and which answers are right."""


# --- examples -----------------------------------------------------------------------------------


def examples(text: str, right: Right, weight: Mapping[str, float] | None) -> list[Example]:
    """The answers for every quotation of a text.

    Earlier speakers, to whom later quotations look back, are chosen by some weights, or by the
    rules where there are none.
    """
    page, found = Paragraphs(Document(text)), []

    def choose(answers: Answers) -> None:
        segment = answers.passage.segment
        told = [right(segment.start, segment.end, *span) for span in answers.speakers]
        nobody = right(segment.start, segment.end, 0, 0) is None
        flags = [one is True for one in told]
        found.append((answers.features, [*flags, nobody, not nobody and not any(flags)]))
        if weight is not None:
            settle(text, answers.passage, *answers.best(answers.shares(weight)))

    weigh(page, ruled(page, page.segments), choose)
    return found


def of_article(doc: Mapping[str, Any], scorer: ModuleType) -> Right:
    """What the annotation of an article says."""
    text, units = doc["text"], scorer.gold_units(doc)

    def right(start: int, end: int, speaker_start: int, speaker_end: int) -> bool | None:
        unit = scorer.trim(text, start, end)
        if unit not in units or unit[0] == unit[1]:
            return None
        named = {"speaker_start": speaker_start, "speaker_end": speaker_end}
        return bool(scorer.speaker_right(text, named, units[unit]))

    return right


def of_sentence(text: str, wanted: Iterable[str]) -> Right:
    """What an invented sentence says: a word of the speaker's mention, - for nobody."""
    marks = Paragraphs(Document(text)).segments
    words = dict(zip([mark.end for mark in marks], wanted, strict=True))

    def right(start: int, end: int, speaker_start: int, speaker_end: int) -> bool | None:
        del start
        return None if words[end] == "-" else words[end] in text[speaker_start:speaker_end]

    return right


def invented(weight: Mapping[str, float] | None) -> list[Example]:
    """The examples of the invented sentences."""
    found = []
    for sentence in SENTENCES:
        text, speakers = sentence.replace("¶", "\n\n").rsplit(" | ", 1)
        found += examples(text, of_sentence(text, speakers.split(" ; ")), weight)
    return found


# --- fitting ------------------------------------------------------------------------------------


def learn(docs: Sequence[Mapping[str, Any]], scorer: ModuleType) -> dict[str, float]:
    """Weights from articles and the invented sentences.

    Each half of the articles is read with the weights of the other, so that what a quotation sees
    of earlier ones is as often wrong as it will be on new texts.
    """
    halves = (docs[0::2], docs[1::2])
    read = [[examples(d["text"], of_article(d, scorer), None) for d in half] for half in halves]
    first = [fit([*chain.from_iterable(part)], invented(None)) for part in read]
    known: list[Example] = []
    for half, weight in zip(halves, reversed(first), strict=True):
        for doc in half:
            known += examples(doc["text"], of_article(doc, scorer), weight)
    return fit(known, invented(first[0]))


def fit(known: Sequence[Example], lesser: Sequence[Example] = ()) -> dict[str, float]:
    """The weights that make the right answers likely; lesser examples count for less."""
    every = [*known, *lesser]
    seen = Counter(name for answers, _ in every for one in answers for name in set(one))
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    number = {name: k for k, name in enumerate(names)}
    rows = [
        ([[number[name] for name in set(one) if name in number] for one in answers], right, share)
        for part, share in ((known, 1.0), (lesser, INVENTED))
        for answers, right in part
    ]
    found = minimize(lambda at: _cost(rows, at), [0.0] * len(names))
    return {
        name: round(value, 3)
        for name, value in zip(names, found, strict=True)
        if abs(value) > SMALL
    }


def _cost(
    rows: Sequence[tuple[list[list[int]], list[bool], float]], at: Sequence[float]
) -> tuple[float, list[float]]:
    """How unlikely weights make the right answers, and the slope in every weight."""
    slope = [PENALTY * value for value in at]
    cost = PENALTY / 2 * sum(value * value for value in at)
    for answers, right, share in rows:
        totals = [sum([at[k] for k in one]) for one in answers]
        top = max(totals)
        powers = [exp(total - top) for total in totals]
        whole = sum(powers)
        good = sum(power for power, is_right in zip(powers, right, strict=True) if is_right)
        cost -= share * log(max(good / whole, 1e-12))
        for one, power, is_right in zip(answers, powers, right, strict=True):
            push = share * (power / whole - (power / max(good, 1e-12) if is_right else 0.0))
            if abs(push) > 1e-6:
                for k in one:
                    slope[k] += push
    return cost, slope


# --- the command --------------------------------------------------------------------------------


def module_at(path: Path) -> ModuleType:
    """A scorer that lies in the folder of a benchmark, where it finds its own neighbors."""
    sys.path.insert(0, str(path.parent))
    try:
        return importlib.import_module(path.stem)
    finally:
        sys.path.pop(0)


def main(folder: Path) -> None:
    """Learn from the articles of a folder, and write the weights, sorted by name, one a line."""
    scorer = module_at(folder / "score_quotes.py")
    weight = learn(scorer.read_jsonl(folder / "news.train.jsonl"), scorer)
    written = json.dumps(dict(sorted(weight.items())), ensure_ascii=False, indent=0)
    writing.write(WEIGHTS, f"{written}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
