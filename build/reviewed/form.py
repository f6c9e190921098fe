"""Write reviewed files in one form: rows as one list, order of keys, quotation marks, long lists.

The order of rows and of their evidence stays as written, and so does every comment. A file is
written only if it still says the same. `formatted` works on the syntax tree, so that what it does
not touch stays as typed.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import dropwhile
from typing import Any

import tomli
import tree_sitter

from ice_subpoenas.plain import HIDDEN
from ice_subpoenas.tables import TABLE
from reviewed.positions import syntax
from reviewed.rows import COMPUTED, NOT_TABLES, writable
from reviewed.said import BLOCK_KEYS, CELL_KEYS

WIDTH = 100
LONGEST_ROW = 400
"""Characters of a row on one line; of a longer one, each passage and long list is broken."""
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

Node = tree_sitter.Node
Pair = tuple[str, str, Node]
"""The first part of a key, the whole key, and the value."""


def formatted(content: str) -> str:
    """The canonical text of a reviewed file. Raises ValueError where it would not say the same.

    >>> print(formatted("[[agencies]]\\nkind='court'\\nagency_id = 'nysd'   # why"), end="")
    rows = [
        # why
        { table = "agencies", agency_id = "nysd", kind = "court" },
    ]
    """
    content = content.replace("\r\n", "\n").removesuffix("\n") + "\n"
    tree = syntax().parse(content.encode("utf-8")).root_node
    if tree.has_error:
        raise ValueError("its syntax is not plain TOML 1.0")
    told = tomli.loads(content)
    text = "\n".join(_lines(_listed(_blocks(tree), told))).strip("\n") + "\n"
    if _plain(tomli.loads(text)) != _plain(told) or _comments(text) != _comments(content):
        raise ValueError("the result would say something else")
    return text if text.strip() else ""


def _plain(document: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What a file says: the rows of each table, wherever they stand, and what else it holds."""
    found: dict[str, list[Any]] = {}
    for name in sorted(document, key=lambda name: name != "rows"):
        for table, each in _told(name, document[name]):
            found.setdefault(table, []).append(_as_lists(each))
    for name in found.keys() - {"regions"}:  # which alone are numbered by their order
        found[name].sort(key=partial(json.dumps, sort_keys=True, default=str))
    return found


def _told(name: str, given: Any) -> Iterator[tuple[str, Any]]:
    """The rows under a name with their tables; what is no list of rows, as it is."""
    if not _is_rows(given):
        yield name, given
        return
    for row in given:
        if name == "rows":
            yield str(row.get("table")), {key: row[key] for key in row if key != "table"}
        else:
            alone = row.keys() == {"rows"} and _is_rows(row["rows"])
            yield from ((name, each) for each in (row["rows"] if alone else [row]))


def _is_rows(given: Any) -> bool:
    return isinstance(given, list) and bool(given) and all(isinstance(each, dict) for each in given)


def _as_lists(given: Any) -> Any:
    """A value with one passage as a list of one."""
    if isinstance(given, list):
        return [_as_lists(each) for each in given]
    if not isinstance(given, dict):
        return given
    found = {key: _as_lists(each) for key, each in given.items()}
    return found | ({"said": [found["said"]]} if isinstance(found.get("said"), dict) else {})


def _comments(content: str) -> list[str]:
    return sorted(_comments_in(syntax().parse(content.encode("utf-8")).root_node))


