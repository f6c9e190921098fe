"""Where sources disagree on an act: cells with several values, and facts that are contraries."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..derivations.edtf_in_words import when
from ..tables import TABLE
from ..vocabularies import Resolution
from .known import Known, Record, grouped
from .proof import accounts
from .unknown import READ as GAPS
from .unknown import RowKey, rows_of, subject
from .wording import clause, spoken

Tell = Callable[[Record], str]
"""How a piece of evidence, or a fact, is told."""

READ = (*GAPS, "sources")
"""The tables and views from which the disagreements follow."""

OPPOSED = {
    "notification_given": ("notification_declined", "Whether notice was given before a release"),
    "detainer_honored": ("detainer_declined", "Whether a detainer was honored"),
    "detainer_lodged": ("detainer_not_received", "Whether there was a detainer"),
}
"""Facts on which two sides contradict each other: a kind, its contrary, and the question."""


class Side(NamedTuple):
    """A side of a disagreement: what it says, and the pieces of evidence that say so.

    Pieces that fit the published value, but give it less exactly, stand apart from those that give
    it.
    """

    value: str
    is_published: bool
    accounts: str
    pieces: list[Record]
    is_less_exact: bool = False


class Dispute(NamedTuple):
    """A disagreement: what it is on, each side with its words, and what is published."""

    key: str
    what: str
    sides: list[Side]
    settled: str
    reason: str
    cells: list[tuple[str, ...]]
    """The cell on which sources disagree, by table, row and column; or the facts."""


def rows_told(known: Known, act: Record) -> list[RowKey]:
    """All rows that tell of an act: with its people, and the groups of which they are parts."""
    people = [
        ("individuals_referenced", row["individual_id"])
        for row in known.rows["individuals_referenced"]
        if row["act_id"] == act["act_id"]
    ]
    found = [*rows_of(known, act), *people]
    facts = known.by_key["case_facts"]
    wholes = [facts[key]["part_of"] for table, key in found if table == "case_facts"]
    found += [("case_facts", key) for key in wholes if key in facts]
    return list(dict.fromkeys(found))


def of_rows(known: Known, rows: Iterable[RowKey], tell: Tell, tell_fact: Tell) -> list[Dispute]:
    """The disagreements on rows: facts that are contraries, then cells, the unsettled first."""
    keys = list(rows)
    return [*_contraries(known, keys, tell_fact), *of_cells(known, keys, tell)]


def of_cells(known: Known, rows: Iterable[RowKey], tell: Tell) -> list[Dispute]:
    """The cells of rows for which sources give several values, those that are not settled first."""
    found = [row for key in rows for row in known.conflicts.get(key, ())]
    order = sorted(found, key=lambda row: (row["resolution"] != "unresolved", row["conflict_id"]))
    return [_of_cell(known, row, tell) for row in order]


def _of_cell(known: Known, row: Record, tell: Tell) -> Dispute:
    table, key, name = row["table_name"], row["row_id"], row["column_name"]
    pieces = [
        piece
        for piece in known.evidence.get((table, key), ())
        if piece["column_name"] == name and piece["stance"] != "bears_on"
    ]
    is_given = any(piece["stance"] == "supports" for piece in pieces)
    is_open = row["resolution"] == "unresolved"
    published = f"{row['published_value']}"

    def side(piece: Record) -> tuple[bool, bool, str]:
        """Pieces that give the published value are one side; those that only fit it stand next."""
        is_rival = piece["stance"] == "contests"
        told = {**piece, "value": published} if not is_rival and not is_open else piece
        is_less_exact = is_given and piece["stance"] == "broader"
        return is_rival, is_less_exact, tell(told) or "not given"

    rule = next((each.definition for each in Resolution if each == row["resolution"]), "")
    return Dispute(
        key=row["conflict_id"],
        what=subject(known, table, key, name),
        sides=[
            Side(told, not is_rival and not is_open, _accounts(known, found), found, is_less)
            for (is_rival, is_less, told), found in sorted(
                grouped(pieces, side).items(), key=lambda item: item[0][:2]
            )
        ],
        settled="Not settled: no value is published."
        if is_open
        else f"Published by this rule: {clause(rule)}.",
        reason=row["reason"],
        cells=[(table, key, name)],
    )


def _contraries(known: Known, rows: Iterable[RowKey], tell: Tell) -> list[Dispute]:
    """Contradictions between facts: each account stands as it is told."""
    facts = [known.by_key[table][key] for table, key in rows if table == "case_facts"]
    told = grouped(facts, lambda fact: (fact["kind"], fact["individual_id"]))
    found = []
    for (kind, person), first in told.items():
        opposite, what = OPPOSED.get(kind, ("", ""))
        second = told.get((opposite, person), [])
        sides = [fact for fact in (*first, *second) if fact["modality"] in ("asserted", "denied")]
        if second and sides:
            found.append(_contrary(known, what, sides, tell))
    return found


def _contrary(known: Known, what: str, facts: list[Record], tell: Tell) -> Dispute:
    keys = [("case_facts", fact["case_fact_id"]) for fact in facts]
    words = [
        [
            piece
            for piece in known.evidence.get(key, ())
            if piece["column_name"] == "kind" and piece["stance"] != "bears_on"
        ]
        for key in keys
    ]
    return Dispute(
        key=facts[0]["case_fact_id"],
        what=what,
        sides=[
            Side(tell(fact), False, _accounts(known, pieces), pieces)
            for fact, pieces in zip(facts, words, strict=True)
        ],
        settled="Not settled: both accounts are published.",
        reason="",
        cells=list(keys),
    )


def _accounts(known: Known, pieces: list[Record]) -> str:
    """How many sources say a thing, and to how many accounts they go back."""
    witnesses = [known.by_key["sources"][piece["witness_source_id"]] for piece in pieces]
    families = {source["family_id"] for source in witnesses if source["is_witness"]}
    return accounts(len({piece["source_id"] for piece in pieces}), len(families))


def value(known: Known, piece: Record) -> str:
    """The value that a piece gives, as people write it."""
    given = piece["value"]
    columns = TABLE[piece["table_name"]].stems().get(piece["column_name"]) if given else None
    if not columns:
        return str(given or "")
    first = columns[0]
    if first.name.endswith("_edtf"):
        return when(given)
    if first.references == "agencies":
        return known.body(given)
    if first.references == "individuals_referenced":
        return known.person(given)
    return spoken(given) if first.vocabulary else str(given)


def told_fact(known: Known, fact: Record) -> str:
    """A fact by what its kind means, and who says so."""
    who = known.speaker(fact["attributed_to_individual_id"], fact["attributed_to_agency_id"])
    put = "" if fact["modality"] == "asserted" else f", put as {spoken(fact['modality'])}"
    said = f" (said by {who})" if who else ""
    return f"{clause(known.definition('fact_kind', fact['kind']))}{put}{said}"
