"""What sheets share."""

from ...row import Column, View
from ...views import VIEWS


def own(name: str, means: str) -> Column:
    """A column that only a sheet has."""
    return Column(name, name, "derived", str, True, means)


def view(name: str) -> View:
    """A view by its name."""
    return next(each for each in VIEWS if each.table == name)
