"""The people on whom papers ask for information, each known by a description and not by name."""

import re
from collections.abc import Iterator

from contribute.draft.makers.papers.wording import SOMEBODY, WANTED, is_people
from contribute.draft.makers.scene import Scene, Subject
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row
from contribute.draft.turns import turns
from extraction.lexicon import lists
from ice_subpoenas.derivations.find import Span

AGE = re.compile(r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,2})?, (?P<age>\d{2})(?=,)")
"""An age between commas behind the words for a person, or behind the name as well."""
IS_OF_AGE = re.compile(r"\b(?:is|was) (?P<age>\d{2})\b")
"""An age in the words for a person: "The other man is 26 and from Peru"."""
CASES = re.compile(
    r"\b(?:convicted|charged|arrested|accused|sentenced|jailed|pleaded|booked|wanted|released|"
    r"detainer)\b",
    re.I,
)
WORDS = turns(__file__, "words", {"WANTED": WANTED, "CASES": CASES.pattern})
"""Turns of phrase; the table tells what each means."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SUBJECT = (
    "does a subpoena ask about this person? yes: keep the row | no: in phrases_in, list the words "
    "of the cell role under role.context_case, and change the id"
)


def subjects(scene: Scene) -> Iterator[Subject]:
    """People whom a sentence describes one by one, in order."""
    counts = (c for c in scene.reading.candidates if c.kind == "count")
    numbers = [str(c.value) for c in counts if is_people(c.attributes.get("unit", ""))]
    asked = max((int(number) for number in numbers if number.isdigit()), default=0)
    n = 0
    for stretch in sorted(scene.reading.body, key=lambda s: s.number):
        who, described = _told(scene, stretch)
        if (who or described) and stretch.region == "body" and scene.papers and n < len(LETTERS):
            row = _row(scene, stretch, who, described, LETTERS[n])
            n += 1
            is_asked = described and _is_asked(scene, stretch, described)
            is_sure = "detainer" not in scene.words(stretch.span) and (
                (who and n <= asked) or is_asked
            )
            row = row if is_sure else row.asking(**{"": SUBJECT})
            paper = scene.paper(stretch) or scene.papers[0]
            yield Subject(f"-{LETTERS[n - 1]}", stretch, row, paper)
    if not n:
        yield from _somebody(scene)


Match = re.Match[str]


def _told(scene: Scene, stretch: Stretch) -> tuple[Match | None, Match | None]:
    """The words for one of several people, and those that describe one, if a case is told."""
    text = scene.reading.text
    who = next(filter(_begins, scene.reading.find(stretch, WORDS["who"])), None)
    described = WORDS["described"].search(text, *stretch.span)
    is_about = described and WORDS["asked_about"].search(text, stretch.start, described.start())
    is_told = described and (
        IS_OF_AGE.search(described[0]) or WORDS["one_from"].match(described[0])
    )
    is_case = WORDS["own"].search(text, *stretch.span) or is_about or is_told
    return (who, described) if is_case else (None, None)


def _somebody(scene: Scene) -> Iterator[Subject]:
    """The one person about whom something is asked, where no sentence describes anybody."""
    for stretch in scene.reading.body if scene.papers else ():
        found = SOMEBODY.search(scene.reading.text, *stretch.span)
        if found and _is_asked(scene, stretch, found):
            row = _row(scene, stretch, None, found, "a").asking(**{"": SUBJECT})
            yield Subject("-a", stretch, row, scene.paper(stretch) or scene.papers[0])
            return


def _is_asked(scene: Scene, stretch: Stretch, found: Match) -> bool:
    """Whether words of asking stand before those for somebody, and none that deny it."""
    text = scene.reading.text
    asked = WORDS["asked_about"].search(text, stretch.start, found.start())
    return asked is not None and not NOT_ASKED.search(text, stretch.start, asked.start())


NOT_ASKED = re.compile(r"(?:\b(?:not|never)|n[’']t) $")
"""Words before "ask" by which nobody asks."""


def _begins(who: Match) -> bool:
    """Whether words for a person begin a clause, so that something is told of the person."""
    before = who.string[max(0, who.start() - 5) : who.start()]
    return (
        who["who"][0].isupper()
        or re.search(r"(?:[,;:—]|\band|\bthat| —|\n)\s?$", before) is not None
    )


def _row(
    scene: Scene, stretch: Stretch, who: Match | None, described: Match | None, letter: str
) -> Row:
    is_within = who and described and described.start() <= who.start() < described.end()
    first = described if is_within else who or described
    assert first is not None  # one of them is why there is a row
    telling = scene.shortened(_telling(scene, first.span(), stretch))
    cells = [Cell("role", telling, "subpoena_subject", "role")]
    if described:
        start, words = described.start(), described[0].rstrip(" ,")
        cells.append(Cell("described_as", (start, start + len(words))))
    for kind, list_name in (("age", None), ("nationality", "nationality")):
        own = [c for c in scene.reading.inside(stretch, kind) if c.value]
        for c in [c for c in own if first.start() <= c.start or len(own) == 1][:1]:
            cells.append(Cell(kind, (c.start, c.end), c.value if list_name else None, list_name))
    if described and "nationality" not in {cell.column for cell in cells}:
        cells += _nationality(described)
    own_age = IS_OF_AGE.search(scene.reading.text, *first.span())
    age = own_age or AGE.match(scene.reading.text, first.end(), stretch.end)
    if age and "age" not in {cell.column for cell in cells}:
        cells.append(Cell("age", age.span("age")))
    is_named = age and any(first.end() <= a < age.start("age") for a, _ in scene.private_spans)
    pairs = {"id": letter, "naming_decision": "name_left_out" if is_named else "not_named"}
    return Row("individuals_referenced", pairs, (Passage(stretch, tuple(cells)),))


def _nationality(described: Match) -> Iterator[Cell]:
    """The nationality in a description, where extraction sees none beside its noun."""
    adjectives, _, countries = lists.nations()
    of_people = adjectives | countries
    for found in re.finditer(r"\b[A-Z]\w+\b", described[0]):
        if code := of_people.get(found[0]):
            start = described.start() + found.start()
            yield Cell("nationality", (start, start + len(found[0])), code, "nationality")
            return


def _telling(scene: Scene, span: Span, stretch: Stretch) -> Span:
    """The words that say who is meant, a bare "One" or "The other" with two that follow it."""
    words = scene.words(span)
    if len(words.split()) > 2 or " of " in words:
        return span
    more = re.compile(r"(?: [\w’'-]+){1,2}").match(scene.reading.text, span[1], stretch.end)
    return (span[0], more.end()) if more else span
