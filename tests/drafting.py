"""What a draft makes on its way: the rows that it completed for its text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from check import stages
from contribute.draft import command
from ice_subpoenas.relations.open import Relations


@contextmanager
def completing(*, is_told: bool = False) -> Iterator[list[Relations]]:
    """The rows that drafts complete, each as it does so; what a check finds is told if asked for.

    The last are those of the draft: a test proves that a check of its files finds the same.
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
        yield kept
