"""What a draft makes on its way: the rows that it completed for its text, as if a person kept all
that it only offers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

import world
from calling import call
from check import stages
from contribute.draft import command
from contribute.draft.makers import offers
from contribute.draft.makers.papers.doubts import Doubts
from ice_subpoenas.relations.open import Relations


@contextmanager
def completing(*, is_told: bool = False, is_offering: bool = False) -> Iterator[list[Relations]]:
    """The rows that drafts complete, each as it does so; what a check finds is told if asked for.

    The last are those of the draft: a test proves that a check of its files finds the same. Rows
    that would only be offered are drafted with their questions, and so are acts in passing, unless
    offers are asked for.
    """
    kept: list[Relations] = []
    fill = stages.filled

    def keep(
        sound: stages.Sound, found: stages.Words, has: frozenset[str] = stages.WHOLE
    ) -> Relations:
        kept.append(fill(sound, found, has))
        return kept[-1]

    with pytest.MonkeyPatch.context() as patch:
        if not is_told:
            patch.setattr(command, "_tell", lambda *_: None)
        patch.setattr(stages, "filled", keep)
        if not is_offering:
            patch.setattr(offers, "offered", lambda _, owned: list(owned))
            patch.setattr(Doubts, "is_in_passing", lambda *_: False)
        yield kept


RECORDER = """\
Recorder weighs papers from ICE

By Ruth Alder
June 12, 2026

TARROW, Kan. — Immigration and Customs Enforcement served an administrative subpoena on the \
Sorrel County Recorder's Office on June 1. It asks for the addresses of 12 landlords.

"""
"""How an article begins, of which a test adds the end."""


class Drafted(NamedTuple):
    """A checkout with a draft, and its rows as the draft itself completed them."""

    root: Path
    relations: Relations

    def written(self) -> str:
        """The files of the acts, one after the other."""
        acts = (self.root / "datasets/reviewed/acts").glob("*.toml")
        return "".join(p.read_text("utf-8") for p in sorted(acts))

    def of_source(self) -> str:
        """The file of the document."""
        return (self.root / "datasets/reviewed/sources/s002.toml").read_text("utf-8")


def drafted(folder: Path, text: str, *more: str, is_offering: bool = False) -> Drafted:
    """The draft of an article in a new checkout."""
    root = world.write(folder / "checkout")
    file = folder / "article.txt"
    file.write_text(text, "utf-8")
    url = "https://lindenpost.example/2026/06/12/papers"
    with completing(is_offering=is_offering) as kept:
        assert call(root, "draft", "--url", url, *more, str(file)).code == 0
    relations = kept[-1] if kept else stages.run(root).relations  # a page completes none
    assert relations is not None
    return Drafted(root, relations)
