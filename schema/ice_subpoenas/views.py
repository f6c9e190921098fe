"""Views that are stored in the DuckDB file, and the macro that traces a cell to its words.

A view is a table whose columns are all computed: it describes itself as tables do. Only features
that DuckDB 1.2 can open are used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from . import vocabularies as v
from .formats import duckdb_comments, literal, literals, quoted
from .row import Column, Row, Vocabulary
from .tables import TABLE, TABLES


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


def statements() -> list[str]:
    """The SQL that creates every view and macro in a database that holds the tables."""
    made = []
    for view in VIEWS:
        made.append(f"CREATE VIEW {quoted(view.table)} AS\n{view.query}")
        made += duckdb_comments(view, "VIEW")
    return [*made, TRACE, f"COMMENT ON MACRO TABLE trace IS {literal(TRACE_SAYS)}"]


def _computed(
    name: str,
    kind: type,
    description: str,
    *,
    vocabulary: type[Vocabulary] | None = None,
    required: bool = False,
    warning: str | None = None,
) -> Column:
    return Column(
        name=name,
        stem=name,
        role="derived",
        type=kind,
        required=required,
        description=description,
        vocabulary=vocabulary,
        warning=warning,
    )


def _taken(table: str, column: str, name: str = "") -> Column:
    """A table's column as a view shows it: same meaning, nothing to prove there again."""
    found = TABLE[table].column_map()[column]
    role = "id" if found.name == TABLE[table].key else "derived"
    return replace(found, name=name or column, role=role, claim=None)  # type: ignore[arg-type]


def _loose(column: Column) -> Column:
    """The same column where an outer join may leave it null."""
    return replace(column, required=False)


def _select(table: str, alias: str) -> str:
    return ", ".join(f"{alias}.{quoted(c.name)}" for c in TABLE[table].columns())


def _all(table: str) -> tuple[Column, ...]:
    return tuple(_taken(table, c.name) for c in TABLE[table].columns())


def _part_of(
    table: str, name: str, text: str, alias: str, condition: str, caution: str | None = None
) -> View:
    """A view of the rows of a table for which a condition on its alias is true."""
    key = TABLE[table].key
    return View(
        table=name,
        text=text,
        fields=_all(table),
        query=(
            f"SELECT {_select(table, alias)} FROM {quoted(table)} {alias}"
            f" WHERE {condition} ORDER BY {alias}.{quoted(key)}"
        ),
        key=key,
        caution=caution,
    )


# --- everything about a subpoena in one row ---------------------------------------------------


def _listed(of: str, by: str, source: str) -> str:
    """SQL that puts the different values of a column into one text for each row of a parent."""
    value = f"CAST(x.{of} AS VARCHAR)"
    return (
        f"(SELECT x.{by} AS id, string_agg(DISTINCT {value}, ' ' ORDER BY {value}) AS listed"
        f" FROM {source} GROUP BY x.{by})"
    )


OF_BATCHES = "evidence x WHERE x.table_name = 'acts'"
OF_SUBPOENAS = "evidence x WHERE x.table_name = 'subpoenas'"

# --- what is counted, and what is kept apart --------------------------------------------------

IS_COUNTED = f"b.instrument IN ({literals(v.COUNTED)})"
"""SQL: whether a batch consists of such subpoenas."""

COUNTED_BATCHES = _part_of(
    "acts",
    "counted_acts",
    "One act of issuing or serving subpoenas: `acts` without adjacent papers.",
    "b",
    IS_COUNTED,
    "Not a census: only what the sources of this dataset report.",
)


