"""Invented articles with known speakers, from a seed.

Nothing here is taken from a publisher. The same seed gives the same article on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

GIVEN = (
    "Ada Boris Carla Dmitri Elena Farid Greta Hugo Ines Jonas Karin Luis Mara Nils Olga Pavel "
    "Rosa Stefan"
).split()
FAMILY = (
    "Abrahamsen Bellweather Castellano Dunmore Eastlake Farrow Garrity Holloway Ibarra Jessup "
    "Kessler Lindqvist Marchetti Novak Okafor Pemberton Quintero Rasmussen Santangelo Thackeray "
    "Underhill Vasquez"
).split()
TITLES = ["Mayor", "Sheriff", "City Attorney", "Sen.", "Rep.", "Gov.", "Police Chief", "Judge"]
ROLES = [
    "a county spokeswoman",
    "a lawyer for the city",
    "the agency's regional director",
    "a professor of law at the state university",
    "who leads the detention office",
    "a Democrat from the north side",
]
PLACES = [
    "Ashford",
    "Port Linden",
    "Grayson County",
    "Millbrook",
    "Harlow",
    "the Tri-Rivers region",
]
CLAIMS = [
    "We received the papers on Friday and we are reading them with care",
    "This request has no basis in the ordinance that the council passed",
    "Nobody in this building was told that the officers were coming",
    "The records belong to the county and they will stay with the county",
    "Our deputies followed every rule that applies to a release",
    "If the court orders us to answer then we will answer",
    "They knew the date of the hearing and did not send anyone",
]
FRAGMENTS = [
    "a fishing expedition",
    "without any warning",
    "plainly unlawful",
    "a routine request",
    "out of step with the public",
    "bullying of local officials",
]
CALLS = [
    " called the demand ",
    " said the demand was ",
    " described the order as ",
    " dismissed the letter as ",
]
TERMS = ["safe harbor", "open city", "hold", "trust ordinance"]
WORKS = ["Morning Ledger", "The Long Corridor", "State of the County"]
CUES = ["said", "told reporters", "wrote in an email", "explained", "added", "said in a statement"]
FILLER = [
    "The office opened in March and employs forty people.",
    "A hearing is set for the second week of the month.",
    "The two agencies have worked together since 2009.",
    "No date has been announced.",
]
MARKS = {"curly": ("“", "”"), "straight": ('"', '"'), "doubled": ("''", "''")}


@dataclass(slots=True)
class Answer:
    """One quotation of a synthetic article: its span and the speaker's, or None for nobody."""

    start: int
    end: int
    speaker: tuple[int, int] | None


@dataclass(slots=True)
class Article:
    """A synthetic article and every passage in marks that it holds."""

    text: str
    answers: list[Answer] = field(default_factory=list)


class Writer:
    """Writes one article piece by piece and remembers where the answers stand."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.style = self.random.choice(list(MARKS))
        self.pieces: list[str] = []
        self.length = 0
        self.answers: list[Answer] = []
        self.people = [
            f"{self.random.choice(GIVEN)} {name}" for name in self.random.sample(FAMILY, 4)
        ]

    def put(self, piece: str) -> tuple[int, int]:
        """Append a piece of text; its span."""
        start = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        return start, self.length

    def quote(self, words: str) -> Answer:
        """Append words in marks; the answer still lacks its speaker."""
        opening, closing = MARKS[self.style]
        self.put(opening)
        answer = Answer(*self.put(words), None)
        self.put(closing)
        self.answers.append(answer)
        return answer

    def pick(self, choices: list[str]) -> str:
        return self.random.choice(choices)

    def name(self) -> str:
        """A person as articles print one: full, with a title, or by surname."""
        person = self.pick(self.people)
        return self.pick([person, person.split()[1], f"{self.pick(TITLES)} {person}"])


def _x_said(w: Writer) -> None:
    answer = w.quote(w.pick(CLAIMS) + ",")
    w.put(" ")
    answer.speaker = w.put(w.name())
    w.put(f" {w.pick(CUES)}.")


def _said_x(w: Writer) -> None:
    answer = w.quote(w.pick(CLAIMS) + ",")
    w.put(" said ")
    answer.speaker = w.put(w.pick(w.people))
    w.put(f", {w.pick(ROLES)}.")


def _role_between(w: Writer) -> None:
    answer = w.quote(w.pick(CLAIMS) + ",")
    w.put(" ")
    answer.speaker = w.put(w.pick(w.people))
    w.put(f", {w.pick(ROLES)}, said.")


def _introduced(w: Writer) -> None:
    speaker = w.put(w.name())
    w.put(w.pick([" said, ", " told the board: ", " replied, ", " said on Tuesday, "]))
    w.quote(w.pick(CLAIMS) + ".").speaker = speaker


def _continued(w: Writer) -> None:
    _x_said(w)
    before = w.answers[-1]
    w.put(" ")
    w.quote(w.pick(CLAIMS) + ".").speaker = before.speaker


def _split(w: Writer) -> None:
    first = w.quote("We will answer,")
    w.put(" ")
    first.speaker = w.put(w.name())
    w.put(" said, ")
    w.quote("when a judge tells us to.").speaker = first.speaker


def _fragment(w: Writer) -> None:
    speaker = w.put(w.name())
    w.put(w.pick(CALLS))
    w.quote(w.pick(FRAGMENTS)).speaker = speaker
    w.put(".")


def _according(w: Writer) -> None:
    w.put("The demand was ")
    answer = w.quote(w.pick(FRAGMENTS) + ",")
    w.put(" according to ")
    answer.speaker = w.put(w.pick(w.people))
    w.put(".")


def _term(w: Writer) -> None:
    w.put(f"The streets of {w.pick(PLACES)} lie in the ")
    w.quote(w.pick(TERMS))
    w.put(" district of the county.")


def _work(w: Writer) -> None:
    w.put("The host of the show ")
    w.quote(w.pick(WORKS))
    w.put(" was not there.")


def _filler(w: Writer) -> None:
    w.put(w.pick(FILLER))


SENTENCES = [
    _x_said,
    _said_x,
    _role_between,
    _introduced,
    _continued,
    _split,
    _fragment,
    _according,
    _term,
    _work,
    _filler,
    _filler,
]


def article(seed: int, paragraphs: int = 12) -> Article:
    """The article of a seed: one kind of sentence a paragraph, all kinds of marks over the seeds.

    >>> article(1).text == article(1).text
    True
    """
    w = Writer(seed)
    w.put(f"{w.pick(PLACES)} Officials Answer Demand for Records\n\n")
    for _ in range(paragraphs):
        w.random.choice(SENTENCES)(w)
        w.put("\n\n")
    return Article("".join(w.pieces), w.answers)


def articles(count: int, first: int = 0) -> Iterator[Article]:
    """Articles of consecutive seeds."""
    return (article(seed) for seed in range(first, first + count))
