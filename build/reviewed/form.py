"""Write reviewed files in one form: rows as one list, order of keys, quotation marks, long lists.

The order of rows and of their evidence stays as written, and so does every comment. A file is
written only if it still says the same. `formatted` works on the syntax tree, so that what it does
not touch stays as typed.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import dropwhile
from typing import Any

import tomli

from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.tables import TABLE
from reviewed.files import parse
from reviewed.layout.blocks import Block, blocks_of, is_rows, listed
from reviewed.layout.values import Entry, order_of, rank
from reviewed.syntax import Node, comments_in, syntax
from reviewed.toml import value


def in_form(content: str, name: str) -> str | Problem:
    """The canonical text of a file, or what keeps it from being read or kept whole."""
    found = parse(content, name)
    if isinstance(found, Problem):
        return found
    try:
        return formatted(content)
    except (ValueError, RecursionError) as error:
        message = f"the file cannot be formatted: {error}"
        remedy = "write one key a line, in flat tables"
        return RULES["toml-syntax"].at(Place(name, 1), message, remedy)


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
    text = "\n".join(_lines_of(listed(blocks_of(tree), told))).strip("\n") + "\n"
    if text != content and not _is_same(tree, told, text):
        raise ValueError("the result would say something else")
    return text if text.strip() else ""


def _lines_of(blocks: list[Block]) -> Iterator[str]:
    """The lines of a file; a blank one stands before each block but the joined."""
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
    order = order_of(block.path) if block.is_row else ()
    return sorted(block.pairs, key=lambda entry: rank(entry.key, order))


def _is_same(tree: Node, told: Mapping[str, Any], text: str) -> bool:
    """Whether a text says what another one does, its comments included."""
    again = syntax().parse(text.encode("utf-8")).root_node
    is_same = sorted(comments_in(again)) == sorted(comments_in(tree))
    return is_same and _plain(tomli.loads(text)) == _plain(told)


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
    """The rows under a name with their tables; what is not a list of rows, as it is."""
    if not is_rows(given):
        yield name, given
        return
    for row in given:
        if name == "rows":
            yield str(row.get("table")), {key: row[key] for key in row if key != "table"}
        else:
            alone = row.keys() == {"rows"} and is_rows(row["rows"])
            yield from ((name, each) for each in (row["rows"] if alone else [row]))


def _as_lists(given: Any) -> Any:
    """A value with one passage as a list of one."""
    if isinstance(given, list):
        return [_as_lists(each) for each in given]
    if not isinstance(given, dict):
        return given
    found = {key: _as_lists(each) for key, each in given.items()}
    return found | ({"said": [found["said"]]} if isinstance(found.get("said"), dict) else {})


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
