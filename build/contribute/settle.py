"""Settle proposals one by one on a terminal: accept as a draft row, reject with a reason, or later.

Each answer is written at once. What is settled is not asked again, so that the work can be stopped
at any moment and taken up where it was left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from check import stages
from check.settling import proposals, unsettled
from check.settling.proposals import MENTIONS, TABLES, Proposal, codes, lacks_code
from ice_subpoenas.plain import safe
from ice_subpoenas.vocabularies import QuoteKind, RejectionReason
from printing import Refusal, asked
from reviewed import edits, form, paths
from texts.held import Page
from writing import write

NEAR = 120  # characters that are shown on each side


@dataclass
class Session:
    """The answers of one sitting; a file that somebody edits meanwhile keeps the edits."""

    root: Path
    checked: stages.Checked
    rejected: dict[tuple[str, str, int, str], list[str]] = field(default_factory=dict)
    """Words by text, kind, number among the same words, and reason."""

    def text(self, name: str) -> str:
        """A reviewed file as it is."""
        path = paths.target(self.root, name)
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def save(self, name: str, text: str) -> None:
        """Write a reviewed file in its one form."""
        try:
            content = form.formatted(text)
        except ValueError as error:
            said = f"{paths.FOLDER}/{name} cannot be added to: {safe(str(error))}"
            raise Refusal(f"{said}; mend it, then go on: what was answered is saved") from None
        write(paths.target(self.root, name), content)

    def reject(self, p: Proposal, reason: str) -> None:
        """Record that a proposal is not a fact; the words of one kind and reason stand together."""
        name = f"sources/{p.source}.toml"
        text, kind, number = self.text(name), p.candidate.kind, p.key[3]
        told = self.rejected.get((p.source, kind, number, reason), [])
        row = {"table": "rejections"} | unsettled.dismissal(kind, told, number, reason)
        longer = edits.with_words(text, row, p.line)
        if longer is None:
            told = []
            own = unsettled.dismissal(kind, [p.line], number, reason)
            longer = f"{text}\n{form.block('rejections', own)}"
        self.save(name, longer)
        self.rejected[p.source, kind, number, reason] = [*told, p.line]

    def accept(self, p: Proposal) -> str | None:
        """Begin a row: its file; empty for later, null where the words are another row's."""
        kind = p.candidate.kind
        name = f"sources/{p.source}.toml"
        if kind in MENTIONS:
            about = f"id in {MENTIONS[kind]} (none: later)? "
            code = asked(about, [*self._known(MENTIONS[kind]), ""])
            if not code:
                return ""
            self.save(name, edits.with_phrase(self.text(name), MENTIONS[kind], code, p.words))
            return name
        if kind == "quotation":
            self.save(name, f"{self.text(name)}\n{self._quotation(p)}")
            return name
        if kind not in TABLES:
            return None
        name = self._act_file(p.source)
        self.save(name, f"{self.text(name)}\n{_row(p)}")
        return name

    def _known(self, table: str) -> list[str]:
        assert self.checked.sound is not None
        return [row_id for name, row_id in self.checked.sound.written if name == table]

    def _act_file(self, source: str) -> str:
        """The file of the act that a row is for: the only one of the text, or one that is named."""
        assert self.checked.sound is not None
        files = {
            row.block.file
            for row in self.checked.sound.written.values()
            if row.table.table == "acts" and source in {each.source for each in row.said}
        }
        if not files:
            raise Refusal(f"no act rests on {source}; begin one: python build new acts")
        choices = sorted(Path(file).stem for file in files)
        return f"acts/{choices[0] if len(choices) == 1 else asked('act? ', choices)}.toml"

    def _quotation(self, p: Proposal) -> str:
        ids = [row_id for row_id in self._known("quotes") if row_id.startswith(f"{p.source}-q")]
        taken = re.findall(
            r'\b(?:id|quote_id) = "[^"]*?q(\d+)"', self.text(f"sources/{p.source}.toml")
        )
        number = max([int(n) for n in taken] + [len(ids)], default=0) + 1
        kind = p.candidate.attributes.get("quotation_kind", "direct")
        pairs = {"id": f"q{number:02d}", "words": p.line, "kind": kind}
        kinds = " | ".join(QuoteKind.codes())
        return f"# ? who says it? add `said`; kind: {kinds}\n{form.block('quotes', pairs)}"


