"""What an article tells of several papers, answers in part, courts and reasons is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import OFFER, answered
from calling import call
from check import stages
from drafting import Drafted, article
from drafting import drafted as _drafted

pytestmark = pytest.mark.slow

SHARED = """\
Four federal subpoenas land at Marlow County jail

By Petra Lund
June 12, 2026

MARLOW, Kan. — Federal immigration agents have served the Marlow County Sheriff's Office with four \
administrative subpoenas this month, two of them on June 3 and two more on June 9, Sheriff Ray \
Tolbert told commissioners Thursday.

The papers, signed by a supervisor of Immigration and Customs Enforcement in Wichita, demand \
booking photographs, home addresses and emergency contacts for nine former inmates. The sheriff \
has 10 days to answer each of them.

Tolbert said his office gave agents the booking photographs on June 10 but withheld the home \
addresses and the emergency contacts. “A photograph is a public record,” Tolbert said.

ICE spokeswoman Dana Reyes said that the addresses are needed to find people who are a danger to \
the public. The sheriff's excuse, she said, is that a state privacy law ties his hands.

In a separate matter, ICE sent the county's Human Resources Department a notice of inspection of \
its I-9 forms on June 5.

On Monday, a federal judge in Topeka will hear ICE's petition to enforce the first two subpoenas. \
U.S. Magistrate Judge Alan Forster rejected the county's argument that the hearing should be put \
off until August.

The county clerk, Ellen Voss, received a subpoena too, on June 4. It named no suspected offense \
and asked for the voter registration cards of 12 homeowners. Voss has not decided whether to answer.
"""
APART = """\
City bureau fights ICE over licenses of barbers

By Tom Okafor
Oct. 2, 2026

BELLHAVEN, Wash. — Two subpoenas from Immigration and Customs Enforcement reached the Bellhaven \
Licensing Bureau in September, the first on Sept. 8 and the second on Sept. 15.

The first sought license applications of 14 barbers. The second sought the same records for six \
drivers for hire, along with their home addresses.

The bureau turned over the applications of the barbers on Sept. 22. It kept back the Social \
Security numbers. It has refused to answer the second subpoena.

City Attorney Luis Prado filed a motion to quash the second one in U.S. District Court in Seattle \
on Sept. 28. Prado said that state law forbids an answer.

“The law of this state forbids it,” said bureau director Hana Mills.

ICE field office director Mark Stell called that an excuse. “We will see them in court,” Stell \
said. The agency has authority to examine such records, he said, because it must find people who \
are a danger to the public.

U.S. District Judge Nora Whitcomb set a hearing for Oct. 19. She rejected the argument that the \
city had waited too long.

A federal grand jury in Tacoma separately subpoenaed the Bellhaven Housing Authority for rent \
rolls of 30 tenants last month; the authority's director said it would comply.
"""


FURTHER = """\
Four offices get federal papers

BY ADA POOLE | MAY 29, 2026

TARROW, W.Va. — For the second time in a month, the Linden County Sheriff's Tax Office has been \
handed a federal subpoena by Immigration and Customs Enforcement, and for the second time it has \
said no.

ICE served the first on April 28. It demanded the addresses of 30 landlords. Deputy Allison Bragg \
rejected it on May 1.

The second came Wednesday. The office has until June 8 to answer.

Assistant U.S. Attorney Jill Pruitt filed the action late Thursday in U.S. District Court in \
Charleston. Magistrate Judge Dwane Tinsley ordered the office to appear on June 12. He refused the \
government's request to seal the case.

The Linden County Assessor's Office got its subpoena on May 4, and the Oak Hill School District \
was served two days later. The district was told to produce enrollment files of 11 students. It \
will not turn over the files. “Let them ask a judge,” said Superintendent Grace Oyel.

A different answer came from the Alder County Auditor. ICE sent that office a subpoena on May 12 \
for marriage license files. The auditor wrote that he would comply. He had turned away two ICE \
officers who came without papers in March.

Tarrow Parks Department: The department was served on May 14. ICE dropped the subpoena on May 20. \
The department said nothing was handed over.
"""

UNSURE = """\
Offices in Sorrel County weigh papers from ICE

By Ruth Alder
June 12, 2026

WABAN, Minn. — Sorrel County Attorney Ida Moe said that she wrote to the Duluth field office of \
U.S. Immigration and Customs Enforcement, which on June 1 served an administrative subpoena.

ICE sent a second subpoena, dated June 2, to the Waban Family Clinic, a county-run office, for \
appointment logs. The clinic has until June 20 to answer. ICE spokesman Karl Voss said that the \
agency “has clear authority under federal law to request records that help locate people.”

