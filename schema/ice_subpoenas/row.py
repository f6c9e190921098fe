"""What a row, a column and a vocabulary are: classes whose annotations declare the tables.

A column declares its role, what gives its value, and what null means. Every published format
(Arrow, DuckDB, Table Schema, the dictionary) is a function of the declaration. A day on which
something happened is declared once, as `Days`, and published as four columns.
"""

from __future__ import annotations

import re
import sys
import types
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    TypeAlias,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from annotated_types import Ge
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

if sys.flags.optimize > 1:
    raise ImportError("columns are described by docstrings; run Python without -OO")

RoleName = Literal["id", "claim", "judgment", "derived"]


@dataclass(frozen=True)
class Id:
    """The column names a row, or the parent that the row is a part of."""


@dataclass(frozen=True)
class Claim:
    """Somebody could dispute the value: it needs evidence.

    `by` is the derivation that a reviewer's words go through unless the line names another;
    `phrases` names the phrase list of a `vocabulary` derivation; `absent` is what a null means in
    every row that gives no other reason; `explained` asks for a reason for each null; `copied`
    takes value and evidence from the row's act; `unit` lists words, one of which must be near the
    number; `ahead` says that the day is on or after the one that its words count from, in every
    row or in those of some kinds.
    """

    by: str = "literal"
    phrases: str | None = None
    absent: str | None = None
    explained: bool = False
    copied: bool = False
    unit: tuple[str, ...] = ()
    ahead: bool | tuple[str, ...] = False


@dataclass(frozen=True)
class Judgment:
    """Our own classification or words; the row's `reason` or quoted words say why."""


@dataclass(frozen=True)
class Derived:
    """Computed from other columns or from a span; never written by hand."""


@dataclass(frozen=True)
class References:
    """A foreign key to the key of another table."""

    table: str


@dataclass(frozen=True)
class Dated:
    """The column is a day; its basis is a code of the vocabulary."""

    basis: type[Vocabulary]


@dataclass(frozen=True)
class Warn:
    """What a user must know before using the column."""

    text: str


class Days(str):
    """Possible days, one of which is meant: published as EDTF, earliest, latest and basis."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema()


class Vocabulary(StrEnum):
    """A closed list of codes, each with a one-line definition and, maybe, a broader code.

    A code is the name of its member in lower case: `NAME = auto(), "Definition."`
    Pydantic accepts the code as a plain string and keeps it a plain string.
    """

    definition: str
    broader: str | None

    def __new__(cls, code: str, definition: str, broader: str | None = None) -> Vocabulary:
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition = definition
        member.broader = broader
        return member

    @classmethod
    @cache
    def codes(cls) -> tuple[str, ...]:
        """Every code, in the order of declaration."""
        return tuple(member.value for member in cls)

    @classmethod
    def about(cls) -> str:
        """What the codes classify, on one line."""
        return _on_one_line(cls.__doc__)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(list(cls.codes()))


Codes = type[Vocabulary]
"""A vocabulary, as the type of a column."""


@cache
def _on_one_line(docstring: str | None) -> str:
    return " ".join((docstring or "").split())


def type_name(vocabulary: Codes) -> str:
    """What a vocabulary is called in the published files.

    >>> type_name(Vocabulary("DateBasis", {"STATED": ("stated", "The words give it.")}))
    'date_basis'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", vocabulary.__name__).lower()