def _adjacent() -> View:
    own = [
        *("instrument", "recipient_as_printed", "issued_edtf", "served_edtf", "days_to_respond"),
        *("respond_by_edtf", "response_status", "enforcement_status", "outcome", "tier", "remark"),
    ]
    return View(
        table="adjacent_papers",
        text="A paper that resembles these subpoenas and is none: a notice, a letter, a customs "
        "summons, a subpoena in a criminal case.",
        fields=(
            _taken("acts", "act_id"),
            _taken("subpoenas", "jurisdiction_name"),
            _taken("subpoenas", "state"),
            _taken("subpoenas", "issuing_agency_name"),
            _taken("subpoenas", "recipient_agency_name"),
            *(_taken("acts", name) for name in own),
            _computed(
                "information_sought", str, "Codes of what the paper asks for, between spaces."
            ),
            _computed(
                "source_ids", str, "Ids of the sources with evidence on the row, between spaces."
            ),
        ),
        query=(
            "SELECT b.act_id, j.name AS jurisdiction_name, j.state, i.name AS"
            " issuing_agency_name,\n  r.name AS recipient_agency_name,"
            f" {', '.join(f'b.{name}' for name in own)},\n"
            "  sought.listed AS information_sought, held_by.listed AS source_ids\n"
            "FROM acts b\n"
            "JOIN jurisdictions j ON j.jurisdiction_id = b.jurisdiction_id\n"
            "LEFT JOIN agencies i ON i.agency_id = b.issuing_agency_id\n"
            "LEFT JOIN agencies r ON r.agency_id = b.recipient_agency_id\n"
            f"LEFT JOIN {_listed('kind', 'act_id', 'information_sought x')} sought"
            " ON sought.id = b.act_id\n"
            f"LEFT JOIN {_listed('source_id', 'row_id', OF_BATCHES)} held_by"
            " ON held_by.id = b.act_id\n"
            f"WHERE NOT {IS_COUNTED} ORDER BY b.act_id"
        ),
        key="act_id",
        caution="Never counted as subpoenas. Not a census either: only what the sources of this "
        "dataset report one by one.",
    )


@dataclass(frozen=True)
class _Part:
    """One column of the flat table, and the SQL that gives it."""

    column: Column
    sql: str


def _parts(table: str, alias: str, names: Mapping[str, str]) -> Iterable[_Part]:
    """Columns of a table under the given names; a nullable claim is followed by its absence."""
    for name, shown in names.items():
        column = TABLE[table].column_map()[name]
        taken = _taken(table, name, shown)
        yield _Part(replace(taken, role="derived"), f"{alias}.{quoted(name)}")
        if column.claim and not column.required:
            reason = f"{alias}_absent.{quoted(column.stem)}"
            why = f"CASE WHEN {alias}.{quoted(name)} IS NULL THEN {reason} END"
            yield _Part(_absence_column(shown), why)


def _absence_column(shown: str) -> Column:
    return _computed(
        f"{shown}_absence",
        str,
        f"Why `{shown}` is null, if it is.",
        vocabulary=v.Absence,
    )


def _absences(table: str) -> str:
    """SQL for the absences of a table: a row for each of its rows, a column for each stem."""
    stems = [
        stem
        for stem, columns in TABLE[table].stems().items()
        if any(c.claim and not c.required for c in columns)
    ]
    shown = ",\n    ".join(
        f"any_value(a.reason) FILTER (WHERE a.column_name = {literal(stem)}) AS {quoted(stem)}"
        for stem in stems
    )
    return (
        f"(SELECT a.row_id,\n    {shown}\n  FROM absences a"
        f" WHERE a.table_name = {literal(table)} GROUP BY a.row_id)"
    )


def _flat_parts() -> list[_Part]:
    parts = list(_parts("subpoenas", "s", {c.name: c.name for c in TABLE["subpoenas"].columns()}))
    parts[0] = replace(parts[0], column=replace(parts[0].column, role="id"))
    batch = {
        "n_subpoenas": "batch_n_subpoenas",
        "n_persons": "batch_n_persons",
        "recipient_as_printed": "batch_recipient_as_printed",
        "remark": "batch_remark",
    }
    place = {"kind": "jurisdiction_kind"} | {
        name: name for name in ("geoid", "county_geoid", "ocd_id", "wikidata_id")
    }
    parts += _parts("acts", "b", batch)
    parts += _parts("jurisdictions", "j", place)
    return [*parts, *_LISTS, *_LAST]


_LISTS = [
    _Part(
        _computed("information_sought", str, "Codes of what the batch asks for, between spaces."),
        "sought.listed",
    ),
    _Part(
        _computed(
            "batch_individual_ids",
            str,
            "Ids of the people on whom the batch asks for information, between spaces.",
            warning="Which person belongs to which subpoena of the batch is not known.",
        ),
        "people.listed",
    ),
    _Part(
        _computed(
            "source_ids", str, "Ids of the sources with evidence on the row, between spaces."
        ),
        "held_by.listed",
    ),
]
_LAST = [
    _Part(
        _computed("last_event_id", str, "The latest dated event of the batch: see `act_state`."),
        "t.event_id",
    ),
    _Part(
        _computed("last_event_kind", str, "What happened in it.", vocabulary=v.EventKind),
        "t.kind",
    ),
    _Part(_computed("last_event_edtf", str, "When it happened, as an EDTF string."), "t.edtf"),
]


