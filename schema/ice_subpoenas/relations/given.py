"""The values that words give: each different input is derived once, whatever the tables' size."""

import json
from typing import NamedTuple

import duckdb
import pyarrow as pa

from ..derivations import days, edtf
from ..derivations.date_phrases import BEHIND
from ..derivations.derive import DERIVATIONS, Given
from ..derivations.edtf import DaySet
from ..derivations.phrases import Phrases, key
from ..sql import as_arrow, make, parsed, quoted, taking

KEYS = pa.schema([("words", pa.string()), ("key", pa.string())])
FOUND = pa.schema([("n", pa.int64()), ("value", pa.string()), ("fault", pa.string())])
CASES = pa.schema(
    [
        ("labels", pa.list_(pa.string())),
        ("chosen", pa.string()),
        ("not_before", pa.date32()),
        ("not_after", pa.date32()),
        ("value", pa.string()),
        ("stances", pa.list_(pa.string())),
    ]
)
"""What days are weighed by, and what comes of it."""


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
    """Add to `given` the value, or the fault, of each piece that only Python can derive.

    What counts from a cell that has no value yet has none. What is the same for many pieces, or
    `known` from before, is not derived again.
    """
    names = ", ".join(map(quoted, Input._fields))
    waiting = "anchor IS NOT NULL AND anchor_value IS NULL"
    distinct = (
        "CREATE OR REPLACE TEMP TABLE inputs AS SELECT row_number() OVER () AS n, * "
        f"FROM (SELECT DISTINCT {names} FROM derived_by_hand WHERE NOT ({waiting}))"
    )
    con.execute(parsed(distinct))
    found = []
    for n, *fields in con.execute(f"SELECT n, {names} FROM inputs").fetchall():
        given = Input(*fields)
        if given not in known:
            known[given] = value(given)
        found.append((n, *known[given]))
    same = " AND ".join(
        f"e.{quoted(name)} IS NOT DISTINCT FROM i.{quoted(name)}" for name in Input._fields
    )
    joined = (
        "INSERT INTO given SELECT e.evidence_id, e.anchor, e.anchor_value, f.value, f.fault "
        f"FROM (FROM derived_by_hand WHERE NOT ({waiting})) e "
        f"JOIN inputs i ON {same} JOIN incoming f ON i.n = f.n"
    )
    taking(con, parsed(joined), as_arrow(found, FOUND))


def word_keys(con: duckdb.DuckDBPyConnection) -> None:
    """Make `word_keys`: the form in which words for a code are compared."""
    words = con.execute(
        "SELECT phrase FROM phrases UNION "
        "SELECT exact FROM evidence WHERE derivation = 'vocabulary' AND exact IS NOT NULL"
    ).fetchall()
    make(con, "word_keys", as_arrow([(each, key(each)) for (each,) in words], KEYS))


def day_cases(con: duckdb.DuckDBPyConnection) -> None:
    """Make `day_cases`: the value of days with the same labels, choice and bounds, weighed once."""
    cases = con.execute(
        "SELECT DISTINCT labels, chosen, not_before, not_after FROM day_cells"
    ).fetchall()
    weighed = [days.published(labels, *rest) for labels, *rest in cases]
    rows = ((*c, w.value, list(w.stances)) for c, w in zip(cases, weighed, strict=True))
    make(con, "day_cases", as_arrow(rows, CASES))


UNTYPED = "untyped"
"""The fault of an inference that does not say which value it infers; a rule puts it into words."""


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
