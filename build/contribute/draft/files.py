"""The whole draft: every row, the phrases that they need, and the files that hold them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from contribute.draft import collection
from contribute.draft.known import Known
from contribute.draft.makers import clauses, grounds, offers, rest, speech, unsaid
from contribute.draft.makers.bodies import told
from contribute.draft.makers.bodies.governments import Governments
from contribute.draft.makers.bodies.named import Bodies
from contribute.draft.makers.happened import events
from contribute.draft.makers.papers.acts import Acts
from contribute.draft.makers.papers.paper import Owned, Paper
from contribute.draft.makers.persons import facts, people
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Row, Writer, derivable, phrases_of
from contribute.draft.windows import windows
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import key
from reviewed.form import formatted

ORDER = (
    "jurisdictions",
    "agencies",
    "acts",
    "subpoenas",
    "information_sought",
    "individuals_referenced",
    "case_facts",
    "proceedings",
    "events",
    "grounds",
)
TELLING = {
    "response_status": frozenset(("response", "production")),
    "enforcement_status": frozenset(("threat", "petition", "ruling")),
    "outcome": frozenset(("production", "appeal", "withdrawal", "no_production")),
}
"""Kinds of events from which a status follows; a ruling is an order with a result."""
BESIDE = frozenset(("grounds", "information_sought"))
"""Tables beside whose rows a sentence may still tell what happened."""
NAMING = frozenset(("recipient_agency_id", "recipient_as_printed"))
"""Columns of an act whose words only name somebody, beside whatever their sentence tells."""


@dataclass(frozen=True)
class Draft:
    """The files of a draft by their name below `datasets/reviewed`, and what they hold."""

    files: Mapping[str, str]
    rows: tuple[Row, ...]
    papers: tuple[Paper, ...]
    others: tuple[str, ...] = ()
    """The state and local bodies that the text names besides the recipients."""
    windows: Mapping[int, Span] = field(default_factory=dict)
    """Of a page that is not held: the words of each phrase that its rows use."""


def compose(
    reading: Reading,
    known: Known,
    accessed: date | None = None,
    lines: Sequence[collection.Line] = (),
    to: Sequence[str] = (),
) -> Draft:
    """The draft of a text, of phrases of a page, or of the lines of a table; papers went to the
    bodies that a person names, if any."""
    state = collection.STATE if lines else None
    reading = replace(reading, recipients=tuple(name for each in to for name in told.names(each)))
    scene = Scene(reading, known, Bodies(reading, known, Governments(reading, known, state)))
    told.resolve(reading, scene.bodies, to)
    owned = collection.acts(scene, lines) if lines else _owned(scene)
    reasons = (span for _, row in owned if row.table == "grounds" for span in row.spans)
    quotes = speech.quotes(scene, reasons) if reading.is_held else []
    papers = _drafted(scene)
    head, publishers = rest.source(reading, known, accessed)
    head = collection.headed(head) if lines else head
    owned = [(paper, derivable(reading, _meant(scene, row))) for paper, row in owned]
    quotes = [_meant(scene, row) for row in quotes]
    owned = owned if reading.is_held else list(_asking_what(owned))
    open_, more = _unsaid(scene, head, owned, quotes)
    made = _Made(scene, papers, head, quotes, [*owned, *more], publishers, open_)
    return made.draft()


def _unsaid(
    scene: Scene, head: Row, owned: Sequence[Owned], quotes: Sequence[Row]
) -> tuple[unsaid.Unsaid, list[Owned]]:
    """What is asked of sentences that may tell what happened, and the rows offered for them: of
    those from which no row was drafted, or only one that stands beside what happened."""
    reading = scene.reading
    taken = frozenset(f"{paper.act_id}/{row.pairs.get('id')}" for paper, row in owned)
    open_ = unsaid.Unsaid(scene, taken, unsaid.in_court(row for _, row in owned))
    beside, telling = set(unsaid.of_judges(reading, quotes)), set[Stretch]()
    for table, p in ((row.table, p) for _, row in owned for p in row.said):
        is_beside = table in BESIDE or {c.column for c in p.cells} <= NAMING
        (beside if is_beside else telling).add(p.stretch)
    rows = [head, *(row for _, row in owned)]  # and not only who is named or quoted
    silent = {*rest.without_row(reading, rows), *(beside - telling)}
    silent |= {s for s in telling if s.number in open_.in_court}
    found = open_.rows(sorted(silent, key=lambda s: s.number))
    return open_, [(paper, derivable(reading, row)) for paper, row in found]


@dataclass(frozen=True)
class _Made:
    """All rows of a draft, before they are parted into files."""

    scene: Scene
    papers: Sequence[Paper]
    head: Row
    quotes: Sequence[Row]
    owned: Sequence[Owned]
    publishers: Mapping[str, str]
    open: unsaid.Unsaid

    def draft(self) -> Draft:
        """The draft, a file for the source and one for each act."""
        reading, private = self.scene.reading, self.scene.private_spans
        likely = [row for _, row in self.owned if row.is_offered]
        shared = list(_registers(self.scene, [*self.quotes, *(row for _, row in self.owned)]))
        live = (row for _, row in self.owned if not row.is_offered)
        rows = [self.head, *shared, *self.quotes, *live]
        drafted = [*rows, *likely]
        untold = list(rest.without_row(reading, rows, private))
        if not reading.is_held:
            reading = replace(reading, windows=windows(reading, drafted, self.scene.papers))
            offered = {p.stretch.number for row in likely for p in row.said}
            untold = [s for s in untold if s.number not in offered]
        writer = Writer(reading, private, reading.source)
        content = self._source(writer, drafted, untold, [] if self.papers else shared)
        files = {_name_of_source(self.scene): content, **dict(self._acts(writer, shared))}
        return Draft(files, tuple(rows), tuple(self.papers), self._others(), reading.windows)

    def _source(
        self,
        writer: Writer,
        drafted: Sequence[Row],
        untold: Sequence[Stretch],
        alone: Sequence[Row],
    ) -> str:
        """The file of the source; `alone` are rows of registers that no act's file can hold."""
        reading, private, asked = writer.reading, writer.private, self.open.question
        rows = [self.head, *rest.withheld(self.scene.withheld), *rest.regions(reading)]
        rows += self.quotes
        questions: list[str] = []
        if reading.is_held:
            rows += [*alone, *rest.left_out(reading, untold, private, asked)]
        else:
            questions += rest.unused(reading, untold, private, asked)
        questions += rest.unused_parts(reading, private)
        questions += rest.days_beside(reading, drafted, untold, private)
        entries = Entries(self.scene, {})
        entries.fill(drafted, self.publishers)
        content = _source_file(reading, writer, rows, entries, questions)
        if alone and not reading.is_held:  # nothing at the head of the file names the source
            more = replace(writer, default=None).listed(alone).removeprefix("rows = [\n")
            content = formatted(content.replace("\n]\n", f"\n{more}", 1))
        return content

    def _acts(self, writer: Writer, shared: Sequence[Row]) -> Iterator[tuple[str, str]]:
        """The files of the acts, the first with the rows of registers."""
        for n, paper in enumerate(self.papers):
            own = [row for p, row in self.owned if p.act_id == paper.act_id]
            beside = (row for p, row in self.owned if p.act_id != paper.act_id)
            every = [*own, *(row for row in beside if paper.act_id in row.pairs.get("acts", ()))]
            blocks = [_explained(paper, row, every) for row in own]
            content = _act_file(writer.reading, writer, [*(shared if not n else []), *blocks])
            yield f"acts/{paper.act_id}.toml", content

    def _others(self) -> tuple[str, ...]:
        """The state and local bodies that the text names besides those that got papers."""
        scene = self.scene
        named = (each for stretch in scene.reading.body for each in scene.receivers.named(stretch))
        others = told.others(scene.reading, named, {p.body.agency_id for p in self.papers})
        taken = {scene.words(p.main.receiver).lower() for p in self.papers if p.sendings}
        return tuple(name for name in others if name.lower() not in taken)


