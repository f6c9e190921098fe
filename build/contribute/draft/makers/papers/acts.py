"""Every act that a text tells of, with the rows of its papers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from contribute.draft.known import Known
from contribute.draft.makers import later
from contribute.draft.makers.bodies import offices
from contribute.draft.makers.bodies.named import Bodies
from contribute.draft.makers.papers.belonging import Belonging
from contribute.draft.makers.papers.cells import Cells
from contribute.draft.makers.papers.demands import Demands
from contribute.draft.makers.papers.doubts import LEFT, Doubts
from contribute.draft.makers.papers.instruments import Instruments, Kind
from contribute.draft.makers.papers.likely import Likely
from contribute.draft.makers.papers.paper import Paper, Sending, act_id
from contribute.draft.makers.papers.receivers import Receivers
from contribute.draft.makers.papers.sendings import Sendings
from contribute.draft.makers.papers.wording import EARLIER
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, fitting, merged
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.date_phrases import AHEAD, BEHIND, resolve
from ice_subpoenas.derivations.derive import Given, number_word
from printing import Refusal

MOST = 50  # acts of one text
AS_TABLE = "cut out the article, or write its lines as CSV: python build draft --table"
FAR = 200  # days behind the day of a text; a term is shorter
MANY = 100  # subpoenas; of more, a person writes the rows
ALSO = (
    "the papers also ask for {}: does a code fit? yes: add a row of information_sought (python "
    "build new information_sought), and its words in phrases_in, under information | no: keep; the "
    "codes, with their meanings, are those of information_kind in datasets/dictionary.md"
)
TERMS = ("days_to_respond", "respond_by")
"""What is said of papers of several days together."""
NO_DAY = ', and say {} = "not_stated" under absent'
SEVERAL = "did these papers come on several days? no: keep | yes: give each day an act of its own"
OTHER_DAYS = (
    "is it the right day? the text also has {}; yes: keep | another day: write its words here | "
    "that is the day of other papers: give them an act"
)
OTHER_NUMBER = (
    "how many people do all these papers ask about? the text also has {}; as many as here: "
    "keep | another number: write its words here"
)
LIKELY = (
    "no sentence says outright that papers went to “{0}”: did they? yes: keep | no: delete this "
    "file{1} | to another body: draft again with --to, as the command said at its end"
)
OTHER_TERMS = (
    "the text has several last days to answer: {}; is one of them the last day of these papers? "
    "yes: write its words as respond_by, or as days_to_respond | no: keep"
)
NTH = re.compile(r"\b(?:second|third|fourth|fifth)\b|\bwith \w+ more\b", re.I)
"""Which of several papers to one body it is."""
FIRST = re.compile(r"\b[Tt]he first (?:one|(?:[a-z]+ )?subpoena)\b")
"""Words for one of several papers to a body."""
Told = Sequence[tuple[Paper, Row]]
"""Acts, each with its row."""
Group = Sequence[Sending]
"""The sentences of one act."""


@dataclass(frozen=True)
class Acts:
    """Finds the acts of one text, and writes their rows."""

    reading: Reading
    bodies: Bodies
    known: Known

    @cached_property
    def _receivers(self) -> Receivers:
        return Receivers(self.reading, self.bodies)

    @cached_property
    def _sendings(self) -> Sendings:
        return Sendings(self.reading, self.bodies, self._receivers)

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self.reading, self.bodies, self._sendings)

    @cached_property
    def _instruments(self) -> Instruments:
        return Instruments(self.reading, self.known, self._cells)

    @cached_property
    def _doubts(self) -> Doubts:
        return Doubts(self.reading, self.known, self._receivers)

    def papers(self) -> list[Paper]:
        """Every act of issuing or serving that the text tells of.

        Those in scope come first, and those of an earlier year after those that are news.
        """
        found = [*self._found()]
        found.sort(key=lambda paper: not paper.in_scope)
        doubts = frozenset(s.number for s in self._doubts.sentences(found))
        others = frozenset(s.number for s in self._doubts.before(found))
        found = [replace(paper, doubts=doubts | others, is_further=bool(others)) for paper in found]
        kinds = dict(self._kinds(found))
        found = [replace(paper, instrument=kinds[paper.act_id].code) for paper in found]
        made: list[Paper] = []
        for paper in found:
            told = [(each, each.rows[0]) for each in made]
            rows = self._rows(found, paper, kinds[paper.act_id], told)
            is_beside = self._doubts.is_in_passing(found, paper)
            made.append(replace(paper, rows=tuple(rows), is_in_passing=is_beside))
        return sorted(made, key=lambda paper: not paper.in_scope)

    def _found(self) -> Iterator[Paper]:
        """The acts with the kind that their own sentences of sending give."""
        ids, kinds = set[str](), list[str]()
        for group in self._groups():
            name = act_id(self.known, group[0].body, ids)
            code = self._instruments.kind(group, (), kinds).code
            ids.add(name)
            kinds.append(code)
            own = group[0].body
            told = self.bodies.recipients.items()
            names = (self.reading.words(at) for at, body in told if body.agency_id == own.agency_id)
            yield Paper(name, own, code, tuple(group), (), frozenset(names))

    def _kinds(self, found: Sequence[Paper]) -> Iterator[tuple[str, Kind]]:
        """The kind of each act, by all sentences that are about it."""
        kinds: list[str] = []
        for paper in found:
            kind = self._instruments.kind(paper.sendings, self._about(found, paper), kinds)
            kinds.append(kind.code)
            yield paper.act_id, kind

    def _about(self, found: Sequence[Paper], paper: Paper) -> list[Stretch]:
        """The sentences about an act."""
        belonging = Belonging(found, self.reading)
        return [s for s in self.reading.body if belonging.of(s) is paper]

    def _groups(self) -> list[Group]:
        """The sentences of sending by whom they send to, what, which of several papers, and in
        which earlier year."""
        groups: dict[tuple[str, str, str | None, str | None], list[Sending]] = {}
        found = list(self._sendings.all())
        likely = Likely(self.reading, self.bodies, self._receivers, self._sendings).all(found)
        told = sorted(
            [*found, *likely],
            key=lambda s: (s.stretch.region != "body", s.stretch.start, s.is_one),
        )
        for sending in told:
            one_more = NTH.search(self.reading.words(sending.paper))
            nth = one_more[0].lower() if one_more else None
            before = self.reading.text[sending.stretch.start : sending.paper[0]]
            nth = "first" if EARLIER.search(before) else nth
            alike = (sending.body.agency_id, sending.noun, sending.year, nth)
            groups.setdefault(alike, []).append(sending)
        if len(groups) > MOST:
            raise Refusal(f"the text tells of {len(groups)} acts, as a list does; {AS_TABLE}")
        named = [self._by_name(group) for group in groups.values()]
        return sorted(named, key=lambda group: group[0].year is not None)

    def _by_name(self, group: Group) -> Group:
        """The sentences of an act, its recipient by its own name where any has it.

        Somebody's name is no name of a body: "Sheriff Dana Whitlock" stands for the office.
        """
        own = (at for at, body in self.bodies.recipients.items() if body == group[0].body)
        if (first := next(own, None)) and (stretch := self.reading.at(first[0])):
            name = self.reading.words(first).lower()
            is_named = [self.reading.words(s.receiver).lower() == name for s in group]
            return [
                s if is_same else replace(s, receiver=first, named=stretch)
                for s, is_same in zip(group, is_named, strict=True)
            ]
        text = self.reading.text
        plain = [s for s in group if not offices.HOLDER.match(text, *s.receiver)]
        plain = [s for s in plain if not text[slice(*s.receiver)].islower()] or [
            s for s in plain if not [*self._receivers.names(s.body)]
        ]
        named = [(s.receiver, s.named) for s in plain] or [*self._receivers.names(group[0].body)]
        if not named:
            return group
        (receiver, stretch), *_ = named
        return [s if s in plain else replace(s, receiver=receiver, named=stretch) for s in group]

    def _rows(
        self, found: Sequence[Paper], paper: Paper, kind: Kind, before: Told
    ) -> Iterator[Row]:
        """The row of the act, of each of its subpoenas, and of what they ask for.

        `before` are the acts before it, with their rows.
        """
        own = self._about(found, paper)
        sendings = enumerate(paper.sendings)
        sent = [each for n, s in sendings for each in self._cells.sent(s, is_first=n == 0)]
        firsts = (FIRST.search(self.reading.words(s.stretch.span)) for s in paper.sendings)
        is_first = len(paper.sendings) > 1 and any(firsts)
        if is_first:  # "the first" of several is no count of them
            sent = [*fitting(sent, lambda c: c.column != "n_subpoenas" or not c.more)]
        counted = self._later(paper, sent, before)
        sent += [passage for _, passage, _ in counted]
        if not any(s.number or s.is_one for s in paper.sendings):
            sent += self._cells.number(paper, own)
        more = [passage for stretch in own for passage in self._cells.more(paper, stretch)]
        said = merged([*sent, kind.said, *self._fitting(sent, more)])
        said, others = self._one_number(said)
        said, other_days = self._one_day(said)
        said, other_terms = self._one_term(said, paper)
        row = self._counted(paper, Row("acts", {}, said))
        if paper.doubts and paper is found[0]:
            row = row.asking(n_subpoenas=self._doubts.further(paper))
        first = before[0][1] if before else None
        row = self._instruments.issued(row, own, paper.main, first)
        row = row.asking(instrument=kind.asked) if kind.asked else row
        row = self._instruments.in_doubt(row, kind.code)
        row = row.asking(**{column: asked for column, _, asked in counted})
        row = self._doubts.vaguely(row, paper)
        if is_first:
            row = row.asking(served=SEVERAL)
        if other_days:
            row = row.asking(served=OTHER_DAYS.format(_shown(other_days)))
        if other_terms:
            row = row.asking(respond_by=OTHER_TERMS.format(_shown(other_terms)))
        if others:
            row = row.asking(n_persons=OTHER_NUMBER.format(_shown(others)))
        row = self._whose(row, found, paper, own)
        sought, lacking = self._sought(found, paper, own)
        row = row.asking(sought=ALSO.format(_shown(lacking))) if lacking else row
        yield from (row, *self._each(paper, row), *sought)

    def _whose(self, row: Row, found: Sequence[Paper], paper: Paper, own: Sequence[Stretch]) -> Row:
        """The row with what a person is asked about who got the papers, and whether they count."""
        if asked := self._doubts.who_got(found, paper, own):
            row = row.asking(recipient_agency_id=asked)
        if asked := self._doubts.of_story(found, paper):
            row = row.asking(story=asked)
        row = row.asking(**self._doubts.same(paper))
        is_likely = all(s.is_likely for s in paper.sendings)
        left = LEFT if self.reading.is_held else ""
        asked = LIKELY.format(self.reading.words(paper.main.receiver), left)
        return row.asking(recipient_agency_id=asked) if is_likely else row

    def _sought(
        self, found: Sequence[Paper], paper: Paper, own: Sequence[Stretch]
    ) -> tuple[list[Row], list[str]]:
        """What the papers of an act ask for: rows, and words of which none tells."""
        demands = Demands(self.reading, self.known)
        clauses = [s.own for s in paper.sendings if s.part]
        split = {s.stretch.number for each in found for s in each.sendings if s.part}
        own = [*clauses, *(s for s in own if s.number not in split)]
        sought = list(demands.rows(own))
        return sought, demands.open(own, sought)

    def _later(
        self, paper: Paper, sent: Sequence[Passage], before: Told
    ) -> list[tuple[str, Passage, str]]:
        """The day of an act in words such as "a day later", if no other words give one: its
        column, what is said of it, and what a person is asked about it."""
        columns = {c.column for p in sent for c in p.cells}
        is_late = "issued" in columns and any(s.is_served for s in paper.sendings)
        if "served" in columns or ("issued" in columns and not is_late):
            return []
        for sending in (s for s in paper.sendings if s.is_served is not None):
            column = "served" if sending.is_served else "issued"
            if found := later.later(
                self.reading, sending.own, later.days_of(before), is_papers=True
            ):
                asked = found.asked + (NO_DAY.format(column) if found.more is not None else "")
                return [(column, Passage(sending.stretch, found.cells(column)), asked)]
        return []

    def _one_number(self, said: Sequence[Passage]) -> tuple[tuple[Passage, ...], list[str]]:
        """What is said of an act with one number of people, that of the first words for it, and
        the words that give another."""
        cells = [c for p in said for c in p.cells if c.column == "n_persons"]
        numbers = {id(c): _number(self.reading.words(c.span)) for c in cells}
        first = next((n for n in numbers.values() if n is not None), None)
        others = [c for c in cells if numbers[id(c)] not in (None, first)]
        kept = fitting(said, lambda c: c not in others) if others else tuple(said)
        return kept, [self.reading.words(c.span) for c in others]

    def _fitting(self, sent: Sequence[Passage], more: Sequence[Passage]) -> Iterator[Passage]:
        """What is told of an act beside its sending, without a passage on another day of issue.

        A paper is issued and served once: another day is that of another paper.
        """
        days: dict[str, str] = {}
        for passage in (*sent, *more):
            cells = [c for c in passage.cells if c.column in ("issued", "served")]
            words = {c.column: self.reading.words(c.span) for c in cells}
            is_other = any(days.get(column, day) != day for column, day in words.items())
            if passage in more and not is_other:
                yield passage
            days = words | days

    def _each(self, paper: Paper, row: Row) -> Iterator[Row]:
        """A row for each subpoena; one if the text gives no number, none if nobody can read it."""
        told = [cell for cell in row.cells if cell.column == "n_subpoenas"]
        number = _number(self.reading.words(told[0].span)) if told else None
        number = int(told[0].more["value"]) if told and told[0].more else number
        n = number or 1
        is_read = number is not None or not told
        if paper.in_scope and is_read and n <= MANY:
            yield Row("subpoenas", {"ids": [f"-{i}" for i in range(1, n + 1)]})

    def _one_day(self, said: Sequence[Passage]) -> tuple[tuple[Passage, ...], list[str]]:
        """What is said of an act with one day of service, that of the first words for it, and the
        words for days that cannot be the same."""
        cells = [c for p in said for c in p.cells if c.column == "served" and not c.more]
        days = {id(c): resolve(self.reading.words(c.span), self.reading.anchor) for c in cells}
        told = [own for c in cells if (own := days[id(c)])]
        others = [c for c in cells if (own := days[id(c)]) and not edtf.meet(own, told[0])]
        kept = fitting(said, lambda c: c not in others) if others else tuple(said)
        return kept, [self.reading.words(c.span) for c in others]

    def _one_term(
        self, said: Sequence[Passage], paper: Paper
    ) -> tuple[tuple[Passage, ...], list[str]]:
        """What is said of an act without last days that cannot all be its own, and their words.

        Papers have one last day. Of several, only a sentence on their sending tells which it is.
        """
        own = {s.stretch for s in paper.sendings}
        terms = [(p, c) for p in said for c in p.cells if c.column in TERMS]
        if self._agree(c for _, c in terms):
            return tuple(said), []
        told = [c for p, c in terms if p.stretch in own]
        left = [c for _, c in terms if c not in told or not self._agree(told)]
        return fitting(said, lambda c: c not in left), [self.reading.words(c.span) for c in left]

    def _agree(self, terms: Iterable[Cell]) -> bool:
        """Whether all last days may be the same, and all numbers of days."""
        days: list[edtf.DaySet] = []
        numbers = set[int | None]()
        for words, column in ((self.reading.words(c.span), c.column) for c in terms):
            if column == "days_to_respond":
                numbers.add(_number(words))
            elif day := resolve(words, self.reading.anchor, AHEAD):
                days.append(day)
        return len(numbers) < 2 and all(edtf.meet(day, days[0]) for day in days)

    def _counted(self, paper: Paper, row: Row) -> Row:
        """The row with its last day to respond counted from the day of the papers, if told."""
        begun = next((name for name in ("served", "issued") if name in row.columns), None)

        def cell(each: Cell) -> Cell:
            words = self.reading.words(each.span)
            if each.column != "respond_by" or not re.search(r"\d", words):
                return each
            if begun is not None:
                return replace(each, more={"anchor": f"acts/{paper.act_id}/{begun}"})
            is_past = self._is_past(words)
            return replace(each, more={"direction": BEHIND}) if is_past else each

        said = (replace(p, cells=tuple(map(cell, p.cells))) for p in row.said)
        return replace(row, said=tuple(said))

    def _is_past(self, words: str) -> bool:
        """Whether a last day to respond had passed when the text appeared: the next such day is
        about a year later."""
        now = self.reading.anchor
        days = resolve(words, now, AHEAD) if now else None
        return bool(now and days and days[0][0] > now[0][0] + FAR)


def _number(words: str) -> int | None:
    """The number that words give, if anybody can read it."""
    number = number_word(words, Given())
    return int(number) if number else None


def _shown(items: Sequence[str]) -> str:
    return ", ".join(f"“{item}”" for item in items)
