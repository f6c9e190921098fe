"""A form for a new row is a line of a file, and the engine knows every key of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

import world
from calling import call
from contribute import new
from ice_subpoenas.tables import TABLE
from reviewed.files import Block, Reviewed
from reviewed.form import formatted
from reviewed.rows import rows

WRITTEN = [name for name in new.tables() if name in TABLE]


def listed(form: str) -> dict[str, Any]:
    """The row of a form, without its table."""
    (row,) = tomli.loads(f"rows = [\n{form}\n]")["rows"]
    return {key: value for key, value in row.items() if key != "table"}


def whole(form: str) -> dict[str, Any]:
    """The row with every optional key that the form tells of."""
    optional = re.findall(r"^# ([a-z_]+ = .*)", form, flags=re.M)
    return listed(form) | tomli.loads("\n".join(optional))


def filled(name: str, data: dict[str, Any]) -> dict[str, Any]:
    """The row with something fitting in every empty place."""
    return {key: _fitting(name, key, value) for key, value in data.items() if key != "said"}


def _fitting(name: str, key: str, value: Any) -> Any:
    column = new._column(TABLE[name], key)
    if column is None or value != "":
        return "words" if value == "" else value
    if column.codes:
        return column.codes[0]
    if key not in TABLE[name].column_map():
        return "2020-01-13"
    return "https://example.org" if column.pattern and "http" in column.pattern else "a-1"


def problems(name: str, data: dict[str, Any]) -> list[str]:
    block = Block(name, data, "sources/s000.toml", (name, 0), {})
    return [str(problem) for problem in rows(Reviewed((block,), (), {}, ())).problems]


@pytest.mark.parametrize("name", new.tables())
def test_a_form_is_a_line_in_the_one_form_of_the_files(name: str) -> None:
    line = new.filled_in(name).splitlines()[-1]

    assert formatted(f"rows = [{line}]") == f"rows = [\n{line}\n]\n"


@pytest.mark.parametrize("name", WRITTEN)
def test_the_engine_knows_every_key_of_a_form(name: str) -> None:
    assert problems(name, filled(name, whole(new.filled_in(name)))) == []


@pytest.mark.parametrize("name", WRITTEN)
def test_an_empty_form_does_not_pass_for_a_row(name: str) -> None:
    assert problems(name, listed(new.filled_in(name))) != []


@pytest.mark.parametrize("name", WRITTEN)
def test_every_column_that_is_required_stands_in_the_form(name: str) -> None:
    row = listed(new.filled_in(name))
    required = {
        column.name
        for column in TABLE[name].columns()
        if column.required and column.role not in ("derived", "claim")
    }
    short = {TABLE[name].key} if "id" in row else set()
    given_by_the_file = {"act_id", "source_id"} - {TABLE[name].key}
    made = {"region_id", "may_be_same_id"}  # by number, or of other columns
    given_by_words = {"region"} if name == "quotes" else set()

    assert required - short - given_by_the_file - made - given_by_words <= row.keys()


def test_codes_stand_with_what_they_mean() -> None:
    form = new.filled_in("quotes")

    assert "#   scare: Words in marks that are nobody's statement" in form


def test_a_cell_that_a_row_must_have_is_marked() -> None:
    assert "#   modality (vocabulary, required): " in new.filled_in("case_facts")


def test_the_list_of_tables_says_what_a_row_is(tmp_path: Path) -> None:
    lines = call(world.write(tmp_path), "new").out.splitlines()

    assert [line.split()[0] for line in lines] == new.tables()


@pytest.mark.parametrize("name", ["evidence", "ledger", "dictionary"])
def test_a_computed_table_has_no_form(tmp_path: Path, name: str) -> None:
    called = call(tmp_path, "new", name)

    assert (called.code, called.out) == (2, "")
    assert "computed" in called.err


def test_a_misspelled_table_is_answered_with_the_nearest(tmp_path: Path) -> None:
    called = call(tmp_path, "new", "actz")

    assert called.code == 2
    assert "did you mean 'acts'?" in called.err


def test_today_stands_in_no_form() -> None:
    assert all(str(date.today().year) not in new.filled_in(name) for name in new.tables())


def test_a_form_says_where_the_ids_are_that_a_key_may_name(tmp_path: Path) -> None:
    root = world.write(tmp_path)

    assert "#   ids: python build new --ids quotes\n" in call(root, "new", "events").out
    assert call(root, "new", "--ids", "quotes").out.split() == ["s000-q01"]
    assert call(root, "new", "--ids").code == 2
