"""Extract from a corpus on a cluster: the function of `corpus`, run by Dask.

The workers need this checkout at the same version, and must reach texts and output under the same
path or address. What comes out is, file by file, what one machine makes.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ice_subpoenas.plain import safe
from printing import Refusal
from scale import corpus
from scale.batches import Piece
from scale.store import store

PARTS = 4  # tasks for each thread of the cluster, so that a slow one is no long wait


def extract(texts: Path | str, out: Path | str, address: str) -> int:
    """Extract on the cluster at an address, or on `local:2`, two workers on this machine."""

    def made(found: list[Piece]) -> Iterator[corpus.Shard]:
        with _client(address) as client:
            yield from _results(client, str(texts), str(out), found)

    return corpus.carried_out(store(texts), store(out), made)


def task(
    texts: str, out: str, piece: Piece, part: int, parts: int
) -> tuple[str, list[corpus.Shard]]:
    """What a worker does: a part of a piece. It says which version of extraction it has."""
    given = corpus.tasks(store(texts), piece, part, parts)
    return corpus.version(), [corpus.make(store(out), *each) for each in given]


def _results(client: Any, texts: str, out: str, found: list[Piece]) -> Iterator[corpus.Shard]:
    """Shards as they are made; a part that kills its worker is made again here, text by text."""
    from distributed import KilledWorker, as_completed

    threads = sum(client.nthreads().values()) or 1
    parts = max(1, -(-PARTS * threads // len(found)))
    tasks = {
        client.submit(task, texts, out, piece, part, parts, pure=False): (piece, part)
        for piece in found
        for part in range(parts)
    }
    for future in as_completed(tasks):
        try:
            version, shards = future.result()
        except KilledWorker:
            piece, part = tasks[future]
            alone = corpus.tasks(store(texts), piece, part, parts)
            version, shards = corpus.version(), [*corpus.in_processes(store(out), alone, 1)]
        if version != corpus.version():
            message = f"a worker has extraction {version} and this machine {corpus.version()}"
            raise Refusal(f"{message} … install one checkout everywhere")
        yield from shards


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise Refusal("Dask is not installed … run `pip install -e '.[build,cluster]'`") from None
    kind, _, number = address.partition(":")
    try:
        if kind == "local":
            workers = int(number or 2)
            return Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        return Client(address, timeout=30)
    except (OSError, ValueError) as error:
        raise Refusal(f"no Dask cluster answers at {address}: {safe(str(error))}") from None
