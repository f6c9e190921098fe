"""What the first page tells: how many, how they were answered, where, when, and the list of acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from website.passages import Say, say_row
from website.story import STATUSES, day, event_day, papers, place, where
from website.words import MONTHS, capital, counted, listed, number, spoken, state, states, the, times
from website.world import PUBLIC, Record, World, first_day

# --- numbers --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Numbers:
    """The numbers of the headline, all of them of the view `counts`."""

    acts: int
    subpoenas: int
    least: int
    people: int
    unnumbered: int
    governments: int
    states: int
    first: int
    last: int

    @property
    def years(self) -> str:
        """Such as `from 2020 to 2026`, or `in 2020`."""
        return f"in {self.first}" if self.first == self.last else f"from {self.first} to {self.last}"


def numbers(world: World) -> Numbers:
    """The row of all years and places, and how many of these there are."""
    counts = world.rows["counts"]
    rows = [row for row in counts if row["year"] is None and row["jurisdiction_id"] is None]
    whole: Record = next((row for row in rows if row["state"] is None), {})
    years = [row["year"] for row in counts if row["year"]]
    return Numbers(
        acts=whole.get("n_acts") or 0,
        subpoenas=whole.get("n_subpoenas") or 0,
        least=whole.get("n_at_least") or 0,
        people=whole.get("n_persons") or 0,
        unnumbered=whole.get("n_acts_without_number") or 0,
        governments=len({row["jurisdiction_id"] for row in counts} - {None}),
        states=len({row["state"] for row in counts} - {None}),
        first=min(years, default=0),
        last=max(years, default=0),
    )


SAID = {
    "refused": "{n} {was} refused",
    "complied": "{n} {was} complied with",
    "partial": "{n} {was} complied with in part",
    "agreed": "{n} drew a promise to comply",
    "under_review": "{n} {was} still under review",
    "unable": "{n} could not be complied with",
}
ORDERED = ("ordered", "ordered_in_part")


def findings(world: World, found: Numbers) -> list[str]:
    """What the data say, in a few sentences with numbers."""
    governments = counted(found.governments, "state or local government", "state and local governments")
    said = [
        f"{capital(found.years)}, federal immigration officials subpoenaed {governments} in "
        f"{counted(found.states, 'state')}, {times(found.acts)} in all: that is what is on record here."
    ]
    answers = _bars(world, "response_status")
    known = [
        SAID.get(bar.code, f"{{n}} {{was}} {spoken(bar.code)}").format(n=number(bar.n), was="was" if bar.n == 1 else "were")
        for bar in answers
        if bar.code != "none"
    ]
    none = sum(bar.n for bar in answers if bar.code == "none")
    if known:
        known[0] = known[0].replace(" ", " of these ", 1)
        said.append(f"By the last answer that is reported, {listed(known)}.")
    if none:
        said.append(f"Of {number(none)} no answer is on record.")
    orders = sum(bar.n for bar in _bars(world, "enforcement_status") if bar.code in ORDERED)
    if orders:
        said.append(f"Courts ordered compliance with {number(orders)}, in whole or in part.")
    return said


def summary(world: World, found: Numbers) -> str:
    """The findings for a preview: the first two sentences."""
    return " ".join(findings(world, found)[:2])


def totals(world: World) -> list[Say]:
    """What others say of how many there are, in the words of the source."""
    found = []
    for row in world.rows["known_totals"]:
        n = f"{row['n_papers']:,}" if row["n_papers"] else ""
        text = f"{row['counted'].removesuffix('.')}{': ' + n if n else ''}."
        found.append(say_row(world, text, "known_totals", row["known_total_id"]))
    return found


# --- how they were answered, what courts did, how it ended ----------------------------------------

NOTHING = {
    "response_status": ("No answer on record", "No event tells of one, or events disagree."),
    "enforcement_status": ("No court matter on record", "No event tells of one."),
    "outcome": ("End not known", "No event tells how the matter ended."),
}
TITLES = {
    "response_status": "How they were answered",
    "enforcement_status": "How far it went in court",
    "outcome": "How it ended, or last stood",
}


@dataclass(frozen=True)
class Bar:
    """A status with the number of acts that stand so."""

    code: str
    label: str
    meaning: str
    n: int
    width: int


def bars(world: World) -> list[tuple[str, str, list[Bar]]]:
    """For each of the three lines: its title, its column, and its bars, the most frequent first."""
    return [(TITLES[stem], stem, _bars(world, stem)) for _, stem in STATUSES.values()]


def _bars(world: World, stem: str) -> list[Bar]:
    found = Counter(row[stem] for row in world.acts)
    most = max(found.values(), default=1)
    order = sorted(found, key=lambda code: (code is None, -found[code], code or ""))
    return [
        Bar(
            code or "none",
            capital(spoken(code)) if code else NOTHING[stem][0],
            world.definition(stem, code) if code else NOTHING[stem][1],
            found[code],
            round(100 * found[code] / most),
        )
        for code in order
    ]


# --- where ----------------------------------------------------------------------------------------

GRID = """\
AK .  .  .  .  .  .  .  .  .  ME
.  .  .  .  .  WI .  .  .  VT NH
WA ID MT ND MN IL MI .  NY MA RI
OR NV WY SD IA IN OH PA NJ CT .
CA UT CO NE MO KY WV VA MD DE .
.  AZ NM KS AR TN NC SC DC .  .
.  .  .  OK LA MS AL GA .  .  .
HI .  .  TX .  .  .  .  FL .  .
"""


@dataclass(frozen=True)
class Tile:
    """A state on the map."""

    code: str
    name: str
    row: int
    column: int
    acts: int
    least: int
    searched: bool


def tiles(world: World) -> list[Tile]:
    """The states in the order of their names, with what is on record and whether it was searched."""
    acts, least = Counter[str](), Counter[str]()
    for row in world.rows["counts"]:
        if row["year"] and row["state"] and row["jurisdiction_id"] is None:
            acts[row["state"]] += row["n_acts"]
            least[row["state"]] += row["n_at_least"]
    asked = {row["state"] for row in world.rows["searches"]}
    places = {
        code: (n + 1, m + 1)
        for n, line in enumerate(GRID.splitlines())
        for m, code in enumerate(line.split())
    }
    names = states() | {code: state(code) for code in acts}
    known = sorted(names.items(), key=lambda item: item[1])
    return [
        Tile(code, name, *places.get(code, (8, 11)), acts[code], least[code], code in asked)
        for code, name in known
        if code in places or acts[code]
    ]


def unsearched(found: Iterable[Tile]) -> list[str]:
    """States that no search names and where no act is on record."""
    return [tile.name for tile in found if not tile.searched and not tile.acts]


# --- when -----------------------------------------------------------------------------------------

MARKS = {
    "issued": "S",
    "served": "S",
    "response": "A",
    "production": "G",
    "no_production": "N",
    "petition": "C",
    "suit": "C",
    "motion": "C",
    "opposition": "C",
    "hearing": "C",
    "order": "R",
    "appeal": "C",
    "no_appeal": "C",
    "settlement": "E",
    "withdrawal": "E",
}
LEGEND = {
    "S": "sent or served",
    "A": "answered",
    "G": "records given",
    "N": "nothing given so far",
    "C": "in court",
    "R": "court ruled",
    "E": "settled or withdrawn",
}
Month = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """What happened in a month."""

    letter: str
    meaning: str
    exact: bool


@dataclass(frozen=True)
class Lane:
    """An act in the time line: its name, where it was, and its marks by month."""

    key: str
    name: str
    where: str
    marks: dict[Month, list[Mark]]


@dataclass(frozen=True)
class Year:
    """A year of the time line: its months with something in them, and the acts that had it."""

    year: int
    months: list[Month]
    lanes: list[Lane]


def time_line(world: World) -> list[Year]:
    """Events of acts in scope by month; statements, reports and threats stand on the act's page."""
    lanes = [_lane(world, act) for act in world.acts]
    months = sorted({month for lane in lanes for month in lane.marks})
    return [
        Year(
            year,
            [month for month in months if month[0] == year],
            [lane for lane in lanes if any(month[0] == year for month in lane.marks)],
        )
        for year in sorted({year for year, _ in months})
    ]


