"""The tables that describe the others: codes and the dictionary, said again from the declaration."""

from __future__ import annotations

from typing import Any

from ice_subpoenas import TABLES
from ice_subpoenas.row import TYPES, Column, Row
from ice_subpoenas.vocabularies import VOCABULARIES


def codes() -> list[dict[str, Any]]:
    """A row for every code of every vocabulary."""
    return [
        {
            "code_id": f"{vocabulary.__name__}/{member.value}",
            "vocabulary": vocabulary.__name__,
            "code": member.value,
            "definition": member.definition,
            "broader": member.broader,
        }
        for vocabulary in VOCABULARIES
        for member in vocabulary
    ]


def dictionary() -> list[dict[str, Any]]:
    """A row for every column of every table."""
    return [
        _entry(table, column, position)
        for table in TABLES
        for position, column in enumerate(table.columns(), 1)
    ]


def _entry(table: type[Row], column: Column, position: int) -> dict[str, Any]:
    claim = column.claim
    return {
        "dictionary_id": f"{table.table}/{column.name}",
        "table_name": table.table,
        "column_name": column.name,
        "position": position,
        "stem": column.stem,
        "role": column.role,
        "type": TYPES[column.type][0],
        "vocabulary": column.vocabulary.__name__ if column.vocabulary else None,
        "codes": " ".join(column.codes) or None,
        "references_table": column.references,
        "nullable": not column.required,
        "default_derivation": claim.by if claim else None,
        "default_absence": claim.absent if claim else None,
        "description": column.description,
        "warning": column.warning,
    }