def _comments_in(node: Node) -> Iterator[str]:
    """The comments of a part of a file, in order."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type == "comment":
            yield _text(each).rstrip()
        waiting += reversed(each.children)


# -- the file as blocks of entries ---------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """A pair, or a header without key, with the comments above it and the one beside it."""

    text: str
    pair: Pair | None = None
    above: tuple[str, ...] = ()
    beside: str = ""
    spaced: bool = False

    @property
    def key(self) -> str:
        """The first part of the key; empty of a header."""
        return self.pair[0] if self.pair else ""

    @property
    def comments(self) -> tuple[str, ...]:
        """The comments above and beside, without blank lines."""
        return tuple(filter(None, (*self.above, self.beside)))


@dataclass
class Block:
    """A header with its pairs; the first block of a file may have none."""

    path: tuple[str, ...] = ()
    header: Entry | None = None
    pairs: list[Entry] = field(default_factory=list)

    @property
    def is_row(self) -> bool:
        """Whether it is a row or a part of one, and not a list of phrases."""
        double = self.header is not None and self.header.text.startswith("[[")
        rows = self.path[:1] and (self.path[0] in ORDERS or self.path[0] in (*TABLE, "rows"))
        return bool(rows) and self.path[0] not in COMPUTED and (double or len(self.path) > 1)

    @property
    def is_joined(self) -> bool:
        """Whether it follows the block before without a blank line: evidence below its row."""
        return self.is_row and len(self.path) > 1 and not (self.header and self.header.above)

    @property
    def is_shared(self) -> bool:
        """Whether it says what several rows share."""
        return len(self.pairs) > 1 and any(pair.key == "rows" for pair in self.pairs)


def _blocks(tree: Node) -> list[Block]:
    """Blocks in order; comments below the last entry stand in a last block of their own."""
    blocks = [Block()]
    above: list[str] = []
    row = -1  # of the last entry
    last = -1  # of the last entry or comment
    for node, kind in _statements(tree):
        start = node.start_point.row
        if kind == "comment":
            if start == row:
                _beside(blocks[-1], _text(node).rstrip())
            else:
                above += [""] if start > last + 1 and last >= 0 else []
                above.append(_text(node).rstrip())
            last = start
            continue
        spaced = start > last + 1 and last >= 0
        comments = (*above, *([""] if above and spaced else []))
        if kind == "header":
            path, text = _header(node)
            blocks.append(Block(path, Entry(text, above=comments)))
            row = last = start
        else:
            pair = _pair(node, blocks[-1].path)
            blocks[-1].pairs.append(replace(pair, above=comments, spaced=spaced))
            row = last = node.end_point.row
        above = []
    return [*blocks, Block(pairs=[Entry("", above=tuple(above))])] if above else blocks


def _statements(tree: Node) -> Iterator[tuple[Node, str]]:
    """Comments, pairs and headers in the order of the file."""
    for node in tree.named_children:
        if node.type in ("table", "table_array_element"):
            yield node, "header"
            for child in node.named_children[1:]:
                yield from _with_comment(child)
        else:
            yield from _with_comment(node)


def _with_comment(node: Node) -> Iterator[tuple[Node, str]]:
    """A pair or comment; the comment beside a pair, which the tree holds inside it, after it."""
    yield node, node.type
    for child in node.named_children[2:] if node.type == "pair" else ():
        yield child, "comment"


def _beside(block: Block, comment: str) -> None:
    if block.pairs:
        block.pairs[-1] = replace(block.pairs[-1], beside=comment)
    elif block.header:
        block.header = replace(block.header, beside=comment)


def _header(node: Node) -> tuple[tuple[str, ...], str]:
    """The keys of a header, and the header itself."""
    keys = _keys(node.named_children[0])
    left, right = ("[[", "]]") if node.type == "table_array_element" else ("[", "]")
    return tuple(keys), left + ".".join(keys) + right


def _keys(node: Node) -> list[str]:
    if node.type == "dotted_key":
        return [key for child in node.named_children for key in _keys(child)]
    return [_text(node)]


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8")


# -- rows as one list ----------------------------------------------------------------------------


def _listed(blocks: list[Block], told: Mapping[str, Any]) -> list[Block]:
    """The blocks with every row in the list `rows` at the head of the file.

    A block that says what several rows share stays one.
    """
    (first,), *groups = _with_parts(blocks)
    listed = [group for group in groups if _is_listed(group[0])]
    before = next((pair for pair in first.pairs if pair.key == "rows"), None)
    if not listed or (before and before.pair and before.pair[2].type != "array"):
        return blocks
    head = _head(first, groups[0][0])
    items = _items(before.pair[2], ("rows",), 0) if before and before.pair else []
    of_table = {name: iter(rows) for name, rows in told.items() if _is_rows(rows)}
    for group in groups:
        told_here = next(of_table[group[0].path[0]]) if group[0].is_row else {}
        items += _rows_of(group, told_here) if group in listed else []
    above = before.above if before else ()
    rows = Entry(f"rows = {_tall(items, 0)}", above=above, spaced=True)
    pairs = [*head, *(pair for pair in first.pairs if pair != before), rows]
    return [Block(pairs=pairs), *(b for group in groups if group not in listed for b in group)]


def _with_parts(blocks: Iterable[Block]) -> list[list[Block]]:
    """Each block with those that are parts of it, such as `[[acts.said]]`."""
    groups: list[list[Block]] = []
    for block in blocks:
        is_part = len(block.path) > 1 and groups and groups[-1][0].path == block.path[:1]
        groups[-1].append(block) if is_part and block.is_row else groups.append([block])
    return groups


def _is_listed(block: Block) -> bool:
    is_table = block.path[:1] and block.path[0] in (*TABLE, *NOT_TABLES, "rows")
    return bool(is_table) and block.is_row and len(block.path) == 1 and not block.is_shared


def _head(first: Block, block: Block) -> list[Entry]:
    """What the file begins with: comments, with a blank line below them. They leave the block."""
    if first.pairs or block.header is None or "" not in block.header.above:
        return []
    at = len(block.header.above) - block.header.above[::-1].index("")
    head, left = block.header.above[: at - 1], block.header.above[at:]
    block.header = replace(block.header, above=left)
    return [Entry("", above=head)]


def _rows_of(group: list[Block], told: Mapping[str, Any]) -> list[Item]:
    """A row that was written as a block, or the rows of a block that shares nothing."""
    (block, *parts), table = group, group[0].path[0]
    is_named = table == "rows"  # `[[rows]]` names its table itself
    first, path = ("", ("rows",)) if is_named else (f'table = "{table}"', (table, "rows"))
    entries = [entry for each in group for entry in (each.header, *each.pairs) if entry]
    comments = tuple(each for entry in entries for each in entry.comments)
    if parts:
        inside = (_comments_in(entry.pair[2]) for entry in entries if entry.pair)
        pairs = _sorted(_parsed(value(told)), path)
        return [Item(_row(pairs, path, 1, first), (*comments, *itertools.chain(*inside)))]
    given = [entry.pair for entry in block.pairs if entry.pair]
    if [key for key, *_ in given] == ["rows"] and _is_rows(told["rows"]):
        found = _items(given[0][2], path, 0, first)
        return [replace(found[0], above=(*comments, *found[0].above)), *found[1:]]
    pairs = _in_order(given, _order_within(path, given))
    return [Item(_row(pairs, path, 1, first), comments)]


def _parsed(text: str) -> Node:
    """A value as a node."""
    return syntax().parse(f"x = {text}\n".encode()).root_node.named_children[0].named_children[1]


# -- lines ---------------------------------------------------------------------------------------


def _lines(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.header:
            yield from () if block.is_joined else ("",)
            yield from _entry_lines(block.header)
        elif block.pairs and not block.pairs[0].text:
            yield ""  # comments that end the file
        for number, entry in enumerate(_ordered(block)):
            apart = entry.above[0] == "" if entry.above else entry.spaced
            if apart and number and not block.is_row:
                yield ""
            yield from _entry_lines(entry, drop=block.is_row)


def _entry_lines(entry: Entry, drop: bool = False) -> Iterator[str]:
    """The lines of an entry; `drop` leaves out the blank lines between its comments."""
    begun = dropwhile(lambda line: not line, entry.above)
    yield from (line for line in begun if line or not drop)
    if entry.text:
        yield f"{entry.text}  {entry.beside}" if entry.beside else entry.text


def _ordered(block: Block) -> list[Entry]:
    """The pairs of a row in the order of its table's declaration; others as written."""
    order = _order(block.path) if block.is_row else ()
    return sorted(block.pairs, key=lambda entry: _rank(entry.key, order))


