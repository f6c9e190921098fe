"""Check a release, or any folder of published files, without the texts: `verify(path)`.

Files against their hashes, tables against the declaration, rows against each other, and the formats
against one another. Each problem is a line 'FILE: what is wrong'. What is given is not trusted: an
archive is unpacked into a temporary folder, and a name that leads elsewhere is not followed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ice_subpoenas.release import agreement, archives, content

from .. import data, formats
from ..tables import TABLE, TABLES

if TYPE_CHECKING:
    import pyarrow as pa

Tables = Mapping[str, list[dict[str, Any]]]

LONGEST_CONTEXT = 32  # characters before and after a span: law 2
CHECKOUT = {"reviewed", ".gitignore"}  # what datasets/ of a checkout holds besides
POINTERS = ("evidence", "absences", "conflicts", "reviews")  # tables that point at a row
DESCRIPTORS = (data.DESCRIPTOR, f"{data.CSV}/{data.DESCRIPTOR}")


@dataclass(frozen=True)
class Verdict:
    """What was found: problems, and the digests by which two people can compare what they have."""

    problems: list[str]
    digests: dict[str, str] = field(default_factory=dict)
    matched: str | None = None


KINDS = {
    "content": "every row, whatever the format",
    "release": "every file: the SHA-256 of SHA256SUMS",
    "archive": "every byte of the archive",
}
"""What each digest speaks for."""


def verify(path: Path | str, expect: str | None = None) -> list[str]:
    """What is wrong with a release or a published folder; an empty list when nothing is.

    A release that was forged as a whole agrees with itself: only `expect`, a digest that you have
    from elsewhere, finds that.
    """
    return examine(path, expect).problems


def examine(path: Path | str, expect: str | None = None) -> Verdict:
    """What is wrong, the digests computed, and which of them is the expected one."""
    given = Path(path)
    try:
        with archives.opened(given) as place:
            found = _examined(place)
            if place != given:
                found = _with_archive(found, given, place)
    except archives.Refused as refused:
        found = Verdict([str(refused)])
    return _expected(found, expect) if expect is not None else found


def _with_archive(found: Verdict, archive: Path, place: Path) -> Verdict:
    problems = list(found.problems)
    if not archives.is_packed_as_published(archive, place):
        problems.append(
            f"{archive.name}: its bytes are not those of a release with these files: something "
            "was added or changed beside or between them"
        )
    return replace(
        found, problems=problems, digests=found.digests | {"archive": data.sha256(archive)}
    )


def _expected(found: Verdict, expect: str) -> Verdict:
    """Compare the expected digest with those that were computed."""
    wanted = expect.strip().lower().removeprefix("sha256:")
    matched = next((kind for kind, digest in found.digests.items() if digest == wanted), None)
    if matched:
        return replace(found, matched=matched)
    if not re.fullmatch(r"[0-9a-f]{64}", wanted):
        line = f"--expect takes a digest of 64 hexadecimal digits, not {expect[:80]!r}"
    else:
        line = f"the expected digest {wanted} is none of those computed: this is another release"
    return replace(found, problems=[*found.problems, line])


def _examined(place: Path) -> Verdict:
    broken = data.unfinished(place)
    if broken:
        return Verdict([broken])
    unsafe = list(_unsafe(place))
    if unsafe:
        return Verdict(unsafe)
    problems = [*_files(place), *_descriptors(place)]
    digests = {}
    if (place / data.SUMS).is_file():
        digests["release"] = data.sha256(place / data.SUMS)
    arrow, tables, unread = _read(place)
    problems += unread
    if unread:
        return Verdict(problems, digests)
    own = agreement.digests(tables)
    digests = {"content": content.overall(own)} | digests
    problems += _manifest(place, tables, own)
    invalid = list(_rows(tables))
    problems += invalid
    for law in LAWS if not invalid else ():
        problems += law(tables)
    ours = _version(place) in (None, formats.VERSION)
    return Verdict([*problems, *agreement.problems(place, arrow, tables, ours)], digests)


# --- files ------------------------------------------------------------------------------------


def _unsafe(place: Path) -> Iterator[str]:
    """What must not be opened: links, files that are none, files beyond any size."""
    for path in sorted(_inside(place)):
        name = path.relative_to(place).as_posix()
        if path.is_symlink():
            yield f"{name}: is a link; a release holds plain files only"
        elif not path.is_dir() and not path.is_file():
            yield f"{name}: is no plain file"
        elif path.is_file() and path.stat().st_size > archives.MOST_BYTES:
            yield f"{name}: has more than {archives.MOST_BYTES} bytes"


def _inside(place: Path) -> list[Path]:
    """What the folder and its csv/ hold; what reviewers write is left out."""
    skipped = CHECKOUT if _is_checkout(place) else set()
    top = [path for path in place.iterdir() if path.name not in {*skipped, data.STAGING}]
    csv = place / data.CSV
    return top + (list(csv.iterdir()) if csv.is_dir() and not csv.is_symlink() else [])


def _files(place: Path) -> Iterator[str]:
    if not (place / data.SUMS).is_file():
        yield f"{data.SUMS}: is missing"
        return
    try:
        listed = data.checksums(place / data.SUMS)
    except ValueError:
        yield f"{data.SUMS}: is no list of hashes"
        return
    wrong = [name for name in listed if not archives.is_plain(name)]
    for name in wrong:
        yield f"{data.SUMS}: lists {name[:100]!r}, which could lead out of the folder"
    expected = data.RELEASED if data.is_release(place) else data.PUBLISHED
    for name in sorted(set(expected) - listed.keys()):
        yield f"{data.SUMS}: does not list {name}"
    extra = _extra(place, listed.keys())
    for name, digest in listed.items():
        if name in wrong:
            continue
        if not (place / name).is_file():
            yield from _missing(place, name, digest, extra)
        elif data.sha256(place / name) != digest:
            yield f"{name}: has another hash than {data.SUMS} lists"
    for name in sorted(extra):
        yield f"{name}: is not listed in {data.SUMS}"


def _extra(place: Path, listed: Iterable[str]) -> set[str]:
    names = {path.relative_to(place).as_posix() for path in _inside(place)}
    return names - {*listed, data.SUMS, data.CSV}


def _is_checkout(place: Path) -> bool:
    return (place / "reviewed").is_dir()


def _missing(place: Path, name: str, digest: str, extra: set[str]) -> Iterator[str]:
    """A listed file that is not there; git does not hold the DuckDB file of a checkout."""
    files = [other for other in sorted(extra) if (place / other).is_file()]
    twin = next((other for other in files if data.sha256(place / other) == digest), None)
    if twin:
        yield f"{name}: was renamed to {twin}"
    elif name != data.DATABASE or not _is_checkout(place):
        yield f"{name}: is missing"


def _descriptors(place: Path) -> Iterator[str]:
    """The hashes, sizes and schemas of both descriptors, and the hashes of croissant.json."""
    for name in DESCRIPTORS:
        package, fault = _json(place, name)
        if fault:
            yield fault
        elif package is not None:
            yield from _descriptor(place, name, package)
    croissant, fault = _json(place, "croissant.json")
    if fault:
        yield fault
    elif croissant is not None:
        yield from _croissant(place, croissant)


def _json(place: Path, name: str) -> tuple[dict[str, Any] | None, str | None]:
    """A JSON object and nothing else; null where there is no such file."""
    if not (place / name).is_file():
        return None, None  # already told
    try:
        found = json.loads((place / name).read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        said = str(error).splitlines()[0]
        return None, f"{name}: is no descriptor ({said})"
    if not isinstance(found, dict):
        return None, f"{name}: is no descriptor (no object)"
    return found, None


def _descriptor(place: Path, name: str, package: Mapping[str, Any]) -> Iterator[str]:
    resources = package.get("resources")
    if not isinstance(resources, list) or not all(isinstance(r, dict) for r in resources):
        yield f"{name}: is no descriptor (no resources)"
        return
    base = Path(name).parent
    for resource in resources:
        yield from _resource(place, base, name, resource)
    if package.get("version") != formats.VERSION:
        yield from _other_version(name, package, resources)
        return
    schemas = {str(r.get("name")): r.get("schema") for r in resources}
    for table in data.PARQUET:
        if schemas.get(table.table) != _schema(name, table):
            yield f"{name}: {table.table}: schema differs from the declaration"
    if name == data.DESCRIPTOR and (place / data.DICTIONARY).is_file():
        said = formats.dictionary(data.DESCRIBED).encode()
        if (place / data.DICTIONARY).read_bytes() != said:
            yield f"{data.DICTIONARY}: differs from what the declaration says"


def _schema(name: str, table: formats.Table) -> dict[str, Any]:
    return formats.table_schema(table, null="" if name != data.DESCRIPTOR else None)


def _other_version(
    name: str, package: Mapping[str, Any], resources: list[dict[str, Any]]
) -> Iterator[str]:
    """A release of another version is judged by this declaration as far as the columns agree."""
    for table in data.PARQUET:
        schema = next((r.get("schema") for r in resources if r.get("name") == table.table), None)
        fields = schema.get("fields") if isinstance(schema, dict) else None
        names = [f.get("name") for f in fields or [] if isinstance(f, dict)]
        if names != [column.name for column in table.columns()]:
            said = str(package.get("version"))[:40]
            yield (
                f"{name}: {table.table}: has other columns in version {said} than in "
                f"{formats.VERSION}; install ice-subpoenas=={said} to verify it"
            )
            return


def _resource(place: Path, base: Path, where: str, resource: Mapping[str, Any]) -> Iterator[str]:
    path = resource.get("path")
    if not isinstance(path, str) or not archives.is_plain(path):
        yield f"{where}: the path {str(path)[:100]!r} could lead out of the folder"
        return
    name = (base / path).as_posix()
    file = place / name
    if not file.is_file():
        yield f"{where}: describes {name}, which is missing"
        return
    if "hash" in resource and resource["hash"] != f"sha256:{data.sha256(file)}":
        yield f"{name}: has another hash than {where} states"
    size = file.stat().st_size
    if resource.get("bytes", size) != size:
        yield f"{name}: has {size} bytes, not {resource['bytes']} as {where} states"


def _croissant(place: Path, croissant: Mapping[str, Any]) -> Iterator[str]:
    files = croissant.get("distribution")
    for file in files if isinstance(files, list) else []:
        name = file.get("contentUrl") if isinstance(file, dict) else None
        if not isinstance(name, str) or not archives.is_plain(name):
            yield f"croissant.json: the path {str(name)[:100]!r} could lead out of the folder"
        elif (place / name).is_file() and file.get("sha256") != data.sha256(place / name):
            yield f"{name}: has another hash than croissant.json states"


def _manifest(place: Path, tables: Tables, own: Mapping[str, str]) -> Iterator[str]:
    """The counts and content digests of the manifest against the rows."""
    manifest, fault = _json(place, data.MANIFEST)
    if fault:
        yield fault
    if manifest is None:
        return
    if manifest.get("counts") != {t.table: len(tables[t.table]) for t in data.PARQUET}:
        yield f"{data.MANIFEST}: states other numbers of rows than the Parquet files hold"
    stated = manifest.get("content")
    stated = stated if isinstance(stated, dict) else {}
    for name in sorted(own):
        if stated.get(name) != own[name]:
            yield f"{name}.parquet: has other rows than the digest in {data.MANIFEST} states"
    if manifest.get("content_digest") != content.overall(own):
        yield f"{data.MANIFEST}: states another content digest than the rows have"


def _read(place: Path) -> tuple[dict[str, pa.Table], dict[str, list[dict[str, Any]]], list[str]]:
    """Every table, as Arrow and as rows, and the files that are unreadable or not as declared."""
    import pyarrow as pa

    arrow, tables, problems = {}, {}, []
    version = _version(place)
    for table in data.PARQUET:
        name = f"{table.table}.parquet"
        expected = formats.arrow_schema(table, version)
        try:
            _small_enough(place / name)
            rows = data.read(place, table)
            rows.validate(full=True)
            if not rows.schema.equals(expected, check_metadata=True):
                problems.append(f"{name}: schema or metadata differ from the declaration")
            if not rows.schema.equals(expected):
                continue
            tables[table.table] = rows.to_pylist()
            arrow[table.table] = rows
        except FileNotFoundError:
            problems.append(f"{name}: cannot be checked, it is missing")
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            said = (str(error).splitlines() or [type(error).__name__])[0]
            problems.append(f"{name}: is no readable Parquet file ({said})")
    return arrow, tables, problems


def _version(place: Path) -> str | None:
    """The version that the descriptor states, with which the metadata must agree."""
    package, _ = _json(place, data.DESCRIPTOR)
    stated = package.get("version") if package else None
    return stated if isinstance(stated, str) else None


def _small_enough(path: Path) -> None:
    """Refuse a Parquet file that would unpack beyond any size; its own word is enough to refuse."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        meta = file.metadata
        groups = [meta.row_group(n) for n in range(meta.num_row_groups)]
    size = sum(group.total_byte_size for group in groups)
    if size > archives.MOST_BYTES or meta.num_rows > archives.MOST_BYTES // 16:
        raise ValueError(f"it unpacks to {size} bytes in {meta.num_rows} rows, too many to read")


