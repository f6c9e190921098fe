"""The first file, as a reporter reads it: plain words that nothing else contradicts."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from asking import TELLERS, Con, Rows, change, column, disputed, rows, several_say_so, shown_by_act
from ice_subpoenas import sql
from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose.wording import the
from ice_subpoenas.published.overview import OVERVIEW
from ice_subpoenas.views import asked, joined
from ice_subpoenas.vocabularies import ResponseStatus

pytestmark = pytest.mark.slow

pytest_plugins = ["publishing"]


def body_of(con: Con, act: str) -> str:
    """The recipient of an act."""
    (body,) = column(con, f"SELECT recipient_agency_id FROM acts WHERE act_id = '{act}'")
    return str(body)


def acts_of(con: Con, where: str, line: str = "response") -> list[str]:
    """Acts in scope by a condition on them and on the event from which a status follows."""
    return column(
        con,
        f"SELECT act_id FROM acts JOIN events e ON {line}_event_id = event_id "
        f"WHERE in_scope AND {where} ORDER BY act_id",
    )


def happened(con: Con, event: str, day: str, kind: str, result: str | None, **more: Any) -> None:
    """An event is now of this kind and day, and followed no other that is named."""
    days = dict.fromkeys(("occurred_edtf", "occurred_earliest", "occurred_latest"), day)
    of_it = {"kind": kind, "result": result, "after_event_id": None}
    change(con, "events", f"event_id = '{event}'", **of_it, **days, **more)


def in_doubt(con: Con) -> None:
    """Doubts of many kinds at once, each told by words of its own, after `several_say_so`.

    What was asked for, the recipient, which act or paper it is, on how many subpoenas a step was
    taken, from where a day is counted, the court, its ruling, and what was answered at first.
    """
    con.execute("UPDATE information_sought SET is_witnessed = kind <> 'address'")
    acts = column(con, "SELECT act_id FROM acts")
    disputed(con, [("acts", act, "recipient_agency_id") for act in acts])
    con.execute(
        "INSERT INTO may_be_same VALUES ('x', 'acts', ?, ?, 'Days fit.'), "
        "('y', 'events', ?, ?, 'Two days are told.')",
        [*same_acts(con), *same_papers(con)],
    )
    con.execute(
        "INSERT INTO absences BY NAME SELECT event_act_id AS absence_id, 'event_acts' AS "
        "table_name, event_act_id AS row_id, 'n_subpoenas' AS column_name, 'not_stated' AS "
        "reason, false AS is_copied FROM event_acts"
    )
    con.execute(
        "UPDATE evidence SET value = '2020-02-02', arguments = ? "
        "WHERE column_name IN ('served', 'issued')",
        ['{"anchor": "sources/other/published"}'],
    )
    con.execute("DELETE FROM evidence WHERE table_name = 'proceedings'")
    said = "'temporary restraining order'"
    con.execute(f"UPDATE evidence SET exact = {said} WHERE table_name = 'events'")
    con.execute("UPDATE events SET is_witnessed = false WHERE kind = 'response'")


def in_doubt_too(con: Con) -> dict[str, ResponseStatus]:
    """Every kind of answer in turn, by act; no court has a name, and a reader inferred the days
    and numbers of acts; after `several_say_so`."""
    acts = column(con, "SELECT act_id FROM acts WHERE in_scope ORDER BY act_id")
    codes = dict(zip(acts, itertools.cycle(ResponseStatus), strict=False))
    for act, code in codes.items():
        con.execute("UPDATE acts SET response_status = ? WHERE act_id = ?", [code, act])
    con.execute("UPDATE proceedings SET court = NULL, court_name = NULL")
    cells = "table_name = 'acts' AND column_name IN ('served', 'issued', 'n_subpoenas')"
    con.execute(f"UPDATE evidence SET derivation = 'inference' WHERE {cells}")
    return codes


def same_acts(con: Con) -> list[str]:
    """Two acts that may be one, when `in_doubt`."""
    return column(con, "SELECT act_id FROM acts WHERE in_scope ORDER BY act_id LIMIT 2")


def same_papers(con: Con) -> list[str]:
    """Two events of one act that tell of a paper each, which may be one, when `in_doubt`."""
    return column(
        con,
        "SELECT unnest(list(event_id)[:2]) FROM (SELECT act_id, event_id FROM event_acts "
        "JOIN events USING (event_id) JOIN acts USING (act_id) WHERE in_scope AND part_of "
        "IS NULL AND kind IN ('issued', 'served') AND length(occurred_edtf) = 10 "
        "ORDER BY ALL) GROUP BY act_id HAVING count(*) > 1 ORDER BY act_id LIMIT 2",
    )


SENTENCE = re.compile(
    r"(On|In|By|Between) .*, (the )?[A-Z].* (had )?(served|sent( or delivered)?) "
    r"(one|two|three|four|five|six|seven|eight|nine|\d\d+) .*; last looked for on .*\."
)
CLUMSY = re.compile(r"  | [,;.]|[,;]{2}|\) \(|None|NaN|@|_|\b(\w+) \1\b|\b1 \w+s\b|\bi9\b")


def test_every_row_reads_as_plain_english(db: Con) -> None:
    for row in rows(db):
        assert row["day"] is None or SENTENCE.fullmatch(row["in_short"])
        for name in ("day", "asked_for", "answer", "court", "outcome", "in_short"):
            assert not CLUMSY.search(row[name] or ""), row[name]


def test_a_body_stands_with_its_article_and_with_its_place(db: Con) -> None:
    for row in rows(db):
        assert f" {the(row['recipient'])}" in row["in_short"]
        assert row["government"] in row["in_short"]
        assert row["kind"] == "state" or re.search(rf"\W{row['state']}\)", row["in_short"])


DAYS = (
    "2020-02-21 2020-02 2020 [2020-01-06,2020-01-13] [2020-04-30,2020-05-01] [..2019-11-30] "
    "[2025-10-27,2025-11-03,2025-11-10] [2019-12-30,2020-01-06] [2019-12-19..2020-01-30] "
    "[2020-02-21..2020-03-08] [2020-01-18..2020-01-31] [2020-04-20..] [2025-07-01..2025-07-31] "
    "[2025-02-01..2025-03-31] [2024-12-01..2025-01-31] [2025-10-01..2026-01-31] [2025..2026] "
    "[2013-01-01..2017-12-31] [2025-01-01..2025-12-31] [2025-04-10..2025-04-11] [2025-03..2025-06] "
    "[2025-03-31..2025-04-01] [2025-02-01..2025-07-18] [2024-01-01..2025-12-31] [..2025-03]"
).split()


def test_a_day_reads_in_the_overview_as_it_does_on_the_page(db: Con) -> None:
    acts = column(db, "SELECT act_id FROM acts WHERE in_scope")
    several_say_so(db)
    for beginning in range(0, len(DAYS), len(acts)):
        said = dict(zip(acts, DAYS[beginning:], strict=False))
        for act, edtf in said.items():
            db.execute("UPDATE acts SET served_edtf = ? WHERE act_id = ?", [edtf, act])
        found = {row["act"]: row["day"] for row in rows(db)}
        assert {act: found[act] for act in said} == {act: when(day) for act, day in said.items()}


def test_a_range_that_begins_with_the_act_is_told_by_its_end(db: Con) -> None:
    """Nothing is answered before it is sent, so the beginning tells a reader nothing."""
    sent = {"served_edtf": "2025-07-31", "served_earliest": "2025-07-31"}
    answer = {"response_status": "refused", "response_as_of": "[2025-07-01..2025-10-01]"}
    end = {"outcome": "not_produced", "outcome_as_of": "[2025-07-01..2025-08-02]"}
    change(db, "acts", "true", **sent, **answer, **end)
    several_say_so(db)

    assert {re.split("; earlier| \\(", row["answer"])[0] for row in rows(db)} == {
        "refused by October 1, 2025"
    }
    assert {re.split("; a later| \\(", row["outcome"])[0] for row in rows(db)} == {
        "the recipient had not complied as of July 31 – August 2, 2025"
    }


# --- nothing that the rest of the data contradicts --------------------------------------------


def test_nothing_is_called_unknown_that_an_event_tells(db: Con) -> None:
    found = {row["act"]: row for row in rows(db)}
    told = "SELECT ea.act_id FROM event_acts ea JOIN events v USING (event_id) WHERE v.kind IN "
    court = "('threat', 'petition', 'suit', 'motion', 'hearing', 'order', 'opposition')"

    for act in set(column(db, f"{told} ('response', 'production')")) & set(found):
        assert found[act]["answer"]
        assert "no answer was found" not in found[act]["in_short"]
    for act in set(column(db, f"{told} {court}")) & set(found):
        assert found[act]["court"]
        assert "no court matter was found" not in found[act]["in_short"]


def test_an_answer_of_an_unknown_kind_and_a_lawsuit_alone_are_told_as_such(db: Con) -> None:
    db.execute("UPDATE events SET kind = 'response', result = NULL")
    db.execute("UPDATE acts SET response_status = NULL, enforcement_status = NULL")
    assert all("how is not known" in row["answer"] for row in rows(db) if row["answer"])

    db.execute("UPDATE events SET kind = 'suit'")
    assert {row["answer"] for row in rows(db)} == {None}
    assert all(
        row["court"].startswith("a lawsuit about it was filed") for row in rows(db) if row["court"]
    )


def test_what_was_given_without_saying_how_much_is_told_as_such(db: Con) -> None:
    db.execute("UPDATE events SET kind = 'production', result = NULL WHERE kind = 'response'")
    db.execute("UPDATE acts SET response_status = NULL")
    told = [row for row in rows(db) if row["answer"]]
    assert told
    for row in told:
        assert row["answer"].startswith("gave information ")
        assert "but how much is not known" in row["answer"]
        assert "no answer was found" not in row["in_short"]


def test_who_turned_about_is_told_with_both_answers(db: Con) -> None:
    """Who first refused and complied in the end has done both."""
    act, last = db.execute(
        "SELECT act_id, response_event_id FROM acts JOIN event_acts USING (act_id) WHERE in_scope "
        "AND response_status IS NOT NULL AND event_id <> response_event_id "
        "GROUP BY ALL ORDER BY count(*) DESC, act_id"
    ).fetchall()[0]
    for event in column(db, f"SELECT event_id FROM event_acts WHERE act_id = '{act}'"):
        happened(db, event, "2020-01-02", "response", "declined", actor_agency_id=body_of(db, act))
    happened(db, last, "2020-02-02", "production", "whole")
    complied = {"response_status": "complied", "response_as_of": "2020-02-02"}
    change(db, "acts", f"act_id = '{act}'", **complied)
    several_say_so(db)
    found = next(row for row in rows(db) if row["act"] == act)

    assert found["answer"] == ("complied on February 2, 2020; earlier: refused on January 2, 2020")
    assert re.search(r"; the recipient refused; .*the recipient complied; ", found["in_short"])


def test_each_answer_on_the_way_to_the_last_one_is_told(db: Con) -> None:
    """Who agreed, then meant to give a part, and refused in the end, has given three answers."""
    act, last, others = db.execute(
        "SELECT act_id, response_event_id, list(event_id ORDER BY event_id) FROM acts "
        "JOIN event_acts USING (act_id) JOIN events USING (event_id) WHERE in_scope "
        "AND part_of IS NULL AND event_id <> response_event_id GROUP BY ALL "
        "HAVING count(*) > 1 ORDER BY act_id"
    ).fetchall()[0]
    several_say_so(db)
    db.execute("UPDATE events SET kind = 'report', result = NULL, after_event_id = NULL")
    answers = ("2020-01-01", "agreed"), ("2020-02-02", "agreed_in_part"), ("2020-03-03", "declined")
    who = {"actor_agency_id": body_of(db, act), "actor_individual_id": None}
    for event, (day, result) in zip((*others[:2], last), answers, strict=True):
        happened(db, event, day, "response", result, **who)
    refused = {"response_status": "refused", "response_as_of": "2020-03-03"}
    change(db, "acts", f"act_id = '{act}'", **refused)
    assert shown_by_act(db, "answer")[act] == (
        "refused on March 3, 2020; earlier: intended to comply in part, on February 2, 2020; "
        "before that: agreed on January 1, 2020, to comply"
    )


@pytest.mark.parametrize(
    ("answered", "ruled", "told"),
    [
        (("03-03", "03-03"), ("04-04", "04-04"), "the recipient refused; a court ordered "),
        (("05-05", "05-05"), ("04-04", "04-04"), "compliance; after that, the recipient refused"),
        (("03-03", "05-05"), ("04-04", "04-04"), "before or after that, the recipient refused"),
        (("03-03", "04-04"), ("03-20", "05-05"), "; before or after that, a court ordered "),
    ],
)
def test_the_sentence_tells_an_answer_and_a_ruling_in_the_order_of_their_days(
    db: Con,
    answered: tuple[str, str],
    ruled: tuple[str, str],
    told: str,
) -> None:
    act, answer, ruling = db.execute(
        "SELECT act_id, response_event_id, enforcement_event_id FROM acts WHERE in_scope AND "
        "response_event_id <> enforcement_event_id AND act_id NOT IN (SELECT act_id FROM "
        "events_in_overview WHERE is_earlier) ORDER BY act_id LIMIT 1"
    ).fetchall()[0]
    several_say_so(db)
    db.execute("UPDATE events SET after_event_id = NULL, actor_individual_id = NULL")
    for event, (first, last) in ((answer, answered), (ruling, ruled)):
        days = {"occurred_earliest": f"2031-{first}", "occurred_latest": f"2031-{last}"}
        change(db, "events", f"event_id = '{event}'", **days)
    refused = {"kind": "response", "result": "declined", "actor_agency_id": body_of(db, act)}
    change(db, "events", f"event_id = '{answer}'", **refused)
    statuses = {"response_status": "refused", "enforcement_status": "ordered"}
    change(db, "acts", f"act_id = '{act}'", **statuses, outcome=None, outcome_event_id=None)
    assert told in shown_by_act(db, "in_short")[act]


def test_an_answer_that_followed_a_ruling_by_the_words_of_a_source_stands_after_it(db: Con) -> None:
    pairs = db.execute(
        "SELECT act_id FROM acts a JOIN events v ON v.event_id = a.response_event_id "
        "WHERE in_scope AND v.after_event_id = a.enforcement_event_id"
    ).fetchall()
    short = shown_by_act(db, "in_short")
    assert pairs
    for (act,) in pairs:
        last = shown_by_act(db, "answer")[act].partition("; earlier")[0]
        answerer = re.search(r"who answered: ([^;)]*)", last)
        who = answerer[1] if answerer else "the recipient"
        assert re.search(rf"a court [^;(]*(\([^)]*\))?; after that, (the )?{who} ", short[act]), act


def test_acts_that_one_source_counts_together_say_that_it_is_one(db: Con) -> None:
    together = "that {} together"
    group = "table_name = 'act_groups' AND column_name = 'n_subpoenas'"
    db.execute("UPDATE sources SET is_witness = true")
    db.execute(f"UPDATE evidence SET source_id = 's001' WHERE {group}")
    grouped = [row["in_short"] for row in rows(db) if " together" in row["in_short"]]
    assert grouped
    assert all(together.format("one source counts") in said for said in grouped)
    db.execute("UPDATE sources SET is_witness = false")
    grouped = [row["in_short"] for row in rows(db) if " subpoenas that " in row["in_short"]]
    assert all(together.format("one retelling counts") in said for said in grouped)


def another_body(con: Con, name: str) -> None:
    """A body that received no papers is added, `another-body`."""
    con.execute(
        "INSERT INTO agencies SELECT * REPLACE ('another-body' AS agency_id, ? AS name, "
        "NULL AS jurisdiction_id, NULL AS parent_id) FROM agencies WHERE kind = 'local' LIMIT 1",
        [name],
    )


def test_an_answer_that_another_body_gave_says_who_answered(db: Con) -> None:
    """A mayor's office may answer for a sheriff; nobody is to think that the sheriff said so."""
    another_body(db, "Mayor of Quarry")
    db.execute("UPDATE events SET actor_agency_id = 'another-body' WHERE kind = 'response'")
    acts = acts_of(db, "kind = 'response'")
    found = {row["act"]: row for row in rows(db) if row["act"] in acts}
    assert found
    assert all("who answered: Mayor of Quarry" in row["answer"] for row in found.values())
    assert all("Mayor of Quarry " in row["in_short"] for row in found.values())
    assert not any(re.search("the recipient (agreed|refused)", found[a]["in_short"]) for a in found)
    for row in found.values():
        for earlier in re.split("; earlier: |; before that: ", row["answer"])[1:]:
            assert "who answered: Mayor of Quarry" in earlier


