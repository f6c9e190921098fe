"""From blocks of reviewed files to rows as they were written: values, reasons for nulls, and words.

What is said once is written once. A file of an act is about that act, a file of a source about that
source: `id = "petition"` there names the row `denver-1-petition`, and `-a` stands for `denver-1-a`.
A claim needs no value, since its words give it. Nothing is looked up in a text here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ice_subpoenas.formats import MISSING
from ice_subpoenas.problem import Problem, nearest
from ice_subpoenas.row import Column, Row
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.rules.rows import LARGEST
from ice_subpoenas.tables import TABLE
from ice_subpoenas.vocabularies import Absence
from reviewed.files import Block, Reviewed
from reviewed.said import Said, from_page, said

NOT_TABLES = ("left_out", "rejections", "readings", "withheld")
"""Blocks that are no rows: sentences without a fact, proposals that are none, readings, names."""

COMPUTED = frozenset(
    "shared_passages quote_variants evidence absences ledger reviews phrases codes dictionary "
    "attributions".split()
)
"""Tables whose rows are made from others, or written in another form."""

EXTRA: Mapping[str, tuple[str, ...]] = {
    "quotes": ("words", "within", "chain"),
    "regions": ("begins", "ends"),
    "events": ("acts",),
}
"""Keys that a block of a table may have besides its columns."""

OF_ITS_ACT = frozenset(("subpoenas", "information_sought", "case_facts", "grounds"))
"""Tables whose rows belong to the act of their file unless they name another owner."""

OWNERS = ("act_id", "individual_id", "event_id")

OF_FILE = ("accessed", "read_from", "read_part")
"""What a file says of all its documents: when, from where and how far they were read."""

OF_EVENT_ACTS = "n_subpoenas"
"""The column that is written with an event and is about each act that the event concerns."""


@dataclass(frozen=True)
class Written:
    """One row as written: values, reasons for nulls and words, by column or stem."""

    table: type[Row]
    row_id: str
    values: Mapping[str, Any]
    absent: Mapping[str, str]
    said: tuple[Said, ...]
    block: Block
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """Table and id."""
        return self.table.table, self.row_id


@dataclass
class Rows:
    """All rows of the reviewed files, the blocks that are none, and what is wrong in form."""

    written: list[Written]
    others: list[Block]
    problems: list[Problem]


class _Same(tuple[Any, ...]):
    """Things that are the same only if each is the same object, whatever it holds."""

    def __hash__(self) -> int:
        return hash(tuple(map(id, self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and list(map(id, self)) == list(map(id, other))


def rows(reviewed: Reviewed) -> Rows:
    """The rows that the blocks write."""
    found = Rows([], [], [])
    acts: dict[str, set[str]] = {}  # of each file
    for block in reviewed.blocks:
        if block.table == "acts":
            acts.setdefault(block.file, set()).add(str(block.data.get("act_id", block.stem)))
    known = set().union(*acts.values())
    for file, blocks in groupby(reviewed.blocks, lambda block: block.file):
        own = tuple(blocks)
        act = _act_of(own[0], acts.get(file, set()), known)
        made = _written_in(_Same((*own, reviewed.defaults.get(file))), act)
        found.written += made.written
        found.others += made.others
        found.problems += made.problems
    return found


@lru_cache(maxsize=512)
def _written_in(given: _Same, act: str | None) -> Rows:
    """The rows of the blocks of one file, whose defaults come last; kept till it changes."""
    *blocks, defaults = given
    found = Rows([], [], [])
    for block in blocks:
        if block.table in NOT_TABLES:
            found.others.append(block)
        elif block.table not in TABLE or block.table in COMPUTED:
            found.problems.append(_unknown_table(block))
        else:
            found.written += row(block, act, defaults or {}, found.problems)
    return found


def _act_of(block: Block, own: set[str], known: set[str]) -> str | None:
    """The act that a file is about: that of its name, or of its name without what follows."""
    if not block.file.startswith("acts/"):
        return None
    stem = block.stem
    if len(own) == 1:
        return min(own)
    begun = [stem[:at] for at, letter in enumerate(f"{stem}-") if letter == "-"]
    return max(known.intersection(begun), key=len, default=stem)


def _unknown_table(block: Block) -> Problem:
    names = [name for name in TABLE if name not in COMPUTED] + list(NOT_TABLES)
    otherwise = "write one of the tables that `python build new` lists"
    message = f"no table is called {block.table!r}"
    remedy = nearest(block.table, names, otherwise)
    return RULES["unknown-table"].at(block.place(), message, remedy)


def row(
    block: Block, act: str | None, defaults: Mapping[str, Any], problems: list[Problem]
) -> Iterator[Written]:
    """The rows of one block: one, or one for each id under `ids`."""
    table = TABLE[block.table]
    owner = block.stem if block.file.startswith("sources/") else act
    reader = _Reader(block, table, owner, problems)
    data = dict(block.data)
    ids = reader.ids(data, act)
    default = _source_of(block, defaults, ids)
    words = tuple(said(block, data.pop("said", []), default, problems))
    absent = reader.absent(data.pop("absent", {}))
    extra = reader.extra(data)
    values = reader.values(data)
    if table.table == "sources":
        if not block.file.startswith("sources/"):
            values = reader.values({k: defaults[k] for k in OF_FILE if k in defaults}) | values
        words += tuple(from_page(block, ids, values, words))
    values = _owned(table, values, block, act, ids) | values
    routed = {OF_EVENT_ACTS} if table.table == "events" else set()
    own = tuple(each for each in words if each.column not in routed)
    left = {stem: reason for stem, reason in absent.items() if stem not in routed}
    for row_id in ids:
        written = Written(table, row_id, {table.key: row_id} | values, left, own, block, extra)
        yield written
        if table.table == "events":
            of_acts = tuple(each for each in words if each.column in routed)
            why = {stem: reason for stem, reason in absent.items() if stem in routed}
            yield from _event_acts(written, act, of_acts, why, reader)


def _source_of(block: Block, defaults: Mapping[str, Any], ids: list[str]) -> str | None:
    """The source of passages that name none: of a document itself, else what the file is about."""
    if block.table == "sources" and len(ids) == 1:
        return ids[0]
    if isinstance(defaults.get("source"), str):
        return str(defaults["source"])
    return block.stem if block.file.startswith("sources/") else None


def _owned(
    table: type[Row], values: Mapping[str, Any], block: Block, act: str | None, ids: list[str]
) -> dict[str, Any]:
    """What a row has by the file that it stands in: its source, or its act."""
    found: dict[str, Any] = {}
    if "source_id" in table.column_map() and block.file.startswith("sources/"):
        found["source_id"] = block.stem
    is_subject = table.table == "individuals_referenced" and all(
        act and row_id.removeprefix(f"{act}-").isalpha() and len(row_id) == len(act) + 2
        for row_id in ids
    )
    owned = table.table in OF_ITS_ACT and not any(values.get(name) for name in OWNERS)
    if act and (owned or is_subject):
        found["act_id"] = act
    return found


def _event_acts(
    event: Written,
    act: str | None,
    words: tuple[Said, ...],
    absent: Mapping[str, str],
    reader: _Reader,
) -> Iterator[Written]:
    """A row for each act that an event concerns; a number is that of the only one.

    Why there is no number is said of all of them.
    """
    acts = event.extra.get("acts", [act] if act else [])
    table = TABLE["event_acts"]
    for each in acts:
        act_id = reader.full(each)
        row_id = f"{event.row_id}-of-{act_id}"
        values = {"event_act_id": row_id, "event_id": event.row_id, "act_id": act_id}
        own = words if len(acts) == 1 else ()
        yield Written(table, row_id, values, dict(absent), own, event.block)


@dataclass(frozen=True)
class _Reader:
    """What one block says, column by column; what does not fit is added to the problems."""

    block: Block
    table: type[Row]
    owner: str | None
    problems: list[Problem]

    def full(self, name: Any) -> Any:
        """An id as it is published: `-a` is a row of the act or source that the file is about."""
        short = isinstance(name, str) and name.startswith("-") and self.owner
        return f"{self.owner}{name}" if short else name

    def ids(self, data: dict[str, Any], act: str | None) -> list[str]:
        """The ids that a block writes, `ids` for several rows that are alike."""
        key = self.table.key
        if self.table.table == "regions":
            return [f"{self.block.stem}-r{self.block.number:02d}"]
        if self.table.table == "source_relations" and not {key, "id", "ids"} & data.keys():
            return [f"{data.get('source_id')}-{data.get('related_source_id')}"]
        if self.table.table == "may_be_same":
            pair = [self.full(data.get(name)) for name in ("row_id", "other_row_id")]
            return ["/".join(map(str, (data.get("table_name"), *pair)))]
        if self.table.table == "acts" and key not in data and act:
            return [act]
        if self.table.table == "sources" and key not in data and self.owner:
            return [self.owner]
        short = data.pop("id", None)
        given = data.pop("ids", None)
        if given is None:
            own = f"{self.owner}-{short}" if short is not None and self.owner else short
            given = [data.pop(key, own)]
        found = [self.full(each) for each in given] if isinstance(given, list) else []
        column = self.table.column_map()[key]
        if not found or any(_unfit(self.table.table, column, each) for each in found):
            missing = found == [None]
            rule = RULES["missing-column" if missing else "wrong-value"]
            message = f"{self.table.table}: {key} is {'missing' if missing else 'no valid id'}"
            remedy = "write lower-case letters, digits and hyphens, such as denver-1-a"
            self.problems.append(rule.at(self.block.place(key), message, remedy))
            return []
        return found

    def extra(self, data: dict[str, Any]) -> dict[str, Any]:
        """What a block holds besides its columns: texts that are required, and lists."""
        found: dict[str, Any] = {}
        for key in EXTRA.get(self.table.table, ()):
            value = data.pop(key, None)
            if value is None and key not in ("within", "chain", "acts"):
                self._told("missing-column", key, "is missing", f'add {key} = "…"')
            elif value is not None and not _extra_fits(key, value):
                _, form = _LISTS.get(key, (str, "write words"))
                self._told("wrong-value", key, "has another form", form)
            elif value is not None:
                found[key] = value
        return found

    def _told(self, code: str, key: str, message: str, remedy: str) -> None:
        whole = f"{self.table.table}.{key} {message}"
        self.problems.append(RULES[code].at(self.block.place(key), whole, remedy))

    def values(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The values by column; a day is written under its stem."""
        found: dict[str, Any] = {}
        for key, given in data.items():
            found |= self._value(key, given)
        return found

    def _value(self, key: str, given: Any) -> dict[str, Any]:
        columns = self.table.column_map()
        if f"{key}_edtf" in columns:
            name = f"{key}_edtf"
            given = given.isoformat() if isinstance(given, date) else given
        else:
            name = key
        column = columns.get(name)
        if column is None or column.role == "derived" or name == self.table.key:
            self._unknown(key)
            return {}
        if column.references or column.name in ("row_id", "other_row_id"):
            given = self.full(given)
        message = _unfit(self.table.table, column, given)
        if message is None:
            return {name: given}
        remedy = nearest(str(given), column.codes, _choices(self.table.table, column))
        self._told("wrong-value", key, f": {message}".lstrip(), remedy)
        return {}

    def _unknown(self, key: str) -> None:
        known = writable(self.table)
        stem = key.removesuffix("_edtf").removesuffix("_earliest").removesuffix("_latest")
        computed = key in self.table.column_map()
        said = "is computed and never written" if computed else "is not a column"
        otherwise = "remove it, or see `python build new`"
        remedy = f"write {stem!r}" if stem in known else nearest(key, known, otherwise)
        message = f"{self.table.table}: {key!r} {said}"
        self.problems.append(RULES["unknown-column"].at(self.block.place(key), message, remedy))

    def absent(self, given: Any) -> dict[str, str]:
        """Reasons of nulls by stem: a code, of `not_found` with its search after a colon."""
        if isinstance(given, dict) and all(isinstance(value, str) for value in given.values()):
            return {stem: reason for stem, reason in given.items() if self._is_reason(stem, reason)}
        remedy = 'write absent = { age = "not_stated" }'
        self._told("wrong-value", "absent", "is not a table of columns and reasons", remedy)
        return {}

    def _is_reason(self, stem: str, given: str) -> bool:
        code = given.partition(":")[0]
        if code in Absence.codes():
            return True
        remedy = nearest(code, Absence.codes(), f"use one of: {', '.join(Absence.codes())}")
        message = f"{self.table.table}: {code!r} is not a reason for a null in {stem}"
        self.problems.append(
            RULES["reason-for-value"].at(self.block.place("absent"), message, remedy)
        )
        return False


