"""The published files, as somebody opens them: by the package's own doors and by other readers."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import ice_subpoenas
import system
from calling import Called, call
from faults import damage, holding
from forging import Tables
from ice_subpoenas import cli, data
from ice_subpoenas.published import names
from ice_subpoenas.release.verify import verify
from ice_subpoenas.row import Row
from ice_subpoenas.sql import literal, quoted
from ice_subpoenas.tables import TABLE, TABLES
from ice_subpoenas.views import VIEWS

pytest_plugins = ["publishing"]
Con = duckdb.DuckDBPyConnection
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda t: t.table)


@pytest.fixture(scope="module")
def db(published: Path) -> Iterator[Con]:
    with closing(ice_subpoenas.connect(published)) as con:
        yield con


@pytest.fixture(scope="module")
def held(published: Path) -> Tables:
    """Every published table, as our own package reads it."""
    return names.read_all(published)


@pytest.fixture(scope="module")
def other() -> Iterator[Con]:
    """DuckDB without our package, as somebody opens a file with it."""
    with closing(duckdb.connect()) as con:
        yield con


# --- the files --------------------------------------------------------------------------------


def test_every_file_of_data_is_a_resource_of_the_descriptor_with_its_hash(published: Path) -> None:
    package = json.loads((published / names.DESCRIPTOR).read_text("utf-8"))
    resources = {resource["path"]: resource for resource in package["resources"]}

    assert set(resources) == set(names.PUBLISHED) - {
        names.DESCRIPTOR,
        names.DATABASE,
        names.METADATA,
        names.CARD,
    }
    for path, resource in resources.items():
        assert resource["hash"] == f"sha256:{names.sha256(published / path)}"


@every_table
def test_four_readers_find_the_same_rows(
    table: type[Row], published: Path, held: Tables, other: Con
) -> None:
    path = names.path_of(published, table)
    expected = held[table.table].to_pylist()
    by_duckdb = other.sql(f"FROM read_parquet({literal(path)})").to_arrow_table().to_pylist()
    frame = pandas.read_parquet(path, dtype_backend="pyarrow")

    assert pq.read_table(path, partitioning=None).to_pylist() == expected
    assert by_duckdb == expected
    assert polars.read_parquet(path).to_dicts() == expected
    assert pa.Table.from_pandas(frame, preserve_index=False).to_pylist() == expected


# --- connect and load -------------------------------------------------------------------------


def test_the_doors_are_those_that_the_readme_names() -> None:
    doors = ["NotPublished", "__version__", "connect", "load", "trace", "verify"]

    assert sorted(ice_subpoenas.__all__) == doors


def everything() -> dict[str, Any]:
    """All that a connection without a folder answers."""
    with closing(ice_subpoenas.connect()) as con:
        shown = [t.table for t in TABLES] + [view.table for view in VIEWS]
        return {name: con.execute(f"FROM {quoted(name)} ORDER BY ALL").fetchall() for name in shown}


def test_connect_gives_the_same_with_and_without_the_duckdb_file(
    spare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "folder", lambda: spare)
    with_file = everything()
    (spare / names.DATABASE).unlink()

    assert everything() == with_file


def test_a_connection_cannot_change_what_is_published(
    spare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "folder", lambda: spare)
    with closing(ice_subpoenas.connect()) as con, pytest.raises(duckdb.InvalidInputException):
        con.execute("DELETE FROM reviews")


@pytest.fixture
def by_parquet(spare: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """What `connect()` gives where it reads the Parquet files; they lie in `spare`."""
    found = object()
    monkeypatch.setattr(data, "folder", lambda: spare)
    monkeypatch.setattr(data, "opened", lambda *_, **__: found)
    return found


@pytest.mark.parametrize("how", ["another file", "a broken list", "no list"])
def test_a_duckdb_file_that_is_not_the_published_one_is_passed_over(
    how: str, spare: Path, by_parquet: object
) -> None:
    with closing(ice_subpoenas.connect()) as con:
        assert con is not by_parquet
    if how == "another file":
        (spare / names.DATABASE).unlink()
        with closing(duckdb.connect(str(spare / names.DATABASE))) as stale:
            stale.execute("CREATE VIEW subpoenas AS SELECT 1 AS x")
    elif how == "no list":
        (spare / names.SUMS).unlink()
    else:
        (spare / names.SUMS).write_text("<<<<<<< HEAD\n", "utf-8")

    assert ice_subpoenas.connect() is by_parquet


def test_while_another_program_writes_to_the_duckdb_file_parquet_is_read_and_a_line_says_so(
    spare: Path, by_parquet: object, capsys: pytest.CaptureFixture[str]
) -> None:
    with holding.held(spare / names.DATABASE):
        assert ice_subpoenas.connect() is by_parquet

    said = capsys.readouterr().err
    assert "another program has it open; the tables are read from Parquet instead" in said
    assert len(said.splitlines()) == 1


def test_changes_that_a_killed_program_left_beside_the_duckdb_file_are_not_read(
    spare: Path, by_parquet: object, capsys: pytest.CaptureFixture[str]
) -> None:
    holding.killed(spare / names.DATABASE)
    assert (spare / names.LEFT_OPEN).exists()

    assert ice_subpoenas.connect() is by_parquet
    assert "has changes of another program" in capsys.readouterr().err


def test_a_foreign_table_with_a_row_twice_is_one_clear_line(
    spare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spare / names.FOLDER / "acts.parquet"
    acts = pq.read_table(path)
    pq.write_table(pa.concat_tables([acts, acts]), path)

    assert cli.main(["trace", "acts", "--data", str(spare)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_of_a_foreign_folder_the_duckdb_file_is_never_opened(
    spare: Path, by_parquet: object
) -> None:
    assert ice_subpoenas.connect(spare) is by_parquet


def test_a_query_on_a_foreign_folder_reaches_no_other_file(spare: Path, db: Con) -> None:
    secret = literal(spare / names.SUMS)
    for query in (f"FROM read_text({secret})", f"COPY acts TO {secret}", "LOAD httpfs"):
        with pytest.raises(duckdb.Error):
            db.execute(query)


def test_load_gives_a_table_or_the_overview_and_a_path_may_be_text(published: Path) -> None:
    for name, path in (("subpoenas", "tables/subpoenas.parquet"), ("overview", "overview.parquet")):
        expected = pq.read_table(published / path, partitioning=None)
        assert ice_subpoenas.load(name, published).equals(expected)
        assert ice_subpoenas.load(name, str(published)).equals(expected)
    with closing(ice_subpoenas.connect(str(published))) as con:
        assert con.sql("FROM acts").columns[0] == "act_id"


@pytest.mark.slow
def test_load_gives_a_view_as_duckdb_gives_it(published: Path) -> None:
    with closing(ice_subpoenas.connect(published)) as con:
        for view in VIEWS:
            found = ice_subpoenas.load(view.table, published)
            assert found.column_names == con.sql(f"FROM {view.table}").columns
            query = f"SELECT count(*) FROM {view.table}"
            assert (found.num_rows,) == con.execute(query).fetchone()


def test_an_overview_that_is_not_there_is_not_published(spare: Path) -> None:
    (spare / "overview.parquet").unlink()

    with pytest.raises(ice_subpoenas.NotPublished, match=r"no overview\.parquet"):
        ice_subpoenas.load("overview", spare)


def test_an_unknown_table_is_answered_with_the_nearest(published: Path) -> None:
    with pytest.raises(ValueError, match="called 'subpoena'; did you mean 'subpoenas'"):
        ice_subpoenas.load("subpoena", published)


DOORS: list[Callable[[Path], Any]] = [
    ice_subpoenas.connect,
    lambda place: ice_subpoenas.load("subpoenas", place),
    lambda place: ice_subpoenas.trace("acts", "x", place=place),
]


@pytest.mark.parametrize("door", DOORS, ids=["connect", "load", "trace"])
def test_a_folder_without_tables_or_between_two_states_is_refused_with_what_to_do(
    door: Callable[[Path], Any], spare: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (spare / names.MOVING).touch()

    with pytest.raises(ice_subpoenas.NotPublished, match="run `python build`"):
        door(tmp_path / "empty")
    with pytest.raises(ice_subpoenas.NotPublished, match="interrupted; run `python build`"):
        door(spare)
    assert "interrupted" in " ".join(verify(spare))


@pytest.mark.parametrize(
    ("seed", "number", "readers"),
    [
        (*damage.SOME, damage.QUICK),
        pytest.param(*damage.MORE, damage.READERS, marks=pytest.mark.slow),
    ],
)
def test_a_damaged_table_ends_in_an_exit_code_whatever_reads_it(
    seed: int,
    number: int,
    readers: tuple[str, ...],
    built: tuple[Path, Called],
    tmp_path: Path,
) -> None:
    root = Path(shutil.copytree(built[0], tmp_path / "root"))
    commands = damage.readers(root, "tamarack-1", tmp_path)
    assert tuple(commands) == damage.READERS
    for what in damage.damaged(root / "datasets", seed, number):
        for name in readers:
            assert commands[name]() in (0, 1, 2), f"{name}: {what}"


def test_a_pipe_among_the_tables_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "quotes").mkdir()
    system.pipe(tmp_path / "quotes" / "a.parquet")

    assert "holds no table" in call(tmp_path, "check", "--tables", str(tmp_path)).err


def test_a_parquet_file_that_unpacks_without_end_is_not_read(spare: Path) -> None:
    path = names.path_of(spare, TABLE["searches"])
    schema = pq.read_schema(path)
    row = dict.fromkeys(schema.names) | pq.read_table(path).to_pylist()[0]
    large = pa.Table.from_pylist([row | {"note": "x" * 2**20}] * 52, schema)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for _ in range(5):
            writer.write_table(large)

    assert path.stat().st_size < 2**17
    with pytest.raises(ValueError, match=r"unpacks to .* bytes, too many to read"):
        ice_subpoenas.load("searches", spare)
    with pytest.raises(ValueError, match="too many to read"):
        ice_subpoenas.connect(spare)


# --- views ------------------------------------------------------------------------------------


def asked(db: Con, sql: str) -> list[Any]:
    found = db.execute(sql).fetchall()
    return [row[0] if len(row) == 1 else row for row in found]


BROKEN: dict[str, tuple[str, ...]] = {
    "every claim that has a value is supported, by broader words at least": (
        "FROM claim_support WHERE n_independent_sources > n_sources OR n_refound > n_pieces",
        "FROM claim_support WHERE n_broader > n_pieces",
        "FROM claim_support WHERE n_pieces + n_contesting = 0 "
        "AND column_name NOT IN (SELECT stem FROM dictionary)",
        "FROM claim_support JOIN conflicts x USING (table_name, row_id, column_name) "
        "WHERE n_contesting = 0 AND x.kind NOT IN ('wording', 'date')",
        "SELECT table_name, row_id, column_name FROM evidence "
        "ANTI JOIN (FROM claim_support WHERE n_pieces > 0) USING (table_name, row_id, column_name) "
        "GROUP BY ALL HAVING bool_or(stance = 'broader') AND NOT bool_or(stance = 'supports')",
    ),
    "a document that nobody read has no words here; of any other it is said what was read": (
        "FROM sources s WHERE NOT text_held AND (read_from IS NOT NULL) <> "
        "EXISTS (FROM evidence e WHERE e.source_id = s.source_id)",
    ),
    "sources that depend on one another count once": (
        "FROM source_relations r JOIN sources a ON r.source_id = a.source_id "
        "JOIN sources b ON r.related_source_id = b.source_id WHERE a.family_id <> b.family_id",
    ),
    "nothing is later than what followed it": (
        "FROM events v JOIN events f ON v.after_event_id = f.event_id "
        "WHERE f.occurred_latest > v.occurred_latest OR v.occurred_earliest < f.occurred_earliest",
    ),
    "what a court was asked is not left open after its ruling": (
        "FROM events o JOIN events a ON o.after_event_id = a.event_id "
        "WHERE o.kind = 'order' AND o.occurred_latest IS NOT NULL AND a.occurred_latest IS NULL",
    ),
    "a ruling says what it makes of its acts, and whom it binds if that is not the recipient": (
        "FROM acts a JOIN rulings r ON a.enforcement_event_id = r.event_id "
        "WHERE a.in_scope AND r.status_of_acts <> a.enforcement_status::VARCHAR",
        "FROM acts a JOIN events v ON a.enforcement_event_id = v.event_id "
        "ANTI JOIN (FROM rulings WHERE directed_at IS NOT NULL) r ON r.event_id = v.event_id "
        "WHERE a.in_scope AND v.binds_agency_id <> a.recipient_agency_id",
    ),
    "where an act last stood has the code of its status, if it has one": (
        "FROM last_status l JOIN acts a USING (act_id) WHERE l.code NOT IN ('answered', 'gave') "
        "AND nullif(l.code, 'not_found') IS DISTINCT FROM CASE l.line WHEN 'answer' THEN "
        "a.response_status::VARCHAR ELSE a.outcome::VARCHAR END AND l.line <> 'court'",
        "FROM last_status l JOIN acts a USING (act_id) "
        "WHERE l.code IN ('answered', 'gave') AND a.response_status IS NOT NULL",
    ),
    "a status of the past ends where the act stands, not where one subpoena does": (
        "FROM act_history h JOIN acts a USING (act_id) JOIN event_acts ea "
        "ON ea.act_id = a.act_id AND ea.event_id = CASE h.line WHEN 'response' THEN "
        "a.response_event_id WHEN 'enforcement' THEN a.enforcement_event_id ELSE "
        "a.outcome_event_id END WHERE until IS NULL AND since IS NOT NULL AND (h.n_subpoenas IS "
        "DISTINCT FROM CASE WHEN ea.n_subpoenas < a.n_subpoenas THEN ea.n_subpoenas END "
        "OR h.status IS DISTINCT FROM CASE h.line WHEN 'response' THEN a.response_status::VARCHAR "
        "WHEN 'enforcement' THEN a.enforcement_status::VARCHAR ELSE a.outcome::VARCHAR END)",
    ),
    "a status begins on a day of an event or of a report, not when a page was read, or nobody "
    "knows when; the one before it is then not told as certain for every day that came after": (
        "FROM act_history h LEFT JOIN events v ON h.event_id = v.event_id WHERE "
        "since IS DISTINCT FROM coalesce(v.occurred_latest, v.known_by) AND status IS NOT NULL",
        "FROM act_history h JOIN act_history n ON h.act_id = n.act_id AND "
        "h.line = n.line WHERE n.since IS NULL AND h.since IS NOT NULL AND (h.until IS NULL OR "
        "h.until > (SELECT max(published_latest) FROM sources))",
    ),
    "the days and the result of a length of time are those of one event": (
        "FROM durations d JOIN events v ON d.to_event_id = v.event_id "
        "JOIN acts a ON d.act_id = a.act_id WHERE d.from_event IN ('served', 'issued') "
        "AND d.result IS DISTINCT FROM v.result OR d.days_most <> date_diff('day', "
        "CASE d.from_event WHEN 'served' THEN a.served_earliest WHEN 'issued' "
        "THEN a.issued_earliest END, v.occurred_latest)",
    ),
    "a length of time says so if sources disagree on one of its days": (
        "FROM durations d JOIN conflicts c ON c.row_id IN (d.from_event, d.to_event_id) AND "
        "c.column_name = 'occurred' OR c.row_id = d.act_id AND c.column_name = d.from_event "
        "WHERE NOT d.is_disputed",
    ),
    "a sum over facts of people counts each happening once: one arrest on three offenses is one "
    "arrest, and a part of a group is not added to the whole": (
        "SELECT individual_id, kind, matter_id FROM distinct_case_facts d "
        "JOIN individuals_referenced i USING (individual_id) WHERE matter_id IS NOT NULL "
        "GROUP BY ALL HAVING sum(n_counted) > coalesce(any_value(n_persons), 1)",
        "SELECT individual_id, kind FROM distinct_case_facts d "
        "JOIN individuals_referenced i USING (individual_id) WHERE n_persons > 1 GROUP BY ALL "
        "HAVING max(n_people) = any_value(n_persons) AND sum(n_counted) > max(n_people)",
        "FROM may_be_same m JOIN distinct_case_facts a ON m.row_id = a.case_fact_id "
        "JOIN distinct_case_facts b ON m.other_row_id = b.case_fact_id "
        "WHERE a.kind = b.kind AND a.n_counted > 0 AND b.n_counted > 0",
    ),
    "no two reasons of an act look alike": (
        "SELECT act_id, ground, said_by, words, exact FROM grounds_by_act "
        "WHERE words IS NOT NULL GROUP BY ALL HAVING count(*) > 1",
        "FROM grounds_by_act WHERE NOT contains(words, exact)",
    ),
    "every open conflict shows its sides, and no settled one": (
        "SELECT conflict_id FROM conflicts_open EXCEPT ALL "
        "SELECT conflict_id FROM conflicts WHERE resolution = 'unresolved'",
        "SELECT conflict_id FROM conflicts WHERE resolution = 'unresolved' EXCEPT ALL "
        "SELECT conflict_id FROM conflicts_open",
    ),
}
"""For each promise, queries for what breaks it."""


@pytest.mark.parametrize("promise", BROKEN)
def test_nothing_that_is_published_breaks(promise: str, db: Con) -> None:
    for query in BROKEN[promise]:
        assert asked(db, query) == []


def test_the_counts_are_the_acts_in_scope_each_once_however_they_are_cut(db: Con) -> None:
    ((total, stated, least),) = db.execute(
        "SELECT n_acts, n_subpoenas, n_at_least FROM counts WHERE what = 'all'"
    ).fetchall()
    cut = "SELECT sum(n_acts) FROM counts GROUP BY what"
    unplaced = (
        "SELECT 1 FROM acts a JOIN jurisdictions j ON a.jurisdiction_id = j.jurisdiction_id "
        "WHERE a.in_scope AND (j.state IS NULL OR coalesce(a.served_earliest, a.issued_earliest, "
        "a.served_latest, a.issued_latest) IS NULL)"
    )

    assert asked(db, unplaced) == []
    assert set(asked(db, cut)) == {total}
    assert asked(db, "SELECT count(*) FROM acts WHERE in_scope") == [total]
    assert stated <= least


def test_the_timeline_tells_each_event_once_and_in_order(db: Con) -> None:
    order = "SELECT coalesce(earliest, latest) FROM timeline"
    known = [day for day in asked(db, order) if day]
    events = asked(db, "SELECT event_id FROM timeline")

    assert known == sorted(known)
    assert Counter(events) == Counter(
        asked(db, "SELECT event_id FROM events WHERE part_of IS NULL")
    )


def test_a_view_of_all_acts_tells_which_are_counted(db: Con) -> None:
    """Whoever counts statuses or reasons counts no other papers by mistake."""
    for view in ("act_history", "grounds_by_act"):
        told = f"SELECT DISTINCT act_id, in_scope FROM {view} WHERE act_id IS NOT NULL"
        known = asked(db, "SELECT act_id, in_scope FROM acts")
        assert set(asked(db, told)) <= set(known)
        assert {in_scope for _, in_scope in asked(db, told)} == {True, False}


def test_a_conflict_has_as_many_sides_as_values_that_cannot_all_be_published(db: Con) -> None:
    """“Connecticut” is no rival of one of its divisions."""
    pieces = asked(
        db,
        "SELECT conflict_id, n_sides, e.stance::VARCHAR, e.value FROM conflicts c JOIN evidence e "
        "USING (table_name, row_id, column_name) WHERE e.derivation <> 'copied' "
        "AND e.stance <> 'bears_on' AND c.kind <> 'wording'",
    )
    sides: dict[tuple[str, int], set[str]] = {}
    for key, n, stance, value in pieces:
        told = value if stance == "contests" else "what is published"
        sides.setdefault((key, n), set()).add(told)
    assert sides
    assert all(n == len(values) for (_, n), values in sides.items())


def test_an_order_on_several_acts_says_where_no_witness_names_the_recipient(db: Con) -> None:
    """A witness may tell of the order, and only a copy to whom it was directed."""
    mark = "'%as to which body it was on%'"
    known = f"SELECT act_id FROM how_known WHERE rests_on LIKE {mark}"
    doubtful = asked(
        db,
        "SELECT act_id FROM acts WHERE in_scope AND NOT is_witnessed AND enforcement_is_witnessed",
    )
    assert {*doubtful} <= {*asked(db, known)}
    told = asked(db, f"SELECT court FROM overview WHERE act IN ({known})")
    assert all("say that it was on this body" in court for court in told)

    if not doubtful:
        pytest.skip("of every order, a witness names the recipients")
    act = doubtful[0]
    (name,) = asked(
        db,
        f"SELECT g.name FROM acts a JOIN agencies g ON g.agency_id = a.recipient_agency_id "
        f"WHERE a.act_id = '{act}'",
    )
    db.execute(
        f"UPDATE evidence SET suffix = ' on {name}' WHERE table_name = 'events' AND row_id = "
        f"(SELECT enforcement_event_id FROM acts WHERE act_id = '{act}') AND stance = 'supports' "
        "AND witness_source_id IN (SELECT source_id FROM sources WHERE is_witness)"
    )
    assert {*doubtful} - {*asked(db, known)} == {act}


def test_a_step_on_several_acts_is_not_doubted_where_a_witness_names_them_all(db: Con) -> None:
    """The prosecutor spoke of five papers, and the agency's release names who got them."""
    assert not asked(
        db,
        "SELECT h.act_id FROM how_known h JOIN acts a USING (act_id) "
        "WHERE a.act_group_id = 'oregon-2020-02-21' AND h.rests_on LIKE '%which body%'",
    )


