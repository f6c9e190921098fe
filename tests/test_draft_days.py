"""Promises about days: one is taken for a fact only where it stands with the verb of that fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from contribute.draft.makers import ties
from contribute.draft.reading import WORDS
from drafting import RECORDER, Drafted, article, drafted

pytestmark = pytest.mark.slow

HEAD = article("Offices tell of papers from ICE", "")
SERVED = f"""{HEAD}A petition the government filed June 3 seeks to enforce an administrative \
subpoena that Immigration and Customs Enforcement served in April on the Sorrel County Recorder's \
Office.

ICE served a subpoena on the Linden County Clerk after her January fall on Mill Street.

Between April 6 and May 8, ICE served two subpoenas on the Tarrow County Assessor's Office.

The Alder County Auditor got a subpoena of its own on May 12 and has refused to answer it.

ICE served a subpoena on the Brim County Treasurer on May 20 and not, as first printed, May 2.
"""
RULED = f"""{HEAD}Immigration and Customs Enforcement served two administrative subpoenas on the \
Sorrel County Recorder's Office on April 3. They ask for the addresses of 12 landlords.

A federal judge ordered the county on June 9 to answer them. The county has until June 30 to turn \
over the records.

An earlier version of this story said that the subpoenas were served on the recorder on April 1.

The Post's story of April 9 (“Recorder refuses three subpoenas; feds sue”) was wrong in two ways.

“Then arrest the recorder who refused on May 5,” Commissioner Greta Lind told the board.

Call the Governor. Tell her: refuse the subpoenas.
"""
PASSING = f"""{HEAD}The county jail has spent a week with its files. The rest is here.

Nobody sued. There were not six subpoenas. They reached the jail on a Monday in April.

And it was not a flat refusal. Warden Edda Moss gave ICE intake sheets and release addresses for \
two men on May 2. She held back the other two files. Moss told ICE so in a letter. The board meets \
soon.

ICE has said it subpoenaed the Linden County Clerk the previous fall.
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article on papers of several days."""
    return drafted(tmp_path_factory.mktemp("served"), SERVED)


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article that takes back what was printed, after a ruling."""
    return drafted(tmp_path_factory.mktemp("ruled"), RULED)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("sorrel", "2026-04"),
        ("linden", None),
        ("tarrow", None),
        ("alder", "2026-05-12"),
        ("brim", "2026-05-20"),
    ],
)
def test_papers_came_on_the_day_of_the_verb_that_tells_of_it(
    served: Drafted, body: str, day: str | None
) -> None:
    sql = f"SELECT served_edtf FROM acts WHERE recipient_agency_id LIKE '{body}%'"

    assert served.relations.rows(sql) == [(day,)]


def test_the_day_on_which_papers_came_is_not_that_of_their_answer(served: Drafted) -> None:
    sql = "SELECT result, occurred_edtf FROM events WHERE event_id LIKE 'alder-%'"

    assert served.relations.rows(sql) == [("declined", None)]


def test_the_last_day_of_an_order_and_what_is_taken_back_are_not_of_the_papers(
    ruled: Drafted,
) -> None:
    sql = "SELECT n_subpoenas, served_edtf, respond_by_edtf FROM acts"

    assert ruled.relations.rows(f"{sql} WHERE recipient_agency_id LIKE 'sorrel-%'") == [
        (2, "2026-04-03", None)
    ]


def test_what_was_printed_wrongly_or_is_commanded_is_no_answer(ruled: Drafted) -> None:
    sql = "SELECT kind FROM events WHERE kind IN ('response', 'production', 'suit')"

    assert ruled.relations.rows(f"{sql} AND event_id LIKE 'sorrel-%'") == []
    assert '"response", said' not in ruled.written()


def test_what_stands_long_before_papers_told_in_passing_is_not_of_them(
    tmp_path: Path,
) -> None:
    passing = drafted(tmp_path, PASSING)
    acts = "SELECT n_subpoenas, served_edtf FROM acts WHERE recipient_agency_id LIKE 'linden-%'"

    assert passing.relations.rows(acts) in ([(1, None)], [(None, None)])
    assert passing.relations.rows("SELECT kind FROM events WHERE event_id LIKE 'linden-%'") == []
    assert "“the previous fall” is no day that can be computed" in passing.written()


@pytest.mark.parametrize(
    ("words", "verb", "day", "is_its"),
    [
        ("ICE served the county on May 4", "served", "May 4", True),
        ("On May 4 the county refused to answer", "refused", "May 4", True),
        ("ICE served papers that name a man freed May 4", "served", "May 4", False),
        ("ICE served papers asking for files since May 4", "served", "May 4", False),
        ("the county moved May 4 to block papers ICE served", "served", "May 4", False),
        ("the judge denied a petition to enforce it on May 4", "denied", "May 4", True),
        ("ICE, which moved in on May 4, served the county", "served", "May 4", False),
        ("The clerk said that on May 4 ICE served the county", "served", "May 4", True),
        ("ICE sent that office a paper on May 4", "sent", "May 4", True),
    ],
)
def test_a_day_is_in_the_clause_of_its_verb(words: str, verb: str, day: str, is_its: bool) -> None:
    spans = [(words.index(each), words.index(each) + len(each)) for each in (verb, day)]

    assert ties.is_in_clause(words, spans[0], spans[1]) is is_its


