"""The values that words give: each different input is derived once, whatever the tables' size."""

import json
from typing import NamedTuple

import duckdb
import pyarrow as pa

from ..derivations import edtf
from ..derivations.date_phrases import BEHIND
from ..derivations.derive import DERIVATIONS, Given
from ..derivations.edtf import DaySet
from ..derivations.phrases import Phrases, key
from ..sql import as_arrow, literal, make, parsed, quoted, taking

KEYS = pa.schema([("words", pa.string()), ("key", pa.string())])
FOUND = pa.schema([("n", pa.int64()), ("value", pa.string()), ("fault", pa.string())])


class Input(NamedTuple):
    """What a derivation is given; an anchor only by its value."""

    derivation: str
    exact: str | None
    list_name: str | None
    scope: str | None
    is_date: bool
    direction: str | None
    bound: str | None
    members: str | None
    typed: str | None
    anchor_value: str | None


class Found(NamedTuple):
    """The value as text, or why the words give none; both null where they say nothing."""

    value: str | None
    fault: str | None = None


def phrases_of(con: duckdb.DuckDBPyConnection) -> Phrases:
    """The phrase lists of the tables."""
    listed = con.execute("SELECT list_name, phrase, code, source_id FROM phrases")
    return Phrases.of(listed.fetchall())


def derive(con: duckdb.DuckDBPyConnection, known: dict[Input, Found]) -> None:
    """Make `given`: the value of each piece of evidence, or its fault.

    Reads `evidence_inputs`. What counts from a cell that has no value yet has none. What is the
    same for many pieces, or `known` from before, is not derived again; phrases of lists are looked
    up by a join.
    """
    con.execute(parsed(f"CREATE OR REPLACE TABLE given AS {GIVEN} LIMIT 0"))
    list_words(con)
    con.execute(parsed(f"INSERT INTO given {LOOKED_UP}"))
    con.execute(parsed(f"INSERT INTO given {GIVEN} WHERE {COMPUTED} AND {WAITING}"))
    _derive(con, known, f"{COMPUTED} AND NOT ({WAITING})")


GIVEN = (
    "SELECT evidence_id, anchor, anchor_value, NULL::VARCHAR AS value, NULL::VARCHAR AS fault "
    "FROM evidence_inputs"
)

UNTYPED = "untyped"
"""The fault of an inference that does not say which value it infers; a rule puts it into words."""
LISTED, TYPED = "derivation = 'vocabulary'", "(derivation = 'inference' AND NOT is_date)"
COMPUTED = f"NOT ({LISTED} OR {TYPED})"
"""What only Python can derive. It alone counts from other cells."""
WAITING = "anchor IS NOT NULL AND anchor_value IS NULL"
LOOKED_UP = (
    "SELECT e.evidence_id, NULL, NULL, coalesce(own.code, shared.code), NULL "
    f"FROM (FROM evidence_inputs WHERE {LISTED}) e LEFT JOIN word_keys k ON e.exact = k.words "
    "LEFT JOIN listed_codes own ON e.list_name = own.list_name AND e.scope = own.scope "
    "AND k.key = own.key LEFT JOIN listed_codes shared ON e.list_name = shared.list_name "
    "AND shared.scope = '' AND k.key = shared.key UNION ALL "
    f"SELECT evidence_id, NULL, NULL, typed, if(typed IS NULL, {literal(UNTYPED)}, NULL) "
    f"FROM evidence_inputs WHERE {TYPED}"
)
"""The codes of words that a list has, a phrase of the source before a general one, and the values
that people inferred."""


def _derive(con: duckdb.DuckDBPyConnection, known: dict[Input, Found], condition: str) -> None:
    names = ", ".join(map(quoted, Input._fields))
    distinct = (
        "CREATE OR REPLACE TEMP TABLE inputs AS SELECT row_number() OVER () AS n, * "
        f"FROM (SELECT DISTINCT {names} FROM evidence_inputs WHERE {condition})"
    )
    con.execute(parsed(distinct))
    inputs = con.execute(f"SELECT n, {names} FROM inputs").fetchall()
    found = []
    for n, *fields in inputs:
        given = Input(*fields)
        if given not in known:
            known[given] = value(given)
        found.append((n, *known[given]))
    same = " AND ".join(
        f"e.{quoted(name)} IS NOT DISTINCT FROM i.{quoted(name)}" for name in Input._fields
    )
    joined = (
        "INSERT INTO given SELECT e.evidence_id, e.anchor, e.anchor_value, f.value, f.fault "
        f"FROM (FROM evidence_inputs WHERE {condition}) e "
        f"JOIN inputs i ON {same} JOIN incoming f ON i.n = f.n"
    )
    taking(con, parsed(joined), as_arrow(found, FOUND))


def list_words(con: duckdb.DuckDBPyConnection) -> None:
    """Make `word_keys`, the form in which the words for a code are compared, and `listed_codes`."""
    words = con.execute(
        "SELECT phrase FROM phrases UNION "
        "SELECT exact FROM evidence WHERE derivation = 'vocabulary' AND exact IS NOT NULL"
    ).fetchall()
    made = as_arrow([(each, key(each)) for (each,) in words], KEYS)
    make(con, "word_keys", made)
    con.execute(
        "CREATE OR REPLACE TABLE listed_codes AS SELECT p.list_name, coalesce(p.source_id, '') "
        "AS scope, k.key, arg_min(p.code, p.phrase_id) AS code "
        "FROM phrases p JOIN word_keys k ON p.phrase = k.words GROUP BY ALL"
    )


def value(given: Input) -> Found:
    """The value that an input gives."""
    if given.derivation == "inference":
        return _typed(given)
    function = DERIVATIONS.get(given.derivation)
    if function is None:
        return Found(None, f"no derivation is called {given.derivation!r}")
    try:
        made = function(given.exact or "", _arguments(given))
    except (ValueError, TypeError) as error:
        return Found(None, f"the arguments do not fit: {error}")
    return Found(edtf.label(made) if isinstance(made, tuple) else made)


def _typed(given: Input) -> Found:
    """The day that a person inferred and wrote, in its canonical form."""
    if given.typed is None:
        return Found(None, UNTYPED)
    try:
        return Found(edtf.label(edtf.read(given.typed)))
    except ValueError as error:
        return Found(None, str(error))


def _arguments(given: Input) -> Given:
    return Given(
        anchor=_anchor(given),
        direction=given.direction or BEHIND,
        bound=given.bound,
        members=_members(given.members) if given.members else (),
    )


def _members(written: str) -> tuple[str, ...]:
    """What is counted; ValueError where it is not a list of words."""
    found = json.loads(written)
    if not isinstance(found, list) or not all(isinstance(m, str) and m.strip() for m in found):
        raise ValueError("the members are no list of words")
    return tuple(found)


def _anchor(given: Input) -> DaySet | str | None:
    if given.anchor_value is None or given.derivation != "date":
        return given.anchor_value
    return edtf.read(given.anchor_value)
