"""Bodies that a text names: of the dataset, of the register, or made anew."""

import re
from dataclasses import dataclass, field, replace

from contribute.draft.known import Known, slug
from contribute.draft.makers.bodies import nobody, offices
from contribute.draft.makers.bodies.districts import IS_ATTORNEY, Attorneys
from contribute.draft.makers.bodies.governments import (
    ARTICLE,
    COUNTY,
    OF_WHOM,
    POSSESSIVE,
    Government,
    Governments,
    Told,
)
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from contribute.draft.turns import turns
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import key

BARE = re.compile(r"(?:County|City|State|Town|Village) [A-Z]")
"""How a body is named whose government stood before: "the County Board"."""
WHOSE = re.compile(r"\b(?:County|City|State|Town|Village|Parish|Borough|U\.S\.|Federal|National)\b")
"""Words that say whose a body is, so that its name is not short for a longer one."""
WHOLE = re.compile(r"(?:city|town|village)-of-")
"""How the id of a government as a body begins, by its full name."""
GUESSED = (
    "no words say to which government “{}” belongs: is it {}? yes: keep | another: give that one "
    "a row of jurisdictions, and write its id here | private: delete it and its act, if any"
)
NATIONAL_BODY = turns(__file__, "words")["of_nation"]
"""Names of bodies of the nation that extraction takes for others."""
KINDS = {"federal": "federal", "news": "news", "organization": "other", "foreign": "foreign"}
"""Kinds of bodies by the type that extraction gives; others follow from their government."""
WHAT_BODY = (
    "“{}” has a name such as private bodies have: what is it? a body of a city, county or "
    "district: keep | of a state: state | private: other, and such papers are no act here"
)
ANYBODYS = (
    "no words say whose “{}” is: a state's: kind = state, and the id of the state as "
    "jurisdiction_id | a county's or city's: kind = local, and that id | private, or nobody can "
    "tell: keep, and delete its act, if any"
)
NO_RECIPIENT = frozenset(("federal", "news", "other"))
"""Kinds of bodies whose papers are no act."""


TITLES = re.compile(
    r"\b(?:The|Our|Former|Interim|Acting|Assistant|Associate|Deputy|Chief|Senior|Special|First|"
    r"Retired|Elected)\s+"
)
"""Words of a title that may stand before "County" or "City"."""
PLACED = re.compile(
    r"(?!The\b)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*?(?= (?:[Cc]ounty|[Cc]ity|[Tt]own|[Vv]illage)\b)"
)
"""The name of a place before the noun of its government."""


def is_elsewhere(words: str, jurisdiction_id: str | None) -> bool:
    """Whether words name the county or city of another place than that of a government.

    >>> is_elsewhere("Otero County Assessor", "us-nm-linden-county")
    True
    >>> is_elsewhere("Deputy County Attorney", "us-nm-linden-county")
    False
    """
    place = PLACED.search(TITLES.sub("", words))
    if place is None or jurisdiction_id is None:
        return False
    own = jurisdiction_id.split("-", 2)[-1]  # "us-or-linden-county"
    return not f"{own}-".startswith(f"{slug(place[0])}-")


@dataclass(frozen=True)
class Body:
    """A body: its id, whose it is, and the rows that it needs if it is new."""

    agency_id: str
    kind: str
    jurisdiction_id: str | None = None
    rows: tuple[Row, ...] = ()
    is_open: bool = False
    """Whether nobody knows yet if it is public, so that a person is asked."""


NUMBERED = re.compile(
    r"(?:(?:(?<=[Dd]istrict)|(?<=Company)|(?<=Station))(?:,? (?:No|Number)\b\.? ?| #?)|"
    r"(?<=[Dd]istrict No)\.? )\d{1,4}[A-Z]?(?![\w-])"
)
"""The number of a body behind its name: "School District 118"."""
GOVERNMENT = re.compile(r"City|Town|Village|County")
"""What a text with "the City of Linden" calls it behind."""
STREET = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Drive|Highway|Parkway|Way)\.?$"
)
"""How the name of a street ends, which is no body."""
LAW = re.compile(r" (?:Act|Law|Code|Statute|Amendment)$")
"""How the name of a law ends, which is no body."""