def test_a_length_of_time_says_what_it_ends_with(db: Con) -> None:
    """The time to a yes or a no is not the time to a word of receipt."""
    results = dict(
        asked(db, "SELECT measured, list(DISTINCT result::VARCHAR) FROM durations GROUP BY ALL")
    )
    assert {*results["sent_to_yes_or_no"]} <= {"agreed", "agreed_in_part", "declined", "unable"}
    assert {*results["sent_to_answer"]} - {*results["sent_to_yes_or_no"]}


def test_people_of_whom_a_witness_tells_with_a_ruling_count_as_witnessed(db: Con) -> None:
    """The order on four counties of Oregon is for nine of the ten people, by a witness."""
    told = "SELECT n_persons FROM events WHERE event_id = 'marion-county-1-order'"
    (n,) = asked(db, told)
    group = "FROM act_groups WHERE act_group_id = 'oregon-2025-four-counties'"
    (whole,) = asked(db, f"SELECT n_persons {group}")
    figure = "FROM counts WHERE what = 'state and year' AND state = 'OR' AND year = 2025"
    (unseen,) = asked(db, f"SELECT n_persons_unwitnessed {figure}")
    assert unseen == whole - n


@every_table
def test_a_table_whose_rows_belong_to_one_thing_or_another_says_where_to_find_both(
    table: type[Row],
) -> None:
    """Whoever joins on one of the two ids loses the other rows in silence."""
    if "one_subject" not in table.checks:
        return
    warned = " ".join(column.warning or "" for column in table.columns())
    assert {view.table for view in VIEWS} & set(re.findall("`([^`]*)`", warned))


