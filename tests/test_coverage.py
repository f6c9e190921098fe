"""What the dataset says of the acts on public record: counted once, dated, and kept in its tier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

import ice_subpoenas
from check import stages
from ice_subpoenas import TABLES, data, views
from ice_subpoenas.vocabularies import COUNTED
from publish import files
from website import page, story, tables

ROOT = Path(__file__).parents[1]
SEED_ACTS = {"denver-1", "nyc-1"}
ADJACENT = {
    "i9_notice",
    "customs_summons",
    "grand_jury_subpoena",
    "criminal_subpoena",
    "letter",
}
"""Instruments that resemble these subpoenas and are none."""

PAPERS = {
    "hennepin-county-1": "grand_jury_subpoena",
    "los-angeles-county-2": "letter",
    "minneapolis-1": "grand_jury_subpoena",
    "minnesota-1": "grand_jury_subpoena",
    "minnesota-2": "grand_jury_subpoena",
    "ramsey-county-1": "grand_jury_subpoena",
    "riverside-county-1": "letter",
    "san-diego-county-2": "letter",
    "san-diego-state-university-1": "customs_summons",
    "san-francisco-1": "letter",
    "st-paul-1": "grand_jury_subpoena",
    "washtenaw-county-2": "i9_notice",
}
"""The adjacent papers on record."""


@pytest.fixture(scope="module")
def rows() -> dict[str, list[dict[str, Any]]]:
    checked = stages.run(ROOT)
    assert checked.problems == []
    return checked.rows


@pytest.fixture(scope="module")
def db(
    rows: dict[str, list[dict[str, Any]]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    out = tmp_path_factory.mktemp("real") / "datasets"
    files.write(rows, out)
    with ice_subpoenas.connect(out) as connection:
        yield connection


def asked(db: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return db.execute(query).fetchall()


# --- counts -----------------------------------------------------------------------------------


def test_the_wave_of_2020_sums_to_the_check_figure(db: duckdb.DuckDBPyConnection) -> None:
    """22 = Denver 4, New York 4, Connecticut 3, San Diego 4, Washington County 2, Oregon 5."""
    assert asked(
        db,
        "SELECT n_subpoenas, n_subpoenas_held_text, n_subpoenas_cited, n_acts_without_number,"
        " n_subpoenas_at_least FROM totals WHERE year = 2020",
    ) == [(22, 8, 14, 0, 22)]


def test_the_wave_sums_to_the_same_when_it_is_added_by_hand(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    alone = {
        row["act_id"]: row["n_subpoenas"]
        for row in rows["acts"]
        if row["group_id"] is None and "2020" in str(row["served_edtf"] or row["issued_edtf"])
    }
    groups = {row["group_id"]: row["n_subpoenas"] for row in rows["act_groups"]}

    assert alone == {
        "denver-1": 4,
        "nyc-1": 4,
        "connecticut-1": 3,
        "san-diego-county-1": 4,
        "washington-county-or-1": 2,
    }
    assert groups == {"oregon-2020-02-21": 5}
    assert sum(alone.values()) + sum(groups.values()) == 22


def test_a_group_is_counted_once_and_its_batches_not_beside_it(
    db: duckdb.DuckDBPyConnection,
) -> None:
    members = asked(db, "SELECT act_id, n_subpoenas FROM acts WHERE group_id IS NOT NULL")
    ((counted,),) = asked(db, "SELECT sum(n_acts) FROM totals")
    ((acts,),) = asked(
        db,
        f"SELECT count(*) FROM acts WHERE instrument IN {COUNTED}",
    )

    assert dict(members) == {
        "clackamas-county-1": None,
        "hillsboro-1": 1,
        "oregon-state-police-1": None,
        "wasco-county-1": None,
    }
    assert counted == acts


def test_adjacent_instruments_are_never_counted(
    db: duckdb.DuckDBPyConnection, rows: dict[str, list[dict[str, Any]]]
) -> None:
    adjacent = {
        row["act_id"]: row["instrument"] for row in rows["acts"] if row["instrument"] in ADJACENT
    }

    assert adjacent == PAPERS
    assert [row for row in rows["subpoenas"] if row["act_id"] in adjacent] == []
    assert {row["instrument"] for row in rows["subpoenas"]} <= set(COUNTED)
    assert not ADJACENT & set(COUNTED)
    assert {
        code["code"] for code in rows["codes"] if code["vocabulary"] == "instrument"
    } == ADJACENT | set(COUNTED)
    ((n,),) = asked(db, "SELECT n_acts FROM totals WHERE year = 2025")
    assert n == len(
        [
            row
            for row in rows["acts"]
            if "2025" in str(row["served_edtf"] or row["issued_edtf"])
            and row["act_id"] not in adjacent
        ]
    )


def test_an_adjacent_paper_has_no_number_that_could_be_added(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    """So that a sum over `acts`, without any filter, is one of subpoenas alone."""
    for row in rows["acts"]:
        if row["act_id"] in PAPERS:
            assert row["n_subpoenas"] is None
            assert row["group_id"] is None
            assert "Has no row in `subpoenas`" in row["remark"], "says so where it is read"
    for row in rows["events"]:
        assert row["act_id"] not in PAPERS or row["n_subpoenas"] is None, row["event_id"]


@pytest.mark.parametrize(
    "view", ["counted_acts", "act_state", "durations", "subpoenas_flat", "seed_subpoenas"]
)
def test_a_view_of_subpoenas_holds_no_adjacent_paper(
    view: str, db: duckdb.DuckDBPyConnection
) -> None:
    shown = {batch for (batch,) in asked(db, f"SELECT DISTINCT act_id FROM {view}")}

    assert shown
    assert not shown & set(PAPERS)


def test_every_act_is_counted_or_adjacent_and_never_both(db: duckdb.DuckDBPyConnection) -> None:
    all_of_them = {batch for (batch,) in asked(db, "SELECT act_id FROM acts")}
    counted = {batch for (batch,) in asked(db, "SELECT act_id FROM counted_acts")}
    adjacent = dict(asked(db, "SELECT act_id, instrument FROM adjacent_papers"))

    assert adjacent == PAPERS
    assert counted == all_of_them - set(adjacent)
    assert asked(db, "SELECT sum(n_acts) FROM totals") == [(len(counted),)]
    for table in ("act_state", "durations"):
        assert asked(db, f"SELECT count(*) FROM {table}") == [(len(counted),)]


def test_the_shares_of_answers_are_those_of_subpoenas_alone(
    db: duckdb.DuckDBPyConnection,
) -> None:
    by_hand = asked(
        db,
        "SELECT response_status, count(*) FROM acts"
        f" WHERE instrument IN {COUNTED} GROUP BY ALL ORDER BY ALL",
    )
    view = asked(db, "SELECT response_status, count(*) FROM counted_acts GROUP BY ALL ORDER BY ALL")
    state = asked(db, "SELECT response_status, count(*) FROM act_state GROUP BY ALL ORDER BY ALL")

    assert by_hand == view == state


def test_the_timeline_says_what_kind_of_paper_it_tells_of(db: duckdb.DuckDBPyConnection) -> None:
    told = asked(
        db,
        "SELECT DISTINCT act_id, instrument FROM timeline"
        f" WHERE instrument IS NOT NULL AND instrument NOT IN {COUNTED}",
    )

    assert dict(told) == PAPERS
    assert asked(
        db, "SELECT count(*) FROM timeline WHERE (act_id IS NULL) <> (instrument IS NULL)"
    ) == [(0,)]


def test_the_page_lists_adjacent_papers_apart(db: duckdb.DuckDBPyConnection) -> None:
    world = tables.World.read(db)
    told = story.story(world)
    listed = {paper["key"] for _, papers in told["adjacent"] for paper in papers}
    acts = {act["key"] for place in told["places"] for act in place["acts"]}
    lanes = {mark["event"]["lane"] for lane in told["chart"]["lanes"] for mark in lane["marks"]}
    index = page.build(world)["index.html"]

    assert listed == set(PAPERS)
    assert not acts & set(PAPERS)
    assert not {event["lane"] for event in told["events"]} & set(PAPERS)
    assert not lanes & set(PAPERS)
    assert f"in {len(acts)} acts of issue or service" in told["numbers"][0][1]
    assert "Papers of other kinds, not counted" in index
    assert index.index("minneapolis-1") > index.index("Papers of other kinds, not counted")


@pytest.mark.parametrize("table", ["acts", "information_sought", "events"])
def test_a_table_that_holds_adjacent_papers_warns_of_them(
    table: str, db: duckdb.DuckDBPyConnection
) -> None:
    ((said,),) = asked(db, f"SELECT comment FROM duckdb_tables() WHERE table_name = '{table}'")

    assert "djacent papers" in said
    assert "`counted_acts`" in said
    if table == "acts":
        ((warned,),) = asked(
            db,
            "SELECT warning FROM dictionary"
            " WHERE table_name = 'acts' AND column_name = 'instrument'",
        )
        assert "never counted" in warned


def test_the_nine_subpoenas_to_colorado_are_no_row_of_their_own(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    """At least nine, of which five are told apart: the sum of rows never holds the nine."""
    found = {
        row["act_id"]: row["n_subpoenas"]
        for row in rows["acts"]
        if row["jurisdiction_id"] == "us-co"
    }

    assert found == {f"colorado-{number}": 1 for number in range(1, 6)}
    assert 9 not in {row["n_subpoenas"] for row in rows["acts"] + rows["act_groups"]}
    assert [e["event_id"] for e in rows["events"] if e["n_subpoenas"] == 9] == []


def test_what_no_source_counts_is_counted_as_at_least_one(db: duckdb.DuckDBPyConnection) -> None:
    assert asked(
        db,
        "SELECT n_subpoenas, n_acts_without_number, n_subpoenas_at_least"
        " FROM totals WHERE year = 2025",
    ) == [(16, 3, 19)]


def test_a_joint_petition_is_one_proceeding(db: duckdb.DuckDBPyConnection) -> None:
    joint = asked(
        db,
        "SELECT proceeding_id, count(*), count(DISTINCT occurred_edtf), count(DISTINCT kind)"
        " FROM events WHERE proceeding_id IS NOT NULL GROUP BY ALL ORDER BY ALL",
    )

    assert joint == [
        ("d-mn-2026-quash-order", 6, 1, 1),
        ("d-or-2025-order", 4, 1, 1),
        ("d-or-2025-petition", 4, 1, 1),
    ]


def test_an_act_told_again_says_which_held_event_it_repeats(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    events = {row["event_id"]: row for row in rows["events"]}
    repeats = {row["event_id"]: row["same_as_event_id"] for row in rows["events"]}
    repeats = {event: same for event, same in repeats.items() if same}

    assert repeats == {"denver-1-sent": "denver-1-issued", "nyc-1-issued-cited": "nyc-1-issued"}
    for event, same in repeats.items():
        assert (events[event]["tier"], events[same]["tier"]) == ("cited", "held_text")
        assert events[event]["kind"] == events[same]["kind"]
        assert events[event]["act_id"] == events[same]["act_id"]


# --- tiers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table", [t for t in TABLES if "tier" in t.column_map()], ids=lambda t: t.table
)
def test_the_tier_says_whether_a_held_text_supports_the_row(
    table: Any, rows: dict[str, list[dict[str, Any]]]
) -> None:
    held = {
        (row["table_name"], row["row_id"])
        for row in rows["evidence"]
        if row["char_start"] is not None
    }
    for row in rows[table.table]:
        key = str(row[table.key])
        of_a_page = table.table == "quotes" or bool(row.get("text_held"))
        assert (row["tier"] == "held_text") == ((table.table, key) in held or of_a_page), key


@pytest.mark.parametrize(
    "table", ["acts", "subpoenas", "information_sought", "events", "case_facts"]
)
def test_every_row_of_a_cited_act_is_cited(
    table: str, rows: dict[str, list[dict[str, Any]]]
) -> None:
    of_act = [row for row in rows[table] if row["act_id"] not in {*SEED_ACTS, None}]

    assert of_act
    assert {row["tier"] for row in of_act} == {"cited"}


def test_a_cited_row_copies_no_words_of_its_source(rows: dict[str, list[dict[str, Any]]]) -> None:
    """What is printed verbatim of a cited document is a name, a title or a few words."""
    verbatim = {
        "acts": ("recipient_as_printed", "form_title", "authority_as_printed"),
        "information_sought": ("as_printed",),
        "case_facts": ("offense_as_printed",),
        "individuals_referenced": ("described_as", "title"),
    }
    for table, columns in verbatim.items():
        for row in rows[table]:
            for column in columns:
                if row["tier"] == "cited" and row[column]:
                    assert len(row[column].split()) <= 15, row


def test_the_seed_views_hold_the_acts_of_the_five_articles(db: duckdb.DuckDBPyConnection) -> None:
    for table in ("acts", "subpoenas"):
        assert {
            batch for (batch,) in asked(db, f"SELECT DISTINCT act_id FROM seed_{table}")
        } == SEED_ACTS
    for table in ("information_sought", "case_facts", "events"):
        found = {batch for (batch,) in asked(db, f"SELECT DISTINCT act_id FROM seed_{table}")}
        assert found - {None} == SEED_ACTS
    assert asked(db, "SELECT count(*) FROM seed_subpoenas") == [(8,)]
    assert asked(db, "SELECT count(*) FROM seed_act_groups") == [(0,)]


def test_the_seed_views_hold_what_the_five_articles_say_and_not_the_statute(
    db: duckdb.DuckDBPyConnection,
) -> None:
    texts = asked(db, "SELECT source_id, kind FROM sources WHERE text_held ORDER BY source_id")
    assert texts == [*((f"s00{n}", "news_article") for n in range(5)), ("s005", "law")]
    assert asked(db, "SELECT source_id FROM seed_sources WHERE text_held ORDER BY ALL") == [
        (f"s00{n}",) for n in range(5)
    ]
    for table in [t for t in TABLES if "tier" in t.column_map()]:
        of_the_statute = (
            f"SELECT {table.key} FROM {table.table} x WHERE x.tier = 'held_text' AND NOT EXISTS"
            f" (FROM seed_{table.table} y WHERE y.{table.key} = x.{table.key})"
        )
        rows = {key for (key,) in asked(db, of_the_statute)}
        assert all(key.startswith("s005") for key in rows), table.table
        assert bool(rows) == (table.table in ("sources", "policy_statements")), table.table


def test_what_the_statute_says_is_told_once_in_its_own_words(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    told = [row for row in rows["policy_statements"] if row["source_id"] == "s005"]
    (text,) = [row for row in rows["sources"] if row["kind"] == "law" and row["text_held"]]
    retired = {row["retired_id"]: row["successor_id"] for row in rows["retired_ids"]}

    assert [row["topic"] for row in told] == [
        *("subpoena_authority", "subpoena_reach", "subpoena_reach"),
        *("subpoena_authority", "subpoena_authority", "subpoena_authority"),
    ]
    assert {row["said_by_individual_id"] or row["said_by_agency_id"] for row in told} == {None}
    assert (text["source_id"], text["published_edtf"]) == ("s005", None)
    assert {key: retired[key] for key in ("s122", "s122-p1", "s122-p2")} == {
        "s122": "s005",
        "s122-p1": "s005-p1",
        "s122-p2": "s005-p6",
    }
    assert not [row for row in rows["evidence"] if row["source_id"] == "s122"]


def test_a_source_that_is_cited_is_on_record_with_all_that_finds_it_again(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    used = {row["source_id"] for row in rows["evidence"] if row["derivation"] == "cited"}
    for row in rows["sources"]:
        if row["source_id"] in used and row["source_id"] > "s100":
            assert row["publisher"], row["source_id"]
            assert row["url"] is None or row["accessed"] is not None, row["source_id"]
    for row in rows["evidence"]:
        if row["derivation"] == "cited" and row["char_start"] is None:
            assert row["reason"], row["evidence_id"]  # where in the document


# --- identifiers ------------------------------------------------------------------------------

LENGTHS = {"state": 2, "county": 5, "city": 7}


def test_every_geoid_is_text_of_its_length_with_the_prefix_of_its_state(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    codes = {row["state"]: row["geoid"] for row in rows["jurisdictions"] if row["kind"] == "state"}
    for row in rows["jurisdictions"]:
        for column, length in (("geoid", LENGTHS[row["kind"]]), ("county_geoid", 5)):
            if row[column] is not None:
                assert re.fullmatch(f"[0-9]{{{length}}}", row[column]), row
                assert row[column][:2] == codes[row["state"]], row
        if row["ocd_id"] is not None:
            state = str(row["state"]).lower()
            assert row["ocd_id"].startswith(f"ocd-division/country:us/state:{state}"), row


def test_a_code_that_begins_with_zero_keeps_it(db: duckdb.DuckDBPyConnection) -> None:
    assert asked(db, "SELECT geoid FROM jurisdictions WHERE jurisdiction_id = 'us-ct'") == [("09",)]
    types = dict(
        asked(
            db,
            "SELECT column_name, data_type FROM duckdb_columns()"
            " WHERE table_name = 'jurisdictions'",
        )
    )
    assert types["geoid"] == types["county_geoid"] == "VARCHAR"


@pytest.mark.parametrize("column", ["geoid", "county_geoid", "ocd_id", "wikidata_id"])
def test_every_identifier_has_cited_evidence(
    column: str, rows: dict[str, list[dict[str, Any]]]
) -> None:
    cited = {
        (row["row_id"], row["value"])
        for row in rows["evidence"]
        if row["table_name"] == "jurisdictions"
        and row["column_name"] == column
        and row["derivation"] == "cited"
    }
    for row in rows["jurisdictions"]:
        if row[column] is not None:
            assert (row["jurisdiction_id"], row[column]) in cited


def test_every_recipient_of_an_act_has_a_code_that_joins(
    db: duckdb.DuckDBPyConnection,
) -> None:
    assert (
        asked(
            db,
            "SELECT b.act_id FROM acts b"
            " JOIN jurisdictions j ON j.jurisdiction_id = b.jurisdiction_id WHERE j.geoid IS NULL",
        )
        == []
    )


# --- what came of the subpoenas ---------------------------------------------------------------


def test_the_durations_of_denver_lie_within_their_bounds(db: duckdb.DuckDBPyConnection) -> None:
    """24 days from sending to petition and 98 to the ruling; service was up to three days later."""
    found = asked(
        db,
        "SELECT from_event_id, petition_days_min, petition_days_max,"
        " order_days_min, order_days_max, response_days_min, response_days_max, petition_tier"
        " FROM durations WHERE act_id = 'denver-1'",
    )
    sent = asked(
        db,
        "SELECT p.occurred_earliest - s.occurred_latest, o.occurred_earliest - s.occurred_latest"
        " FROM events s, events p, events o WHERE s.event_id = 'denver-1-sent'"
        " AND p.event_id = 'denver-1-petition' AND o.event_id = 'denver-1-order'",
    )

    assert sent == [(24, 98)]
    assert found == [("denver-1-served", 21, 24, 95, 98, 0, 3, "cited")]


@pytest.mark.parametrize("kind", ["response", "petition", "order", "production"])
def test_a_duration_has_its_events_and_no_less_than_its_least(
    kind: str, db: duckdb.DuckDBPyConnection
) -> None:
    for start, event, least, most, tier in asked(
        db,
        f"SELECT from_event_id, {kind}_event_id, {kind}_days_min, {kind}_days_max, {kind}_tier"
        " FROM durations",
    ):
        assert least is None or least >= 0
        assert least is None or most is None or least <= most, event
        assert (least is None and most is None) or (start and event and tier), event


def test_the_state_of_a_batch_is_that_of_its_latest_events(db: duckdb.DuckDBPyConnection) -> None:
    states = {
        batch: rest
        for batch, *rest in asked(
            db,
            "SELECT act_id, tier, response_status, latest_response_status, response_tier,"
            " enforcement_event_id, enforcement_tier, proceeding_id, outcome_event_id"
            " FROM act_state",
        )
    }

    assert states["denver-1"] == [
        *("held_text", "refused", "agreed", "cited"),
        *("denver-1-no-appeal", "cited", None, None),
    ]
    assert states["delaware-1"][4] == "delaware-1-appeal"
    assert states["marion-county-1"][-1] == "marion-county-1-production"
    assert states["multnomah-county-1"][6] == "d-or-2025-order"
    assert states["san-diego-county-1"][1:3] == ["partial", "partial"]


def test_a_term_on_which_the_parties_disagree_is_left_open(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    found = {
        row["act_id"]: row["respond_by_edtf"] for row in rows["acts"] if row["respond_by_edtf"]
    }
    (conflict,) = (row for row in rows["conflicts"] if row["column_name"] == "respond_by")

    assert found == {
        "clackamas-county-1": "2020-03-03",
        "colorado-2": "2025-06-16",
        "minneapolis-1": "2026-02-03",
        "oregon-state-police-1": "2020-03-03",
        "wasco-county-1": "2020-03-03",
        "washington-county-or-1": "2020-03-03",
    }
    assert (conflict["row_id"], conflict["resolution"]) == ("hillsboro-1", "unresolved")


def test_an_answer_is_not_taken_for_a_production(rows: dict[str, list[dict[str, Any]]]) -> None:
    """A promise to produce is `agreed`; what is produced has an event, or is reported as given."""
    produced = {row["act_id"] for row in rows["events"] if row["kind"] == "production"}
    for row in rows["acts"]:
        if row["response_status"] in ("complied", "produced_after_order"):
            assert row["act_id"] in produced, row["act_id"]
        if row["response_status"] == "agreed":
            assert row["act_id"] not in produced, row["act_id"]


# --- people and sources -----------------------------------------------------------------------

PUBLIC = {"official", "spokesperson", "journalist"}
DECIDED = {"named_in_held_source", "named_in_court_record"}


def test_no_private_person_is_named_without_a_decision(
    rows: dict[str, list[dict[str, Any]]],
) -> None:
    named = [row for row in rows["individuals_referenced"] if row["name"]]
    private = [row for row in named if row["role"] not in PUBLIC]

    assert {row["naming_decision"] for row in private} <= DECIDED
    assert {row["individual_id"] for row in private} == {"nyc-1-a"}
    assert {row["naming_decision"] for row in named} <= DECIDED | {"public_role", "byline"}


def test_one_story_on_many_sites_is_one_independent_source(
    db: duckdb.DuckDBPyConnection, rows: dict[str, list[dict[str, Any]]]
) -> None:
    copies = {"s157", "s158", "s159"}, {"s162", "s163", "s164"}, {"s124", "s138"}
    for stories in copies:
        listed = ", ".join(f"'{source}'" for source in sorted(stories))
        groups = asked(
            db,
            f"SELECT DISTINCT group_id FROM source_groups WHERE source_id IN ({listed})",
        )
        assert len(groups) == 1, stories
    reprinted = {
        row["source_id"] for row in rows["source_relations"] if row["relation"] == "reprints"
    }
    group = dict(asked(db, "SELECT source_id, group_id FROM source_groups"))
    for row in rows["source_relations"]:
        if row["source_id"] in reprinted:
            assert group[row["source_id"]] == group[row["related_source_id"]]
    support = asked(
        db,
        "SELECT n_sources, n_independent_sources FROM claim_support WHERE table_name = 'events'"
        " AND row_id = 'denver-1-response-letter' AND column_name = 'response_status'",
    )
    assert support == [(3, 2)]


def test_the_views_of_this_page_are_in_the_file_that_is_published() -> None:
    assert {"durations", "act_state", "totals"} <= {view.table for view in views.VIEWS}
    assert data.DATABASE.endswith(".duckdb")
