"""The tables as the page shows them: columns, cells, and the evidence that a cell opens."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ice_subpoenas import TABLE, TABLES
from ice_subpoenas.derivations import edtf_in_words
from ice_subpoenas.row import Column, Row, Vocabulary

Found = dict[str, Any]
Cell = tuple[str, str, str]

LISTED: Mapping[str, Sequence[str]] = {
    "subpoenas": (
        "jurisdiction_id state recipient_agency_id issued served days_to_respond respond_by"
        " response_status enforcement_status outcome instrument authority_as_printed"
        " authority_citation"
    ).split(),
    "jurisdictions": "name kind state geoid county_geoid ocd_id wikidata_id parent_id".split(),
    "individuals_referenced": (
        "name described_as role title affiliation_agency_id age nationality act_id n_persons"
        " naming_decision"
    ).split(),
    "quotes": (
        "text kind speaker_id speaker_agency_id speaker_as_printed title_as_printed cue hedge"
        " venue source_id region"
    ).split(),
    "sources": "title publisher byline kind published text_held url leaning".split(),
}
"""The columns that a core table shows; a row's own record shows all of them."""

SUPPORT = ("n_sources", "n_independent_sources", "has_conflict", "tier")
NAMES = {
    "individuals_referenced": "People referred to",
    "acts": "Acts of issue or service",
    "act_groups": "Acts counted together",
    "information_sought": "Information sought",
    "case_facts": "Case facts",
    "policy_statements": "Policy statements",
    "source_relations": "Relations between sources",
}
LABELS = {
    "act_id": "act",
    "text_held": "text held",
    "geoid": "Census GEOID",
    "county_geoid": "county GEOID",
    "ocd_id": "OCD id",
    "wikidata_id": "Wikidata id",
    "url": "address",
    "parent_id": "part of",
    "n_persons": "people",
    "n_subpoenas": "subpoenas",
    "n_affected": "affected",
    "n_total": "of total",
    "n_times": "times",
    "has_conflict": "conflict",
}
STANCES = {
    "supports": "Supports the value",
    "broader": "Agrees, less exactly",
    "contests": "Gives another value",
    "bears_on": "Bears on the question",
}


def title(table: str) -> str:
    """Name of a table as a heading."""
    return NAMES.get(table, table.replace("_", " ").capitalize())


def label(stem: str) -> str:
    """Name of a column as a heading.

    >>> label("recipient_agency_id"), label("issued")
    ('recipient agency', 'issued')
    """
    return LABELS.get(stem, stem.removesuffix("_id").removeprefix("n_").replace("_", " "))


def spoken(code: str) -> str:
    """A code in words."""
    return code.replace("_", " ").replace("i9 ", "I-9 ")


def link(table: str, row: str, stem: str = "") -> str:
    """Address of a row, or of a cell, within the site."""
    return f"{table}.html#{row}" + (f"/{stem}" if stem else "")


