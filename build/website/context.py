"""What is said of policy, practice and law, and what happened that belongs to no one act."""

from __future__ import annotations

from collections.abc import Iterable

from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.order import ordered
from ice_subpoenas.prose.wording import capital, clause, spoken, the
from website.act import events
from website.passages import Say, say_row
from website.world import World

PUT = {"denied": "It is denied that {}.", "predicted": "It is expected that {}."}
"""How a statement reads that does not simply assert."""

Statements = list[tuple[str, list[Say]]]
"""Statements by topic."""


def of_government(world: World, key: str) -> Statements:
    """What is said of the policy of a government, by topic."""
    return _by_topic(
        world, (row for row in world.rows["policy_statements"] if row["jurisdiction_id"] == key)
    )


def governments(world: World) -> list[tuple[str, str, Statements]]:
    """Every government that a statement is about, in the order of its name: key, name, what."""
    rows = world.by_key["jurisdictions"]
    keys = {row["jurisdiction_id"] for row in world.rows["policy_statements"]} - {None}
    named = sorted((str(rows[key]["name"]), key) for key in keys)
    return [(key, name, of_government(world, key)) for name, key in named]


def practice(world: World) -> Statements:
    """What is said of federal practice and law, and of governments at large, by topic."""
    return _by_topic(
        world, (row for row in world.rows["policy_statements"] if not row["jurisdiction_id"])
    )


def happenings(world: World) -> list[events.Happening]:
    """Events that belong to no one act, in order."""
    told = {row["event_id"] for row in world.rows["event_acts"]}
    loose = [row for row in world.rows["events"] if row["event_id"] not in told]
    return events.happenings(world, ordered(loose))


def _by_topic(world: World, rows: Iterable[Record]) -> Statements:
    rows = sorted(rows, key=lambda row: (row["topic"], row["policy_statement_id"]))
    return [
        (capital(spoken(topic)), [_statement(world, row) for row in found])
        for topic, found in grouped(rows, lambda row: row["topic"]).items()
    ]


def _statement(world: World, row: Record) -> Say:
    position = clause(world.definition("policy_position", row["position"]))
    text = capital(PUT.get(row["modality"], "{}.").format(position))
    who = world.speaker(row["said_by_individual_id"], row["said_by_agency_id"])
    about = world.body(row["agency_id"])
    small = [
        f"Said by {who}" if who else "Said by the writers of the source",
        f"on {the(about)}" if about else "",
    ]
    dated = f". It was so {when(row['occurred_edtf'])}" if row["occurred_edtf"] else ""
    return say_row(
        world,
        text,
        "policy_statements",
        row["policy_statement_id"],
        small=" ".join(part for part in small if part) + dated,
    )
