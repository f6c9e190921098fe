"""Answers, reasons and persons of an article: what its words do not decide is never drafted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answering import above
from drafting import RECORDER, Drafted, article, drafted

pytestmark = pytest.mark.slow


@pytest.fixture
def told(tmp_path: Path, request: pytest.FixtureRequest) -> Drafted:
    """The draft of an article that ends with the words of a test."""
    return drafted(tmp_path, f"{RECORDER}{request.param}\n")


NO_ANSWERS = (
    "ICE has not replied, according to County Attorney Omar Finch. The agency had not responded "
    "by June 10, he said. Homeland Security has not yet answered the recorder.\n\n"
    "Commissioner Greta Lind said the recorder should have sent nothing at all. “She ought to have "
    "refused,” Lind said. She urged the office to decline.\n\n"
    "The recorder's office has not responded to a request for comment. No one has gone to court "
    "over it, Finch said.\n\n"
    "The letter with it told the recorder not to disclose it to anybody. The agency was reading it "
    "and had not decided whether to go to court, an agent said.\n\n"
    "A tenant asked to see the papers. District Judge Ann Lee refused, the clerk said. The "
    "recorder has not said no. A neighbor wishes that the recorder had given nothing. "
    "ICE asked for a meeting and was turned down. It had not decided "
    "whether to appeal."
)


@pytest.mark.parametrize("told", [NO_ANSWERS], indirect=True, ids=[""])
def test_what_others_leave_undone_or_somebody_wishes_for_is_no_answer(told: Drafted) -> None:
    rows = told.relations.rows("SELECT kind FROM events WHERE event_id LIKE 'sorrel-%'")

    assert rows == []


@pytest.mark.parametrize(
    "told", ["The recorder's office turned away the agent's subpoena on June 8."], indirect=True
)
def test_a_verb_of_two_parts_is_listed_with_both(told: Drafted) -> None:
    listed = told.relations.rows(
        "SELECT phrase FROM phrases WHERE list_name = 'result' AND starts_with(phrase, 'turned')"
    )

    assert listed == [("turned away",)]


ANSWER = "SELECT kind, result, occurred_edtf FROM events WHERE event_id LIKE 'sorrel-%'"
DEEDS = """\
Larch County turned over its records in May, and a company that got a subpoena of its own has \
already complied.

In neighboring Dale County, the recorder handed over the files in April. The clerk there refused.

A library board out West declined to answer its own subpoena. It will not comply. A judge in Iowa \
quashed an ICE subpoena to the water company in Dry Fork.

A story of the Post (“Recorder refuses subpoena”) was wrong. A blogger wrote: Arrest the recorder \
who ignored the subpoena. Two suits went to trial elsewhere, and the government settled one.

