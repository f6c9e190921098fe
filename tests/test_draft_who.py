"""Promises about who is meant: who speaks, for which body, and whose papers a sentence is on."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting import RECORDER, Drafted, article, drafted
from texts.withheld import digest

pytestmark = pytest.mark.slow

SPEAKERS = f"""\
{RECORDER}Recorder June Pell said she would wait. “I am in no hurry,” Pell said.

Clerk of Courts Vera Lindgren took the other side. In a note on Monday, she wrote that she would \
answer “only to a judge.”

County Commissioner Frank Oster said he would wait too.

A spokesman for the regional office, who did not give his name, said the list was short. He said \
the landlords “face no charge.”

Rosa, a 29-year-old nurse, stood at the counter. “I came for a deed,” she said. “I left with \
none of mine.” “We have all of them,” Mrs. Pell said.

According to a tally by a law school, the county got “one of four.” Alder County has said it may \
write a brief.

One of the drivers, who asked not to be named, said nobody had told her. “I read it here,” she said.
"""
OFFICES = article(
    "Agency weighs papers",
    "The Kansas Office of Boat Licensing weighs an administrative subpoena that Immigration and "
    "Customs Enforcement mailed to Director Ana Ruiz. Kansas’s small boat agency has until June "
    "20.\n\nOn June 3 Director Ana Ruiz informed ICE that “a list of boats takes time.” Jo Lund, a "
    "spokeswoman for the agency, said nothing was sent. Lund said grand jury subpoenas come twice "
    "a year and are always answered.\n\nMark Dell of the Plains State Tenant Defense Project "
    "said the request was a fishing expedition. Attorney Lee Moss, who advises "
    "the office, said the paper was short. If it came to that, he said, he could ask a judge to "
    "decide.\n",
)


@pytest.fixture(scope="module")
def speakers(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    return drafted(tmp_path_factory.mktemp("speakers"), SPEAKERS)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    to = ("--to", "Kansas Office of Boat Licensing")
    return drafted(tmp_path_factory.mktemp("offices"), OFFICES, *to, is_offering=True)


def _speaker(draft: Drafted, words: str) -> str | None:
    sql = "SELECT speaker_id FROM quotes WHERE source_id = 's002' AND text LIKE ?"
    rows = draft.relations.con.execute(sql, [f"%{words}%"]).fetchall()
    ((told,),) = rows
    return str(told) if told else None


def test_a_pronoun_is_nobody_whom_another_subject_stands_between(speakers: Drafted) -> None:
    assert _speaker(speakers, "face no charge") is None
    assert _speaker(speakers, "I came for a deed") is None
    assert _speaker(speakers, "none of mine") is None
    assert _speaker(speakers, "only to a judge") == "vera-lindgren"
    assert _speaker(speakers, "I read it here") is None


def test_a_title_holds_no_day_and_nothing_that_the_agency_did(offices: Drafted) -> None:
    sql = "SELECT title FROM individuals_referenced WHERE individual_id = 'ana-ruiz'"

    assert offices.relations.rows(sql) == [("Director",)]
    assert '"3 Director' not in offices.of_source()


def test_papers_of_a_grand_jury_and_steps_of_the_recipient_are_no_facts_of_these(
    offices: Drafted,
) -> None:
    assert "always answered" not in offices.written()
    assert 'kind = "threat"' not in offices.written()


def test_a_group_that_helps_people_gives_a_reason_of_its_own_side(offices: Drafted) -> None:
    (row,) = [line for line in offices.written().splitlines() if "fishing expedition" in line]

    assert 'side = "other"' in row


LATER = f"""\
{RECORDER}Deputy Recorder Colleen Vey said the office would wait. “There is time,” Vey said.

The families live nearby, according to Sylvia Orr, a lawyer with the Plains Tenant Project. She \
said that they had done nothing wrong. “Nobody asked them,” she said. “Nobody will.”

