"""What the dataset in this repository promises, judged anew from its tables and texts alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from check.stages import Checked
from forging import Tables
from ice_subpoenas.tables import TABLES
from texts import withheld

pytest_plugins = ["publishing"]
ROOT = Path(__file__).parents[1]
SEEDS = ("s000", "s001", "s002", "s003", "s004")
RUN = 12  # words in a row that only a copied text has
OUR_OWN = ("reason", "remark", "summary", "scope", "in_short")
WRITTEN = ("*.md", "*.cff", "docs/*.md", ".github/**/*.md", ".github/**/*.yml")
DOCUMENTS = sorted({path for place in WRITTEN for path in ROOT.glob(place)})


@pytest.fixture(scope="module")
def texts(checked: Checked) -> dict[str, str]:
    """The held texts, by source."""
    assert checked.sound is not None
    return {source: page.text for source, page in checked.sound.pages.items()}


@pytest.fixture(scope="module")
def evidence(tables: Tables) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tables["evidence"].to_pylist()
    return found


def test_the_reviewed_rows_have_no_problems(checked: Checked) -> None:
    assert [str(problem) for problem in checked.problems] == []


def test_every_claim_with_a_value_has_words(tables: Tables, evidence: list[dict[str, Any]]) -> None:
    proven = {(row["table_name"], row["row_id"], row["column_name"]) for row in evidence}
    bare = {
        (table.table, row[table.key], column.stem)
        for table in TABLES
        for column in table.columns()
        if column.role == "claim"
        for row in tables[table.table].to_pylist()
        if row[column.name] is not None
    } - proven

    assert bare == set()
    assert [row["evidence_id"] for row in evidence if not row["exact"]] == []


def test_words_of_a_held_text_stand_in_it_where_the_row_says(
    texts: dict[str, str], evidence: list[dict[str, Any]]
) -> None:
    placed = [row for row in evidence if row["char_start"] is not None]

    assert placed
    for row in placed:
        text, start, end = texts[row["source_id"]], row["char_start"], row["char_end"]
        around = (row["prefix"] or "", row["suffix"] or "")
        assert text[start:end] == row["exact"]
        assert text[:start].endswith(around[0])
        assert text[end:].startswith(around[1])
        assert max(map(len, around)) <= 32


def test_our_own_prose_copies_no_text(texts: dict[str, str], tables: Tables) -> None:
    copied = {run for text in texts.values() for run in runs(text)}
    ours = [
        value
        for table in TABLES
        for name in set(OUR_OWN) & set(tables[table.table].column_names)
        for value in tables[table.table][name].to_pylist()
        if value
    ]

    assert ours
    assert [value for value in ours if copied & set(runs(value))] == []


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = text.split()
    return (tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def test_the_five_articles_do_not_print_the_year_of_their_events(texts: dict[str, str]) -> None:
    """The data card says so, and the days of these articles rest on it."""
    assert [source for source in SEEDS if "2020" in texts[source]] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_document_prints_the_name_of_a_private_person(
    path: Path, checked: Checked, tables: Tables
) -> None:
    assert checked.sound is not None
    text = path.read_text("utf-8")
    private = {
        row["name"]
        for row in tables["individuals_referenced"].to_pylist()
        if row["name"] and row["naming_decision"] not in ("public_role", "byline")
    }

    assert [name for name in private if name in text] == []
    assert [text[start:end] for start, end in withheld.spans(text, checked.sound.withheld)] == []
