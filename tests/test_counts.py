"""Numbers of acts, subpoenas and people, and which states and years were searched."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas
import pytest

import test_site_world
from asking import Con, column, rows, sheet
from ice_subpoenas import sql
from ice_subpoenas.published import counted
from ice_subpoenas.published.workbook import counts

pytestmark = pytest.mark.slow

pytest_plugins = ["publishing"]


def test_a_year_is_searched_in_vain_only_where_a_search_names_it(db: Con) -> None:
    db.execute("UPDATE searches SET query = 'all of ' || coalesce(state, 'the country')")
    db.execute("UPDATE searches SET query = query || ' in 2019' WHERE state = 'WY'")
    found = {(row["state"], row["year"]): row for row in rows(db, "FROM search_coverage")}
    in_vain = {key for key, row in found.items() if row["coverage"] == "searched, no act"}
    assert {key for key in in_vain if key[1]} == {("WY", 2019)}
    assert found["WY", 2020]["coverage"] == "searched, year not named"


def test_a_year_in_which_an_act_may_fall_is_not_said_to_have_none(db: Con) -> None:
    """An act that counts in its first year may be of each year up to its last."""
    days = "served_edtf = '[2020-02-01..2022-01-31]', served_earliest = DATE '2020-02-01'"
    db.execute(f"UPDATE acts SET {days}, served_latest = DATE '2022-01-31' WHERE in_scope")
    db.execute("UPDATE searches SET query = '2019 to 2024', year_from = 2019, year_to = 2024")
    states = set(column(db, "SELECT state FROM counts WHERE what = 'state'"))
    covered = rows(db, "FROM search_coverage")
    assert states
    for state in states:
        found = {r["year"]: r for r in covered if r["state"] == state and r["year"]}
        assert [year for year in found if found[year]["coverage"] == "acts recorded"] == [2020]
        assert [year for year in found if found[year]["n_possible"]] == [2021, 2022]
        assert found[2021]["coverage"] == "an act may be of this year"


ARRESTS = "FROM people_reported WHERE (kind, modality) = ('arrest', 'arrested') AND is_by_agency"
ARRESTED_ONCE = (
    "SELECT max(case_fact_id) FROM distinct_case_facts WHERE kind = 'arrest' "
    "GROUP BY individual_id HAVING count(*) = 1 AND max(n_people) = 1 AND max(agency_id) = 'nypd' "
    "ORDER BY 1"
)


def test_a_person_who_was_arrested_twice_is_two_happenings_and_one_person(db: Con) -> None:
    people = f"SELECT n_at_least {ARRESTS} = false"
    happenings = "SELECT sum(n_counted) FROM distinct_case_facts WHERE kind = 'arrest'"
    before = column(db, people), column(db, happenings)
    (first, *_) = column(db, ARRESTED_ONCE)
    again = "'again' AS case_fact_id, NULL AS matter_id"
    of = f"FROM case_facts WHERE case_fact_id = '{first}'"
    db.execute(f"INSERT INTO case_facts SELECT * REPLACE ({again}) {of}")
    assert column(db, people) == before[0]
    assert column(db, happenings) == [before[1][0] + 1]


def test_an_arrest_by_the_agency_does_not_stand_among_those_by_the_police(db: Con) -> None:
    told = {mine: column(db, f"SELECT n_at_least {ARRESTS} = {mine}")[0] for mine in (True, False)}
    (first, *_) = column(db, ARRESTED_ONCE)
    db.execute(f"UPDATE case_facts SET agency_id = 'ice-ero' WHERE case_fact_id = '{first}'")
    assert column(db, f"SELECT n_at_least {ARRESTS} = true") == [told[True] + 1]
    assert column(db, f"SELECT n_at_least {ARRESTS} = false") == [told[False] - 1]


def test_of_two_people_who_may_be_one_a_line_counts_one(db: Con) -> None:
    before = column(db, f"SELECT n_at_least {ARRESTS} = false")
    db.execute("DELETE FROM may_be_same WHERE table_name = 'individuals_referenced'")
    assert column(db, f"SELECT n_at_least {ARRESTS} = false") > before


def test_of_a_group_at_least_its_number_of_people_is_counted(db: Con) -> None:
    people = "(SELECT kind, modality, sum(n_at_least) AS n FROM people_reported GROUP BY ALL)"
    facts = "FROM distinct_case_facts JOIN acts a USING (act_id) WHERE a.in_scope"
    most = f"(SELECT kind, modality, max(n_people) AS most {facts} GROUP BY ALL)"
    assert not rows(db, f"FROM {people} JOIN {most} USING (kind, modality) WHERE n < most")


def test_a_fact_of_a_group_is_of_as_many_people_as_its_own_words_say(db: Con) -> None:
    """The number of the group says nothing of how many of it were released."""
    of_group = "case_facts f JOIN individuals_referenced i USING (individual_id)"
    facts = column(db, f"SELECT case_fact_id FROM {of_group} WHERE n_persons > 1")
    assert facts
    numbered = "SELECT count(n_people) FROM distinct_case_facts WHERE case_fact_id IN"
    db.execute("UPDATE case_facts SET n_affected = NULL")
    assert column(db, f"{numbered} ({', '.join(map(repr, facts))})") == [0]


def test_a_person_is_added_to_a_group_of_which_no_row_says_that_he_may_be_one(db: Con) -> None:
    detainers = "SELECT n_at_least FROM people_reported WHERE kind = 'detainer_lodged'"
    (before,) = column(db, detainers)
    db.execute("DELETE FROM case_facts WHERE case_fact_id = 'nyc-1-a-detainer-lodged'")
    assert column(db, detainers) == [before - 1]


def test_people_of_whom_no_witness_tells_are_counted_beside_the_others(db: Con) -> None:
    numbers = "SELECT n_at_least, n_unwitnessed FROM people_reported WHERE n_at_least > 0"
    assert all(0 <= row["n_unwitnessed"] <= row["n_at_least"] for row in rows(db, numbers))
    db.execute("UPDATE case_facts SET is_witnessed = false")
    assert all(row["n_unwitnessed"] == row["n_at_least"] for row in rows(db, numbers))


def test_every_act_stands_in_the_coverage_as_in_the_counts(db: Con) -> None:
    """Of a state in a year and in all years; one without a day stands in the row of all years."""
    db.execute("UPDATE acts SET served_earliest = DATE '1999-01-01' WHERE act_id = 'denver-1'")
    days = ", ".join(
        f"{stem}_{end} = NULL" for stem in ("served", "issued") for end in ("earliest", "latest")
    )
    db.execute(f"UPDATE acts SET {days} WHERE act_id = 'nyc-1'")
    counted_ = "SELECT state, year, n_acts FROM counts WHERE what IN ('state', 'state and year')"
    found = rows(db, "SELECT state, year, n_acts FROM search_coverage WHERE n_acts > 0")
    order = ["state", "year", "n_acts"]
    told = [tuple(row[name] for name in order) for row in found]
    assert set(told) == set(db.execute(counted_).fetchall())
    assert ("NY", None, 1) in told


def test_a_state_that_was_searched_is_never_said_to_be_unsearched(db: Con) -> None:
    """A row without a year is of all years, so that no null reads as a gap."""
    searched = set(column(db, "SELECT state FROM searches WHERE state IS NOT NULL"))
    whole = rows(db, "FROM search_coverage WHERE year IS NULL")
    assert searched
    assert {r["state"] for r in whole if r["coverage"] == "not searched"}.isdisjoint(searched)
    assert {r["state"]: r["n_searches"] for r in whole if r["n_searches"]} == dict(
        db.execute(
            "SELECT state, count(*) FROM searches WHERE state IS NOT NULL GROUP BY state"
        ).fetchall()
    )


def test_subpoenas_of_an_unknown_kind_are_not_searched_in_vain(db: Con) -> None:
    db.execute("UPDATE acts SET instrument = 'administrative_subpoena' WHERE NOT in_scope")
    asked = "FROM search_coverage ORDER BY ALL"
    before = {(row["state"], row["year"]): row for row in rows(db, asked)}
    db.execute("UPDATE acts SET in_scope = false, instrument = 'unspecified_subpoena'")
    after = {(row["state"], row["year"]): row for row in rows(db, asked)}
    of_acts = {place for place, row in before.items() if row["n_acts"]}
    unclear = "subpoenas of an unknown kind"
    assert of_acts
    assert of_acts <= {place for place, row in after.items() if row["coverage"] == unclear}
    assert unclear not in {row["coverage"] for row in before.values()}
    assert not any(row["n_acts"] for row in after.values())


def test_what_no_source_numbers_is_empty_and_not_nothing(db: Con) -> None:
    db.execute("UPDATE acts SET n_subpoenas = NULL, n_persons = NULL, act_group_id = NULL")
    db.execute("DELETE FROM conflicts")
    found = db.execute("SELECT DISTINCT n_subpoenas, n_persons FROM counts").fetchall()

    assert found == [(None, None)]
    assert None not in column(db, "SELECT n_at_least FROM counts")


@pytest.mark.parametrize(
    ("low", "high", "unwitnessed"), [("s101", "s102", 0), ("s102", "s101", 0), ("s102", "s102", 4)]
)
def test_a_number_on_which_sources_disagree_counts_as_the_least_that_one_of_them_gives(
    low: str, high: str, unwitnessed: int
) -> None:
    """Four or five people are at least four, and a witness to five is one to four; no source is
    said to give none."""
    given = test_site_world.rows()
    act = given["acts"][0]
    for name in ("n_persons", "n_subpoenas"):
        act[name] = None
        cell = ("acts", "tamarack-1", name)
        given["evidence"] = [e for e in given["evidence"] if e["column_name"] != name]
        for source, n in ((low, "4"), (high, "5")):
            piece = test_site_world.words(*cell, f"{n} of them", n, source_id=source)
            piece |= {"stance": "contests", "evidence_id": f"e-{name}-{n}"}
            given["evidence"].append(piece)
        test_site_world.add(
            given,
            "conflicts",
            dict(zip(("table_name", "row_id", "column_name"), cell, strict=True)),
            {"conflict_id": name.replace("_", "-"), "kind": "value", "n_sides": 2},
            {"resolution": "unresolved", "reason": "x"},
        )
    con = test_site_world.holding(given)
    (figure,) = sql.rows(con, "FROM counts WHERE what = 'all'")
    others = figure["n_acts"] - 1
    assert figure["n_persons"] == 4
    assert figure["n_persons_unwitnessed"] == unwitnessed
    assert figure["n_at_least"] == 4 + others
    assert figure["n_at_least_unwitnessed"] == unwitnessed
    assert figure["n_subpoenas"] is None
    assert figure["n_acts_without_persons"] == figure["n_acts_without_number"] == others
    parts = counted.parts(con)[counted.key(figure)]
    assert sum(part["adds_persons"] or 0 for part in parts) == figure["n_persons"]
    assert sum(part["adds_at_least"] or 0 for part in parts) == figure["n_at_least"]


def test_two_people_who_may_be_one_count_as_one(db: Con) -> None:
    """So that `at least` is true whatever the answer."""
    whole = "SELECT n_persons FROM counts WHERE what = 'all'"
    db.execute("DELETE FROM may_be_same")
    (n,) = column(db, whole)
    one, other = column(
        db,
        "SELECT min(individual_id) FROM individuals_referenced JOIN acts USING (act_id) "
        "WHERE in_scope AND acts.n_persons IS NOT NULL AND individuals_referenced.n_persons "
        "IS NULL GROUP BY act_id ORDER BY act_id LIMIT 2",
    )
    db.execute(
        "INSERT INTO may_be_same VALUES ('x', 'individuals_referenced', ?, ?, 'Both 40.')",
        [one, other],
    )
    assert column(db, whole) == [n - 1]


def test_an_act_that_may_be_of_another_year_is_named_beside_the_year_in_which_it_counts(
    db: Con,
) -> None:
    parts = counted.parts(db)
    acts = [p for p in parts[("all", None, None, None)] if p["table_name"] == "acts"]
    spans = {
        p["row_id"] for p in acts if p["first_year"] is None or p["first_year"] != p["last_year"]
    }
    assert spans
    for figure in rows(db, "FROM counts"):
        made_of = parts[counted.key(figure)]
        told = " ".join(counted.rests_on(figure, made_of))
        mine = {p["row_id"] for p in made_of if p["row_id"] in spans and figure["year"]}
        assert {act for act in spans if f"the day of one act ({act}) is" in told} == mine


def test_the_sheet_of_counts_is_the_view_with_what_each_number_rests_on(
    published: Path, db: Con
) -> None:
    """Read as a notebook reads it, by a program that others wrote."""
    read = pandas.read_excel(published / "overview.xlsx", sheet_name="counts")
    lines = read.astype(object).where(read.notna(), None).to_dict("records")
    figures = rows(db, "FROM counts")
    shared = {
        **{name: name for name in ("what", "year", "state", "government")},
        **{name: said for name, said in counts.HEADINGS.items() if name.startswith("n_")},
    }
    assert [[line[said] for said in shared.values()] for line in lines] == [
        [figure[name] for name in shared] for figure in figures
    ]
    assert not any("_" in heading for heading in read.columns)
    told = {row["about"]: row["what to know"] for row in sheet(published, "about")}
    assert "add up none" in told["sheet `counts`"]


def test_a_row_of_counts_is_what_its_name_says_and_a_null_in_it_means_all(db: Con) -> None:
    """Nobody has to add up rows: each state and government has one for all years, too."""
    named = {
        "all": (),
        **{name: (name,) for name in ("year", "state")},
        "government": ("state", "government", "jurisdiction_id"),
        "state and year": ("year", "state"),
        "government and year": ("year", "state", "government", "jurisdiction_id"),
    }
    names = ("year", "state", "government", "jurisdiction_id")
    found = rows(db, "FROM counts")
    for row in found:
        assert {name for name in names if row[name] is not None} == set(named[row["what"]])
    acts = "SELECT j.state, j.jurisdiction_id FROM acts JOIN jurisdictions j "
    places = db.execute(f"{acts} USING (jurisdiction_id) WHERE in_scope").fetchall()
    for what, at in (("state", 0), ("government", 1)):
        key = "state" if what == "state" else "jurisdiction_id"
        wanted = Counter(place[at] for place in places)
        assert {r[key]: r["n_acts"] for r in found if r["what"] == what} == wanted


def test_the_sheet_of_counts_names_the_totals_that_are_larger_than_the_acts(
    published: Path, db: Con
) -> None:
    groups = column(db, "SELECT act_group_id FROM act_groups WHERE kind = 'total'")
    remarks = dict(db.execute("SELECT act_group_id, remark FROM act_groups").fetchall())
    lines = sheet(published, "counts")
    assert any(group in lines[0]["what the numbers rest on"] for group in groups)
    for line in lines:
        stated = line["subpoenas, where sources give numbers"] or 0
        if line["subpoenas, at least"] > stated + line["acts without a number of subpoenas"]:
            larger = [group for group in groups if group in line["what the numbers rest on"]]
            assert larger, line
            assert all((remarks[g] or "") in (line["note on the totals"] or "") for g in larger)


def test_what_only_retellings_give_is_all_of_a_number_or_a_part_of_it(db: Con) -> None:
    """Without witnesses all of every number is retold; with nothing else, nothing is."""
    known = rows(db, "FROM counts")
    for name in ("n_at_least", "n_persons"):
        assert all(0 <= row[f"{name}_unwitnessed"] <= (row[name] or 0) for row in known)
    retold = "SELECT act_id, coalesce(n_subpoenas, 1) FROM acts WHERE in_scope AND NOT is_witnessed"
    assert sum(n for _, n in db.execute(retold).fetchall()) <= known[0]["n_at_least_unwitnessed"]
    for is_witness in (False, True):
        db.execute(f"UPDATE sources SET is_witness = {is_witness}")
        db.execute(f"UPDATE acts SET is_witnessed = {is_witness}")
        for row in rows(db, "FROM counts"):
            for name in ("n_at_least", "n_persons"):
                assert row[f"{name}_unwitnessed"] == (0 if is_witness else row[name] or 0), row


def test_alone_is_said_of_one_source_only() -> None:
    def told(*sources: tuple[str, bool]) -> str:
        listed = [
            {"column": "n_persons", "publisher": name, "is_witness": is_witness}
            for name, is_witness in sources
        ]
        part = {
            **{"table_name": "act_groups", "row_id": "g", "kind": "together", "n_subpoenas": 1},
            **{"n_persons": 4, "n_rows": 1, "sources": listed},
        }
        return counted.rests_on({"year": None, "n_at_least": 1, "n_persons": 4}, [part])[1]

    assert told(("The Quay", True)).endswith("by The Quay alone")
    assert told(("The Quay", True), ("A copy", False)).endswith("by The Quay, the only witness")
    assert "alone" not in told(("A copy", False), ("Another", False))