def _flat() -> View:
    parts = _flat_parts()
    shown = ",\n  ".join(f"{part.sql} AS {quoted(part.column.name)}" for part in parts)
    return View(
        table="subpoenas_flat",
        text="A subpoena, with its batch, its jurisdiction and the reason of each null.",
        fields=tuple(part.column for part in parts),
        query=(
            f"SELECT {shown}\nFROM subpoenas s\n"
            "JOIN acts b ON b.act_id = s.act_id\n"
            "JOIN jurisdictions j ON j.jurisdiction_id = s.jurisdiction_id\n"
            f"LEFT JOIN {_absences('subpoenas')} s_absent ON s_absent.row_id = s.subpoena_id\n"
            f"LEFT JOIN {_absences('acts')} b_absent ON b_absent.row_id = b.act_id\n"
            f"LEFT JOIN {_absences('jurisdictions')} j_absent"
            " ON j_absent.row_id = j.jurisdiction_id\n"
            f"LEFT JOIN {_listed('kind', 'act_id', 'information_sought x')} sought"
            " ON sought.id = s.act_id\n"
            f"LEFT JOIN {_listed('individual_id', 'act_id', 'individuals_referenced x')} people"
            " ON people.id = s.act_id\n"
            f"LEFT JOIN {_listed('source_id', 'row_id', OF_SUBPOENAS)} held_by"
            " ON held_by.id = s.subpoena_id\n"
            "LEFT JOIN act_state t ON t.act_id = s.act_id\n"
            "ORDER BY s.subpoena_id"
        ),
        key="subpoena_id",
        caution=TABLE["subpoenas"].caution,
    )


# --- what is dated, in order ------------------------------------------------------------------


def _dated() -> Iterable[tuple[type[Row], str]]:
    """Each table's dated stems. Subpoenas repeat the dates of their batch and are left out."""
    for table in TABLES:
        for stem in table.stems():
            if table.table != "subpoenas" and f"{stem}_edtf" in table.column_map():
                yield table, stem


def _dated_query(table: type[Row], stem: str) -> str:
    columns = table.column_map()
    kind = literal(stem)
    if stem == "occurred" and "kind" in columns:
        kind = "CAST(x.kind AS VARCHAR)"
    batch = "x.act_id" if "act_id" in columns else "CAST(NULL AS VARCHAR)"
    return (
        f"SELECT {literal(table.table)} AS table_name, x.{quoted(table.key)} AS row_id,"
        f" {literal(stem)} AS column_name, {kind} AS kind, {batch} AS act_id,"
        f" x.{stem}_edtf AS edtf, x.{stem}_earliest AS earliest, x.{stem}_latest AS latest,"
        f" x.{stem}_basis AS basis FROM {quoted(table.table)} x WHERE x.{stem}_edtf IS NOT NULL"
    )


def _timeline() -> View:
    union = "\nUNION ALL ".join(_dated_query(table, stem) for table, stem in _dated())
    return View(
        table="timeline",
        text="Something that a table dates, in order of the earliest day that it allows.",
        fields=(
            _computed("table_name", str, "Table of the dated row.", required=True),
            _computed("row_id", str, "Key of the row.", required=True),
            _computed("column_name", str, "Stem of its date.", required=True),
            _computed("kind", str, "What happened, or which of the row's dates it is."),
            _computed("act_id", str, "The batch concerned, where the row names one."),
            _computed("edtf", str, "The date as an EDTF string."),
            _computed("earliest", date, "Earliest day that the evidence allows."),
            _computed("latest", date, "Latest day that the evidence allows."),
            _computed("basis", str, "What the date rests on.", vocabulary=v.DateBasis),
            replace(
                _loose(_taken("acts", "instrument")),
                description="The kind of paper, where the row names an act.",
            ),
        ),
        query=(
            f"SELECT t.*, b.instrument FROM ({union}) t\n"
            "LEFT JOIN acts b ON b.act_id = t.act_id\n"
            "ORDER BY t.earliest NULLS LAST, t.latest NULLS LAST, t.table_name, t.row_id,"
            " t.column_name"
        ),
    )


