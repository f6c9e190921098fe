"""Of each body that an article names the draft tells whose it is, or asks, and invents none."""

from __future__ import annotations

from pathlib import Path

import pytest

import world
from check import stages
from contribute.draft import reading
from contribute.draft.known import Known
from contribute.draft.makers.bodies.governments import Governments
from contribute.draft.makers.bodies.named import Bodies
from contribute.draft.makers.papers.receivers import Receivers
from contribute.draft.makers.papers.sendings import Sendings
from contribute.draft.pages.article import Article
from drafting import Drafted, article, drafted

PLACES = """\
Washington county must answer two subpoenas

By Ina Wold
March 4, 2026

WENDLE, Wash. — A judge told Grouse County on Monday to answer two subpoenas that a Washington \
sheriff had turned away.

ICE had sent the state Office of Boat Licensing a letter. The clerk of the Superior Court of \
Heron County was at lunch. The Washington Council of County Clerks urged its members to wait, and \
so did the county hospital.

Ada Brink, who teaches law at Wendle Hills University, said that the Kettle Bay school district \
had waited. The Oregon Road Workers' League has no view, and Grouse State Hospital gave none.
"""
"""An article with bodies of a state, of two counties, of a group and of nobody in particular."""


def _bodies(known: Known, text: str) -> Bodies:
    """The bodies of a text of which nothing is drafted."""
    read = reading.of(Article(text), "s002")
    return Bodies(read, known, Governments(read, known))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What a checkout knows."""
    return Known.of(stages.run(world.write(tmp_path_factory.mktemp("places") / "checkout")))


@pytest.fixture(scope="module")
def places(known: Known) -> Bodies:
    """The bodies of the article."""
    return _bodies(known, PLACES)


WHOSE = {
    "Washington sheriff": None,
    "state Office of Boat Licensing": ("state", "us-wa"),
    "Superior Court": ("court", "us-wa-heron-county"),
    "Washington Council of County Clerks": ("other", None),
    "county hospital": ("local", "us-wa-grouse-county"),
    "Wendle Hills University": ("other", None),
    "Kettle Bay school district": ("local", "us-wa-kettle-bay-school-district"),
    "Oregon Road Workers' League": ("other", None),
}
"""Words of the article, and kind and government of the body that they name."""


@pytest.mark.parametrize("words", WHOSE)
def test_a_body_is_of_the_government_that_words_tell_or_of_none(places: Bodies, words: str) -> None:
    inner = "Office" + words.partition("Office")[2] if words.startswith("state ") else words
    start = PLACES.index(words) + len(words) - len(inner) if words in PLACES else -1
    stretch = places.reading.at(start)
    body = places.named((start, start + len(inner)), stretch) if stretch else None

    assert (body and (body.kind, body.jurisdiction_id)) == WHOSE[words]


TOWN = """\
Village hears of papers

By Ina Wold
March 4, 2026

PINE FALLS, N.Y. — The village weighs what agents asked. {} Nobody else minded.
"""
GOT = {
    "ICE served the village with an administrative subpoena.": ["us-ny-pine-falls"],
    "A subpoena was left at Clerk Ada Brink's window.": ["us-ny-pine-falls"],
    "ICE sent the state Department of Labor a subpoena.": ["us-ny"],
    "Two subpoenas reached the county jail on Monday.": ["us-xx-county-jail"],
    "ICE sent the Kettle Bay school district a subpoena.": ["us-ny-kettle-bay-school-district"],
    "The jail of Moss County got a subpoena from ICE.": ["us-ny-moss-county"],
    "Last week came one subpoena from ICE, and nobody got two.": [],
    "A Texas sheriff got nine subpoenas from ICE.": [],
    "Our story (“Sheriff refuses six ICE subpoenas”) was wrong.": [],
    "The district's carrier said the company got a subpoena of its own on Monday.": [],
}
"""Sentences of an article on a village, and the governments whose bodies got papers."""


@pytest.mark.parametrize("sentence", GOT)
def test_papers_go_to_whom_a_sentence_names_and_to_nobody_else(known: Known, sentence: str) -> None:
    bodies = _bodies(known, TOWN.format(sentence))
    sendings = Sendings(bodies.reading, bodies, Receivers(bodies.reading, bodies)).all()

    assert [sending.body.jurisdiction_id for sending in sendings] == GOT[sentence]


def test_a_body_is_named_by_all_its_words(known: Known) -> None:
    bodies = _bodies(known, TOWN.format("The jail of Moss County got a subpoena from ICE."))
    (sending,) = Sendings(bodies.reading, bodies, Receivers(bodies.reading, bodies)).all()

    assert bodies.reading.words(sending.receiver) == "jail of Moss County"


CAMPUS = """\
Finch Hollow A&M weighs a subpoena for names