def _asking_what(owned: Iterable[Owned]) -> Iterator[Owned]:
    """The rows, with a question on each act of which no row says what its papers ask for."""
    told = {paper.act_id for paper, row in owned if row.table == "information_sought"}
    for paper, row in owned:
        is_asked = row.table == "subpoenas" and paper.act_id not in told
        yield paper, row.asking(**{"": SOUGHT}) if is_asked else row


SOUGHT = (
    "what do these papers ask for? add a row for each kind (python build new information_sought) | "
    "no phrase tells, or no code fits: keep; the codes, with their meanings, are those of "
    "information_kind in datasets/dictionary.md"
)


def _owned(scene: Scene) -> list[Owned]:
    """The rows of acts, each passage with words that say what it is about."""
    scene.papers = Acts(scene.reading, scene.bodies, scene.known).papers()
    people.find(scene)
    made: list[Owned] = [(paper, row) for paper in scene.papers for row in paper.rows]
    made += [*facts.facts(scene), *events.events(scene), *grounds.grounds(scene)]
    tied = [
        (paper, clauses.asked(scene.reading, _tied(scene.reading, paper, row)))
        for paper, row in made
    ]
    subjects = ((subject.paper, subject.row) for subject in scene.subjects)
    made = offers.offered(scene, [*tied, *subjects])
    return [(paper, row) for paper, row in made if not paper.is_in_passing]