# --- how well each claim is supported ---------------------------------------------------------

SOURCE_GROUPS = View(
    table="source_groups",
    text="A source, and the group of sources that are known to depend on one another.",
    fields=(
        _taken("sources", "source_id"),
        _computed(
            "group_id",
            str,
            "Lowest source id of the group: those that a chain of `source_relations` and "
            "`overlaps` connects with the source.",
            required=True,
        ),
        _computed("n_sources", int, "How many sources the group has.", required=True),
    ),
    query="""WITH RECURSIVE pairs AS (
  SELECT source_id AS one, related_source_id AS other FROM source_relations
  UNION SELECT source_id, other_source_id FROM "shared_passages"
), edges AS (SELECT one, other FROM pairs UNION SELECT other, one FROM pairs
), reached AS (
  SELECT source_id, source_id AS other FROM sources
  UNION SELECT r.source_id, e.other FROM reached r JOIN edges e ON e.one = r.other
)
SELECT source_id, min(other) AS group_id, CAST(count(*) AS INTEGER) AS n_sources
FROM reached GROUP BY source_id ORDER BY source_id""",
    key="source_id",
)


def _cells() -> str:
    """SQL for every claim that is not null: table, row, stem and value as text."""
    return "\nUNION ALL ".join(
        f"SELECT {literal(table.table)} AS table_name, x.{quoted(table.key)} AS row_id,"
        f" {literal(stem)} AS column_name, {_as_text(columns)} AS value"
        f" FROM {quoted(table.table)} x WHERE {_as_text(columns)} IS NOT NULL"
        for table in TABLES
        for stem, columns in table.stems().items()
        if any(column.claim for column in columns)
    )


def _as_text(columns: tuple[Column, ...]) -> str:
    parts = [f"CAST(x.{quoted(c.name)} AS VARCHAR)" for c in columns if c.claim]
    return parts[0] if len(parts) == 1 else f"coalesce({', '.join(parts)})"


def _claim_support() -> View:
    return View(
        table="claim_support",
        text="A claim: one cell, or the cells of one stem, with what supports the value.",
        fields=(
            _computed("table_name", str, "Table of the cell.", required=True),
            _computed("row_id", str, "Key of its row.", required=True),
            _computed("column_name", str, "Column, or the stem that columns share.", required=True),
            _computed("value", str, "The published value as text; of a date its EDTF string."),
            _computed("n_evidence", int, "Pieces of evidence that do not contest it."),
            _computed("n_sources", int, "Sources that hold them."),
            _computed("n_publishers", int, "Known publishers of those sources."),
            _computed(
                "n_independent_sources",
                int,
                "Of the sources whose words they are, how many are not known to depend on one "
                "another: groups of `source_groups`.",
            ),
            _computed(
                "has_conflict",
                bool,
                "Whether `conflicts` has a record of the cell, or of the cell it is copied from.",
            ),
            _computed("tier", str, "How far the claim can be checked.", vocabulary=v.Tier),
        ),
        query=f"""WITH cells AS ({_cells()}
), support AS (
  SELECT e.table_name, e.row_id, e.column_name, count(*) AS n_evidence,
    count(DISTINCT e.source_id) AS n_sources, count(DISTINCT s.publisher) AS n_publishers,
    count(DISTINCT g.group_id) AS n_independent_sources,
    bool_or(e.char_start IS NOT NULL) AS is_held
  FROM evidence e JOIN sources s ON s.source_id = e.source_id
  JOIN source_groups g ON g.source_id = e.witness_source_id
  WHERE e.stance <> 'contests' GROUP BY e.table_name, e.row_id, e.column_name
), disputed AS (
  SELECT k.table_name, k.row_id, k.column_name FROM conflicts k
  UNION SELECT e.table_name, e.row_id, e.column_name FROM evidence e
  JOIN evidence o ON o.evidence_id = e.via_evidence_id AND e.derivation = 'copied'
  JOIN conflicts k ON k.table_name = o.table_name
    AND k.row_id = o.row_id AND k.column_name = o.column_name
)
SELECT c.table_name, c.row_id, c.column_name, c.value,
  CAST(coalesce(p.n_evidence, 0) AS INTEGER) AS n_evidence,
  CAST(coalesce(p.n_sources, 0) AS INTEGER) AS n_sources,
  CAST(coalesce(p.n_publishers, 0) AS INTEGER) AS n_publishers,
  CAST(coalesce(p.n_independent_sources, 0) AS INTEGER) AS n_independent_sources,
  d.row_id IS NOT NULL AS has_conflict,
  CAST(CASE WHEN p.is_held THEN 'held_text' WHEN p.n_evidence > 0 THEN 'cited' END AS tier) AS tier
FROM cells c LEFT JOIN support p ON p.table_name = c.table_name
  AND p.row_id = c.row_id AND p.column_name = c.column_name
LEFT JOIN disputed d ON d.table_name = c.table_name
  AND d.row_id = c.row_id AND d.column_name = c.column_name
ORDER BY c.table_name, c.row_id, c.column_name""",
    )


