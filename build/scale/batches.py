"""Read a corpus of texts as Arrow record batches: Parquet files, JSON lines, or files of text.

A corpus is a list of pieces; a piece always gives the same batches, whoever reads it. Nothing is
left out: what cannot be read as a text is a row with a `fault`, and with its bytes.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extraction.text.document import LONGEST_LINE, too_large
from ice_subpoenas.plain import safe
from printing import Refusal
from scale.store import Store

ROWS = 500  # texts of a batch
BYTES = 32 * 2**20  # of the texts of a batch: what bounds the memory of a process

SCHEMA = pa.schema(
    [
        pa.field("doc_id", pa.string(), nullable=False),
        pa.field("text", pa.binary()),
        pa.field("published", pa.string()),
        pa.field("fault", pa.string()),
    ]
)

Row = tuple[str, bytes | None, str | None, str | None]
"""Id, bytes of the text, day of publication, and what is wrong with the row."""


@dataclass(frozen=True)
class Piece:
    """A part of a corpus that one process can read: a file, or some files of one text each."""

    number: int
    names: tuple[str, ...]


def pieces(corpus: Store) -> tuple[list[Piece], list[str]]:
    """The pieces of a corpus in the order of their names, and files that are no part of it."""
    if not corpus.is_there():
        raise Refusal(f"there is no {safe(corpus.root)}")
    names = corpus.names()
    texts = [name for name in names if _kind(corpus, name) == "txt"]
    groups: list[tuple[str, ...]] = [
        (name,) for name in names if _kind(corpus, name) in ("parquet", "jsonl")
    ]
    groups += [tuple(texts[at : at + ROWS]) for at in range(0, len(texts), ROWS)]
    if not groups:
        raise Refusal(f"{safe(corpus.root)} holds no .parquet, .jsonl or .txt file")
    others = [name for name in names if _kind(corpus, name) not in READERS]
    return [Piece(number, group) for number, group in enumerate(groups)], others


def _kind(corpus: Store, name: str) -> str:
    return corpus.at(name).rpartition(".")[2].lower()


def batches(corpus: Store, piece: Piece) -> Iterator[pa.RecordBatch]:
    """The texts of a piece, at most `ROWS` and about `BYTES` at a time."""
    held: list[Row] = []
    size = 0
    for row in _rows(corpus, piece):
        held.append(row)
        size += len(row[1] or b"")
        if len(held) >= ROWS or size >= BYTES:
            yield batch(held)
            held, size = [], 0
    if held:
        yield batch(held)


def batch(rows: Iterable[Row]) -> pa.RecordBatch:
    """Rows as a record batch."""
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def _rows(corpus: Store, piece: Piece) -> Iterator[Row]:
    for name in piece.names:
        try:
            yield from READERS[_kind(corpus, name)](corpus, name)
        except (OSError, pa.ArrowInvalid, pa.ArrowNotImplementedError):
            yield _name(corpus, name), None, None, "the file, or the rest of it, cannot be read"


def _name(corpus: Store, name: str) -> str:
    return name or corpus.root.rpartition("/")[2]


def _parquet(corpus: Store, name: str) -> Iterator[Row]:
    at = 0
    with corpus.files.open_input_file(corpus.at(name)) as file:
        parquet = pq.ParquetFile(file)
        known = [c for c in ("doc_id", "text", "published") if c in parquet.schema_arrow.names]
        if "text" not in known:
            yield _name(corpus, name), None, None, "the file has no column `text`"
            return
        for found in parquet.iter_batches(batch_size=ROWS, columns=known):
            for row in zip(*(_values(found, c) for c in SCHEMA.names[:3]), strict=True):
                doc_id, text, published = row
                yield _row(doc_id or f"{_name(corpus, name)}:{at}", text, published)
                at += 1


def _values(found: pa.RecordBatch, name: str) -> list[Any]:
    """A column as bytes or as text; nulls where the file has no such column."""
    if name not in found.schema.names:
        return [None] * len(found)
    column = found.column(name)
    if name == "text":
        return list(column.cast(pa.large_binary()).to_pylist())
    texts = column.cast(pa.string()).cast(pa.binary()).to_pylist()
    return [None if each is None else each.decode("utf-8", "backslashreplace") for each in texts]


def _lines(corpus: Store, name: str) -> Iterator[Row]:
    with corpus.files.open_input_stream(corpus.at(name), compression=None) as stream:
        for _, row in json_lines(io.BufferedReader(stream), _name(corpus, name)):
            yield row


def json_lines(lines: io.BufferedIOBase, name: str) -> Iterator[tuple[int, Row]]:
    """The rows of a file of JSON lines, each with the number of its line."""
    number = 0
    while line := lines.readline(LONGEST_LINE):
        number += 1
        where = f"{name}:{number}"
        if not line.endswith(b"\n") and len(line) == LONGEST_LINE:
            yield number, (where, line, None, f"the line has more than {LONGEST_LINE} bytes")
            while (rest := lines.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
        elif line.strip():
            yield number, _line(where, line)


def _line(where: str, line: bytes) -> Row:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return where, line, None, "the line is not JSON in UTF-8"
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        return where, line, None, "the line is not a JSON object with a text"
    doc_id, published = data.get("doc_id"), data.get("published")
    try:
        text = data["text"].encode("utf-8")
        name = where if doc_id is None else str(doc_id).encode("utf-8").decode("utf-8")
    except UnicodeEncodeError:
        return where, line, None, "the text holds half a character (a lone surrogate)"
    return _row(name, text, None if published is None else str(published))


def _file(corpus: Store, name: str) -> Iterator[Row]:
    yield _row(_name(corpus, name), corpus.get(name), None)


READERS: dict[str, Callable[[Store, str], Iterator[Row]]] = {
    "parquet": _parquet,
    "jsonl": _lines,
    "txt": _file,
}
"""What reads a file, by the end of its name."""


def _row(doc_id: str, text: bytes | None, published: str | None) -> Row:
    """A row with what is wrong with it, if anything is."""
    fault = None
    if text is None:
        fault = "there is no text"
    elif too_large(len(text)):
        fault = too_large(len(text))
    elif published is not None and _day(published) is None:
        shown = published.encode("ascii", "backslashreplace").decode()[:40]
        fault = f"published {shown!r} is not an ISO date"
    return doc_id, text, published, fault


def _day(published: str) -> date | None:
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None


def day(published: str | None) -> tuple[date, date] | None:
    """The day of publication as extraction takes it: its earliest and latest day."""
    found = _day(published) if published else None
    return (found, found) if found else None
