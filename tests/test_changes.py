"""What a change does to the published facts is told, a line a fact, and nothing else is."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import system
import world
from calling import call
from forging import Row, Tables, edited, rows, summed
from ice_subpoenas import cli
from ice_subpoenas.published import names
from ice_subpoenas.release import archives
from ice_subpoenas.release.changes import tell
from ice_subpoenas.release.changes.compare import compare
from ice_subpoenas.release.changes.readings import asides
from ice_subpoenas.release.changes.tell import SHORT, taken_out, without
from ice_subpoenas.release.changes.why import explained
from ice_subpoenas.tables import TABLE, TABLES

pytest_plugins = ["publishing"]
Listed = dict[str, list[Row]]

SHARED = "datasets/reviewed/shared.toml"
ACT = "datasets/reviewed/acts/tamarack-1.toml"
SOURCE = "datasets/reviewed/sources/s000.toml"
SOME = 50  # rows of a table


@pytest.fixture(scope="module")
def before(tables: Tables) -> Listed:
    """Real rows, some of each table, as one side of a comparison; nobody changes them."""
    return {table.table: rows(tables, table.table)[:SOME] for table in TABLES}


def told(old: Listed, new: Listed) -> list[str]:
    """Every line that is printed of two sides."""
    found = explained(compare(old, new), old, new)
    return [*map(tell.line, found), *asides(old, new)]


def with_row(side: Listed, table: str, row: Row, **values: Any) -> Listed:
    """The rows with one of them changed."""
    listed = [each | values if each is row else each for each in side[table]]
    return side | {table: listed}


def first(side: Listed, table: str, wanted: Callable[[Row], Any] = lambda _: True) -> Row:
    return next(row for row in side[table] if wanted(row))


# --- every kind of change ---------------------------------------------------------------------


def test_nothing_changes_nothing(before: Listed) -> None:
    assert told(before, before) == []
    assert tell.counts([]) == "no published fact changes"


def test_what_is_computed_is_not_told_again(before: Listed) -> None:
    row = first(before, "events")
    new = with_row(before, "events", row, n_sources=99, tier="none", is_witnessed=False)

    assert told(before, new) == []


FIELDS: dict[str, tuple[str, str, Any]] = {
    "a value": ("individuals_referenced", "age", 99),
    "how firmly it is said": ("case_facts", "modality", "convicted"),
    "the parent of a row": ("information_sought", "act_id", "another-act"),
    "the act of an event": ("event_acts", "act_id", "another-act"),
    "a paraphrase made a quotation": ("quotes", "kind", "direct"),
    "words": ("quotes", "text", "Other words"),
    "a role": ("individuals_referenced", "role", "subpoena_subject"),
    "a standing": ("sources", "standing", "unknown"),
    "a day of reading": ("sources", "accessed", date(2030, 1, 1)),
    "an address": ("sources", "url", "https://example.org/"),
    "our own reason": ("agencies", "reason", "Another reason."),
    "a phrase": ("phrases", "code", "another-code"),
}
"""Values that change: table, column, and what stands there then."""


def field(side: Listed, table: str, column: str, new: Any) -> tuple[Listed, str]:
    row = first(side, table, lambda r: r[column] not in (None, new))
    name = f"{table}/{row[TABLE[table].key]}/{column}"
    kind = "modality" if column == "modality" else "value"
    said = f"{kind} changed: {name}: {row[column]} → {new}"
    return with_row(side, table, row, **{column: new}), said


def reason_of_a_null(side: Listed) -> tuple[Listed, str]:
    claims = {(t.table, c.stem) for t in TABLES for c in t.columns() if c.role == "claim"}
    row = first(
        side,
        "absences",
        lambda r: (r["table_name"], r["column_name"]) in claims and r["reason"] != "withheld",
    )
    new = with_row(side, "absences", row, reason="withheld")
    name = f"{row['table_name']}/{row['row_id']}/{row['column_name']}"
    return new, f"value changed: {name}: null ({row['reason']}) → null (withheld)"


def text(side: Listed) -> tuple[Listed, str]:
    """A held text edited together with its hash."""
    row = first(side, "sources", lambda r: r["text_sha256"])
    new = with_row(side, "sources", row, text_sha256="0" * 64)
    return new, f"text changed: {row['source_id']}: {row['text_sha256'][:12]} → {'0' * 12}"


def reading(side: Listed) -> tuple[Listed, str]:
    row: Row = {"reviewed_file": "acts/x.toml", "source_id": "s000", "reading": "second"}
    row |= {"reader_role": "maintainer", "reviewed_on": "2026-01-01", "outcome": "agreed"}
    listed = [*side["reviews"], row | {"review_id": "acts/x.toml/s000/second"}]
    said = "reading recorded: acts/x.toml s000: second, by maintainer on 2026-01-01: agreed"
    return side | {"reviews": listed}, said


def literal(side: Listed) -> Row:
    """A piece of evidence whose words are the value of a claim."""
    keys = {(t.table, s) for t in TABLES for s, g in t.stems().items() if g[0].role == "claim"}
    return first(
        side,
        "evidence",
        lambda r: (
            (r["table_name"], r["column_name"]) in keys
            and r["derivation"] == "literal"
            and r["stance"] == "supports"
        ),
    )


def evidence(side: Listed) -> tuple[Listed, str]:
    """Another piece of evidence for the same value."""
    row = literal(side)
    more = row | {"evidence_id": "enew", "exact": "Other words"}
    name = f"{row['table_name']}/{row['row_id']}/{row['column_name']}"
    said = f"evidence changed: {name} = {row['value']}  [+ “Other words” ({row['source_id']}, "
    return side | {"evidence": [*side["evidence"], more]}, said


def why(side: Listed) -> tuple[Listed, str]:
    """A piece of evidence with the same words and another reason: what differs is told once."""
    row = literal(side)
    name = f"{row['table_name']}/{row['row_id']}/{row['column_name']}"
    said = f"evidence changed: {name} = {row['value']}  [± “{row['exact']}” ({row['source_id']}, "
    return with_row(side, "evidence", row, reason="Why not."), said


def ruling(side: Listed) -> tuple[Listed, str]:
    row = first(side, "conflicts", lambda r: r["resolution"] != "unresolved")
    new = with_row(side, "conflicts", row, resolution="unresolved")
    name = f"{row['table_name']}/{row['row_id']}/{row['column_name']}"
    return new, f"conflict opened: {name}: {row['resolution']} → unresolved"


def ruled(side: Listed) -> tuple[Listed, str]:
    row = first(side, "conflicts", lambda r: r["reason"])
    name = f"{row['table_name']}/{row['row_id']}/{row['column_name']}"
    return with_row(side, "conflicts", row, reason="Why not."), f"conflict settled: {name}: "


def place(side: Listed) -> tuple[Listed, str]:
    events = {event["event_id"] for event in side["events"]}
    row = first(side, "evidence", lambda r: r["locator"] and r["row_id"] in events)
    name = f"{row['table_name']}/{row['row_id']}/{row['column_name']}"
    return with_row(side, "evidence", row, locator="elsewhere"), f"evidence changed: {name}"


def search(side: Listed) -> tuple[Listed, str]:
    row = first(side, "absences", lambda r: r["search_id"] and r["table_name"] == "acts")
    name = f"{row['table_name']}/{row['row_id']}/{row['column_name']}"
    other = first(side, "searches", lambda r: r["search_id"] != row["search_id"])["search_id"]
    return with_row(side, "absences", row, search_id=other), f"value changed: {name}: null (not_fo"


KINDS: dict[str, Callable[[Listed], tuple[Listed, str]]] = {
    **{name: partial(field, table=t, column=c, new=new) for name, (t, c, new) in FIELDS.items()},
    "the reason of a null": reason_of_a_null,
    "a held text": text,
    "a reading": reading,
    "evidence": evidence,
    "why words bear on a value": why,
    "a ruling": ruling,
    "why it was ruled": ruled,
    "a place in a page": place,
    "a search": search,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_any_kind_is_told_in_one_line(kind: str, before: Listed) -> None:
    new, said = KINDS[kind](before)
    (line,) = told(before, new)

    assert line.startswith(said)


def test_a_row_that_comes_or_goes_is_told_fact_by_fact(before: Listed) -> None:
    gone = first(before, "agencies")
    fewer = before | {"agencies": [row for row in before["agencies"] if row is not gone]}
    lost, come = told(before, fewer), told(fewer, before)
    name = f"agencies/{gone['agency_id']}"

    assert any(line.startswith(f"removed: {name}/name = {gone['name']}") for line in lost)
    assert any(line.startswith(f"added: {name}/name = {gone['name']}") for line in come)
    assert {line.split(":")[0] for line in lost} == {"removed"}
    assert {line.split(":")[0] for line in come} == {"added"}
    assert not any("/reason" in line for line in come)


def test_what_changes_alike_on_an_act_and_its_subpoenas_is_told_once(before: Listed) -> None:
    of = first(before, "subpoenas", lambda r: r["days_to_respond"])
    same = [r for r in before["subpoenas"] if r["act_id"] == of["act_id"]]
    act = first(before, "acts", lambda r: r["act_id"] == of["act_id"])
    side = with_row(before, "acts", act, days_to_respond=1)
    old = side | {"subpoenas": [r | {"days_to_respond": 1} if r in same else r
                                for r in side["subpoenas"]]}  # fmt: skip
    new = with_row(old, "acts", first(old, "acts", lambda r: r["act_id"] == of["act_id"]),
                   days_to_respond=2)  # fmt: skip
    new = new | {"subpoenas": [r | {"days_to_respond": 2} if r["act_id"] == of["act_id"] else r
                               for r in old["subpoenas"]]}  # fmt: skip
    (line,) = told(old, new)

    assert f"acts/{of['act_id']}/days_to_respond: 1 → 2 (and on {same[0]['subpoena_id']}" in line


# --- names that were taken out ----------------------------------------------------------------


def named(side: Listed) -> Row:
    """A person of whose name no other row has a word."""
    return first(
        side,
        "individuals_referenced",
        lambda r: r["name"] and sum(r["name"] in str(row) for row in side["agencies"]) == 0,
    )


def test_a_name_that_was_taken_out_is_not_printed_by_telling_of_it(before: Listed) -> None:
    person = named(before)
    left = person | {"name": None, "naming_decision": "name_left_out"}
    people = [left if row is person else row for row in before["individuals_referenced"]]
    kept = [row for row in before["phrases"] if row["code"] != person["individual_id"]]
    new = before | {"individuals_referenced": people, "phrases": kept}
    gone = taken_out(before, new)
    lines = [without(line, gone) for line in told(before, new)]

    assert {person["name"], *person["name"].split()} - gone <= {
        word for word in person["name"].split() if len(word) <= SHORT
    }
    assert any("name: (name taken out) → null" in line for line in lines)
    assert [line for line in lines if person["name"] in line] == []


def test_a_corrected_name_is_told(before: Listed) -> None:
    person = named(before)
    new = with_row(before, "individuals_referenced", person, name="Another Name")

    assert taken_out(before, new) == frozenset()
    assert any(f"name: {person['name']} → Another Name" in line for line in told(before, new))


def test_a_name_of_a_row_that_is_gone_is_taken_out_unless_another_row_has_it() -> None:
    people = [
        {"individual_id": "a", "name": "Lena Osk"},
        {"individual_id": "b", "name": "Jo Mar"},
        {"individual_id": "c", "name": "Al Voss"},
    ]
    old: Listed = {"individuals_referenced": people}
    fewer: Listed = {"individuals_referenced": people[1:]}
    merged: Listed = {"individuals_referenced": [people[1] | {"name": "Lena Osk"}, people[2]]}

    assert taken_out(old, fewer) == {"Lena Osk", "Lena", "Osk"}
    assert "Lena Osk" not in taken_out(old, merged)
    assert taken_out(old, old) == frozenset()


# --- the installed command --------------------------------------------------------------------


def rewritten(folder: Path, table: str, edit: Callable[[list[Row]], object]) -> None:
    """Change rows of a release, as a later release would have them."""
    path = names.path_of(folder, TABLE[table])
    schema = pq.read_schema(path)
    listed = pq.read_table(path).to_pylist()
    edit(listed)
    pq.write_table(pa.Table.from_pylist(listed, schema), path)


def out_of_names(listed: list[Row]) -> None:
    for row in listed:
        if row["name"]:
            row["name"] = None
            return


FORMS = ["text", "markdown", "json"]


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_the_command_tells_each_fact_in_every_form_and_no_name_that_was_taken_out(
    form: str,
    little: Path,
    spare: Path,
    small: Tables,
    capsys: pytest.CaptureFixture[str],
) -> None:
    person = next(row for row in rows(small, "individuals_referenced") if row["name"])
    rewritten(spare, "individuals_referenced", out_of_names)
    rewritten(
        spare, "agencies", lambda listed: listed[0].update(reason="Another\x1b[2J\u202e one.")
    )
    rewritten(spare, "sources", lambda listed: listed[0].update(text_sha256="0" * 64))
    code = cli.main(["changes", str(little), str(spare), "--format", form])
    said = capsys.readouterr().out

    assert code == 0
    assert "Another" in said
    assert "(name taken out)" in said
    assert person["name"] not in said
    assert not {"\x1b", "\u202e"} & set(said)
    if form == "json":
        assert all(change["why"] for change in json.loads(said))
    else:
        assert "text changed: s000: " in said
    if form == "text":
        assert re.search(r"^\S+ → \S+: 2 value changed$", said.splitlines()[-1])


def without_column(folder: Path, table: str, column: str) -> None:
    path = names.path_of(folder, TABLE[table])
    pq.write_table(pq.read_table(path).drop_columns([column]), path)


def of_type(folder: Path, table: str, column: str, values: Callable[[int], pa.Array]) -> None:
    path = names.path_of(folder, TABLE[table])
    held = pq.read_table(path)
    at = held.schema.get_field_index(column)
    pq.write_table(held.set_column(at, column, values(held.num_rows)), path)


def piped(path: Path) -> None:
    path.unlink()
    system.pipe(path)


ODD: dict[str, Callable[[Path], object]] = {
    "the key of a table is gone": lambda f: without_column(f, "agencies", "agency_id"),
    "a column of evidence is gone": lambda f: without_column(f, "evidence", "source_id"),
    "the ruling of a conflict is gone": lambda f: without_column(f, "conflicts", "resolution"),
    "keys are null": lambda f: of_type(f, "acts", "act_id", lambda n: pa.nulls(n, pa.string())),
    "keys are numbers": lambda f: of_type(f, "acts", "act_id", lambda n: pa.array(range(n))),
    "a column holds lists": lambda f: of_type(f, "acts", "remark", lambda n: pa.array([["x"]] * n)),
    "a table is no Parquet": lambda f: (f / "tables/acts.parquet").write_bytes(b"x"),
    "two rows have one key": lambda f: rewritten(
        f, "acts", lambda listed: listed.append(listed[0])
    ),
    "a table is a pipe": lambda f: piped(f / "tables/acts.parquet"),
    "a table is gone": lambda f: (f / "tables/acts.parquet").unlink(),
    "the descriptor is gone": lambda f: (f / names.DESCRIPTOR).unlink(),
    "the descriptor is something else": edited(names.DESCRIPTOR, lambda p: p.update(resources=7)),
    "a path leads elsewhere": edited(
        names.DESCRIPTOR, lambda p: p["resources"][3].update(path="../../etc/passwd")
    ),
    "the version is a number": edited(names.DESCRIPTOR, lambda p: p.update(version=7)),
}


@pytest.mark.parametrize("side", [0, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", ODD)
def test_a_release_that_cannot_be_compared_is_one_clear_line(
    name: str, side: int, little: Path, spare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ODD[name](spare)
    pair = [spare, little] if side == 0 else [little, spare]

    assert cli.main(["changes", *map(str, pair)]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("ice-subpoenas: ")
    assert len(captured.err.splitlines()) == 1
    assert captured.out == ""


def test_a_release_with_fewer_columns_is_compared_by_those_that_it_has(
    little: Path, spare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_column(spare, "acts", "remark")
    without_column(spare, "agencies", "kind")
    without_column(spare, "conflicts", "reason")
    of_type(spare, "searches", "note", lambda n: pa.nulls(n, pa.string()))

    assert cli.main(["changes", str(spare), str(little)]) == 0
    said = capsys.readouterr().out
    assert "value changed: agencies/" in said
    assert re.search(r"\d value changed", said.splitlines()[-1])


@pytest.mark.parametrize("what", ["nowhere", "README.md", "tests"])
def test_what_is_no_release_is_one_clear_line(
    what: str, little: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parents[1]

    assert cli.main(["changes", str(root / what), str(little)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_archive_is_compared_as_its_folder_is(
    little: Path, spare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summed(spare)
    archive = spare.with_name("x.zip")
    archives.pack(spare, archive)

    assert cli.main(["changes", str(little), str(archive)]) == 0
    assert capsys.readouterr().out.endswith("no published fact changes\n")


def test_markdown_holds_no_markup_or_mention_from_the_data() -> None:
    old: Listed = {"agencies": [{"agency_id": "a", "name": "x"}]}
    new: Listed = {"agencies": [{"agency_id": "a", "name": "<b>@all|`y`*\n# z"}]}
    page = tell.markdown(compare(old, new))
    (row,) = [line for line in page.splitlines() if "agencies/a/name" in line]

    assert row == "| agencies/a/name | x → &#60;b&#62;&#64;all&#124;\\`y\\`\\* \\# z |  |"


# --- a checkout -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny checkout under git, of which one reason was changed since the commit."""
    place = world.write(tmp_path_factory.mktemp("checkout") / "new")
    world.commit(place)
    path = place / SHARED
    text_now = path.read_text("utf-8")
    assert text_now.count('reason = "An invented agency."') == 1
    path.write_text(text_now.replace('"An invented agency."', '"Another reason."'), "utf-8")
    return place


