"""The file as blocks of entries: a header with its pairs, and the comments of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ice_subpoenas.tables import TABLE
from reviewed.layout.order import ORDERS
from reviewed.layout.values import Entry, broken, is_long, value_of
from reviewed.rows import COMPUTED
from reviewed.syntax import Node, keys_of, pair_of, typed


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
