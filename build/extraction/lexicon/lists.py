"""The word lists beside this file, read once."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import tomli

FOLDER = Path(__file__).parent
PRECISION = FOLDER / "precision.toml"
CLUSTERS = FOLDER / "clusters.txt"


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files in `lexicon/`, by its name without the ending."""
    return tomli.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, longest first, forgiving kinds of space and apostrophe.

    >>> any_of(["New York", "New York City"])
    '(?:New\\\\s+York\\\\s+City|New\\\\s+York)'
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_forgiving(phrase) for phrase in ordered) + ")"


def _forgiving(phrase: str) -> str:
    """A phrase as a pattern; a space may be a no-break space, an apostrophe may be curly."""
    return r"\s+".join(re.escape(word) for word in phrase.split()).replace("'", "['’]")


@cache
def given_names() -> frozenset[str]:
    """Given names common in the United States."""
    names = table("first_names")
    return frozenset(names["short"]).union(*(names[n].split() for n in ("women", "men", "either")))


@cache
def full_forms(given: str) -> frozenset[str]:
    """The given names that a short form may stand for, itself included."""
    return frozenset(table("first_names")["short"].get(given, "").split()) | {given}


@cache
def states() -> dict[str, str]:
    """USPS code of a state by its name or its abbreviation as newspapers print it."""
    return {
        name: code for code, names in table("places")["states"].items() for name in names.split("|")
    }


@cache
def cities() -> dict[str, str]:
    """USPS code of a large city by its name; empty where several cities share the name."""
    return {
        city: code for code, names in table("places")["cities"].items() for city in names.split("|")
    }


@cache
def place_names() -> tuple[str, ...]:
    """Listed cities and states by their full names."""
    return (*cities(), *(names.split("|")[0] for names in table("places")["states"].values()))


@cache
def agency_names() -> dict[str, str]:
    """Canonical name of an agency by each of its printed forms."""
    return {
        form: name
        for agencies in table("agencies").values()
        for name, forms in agencies.items()
        for form in (name, *forms)
    }


@cache
def agency_types() -> dict[str, str]:
    """What kind of body an agency is, by its canonical name."""
    return {name: kind for kind, agencies in table("agencies").items() for name in agencies}


@cache
def nations() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """ISO 3166-1 alpha-3 codes by adjective, by noun for its people, by name of the country."""
    columns: tuple[dict[str, str], ...] = ({}, {}, {})
    for code, row in table("demonyms")["nations"].items():
        for column, words in zip(columns, row.split("|"), strict=True):
            column.update({word: code for word in words.split(",") if word})
    return columns[0], columns[1], columns[2]


def precision(kind: str, rule: str) -> float | None:
    """The share of a rule's proposals that were right on the benchmark; null if not measured."""
    right, fired = table("precision").get(kind, {}).get(rule, (0, 0))
    return round(right / fired, 3) if fired else None


@cache
def clusters() -> dict[str, tuple[str, str, str]]:
    """For each word the groups of words alike that hold it, the largest first."""
    found = {}
    for line in CLUSTERS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            largest, larger, *words = line.split(" ")
            found.update(dict.fromkeys(words, (f"a {largest}", f"b {larger}", f"c {words[0]}")))
    return found
