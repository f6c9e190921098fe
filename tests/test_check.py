"""The check as a whole: what its rows promise, whatever the world, and what it leaves alone."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from inspect import unwrap
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import tomli

import world
from calling import ROOT, call
from check import part, stages
from check.tables import ReviewedPlaces
from check.telling import told
from checking import filled, told_by
from ice_subpoenas.problem import Problem
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.tables import TABLE, TABLES
from printing import located
from remembered import remembered
from reviewed.form import formatted
from texts.withheld import digest

Rows = dict[str, list[dict[str, Any]]]
PHRASES = "datasets/reviewed/phrases.toml"


def rows(checked: stages.Checked) -> Rows:
    """The rows of every table."""
    return {name: table.to_pylist() for name, table in checked.tables().items()}


@pytest.fixture(scope="module")
def made(tiny: stages.Checked) -> Rows:
    """The rows of the tiny world."""
    return rows(tiny)


def test_the_same_input_gives_the_same_rows_and_a_check_writes_nothing(
    made: Rows, tmp_path: Path
) -> None:
    root = world.write(tmp_path)
    before = world.files(root)

    assert rows(unwrap(stages.run)(root)) == made  # not remembered, but checked again
    assert world.files(root) == before


def test_every_table_is_in_the_order_of_its_key(made: Rows) -> None:
    for table in TABLES:
        keys = [str(row[table.key]) for row in made[table.table]]
        assert keys == sorted(set(keys))


def test_every_foreign_key_names_a_row(made: Rows) -> None:
    for table in TABLES:
        for column in table.columns():
            if column.references:
                key = TABLE[column.references].key
                known = {row[key] for row in made[column.references]} | {None}
                assert {row[column.name] for row in made[table.table]} <= known, column.name


def test_a_phrase_that_gives_a_value_counts_the_passages_that_use_it(made: Rows) -> None:
    counts = {row["phrase"]: row["n_passages"] for row in made["phrases"]}

    assert {row["instrument"] for row in made["acts"]} == {"administrative_subpoena"}
    assert counts["Harbor\u202fpapers"] > 0  # the text has "harbor papers"


@pytest.mark.parametrize(("source", "lost"), [("s101", set()), ("s110", {"s000", "s001"})])
def test_words_that_are_not_found_leave_open_only_what_texts_they_may_be_of(
    source: str, lost: set[str], tmp_path: Path
) -> None:
    root = world.write(tmp_path)
    page = PAGE.replace('source = "s101"', f'source = "{source}"')
    world.put(root / "datasets/reviewed/documents/page.toml", page.encode())
    sound = stages.read(root)

    assert isinstance(sound, stages.Sound)
    assert stages.words(sound).placed.unplaced == lost


PAGE = """
[[sources]]
source_id = "s101"
kind = "news_article"
standing = "own_reporting"
url = "https://example.org/2020/03/05/told"
reason = "An invented page."

