"""The site in a real browser: it looks right, works by keyboard, filters, and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from tempfile import mkdtemp
from typing import Any

import pytest

from test_site_hostile import hostile_site
from test_site_world import PRIVATE, built, published, published_site
from website.front import listing

CHROMIUM = next(
    filter(None, map(which, "chromium chromium-browser google-chrome chrome".split())), None
)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
MISSING = [
    what
    for what, there in (
        ("Chromium (`apt-get install chromium`)", CHROMIUM),
        ("the extra `browser` (`pip install -e '.[browser]'`)", find_spec("axe_playwright_python")),
    )
    if not there
]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
WIDTHS = (390, 768, 1280)
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
PAGES = (
    "index.html", "acts/tamarack-1.html", "adjacent.html", "coverage.html", "method.html",
    "sources.html", "searches.html", "ledger.html", "data.html", "dictionary.html",
)  # fmt: skip


@cache
def folder(which: Any) -> Path:
    """A site on the disk."""
    out = Path(mkdtemp(prefix="site-"))
    for name, content in which().items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return out


def address(which: Any, name: str) -> str:
    path, mark, rest = name.partition("?")
    return (folder(which) / path).as_uri() + mark + rest


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A tab that notes what goes wrong in it, and must end without."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        opened = context.new_page()
        noted: list[str] = []
        opened.on("console", lambda said: noted.append(f"{said.type}: {said.text}"))
        opened.on("pageerror", lambda error: noted.append(str(error)))
        opened.on("requestfailed", lambda request: noted.append(f"failed: {request.url}"))
        opened.on("request", lambda asked: noted.extend(_outside(asked.url)))
        yield opened
        assert noted == []


def _outside(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:")) else [f"asked the network: {url}"]


def shown(tab: Any) -> list[str]:
    """The acts that the list shows."""
    found: list[str] = tab.locator("table.acts tbody tr:visible .id").all_inner_texts()
    return found


# --- how it looks ---------------------------------------------------------------------------------


REAL = ("index.html", "coverage.html", "acts")
"""Pages of the published rows that are judged besides; `acts` is the first page of an act."""


@pytest.mark.parametrize(
    ("which", "name"),
    [(built, name) for name in PAGES] + [(published_site, name) for name in REAL],
)
def test_axe_finds_nothing_at_any_width_in_light_in_dark_and_in_print(
    tab: Any, which: Any, name: str
) -> None:
    if name == "acts":
        name = min(path for path in which() if path.startswith("acts/"))
    checker = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    tab.goto(address(which, name))
    tab.evaluate(OPEN)
    tab.evaluate(checker)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        for media in ("light", "dark", "print"):
            tab.emulate_media(
                media="print" if media == "print" else "screen",
                color_scheme="dark" if media == "dark" else "light",
            )
            only = "undefined" if media == "light" else "['color-contrast']"
            found = tab.evaluate(
                f"axe.run(document, {{preload: false, runOnly: {only}}}).then(r => r.violations)"
            )
            told = [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found]

            assert told == [], (name, media, width)


@pytest.mark.parametrize("which", [built, published_site, hostile_site])
def test_no_page_is_wider_than_the_window(tab: Any, which: Any) -> None:
    for path in sorted(folder(which).rglob("*.html")):
        tab.goto(path.as_uri())
        tab.evaluate(OPEN)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})

            assert tab.evaluate("document.documentElement.scrollWidth") <= width, path.name


@pytest.mark.parametrize("which", [built, published_site])
def test_no_box_scrolls_up_and_down_within_a_page(tab: Any, which: Any) -> None:
    for path in sorted(folder(which).rglob("*.html")):
        tab.goto(path.as_uri())
        tab.evaluate(OPEN)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            inner = tab.evaluate(
                """() => [...document.querySelectorAll('main *')].filter(each =>
                  ['auto', 'scroll'].includes(getComputedStyle(each).overflowY)
                  && each.scrollHeight > each.clientHeight + 1).map(each => each.className)"""
            )

            assert inner == [], (path.name, width)


@pytest.mark.parametrize("width", [1200, 1280])
def test_the_head_of_the_list_stays_in_sight_above_the_rows(tab: Any, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address(published_site, "index.html"))
    tab.locator("table.acts tbody tr:nth-child(6)").evaluate(
        "each => scrollTo(0, each.getBoundingClientRect().top + scrollY)"
    )
    above = tab.evaluate(
        """() => [...document.querySelectorAll('table.acts thead th')].map(head => {
          const at = head.getBoundingClientRect();
          const top = document.elementFromPoint(at.left + 5, at.top + at.height / 2);
          return at.top >= 0 && at.top < 10 && !!top.closest('thead');
        })"""
    )

    assert above
    assert all(above)


# --- what it does ---------------------------------------------------------------------------------


def test_filters_sift_the_list_and_stand_in_the_address(tab: Any) -> None:
    tab.goto(address(built, "index.html"))
    assert shown(tab) == ["tamarack-2", "tamarack-1"]
    tab.locator("select[name=answer]").select_option("refused")

    assert shown(tab) == ["tamarack-1"]
    assert "answer=refused" in tab.url
    assert tab.locator("#count").inner_text() == "1 of 2 acts"
    tab.reload()
    assert shown(tab) == ["tamarack-1"]
    tab.locator("select[name=answer]").select_option("")
    assert "answer" not in tab.url


@pytest.mark.parametrize(
    ("name", "value"), [("state", "OR"), ("kind", "city"), ("court", "ordered"), ("year", "2020")]
)
def test_each_filter_can_be_sent_as_an_address(tab: Any, name: str, value: str) -> None:
    tab.goto(address(built, f"index.html?{name}={value}"))

    assert shown(tab) == (
        ["tamarack-2", "tamarack-1"] if name in ("state", "kind") else ["tamarack-1"]
    )


def test_an_unknown_value_in_the_address_hides_nothing(tab: Any) -> None:
    tab.goto(address(built, "index.html?answer=nonsense&x=1"))

    assert len(shown(tab)) == 2


def test_no_match_says_so_and_leads_back(tab: Any) -> None:
    tab.goto(address(built, "index.html?year=2021&court=ordered"))

    assert shown(tab) == []
    assert tab.locator("#empty").is_visible()
    tab.get_by_role("button", name="Show all acts").click()
    assert len(shown(tab)) == 2
    assert not tab.locator("#empty").is_visible()


@pytest.mark.parametrize(
    ("words", "acts", "why"),
    [
        ("tamarack-2", ["tamarack-2"], ""),
        ("lena osk", ["tamarack-1"], ""),  # the row itself names her as who answered
        ("oregon", ["tamarack-2", "tamarack-1"], ""),
        ("harbor insp", ["tamarack-2", "tamarack-1"], "Matches: Harbor Inspection Agency (HIA)"),
        (PRIVATE, [], ""),
    ],
)
def test_the_search_finds_acts_places_bodies_and_officials_but_no_private_name(
    tab: Any, words: str, acts: list[str], why: str
) -> None:
    tab.goto(address(built, "index.html"))
    tab.get_by_role("searchbox").fill(words)

    assert shown(tab) == acts
    assert "q=" in tab.url
    if why:
        assert tab.locator("table.acts tbody tr:visible .hit").first.inner_text() == why


def test_the_search_points_to_adjacent_papers_without_counting_them(tab: Any) -> None:
    tab.goto(address(built, "index.html?q=letter+tamarack-3"))

    assert shown(tab) == []
    assert tab.locator("#also li:visible a").get_attribute("href") == "adjacent.html#tamarack-3"


def test_an_act_is_found_by_each_year_in_which_it_may_have_been(tab: Any) -> None:
    entries = listing.entries(published())
    spanning = next(each for each in entries if len(each.years) > 1)
    for year in spanning.years:
        tab.goto(address(published_site, f"index.html?year={year}"))

        assert spanning.act["act_id"] in shown(tab)


@pytest.mark.parametrize(
    ("name", "words"), [("adjacent.html", "letter"), ("searches.html", "2025")]
)
def test_a_page_of_folds_is_closed_and_its_search_sifts_them(
    tab: Any, name: str, words: str
) -> None:
    tab.goto(address(published_site, name))
    folds = tab.locator(".fold")
    closed = tab.evaluate("document.documentElement.scrollHeight")
    n = folds.count()
    tab.get_by_role("searchbox").fill(words)
    left = tab.locator(".fold:not([hidden])")

    assert 0 < left.count() < n
    assert left.first.is_visible()
    assert tab.locator("#found").inner_text().startswith(f"{left.count()} of {n} ")
    tab.get_by_role("button", name="Show all").click()
    assert tab.locator(".fold[hidden]").count() == 0
    assert tab.evaluate("document.documentElement.scrollHeight") == closed < 6000


def test_an_address_that_names_a_row_opens_its_fold(tab: Any) -> None:
    found = published()
    search, paper = found.rows["searches"][0]["search_id"], found.adjacent[0]["act_id"]
    tab.goto(address(published_site, "searches.html") + f"#{search}")
    assert tab.locator(f"[id='{search}']").is_visible()
    tab.goto(address(published_site, "adjacent.html") + f"#{paper}")
    assert tab.locator(f"[id='{paper}'] .lede").is_visible()


def test_the_whole_list_is_reached_by_keyboard(tab: Any) -> None:
    tab.goto(address(published_site, "index.html"))
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    steps = 1
    while not tab.evaluate("!!document.activeElement.closest('table.acts')"):
        tab.keyboard.press("Tab")
        steps += 1
        assert steps <= 60
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/acts/*.html")


def test_the_skip_link_leads_past_the_navigation(tab: Any) -> None:
    tab.goto(address(built, "index.html"))
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")

    assert tab.evaluate("document.activeElement.id") == "main"


def test_words_open_by_keyboard_and_without_the_script(browser: Any) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address(built, "acts/tamarack-1.html"))
        opener = tab.locator('[id="events/tamarack-1-answer"] summary')
        opener.focus()
        opener.press("Enter")

        assert tab.locator('[id="events/tamarack-1-answer"] mark').is_visible()
        tab.goto(address(built, "index.html"))
        assert len(shown(tab)) == 2
        assert not tab.locator("#filters").is_visible()


def test_hostile_words_run_nothing(tab: Any) -> None:
    for path in sorted(folder(hostile_site).rglob("*.html")):
        tab.goto(path.as_uri())
        tab.evaluate(OPEN)

        assert tab.evaluate("document.body.dataset.broken") is None, path.name
        assert tab.locator("img, [onclick], [onmouseover], [onerror]").count() == 0, path.name
    tab.goto(address(hostile_site, "index.html?q=document.body"))
    assert len(shown(tab)) == 2
    assert tab.evaluate("document.body.dataset.broken") is None
