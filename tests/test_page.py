"""The page in a real browser: it loads, it opens evidence, and hostile text stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import sample
from ice_subpoenas import data
from printing import Refusal
from publish import files
from website import page, screenshots, story, tables, texts

MISSING = [
    what
    for what, there in (
        ("Chromium (`apt-get install chromium`)", screenshots.program()),
        ("the extra `browser` (`pip install -e '.[browser]'`)", find_spec("axe_playwright_python")),
    )
    if not there
]
in_browser = pytest.mark.browser
needs_browser = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

HOSTILE = (
    "</script><script>document.body.dataset.broken = 1</script>"
    '" onmouseover="document.body.dataset.broken = 1" x=\'<img src=x onerror=alert(1)>\' '
    "{{ 7 * 7 }} <!-- ]]> \u202e\u2066txt"
)


# --- sites --------------------------------------------------------------------------------------


def world_of(folder: Path) -> tables.World:
    with data.connect(folder) as con:
        return tables.World.read(con)


@pytest.fixture(scope="session")
def invented_world(invented: Path) -> tables.World:
    return world_of(invented)


@pytest.fixture(scope="session")
def site(invented_world: tables.World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented dataset."""
    out = tmp_path_factory.mktemp("site")
    page.write(page.build(invented_world), out)
    return out


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a dataset whose sources hold words meant to break out of a page."""
    rows = sample.rows()
    for each in rows["evidence"]:
        if each.get("exact"):
            each |= {"exact": HOSTILE, "prefix": HOSTILE[:32], "suffix": HOSTILE[-32:]}
        each |= {"reason": HOSTILE, "value": HOSTILE}
    for table, column in (
        ("quotes", "text"),
        ("sources", "title"),
        ("individuals_referenced", "name"),
        ("acts", "remark"),
        ("jurisdictions", "name"),
    ):
        for each in rows[table]:
            if each.get(column) or column == "remark":
                each[column] = HOSTILE
    folder = tmp_path_factory.mktemp("hostile")
    files.write(rows, folder / "datasets")
    page.write(page.build(world_of(folder / "datasets"), {"s000": HOSTILE}), folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with screenshots.browser() as opened:
        yield opened


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


def address(folder: Path, name: str = "index.html") -> str:
    path, _, place = name.partition("#")
    return (folder / path).resolve().as_uri() + (f"#{place}" if place else "")


def shown_rows(tab: Any) -> list[str]:
    found: list[str] = tab.locator("#table tbody tr:visible th").all_inner_texts()
    return found


# --- without a browser ----------------------------------------------------------------------------


def test_two_builds_are_the_same_bytes(invented: Path) -> None:
    assert page.build(world_of(invented)) == page.build(world_of(invented))


def test_every_table_with_claims_has_a_page(invented_world: tables.World) -> None:
    built = page.build(invented_world)

    assert {f"{table.table}.html" for table in page.shown()} | {"index.html"} == built.keys()


def test_every_link_within_the_site_leads_somewhere(invented_world: tables.World) -> None:
    built = page.build(invented_world, {"s000": sample.TEXTS["s000"]})
    anchors = {name: set(re.findall(r'\sid="([^"]+)"', text)) for name, text in built.items()}
    lost = [
        (name, link)
        for name, text in built.items()
        for link in re.findall(r'href="([^":]+|#[^"]+)"', text)
        if not _leads(link, name, anchors)
    ]

    assert lost == []


def _leads(link: str, name: str, anchors: dict[str, set[str]]) -> bool:
    path, _, place = link.partition("#")
    return (path or name) in anchors and (not place or place in anchors[path or name])


def test_ids_on_a_page_are_unique(invented_world: tables.World) -> None:
    for name, text in page.build(invented_world).items():
        found = re.findall(r'\sid="([^"]+)"', text)
        assert len(found) == len(set(found)), name


def test_no_text_is_shown_unless_it_is_asked_for(invented_world: tables.World) -> None:
    beyond = "ICE issued two subpoenas to the Springfield jail. “We will not comply,” Mayor"

    assert not any(beyond in text for text in page.build(invented_world).values())


def test_with_texts_a_text_stands_whole_with_its_evidence(
    invented_world: tables.World,
) -> None:
    made = texts.page(invented_world, "s000", sample.TEXTS["s000"])
    bits = [bit for region in made["regions"] for bit in region["bits"]]
    marked = {bit["text"] for bit in bits if bit["depth"]}

    assert "".join(bit["text"] for bit in bits) == sample.TEXTS["s000"]
    assert {"two", "Springfield jail", "Ann Lee"} <= marked


def test_a_text_page_is_gone_when_it_is_no_longer_asked_for(
    invented_world: tables.World, tmp_path: Path
) -> None:
    page.write(page.build(invented_world, {"s000": sample.TEXTS["s000"]}), tmp_path / "site")
    page.write(page.build(invented_world), tmp_path / "site")

    assert not (tmp_path / "site" / "text-s000.html").exists()


def test_a_folder_with_other_files_is_left_alone(
    invented_world: tables.World, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(Refusal, match="holds other files"):
        page.write(page.build(invented_world), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_group_of_acts_is_counted_once_and_its_acts_not() -> None:
    acts: list[dict[str, Any]] = [
        {"n_subpoenas": 4, "group_id": None, "instrument": "administrative_subpoena"},
        {"n_subpoenas": 1, "group_id": "oregon", "instrument": "administrative_subpoena"},
        {"n_subpoenas": None, "group_id": "oregon", "instrument": "administrative_subpoena"},
        {"n_subpoenas": None, "group_id": None, "instrument": "i9_subpoena"},
        {"n_subpoenas": None, "group_id": None, "instrument": "letter"},
    ]
    groups: list[dict[str, Any]] = [{"group_id": "oregon", "n_subpoenas": 5}]
    found = tables.World({"acts": acts, "act_groups": groups})

    assert story.stated(found) == (9, 1)


def test_uncertain_days_are_drawn_as_what_they_are(invented_world: tables.World) -> None:
    chart = story.chart(story.happenings(invented_world))
    assert chart is not None
    marks = {m["event"]["kind"]: m for lane in chart["lanes"] for m in lane["marks"]}

    assert marks["issued"]["event"]["exact"]
    assert marks["issued"]["width"] == 0
    assert marks["response"]["event"]["when"] == "between 6 and 7 January 2020"
    assert marks["response"]["width"] > 0


def test_the_axis_leaves_out_years_in_which_nothing_happened() -> None:
    from datetime import date

    days = [date(2020, 1, 13), date(2020, 4, 20), date(2025, 4, 7), date(2026, 2, 23)]
    scale = story.axis([(day, day) for day in days])
    places = [scale.x(day) for day in days]

    assert len(scale.parts) > 1
    assert places == sorted(places)
    assert all(story.LEFT <= x <= story.WIDTH for x in places)


# --- in the browser -------------------------------------------------------------------------------


@in_browser
@needs_browser
def test_every_page_loads_without_error_or_network(site: Path, tab: Any) -> None:
    for path in sorted(site.glob("*.html")):
        tab.goto(path.resolve().as_uri())

        assert tab.locator("h1").count() == 1, path.name


@in_browser
@needs_browser
def test_typing_filters_the_rows_and_says_how_many_are_left(site: Path, tab: Any) -> None:
    tab.goto(address(site, "sources.html"))
    tab.get_by_label("Find").fill("s101")

    assert shown_rows(tab) == ["s101"]
    assert tab.locator("#count").inner_text() == "1 of 3 rows"
    tab.get_by_role("button", name="Show all").click()
    assert shown_rows(tab) == ["s000", "s001", "s101"]


@in_browser
@needs_browser
def test_a_choice_filters_the_rows(site: Path, tab: Any) -> None:
    tab.goto(address(site, "sources.html"))
    tab.locator("#choices label", has_text="text held").locator("select").select_option("no")

    assert shown_rows(tab) == ["s101"]


@in_browser
@needs_browser
def test_a_heading_sorts_and_says_so(site: Path, tab: Any) -> None:
    tab.goto(address(site, "sources.html"))
    heading = tab.get_by_role("columnheader", name="id", exact=True)
    heading.get_by_role("button").click()
    heading.get_by_role("button").click()

    assert heading.get_attribute("aria-sort") == "descending"
    assert shown_rows(tab) == ["s101", "s001", "s000"]


@in_browser
@needs_browser
@pytest.mark.parametrize(
    "name",
    [
        "acts.html#springfield-1/n_subpoenas",
        "index.html#/acts/springfield-1/n_subpoenas",
    ],
)
def test_a_deep_link_opens_its_cell_with_words_and_rivals(site: Path, tab: Any, name: str) -> None:
    tab.goto(address(site, name))
    panel = tab.get_by_role("dialog")
    panel.wait_for()

    assert "Acts of issue or service › springfield-1 › n_subpoenas" in panel.inner_text()
    assert panel.locator("mark").all_inner_texts() == ["two", "three"]
    assert "Gives another value: 3" in panel.inner_text()
    assert "acts/springfield-1.toml:1" in panel.inner_text()


@in_browser
@needs_browser
def test_a_deep_link_to_a_row_opens_its_record(site: Path, tab: Any) -> None:
    tab.goto(address(site, "subpoenas.html#springfield-1-1"))

    assert tab.get_by_role("dialog").get_by_role("heading").inner_text() == "springfield-1-1"


@in_browser
@needs_browser
def test_evidence_opens_by_mouse_and_can_be_linked_to(site: Path, tab: Any) -> None:
    tab.goto(address(site, "quotes.html"))
    tab.locator('[id="s000-q01/speaker_id"]').click()

    assert tab.get_by_role("dialog").locator("mark").all_inner_texts() == ["Ann Lee"]
    assert tab.url.endswith("#s000-q01/speaker_id")
    tab.go_back()
    assert tab.get_by_role("dialog").count() == 0


@in_browser
@needs_browser
def test_arrows_move_enter_opens_tab_stays_inside_and_escape_closes(site: Path, tab: Any) -> None:
    tab.goto(address(site, "quotes.html"))
    tab.locator("#s000-q01").focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "ArrowRight"):
        tab.keyboard.press(key)
    where = tab.evaluate("document.activeElement.id")
    tab.keyboard.press("Enter")
    panel = tab.get_by_role("dialog")
    panel.wait_for()
    for _ in range(12):
        tab.keyboard.press("Tab")
        outside = "!document.activeElement.closest('dialog') && document.activeElement.tagName"
        assert tab.evaluate(outside) in (False, "BODY")
    tab.keyboard.press("Escape")

    assert where == "s000-q01/text"
    assert panel.count() == 0
    assert tab.evaluate("document.activeElement.id") == where


@in_browser
@needs_browser
def test_the_table_is_one_tab_stop(site: Path, tab: Any) -> None:
    tab.goto(address(site, "quotes.html"))

    assert tab.locator('#table a.cell[tabindex="0"]').count() == 1


@in_browser
@needs_browser
def test_hostile_text_stays_text(hostile_site: Path, tab: Any) -> None:
    for path in sorted(hostile_site.glob("*.html")):
        tab.goto(path.resolve().as_uri())

        assert tab.evaluate("document.body.dataset.broken") is None
        assert tab.locator("img, [onerror], [onmouseover]").count() == 0, path.name
        assert tab.locator("script").count() == 1, path.name
    tab.goto(address(hostile_site, "quotes.html#s000-q01/speaker_id"))
    words = tab.get_by_role("dialog").locator("mark").first.inner_text()

    assert words.startswith("</script><script>document.body.dataset.broken = 1</script>")
    assert "{{ 7 * 7 }}" in words
    assert words.endswith("[U+202E][U+2066]txt")


@in_browser
@needs_browser
@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)]
)
def test_axe_finds_nothing_serious(site: Path, tab: Any, scheme: str, width: int) -> None:
    checker = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    names = ["index.html", "subpoenas.html", "quotes.html", "sources.html"]
    names.append("acts.html#springfield-1/n_subpoenas")
    for name in names:
        tab.goto(address(site, name))
        tab.evaluate(checker)
        found = tab.evaluate("axe.run().then(r => r.violations)")
        grave = [
            (v["id"], [n["html"] for n in v["nodes"]][:3])
            for v in found
            if v["impact"] in ("serious", "critical")
        ]

        assert grave == [], (name, scheme, width)


@in_browser
@needs_browser
def test_nothing_is_wider_than_a_phone(site: Path, tab: Any) -> None:
    tab.set_viewport_size({"width": 360, "height": 780})
    for path in sorted(site.glob("*.html")):
        tab.goto(path.resolve().as_uri())

        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, path.name


@in_browser
@needs_browser
def test_without_javascript_everything_is_there_to_read(site: Path, browser: Any) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address(site, "acts.html"))
        tab.locator('[id="springfield-1/n_subpoenas"]').click()
        evidence = tab.locator('[id="e:springfield-1/n_subpoenas"]')

        assert tab.url.endswith("#e:springfield-1/n_subpoenas")
        assert evidence.is_visible()
        assert evidence.locator("mark").all_inner_texts() == ["two", "three"]
        tab.goto(address(site))
        assert "This is not a census." in tab.locator("main").inner_text()


@in_browser
@needs_browser
def test_screenshots_are_small_pictures(site: Path, tmp_path: Path, browser: Any) -> None:
    screenshots.pictures(browser, site, tmp_path)
    made = sorted(tmp_path.iterdir())

    assert [path.name for path in made] == sorted(name for name, *_ in screenshots.SHOTS)
    assert all(path.stat().st_size <= screenshots.LARGEST for path in made)
