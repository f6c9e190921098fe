"""Whatever stands in a file, the check says what is wrong with it: it never fails, never writes."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

import printing
import system
import world
from check import stages
from ice_subpoenas.plain import safe
from ice_subpoenas.rules.declare import RULES

DOCUMENTS = {name: tomli.loads(text) for name, text in world.REVIEWED.items()}

HOSTILE: list[Any] = [
    True,
    0,
    -1,
    2**31,
    2**62,
    1.5,
    float("nan"),
    float("inf"),
    *tomli.loads("a = [2020-03-02, 0001-01-01, 2020-03-02T10:00:00Z, 10:00:00]")["a"],
    "",
    " ",
    "\n",
    "nan",
    "null",
    "=cmd|'/c calc'!A1",
    "../../../etc/passwd",
    "/dev/stdin",
    "s000",
    "s999",
    "tamarack-1",
    "lena-osk",
    "sources/s000/published",
    "acts/tamarack-1/issued",
    "individuals_referenced/tamarack-1-a/act_id",
    "///",
    "2020-03-02/2020-03-01",
    "[..]",
    "9999-99-99",
    "inference",
    "conflicting",
    "not_stated",
    "two",
    "9" * 6000,
    "x" * 15000,
    "\u0661\u0662",
    "é\u0301\U0001f600",
    "%s{0}$(id)",
    "' OR 1=1; --",
    [],
    {},
    [[]],
    [{}],
    [1, "a", {}],
    {"words": 3},
    {"words": "two", "by": ["x"]},
    {"a": {"b": {"c": []}}},
]


def examined(root: Path) -> list[str]:
    """The codes of a check that ended well: known, printable, and nothing written."""
    before = world.files(root)
    checked = stages.run(root)
    assert world.files(root) == before
    for problem in checked.problems:
        assert problem.code in RULES
        assert problem.line >= 1
        line = printing.as_text(problem)
        assert safe(line) == line
        assert len(line) < 4000
    printing.as_json(checked.problems)
    printing.as_sarif(checked.problems)
    return [problem.code for problem in checked.problems]


def with_file(name: str, content: bytes) -> list[str]:
    """The codes for the world with one file given; a text is examined with its new hash too."""
    with tempfile.TemporaryDirectory() as folder:
        root = world.write(Path(folder))
        world.put(root / name, content)
        found = examined(root)
        if name.endswith(".txt"):
            world.seal(root)
            examined(root)
        return found


def places(document: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value of a document."""
    if not isinstance(document, dict | list):
        return
    for key, value in list(document.items() if isinstance(document, dict) else enumerate(document)):
        yield (*path, key)
        yield from places(value, (*path, key))


PLACES = [(name, path) for name, document in DOCUMENTS.items() for path in places(document)]


def changed(name: str, path: tuple[str | int, ...], value: Any, key: str | None = None) -> bytes:
    """A reviewed file with one value replaced, or put beside under another key."""
    document = copy.deepcopy(DOCUMENTS[name])
    at: Any = document
    for step in path[:-1]:
        at = at[step]
    at[path[-1] if key is None or isinstance(at, list) else key] = value
    return tomlkit.dumps(document).encode("utf-8")


PLACED = tuple[str, tuple[str | int, ...]]


@pytest.mark.parametrize("n", [4, pytest.param(40, marks=pytest.mark.slow)])
def test_any_value_in_any_place_is_judged(n: int) -> None:
    @settings(max_examples=n)
    @given(st.sampled_from(PLACES), st.sampled_from(HOSTILE))
    def judged(place: PLACED, value: Any) -> None:
        with_file(f"datasets/reviewed/{place[0]}", changed(*place, value))

    judged()


KEYS = ["words", "by", "via", "anchor", "value", "group", "bears", "ids", "said", "absent"]
KEYS += ["chain", "source", "cells", "within", "bound", "about", "locator", "x", "", "é", "a.b\n"]


@pytest.mark.slow
@settings(max_examples=40)
@given(st.sampled_from(PLACES), st.sampled_from(KEYS), st.sampled_from(HOSTILE))
def test_any_key_beside_any_other_is_judged(place: PLACED, key: str, value: Any) -> None:
    with_file(f"datasets/reviewed/{place[0]}", changed(*place, value, key))


FILES = ["datasets/reviewed/extra.toml", "seeds/SHA256SUMS", *(f"seeds/{n}" for n in world.TEXTS)]


@pytest.mark.slow
@settings(max_examples=40)
@given(st.sampled_from(FILES), st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_as_any_file_are_judged(name: str, content: bytes) -> None:
    with_file(name, content)


@pytest.mark.parametrize(
    "content",
    [
        b"x" * 1_000_000 + b' = "a"\n',
        b'[[agencies]]\nagency_id = "' + b"x" * 1_000_000 + b'"\n',
        b'[[agencies]]\nagency_id = "a"\nname = """\n' + b"x\n" * 500_000 + b'"""\n',
        b"[[agencies]]\n" * 5_000,
        pytest.param(b"[[agencies]]\n" * 20_000, marks=pytest.mark.slow),
        b"[" * 100_000,
        b"a = " + b"{b = " * 10_000,
        b"[[a]]\nb." * 3_000,
        b'"=cmd()" = "=cmd()"\n',
        b"\x00" * 100,
        b"\xef\xbb\xbf",
        b"[[retired_ids]]\nretired_id = '../../x'\n",
    ],
    ids=lambda content: content[:12].decode("latin-1"),
)
def test_a_hostile_file_is_judged_in_time(content: bytes) -> None:
    assert with_file("datasets/reviewed/extra.toml", content) != []


def test_a_link_out_of_the_folder_is_never_read(tmp_path: Path) -> None:
    root = world.write(tmp_path / "root")
    secret = tmp_path / "secret"
    secret.mkdir()
    world.put(secret / "rows.toml", b"[[secret]]\n")
    system.link(root / "datasets/reviewed/rows.toml", secret / "rows.toml")
    system.link(root / "datasets/reviewed/folder", secret)
    system.link(root / "datasets/reviewed/loop.toml", "loop.toml")
    system.link(root / "datasets/reviewed/gone.toml", "nowhere")
    system.link(root / "seeds/002_text.txt", secret / "rows.toml")

    assert examined(root) == ["file-refused"] * 5


def test_an_empty_folder_is_judged(tmp_path: Path) -> None:
    assert examined(tmp_path) == ["seed-missing"]


def test_a_folder_that_does_not_exist_is_judged(tmp_path: Path) -> None:
    assert [p.code for p in stages.run(tmp_path / "nowhere").problems] == ["seed-missing"]


def test_empty_files_are_judged(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    for path in [*root.rglob("*.toml"), *root.rglob("*.txt")]:
        path.write_bytes(b"")
    world.seal(root)

    assert examined(root) == ["dangling-reference"] * 2
