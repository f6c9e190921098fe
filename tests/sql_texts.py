"""Find what Python code puts into SQL: the parts of f-strings that are no quoted names or texts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

ASKING = {"sql", "execute", "executemany"}
QUOTING = {"quoted", "literal", "literals", "unnested"}
"""Functions whose result may stand in SQL: they quote, or are made of quoted parts."""
DECLARED = {"query", "condition", "sql", "duckdb_type"}
"""Attributes that hold text of our own .sql files and declarations."""

Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Module


@dataclass(frozen=True)
class Code:
    """A module, and the functions that it has."""

    tree: ast.Module

    def unquoted(self) -> Iterator[tuple[int, str]]:
        """Line and source of every part of an SQL text that nobody quoted."""
        for scope in self._scopes():
            for call in ast.walk(scope):
                if isinstance(call, ast.Call) and _name(call.func) in ASKING and call.args:
                    yield from self._parts(call.args[0], scope)

    def _scopes(self) -> Iterator[Scope]:
        yield from (n for n in self.tree.body if isinstance(n, ast.FunctionDef))
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef):
                yield from (n for n in node.body if isinstance(n, ast.FunctionDef))

    def _parts(self, given: ast.expr, scope: Scope) -> Iterator[tuple[int, str]]:
        texts = _values(given.id, scope) if isinstance(given, ast.Name) else [given]
        for text in texts:
            for part in (
                p for t in ast.walk(text) if isinstance(t, ast.JoinedStr) for p in t.values
            ):
                if isinstance(part, ast.FormattedValue) and not self.is_safe(part.value, scope):
                    yield part.lineno, ast.unparse(part.value)

    def is_safe(self, part: ast.expr, scope: Scope, seen: tuple[str, ...] = ()) -> bool:
        """Whether a part is a constant, a number, text of ours, or quoted, however it came."""
        if isinstance(part, ast.Constant | ast.Compare):
            return True
        if isinstance(part, ast.Name):
            return part.id.isupper() or self._is_safe_name(part.id, scope, seen)
        if isinstance(part, ast.Attribute):
            return part.attr in DECLARED or part.attr.isupper()
        if isinstance(part, ast.Call):
            return self._is_safe_call(part, scope, seen)
        return bool(inner := list(_inner(part))) and all(
            self.is_safe(x, scope, seen) for x in inner
        )

    def _is_safe_name(self, name: str, scope: Scope, seen: tuple[str, ...]) -> bool:
        values = [] if name in seen else _values(name, scope)
        given = [] if isinstance(scope, ast.Module) else scope.args.args
        counted = {each.arg for each in given if _name(each.annotation) == "int"}
        return name in counted or (
            bool(values) and all(self.is_safe(v, scope, (*seen, name)) for v in values)
        )

    def _is_safe_call(self, call: ast.Call, scope: Scope, seen: tuple[str, ...]) -> bool:
        name = _name(call.func)
        if name in QUOTING or name in ("len", "int", "range"):
            return True
        if name == "format":
            return all(self.is_safe(each, scope, seen) for each in call.args)
        if name in ("join", "map", "sorted", "replace", "removeprefix"):
            is_method = isinstance(call.func, ast.Attribute) and name != "join"
            given = [call.func.value] if is_method and isinstance(call.func, ast.Attribute) else []
            first = call.args[:1] if name != "replace" else call.args
            return all(
                _name(x) in QUOTING or self.is_safe(x, scope, seen) for x in [*given, *first]
            )
        own = [n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef) and n.name == name]
        made = [
            (n.value, f)
            for f in own
            for n in ast.walk(f)
            if isinstance(n, ast.Return | ast.Yield) and n.value
        ]
        return (
            name not in seen
            and bool(made)
            and all(self.is_safe(value, function, (*seen, name)) for value, function in made)
        )


def _name(node: ast.AST | None) -> str:
    return str(getattr(node, "attr", getattr(node, "id", "")))


def _inner(part: ast.expr) -> Iterator[ast.expr]:
    """The parts of which an expression is made."""
    if isinstance(part, ast.JoinedStr):
        yield from (v.value if isinstance(v, ast.FormattedValue) else v for v in part.values)
    elif isinstance(part, ast.BinOp):
        yield from (part.left, part.right)
    elif isinstance(part, ast.BoolOp):
        yield from part.values
    elif isinstance(part, ast.IfExp):
        yield from (part.body, part.orelse)
    elif isinstance(part, ast.ListComp | ast.GeneratorExp | ast.SetComp):
        yield part.elt
    elif isinstance(part, ast.List | ast.Tuple):
        yield from part.elts
    elif isinstance(part, ast.Starred):
        yield part.value


def _values(name: str, scope: Scope) -> list[ast.expr]:
    """Every expression that a name stands for in a function."""
    found: list[ast.expr] = []
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                found += _bound(name, target, node.value)
        elif isinstance(node, ast.AugAssign | ast.AnnAssign | ast.NamedExpr) and node.value:
            found += _bound(name, node.target, node.value)
        elif isinstance(node, ast.For | ast.comprehension):
            found += _bound(name, node.target, node.iter)
        elif isinstance(node, ast.Call) and _name(node.func) == "append":
            is_own = isinstance(node.func, ast.Attribute) and _name(node.func.value) == name
            found += node.args if is_own else []
    return [each for each in found if not (isinstance(each, ast.List) and not each.elts)]


def _bound(name: str, target: ast.expr, value: ast.expr) -> list[ast.expr]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = zip(target.elts, value.elts, strict=False)
        return [v for t, v in pairs if _name(t) == name]
    is_named = _name(target) == name or any(_name(x) == name for x in getattr(target, "elts", ()))
    return [value] if is_named else []
