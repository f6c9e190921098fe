"""The file as blocks of entries: a header with its pairs, and the comments of each.

However its rows were written, they become one list at the head of the file.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ice_subpoenas.tables import TABLE
from reviewed.layout.values import (
    ORDERS,
    Entry,
    broken,
    in_order,
    is_long,
    items_of,
    order_within,
    row_of,
    sorted_pairs,
    tall,
    value_of,
)
from reviewed.rows import COMPUTED, NOT_TABLES
from reviewed.syntax import Node, comments_in, keys_of, pair_of, parsed, typed
from reviewed.toml import value


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


def blocks_of(tree: Node) -> list[Block]:
    """Blocks in order; comments below the last entry stand in a last block of their own."""
    blocks = [Block()]
    above: list[str] = []
    row = -1  # of the last entry
    last = -1  # of the last entry or comment
    for node, kind in _statements(tree):
        start = node.start_point.row
        if kind == "comment":
            if start == row:
                _beside(blocks[-1], typed(node).rstrip())
            else:
                above += [""] if start > last + 1 and last >= 0 else []
                above.append(typed(node).rstrip())
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
    keys = keys_of(node.named_children[0])
    left, right = ("[[", "]]") if node.type == "table_array_element" else ("[", "]")
    return tuple(keys), left + ".".join(keys) + right


def _pair(node: Node, path: tuple[str, ...]) -> Entry:
    pair = pair_of(node)
    name, key, given = pair
    own = (*path, key.rpartition(".")[2])
    if given.type == "array" and (name in ("said", "chain", "pages", "rows") or is_long(pair)):
        return Entry(f"{key} = {broken(given, own, 0)}", pair)
    return Entry(f"{key} = {value_of(given, own)}", pair)


def listed(blocks: list[Block], told: Mapping[str, Any]) -> list[Block]:
    """The blocks with every row in the list `rows` at the head of the file.

    A block that says what several rows share stays one.
    """
    (first,), *groups = _with_parts(blocks)
    listed = [group for group in groups if _is_listed(group[0])]
    before = next((pair for pair in first.pairs if pair.key == "rows"), None)
    if not listed or (before and before.pair and before.pair[2].type != "array"):
        return blocks
    head = _head(first, groups[0][0])
    items = items_of(before.pair[2], ("rows",), 0) if before and before.pair else []
    of_table = {name: iter(rows) for name, rows in told.items() if is_rows(rows)}
    for group in groups:
        told_here = next(of_table[group[0].path[0]]) if group[0].is_row else {}
        items += _rows_of(group, told_here) if group in listed else []
    above = before.above if before else ()
    rows = Entry(f"rows = {tall(items, 0)}", above=above, spaced=True)
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


def is_rows(given: Any) -> bool:
    """Whether a value is a list of tables, and not an empty one."""
    return isinstance(given, list) and bool(given) and all(isinstance(each, dict) for each in given)


def _head(first: Block, block: Block) -> list[Entry]:
    """What the file begins with: comments, with a blank line below them. They leave the block."""
    if first.pairs or block.header is None or "" not in block.header.above:
        return []
    at = len(block.header.above) - block.header.above[::-1].index("")
    head, left = block.header.above[: at - 1], block.header.above[at:]
    block.header = replace(block.header, above=left)
    return [Entry("", above=head)]


def _rows_of(group: list[Block], told: Mapping[str, Any]) -> list[Entry]:
    """A row that was written as a block, or the rows of a block that shares nothing."""
    (block, *parts), table = group, group[0].path[0]
    is_named = table == "rows"  # `[[rows]]` names its table itself
    first, path = ("", ("rows",)) if is_named else (f'table = "{table}"', (table, "rows"))
    entries = [entry for each in group for entry in (each.header, *each.pairs) if entry]
    comments = tuple(each for entry in entries for each in entry.comments)
    if parts:
        inside = (comments_in(entry.pair[2]) for entry in entries if entry.pair)
        pairs = sorted_pairs(parsed(value(told)), path)
        return [Entry(row_of(pairs, path, 1, first), above=(*comments, *itertools.chain(*inside)))]
    given = [entry.pair for entry in block.pairs if entry.pair]
    if [key for key, *_ in given] == ["rows"] and is_rows(told["rows"]):
        found = items_of(given[0][2], path, 0, first)
        return [replace(found[0], above=(*comments, *found[0].above)), *found[1:]]
    pairs = in_order(given, order_within(path, given))
    return [Entry(row_of(pairs, path, 1, first), above=comments)]
