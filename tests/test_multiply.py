"""The real tables multiplied, on which benchmarks are measured."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bench import speed
from bench.multiply import multiply
from ice_subpoenas.relations.open import from_folder
from ice_subpoenas.rules import ask
from ice_subpoenas.tables import TABLES
from printing import Refusal
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


def test_the_speed_of_the_extraction_is_told_for_half_of_the_texts_and_for_all(
    tmp_path: Path,
) -> None:
    lines = tmp_path / "news.jsonl"
    lines.write_text('{"text": "The mayor, Ana Ruiz, said: “No.”"}\n' * 4)
    texts = speed.texts_of(lines)
    found = list(speed.speeds(texts))

    assert [(each.what, each.texts) for each in found] == [
        ("all kinds", 2), ("all kinds", 4), ("quotations alone", 2), ("quotations alone", 4),
    ]  # fmt: skip
    assert all(each.seconds > 0 for each in found)
    assert "| what is read | texts | CPU seconds | texts a second |" in speed.table(found, 99)


def test_a_file_without_texts_is_refused_with_what_to_give(tmp_path: Path) -> None:
    lines = tmp_path / "news.jsonl"
    lines.write_text('{"words": "No."}\n')

    with pytest.raises(Refusal, match=r"news.jsonl: give JSON lines, each with a `text`"):
        speed.texts_of(lines)