def _rank(key: str, order: tuple[str, ...]) -> int:
    return order.index(key) if key in order else len(order)


def _order(path: tuple[str, ...]) -> tuple[str, ...]:
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


# -- values --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Item:
    """An element of a list over several lines, with the comments above it and the one beside it.

    The last may be comments alone.
    """

    text: str
    above: tuple[str, ...] = ()
    beside: str = ""


def _pair(node: Node, path: tuple[str, ...]) -> Entry:
    pair = _pair_of(node)
    name, key, given = pair
    own = (*path, key.rpartition(".")[2])
    if given.type == "array" and (name in ("said", "chain", "pages", "rows") or _is_long(pair)):
        return Entry(f"{key} = {_broken(given, own, 0)}", pair)
    return Entry(f"{key} = {_value(given, own)}", pair)


def _pair_of(node: Node) -> Pair:
    names = _keys(node.named_children[0])
    return names[0], ".".join(names), node.named_children[1]


def _is_long(pair: Pair) -> bool:
    """Whether a list of several is too long for a line."""
    _, key, given = pair
    return len(given.named_children) > 1 and len(f"{key} = {_value(given, (key,))}") > WIDTH


def _value(node: Node, path: tuple[str, ...]) -> str:
    """A value on one line; an array with comments, and text over several lines, as typed."""
    if node.type == "string":
        text = _text(node)
        return text if text.startswith(('"""', "'''")) else string(tomli.loads(f"x = {text}")["x"])
    if node.type == "inline_table":
        pairs = _sorted(node, path)
        shown = (
            f"{key} = {_value(given, (*path, key.rpartition('.')[2]))}" for _, key, given in pairs
        )
        return _braces(shown)
    if node.type == "array" and not _has_comments(node):
        if path[-1] == "said" and (only := _only(node)):
            return _value(only, path)
        return "[" + ", ".join(_value(child, path) for child in node.named_children) + "]"
    return _text(node)


