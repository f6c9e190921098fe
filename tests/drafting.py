"""What a draft makes on its way: the rows that it completed for its text, as if a person kept all
that it only offers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import pytest

import world
from calling import call
from check import leftovers, stages
from checking import filled
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


def article(headline: str, body: str) -> str:
    """The text of an article that is made up, with its byline, day and dateline."""
    return f"{headline}\n\nBy Ruth Alder\nJune 12, 2026\n\nTARROW, Kan. — {body}"


RECORDER = """\
Recorder weighs papers from ICE

By Ruth Alder
June 12, 2026

TARROW, Kan. — Immigration and Customs Enforcement served an administrative subpoena on the \
Sorrel County Recorder's Office on June 1. It asks for the addresses of 12 landlords.

"""
"""How an article begins, of which a test adds the end."""
SOURCE = "s002"
"""The document of an article that is drafted in the tiny world."""


@dataclass(frozen=True)
class Drafted:
    """A checkout with a draft. Its rows are completed when a test asks for them."""

    place: Path

    @cached_property
    def relations(self) -> Relations:
        """The rows of the draft, completed as the draft itself does it for an article.

        What nothing uses is then listed in the file of the document.
        """
        completed = leftovers.settle(self.place, SOURCE) if self._file.exists() else None
        relations = completed or filled(self.place).relations  # a page completes none
        assert relations is not None
        return relations

    @property
    def root(self) -> Path:
        """The checkout, with all that the draft writes."""
        return self.completed().place

    @property
    def _file(self) -> Path:
        return self.place / f"datasets/reviewed/sources/{SOURCE}.toml"

    def written(self) -> str:
        """The files of the acts, one after the other."""
        acts = (self.place / "datasets/reviewed/acts").glob("*.toml")
        return "".join(p.read_text("utf-8") for p in sorted(acts))

    def of_source(self) -> str:
        """The file of the document."""
        return self.completed()._file.read_text("utf-8")

    def completed(self) -> Self:
        """The draft, after its rows were completed, which adds to the file of the document."""
        _ = self.relations
        return self


def drafted(folder: Path, text: str, *more: str, is_offering: bool = False) -> Drafted:
    """The draft of an article in a new checkout."""
    root = world.write(folder / "checkout")
    file = folder / "article.txt"
    file.write_text(text, "utf-8")
    url = "https://lindenpost.example/2026/06/12/papers"
    with pytest.MonkeyPatch.context() as patch, completing(is_offering=is_offering):
        patch.setattr(leftovers, "settle", lambda *_: None)
        assert call(root, "draft", "--url", url, *more, str(file)).code == 0
    return Drafted(root)
