"""Promises about the head of a plain text: its headline, who signed it, and when it appeared."""

from pathlib import Path

import pytest

import world
from calling import call
from contribute.draft import reading
from contribute.draft.makers.rest import WHICH_DAY
from contribute.draft.pages import article, markup
from drafting import drafted

STORY = (
    "LINDEN, Ohio -- The clerk of Linden County said on Tuesday that her office would not answer "
    "the subpoena.\n\nThe paper came last week, and nobody at the counter had seen one before.\n"
)
SHORT = (
    "Clerk turns away a subpoena\n\nBy Nora Feld\n\n"
    "LINDEN, Ohio -- Immigration and Customs Enforcement "
    "served a subpoena on the Linden County Clerk on May 4.\n"
)
PLAIN = STORY.partition(" -- ")[2]
TITLE = "Clerk turns away a subpoena from Immigration"


def head(folder: Path, text: str) -> dict[str, str | None]:
    """What is read of the head of a text, and where its story begins."""
    file = folder / "article.txt"
    file.write_text(text, "utf-8")
    given = article.read(file)
    read = reading.of(given, "s002")
    by = reading.byline(given, read.page)
    kinds = {part.kind: given.text[part.start : part.end].strip() for part in read.page.regions}
    return {
        "title": kinds.get("headline"),
        "byline": by[0] if by else None,
        "published": next(iter(reading.printed_days(given, read.page)), None),
        "body": kinds["body"].split(". ")[0][:40],
    }


@pytest.mark.parametrize(
    ("above", "byline", "published"),
    [
        ("By Nora Feld | Sept. 17, 2025", "Nora Feld", "Sept. 17, 2025"),
        ("By Nora Feld, Post staff\nPublished 2025-11-13", "Nora Feld", "2025-11-13"),
        ("By Nora Feld\nThursday, Feb. 19, 2026", "Nora Feld", "Feb. 19, 2026"),
        ("July 16, 2025", None, "July 16, 2025"),
        ("The Linden Post -- Linden, Ohio -- March 9, 2026", None, "March 9, 2026"),
        ("by Nora Feld • 17 June 2026 • 7:05 a.m.", "Nora Feld", "17 June 2026"),
        ("Linden, Ohio, March 9, 2026", None, "March 9, 2026"),
        ("By Nora Feld\nUpdated May 4, 2026 | Posted May 3, 2026", "Nora Feld", "May 3, 2026"),
        ("By Nora Feld\nThe Linden Post | Issue 41, May 2025", "Nora Feld", "May 2025"),
        ("By Nora Feld", "Nora Feld", None),
    ],
)
def test_the_lines_above_a_story_tell_who_signed_it_and_when(
    tmp_path: Path, above: str, byline: str | None, published: str | None
) -> None:
    told = {"title": TITLE, "byline": byline, "published": published}

    assert head(tmp_path, f"{TITLE}\n{above}\n\n{STORY}") == {**told, "body": STORY[:40]}
    assert head(tmp_path, f"{TITLE}\n\n{above}\n\n{PLAIN}")["published"] == published


def test_the_name_of_a_site_above_a_headline_is_no_title(tmp_path: Path) -> None:
    found = head(tmp_path, f"Elm & Third\n\n{TITLE}\n\nBy Nora Feld, May 3, 2026\n\n{STORY}")

    assert (found["title"], found["published"]) == (TITLE, "May 3, 2026")


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\nOffice of the Clerk\nFOR IMMEDIATE RELEASE -- May 3, 2026\n\n{STORY}",
        f"NEWS RELEASE\nOffice of the Clerk, May 3, 2026\n\n{TITLE}\n\n{STORY}",
        f"{TITLE}\nOffice of the Clerk\nFOR IMMEDIATE RELEASE: May 3, 2026\n\n{PLAIN}",
    ],
)
def test_the_headline_of_a_release_stands_above_its_labels_or_below(
    tmp_path: Path, text: str
) -> None:
    found = head(tmp_path, text)

    assert (found["title"], found["published"]) == (TITLE, "May 3, 2026")
    assert found["body"] in (STORY[:40], PLAIN[:40])


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{STORY.replace('Ohio', 'Ohio (May 3, 2026)')}",
        f"{TITLE}\n\n{STORY}\nThis story was first published on May 3, 2026.\n",
    ],
)
def test_a_day_beside_the_place_or_in_a_line_at_the_foot_is_that_of_publication(
    tmp_path: Path, text: str
) -> None:
    assert head(tmp_path, text)["published"] == "May 3, 2026"