# --- rows -------------------------------------------------------------------------------------


def _rows(tables: Tables) -> Iterator[str]:
    """Each row keeps the declaration: types, codes, patterns, bounds, nulls; keys are unique."""
    for table in TABLES:
        seen: set[str] = set()
        for row in tables[table.table]:
            where = f"{table.table}.parquet: {row[table.key]}"
            try:
                table.model_validate(row)
            except ValidationError as error:
                first = error.errors()[0]
                yield f"{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
            if row[table.key] in seen:
                yield f"{where}: the key is not unique"
            seen.add(row[table.key])


def _references(tables: Tables) -> Iterator[str]:
    """Each foreign key is a key of the table that it names."""
    keys = _keys(tables)
    for table in TABLES:
        for column in table.columns():
            for row in tables[table.table] if column.references else []:
                value = row[column.name]
                if value is not None and value not in keys[column.references or ""]:
                    where = f"{table.table}.parquet: {row[table.key]}: {column.name}"
                    yield f"{where}: no {column.references} row is called {value!r}"


def _keys(tables: Tables) -> dict[str, set[str]]:
    return {table.table: {row[table.key] for row in tables[table.table]} for table in TABLES}


def _cells(tables: Tables) -> Iterator[str]:
    """What points at a cell points at one that exists; an absence at one that is null."""
    rows = {t.table: {row[t.key]: row for row in tables[t.table]} for t in TABLES}
    for name in POINTERS:
        for pointer in tables[name]:
            where = f"{name}.parquet: {pointer[TABLE[name].key]}"
            target = rows.get(pointer["table_name"], {}).get(pointer["row_id"])
            if target is None:
                yield f"{where}: no row {pointer['table_name']}/{pointer['row_id']}"
                continue
            yield from _cell(where, name, pointer, target)


