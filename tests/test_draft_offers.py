"""A draft states what words say outright; what may be false is offered in a comment."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from answering import OFFER, above, answered, kept
from calling import call
from check import stages
from drafting import RECORDER, Drafted, article, drafted

pytestmark = pytest.mark.slow

PAPERS = """\
Clerk says no to ICE, and a district thinks it over

By Ruth Alder
June 12, 2026

TARROW, Kan. — Immigration and Customs Enforcement served an administrative subpoena on the \
Sorrel County Clerk's Office on June 1. It asks for the addresses of 12 voters.

The Sorrel County Clerk's Office refused to comply with the subpoena on June 5.

A second subpoena went to the Heron River School District on June 3. It asks for the enrollment \
records of two students.

The forms were due back on June 10. Lawyers are reviewing the request. State law protects files on \
pupils.

On June 9 the government petitioned a federal court to enforce the subpoena to the clerk. A \
hearing is set for July 2.

One of the students, a 19-year-old Norlander, was arrested in May. Dale said so.

Last year Dale County got a subpoena of its own, and the county handed over the files.
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article on papers to two bodies; no test changes it."""
    return drafted(tmp_path_factory.mktemp("papers"), PAPERS, is_offering=True)


def offers(found: Drafted) -> list[str]:
    """The rows that a draft offers."""
    return [each["row"] for each in OFFER.finditer(found.written())]


def test_what_words_tell_of_the_papers_of_a_body_is_drafted(papers: Drafted) -> None:
    told = "SELECT result, occurred_edtf FROM events WHERE kind = 'response'"
    assert papers.relations.rows(told) == [("declined", "2026-06-05")]
    asked = (
        "SELECT a.recipient_as_printed, i.kind FROM information_sought i "
        "JOIN acts a USING (act_id) "
        "WHERE act_id LIKE 'sorrel-%' OR act_id LIKE 'heron-%' ORDER BY ALL"
    )
    assert papers.relations.rows(asked) == [
        ("Heron River School District", "school_records"),
        ("Sorrel County Clerk's Office", "address"),
    ]


def test_what_follows_papers_of_nobody_named_is_offered(tmp_path: Path) -> None:
    found = drafted(
        tmp_path,
        article(
            "Division decides on papers",
            "The office was closed on May 27, so the ICE agent who came by slid the subpoena under "
            "the door.\n\nAcross town, the Sorrel County Jail received its own ICE administrative "
            "subpoena on May 29.\n\nICE went to court on June 2. At a hearing on June 9, the judge "
            "asked why.\n",
        ),
        is_offering=True,
    )

    told = "SELECT kind FROM events JOIN event_acts USING (event_id) WHERE act_id LIKE 'sorrel-%'"
    assert found.relations.rows(told) == []
    assert any("went to court" in row for row in offers(found))


def test_what_is_told_of_no_body_by_name_is_offered_with_the_question_whose_it_is(
    papers: Drafted,
) -> None:
    (offer,) = [e[0] for e in OFFER.finditer(papers.written()) if '"reviewing the' in e["row"]]

    assert offer.lstrip().startswith("# ? of whose papers does this row tell?")
    assert "move the row to acts/" in offer


def test_a_row_that_names_an_offered_row_is_offered_too(papers: Drafted) -> None:
    (person,) = [row for row in offers(papers) if 'id = "a", naming' in row]
    theirs = [row for row in offers(papers) if 'individual_id = "-a"' in row]

    assert person not in theirs
    assert theirs
    assert 'individual_id = "-a"' not in re.sub(r"# .*", "", papers.written())


def test_papers_in_passing_have_no_act(papers: Drafted) -> None:
    assert "dale" not in {p.name.split("-")[0] for p in acts(papers.root)}


def acts(root: Path) -> list[Path]:
    """The files of the acts of a checkout."""
    return sorted((root / "datasets/reviewed/acts").glob("*.toml"))


def test_a_draft_whose_offers_are_all_deleted_passes_the_check_and_loses_their_phrases(
    papers: Drafted, tmp_path: Path
) -> None:
    root = answered(papers.root, tmp_path)
    assert stages.run(root).problems == ()

    out = call(root, "check", "--fix").out
    told = re.findall(r"nothing uses the phrase “(.*?)”", out)

    assert "reviewing the request" in told
    listed = Drafted(root).of_source()
    assert not any(f'"{phrase}"' in listed for phrase in told)


def test_a_row_that_is_left_in_its_comment_is_asked_about(papers: Drafted, tmp_path: Path) -> None:
    root = answered(papers.root, tmp_path)
    (first, *_) = acts(root)
    left = f"rows = [\n    # {offers(papers)[0]}\n"
    first.write_text(first.read_text("utf-8").replace("rows = [\n", left, 1), "utf-8")

    (told,) = stages.run(root).problems
    assert (told.code, "is the row in this comment true?" in told.message) == (
        "question-open",
        True,
    )


def test_a_draft_whose_offers_are_all_kept_passes_the_check_once_it_is_fixed(
    papers: Drafted, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(papers.root, tmp_path / "kept"))
    for path in acts(root):
        path.write_text(kept(path.read_text("utf-8")), "utf-8")
    root = answered(root, tmp_path / "answered")

    assert offers(papers)
    assert call(root, "check", "--fix").code == 0


STEPS = """\
Judge to hear fight over papers

By Ruth Alder
June 12, 2026

TARROW, Kan. — Immigration and Customs Enforcement served an administrative subpoena on the \
Sorrel County Clerk's Office on June 1. It asks for the addresses of 12 voters.

The Sorrel County Clerk's Office turned over some of the addresses on June 4, and kept back the \
rest because a state statute forbids giving out personal identifying information.