def test_a_day_in_a_view_can_be_compared(db: Con) -> None:
    """Beside a day in EDTF stand its first and its last day, and these bound it."""
    for view, day, stem in (
        ("rulings", "day", ""),
        ("timeline", "occurred_edtf", ""),
        ("act_sources", "published_edtf", "published_"),
        ("trace", "published_edtf", "published_"),
    ):
        first, last = f"{stem}earliest", f"{stem}latest"
        outside = f"SELECT 1 FROM {view} WHERE {first} > {last}"
        one = f"regexp_full_match({day}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}')"
        exact = f"SELECT {day}, {first}::VARCHAR, {last}::VARCHAR FROM {view} WHERE {one}"
        unknown = (
            f"SELECT 1 FROM {view} WHERE {day} IS NOT NULL AND {first} IS NULL AND {last} IS NULL"
        )
        assert asked(db, outside) == asked(db, unknown) == []
        days = asked(db, exact)
        assert days
        assert all(a == b == c for a, b, c in days)


@pytest.mark.parametrize("table", [t for t in TABLES if t.says], ids=lambda t: t.table)
def test_a_row_is_witnessed_if_a_witness_gives_each_value_that_says_what_it_says(
    table: type[Row], db: Con
) -> None:
    seen = (
        f"SELECT e.row_id, e.column_name FROM evidence e JOIN sources s ON e.witness_source_id = "
        f"s.source_id WHERE e.table_name = {literal(table.table)} AND e.stance = 'supports' "
        "AND s.is_witness"
    )
    each = " AND ".join(
        f"({name} IS NULL OR ({table.key}, {literal(name)}) IN ({seen}))" for name in table.says
    )

    assert asked(db, f"SELECT {table.key} FROM {table.table} WHERE is_witnessed <> ({each})") == []


