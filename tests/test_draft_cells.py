"""What a draft of an article of an unusual kind does not take for a cell or a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import above
from contribute.draft.makers.scene import Speaker
from drafting import RECORDER, Drafted, drafted

pytestmark = pytest.mark.slow

BUS = """\
Bus agency gives video to Homeland Security

By Ruth Alder
June 12, 2026

TARROW, Kan. — Sorrel Valley Transit has given Homeland Security Investigations video of one bus.

The agency says it handed over the recording on Monday, a week ahead of the June 15 deadline in an \
administrative subpoena. The subpoena is dated June 1. It asks for all camera views and the home \
addresses of riders at another 22 addresses.

“Our policy is that agents get video if they bring a valid subpoena,” said Cal Moro, the agency’s \
general manager.

Homeland Security Investigations says it is looking for a man who left a bag. It has issued \
guidance to bus companies since the middle of May.

Did the agency refuse anything? Moro would not name the rider. “I’d have declined to answer,” said \
Lt. Col. Ray Tull, who wishes the agency had refused to comply.

Tarrow police ask for student bus video twice a week. Transit board members moved to let Moro \
handle the next motion. No hearing has been set.
"""
COURT = """\
U.S. asks court to enforce subpoena

U.S. Attorney's Office, District of Kansas
June 12, 2026

TARROW, Kan. — The United States today filed a petition in U.S. District Court to enforce an \
administrative subpoena issued by U.S. Immigration and Customs Enforcement to the Sorrel County \
Recorder's Office. The matter is docketed as No. 6:26-mc-00012.

Immigration and Customs Enforcement served the administrative subpoena on the Sorrel County \
Recorder's Office on May 4. It asks for the addresses of 12 landlords.

On June 9 an appeals court put on hold another order. The government has 60 days to appeal.
"""


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    return drafted(tmp_path_factory.mktemp("bus"), BUS, "--to", "Sorrel Valley Transit")


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    return drafted(tmp_path_factory.mktemp("court"), COURT)


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        pytest.param(
            "SELECT issued_edtf, served_edtf, n_persons, issuing_agency_id FROM acts "
            "WHERE act_id = 'tarrow-1'",
            [("2026-06-01", None, None, "homeland-security-investigations")],
            id="handing over is no serving, and who is looked for is not counted",
        ),
        pytest.param(
            "SELECT kind FROM information_sought",
            [("address",)],
            id="what police ask for is not what papers ask for",
        ),
        pytest.param(
            "SELECT kind FROM events",
            [("production",)],
            id="questions, wishes, silence and motions of a board are no events",
        ),
    ],
)
def test_what_somebody_else_does_or_only_says_fills_no_cell(
    bus: Drafted, sql: str, rows: list[tuple[object, ...]]
) -> None:
    assert bus.relations.rows(sql) == rows


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        pytest.param(
            "SELECT court, docket, petitioner_agency_id FROM proceedings",
            [("D. Kan.", "6:26-mc-00012", None)],
            id="the district of the head; the issuer of papers is no petitioner",
        ),
        pytest.param("SELECT decides FROM events WHERE kind = 'order'", [("stay",)], id="a stay"),
        pytest.param(
            "SELECT days_to_respond FROM acts WHERE act_id LIKE 'sorrel-%'",
            [(None,)],
            id="days to appeal are no days to answer",
        ),
    ],
)
def test_steps_in_court_have_their_own_cells(
    court: Drafted, sql: str, rows: list[tuple[object, ...]]
) -> None:
    assert court.relations.rows(sql) == rows


def test_a_rank_alone_is_no_public_office(bus: Drafted) -> None:
    about = above(bus.written(), 'individual_id = "ray-tull"')

    assert "does this person hold a public office" in about


PAST = """\
County weighs papers from ICE

By Ruth Alder
November 18, 2026

TARROW, Kan. — The Sorrel County Clerk's Office got an administrative subpoena from Immigration \
and Customs Enforcement. It asks for the addresses of 12 voters. The office was given until \
Oct. 20 to respond.

The county has until Nov. 30 to file its written response in court. The clerk's office said no to \
ICE on Oct. 19, and a spokesman for the clerk said no decision on a suit had been made.
"""


def test_a_last_day_that_had_passed_is_not_a_year_later_and_no_decision_is_no_refusal(
    tmp_path: Path,
) -> None:
    found = drafted(tmp_path, PAST).relations

    sql = "SELECT respond_by_edtf FROM acts WHERE act_id LIKE 'sorrel-%'"
    assert found.rows(sql) == [("2026-10-20",)]
    told = "SELECT result, occurred_edtf FROM events WHERE event_id LIKE 'sorrel-%'"
    assert found.rows(told) == [("declined", "2026-10-19")]


def test_a_reason_is_on_the_side_of_whoever_gives_it_by_the_title(tmp_path: Path) -> None:
    text = (
        "Director Paul Kessler said the office complied in full on June 3 because it was legally "
        "obligated to comply.\n"
    )
    told = drafted(tmp_path, RECORDER + text).relations
    sql = "SELECT side, toward FROM grounds WHERE ground_id LIKE 'sorrel-%'"

    assert told.rows(sql) == [("recipient", "complying")]


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Special Agent", "agency"),
        ("lawyer for the government", "agency"),
        ("lawyer for the tenants", None),
    ],
)
def test_a_title_tells_the_side_of_who_has_it(title: str, side: str | None) -> None:
    assert Speaker("neil-vance", None, title=title).side == side


TOLD_WITHIN = {
    "The subpoena calls for an answer within two days.": True,
}


@pytest.mark.parametrize(("says", "is_term"), TOLD_WITHIN.items(), ids=range(len(TOLD_WITHIN)))
def test_days_in_which_others_are_told_of_papers_are_none_to_answer(
    tmp_path: Path, says: str, is_term: bool
) -> None:
    written = drafted(tmp_path, f"{RECORDER}{says}\n").written()

    assert ('days_to_respond = "two days"' in written) == is_term


LAWS = {
    "the Family Educational Rights and Privacy Act bars the county from releasing them": (
        "federal_confidentiality",
        "Family Educational Rights",
    ),
    "it would violate the Kansas Student Privacy Act": (
        "state_or_local_law_forbids",
        "violate the Kansas Student",
    ),
}


@pytest.mark.parametrize(("says", "listed"), LAWS.items(), ids=range(len(LAWS)))
def test_the_name_of_a_law_is_listed_up_to_the_word_of_another_code(
    tmp_path: Path, says: str, listed: tuple[str, str]
) -> None:
    told = drafted(tmp_path, f"{RECORDER}Recorder Dana Hale said {says}.\n")
    code, words = listed

    assert f'ground.{code} = ["{words}"]' in told.of_source()
