"""What `python build bench` measures: a task for each stage and tool, in a process of its own.

A task prepares, then calls the function that it yields; only that call is timed.
"""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import tomllib
from collections.abc import Callable
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from ice_subpoenas import TABLE, TABLES
from ice_subpoenas.row import Row

Work = Callable[[], object]
Task = Callable[[Path], Work]


def _parquet(folder: Path) -> list[type[Row]]:
    return [table for table in TABLES if (folder / f"{table.table}.parquet").is_file()]


class LeftOut(Exception):  # noqa: N818  it is no error
    """A tool that is not measured on this size, and why."""


def _patience(number: int, most: int) -> None:
    """Leave a tool out where it would take longer than anybody waits."""
    if number > most:
        raise LeftOut("too slow to wait for")


def _quotations(folder: Path) -> int:
    return int(pq.read_metadata(folder / "quotes.parquet").num_rows)


def extract_ours(folder: Path) -> Work:
    """All kinds of proposals, on all cores, from files to shards."""
    from scale import corpus

    shards = Path(tempfile.mkdtemp(dir=folder.parent, prefix="shards-"))
    return lambda: corpus.extract(folder, shards, None)


def extract_quotations(folder: Path) -> Work:
    """Quotations and their speakers alone, in one process."""
    from extraction.quotations.quotations import quotations

    return _each(folder, 15_000, lambda text: len(quotations(text)))


def extract_textacy(folder: Path) -> Work:
    """Direct quotations by textacy on a model of spaCy, in one process."""
    from bench import peers

    try:
        _, count = peers.textacy_quotations()
    except peers.Missing as missing:
        raise LeftOut(str(missing)) from None
    return _each(folder, 1_500, count)


def _each(folder: Path, most: int, count: Callable[[str], int]) -> Work:
    rows = pq.read_table(folder, columns=["text"])["text"].to_pylist()
    _patience(len(rows), most)
    return lambda: sum(map(count, rows))


def tables_ours(folder: Path) -> Work:
    """Every rule that tables can break."""
    from check import bulk

    def work() -> None:
        if bulk.run(folder):
            raise ValueError("the invented tables have problems")

    return work


def rows_ours(folder: Path) -> Work:
    """Rules on single rows only: nulls, codes, patterns, bounds."""
    from check import bulk, bulkrows

    def work() -> None:
        with bulk.Tables(folder) as tables:
            if list(bulkrows.rows(tables)):
                raise ValueError("the invented tables have problems")

    return work


def rows_frictionless(folder: Path) -> Work:
    """frictionless on the same Parquet files, with our Table Schema less its foreign keys."""
    _patience(_quotations(folder), 15_000)
    from frictionless import Resource, Schema, system

    from ice_subpoenas.formats import table_schema

    def work() -> None:
        with system.use_context(trusted=True):
            for table in _parquet(folder):
                schema = {k: v for k, v in table_schema(table).items() if k != "foreignKeys"}
                path = str(folder / f"{table.table}.parquet")
                resource = Resource(path=path, schema=Schema.from_descriptor(schema))
                if not resource.validate().valid:
                    raise ValueError(f"frictionless finds fault with {table.table}")

    return work


def rows_pandera(folder: Path) -> Work:
    """pandera on Polars, with the same types, nulls, codes, patterns, bounds and keys."""
    import pandera.polars as pandera
    import polars

    kinds = {"str": polars.String, "int": polars.Int32, "bool": polars.Boolean, "date": polars.Date}

    def column(declared: Any) -> Any:
        checks = [pandera.Check.isin(declared.codes)] if declared.codes else []
        if declared.pattern:
            checks.append(pandera.Check.str_matches(declared.pattern))
        if declared.minimum is not None:
            checks.append(pandera.Check.ge(declared.minimum))
        kind = kinds[declared.type.__name__]
        return pandera.Column(kind, checks, nullable=not declared.required)

    def work() -> None:
        for table in _parquet(folder):
            columns = {c.name: column(c) for c in table.columns()}
            schema = pandera.DataFrameSchema(columns, unique=[table.key])
            schema.validate(polars.read_parquet(folder / f"{table.table}.parquet"), lazy=True)

    return work


def rows_pydantic(folder: Path) -> Work:
    """pydantic alone: each row through its class."""
    _patience(_quotations(folder), 150_000)

    def work() -> None:
        for table in _parquet(folder):
            with pq.ParquetFile(folder / f"{table.table}.parquet") as file:
                for batch in file.iter_batches():
                    for row in batch.to_pylist():
                        table.model_validate(row)

    return work


def tables_duckdb(folder: Path) -> Work:
    """DuckDB's own load into typed tables with keys, foreign keys, checks and enums."""
    import duckdb

    from ice_subpoenas import formats

    def work() -> None:
        with duckdb.connect() as con:
            for statement in formats.duckdb_types():
                con.execute(statement)
            for table in TABLES:
                con.execute(formats.duckdb_ddl(table)[0])
            for table in _parquet(folder):
                file = formats.literal(str(folder / f"{table.table}.parquet"))
                insert = f"INSERT INTO {formats.quoted(table.table)} SELECT * FROM {file}"
                if table.table == "evidence":  # DuckDB checks a key on its own table by statement
                    con.execute(f"{insert} WHERE via_evidence_id IS NULL")
                    con.execute(f"{insert} WHERE via_evidence_id IS NOT NULL")
                else:
                    con.execute(insert)

    return work


