"""How many acts, subpoenas and people, what courts ruled, what proves it, what others count."""

from collections.abc import Sequence
from dataclasses import dataclass

from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.proof import tellers
from ice_subpoenas.prose.wording import capital, counted, number, quoted, stop, times
from website import coverage
from website.passages import Say, say_row
from website.world import World


@dataclass(frozen=True)
class Numbers:
    """The numbers of the headline, all of them of the view `counts`."""

    acts: int
    subpoenas: int
    least: int
    retold: int
    people: int
    unasked: int
    governments: int
    states: int
    maybe_same: int
    doubted: int
    without_doubted: tuple[int, int, int]
    first_undoubted: int
    retold_governments: int
    retold_acts: int
    first: int
    first_said: str
    last: int

    @property
    def years(self) -> str:
        """Such as ` The first time was in 2020, the latest in 2026.`; empty if no day is known.

        If every act of the first year may have come later, its span stands in place of the year.
        """
        if not self.first:
            return ""
        first = self.first_said or f"in {self.first}"
        if self.first == self.last:
            return f" That was {first}."
        return f" The first time was {first}, the latest in {self.last}."


def numbers(world: World) -> Numbers:
    """The row of all years and places, and how many of these there are."""
    counts = world.rows["counts"]
    whole: Record = next((row for row in counts if row["what"] == "all"), {})
    years = [row["year"] for row in counts if row["year"]]
    sure = [row["year"] for row in _undoubted(counts) if row["year"]]
    seen = {act["jurisdiction_id"] for act in world.acts if act["is_witnessed"]}
    return Numbers(
        acts=whole.get("n_acts") or 0,
        subpoenas=whole.get("n_subpoenas") or 0,
        least=whole.get("n_at_least") or 0,
        retold=whole.get("n_at_least_unwitnessed") or 0,
        people=whole.get("n_persons") or 0,
        unasked=whole.get("n_acts_without_persons") or 0,
        governments=len({row["jurisdiction_id"] for row in counts} - {None}),
        states=len({row["state"] for row in counts} - {None}),
        maybe_same=len(twins(world)),
        doubted=whole.get("n_acts_doubted") or 0,
        without_doubted=_without_doubted(counts, whole),
        first_undoubted=min(sure, default=0),
        retold_governments=len({act["jurisdiction_id"] for act in world.acts} - seen),
        retold_acts=sum(not act["is_witnessed"] for act in world.acts),
        first=min(years, default=0),
        first_said=_span(world, min(years, default=0)),
        last=max(years, default=0),
    )


def _undoubted(counts: Sequence[Record]) -> list[Record]:
    """The rows with an act that is not doubted."""
    return [row for row in counts if row["n_acts"] > row["n_acts_doubted"]]


def _without_doubted(counts: Sequence[Record], whole: Record) -> tuple[int, int, int]:
    """The least number of subpoenas, governments and states without the acts that are doubted."""
    sure = _undoubted(counts)
    return (
        whole.get("n_at_least_undoubted") or 0,
        len({row["jurisdiction_id"] for row in sure} - {None}),
        len({row["state"] for row in sure} - {None}),
    )


def _span(world: World, year: int) -> str:
    """The days of the acts of a year if all may fall in a later one, such as `between …`."""
    parts = world.parts.get(("year", year, None, None), ())
    parts = [part for part in parts if part["table_name"] == "acts"]
    if not parts or any((part["last_year"] or 0) <= year for part in parts):
        return ""
    first = min(parts, key=lambda part: part["last_year"])
    cells = {("acts", first["row_id"], stem) for stem in ("served", "issued")}
    keys = {part["row_id"] for part in parts}
    seen = [act["is_witnessed"] for act in world.acts if act["act_id"] in keys]
    marks = [
        "a reader’s inference" if cells & world.inferred.keys() else "",
        "told by no witness" if seen and not any(seen) else "",
    ]
    told = "; ".join(filter(None, marks))
    return f"{when(first['day'])}{f' ({told})' if told else ''}"


ORDERED = ("ordered", "ordered_in_part")
FORBIDDEN = ("enjoined", "enjoined_in_part", "quashed")


def headline(found: Numbers) -> str:
    """How many acts, governments and states are on record, and of which years."""
    if not found.acts:
        return "No act is on record here yet."
    governments = counted(
        found.governments, "state or local government", "state and local governments"
    )
    places = f" in {counted(found.states, 'state')}" if found.states else ""
    retold = found.retold_governments
    unseen = f" ({number(retold)} of them told by no witness)" if retold else ""
    twins = f" ({maybe_one(found.maybe_same)})" if found.maybe_same else ""
    return (
        f"On record here: U.S. immigration officials subpoenaed {governments}{unseen}{places}, "
        f"{times(found.acts)} in all{twins}.{found.years}"
    )


def doubt(found: Numbers) -> str:
    """How many of the acts may not belong here, and what is left without them."""
    if not found.doubted:
        return ""
    least, governments, states = found.without_doubted
    who = counted(governments, "government")
    places = f" in {counted(states, 'state')}" if states else ""
    first = found.first_undoubted
    since = f", the first in {first}" if first and first != found.first else ""
    return (
        f" {capital(number(found.doubted))} of these acts may not belong here, as their pages say; "
        f"without them, there are at least {counted(least, 'subpoena')}, to {who}{places}{since}."
    )


