"""A breach of a rule, before anybody asked where it stands."""

from dataclasses import dataclass

from ..problem import Rule


@dataclass(frozen=True)
class Breach:
    """A breach of a rule: where it shows, which cell it is about, what is wrong, what to do."""

    rule: Rule
    table: str
    row_id: str | None
    column: str | None
    message: str
    remedy: str | None = None
    about: tuple[str, str, str | None] | None = None
    text_id: str | None = None
