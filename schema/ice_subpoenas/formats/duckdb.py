"""DuckDB: enums, tables with keys, checks and comments. Foreign keys stand in the comments."""

from ..row import Column, Row, Table, type_name, warned
from ..sql import literal, literals, quoted
from ..vocabularies import VOCABULARIES


def duckdb_types() -> list[str]:
    """One `CREATE TYPE … AS ENUM` for each vocabulary, and a comment with its meaning."""
    statements = []
    for vocabulary in VOCABULARIES:
        name = quoted(type_name(vocabulary))
        codes = literals(vocabulary.codes())
        statements.append(f"CREATE TYPE {name} AS ENUM ({codes})")
        statements.append(f"COMMENT ON TYPE {name} IS {literal(vocabulary.about())}")
    return statements


def duckdb_ddl(table: type[Row]) -> list[str]:
    """`CREATE TABLE` with keys, checks and enums, then its comments."""
    lines = [_ddl_column(column) for column in table.columns()]
    lines.append(f"PRIMARY KEY ({quoted(table.key)})")
    lines += [
        f"CONSTRAINT {quoted(name)} CHECK ({sql})" for name, sql in duckdb_checks(table).items()
    ]
    body = ",\n  ".join(lines)
    return [f"CREATE TABLE {quoted(table.table)} (\n  {body}\n)", *duckdb_comments(table, "TABLE")]


def _ddl_column(column: Column) -> str:
    kind = quoted(type_name(column.vocabulary)) if column.vocabulary else column.duckdb_type
    return f"{quoted(column.name)} {kind}{' NOT NULL' if column.required else ''}"


def duckdb_checks(table: type[Row]) -> dict[str, str]:
    """What DuckDB checks in each row, by the name of the constraint. A null passes a check."""
    checks: dict[str, str] = {}
    for column in table.columns():
        name = quoted(column.name)
        if column.pattern:
            matches = f"regexp_full_match({name}, {literal(column.pattern)})"
            checks[f"{column.name}_pattern"] = matches
        if column.minimum is not None:
            checks[f"{column.name}_minimum"] = f"{name} >= {column.minimum}"
    return checks | table.checks


def duckdb_comments(table: Table, kind: str) -> list[str]:
    """A comment on the table or view and on each column; a usage warning stands at its end."""
    name = quoted(table.table)
    return [f"COMMENT ON {kind} {name} IS {literal(warned(table.about(), table.caution))}"] + [
        f"COMMENT ON COLUMN {name}.{quoted(c.name)} IS {literal(warned(c.description, c.warning))}"
        for c in table.columns()
    ]
