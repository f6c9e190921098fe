"""Check a release, or any folder of published files, without the texts: `verify(path)`.

Files against their hashes, tables against the declaration, rows by the rules of the check, and all
that is made from the tables against what they give. What is given is not trusted: an archive is
unpacked into a temporary folder, and no name that leads elsewhere is followed.
"""

import contextlib
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from .. import data
from ..formats import VERSION
from ..formats.arrow import arrow_schema
from ..problem import Place, Problem, in_order
from ..published import database, names, parquet
from ..relations.open import from_folder
from ..rules import ask
from ..rules.declare import RULES
from ..tables import TABLES
from . import agreement, archives, content, generated, listing

KINDS = {
    "content": "every row, whatever the format",
    "release": "every file: the SHA-256 of SHA256SUMS",
    "archive": "every byte of the archive",
}
"""What each digest speaks for."""

OF_TEXTS = "it follows from a held text, and no release contains one"
OF_PAGES = "of a page that is not held, only the number of its quoted words is computed again"

UNPROVEN: dict[str, str] = {
    "sources.text_file": OF_TEXTS,
    "sources.text_sha256": OF_TEXTS,
    "sources.n_characters": OF_TEXTS,
    "shared_passages.char_start": OF_TEXTS,
    "shared_passages.char_end": OF_TEXTS,
    "shared_passages.other_char_start": OF_TEXTS,
    "shared_passages.other_char_end": OF_TEXTS,
    "shared_passages.n_characters": OF_TEXTS,
    "evidence.char_end": "for words without a place, nothing says that there is no end either",
    "evidence.prefix": OF_PAGES,
    "evidence.suffix": OF_PAGES,
    "regions.char_start": OF_TEXTS,
    "regions.char_end": OF_TEXTS,
    "ledger.char_start": OF_TEXTS,
    "ledger.char_end": OF_TEXTS,
    "ledger.sentence_sha256": OF_TEXTS,
}
"""Computed columns, as `table.column`, that the tables of a release cannot prove, and why.

A change of any other is found, though every hash is made anew.
"""


