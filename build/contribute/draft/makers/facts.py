"""What a text reports of the people on whom information is asked: arrests, charges, detainers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from contribute.draft.known import vocabulary_of
from contribute.draft.makers.papers import PEOPLE, Paper
from contribute.draft.makers.scene import PRONOUN, Scene, Subject
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

STAGES = {
    "convicted": ("conviction", "convicted"),
    "charged": ("charge", "charged"),
    "arrested": ("arrest", "arrested"),
    "accused": ("accusation", "accused"),
    "alleged": ("accusation", "alleged"),
    "suspected": ("accusation", "alleged"),
    "wanted": ("wanted", "wanted"),
    "jailed": ("incarceration", "jailed"),
    "released": ("release", "asserted"),
    "acquitted": ("acquittal", "asserted"),
    "committed": ("accusation", "asserted"),
}
"""Kind of fact and how it is put, by the stage that extraction names."""
DETAINERS = {
    "lodged": "detainer_lodged",
    "honored": "detainer_honored",
    "declined": "detainer_declined",
}
OFFENSES = {
    "driving_under_influence": "drunk|dui|dwi|driving under|driving while",
    "drug_trafficking": "trafficking",
    "drug_possession": "possession",
    "drug_crimes": "drug",
    "weapons": "weapon",
    "sexual_assault": "sexual",
    "child_abuse": "child",
    "domestic_violence": "domestic",
    "hit_and_run": "hit",
    "illegal_reentry": "reentry|re-entry",
    "reckless_driving": "reckless",
}
"""Codes by a word of the offense, where neither a list nor the code's own words have it."""


def facts(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The facts with the act whose people they are about."""
    seen: Counter[str] = Counter()
    for c, stretch in scene.candidates("offense", "detainer"):
        paper = scene.papers[0] if scene.subject(stretch) and scene.papers else scene.paper(stretch)
        subject = scene.subject(stretch)
        if paper is None or stretch.region != "body":
            continue
        row = (_offense if c.kind == "offense" else _detainer)(scene, c, stretch, subject)
        if row:
            name = f"{paper.act_id}/{row.pairs['id']}"
            seen[name] += 1
            n = f"-{seen[name]}" if seen[name] > 1 else ""
            yield paper, replace(row, pairs={**row.pairs, "id": f"{row.pairs['id']}{n}"})


def _offense(scene: Scene, c: Candidate, stretch: Stretch, subject: Subject | None) -> Row | None:
    """A fact of an offense with its stage."""
    stage = c.attributes.get("modality", "")
    if stage not in STAGES or "cue" not in c.parts:
        return None
    kind, modality = STAGES[stage]
    cue = scene.listed("fact", c.parts["cue"], stretch, kind)
    span = (c.start, c.end)
    code = _offense_code(scene, span)
    cells = [
        Cell("kind", cue, kind, "fact"),
        Cell("modality", cue, modality, "modality"),
        Cell("offense", span, code or "crime", "offense"),
        Cell("offense_as_printed", span),
        *_numbers(scene, stretch, subject),
        *_day_behind(scene, stretch, c),
    ]
    asks = (
        {} if code else {"": "which offense is it? crime | `python build new case_facts` has all"}
    )
    return _row(scene, stretch, subject, kind, cells, asks)


def _detainer(scene: Scene, c: Candidate, stretch: Stretch, subject: Subject | None) -> Row | None:
    """A fact of a detainer: lodged, honored or declined."""
    kind = DETAINERS.get(c.value or "")
    if kind is None or c.attributes.get("scope") == "policy":
        return None
    span = scene.listed("fact", (c.start, c.end), stretch, kind)
    cells = [Cell("kind", span, kind, "fact"), Cell("modality", span, "asserted", "modality")]
    cells += _numbers(scene, stretch, subject)
    return _row(scene, stretch, subject, kind, cells, {}) if scene.short(span) else None


def _row(
    scene: Scene,
    stretch: Stretch,
    subject: Subject | None,
    kind: str,
    cells: list[Cell],
    asks: dict[str, str],
) -> Row:
    name = kind.replace("_", "-")
    pairs = {"id": f"{subject.individual_id[1:]}-{name}" if subject else name}
    pairs |= {"individual_id": subject.individual_id} if subject else {}
    said = [Passage(stretch, tuple(cells))]
    told = scene.said_in(stretch)
    if (
        told
        and stretch.start <= told[1][0] < stretch.end
        and not PRONOUN.match(scene.words(told[1]))
    ):
        columns = ("attributed_to_individual_id", "attributed_to_agency_id")
        said.append(Passage(stretch, (told[0].cell(*columns, told[1]),)))
    return Row("case_facts", pairs, tuple(said), asks)


def _numbers(scene: Scene, stretch: Stretch, subject: Subject | None) -> list[Cell]:
    """Of a fact of several people: of how many, where the sentence counts them once."""
    counts = [
        Cell("n_affected", (c.start, c.end))
        for c in scene.reading.inside(stretch, "count")
        if c.attributes.get("unit") in PEOPLE
    ]
    return counts if len(counts) == 1 and not subject else []


def _day_behind(scene: Scene, stretch: Stretch, c: Candidate) -> list[Cell]:
    """The day that follows an offense closely."""
    return [
        Cell("occurred", (day.start, day.end))
        for day in scene.reading.inside(stretch, "date")
        if c.end <= day.start <= c.end + 40
        and not re.search(r"[;.]", scene.reading.text[c.end : day.start])
    ][:1]


def _offense_code(scene: Scene, span: Span) -> str | None:
    """The code of an offense: by a list, by the words of the code, or by a telling word."""
    words = scene.words(span).lower()
    codes = sorted(vocabulary_of("case_facts", "offense").codes(), key=len, reverse=True)
    own = [code for code in codes if set(code.split("_")) <= set(re.findall(r"\w+", words))]
    told = [code for code, pattern in OFFENSES.items() if re.search(pattern, words)]
    return scene.code("offense", words) or next(iter([*own, *told]), None)