@pytest.mark.parametrize(
    ("row", "column", "only"),
    [
        ("denver-1-accusation-violent-crime", "offense", "words of a broader code"),
        ("connecticut-1-b-conviction-burglary", "kind", "the name of whoever is said to say so"),
    ],
)
def test_other_words_of_a_witness_make_no_witness(
    row: str, column: str, only: str, db: Con
) -> None:
    told = f"FROM claim_support WHERE row_id = {literal(row)} AND column_name = {literal(column)}"

    assert asked(
        db, f"SELECT is_witnessed FROM case_facts WHERE case_fact_id = {literal(row)}"
    ) == [False]
    assert asked(db, f"SELECT n_independent_sources {told}") == [0], only


def test_the_trace_view_gives_the_words_of_every_piece_of_evidence(
    db: Con, published: Path
) -> None:
    held = {e["evidence_id"]: e for e in names.read(published, TABLE["evidence"]).to_pylist()}
    found = db.execute("SELECT evidence_id, exact, passage, stance FROM trace").fetchall()

    assert len(found) == len(held)
    for evidence_id, exact, passage, stance in found:
        assert exact == held[evidence_id]["exact"]
        assert stance == held[evidence_id]["stance"]
        assert exact is None or exact.strip() in passage

    untold = "FROM trace t SEMI JOIN events e ON t.row_id = e.event_id AND t.table_name = 'events'"
    untold += " WHERE column_name IN ('kind', 'decides') AND stance = 'supports' AND value IS NULL"
    assert db.execute(untold).fetchall() == []


