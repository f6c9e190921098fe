"""Values, rows and lists: in which order keys stand, on one line or broken over several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import tomli

from ice_subpoenas.tables import TABLE
from reviewed.rows import writable
from reviewed.said import BLOCK_KEYS, CELL_KEYS
from reviewed.syntax import Node, Pair, pair_of, typed
from reviewed.toml import string

SAID = (*(key for key in BLOCK_KEYS if key != "cells"), "cells")

ORDERS: dict[str, tuple[str, ...]] = {
    "said": SAID,
    "chain": ("kind", "actor_individual_id", "actor_agency_id", "reason", "said"),
    "left_out": ("reason", "remark", "words"),
    "rejections": ("kind", "words", "occurrence", "reason"),
    "withheld": ("digests", "reason"),
    "readings": ("reading", "reader_role", "reviewed_on", "reason", "pages"),
}
"""Orders of keys that no table declares."""


def rank(key: str, order: tuple[str, ...]) -> int:
    """Where a key stands in an order; after all others if it is not in it."""
    return order.index(key) if key in order else len(order)


def order_of(path: tuple[str, ...]) -> tuple[str, ...]:
    """The order of keys of the block that a header names."""
    name = path[-1] if path else ""
    if name in ORDERS:
        return ORDERS[name]
    return keys(name) if name in TABLE and len(path) == 1 else ()


def keys(name: str) -> tuple[str, ...]:
    """Every key of a row of a table in canonical order: the key, what places it, columns, the rest.

    >>> keys("quotes")[:5]
    ('id', 'quote_id', 'ids', 'source_id', 'words')
    """
    table = TABLE[name]
    first = ["id", table.key, "ids", "source_id", "region", "begins", "ends", "words", "within"]
    first = list(dict.fromkeys(first))  # of `sources`, the key is `source_id`
    last = ["chain", "absent", "said", "rows"]
    known = writable(table)
    columns = [key for key in known if key not in first and key not in last]
    known = (*known, "rows")
    return (*(key for key in first if key in known), *columns, *(k for k in last if k in known))


def order_within(path: tuple[str, ...], pairs: Iterable[Pair]) -> tuple[str, ...]:
    """The order of the pairs of an inline table, by the keys that lead to it."""
    if path[-1] == "rows":
        return order_of(path[:1]) if len(path) > 1 else ("table", *order_of((_table(pairs),)))
    return ORDERS.get(path[-1], CELL_KEYS if path[-2:-1] == ("cells",) else ())


def in_order(pairs: Iterable[Pair], order: tuple[str, ...]) -> list[Pair]:
    """Pairs in an order of keys; those that it does not name come last, as written."""
    return sorted(pairs, key=lambda pair: rank(pair[0], order))


def _table(pairs: Iterable[Pair]) -> str:
    """The table that a line of several tables names."""
    named = (typed(given) for _, key, given in pairs if key == "table")
    return next(named, "").strip("\"'")


WIDTH = 100

LONGEST_ROW = 400
"""Characters of a row on one line; of a longer one, each passage and long list is broken."""


@dataclass(frozen=True)
class Entry:
    """A pair, a header, or an element of a list, with the comments above it and the one beside it.

    The last of a list may be comments alone.
    """

    text: str
    pair: Pair | None = None
    above: tuple[str, ...] = ()
    beside: str = ""
    spaced: bool = False

    @property
    def key(self) -> str:
        """The first part of the key; empty where it is no pair."""
        return self.pair[0] if self.pair else ""

    @property
    def comments(self) -> tuple[str, ...]:
        """The comments above and beside, without blank lines."""
        return tuple(filter(None, (*self.above, self.beside)))


def value_of(node: Node, path: tuple[str, ...]) -> str:
    """A value on one line; an array with comments, and text over several lines, as typed."""
    if node.type == "string":
        return _string_of(typed(node))
    if node.type == "inline_table":
        pairs = sorted_pairs(node, path)
        shown = (
            f"{key} = {value_of(given, (*path, key.rpartition('.')[2]))}" for _, key, given in pairs
        )
        return _braces(shown)
    if node.type == "array" and not _has_comments(node):
        if path[-1] == "said" and (only := _only(node)):
            return value_of(only, path)
        return "[" + ", ".join(value_of(child, path) for child in node.named_children) + "]"
    return typed(node)


def _string_of(text: str) -> str:
    """A string in its one form, from how it was typed; over several lines as typed."""
    if text.startswith(('"""', "'''")):
        return text
    is_escaped = text.startswith('"') and "\\" in text
    return string(tomli.loads(f"x = {text}")["x"] if is_escaped else text[1:-1])


