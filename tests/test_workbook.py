"""The sheets of the workbook after the first, as a reporter reads them: no sheet says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest

from asking import TELLERS, Con, column, rows, sheet, shown_by_act
from ice_subpoenas import sql
from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose import unknown
from ice_subpoenas.published.workbook import codes, gaps

pytestmark = pytest.mark.slow

pytest_plugins = ["publishing"]


def test_every_address_of_the_first_file_stands_with_who_published_it_and_how_it_knows(
    published: Path, db: Con
) -> None:
    listed = sheet(published, "sources of acts")
    for row in rows(db):
        mine = {each["address"] for each in listed if each["act"] == row["act"]}
        assert mine == {each.rsplit(": ", 1)[-1] for each in row["sources"].split("; ")}
    witnesses = column(
        db, "SELECT (coalesce(original_url, url), publisher) FROM sources WHERE is_witness"
    )
    for each in listed:
        is_witness = (each["address"], each["publisher"]) in witnesses
        assert (each["standing"] == "a witness") == is_witness


def test_every_ruling_stands_in_the_workbook_once_with_all_its_acts(
    published: Path, db: Con
) -> None:
    listed = sheet(published, "rulings")
    acts = column(
        db,
        "SELECT string_agg(act_id, ', ' ORDER BY act_id) FROM events JOIN event_acts "
        "USING (event_id) JOIN acts USING (act_id) "
        "WHERE kind = 'order' AND part_of IS NULL AND in_scope GROUP BY event_id",
    )
    assert sorted(row["acts"] for row in listed) == sorted(acts)
    assert not any("_" in (row["result"] or "") for row in listed)
    titles = column(
        db,
        "SELECT title FROM events JOIN individuals_referenced ON actor_individual_id = "
        "individual_id WHERE kind = 'order' AND title LIKE '%Magistrate%'",
    )
    assert set(titles) <= {row["judge's title"] for row in listed}
    assert {row["told by a witness"].split(":")[0] for row in listed} <= {"yes", "no"}


def test_a_court_matter_against_several_is_not_told_as_one_against_nobody_known(
    published: Path, db: Con
) -> None:
    listed = {row["matter"]: row for row in sheet(published, "court matters")}
    disputed = column(
        db,
        "SELECT row_id FROM conflicts WHERE table_name = 'proceedings' "
        "AND column_name LIKE 'respondent%'",
    )
    assert disputed
    assert all(listed[key]["against"] == "sources disagree" for key in disputed)
    several = [
        row for row in listed.values() if row["kind"] == "enforcement" and ", " in row["acts"]
    ]
    assert several
    for row in several:
        governments = column(
            db,
            "SELECT DISTINCT government FROM overview "
            f"WHERE act IN ({sql.literals(row['acts'].split(', '))})",
        )
        named, _, mark = row["against"].partition(" (only ")
        assert named == ", ".join(sorted(governments))
        unseen = column(
            db,
            "SELECT act_id FROM how_known WHERE rests_on LIKE '%as to which body it was on%' "
            f"AND act_id IN ({sql.literals(row['acts'].split(', '))})",
        )
        assert mark.endswith("name them)") == bool(unseen)


def test_the_doubts_on_a_ruling_stand_beside_it_as_in_the_overview(
    published: Path, db: Con
) -> None:
    listed = sheet(published, "rulings")
    marks = (
        "sources disagree on what the court did",
        "not read to its end",
        "a preliminary ruling",
        "only copies or retellings tell when",
        "only copies, retellings or pages of unknown standing tell when",
    )
    shown = shown_by_act(db, "court")
    status = dict(db.execute("SELECT act_id, enforcement_event_id FROM acts").fetchall())
    days = dict(db.execute("SELECT event_id, occurred_edtf FROM events").fetchall())
    for row in listed:
        own = [a for a in row["acts"].split(", ") if when(days.get(status[a])) == row["day"]]
        for mark in marks:
            assert all((mark in (row["doubts"] or "")) == (mark in shown[act]) for act in own)
        assert (row["told by a witness"] == "no") == bool(
            re.search(rf"only {TELLERS} say so", row["doubts"] or "")
        )
    assert any(row["doubts"] for row in listed)


def test_the_workbook_says_why_a_ruling_has_no_docket_number(published: Path) -> None:
    lacking = [row["acts"] for row in sheet(published, "rulings") if not row["docket"]]
    told = [
        row["act"]
        for row in sheet(published, "empty cells")
        if row["column"].startswith("docket (sheet `rulings`") and row["why"]
    ]
    assert sorted(told) == sorted(lacking)
    assert lacking


def test_the_workbook_says_by_itself_what_it_is_not_who_read_and_whose_it_is(
    published: Path, db: Con
) -> None:
    told = {row["about"]: row["what to know"] for row in sheet(published, "about")}
    assert "no evidence of none" in told["not a census"]
    roles = db.execute("SELECT reader_role::VARCHAR FROM reviews WHERE is_current").fetchall()
    people = [role for role in roles if role != ("maintainer_machine_assisted",)]
    assert "language model" in told["who read"]
    assert f"Of {len(roles)} second readings" in told["who read"]
    assert told["who read"].endswith(f"without such help made {len(people)}.")
    assert "CC0-1.0" in told["version and license"]
    assert not re.search(r"[{}]|None", " ".join(map(str, told.values())))


@pytest.mark.parametrize("name", ["codes", "rulings", "not known", "columns", "other columns"])
def test_a_sheet_is_read_by_a_notebook_without_saying_where_it_begins(
    name: str, published: Path
) -> None:
    read = pandas.read_excel(published / "overview.xlsx", sheet_name=None)

    assert not any("Unnamed" in heading for each in read.values() for heading in each.columns)
    assert len(read[name])


def test_every_gap_on_the_page_of_an_act_stands_in_the_workbook(published: Path, db: Con) -> None:
    listed = sheet(published, "not known")
    found = unknown.of_acts(db)
    for row in rows(db):
        mine = [each for each in listed if each["act"] == row["act"]]
        assert [each["what"] for each in mine] == [gap.what for gap in found[row["act"]]]
        if row["outcome"] is None:
            assert mine[0]["what"].startswith("How it ended")
    assert any(each["looked for"] for each in listed)


LOOSE = re.compile(
    r"\b(it|they|he|she|which) (does|do|did) not say\b|\b(that day|the others)\b"
    r"|\((a reason|a person|the court matter|counted together)\)|^Who says so\b"
)

"""Words that point to what is not shown beside them."""


def test_what_is_not_known_is_told_in_sentences_that_stand_alone(db: Con) -> None:
    found = [gap.text for gaps in unknown.of_acts(db).values() for gap in gaps]

    assert [text for text in found if LOOSE.search(text)] == []


def test_what_was_looked_for_is_told_without_the_ids_of_sources_and_acts(
    published: Path, db: Con
) -> None:
    acts = set(column(db, "SELECT act_id FROM acts"))
    for name in ("not known", "empty cells"):
        for row in sheet(published, name):
            said = re.sub(r" \([a-z0-9-]+\)$", "", row["looked for"] or "")
            words = re.findall(r"[a-z0-9-]+", said)
            assert not [word for word in words if word in acts or re.fullmatch(r"s\d{3}", word)]


def test_a_missing_number_has_one_reason_in_every_sheet(published: Path) -> None:
    told = {
        (row["act"], row["column"]): row["why"]
        for row in sheet(published, "empty cells")
        if row["column"] in ("subpoenas", "persons")
    }
    names = {
        "How many subpoenas there were": "subpoenas",
        "How many people it asks about": "persons",
    }
    known = {
        (row["act"], names[row["what"]]): row["why"]
        for row in sheet(published, "not known")
        if row["what"] in names
    }
    assert unknown.TOGETHER in known.values()
    assert {key: known.get(key) for key in told} == told


def test_an_act_whose_day_is_known_only_within_bounds_says_so(db: Con) -> None:
    found = unknown.of_acts(db)
    for row in rows(db):
        is_open = row["day"] is not None and row["day_earliest"] != row["day_latest"]
        assert any(gap.what == "The exact day" for gap in found[row["act"]]) == is_open


def test_addresses_in_the_workbook_can_be_followed_and_years_be_looked_up(published: Path) -> None:
    book = openpyxl.load_workbook(published / "overview.xlsx")
    for row in book["sources of acts"].iter_rows(min_row=2):
        addresses = [cell for cell in row if str(cell.value).startswith("http")]
        assert addresses
        for each in addresses:
            assert each.hyperlink.target.rstrip("/") == each.value.rstrip("/")
    years = {row["year"] for row in sheet(published, "codes")}
    assert years <= {row["year"] for row in sheet(published, "counts")}


def test_a_ruling_stands_with_its_state_and_its_governments(published: Path, db: Con) -> None:
    places = {row["act"]: (row["state"], row["government"]) for row in rows(db)}
    for ruling in sheet(published, "rulings"):
        for act in ruling["acts"].split(", "):
            state, government = places[act]
            assert state == ruling["state"]
            assert government in ruling["government"].split(", ")


def test_the_workbook_says_of_which_kind_each_subpoena_is(published: Path, db: Con) -> None:
    kinds = dict(db.execute("SELECT act_id, instrument FROM acts WHERE in_scope").fetchall())
    listed = sheet(published, "codes")
    assert {row["act"]: row["kind of subpoena"] for row in listed} == kinds


def test_an_act_of_which_no_witness_tells_is_not_among_those_that_several_accounts_tell(
    published: Path, db: Con
) -> None:
    """Who leaves out acts that rest on one account leaves out those, too."""
    query = "SELECT act_id FROM acts WHERE in_scope AND NOT is_witnessed"
    unseen = {act for (act,) in db.execute(query).fetchall()}
    told = "no witness tells of the act"
    listed = sheet(published, "codes")
    assert unseen
    assert {r["act"] for r in listed if (r["one account"] or "").startswith(told)} == unseen


NO_TERM = dict.fromkeys(("last_day", "days", "rivals", "terms", "why"))


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ({"last_day": "2020-03-03"}, "on March 3, 2020"),
        ({"days": 10}, "within ten days"),
        (
            {"rivals": ["2020-03-03", "2020-03-06"], "why": "conflicting"},
            "sources disagree: on March 3, 2020 or on March 6, 2020",
        ),
        (
            {"terms": ["14", "14", "3"], "why": "not_applicable"},
            "by subpoena: 14 days for two and three days for one",
        ),
        ({"terms": [None], "why": "ambiguous"}, "(the words can be read in more than one way)"),
        ({}, None),
    ],
)
def test_a_term_to_respond_is_told_with_every_side_and_every_term_or_why_none_is_known(
    term: dict[str, Any], told: str | None
) -> None:
    assert codes.respond_by(NO_TERM | term) == told


def test_what_a_last_status_is_called_is_one_thing_in_every_place(db: Con, published: Path) -> None:
    """A reader finds in the spreadsheet, by its words, what the README or the site counts."""
    found = rows(db, "FROM last_status")
    words = {(row["line"], row["code"]): row["in_words"] for row in found}
    shown = {row["act"]: row for row in rows(db)}
    listed = {row["act"]: row for row in sheet(published, "codes")}
    assert len(found) == 3 * len(shown)
    assert len(words) == len({(row["line"], row["code"], row["in_words"]) for row in found})
    for row in found:
        assert row["in_words"] == words[row["line"], row["code"]]
        cell = shown[row["act_id"]][row["line"]]
        assert (cell is None) == (row["code"] == "not_found")
        if row["line"] == "answer" and cell:
            assert cell.startswith(re.split(r"\W", row["in_words"])[0])
        told = listed[row["act_id"]]
        assert told[row["line"]] == row["code"]
        assert not row["covers"] or row["covers"] in cell
        covers = f" ({row['covers']})" if row["covers"] else ""
        assert f"{row['line']}: {row['in_words']}{covers}" in told["codes mean"]
    text = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    table = text.split("<!-- table answers -->")[1].split("<!-- end -->")[0]
    for line in table.strip().splitlines()[2:]:
        assert line.split(" | ")[0].removeprefix("| ") in words.values()


def test_a_code_looks_no_surer_than_the_sentence_that_says_the_same(
    published: Path, db: Con
) -> None:
    """What only copies tell, and what a reader inferred, is marked beside each code."""
    listed = sheet(published, "codes")
    shown = {row["act"]: row for row in rows(db)}
    known = {
        (row["row_id"], row["column_name"]): row
        for row in rows(db, "FROM claim_support WHERE table_name = 'acts'")
    }
    marked = Counter[str]()
    for row in listed:
        assert row["day"] == shown[row["act"]]["day"]
        for name in ("answer", "court", "outcome"):
            first = (shown[row["act"]][name] or "").split("; earlier: ")[0]
            rests = row[f"{name} rests on"] or ""
            marked[name] += bool(rests)
            is_unseen = re.search(rf"{TELLERS} say (so(?! in words)|that it was on)", first)
            assert bool(re.search(rf"{TELLERS} alone", rests)) == bool(is_unseen)
            assert bool(re.search(rf"inference and {TELLERS}", rests)) == (
                "say so in words" in first
            )
            assert not rests or row[name] != "not_found"
        support = known[row["act"], "instrument"]
        rests = row["kind of subpoena rests on"] or ""
        assert ("inference" in rests) == support["is_inferred"]
        marked["kind of subpoena"] += bool(rests)
        if row["law cited"]:
            laws = [
                known.get((row["act"], f"authority_{end}")) for end in ("citation", "as_printed")
            ]
            alone = next(each for each in laws if each)["n_independent_sources"] == 0
            assert bool(re.search(TELLERS, row["law cited rests on"] or "")) == alone
            marked["law cited"] += alone
    assert len(marked) == len(+marked)


def test_every_empty_cell_of_the_overview_has_its_reason_in_the_workbook(published: Path) -> None:
    book = openpyxl.load_workbook(published / "overview.xlsx")
    heading, *body = book["overview"].values
    told = {line[:2]: line[2] for line in book["empty cells"].values}
    for line in body:
        for name in ("day", "subpoenas", "persons", "asked_for", "answer", "court", "outcome"):
            if line[heading.index(name)] is None:
                assert told[line[0], name]
                assert told[line[0], name] != gaps.REASONS[""]
    assert not any("_" in str(why) for why in told.values())
