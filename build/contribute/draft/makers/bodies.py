"""Bodies and governments that a text names: of the dataset, of the register, or made anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from contribute.draft.known import Known, Place, register, slug
from contribute.draft.makers import offices
from contribute.draft.makers.attorneys import IS_ATTORNEY, Attorneys
from contribute.draft.reading import WORDS, Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.lexicon import lists
from extraction.text import regions
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import key

ARTICLE = re.compile(r"^(?:the|The)\s+")
OF = re.compile(r"(?:[Cc]ity|[Tt]own|[Vv]illage) of (?P<place>[A-Z].*)")
OF_DISTRICT = re.compile(
    r"\b(?:(?:Unified|Independent|Consolidated|Community) )?(?:School|Water|Transit|Fire|Hospital|"
    r"Sanitation|Irrigation|Library) District$"
)
"""The name of a district that is a government of its own."""
COUNTY = re.compile(r"\b(?P<place>[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40}){0,2} County)\b")
OF_STATE = re.compile(r"\b[Aa]ttorney [Gg]eneral|\b[Gg]overnor[’']s|\bSecretary of State\b")
"""Offices that only states have."""
BARE = re.compile(r"(?:County|City|State|Town|Village) [A-Z]")
"""How a body is named whose government stood before: "the County Board"."""
IN_COUNTY = re.compile(rf"(?:\b[Ii]n |^){COUNTY.pattern}, $")
"""The county of an office behind it: "In Linden County, State's Attorney"."""
WHOSE = re.compile(r"\b(?:County|City|State|Town|Village|Parish|Borough|U\.S\.|Federal|National)\b")
"""Words that say whose a body is, so that its name is not short for a longer one."""
FIELD_OFFICE = re.compile(r"(?:[’']s)? (?:field |regional |district )?office\b")
"""An office of a federal body behind the name of the place in which it lies."""
COURT_IN = re.compile(
    r"\b(?:[Cc]ourt|[Jj]udge|[Jj]ury|agents?|officers?|prosecutors|spokes\w+|officials?) in $"
)
"""A court or the agency, or who speaks for it, before the name of the place in which it sits."""
SHORT_OFFICE = re.compile(
    rf"(?:[Cc]ounty )?(?P<office>(?i:{offices.KEEPER}))(?:[’']s)?(?: (?:[Oo]ffice|[Dd]epartment))?"
)
"""An office without its county."""
POSSESSIVE = re.compile(r"[’']s?$")
OF_WHOM = re.compile(r"\b(?P<kind>city|county|state|town|village)[’']s (?:own )?$", re.I)
"""The government to which the body behind belongs: "the city's Bureau of Permits"."""
WHICH_CITY = (
    "“{}”, but the draft found no city, only {}: whose is it? of the city: give it a row of "
    "jurisdictions, and write its id here | of {}: keep"
)
OWNED = re.compile(
    r",? (?:(?:which|that) is )?(?:an?|the) (?:[a-z-]+ )?"
    r"(?P<kind>city|county|state|town|village)(?:-(?:owned|run|operated|controlled)|[’']s)? "
    r"(?:[a-z-]+ ){0,3}?[a-z]+(?=[,.;—]| (?:that|which|in|of|for|serving) |$)"
)
"""An apposition that says whose the body before it is: ", the city-owned electric utility"."""
KINDS = {"federal": "federal", "news": "news", "organization": "other", "foreign": "foreign"}
"""Kinds of bodies by the type that extraction gives; others follow from their government."""
WHOSE_BODY = (
    "of which government is this body? write its kind, the words for its name, and its id, "
    "us-STATE-NAME, wherever it stands"
)
NO_RECIPIENT = frozenset(("federal", "news", "other"))
"""Kinds of bodies whose papers are no act."""

Told = tuple[Span, Stretch, Candidate]
"""The words for a place, their sentence, and what extraction proposes of them."""


@dataclass(frozen=True)
class Body:
    """A body: its id, whose it is, and the rows that it needs if it is new."""

    agency_id: str
    kind: str
    jurisdiction_id: str | None = None
    rows: tuple[Row, ...] = ()


OF_COUNTY = re.compile(r"(?:[’']s)? (?:sheriff|jail|deput|register of deeds)", re.I)
"""Offices of counties behind the name of a place."""


@dataclass(frozen=True)
class Government:
    """A state or local government and, if it is new, its row."""

    jurisdiction_id: str
    kind: str
    name: str
    row: Row | None = None


@dataclass
class Bodies:
    """Who is who in one text. Each body and government is looked up once."""

    reading: Reading
    known: Known
    state: str | None = None
    """The state of every place, where the document is about one."""
    recipients: dict[Span, Body] = field(default_factory=dict)
    """By where their names stand, the bodies that a person says got papers, if one says so."""
    _bodies: dict[str, Body | None] = field(default_factory=dict)
    _governments: dict[str, Government | None] = field(default_factory=dict)

    def named(self, span: Span, stretch: Stretch) -> Body | None:
        """The body that words name, known or new; null where they name none."""
        if told := self._told(span):
            return told
        words = self.reading.words(span)
        name = ARTICLE.sub("", words)
        if key(name) not in self._bodies:
            known = self._known(words) or self._attorney(name) or self._longer(name)
            known = known or self._same_office(name)
            self._bodies[key(name)] = known or self._new(span, name, stretch)
        return self._bodies[key(name)]

    def _told(self, span: Span) -> Body | None:
        """The body that a person told, where words begin in its name or end with it."""
        text = self.reading.text
        for (start, end), body in self.recipients.items():
            own = POSSESSIVE.sub("", text[slice(*span)])
            if start <= span[0] < end or span[0] <= start < span[0] + len(own) == end:
                return body
        return None

    def may_receive(self, body: Body | None) -> bool:
        """Whether a body may get papers that are an act; if a person told which, one of those."""
        told = {each.agency_id for each in self.recipients.values()}
        return body is not None and (
            body.agency_id in told if told else body.kind not in NO_RECIPIENT
        )

    def known_only(self, words: str) -> Body | None:
        """The body that words name by the lists of the dataset."""
        found = self._bodies.get(key(ARTICLE.sub("", words)))
        return found or self._known(words)

    def _known(self, words: str) -> Body | None:
        code = self.known.code("agencies", words, self.reading.source)
        code = code or self.known.code("agencies", ARTICLE.sub("", words), self.reading.source)
        if code is None:
            return None
        kind = str(self.known.value("agencies", code, "kind") or "other")
        place = self.known.value("agencies", code, "jurisdiction_id")
        return Body(code, kind, str(place) if place else None)

    def _longer(self, name: str) -> Body | None:
        """The body that the text calls "the sheriff's office" for short, by its one longer name."""
        found: dict[str, tuple[Span, Stretch]] = {}
        is_short = name.islower() or BARE.match(name) or not WHOSE.search(name)
        for c in self.reading.candidates if is_short else ():
            longer = key(ARTICLE.sub("", self.reading.words((c.start, c.end))))
            stretch = self.reading.at(c.start)
            if c.kind == "agency" and longer.endswith(f" {key(name)}") and stretch:
                found.setdefault(longer, ((c.start, c.end), stretch))
        longest = max(found, key=len, default="")
        is_one = all(longest.endswith(each) for each in found)
        return self.named(*found[longest]) if longest and is_one else None

    def _same_office(self, name: str) -> Body | None:
        """The one office of a keeper of records that the text named so far, for "the sheriff's
        office" or "Sheriff"."""
        found = SHORT_OFFICE.fullmatch(name)
        if found is None:
            return None
        office = found["office"].lower()
        own = {b.agency_id: b for b in self.found if b.kind == "local" and office in b.agency_id}
        return next(iter(own.values())) if len(own) == 1 else None

    def _new(self, span: Span, name: str, stretch: Stretch) -> Body | None:
        if offices.NAMED.fullmatch(name):
            return None  # somebody's name, and no body's
        kind = self._kind(span, name, stretch)
        government = None if kind else self._government_of(span, stretch)
        if government:
            kind = "state" if government.kind == "state" else "local"
            kind = "court" if "Court" in name else kind
        if kind is None:
            return None
        words = self.reading.text[slice(*span)]
        is_long = ARTICLE.match(self.reading.words(span))
        start = span[1] - len(words.split(None, 1)[-1]) if is_long else span[0]
        row_id = self._agency_id(name, government)
        row = _row(row_id, kind, government, (start, span[1]), stretch)
        row = self._attorneys.of_district(row) if IS_ATTORNEY.match(name) else row
        whose = OF_WHOM.search(self.reading.text[stretch.start : span[0]])
        if whose and government and government.kind != whose["kind"].lower() == "city":
            asked = WHICH_CITY.format(whose[0].strip(), government.name, government.name)
            row = row.asking(jurisdiction_id=asked)
        return _body(row, government)

    def _kind(self, span: Span, name: str, stretch: Stretch) -> str | None:
        """The kind of a body that belongs to no state or local government; null for others."""
        if WORDS["private"].search(name) or WORDS["called"].match(self.reading.text, span[1]):
            return "other"
        types = (
            c.attributes.get("type", "")
            for c in self.reading.inside(stretch, "agency")
            if c.start <= span[1] and span[0] <= c.end
            if not (c.attributes.get("type") == "news" and c.end < span[1])  # of Deeds
        )
        kind = KINDS.get(next(types, ""))
        if kind is None or (kind == "federal" and COUNTY.match(name)):
            federal = "court" if "Court" in name else "federal"
            return federal if name.startswith("U.S. ") else None
        return kind

    @property
    def _attorneys(self) -> Attorneys:
        """The U.S. attorneys as the text and the dataset know them."""
        main = self.main.jurisdiction_id[3:5].upper() if self.main else None
        return Attorneys(self.reading, self.known, main or self._likely_state())

    def _attorney(self, name: str) -> Body | None:
        """The U.S. attorney of the dataset for the one district that the text names."""
        known = self._attorneys.known_id() if IS_ATTORNEY.match(name) else None
        return Body(known, "federal") if known else None

    def _agency_id(self, name: str, government: Government | None) -> str:
        """The name as an id, with the state where a body of another government has it."""
        is_full = government is None or government.name in name or government.kind == "state"
        is_short = name.islower() or offices.ALONE.fullmatch(name)
        is_full = is_full or (" " in name and not is_short)
        own = re.sub(r"^(?i:county|city) ", "", name)
        wanted = slug(name if is_full or not government else f"{government.name} {own}")
        if not self.known.has("agencies", wanted) or government is None:
            return self.known.free("agencies", wanted)
        return self.known.free("agencies", f"{wanted}-{government.jurisdiction_id[3:5]}")

    def office(self, office: str, span: Span) -> Body | None:
        """An office of the main government, by its name or by "Linden County sheriff"."""
        own = re.compile(rf"\b{office}[’']s (?:O|D)", re.I)
        for c in self.reading.candidates:
            stretch = self.reading.at(c.start)
            words = self.reading.words((c.start, c.end))
            if c.kind == "agency" and stretch and own.search(words):
                body = self.named((c.start, c.end), stretch)
                if body and body.kind == "local":
                    self._bodies[key(self.reading.words(span))] = body
                    return body
        ending = r"\b(?! [A-Z])(?:[’']s (?:Office|Department))?"
        county = f"{re.escape(self.main.name)}|" if self.main else ""
        pattern = rf"\b(?:{county}(?!The )[A-Z]\w+(?: County)?) (?i:{office}){ending}"
        for s in self.reading.body:
            for found in self.reading.find(s, re.compile(pattern)):
                if self.main:
                    named = self._known(found[0])
                    body = named or self._local(found.span(), found[0], s, self.main)
                    self._bodies[key(found[0])] = body
                    self._bodies[key(self.reading.words(span))] = body
                    return body
        return None

    def described(self, span: Span, stretch: Stretch) -> Body:
        """A body of the main government, by words that are not its name but may be short for it."""
        assert self.main is not None  # the caller looked
        words = self.reading.words(span)
        found = self.known_only(words) or self._longer(words) or self._same_office(words)
        found = found or self._local(span, words, stretch, self.main)
        self._bodies[key(words)] = found
        return found

    def unplaced(self, span: Span, stretch: Stretch) -> Body:
        """A body of which the text does not tell whose it is, so that a person is asked."""
        name = self.reading.words(span)
        row = self._row(f"us-xx-{slug(name)}", "city", name, span, stretch, None)
        row = row.asking(jurisdiction_id=WHOSE_BODY)
        return self._local(
            span, name, stretch, Government(f"us-xx-{slug(name)}", "city", name, row)
        )

    def whole(self, kind: str, span: Span) -> Body | None:
        """The government of a kind of which the text tells most, as a body that acts itself."""
        told = self._most_told(kind)
        body = self._bodies[key(self.reading.words(span))] = self.itself(told) if told else None
        return body

    def itself(self, told: Told) -> Body | None:
        """The government that words name, as a body that acts itself."""
        _, stretch, first = told
        government = self.government(*told)
        name = POSSESSIVE.sub("", self.reading.words((first.start, first.end)))
        known = self._known(name)
        return known or (self._itself(government, first, stretch) if government else None)

    def _most_told(self, kind: str) -> Told | None:
        """The place of a kind that the article names most."""
        return self._most(
            [
                c
                for c in self.reading.candidates
                if c.kind == "jurisdiction" and c.attributes.get("kind", "city") == kind
                if self._is_told(c) and not COURT_IN.search(self.reading.text[: c.start][-30:])
            ]
        )

    def _itself(self, government: Government, named: Candidate, stretch: Stretch) -> Body:
        """A government as a body, by its name."""
        kind = "state" if government.kind == "state" else "local"
        span = named.start, named.start + len(government.name)
        row = _row(self._agency_id(government.name, None), kind, government, span, stretch)
        return _body(row, government)

    def _local(self, span: Span, name: str, stretch: Stretch, of: Government) -> Body:
        return _body(_row(self._agency_id(name, of), "local", of, span, stretch), of)

    def names(self, body: Body) -> list[str]:
        """The words that name a body so far, the longest first."""
        known = self._bodies.items()
        own = [name for name, each in known if each and each.agency_id == body.agency_id]
        return sorted(own, key=len, reverse=True)

    @property
    def found(self) -> list[Body]:
        """The bodies that were named so far."""
        return [body for body in self._bodies.values() if body]

    # -- governments ------------------------------------------------------------------------

    def _government_of(self, span: Span, stretch: Stretch) -> Government | None:
        """The government that a body belongs to: named in its name, else the one of the text."""
        words = self.reading.words(span)
        if OF_DISTRICT.search(words):
            return self._district(span, stretch)
        if OF_STATE.search(words) and (told := self._most_told("state")):
            return self.government(*told)
        if self.main and re.search(rf"{re.escape(self.main.name)}\b(?! County)", words):
            return self.main
        if named := OF.match(self.reading.words(span)):
            return self._matched(named["place"], "city", None, span, stretch)
        for candidate in self.reading.inside(stretch, "jurisdiction"):
            if span[0] <= candidate.start and candidate.end <= span[1]:
                return self.government((candidate.start, candidate.end), stretch, candidate)
        if named := COUNTY.match(ARTICLE.sub("", self.reading.words(span))):
            return self._matched(named["place"], "county", None, span, stretch)
        return self._city_of(span, stretch) or self._owner(span, stretch) or self.main

    def _owner(self, span: Span, stretch: Stretch) -> Government | None:
        """The government whose a body is by "the city's" before it, or ", the city-owned utility"
        behind it."""
        text = self.reading.text
        if within := IN_COUNTY.search(text[stretch.start : span[0]]):
            start = stretch.start + within.start("place"), stretch.start + within.end("place")
            return self._matched(within["place"], "county", None, start, stretch)
        found = OF_WHOM.search(text[stretch.start : span[0]])
        found = found or OWNED.match(text, span[1], stretch.end)
        if found is None:
            return None
        kind = found["kind"].lower()
        kind = kind if kind in ("county", "state") else "city"
        told = self._most_told(kind)
        return self._seat(kind) or (self.government(*told) if told else None)

    def _seat(self, kind: str) -> Government | None:
        """The city that the text names as the county of which it tells most."""
        main = self.main
        if kind != "city" or main is None or not main.name.endswith(" County"):
            return None
        name = main.name.removesuffix(" County")
        for stretch in self.reading.body:
            for found in self.reading.find(
                stretch, re.compile(rf"\b{re.escape(name)}\b(?! County)")
            ):
                return self._matched(name, "city", self._likely_state(), found.span(), stretch)
        return None

    def _district(self, span: Span, stretch: Stretch) -> Government:
        """A school or water district, which is a government of its own."""
        name = ARTICLE.sub("", self.reading.words(span))
        row_id = f"us-{(self._likely_state() or 'xx').lower()}-{slug(name)}"
        said = (Passage(stretch, (Cell("name", (span[1] - len(name), span[1])),)),)
        row = Row("jurisdictions", {"jurisdiction_id": row_id, "kind": "district"}, said)
        row = _which(row, self._likely_state(), None, [])
        is_known = self.known.has("jurisdictions", row_id)
        made = Government(row_id, "district", name, None if is_known else row)
        return self._governments.setdefault(name, made) or made

    def _city_of(self, span: Span, stretch: Stretch) -> Government | None:
        """The city with which a name begins: one that the text tells of, or one that has police."""
        words = self.reading.words(span).split()
        told = {
            c.value.split("-", 2)[2]: c.value[3:5]
            for c in self.reading.candidates
            if c.value and _is_city(c)
        }
        for size in range(0 if "County" in words else min(3, len(words) - 1), 0, -1):
            name = " ".join(words[:size])
            state = told.get(slug(name)) or (
                self._likely_state() if words[size] == "Police" else None
            )
            if state:
                return self._matched(name, "city", state.upper(), span, stretch)
        return None

    @property
    def main(self) -> Government | None:
        """The local government that the text names most, else its state."""
        places = (c for c in self.reading.candidates if c.kind == "jurisdiction")
        found = list(filter(self._is_told, places))
        local = [c for c in found if c.attributes.get("kind") != "state"]
        text = self.reading.text
        own = [
            c
            for c in local
            if not (FIELD_OFFICE.match(text, c.end) or COURT_IN.search(text[: c.start][-30:]))
        ]
        plain = [c for c in own if not text[c.start : c.end].split(",")[0].isupper()]
        # a dateline in capitals says where the reporter was
        states = [c for c in found if c not in local]
        told = self._most(plain or own or states or found)
        return self.government(*told) if told else None

    def _most(self, found: Sequence[Candidate]) -> Told | None:
        """The first place of the name that is named most."""
        counts = Counter(map(self._name, found))
        most = counts.most_common(1)[0][0] if counts else None
        first = next((c for c in found if self._name(c) == most), None)
        stretch = self.reading.at(first.start) if first else None
        return ((first.start, first.end), stretch, first) if first and stretch else None

    def _is_told(self, candidate: Candidate) -> bool:
        """Whether words stand in the article, and not in the head of the page."""
        stretch = self.reading.at(candidate.start)
        return stretch is not None and stretch.region in regions.ARTICLE

    def _name(self, candidate: Candidate) -> str:
        return candidate.attributes.get("entity") or self.reading.words(
            (candidate.start, candidate.end)
        )

    def government_known(self, name: str) -> Government | None:
        """A government that was named so far."""
        return self._governments.get(POSSESSIVE.sub("", name))

    def government(self, span: Span, stretch: Stretch, candidate: Candidate) -> Government | None:
        """A government that words name, known or new."""
        name = POSSESSIVE.sub("", self._name(candidate))
        if name not in self._governments:
            kind = candidate.attributes.get("kind", "city")
            kind = "county" if name.endswith(" County") else kind
            kind = kind if kind in ("state", "county") else "city"
            state = candidate.attributes.get("state") or None
            if state and not self._tells_state(candidate):
                state = self._likely_state() or state  # which the rules only guessed
            county = self._county(name, span) if kind == "city" else None
            if county and (at := self.reading.at(county[0])):
                whole = self.reading.words(county)
                self._governments[name] = self._matched(whole, "county", state, county, at)
                return self._governments[name]
            self._governments[name] = self._matched(name, kind, state, span, stretch)
        return self._governments[name]

    def _county(self, name: str, span: Span) -> Span | None:
        """The county that a headline names in short, as in "Linden sheriff", where the text has
        its name in full."""
        is_short = OF_COUNTY.match(self.reading.text, span[1])
        full = re.search(rf"\b{re.escape(name)} County\b", self.reading.text)
        return full.span() if is_short and full else None

    def _matched(
        self, name: str, kind: str, state: str | None, span: Span, stretch: Stretch
    ) -> Government | None:
        known = self.known.code("jurisdictions", name, self.reading.source)
        if known:
            return Government(known, str(self.known.value("jurisdictions", known, "kind")), name)
        places = [p for p in register().get((kind, key(name)), ()) if state in (None, p.state)]
        likely = state or self._likely_state()
        chosen = next((p for p in places if p.state == likely), places[0] if places else None)
        if chosen and chosen.register_id in self.known.jurisdictions:
            return Government(self.known.jurisdictions[chosen.register_id], kind, name)
        state = chosen.state if chosen else likely or "xx"
        jurisdiction_id = f"us-{state.lower()}" + ("" if kind == "state" else f"-{slug(name)}")
        if self.known.has("jurisdictions", jurisdiction_id):
            return Government(jurisdiction_id, kind, name)
        row = self._row(jurisdiction_id, kind, name, span, stretch, chosen)
        return Government(jurisdiction_id, kind, name, _which(row, likely, chosen, places))

    def _row(
        self, row_id: str, kind: str, name: str, span: Span, stretch: Stretch, place: Place | None
    ) -> Row:
        pairs = {"jurisdiction_id": row_id, "kind": kind}
        if place:
            pairs["register_id"] = place.register_id
        start = self.reading.text.find(name.split()[0], *span)
        end = start + len(name) if start >= 0 else span[1]
        is_name = self.reading.text[start:end] == name
        said = (Passage(stretch, (Cell("name", (start, end) if is_name else span),)),)
        return Row("jurisdictions", pairs, said)

    def _tells_state(self, c: Candidate) -> bool:
        """Whether words for a place say in which state it lies: "Augusta, Maine", or "Maine"."""
        is_said = "," in self.reading.words((c.start, c.end)) or c.attributes.get("kind") == "state"
        return bool(c.attributes.get("state")) and is_said

    def _likely_state(self) -> str | None:
        """The state that the places of the text lie in, by how often each is named."""
        if self.state:
            return self.state
        places = [c for c in self.reading.candidates if c.kind == "jurisdiction"]
        counts = Counter(c.attributes["state"] for c in places if self._tells_state(c))
        for name in {self._name(c) for c in places if c.attributes.get("kind") == "county"}:
            own = {place.state for place in register().get(("county", key(name)), ())}
            counts.update(own if len(own) == 1 else ())
        states = lists.states()
        counts.update(
            states[name]
            for name in states
            if len(name) > 2 and re.search(rf"\b{re.escape(name)}", self.reading.text)
        )
        counts = counts or Counter(
            c.attributes["state"] for c in places if c.attributes.get("state")
        )
        return counts.most_common(1)[0][0] if counts else None