def answering_person(con: Con, kind: str, naming: str) -> list[str]:
    """The acts whose last answer, of this kind, is now given by one official for no body."""
    (person,) = column(con, "SELECT min(individual_id) FROM individuals_referenced")
    official = {"name": "Ana Gray", "title": "Mayor", "described_as": "a mayor"}
    change(
        con,
        "individuals_referenced",
        f"individual_id = '{person}'",
        **{**official, "affiliation_agency_id": None, "naming_decision": naming},
    )
    change(con, "events", f"kind = '{kind}'", actor_agency_id=None, actor_individual_id=person)
    return acts_of(con, f"kind = '{kind}' AND response_status IS NOT NULL")


@pytest.mark.parametrize("kind", ["response", "production"])
def test_a_person_who_answered_for_no_body_is_named_with_the_office(kind: str, db: Con) -> None:
    acts = answering_person(db, kind, "public_role")
    found = shown_by_act(db, "answer")
    assert acts
    assert all("who answered: Mayor Ana Gray" in found[act] for act in acts)


def test_a_person_in_no_public_role_is_not_named_in_the_overview(db: Con) -> None:
    acts = answering_person(db, "response", "named_by_official")
    found = shown_by_act(db, "answer")
    assert acts
    assert all("who answered: a mayor" in found[act] for act in acts)
    assert not any("Ana Gray" in str(value) for row in rows(db) for value in row.values())


