"""Files are read with the line of every key, or refused with a reason."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import system
import world
from ice_subpoenas.plain import safe
from ice_subpoenas.problem import Place, Problem
from reviewed import files, paths
from reviewed.decode import LARGEST, decode
from reviewed.files import parse, read
from reviewed.rows import rows
from reviewed.syntax import key_lines
from texts import seeds
from website.page import visible

DOCUMENT = '''\
top = 1
[[rows]]
id = "a" # a comment
cells = { one = "x", two = { words = "y" } }
long = """
two lines"""
[[rows.said]]
words = "w"
list = [
  { deep = 1 },
  { deep = 2 },
]
[[rows]]
"quoted key" = 2
dotted.key = 3
[rows.said]
words = "v"
[plain.table]
x = 1
'''


def test_every_key_has_the_line_on_which_it_stands() -> None:
    lines = key_lines(DOCUMENT)

    assert {
        path: lines[path]
        for path in [
            ("top",),
            ("rows", 0),
            ("rows", 0, "id"),
            ("rows", 0, "cells"),
            ("rows", 0, "long"),
            ("rows", 0, "said", 0),
            ("rows", 0, "said", 0, "words"),
            ("rows", 0, "said", 0, "list", 1),
            ("rows", 1),
            ("rows", 1, "quoted key"),
            ("rows", 1, "dotted", "key"),
            ("rows", 1, "said", "words"),
            ("plain", "table", "x"),
        ]
    } == {
        ("top",): 1,
        ("rows", 0): 2,
        ("rows", 0, "id"): 3,
        ("rows", 0, "cells"): 4,
        ("rows", 0, "long"): 5,
        ("rows", 0, "said", 0): 7,
        ("rows", 0, "said", 0, "words"): 8,
        ("rows", 0, "said", 0, "list", 1): 11,
        ("rows", 1): 13,
        ("rows", 1, "quoted key"): 14,
        ("rows", 1, "dotted", "key"): 15,
        ("rows", 1, "said", "words"): 17,
        ("plain", "table", "x"): 19,
    }


@given(st.text(max_size=60))
def test_any_text_has_lines_or_none(content: str) -> None:
    assert all(
        line >= 1 for line in key_lines(content.encode("utf-8", "replace").decode()).values()
    )


def test_a_block_knows_its_file_and_lines(tmp_path: Path) -> None:
    found = read(world.write(tmp_path)).blocks
    act = next(block for block in found if block.table == "acts")
    lines = world.ACT.splitlines()

    assert (act.file, act.path) == ("acts/tamarack-1.toml", ("acts", 0))
    assert act.place() == Place(act.file, 1)
    assert act.place("days_to_respond").line == lines.index("days_to_respond = 10") + 1
    assert act.place("said", 1, "cells", "nothing").line == (
        lines.index('cells = { days_to_respond = "ten" }') + 1
    )


def alone(root: Path, name: str, content: str) -> files.Reviewed:
    """What a checkout with one reviewed file says."""
    world.put(root / paths.FOLDER / name, content.encode())
    return read(root)


def test_rows_of_a_block_share_what_it_says_and_keep_what_is_their_own(tmp_path: Path) -> None:
    text = (
        '[[searches]]\noutcome = "nothing"\nn_read = 8\nrows = [\n'
        '    { search_id = "a" },\n    { search_id = "b", n_read = 3 },\n]\n'
    )
    first, second = alone(tmp_path, "searches.toml", text).blocks

    assert first.data == {"outcome": "nothing", "n_read": 8, "search_id": "a"}
    assert second.data == {"outcome": "nothing", "n_read": 3, "search_id": "b"}
    assert [b.place("search_id").line for b in (first, second)] == [5, 6]
    assert second.place("outcome").line == 2


def test_acts_of_one_file_keep_their_ids(tmp_path: Path) -> None:
    text = '[[acts]]\nact_id = "two-1"\n\n[[acts]]\nact_id = "two-2"\n'
    found = rows(alone(tmp_path, "acts/two.toml", text)).written

    assert [each.values["act_id"] for each in found] == ["two-1", "two-2"]


def test_why_no_number_is_known_is_written_with_the_event_and_told_of_each_act(
    tmp_path: Path,
) -> None:
    text = (
        '[[events]]\nid = "petition"\nkind = "petition"\nacts = ["one", "two"]\n'
        'absent = { n_subpoenas = "not_stated", occurred = "not_stated" }\n'
    )
    found = rows(alone(tmp_path, "acts/one.toml", text)).written

    assert [(each.table.table, dict(each.absent)) for each in found] == [
        ("events", {"occurred": "not_stated"}),
        ("event_acts", {"n_subpoenas": "not_stated"}),
        ("event_acts", {"n_subpoenas": "not_stated"}),
    ]


def test_a_list_above_all_blocks_holds_rows_of_the_tables_that_its_lines_name(
    tmp_path: Path,
) -> None:
    text = (
        'rows = [\n    { table = "events", id = "petition" },\n'
        '    { table = "grounds", id = "g1", side = "agency" },\n]\n\n[[grounds]]\nid = "g2"\n'
    )
    found = alone(tmp_path, "acts/linden-1.toml", text).blocks

    assert [(b.table, b.data["id"]) for b in found] == [
        ("events", "petition"),
        ("grounds", "g1"),
        ("grounds", "g2"),
    ]
    assert [b.place("id").line for b in found] == [2, 3, 7]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("[[searches]]\nrows = 3\n", "wrong-value", 2),
        ("[[searches]]\nn_read = 3\nrows = []\n", "wrong-value", 3),
        ("rows = []\n", "wrong-value", 1),
        ('rows = [\n    { id = "a" },\n]\n', "unknown-table", 2),
        ("rows = 3\n", "unknown-table", 1),
    ],
)
def test_a_list_of_rows_that_says_nothing_is_told(
    tmp_path: Path, content: str, code: str, line: int
) -> None:
    (problem,) = alone(tmp_path, "searches.toml", content).problems

    assert (problem.code, problem.line) == (code, line)


def test_texts_are_read_byte_for_byte(tmp_path: Path) -> None:
    content = "\ufeffOne\r\ntwo\u00a0three zero\u200bwidth\n\n".encode()
    world.put(tmp_path / "seeds" / "005_odd.txt", content)
    world.seal(tmp_path)
    texts, problems = seeds.read(tmp_path)

    assert problems == []
    assert texts["s005"].text == content.decode("utf-8")
    assert texts["s005"].path == "seeds/005_odd.txt"


def test_phrases_of_a_text_are_told_from_those_of_every_text(tmp_path: Path) -> None:
    world.write(tmp_path)
    reviewed = tmp_path / "datasets" / "reviewed"
    world.put(reviewed / "sources" / "s002.toml", b'[phrases.nationality]\nNOR = ["northern"]\n')
    world.put(reviewed / "extra.toml", b'[phrases_in.s001.nationality]\nNOR = ["hall"]\n')
    found = read(tmp_path).phrases
    everywhere = world.PHRASES.splitlines().index('NOR = ["Norland"]') + 1

    assert [tuple(phrase) for phrase in found if phrase.list_name == "nationality"] == [
        ("nationality", "hall", "NOR", "s001", Place("extra.toml", 2)),
        ("nationality", "Norland", "NOR", None, Place("phrases.toml", everywhere)),
        ("nationality", "northern", "NOR", "s002", Place("sources/s002.toml", 2)),
    ]


def test_a_hidden_character_is_named_with_its_line(tmp_path: Path) -> None:
    world.write(tmp_path)
    world.put(tmp_path / "datasets/reviewed/extra.toml", "# one\n# t\u202ewo\n".encode())

    (problem,) = read(tmp_path).problems
    assert (problem.file, problem.line, problem.code) == ("extra.toml", 2, "file-refused")
    assert "RIGHT-TO-LEFT OVERRIDE" in problem.message


SEEN = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD,
        0x110CD}  # fmt: skip
"""Signs of Arabic and other scripts that stand among what nobody sees, and are seen."""
UNSEEN = [
    character
    for character in map(chr, range(0x110000))
    if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}
    and ord(character) not in (SEEN | {0x9, 0xA, 0xD})
]
FILLERS = [*"\u034f\u115f\u17b4\u180b\u180f\u2800\u3164\ufe0f\uffa0\ufff0\U000e01ef\uffff"]


def test_no_character_that_nobody_sees_stands_in_a_row_or_is_printed(tmp_path: Path) -> None:
    for character in UNSEEN + FILLERS:
        world.put(tmp_path / "a.toml", f'a = "x{character}y"\n'.encode())
        raw = decode(tmp_path / "a.toml", "a.toml", tmp_path)
        escaped = parse(f'a = "x\\U{ord(character):08X}y"\n', "a.toml")

        assert isinstance(raw, Problem), ascii(character)
        assert isinstance(escaped, Problem), ascii(character)
        assert character not in safe(character) + visible(character)


@pytest.mark.parametrize(
    ("content", "line", "code"),
    [
        (b"a = 1\nb = \n", 2, "toml-syntax"),
        (b"a = 1\na = 2\n", 2, "toml-syntax"),
        (b"a = 1\n\xff\n", 2, "not-utf8"),
        (b"\xef\xbb\xbfa = 1\n", 1, "file-refused"),
        (b"# " + b"x" * 30_000, 1, "file-refused"),
        (b"x" * 1_000_000 + b" = 1", 1, "file-refused"),
        (b".".join([b"a"] * 500_000) + b" = 1", 1, "file-refused"),
        (b"a = " + b"[" * 5_000 + b"]" * 5_000, 1, "toml-syntax"),
        (b"a = " + b"[\n" * 100_000, 1, "toml-syntax"),
        (b"a = " + b"{a=" * 1_000 + b"1" + b"}" * 1_000, 1, "toml-syntax"),
        (b".".join([b"a"] * 100) + b" = 1", 1, "toml-syntax"),
        (b"[" + b".".join([b"a"] * 100) + b"]", 1, "toml-syntax"),
        (b"a = 1\nb = 99999999999999999999\n", 2, "toml-syntax"),
        (b"a = " + b"9" * 5_000, 1, "toml-syntax"),
        (b"a = 0x" + b"f" * 5_000, 1, "toml-syntax"),
        (b'a = "\\u202e"\n', 1, "file-refused"),
        (b'"\\u202e" = 1\n', 1, "file-refused"),
        (b"a = 1979-13-01\n", 1, "toml-syntax"),
        (b"a = 1\rb = 2\n", 1, "toml-syntax"),
    ],
)
def test_a_hostile_file_is_refused_at_its_line(
    tmp_path: Path, content: bytes, line: int, code: str
) -> None:
    world.write(tmp_path)
    world.put(tmp_path / "datasets" / "reviewed" / "extra.toml", content)

    (problem,) = read(tmp_path).problems
    assert (problem.file, problem.code) == ("extra.toml", code)
    assert problem.line == line or (code == "toml-syntax" and problem.line >= 1)


def test_a_number_without_end_is_called_that_at_its_line() -> None:
    problem = parse(f"a = 1\nb = {'9' * 5000}\n", "extra.toml")

    assert isinstance(problem, Problem)
    assert (problem.line, problem.message) == (2, "a number has too many digits")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("\n[phrases_in.s1]\na.b = []\n[x]\n[phrases_in.s1]\n", 2),
        ("[x]\na.b = []\n[y]\na.b = []\na.b = [\n'z',\n]\n", 4),
    ],
)
def test_of_what_stands_twice_in_a_file_the_first_line_is_named(content: str, line: int) -> None:
    problem = parse(content, "a.toml")

    assert isinstance(problem, Problem)
    assert f"stands in line {line} already" in problem.remedy


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    world.write(tmp_path)
    path = tmp_path / "datasets" / "reviewed" / "extra.toml"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)

    (problem,) = read(tmp_path).problems
    assert (problem.file, problem.code) == ("extra.toml", "file-refused")


@pytest.mark.parametrize("name", ["datasets", "datasets/reviewed", "seeds"])
def test_nothing_is_read_through_a_linked_folder(name: str, tmp_path: Path) -> None:
    root = world.write(tmp_path / "root")
    (root / name).rename(tmp_path / "elsewhere")
    system.link(root / name, tmp_path / "elsewhere")

    problems = seeds.read(root)[1] if name == "seeds" else read(root).problems
    assert [(p.code, p.message) for p in problems] == [("file-refused", "the folder is a link")]


def test_a_folder_that_may_not_be_read_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    folder = world.write(tmp_path) / "datasets" / "reviewed" / "sealed"
    folder.mkdir(mode=0)
    if os.access(folder, os.R_OK):
        pytest.skip("whoever runs this may read every folder")

    with pytest.raises(PermissionError):
        read(tmp_path)


@pytest.mark.parametrize("what", ["a folder", "no plain file"])
def test_a_folder_or_a_pipe_is_refused_unread_and_called_what_it_is(
    what: str, tmp_path: Path
) -> None:
    path = world.write(tmp_path) / "datasets" / "reviewed" / "extra.toml"
    path.mkdir() if what == "a folder" else system.pipe(path)

    (problem,) = read(tmp_path).problems
    assert (problem.file, problem.code) == ("extra.toml", "file-refused")
    assert f"it is {what}" in problem.message


def test_a_file_that_is_not_read_is_named_unless_it_is_hidden(tmp_path: Path) -> None:
    acts = world.write(tmp_path) / "datasets" / "reviewed" / "acts"
    for name in ("zz", "zz.TOML", "zz.toml~", ".zz.toml.swp"):
        world.put(acts / name, b"a = 1")

    problems = read(tmp_path).problems
    assert [p.file for p in problems] == ["acts/zz", "acts/zz.TOML", "acts/zz.toml~"]
    assert all("does not end in .toml" in p.message for p in problems)


@pytest.mark.parametrize("name", ["a\nb.toml", "a\u202eb.toml", "a\udcffb.toml", "\x1b[31m.toml"])
def test_a_file_whose_name_cannot_be_printed_is_refused(tmp_path: Path, name: str) -> None:
    world.write(tmp_path)
    system.odd(tmp_path / "datasets" / "reviewed" / name, b"")

    (problem,) = read(tmp_path).problems
    assert problem.code == "file-refused"


def test_a_list_of_hashes_that_leaves_the_folder_reads_nothing_there(tmp_path: Path) -> None:
    world.write(tmp_path)
    world.put(tmp_path / "outside.txt", b"x")
    with (tmp_path / "seeds" / "SHA256SUMS").open("a", encoding="utf-8") as file:
        file.write("0" * 64 + "  ../outside.txt\n")

    texts, problems = seeds.read(tmp_path)
    assert sorted(texts) == ["s000", "s001"]
    assert [problem.code for problem in problems] == ["seed-missing"]
