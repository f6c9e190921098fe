"""Measure facts on pages of this subject: invented pages, which are here, and real ones.

`python -m bench.pages.score` (with `build` and `schema` on the path) measures on the pages of
`invented/` and writes `invented/measured.toml`. Of the real pages only labels and addresses are
here: `python -m bench.pages.score FILE.jsonl` reads lines of `address, text` and writes
`measured.toml` beside this file. Their texts must be the words that were read: `labels.toml` holds
their SHA-256. `docs/extraction.md` takes its figures from what was written.

Whoever writes rules may read `invented/learning.*`. Of `invented/judging.*` only the totals are
looked at, or they would judge no longer.
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
KINDS = (*PLACES, *NAMES)
USES = ("judging", "writing")
INVENTED = Path(__file__).parent / "invented"
PARTS = ("judging", "learning")
"""Uses of the invented pages; each is a file of texts with one of labels."""

Label = tuple[str, str, str]
"""Kind, value and words of the page."""


class Counts(NamedTuple):
    """How many proposals are right, and how many labels are found."""

    right: int = 0
    proposed: int = 0
    found: int = 0
    labels: int = 0


def pages() -> list[dict[str, Any]]:
    """The pages with their labels."""
    found: list[dict[str, Any]] = tomllib.loads(LABELS.read_text(encoding="utf-8"))["page"]
    return found


def judge(text: str, labels: Sequence[Label], governments: bool = False) -> dict[str, Counts]:
    """Counts of every kind on one page.

    Where `governments` is set, counties and cities were marked as agencies, and news outlets were
    not. The script proposes a county as a jurisdiction: a label is found there too. An outlet that
    it proposes as an agency is not counted.

    >>> text = "The county will not comply with the subpoena. Sheriff Ada Moreno said so."
    >>> judged = judge(text, [("response", "refused", "will not comply"), ("person", "", "Moreno")])
    >>> judged["response"], judged["person"].right
    (Counts(right=1, proposed=1, found=1, labels=1), 1)
    """
    told = [c for c in propose(text) if c.region in ARTICLE]
    judged = {}
    for kind in PLACES:
        wanted = list(places(text, [label for label in labels if label[0] == kind]))
        judged[kind] = _by_place([c for c in told if c.kind == kind], wanted)
    for kind in NAMES:
        names = {plain_name(words) for k, _, words in labels if k == kind}
        proposals = [c for c in told if c.kind == kind]
        elsewhere = []
        if governments and kind == "agency":
            proposals = [c for c in proposals if c.attributes["type"] != "news"]
            elsewhere = [c for c in told if c.kind == "jurisdiction"]
        judged[kind] = _by_name(text, proposals, names, elsewhere)
    return judged


def places(text: str, labels: Iterable[Label]) -> Iterator[tuple[Span, str]]:
    """Span and value of every label; words that are labeled twice are two places of the page."""
    plain, seen = text.replace("’", "'"), dict[str, int]()
    for _, value, words in labels:
        wanted = words.replace("’", "'")
        at = plain.find(wanted, seen.get(words, 0))
        at = plain.find(wanted) if at < 0 else at
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


def _by_name(
    text: str, proposals: Sequence[Candidate], names: set[str], others: Sequence[Candidate]
) -> Counts:
    """A name is right if it is a labeled one, or part of one, or holds one.

    A label may also be found by the name of another candidate, but only by the whole of it.
    """
    forms: dict[str, set[str]] = {}
    for c in proposals:
        entity = plain_name(c.attributes["entity"])
        forms.setdefault(entity, {entity}).add(plain_name(text[c.start : c.end]))
    right = sum(any(_same(one, name) for one in told for name in names) for told in forms.values())
    known = set().union(*forms.values())
    exact = {plain_place(c.attributes["entity"]) for c in others}
    found = sum(
        plain_place(name) in exact or any(_same(name, one) for one in known) for name in names
    )
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


def totals(judged: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Counts of every kind over several pages."""
    pages = list(judged)
    return {kind: Counts(*map(sum, zip(*(p[kind] for p in pages), strict=True))) for kind in KINDS}


def plain_place(words: str) -> str:
    """The name of a place without what kind of place it is.

    >>> plain_place("City of Linden"), plain_place("Linden County")
    ('linden', 'linden county')
    """
    return re.sub(r"^(?:city|county|town|township|village|borough) of ", "", plain_name(words))


def measure(texts: Mapping[str, str], use: str) -> dict[str, Counts]:
    """Counts of every kind over the real pages of a use, of which the texts are given."""
    return totals(_judged(page, texts) for page in pages() if page["use"] == use)


def _judged(page: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Counts]:
    text = texts.get(page["address"])
    if text is None or hashlib.sha256(text.encode()).hexdigest() != page["sha256"]:
        raise Refusal(f"{page['address']}: the words that were read are not in the file")
    return judge(text, [tuple(each) for each in page["labels"]])


def invented(part: str) -> Iterator[tuple[str, str, list[Label]]]:
    """Address, text and labels of the invented pages of a use."""
    table = tomllib.loads((INVENTED / f"{part}.toml").read_text(encoding="utf-8"))
    labels = {page["address"]: [tuple(each) for each in page["labels"]] for page in table["page"]}
    for row in _rows(INVENTED / f"{part}.jsonl"):
        yield row["address"], row["text"], labels[row["address"]]


def measure_invented(part: str) -> dict[str, Counts]:
    """Counts of every kind over the invented pages of a use."""
    return totals(judge(text, labels, governments=True) for _, text, labels in invented(part))


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _write(path: Path, tables: Mapping[str, Mapping[str, Counts]]) -> None:
    lines = ["# Right, proposed, found and labels of every kind; written by bench.pages.score."]
    for part, table in tables.items():
        lines += ["", f"[{part}]"]
        lines += [f"{kind} = {list(counts)}" for kind, counts in table.items()]
    writing.write(path, "\n".join(lines) + "\n")


def measured(part: str, path: Path = MEASURED) -> dict[str, Counts]:
    """The figures of a use that were written last."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))[part]
    return {kind: Counts(*row) for kind, row in table.items()}


if __name__ == "__main__":
    if sys.argv[1:]:
        given = {row["address"]: row["text"] for row in _rows(Path(sys.argv[1]))}
        _write(MEASURED, {use: measure(given, use) for use in USES})
    else:
        _write(INVENTED / MEASURED.name, {part: measure_invented(part) for part in PARTS})
