"""What the dataset in this repository promises, judged from its rows and texts alone."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from check import stages

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def checked() -> stages.Checked:
    return stages.run(ROOT)


def test_the_reviewed_rows_have_no_problems(checked: stages.Checked) -> None:
    assert [str(problem) for problem in checked.problems] == []


def test_every_piece_of_evidence_is_the_slice_of_its_text(checked: stages.Checked) -> None:
    for row in checked.rows["evidence"]:
        if row["derivation"] == "cited" or row["char_start"] is None:
            continue
        text = checked.pages[row["source_id"]].text
        start, end = row["char_start"], row["char_end"]
        prefix, suffix = row["prefix"] or "", row["suffix"] or ""
        assert text[start:end] == row["exact"]
        assert text[start - len(prefix) : start] == prefix
        assert text[end : end + len(suffix)] == suffix
        assert len(prefix) <= 32
        assert len(suffix) <= 32


def test_every_quotation_stands_between_marks_or_is_indirect(checked: stages.Checked) -> None:
    for row in checked.rows["quotes"]:
        text = checked.pages[row["source_id"]].text
        before = text[row["char_start"] - 1] if row["char_start"] else ""
        after = text[row["char_end"] : row["char_end"] + 1]
        assert text[row["char_start"] : row["char_end"]] == row["text"]
        if row["kind"] != "indirect":
            assert before in "“‘\"'"
            assert after in "”’\"'" or text[row["char_end"] : row["char_end"] + 2] == "\n\n"


def test_every_claim_with_a_value_has_evidence(checked: stages.Checked) -> None:
    proven = {(r["table_name"], r["row_id"], r["column_name"]) for r in checked.rows["evidence"]}
    claims = {
        (r["table_name"], r["column_name"], r["stem"])
        for r in checked.rows["dictionary"]
        if r["role"] == "claim"
    }
    keys = {
        r["table_name"]: r["column_name"]
        for r in checked.rows["dictionary"]
        if r["role"] == "id" and r["position"] == 1
    }
    missing = [
        (table, row[keys[table]], stem)
        for table, column, stem in sorted(claims)
        for row in checked.rows[table]
        if row[column] is not None and (table, row[keys[table]], stem) not in proven
    ]
    assert missing == []


def test_no_article_text_is_in_a_reviewed_reason_or_remark(checked: stages.Checked) -> None:
    """Our own words are our own: no run of twelve words of a text stands in them."""
    runs = set()
    for page in checked.pages.values():
        words = page.text.split()
        runs |= {tuple(words[at : at + 12]) for at in range(len(words) - 11)}
    for table in checked.rows.values():
        for row in table:
            for column in ("reason", "remark", "summary", "scope"):
                words = str(row.get(column) or "").split()
                found = [words[at : at + 12] for at in range(len(words) - 11)]
                assert not [each for each in found if tuple(each) in runs]


def test_no_article_prints_the_year_2020(checked: stages.Checked) -> None:
    """The data card says so; a new text that does must change the card."""
    assert [source for source, page in checked.pages.items() if "2020" in page.text] == []


def test_each_batch_has_as_many_subpoenas_as_its_sources_state(checked: stages.Checked) -> None:
    found = Counter(row["act_id"] for row in checked.rows["subpoenas"])
    stated = {row["act_id"]: row["n_subpoenas"] for row in checked.rows["acts"]}
    assert {batch: n for batch, n in stated.items() if n not in (None, found[batch])} == {}


def test_the_check_needs_neither_pandas_nor_frictionless_nor_arrow() -> None:
    import subprocess

    code = (
        "import sys; sys.path.insert(0, 'build'); from check import stages; stages.run();"
        "print(sorted({'pandas', 'frictionless', 'pyarrow', 'duckdb', 'spacy', 'polars'}"
        " & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ran.stdout == "[]\n", ran.stderr