def warned(description: str, warning: str | None) -> str:
    """A description with its usage warning, as comments print it.

    >>> warned("Age in years.", "Reported.")
    'Age in years. Warning: Reported.'
    """
    return f"{description} Warning: {warning}" if warning else description


ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, StringConstraints(pattern=ID)]
Text = Annotated[str, StringConstraints(pattern=r"^\S([\s\S]*\S)?$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
EDTF = r"^[0-9X\[\]/.,-]+$"
Edtf = Annotated[str, StringConstraints(pattern=EDTF)]
Count = Annotated[int, Ge(0)]

#: What each Python type is called elsewhere: Table Schema type, DuckDB type.
TYPES: dict[type, tuple[str, str]] = {
    str: ("string", "VARCHAR"),
    int: ("integer", "INTEGER"),
    float: ("number", "DOUBLE"),  # of views alone
    bool: ("boolean", "BOOLEAN"),
    date: ("date", "DATE"),
}


@dataclass(frozen=True)
class Column:
    """One column, in the terms that all published formats share."""

    name: str
    stem: str
    role: RoleName
    type: type
    required: bool
    description: str
    vocabulary: Codes | None = None
    references: str | None = None
    pattern: str | None = None
    minimum: int | None = None
    claim: Claim | None = None
    warning: str | None = None
    words: tuple[str, ...] = ()  # of a view: `TABLE.STEM` of the cells whose words give it
    annotation: Any = None

    @property
    def duckdb_type(self) -> str:
        """What DuckDB calls the type of its values, whatever vocabulary they are of."""
        return TYPES[self.type][1]

    @property
    def codes(self) -> tuple[str, ...]:
        """Allowed codes; empty if any value of the type is allowed."""
        return self.vocabulary.codes() if self.vocabulary else ()

    @property
    def phrases(self) -> str:
        """Name of the phrase list that the `vocabulary` derivation reads for this column."""
        if self.claim and self.claim.phrases:
            return self.claim.phrases
        return self.references or self.stem


class Row(BaseModel):
    """A row of a published table."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,
        use_attribute_docstrings=True,
    )

    table: ClassVar[str] = ""
    key: ClassVar[str] = ""
    caution: ClassVar[str | None] = None
    checks: ClassVar[dict[str, str]] = {}
    core: ClassVar[bool] = False
    says: ClassVar[tuple[str, ...]] = ()
    """The columns that say what the row says; none if each says something by itself."""

    def __init_subclass__(
        cls,
        *,
        table: str = "",
        key: str = "",
        core: bool = False,
        says: tuple[str, ...] = (),
        warning: str | None = None,
        checks: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init_subclass__(**kwargs)
        cls.table, cls.key, cls.core, cls.says = table, key, core, says
        cls.caution, cls.checks = warning, checks or {}

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        mute = [name for name, field in cls.model_fields.items() if not field.description]
        if mute or not cls.__doc__:
            raise TypeError(f"{cls.__name__} lacks a docstring on {mute or 'the class itself'}")

    @classmethod
    def about(cls) -> str:
        """What one row of the table is, on one line."""
        return _on_one_line(cls.__doc__)

    @classmethod
    @cache
    def columns(cls) -> tuple[Column, ...]:
        """The table's columns: those of its own class first, shared ones after them."""
        hints = get_type_hints(cls, include_extras=True)
        own = [name for name in cls.__annotations__ if name in cls.model_fields]
        names = own + [name for name in cls.model_fields if name not in own]
        return tuple(
            column
            for name in names
            for column in _columns(name, hints[name], cls.model_fields[name])
        )

    @classmethod
    @cache
    def column_map(cls) -> dict[str, Column]:
        """The table's columns by name."""
        return {column.name: column for column in cls.columns()}

    @classmethod
    @cache
    def stems(cls) -> dict[str, tuple[Column, ...]]:
        """The columns that share each stem, in order."""
        found: dict[str, list[Column]] = {}
        for column in cls.columns():
            found.setdefault(column.stem, []).append(column)
        return {stem: tuple(columns) for stem, columns in found.items()}

    @classmethod
    def claims(cls) -> dict[str, Column]:
        """The first column of each claim, by its stem."""
        return {stem: columns[0] for stem, columns in cls.stems().items() if columns[0].claim}


def _columns(name: str, annotation: Any, field: Any) -> tuple[Column, ...]:
    """The column that an attribute declares, or the four columns of a day."""
    inner, marks, _ = _unwrap(annotation)
    dated = next((mark for mark in marks if isinstance(mark, Dated)), None)
    column = _column(name, annotation, field)
    return (column,) if inner is not Days or dated is None else _dated(column, dated.basis)


def _dated(day: Column, basis: Codes) -> tuple[Column, ...]:
    """The columns of a day: EDTF string, earliest and latest day, basis. They share its stem."""
    computed = replace(day, role="derived", claim=None, pattern=None, required=False)
    bound = replace(computed, type=date, annotation=date | None)
    basis_of = replace(computed, type=str, vocabulary=basis, annotation=basis | None, warning=None)
    unbound = "possible day; null also if nothing bounds it."
    told = {
        "edtf": (
            replace(day, type=str, pattern=EDTF, annotation=Edtf | None),
            "EDTF: `[a,b]` is one of the days listed, `[a..b]` one day from a to b, `[..b]` a day "
            "not after b; null if nothing dates it.",
        ),
        "earliest": (bound, f"Earliest {unbound}"),
        "latest": (bound, f"Latest {unbound}"),
        "basis": (basis_of, "What the words count from; the EDTF shows how exact the day is."),
    }
    return tuple(
        replace(column, name=f"{day.name}_{end}", description=f"{day.description} {said}")
        for end, (column, said) in told.items()
    )


def _column(name: str, annotation: Any, field: Any) -> Column:
    inner, marks, nullable = _unwrap(annotation)
    vocabulary = inner if isinstance(inner, type) and issubclass(inner, Vocabulary) else None
    role = next((m for m in marks if isinstance(m, Id | Claim | Judgment | Derived)), None)
    if role is None:
        raise TypeError(f"column {name} declares no role")
    return Column(
        name=name,
        stem=name,
        role=cast(RoleName, type(role).__name__.lower()),
        type=str if vocabulary else inner,
        required=not nullable,
        description=" ".join(field.description.split()),
        vocabulary=vocabulary,
        references=next((m.table for m in marks if isinstance(m, References)), None),
        pattern=next((m.pattern for m in marks if getattr(m, "pattern", None)), None),
        minimum=next((int(str(m.ge)) for m in marks if isinstance(m, Ge)), None),
        claim=role if isinstance(role, Claim) else None,
        warning=next((m.text for m in marks if isinstance(m, Warn)), None),
        annotation=annotation,
    )


def _unwrap(annotation: Any) -> tuple[Any, list[Any], bool]:
    """The bare type, its marks, and whether null is allowed."""
    marks: list[Any] = []
    nullable = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            marks += more
        elif origin in (Union, types.UnionType):
            nullable = True
            (annotation,) = [arg for arg in get_args(annotation) if arg is not type(None)]
        else:
            return annotation, marks, nullable


@dataclass(frozen=True)
class View:
    """A published query. `key` is its unique column, where it has one."""

    table: str
    text: str
    fields: tuple[Column, ...]
    query: str
    key: str = ""
    caution: str | None = None
    checks: Mapping[str, str] = field(default_factory=dict)

    def about(self) -> str:
        """What one row of the view is."""
        return self.text

    def columns(self) -> tuple[Column, ...]:
        """The view's columns."""
        return self.fields


Table: TypeAlias = type[Row] | View
"""What is published as a table, or described as one."""