@pytest.mark.parametrize(
    "line",
    [
        "On May 3, 2026, the clerk wrote to the agency.",
        "The subpoena of May 3, 2026 names two men",
        "Sent by hand, the paper of May 3, 2026 lay there.",
    ],
)
def test_the_day_of_a_sentence_is_not_that_of_publication(tmp_path: Path, line: str) -> None:
    assert head(tmp_path, f"{TITLE}\n\nBy Nora Feld\n\n{line}\n\n{PLAIN}")["published"] is None


def test_wrapped_lines_are_one_paragraph_and_lines_of_the_head_stay_apart(tmp_path: Path) -> None:
    whole = " ".join(STORY.split())
    lines, line = list[str](), ""
    for word in whole.split():
        if len(line) + len(word) > 55:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    text = f"{TITLE}\nBy Nora Feld\nMay 3, 2026\n\n" + "\n".join([*lines, line, ""])

    assert article.unwrapped(text) == f"{TITLE}\nBy Nora Feld\nMay 3, 2026\n\n{whole}\n"
    assert head(tmp_path, text)["body"] == STORY[:40]


def test_the_name_above_the_volume_of_a_newsletter_is_no_title(tmp_path: Path) -> None:
    above = "LINDEN CLERKS' LETTER\nVol. 3, No. 9 — May 3, 2026\n\nLEGAL & REGULATORY"
    found = head(tmp_path, f"{above}\n\n{TITLE}\n\nBy Nora Feld\n\n{STORY}")

    assert (found["title"], found["byline"]) == (TITLE, "Nora Feld")


@pytest.mark.parametrize(
    ("first", "title"), [("Elm & Third", TITLE), (TITLE, TITLE), (f"{TITLE} Officers", None)]
)
def test_a_first_heading_that_names_the_site_is_no_title(first: str, title: str | None) -> None:
    page = (
        f"<html><head><title>Elm & Third: {TITLE}</title>"
        f'<meta property="og:title" content="{TITLE}"></head><body><h1>{first}</h1>'
        f"<article><p>{PLAIN}</p></article></body></html>"
    )

    assert markup.read(page).title == (title or first)


def test_a_day_that_nobody_prints_is_asked_for_first_of_all(tmp_path: Path) -> None:
    root, file = world.write(tmp_path / "checkout"), tmp_path / "article.txt"
    file.write_text(SHORT, "utf-8")

    called = call(root, "draft", "--url", "https://lindenpost.example/papers", str(file))

    questions = called.out.partition("questions; answer each")[2].splitlines()
    assert WHICH_DAY in questions[1]


def test_the_day_in_the_address_is_taken_where_the_text_prints_none(tmp_path: Path) -> None:
    sql = "SELECT published_edtf FROM sources WHERE source_id = 's002'"

    assert drafted(tmp_path, SHORT).relations.rows(sql) == [("2026-06-12",)]