@dataclass(frozen=True)
class Verdict:
    """What was found: problems, the digests by which two people can compare what they have, and
    what could not be checked."""

    problems: tuple[Problem, ...]
    digests: tuple[tuple[str, str], ...] = ()
    unchecked: tuple[str, ...] = ()
    matched: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The verdict for machines."""
        return {
            "problems": [vars(problem) for problem in self.problems],
            "digests": dict(self.digests),
            "matched": self.matched,
            "unchecked": list(self.unchecked),
        }

    def lines(self, path: Path, expect: str | None) -> Iterator[str]:
        """The verdict for people."""
        yield from map(str, self.problems)
        if not self.problems:
            yield f"{path}: every file agrees with every other, and every rule holds"
        for kind, digest in self.digests:
            yield f"{kind} digest {digest} ({KINDS[kind]})"
        if self.unchecked:
            yield f"not checked: {', '.join(self.unchecked)}"
        if self.matched:
            yield f"the expected digest is the {self.matched} digest: {KINDS[self.matched]}"
        elif expect is None:
            yield (
                "no --expect was given: files that agree may still be somebody else's; compare a "
                "digest with the one that the release page or its attestation states"
            )


def verify(path: Path | str, expect: str | None = None) -> list[str]:
    """What is wrong with a release or a published folder, a line each; empty when nothing is.

    A release that was forged as a whole agrees with itself: only `expect`, a digest that you have
    from elsewhere, finds that.
    """
    return [str(problem) for problem in examine(path, expect).problems]


def examine(path: Path | str, expect: str | None = None) -> Verdict:
    """What is wrong, what could not be checked, the digests, and which is the expected one.

    Raises ValueError if nothing is at the path.
    """
    given = Path(path)
    try:
        with archives.opened(given) as place:
            found = _examined(place)
            if place != given:
                found = _with_archive(found, given, place)
    except archives.Missing:
        raise  # a slip in the call, and no fault of a release
    except archives.Refused as refused:
        found = Verdict((_problem("file-unsafe", given.name, str(refused)),))
    return _expected(found, expect) if expect is not None else found


def _problem(code: str, name: str, said: str, remedy: str | None = None) -> Problem:
    return RULES[code].at(Place(name[:200] or ".", 1), said, remedy)


def _with_archive(found: Verdict, archive: Path, place: Path) -> Verdict:
    digests = (*found.digests, ("archive", names.sha256(archive)))
    if archives.is_packed_as_published(archive, place):
        return replace(found, digests=digests)
    said = (
        f"{archive.name}: its bytes are not those of a release with these files: something "
        "was added or changed beside or between them"
    )
    wrong = _problem("hash-differs", archive.name, said)
    return replace(found, problems=(*found.problems, wrong), digests=digests)


def _expected(found: Verdict, expect: str) -> Verdict:
    """Compare the expected digest with those that were computed."""
    wanted = expect.strip().lower().removeprefix("sha256:")
    matched = next((kind for kind, digest in found.digests if digest == wanted), None)
    if matched:
        return replace(found, matched=matched)
    if not re.fullmatch(r"[0-9a-f]{64}", wanted):
        said = f"--expect takes a digest of 64 hexadecimal digits, not {expect[:80]!r}"
    else:
        said = f"the expected digest {wanted} is none of those computed: this is another release"
    wrong = _problem("other-release", names.SUMS, said)
    return replace(found, problems=(*found.problems, wrong))


def _examined(place: Path) -> Verdict:
    broken = data.unfinished(place)
    if broken:
        return Verdict((_problem("other-release", names.MOVING, broken, "finish it first"),))
    own = place.resolve() == data.checkout()
    wrong = listing.unsafe(place, own)
    if wrong:
        return Verdict(tuple(wrong))
    problems = list(listing.problems(place, own))
    digests = _of_files(place)
    other = _other_version(place)
    tables, unread = ({}, [other]) if other else _read(place)
    if unread:
        return Verdict(tuple(in_order([*problems, *unread])), digests)
    digests = (("content", content.stated(tables)["content_digest"]), *digests)
    asked, unasked = _asked(place)
    problems += asked or _made(place, tables)
    columns = tuple(f"column {name}" for name in UNPROVEN)
    of_people = generated.UNCHECKED if names.is_release(place) else ()
    unchecked = (*unasked, *columns, *of_people)
    return Verdict(tuple(in_order(problems)), digests, unchecked)


def _of_files(place: Path) -> tuple[tuple[str, str], ...]:
    sums = place / names.SUMS
    return (("release", names.sha256(sums)),) if sums.is_file() else ()


def _other_version(place: Path) -> Problem | None:
    """A release of another version has other rules: the package of that version judges it."""
    package = generated.read_json(place / names.DESCRIPTOR)
    stated = package.get("version") if package else None
    if stated == VERSION:
        return None
    if not isinstance(stated, str):
        said = f"{names.DESCRIPTOR} is missing, or no descriptor with a version"
        return _problem("not-as-declared", names.DESCRIPTOR, said)
    said = f"this is a release of version {stated[:40]}, and this package is {VERSION}"
    remedy = f"install ice-subpoenas=={stated[:40]} to verify it"
    return _problem("other-release", names.DESCRIPTOR, said, remedy)


# --- the tables -------------------------------------------------------------------------------


def _read(place: Path) -> tuple[dict[str, pa.Table], list[Problem]]:
    """Every table, and the files that are unreadable or not as declared, which are not read."""
    tables, problems = {}, []
    with parquet.reader() as read:
        for table in TABLES:
            path = names.path_of(place, table)
            try:
                if pq.read_schema(path).equals(arrow_schema(table), check_metadata=True):
                    rows = tables[table.table] = read(path)
                    rows.validate(full=True)
                    continue
                said = ": columns, types or metadata differ from the declaration"
                problems.append(_of_table("not-as-declared", path, said))
            except FileNotFoundError:
                problems.append(_of_table("file-missing", path, " is missing"))
            except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
                said = (str(error).splitlines() or [type(error).__name__])[0]
                problems.append(_of_table("not-as-declared", path, f" cannot be read: {said}"))
    return tables, problems


def _of_table(code: str, path: Path, said: str) -> Problem:
    name = f"{names.FOLDER}/{path.name}"
    return _problem(code, name, f"{name}{said}")


def _asked(place: Path) -> tuple[list[Problem], tuple[str, ...]]:
    """The problems that the rules of the check find in the tables, and what cannot be asked."""
    relations, problems = from_folder(place / names.FOLDER)
    with contextlib.closing(relations):
        unasked = tuple(f"rule {code}" for code in ask.unasked(relations))
        try:
            found = problems or ask.problems(relations)
        except duckdb.Error as error:
            said = f"no rule can be asked of its tables: {str(error).splitlines()[0]}"
            return [_problem("not-as-declared", names.FOLDER, said)], unasked
        return [replace(each, file=f"{names.FOLDER}/{each.file}") for each in found], unasked


def _made(place: Path, tables: dict[str, pa.Table]) -> list[Problem]:
    """What is not what sound tables give: the DuckDB file, the overview, descriptors, copies."""
    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as room:
        fresh = Path(room) / names.DATABASE
        with database.made(tables, fresh) as con:
            wrong = list(generated.problems(place, tables, con))
        return [*agreement.problems(place, tables, fresh), *wrong]