@pytest.mark.parametrize("is_related", [False, True])
def test_what_nobody_knows_to_be_a_retelling_is_not_called_one(is_related: bool, db: Con) -> None:
    """A page of unknown standing may be a report; if it is on record whose account it has, it
    retells."""
    several_say_so(db)
    db.execute("DELETE FROM source_relations")
    db.execute("UPDATE sources SET is_witness = false, standing = 'unknown'")
    db.execute("UPDATE acts SET is_witnessed = false")
    if is_related:
        db.execute(
            "INSERT INTO source_relations SELECT source_id, source_id, 's000', 'credits', NULL, "
            "'x' FROM sources"
        )
    known = rows(db, "FROM how_known")
    for row in rows(db):
        for name in ("answer", "court", "outcome", "in_short", "sources"):
            said = row[name] or ""
            assert is_related or not re.search("retell|copies", said), said
            assert not is_related or "unknown standing" not in said, said
        assert row["sources"].startswith("retelling" if is_related else "of unknown standing")
    mark = "copies or retellings alone" if is_related else "pages of unknown standing alone"
    assert {row["rests_on"] for row in known} == {mark}


# --- doubt is told where the value stands -----------------------------------------------------


STATUSES = {"answer": "response", "court": "enforcement", "outcome": "outcome"}


def cells_of(con: Con, shown: str) -> list[tuple[str, str, str, str]]:
    """The act, table, row and column of what a column of the overview rests on."""
    if shown in STATUSES:
        event = f"{STATUSES[shown]}_event_id"
        query = (
            f"SELECT act_id, 'events', {event}, CASE WHEN result IS NULL THEN 'kind' "
            f"ELSE 'result' END FROM acts JOIN events ON event_id = {event} WHERE in_scope"
        )
    else:
        query = (
            "SELECT act_id, 'acts', act_id, CASE WHEN served_edtf IS NULL THEN 'issued' "
            "ELSE 'served' END FROM acts WHERE in_scope AND coalesce(served_edtf, issued_edtf) "
            "IS NOT NULL"
        )
    return con.execute(query).fetchall()


MARKED = ("day", "answer", "court", "outcome")
ON = {
    "order": "what the court did",
    "petition": "what the court was asked",
    "response": "the answer",
    "production": "what was produced",
    "no_production": "what was produced",
}

"""On what sources disagree, if it is not the day, by the kind of event; else on what happened."""


def test_a_value_that_sources_disagree_on_says_so(db: Con) -> None:
    several_say_so(db)
    assert not any("sources disagree" in (row[name] or "") for row in rows(db) for name in MARKED)

    disputed(db, (cell for name in MARKED for _, *cell in cells_of(db, name)))
    found = {row["act"]: row for row in rows(db)}
    kinds = dict(db.execute("SELECT event_id, kind FROM events").fetchall())
    for name in MARKED:
        for act, _, row, _ in cells_of(db, name):
            on = "the day" if name == "day" else ON.get(kinds[row], "what happened")
            assert f"sources disagree on {on}" in found[act][name], name


def test_a_disputed_day_that_one_source_gives_says_so_in_words(db: Con) -> None:
    several_say_so(db)
    db.execute("UPDATE sources SET family_id = 'one'")
    db.execute("UPDATE evidence SET derivation = 'date'")
    disputed(db, (cell for _, *cell in cells_of(db, "day")))
    found = shown_by_act(db, "day")
    mark = "(sources disagree on the day; this one rests on one account)"
    assert all(found[act].endswith(mark) for act, *_ in cells_of(db, "day"))


def test_a_disputed_day_of_issue_is_marked_beside_the_day_of_service(db: Con) -> None:
    several_say_so(db)
    db.execute("UPDATE sources SET family_id = 'one'")
    served = column(db, "SELECT act_id FROM acts WHERE in_scope AND served_edtf IS NOT NULL")
    disputed(db, (("acts", act, "issued") for act in served))
    assert served
    for row in rows(db):
        is_served = row["act"] in served
        assert ("(sources disagree on the day of issue)" in (row["day"] or "")) == is_served
        assert "the day of issue" not in row["in_short"]
    marks = dict(db.execute(joined("SELECT act_id, marks FROM marks", ["overview"])).fetchall())
    assert all("sources disagree on the day of issue" in marks[act] for act in served)


def test_a_day_that_is_disputed_of_the_sending_is_disputed_of_the_act(db: Con) -> None:
    """One day has one mark, be it written with the act or with the event."""
    several_say_so(db)
    act, event, kind = db.execute(
        "SELECT a.act_id, event_id, kind FROM acts a JOIN event_acts USING (act_id) "
        "JOIN events v USING (event_id) WHERE in_scope AND part_of IS NULL AND CASE kind "
        "WHEN 'served' THEN served_edtf WHEN 'issued' THEN issued_edtf END = occurred_edtf "
        "ORDER BY ALL LIMIT 1"
    ).fetchall()[0]
    disputed(db, [("events", event, "occurred")])
    found = db.execute(asked("prose/marks")["sending_disputes"]).fetchall()
    assert (act, kind, event) in found
    assert {act for act, *_ in found} == {
        row["act"] for row in rows(db) if "sources disagree on the day" in (row["day"] or "")
    }


def test_who_was_reviewing_is_told_as_last_heard_of(db: Con) -> None:
    """That somebody was reviewing years ago is no state of things today."""
    db.execute(
        "UPDATE acts SET response_status = 'under_review', response_as_of = '2020-01-18', "
        "response_is_witnessed = true"
    )
    several_say_so(db)
    for said in shown_by_act(db, "answer").values():
        assert said.startswith("was reviewing it, or planned to, as of January 18, 2020")
        assert said.endswith("; no later yes or no was found")


@pytest.mark.parametrize(
    ("change", "mark"),
    [
        ("standing = 'reference'", "only a tracker says so"),
        ("is_witness = false", "only copies or retellings say so"),
    ],
)
def test_a_value_that_rests_on_little_says_so(change: str, mark: str, db: Con) -> None:
    several_say_so(db)
    assert not any(" say" in (row[name] or "") for row in rows(db) for name in MARKED)

    db.execute(f"UPDATE sources SET {change}")
    found = {row["act"]: row for row in rows(db)}
    for name in MARKED:
        assert all(mark in (found[act][name] or "") for act, *_ in cells_of(db, name)), name