# --- smaller views ----------------------------------------------------------------------------

CONFLICTS_OPEN = _part_of(
    "conflicts",
    "conflicts_open",
    "A conflict that is not settled.",
    "k",
    "k.resolution = 'unresolved'",
)

QUOTE_VARIANTS_IN_MARKS = View(
    table="quote_variants_in_marks",
    text="A difference inside quotation marks between two printings, with who printed them.",
    fields=(
        *_all("quote_variants"),
        _taken("quotes", "source_id"),
        _taken("quotes", "publisher"),
        _taken("quotes", "source_id", "other_source_id"),
        _taken("quotes", "publisher", "other_publisher"),
    ),
    query=f"""SELECT {_select("quote_variants", "d")}, q.source_id, q.publisher,
  o.source_id AS other_source_id, o.publisher AS other_publisher
FROM quote_variants d JOIN quotes q ON q.quote_id = d.quote_id
JOIN quotes o ON o.quote_id = d.other_quote_id
WHERE d.within_marks ORDER BY d.quote_variant_id""",
    key="quote_variant_id",
)

# --- acts of service and what came of them ----------------------------------------------------

_COURT = (
    *("threat", "petition", "suit", "motion", "hearing"),
    *("opposition", "order", "appeal", "no_appeal"),
)
"""Kinds of events before a court, or on the way there."""


@dataclass(frozen=True)
class _Stage:
    """A stage of a batch's history, and the condition that picks its events."""

    name: str
    picks: str
    what: str


_STAGES = (
    _Stage("service", "x.kind IN ('issued', 'served')", "of issue or service"),
    _Stage("response", "x.response_status IS NOT NULL", "that gives the recipient's answer"),
    _Stage(
        "enforcement",
        f"x.kind IN ({literals(_COURT)})",
        "before a court or on the way there",
    ),
    _Stage("outcome", "x.kind = 'production'", "of production"),
)
_OWN = "What the batch's own row says; for an act of the held articles, what these allow."


def _latest(picks: str) -> str:
    """SQL for the last event of each batch among some: by its earliest day, undated ones before."""
    return (
        "(SELECT x.*, row_number() OVER (PARTITION BY x.act_id ORDER BY"
        " coalesce(x.occurred_earliest, x.occurred_latest) DESC NULLS LAST,"
        " x.occurred_latest DESC NULLS FIRST, x.event_id DESC) AS place"
        f" FROM events x WHERE {picks})"
    )


def _stage_fields(stage: _Stage) -> list[tuple[Column, str]]:
    """The columns that show a stage's last event, each with the event's column it takes."""
    name = stage.name
    fields = [
        (_computed(f"{name}_event_id", str, f"The last event {stage.what}."), "event_id"),
        (_computed(f"{name}_kind", str, "What happened in it.", vocabulary=v.EventKind), "kind"),
        (_computed(f"{name}_edtf", str, "When it happened, as an EDTF string."), "occurred_edtf"),
        (_computed(f"{name}_tier", str, "How far it can be checked.", vocabulary=v.Tier), "tier"),
    ]
    if name == "response":
        what = "What was answered in it."
        status = _computed("latest_response_status", str, what, vocabulary=v.ResponseStatus)
        fields.append((status, "response_status"))
    if name == "enforcement":
        what = "The same in every batch that it concerns: count a joint petition or order once."
        fields.append((_computed("proceeding_id", str, what), "proceeding_id"))
        what = "The same in our words: an order may grant, refuse or concern another suit."
        fields.append((_computed("enforcement_summary", str, what), "summary"))
    return fields


