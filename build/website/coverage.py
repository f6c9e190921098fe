"""What was searched, what the sources are, what became of held texts, what proves a value."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from ice_subpoenas.derivations.edtf_in_words import on_day
from ice_subpoenas.prose import disputes
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.wording import capital, clause, counted, number, spoken
from website.names import state
from website.passages import value
from website.world import MODEL, World

# --- coverage -------------------------------------------------------------------------------------


class Grid(NamedTuple):
    """The view `search_coverage` as a table."""

    years: list[int | None]
    states: list[tuple[str, str, list[Record]]]
    """Code, name, and a row for each year."""


def grid(world: World) -> Grid:
    """What was searched, by state and year."""
    rows = world.rows["search_coverage"]  # by state and year
    found = grouped(rows, lambda row: row["state"])
    named = sorted((state(code), code) for code in found)
    years = list(dict.fromkeys(row["year"] for row in rows))
    return Grid(years, [(code, name, found[code]) for name, code in named])


def in_vain(world: World) -> list[tuple[str, list[Record]]]:
    """Searches that found no page on what was looked for, by state; the whole country first."""
    return by_state(row for row in world.rows["searches"] if row["outcome"] == "nothing")


def by_state(rows: Iterable[Record]) -> list[tuple[str, list[Record]]]:
    """Searches by state, in the order of its name; those of the whole country first."""
    found = grouped(rows, lambda row: state(row["state"]))
    return [(name or "The whole country", found[name]) for name in sorted(found)]


# --- sources --------------------------------------------------------------------------------------


def standings(world: World) -> list[tuple[str, str, bool, list[Record]]]:
    """Sources by standing: its name, its meaning, whether it is a witness, and the sources."""
    found = grouped(world.rows["sources"], lambda row: row["standing"])
    order = sorted(found, key=lambda code: (not found[code][0]["is_witness"], code))
    return [
        (
            capital(spoken(code)),
            world.definition("standing", code),
            found[code][0]["is_witness"],
            found[code],
        )
        for code in order
    ]


def related(world: World) -> dict[str, list[tuple[str, str]]]:
    """What a source depends on: how, and on which."""
    found = grouped(world.rows["source_relations"], lambda row: row["source_id"])
    return {
        key: [(spoken(row["relation"]), row["related_source_id"]) for row in rows]
        for key, rows in found.items()
    }


def what_was_read(world: World) -> str:
    """How many documents are held, quoted, or not read, and from what the quoted ones were read."""
    rows = world.rows["sources"]
    held = sum(row["text_held"] for row in rows)
    read = Counter(row["read_from"] for row in rows if row["read_from"])
    unread = len(rows) - held - read.total()
    archived = sum(bool(row["archived_url"]) for row in rows)
    kinds = [
        f"for {n:,}, {clause(world.definition('read_from', kind))}"
        for kind, n in read.most_common()
    ]
    return (
        f"Of {counted(len(rows), 'document')}, {held:,} are held, {read.total():,} are quoted, and "
        f"{unread:,} were read by nobody: they are known only as what others copy, quote or name. "
        f"What was read of those that are quoted: {'; '.join(kinds)}. "
        f"An archived copy is linked for {number(archived) if archived else 'none'} of them."
    )


def is_unread(source: Record) -> bool:
    """Whether a document is known only by what others copy, quote or name of it."""
    return not (source["text_held"] or source["read_from"])


# --- the ledger -----------------------------------------------------------------------------------


def ledgers(world: World) -> list[tuple[Record, list[Record]]]:
    """The held texts, each with its sentences in their order and the region of each."""
    rows = sorted(world.rows["ledger"], key=lambda row: (row["source_id"], row["char_start"]))
    regions = grouped(world.rows["regions"], lambda row: row["source_id"])
    return [
        (
            world.by_key["sources"][key],
            [row | {"region": _region(row, regions.get(key, ()))} for row in found],
        )
        for key, found in grouped(rows, lambda row: row["source_id"]).items()
    ]


def _region(row: Record, regions: Iterable[Record]) -> str:
    inside = (r["region"] for r in regions if r["char_start"] <= row["char_start"] < r["char_end"])
    return next(inside, "body")


# --- method ---------------------------------------------------------------------------------------


def proof(world: World) -> tuple[list[Record], Record]:
    """The view `proof_counts`: a row a table, and the row of all."""
    whole, *rows = world.rows["proof_counts"]  # `(all)` stands before every letter
    return rows, whole


def read_by(world: World) -> str:
    """By whom rows were read again, as `reader_role` says; empty where no reading is recorded."""
    roles = [row["reader_role"] for row in world.rows["reviews"] if row["is_current"]]
    models = sum(role == MODEL for role in roles)
    if not roles:
        return ""
    others = counted(len(roles) - models, "reading")
    return (
        f"{capital(counted(len(roles), 'reading'))} by somebody other than the writer of the rows "
        f"{'is' if len(roles) == 1 else 'are'} on record: {models:,} by language models working "
        f"for the maintainers, {others} by people without such help."
    )


def kinds(world: World, acts: Iterable[Record]) -> list[tuple[str, str]]:
    """The kinds of paper of some acts in words, with their meanings."""
    found = {capital(spoken(act["instrument"])) for act in acts}
    return [(label, meaning) for label, meaning in codes(world, "instrument") if label in found]


def codes(world: World, vocabulary: str) -> list[tuple[str, str]]:
    """The codes of a vocabulary in words, with their meanings."""
    return [
        (capital(spoken(row["code"])), row["definition"])
        for row in world.rows["codes"]
        if row["vocabulary"] == vocabulary
    ]


AUDITED = {
    "right": "values agree with their words",
    "wrong": "values do not agree with their words",
    "not_decidable": "values cannot be decided from their words",
    "lacking": "facts in passages drawn at random are not in the dataset",
    "planted_missed": "wrong values, planted to test the readers, were overlooked",
}
"""What each figure of an audit says, in the order in which a reader asks."""


def audits(world: World) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Of each audit, when and from which seed it was drawn, and its figures.

    A figure is what it tells, how many of how many, and the estimated share of all values.
    """
    found: dict[tuple[date, int], dict[str, Record]] = {}
    for row in world.rows["audit_figures"]:
        if row["table_name"] is None and row["tier"] is None:
            found.setdefault((row["audited_on"], row["seed"]), {})[row["figure"]] = row
    return [
        (
            f"Judged {on_day(day)}; the sample was drawn from the seed {seed}.",
            [(text, *_share(rows[figure])) for figure, text in AUDITED.items() if figure in rows],
        )
        for (day, seed), rows in sorted(found.items(), key=_in_order)
    ]


def _in_order(audit: tuple[tuple[date, int], Any]) -> tuple[date, str]:
    """Audits by day; those of one day by their seeds as text, as the data card lists them."""
    (day, seed), _ = audit
    return day, str(seed)


def _share(row: Record) -> tuple[str, str]:
    share, low, high = (100 * row[name] for name in ("share", "low", "high"))
    return f"{row['n']} of {row['n_of']}", f"{share:.1f} percent ({low:.1f} to {high:.1f})"


def other_disputes(world: World) -> list[disputes.Dispute]:
    """Disagreements on rows that belong to no one act."""
    tables = ("utterances", "individuals_referenced", "agencies", "jurisdictions", "sources")
    people = world.by_key["individuals_referenced"]
    keys = [
        (row["table_name"], row["row_id"])
        for row in world.rows["conflicts"]
        if row["table_name"] in tables and not people.get(row["row_id"], {}).get("act_id")
    ]
    return disputes.of_cells(world, dict.fromkeys(keys), lambda piece: value(world, piece))
