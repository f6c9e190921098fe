"""Lists that the other tables use: retired ids, phrases, codes, and the dictionary itself."""

from typing import Annotated

from ..row import Count, Derived, Id, Judgment, Key, References, Row, Text


class RetiredId(Row, table="retired_ids", key="retired_id"):
    """An id that is no longer used and will never be used again."""

    retired_id: Annotated[Key, Id()]
    """The id."""

    table_name: Annotated[Text, Id()]
    """Table that it belonged to."""

    successor_id: Annotated[Key | None, Judgment()] = None
    """The id that now names the same thing; null if none does."""

    reason: Annotated[Text, Judgment()]
    """Why it was retired."""


class Phrase(
    Row,
    table="phrases",
    key="phrase_id",
    warning="A phrase that only one passage uses is a reader's judgment, like an inference.",
):
    """A phrase that stands for a code. The derivation `vocabulary` uses these."""

    phrase_id: Annotated[Text, Id()]
    """List and phrase."""

    list_name: Annotated[Text, Id()]
    """The list: a table whose names it contains, or a column or vocabulary."""

    phrase: Annotated[Text, Judgment()]
    """The words, compared without regard to case."""

    code: Annotated[Text, Judgment()]
    """The code or id that they stand for."""

    source_id: Annotated[Key | None, Judgment(), References("sources")] = None
    """The only source in which the phrase stands for the code; null if it does so everywhere."""

    n_passages: Annotated[Count, Derived()]
    """How many passages give a value by it; 0 only for a name, by which one sees whom words are
    about."""


class Code(Row, table="codes", key="code_id"):
    """A code of a vocabulary."""

    code_id: Annotated[Text, Id()]
    """Vocabulary and code."""

    vocabulary: Annotated[Text, Derived()]
    """The vocabulary."""

    code: Annotated[Text, Derived()]
    """The code."""

    definition: Annotated[Text, Derived()]
    """What it means."""

    broader: Annotated[Text | None, Derived()] = None
    """A code of the same vocabulary that includes it."""


class DictionaryRow(Row, table="dictionary", key="dictionary_id"):
    """A column of a table or view."""

    dictionary_id: Annotated[Text, Id()]
    """Table and column."""

    table_name: Annotated[Text, Derived()]
    """The table or view."""

    column_name: Annotated[Text, Derived()]
    """The column."""

    is_view: Annotated[bool, Derived()]
    """Whether it is a view of the DuckDB file, and no table."""

    position: Annotated[Count, Derived()]
    """Its place, from 1."""

    stem: Annotated[Text, Derived()]
    """The stem: columns with the same stem share evidence and absences."""

    role: Annotated[Text, Derived()]
    """`id`, `claim`, `judgment` or `derived`."""

    type: Annotated[Text, Derived()]
    """Table Schema type."""

    vocabulary: Annotated[Text | None, Derived()] = None
    """Name of its vocabulary in `codes`, if it has one."""

    references_table: Annotated[Text | None, Derived()] = None
    """The table whose key it contains, if it is a foreign key."""

    nullable: Annotated[bool, Derived()]
    """Whether it may be null."""

    default_derivation: Annotated[Text | None, Derived()] = None
    """For a claim: how evidence gives its value, unless a row says otherwise."""

    default_absence: Annotated[Text | None, Derived()] = None
    """For a claim: what a null means if `absences` has no row for it."""

    description: Annotated[Text, Derived()]
    """What a value means."""

    warning: Annotated[Text | None, Derived()] = None
    """What a user must know before using it."""