Clerk Hassan Boyd’s note was shorter. On Monday he told the agency that the lists were gone.

Of the landlords, the paper reached one, a 45-year-old baker. She said she had no deed at all. \
“I rent,” she said.

Marcus Tell, the agency’s spokesman, said the list was lawful. He said it was short.
"""


def test_a_pronoun_is_whoever_a_text_named_or_described_last(tmp_path: Path) -> None:
    told = drafted(tmp_path, LATER)

    assert _speaker(told, "Nobody asked them") not in ("colleen-vey", "marcus-tell")
    assert _speaker(told, "Nobody will") not in ("colleen-vey", "marcus-tell")
    assert _speaker(told, "the lists were gone") != "colleen-vey"
    assert _speaker(told, "she had no deed at all") is None
    assert _speaker(told, "I rent") is None
    assert _speaker(told, "it was short") == "marcus-tell"


HEADS = {
    ("Sorrel County Sheriff's Office", "Sheriff Len Tarn"): "sorrel-county-sheriffs-office",
    ("Sorrel County Clerk", "County Clerk Ana Moss"): "sorrel-county-clerk",
    ("Sorrel County Clerk", "Mayor Joyce Tern"): None,
}


@pytest.mark.parametrize(("given", "body"), HEADS.items(), ids=range(len(HEADS)))
def test_who_leads_the_body_that_got_papers_works_for_it(
    tmp_path: Path, given: tuple[str, str], body: str | None
) -> None:
    papers = f"Homeland Security served an administrative subpoena on the {given[0]} on June 1."
    says = f"{given[1]} said the office would refuse.\n"
    told = drafted(tmp_path, article("Papers", f"{papers}\n\n{says}"))
    sql = "SELECT affiliation_agency_id FROM individuals_referenced WHERE title = ?"
    title = given[1].split(" Len")[0].split(" Ana")[0].split(" Iris")[0].split(" Joyce")[0]

    assert told.relations.con.execute(sql, [title]).fetchall() == [(body,)]


def test_who_leads_the_same_office_elsewhere_does_not_work_for_a_recipient(tmp_path: Path) -> None:
    papers = "Homeland Security served an administrative subpoena on the Sorrel County Sheriff."
    says = "In neighboring Tull County, Sheriff Bo Lang said he got none.\n"
    told = drafted(tmp_path, article("Papers", f"{papers}\n\n{says}"))
    sql = "SELECT affiliation_agency_id FROM individuals_referenced WHERE name = 'Bo Lang'"

    assert told.relations.rows(sql) in ([(None,)], [])


def test_who_speaks_for_an_office_is_a_spokesperson(tmp_path: Path) -> None:
    says = "Attorney General spokeswoman Dana Finch said the recorder would refuse.\n"
    told = drafted(tmp_path, f"{RECORDER}{says}")
    sql = "SELECT role FROM individuals_referenced WHERE name = 'Dana Finch'"

    assert told.relations.rows(sql) == [("spokesperson",)]


def test_no_name_of_an_official_is_withheld(tmp_path: Path) -> None:
    says = (
        "County attorney Omar Finch read it. Finch's neighbor Ana Ruiz, 41, was arrested in May, "
        "and Omar Finch said he charged her.\n"
    )
    told = drafted(tmp_path, f"{RECORDER}{says}")

    assert digest(["Omar", "Finch"]) not in told.of_source()
    assert digest(["Ana", "Ruiz"]) in told.of_source()


def test_a_solicitor_through_whom_a_body_answers_is_not_withheld(tmp_path: Path) -> None:
    says = (
        "The county answered on June 5 through its solicitor, Ruben Stahl, who told the agency "
        "that it keeps no copies. “You cannot ask for what was never kept,” Stahl said.\n"
    )
    told = drafted(tmp_path, f"{RECORDER}{says}")

    assert digest(["Ruben", "Stahl"]) not in told.of_source()
    assert "Ruben Stahl" in told.written()
