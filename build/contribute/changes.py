"""Say what a change does to the published facts: this checkout against a commit or a folder."""

import argparse
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from check import stages
from ice_subpoenas.plain import safe
from ice_subpoenas.release import archives, releases
from ice_subpoenas.release.changes import tell
from ice_subpoenas.release.changes.compare import compare
from ice_subpoenas.release.changes.effects import TOTALS, effects
from ice_subpoenas.release.changes.facts import Rows
from ice_subpoenas.release.changes.readings import asides
from ice_subpoenas.release.changes.tell import taken_out
from ice_subpoenas.sql import rows as asked
from ice_subpoenas.views import VIEW
from printing import Refusal, as_text
from reviewed.files import Block

NEEDED = ("datasets/reviewed", "seeds")
BRANCHES = ("for-each-ref", "--format=%(refname:short)", "refs/heads")

TOTAL = f"SELECT * FROM ({VIEW[TOTALS].query}) WHERE what = 'all'"
"""The totals of everything together."""

EXAMPLE = "python build changes main"
FORMATS = tell.FORMS


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("base", help="a git commit, a checkout, or a folder with a release")
    parser.add_argument("--facts", action="store_true", help="each fact on a line, with its words")


def run(args: argparse.Namespace) -> int:
    """Print what differs: a line for each row that comes or goes, and for each other fact; then
    what follows from it."""
    base = _base(args.root, args.base)
    here = _checkout(args.root, "this checkout")
    old, new = base.rows, here.rows
    found = compare(old, new)
    notes = [*base.notes, *here.notes, *asides(old, new), *_decided(base, here)]
    facts = list(map(tell.line, found)) if args.facts else tell.brief(found)
    follows = effects(old, new)
    lines = [*facts, *follows, *notes, tell.counts(found)]
    print(tell.printed(args.format, found, notes, lines, taken_out(old, new), follows))
    return 0


@dataclass(frozen=True)
class Side:
    """The rows of one side, what to know of them, and what people decided that is no row.

    A release does not hold such decisions.
    """

    rows: Rows
    notes: tuple[str, ...] = ()
    decisions: frozenset[str] | None = None


def _decided(old: Side, new: Side) -> list[str]:
    """Rejections and withheld names that come or go."""
    if old.decisions is None or new.decisions is None:
        return []
    come, gone = new.decisions - old.decisions, old.decisions - new.decisions
    return [f"{each}: recorded" for each in sorted(come)] + [f"{e}: removed" for e in sorted(gone)]


def _base(root: Path, name: str) -> Side:
    """The side to compare with."""
    folder = Path(name)
    if folder.is_dir():
        if (folder / "datasets" / "reviewed").is_dir():
            return _checkout(folder, name)
        return Side(_release(folder))
    with tempfile.TemporaryDirectory() as temporary:
        _unpack(_archive(root, name), Path(temporary))
        return _checkout(Path(temporary), name, "choose a later commit")


def _checkout(root: Path, name: str, remedy: str = "fix it first") -> Side:
    checked = stages.run(root)
    if checked.relations is None:
        raise Refusal(f"{name} gives no rows; {remedy}: {as_text(checked.problems[0])}")
    rows = {table: found.to_pylist() for table, found in checked.tables().items()}
    rows[TOTALS] = asked(checked.relations.con, TOTAL)
    note = f"{name} has problems (python build check): facts that they concern may be told wrongly"
    others = checked.sound.others if checked.sound else ()
    return Side(rows, (note,) if checked.problems else (), frozenset(_decisions(others)))


def _decisions(blocks: Iterable[Block]) -> Iterator[str]:
    """A line for each passage that is rejected and each name that is withheld, by its digest."""
    for block in blocks:
        if block.table == "rejections":
            words = block.data.get("words")
            for each in words if isinstance(words, list) else [words]:
                kind, reason = block.data.get("kind"), block.data.get("reason")
                yield f"{block.file}: rejection of a {kind}, {reason}: “{each}”"
        elif block.table == "withheld":
            for digest in block.data["digests"]:
                yield f"{block.file}: withheld name {digest[:12]}"


def _release(folder: Path) -> Rows:
    """The rows of a folder of published files."""
    try:
        return releases.read(folder).rows
    except archives.Refused as refused:
        raise Refusal(f"{refused}; it holds no datasets/reviewed either") from refused


def _archive(root: Path, name: str) -> bytes:
    """The reviewed rows and texts of a commit, as git packs them."""
    sha = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not sha:
        here = (_git(root, *BRANCHES) or b"").decode().split()
        others = f"; the branches here are {', '.join(map(safe, here[:8]))}" if here else ""
        raise Refusal(f"{safe(name)!r} is not a folder, and no commit that git knows here{others}")
    commit = sha.decode().strip()
    listed = _git(root, "ls-tree", "--name-only", commit, "--", *NEEDED) or b""
    there = [path for path in NEEDED if path in listed.decode().splitlines()]
    if not there:
        raise Refusal(f"{safe(name)} holds neither {NEEDED[0]} nor {NEEDED[1]}")
    return _git(root, "archive", "--format=tar", commit, "--", *there) or b""


def _git(root: Path, *words: str) -> bytes | None:
    """What git prints; null if it fails. The arguments are never read as options by a shell."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise Refusal("git is not installed; give a folder instead of a commit") from error
    return done.stdout if done.returncode == 0 else None


def _unpack(archive: bytes, folder: Path) -> None:
    """Unpack plain files and folders; links out of the folder and the like are refused."""
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
    except tarfile.TarError as error:
        raise Refusal(f"the commit cannot be unpacked: {error}") from error
