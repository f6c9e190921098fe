"""Any cell leads back to its words, and a wrong question to the nearest right one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from asking import TELLERS, in_memory
from forging import Row, Tables, rows
from ice_subpoenas import cli, data, sql
from ice_subpoenas.plain import HIDDEN
from ice_subpoenas.prose.order import ordered
from ice_subpoenas.published import counted, names
from ice_subpoenas.published.overview import OVERVIEW
from ice_subpoenas.sql import memory, quoted
from ice_subpoenas.tables import TABLE
from ice_subpoenas.tracing.ask import trace
from ice_subpoenas.tracing.lines import as_text
from ice_subpoenas.views import VIEWS
from ice_subpoenas.vocabularies import Resolution

pytest_plugins = ["publishing"]
ROOT = Path(__file__).parents[1]
Found = dict[str, Any]


@pytest.fixture(scope="module")
def con(published: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published tables, with the rows of every view at hand: views take long to plan."""
    with in_memory(published) as opened:
        for name in (quoted(view.table) for view in VIEWS):
            opened.execute(f"CREATE TABLE held AS FROM {name}")
            opened.execute(f"DROP VIEW {name}")
            opened.execute(f"ALTER TABLE held RENAME TO {name}")
        yield opened


@pytest.fixture(autouse=True)
def _opened_once(
    request: pytest.FixtureRequest, con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every trace asks one connection, except where a test names a folder of its own."""
    if "spare" not in request.fixturenames:
        monkeypatch.setattr(data, "uncommented", lambda _=None: con.cursor())


def piece(tables: Tables, wanted: Callable[[Row], Any]) -> Row:
    """A piece of evidence of the kind that is asked for."""
    return next(row for row in rows(tables, "evidence") if wanted(row))


def cell(row: Row) -> list[str]:
    return [row["table_name"], row["row_id"], row["column_name"]]


def flat(text: str) -> str:
    """Printed text without its line breaks and indents."""
    return re.sub(r"\s*\n\s*(\| )?", " ", text)


def is_plain(row: Row) -> bool:
    is_number = row["derivation"] == "number_word" and row["stance"] == "supports"
    return bool(is_number and row["is_refound"])


def test_a_trace_shows_value_words_source_derivation_and_where_it_is_written(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    held = piece(tables, is_plain)
    assert cli.main(["trace", *cell(held)]) == 0

    printed = flat(capsys.readouterr().out)
    for part in (
        f" = {held['value']}",
        f"[{held['exact']}]",
        f"gives this value: {held['source_id']}",
        f"read as {held['value']}: the words contain the number",
        f"written in datasets/reviewed/{held['reviewed_file']}:",
    ):
        assert part in printed


def test_in_a_checkout_the_whole_sentence_stands_around_the_words(tables: Tables) -> None:
    held = piece(tables, is_plain)
    found = trace(*cell(held))
    own = next(p for p in found["evidence"] if p["evidence_id"] == held["evidence_id"])
    source = next(r for r in rows(tables, "sources") if r["source_id"] == held["source_id"])
    text = (Path(__file__).parents[1] / source["text_file"]).read_bytes().decode()

    assert f"{own['before']}{own['exact']}{own['after']}" in text
    assert len(own["before"] + own["after"]) >= len(
        (held["prefix"] or "").lstrip("\n") + (held["suffix"] or "").rstrip("\n")
    ) or "\n" in (held["prefix"] or "") + (held["suffix"] or "")


def test_outside_a_checkout_only_prefix_and_suffix_stand_around_them(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ice_subpoenas.tracing.words._held_text", lambda _: None)
    held = piece(tables, is_plain)
    for own in trace(*cell(held))["evidence"]:
        if own["is_refound"]:
            assert len(own["before"]) <= 33
            assert len(own["after"]) <= 33


def test_a_copied_cell_leads_to_its_act(tables: Tables) -> None:
    copied = piece(tables, lambda r: r["derivation"] == "copied" and r["table_name"] == "subpoenas")
    act = next(
        r["act_id"] for r in rows(tables, "subpoenas") if r["subpoena_id"] == copied["row_id"]
    )
    found = trace(*cell(copied))
    through = [p["via"] for p in found["evidence"] if p["derivation"] == "copied"]

    assert {(via["table_name"], via["row_id"]) for via in through} == {("acts", act)}
    assert f"copied from acts {act} {copied['column_name']}" in flat(as_text(found))


def test_a_column_and_its_stem_are_the_same_cell(tables: Tables) -> None:
    row = next(r for r in rows(tables, "acts") if r["served_edtf"])
    by_column = trace("acts", row["act_id"], "served_earliest")

    assert by_column == trace("acts", row["act_id"], "served")


def test_an_inference_is_shown_with_its_reasoning(tables: Tables) -> None:
    inferred = piece(tables, lambda r: r["derivation"] == "inference" and r["stance"] == "supports")
    text = flat(as_text(trace(*cell(inferred))))

    assert f"because: {' '.join(inferred['reason'].split())}" in text


def test_rivals_and_the_ruling_are_shown(tables: Tables) -> None:
    contested = {tuple(cell(r)) for r in rows(tables, "evidence") if r["stance"] == "contests"}
    conflict = next(
        r
        for r in rows(tables, "conflicts")
        if r["kind"] != "wording"
        and tuple(cell(r)) in contested
        and r["resolution"] != "unresolved"
    )
    text = flat(as_text(trace(*cell(conflict))))

    assert "GIVES ANOTHER VALUE: " in text
    rule = next(r for r in Resolution if r == conflict["resolution"]).definition.rstrip(".")
    assert f"published is {rule[:1].lower()}{rule[1:]}" in text
    assert " ".join(conflict["reason"].split()) in text


def test_a_null_shows_its_reason_and_the_search(tables: Tables) -> None:
    absent = next(r for r in rows(tables, "absences") if r["search_id"])
    text = as_text(trace(*cell(absent)))

    assert f"no value: {absent['reason']}, search {absent['search_id']}" in text


def test_a_null_without_a_reason_is_not_said_to_be_unsearched(
    con: duckdb.DuckDBPyConnection,
) -> None:
    """Nobody wrote a reason down; whether somebody looked is not known."""
    query = (
        "SELECT event_id FROM events WHERE occurred_edtf IS NULL AND event_id NOT IN "
        "(SELECT row_id FROM absences WHERE table_name = 'events' AND column_name = 'occurred')"
    )
    (event, *_) = (row[0] for row in con.execute(f"{query} ORDER BY event_id").fetchall())
    assert "no value: no reason is written down" in as_text(trace("events", event, "occurred"))


def test_a_value_that_needs_no_words_says_so(tables: Tables) -> None:
    act = rows(tables, "acts")[0]["act_id"]

    assert "It is computed from other columns" in as_text(trace("acts", act, "tier"))
    assert "It names the row" in as_text(trace("acts", act, "act_id"))
    assert "It is our own classification" in as_text(trace("acts", act, "reason"))


def test_an_empty_cell_that_would_be_computed_is_not_said_to_be(
    con: duckdb.DuckDBPyConnection,
) -> None:
    query = "SELECT act_id FROM acts WHERE in_scope AND enforcement_status IS NULL"
    for (act,) in con.execute(f"{query} ORDER BY act_id LIMIT 3").fetchall():
        text = as_text(trace(act, "court"))
        assert "no value: " in text
        assert "computed" not in text


def test_the_trace_of_a_ruling_says_as_the_view_does_that_only_copies_tell_when(
    con: duckdb.DuckDBPyConnection,
) -> None:
    query = "SELECT event_id, coalesce(contains(doubts, 'tell when'), false) FROM rulings"
    found = dict(con.execute(f"{query} WHERE is_witnessed AND day IS NOT NULL").fetchall())
    assert set(found.values()) == {False, True}
    for event, is_unseen in found.items():
        text = flat(as_text(trace(event, "occurred")))
        assert bool(re.search(f"; only {TELLERS} tell when", text)) == is_unseen


def test_an_id_alone_finds_its_row_and_shows_each_cell_with_its_best_words(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    act = rows(tables, "acts")[0]
    assert cli.main(["trace", act["act_id"]]) == 0
    printed = flat(capsys.readouterr().out)

    assert printed.startswith(f"acts {act['act_id']} ")
    for column in ("recipient_agency_id", "n_subpoenas", "instrument"):
        assert re.search(rf"\b{column} +({re.escape(str(act[column]))}|\(none: )", printed)
    assert "All words of a cell: `ice-subpoenas trace acts" in printed


def test_json_holds_the_same_evidence(tables: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    held = piece(tables, is_plain)
    cli.main(["trace", *cell(held), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    same = [r for r in rows(tables, "evidence") if cell(r) == cell(held)]

    assert sorted(p["evidence_id"] for p in found["evidence"]) == sorted(
        r["evidence_id"] for r in same
    )
    assert str(held["value"]) in [str(value) for value in found["values"].values()]


@pytest.mark.parametrize("by", ["government", "state"])
def test_a_government_or_a_state_in_place_of_an_act_gets_its_acts(
    by: str, con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    places = con.execute(f"SELECT {by}, list(act) FROM overview GROUP BY ALL").fetchall()
    for place, acts in places:
        assert cli.main(["trace", place.replace(" ", "-"), "answer"]) == 1
        near = capsys.readouterr().err.split("did you mean")[1]
        assert all(f"'{act}'" in near for act in acts)


@cache
def reasons_of(act: str) -> list[Found]:
    """The reasons on an act, as its trace lists them; several tests read those of every act."""
    found: list[Found] = trace(act, "reasons")["reasons"]
    return found


def test_no_reason_has_a_speaker_whom_its_own_row_does_not_name(tables: Tables) -> None:
    unnamed = {
        row["ground_id"]
        for row in rows(tables, "grounds")
        if row["event_id"] and not (row["said_by_individual_id"] or row["said_by_agency_id"])
    }
    events = {row["event_id"]: row for row in rows(tables, "events")}
    of = {row["ground_id"]: row["event_id"] for row in rows(tables, "grounds")}
    acts = {
        row["act_id"]
        for key in unnamed
        for row in rows(tables, "event_acts")
        if row["event_id"] == of[key]
    }
    found = [r for act in sorted(acts) for r in reasons_of(act) if r["ground_id"] in unnamed]

    assert any(events[of[each["ground_id"]]]["actor_agency_id"] for each in found)
    assert not any(each["who"] for each in found)


def test_what_a_court_made_of_a_reason_is_marked_where_no_witness_says_so(
    tables: Tables, con: duckdb.DuckDBPyConnection
) -> None:
    witness = {row["source_id"]: row["is_witness"] for row in rows(tables, "sources")}
    sure = {
        row["row_id"]
        for row in rows(tables, "evidence")
        if (row["table_name"], row["column_name"]) == ("grounds", "held")
        and row["stance"] in ("supports", "broader")
        and witness[row["witness_source_id"]]
    }
    held = con.execute("SELECT act_id, ground_id FROM grounds_by_act WHERE held IS NOT NULL")
    pairs = held.fetchall()
    for act, key in pairs:
        means = next(each["held_means"] for each in reasons_of(act) if each["ground_id"] == key)
        assert bool(re.search(f"only {TELLERS} say so", means)) == (key not in sure)
    assert {key in sure for _, key in pairs} == {True, False}


def test_a_wrong_name_gets_the_nearest(tables: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    act = rows(tables, "acts")[0]["act_id"]
    for words, near in (
        (["act", act, "n_subpoenas"], "did you mean 'acts'?"),
        (["acts", f"{act}-x", "n_subpoenas"], f"did you mean '{act}'?"),
        (["acts", act, "n_subpoena"], "did you mean 'n_subpoenas'?"),
        ([f"{act}-x"], "there is no row"),
        (["acts"], "is a table; name a row of it too"),
    ):
        assert cli.main(["trace", *words]) == 1
        said = capsys.readouterr().err
        assert near in said
        assert len(said.splitlines()) == 1


# --- nothing from the data moves the cursor ---------------------------------------------------

ODD = "\x1b]0;owned\x07\x1b[2J\u202eevil\u200b\x9b\u2028\u00ad"
KEPT = {"stance", "role", "kind", "derivation", "resolution", "table", "column"}


def spoilt(found: Any, name: str = "") -> Any:
    """A trace in which every text ends with hidden characters and terminal escapes."""
    if isinstance(found, dict):
        return {key: spoilt(value, key) for key, value in found.items()}
    if isinstance(found, list):
        return [spoilt(each, name) for each in found]
    return f"{found}{ODD}" if isinstance(found, str) and name not in KEPT else found


def test_no_character_of_any_text_reaches_the_terminal_as_it_is(tables: Tables) -> None:
    conflict = next(r for r in rows(tables, "conflicts") if r["kind"] != "wording")
    inferred = piece(tables, lambda r: r["derivation"] == "inference")
    absent = next(r for r in rows(tables, "absences") if r["search_id"])
    whole = trace("acts", rows(tables, "acts")[0]["act_id"])
    for found in (*(trace(*cell(r)) for r in (conflict, inferred, absent)), whole):
        text = as_text(spoilt(found))
        assert HIDDEN.sub("", text.replace("\n", "")) == text.replace("\n", "")
        assert "\u2028" not in text


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_hostile_folder_is_traced_without_harm(
    form: str, spare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = names.path_of(spare, TABLE["evidence"])
    table = pq.read_table(path)
    for column in ("reason", "locator", "exact", "prefix"):
        at = table.schema.get_field_index(column)
        table = table.set_column(at, table.schema.field(column), pa.array([ODD] * len(table)))
    pq.write_table(table, path)
    row = table.to_pylist()[0]
    code = cli.main(["trace", *cell(row), "--data", str(spare), "--format", form])
    said = capsys.readouterr().out

    assert code == 0
    assert "evil" in said
    assert HIDDEN.search(said) is None


def test_tables_that_cannot_be_asked_are_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(data, "uncommented", lambda _: memory())

    assert cli.main(["trace", "denver-1", "reasons"]) == 1
    assert "the tables cannot be asked: Catalog Error" in capsys.readouterr().err


def test_words_are_underlined_on_a_terminal_only(tables: Tables) -> None:
    found = trace(*cell(piece(tables, is_plain)))

    assert "\x1b[1;4m" in as_text(found, color=True)
    assert "\x1b" not in as_text(found)


def test_the_words_are_marked_whatever_brackets_stand_in_the_passage(tables: Tables) -> None:
    found = trace(*cell(piece(tables, is_plain)))
    passage = {"before": "said [they] ", "exact": "sent [four] papers", "after": " [sic]"}
    found["evidence"][0] |= passage

    assert "said [they] \x1b[1;4msent [four] papers\x1b[0m [sic]" in as_text(found, color=True)
    assert "said [they] [sent [four] papers] [sic]" in as_text(found)


def test_a_bound_of_a_day_that_no_words_give_is_told_as_a_rule(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    given: dict[str, list[str]] = {}
    for row in rows(tables, "evidence"):
        if row["table_name"] == "events" and row["column_name"] == "occurred":
            given.setdefault(row["row_id"], []).append(row["value"])
    cut = next(
        row
        for row in rows(tables, "events")
        if row["occurred_earliest"]
        and all(value.startswith("[..") for value in given.get(row["event_id"], ["no words"]))
    )
    assert cli.main(["trace", "events", cut["event_id"], "occurred"]) == 0
    printed = flat(capsys.readouterr().out)
    assert "the order of events narrows it: " in printed
    assert f"not before {cut['occurred_earliest']}, the first possible day" in printed
    assert "occurred_basis" not in printed


def test_a_day_that_words_give_names_no_rule(tables: Tables) -> None:
    stated = piece(
        tables,
        lambda r: r["column_name"] == "occurred" and r["stance"] == "supports",
    )
    assert not any(trace(*cell(stated))["cut"].values())


# --- the names of the overview ----------------------------------------------------------------


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.main(["trace", *words]) == 0
    return flat(capsys.readouterr().out)


@pytest.mark.parametrize("column", [column.name for column in OVERVIEW.columns()])
def test_every_column_of_the_first_file_leads_to_its_words_by_its_own_name(
    column: str, tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    act = next(r["act_id"] for r in rows(tables, "acts") if r["in_scope"] and r["outcome"])
    assert re.match(rf"(overview|acts) {act} ", told(capsys, act, column))


def _is_of(table: str, column: str, row: Row) -> bool:
    return bool(row["table_name"] == table and row["column_name"] == column)


def test_a_value_of_the_first_file_stands_above_the_words_that_give_it(
    tables: Tables, con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    for table, column, shown in (
        ("acts", "n_subpoenas", "subpoenas"),
        ("acts", "n_persons", "persons"),
        ("information_sought", "kind", "asked_for"),
    ):
        held = piece(tables, partial(_is_of, table, column))
        act = con.execute(
            f"SELECT act_id FROM {table} WHERE {TABLE[table].key} = ?", [held["row_id"]]
        ).fetchall()[0][0]
        assert f"[{held['exact']}]" in told(capsys, "overview", act, shown)


def test_a_status_shows_the_words_of_its_event_at_once(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    act = next(r for r in rows(tables, "acts") if r["in_scope"] and r["response_event_id"])
    words = piece(
        tables,
        lambda r: r["row_id"] == act["response_event_id"] and r["column_name"] == "result",
    )
    for asked in (["answer"], ["response_status"], ["response_as_of"], ["response_event_id"]):
        assert f"[{words['exact']}]" in told(capsys, act["act_id"], *asked)


def _tells(event: str, row: Row, column: str = "kind") -> bool:
    return bool(row["row_id"] == event and row["column_name"] == column)


def test_a_cell_without_a_status_shows_the_words_and_the_address_of_its_event(
    tables: Tables, con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    told_of = con.execute(
        "SELECT t.act_id, t.event_id FROM events_in_overview t JOIN acts USING (act_id) "
        "WHERE column_name = 'answer' AND response_status IS NULL"
    ).fetchall()
    assert told_of
    for act, event in told_of:
        words = piece(tables, partial(_tells, event))
        printed = told(capsys, act, "answer")
        source = next(r for r in rows(tables, "sources") if r["source_id"] == words["source_id"])
        assert f"[{words['exact']}]" in printed
        assert source["url"] in printed


def test_the_words_of_a_value_come_before_what_explains_it(
    tables: Tables, con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    """So do they of a disputed value: its settling is named, and the reason stands below."""
    act, event = con.execute(
        "SELECT act_id, enforcement_event_id FROM acts JOIN conflicts ON table_name = 'events' "
        "AND row_id = enforcement_event_id WHERE in_scope AND column_name = 'result'"
    ).fetchall()[0]
    words = piece(tables, partial(_tells, event, column="result"))
    conflict = next(r for r in rows(tables, "conflicts") if r["row_id"] == event)
    printed = told(capsys, act, "court")
    first = printed.index(f"[{words['exact']}]")
    assert first < printed.index(conflict["reason"][:40])
    assert first < printed.index("`court` is: The last step in court")


def test_a_string_of_edtf_is_told_only_where_its_cell_is_asked(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    act = next(r for r in rows(tables, "acts") if r["in_scope"] and "[" in (r["served_edtf"] or ""))
    assert act["served_edtf"] in told(capsys, "acts", act["act_id"], "served")
    for asked in ([act["act_id"]], [act["act_id"], "day"]):
        assert act["served_edtf"] not in told(capsys, *asked)


def test_an_earlier_contrary_answer_shows_its_words_too(
    tables: Tables, con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    turned = con.execute("SELECT act_id, event_id FROM events_in_overview WHERE is_earlier")
    for act, event in turned.fetchall():
        words = piece(tables, partial(_tells, event, column="result"))
        assert f"[{words['exact']}]" in told(capsys, act, "answer")


def test_a_day_that_no_words_give_is_led_back_to_the_source_that_had_appeared(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    event = next(r for r in rows(tables, "events") if r["known_by"] and r["occurred_edtf"] is None)
    printed = told(capsys, "events", event["event_id"], "occurred")
    found = re.search(r"not later than .*, \d{4}, when a source .* appeared: (s\d+)", printed)
    assert found
    source = next(r for r in rows(tables, "sources") if r["source_id"] == found[1])
    assert source["published_latest"] == event["known_by"]
    words = flat(printed).split(f"appeared: {found[1]}", 1)[1].split("Its words: “", 1)[1]
    pieces = [
        r["exact"]
        for r in rows(tables, "evidence")
        if (r["row_id"], r["source_id"]) == (event["event_id"], found[1])
    ]
    assert any(" ".join(exact.split()) in words for exact in pieces)


def test_a_source_that_dates_an_answer_without_giving_it_says_so(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {
        (r["row_id"], r["source_id"])
        for r in rows(tables, "evidence")
        if r["column_name"] == "result"
    }
    seen = set()
    for event in rows(tables, "events"):
        if event["known_by"] and event["result"] and event["occurred_edtf"] is None:
            printed = flat(told(capsys, "events", event["event_id"], "occurred"))
            found = re.search(r"a source that reports it appeared: (s\d+)", printed)
            assert found
            is_given = (event["event_id"], found[1]) in given
            assert ("they do not say what the answer" in printed) != is_given
            seen.add(is_given)
    assert seen


def test_a_word_too_many_is_told_with_the_question_that_fits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["trace", "denver-1", "answer", "words"]) == 1
    assert "a row and one column are enough: `trace denver-1 answer`" in capsys.readouterr().err


def test_an_address_is_shown_with_who_published_it_and_what_it_gives(
    con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    for act, urls in con.execute("SELECT act, sources FROM overview LIMIT 3").fetchall():
        printed = told(capsys, act, "sources")
        for url in (said.rsplit(": ", 1)[-1] for said in urls.split("; ")):
            assert re.search(rf"{re.escape(url)} s\d+.*? gives (acts|events) ", printed)


# --- lists ------------------------------------------------------------------------------------


def test_the_course_of_an_act_and_the_reasons_of_all_sides_are_listed_with_who_gives_them(
    con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    act = con.execute(
        "SELECT act_id FROM grounds_by_act WHERE in_scope "
        "GROUP BY ALL ORDER BY count(*) DESC, act_id LIMIT 1"
    ).fetchall()[0][0]
    for asked, query in (
        ("events", "SELECT event_id FROM event_acts WHERE act_id = ?"),
        ("reasons", "SELECT ground_id FROM grounds_by_act WHERE act_id = ?"),
    ):
        printed = told(capsys, act, asked)
        keys = [key for (key,) in con.execute(query, [act]).fetchall()]
        assert all(f"`ice-subpoenas trace {key}`" in printed for key in keys)
    speakers = con.execute(
        "SELECT DISTINCT said_by FROM grounds_by_act WHERE act_id = ? AND said_by IS NOT NULL",
        [act],
    ).fetchall()
    assert all(name in printed for (name,) in speakers)
    assert f"`ice-subpoenas trace {act} events`" in told(capsys, act)
    assert f"`ice-subpoenas trace {act} reasons`" in told(capsys, act, "reason")


@pytest.mark.parametrize("asked", [[], ["2025"], ["CO"], ["2025", "co"], ["us-co"]])
def test_a_figure_of_counts_is_told_by_the_acts_and_totals_that_make_it_up(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = trace("counts", *asked)
    acts = [part for part in found["parts"] if part["table_name"] == "acts"]
    assert len(acts) == found["figure"]["n_acts"]
    printed = told(capsys, "counts", *asked)
    for part in found["parts"]:
        assert all(source["publisher"] in printed for source in part["sources"])


def test_the_word_all_beside_a_state_takes_nothing_away() -> None:
    alone, beside = trace("counts", "CO"), trace("counts", "all", "CO")

    assert beside["figure"] == alone["figure"]


@pytest.mark.parametrize("words", ["2025 2026", "CO WA", "all all", "us-co us-wa"])
def test_a_second_year_or_state_is_refused_and_does_not_replace_the_first(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["trace", "counts", *words.split()]) == 1
    assert "takes one year and one state, not" in capsys.readouterr().err


def test_an_id_that_is_like_no_other_is_answered_with_a_way_and_not_with_a_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["trace", "foo"]) == 1
    told = capsys.readouterr().err

    assert "name an act" in told
    assert len(told) < 250


def test_what_counts_has_no_figure_of_says_what_to_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["trace", "counts", "persons"]) == 1
    assert "name a year, a state, or both" in capsys.readouterr().err


def test_what_is_not_known_of_an_act_is_listed_with_where_it_was_looked_for(
    capsys: pytest.CaptureFixture[str], con: duckdb.DuckDBPyConnection
) -> None:
    absent = con.sql(
        "SELECT row_id, search_id FROM absences JOIN acts ON row_id = act_id AND in_scope "
        "WHERE table_name = 'acts' AND column_name = 'outcome' AND search_id IS NOT NULL"
    ).fetchall()
    act, search = absent[0]
    shown = told(capsys, act, "unknown")

    assert shown.index("How it ended") < shown.index(f"(search {search})")
    assert f"`ice-subpoenas trace {act} unknown`" in told(capsys, act)


def test_a_reason_of_several_stands_once_above_its_speakers(
    con: duckdb.DuckDBPyConnection,
) -> None:
    act, side, toward, ground = con.sql(
        "SELECT act_id, side, toward, ground FROM grounds_by_act WHERE toward IS NOT NULL "
        "AND act_id IN (SELECT act FROM overview) GROUP BY ALL HAVING count(*) > 2 ORDER BY ALL"
    ).fetchall()[0]
    found = trace(act, "reasons")
    mine = [
        r
        for r in found["reasons"]
        if (r["side"], r["toward"], r["ground"]) == (side, toward, ground)
    ]
    part = as_text(found).split(f"\n  {side}, toward {toward}\n", 1)[1]
    part = "\n" + re.split(r"\n  \w", part)[0]

    assert part.count(f"\n    {mine[0]['ground_means']}\n") == 1
    assert all(f"`ice-subpoenas trace {reason['ground_id']}`" in part for reason in mine)


def test_no_suggestion_leads_from_the_reasons_of_the_sides_to_our_own(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    act = rows(tables, "acts")[0]["act_id"]
    assert cli.main(["trace", act, "reasn"]) == 1
    assert "did you mean 'reasons'?" in capsys.readouterr().err


def test_a_term_that_differs_by_subpoena_is_told_of_each(
    con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    act, terms = con.execute(
        "SELECT act_id, list(DISTINCT days_to_respond) FROM subpoenas "
        "GROUP BY act_id HAVING count(DISTINCT days_to_respond) > 1"
    ).fetchall()[0]
    printed = told(capsys, act, "days_to_respond")
    assert "not_applicable" not in printed
    assert all(re.search(rf"\b{term} \(\d+\)", printed) for term in terms)


@pytest.mark.parametrize("view", ["trace", "grounds_by_act"])
def test_no_passage_of_a_view_is_cut_within_a_word(
    view: str, con: duckdb.DuckDBPyConnection
) -> None:
    column = "passage" if view == "trace" else "words"
    texts = {
        source: set(re.findall(r"\S+", (ROOT / file).read_text("utf-8")))
        for source, file in con.execute(
            "SELECT source_id, text_file FROM sources WHERE text_held"
        ).fetchall()
    }
    for source, said in con.execute(f"SELECT source_id, {column} FROM {view}").fetchall():
        if source in texts and said and said.startswith("…"):
            assert said.removeprefix("…").split()[0].rstrip("…") in texts[source], said


def test_words_of_another_source_are_told_with_its_publisher(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    publishers = {r["source_id"]: r["publisher"] for r in rows(tables, "sources")}
    held = piece(
        tables,
        lambda r: r["witness_source_id"] != r["source_id"] and publishers[r["witness_source_id"]],
    )
    witness = held["witness_source_id"]
    assert f"words of {publishers[witness]}, {witness}" in told(capsys, *cell(held))


def event(key: str, day: date | None = None, after: str | None = None) -> dict[str, object]:
    days = {"occurred_earliest": day, "occurred_latest": day, "known_by": None}
    return {"event_id": key, "kind": "response", "after_event_id": after, **days}


def test_what_followed_another_event_stands_after_it() -> None:
    told = [
        event("a", date(2020, 1, 1), after="c"),
        event("b", date(2020, 3, 1)),
        event("c", date(2020, 2, 1)),
        event("d", after="c"),
    ]

    assert [row["event_id"] for row in ordered(told)] == ["c", "a", "b", "d"]


def test_what_is_known_only_by_a_day_stands_after_what_happened_on_it() -> None:
    told = [
        event("a") | {"known_by": date(2020, 1, 23)},
        event("b", date(2020, 1, 23)),
        event("c", date(2020, 1, 24)),
    ]

    assert [row["event_id"] for row in ordered(told)] == ["b", "a", "c"]


def test_events_that_follow_one_another_in_a_ring_or_by_thousands_are_still_put_in_order() -> None:
    ring = [event("a", after="b"), event("b", after="a")]
    chain = [event(f"{n:05}", after=f"{n - 1:05}") for n in range(5000)]

    assert len(ordered(ring)) == 2
    assert [row["event_id"] for row in ordered(chain[::-1])] == [row["event_id"] for row in chain]


# --- notes ------------------------------------------------------------------------------------


def test_what_the_page_of_an_act_notes_is_told_wherever_the_act_is_doubted(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = [r for r in rows(tables, "acts") if r["in_scope"] and r["remark"]]
    for act in (acts[0], next(r for r in acts if not r["response_status"])):
        note = f"Note: {' '.join(act['remark'].split())}"
        for asked in ([], ["answer"], ["court"], ["outcome"], ["subpoenas"], ["sources"]):
            assert note.replace("- ", "-") in told(capsys, act["act_id"], *asked).replace("- ", "-")


def test_the_note_on_an_event_stands_beside_it(
    tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    """So does the note on a source that tells of another ruling, beside its address."""
    events = {row["event_id"]: row for row in rows(tables, "events")}
    scope = {row["act_id"]: row for row in rows(tables, "acts") if row["in_scope"]}
    pair = next(
        row
        for row in rows(tables, "event_acts")
        if row["act_id"] in scope
        and (events[row["event_id"]]["kind"], events[row["event_id"]]["part_of"]) == ("order", None)
        and events[row["event_id"]]["reason"]
        and scope[row["act_id"]]["enforcement_event_id"] not in (None, row["event_id"])
    )
    note = " ".join(events[pair["event_id"]]["reason"].split()).replace("- ", "-")
    for asked in ("court", "events"):
        assert f"Note: {note}" in told(capsys, pair["act_id"], asked).replace("- ", "-")
    reasons = {row["source_id"]: row["reason"] or "" for row in rows(tables, "sources")}
    noted = [
        address
        for act in scope
        for address in trace(act, "sources")["addresses"]
        if address["note"]
    ]
    assert noted
    assert all(each["note"].endswith(reasons[each["source_id"]]) for each in noted)


def test_a_reason_is_shown_by_the_words_of_a_witness_if_there_is_one(
    tables: Tables, con: duckdb.DuckDBPyConnection
) -> None:
    """Of every reason that others than witnesses give too."""
    witness = {row["source_id"]: row["is_witness"] for row in rows(tables, "sources")}
    given: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for row in rows(tables, "evidence"):
        is_reason = (row["table_name"], row["column_name"]) == ("grounds", "ground")
        if is_reason and row["stance"] in ("supports", "broader"):
            given[witness[row["witness_source_id"]]].add((row["row_id"], row["source_id"]))
    both = {key for key, _ in given[True]} & {key for key, _ in given[False]}
    of_acts = con.execute("SELECT act_id, ground_id FROM grounds_by_act WHERE in_scope").fetchall()
    acts = {act for act, key in of_acts if key in both}
    shown = [reason for act in sorted(acts) for reason in reasons_of(act)]

    assert acts
    assert {(r["ground_id"], r["source_id"]) for r in shown if r["ground_id"] in both} <= given[
        True
    ]


def test_a_reason_is_never_shown_by_words_that_only_bear_on_it_or_contest_it(
    tables: Tables, con: duckdb.DuckDBPyConnection
) -> None:
    pieces: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for row in rows(tables, "evidence"):
        if (row["table_name"], row["column_name"]) == ("grounds", "ground"):
            is_giving = row["stance"] in ("supports", "broader")
            pieces[is_giving].add((row["row_id"], row["exact"]))
    shown = set(con.execute("SELECT ground_id, exact FROM grounds_by_act").fetchall())
    assert pieces[False]
    assert shown <= pieces[True]


def test_a_reason_answered_is_that_of_whoever_gave_it_and_not_of_any_recipient(
    tables: Tables, con: duckdb.DuckDBPyConnection
) -> None:
    bodies = {row["agency_id"]: row["name"] for row in rows(tables, "agencies")}
    givers = {row["ground_id"]: row["said_by_agency_id"] for row in rows(tables, "grounds")}
    answers = con.execute(
        "SELECT DISTINCT act_id FROM grounds_by_act WHERE answers_ground_id IS NOT NULL"
    )
    seen = 0
    for (act,) in answers.fetchall():
        said = " ".join(as_text(trace(act, "reasons")).split())
        assert "answers a reason of the recipient" not in said
        for reason in reasons_of(act):
            giver = bodies.get(givers.get(reason["answers_ground_id"]))
            if giver:
                seen += 1
                assert giver in reason["answers_who"]
                assert f"reason of {reason['answers_who']}: " in said
    assert seen


def test_the_sources_of_an_event_are_those_that_give_what_is_told(
    con: duckdb.DuckDBPyConnection,
) -> None:
    """The page of the act counts them so too, and shows the others apart."""
    differing = con.execute(
        "SELECT event_id FROM events JOIN evidence ON table_name = 'events' AND row_id = event_id "
        "GROUP BY event_id, n_sources HAVING n_sources <> count(DISTINCT source_id) "
        "FILTER (stance = 'supports')"
    )
    assert not differing.fetchall()


# --- counts -----------------------------------------------------------------------------------


def test_every_figure_is_the_sum_of_what_its_trace_lists(con: duckdb.DuckDBPyConnection) -> None:
    """Less the people who may be one and count once, of whom it says who they are and why."""
    parts, known = counted.parts(con), counted.pairs(con)
    for figure in sql.rows(con, "FROM counts"):
        own, once = parts[counted.key(figure)], known.get(counted.key(figure), ())
        off = sum(pair["n"] for pair in once)
        for name, less in (("subpoenas", 0), ("at_least", 0), ("persons", off)):
            whole = sum(part[f"adds_{name}"] or 0 for part in own) - less
            assert whole == (figure[f"n_{name}"] or 0), figure
        told_ = " ".join(map(counted.told_pair, once))
        assert all(p["row_id"] in told_ and p["reason"][:-1] in told_ for p in once)
    assert known


def test_the_headline_leads_to_the_acts_that_give_it(
    con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = con.execute(
        "SELECT n_subpoenas, n_at_least, n_persons FROM counts WHERE what = 'all'"
    ).fetchall()[0]
    printed = told(capsys, "counts", "all")
    for name, n in zip(("n_subpoenas", "n_at_least", "n_persons"), whole, strict=True):
        assert f"{name} = {n} = " in printed
    assert printed == told(capsys, "counts")


def test_a_disagreement_is_told_with_the_words_of_every_side_and_what_is_published(
    con: duckdb.DuckDBPyConnection, capsys: pytest.CaptureFixture[str]
) -> None:
    act, column, rule = con.sql(
        "SELECT row_id, column_name, resolution FROM conflicts WHERE table_name = 'acts' "
        "AND resolution <> 'unresolved' ORDER BY conflict_id"
    ).fetchall()[0]
    words = con.execute(
        "SELECT exact FROM evidence WHERE table_name = 'acts' AND row_id = ? AND column_name = ? "
        "AND stance IN ('supports', 'contests')",
        [act, column],
    ).fetchall()
    shown = flat(told(capsys, act, "conflicts"))

    assert all(" ".join(exact.split()) in shown for (exact,) in words)
    meant = next(each for each in Resolution if each == rule).definition
    assert meant[1:].rstrip(".") in shown
    assert f"`ice-subpoenas trace acts {act} {column}`" in shown
    assert f"`ice-subpoenas trace {act} conflicts`" in flat(told(capsys, act))