def _act_state() -> View:
    staged = [(stage, _stage_fields(stage)) for stage in _STAGES]
    own = ("response_status", "enforcement_status", "outcome")
    shown = [f"b.{name}" for name in own] + ["b.tier"]
    shown += ["t.event_id", "t.kind", "t.occurred_edtf AS edtf"]
    shown += ["t.occurred_earliest AS earliest", "t.occurred_latest AS latest"]
    shown += ["t.tier AS event_tier", "t.summary"]
    shown += [
        f"{stage.name}.{taken} AS {quoted(column.name)}"
        for stage, fields in staged
        for column, taken in fields
    ]
    joins = [
        f"LEFT JOIN {_latest(stage.picks)} {stage.name}"
        f" ON {stage.name}.act_id = b.act_id AND {stage.name}.place = 1"
        for stage in _STAGES
    ]
    return View(
        table="act_state",
        text="A batch, what its row says of it, and its latest events, which may know more: "
        "the last of all, and the last of each stage.",
        fields=(
            _taken("acts", "act_id"),
            *(replace(_taken("acts", name), description=_OWN) for name in own),
            _taken("acts", "tier"),
            _loose(_taken("events", "event_id")),
            _loose(_taken("events", "kind")),
            _taken("events", "occurred_edtf", "edtf"),
            _taken("events", "occurred_earliest", "earliest"),
            _taken("events", "occurred_latest", "latest"),
            _loose(_taken("events", "tier", "event_tier")),
            _taken("events", "summary"),
            *(column for _, fields in staged for column, _ in fields),
        ),
        query=(
            f"SELECT b.act_id, {', '.join(shown)}\nFROM acts b\n"
            f"LEFT JOIN {_latest('true')} t ON t.act_id = b.act_id AND t.place = 1\n"
            + "\n".join(joins)
            + f"\nWHERE {IS_COUNTED} ORDER BY b.act_id"
        ),
        key="act_id",
        caution="Without adjacent papers. Latest by the earliest day that the evidence allows. "
        "Events that concern several batches and name none, such as a threat to two cities, stand "
        "in `events` alone.",
    )


_MEASURED = {
    "response": "first answer, also one that only says that the subpoenas are under review",
    "petition": "first petition to a court",
    "order": "first ruling of a court",
    "production": "first production",
}


def _first(kind: str) -> str:
    """SQL for the first event of a kind in each batch, and the days on which it may have been.

    The event shown is the one that was over first for certain; another may have come before it, so
    the earliest day is that of all of them, and unknown as soon as one of them has none.
    """
    window = "OVER (PARTITION BY x.act_id)"
    return (
        "(SELECT x.act_id, x.event_id, x.tier,"
        f" CASE WHEN bool_or(x.occurred_earliest IS NULL) {window} THEN NULL"
        f" ELSE min(x.occurred_earliest) {window} END AS low,"
        f" min(x.occurred_latest) {window} AS high,"
        " row_number() OVER (PARTITION BY x.act_id ORDER BY x.occurred_latest NULLS LAST,"
        " x.occurred_earliest NULLS LAST, x.event_id) AS place"
        f" FROM events x WHERE x.kind = {literal(kind)})"
    )