def _meant(scene: Scene, row: Row) -> Row:
    """The row with words such as "its lawyers", or "the fire department" for a district, as an
    inference: no list may have a pronoun, or words that are like no name of the body."""
    names = {p.body.agency_id: scene.words(p.main.receiver) for p in scene.papers if p.sendings}
    whole = {p.body.agency_id: "".join(scene.bodies.names(p.body)[:1]) for p in scene.papers}

    def cell(each: Cell) -> Cell:
        words = scene.words(each.span)
        name = names.get(str(each.code)) if each.phrases == "agencies" else None
        is_somebodys = bool(WHOSE.match(words))
        is_other = name and _is_other_name(words, f"{name} {whole[str(each.code)]}")
        if name is None or not (is_somebodys or is_other):
            return each
        reason = (MEANT if is_somebodys else CALLED).format(words, name)
        more = {"by": "inference", "value": each.code, "reason": reason}
        return Cell(each.column, each.span, more=more)

    said = (replace(p, cells=tuple(map(cell, p.cells))) for p in row.said)
    return replace(row, said=tuple(said))


WHOSE = re.compile(r"(?:its|their|his|her) ", re.I)
CALLED = "The words “{}” stand for “{}”, which the text calls so too."
MEANT = "The words “{}” stand for somebody of “{}”, which the text names before them."


def _is_other_name(words: str, name: str) -> bool:
    """Whether words for a body have a word of their own and share none with its name.

    >>> _is_other_name("the fire department", "Elk Metropolitan District")
    True
    >>> _is_other_name("the district", "Elk Metropolitan District")
    False
    """
    own, known = (set(re.findall(r"[^\W\d_]{4,}", each.lower())) for each in (words, name))
    return bool(own - PLAIN) and not own & known


PLAIN = frozenset("office agency authority department district county city state board".split())
"""Words by which any body may be called."""


def _drafted(scene: Scene) -> list[Paper]:
    """The acts that are drafted."""
    return [paper for paper in scene.papers if not paper.is_in_passing]


def _tied(reading: Reading, paper: Paper, row: Row) -> Row:
    if "individual_id" in row.pairs:
        return row
    papers = row.table != "grounds"
    said = (paper.tied(reading, passage, papers=papers) for passage in row.said)
    return replace(row, said=tuple(said))


def _registers(scene: Scene, rows: Sequence[Row]) -> Iterator[Row]:
    """The new governments, bodies and speakers that rows name, each once."""
    speakers = list(scene.speakers.values())
    own = [s.row for s in speakers if s.row and s.is_heard]
    named = {cell.code for row in (*rows, *own) for cell in row.cells}
    needed = [paper.body for paper in _drafted(scene)]
    needed += [body for body in scene.bodies.found if body.agency_id in named]
    rows = [row for body in needed for row in body.rows] + [
        s.row for s in speakers if s.row and (s.is_heard or s.individual_id in named)
    ]
    yield from {f"{row.table}/{next(iter(row.pairs.values()))}": row for row in rows}.values()