def _cell(
    where: str, name: str, pointer: Mapping[str, Any], target: Mapping[str, Any]
) -> Iterator[str]:
    if "column_name" not in pointer:
        return
    unit, table = pointer["column_name"], TABLE[pointer["table_name"]]
    columns = [c.name for c in table.columns() if unit in (c.name, c.stem)]
    if not columns and (name, unit) != ("conflicts", "words"):
        yield f"{where}: {table.table} has no column {unit!r}"
    elif name == "absences" and any(target[column] is not None for column in columns):
        yield f"{where}: {table.table}/{pointer['row_id']}/{unit} is not null"


def _coverage(tables: Tables) -> Iterator[str]:
    """Every claim has evidence; every null claim of a core table has a reason."""
    proved = {(e["table_name"], e["row_id"], e["column_name"]) for e in tables["evidence"]}
    explained = {(a["table_name"], a["row_id"], a["column_name"]) for a in tables["absences"]}
    for table in TABLES:
        for stem, columns in table.stems().items():
            claims = [column.name for column in columns if column.claim]
            for row in tables[table.table] if claims else []:
                cell = (table.table, row[table.key], stem)
                where = f"{table.table}.parquet: {row[table.key]}: {stem}"
                if any(row[name] is not None for name in claims):
                    if cell not in proved:
                        yield f"{where}: has no evidence"
                elif table.core and cell not in explained:
                    yield f"{where}: is null without a reason"