@pytest.mark.parametrize(
    ("above", "byline", "published"),
    [
        (f"The Daily Finch\nThe student newspaper of Wendle Hills\nNEWS\nMay 3, 2026\n\n{TITLE}\n"
         "by Nora Feld, Finch staff", "Nora Feld", "May 3, 2026"),
        (f"THE MILL WEEKLY\nIssue of Sunday, May 3, 2026\nOld News, a column by Nora Feld\n\n"
         f"{TITLE}", "Nora Feld", "May 3, 2026"),
        (f"{TITLE}\nLake Valley Public Radio | The Evening Show\nBy Nora Feld\nAired May 3, 2026",
         "Nora Feld", "May 3, 2026"),
    ],
)  # fmt: skip
def test_what_a_paper_or_station_prints_above_a_story_names_it(
    tmp_path: Path, above: str, byline: str, published: str
) -> None:
    found = head(tmp_path, f"{above}\n\n{STORY}")
    site = next(line for line in above.splitlines() if line != TITLE).split(" | ")[0]
    written = drafted(tmp_path, f"{above}\n\n{SHORT.rpartition(chr(10) * 2)[2]}").of_source()

    assert (found["title"], found["byline"], found["published"]) == (TITLE, byline, published)
    assert f'publisher."{site}"' in written


def test_an_office_above_the_headline_of_a_release_publishes_it(tmp_path: Path) -> None:
    above = "FOR IMMEDIATE RELEASE\nMay 3, 2026\nOffice of the Linden Clerk\nContact: Nora Feld"
    text = f"{above}\n\n{TITLE}\n\n{STORY}"

    assert head(tmp_path, text)["title"] == TITLE
    assert 'publisher."Office of the Linden Clerk"' in drafted(tmp_path, text).of_source()


def test_the_title_of_a_page_may_end_with_the_name_of_its_site() -> None:
    page = f"<html><title>{TITLE} - Linden Lantern</title><h1>{TITLE}</h1><p>One.</p></html>"

    assert markup.read(page).publisher == "Linden Lantern"
    without = markup.read(page.replace("h1>", "h2>"))
    assert (without.title, without.publisher) == (TITLE, "Linden Lantern")


def test_a_news_agency_that_names_itself_wrote_the_text(tmp_path: Path) -> None:
    for by, standing in (("Tribune News Service", "wire_copy"), ("Linden Post", "own_reporting")):
        text = f"{TITLE}\n\nBy Nora Feld, {by}\nMay 3, 2026\n\n{STORY}"
        assert f'standing = "{standing}"' in drafted(tmp_path / by, text).of_source()


OTHERS = (
    f"{SHORT}\nRead next: Motel owner: ‘I had to’\n\nMORE STORIES\nDog show returns\n"
    "ICE subpoenas guest lists of a motel\n\nThe clerk keeps the paper.\n"
)


def test_lines_on_other_stories_are_no_part_of_this_one(tmp_path: Path) -> None:
    told = drafted(tmp_path, OTHERS)

    assert "guest lists" not in told.written()
    assert 'region = "related_headline", begins = "Read next' in told.of_source()
    assert "The clerk keeps the paper" in told.of_source()
    assert "I had to" not in "".join(
        line for line in told.of_source().splitlines() if 'table = "quotes"' in line
    )


SIGNED = {
    "By Nora Feld, Linden Clarion staff": ("Nora Feld", "Linden Clarion"),
    "By Nora Feld (Prairie Public Media)": ("Nora Feld", "Prairie Public Media"),
    "By Nora Feld, Staff Writer": ("Nora Feld", "lindenpost.example"),
}


@pytest.mark.parametrize(("line", "named"), SIGNED.items(), ids=range(len(SIGNED)))
def test_the_publisher_is_named_beside_whoever_signs(
    tmp_path: Path, line: str, named: tuple[str, str]
) -> None:
    told = drafted(tmp_path, SHORT.replace("By Nora Feld", line))
    sql = "SELECT byline, publisher FROM sources WHERE source_id = 's002'"

    assert told.relations.rows(sql) == [named]


