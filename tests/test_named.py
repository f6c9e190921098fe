"""What a document names is there: files, tables, views, columns, codes, rules and rows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from calling import ROOT
from forging import Tables, rows
from ice_subpoenas.published import names
from ice_subpoenas.published.datapackage import TITLE
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.tables import TABLE, TABLES
from test_named_commands import DOCUMENTS, helped

pytest_plugins = ["publishing"]
ITS_OWN = {"docs/extraction.md", "docs/rows.md", "docs/rules.md", "CHANGELOG.md"}
"""Documents that name what the script calls its rules, what is wrong, or what was there once."""
IN_CODE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```.*?^```", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)(?:#([^)\s]+))?\)")
SUFFIXES = "cff|csv|duckdb|json|jsonld|lock|md|parquet|py|sql|toml|txt|xlsx|yml|zip|html"
PATH = re.compile(rf"[\w.*-]+(?:/[\w.*-]*)+|[\w.*-]+\.(?:{SUFFIXES})")
PLACEHOLDER = re.compile(r"[A-Z]{2,}")
SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
DOTTED = re.compile(r"([a-z_]+)\.([a-z_]+)")

FOLDERS = ("", "datasets", "datasets/reviewed", "schema/ice_subpoenas", "build/website/templates")
MADE = {
    "annotations.jsonld",
    "site/",
    "site/index.html",
    "csv/",
    "candidates/*.parquet",
} | {"failures/*.parquet", "shards/*.json", "texts.parquet"}
"""What commands make beside the published files: pages, a release, the shards of a corpus."""
IN_TOML = {"left_out", "phrases_in", "retired_ids", "known_totals", "seen_again", "read_part"}
OTHERS = {"dtype_backend", "ice_subpoenas", "doc_id", "hyparquet-compressors"}
"""Names of other programs, and of what they are given."""


def spoken(document: str) -> list[str]:
    """What stands in code within the prose of a document."""
    return IN_CODE.findall(FENCED.sub("", (ROOT / document).read_text("utf-8")))


@pytest.fixture(scope="module")
def catalog(tables: Tables) -> set[str]:
    """Every name that a document may use: of tables, views, columns, codes, rules."""
    listed = rows(tables, "dictionary")
    columns = {row[name] for row in listed for name in ("table_name", "column_name", "stem")}
    codes = {row[name] for row in rows(tables, "codes") for name in ("code", "vocabulary")}
    return columns | codes | {*RULES} | IN_TOML | OTHERS


@pytest.fixture(scope="module")
def ids(tables: Tables) -> set[str]:
    """Every row that can be named, retired ones too."""
    found = {str(row[table.key]) for table in TABLES for row in rows(tables, table.table)}
    return found | {row["retired_id"] for row in rows(tables, "retired_ids")}


@pytest.mark.parametrize("document", sorted({*DOCUMENTS} - ITS_OWN))
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    paths = [token for token in spoken(document) if PATH.fullmatch(token)]
    given = [path for path in paths if not PLACEHOLDER.search(path)]

    assert [path for path in given if not _is_there(path, document)] == []


def _is_there(token: str, document: str) -> bool:
    if token in {*names.RELEASED, *MADE} or token.split("/")[0] in TABLE:
        return True
    places = [ROOT / folder for folder in FOLDERS] + [(ROOT / document).parent]
    wanted = (token.rstrip("/"), f"{token}.jinja")
    return any(list(place.glob(name)) for place in places for name in wanted)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    lost = []
    for path, anchor in LINK.findall((ROOT / document).read_text("utf-8")):
        target = (ROOT / document).parent / path
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            lost.append(f"{path}#{anchor}")

    assert lost == []


def _anchors(path: Path) -> set[str]:
    heads = re.findall(r"(?m)^#+ (.+)$", path.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("document", sorted({*DOCUMENTS} - ITS_OWN))
def test_every_table_column_code_and_row_that_a_document_names_exists(
    document: str, catalog: set[str], ids: set[str]
) -> None:
    assert [token for token in spoken(document) if _is_unknown(token, catalog, ids)] == []


def _is_unknown(token: str, catalog: set[str], ids: set[str]) -> bool:
    if SNAKE.fullmatch(token):
        return token not in catalog
    if KEBAB.fullmatch(token):
        return token not in catalog | ids and not _is_command(token)
    dotted = None if PATH.fullmatch(token) else DOTTED.fullmatch(token)
    return bool(dotted and dotted[1] in TABLE and dotted[2] not in catalog)


def _is_command(token: str) -> bool:
    return token == "ice-subpoenas" or helped("python build", token) is not None


def test_the_dictionary_is_asked_of_every_view_and_table(catalog: set[str]) -> None:
    assert {"acts", "overview", "counts", "refused", "words-not-found"} <= catalog


def test_what_archives_are_told_is_what_the_citation_says() -> None:
    told = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
    citation = (ROOT / "CITATION.cff").read_text("utf-8")

    for each in (told["title"], told["description"], told["creators"][0]["name"], told["license"]):
        assert each in citation
    assert all(f"  - {word}\n" in citation for word in told["keywords"])


def test_the_same_words_say_what_the_dataset_is_about_wherever_it_is_named() -> None:
    about = TITLE[:1].lower() + TITLE[1:]
    for name in ("README.md", "CITATION.cff", ".zenodo.json", "pyproject.toml"):
        text = (ROOT / name).read_text("utf-8").replace("\n> ", " ")
        assert about in text, name
    assert TITLE in (ROOT / "datasets/README.md").read_text("utf-8")
