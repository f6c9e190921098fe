"""The pages as files: valid, closed to the network, safe with any text, and silent on names."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest

from test_site_world import (
    built,
    pages,
    published_site,
)

SITES = pytest.mark.parametrize(
    "site",
    [
        pytest.param(built, id="invented"),
        pytest.param(published_site, id="published", marks=pytest.mark.slow),
    ],
)
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

        assert "default-src 'none'" in policy, name
        assert "unsafe" not in policy, name
        assert re.findall(r"https?:|\*", policy) == [], name
        for tag, given in reader.tags:
            assert not [key for key in given if key == "style" or key.startswith("on")], (name, tag)
            if tag == "script":
                assert given["src"] == "page.js", name
            if tag in ("img", "script", "link", "iframe", "source", "object"):
                outside = given.get("src", "") + given.get("href", "")
                assert not re.match(r"(https?:)?//", outside), (name, outside)
    assert not re.search(rb"@import|url\(", site()["page.css"])


@SITES
def test_every_page_says_what_it_is(site: Any) -> None:
    titles = {}
    for name, text in pages(site()):
        reader = read(site)[name]
        named = [given for tag, given in reader.tags if tag == "meta" and "name" in given]
        meta = {given["name"]: given.get("content") for given in named}
        titles[name] = re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1]  # type: ignore[index]
        tags = [tag for tag, _ in reader.tags]

        assert meta["description"], name
        assert titles[name], name
        assert meta["viewport"], name
        assert tags.count("h1") == tags.count("main") == tags.count("footer") == 1
        assert next(given for tag, given in reader.tags if tag == "a")["href"] == "#main"
        assert all(
            b - a <= 1 for a, b in zip(reader.headings, reader.headings[1:], strict=False)
        ), (name, reader.headings)
    assert len(set(titles.values())) == len(titles) or site is published_site


@SITES
def test_our_words_are_american_and_show_no_markup(site: Any) -> None:
    british = (
        r"\b(?:honour|colour|labour|organis|recognis|licence|offence|programme|judgement|favour)\w*"
    )
    for name, text in pages(site()):
        body = re.sub(
            r"<(bdi|cite|code|script).*?</\1>|<li id=\"s\d+\".*?</li>",
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
            assert not re.search("None|Undefined", plain), name
