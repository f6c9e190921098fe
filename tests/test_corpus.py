"""A corpus is extracted whole, whatever happens to the run and whatever the texts hold."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import hostile
from calling import ROOT, call
from extraction.text.document import LARGEST, LONGEST_LINE
from scale import batches as reading
from scale import corpus
from scale.store import store

TEXT = "“We will answer the letter in May,” Mayor Ada Novak said. The office opened on Monday."


def lines(path: Path, *rows: Any) -> Path:
    """A file of JSON lines; a row that is a text stands as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(written) + "\n", "utf-8")
    return path


def many(path: Path, number: int) -> Path:
    return lines(path, *({"doc_id": f"d{n}", "text": f"{n}. {TEXT}"} for n in range(number)))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return found


def rows(folder: Path, kind: str) -> list[dict[str, Any]]:
    files = sorted((folder / kind).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def extract(texts: Path, out: Path, processes: int = 1) -> int:
    return corpus.extract(texts, out, processes)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extraction in this process, for what does not depend on another: starting one costs most."""
    monkeypatch.setattr(corpus, "_pool", ThreadPoolExecutor)


def test_one_process_and_two_give_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ROWS", 3)
    texts = many(tmp_path / "texts.jsonl", 10)

    assert extract(texts, tmp_path / "one", 1) == extract(texts, tmp_path / "two", 2) == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert manifest(tmp_path / "one")["n_texts"] == 10
    assert len(manifest(tmp_path / "one")["shards"]) == 4


@pytest.mark.usefixtures("here")
def test_the_same_texts_have_one_digest_in_every_form_and_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = pa.Table.from_pylist(
        [{"doc_id": f"d{n}.txt", "text": f"{n}. {TEXT}"} for n in range(5)]
    )
    (tmp_path / "parquet").mkdir()
    pq.write_table(table, tmp_path / "parquet" / "a.parquet", row_group_size=2)
    lines(tmp_path / "lines" / "a.jsonl", *table.to_pylist())
    (tmp_path / "files").mkdir()
    for row in table.to_pylist():
        (tmp_path / "files" / row["doc_id"]).write_text(row["text"], "utf-8")
    found = set()
    for size, form in ((2, "parquet"), (3, "lines"), (100, "files")):
        monkeypatch.setattr(reading, "ROWS", size)
        extract(tmp_path / form, tmp_path / f"out-{form}")
        found.add(manifest(tmp_path / f"out-{form}")["digest"])

    assert len(found) == 1


@pytest.mark.slow
def test_a_run_that_is_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    texts = many(tmp_path / "texts.jsonl", 2600)
    extract(texts, tmp_path / "calm", 2)
    command = ["build", "extract", "--texts", str(texts), "--out", str(tmp_path / "killed")]
    for seconds in (0.6, 1.1, 1.7):
        with subprocess.Popen([sys.executable, *command], cwd=ROOT) as run:
            time.sleep(seconds)
            run.kill()
    last = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, check=False)

    assert (last.returncode, last.stderr) == (0, b"")
    assert tree(tmp_path / "killed") == tree(tmp_path / "calm")


@pytest.mark.usefixtures("here")
def test_a_second_run_makes_only_what_is_not_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ROWS", 3)
    texts = many(tmp_path / "texts.jsonl", 12)
    out = tmp_path / "out"
    extract(texts, out)
    whole = tree(out)
    shards = sorted((out / "candidates").iterdir())
    before = {path: path.stat().st_mtime_ns for path in shards}
    shards[0].write_bytes(b"torn")
    (out / "shards" / f"{shards[1].stem}.json").unlink()
    (out / "shards" / f"{shards[2].stem}.json").write_text("{", "utf-8")
    extract(texts, out)

    assert tree(out) == whole
    assert [path for path in shards if path.stat().st_mtime_ns == before[path]] == [shards[3]]


@pytest.mark.usefixtures("here")
def test_a_changed_corpus_leaves_no_shard_of_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ROWS", 3)
    texts = many(tmp_path / "texts.jsonl", 12)
    extract(texts, tmp_path / "out")
    many(tmp_path / "texts.jsonl", 5)
    extract(texts, tmp_path / "out")
    extract(texts, tmp_path / "fresh")

    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


HOSTILE = {
    "no JSON": '{"doc_id": "x", "text": ',
    "no object": '["text"]',
    "no text": {"doc_id": "x"},
    "a number for a text": {"doc_id": "x", "text": 7},
    "no day": {"doc_id": "x", "text": TEXT, "published": "last May"},
    "half a character": '{"doc_id": "x", "text": "\\ud800"}',
    "too long": {"doc_id": "x", "text": "a " * 600_000},
    "deep": "[" * 100_000,
}


@pytest.mark.usefixtures("here")
def test_lines_that_are_no_text_are_set_aside_and_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sound = {"doc_id": "sound", "text": TEXT}
    hostile_rows = HOSTILE.values()
    texts = lines(tmp_path / "texts.jsonl", sound, *hostile_rows, sound | {"doc_id": "sound-2"})

    assert extract(texts, tmp_path / "out") == 1
    assert {found["doc_id"] for found in rows(tmp_path / "out", "candidates")} == {
        "sound",
        "sound-2",
    }
    failed = rows(tmp_path / "out", "failures")
    assert len(failed) == len(HOSTILE)
    assert all(each["text"] and each["fault"] for each in failed)
    assert "set aside: " in capfd.readouterr().err


@pytest.mark.usefixtures("here")
def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.parquet").write_bytes(b"PAR1 and no more")
    pq.write_table(pa.table({"words": ["x"]}), tmp_path / "texts" / "b.parquet")
    pq.write_table(pa.table({"text": [TEXT, None]}), tmp_path / "texts" / "c.parquet")
    (tmp_path / "texts" / "d.txt").write_bytes(b"caf\xe9")

    assert extract(tmp_path / "texts", tmp_path / "out") == 1
    failed = rows(tmp_path / "out", "failures")
    assert [(row["doc_id"], row["text"], row["fault"]) for row in failed] == [
        ("a.parquet", None, "the file, or the rest of it, cannot be read"),
        ("b.parquet", None, "the file has no column `text`"),
        ("c.parquet:1", None, "there is no text"),
        ("d.txt", b"caf\xe9", "the text is not UTF-8"),
    ]


def test_a_rule_that_fails_on_one_text_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def propose(text: str, _: object) -> list[object]:
        raise {"a": RecursionError, "b": MemoryError, "c": ValueError}[text]

    monkeypatch.setattr("extraction.propose.propose", propose)
    given = reading.batch([(name, name.encode(), None, None) for name in "abc"])

    assert corpus.extract_batch(given)["fault"].to_pylist() == [
        "a rule failed: RecursionError",
        "a rule failed: MemoryError",
        "a rule failed: ValueError",
    ]


@pytest.mark.slow
def test_a_text_that_kills_its_process_is_set_aside_alone(tmp_path: Path) -> None:
    words = [TEXT, "This text kills.", TEXT, TEXT, TEXT]
    given = [(f"{n}", each.encode(), None, None) for n, each in enumerate(words)]
    tasks = [("00000-00000", reading.batch(given)), ("00000-00001", reading.batch(given[:1]))]
    made = corpus.in_processes(store(tmp_path), tasks, 2, hostile.deadly)

    assert sum(shard.n_texts for shard in made) == 6
    assert [(row["doc_id"], row["fault"]) for row in rows(tmp_path, "failures")] == [
        ("1", "the process that read it died")
    ]


@pytest.mark.usefixtures("here")
def test_what_is_beyond_a_limit_is_named_with_the_limit_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    huge = {"doc_id": "huge", "text": "x" * (LARGEST + 1)}
    endless = "x" * (2 * LONGEST_LINE + 9)
    path = lines(tmp_path / "texts.jsonl", huge, endless, {"doc_id": "one", "text": TEXT})
    said = (
        f"the text has {LARGEST + 1} bytes, more than {LARGEST}",
        f"the line has more than {LONGEST_LINE} bytes",
    )

    plain = call(ROOT, "extract", "--texts", str(path))
    assert plain.code == 1
    assert all(
        f"texts.jsonl:{n}: not read: {each} … " in plain.err for n, each in enumerate(said, 1)
    )
    assert [json.loads(line)["doc_id"] for line in plain.out.splitlines()] == ["one"]
    assert extract(path, tmp_path / "out") == 1
    assert [row["fault"] for row in rows(tmp_path / "out", "failures")] == [*said]


REFUSED = {
    "an empty corpus": (("--texts", "empty", "--out", "out"), "empty holds no .parquet"),
    "no corpus": (("--texts", "nowhere", "--out", "out"), "there is no "),
    "output in the corpus": (("--texts", "c", "--out", "c/out"), "lies in the other"),
    "a file for output": (("--texts", "c", "--out", "file"), "file is a file"),
    "no folder for the output": (("--texts", "c"), "c is a folder; name another with --out"),
    "no texts": (("--out", "out"), "--out needs --texts"),
    "a cluster without a corpus": (("--cluster", "local:2"), "--cluster needs"),
    "two kinds of texts": (("--settle", "--texts", "c/a"), "--settle is for the held texts"),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED)
def test_a_call_that_cannot_be_carried_out_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    many(tmp_path / "c" / "a" / "texts.jsonl", 2)
    before = tree(tmp_path)
    monkeypatch.chdir(tmp_path)
    called = call(ROOT, "extract", *words)

    assert called.code == 2
    assert message in called.err
    assert tree(tmp_path) == before


@pytest.mark.slow
def test_ctrl_c_ends_a_run_with_all_its_processes(tmp_path: Path) -> None:
    texts = many(tmp_path / "texts.jsonl", 20_000)
    out = tmp_path / "out"
    command = [sys.executable, "build", "extract", "--texts", str(texts), "--out", str(out)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as run:
        while run.poll() is None and not out.exists():
            time.sleep(0.05)
        for _ in range(2):
            run.send_signal(signal.SIGINT)
        _, printed = run.communicate(timeout=30)  # until nobody has the stream: no process is left

    assert (run.returncode, printed) == (130, b"")
