"""Read the reviewed files: blocks with their lines, and phrases."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from ice_subpoenas.plain import HIDDEN
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.row import ID
from ice_subpoenas.rules.declare import RULES
from reviewed import syntax
from reviewed.decode import decode, hidden, linked, unread
from reviewed.paths import FOLDER, ROOT

DEEPEST = 20  # tables and lists inside one another; a row needs six
DEFAULTS = ("source", "accessed", "read_from", "read_part")
"""What may stand above all blocks of a file."""

Lines = Mapping[syntax.Path, int]


@dataclass(frozen=True)
class Block:
    """A block of a reviewed file: its table, what it says, and the lines of its keys."""

    table: str
    data: Mapping[str, Any]
    file: str
    path: syntax.Path
    lines: Lines = field(repr=False)
    number: int = 1
    """Only of a region, which has no name: its number in the file, from 1 on."""

    def place(self, *keys: str | int) -> Place:
        """The line of the key at the end of a path, or of the nearest block above it."""
        is_shared = keys and self.path[2:3] == ("rows",)
        of_all = is_shared and self.path[:2] + keys[:1] in self.lines
        return Place(self.file, _line(self.lines, (self.path[:2] if of_all else self.path) + keys))

    @property
    def stem(self) -> str:
        """The file's name without folder and ending: the act or the source that it is about."""
        return Path(self.file).stem


class PhraseEntry(NamedTuple):
    """A phrase of a list, the code that it stands for, maybe the only source, and its place."""

    list_name: str
    phrase: str
    code: str
    source: str | None
    place: Place


@dataclass(frozen=True)
class Reviewed:
    """What the reviewed files say. `defaults` hold for all blocks of a file, by file and key."""

    blocks: tuple[Block, ...]
    phrases: tuple[PhraseEntry, ...]
    defaults: Mapping[str, Mapping[str, Any]]
    problems: tuple[Problem, ...]
    questions: tuple[Problem, ...] = ()


QUESTION = re.compile(r"""^(?:[^"'#\n]|"(?:\\.|[^"\\\n])*"|'[^'\n]*')*# \? (?P<asked>.*)$""", re.M)
"""A comment that asks something, after nothing but whole strings and other characters."""
OFFER = re.compile(r"^(?P<asked>(?: *# \? .*\n)*) *(?P<row># \{ table = .*)", re.M)
"""A row that is offered in a comment, below its questions."""
OFFERED = "offered: "
"""How the message about such a row begins."""
UNDECIDED = "is the row in this comment true? yes: take its `# ` off | no: delete it"


def questions(content: str, name: str) -> Iterator[Problem]:
    """The questions of a draft that nobody has answered yet.

    >>> [each.line for each in questions('a = "# ? no"\\nb = 1  # ? one | two\\n', "acts/a.toml")]
    [2]
    >>> left = "# ? a\\n# ? b\\n# { table = 1\\n# { table = 2\\n# { table = 3"
    >>> [(each.line, each.message) for each in questions(left, "acts/a.toml")][0]
    (1, 'offered: a; b')
    >>> [each.line for each in questions(left, "acts/a.toml")]
    [1, 4, 5]
    """
    offers = [*OFFER.finditer(content)] if "# { table" in content else []
    for found in QUESTION.finditer(content) if "# ? " in content else ():
        if not any(offer.start() <= found.start() < offer.end() for offer in offers):
            yield _question(content, name, found.start("asked"), found["asked"])
    for offer in offers:
        told = [line.strip().removeprefix("# ? ") for line in offer["asked"].splitlines()]
        asked = "; ".join(told) or UNDECIDED
        yield _question(content, name, offer.start(), f"{OFFERED}{asked}")


def _question(content: str, name: str, at: int, asked: str) -> Problem:
    place = Place(name, content.count("\n", 0, at) + 1)
    return RULES["question-open"].at(place, asked.strip())


def _line(lines: Lines, path: syntax.Path) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def read(root: Path = ROOT) -> Reviewed:
    """All reviewed files of a checkout. A file of bad form gives a problem and nothing else."""
    blocks: list[Block] = []
    phrases: list[PhraseEntry] = []
    defaults: dict[str, Mapping[str, Any]] = {}
    problems = linked(root, FOLDER)
    asked: list[Problem] = []
    folder = root / FOLDER
    for path in sorted(folder.rglob("*")) if not problems else ():
        name = path.relative_to(folder).as_posix()
        is_unread = path.suffix != ".toml" and not path.is_symlink()
        if is_unread and path.is_dir():
            os.listdir(path)  # what may not be read is an error, not an empty folder
            continue
        if is_unread and path.name.startswith("."):  # of an editor or of the system
            continue
        content = unread(name) if is_unread else decode(path, name, folder)
        content = content if isinstance(content, Problem) else _named(path, name) or content
        found = content if isinstance(content, Problem) else _held_by(content, name)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        blocks += found.blocks
        phrases += found.phrases
        defaults |= found.defaults
        problems += found.problems
        asked += found.questions
    return Reviewed(tuple(blocks), tuple(phrases), defaults, tuple(problems), tuple(asked))


