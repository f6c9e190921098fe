"""State and local governments that a text names: of the dataset, of the register, or made anew."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from contribute.draft.known import Known, Place, register, slug
from contribute.draft.makers.bodies import nobody, offices
from contribute.draft.pages.heads import DATELINE
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from contribute.draft.turns import turns
from extraction.lexicon import lists
from extraction.text import regions
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import key

WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
COUNTY = re.compile(r"\b(?P<place>[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40}){0,2} County)\b")
FIELD_OFFICE = re.compile(r"(?:[’']s)? (?:field |regional |district )?office\b")
"""An office of a federal body behind the name of the place in which it lies."""
POSSESSIVE = re.compile(r"[’']s?$")
OF_WHOM = WORDS["of_whom"]
SORTS = {
    "county": re.compile(r"\b(?:[Cc]ounty|[Ss]heriff|[Pp]arish)\b"),
    "state": WORDS["state_body"],
    "city": re.compile(r"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough|[Pp]olice)\b"),
}
"""Words in the name of a body by which it belongs to a government of a kind."""
TOWN_ACTS = re.compile(r"\b[Tt]he (?:city|town|village|borough)\b|\b[Mm]ayor\b")
"""Words by which the town of a text does something, and is not only where a reporter was."""
COUNTY_BEHIND = re.compile(rf" (?:of|for|in) (?:the )?{COUNTY.pattern}")
"""The county of a body behind its name: "Superior Court of Linden County"."""
IN_CITY = re.compile(
    rf"(?P<before>{offices.PLACE})[’']s [a-z].*|"
    rf"[a-z][a-z -]* in (?P<behind>{offices.PLACE})(?<! County)"
)
"""A body by its city: "Tarrow's water office", "municipal utility in Tarrow"."""
BY_NOUN = re.compile(rf"(?i:{offices.NOUN}) (?:of|for) [A-Z]")
"""A name that says by its noun of what sort a body is, and not whose: "Bureau of Wages"."""
GENERAL = (
    "county|city|state|town|village|parish|borough|public|parks?|housing|human|water|tax|election|"
    "motor|social|community|municipal|revenue|permits?|licens\\w+|child|family|juvenile|labor|"
    "building|planning|transit|fire|records?|vital|voter|utilit\\w+|adult|economic|employment|"
    "district|circuit|superior|deputy|chief|children|workforce|emergency|animal|sanitation|finance"
)
"""Words with which a body is named for what it does."""
OWN_NAME = re.compile(
    rf"(?!(?i:{'|'.join((*offices.KEEPERS, *offices.HEADS, *offices.TITLES, *offices.BODIES))}|"
    rf"{offices.NOUN}|{GENERAL})\b)[A-Z][\w’'-]+ [A-Z]"
)
"""A name of several words that begins with none for a sort of body."""
STATE = re.compile(r", (?P<state>[A-Z][\w. ]*?) ?(?:\(|[—–-])")
"""The state in a dateline."""
OF_CITY = re.compile(
    r"[Pp]olice\b|Fire Department|Housing (?:Authority|Commission)|Public (?:Schools|Library)|"
    r"Water (?:Supply|Department|Board)|City (?:Council|Clerk|Hall)|School (?:Board|Committee)"
)
"""What stands behind the name of the city whose a body is."""
ARTICLE = re.compile(r"^(?:the|The)\s+")
UNREGISTERED = {
    "county": (
        "the register has no such county in {}: are name and state right? yes: keep, with no "
        "register_id | in another state: its id, us-STATE-NAME, wherever it stands | no county: "
        "the government that is meant, here and wherever this id stands"
    ),
    "city": (
        "is it a city, town or village in {}? yes: keep | in another state: its id, us-STATE-NAME, "
        "wherever it stands | no: the government that is meant, here and wherever this id stands"
    ),
}
"""What is asked of a place that the register does not have, by the kind of it; of cities it has
only a few."""
WHOSE_BODY = (
    "of which government is this body? write its kind, the words for its name, and its id, "
    "us-STATE-NAME, wherever it stands"
)
A_CITY = (
    r"\b(?i:city|town|village|borough|mayor) of (?:the (?:city|town|village) of )?{0}\b|"
    r"\b{0}(?:[’']s)? (?i:city|town|village|borough|police|mayor)\b|"
    r"(?m:^)\W*(?i:{0})(?:, [A-Z][\w. ]{{1,20}})?(?: \([A-Z]{{2,6}}\))? ?[—–-]"
)
"""Words by which a name is that of a city, town or village; also where a reporter was."""

Told = tuple[Span, Stretch, Candidate]
"""The words for a place, their sentence, and what extraction proposes of them."""


@dataclass(frozen=True)
class Government:
    """A state or local government and, if it is new, its row."""

    jurisdiction_id: str
    kind: str
    name: str
    row: Row | None = None


@dataclass
class Governments:
    """Which government is which in one text. Each is looked up once."""

    reading: Reading
    known: Known
    state: str | None = None
    """The state of every place, where the document is about one."""
    _found: dict[str, Government | None] = field(default_factory=dict)

    @cached_property
    def _places(self) -> list[Candidate]:
        """The places that the text names."""
        return [c for c in self.reading.candidates if c.kind == "jurisdiction"]

    @cached_property
    def _near(self) -> list[Candidate]:
        """The same, without those that words put far off the story."""
        near = (c for c in self._places if not self._is_far(c))
        return [c for c in near if not self._is_agencys(c.start)]

    def _is_agencys(self, start: int) -> bool:
        """Whether words before the name of a place tell of an office of the agency there."""
        return bool(WORDS["agency_in"].search(self.reading.text[max(0, start - 80) : start]))

    @cached_property
    def main(self) -> Government | None:
        """The local government that the text names most, else its state."""
        found = list(filter(self._is_told, self._places))
        local = [c for c in found if self._kind(c) != "state"]
        own = [c for c in local if not self.is_court_or_office(c) if not self._is_far(c)]
        plain = [c for c in own if not self._is_dateline(c)]  # where the reporter was
        if len(plain) < len(own):  # a town of which only the end tells is of another story
            half = len(self.reading.text) / 2
            plain = [c for c in plain if c.start < half or self._kind(c) == "county"]
        states = [c for c in found if c not in local]
        told = self._most(plain or own or states or local or found)
        return self.named(*told) if told else None

    def is_court_or_office(self, c: Candidate) -> bool:
        """Whether a place is only where a court or an office of the agency is."""
        before = self.reading.text[max(0, c.start - 40) : c.start]
        is_office = FIELD_OFFICE.match(self.reading.text, c.end)
        return bool(is_office or WORDS["court_in"].search(before))

    def _is_far(self, c: Candidate) -> bool:
        """Whether words before the first mention of a place put it far off the story."""
        first = next(each for each in self._places if self._name(each) == self._name(c))
        return bool(WORDS["far"].search(self.reading.text[max(0, first.start - 30) : first.start]))

    def _is_dateline(self, c: Candidate) -> bool:
        """Whether a place stands before the first words of an article, or in capitals as there."""
        text = self.reading.text
        line = text.rfind("\n", 0, c.start) + 1
        before = DATELINE.match(text, line)
        is_before = before is not None and c.end <= before.end()
        return is_before or text[c.start : c.end].split(",")[0].isupper()

    @cached_property
    def is_only_dateline(self) -> bool:
        """Whether the city taken for the government of the text is named only as the place of the
        reporter or the paper, and no words say that it does anything."""
        main = self.main
        if main is None or main.kind != "city":
            return False
        name = re.compile(rf"\b{re.escape(main.name)}\b(?!, [A-Z]| [A-Z])")
        body = [s for s in self.reading.body if s.region == "body"]
        starts = {s: DATELINE.match(self.reading.text, s.start) for s in body}
        spans = [(at.end() if (at := starts[s]) else s.start, s.end) for s in body]
        text = self.reading.text
        return not any(name.search(text, *at) or TOWN_ACTS.search(text, *at) for at in spans)

    def known_by(self, name: str) -> Government | None:
        """A government that was named so far."""
        return self._found.get(POSSESSIVE.sub("", name))

    def named(self, span: Span, stretch: Stretch, candidate: Candidate) -> Government | None:
        """A government that words name, known or new."""
        name = POSSESSIVE.sub("", self._name(candidate))
        if name not in self._found:
            kind = self._kind(candidate)
            kind = "county" if name.endswith(" County") else kind
            kind = kind if kind in ("state", "county") else "city"
            state = candidate.attributes.get("state") or None
            names = re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", self.reading.words(stretch.span))
            is_told = self._tells_state(candidate) or state in map(lists.states().get, names)
            if state and not is_told:
                state = self.likely_state() or state  # which the rules only guessed
            self._found[name] = self._matched(name, kind, state, span, stretch)
        return self._found[name]

    def _kind(self, c: Candidate) -> str:
        """The kind of a place; a name of a state and a city is the state's by what is behind it, or
        if the text has "Washington State" somewhere."""
        kind = c.attributes.get("kind", "city")
        if kind != "state_or_city":
            return kind
        whole = rf"\b{re.escape(self.reading.words((c.start, c.end)))} State\b"
        is_state = WORDS["state_sense"].match(self.reading.text, c.end) or re.search(
            whole, self.reading.text
        )
        return "state" if is_state else kind

    def of_body(self, span: Span, stretch: Stretch) -> Government | None:
        """The government that a body belongs to: named in its name, else the one of the text."""
        words = self.reading.words(span)
        if WORDS["of_district"].search(words):
            return self._district(span, stretch)
        if behind := COUNTY_BEHIND.match(self.reading.text, span[1], stretch.end):
            return self._matched(behind["place"], "county", None, behind.span("place"), stretch)
        if placed := offices.OF_PLACE.fullmatch(words) or self._in_city(words):
            name = placed["before"] or placed["behind"]
            start = span[0] + words.index(name)
            return self._matched(name, "city", None, (start, start + len(name)), stretch)
        if WORDS["of_state"].search(words) and (of := self._state_itself()):
            return of
        if self.main and re.search(rf"{re.escape(self.main.name)}\b(?! County)", words):
            return self.main
        for candidate in self.reading.inside(stretch, "jurisdiction"):
            if span[0] <= candidate.start and candidate.end <= span[1]:
                return self.named((candidate.start, candidate.end), stretch, candidate)
        if named := COUNTY.match(ARTICLE.sub("", self.reading.words(span))):
            return self._matched(named["place"], "county", None, span, stretch)
        owner = self.owner(span, stretch)
        of_city = None if _sort(words) == "state" else self._city_of(span, stretch)
        return owner or of_city or self.fitting(span, stretch)

    def _in_city(self, words: str) -> re.Match[str] | None:
        """The city by which words describe a body; "Tarrow's office" may be somebody's."""
        found = IN_CITY.fullmatch(words)
        is_city = found and (found["behind"] or self._is_city_told(found["before"]))
        return found if is_city else None

    def fitting(self, span: Span, stretch: Stretch) -> Government | None:
        """The government of the text that words for a body fit, of which none is named; of a body
        of a county that the text does not name a person is asked."""
        words = self.reading.words(span)
        kind = _sort(words)
        if kind is None or self.main is None or self.main.kind == kind:
            return self.main
        told = self.most_told(kind)
        if told is None and (kind, self.main.kind) == ("county", "city"):
            return self.untold(kind, span, stretch)
        own = self._state_itself() if kind == "state" else None
        return own or (self.named(*told) if told else None) or self.main

    def untold(self, kind: str, span: Span, stretch: Stretch) -> Government:
        """The government of a body of which the text does not tell whose it is."""
        name = self.reading.words(span)
        row = self.row_of(f"us-xx-{slug(name)}", kind, name, span, stretch, None)
        row = row.asking(jurisdiction_id=WHOSE_BODY)
        return Government(f"us-xx-{slug(name)}", kind, name, row)

    def is_guessed(self, of: Government, span: Span, stretch: Stretch) -> bool:
        """Whether a body with a name of its own belongs to a government only because the text
        names no other one for it."""
        words = ARTICLE.sub("", self.reading.words(span))
        place = re.escape(re.split(r",| County$", of.name)[0])
        if re.search(rf"\b{place}\b", words, re.I) or WORDS["of_district"].search(words):
            return False
        is_main = self.main is not None and of.jurisdiction_id == self.main.jurisdiction_id
        is_unsure = (_sort(words) or of.kind) != of.kind or (is_main and self.is_only_dateline)
        is_unsure = is_unsure or bool(OWN_NAME.match(words) or BY_NOUN.match(words))
        return is_unsure and self.owner(span, stretch) is None

    def most_told(self, kind: str) -> Told | None:
        """The place of a kind that the article names most."""
        found = (c for c in self._places if self._kind(c) == kind and self._is_told(c))
        return self._most([c for c in found if not (self.is_court_or_office(c) or self._is_far(c))])

    def likely_state(self) -> str | None:
        """The state that the places of the text lie in, by how often each is named; where no words
        tell one, the state of a city that is known for another of its name."""
        if self.state or self._reporters_state:
            return self.state or self._reporters_state
        guessed = Counter(c.attributes["state"] for c in self._near if c.attributes.get("state"))
        most = (self._told_states or guessed).most_common(1)
        return most[0][0] if most else None

    @cached_property
    def _reporters_state(self) -> str | None:
        """The state behind the place before the first words of the article: "TARROW, Kan."."""
        starts = (DATELINE.match(self.reading.text, s.start) for s in self.reading.body)
        placed = (STATE.search(found[0]) for found in starts if found)
        names = (each["state"].strip() for each in placed if each)
        codes = lists.states() | {code: code for code in lists.states().values()}
        found = (codes.get(n) or codes.get(n.rstrip(".")) for n in names)
        return next((state for state in found if state and state != "DC"), None)

    @cached_property
    def _told_states(self) -> Counter[str]:
        """The states that words tell; those in quotations only where no others do."""
        return self._states(are_quoted=False) or self._states(are_quoted=True)

    def _states(self, *, are_quoted: bool) -> Counter[str]:
        """The states that words tell: by name, behind a city, or by a county of one state only."""
        told = [c for c in self._near if self._tells_state(c)]
        told = [c for c in told if are_quoted or not self.reading.is_quoted((c.start, c.end))]
        counts = Counter(c.attributes["state"] for c in told)
        for name in {self._name(c) for c in self._places if c.attributes.get("kind") == "county"}:
            own = {place.state for place in register().get(("county", key(name)), ())}
            counts.update(own if len(own) == 1 else ())
        states = lists.states()
        counts.update(
            states[name]
            for name in states
            if len(name) > 2
            and any(
                not self._is_agencys(m.start())
                for m in re.finditer(rf"\b(?<!In ){re.escape(name)}", self.reading.text)
                if are_quoted or not self.reading.is_quoted(m.span())
            )
        )
        for s in (s for s in self.reading.body if s.region in ("headline", "deck")):
            words = self.reading.words(s.span)
            counts.update(states[n] for n in states if len(n) > 2 and f"{n} " in f"{words} ")
        if len(counts) > 1:
            counts.pop("DC", None)  # the capital, by which reporters mean the government
        return counts

    def row_of(
        self, row_id: str, kind: str, name: str, span: Span, stretch: Stretch, place: Place | None
    ) -> Row:
        pairs = {"jurisdiction_id": row_id, "kind": kind}
        if place:
            pairs["register_id"] = place.register_id
        start = self.reading.text.find(name.split()[0], *span)
        end = start + len(name) if start >= 0 else span[1]
        is_name = self.reading.text[start:end] == name
        if not is_name and (other := self._printed(name)):  # not in capitals, as in a dateline
            stretch, start = other
            end, is_name = start + len(name), True
        said = (Passage(stretch, (Cell("name", (start, end) if is_name else span),)),)
        return Row("jurisdictions", pairs, said)

    def owner(self, span: Span, stretch: Stretch) -> Government | None:
        """The government whose a body is by words such as "the city's" before it."""
        found = OF_WHOM.search(self.reading.text[stretch.start : span[0]])
        if found is None:
            return None
        kind = found["kind"].lower()
        kind = kind if kind in ("county", "state") else "city"
        told = self.most_told(kind)
        own = self.named(*told) if told else None
        if own is None and kind == "state":
            own = self._state_itself() or self.untold(kind, span, stretch)
        return own

    def _state_itself(self) -> Government | None:
        """The state of the text, by the first words for it, as behind the name of a city."""
        code = self.likely_state()
        names = [name for name, each in lists.states().items() if each == code]
        for name in names:
            for stretch in self.reading.stretches:
                for at in self.reading.find(stretch, re.compile(rf"\b{re.escape(name)}(?!\w)")):
                    return self._matched(max(names, key=len), "state", code, at.span(), stretch)
        return None

    def _printed(self, name: str) -> tuple[Stretch, int] | None:
        """Where the text first has a name as it is written."""
        found = ((s, self.reading.text.find(name, *s.span)) for s in self.reading.body)
        return next(((s, at) for s, at in found if at >= 0), None)

    def _district(self, span: Span, stretch: Stretch) -> Government:
        """A school or water district, which is a government of its own."""
        name = ARTICLE.sub("", self.reading.words(span))
        row_id = f"us-{(self.likely_state() or 'xx').lower()}-{slug(name)}"
        said = (Passage(stretch, (Cell("name", (span[1] - len(name), span[1])),)),)
        row = Row("jurisdictions", {"jurisdiction_id": row_id, "kind": "district"}, said)
        row = _which(row, self.likely_state(), None, [])
        is_known = self.known.has("jurisdictions", row_id)
        made = Government(row_id, "district", name, None if is_known else row)
        return self._found.setdefault(name, made) or made

    def _city_of(self, span: Span, stretch: Stretch) -> Government | None:
        """The city with which a name begins: one that the text tells of, or one that has police."""
        words = self.reading.words(span).split()
        told = {
            c.value.split("-", 2)[2]: c.value[3:5]
            for c in self.reading.candidates
            if c.kind == "jurisdiction" and c.value and c.value.count("-") >= 2
        }
        for size in range(0 if "County" in words else min(3, len(words) - 1), 0, -1):
            name = " ".join(words[:size])
            before = self.known_by(name)
            is_own = OF_CITY.match(" ".join(words[size:])) and name[0].isupper()
            is_own = is_own and f"{name} County" not in self.reading.text
            is_city = is_own or (before is not None and before.kind == "city")
            state = told.get(slug(name)) or (self.likely_state() if is_city else None)
            if state:
                made = self._matched(name, "city", state.upper(), span, stretch)
                return self._found.setdefault(name, made)
        return None

    def _most(self, found: Sequence[Candidate]) -> Told | None:
        """The first place of the name that is named most."""
        counts = Counter(map(self._name, found))
        most = counts.most_common(1)[0][0] if counts else None
        first = next((c for c in found if self._name(c) == most), None)
        stretch = self.reading.at(first.start) if first else None
        return ((first.start, first.end), stretch, first) if first and stretch else None

    def _is_told(self, candidate: Candidate) -> bool:
        """Whether words stand in the article, and not in the head of the page, as a name of a
        place and not of a company that does something."""
        stretch = self.reading.at(candidate.start)
        if stretch is None or (candidate.value is None and stretch.number in self.reading.outside):
            return False
        if nobody.is_person(self.reading, (candidate.start, candidate.end)):
            return False
        return stretch.region in regions.ARTICLE

    def _name(self, candidate: Candidate) -> str:
        span = candidate.start, candidate.end
        name = candidate.attributes.get("entity") or self.reading.words(span)
        name = WORDS["before_name"].sub("", name)
        return name.title() if name.isupper() and len(name) > len("DC") else name

    def _matched(
        self, name: str, kind: str, state: str | None, span: Span, stretch: Stretch
    ) -> Government | None:
        known = self.known.code("jurisdictions", name, self.reading.source)
        if known:
            return Government(known, str(self.known.value("jurisdictions", known, "kind")), name)
        listed = register().get((kind, key(name)), ())
        kind = "city" if not listed and name.endswith(" Borough") else kind  # but in Alaska
        places = [p for p in listed if state in (None, p.state)]
        likely = state or self.likely_state()
        any_state = places[:1] if kind != "city" or likely is None else []
        chosen = next((p for p in places if p.state == likely), next(iter(any_state), None))
        if chosen and chosen.register_id in self.known.jurisdictions:
            return Government(self.known.jurisdictions[chosen.register_id], kind, name)
        state = chosen.state if chosen else likely or "xx"
        jurisdiction_id = f"us-{state.lower()}" + ("" if kind == "state" else f"-{slug(name)}")
        if self.known.has("jurisdictions", jurisdiction_id):
            return Government(jurisdiction_id, kind, name)
        row = self.row_of(jurisdiction_id, kind, name, span, stretch, chosen)
        is_sure = bool(self.state or self._told_states)
        is_told = is_sure and kind == "city" and self._is_city_told(name)
        row = row if likely and chosen is None and is_told else _which(row, likely, chosen, places)
        return Government(jurisdiction_id, kind, name, row)

    def _is_city_told(self, name: str) -> bool:
        """Whether words say that a name is that of a city."""
        return bool(re.search(A_CITY.format(re.escape(name)), self.reading.text))

    def _tells_state(self, c: Candidate) -> bool:
        """Whether words for a place say in which state it lies: "Augusta, Maine", or "Maine"."""
        is_said = "," in self.reading.words((c.start, c.end)) or c.attributes.get("kind") == "state"
        return bool(c.attributes.get("state")) and is_said


