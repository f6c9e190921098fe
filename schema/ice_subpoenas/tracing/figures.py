"""What a figure of the view `counts` is made of."""

from collections.abc import Sequence

import duckdb

from ..published import counted
from ..sql import rows
from .found import ASKED, Found


def of_counts(con: duckdb.DuckDBPyConnection, asked: Sequence[str]) -> Found:
    """A figure of `counts` and its parts: of a year, a state or a government, or a mix of these.

    Without another word than `all`, it is that of everything. The keys are `figure`, `parts`
    (totals of sources first, then acts, each with what it adds to the numbers), `merged` (people
    who may be one and count once) and `known_totals`. Raises ValueError where a word names none of
    these, or no act falls there.
    """
    figures = rows(con, "FROM counts")
    wanted = _wanted(figures, asked)
    asked = [word for word in asked if word.lower() != ALL]
    figure = next((each for each in figures if wanted.items() <= _named_by(each).items()), None)
    if figure is None:
        raise ValueError(f"no act is counted under {' and '.join(map(repr, asked))} together")
    return {
        "table": "counts",
        "row": " ".join(asked) or None,
        "figure": figure,
        "parts": counted.parts(con)[counted.key(figure)],
        "merged": counted.pairs(con).get(counted.key(figure), []),
        "known_totals": [] if asked else rows(con, ASKED["known totals"]),
    }


ALL = "all"
"""The word for everything together, where a year or a state may stand."""


def _wanted(figures: Sequence[Found], asked: Sequence[str]) -> dict[str, str]:
    """The value that is asked for of each column of `counts`, one of each; `all` is none."""
    wanted: dict[str, str] = {}
    for given in asked:
        word = given.upper() if len(given) == len("CO") else given
        column = ALL if word.lower() == ALL else _named(figures, word)
        if column in wanted:
            both = f"{wanted[column]!r} and {word!r}"
            raise ValueError(f"`counts` takes one year and one state, not {both}: ask for each")
        wanted[column] = word
    return {column: word for column, word in wanted.items() if column != ALL}


def _named(figures: Sequence[Found], word: str) -> str:
    """Which column of `counts` a word names a value of."""
    for name in ("year", "state", "jurisdiction_id"):
        if word in {str(each[name]) for each in figures if each[name] is not None}:
            return name
    known = sorted({str(each[n]) for each in figures for n in ("year", "state") if each[n]})
    told = f"name a year, a state, or both, or `{ALL}`: {', '.join(known)}"
    raise ValueError(f"`counts` has nothing under {word!r}; {told}")


def _named_by(figure: Found) -> dict[str, str]:
    """What tells a figure from others. In the view's order, a whole precedes its parts."""
    names = ("year", "state", "jurisdiction_id")
    return {name: str(figure[name]) for name in names if figure[name] is not None}