@dataclass(frozen=True)
class World:
    """Every published row, by table."""

    rows: Mapping[str, Sequence[Found]]

    @classmethod
    def read(cls, con: Any) -> World:
        """Everything in a connection of `ice_subpoenas.connect()`, in order."""
        names = [table.table for table in TABLES]
        found = {name: _rows(con, f'FROM "{name}" ORDER BY ALL') for name in names}
        for view in ("claim_support", "source_groups", "timeline"):
            found[view] = _rows(con, f'FROM "{view}" ORDER BY ALL')
        return cls(found)

    @cached_property
    def by_key(self) -> dict[str, dict[str, Found]]:
        """Rows by table and key."""
        return {t.table: {row[t.key]: row for row in self.rows[t.table]} for t in TABLES}

    @cached_property
    def evidence(self) -> dict[Cell, list[Found]]:
        """Evidence by cell; rivals come last."""
        found = _grouped(self.rows["evidence"])
        for pieces in found.values():
            pieces.sort(key=_in_order)
        return found

    @cached_property
    def support(self) -> dict[Cell, Found]:
        """How well each claim is supported, by cell."""
        return {cell: rows[0] for cell, rows in _grouped(self.rows["claim_support"]).items()}

    @cached_property
    def absent(self) -> dict[Cell, Found]:
        """Why a claim is null, by cell."""
        return {cell: rows[0] for cell, rows in _grouped(self.rows["absences"]).items()}

    @cached_property
    def conflicts(self) -> dict[Cell, Found]:
        """Conflict records by cell."""
        return {cell: rows[0] for cell, rows in _grouped(self.rows["conflicts"]).items()}

    @cached_property
    def reviews(self) -> dict[tuple[str, str], list[Found]]:
        """Current readings by row."""
        found: dict[tuple[str, str], list[Found]] = defaultdict(list)
        for row in self.rows["reviews"]:
            if row["is_current"]:
                found[row["table_name"], row["row_id"]].append(row)
        return found

    def name(self, table: str, key: str) -> str:
        """What people call a row."""
        row = self.by_key[table].get(key, {})
        if table == "sources":
            return str(row.get("publisher") or row.get("title") or key)
        names = (row.get(column) for column in ("name", "described_as", "title"))
        return str(next(filter(None, names), key))

    def shown(self, column: Column, value: Any) -> str:
        """A value as people read it."""
        if value is None:
            return ""
        if column.references in ("agencies", "jurisdictions", "individuals_referenced"):
            return self.name(column.references, str(value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if column.name.endswith("_edtf"):
            return edtf_in_words.words(str(value))
        return spoken(str(value)) if column.vocabulary else str(value)


def _rows(con: Any, query: str) -> list[Found]:
    result = con.execute(query)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _grouped(rows: Iterable[Found]) -> dict[Cell, list[Found]]:
    found: dict[Cell, list[Found]] = defaultdict(list)
    for row in rows:
        found[row["table_name"], row["row_id"], row["column_name"]].append(row)
    return dict(found)


def _in_order(piece: Found) -> tuple[bool, str, int, str]:
    rival = piece["stance"] == "contests"
    return rival, piece["source_id"], piece["char_start"] or 0, piece["evidence_id"]


# --- what a table's page holds ----------------------------------------------------------------


@dataclass(frozen=True)
class Field:
    """A shown column: one stem of the table."""

    stem: str
    label: str
    role: str
    main: Column
    columns: tuple[Column, ...]
    listed: bool
    filtered: bool

    @property
    def is_number(self) -> bool:
        """Whether its values line up on the right."""
        return self.main.type is int


@dataclass
class Block:
    """What a cell opens: its value, its evidence, or why there is none."""

    anchor: str
    cell: Cell
    label: str
    column: Column
    value: str = ""
    kind: str = "claim"
    support: Found | None = None
    absence: Found | None = None
    conflict: Found | None = None
    pieces: list[Found] = field(default_factory=list)
    batch: bool = False


@dataclass
class TablePage:
    """A table, ready to be laid out."""

    table: type[Row]
    title: str
    fields: list[Field]
    rows: list[Found]
    blocks: dict[str, Block]

    @property
    def listed(self) -> list[Field]:
        """The columns of the table itself."""
        return [each for each in self.fields if each.listed]


def fields(table: type[Row]) -> list[Field]:
    """The stems that a page shows, those of the table first, in the order of the page."""
    listed = LISTED.get(table.table)
    stems = {stem: columns for stem, columns in table.stems().items() if _is_shown(table, stem)}
    chosen = [stem for stem in listed or stems if stem != table.key and stem not in SUPPORT]
    chosen += [stem for stem in SUPPORT[:1] + SUPPORT[2:] if stem in stems]
    rest = [stem for stem in stems if stem not in chosen and stem != table.key]
    return [_field(stem, table.stems()[stem], stem in chosen) for stem in [*chosen, *rest]]


def _is_shown(table: type[Row], stem: str) -> bool:
    """A name that repeats an id, and what a date rests on, stand with what they belong to."""
    base = stem.removesuffix("_name")
    if base != stem and any(f"{base}{end}" in table.stems() for end in ("_id", "_agency_id")):
        return base == "speaker"
    date = stem.removesuffix("_basis")
    return not (date != stem and date in table.stems() and f"{date}_edtf" in table.column_map())


def _field(stem: str, columns: tuple[Column, ...], listed: bool) -> Field:
    main = columns[0]
    few = main.vocabulary is not None or main.type is bool or stem == "state"
    return Field(stem, label(stem), main.role, main, columns, listed, listed and few)


def page(world: World, table: type[Row]) -> TablePage:
    """A table with every cell and the blocks that its cells open."""
    made = TablePage(table, title(table.table), fields(table), [], {})
    for row in world.rows[table.table]:
        cells = {each.stem: _cell(world, made, row, each) for each in made.fields}
        reviews = world.reviews.get((table.table, row[table.key]), [])
        made.rows.append({"key": row[table.key], "cells": cells, "row": row, "reviews": reviews})
    return made


def _cell(world: World, made: TablePage, row: Found, each: Field) -> Found:
    """What a cell shows, how it sorts, and the block that it opens."""
    table, key = made.table, row[made.table.key]
    value = row[each.main.name]
    where = (table.table, key, each.stem)
    text = world.shown(each.main, value)
    if each.stem == "n_sources" and value:
        text = f"{value} ({row['n_independent_sources']} independent)"
    block = _block(world, made, where, each, text)
    tier = (block.support or {}).get("tier") if value is not None else None
    return {
        "text": text,
        "anchor": block.anchor,
        "tier": tier,
        "conflict": bool((world.support.get(where) or {}).get("has_conflict")),
        "absent": block.absence["reason"] if value is None and block.absence else None,
        "sort": _sort(row, each, value),
        "is_date": each.main.name.endswith("_edtf"),
        "bits": _bits(each, row),
    }


def _sort(row: Found, each: Field, value: Any) -> str | None:
    if each.main.name.endswith("_edtf"):
        day = row.get(f"{each.stem}_earliest") or row.get(f"{each.stem}_latest")
        return str(day) if day else None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _bits(each: Field, row: Found) -> list[tuple[str, str]]:
    """The other columns of a stem, which the record shows under the value."""
    names = [column.name for column in each.columns[1:]] + [f"{each.stem}_basis"]
    if len(each.columns) == 1 and f"{each.stem}_edtf" not in row:
        names = []
    return [(n.replace("_", " "), spoken(str(row[n]))) for n in names if row.get(n) is not None]


def _block(world: World, made: TablePage, where: Cell, each: Field, text: str) -> Block:
    """The block of a cell; cells that would say the same share one."""
    pieces = world.evidence.get(where, [])
    if pieces or (each.role == "claim" and text):
        block = _proof(world, where, each, text)
    else:
        block = _remark(world, where, each, text)
    return made.blocks.setdefault(block.anchor, block)


def _remark(world: World, where: Cell, each: Field, text: str) -> Block:
    """What a cell without evidence opens: why it is empty, or what kind of column it is in."""
    absence = world.absent.get(where) if not text else None
    if absence is None:
        return Block(f"c:{each.stem}", where, each.label, each.main, kind=each.role)
    anchor = f"n:{each.stem}/{absence['reason']}"
    return Block(anchor, where, each.label, each.main, kind="null", absence=absence)


def _proof(world: World, where: Cell, each: Field, text: str) -> Block:
    """What a cell with evidence opens; the evidence of a whole batch stands once."""
    pieces = world.evidence.get(where, [])
    origin = _origin(world, pieces)
    _, row, stem = where
    return Block(
        anchor=f"e:{'/'.join(origin)}" if origin else f"e:{row}/{stem}",
        cell=origin or where,
        label=each.label,
        column=each.main,
        value=text,
        support=world.support.get(where),
        absence=None if text else world.absent.get(where),
        conflict=world.conflicts.get(origin or where),
        pieces=[piece(world, one) for one in (world.evidence[origin] if origin else pieces)],
        batch=origin is not None,
    )


def _origin(world: World, pieces: Sequence[Found]) -> Cell | None:
    """The batch's cell that all pieces of a cell were copied from; null where one was not."""
    cells = {_via_cell(world, one) for one in pieces if one["derivation"] == "copied"}
    whole = all(one["derivation"] == "copied" for one in pieces) and len(cells) == 1
    return next(iter(cells)) if whole else None


def _via_cell(world: World, one: Found) -> Cell | None:
    """The cell of the evidence that a copy was made of, through copies of copies."""
    seen: set[str] = set()
    while one["derivation"] == "copied" and one["evidence_id"] not in seen:
        seen.add(one["evidence_id"])
        one = world.by_key["evidence"].get(one["via_evidence_id"] or "", one)
    cell = one["table_name"], one["row_id"], one["column_name"]
    return cell if cell[0] == "acts" else None


def piece(world: World, one: Found) -> Found:
    """A piece of evidence with what a reader needs beside the words."""
    source = world.by_key["sources"][one["source_id"]]
    arguments = json.loads(one["arguments"]) if one["arguments"] else {}
    via = world.by_key["evidence"].get(one["via_evidence_id"] or "")
    return one | {
        "source": source,
        "says": STANCES[one["stance"]],
        "published": edtf_in_words.words(source["published_edtf"])
        if source["published_edtf"]
        else "",
        "given": sorted((spoken(k), _plain(value)) for k, value in arguments.items()),
        "url": arguments.get("url") or source["url"],
        "via": via,
        "told": value_in_words(world, one),
    }


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def value_in_words(world: World, one: Found) -> str:
    """The value that a piece of evidence gives, as its column shows values."""
    value = one["value"]
    columns = TABLE[one["table_name"]].stems().get(one["column_name"]) if value else None
    if not columns:
        return str(value or "")
    return world.shown(columns[0], value)


def definition(vocabulary: type[Vocabulary] | None, code: str) -> str:
    """What a code means; nothing for a word that is no code."""
    return next((each.definition for each in vocabulary or () if each.value == code), "")
