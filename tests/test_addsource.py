"""A new text comes in by one command, and the check then says what is left to decide."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

import world
from calling import call

ARTICLE = """\
Sheriff Refuses Agency's Papers

By Nora Feld

Sheriff Dana Whitlock said Tuesday that the county “will not answer a fax.” Four subpoenas came to \
the Linden County Jail on Monday.

“A judge can ask us,” Whitlock said. “An office cannot.”

2 thoughts on “Sheriff Refuses Agency's Papers”

1. “Good for her,” says I.
"""
PAGE = f"""<!DOCTYPE html><html><head><title>Sheriff Refuses Agency's Papers</title></head><body>
<nav>Home Sports Weather</nav><article><h1>Sheriff Refuses Agency's Papers</h1>
{"".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[4:7] if line)}
<p>The county has sixty days to answer, and its lawyers are reading the papers this week.</p>
</article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path / "checkout")


def add(root: Path, content: bytes, name: str = "article.txt") -> str:
    """Add a text that is expected to be taken; what the command prints."""
    file = root.parent / name
    file.write_bytes(content)
    called = call(root, "add-source", str(file))
    assert (called.code, called.err) == (0, "")
    return called.out


def test_a_text_is_stored_byte_for_byte_under_the_next_number(root: Path) -> None:
    add(root, ARTICLE.encode())

    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()
    stored = root / "seeds" / f"002_{digest[:16]}.txt"
    assert stored.read_bytes() == ARTICLE.encode()
    sums = (root / "seeds" / "SHA256SUMS").read_text("utf-8")
    assert sums.splitlines()[-1] == f"{digest}  {stored.name}"


def test_the_draft_has_a_source_and_the_regions_that_the_rules_saw(root: Path) -> None:
    add(root, ARTICLE.encode())

    draft = root / "datasets" / "reviewed" / "sources" / "s002.toml"
    written = tomllib.loads(draft.read_text("utf-8"))
    assert written["sources"][0]["source_id"] == "s002"
    assert [block["region"] for block in written["regions"]] == ["headline", "byline", "comments"]


def test_every_proposal_is_listed_and_no_reader_is_quoted(root: Path) -> None:
    printed = add(root, ARTICLE.encode())

    assert "quotation: A judge can ask us, = Dana Whitlock" in printed
    assert "count: Four subpoenas = 4" in printed
    assert "Good for her" not in printed


def test_the_check_names_what_is_left_and_then_what_nothing_settles(root: Path) -> None:
    add(root, ARTICLE.encode())
    draft = root / "datasets" / "reviewed" / "sources" / "s002.toml"
    first = call(root, "check")
    assert first.code == 1
    assert "sources/s002.toml:" in first.out

    title, byline = "Sheriff Refuses Agency's Papers", "Nora Feld"
    values = f'title = "{title}"\nbyline = "{byline}"\nreason = "An invented article."'
    draft.write_text(
        draft.read_text("utf-8").replace('reason = ""', values)
        + f'\n[[sources.said]]\nwords = "{title}\\n\\nBy {byline}"\n'
        f'cells = {{ title = "{title}", byline = "{byline}" }}\n'
        '\n[[left_out]]\nreason = "out_of_scope"\nwords = ["Sheriff Dana", "Four subpoenas"]\n'
        '\n[[left_out]]\nreason = "commentary"\nwords = ["A judge can", "An office cannot"]\n',
        "utf-8",
    )
    second = call(root, "check")
    assert second.code == 1
    assert {line.split(": ")[1] for line in second.out.splitlines()} == {"passage-unaccounted"}
    printed = call(root, "extract", "--new").out
    assert 'words = "A judge can ask us,"\nkind = "direct"' in printed


def test_only_the_article_of_a_page_is_kept(root: Path) -> None:
    pytest.importorskip("trafilatura")

    add(root, PAGE.encode(), "page.html")

    stored = next((root / "seeds").glob("002_*")).read_text("utf-8")
    assert stored.startswith("Sheriff Refuses Agency's Papers\n")
    assert "“A judge can ask us,” Whitlock said." in stored
    assert "Sports" not in stored


def test_a_text_that_is_held_is_refused(root: Path) -> None:
    add(root, ARTICLE.encode())
    before = world.files(root)

    called = call(root, "add-source", str(root.parent / "article.txt"))

    assert (called.code, "held already" in called.err) == (2, True)
    assert world.files(root) == before


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b" \n\n"])
def test_what_is_no_text_is_refused(root: Path, content: bytes) -> None:
    file = root.parent / "bad.txt"
    file.write_bytes(content)
    before = world.files(root)

    assert call(root, "add-source", str(file)).code == 2
    assert world.files(root) == before


def test_links_folders_and_addresses_are_refused(root: Path) -> None:
    (root.parent / "link.txt").symlink_to(root / "seeds" / "000_tamarack.txt")
    before = world.files(root)

    for name in (str(root.parent / "link.txt"), str(root), "https://example.org/a", "../none.txt"):
        assert call(root, "add-source", name).code == 2
    assert world.files(root) == before
