"""Rules of tables on rows, keys and references, made from the declarations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from check.bulk import MOST, Tables, problem
from check.rules import Problem
from check.stages import LOADED
from evidence.settle import upwards
from ice_subpoenas import TABLE
from ice_subpoenas.formats import literal, literals, quoted
from ice_subpoenas.row import Column, Row
from ice_subpoenas.vocabularies import ADJACENT, COUNTED
from reviewed.rows import LARGEST, UNPUBLISHABLE

SPACE = r"\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}"
"""White space as Python and pydantic know it; DuckDB's own `\\s` is ASCII only."""

TEXT = TABLE["quotes"].column_map()["text"].pattern
POINTERS = {"evidence": "dangling-reference", "absences": "dangling-reference"}
POINTERS |= {"conflicts": "dangling-reference", "reviews": "review-unknown"}
PROSE = LOADED.pattern.replace("(?:", "(")
RECORDED = "(SELECT act_id, count(*) AS found FROM subpoenas GROUP BY act_id)"
"""SQL for the rows in `subpoenas` of each batch that has any."""

CODED = {("evidence", "derivation"): "unknown-derivation"}


Fault = tuple[str, str, str, str]
"""Condition in SQL, code, message, remedy."""


def rows(tables: Tables) -> Iterator[Problem]:
    """Nulls, codes, patterns, bounds and rules on several columns, in one reading of a table."""
    for table in tables.filled:
        faults = [fault for column in table.columns() for fault in _faults(table, column)]
        faults += _whole(table)
        yield from _broken(tables, table, faults)


def _broken(tables: Tables, table: type[Row], faults: list[Fault]) -> Iterator[Problem]:
    tests = ", ".join(f"coalesce({condition}, false)" for condition, *_ in faults)
    anything = " OR ".join(f"({condition})" for condition, *_ in faults)
    key, name = quoted(table.key), quoted(table.table)
    bad = f"FROM {name} WHERE {anything}"
    found = tables.rows(f"SELECT {key}, row_number, {tests} {bad} ORDER BY 1, 2 LIMIT {MOST + 1}")
    for row_id, number, *broken in found[:MOST]:
        for (_, code, message, remedy), is_broken in zip(faults, broken, strict=True):
            if is_broken:
                yield problem(table.table, row_id, number, code, message, remedy)
    if len(found) > MOST:
        ((total,),) = tables.rows(f"SELECT count(*) {bad}")
        message = f"and {total - MOST} more rows like these"
        yield problem(table.table, None, 0, "row-invalid", message, "mend the first ones")


def _faults(table: type[Row], column: Column) -> Iterator[Fault]:
    name = quoted(column.name)
    if column.required:
        yield f"{name} IS NULL", "missing-column", f"{column.name} is missing", "add the value"
    if column.codes:
        listed = literals(column.codes)
        code = CODED.get((table.table, column.name), "wrong-value")
        message = f"{column.name} is no code of its vocabulary"
        yield f"{name} NOT IN ({listed})", code, message, f"use one of: {', '.join(column.codes)}"
    elif column.pattern and not column.references and not _is_pointer(table, column):
        message = f"{column.name} has not the form {column.pattern}"
        yield breaks(name, column.pattern), "wrong-value", message, "write a value of that form"
    if column.minimum is not None:
        message = f"{column.name} is less than {column.minimum} or too large"
        condition = f"{name} < {column.minimum} OR {name} >= {LARGEST}"
        yield condition, "wrong-value", message, "write a number that can be"
    if column.type is str and not column.codes:
        listed = literals(UNPUBLISHABLE)
        message = f"{column.name} holds what readers take for a null"
        yield f"{name} IN ({listed})", "wrong-value", message, "leave it null"
        if column.role == "judgment" and table.table != "phrases":
            message = f"{column.name}: our own words take sides"
            yield (
                f"regexp_matches({name}, {literal(PROSE)}, 'i')",
                "loaded-term",
                message,
                ("say it neutrally"),
            )


def _is_pointer(table: type[Row], column: Column) -> bool:
    """Whether the column names a table or a row of it, so that being there is what counts."""
    return table.table in POINTERS and column.name in ("table_name", "row_id", "column_name")


def breaks(name: str, pattern: str) -> str:
    """SQL that is true where a column does not fit a pattern of the declarations."""
    if pattern == TEXT:  # begins and ends with no white space: quicker than a pattern for all of it
        return f"regexp_matches(left({name}, 1) || right({name}, 1), '[{SPACE}]')"
    unicode = pattern.replace(r"\S", f"[^{SPACE}]")
    return f"NOT regexp_full_match({name}, {literal(unicode)})"


def _whole(table: type[Row]) -> Iterator[Fault]:
    """Rules on several columns of a row."""
    for name, sql in table.checks.items():
        if table.table != "individuals_referenced":  # told as naming-decision
            yield f"NOT ({sql})", "row-invalid", f"breaks the rule {name}: {sql}", "correct one"
    if table.table == "individuals_referenced":
        named = "(naming_decision NOT IN ('not_named', 'name_left_out'))"
        message = "the name and the decision on naming disagree"
        yield f"(name IS NOT NULL) <> {named}", "naming-decision", message, "correct one of them"
    if table.table == "evidence":
        yield from _evidence()


