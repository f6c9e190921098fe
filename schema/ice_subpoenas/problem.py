"""What a rule and a problem are, and the remedy for a word that is not known.

Only its rule makes a problem.
"""

import difflib
import re
from collections.abc import Iterable, Sequence
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
    row), `past` (what was published last), or nothing.
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
        """A breach of the rule at a place. The remedy is the rule's own unless one is given.

        A remedy is told whole, since it may hold a row to paste.
        """
        return Problem(*place, self.code, short(message), remedy or self.remedy)

    def of_file(self, name: str, said: str) -> Problem:
        """A breach of the rule by a whole file; what is said of it follows its name."""
        return self.at(Place(name[:200], 1), f"{name[:200]} {said}")


def short(text: str) -> str:
    """As much of a text from a row as anybody reads."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def and_others(n: int) -> str:
    """What is told last where faults are not all told one by one."""
    return f"and others: only the first {n} are told one by one"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order of files and lines."""
    return sorted(set(problems))


LOOKS = str.maketrans("lIioO|", "111001")
"""Characters that are taken for one another, as one of them."""

NUMBERED = re.compile(r"(.*?)(\d+)")
"""An id that ends with a number, such as `s712` or `denver-1-4`, and what stands before that."""


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """'did you mean …?' with the closest known word, or another remedy.

    A word that only looks otherwise comes first. Of numbered ids, a number that does not exist is
    like no other number: then the highest is told.

    >>> nearest("act", ["acts", "events"], "list them")
    "did you mean 'acts'?"
    >>> nearest("s7l2", ["s711", "s712", "s772"], "list them")
    "did you mean 's712'?"
    >>> nearest("s999", ["s99", "s712"], "list them")
    "the highest number is 's712'; or list them"
    """
    word, known = str(word)[:200], list(map(str, known))
    alike = _alike(word, known)
    if not alike and (highest := _highest(word, known)):
        return f"{highest}; or {otherwise}"
    close = alike or closest(word, known)
    return f"did you mean {close!r}?" if close else otherwise


def closest(word: str, known: Sequence[str]) -> str | None:
    """The known word that another one is most like; null if it is like none."""
    found = difflib.get_close_matches(word, known, 1, 0.5)
    return _alike(word, known) or (found[0] if found else None)


def _alike(word: str, known: Iterable[str]) -> str | None:
    """A known word that only looks otherwise."""
    return next((each for each in known if each.translate(LOOKS) == word.translate(LOOKS)), None)


def _highest(word: str, known: Sequence[str]) -> str:
    """Of an id with a number that none has: the highest of those with the same beginning."""
    found = NUMBERED.fullmatch(word)
    if not found or not found[1]:
        return ""
    same = [each for each in known if (k := NUMBERED.fullmatch(each)) and k[1] == found[1]]
    if not same:
        return ""
    last = max(same, key=lambda each: int(each.removeprefix(found[1])))
    return f"the highest number is {last!r}"
