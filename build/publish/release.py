"""Make a release: `python build release VERSION`, a folder and an archive in `releases/`.

The version is not chosen: it follows from what differs from the previous release. The release is
verified, as those who download it can, before it is put in its place; none is ever overwritten.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

from check import stages
from ice_subpoenas import csvs, data, formats
from ice_subpoenas.release import archives, changes, content, releases
from ice_subpoenas.release.verify import examine
from printing import Refusal, safe, show
from publish import croissant, documents, files

NAME = "ice-subpoenas"
COPIED = ("LICENSE", "LICENSE-DATA")
INPUTS = ("datasets/reviewed", "seeds", "schema", "build", "pyproject.toml", "requirements.lock")
TOOLS = ("duckdb", "pyarrow", "pydantic")
SHOWN = 12  # reasons that a refusal names


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("version", help="such as 0.2.0; one that does not fit is refused")
    parser.add_argument(
        "--previous", type=Path, help="the release before: a folder or an archive (default: in OUT)"
    )
    parser.add_argument("--out", type=Path, help="where releases lie (default: releases/)")
    parser.add_argument(
        "--date", type=_day, help="day of the release (default: that of the changelog's heading)"
    )
    parser.set_defaults(format="text")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-12-01") from None


def run(args: argparse.Namespace) -> int:
    """Check, decide whether the version fits, write, verify, and put the release in its place."""
    checked = stages.run(args.root)
    if checked.problems:
        show(checked.problems, args.format)
        return 1
    out = args.out or args.root / "releases"
    made = make(args.root, checked.rows, args.version, out, args.previous, args.date)
    for line in made:
        print(safe(line))
    return 0


def make(
    root: Path,
    rows: files.Rows,
    version: str,
    out: Path,
    previous: Path | None = None,
    day: date | None = None,
) -> list[str]:
    """Make a release, and say what was made; `Refusal` says why none was."""
    if not releases.VERSION.fullmatch(version):
        raise Refusal(f"{version[:40]!r} is no version such as {releases.FIRST}")
    target = out / f"{NAME}-{version}"
    archive = target.with_name(f"{target.name}.zip")
    for path in (target, archive):
        if path.exists() or path.is_symlink():
            raise Refusal(f"{path} is there: a release is never overwritten; remove it yourself")
    before = previous or _latest(out, version)
    old, new = _release(before), releases.current(rows)
    reasons = _fits(version, old, new)
    section, day = _section(root / "CHANGELOG.md", version, day)
    _said_everywhere(version)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".making-") as room:
        folder = Path(room) / target.name
        folder.mkdir()
        _write(root, rows, folder, day)
        _changelog(root, folder, section, _facts(old, new, reasons))
        _finish(root, folder, version, day, old, reasons)
        packed = folder.with_name(archive.name)
        archives.pack(folder, packed)
        digests = _verified(packed)
        os.replace(folder, target)
        os.replace(packed, archive)
    compared = f"compared with {old.version} ({before})" if old else "the first release"
    lines = [f"{target.name}: {compared}", *(f"  {r.level}: {r.what}" for r in reasons[:SHOWN])]
    lines += [f"  … and {len(reasons) - SHOWN} more"] if len(reasons) > SHOWN else []
    return [*lines, *(f"{kind} digest {digest}" for kind, digest in digests.items())]


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
    if version != formats.VERSION:
        raise Refusal(
            f"VERSION in schema/ice_subpoenas/formats.py is {formats.VERSION}: set it to {version} "
            "and run `python build`, so that the wheel and the committed files say it too"
        )


# --- the files --------------------------------------------------------------------------------


def _write(root: Path, rows: files.Rows, folder: Path, day: date) -> None:
    """The data in three formats, the descriptors, and what stands beside them."""
    files.stage(rows, folder)
    (folder / data.SUMS).unlink()
    package = json.loads((folder / data.DESCRIPTOR).read_text("utf-8"))
    package["resources"].append(_plain(folder / data.DATABASE, "duckdb", DATABASE_SAYS))
    _json(folder / data.DESCRIPTOR, package)
    _copies(folder, package)
    _json(folder / "croissant.json", croissant.metadata(folder, package, day))
    for name in COPIED:
        shutil.copyfile(_there(root / name), folder / name)
    _text(folder / "CITATION.cff", _citation(_there(root / "CITATION.cff"), day))
    _text(folder / "DATACARD.md", _card(_there(root / "DATACARD.md"), folder))


DATABASE_SAYS = "The same tables in one DuckDB file, with keys, checks, views, macros and comments."


def _there(path: Path) -> Path:
    if not path.is_file():
        raise Refusal(f"{path.name} is missing, and a release holds it")
    return path


def _text(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _json(path: Path, value: Any) -> None:
    _text(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def _plain(path: Path, kind: str, description: str) -> dict[str, Any]:
    return {
        "name": f"{path.stem.replace('_', '-')}-{kind}",
        "path": path.name,
        "format": kind,
        "mediatype": "application/vnd.duckdb",
        "description": description,
        "hash": f"sha256:{data.sha256(path)}",
        "bytes": path.stat().st_size,
    }


def _copies(folder: Path, package: Mapping[str, Any]) -> None:
    """CSV copies of the Parquet files, with a descriptor of their own."""
    place = folder / data.CSV
    place.mkdir()
    resources = []
    for table in data.PARQUET:
        path = place / f"{table.table}.csv"
        rows = data.read(folder, table).to_pylist()
        path.write_bytes(csvs.write(table.columns(), rows))
        resources.append(_copy(path, table))
    said = f"{package['description']} CSV copies of the Parquet files. {csvs.RULE}"
    _json(
        place / data.DESCRIPTOR,
        {**package, "name": f"{NAME}-csv", "description": said, "resources": resources},
    )


def _copy(path: Path, table: formats.Table) -> dict[str, Any]:
    return {
        "name": table.table,
        "type": "table",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "description": formats.warned(table.about(), table.caution),
        "hash": f"sha256:{data.sha256(path)}",
        "bytes": path.stat().st_size,
        "schema": formats.table_schema(table, null=""),
    }


def _citation(path: Path, day: date) -> str:
    """The citation with the version and the day of this release."""
    lines = [
        line
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith(("version:", "date-released:"))
    ]
    return "\n".join([*lines, f"version: {formats.VERSION}", f"date-released: {day}"]) + "\n"


def _card(path: Path, folder: Path) -> str:
    """The data card with the numbers of these rows, its links as they lie in the release."""
    with data.connect(folder) as connection:
        text = documents.render(path.read_text("utf-8"), connection)
    return text.replace("](datasets/", "](").replace("[datasets/", "[")


# --- the changelog ----------------------------------------------------------------------------

HEADING = r"(?m)^## {version}(?:[ \t]+[(–—-]*[ \t]*(?P<day>\d{{4}}-\d\d-\d\d)\)?)?[ \t]*$"


def _section(path: Path, version: str, day: date | None) -> tuple[re.Match[str], date]:
    """The heading of the version's section, which a person has written, and its day."""
    text = _there(path).read_text("utf-8")
    found = re.search(HEADING.format(version=re.escape(version)), text)
    body = re.split(r"(?m)^## ", text[found.end() :])[0].strip() if found else ""
    if found is None or not body:
        raise Refusal(f"CHANGELOG.md has no words under '## {version}': say there what it brings")
    written = date.fromisoformat(found["day"]) if found["day"] else None
    if day and written and day != written:
        raise Refusal(f"--date is {day}, but CHANGELOG.md dates {version} {written}")
    if not (day or written):
        raise Refusal(f"give --date, or write the day in CHANGELOG.md: '## {version} (2026-12-01)'")
    return found, day or written or date.min