@dataclass(frozen=True)
class Entries:
    """The phrases that the rows need and no list has, by list and code."""

    scene: Scene
    found: dict[tuple[str, str], list[str]]

    def fill(self, rows: Sequence[Row], publishers: Mapping[str, str]) -> None:
        """Add what the cells of rows need, then the words that name somebody whom they know."""
        for (name, code), cells in phrases_of(rows).items():
            for cell in cells:
                self._add(name, code, self.scene.words(cell.span))
        for words, code in publishers.items():
            self._add("publisher", code, words)
        made = {(row.table, str(next(iter(row.pairs.values())))) for row in rows if row.pairs}
        for words, name, code in self._mentions():
            is_there = (name, code) in made or self.scene.known.has(name, code)
            if is_there and self.scene.code(name, words) is None and not self._has(name, words):
                self._add(name, code, words)

    def _add(self, name: str, code: str, words: str) -> None:
        listed = self.found.setdefault((name, code), [])
        if self.scene.code(name, words) != code and key(words) not in map(key, listed):
            listed.append(words)

    def _has(self, name: str, words: str) -> bool:
        lists = (listed for (own, _), listed in self.found.items() if own == name)
        return any(key(words) in map(key, listed) for listed in lists)

    def _mentions(self) -> Iterator[tuple[str, str, str]]:
        """Words that name a body, a government or a speaker of the draft."""
        bodies = self.scene.bodies
        for c in self.scene.reading.candidates:
            words = self.scene.words((c.start, c.end))
            if c.kind == "agency" and (body := bodies.known_only(words)):
                yield words, "agencies", body.agency_id
            elif c.kind == "jurisdiction" and (place := bodies.governments.known_by(words)):
                yield words, "jurisdictions", place.jurisdiction_id
            elif c.kind == "person":
                speaker = self.scene.speakers.get(c.attributes.get("entity", ""))
                if speaker and speaker.individual_id:
                    yield words, "individuals_referenced", speaker.individual_id


def _explained(paper: Paper, row: Row, own: Sequence[Row]) -> Row:
    """The row of an act with a reason for each null that the check asks about."""
    if row.table != "acts":
        return row
    events = [each for each in own if each.table == "events" and not each.is_offered]
    kinds = {_kind(each) for each in events}
    is_unable = any(cell.code == "unable" for each in events for cell in each.cells)
    kinds |= {"no_production"} if is_unable else set()
    lacking = [] if "n_subpoenas" in row.columns else ["n_subpoenas"]
    lacking += [] if row.columns & {"issued", "served"} else ["served"]
    asks = {"absent": UNTOLD.format(" and ".join(lacking))} if lacking else {}
    open_ = [s for s, telling in TELLING.items() if paper.in_scope and not kinds & telling]
    asks |= {"status": NOTHING.format(" or ".join(TOLD_BY[s] for s in open_))} if open_ else {}
    reasons = dict.fromkeys([*lacking, *open_], "not_stated")
    absent = {"absent": reasons} if reasons else {}
    return replace(row, pairs={**row.pairs, **absent}).asking(**asks)


def _kind(event: Row) -> str:
    """The kind of an event as a status follows from it."""
    is_ruling = event.pairs.get("decides") == "enforcement" and "result" in event.columns
    return "ruling" if is_ruling else str(event.pairs["kind"])


TOLD_BY = {
    "response_status": "an answer to these papers",
    "enforcement_status": "a step in court over them",
    "outcome": "what became of them",
}
"""What would settle a status, in the words of the question."""
NOTHING = (
    "no row of the draft tells of {}: does the text? no: keep | yes: take an offer below, or write "
    "an event; `check --fix` then takes the reason out of absent"
)
UNTOLD = (
    "the draft found no words for {}: are there any in the text? no: keep | yes: add them to "
    "cells, and take the name out of absent"
)


# -- files -----------------------------------------------------------------------------------


def _name_of_source(scene: Scene) -> str:
    if scene.reading.is_held:
        return f"sources/{scene.reading.source}.toml"
    name = next((paper.act_id for paper in _drafted(scene)), scene.reading.source)
    return f"documents/{name}.toml"


def _source_file(
    reading: Reading,
    writer: Writer,
    rows: Sequence[Row],
    entries: Entries,
    asked: Sequence[str],
) -> str:
    """The file of the document: its phrases, its rows, and what is asked about it as a whole."""
    kind = f"phrases_in.{reading.source}"
    phrases = rest.listing({name: each for name, each in entries.found.items() if each}, kind)
    return formatted("\n".join([writer.listed(rows), phrases, *asked]))


def _act_file(reading: Reading, writer: Writer, rows: Iterable[Row]) -> str:
    ordered = sorted(rows, key=lambda row: ORDER.index(row.table))
    head = f'source = "{reading.source}"\n'
    return formatted("\n".join([head, writer.listed(ordered)]))
