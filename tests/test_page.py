"""The pages as files: valid, closed to the network, safe with any text, and silent on names."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urldefrag

import html5lib
import pytest

from ice_subpoenas.tables import TABLE, TABLES
from test_site_world import (
    PRIVATE,
    Rows,
    as_tables,
    built,
    invented,
    pages,
    published,
    published_site,
    rows,
    sound,
    world_of,
)
from website import page
from website.passages import passages
from website.world import PUBLIC, World
from world import TEXTS

SITES = pytest.mark.parametrize("site", [built, published_site], ids=["invented", "published"])
VOID = {"meta", "link", "br", "input", "rect", "hr", "img"}


class Reader(HTMLParser):
    """Everything on a page that a promise speaks of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.said: list[dict[str, Any]] = []
        self.open: list[tuple[str, dict[str, Any]]] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        said = next((s for _, s in reversed(self.open) if s.get("is_say")), None)
        if said is not None:
            said["words"] = (
                said["words"] or tag == "mark" or "muted" in given.get("class", "").split()
            )
        if tag not in VOID:
            marks = given.get("class", "").split()
            told = {
                "is_say": "say" in marks,
                "absent": "absent" in marks,
                "words": False,
                "text": "",
            }
            self.open.append((tag, told))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            name, said = self.open.pop()
            if said["is_say"]:
                self.said.append(said)
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        for _, said in self.open:
            said["text"] += data if said["is_say"] else ""


@cache
def read(which: Any) -> dict[str, Reader]:
    """The pages of a site, read once."""
    return {name: Reader(text) for name, text in pages(which())}


# --- valid and connected --------------------------------------------------------------------------


def test_every_page_is_valid_html() -> None:
    for name, text in pages(built()):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)

        assert [(position, code, found) for position, code, found in parser.errors] == [], name


@SITES
def test_ids_are_unique_and_what_a_label_names_is_there(site: Any) -> None:
    for name, reader in read(site).items():
        ids = [given["id"] for _, given in reader.tags if "id" in given]
        named = {given["aria-labelledby"] for _, given in reader.tags if "aria-labelledby" in given}

        assert len(ids) == len(set(ids)), (name, [i for i in ids if ids.count(i) > 1][:5])
        assert named <= set(ids), (name, named - set(ids))


@SITES
def test_every_link_within_the_site_leads_somewhere(site: Any) -> None:
    files, readers = site(), read(site)
    anchors = {
        name: {given.get("id") for _, given in reader.tags} for name, reader in readers.items()
    }
    lost = set()
    for name, reader in readers.items():
        for _, given in reader.tags:
            for address in (given.get("href"), given.get("src")):
                if address is None or re.match(r"[a-z]+:", address):
                    continue
                path, place = urldefrag(address)
                target = normpath(join(dirname(name), path)) if path else name
                if target not in files or (place and unquote(place) not in anchors.get(target, ())):
                    lost.add((name, address))

    assert lost == set()


@SITES
def test_no_page_asks_another_host_or_runs_what_is_not_a_file(site: Any) -> None:
    for name, reader in read(site).items():
        policy = next(
            given["content"]
            for _, given in reader.tags
            if given.get("http-equiv") == "Content-Security-Policy"
        )

        assert "default-src 'none'" in policy and "unsafe" not in policy, name
        assert re.findall(r"https?:|\*", policy) == [], name
        for tag, given in reader.tags:
            assert "style" not in given and not any(key.startswith("on") for key in given), (
                name,
                tag,
            )
            if tag == "script" and given.get("type") != "application/ld+json":
                assert given["src"] == "page.js", name
            if tag in ("img", "script", "link", "iframe", "source", "object"):
                outside = given.get("src", "") + given.get("href", "")
                assert not re.match(r"(https?:)?//", outside), (name, outside)
    assert b"@import" not in site()["page.css"] and b"url(" not in site()["page.css"]