def _evidence() -> Iterator[Fault]:
    parts = ("char_start", "char_end", "exact", "region")
    nulls = " + ".join(f"({part} IS NULL)::INTEGER" for part in parts)
    message = "a span has a beginning, an end, words and a region, or none of them"
    yield f"{nulls} NOT IN (0, 4)", "wrong-value", message, "cite the words whole"
    message = "has no words and is not cited"
    sql = "exact IS NULL AND derivation NOT IN ('cited', 'copied')"
    yield sql, "claim-without-evidence", message, "cite the words"
    reasons = f"len(regexp_extract_all(coalesce(reason, ''), '[^{SPACE}]+')) < 10"
    message = "the inference explains itself in fewer than 10 words"
    sql = f"derivation = 'inference' AND {reasons}"
    yield sql, "inference-without-reason", message, "say how the value follows from the words"


def keys(tables: Tables) -> Iterator[Problem]:
    """Each key stands once, and none was retired."""
    for table in tables.filled:
        name, key = quoted(table.table), quoted(table.key)
        count = f"SELECT count({key}), count(DISTINCT hash({key})) FROM {name}"
        ((total, different),) = tables.rows(count)
        if total != different:
            code = "evidence-twice" if table.table == "evidence" else "duplicate-id"
            yield from tables.found(
                code,
                "use another id, or remove one",
                f"SELECT {literal(table.table)} t, {key} k, max(row_number) n, "
                f"'stands ' || count(*) || ' times' m FROM {name} "
                f"GROUP BY {key} HAVING count(*) > 1",
            )
        if table.table != "retired_ids" and TABLE["retired_ids"] in tables.filled:
            yield from tables.found(
                "retired-id",
                "use a new id",
                f"SELECT {literal(table.table)} t, {key} k, row_number n, 'the id was retired' m "
                f"FROM {name} SEMI JOIN retired_ids r ON {name}.{key} = r.retired_id",
            )


def references(tables: Tables) -> Iterator[Problem]:
    """Each foreign key is a key of its table."""
    for table in tables.filled:
        for column in table.columns():
            if column.references:
                yield from _dangling(tables, table, column)


def _dangling(tables: Tables, table: type[Row], column: Column) -> Iterator[Problem]:
    target = TABLE[column.references or ""]
    name, key = quoted(column.name), quoted(table.key)
    lost = (
        f"SELECT c.{key} AS k, c.row_number AS n, c.{name} AS v FROM {quoted(table.table)} c "
        f"ANTI JOIN {quoted(target.table)} p ON c.{name} = p.{quoted(target.key)} "
        f"WHERE c.{name} IS NOT NULL"
    )
    shown = literal(table.table)
    bad = breaks("v", column.pattern) if column.pattern else "false"
    yield from tables.found(
        "dangling-reference",
        f"add it to {target.table}",
        f"SELECT {shown} t, k, n, '{column.name}: no row of {target.table} is called ' || v m "
        f"FROM ({lost}) WHERE NOT ({bad})",
    )
    yield from tables.found(
        "wrong-value",
        "write a value of that form",
        f"SELECT {shown} t, k, n, '{column.name} has not the form of an id: ' || v m "
        f"FROM ({lost}) WHERE {bad}",
    )


def pointers(tables: Tables) -> Iterator[Problem]:
    """What points at a row by table and id points at one that exists, and at a claim of it."""
    for name, code in POINTERS.items():
        key = quoted(TABLE[name].key)
        named = tables.rows(f"SELECT DISTINCT table_name FROM {name} WHERE table_name IS NOT NULL")
        for (target,) in sorted(named):
            lost = ""
            if target in TABLE:
                lost = f"ANTI JOIN {quoted(target)} x ON p.row_id = x.{quoted(TABLE[target].key)}"
            yield from tables.found(
                code,
                "correct the table or the id",
                f"SELECT '{name}' t, p.{key} k, p.row_number n, "
                f"'there is no row ' || p.table_name || '/' || p.row_id m "
                f"FROM {name} p {lost} WHERE p.table_name = {literal(target)}",
            )
    for name in ("evidence", "absences", "conflicts"):
        yield from _columns(tables, name)


def _columns(tables: Tables, name: str) -> Iterator[Problem]:
    key, code = (
        quoted(TABLE[name].key),
        "reason-for-value" if name == "absences" else "unknown-column",
    )
    named = tables.rows(f"SELECT DISTINCT table_name, column_name FROM {name}")
    for target, column in sorted(named, key=str):
        if (
            target not in TABLE
            or _is_claim(target, column)
            or (name, column) == ("conflicts", "words")
        ):
            continue
        yield from tables.found(
            code,
            "name a claim of the table",
            f"SELECT '{name}' t, {key} k, row_number n, "
            f"table_name || '.' || column_name || ' is no claim' m FROM {name} "
            f"WHERE table_name = {literal(target)} AND column_name = {literal(column)}",
        )


def _is_claim(table: str, stem: Any) -> bool:
    columns = TABLE[table].stems().get(stem)
    return bool(columns) and columns is not None and columns[0].role == "claim"


