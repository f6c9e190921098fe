"""What a text reports of the people on whom information is asked: arrests, charges, detainers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from contribute.draft.known import vocabulary_of
from contribute.draft.makers.later import later
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import is_people
from contribute.draft.makers.scene import PRONOUN, Scene, Subject
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row
from contribute.draft.turns import turns
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
OFFENSES = turns(__file__, "offenses")
"""Codes by a word of the offense, where neither a list nor the code's own words have it."""
HE = re.compile(r"\b(?:He|She)\b")
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|without)|n[’']t)(?: (?:yet|ever|be\w+|an?y?))* $|"
    r"\b(?:none|nobody|no one|neither)\b[^.;,“”]*$",
    re.I,
)
"""Words before a cue by which the text says that it did not happen."""
NEXT = re.compile(r"[;.]|\band (?:was|is|has|had|later|then)\b|\breleased\b|\bwho\b|\bwhich\b")
"""Where another thing begins to be told."""
BESIDE = re.compile(r" (?:on )?(?:the (?:morning|evening|night) of )?")
"""What stands between a fact and its day."""
PLAIN = turns(__file__, "plain")
"""What a sentence tells of somebody whom it describes, by kind of fact and how it is put."""
UNSURE = {"": f"which offense is it? {' | '.join(vocabulary_of('case_facts', 'offense').codes())}"}


class Fact(NamedTuple):
    """What one sentence tells, and its row. `is_plain` of what extraction does not see."""

    paper: Paper
    stretch: Stretch
    kind: str
    row: Row
    is_plain: bool


