"""An audit publishes what its readers found, and asks them without showing a value.

Its readers are played here: some know every value, some let wrong ones pass, some write nonsense.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
import tomli

import world
from bench.audit import cells, command, folders, forms, recall, values
from bench.audit.cells import Rows
from bench.audit.passages import ANOTHER
from bench.audit.verdicts import Asked, Judged, relation
from calling import call
from check import stages
from check.stages import Checked
from ice_subpoenas.formats.arrow import arrow_schema
from ice_subpoenas.problem import Place
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.tables import TABLE
from ice_subpoenas.views import VIEW
from printing import Refusal
from reviewed.toml import value as toml
from texts.held import Page

pytestmark = pytest.mark.slow

DAY = "2026-11-28"
SEED = 5
TOLD = {
    "asked", "definition", "answer_with", "codes", "list", "a_row_is", "this_row", "bounds",
    "passages",
}  # fmt: skip
OF_PASSAGE = {
    "source", "address", "published", "words", "place", "the_page_also_says", "days_count_from",
    "answer_stands_after",
}  # fmt: skip

Reply = dict[str, Any]
Reader = Callable[[Asked], Reply]
Small = tuple[Rows, list[Asked], Path]
"""The rows of the tiny world, what is asked of them, and the folder of the draw."""


# --- played readers -------------------------------------------------------------------------------


def knows(rows: Rows, asked: Asked) -> Reply:
    """The answer of a reader who finds the published value in the words."""
    table, row_id, _ = asked.cell.place
    return {"value": str(rows.tables[table][row_id][asked.cell.column.name])}


def write_answers(folder: Path, replies: Mapping[str, Reply]) -> None:
    """Fill in the file of answers of one reader."""
    path = folder / folders.ANSWERS
    head = path.read_text("utf-8").split("\n[[answers]]")[0]
    blocks = [{"form": form} | reply for form, reply in replies.items()]
    lines = ["[[answers]]\n" + "".join(f"{k} = {toml(v)}\n" for k, v in b.items()) for b in blocks]
    path.write_text("\n".join([head, *lines]), "utf-8")


def forms_of(folder: Path) -> list[dict[str, Any]]:
    """The forms that one reader got."""
    found: list[dict[str, Any]] = tomli.loads((folder / folders.FORMS).read_text("utf-8"))["forms"]
    return found


def answer(folder: Path, who: str, reply: Callable[[dict[str, Any]], Reply]) -> None:
    """Let every reader of a kind answer each form in one way."""
    for place in sorted(folder.glob(f"{who}-*")):
        write_answers(place, {form["form"]: reply(form) for form in forms_of(place)})


def answer_all(folder: Path, asked: list[Asked], reader: Reader) -> None:
    """Let every first reader of a draw answer in one way."""
    answer(folder, "reader", lambda form: reader(asked[int(form["form"]) - 1]))


def score(rows: Rows, folder: Path) -> list[Judged] | None:
    return values.scored(rows, folder, *folders.opened(folder))


# --- the real rows --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rows(checked: Checked) -> Rows:
    return Rows.of(checked)


@pytest.fixture(scope="module")
def asked(rows: Rows) -> list[Asked]:
    return values.drawn(rows, 120, values.EACH, SEED)


@pytest.fixture
def folder(rows: Rows, asked: list[Asked], tmp_path: Path) -> Path:
    values.put(rows, tmp_path / "audit", asked, SEED)
    return tmp_path / "audit"


def test_a_draw_follows_from_its_seed(rows: Rows, asked: list[Asked]) -> None:
    assert values.drawn(rows, 120, values.EACH, SEED) == asked
    assert values.drawn(rows, 120, values.EACH, SEED + 1) != asked


def test_every_table_and_tier_is_drawn_and_no_value_twice(rows: Rows, asked: list[Asked]) -> None:
    own = [each.cell for each in asked if not each.is_planted]

    assert {cell.stratum for cell in own} == cells.strata(cells.cells(rows)).keys()
    assert len({each.cell.place for each in asked}) == len(asked)


def test_each_reader_gets_no_value_and_each_form_two_readers(folder: Path) -> None:
    seen: list[str] = []
    for place in folder.glob("reader-*"):
        given = forms_of(place)
        seen += [form["form"] for form in given]
        for form in given:
            assert form.keys() - {"form"} <= TOLD
            assert all(passage.keys() <= OF_PASSAGE for passage in form["passages"])
            assert all(passage["words"] for passage in form["passages"])

    assert {seen.count(form) for form in seen} == {2}


def test_what_a_form_says_of_its_row_does_not_hold_the_value(rows: Rows) -> None:
    for cell in cells.cells(rows):
        told = forms.subject(rows, cell)
        own = f"{cell.place[0].removesuffix('_referenced')}: "
        asked_for = f"{own}{cell.place[2].removesuffix('_id').replace('_', ' ')}: "
        value = forms.named(rows, cell.column.references or "", cell.value)

        assert not [line for line in told if line.startswith(asked_for)]
        if cell.kind != "code":
            assert not [line for line in told if f" {value} " in f" {line.casefold()} "]


def test_a_form_is_the_same_whatever_the_code_or_number_is(rows: Rows, asked: list[Asked]) -> None:
    for each in [a for a in asked if a.cell.kind in ("code", "number")]:
        if each.cell.place[0] == "subpoenas":
            continue  # told by how many papers of the act are alike
        table, row_id, _ = each.cell.place
        name = each.cell.column.name
        other = each.cell.column.codes[-1] if each.cell.kind == "code" else 77
        changed = {**rows.tables[table], row_id: rows.tables[table][row_id] | {name: other}}
        there = replace(rows, tables={**rows.tables, table: changed})
        vars(there).update(giving=rows.giving, beside=rows.beside)  # evidence stays

        assert forms.form(there, replace(each.cell, value=str(other))) == each.form


def test_a_form_gives_the_days_that_narrow_the_day_of_an_event(rows: Rows) -> None:
    place = ("events", "denver-1-petition", "occurred")
    (cell,) = (cell for cell in cells.cells(rows) if cell.place == place)
    told = " ".join(forms.form(rows, cell)["bounds"])

    assert f"not before {rows.tables['acts']['denver-1']['issued_earliest']}" in told
    assert f"not after {rows.tables['events'][place[1]]['known_by']}" in told


def test_a_form_tells_a_copy_from_the_document_that_is_asked_about(rows: Rows) -> None:
    for cell in cells.cells(rows):
        if cell.place[0] == "sources":
            sources = {piece["source_id"] for piece in rows.giving[cell.place]}
            told = {passage["source"] for passage in forms.form(rows, cell)["passages"]}

            assert (ANOTHER in told) == bool(sources - {cell.place[1]})
            assert bool(told - {ANOTHER}) == (cell.place[1] in sources)


def test_no_two_values_that_differ_have_the_same_form(rows: Rows) -> None:
    answers: dict[str, set[str]] = {}
    for cell in cells.cells(rows):
        answers.setdefault(str(forms.form(rows, cell)), set()).add(cell.value)

    assert not [form for form, values in answers.items() if len(values) > 1]


def test_no_form_prints_a_name_that_is_withheld(rows: Rows, asked: list[Asked]) -> None:
    printed = " ".join(p["words"] for each in asked for p in each.form["passages"])
    pages: list[Page] = list(rows.pages.values())
    names = {page.text[first:last] for page in pages for first, last in page.withheld}

    assert names
    assert not [name for name in names if name in printed]


def test_planted_values_cannot_be_true_and_no_words_give_them(
    rows: Rows, asked: list[Asked]
) -> None:
    tried = [each for each in asked if each.is_planted]
    kinds = [each.cell.kind for each in tried]

    assert {kind: kinds.count(kind) for kind in cells.KINDS} == dict.fromkeys(
        cells.KINDS, values.EACH
    )
    for each in tried:
        assert relation(rows, each.cell, each.cell.value, each.value) == "other"
        assert each.value not in {p["value"] for p in rows.giving[each.cell.place]}


# --- verdicts -------------------------------------------------------------------------------------


def true_ones(rows: Rows, asked: list[Asked]) -> Callable[[dict[str, Any]], Reply]:
    """A third reader who finds the published values in the words, and nothing else."""

    def told(form: Mapping[str, Any]) -> str:
        return str([form[name] for name in ("asked", "this_row", "passages")])

    by_form = {told(each.form): each for each in asked}

    def reply(form: dict[str, Any]) -> Reply:
        each = by_form[told(form)]
        value = knows(rows, each)["value"]
        texts = {line[0]: line[3:] for line in form["candidates"]}
        fits = [k for k, text in texts.items() if text.partition(" — ")[0] == value]
        return {"fits": fits} if fits else {"none": True}

    return reply


def test_readers_who_find_the_values_find_every_planted_one_wrong(
    rows: Rows, asked: list[Asked], folder: Path
) -> None:
    answer_all(folder, asked, lambda each: knows(rows, each))

    assert score(rows, folder) is None
    answer(folder, "third", true_ones(rows, asked))
    found = score(rows, folder) or []
    assert {each.verdict for each in found if each.asked.is_planted} == {"wrong"}
    assert {each.verdict for each in found if not each.asked.is_planted} == {"right"}


def test_readers_who_let_planted_values_pass_are_told_by_their_share(
    rows: Rows, asked: list[Asked], folder: Path
) -> None:
    passing = [each for each in asked if each.is_planted][::4]

    def careless(each: Asked) -> Reply:
        return {"value": each.value} if each in passing else knows(rows, each)

    answer_all(folder, asked, careless)
    score(rows, folder)
    answer(folder, "third", true_ones(rows, asked))
    found = score(rows, folder) or []
    (missed,) = shown(values.audited(found, SEED, date(2026, 11, 28)), figure="planted_missed")
    assert (missed["n"], missed["n_of"]) == (len(passing), 5 * values.EACH)


def test_an_auditor_who_reads_something_else_is_at_fault_and_the_value_right(
    rows: Rows, asked: list[Asked], folder: Path
) -> None:
    erring = next(each for each in asked if each.cell.kind == "number" and not each.is_planted)
    answer_all(folder, asked, lambda each: {"value": 999} if each is erring else knows(rows, each))

    assert score(rows, folder) is None
    answer(folder, "third", true_ones(rows, asked))
    found = score(rows, folder) or []
    assert [e.verdict for e in found if e.asked.cell == erring.cell] == ["auditor_at_fault"]


# --- attacks on the answers -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """A draw from the tiny world, answered by readers who know every value."""
    root = tmp_path_factory.mktemp("small")
    found = Rows.of(stages.run(world.write(root / "world")))
    drawn = values.drawn(found, 20, 0, SEED)
    values.put(found, root / "audit", drawn, SEED)
    answer_all(root / "audit", drawn, lambda each: knows(found, each))
    return found, drawn, root


@pytest.fixture
def answered(small: Small, tmp_path: Path) -> Path:
    """A copy of the small draw with its answers."""
    shutil.copytree(small[2] / "audit", tmp_path / "audit")
    shutil.copy(folders.sealed(small[2] / "audit"), folders.sealed(tmp_path / "audit"))
    return tmp_path / "audit"


def wrong_answer(kind: str, reply: Reply) -> Callable[[Path], None]:
    """An attack: one answer of a kind is replaced."""

    def attack(folder: Path) -> None:
        kinds = [each["cell"]["kind"] for each in folders.opened(folder)[0]["asked"]]
        form = f"{1 + kinds.index(kind):03d}"
        path = folder / "reader-01" / folders.ANSWERS
        replies = {e.pop("form"): e for e in tomli.loads(path.read_text("utf-8"))["answers"]}
        write_answers(path.parent, replies | {form: reply})

    return attack


def in_answers(change: Callable[[str], str]) -> Callable[[Path], None]:
    """An attack: the file of answers of the first reader is changed."""

    def attack(folder: Path) -> None:
        path = folder / "reader-01" / folders.ANSWERS
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    return attack


def other_seal(folder: Path) -> None:
    path = folders.sealed(folder)
    path.write_text(path.read_text("utf-8").replace('"value": "', '"value": "x'), "utf-8")


def copied(folder: Path) -> None:
    shutil.copy(folder / "reader-01" / folders.ANSWERS, folder / "reader-02" / folders.ANSWERS)


def gone(folder: Path) -> None:
    shutil.rmtree(folder / "reader-02")


def no_seal(folder: Path) -> None:
    folders.sealed(folder).unlink()


ATTACKS = {
    "a code that is none": (wrong_answer("code", {"value": "rihgt"}), "none of the answers"),
    "an id that is none": (wrong_answer("reference", {"value": "atlantis"}), "none of the answers"),
    "a day in words": (wrong_answer("date", {"value": "Friday"}), "has another form"),
    "a number in words": (wrong_answer("number", {"value": "four"}), "has another form"),
    "a number below zero": (wrong_answer("number", {"value": -4}), "has another form"),
    "an empty answer": (wrong_answer("name", {"value": " "}), "is no answer"),
    "a truth value": (wrong_answer("number", {"value": True}), "is no answer"),
    "two answers": (wrong_answer("code", {"value": "city", "undecided": True}), "is no answer"),
    "a verdict in place of an answer": (wrong_answer("date", {"verdict": "right"}), "is no answer"),
    "a note alone": (wrong_answer("date", {"note": "It is right."}), "is no answer"),
    "an answer that is missing": (
        in_answers(lambda text: text.rpartition("[[answers]]")[0]), "not those that were asked",
    ),
    "a form twice": (
        in_answers(lambda text: text + text.partition("\n\n")[2]), "not those that were asked",
    ),
    "no answers at all": (
        in_answers(lambda text: text.partition("\n\n")[0] + "\n"), "not those that were asked",
    ),
    "no TOML": (in_answers(lambda text: text + "value = = 3"), "cannot be read"),
    "answers of another reader": (copied, "its draw or reader is another"),
    "a reader who is missing": (gone, "cannot be read"),
    "values that were changed": (other_seal, "its draw or reader is another"),
    "no sealed file": (no_seal, "is missing"),
}  # fmt: skip


@pytest.mark.parametrize(("attack", "said"), ATTACKS.values(), ids=ATTACKS)
def test_answers_that_are_none_are_refused(
    small: Small, answered: Path, attack: Callable[[Path], None], said: str
) -> None:
    attack(answered)

    with pytest.raises(Refusal, match=said):
        score(small[0], answered)


def test_a_value_is_undecided_by_a_third_reader(small: Small, answered: Path) -> None:
    wrong_answer("code", {"undecided": True})(answered)

    assert score(small[0], answered) is None
    answer(answered, "third", lambda _: {"undecided": True})
    found = score(small[0], answered) or []
    verdicts = [(e.asked.cell.kind, e.verdict) for e in found if e.verdict != "right"]
    assert verdicts == [("code", "not_decidable")]


@pytest.mark.parametrize("reply", [{"fits": ["z"]}, {"fits": []}, {"fits": "a"}, {"none": False}])
def test_a_third_reader_may_choose_only_what_is_there(
    small: Small, answered: Path, reply: Reply
) -> None:
    wrong_answer("number", {"value": 99})(answered)
    assert score(small[0], answered) is None
    answer(answered, "third", lambda _: reply)

    with pytest.raises(Refusal, match="is no answer"):
        score(small[0], answered)


def test_a_second_look_is_void_when_the_first_answers_change(small: Small, answered: Path) -> None:
    wrong_answer("number", {"value": 99})(answered)
    score(small[0], answered)
    answer(answered, "third", lambda _: {"none": True})
    wrong_answer("number", {"undecided": True})(answered)

    with pytest.raises(Refusal, match="its draw or reader is another"):
        score(small[0], answered)


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path / "world")


def audit(root: Path, *words: str) -> tuple[int, str]:
    called = call(root, "audit", *words)
    return called.code, called.out + called.err


def test_an_audit_from_the_draw_to_the_published_figures(
    small: Small, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, drawn, _ = small
    out = tmp_path / "audit"
    scoring = ("--score", str(out), "--date", DAY)
    before = world.files(root)
    monkeypatch.setattr(values, "EACH", 0)
    draw = ("--sample", "20", "--seed", f"{SEED}", "--out", str(out))
    assert audit(root, *draw)[0] == 0
    answer_all(out, drawn, lambda each: knows(rows, each))
    wrong_answer("number", {"value": 99})(out)
    assert audit(root, *scoring)[0] == 1
    assert world.files(root) == before
    answer(out, "third", lambda _: {"none": True})

    code, said = audit(root, *scoring)

    assert code == 0
    assert "20 rows" in said
    recorded = (root / "datasets/reviewed" / command.FILE).read_text("utf-8")
    assert (recorded.count('"right"'), recorded.count('"wrong"')) == (19, 1)
    again, why = audit(root, *scoring)
    assert (again, "nothing was recorded" in why) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sample", "20"), "a draw needs --seed"),
        (("--sample", "20", "--seed", "1"), "name a new folder"),
        (("--sample", "20", "--seed", "1", "--out", "{inside}"), "is inside the repository"),
        (("--sample", "20", "--seed", "1", "--out", "{there}"), "is there already"),
        (("--score", "{new}"), "--score needs --date"),
        (("--score", "{new}", "--date", DAY), "is missing"),
        (("--score", "{new}", "--date", "today"), "is not a day"),
    ],
)
def test_a_call_that_nobody_could_repeat_is_refused(
    root: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "there").mkdir()
    places = {
        "{inside}": root / "audit", "{there}": tmp_path / "there", "{new}": tmp_path / "new"
    }  # fmt: skip
    code, shown = audit(root, *(str(places.get(word, word)) for word in words))

    assert (code, said in shown, "Traceback" in shown) == (2, True, False)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("number", [-1, 0, 9999])
def test_a_draw_of_no_values_or_more_than_there_are_is_refused(small: Small, number: int) -> None:
    with pytest.raises(Refusal, match="--sample takes"):
        values.drawn(small[0], number, 0, SEED)
    with pytest.raises(Refusal, match="--recall takes"):
        recall.drawn(small[0], number, SEED)


def test_a_draw_without_room_for_the_planted_values_is_refused(small: Small) -> None:
    with pytest.raises(Refusal, match="draw a smaller one"):
        values.drawn(small[0], 20, values.EACH, SEED)


def test_rows_with_problems_are_not_audited(checked: Checked) -> None:
    unsound = replace(checked, problems=(RULES["wrong-value"].at(Place("acts/a.toml", 1), "No."),))

    with pytest.raises(Refusal, match="the check finds 1 problems; fix them before an audit"):
        Rows.of(unsound)


# --- recall ---------------------------------------------------------------------------------------


@pytest.fixture
def recalled(small: Small, tmp_path: Path) -> Path:
    """A draw of three sentences of the tiny world."""
    recall.put(tmp_path / "recall", list(recall.sentences(small[0]))[:3], SEED)
    return tmp_path / "recall"


def recall_score(rows: Rows, folder: Path) -> list[recall.Passage] | None:
    return recall.scored(rows, folder, *folders.opened(folder))


def test_facts_that_the_dataset_lacks_are_counted(small: Small, recalled: Path) -> None:
    facts = {"facts": ["Two papers were sent.", "Gulls took over the cranes."]}
    answer(recalled, "reader", lambda _: facts)

    assert recall_score(small[0], recalled) is None
    answer(recalled, "decider", lambda form: {"verdict": verdict(form["fact"])})
    found = recall_score(small[0], recalled) or []
    assert [(each["n_facts"], each["n_lacking"]) for each in found] == [(1, 1)] * 3


def verdict(fact: str) -> str:
    return "lacking" if "papers" in fact else "out_of_scope"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ({"facts": []}, "list no fact at all"),
        ({"unreadable": True}, "list no fact at all"),
        ({"facts": [""]}, "is no answer"),
        ({}, "is no answer"),
    ],
)
def test_readers_who_list_nothing_show_nothing(
    small: Small, recalled: Path, reply: Reply, said: str
) -> None:
    answer(recalled, "reader", lambda _: reply)

    with pytest.raises(Refusal, match=said):
        recall_score(small[0], recalled)


def test_a_wrong_verdict_on_a_fact_is_refused(small: Small, recalled: Path) -> None:
    answer(recalled, "reader", lambda _: {"facts": ["A fact."]})
    recall_score(small[0], recalled)
    answer(recalled, "decider", lambda _: {"verdict": "right"})

    with pytest.raises(Refusal, match="is no answer"):
        recall_score(small[0], recalled)


def test_no_form_of_a_sentence_or_page_says_what_the_dataset_took_from_it(rows: Rows) -> None:
    found = recall.drawn(rows, 60, SEED)

    assert recall.drawn(rows, 60, SEED) == found
    assert [p["tier"] for p in found].count("held_text") == 60
    for each in found:
        assert each["form"].keys() == {"asked", "passages"}
        (passage,) = each["form"]["passages"]
        assert passage.keys() <= {"source", "address", "published", "place", "words"}
        assert ("words" in passage) == (each["tier"] == "held_text")


# --- figures --------------------------------------------------------------------------------------


def row(verdict: str, n: int, **more: Any) -> dict[str, Any]:
    """A row of `audits`."""
    return {
        "audit_id": f"5-{n:03d}", "table_name": "acts", "row_id": "a", "column_name": "issued",
        "seed": 5, "tier_then": "quoted", "n_cells": 10, "is_planted": False,
        "audited_on": date(2026, 11, 28), "verdict": verdict,
    } | more  # fmt: skip


def shown(blocks: list[dict[str, Any]], **wanted: str | None) -> list[dict[str, Any]]:
    """Rows of the view `audit_figures` on rows of `audits`, over all tables and tiers."""
    con = duckdb.connect()
    for table, own in (("audits", blocks), ("audited_passages", [])):
        schema = arrow_schema(TABLE[table])
        con.register(table, pa.Table.from_pylist(own, schema))
    query = VIEW["audit_figures"].query.rstrip(";")
    found = con.sql(query).to_arrow_table().to_pylist()
    whole = {"table_name": None, "tier": None, **wanted}
    return [each for each in found if all(each[key] == value for key, value in whole.items())]


def test_a_share_comes_with_its_wilson_interval() -> None:
    blocks = [row("right", n) for n in range(9)] + [row("wrong", 9)]

    (figure,) = shown(blocks, figure="right")
    assert (figure["n"], figure["n_of"]) == (9, 10)
    assert (figure["share"], figure["low"], figure["high"]) == (0.9, 0.5958, 0.9821)


def test_an_undecided_value_is_not_right_and_an_erring_auditor_makes_none_wrong() -> None:
    blocks = [row("right", 0), row("not_decidable", 1), row("auditor_at_fault", 2), row("wrong", 3)]

    found = {name: shown(blocks, figure=name)[0]["n"] for name in ("right", "wrong")}
    assert found == {"right": 2, "wrong": 1}


def test_planted_values_are_no_part_of_the_share_of_right_ones() -> None:
    blocks = [row("right", n) for n in range(4)]
    blocks += [row("wrong", n, is_planted=True) for n in range(4, 9)]
    blocks += [row("right", 9, is_planted=True), row("not_decidable", 10, is_planted=True)]

    assert shown(blocks, figure="right")[0]["share"] == 1
    missed = shown(blocks, figure="planted_missed")[0]
    assert (missed["n"], missed["n_of"]) == (2, 7)


def test_over_several_strata_each_weighs_as_many_values_as_it_has() -> None:
    blocks = [row("right", n, n_cells=90) for n in range(2)]
    blocks += [row("wrong", n, n_cells=10, table_name="events") for n in range(2, 4)]

    assert shown(blocks, figure="right")[0]["share"] == 0.9


def test_a_wrong_value_of_a_person_is_not_printed_again(asked: list[Asked]) -> None:
    own = [each for each in asked if each.cell.place[0] in values.OF_PEOPLE]
    judged = [Judged(each, (None, None), "wrong", "Why.") for each in own]

    assert own
    assert not [b for b in values.audited(judged, 5, date(2026, 11, 28)) if "value_then" in b]