def above_themselves(tables: Tables) -> Iterator[Problem]:
    """Following the parent of a row never leads back to the row."""
    for table in tables.filled:
        for column in table.columns():
            if column.references != table.table or column.role == "derived":
                continue
            key, name = quoted(table.key), quoted(column.name)
            sql = f"SELECT {key}, {name}, row_number FROM {quoted(table.table)}"
            found = tables.rows(f"{sql} WHERE {name} IS NOT NULL")
            above = {key: parent for key, parent, _ in found}
            for row_id, _, number in sorted(found):
                if row_id in upwards(above[row_id], above.get):
                    message = f"{column.name} leads back to the row itself"
                    yield problem(
                        table.table, row_id, number, "row-invalid", message, "name a wider one"
                    )


def counts(tables: Tables) -> Iterator[Problem]:
    """A batch has as many subpoenas as it states."""
    yield from tables.found(
        "count-mismatch",
        "add the missing rows, or correct the number",
        "SELECT 'acts' t, act_id k, b.row_number n, "
        "'n_subpoenas is ' || n_subpoenas || ' and ' || coalesce(found, 0) || ' are recorded' m "
        f"FROM acts b LEFT JOIN {RECORDED} s USING (act_id) "
        f"WHERE n_subpoenas <> coalesce(found, 0) AND instrument IN ({literals(COUNTED)})",
    )
    yield from tables.found(
        "count-mismatch",
        "remove its rows in `subpoenas`, its n_subpoenas and its group_id",
        "SELECT 'acts' t, act_id k, b.row_number n, "
        "'the paper is a ' || instrument || ', which is never counted, and has subpoenas' m "
        f"FROM acts b LEFT JOIN {RECORDED} s USING (act_id) "
        f"WHERE instrument IN ({literals(ADJACENT)}) "
        "AND (n_subpoenas IS NOT NULL OR group_id IS NOT NULL OR found > 0)",
    )


def group_counts(tables: Tables) -> Iterator[Problem]:
    """The batches of a group have as many subpoenas as it states, as far as they have numbers."""
    members = (
        "SELECT group_id, sum(coalesce(n_subpoenas, found, 0)) AS total, "
        f"bool_and(n_subpoenas IS NOT NULL) AS whole FROM acts LEFT JOIN {RECORDED} s "
        "USING (act_id) WHERE group_id IS NOT NULL GROUP BY group_id"
    )
    yield from tables.found(
        "count-mismatch",
        "correct the number, or which batches name the group",
        "SELECT 'act_groups' t, group_id k, g.row_number n, 'n_subpoenas is ' || n_subpoenas "
        "|| ' and its batches have ' || coalesce(total, 0) m FROM act_groups g "
        f"LEFT JOIN ({members}) b USING (group_id) WHERE coalesce(total, 0) > n_subpoenas "
        "OR coalesce(whole, true) AND coalesce(total, 0) < n_subpoenas",
    )


def utterances(tables: Tables) -> Iterator[Problem]:
    """An utterance has one speaker and at least one quotation; a chain begins with a speaker."""
    yield from tables.found(
        "row-invalid",
        "an utterance has one speaker and at least one quotation",
        "SELECT 'utterances' t, u.utterance_id k, u.row_number n, "
        "'its ' || coalesce(number, 0) || ' quotations have ' || coalesce(speakers, 0) "
        "|| ' different speakers' m FROM utterances u LEFT JOIN (SELECT utterance_id, "
        "count(*) AS number, count(DISTINCT coalesce(speaker_id, '') || '/' || "
        "coalesce(speaker_agency_id, '')) AS speakers FROM quotes WHERE utterance_id IS NOT NULL "
        "GROUP BY utterance_id) q USING (utterance_id) WHERE coalesce(speakers, 0) <> 1",
    )
    yield from tables.found(
        "row-invalid",
        "name the speaker, or remove the chain",
        "SELECT 'attributions' t, attribution_id k, a.row_number n, "
        "'it has a chain and no speaker' m FROM attributions a JOIN quotes q USING (quote_id) "
        "WHERE q.speaker_id IS NULL AND q.speaker_agency_id IS NULL",
    )


def relations(tables: Tables) -> Iterator[Problem]:
    """Texts that share a passage are related, and the overlap says whether they are."""
    related = (
        "SELECT source_id a, related_source_id b FROM source_relations UNION "
        "SELECT related_source_id, source_id FROM source_relations"
    )
    yield from tables.found(
        "overlap-without-relation",
        "add a row to source_relations",
        "SELECT 'shared_passages' t, min(shared_passage_id) k, min(row_number) n, "
        "source_id || ' and ' || "
        "other_source_id || ' share a passage and source_relations says nothing of it' m "
        f'FROM "shared_passages" o ANTI JOIN ({related}) r '
        "ON o.source_id = r.a AND o.other_source_id = r.b "
        "GROUP BY source_id, other_source_id",
    )


LAWS = (
    rows,
    keys,
    references,
    pointers,
    above_themselves,
    counts,
    group_counts,
    utterances,
    relations,
)
