"""Where a matter stands, by the events of one act."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

SQL = (
    Path(__file__).parents[1] / "schema" / "ice_subpoenas" / "relations" / "statuses.sql"
).read_text("utf-8")
RELATIONS = re.findall(r"^--- relation .+\n([^;]+;)", SQL, flags=re.M)
"""The helper relations; each stands in the file behind what it is made of."""
Event = tuple[str, str | None, str, str]
"""Kind, result, first and last day."""


def asked(
    question: str, *events: Event, is_number_open: bool = False, retold: str | None = None
) -> str | None:
    """What a query says of the one act of these events, which has two subpoenas.

    Of `retold`, an event, there is no witness; of the first one the number may be open.
    """
    with duckdb.connect() as con:
        con.execute(
            "CREATE TABLE acts AS SELECT 'a' AS act_id, 'r' AS recipient_agency_id, "
            "DATE '2020-01-01' AS issued_earliest, DATE '2020-01-01' AS served_earliest"
        )
        con.execute(
            "CREATE TABLE events (event_id VARCHAR, kind VARCHAR, decides VARCHAR, result VARCHAR, "
            "after_event_id VARCHAR, is_witnessed BOOLEAN, binds_agency_id VARCHAR, "
            "occurred_edtf VARCHAR, occurred_earliest DATE, occurred_latest DATE, known_by DATE, "
            "part_of VARCHAR)"
        )
        con.execute(
            "CREATE TABLE evidence (table_name VARCHAR, row_id VARCHAR, column_name VARCHAR, "
            "stance VARCHAR, witness_source_id VARCHAR)"
        )
        con.execute("CREATE TABLE sources (source_id VARCHAR, is_witness BOOLEAN)")
        con.execute(
            "CREATE TABLE event_acts (event_act_id VARCHAR, event_id VARCHAR, act_id VARCHAR, "
            "n_subpoenas INTEGER)"
        )
        con.execute(
            "CREATE TABLE absences (table_name VARCHAR, row_id VARCHAR, column_name VARCHAR)"
        )
        con.execute("CREATE TABLE subpoenas AS SELECT 'a' AS act_id FROM range(2)")
        if is_number_open:
            con.execute("INSERT INTO absences VALUES ('event_acts', 'e0-of-a', 'n_subpoenas')")
        for n, (kind, result, first, last) in enumerate(events):
            con.execute(
                "INSERT INTO events VALUES (?, ?, NULL, ?, NULL, true, NULL, ?, ?, ?, NULL, NULL)",
                [f"e{n}", kind, result, f"[{first}..{last}]", first, last],
            )
            con.execute("INSERT INTO event_acts VALUES (?, ?, 'a', NULL)", [f"e{n}-of-a", f"e{n}"])
        con.execute("UPDATE events SET is_witnessed = false WHERE event_id = ?", [retold])
        for relation in RELATIONS:
            con.execute(relation)
        found = con.execute(question).fetchone()
    return found[0] if found else None


def outcome(*events: Event) -> str | None:
    """The outcome that follows from events of one act."""
    return asked("SELECT value FROM standings WHERE line = 'outcome'", *events)


NOTHING = ("no_production", None, "2020-02-01", "2020-02-02")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (("response", "declined", "2020-03-01", "2020-03-01"), None),
        (("response", None, "2020-03-01", "2020-03-01"), None),
        (("response", "declined", "2020-01-10", "2020-01-10"), "not_produced"),
        (("response", "declined", "2020-01-10", "2020-03-01"), "not_produced"),
        (("response", "unable", "2020-03-01", "2020-03-01"), "not_produced"),
        (("production", "whole", "2020-03-01", "2020-03-01"), "produced"),
    ],
)
def test_that_nothing_had_been_given_is_no_outcome_once_an_answer_followed(
    answer: Event, expected: str | None
) -> None:
    assert outcome(NOTHING, answer) == expected


def test_that_nothing_had_been_given_after_the_last_answer_is_an_outcome() -> None:
    late = ("no_production", None, "2020-04-01", "2020-04-01")
    assert outcome(("response", "declined", "2020-03-01", "2020-03-01"), late) == "not_produced"


@pytest.mark.parametrize("is_number_open", [False, True])
def test_a_step_on_an_unknown_number_of_subpoenas_is_a_status_of_the_act_alone(
    is_number_open: bool,
) -> None:
    given = ("production", "whole", "2020-03-01", "2020-03-01")
    act = "SELECT value FROM standings WHERE line = 'outcome'"
    each = "SELECT line FROM whole_standings WHERE line = 'outcome'"
    assert asked(act, given, is_number_open=is_number_open) == "produced"
    assert (asked(each, given, is_number_open=is_number_open) is None) == is_number_open


@pytest.mark.parametrize("retold", [None, "e1"])
def test_of_events_that_give_one_status_one_that_a_witness_reports_goes_first(
    retold: str | None,
) -> None:
    early = ("no_production", None, "2020-02-01", "2020-02-02")
    late = ("no_production", None, "2020-02-01", "2020-02-09")
    event = "SELECT event_id FROM standings WHERE line = 'outcome'"
    assert asked(event, early, late, retold=retold) == ("e0" if retold else "e1")
