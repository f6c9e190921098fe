"""Words meant to break out of a page, in every cell that may hold words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import html5lib
import pytest

from ice_subpoenas.tables import TABLE, TABLES
from test_page import Reader, read
from test_site_world import Rows, built, invented, pages, rows, sound, world_of
from website import page
from website.passages import passages
from website.world import World
from world import TEXTS

HOSTILE = (
    "</script><script>document.body.dataset.broken = 1</script></title></style><!-- --> ]]> "
    '" onmouseover="document.body.dataset.broken = 1" x=\'<img src=x onerror=alert(1)>\' '
    "{{ 7 * 7 }} {% raw %} `x` &lt; \u202e\u2066\u0007txt"
)
HOSTILE_URL = "https://x.example/\"onclick='document.body.dataset.broken=1'<script>"
KEPT = {
    "table_name",
    "row_id",
    "other_row_id",
    "column_name",
    "vocabulary",
    "code",
    "list_name",
    "stem",
}
"""Columns that say which cell or code is meant: the check allows nothing else there."""


def hostile() -> Rows:
    """The invented rows with hostile words in every cell that may hold words."""
    given = rows()
    for table in TABLES:
        for column in TABLE[table.table].columns():
            if (
                column.type is not str
                or column.vocabulary
                or column.references
                or column.name in (KEPT | {table.key})
            ):
                continue
            is_url = column.name.endswith("url")
            if (
                column.pattern
                and not is_url
                and column.pattern != TABLE["acts"].column_map()["remark"].pattern
            ):
                continue
            for n, each in enumerate(given[table.table]):
                if each[column.name] is not None and not each[column.name].startswith("@"):
                    each[column.name] = HOSTILE_URL if is_url else f"{HOSTILE} {column.name} {n}"
    return given


@cache
def hostile_site() -> dict[str, bytes]:
    """The site of hostile rows."""
    return page.build(world_of(hostile()), sound()[1])


@pytest.mark.slow
def test_hostile_words_in_every_cell_stay_words() -> None:
    calm = {name: _scripts(reader) for name, reader in read(built).items()}
    for name, text in pages(hostile_site()):
        reader = Reader(text)
        tags = {tag for tag, _ in reader.tags}

        assert not tags & {"img", "style"}, name
        assert not [given for _, given in reader.tags for key in given if key.startswith("on")], (
            name
        )
        assert _scripts(reader) == calm[name], name
        assert not set("\u202e\u2066\u0007") & set(text), name
        assert text.count("{{ 7 * 7 }}") == text.count("{% raw %}"), name


@pytest.mark.parametrize("site", [built, hostile_site])
def test_every_page_is_valid_html(site: Callable[[], dict[str, bytes]]) -> None:
    for name, text in pages(site()):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)

        assert parser.errors == [], name


def _scripts(reader: Reader) -> int:
    return sum(tag == "script" for tag, _ in reader.tags)


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    found = {name: list(found) for name, found in invented().rows.items()}
    found["sources"] = [
        {**s, "url": "javascript:alert(1)"} if s["source_id"] == "s102" else s
        for s in found["sources"]
    ]
    site = page.build(World(found), sound()[1])

    assert not [name for name, text in pages(site) if 'href="javascript:' in text]


def test_two_windows_on_a_held_text_are_one_passage_only_where_they_meet() -> None:
    given = invented()
    pieces = [p for p in given.rows["evidence"] if p["table_name"] == "acts" and p["is_refound"]]
    for one in passages(given, pieces):
        text = "".join(part for part, _ in one.runs).strip("…")

        assert any(text in source for source in TEXTS.values()), text