The Brimfield Light Commission got its own on June 3 and complied eight days later.

The Sorrel County Recorder's Office received a fourth subpoena on June 4. The office has given \
immigration agents the addresses of 12 landlords, its director acknowledged Monday night.

Two of the landlords sued the recorder on June 8 in Sorrel County District Court, trying to stop \
any further release. Judge Omar Finch heard 40 minutes of argument on June 10.

Meanwhile, Prairie Mill Foods, which employs 90 people outside Waban, confirmed that agents \
delivered a notice of inspection on June 5. It gives the company three days to produce its I-9 \
forms. Plant manager Sue Brandt declined to comment.

A grand jury subpoena from the U.S. Attorney's Office in Duluth landed at the Sorrel County \
Elections Office on June 9, seeking applications filed by 30 voters.

Commissioner Greta Lind said the county would lose in court.
"""
NAMED = """\
Trustees put off an answer

By Ruth Alder
June 12, 2026

The Heron River Library System has put off its answer until July.

The trustees met for two hours. An administrative subpoena from Immigration and Customs \
Enforcement asks for the addresses of 14 cardholders.

The Quill Light Commission meets in July, too.
"""

LETTERS = """\
Recorder's letter turns ICE away

By Ruth Alder
June 12, 2026

WABAN, Minn. — Homeland Security Investigations served an administrative subpoena on the Sorrel \
County Recorder's Office on June 1. It asks for the addresses of 12 landlords. It also demands \
their mailing addresses.

County Recorder Ida Moe wrote back on June 9 that the office would hand over nothing. Her letter, \
three pages long, says that a state law seals the files and that the paper names no crime.

Moe's letter also states that no judge has signed the paper. The letter said that the office would \
answer a judge. In a letter signed by County Attorney Omar Finch, the county said the demand is \
too broad.

An ICE spokeswoman, Dana Reyes, declined to discuss the case. “We expect every office to obey a \
lawful subpoena,” she said in an email.

A spokesman for the agency, Karl Voss, would not say more. “Nobody is above federal law,” he said.

Agency director Tom Olin called it a delay. A clerk met Paul Grey, and the office waited. “It is a \
matter of public safety,” he said.
"""

SHARES = """\
Utility answers ICE in part

By Ruth Alder
June 12, 2026

WABAN, Minn. — The Waban Water Utility got the administrative subpoena from ICE's Homeland \
Security Investigations on May 20. It asks for the addresses and phone numbers of 212 customers. \
Its director said Tuesday that the utility has turned down a part of the demand.

Manager Ida Moe wrote back on June 3 that the utility would not produce phone numbers. The utility \
turned over the addresses on June 4 but refused the rest.

On June 8 the utility moved to quash the subpoena in the U.S. District Court for the District of \
Minnesota.

Prairie Wheel Cooperative, whose drivers live nearby, received a grand jury subpoena for its \
dispatch logs on June 2, president Sue Brandt confirmed. Brandt said the co-op complied.

Separately, the Alder County Jail was sent immigration detainers for two men. It let them go.

“No judge’s signature, no hold,” said Capt. Ed Roe. “State law forbids it.”
"""
DOCKS = """\
Harbor keeps berth files from ICE

By Ruth Alder
June 12, 2026

PORT ALDER, Kan. — The Alder Harbor District will not hand immigration agents the files of 58 \
tenants, its board decided Monday.

Two agents walked an administrative subpoena from Immigration and Customs Enforcement into the \
Alder County Sheriff's Office on June 2, Sheriff Neil Crowe said. It asks for the addresses of 12 \
inmates. Crowe complied on June 5, according to a lawsuit filed Tuesday.

“If a federal agency sends me a lawful subpoena, I answer it,” Crowe said.

Alder County's public defender's office filed the suit in U.S. District Court in Wichita. It asks \
a judge to order the files returned.

Sorrel County was not served, its sheriff said. The Sorrel County jail received two detainers from \
ICE this month and honored both.

Crab processor Blue Skiff Seafoods was served with an I-9 notice the same week, a worker said.
"""
PAGE = """\
title: Two offices weigh papers
published: June 12, 2026
[first paragraph] Sorrel County Elections Bureau has until Friday
[second paragraph] was handed the administrative subpoena, issued by Immigration and \
Customs Enforcement, on June 2
[fourth paragraph] Brimfield Public Library District was served with an ICE administrative \
subpoena on June 4
[seventh paragraph] motion to quash on Tuesday in the U.S. District Court for the \
Eastern District of Washington
"""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article in which one sentence shares papers out; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("shared"), SHARED)


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article in which two papers get two answers; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("apart"), APART)


@pytest.fixture(scope="module")
def further(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article on further papers and bodies; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("further"), FURTHER)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article that quotes letters and spokespeople; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("letters"), LETTERS)


@pytest.fixture(scope="module")
def unsure(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article that leaves much to a person; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("unsure"), UNSURE)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article of which a person told the recipients; no test changes it."""
    told = ("--to", "Heron River Library System", "--to", "Quill Light Commission")
    return _drafted(tmp_path_factory.mktemp("named"), NAMED, *told)


