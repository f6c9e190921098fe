"""Pictures of the page for the README, made by a real browser without a window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from printing import Refusal

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LARGEST = 300_000  # bytes of a picture in the README

SHOTS = (
    ("page-desktop.png", "index.html", "light", 1280, 900),
    ("page-evidence-dark.png", "acts", "dark", 1280, 900),
    ("page-phone.png", "index.html", "light", 390, 780),
)
"""Each picture: its name, the address, the colors, and the size of the window."""


def program() -> str | None:
    """Where Chromium is; null where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Any]:
    """A browser with an empty profile of its own, as Playwright drives it."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError as missing:
        raise Refusal("playwright is not installed; run `pip install playwright`") from missing
    where = program()
    if where is None:
        raise Refusal("no Chromium is found; run `apt-get install chromium`")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=where, args=list(FLAGS))
        try:
            yield opened
        finally:
            opened.close()


def take(site: Path, out: Path) -> None:
    """Picture the site in light, in dark and on a phone."""
    with browser() as opened:
        pictures(opened, site, out)


def pictures(opened: Any, site: Path, out: Path) -> None:
    """The pictures of a site, taken with an open browser."""
    out.mkdir(parents=True, exist_ok=True)
    for name, address, scheme, width, height in SHOTS:
        tab = opened.new_page(color_scheme=scheme, viewport={"width": width, "height": height})
        _picture(tab, site, address, out / name)
        tab.close()


def _picture(tab: Any, site: Path, address: str, path: Path) -> None:
    """One picture; of an act, with the words of its first sentence open."""
    if address == "acts":
        address = min(each.relative_to(site).as_posix() for each in (site / "acts").glob("*.html"))
    tab.goto((site / address).resolve().as_uri())
    words = tab.locator("#who details > summary")
    if words.count():
        words.click()
        words.scroll_into_view_if_needed()
    tab.screenshot(path=path, animations="disabled")
    if path.stat().st_size > LARGEST:
        raise Refusal(f"{path} has more than {LARGEST // 1000} KB; picture less of the page")