def _lane(world: World, act: Record) -> Lane:
    marks: dict[Month, set[Mark]] = {}
    kinds = set()
    for event in world.events_of.get(act["act_id"], ()):
        first = event["occurred_earliest"] or event["occurred_latest"] or event["known_by"]
        letter = MARKS.get(event["kind"])
        if letter and first and not event["part_of"]:
            exact = bool(event["occurred_earliest"]) and _month(event["occurred_latest"]) == _month(first)
            marks.setdefault(_month(first), set()).add(Mark(letter, LEGEND[letter], exact))
            kinds.add(event["kind"])
    for stem in {"served", "issued"} - kinds:
        first = act[f"{stem}_earliest"] or act[f"{stem}_latest"]
        if first:
            exact = _month(act[f"{stem}_latest"]) == _month(first)
            marks.setdefault(_month(first), set()).add(Mark("S", LEGEND["S"], exact))
    return Lane(
        act["act_id"],
        world.body(act["recipient_agency_id"]),
        where(world, act),
        {month: _each_once(found) for month, found in sorted(marks.items())},
    )


def _each_once(marks: Iterable[Mark]) -> list[Mark]:
    """One mark of each letter, the exact one if there is one, in the order of the legend."""
    order = list(LEGEND)
    best: dict[str, Mark] = {}
    for mark in sorted(marks, key=lambda m: (order.index(m.letter), not m.exact)):
        best.setdefault(mark.letter, mark)
    return list(best.values())