def _row(
    row_id: str, kind: str, government: Government | None, span: Span, stretch: Stretch
) -> Row:
    """The row of a new body."""
    pairs = {"agency_id": row_id, "kind": kind}
    pairs |= {"jurisdiction_id": government.jurisdiction_id} if government else {}
    return Row("agencies", pairs, (Passage(stretch, (Cell("name", span),)),))


def _body(row: Row, government: Government | None) -> Body:
    """A new body, with the row of its government if that is new too."""
    rows = (government.row, row) if government and government.row else (row,)
    place = government.jurisdiction_id if government else None
    return Body(str(row.pairs["agency_id"]), str(row.pairs["kind"]), place, rows)


def _is_city(c: Candidate) -> bool:
    return c.kind == "jurisdiction" and (c.value or "").count("-") >= 2


def _which(row: Row, likely: str | None, chosen: Place | None, places: list[Place]) -> Row:
    """The row, with a question where several states have such a place and the text names none."""
    if likely is None and chosen is None:
        return row.asking(jurisdiction_id="in which state? us-STATE-NAME, wherever it stands")
    if chosen is None or len(places) < 2 or chosen.state == likely:
        return row
    others = ", ".join(sorted(p.state for p in places if p is not chosen))
    question = (
        f"is it the one in {chosen.state}? others lie in {others}; its id and state go with it"
    )
    return row.asking(register_id=question)
