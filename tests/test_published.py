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
from forging import Tables, written
from ice_subpoenas import cli, data
from ice_subpoenas.formats import MISSING
from ice_subpoenas.published import names
from ice_subpoenas.release.verify import verify
from ice_subpoenas.row import Row
from ice_subpoenas.sql import literal, quoted
from ice_subpoenas.tables import TABLE, TABLES
from ice_subpoenas.views import VIEWS

pytest_plugins = ["publishing"]
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda t: t.table)


@pytest.fixture(scope="module")
def db(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(ice_subpoenas.connect(published)) as con:
        yield con


@pytest.fixture(scope="module")
def held(published: Path) -> Tables:
    """Every published table, as our own package reads it."""
    return names.read_all(published)


@pytest.fixture(scope="module")
def other() -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB without our package, as somebody opens a file with it."""
    with closing(duckdb.connect()) as con:
        yield con


# --- the files --------------------------------------------------------------------------------


def test_every_file_is_listed_with_its_hash(published: Path) -> None:
    listed = names.checksums(published / names.SUMS)
    there = {p.relative_to(published).as_posix() for p in published.rglob("*") if p.is_file()}

    assert set(listed) == there - {names.SUMS}
    assert listed == {name: names.sha256(published / name) for name in listed}


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
def test_parquet_holds_its_rows_once_and_in_the_order_of_their_key(
    table: type[Row], published: Path
) -> None:
    with pq.ParquetFile(names.path_of(published, table)) as file:
        keys = file.read([table.key])[table.key].to_pylist()

    assert keys == sorted(set(keys))


@every_table
def test_four_readers_find_the_same_rows(
    table: type[Row], published: Path, held: Tables, other: duckdb.DuckDBPyConnection
) -> None:
    path = names.path_of(published, table)
    expected = held[table.table].to_pylist()
    by_duckdb = other.sql(f"FROM read_parquet({literal(path)})").to_arrow_table().to_pylist()
    frame = pandas.read_parquet(path, dtype_backend="pyarrow")

    assert pq.read_table(path, partitioning=None).to_pylist() == expected
    assert by_duckdb == expected
    assert polars.read_parquet(path).to_dicts() == expected
    assert pa.Table.from_pandas(frame, preserve_index=False).to_pylist() == expected


@every_table
def test_no_text_would_be_read_as_missing(table: type[Row], held: Tables) -> None:
    found = held[table.table].to_pylist()

    assert [row for row in found if set(MISSING) & {*map(str, row.values())}] == []


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


def test_a_query_on_a_foreign_folder_reaches_no_other_file(
    spare: Path, db: duckdb.DuckDBPyConnection
) -> None:
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
    (spare / names.JOURNAL).write_text("{}", "utf-8")

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


def test_an_overview_that_unpacks_without_end_is_not_loaded(spare: Path) -> None:
    piece = pa.table({"act_id": ["x" * 2**20] * 52})
    with pq.ParquetWriter(spare / "overview.parquet", piece.schema, compression="zstd") as writer:
        for _ in range(5):
            writer.write_table(piece)
    with pytest.raises(ValueError, match="too many to read"):
        ice_subpoenas.load("overview", spare)


def test_a_pipe_among_the_tables_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "quotes").mkdir()
    system.pipe(tmp_path / "quotes" / "a.parquet")

    assert "holds no table" in call(tmp_path, "check", "--tables", str(tmp_path)).err


@pytest.mark.parametrize("content", [b"", b"PAR1", b"x" * 1000])
def test_a_table_that_cannot_be_read_is_one_clear_error(content: bytes, spare: Path) -> None:
    written("tables/quotes.parquet", content)(spare)
    with pytest.raises((ValueError, OSError)):
        ice_subpoenas.load("quotes", spare)


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


def asked(db: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    found = db.execute(sql).fetchall()
    return [row[0] if len(row) == 1 else row for row in found]


def test_every_claim_that_has_a_value_is_supported(db: duckdb.DuckDBPyConnection) -> None:
    odd = "FROM claim_support WHERE n_independent_sources > n_sources OR n_refound > n_pieces"
    bare = "FROM claim_support WHERE n_pieces + n_contesting = 0"
    conflicts = (
        "SELECT count(*) FROM claim_support c JOIN conflicts x USING (table_name, row_id, "
        "column_name) WHERE n_contesting = 0 AND x.kind <> 'wording' AND x.kind <> 'date'"
    )

    assert asked(db, odd) == []
    assert asked(db, f"{bare} AND column_name NOT IN (SELECT stem FROM dictionary)") == []
    assert asked(db, conflicts) == [0]


def test_a_document_without_words_is_not_told_as_quoted(db: duckdb.DuckDBPyConnection) -> None:
    """Of a document that nobody read no words are here; of the others it is said what was read."""
    unclear = (
        "SELECT s.source_id FROM sources s WHERE NOT text_held AND (read_from IS NOT NULL) <> "
        "EXISTS (FROM evidence e WHERE e.source_id = s.source_id)"
    )

    assert asked(db, unclear) == []


def test_sources_that_depend_on_one_another_count_once(db: duckdb.DuckDBPyConnection) -> None:
    apart = (
        "SELECT r.source_id FROM source_relations r JOIN sources a ON r.source_id = a.source_id "
        "JOIN sources b ON r.related_source_id = b.source_id WHERE a.family_id <> b.family_id"
    )

    assert asked(db, apart) == []


def test_the_counts_are_the_acts_in_scope_each_once_however_they_are_cut(
    db: duckdb.DuckDBPyConnection,
) -> None:
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


def test_the_timeline_tells_each_event_once_and_in_order(db: duckdb.DuckDBPyConnection) -> None:
    order = "SELECT coalesce(earliest, latest) FROM timeline"
    known = [day for day in asked(db, order) if day]
    events = asked(db, "SELECT event_id FROM timeline")

    assert known == sorted(known)
    assert Counter(events) == Counter(
        asked(db, "SELECT event_id FROM events WHERE part_of IS NULL")
    )


def test_nothing_is_published_as_later_than_what_followed_it(db: duckdb.DuckDBPyConnection) -> None:
    late = asked(
        db,
        "SELECT f.event_id FROM events v JOIN events f ON v.after_event_id = f.event_id "
        "WHERE f.occurred_latest > v.occurred_latest OR v.occurred_earliest < f.occurred_earliest",
    )

    assert late == []


def test_what_a_court_was_asked_is_not_left_open_after_its_ruling(
    db: duckdb.DuckDBPyConnection,
) -> None:
    left_open = (
        "SELECT a.event_id FROM events o JOIN events a ON o.after_event_id = a.event_id "
        "WHERE o.kind = 'order' AND o.occurred_latest IS NOT NULL AND a.occurred_latest IS NULL"
    )

    assert asked(db, left_open) == []


def test_a_view_of_all_acts_tells_which_are_counted(db: duckdb.DuckDBPyConnection) -> None:
    """Whoever counts statuses or reasons counts no other papers by mistake."""
    for view in ("act_history", "grounds_by_act"):
        told = f"SELECT DISTINCT act_id, in_scope FROM {view} WHERE act_id IS NOT NULL"
        known = asked(db, "SELECT act_id, in_scope FROM acts")
        assert set(asked(db, told)) <= set(known)
        assert {in_scope for _, in_scope in asked(db, told)} == {True, False}


def test_a_conflict_has_as_many_sides_as_values_that_cannot_all_be_published(
    db: duckdb.DuckDBPyConnection,
) -> None:
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


def test_a_status_of_the_past_ends_where_the_act_stands(db: duckdb.DuckDBPyConnection) -> None:
    """What was said of one subpoena does not begin what is said of the act."""
    wrong = asked(
        db,
        "SELECT h.act_id, h.line FROM act_history h JOIN acts a USING (act_id) JOIN event_acts ea "
        "ON ea.act_id = a.act_id AND ea.event_id = CASE h.line WHEN 'response' THEN "
        "a.response_event_id WHEN 'enforcement' THEN a.enforcement_event_id ELSE "
        "a.outcome_event_id END WHERE until IS NULL AND since IS NOT NULL AND h.n_subpoenas IS "
        "DISTINCT FROM CASE WHEN ea.n_subpoenas < a.n_subpoenas THEN ea.n_subpoenas END",
    )
    assert wrong == []


def test_a_length_of_time_says_what_it_ends_with(db: duckdb.DuckDBPyConnection) -> None:
    """The time to a yes or a no is not the time to a word of receipt."""
    results = dict(
        asked(db, "SELECT measured, list(DISTINCT result::VARCHAR) FROM durations GROUP BY ALL")
    )
    assert {*results["sent_to_yes_or_no"]} <= {"agreed", "agreed_in_part", "declined", "unable"}
    assert {*results["sent_to_answer"]} - {*results["sent_to_yes_or_no"]}


def test_the_days_and_the_result_of_a_length_of_time_are_those_of_one_event(
    db: duckdb.DuckDBPyConnection,
) -> None:
    wrong = asked(
        db,
        "SELECT d.* FROM durations d JOIN events v ON d.to_event_id = v.event_id "
        "JOIN acts a ON d.act_id = a.act_id WHERE d.from_event IN ('served', 'issued') "
        "AND d.result IS DISTINCT FROM v.result OR d.days_most <> date_diff('day', "
        "CASE d.from_event WHEN 'served' THEN a.served_earliest WHEN 'issued' "
        "THEN a.issued_earliest END, v.occurred_latest)",
    )
    assert wrong == []


def test_people_of_whom_a_witness_tells_with_a_ruling_count_as_witnessed(
    db: duckdb.DuckDBPyConnection,
) -> None:
    """The order on four counties of Oregon is for nine of the ten people, by a witness."""
    told = "SELECT n_persons FROM events WHERE event_id = 'marion-county-1-order'"
    (n,) = asked(db, told)
    group = "FROM act_groups WHERE act_group_id = 'oregon-2025-four-counties'"
    (whole,) = asked(db, f"SELECT n_persons {group}")
    figure = "FROM counts WHERE what = 'state and year' AND state = 'OR' AND year = 2025"
    (unseen,) = asked(db, f"SELECT n_persons_unwitnessed {figure}")
    assert unseen == whole - n


def test_a_ruling_says_what_it_makes_of_its_acts(db: duckdb.DuckDBPyConnection) -> None:
    told = asked(
        db,
        "SELECT r.status_of_acts, a.enforcement_status::VARCHAR FROM acts a JOIN rulings r "
        "ON a.enforcement_event_id = r.event_id WHERE a.in_scope",
    )
    assert told
    assert all(status == of_act for status, of_act in told)


@every_table
def test_a_table_whose_rows_belong_to_one_thing_or_another_says_where_to_find_both(
    table: type[Row],
) -> None:
    """Whoever joins on one of the two ids loses the other rows in silence."""
    if "one_subject" not in table.checks:
        return
    warned = " ".join(column.warning or "" for column in table.columns())
    assert {view.table for view in VIEWS} & set(re.findall("`([^`]*)`", warned))


def test_a_day_in_a_view_can_be_compared(db: duckdb.DuckDBPyConnection) -> None:
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


def test_no_status_begins_or_ends_on_the_day_on_which_a_page_was_read(
    db: duckdb.DuckDBPyConnection,
) -> None:
    """A status begins on a day of an event or of a report, or nobody knows when; the one before it
    is then not told as certain for every day that came after."""
    undated = (
        "SELECT h.act_id FROM act_history h LEFT JOIN events v ON h.event_id = v.event_id "
        "WHERE since IS DISTINCT FROM coalesce(v.occurred_latest, v.known_by)"
    )
    endless = (
        "SELECT h.act_id FROM act_history h JOIN act_history n ON h.act_id = n.act_id AND "
        "h.line = n.line WHERE n.since IS NULL AND h.since IS NOT NULL AND (h.until IS NULL OR "
        "h.until > (SELECT max(published_latest) FROM sources))"
    )

    assert asked(db, f"{undated} AND status IS NOT NULL") == []
    assert asked(db, endless) == []


@pytest.mark.parametrize("table", [t for t in TABLES if t.says], ids=lambda t: t.table)
def test_a_row_is_witnessed_if_a_witness_gives_each_value_that_says_what_it_says(
    table: type[Row], db: duckdb.DuckDBPyConnection
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
    row: str, column: str, only: str, db: duckdb.DuckDBPyConnection
) -> None:
    told = f"FROM claim_support WHERE row_id = {literal(row)} AND column_name = {literal(column)}"

    assert asked(
        db, f"SELECT is_witnessed FROM case_facts WHERE case_fact_id = {literal(row)}"
    ) == [False]
    assert asked(db, f"SELECT n_independent_sources {told}") == [0], only


def test_the_trace_view_gives_the_words_of_every_piece_of_evidence(
    db: duckdb.DuckDBPyConnection, published: Path
) -> None:
    held = {e["evidence_id"]: e for e in names.read(published, TABLE["evidence"]).to_pylist()}
    found = db.execute("SELECT evidence_id, exact, passage, stance FROM trace").fetchall()

    assert len(found) == len(held)
    for evidence_id, exact, passage, stance in found:
        assert exact == held[evidence_id]["exact"]
        assert stance == held[evidence_id]["stance"]
        assert exact is None or exact.strip() in passage


def test_an_open_conflict_shows_its_sides_and_a_settled_one_is_not_among_them(
    db: duckdb.DuckDBPyConnection,
) -> None:
    shown = asked(db, "SELECT conflict_id FROM conflicts_open ORDER BY ALL")

    assert shown == asked(
        db, "SELECT conflict_id FROM conflicts WHERE resolution = 'unresolved' ORDER BY ALL"
    )


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


def test_a_value_that_rests_on_broader_words_alone_is_supported(
    db: duckdb.DuckDBPyConnection,
) -> None:
    alone = (
        "SELECT table_name, row_id, column_name FROM evidence GROUP BY ALL "
        "HAVING bool_or(stance = 'broader') AND NOT bool_or(stance = 'supports')"
    )
    told = "SELECT table_name, row_id, column_name FROM claim_support WHERE n_pieces > 0"

    assert set(asked(db, alone)) <= set(asked(db, told))
    assert asked(db, "FROM claim_support WHERE n_broader > n_pieces") == []


def test_papers_are_sent_before_anything_else_happens_on_a_day(published: Path) -> None:
    with closing(data.opened(published)) as con:
        con.execute("UPDATE events SET occurred_earliest = DATE '2020-02-02'")
        is_sent = asked(con, "SELECT kind IN ('issued', 'served') FROM timeline")
        assert is_sent == sorted(is_sent, reverse=True)
        assert len(set(is_sent)) > 1


def test_a_ruling_says_whom_it_binds_if_that_is_not_the_recipient(
    db: duckdb.DuckDBPyConnection,
) -> None:
    in_part = (
        "SELECT enforcement_event_id FROM acts JOIN events ON enforcement_event_id = event_id "
        "WHERE in_scope AND binds_agency_id <> recipient_agency_id"
    )
    told = asked(db, "SELECT event_id FROM rulings WHERE directed_at IS NOT NULL")

    assert set(asked(db, in_part)) <= set(told)
    assert told


def test_what_a_reader_inferred_has_one_number_even_beside_words_that_give_less(
    db: duckdb.DuckDBPyConnection,
) -> None:
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


def test_a_sum_over_facts_of_people_counts_each_happening_once(
    db: duckdb.DuckDBPyConnection,
) -> None:
    """One arrest on three offenses is one arrest, and part of a group is not added to the whole."""
    twice = (
        "SELECT individual_id, kind, matter_id FROM distinct_case_facts d "
        "JOIN individuals_referenced i USING (individual_id) WHERE matter_id IS NOT NULL "
        "GROUP BY ALL HAVING sum(n_counted) > coalesce(any_value(n_persons), 1)"
    )
    beside_all = (
        "SELECT individual_id, kind FROM distinct_case_facts d "
        "JOIN individuals_referenced i USING (individual_id) WHERE n_persons > 1 "
        "GROUP BY ALL HAVING max(n_people) = any_value(n_persons) "
        "AND sum(n_counted) > max(n_people)"
    )
    pairs = (
        "SELECT m.may_be_same_id FROM may_be_same m "
        "JOIN distinct_case_facts a ON m.row_id = a.case_fact_id "
        "JOIN distinct_case_facts b ON m.other_row_id = b.case_fact_id "
        "WHERE a.kind = b.kind AND a.n_counted > 0 AND b.n_counted > 0"
    )

    assert asked(db, twice) == []
    assert asked(db, beside_all) == []
    assert asked(db, pairs) == []


def test_a_column_that_is_empty_in_every_row_says_what_a_null_means(
    db: duckdb.DuckDBPyConnection,
) -> None:
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


def test_the_dictionary_covers_every_column_of_every_table_and_view(
    db: duckdb.DuckDBPyConnection,
) -> None:
    """There are no macros: DuckDB could not copy a file that has some."""
    stored = "SELECT table_name, column_name FROM information_schema.columns ORDER BY ALL"
    listed = "SELECT table_name, column_name FROM dictionary ORDER BY ALL"
    macros = "SELECT function_name FROM duckdb_functions() WHERE NOT internal"

    assert asked(db, stored) == asked(db, listed)
    assert asked(db, macros) == []


def test_where_a_matter_stands_now_is_the_end_of_its_history(
    db: duckdb.DuckDBPyConnection,
) -> None:
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
        told = "FROM act_history WHERE line = 'response' AND act_id = ?"

        assert con.execute(f"SELECT since {told}", [act]).fetchall() == [(None,)]
        ((least, most),) = con.execute(
            "SELECT days_least, days_most FROM durations WHERE measured = 'sent_to_answer' "
            "AND act_id = ?",
            [act],
        ).fetchall()
        assert least < most


def test_every_missing_status_has_a_reason_that_the_dictionary_names(
    db: duckdb.DuckDBPyConnection,
) -> None:
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


def test_an_act_has_a_row_for_each_of_its_subpoenas_and_one_without_a_number(
    db: duckdb.DuckDBPyConnection,
) -> None:
    rows = "SELECT act_id, count(*) FROM subpoenas GROUP BY act_id"
    said = "SELECT act_id, coalesce(n_subpoenas, 1) FROM acts WHERE in_scope"

    assert dict(asked(db, rows)) == dict(asked(db, said))


def test_no_two_reasons_of_an_act_look_alike(db: duckdb.DuckDBPyConnection) -> None:
    alike = (
        "SELECT act_id, ground, said_by, words, exact FROM grounds_by_act WHERE words IS NOT NULL "
        "GROUP BY ALL HAVING count(*) > 1"
    )

    assert asked(db, alike) == []
    assert asked(db, "FROM grounds_by_act WHERE NOT contains(words, exact)") == []
