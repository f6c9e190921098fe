"""Promises of names: every mention tells whose it is, and what is no person is left alone."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows
from extraction.names import body_words
from extraction.names.agencies import agencies
from extraction.names.jurisdictions import jurisdictions
from extraction.names.people import persons
from extraction.text.candidates import Candidate
from extraction.text.regions import Region, regions
from spelled import spelled

Finder = Callable[[str, list[Region]], list[Candidate]]
FINDERS: tuple[Finder, ...] = (persons, agencies, jurisdictions)


def found(finder: Finder, text: str) -> list[tuple[str, str]]:
    """Printed words and entity of each mention."""
    return [(text[c.start : c.end], c.attributes["entity"]) for c in finder(text, regions(text))]


def test_a_surname_alone_is_the_person_named_before() -> None:
    text = "The clerk, Omar Vasquez, refused. Vasquez’s lawyer agreed, and Vasquez left."

    assert found(persons, text) == [
        ("Omar Vasquez", "Omar Vasquez"),
        ("Vasquez", "Omar Vasquez"),
        ("Vasquez", "Omar Vasquez"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zorvik Pallan, 34, was released.", "Zorvik Pallan"),
        ("Later Zorvik Pallan, a Chilean national, was released.", "Zorvik Pallan"),
        ("The jail’s spokesman Zorvik Pallan agreed.", "Zorvik Pallan"),
        ("“We will answer,” said Zorvik Pallan.", "Zorvik Pallan"),
        ("Sheriff Zorvik Pallan agreed.", "Zorvik Pallan"),
        ("Warden Zorvik Pallan agreed.", "Zorvik Pallan"),
        ("General Manager Zorvik Pallan agreed.", "Zorvik Pallan"),
        ("Deputy County Attorney Zorvik Pallan agreed.", "Zorvik Pallan"),
        ("His public defender, Zorvik Pallan, said no.", "Zorvik Pallan"),
        ("They seek the file of Zorvik Pallan, who’s 51.", "Zorvik Pallan"),
        ("The letter went to Maria de la Cruz in May.", "Maria de la Cruz"),
        ("A call to Robert J. Oakes went unanswered.", "Robert J. Oakes"),
    ],
)
def test_a_title_an_age_a_role_or_a_given_name_shows_a_person(text: str, name: str) -> None:
    assert found(persons, text) == [(name, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Alder Harbor Homes, a nonprofit that places teenagers with host families, got a letter.",
        "Zorvik Pallan, a charity whose members host students, got a letter.",
        "Grace Tello Foods, the owner of two plants, got a letter.",
    ],
)
def test_an_organization_is_no_person(text: str) -> None:
    assert found(persons, text) == []


def test_a_short_given_name_is_the_same_person() -> None:
    text = "A letter from Matthew Oakes came. Matt Oakes signed it."

    assert {entity for _, entity in found(persons, text)} == {"Matthew Oakes"}


def test_a_particle_belongs_to_the_surname() -> None:
    text = "Mayor Bill van Horn spoke. Van Horn then left."

    assert found(persons, text)[-1] == ("Van Horn", "Bill van Horn")


def test_two_persons_with_one_surname_are_told_apart_by_the_nearest_and_marked() -> None:
    text = "Anna Oakes sued. Oakes won. Peter Oakes lost. Oakes appealed."
    mentions = persons(text, regions(text))

    assert [c.attributes["entity"].split()[0] for c in mentions] == [
        "Anna",
        "Anna",
        "Peter",
        "Peter",
    ]
    assert mentions[3].attributes["ambiguous"] == "true"


def test_a_title_and_an_affiliation_are_parts() -> None:
    text = "Acting director Carla Oakes agreed. So did Ryan Pell of the City Attorney’s Office."
    first, second = persons(text, regions(text))

    assert text[slice(*first.parts["title"])] == "Acting director"
    assert text[slice(*second.parts["affiliation"])] == "City Attorney’s Office"


@pytest.mark.parametrize(
    "text",
    [
        "El Salvador, a country of volcanoes, agreed.",
        "The New York Post reported it.",
        "Marshall Islands officials agreed.",
        "The Department of Motor Vehicles agreed.",
    ],
)
def test_places_and_bodies_are_no_persons(text: str) -> None:
    assert found(persons, text) == []


def test_nobody_in_the_comments_is_named() -> None:
    comments = "2 thoughts on “Clerk”\n\nMaria Oakes agrees."
    text = f"Clerk Answers Subpoena in Full\n\nThe clerk spoke.\n\n{comments}"

    assert found(persons, text) == []


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("ICE", "U.S. Immigration and Customs Enforcement"),
        (
            "United States Immigration and Customs Enforcement",
            "U.S. Immigration and Customs Enforcement",
        ),
        ("Justice Department", "U.S. Department of Justice"),
        ("Lakewood Police Department", "Lakewood Police Department"),
        ("Pine County Sheriff’s Office", "Pine County Sheriff's Office"),
        ("Oregon Department of Corrections", "Oregon Department of Corrections"),
        ("city attorney’s office", "City Attorney's Office"),
        ("Boston police", "Boston police"),
        ("Harbor Daily News", "Harbor Daily News"),
    ],
)
def test_a_body_is_known_by_list_or_by_its_head_noun(words: str, entity: str) -> None:
    assert found(agencies, f"A letter from the {words} came.") == [(words, entity)]


def test_letters_in_brackets_stand_for_the_name_from_there_on() -> None:
    text = "The Pine County Health Department (PCHD) closed. PCHD will reopen."

    assert {entity for _, entity in found(agencies, text)} == {"Pine County Health Department"}
    assert len(found(agencies, text)) == 3


def test_ice_on_the_road_is_no_agency() -> None:
    assert found(agencies, "There was ice on the road, ice-cold rain and an Ice rink.") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Denver", "us-co-denver"),
        ("Flagstaff, Arizona", "us-az-flagstaff"),
        ("Salem, Ore.", "us-or-salem"),
        ("city of Boston", "us-ma-boston"),
        ("Rhode Island", "us-ri"),
        ("New York City", "us-ny-new-york-city"),
        ("New York", None),
        ("Pine County", None),
    ],
)
def test_a_place_has_a_value_where_its_state_is_known(words: str, value: str | None) -> None:
    text = f"They moved to {words} again."
    [place] = jurisdictions(text, regions(text))

    assert (text[place.start : place.end], place.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She said that Quill Bay has complied.", "Quill Bay"),
        ("The offices told Quill Bay's mayor so.", "Quill Bay"),
        ("It is what Quill Bay told the feds.", "Quill Bay"),
    ],
)
def test_a_place_may_stand_for_its_government(text: str, name: str) -> None:
    found = [c for c in jurisdictions(text, regions(text)) if c.rule == "acting-place"]

    assert [text[c.start : c.end] for c in found] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "She said that Monday has complied.",
        "She said that the Division has complied.",
        "She said that Sheriff Ada Moreno has complied.",
    ],
)
def test_what_acts_is_not_always_a_place(text: str) -> None:
    assert not [c for c in jurisdictions(text, regions(text)) if c.rule == "acting-place"]


def test_a_place_inside_an_agency_is_marked_and_inside_a_newspaper_is_none() -> None:
    text = "The Denver Police Department answered the Boston Globe."
    [place] = jurisdictions(text, regions(text))

    assert (place.value, place.rule) == ("us-co-denver", "within-agency-name")


PIECES = st.sampled_from(
    [
        *"Maria Oakes de Jr. ICE ( ) , 34 said ’s “ Mr. President of County The .".split(),
        *("Department", "Press", "New York", "\n", "\xa0"),
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_no_text_raises_and_spans_are_inside(text: str) -> None:
    for finder in FINDERS:
        mentions = finder(text, regions(text))
        spans = [(c.start, c.end) for c in mentions]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(isinstance(c, Candidate) and c.attributes["entity"] for c in mentions)


@pytest.mark.parametrize(
    "unit", ["Maria Oakes, ", "A ", "ICE ", "President ", "State of ", "Aa", "O’", " "]
)
def test_work_grows_with_length_and_no_faster(unit: str) -> None:
    for finder in FINDERS:

        def found(text: str, find: Callable[..., object] = finder) -> object:
            return find(text, [(0, len(text), "body")])

        assert grows(found, unit) < 1.6


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nothing moved.\n\nVery truly yours,\n\nImra Castrel\nCity Attorney", "Imra Castrel"),
        ("One of them was Garlan Thorsby. Thorsby said so.", "Garlan Thorsby"),
        ("It lost when County Board Supervisor Lyman Engst said so.", "Lyman Engst"),
        ("It went to the board’s attorney, Thadeo Robich.", "Thadeo Robich"),
        ("Compare Ms. Odesa Birdw of the next county.", "Odesa Birdw"),
    ],
)
def test_a_signature_a_speaking_surname_or_a_title_in_a_run_shows_a_person(
    text: str, name: str
) -> None:
    assert name in {entity for _, entity in found(persons, f"It rained.\n\n{text}\n")}


@pytest.mark.parametrize(
    "text",
    ["A priest in Bremer Grove said so.", "In Pellow Station, the clerk left."],
)
def test_a_place_behind_a_preposition_is_no_person(text: str) -> None:
    assert found(persons, f"It rained.\n\n{text}\n") == []


@pytest.mark.parametrize(
    "name",
    ["Linden City School District", "Prairie College", "Linden Housing Authority"],
)
def test_schools_districts_and_authorities_are_bodies(name: str) -> None:
    assert (name, name) in found(agencies, f"It rained.\n\nIt went to {name} on Monday.\n")


def _ends(words: frozenset[str], name: str) -> bool:
    """Whether a name holds one of the words without which it is not looked for."""
    parts = re.findall(r"[A-Z][a-z]+", name)
    return any(part in words or (part[-3:] == "ans" and "-ans" in words) for part in parts)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (body_words.HEAD, body_words.HEAD_ENDS),
        (body_words.ALONE, body_words.ALONE_ENDS),
        (body_words.HOLDER, body_words.ALONE_ENDS),
        (body_words.FOR, body_words.FOR_ENDS),
        (body_words.OF_HOLDER, body_words.FOR_ENDS),
    ],
    ids=["head noun", "alone", "holder", "preposition", "office of"],
)
def test_no_name_of_a_body_is_passed_over_before_its_pattern_is_tried(
    pattern: str, words: frozenset[str]
) -> None:
    names = {name for name in spelled(pattern) if not name.endswith(("board", "ouncil", "mission"))}

    assert names
    assert [name for name in sorted(names) if not _ends(words, name)] == []
