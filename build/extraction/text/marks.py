"""Stretches of a text that stand inside quotation marks, found in one pass, never failing."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

OPENING = "“„«‟"
CLOSING = "”»"
AFTER_CLOSE = (
    ",;:.?!)"  # a mark with a space before and one of these behind closes, whatever stands before
)
LONGEST_SINGLE = 400  # characters; beyond that a single mark is an apostrophe that met another one

_MARK = re.compile("[\"“”„‟«»'`‘’](?:(?<=[\"“”„‟«»])|(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’)")
_LINE_END = re.compile(r"[\n\r\u2028\u2029\x0b\x0c\x85](?:(?<=\r)\n)?")
# A line break inside a sentence: hard-wrapped text goes on in lower case on the very next line.
_WRAPPED = re.compile(r"[a-z,]\r?\n[a-z]")
_APOSTROPHE = re.compile(r"['‘’]")
_SINGLE = re.compile(r"(?<![\w’'‘`])[‘'](?=[^\s'’‘])|(?<=[^\s'‘])[’'](?![\w'’])")
_LED = re.compile(r"[^\W\d_]|…|\.\s?\.")
"""What may stand a space behind a curly opening mark: a letter, or dots for words left out."""
_ELISION = re.compile(r"['’‘](?:\d0s|\d\ds?|tis|twas|em|til|cause|n)\b", re.IGNORECASE)

_SAID = r"(?:said|says|added|wrote|continued)"
_ATTRIBUTION = re.compile(
    rf",\s+(?:(?:he|she|they|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}}) {_SAID}\b(?! that\b)"
    rf"|{_SAID} (?:the\b|[A-Z]))"
)
"""Where the words of a quotation end that nobody closed: behind them stands who says them."""


class Segment(NamedTuple):
    """A stretch in quotation marks: `text[start:end]` is the words, `outer` includes the marks."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    style: str
    """straight, curly, doubled (two single marks) or single."""
    closed: bool
    """False when no closing mark was found; the words then run to the end of the paragraph
    or to the next opening mark."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph that is not empty; hard-wrapped lines count as one.

    >>> paragraphs("One.\\n\\nTwo is\\nwrapped.")
    [(0, 4), (6, 21)]
    """
    spans, begin = [], 0
    for match in _LINE_END.finditer(text):
        start = match.start()
        if start > begin and _WRAPPED.match(text, start - 1):
            continue
        if start > begin:
            spans.append((begin, start))
        begin = match.end()
    if begin < len(text):
        spans.append((begin, len(text)))
    return spans


class _Open(NamedTuple):
    """A mark that waits for its partner."""

    at: int
    width: int
    style: str

    def close(self, end: int, mark_end: int, closed: bool) -> Segment:
        return Segment(min(self.at + self.width, end), end, self.at, mark_end, self.style, closed)


def _style(mark: str) -> str:
    if len(mark) == 2:
        return "doubled"
    return "straight" if mark == '"' else "curly"


def _is_space(text: str, at: int, begin: int, stop: int) -> bool:
    return not begin <= at < stop or text[at].isspace()