@SITES
def test_every_page_says_what_it_is(site: Any) -> None:
    titles = {}
    for name, text in pages(site()):
        reader = read(site)[name]
        meta = {
            given.get("name") or given.get("property"): given.get("content")
            for tag, given in reader.tags
            if tag == "meta"
        }
        links = {given.get("rel"): given.get("href") for tag, given in reader.tags if tag == "link"}
        titles[name] = re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1]  # type: ignore[index]
        tags = [tag for tag, _ in reader.tags]

        assert meta["description"] and meta["og:title"] == re.sub(
            "&#39;|&#34;|&amp;",
            lambda f: {"&#39;": "'", "&#34;": '"', "&amp;": "&"}[f[0]],
            titles[name],
        )
        assert {"og:description", "og:image", "og:type", "viewport"} <= meta.keys()
        assert normpath(join(dirname(name), links["canonical"])) == name
        assert tags.count("h1") == tags.count("main") == tags.count("footer") == 1
        assert next(given for tag, given in reader.tags if tag == "a")["href"] == "#main"
        assert all(
            b - a <= 1 for a, b in zip(reader.headings, reader.headings[1:], strict=False)
        ), (name, reader.headings)
    assert len(set(titles.values())) == len(titles) or site is published_site


@SITES
def test_few_stops_of_the_tab_key_come_before_the_list(site: Any) -> None:
    text = (
        site()["index.html"]
        .decode()
        .split('class="scroll tall" role="region" aria-label="Acts, table"')[0]
    )
    shown = re.sub(r'<div class="inside">.*?</div></details>', "", text, flags=re.DOTALL)
    stops = re.findall(r'<(?:a|button|select|input|summary)\b|tabindex="0"', shown)

    assert len(stops) <= 60


@SITES
def test_our_words_are_american_and_show_no_markup(site: Any) -> None:
    british = (
        r"\b(?:honour|colour|labour|organis|recognis|licence|offence|programme|judgement|favour)\w*"
    )
    for name, text in pages(site()):
        body = re.sub(
            r"<bdi>.*?</bdi>|<cite>.*?</cite>|<code>.*?</code>|<script.*?</script>|<li id=\"s\d+\".*?</li>",
            "",
            text,
            flags=re.DOTALL,
        )
        plain = re.sub(r"<[^>]+>", " ", body)

        assert "`" not in plain, name
        if site is built:
            assert re.findall(british, plain) == [], name
            assert (
                re.findall(r"\b\d{1,2} (?:January|February|March|April|May|June|July) \d{4}", plain)
                == []
            ), name
            assert "None" not in plain and "Undefined" not in plain, name


# --- words ----------------------------------------------------------------------------------------


@SITES
def test_every_sentence_of_an_act_that_tells_a_value_opens_to_words(site: Any) -> None:
    """What is not known has none; where a document is only cited, the page says that it is."""
    for name, reader in read(site).items():
        if name.startswith("acts/") or name == "adjacent.html":
            told = [said for said in reader.said if not said["absent"]]

            assert told, name
            assert [said["text"].strip()[:90] for said in told if not said["words"]] == [], name


@SITES
def test_a_passage_marks_exactly_the_words_of_the_evidence(site: Any) -> None:
    given = invented() if site is built else published()
    exact = {re.sub(r"\s+", " ", p["exact"]) for p in given.rows["evidence"] if p["exact"]}
    for name, text in pages(site()):
        for marked in re.findall(r"<mark>(.*?)</mark>", text, re.DOTALL):
            plain = re.sub(r"\s+", " ", _unescaped(marked))
            assert plain in exact or any(plain in each or each in plain for each in exact), (
                name,
                plain,
            )


def _unescaped(text: str) -> str:
    for code, letter in (
        ("&#34;", '"'),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ):
        text = text.replace(code, letter)
    return text


