"""Measure on pages of this subject, whose labels and addresses are here and whose texts are not.

`python -m bench.pages.score FILE.jsonl` (with `build` and `schema` on the path) reads lines of
`address, text` and writes `measured.toml` beside this file, from where `docs/extraction.md` takes
the figures. The texts must be the words that were read: `labels.toml` holds their SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import writing
from extraction.lexicon import lists
from extraction.propose import propose
from extraction.text.candidates import Candidate, Span
from extraction.text.regions import ARTICLE
from printing import Refusal

LABELS = Path(__file__).parent / "labels.toml"
MEASURED = Path(__file__).parent / "measured.toml"
NAMES = ("agency", "person")
"""Kinds whose label is a name: it is found if any mention has it."""
PLACES = ("response", "information_sought", "deadline", "count", "detainer", "ground")
"""Kinds whose label is a place on the page."""
WITHOUT_VALUE = frozenset({"deadline", "ground"})
"""Kinds of which only the place is compared."""
USES = ("judging", "writing")

Label = tuple[str, str, str]
"""Kind, value and words of the page."""


class Counts(NamedTuple):
    """How many proposals are right, and how many labels are found."""

    right: int = 0
    proposed: int = 0
    found: int = 0
    labels: int = 0

    def plus(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


def pages() -> list[dict[str, Any]]:
    """The pages with their labels."""
    found: list[dict[str, Any]] = tomllib.loads(LABELS.read_text(encoding="utf-8"))["page"]
    return found


def judge(text: str, labels: Sequence[Label]) -> dict[str, Counts]:
    """Counts of every kind on one page.

    >>> text = "The county will not comply with the subpoena. Sheriff Ada Moreno said so."
    >>> judged = judge(text, [("response", "refused", "will not comply"), ("person", "", "Moreno")])
    >>> judged["response"], judged["person"].right
    (Counts(right=1, proposed=1, found=1, labels=1), 1)
    """
    told = [c for c in propose(text) if c.region in ARTICLE]
    judged = {}
    for kind in PLACES:
        wanted = list(_places(text, [label for label in labels if label[0] == kind]))
        judged[kind] = _by_place([c for c in told if c.kind == kind], wanted)
    for kind in NAMES:
        names = {plain_name(words) for k, _, words in labels if k == kind}
        judged[kind] = _by_name(text, [c for c in told if c.kind == kind], names)
    return judged


def _places(text: str, labels: Iterable[Label]) -> Iterator[tuple[Span, str]]:
    """Span and value of every label; words that are labeled twice are two places of the page."""
    plain, seen = text.replace("’", "'"), dict[str, int]()
    for _, value, words in labels:
        at = plain.find(words.replace("’", "'"), seen.get(words, 0))
        if at < 0:
            at = plain.find(words.replace("’", "'"))
        if at < 0:
            raise Refusal(f"the page does not hold {words!r}; read the words that were labeled")
        seen[words] = at + 1
        yield (at, at + len(words)), value


def _by_place(proposals: Sequence[Candidate], wanted: Sequence[tuple[Span, str]]) -> Counts:
    """A proposal is right if it meets a label of the same value."""
    met: set[int] = set()
    right = 0
    for c in proposals:
        same = [
            number
            for number, ((start, end), value) in enumerate(wanted)
            if max(start, c.start) < min(end, c.end)
            and (c.kind in WITHOUT_VALUE or c.value == value)
        ]
        right += bool(same)
        met.update(same[:1])
    return Counts(right, len(proposals), len(met), len(wanted))


def _by_name(text: str, proposals: Sequence[Candidate], names: set[str]) -> Counts:
    """A name is right if it is a labeled one, or part of one, or holds one."""
    forms: dict[str, set[str]] = {}
    for c in proposals:
        entity = plain_name(c.attributes["entity"])
        forms.setdefault(entity, {entity}).add(plain_name(text[c.start : c.end]))
    right = sum(any(_same(one, name) for one in told for name in names) for told in forms.values())
    known = set().union(*forms.values())
    found = sum(any(_same(name, one) for one in known) for name in names)
    return Counts(right, len(forms), found, len(names))


def _same(one: str, other: str) -> bool:
    inside = one in other or other in one
    return one == other or (inside and min(len(one), len(other)) > 3)


def plain_name(words: str) -> str:
    """A name in small letters, by its listed form where it has one.

    >>> plain_name("ICE"), plain_name("the Linden  Police")
    ('immigration and customs enforcement', 'linden police')
    """
    words = " ".join(words.replace("’", "'").split())
    words = lists.agency_names().get(words, words).lower()
    return re.sub(r"^(?:the|u\.s\.) |'s$", "", words)


def measure(texts: Mapping[str, str], use: str) -> dict[str, Counts]:
    """Counts of every kind over the pages of a use."""
    sums: dict[str, Counts] = {}
    for page in pages():
        if page["use"] == use:
            text = texts.get(page["address"])
            if text is None or hashlib.sha256(text.encode()).hexdigest() != page["sha256"]:
                raise Refusal(f"{page['address']}: the words that were read are not in the file")
            for kind, counts in judge(text, [tuple(each) for each in page["labels"]]).items():
                sums[kind] = sums.get(kind, Counts()).plus(counts)
    return sums


def write(path: Path) -> None:
    """Measure on the texts of a file and write the figures."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = {row["address"]: row["text"] for row in rows}
    lines = ["# Right, proposed, found and labels of every kind; written by bench.pages.score."]
    for use in USES:
        lines += ["", f"[{use}]"]
        lines += [f"{kind} = {list(counts)}" for kind, counts in measure(texts, use).items()]
    writing.write(MEASURED, "\n".join(lines) + "\n")


def measured(use: str) -> dict[str, Counts]:
    """The figures that were written last."""
    table = tomllib.loads(MEASURED.read_text(encoding="utf-8"))[use]
    return {kind: Counts(*row) for kind, row in table.items()}


if __name__ == "__main__":
    write(Path(sys.argv[1]))
