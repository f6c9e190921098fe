"""The rooms of the code import one way, say what they are for, and quote what they put into SQL."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from sql_texts import Code

ROOT = Path(__file__).parents[1]
PACKAGE = "ice_subpoenas"
SOURCES = {
    ".".join(path.relative_to(base).with_suffix("").parts).removesuffix(".__init__"): path
    for base in (ROOT / "schema", ROOT / "build")
    for path in sorted(base.rglob("*.py"))
}
"""Every file by the name of its module."""
FOLDERS = sorted({path.parent for path in SOURCES.values()} - {ROOT / "build"})


@cache
def parsed(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(SOURCES[module].read_text("utf-8"))


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements within a node, at any depth; what they are made of is left out."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.expr):
            yield child
            yield from statements(child)


def imported(module: str) -> Iterator[str]:
    """Our modules that a module imports anywhere, inside functions too."""
    for node in statements(parsed(module)):
        if isinstance(node, ast.Import):
            yield from (_module(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            yield from (_module(base, alias.name) for alias in node.names)


def _base(module: str, node: ast.ImportFrom) -> str:
    """The module that `from … import` names, dots resolved."""
    if not node.level:
        return node.module or ""
    is_folder = SOURCES[module].name == "__init__.py"
    parts = module.split(".")[: None if is_folder and node.level == 1 else is_folder - node.level]
    return ".".join([*parts, *filter(None, [node.module])])


def _module(base: str, name: str = "") -> str:
    """The longest of our modules that a name begins with; empty where it is not ours."""
    parts = [*base.split("."), *filter(None, [name])]
    known = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((each for each in known if each in SOURCES), "")


GRAPH = {name: {each for each in imported(name) if each and each != name} for name in SOURCES}


EXTRACTION = "build/extraction"
"""The one folder of `build` whose own folders have an order that the architecture gives."""


def room(module: str, tree: str = "") -> str:
    """The folder or file at the top of a tree that a module belongs to."""
    parts = module.split(".")
    is_inner = parts[0] == PACKAGE or tree == EXTRACTION
    return parts[1] if is_inner and len(parts) > 1 else parts[0]


DECLARING = {f"{PACKAGE}.rules.declare"}
"""What only reads the declarations of its room, so that what stands before the room may ask."""


def test_what_reads_declarations_imports_the_ground_alone() -> None:
    assert {each for name in DECLARING for each in GRAPH[name]} == {
        f"{PACKAGE}.problem",
        f"{PACKAGE}.sql",
    }


def test_no_module_imports_itself_on_any_way() -> None:
    try:
        list(TopologicalSorter(GRAPH).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


def orders() -> list[tuple[str, list[set[str]]]]:
    """The rooms of each tree in the order of imports, as the page on the architecture has it."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    part = text.partition("## Who may import whom")[2].partition("## ")[0]
    lines = [line for line in part.partition("```text")[2].partition("```")[0].splitlines() if line]
    split = [re.split(r"\s{2,}", line, maxsplit=1) for line in lines]
    return [
        (tree, [set(re.split(r",\s*", each.strip())) for each in order.split("→")])
        for tree, order in split
    ]


def in_tree(tree: str) -> set[str]:
    """The modules of a tree; the package itself gives out the rest, so it stands outside."""
    if tree == EXTRACTION:
        return {name for name in SOURCES if name.startswith("extraction.")}
    package = {name for name in SOURCES if name.split(".")[0] == PACKAGE}
    return package - {PACKAGE} if tree.endswith(PACKAGE) else set(SOURCES) - package


@pytest.mark.parametrize(("tree", "order"), orders(), ids=[tree for tree, _ in orders()])
def test_a_room_imports_only_what_stands_before_it(tree: str, order: list[set[str]]) -> None:
    rank = {name: n for n, rooms in enumerate(order) for name in rooms}
    modules = in_tree(tree)

    assert rank.keys() == {room(name, tree) for name in modules}

    wrong = [
        f"{name} imports {each}"
        for name in modules
        for each in GRAPH[name] & modules
        if each not in DECLARING
        and room(name, tree) != room(each, tree)
        and rank[room(name, tree)] <= rank[room(each, tree)]
    ]

    assert wrong == []


def importers(of: str) -> dict[str, set[str]]:
    """Who imports a room, and what of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, others in GRAPH.items():
        if room(name) != of:
            found[name] |= {each for each in others if room(each) == of}
    return {name: each for name, each in found.items() if each}


def test_the_package_knows_nothing_of_build() -> None:
    build = {room(name) for name in SOURCES if not name.startswith(PACKAGE)}
    wrong = {
        name: others
        for name in SOURCES
        if name.startswith(PACKAGE)
        and (others := {each for each in GRAPH[name] if not each.startswith(PACKAGE)})
    }

    assert build
    assert wrong == {}


def test_nothing_imports_what_measures() -> None:
    assert importers("bench") == {}


def test_derivations_import_only_one_another() -> None:
    wrong = {each for name in SOURCES if room(name) == "derivations" for each in GRAPH[name]}

    assert {each for each in wrong if room(each) != "derivations"} == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_folder_says_in_one_short_paragraph_what_it_is_for(folder: Path) -> None:
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""

    assert re.match(r"[A-Z].*[.:]", said)
    assert len(said.split("\n\n")[0].splitlines()) <= 3


OURS = {
    ("check.settling.mentions", "condition"): "a condition that the module writes itself",
}
"""What is put into SQL without being quoted, and why it may."""


def test_no_sql_is_made_from_a_name_a_text_or_a_path_that_is_not_quoted() -> None:
    """What measures is left out: it asks only tables that it made itself."""
    found = [
        (name, line, part)
        for name in SOURCES
        if room(name) != "bench"
        for line, part in Code(parsed(name)).unquoted()
        if (name, part) not in OURS
    ]

    assert found == []


UNSAFE = """
def ask(con, name, path):
    con.execute(f"SELECT 1 FROM {name}")
    where = f"WHERE file = '{path}'"
    con.sql(f"SELECT 2 {where}")
    con.execute(f"SELECT 3 FROM {quoted(name)} WHERE file = {literal(path)}")
"""


def test_a_name_and_a_path_without_quotation_are_found() -> None:
    assert [part for _, part in Code(ast.parse(UNSAFE)).unquoted()] == ["name", "where"]
