"""Printings of the same words are found among many quotations, and never across speakers."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calling import ROOT, call
from check import stages
from texts import compare, runs, similar

SAID = "we are reading both papers with great care and will answer soon"


def quotes(path: Path, *rows: tuple[str, str | None, str]) -> Path:
    table = [
        {"quote_id": quote_id, "speaker_id": speaker, "speaker_agency_id": None, "text": text}
        | {"kind": "direct"}
        for quote_id, speaker, text in rows
    ]
    names = ("quote_id", "speaker_id", "speaker_agency_id", "text", "kind")
    schema = pa.schema([(name, pa.string()) for name in names])
    pq.write_table(pa.Table.from_pylist(table, schema), path / "quotes.parquet")
    return path / "quotes.parquet"


def pairs(path: Path) -> set[tuple[str, str]]:
    return {(row["quote_id"], row["other_quote_id"]) for row in similar.printings(path)}


def test_an_altered_printing_is_found_with_both_wordings(tmp_path: Path) -> None:
    printed = quotes(tmp_path, ("a", "osk", SAID), ("b", "osk", SAID.replace("great", "some")))

    assert list(similar.printings(printed)) == [
        {
            "quote_id": "a",
            "other_quote_id": "b",
            "speaker": "p/osk",
            "shared_words": 11,
            "words": "great",
            "other_words": "some",
            "within_marks": True,
            "by_ellipsis": False,
        }
    ]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (("osk", SAID), ("osk", f"“{SAID.upper()}.”"), True),
        (("osk", SAID), ("osk", "Reading both papers with"), True),
        (("osk", "No."), ("osk", "“no”"), True),
        (("osk", SAID), ("lee", SAID), False),
        ((None, SAID), (None, SAID), False),
        (("osk", SAID), ("osk", "we are reading the paper"), False),
        (("osk", "No."), ("osk", "No answer"), False),
        (("osk", ""), ("osk", ""), False),
    ],
)
def test_printings_are_of_one_speaker_and_share_a_run(
    left: tuple[Any, str], right: tuple[Any, str], found: bool, tmp_path: Path
) -> None:
    printed = quotes(tmp_path, ("a", *left), ("b", *right))

    assert pairs(printed) == ({("a", "b")} if found else set())


def brute(rows: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Every pair of quotations of one speaker that shares a run of words, by comparing all."""
    return {
        (left["quote_id"], right["quote_id"])
        for left, right in combinations(sorted(rows, key=lambda row: row["quote_id"]), 2)
        if left["speaker_id"] == right["speaker_id"]
        and compare.compared(left["text"], right["text"], compare.SHARED)[0]
    }


def test_nearly_all_that_brute_force_finds_is_found_and_nothing_else(tmp_path: Path) -> None:
    chance = random.Random(7)
    words = [f"w{n}" for n in range(300)]
    rows: list[tuple[str, str | None, str]] = []
    for number in range(150):
        said, speaker = chance.choices(words, k=chance.randint(6, 30)), f"p{number % 7}"
        for printing in range(chance.randint(1, 4)):
            start = chance.randint(0, len(said) - 5)
            part = said[start:] if printing else list(said)
            for _ in range(chance.randint(0, 2)):
                part[chance.randrange(len(part))] = chance.choice(words)
            rows.append((f"q{number:03d}-{printing}", speaker, " ".join(part)))
    path = quotes(tmp_path, *rows)
    wanted, found = brute(pq.read_table(path).to_pylist()), pairs(path)

    assert len(wanted) > 100
    assert len(wanted & found) >= 0.99 * len(wanted)
    assert found <= wanted


def test_passages_of_texts_are_those_of_the_check(tmp_path: Path) -> None:
    held = stages.run(ROOT).pages
    table = [{"source_id": source, "text": page.text} for source, page in sorted(held.items())]
    pq.write_table(pa.Table.from_pylist(table), tmp_path / "texts.parquet")

    assert list(similar.passages(tmp_path / "texts.parquet")) == compare.overlaps(held)
    assert len(compare.overlaps(held)) > 5


def test_a_notice_on_every_page_is_no_shared_passage(tmp_path: Path) -> None:
    notice = "All rights reserved. This material may not be printed, broadcast or given to others."
    table = [{"source_id": f"n{n:03d}", "text": notice} for n in range(runs.COMMON + 1)]
    pq.write_table(pa.Table.from_pylist(table), tmp_path / "all.parquet")
    pq.write_table(pa.Table.from_pylist(table[:-1]), tmp_path / "fewer.parquet")

    assert list(similar.passages(tmp_path / "all.parquet")) == []
    assert len(list(similar.passages(tmp_path / "fewer.parquet"))) == 40 * 39 / 2


@given(st.lists(st.sampled_from("abc"), max_size=12), st.integers(1, 5))
def test_equal_runs_have_equal_numbers_and_others_not(words: list[str], size: int) -> None:
    cut = {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}
    expected = cut or ({tuple(words)} if words else set())

    found = runs.runs("osk", words, size)

    assert len(found) == len(expected)
    for run in expected:
        assert runs.runs("osk", list(run), size) <= found
        assert not runs.runs("lee", list(run), size) & found


def test_the_command_writes_the_same_file_twice(tmp_path: Path) -> None:
    call(ROOT, "corpus", "--tables", "100", "--out", str(tmp_path))
    made = [
        call(ROOT, "variants", "--tables", str(tmp_path), "--out", str(tmp_path / name))
        for name in ("one", "two")
    ]

    assert made[0].out == made[1].out == "50 pairs of printings that share a run of 4 words\n"
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert call(ROOT, "variants", "--tables", "nowhere", "--out", "x").code == 2
