"""Extract from a corpus on a cluster: the function of `corpus`, run by Dask.

The workers need this checkout at the same version, and must reach texts and output under the same
path or address. What comes out is, file by file, what one machine makes.
"""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from ice_subpoenas.plain import safe
from printing import Refusal
from scale import corpus
from scale.batches import Piece
from scale.store import store


def extract(texts: Path | str, out: Path | str, address: str) -> int:
    """Extract on the cluster at an address, or on `local:2`, two workers on this machine."""

    def made(found: list[Piece]) -> Iterator[corpus.Shard]:
        with _client(address) as client:
            deadly = yield from _results(client, str(texts), str(out), found)
        alone = (task for piece in deadly for task in corpus.tasks(store(texts), piece))
        yield from corpus.in_processes(store(out), alone, 1)

    return corpus.carried_out(store(texts), store(out), made)


def task(texts: str, out: str, piece: Piece) -> tuple[str, list[corpus.Shard]]:
    """What a worker does: a piece. It says which version of extraction it has."""
    given = corpus.tasks(store(texts), piece)
    return corpus.version(), [corpus.make(store(out), *each) for each in given]


def _results(
    client: Any, texts: str, out: str, found: list[Piece]
) -> Generator[corpus.Shard, None, list[Piece]]:
    """Shards as they are made; at the end, the pieces that killed their workers."""
    from distributed import KilledWorker, as_completed

    pieces = {client.submit(task, texts, out, piece, pure=False): piece for piece in found}
    deadly = []
    for future in as_completed(pieces):
        try:
            version, shards = future.result()
        except KilledWorker:
            deadly.append(pieces[future])
            continue
        if version != corpus.version():
            message = f"a worker has extraction {version} and this machine {corpus.version()}"
            raise Refusal(f"{message} … install one checkout everywhere")
        yield from shards
    return deadly


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