def _sort(words: str) -> str | None:
    """The kind of government to which a body belongs by words of its name; maybe none."""
    return next((kind for kind, sort in SORTS.items() if sort.search(words)), None)


def _which(row: Row, likely: str | None, chosen: Place | None, places: list[Place]) -> Row:
    """The row, with a question where several states have such a place and the text names none."""
    if likely is None and chosen is None:
        return row.asking(jurisdiction_id="in which state? us-STATE-NAME, wherever it stands")
    if chosen is None and (asked := UNREGISTERED.get(row.pairs["kind"])):
        return row.asking(jurisdiction_id=asked.format(likely))
    if chosen is None or chosen.state == likely or (len(places) < 2 and likely is None):
        return row
    others = ", ".join(sorted(p.state for p in places if p is not chosen))
    named = f" (others of this name: {others})" if others else ""
    question = (
        f"is it the one in {chosen.state}{named}? yes: keep | in another state: its register_id, "
        "and its id, us-STATE-NAME, wherever it stands"
    )
    return row.asking(register_id=question)


def are_near(one: str, two: str) -> bool:
    """Whether two places, by their ids, are the same, or one is the state of the other.

    >>> are_near("us-ks", "us-ks-sorrel-county"), are_near("us-ks-sorrel", "us-ks-sorrel-county")
    (True, False)
    """
    state, other = sorted((one, two), key=len)
    is_state = state.count("-") == 1
    return state == other or (is_state and other.startswith(f"{state}-"))
