"""Views that are stored in the DuckDB file, one .sql file each, with what each column means.

`-- with: FILE.RELATION` takes a helper relation of the same name from the .sql files of
`relations`, so that a status is defined only once. `-- with: FOLDER/FILE` takes all relations of
a file in a folder next to this module: a view that is too long for one file is divided into such
files, in the order in which each builds on the last, and its own statement puts them together.
Neither is a view of the DuckDB file. A view names only views that come before it
in the alphabet, so that DuckDB can copy and import the file. It puts at most one column into a
`REPLACE` or an `EXCLUDE`: DuckDB writes several in no fixed order, and the file would not always be
the same.
"""

import re
from collections.abc import Iterable
from importlib.resources import files

from ..row import TYPES, Column, View, type_name
from ..sql import Section, read
from ..vocabularies import VOCABULARIES

_TYPES: dict[str, type] = {kind: python for python, (_, kind) in TYPES.items()}
_CODES = {type_name(vocabulary): vocabulary for vocabulary in VOCABULARIES}


def _view(section: Section) -> View:
    said = section.said
    fields = tuple(_column(name, text) for name, text in section.listed)
    return View(
        table=section.heading.removeprefix("view "),
        text=said["row"],
        fields=fields,
        query=_query(section),
        key=said.get("key", ""),
        caution=said.get("warning"),
    )


def _column(declared: str, text: str) -> Column:
    """A column from `name TYPE` and its meaning; the type may be a vocabulary.

    After the meaning may stand a warning, and the cells that hold the words of its values.
    """
    name, kind = declared.split()
    meaning, _, words = text.partition(" Words: ")
    description, _, warning = meaning.partition(" Warning: ")
    return Column(
        name=name,
        stem=name,
        role="derived",
        type=_TYPES.get(kind, str),
        required=False,
        description=description,
        vocabulary=_CODES.get(kind),
        warning=warning or None,
        words=tuple(words.split(", ")) if words else (),
    )


def _query(section: Section) -> str:
    return joined(section.statements[0], _taken(section))


def _taken(section: Section) -> list[str]:
    """The helper relations that a view or a question takes."""
    taken = section.said.get("with")
    return taken.split(", ") if taken else []


def asked(name: str) -> dict[str, str]:
    """The questions of an .sql file of this package, by their headings.

    They take helper relations as views do; with the name of a view, all that it takes.
    """
    return {section.heading: _query(section) for section in read(name)}


def joined(query: str, taken: Iterable[str]) -> str:
    """A statement after the helpers that it takes: `FILE.RELATION`, `FOLDER/FILE` or a view."""
    parts = [part for name in taken for part in _helpers(name)]
    if not parts:
        return query
    begun = re.sub(r"^WITH ", "", query)
    joined = ",\n".join(parts)
    return f"WITH {joined}{',' if begun != query else ''}\n{begun}"


def _helpers(name: str) -> list[str]:
    """One relation of the files of `relations`, all of a file beside this module, or all of a view.

    Those of a folder are computed once each, which is planned sooner than one deep query.
    """
    if "/" in name:
        return [_expression(section, "MATERIALIZED ") for section in read(f"views/{name}")]
    file, is_one, relation = name.partition(".")
    if not is_one:
        view = next(each for each in _sections() if each.heading == f"view {name}")
        return [part for taken in _taken(view) for part in _helpers(taken)]
    found = next(s for s in read(f"relations/{file}") if s.heading == f"relation {relation}")
    return [_expression(found)]


def _expression(relation: Section, how: str = "") -> str:
    """A helper relation as a common table expression."""
    name = relation.heading.removeprefix("relation ")
    body = re.sub(r"^CREATE OR REPLACE (TABLE|VIEW) \w+ AS\n", "", relation.statements[0])
    return f"{name} AS {how}(\n{body}\n)"


def _sections() -> list[Section]:
    names = sorted(path.name for path in files(__package__).iterdir() if path.name.endswith(".sql"))
    return [section for name in names for section in read(f"views/{name.removesuffix('.sql')}")]


VIEWS = tuple(map(_view, _sections()))
"""Every view, in the order of their names."""

VIEW = {view.table: view for view in VIEWS}
"""Every view by name."""
