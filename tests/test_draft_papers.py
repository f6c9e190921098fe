"""Promises about papers: whose they are, how many, on which day, and on how many people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafting import RECORDER, article, drafted

pytestmark = pytest.mark.slow

ACTS = (
    "SELECT recipient_agency_id, n_subpoenas, n_persons, issued_edtf, served_edtf, "
    "days_to_respond FROM acts WHERE act_id <> 'tamarack-1' ORDER BY act_id"
)
CITY = """\
City offices get papers

By Ruth Alder
June 12, 2026

An agent of Immigration and Customs Enforcement stopped by the Fern Hollow Police Department the \
Friday before last with three administrative subpoenas, each asking for the address of one man. \
Across the road at Fern Hollow Power & Light, a city department, one subpoena had come on June 1.

ICE's Wichita office sent no word. The Kansas Open Records Act is silent.
"""
"""An article on two offices of a city that words name only with them."""
TOWN = article(
    "Board waits",
    "The board waits. Immigration and Customs Enforcement served an administrative subpoena on "
    "Town Clerk Ana Ruiz on Tuesday of last week. A spokesman for the department in Topeka "
    "said little. The Town of Ellis gave up its files last winter.\n",
).replace("TARROW, Kan. — ", "FERN HOLLOW — ")
NEXT = article(
    "County weighs papers",
    "Sorrel County asked a court to set aside two administrative subpoenas of Immigration and "
    "Customs Enforcement. The first subpoena was served on the Sorrel County Recorder's Office on "
    "June 1. The second was delivered two days later to the Sorrel County Probation Office. It "
    "asks for the case notes of four tenants.\n\nThe recorder's lawyer got the notice of a "
    "hearing Monday.\n",
)
FIRST = article(
    "Library weighs papers",
    "Immigration and Customs Enforcement served an administrative subpoena on the Tarrow Public "
    "Library on June 1. It named 14 patrons.\n\nIt was not the only one. A first subpoena, which "
    "is dated March 2 and reached the Tarrow Public Library on March 4, sought the addresses of "
    "three patrons. ICE withdrew it on March 9.\n",
)
COURT = """\
Judge Orders Kansas Recorder to Answer

By Ruth Alder
June 12, 2026

On May 1, 2026, Immigration and Customs Enforcement served four administrative subpoenas, one for \
each of four people, on the Sorrel County Recorder's Office. They were returnable in 14 days.

