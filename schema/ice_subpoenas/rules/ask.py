"""Ask every rule of relations. What is reported once is left out of every later question."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import duckdb

from .. import sql
from ..problem import Problem, Question, Rule, and_others, in_order, short
from ..relations.compare import differences
from ..relations.open import Relations
from . import rows
from .declare import RULES
from .rows import Breach

MOST = 1000  # breaches of one question that are told one by one


def problems(
    relations: Relations,
    reported: Iterable[tuple[str, str, str]] = (),
    tables: frozenset[str] | None = None,
) -> list[Problem]:
    """Every problem of complete relations, in order of place.

    `reported` are cells of which something is known to be wrong already: table, row, and column,
    stem or `*` for the whole row. A question that tells only of a table that is empty, or is none
    of `tables`, is not asked. Of rows that people wrote, what is computed is not compared: it was
    just computed.
    """
    con = relations.con
    con.execute("CREATE TABLE reported (table_name VARCHAR, row_id VARCHAR, column_name VARCHAR)")
    _report(relations, reported)
    filled = relations.filled()
    with sql.kept(con, *(() if relations.large else ("keys",))):
        told_of = [each for each in filled if tables is None or each.table in tables]
        found = list(rows.breaches(relations, told_of))
        if "files" not in relations.has:
            found += _computed(relations)
        found += _asked(relations, {table.table for table in told_of})
    return in_order(_problem(relations, breach) for breach in found)


def unasked(relations: Relations) -> list[str]:
    """The codes of rules that cannot be asked of these relations, for want of texts or files."""
    return [
        rule.code
        for rule in RULES.values()
        if rule.code not in rows.GENERATED
        and rule.subject != "published"
        and not any(question.needs <= relations.has for question in rule.questions)
    ]


def _problem(relations: Relations, breach: Breach) -> Problem:
    place = relations.places.of(breach.table, breach.row_id, breach.column)
    return breach.rule.at(place, breach.message, short(breach.remedy or breach.rule.remedy))


def _report(relations: Relations, cells: Iterable[tuple[str, str | None, str]]) -> None:
    """Note cells of which something was told; a subpoena's copy of one is no news."""
    values = [[table, row_id, column] for table, row_id, column in cells]
    if values:
        relations.con.executemany("INSERT INTO reported VALUES (?, ?, ?)", values)
    if any(table == "acts" for table, _, _ in values):
        relations.con.execute(
            "INSERT INTO reported SELECT 'subpoenas', s.subpoena_id, r.column_name FROM reported r "
            "JOIN subpoenas s ON r.table_name = 'acts' AND r.row_id = s.act_id"
        )


def _asked(relations: Relations, tables: set[str]) -> Iterator[Breach]:
    """The breaches that the questions of all rules give, each after those before it.

    A question that tells of rows of one table is not asked of other tables.
    """
    for section in sql.read("relations/ties"):
        for statement in section.statements:
            relations.con.execute(sql.parsed(statement))
    relations.con.execute(
        "CREATE VIEW faulty_uses AS SELECT u.passage_id FROM phrase_uses u JOIN reported p "
        "ON p.table_name = 'phrases' AND u.phrase_id = p.row_id"
    )
    of = {None, *tables}
    asked = [
        (rule, question)
        for rule in RULES.values()
        for question in rule.questions
        if question.needs <= relations.has and question.table in of
    ]
    with sql.kept(relations.con, *(() if relations.large else ("giving",))):
        for rule, question in asked:
            if _is_broken(relations.con, question):
                found = list(_breaches(relations, rule, question))
                yield from found
                _report(relations, filter(None, map(_cell, found)))
                _report(relations, [("texts", b.text_id, "*") for b in found if b.text_id])


def _is_broken(con: duckdb.DuckDBPyConnection, question: Question) -> bool:
    """Whether a question has an answer.

    Its answers are counted, since DuckDB 2.0 can wait for ever on a LIMIT over a relation that is
    joined twice.
    """
    counted = sql.parsed(f"SELECT count(*) FROM ({question.sql}) q")
    return con.execute(counted).fetchall() != [(0,)]


def _breaches(relations: Relations, rule: Rule, question: Question) -> Iterator[Breach]:
    given = sql.rows(
        relations.con,
        f"SELECT * FROM ({question.sql}) q WHERE NOT EXISTS (FROM reported p "
        f"WHERE {_same_cell(question)}) ORDER BY ALL LIMIT {MOST + 1}",
    )
    for each in given[:MOST]:
        yield Breach(
            rule,
            each["table_name"],
            each["row_id"],
            each["column_name"],
            each["message"] or f"{_named(each)}: a code or a value is missing",
            each.get("remedy"),
            _about(each),
            each.get("text_id"),
        )
    if len(given) > MOST:
        yield Breach(rule, given[0]["table_name"], None, None, and_others(MOST))


def _named(given: dict[str, Any]) -> str:
    """Row and column of a breach, where a null leaves its message empty."""
    row = f"{given['table_name']} {given['row_id']}"
    return f"{row}.{given['column_name']}" if given["column_name"] else row


def _about(found: Mapping[str, Any]) -> tuple[str, str, str | None] | None:
    """The cell that a breach is about, where it is another than that in which it shows."""
    if not found.get("about_table"):
        return None
    column = found["about_column"] if "about_column" in found else found["column_name"]
    return found["about_table"], found["about_row"], column


def _cell(breach: Breach) -> tuple[str, str | None, str] | None:
    """The cell of which nothing more is to be told; null where a piece alone is faulty."""
    table, row_id, column = breach.about or (breach.table, breach.row_id, breach.column)
    return None if table == "evidence" and column is None else (table, row_id, column or "*")


def _same_cell(question: Question) -> str:
    """SQL that is true where the cell of a breach was reported already."""
    other = "about_table" in question.sql
    table, row = ("q.about_table", "q.about_row") if other else ("q.table_name", "q.row_id")
    column = "q.about_column" if "about_column" in question.sql else "q.column_name"
    return f"p.table_name = {table} AND p.row_id = {row} AND p.column_name IN ({column}, '*')"


def _computed(relations: Relations) -> Iterator[Breach]:
    rule = RULES["computed-differs"]
    for each in differences(relations):
        yield Breach(rule, each.table, each.row_id, each.column, each.message)