def test_a_ruling_that_many_report_rests_on_one_source_only_in_part(db: Con) -> None:
    """That one account alone tells how far a ruling goes leaves the ruling itself well known."""
    several_say_so(db)
    event = "(SELECT enforcement_event_id FROM acts WHERE enforcement_status = 'enjoined_in_part')"
    one = f"UPDATE sources SET family_id = 'one' WHERE source_id IN (SELECT {{}} {event})"
    told = "witness_source_id FROM evidence WHERE table_name = 'events' AND row_id IN"
    db.execute(one.format(f"{told}".replace("row_id IN", "column_name = 'result' AND row_id IN")))
    in_part = column(
        db, "SELECT act_id FROM acts WHERE in_scope AND enforcement_status = 'enjoined_in_part'"
    )
    for act in in_part:
        assert "how far the ruling goes" in alone(db)[act]
        assert "court matter" not in alone(db)[act]


def test_a_day_that_a_page_has_from_somebody_is_no_surer_than_one_of_a_partys_paper(
    db: Con,
) -> None:
    """A plaintiff's word in a newspaper is marked as an agency's own release is."""
    act = "washington-county-or-1"
    day = f"table_name = 'acts' AND row_id = '{act}' AND column_name = 'served'"
    account = "by somebody’s account)"
    assert account not in shown_by_act(db, "day")[act]
    db.execute(f"UPDATE evidence SET prefix = 'The lawsuit asserts that on ' WHERE {day}")
    assert account in shown_by_act(db, "day")[act]


def alone(con: Con) -> dict[str, str]:
    """What of each act rests on one account, as the sheet `codes` has it."""
    return dict(con.execute(joined("SELECT * FROM alone", ["overview"])).fetchall())


def test_what_only_retellings_give_is_marked_where_it_is_told(db: Con) -> None:
    """What is both answer and outcome is told once, as the answer."""
    ended = dict(
        db.execute(
            "SELECT act_id, outcome_event_id = response_event_id FROM acts WHERE in_scope "
            "AND outcome IS NOT NULL"
        ).fetchall()
    )
    assert {*ended.values()} == {True, False}
    several_say_so(db)
    db.execute("UPDATE sources SET is_witness = false")
    for row in rows(db):
        told = row["in_short"].count("only copies or retellings say so)")
        apart = row["outcome"] is not None and not ended.get(row["act"])
        assert told >= (row["answer"] is not None) + apart


def test_an_answer_on_a_condition_or_for_a_time_says_so(db: Con) -> None:
    several_say_so(db)
    answered = [
        (act, event)
        for act, _, event, _ in cells_of(db, "answer")
        if db.execute("SELECT kind FROM events WHERE event_id = ?", [event]).fetchall()
        == [("response",)]
    ]
    before = shown_by_act(db, "answer")
    said = {
        " unless a judge says so": "unless a court decides otherwise",
        " at this point": "for the time being",
    }
    events = sorted({event for _, event in answered})
    suffixes = dict(zip(events, itertools.cycle(said), strict=False))
    assert {*suffixes.values()} == said.keys()
    for event, suffix in suffixes.items():
        db.execute(
            "UPDATE evidence SET suffix = ? WHERE table_name = 'events' AND row_id = ?",
            [suffix, event],
        )
    after, short = shown_by_act(db, "answer"), shown_by_act(db, "in_short")
    for act, event in answered:
        for suffix, mark in said.items():
            assert (mark in after[act]) == (suffix == suffixes[event] or mark in before[act])
            assert (mark in short[act]) == (mark in after[act])
    assert not any(all(mark in before[act] for act, _ in answered) for mark in said.values())


SUED = {
    "recipient_suit": "; the recipient sued over it",
    "staff_suit": "; staff of the recipient sued over it",
    "third_party_suit": "; others sued over it",
}


@pytest.mark.parametrize("kind", SUED)
def test_a_lawsuit_beside_the_step_in_court_is_told_in_the_sentence(kind: str, db: Con) -> None:
    """Who went to court before answering has done more than the last status tells."""
    several_say_so(db)
    db.execute("UPDATE proceedings SET kind = ?", [kind])
    sued = column(
        db,
        "SELECT act_id FROM acts JOIN event_acts USING (act_id) JOIN events v USING (event_id) "
        "WHERE in_scope AND v.kind = 'suit' AND part_of IS NULL "
        "AND enforcement_status IS NOT NULL",
    )
    found = shown_by_act(db, "in_short")
    assert sued
    assert {act for act in found if SUED[kind] in found[act]} == set(sued)


def test_what_followed_a_ruling_stands_beside_it(db: Con) -> None:
    followed = db.execute(
        "SELECT act_id, summary FROM events JOIN event_acts USING (event_id) JOIN acts USING "
        "(act_id) WHERE in_scope AND kind = 'no_appeal' AND after_event_id = enforcement_event_id"
    ).fetchall()
    shown = shown_by_act(db, "court")
    assert followed
    for act, summary in followed:
        assert summary.rstrip(".")[1:] in shown[act].partition("; after the ruling: ")[2]


def test_what_rests_on_one_account_is_listed_beside_the_codes(db: Con) -> None:
    several_say_so(db)
    assert alone(db) == {}

    db.execute("UPDATE sources SET family_id = 'one'")
    found = alone(db)
    for row in rows(db):
        named = found[row["act"]].partition(" rest")[0]
        told = {"day": "day", "answer": "answer", "court": "court matter"}
        told |= {"subpoenas": "number(s$| of subp|s, |s and)", "persons": "number(s| of people)"}
        for name, words in told.items():
            assert (row[name] is not None) == bool(re.search(words, named)), named
        assert "one account" not in row["in_short"]


def dated_act(con: Con, column_name: str) -> str:
    """An act in scope with words for its day of this kind."""
    (act,) = column(
        con,
        "SELECT min(row_id) FROM evidence JOIN acts ON row_id = act_id WHERE in_scope "
        "AND served_edtf IS NULL AND table_name = 'acts' AND stance = 'supports' "
        f"AND column_name = '{column_name}'",
    )
    assert act
    return str(act)


def believed(con: Con) -> str:
    """An act whose day somebody only believed; every answer is told as a belief, after
    `several_say_so`."""
    act = dated_act(con, "issued")
    con.execute(
        "UPDATE evidence SET prefix = 'I believe we received one ' "
        "WHERE table_name = 'acts' AND row_id = ? AND column_name = 'issued'",
        [act],
    )
    con.execute(
        "UPDATE evidence SET suffix = ' said. “I believe it was.”' "
        "WHERE table_name = 'events' AND column_name IN ('kind', 'result')"
    )
    return act


def test_a_day_or_an_answer_that_somebody_only_believed_is_marked(db: Con) -> None:
    several_say_so(db)
    act = believed(db)
    found = {row["act"]: row for row in rows(db)}
    mark = "the person who reported it said “I believe”"
    assert mark in found[act]["day"]
    assert "somebody’s belief gives the day" in found[act]["in_short"]
    answered = column(db, "SELECT act_id FROM acts WHERE in_scope AND response_status IS NOT NULL")
    assert answered
    assert all(mark in found[each]["answer"] for each in answered)


def test_a_subpoena_for_forms_on_employees_stands_out_in_the_sentence(db: Con) -> None:
    kinds = dict(db.execute("SELECT act_id, instrument FROM acts WHERE in_scope").fetchall())
    for row in rows(db):
        is_i9 = kinds[row["act"]] == "i9_subpoena"
        assert bool(re.search(" subpoenas? for I-9 forms ", row["in_short"])) == is_i9


def test_a_belief_that_something_happened_is_no_mark_of_what_another_says_came_of_it(
    db: Con,
) -> None:
    several_say_so(db)
    believed(db)
    db.execute("UPDATE evidence SET suffix = '' WHERE column_name = 'result'")
    found = shown_by_act(db, "answer")
    acts = acts_of(db, "result IS NOT NULL")
    assert acts
    assert not any("I believe" in found[act].partition("; earlier")[0] for act in acts)


