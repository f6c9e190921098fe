"""An invented site that has something of everything: its rows, its pages, and those published."""

from __future__ import annotations

import atexit
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

import world
from check import stages
from ice_subpoenas import data
from ice_subpoenas.formats.arrow import arrow_schema
from ice_subpoenas.published import database, names
from ice_subpoenas.sql import closed, memory, quickly_planned, quoted
from ice_subpoenas.tables import TABLE, TABLES
from website import page
from website.world import World

ROOT = Path(__file__).parents[1]
DATASETS = ROOT / "datasets"
PRIVATE = "Orla Quince"
Rows = dict[str, list[dict[str, Any]]]


# --- rows -----------------------------------------------------------------------------------------


def row(table: str, **given: Any) -> dict[str, Any]:
    """A row of a table with the least that it may hold, and what is given."""
    found: dict[str, Any] = {}
    for column in TABLE[table].columns():
        blank = {str: "x", int: 0, bool: False, date: date(2020, 1, 1)}[column.type]
        code = column.codes[0] if column.vocabulary else blank
        found[column.name] = code if column.required else None
    return found | given


def day(stem: str, text: str) -> dict[str, Any]:
    """The columns of a day."""
    first = date.fromisoformat(text)
    return {
        f"{stem}_edtf": text,
        f"{stem}_earliest": first,
        f"{stem}_latest": first,
        f"{stem}_basis": "stated",
    }


def words(
    table: str, key: str, column: str, exact: str, value: str | None, **given: Any
) -> dict[str, Any]:
    """A piece of evidence in a page that is not held."""
    found = {
        "evidence_id": f"e-{table}-{key}-{column}-{given.get('source_id', 's101')}",
        "source_id": "s101",
        "witness_source_id": given.get("source_id", "s101"),
        "exact": exact,
        "prefix": "The page says ",
        "suffix": " in its first line",
        "locator": "first paragraph",
        "passage_id": f"p-{key}",
        "derivation": "vocabulary",
        "value": value,
        "stance": "supports",
        "reviewed_file": "acts/tamarack-1.toml",
        "reviewed_line": 1,
        "table_name": table,
        "row_id": key,
        "column_name": column,
    }
    return row("evidence", **(found | given))


EVENTS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("served", "served", "2020-03-03", {}),
    ("answer", "response", "2020-03-09", {"result": "declined", "actor_individual_id": "lena-osk"}),
    ("petition", "petition", "2020-04-01", {"proceeding_id": "harbor-case"}),
    (
        "order",
        "order",
        "2020-05-01",
        {"proceeding_id": "harbor-case", "decides": "enforcement", "result": "granted"},
    ),
    ("rumor", "no_production", "2021-06-01", {"is_witnessed": False}),
)


@cache
def sound() -> tuple[dict[str, list[dict[str, Any]]], Path]:
    """The rows of the small sound checkout, and its folder."""
    root = world.write(Path(tempfile.mkdtemp(prefix="site-")))
    checked = stages.run(root)
    assert checked.problems == ()
    return {name: table.to_pylist() for name, table in checked.tables().items()}, root


