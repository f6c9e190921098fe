"""Rules of tables on words: they stand in their text, and give the value that is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from check.bulk import Tables, problem
from check.bulkrows import SPACE
from check.rules import Problem
from check.stages import CEILING
from evidence.resolve import Address, Phrases, circles
from ice_subpoenas import TABLE, TABLES
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.derive import DERIVATIONS, Given, Value
from ice_subpoenas.derivations.edtf import DaySet
from ice_subpoenas.formats import literal, literals, quoted
from ice_subpoenas.row import Column
from reviewed.rows import nearest
from texts.held import CONTEXT, may_support

ODD = f"[{SPACE}]{{2}}|[\\x{{1c}}-\\x{{1f}}{SPACE.replace(' ', '')}]"
"""White space that the derivation `literal` changes."""

ARGUMENTS = ("anchor", "anchor_value", "direction", "bound", "members", "list", "from")


# --- texts ------------------------------------------------------------------------------------


def texts(tables: Tables) -> Iterator[Problem]:
    """Each text is the one that its source row describes."""
    yield from tables.found(
        "seed-missing",
        "add the text, or say that it is not held",
        "SELECT 'sources' t, s.source_id k, row_number n, 'its text is not in texts' m "
        "FROM sources s ANTI JOIN texts x ON s.source_id = x.source_id WHERE text_held",
    )
    yield from tables.found(
        "seed-changed",
        "restore the text",
        "SELECT 'sources' t, s.source_id k, row_number n, 'its text is another one' m "
        "FROM sources s JOIN texts x ON s.source_id = x.source_id WHERE NOT text_held "
        "OR n_characters IS DISTINCT FROM length(text) "
        "OR text_sha256 IS DISTINCT FROM sha256(text)",
    )
    yield from tables.found(
        "dangling-reference",
        "add its row",
        "SELECT 'texts' t, x.source_id k, 0 n, 'no source has this id' m "
        "FROM texts x ANTI JOIN sources s ON s.source_id = x.source_id",
    )
    yield from tables.found(
        "duplicate-id",
        "remove one",
        "SELECT 'texts' t, source_id k, 0 n, 'stands ' || count(*) || ' times' m "
        "FROM texts GROUP BY source_id HAVING count(*) > 1",
    )


def slices(tables: Tables) -> Iterator[Problem]:
    """Words, prefix and suffix are what the text holds in that place, in code points."""
    whole = "coalesce(prefix, '') || exact || coalesce(suffix, '')"
    first = "char_start + 1 - length(coalesce(prefix, ''))"
    wrong = (
        f"length(exact) <> char_end - char_start OR {first} < 1 "
        f"OR substring(text, {first}, length({whole})) <> {whole} OR char_end > length(text)"
    )
    yield from tables.found(
        "words-not-found",
        "correct the words or the place",
        "SELECT 'evidence' t, evidence_id k, row_number n, 'the words, or those around them, do "
        "not stand at ' || char_start || ' of ' || source_id m "
        f"FROM evidence JOIN texts USING (source_id) WHERE exact IS NOT NULL AND ({wrong})",
    )
    yield from tables.found(
        "words-not-found",
        "correct the words or the place",
        "SELECT 'quotes' t, quote_id k, row_number n, 'the words do not stand at ' || char_start "
        "|| ' of ' || source_id m FROM quotes q JOIN texts x USING (source_id) WHERE "
        "substring(x.text, char_start + 1, char_end - char_start) <> q.text "
        "OR length(q.text) <> char_end - char_start",
    )
    for table, words in (("evidence", "exact"), ("quotes", "text")):
        yield from tables.found(
            "dangling-reference",
            "cite a held source",
            f"SELECT '{table}' t, {TABLE[table].key} k, row_number n, "
            f"'no text of ' || source_id || ' is held' m FROM {table} e "
            f"ANTI JOIN texts x ON e.source_id = x.source_id WHERE e.{words} IS NOT NULL",
        )
    yield from tables.found(
        "words-not-found",
        f"show at most {CONTEXT} characters",
        "SELECT 'evidence' t, evidence_id k, row_number n, 'prefix or suffix is too long' m "
        f"FROM evidence WHERE length(prefix) > {CONTEXT} OR length(suffix) > {CONTEXT}",
    )


def regions(tables: Tables) -> Iterator[Problem]:
    """Regions lie in their text side by side; words lie in one that may support their cell."""
    yield from tables.found(
        "region-invalid",
        "correct the borders",
        "SELECT 'regions' t, region_id k, row_number n, 'overlaps the region before it, or is "
        "empty, or ends after the text' m FROM (SELECT *, coalesce(max(char_end) OVER (PARTITION "
        "BY source_id ORDER BY char_start ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) "
        "AS before FROM regions) r LEFT JOIN texts x USING (source_id) "
        "WHERE char_start < before OR char_start >= char_end OR char_end > length(x.text)",
    )
    for table in ("evidence", "quotes"):
        yield from tables.found(
            "words-inadmissible",
            "cite words of one region",
            f"SELECT '{table}' t, {TABLE[table].key} k, e.row_number n, 'the words do not lie in a "
            f"region ' || e.region || ' of ' || e.source_id m FROM {table} e ANTI JOIN regions r "
            "ON e.source_id = r.source_id AND e.char_start >= r.char_start "
            "AND e.char_end <= r.char_end AND e.region = r.region WHERE e.region IS NOT NULL",
        )
    yield from _inadmissible(tables)


def _inadmissible(tables: Tables) -> Iterator[Problem]:
    kinds = tables.rows(
        "SELECT DISTINCT region, table_name, column_name FROM evidence WHERE region IS NOT NULL "
        "AND derivation <> 'copied'"
    )
    for region, table, column in sorted(kinds, key=str):
        if may_support(region, table, column):
            continue
        yield from tables.found(
            "words-inadmissible",
            "cite words of the article itself",
            "SELECT 'evidence' t, evidence_id k, row_number n, 'the words lie in the region ' || "
            f"region m FROM evidence WHERE region = {literal(region)} "
            f"AND table_name = {literal(table)} AND column_name = {literal(column)}",
        )
    listed = literals(("body", "headline", "deck", "embedded"))
    yield from tables.found(
        "words-inadmissible",
        "remove the row",
        "SELECT 'quotes' t, quote_id k, row_number n, "
        "'the passage lies in the region ' || region m "
        f"FROM quotes WHERE region NOT IN ({listed})",
    )


SPANS = (
    "(SELECT source_id, char_start lo, char_end hi FROM quotes UNION ALL "
    "SELECT source_id, char_start, char_end FROM evidence "
    "WHERE char_start IS NOT NULL AND derivation <> 'copied')"
)


def ledger(tables: Tables) -> Iterator[Problem]:
    """Every sentence is used, or left out with a reason; never both."""
    touches = "l.source_id = s.source_id AND s.lo < l.char_end AND l.char_start < s.hi"
    yield from tables.found(
        "sentence-unaccounted",
        "record its fact, or say why it is left out",
        "SELECT 'ledger' t, ledger_id k, row_number n, 'nothing uses the sentence' m "
        f"FROM ledger l ANTI JOIN {SPANS} s ON {touches} WHERE reason IS NULL",
    )
    yield from tables.found(
        "left-out-but-used",
        "remove the reason",
        "SELECT 'ledger' t, ledger_id k, row_number n, 'is left out and evidence uses it' m "
        f"FROM ledger l SEMI JOIN {SPANS} s ON {touches} WHERE reason IS NOT NULL",
    )


def shown(tables: Tables) -> Iterator[Problem]:
    """No more of a text is published, context included, than the ceiling allows."""
    spans = (
        "(SELECT source_id, char_start lo, char_end hi FROM quotes UNION ALL SELECT e.source_id, "
        "e.char_start - length(coalesce(e.prefix, '')), "
        "e.char_end + length(coalesce(e.suffix, '')) "
        "FROM evidence e ANTI JOIN quotes q ON e.source_id = q.source_id "
        "AND e.char_start = q.char_start AND e.char_end = q.char_end "
        "WHERE e.char_start IS NOT NULL AND e.derivation <> 'copied')"
    )
    dense = (  # counting what overlaps twice is quick, and an upper bound
        f"(SELECT source_id, n_characters FROM {spans} JOIN sources USING (source_id) "
        f"GROUP BY ALL HAVING sum(hi - lo) > {CEILING} * n_characters)"
    )
    before = "max(hi) OVER (PARTITION BY source_id ORDER BY lo ROWS BETWEEN UNBOUNDED PRECEDING "
    yield from tables.found(
        "text-reconstructible",
        "cite shorter words",
        "SELECT 'sources' t, source_id k, 0 n, 'a release would hold ' || "
        "round(100 * sum(new) / any_value(n_characters))::INTEGER || ' % of the text' m FROM "
        "(SELECT source_id, n_characters, greatest(0, hi - greatest(lo, coalesce("
        f"{before} AND 1 PRECEDING), 0))) new FROM {spans} JOIN {dense} USING (source_id)) "
        f"GROUP BY source_id HAVING sum(new) > {CEILING} * any_value(n_characters)",
    )


# --- what the words give ----------------------------------------------------------------------


def derivations(tables: Tables) -> Iterator[Problem]:
    """The words give the value that is said; computed once for each different case.

    Words that are taken as they stand are compared in DuckDB: only those with white space that
    `literal` changes are given to the function.
    """
    scoped = _scoped(tables)
    lists = Lists(tables)
    plain = f"derivation = 'literal' AND exact = value AND NOT regexp_matches(exact, '{ODD}')"
    cases = tables.rows(
        "SELECT derivation, exact, arguments, value, scope, min(evidence_id), min(row_number), "
        f"count(*) FROM (SELECT *, CASE WHEN {scoped} THEN source_id END AS scope FROM evidence "
        "WHERE derivation NOT IN ('copied', 'cited', 'inference') AND stance <> 'bears_on' "
        f"AND exact IS NOT NULL AND NOT coalesce({plain}, false)) "
        "GROUP BY derivation, exact, arguments, value, scope ORDER BY ALL"
    )
    for derivation, words, arguments, value, scope, key, number, many in cases:
        told = _told(lists, derivation, words, arguments, value, scope)
        if told:
            code, message = told
            message = f"{message} ({many} rows)"
            yield problem("evidence", key, number, code, message, "cite words that give the value")


def _scoped(tables: Tables) -> str:
    """SQL that is true of evidence whose phrases depend on its text."""
    if not tables.rows("SELECT 1 FROM phrases WHERE source_id IS NOT NULL LIMIT 1"):
        return "false"
    held = "SELECT source_id FROM phrases WHERE source_id IS NOT NULL"
    return f"derivation = 'vocabulary' AND source_id IN ({held})"


class Lists:
    """The phrase lists of the tables."""

    def __init__(self, tables: Tables) -> None:
        found = tables.rows(
            "SELECT list_name, code, phrase, source_id, row_number FROM phrases ORDER BY ALL"
        )
        self.phrases = Phrases((*row[:4], "phrases.parquet", row[4]) for row in found)

    def of(self, name: str, source: str | None) -> dict[str, str]:
        """The phrases of a list, in one text or in all."""
        return self.phrases.of(name, source or "")


def _told(
    lists: Lists, derivation: str, words: str, arguments: str | None, value: Any, scope: str | None
) -> tuple[str, str] | None:
    try:
        found = derived(derivation, words, arguments, lists, scope)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        return "unknown-derivation", f"arguments {arguments!r}: {error}"
    if found is None:
        return "no-derivation", f"{derivation} gives no value for “{words[:70]}”"
    given = edtf.label(found) if isinstance(found, tuple) else found
    if given == value:
        return None
    return "value-not-given", f"the words “{words[:70]}” give {given!r}, not {value!r}"


def derived(
    derivation: str,
    words: str,
    arguments: str | None,
    lists: Lists | None = None,
    scope: str | None = None,
) -> Value | None:
    """The value that words give by a derivation, from the arguments as they are published."""
    given = json.loads(arguments) if arguments else {}
    unknown = given.keys() - set(ARGUMENTS)
    if unknown or derivation not in DERIVATIONS:
        named = min(unknown, default=derivation)
        raise ValueError(f"no argument or derivation is called {named!r}")
    phrases = lists.of(given["list"], scope) if lists and derivation == "vocabulary" else {}
    return DERIVATIONS[derivation](
        words,
        Given(
            phrases=phrases,
            anchor=_anchor(given),
            direction=given.get("direction", "on_or_before"),
            bound=given.get("bound"),
            members=tuple(given.get("members", ())),
        ),
    )


def _anchor(given: dict[str, Any]) -> DaySet | str | None:
    address = _address(given.get("anchor"))
    if address is None:
        return None
    is_date = f"{address[2]}_edtf" in TABLE[address[0]].column_map()
    return edtf.parse(given["anchor_value"]) if is_date else str(given["anchor_value"])


@lru_cache(maxsize=100_000)
def _address(text: str | None) -> Address | None:
    table, row, stem = text.split("/") if text and text.count("/") == 2 else ("", "", "")
    return (table, row, stem) if table in TABLE else None


def vocabularies(tables: Tables) -> Iterator[Problem]:
    """A vocabulary derivation reads the list of its column, and lists stand for what is there."""
    kinds = tables.rows(
        "SELECT table_name, column_name, arguments->>'list', min(evidence_id), min(row_number) "
        "FROM evidence WHERE derivation = 'vocabulary' AND stance <> 'bears_on' GROUP BY ALL"
    )
    for table, stem, listed, key, number in sorted(kinds, key=str):
        columns = TABLE[table].stems().get(stem) if table in TABLE else None
        if columns and columns[0].phrases != listed:
            message = f"{table}.{stem} reads the list {columns[0].phrases!r}, not {listed!r}"
            yield problem("evidence", key, number, "unknown-derivation", message, "name that list")
    yield from Lists(tables).phrases.problems
    yield from _listed(tables)


def _listed(tables: Tables) -> Iterator[Problem]:
    """Phrases of an unknown list, code or text."""
    lists: dict[str, Column] = {
        column.phrases: column
        for table in TABLES
        for column in table.columns()
        if column.claim and column.claim.by == "vocabulary"
    }
    start = "SELECT 'phrases' t, phrase_id k, p.row_number n,"
    for (name,) in sorted(tables.rows("SELECT DISTINCT list_name FROM phrases")):
        column = lists.get(name)
        if column is None:
            remedy = nearest(name, lists, "remove it")
            message = f"{start} {literal(f'no claim reads phrases of a list {name!r}')} m"
            lost = ""
        elif column.references:
            key = quoted(TABLE[column.references].key)
            message, remedy = f"{start} 'stands for ' || code || ', which is not there' m", "add it"
            lost = f"ANTI JOIN {quoted(column.references)} x ON p.code = x.{key}"
        elif column.codes:
            message, remedy = f"{start} 'stands for ' || code || ', which is not there' m", "add it"
            codes = ", ".join(f"({literal(code)})" for code in column.codes)
            lost = f"ANTI JOIN (VALUES {codes}) x(c) ON p.code = x.c"
        else:
            continue
        sql = f"{message} FROM phrases p {lost} WHERE p.list_name = {literal(name)}"
        yield from tables.found("wrong-value", remedy, sql)


def anchors(tables: Tables) -> Iterator[Problem]:
    """Anchors are cells with the value that was counted from; nothing rests on itself."""
    used = tables.rows(
        "SELECT arguments->>'anchor', arguments->>'anchor_value', derivation, min(evidence_id), "
        "min(row_number) FROM evidence WHERE contains(arguments, '\"anchor\"') GROUP BY ALL"
    )
    for text, value, derivation, key, number in sorted(used, key=str):
        if _lacks(tables, text, value, derivation):
            message = f"the anchor {text!r} is no cell with the value {value!r}"
            yield problem("evidence", key, number, "circular-anchor", message, "name such a cell")
    yield from _circles(tables)


@lru_cache(maxsize=1)
def _cells(tables: Tables, table: str, column: str) -> dict[str, Any]:
    found = tables.rows(f"SELECT {TABLE[table].key}, {column}::VARCHAR FROM {table}")
    return dict(found)


def _lacks(tables: Tables, text: str | None, value: str | None, derivation: str) -> bool:
    address = _address(text)
    if address is None:
        return True
    table, row, stem = address
    columns = TABLE[table].column_map()
    column = f"{stem}_edtf" if f"{stem}_edtf" in columns else stem
    if column not in columns or (derivation == "date" and not column.endswith("_edtf")):
        return True
    found = _cells(tables, table, column).get(row)
    if found is None or value is None:
        return True
    if column.endswith("_edtf"):
        try:
            return edtf.edtf(edtf.parse(found)) != value
        except ValueError:
            return True
    return bool(found != value)


def _circles(tables: Tables) -> Iterator[Problem]:
    """Cells that rest, over anchors and inferences, on themselves.

    Only cells that rest on a cell which itself rests on another can lie on a circle.
    """
    edges = (
        "SELECT table_name || '/' || row_id || '/' || column_name AS a, "
        "arguments->>'anchor' AS b FROM evidence WHERE contains(arguments, '\"anchor\"') UNION "
        "SELECT e.table_name || '/' || e.row_id || '/' || e.column_name, "
        "v.table_name || '/' || v.row_id || '/' || v.column_name FROM evidence e "
        "JOIN evidence v ON e.via_evidence_id = v.evidence_id WHERE e.derivation <> 'copied' "
        "AND (e.table_name, e.row_id) <> (v.table_name, v.row_id)"
    )
    found = tables.rows(
        f"WITH edges AS ({edges}) SELECT a, b FROM edges WHERE b IN (SELECT a FROM edges)"
    )
    graph: dict[Address, set[Address]] = {}
    for a, b in found:
        start, end = _address(a), _address(b)
        if start and end:
            graph.setdefault(start, set()).add(end)
    for table, row, stem in sorted(circles(graph)):
        message = f"{stem} counts from itself"
        yield problem(table, row, 0, "circular-anchor", message, "anchor to another cell")


def copies(tables: Tables) -> Iterator[Problem]:
    """A copy has the words and the value of its original; words that are cited a source to cite."""
    yield from tables.found(
        "value-not-given",
        "copy the original",
        "SELECT 'evidence' t, c.evidence_id k, c.row_number n, 'differs from what it copies' m "
        "FROM evidence c LEFT JOIN evidence o ON c.via_evidence_id = o.evidence_id "
        "WHERE c.derivation = 'copied' AND (o.evidence_id IS NULL "
        "OR c.exact IS DISTINCT FROM o.exact OR c.value IS DISTINCT FROM o.value "
        "OR c.char_start IS DISTINCT FROM o.char_start OR c.source_id <> o.source_id)",
    )
    yield from tables.found(
        "dangling-reference",
        "name a source with a url or title",
        "SELECT 'evidence' t, evidence_id k, e.row_number n, e.source_id || "
        "' has no url or title' m FROM evidence e JOIN sources s USING (source_id) "
        "WHERE e.derivation = 'cited' "
        "AND s.url IS NULL AND s.title IS NULL",
    )


LAWS = (texts, slices, regions, ledger, shown, derivations, vocabularies, anchors, copies)
