"""Rules on single columns, made from the declarations: one question a table, not one a column."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from ..formats import MISSING
from ..problem import Rule, and_others, nearest
from ..relations import declared
from ..relations.open import Relations
from ..row import Column, Row
from ..sql import SPACE, in_parts, literal, literals, parsed, quoted
from ..tables import TABLE
from ..vocabularies import Absence, Derivation
from .declare import RULES

LARGEST = 2**31  # the integers of the published files are smaller
AT_ONCE = 1_000_000  # keys that are compared at a time, for want of memory
MOST = 1000  # rows that are told one by one: of a table, or with references to no row
LOADED = (
    r"\b(?:illegals?|illegal (?:alien|immigrant)s?|(?:criminal )?aliens?|undocumented|sanctuary)\b"
    r"|\bborn (?:on|in) (?:[a-z]+\.? )?\d"
)
"""Terms that take sides, and days of birth; they stand in verbatim columns only."""

TEXT = TABLE["quotes"].column_map()["text"].pattern
VERBATIM = ("phrases", "searches", "regions", "known_totals", "audits")
"""Tables whose judgments may hold words of sources."""

GENERATED = frozenset(
    (
        *("missing-column", "wrong-value", "loaded-term", "row-invalid", "duplicate-id"),
        *("evidence-twice", "dangling-reference", "computed-differs"),
    )
)
"""Codes of rules with questions that are made from the declarations."""

OF_CODES: dict[type | None, str] = {Derivation: "unknown-derivation", Absence: "reason-for-value"}
"""Vocabularies whose codes have a rule of their own."""


@dataclass(frozen=True)
class Breach:
    """A breach of a rule: where it shows, which cell it is about, what is wrong, what to do."""

    rule: Rule
    table: str
    row_id: str | None
    column: str | None
    message: str
    remedy: str | None = None
    about: tuple[str, str, str | None] | None = None
    text_id: str | None = None


UNTOLD = (
    "add the words that give it; it takes no null, so `absent` is of no use; where the text "
    'implies it, write by = "inference" with value and reason; where nothing tells it, write no '
    "such row: tell of it in a row that the words do give, or leave its sentences out"
)
"""What to do where a claim that its table requires has no value."""


class Fault(NamedTuple):
    """A condition in SQL that a row must not fulfill."""

    condition: str
    code: str
    column: str | None
    message: str
    remedy: str | None = None


def breaches(relations: Relations, filled: Sequence[type[Row]]) -> Iterator[Breach]:
    """Nulls, codes, patterns, bounds and rules on several columns; then keys and references.

    `filled` are the tables that hold rows.
    """
    for table in filled:
        yield from _rows(relations, table)
    for table in _repeating(relations, filled):
        yield from _keys(relations, table)
    yield from _references(relations, filled)


def _rows(relations: Relations, table: type[Row]) -> Iterator[Breach]:
    """Ask which rows break any condition, then, of those few, which conditions."""
    is_computed = "files" in relations.has
    faults = _conditions(table, is_computed)
    any_fault = " OR ".join(f"({fault.condition})" for fault in faults)
    broken_rows = f"FROM {quoted(table.table)} WHERE {any_fault}"
    if not relations.con.execute(parsed(f"SELECT 1 {broken_rows} LIMIT 1")).fetchall():
        return
    conditions = ", ".join(f"coalesce({fault.condition}, false)" for fault in faults)
    found = relations.con.execute(
        f"SELECT {quoted(table.key)}, {conditions} {broken_rows} ORDER BY 1 LIMIT {MOST + 1}"
    ).fetchall()
    reported = _reported(relations, table.table) if found else set()
    tried = _tried(relations, table.table) if found and is_computed else set()
    for row_id, *broken in found[:MOST]:
        for fault, is_broken in zip(faults, broken, strict=True):
            known = reported | tried if fault.code == "missing-column" else reported
            if is_broken and not _is_reported(known, table, row_id, fault.column):
                yield _breach(relations, table, row_id, fault)
    if len(found) > MOST:
        fault = faults[found[MOST].index(True) - 1]
        yield _others(RULES[fault.code], table.table)


def _others(rule: Rule, table: str) -> Breach:
    return Breach(rule, table, None, None, and_others(MOST))


@cache
def _conditions(table: type[Row], is_computed: bool) -> tuple[Fault, ...]:
    """What no row of a table may fulfill; nothing on computed columns where they are filled."""
    columns = [c for c in table.columns() if c.role != "derived" or not is_computed]
    faults = [fault for column in columns for fault in _faults(table, column)]
    return (*faults, *_whole(table))


def _reported(relations: Relations, table: str) -> set[tuple[str, str]]:
    sql = "SELECT row_id, column_name FROM reported WHERE table_name = ?"
    return {(row, column) for row, column in relations.con.execute(sql, [table]).fetchall()}


def _tried(relations: Relations, table: str) -> set[tuple[str, str]]:
    """Cells whose words give no value: the rule `no-derivation` names the words."""
    sql = (
        "SELECT g.row_id, g.column_name FROM giving g JOIN given n USING (evidence_id) "
        "WHERE g.table_name = ? AND g.role = 'claim' AND n.value IS NULL AND n.fault IS NULL "
        "AND (n.anchor IS NULL OR n.anchor_value IS NOT NULL)"
    )
    return {(row, column) for row, column in relations.con.execute(sql, [table]).fetchall()}


def _is_reported(
    reported: set[tuple[str, str]], table: type[Row], row_id: str, column: str | None
) -> bool:
    if (row_id, "*") in reported:
        return True
    if column is None:
        return any(row == row_id for row, _ in reported)
    found = table.column_map().get(column)
    names = {column, found.stem} if found else {column}
    return any((row_id, name) in reported for name in names)


def _breach(relations: Relations, table: type[Row], row_id: str, fault: Fault) -> Breach:
    name = f".{fault.column}" if fault.column else ""
    message = f"{table.table} {row_id}{name} {fault.message}"
    found = Breach(RULES[fault.code], table.table, row_id, fault.column, message, fault.remedy)
    if fault.code in ("missing-column", "wrong-value", *OF_CODES.values()):
        stem = table.column_map()[fault.column].stem if fault.column else "*"
        relations.con.execute("INSERT INTO reported VALUES (?, ?, ?)", [table.table, row_id, stem])
    return found


def _faults(table: type[Row], column: Column) -> Iterator[Fault]:
    name = quoted(column.name)
    is_copy = bool(column.claim and column.claim.copied and table.table != "acts")
    if column.required and column.role != "derived" and not is_copy:
        remedy = UNTOLD if column.claim else None
        yield Fault(f"{name} IS NULL", "missing-column", column.name, "is missing", remedy)
    if column.codes:
        listed = f"{name} NOT IN ({literals(column.codes)})"
        remedy = f"use one of: {', '.join(column.codes)}"
        code = OF_CODES.get(column.vocabulary, "wrong-value")
        yield Fault(listed, code, column.name, "is not a code of its vocabulary", remedy)
    elif column.pattern and not column.references:
        yield _misshapen(column, column.pattern)
    if column.minimum is not None:
        bounds = f"{name} < {column.minimum} OR {name} >= {LARGEST}"
        yield Fault(bounds, "wrong-value", column.name, "is too small or too large")
    if column.type is str and not column.codes and not column.references:
        yield Fault(
            f"{name} IN ({literals(MISSING)})",
            "wrong-value",
            column.name,
            "holds what readers take for a null",
            "leave it null",
        )
        if column.role == "judgment" and table.table not in VERBATIM:
            yield Fault(
                f"regexp_matches({name}, {literal(LOADED.replace('(?:', '('))}, 'i')",
                "loaded-term",
                column.name,
                "takes sides, or tells a day of birth, in our own words",
            )


def _misshapen(column: Column, pattern: str) -> Fault:
    """That a column does not fit a pattern of the declarations."""
    message = f"has not the form {pattern}"
    name = quoted(column.name)
    if pattern == TEXT:  # no white space at either end: quicker than a pattern for all of it
        condition = f"regexp_matches(concat(left({name}, 1), right({name}, 1)), '[{SPACE}]')"
    else:
        unicode = pattern.replace(r"\S", f"[^{SPACE}]")
        condition = f"NOT regexp_full_match({name}, {literal(unicode)})"
    return Fault(condition, "wrong-value", column.name, message)


def _whole(table: type[Row]) -> Iterator[Fault]:
    for name, sql in table.checks.items():
        if name != "named_or_decided":  # told as naming-decision
            message = f"breaks the rule {name}: {sql}"
            yield Fault(f"NOT ({sql})", "row-invalid", None, message)


def _repeating(relations: Relations, tables: Sequence[type[Row]]) -> list[type[Row]]:
    """The tables in which a key may stand twice: hashes of keys take less memory than keys."""
    con = relations.con
    twice = (
        "SELECT DISTINCT table_name FROM (SELECT table_name FROM keys WHERE row_id IS NOT NULL "
        "AND hash(row_id) % $parts = $part GROUP BY table_name, hash(row_id) HAVING count(*) > 1)"
    )
    found = set[tuple[str]]()
    for part in in_parts(con, "keys", AT_ONCE):
        found.update(con.execute(twice, part).fetchall())
    return [table for table in tables if (table.table,) in found]


def _keys(relations: Relations, table: type[Row]) -> Iterator[Breach]:
    name, key = quoted(table.table), quoted(table.key)
    rule = RULES["evidence-twice" if table.table == "evidence" else "duplicate-id"]
    found = relations.con.execute(
        f"SELECT {key}, count(*) FROM {name} GROUP BY 1 HAVING count(*) > 1 "
        f"ORDER BY 1 LIMIT {MOST + 1}"
    ).fetchall()
    for row_id, n in found[:MOST]:
        yield Breach(rule, table.table, row_id, None, f"{table.table} {row_id}: stands {n} times")
    if len(found) > MOST:
        yield _others(rule, table.table)


def _references(relations: Relations, tables: Iterable[type[Row]]) -> Iterator[Breach]:
    """References to no row, of columns that people wrote or words gave, not of computed ones."""
    rule = RULES["dangling-reference"]
    found = relations.con.execute(parsed(_dangling(tables))).fetchall()
    for table, row_id, column, stem, target, value in found[:MOST]:
        if _is_reported(_reported(relations, table), TABLE[table], row_id, column):
            continue
        message = f"{table} {row_id}.{column}: no row of {target} is called {value!r}"
        remedy = _nearest(relations, target, value)
        yield Breach(rule, table, row_id, column, message, remedy)
        relations.con.execute("INSERT INTO reported VALUES (?, ?, ?)", [table, row_id, stem])
    if len(found) > MOST:
        yield _others(rule, found[MOST][0])


def _dangling(tables: Iterable[type[Row]]) -> str:
    """SQL for the references to no row, of all tables together; copies are not told again."""
    parts, targets = [], set[str]()
    for table in tables:
        naming = [c for c in table.columns() if c.references and c.role != "derived"]
        targets |= {str(column.references) for column in naming}
        if naming:
            own = " WHERE NOT is_copied" if "is_copied" in table.column_map() else ""
            parts.append(declared.unnested(table, _naming(naming)) + own)
    if not parts:
        return "SELECT 1 LIMIT 0"
    return (
        f"SELECT table_name, row_id, c, s, target, v FROM ({' UNION ALL '.join(parts)}) "
        f"ANTI JOIN (FROM keys WHERE table_name IN ({literals(sorted(targets))})) k "
        "ON target = k.table_name AND v = k.row_id WHERE v IS NOT NULL "
        f"ORDER BY ALL LIMIT {MOST + 1}"
    )


def _naming(columns: Iterable[Column]) -> dict[str, list[str]]:
    """Columns that refer to rows: their names, stems and tables, and the values in a row."""
    return {
        "c": [literal(column.name) for column in columns],
        "s": [literal(column.stem) for column in columns],
        "target": [literal(str(column.references)) for column in columns],
        "v": [quoted(column.name) for column in columns],
    }


def _nearest(relations: Relations, target: str, value: Any) -> str:
    key = quoted(TABLE[target].key)
    ids = relations.con.execute(f"SELECT {key} FROM {quoted(target)} LIMIT 20000").fetchall()
    return nearest(str(value), [row_id for (row_id,) in ids], f"add it to {target}")
