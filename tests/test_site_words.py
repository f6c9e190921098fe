"""What the pages say: each value with its words, who does not witness it, and no private name."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from types import SimpleNamespace
from typing import Any

from ice_subpoenas.prose.known import PUBLIC
from ice_subpoenas.prose.wording import capital, column, quoted, spoken, stop
from ice_subpoenas.vocabularies import PolicyTopic
from test_page import SITES, read
from test_site_world import PRIVATE, built, invented, pages, published, published_site
from website import context, coverage
from website.act import sending
from website.world import World


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
            plain = re.sub(r"\s+", " ", unescape(marked))
            assert plain in exact or any(plain in each or each in plain for each in exact), (
                name,
                plain,
            )


def test_a_value_that_rests_on_no_witness_says_so_in_its_sentence() -> None:
    text = built()["acts/tamarack-1.html"].decode()
    event = text.split('id="events/tamarack-1-rumor"')[1].split("</p>")[0]
    standing = text.split("<dt>Outcome</dt>")[1].split("</p>")[0]
    witnessed = text.split('id="events/tamarack-1-answer"')[1].split("</p>")[0]

    assert "Only copies or retellings say so" in event
    assert "only copies or retellings say so" in standing
    assert "Only copies" not in witnessed


def test_both_sides_of_a_disagreement_stand_there_with_their_words() -> None:
    text = (
        built()["acts/tamarack-1.html"]
        .decode()
        .split('id="dispute/tamarack-1-order-day"')[1]
        .split("</article>")[0]
    )

    assert re.findall(r"<mark>(.*?)</mark>", text) == ["May 1", "May 2"]
    assert "agrees with what is published" in text
    assert "One page gives the day." in text


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
    assert not re.search("Old boats|weather vane", text)


def private_names(given: World) -> list[str]:
    """Names of people whose name no public role allows."""
    return [
        p["name"]
        for p in given.rows["individuals_referenced"]
        if p["name"] and p["naming_decision"] not in PUBLIC
    ]


@SITES
def test_no_private_name_stands_in_a_title_an_address_a_description_or_the_search(
    site: Any,
) -> None:
    found = private_names(invented() if site is built else published())
    if site is built:
        assert found == [PRIVATE]
    files = site()
    said = [*files]
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


@SITES
def test_every_event_and_every_statement_on_policy_stands_on_a_page_with_its_words(
    site: Any,
) -> None:
    """Also what belongs to no one act."""
    given = invented() if site is built else published()
    shown = {found for _, text in pages(site()) for found in re.findall(r' id="([^"]+)"', text)}
    anchors = {anchor.split(".", 1)[-1] for anchor in shown}
    said = [said for reader in read(site).values() for said in reader.said]

    assert {row["event_id"] for row in given.rows["events"]} <= {
        anchor.removeprefix("events/") for anchor in anchors
    }
    assert {row["policy_statement_id"] for row in given.rows["policy_statements"]} <= {
        anchor.removeprefix("policy_statements/") for anchor in anchors
    }
    assert said


def test_a_statement_on_policy_stands_in_its_own_words_below_its_topic_alone() -> None:
    given = published()
    seen = 0
    for _, _, topics in context.governments(given):
        for topic, statements in topics:
            assert topic in {capital(spoken(code)) for code in PolicyTopic.codes()}
            for said in statements:
                row = given.by_key["policy_statements"][said.anchor.split("/")[1]]
                assert said.text == stop(quoted(row["statement"]))
                assert (row["modality"] == "asserted") == ("put as" not in said.small)
                seen += 1
    assert seen


def test_the_page_of_an_act_calls_its_papers_only_what_its_own_words_do() -> None:
    """What the code means stands in the dictionary; it is no fact of an act."""
    given = published()
    for act in given.acts:
        rows = given.evidence[("acts", act["act_id"])]
        words = {quoted(r["exact"])[1:-1] for r in rows if r["column_name"] == "instrument"}
        said = sending.kind_of_paper(given, act)
        assert {name.rstrip(".,") for name in re.findall("“(.*?)”", said)} <= words
        page = published_site()[f"acts/{act['act_id']}.html"].decode()
        assert given.definition("instrument", act["instrument"]) not in page


def test_no_sentence_says_twice_how_little_a_value_rests_on() -> None:
    given = published()
    for act in given.adjacent + given.acts:
        for said in (sending.first(given, act), *sending.opening(given, act)):
            for name in ("instrument", "issuing_agency_id", "served", "issued"):
                assert sum(column(name) in mark for mark in said.marks) <= 1, act["act_id"]


def test_the_first_page_tells_what_courts_forbade_beside_what_they_ordered() -> None:
    acts = published().acts
    if any(str(row["enforcement_status"]).startswith("enjoined") for row in acts):
        before = published_site()["index.html"].decode().split('id="where"')[0]
        assert "Courts forbade compliance" in before


def test_where_an_act_stands_does_not_deny_what_its_overview_tells() -> None:
    """An answer whose kind no source tells is an answer all the same."""
    given = published()
    for act in given.acts:
        row = given.overview[act["act_id"]]
        text = published_site()[f"acts/{act['act_id']}.html"].decode()
        for label, told in (("Answer", row["answer"]), ("Court", row["court"])):
            stands = text.split(f"<dt>{label}</dt>")[1].split("</p>")[0]
            assert not told or "not found" not in stands.lower()
            assert not told or "no event on record" not in stands


def test_each_audit_is_told_by_its_shares_and_planted_values_apart() -> None:
    def figure(name: str, n: int, n_of: int, share: float, seed: int = 7) -> dict[str, Any]:
        counted = {"figure": name, "n": n, "n_of": n_of, "share": share, "low": 0.1, "high": 0.9}
        return {"seed": seed, "audited_on": date(2026, 3, 1), "table_name": None, "tier": None} | (
            counted
        )

    rows = [figure("right", 8, 10, 0.8), figure("planted_missed", 1, 4, 0.25)]
    world: Any = SimpleNamespace(rows={"audit_figures": [*rows, figure("wrong", 9, 9, 1, seed=6)]})
    (first, wrong), (second, told) = coverage.audits(world)

    assert first == "Judged March 1, 2026; the sample was drawn from the seed 6."
    assert second == "Judged March 1, 2026; the sample was drawn from the seed 7."
    assert [figure[1:] for figure in wrong] == [("9 of 9", "100.0 percent (10.0 to 90.0)")]
    assert [figure[1:] for figure in told] == [
        ("8 of 10", "80.0 percent (10.0 to 90.0)"),
        ("1 of 4", "25.0 percent (10.0 to 90.0)"),
    ]