A declaration stated that three had been arrested for burglary. Judge Ann Lee enforced them and \
gave the recorder 21 days. She cited a decision from Oregon. Oregon courts had split.
"""


def test_offices_are_of_the_city_with_whose_name_they_begin(tmp_path: Path) -> None:
    to = ("--to", "Fern Hollow Police Department", "--to", "Fern Hollow Power & Light")
    told = drafted(tmp_path, CITY, *to)
    whose = "SELECT DISTINCT jurisdiction_id FROM agencies WHERE agency_id LIKE 'fern%'"

    assert told.relations.rows(whose) == [("us-ks-fern-hollow",)]
    assert told.relations.rows(ACTS)[0] == (
        "fern-hollow-police-department", 3, None, None, "2026-05-29", None,
    )  # fmt: skip


def test_a_place_in_capitals_before_the_story_is_that_of_its_town(tmp_path: Path) -> None:
    told = drafted(tmp_path, TOWN, "--to", "Town Clerk")

    assert told.relations.rows(ACTS) == [
        ("fern-hollow-town-clerk", 1, None, None, "2026-06-02", None)
    ]


def test_the_second_paper_has_its_own_day_and_a_notice_of_a_court_none(tmp_path: Path) -> None:
    told = drafted(tmp_path, NEXT)

    assert told.relations.rows(ACTS) == [
        ("sorrel-county-recorders-office", 1, None, None, "2026-06-01", None),
        ("sorrel-county-probation-office", 1, 4, None, "2026-06-03", None),
    ]
    assert 'benefit_records = ["case notes"]' not in told.of_source()


LISTED = article(
    "Offices get papers",
    "Immigration and Customs Enforcement has sent administrative subpoenas.\n\nThe Sorrel County "
    "Recorder's Office. ICE served it on June 1 with an administrative subpoena.\n\nThe state "
    "Office of Boat Licensing. ICE delivered one to its St. Mary office on June 3.\n\nOn June 5 "
    "agents were back, at the counter of the Sorrel County Jail, with two more.\n\nThe "
    "restaurant got two on June 6. Recorder Ida Moe gave only her first name.\n",
)


def test_days_told_behind_words_for_a_second_one_are_asked_about(tmp_path: Path) -> None:
    text = article(
        "Library weighs papers",
        "Immigration and Customs Enforcement served an administrative subpoena on the Tarrow "
        "Public Library on March 1.\n\nAnd the second one? It is longer. ICE gave the staff 14 "
        "days.\n",
    )
    told = drafted(tmp_path, text, "--to", "Tarrow Public Library", is_offering=True)

    assert told.relations.rows(ACTS) == [
        ("tarrow-public-library", 1, None, None, "2026-03-01", None)
    ]
    assert "no word says that “14 days” is said of these papers" in told.written()


def test_rows_behind_words_for_more_papers_to_others_are_only_offered(tmp_path: Path) -> None:
    text = article(
        "Recorder weighs papers",
        "Immigration and Customs Enforcement served an administrative subpoena on the Sorrel "
        "County Recorder's Office on June 1. Two days later agents came to another counter with "
        "two more.\n\nThe agents want the home addresses of two tenants.\n",
    )
    told = drafted(tmp_path, text, is_offering=True)
    rows = [line.strip() for line in told.written().splitlines() if "addresses" in line]

    assert rows
    assert all(line.startswith("# ") for line in rows)


def test_names_have_their_code_and_what_is_said_not_to_be_asked_for_none(tmp_path: Path) -> None:
    text = article(
        "Recorder weighs papers",
        "Immigration and Customs Enforcement served an administrative subpoena on the Sorrel "
        "County Recorder's Office on June 1. It requires the office to provide the names, home "
        "addresses and class schedules of two tenants. ICE said it had not asked for medical "
        "records.\n",
    )
    told = drafted(tmp_path, text)
    asked = "SELECT kind, as_printed FROM information_sought WHERE act_id LIKE 'sorrel%' ORDER BY 1"

    assert told.relations.rows(asked) == [
        ("address", "home addresses"),
        ("names", "the names"),
        ("school_records", "class schedules of two tenants"),
    ]


def test_each_of_two_bodies_got_papers_and_the_last_ones_hold_their_own_demand(
    tmp_path: Path,
) -> None:
    text = article(
        "Offices weigh papers",
        "The Sorrel County Recorder's Office and the Tarrow Public Library each received an "
        "administrative subpoena from Immigration and Customs Enforcement on June 1.\n\nA third "
        "subpoena is pending. ICE served it on the Kansas Department of Economic Security on June "
        "4, asking for unemployment benefit files of two men.\n\nThe library has to send names "
        "and Social Security numbers. Kansas law protects the medical records of patrons.\n",
    )
    told = drafted(tmp_path, text)
    asked = "SELECT act_id, kind FROM information_sought WHERE act_id <> 'tamarack-1' ORDER BY ALL"

    assert [(act[0], act[4]) for act in told.relations.rows(ACTS)] == [
        ("kansas-department-of-economic-security", "2026-06-04"),
        ("sorrel-county-recorders-office", "2026-06-01"),
        ("tarrow-public-library", "2026-06-01"),
    ]
    assert told.relations.rows(asked) == [
        ("kansas-department-of-economic-security-1", "benefit_records")
    ]


HOUSING = article(
    "Sorrel housing board gives ICE some files",
    "The city's housing authority has turned over inspection reports. An agent left an "
    "administrative subpoena of Immigration and Customs Enforcement at the authority's Grant "
    'Street office on June 1. It asks for "household sheets".\n\nA second subpoena, '
    "dated June 3, went to the Kansas Department of Labor & Industries. The authority asked a "
    "court on Tuesday to set its subpoena aside. The government's answer is due June 20.\n",
)


def test_a_body_without_a_name_is_known_when_told_and_no_street_is_one(tmp_path: Path) -> None:
    told = drafted(
        tmp_path, HOUSING, "--to", "city's housing authority = the authority",
        "--to", "Kansas Department of Labor & Industries",
    )  # fmt: skip
    acts = "SELECT recipient_agency_id, respond_by_edtf FROM acts WHERE act_id <> 'tamarack-1'"
    names = "SELECT name FROM agencies WHERE kind IN ('local', 'state') AND agency_id <> 'records'"

    assert sorted(told.relations.rows(acts)) == [
        ("kansas-department-of-labor-industries", None),
        ("tarrow-housing-authority", None),
    ]
    assert {"housing authority", "Kansas Department of Labor & Industries"} <= {
        name for (name,) in told.relations.rows(names)
    }
    assert told.relations.rows("SELECT kind FROM events WHERE kind IN ('suit', 'motion')")


def test_what_a_housing_board_did_is_not_told_of_a_water_board(tmp_path: Path) -> None:
    text = HOUSING.replace("Kansas Department of Labor & Industries", "Tarrow Water Supply Board")
    written = drafted(tmp_path, text, is_offering=True).written()

    assert "Grant Street" not in written.partition("=== sources")[0]
    assert not re.search(r'^ *{ table = "events".*gives', written, re.M)


def test_whoever_is_of_immigration_is_taken_for_who_issued_papers(tmp_path: Path) -> None:
    text = article(
        "Library weighs papers",
        "The FBI came once, in 2006, with a letter.\n\nOn June 1 the Tarrow Public Library got an "
        "administrative subpoena. Two agents of Immigration and Customs Enforcement came to the "
        "Tarrow Public Library with it.\n",
    )
    told = drafted(tmp_path, text)

    assert told.relations.rows(
        "SELECT issuing_agency_id FROM acts WHERE recipient_agency_id = 'tarrow-public-library'"
    ) == [("immigration-and-customs-enforcement",)]


def test_what_may_come_and_laws_are_no_steps_and_no_bodies(tmp_path: Path) -> None:
    text = article(
        "Recorder weighs papers",
        "Immigration and Customs Enforcement served an administrative subpoena on the Sorrel "
        "County Recorder's Office on June 1. A neighbor said the county would be sued if it "
        "refused. If a judge ordered the recorder to answer, she could go to jail.\n\nTo comply "
        "with the subpoenas would break the Keep Kansas Working Act, the recorder said.\n",
    )
    told = drafted(tmp_path, text, is_offering=True)

    assert len(told.relations.rows(ACTS)) == 1
    assert not any(kind in told.written() for kind in ('"suit"', '"order"', '"petition"'))


CITED = {
    "The paper cites section 235(d) of the Immigration and Nationality Act and gave the recorder "
    "until July 4 to answer.": [
        ("8 U.S.C. § 1225(d)", "section 235(d) of the Immigration and Nationality Act")
    ],
    "It says it is issued under 8 U.S.C. 1225(d).": [("8 U.S.C. § 1225(d)", "8 U.S.C. 1225(d)")],
    "ICE's subpoena, issued under Section 1225 of Title 8 of the U.S. Code, was short.": [
        ("8 U.S.C. § 1225", "Section 1225 of Title 8 of the U.S. Code")
    ],
    "The papers are headed “Immigration Enforcement Subpoena” and cite 8 U.S.C. 1225(d).": [
        ("8 U.S.C. § 1225(d)", "8 U.S.C. 1225(d)")
    ],
    "ICE called its subpoenas “authorized under 8 U.S.C. 1225(d).”": [],
    "ICE said its authority to issue subpoenas under 8 U.S.C. 1225(d) is plain.": [],
    "The subpoena does not cite 8 U.S.C. 1225(d).": [],
    "Nine tenants were charged under 8 U.S.C. 1326.": [],
}


@pytest.mark.parametrize(("cites", "cited"), CITED.items(), ids=range(len(CITED)))
def test_a_section_on_which_papers_rest_is_their_authority_and_no_reason(
    tmp_path: Path, cites: str, cited: list[tuple[str, str]]
) -> None:
    told = drafted(tmp_path, f"{RECORDER}{cites}\n")
    sql = (
        "SELECT authority_citation, authority_as_printed FROM acts WHERE act_id LIKE 'sorrel-%' "
        "AND authority_citation IS NOT NULL"
    )

    assert told.relations.rows(sql) == cited
    assert not cited or 'table = "grounds"' not in told.written()


@pytest.mark.parametrize("asks", ["Form I-9 files", "I-9 forms", "payroll files"])
def test_of_papers_for_forms_of_an_employer_their_own_kind_is_asked(
    tmp_path: Path, asks: str
) -> None:
    told = drafted(tmp_path, f"{RECORDER}The subpoena seeks {asks} of all who work there.\n")
    question = f"does it ask an employer for “{asks}”? then it is of the kind i9_subpoena"

    assert (question in told.written()) == ("I-9" in asks)
