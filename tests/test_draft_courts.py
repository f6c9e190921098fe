"""What an article tells of courts, of papers to others, and of bodies that a person names."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import answered
from calling import call
from check import stages
from drafting import RECORDER, drafted
from test_draft import LEFT, Drafted, made

pytestmark = pytest.mark.slow

RULINGS = """\
Courts take up papers to county offices

By Nora Feld
May 27, 2026

TARROW, Ore. — Immigration and Customs Enforcement served an administrative subpoena on the \
Linden County Housing Authority on May 4, asking for the leases of two tenants. The authority \
refused on May 6, and the government went to court on May 8. From the bench, U.S. Magistrate \
Judge Ana Ruiz said the housing authority's papers were too broad. She rejected the government's \
petition on May 20.

The Linden County Clerk's Office got its own administrative subpoena on May 5. The clerk refused \
on May 7. A federal judge on May 21 declined to enforce the subpoena to the clerk.

The Linden County Assessor's Office received a further administrative subpoena on May 6. The \
assessor refused on May 9. On May 22 a judge refused to order the assessor to hand over the \
files.

The Linden County Recorder's Office was served with another administrative subpoena on May 7. The \
recorder refused on May 10. Judge Peter Lund said the recorder had a point. Lund denied the \
government's petition to enforce it on May 23.

The Linden County Treasurer's Office received an administrative subpoena on May 8. The treasurer \
refused on May 11. Nobody has sued over the treasurer's papers, and neither side has gone to \
court. No lawsuit has been filed by the treasurer. The treasurer rejected the agency's bid for an \
answer.
"""
OTHERS = """\
County answers agents in writing

By Nora Feld
May 27, 2026

TARROW, Ore. — The sheriff has refused to hand over addresses that federal agents want.

Two administrative subpoenas came to the Linden County Sheriff's Office on May 4, asking for the \
addresses of two men. They bear the signature of an officer of Immigration and Customs \
Enforcement in Tarrow. In a three-page reply dated May 9, Deputy County Counsel Ida Moe wrote \
that state law forbids an answer.

A federal grand jury subpoena was served on May 6 on Ridgeline Talent Group, a Tarrow labor \
contractor, seeking payroll files. The company said it has begun turning over the files.

The U.S. Attorney's Office asked a federal judge on May 12 to enforce the two subpoenas to the \
sheriff. The petition argues that the state law must yield. In its petition, the government \
contends that no judge has to sign the papers. The government's filing says state law does not \
protect the addresses.
"""
TOLD = """\
Housing body weighs papers

By Nora Feld
May 27, 2026

TARROW, Ore. — The Tarrow Housing Partners got its own administrative subpoena on May 6. It was \
signed by an agent of Homeland Security Investigations and asks for the leases of two tenants.

A grand jury subpoena dated May 7 went to Cobalt Ridge, which wanted no lawyer. It has handed \
over its payroll records.

On May 9 a criminal subpoena was served on Dr. Hall's practice for patient files. The practice \
gave agents the files.

A grand jury subpoena was served on May 8 on Harrow Mutual. It said no.

A federal magistrate judge on May 20 refused to make Tarrow Housing Partners give agents the \
leases.