By Ina Wold
March 4, 2026

TARROW, Ore. — Students of Finch Hollow A&M asked on Tuesday what agents may see.

Immigration and Customs Enforcement served an administrative subpoena on the university's \
registrar on March 2. It asks for the addresses of four students.

The university has not answered. Its lawyers read the paper, a speaker said. The papers lie there.

No other school has been asked this year, as far as anyone in the town can tell, she said.

Only once was there more. Last week Linden County got two subpoenas too. Nobody minded.

Dara Voss, who teaches law at Cedar Bluff University, said such a subpoena can wait.
"""
"""An article on papers to a university of nobody in particular, and on others in passing."""


@pytest.fixture(scope="module")
def campus(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of the article; no test changes it."""
    return drafted(tmp_path_factory.mktemp("campus"), CAMPUS)


TOLD = {
    "who is served at an office of the university, and no word that begins a sentence": (
        "SELECT recipient_as_printed FROM acts WHERE act_id != 'tamarack-1' ORDER BY ALL",
        [("Finch Hollow A&M",), ("Linden County",)],
    ),
    "a university of which no words say whose it is belongs to nobody": (
        "SELECT kind, jurisdiction_id FROM agencies WHERE name LIKE '%A&M'",
        [("other", None)],
    ),
}
"""What is told of papers to a university: a query, and what it gives."""


@pytest.mark.parametrize("told", TOLD)
def test_papers_go_to_the_body_that_words_name(campus: Drafted, told: str) -> None:
    sql, wanted = TOLD[told]

    assert campus.relations.rows(sql) == wanted


def test_whose_a_body_is_is_asked(campus: Drafted) -> None:
    assert "no words say whose “Finch Hollow A&M” is" in campus.written()


def test_papers_that_are_named_in_passing_have_no_act_and_their_body_is_named(
    tmp_path: Path,
) -> None:
    found = drafted(tmp_path, CAMPUS, is_offering=True)

    sql = "SELECT recipient_as_printed FROM acts WHERE act_id != 'tamarack-1'"
    assert found.relations.rows(sql) == [("Finch Hollow A&M",)]
    assert "Linden County" not in found.written()


def test_a_borough_is_a_city_and_nobody_needs_the_office_of_a_speaker(tmp_path: Path) -> None:
    text = (
        "Counter waits\n\nBy Ina Wold\nMarch 4, 2026\n\nWENDLE, Pa. — ICE served an administrative "
        "subpoena on the Kettle Borough Permits Office on March 2.\n\n“I saw none,” said County "
        "Auditor Mona Prewitt.\n"
    )
    draft = drafted(tmp_path, text)
    sql = "SELECT jurisdiction_id, kind FROM jurisdictions WHERE jurisdiction_id LIKE 'us-pa-%'"

    assert draft.relations.rows(sql) == [("us-pa-kettle-borough", "city")]
    assert "us-xx" not in draft.written()


WHO = (
    "SELECT recipient_agency_id, agencies.jurisdiction_id, n_persons FROM acts "
    "JOIN agencies ON agency_id = recipient_agency_id "
    "WHERE act_id <> 'tamarack-1' ORDER BY recipient_agency_id"
)


def test_a_state_that_only_describes_a_place_is_no_body(tmp_path: Path) -> None:
    text = article(
        "Schools weigh papers",
        "ICE sent an administrative subpoena to a school system on the Kansas plains, and it came "
        "by courier. Another administrative subpoena was served on the Tarrow Public Library on "
        "June 1.\n",
    )

    assert drafted(tmp_path, text).relations.rows(WHO) == [
        ("tarrow-public-library", "us-ks-tarrow", None)
    ]


@pytest.mark.parametrize("name", ["Sorrel Hospital District No. 2", "Sorrel School District 118"])
def test_a_number_is_a_part_of_the_name_of_a_body(tmp_path: Path, name: str) -> None:
    text = article(
        "District weighs papers",
        f"ICE served an administrative subpoena on {name}, which asks for 12 files. "
        f"The board of {name.split(' District')[0]} District meets Monday.\n",
    )
    own = name.lower().replace(".", "").replace(" ", "-")

    assert drafted(tmp_path, text).relations.rows(WHO)[0][0] == own


