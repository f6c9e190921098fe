"""The part of a checkout that some files concern, so that a person who saves one need not wait.

Taken are the rows of the files, the rows on the same acts and people, for the file of a held text
the rows that cite it, and every row that these name. What a rule asks of other rows too, such as
whether an event tells what a reason tells, only the whole check tells: such a question declares
that it needs `others`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from check.history import History
from check.settling import proposals, unsettled
from check.stages import STAGES, WHOLE, Checked, Sound, examine, filled, words
from ice_subpoenas.derivations.phrases import key
from ice_subpoenas.problem import Problem, in_order
from reviewed.rows import Written

Rows = Mapping[tuple[str, str], Written]
OF_ROWS = frozenset(proposals.MENTIONS.values())
"""Lists whose codes are ids of rows."""


def check(sound: Sound, names: frozenset[str]) -> Iterator[Checked]:
    """What the check finds in some files, by the rows that they concern: first of their words."""
    own = part(sound, names)
    asked = tuple(each for each in sound.questions if each.file in names)
    placed = words(own)
    unfound = _of(placed.problems, names)
    yield Checked(tuple(in_order((*unfound, *asked))), STAGES[1])
    relations = filled(own, placed, WHOLE - {"others"})
    checked = examine(own, placed, relations, _tables(sound, names))
    found, stage = _of(checked.problems, names), checked.stage
    if checked.relations and _texts(sound, names) and not found:
        judged_by = proposals.Asked(own.pages, checked.relations, own.others)
        found, stage = _of(unsettled.problems(judged_by), names), STAGES[-1]
    yield replace(checked, problems=tuple(in_order((*found, *asked))), stage=stage)


def _of(problems: Iterable[Problem], names: frozenset[str]) -> list[Problem]:
    return [each for each in problems if each.file in names]


def _tables(sound: Sound, names: frozenset[str]) -> frozenset[str]:
    """The tables of which some files hold rows, or words for rows."""
    own = {row.table.table for row in sound.written.values() if row.block.file in names}
    own |= {block.table for block in sound.others if block.file in names}
    own |= {"phrases"} if any(each.place.file in names for each in sound.phrases) else set()
    own |= {"ledger", "regions", "shared_passages"} if _texts(sound, names) else set()
    return frozenset((*own, "evidence", "absences"))


def part(sound: Sound, names: frozenset[str]) -> Sound:
    """The rows, texts and phrases that some files concern."""
    own = [row for row in sound.written.values() if row.block.file in names]
    texts = _texts(sound, names)
    people = {row.row_id for row in own if row.table.table == "individuals_referenced"}
    acts = {row.row_id for row in own if row.table.table == "acts"} | {
        str(row.values["act_id"]) for row in own if row.values.get("act_id")
    }
    resting = {
        name: row
        for name, row in sound.written.items()
        if row.block.file in names
        or (texts and texts & _sources(row))
        or acts & _acts(row)
        or people & set(map(str, row.values.values()))
    }
    taken = _with_named(resting, sound)
    ids = {row_id for _, row_id in taken}
    settled = {
        name: row
        for name, row in sound.written.items()
        if row.table.table == "conflicts" and row.values.get("row_id") in ids
    }
    taken = {**taken, **settled}
    phrases = [
        p
        for p in sound.phrases
        if (p.list_name not in OF_ROWS or p.code in ids) and (p.source is None or p.source in ids)
    ]
    cited = {source for row in own for source in _sources(row)}
    others = [b for b in sound.others if b.file in names or b.stem in cited]
    return replace(
        sound,
        written={name: row for name, row in sound.written.items() if name in taken},
        others=tuple(b for b in others if b.table != "readings"),
        pages={source: page for source, page in sound.pages.items() if source in cited},
        phrases=tuple(phrases),
        history=History(),
    )


def _texts(sound: Sound, names: frozenset[str]) -> set[str]:
    """The held texts whose own files are among some."""
    return {source for source in sound.pages if f"sources/{source}.toml" in names}


def _acts(row: Written) -> set[str]:
    return {str(row.values.get("act_id")), *row.extra.get("acts", ())}


def _sources(row: Written) -> set[str]:
    own = {row.row_id} if row.table.table == "sources" else set()
    return own | {each.source for each in row.said} | {str(row.values.get("source_id"))}


def _with_named(taken: Rows, sound: Sound) -> Rows:
    """Rows, and those that they name by an id or by a listed phrase, and so on."""
    codes: dict[str, set[str]] = {}
    for phrase in sound.phrases:
        codes.setdefault(key(phrase.phrase), set()).add(phrase.code)
    by_id: dict[str, list[Written]] = {}
    for row in sound.written.values():
        by_id.setdefault(row.row_id, []).append(row)
    found = dict(taken)
    waiting = list(taken.values())
    while waiting:
        for row_id in _named(waiting.pop(), codes):
            for row in by_id.get(row_id, ()):
                if row.key not in found:
                    found[row.key] = row
                    waiting.append(row)
    return found


def _named(row: Written, codes: Mapping[str, set[str]]) -> Iterator[str]:
    yield from (str(value) for value in row.values.values())
    yield from (reason.partition(":")[2] for reason in row.absent.values())
    yield from row.extra.get("acts", ())
    for each in row.said:
        yield each.source
        yield str(each.arguments.get("value"))
        for cell in (each.arguments.get("anchor"), each.via):
            yield from str(cell).split("/")[1:2]
        yield from codes.get(key(each.words or each.passage), ())