def _braces(shown: Iterable[str]) -> str:
    inside = ", ".join(shown)
    return "{ " + inside + " }" if inside else "{}"


def _has_comments(node: Node) -> bool:
    return any(child.type == "comment" for child in node.named_children)


def _only(node: Node) -> Node | None:
    """The one passage of a list, which needs no brackets; null of several."""
    found = node.named_children
    return found[0] if len(found) == 1 and found[0].type == "inline_table" else None


def _row(pairs: Sequence[Pair], path: tuple[str, ...], depth: int, first: str = "") -> str:
    """A row on one line; with several passages, or if it is long, its lists are broken."""
    begun = [first] if first else []
    names = [(pair, (*path, pair[1].rpartition(".")[2])) for pair in pairs]
    flat = _braces([*begun, *(f"{pair[1]} = {_value(pair[2], own)}" for pair, own in names)])
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
        given.type == "array" and (_has_comments(given) or _is_long(pair))
    ):
        return _broken(given, path, depth)
    return _value(given, path)


def _broken(node: Node, path: tuple[str, ...], depth: int) -> str:
    """A list with one element a line; of one passage in a block, the passage alone."""
    if node.type != "array":
        return _tall([Item(_element(node, path, depth + 1))], depth)
    if not node.named_children or (path[-1] == "said" and depth == 0 and _only(node)):
        return _value(node, path)
    return _tall(_items(node, path, depth), depth)


def _items(node: Node, path: tuple[str, ...], depth: int, first: str = "") -> list[Item]:
    """The elements of a list with their comments; `first` is what each begins with."""
    found: list[Item] = []
    above: list[str] = []
    row = -1
    for child in node.named_children:
        if child.type != "comment":
            found.append(Item(_element(child, path, depth + 1, first), tuple(above)))
            above, row = [], child.end_point.row
        elif found and child.start_point.row == row:
            found[-1] = replace(found[-1], beside=_text(child).rstrip())
        else:
            above.append(_text(child).rstrip())
    return [*found, Item("", tuple(above))] if above else found


