"""How many, how they were answered, what courts did, how it ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.wording import capital, counted, listed, number, spoken, times
from ice_subpoenas.published.counted import EVERYTHING, made_of, numbered, retold
from website.act.events import STATUSES
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
    rows = [row for row in counts if row["year"] is None and row["jurisdiction_id"] is None]
    totals_ = [row for row in rows if row["state"] is None]
    whole: Record = max(totals_, key=lambda row: row["n_acts"], default={})
    years = [row["year"] for row in counts if row["year"]]
    return Numbers(
        acts=whole.get("n_acts") or 0,
        subpoenas=whole.get("n_subpoenas") or 0,
        least=whole.get("n_at_least") or 0,
        retold=retold(made_of(EVERYTHING, world.rows["counted"]), "n_at_least"),
        people=whole.get("n_persons") or 0,
        unasked=whole.get("n_acts_without_persons") or 0,
        governments=len({row["jurisdiction_id"] for row in counts} - {None}),
        states=len({row["state"] for row in counts} - {None}),
        maybe_same=len(_twins(world)),
        first=min(years, default=0),
        first_said=_span(world, min(years, default=0)),
        last=max(years, default=0),
    )


def _twins(world: World) -> list[Record]:
    """Pairs of acts that may be one act."""
    keys = {act["act_id"] for act in world.acts}
    return [
        row
        for row in world.rows["may_be_same"]
        if row["table_name"] == "acts" and {row["row_id"], row["other_row_id"]} <= keys
    ]


def _span(world: World, year: int) -> str:
    """The days of the acts of a year if all may fall in a later one, such as `between …`."""
    parts = [p for p in world.rows["counted"] if p["table_name"] == "acts" and p["year"] == year]
    if not parts or any((part["last_year"] or 0) <= year for part in parts):
        return ""
    first = min(parts, key=lambda part: part["last_year"])
    cells = {("acts", first["row_id"], stem) for stem in ("served", "issued")}
    mark = " (a reader’s inference)" if cells & world.inferred else ""
    return f"{when(first['day'])}{mark}"


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
    return (
        f"On record here: U.S. immigration officials subpoenaed {governments}{places}, "
        f"{times(found.acts)} in all.{found.years}"
    )


def findings(world: World, found: Numbers) -> list[str]:
    """What neither the headline nor the bars say: people, rulings, acts that may be one."""
    said = []
    if found.people:
        asked = counted(found.people, "person", "people")
        given = counted(found.acts - found.unasked, "act")
        own, joint = numbered(made_of(EVERYTHING, world.rows["counted"]), "n_persons")
        if joint:
            given += f" ({number(len(own))} alone, {number(len(joint))} only together with others)"
        rest = f"; for {number(found.unasked)}, no source gives a number" if found.unasked else ""
        said.append(
            f"Information was asked about at least {asked}, by the numbers that sources give for "
            f"{given}{rest}."
        )
    said += _rulings(world)
    if found.maybe_same:
        pairs = counted(found.maybe_same, "pair")
        said.append(f"It is not known whether {pairs} of acts are the same act.")
    return said


def _rulings(world: World) -> list[str]:
    """What courts ordered and what they forbade, as a sentence each."""
    said = []
    for verb, codes in (("ordered", ORDERED), ("forbade", FORBIDDEN)):
        acts = [act for act in world.acts if act["enforcement_status"] in codes]
        if acts:
            in_part = [act["enforcement_status"].endswith("_in_part") for act in acts]
            how = ", in part" if all(in_part) else ", in whole or in part" if any(in_part) else ""
            if any(_is_on_another(world, act) for act in acts):
                how += " (also by orders that are directed at somebody other than the recipient)"
            rulings = counted(len({act["enforcement_event_id"] for act in acts}), "ruling")
            unseen = {
                act["enforcement_event_id"] for act in acts if not act["enforcement_is_witnessed"]
            }
            mark = (
                f"; {number(len(unseen))} of these rulings known only from copies or retellings"
                if unseen
                else ""
            )
            said.append(
                f"Courts {verb} compliance with {number(len(acts))}{how}, by {rulings}{mark}."
            )
    return said


def _is_on_another(world: World, act: Record) -> bool:
    """Whether the ruling on an act binds a body other than its recipient."""
    event = world.by_key["events"].get(act["enforcement_event_id"] or "", {})
    bound = event.get("binds_agency_id")
    return bound is not None and bound != act["recipient_agency_id"]


def proof(world: World) -> str:
    """What stands beside the values: words, and for some only a reader's reasoning from words."""
    rows = world.rows["proof_counts"]
    whole: Record = next((row for row in rows if row["table_name"] == "(all)"), {})
    said = ["Every value that somebody could dispute comes with the words of a source."]
    if whole.get("n_quoted"):
        said.append(
            f"For {whole['n_quoted']:,} of the {whole['n_values']:,} values, they are quoted from "
            "a page that is not kept here, so that no program can check them."
        )
    if whole.get("n_inferred"):
        said.append(
            f"{whole['n_inferred']:,} of the {whole['n_values']:,} values do not follow from the "
            "words alone: a reader inferred them. They are marked, and the reasoning is given."
        )
    return " ".join(said)


