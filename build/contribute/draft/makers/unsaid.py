"""Sentences without a row that may tell a fact: each has a likely row, which a person keeps or not.

A petition, a hearing, a paper to somebody, a release or a detainer is never left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import NamedTuple

from contribute.draft.makers import clauses
from contribute.draft.makers.happened import actors, happenings, incourt
from contribute.draft.makers.papers.cells import DAYS_LEFT
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.receivers import Receivers
from contribute.draft.makers.papers.wording import BUSINESS, is_of_others
from contribute.draft.makers.persons import facts
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import OF_NATION, Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.facts import beside
from ice_subpoenas.derivations.find import Span
from reviewed.toml import value


class Sign(NamedTuple):
    """Words by which a sentence may tell something: what, and in a row of which table and kind."""

    what: str
    table: str
    kind: str
    pattern: re.Pattern[str]


WHOM = r"(?:him|her|them|the (?:\w+ )?(?:man|woman|men|people|inmates?))"
SIGNS = tuple(
    Sign(what, table, kind, re.compile(pattern, re.I))
    for what, table, kind, pattern in (
        (
            *("a hearing", "events", "hearing"),
            r"\bhearings?\b|\b(?:injunction|arguments) (?:is|are) (?:set|scheduled)\b|"
            r"\b(?:hear|heard) (?:oral )?(?:arguments?|the (?:motion|case|matter|"
            r"request))\b|\bto argue before\b|"
            r"\b(?:heard|listened to|hear|questioned) (?:from )?(?:both sides|the lawyers)\b",
        ),
        (
            *("a ruling", "events", "order"),
            r"\b(?:judge|court|magistrate|chancellor)\b[^.;]*\b(?:ruled|ordered|granted|denied|quashed|sided|sealed|"
            r"gave|told|declined|dismissed|allowed|blocked|extended)\b|"
            r"^(?:He|She) (?:told|ordered|gave) (?:the (?:county|city|state|district|agency|"
            r"government|lawyers|parties)|both sides)\b",
        ),
        (
            *("a petition or suit", "events", "petition"),
            r"\b(?:petition(?:ed|s)?|sued|lawsuit|filed suit|went to (?:\w+ )?court|"
            r"take \w+ to court)\b|\bask(?:s|ed|ing)? [^.;]{0,60}?\b(?:court|judge)\b"
            r"[^;]{0,60}? to (?:enforce|order|compel|force|require)\b",
        ),
        (
            *("a motion", "events", "motion"),
            r"\bmotions?\b|\bmoved to \w+|\bask(?:s|ed|ing)? (?:on [\w. ]{3,12} )?(?:that|for|a "
            r"(?:federal )?(?:judge|court) to)\b[^.;]{0,40}\b(?:thrown out|quash\w*|set aside|"
            r"block\w*|void)\b|\bask(?:s|ed|ing)? .{0,80}\b(?:court|judge)\b.{0,60} to (?:quash|"
            r"block|throw out|set aside|void|toss)\b",
        ),
        (
            *("a detainer", "case_facts", "detainer_lodged"),
            rf"\bdetainers?\b|\b(?:hold|keep|detain) {WHOM}\b|\bimmigration hold\b",
        ),
        (
            *("a release or bond", "case_facts", "release"),
            rf"\b(?:released|freed|bond|bail|set free|let {WHOM} go|went home|walked out)\b",
        ),
        (
            *("somebody's custody or case", "case_facts", "custody"),
            r"\b(?:custody|jailed|booked|arrested|charged|convicted|sentenced|deported|fined|"
            r"pleaded|charges?)\b",
        ),
        (
            *("a production", "events", "production"),
            r"\b(?:turned|handed|gave|given|drove|brought|sent|passed) (?:\w+ ){0,3}?(?:over|up)\b|"
            r"\bcomplied\b|\bmet (?:that|the) deadline\b|"
            r"\b(?:e-?mailed|mailed|faxed|provided|forwarded|surrendered|released) (?:back )?"
            r"(?:the|them|it|copies|a copy|\w+ (?:dates|names|addresses|records|files|forms))\b",
        ),
        (
            *("an answer", "events", "response"),
            r"\b(?:refus|declin(?!ed to comment)|repl[iy]|answer(?!ed that))\w*\b|"
            r"\brespond(?:ed|s|ing)?\b|"
            r"\bnot (?:plan|intend) to\b|\b(?:will|would|is going to) (?:not|fight|comply)\b|"
            r"\b(?:won|wouldn)[’']t (?:be )?\w+|\bturned \w+ down\b|\bundecided\b|\bput off\b|"
            r"\b(?:make|made) up (?:its|her|his|their) mind\b|\b(?:not|n[’']t|yet to) (?:yet )?"
            r"(?:decide[ds]?|say|said)\b",
        ),
        (
            *("a further paper", "acts", "letter"),
            r"\b(?:letter|notice|request|subpoena|summons|paper|second one|third one)s?\b[^.;]*"
            r"\b(?:left|sent|mailed|served|delivered|came|went|arrived|asks?|asking|received|got)\b|"
            r"\b(?:first|second|third|fourth|other|another|one)\b[^.;]{0,40}\b(?:went|landed|was "
            r"(?:hand-)?(?:delivered|served|sent|mailed|given)|came) (?:on|to|at|for)\b|"
            r"\b(?:issued|served|sent) (?:them|it)\b|"
            r"\b(?:left|sent|mailed|served|delivered|came|arrived|received|got|opened)\b[^.;]*"
            r"\b(?:letter|notice|request for|subpoena|summons|second one|third one)s?\b",
        ),
    )
)
"""What a sentence may tell, the most telling first."""
NO_ANSWER = re.compile(
    r"\b(?:comment|calls?|questions|e-?mails?|messages?|interview|response to (?:a|an) \w+)\b", re.I
)
"""What is answered or not where a reporter asks."""
ABOUT_PAPERS = re.compile(r"\b(?:subpoenas?|agents|ICE|records?|files?|refusal|comply)\b")
FACTS = {
    "arrest": ("arrest", "arrested"),
    "charge": ("charge", "charged"),
    "convict": ("conviction", "convicted"),
    "sentenc": ("sentence", "sentenced"),
    "plead": ("plea", "pleaded"),
    "bond": ("bail", "asserted"),
    "bail": ("bail", "asserted"),
}
"""Kind and modality of a fact by a word of it, where it is not the one of its sign."""
RESULTS = (
    (
        "reviewing",
        re.compile(
            r"\b(?:review|weigh|consider|study|stud(?:y|ies)|undecided|decid\w+|put off|mind|"
            r"yet to|reading)\w*",
            re.I,
        ),
    ),
    ("agreed", re.compile(r"\b(?:agreed|(?:will|would|plans? to|going to) (?:comply|\w+ over))\b")),
)
"""Results of an answer by their words; without them it is taken for a refusal."""
PART = re.compile(
    r"\b(?:part|some|only|but (?:not|left|kept|held)|except|without|withheld|left out|partial\w*|"
    r"portion|slice|redacted|blacked out|rest|and not)\b",
    re.I,
)
"""Words beside a production by which not all was produced."""
TO_COME = re.compile(
    r"\b(?:set|scheduled|will|(?:is|are) to|next|upcoming|due|expected|before \w+ on)\b", re.I
)
"""Words beside a hearing that is still to come."""
LIKELY = (
    "“{}” may tell of {}: does it? yes: leave only the row on this line{} | no: delete this line: "
)
DECIDES = ", with what it decides: enforcement, quashing, prohibition, stay, appeal or other"
RESULT = ", with another result if it does not fit, and its words in phrases_in: {}"
OF_KIND = {
    "order": DECIDES,
    "response": RESULT.format("agreed, agreed_in_part, declined, reviewing or unable"),
    "production": RESULT.format("whole or part"),
}
"""What else a person decides of each kind."""
OF_OTHERS = (
    "“{}” tells of a subpoena of a court, a legislature or somebody who sues, which no code of "
    "instrument says: is it one of the agency? no: out of scope | yes: give it an act"
)
FURTHER = (
    "“{}” may tell of a further paper of the agency: to whom? to a private company or person: "
    "such papers are left out, so the reason is out_of_scope | to an office of a state or local "
    "government: give it an act (python build new acts subpoenas agencies) | no: keep"
)
SHORTEST = 60  # characters of words that say what a sentence tells
FEW = 4  # words of them
TERM = (
    "“{}” may tell how long these papers give for an answer: do they? no: keep, or change the "
    "reason | yes: delete this row, and add to `said` of the act: {}"
)
COURT_KINDS = frozenset(("petition", "hearing", "hearing_set", "order", "motion"))
NO_TEXT = "…"
Owned = tuple[Paper, Row]


@dataclass(frozen=True)
class Unsaid:
    """Asks about sentences of one text from which no row was drafted."""

    scene: Scene
    taken: frozenset[str]
    """The ids of the rows of acts, each behind that of its act."""
    _offered: set[str] = field(default_factory=set)
    """The ids of likely rows, each behind that of its act."""

    def _signs(self, stretch: Stretch) -> Iterator[tuple[Sign, re.Match[str]]]:
        """What a sentence may tell, by its words, the most telling first."""
        text = self.scene.reading.text
        for sign in SIGNS:
            found = sign.pattern.search(text[slice(*stretch.span)])
            if found is None or self._is_quoted(stretch, found):
                continue
            if not (sign.kind == "response" and self._is_no_answer(stretch, found)):
                yield sign, found
        yield from self._answers(stretch)

    def _answers(self, stretch: Stretch) -> Iterator[tuple[Sign, re.Match[str]]]:
        """What a model takes for an answer."""
        text = self.scene.reading.text
        for c in self.scene.reading.likely:
            if c.kind == beside.ANSWER and c.value != "no_comment":
                own = re.compile(re.escape(text[c.start : c.end]))
                kind = "production" if c.value == "complied" else "response"
                if found := own.search(text[slice(*stretch.span)]):
                    yield Sign("an answer", "events", kind, own), found

    def _is_quoted(self, stretch: Stretch, found: re.Match[str]) -> bool:
        """Whether somebody says the words, so that they tell nothing of what happened."""
        span = stretch.start + found.start(), stretch.start + found.end()
        return self.scene.reading.is_quoted((span[0], min(span[1], span[0] + 1)))

    def _apart(
        self, signs: Iterable[tuple[Sign, re.Match[str]]]
    ) -> Iterator[tuple[Sign, re.Match[str]]]:
        """The signs whose words are not those of a more telling one."""
        ends = 0, 0
        for sign, found in signs:
            if not (found.start() < ends[1] and ends[0] < found.end()):
                yield sign, found
                ends = found.span()

    def _is_no_answer(self, stretch: Stretch, found: re.Match[str]) -> bool:
        """Whether a reporter is answered or not, and nobody who got papers answers them."""
        words = self.scene.words((stretch.start + found.start(), stretch.end))
        return bool(NO_ANSWER.search(words)) and not ABOUT_PAPERS.search(words)

    def question(self, stretch: Stretch) -> str:
        """The question about a sentence without a likely row; empty where it tells nothing."""
        if is_of_others(self.scene.words(stretch.span)):
            return OF_OTHERS.format(self._shown(stretch))
        told = next(self._signs(stretch), None)
        if told is None or told[0].table != "acts":
            return self._term(stretch)
        return FURTHER.format(self._shown(stretch))

    def rows(self, stretches: Iterable[Stretch]) -> Iterator[Owned]:
        """A likely row of each sentence that may tell a fact, with its act."""
        told_in = (s for s in stretches if s.region == "body")
        for stretch in (s for s in told_in if not is_of_others(self.scene.words(s.span))):
            told = [*self._apart(self._signs(stretch))]
            paper = self._paper(stretch) if told and told[0][0].table != "acts" else None
            in_court = [each for each in told[1:] if each[0].kind in COURT_KINDS]
            is_court = bool(told) and told[0][0].kind in COURT_KINDS
            for sign, found in [*told[:1], *(in_court if is_court else [])] if paper else ():
                row = self._row(paper, stretch, sign, found) if paper else None
                if paper and row:
                    yield paper, row

    def _paper(self, stretch: Stretch) -> Paper | None:
        """The act of a sentence; null where it names only a body of whose papers there is none."""
        named = [
            body.agency_id
            for span, body in self._receivers.named(stretch)
            if not OF_NATION.search(self.scene.words(span))
        ]
        drafted = {paper.body.agency_id for paper in self.scene.papers}
        is_anothers = named and not drafted & {*named}
        return None if is_anothers else self.scene.paper(stretch)

    @property
    def _receivers(self) -> Receivers:
        return Receivers(self.scene.reading, self.scene.bodies)

    def _shown(self, stretch: Stretch) -> str:
        """A sentence as a question shows it, with `…` for each name that is left out."""
        text, at, parts = self.scene.reading.text, stretch.start, list[str]()
        for a, b in self.scene.private_spans:
            if at <= a and b <= stretch.end:
                parts += [text[at:a], NO_TEXT]
                at = b
        return " ".join("".join([*parts, text[at : stretch.end]]).split())

    def _row(self, paper: Paper, stretch: Stretch, sign: Sign, found: re.Match[str]) -> Row | None:
        """The likely row of a sentence; null where nobody is known of whom it tells."""
        span = self._few((stretch.start + found.start(), stretch.start + found.end()))
        if sign.table == "case_facts":
            row = self._fact(stretch, sign, span)
        else:
            row = self._event(paper, stretch, sign, span)
        if row is None:
            return None
        name = self._free(paper, str(row.pairs.get("id", row.pairs.get("kind"))).replace("_", "-"))
        more = OF_KIND.get(str(row.pairs.get("kind")), "")
        asked = LIKELY.format(self._shown(stretch), sign.what, more)
        row = clauses.asked(self.scene.reading, row)
        return replace(row, pairs={"id": name, **row.pairs, **{"id": name}}, asks={}, likely=asked)

    def _few(self, span: Span) -> Span:
        """The first words that say what a sentence tells, as many as a phrase may have."""
        text = self.scene.reading.text
        start, end = self.scene.whole((span[0], min(span[1], span[0] + SHORTEST)))
        words = list(re.finditer(r"\S+", text[start:end]))[:FEW]
        return start, start + len(text[start : start + words[-1].end()].rstrip('.,;:”"'))

    def _fact(self, stretch: Stretch, sign: Sign, span: Span) -> Row | None:
        """What a sentence tells of the one person whom the text describes, if there is one."""
        if len(self.scene.subjects) != 1:
            return None
        (subject,) = self.scene.subjects
        words = self.scene.words(span).lower()
        own = (codes for word, codes in FACTS.items() if word in words)
        kind, modality = next(own, (sign.kind, "asserted"))
        cells = [Cell("kind", span, kind, "fact"), Cell("modality", span, modality, "modality")]
        days = self.scene.reading.inside(stretch, "date")
        cells += [Cell("occurred", (day.start, day.end)) for day in days[:1]]
        about = facts.described(self.scene, subject)
        pairs = {"id": kind, "individual_id": subject.individual_id}
        return Row("case_facts", pairs, (Passage(stretch, tuple(cells), about),))

    def _event(self, paper: Paper, stretch: Stretch, sign: Sign, span: Span) -> Row:
        """What happened to the papers, with who acts, on which day, in which court matter."""
        scene, words = self.scene, self.scene.words(stretch.span)
        is_ahead = sign.kind == "hearing" and TO_COME.search(words)
        kind = "hearing_set" if is_ahead else sign.kind
        before = scene.words((stretch.start, span[0]))
        if kind == "petition" and incourt.OFFICE.search(before) and not incourt.FOR.search(words):
            kind = "motion"  # of those who got the papers
        cells = [Cell("kind", span)]
        if kind == "response":
            own = (code for code, pattern in RESULTS if pattern.search(words))
            cells.append(Cell("result", span, next(own, "declined"), "result"))
        elif kind == "production":
            cells.append(Cell("result", span, "part" if PART.search(words) else "whole", "result"))
        if kind in happenings.OF_ANSWER:
            cells += actors.actor(scene, paper, stretch, span)
        else:
            cells += incourt.mover(scene, paper, stretch, span, kind)
        row = happenings.event(scene, paper, stretch, cells, kind)
        pairs = dict(row.pairs)
        if kind in COURT_KINDS and f"{paper.act_id}/enforcement" in self.taken:
            pairs["proceeding_id"] = "-enforcement"
        if kind == "order" and not re.search(r"ruled|granted|denied|quashed", scene.words(span)):
            pairs["decides"] = "other"
        said = tuple(paper.tied(scene.reading, passage) for passage in row.said)
        return replace(row, pairs=pairs, said=said)

    def _free(self, paper: Paper, name: str) -> str:
        """An id that no row of an act has, and no likely row of it."""
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
        if not found or BUSINESS.search(found[0]) or not self.scene.papers:
            return ""
        words = self.scene.words(self.scene.reading.cover([found.span("days")], stretch))
        cells = {"days_to_respond": found["days"]}
        said = value({"words": words, "cells": cells})
        return TERM.format(self._shown(stretch), said)
