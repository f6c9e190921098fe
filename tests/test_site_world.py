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


def add(found: Rows, table: str, *parts: dict[str, Any], **more: Any) -> None:
    """A row more, of which a witness tells unless it is said otherwise."""
    given = {name: value for part in (*parts, more) for name, value in part.items()}
    witnessed = {"is_witnessed": True} if "is_witnessed" in TABLE[table].column_map() else {}
    found[table].append(row(table, **(witnessed | given)))


def rows() -> Rows:
    """The small sound checkout, with rows of every kind that a page can show."""
    found = {name: [dict(each) for each in table] for name, table in sound()[0].items()}
    found["jurisdictions"][0]["state"] = "OR"
    for line, status, name, as_of in (
        ("response", "refused", "answer", "2020-03-09"),
        ("enforcement", "ordered", "order", "2020-05-01"),
        ("outcome", "not_produced", "rumor", "2021-06-01"),
    ):
        found["acts"][0] |= {
            "outcome" if line == "outcome" else f"{line}_status": status,
            f"{line}_as_of": as_of,
            f"{line}_event_id": f"tamarack-1-{name}",
            f"{line}_is_witnessed": line != "outcome",
        }
    remark = "Has two rows in `subpoenas`; see the search tamarack-1."
    found["acts"][0] |= {"n_persons": 2, "remark": remark}
    found["evidence"].append(words("acts", "tamarack-1", "n_persons", "two sailors", "2"))
    unknown = re.compile("response|enforcement|outcome|issued|days|n_subpoenas|n_persons|remark")
    later = {n: None if unknown.match(n) else v for n, v in found["acts"][0].items()}
    later |= {"act_id": "tamarack-2", **day("served", "2021-02-01")}
    letter = {"act_id": "tamarack-3", "instrument": "letter", "in_scope": False, "n_subpoenas": 1}
    found["acts"] += [later, later | letter]
    for act in ("tamarack-2", "tamarack-3"):
        for column in ("issuing_agency_id", "recipient_agency_id", "served", "instrument"):
            value = found["acts"][1].get(column)
            found["evidence"].append(words("acts", act, column, "harbor papers", value))
    add(
        found,
        "absences",
        {"absence_id": "acts/tamarack-2/n_subpoenas", "table_name": "acts"},
        {"row_id": "tamarack-2", "column_name": "n_subpoenas"},
        {"reason": "not_found", "search_id": "tamarack-1"},
    )
    add(
        found,
        "sources",
        {"source_id": "s101", "family_id": "s101", "kind": "news_article", "tier": "quoted"},
        {"title": "Papers on the quay", "publisher": "The Quay Post", "is_witness": True},
        {"standing": "own_reporting", "url": "https://quay.example/papers"},
        accessed=date(2020, 6, 1),
    )
    add(
        found,
        "sources",
        {"source_id": "s102", "family_id": "s102", "kind": "news_article"},
        {"title": "Papers again", "standing": "aggregator", "is_witnessed": False},
        url="https://copy.example/papers",
        original_url="https://quay.example/papers",
    )
    _matters(found)
    _people(found)
    return found


def _matters(found: Rows) -> None:
    add(
        found,
        "proceedings",
        {"proceeding_id": "harbor-case", "kind": "enforcement", "court": "D. Or."},
        {"court_name": "U.S. District Court for the District of Oregon", "docket": "20-1"},
        {"petitioner_agency_id": "harbor-agency", "asked": "to open the books"},
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
        told = {"event_id": key, "kind": kind, "summary": f"The {name} happened."}
        add(found, "events", told, day("occurred", when), more)
        of_act = f"{key}-of-tamarack-1"
        add(found, "event_acts", event_act_id=of_act, event_id=key, act_id="tamarack-1")
        source = "s102" if name == "rumor" else "s101"
        found["evidence"].append(words("events", key, "kind", name, kind, source_id=source))
    claimed = {"said_by_agency_id": "harbor-agency", "held": "accepted"}
    against = {"said_by_individual_id": "lena-osk", "answers_ground_id": "g1"}
    for name, side, toward, ground, said in (
        ("g1", "agency", "issuing", "authority_claimed", claimed),
        ("g2", "recipient", "refusing", "privacy", against),
        ("g3", "court", "enforcing", "other", {}),
    ):
        given = {"ground_id": name, "side": side, "toward": toward, "ground": ground}
        add(found, "grounds", given, said, act_id="tamarack-1")
        found["evidence"].append(words("grounds", name, "ground", f"reason {name}", ground))
    of_day = ("events", "tamarack-1-order", "occurred")
    cell = dict(zip(("table_name", "row_id", "column_name"), of_day, strict=True))
    add(
        found,
        "conflicts",
        cell,
        {"conflict_id": "tamarack-1-order-day", "kind": "date", "n_sides": 2},
        {"published_value": "2020-05-01", "resolution": "most_specific"},
        reason="One page gives the day.",
    )
    rival = {"stance": "contests", "source_id": "s102", "derivation": "date"}
    found["evidence"] += [
        words(*of_day, "May 1", "2020-05-01", derivation="date"),
        words(*of_day, "May 2", "2020-05-02", **rival),
    ]


def _people(found: Rows) -> None:
    person = "tamarack-1-b"
    add(
        found,
        "individuals_referenced",
        {"individual_id": person, "role": "subpoena_subject", "age": 41, "name": PRIVATE},
        {"naming_decision": "named_in_court_record", "act_id": "tamarack-1"},
    )
    piece = words("individuals_referenced", person, "age", "41-year-old", "41")
    found["evidence"].append(piece)
    for key, kind, modality, more in (
        ("f1", "arrest", "arrested", {"individual_id": person, "offense": "assault"}),
        ("f2", "release", "asserted", {"act_id": "tamarack-1", "n_affected": 1, "n_total": 2}),
        (
            "f3",
            "conviction",
            "alleged",
            {"individual_id": person, "attributed_to_agency_id": "harbor-agency"},
        ),
    ):
        add(found, "case_facts", case_fact_id=key, kind=kind, modality=modality, **more)
        found["evidence"].append(words("case_facts", key, "kind", f"words of {key}", kind))
    asked = {"information_sought_id": "i1", "act_id": "tamarack-1", "kind": "address"}
    add(found, "information_sought", asked)
    found["evidence"].append(words("information_sought", "i1", "kind", "home addresses", "address"))
    many = "nine hundred papers"
    add(
        found,
        "known_totals",
        {"known_total_id": "t1", "source_id": "s101", "n_papers": 900, "statement": many},
        counted="Harbor papers of the whole coast.",
        reason="All of them.",
    )
    found["evidence"].append(words("known_totals", "t1", "n_papers", many, "900"))


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