def totals(world: World) -> list[Say]:
    """What others say of how many there are, in the words of the source."""
    found = []
    for row in world.rows["known_totals"]:
        n = f"{row['n_papers']:,}." if row["n_papers"] else f"“{row['statement']}.”"
        text = f"{row['counted'].removesuffix('.')}: {n}"
        found.append(say_row(world, text, "known_totals", row["known_total_id"]))
    return found


NOTHING = {
    "response_status": ("No answer found", "No event on record is an answer."),
    "enforcement_status": (
        "No step in court on record",
        "No event on record asks a court to order or forbid compliance, or rules on it, and nobody "
        "announced that a court would be asked. A remark that one could be asked is not counted.",
    ),
    "outcome": ("End not known", "No event says how the matter ended."),
}

LABELS = {
    "not_produced": "Nothing given when last reported",
    "under_review": "Last clear answer: reviewing",
    "agreed": "Agreed to comply",
    "agreed_in_part": "Would comply in part",
    "answered": "Answered, but how, or how fully, is not known",
    "unable": "Unable to comply",
    "partial": "Partly complied",
    "ordered": "Ordered to comply",
    "ordered_in_part": "Ordered to comply in part",
    "threatened": "Court action announced",
    "petition_filed": "Court asked for an order",
    "enjoined": "Forbidden to comply",
    "enjoined_in_part": "Forbidden in part",
}
"""What a status is called where its code is no plain word."""

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
    marked: int
    rests_on: Mapping[str, int]
    twins: int
    overruled: int

    @property
    def doubt(self) -> str:
        """What is to be known of the number: on what it rests, and how many a court overruled."""
        said = [self._rests()] if self.marked else []
        if self.twins:
            said.append(f"{capital(counted(self.twins, 'pair'))} of these may be the same act.")
        if self.overruled:
            which = f"{number(self.overruled)} of the {number(self.n)}"
            said.append(f"A court has ordered compliance with {which}.")
        return " ".join(said)

    def _rests(self) -> str:
        """How many rest on less than a source's own word, and on what."""
        which = f"{number(self.marked)} of the {number(self.n)}"
        if self.marked == 1 or len(self.rests_on) == 1:
            who = "It" if self.n == 1 else capital(which)
            verb = "rests" if self.marked == 1 else "rest"
            return f"{who} {verb} on {listed(self.rests_on, 'and on')}."
        parts = listed(f"{number(n)} on {what}" for what, n in self.rests_on.items())
        several = sum(self.rests_on.values()) > self.marked
        return f"{capital(which)} rest on less than a source’s own word: {parts}." + (
            " One can be in several of these groups." if several else ""
        )


MEANS = {
    "answered": "A source reports an answer, but does not say whether it was a yes or a no, or how "
    "much was given."
}


def status(world: World, act: Record, stem: str) -> str | None:
    """The code of an act; `answered` if the overview has an answer of a kind that is not known."""
    if act[stem]:
        return str(act[stem])
    is_told = stem == "response_status" and world.is_answered(act["act_id"])
    return "answered" if is_told else None


def bars(world: World) -> list[tuple[str, str, list[Bar]]]:
    """For each of the three lines: its title, its column, and its bars, the most frequent first."""
    return [(TITLES[stem], stem, bars_of(world, stem)) for *_, stem in STATUSES.values()]


def bars_of(world: World, stem: str) -> list[Bar]:
    """The bars of one line."""
    found = Counter(status(world, row, stem) for row in world.acts)
    overruled = sum(
        row["enforcement_status"] in ORDERED
        for row in world.acts
        if row["response_status"] == "refused"
    )
    name = next(column for _, column, each in STATUSES.values() if each == stem)
    known = {
        row["act_id"]: (row["rests_on"] or "").split("; ")
        for row in world.rows["how_known"]
        if row["column_name"] == name and not row["is_earlier"]
    }
    codes = {row["act_id"]: status(world, row, stem) for row in world.acts}
    rests: dict[str | None, Counter[str]] = {code: Counter() for code in found}
    for act, code in codes.items():
        rests[code].update(filter(None, known.get(act, ())))
    twins = Counter(
        codes[row["row_id"]]
        for row in _twins(world)
        if codes[row["row_id"]] == codes[row["other_row_id"]] is not None
    )
    most = max(found.values(), default=1)
    order = sorted(found, key=lambda code: (code is None, -found[code], code or ""))
    return [
        Bar(
            code or "none",
            LABELS.get(code, capital(spoken(code))) if code else NOTHING[stem][0],
            world.definition(stem, code) or MEANS.get(code, "") if code else NOTHING[stem][1],
            found[code],
            round(100 * found[code] / most),
            sum(bool(any(known.get(act, ()))) for act, each in codes.items() if each == code),
            dict(rests[code].most_common()),
            twins[code],
            overruled if stem == "response_status" and code == "refused" else 0,
        )
        for code in order
    ]