@pytest.mark.slow
def test_a_checkout_is_compared_with_a_commit_in_the_form_of_a_pull_request(root: Path) -> None:
    called = call(root, "--format", "markdown", "changes", "HEAD")

    assert called.code == 0
    assert called.out.startswith(
        "## Changes of published facts\n\n1 value changed.\n\n### Value changed\n"
    )
    assert "| agencies/harbor-agency/reason | An invented agency. → Another reason. |" in called.out


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two tiny checkouts: the second has a search, a rejection and a withheld name besides."""
    place = tmp_path_factory.mktemp("pair")
    old, new = world.write(place / "old"), world.write(place / "new")
    search = world.SHARED[world.SHARED.index("[[searches]]") : world.SHARED.index("[[utterances]]")]
    blocks = (
        '\n[[rejections]]\nkind = "number"\nwords = "three mornings"\nreason = "mention_only"\n',
        f'\n[[withheld]]\ndigests = ["{"0" * 64}"]\nreason = "A private person."\n',
    )
    added = {SHARED: "\n" + search.replace("tamarack-1", "tamarack-2"), SOURCE: "".join(blocks)}
    world.change(new, {"add": [{"file": name, "text": text} for name, text in added.items()]})
    return old, new


@pytest.fixture(scope="module")
def come_and_gone(pair: tuple[Path, Path]) -> tuple[str, str]:
    """What is told of the second after the first, and of the first after the second."""
    old, new = pair
    return call(new, "changes", str(old)).out, call(old, "changes", str(new)).out


def test_a_row_that_comes_is_one_line_below_the_number_of_rows(
    pair: tuple[Path, Path], come_and_gone: tuple[str, str]
) -> None:
    come, gone = come_and_gone
    row = "searches/tamarack-2: collection = the shelf of the harbor library, looked_for = "
    assert come.startswith(f"rows added: 1 searches\nadded: {row}")
    assert gone.startswith(f"rows removed: 1 searches\nremoved: {row}")
    facts = call(pair[1], "changes", "--facts", str(pair[0])).out
    assert "added: searches/tamarack-2/n_read = 3\n" in facts


def test_a_rejection_and_a_withheld_name_that_come_or_go_are_told(
    come_and_gone: tuple[str, str],
) -> None:
    come, gone = (text.splitlines() for text in come_and_gone)
    said = {
        "sources/s000.toml: rejection of a number, mention_only: “three mornings”",
        f"sources/s000.toml: withheld name {'0' * 12}",
    }

    assert {f"{each}: recorded" for each in said} <= set(come)
    assert {f"{each}: removed" for each in said} <= set(gone)


def test_what_an_edit_does_to_computed_values_is_told_below_it(tmp_path: Path) -> None:
    """A source that is no witness any more takes its rows and its act with it; a number, totals."""
    old, new = world.write(tmp_path / "old"), world.write(tmp_path / "new")
    edits = [
        {"file": SOURCE, "old": '"own_reporting"', "new": '"aggregator"'},
        {"file": ACT, "old": "n_subpoenas = 2\n", "new": "n_subpoenas = 3\n"},
    ]
    world.change(new, {"replace": edits})
    told = call(new, "changes", str(old)).out.splitlines()
    of_act, of_total = (
        "follows: acts.is_witnessed: true → false: tamarack-1",
        "follows: counts.n_subpoenas: 2 → 3",
    )

    assert {of_act, of_total, "follows: sources.is_witness: true → false: s000"} <= set(told)
    edited = told.index("value changed: sources/s000/standing: own_reporting → aggregator")
    assert edited < told.index(of_act) < told.index(of_total)
    table = call(new, "--format", "markdown", "changes", str(old)).out
    assert table.partition("### What follows from it")[2].count("\n- follows: ") >= 3


def test_two_readings_of_a_page_in_one_change_are_told() -> None:
    row = {"reviewed_file": "acts/a.toml", "source_id": "s1", "reader_role": "maintainer",
           "reviewed_on": "2026-01-01", "outcome": "agreed"}  # fmt: skip
    first, second = (row | {"reading": each} for each in ("first", "second"))

    assert "ask whether two people" in asides({}, {"reviews": [first, second]})[-1]
    later = asides({"reviews": [first]}, {"reviews": [first, second]})
    assert "ask whether" not in later[-1]


def test_a_reading_that_is_said_to_be_made_otherwise_is_told() -> None:
    by_model, by_person = ({"reviews": [{"reason": who}]} for who in ("A model.", "A person."))

    assert asides(by_model, by_person) == ["said of 1 more reading: A person."]
    assert asides(by_model, by_model) == []


@pytest.mark.parametrize("base", ["nothing", "-- --output=x", "a\x1bb", "HEAD:seeds"])
def test_what_cannot_be_compared_with_is_refused(root: Path, base: str) -> None:
    called = call(root, "changes", *base.split(" "))

    assert (called.code, called.out) == (2, "")
    assert "\x1b" not in called.err
    assert not (root / "x").exists()


def test_a_commit_whose_files_cannot_be_read_is_named_with_what_is_wrong(tmp_path: Path) -> None:
    root = world.write(tmp_path / "new")
    shared = (root / SHARED).read_bytes()
    world.put(root / SHARED, b"a = [")
    world.commit(root)
    world.put(root / SHARED, shared)

    told = f"python build: HEAD gives no rows; choose a later commit: {SHARED}:1: "
    assert call(root, "changes", "HEAD").err.startswith(told)


def test_branches_are_listed_by_their_names_even_if_none_is_checked_out(tmp_path: Path) -> None:
    root = world.write(tmp_path / "new")
    world.commit(root)
    branch = ("git", "-C", str(root), "branch", "--show-current")
    name = subprocess.run(branch, check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run(["git", "-C", str(root), "checkout", "-q", "--detach"], check=True)

    assert call(root, "changes", "nowhere").err.endswith(f"; the branches here are {name}\n")


def test_an_empty_folder_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "holds no" in call(root, "changes", str(tmp_path / "empty")).err
