"""What recipients answer, in words of the sentences about their papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contribute.draft.makers import actors, happenings
from contribute.draft.makers.happenings import Happening
from contribute.draft.makers.papers.wording import DAYS
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell
from ice_subpoenas.derivations.find import Span

ANSWERS = {
    "refused": ("response", "declined"),
    "ignored": ("response", "declined"),
    "challenged": ("response", "declined"),
    "reviewing": ("response", "reviewing"),
    "delayed": ("response", "reviewing"),
    "complied": ("production", "whole"),
    "responded": ("response", "agreed"),
    "not_complied": ("no_production", None),
}
"""Kind and result of an event, by the answer that extraction names."""
REFUSES = re.compile(r"\b(?:refus|declin|reject)\w+")
UNDECIDED = re.compile(
    r"\b(?:has|had|have) not (?:yet )?decided(?: how to (?:respond|reply|answer))?"
    r"|\b(?:is|are|was|were) (?:still )?reviewing (?:it|them|the (?:subpoenas?|papers?|request))\b"
)
PLAIN = {
    "reviewing": UNDECIDED,
    "declined": re.compile(rf"\b(?:refused|declined)\b(?= (?:on )?{DAYS})"),
}
"""Answers in so few words that extraction passes over them, by their result."""
SOME = re.compile(r" (?:only )?(?:some|part|most|a few|several)\b")
"""Words after a production by which not all was produced."""


def answers(scene: Scene) -> Iterator[Happening]:
    """What recipients answer."""
    for c, stretch in scene.candidates("response"):
        paper = scene.paper(stretch)
        if c.value not in ANSWERS or paper is None or c.attributes.get("scope") == "policy":
            continue
        down = re.compile(r" down\b").match(scene.reading.text, c.end)
        span = (c.start, down.end() if down else c.end)
        is_refusal = REFUSES.search(scene.words(span))
        kind, result = ANSWERS["refused" if is_refusal else c.value]
        span = scene.listed("result", span, stretch, result) if result else span
        if kind == "production" and (some := SOME.match(scene.reading.text, span[1])):
            span, result = (span[0], some.end()), "part"
        is_anothers = actors.is_anothers(scene, paper, stretch, span)
        is_term = any(
            d.start < span[1] and span[0] < d.end for d in scene.reading.inside(stretch, "deadline")
        )
        if is_term or is_anothers or _is_supposed(scene, stretch, span) or not scene.short(span):
            continue
        cells = [Cell("kind", span)]
        cells += [Cell("result", span, result, "result")] if result else []
        cells += actors.actor(scene, paper, stretch, span)
        event = happenings.event(scene, paper, stretch, cells, kind)
        yield paper, kind, result, actors.doubted(scene, paper, event)
    for stretch in scene.reading.body:
        seen = scene.reading.inside(stretch, "response")
        paper = scene.paper(stretch)
        for result, pattern in PLAIN.items():
            found = pattern.search(scene.reading.text, *stretch.span)
            if not (found and paper and stretch.region == "body") or (
                seen and result == "declined"
            ):
                continue
            if not actors.is_anothers(scene, paper, stretch, found.span()):
                cells = [Cell("kind", found.span())]
                cells.append(Cell("result", found.span(), result, "result"))
                cells += actors.actor(scene, paper, stretch, found.span())
                event = happenings.event(scene, paper, stretch, cells, "response")
                yield paper, "response", result, actors.doubted(scene, paper, event)


def _is_supposed(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether the agency says it of what may come, so that it is no answer of the recipient."""
    told = scene.said_in(stretch, span)
    supposed = re.search(r"\b[Ii]f\b", scene.reading.text[stretch.start : span[0]])
    return bool(supposed and told and told[0].side == "agency")