@dataclass
class Bodies:
    """Who is who in one text. Each body is looked up once."""

    reading: Reading
    known: Known
    governments: Governments
    recipients: dict[Span, Body] = field(default_factory=dict)
    """By where their names stand, the bodies that a person says got papers, if one says so."""
    _bodies: dict[str, Body | None] = field(default_factory=dict)

    def named(self, span: Span, stretch: Stretch) -> Body | None:
        """The body that words name, known or new; null where they name none."""
        if told := self._told(span):
            return told
        span = self.numbered(span)
        words = self.reading.words(span)
        name = ARTICLE.sub("", words)
        if nobody.SORT.fullmatch(name) or LAW.search(name) or STREET.search(name):
            return None
        if key(name) not in self._bodies:
            known = self._known(words) or self._attorney(name) or self.longer(name)
            known = known or self._whole(name)
            self._bodies[key(name)] = known or self._new(span, name, stretch)
        return self._bodies[key(name)]

    def _whole(self, name: str) -> Body | None:
        """The "City of Linden" that a text has named, for "the City"."""
        whole = (b for k, b in self._bodies.items() if k.startswith(f"{key(name)} of "))
        return next(whole, None) if GOVERNMENT.fullmatch(name) else None

    def numbered(self, span: Span) -> Span:
        """A name with the number behind it."""
        found = NUMBERED.match(self.reading.text, span[1])
        return (span[0], found.end()) if found else span

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
        if body is None or told:
            return body is not None and body.agency_id in told
        is_federal_court = body.kind == "court" and body.jurisdiction_id is None
        return body.is_open or not (is_federal_court or body.kind in NO_RECIPIENT)

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

    def longer(self, name: str) -> Body | None:
        """The body that the text calls "the sheriff's office" for short, by its one longer name."""
        found: dict[str, tuple[Span, Stretch]] = {}
        is_short = name.islower() or BARE.match(name) or not WHOSE.search(name)
        is_short = is_short or name.split()[-1] in offices.KEEPERS  # "Linden County sheriff"
        for c in self.reading.candidates if is_short else ():
            longer = key(ARTICLE.sub("", self.reading.words((c.start, c.end))))
            stretch = self.reading.at(c.start)
            initials = "".join(re.findall(r"\b[A-Z]", self.reading.words((c.start, c.end))))
            is_own = initials == name or self.reading.text.startswith(f" ({name})", c.end)
            is_own = is_own and c.attributes.get("type") != "federal"
            is_longer = is_own or longer.endswith(f" {key(name)}")
            is_longer |= " " not in name and longer.startswith(f"{key(name)} of ")
            is_longer |= offices.is_short(name, longer)
            if c.kind == "agency" and is_longer and stretch:
                found.setdefault(longer, ((c.start, c.end), stretch))
        longest = max(found, key=len, default="")
        is_one = all(longest.endswith(each) for each in found)
        return self.named(*found[longest]) if longest and is_one else None

    def _new(self, span: Span, name: str, stretch: Stretch) -> Body | None:
        people = ((c.start, c.end) for c in self.reading.inside(stretch, "person"))
        if offices.NAMED.fullmatch(name) or span in people:
            return None  # somebody's name, and no body's
        kind = self._kind(span, name, stretch)
        is_open = kind is None and nobody.is_anybodys(name)
        is_open = is_open and self.governments.owner(span, stretch) is None
        kind = "other" if is_open else kind
        government = None if kind else self.governments.of_body(span, stretch)
        if government:
            kind = "state" if government.kind == "state" else "local"
            kind = "court" if "Court" in name else kind
        if kind is None:
            return None
        if government and (known := self._recorded(name, government)):
            return known
        words = self.reading.text[slice(*span)]
        is_long = ARTICLE.match(self.reading.words(span))
        start = span[1] - len(words.split(None, 1)[-1]) if is_long else span[0]
        row_id = self._agency_id(name, government)
        row = _row(row_id, kind, government, (start, span[1]), stretch)
        row = self._attorneys.of_district(row) if IS_ATTORNEY.match(name) else row
        if (
            government
            and kind in ("local", "state", "court")
            and self.governments.is_guessed(government, span, stretch)
        ):
            row = row.asking(jurisdiction_id=GUESSED.format(name, government.name))
        row = row.asking(kind=ANYBODYS.format(name)) if is_open else row
        return replace(_body(row, government), is_open=is_open)

    def _recorded(self, name: str, government: Government) -> Body | None:
        """The body of a government that the dataset has under the name of its place: the New Mexico
        Department of Licensing, which a text on New Mexico calls the Department of Licensing."""
        row_id = slug(f"{government.name} {name}")
        place = self.known.value("agencies", row_id, "jurisdiction_id")
        if name.islower() or place is None or place != government.jurisdiction_id:
            return None
        return Body(row_id, str(self.known.value("agencies", row_id, "kind")), str(place))

    def _kind(self, span: Span, name: str, stretch: Stretch) -> str | None:
        """The kind of a body that belongs to no state or local government; null for others."""
        before = self.reading.text[stretch.start : span[0]]
        if OF_WHOM.search(before):
            return None
        if self.reading.is_company(span) or nobody.GROUP.search(name):
            return "other"
        types = (
            c.attributes.get("type", "")
            for c in self.reading.inside(stretch, "agency")
            if c.start <= span[1] and span[0] <= c.end
            if not (c.attributes.get("type") == "news" and c.end < span[1])  # of Deeds
        )
        kind = KINDS.get(next(types, ""))
        if kind is None or (kind == "federal" and COUNTY.match(name)):
            federal = "court" if re.search(r"Court|Circuit|^(?:\w+ )?District", name) else "federal"
            return federal if NATIONAL_BODY.search(name) else None
        return kind

    @property
    def _attorneys(self) -> Attorneys:
        """The U.S. attorneys as the text and the dataset know them."""
        main = self.governments.main.jurisdiction_id[3:5].upper() if self.governments.main else None
        return Attorneys(self.reading, self.known, self.governments.likely_state() or main)

    def _attorney(self, name: str) -> Body | None:
        """The U.S. attorney of the dataset for the one district that the text names."""
        known = self._attorneys.known_id() if IS_ATTORNEY.match(name) else None
        return Body(known, "federal") if known else None

    def _agency_id(self, name: str, government: Government | None) -> str:
        """The name as an id, with the state where a body of another government has it."""
        is_full = government is None or government.name in name or government.kind == "state"
        is_short = name.islower() or offices.ALONE.fullmatch(name)
        is_full = is_full or (" " in name and not is_short)
        if government:  # "Tarrow's Housing Department"
            name = re.sub(rf"^({re.escape(government.name)})[’']s\b", r"\1", name)
        own = re.sub(r"^(?i:county|city) ", "", name)
        wanted = slug(name if is_full or not government else f"{government.name} {own}")
        if not self.known.has("agencies", wanted) or government is None:
            return self.known.free("agencies", wanted)
        return self.known.free("agencies", f"{wanted}-{government.jurisdiction_id[3:5]}")

    def described(self, span: Span, stretch: Stretch) -> Body:
        """A body of the text's government, by words that are not its name but may be short for
        it."""
        words = self.reading.words(span)
        of = self.governments.owner(span, stretch) or self.governments.fitting(span, stretch)
        assert of is not None  # the caller looked
        found = self.known_only(words) or self.longer(words)
        is_none = found and found.kind in NO_RECIPIENT and not found.is_open
        if found and is_none and found.rows:  # by its name alone
            asked = GUESSED.format(words, of.name)
            own = self._local(span, words, stretch, of)
            row = own.rows[-1].asking(kind=WHAT_BODY.format(words), jurisdiction_id=asked)
            found = replace(own, rows=(*own.rows[:-1], row))
        found = found or self._local(span, words, stretch, of)
        self._bodies[key(words)] = found
        return found

    def unplaced(self, span: Span, stretch: Stretch) -> Body:
        """A body of which the text does not tell whose it is, so that a person is asked."""
        name = self.reading.words(span)
        return self._local(span, name, stretch, self.governments.untold("city", span, stretch))

    def whole(self, kind: str, span: Span) -> Body | None:
        """The government of a kind of which the text tells most, as a body that acts itself; null
        for the words of another place."""
        told = self.governments.most_told(kind)
        body = self.itself(told) if told else None
        words = self.reading.words(span)
        if body is None or is_elsewhere(words, body.jurisdiction_id):
            return None
        self._bodies[key(words)] = body
        return body

    def itself(self, told: Told) -> Body | None:
        """The government that words name, as a body that acts itself."""
        _, stretch, first = told
        government = self.governments.named(*told)
        name = POSSESSIVE.sub("", self.reading.words((first.start, first.end)))
        known = self._known(name)
        if government and known is None:  # "Town of Tarrow", which the text named before
            place = government.jurisdiction_id
            own = (b for b in self.found if b.jurisdiction_id == place)
            known = next((b for b in own if WHOLE.match(b.agency_id)), None)
        return known or (self._itself(government, first, stretch) if government else None)

    def _itself(self, government: Government, named: Candidate, stretch: Stretch) -> Body:
        """A government as a body, by its name."""
        kind = "state" if government.kind == "state" else "local"
        span = named.start, named.start + len(government.name)
        row = _row(self._agency_id(government.name, None), kind, government, span, stretch)
        return _body(row, government)

    def _local(self, span: Span, name: str, stretch: Stretch, of: Government) -> Body:
        row = _row(self._agency_id(name, of), "local", of, span, stretch)
        if self.governments.is_guessed(of, span, stretch):
            row = row.asking(jurisdiction_id=GUESSED.format(name, of.name))
        return _body(row, of)

    def names(self, body: Body) -> list[str]:
        """The words that name a body so far, the longest first."""
        known = self._bodies.items()
        own = [name for name, each in known if each and each.agency_id == body.agency_id]
        return sorted(own, key=len, reverse=True)

    @property
    def found(self) -> list[Body]:
        """The bodies that were named so far."""
        return [body for body in self._bodies.values() if body]


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
