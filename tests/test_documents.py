"""Documents say what the data says: results are made, and what a document asks can only read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pytest

import system
from faults import holding
from ice_subpoenas import data
from ice_subpoenas.published import names
from printing import Refusal, as_text
from publish import documents

pytest_plugins = ["publishing"]
Con = duckdb.DuckDBPyConnection
ROOT = Path(__file__).parents[1]
COOKBOOK = ROOT / "docs" / "cookbook.md"
SECTIONS = re.split(r"(?m)^(?=## \d+\. )", COOKBOOK.read_text("utf-8"))[1:]
WITH_PYTHON = [section for section in SECTIONS if "```python" in section]


@pytest.fixture(scope="module")
def con(published: Path) -> Iterator[Con]:
    """The real rows, as documents ask them."""
    with documents.tables(published, ROOT) as opened:
        yield opened


@pytest.fixture
def root(little: Path, tmp_path: Path) -> Path:
    """A checkout with published tables, and no document yet."""
    system.link(tmp_path / "datasets", little)
    (tmp_path / "docs").mkdir()
    return tmp_path


def written(root: Path, text: str) -> Path:
    path = root / "README.md"
    path.write_text(text, "utf-8")
    return path


def test_a_number_and_a_result_are_read_from_the_data(root: Path) -> None:
    path = written(
        root,
        "<!--= SELECT count(*) FROM acts -->7<!--/-->\n\n```sql\nSELECT 'a|b' AS x, true AS y\n"
        "```\n\n<!-- result -->\n<!-- end -->\n",
    )
    assert [*map(as_text, documents.stale(root))] == [
        "README.md:1: not-regenerated: its numbers are out of date … run `python build`"
    ]
    assert documents.write(root) == []
    assert documents.stale(root) == []
    text = path.read_text("utf-8")
    assert "-->1<!--/-->" in text
    assert "| x | y |\n| --- | --- |\n| a\\|b | yes |" in text


def test_a_question_may_stand_at_the_end_under_a_name(root: Path) -> None:
    """So that somebody who opens the file in a text editor can read it."""
    end = "<!-- queries\nacts: SELECT count(*) FROM acts\nfirst: SELECT 1 AS x\n-->\n"
    path = written(root, f"<!--= acts -->7<!--/-->\n\n<!-- table first -->\n<!-- end -->\n\n{end}")
    assert documents.write(root) == []
    text = path.read_text("utf-8")
    assert "<!--= acts -->1<!--/-->" in text
    assert "| x |\n| --- |\n| 1 |" in text
    assert text.endswith(end)


def test_a_name_without_a_question_is_told(root: Path) -> None:
    written(root, "<!--= acts -->7<!--/-->\n")
    (problem,) = documents.write(root)
    assert "no query is called 'acts'" in problem.message


def test_the_first_page_can_be_read_as_plain_text() -> None:
    text = (ROOT / "README.md").read_text("utf-8").split("<!-- queries")[0]
    assert not re.search(r"<!--[^>]*\bSELECT\b", text)


def test_a_command_prints_what_it_prints(
    root: Path, little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "folder", lambda: little)
    path = written(
        root,
        "```console\n$ ice-subpoenas trace acts tamarack-1 n_subpoenas\n```\n\n"
        "<!-- output -->\n<!-- end -->\n",
    )

    assert documents.write(root) == []
    assert "n_subpoenas = 2" in path.read_text("utf-8")


HARMFUL = {
    "writes a file": "COPY (SELECT 1) TO '{root}/written'",
    "reads a file": "SELECT content FROM read_text('{root}/secret')",
    "reads a file by its name": "FROM '{root}/secret.csv'",
    "reads a variable of the system": "SELECT getenv('HOME')",
    "attaches a database": "ATTACH '{root}/written' AS w",
    "changes a setting": "SET enable_external_access = true",
    "asks twice": "SELECT 1; COPY (SELECT 1) TO '{root}/written'",
    "asks twice, after a comment": "SELECT 1 /* */; DROP TABLE acts",
    "drops a table": "DROP TABLE acts",
    "inserts a row": "WITH x AS (SELECT 1) INSERT INTO agencies SELECT * FROM x",
    "deletes rows": "WITH x AS (SELECT 1) DELETE FROM agencies",
    "runs a query of a text": "FROM query('DROP TABLE acts')",
    "installs an extension": "INSTALL httpfs",
    "opens an address": "SELECT * FROM read_csv('https://example.org/x.csv')",
    "names no table": "SELECT atlantis",
    "gives two values": "SELECT 1, 2",
    "gives no row": "SELECT 1 WHERE false",
}


@pytest.mark.parametrize("what", HARMFUL)
def test_a_query_that_does_more_than_read_the_tables_is_refused(
    what: str, con: Con, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("a secret", "utf-8")
    (tmp_path / "secret.csv").write_text("a\nsecret\n", "utf-8")
    sql = HARMFUL[what].format(root=tmp_path)
    for text in (f"<!--= {sql} -->7<!--/-->\n", f"```sql\n{sql}\n```\n\n{RESULT}"):
        if what.startswith("gives") and text.endswith(RESULT):
            continue  # a result may have several values or none
        with pytest.raises((duckdb.Error, ValueError)):
            documents.render(text, con)

    assert not (tmp_path / "written").exists()


ENDLESS = {
    "counts for ever": "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) FROM t",
    "gives rows for ever": "FROM range(100000000000)",
    "multiplies": "SELECT sum(a.i * b.i) FROM range(100000000) a(i), range(100000000) b(i)",
    "fills the memory": "SELECT count(*) FROM (SELECT DISTINCT i FROM range(2000000000) t(i))",
}


@pytest.mark.parametrize("what", ENDLESS)
def test_a_query_without_end_is_broken_off(
    what: str, con: Con, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "SECONDS", 0.1)
    with pytest.raises((duckdb.Error, ValueError)):
        documents.table(con, ENDLESS[what])


@pytest.mark.parametrize("content", [b"\xff\xfecaf\xe9", "# x".encode("utf-16")])
@pytest.mark.parametrize("name", ["README.md", "docs/rules.md"])
def test_a_document_that_is_not_in_utf_8_is_a_problem(
    content: bytes, name: str, root: Path
) -> None:
    (root / name).write_bytes(content)

    (problem,) = documents.stale(root)
    assert as_text(problem).startswith(f"{name}:1: ")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<<<<<<< HEAD\na,b\n1,2\n", b"a,a\n1,2\n"])
def test_figures_that_are_no_table_are_named(content: bytes, root: Path) -> None:
    figures = root / documents.MEASURED / "speed.csv"
    figures.parent.mkdir(parents=True)
    figures.write_bytes(content)

    with pytest.raises(Refusal, match=r"speed\.csv is "):
        documents.stale(root)


def test_figures_are_read_through_no_link(root: Path) -> None:
    (root / documents.MEASURED).mkdir(parents=True)
    system.link(root / documents.MEASURED / "secret.csv", "/etc/hostname")

    with pytest.raises(Refusal, match=r"secret\.csv is a link"):
        documents.stale(root)


def test_documents_are_not_asked_while_another_program_has_the_duckdb_file_open(
    little: Path, root: Path
) -> None:
    (root / "datasets").unlink()
    shutil.copytree(little, root / "datasets")
    written(root, "<!--= SELECT count(*) > 0 FROM acts -->?<!--/-->\n")
    with (
        holding.held(root / "datasets" / names.DATABASE),
        pytest.raises(Refusal, match="close the program that has it open"),
    ):
        documents.write(root)


RESULT = "<!-- result -->\n<!-- end -->\n"


def test_a_document_with_a_query_that_fails_is_a_problem_and_stays_as_it_is(root: Path) -> None:
    text = "<!--= SELECT atlantis -->7<!--/-->\n"
    path = written(root, text)
    (problem,) = documents.write(root)

    assert problem.message.startswith("a query or command fails: ")
    assert documents.stale(root) == [problem]
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(
    "command",
    [
        "python build release 9.9.9",
        "ice-subpoenas verify /etc",
        "rm -rf /",
        "ice-subpoenas changes a b",
    ],
)
def test_a_document_runs_no_other_command(command: str, con: Con) -> None:
    text = f"```console\n$ {command}\n```\n\n<!-- output -->\n<!-- end -->\n"
    with pytest.raises(ValueError, match="a document may only run ice-subpoenas trace"):
        documents.render(text, con)


def test_a_linked_document_is_passed_over(root: Path) -> None:
    victim = root / "victim.md"
    victim.write_text("<!--= SELECT 1 -->7<!--/-->\n", "utf-8")
    system.link(root / "README.md", victim)

    assert documents.write(root) == []
    assert victim.read_text("utf-8") == "<!--= SELECT 1 -->7<!--/-->\n"


def test_nothing_is_left_beside_a_document_that_was_renewed(root: Path) -> None:
    written(root, "<!--= SELECT 1 -->7<!--/-->\n")
    system.link(root / "README.new", root / "victim")
    documents.write(root)

    assert {p.name for p in root.iterdir()} == {"README.md", "README.new", "datasets", "docs"}
    assert not (root / "victim").exists()


# --- the documents of this repository -------------------------------------------------------


OUTPUT = re.compile(r"^\$ (ice-subpoenas .+)\n```\n+<!-- output -->\n+```text\n(.+)$", re.M)
"""A command of a document, and the first line that it prints."""


@pytest.mark.parametrize("name", documents.DOCUMENTS)
def test_every_query_and_command_of_a_document_works(
    name: str, con: Con, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "folder", lambda: published)
    text = (ROOT / name).read_text("utf-8")
    rendered = documents.render(text, con)

    for command, first in OUTPUT.findall(rendered):
        assert set(command.split()[2:]) <= set(first.split())
    assert rendered.count("<!--") == text.count("<!--")
    assert rendered.count("(no rows)") <= 2, "some day one or two queries may find nothing"


def queries(section: str) -> list[str]:
    return re.findall(r"```sql\n(.+?)```", section, re.S)


def title(section: str) -> str:
    return section.split("\n", 1)[0]


def test_the_questions_of_the_cookbook_are_numbered_and_each_shows_its_results() -> None:
    numbers = [int(title(section).split()[1].rstrip(".")) for section in SECTIONS]

    assert numbers == list(range(1, len(SECTIONS) + 1))
    for section in SECTIONS:
        assert queries(section)
        assert section.count("```sql\n") == section.count("<!-- result -->")


@pytest.mark.parametrize("section", WITH_PYTHON, ids=title)
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_pandas_and_polars_give_what_the_query_gives(
    library: str,
    section: str,
    con: Con,
    published: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (code,) = re.findall(rf"```python\n(import {library} .+?)```", section, re.S)
    expected = con.execute(queries(section)[0]).fetchall()
    monkeypatch.chdir(published)
    found: dict[str, Any] = {}
    exec(code, found)
    result = found["result"]

    if library == "polars":
        assert isinstance(result, polars.DataFrame)
        assert result.rows() == expected
    else:
        plain = result.astype(object).where(result.notna(), None)
        assert isinstance(result, pandas.DataFrame)
        assert list(plain.itertuples(index=False, name=None)) == expected


def test_where_reasons_are_counted_the_number_of_acts_stands_beside_them() -> None:
    """An act of which more was read has more rows for one reason."""
    counting = [
        query for section in SECTIONS for query in queries(section) if "b.ground_id" in query
    ]
    assert counting
    assert all("count(DISTINCT b.act_id) AS acts" in query for query in counting)


def test_the_data_card_tells_reasons_for_or_against_from_those_on_other_points() -> None:
    card = (ROOT / "DATACARD.md").read_text("utf-8")
    line = next(each for each in card.splitlines() if each.startswith("| reasons given |"))
    whole, toward, other = map(int, re.findall(r"(\d+)(?:<!--/--> on the| for or| on other)", line))
    assert whole == toward + other


def test_the_readme_shows_no_act_that_may_not_belong_here(con: Con) -> None:
    """What stands first is what a reader quotes first."""
    text = (ROOT / "README.md").read_text("utf-8")
    query = text.split("\nfirst_look: ")[1].split("\n")[0]
    named = re.findall("'([a-z-]+-[0-9]+)'", query)
    doubted = con.execute("SELECT act_id FROM acts WHERE scope_is_doubted").fetchall()
    shown = con.execute(query).fetchall()
    assert not {*named} & {act for (act,) in doubted}
    assert len(shown) == len(named)


def test_the_readme_gives_both_kinds_of_judgment_together() -> None:
    """How many values were inferred is little without those that one reader's list entry gives."""
    text = (ROOT / "README.md").read_text("utf-8").split("<!-- queries")[0]
    after = text.split("<!--= reasoned -->")[1][:600]
    assert "<!--= read_once -->" in after
    assert "<!--= judged -->" in after