The U.S. attorney's office petitioned a federal court on June 8 to enforce the subpoena. \
Magistrate Judge Ana Ruiz on Tuesday ordered the county to explain in writing by July 2 why it \
should not have to comply, and set a hearing for July 9. Its lawyers wrote that the request was a \
dragnet.
"""


@pytest.mark.parametrize("are_kept", [True, False])
def test_what_an_offer_says_besides_is_settled_whether_it_is_kept_or_deleted(
    tmp_path: Path, are_kept: bool
) -> None:
    root = drafted(tmp_path / "steps", STEPS, is_offering=True).root
    assert '# { table = "events", id = "order' in Drafted(root).written()
    for path in acts(root) if are_kept else ():
        path.write_text(kept(path.read_text("utf-8")), "utf-8")

    fixed = call(answered(root, tmp_path / "answered"), "check", "--fix")
    assert fixed.code == 0, fixed.out


MIXED = """\
Clerk gives files, and refuses more

By Ruth Alder
June 12, 2026

TARROW, Kan. — Immigration and Customs Enforcement served an administrative subpoena on the \
Sorrel County Clerk's Office on June 1. It asks for the addresses of 12 voters.

The Sorrel County Clerk's Office handed over the addresses on June 4. The Sorrel County Clerk's \
Office refused to comply with the subpoena on June 8.

“I am afraid,” said Corinne Adder, whose twins are in third grade. Adder was arrested in May.

A voter's lawyer, Gil Dorn, said his client would sue.
"""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article that tells two answers to one paper; no test changes it."""
    return drafted(tmp_path_factory.mktemp("mixed"), MIXED, is_offering=True)


def test_of_two_answers_that_deny_each_other_neither_stands_without_a_person(
    mixed: Drafted,
) -> None:
    told = "SELECT kind FROM events WHERE event_id LIKE 'sorrel-%'"
    kinds = re.findall(r'"events", id = "[\w-]+", kind = "(\w+)"', "".join(offers(mixed)))

    assert mixed.relations.rows(told) == []
    assert {"production", "response"} <= set(kinds)
    assert mixed.written().count("which says the contrary: is the row below an answer") == 2


def test_who_is_known_only_by_a_family_or_a_client_is_no_official(mixed: Drafted) -> None:
    about = above(mixed.written(), 'individual_id = "gil-dorn"')

    assert "Corinne" not in mixed.written() + mixed.of_source()
    assert "does this person hold a public office" in about


def test_whoever_may_be_somebody_whom_the_text_names_is_no_second_person(tmp_path: Path) -> None:
    more = (
        "A county clerk in Kansas said she had not decided. “It is a lot of paper,” said the "
        "clerk, Edda Moss.\n"
    )
    written = drafted(tmp_path, RECORDER + more).written()

    assert 'individual_id = "edda-moss"' in written
    assert "a-county-clerk" not in written


SUITS = {
    "The county sued June 8, asking a judge to block the subpoena.": "recipient_suit",
}


@pytest.mark.parametrize(("suit", "kind"), SUITS.items(), ids=range(len(SUITS)))
def test_whoever_works_for_a_recipient_brings_a_suit_of_the_staff(
    tmp_path: Path, suit: str, kind: str
) -> None:
    told = drafted(tmp_path, f"{RECORDER}{suit}\n")
    sql = "SELECT kind FROM proceedings WHERE proceeding_id LIKE 'sorrel-%'"

    assert told.relations.rows(sql) == [(kind,)]


def test_acts_of_one_body_are_told_apart_by_their_days(tmp_path: Path) -> None:
    text = (
        "ICE served an administrative subpoena on the Tarrow Public Library on May 6, and a "
        "second administrative subpoena on the Tarrow Public Library on May 20.\n\nThe second "
        "administrative subpoena was served on the Tarrow Public Library on May 20.\n\nA judge in "
        "Tarrow quashed the demand. The city refused to comply, citing state law.\n"
    )
    asked = drafted(tmp_path, article("Library weighs papers", text), is_offering=True).written()

    assert "of those of “Tarrow Public Library”: " not in asked
    assert "of those of “Tarrow Public Library” of “May 6”" in asked


def test_a_row_is_offered_in_the_file_of_the_body_whose_people_it_names(tmp_path: Path) -> None:
    text = (
        "ICE served administrative subpoenas on the Tarrow Police Department and the Sorrel County "
        "Sheriff's Office on June 1.\n\nThe sheriff's office has no comment, spokeswoman Mona Pike "
        "said.\n\nPike said the subpoena is not signed by a judge.\n"
    )
    draft = drafted(tmp_path, article("Two weigh papers", text), is_offering=True)
    files = (draft.root / "datasets/reviewed/acts").glob("*.toml")
    told = {
        p.name: "signed by a judge" in p.read_text("utf-8")
        for p in files
        if p.name != "tamarack-1.toml"
    }

    assert told == {"sorrel-county-1.toml": True, "tarrow-1.toml": False}


def test_what_is_likely_a_reason_is_offered_with_likely_codes_and_what_nobody_does_is_none(
    tmp_path: Path,
) -> None:
    text = article(
        "Recorder weighs papers",
        "Immigration and Customs Enforcement served an administrative subpoena on the Sorrel "
        "County Recorder's Office on June 1. Recorder Ida Moe said the office refused because "
        "parents hand its clerks the most private papers they own.\n\n"
        "No one is investigating a tenant, ICE spokesman Lyle Odom said.\n",
    )
    written = drafted(tmp_path, text, is_offering=True).written()

    assert "another code, such as " in written
    assert "No one is investigating" not in written.partition("=== sources")[0].replace("\n", " ")