def _durations() -> View:
    fields = [
        _taken("acts", "act_id"),
        _computed("from_event_id", str, "The event that days are counted from: service, or issue."),
        _computed("from_kind", str, "Which of the two it is.", vocabulary=v.EventKind),
        _computed("from_edtf", str, "When it happened, as an EDTF string."),
        _computed("from_tier", str, "How far it can be checked.", vocabulary=v.Tier),
    ]
    shown = ["s.event_id AS from_event_id", "s.kind AS from_kind", "s.occurred_edtf AS from_edtf"]
    shown += ["s.tier AS from_tier"]
    joins = []
    for kind, what in _MEASURED.items():
        fields += [
            _computed(f"{kind}_event_id", str, f"The {what}."),
            _computed(f"{kind}_days_min", int, f"Fewest days to the {what}, by the dates."),
            _computed(f"{kind}_days_max", int, f"Most days to the {what}; null where open."),
            _computed(
                f"{kind}_tier",
                str,
                "How far the number can be checked: `cited` where either event is.",
                vocabulary=v.Tier,
            ),
        ]
        first = f"first_{kind}"
        known = f"{first}.low IS NOT NULL OR {first}.high IS NOT NULL"
        known = f"s.event_id IS NOT NULL AND ({known})"
        least = f"greatest(0, coalesce({first}.low - s.occurred_latest, 0))"
        held = f"s.tier = 'held_text' AND {first}.tier = 'held_text'"
        tier = f"CASE WHEN {held} THEN 'held_text' ELSE 'cited' END"
        shown += [
            f"{first}.event_id AS {kind}_event_id",
            f"CAST(CASE WHEN {known} THEN {least} END AS INTEGER) AS {kind}_days_min",
            f"CAST({first}.high - s.occurred_earliest AS INTEGER) AS {kind}_days_max",
            f"CAST(CASE WHEN {known} THEN {tier} END AS tier) AS {kind}_tier",
        ]
        joins.append(
            f"LEFT JOIN {_first(kind)} {first} ON {first}.act_id = b.act_id AND {first}.place = 1"
        )
    started = (
        "(SELECT x.*, row_number() OVER (PARTITION BY x.act_id ORDER BY"
        " CASE WHEN x.kind = 'served' THEN 0 ELSE 1 END,"
        " x.occurred_latest - x.occurred_earliest NULLS LAST, x.event_id) AS place"
        " FROM events x WHERE x.kind IN ('issued', 'served')"
        " AND (x.occurred_earliest IS NOT NULL OR x.occurred_latest IS NOT NULL))"
    )
    return View(
        table="durations",
        text="A batch, and how many days passed from service, or else issue, to what came of it.",
        fields=tuple(fields),
        query=(
            f"SELECT b.act_id, {', '.join(shown)}\nFROM acts b\n"
            f"LEFT JOIN {started} s ON s.act_id = b.act_id AND s.place = 1\n"
            + "\n".join(joins)
            + f"\nWHERE {IS_COUNTED} ORDER BY b.act_id"
        ),
        key="act_id",
        caution="Without adjacent papers. Dates are sets of days, so each number has a least and a "
        "most; nothing is taken to come before service. Null where no event, or no day of it, is "
        "known.",
    )


TOTALS = View(
    table="totals",
    text="A year, and the subpoenas on record in it; a group of batches is counted once.",
    fields=(
        _computed("year", int, "Year of service, or else of issue."),
        _computed("n_acts", int, "Acts of issue or service.", required=True),
        _computed(
            "n_subpoenas",
            int,
            "Subpoenas of which sources give the number, of a group the number for it together.",
            required=True,
        ),
        _computed("n_subpoenas_held_text", int, "Of these, in rows that a held text supports."),
        _computed("n_subpoenas_cited", int, "Of these, in rows of cited documents alone."),
        _computed("n_acts_without_number", int, "Acts for which no source gives a number."),
        _computed(
            "n_subpoenas_at_least",
            int,
            "The same, with what is certain of acts without a number: their rows in `subpoenas`.",
            required=True,
        ),
    ),
    query=f"""WITH recorded AS (
  SELECT s.act_id, count(*) AS n FROM subpoenas s GROUP BY s.act_id
), acts AS (
  SELECT b.act_id, b.group_id, b.tier, b.n_subpoenas, coalesce(r.n, 0) AS n_recorded,
    year(coalesce(b.served_earliest, b.issued_earliest, b.served_latest, b.issued_latest)) AS y
  FROM acts b LEFT JOIN recorded r ON r.act_id = b.act_id
  WHERE {IS_COUNTED}
), units AS (
  SELECT y, tier, 1 AS n_acts, n_subpoenas, n_recorded FROM acts WHERE group_id IS NULL
  UNION ALL SELECT min(a.y), any_value(g.tier), count(*), any_value(g.n_subpoenas),
    sum(a.n_recorded)
  FROM act_groups g JOIN acts a ON a.group_id = g.group_id GROUP BY g.group_id
)
SELECT CAST(y AS INTEGER) AS year, CAST(sum(n_acts) AS INTEGER) AS n_acts,
  CAST(coalesce(sum(n_subpoenas), 0) AS INTEGER) AS n_subpoenas,
  CAST(coalesce(sum(n_subpoenas) FILTER (WHERE tier = 'held_text'), 0) AS INTEGER)
    AS n_subpoenas_held_text,
  CAST(coalesce(sum(n_subpoenas) FILTER (WHERE tier = 'cited'), 0) AS INTEGER)
    AS n_subpoenas_cited,
  CAST(count(*) FILTER (WHERE n_subpoenas IS NULL) AS INTEGER) AS n_acts_without_number,
  CAST(sum(coalesce(n_subpoenas, n_recorded)) AS INTEGER) AS n_subpoenas_at_least
FROM units GROUP BY y ORDER BY y""",
    key="year",
    caution="Not a census: only what the sources of this dataset report. Notices, letters, customs "
    "summonses and subpoenas in criminal cases are not counted.",
)