def unwitnessed(found: Numbers) -> str:
    """Of how many of the acts no witness tells."""
    acts = found.retold_acts
    return f" No witness tells of {number(acts)} of the acts." if acts else ""


def maybe_one(pairs: int) -> str:
    """What stands beside a number of acts of which pairs may be one act each.

    >>> maybe_one(1), maybe_one(2)
    ('one pair of these acts may be a single act', 'two pairs of these acts may be one act each')
    """
    single = "a single act" if pairs == 1 else "one act each"
    return f"{counted(pairs, 'pair')} of these acts may be {single}"


def twins(world: World) -> list[tuple[Record, Record, str]]:
    """Pairs of acts in scope that may be one act, each with the reason."""
    acts = {act["act_id"]: act for act in world.acts}
    return [
        (acts[row["row_id"]], acts[row["other_row_id"]], row["reason"])
        for row in world.rows["may_be_same"]
        if row["table_name"] == "acts" and {row["row_id"], row["other_row_id"]} <= acts.keys()
    ]


def findings(world: World, found: Numbers) -> list[str]:
    """What neither the headline nor the bars say: people and rulings."""
    said = []
    if found.people:
        asked = counted(found.people, "person", "people")
        given = counted(found.acts - found.unasked, "act")
        rest = f"; for {number(found.unasked)}, no source gives a number" if found.unasked else ""
        said.append(
            f"Information was asked about at least {asked}, by the numbers that sources give for "
            f"{given}, and if no two of them ask about the same person{rest}."
        )
    return said + [
        _ruled(world, verb, acts)
        for verb, codes in (("ordered", ORDERED), ("forbade", FORBIDDEN))
        if (acts := [act for act in world.acts if act["enforcement_status"] in codes])
    ]


def _ruled(world: World, verb: str, acts: list[Record]) -> str:
    """In how many acts courts ordered or forbade compliance, and how that is known."""
    in_part = [act["enforcement_status"].endswith("_in_part") for act in acts]
    how = " in part" if all(in_part) else " in whole or in part" if any(in_part) else ""
    rulings = {act["enforcement_event_id"] for act in acts}
    unseen = {act["enforcement_event_id"] for act in acts if not act["enforcement_is_witnessed"]}
    apart = {act["enforcement_event_id"] for act in acts if _is_on_another(world, act)}
    cells = [("events", key, "result") for key in unseen]
    named = [
        world.not_named.get((act["act_id"], act["enforcement_event_id"]))
        for act in acts
        if act["enforcement_is_witnessed"]
    ]
    said = (
        f"Courts {verb} compliance{how} in {counted(len(acts), 'act')}, "
        f"with {counted(len(rulings), 'ruling')}."
    )
    for some, told in (
        (apart, "directed at somebody other than the recipient"),
        (unseen, f"known only from {world.tellers(cells)}"),
    ):
        if some:
            who = "That ruling" if len(rulings) == 1 else f"{capital(number(len(some)))} of these"
            said += f" {who} {'is' if len(some) == 1 else 'are'} {told}."
    if any(named):
        which = f"{number(len(named) - named.count(None))} of these acts"
        who = tellers(filter(None, named))
        said += f" For {which}, only {who} say that the ruling was on this recipient."
    return said


def _is_on_another(world: World, act: Record) -> bool:
    """Whether the ruling on an act binds a body other than its recipient."""
    event = world.by_key["events"].get(act["enforcement_event_id"] or "", {})
    bound = event.get("binds_agency_id")
    return bound is not None and bound != act["recipient_agency_id"]


def proof(world: World) -> str:
    """What stands beside the values: words, and for some only a reader's reasoning from words."""
    _, whole = coverage.proof(world)
    said = ["Every value that somebody could dispute comes with the words of a source."]
    if whole["n_quoted"]:
        said.append(
            f"For {whole['n_quoted']:,} of the {whole['n_values']:,} values, they are quoted from "
            "a page that is not kept here, so that no program can check them."
        )
    if whole["n_inferred"]:
        said.append(
            f"{whole['n_inferred']:,} of the {whole['n_values']:,} values do not follow from the "
            "words alone: a reader inferred them. They are marked, and the reasoning is given."
        )
    if whole["n_read_once"]:
        both = (whole["n_inferred"] + whole["n_read_once"]) / whole["n_values"]
        said.append(
            f"Another {whole['n_read_once']:,} rest only on phrases that a reader listed for one "
            f"passage each. That is a reader’s judgment too, so that {both:.0%} of all values rest "
            "on one."
        )
    return " ".join(said)


def totals(world: World) -> list[Say]:
    """What others say of how many there are, in the words of the source."""
    found = []
    for row in world.rows["known_totals"]:
        least = "at least " if row["is_least"] else ""
        n = f"{least}{row['n_papers']:,}." if row["n_papers"] else stop(quoted(row["statement"]))
        text = f"{row['counted'].removesuffix('.')}: {n}"
        found.append(say_row(world, text, "known_totals", row["known_total_id"]))
    return found
