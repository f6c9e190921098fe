"""Sentences without a row that may tell a fact: each is asked about by itself, with a row to paste.

A petition, a hearing, a paper to somebody, a release or a detainer is never left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import NamedTuple

from contribute.draft.known import vocabulary_of
from contribute.draft.makers.papers.cells import DAYS_LEFT
from contribute.draft.makers.papers.paper import Paper, act_id
from contribute.draft.makers.papers.receivers import Receivers
from contribute.draft.makers.papers.wording import BUSINESS, is_of_others
from contribute.draft.makers.persons import facts
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import ASIDE, Cell, Passage, Row, Writer, phrases_of
from ice_subpoenas.derivations.find import Span
from reviewed import form
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
            *("a further paper", "acts", "letter"),
            r"\b(?:letter|notice|request|subpoena|summons|paper|second one|third one)s?\b[^.;]*"
            r"\b(?:left|sent|mailed|served|delivered|came|went|arrived|asks?|asking|received|got)\b|"
            r"\b(?:first|second|third|fourth|other|another|one)\b[^.;]{0,40}\b(?:went|landed|was "
            r"(?:hand-)?(?:delivered|served|sent|mailed|given)|came) (?:on|to|at|for)\b|"
            r"\b(?:issued|served|sent) (?:them|it)\b|"
            r"\b(?:left|sent|mailed|served|delivered|came|arrived|received|got)\b[^.;]*"
            r"\b(?:letter|notice|request for|subpoena|summons|second one|third one)s?\b",
        ),
        ("a hearing", "events", "hearing_set", r"\b(?:hearings?|(?:hear|heard) arguments?)\b"),
        (
            *("a petition or suit", "events", "petition"),
            r"\b(?:petition(?:ed|s)?|sued|lawsuit|filed suit|motion|went to court|"
            r"take \w+ to court)\b|\bask(?:s|ed|ing)? [^.;]{0,60}?\b(?:court|judge)\b"
            r"[^;]{0,60}? to (?:enforce|order|compel|force|require)\b",
        ),
        (
            *("a ruling", "events", "order"),
            r"\b(?:judge|court)\b[^.;]*\b(?:ruled|ordered|granted|denied|quashed|sided|sealed|gave)\b",
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
            r"\b(?:turned|handed) (?:\w+ )?over\b|\bcomplied\b|"
            r"\b(?:e-?mailed|mailed|faxed|provided|forwarded) (?:the|them|it|copies|a copy)\b",
        ),
        (
            *("an answer", "events", "response"),
            r"\b(?:refus|declin|repl[iy]|respond)\w*\b|\bnot (?:plan|intend) to\b|"
            r"\b(?:will|would) (?:not|fight)\b|\bwon[’']t\b|\bturned \w+ down\b",
        ),
        (
            *("what papers ask for", "information_sought", "information"),
            r"\b(?:asks?|seeks?|sought|requests?|demands?|wants) (?:for )?(?:the |an? )?"
            r"(?P<words>[\w’'-]+(?: [\w’'-]+){0,2}?)(?= (?:for|of|from|and|on|about|in)\b|[.,;]|$)",
        ),
    )
)
"""What a sentence may tell, the most telling first."""
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
OF_STATUS = {
    "enforcement_status": frozenset(("petition", "hearing_set", "order")),
    "response_status": frozenset(("response", "production")),
}
"""The kinds of signs by which a sentence may tell a status."""
ASKED = (
    "“{}” may tell of {}: is it a fact of these papers? no: keep, or change the reason | yes: "
    "delete this row{}"
)
OF_OTHERS = (
    "“{}” tells of a subpoena of a court, a legislature or somebody who sues, which no code of "
    "instrument says: is it one of the agency? no: out of scope | yes: give it an act"
)
OF_PHRASE = 'no row was drafted from: "{}" ({}), which may tell of {}; add its row, such as {}: {}'
LISTED = ", and list in phrases_in of the document {}"
BESIDE = ", and, for what your row does not use, beside it {}"
CODE = "CODE"
CODES = f"; CODE is one of {', '.join(vocabulary_of('information_sought', 'kind').codes())}"
SHORTEST = 60  # characters of a sentence that are shown
NOUN = re.compile(r"\b(?:letter|notice|request|subpoena|summons)s?\b", re.I)
TERM = (
    "“{}” may tell how long these papers give for an answer: do they? no: keep, or change the "
    "reason | yes: delete this row, and add to `said` of the act: {}"
)
OTHER_FILE = "the file of an act on papers to “{}”, of which none was drafted"
NEW_FILE = "a new file acts/{}.toml, below source = {}"
NO_TEXT = "…"


@dataclass(frozen=True)
class Unsaid:
    """Asks about sentences of one text from which no row was drafted."""

    scene: Scene
    writer: Writer
    taken: frozenset[str]
    """The ids of the rows of acts, each behind that of its act."""
    offered: dict[str, int] = field(default_factory=dict)
    """The ids in rows to paste, each behind that of its act, by the number of the sentence."""

    def sign(self, stretch: Stretch) -> tuple[Sign, re.Match[str]] | None:
        """What a sentence may tell, by its words; null where none say so."""
        text = self.scene.reading.text
        found = ((sign, sign.pattern.search(text, *stretch.span)) for sign in SIGNS)
        return next(((sign, match) for sign, match in found if match), None)

    def question(self, stretch: Stretch) -> str:
        """The question about a sentence that would be left out; empty where it tells nothing."""
        if (told := self.sign(stretch)) is None:
            return self._term(stretch)
        if told[0].table == "acts" and is_of_others(self.scene.words(stretch.span)):
            return OF_OTHERS.format(self._shown(stretch))
        if not self.scene.papers and told[0].table != "acts":
            return ""
        place, line = self._row(stretch, *told)
        pasted = f"{ASIDE}{place}: {line}{self._beside(stretch)}"
        return ASKED.format(self._shown(stretch), told[0].what, pasted)

    def of_phrase(self, stretch: Stretch, words: str) -> str:
        """The question about a phrase of a page; empty where it tells nothing."""
        told = self.sign(stretch)
        if told is None or not (self.scene.papers or told[0].table == "acts"):
            return ""
        if told[0].table == "acts" and is_of_others(words):
            return f"{OF_OTHERS.format(words)}; no: remove this comment"
        place, line = self._row(stretch, *told)
        return OF_PHRASE.format(words, stretch.locator, told[0].what, place, line)

    def telling(self, status: str, paper: Paper, rows: Sequence[Row]) -> str:
        """A sentence that may tell a status of an act and of which no event tells; maybe none."""
        used = {p.stretch.number for r in rows if r.table in ("events", "acts") for p in r.said}
        for stretch in self.scene.reading.body:
            told = None if stretch.number in used else self.sign(stretch)
            is_own = told and told[0].kind in OF_STATUS.get(status, ())
            if told and is_own and stretch.region == "body" and self.scene.paper(stretch) is paper:
                _, line = self._row(stretch, *told)
                return f"“{self._shown(stretch)}” may tell it: {line}"
        return ""

    def _shown(self, stretch: Stretch) -> str:
        """A sentence as a question shows it, with `…` for each name that is left out."""
        text, at, parts = self.scene.reading.text, stretch.start, list[str]()
        for a, b in self.scene.private_spans:
            if at <= a and b <= stretch.end:
                parts += [text[at:a], NO_TEXT]
                at = b
        return " ".join("".join([*parts, text[at : stretch.end]]).split())

    def _row(self, stretch: Stretch, sign: Sign, found: re.Match[str]) -> tuple[str, str]:
        """Where a row of a sentence belongs, and the row as it is to be pasted."""
        if sign.table == "acts":
            return self._act(stretch)
        paper = self.scene.paper(stretch) or self.scene.papers[0]
        own = found.span("words") if "words" in found.groupdict() else found.span()
        span = self.scene.whole((own[0], min(own[1], own[0] + SHORTEST)))
        words = list(re.finditer(r"\S+", self.scene.reading.text[slice(*span)]))[:4]
        span = (
            span[0],
            span[0]
            + len(self.scene.reading.text[span[0] : span[0] + words[-1].end()].rstrip(".,;")),
        )
        cells = [*self._coded(sign, span)]
        has_day = sign.table != "information_sought"
        days = self.scene.reading.inside(stretch, "date") if has_day else []
        more = {"direction": "on_or_after"} if sign.kind == "hearing_set" else {}
        cells += [Cell("occurred", (d.start, d.end), more=more) for d in days[:1]]
        is_fact = sign.table == "case_facts"
        name = str(cells[0].code if is_fact else sign.kind).replace("_", "-")
        pairs = {"id": self._free(paper, name, stretch)} | (
            {"kind": sign.kind} if sign.table == "events" else {}
        )
        subjects = self.scene.subjects
        if sign.table == "case_facts" and len(subjects) == 1:
            pairs["individual_id"] = subjects[0].individual_id
        row = Row(sign.table, pairs, (Passage(stretch, tuple(cells)),))
        if "individual_id" in pairs:
            about = facts.described(self.scene, subjects[0])
            row = replace(row, said=(replace(row.said[0], about=about),))
        else:
            row = replace(row, said=(self._tied(paper, row.said[0]),))
        other = self._anothers(stretch)
        place = OTHER_FILE.format(other) if other else f"acts/{paper.act_id}.toml"
        return place, self.writer.line(row).rstrip(",") + self._listed([row])

    def _anothers(self, stretch: Stretch) -> str:
        """The name of a state or local body of whose papers no act was drafted, if a sentence
        names it and no other; else empty."""
        named = list(Receivers(self.scene.reading, self.scene.bodies).named(stretch))
        drafted = {paper.body.agency_id for paper in self.scene.papers}
        is_known = any(body.agency_id in drafted for _, body in named)
        return self.scene.words(named[0][0]) if named and not is_known else ""

    def _tied(self, paper: Paper, passage: Passage) -> Passage:
        """A passage with whom it is about, which is open where the text tells of papers to more
        bodies than were drafted, or where it names another body itself."""
        tied = paper.tied(self.scene.reading, passage)
        if tied.about is None or self._anothers(passage.stretch):
            return passage
        is_open = any(each.doubts or each.is_further for each in self.scene.papers)
        return replace(tied, about=NO_TEXT) if is_open else tied

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

    def _free(self, paper: Paper, name: str, stretch: Stretch) -> str:
        """An id that no row of an act has, and no row to paste for another sentence."""
        ids = chain((name,), (f"{name}-{n}" for n in count(2)))
        own = stretch.number
        return next(
            row_id
            for row_id in ids
            if (whole := f"{paper.act_id}/{row_id}") not in self.taken
            and self.offered.setdefault(whole, own) == own
        )

    def _coded(self, sign: Sign, span: Span) -> Iterator[Cell]:
        """The cells of what a sentence tells, with the codes that its words most often have."""
        if sign.table == "information_sought":
            yield Cell("kind", span, CODE, "information")
            yield Cell("as_printed", span)
        elif sign.table == "case_facts":
            words = self.scene.words(span).lower()
            own = (codes for word, codes in FACTS.items() if word in words)
            kind, modality = next(own, (sign.kind, "asserted"))
            yield Cell("kind", span, kind, "fact")
            yield Cell("modality", span, modality, "modality")
        else:
            yield Cell("kind", span)
            if sign.kind == "response":
                yield Cell("result", span, "declined", "result")
            elif sign.kind == "production":
                yield Cell("result", span, "whole", "result")

    def _listed(self, rows: Sequence[Row]) -> str:
        """The phrases that a row needs and no list has."""
        own = {
            f"under {name}: {code} = {value([self.scene.words(c.span) for c in cells])}"
            for (name, code), cells in phrases_of(rows).items()
            if any(self.scene.code(name, self.scene.words(c.span)) != code for c in cells)
        }
        told = LISTED.format(", ".join(sorted(own))) if own else ""
        return told + CODES if CODE in told else told

    def _act(self, stretch: Stretch) -> tuple[str, str]:
        """The file and the row of a further act."""
        scene = self.scene
        receivers = Receivers(scene.reading, scene.bodies)
        named = [body for _, body in receivers.named(stretch)]
        bodies = [*named, *(paper.body for paper in scene.papers)]
        taken = {paper.act_id for paper in scene.papers}
        name = act_id(scene.known, bodies[0], taken) if bodies else "PLACE-1"
        whose = next((span for span, _ in receivers.named(stretch)), None)
        paper = NOUN.search(scene.reading.text, *stretch.span)
        spans = [span for span in (whose, paper and paper.span()) if span]
        who = scene.words(whose) if whose else NO_TEXT
        noun = paper[0] if paper else NO_TEXT
        cells = {"recipient_agency_id": who, "recipient_as_printed": who, "instrument": noun}
        words = scene.words(self.writer.reading.cover(spans or [stretch.span], stretch))
        said = {"words": words, "cells": cells}
        absent = {"n_subpoenas": "not_stated", "served": "not_stated"}
        line = form.line("acts", {"absent": absent, "said": said}).strip().rstrip(",")
        return NEW_FILE.format(name, value(scene.reading.source)), line

    def _beside(self, stretch: Stretch) -> str:
        """The rejections that the words of a sentence need once it is no longer left out."""
        lines = list(dict.fromkeys(self._rejections(stretch)))
        return BESIDE.format(" ".join(lines).rstrip(",")) if lines else ""

    def _rejections(self, stretch: Stretch) -> Iterator[str]:
        private = self.scene.private_spans
        for c in self.scene.reading.inside(stretch):
            is_private = any(a < c.end and c.start < b for a, b in private)
            name = c.attributes.get("entity", "")
            is_unknown = c.kind == "person" and " " in name and name not in self.scene.speakers
            if (c.kind in SETTLED or is_unknown) and not is_private:
                words = self.scene.words((c.start, c.end))
                reason = "mention_only" if c.kind in NAMES else "background"
                own = {"kind": c.kind, "words": words, "reason": reason}
                yield form.line("rejections", own).strip()


NAMES = frozenset(("date", "count", "deadline", "person"))
SETTLED = NAMES - {"person"} | {"information_sought", "detainer", "response", "ground", "offense"}
"""Kinds of proposals that no list of names settles."""
