"""What others made for the same work, where it is installed, for figures beside ours."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from typing import Any


class Missing(Exception):  # noqa: N818  it is no error
    """A peer that is not installed, by name."""


def textacy_quotations() -> tuple[str, Callable[[str], int]]:
    """The spaCy model that is installed, and a function that counts direct quotations in a text.

    It reads paragraph by paragraph, which is how textacy finds most, and one with an odd number of
    marks, which textacy refuses, counts as none. `Missing` where a package or a model is not there.
    """
    try:
        import spacy
        from textacy.extract import direct_quotations
    except ImportError as error:
        raise Missing(f"{error.name} is not installed") from None
    name = next(iter(spacy.util.get_installed_models()), None)
    if name is None:
        raise Missing("no spaCy model is installed")
    model: Any = spacy.load(name)

    def count(text: str) -> int:
        found = 0
        for paragraph in text.split("\n"):
            try:
                found += sum(1 for _ in direct_quotations(model(paragraph)))
            except ValueError:
                continue
        return found

    return name, count


def version(name: str) -> str:
    """A package with its version, or that it is not there."""
    try:
        return f"{name} {importlib.metadata.version(name)}"
    except importlib.metadata.PackageNotFoundError:
        return f"{name} not installed"