# --- words ------------------------------------------------------------------------------------


def _spans(tables: Tables) -> Iterator[str]:
    """Each span is as long as its words, lies in its text, and has short context."""
    lengths = {row["source_id"]: row["n_characters"] for row in tables["sources"]}
    for where, span in _all_spans(tables):
        if span["char_start"] is None or span["char_end"] is None:
            continue
        length = span["char_end"] - span["char_start"]
        if length <= 0 or length != len(span["words"] or ""):
            yield f"{where}: words are {len(span['words'] or '')} characters, the span {length}"
        if span["char_end"] > (lengths.get(span["source_id"]) or 0):
            yield f"{where}: ends at {span['char_end']}, after the text of {span['source_id']}"
        for side in ("prefix", "suffix"):
            if len(span.get(side) or "") > LONGEST_CONTEXT:
                yield f"{where}: {side} is longer than {LONGEST_CONTEXT} characters"


def _all_spans(tables: Tables) -> Iterator[tuple[str, dict[str, Any]]]:
    for quote in tables["quotes"]:
        yield f"quotes.parquet: {quote['quote_id']}", {**quote, "words": quote["text"]}
    for item in tables["evidence"]:
        yield f"evidence.parquet: {item['evidence_id']}", {**item, "words": item["exact"]}


def _cited(tables: Tables) -> Iterator[str]:
    """Evidence has a whole span, or is cited and has none."""
    for item in tables["evidence"]:
        parts = [item[name] is None for name in ("char_start", "char_end", "exact", "region")]
        where = f"evidence.parquet: {item['evidence_id']}"
        if any(parts) and not all(parts):
            yield f"{where}: has only a part of a span"
        elif all(parts) and item["derivation"] not in ("cited", "copied"):
            yield f"{where}: has no span and is not cited"


def _agreement(tables: Tables) -> Iterator[str]:
    """Where published passages of one text overlap, they print the same characters."""
    texts: dict[tuple[str, int], str] = {}
    for where, span in _all_spans(tables):
        if span["char_start"] is None:
            continue
        prefix, suffix = span.get("prefix") or "", span.get("suffix") or ""
        begin = span["char_start"] - len(prefix)
        for offset, character in enumerate(prefix + (span["words"] or "") + suffix, begin):
            if texts.setdefault((span["source_id"], offset), character) != character:
                yield f"{where}: differs at {offset} from another passage of {span['source_id']}"
                break


LAWS: tuple[Callable[[Tables], Iterator[str]], ...] = (
    _references,
    _cells,
    _coverage,
    _spans,
    _cited,
    _agreement,
)
"""What rows that keep the declaration must keep besides."""
