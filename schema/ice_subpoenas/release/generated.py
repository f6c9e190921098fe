"""What is made from the tables, made again and compared: descriptors, copies, licenses."""

import io
import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from .. import data
from ..problem import Problem
from ..published import files, names, overview, parquet
from ..rules.declare import RULES
from . import manifest

HERE = Path(__file__).parents[1]
MOST_UNPACKED = 2**26  # bytes of a workbook
UNCHECKED = (f"{names.MANIFEST} ({', '.join(manifest.OF_ITS_MAKING)})", *names.WRITTEN)
"""What nothing in a release can prove: people wrote it, or it is about other files."""


def problems(
    place: Path, tables: Mapping[str, pa.Table], con: duckdb.DuckDBPyConnection
) -> Iterator[Problem]:
    """Files of a folder of this version that are not what its tables give."""
    for name, wanted in overview.files(con).items():
        if (place / name).is_file() and not is_same(name, (place / name).read_bytes(), wanted):
            yield _problem(name)
    if not names.is_release(place):
        yield from _compared(place, files.described(tables, place))
        return
    stated = read_json(place / names.MANIFEST) or {}
    if wrong := manifest.wrong(stated, tables):
        yield _problem(names.MANIFEST, more=f": {', '.join(wrong)[:200]}")
    yield from _compared(place, files.copies(tables), "formats-differ")
    with_csv = all((place / names.CSV / f"{name}.csv").is_file() for name in tables)
    if with_csv and (place / names.DATABASE).is_file():
        yield from _compared(place, files.described_release(tables, place))
    yield from _compared(place, _licenses())


SAID = {
    "not-regenerated": "is not what the tables and this version give",
    "formats-differ": "is not the copy of the Parquet file that this version writes",
}


def _problem(name: str, code: str = "not-regenerated", more: str = "") -> Problem:
    return RULES[code].of_file(name, SAID[code] + more)


def _compared(
    place: Path, made: Mapping[str, bytes], code: str = "not-regenerated"
) -> Iterator[Problem]:
    for name, content_ in made.items():
        if (place / name).is_file() and (place / name).read_bytes() != content_:
            yield _problem(name, code)


def is_same(name: str, held: bytes, made: bytes) -> bool:
    """Whether two files say the same; of Parquet and workbooks, whatever wrote or packed them."""
    if held == made:
        return True
    try:
        if name.endswith(".parquet"):
            return _same_rows(held, made)
        return name.endswith(".xlsx") and _members(held) == _members(made)
    except UNREADABLE:
        return False


UNREADABLE = (
    *(pa.ArrowException, zipfile.BadZipFile, zlib.error),
    *(OSError, ValueError, EOFError, RuntimeError, OverflowError),
)
"""What an unsound workbook or Parquet file raises."""


def _same_rows(held: bytes, made: bytes) -> bool:
    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as room:
        path = Path(room) / "held.parquet"
        path.write_bytes(held)
        wanted = pq.read_table(io.BytesIO(made))
        return bool(parquet.read(path).equals(wanted, check_metadata=True))


def _members(workbook: bytes) -> list[tuple[str, bytes]]:
    """The members of a workbook; ValueError if it begins with something else, or has too much."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as file:
        listed = file.infolist()
        size = sum(member.file_size for member in listed)
        if not workbook.startswith(b"PK\3\4") or size > MOST_UNPACKED:
            raise ValueError("this is no workbook that anybody would publish")
        return [(member.filename, file.read(member)) for member in listed]


def _licenses() -> dict[str, bytes]:
    """The licenses of this version: those of the checkout, or those that were installed."""
    datasets = data.checkout()
    place = datasets.parent if datasets else HERE / "data"
    paths = {name: place / name for name in names.LICENSES}
    return {name: path.read_bytes() for name, path in paths.items() if path.is_file()}


def read_json(path: Path) -> dict[str, Any] | None:
    """A JSON object and nothing else; null where there is none."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