def _named(path: Path, name: str) -> Problem | None:
    """The problem of a file whose name can be no part of an id, such as that of a copy."""
    if re.fullmatch(ID, path.stem):
        return None
    what = f"the file’s name gives the ids of its rows, and “{path.stem}” is no part of an id"
    remedy = "delete the file if it is a copy; or rename it: lower-case letters, digits, hyphens"
    return RULES["file-refused"].at(Place(name, 1), what, remedy)


@lru_cache(maxsize=512)
def _held_by(content: str, name: str) -> Reviewed | Problem:
    """What one file says; the same objects until it changes, so that others can tell."""
    found = parse(content, name)
    if isinstance(found, Problem):
        return found
    problems: list[Problem] = []
    file = _File(name, *found, problems)
    blocks, phrases = tuple(file.blocks()), tuple(file.phrases())
    asked = tuple(questions(content, name))
    return Reviewed(blocks, phrases, {name: file.defaults()}, tuple(problems), asked)


def _remedy(lines: list[str]) -> str:
    """What to do with the last of these lines, which is no TOML; names the line that it repeats.

    >>> _remedy(["[a]", "b = 1", "[c]", "[a]"])
    '“[a]” stands in line 1 already: write what belongs to it there'
    >>> _remedy(["a = 1", "[b]", "a = 2", "c = "]), _remedy(["[b]", "a.b = 1", "a.b = [", "2]"])[:7]
    ('fix the TOML of this line', '“a.b” s')
    """
    begun = [_opening(line) for line in lines]
    while begun and not begun[-1]:
        begun.pop()
    *before, own = begun or [""]
    is_header = own.startswith("[")
    for n in range(len(before), 0, -1):
        if own and before[n - 1] == own:
            return f"“{own}” stands in line {n} already: write what belongs to it there"
        if before[n - 1].startswith("[") and not is_header:
            break
    return "fix the TOML of this line"


def _opening(line: str) -> str:
    """A header without what follows it, or a key; empty if a line begins with neither."""
    return "".join(re.findall(r"^\s*(\[[^\[\]]+\]|[\w.\"'-]+(?=\s*=))", line))


@lru_cache(maxsize=512)
def parse(content: str, name: str) -> tuple[dict[str, Any], Lines] | Problem:
    """A parsed file and the lines of its keys, or what is wrong with it; kept till it changes."""
    rule = RULES["toml-syntax"]
    try:
        document = tomli.loads(content)
    except tomli.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or 1
        message = re.sub(r" \(at (line|end).*\)$", "", str(error)).rstrip(".")
        return rule.at(Place(name, line), message, _remedy(content.split("\n")[:line]))
    except RecursionError:
        return rule.at(Place(name, 1), "the file is nested too deeply", "write flat tables")
    except ValueError:
        found = re.search(rf"\d[\d_]{{{sys.get_int_max_str_digits()}}}", content)
        line = content.count("\n", 0, found.start() if found else 0) + 1
        return rule.at(Place(name, line), "a number has too many digits", "correct it")
    lines = syntax.key_lines(content)
    return _hostile(document, name, lines) or (document, lines)


def _hostile(document: dict[str, Any], name: str, lines: Lines) -> Problem | None:
    """A hidden character written as an escape, an endless number, or nesting beyond reason."""
    rule = RULES["toml-syntax"]
    waiting: list[tuple[syntax.Path, Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        if len(path) > DEEPEST:
            place = Place(name, _line(lines, path))
            return rule.at(place, "the file is nested too deeply", "write flat tables")
        if isinstance(value, dict):
            waiting += [((*path, key), each) for key, each in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), each) for index, each in enumerate(value)]
        elif type(value) is int and not -(2**63) <= value < 2**63:
            place = Place(name, _line(lines, path))
            return rule.at(place, "a number has more than 64 bits", "correct it")
        for text in (value, path[-1] if path else ""):
            found = HIDDEN.search(text) if isinstance(text, str) else None
            if found:
                return hidden(Place(name, _line(lines, path)), found[0])
    return None


