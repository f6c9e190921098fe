"""The data dictionary, as rows and in words."""

from collections.abc import Iterable
from typing import Any

from ..plain import in_table
from ..row import TYPES, Column, Table, View, Vocabulary, type_name, warned
from ..vocabularies import VOCABULARIES
from . import VERSION


def code_rows() -> list[dict[str, Any]]:
    """The rows of the table `codes`: every code of every vocabulary."""
    return [
        {
            "code_id": f"{type_name(vocabulary)}/{code.value}",
            "vocabulary": type_name(vocabulary),
            "code": code.value,
            "definition": code.definition,
            "broader": code.broader,
        }
        for vocabulary in VOCABULARIES
        for code in vocabulary
    ]


def dictionary_rows(tables: Iterable[Table]) -> list[dict[str, Any]]:
    """The rows of the table `dictionary`: every column of the given tables."""
    return [
        _dictionary_row(table, position, column)
        for table in tables
        for position, column in enumerate(table.columns(), 1)
    ]


def _dictionary_row(table: Table, position: int, column: Column) -> dict[str, Any]:
    claim = column.claim
    return {
        "dictionary_id": f"{table.table}/{column.name}",
        "table_name": table.table,
        "column_name": column.name,
        "is_view": isinstance(table, View),
        "position": position,
        "stem": column.stem,
        "role": column.role,
        "type": TYPES[column.type][0],
        "vocabulary": type_name(column.vocabulary) if column.vocabulary else None,
        "references_table": column.references,
        "nullable": not column.required,
        "default_derivation": claim.by if claim else None,
        "default_absence": claim.absent if claim else None,
        "description": column.description,
        "warning": column.warning,
    }


ROLES = {
    "id": "names the row, the row that it is a part of, or the document.",
    "claim": "somebody could dispute it: every value has words in the table `evidence`.",
    "judgment": "our own classification or words, with the reason or quoted words.",
    "derived": "computed from other columns or from the words.",
}


def dictionary(tables: Iterable[Table]) -> str:
    """The data dictionary in Markdown: tables, then the codes of each vocabulary."""
    lines = ["# Data dictionary", "", *_preface()]
    for table in tables:
        lines += _table_section(table)
    lines += ["# Codes", ""]
    for vocabulary in VOCABULARIES:
        lines += _vocabulary_section(vocabulary)
    return "\n".join(lines).rstrip() + "\n"


def _preface() -> list[str]:
    roles = [f"- **{role}**: {meaning}" for role, meaning in ROLES.items()]
    shared = (
        "Columns that share a stem say one thing together; evidence and absences name the stem. "
        "The table `absences` says why a claim of a core table is null."
    )
    return [f"Version {VERSION}. Each column has a role:", "", *roles, "", shared, ""]


def _table_section(table: Table) -> list[str]:
    lines = [f"## {table.table}", "", in_table(table.about()), ""]
    if table.caution:
        lines += [f"**Warning: {in_table(table.caution)}**", ""]
    lines += ["| column | type | role | null | meaning |", "| --- | --- | --- | --- | --- |"]
    lines += [_dictionary_line(table, column) for column in table.columns()]
    if table.checks:
        lines += ["", "Checked in each row:", ""]
        lines += [f"- `{name}`: `{check}`" for name, check in table.checks.items()]
    return [*lines, ""]


def _dictionary_line(table: Table, column: Column) -> str:
    kind = f"`{TYPES[column.type][0]}`"
    if column.vocabulary:
        name = type_name(column.vocabulary)
        kind = f"[`{name}`](#{name})"
    if column.references:
        kind += f" → [`{column.references}`](#{column.references})"
    role = column.role + (f" ({column.stem})" if column.stem != column.name else "")
    null = "key" if column.name == table.key else "" if column.required else "yes"
    if column.claim and column.claim.absent:
        null += f": {column.claim.absent}"
    meaning = in_table(warned(column.description, column.warning))
    return f"| `{column.name}` | {kind} | {role} | {null} | {meaning} |"


def _vocabulary_section(vocabulary: type[Vocabulary]) -> list[str]:
    lines = [f"## {type_name(vocabulary)}", "", in_table(vocabulary.about()), ""]
    lines += ["| code | meaning | broader code |", "| --- | --- | --- |"]
    for code in vocabulary:
        broader = f"`{code.broader}`" if code.broader else ""
        lines.append(f"| `{code.value}` | {in_table(code.definition)} | {broader} |")
    return [*lines, ""]
