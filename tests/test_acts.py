"""The file of a new act is begun with what is known, and lacks only what a person must read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

import world
from calling import call
from contribute import new_act
from reviewed import form

SHARED = "datasets/reviewed/shared.toml"
READ = {
    "title": "Office gets papers",
    "publisher": "The Tamarack Paper",
    "kind": "address",
    "url": "https://example.org/paper",
    "published": "2020-05-05",
    "reason": "Reports the second papers.",
    "locator": "first paragraph",
    "days_to_respond": "10",
    "response_status": "refused",
    "served": "2020-05-04",
    "occurred": "2020-05-04",
    "summary": "What happened.",
}
"""What a person reads on the page, for the second act of the invented harbour."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path)


def began(root: Path, *words: str) -> str:
    """The file that the command writes."""
    called = call(root, "new", "act", *words)
    assert called.code == 0, called.err
    return (root / called.out.partition(":")[0]).read_text("utf-8")


def filled(text: str) -> str:
    """The file with every empty place filled in."""
    text = text.replace('accessed = ""', "accessed = 2020-05-06")
    text = text.replace('"ice"', '"harbor-agency"')
    text = text.replace("days_to_respond = 0", "days_to_respond = 10")
    text = text.replace('kind = ""', 'kind = "news_article"', 1)
    text = text.replace('"tamarack-2-"', '"tamarack-2-address"')
    return re.sub(r'(\w+) = ""', lambda found: f'{found[1]} = "{READ[found[1]]}"', text)


def test_a_second_act_has_the_next_number_and_what_is_known_of_the_place(root: Path) -> None:
    (batch,) = tomli.loads(began(root, "Tamarack"))["acts"]

    assert batch["act_id"] == "tamarack-2"
    assert batch["jurisdiction_id"] == "tamarack"
    assert batch["recipient_agency_id"] == "records-office"


def test_acts_of_the_same_government_are_named_in_case_it_is_one_of_them(root: Path) -> None:
    out = call(root, "new", "act", "Tamarack").out

    assert out.splitlines()[1] == "tamarack has tamarack-1: is the act one of these?"


def test_a_new_place_begins_with_its_government_state_and_office(root: Path) -> None:
    rows = tomli.loads(began(root, "Doña Ana County, NM", "--recipient", "Doña Ana Sheriff"))

    assert [row["jurisdiction_id"] for row in rows["jurisdictions"]] == [
        "us-nm",
        "us-nm-dona-ana-county",
    ]
    assert [row["agency_id"] for row in rows["agencies"]] == ["dona-ana-sheriff"]
    assert rows["agencies"][0]["name"] == "Doña Ana Sheriff"


def test_a_new_document_has_the_next_free_id_of_cited_ones(root: Path) -> None:
    assert tomli.loads(began(root, "Tamarack"))["sources"][0]["source_id"] == "s101"


def test_a_document_that_is_cited_already_is_not_written_again(root: Path) -> None:
    began(root, "Tamarack")
    rows = tomli.loads(began(root, "Tamarack", "--source", "s101"))

    assert "sources" not in rows
    assert rows["acts"][0]["act_id"] == "tamarack-3"


def test_a_retired_number_is_not_used_again(root: Path) -> None:
    path = root / SHARED
    retired = '[[retired_ids]]\nretired_id = "tamarack-4"\ntable_name = "acts"\n'
    path.write_text(path.read_text("utf-8") + "\n" + retired + 'reason = "Invented."\n', "utf-8")

    assert '"tamarack-5"' in began(root, "Tamarack")


@pytest.mark.parametrize("words", [("Tamarack",), ("New Place, OH", "--recipient", "The Office")])
def test_the_file_is_in_canonical_form(root: Path, words: tuple[str, ...]) -> None:
    text = began(root, *words)

    assert form.formatted(text) == text


def test_nothing_is_published_before_it_is_filled_in(root: Path) -> None:
    text = began(root, "Tamarack")
    told = call(root, "check")
    empty = {n for n, line in enumerate(text.splitlines(), 1) if re.match(r'\w+ = ""', line)}

    assert told.code == 1
    assert len(empty) > 10
    assert told.out.count("\n") >= len(re.findall(r"\[\[", text)) - 2


def test_what_is_filled_in_is_sound(root: Path) -> None:
    path = root / "datasets/reviewed/acts/tamarack-2.toml"
    path.write_text(filled(began(root, "Tamarack")), "utf-8")
    called = call(root, "check")

    assert called.out.endswith("no problems\n")


def test_nothing_is_ever_overwritten(root: Path) -> None:
    path = root / "datasets/reviewed/acts/tamarack-2.toml"
    path.write_text("# mine\n", "utf-8")
    called = call(root, "new", "act", "Tamarack")

    assert called.code == 2
    assert "is there already" in called.err
    assert path.read_text("utf-8") == "# mine\n"


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("",),
        ("???",),
        ("Atlantis",),
        ("Denver, Colorado",),
        ("Denver, C1",),
        ("a" * 61 + ", CO",),
        ('x"y, CO',),
        ("x\\y, CO",),
        ("x\ny, CO",),
        ("x\u202ey, CO",),
        ("Tamarack", "--recipient", 'a"b'),
        ("Tamarack", "--source", "s000"),
        ("Tamarack", "--source", "../x"),
        ("Tamarack", "--append", "acts/x.toml"),
    ],
)
def test_what_gives_no_file_is_refused_and_leaves_nothing(
    root: Path, words: tuple[str, ...]
) -> None:
    before = world.files(root)
    called = call(root, "new", "act", *words)

    assert (called.code, called.out) == (2, "")
    assert called.err.startswith("python build: ")
    assert world.files(root) == before


@pytest.mark.parametrize("name", ["../../x, CO", "/etc/passwd, CO", ".., CO", "$(x), CO"])
def test_no_name_leads_out_of_the_folder(root: Path, name: str) -> None:
    before = world.files(root)
    call(root, "new", "act", name)
    new = world.files(root).keys() - before.keys()

    assert all(re.fullmatch(r"datasets/reviewed/acts/[a-z-]+-1\.toml", each) for each in new)


@pytest.mark.parametrize("words", [("events", "Tamarack"), ("--source", "s101", "events")])
def test_what_goes_with_an_act_is_refused_elsewhere(root: Path, words: tuple[str, ...]) -> None:
    assert call(root, "new", *words).code == 2


def test_an_id_is_plain_whatever_the_name() -> None:
    assert new_act.slug("St. John’s County") == "st-johns-county"
