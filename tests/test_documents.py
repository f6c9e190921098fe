"""Documents say what the data says: results are made, claims are checked, examples run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest

import ice_subpoenas
from ice_subpoenas import data
from publish import documents

ROOT = Path(__file__).parents[1]
COOKBOOK = (ROOT / "docs" / "cookbook.md").read_text("utf-8")
SECTIONS = re.split(r"(?m)^(?=## \d+\. )", COOKBOOK)[1:]
WITH_PYTHON = [section for section in SECTIONS if "```python" in section]


@pytest.fixture(scope="module")
def con() -> Any:
    """The tables of this checkout, in memory."""
    place = data.folder()
    try:
        connection = ice_subpoenas.connect(place)
    except ice_subpoenas.NotPublished as absent:
        pytest.skip(str(absent))
    connection.execute(f"SET file_search_path = '{ROOT}'")
    return connection


def written(root: Path, text: str) -> Path:
    (root / "README.md").write_text(text, "utf-8")
    return root


def test_a_number_a_result_and_a_claim_are_read_from_the_data(tmp_path: Path, con: Any) -> None:
    root = written(
        tmp_path,
        "<!--= SELECT 1 + 1 -->7<!--/-->\n\n```sql\nSELECT 'a|b' AS x\n```\n\n<!-- result -->\n"
        "<!-- end -->\n\nTrue. <!--? SELECT true -->\n",
    )
    assert documents.stale(con, root) == [
        "README.md: its numbers are out of date; run `python build`"
    ]
    assert documents.write(con, root) == []
    assert documents.stale(con, root) == []
    text = (root / "README.md").read_text("utf-8")
    assert "-->2<!--/-->" in text
    assert "| x |\n| --- |\n| a\\|b |" in text


@pytest.mark.parametrize("answer", ["false", "NULL", "1 WHERE false"])
def test_a_claim_that_the_data_does_not_bear_out_is_a_line(
    answer: str, tmp_path: Path, con: Any
) -> None:
    root = written(tmp_path, f"One.\n\nTwo. <!--? SELECT {answer} -->\n")
    said = f"README.md:3: the data does not bear out this claim: SELECT {answer}"

    assert documents.stale(con, root) == [said]
    assert documents.write(con, root) == [said]


def test_a_query_that_fails_is_a_line_and_nothing_is_written(tmp_path: Path, con: Any) -> None:
    root = written(tmp_path, "<!--= SELECT atlantis -->7<!--/-->\n")
    (line,) = documents.write(con, root)

    assert line.startswith("README.md: a query or command fails: ")
    assert "7" in (root / "README.md").read_text("utf-8")


def test_no_claim_of_the_data_card_is_without_a_query() -> None:
    """A floor: a claim that is added brings its query; none goes in silence."""
    assert (ROOT / "DATACARD.md").read_text("utf-8").count("<!--? ") >= 17


@pytest.mark.parametrize("name", [n for n in documents.DOCUMENTS if (ROOT / n).is_file()])
def test_the_document_says_what_the_data_says(name: str, con: Any) -> None:
    assert [line for line in documents.stale(con, ROOT) if line.startswith(Path(name).name)] == []


# --- the cookbook -----------------------------------------------------------------------------


def test_the_cookbook_answers_twenty_six_questions_five_of_them_in_python() -> None:
    assert [int(s.split()[1].rstrip(".")) for s in SECTIONS] == list(range(1, 27))
    assert len(WITH_PYTHON) == 5
    for section in SECTIONS:
        assert section.count("```sql\n") == section.count("<!-- result -->") == 1
        assert section.count("\n**Mind:** ") == 1


@pytest.mark.parametrize("number", range(1, 26))
def test_a_query_of_the_cookbook_finds_rows(number: int, con: Any) -> None:
    assert con.execute(_sql(SECTIONS[number - 1])).fetchall()


def _sql(section: str) -> str:
    found = re.search(r"```sql\n(.+?)```", section, re.S)
    assert found
    return found[1]


@pytest.mark.parametrize("section", WITH_PYTHON, ids=lambda s: s.split("\n")[0])
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_pandas_and_polars_give_what_the_query_gives(
    library: str, section: str, con: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = re.findall(rf"```python\n(import {library} .+?)```", section, re.S)
    expected = con.execute(_sql(section)).fetchall()
    monkeypatch.chdir(data.folder())
    names: dict[str, Any] = {}
    exec(code, names)
    result = names["result"]

    if library == "polars":
        assert isinstance(result, polars.DataFrame)
        assert result.rows() == expected
    else:
        plain = result.astype(object).where(result.notna(), None)
        assert isinstance(result, pandas.DataFrame)
        assert list(plain.itertuples(index=False, name=None)) == expected
