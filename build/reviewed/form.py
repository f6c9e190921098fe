"""Write reviewed files in one form: order of keys, blank lines, quotation marks, long lists.

The order of rows and of their evidence stays as written, and so does every comment. A file is
written only if it still says the same. `formatted` works on the syntax tree, so that what it does
not touch stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile
from typing import Any

import tomli
import tree_sitter

from ice_subpoenas.plain import HIDDEN
from ice_subpoenas.tables import TABLE
from reviewed.positions import syntax
from reviewed.rows import COMPUTED, writable
from reviewed.said import BLOCK_KEYS, CELL_KEYS

WIDTH = 100
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


def formatted(content: str) -> str:
    """The canonical text of a reviewed file. Raises ValueError where it would not say the same.

    >>> print(formatted("[[agencies]]\\nkind='court'\\nagency_id = 'nysd'   # why"), end="")
    [[agencies]]
    agency_id = "nysd"  # why
    kind = "court"
    """
    content = content.replace("\r\n", "\n").removesuffix("\n") + "\n"
    tree = syntax().parse(content.encode("utf-8")).root_node
    if tree.has_error:
        raise ValueError("its syntax is not plain TOML 1.0")
    text = "\n".join(_lines(_blocks(tree))).strip("\n") + "\n"
    same = _plain(tomli.loads(text)) == _plain(tomli.loads(content))
    if not same or _comments(text) != _comments(content):
        raise ValueError("the result would say something else")
    return text if text.strip() else ""


def _plain(given: Any) -> Any:
    """What a file says, one passage as a list of one."""
    if isinstance(given, list):
        return [_plain(each) for each in given]
    if not isinstance(given, dict):
        return given
    found = {key: _plain(each) for key, each in given.items()}
    return found | ({"said": [found["said"]]} if isinstance(found.get("said"), dict) else {})


def _comments(content: str) -> list[str]:
    found: list[str] = []
    waiting = [syntax().parse(content.encode("utf-8")).root_node]
    while waiting:
        node = waiting.pop()
        found += [_text(node).rstrip()] if node.type == "comment" else []
        waiting += node.children
    return sorted(found)


# -- the file as blocks of entries ---------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """A pair, or a header without key, with the comments above it and the one beside it."""

    text: str
    key: str = ""
    above: tuple[str, ...] = ()
    beside: str = ""
    spaced: bool = False


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
        rows = self.path[:1] and (self.path[0] in ORDERS or self.path[0] in TABLE)
        return bool(rows) and self.path[0] not in COMPUTED and (double or len(self.path) > 1)

    @property
    def is_joined(self) -> bool:
        """Whether it follows the block before without a blank line: evidence below its row."""
        return self.is_row and len(self.path) > 1 and not (self.header and self.header.above)


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


def _pair(node: Node, path: tuple[str, ...]) -> Entry:
    names = _keys(node.named_children[0])
    key, given = ".".join(names), node.named_children[1]
    text = _value(given, (*path, names[-1]))
    if key == "said" and (only := _only(given)):
        return Entry(f"{key} = {_value(only, (*path, key))}", key)
    several = len(given.named_children) > 1 and len(f"{key} = {text}") > WIDTH
    always = key in ("said", "chain", "pages", "rows")
    if given.type == "array" and "\n" not in text and (several or always):
        text = _tall(given, (*path, names[-1]))
    return Entry(f"{key} = {text}", names[0])


def _only(node: Node) -> Node | None:
    """The one passage of a list, which needs no brackets; null of several, and beside a comment."""
    found = node.named_children if node.type == "array" else []
    return found[0] if len(found) == 1 and found[0].type == "inline_table" else None


def _value(node: Node, path: tuple[str, ...]) -> str:
    """A value in canonical form; an array with comments, and text over several lines, as typed."""
    if node.type == "string":
        text = _text(node)
        return text if text.startswith(('"""', "'''")) else string(tomli.loads(f"x = {text}")["x"])
    if node.type == "inline_table":
        return _inline(node, path)
    if node.type == "array" and not any(child.type == "comment" for child in node.named_children):
        return "[" + ", ".join(_value(child, path) for child in node.named_children) + "]"
    return _text(node)


def _tall(node: Node, path: tuple[str, ...]) -> str:
    """An array with one element a line."""
    if any(child.type == "comment" for child in node.named_children) or not node.named_children:
        return _value(node, path)
    return "[\n" + "".join(f"    {_value(child, path)},\n" for child in node.named_children) + "]"


def _inline(node: Node, path: tuple[str, ...]) -> str:
    pairs = [child for child in node.named_children if child.type == "pair"]
    order = _inline_order(path)
    if path[-1] == "rows":
        order = _order(path[:1]) if len(path) > 1 else ("table", *_order((_table(pairs),)))
    pairs.sort(key=lambda pair: _rank(_keys(pair.named_children[0])[0], order))
    shown = [_pair_inline(pair, path) for pair in pairs]
    return "{ " + ", ".join(shown) + " }" if shown else "{}"


def _table(pairs: Iterable[Node]) -> str:
    """The table that a line of several tables names."""
    named = (_text(p.named_children[1]) for p in pairs if _text(p.named_children[0]) == "table")
    return next(named, "").strip("\"'")


def _pair_inline(pair: Node, path: tuple[str, ...]) -> str:
    names = _keys(pair.named_children[0])
    return f"{'.'.join(names)} = {_value(pair.named_children[1], (*path, names[-1]))}"


def _inline_order(path: tuple[str, ...]) -> tuple[str, ...]:
    """The order of keys in an inline table; cells and reasons of nulls stay as written."""
    if path[-1] in ORDERS:
        return ORDERS[path[-1]]
    return CELL_KEYS if path[-2:-1] == ("cells",) else ()


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


def block(header: str, pairs: dict[str, Any]) -> str:
    """A block of a reviewed file from plain values, in canonical form."""
    lines = [header, *(f"{key} = {value(each)}" for key, each in pairs.items())]
    return formatted("\n".join(lines) + "\n")


def together(table: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows that are alike as one block: what all share once, then a line for each.

    >>> print(together("searches", [{"search_id": f"a-{n}", "n_read": 8} for n in (1, 2)]), end="")
    [[searches]]
    n_read = 8
    rows = [
        { search_id = "a-1" },
        { search_id = "a-2" },
    ]
    """
    if len(rows) == 1:
        return block(f"[[{table}]]", dict(rows[0]))
    key = TABLE[table].key
    shared = {
        name: first
        for name, first in rows[0].items()
        if name != key and all(name in row and row[name] == first for row in rows)
    }
    own = [{name: row[name] for name in row if name not in shared} for row in rows]
    return block(f"[[{table}]]", {**shared, "rows": own})


def lines(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    """Rows of several tables, each with its table as a line of the list above all blocks.

    >>> lines([("subpoenas", {"id": "1"}), ("events", {"kind": "petition", "id": "petition"})])[1]
    '    { table = "events", id = "petition", kind = "petition" },'
    """
    shown = [f"    {value({'table': table, **pairs})}," for table, pairs in rows]
    return formatted("\n".join(["rows = [", *shown, "]"])).splitlines()[1:-1]


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
