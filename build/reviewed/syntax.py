"""The syntax tree of a TOML file: its parts as typed, and the line of each table and key."""

from collections.abc import Iterator
from functools import cache

import tree_sitter
import tree_sitter_toml

Node = tree_sitter.Node

Path = tuple[str | int, ...]
"""Keys and numbers that lead to a value of the parsed document."""

Pair = tuple[str, str, Node]
"""The first part of a key, the whole key, and the value."""


@cache
def syntax() -> tree_sitter.Parser:
    """The parser of TOML files."""
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))


def key_lines(content: str) -> dict[Path, int]:
    """The line of every table header and key, by its path in the parsed document.

    What stands in one line has the line of the nearest path above it.

    >>> key_lines('[[a]]\\nb = 1\\n[[a.c]]\\nd = 2\\n')[("a", 0, "c", 0, "d")]
    4
    >>> key_lines('rows = [\\n{ a = 1, said = [\\n{ b = 2 },\\n] },\\n]')[("rows", 0, "said", 0)]
    3
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    for node in syntax().parse(content.encode("utf-8")).root_node.named_children:
        if node.type == "pair":
            _pair_lines(node, (), lines)
        elif node.type in ("table", "table_array_element"):
            path = header_path(node, counts)
            lines.setdefault(path, node.start_point.row + 1)
            for child in node.named_children[1:]:
                if child.type == "pair":
                    _pair_lines(child, path, lines)
    return lines


def header_path(node: Node, counts: dict[Path, int]) -> Path:
    """The path of a header, by how often each list of tables was begun before it."""
    path: Path = ()
    keys = bare(node.named_children[0]) if node.named_children else [""]
    for key in keys[:-1]:
        path += (key,)
        if path in counts:
            path += (counts[path] - 1,)
    path += (keys[-1],)
    if node.type == "table_array_element":
        counts[path] = counts.get(path, 0) + 1
        path += (counts[path] - 1,)
    return path


def _pair_lines(node: Node, above: Path, lines: dict[Path, int]) -> None:
    """Note the line of a pair, and of what stands in its value if that has several lines."""
    if len(node.named_children) < 2:
        return
    here = above + tuple(bare(node.named_children[0]))
    lines[here] = node.start_point.row + 1
    _value_lines(node.named_children[1], here, lines)


def _value_lines(value: Node, here: Path, lines: dict[Path, int]) -> None:
    """Note the line of each element of a list, and of each key of a table, over several lines."""
    if value.start_point.row == value.end_point.row:
        return
    if value.type == "array":
        items = [item for item in value.named_children if item.type != "comment"]
        for index, item in enumerate(items):
            lines[(*here, index)] = item.start_point.row + 1
            _value_lines(item, (*here, index), lines)
    elif value.type == "inline_table":
        for pair in value.named_children:
            _pair_lines(pair, here, lines)


def keys_of(node: Node) -> list[str]:
    """The parts of a bare, quoted or dotted key, as typed."""
    keys: list[str] = []
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if part.type == "dotted_key":
            waiting += reversed(part.named_children)
        else:
            keys.append(typed(part))
    return keys


def bare(node: Node) -> list[str]:
    """The parts of a key without quotation marks."""
    return [key.strip("\"'") for key in keys_of(node)]


# --- parts as typed -------------------------------------------------------------------------------


def typed(node: Node) -> str:
    """The text of a part of a file, as it was typed."""
    return (node.text or b"").decode("utf-8")


def pair_of(node: Node) -> Pair:
    """A pair of the syntax tree."""
    names = keys_of(node.named_children[0])
    return names[0], ".".join(names), node.named_children[1]


def comments_in(node: Node) -> Iterator[str]:
    """The comments of a part of a file, in order."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.type == "comment":
            yield typed(each).rstrip()
        elif b"#" in (each.text or b""):
            waiting += reversed(each.children)


def parsed(text: str) -> Node:
    """A value as a node."""
    return syntax().parse(f"x = {text}\n".encode()).root_node.named_children[0].named_children[1]