@pytest.mark.parametrize(
    ("words", "is_command"),
    [
        ("Then arrest the sheriff who refused.", True),
        ("“Don’t give them a page,” he wrote.", True),
        ("Please tell the clerk to refuse.", True),
        ("Call logs were handed over on May 3.", False),
        ("Release of the files was refused.", False),
        ("Sue Lind refused to answer.", False),
        ("The clerk told the agency: refuse it in court.", False),
    ],
)
def test_a_command_is_known_by_its_first_words(words: str, is_command: bool) -> None:
    assert bool(WORDS["commanded"].match(words)) is is_command


def test_papers_came_as_long_before_an_answer_as_it_tells(tmp_path: Path) -> None:
    text = article(
        "Board gives files",
        "The Sorrel County "
        "Board of Elections turned over the files of 12 voters on May 28, five days after "
        "receiving an administrative subpoena from ICE.\n",
    )
    told = "SELECT served_edtf FROM acts WHERE act_id <> 'tamarack-1'"
    assert drafted(tmp_path, text).relations.rows(told) == [("2026-05-23",)]


def test_of_several_last_days_none_is_taken_and_a_person_is_asked(tmp_path: Path) -> None:
    more = "The papers were due June 15. They are due June 22.\n"
    drafts = drafted(tmp_path, RECORDER + more)

    assert drafts.relations.rows(
        "SELECT respond_by_edtf FROM acts WHERE act_id <> 'tamarack-1'"
    ) == [(None,)]
    assert "the text has several last days to answer: “June 15”, “June 22”" in drafts.written()


def test_whoever_got_it_on_a_day_got_the_papers_told_of_before(tmp_path: Path) -> None:
    text = article(
        "Clerk weighs a federal paper",
        "A county "
        "clerk has not decided what to do with a subpoena from ICE. The Sorrel County Clerk got it "
        "on June 3.\n",
    )
    told = "SELECT recipient_agency_id, served_edtf FROM acts WHERE act_id <> 'tamarack-1'"
    assert drafted(tmp_path, text).relations.rows(told) == [("sorrel-county-clerk", "2026-06-03")]


def test_a_second_day_on_which_somebody_acted_is_no_day_of_papers(tmp_path: Path) -> None:
    text = article(
        "Chief answers ICE",
        "The Tarrow Police "
        "Department was served with an ICE subpoena on May 4 and on May 9 gave what was asked.\n",
    )
    told = "SELECT served_edtf FROM acts WHERE act_id <> 'tamarack-1'"
    assert drafted(tmp_path, text).relations.rows(told) == [("2026-05-04",)]


def test_who_would_give_something_only_under_an_order_has_not_agreed(tmp_path: Path) -> None:
    more = "The office would release the rest only under a court order. Agents have not replied.\n"
    drafts = drafted(tmp_path, RECORDER + more)
    told = "SELECT kind, result FROM events WHERE event_id NOT LIKE 'tamarack%'"

    assert drafts.relations.rows(told) == []


def test_a_sentence_that_goes_on_from_papers_has_their_day_and_who_got_them(tmp_path: Path) -> None:
    text = article(
        "Authority weighs a paper",
        "An "
        "administrative subpoena came from ICE. It was dropped off June 1 at the Sorrel Transit "
        "Authority. General Manager Hollis Dwyer said nothing has gone out.\n\nThe Linden County "
        "Clerk got one, too. Served June 3, it asks for the addresses of 12 landlords.\n",
    )
    drafts = drafted(tmp_path, text)
    told = "SELECT recipient_agency_id, served_edtf FROM acts WHERE act_id <> 'tamarack-1'"

    assert drafts.relations.rows(f"{told} ORDER BY ALL") == [
        ("linden-county-clerk", "2026-06-03"),
        ("sorrel-transit-authority", "2026-06-01"),
    ]
    assert 'name = "Hollis Dwyer", title = "General Manager"' in drafts.written()


def test_each_body_has_the_day_and_the_people_of_its_own_clause(tmp_path: Path) -> None:
    text = (
        "ICE served two administrative subpoenas in the county. The Sorrel County Jail received "
        "one June 1 seeking the release dates of two inmates, and Tarrow's water office got one "
        "June 5 asking for the addresses of nine tenants.\n"
    )
    told = drafted(tmp_path, article("Papers in Tarrow", text)).relations
    own = "FROM acts WHERE act_id <> 'tamarack-1' ORDER BY served_edtf"
    sought = "FROM information_sought JOIN acts USING (act_id) WHERE act_id <> 'tamarack-1'"
    acts = told.rows(f"SELECT n_subpoenas, n_persons, served_edtf {own}")
    kinds = told.rows(f"SELECT kind {sought} ORDER BY recipient_agency_id")

    assert acts == [(1, 2, "2026-06-01"), (1, 9, "2026-06-05")]
    assert kinds == [("release_date",), ("address",)]
