"""The real tables multiplied, on which benchmarks are measured."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bench import run
from bench.multiply import multiply
from calling import call
from ice_subpoenas.relations.open import from_folder
from ice_subpoenas.rules import ask
from ice_subpoenas.tables import TABLES
from reviewed.paths import ROOT


@pytest.mark.slow
def test_multiplied_tables_break_no_rule(tmp_path: Path) -> None:
    """What breaks a rule stops the benchmarks, which then say nothing of large folders."""
    folder = ROOT / "datasets" / "tables"
    tables = {t.table: pq.read_table(folder / f"{t.table}.parquet") for t in TABLES}
    multiply(tables, 2, tmp_path)
    relations, problems = from_folder(tmp_path)
    try:
        assert [str(each) for each in problems or ask.problems(relations)] == []
    finally:
        relations.close()


def test_the_speed_of_the_extraction_is_told_for_half_of_the_texts_and_for_all() -> None:
    lines = run.speeds(["The mayor, Ana Ruiz, said: “No.”"] * 4)

    assert [line.split(" | ")[:2] for line in lines if "kinds" in line or "alone" in line] == [
        ["| all kinds", "2"], ["| all kinds", "4"],
        ["| quotations alone", "2"], ["| quotations alone", "4"],
    ]  # fmt: skip


def test_a_file_without_texts_is_refused_with_what_to_give(tmp_path: Path) -> None:
    lines = tmp_path / "news.jsonl"
    lines.write_text('{"words": "No."}\n')

    told = call(ROOT, "bench", "--texts", str(lines))

    assert (told.code, "news.jsonl: give JSON lines, each with a `text`" in told.err) == (2, True)
