"""Make a release, a folder and an archive in `releases/`: `python build release VERSION`.

A version that does not fit what differs from the previous release is refused. Before the release
is put in place, it is verified in the same way as by those who download it. No release is ever
overwritten.
"""

import argparse
import contextlib
import os
import platform
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version as installed
from pathlib import Path

import duckdb
import pyarrow as pa

from check import stages
from ice_subpoenas.formats import VERSION
from ice_subpoenas.plain import safe
from ice_subpoenas.published import files, names
from ice_subpoenas.release import archives, content, manifest, releases
from ice_subpoenas.release.changes import tell
from ice_subpoenas.release.changes.compare import compare
from ice_subpoenas.release.changes.tell import taken_out, without
from ice_subpoenas.release.changes.why import explained
from ice_subpoenas.release.verify import examine
from locking import only_writer
from printing import Refusal, show
from publish import documents, swap
from writing import document, staged, write

NAME = "ice-subpoenas"
SHOWN = 12  # reasons that a refusal names


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("version", help="such as 0.2.0; one that does not fit is refused")


def run(args: argparse.Namespace) -> int:
    """Check, decide whether the version fits, write, verify, and put the release in its place."""
    checked = stages.run(args.root)
    if checked.problems:
        show(checked.problems, args.format)
        return 1
    for line in make(args.root, checked.tables(), args.version, args.root / "releases"):
        print(safe(line))
    return 0


def make(root: Path, tables: Mapping[str, pa.Table], version: str, out: Path) -> list[str]:
    """Make a release, and say what was made; `Refusal` says why none was.

    It is compared with the newest release below it that lies in `out`.
    """
    if not releases.VERSION.fullmatch(version):
        raise Refusal(f"{version[:40]!r} is not a version such as {releases.FIRST}")
    target = out / f"{NAME}-{version}"
    archive = target.with_name(f"{target.name}.zip")
    for path in (target, archive):
        if path.exists() or path.is_symlink():
            raise Refusal(f"{path} is there: a release is never overwritten; remove it yourself")
    before = _latest(out, version)
    old, new = _release(before), releases.current(tables)
    reasons = _fits(version, old, new)
    section, day = _section(root / "CHANGELOG.md", version)
    _said_everywhere(version)
    with only_writer(out), _room(out) as room:
        folder = room / target.name
        folder.mkdir()
        swap.make(tables, folder)
        _people_wrote(root, folder, day)
        _changelog(root, folder, section, _facts(old, new, reasons))
        _finish(root, folder, day, old, reasons)
        packed = folder.with_name(archive.name)
        archives.pack(folder, packed)
        digests = _verified(packed)
        os.replace(folder, target)
        os.replace(packed, archive)
    compared = f"compared with {old.version} ({before})" if old else "the first release"
    lines = [f"{target.name}: {compared}", *(f"  {r.level}: {r.what}" for r in reasons[:SHOWN])]
    lines += [f"  … and {len(reasons) - SHOWN} more"] if len(reasons) > SHOWN else []
    return [*lines, *(f"{kind} digest {digest}" for kind, digest in digests.items())]


MAKING = ".making-"