The Linden County Clerk's Office spoke of none.
"""
PAGE = """\
title: Judge turns down bid for leases
publisher: Tarrow Post
published: May 27, 2026
[first paragraph] federal magistrate judge on Wednesday refused to make the Linden County Housing \
Authority give agents the leases
[second paragraph] Magistrate Judge Louisa Hartwell said the administrative subpoena, which \
Immigration and Customs Enforcement served on the authority May 4
[second paragraph] denied the government's petition without prejudice
[third paragraph] Its lawyer, Simon Teller, said that state law forbids it
[fourth paragraph] Senior Judge Ana Maria Ruiz said the authority had no duty
[fifth paragraph] Assistant County Attorney Lee Park said the papers were too broad
"""


@pytest.fixture(scope="module")
def rulings(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article on rulings over papers to several offices."""
    return made(tmp_path_factory.mktemp("rulings"), RULINGS)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article in which a company and prosecutors have papers too."""
    return made(tmp_path_factory.mktemp("others"), OTHERS)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article of which a person says to whom papers went."""
    return made(tmp_path_factory.mktemp("told"), TOLD, "--to", "Tarrow Housing Partners")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of phrases of a page, of which a person says to whom papers went."""
    words = ("--to", "Linden County Housing Authority", "--accessed", "2026-05-28", "--page")
    return made(tmp_path_factory.mktemp("page"), PAGE, *words)


@pytest.mark.parametrize(
    ("act", "day", "words"),
    [
        ("1", "2026-05-20", "rejected"),
        ("2", "2026-05-21", "declined to enforce"),
        ("3", "2026-05-22", "refused to order"),
    ],
)
def test_a_ruling_is_an_order_on_the_petition_and_no_second_petition(
    rulings: Drafted, act: str, day: str, words: str
) -> None:
    own = f"event_id LIKE 'linden-county-{act}-%' AND kind NOT IN ('response', 'petition')"
    found = rulings.rows(f"SELECT kind, result, occurred_edtf FROM events WHERE {own}")

    assert found == [("order", "denied", day)]
    assert rulings.rows(
        f"SELECT exact FROM evidence WHERE row_id = 'linden-county-{act}-order' "
        "AND column_name = 'result'"
    ) == [(words,)]
    assert 'id = "petition-2"' not in rulings.written()


def test_that_nobody_has_gone_to_court_is_no_step_in_court_and_no_answer(rulings: Drafted) -> None:
    own = "SELECT kind, occurred_edtf FROM events WHERE event_id LIKE 'linden-county-5-%'"

    assert rulings.rows(own) == [("response", "2026-05-11")]
    assert "may tell of a petition" not in rulings.written()


def test_each_step_in_court_has_its_matter_and_who_began_it_is_asked(rulings: Drafted) -> None:
    steps = "SELECT count(*) FROM events WHERE kind IN ('petition', 'order')"

    assert rulings.rows(steps) == [(5,)]
    assert rulings.rows(f"{steps} AND proceeding_id IS NULL") == [(0,)]
    assert "no words tell who asked the court" in rulings.written()


def test_what_a_ruling_tells_is_not_said_to_be_untold(rulings: Drafted) -> None:
    assert {p.code for p in stages.run(rulings.root).problems} <= LEFT


@pytest.mark.parametrize("act", ["1", "3", "5"])
def test_one_subpoena_is_one(rulings: Drafted, act: str) -> None:
    sql = f"SELECT n_subpoenas FROM acts WHERE act_id = 'linden-county-{act}'"

    assert rulings.rows(sql) == [(1,)]


def test_papers_of_a_grand_jury_to_a_company_are_no_act(others: Drafted) -> None:
    assert others.rows("SELECT recipient_agency_id FROM acts WHERE act_id LIKE 'linden-%'") == [
        ("linden-county-sheriffs-office",)
    ]
    assert others.rows("SELECT event_id FROM events WHERE kind = 'production'") == []
    assert '"out_of_scope", words = ["A federal grand jury subpoena' in others.written()


def test_whose_officer_signed_papers_issued_them_and_not_who_asks_a_court(others: Drafted) -> None:
    sql = "SELECT issuing_agency_id FROM acts WHERE act_id = 'linden-county-1'"

    assert others.rows(sql) == [("immigration-and-customs-enforcement",)]
    assert "did Immigration and Customs Enforcement issue the papers?" in others.written()


def test_papers_to_others_than_a_person_told_are_not_theirs(told: Drafted) -> None:
    assert told.rows("SELECT instrument FROM acts WHERE act_id LIKE 'linden-%'") == [
        ("administrative_subpoena",)
    ]
    assert (
        told.rows("SELECT kind FROM events WHERE event_id LIKE 'linden-%' AND kind <> 'order'")
        == []
    )
    assert told.rows("SELECT kind FROM information_sought WHERE kind = 'wage_records'") == []


def test_a_body_that_a_person_told_has_a_place_and_its_kind_is_asked(told: Drafted) -> None:
    sql = (
        "SELECT act_id, g.kind, issuing_agency_id FROM acts JOIN agencies g "
        "ON recipient_agency_id = g.agency_id WHERE act_id NOT LIKE 'tamarack-%'"
    )
    assert told.rows(sql) == [("linden-county-1", "local", "homeland-security-investigations")]
    assert "“Tarrow Housing Partners” has a name such as private bodies have" in told.written()


def test_a_ruling_in_the_sentence_that_names_the_recipient_is_kept(
    told: Drafted, page: Drafted
) -> None:
    sql = "SELECT result, occurred_edtf FROM events WHERE kind = 'order'"

    assert told.rows(sql) == [("denied", "2026-05-20")]
    assert page.rows(sql) == [("denied", "2026-05-27")]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Ana Maria Ruiz", "Senior Judge"),
        ("Lee Park", "Assistant County Attorney"),
        ("Simon Teller", "lawyer"),
    ],
)
def test_a_title_is_no_part_of_a_name_and_a_name_tells_no_role(
    page: Drafted, name: str, title: str
) -> None:
    sql = f"SELECT title FROM individuals_referenced WHERE name = '{name}'"

    assert page.rows(sql) == [(title,)]
    assert f'"{name}"' not in page.written().partition("role.")[2]


@pytest.mark.parametrize("text", ["rulings", "others", "told"])
def test_a_draft_on_courts_passes_the_check_when_its_questions_are_answered(
    text: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    drafted: Drafted = request.getfixturevalue(text)
    fixed = call(answered(drafted.root, tmp_path), "check", "--fix")

    assert fixed.code == 0, fixed.out


SUITS = """\
Papers on leases go to court

