"""Parts of the syntax tree of a file: text, keys, pairs and comments."""

from collections.abc import Iterator

import tree_sitter

from reviewed.positions import keys_of, syntax

Node = tree_sitter.Node

Pair = tuple[str, str, Node]
"""The first part of a key, the whole key, and the value."""


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