@pytest.mark.parametrize("kind", ["production", "no_production"])
def test_what_a_source_only_tells_that_somebody_said_is_marked(kind: str, db: Con) -> None:
    several_say_so(db)
    acts = acts_of(db, f"kind = '{kind}'", "outcome")
    found = shown_by_act(db, "outcome")
    assert acts
    assert not any("account" in found[act] for act in acts)

    db.execute("UPDATE evidence SET prefix = 'Officials said that ' WHERE table_name = 'events'")
    found = shown_by_act(db, "outcome")
    assert all("account" in found[act] for act in acts)
    db.execute("UPDATE events SET actor_agency_id = NULL, actor_individual_id = NULL")
    found = shown_by_act(db, "outcome")
    assert all("by somebody’s account" in found[act] for act in acts)


@pytest.mark.parametrize("kind", ["production", "no_production"])
def test_whose_account_it_is_does_not_depend_on_the_cell_that_the_words_give(
    kind: str, db: duckdb.DuckDBPyConnection
) -> None:
    """Words that give only the day of a deed say as well who told of it."""
    several_say_so(db)
    acts = column(
        db,
        "SELECT act_id FROM acts JOIN events ON outcome_event_id = event_id "
        f"WHERE in_scope AND kind = '{kind}'",
    )
    assert acts
    db.execute("UPDATE evidence SET arguments = NULL WHERE table_name = 'events'")
    db.execute(
        "INSERT INTO evidence BY NAME SELECT * REPLACE (evidence_id || '-day' AS evidence_id, "
        "'occurred' AS column_name, 'date' AS derivation, NULL AS arguments, "
        "concat('Officials said ', exact) AS exact) FROM evidence WHERE table_name = 'events' "
        "AND column_name IN ('kind', 'result')"
    )
    found = shown_by_act(db, "outcome")
    assert [act for act in acts if "account" not in found[act]] == []


SIDES = {
    "agency": ("ice", "doj"),
    "recipient": ("denver-city", "denver-sheriff-department"),
    "other": ("oregon-state-police", "oregon-department-of-justice"),
}


def told_by(con: Con, *tellers: str | None) -> Rows:
    """What the overview tells of Denver's answers if every source is a paper of one of two bodies.

    What the papers call their publisher says nothing.
    """
    several_say_so(con)
    con.execute("UPDATE acts SET issuing_agency_id = 'ice', recipient_agency_id = 'denver-city'")
    con.execute("UPDATE events SET actor_agency_id = 'denver-city', actor_individual_id = NULL")
    con.execute(
        "UPDATE sources SET standing = 'party_document', publisher = source_id, "
        "publisher_agency_id = CASE WHEN source_id = 's000' THEN ? ELSE ? END",
        tellers,
    )
    return rows(
        con,
        "SELECT act, day, answer, response_status AS code FROM overview JOIN acts ON act = act_id",
    )


@pytest.mark.parametrize("side", SIDES)
def test_what_only_one_side_tells_in_its_own_papers_is_marked_alike(side: str, db: Con) -> None:
    """Of days and of what was given; what a side does by saying it needs no mark."""
    found = told_by(db, *SIDES[side])
    given = [row for row in found if row["code"] in ("complied", "partial")]
    refused = [row for row in found if row["code"] == "refused"]
    assert given
    assert refused
    assert all("’s account" in row["day"] for row in found if row["day"])
    assert all("account" in row["answer"] for row in given)
    assert all(("account" in row["answer"]) == (side != "recipient") for row in refused)
    known = rows(db, "FROM how_known WHERE column_name = 'answer' AND account IS NOT NULL")
    assert {row["account_side"] for row in known} == {side}


def test_what_two_sides_tell_is_no_account_of_one(db: Con) -> None:
    found = told_by(db, "ice", "denver-city")
    assert not any("account" in row["answer"] for row in found if row["answer"])


def test_a_teller_whom_nobody_knows_is_no_side(db: Con) -> None:
    told_by(db, None, None)
    known = rows(db, "FROM how_known WHERE account IS NOT NULL")
    assert known
    assert {row["account_side"] for row in known} == {None}
    assert not any("side" in (row["rests_on"] or "") for row in known)


def test_a_day_that_only_copies_bound_says_so(db: Con) -> None:
    mark = "only copies or retellings tell when"
    several_say_so(db)
    assert not any(mark in (row["court"] or "") for row in rows(db))
    db.execute(
        "UPDATE evidence SET witness_source_id = 's001', stance = 'broader' "
        "WHERE table_name = 'events' AND column_name = 'occurred'"
    )
    db.execute("UPDATE sources SET is_witness = false WHERE source_id = 's001'")
    ruled = "SELECT court FROM overview JOIN acts ON act = act_id WHERE enforcement_status "
    found = column(db, f"{ruled} = 'ordered'")
    assert found
    assert all(mark in each for each in found)


def test_a_review_that_may_be_later_than_the_answer_stands_beside_it(db: Con) -> None:
    """An answer without a day is not known to be the last."""
    pairs = db.execute(
        "SELECT a.act_id, r.event_id, a.response_event_id FROM acts a "
        "JOIN event_acts USING (act_id) JOIN events r ON r.event_id = event_acts.event_id "
        "WHERE in_scope AND part_of IS NULL AND response_status = 'refused' "
        "AND kind = 'response' AND result = 'reviewing'"
    ).fetchall()
    mark = "before or after that, "
    answers = "event_id IN (SELECT response_event_id FROM acts)"
    assert pairs
    for _, review, answer in pairs:
        happened(db, review, "2020-02-02", "response", "reviewing", known_by="2020-02-02")
        happened(db, answer, "2020-02-03", "response", "declined", known_by="2020-02-03")
    found = shown_by_act(db, "answer")
    assert not any(mark in found[act] for act, *_ in pairs)
    undated = dict.fromkeys(("occurred_edtf", "occurred_earliest", "occurred_latest", "known_by"))
    change(db, "events", answers, **undated)
    found = shown_by_act(db, "answer")
    assert all(mark in found[act] and "as of February 2, 2020" in found[act] for act, *_ in pairs)
    change(db, "events", answers, occurred_edtf="2020-02-03/..", occurred_earliest="2020-02-03")
    found = shown_by_act(db, "answer")
    assert not any(mark in found[act] for act, *_ in pairs), "an answer without a last day"


Answered = list[tuple[str, str, str]]

"""Acts, each with its last answer and another event of it."""


