"""Read the held texts and the reviewed rows, with the line where each thing stands."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import tomli
import tree_sitter
import tree_sitter_toml

from check.rules import Problem

ROOT = Path(__file__).parents[2]
LARGEST = 16 * 2**20  # bytes; a reviewed file or an article is a few kilobytes
LONGEST_LINE = 20_000  # characters; a key of 100,000 dots would take the parser hours
DEEPEST = 20  # tables and lists inside one another; a row needs six
SEED = re.compile(r"\d{3}_[\w.-]+\.txt")
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True)
class Text:
    """A held text: its source id, its path, its characters as decoded, and its hash."""

    source_id: str
    path: str
    text: str
    sha256: str


@dataclass(frozen=True)
class Record:
    """A block of a reviewed file, and the lines of its keys."""

    table: str
    data: dict[str, Any]
    file: str
    path: tuple[str | int, ...]
    lines: dict[tuple[str | int, ...], int] = field(repr=False)

    def line(self, *keys: str | int) -> int:
        """Line of the key at the end of the path, or of the nearest block above it."""
        path = self.path + keys
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass
class Inputs:
    """Everything that a run reads."""

    texts: dict[str, Text]
    records: list[Record]
    phrases: list[tuple[str, str, str, str | None, str, int]]
    problems: list[Problem]


def inputs(root: Path = ROOT) -> Inputs:
    """Texts and records of a checkout, with what is wrong with the files."""
    texts, problems = held_texts(root / "seeds")
    records: list[Record] = []
    phrases: list[tuple[str, str, str, str | None, str, int]] = []
    folder = root / "datasets" / "reviewed"
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".toml" and not path.is_symlink():
            continue
        name = path.relative_to(folder).as_posix()
        content = _decode(path, name, problems, folder)
        if content is None:
            continue
        document = _parse(content, name, problems)
        if document is None:
            continue
        lines = key_lines(content)
        hidden = _hostile(document, name, lines)
        if hidden:
            problems.append(hidden)
            continue
        records += _records(document, name, lines, problems)
        phrases += _phrases(document, name, lines, problems)
    return Inputs(texts, records, phrases, problems)


def held_texts(folder: Path) -> tuple[dict[str, Text], list[Problem]]:
    """The seeds by source id; a file that is missing, changed or not UTF-8 is a problem."""
    problems: list[Problem] = []
    listed = _checksums(folder / "SHA256SUMS", problems)
    texts: dict[str, Text] = {}
    numbers = Counter(path.name[:3] for path in folder.glob("*.txt"))
    for path in sorted(folder.glob("*.txt")):
        name = f"seeds/{path.name}"
        if not SEED.fullmatch(path.name) or numbers[path.name[:3]] > 1:
            message = "a text is named by three digits of its own, such as 005_name.txt"
            problems.append(_refused(name, 1, message, "rename the file"))
            continue
        content = _decode(path, name, problems, folder, hidden=False)
        if content is None:
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        expected = listed.pop(path.name, None) if listed is not None else digest
        if digest != expected:
            said = "is not listed in" if expected is None else "differs from"
            problems.append(
                Problem(
                    name,
                    1,
                    "seed-changed",
                    f"the text {said} seeds/SHA256SUMS ({digest[:12]}…)",
                    "restore the file, or add a new text with `python build add-source FILE`",
                )
            )
        source_id = "s" + path.name[:3]
        texts[source_id] = Text(source_id, name, content, digest)
    present = {path.name for path in folder.glob("*.txt")}  # a file refused is not missing
    for missing in sorted((listed or {}).keys() - present):
        problems.append(
            Problem(
                f"seeds/{missing}",
                1,
                "seed-missing",
                "seeds/SHA256SUMS lists this text and it is not there",
                "restore it with `git checkout -- seeds`",
            )
        )
    return texts, problems


def _checksums(path: Path, problems: list[Problem]) -> dict[str, str] | None:
    """The hash of every text by file name; null, with a problem, where there is no list."""
    if not path.exists():
        problems.append(
            Problem(
                "seeds/SHA256SUMS",
                1,
                "seed-missing",
                "the list of hashes is not there",
                "restore it with `git checkout -- seeds`",
            )
        )
        return None
    content = _decode(path, "seeds/SHA256SUMS", problems, path.parent)
    if content is None:
        return None
    pairs = (line.split("  ", 1) for line in content.splitlines() if "  " in line)
    return {name: digest for digest, name in pairs}


def _decode(
    path: Path, name: str, problems: list[Problem], folder: Path, hidden: bool = True
) -> str | None:
    """The file's characters, newlines as they are; null, with a problem, if it is refused."""
    if not name.isprintable():
        problems.append(_refused(name, 1, "the file's name cannot be printed", "rename the file"))
        return None
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        problems.append(_refused(name, 1, "the file is a link", "replace the link by the file"))
        return None
    if not path.is_file() or path.stat().st_size > LARGEST:
        message = f"not a file of at most {LARGEST // 2**20} MB"
        problems.append(_refused(name, 1, message, "split the file or remove it"))
        return None
    try:
        content = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.append(
            Problem(
                name, line, "not-utf8", f"byte {error.start} is not UTF-8", "save the file as UTF-8"
            )
        )
        return None
    found = HIDDEN.search(content) if hidden else None
    if found:
        line = content.count("\n", 0, found.start()) + 1
        problems.append(_hidden(name, line, found[0]))
        return None
    longest = max(content.split("\n"), key=len) if hidden else ""
    if len(longest) > LONGEST_LINE:
        line = content.count("\n", 0, content.index(longest)) + 1
        message = f"a line is longer than {LONGEST_LINE} characters"
        problems.append(_refused(name, line, message, "break the line or remove it"))
        return None
    return content