@dataclass
class _File:
    """One parsed file; what is wrong with its blocks is added to the problems."""

    name: str
    document: Mapping[str, Any]
    lines: Lines
    problems: list[Problem]

    def _place(self, *path: str | int) -> Place:
        return Place(self.name, _line(self.lines, path))

    def defaults(self) -> Mapping[str, Any]:
        """What stands above all blocks, such as `source` or `accessed`."""
        if self.is_phrases:
            return {}
        return {key: self.document[key] for key in DEFAULTS if key in self.document}

    @property
    def is_phrases(self) -> bool:
        """Whether the file holds phrases of all sources, and nothing else."""
        return self.name == "phrases.toml" or self.name.startswith("phrases/")

    def blocks(self) -> Iterator[Block]:
        """The blocks of every table, in the order of tables and blocks.

        `rows` above all blocks holds rows of several tables, a line each with its `table`.
        """
        counts: Counter[str] = Counter()
        for table, given in self.document.items():
            is_phrases = table in ("phrases", "phrases_in") and isinstance(given, dict)
            if self.is_phrases or is_phrases or table in self.defaults():
                continue
            if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
                message = f"{table!r} is not a list of rows"
                remedy = f'write rows = [{{ table = "{table}", … }}]'
                place = Place(self.name, self.lines.get((table,), self.lines.get((table, 0), 1)))
                self.problems.append(RULES["unknown-table"].at(place, message, remedy))
                continue
            if table == "rows" and not given:
                self._empty(Block(table, {}, self.name, (table,), self.lines))
            for index, each in enumerate(given):
                data = dict(each)
                own = data.pop("table", "") if table == "rows" else table
                block = Block(str(own), data, self.name, (table, index), self.lines)
                if not own:
                    message, remedy = "a line of rows names no table", 'begin it with table = "…"'
                    self.problems.append(RULES["unknown-table"].at(block.place(), message, remedy))
                    continue
                for row in self._rows(block):
                    counts[row.table] += 1
                    is_named = row.table != "regions"
                    yield row if is_named else replace(row, number=counts[row.table])

    def _rows(self, block: Block) -> Iterator[Block]:
        """The block itself, or one for each of its `rows`, which says what is its own."""
        if "rows" not in block.data:
            yield block
            return
        own = block.data["rows"]
        if own == []:
            self._empty(block)
            return
        if not isinstance(own, list) or not all(isinstance(each, dict) for each in own):
            remedy = "write rows = [{ … }, { … }], with what each has of its own"
            message = f"{block.table}: rows is not a list of rows"
            self.problems.append(RULES["wrong-value"].at(block.place("rows"), message, remedy))
            return
        shared = {key: value for key, value in block.data.items() if key != "rows"}
        for index, each in enumerate(own):
            path = (*block.path, "rows", index)
            yield replace(block, data={**shared, **each}, path=path)

    def _empty(self, block: Block) -> None:
        """Report a list of rows that is empty."""
        message = f"{block.table}: `rows` is empty, so nothing is said here"
        remedy = "write a line for each row, or remove it"
        self.problems.append(RULES["wrong-value"].at(block.place("rows"), message, remedy))

    def phrases(self) -> Iterator[PhraseEntry]:
        """Every phrase: of `phrases.toml` for all sources, elsewhere of one source alone."""
        for source, path, lists in self._scoped():
            for list_name, codes in self._tables(lists, path):
                for code, phrases in self._tables(codes, (*path, list_name)):
                    where = (*path, list_name, code)
                    if not isinstance(phrases, list) or not all(
                        isinstance(each, str) for each in phrases
                    ):
                        self._not_phrases(where)
                        continue
                    for phrase in phrases:
                        yield PhraseEntry(list_name, phrase, code, source, self._place(*where))

    def _scoped(self) -> Iterator[tuple[str | None, syntax.Path, Any]]:
        if self.is_phrases:
            yield None, (), self.document
            return
        own = self.document.get("phrases")
        if isinstance(own, dict) and self.name.startswith("sources/"):
            yield Path(self.name).stem, ("phrases",), own
        elif isinstance(own, dict):
            message = "phrases of one text stand in the file of that text"
            remedy = "write [phrases_in.s101], or move them to phrases.toml"
            self.problems.append(RULES["wrong-value"].at(self._place("phrases"), message, remedy))
        scoped = self.document.get("phrases_in")
        for source, lists in scoped.items() if isinstance(scoped, dict) else ():
            yield source, ("phrases_in", source), lists

    def _tables(self, given: Any, path: syntax.Path) -> Iterator[tuple[str, Any]]:
        yield from given.items() if isinstance(given, dict) else ()
        if not isinstance(given, dict):
            self._not_phrases(path)

    def _not_phrases(self, path: syntax.Path) -> None:
        message = f"{'.'.join(map(str, path))} is not a list of phrases"
        remedy = 'write [LIST], then code = ["phrase", "phrase"]'
        self.problems.append(RULES["wrong-value"].at(self._place(*path), message, remedy))
