"""What a text reports of the people on whom information is asked: arrests, charges, detainers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contribute.draft.bodies import Bodies
from contribute.draft.known import Known, vocabulary_of
from contribute.draft.papers import PEOPLE, Paper
from contribute.draft.people import People, Subject
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import LONGEST

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
    "larceny": "crime", "theft": "crime", "drug": "drug_crimes", "weapon": "weapons",
    "drunk": "driving_under_influence", "dui": "driving_under_influence", "dwi": "driving_under_influence",
    "assault": "assault", "battery": "assault", "sexual": "sexual_assault", "child": "child_abuse",
    "domestic": "domestic_violence", "murder": "murder", "homicide": "homicide", "robbery": "robbery",
    "burglary": "burglary", "manslaughter": "manslaughter", "rape": "rape", "reckless": "reckless_driving",
    "hit": "hit_and_run", "reentry": "illegal_reentry", "re-entry": "illegal_reentry",
    "driving under": "driving_under_influence", "driving while": "driving_under_influence",
    "trafficking": "drug_trafficking", "possession": "drug_possession",
}  # fmt: skip
"""Codes by a word of the offense, where no list has the words."""


def facts(
    reading: Reading, bodies: Bodies, known: Known, found: Sequence[Paper], people: People
) -> list[tuple[Paper, Row]]:
    """The facts with the act whose people they are about."""
    if not found:
        return []
    rows: list[tuple[Paper, Row]] = []
    seen: dict[str, int] = {}
    for c in reading.candidates:
        stretch = reading.at(c.start)
        if c.kind not in ("offense", "detainer") or not stretch or stretch.region != "body":
            continue
        subject = people.subject(stretch)
        made = _offense if c.kind == "offense" else _detainer
        row = made(reading, bodies, known, people, c, stretch, subject)
        if row:
            paper = subject.paper if subject else found[0]
            rows.append((paper, _numbered(row, seen, paper)))
    return rows


def _numbered(row: Row, seen: dict[str, int], paper: Paper) -> Row:
    """The row with an id that no other of the draft has."""
    wanted = str(row.pairs["id"])
    n = seen[f"{paper.act_id}/{wanted}"] = seen.get(f"{paper.act_id}/{wanted}", 0) + 1
    return (
        row if n == 1 else Row(row.table, {**row.pairs, "id": f"{wanted}-{n}"}, row.said, row.asks)
    )


def _offense(
    reading: Reading,
    bodies: Bodies,
    known: Known,
    people: People,
    c: Candidate,
    stretch: Stretch,
    subject: Subject | None,
) -> Row | None:
    """A fact of an offense with its stage."""
    stage = c.attributes.get("modality", "")
    if stage not in STAGES or "cue" not in c.parts:
        return None
    kind, modality = STAGES[stage]
    cue = listed(reading, known, "fact", c.parts["cue"], stretch, kind)
    span = (c.start, c.end)
    code, is_sure = _offense_code(reading, known, span)
    cells = [
        Cell("kind", cue, kind, "fact"),
        Cell("modality", cue, modality, "modality"),
        Cell("offense", span, code, "offense"),
        Cell("offense_as_printed", span),
    ]
    cells += _numbers(reading, stretch, subject)
    day = _day_behind(reading, stretch, c)
    if day:
        cells.append(Cell("occurred", day))
    pairs = _pairs(subject, kind)
    asks = {} if is_sure else {"": f"which offense is it? {code} | " + " | ".join(_near(code))}
    said = (Passage(stretch, tuple(cells)), *_said_by(reading, bodies, people, stretch))
    return Row("case_facts", pairs, said, asks)


def _detainer(
    reading: Reading,
    bodies: Bodies,
    known: Known,
    people: People,
    c: Candidate,
    stretch: Stretch,
    subject: Subject | None,
) -> Row | None:
    """A fact of a detainer: lodged, honored or declined."""
    kind = DETAINERS.get(c.value or "")
    if kind is None or c.attributes.get("scope") == "policy":
        return None
    span = listed(reading, known, "fact", (c.start, c.end), stretch, kind)
    if len(reading.words(span).split()) > LONGEST:
        return None
    cells = [Cell("kind", span, kind, "fact"), Cell("modality", span, "asserted", "modality")]
    cells += _numbers(reading, stretch, subject)
    said = (Passage(stretch, tuple(cells)), *_said_by(reading, bodies, people, stretch))
    return Row("case_facts", _pairs(subject, kind), said)


def _pairs(subject: Subject | None, kind: str) -> dict[str, str]:
    name = kind.replace("_", "-")
    if subject is None:
        return {"id": name}
    return {"id": f"{subject.individual_id[1:]}-{name}", "individual_id": subject.individual_id}


def _numbers(reading: Reading, stretch: Stretch, subject: Subject | None) -> list[Cell]:
    """Of a fact of several people: of how many, where the sentence counts them."""
    if subject:
        return []
    counts = [c for c in reading.inside(stretch, "count") if c.attributes.get("unit") in PEOPLE]
    if len(counts) != 1:
        return []
    return [Cell("n_affected", (counts[0].start, counts[0].end))]


def _said_by(
    reading: Reading, bodies: Bodies, people: People, stretch: Stretch
) -> Iterator[Passage]:
    """Who says so, where the fact stands in what somebody is reported to say."""
    for c in reading.inside(stretch, "quotation"):
        speaker = people.speaker(c.attributes.get("speaker", ""))
        span = c.parts.get("speaker")
        if not speaker or not span or not stretch.start <= span[0] < stretch.end:
            continue
        if speaker.individual_id and reading.words(span).lower() not in ("he", "she", "they"):
            yield Passage(
                stretch,
                (
                    Cell(
                        "attributed_to_individual_id",
                        span,
                        speaker.individual_id,
                        "individuals_referenced",
                    ),
                ),
            )
            return
        if speaker.body and not speaker.individual_id:
            yield Passage(
                stretch,
                (Cell("attributed_to_agency_id", span, speaker.body.agency_id, "agencies"),),
            )
            return
    del bodies


def _day_behind(reading: Reading, stretch: Stretch, c: Candidate) -> Span | None:
    """The day that follows an offense closely."""
    for day in reading.inside(stretch, "date"):
        if c.end <= day.start <= c.end + 40 and not re.search(
            r"[;.]", reading.text[c.end : day.start]
        ):
            return day.start, day.end
    return None


def listed(
    reading: Reading, known: Known, name: str, span: Span, stretch: Stretch, code: str
) -> Span:
    """The longest words around a span that a list has for a code; else the span itself."""
    words = [m.span() for m in re.finditer(r"[^\s,;:“”\"]+", reading.text[slice(*stretch.span)])]
    places = [(a + stretch.start, b + stretch.start) for a, b in words]
    inside = [i for i, (a, b) in enumerate(places) if a < span[1] and span[0] < b]
    if not inside:
        return span
    for size in range(LONGEST, 0, -1):
        for first in range(max(0, inside[-1] - size + 1), inside[0] + 1):
            if first + size <= len(places):
                found = places[first][0], places[first + size - 1][1]
                if known.code(name, reading.words(found), reading.source) == code:
                    return found
    return span


def _offense_code(reading: Reading, known: Known, span: Span) -> tuple[str, bool]:
    """The code of an offense, and whether a list or its own name gives it."""
    words = reading.words(span)
    code = known.code("offense", words, reading.source)
    if code:
        return code, True
    codes = vocabulary_of("case_facts", "offense").codes()
    plain = re.sub(r"\b(?:the|of|an?|and)\b", " ", words.lower())
    for code in sorted(codes, key=len, reverse=True):
        if all(part in plain.split() for part in code.split("_")):
            return code, code.replace("_", " ") == " ".join(plain.split())
    return next((c for word, c in OFFENSES.items() if word in words.lower()), "crime"), False


def _near(code: str) -> list[str]:
    """Codes that share a word with a code, and the widest ones."""
    codes = vocabulary_of("case_facts", "offense").codes()
    alike = [c for c in codes if c != code and set(c.split("_")) & set(code.split("_"))]
    return [
        *alike[:5],
        *(c for c in ("violent_crime", "crime") if c != code and c not in alike[:5]),
    ]