_ARTICLES = "(SELECT a.source_id FROM sources a WHERE a.text_held AND a.kind = 'news_article')"
"""SQL for the articles whose text is held: a held law is no account of any act."""


def _seed(table: type[Row]) -> View:
    key = f"x.{quoted(table.key)}"
    found = [
        f"EXISTS (SELECT 1 FROM evidence e WHERE e.table_name = {literal(table.table)}"
        f" AND e.row_id = {key} AND e.char_start IS NOT NULL AND e.source_id IN {_ARTICLES})"
    ]
    if "source_id" in table.column_map():  # an article itself, and what stands in it
        found.append(f"x.source_id IN {_ARTICLES}")
    text = f"{table.about()} Only rows that words of a held article support."
    condition = " OR ".join(found)
    return _part_of(table.table, f"seed_{table.table}", text, "x", condition, table.caution)


SUBPOENAS_FLAT = _flat()
VIEWS: tuple[View, ...] = (
    COUNTED_BATCHES,
    _adjacent(),
    _act_state(),
    _durations(),
    TOTALS,
    SUBPOENAS_FLAT,
    _timeline(),
    SOURCE_GROUPS,
    _claim_support(),
    CONFLICTS_OPEN,
    QUOTE_VARIANTS_IN_MARKS,
    *(_seed(table) for table in TABLES if "tier" in table.column_map()),
)
"""Every view, those that others read before them."""

TRACE_SAYS = (
    "Where a cell comes from: trace(table_name, row_id, column_name) gives a row for each piece of "
    "evidence of the cell, rivals included, with its source, words and derivation; a null cell "
    "gives its absence. column_name is a column or a stem."
)
TRACE = """CREATE MACRO trace(table_name, row_id, column_name) AS TABLE
SELECT d.stem AS stem, c.value AS published_value, a.reason AS absence,
  e.stance = 'contests' AS is_rival, e.stance AS stance, e.value AS value,
  e.source_id AS source_id, s.title AS title, s.publisher AS publisher, s.url AS url,
  e.witness_source_id AS witness_source_id, e.prefix AS prefix, e.exact AS exact,
  e.suffix AS suffix, e.char_start AS char_start, e.char_end AS char_end, e.region AS region,
  e.derivation AS derivation, e.arguments AS arguments, e.reason AS reason,
  e.group_id AS group_id, e.evidence_id AS evidence_id, e.via_evidence_id AS via_evidence_id,
  o.table_name || '/' || o.row_id || '/' || o.column_name AS via_cell, o.exact AS via_exact,
  o.reason AS via_reason, coalesce(k.resolution, l.resolution) AS resolution,
  coalesce(k.reason, l.reason) AS resolution_reason,
  e.reviewed_file AS reviewed_file, e.reviewed_line AS reviewed_line
FROM (SELECT DISTINCT y.stem FROM dictionary y WHERE y.table_name = table_name
    AND (y.stem = column_name OR y.column_name = column_name)) d
LEFT JOIN claim_support c
  ON c.table_name = table_name AND c.row_id = row_id AND c.column_name = d.stem
LEFT JOIN absences a
  ON a.table_name = table_name AND a.row_id = row_id AND a.column_name = d.stem
LEFT JOIN conflicts k
  ON k.table_name = table_name AND k.row_id = row_id AND k.column_name = d.stem
LEFT JOIN evidence e
  ON e.table_name = table_name AND e.row_id = row_id AND e.column_name = d.stem
LEFT JOIN evidence o ON o.evidence_id = e.via_evidence_id
LEFT JOIN conflicts l ON e.derivation = 'copied' AND l.table_name = o.table_name
  AND l.row_id = o.row_id AND l.column_name = o.column_name
LEFT JOIN sources s ON s.source_id = e.source_id
WHERE c.value IS NOT NULL OR a.reason IS NOT NULL OR e.evidence_id IS NOT NULL
ORDER BY is_rival, e.source_id, e.char_start, e.evidence_id"""
