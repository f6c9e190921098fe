"""Every contribution that CONTRIBUTING.md describes, from its first command to a green check.

Each is carried out on a copy, with nothing but commands and edits of reviewed files.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import test_draft
import world
from answering import answers
from calling import ROOT, call

ACT = "datasets/reviewed/acts/tamarack-1.toml"
SHARED = "datasets/reviewed/shared.toml"
Contribution = Callable[[Path, pytest.MonkeyPatch], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout under version control, as a contributor has it."""
    root = world.write(tmp_path / "checkout")
    shutil.copy(ROOT / ".gitignore", root)
    world.commit(root)
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change what stands once in a file."""
    world.change(root, {"replace": [{"file": name, "old": old, "new": new}]})


def answer_all(root: Path) -> None:
    """Say yes to every question of a draft: keep its line, remove the question, and what it only
    offers."""
    for path in (root / "datasets/reviewed").rglob("*.toml"):
        text = re.sub(r"[ \t]*# \? .*", "", path.read_text("utf-8"))
        path.write_text(re.sub(r"(?m)^ +# \{ table.*\n", "", text), "utf-8")


def correct_a_fact(root: Path, _: pytest.MonkeyPatch) -> None:
    """A term was cited from the wrong words."""
    right, wrong = 'cells = { days_to_respond = "ten" }', 'cells = { days_to_respond = "office" }'
    edit(root, ACT, right, wrong)
    told = call(root, "check").out
    assert f"{ACT}:" in told
    assert "days_to_respond" in told

    cited = call(root, "cite", "s000", "ten days", "--column", "acts.days_to_respond").out
    assert "number_word: 10" in cited
    edit(root, ACT, wrong, right)
    edit(root, ACT, "days_to_respond = 10\n", "")


def add_an_act_on_a_page(root: Path, _: pytest.MonkeyPatch) -> None:
    """A page that is not held reports an act: the page that CONTRIBUTING gives as its example."""
    document = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    phrases = document.split("```text\ntitle: ")[1].split("```")[0]
    page = ("--url", test_draft.URL, "--accessed", "2026-05-08", "--page")
    called = test_draft.draft(root, f"title: {phrases}", "phrases.txt", *page)
    assert "1 acts, 4 subpoenas, 1 events" in called.out
    answer_all(root)


def add_a_held_text(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is held and its questions are answered; nothing that it says is open then."""
    test_draft.draft(root, test_draft.ARTICLE, "article.txt", "--url", test_draft.URL)
    answer_all(root)
    answers(monkeypatch)
    assert call(root, "extract", "--settle").code == 0


def retire_a_row(root: Path, _: pytest.MonkeyPatch) -> None:
    """The person of an act turns out not to be one of its subpoenas."""
    text = (root / ACT).read_text("utf-8")
    (root / ACT).write_text(text[: text.index("[[individuals_referenced]]")], "utf-8")
    gone = {"table_name": "individuals_referenced", "retired_id": "tamarack-1-a"}
    pairs = "\n".join(f'{key} = "{value}"' for key, value in gone.items())
    reason = 'reason = "The text tells of the 38-year-old where it speaks of another paper."'
    retired = root / "datasets/reviewed/retired.toml"
    world.put(retired, f"[[retired_ids]]\n{pairs}\n{reason}\n".encode())
    told = call(root, "check").out
    assert "sentence-unaccounted" in told
    edit(
        root,
        "datasets/reviewed/sources/s000.toml",
        '"Rain fell",',
        '"Rain fell", "One paper asks",',
    )
    assert "phrase-unfit" in call(root, "check").out
    phrases = "datasets/reviewed/phrases.toml"
    edit(root, phrases, 'subpoena_subject = ["One paper asks about"]\n', "")


def remove_a_name(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of somebody in office goes; the office stays."""
    answers(monkeypatch, "Lena Osk")
    told = call(root, "withhold", "s000")
    assert told.code == 1
    assert "prints a name that is withheld" in told.out
    (root.parent / "name.txt").write_text("Lena Osk\n", "utf-8")
    call(root, "withhold", "s001", "--from", str(root.parent / "name.txt"))
    for path in (root / "datasets/reviewed").rglob("*.toml"):
        text = path.read_text("utf-8").replace("lena-osk", "tamarack-mayor")
        path.write_text(
            re.sub(r"(Acting )?(Mayor )?Lena Osk( said| told)?", r"\1Mayor", text), "utf-8"
        )
    edit(root, "datasets/reviewed/sources/s000.toml", ', cue = "said" }', " }")
    edit(root, "datasets/reviewed/sources/s000.toml", ', cue = "said",', ",")
    edit(root, SHARED, 'name = "Mayor"\n', "")
    edit(root, SHARED, 'name = "Mayor", ', "")
    edit(root, SHARED, "public_role", "name_left_out")
    edit(root, SHARED, 'words = "Mayor"\ncells', 'words = "Mayor"\nwithin = "care,” Mayor"\ncells')


TOLD: dict[Contribution, str] = {
    correct_a_fact: "",
    add_an_act_on_a_page: "added: acts/linden-county-1/n_subpoenas = 4",
    add_a_held_text: "added: acts/linden-county-1/n_subpoenas = 3",
    retire_a_row: "individuals_referenced/tamarack-1-a",
    remove_a_name: "(name taken out)",
}
"""Every contribution, with what is told of its changes."""
ALIKE = (add_an_act_on_a_page, add_a_held_text, retire_a_row)
"""What another test does too, as far as an answered draft and the rule on sentences."""
OTHERS = tuple(each for each in TOLD if each not in ALIKE)


@pytest.mark.parametrize(
    "contributions",
    [
        pytest.param(OTHERS, id=" and ".join(each.__name__ for each in OTHERS)),
        *(pytest.param((each,), id=each.__name__, marks=pytest.mark.slow) for each in TOLD),
    ],
)
def test_contributions_end_with_a_green_check(
    root: Path, monkeypatch: pytest.MonkeyPatch, contributions: tuple[Contribution, ...]
) -> None:
    """Each alone too in `pytest --long`."""
    for contribution in contributions:
        contribution(root, monkeypatch)

    call(root, "fmt")
    checked = call(root, "check")
    assert (checked.code, "no problems" in checked.out) == (0, True), checked.out
    told = call(root, "changes", "--facts", "HEAD").out
    assert all(TOLD[contribution] in told for contribution in contributions)
    assert set(changed(root)) <= {"datasets/reviewed", "seeds"}


def changed(root: Path) -> list[str]:
    """The folders in which something changed."""
    status = ["git", "status", "--porcelain", "-uall"]
    lines = subprocess.run(status, cwd=root, check=True, capture_output=True, text=True).stdout
    return [
        re.sub(r"^(datasets/reviewed|seeds)/.*", r"\1", line[3:]) for line in lines.splitlines()
    ]


@pytest.mark.slow
def test_what_was_contributed_is_published_and_nothing_is_out_of_date(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for contribution in (add_an_act_on_a_page, retire_a_row):
        contribution(root, monkeypatch)
    call(root, "fmt")

    assert call(root).code == 0
    assert call(root, "diff").code == 0
