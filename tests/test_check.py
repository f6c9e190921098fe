"""The check as a whole: what its rows promise, whatever the world, and what it leaves alone."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from inspect import unwrap
from pathlib import Path
from typing import Any

import pytest
import tomli

import world
from calling import ROOT, call
from check import part, stages
from checking import filled
from ice_subpoenas.tables import TABLE, TABLES
from reviewed.form import formatted

Rows = dict[str, list[dict[str, Any]]]
CONTEXT = 32  # characters that a release may show on each side of words


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


def test_every_row_keeps_its_declaration_and_every_table_its_order(made: Rows) -> None:
    for table in TABLES:
        for row in made[table.table]:
            table.model().model_validate(row)
        keys = [str(row[table.key]) for row in made[table.table]]
        assert keys == sorted(set(keys))


def test_every_foreign_key_names_a_row(made: Rows) -> None:
    for table in TABLES:
        for column in table.columns():
            if column.references:
                key = TABLE[column.references].key
                known = {row[key] for row in made[column.references]} | {None}
                assert {row[column.name] for row in made[table.table]} <= known, column.name


def test_every_claim_has_evidence_that_supports_it(made: Rows) -> None:
    supported = {
        (row["table_name"], row["row_id"], row["column_name"])
        for row in made["evidence"]
        if row["stance"] in ("supports", "broader")
    }

    for table in TABLES:
        for column in table.columns():
            if column.role == "claim":
                for row in made[table.table]:
                    address = (table.table, row[table.key], column.stem)
                    assert row[column.name] is None or address in supported, address


def test_every_span_is_the_slice_of_its_text(tiny: stages.Checked, made: Rows) -> None:
    assert tiny.sound is not None
    placed = [row for row in (*made["evidence"], *made["quotes"]) if row["char_start"] is not None]

    assert placed
    for row in placed:
        text = tiny.sound.pages[row["source_id"]].text
        start, end = row["char_start"], row["char_end"]
        assert text[start:end] == row.get("exact", row.get("text"))
        prefix, suffix = row.get("prefix") or "", row.get("suffix") or ""
        assert text[:start].endswith(prefix)
        assert text[end:].startswith(suffix)
        assert max(len(prefix), len(suffix)) <= CONTEXT


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


def test_a_last_day_to_respond_is_looked_for_after_the_page_that_tells_of_it(
    tmp_path: Path,
) -> None:
    root = world.write(tmp_path)
    told, cells = "ten days to answer", 'cells = { days_to_respond = "ten" }'
    seed, act = root / "seeds/000_tamarack.txt", root / "datasets/reviewed/acts/tamarack-1.toml"
    until = "ten days, until March 12, to answer"
    day = 'cells = { days_to_respond = "ten", respond_by = "March 12" }'
    for path in (seed, act):
        text = path.read_text("utf-8").replace(told, until).replace(cells, day)
        world.put(path, text.encode())
    world.seal(root)
    checked = stages.run(root)

    assert checked.problems == ()
    assert {row["respond_by_edtf"] for row in rows(checked)["subpoenas"]} == {"2020-03-12"}


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
        assert part.check(checked.sound, frozenset((name,))).problems == ()


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


def test_a_modality_that_does_not_fit_is_told_with_those_that_do(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    world.change(root, tomli.loads((ROOT / "tests/invalid/codes-contrary.toml").read_text("utf-8")))
    (problem,) = [each for each in stages.run(root).problems if each.code == "codes-contrary"]

    assert problem.remedy.endswith("of arrest, the modality is arrested")


ORIGIN = (
    {"file": "datasets/reviewed/acts/tamarack-1.toml", "old": 'nationality = "NOR"', "new": ""},
    {
        "file": "datasets/reviewed/acts/tamarack-1.toml",
        "old": ', nationality = "Norland" }',
        "new": " }",
    },
)
"""Edits after which no row uses the listed phrase “Norland” of a used sentence."""
SAILOR = (
    {
        "file": "datasets/reviewed/acts/tamarack-1.toml",
        "old": world.ACT[world.ACT.index("[[individuals_referenced]]") :],
        "new": "",
    },
)
"""An edit after which no row uses the sentence of that phrase."""
RAIN = (
    {
        "file": "datasets/reviewed/sources/s000.toml",
        "old": '["Rain fell", "Old boats"]',
        "new": '"Old boats"',
    },
)
"""An edit after which nothing accounts for another sentence."""


def rejecting(folder: Path, kind: str, words: str, *edits: dict[str, str]) -> Path:
    """The world with some edits, and with words rejected in its first text."""
    root = world.write(folder)
    text = f'\n[[rejections]]\nkind = "{kind}"\nwords = "{words}"\nreason = "mention_only"\n'
    added = {"file": "datasets/reviewed/sources/s000.toml", "text": text}
    world.change(root, {"replace": edits, "add": [added]})
    return root


def fixed(root: Path) -> tuple[set[str], bool, set[str]]:
    """What is told of rejections, whether the fix keeps the one of the first text, what is left."""
    before = stages.run(root).problems
    call(root, "check", "--fix")
    kept = "rejections" in (root / "datasets/reviewed/sources/s000.toml").read_text("utf-8")
    told = {each.remedy for each in before if each.code == "rejection-orphaned"}
    return told, kept, {each.code for each in unwrap(stages.run)(root).problems}


TAKEN = "python build check --fix takes it out"


@pytest.mark.parametrize(
    ("kind", "words", "edits", "told", "kept", "left"),
    [
        pytest.param(
            *("phrase", "Norlund", ORIGIN, {"did you mean 'norland'?"}, True),
            {"mention-unaccounted", "rejection-orphaned"},
            id="a misspelled one stays",
        ),
        pytest.param("phrase", "Norland", (), {TAKEN}, False, set(), id="an overtaken one goes"),
        pytest.param("age", "38-year-old", (), {TAKEN}, False, set(), id="so does an age"),
        pytest.param(
            *("count", "three mornings", RAIN, set(), True, {"sentence-unaccounted"}),
            id="one in a sentence that nothing uses yet is not told",
        ),
        pytest.param(
            *("phrase", "Norland", SAILOR, set(), True, {"sentence-unaccounted"}),
            id="nor is one of a phrase",
        ),
    ],
)
def test_the_fix_takes_out_the_rejections_that_the_check_calls_overtaken_and_no_other(
    tmp_path: Path,
    kind: str,
    words: str,
    edits: Iterable[dict[str, str]],
    told: set[str],
    kept: bool,
    left: set[str],
) -> None:
    assert fixed(rejecting(tmp_path, kind, words, *edits)) == (told, kept, left)