TOLD_OF_SHARED = {
    "no offense that is named is no offense": (
        "SELECT kind FROM case_facts WHERE act_id LIKE 'marlow-%'",
        [],
    ),
    "a reason of the recipient that the agency retells stays the recipient's": (
        "SELECT side, said_by_individual_id FROM grounds WHERE ground = "
        "'state_or_local_law_forbids' AND ground_id LIKE 'marlow-%'",
        [("recipient", None)],
    ),
}


@pytest.mark.parametrize("told", TOLD_OF_SHARED)
def test_papers_that_are_shared_out_among_days_are_told_apart(shared: Drafted, told: str) -> None:
    sql, wanted = TOLD_OF_SHARED[told]

    assert shared.relations.rows(sql) == wanted


TOLD_APART = {
    "whoever works for a body by the words before the title speaks for it": (
        "SELECT affiliation_agency_id IS NOT NULL, title FROM individuals_referenced WHERE name = "
        "'Mark Stell'",
        [(True, "ICE field office director")],
    ),
}


@pytest.mark.parametrize("told", TOLD_APART)
def test_two_papers_with_two_answers_are_told_apart(apart: Drafted, told: str) -> None:
    sql, wanted = TOLD_APART[told]

    assert apart.relations.rows(sql) == wanted


TOLD_OF_FURTHER = {
    "papers that were dropped are withdrawn, and nothing was produced": (
        "SELECT kind, occurred_edtf FROM events WHERE kind IN ('withdrawal', 'no_production') "
        "ORDER BY ALL",
        [("no_production", None), ("withdrawal", "2026-05-20")],
    ),
}


@pytest.mark.parametrize("told", TOLD_OF_FURTHER)
def test_further_papers_and_bodies_are_told_apart(further: Drafted, told: str) -> None:
    sql, wanted = TOLD_OF_FURTHER[told]

    assert further.relations.rows(sql) == wanted


OF_SORREL = "event_id SIMILAR TO '(sorrel|waban)-.*'"
TOLD_UNSURELY = {
    "a production is of the day that is counted behind it, and not of the day of saying so": (
        f"SELECT occurred_edtf FROM events WHERE {OF_SORREL} AND kind = 'production' ORDER BY ALL",
        [("2026-06-11",), (None,)],
    ),
    "what a company is to produce is not asked of a county": (
        "SELECT kind FROM information_sought WHERE kind = 'i9_forms'",
        [],
    ),
    "people without a name who sue are others than the recipient, and a judge hears them": (
        f"SELECT v.kind, p.kind FROM events v JOIN proceedings p USING (proceeding_id) WHERE "
        f"{OF_SORREL} ORDER BY ALL",
        [("hearing", "third_party_suit"), ("suit", "third_party_suit")],
    ),
    "a court in which somebody may lose is not where they said so": (
        "SELECT venue FROM quotes WHERE speaker_id = 'greta-lind'",
        [(None,)],
    ),
}


@pytest.mark.parametrize("told", TOLD_UNSURELY)
def test_what_is_near_the_papers_is_not_taken_for_them(unsure: Drafted, told: str) -> None:
    sql, wanted = TOLD_UNSURELY[told]

    assert unsure.relations.rows(sql) == wanted


@pytest.mark.parametrize(
    "asked",
    [
        "no words say to which government “Brimfield Light Commission” belongs",
        "“Sorrel County District Court”: which district is it?",
        "who asks the court?",
        "the papers also ask for “applications”",
    ],
)
def test_what_an_article_leaves_open_is_asked(unsure: Drafted, asked: str) -> None:
    assert asked in unsure.written()


def test_no_name_behind_a_plain_word_is_quoted_from_a_sentence_on_a_company(
    unsure: Drafted,
) -> None:
    assert "Brandt" not in (unsure.root / "datasets/reviewed/sources/s002.toml").read_text("utf-8")