def test_acts_without_a_day_make_no_second_row_of_all_years(published: Path) -> None:
    """They count in the rows of all years alone, and there each once."""
    with closing(data.opened(published)) as con:
        days = ", ".join(
            f"{stem}_{end} = NULL"
            for stem in ("served", "issued")
            for end in ("earliest", "latest")
        )
        con.execute(f"UPDATE acts SET {days} WHERE jurisdiction_id LIKE 'us-co%'")
        alike = "SELECT year, state, jurisdiction_id FROM counts GROUP BY ALL HAVING count(*) > 1"
        cut = "SELECT sum(n_acts) FROM counts WHERE contains(what, 'year') = {} GROUP BY what"
        unsaid = "FROM counts WHERE contains(what, 'year') = (year IS NULL)"

        assert asked(con, alike) == asked(con, unsaid) == []
        (whole,) = set(asked(con, cut.format(False)))
        (dated,) = set(asked(con, cut.format(True)))
        assert dated < whole == asked(con, "SELECT count(*) FROM acts WHERE in_scope")[0]


def test_a_total_of_a_source_counts_where_all_that_it_counts_stands_in_one_row(
    published: Path,
) -> None:
    """Acts of two states that a source counts together keep their own numbers in each state."""
    with closing(data.opened(published)) as con:
        (group,) = asked(con, "SELECT min(act_group_id) FROM act_groups WHERE kind = 'together'")
        first = f"(SELECT min(act_id) FROM acts WHERE act_group_id = '{group}')"
        con.execute(
            f"UPDATE acts SET jurisdiction_id = 'us-az' WHERE act_id = {first}; "
            f"UPDATE act_groups SET n_subpoenas = 90 WHERE act_group_id = '{group}'"
        )
        of = "SELECT max(n_at_least) FROM counts WHERE"

        assert asked(con, f"{of} state IS NOT NULL")[0] < 90
        assert asked(con, f"{of} state IS NULL")[0] > 90