def answered_acts(db: Con) -> Answered:
    """Two acts in scope that share no event."""
    found = db.execute(
        "SELECT a.act_id, a.response_event_id, min(ea.event_id) FROM acts a "
        "JOIN event_acts ea USING (act_id) JOIN events e ON ea.event_id = e.event_id "
        "WHERE in_scope AND part_of IS NULL AND ea.event_id <> response_event_id "
        "AND NOT EXISTS (FROM event_acts o WHERE o.event_id IN (ea.event_id, response_event_id) "
        "AND o.act_id <> a.act_id) GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    first = {act: (act, last, before) for act, last, before in reversed(found)}
    one, two, *_ = sorted(first.values())
    return [one, two]


PARTS = {1: True, 4: False}

"""On how many of four subpoenas something happened, and whether that is a part."""


def on_parts(db: Con, acts: Answered) -> dict[str, bool]:
    """The last event of the first act is on a part of its four subpoenas, that of the second on
    all: whether each is on a part."""
    for n, (act, last, _) in zip(PARTS, acts, strict=True):
        change(db, "event_acts", f"act_id = '{act}' AND event_id = '{last}'", n_subpoenas=n)
    return {act: is_part for (act, *_), is_part in zip(acts, PARTS.values(), strict=True)}


def test_a_promise_on_all_is_told_with_compliance_on_some(db: Con) -> None:
    acts = answered_acts(db)
    db.execute("UPDATE events SET kind = 'report', result = NULL")
    complied = {"n_subpoenas": 4, "response_status": "complied", "response_as_of": "2020-03-03"}
    for act, last, before in acts:
        happened(db, before, "2020-02-02", "response", "agreed")
        happened(db, last, "2020-03-03", "production", "whole")
        change(db, "acts", f"act_id = '{act}'", **complied)
    several_say_so(db)
    is_part = on_parts(db, acts)
    found = {row["act"]: row for row in rows(db)}
    for act, told in is_part.items():
        row = found[act]
        assert ("earlier: agreed on February 2, 2020" in row["answer"]) == told
        assert ("complied (on one of the four subpoenas" in row["in_short"]) == told


def test_productions_on_parts_are_all_told_and_not_added_up(db: Con) -> None:
    """One on three of four subpoenas and one on one of them may be on the same papers."""
    acts = answered_acts(db)
    several_say_so(db)
    db.execute("UPDATE events SET kind = 'report', result = NULL")
    for act, last, before in acts:
        happened(db, before, "2020-02-02", "production", "whole")
        happened(db, last, "2020-03-03", "production", "whole")
        complied = {"response_status": "complied", "response_as_of": "2020-03-03"}
        ended = {"outcome": "produced", "outcome_as_of": "2020-03-03", "outcome_event_id": last}
        change(db, "acts", f"act_id = '{act}'", n_subpoenas=4, **complied, **ended)
        change(db, "event_acts", f"act_id = '{act}' AND event_id = '{before}'", n_subpoenas=3)
    is_part = on_parts(db, acts)
    found = {row["act"]: row for row in rows(db)}
    for act, told in is_part.items():
        row = found[act]
        other = "the recipient also gave information on February 2, 2020 (on three of the four"
        assert (other in row["answer"]) == (other in row["outcome"]) == told
        assert ("also gave information (on three of the four" in row["in_short"]) == told


def test_the_sentence_is_short_and_names_only_places_that_the_workbook_has(
    db: Con, published: Path
) -> None:
    sheets = openpyxl.load_workbook(published / "overview.xlsx", read_only=True).sheetnames
    for row in rows(db):
        assert len(row["in_short"]) <= 600, row["act"]
        assert "note on the act" not in row["in_short"]
        assert set(re.findall("the sheet `([^`]*)`", row["in_short"])) <= set(sheets)


def test_the_sentence_does_not_repeat_what_the_cells_say(db: Con) -> None:
    for row in rows(db):
        for name in ("answer", "court", "outcome"):
            said = row[name] or ""
            assert len(said) < 60 or said not in row["in_short"]


def test_an_act_and_a_number_that_only_a_retelling_gives_say_so(db: Con) -> None:
    several_say_so(db)
    db.execute("UPDATE sources SET is_witness = false")
    db.execute("UPDATE acts SET is_witnessed = false")
    number = r"the numbers?( of subpoenas)?\b[^;]* rests? on (one copy|copies)"
    one_page = "; only one page|; one page that retells others says so;"
    for row in rows(db):
        assert re.search(f"{one_page}|; only {TELLERS} say so;", row["in_short"])
        if row["subpoenas"] and "only one page" not in row["in_short"]:
            assert re.search(number, row["in_short"])


INFERRED = {
    "result": "the answer is a reader’s inference",
    "occurred": "the day is a reader’s inference",
}


def test_what_a_reader_inferred_of_an_answer_is_marked(db: Con) -> None:
    several_say_so(db)
    given = "EXISTS (FROM evidence WHERE table_name = 'events' AND row_id = e.event_id "
    given += "AND stance = 'supports' AND column_name = "
    acts = {cell: acts_of(db, f"result IS NOT NULL AND {given} '{cell}')") for cell in INFERRED}
    before = shown_by_act(db, "answer")
    by = "UPDATE evidence SET derivation = 'inference' WHERE table_name = 'events' AND "
    db.execute(f"{by} column_name IN ({sql.literals(INFERRED)})")
    after = shown_by_act(db, "answer")
    assert all(acts.values())
    for cell, note in INFERRED.items():
        for found, is_marked in ((before, False), (after, True)):
            for act in acts[cell]:
                last = found[act].partition("; earlier")[0]
                last = last.replace("answer and this number are", "answer is")
                notes = re.split(r"[;(),]\s?", last)
                assert (note in notes) == is_marked, found[act]


def test_what_witnesses_give_by_inference_alone_is_not_told_as_their_word(db: Con) -> None:
    """Copies that have it in words do not hide the inference, nor the inference the copies."""
    several_say_so(db)
    db.execute("UPDATE sources SET is_witness = source_id IN ('s000', 's001')")
    db.execute("UPDATE evidence SET witness_source_id = 's002' WHERE evidence_id NOT LIKE '%-2'")
    half = "only copies or retellings say so in words"
    assert not any(half in (row["answer"] or "") for row in rows(db))
    cells = "column_name IN ('result', 'issuing_agency_id')"
    by = f"UPDATE evidence SET derivation = 'inference' WHERE evidence_id LIKE '%-2' AND {cells}"
    db.execute(by)
    acts = acts_of(
        db,
        "EXISTS (FROM evidence WHERE table_name = 'events' AND row_id = e.event_id "
        "AND column_name = 'result' AND stance = 'supports')",
    )
    found = {row["act"]: row for row in rows(db)}
    assert acts
    for act in acts:
        assert "a reader’s inference" in found[act]["answer"].partition("; earlier")[0]
        assert all(half in found[act][name] for name in ("answer", "in_short"))
    assert all("only copies or retellings say in words" in r["in_short"] for r in found.values())
    known = rows(db, "FROM how_known WHERE column_name = 'answer' AND NOT is_earlier")
    rests = {row["act_id"]: row["rests_on"] for row in known}
    assert all("a reader’s inference and copies or retellings" in rests[act] for act in acts)


def test_who_sent_it_is_marked_where_witnesses_name_only_the_body_that_it_is_a_part_of(
    db: Con,
) -> None:
    several_say_so(db)
    mark = "who exactly sent it"
    cell = "table_name = 'acts' AND column_name = 'issuing_agency_id'"
    db.execute(f"UPDATE evidence SET stance = 'broader' WHERE {cell} AND evidence_id LIKE '%-2'")
    assert not any(mark in row["in_short"] for row in rows(db))
    db.execute("UPDATE sources SET is_witness = source_id IN ('s000', 's001')")
    db.execute("UPDATE evidence SET witness_source_id = 's002' WHERE evidence_id NOT LIKE '%-2'")
    found = {row["act"]: row["in_short"] for row in rows(db)}
    assert found
    assert all(mark in said for said in found.values())


def test_an_act_that_is_counted_only_by_what_a_reader_inferred_says_so(db: Con) -> None:
    several_say_so(db)
    cells = "table_name = 'acts' AND column_name = 'issuing_agency_id' AND stance"
    db.execute(f"UPDATE evidence SET derivation = 'inference' WHERE {cells} = 'supports'")
    broader = column(db, f"SELECT DISTINCT row_id FROM evidence WHERE {cells} = 'broader'")
    said = {row["act"]: row["in_short"] for row in rows(db)}
    assert {act for act in said if "a reader inferred who sent it" in said[act]} == set(said)
    others = {act for act in said if ", without which this act would not" in said[act]}
    assert others == set(said) - set(broader)


def test_a_day_on_which_papers_came_does_not_pass_for_that_of_their_sending(db: Con) -> None:
    several_say_so(db)
    unclear = "whether it was sent or received then is not clear"
    assert not any(unclear in (row["day"] or "") for row in rows(db))
    db.execute(
        "INSERT INTO absences BY NAME SELECT act_id AS absence_id, 'acts' AS table_name, act_id AS "
        "row_id, 'served' AS column_name, 'ambiguous' AS reason, false AS is_copied "
        "FROM acts WHERE served_edtf IS NULL AND issued_edtf IS NOT NULL"
    )
    came = column(
        db,
        "SELECT act_id FROM absences JOIN acts ON row_id = act_id AND absence_id = act_id "
        "WHERE in_scope",
    )
    assert {row["act"] for row in rows(db) if unclear in (row["day"] or "")} == set(came)
    for row in rows(db):
        is_either = row["act"] in came and not row["day"].startswith("by ")
        assert (row["day_is"] == "issued_or_served") == is_either
        assert (" sent or delivered " in row["in_short"]) == (row["act"] in came)


def test_a_day_or_a_number_that_a_reader_inferred_is_marked(db: Con) -> None:
    several_say_so(db)
    assert not any("inferr" in row["in_short"] for row in rows(db))
    in_doubt_too(db)
    given = column(
        db,
        "SELECT row_id FROM evidence JOIN acts ON row_id = act_id WHERE table_name = 'acts' AND "
        "stance = 'supports' AND column_name = if(served_edtf IS NULL, 'issued', 'served')",
    )
    for row in rows(db):
        if row["day"] and row["act"] in given:
            assert row["day"].endswith("(a reader’s inference)")
            assert "a reader inferred the day" in row["in_short"]
        if row["subpoenas"]:
            assert re.search("a reader inferred [a-z ]*the number of subpoenas", row["in_short"])


def test_a_ruling_that_a_source_calls_preliminary_is_told_as_such(db: Con) -> None:
    several_say_so(db)
    acts = acts_of(db, "kind = 'order'", "enforcement")
    before = shown_by_act(db, "court")
    in_doubt(db)
    after = shown_by_act(db, "court")
    assert acts
    assert not any("a preliminary ruling" in before[act] for act in acts)
    assert all("a preliminary ruling" in after[act] for act in acts)


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("day", "the day is estimated from the date of a different report"),
        ("in_short", "sources disagree on the recipient;"),
    ],
)
def test_a_doubt_on_every_act_is_told_with_each(name: str, mark: str, db: Con) -> None:
    several_say_so(db)
    assert not any(mark in (row[name] or "") for row in rows(db))
    in_doubt(db)
    assert all(mark in row[name] for row in rows(db) if row[name])


