"""Small additions to a reviewed file, made in its syntax tree: all else stays as it was typed."""

from collections.abc import Iterator, Mapping
from typing import Any

import tomli

from reviewed.layout.nodes import Node, typed
from reviewed.positions import bare, syntax
from reviewed.toml import string

Path = tuple[str, ...]


def with_phrase(text: str, list_name: str, code: str, words: str) -> str:
    """A file of a text with one more phrase of a list.

    >>> given = "agencies", "ice", "the agency"
    >>> print(with_phrase('[phrases]  # of the page\\nagencies.ice = ["ICE"]', *given))
    [phrases]  # of the page
    agencies.ice = ["the agency", "ICE"]
    >>> print(with_phrase('[phrases]\\nagencies = { dhs = ["DHS"], "ice" = [] }', *given))
    [phrases]
    agencies = { dhs = ["DHS"], "ice" = ["the agency"] }
    >>> print(with_phrase('[phrases]\\nagencies = { dhs = ["DHS"] }', *given))
    [phrases]
    agencies = { ice = ["the agency"], dhs = ["DHS"] }
    >>> print(with_phrase('[phrases]\\nrole.official = ["Mayor"]', *given))
    [phrases]
    agencies.ice = ["the agency"]
    role.official = ["Mayor"]
    """
    phrase, whole = string(" ".join(words.split())), ("phrases", list_name, code)
    new = f"[{phrase}]"
    found = dict(_places(text))
    for n in range(len(whole), 0, -1):
        if node := found.get(whole[:n]):
            pair = " = ".join([".".join(whole[n:]), new])
            return _with(text, node, phrase if n == len(whole) else pair)
    return f"{text.rstrip()}\n\n[phrases]\n{list_name}.{code} = {new}\n"


def with_words(text: str, row: Mapping[str, Any], words: str) -> str | None:
    """A file with one more text in the `words` of a row of its list; null if it has no such row.

    >>> row = {"table": "rejections", "kind": "day", "words": ["a", "b"]}
    >>> with_words('rows = [{ table = "rejections", kind = "day", words = ["a", "b"] }]', row, "c")
    'rows = [{ table = "rejections", kind = "day", words = ["a", "b", "c"] }]'
    """
    listed = dict(_places(text)).get(("rows",))
    for element in listed.named_children if listed else ():
        if element.type == "inline_table" and tomli.loads(f"x = {typed(element)}")["x"] == row:
            given = next(value for key, value in _inside(element, ()) if key == ("words",))
            if given.type == "array":
                last = [child for child in given.named_children if child.type != "comment"][-1]
                return _cut(text, last.end_byte, last.end_byte, f", {string(words)}")
            both = f"[{typed(given)}, {string(words)}]"
            return _cut(text, given.start_byte, given.end_byte, both)
    return None


def _places(text: str) -> Iterator[tuple[Path, Node]]:
    """The lists and tables of a file by their keys: their values, or the headers of tables."""
    for node in syntax().parse(text.encode("utf-8")).root_node.named_children:
        if node.type == "table":
            path = tuple(bare(node.named_children[0]))
            yield path, node
            for child in node.named_children[1:]:
                yield from _pair(child, path)
        else:
            yield from _pair(node, ())


def _pair(node: Node, above: Path) -> Iterator[tuple[Path, Node]]:
    if node.type == "pair":
        path, value = (*above, *bare(node.named_children[0])), node.named_children[1]
        yield path, value
        yield from _inside(value, path)


def _inside(node: Node, above: Path) -> Iterator[tuple[Path, Node]]:
    for child in node.named_children if node.type == "inline_table" else ():
        yield from _pair(child, above)


def _with(text: str, node: Node, new: str) -> str:
    """A file with something new at the beginning of a list or table."""
    if node.type == "table":
        at = text.encode("utf-8").find(b"\n", node.named_children[0].end_byte)
        return f"{text}\n{new}\n" if at < 0 else _cut(text, at, at, f"\n{new}")
    others = any(child.type != "comment" for child in node.named_children)
    if node.type == "inline_table":
        new = f" {new}," if others else f" {new} "
    elif others:
        new = f"{new}, "
    return _cut(text, node.start_byte + 1, node.start_byte + 1, new)


def _cut(text: str, start: int, end: int, new: str) -> str:
    """A text with something new in place of some of its bytes."""
    data = text.encode("utf-8")
    return (data[:start] + new.encode("utf-8") + data[end:]).decode("utf-8")
