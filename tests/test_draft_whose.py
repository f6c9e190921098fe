"""Promises about whose papers a sentence tells of, when these came, and what they ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from contribute.draft.makers.bodies.told import refuse_unfound
from drafting import article, drafted
from printing import Refusal

pytestmark = pytest.mark.slow

NEW = "act_id <> 'tamarack-1'"
GOT = (
    "SELECT recipient_agency_id, n_subpoenas, coalesce(served_edtf, issued_edtf) FROM acts "
    f"WHERE {NEW} ORDER BY ALL"
)
TERMS = f"SELECT issued_edtf, served_edtf, respond_by_edtf, days_to_respond FROM acts WHERE {NEW}"
SOUGHT = f"SELECT kind, as_printed FROM information_sought WHERE {NEW} ORDER BY ALL"
KINDS = f"SELECT instrument, scope_is_doubted FROM acts WHERE {NEW}"
RECORDER, CLERK, SHERIFF = (
    f"sorrel-county-{name}-office" for name in ("recorders", "clerks", "sheriffs")
)
SERVED = "ICE served an administrative subpoena on the Sorrel County Recorder's Office on June 1."
TWO = (
    "The Sorrel County Recorder's Office and the Kansas Department of Boat Licenses each answered "
    "federal agents in June.\n\n"
)
PAPERS: dict[str, tuple[str, tuple[str, ...], list[tuple[object, ...]]]] = {
    "“the one to the boat license agency” is of the department that is named so in full": (
        f"{TWO}{SERVED} The one to the boat license agency, faxed June 3, asks for the names of 23 "
        "owners.",
        (),
        [("kansas-department-of-boat-licenses", 1, "2026-06-03"), (RECORDER, 1, "2026-06-01")],
    ),
    "“two more” for whoever got the last ones are papers of their own": (
        f"{SERVED} Agents came back with two more on June 8, about two tenants.",
        (),
        [(RECORDER, 1, "2026-06-01"), (RECORDER, 2, "2026-06-08")],
    ),
    "a share of the papers is of whom it went to, also where a person told who got them": (
        "Eight administrative subpoenas came to Sorrel County, records show. ICE served one on the "
        "Sorrel County Recorder's Office on June 1. The recorder's subpoena asks for the names of "
        "23 owners.\n\nThree of the eight went to the Sorrel County Sheriff's Office on June 3.\n\n"
        "ICE served the other two on the Sorrel County Clerk's Office on June 5.",
        ("Sorrel County Recorder's Office", "Sheriff's Office", "Sorrel County Clerk's Office"),
        [(CLERK, 2, "2026-06-05"), (RECORDER, 1, "2026-06-01"), (SHERIFF, 3, "2026-06-03")],
    ),
    "papers brought “to the counter” are of the body with which the paragraph begins": (
        f"{SERVED}\n\nThe Sorrel County Clerk's Office said yes. On June 4, an ICE agent came to "
        "the counter with two subpoenas.",
        (),
        [(CLERK, 2, "2026-06-04"), (RECORDER, 1, "2026-06-01")],
    ),
    "“sent it a single subpoena” is told of the body before": (
        f"{SERVED}\n\nLast was the Sorrel County Clerk's Office. On June 5, ICE sent it a single "
        "subpoena.",
        (),
        [(CLERK, 1, "2026-06-05"), (RECORDER, 1, "2026-06-01")],
    ),
    "a body joined in another sentence got none of the papers of this one": (
        "The Sorrel County Clerk's Office and the Sorrel County Recorder's Office heard from ICE.\n"
        "\nOn June 2 agents served an administrative subpoena on the recorder.",
        (),
        [(RECORDER, 1, "2026-06-02")],
    ),
    "“all of them about tenants” is said of papers, and of no bodies that a person told": (
        "The Sorrel County Clerk's Office said little. It received seven administrative subpoenas "
        "from ICE on June 1, all of them about tenants.\n\nThe Sorrel County Recorder's Office got "
        "an administrative subpoena from ICE on May 4.",
        ("Sorrel County Clerk's Office", "Sorrel County Recorder's Office"),
        [(CLERK, 7, "2026-06-01"), (RECORDER, 1, "2026-05-04")],
    ),
    "whoever studies the subpoena, or knows of no other, got none": (
        f"{SERVED} The Office of the County Counsel is studying the subpoena.\n\nThe Kansas "
        "Department of Boat Licenses says it knows of no office that has received one.",
        (),
        [(RECORDER, 1, "2026-06-01")],
    ),
    "a subpoena of which the next clause says “grand jury” is none of the agency": (
        f"{SERVED}\n\nThe Sorrel County Sheriff's Office also got a subpoena in May, but that one "
        "was from a grand jury.",
        (),
        [(RECORDER, 1, "2026-06-01")],
    ),
    "a sentence that goes on behind a name in commas tells who got papers": (
        "The Sorrel County Clerk's Office, which is open by day, has received a subpoena from ICE.",
        (),
        [(CLERK, 1, None)],
    ),
    "papers of a firm, a grand jury, a judge or an inspector general are of no act": (
        f"{SERVED}\n\nNot all papers are alike. Last week a payroll firm, Oak Staffing, received a "
        "subpoena for its I-9 forms, and in 2024 a grand jury in Topeka demanded ferry logs. The "
        "county complied with the latter. A Sorrel County judge signed a subpoena to the recorder "
        "for meter data. In May the Homeland Security inspector general subpoenaed the state's "
        "shelter office.",
        (),
        [(RECORDER, 1, "2026-06-01")],
    ),
    "an emailed request is no subpoena, and a court that orders receives nothing": (
        f"{SERVED}\n\nTarrow police got an emailed request from ICE, which they declined. A Linden "
        "County Court judge ordered the recorder to produce deeds for a fraud trial.",
        (),
        [(RECORDER, 1, "2026-06-01")],
    ),
    "what one verb shares out has a number for each body, and one day": (
        "On June 3, ICE served two administrative subpoenas on the Sorrel County Recorder's Office "
        "and one on the Tarrow Police Department.",
        (),
        [(RECORDER, 2, "2026-06-03"), ("tarrow-police-department", 1, "2026-06-03")],
    ),
}
DAYS: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "a document is dated on one day and arrives on another": (
        f"{SERVED.replace(' on June 1', '')} The document is dated May 20 and arrived by certified "
        "mail on May 26.",
        [("2026-05-20", "2026-05-26", None, None)],
    ),
    "an agent “handed it” to somebody on its day": (
        f"{SERVED.replace(' on June 1', '')} A courier handed it to a guard on the morning of June "
        "2.",
        [(None, "2026-06-02", None, None)],
    ),
    "a day “two days after” agents came with papers is counted back": (
        "The Sorrel County Recorder's Office gave up a file on June 10, two days after a pair of "
        "agents walked up to the counter with an administrative subpoena from ICE.",
        [(None, "2026-06-08", None, None)],
    ),
    "the day on which somebody told a board of papers is not theirs": (
        "The Sorrel County Recorder's Office received an administrative subpoena from ICE, "
        "Recorder Ida Moe told the county board Monday.",
        [(None, None, None, None)],
    ),
    "a last day has a time of day before it": (
        f"{SERVED} It set a deadline of noon June 15.",
        [(None, "2026-06-01", "2026-06-15", None)],
    ),
    "a clock that ran out is a last day": (
        f"{SERVED} That clock ran out yesterday.",
        [(None, "2026-06-01", "2026-06-11", None)],
    ),
    "a paper allows days": (
        f"{SERVED} The subpoena allows ten days.",
        [(None, "2026-06-01", None, 10)],
    ),
    "a promise to answer by a day is no last day, and weeks of logs are no term": (
        f"{SERVED} Recorder Ida Moe said she would comply by June 20. She gave ICE two weeks of "
        "logs.",
        [(None, "2026-06-01", None, None)],
    ),
    "each of two joined verbs has its own day": (
        "ICE issued an administrative subpoena on May 5 and served it on the Sorrel County "
        "Recorder's Office three days later.",
        [("2026-05-05", "2026-05-08", None, None)],
    ),
}
ASKED: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "what is asked for is printed to its end, without a day or a clause behind it": (
        "It seeks the home addresses of eight cooks who left, and wage records of two men by "
        "June 20.",
        [("address", "home addresses of eight cooks"), ("wage_records", "wage records of two men")],
    ),
    "words before records decide of which kind they are": (
        "It seeks Medicaid enrollment records of four patients and marriage license applications.",
        [("benefit_records", "Medicaid enrollment records of four patients")],
    ),
    "clauses and later members of a list are asked for": (
        "It requires the office to state where each tenant lives, when each is due in court, plate "
        "numbers and a telephone number.",
        [
            ("address", "where each tenant lives"),
            ("phone_number", "telephone number"),
            ("vehicle", "plate numbers"),
        ],
    ),
    "a clause that explains a word asks for nothing": (
        "It wants the home addresses of nine people with permits, which Kansas issues regardless "
        "of immigration status.",
        [("address", "home addresses of nine people with permits")],
    ),
    "one “or” joins two kinds": (
        "It asks for any address or phone number.",
        [("address", "address"), ("phone_number", "phone number")],
    ),
    "a place within what is asked for is not asked for, and a court may order less": (
        "A judge ordered the office to give ICE billing records of nine homes. It sought the "
        "monthly utility bills at each address.",
        [("utility_records", "monthly utility bills at each address")],
    ),
    "people joined by “and” are all printed": (
        "It asks for the phone numbers of parents and guardians.",
        [("phone_number", "phone numbers of parents and guardians")],
    ),
    "a document without a code is no person": (
        "It asks for lease applications and pay stubs of nine individuals.",
        [("wage_records", "pay stubs of nine individuals")],
    ),
}
UNSIGNED = {
    "The clerk has it. It was not approved by a judge.": "not approved by a judge",
    "A supervisor signed it. No judge did.": "No judge did",
    "It is signed by a supervisor, not by a judge.": "signed by a supervisor, not by a judge",
}


@pytest.mark.parametrize("promise", PAPERS)
def test_papers_are_of_whom_the_words_before_them_name(promise: str, tmp_path: Path) -> None:
    says, to, wanted = PAPERS[promise]
    told = drafted(tmp_path, article("Papers", f"{says}\n"), *(w for t in to for w in ("--to", t)))

    assert told.relations.rows(GOT) == wanted


def test_a_sentence_goes_on_about_the_papers_of_which_the_text_told_last(tmp_path: Path) -> None:
    text = (
        f"{SERVED}\n\nICE served an administrative subpoena on the Tarrow Police Department on "
        "June 2.\n\nChief Hal Dunn let the day pass. In a letter dated June 8, he told ICE that he "
        "would hand over nothing.\n\nThe Sorrel County Sheriff's Office got a subpoena in May, but "
        "that one was from a grand jury. Sheriff Lou Bell turned over a file.\n"
    )
    told = drafted(tmp_path, article("Papers", text))
    sql = (
        "SELECT recipient_agency_id, e.kind, result FROM events e JOIN event_acts USING (event_id) "
        f"JOIN acts USING (act_id) WHERE {NEW}"
    )

    assert told.relations.rows(sql) == [("tarrow-police-department", "response", "declined")]


@pytest.mark.parametrize("promise", DAYS)
def test_papers_have_their_days(promise: str, tmp_path: Path) -> None:
    says, wanted = DAYS[promise]
    told = drafted(tmp_path, article("Papers", f"{says}\n"))

    assert told.relations.rows(f"{TERMS} ORDER BY act_id") == wanted


@pytest.mark.parametrize("promise", ASKED)
def test_what_papers_ask_for_is_told_whole(promise: str, tmp_path: Path) -> None:
    says, wanted = ASKED[promise]
    told = drafted(tmp_path, article("Papers", f"{SERVED} {says}\n"))

    assert told.relations.rows(SOUGHT) == wanted


@pytest.mark.parametrize("says", UNSIGNED)
def test_a_subpoena_that_no_judge_signed_is_administrative(says: str, tmp_path: Path) -> None:
    text = f"{SERVED.replace('administrative ', '')} {says}\n"
    told = drafted(tmp_path, article("Papers", text))

    assert told.relations.rows(KINDS) == [("administrative_subpoena", None)]
    assert UNSIGNED[says] in told.written()
    assert "of what kind does the text say" not in told.written()


def test_days_that_no_row_uses_beside_words_that_rows_use_are_asked_about(tmp_path: Path) -> None:
    text = f"{SERVED}\n\n“No,” said Recorder Ida Moe, who saw a lawyer May 28.\n"
    asked = drafted(tmp_path, article("Papers", text), is_offering=True).of_source()

    assert "sentences, and not their days" in asked
    assert "saw a lawyer May 28" in asked


def test_each_counted_subpoena_has_its_id_where_a_question_is_open(tmp_path: Path) -> None:
    text = (
        "ICE served two administrative subpoenas on the Sorrel County Recorder's Office on June 1."
        "\n\nICE has sent nine subpoenas to public bodies of the county this year.\n"
    )
    written = drafted(tmp_path, article("Papers", text), is_offering=True).written()

    assert "does it tell of these papers, or of others?" in written
    assert 'ids = ["-1", "-2"]' in written


def test_a_body_is_told_by_its_name_although_the_text_leaves_its_place_out(tmp_path: Path) -> None:
    name = "Sorrel County Regional Justice Center"
    text = (
        "The county's Regional Justice Center holds nine men. ICE served an administrative "
        "subpoena on the center on June 2.\n"
    )
    told = drafted(tmp_path, article("Papers", text), "--to", f"{name} = the center")

    assert "Regional Justice Center" in told.written()


def test_a_name_that_the_text_lacks_is_passed_over_where_it_has_other_words_for_the_body(
    tmp_path: Path,
) -> None:
    text = f"{SERVED} The sheriff of Sorrel County got one on June 2.\n"
    names = "Sorrel County Sheriff's Department = the sheriff of Sorrel County"
    told = drafted(tmp_path, article("Papers", text), "--to", names)

    (received,) = told.relations.rows(GOT)
    assert received[1:] == (1, "2026-06-02")
    assert refuse_unfound(text, [names]) == ["Sorrel County Sheriff's Department"]


def test_only_names_are_proposed_for_one_that_the_text_does_not_have() -> None:
    text = "Agents went to the Tarrow Water Board. Kansas sent administrative papers."
    with pytest.raises(Refusal) as refused:
        refuse_unfound(text, ["Tarrow Water Bureau"])
    assert str(refused.value).endswith("Tarrow Water Board”?")
    with pytest.raises(Refusal, match="name it by its words there"):
        refuse_unfound(text, ["Kansas administrative bureau"])


def test_only_papers_and_answers_have_a_last_day(tmp_path: Path) -> None:
    text = f"{SERVED} A reply is due on June 16.\n\nApplications for the fair are due July 1.\n"
    told = drafted(tmp_path, article("Papers", text))

    last = "SELECT respond_by_edtf FROM acts WHERE act_id <> 'tamarack-1'"
    assert told.relations.rows(last) == [("2026-06-16",)]


def test_one_of_seven_papers_is_not_seven(tmp_path: Path) -> None:
    text = (
        "The Sorrel County Recorder's Office got one of seven administrative subpoenas that ICE "
        "sent in June.\n"
    )
    told = drafted(tmp_path, article("Papers", text))

    number = "SELECT n_subpoenas FROM acts WHERE act_id <> 'tamarack-1'"
    assert told.relations.rows(number) == [(None,)]


def test_a_state_that_is_only_quoted_is_not_that_of_the_text(tmp_path: Path) -> None:
    text = (
        "HERON — ICE served an administrative subpoena on the Town of Heron on June 1, which is in "
        "Maine.\n\n“I was born in Texas and raised in Texas,” she said.\n"
    )
    told = drafted(tmp_path, f"Papers\n\nBy Ruth Alder\nJune 12, 2026\n\n{text}")

    assert "us-me-heron" in told.written()
    assert "us-tx" not in told.written()