def test_a_ruling_on_somebody_else_says_whom_it_forbade_what(db: Con) -> None:
    """A reader must not take it that the recipient may not answer."""
    another_body(db, "Mayor of Quarry")
    ruled = {"summary": "The judge forbade the mayor to write.", "binds_agency_id": "another-body"}
    change(db, "events", "kind = 'order'", **ruled)
    acts = acts_of(db, "kind = 'order'", "enforcement")
    in_part = "enjoined_in_part"
    change(db, "acts", "enforcement_status IS NOT NULL", enforcement_status=in_part)
    found = shown_by_act(db, "court")
    assert acts
    assert all("directed at the Mayor of Quarry and not at the recipient" in found[a] for a in acts)
    assert all(found[act].endswith(". The judge forbade the mayor to write.") for act in acts)


def test_a_later_answer_that_is_neither_yes_nor_no_stands_beside_a_review(db: Con) -> None:
    answered = db.execute(
        "SELECT act_id, event_id FROM acts JOIN events ON response_event_id = event_id "
        "WHERE in_scope AND response_status = 'refused' AND part_of IS NULL "
        "AND coalesce(occurred_latest, known_by) IS NOT NULL ORDER BY act_id LIMIT 3"
    ).fetchall()
    days = (("[..2031-03-03]", None), ("2031-03-03", "2031-03-03"))
    for act, _ in answered:
        db.execute("UPDATE acts SET response_status = 'under_review' WHERE act_id = ?", [act])
    for (act, event), (edtf, earliest) in zip(answered, days, strict=False):
        db.execute(
            "INSERT INTO events BY NAME SELECT * REPLACE (? AS event_id, NULL AS result, NULL AS "
            "after_event_id, ? AS occurred_edtf, ?::DATE AS occurred_earliest, DATE '2031-03-03' "
            "AS occurred_latest) FROM events WHERE event_id = ?",
            [f"{act}-later", edtf, earliest, event],
        )
        db.execute(
            "INSERT INTO event_acts BY NAME SELECT * REPLACE (? AS event_act_id, ? AS event_id) "
            "FROM event_acts WHERE event_id = ? AND act_id = ?",
            [f"{act}-later", f"{act}-later", event, act],
        )
    found = shown_by_act(db, "answer")
    bounded, dated, alone = (found[act] for act, _ in answered)

    assert "a later answer that is neither a yes nor a no was given on March 3, 2031" in dated
    assert "another answer by March 3, 2031, neither a yes nor a no, may be earlier or" in bounded
    assert "later answer" not in bounded + alone


def test_what_stood_so_by_some_day_is_not_said_to_happen_by_then(db: Con) -> None:
    """“No compliance by June 17” would say that June 17 was the last day for it."""
    acts = column(
        db,
        "SELECT act_id FROM acts WHERE in_scope AND outcome = 'not_produced' "
        "AND response_status <> 'unable' ORDER BY act_id LIMIT 2",
    )
    days = ("[..2031-03-03]", "[..2031]")
    for act, day in zip(acts, days, strict=True):
        db.execute("UPDATE acts SET outcome_as_of = ? WHERE act_id = ?", [day, act])
    found = shown_by_act(db, "outcome")
    told = ("as of March 3, 2031, or earlier", "as of the end of 2031 or earlier")
    for act, words in zip(acts, told, strict=True):
        assert f"the recipient had not complied {words}" in found[act]


def test_what_is_said_after_nothing_had_been_produced_stands_beside_it(db: Con) -> None:
    later = db.execute(
        "SELECT a.act_id, e.event_id FROM acts a JOIN events o ON a.outcome_event_id = o.event_id "
        "JOIN event_acts USING (act_id) JOIN events e ON event_acts.event_id = e.event_id WHERE "
        "in_scope AND outcome = 'not_produced' AND e.kind IN ('statement', 'report') AND "
        "e.part_of IS NULL AND e.occurred_earliest > o.occurred_latest"
    ).fetchall()
    db.execute("UPDATE events SET summary = 'They said so.' WHERE kind IN ('statement', 'report')")
    found = shown_by_act(db, "outcome")
    for act, said in found.items():
        is_later = act in {each for each, _ in later}
        assert (
            bool(re.search("; a later statement, made .*: They said so$", said or "")) == is_later
        )
    assert later


def test_what_no_witness_says_was_asked_for_stands_apart(db: Con) -> None:
    mark = "only copies or retellings name: "
    several_say_so(db)
    whole = shown_by_act(db, "asked_for")
    assert not any(mark in (said or "") for said in whole.values())

    in_doubt(db)
    for act, said in shown_by_act(db, "asked_for").items():
        is_asked = "addresses" in re.split("; ", whole[act] or "")
        assert (f"{mark}addresses" in (said or "")) == is_asked


def test_a_paper_that_may_be_of_no_kind_that_is_counted_says_so(db: Con) -> None:
    doubted = column(db, "SELECT act_id FROM acts WHERE in_scope AND scope_is_doubted")
    mark = "; this may be a paper that should not be counted ("
    assert doubted
    assert [row["act"] for row in rows(db) if mark in row["in_short"]] == sorted(doubted)


def test_an_act_that_may_be_another_one_says_so_beside_both(db: Con) -> None:
    """Of one of two acts, or of one of two papers of an act, it is told that they may be one."""
    one, other = same_acts(db)
    several_say_so(db)
    marks = ("may be the same act", "may be one of these or one more")
    assert not any(mark in row["in_short"] for row in rows(db) for mark in marks)
    in_doubt(db)
    found = shown_by_act(db, "in_short")
    assert f"; this may be the same act as {other};" in found[one]
    assert f"; this may be the same act as {one};" in found[other]
    assert any(marks[1] in said for said in found.values())


def test_who_could_not_produce_is_not_told_as_one_who_had_not_yet(db: Con) -> None:
    """No source says that nothing was given; it follows from the answer."""
    db.execute(
        "UPDATE acts SET response_status = 'unable', outcome = 'not_produced', "
        "outcome_event_id = response_event_id, outcome_as_of = response_as_of "
        "WHERE response_event_id IS NOT NULL"
    )
    acts = column(db, "SELECT act_id FROM acts WHERE in_scope AND response_event_id IS NOT NULL")
    found = shown_by_act(db, "outcome")
    assert all(found[act].startswith("the recipient said ") for act in acts)


def test_a_contrary_answer_before_the_last_one_is_marked_as_the_last_one_is(db: Con) -> None:
    several_say_so(db)
    turned = {
        act for act, said in shown_by_act(db, "answer").items() if "; earlier: " in (said or "")
    }
    in_doubt(db)
    found = shown_by_act(db, "answer")
    assert turned
    for act in turned:
        assert re.search(
            r"; earlier: [^)]*[(;] ?only copies or retellings say so\)",
            found[act],
        ), found[act]