def _hidden(name: str, line: int, character: str) -> Problem:
    label = unicodedata.name(character, f"U+{ord(character):04X}")
    return _refused(name, line, f"the file holds the hidden character {label}", "remove it")


def _refused(name: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(name, line, "file-refused", message, remedy)


def _too_deep(name: str, line: int = 1) -> Problem:
    return Problem(name, line, "toml-syntax", "the file is nested too deeply", "write flat tables")


def _hostile(
    document: dict[str, Any], name: str, lines: dict[tuple[str | int, ...], int]
) -> Problem | None:
    """A hidden character written as an escape, an endless number, or nesting beyond reason."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        line = next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 1)
        if len(path) > DEEPEST:
            return _too_deep(name, line)
        if isinstance(value, dict):
            waiting += [((*path, key), each) for key, each in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), each) for index, each in enumerate(value)]
        elif type(value) is int and not -(2**63) <= value < 2**63:
            return Problem(
                name, line, "toml-syntax", "a number has more than 64 bits", "correct it"
            )
        for text in (value, path[-1] if path else ""):
            found = HIDDEN.search(text) if isinstance(text, str) else None
            if found:
                return _hidden(name, line, found[0])
    return None


def _parse(content: str, name: str, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        return tomli.loads(content)
    except tomli.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or 1
        message = re.sub(r" \(at (line|end).*\)$", "", str(error)).rstrip(".")
        problems.append(Problem(name, line, "toml-syntax", message, "mend the TOML of this line"))
    except (RecursionError, ValueError):
        problems.append(_too_deep(name))
    return None


def _records(
    document: dict[str, Any],
    name: str,
    lines: dict[tuple[str | int, ...], int],
    problems: list[Problem],
) -> Iterator[Record]:
    for table, blocks in document.items():
        if name == "phrases.toml" or (
            table in ("phrases", "phrases_in") and isinstance(blocks, dict)
        ):
            continue
        if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
            problems.append(
                Problem(
                    name,
                    lines.get((table,), lines.get((table, 0), 1)),
                    "unknown-table",
                    f"{table!r} is not a list of rows",
                    f"begin each row with [[{table}]]",
                )
            )
            continue
        for index, block in enumerate(blocks):
            yield Record(table, block, name, (table, index), lines)


def _phrases(
    document: dict[str, Any],
    name: str,
    lines: dict[tuple[str | int, ...], int],
    problems: list[Problem],
) -> Iterator[tuple[str, str, str, str | None, str, int]]:
    """(list, code, phrase, source or null, file, line) for every phrase."""
    scoped: list[tuple[str | None, tuple[str, ...], Any]] = []
    if name == "phrases.toml":
        scoped.append((None, (), document))
    if isinstance(document.get("phrases"), dict) and name != "phrases.toml":
        scoped.append((Path(name).stem, ("phrases",), document["phrases"]))
    if isinstance(document.get("phrases_in"), dict):
        for source, lists in document["phrases_in"].items():
            scoped.append((source, ("phrases_in", source), lists))
    for source, path, lists in scoped:
        if not isinstance(lists, dict):
            problems.append(_not_phrases(name, lines, path))
            continue
        for list_name, codes in lists.items():
            if not isinstance(codes, dict):
                problems.append(_not_phrases(name, lines, (*path, list_name)))
                continue
            for code, phrases in codes.items():
                where = (*path, list_name, code)
                if not isinstance(phrases, list) or not all(isinstance(p, str) for p in phrases):
                    problems.append(_not_phrases(name, lines, where))
                    continue
                for phrase in phrases:
                    yield list_name, code, phrase, source, name, lines.get(where, 1)


def _not_phrases(
    name: str, lines: dict[tuple[str | int, ...], int], path: tuple[str, ...]
) -> Problem:
    return Problem(
        name,
        lines.get(path, 1),
        "wrong-value",
        f"{'.'.join(path)} is no list of phrases",
        'write [LIST], then code = ["phrase", "phrase"]',
    )


@cache
def _parser() -> tree_sitter.Parser:
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))


def key_lines(content: str) -> dict[tuple[str | int, ...], int]:
    """The line of every table header and key, by its path in the parsed document.

    >>> key_lines('[[a]]\\nb = 1\\n[[a.c]]\\nd = 2\\n')[("a", 0, "c", 0, "d")]
    4
    """
    lines: dict[tuple[str | int, ...], int] = {}
    counts: dict[tuple[str | int, ...], int] = {}
    for node in _parser().parse(content.encode("utf-8")).root_node.named_children:
        if node.type == "pair":
            _pair_lines(node, (), lines)
        elif node.type in ("table", "table_array_element"):
            path = _header_path(node, counts)
            lines.setdefault(path, node.start_point.row + 1)
            for child in node.named_children[1:]:
                if child.type == "pair":
                    _pair_lines(child, path, lines)
    return lines


def _header_path(
    node: tree_sitter.Node, counts: dict[tuple[str | int, ...], int]
) -> tuple[str | int, ...]:
    path: tuple[str | int, ...] = ()
    keys = _keys(node.named_children[0]) if node.named_children else [""]
    for key in keys[:-1]:
        path += (key,)
        if path in counts:
            path += (counts[path] - 1,)
    path += (keys[-1],)
    if node.type == "table_array_element":
        counts[path] = counts.get(path, 0) + 1
        path += (counts[path] - 1,)
    return path


def _pair_lines(
    node: tree_sitter.Node,
    above: tuple[str | int, ...],
    lines: dict[tuple[str | int, ...], int],
) -> None:
    """Note the line of a pair and of the pairs inside its value, without recursion."""
    waiting = [(node, above)]
    while waiting:
        pair, path = waiting.pop()
        if len(pair.named_children) < 2:
            continue
        here = path + tuple(_keys(pair.named_children[0]))
        lines[here] = pair.start_point.row + 1
        value = pair.named_children[-1]
        if value.type == "inline_table":
            waiting += [(child, here) for child in value.named_children if child.type == "pair"]
        elif value.type == "array":
            for index, item in enumerate(value.named_children):
                if item.type == "inline_table":
                    lines[(*here, index)] = item.start_point.row + 1
                    waiting += [
                        (c, (*here, index)) for c in item.named_children if c.type == "pair"
                    ]


def _keys(node: tree_sitter.Node) -> list[str]:
    """The parts of a bare, quoted or dotted key."""
    keys: list[str] = []
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if part.type == "dotted_key":
            waiting += reversed(part.named_children)
        else:
            keys.append((part.text or b"").decode("utf-8").strip("\"'"))
    return keys
