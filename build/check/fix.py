"""Mend what loses nothing: the form of files, and decisions that a row has overtaken.

A rejection says that words are no fact, and `left_out` that a sentence gives none. Where a row now
uses the words, or something else settles them, the decision is stale. Its words are taken out when
nothing else is wrong: a row that is still being mended may not use them for long. A line that asks
something stays, and so does a rejection of what the script does not propose, but for a phrase that
no list has any longer. What a sentence or the rejected words say besides the row was left out with
them: it is rejected in their place. A reason for a null is taken out
where the cell has a value, and a phrase of one text that no row uses.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import tomli

from check import idle, leftovers, stages
from check.settling import proposals, unsettled
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.problem import Problem
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.sql import quoted
from reviewed.decode import decode
from reviewed.files import Block, parse
from reviewed.form import formatted
from reviewed.paths import FOLDER
from reviewed.toml import STRING
from texts import ledger
from writing import write

GIVEN = re.compile(
    rf"\bwords = (?P<words>(?:{STRING.pattern})|\[(?:\s*(?:{STRING.pattern}),?)*\s*\])"
)
"""The words of a row, one string or a list."""
ABSENT = re.compile(r"(?P<before>(?:, ?)?)\babsent *= *\{(?P<reasons>[^{}]*)\}(?P<after>(?:, ?)?)")
"""The reasons for nulls of a row."""


def form(root: Path) -> list[str]:
    """Put the files of a checkout into their one form; what was done, a line each."""
    return [f"{name}: put into form" for name in _formed(root)]


BESIDE = frozenset(("mention-unaccounted", "phrase-unfit", "proposal-unsettled"))
"""Rules on words beside those of rows, and on lists: they do not keep what rows have overtaken from
going."""


def overtaken(problem: Problem) -> bool:
    """Whether a problem is a decision that rows have overtaken, which is taken out at the end."""
    return problem.code == "left-out-but-used" or problem.remedy == unsettled.TAKEN_OUT


def take_out(root: Path, checked: stages.Checked) -> list[str]:
    """Take out what rows have overtaken, if all rows are sound; what was done, a line each."""
    if checked.sound is None or checked.relations is None:
        return []  # nothing is overtaken in files that cannot be read
    if done := list(_reasons_out(root, checked.sound, checked.relations)):
        return done
    is_sound = all(problem.code in BESIDE or overtaken(problem) for problem in checked.problems)
    if not is_sound:
        return []
    if done := list(idle.take_out(root, checked.sound, checked.relations)):
        return done
    is_stale = any(map(overtaken, checked.problems))
    return list(_taken_out(root, checked.sound, checked.relations)) if is_stale else []


def _formed(root: Path) -> Iterator[str]:
    """Put each file that can be read into its one form."""
    folder = root / FOLDER
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        old = decode(path, name, folder, past_mark=True)
        if isinstance(old, str) and not isinstance(parse(old, name), Problem):
            try:
                new = formatted(old)
            except (ValueError, RecursionError):
                continue  # the check says why it cannot be read
            if new.encode() != path.read_bytes():
                write(path, new)
                yield f"{FOLDER}/{name}"


def _reasons_out(root: Path, sound: stages.Sound, relations: Relations) -> Iterator[str]:
    """Take out reasons for nulls of cells that have a value: what was done, a line each."""
    for name, line, column in sorted(set(_given(sound, relations)), reverse=True):
        path = root / FOLDER / name
        old = path.read_text("utf-8").split("\n")
        begun = "\n".join(old[line - 1 :])
        if (new := _with_value(begun, column)) != begun:
            write(path, "\n".join([*old[: line - 1], new]))
            yield f"{FOLDER}/{name}: {column} has a value; its reason for a null is taken out"


def _taken_out(root: Path, sound: stages.Sound, relations: Relations) -> Iterator[str]:
    """Take out what rows have overtaken: what was done, a line for each file."""
    stale: dict[str, list[tuple[int, str]]] = defaultdict(list)
    freed: dict[str, list[Span]] = defaultdict(list)
    asked = proposals.Asked(sound.pages, relations, sound.others)
    for block, words, spans in (*unsettled.stale(asked), *_used(sound, relations)):
        stale[block.place().file].append((block.place().line, words))
        freed[block.stem] += spans
    for name, found in sorted(stale.items()):
        path = root / FOLDER / name
        old = path.read_text("utf-8")
        lines, n = _without(old.split("\n"), found)
        if n:
            write(path, formatted("\n".join(lines)))
            yield f"{FOLDER}/{name}: {n} overtaken by rows taken out"
    for source, spans in freed.items():
        dismissed = leftovers.unused(asked, source, spans)
        if dismissed:
            leftovers.add(root, source, leftovers.rows(dismissed))
            said = ", ".join(f"“{each}”" for own in dismissed.values() for each in own)
            yield f"{FOLDER}/sources/{source}.toml: rejected beside what your rows use: {said}"


def _given(sound: stages.Sound, relations: Relations) -> Iterator[tuple[str, int, str]]:
    """The stems that have a value and a reason for a null, each with file and line of `absent`."""
    for row in sound.written.values():
        stems = row.table.stems() if row.table.table in relations.present else {}
        for stem in row.absent.keys() & stems.keys():
            table, key = quoted(row.table.table), quoted(row.table.key)
            column = quoted(stems[stem][0].name)
            sql = f"SELECT {column} IS NOT NULL FROM {table} WHERE {key} = ?"
            if relations.con.execute(sql, [row.row_id]).fetchone() == (True,):
                place = row.block.place("absent")
                yield place.file, place.line, stem


def _with_value(begun: str, column: str) -> str:
    """A file, from the line of an `absent` on, without its reason for the null of a column.

    >>> _with_value('{ title = "A", absent = { title = "not_stated" }, said = {} }', "title")
    '{ title = "A", said = {} }'
    >>> _with_value('{ absent = { name = "withheld", age = "not_stated" } }', "age")
    '{ absent = { name = "withheld" } }'
    """
    found = ABSENT.search(begun)
    if found is None or "\n" in begun[: found.start()] or "#" in found["reasons"]:
        return begun  # written in another way, or with a comment: a person takes it out
    pairs = (pair.strip() for pair in found["reasons"].split(","))
    kept = ", ".join(pair for pair in pairs if pair and pair.split()[0] != column)
    between = ", " if found["before"] and found["after"] else ""
    new = f"{found['before']}absent = {{ {kept} }}{found['after']}" if kept else between
    return begun[: found.start()] + new + begun[found.end() :]


def _used(sound: stages.Sound, relations: Relations) -> Iterator[tuple[Block, str, list[Span]]]:
    """The words of `left_out` for sentences that rows use, each with its block and sentences."""
    sql = "SELECT source_id, char_start FROM ledger WHERE reason IS NOT NULL AND n_evidence > 0"
    used = set(relations.con.execute(sql).fetchall())
    for block in sound.others:
        if block.table == "left_out" and block.stem in sound.pages:
            page = sound.pages[block.stem]
            for words in ledger.listed(block.data.get("words")):
                own = ledger.touched(page, words) if isinstance(words, str) else []
                if own and all((block.stem, s.start) in used for s in own):
                    yield block, words, [(s.start, s.end) for s in own]


def _without(lines: list[str], stale: Iterable[tuple[int, str]]) -> tuple[list[str], int]:
    """The lines of a file without some words of rows, by the line on which each row begins."""
    found: dict[int, set[str]] = defaultdict(set)
    for line, words in stale:
        found[line - 1].add(proposals.normal(words))
    kept, n, at = list[str](), 0, 0
    while at < len(lines):
        end = _end(lines, at) if at in found else at + 1
        is_asked = bool(kept) and kept[-1].lstrip().startswith("# ? ")
        row, taken = _row_without(lines[at:end], found.get(at, set()), is_asked=is_asked)
        kept += row
        n += taken
        at = end
    return kept, n


def _end(lines: list[str], start: int) -> int:
    """The line after a row, which ends with the bracket of its own column or on its line."""
    if re.search(r"\},?\s*(?:#.*)?$", lines[start]):
        return start + 1
    closing = (n for n in range(start + 1, len(lines)) if re.match(r"    \]? ?\},", lines[n]))
    return next(closing, start) + 1


def _row_without(row: list[str], words: set[str], *, is_asked: bool) -> tuple[list[str], int]:
    """A row without some words; no row at all if none are left and nothing is asked about it."""
    text = "\n".join(row)
    given = GIVEN.search(text) if words else None
    own = STRING.findall(given["words"]) if given else []
    kept = [each for each in own if _normal(each) not in words]
    n = len(own) - len(kept)
    if given is None or not n or (not kept and is_asked):
        return row, 0
    if not kept:
        return [], n
    written = kept[0] if len(kept) == 1 else f"[{', '.join(kept)}]"
    return (text[: given.start("words")] + written + text[given.end("words") :]).split("\n"), n


def _normal(string: str) -> str:
    """The words of a string of a file, as decisions are compared."""
    return proposals.normal(tomli.loads(f"a = {string}")["a"])