def rows() -> Rows:
    """The small sound checkout, with rows of every kind that a page can show."""
    found = {name: [dict(each) for each in table] for name, table in sound()[0].items()}
    found["jurisdictions"][0]["state"] = "OR"
    found["acts"][0] |= {
        "n_persons": 2,
        "response_status": "refused",
        "response_as_of": "2020-03-09",
        "response_event_id": "tamarack-1-answer",
        "response_is_witnessed": True,
        "enforcement_status": "ordered",
        "enforcement_as_of": "2020-05-01",
        "enforcement_event_id": "tamarack-1-order",
        "enforcement_is_witnessed": True,
        "outcome": "not_produced",
        "outcome_as_of": "2021-06-01",
        "outcome_event_id": "tamarack-1-rumor",
        "outcome_is_witnessed": False,
        "remark": "Has two rows in `subpoenas`; see the search tamarack-1.",
    }
    found["evidence"].append(words("acts", "tamarack-1", "n_persons", "two sailors", "2"))
    later = found["acts"][0] | {
        **{
            name: None
            for name in found["acts"][0]
            if re.match("response|enforcement|outcome|issued|days", name)
        },
        **day("served", "2021-02-01"),
        "act_id": "tamarack-2",
        "n_subpoenas": None,
        "n_persons": None,
        "remark": None,
    }
    letter = later | {
        "act_id": "tamarack-3",
        "instrument": "letter",
        "in_scope": False,
        "n_subpoenas": 1,
    }
    found["acts"] += [later, letter]
    for act in ("tamarack-2", "tamarack-3"):
        for column in ("issuing_agency_id", "recipient_agency_id", "served", "instrument"):
            found["evidence"].append(
                words("acts", act, column, "harbor papers", found["acts"][1].get(column))
            )
    found["absences"].append(
        row(
            "absences",
            absence_id="acts/tamarack-2/n_subpoenas",
            table_name="acts",
            row_id="tamarack-2",
            column_name="n_subpoenas",
            reason="not_found",
            search_id="tamarack-1",
        )
    )
    found["sources"].append(
        row(
            "sources",
            source_id="s101",
            title="Papers on the quay",
            publisher="The Quay Post",
            kind="news_article",
            standing="own_reporting",
            is_witness=True,
            family_id="s101",
            url="https://quay.example/papers",
            accessed=date(2020, 6, 1),
            tier="quoted",
            is_witnessed=True,
        )
    )
    found["sources"].append(
        row(
            "sources",
            source_id="s102",
            title="Papers again",
            kind="news_article",
            standing="aggregator",
            family_id="s102",
            url="https://copy.example/papers",
            original_url="https://quay.example/papers",
        )
    )
    _matters(found)
    _people(found)
    return found


def _matters(found: Rows) -> None:
    found["proceedings"].append(
        row(
            "proceedings",
            proceeding_id="harbor-case",
            kind="enforcement",
            court="D. Or.",
            court_name="U.S. District Court for the District of Oregon",
            docket="20-1",
            petitioner_agency_id="harbor-agency",
            asked="to open the books",
            is_witnessed=True,
        )
    )
    for column, exact in (
        ("court", "D. Or."),
        ("docket", "20-1"),
        ("petitioner_agency_id", "HIA"),
        ("asked", "to open the books"),
    ):
        found["evidence"].append(words("proceedings", "harbor-case", column, exact, exact))
    for name, kind, when, more in EVENTS:
        key = f"tamarack-1-{name}"
        given = {
            "event_id": key,
            "kind": kind,
            "summary": f"The {name} happened.",
            "is_witnessed": True,
        } | day("occurred", when)
        found["events"].append(row("events", **(given | more)))
        found["event_acts"].append(
            row(
                "event_acts", event_act_id=f"{key}-of-tamarack-1", event_id=key, act_id="tamarack-1"
            )
        )
        source = "s102" if name == "rumor" else "s101"
        found["evidence"].append(words("events", key, "kind", name, kind, source_id=source))
    for name, side, toward, ground, more in (
        (
            "g1",
            "agency",
            "issuing",
            "authority_claimed",
            {"said_by_agency_id": "harbor-agency", "held": "accepted"},
        ),
        (
            "g2",
            "recipient",
            "refusing",
            "privacy",
            {"said_by_individual_id": "lena-osk", "answers_ground_id": "g1"},
        ),
        ("g3", "court", "enforcing", "other", {}),
    ):
        found["grounds"].append(
            row(
                "grounds",
                ground_id=name,
                act_id="tamarack-1",
                side=side,
                toward=toward,
                ground=ground,
                is_witnessed=True,
                **more,
            )
        )
        found["evidence"].append(words("grounds", name, "ground", f"reason {name}", ground))
    found["conflicts"].append(
        row(
            "conflicts",
            conflict_id="tamarack-1-order-day",
            table_name="events",
            row_id="tamarack-1-order",
            column_name="occurred",
            kind="date",
            n_sides=2,
            published_value="2020-05-01",
            resolution="most_specific",
            reason="One page gives the day.",
        )
    )
    found["evidence"] += [
        words("events", "tamarack-1-order", "occurred", "May 1", "2020-05-01", derivation="date"),
        words(
            "events",
            "tamarack-1-order",
            "occurred",
            "May 2",
            "2020-05-02",
            derivation="date",
            stance="contests",
            source_id="s102",
        ),
    ]


