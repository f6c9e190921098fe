"""Rules of tables on cells: each claim has evidence that gives it, each gap a reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from check.bulk import Tables, problem
from check.bulkwords import derived
from check.rules import Problem
from evidence.settle import PARENTS, upwards, weighed
from ice_subpoenas import TABLE
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.edtf import DaySet
from ice_subpoenas.formats import literal, quoted
from ice_subpoenas.row import Column, Row

GIVING = "stance IS DISTINCT FROM 'bears_on'"


def claims(tables: Tables) -> Iterator[Problem]:
    """Every claim of every row has evidence that gives its value."""
    for table in tables.filled:
        for stem, columns in table.stems().items():
            if columns[0].role == "claim":
                yield from _claim(tables, table, stem, columns)


def _claim(
    tables: Tables, table: type[Row], stem: str, columns: tuple[Column, ...]
) -> Iterator[Problem]:
    column = columns[0]
    if column.name.endswith("_edtf"):
        yield from _days(tables, table, stem)
    else:
        yield from _values(tables, table, stem, column)
    yield from _nulls(tables, table, stem, columns)


def _cells(table: type[Row], column: Column) -> str:
    """SQL for the cells of a column: key `k`, row number `n`, value as text `v`."""
    value = f"CAST({quoted(column.name)} AS VARCHAR)"
    return f"(SELECT {quoted(table.key)} k, row_number n, {value} v FROM {quoted(table.table)})"


def _pieces(table: type[Row], stem: str) -> str:
    """SQL for the evidence of a column that gives a value."""
    cell = f"table_name = {literal(table.table)} AND column_name = {literal(stem)}"
    return f"(SELECT * FROM evidence WHERE {cell} AND {GIVING})"


def _values(tables: Tables, table: type[Row], stem: str, column: Column) -> Iterator[Problem]:
    cells, pieces = _cells(table, column), _pieces(table, stem)
    lacking = (
        f"SELECT c.* FROM {cells} c ANTI JOIN {pieces} e ON c.k = e.row_id AND c.v = e.value "
        f"WHERE c.v IS NOT NULL"
    )
    yield from _unproven(tables, table, stem, f"({lacking})", pieces)
    yield from _stances(tables, table, stem, column)


def _unproven(
    tables: Tables, table: type[Row], stem: str, lacking: str, pieces: str
) -> Iterator[Problem]:
    """Of cells without the evidence that they need: those with none, and those with other."""
    shown = literal(table.table)
    yield from tables.found(
        "claim-without-evidence",
        "add the words",
        f"SELECT {shown} t, c.k, c.n, {literal(stem)} || ' has no evidence: ' || c.v m "
        f"FROM {lacking} c ANTI JOIN {pieces} e ON c.k = e.row_id",
    )
    yield from tables.found(
        "value-not-given",
        "correct the value, or cite the words that give it",
        f"SELECT {shown} t, c.k, any_value(c.n) n, {literal(stem)} || ': the row says ' || "
        "any_value(c.v) || ', its evidence gives ' || coalesce(string_agg(DISTINCT e.value, ', ' "
        f"ORDER BY e.value), 'nothing') m FROM {lacking} c JOIN {pieces} e ON c.k = e.row_id "
        "GROUP BY c.k",
    )


def _stances(tables: Tables, table: type[Row], stem: str, column: Column) -> Iterator[Problem]:
    """Each stance is what the values make it; judged once for each pair of values."""
    joined = (
        f"{_pieces(table, stem)} e JOIN {_cells(table, column)} c ON c.k = e.row_id "
        "WHERE c.v IS NOT NULL AND (e.value IS DISTINCT FROM c.v OR e.stance <> 'supports')"
    )
    above = _parents(tables, column)
    pairs = tables.rows(
        "SELECT c.v, e.value, e.stance, min(e.evidence_id), min(e.row_number), count(*) "
        f"FROM {joined} GROUP BY ALL ORDER BY ALL"
    )
    for value, given, stance, evidence_id, number, many in pairs:
        right = "supports" if given == value else "contests"
        if right == "contests" and given in upwards(value, above.get):
            right = "broader"
        if stance != right:
            message = f"the stance is {stance!r} where {given!r} {right} {value!r} ({many} rows)"
            yield problem(
                "evidence", evidence_id, number, "value-not-given", message, f"write {right!r}"
            )


def _parents(tables: Tables, column: Column) -> dict[str, str | None]:
    """What stands above each value: broader codes, or the bodies and places of a table."""
    if column.vocabulary:
        return {member.value: member.broader for member in column.vocabulary}
    parent = PARENTS.get(column.references or "")
    if not parent or not column.references:
        return {}
    key = TABLE[column.references].key
    return dict(tables.rows(f"SELECT {key}, {parent} FROM {column.references}"))


def _nulls(
    tables: Tables, table: type[Row], stem: str, columns: tuple[Column, ...]
) -> Iterator[Problem]:
    """A null has no evidence of a value, or evidence that disagrees; core tables say why."""
    column, shown = columns[0], literal(table.table)
    pieces, key = _pieces(table, stem), quoted(table.key)
    is_null = f"{quoted(column.name)} IS NULL"
    empty = f"(SELECT {key} k, row_number n FROM {quoted(table.table)} WHERE {is_null})"
    if column.required:
        return
    cell = f"table_name = {shown} AND column_name = {literal(stem)}"
    conflicting = f"(SELECT row_id FROM absences WHERE {cell} AND reason = 'conflicting')"
    unresolved = f"(SELECT row_id FROM conflicts WHERE {cell} AND resolution = 'unresolved')"
    others = [c.name for c in columns[1:] if c.role == "claim"]
    partly = " OR ".join(f"{quoted(name)} IS NOT NULL" for name in others) or "false"
    yield from tables.found(
        "claim-without-evidence",
        f"write {stem} too",
        f"SELECT {shown} t, {key} k, row_number n, {literal(stem)} || "
        f"': a part of it has a value that nothing supports' m FROM {quoted(table.table)} "
        f"WHERE {quoted(column.name)} IS NULL AND ({partly})",
    )
    yield from tables.found(
        "evidence-without-value",
        "write the value, or mark the words as bearing on it",
        f"SELECT {shown} t, c.k, min(c.n) n, {literal(stem)} || ': evidence gives ' || "
        f"coalesce(min(e.value), 'a value') || ' and the row says nothing' m FROM {empty} c "
        f"JOIN {pieces} e ON c.k = e.row_id ANTI JOIN {conflicting} a ON c.k = a.row_id "
        f"ANTI JOIN {unresolved} u ON c.k = u.row_id GROUP BY c.k",
    )
    yield from tables.found(
        "conflict-gone",
        "restore the evidence, or correct the reason",
        f"SELECT {shown} t, c.k, min(c.n) n, {literal(stem)} || "
        f"' is null as conflicting and its evidence does not disagree' m FROM {empty} c "
        f"SEMI JOIN {conflicting} a ON c.k = a.row_id LEFT JOIN {pieces} e ON c.k = e.row_id "
        "GROUP BY c.k HAVING count(DISTINCT e.value) < 2",
    )
    yield from _reasons(tables, table, stem, column, cell)


def _reasons(
    tables: Tables, table: type[Row], stem: str, column: Column, cell: str
) -> Iterator[Problem]:
    shown, key, name = literal(table.table), quoted(table.key), quoted(column.name)
    explained = f"(SELECT row_id FROM absences WHERE {cell})"
    needs = table.core or table.table == "acts"
    if needs and column.claim and column.claim.absent is None:
        yield from tables.found(
            "null-without-reason",
            "add a row to absences",
            f"SELECT {shown} t, {key} k, row_number n, {literal(stem)} || "
            f"' is null and nobody says why' m FROM {quoted(table.table)} c "
            f"ANTI JOIN {explained} a ON c.{key} = a.row_id WHERE {name} IS NULL",
        )
    yield from tables.found(
        "reason-for-value",
        "remove one of them",
        f"SELECT {shown} t, {key} k, row_number n, {literal(stem)} || "
        f"' has a value and a reason for a null' m FROM {quoted(table.table)} c "
        f"SEMI JOIN {explained} a ON c.{key} = a.row_id WHERE {name} IS NOT NULL",
    )


# --- dates ------------------------------------------------------------------------------------


def _days(tables: Tables, table: type[Row], stem: str) -> Iterator[Problem]:
    """A date is what its pieces of evidence allow together; judged once for each different case."""
    column = table.column_map()[f"{stem}_edtf"]
    cells, pieces = _cells(table, column), _pieces(table, stem)
    lacking = (
        f"(SELECT c.* FROM {cells} c ANTI JOIN {pieces} e ON c.k = e.row_id WHERE c.v IS NOT NULL)"
    )
    yield from _unproven(tables, table, stem, lacking, pieces)
    yield from _bounds(tables, table, stem)
    piece = (
        "{'derivation': coalesce(o.derivation, e.derivation), 'exact': e.exact, "
        "'arguments': coalesce(o.arguments, CASE WHEN e.derivation <> 'copied' THEN e.arguments "
        "END), 'value': e.value, 'stance': e.stance}"
    )
    cases = tables.rows(
        f"SELECT v, pieces, min(k), min(n), count(*) FROM (SELECT c.k, any_value(c.n) n, "
        f"any_value(c.v) v, to_json(list(DISTINCT {piece} ORDER BY {piece})) pieces "
        f"FROM {cells} c JOIN {pieces} e ON c.k = e.row_id "
        "LEFT JOIN evidence o ON e.derivation = 'copied' AND o.evidence_id = e.via_evidence_id "
        "WHERE c.v IS NOT NULL GROUP BY c.k) GROUP BY v, pieces ORDER BY ALL"
    )
    for value, listed, key, number, many in cases:
        told = _judged(value, json.loads(listed))
        if told:
            code, message = told
            message = f"{stem}: {message} ({many} rows)"
            yield problem(table.table, key, number, code, message, "write what the words allow")


def _judged(value: str, pieces: list[dict[str, Any]]) -> tuple[str, str] | None:
    """What is wrong with a date and the stances of its pieces; null if nothing is."""
    try:
        published = edtf.parse(value)
    except ValueError as error:
        return "date-invalid", str(error)
    given = []
    for piece in pieces:
        days = _days_of(piece["derivation"], piece["exact"], piece["arguments"], piece["value"])
        if days is None:
            break  # told as a derivation that gives no value
        given.append(days)
    stances, allowed = weighed(value, published, given)
    for piece, right in zip(pieces, stances, strict=False):
        if piece["stance"] != right:
            message = f"the stance of {piece['value']!r} is {piece['stance']!r}, not {right!r}"
            return "value-not-given", message
    if allowed is None or len(given) < len(pieces):
        return None
    return "value-not-given", f"the row says {value!r}, its evidence together allows {allowed!r}"


@lru_cache(maxsize=1_000_000)
def _days_of(
    derivation: str, words: str | None, arguments: str | None, value: str | None
) -> DaySet | None:
    if derivation == "date" and words is not None:
        found = derived(derivation, words, arguments)
        return found if isinstance(found, tuple) else None
    try:
        return edtf.parse(value or "")
    except ValueError:
        return None


def _bounds(tables: Tables, table: type[Row], stem: str) -> Iterator[Problem]:
    """Earliest and latest day are those of the EDTF string."""
    names = [f"{stem}_{part}" for part in ("edtf", "earliest", "latest")]
    sql = f"SELECT {', '.join(names)}, min({table.key}), min(row_number) FROM {table.table}"
    for value, *bounds, key, number in tables.rows(f"{sql} GROUP BY ALL ORDER BY ALL"):
        try:
            right = edtf.bounds(edtf.parse(value)) if value else (None, None)
        except ValueError as error:
            yield problem(
                table.table, key, number, "date-invalid", str(error), "write an EDTF date"
            )
            continue
        if tuple(bounds) != right:
            message = f"{stem}: the bounds of {value!r} are {right[0]} and {right[1]}"
            yield problem(table.table, key, number, "date-invalid", message, "correct the bounds")


# --- disagreement -----------------------------------------------------------------------------

DISPUTES = """SELECT e.table_name, e.row_id, e.column_name, min(e.row_number) n,
string_agg(DISTINCT e.value, ', ' ORDER BY e.value) FILTER (e.stance <> 'broader') given
FROM evidence e SEMI JOIN (SELECT DISTINCT table_name, row_id, column_name FROM evidence
WHERE stance = 'contests' AND derivation <> 'copied') c
ON e.table_name = c.table_name AND e.row_id = c.row_id AND e.column_name = c.column_name
WHERE e.derivation <> 'copied' AND e.stance <> 'bears_on'
GROUP BY e.table_name, e.row_id, e.column_name
HAVING count(DISTINCT e.value) FILTER (e.stance <> 'broader') > 1"""

ALTERED = """SELECT 'utterances', utterance_id, 'words', min(row_number), 'altered words'
FROM quote_variants WHERE within_marks AND NOT by_ellipsis GROUP BY utterance_id"""


def conflicts(tables: Tables) -> Iterator[Problem]:
    """Evidence that disagrees has a row in conflicts, and each such row its disagreement."""
    disputes = f"(SELECT * FROM ({DISPUTES}) UNION ALL {ALTERED})"
    same = "c.table_name = d.table_name AND c.row_id = d.row_id AND c.column_name = d.column_name"
    yield from tables.found(
        "conflict-without-record",
        "correct the words, or add a row to conflicts",
        "SELECT d.table_name t, d.row_id k, d.n, d.column_name || ': evidence gives ' || d.given m "
        f"FROM {disputes} d ANTI JOIN conflicts c ON {same}",
    )
    yield from tables.found(
        "conflict-gone",
        "remove the row, or restore the evidence",
        "SELECT 'conflicts' t, conflict_id k, row_number n, 'the evidence for ' || c.table_name || "
        f"'/' || c.row_id || '/' || c.column_name || ' agrees' m FROM conflicts c "
        f"ANTI JOIN {disputes} d ON {same}",
    )
    yield from _resolved(tables)


def _resolved(tables: Tables) -> Iterator[Problem]:
    """An unresolved conflict has no value, a resolved one has the value that is published."""
    named = tables.rows("SELECT DISTINCT table_name, column_name FROM conflicts")
    for target, stem in sorted(named, key=str):
        columns = TABLE[target].stems().get(stem) if target in TABLE else None
        if not columns:
            continue
        cells = _cells(TABLE[target], columns[0])
        yield from tables.found(
            "unresolved-with-value",
            "write either a value and its rule, or `unresolved` and the reason `conflicting`",
            "SELECT 'conflicts' t, c.conflict_id k, c.row_number n, c.resolution || ' and ' || "
            f"coalesce(x.v, 'null') m FROM conflicts c JOIN {cells} x ON c.row_id = x.k "
            f"WHERE c.table_name = {literal(target)} AND c.column_name = {literal(stem)} "
            "AND (c.resolution = 'unresolved') = (x.v IS NOT NULL)",
        )
        yield from tables.found(
            "conflict-value",
            "write the same value in both, after looking at the evidence again",
            "SELECT 'conflicts' t, c.conflict_id k, c.row_number n, 'the record says ' || "
            "coalesce(c.published_value, 'null') || ', the row says ' || x.v m "
            f"FROM conflicts c JOIN {cells} x ON c.row_id = x.k "
            f"WHERE c.table_name = {literal(target)} AND c.column_name = {literal(stem)} "
            "AND c.resolution <> 'unresolved' AND c.published_value <> x.v",
        )


LAWS = (claims, conflicts)
