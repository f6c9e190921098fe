"""Extract from a corpus of any size.

A corpus is cut into batches and each batch goes through one pure function, `extract_batch`. What it
gives is a shard: candidates, failures, and a note with the hash of what was read, written last. A
run that was interrupted makes only the shards that have no sound note.
"""

import contextlib
import hashlib
import json
import multiprocessing
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ice_subpoenas.plain import safe
from printing import Refusal
from scale import batches as reading
from scale.batches import Piece
from scale.store import Store, apart, store

MODULUS = 2**256
_OURS = re.compile(r"(?:(?:candidates|failures)/|shards/)\d{5}-\d{5}\.(?:parquet|json)")

CANDIDATES = pa.schema(
    [
        pa.field("doc_id", pa.string(), nullable=False),
        pa.field("row", pa.int32(), nullable=False),
        pa.field("kind", pa.string()),
        pa.field("start", pa.int32()),
        pa.field("end", pa.int32()),
        pa.field("words", pa.string()),
        pa.field("region", pa.string()),
        pa.field("rule", pa.string()),
        pa.field("version", pa.int32()),
        pa.field("value", pa.string()),
        pa.field("parts", pa.string()),
        pa.field("attributes", pa.string()),
        pa.field("fault", pa.string()),
    ]
)
"""What `extract_batch` gives: candidates, or for a text that failed one row with its `fault`.

`row` is the place of the text in its batch; offsets are in Unicode code points, end exclusive.
"""


# --- one batch --------------------------------------------------------------------------------


def extract_batch(texts: pa.RecordBatch) -> pa.Table:
    """Everything that the rules propose for a batch of texts: the same batch, the same table."""
    rows: list[dict[str, Any]] = []
    for number, text in enumerate(texts.to_pylist()):
        rows += _proposed(number, text)
    return pa.Table.from_pylist(rows, CANDIDATES)


def _proposed(number: int, text: dict[str, Any]) -> list[dict[str, Any]]:
    from extraction.propose import propose

    at = {"doc_id": text["doc_id"], "row": number}
    if text["fault"] is not None:
        return [at | {"fault": text["fault"]}]
    try:
        words = text["text"].decode("utf-8")
        found = propose(words, reading.day(text["published"]))
    except UnicodeDecodeError:
        return [at | {"fault": "the text is not UTF-8"}]
    except Exception as error:  # noqa: BLE001  a rule that fails on one text must not lose the others
        return [at | {"fault": f"a rule failed: {type(error).__name__}"}]
    return [at | _plain(words, candidate) for candidate in found]


def _plain(text: str, candidate: Any) -> dict[str, Any]:
    return {
        "kind": candidate.kind,
        "start": candidate.start,
        "end": candidate.end,
        "words": text[candidate.start : candidate.end],
        "region": candidate.region,
        "rule": candidate.rule,
        "version": candidate.version,
        "value": candidate.value,
        "parts": _json({name: list(span) for name, span in candidate.parts.items()}),
        "attributes": _json(dict(candidate.attributes)),
    }


def _json(data: Any) -> str | None:
    return json.dumps(data, ensure_ascii=False, sort_keys=True) if data else None


def digest(table: pa.Table) -> int:
    """A number that stands for the rows of a table, in whatever order and shards they come."""
    columns = [name for name in table.column_names if name != "row"]
    total = 0
    for values in zip(*(table.column(name).to_pylist() for name in columns), strict=True):
        line = json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace")
        total += int.from_bytes(hashlib.sha256(line).digest(), "big")
    return total % MODULUS


@cache
def version() -> str:
    """The version of extraction: a hash of its rules and word lists."""
    folder = Path(__file__).parents[1] / "extraction"
    names = [path for path in folder.rglob("*") if path.suffix in (".py", ".toml", ".txt", ".json")]
    whole = hashlib.sha256(Path(__file__).with_name("batches.py").read_bytes())
    for path in sorted(names, key=lambda path: path.relative_to(folder).as_posix()):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


