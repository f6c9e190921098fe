"""Invented pages with their facts: those that carry marks, and those that two readers labeled."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bench.pages import score
from extraction.text.candidates import Span

TRAINING = score.INVENTED / "training.txt"
PAGE = re.compile(r"^=== (?P<name>\S+)\n", re.M)
MARK = re.compile(r"\{(?P<kind>\w+)(?: (?P<value>\w+))?\|(?P<words>[^{}|\n]+)\}")


class Fact(NamedTuple):
    """A marked fact; its value is empty where none is marked."""

    kind: str
    value: str
    span: Span


class Page(NamedTuple):
    """A page, who wrote it, and its facts in their order."""

    name: str
    writer: str
    text: str
    facts: list[Fact]


def plain(marked: str) -> tuple[str, list[Fact]]:
    """A text without its marks, and the facts that they tell.

    >>> plain("It {response refused|said no}.")
    ('It said no.', [Fact(kind='response', value='refused', span=(3, 10))])
    """
    pieces, facts, at, size = [], list[Fact](), 0, 0
    for mark in MARK.finditer(marked):
        pieces += [marked[at : mark.start()], mark["words"]]
        start = size + mark.start() - at
        size = start + len(mark["words"])
        facts.append(Fact(mark["kind"], mark["value"] or "", (start, size)))
        at = mark.end()
    return "".join([*pieces, marked[at:]]), facts


def marked() -> Iterator[Page]:
    """The pages that one writer each invented and marked."""
    parts = PAGE.split(TRAINING.read_text(encoding="utf-8"))
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        yield Page(name, name[0], *plain(text.strip() + "\n"))


def labeled() -> Iterator[Page]:
    """The pages for learning that two readers labeled."""
    for address, text, labels in score.invented("learning"):
        facts = [
            Fact(kind, value, span)
            for kind in score.PLACES
            for span, value in score.places(text, [each for each in labels if each[0] == kind])
        ]
        name = address.removeprefix("invented:")
        yield Page(name, f"labeled {name[0]}", text, facts)