def test_the_kind_of_papers_rests_on_words_for_papers_and_a_river_is_no_city(
    named: Drafted,
) -> None:
    sql = "SELECT instrument FROM acts WHERE recipient_as_printed = 'Heron River Library System'"
    assert named.relations.rows(sql) == [("administrative_subpoena",)]
    assert 'instrument = "administrative subpoena"' in named.written().lower()
    assert 'instrument = "Quill' not in named.written()
    assert "no words near this body's name tell of papers" in named.written()
    assert 'cells = { name = "Heron" }' not in named.written()
    assert "of which government is this body?" in named.written()


def test_a_judge_who_rejects_an_argument_is_offered_as_a_ruling(shared: Drafted) -> None:
    offered = [e["row"] for e in OFFER.finditer(shared.written()) if "tell of a ruling" in e[0]]

    result = 'result = { words = "rejected", by = "inference", value = "denied"'
    assert any('kind = "rejected"' in line and result in line for line in offered)


def test_a_draft_of_papers_of_several_days_leaves_nothing_but_questions(shared: Drafted) -> None:
    told = stages.run(shared.root, shared.relations).problems

    assert {p.code for p in told} == {"question-open"}


@pytest.fixture(scope="module")
def shares(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article on an answer in part; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("shares"), SHARES)


TOLD_OF_SHARES: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "a part of the agency issues, and the subpoena is one": (
        "SELECT issuing_agency_id, n_subpoenas, served_edtf FROM acts WHERE act_id LIKE 'waban-%'",
        [("homeland-security-investigations", 1, "2026-05-20")],
    ),
    "a motion to quash begins a matter of the recipient in the court that is named": (
        "SELECT v.kind, p.kind, court, occurred_edtf FROM events v JOIN proceedings p "
        "USING (proceeding_id)",
        [("motion", "recipient_suit", "D. Minn.", "2026-06-08")],
    ),
    "a cooperative and its people are no recipient's": (
        "SELECT name FROM individuals_referenced WHERE name LIKE '%Brandt' UNION ALL SELECT "
        "instrument FROM acts WHERE instrument = 'grand_jury_subpoena'",
        [],
    ),
    "what a jailer says of detainers is no reason for an answer": (
        "SELECT ground FROM grounds WHERE ground IN ('not_court_issued', "
        "'state_or_local_law_forbids')",
        [],
    ),
}


@pytest.mark.parametrize("told", TOLD_OF_SHARES)
def test_an_answer_in_part_is_told_from_other_papers(shares: Drafted, told: str) -> None:
    sql, wanted = TOLD_OF_SHARES[told]

    assert shares.relations.rows(sql) == wanted


@pytest.fixture(scope="module")
def docks(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article on others than those who got papers; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("docks"), DOCKS)


OF_OTHERS: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "a company that does something is no place": (
        "SELECT name FROM jurisdictions WHERE name LIKE 'Blue%'",
        [],
    ),
    "another county's detainers and sheriff are not the recipient's": (
        "SELECT case_fact_id FROM case_facts WHERE act_id LIKE 'alder-%' UNION ALL SELECT "
        "speaker_agency_id FROM quotes WHERE text LIKE 'Sorrel County%' AND "
        "speaker_agency_id IS NOT NULL",
        [],
    ),
}


@pytest.mark.parametrize("told", OF_OTHERS)
def test_what_others_do_is_not_told_of_those_who_got_papers(docks: Drafted, told: str) -> None:
    sql, wanted = OF_OTHERS[told]

    assert docks.relations.rows(sql) == wanted


def test_whether_another_office_sues_for_the_recipient_is_asked(docks: Drafted) -> None:
    assert "who asks the court? the recipient: recipient_suit" in docks.written()


def _speakers(drafted: Drafted, words: str) -> list[tuple[object, ...]]:
    """Who says the quotations that begin with some words."""
    return drafted.relations.rows(
        f"SELECT speaker_id, speaker_as_printed FROM quotes WHERE text LIKE '{words}%'"
    )


def test_a_pronoun_means_whom_a_title_introduces_before_it(letters: Drafted) -> None:
    assert _speakers(letters, "We expect") == [("dana-reyes", "she")]
    assert _speakers(letters, "Nobody is above") == [("karl-voss", "he")]


def test_several_items_of_one_kind_are_one_row_as_the_check_advises(
    letters: Drafted, tmp_path: Path
) -> None:
    root = answered(letters.root, tmp_path)
    act = root / "datasets/reviewed/acts/sorrel-county-1.toml"
    written = act.read_text("utf-8")
    about = 'about = "Sorrel County Recorder\'s Office"'
    cells = 'cells = { kind = "mailing addresses", as_printed = "mailing addresses" }'
    said = f'said = {{ words = "their mailing addresses", {about}, {cells} }}'
    row = f'{{ table = "information_sought", id = "mail", {said} }},'

    assert 'cells = { kind = "mailing addresses" } },' in written, "one passage has as_printed"
    act.write_text(written.replace("rows = [", f"rows = [\n    {row}", 1), "utf-8")
    told = call(root, "check").out
    assert "each with `kind`, and one of them with `as_printed`" in told
    assert f"\n{told.count(' … ')} problem" in told, "as many as are shown"


