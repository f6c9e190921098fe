"""The whole draft: every row, the phrases that they need, and the files that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from contribute.draft import facts, matters, rest, speech
from contribute.draft.bodies import Bodies
from contribute.draft.known import Known
from contribute.draft.papers import Finder, Paper
from contribute.draft.people import People, people
from contribute.draft.reading import Reading
from contribute.draft.rows import Row, Writer, phrases_of
from ice_subpoenas.derivations.phrases import key
from reviewed.form import formatted

ORDER = (
    "jurisdictions",
    "agencies",
    "acts",
    "information_sought",
    "individuals_referenced",
    "case_facts",
    "events",
    "grounds",
)
Entries = dict[tuple[str, str], list[str]]
"""Phrases by list and code."""


@dataclass(frozen=True)
class Draft:
    """The files of a draft by their name below `datasets/reviewed`, and what they hold."""

    files: Mapping[str, str]
    rows: tuple[Row, ...]
    papers: tuple[Paper, ...]

    @property
    def n_lines(self) -> int:
        """How many lines the files have."""
        return sum(text.count("\n") for text in self.files.values())


def compose(reading: Reading, known: Known, accessed: date | None = None) -> Draft:
    """The draft of a text or of phrases of a page."""
    bodies = Bodies(reading, known)
    found = Finder(reading, bodies, known).papers()
    who = people(reading, bodies, known, found)
    by_act = [(paper, row) for paper in found for row in paper.rows]
    by_act += facts.facts(reading, bodies, known, found, who)
    by_act += matters.events(reading, known, found, who)
    by_act += matters.grounds(reading, known, found, who)
    by_act = [(paper, _tied(reading, paper, row)) for paper, row in by_act]
    by_act += [(s.paper, s.row) for s in who.subjects]
    shared = list(_registers(found, who, bodies))
    quotes = speech.quotes(reading, who) if reading.is_held else []
    head, publishers = rest.source(reading, known, accessed)
    rows = [head, *shared, *quotes, *(row for _, row in by_act)]
    entries = _entries(reading, known, rows, publishers)
    _mentions(reading, known, bodies, who, entries)
    private = tuple((c.start, c.end) for c in who.private)
    writer = Writer(reading, private, reading.source)
    of_source = [*rest.withheld(who.private, reading), *rest.regions(reading), *quotes]
    of_source += [] if found else shared
    if reading.is_held:
        of_source += rest.left_out(reading, rows, private)
    files = {
        _name_of_source(reading, found): _source_file(reading, writer, head, of_source, entries)
    }
    for n, paper in enumerate(found):
        own = [_explained(paper, row, by_act) for p, row in by_act if p.act_id == paper.act_id]
        files[f"acts/{paper.act_id}.toml"] = _act_file(
            reading, writer, [*(shared if not n else []), *own]
        )
    return Draft(files, tuple(rows), tuple(found))


def _tied(reading: Reading, paper: Paper, row: Row) -> Row:
    """The row with words in each passage that say what it is about."""
    if "individual_id" in row.pairs:
        return row
    return replace(row, said=tuple(paper.tied(reading, passage) for passage in row.said))


def _registers(found: Sequence[Paper], who: People, bodies: Bodies) -> Iterator[Row]:
    """The new governments, bodies and speakers, each once."""
    seen: set[str] = set()
    speakers = list(who.speakers.values())
    needed = [paper.body for paper in found] + [s.body for s in speakers if s.body]
    issuers = [b for b in bodies.found if b.is_asker]
    for body in (*needed, *issuers):
        for row in body.rows:
            if (name := f"{row.table}/{next(iter(row.pairs.values()))}") not in seen:
                seen.add(name)
                yield row
    for speaker in speakers:
        if speaker.row:
            yield speaker.row


def _entries(
    reading: Reading, known: Known, rows: Iterable[Row], publishers: Mapping[str, str]
) -> Entries:
    """The phrases that the rows need and no list has."""
    entries: Entries = {}
    for (name, code), cells in phrases_of(rows).items():
        for cell in cells:
            words = reading.words(cell.span)
            if known.code(name, words, reading.source) != code:
                _add(entries, name, code, words)
    for words, name in publishers.items():
        if known.code("publisher", words, reading.source) != name:
            _add(entries, "publisher", name, words)
    return entries


def _add(entries: Entries, name: str, code: str, words: str) -> None:
    listed = entries.setdefault((name, code), [])
    if key(words) not in map(key, listed):
        listed.append(words)


def _mentions(
    reading: Reading, known: Known, bodies: Bodies, who: People, entries: Entries
) -> None:
    """List the words that name somebody whom the draft knows, so that a mention is settled."""
    for c in reading.candidates:
        words = reading.words((c.start, c.end))
        if c.kind == "agency" and (body := bodies.known_only(words)):
            name, code = "agencies", body.agency_id
        elif c.kind == "jurisdiction" and (government := bodies.government_known(words)):
            name, code = "jurisdictions", government.jurisdiction_id
        elif c.kind == "person" and (speaker := who.speaker(c.attributes.get("entity", ""))):
            name, code = "individuals_referenced", speaker.individual_id or ""
        else:
            continue
        if (
            code
            and known.code(name, words, reading.source) is None
            and not _uses(entries, name, words)
        ):
            _add(entries, name, code, words)


def _uses(entries: Entries, name: str, words: str) -> bool:
    return any(
        key(words) in map(key, listed) for (own, _), listed in entries.items() if own == name
    )


def _explained(paper: Paper, row: Row, by_act: Sequence[tuple[Paper, Row]]) -> Row:
    """The row of an act with a reason for each null that the check asks about."""
    if row.table != "acts":
        return row
    kinds = {r.pairs["kind"] for p, r in by_act if p.act_id == paper.act_id and r.table == "events"}
    columns = {cell.column for passage in row.said for cell in passage.cells}
    absent = {}
    if "n_subpoenas" not in columns:
        absent["n_subpoenas"] = "not_stated"
    if not columns & {"issued", "served"}:
        absent["served"] = "not_stated"
    for status, telling in TELLING.items() if paper.in_scope else ():
        if not kinds & telling:
            absent[status] = "not_stated"
    return Row(
        row.table, {**row.pairs, "absent": absent} if absent else row.pairs, row.said, row.asks
    )


TELLING = {
    "response_status": frozenset(("response", "production")),
    "enforcement_status": frozenset(("threat", "petition", "order")),
    "outcome": frozenset(("production", "appeal", "withdrawal", "no_production")),
}
"""Kinds of events from which a status follows."""


# -- files -----------------------------------------------------------------------------------


def _name_of_source(reading: Reading, found: Sequence[Paper]) -> str:
    if reading.is_held:
        return f"sources/{reading.source}.toml"
    return f"documents/{found[0].act_id if found else reading.source}.toml"


def _source_file(
    reading: Reading, writer: Writer, head: Row, others: Sequence[Row], entries: Entries
) -> str:
    kind = "phrases" if reading.is_held else f"phrases_in.{reading.source}"
    about = "Text" if reading.is_held else "Page"
    title = reading.article.head.get("title") or _first_line(reading)
    parts = [f"# {about} {reading.source[1:]}: {title}\n"]
    if entries:
        parts.append(rest.listing(entries, kind))
    parts += [writer.block(row) for row in (head, *others)]
    return formatted("\n".join(parts))


def _first_line(reading: Reading) -> str:
    return (
        reading.words((0, len(reading.text)))[:90]
        if not reading.is_held
        else reading.text.strip().splitlines()[0]
    )


def _act_file(reading: Reading, writer: Writer, rows: Iterable[Row]) -> str:
    ordered = sorted(rows, key=lambda row: ORDER.index(row.table))
    head = f'source = "{reading.source}"\n'
    return formatted("\n".join([head, *map(writer.block, ordered)]))