def _people(found: Rows) -> None:
    found["individuals_referenced"].append(
        row(
            "individuals_referenced",
            individual_id="tamarack-1-b",
            role="subpoena_subject",
            name=PRIVATE,
            naming_decision="named_in_court_record",
            act_id="tamarack-1",
            age=41,
            is_witnessed=True,
        )
    )
    found["evidence"].append(
        words("individuals_referenced", "tamarack-1-b", "age", "41-year-old", "41")
    )
    for key, kind, modality, more in (
        ("f1", "arrest", "arrested", {"individual_id": "tamarack-1-b", "offense": "assault"}),
        ("f2", "release", "asserted", {"act_id": "tamarack-1", "n_affected": 1, "n_total": 2}),
        (
            "f3",
            "conviction",
            "alleged",
            {"individual_id": "tamarack-1-b", "attributed_to_agency_id": "harbor-agency"},
        ),
    ):
        found["case_facts"].append(
            row(
                "case_facts",
                case_fact_id=key,
                kind=kind,
                modality=modality,
                is_witnessed=True,
                **more,
            )
        )
        found["evidence"].append(words("case_facts", key, "kind", f"words of {key}", kind))
    found["information_sought"].append(
        row(
            "information_sought",
            information_sought_id="i1",
            act_id="tamarack-1",
            kind="address",
            is_witnessed=True,
        )
    )
    found["evidence"].append(words("information_sought", "i1", "kind", "home addresses", "address"))
    found["known_totals"].append(
        row(
            "known_totals",
            known_total_id="t1",
            counted="Harbor papers of the whole coast.",
            n_papers=900,
            statement="nine hundred papers",
            source_id="s101",
            reason="All of them.",
            is_witnessed=True,
        )
    )
    found["evidence"].append(words("known_totals", "t1", "n_papers", "nine hundred papers", "900"))


def as_tables(given: Rows) -> dict[str, pa.Table]:
    """Rows as the tables that are published."""
    return {t.table: pa.Table.from_pylist(given[t.table], schema=arrow_schema(t)) for t in TABLES}


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """A database for rows: its views take long to make."""
    connection = quickly_planned(memory())
    database.create(connection, as_tables({t.table: [] for t in TABLES}), commented=False)
    return closed(connection)


atexit.register(_database.cache_clear)  # DuckDB tells of connections that outlive the modules


_held: dict[str, pa.Table] = {}
"""The rows that the database holds just now."""


def holding(given: Rows) -> duckdb.DuckDBPyConnection:
    """A database with some rows, which stay until others are asked for."""
    con = _database()
    for name, table in as_tables(given).items():
        if not table.equals(_held.get(name, table.slice(0, 0))):
            con.execute(f"DELETE FROM {quoted(name)}")
            con.register("incoming", table)  # a closed connection sees no variables
            con.execute(f"INSERT INTO {quoted(name)} BY NAME FROM incoming")
            con.unregister("incoming")
            _held[name] = table
    return con


def world_of(given: Rows) -> World:
    """Rows as the page looks them up, through the views of the database."""
    return World.read(holding(given))


@cache
def invented() -> World:
    """The invented rows."""
    return world_of(rows())


@cache
def built() -> dict[str, bytes]:
    """The site of the invented rows, with the overview as a file beside it."""
    _, root = sound()
    (root / "CHANGELOG.md").write_text(
        "# Changelog\n\n## 0.1.0 (2020-07-01)\n\n- The first `rows`.\n", "utf-8"
    )
    (root / "CONTRIBUTING.md").write_text("# Contributing\n", "utf-8")
    (root / "SECURITY.md").write_text("# Private reports\n", "utf-8")
    (root / "datasets" / "tables").mkdir(exist_ok=True)
    for name in names.OVERVIEW:
        (root / "datasets" / name).write_bytes(b"act\n")
    for name in (names.DESCRIPTOR, names.DICTIONARY, names.SUMS):
        (root / "datasets" / name).write_text("", "utf-8")
    return page.build(invented(), root)


@cache
def published() -> World:
    """The published rows of this checkout."""
    with closing(data.opened(DATASETS)) as con:
        return World.read(con)


@cache
def published_site() -> dict[str, bytes]:
    """The site of the published rows."""
    return page.build(published(), ROOT)


def pages(site: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The pages of a site with their text."""
    return ((name, content.decode()) for name, content in site.items() if name.endswith(".html"))