def _stands_free(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether a straight mark with spaces on both sides opens: the next one must stand free too."""
    if match.group() != '"':
        return False
    following = text.find('"', match.end(), min(stop, match.end() + 2000))
    return following > 0 and text[following - 1].isspace()


def _doubles(text: str, begin: int, stop: int) -> Iterator[Segment]:
    """Segments in double marks of one paragraph; nested marks of the same kind are not opened."""
    opened: _Open | None = None
    for match in _MARK.finditer(text, begin, stop):
        mark, at = match.group(), match.start()
        opens = (
            not _is_space(text, match.end(), begin, stop) and text[match.end()] not in AFTER_CLOSE
        )
        closes = not _is_space(text, at - 1, begin, stop)
        fresh = _Open(at, len(mark), _style(mark))
        if opened is None:
            free = not closes and text[match.end() : match.end() + 1] == "."
            led = mark == "“" and _LED.match(text, match.end() + 1, stop)
            if mark not in CLOSING and (opens or free or led or _stands_free(text, match, stop)):
                opened = fresh
        elif (opened.style == "doubled") != (fresh.style == "doubled"):
            continue  # '' inside " " or the other way round is a nested mark
        elif mark in OPENING:
            if opened.style == "curly" and closes and not opens:  # “…“ closed with the wrong mark
                yield opened.close(at, match.end(), True)
                opened = None
            elif opened.style == "curly":  # opens again: the earlier one was never closed
                yield _before_attribution(text, opened.close(at, at, False))
                opened = fresh
        elif mark == '"' and not closes and opens:
            yield _before_attribution(text, opened.close(at, at, False))
            opened = fresh
        else:
            third = mark in ("''", "’’") and text[match.end() : match.end() + 1] == mark[0]
            yield opened.close(at + third, match.end() + third, True)
            opened = None
    if opened is not None:
        yield _before_attribution(text, opened.close(stop, stop, False))


def _before_attribution(text: str, segment: Segment) -> Segment:
    """A quotation never closed, up to the attribution that follows its comma: “We left, he said."""
    match = _ATTRIBUTION.search(text, segment.start, segment.end)
    if match is None:
        return segment
    return segment._replace(end=match.start(), outer_end=match.start())


def _singles(text: str, begin: int, stop: int, taken: list[Segment]) -> Iterator[Segment]:
    """Segments in single marks outside the double ones; apostrophes are passed over."""
    if text.find("'", begin, stop) < 0 and text.find("‘", begin, stop) < 0:
        return
    starts = [segment.outer_start for segment in taken]
    opened = None
    for match in _APOSTROPHE.finditer(text, begin, stop):
        at, char = match.start(), match.group()
        if not _SINGLE.match(text, at):
            continue
        inside = bisect_right(starts, at) - 1
        if inside >= 0 and at < taken[inside].outer_end:
            opened = None
            continue
        opens = (
            (at == begin or not (text[at - 1].isalnum()))
            and char != "’"
            and not _is_space(text, at + 1, begin, stop)
            and (_is_space(text, at - 1, begin, stop) or text[at + 1] not in AFTER_CLOSE)
        )
        if opens and _ELISION.match(text, at):
            continue
        if opens and (opened is None or char == "‘"):
            opened = at
        elif opened is not None and not opens and _pairs(text, opened, at):
            if at - opened <= LONGEST_SINGLE:
                yield Segment(opened + 1, at, opened, at + 1, "single", True)
            opened = None


def _pairs(text: str, opened: int, at: int) -> bool:
    """Whether the mark at `at` closes the one at `opened` and is no plural possessive."""
    if (text[opened] == "‘") != (text[at] == "’"):
        return False
    plural = (
        text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
    )
    return not (
        plural
        and text.find(text[at], at + 1, opened + LONGEST_SINGLE) > 0
        and _closes_later(text, opened, at)
    )


def _closes_later(text: str, opened: int, at: int) -> bool:
    """Whether a better closing mark follows on the same line: after a full stop or comma, say."""
    tail = text[at + 1 : opened + LONGEST_SINGLE].split("\n", 1)[0]
    nearest_open = tail.find("‘")
    later = re.search(r"[\w.,!?…]" + text[at] + r"(?![\w'’])", tail)
    return later is not None and not 0 <= nearest_open < later.start()


def segments(text: str, spans: Sequence[tuple[int, int]] | None = None) -> list[Segment]:
    """Every stretch in quotation marks, in reading order; an odd mark yields `closed=False`.

    >>> [text[s.start:s.end] for text in ["A ‘new’ “old one” isn't"] for s in segments(text)]
    ['new', 'old one']
    """
    found: list[Segment] = []
    for begin, stop in paragraphs(text) if spans is None else spans:
        doubles = list(_doubles(text, begin, stop))
        found += sorted(
            [*doubles, *_singles(text, begin, stop, doubles)], key=lambda s: s.outer_start
        )
    return found
