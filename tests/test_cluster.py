"""A cluster gives what one machine gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import ROOT, call
from test_corpus import lines, many, tree

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = [pytest.mark.cluster, pytest.mark.slow, pytest.mark.filterwarnings("default")]


def test_two_workers_give_the_files_of_one_machine(tmp_path: Path) -> None:
    many(tmp_path / "texts" / "a.jsonl", 1300)
    lines(tmp_path / "texts" / "b.jsonl", {"doc_id": "x"}, {"doc_id": "y", "text": "No words."})
    (tmp_path / "texts" / "c.txt").write_bytes(b"caf\xe9")
    extract = ["extract", "--texts", str(tmp_path / "texts"), "--out"]
    alone = call(ROOT, *extract, str(tmp_path / "alone"))
    cluster = call(ROOT, *extract, str(tmp_path / "cluster"), "--cluster", "local:2")

    assert (cluster.code, cluster.out) == (alone.code, alone.out) == (1, alone.out)
    assert tree(tmp_path / "cluster") == tree(tmp_path / "alone")


def test_a_cluster_that_does_not_answer_is_refused(tmp_path: Path) -> None:
    texts = many(tmp_path / "texts.jsonl", 1)
    words = ["extract", "--texts", str(texts), "--out", str(tmp_path / "out")]

    assert call(ROOT, *words, "--cluster", "nonsense").code == 2