# --- papers that one sentence shares out among offices ------------------------------------------

OFFICES = """\
Offices of Sorrel County weigh papers from ICE

By Ruth Alder
Nov. 24, 2026

WABAN, Minn. — Three administrative subpoenas signed by a supervisor in the Duluth office of \
Immigration and Customs Enforcement landed in Sorrel County this month, on Nov. 3. One went to the \
Sorrel County Registry, one to the Sorrel County Sheriff's Office and the last to the Waban city \
clerk.

Mount Lind's village clerk got a subpoena too, and complied on Nov. 20. In Ferry, where a like \
subpoena turned up on Nov. 6, Town Clerk Ida Moe said she wrote back last Tuesday that the town \
would not comply.

The Prairie Way Learning Center was served on Nov. 9 with an administrative subpoena that seeks \
payroll records of 14 families. The paper, never shown to a judge, gave the center until Nov. 23 \
to answer. Director Ada Lind said the center produced the records on Nov. 16. In a letter the same \
day, Waban Assistant City Attorney Luis Prado told the agency that the names are confidential and \
that the request was too broad. A memo obtained by the Herald, which the center wrote, says little.

Two students sued in Sorrel County District Court on Nov. 12, but Judge Omar Finch, after a \
20-minute hearing the next morning, issued a temporary restraining order that runs until Dec. 4. \
Judge Nora Pine on Tuesday directed the county to show cause and put the matter down for argument \
on Dec. 9.

“I don’t intend to give away a file, and I don’t intend to defy an order, either,” Sheriff Cole \
Amato said. ICE spokesman Karl Voss said in an email that the agency “expects every office that \
holds records to follow federal law.”

The tenants union filed a motion Monday in U.S. District Court in Duluth asking that the subpoena \
to the registry be quashed.

An administrative subpoena, dated Oct. 20, was the second to reach an office this fall; the first, \
served on the Sorrel County Auditor on Sept. 30, was answered in full. A twin of it, identical but \
for the name at the top, went the same day to the Heron River School District.
"""


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article on papers to several offices; no test changes it."""
    return _drafted(tmp_path_factory.mktemp("offices"), OFFICES)


TOLD_OF_OFFICES = {
    "a number of families is no number of people": (
        "SELECT n_persons FROM acts WHERE recipient_as_printed = 'Prairie Way Learning Center'",
        [(None,)],
    ),
    "the name of a body is not cut to that of a city": (
        "SELECT name FROM jurisdictions WHERE name LIKE '%Center' OR name = 'Lind'",
        [],
    ),
}
"""What is told of papers to several offices: a query, and what it gives."""


@pytest.mark.parametrize("told", TOLD_OF_OFFICES)
def test_papers_to_several_offices_are_told_apart(offices: Drafted, told: str) -> None:
    sql, wanted = TOLD_OF_OFFICES[told]

    assert offices.relations.rows(sql) == wanted


def test_of_a_place_that_the_register_does_not_have_a_person_is_asked(offices: Drafted) -> None:
    assert "the register has no such county in MN" in offices.written()


def test_a_draft_of_papers_to_several_offices_passes_the_check_when_its_questions_are_answered(
    offices: Drafted, tmp_path: Path
) -> None:
    assert call(answered(offices.root, tmp_path), "check").code == 0


def test_whoever_says_that_it_received_papers_got_them_and_a_utility_is_a_body(
    tmp_path: Path,
) -> None:
    text = article(
        "Offices tell of papers",
        "The Sorrel "
        "County Elections Department confirmed Monday that it had received an ICE subpoena, dated "
        "June 1. The order was put on hold.\n\nTarrow Municipal Utilities answered in part. It "
        "got its own ICE subpoena on June 3, and kept the phone numbers to itself.\n",
    )
    drafts = _drafted(tmp_path, text)
    told = "SELECT recipient_agency_id, issued_edtf, served_edtf FROM acts"

    assert drafts.relations.rows(f"{told} WHERE act_id <> 'tamarack-1' ORDER BY ALL") == [
        ("sorrel-county-elections-department", "2026-06-01", None),
        ("tarrow-municipal-utilities", None, "2026-06-03"),
    ]
    assert 'cells = { name = "Tarrow" }' in drafts.written(), "and not as a dateline has it"
    assert 'value = "agreed_in_part"' in drafts.written()
