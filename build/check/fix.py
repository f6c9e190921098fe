"""Mend what loses nothing: the form of files, and decisions that a row has overtaken.

A rejection says that words are no fact, and `left_out` that a sentence gives none. Where a row now
uses the words, or something else settles them, the decision is stale. Its words are taken out when
nothing else is wrong: a row that is still being mended may not use them for long. A line that asks
something stays, and so does a rejection of what the script does not propose, but for a phrase that
no list has any longer. What a sentence or the rejected words say besides the row was left out with
them: it is rejected in their place. A reason for a null is taken out
where the cell has a value, and a phrase of one text for a code that no row uses.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from check import leftovers, stages
from check.settling import proposals, unsettled
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import key
from ice_subpoenas.problem import Problem
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.sql import quoted
from ice_subpoenas.tables import TABLE
from reviewed import edits, syntax
from reviewed.decode import decode
from reviewed.files import Block
from reviewed.form import formatted, in_form
from reviewed.paths import FOLDER
from texts import ledger
from writing import write

USED = (
    "SELECT e.source_id, d.list_name, e.exact FROM evidence e JOIN stems d "
    "ON e.table_name = d.table_name AND e.column_name = d.stem WHERE d.list_name IS NOT NULL"
)
NAMES = frozenset((*TABLE, "publisher"))
"""Lists of words that name somebody or something: a text may do so though no row tells of it."""


def form(root: Path) -> Iterator[str]:
    """Put each file that can be read into its one form; what was done, a line each."""
    folder = root / FOLDER
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        old = decode(path, name, folder, past_mark=True)
        new = in_form(old, name) if isinstance(old, str) else old
        if isinstance(new, str) and new.encode() != path.read_bytes():
            write(path, new)
            yield f"{FOLDER}/{name}: put into form"


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
    if done := list(_phrases_out(root, checked.sound, checked.relations)):
        return done
    is_stale = any(map(overtaken, checked.problems))
    return list(_taken_out(root, checked.sound, checked.relations)) if is_stale else []


def _reasons_out(root: Path, sound: stages.Sound, relations: Relations) -> Iterator[str]:
    """Take out reasons for nulls of cells that have a value: what was done, a line each."""
    for name, row, column in sorted(set(_given(sound, relations)), reverse=True):
        path = root / FOLDER / name
        old = path.read_text("utf-8")
        if (new := edits.without_reason(old, row, column)) != old:
            write(path, new)
            yield f"{FOLDER}/{name}: {column} has a value; its reason for a null is taken out"


def _phrases_out(root: Path, sound: stages.Sound, relations: Relations) -> Iterator[str]:
    """Take out phrases for codes that nothing uses in their text; what was done, a line each."""
    rows = relations.con.execute(USED).fetchall()
    used = {(source, name, key(words)) for source, name, words in rows}
    for entry in sound.phrases:
        is_own = entry.source is not None and entry.list_name not in NAMES
        if is_own and (entry.source, entry.list_name, key(entry.phrase)) not in used:
            path = root / FOLDER / entry.place.file
            old, source = path.read_text("utf-8"), str(entry.source)
            where = ("phrases_in", source, entry.list_name, entry.code)
            if (new := edits.without_phrase(old, where, entry.phrase, key)) != old:
                write(path, formatted(new))
                name = f"{FOLDER}/{entry.place.file}"
                yield f"{name}: nothing uses the phrase “{entry.phrase}”; it is taken out"


def _taken_out(root: Path, sound: stages.Sound, relations: Relations) -> Iterator[str]:
    """Take out what rows have overtaken: what was done, a line for each file."""
    stale: dict[str, dict[syntax.Path, set[str]]] = defaultdict(lambda: defaultdict(set))
    freed: dict[str, list[Span]] = defaultdict(list)
    asked = proposals.Asked(sound.pages, relations, sound.others)
    for block, words, spans in (*unsettled.stale(asked), *_used(sound, relations)):
        stale[block.file][block.path].add(proposals.normal(words))
        freed[block.stem] += spans
    for name, found in sorted(stale.items()):
        path = root / FOLDER / name
        text, n = path.read_text("utf-8"), 0
        for row, gone in sorted(found.items(), reverse=True):  # rows before it keep their numbers
            text, taken = edits.without_words(text, row, gone, proposals.normal)
            n += taken
        if n:
            write(path, formatted(text))
            yield f"{FOLDER}/{name}: {n} overtaken by rows taken out"
    for source, spans in freed.items():
        dismissed = leftovers.unused(asked, source, spans)
        if dismissed:
            leftovers.add(root, source, leftovers.rows(dismissed))
            said = ", ".join(f"“{each}”" for own in dismissed.values() for each in own)
            yield f"{FOLDER}/sources/{source}.toml: rejected beside what your rows use: {said}"


def _given(sound: stages.Sound, relations: Relations) -> Iterator[tuple[str, syntax.Path, str]]:
    """The stems that have a value and a reason for a null, each with the file and the row."""
    for row in sound.written.values():
        stems = row.table.stems() if row.table.table in relations.present else {}
        for stem in row.absent.keys() & stems.keys():
            table, key = quoted(row.table.table), quoted(row.table.key)
            column = quoted(stems[stem][0].name)
            sql = f"SELECT {column} IS NOT NULL FROM {table} WHERE {key} = ?"
            if relations.con.execute(sql, [row.row_id]).fetchone() == (True,):
                yield row.block.file, row.block.path, stem


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
