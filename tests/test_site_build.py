"""How the site is made: the same each time, with downloads and true numbers."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import system
from calling import call
from ice_subpoenas.published import names
from locking import only_writer
from printing import Refusal
from test_site_world import (
    DATASETS,
    built,
    invented,
    pages,
    published,
    published_site,
    rows,
    sound,
    world_of,
)
from website import annotations as web
from website import downloads, page
from website.front.bars import bars
from website.front.numbers import numbers
from website.world import World
from writing import replace_folder

pytest_plugins = ["publishing"]


def test_annotations_hold_the_words_with_what_stands_around_them() -> None:
    said = json.loads(built()[web.FILE])
    items = {item["id"]: item for item in said["first"]["items"]}
    pieces = [p for p in invented().rows["evidence"] if p["exact"] and p["derivation"] != "copied"]

    assert said["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert said["total"] == len(items) == len(pieces)
    for piece in pieces:
        selector = items[f"urn:ice-subpoenas:evidence/{piece['evidence_id']}"]["target"]["selector"]
        quote = selector[0] if isinstance(selector, list) else selector
        assert quote["exact"] == piece["exact"]


def test_the_same_tables_give_the_same_bytes() -> None:
    first = built()

    assert page.build(world_of(rows()), sound()[1]) == first


def test_every_act_in_scope_has_a_page_and_adjacent_papers_share_one() -> None:
    acts = {name for name in built() if name.startswith("acts/")}

    assert acts == {"acts/tamarack-1.html", "acts/tamarack-2.html"}
    assert 'id="tamarack-3"' in built()["adjacent.html"].decode()
    assert "tamarack-3" not in built()["index.html"].decode().split('id="also"')[0]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(Refusal, match="holds other files"):
        replace_folder(tmp_path, built(), page.MARK)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_people_put_into_a_site_is_not_lost(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replace_folder(site, built(), page.MARK)
    replace_folder(site, built(), page.MARK)
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("mine")

    with pytest.raises(Refusal, match=r"holds other files \(.git/HEAD\)"):
        replace_folder(site, built(), page.MARK)
    assert (site / ".git" / "HEAD").read_text() == "mine"


@pytest.mark.parametrize("moved", [False, True], ids=["while it wrote", "while it replaced"])
def test_what_a_killed_page_left_is_gone_after_the_next(moved: bool, tmp_path: Path) -> None:
    site, room = tmp_path / "site", tmp_path / ".site.making"
    replace_folder(site, built(), page.MARK)
    (room / "new").mkdir(parents=True)
    (room / "new" / "index.html").write_text("<p>torn", "utf-8")
    if moved:
        site.rename(room / "old")

    replace_folder(site, built(), page.MARK)
    assert (site / "index.html").read_bytes() == built()["index.html"]
    assert not (room / "new").exists()
    assert not (room / "old").exists()


def test_two_pages_at_once_are_one_and_a_refusal(tmp_path: Path) -> None:
    with only_writer(tmp_path / ".site.making"), pytest.raises(Refusal, match="being written by"):
        replace_folder(tmp_path / "site", built(), page.MARK)


@pytest.fixture
def root(little: Path, tmp_path: Path) -> Path:
    """Published files in a checkout of their own, to spoil."""
    shutil.copytree(little, tmp_path / "datasets")
    return tmp_path


SPOILED = {
    "a changelog in no UTF-8": ("CHANGELOG.md", b"\xff\xfe", "is not in UTF-8"),
    "a table that is cut": ("datasets/tables/quotes.parquet", b"PAR1", "run `python build`"),
    "a table of zeros": ("datasets/tables/quotes.parquet", bytes(999), "run `python build`"),
}


@pytest.fixture
def read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sound tables give the invented world, for tests that look at what stands beside them."""
    monkeypatch.setattr(World, "read", lambda _: invented())


@pytest.mark.usefixtures("read_before")
@pytest.mark.parametrize("what", SPOILED)
def test_a_file_that_cannot_be_read_is_one_line_with_what_to_do(what: str, root: Path) -> None:
    name, content, said = SPOILED[what]
    (root / name).write_bytes(content)
    called = call(root, "page")

    assert called.code == 2
    assert said in called.err
    assert called.err.count("\n") == 1


@pytest.mark.usefixtures("read_before")
def test_nothing_linked_becomes_a_part_of_the_site(root: Path) -> None:
    system.link(root / "CONTRIBUTING.md", "/etc/hostname")
    system.link(root / "CHANGELOG.md", "/etc/hostname")
    called = call(root, "page")

    assert "is a link" in called.err
    assert not (root / "site").exists()


def test_a_page_cannot_be_written_outside_the_folder() -> None:
    given = {name: list(found) for name, found in invented().rows.items()}
    given["acts"][0] = given["acts"][0] | {"act_id": "../../escape"}
    given["overview"][0] = given["overview"][0] | {"act": "../../escape"}

    with pytest.raises(Refusal, match="cannot be the name of a page"):
        page.build(World(given), sound()[1])


def test_the_day_of_the_last_change_is_in_the_data_and_not_of_the_clock() -> None:
    assert invented().last_change == date(2020, 6, 1)
    assert "Last change in the data: June 1, 2020." in built()["index.html"].decode()


@pytest.mark.slow
def test_downloads_stand_in_the_site_with_the_hashes_of_the_release() -> None:
    sums = names.checksums(DATASETS / names.SUMS)
    site = published_site()
    listed = downloads.listed(downloads.published(DATASETS))

    assert {f"data/{name}" for name in names.OVERVIEW} <= {each.path for each in listed}
    for each in listed:
        assert site[each.path]
        assert each.sha256 in site["data.html"].decode()
        assert each.sha256 == sums.get(each.path.removeprefix("data/"), each.sha256)


@pytest.mark.parametrize("which", [invented, published])
def test_every_number_of_the_first_page_is_that_of_its_view(which: Any) -> None:
    given = which()
    text = (
        page.build(given, sound()[1])["index.html"].decode()
        if which is invented
        else published_site()["index.html"].decode()
    )
    counts = given.rows["counts"]
    whole = next(r for r in counts if r["what"] == "all")
    found = numbers(given)

    assert (found.acts, found.subpoenas, found.least) == (
        whole["n_acts"],
        whole["n_subpoenas"],
        whole["n_at_least"],
    )
    assert found.acts == len(given.rows["overview"]) == text.count('<tr data-state="')
    for _, _, found_bars in bars(given):
        assert sum(bar.n for bar in found_bars) == found.acts
    tiles = dict(
        re.findall(r'aria-hidden="true">([A-Z]{2})</span><b aria-hidden="true">(\d+)\*?</b>', text)
    )
    assert {state: int(n) for state, n in tiles.items()} == {
        r["state"]: r["n_acts"] for r in counts if r["what"] == "state"
    }


def test_a_count_of_one_is_said_in_the_singular() -> None:
    for name, text in [*pages(built()), *pages(published_site())]:
        flat = re.sub(r"<[^>]+>", " | ", text)
        found = re.findall(
            r"(?i)\b(?:1|one) (?:subpoenas|acts|people|days|passages|searches|columns|states)\b"
            r"|at least 1\b|\b(subpoenas?|people|days?|acts?) \1\b",
            flat,
        )
        assert found == [], name
