"""Promises about people in drafts: who has an office, who speaks, whom papers are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting import RECORDER, Drafted, article, drafted

pytestmark = pytest.mark.slow

OFFICERS = f"""\
{RECORDER}Board of Trustees Chair Odile Marsh said the county would wait. “We can wait,” Marsh said.

“It is short,” said Dr. Hanna Brook, Chief Archivist and Director of Records for the county.

A spokeswoman in Topeka, Carla Umber, sent a line: “We are examining deeds for fraud.”

Library board member Paul Tessier wishes the recorder had laughed. “I would have,” he said.

The chief deputy administrator wrote that the office “keeps no list.” Alder County’s sheriff said \
he got none.

“The recorder sends nothing,” the letter says. County Attorney Omar Finch signed it Monday.

The Secretary of State’s office in Topeka says it got no paper.

“The pier is closed,” said Wharfinger Lon Tibbet, whose deputy, licensing manager Roy Amsel, \
agreed: “It stays shut,” Amsel said. “They will be back,” said Alliance director Griselda Pine.

Ben Ashby, a staff attorney with Flint Hills Legal Aid, called it a bluff. Lena Ortega, a lawyer \
who represents two of the landlords, said they would sue.

Dana Crewe, the deputy county attorney who argued for the board, told Judge Olga Reyes that nobody \
had asked. “Nobody asked,” Crewe said.

“It came by mail,” said Guilderland town clerk Wynne Tabor.
"""


@pytest.fixture(scope="module")
def officers(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    return drafted(tmp_path_factory.mktemp("officers"), OFFICERS)


SAID = {
    "the county would wait": "odile-marsh",
    "We can wait": "odile-marsh",
    "It is short": "hanna-brook",
    "We are examining deeds": "carla-umber",
    "I would have": "paul-tessier",
    "The pier is closed": "lon-tibbet",
}


@pytest.mark.parametrize(("words", "speaker"), SAID.items(), ids=range(len(SAID)))
def test_whoever_is_named_with_an_office_speaks(
    officers: Drafted, words: str, speaker: str
) -> None:
    sql = "SELECT speaker_id FROM quotes WHERE source_id = 's002' AND text LIKE ?"

    assert officers.relations.con.execute(sql, [f"%{words}%"]).fetchall() == [(speaker,)]


TITLES = {
    "odile-marsh": "Board of Trustees Chair",
    "hanna-brook": "Chief Archivist and Director of Records for the county",
    "carla-umber": "spokeswoman in Topeka",
    "paul-tessier": "Library board member",
    "lon-tibbet": "Wharfinger",
    "roy-amsel": "licensing manager",
    "dana-crewe": "deputy county attorney",
}


@pytest.mark.parametrize(("who", "title"), TITLES.items(), ids=range(len(TITLES)))
def test_a_title_is_an_office_and_no_form_of_address(
    officers: Drafted, who: str, title: str
) -> None:
    sql = "SELECT title FROM individuals_referenced WHERE individual_id = ?"

    assert officers.relations.con.execute(sql, [who]).fetchall() == [(title,)]


def test_an_office_without_a_name_is_a_person_and_no_body(officers: Drafted) -> None:
    sql = (
        "SELECT speaker_id IS NULL, speaker_agency_id FROM quotes "
        "WHERE text LIKE '%keeps no%' OR text LIKE '%he got none%'"
    )

    assert officers.relations.rows(sql) == [(False, None), (False, None)]
    assert 'agency_id = "board-of-trustees-chair' not in officers.written()


def test_an_office_that_speaks_is_a_body(officers: Drafted) -> None:
    sql = "SELECT speaker_agency_id FROM quotes WHERE text LIKE '%it got no paper%'"

    assert officers.relations.rows(sql) == [("secretary-of-states-office",)]


def test_whether_the_head_of_a_private_group_holds_an_office_is_asked(officers: Drafted) -> None:
    *_, before = (
        officers.written().partition('individual_id = "griselda-pine"')[0].splitlines()[:-1]
    )

    assert "hold a public office" in before or "(choices as above)" in before


def test_a_place_that_begins_like_a_group_makes_no_office_private(officers: Drafted) -> None:
    sql = "SELECT role FROM individuals_referenced WHERE individual_id = 'wynne-tabor'"
    before = officers.written().partition('individual_id = "wynne-tabor"')[0].splitlines()[-2]

    assert officers.relations.rows(sql) == [("official",)]
    assert "hold a public office" not in before


def test_a_lawyer_of_a_private_group_or_person_is_not_named(officers: Drafted) -> None:
    written = officers.written()

    assert "Ben Ashby" not in written
    assert "Lena Ortega" not in written


def _prose(words: str) -> str:
    papers = (
        "Immigration and Customs Enforcement served an administrative subpoena on the Sorrel "
        "County Sheriff's Office on June 1."
    )
    return article("Sheriff gets papers", f"{papers}\n\n{words}\n")


PROSE = {
    "It concerns a 22-year-old man from Brazil who was cited in March.": [(22, "BRA")],
    "It asks about two men. The other man is 26 and from Honduras.": [(26, "HND")],
    "The office does not ask who is a citizen when a person calls.": [],
}


@pytest.mark.parametrize(("words", "people"), PROSE.items(), ids=range(len(PROSE)))
def test_people_of_running_prose_have_their_age_and_country(
    tmp_path: Path, words: str, people: list[tuple[int | None, str]]
) -> None:
    told = drafted(tmp_path, _prose(words))
    sql = "SELECT age, nationality FROM individuals_referenced WHERE individual_id LIKE 'sorrel-%'"

    assert sorted(told.relations.rows(sql), key=str) == sorted(people, key=str)


CASES = {
    "convicted in 2017 of possession with intent to sell": [("conviction", "drug_sale_intended")],
}


@pytest.mark.parametrize(("words", "facts"), CASES.items(), ids=range(len(CASES)))
def test_a_fact_is_told_once_with_its_offense(
    tmp_path: Path, words: str, facts: list[tuple[str, str]]
) -> None:
    told = drafted(tmp_path, _prose(f"It concerns a 31-year-old man from Peru, {words}."))
    sql = "SELECT kind, offense FROM case_facts WHERE case_fact_id LIKE 'sorrel-%'"

    assert told.relations.rows(sql) == facts


def test_of_two_people_each_sentence_tells_of_the_last_one(tmp_path: Path) -> None:
    told = drafted(
        tmp_path,
        _prose(
            "It asks about two men. A 31-year-old man from Peru was charged in May with theft.\n\n"
            "The other man is 26 and from Honduras. Police arrested him in April. The charge was "
            "dropped May 3, and he left the jail that day. The jail holds nobody on a detainer."
        ),
    )
    sql = "SELECT individual_id, kind FROM case_facts WHERE case_fact_id LIKE 'sorrel-%'"
    kinds = {kind for who, kind in told.relations.rows(sql) if str(who).endswith("-b")}

    assert {"dismissal", "release"} <= kinds
    assert "detainer_honored" not in told.written()


EXECUTIVE = f"""\
{RECORDER}County Executive Ines Varga thanked the staff. “We keep faith,” said County Executive \
Varga.

