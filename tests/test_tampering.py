"""What was done to a release after it was made is found and named; hostile ones do no harm."""

from __future__ import annotations

import json
import os
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import releasing
from ice_subpoenas import cli, csvs, data, verify
from ice_subpoenas.release import archives
from ice_subpoenas.release.verify import examine
from ice_subpoenas.tables import TABLE

NAME = "ice-subpoenas-0.1.0"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("releases") / "out"
    releasing.make(place)
    return place


@pytest.fixture
def copy(out: Path, tmp_path: Path) -> Path:
    """The release again, to spoil."""
    return Path(shutil.copytree(out / NAME, tmp_path / NAME))


def packed(folder: Path) -> Path:
    archive = folder.with_name(f"{folder.name}.zip")
    archives.pack(folder, archive)
    return archive


# --- bytes and names --------------------------------------------------------------------------


TEXTS = [name for name in data.RELEASED if not name.endswith((".parquet", ".csv"))]
SOME = [*TEXTS, data.SUMS, "quotes.parquet", "csv/quotes.csv"]
MORE = [pytest.param(n, marks=pytest.mark.slow) for n in data.RELEASED if n not in SOME]


@pytest.mark.parametrize("name", [*SOME, *MORE])
def test_one_flipped_byte_is_found_in(name: str, copy: Path) -> None:
    path = copy / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    problems = verify(copy)

    assert problems
    if name != data.SUMS:
        assert f"{name}: has another hash than {data.SUMS} lists" in problems


@pytest.mark.parametrize("part", [0.0, 0.001, 0.3, 0.6, 0.999, 1.0])
def test_one_flipped_byte_of_the_archive_is_found(part: float, out: Path, tmp_path: Path) -> None:
    content = bytearray((out / f"{NAME}.zip").read_bytes())
    content[int(part * (len(content) - 1))] ^= 1
    spoilt = tmp_path / f"{NAME}.zip"
    spoilt.write_bytes(content)

    assert verify(spoilt)


def test_bytes_beside_the_members_are_found(copy: Path) -> None:
    archive = packed(copy)
    archive.write_bytes(b"MZ" + archive.read_bytes())

    assert any("its bytes are not those of a release" in line for line in verify(archive))


@pytest.mark.parametrize("name", ["quotes.parquet", "csv/quotes.csv", "LICENSE", "manifest.json"])
def test_a_missing_and_a_renamed_file_are_named(name: str, copy: Path) -> None:
    (copy / name).rename(copy / "other.txt")
    assert f"{name}: was renamed to other.txt" in verify(copy)

    (copy / "other.txt").unlink()
    assert f"{name}: is missing" in verify(copy)


@pytest.mark.parametrize("name", ["notes.txt", "csv/more.csv", ".hidden"])
def test_a_file_too_many_is_named(name: str, copy: Path) -> None:
    (copy / name).write_text("x", "utf-8")

    assert verify(copy) == [f"{name}: is not listed in {data.SUMS}"]


# --- a row changed in one format, with all hashes made anew ----------------------------------


def in_parquet(folder: Path) -> None:
    path = folder / "quotes.parquet"
    rows = pq.read_table(path).to_pylist()
    rows[0]["reason"] = "Another reason."
    pq.write_table(pa.Table.from_pylist(rows, pq.read_schema(path)), path)


def in_duckdb(folder: Path) -> None:
    with duckdb.connect(str(folder / data.DATABASE)) as db:
        db.execute("UPDATE reviews SET reason = 'Another reason.'")


def in_csv(folder: Path) -> None:
    path = folder / "csv" / "quotes.csv"
    columns = TABLE["quotes"].columns()
    rows = csvs.read(columns, path.read_bytes())
    rows[0]["reason"] = "=cmd|'/c calc'!A1"
    path.write_bytes(csvs.write(columns, rows))


def in_a_view(folder: Path) -> None:
    with duckdb.connect(str(folder / data.DATABASE)) as db:
        db.execute("CREATE OR REPLACE VIEW conflicts_open AS SELECT 'none' AS conflict_id")


