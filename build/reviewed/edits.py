"""Small changes to a reviewed file, made in its syntax tree: all else stays as it was typed."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any

import tomli

from reviewed.syntax import Node, Path, bare, header_path, syntax, typed
from reviewed.toml import string

Form = Callable[[str], str]
"""The form in which words compare."""


def with_phrase(text: str, list_name: str, code: str, words: str) -> str:
    """A file of a text with one more phrase of a list.

    >>> given = "agencies", "ice", "the agency"
    >>> print(with_phrase('[phrases]  # of the page\\nagencies.ice = ["ICE"]', *given))
    [phrases]  # of the page
    agencies.ice = ["the agency", "ICE"]
    """
    phrase, whole = string(" ".join(words.split())), ("phrases", list_name, code)
    new = f"[{phrase}]"
    found = _places(text)
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
    found = _places(text)
    for path, each in found.items():
        is_row = path[:1] == ("rows",) and len(path) == 2 and each.type == "inline_table"
        if is_row and tomli.loads(f"x = {typed(each)}")["x"] == row:
            given = found[(*path, "words")]
            if given.type == "array":
                last = [child for child in given.named_children if child.type != "comment"][-1]
                return _cut(text, last.end_byte, last.end_byte, f", {string(words)}")
            return _replaced(text, given, f"[{typed(given)}, {string(words)}]")
    return None


def with_rows(text: str, lines: Iterable[str]) -> str:
    """A file with more lines at the end of its list of rows."""
    at = _places(text)["rows",].end_byte - 1
    return _cut(text, at, at, "".join(f"{line}\n" for line in lines))


def without_phrase(text: str, path: Path, phrase: str, form: Form = str) -> str:
    """A file without a phrase of a list, and without its code if that has no other.

    >>> text = '[phrases]\\nrole = { victim = ["hurt"], agent = ["sent", "told"] }\\n'
    >>> text = without_phrase(text, ("phrases", "role", "agent"), "sent")
    >>> text = without_phrase(text, ("phrases", "role", "victim"), "hurt")
    >>> text, without_phrase(text, ("phrases", "role", "agent"), "told")
    ('[phrases]\\nrole = { agent = ["told"] }\\n', '[phrases]\\n')
    """
    node = _places(text).get(path)
    kept, n = _less(node, {form(phrase)}, form)
    if node is None or not n:
        return text
    return _replaced(text, node, f"[{', '.join(kept)}]") if kept else _out(text, node)


def without_words(text: str, path: Path, gone: Container[str], form: Form = str) -> tuple[str, int]:
    """A file without some words of a row, and how many these were.

    The row goes with its last words, unless the line above asks something about it.

    >>> text = 'rows = [\\n  { words = [\\n    "a",\\n    "b",\\n  ], kind = "day" },\\n]\\n'
    >>> without_words(text, ("rows", 0), {"a"})
    ('rows = [\\n  { words = "b", kind = "day" },\\n]\\n', 1)
    >>> without_words(text, ("rows", 0), {"a", "b"})
    ('rows = [\\n]\\n', 2)
    """
    found = _places(text)
    node, lines = found.get((*path, "words")), text.split("\n")
    kept, n = _less(node, gone, form)
    if node is None or not n:
        return text, 0
    if kept:
        return _replaced(text, node, kept[0] if len(kept) == 1 else f"[{', '.join(kept)}]"), n
    first, last = found[path].start_point.row, found[path].end_point.row
    if lines[first - 1].lstrip().startswith("# ? "):
        return text, 0
    return "\n".join([*lines[:first], *lines[last + 1 :]]), n


def without_reason(text: str, path: Path, column: str) -> str:
    """A file without the reason for a null that a row, or the block of it, gives for a column.

    >>> text = 'rows = [{ id = "a", absent = { title = "not_stated", age = "withheld" } }]'
    >>> text = without_reason(text, ("rows", 0), "title")
    >>> text, without_reason(text, ("rows", 0), "age")
    ('rows = [{ id = "a", absent = { age = "withheld" } }]', 'rows = [{ id = "a" }]')
    """
    found = _places(text)
    own, shared = (*path, "absent", column), (*path[:2], "absent", column)
    node = found.get(own) or found.get(shared)
    return _out(text, node) if node else text


def _less(node: Node | None, gone: Container[str], form: Form) -> tuple[list[str], int]:
    """The strings of a list, or one string, as typed, without some; and how many these were."""
    own = node.named_children if node and node.type == "array" else [node] if node else []
    if any(each.type != "string" for each in own):
        return [], 0  # with a comment: a person takes it out
    kept = [t for t in map(typed, own) if form(tomli.loads(f"x = {t}")["x"]) not in gone]
    return kept, len(own) - len(kept)


def _places(text: str) -> dict[Path, Node]:
    """The values of a file by their keys and numbers, and the headers of its tables."""
    found: dict[Path, Node] = {}
    counts: dict[Path, int] = {}
    for node in syntax().parse(text.encode("utf-8")).root_node.named_children:
        path = header_path(node, counts) if node.type.startswith("table") else ()
        if path:
            found[path] = node
        for child in node.named_children[1:] if path else [node]:
            found |= _inside(child, path)
    return found


def _inside(node: Node, above: Path) -> Iterator[tuple[Path, Node]]:
    """The values in a pair, a table or a list, those of pairs by their keys."""
    if node.type == "pair":
        path, value = (*above, *bare(node.named_children[0])), node.named_children[1]
        yield path, value
        yield from _inside(value, path)
    elif node.type == "inline_table":
        for child in node.named_children:
            yield from _inside(child, above)
    elif node.type == "array":
        elements = (child for child in node.named_children if child.type != "comment")
        for n, child in enumerate(elements):
            yield (*above, n), child
            yield from _inside(child, (*above, n))


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


def _out(text: str, value: Node) -> str:
    """A file without a value and its key, and without the table that would be empty then."""
    pair = value.parent
    table = pair.parent if pair else None
    if pair is None or table is None or table.type != "inline_table":
        start = pair.start_byte if pair else value.start_byte
        is_alone = text.encode("utf-8")[value.end_byte :].startswith(b"\n")
        return _cut(text, start, value.end_byte + is_alone, "")
    at, others = table.named_children.index(pair), table.named_children
    if len(others) == 1:
        return _out(text, table)
    if at + 1 < len(others):
        return _cut(text, pair.start_byte, others[at + 1].start_byte, "")
    return _cut(text, others[at - 1].end_byte, pair.end_byte, "")


def _replaced(text: str, node: Node, new: str) -> str:
    return _cut(text, node.start_byte, node.end_byte, new)


def _cut(text: str, start: int, end: int, new: str) -> str:
    """A text with something new in place of some of its bytes."""
    data = text.encode("utf-8")
    return (data[:start] + new.encode("utf-8") + data[end:]).decode("utf-8")