def _braces(shown: Iterable[str]) -> str:
    inside = ", ".join(shown)
    return "{ " + inside + " }" if inside else "{}"


def _has_comments(node: Node) -> bool:
    return any(child.type == "comment" for child in node.named_children)


def _only(node: Node) -> Node | None:
    """The one passage of a list, which needs no brackets; null of several."""
    found = node.named_children
    return found[0] if len(found) == 1 and found[0].type == "inline_table" else None


def is_long(pair: Pair) -> bool:
    """Whether a list of several is too long for a line."""
    _, key, given = pair
    return len(given.named_children) > 1 and len(f"{key} = {value_of(given, (key,))}") > WIDTH


def row_of(pairs: Sequence[Pair], path: tuple[str, ...], depth: int, first: str = "") -> str:
    """A row on one line; with several passages, or if it is long, its lists are broken."""
    begun = [first] if first else []
    names = [(pair, (*path, pair[1].rpartition(".")[2])) for pair in pairs]
    flat = _braces([*begun, *(f"{pair[1]} = {value_of(pair[2], own)}" for pair, own in names)])
    if len(flat) <= LONGEST_ROW and not any(_is_several(pair) for pair in pairs):
        return flat
    return _braces([*begun, *(f"{pair[1]} = {_unfolded(pair, own, depth)}" for pair, own in names)])


def _is_several(pair: Pair) -> bool:
    """Whether a list stands on several lines however short it is."""
    is_list = pair[0] in ("said", "chain") and pair[2].type == "array"
    return _has_comments(pair[2]) or (is_list and len(pair[2].named_children) > 1)


def _unfolded(pair: Pair, path: tuple[str, ...], depth: int) -> str:
    """A value of a long row: passages and long lists an element a line."""
    given = pair[2]
    if pair[0] in ("said", "chain") or (
        given.type == "array" and (_has_comments(given) or is_long(pair))
    ):
        return broken(given, path, depth)
    return value_of(given, path)


def broken(node: Node, path: tuple[str, ...], depth: int) -> str:
    """A list with one element a line, and as many words as fit on it; of one passage in a block,
    the passage alone."""
    if node.type != "array":
        return tall([Entry(_element(node, path, depth + 1))], depth)
    if not node.named_children or (path[-1] == "said" and depth == 0 and _only(node)):
        return value_of(node, path)
    if all(child.type == "string" for child in node.named_children):
        return tall(_filled([value_of(child, path) for child in node.named_children], depth), depth)
    return tall(items_of(node, path, depth), depth)


def _filled(words: Iterable[str], depth: int) -> list[Entry]:
    """Words as lines, each with as many of them as fit."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]}, {word}" if lines else ""
        if lines and len("    " * (depth + 1)) + len(longer) < WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return [Entry(line) for line in lines]


def items_of(node: Node, path: tuple[str, ...], depth: int, first: str = "") -> list[Entry]:
    """The elements of a list with their comments; `first` is what each begins with."""
    found: list[Entry] = []
    above: list[str] = []
    row = -1
    for child in node.named_children:
        if child.type != "comment":
            found.append(Entry(_element(child, path, depth + 1, first), above=tuple(above)))
            above, row = [], child.end_point.row
        elif found and child.start_point.row == row:
            found[-1] = replace(found[-1], beside=typed(child).rstrip())
        else:
            above.append(typed(child).rstrip())
    return [*found, Entry("", above=tuple(above))] if above else found


def _element(node: Node, path: tuple[str, ...], depth: int, first: str = "") -> str:
    """An element of a list that stands on a line of its own."""
    is_row = node.type == "inline_table" and path[-1] in ("rows", "chain")
    return row_of(sorted_pairs(node, path), path, depth, first) if is_row else value_of(node, path)


def tall(items: Iterable[Entry], depth: int) -> str:
    """A list with an element a line, each with its comments."""
    indent = "    " * (depth + 1)
    lines = ["["]
    for item in items:
        lines += [f"{indent}{comment}" for comment in item.above if comment]
        beside = f"  {item.beside}" if item.beside else ""
        lines += [f"{indent}{item.text},{beside}"] if item.text else []
    return "\n".join([*lines, "    " * depth + "]"])


def sorted_pairs(node: Node, path: tuple[str, ...]) -> list[Pair]:
    """The pairs of an inline table in order; cells and reasons of nulls stay as written."""
    pairs = [pair_of(child) for child in node.named_children if child.type == "pair"]
    return in_order(pairs, order_within(path, pairs))