Press secretary Nell Oakes of ICE said the papers were sent. Clerk Ruth Dale told families in an \
email last night that nobody had to move.

The papers list names and ages, together with their rent reports. A Tarrow shoe shop says it got \
nothing.

The form, under the heading “Notice of Records Demand,” is two pages long. “It is a nuisance,” she \
said.
"""


@pytest.fixture(scope="module")
def executive(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    return drafted(tmp_path_factory.mktemp("executive"), EXECUTIVE)


def test_an_office_with_a_surname_is_whoever_was_named_with_it(executive: Drafted) -> None:
    sql = "SELECT speaker_id, speaker_agency_id FROM quotes WHERE text LIKE '%keep faith%'"

    assert executive.relations.rows(sql) == [("ines-varga", None)]
    assert '"County Executive Varga"' not in executive.of_source().split("phrases_in")[1]


def test_who_speaks_to_the_press_is_a_spokesperson(executive: Drafted) -> None:
    sql = "SELECT role FROM individuals_referenced WHERE individual_id = 'nell-oakes'"

    assert executive.relations.rows(sql) == [("spokesperson",)]


def test_a_venue_ends_before_its_day(executive: Drafted) -> None:
    sql = "SELECT venue FROM quotes WHERE text LIKE '%had to move%'"

    assert executive.relations.rows(sql) == [("an email",)]


def test_reports_are_no_verb_and_a_shop_is_no_person(executive: Drafted) -> None:
    assert "together with their rent" not in executive.of_source()
    assert "a-tarrow-shoe-shop" not in executive.written() + executive.of_source()


GIVES_REASON = {
    "“It was issued by your agency and not by any court,” Recorder Edda Moss said.": (
        "not_court_issued",
        "recipient",
    ),
    "“We do not have what they are asking for,” Recorder Edda Moss said.": (
        "no_such_records",
        "recipient",
    ),
    "“It keeps people safe,” ICE spokesman Carl Jonas said.": ("public_safety", "agency"),
    "“This is part of a smuggling investigation,” ICE spokesman Carl Jonas said.": (
        "criminal_investigation",
        "agency",
    ),
}


@pytest.mark.parametrize(("words", "ground"), GIVES_REASON.items(), ids=range(len(GIVES_REASON)))
def test_a_reason_in_a_quotation_has_its_code_and_side(
    tmp_path: Path, words: str, ground: tuple[str, str]
) -> None:
    told = drafted(tmp_path, f"{RECORDER}{words}\n")

    assert ground in told.relations.rows("SELECT ground, side FROM grounds")


RELEASE = """\
ICE serves papers on Sorrel County Recorder

U.S. Immigration and Customs Enforcement
By ICE Public Affairs
June 12, 2026

TARROW, KS – U.S. Immigration and Customs Enforcement served an administrative subpoena on the \
Sorrel County Recorder's Office on June 1. Linden police got a call. The recorder’s office has \
handed the agency the deeds it asked for.

# # #
"""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    return drafted(tmp_path_factory.mktemp("release"), RELEASE)


def test_the_state_is_that_of_the_dateline(release: Drafted) -> None:
    assert "us-ks" in release.written()
