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
    ("page-evidence-dark.png", "subpoenas.html", "dark", 1280, 900),
    ("page-phone.png", "index.html", "light", 360, 780),
)
"""Each picture: its name, the address, the colors, and the size of the window."""

CELLS = ("[id$='/response_status']:has(.held):has(.rival)", ":has(.held)", "")
"""Which cell to open: one with held words and a disagreement, else with held words, else any."""


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
    """One picture, of a table with a cell's evidence open; refused if too large for a README."""
    tab.goto((site / address).resolve().as_uri())
    cells = [tab.locator(f"#table td a.cell{marks}") for marks in CELLS]
    telling = next((found.first for found in cells if found.count()), None)
    if telling:
        telling.click()
        tab.locator("dialog[open]").wait_for()
    tab.screenshot(path=path, animations="disabled")
    if path.stat().st_size > LARGEST:
        raise Refusal(f"{path} has more than {LARGEST // 1000} KB; picture less of the page")
