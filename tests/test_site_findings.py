"""What a reader of the pages would miss: the end, the ruling, the order of days, who read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest

from ice_subpoenas import sql
from ice_subpoenas.prose.wording import capital
from ice_subpoenas.tables import TABLES
from test_site_world import (
    built,
    day,
    holding,
    invented,
    published,
    published_site,
    row,
    rows,
    sound,
    words,
    world_of,
)
from website import page, passages
from website.act import gaps, matters, people, sending
from website.act.story import story
from website.front import bars, chart, listing, numbers, tables
from website.passages import say_row
from website.world import MADE, VIEWS, World

pytestmark = pytest.mark.slow

Rows = dict[str, list[dict[str, Any]]]
ORDER = "tamarack-1-order-of-tamarack-1"
"""The ruling, in the table that says on which acts an event is."""


class Asked(Rows):
    """Rows of tables; those of a view are made when they are asked for, as few are."""

    def __missing__(self, view: str) -> list[dict[str, Any]]:
        query = MADE.get(view, f"FROM {view} ORDER BY {VIEWS.get(view)}")
        self[view] = sql.rows(holding(self), query)
        return self[view]


def made(given: Rows, **known: list[dict[str, Any]]) -> World:
    """Rows as the page looks them up; `known` are rows of views that need not be asked for."""
    tables_ = {t.table: sorted(given[t.table], key=lambda r: str(r[t.key])) for t in TABLES}
    return World(Asked(tables_ | known))


def as_before(given: Rows) -> World:
    """Rows of which the overview tells what it tells of the invented rows: its view takes long."""
    return made(given, overview=list(invented().rows["overview"]))


def page_of(given: Rows, key: str = "tamarack-1") -> str:
    return page.build(world_of(given), sound()[1])[f"acts/{key}.html"].decode()


def act_of(world: World, key: str = "tamarack-1") -> dict[str, Any]:
    return world.by_key["acts"][key]


def not_known(given: Rows, of: Callable[[Rows], World] = as_before) -> list[str]:
    world = of(given)
    return [said.text for said in gaps.told(world, act_of(world))]


def event(given: Rows, name: str, **values: Any) -> None:
    next(e for e in given["events"] if e["event_id"] == f"tamarack-1-{name}").update(values)


def on_one_of_two(given: Rows, *names: str) -> None:
    """Events that are on one of the two subpoenas; of all others it is not said."""
    for each in given["event_acts"]:
        is_named = each["event_id"].removeprefix("tamarack-1-") in names
        each["n_subpoenas"] = 1 if is_named else None


def voice_of(given: Rows, side: str = "The agency’s side") -> matters.Voice:
    """Who first gives the first reason of a side."""
    return reasons_of(given)[side][0].reasons[0].voices[0]


def reasons_of(given: Rows) -> dict[str, list[matters.Given]]:
    """The reasons of an act by side."""
    world = made(given)
    return {
        column.side: column.given
        for column in matters.reasons(world, act_of(world), world.events_of["tamarack-1"])
    }


# --- what is not known ----------------------------------------------------------------------------


def test_how_it_ended_is_listed_wherever_no_end_is_on_record() -> None:
    given = rows()
    assert not_known(given, made)[0] == (
        "How it ended: the recipient had not complied as of June 1, 2021 (only copies or "
        "retellings say so); nothing later is on record."
    )
    given["acts"][0].update(outcome=None, outcome_event_id=None)
    assert not_known(given, made)[0] == "How it ended: we looked and found nothing."
    given["absences"] = []
    assert not_known(given, made)[0] == "How it ended: nothing is on record."
    given["acts"][0].update(outcome="produced", outcome_event_id="tamarack-1-rumor")
    assert not any("ended" in said for said in not_known(given, made))


def test_the_page_of_an_act_tells_all_that_is_not_known_of_it() -> None:
    told = [said.text for said in story(invented(), act_of(invented()))["unknown"]]
    assert told == not_known(rows())


def test_a_petition_without_a_ruling_is_listed() -> None:
    given = rows()
    assert not any("petition" in said for said in not_known(given))
    given["events"] = [e for e in given["events"] if e["kind"] != "order"]
    given["event_acts"] = [e for e in given["event_acts"] if "order" not in e["event_id"]]
    assert (
        "What the court decided on the petition filed on April 1, 2020 (in the U.S. District Court "
        "for the District of Oregon): no ruling is on record."
    ) in not_known(given)


def test_the_subpoenas_that_a_ruling_or_a_petition_leaves_out_are_listed() -> None:
    """What was left out when a court was asked is not laid to its ruling."""
    given = rows()
    left_out = "Which one of the two subpoenas the {} leaves out, and why: nothing is on record."
    on_one_of_two(given, "order")
    assert left_out.format("ruling of May 1, 2020,") in not_known(given)
    on_one_of_two(given, "order", "petition")
    assert left_out.format("petition of April 1, 2020,") in not_known(given)


@pytest.mark.parametrize("is_told", [True, False])
def test_no_term_is_called_unsaid_that_another_row_of_the_act_gives(is_told: bool) -> None:
    given = rows()
    for each in (*given["acts"], *given["subpoenas"]):
        each["days_to_respond"] = None
    first, other = given["subpoenas"]
    first["days_to_respond"] = 10 if is_told else None
    given["absences"] = [absent("subpoenas", other["subpoena_id"], "respond_by")]
    assert any("last day to answer" in said for said in not_known(given)) != is_told


def absent(table: str, key: str, name: str) -> dict[str, Any]:
    """That sources do not say what a cell would hold."""
    cell = {"table_name": table, "row_id": key, "column_name": name}
    given = {"absence_id": f"{table}/{key}/{name}", "reason": "not_stated", "is_copied": False}
    return row("absences", **cell, **given)


@pytest.mark.parametrize("section", ["8 U.S.C. 1225", None])
def test_no_legal_basis_is_called_unsaid_beside_its_section(section: str | None) -> None:
    given = rows()
    given["acts"][0].update(authority_citation=section, authority_as_printed=None)
    given["absences"] = [absent("acts", "tamarack-1", "authority_as_printed")]
    assert any("legal basis" in said for said in not_known(given)) == (section is None)


def test_an_answer_without_a_day_is_called_by_its_speaker() -> None:
    given = rows()
    told = next(e for e in given["events"] if e["kind"] == "response")
    told.update(occurred_edtf=None, known_by=None, actor_individual_id=None)
    told.update(actor_agency_id=given["acts"][0]["recipient_agency_id"])
    given["absences"] = [absent("events", told["event_id"], "result")]
    (said,) = (said for said in not_known(given) if "yes or a no" in said)
    assert said.startswith("Whether that was a yes or a no (answer by the ")


def test_searches_in_vain_stand_with_the_act() -> None:
    world = invented()
    act = act_of(world, "tamarack-2")
    rows_ = [("acts", "tamarack-2")]
    assert gaps.in_vain(world, act, rows_) == [
        ("tamarack-1", "What became of the papers to Tamarack")
    ]


def test_what_a_remark_leaves_open_is_listed() -> None:
    given = rows()
    given["acts"][0]["remark"] = "Two came. It is not known which of the two came first."
    given["events"][0]["reason"] = "Whether a third came was not found (search tamarack-1)."
    listed = not_known(given)
    assert "It is not known which of the two came first." in listed
    assert "Two came." not in listed


def test_what_sources_disagree_on_is_asked_with_whether() -> None:
    given = rows()
    on_one_of_two(given, "order")
    cell = {"table_name": "event_acts", "row_id": ORDER, "column_name": "n_subpoenas"}
    ruling = {"n_sides": 2, "published_value": "1", "resolution": "least_committing"}
    told = {"conflict_id": "tamarack-1-order-n", "reason": "One page counts two."}
    given["conflicts"].append(row("conflicts", **cell, **ruling, **told))
    assert (
        "Whether the ruling of May 1, 2020, leaves out one of the two subpoenas, and which: "
        "sources disagree."
    ) in not_known(given)


def test_how_many_subpoenas_a_step_concerns_is_listed_as_not_known() -> None:
    given = rows()
    on_one_of_two(given)
    given["absences"].append(absent("event_acts", ORDER, "n_subpoenas"))
    begun = "How many of the subpoenas it concerns ("
    assert any(said.startswith(begun) for said in not_known(given))


# --- reasons --------------------------------------------------------------------------------------


def test_a_reason_of_several_stands_once_with_its_speakers() -> None:
    given = rows()
    given["grounds"].append({**given["grounds"][0], "ground_id": "g4", "held": None})
    given["evidence"].append(words("grounds", "g4", "ground", "the law says so", None))
    ((_, reasons),) = reasons_of(given)["The agency’s side"]
    assert [len(reason.voices) for reason in reasons] == [2]
    assert [voice.held for voice in reasons[0].voices] == ["A court accepted it.", ""]


@pytest.mark.parametrize("is_before", [True, False])
def test_a_court_that_ruled_later_is_not_said_to_have_ruled_on_the_speaker(is_before: bool) -> None:
    given = rows()
    event(given, "order", occurred_earliest=date(2020 if is_before else 2019, 5, 1))
    given["grounds"][0].update(event_id=None, act_id="tamarack-1", held="accepted")
    for source in given["sources"]:
        source["published_latest"] = date(2020, 3, 1)
    told = "A court later held the same." if is_before else "A court accepted it."
    assert voice_of(given).held.startswith(told)


def test_a_reason_that_is_given_for_nothing_in_particular_stands_apart() -> None:
    given = rows()
    given["grounds"].append({**given["grounds"][0], "ground_id": "g4", "toward": None})
    assert reasons_of(given)["The agency’s side"][-1].toward == "On other points"


def test_what_a_court_made_of_a_reason_says_so_where_no_witness_does() -> None:
    given = rows()
    told = words("grounds", "g1", "held", "the court agreed", "accepted", source_id="s102")
    given["evidence"].append(told)
    mark = "(only copies or retellings say so)"
    assert voice_of(given).held == f"A court accepted it {mark}."


@pytest.mark.parametrize("is_witnessed", [True, False])
def test_what_a_court_answers_to_a_reason_stands_with_it(is_witnessed: bool) -> None:
    given = rows()
    given["grounds"][2].update(
        ground="nonjusticiable", answers_ground_id="g1", is_witnessed=is_witnessed
    )
    mark = "" if is_witnessed else " (only copies or retellings say so)"
    assert voice_of(given).courts == (
        "A court’s answer to this reason, in our words: "
        f"the objection to the subpoena is not for a court to weigh{mark}."
    )


def test_the_line_of_a_court_names_who_gave_the_reason_that_it_is_on() -> None:
    given = rows()
    given["grounds"][2].update(answers_ground_id="g1")
    court, party = (voice_of(given, side).answers for side in ("Courts", "The recipient’s side"))
    assert court.startswith("On a reason given by the Harbor Inspection Agency: ")
    assert party.startswith("In answer to: ")
    assert party.endswith("(the Harbor Inspection Agency)")
    given["grounds"][0].update(said_by_individual_id=None, said_by_agency_id=None)
    nobody = voice_of(given, "Courts").answers
    assert nobody.startswith("On a reason given by the agency’s side: ")


@pytest.mark.parametrize("side", ["superior", "staff", "recipient"])
def test_who_may_stand_against_the_recipient_does_not_stand_on_its_side(side: str) -> None:
    given = rows()
    given["grounds"][1]["side"] = side
    assert ("The recipient’s side" in reasons_of(given)) == (side == "recipient")


def test_who_gives_a_reason_twice_stands_once_with_all_words() -> None:
    given = rows()
    given["grounds"].append({**given["grounds"][1], "ground_id": "g4"})
    given["evidence"].append(words("grounds", "g4", "ground", "again for privacy", "privacy"))
    (voice,) = reasons_of(given)["The recipient’s side"][0].reasons[0].voices
    assert voice.anchors == ["grounds/g2", "grounds/g4"]
    assert len(voice.said.passages) == 2


def test_whoever_acts_in_an_event_is_not_made_the_speaker_of_a_reason_given_with_it() -> None:
    given = rows()
    given["events"] = [{**each, "actor_agency_id": "harbor-agency"} for each in given["events"]]
    for each in given["grounds"]:
        each.update(said_by_individual_id=None, said_by_agency_id=None)
        each.update(act_id=None, event_id="tamarack-1-order")
    unnamed = "Somebody who is not named here"
    assert voice_of(given, "The recipient’s side").said.text == unnamed
    assert voice_of(given, "Courts").said.text == "The court"


def test_a_reason_that_no_code_fits_is_told_by_its_own_words_and_then_by_their_passage() -> None:
    given = rows()
    ground = given["grounds"][1]
    ground["ground"] = "other"
    for each in given["evidence"]:
        if (each["row_id"], each["column_name"]) == (ground["ground_id"], "ground"):
            told = {"prefix": "the court found nothing but ", "exact": "an old rule"}
            each.update({**told, "suffix": " behind it", "is_refound": False})
    assert reasons_of(given)["The recipient’s side"][0].reasons[0].text == (
        "In the words of the source: “an old rule,” in the passage “the court found nothing but "
        "an old rule behind it.”"
    )


def test_a_reason_of_a_court_has_the_court_as_its_speaker() -> None:
    assert voice_of(rows(), "Courts").said.text == "The court"


def test_what_a_court_made_of_a_reason_stands_in_the_line_of_its_speaker() -> None:
    page = built()["acts/tamarack-1.html"].decode()
    line = next(each for each in page.split("<p ") if "A court accepted it." in each)
    assert "Harbor Inspection Agency" in line


# --- accounts that contradict each other ----------------------------------------------------------


def test_contrary_accounts_of_two_sides_stand_among_the_disagreements() -> None:
    given = rows()
    for key, kind, who in (
        ("f4", "notification_given", None),
        ("f5", "notification_declined", "harbor-agency"),
    ):
        told = {"case_fact_id": key, "kind": kind, "attributed_to_agency_id": who}
        fact = row("case_facts", act_id="tamarack-1", modality="asserted", **told)
        given["case_facts"].append(fact)
        given["evidence"].append(words("case_facts", key, "kind", f"words of {key}", kind))
    world = as_before(given)
    found = {each.what: each for each in story(world, act_of(world))["disputes"]}
    dispute = found["Whether notice was given before a release"]
    assert len(dispute.sides) == 2
    assert all(side.pieces for side in dispute.sides)
    assert "both accounts" in dispute.settled


def test_a_dispute_tells_what_gives_the_published_value_from_what_only_fits_it() -> None:
    """Who says “in May” does not say “on May 1”, and does not deny it either."""
    given = rows()
    wider = words("events", "tamarack-1-order", "occurred", "in May", "2020-05", derivation="date")
    given["evidence"].append({**wider, "evidence_id": "e-wider", "stance": "broader"})
    world = as_before(given)
    (dispute,) = story(world, act_of(world))["disputes"]
    told = [(side.value, side.is_published, side.is_less_exact) for side in dispute.sides]
    assert told == [
        ("on May 1, 2020", True, False),
        ("on May 1, 2020", True, True),
        ("on May 2, 2020", False, False),
    ]
    assert "agrees with what is published, less exactly" in page_of(given)


# --- one word for one kind of source --------------------------------------------------------------


def test_a_copy_of_a_witness_is_called_so_in_the_list_and_beside_its_words() -> None:
    given = rows()
    for each in given["evidence"]:
        if each["source_id"] == "s102":
            each["witness_source_id"] = "s101"
    world = made(given)
    source = world.by_key["sources"]["s102"]
    told = "Aggregator: the words are those of The Quay Post, a witness"
    assert passages.standing(world, source) == told
    page = page_of(given)
    assert page.count(told) > 1
    assert "Aggregator, no witness" not in page


# --- the order of days ----------------------------------------------------------------------------


def test_what_nobody_read_and_what_was_read_in_a_stored_copy_is_told_as_such() -> None:
    found, text = published(), published_site()["sources.html"].decode()
    for source in found.rows["sources"]:
        told = text.split(f'<li id="{source["source_id"]}">')[1].split("</li>")[0]
        is_unread = not (source["text_held"] or source["read_from"])
        assert ("not read" in told) == is_unread, source["source_id"]
        assert ("Stored copy read" in told) == (source["read_from"] == "stored_copy")
    passage = passages.passages(found, [r for r in found.rows["evidence"] if r["seen_again"]][:1])
    from_ = passage[0].source["read_from"]
    assert ("from a stored copy" in passage[0].found) == (from_ == "stored_copy")


def test_what_happened_is_in_the_order_of_days() -> None:
    world = published()
    by_address = {f"#events/{row['event_id']}": row for row in world.rows["events"]}
    shown = [by_address[address[address.index("#") :]] for *_, address in chart.happened(world)]
    first = [e["occurred_earliest"] or e["occurred_latest"] or e["known_by"] for e in shown]
    moved = {n for n, each in enumerate(shown) if each["after_event_id"]}
    days = [each for n, each in enumerate(first) if each and n not in moved]
    assert days == sorted(days)


def test_that_nobody_appealed_is_told() -> None:
    given = rows()
    event(given, "petition", kind="no_appeal")
    assert any(
        "#events/tamarack-1-petition" in address for *_, address in chart.happened(made(given))
    )


# --- the first page -------------------------------------------------------------------------------


def test_the_table_of_years_and_the_sentences_say_what_the_view_says() -> None:
    world = invented()
    counts = [r for r in world.rows["counts"] if r["what"] in ("all", "year", "state and year")]
    lines = tables.by_year(world)
    assert [line.acts for line in lines if line.is_sum][-1] == len(world.acts)
    assert sorted(line.acts for line in lines) == sorted(r["n_acts"] for r in counts)
    people = max(r["n_persons"] or 0 for r in counts)
    said = " ".join(numbers.findings(world, numbers.numbers(world)))
    assert f"about at least {'two' if people == 2 else people} people" in said


def test_a_number_that_only_a_retelling_gives_is_marked_in_its_cell_and_on_the_map() -> None:
    given = rows()
    numbers_ = [row for row in given["evidence"] if row["column_name"] == "n_subpoenas"]
    given_ = [row for row in numbers_ if row["table_name"] == "acts"]
    assert given_
    assert not any(any(line.retold) for line in tables.by_year(made(given)))
    for each in given_:
        each.update(source_id="s102", witness_source_id="s102")
    world = made(given)
    whole = tables.by_year(world)[-1]
    n = numbers.numbers(world).subpoenas
    mark = "by copies, retellings or pages of unknown standing alone"
    assert whole.retold[0].endswith(mark)
    assert sum(tile.retold for tile in chart.tiles(world)) == n


@pytest.mark.parametrize(
    ("last", "inferred", "told"),
    [
        ("2017", "", "between 2013 and 2017"),
        ("2017", "issued", "between 2013 and 2017 (a reader’s inference)"),
        ("2013", "", "in 2013"),
    ],
)
def test_the_first_year_is_not_told_as_sure_where_the_act_may_be_later(
    last: str, inferred: str, told: str
) -> None:
    world = made(rows())
    known = [{"table_name": "acts", "row_id": "a", "column_name": inferred, "in_words": None}]
    day = f"[2013-01-01..{last}-12-31]"
    place = {"what": "year", "jurisdiction_id": None, "state": None}
    part = {**place, "table_name": "acts", "row_id": "a", "year": 2013, "day": day}
    part["last_year"] = int(last)
    number = {"n_acts": 1, "n_acts_doubted": 0}
    counts = [{**place, "year": year, **number} for year in (2013, 2026)]
    given: Rows = {"counts": counts, "counted": [part], "inferred": known}
    found = numbers.numbers(World({**world.rows, **given}))
    assert found.years == f" The first time was {told}, the latest in 2026."


def test_the_first_page_says_of_what_no_witness_tells_and_what_is_left_without_doubted_acts() -> (
    None
):
    found = published()
    lead = published_site()["index.html"].decode().split('class="lede"')[1].split("</p>")[0]
    retold = [act for act in found.acts if not act["is_witnessed"]]
    seen = {act["jurisdiction_id"] for act in found.acts if act["is_witnessed"]}
    unseen = {act["jurisdiction_id"] for act in retold} - seen
    assert ("No witness tells of" in lead) == bool(retold)
    assert ("of them told by no witness" in lead) == bool(unseen)
    years = {
        is_sure: min(
            row["year"]
            for row in found.rows["counts"]
            if row["what"] == "year" and row["n_acts"] > is_sure * row["n_acts_doubted"]
        )
        for is_sure in (False, True)
    }
    assert (f", the first in {years[True]}" in lead) == (years[True] != years[False])


def test_a_page_says_where_no_witness_says_that_an_order_was_on_its_recipient() -> None:
    found = published()
    of_orders = [
        act
        for act, event_ in found.not_named
        if found.by_key["acts"][act]["enforcement_event_id"] == event_
    ]
    mark = "say that it was on this body"
    for act in of_orders:
        story_ = published_site()[f"acts/{act}.html"].decode()
        assert all(mark in part for part in story_.split('id="happened"'))
    first = published_site()["index.html"].decode()
    assert ("say that the ruling was on this recipient" in first) == bool(of_orders)


def test_the_first_page_has_no_number_of_papers_that_are_not_counted_here() -> None:
    """What others count, also of other papers, stands with what was searched."""
    told = [row["counted"].removesuffix(".") for row in published().rows["known_totals"]]
    pages = (published_site()[f"{name}.html"].decode() for name in ("index", "coverage"))
    first, searched = map(unescape, pages)
    assert not any(each in first for each in told)
    assert all(each in searched for each in told)


def test_acts_that_may_be_one_and_acts_without_people_are_told_beside_the_numbers() -> None:
    found = published()
    said = " ".join(numbers.findings(found, numbers.numbers(found)))
    (whole,) = [r for r in found.rows["counts"] if not (r["year"] or r["state"])]
    assert re.search(r"people, by the numbers that sources give for [a-z0-9]+ acts?", said)
    assert ("no source gives a number" in said) == (whole["n_acts_without_persons"] > 0)
    pairs = numbers.twins(found)
    assert ("may be" in numbers.headline(numbers.numbers(found))) == bool(pairs)
    below = " ".join(tables.by_year(found)[-1].rests_on)
    assert bool(re.search("may be (?:one act|a single act)", below)) == bool(pairs)
    listed = published_site()["index.html"].decode().split('id="count"')[1].split("<table")[0]
    assert all(f">{act['act_id']}</a>" in listed for one, other, _ in pairs for act in (one, other))


@pytest.mark.parametrize(
    ("n", "is_unsaid", "told"),
    [
        (1, False, "the Tamarack Records Office (on one of the two subpoenas)"),
        (None, True, "Office (on how many of the subpoenas is not stated)"),
        (None, False, ""),
        (2, False, ""),
    ],
)
def test_which_answers_are_on_some_subpoenas_only_is_told_beside_the_number(
    n: int | None, is_unsaid: bool, told: str
) -> None:
    given = rows()
    event(given, "answer", kind="production", result="whole")
    given["acts"][0].update(response_status="complied", response_event_id="tamarack-1-answer")
    (own,) = (e for e in given["event_acts"] if e["event_id"] == "tamarack-1-answer")
    own["n_subpoenas"] = n
    if is_unsaid:
        given["absences"].append(absent("event_acts", own["event_act_id"], "n_subpoenas"))
    found = bars.bars_of(as_before(given), "response_status")
    (bar,) = (bar for bar in found if bar.code == "complied")
    assert bool(bar.parts) == bool(told)
    assert told in bar.doubt


def test_an_act_stands_under_each_year_in_which_it_may_have_been() -> None:
    found = published()
    parts = {p["row_id"]: p for p in found.rows["counted"] if p["table_name"] == "acts"}
    entries = listing.entries(found)
    for each in entries:
        part = parts[each.act["act_id"]]
        assert each.years[0] == str(part["act_year"] or "none")
        assert each.years[-1] == str(part["last_year"] or part["act_year"] or "none")
    (years,) = [o for name, _, o in listing.choices(entries, found) if name == "year"]
    assert {code: n for code, _, n in years} == Counter(y for each in entries for y in each.years)


def test_a_body_is_found_by_the_initials_that_sources_print() -> None:
    found = published()
    bodies = {
        p["code"]: p["phrase"]
        for p in found.rows["phrases"]
        if p["list_name"] == "agencies" and re.fullmatch("[A-Z]{2,}", p["phrase"])
    }
    seen = 0
    for each in listing.entries(found):
        initials = bodies.get(each.act["issuing_agency_id"])
        seen += bool(initials)
        assert not initials or any(f"{initials})" in word for word in each.words)
    assert seen


def test_the_tables_of_the_first_page_show_no_id_of_a_row() -> None:
    found = published()
    text = published_site()["index.html"].decode()
    shown = re.sub(r"<[^>]*>", " ", text.split('id="years"')[1].split('id="when"')[0])
    for table in ("acts", "act_groups", "individuals_referenced"):
        for key in found.by_key[table]:
            assert not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", shown), key


def test_refusals_that_a_court_overruled_are_told_beside_the_refusals() -> None:
    (refused,) = [bar for bar in bars.bars_of(invented(), "response_status") if bar.of_these]
    assert refused.code == "refused"
    assert refused.of_these == "a court has ordered compliance with it"
    assert "(a court has ordered compliance with it)" in built()["index.html"].decode()


def test_the_head_of_a_page_has_the_marks_that_the_overview_has() -> None:
    """In its first sentence and its description those of the sentence in short, in its title those
    of the day."""
    found, site = published(), published_site()
    seen = []
    for key, act in found.overview.items():
        text = unescape(site[f"acts/{key}.html"].decode())
        lead = text.split('class="lede')[1].split("</p>")[0]
        said = re.search(r'name="description" content="([^"]*)', text)
        wanted = [capital(mark) for mark in found.marks.get(key, ())]
        marks = re.findall(r"\(((?:[^()]|\([^()]*\))*)\.\)</em>", lead)
        assert marks == wanted, key
        assert all(said and f"({mark}.)" in said[1] for mark in wanted), key
        assert (act["day"] or "") in text.split("<title>")[1].split("</title>")[0], key
        for mark in found.marks.get(key, ()):
            is_of_day = re.search("the days? (of|is)|number", mark)
            assert is_of_day or f"; {mark}" in act["in_short"], (key, mark)
        seen += [*marks, act["day"] or ""]
    kinds = ["Sources disagree on", "A reader inferred", "account", "Only copies", "copy or"]
    for kind in (*kinds, "sources disagree on the day", "a reader’s inference"):
        assert any(kind in mark for mark in seen), kind


@pytest.mark.parametrize("where", ["acts", "events"])
def test_a_disputed_day_is_marked_with_the_act_and_with_the_event_of_its_sending(
    where: str,
) -> None:
    given = rows()
    act, key = given["acts"][0], "tamarack-1-order"
    act |= day("served", "2020-05-01")
    event(given, "order", kind="served", decides=None, result=None)
    cell = {"table_name": "acts", "row_id": "tamarack-1", "column_name": "served"}
    if where == "acts":
        given["conflicts"][-1] |= cell
    page_ = unescape(page_of(given))
    assert "sources disagree on the day" in page_.split("<title>")[1].split("</title>")[0]
    happened = page_.split(f'id="events/{key}"')[1].split("</li>")[0]
    assert "Sources disagree on the day" in happened


@pytest.mark.parametrize("is_rival", [True, False])
def test_a_day_of_issue_from_words_that_lose_the_day_of_service_says_so(is_rival: bool) -> None:
    given = rows()
    act = given["acts"][0]
    act |= {f"{stem}_edtf": "2020-03-02" for stem in ("issued", "served")}
    given["evidence"] = [r for r in given["evidence"] if r["column_name"] != "issued"]
    for column_, stance in (("issued", "supports"), ("served", "contests")):
        piece = words("acts", act["act_id"], column_, "March 2", "2020-03-02", derivation="date")
        passage = "p-one" if is_rival or column_ == "issued" else "p-other"
        given["evidence"].append(piece | {"stance": stance, "passage_id": passage})
    world = made(given)
    issued = sending.opening(world, act)[0]
    assert issued.text.startswith("The agency issued")
    assert any("another day of service" in mark for mark in issued.marks) == is_rival


@pytest.mark.parametrize("before", ["counts at least ", "counts exactly "])
def test_a_number_that_words_put_as_the_least_is_told_as_the_least(before: str) -> None:
    given = rows()
    counted = {"kind": "total", "n_subpoenas": 5, "served_edtf": "2020"}
    group = row("act_groups", act_group_id="g", jurisdiction_id="tamarack", **counted)
    given["act_groups"].append(group)
    given["acts"][0]["act_group_id"] = "g"
    piece = words("act_groups", "g", "n_subpoenas", "five", "5", derivation="number_word")
    given["evidence"].append(piece | {"prefix": before})
    world = as_before(given)
    (said,) = sending.together(world, given["acts"][0])
    assert ("at least five subpoenas" in said.text) == ("least" in before)


def test_an_answer_of_an_unknown_kind_is_counted_apart_from_none() -> None:
    found = {bar.code: bar.n for bar in bars.bars_of(published(), "response_status")}
    without = [act for act in published().acts if not act["response_status"]]
    told = [act for act in without if published().overview[act["act_id"]]["answer"]]
    assert found.get("answered", 0) + found.get("gave", 0) == len(told)
    assert found.get("not_found", 0) == len(without) - len(told)
    words = {row["code"]: row["in_words"] for row in published().rows["last_status"]}
    for bar in bars.bars_of(published(), "enforcement_status"):
        assert bar.code == "not_found" or bar.label == capital(words[bar.code])
    choices = listing.choices(listing.entries(published()), published())
    (answers,) = [options for name, _, options in choices if name == "answer"]
    assert {code: n for code, _, n in answers} == found


def test_a_day_of_issue_that_may_be_that_of_receipt_is_told_as_such() -> None:
    given = rows()
    act = given["acts"][0]
    act |= {name: None for name in act if name.startswith("served_")}
    act |= {"issued_edtf": "2020-03-02", "issued_earliest": date(2020, 3, 2)}
    unclear = {"absence_id": "a", "table_name": "acts", "row_id": act["act_id"]}
    for reason, told in (("not_stated", False), ("ambiguous", True)):
        kept = [row for row in given["absences"] if row["column_name"] != "served"]
        why = kept[0] | unclear | {"column_name": "served", "reason": reason}
        world = made(given | {"absences": [*kept, why]})
        said = " ".join(each.text for each in sending.opening(world, act))
        assert ("sent or received" in sending.day(world, act)) == told
        assert ("of sending or of receipt is not clear" in said) == told


GRANTED = "The court granted the request to enforce the papers."


def test_rulings_stand_on_the_first_page_and_say_where_no_witness_tells() -> None:
    given = rows()
    (ruling,) = tables.rulings(made(given))
    assert (ruling.day, ruling.result) == ("May 1, 2020", GRANTED)
    assert ruling.marks == ["Sources disagree on the day."]
    (told,) = made(given).rulings.values()
    apart = made(given, rulings=[told | {"directed_at": "Mayor’s Office"}])
    assert tables.rulings(apart)[0].result == (
        "The court granted the request to enforce the papers; its order is directed at the "
        "Mayor’s Office and not at the recipient."
    )
    event(given, "order", is_witnessed=False)
    given["acts"][0].update(enforcement_is_witnessed=False)
    world = made(given)
    assert "Only copies or retellings say so." in tables.rulings(world)[0].marks
    said = " ".join(numbers.findings(world, numbers.numbers(world)))
    assert said.endswith(
        "Courts ordered compliance in one act, with one ruling. That ruling is known only from "
        "copies or retellings."
    )
    (bar,) = (bar for bar in bars.bars_of(world, "enforcement_status") if bar.code == "ordered")
    assert bar.doubt == "It rests on copies or retellings alone."


def test_a_petition_on_which_sources_disagree_says_on_what() -> None:
    given = rows()
    given["conflicts"][0].update(table_name="event_acts", row_id=ORDER, column_name="n_subpoenas")
    event(given, "order", kind="petition", result=None, decides=None)
    given["acts"][0].update(enforcement_status="petition_filed")
    (asked,) = [each for each in tables.undecided(made(given)) if "order" in each.address]
    assert asked.marks == ["Sources disagree on how many subpoenas and the day."]


def test_a_sentence_counts_its_sources_as_the_row_that_it_tells_does() -> None:
    """Sources that only speak of it, or say otherwise, are shown too, and told apart."""
    given = rows()
    world = made(given)
    kept = next(e for e in given["evidence"] if e["table_name"] == "events")
    key, source = kept["row_id"], kept["source_id"]
    told = say_row(world, "It is so.", "events", key)
    own = [e for e in given["evidence"] if e["row_id"] == key and e["stance"] == "supports"]
    assert told.n_sources == len({e["source_id"] for e in own})
    other = next(s["source_id"] for s in given["sources"] if s["source_id"] != source)
    more = kept | {"evidence_id": "e-more", "source_id": other, "stance": "bears_on"}
    given["evidence"].append(more)
    said = say_row(made(given), "It is so.", "events", key)
    assert said.n_sources == told.n_sources
    assert said.opens.endswith("sources, one of which gives what stands here") or told.n_sources > 1


def test_the_page_says_for_how_many_values_a_reader_reasoned() -> None:
    world = made(rows())
    (whole,) = (row for row in world.rows["proof_counts"] if row["table_name"] == "(all)")
    said = numbers.proof(world)
    begun = "Every value that somebody could dispute comes with the words of a source."
    assert said.startswith(begun)
    assert (f"{whole['n_inferred']:,} of the {whole['n_values']:,} values" in said) == bool(
        whole["n_inferred"]
    )
    both = whole["n_inferred"] + whole["n_read_once"]
    assert whole["n_read_once"]
    assert f"Another {whole['n_read_once']:,} rest only on phrases" in said
    assert f"so that {both / whole['n_values']:.0%} of all values rest on one." in said


def test_the_key_of_the_map_holds_no_number_and_nothing_that_no_state_has() -> None:
    text = built()["index.html"].decode().split('id="where"')[1].split("</section>")[0]
    key = text.split('class="key"')[1].split("</ul>")[0]
    assert not re.search(r">\s*\d", key)
    searched = chart.tiles(invented())
    looks = {tile.look for tile in searched}
    assert ("searched, no act on record" in key) == ("asked" in looks)
    assert ("subpoenas of an unknown kind" in key) == ("unclear" in looks)


def test_a_state_with_subpoenas_of_an_unknown_kind_is_not_said_to_have_none() -> None:
    assert [tile.code for tile in chart.tiles(invented()) if tile.look == "has"] == ["OR"]
    given = rows()
    for act in given["acts"]:
        act |= {"in_scope": False, "instrument": "unspecified_subpoena"}
    (tile,) = (tile for tile in chart.tiles(made(given)) if tile.look == "unclear")
    assert (tile.code, tile.acts, tile.unknown) == ("OR", 0, len(given["acts"]))


def test_a_bar_says_on_what_its_number_rests() -> None:
    given = rows()
    first, other = given["acts"][:2]
    for act in (first, other):
        act["response_status"] = "refused"
        act["enforcement_status"] = None
    known = {"line": "answer", "code": "refused", "in_words": "refused", "is_court_ordered": False}
    one = known | {"act_id": first["act_id"], "rests_on": "hearsay; a belief"}
    two = known | {"act_id": other["act_id"], "rests_on": None}
    (bar,) = bars.bars_of(made(given, last_status=[one, two]), "response_status")
    assert bar.doubt == "One of the two rests on hearsay and on a belief."
    both = made(given, last_status=[one, two | {"rests_on": "hearsay"}])
    (bar,) = bars.bars_of(both, "response_status")
    assert bar.doubt == (
        "Two of the two rest on less than a source’s own word: two on hearsay and one on a belief."
        " One can be in several of these groups."
    )


def test_the_map_says_or_more_of_a_state_where_the_table_of_years_does() -> None:
    text = published_site()["index.html"].decode()
    told = dict(re.findall(r'class="sr">([\w ]+): [^<]*subpoenas?( or more)?[^<]*<', text))
    lines = re.findall(r"<td>([\w ]+)</td><td[^>]*>\d+</td><td[^>]*>[\d,]+( or more)?<", text)

    assert told
    assert {place for place, more in lines if more} & told.keys() == {
        place for place, more in told.items() if more
    }


# --- people ---------------------------------------------------------------------------------------


def test_a_fact_about_people_is_told_by_its_kind_and_says_how_it_is_put() -> None:
    given = rows()
    fact = given["case_facts"][0]
    fact.update(kind="expected_release", modality="denied", offense=None, occurred_edtf=None)
    world = made(given)
    told = people.fact(world, world.by_key["case_facts"][fact["case_fact_id"]], act_of(world)).text
    assert told.startswith("Expected release (denied): the person")


def test_an_offense_is_told_as_printed_where_its_code_is_wider() -> None:
    told = {
        ("homicide", "vehicular homicide"): "“vehicular homicide”",
        ("drug_trafficking", "trying to import"): "“trying to import” (sorted under drug "
        "trafficking)",
        ("murder", "murdering"): "murder",
        ("crime", "felony"): "a crime (“felony”)",
        (None, "loitering"): "“loitering”",
    }
    for (code, as_printed), said in told.items():
        assert people.offense({"offense": code, "offense_as_printed": as_printed}) == said


# --- who read -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "who"),
    [("maintainer_machine_assisted", "a language model"), ("maintainer", "a second reader")],
)
def test_where_a_language_model_read_the_page_says_so(role: str, who: str) -> None:
    given = rows()
    given["reviews"].append(
        row("reviews", review_id="r1", source_id="s101", reading="second", reader_role=role)
    )
    for piece in given["evidence"]:
        if piece["source_id"] == "s101":
            piece["seen_again"] = date(2020, 7, 1)
    world = as_before(given)
    found = [p.found for p in story(world, act_of(world))["happenings"][0].said.passages]
    assert [who in each for each in map(unescape, found)] == [True]
