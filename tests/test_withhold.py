"""A name that is to be kept out of everything published is kept out, or the command says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import world
from answering import answers
from calling import Called, call


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path)


def withhold(root: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> Called:
    answers(monkeypatch, name)
    return call(root, "withhold", "s000")


@pytest.mark.parametrize("name", ["Lena Osc", "lena osk", "Osk Lena", "Lena Osk Mayor", "—"])
def test_a_name_that_the_text_does_not_print_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = world.files(root)
    called = withhold(root, monkeypatch, name)

    assert called.code == 2
    assert "s000 has no such name; write it as the text does" in called.err
    assert world.files(root) == before


@pytest.mark.slow
def test_a_name_with_small_words_and_more_than_three_others_is_withheld(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Ana Maria de la Cruz Garcia"
    words = {"file": "seeds/000_tamarack.txt", "old": "Great story", "new": f"Thanks, {name}"}
    world.change(root, {"replace": [words], "seal": True})
    called = withhold(root, monkeypatch, name)

    assert (called.code, called.err) == (0, "")
    assert "the name is kept as a hash" in called.out


def test_nothing_is_promised_of_files_that_cannot_be_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.put(root / "datasets/reviewed/acts/other-1.toml", b"a = [")
    before = world.files(root)
    called = withhold(root, monkeypatch, "Lena Osk")

    assert called.code == 2
    assert "the files cannot be read" in called.err
    assert world.files(root) == before


def test_nothing_is_promised_of_rows_whose_words_are_not_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"old": 'words = "Mayor Lena Osk said"', "new": 'words = "Mayor Lena said"'}
    world.change(root, {"replace": [{"file": "datasets/reviewed/shared.toml", **words}]})
    called = withhold(root, monkeypatch, "Ida Quill")

    assert called.code == 2
    assert "whether anything else prints it is not known yet" in called.err