def reviewed_ours(folder: Path) -> Work:
    """The check of reviewed rows in TOML, from files to rows."""
    from check import stages

    def work() -> None:
        if stages.run(folder).problems:
            raise ValueError("the invented rows have problems")

    return work


def reviewed_tomllib(folder: Path) -> Work:
    """Parsing the same files and nothing else."""
    files = sorted((folder / "datasets" / "reviewed").rglob("*.toml"))
    return lambda: [tomllib.loads(path.read_text("utf-8")) for path in files]


def publish_ours(folder: Path) -> Work:
    """All published files of checked rows, in every format."""
    from check import stages
    from publish import files

    rows = stages.run(folder).rows
    return lambda: files.write(rows, folder / "datasets")


def publish_pyarrow(folder: Path) -> Work:
    """The same rows as Parquet files, without a check and in one format."""
    import pyarrow as pa

    from check import stages
    from ice_subpoenas import formats

    rows = stages.run(folder).rows

    def work() -> None:
        for table in TABLES:
            found = pa.Table.from_pylist(rows[table.table], formats.arrow_schema(table))
            pq.write_table(found, folder / f"{table.table}.parquet", compression="zstd")

    return work


def variants_ours(folder: Path) -> Work:
    """Printings of the same words, by blocks."""
    from texts import similar

    return lambda: sum(1 for _ in similar.printings(folder / "quotes.parquet"))


def variants_brute(folder: Path) -> Work:
    """Every two quotations of one speaker, compared word by word."""
    from texts import compare

    _patience(_quotations(folder), 15_000)
    rows = pq.read_table(folder / "quotes.parquet", columns=["speaker_id", "text"]).to_pylist()

    def work() -> None:
        ordered = sorted(rows, key=lambda row: str(row["speaker_id"]))
        for _, own in groupby(ordered, key=lambda row: str(row["speaker_id"])):
            for left, right in combinations(own, 2):
                compare.compared(left["text"], right["text"], compare.SHARED)

    return work


def overlaps_ours(folder: Path) -> Work:
    """Passages that two texts share, by blocks."""
    from texts import similar

    return lambda: sum(1 for _ in similar.passages(folder / "texts.parquet"))


def overlaps_brute(folder: Path) -> Work:
    """Every two texts, compared word by word."""
    from texts import compare

    _patience(_quotations(folder), 1_500)
    rows = pq.read_table(folder / "texts.parquet").to_pylist()

    def work() -> None:
        worded = [(row["source_id"], compare.Worded(row["text"])) for row in rows]
        for (source, left), (other, right) in combinations(worded, 2):
            list(compare.shared(source, left, other, right))

    return work


TRACED = 20  # cells that one measurement traces


def trace_ours(folder: Path) -> Work:
    """`ice-subpoenas trace` on cells of twenty subpoenas, each opened anew."""
    from ice_subpoenas import tracing

    ids = _subpoenas(folder)
    return lambda: [tracing.trace("subpoenas", each, "issued", folder / "datasets") for each in ids]


def trace_duckdb(folder: Path) -> Work:
    """A plain query of the evidence of the same cells, each with a new connection."""
    import duckdb

    ids, file = _subpoenas(folder), str(folder / "datasets" / "evidence.parquet")

    def work() -> None:
        for each in ids:
            with duckdb.connect() as con:
                cell = f"SELECT * FROM '{file}' WHERE row_id = ? AND column_name = 'issued'"
                con.execute(cell, [each]).fetchall()

    return work


def _subpoenas(folder: Path) -> list[str]:
    from check import stages
    from publish import files

    if not (folder / "datasets" / "SHA256SUMS").is_file():
        with contextlib.redirect_stdout(io.StringIO()):
            files.write(stages.run(folder).rows, folder / "datasets")
    key = TABLE["subpoenas"].key
    ids = pq.read_table(folder / "datasets" / "subpoenas.parquet", columns=[key])[key].to_pylist()
    return [ids[n * len(ids) // TRACED] for n in range(TRACED)]


TASKS: dict[str, dict[str, Task]] = {
    "extraction": {
        "ours, quotations alone": extract_quotations,
        "textacy": extract_textacy,
        "ours, all kinds, all cores": extract_ours,
    },
    "check of tables, all rules": {"ours": tables_ours, "DuckDB typed load": tables_duckdb},
    "check of tables, rows only": {
        "ours": rows_ours,
        "pandera on Polars": rows_pandera,
        "pydantic alone": rows_pydantic,
        "frictionless": rows_frictionless,
    },
    "check of reviewed rows": {"ours": reviewed_ours, "tomllib alone": reviewed_tomllib},
    "publish": {"ours": publish_ours, "pyarrow alone": publish_pyarrow},
    "variants": {"ours": variants_ours, "every pair": variants_brute},
    "shared_passages": {"ours": overlaps_ours, "every pair": overlaps_brute},
    "trace": {"ours": trace_ours, "plain DuckDB query": trace_duckdb},
}
"""Each stage with the way of ours that its peers are compared with first."""


def quietly(work: Work) -> None:
    """Call something without its output, even that of a library in C."""
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        work()
