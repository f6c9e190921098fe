"""Print a form for a new row: a line to fill in, made from the declaration of its table.

Required columns are in the line, empty: the check names them until you fill them in. Above the line
is what they mean, with their codes, and then what may be left out. `docs/rows.md` has the forms of
all tables; `python build` renews it.
"""

import argparse
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ice_subpoenas.plain import safe
from ice_subpoenas.problem import nearest
from ice_subpoenas.row import Column, Row, Vocabulary
from ice_subpoenas.tables import TABLE
from ice_subpoenas.vocabularies import Absence, LedgerReason
from printing import Refusal
from reviewed import files, form
from reviewed.layout.values import keys
from reviewed.rows import COMPUTED, EXTRA, OF_ITS_ACT, rows, writable
from reviewed.toml import value

EXAMPLE = "python build new events grounds"
PAGE = "docs/rows.md"
WIDTH = 98
LEFT_OUT = (
    "Sentences of a held text that no evidence and no quotation uses, in the text's own file.",
    LedgerReason,
    {"reason": "", "words": [""]},
)
"""The form of a row that is not published: what it is, the codes of its reason, its keys."""

CALLED = {
    "reasons": "grounds",
    "people": "individuals_referenced",
    "persons": "individuals_referenced",
    "papers": "acts",
    "courts": "proceedings",
    "quotations": "quotes",
    "information": "information_sought",
    "offenses": "case_facts",
    "facts": "case_facts",
    "documents": "sources",
    "statements": "policy_statements",
}
"""Tables by the plain words that the guides use, if those are not the names."""
NOTES = {
    "words": "The words exactly as in the text: all between the marks, or the reported clause.",
    "within": "A longer passage that holds the words and occurs once; only if they occur twice.",
    "chain": "Who passed the words on between the speaker and the source, as in "
    '[{ kind = "received", said = { words = "told the board", cells = { actor_agency_id = "board" '
    "} } }]; or actor_individual_id. kind is reported, received or press_release.",
    "begins": "First words of the stretch; they occur once in the text.",
    "ends": "Last words of the stretch; they occur once in the text.",
    "acts": "The acts that the event concerns; without it the act of the file.",
}
PASSAGE: Mapping[str, Any] = {"locator": "", "words": "", "cells": {}}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("table", nargs="*", help="tables of the new rows; without any, a list")
    parser.add_argument(
        "--ids", action="store_true", help="only the ids of the rows that are there"
    )


def run(args: argparse.Namespace) -> int:
    """Print the list of tables, or forms."""
    if args.ids and not args.table:
        raise Refusal("--ids needs a table; `python build new` lists the tables")
    if not args.table:
        print(listing())
        return 0
    asked = [_known(name) for name in args.table]
    if args.ids:
        print("\n".join(_ids(args.root, asked)))
        return 0
    print("\n\n".join(map(filled_in, asked)))
    return 0


def tables() -> list[str]:
    """Tables whose rows people write, then the other."""
    return [name for name in TABLE if name not in COMPUTED] + ["left_out"]


def listing() -> str:
    """Every table that people write, with what a row is."""
    width = max(map(len, tables()))
    about = {name: TABLE[name].about() if name in TABLE else LEFT_OUT[0] for name in tables()}
    return "\n".join(f"{name:{width}}  {text}" for name, text in about.items())


def page() -> str:
    """The page of all forms, in the order of the list of tables."""
    head = (
        "# Forms of rows\n\n"
        "A row of each table that people write, to copy and fill in, with what its keys and cells "
        "mean and their\ncodes. [words.md](words.md) explains `said`. "
        "`python build new --ids TABLE` prints the ids that a row may\n"
        "name. This page is made from the declarations in `schema/ice_subpoenas/tables/`."
    )
    forms = (f"## {name}\n\n```toml\n{filled_in(name)}\n```" for name in tables())
    return "\n\n".join((head, *forms)) + "\n"


def _known(name: str) -> str:
    if name in tables():
        return name
    if name in COMPUTED:
        raise Refusal(f"rows of {name} are computed and never written; see `python build new`")
    guess = nearest(name[:80], tables(), "`python build new` lists the tables")
    guess = f"did you mean {CALLED[name]!r}?" if name in CALLED else guess
    raise Refusal(f"no table is called {safe(name[:80])!r}; {guess}")


OF_SOURCE = ("quotes", "policy_statements", "regions")
"""Tables whose rows stand most often in the file of their source, which names it."""
OF_FILE = "It may be left out in the file of the source, below `sources/`, and nowhere else."


def _ids(root: Path, names: Sequence[str]) -> list[str]:
    """The ids of tables of the checkout, as far as its files can be read."""
    written = rows(files.read(root)).written
    return [
        id_ for name in names for id_ in sorted(r.row_id for r in written if r.table.table == name)
    ]


def filled_in(name: str) -> str:
    """What a row of a table means, key by key, and the row."""
    if name == "left_out":
        about, vocabulary, _ = LEFT_OUT
        return "\n".join([*comment(about), *_codes(vocabulary), form.line(name, pairs(name))])
    table = TABLE[name]
    required, asked = _required(table), _asked(table)
    lines = comment(f"{table.table}: {table.about()}")
    for key in required:
        lines += _about(table, key)
    optional = [key for key in asked if key not in required]
    lines += comment("What may be left out:") if optional else []
    for key in optional:
        lines += _about(table, key)
        lines += comment(OF_FILE) if key == "source_id" and table.table in OF_SOURCE else []
        lines.append(f"# {key} = {value(_empty(table, key))}")
    return "\n".join([*lines, *_absent(table), *_said(table), form.line(name, pairs(name))])


