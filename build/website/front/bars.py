"""How acts were answered, what courts did, how they ended: a bar a status, with its doubts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.wording import capital, listed, number, the
from website.act.events import STATUSES
from website.front.numbers import maybe_one, twins
from website.world import World

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
    ordered: int
    parts: str = ""
    """Which of them tell of some of the subpoenas only, or of an unknown number."""

    @property
    def doubt(self) -> str:
        """What is to be known of the number: on what it rests."""
        said = [self._rests()] if self.marked else []
        if self.twins:
            said.append(f"{capital(maybe_one(self.twins))}.")
        if self.parts:
            said.append(self.parts)
        return " ".join(said)

    @property
    def of_these(self) -> str:
        """What stands right beside the number: of how many acts a court has ordered compliance."""
        if not self.ordered:
            return ""
        which = "it" if self.ordered == self.n == 1 else f"{number(self.ordered)} of these"
        return f"a court has ordered compliance with {which}"

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


NOTHING = {
    "response_status": "No event on record is an answer.",
    "enforcement_status": "No event on record asks a court to order or forbid compliance, or rules "
    "on it, and nobody announced that a court would be asked. A remark that one could be asked is "
    "not counted.",
    "outcome": "No event says how the matter ended.",
}
"""What it means that nothing was found on a line."""
MEANS = {
    "answered": "A source reports an answer, but does not say whether it was a yes or a no.",
    "gave": "A source reports that information was given, but not how much.",
}
"""What codes mean that `acts` does not have."""
NOT_FOUND = "not_found"


def status(world: World, act: Record, stem: str) -> str:
    """The code of a line of an act, as the view `last_status` has it."""
    return str(world.last_status[act["act_id"], STATUSES[stem].cell]["code"])


def bars(world: World) -> list[tuple[str, str, list[Bar]]]:
    """For each of the three lines: its title, its column, and its bars, the most frequent first."""
    return [(TITLES[stem], stem, bars_of(world, stem)) for stem in STATUSES]


def bars_of(world: World, stem: str) -> list[Bar]:
    """The bars of one line."""
    lines = (world.last_status[act["act_id"], STATUSES[stem].cell] for act in world.acts)
    found = grouped(lines, lambda row: row["code"])
    most = max(map(len, found.values()), default=1)
    order = sorted(found, key=lambda code: (code == NOT_FOUND, -len(found[code]), code))
    return [_bar(world, stem, code, found[code], most) for code in order]


def _bar(world: World, stem: str, code: str, lines: list[Record], most: int) -> Bar:
    """A status, from the lines of the acts that stand so; the longest bar is of `most` acts."""
    nothing = code == NOT_FOUND
    acts = {row["act_id"] for row in lines}
    same = [1 for one, other, _ in twins(world) if {one["act_id"], other["act_id"]} <= acts]
    known = [[*filter(None, (row["rests_on"] or "").split("; "))] for row in lines]
    return Bar(
        code=code,
        label=capital(lines[0]["in_words"]),
        meaning=NOTHING[stem] if nothing else world.definition(stem, code) or MEANS[code],
        n=len(lines),
        width=round(100 * len(lines) / most),
        marked=sum(map(bool, known)),
        rests_on=dict(Counter(chain.from_iterable(known)).most_common()),
        twins=0 if nothing else len(same),
        ordered=sum(r["is_court_ordered"] for r in lines) if stem == "response_status" else 0,
        parts=_on_some(world, lines),
    )


def _on_some(world: World, lines: list[Record]) -> str:
    """Whose status does not tell of every subpoena of its act, or not by what is known."""
    bodies = {act["act_id"]: world.body(act["recipient_agency_id"]) for act in world.acts}
    said = [f"{the(bodies[row['act_id']])} ({row['covers']})" for row in lines if row.get("covers")]
    return f"Not all tell of every subpoena of the act: {listed(said)}." if said else ""
