"""The real tables multiplied, on which benchmarks are measured."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bench.multiply import multiply
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