FORMS = {
    "a role behind a bar": (
        "{}\nNora Feld | Staff writer\nElm Gazette\n{}",
        "Nora Feld",
        "Elm Gazette",
    ),
    "a station first": (
        "{}\nElm Public Radio | By Nora Feld\n{}\nLISTEN • 3:52",
        "Nora Feld",
        "Elm Public Radio",
    ),
    "call letters": ("{}\nKELM | By Nora Feld\nPublished {} at 5:00 AM MDT", "Nora Feld", "KELM"),
    "three lines": (
        "{}\nNora Feld-Ruiz\nElm Register\n{} Updated May 4, 2026",
        "Nora Feld-Ruiz",
        "Elm Register",
    ),
    "one line": (
        "{}\nNora Feld, Elm Courier\nSun, {} at 11:40 AM CDT\n4 min read",
        "Nora Feld",
        "Elm Courier",
    ),
    "a wire": ("{}\nBy The Elm Wire\nPublished 2:31 PM MST, {}", "The Elm Wire", "The Elm Wire"),
    "a role below": ("{}\nNora Feld\nCourts Reporter, Elm Current\n{}", "Nora Feld", "Elm Current"),
    "a guest": ("{}\nBy Nora Feld\nSpecial to the Elm Ledger\n{}", "Nora Feld", "Elm Ledger"),
    "two people": ("{}\nNora Feld and Jon Pike\n{}", "Nora Feld and Jon Pike", None),
    "a list below": ("{}\nBy Nora Feld,\nJon Pike\n{}", "Nora Feld", None),
    "a bureau": ("{}\nBy Nora Feld, Capitol Bureau\n{}", "Nora Feld", None),
    "sections and buttons": (
        "LOCAL NEWS\n{}\nShare\nBy Nora Feld nf@elm.example\n{}",
        "Nora Feld",
        None,
    ),
    "a name or a paper": ("{}\nElm Pilgrim\n{}", None, None),
    "a blog": ("{}\nPosted on {} by Nora Feld\n5 Comments", "Nora Feld", None),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_head_says_no_more_than_its_form_tells(tmp_path: Path, form: str) -> None:
    lines, byline, publisher = FORMS[form]
    text = f"{lines.format(TITLE, 'May 3, 2026')}\n\n{STORY}"
    told = {"title": TITLE, "byline": byline, "published": "May 3, 2026", "body": STORY[:40]}

    assert head(tmp_path, text) == told
    assert publisher_of(text) == publisher


def publisher_of(text: str) -> str | None:
    """The name of the paper or station that the head of a text tells."""
    given = article.Article(text)
    page = reading.of(given, "s002").page
    return next((text[slice(*span)] for span in reading.signed(given, page)[1]), None)


def test_the_name_of_a_paper_and_a_section_stand_above_a_short_headline(tmp_path: Path) -> None:
    deck = "The clerk read the paper twice, and the board is to talk of the answer."
    above = (
        f"The Elm Reader\nMay 3, 2026 · Cover Story\n\nThree Letters to Elm\n{deck}\n\nBy Nora Feld"
    )
    text = f"{above}\n\n{PLAIN}"

    assert head(tmp_path, text)["title"] == "Three Letters to Elm"
    assert publisher_of(text) == "The Elm Reader"
    assert head(tmp_path, text)["body"] == PLAIN[:40]


def test_a_line_of_the_story_that_begins_with_by_signs_nothing(tmp_path: Path) -> None:
    line = "By Monday, the county had sent all of the forms."
    found = head(tmp_path, f"{TITLE}\nMay 3, 2026\n\n{PLAIN}\n{line}\n")

    assert (found["byline"], found["body"]) == (None, PLAIN[:40])


def test_a_page_that_ends_as_releases_do_is_one(tmp_path: Path) -> None:
    told = drafted(tmp_path, SHORT.replace("By Nora Feld\n\n", "") + "\n###\n")
    sql = "SELECT kind, standing FROM sources WHERE source_id = 's002'"

    assert told.relations.rows(sql) == [("press_release", "party_document")]
