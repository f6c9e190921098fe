"""What a person decides on a proposal is added to the file as it stands then."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
import tomli

import world
from check.settling import remembered
from check.settling.proposals import Proposal
from contribute import settle
from extraction.propose import propose
from extraction.text.candidates import Candidate
from printing import Refusal
from reviewed import edits

FILE = "sources/s000.toml"


@pytest.fixture
def session(tmp_path: Path) -> settle.Session:
    """A sitting that asks nothing of the check."""
    world.put(tmp_path / "datasets/reviewed" / FILE, b"# What is said of the text.\n")
    return settle.Session(tmp_path, cast("Any", None))


def reject(session: settle.Session, words: str, number: int = 1) -> None:
    about = Candidate("number", 0, len(words), "digits", 1)
    key = ("number", "s000", words, number)
    session.reject(Proposal("s000", about, words, key, None), "background")


def rejected(session: settle.Session) -> list[Any]:
    return [row["words"] for row in tomli.loads(session.text(FILE))["rows"]]


def test_words_of_one_kind_and_reason_stand_in_one_row(session: settle.Session) -> None:
    for words in ("one", "two", 'the "third"'):
        reject(session, words)
    reject(session, "one", number=2)

    assert rejected(session) == [["one", "two", 'the "third"'], "one"]


def test_what_somebody_edits_meanwhile_is_kept(session: settle.Session) -> None:
    path = session.root / "datasets/reviewed" / FILE
    reject(session, "one")
    path.write_text(path.read_text("utf-8") + "\n# A remark of a person.\n", "utf-8")
    reject(session, "two")
    assert "# A remark of a person." in session.text(FILE)
    assert rejected(session) == [["one", "two"]]

    path.write_text(path.read_text("utf-8").replace('"one", ', ""), "utf-8")
    reject(session, "three")
    reject(session, "four")
    assert rejected(session) == [["two"], ["three", "four"]]


def test_a_file_that_is_broken_meanwhile_is_left_as_it_is(session: settle.Session) -> None:
    path = session.root / "datasets/reviewed" / FILE
    path.write_text("a = [", "utf-8")

    with pytest.raises(Refusal, match="what was answered is saved"):
        reject(session, "one")
    assert path.read_text("utf-8") == "a = ["


FORMS = {
    "no list": "# Words.\n",
    "a comment beside the header": '[phrases]  # of this page\nrole.official = ["Mayor"]\n',
    "a quoted key": '[phrases]\nagencies = { "ice" = ["ICE"] }\n',
    "a table of its own": '[phrases.agencies]\n# Bodies.\nice = [\n  "ICE",  # here\n]\n',
    "an empty list": "[phrases]\nagencies.ice = []\n",
    "an empty table": "[phrases]\nagencies = {}\n",
    "all in one line": 'phrases = { agencies = { dhs = ["DHS"] } }\n',
    "letters of two bytes": '[phrases]\nagencies.dhs = ["“Ñ”"]\nagencies.ice = ["É"]\n',
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_a_phrase_is_added_in_whatever_form_a_file_lists_phrases(
    session: settle.Session, text: str
) -> None:
    before = tomli.loads(text).get("phrases", {})
    session.save(FILE, edits.with_phrase(text, "agencies", "ice", "the  “agency”"))
    after = tomli.loads(session.text(FILE))["phrases"]

    assert after["agencies"]["ice"].pop(0) == "the “agency”"
    assert session.text(FILE).count("#") == text.count("#")
    before.setdefault("agencies", {}).setdefault("ice", [])
    assert after == before


def test_proposals_that_are_kept_are_those_that_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The sheriff said on Monday, “We got four subpoenas and will not comply.”\n"
    monkeypatch.setattr(remembered, "FILE", tmp_path / "kept.json")
    afresh = remembered.proposed.__wrapped__
    made = afresh(text, None)
    day = (date(2020, 1, 15), date(2020, 1, 15))

    with monkeypatch.context() as without:
        without.setitem(sys.modules, "extraction.propose", None)
        assert afresh(text, None) == made == tuple(propose(text))
        for other in ((text, day), (f"{text} ", None)):  # nobody kept these
            with pytest.raises(ImportError):
                afresh(*other)
        without.setattr(remembered, "code", lambda: "edited")
        with pytest.raises(ImportError):
            afresh(text, None)


@pytest.mark.parametrize("held", ["", "{", "[1]", '{"KEY": [{}]}', '{"KEY": 1}'])
def test_proposals_are_made_again_where_those_kept_are_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    monkeypatch.setattr(remembered, "FILE", tmp_path / "kept.json")
    afresh = remembered.proposed.__wrapped__
    made = afresh("Four subpoenas.", None)
    (key,) = json.loads(remembered.FILE.read_text("utf-8"))
    remembered.FILE.write_text(held.replace("KEY", key), "utf-8")

    assert afresh("Four subpoenas.", None) == made
    assert json.loads(remembered.FILE.read_text("utf-8")).keys() == {key}