The recorder's office refused to comply with the subpoena on June 9.
"""


@pytest.mark.parametrize("told", [DEEDS], indirect=True, ids=[""])
def test_only_what_the_recipient_does_is_an_answer_to_its_papers(told: Drafted) -> None:
    assert told.relations.rows(ANSWER) == [("response", "declined", "2026-06-09")]


DAYS = {
    "The recorder refused to comply with the subpoena, she told commissioners on Tuesday.": None,
    "The recorder turned the demand down, County Attorney Omar Finch said Wednesday.": None,
    "The recorder's office said on June 9 that it had declined to comply.": None,
    "The recorder's office said on June 9 that it would not comply.": "2026-06-09",
    "The recorder's office declined to comply on June 8, Finch said Wednesday.": "2026-06-08",
}


@pytest.mark.parametrize(("told", "day"), DAYS.items(), indirect=["told"], ids=range(len(DAYS)))
def test_the_day_on_which_somebody_tells_of_an_answer_is_not_its_day(
    told: Drafted, day: str | None
) -> None:
    assert told.relations.rows(ANSWER) == [("response", "declined", day)]


SUITS = (
    "A resident sued in federal court on June 5.",
    "The union for county workers is suing over the subpoena.",
    "A landlord whose name is on the list filed a lawsuit, asking a judge to block the subpoena.",
    "Somebody went to court on June 5.",
)


@pytest.mark.parametrize("words", ["gave them nothing", "hasn’t sent anything"])
def test_whoever_gives_nothing_has_not_produced(tmp_path: Path, words: str) -> None:
    told = drafted(tmp_path, f"{RECORDER}The recorder's office {words}.\n")

    assert told.relations.rows(ANSWER) == [("no_production", None, None)]


@pytest.mark.parametrize("told", SUITS, indirect=True)
def test_who_sues_without_a_name_begins_a_suit_and_is_asked_for(told: Drafted) -> None:
    sql = "SELECT kind, proceeding_id FROM events WHERE event_id LIKE 'sorrel-%'"

    assert told.relations.rows(sql) == [("suit", "sorrel-county-1-suit-others")]
    assert "who asks the court?" in told.written()


def test_a_petition_of_which_no_words_tell_who_filed_it_is_not_taken_for_the_agencys(
    tmp_path: Path,
) -> None:
    text = f"{RECORDER}A cousin of theirs petitioned the county court on June 5.\n"

    assert "who went to court?" in drafted(tmp_path, text).written()


@pytest.mark.parametrize(
    "told",
    [
        "The recorder rejected the subpoena, her lawyer said Wednesday.",
        "Director Jo Paine said the office had yet to decide how to treat the “odd” paper.",
        "“We haven’t said yes and we haven’t said no,” a clerk told the council.",
    ],
    indirect=True,
)
def test_a_sentence_that_is_quoted_in_part_and_may_tell_a_fact_is_asked_about(
    told: Drafted,
) -> None:
    assert "may tell of an answer" in told.written()


FOLLOWED = (
    "The recorder replied on June 3. The office sent 12 pages two days later.",
    "The recorder replied on June 3. She kept the phone numbers.",
)


@pytest.mark.parametrize("told", FOLLOWED, indirect=True)
def test_an_answer_and_the_production_behind_it_are_both_drafted_or_asked_about(
    told: Drafted,
) -> None:
    written = told.written()

    assert "may tell of an answer" in written
    assert "may tell of a production" in written or 'kind = "production"' in written


GROUND = "SELECT ground, side, toward FROM grounds WHERE act_id LIKE 'sorrel-%' ORDER BY ALL"
REASONS = {
    "The recorder complied with the subpoena. “We always cooperate with our federal partners,” "
    "Recorder Ida Moe said of the request. Moe gave ICE the addresses. “They can hold me in "
    "contempt,” Moe said.\n\n"
    "ICE spokesman Carl Umber said the addresses are needed to find people.": [
        ("locate_people", "agency", "issuing"),
        ("penalty_for_refusing", "recipient", None),
        ("routine_compliance", "recipient", "complying"),
    ],
}


@pytest.mark.parametrize(
    ("told", "reasons"), REASONS.items(), indirect=["told"], ids=range(len(REASONS))
)
def test_a_reason_has_what_it_is_given_for_only_where_its_words_tell(
    told: Drafted, reasons: list[tuple[str, str, str | None]]
) -> None:
    assert told.relations.rows(GROUND) == reasons
    n_asked = told.written().count("” given for? ")
    assert n_asked == [toward for _, _, toward in reasons].count(None)


SPOKESPERSONS = [
    "“We did nothing wrong,” said Carla Brandt, a spokeswoman for the firm.",
    "“We did nothing wrong,” said Carla Brandt, spokesperson for the Alder Tenants Union.",
    "Union spokesman Carl Brandt said members were convicted of nothing.",
]


@pytest.mark.parametrize("told", SPOKESPERSONS, indirect=True)
def test_whoever_speaks_for_a_firm_or_a_group_speaks_in_a_role_and_is_named(told: Drafted) -> None:
    sql = "SELECT naming_decision FROM individuals_referenced WHERE name LIKE 'Carl%Brandt'"

    assert told.relations.rows(sql) == [("public_role",)]
    assert 'table = "withheld"' not in told.of_source()


def test_what_a_company_says_of_its_own_papers_is_left_out_with_them(tmp_path: Path) -> None:
    text = (
        f"{RECORDER}Brisk Foods, a private company, received a notice of inspection from ICE on "
        "June 3. “We did nothing wrong,” said Carla Brandt, a spokeswoman for the company.\n"
    )
    source = drafted(tmp_path, text).of_source()

    assert 'reason = "out_of_scope", words = ["Brisk Foods' in source
    assert 'nothing wrong,", kind' not in source
    assert 'table = "withheld"' not in source


def _papers_to(office: str, dateline: str) -> str:
    return (
        f"Office gets papers\n\nBy Ruth Alder\nJune 12, 2026\n\n{dateline} — Immigration and "
        f"Customs Enforcement served an administrative subpoena on {office} on June 1.\n"
    )


CITIES = {
    ("the Tarrow City Clerk's Office", "WABAN, Kan."): False,
    ("the City of Tarrow", "WABAN, Kan."): False,
    ("the Tarrow Police Department", "WABAN, Kan."): False,
    ("the Tarrow Clerk's Office", "TARROW, Kan."): False,
    ("the Boulder City Clerk's Office", "BOULDER"): True,
}


@pytest.mark.parametrize(("told", "is_asked"), CITIES.items(), ids=range(len(CITIES)))
def test_of_a_city_nothing_is_asked_that_the_text_tells(
    tmp_path: Path, told: tuple[str, str], is_asked: bool
) -> None:
    written = drafted(tmp_path, _papers_to(*told)).written()
    (row,) = (line for line in written.splitlines() if 'table = "jurisdictions"' in line)

    assert 'kind = "city"' in row
    assert bool(above(written, row)) == is_asked


HINTS = {
    "The fair opened on June 3.": "“June 3” may be the day of an event",
    "The office has 41 clerks.": "“41” may count",
    "A warrant hung on the wall.": "“warrant” may name a person, a paper",
    "Rain kept the market closed.": "",
}


@pytest.mark.parametrize(("told", "hint"), HINTS.items(), indirect=["told"], ids=range(len(HINTS)))
def test_a_question_on_a_sentence_without_a_row_says_what_its_words_may_be(
    told: Drafted, hint: str
) -> None:
    left = above(told.of_source(), '"left_out", reason = "background"')

    assert left.startswith(
        hint or "is one of the sentences of the row below a fact? yes: write its row"
    )


def test_the_question_on_words_without_a_row_says_what_they_may_be(tmp_path: Path) -> None:
    text = f"{RECORDER}Finch said the “great” fair on May 30 drew 41 clerks.\n"
    source = drafted(tmp_path, text).of_source()
    (told,) = re.findall(r'# [?] (.*)\n *\{ table = "rejections"', source)

    assert "May 30” may be the day of an event, of papers, or the last day to answer; " in told
    assert "“41” may count subpoenas, people, or days to answer; " in told


@pytest.mark.parametrize(
    "told", ["The company said it had sent its files to agents in May."], indirect=True
)
def test_a_company_that_speaks_is_not_the_office_that_got_papers(told: Drafted) -> None:
    sql = "SELECT count(*) FROM quotes WHERE speaker_agency_id = 'sorrel-county-recorders-office'"

    assert told.relations.rows(sql) == [(0,)]


REFUSALS = {
    "The office will not respond, according to County Attorney Omar Finch.": "will not respond",
    "The recorder's office will not respond to the subpoena.": "will not respond to",
    "The recorder's office will not respond to a request for comment.": "",
}


@pytest.mark.parametrize(
    ("told", "words"), REFUSALS.items(), indirect=["told"], ids=range(len(REFUSALS))
)
def test_who_will_not_respond_to_papers_declines(told: Drafted, words: str) -> None:
    declined = f'result.declined = ["{words}"]'

    assert (declined in told.of_source()) == bool(words)


VOTES = {
    ("Tarrow Public Library", "The library board voted Monday to decline."): True,
    ("Cobalt Water District", "The district's commissioners met and voted 5-0 to refuse."): True,
    ("Cobalt Police Department", "The City Council voted Monday to decline."): False,
    ("Tarrow School District", "The school board voted 5-0 to reject the budget."): False,
}


@pytest.mark.parametrize(("given", "is_answer"), VOTES.items(), ids=range(len(VOTES)))
def test_the_board_of_a_recipient_answers_by_a_vote(
    tmp_path: Path, given: tuple[str, str], is_answer: bool
) -> None:
    body, vote = given
    papers = f"Homeland Security served an administrative subpoena on the {body} on June 1."
    told = drafted(tmp_path, article("Vote on papers", f"{papers}\n\n{vote}\n"))

    rows = told.relations.rows("SELECT kind, result FROM events WHERE NOT event_id LIKE 'tama%'")
    assert [row for row in rows if row[0] == "response"] == [("response", "declined")] * is_answer


GIVEN = {
    "The office gave ICE every page on June 4.": ("production", "whole", "2026-06-04"),
    "The office supplied part of the list on June 4.": ("production", "part", "2026-06-04"),
    "The office has no records responsive to the subpoena.": ("response", "unable", None),
    "The county counsel is studying the subpoena.": ("response", "reviewing", None),
    "A one-page letter, and no records.": ("no_production", None, None),
    "No addresses have been provided.": ("no_production", None, None),
}


@pytest.mark.parametrize(
    ("told", "answer"), GIVEN.items(), indirect=["told"], ids=range(len(GIVEN))
)
def test_what_was_given_stands_as_its_words_say(
    told: Drafted, answer: tuple[str, str | None, str | None]
) -> None:
    assert told.relations.rows(ANSWER) == [answer]
    assert "how much was produced?" not in told.written()


NONE_GIVEN = (
    "Finch wrote to the Department to ask for more days. The Department has not replied.",
    "Recorder Ida Moe emailed ICE the next day: the list was short, she wrote.",
    "In 2016 the office sent ICE the addresses of two owners in another case.",
)


@pytest.mark.parametrize("told", NONE_GIVEN, indirect=True, ids=range(len(NONE_GIVEN)))
def test_silence_of_the_agency_a_message_and_another_year_give_nothing(told: Drafted) -> None:
    sql = "SELECT kind FROM events WHERE event_id LIKE 'sorrel-%' AND kind LIKE '%production'"

    assert told.relations.rows(sql) == []


WHY = {
    "“It is only a request with a stamp,” said Recorder Ida Moe of the papers.": [],
    "“The subpoena is a polite request,” said Recorder Ida Moe.": ["not_court_issued"],
    "“These papers do not enforce themselves,” said Recorder Ida Moe.": ["not_court_issued"],
    "“I won't sit here and guess what the fine is,” said Recorder Ida Moe.": [
        "penalty_for_refusing"
    ],
    "“Our county ordinance makes it a misdemeanor,” said Recorder Ida Moe.": [
        "state_or_local_law_forbids"
    ],
    "“The demand sweeps in every landlord,” said Recorder Ida Moe.": ["breadth"],
    "“We have never collected citizenship data,” said Recorder Ida Moe.": ["no_such_records"],
    "No judge signed it.": [],
    "Moe will answer once she learns what the law requires of her, she said.": [],
}


@pytest.mark.parametrize(("told", "codes"), WHY.items(), indirect=["told"], ids=range(len(WHY)))
def test_a_reason_has_a_code_by_its_words_or_is_none(told: Drafted, codes: list[str]) -> None:
    sql = "SELECT ground FROM grounds WHERE act_id LIKE 'sorrel-%' AND side = 'recipient'"

    assert [code for (code,) in told.relations.rows(sql)] == codes


OF_SIDES = {
    "In an email, ICE spokesman Carl Umber said: “The sheriff used to call us.”": "agency",
    "“The subpoena is a polite request,” said Gov. Dana Holt.": "superior",
    "“The subpoena is a polite request,” said school board member Paul Tessier.": "other",
    "ICE's Topeka office said little. “We are looking into fraud,” spokesman Carl Umber said.": (
        "agency"
    ),
}


@pytest.mark.parametrize(
    ("told", "side"), OF_SIDES.items(), indirect=["told"], ids=range(len(OF_SIDES))
)
def test_a_reason_is_on_the_side_of_whoever_gives_it(told: Drafted, side: str) -> None:
    sql = "SELECT DISTINCT side FROM grounds WHERE act_id LIKE 'sorrel-%'"

    assert told.relations.rows(sql) == [(side,)]
