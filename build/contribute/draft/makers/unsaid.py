"""Sentences without a row that may tell a fact: a row of each is offered to a person.

A petition, a hearing or a paper to somebody is never left out in silence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import NamedTuple

from contribute.draft.makers import clauses
from contribute.draft.makers.happened import actors, courts, happenings, incourt
from contribute.draft.makers.papers.cells import DAYS_LEFT
from contribute.draft.makers.papers.paper import Owned, Paper
from contribute.draft.makers.papers.wording import OF_STRANGERS, is_of_others
from contribute.draft.makers.rest import shown
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import OF_NATION, Reading, Stretch
from contribute.draft.rows import Cell, Row
from contribute.draft.turns import turn, turns
from extraction.facts.phrases import table
from ice_subpoenas.derivations.find import Span
from reviewed.toml import value


class Sign(NamedTuple):
    """Words by which a sentence may tell something: what, and in a row of which table and kind."""

    what: str
    table: str
    kind: str
    pattern: re.Pattern[str]


SIGNS = [
    Sign(row["what"], row["table"], row["kind"], turn(__file__, row["words"], incourt.PIECES))
    for row in table(__file__)["sign"]
]
"""What a sentence may tell, the most telling first."""
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
RESULTS = turns(__file__, "results")
"""Results of an answer by their words; without them it is taken for a refusal."""
LIKELY = "“{}” may tell of {}{}"
DECIDES = "; write what it decides: enforcement, quashing, prohibition, stay, appeal or other"
RESULT = "; if its result does not fit, write another, and its words in phrases_in: {}"
OF_KIND = {
    "petition": '; where others than the government went to court, write kind = "suit"',
    "order": DECIDES,
    "response": RESULT.format("agreed, agreed_in_part, declined, reviewing or unable"),
    "production": "; if words tell how much was given, add them as result: whole or part",
}
"""What else a person decides of each kind."""
OF_OTHERS = (
    "“{}” tells of a subpoena: did a court, a legislature or a party to a lawsuit issue it? yes: "
    "change the reason to out_of_scope | no, the agency did: give it an act"
)
FURTHER = (
    "“{}” may tell of another paper from the agency: who got it? a private company or person: such "
    "papers are left out, so change the reason to out_of_scope | an office of a state or local "
    "government: give it an act (python build new acts subpoenas agencies) | nobody: keep"
)
SHORTEST = 60  # characters of words that say what a sentence tells
FEW = 4  # words of them
TERM = (
    "“{}” may tell how long the recipient has to answer: does it? no: keep, or change the "
    "reason | yes: delete this row, and add to `said` of the act: {}"
)
MATTER = (
    "a court matter, to which the row of a step in court belongs, of the kind enforcement, "
    "recipient_suit, staff_suit or third_party_suit"
)
COURT_KINDS = frozenset(("petition", "hearing", "hearing_set", "order", "motion"))
IN_COURT = (*COURT_KINDS, "threat", "suit")
"""Kinds of what leads to or happens in court."""
MATTERS = ("enforcement", "suit")
"""Court matters by their ids: of the government, and of the recipient."""
DENIED = re.compile(
    r"\b(?:no|not|never|refus\w+|declin\w+|reject\w+|against|fight|without)\b|n[’']t\b", re.I
)
"""Words without which an answer is no refusal."""
AGENCY, RECIPIENT = ("agency",), ("recipient",)
SPOKEN = dict.fromkeys(("a threat", "a withdrawal"), AGENCY)
SPOKEN |= dict.fromkeys(("a review", "an answer"), RECIPIENT)
"""What may be done in words that are quoted, and who does so."""
RULING = re.compile(r"ruled|granted|denied|quashed|declined")
"""Words of an order that decides what was asked."""
JUDGE = re.compile(r"\b(?:[Jj]udge|[Mm]agistrate|[Cc]hancellor)\b")


def of_judges(reading: Reading, quotes: Iterable[Row]) -> Iterator[Stretch]:
    """The sentences that report what a judge said, who may have ruled or set a hearing there."""
    told = (p.stretch for row in quotes if row.pairs.get("kind") == "indirect" for p in row.said)
    yield from (s for s in told if JUDGE.search(reading.words(s.span)))


def in_court(rows: Iterable[Row]) -> Mapping[int, Sequence[Span]]:
    """The words of steps in court by the number of their sentence, if no row has its ruling."""
    found: dict[int, list[Span]] = {}
    ruled: set[int] = set()
    for row in (row for row in rows if row.pairs.get("kind") in COURT_KINDS):
        for passage in row.said:
            ruled |= {passage.stretch.number} if row.pairs["kind"] == "order" else set()
            own = (c.span for c in passage.cells if c.column == "kind")
            found.setdefault(passage.stretch.number, []).extend(own)
    return {number: spans for number, spans in found.items() if number not in ruled}


@dataclass(frozen=True)
class Unsaid:
    """Asks about sentences of one text from which no row was drafted."""

    scene: Scene
    taken: frozenset[str]
    """The ids of the rows of acts, each behind that of its act."""
    in_court: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    """By the number of a sentence, the words of steps in court of which rows tell, and no ruling;
    such a sentence may tell of a ruling besides."""
    _offered: set[str] = field(default_factory=set)
    """The ids of offered rows, each behind that of its act."""

    def _signs(self, stretch: Stretch) -> Iterator[tuple[Sign, re.Match[str]]]:
        """What a sentence may tell, by its words, the most telling first."""
        text = self.scene.reading.text
        if self.scene.reading.is_commanded(stretch):
            return
        for sign in SIGNS:
            found = sign.pattern.search(text[slice(*stretch.span)])
            if found is None or (self._is_quoted(stretch, found) and not self._acts(stretch, sign)):
                continue
            before = text[stretch.start : stretch.start + found.start()]
            none = [incourt.WORDS["not_done"], *([incourt.UNREAL] if sign.kind == "order" else [])]
            if sign.kind in COURT_KINDS and any(each.search(before) for each in none):
                continue
            is_answer = sign.kind in happenings.OF_ANSWER
            if not (is_answer and self._is_no_answer(stretch, found)):
                yield sign, found

    def _is_quoted(self, stretch: Stretch, found: re.Match[str]) -> bool:
        """Whether somebody says the words, so that they tell nothing of what happened."""
        span = stretch.start + found.start(), stretch.start + found.end()
        return self.scene.reading.is_quoted((span[0], min(span[1], span[0] + 1)))

    def _acts(self, stretch: Stretch, sign: Sign) -> bool:
        """Whether somebody does by speaking what a sentence tells: the agency threatens or
        takes its papers back, the recipient says what it does with them."""
        sides = SPOKEN.get(sign.what, ())
        quoted = (c for c in self.scene.reading.candidates if c.kind == "quotation")
        here = [c for c in quoted if c.start < stretch.end and stretch.start < c.end]
        told = [each for c in here if (each := self.scene.speaker_of(c))]
        return bool(sides) and all(speaker.side in (*sides, None) for speaker, _ in told)

    def _apart(
        self, signs: Iterable[tuple[Sign, re.Match[str]]]
    ) -> Iterator[tuple[Sign, re.Match[str]]]:
        """The signs whose words are not those of a more telling one."""
        ends = 0, 0
        for sign, found in signs:
            if not (found.start() < ends[1] and ends[0] < found.end()):
                yield sign, found
                ends = found.span()

    def _besides(
        self, stretch: Stretch, signs: Iterable[tuple[Sign, re.Match[str]]]
    ) -> Iterator[tuple[Sign, re.Match[str]]]:
        """The signs; of a sentence whose steps in court have rows, only that of a ruling."""
        used = self.in_court.get(stretch.number)
        for sign, found in signs:
            span = stretch.start + found.start(), stretch.start + found.end()
            is_apart = not any(a < span[1] and span[0] < b for a, b in used or ())
            if used is None or (sign.kind == "order" and is_apart):
                yield sign, found

    def _is_no_answer(self, stretch: Stretch, found: re.Match[str]) -> bool:
        """Whether the words tell no answer of the recipient: a reporter is answered, somebody else
        answers, or nobody does."""
        scene = self.scene
        span = stretch.start + found.start(), stretch.start + found.end()
        paper = scene.paper(stretch)
        return (
            happenings.is_no_deed(scene, stretch, span[0])
            or actors.is_agencys(scene, stretch, span)
            or actors.is_judges(scene, stretch)
            or scene.is_of_detainer(stretch)
            or (paper is not None and actors.is_anothers(scene, paper, stretch, span))
            or (paper is not None and happenings.is_long_ago(scene, paper, stretch))
        )

    def question(self, stretch: Stretch) -> str:
        """The question about a sentence without an offered row; empty where it tells nothing."""
        if OF_STRANGERS.search(self.scene.words(stretch.span)):
            return ""
        if is_of_others(self.scene.words(stretch.span)):
            return OF_OTHERS.format(shown(self.scene.reading, stretch, self.scene.private_spans))
        told = next(self._signs(stretch), None)
        if told is None or told[0].table != "acts":
            return self._term(stretch)
        return FURTHER.format(shown(self.scene.reading, stretch, self.scene.private_spans))

    def rows(self, stretches: Iterable[Stretch]) -> Iterator[Owned]:
        """A row offered of each sentence that may tell a fact, with its act."""
        told_in = (s for s in stretches if s.region == "body")
        for stretch in (s for s in told_in if not is_of_others(self.scene.words(s.span))):
            told = [*self._apart(self._besides(stretch, self._signs(stretch)))]
            paper = self._paper(stretch) if told and told[0][0].table != "acts" else None
            in_court = [each for each in told[1:] if each[0].kind in COURT_KINDS]
            is_court = bool(told) and told[0][0].kind in COURT_KINDS
            if paper is None:
                continue
            for sign, found in [*told[:1], *(in_court if is_court else [])]:
                yield from self._in_matter(paper, self._row(paper, stretch, sign, found))

    def _in_matter(self, paper: Paper, row: Row) -> Iterator[Owned]:
        """An offered row; of a step in court, with the matter to which it belongs, behind an offer
        of that if no act has one."""
        if row.pairs.get("kind") not in COURT_KINDS:
            yield paper, row
            return
        known = self.taken | self._offered
        suits = sorted(n.split("/")[1] for n in known if n.startswith(f"{paper.act_id}/suit-"))
        matters = (name for name in MATTERS if f"{paper.act_id}/{name}" in known)
        own = next(chain(matters, suits), "")
        if not own:
            matter = clauses.asked(self.scene.reading, courts.unbegun(self.scene, paper, row))
            own = self._free(paper, str(matter.pairs["id"]))
            words = shown(self.scene.reading, row.said[0].stretch, self.scene.private_spans)
            said = tuple(paper.tied(self.scene.reading, passage) for passage in matter.said)
            asked = LIKELY.format(words, MATTER, "")
            yield paper, replace(matter, said=said, asks={"": asked}, is_offered=True)
        yield paper, replace(row, pairs={**row.pairs, "proceeding_id": f"-{own}"})

    def _paper(self, stretch: Stretch) -> Paper | None:
        """The act of a sentence; null where it names only a body of whose papers there is none, and
        of an act that is not drafted."""
        named = [
            body.agency_id
            for span, body in self.scene.receivers.named(stretch)
            if not OF_NATION.search(self.scene.words(span))
        ]
        drafted = {p.body.agency_id for p in self.scene.papers if not p.is_in_passing}
        paper = self.scene.paper(stretch)
        is_none = paper is None or paper.is_in_passing or (named and not drafted & {*named})
        return None if is_none else paper

    def _row(self, paper: Paper, stretch: Stretch, sign: Sign, found: re.Match[str]) -> Row:
        """The row offered of a sentence."""
        start, end = found.span("words" if found.groupdict().get("words") else 0)
        span = self._few((stretch.start + start, stretch.start + end))
        row = self._event(paper, stretch, sign, span)
        name = self._free(paper, str(row.pairs.get("id", row.pairs.get("kind"))).replace("_", "-"))
        more = OF_KIND.get(str(row.pairs.get("kind")), "")
        told = shown(self.scene.reading, stretch, self.scene.private_spans)
        asked = LIKELY.format(told, sign.what, more)
        row = clauses.asked(self.scene.reading, row)
        pairs = {"id": name, **row.pairs, **{"id": name}}
        return replace(row, pairs=pairs, asks={"": asked}, is_offered=True)

    def _few(self, span: Span) -> Span:
        """The first words that say what a sentence tells, as many as a phrase may have."""
        text = self.scene.reading.text
        start, end = self.scene.whole((span[0], min(span[1], span[0] + SHORTEST)))
        words = list(re.finditer(r"\S+", text[start:end]))[:FEW]
        return start, start + len(text[start : start + words[-1].end()].rstrip('.,;:”"'))

    def _event(self, paper: Paper, stretch: Stretch, sign: Sign, span: Span) -> Row:
        """What happened to the papers, with who acts, on which day, in which court matter."""
        scene, words = self.scene, self.scene.words(stretch.span)
        is_ahead = sign.kind == "hearing" and WORDS["to_come"].search(words)
        kind = "hearing_set" if is_ahead else sign.kind
        cells = [Cell("kind", span)]
        if kind == "response":
            own = (code for code, pattern in RESULTS.items() if pattern.search(words))
            result = next(own, "declined" if DENIED.search(words) else None)
            cells += [Cell("result", span, result, "result")] if result else []
        if kind in happenings.OF_ANSWER:
            cells += actors.actor(scene, paper, stretch, span)
        else:
            cells += incourt.mover(scene, paper, stretch, span, kind)
        row = happenings.event(scene, paper, stretch, cells, kind)
        pairs = dict(row.pairs)
        if kind == "order" and not RULING.search(scene.words(span)):
            pairs["decides"] = "other"
        said = tuple(paper.tied(scene.reading, passage) for passage in row.said)
        return replace(row, pairs=pairs, said=said)

    def _free(self, paper: Paper, name: str) -> str:
        """An id that no row of an act has, and no offered row of it."""
        for own in chain((name,), (f"{name}-{n}" for n in count(2))):
            whole = f"{paper.act_id}/{own}"
            if whole not in self.taken and whole not in self._offered:
                self._offered.add(whole)
                return own
        raise AssertionError  # numbers do not end

    def _term(self, stretch: Stretch) -> str:
        """The question about a term to answer; empty where a sentence tells none."""
        text = self.scene.reading.text
        found = DAYS_LEFT.search(text, *stretch.span)
        if not found:
            return ""
        words = self.scene.words(self.scene.reading.cover([found.span("days")], stretch))
        cells = {"days_to_respond": found["days"]}
        said = value({"words": words, "cells": cells})
        return TERM.format(shown(self.scene.reading, stretch, self.scene.private_spans), said)
