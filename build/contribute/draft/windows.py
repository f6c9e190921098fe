"""Of a page that is not held: the fewest words of each phrase that its rows need together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contribute.draft.makers.clauses import BEFORE
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.reading import WORD, Reading, Stretch
from contribute.draft.rows import Passage, Row
from ice_subpoenas.derivations.find import Span

FEWEST = 4
UNITS = 3  # words behind a number that say what it counts
COUNTED = frozenset(("n_subpoenas", "n_persons", "days_to_respond", "age", "n_affected"))
WHOLE = frozenset(("case_facts",))
"""Tables whose words are about somebody whom only the rest of the phrase may name."""
SUBJECT = re.compile(r"\b(?:subpoenas?|summons|papers?|letters?|requests?|notices?)\b", re.I)


def windows(reading: Reading, rows: Iterable[Row], papers: Sequence[Paper]) -> Mapping[int, Span]:
    """The words of each phrase from the first that a row needs to the last."""
    needed: dict[int, list[Span]] = {}
    stretches: dict[int, Stretch] = {}
    for row in rows:
        for passage in row.said:
            stretch = passage.stretch
            stretches[stretch.number] = stretch
            own = needed.setdefault(stretch.number, [])
            is_whole = row.table in WHOLE and not passage.about
            own += [stretch.span] if is_whole else _needed(reading, passage, papers)
    return {n: _words(reading, stretches[n], spans) for n, spans in needed.items()}


def _needed(reading: Reading, passage: Passage, papers: Sequence[Paper]) -> Iterator[Span]:
    """What a passage needs: its cells, a negation before them, units, and words for its subject."""
    text, stretch = reading.text, passage.stretch
    for cell in passage.cells:
        yield cell.span
        if before := BEFORE.search(text[stretch.start : cell.span[0]]):
            yield stretch.start + before.start(), cell.span[1]
        if cell.column in COUNTED:
            behind = list(WORD.finditer(text, cell.span[1], stretch.end))[:UNITS]
            yield cell.span[0], behind[-1].end() if behind else cell.span[1]
    names = {reading.words(s.receiver) for paper in papers for s in paper.sendings}
    named = [text.find(name, *stretch.span) for name in names]
    about = [at for at in named if at >= 0]
    about += [found.start() for found in SUBJECT.finditer(text, *stretch.span)]
    if not passage.about and about:
        nearest = min(about, key=lambda at: abs(at - passage.cells[0].span[0]))
        yield nearest, nearest + 1


def _words(reading: Reading, stretch: Stretch, spans: Sequence[Span]) -> Span:
    """Whole words from the first of some spans to the last; no fewer than are found by eye."""
    words = [found.span() for found in WORD.finditer(reading.text, *stretch.span)]
    low, high = min(a for a, _ in spans), max(b for _, b in spans)
    first = max((n for n, (a, _) in enumerate(words) if a <= low), default=0)
    last = min((n for n, (_, b) in enumerate(words) if b >= high), default=len(words) - 1)
    while last - first + 1 < min(FEWEST, len(words)):
        first, last = (first, last + 1) if last + 1 < len(words) else (first - 1, last)
    return words[first][0], words[last][1]
