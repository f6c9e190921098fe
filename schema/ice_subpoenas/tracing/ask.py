"""`trace`: a cell, a row, a column of the overview, or a list, as it is asked for."""

import contextlib
from pathlib import Path

import duckdb

from .. import data
from ..published.overview import OVERVIEW
from ..row import Row
from ..tables import TABLE
from . import figures, histories
from .cells import followed, read_cell
from .found import Found, declared_as, holding, no_such, of_id, values_of
from .overview import ADDRESSES, COLUMNS, column_of, in_short_of, told_by

NAMED = {*TABLE, OVERVIEW.table}
"""What may stand first as a table; anything else is a row's id, whose table is looked for."""


def trace(
    table: str, row: str | None = None, column: str | None = None, place: Path | str | None = None
) -> Found:
    """A cell with its evidence, rivals, conflict and independence; or all cells of a row.

    Takes a table, a row's id, and a column or the stem that columns share; or a row's id, with or
    without a column, whose table is then looked for. Of an act, a column may also be one of the
    overview. `place` is a folder of published files, if not the installed ones. Without a column
    the result has the keys `table`, `row`, `about`, `in_short` and `note` (of an act, its sentence
    in the overview and what else is to be known) and `cells`, one cell a stem; of a column of the
    overview, `cells` are those whose words give it. `events`, `reasons`, `conflicts` and
    `unknown` of an act are lists of rows, and the table `counts` gives what a figure is made of
    (see `figures`).
    Raises ValueError with the nearest names where one of them does not exist, and for tables of
    another form, which nobody verified.
    """
    with contextlib.closing(data.uncommented(place)) as con:
        try:
            if table == "counts":
                return figures.of_counts(con, [word for word in (row, column) if word])
            return _asked(con, *_placed(con, table, row, column))
        except duckdb.Error as error:
            said = f"{str(error).splitlines()[0]}; find what is wrong with `ice-subpoenas verify`"
            raise ValueError(f"the tables cannot be asked: {said}") from error


def _placed(
    con: duckdb.DuckDBPyConnection, first: str, second: str | None, third: str | None
) -> tuple[str, str, str | None]:
    """The table, the row and the column that one to three words name."""
    if second is None:
        return *of_id(con, first), None
    if third is None and first not in NAMED:
        table, row = of_id(con, first, "table or row")
        is_told = table == "acts" and second in COLUMNS
        if is_told and values_of(con, TABLE[table], row)["in_scope"]:
            table = OVERVIEW.table
        return table, row, second
    if first not in NAMED and holding(con, first):
        enough = f"a row and one column are enough: `trace {first} {second}`"
        raise ValueError(f"too many words; {enough}")
    return first, second, third


def _asked(con: duckdb.DuckDBPyConnection, table: str, row: str, column: str | None) -> Found:
    """What is asked for of an act, else of a row of any table."""
    if column in histories.LISTS and table in ("acts", OVERVIEW.table):
        return histories.of_act(con, values_of(con, TABLE["acts"], row)["act_id"], column)
    told = column_of(table, column)
    if told and (told.words or told.name == ADDRESSES):
        return told_by(con, told, row)
    if told or table == OVERVIEW.table:  # what is made of the whole act
        table, column = "acts", None
    declared = declared_as(table)
    if column is None:
        return _whole(con, declared, row)
    values = values_of(con, declared, row)
    return followed(con, read_cell(con, declared, row, _stem(declared, column), values))


def _whole(con: duckdb.DuckDBPyConnection, declared: type[Row], row: str) -> Found:
    """All cells of a row, one a stem."""
    values, is_act = values_of(con, declared, row), declared.table == "acts"
    return {
        "table": declared.table,
        "row": row,
        "about": declared.about(),
        "in_short": in_short_of(con, row) if is_act else None,
        "note": values["remark"] if is_act else None,
        "cells": [read_cell(con, declared, row, stem, values) for stem in declared.stems()],
    }


def _stem(declared: type[Row], column: str) -> str:
    """The stem of a column; ValueError with the nearest names where there is none."""
    columns = declared.column_map()
    if column in columns:
        return columns[column].stem
    if column not in declared.stems():
        told = [*histories.LISTS, *COLUMNS] if declared.table == "acts" else []
        own = [name for name in (*columns, *declared.stems()) if name != "reason"]  # see `reasons`
        names = list(dict.fromkeys([*told, *own]))
        raise ValueError(no_such("column", column, names, f" in {declared.table}"))
    return column
