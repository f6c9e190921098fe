"""Problems as a colleague tells them: those of one cause as one, and blocks that can be pasted."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ice_subpoenas.plain import safe
from ice_subpoenas.problem import Problem
from ice_subpoenas.vocabularies import LedgerReason
from printing import as_text, located, painted
from reviewed import form

INSET = "    "  # before the lines of a block to paste
MOST = 12  # lines or cells that are named one by one
ALL = "python build check --format json lists each"
MANY = 200  # problems of one code in one file that are printed
BEGINNING = 8  # words that show which sentence is meant
SENTENCE = re.compile(r"the sentence “(?P<words>.*?)”", re.S)
NULL = re.compile(r"(?P<row>\w+ \S+): (?P<column>\w+) is null\b.*\bnobody says why")
PROPOSAL = re.compile(
    r"(?:proposes|uses|holds) the (?P<kind>\w+) “(?P<words>.*)”[^“”]*line (?P<line>\d+)", re.S
)
DISMISS = (
    "use each in a row, or settle it (python build extract --settle); if one is not a fact, "
    "dismiss it in rows, with the reason that fits"
)
PASTED = {
    "mention-unaccounted": ("no row uses {} words beside those of rows", DISMISS),
    "passage-unaccounted": (
        "no row of quotes holds {} passages",
        "add rows, and in each who speaks",
    ),
    "proposal-unsettled": ("nothing settles {} proposals", DISMISS),
}
"""Problems with a row to paste: how many of them are told as one, and what to do with the rows."""


def told(problems: Iterable[Problem], color: bool = False) -> list[str]:
    """The lines to print: one a cause; sentences that nothing uses as one block to paste."""
    line = painted if color else as_text
    lines: list[str] = []
    for (_, code), own in groupby(problems, key=lambda p: (p.file, p.code)):
        group = list(own)
        more, group = len(group) - MANY, group[:MANY]
        if code == "sentence-unaccounted":
            lines += _sentences(group)
        elif code == "null-without-reason":
            lines += map(line, _nulls(group))
        elif code in PASTED:
            lines += _pasted(group, line)
        else:
            lines += map(line, group if code == "question-open" else gathered(group))
        if more > 0:
            lines.append(f"{safe(located(group[0]))}: {code}: and {more} more; fix these first")
    return lines


def counted(lines: Iterable[str]) -> int:
    """How many problems lines tell; a block to paste belongs to the line before it."""
    return sum(not line.startswith(INSET) for line in lines)


def gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of one cause as one: the same words wrong in several cells, or in several lines."""
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for each in problems:
        cell, _, cause = each.message.partition(": ")
        is_cell = bool(cause) and " " in cell and len(cell) < 120
        key = (each.file, each.code, cause if is_cell else each.message, each.remedy)
        groups.setdefault(key, []).append(each)
    for group in groups.values():
        yield _joined(group)


def _joined(group: Sequence[Problem]) -> Problem:
    first = group[0]
    if len(group) == 1:
        return first
    places = [each.message.partition(": ")[0] for each in group]
    row = places[0].rpartition(".")[0]
    names = [name.removeprefix(f"{row}.") if row else name for name in places[1:]]
    names = list(dict.fromkeys(name for name in names if len(name) < 80))
    lines = sorted({each.line for each in group} - {first.line})
    also = f" (and {len(group) - 1} more"
    also += f": {_some(names)}" if names and names != [places[0]] else ""
    also += f"; line{'s' * (len(lines) > 1)} {_some(map(str, lines))}" if lines else ""
    return replace(first, message=f"{first.message}{also})")


def _nulls(group: Iterable[Problem]) -> Iterator[Problem]:
    """The nulls of each row as one, with the line that gives a reason for all of them.

    Those with something else to do first are told with that.
    """
    rows: dict[tuple[str, str], list[tuple[str, Problem]]] = {}
    for each in group:
        found = NULL.match(each.message)
        row, column = (found["row"], found["column"]) if found else (each.message, "")
        own = "" if "not_stated" in each.remedy else each.remedy
        rows.setdefault((row, own), []).append((column, each))
    for (row, own), cells in rows.items():
        first, columns = cells[0][1], [column for column, _ in cells]
        reasons = ", ".join(f'{column} = "not_stated"' for column in columns)
        message = f"{row}: {', '.join(columns)} are null, and nobody says why"
        remedy = own or (
            "give the words or events that tell them; of those that the document does not tell: "
            f'absent = {{ {reasons} }}, or "not_found:SEARCH-ID" after a search'
        )
        yield replace(first, message=message, remedy=remedy) if len(cells) > 1 else first


def _some(names: Iterable[str]) -> str:
    """The first names, with how many more there are and how to see them."""
    names = list(names)
    more = f" and {len(names) - MOST} more ({ALL})" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + more


def _pasted(group: Sequence[Problem], line: Callable[[Problem], str]) -> Iterator[str]:
    """What of one text has no row as one, with rows to paste, and what to write in each."""
    first = group[0]
    named = [PROPOSAL.search(each.message) for each in group]
    if len(group) == 1 or not all(named):
        yield from map(line, group)
        return
    shown = [f"{m['kind']} “{m['words']}” (line {m['line']})" for m in named if m]
    what, remedy = PASTED[first.code]
    given = [each.remedy[each.remedy.index("{ table") :].partition("  # ") for each in group]
    message = f"{what.format(len(group))}: {_some(shown)}"
    yield line(replace(first, message=message, remedy=f"{remedy} ({given[0][2]}):"))
    yield safe_block("\n".join(row for row, _, _ in given))


def _sentences(group: Sequence[Problem]) -> Iterator[str]:
    """The sentences of a text that nothing uses, as a row to paste and to complete."""
    found = [SENTENCE.search(each.message) for each in group]
    if len(group) == 1 or not all(found):
        yield from map(as_text, group)
        return
    first = group[0]
    message = f"nothing uses {len(group)} sentences of the text"
    remedy = "cite each in a row, or paste this into its `rows` and give the reason:"
    yield as_text(replace(first, message=message, remedy=remedy))
    words = [" ".join(m["words"].split()[:BEGINNING]) for m in found if m]
    row = form.line("left_out", {"reason": "", "words": words})
    reasons = " | ".join(code for code in LedgerReason.codes() if code != "excluded_region")
    yield safe_block(f"{row}  # {reasons}")


def safe_block(block: str) -> str:
    """A block with every line safe to print, set in from the edge."""
    return "\n".join(f"{INSET}{safe(line)}" for line in block.rstrip().splitlines())