def test_papers_are_sent_before_anything_else_happens_on_a_day(published: Path) -> None:
    with closing(data.opened(published)) as con:
        con.execute("UPDATE events SET occurred_earliest = DATE '2020-02-02'")
        is_sent = asked(con, "SELECT kind IN ('issued', 'served') FROM timeline")
        assert is_sent == sorted(is_sent, reverse=True)
        assert len(set(is_sent)) > 1


def test_what_a_reader_inferred_has_one_number_even_beside_words_that_give_less(db: Con) -> None:
    """`claim_support` marks the cells that `proof_counts` counts, and `how_known` follows them."""
    marked = (
        "SELECT count(*) FROM claim_support LEFT JOIN dictionary d USING (table_name, column_name) "
        "WHERE is_inferred AND coalesce(d.role, 'claim') = 'claim'"
    )
    counted = "SELECT n_inferred FROM proof_counts WHERE table_name = '(all)'"
    parts = "SELECT n_refound + n_quoted + n_inferred - n_values FROM proof_counts"
    beside = (
        "SELECT c.is_inferred FROM claim_support c JOIN evidence e USING (table_name, row_id, "
        "column_name) WHERE e.stance IN ('supports', 'broader') GROUP BY ALL "
        "HAVING bool_or(e.stance = 'broader' AND e.derivation <> 'inference') "
        "AND bool_and(e.derivation = 'inference') FILTER (e.stance = 'supports')"
    )

    assert asked(db, marked) == asked(db, counted)
    assert set(asked(db, parts)) == {0}
    assert set(asked(db, beside)) == {True}