def _month(day_: date | None) -> Month:
    return (day_.year, day_.month) if day_ else (0, 0)


def month_name(month: Month) -> str:
    """A month as a heading of a narrow column."""
    return MONTHS[month[1] - 1][:3]


def as_list(world: World) -> list[tuple[str, str, str, str]]:
    """The time line as a list: day, what happened, the act's place, and its key."""
    found = []
    for row in world.rows["timeline"]:
        acts = [world.by_key["acts"][key] for key in (row["acts"] or "").split()]
        shown = [act for act in acts if act["in_scope"]]
        event = world.by_key["events"][row["event_id"]]
        if shown and row["kind"] in MARKS:
            at = ", ".join(dict.fromkeys(place(world, act) for act in shown))
            said = row["summary"] or world.definition("event_kind", row["kind"])
            found.append((event_day(event), said, at, f"acts/{shown[0]['act_id']}.html#events/{row['event_id']}"))
    return found


# --- the list -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """An act in the list."""

    act: Record
    row: Record
    name: str
    where: str
    year: int
    day: str
    asked: str
    words: list[str]


def entries(world: World) -> list[Entry]:
    """The acts in scope, the newest first, each with the words by which it is found."""
    found = []
    asked = world.children["information_sought"]
    for act in sorted(world.acts, key=first_day, reverse=True):
        row = world.overview[act["act_id"]]
        found.append(
            Entry(
                act,
                row,
                world.body(act["recipient_agency_id"]),
                where(world, act),
                year(act),
                day(act),
                "; ".join(sorted({spoken(row["kind"]) for row in asked.get(act["act_id"], ())})),
                names(world, act),
            )
        )
    return found


def year(act: Record) -> int:
    """Year of service, or else of issue; 0 where none is known."""
    first = first_day(act)[0]
    return 0 if first == date.max else first.year


def names(world: World, act: Record) -> list[str]:
    """Places, public bodies and people in public roles of an act: what the search looks through."""
    events = world.events_of.get(act["act_id"], ())
    government = world.government(act)
    bodies = [act["recipient_agency_id"], act["issuing_agency_id"], *_ids(events, "actor_agency_id", "binds_agency_id")]
    people = _ids(events, "actor_individual_id")
    cases = [world.by_key["proceedings"][key] for key in _ids(events, "proceeding_id")]
    bodies += _ids(cases, "petitioner_agency_id", "respondent_agency_id")
    people += _ids(cases, "petitioner_individual_id", "respondent_individual_id")
    found = [act["act_id"], government["name"], state(government["state"]), *map(world.body, bodies)]
    return list(dict.fromkeys(found + [official(world, key) for key in people if official(world, key)]))


def official(world: World, key: str) -> str:
    """Name and title of a person in a public role; empty for everybody else."""
    row = world.by_key["individuals_referenced"].get(key)
    if row is None or row["naming_decision"] not in PUBLIC or not row["name"]:
        return ""
    return f"{row['name']} ({row['title']})" if row["title"] else str(row["name"])


def _ids(rows: Iterable[Record], *columns: str) -> list[str]:
    return [row[column] for row in rows for column in columns if row[column]]


def choices(found: Sequence[Entry], world: World) -> list[tuple[str, str, list[tuple[str, str, int]]]]:
    """The filters: their names in the address, their labels, and values with how many acts."""
    labels = {stem: {bar.code: bar.label for bar in _bars(world, stem)} for _, stem in STATUSES.values()}

    def options(values: Iterable[tuple[str, str]]) -> list[tuple[str, str, int]]:
        many = Counter(values)
        return [(code, label, n) for (code, label), n in sorted(many.items(), key=lambda v: v[0][1])]

    def status(stem: str) -> list[tuple[str, str, int]]:
        return options((e.act[stem] or "none", labels[stem][e.act[stem] or "none"]) for e in found)

    return [
        ("state", "State", options((e.row["state"] or "", state(e.row["state"])) for e in found)),
        ("kind", "Government", options((e.row["kind"], capital(spoken(e.row["kind"]))) for e in found)),
        ("answer", "Answer", status("response_status")),
        ("court", "Court", status("enforcement_status")),
        ("year", "Year", options((str(e.year or "none"), str(e.year or "Not known")) for e in found)),
    ]


def adjacent(world: World) -> list[tuple[Record, str, str, list[str]]]:
    """Adjacent papers with their names, for the search."""
    return [
        (act, f"{capital(papers(act))} to {the(world.body(act['recipient_agency_id']))}", place(world, act), names(world, act))
        for act in world.adjacent
    ]