By Nora Feld
May 27, 2026

TARROW, Ore. — Immigration and Customs Enforcement served an administrative subpoena on the \
Linden County Recorder's Office on May 4. {}

Magistrate Judge Ana Ruiz on May 20 blocked agents from enforcing the subpoena.
"""


@pytest.mark.parametrize(
    ("words", "kind", "is_asked"),
    [
        (
            "A case that two tenants brought in federal court on May 8 goes on. They asked the "
            "court to quash the subpoena.",
            "third_party_suit",
            True,
        ),
        (
            "The county asked the court to throw the subpoena out on May 8.",
            "recipient_suit",
            False,
        ),
    ],
)
def test_who_asks_a_court_to_throw_papers_out_is_who_does_so_and_no_government(
    tmp_path: Path, words: str, kind: str, is_asked: bool
) -> None:
    suit = made(tmp_path, SUITS.format(words))

    assert suit.rows("SELECT kind FROM proceedings") == [(kind,)]
    assert ("who asks the court?" in suit.written()) == is_asked
    assert suit.rows("SELECT decides FROM events WHERE kind = 'order'") == [("prohibition",)]


STEPS = {
    "Should the office refuse, ICE will ask the U.S. Attorney's Office to seek an order.": [
        ("threat", None, None, None)
    ],
    "ICE went to federal court on June 4 to enforce it. The office filed its opposition June 8.": [
        ("opposition", None, None, "2026-06-08"),
        ("petition", None, None, "2026-06-04"),
    ],
    "On June 5, U.S. District Judge Ana Poe temporarily barred the office from giving ICE any "
    "list.": [("order", "prohibition", "granted", "2026-06-05")],
    "The county asked the U.S. District Court in Topeka on June 4 to quash the subpoena. U.S. "
    "District Judge Ana Poe heard the lawyers on June 8 and dismissed the case Wednesday.": [
        ("hearing", None, None, "2026-06-08"),
        ("order", "quashing", "dismissed", "2026-06-10"),
        ("motion", None, None, "2026-06-04"),
    ],
    "ICE withdrew nothing.": [],
}


@pytest.mark.parametrize(("words", "steps"), STEPS.items(), ids=range(len(STEPS)))
def test_a_step_in_court_has_the_day_beside_its_verb(
    tmp_path: Path, words: str, steps: list[tuple[str | None, ...]]
) -> None:
    told = drafted(tmp_path, f"{RECORDER}{words}\n")
    sql = (
        "SELECT kind, decides, result, occurred_edtf FROM events WHERE event_id LIKE 'sorrel-%' "
        "AND kind != 'response'"
    )

    assert sorted(told.relations.rows(sql), key=str) == sorted(steps, key=str)
