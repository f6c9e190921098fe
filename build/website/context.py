"""What is said of policy, practice and law, and what happened that belongs to no one act."""

from typing import NamedTuple

from ice_subpoenas.derivations.edtf_in_words import bare, when
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.order import ordered
from ice_subpoenas.prose.wording import capital, clause, quoted, spoken, stop, the
from website.act import events
from website.passages import Say, say_row
from website.world import World


class Topic(NamedTuple):
    """A topic, and the statements on it: no heading of ours is wider than their words."""

    topic: str
    statements: list[Say]


class Government(NamedTuple):
    """A government, and what is said of its policy."""

    key: str
    name: str
    topics: list[Topic]


def of_government(world: World, key: str | None) -> list[Topic]:
    """What is said of the policy of a government, by topic and by what it is sorted under.

    Without a government: of federal practice and law, and of governments at large.
    """
    about = (row for row in world.rows["policy_statements"] if row["jurisdiction_id"] == key)
    order = ("topic", "position", "policy_statement_id")
    rows = sorted(about, key=lambda row: [row[name] or "" for name in order])
    return [
        Topic(capital(spoken(topic)), [_statement(world, row) for row in found])
        for topic, found in grouped(rows, lambda row: row["topic"]).items()
    ]


def governments(world: World) -> list[Government]:
    """Every government that a statement is about, in the order of its name."""
    rows = world.by_key["jurisdictions"]
    keys = {row["jurisdiction_id"] for row in world.rows["policy_statements"]} - {None}
    named = sorted((str(rows[key]["name"]), key) for key in keys)
    return [Government(key, name, of_government(world, key)) for name, key in named]


def happenings(world: World) -> list[events.Happening]:
    """Events that belong to no one act, in order."""
    told = {row["event_id"] for row in world.rows["event_acts"]}
    loose = [row for row in world.rows["events"] if row["event_id"] not in told]
    return events.happenings(world, ordered(loose))


def _put(world: World, row: Record) -> str:
    """Under what we sort a statement, which may be wider than its words, and how it is put."""
    position = clause(world.definition("policy_position", row["position"]))
    put = "" if row["modality"] == "asserted" else f". It is put as {spoken(row['modality'])}"
    return f"Sorted by us under: {position}{put}"


def _statement(world: World, row: Record) -> Say:
    """A statement in the words of its source, with who makes it."""
    who = world.speaker(row["said_by_individual_id"], row["said_by_agency_id"])
    about = world.body(row["agency_id"])
    source = world.by_key["sources"][row["source_id"]]
    printed = ", ".join(filter(None, (source["publisher"], bare(source["published_edtf"]))))
    small = [
        f"Said by {who or 'the writers of the source'}{f' on {the(about)}' if about else ''}",
        f"It was so {when(row['occurred_edtf'])}" if row["occurred_edtf"] else "",
        _put(world, row),
        f"Source: {printed}" if printed else "",
    ]
    return say_row(
        world,
        stop(quoted(row["statement"])),
        "policy_statements",
        row["policy_statement_id"],
        small=". ".join(part for part in small if part),
    )
