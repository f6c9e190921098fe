"""Judge the evidence of each cell: what it supports, where it disagrees, what lacks it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from check.rules import Problem
from evidence.resolve import Address, Piece
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.edtf import DaySet
from ice_subpoenas.row import Column
from ice_subpoenas.vocabularies import Absence
from reviewed.rows import Draft, nearest

PARENTS = {"agencies": "parent_id", "jurisdictions": "parent_id"}
NAMES = frozenset(("name", "title", "recipient_as_printed", "byline", "publisher", "described_as"))


@dataclass(frozen=True)
class Dispute:
    """A cell for which evidence gives values that do not agree."""

    address: Address
    kind: str
    values: tuple[str, ...]
    file: str
    line: int


def upwards(value: str | None, above: Callable[[str], str | None]) -> set[str]:
    """The value and everything that includes it: broader codes, or the rows above a row.

    >>> sorted(upwards("a", {"a": "b", "b": "c", "c": "b"}.get))
    ['a', 'b', 'c']
    """
    found: set[str] = set()
    while value is not None and value not in found:
        found.add(value)
        value = above(value)
    return found


def weighed(value: str, published: DaySet, given: Iterable[DaySet]) -> tuple[list[str], str | None]:
    """The stance of each set of days that evidence gives, and what those that meet allow together.

    The latter as EDTF, or null where it is the published value; `a/b` lasts through its days.
    """
    stances, allowed, meets = [], edtf.EVERY, False
    for days in given:
        if not edtf.meet(days, published):
            stances.append("contests")
            continue
        stances.append("supports" if days == published else "broader")
        meets, allowed = True, edtf.meet(allowed, days)
    found = edtf.edtf(allowed)
    is_given = found == value or (meets and allowed == published and "/" in value)
    return stances, None if is_given else found


def settle(
    draft: Draft, pieces: list[Piece], drafts: dict[tuple[str, str], Draft]
) -> tuple[list[Dispute], list[Problem]]:
    """Set the stance of every piece of a row; return disputes and unsupported cells."""
    by_stem: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_stem[piece.address[2]].append(piece)
    disputes: list[Dispute] = []
    problems: list[Problem] = []
    for stem, columns in draft.table.stems().items():
        if columns[0].role != "claim":
            continue
        if stem in draft.spoilt:
            continue
        cell = _Cell(draft, stem, columns[0], by_stem.get(stem, []), drafts)
        found = cell.judge()
        dispute = None if found else cell.dispute()
        if found:
            draft.spoilt.add(stem)
            problems += found
        if dispute:
            disputes.append(dispute)
    return disputes, problems


@dataclass
class _Cell:
    """One cell with its evidence."""

    draft: Draft
    stem: str
    column: Column
    pieces: list[Piece]
    drafts: dict[tuple[str, str], Draft]

    @property
    def value(self) -> Any:
        return self.draft.values.get(self.column.name)

    @property
    def giving(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.stance != "bears_on"]

    def judge(self) -> list[Problem]:
        """Compare each piece with the published value, and say what is missing."""
        if self.value is None:
            return self._judge_null()
        if not self.giving:
            return [
                self._problem(
                    "claim-without-evidence", f"{self.value!r} has no evidence", "add the words"
                )
            ]
        problems = self._judge_days() if self.column.name.endswith("_edtf") else self._judge_value()
        if self.stem in self.draft.absent:
            problems.append(
                self._problem(
                    "reason-for-value", "has a value and a reason for a null", "remove one of them"
                )
            )
        return problems

    def _judge_null(self) -> list[Problem]:
        for piece in self.giving:
            piece.stance = "contests"
        if self.draft.absent.get(self.stem) == "conflicting":
            if len({piece.shown for piece in self.giving}) > 1:
                return []
            message = "is null as conflicting and its evidence does not disagree"
            return [
                self._problem(
                    "conflict-gone", message, "restore the evidence, or correct the reason"
                )
            ]
        if any(column.name in self.draft.values for column in self.draft.table.stems()[self.stem]):
            message = "a part of it has a value that nothing supports"
            return [self._problem("claim-without-evidence", message, f"write {self.stem} too")]
        if self.giving:
            found = self.giving[0].shown
            return [
                self._problem(
                    "evidence-without-value",
                    f"evidence gives {found!r} and the row says nothing",
                    "write the value, or mark the words `bears = true`",
                    self.giving[0],
                )
            ]
        return []

    def _judge_value(self) -> list[Problem]:
        for piece in self.giving:
            piece.stance = self._stance(str(piece.value))
        if any(piece.stance == "supports" for piece in self.giving):
            return []
        found = ", ".join(sorted({str(piece.shown) for piece in self.giving}))
        return [
            self._problem(
                "value-not-given",
                f"the row says {str(self.value)!r}, its evidence gives {found!r}",
                "correct the value, or cite the words that give it",
                self.giving[0],
            )
        ]

    def _stance(self, found: str) -> str:
        if found == str(self.value):
            return "supports"
        return "broader" if found in upwards(str(self.value), self._above) else "contests"

    def _above(self, value: str) -> str | None:
        if self.column.vocabulary:
            member = next((m for m in self.column.vocabulary if m.value == value), None)
            return member.broader if member else None
        parent = PARENTS.get(self.column.references or "")
        above = self.drafts.get((self.column.references or "", value)) if parent else None
        return above.values.get(parent) if above and parent else None

    def _judge_days(self) -> list[Problem]:
        try:
            published = edtf.parse(self.value)
        except ValueError as error:
            return [
                self._problem("date-invalid", str(error), "write an EDTF date such as 2020-01-13")
            ]
        given = [p.value if isinstance(p.value, tuple) else edtf.EVERY for p in self.giving]
        stances, allowed = weighed(self.value, published, given)
        for piece, stance in zip(self.giving, stances, strict=True):
            piece.stance = stance
        if allowed is None:
            return []
        return [
            self._problem(
                "value-not-given",
                f"the row says {self.value!r}, its evidence allows {allowed!r}",
                "write what the evidence allows, or cite other words",
                self.giving[0],
            )
        ]

    def dispute(self) -> Dispute | None:
        """What the evidence disagrees on, found without anybody declaring it."""
        contesting = [piece for piece in self.giving if piece.stance == "contests"]
        values = sorted({str(piece.shown) for piece in self.giving if piece.stance != "broader"})
        if not contesting or len(values) < 2:
            return None
        first = contesting[0].cell
        return Dispute(
            (self.draft.table.table, self.draft.row_id, self.stem),
            self._kind(),
            tuple(values),
            first.file,
            first.line,
        )

    def _kind(self) -> str:
        if self.column.name.endswith("_edtf"):
            return "date"
        if self.column.name == "modality":
            return "modality"
        return "name" if self.stem in NAMES else "value"

    def _problem(self, code: str, message: str, remedy: str, piece: Piece | None = None) -> Problem:
        where = f"{self.draft.table.table} {self.draft.row_id}.{self.stem}: {message}"
        if piece:
            return Problem(piece.cell.file, piece.cell.line, code, where, remedy)
        return Problem(self.draft.file, self.draft.line(self.stem), code, where, remedy)


def conflicts(
    disputes: list[Dispute], drafts: dict[tuple[str, str], Draft]
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """A row for every recorded conflict; a problem for a dispute without record, or the reverse."""
    problems: list[Problem] = []
    found = {dispute.address: dispute for dispute in disputes}
    rows: list[dict[str, Any]] = []
    for draft in [d for d in drafts.values() if d.table.table == "conflicts"]:
        v = draft.values
        address = (str(v.get("table_name")), str(v.get("row_id")), str(v.get("column_name")))
        dispute = found.pop(address, None)
        if dispute is None:
            target = drafts.get(address[:2])
            if target is not None and address[2] in target.spoilt:
                continue
            problems.append(
                draft.problem(
                    "conflict-gone",
                    f"the evidence for {'/'.join(address)} agrees",
                    "remove the record, or restore the evidence",
                )
            )
            continue
        rows.append(_conflict_row(draft, dispute, drafts, problems))
    for dispute in found.values():
        problems.append(
            Problem(
                dispute.file,
                dispute.line,
                "conflict-without-record",
                f"evidence for {'/'.join(dispute.address)} gives "
                f"{' and '.join(map(repr, dispute.values))}",
                "correct the words, or add a [[conflicts]] block with resolution and reason",
            )
        )
    return rows, problems


def _conflict_row(
    draft: Draft, dispute: Dispute, drafts: dict[tuple[str, str], Draft], problems: list[Problem]
) -> dict[str, Any]:
    table, row, stem = dispute.address
    target = drafts[table, row]
    columns = target.table.stems().get(stem)
    value = target.values.get(columns[0].name) if columns else None
    unresolved = draft.values.get("resolution") == "unresolved"
    if columns and unresolved == (value is not None):
        problems.append(
            draft.problem(
                "unresolved-with-value",
                f"{'/'.join(dispute.address)} is {'un' if unresolved else ''}resolved "
                f"and says {value!r}",
                'write a value and its rule, or "unresolved" and absent = { … = "conflicting" }',
            )
        )
    recorded = draft.values.get("published_value")
    if columns and not unresolved and value is not None and recorded != str(value):
        problems.append(
            draft.problem(
                "conflict-value",
                f"the record says that {recorded!r} is published, the row says {str(value)!r}",
                f"write published_value = {str(value)!r} if that side was meant to win",
                "published_value",
            )
        )
    return draft.values | {"kind": dispute.kind, "n_sides": len(dispute.values)}


def absences(draft: Draft) -> tuple[list[dict[str, Any]], list[Problem]]:
    """A reason for every null claim of a core table, and of batches, whose reasons are copied."""
    table = draft.table
    problems = _misplaced_reasons(draft)
    rows: list[dict[str, Any]] = []
    if not table.core and table.table != "acts":
        return rows, problems
    for stem, columns in table.stems().items():
        claim = columns[0].claim
        known = stem in draft.spoilt or columns[0].required
        if claim is None or known or draft.values.get(columns[0].name) is not None:
            continue
        reason = draft.absent.get(stem) or claim.absent
        if reason not in (None, *Absence.codes()):
            continue  # told as no reason
        if reason is None and problems:
            continue  # the reason is there, under a wrong name
        if reason is None:
            problems.append(
                draft.problem(
                    "null-without-reason",
                    f"{stem} is null and nobody says why",
                    f'add absent = {{ {stem} = "not_stated" }} or another reason: '
                    f"{', '.join(Absence.codes())}",
                )
            )
            continue
        rows.append(
            {
                "absence_id": f"{table.table}/{draft.row_id}/{stem}",
                "table_name": table.table,
                "row_id": draft.row_id,
                "column_name": stem,
                "reason": reason,
                "by_default": stem not in draft.absent,
            }
        )
    return rows, problems


def _misplaced_reasons(draft: Draft) -> list[Problem]:
    problems: list[Problem] = []
    stems = draft.table.stems()
    for stem, reason in draft.absent.items():
        if stem not in stems or stems[stem][0].role != "claim":
            message, remedy = f"{stem!r} is no claim", nearest(stem, stems, "remove it")
        elif reason not in Absence.codes():
            message, remedy = (
                f"{reason!r} is no reason",
                nearest(reason, Absence.codes(), f"use one of: {', '.join(Absence.codes())}"),
            )
        else:
            continue
        problems.append(
            draft.problem("reason-for-value", f"absent: {message}", remedy, "absent", stem)
        )
    return problems


def copy_to_subpoenas(
    drafts: dict[tuple[str, str], Draft], pieces: dict[tuple[str, str], list[Piece]]
) -> None:
    """Give each subpoena what is true of its whole batch: value, evidence and reasons of nulls."""
    for (table, row_id), draft in drafts.items():
        batch = drafts.get(("acts", str(draft.values.get("act_id"))))
        if table == "subpoenas" and batch is None:
            draft.spoilt |= draft.table.stems().keys() - {"act_id"}
        if table != "subpoenas" or batch is None:
            continue
        for stem, columns in draft.table.stems().items():
            claim = columns[0].claim
            own = columns[0].name in draft.values or stem in draft.absent
            if claim is None or not claim.copied or own:
                continue
            missing = columns[0].required and columns[0].name not in batch.values
            if stem in batch.spoilt or missing:
                draft.spoilt.add(stem)
            for column in columns:
                if column.name in batch.values:
                    draft.values[column.name] = batch.values[column.name]
            reason = batch.absent.get(stem) or _default(batch, stem)
            if columns[0].name not in draft.values:
                if reason in Absence.codes():
                    draft.absent[stem] = str(reason)
                else:
                    draft.spoilt.add(stem)  # told of the batch
            pieces[table, row_id] += [
                copy(piece, (table, row_id, stem))
                for piece in pieces[batch.table.table, batch.row_id]
                if piece.address[2] == stem
            ]


def _default(draft: Draft, stem: str) -> str | None:
    claim = draft.table.stems()[stem][0].claim
    return claim.absent if claim else None


def copy(piece: Piece, address: Address) -> Piece:
    return replace(
        piece,
        address=address,
        derivation="copied",
        arguments={"from": "/".join(piece.address)},
        via=None,
        via_id=piece.evidence_id,
        group=None,
    )