def test_everybody_asked_about_has_an_act_or_the_acts_that_ask_together(
    db: Con,
) -> None:
    """Facts of joint people, and offenses that only parts of a fact name, are not lost."""
    of_none = (
        "SELECT case_fact_id FROM distinct_case_facts f JOIN individuals_referenced i "
        "USING (individual_id) WHERE i.role = 'subpoena_subject' "
        "AND (f.act_id IS NULL) = (f.act_group_id IS NULL)"
    )
    joint = "SELECT count(*) FROM distinct_case_facts WHERE act_group_id IS NOT NULL"
    lost = (
        "WITH RECURSIVE above AS (SELECT case_fact_id, offense, part_of, case_fact_id AS whole "
        "FROM case_facts UNION ALL SELECT a.case_fact_id, a.offense, f.part_of, f.case_fact_id "
        "FROM above a JOIN case_facts f ON a.part_of = f.case_fact_id) "
        "SELECT a.case_fact_id FROM above a JOIN distinct_case_facts d ON a.whole = d.case_fact_id "
        "WHERE a.part_of IS NULL AND NOT list_contains(string_split(d.offenses, '; '), "
        "a.offense::VARCHAR)"
    )

    assert asked(db, of_none) == []
    assert asked(db, joint)[0] > 0
    assert asked(db, lost) == []


def test_what_is_said_of_the_newest_page_covers_pages_without_a_day(
    db: Con,
) -> None:
    """A page without a day is counted, and what it tells of a later month is said."""
    silent = (
        "SELECT e.evidence_id FROM evidence e JOIN sources s USING (source_id), how_recent h "
        "WHERE s.published_latest IS NULL AND e.table_name = 'acts' AND e.derivation = 'date' "
        "AND e.row_id IN (SELECT act_id FROM acts WHERE in_scope) "
        "AND e.value > coalesce(h.newest_told || '-99', h.newest_dated::VARCHAR) "
        "AND regexp_matches(e.value, '^[0-9]{4}-[0-9]{2}')"
    )
    dated = "SELECT n_pages - n_without_day FROM how_recent WHERE contains(in_words, 'no day')"

    assert asked(db, silent) == []
    assert asked(db, dated)[0] > 0


@pytest.mark.parametrize(
    "both",
    [
        ("authority_claimed", "authority_denied"),
        ("duty_to_comply", "no_duty"),
        ("state_or_local_law_forbids", "law_allows"),
        ("criminal_investigation", "no_criminal_investigation"),
        ("laws_conflict", "laws_agree"),
    ],
)
def test_a_reason_and_its_contrary_both_have_a_code(both: tuple[str, str], db: Con) -> None:
    """A tally by code shows the case of either side, and neither side's is left to `other`."""
    used = set(asked(db, "SELECT ground::VARCHAR FROM grounds"))

    assert set(both) <= used