_LISTS: dict[str, tuple[type, str]] = {
    "chain": (dict, 'write chain = [{ kind = "…", … }]'),
    "acts": (str, 'write acts = ["denver-1", "nyc-1"]'),
}
"""Keys that hold lists: what each element is, and how one is written."""


def _extra_fits(key: str, value: Any) -> bool:
    if key not in _LISTS:
        return isinstance(value, str)
    return isinstance(value, list) and all(isinstance(each, _LISTS[key][0]) for each in value)


@cache
def writable(table: type[Row]) -> tuple[str, ...]:
    """The names that a reviewer may write in a row of a table, in order."""
    names: list[str] = []
    for stem, columns in table.stems().items():
        if columns[0].name.endswith("_edtf"):
            names.append(stem)
        else:
            names += [column.name for column in columns if column.role != "derived"]
    return (*names, *EXTRA.get(table.table, ()), "id", "ids", "absent", "said")


@cache
def _adapter(table: str, name: str) -> TypeAdapter[Any]:
    return _of(TABLE[table].column_map()[name])


@cache
def _of(column: Column) -> TypeAdapter[Any]:
    """What judges values of a column; the same column means the same in each table."""
    return TypeAdapter(column.annotation)


FEW = 6  # codes of which a message tells what each means


def _choices(table: str, column: Column) -> str:
    """What may stand in a column: its codes, if they are few, each with what it means."""
    if column.vocabulary is None or len(column.codes) > FEW:
        return f"see `python build new {table}`"
    codes = (f"{code.value} ({code.definition.rstrip('.')})" for code in column.vocabulary)
    return f"use one of: {', '.join(codes)}"


