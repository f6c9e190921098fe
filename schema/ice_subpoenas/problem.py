"""What a rule and a problem are. Only its rule makes a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

ONE_TABLE = re.compile(r"\s*SELECT\s+'(\w+)' AS table_name\b(?!.*\bUNION\b)", re.S)
"""How a query begins whose breaches are all in rows of one table."""
LONGEST = 1000  # characters of a message; a hostile key may have a million


class Place(NamedTuple):
    """A line of a file that somebody can open: a reviewed file, a text, or a published table."""

    file: str
    line: int


@dataclass(frozen=True, order=True)
class Problem:
    """Something to fix: where, by which rule, what is wrong, and what to do."""

    file: str
    line: int
    code: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code}: {self.message} … {self.remedy}"


@dataclass(frozen=True)
class Question:
    """A query whose rows are breaches of a rule: table, row, column, message and maybe remedy.

    `needs` names what the query needs besides the rows: `texts`, `files`, `others` (every other
    row), or nothing.
    """

    sql: str
    needs: frozenset[str] = frozenset()

    @cached_property
    def table(self) -> str | None:
        """The table whose rows have all the breaches; None if there may be several.

        >>> Question("SELECT 'acts' AS table_name, act_id AS row_id FROM acts").table
        'acts'
        """
        found = ONE_TABLE.match(self.sql)
        return found[1] if found else None


@dataclass(frozen=True)
class Rule:
    """A rule: what it says, why it exists, an example of a breach, the remedy, its questions.

    A rule without questions is one that only a file can break; it is applied while files are read.
    `subject` is the .sql file that declares it.
    """

    code: str
    what: str
    why: str
    example: str
    remedy: str
    questions: tuple[Question, ...] = ()
    subject: str = ""

    def at(self, place: Place, message: str, remedy: str | None = None) -> Problem:
        """A breach of the rule at a place. The remedy is the rule's own unless one is given."""
        return Problem(*place, self.code, _short(message), _short(remedy or self.remedy))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order of files and lines."""
    return sorted(set(problems))
