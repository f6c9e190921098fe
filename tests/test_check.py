"""The check as a whole: what its rows promise, whatever the world, and what it leaves alone."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from check.rules import RULES

import world
from check import stages
from ice_subpoenas import TABLE, TABLES, Row


def test_the_same_input_gives_the_same_rows(tmp_path: Path) -> None:
    first = stages.run(world.write(tmp_path / "first"))
    second = stages.run(world.write(tmp_path / "second"))

    assert first.rows == second.rows
    assert first.fingerprints == second.fingerprints


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    before = world.files(root)
    stages.run(root)

    assert world.files(root) == before


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_every_row_of_a_table_keeps_its_declaration(table: type[Row], tmp_path: Path) -> None:
    rows = stages.run(world.write(tmp_path)).rows[table.table]

    for row in rows:
        assert list(row) == [column.name for column in table.columns()]
        table.model_validate(row)
    keys = [str(row[table.key]) for row in rows]
    assert keys == sorted(set(keys))


def test_every_foreign_key_names_a_row(tmp_path: Path) -> None:
    rows = stages.run(world.write(tmp_path)).rows

    for table in TABLES:
        for column in table.columns():
            if column.references:
                key = TABLE[column.references].key
                known = {row[key] for row in rows[column.references]} | {None}
                assert {row[column.name] for row in rows[table.table]} <= known, column


def test_every_claim_has_evidence_that_supports_it(tmp_path: Path) -> None:
    rows = stages.run(world.write(tmp_path)).rows
    supported = {
        (row["table_name"], row["row_id"], row["column_name"])
        for row in rows["evidence"]
        if row["stance"] in ("supports", "broader")
    }

    for table in TABLES:
        for column in table.columns():
            if column.role == "claim":
                for row in rows[table.table]:
                    address = (table.table, row[table.key], column.stem)
                    assert row[column.name] is None or address in supported, address


def test_every_span_is_the_slice_of_its_text(tmp_path: Path) -> None:
    checked = stages.run(world.write(tmp_path))

    for row in [*checked.rows["evidence"], *checked.rows["quotes"]]:
        if row["char_start"] is None:
            assert row["derivation"] == "cited"
            continue
        text = checked.pages[row["source_id"]].text
        start, end = row["char_start"], row["char_end"]
        assert text[start:end] == row.get("exact", row.get("text"))
        if "prefix" in row:
            prefix, suffix = row["prefix"] or "", row["suffix"] or ""
            assert text[:start].endswith(prefix)
            assert text[end:].startswith(suffix)
            assert max(len(prefix), len(suffix)) <= 32


def test_an_evidence_id_does_not_depend_on_what_stands_elsewhere(tmp_path: Path) -> None:
    first = stages.run(world.write(tmp_path / "first")).rows["evidence"]
    root = world.write(tmp_path / "second")
    text = "A line that nobody needs.\n" + world.FIRST
    world.put(root / "seeds" / "000_tamarack.txt", text.encode())
    source = root / "datasets" / "reviewed" / "sources" / "s000.toml"
    world.put(source, source.read_bytes().replace(b'["Rain fell"', b'["A line", "Rain fell"'))
    world.seal(root)
    checked = stages.run(root)

    assert checked.problems == []
    assert [row["evidence_id"] for row in checked.rows["evidence"]] == [
        row["evidence_id"] for row in first
    ]
    assert [row["char_start"] for row in checked.rows["evidence"]] != [
        row["char_start"] for row in first
    ]


def test_the_order_of_files_and_rows_does_not_matter(tmp_path: Path) -> None:
    first = stages.run(world.write(tmp_path / "first"))
    root = world.write(tmp_path / "second")
    reviewed = root / "datasets" / "reviewed"
    blocks = world.SHARED.split("\n\n")
    random.Random(0).shuffle(blocks)
    (reviewed / "shared.toml").write_text("\n\n".join(blocks) + "\n", "utf-8")
    (reviewed / "acts" / "tamarack-1.toml").rename(reviewed / "zebra.toml")
    checked = stages.run(root)

    assert checked.problems == []
    placed = ("evidence", "reviews")  # these say in which file and line they were written
    assert {name: rows for name, rows in checked.rows.items() if name not in placed} == {
        name: rows for name, rows in first.rows.items() if name not in placed
    }


READING = """
[[readings]]
reading = "first"
reader_role = "maintainer"
reviewed_on = 2020-05-01
reason = "Read against the text."
rows = ["%s %s agreed"]
"""


@pytest.mark.parametrize("key", ["agencies/harbor-agency", "acts/tamarack-1", "quotes/s000-q01"])
def test_a_reading_is_current_until_its_row_changes(tmp_path: Path, key: str) -> None:
    root = world.write(tmp_path)
    table, _, row_id = key.partition("/")
    seen = stages.run(root).fingerprints[table, row_id]
    world.put(root / "datasets/reviewed/reviews.toml", (READING % (key, seen)).encode())
    read = stages.run(root)

    assert read.problems == []
    assert [row["is_current"] for row in read.rows["reviews"]] == [True]

    for name, old, new in (
        ("shared.toml", "An invented agency.", "A made-up agency."),
        ("acts/tamarack-1.toml", "Both papers were sent on one day.", "They went together."),
        ("sources/s000.toml", "A whole sentence in marks.", "It stands in marks."),
    ):
        path = root / "datasets" / "reviewed" / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert [row["is_current"] for row in stages.run(root).rows["reviews"]] == [False]


def test_the_share_of_a_text_that_a_release_shows_is_measured(tmp_path: Path) -> None:
    shown = stages.run(world.write(tmp_path)).shown

    assert sorted(shown) == ["s000", "s001"]
    assert all(0 < share < stages.CEILING for share in shown.values())


def test_an_invention_of_ours_is_never_a_seed() -> None:
    seeds = Path(__file__).parents[1] / "seeds"
    held = " ".join(" ".join(path.read_text("utf-8").split()) for path in seeds.glob("*.txt"))

    for line in (world.FIRST + world.SECOND).splitlines():
        assert line not in held


def test_every_rule_is_explained_whole() -> None:
    for code, rule in RULES.items():
        assert code == rule.code
        texts = (rule.what, rule.why, rule.example, rule.remedy)
        assert all(text == text.strip() != "" and text[-1] in ".`" for text in texts), code


def test_arguments_of_evidence_are_json(tmp_path: Path) -> None:
    rows = stages.run(world.write(tmp_path)).rows["evidence"]
    (issued,) = [
        json.loads(row["arguments"])
        for row in rows
        if (row["table_name"], row["column_name"]) == ("acts", "issued")
    ]

    assert issued == {"anchor": "sources/s000/published", "anchor_value": "2020-03-04"}
