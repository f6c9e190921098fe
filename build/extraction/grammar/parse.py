"""A shallow parse of one paragraph: tokens with coarse tags, each quotation one token."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extraction.grammar import cues, tags
from extraction.grammar.tags import fixed_tag, name_tag, word_tag
from extraction.text.marks import Segment

LONGEST_SENTENCE = 160  # tokens; keeps the cost linear on text without full stops
_REST = r"[\w’'&@/]*(?:[-‑.](?=\w)[\w’'&@/]*)*\.?"
_TOKEN = re.compile(
    rf"[^\W\d_]{_REST}|\$?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\w)|\d{_REST}|\$[\d.,]*\d|[#@]\w+|--+"
    r"|\.\.\.+|[^\w\s]"
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+$")
_ENDS_SENTENCE = re.compile(r"[.?!…]['’\"”)\]]*\s*$")


@dataclass(slots=True)
class Parse:
    """Tokens of a paragraph in parallel lists; `sentence[i]` numbers the sentence of token i."""

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    quote: dict[int, Segment] = field(default_factory=dict)
    """Segment of every quotation token."""
    _bounds: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)

    def bounds(self, token: int) -> tuple[int, int]:
        """First token and end (exclusive) of the sentence that holds a token."""
        return self._bounds[self.sentence[token]]

    def sentences(self) -> list[tuple[int, int]]:
        """First token and end (exclusive) of every sentence."""
        return self._bounds

    def ends_in_comma(self, token: int) -> bool:
        """Whether a token is a quotation with a comma before its closing mark: “…,”"""
        segment = self.quote.get(token)
        return segment is not None and self.text[segment.end - 1 : segment.end] == ","


def _split_stop(word: str) -> bool:
    """Whether the full stop at the end of a word ends a sentence and is no part of the word."""
    low = word.lower()
    if word == "no.":  # the abbreviation is No.
        return True
    short = low in cues.ABBREVIATIONS or low.rpartition("-")[2] in cues.ABBREVIATIONS  # R-Wis.
    return word.endswith(".") and not short and not _INITIAL.match(word.rpartition("-")[2])


def _ends_after(parse: Parse, following: str) -> bool:
    """Whether the last token, an abbreviation such as U.S., also ends its sentence."""
    return (
        parse.tag[-1] in (tags.NAME, tags.TIME)
        and parse.low[-1] not in cues.TITLES
        and following[:1].isupper()
        and following.lower() in _BEGINNING
    )


def is_headline(text: str, begin: int, stop: int) -> bool:
    """Whether nearly all words of a short paragraph are capitalized.

    >>> is_headline("Mayor Says New Plan Is ‘Dead’", 0, 29), is_headline("Mr. Ray said so.", 0, 16)
    (True, False)
    """
    if stop - begin > 200:
        return False
    words = [word for word in _LONG_WORD.findall(text, begin, stop) if word.lower() not in _SMALL]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


_BEGINNING = cues.DETERMINERS | cues.SUBJECT_PRONOUNS | {"in", "on", "but", "at"}
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = cues.PREPOSITIONS | cues.DETERMINERS | {"and", "but", "that"}


class _Builder:
    """Reads a paragraph from left to right into a Parse."""

    def __init__(self, text: str, headline: bool) -> None:
        self.parse = Parse(text)
        self.headline = headline
        self.first = 0
        self.at = 0

    def add(self, start: int, end: int, low: str, tag: str) -> None:
        parse = self.parse
        parse.start.append(start)
        parse.end.append(end)
        parse.low.append(low)
        parse.tag.append(tag)
        if tag == tags.STOP or len(parse.start) - self.first >= LONGEST_SENTENCE:
            self.close()

    def close(self) -> None:
        """End the sentence after the last token."""
        first, size = self.first, len(self.parse.start)
        if first < size:
            self._name_first()
            bounds = self.parse._bounds
            self.parse.sentence += [len(bounds)] * (size - first)
            bounds.append((first, size))
            self.first = size

    def _name_first(self) -> None:
        """Take a first word that only ends like a verb for a name: Browning said; Jared Ray."""
        parse, k = self.parse, self.first
        if self.headline or k + 1 >= len(parse) or parse.tag[k] not in (tags.VERB, tags.GERUND):
            return
        low, following = parse.low[k], parse.tag[k + 1]
        if low in cues.LEMMA or low in cues.VERBS or not parse.text[parse.start[k]].isupper():
            return
        verbs = (tags.CUE,) if low.endswith("ing") else (tags.CUE, tags.VERB, tags.AUXILIARY)
        if following in verbs or (following == tags.NAME and low in cues.FIRST_NAMES):
            parse.tag[k] = tags.NAME

    def words(self, begin: int, stop: int) -> None:
        """Tokens of running text without quotations."""
        parse, found = self.parse, self.parse.tag
        starts, ends, lows = parse.start.append, parse.end.append, parse.low.append
        find, end = parse.text.find, begin
        for word in _TOKEN.findall(parse.text, begin, stop):
            start = find(word, end)  # no other token stands between
            end = start + len(word)
            tag, low = fixed_tag(word), word
            if tag is None and self.is_inside():
                tag, low = name_tag(word), word.lower()
            if tag is not None:
                starts(start)
                ends(end)
                lows(low)
                found.append(tag)
                if len(found) - self.first >= LONGEST_SENTENCE:
                    self.close()
            elif word[0].isalnum() or (word[0] in "$#@" and len(word) > 1):
                self.word(word, start, end)
            else:
                self.mark(word, start, end)

    def is_inside(self) -> bool:
        """Whether a capital of the next word shows a name: no sentence may begin with it."""
        parse, size = self.parse, len(self.parse.start) - self.first
        if self.headline or size == 0 or parse.low[-1][-1] == ".":
            return False
        return size > 1 or parse.tag[-1] not in (tags.DASH, tags.OPEN)

    def word(self, word: str, start: int, end: int) -> None:
        parse, size = self.parse, len(self.parse.start)
        stop = word[-1] == "." and _split_stop(word)
        if stop:
            word, end = word[:-1], end - 1
        if self.first < size and parse.low[-1][-1] == "." and _ends_after(parse, word):
            self.close()
        initial = self.first == size or (
            size - self.first == 1 and parse.tag[-1] in (tags.DASH, tags.OPEN)
        )
        initial = initial or self.headline
        before = "" if self.first == size else parse.tag[-1]
        low_before = parse.low[-1] if before else ""
        low = word.lower().replace("’", "'")
        pair = size - self.first >= 3 and parse.tag[-2] == tags.AND
        plural = pair or low_before.endswith("s")
        if word[0] in "$" or (word[0].isdigit() and not word[-1].isalpha()):
            tag = tags.NUMBER
        elif word[0] in "#@":
            tag = tags.NAME
        else:
            tag = word_tag(word, low, before, low_before, initial, plural)
            if tag == tags.CUE and before == tags.WORD and self.is_compound(low, low_before):
                tag = tags.WORD
        parse.start.append(start)
        parse.end.append(end)
        parse.low.append(low)
        parse.tag.append(tag)
        if stop:
            self.add(end, end + 1, ".", tags.STOP)
        elif size + 1 - self.first >= LONGEST_SENTENCE:
            self.close()

    def is_compound(self, low: str, low_before: str) -> bool:
        """Whether a noun in the plural ends a noun phrase without an article, such as "inspection
        reports", which could be read as somebody who reports."""
        parse = self.parse
        if low not in cues.NOUN_LIKE or not low.endswith("s") or low_before.endswith("s"):
            return False
        stands = parse.tag[-2] if len(parse.tag) - self.first > 1 else ""
        return stands in (tags.COMMA, tags.PREPOSITION, tags.AND, tags.VERB, tags.CUE, "")

    def mark(self, mark: str, start: int, end: int) -> None:
        if mark in "?!." or mark[:3] == "..." or mark == "…":
            following = self.parse.text[end : end + 3].lstrip(" \xa0'’)”\"")
            tag = tags.STOP if mark in "?!." or following[:1].isupper() else tags.OTHER
        elif mark[0] in tags.DASHES:
            tag = tags.DASH
        else:
            tag = tags.PUNCTUATION.get(mark, tags.OTHER)
        self.add(start, end, mark, tag)

    def quotation(self, segment: Segment) -> None:
        parse = self.parse
        self.words(self.at, segment.outer_start)
        parse.quote[len(parse)] = segment
        self.add(segment.outer_start, segment.outer_end, "“”", tags.QUOTE)
        self.at = segment.outer_end
        if _ENDS_SENTENCE.search(parse.text[max(segment.start, segment.end - 8) : segment.end]):
            following = parse.text[segment.outer_end : segment.outer_end + 4].lstrip()
            if following[:1].isupper() or following[:1] in "“\"'‘":
                self.close()


def parse(
    text: str, begin: int, stop: int, segments: Sequence[Segment] = (), headline: bool = False
) -> Parse:
    """The shallow parse of text[begin:stop]; a quotation that ends a sentence ends it here too.

    In a headline, whose words are capitalized, a capital shows no name.

    >>> p = parse("Mr. Gray said so.", 0, 17)
    >>> list(zip(p.low, p.tag))
    [('mr.', 'NAME'), ('gray', 'NAME'), ('said', 'CUE'), ('so', 'ADV'), ('.', '.')]
    """
    builder = _Builder(text, headline)
    builder.at = begin
    for segment in segments:
        if segment.outer_start >= builder.at:
            builder.quotation(segment)
    builder.words(builder.at, stop)
    builder.close()
    return builder.parse


@lru_cache(maxsize=16)
def parsed(sentence: str) -> Parse:
    """The shallow parse of a sentence; the last few are kept, as several finders read the same."""
    return parse(sentence, 0, len(sentence))