def test_the_first_word_of_a_name_is_short_for_the_body(tmp_path: Path) -> None:
    text = article(
        "Judge to hear papers",
        "ICE served administrative subpoenas on the state Division of Boat Titles and the Sorrel "
        "County Sheriff's Office, it said. It served the Division on May 4, seeking the titles "
        "of 60 people. The sheriff got a subpoena on May 11 about eight inmates.\n",
    )

    assert drafted(tmp_path, text).relations.rows(WHO) == [
        ("division-of-boat-titles", "us-ks", 60),
        ("sorrel-county-sheriffs-office", "us-ks-sorrel-county", 8),
    ]


def test_whose_a_body_is_is_asked_where_its_name_says_only_of_what_sort_it_is(
    tmp_path: Path,
) -> None:
    text = article(
        "Judge bars papers",
        "A judge barred a state bureau from giving files to ICE. The Sorrel County Jail had no "
        "part in it. ICE served an administrative subpoena on the Bureau of Boat Standards on "
        "June 1, asking for the addresses of 12 owners.\n",
    )

    asked = "to which government “Bureau of Boat Standards” belongs"

    assert asked in drafted(tmp_path, text).written()


@pytest.mark.parametrize("name", ["Sedge Lake's relief office", "municipal utility in Sedge Lake"])
def test_a_body_that_words_describe_by_its_city_is_of_the_city(tmp_path: Path, name: str) -> None:
    text = article(
        "County weighs papers",
        "The Sorrel County Sheriff's Office had no comment. ICE served an administrative subpoena "
        f"on the {name} on June 1. The city of Sedge Lake has a week.\n",
    ).replace("the Sedge", "Sedge")
    told = drafted(tmp_path, text, "--to", name).relations.rows(WHO)

    assert [place for _, place, _ in told] == ["us-ks-sedge-lake"]


def test_papers_go_to_a_body_by_the_short_name_in_brackets_and_not_to_where_it_lies(
    tmp_path: Path,
) -> None:
    text = article(
        "Office weighs papers",
        "The Kansas Office of Boat Licensing (OBL) said no on Friday. ICE mailed an administrative "
        "subpoena to OBL's offices in Sedge Lake on June 1. "
        "It asks for the addresses of 12 owners.\n",
    )

    assert drafted(tmp_path, text).relations.rows(WHO) == [
        ("kansas-office-of-boat-licensing", "us-ks", 12)
    ]


def test_account_holders_are_no_accounts(tmp_path: Path) -> None:
    text = article(
        "Utility weighs papers",
        "ICE served an administrative subpoena on the Tarrow Public Library on June 1. It asked "
        "for the billing addresses of four account holders.\n",
    )
    kinds = "SELECT kind FROM information_sought WHERE act_id <> 'tamarack-1'"

    assert drafted(tmp_path, text).relations.rows(kinds) == [("address",)]


def _of(text: str, folder: Path) -> list[tuple[object, ...]]:
    sql = (
        "SELECT kind, jurisdiction_id FROM agencies WHERE agency_id IN (SELECT "
        "recipient_agency_id FROM acts WHERE NOT act_id LIKE 'tama%')"
    )
    return drafted(folder, text).relations.rows(sql)


SERVED = "Homeland Security served an administrative subpoena on the {} on June 1."


def test_the_town_of_a_federal_office_tells_no_state_of_a_recipient(tmp_path: Path) -> None:
    text = f"{SERVED.format('Tarrow School District')} A supervisor at ICE, in Burlington, "
    text = f"Papers\n\nBy Ruth Alder\nJune 12, 2026\n\n{text}Vermont, signed it.\n"

    assert "us-vt-tarrow-school-district" not in drafted(tmp_path, text).written()


def test_the_police_of_a_city_in_a_county_are_the_citys(tmp_path: Path) -> None:
    lies = "Tarrow lies in Sorrel County. Sorrel County got none."
    body = f"{SERVED.format('Police Department')} {lies}"

    assert _of(article("Papers", f"{body} The city said no.\n"), tmp_path) == [
        ("local", "us-ks-tarrow")
    ]


def test_a_short_form_of_a_body_is_that_body(tmp_path: Path) -> None:
    body = f"{SERVED.format('Tarrow Police Department')} The Tarrow police said they would wait."

    assert "tarrow-police-department" in drafted(tmp_path, article("Papers", f"{body}\n")).written()