def facts(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The facts with the act whose people they are about; each kind of a sentence once."""
    seen: Counter[str] = Counter()
    for fact in _once(sorted((*_proposed(scene), *_plain(scene)), key=lambda f: f.stretch.number)):
        row_id = fact.row.pairs["id"]
        name = f"{fact.paper.act_id}/{row_id}"
        seen[name] += 1
        n = f"-{seen[name]}" if seen[name] > 1 else ""
        yield fact.paper, replace(fact.row, pairs={**fact.row.pairs, "id": f"{row_id}{n}"})


def _once(found: Sequence[Fact]) -> list[Fact]:
    """The facts, each kind of a sentence once."""
    kept: list[Fact] = []
    for fact in found:
        is_told = any((k.kind, k.stretch) == (fact.kind, fact.stretch) for k in kept)
        kept += [] if fact.is_plain and is_told else [fact]
    return kept


def _proposed(scene: Scene) -> Iterator[Fact]:
    """The facts in which extraction sees an offense or a detainer."""
    for c, stretch in scene.candidates("offense", "detainer"):
        subject, about = _meant(scene, stretch, c.start)
        if subject and subject.stretch == stretch and min(subject.row.spans)[0] > c.start:
            continue  # which others did than whom the sentence comes to: "three stole, and one …"
        paper = subject.paper if subject else scene.paper(stretch)
        are_many = "detainers" in scene.words(stretch.span) and not subject  # of nobody
        is_others = are_many and (bool(scene.subjects) or scene.is_of_detainer(stretch))
        if paper is None or stretch.region != "body" or is_others:
            continue
        if not subject and _is_of_others(scene, paper, stretch, c):
            continue
        row = (_offense if c.kind == "offense" else _detainer)(scene, c, stretch, subject)
        if row:
            own = f"{subject.individual_id[1:]}-" if subject else ""
            kind = str(row.pairs["id"]).removeprefix(own)
            yield Fact(paper, stretch, kind, _told_of(row, about), False)


def _is_of_others(scene: Scene, paper: Paper, stretch: Stretch, c: Candidate) -> bool:
    """Whether words without a person are told of somebody else than the people of the papers, or
    of one of them, so that they tell nothing of all."""
    start = c.parts["cue"][0] if "cue" in c.parts else c.start
    before = scene.reading.text[stretch.start : start]
    if scene.is_anothers(paper, stretch, (start, c.end)) or WORDS["of_firm"].search(before):
        return True
    clause = WORDS["clause"].split(before)[-1]
    return bool(WORDS["of_one"].search(clause))


def _plain(scene: Scene) -> Iterator[Fact]:
    """The facts of a person whom a sentence describes, in which extraction sees none."""
    for stretch in scene.reading.body if scene.papers else ():
        for kind, pattern in PLAIN.items() if stretch.region == "body" else ():
            found = pattern.search(scene.reading.text, *stretch.span)
            subject, about = _meant(scene, stretch, found.start()) if found else (None, None)
            if found and subject and not _is_denied(scene, stretch, found.start()):
                row = _row(scene, stretch, subject, kind, _cells(scene, stretch, found, kind))
                yield Fact(subject.paper, stretch, kind, _told_of(row, about), True)


def _told_of(row: Row, about: str | None) -> Row:
    """The row, each passage with the words that describe the person."""
    said = (replace(each, about=about) for each in row.said)
    return replace(row, said=tuple(said)) if about else row


def _meant(scene: Scene, stretch: Stretch, at: int) -> tuple[Subject | None, str | None]:
    """Whom a sentence is about, and the words that describe a person of an earlier sentence: the
    one person of the text, or the last of several just before, for whom "he" stands."""
    own, text = scene.subject(stretch, at), scene.reading.text
    if own:
        return own, None
    paragraph = scene.reading.paragraph(stretch)
    before = [s for s in scene.subjects if s.stretch.number < stretch.number]
    near = [s for s in before if s.stretch in paragraph or s.stretch.number == stretch.number - 1]
    are_several = len(scene.subjects) > 1
    goes_on = are_several and WORDS["goes_on"].search(text, *stretch.span)
    is_meant = goes_on or HE.match(text, stretch.start)
    found = (near if are_several else before)[-1:] if is_meant else []
    return (found[0], described(scene, found[0])) if found else (None, None)


def described(scene: Scene, subject: Subject) -> str:
    """The words that describe somebody, or else those that say who is meant."""
    cells = subject.row.said[0].cells
    described = (cell for cell in cells if cell.column == "described_as")
    return scene.words(next(described, cells[0]).span)


def _offense(scene: Scene, c: Candidate, stretch: Stretch, subject: Subject | None) -> Row | None:
    """A fact of an offense with its stage."""
    stage = c.attributes.get("modality", "")
    if stage not in STAGES or "cue" not in c.parts:
        return None
    is_part = any(
        c.end < other.start <= c.end + 1 for other in scene.reading.inside(stretch, "offense")
    )  # "felony" of "felony drug charge"
    if is_part or _is_denied(scene, stretch, c.parts["cue"][0]):
        return None
    kind, modality = STAGES[stage]
    is_jail = re.search(r"jail|prison|incarcerat", scene.words(c.parts["cue"]), re.I)
    modality = "asserted" if modality == "jailed" and not is_jail else modality
    cue = scene.listed("fact", c.parts["cue"], stretch, kind)
    cells = [
        *of_kind(cue, kind, modality),
        *_of_offense(scene, (c.start, c.end)),
        *_numbers(scene, stretch, subject),
        *_day_behind(scene, stretch, c),
    ]
    row = _row(scene, stretch, subject, kind, cells)
    is_known = _offense_code(scene, (c.start, c.end)) is not None
    return row if is_known else replace(row, asks={**UNSURE, **row.asks})


def _of_offense(scene: Scene, span: Span) -> list[Cell]:
    """The cells of an offense by its words."""
    if longer := WORDS["with_what"].match(scene.reading.text, span[1]):
        span = scene.shortened((span[0], longer.end()))
    code = _offense_code(scene, span) or "crime"
    return [Cell("offense", span, code, "offense"), Cell("offense_as_printed", span)]


def _is_denied(scene: Scene, stretch: Stretch, start: int) -> bool:
    """Whether the text says that something did not happen."""
    return bool(DENIED.search(scene.reading.text, stretch.start, start))


def of_kind(span: Span, kind: str, modality: str | None = None) -> list[Cell]:
    """The cells of words that say what is told of somebody, and how it is put."""
    put = modality or ("arrested" if kind == "arrest" else "asserted")
    return [Cell("kind", span, kind, "fact"), Cell("modality", span, put, "modality")]


def _cells(scene: Scene, stretch: Stretch, found: re.Match[str], kind: str) -> list[Cell]:
    """What the words of a plain fact say, with the day that follows them closely."""
    own = found.groupdict()
    name = next((name for name in ("words", "short") if own.get(name)), 0)
    span = found.span(name)
    cells = of_kind(span, kind)
    text = scene.reading.text
    for day in scene.reading.inside(stretch, "date"):
        is_near = found.end() <= day.start < found.end() + 25
        if is_near and not NEXT.search(text[found.end() : day.start]):
            return [*cells, Cell("occurred", (day.start, day.end))]
    return cells


def _detainer(scene: Scene, c: Candidate, stretch: Stretch, subject: Subject | None) -> Row | None:
    """A fact of a detainer: lodged, honored or declined."""
    kind = DETAINERS.get(c.value or "")
    is_denied = WORDS["nobody"].search(scene.reading.text, c.start, c.end)
    if kind is None or is_denied or c.attributes.get("scope") == "policy":
        return None
    span = scene.listed("fact", (c.start, c.end), stretch, kind)
    cells = [*of_kind(span, kind), *_numbers(scene, stretch, subject)]
    return _row(scene, stretch, subject, kind, cells) if scene.short(span) else None


def _row(
    scene: Scene, stretch: Stretch, subject: Subject | None, kind: str, cells: list[Cell]
) -> Row:
    """The row of a fact, with who says so where the sentence tells."""
    name = kind.replace("_", "-")
    pairs = {"id": f"{subject.individual_id[1:]}-{name}" if subject else name}
    pairs |= {"individual_id": subject.individual_id} if subject else {}
    has_day = any(cell.column == "occurred" for cell in cells)
    days, asked = ((), "") if has_day else _day_beside(scene, stretch, cells[0].span)
    said = [Passage(stretch, (*cells, *days)), *_attributed(scene, stretch)]
    asks = {} if len(said) > 1 else _unattributed(scene, stretch)
    asks |= {"occurred": asked} if asked else {}
    return Row("case_facts", pairs, tuple(said), asks)


def _day_beside(scene: Scene, stretch: Stretch, span: Span) -> tuple[tuple[Cell, ...], str]:
    """The day just behind the words of a fact, told or counted from the one before, and what a
    person is asked about it."""
    text = scene.reading.text
    for day in scene.reading.inside(stretch, "date"):
        if span[1] <= day.start and BESIDE.fullmatch(text, span[1], day.start):
            return (Cell("occurred", (day.start, day.end)),), ""
    counted = later(scene.reading, stretch, ())
    if counted and span[1] <= counted.span[0] and BESIDE.fullmatch(text, span[1], counted.span[0]):
        cells = counted.cells("occurred")
        return cells, counted.asked if cells else ""
    return (), ""


def _attributed(scene: Scene, stretch: Stretch) -> Iterator[Passage]:
    """The words for who says so."""
    columns = ("attributed_to_individual_id", "attributed_to_agency_id")
    told = scene.said_in(stretch)
    is_here = told and stretch.start <= told[1][0] < stretch.end
    if told and is_here and not PRONOUN.match(scene.words(told[1])):
        yield Passage(stretch, (told[0].cell(*columns, told[1]),))


def _unattributed(scene: Scene, stretch: Stretch) -> dict[str, str]:
    """A question where somebody is said to argue or claim what no row attributes to anybody."""
    found = WORDS["claims"].search(scene.words(stretch.span))
    asked = "who says so? a body: add its words as attributed_to_agency_id | the writer: keep"
    return {"said": f"“{found[0]}”: {asked}"} if found else {}


def _numbers(scene: Scene, stretch: Stretch, subject: Subject | None) -> list[Cell]:
    """Of a fact of several people: of how many, where the sentence counts them once."""
    counts = [
        Cell("n_affected", (c.start, c.end))
        for c in scene.reading.inside(stretch, "count")
        if is_people(c.attributes.get("unit", ""))
    ]
    return counts if len(counts) == 1 and not subject else []


def _day_behind(scene: Scene, stretch: Stretch, c: Candidate) -> list[Cell]:
    """The day between the cue and an offense, else the one that follows the offense closely."""
    cue, days = c.parts["cue"], scene.reading.inside(stretch, "date")
    between = [day for day in days if cue[1] <= day.start and day.end <= c.start]
    behind = [
        day
        for day in days
        if c.end <= day.start <= c.end + 40
        and not NEXT.search(scene.reading.text[c.end : day.start])
    ]
    return [Cell("occurred", (day.start, day.end)) for day in (between or behind)[:1]]


def _offense_code(scene: Scene, span: Span) -> str | None:
    """The code of an offense: by a list, by the words of the code, or by a telling word."""
    words = scene.words(span).lower()
    codes = sorted(vocabulary_of("case_facts", "offense").codes(), key=len, reverse=True)
    own = [code for code in codes if set(code.split("_")) <= set(re.findall(r"\w+", words))]
    told = [code for code, pattern in OFFENSES.items() if pattern.search(words)]
    return scene.code("offense", words) or next(iter([*own, *told]), None)
