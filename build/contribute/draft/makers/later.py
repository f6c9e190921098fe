"""Days that words count from another day: "eight days later", "the next day", "the same day".

Where the other day is that of papers, its cell is the anchor, and the check computes the days; else
a draft gives the same days as reasoning. In both cases a person sees the other days of the text.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import LAST_DAY
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Row
from extraction.facts.amounts import NUMBER
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.date_phrases import counts_on, resolve
from ice_subpoenas.derivations.find import Span
from reviewed.toml import string

LATER = re.compile(
    rf"\b(?:(?:{NUMBER}|a|one) (?:day|week)s? (?:later|earlier|after(?:ward)?s?|before)|"
    r"the (?:next|following|previous) (?:day|morning|afternoon|evening|night)|"
    r"the day (?:after|before)|(?:the|that) same (?:day|date)|that (?:very )?day)\b",
    re.I,
)
CLAUSE = re.compile(r"[^,.;:—“”]*")
"""What a day is told after or before: up to the end of the clause."""
STEM = re.compile(r"\b[a-z]{3,}?(?=(?:als?|ings?|ions?|ed|es?|s|[’']s)?\b)")
GOT_THEM = re.compile(
    r" (?:(?:it|they|he|she|the [\w’' ]{3,30}?) (?:had )?(?:got|received|(?:was|were|been) "
    r"(?:served|handed|sent))|getting|receiving|being (?:served|handed|sent)|"
    r"(?:ICE|the agency|(?:[\w’-]+ ){0,4}?(?:agents?|officers?))(?: from [A-Z]\w+)? (?:had )?"
    r"(?:subpoenaed|served|sent|issued|delivered|brought|(?:walked|came|showed up|stopped|dropped) "
    r"(?=[^.;]*\b(?:subpoena|summons|papers?)\b)))\b"
)
"""Words by which papers came so long before the day of the sentence: "… after it got them"."""
COMMON = frozenset(
    "the that its his her their got had has was were been one with from and for day county city "
    "state office agency".split()
)
"""Words by which nothing is told from anything else."""
DEADLINE = re.compile(r"\b(?:deadline of|due|until|expires?|said|says|announced)(?: on)? $", re.I)
"""Words before a last day, or the day of speaking, from which nobody counts on."""
BACK = 6  # sentences in which the last day before is looked for
REACH = 60  # sentences in which a day is looked for that words name
MOST = 3  # other days that a question names
REASON = "{}, counted from {}, the day that the text names before it, allows {}."
ASKED = "is “{}” counted from {}? yes: keep | {}no: delete the cell"
FROM = "from {}: {} | "
UNCOUNTED = (
    "which day is “{}”? known: add a cell with by = inference, value and reason | not known: keep"
)


Days = dict[Span, date]
"""The days that the text names, the last one last, by where it names them."""


class Later(NamedTuple):
    """Words for a day, what a cell says of them, and what a person is asked."""

    span: Span
    more: dict[str, Any] | None
    """Null where the words allow no day that can be counted, so that there is no cell."""
    asked: str
    until: int
    """Where the clause ends that tells from which day they count."""

    def cells(self, column: str) -> tuple[Cell, ...]:
        """The cell of a column, if a day can be counted."""
        return (Cell(column, self.span, more=self.more),) if self.more is not None else ()


class Told(NamedTuple):
    """A day of papers that the text tells: the cell that has it, its words, and who got them."""

    address: str
    cell: Cell
    number: int
    name: str


def days_of(papers: Sequence[tuple[Paper, Row]]) -> list[Told]:
    """The days on which papers were served or issued, by the rows of their acts, as told."""
    found: list[Told] = []
    for paper, row in papers:
        cells = [(p.stretch.number, c) for p in row.said for c in p.cells]
        for column in ("served", "issued"):
            own = [(n, c) for n, c in cells if c.column == column]
            if own:
                address, name = f"acts/{paper.act_id}/{column}", paper.body.agency_id
                found += [Told(address, c, n, name) for n, c in own[:1]]
                break
    return sorted(found, key=lambda told: (told.number, told.cell.span))


def later(
    reading: Reading, stretch: Stretch, told: Sequence[Told], *, is_papers: bool = False
) -> Later | None:
    """The day that words of a sentence count from another one, if they do: from the one that they
    name, or else from the last one before them; of papers from that of the papers before."""
    found = LATER.search(reading.text, *stretch.span)
    if found is None:
        return None
    days = _days(reading, stretch, found.start())
    place = stretch.number, found.span()
    before = [each for each in told if (each.number, each.cell.span) < place]
    begun, until = _begun(reading, stretch, found, days, before)
    if is_papers and before and until == found.end():
        begun = before[-1].cell.span
    if begun is None and until == found.end():
        return None
    words = reading.words(found.span())
    if is_papers and GOT_THEM.match(reading.text, found.end()):
        here = [at for at in days if stretch.start <= at[0]]
        back = re.sub(r"after\w*$", "before", words)
        more = _inferred(reading, words, days[here[-1]], back) if here else None
        if more:
            return Later(found.span(), more, ASKED.format(words, _shown(days[here[-1]]), ""), until)
    own = next((each for each in told if each.cell.span == begun and counts_on(found[0])), None)
    more = _inferred(reading, words, days[begun]) if begun in days else None
    shown = _shown(days[begun]) if begun in days else ""
    if own:
        more = {"anchor": own.address}
        shown = f"“{reading.words(own.cell.span)}”, the day of {own.address.split('/')[1]}"
    if more is None:
        return Later(found.span(), None, UNCOUNTED.format(words), until)
    others = dict.fromkeys(day for at, day in reversed(days.items()) if at != begun)
    choices = "".join(_choice(reading, words, day) for day in [*others][: MOST - 1])
    return Later(found.span(), more, ASKED.format(words, shown, choices), until)


def _begun(
    reading: Reading, stretch: Stretch, found: re.Match[str], days: Days, told: Sequence[Told]
) -> tuple[Span | None, int]:
    """Where the day stands from which words count, and where the clause ends that names it: the
    words themselves, if they count from the last day before."""
    clause = CLAUSE.match(reading.text, found.end(), stretch.end)
    if clause is None or not found[0].lower().endswith(("after", "before")):
        near = max(stretch.number - BACK, 0)
        last = [at for at in days if (s := reading.at(at[0])) and s.number >= near]
        return (last[-1] if last else None), found.end()
    return _named(reading, clause[0].lower(), days, told), clause.end()


def _named(reading: Reading, clause: str, days: Days, told: Sequence[Told]) -> Span | None:
    """The day that a clause names: of one of several papers, of whoever got them, or of the
    sentence before that says most of the same."""
    stems = {m[0] for m in STEM.finditer(clause) if m[0] not in COMMON}
    of = [each for each in told if any(f"-{stem}" in f"-{each.name}" for stem in stems)]
    if len(of) == 1:
        return of[0].cell.span
    same = {
        at: sum(bool(re.search(rf"\b{stem}", reading.words(s.span).lower())) for stem in stems)
        for at in reversed(days)
        if (s := reading.at(at[0]))
    }
    best = max(same, key=lambda at: same[at], default=None)
    return best if best and same[best] else None


def _choice(reading: Reading, words: str, begun: date) -> str:
    """What to write where words count from another day; empty where that gives no day."""
    own = _inferred(reading, words, begun)
    told = ", ".join(f"{name} = {string(own[name])}" for name in own) if own else ""
    return FROM.format(_shown(begun), told) if told else ""


def _inferred(
    reading: Reading, words: str, begun: date, counted: str = ""
) -> dict[str, Any] | None:
    """The days that words allow, counted from a day, none after the page, as a person's reasoning;
    null where they allow none."""
    last = reading.published[1].toordinal() if reading.published else edtf.LAST
    days = resolve(counted or words, ((begun.toordinal(),) * 2,)) or ()
    if not (days := edtf.meet(days, ((edtf.FIRST, last),))):
        return None
    shown = edtf.edtf(days)
    reason = REASON.format(words[0].upper() + words[1:], _shown(begun), shown)
    return {"by": "inference", "value": shown, "reason": reason}


def _days(reading: Reading, stretch: Stretch, stop: int) -> Days:
    """The single days before a place that are no last days."""
    found: Days = {}
    body = set(reading.body)
    for s in reading.stretches:
        if s not in body or not 0 <= stretch.number - s.number <= REACH:
            continue
        for c in reading.inside(s, "date"):
            found |= _single(c) if c.end <= stop and not _is_last(reading, c) else {}
    return found


def _is_last(reading: Reading, c: Candidate) -> bool:
    """Whether words for a date are those of a last day."""
    before = reading.text[max(0, c.start - 30) : c.start]
    return bool(LAST_DAY.search(before) or DEADLINE.search(before))


def _single(c: Candidate) -> Days:
    """The one day that words for a date allow; none where they allow several."""
    first, last = c.attributes.get("earliest"), c.attributes.get("latest")
    return {(c.start, c.end): date.fromisoformat(first)} if first and first == last else {}


def _shown(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