def test_the_court_is_named_or_said_to_be_unknown(db: Con) -> None:
    several_say_so(db)
    courts = db.execute(
        "SELECT act_id, court_name FROM acts JOIN events ON enforcement_event_id = event_id "
        "JOIN proceedings USING (proceeding_id) WHERE in_scope"
    ).fetchall()
    found = shown_by_act(db, "court")
    for act, name in courts:
        assert name is None or f"the {name} " in found[act]
    in_doubt_too(db)
    found = shown_by_act(db, "court")
    assert all("an unnamed court" in found[act] for act, _ in courts)


def test_a_note_on_the_court_stands_right_behind_its_name(db: Con) -> None:
    several_say_so(db)
    in_doubt(db)
    named = [said for said in shown_by_act(db, "court").values() if said and " Court" in said]
    assert named
    for said in named:
        assert re.search(r"Court\b[^(]*(?<!\d) \(only copies or retellings name it\) ", said), said


def test_a_ruling_on_several_acts_says_so_beside_each(db: Con) -> None:
    several_say_so(db)
    acts = db.execute(
        "SELECT event_id, list(act_id) FROM event_acts JOIN acts USING (act_id) WHERE in_scope "
        "AND event_id IN (SELECT event_id FROM events WHERE kind = 'order' AND part_of IS NULL) "
        "AND event_id = enforcement_event_id GROUP BY ALL"
    ).fetchall()
    found = shown_by_act(db, "court")
    assert any(len(bound) > 1 for _, bound in acts)
    for _, bound in acts:
        assert all(("one ruling on" in found[act]) == (len(bound) > 1) for act in bound)


def test_the_first_word_of_an_answer_tells_its_kind(db: Con) -> None:
    """A pivot by the first word counts what was partly complied with apart from what was whole."""
    several_say_so(db)
    codes = in_doubt_too(db)
    answers = shown_by_act(db, "answer")
    words = {answers[act].split()[0]: code for act, code in codes.items()}
    assert {(answers[act].split()[0], code) for act, code in codes.items()} == {*words.items()}
    assert {*words.values()} == {*ResponseStatus}
    told = next(c.description for c in OVERVIEW.columns() if c.name == "answer")
    assert all(f"`{word}`" in told for word in words)


def test_an_order_on_a_part_of_the_subpoenas_says_on_how_many(db: Con) -> None:
    several_say_so(db)
    act, event = db.execute(
        "SELECT act_id, enforcement_event_id FROM acts WHERE enforcement_event_id IS NOT NULL "
        "AND in_scope AND n_subpoenas IS NOT NULL ORDER BY ALL"
    ).fetchall()[0]
    db.execute("UPDATE acts SET n_subpoenas = 4 WHERE act_id = ?", [act])
    for n, said in ((3, "on three of the four subpoenas"), (4, None)):
        db.execute("UPDATE event_acts SET n_subpoenas = ? WHERE event_id = ?", [n, event])
        court = shown_by_act(db, "court")[act]
        assert ("subpoenas" in court) == bool(said)
        assert said is None or f"({said}" in court


def test_a_step_on_an_unknown_number_of_subpoenas_says_so(db: Con) -> None:
    several_say_so(db)
    mark = "on how many of the subpoenas is not stated"
    assert not any(mark in row["in_short"] for row in rows(db))
    in_doubt(db)
    found = shown_by_act(db, "court")
    for act, *_ in cells_of(db, "court"):
        assert (mark in found[act]) != bool(re.search(r"for \w+ of the \d+ people", found[act]))


def test_who_copies_stands_last_among_the_sources_and_is_marked(db: Con) -> None:
    named = column(
        db,
        "SELECT concat_ws(': ', publisher, coalesce(original_url, url)) FROM sources "
        "WHERE is_witness AND url IS NOT NULL",
    )
    for row in rows(db):
        sources = row["sources"].split("; ")
        is_copy = [said not in named for said in sources]
        marked = [bool(re.match("copy|retelling|of unknown standing", said)) for said in sources]
        assert is_copy == sorted(is_copy) == marked
        assert all(re.match(r"\w.*: https?://\S+$", said) for said in sources)


# --- a reader who has this file alone ---------------------------------------------------------

QUESTIONS = {
    "how many acts in each state": (
        "SELECT state, count(*) FROM overview GROUP BY ALL",
        "SELECT state, n FROM (SELECT j.state, count(*) AS n FROM acts a JOIN jurisdictions j "
        "USING (jurisdiction_id) WHERE in_scope GROUP BY ALL)",
    ),
    "who refused": (
        "SELECT act FROM overview WHERE answer LIKE 'refused%'",
        "SELECT act_id FROM acts WHERE in_scope AND response_status = 'refused'",
    ),
    "who complied": (
        "SELECT act FROM overview WHERE answer LIKE 'complied%'",
        "SELECT act_id FROM acts WHERE in_scope AND response_status = 'complied'",
    ),
    "who complied in part": (
        "SELECT act FROM overview WHERE answer LIKE 'partly complied%'",
        "SELECT act_id FROM acts WHERE in_scope AND response_status = 'partial'",
    ),
    "where a court ordered compliance": (
        "SELECT act FROM overview WHERE court LIKE '%ordered compliance%'",
        "SELECT act_id FROM acts WHERE in_scope AND enforcement_status LIKE 'ordered%'",
    ),
    "where a court forbade it": (
        "SELECT act FROM overview WHERE court LIKE '%forbade%'",
        "SELECT act_id FROM acts WHERE in_scope AND enforcement_status LIKE 'enjoined%'",
    ),
    "who went to court": (
        "SELECT act FROM overview WHERE NOT starts_with(court, 'the government said')",
        "SELECT DISTINCT act_id FROM acts JOIN event_acts USING (act_id) JOIN events v "
        "USING (event_id) WHERE in_scope AND proceeding_id IS NOT NULL AND v.kind <> 'threat'",
    ),
    "which the government took to court, without a ruling": (
        "SELECT act FROM overview WHERE court LIKE 'the government asked %to order%'",
        "SELECT act_id FROM acts WHERE in_scope AND enforcement_status = 'petition_filed'",
    ),
    "when": (
        "SELECT act, day_earliest, day_latest FROM overview",
        "SELECT act_id, CASE WHEN served_edtf IS NULL THEN issued_earliest ELSE served_earliest "
        "END, CASE WHEN served_edtf IS NULL THEN issued_latest ELSE served_latest END "
        "FROM acts WHERE in_scope",
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_file_alone_answers(question: str, published: Path, opened: Con) -> None:
    by_file, by_tables = QUESTIONS[question]
    with closing(duckdb.connect()) as con:
        con.execute(f"CREATE VIEW overview AS FROM read_csv('{published / 'overview.csv'}')")
        found = con.execute(f"{by_file} ORDER BY ALL").fetchall()
    assert found == opened.execute(f"{by_tables} ORDER BY ALL").fetchall()


# --- a spreadsheet ----------------------------------------------------------------------------

AS_UTF8 = "CSV:44,34,76,1,,0,false,true"  # comma, quote, UTF-8, first line; detect numbers


@pytest.mark.parametrize(("name", "options"), [("csv", [f"--infilter={AS_UTF8}"]), ("xlsx", [])])
def test_libreoffice_opens_it_with_letters_whole_and_takes_no_text_for_a_day(
    name: str, options: list[str], published: Path, tmp_path: Path, db: Con
) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    file = published / f"overview.{name}"
    subprocess.run(
        [program, home, "--headless", *options, "--convert-to", "fods", "--outdir", tmp_path, file],
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = (tmp_path / "overview.fods").read_text("utf-8")
    expected = rows(db)
    days = re.findall(r'office:date-value="([^"]*)"', found)

    assert set(days) <= {str(row[c]) for row in expected for c in ("day_earliest", "day_latest")}
    for row in expected:
        for text in (row["act"], row["geo_id"], row["day"], row["recipient"]):
            assert text is None or f"<text:p>{text}</text:p>" in found
