"""How an answer stands to a value. Only the same is agreement; all else gets a second look."""

import re
from typing import Literal

from bench.audit.cells import Cell, Kind
from bench.audit.rows import Rows
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.find import plain

Relation = Literal["same", "near", "other"]
"""An answer that says the same, one that says more or less and can be true beside the value, or one
that cannot."""


def relation(rows: Rows, cell: Cell, value: str, answer: str) -> Relation:
    """How an answer for a cell stands to a value."""
    if cell.kind == "date":
        return of_days(value, answer)
    if cell.kind == "name":
        return of_words(value, answer)
    if value == answer:
        return "same"
    return "near" if {(value, answer), (answer, value)} & rows.wider else "other"


def of_days(value: str, answer: str) -> Relation:
    """How two EDTF strings stand to each other, as sets of days.

    >>> of_days("2020-01", "[2020-01-01..2020-01-31]"), of_days("2020-01-13", "2020-01")
    ('same', 'near')
    >>> of_days("2020", "2020-01"), of_days("2020-01", "2020-02")
    ('near', 'other')
    """
    mine, given = edtf.parse(value), edtf.parse(answer)
    if mine == given:
        return "same"
    return "near" if edtf.meet(mine, given) else "other"


def of_words(value: str, answer: str) -> Relation:
    """How words stand to each other, without regard to capitals, marks and a leading article.

    >>> of_words("The Denver Post", "Denver Post"), of_words("acting mayor", "Mayor")
    ('same', 'near')
    """
    mine, given = f" {_words(value)} ", f" {_words(answer)} "
    if mine == given:
        return "same"
    return "near" if given in mine or mine in given else "other"


def _words(text: str) -> str:
    found = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", plain(text).casefold())
    return " ".join(found[1:] if found[:1] in (["the"], ["a"], ["an"]) and found[1:] else found)


def is_form_of(kind: Kind, answer: str) -> bool:
    """Whether an answer has the form of its kind.

    >>> is_form_of("date", "Friday"), is_form_of("number", "four"), is_form_of("number", "4")
    (False, False, True)
    """
    if kind == "number":
        return bool(re.fullmatch(r"[0-9]{1,9}", answer))
    if kind == "date":
        try:
            return bool(edtf.parse(answer))
        except ValueError:
            return False
    return kind != "name" or bool(_words(answer))
