"""The sections of the .sql files beside this module."""

from functools import cache
from importlib.resources import files

from ..sql import Section, sections


@cache
def read(name: str) -> tuple[Section, ...]:
    """The sections of one of the .sql files."""
    return tuple(sections(files(__package__).joinpath(f"{name}.sql").read_text("utf-8")))