def _changelog(root: Path, folder: Path, section: re.Match[str], facts: str) -> None:
    """The changelog, with what the machine found below what people wrote of this version."""
    text = (root / "CHANGELOG.md").read_text("utf-8")
    own, *older = re.split(r"(?m)^(?=## )", text[section.end() :])
    older_text = "".join(older)
    _text(
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
    found = changes.explained(changes.compare(old.rows, new.rows), old.rows, new.rows)
    told = changes.markdown(found).replace("\n### ", "\n#### ")
    heading = f"### Facts that differ from {old.version}"
    told = told.replace("## Changes of published facts", heading)
    told += "\n### Why this version\n\n" + _listed(reasons)
    return changes.without(told, changes.taken_out(old.rows, new.rows))


def _listed(reasons: Iterable[releases.Reason]) -> str:
    return "".join(f"- {reason.level}: {reason.what}\n" for reason in reasons)


# --- the manifest and the list of hashes ------------------------------------------------------


def _finish(
    root: Path,
    folder: Path,
    version: str,
    day: date,
    old: releases.Release | None,
    reasons: Sequence[releases.Reason],
) -> None:
    """Write the manifest, and over all files the list of hashes."""
    rows = {table.table: data.read(folder, table).to_pylist() for table in data.PARQUET}
    digests = {
        table.table: content.digest(
            table.table, [c.name for c in table.columns()], rows[table.table]
        )
        for table in data.PARQUET
    }
    _json(
        folder / data.MANIFEST,
        {
            "name": NAME,
            "version": version,
            "released": day.isoformat(),
            "previous": old.version if old else None,
            "level": reasons[0].level if reasons else None,
            "content_digest": content.overall(digests),
            "content": digests,
            "counts": {name: len(found) for name, found in rows.items()},
            "tools": {"python": platform.python_version()} | {n: installed(n) for n in TOOLS},
            "inputs": _inputs(root),
        },
    )
    paths = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    _text(folder / data.SUMS, "".join(f"{data.sha256(folder / p)}  {p}\n" for p in paths))


def _inputs(root: Path) -> dict[str, str]:
    """The hash of every file that the release was made from; texts by their hash alone."""
    found = {}
    for name in INPUTS:
        top = root / name
        files = [top] if top.is_file() else sorted(top.rglob("*")) if top.is_dir() else []
        for path in files:
            if path.is_file() and "__pycache__" not in path.parts:
                found[path.relative_to(root).as_posix()] = data.sha256(path)
    return found


def _verified(archive: Path) -> dict[str, str]:
    """The digests of the archive, which must be sound as those who download it will judge it."""
    verdict = examine(archive)
    if verdict.problems:
        raise Refusal(f"the release does not verify: {'; '.join(verdict.problems[:5])}")
    return verdict.digests