def pairs(name: str) -> dict[str, Any]:
    """The keys that a row of a table must have, empty, and a passage to fill in."""
    if name == "left_out":
        return dict(LEFT_OUT[2])
    table = TABLE[name]
    said = {"said": PASSAGE} if any(column.claim for column in table.columns()) else {}
    return {key: _empty(table, key) for key in _required(table)} | said


def _asked(table: type[Row]) -> list[str]:
    return [key for key in keys(table.table) if key in writable(table) and _is_asked(table, key)]


def _required(table: type[Row]) -> list[str]:
    return [key for key in _asked(table) if _is_required(table, key)]


def _is_asked(table: type[Row], key: str) -> bool:
    """Whether a form has the key: no claim, which its words give, and not what the file gives."""
    if key in ("ids", "absent", "said"):
        return False
    if key in ("id", table.key) and table.table == "may_be_same":
        return False  # its id is made of the two rows
    if key in ("id", table.key):
        return key == ("id" if _has_short_id(table) else table.key) and table.table != "regions"
    column = _column(table, key)
    by_file = key == "act_id" and table.table in OF_ITS_ACT
    return column is None or (column.claim is None and not by_file)


def _has_short_id(table: type[Row]) -> bool:
    return table.table in OF_ITS_ACT | {"events", "individuals_referenced", "quotes"} - {"acts"}


def _column(table: type[Row], key: str) -> Column | None:
    return table.column_map().get(f"{key}_edtf") or table.column_map().get(key)


def _is_required(table: type[Row], key: str) -> bool:
    if key in EXTRA.get(table.table, ()):
        return key in ("words", "begins", "ends")
    if key == "source_id" and table.table in OF_SOURCE:
        return False  # the name of the file gives it
    column = _column(table, key)
    return key == "id" or (column is not None and column.required)


def _empty(table: type[Row], key: str) -> Any:
    """What stands where a value is to be written: nothing that the check would accept."""
    column = table.column_map().get(key)
    if key in ("acts", "chain"):
        return []
    empty = {int: 0, bool: False, date: date(2020, 1, 1)}
    return "" if column is None else empty.get(column.type, "")


def _about(table: type[Row], key: str) -> list[str]:
    """What a key means, and what may stand there, as comments."""
    column = _column(table, table.key if key == "id" else key)
    if column is None:
        return comment(f"{key}: {NOTES[key]}")
    short = ' Without the name of the act: "petition" is denver-1-petition.' if key == "id" else ""
    lines = comment(f"{key}: {column.description}{short}")
    if column.vocabulary:
        lines += _codes(column.vocabulary)
    if column.references:
        lines += comment(f"  ids: python build new --ids {column.references}")
    return lines


def _codes(vocabulary: type[Vocabulary]) -> list[str]:
    return [line for m in vocabulary for line in comment(f"  {m.value}: {m.definition}")]


def comment(text: str) -> list[str]:
    """Lines of a comment; what is indented stays so where it is wrapped."""
    indent = " " * (len(text) - len(text.lstrip()))
    wrapped = textwrap.wrap(
        text.strip(),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"# {line}" for line in wrapped]


OF_AN_ACT = ("served", "response_status", "enforcement_status", "outcome")
"""Cells for which an act that counts needs a reason, if no words, or no events, give them."""


def _absent(table: type[Row]) -> list[str]:
    """The reasons that this table wants for nulls, those that each row must give in one line."""
    claims = table.claims()
    needed = [stem for stem, column in claims.items() if column.claim and column.claim.explained]
    needed += OF_AN_ACT if table.table == "acts" else ()
    if not needed and not table.core:
        return []
    reasons = ", ".join(f'{stem} = "not_stated"' for stem in needed or list(claims)[:2])
    where = f"needed for {', '.join(needed)} where nothing gives them" if needed else "if known"
    return [
        *comment(f"absent: why a claim is null; {where}."),
        *_codes(Absence),
        f"# absent = {{ {reasons} }}",
    ]


def _said(table: type[Row]) -> list[str]:
    """A passage to fill in, and the cells that its words may give."""
    claims = table.claims()
    if not claims:
        return []
    lines = comment("Shortest words of the page that give a cell, at most 20 a passage. Cells:")
    for stem, column in claims.items():
        by = column.claim.by if column.claim else ""
        needed = ", required" if column.required else ""
        lines += comment(f"  {stem} ({by}{needed}): {column.description}")
        if column.vocabulary and by == "vocabulary":
            lines += comment(f'    by phrases, `{column.phrases}.CODE = ["words"]`, of the codes:')
            lines += comment(f"    {', '.join(column.vocabulary.codes())}")
        elif by == "vocabulary":
            lines += comment(f'    by phrases, `{column.phrases}.ID = ["words"]`')
    written = [c.name for c in table.columns() if c.role == "judgment" and c.vocabulary]
    if written:
        shown = " or ".join(written)
        lines += comment(
            f"  {shown}: words that show the code that the row gives; they need no phrase."
        )
    return lines