def rehashed(folder: Path) -> None:
    """Make every hash anew, in descriptors, Croissant file and list."""
    for name in ("datapackage.json", "csv/datapackage.json"):
        package = json.loads((folder / name).read_text("utf-8"))
        for resource in package["resources"]:
            path = (folder / name).parent / resource["path"]
            resource["hash"] = f"sha256:{data.sha256(path)}"
            if "bytes" in resource:
                resource["bytes"] = path.stat().st_size
        (folder / name).write_text(json.dumps(package), "utf-8")
    croissant = json.loads((folder / "croissant.json").read_text("utf-8"))
    for file in croissant["distribution"]:
        file["sha256"] = data.sha256(folder / file["contentUrl"])
    (folder / "croissant.json").write_text(json.dumps(croissant), "utf-8")
    releasing.summed(folder)


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "Parquet": (
        in_parquet,
        "quotes.parquet: rows differ from the DuckDB file and the CSV copy, which agree "
        "(row s000-q01: reason)",
    ),
    "DuckDB": (
        in_duckdb,
        f"{data.DATABASE}: reviews: rows differ from the Parquet file "
        "(row acts/springfield-1/first: reason)",
    ),
    "CSV": (
        in_csv,
        "csv/quotes.csv: quotes: rows differ from the Parquet file (row s000-q01: reason)",
    ),
    "a view": (
        in_a_view,
        f"{data.DATABASE}: views differ from the declaration: conflicts_open",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_a_row_changed_in_one_format_is_found_though_all_hashes_are_new(
    name: str, copy: Path
) -> None:
    spoil, said = ODD[name]
    spoil(copy)
    rehashed(copy)
    problems = verify(packed(copy))

    assert said in problems
    assert not any("hash" in line for line in problems)


def test_a_changed_word_of_card_or_license_needs_the_expected_digest(copy: Path, out: Path) -> None:
    """A forgery that agrees with itself is found with a digest from elsewhere, and only so."""
    honest = examine(out / NAME).digests
    (copy / "LICENSE-DATA").write_text("All rights reserved.\n", "utf-8")
    releasing.summed(copy)

    assert verify(copy) == []
    assert examine(copy, honest["content"]).matched == "content"  # its rows are untouched
    (line,) = verify(copy, honest["release"])
    assert "is none of those computed: this is another release" in line


def test_a_forged_fact_needs_the_expected_digest(tmp_path: Path, out: Path) -> None:
    import sample

    rows = sample.rows()
    rows["individuals_referenced"][0]["title"] = "Former Mayor"
    forged = releasing.make(tmp_path / "out", rows)
    honest = examine(out / NAME).digests

    assert verify(forged) == []
    assert all(verify(forged, digest) for digest in honest.values())


def test_the_command_says_which_digest_was_used(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = out / f"{NAME}.zip"
    digests = examine(archive).digests
    for kind, digest in digests.items():
        assert cli.main(["verify", str(archive), "--expect", f"sha256:{digest}"]) == 0
        said = capsys.readouterr().out
        assert f"{kind} digest {digest}" in said
        assert f"the expected digest is the {kind} digest" in said
    assert digests["archive"] == data.sha256(archive)
    assert cli.main(["verify", str(archive)]) == 0
    assert "no --expect was given" in capsys.readouterr().out
    assert cli.main(["verify", str(archive), "--expect", "0" * 64]) == 1
    assert cli.main(["verify", str(archive), "--expect", "yes"]) == 1
    assert "takes a digest of 64 hexadecimal digits" in capsys.readouterr().out


# --- hostile archives -------------------------------------------------------------------------


def link(file: zipfile.ZipFile) -> None:
    member = zipfile.ZipInfo(f"{NAME}/quotes.parquet")
    member.create_system = 3
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    file.writestr(member, "/etc/passwd")


def device(file: zipfile.ZipFile) -> None:
    member = zipfile.ZipInfo(f"{NAME}/quotes.parquet")
    member.external_attr = (stat.S_IFCHR | 0o666) << 16
    file.writestr(member, "")


def named(name: str) -> Callable[[zipfile.ZipFile], None]:
    return lambda file: file.writestr(name, "x")


def many(file: zipfile.ZipFile) -> None:
    for number in range(archives.MOST_MEMBERS + 1):
        file.writestr(f"{NAME}/{number}", "")


def bomb(file: zipfile.ZipFile) -> None:
    with file.open(f"{NAME}/bomb", "w", force_zip64=True) as out:
        for _ in range(archives.MOST_BYTES // 2**20 + 1):
            out.write(bytes(2**20))


def twice(file: zipfile.ZipFile) -> None:
    file.writestr(f"{NAME}/a", "x")
    file.writestr(f"{NAME}/A", "y")


def two_folders(file: zipfile.ZipFile) -> None:
    file.writestr("a/x", "x")
    file.writestr("b/x", "x")


HOSTILE: dict[str, tuple[Callable[[zipfile.ZipFile], None], str]] = {
    "a path above": (named("../evil"), "could lead out of the folder"),
    "a path above, deeper": (named(f"{NAME}/../../evil"), "could lead out of the folder"),
    "an absolute path": (named("/tmp/evil"), "could lead out of the folder"),
    "a drive": (named("C:/evil"), "could lead out of the folder"),
    "a backslash": (named(f"{NAME}\\..\\evil"), "could lead out of the folder"),
    "a device of Windows": (named(f"{NAME}/nul"), "could lead out of the folder"),
    "a name that moves the cursor": (named(f"{NAME}/\x1b[2J"), "could lead out of the folder"),
    "a link": (link, "is a link"),
    "a device": (device, "is no plain file"),
    "too many members": (many, "members, more than"),
    "a bomb": (bomb, "bytes, more than"),
    "a name twice": (twice, "is there twice"),
    "two folders": (two_folders, "more than one folder at its top"),
    "a file at the top": (named("x"), "more than one folder at its top"),
    "nothing": (lambda _: None, "is empty"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, said = HOSTILE[name]
    room = tmp_path / "room" / "deeper"
    room.mkdir(parents=True)
    archive = room / "hostile.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        spoil(file)

    assert cli.main(["verify", str(archive)]) == 1
    captured = capsys.readouterr()
    assert said in captured.out
    assert "\x1b" not in captured.out
    assert captured.err == ""
    assert [p.name for p in tmp_path.rglob("*")] == ["room", "deeper", "hostile.zip"]
    assert not Path("/tmp/evil").exists()


def test_a_member_that_lies_about_its_size_writes_no_more_than_it_says(tmp_path: Path) -> None:
    archive = tmp_path / "liar.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(f"{NAME}/big", bytes(2**22))
    content = archive.read_bytes()
    archive.write_bytes(content.replace(struct.pack("<L", 2**22), struct.pack("<L", 16)))
    (line,) = verify(archive)

    assert "is damaged" in line or "no sound zip" in line


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"x" * 1000])
def test_what_is_no_archive_is_one_clear_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)

    assert len(verify(path)) == 1
    assert len(verify(tmp_path / "nowhere")) == 1


# --- hostile folders --------------------------------------------------------------------------


def described(folder: Path, path: Any) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["resources"][0]["path"] = path
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")


def linked(folder: Path) -> None:
    (folder / "LICENSE").unlink()
    (folder / "LICENSE").symlink_to("/etc/passwd")


def linked_folder(folder: Path) -> None:
    shutil.rmtree(folder / "csv")
    (folder / "csv").symlink_to("/etc")


def piped(folder: Path) -> None:
    (folder / "LICENSE").unlink()
    os.mkfifo(folder / "LICENSE")


def written(name: str, content: str | bytes) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)

    return spoil


def without_columns(folder: Path) -> None:
    table = pq.read_table(folder / "quotes.parquet").drop_columns(["quote_id"])
    pq.write_table(table, folder / "quotes.parquet")


def with_nulls(folder: Path) -> None:
    path = folder / "evidence.parquet"
    table = pq.read_table(path)
    nothing = pa.nulls(len(table), pa.string())
    place = table.schema.get_field_index("row_id")
    pq.write_table(table.set_column(place, "row_id", nothing), path)


def reaching_out(folder: Path) -> None:
    with duckdb.connect(str(folder / data.DATABASE)) as db:
        db.execute("CREATE OR REPLACE VIEW conflicts_open AS FROM read_text('/etc/passwd')")


FOLDERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a resource above": (lambda f: described(f, "../../etc/passwd"), "could lead out"),
    "an absolute resource": (lambda f: described(f, "/etc/passwd"), "could lead out"),
    "a resource in the network": (
        lambda f: described(f, "https://example.org/x"),
        "could lead out",
    ),
    "a resource of many paths": (lambda f: described(f, ["a", "b"]), "could lead out"),
    "a link": (linked, "LICENSE: is a link"),
    "a linked folder": (linked_folder, "csv: is a link"),
    "a pipe": (piped, "LICENSE: is no plain file"),
    "a list that leads elsewhere": (
        written(data.SUMS, f"{'0' * 64}  ../../etc/passwd\n"),
        "could lead out",
    ),
    "a list that is none": (written(data.SUMS, "nonsense\n"), "is no list of hashes"),
    "a list in no UTF-8": (written(data.SUMS, b"\xff\xfe\xff"), "is no list of hashes"),
    "a descriptor without end": (
        written("datapackage.json", "[" * 100_000),
        "datapackage.json: is no descriptor",
    ),
    "a descriptor of something else": (
        written("datapackage.json", '{"resources": 7}'),
        "datapackage.json: is no descriptor",
    ),
    "a descriptor of nothing": (
        written("csv/datapackage.json", "null"),
        "csv/datapackage.json: is no descriptor",
    ),
    "a manifest of something else": (written("manifest.json", "[]"), "manifest.json: is no"),
    "a Croissant file of something else": (
        written("croissant.json", '{"distribution": [7]}'),
        "croissant.json: the path",
    ),
    "a CSV file in no UTF-8": (written("csv/quotes.csv", b"\xff"), "is no CSV in UTF-8"),
    "a CSV file with other columns": (written("csv/quotes.csv", "a,b\r\n"), "other columns"),
    "a CSV file with a quote that never ends": (written("csv/quotes.csv", '"'), "csv/quotes.csv: "),
    "a Parquet file without its key": (without_columns, "schema or metadata differ"),
    "a Parquet file with nulls for keys": (with_nulls, "evidence.parquet: "),
    "a DuckDB file that reads others": (reaching_out, "views differ from the declaration"),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_hostile_folder_is_answered_with_lines_not_a_crash(
    name: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, said = FOLDERS[name]
    spoil(copy)

    assert cli.main(["verify", str(copy)]) == 1
    captured = capsys.readouterr()
    assert said in captured.out
    assert "root:" not in captured.out
    assert captured.err == ""


def test_the_files_may_lie_under_any_name(copy: Path) -> None:
    moved = copy.rename(copy.with_name("downloads (2)"))

    assert verify(moved) == []
