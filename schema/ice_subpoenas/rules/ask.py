"""Ask every rule of relations. What is reported once is left out of every later question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..problem import Problem, Question, Rule, in_order
from ..relations.compare import differences
from ..relations.open import Relations
from . import rows
from .breach import Breach
from .declare import RULES

MOST = 1000  # breaches of one question that are told one by one


def problems(relations: Relations, told: Iterable[tuple[str, str, str]] = ()) -> list[Problem]:
    """Every problem of complete relations, in order of place.

    `told` are cells of which something is known to be wrong already: table, row, and column, stem
    or `*` for the whole row. Of rows that people wrote, what is computed is not compared: it was
    just computed.
    """
    con = relations.con
    con.execute("CREATE TABLE reported (table_name VARCHAR, row_id VARCHAR, column_name VARCHAR)")
    _report(relations, told)
    found: list[Breach] = []
    groups = (
        [rows.breaches, _asked] if "files" in relations.has else [rows.breaches, _computed, _asked]
    )
    for group in groups:
        for breach in group(relations):
            found.append(breach)
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
    return breach.rule.at(place, breach.message, breach.remedy)


def _report(relations: Relations, cells: Iterable[tuple[str, str | None, str]]) -> None:
    values = [[table, row_id, column] for table, row_id, column in cells]
    if values:
        relations.con.executemany("INSERT INTO reported VALUES (?, ?, ?)", values)


def _asked(relations: Relations) -> Iterator[Breach]:
    """The breaches that the questions of all rules give, each after those before it."""
    for rule in RULES.values():
        for question in rule.questions:
            if question.needs <= relations.has:
                found = list(_breaches(relations, rule, question))
                yield from found
                _report(
                    relations,
                    [
                        (*(b.about or (b.table, b.row_id)), b.column or "*")
                        for b in found
                        if b.column or b.table not in ("evidence", "conflicts", "absences")
                    ],
                )


def _breaches(relations: Relations, rule: Rule, question: Question) -> Iterator[Breach]:
    con = relations.con
    found = con.execute(
        f"SELECT * FROM ({question.sql}) q WHERE NOT EXISTS (FROM reported p "
        f"WHERE {_same_cell(question)}) ORDER BY ALL LIMIT {MOST + 1}"
    )
    names = [column[0] for column in found.description]
    given = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    for each in given[:MOST]:
        about = (each["about_table"], each["about_row"]) if each.get("about_table") else None
        yield Breach(
            rule,
            each["table_name"],
            each["row_id"],
            each["column_name"],
            each["message"] or "",
            each.get("remedy"),
            about,
        )
    if len(given) > MOST:
        yield Breach(rule, given[0]["table_name"], None, None, f"and more than {MOST} others")


def _same_cell(question: Question) -> str:
    """SQL that is true where the cell of a breach was reported already."""
    about = "about_table" in question.sql
    table, row = ("q.about_table", "q.about_row") if about else ("q.table_name", "q.row_id")
    return (
        f"p.table_name = {table} AND p.row_id = {row} AND (p.column_name IN (q.column_name, '*'))"
    )


def _computed(relations: Relations) -> Iterator[Breach]:
    rule = RULES["computed-differs"]
    for each in differences(relations):
        yield Breach(rule, each.table, each.row_id, each.column, each.message)
