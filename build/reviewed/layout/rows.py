"""Rows as one list at the head of a file, however they were written."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ice_subpoenas.tables import TABLE
from reviewed.layout.blocks import Block
from reviewed.layout.order import in_order, order_within
from reviewed.layout.values import Entry, items_of, row_of, sorted_pairs, tall
from reviewed.rows import NOT_TABLES
from reviewed.syntax import comments_in, parsed
from reviewed.toml import value


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