[[events]]
event_id = "tamarack-1-told"
acts = ["tamarack-1"]
kind = "statement"
summary = "The office told its clerks of the papers."
[[events.said]]
source = "s101"
locator = "second paragraph"
words = "the Tamarack Records Office told its clerks on Monday of the papers"
cells = { kind = "told its clerkss" }
"""


def test_an_evidence_id_does_not_depend_on_what_stands_elsewhere(
    made: Rows, tmp_path: Path
) -> None:
    root = world.write(tmp_path)
    text = "A line that nobody needs.\n" + world.FIRST
    world.put(root / "seeds" / "000_tamarack.txt", text.encode())
    source = root / "datasets" / "reviewed" / "sources" / "s000.toml"
    world.put(source, source.read_bytes().replace(b'["Rain fell"', b'["A line", "Rain fell"'))
    world.seal(root)
    moved = {row["evidence_id"]: row["char_start"] for row in rows(filled(root))["evidence"]}

    assert moved.keys() == {row["evidence_id"] for row in made["evidence"]}
    assert moved != {row["evidence_id"]: row["char_start"] for row in made["evidence"]}


def test_the_order_of_files_and_rows_does_not_matter(made: Rows, tmp_path: Path) -> None:
    root = world.write(tmp_path)
    reviewed = root / "datasets" / "reviewed"
    blocks = world.SHARED.split("\n\n")
    random.Random(0).shuffle(blocks)
    (reviewed / "shared.toml").write_text("\n\n".join(blocks) + "\n", "utf-8")
    lines = ("reviewed_line",)  # where a row was written
    found = rows(filled(root))
    shuffled = {name: [without(row, lines) for row in each] for name, each in found.items()}

    assert shuffled == {name: [without(row, lines) for row in each] for name, each in made.items()}


def without(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """A row without some columns."""
    return {name: value for name, value in row.items() if name not in names}


def test_a_date_that_counts_from_another_says_from_which(made: Rows) -> None:
    (issued,) = [
        json.loads(row["arguments"])
        for row in made["evidence"]
        if (row["table_name"], row["column_name"]) == ("acts", "issued")
    ]

    assert issued == {"anchor": "sources/s000/published", "anchor_value": "2020-03-04"}


def test_a_last_day_to_respond_follows_the_papers_and_a_day_in_court_to_come_the_page(
    tmp_path: Path,
) -> None:
    """Also a last day that had passed when the page appeared: it is not put into the next year."""
    root = world.write(tmp_path)
    told, cells = "ten days to answer", 'cells = { days_to_respond = "ten" }'
    seed, act = root / "seeds/000_tamarack.txt", root / "datasets/reviewed/acts/tamarack-1.toml"
    until = "ten days, until March 3, to answer, and a judge listens on March 20"
    day = 'cells = { days_to_respond = "ten", respond_by = "March 3" }'
    hearing = (
        '\n[[proceedings]]\nproceeding_id = "harbor-court"\nkind = "enforcement"\n'
        'reason = "An invented matter."\nabsent = { docket = "not_stated" }\n'
        '\n[[events]]\nevent_id = "tamarack-1-hearing"\nkind = "hearing_set"\n'
        'proceeding_id = "harbor-court"\n'
        f'said = [{{ source = "s000", words = "The office was given {until}", '
        'cells = { kind = "judge listens", occurred = "March 20" } }]\n'
    )
    for path in (seed, act):
        text = path.read_text("utf-8").replace(told, until).replace(cells, day)
        world.put(path, (text + hearing * (path == act)).encode())
    world.seal(root)
    checked = stages.run(root)

    assert checked.problems == ()
    assert {row["respond_by_edtf"] for row in rows(checked)["subpoenas"]} == {"2020-03-03"}
    assert [row["occurred_edtf"] for row in rows(checked)["events"]][:1] == ["2020-03-20"]


def test_an_invention_of_ours_is_never_a_seed() -> None:
    seeds = Path(__file__).parents[1] / "seeds"
    held = " ".join(" ".join(path.read_text("utf-8").split()) for path in seeds.glob("*.txt"))

    for line in (world.FIRST + world.SECOND).splitlines():
        assert line not in held


REVIEWED = Path(__file__).parents[1] / "datasets/reviewed"


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(
            [min(p.relative_to(REVIEWED).as_posix() for p in REVIEWED.glob("acts/*"))], id="one"
        ),
        pytest.param(
            sorted(p.relative_to(REVIEWED).as_posix() for p in REVIEWED.rglob("*.toml")),
            marks=pytest.mark.slow,
            id="all",
        ),
    ],
)
def test_a_sound_file_that_is_saved_is_told_to_be_sound(
    names: Iterable[str], checked: stages.Checked
) -> None:
    assert checked.sound is not None
    for name in names:
        told = [each.problems for each in part.check(checked.sound, frozenset((name,)))]
        assert told == [(), ()]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('{ days_to_respond = "ten" }', '{ days_to_respond = "office" }', "days_to_respond"),
        ('"administrative_subpoena", ', '"no_instrument", ', "instrument"),
    ],
)
def test_a_problem_names_the_line_of_the_row_or_of_its_passage(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    root = world.write(tmp_path)
    path = root / "datasets/reviewed/acts/tamarack-1.toml"
    lines = formatted(path.read_text("utf-8")).splitlines()
    (number,) = [n for n, line in enumerate(lines) if old in line]
    lines[number] = lines[number].replace(old, new)
    path.write_text("\n".join(lines) + "\n", "utf-8")

    (problem, *_) = [each for each in stages.run(root).problems if told in each.message]
    assert problem.line == number + 1


def test_a_withheld_name_is_not_told_as_the_whole_of_a_surname(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    world.change(root, tomli.loads((ROOT / "tests/invalid/name-in-part.toml").read_text("utf-8")))
    digests = [digest(["Lena", "Osk"])]
    text = f'\n[[withheld]]\ndigests = {json.dumps(digests)}\nreason = "A private person."\n'
    world.change(root, {"add": [{"file": SOURCE, "text": text}]})

    assert told_by(root, "name-in-part") == []


def test_nulls_shared_words_and_a_modality_that_does_not_fit_are_told_with_what_to_write(
    tmp_path: Path,
) -> None:
    """One line for all nulls of a row; of two texts, the words that they share."""
    root = world.write(tmp_path)
    for name in ("overlap-without-relation", "codes-contrary"):
        world.change(root, tomli.loads((ROOT / f"tests/invalid/{name}.toml").read_text("utf-8")))
    absent = world.ACT[world.ACT.index("absent = {") : world.ACT.index('reason = "Both papers')]
    world.change(root, {"replace": [{"file": ACT, "old": absent, "new": ""}]})
    codes = ("null-without-reason", "codes-contrary", "overlap-without-relation")
    found = told_by(root, *codes)
    (nulls,), (modality,), (shared,) = (told(p for p in found if p.code == code) for code in codes)

    assert "enforcement_status, outcome, response_status are null" in nulls
    reasons = 'enforcement_status = "not_stated", outcome = "not_stated", response_status = "not_'
    assert f"absent = {{ {reasons}" in nulls
    assert modality.endswith("of arrest, the modality is arrested")
    assert "share a passage, “Rain fell on the quays" in shared
    assert 'source_id = "s001", related_source_id = "s000"' in shared
    assert "reproduces | " in shared


ACT = "datasets/reviewed/acts/tamarack-1.toml"
SHARED = "datasets/reviewed/shared.toml"
SOURCE = "datasets/reviewed/sources/s000.toml"
TAKEN = "python build check --fix takes it out"
OVERTAKEN = {"harbor papers": "phrase", "38-year-old": "age"}
"""Rejected words that a row uses, with their kind."""
WAITING = {"three mornings": "count", "Sweland": "phrase"}
"""Rejected words of a sentence that nothing uses yet, and about which nothing is said."""
MISSPELLED = {"Norlund": "phrase"}
"""Rejected words that the text does not hold, close to those of a used sentence."""
TITLE = 'title = "Inspectors send papers to Tamarack"\nbyline = "Ida Quill"'
UNTRUE = {stem: f'{stem} = "not_stated"' for stem in ("issued", "title")}
"""Reasons for nulls of a day and of a cell whose value is written too."""


@pytest.fixture
def rejecting(tmp_path: Path) -> Path:
    """A world in which words of each sort are rejected in the first text, and two cells with a
    value have a reason for a null."""
    root = world.write(tmp_path)
    rejections = "".join(
        f'\n[[rejections]]\nkind = "{kind}"\nwords = "{words}"\nreason = "mention_only"\n'
        for words, kind in (MISSPELLED | OVERTAKEN | WAITING).items()
    )
    edits = [
        {"file": ACT, "old": 'nationality = "NOR"', "new": ""},
        {"file": ACT, "old": ', nationality = "Norland" }', "new": " }"},
        {"file": ACT, "old": "absent = { ", "new": f"absent = {{ {UNTRUE['issued']}, "},
        {"file": SOURCE, "old": TITLE, "new": f"{TITLE}\nabsent = {{ {UNTRUE['title']} }}"},
        {"file": SOURCE, "old": '["Rain fell", "Old boats"]', "new": '"Old boats"'},
        {"file": PHRASES, "old": '["Norland"]', "new": '["Norland"]\nSWE = ["Sweland"]'},
        {"file": "seeds/000_tamarack.txt", "old": "the quays", "new": "the quays of Sweland"},
    ]
    added = {"file": SOURCE, "text": rejections}
    world.change(root, {"replace": edits, "add": [added], "seal": True})
    return root


def test_the_fix_takes_out_what_is_overtaken_once_nothing_else_is_wrong(rejecting: Path) -> None:
    """A misspelled rejection stays, with the nearest words; so does one of a sentence of no row."""
    mending = call(rejecting, "check", "--fix")
    kept = (rejecting / SOURCE).read_text("utf-8")
    edits = [
        {"file": SOURCE, "old": '"Norlund"', "new": '"Norland"'},
        {"file": SOURCE, "old": 'words = "Old boats"', "new": 'words = ["Rain fell", "Old boats"]'},
    ]
    world.change(rejecting, {"replace": edits})
    done = call(rejecting, "check", "--fix")
    mended = (rejecting / SOURCE).read_text("utf-8")
    act = (rejecting / ACT).read_text("utf-8")

    assert TITLE.replace("\n", ", ") in kept
    assert not [reason for reason in UNTRUE.values() if reason in act + kept]
    assert "did you mean 'norland'?" in mending.out
    assert all(f'"{words}"' in kept for words in (*MISSPELLED, *OVERTAKEN, *WAITING))
    assert "sentence-unaccounted" in mending.out
    assert TAKEN not in mending.out
    assert {words for words in (*OVERTAKEN, *WAITING) if f'"{words}"' in mended} == {*WAITING}
    assert (done.code, "2 overtaken by rows taken out" in done.out) == (0, True)


class Asked(NamedTuple):
    """What is told of a world, and then of it with what was printed pasted, and a name printed."""

    first: tuple[Problem, ...]
    row: str
    then: tuple[Problem, ...]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """A world whose speaker is private, with marks in what is left out, and a row for rain."""
    root = world.write(tmp_path_factory.mktemp("asked"))
    text = (root / SOURCE).read_text("utf-8")
    start, end = text.index('speaker_id = "lena-osk"'), text.index("[[left_out]]")
    private = 'absent = { speaker_id = "withheld" }\nreason = "A private person speaks."\n\n'
    world.put(root / SOURCE, (text[:start] + private + text[end:]).encode())
    edits = [
        {"file": SHARED, "old": world.SHARED[world.SHARED.index("[[utterances]]") :], "new": ""},
        {"file": "seeds/001_council.txt", "old": "broken weather", "new": "“broken” weather"},
        {"file": "seeds/000_tamarack.txt", "old": "on three mornings", "new": "in three counties"},
        {"file": SOURCE, "old": '["Rain fell", "Old boats"]', "new": '"Old boats"'},
    ]
    fact = '\n[[events]]\nevent_id = "tamarack-1-rain"\nkind = "statement"\n' + (
        'said = [{ source = "s000", words = "Rain fell on the quays", '
        'about = "Tamarack Records Office", cells = { kind = "Rain fell" } }]\n'
    )
    added = [{"file": ACT, "text": fact}]
    world.change(root, {"replace": edits, "add": added, "seal": True})
    first = stages.run(root).problems
    row = first[0].remedy[first[0].remedy.index("{ table") :].partition(",  # ")[0]
    named = '[[quotes.said]]\nwords = "Lena Osk said"\ncells = { speaker_as_printed = "Lena" }\n\n'
    text = (root / SOURCE).read_text("utf-8").replace("[[left_out]]", f"{named}[[left_out]]")
    world.put(root / SOURCE, f"rows = [{row}]\n{text}".encode())
    return Asked(first, row, stages.run(root).problems)


def test_of_a_private_speaker_and_of_marks_on_another_subject_nothing_more_is_asked(
    asked: Asked,
) -> None:
    assert {p.code for p in asked.first} == {"proposal-unsettled"}
    (problem,) = [p for p in asked.then if p.code == "naming-decision"]
    assert "may be the name" in problem.message


def test_words_that_are_proposed_and_mentioned_are_told_once_and_a_person_says_why_they_are_no_fact(
    asked: Asked,
) -> None:
    assert (len(asked.first), "three counties" in asked.row) == (1, True)
    (unsaid,) = [p for p in asked.then if p.code != "naming-decision"]
    assert (unsaid.code, "mention_only" in unsaid.remedy) == ("wrong-value", True)


@pytest.mark.parametrize(
    "says",
    [
        "The U.S. attorney for the Middle District of Tamarack sent both on one day.",
        "Both papers were sent the day after Thanksgiving.",
    ],
)
def test_a_reason_may_name_a_district_and_a_holiday(tmp_path: Path, says: str) -> None:
    root = world.write(tmp_path)
    old = 'reason = "Both papers were sent on one day."'
    act = "datasets/reviewed/acts/tamarack-1.toml"
    world.change(root, {"replace": [{"file": act, "old": old, "new": f'reason = "{says}"'}]})

    assert told_by(root, "name-unlisted") == []


def test_a_message_on_a_role_or_a_kind_says_what_to_write(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    edits = [
        {"file": "datasets/reviewed/phrases.toml", "old": 'official = ["Mayor"]', "new": SPEAKS},
        {"file": SHARED, "old": 'role = "official"', "new": 'role = "spokesperson"'},
    ]
    world.change(root, {"replace": edits})
    (unfit,) = told_by(root, "role-unfit")
    town = {"file": SHARED, "old": 'kind = "city"', "new": 'kind = "town"'}
    world.change(root, {"replace": [town]})
    told = {each.code: each.remedy for each in stages.run(root).problems}

    assert "as title" in unfit.remedy
    assert "city (A city, town or village" in told["wrong-value"]


SPEAKS = 'spokesperson = ["Mayor"]'


def test_a_check_of_rows_that_a_draft_completed_stands_in_for_no_other(tmp_path: Path) -> None:
    given: list[object] = []

    def run(_: Path, completed: Any = None) -> Any:
        given.append(completed)
        return len(given)

    check: Any = remembered(run)

    assert [check(tmp_path, "rows"), check(tmp_path), check(tmp_path, None)] == [1, 2, 2]
    assert check(tmp_path, "rows") == 3
    assert given == ["rows", None, "rows"]


COMPUTED = {
    ("subpoenas", "tamarack-1-9"): "datasets/reviewed/acts/tamarack-1.toml",
    ("absences", "subpoenas/tamarack-1-9/served"): "datasets/reviewed/acts/tamarack-1.toml",
    ("attributions", "s000-q01-h9"): "datasets/reviewed/sources/s000.toml",
    ("ledger", "s001-3"): "datasets/reviewed/sources/s001.toml",
    ("shared_passages", "s000-s001-1"): "datasets/reviewed/sources/s001.toml",
    ("evidence", "e6e5f299f34dd410"): "datasets/tables/evidence.parquet",
}


def test_a_problem_of_a_computed_row_names_a_file_that_there_is(tmp_path: Path) -> None:
    sound = stages.read(world.write(tmp_path))
    assert isinstance(sound, stages.Sound)
    places = ReviewedPlaces(sound.written, {}, {})

    for (table, row_id), file in COMPUTED.items():
        problem = RULES["wrong-value"].at(places.of(table, row_id, None), "")
        assert located(problem) == file