def _unfit(table: str, column: Column, value: Any) -> str | None:
    """What is wrong with a value for a column of a table; null if nothing is."""
    if value is None:
        return "a value is missing"
    if value in MISSING or (type(value) is int and abs(value) >= LARGEST):
        return f"{value!r} cannot be published"
    try:
        _adapter(table, column.name).validate_python(value, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        shown = repr(value)
        return f"{first['msg']}, not {shown if len(shown) < 60 else shown[:57] + '…'}"
    return None


def hops(quote: Written, problems: list[Problem]) -> Iterator[Written]:
    """The hops between the speaker of a quotation and the source that prints it."""
    for index, given in enumerate(quote.extra.get("chain", []), 2):
        row_id = f"{quote.row_id}-h{index}"
        data = dict(given) | {"attribution_id": row_id, "quote_id": quote.row_id, "hop": index}
        path = (*quote.block.path, "chain", index - 2)
        block = replace(quote.block, table="attributions", data=data, path=path)
        yield from row(block, None, {"source": quote.values.get("source_id")}, problems)


def unique(written: Iterable[Written]) -> tuple[dict[tuple[str, str], Written], list[Problem]]:
    """The rows by table and id; a second row of one id is a problem."""
    known: dict[tuple[str, str], Written] = {}
    problems: list[Problem] = []
    for each in written:
        first = known.setdefault(each.key, each)
        if first is not each:
            place = first.block.place()
            used = f"the id is used already at {place.file}:{place.line}"
            message = f"{each.table.table} {each.row_id}: {used}"
            remedy = "use another id, or add evidence there"
            problems.append(RULES["duplicate-id"].at(each.block.place(), message, remedy))
    return known, problems
