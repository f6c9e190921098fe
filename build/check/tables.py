"""From rows as they were written to tables in memory: what the relations are opened with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from check.history import WRITTEN
from evidence.place import Piece, Placed, evidence_rows
from ice_subpoenas.derivations.find import Span, place
from ice_subpoenas.derivations.shared_text import shared_passages
from ice_subpoenas.formats.arrow import arrow_schema, nullable
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.published.names import path_of
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.tables import TABLE, TABLES
from ice_subpoenas.vocabularies import ReaderRole, Reading, ReviewOutcome
from reviewed.files import Block, PhraseEntry
from reviewed.rows import Written
from texts.held import Page

Rows = list[dict[str, Any]]
"""Rows of one table, by column; a column that is not there is null."""


@dataclass(frozen=True)
class Passages:
    """The spans of the quotations that were found, and what is wrong with the others."""

    spans: Mapping[str, Span]
    problems: tuple[Problem, ...]


def find_quotes(written: Iterable[Written], pages: Mapping[str, Page]) -> Passages:
    """The place of every quotation in its text."""
    spans: dict[str, Span] = {}
    problems: list[Problem] = []
    for row in written:
        if row.table.table != "quotes":
            continue
        page = pages.get(str(row.values.get("source_id")))
        found = _quote(row, page)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            spans[row.row_id] = found
    return Passages(spans, tuple(problems))


def _quote(row: Written, page: Page | None) -> Span | Problem:
    words, within = row.extra.get("words"), row.extra.get("within")
    if page is None:
        message = f"quotes {row.row_id}: no text is held of {row.values.get('source_id')!r}"
        remedy = (
            "write it in the file of a text that is held; of a page that is only quoted, delete "
            "it, and use its words as evidence of an event or a ground, if they tell one"
        )
        return RULES["dangling-reference"].at(row.block.place(), message, remedy)
    found: Span | int = (0, len(page.text))
    for each in (within, words):
        if isinstance(each, str) and isinstance(found, tuple):
            found = place(page.text, each, *found)
    if isinstance(found, tuple) and isinstance(words, str):
        return found
    often = "do not occur" if found != 2 else "occur more than once"
    rule = RULES["words-not-unique" if found == 2 else "words-not-found"]
    message = f"quotes {row.row_id}: the words {often} in its text"
    remedy = "copy everything between the marks; add `within` if it occurs twice"
    return rule.at(row.block.place("words"), message, remedy)


def tables(
    written: Iterable[Written],
    pages: Mapping[str, Page],
    placed: Placed,
    passages: Passages,
    phrases: Iterable[PhraseEntry],
    ledger: Iterable[dict[str, Any]],
    reviews: Iterable[dict[str, Any]],
) -> dict[str, pa.Table]:
    """Every table that reviewed files fill, typed, with nulls where something is computed."""
    made: dict[str, Rows] = {table.table: [] for table in TABLES}
    for row in written:
        if row.table.table != "regions":
            made[row.table.table].append(_row(row, pages, passages))
        made["absences"] += _absences(row)
    made["evidence"] = list(evidence_rows(placed.pieces))
    made["regions"] = list(_regions(pages))
    listed = list(phrases)
    made["shared_passages"] = list(_shared(pages, listed))
    made["phrases"] = list(_phrases(listed))
    made["ledger"] = list(ledger)
    made["reviews"] = list(reviews)
    return {name: _table(name, rows) for name, rows in made.items()}


def _table(name: str, rows: Rows) -> pa.Table:
    """The rows as Arrow, with every column, sorted by key; nothing is refused here."""
    key = TABLE[name].key
    return pa.Table.from_pylist(sorted(rows, key=lambda row: str(row.get(key))), _schema(name))


@cache
def _schema(name: str) -> pa.Schema:
    return nullable(arrow_schema(TABLE[name]))


def _row(row: Written, pages: Mapping[str, Page], passages: Passages) -> dict[str, Any]:
    values = dict(row.values)
    if row.table.table == "quotes" and row.row_id in passages.spans:
        start, end = passages.spans[row.row_id]
        text = pages[str(row.values["source_id"])].text
        values |= {"char_start": start, "char_end": end, "text": text[start:end]}
    if row.table.table == "sources":
        page = pages.get(row.row_id)
        values |= {
            "text_held": page is not None,
            "text_file": page.held.path if page else None,
            "text_sha256": page.held.sha256 if page else None,
            "n_characters": len(page.text) if page else None,
        }
    return values


def _absences(row: Written) -> Iterator[dict[str, Any]]:
    for stem, given in row.absent.items():
        reason, _, search = given.partition(":")
        yield {
            "absence_id": f"{row.table.table}/{row.row_id}/{stem}",
            "table_name": row.table.table,
            "row_id": row.row_id,
            "column_name": stem,
            "reason": reason,
            "search_id": search or None,
            "is_copied": False,
        }


def _regions(pages: Mapping[str, Page]) -> Iterator[dict[str, Any]]:
    for source, page in pages.items():
        for number, region in enumerate(page.regions, 1):
            yield {
                "region_id": f"{source}-r{number:02d}",
                "source_id": source,
                "char_start": region.start,
                "char_end": region.end,
                "region": region.kind,
                "reproduces_source_id": region.reproduces,
                "reason": region.reason,
            }


NAMES = ("agencies", "court", "instrument", "jurisdictions")
"""Lists whose phrases are names that everybody prints alike, so that they show no copy."""


def _shared(pages: Mapping[str, Page], phrases: Iterable[PhraseEntry]) -> Iterator[dict[str, Any]]:
    numbers: dict[tuple[str, str], int] = {}
    names = [each.phrase for each in phrases if each.list_name in NAMES]
    for each in shared_passages({source: page.text for source, page in pages.items()}, names):
        pair = (each.source, each.other)
        numbers[pair] = numbers.get(pair, 0) + 1
        yield {
            "shared_passage_id": f"{each.source}-{each.other}-{numbers[pair]}",
            "source_id": each.source,
            "char_start": each.span[0],
            "char_end": each.span[1],
            "other_source_id": each.other,
            "other_char_start": each.other_span[0],
            "other_char_end": each.other_span[1],
            "n_characters": each.span[1] - each.span[0],
        }


def by_id(entries: Iterable[PhraseEntry]) -> dict[str, PhraseEntry]:
    """Phrases by id. If a phrase stands for several codes, the later ids name the code too."""
    found: dict[str, PhraseEntry] = {}
    for each in entries:
        phrase_id = "/".join(filter(None, (each.list_name, each.source, each.phrase)))
        if phrase_id in found:
            phrase_id = f"{phrase_id}/{each.code}"
        found.setdefault(phrase_id, each)
    return found


def _phrases(entries: Iterable[PhraseEntry]) -> Iterator[dict[str, Any]]:
    for phrase_id, each in by_id(entries).items():
        yield {
            "phrase_id": phrase_id,
            "list_name": each.list_name,
            "phrase": each.phrase,
            "code": each.code,
            "source_id": each.source,
        }


def readings(blocks: Iterable[Block]) -> tuple[Rows, list[Problem]]:
    """A row for every reading of a page, and what is wrong with blocks of another form."""
    found: Rows = []
    problems: list[Problem] = []
    for block in blocks:
        if block.table != "readings":
            continue
        unfit = _unfit_reading(block.data)
        if unfit:
            remedy = "see `python build review --help`"
            message = f"readings: {unfit}"
            problems.append(RULES["wrong-value"].at(block.place(), message, remedy))
            continue
        found += [_reading(block, entry) for entry in block.data["pages"]]
    return found, problems


def _reading(block: Block, entry: str) -> dict[str, Any]:
    file, source, fingerprint, outcome = entry.split()
    data = block.data
    return {
        "review_id": f"{file}/{source}/{data['reading']}",
        "reviewed_file": file,
        "source_id": source,
        "reading": data["reading"],
        "reader_role": data["reader_role"],
        "reviewed_on": data["reviewed_on"],
        "fingerprint": fingerprint,
        "outcome": outcome,
        "reason": data["reason"],
    }


def _unfit_reading(data: Any) -> str | None:
    for key, vocabulary in {"reading": Reading, "reader_role": ReaderRole}.items():
        if data.get(key) not in vocabulary.codes():
            return f"{key} must be one of {', '.join(vocabulary.codes())}"
    if type(data.get("reviewed_on")) is not date or not isinstance(data.get("reason"), str):
        return "reviewed_on must be a date and reason a text"
    entries = data.get("pages")
    if not isinstance(entries, list) or not all(_entry_fits(entry) for entry in entries):
        return 'pages must hold "file source fingerprint outcome"'
    return None


def _entry_fits(entry: Any) -> bool:
    parts = entry.split() if isinstance(entry, str) else []
    return len(parts) == 4 and parts[3] in ReviewOutcome.codes()


@dataclass(frozen=True)
class ReviewedPlaces:
    """Where rows, cells and evidence stand in the reviewed files."""

    written: Mapping[tuple[str, str], Written]
    pieces: Mapping[str, Piece]
    phrases: Mapping[str, PhraseEntry]

    def of(self, table: str, row_id: str | None, column: str | None) -> Place:
        """The line of a cell, of its row, or of what the row was computed from."""
        key = str(row_id)
        if table == "evidence" and key in self.pieces:
            return self.pieces[key].said.place
        if table == "phrases" and key in self.phrases:
            return self.phrases[key].place
        if table == "absences":
            return self._absence(key)
        row = self.written.get((table, key))
        if row is None:
            return self._computed(table, key) if row_id else Place("", 1)
        known = row.table.column_map().get(column or "")
        names = [name for name in (column, known and known.stem) if name in row.block.data]
        return row.block.place(*map(str, names[:1]))

    def _absence(self, absence_id: str) -> Place:
        """The line of a reason for a null, which is written in the row that it is about."""
        owner, _, rest = absence_id.partition("/")
        key, _, stem = rest.rpartition("/")
        row = self.written.get((owner, key)) or self._origin(owner, key)
        return row.block.place("absent", stem) if row else Place("", 1)

    def _computed(self, table: str, row_id: str) -> Place:
        """The row that a row was made from, the file of its text or of readings, or its table."""
        if row := self._origin(table, row_id):
            return row.block.place()
        if table == "reviews":
            return Place("reviews.toml", 1)
        if table in WRITTEN:  # a row that has gone: where it is retired, or would be
            record = self.written.get(("retired_ids", row_id))
            is_its = record and record.values["table_name"] == table
            return record.block.place() if record and is_its else Place("retired.toml", 1)
        source = row_id.split("-")[1 if table == "shared_passages" else 0]
        if ("sources", source) in self.written:
            return Place(f"sources/{source}.toml", 1)
        return Place(path_of(Path("datasets"), TABLE[table]).as_posix(), 1)

    def _origin(self, table: str, row_id: str) -> Written | None:
        """The act of a subpoena, or the quotation of a hop, that no file writes."""
        owner = {"subpoenas": "acts", "attributions": "quotes"}.get(table, "")
        return self.written.get((owner, row_id.rpartition("-")[0]))