def run(root: Path) -> int:
    """Ask about every proposal that nothing settles; 0 if none is left."""
    checked = stages.run(root)
    if checked.sound is None or checked.relations is None or checked.stage != stages.STAGES[-1]:
        raise Refusal("first fix what `python build check` finds")
    asked = proposals.Asked(checked.sound.pages, checked.relations, checked.sound.others)
    every = (*proposals.found(asked), *unsettled.said(asked))
    waiting = [p for p in every if p.settled_by is None]
    waiting.sort(key=lambda p: (p.source, p.candidate.start, -p.candidate.end))
    session = Session(root, checked)
    n, done, n_inside = len(waiting), 0, 0
    while waiting:
        p = waiting.pop(0)
        page = checked.sound.pages[p.source]
        beside = [other for other in waiting if _is_beside(page, other, p)]
        print(f"\n{n - len(waiting)} of {n}  {shown(page, p)}")
        answer = _answer(beside)
        if answer == "q":
            break
        inside = [other for other in waiting if _is_within(other, p)] if answer == "r" else []
        taken = beside if answer == "s" else inside
        waiting = [other for other in waiting if other not in taken]
        done += (1 + len(taken)) * _settle(session, [p, *taken], answer)
        n_inside += len(inside)
    within = f" ({n_inside} of them within words that were rejected)" if n_inside else ""
    print(f"\n{done} settled{within}, {n - done} left; `python build check` says what is open")
    return int(done < n)


def _answer(beside: Sequence[Proposal]) -> str:
    """What is done with a proposal; one of the answers rejects all that its sentence has."""
    if not beside:
        return asked("(a)ccept, (r)eject, (l)ater, (q)uit? ", ("a", "r", "l", "q"))
    others = "; ".join(f"{other.candidate.kind} “{other.line}”" for other in beside)
    print(safe(f"  also in this sentence: {others}"))
    choices = "(a)ccept, (r)eject, reject all of this (s)entence, (l)ater, (q)uit? "
    return asked(choices, ("a", "r", "s", "l", "q"))


def _is_beside(page: Page, other: Proposal, p: Proposal) -> bool:
    """Whether words stand in the same sentence as others."""
    a, b = p.candidate, other.candidate
    own = {s.number for s in page.touched((a.start, a.end))} if p.source == other.source else set()
    return any(s.number in own for s in page.touched((b.start, b.end)))


def _is_within(p: Proposal, other: Proposal) -> bool:
    """Whether words are a part of others, so that one reason is enough for both."""
    a, b = p.candidate, other.candidate
    return p.source == other.source and b.start <= a.start and a.end <= b.end


def _settle(session: Session, found: Sequence[Proposal], answer: str) -> bool:
    """Carry out an answer on words, and on those inside them; whether they are settled by it."""
    if answer in ("r", "s"):
        for code, definition in _reasons() if not session.rejected else ():
            print(f"  {code}: {definition}")
        reason = asked("reason? ", RejectionReason.codes())
        for p in found:
            session.reject(p, reason)
    elif answer == "a":
        name = session.accept(found[0])
        if name is None:
            first = found[0]
            print(f'  cite it in its row: python build cite {first.source} "{safe(first.line)}"')
        elif name:
            print(f"  {paths.FOLDER}/{name}")
        return bool(name)
    return answer in ("r", "s")


def _reasons() -> list[tuple[str, str]]:
    return [(str(reason.value), str(reason.definition)) for reason in RejectionReason]


def shown(page: Page, p: Proposal) -> str:
    """A proposal in its words, with its kind and what it would give."""
    c = p.candidate
    before = page.text[max(0, c.start - NEAR) : c.start].rpartition("\n")[2]
    after = page.text[c.end : c.end + NEAR].partition("\n")[0]
    value = f" = {c.value}" if c.value else ""
    if lacks_code(p):
        value = f", and no code of {'.'.join(TABLES[c.kind])} says it: (r)eject it as no_code"
    where = f"{page.held.path}:{page.line(c.start)}"
    return f"{c.kind}{value}  ({where})\n  " + safe(f"{before}»{p.words}«{after}")


def _row(p: Proposal) -> str:
    """The beginning of a row of an act, with the words in their place."""
    table, column = TABLES[p.candidate.kind]
    pairs: dict[str, object] = {"id": _short_id(p)}
    if table == "events":
        pairs["kind"] = "response"
    if table == "grounds":
        pairs |= {"side": "recipient", "toward": "refusing"}
    pairs["said"] = [{"source": p.source, "words": p.line, "cells": {column: p.line}}]
    about = p.candidate.value or "what the words say"
    if lacks_code(p):
        about = f"{column}, if one fits: {' | '.join(codes(table, column))}"
    return f"# ? complete the row ({about}): python build new {table}\n" + form.block(table, pairs)


def _short_id(p: Proposal) -> str:
    value = None if lacks_code(p) else p.candidate.value
    named = re.sub(r"[^a-z0-9]+", "-", str(value or p.candidate.kind).lower())
    return f"{named.strip('-')}-{p.candidate.start}"