# --- one shard --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shard:
    """What was made of one batch, as its note says."""

    name: str
    version: str
    input_sha256: str
    n_texts: int
    n_rows: int
    n_failed: int
    digest: str
    files: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file."""


Task = tuple[str, pa.RecordBatch]
"""A batch, and the name of its shard."""

Work = Callable[[Store, str, pa.RecordBatch], Shard]
"""What a process does with a batch, of which it is told the name."""


def make(out: Store, name: str, texts: pa.RecordBatch) -> Shard:
    """The shard of a batch: the one that is there, if it is sound and of this version."""
    read = _sha256(texts.serialize())
    note = _note(out, name)
    if note and (note.input_sha256, note.version) == (read, version()) and _is_sound(out, note):
        return note
    table = extract_batch(texts)
    failed = table.filter(pc.is_valid(table["fault"]))
    found = table.filter(pc.is_null(table["fault"])).drop_columns(["fault"])
    contents = {f"candidates/{name}.parquet": _parquet(found)}
    if failed.num_rows:
        contents[f"failures/{name}.parquet"] = _parquet(_set_aside(failed, texts))
    shard = Shard(
        name=name,
        version=version(),
        input_sha256=read,
        n_texts=texts.num_rows,
        n_rows=found.num_rows,
        n_failed=failed.num_rows,
        digest=f"{digest(table):064x}",
        files={path: _sha256(content) for path, content in contents.items()},
    )
    for path, content in contents.items():
        out.put(path, content)
    out.put(f"shards/{name}.json", (json.dumps(asdict(shard), indent=1) + "\n").encode())
    return shard


def _set_aside(failed: pa.Table, texts: pa.RecordBatch) -> pa.Table:
    """The failed texts as they were read, with what is wrong with each."""
    kept = pa.Table.from_batches([texts]).take(failed["row"])
    return kept.set_column(kept.column_names.index("fault"), "fault", failed["fault"])


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", write_page_checksum=True)
    return bytes(sink.getvalue())


def _sha256(content: bytes | pa.Buffer) -> str:
    return hashlib.sha256(content).hexdigest()


def _note(out: Store, name: str) -> Shard | None:
    """What a note says; null where there is none that can be read."""
    content = out.get(f"shards/{name}.json")
    try:
        return Shard(**json.loads(content)) if content else None
    except (ValueError, TypeError):
        return None


def _is_sound(out: Store, note: Shard) -> bool:
    held = {path: out.get(path) for path in note.files}
    return all(content and _sha256(content) == note.files[p] for p, content in held.items())


# --- a corpus ---------------------------------------------------------------------------------


def extract(texts: Path | str, out: Path | str, processes: int | None = None) -> int:
    """Extract from a corpus into a folder of shards; 1 if a text was set aside.

    `processes` is how many work at once: on all cores if none is given.
    """
    corpus, target = store(texts), store(out)

    def made(found: list[Piece]) -> Iterator[Shard]:
        every = (task for piece in found for task in tasks(corpus, piece))
        return in_processes(target, every, processes or os.cpu_count() or 1)

    return carried_out(corpus, target, made)


def carried_out(corpus: Store, out: Store, make: Callable[[list[Piece]], Iterable[Shard]]) -> int:
    """Have the shards of all pieces made; 1 if a text was set aside."""
    found, others = reading.pieces(corpus)
    if not apart(corpus, out):
        where = f"{safe(corpus.root)} and {safe(out.root)}"
        raise Refusal(f"one of {where} lies in the other; name a folder for --out beside the texts")
    if out.names() == [""]:
        raise Refusal(f"{safe(out.root)} is a file; name a folder for --out")
    for name in others:
        print(f"left out: {safe(name)} is no .parquet, .jsonl or .txt file", file=sys.stderr)
    return finish(out, list(make(found)))


def tasks(corpus: Store, piece: Piece) -> Iterator[Task]:
    """The batches of a piece, each with the name of its shard."""
    for number, batch in enumerate(reading.batches(corpus, piece)):
        yield f"{piece.number:05d}-{number:05d}", batch


def in_processes(
    out: Store, given: Iterable[Task], processes: int, work: Work = make
) -> Iterator[Shard]:
    """Make shards in several processes, with at most two batches for each of them in memory.

    Where a process dies, the batches that it may have died of are tried one by one, alone.
    """
    waiting = iter(given)
    task = next(waiting, None)
    while task:
        held: dict[Future[Shard], Task] = {}
        try:
            with _pool(processes) as pool:
                while task or held:
                    while task and len(held) < 2 * processes:
                        held[pool.submit(work, out, *task)] = task
                        task = next(waiting, None)
                    yield from _done(held)
        except BrokenProcessPool:
            for name, batch in held.values():
                yield _alone(out, name, batch, work)


def _done(held: dict[Future[Shard], Any]) -> Iterator[Shard]:
    for future in wait(held, return_when=FIRST_COMPLETED).done:
        shard = future.result()  # a task whose process died stays in `held`
        del held[future]
        yield shard


@contextlib.contextmanager
def _pool(processes: int) -> Iterator[Executor]:
    """Processes that end with this block, in the middle of a batch too: it is made again."""
    if sys.platform == "win32":
        processes = min(processes, 61)  # it can wait for no more
    before = multiprocessing.active_children()
    context = multiprocessing.get_context("spawn")  # threads of pyarrow do not survive a fork
    pool = ProcessPoolExecutor(processes, context, _end_with_parent)
    try:
        yield pool
    finally:
        for process in multiprocessing.active_children():
            if process not in before:
                process.terminate()
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this process when the one that began it has ended, and not at Ctrl-C before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _alone(out: Store, name: str, texts: pa.RecordBatch, work: Work) -> Shard:
    """The shard of a batch that may kill its process: the text that does so is set aside."""
    deadly = _deadly(out, name, texts, 0, work)
    rows = [
        row | {"fault": "the process that read it died"} if number in deadly else row
        for number, row in enumerate(texts.to_pylist())
    ]
    return _tried(work, out, name, pa.RecordBatch.from_pylist(rows, texts.schema))


def _deadly(out: Store, name: str, texts: pa.RecordBatch, first: int, work: Work) -> set[int]:
    """The places of the texts that end the process that reads them, by halves."""
    try:
        _tried(work, out, name, texts)
        return set()
    except BrokenProcessPool:
        half = texts.num_rows // 2
    if half == 0:
        return {first}
    return _deadly(out, name, texts.slice(0, half), first, work) | _deadly(
        out, name, texts.slice(half), first + half, work
    )


def _tried(work: Work, out: Store, name: str, texts: pa.RecordBatch) -> Shard:
    with _pool(1) as pool:
        return pool.submit(work, out, name, texts).result()


def finish(out: Store, made: Sequence[Shard]) -> int:
    """Remove shards of an earlier corpus, write the manifest with totals and one digest, say what
    was done."""
    made = sorted(made, key=lambda shard: shard.name)
    ours = {path for shard in made for path in (*shard.files, f"shards/{shard.name}.json")}
    for name in out.names():
        if _OURS.fullmatch(name) and name not in ours:
            out.remove(name)
    totals = {n: sum(getattr(each, n) for each in made) for n in ("n_texts", "n_rows", "n_failed")}
    whole = f"{sum(int(shard.digest, 16) for shard in made) % MODULUS:064x}"
    told = {"version": version(), **totals, "digest": whole, "shards": [asdict(s) for s in made]}
    out.put("manifest.json", (json.dumps(told, indent=1) + "\n").encode())
    print(
        f"{totals['n_texts']} texts, {totals['n_rows']} candidates, {totals['n_failed']} set aside;"
        f" digest {whole[:16]}"
    )
    _tell_failures(out, made)
    return int(totals["n_failed"] > 0)


def _tell_failures(out: Store, made: Sequence[Shard]) -> None:
    """Name each text that was set aside."""
    names = [name for shard in made for name in shard.files if name.startswith("failures/")]
    for name in names:
        rows = pq.read_table(pa.BufferReader(out.get(name)), columns=["doc_id", "fault"])
        for row in rows.to_pylist():
            print(f"set aside: {safe(row['doc_id'])}: {safe(row['fault'])}", file=sys.stderr)
