"""What a text reports of the people on whom information is asked: arrests, charges, detainers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from contribute.draft.known import vocabulary_of
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import PEOPLE, SOMEBODY
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
        subject, about = _meant(scene, stretch)
        paper = subject.paper if subject else scene.paper(stretch)
        if paper is None or stretch.region != "body":
            continue
        row = (_offense if c.kind == "offense" else _detainer)(scene, c, stretch, subject)
        if row and about:
            row = replace(row, said=tuple(replace(each, about=about) for each in row.said))
        if row:
            name = f"{paper.act_id}/{row.pairs['id']}"
            seen[name] += 1
            n = f"-{seen[name]}" if seen[name] > 1 else ""
            yield paper, replace(row, pairs={**row.pairs, "id": f"{row.pairs['id']}{n}"})
    for paper, name, row in _releases(scene):
        if not seen[f"{paper.act_id}/{name}"]:
            seen[f"{paper.act_id}/{name}"] += 1
            yield paper, row


def _meant(scene: Scene, stretch: Stretch) -> tuple[Subject | None, str | None]:
    """Whom a sentence is about, and the words that describe a person of an earlier sentence.

    Of one person in the whole text "the man" or "he" tells, on a page also a bare "arrested …";
    of several only a "he" just behind their sentence.
    """
    own, text = scene.subject(stretch), scene.reading.text
    if own:
        return own, None
    is_he = HE.match(text, stretch.start)
    is_bare = not scene.reading.is_held and BARE.match(text, *stretch.span)
    before = [s for s in scene.subjects if s.stretch.number < stretch.number]
    if len(scene.subjects) > 1:
        near = (s for s in before if is_he and s.stretch.number == stretch.number - 1)
        found = next(near, None)
    elif SOMEBODY.search(text, *stretch.span):
        found = next(iter(scene.subjects), None)
    else:
        is_told = is_he or is_bare or AGAIN.search(text, *stretch.span)
        found = before[0] if before and is_told else None
    return found, scene.words(found.row.said[0].cells[0].span) if found else None


AGAIN = re.compile(r"\b[Tt]he (?:man|woman)\b|\bagainst (?:him|her)\b")
"""Words for somebody who was described before."""
BARE = re.compile(
    r"(?:(?:he|she|who|was|had been) )*(?:arrested|charged|convicted|accused|wanted)\b"
)


def _offense(scene: Scene, c: Candidate, stretch: Stretch, subject: Subject | None) -> Row | None:
    """A fact of an offense with its stage."""
    stage = c.attributes.get("modality", "")
    if stage not in STAGES or "cue" not in c.parts:
        return None
    if DENIED.search(scene.reading.text, stretch.start, c.parts["cue"][0]):
        return None
    kind, modality = STAGES[stage]
    if "plead" in scene.words(c.parts["cue"]):
        kind, modality = "plea", "pleaded"
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


DENIED = re.compile(r"(?:\bnot|\bnever|n[’']t)(?: (?:yet|ever|been))* $")
"""Words before a cue by which the text says that it did not happen."""


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
    asks = asks if len(said) > 1 else asks | _unattributed(scene, stretch)
    return Row("case_facts", pairs, tuple(said), asks)


def _unattributed(scene: Scene, stretch: Stretch) -> dict[str, str]:
    """A question where somebody is said to argue or claim what no row attributes to anybody."""
    found = CLAIMS.search(scene.words(stretch.span))
    if found is None:
        return {}
    asked = "who says so? add words for attributed_to_agency_id, or keep it as the writer's"
    return {"said": f"“{found[0]}”: {asked}"}


CLAIMS = re.compile(
    r"\b(?:[\w’']+ )?(?:argue[ds]?|claim(?:s|ed)|contend(?:s|ed)|allege[ds]?|said|says|"
    r"according to)\b"
)


def _numbers(scene: Scene, stretch: Stretch, subject: Subject | None) -> list[Cell]:
    """Of a fact of several people: of how many, where the sentence counts them once."""
    counts = [
        Cell("n_affected", (c.start, c.end))
        for c in scene.reading.inside(stretch, "count")
        if c.attributes.get("unit") in PEOPLE
    ]
    return counts if len(counts) == 1 and not subject else []


def _day_behind(scene: Scene, stretch: Stretch, c: Candidate) -> list[Cell]:
    """The day between the cue and an offense, else the one that follows the offense closely."""
    cue = c.parts["cue"]
    between = [
        Cell("occurred", (day.start, day.end))
        for day in scene.reading.inside(stretch, "date")
        if cue[1] <= day.start and day.end <= c.start
    ]
    return (
        between[:1]
        or [
            Cell("occurred", (day.start, day.end))
            for day in scene.reading.inside(stretch, "date")
            if c.end <= day.start <= c.end + 40
            and not NEXT.search(scene.reading.text[c.end : day.start])
        ][:1]
    )


NEXT = re.compile(r"[;.]|\band (?:was|is|has|had|later|then)\b|\breleased\b")
"""Where another thing begins to be told."""
RELEASED = re.compile(
    r"\b(?:was |were |been )?released (?:on (?:bond|bail|his|her|their)\b|from (?:the |county )*"
    r"(?:\w+ )?(?:jail|custody|prison)\b|despite\b)(?: own recognizance)?",
    re.I,
)
HE = re.compile(r"\b(?:He|She)\b")


def _releases(scene: Scene) -> Iterator[tuple[Paper, str, Row]]:
    """Who was let go: somebody whom the sentence describes, or "he" of the sentence before."""
    for stretch in scene.reading.body:
        found = RELEASED.search(scene.reading.text, *stretch.span)
        if found is None or stretch.region != "body" or not scene.papers:
            continue
        subject, about = _meant(scene, stretch)
        if subject is None:
            continue
        span = _ends_short(scene, found.span())
        cells = [
            Cell("kind", span, "release", "fact"),
            Cell("modality", span, "asserted", "modality"),
        ]
        days = [d for d in scene.reading.inside(stretch, "date") if 0 <= d.start - found.end() < 20]
        cells += [Cell("occurred", (days[0].start, days[0].end))] if days else []
        name = f"{subject.individual_id[1:]}-release"
        pairs = {"id": name, "individual_id": subject.individual_id}
        said = (Passage(stretch, tuple(cells), about),)
        row = Row("case_facts", pairs, said, _unattributed(scene, stretch))
        yield subject.paper, name, row


def _ends_short(scene: Scene, span: Span) -> Span:
    """The words without a last preposition that begins something else."""
    words = scene.words(span)
    return (span[0], span[1] - len(" despite")) if words.endswith(" despite") else span


def _offense_code(scene: Scene, span: Span) -> str | None:
    """The code of an offense: by a list, by the words of the code, or by a telling word."""
    words = scene.words(span).lower()
    codes = sorted(vocabulary_of("case_facts", "offense").codes(), key=len, reverse=True)
    own = [code for code in codes if set(code.split("_")) <= set(re.findall(r"\w+", words))]
    told = [code for code, pattern in OFFENSES.items() if re.search(pattern, words)]
    return scene.code("offense", words) or next(iter([*own, *told]), None)
