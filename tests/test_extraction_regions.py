"""Promises of regions: a partition found by rules, before anything else reads the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows
from extraction.text.regions import KINDS, reading, regions

BODY = (
    "The county said on Monday that it would answer the subpoena within two weeks of its receipt."
)
ARTICLE = f"Agency Demands Jail Records From Coastal County\n\n{BODY}\n\n{BODY}"


def kinds(text: str) -> list[str]:
    """Kinds of the regions of a text, in order."""
    return [kind for _, _, kind in regions(text)]


def words(text: str, kind: str) -> list[str]:
    """Stripped words of the regions of a kind."""
    return [text[start:end].strip() for start, end, found in regions(text) if found == kind]


@given(st.text(alphabet='aA .\n\u00a0“”"(:/0', max_size=400) | st.text(max_size=200))
def test_regions_are_a_partition_of_any_text(text: str) -> None:
    found = regions(text)

    assert "".join(text[start:end] for start, end, _ in found) == text
    assert all(start < end for start, end, _ in found)
    assert {kind for _, _, kind in found} <= set(KINDS)


def test_an_empty_text_has_no_regions() -> None:
    assert regions("") == []


def test_a_headline_in_title_case_opens_the_page() -> None:
    assert words(ARTICLE, "headline") == ["Agency Demands Jail Records From Coastal County"]


def test_an_official_whose_title_is_also_an_imperative_of_the_site_is_of_the_story() -> None:
    told = "Register Mae R. Lind answered on Monday with a letter of two pages."
    asked = "Register Now For The Ledger and read every story."

    assert words(f"{BODY}\n\n{told}\n\n{asked}\n\n{BODY}", "boilerplate") == [asked]


def test_a_long_first_sentence_is_body() -> None:
    assert kinds(BODY + "\n\n" + BODY) == ["body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Like The Harbor Ledger on Facebook:", "boilerplate"),
        ("Content created by The Harbor Wire Foundation is free for any publisher.", "boilerplate"),
        ("Comments are closed.", "boilerplate"),
        ("Copyright 2019 Harbor Media", "boilerplate"),
        ("Images courtesy of the Port Authority/Public domain", "image_credit"),
        ("Wikimedia Commons/Ana Sailor", "image_credit"),
        ("Related: Mayor Vetoes Jail Budget", "related_headline"),
        ("Mayor Vetoes Jail Budget After Long Night Debate", "related_headline"),
    ],
)
def test_a_line_of_the_page_is_not_the_story(line: str, kind: str) -> None:
    text = f"{ARTICLE}\n\n{line}"

    assert words(text, kind) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Harbor Bay (AFP) – The clerk told the council that the plan was “a sham.”",
        "The fair drew a crowd. (The French, it turns out, love “cold pie,” the clerk said.)",
        "“I wanted to make a donation,” said Nora Field, who owns a shop.",
    ],
)
def test_a_line_that_only_begins_like_a_credit_or_an_appeal_is_the_story(line: str) -> None:
    assert line in words(f"{ARTICLE}\n\n{line}\n\n{BODY}", "body")[-1]


def test_everything_after_the_count_of_thoughts_is_comments() -> None:
    thoughts = "3 thoughts on “Agency Demands Jail Records”\n\n1. I disagree."
    text = f"{ARTICLE}\n\n{thoughts}\n\nComments are closed."

    assert kinds(text) == ["headline", "body", "comments"]


def test_a_byline_is_its_own_line_or_a_bracket_before_the_first_words() -> None:
    own = ARTICLE.replace("\n\n", "\n\nBy Nora Field\n\n", 1)
    bracket = ARTICLE.replace("\n\n", "\n\n(Nora Field, Harbor Ledger) ", 1)

    assert words(own, "byline") == ["By Nora Field"]
    assert words(bracket, "byline") == ["(Nora Field, Harbor Ledger)"]
    assert words(bracket, "body")[0].startswith(BODY)


def test_a_second_headline_under_the_deck_belongs_to_another_story() -> None:
    text = (
        "County Vows to Fight Subpoena\n\n‘We will see them in court…’\n\n"
        f"Sheriff Says Jail Is Full and Getting Fuller\n\n{BODY}"
    )

    assert kinds(text) == ["headline", "deck", "related_headline", "body"]


def test_a_caption_is_parted_from_its_credit() -> None:
    text = f"County Vows to Fight Subpoena\n\nNora Field / IMAGE: Harbor TV\n\n{BODY}"

    assert words(text, "caption") == ["Nora Field"]
    assert words(text, "image_credit") == ["/ IMAGE: Harbor TV"]


def test_a_related_link_inside_a_paragraph_is_cut_out() -> None:
    text = f"{ARTICLE} (Related: Jail Reopens After Flood) More followed."

    assert words(text, "related_headline") == ["(Related: Jail Reopens After Flood)"]
    assert words(text, "body")[-1] == "More followed."


def test_another_outlets_words_are_embedded_up_to_the_notice() -> None:
    told = f"The Harbor Ledger reported:\n\n{BODY}\n\n{BODY}"
    text = f"{ARTICLE}\n\n{told}\n\nLike The Harbor Ledger on Facebook:"

    assert kinds(text) == ["headline", "body", "embedded", "boilerplate"]


def test_marked_paragraphs_end_the_embedding_at_the_first_unmarked_one() -> None:
    text = f"{ARTICLE}\n\nThe Harbor Ledger reports:\n\n“{BODY}\n\n{BODY}"

    assert kinds(text) == ["headline", "body", "embedded", "body"]


def test_bullets_under_a_notice_of_other_stories_are_theirs() -> None:
    text = f"{ARTICLE}\n\nRead our previous coverage below:\n- Clerk sues\n- Judge rules\n{BODY}"

    assert words(text, "related_headline")[-1].endswith("- Judge rules")
    assert kinds(text)[-1] == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("by Nora Field of The Harbor Ledger | Jul. 24, 2025", "byline"),
        ("Nora Field / AP", "image_credit"),
        ("Skip to main content", "boilerplate"),
        ("We rely on readers like you, so please give a gift today.", "boilerplate"),
        ("We use cookies on this site to count our readers.", "boilerplate"),
    ],
)
def test_a_line_above_the_story_is_not_the_story(line: str, kind: str) -> None:
    text = ARTICLE.replace("\n\n", f"\n\n{line}\n\n", 1)

    assert words(text, kind) == [line]


def test_no_region_outside_the_text() -> None:
    assert reading(regions(ARTICLE), KINDS)(10_000) == "body"
    assert reading(regions(ARTICLE), KINDS)(3) == "headline"


@pytest.mark.parametrize("unit", [" ", "A ", "Image: ", "(Related: ", "“x”\n", "Word / "])
def test_work_grows_with_length_and_no_faster(unit: str) -> None:
    assert grows(regions, unit) < 1.6


@pytest.mark.parametrize(
    "unit",
    [
        *(" ", "A ", "Image: ", "(Related: ", "Word / "),
        pytest.param("“x”\n", marks=pytest.mark.slow),
    ],
)
def test_a_text_of_a_megabyte_is_read_to_its_end(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))

    assert regions(text)[-1][1] == len(text)