def _element(node: Node, path: tuple[str, ...], depth: int, first: str = "") -> str:
    """An element of a list that stands on a line of its own."""
    is_row = node.type == "inline_table" and path[-1] in ("rows", "chain")
    return _row(_sorted(node, path), path, depth, first) if is_row else _value(node, path)


def _tall(items: Iterable[Item], depth: int) -> str:
    indent = "    " * (depth + 1)
    lines = ["["]
    for item in items:
        lines += [f"{indent}{comment}" for comment in item.above if comment]
        beside = f"  {item.beside}" if item.beside else ""
        lines += [f"{indent}{item.text},{beside}"] if item.text else []
    return "\n".join([*lines, "    " * depth + "]"])


def _sorted(node: Node, path: tuple[str, ...]) -> list[Pair]:
    """The pairs of an inline table in order; cells and reasons of nulls stay as written."""
    pairs = [_pair_of(child) for child in node.named_children if child.type == "pair"]
    return _in_order(pairs, _order_within(path, pairs))


def _order_within(path: tuple[str, ...], pairs: Iterable[Pair]) -> tuple[str, ...]:
    if path[-1] == "rows":
        return _order(path[:1]) if len(path) > 1 else ("table", *_order((_table(pairs),)))
    return ORDERS.get(path[-1], CELL_KEYS if path[-2:-1] == ("cells",) else ())


def _in_order(pairs: Iterable[Pair], order: tuple[str, ...]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: _rank(pair[0], order))


def _table(pairs: Iterable[Pair]) -> str:
    """The table that a line of several tables names."""
    named = (_text(given) for _, key, given in pairs if key == "table")
    return next(named, "").strip("\"'")


_ESCAPES = {
    "\n": r"\n",
    "\r": r"\r",
    "\t": r"\t",
    "\b": r"\b",
    "\f": r"\f",
    '"': r"\"",
    "\\": r"\\",
}
_ESCAPED = re.compile(rf'["\\\n\r\t\u00a0]|{HIDDEN.pattern}')


def string(text: str) -> str:
    """A TOML string: double quotes, unless single ones save escapes; unseen characters escaped.

    >>> print(string("He said “no”."), string('the "city"'), string("a\\nb"))
    "He said “no”." 'the "city"' "a\\nb"
    """
    found = set(_ESCAPED.findall(text))
    if found and found <= {'"', "\\"} and "'" not in text:
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    point = ord(found[0])
    code = f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}"
    return _ESCAPES.get(found[0], code)


def block(table: str, pairs: Mapping[str, Any]) -> str:
    """A row as a block to add to a file, which `formatted` then makes a line of its list."""
    return "".join([f"[[{table}]]\n", *(f"{key} = {value(each)}\n" for key, each in pairs.items())])


def together(table: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows that are alike as one block: what all share once, then a line for each.

    >>> print(together("searches", [{"search_id": f"a-{n}", "n_read": 8} for n in (1, 2)]), end="")
    [[searches]]
    n_read = 8
    rows = [{ search_id = "a-1" }, { search_id = "a-2" }]
    """
    key = TABLE[table].key
    shared = {
        name: first
        for name, first in rows[0].items()
        if name != key and all(name in row and row[name] == first for row in rows)
    }
    own = [{name: row[name] for name in row if name not in shared} for row in rows]
    return block(table, {**shared, "rows": own})


def line(table: str, pairs: Mapping[str, Any]) -> str:
    """A row as an element of the list of a file.

    >>> line("events", {"kind": "petition", "id": "petition"})
    '    { table = "events", id = "petition", kind = "petition" },'
    """
    return "\n".join(formatted(block(table, pairs)).splitlines()[1:-1])


def value(given: Any) -> str:
    """A plain value as TOML."""
    if isinstance(given, str):
        return string(given)
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, dict):
        inside = ", ".join(f"{key} = {value(each)}" for key, each in given.items())
        return "{ " + inside + " }" if inside else "{}"
    if isinstance(given, list | tuple):
        return "[" + ", ".join(map(value, given)) + "]"
    return str(given)