def test_a_column_that_is_empty_in_every_row_says_what_a_null_means(db: Con) -> None:
    silent = []
    declared: list[Any] = [*TABLES, *VIEWS]
    for shown in declared:
        described = {column.name: column.description for column in shown.columns()}
        counts = ", ".join(f"count({quoted(name)})" for name in described)
        (row,) = db.execute(f"SELECT count(*), {counts} FROM {quoted(shown.table)}").fetchall()
        n, *filled = row
        silent += [
            f"{shown.table}.{name}: {text}"
            for (name, text), k in zip(described.items(), filled, strict=True)
            if n and not k and "null" not in text.lower()
        ]
    assert silent == []


def test_the_dictionary_covers_every_column_of_every_table_and_view(db: Con) -> None:
    """There are no macros: DuckDB could not copy a file that has some."""
    stored = "SELECT table_name, column_name FROM information_schema.columns ORDER BY ALL"
    listed = "SELECT table_name, column_name FROM dictionary ORDER BY ALL"
    macros = "SELECT function_name FROM duckdb_functions() WHERE NOT internal"

    assert asked(db, stored) == asked(db, listed)
    assert asked(db, macros) == []


def test_where_a_matter_stands_now_is_the_end_of_its_history(db: Con) -> None:
    for line, column in (
        ("response", "response_status"),
        ("enforcement", "enforcement_status"),
        ("outcome", "outcome"),
    ):
        last = f"SELECT act_id, status FROM act_history WHERE until IS NULL AND line = '{line}'"
        ends = {act: status for act, status in asked(db, last) if status}
        assert ends == dict(
            asked(db, f"SELECT act_id, {column} FROM acts WHERE {column} IS NOT NULL")
        )


def test_a_status_that_may_never_have_stood_alone_has_no_period(published: Path) -> None:
    """An answer that nothing dates may be older than the review that has a day."""
    with closing(data.opened(published)) as con:
        ((act, first),) = con.execute(
            "SELECT a.act_id, min(v.event_id) FROM acts a JOIN event_acts USING (act_id) "
            "JOIN events v USING (event_id) WHERE a.in_scope AND v.kind = 'response' AND "
            "v.result = 'declined' AND v.part_of IS NULL GROUP BY a.act_id "
            "HAVING count(*) > 1 ORDER BY a.act_id LIMIT 1"
        ).fetchall()
        con.execute(
            "UPDATE events SET result = 'reviewing', occurred_edtf = '2020-09-09', "
            "occurred_earliest = DATE '2020-09-09', occurred_latest = DATE '2020-09-09', "
            "after_event_id = NULL WHERE event_id = ?",
            [first],
        )
        con.execute(
            "UPDATE events SET known_by = NULL, occurred_edtf = NULL, occurred_earliest = NULL, "
            "occurred_latest = NULL, after_event_id = NULL WHERE kind = 'response' AND "
            "event_id <> ? AND event_id IN (SELECT event_id FROM event_acts WHERE act_id = ?)",
            [first, act],
        )
        of_act = f"act_id = {literal(act)}"

        assert asked(
            con, f"SELECT since FROM act_history WHERE line = 'response' AND {of_act}"
        ) == [None]
        of_answer = f"FROM durations WHERE measured = 'sent_to_answer' AND {of_act}"
        assert asked(con, f"SELECT days_least < days_most {of_answer}") == [True]


def test_every_missing_status_has_a_reason_that_the_dictionary_names(db: Con) -> None:
    for table, key in (("acts", "act_id"), ("subpoenas", "subpoena_id")):
        for name in ("response_status", "enforcement_status", "outcome"):
            reasons = asked(
                db,
                f"SELECT DISTINCT b.reason::VARCHAR FROM {table} t JOIN acts a USING (act_id) "
                f"LEFT JOIN absences b ON b.table_name = '{table}' AND b.row_id = t.{key} "
                f"AND b.column_name = '{name}' WHERE a.in_scope AND t.{name} IS NULL",
            )
            warning = TABLE[table].column_map()[name].warning or ""
            assert reasons
            assert all(f"`{reason}`" in warning for reason in reasons)


def test_an_act_has_a_row_for_each_of_its_subpoenas_and_one_without_a_number(db: Con) -> None:
    rows = "SELECT act_id, count(*) FROM subpoenas GROUP BY act_id"
    said = "SELECT act_id, coalesce(n_subpoenas, 1) FROM acts WHERE in_scope"

    assert dict(asked(db, rows)) == dict(asked(db, said))