def test_a_value_that_rests_on_no_witness_says_so_in_its_sentence() -> None:
    text = built()["acts/tamarack-1.html"].decode()
    event = text.split('id="events/tamarack-1-rumor"')[1].split("</p>")[0]
    standing = text.split("<dt>Outcome</dt>")[1].split("</p>")[0]
    witnessed = text.split('id="events/tamarack-1-answer"')[1].split("</p>")[0]

    assert "Only copies or retellings say so" in event
    assert "Only copies or retellings say so" in standing
    assert "Only copies" not in witnessed


def test_both_sides_of_a_disagreement_stand_there_with_their_words() -> None:
    text = (
        built()["acts/tamarack-1.html"]
        .decode()
        .split('id="dispute/tamarack-1-order-day"')[1]
        .split("</article>")[0]
    )

    assert re.findall(r"<mark>(.*?)</mark>", text) == ["May 1", "May 2"]
    assert "agrees with what is published" in text and "One page gives the day." in text


def test_the_original_is_linked_before_its_copy() -> None:
    text = built()["acts/tamarack-1.html"].decode().split('<ul class="sources">')[1]

    assert text.index("https://quay.example/papers") < text.index("https://copy.example/papers")
    assert text.index('class="witness"') < text.index('class="retelling"')


def test_what_is_not_known_leads_to_the_search_that_found_nothing() -> None:
    text = built()["acts/tamarack-2.html"].decode().split('id="unknown"')[1]

    assert "How many subpoenas there were: we looked and found nothing" in text
    assert '<a href="../searches.html#tamarack-1">' in text


def test_the_ledger_prints_no_sentence_of_a_held_text() -> None:
    text = built()["ledger.html"].decode()

    assert "sentences used" in text
    assert "Old boats" not in text and "weather vane" not in text


# --- names ----------------------------------------------------------------------------------------


def private_names(given: World) -> list[str]:
    """Names of people whose name no public role allows."""
    return [
        p["name"]
        for p in given.rows["individuals_referenced"]
        if p["name"] and p["naming_decision"] not in PUBLIC
    ]


@SITES
def test_no_private_name_stands_in_a_title_an_address_a_preview_the_feed_or_the_search(
    site: Any,
) -> None:
    found = private_names(invented() if site is built else published())
    if site is built:
        assert found == [PRIVATE]
    files = site()
    said = [*files, files["feed.xml"].decode()]
    for name, text in pages(files):
        reader = read(site)[name]
        said += re.findall(r"<title>.*?</title>|<h[1-6].*?</h[1-6]>", text, re.DOTALL)
        said += [given.get("content", "") for tag, given in reader.tags if tag == "meta"]
        said += [
            given[key]
            for _, given in reader.tags
            for key in ("href", "id", "data-find")
            if key in given and not given[key].startswith("http")
        ]
    for name in found:
        assert not [text for text in said if re.search(rf"\b{re.escape(name)}\b", text)], name
        slug = name.lower().replace(" ", "-")
        assert not [path for path in files if slug in path]


def test_a_private_name_stands_on_no_page_at_all() -> None:
    for name, text in pages(built()):
        assert PRIVATE not in text, name


def test_an_official_is_found_by_name_and_title() -> None:
    text = built()["index.html"].decode()

    assert "Lena Osk (Acting Mayor)" in re.findall(r'data-find="([^"]+)"', text)[-2] + text


# --- hostile --------------------------------------------------------------------------------------

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
    return page.build(world_of(as_tables(hostile())), sound()[1])


def test_hostile_words_in_every_cell_stay_words() -> None:
    calm = {name: _scripts(reader) for name, reader in read(built).items()}
    for name, text in pages(hostile_site()):
        reader = Reader(text)
        tags = {tag for tag, _ in reader.tags}

        assert "img" not in tags and "style" not in tags, name
        assert not [given for _, given in reader.tags for key in given if key.startswith("on")], (
            name
        )
        assert _scripts(reader) == calm[name], name
        assert "\u202e" not in text and "\u0007" not in text, name
        assert text.count("{{ 7 * 7 }}") == text.count("{% raw %}"), name


def test_hostile_pages_are_still_valid_html() -> None:
    for name, text in pages(hostile_site()):
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