@contextlib.contextmanager
def _room(out: Path) -> Iterator[Path]:
    """A folder to make the release in; what a killed process left of an earlier one goes."""
    for left in out.glob(f"{MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)
    with staged(out, MAKING) as room:
        yield room


# --- the version ------------------------------------------------------------------------------


def _latest(out: Path, version: str) -> Path | None:
    """The newest release below `version` that lies in the folder."""
    found = {}
    for path in out.glob(f"{NAME}-*") if out.is_dir() else ():
        name = path.name.removeprefix(f"{NAME}-").removesuffix(".zip")
        if releases.VERSION.fullmatch(name) and _number(name) < _number(version):
            found[_number(name)] = path
    return found[max(found)] if found else None


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _release(path: Path | None) -> releases.Release | None:
    if path is None:
        return None
    try:
        return releases.read(path)
    except archives.Refused as refused:
        raise Refusal(str(refused)) from refused


def _fits(
    version: str, old: releases.Release | None, new: releases.Release
) -> list[releases.Reason]:
    """Why the version fits; refused, with the one that does, where it does not."""
    try:
        fitting, reasons = releases.fitting(old, new)
    except ValueError as error:
        raise Refusal(f"the previous release: {error}") from error
    if fitting is None:
        assert old is not None
        raise Refusal(f"nothing differs from {old.version}: there is nothing to release")
    if fitting != version:
        level = max((r.level for r in reasons), key=releases.LEVELS.index, default="")
        highest = [reason.what for reason in reasons if reason.level == level]
        why = "; ".join(highest[:3]) or "it is the first release"
        raise Refusal(f"{version} does not fit: it must be {fitting} ({why})")
    return sorted(reasons, key=lambda r: (-releases.LEVELS.index(r.level), r.what))


def _said_everywhere(version: str) -> None:
    """The wheel and the committed files say the version too, so that all are the same."""
    if version != VERSION:
        raise Refusal(
            f"VERSION in schema/ice_subpoenas/formats/__init__.py is {VERSION}: set it to "
            f"{version} and run `python build`, so that wheel and committed files say it too"
        )


# --- the files --------------------------------------------------------------------------------


def _people_wrote(root: Path, folder: Path, day: date) -> None:
    """Licenses, citation and data card, with version, day and numbers of this release."""
    for name in names.LICENSES:
        write(folder / name, document(_there(root / name)))
    write(folder / "CITATION.cff", _citation(_there(root / "CITATION.cff"), day))
    write(folder / "DATACARD.md", _card(root, folder))


def _there(path: Path) -> Path:
    if not path.is_file():
        raise Refusal(f"{path.name} is missing, and a release holds it")
    return path


def _citation(path: Path, day: date) -> str:
    """The citation with the version and the day of this release."""
    lines = [
        line
        for line in document(path).splitlines()
        if not line.startswith(("version:", "date-released:"))
    ]
    return "\n".join([*lines, f"version: {VERSION}", f"date-released: {day}"]) + "\n"


def _card(root: Path, folder: Path) -> str:
    """The data card with the numbers of these rows, its links as they lie in the release."""
    path = _there(root / "DATACARD.md")
    try:
        with documents.tables(folder, root) as connection:
            text = documents.render(document(path), connection)
    except (duckdb.Error, ValueError) as error:
        said = str(error).splitlines()[0]
        raise Refusal(f"{path.name}: a query or command fails: {said}") from error
    return text.replace("](datasets/", "](").replace("[datasets/", "[")


# --- the changelog ----------------------------------------------------------------------------

HEADING = r"(?m)^## {version}(?:[ \t]+[(–—-]*[ \t]*(?P<day>\d{{4}}-\d\d-\d\d)\)?)?[ \t]*$"


def _section(path: Path, version: str) -> tuple[re.Match[str], date]:
    """The heading of the version's section, which a person has written, and its day."""
    text = document(_there(path))
    found = re.search(HEADING.format(version=re.escape(version)), text)
    body = re.split(r"(?m)^## ", text[found.end() :])[0].strip() if found else ""
    if found is None or not body:
        raise Refusal(f"CHANGELOG.md has no words under '## {version}': say there what it brings")
    if not found["day"]:
        raise Refusal(f"write the day of {version} in CHANGELOG.md: '## {version} (2026-12-01)'")
    return found, date.fromisoformat(found["day"])


def _changelog(root: Path, folder: Path, section: re.Match[str], facts: str) -> None:
    """The changelog, with what the machine found below what people wrote of this version."""
    text = document(root / "CHANGELOG.md")
    own, *older = re.split(r"(?m)^(?=## )", text[section.end() :])
    older_text = "".join(older)
    write(
        folder / "CHANGELOG.md",
        f"{text[: section.end()]}{own.rstrip()}\n\n{facts}\n{older_text}".rstrip() + "\n",
    )


def _facts(
    old: releases.Release | None, new: releases.Release, reasons: Sequence[releases.Reason]
) -> str:
    """Every fact that differs, in Markdown; for the first release how much there is."""
    if old is None:
        count = sum(map(len, new.rows.values()))
        return f"The first release: {count} rows in {len(new.rows)} tables.\n"
    found = explained(compare(old.rows, new.rows), old.rows, new.rows)
    told = tell.markdown(found).replace("\n### ", "\n#### ")
    heading = f"### Facts that differ from {old.version}"
    told = told.replace("## Changes of published facts", heading)
    told += "\n### Why this version\n\n" + _listed(reasons)
    return without(told, taken_out(old.rows, new.rows))


def _listed(reasons: Iterable[releases.Reason]) -> str:
    return "".join(f"- {reason.level}: {reason.what}\n" for reason in reasons)


# --- the manifest and the list of hashes ------------------------------------------------------


def _finish(
    root: Path,
    folder: Path,
    day: date,
    old: releases.Release | None,
    reasons: Sequence[releases.Reason],
) -> None:
    """Write the CSV copies and what describes all files, the manifest, and the list of hashes."""
    read = names.read_all(folder)
    for name, content_ in files.copies(read).items():
        write(folder / name, content_)
    for name, content_ in files.described_release(read, folder).items():
        write(folder / name, content_)
    stated = {
        "name": NAME,
        "version": VERSION,
        "released": day.isoformat(),
        "previous": old.version if old else None,
        "level": reasons[0].level if reasons else None,
        **content.stated(read),
        "tools": {name: _version(name) for name in manifest.TOOLS},
        "inputs": _inputs(root),
    }
    write(folder / names.MANIFEST, files.as_json(stated))
    write(folder / names.SUMS, names.sums(folder))


def _version(tool: str) -> str:
    return platform.python_version() if tool == "python" else installed(tool)


def _inputs(root: Path) -> dict[str, str]:
    """The hash of every file that the release was made from; texts by their hash alone."""
    found = {}
    for name in manifest.INPUTS:
        top = root / name
        files = [top] if top.is_file() else sorted(top.rglob("*")) if top.is_dir() else []
        for path in files:
            if path.is_file() and "__pycache__" not in path.parts:
                found[path.relative_to(root).as_posix()] = names.sha256(path)
    return found


def _verified(archive: Path) -> dict[str, str]:
    """The digests of the archive, which must be sound as those who download it will judge it."""
    verdict = examine(archive)
    if verdict.problems:
        raise Refusal(f"the release does not verify: {'; '.join(map(str, verdict.problems[:5]))}")
    return dict(verdict.digests)
