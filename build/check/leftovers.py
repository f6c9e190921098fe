"""Words of a text that no row uses, as rows of rejections that dismiss them.

A draft lists all of them, with a question. Those of a sentence that was left out, and that a row
uses now, were judged with it: `check --fix` lists them in the place of the sentence.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from check import stages
from check.settling import proposals, unsettled
from check.settling.proposals import Asked
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.vocabularies import RejectionReason
from reviewed import edits, form, paths
from texts import withheld
from writing import write

Dismissed = dict[tuple[str, str, int], list[str]]
"""Words by reason, kind, and number among the same words."""
NAMES = frozenset("agency count date day jurisdiction number person".split())
"""Kinds of words that may name somebody or something without a fact."""
MAY_BE = {
    "date": "may be the day of an event, of papers, or the last day to answer",
    "count": "may count subpoenas, people, or days to answer",
    "phrase": "may name a person, a paper, a step in court, or what is asked for",
    "response": "may be an answer of whoever got the papers",
    "ground": "may be a reason for or against them",
    "detainer": "may be a detainer on somebody about whom they ask",
}
"""What words of a kind may tell, of those that may hide a fact."""
SAME = {"day": "date", "number": "count"}
"""Kinds of words that may tell the same as those of another."""
ASKED = (
    "{}are words of the row below, or of the rejections after it, a fact? yes: write its row, and "
    f"cut its words here | no: keep, or change a reason: {' | '.join(RejectionReason.codes())}"
)


def may_be(found: Iterable[tuple[str, str]]) -> str:
    """What words may tell, by their kind; empty for kinds that hide no fact.

    >>> may_be([("date", "May 4"), ("day", "Monday"), ("person", "Ann Lee")])
    '“May 4”, “Monday” may be the day of an event, of papers, or the last day to answer; '
    """
    by_kind: dict[str, dict[str, None]] = {}
    for kind, words in found:
        by_kind.setdefault(SAME.get(kind, kind), {})[f"“{words.rstrip(',.')}”"] = None
    told = ((by_kind[kind], meaning) for kind, meaning in MAY_BE.items() if kind in by_kind)
    return "".join(f"{', '.join(words)} {meaning}; " for words, meaning in told)


def settle(root: Path, source: str) -> Relations | None:
    """Add what nothing uses to the file of a text, with one question; the rows, completed for it.

    There are none if the files cannot be read.
    """
    sound = stages.read(root)
    if not isinstance(sound, stages.Sound):
        return None
    relations = stages.filled(sound, stages.words(sound))
    asked = Asked(sound.pages, relations, sound.others)
    dismissed = unused(asked, source)
    lines = rows(dismissed)
    if lines:
        told = may_be((kind, words) for (_, kind, _), own in dismissed.items() for words in own)
        add(root, source, [f"# ? {ASKED.format(told)}", *lines])
    return relations


def add(root: Path, source: str, lines: Iterable[str]) -> None:
    """Add lines to the rows of the file of a text."""
    path = paths.target(root, f"sources/{source}.toml")
    write(path, form.formatted(edits.with_rows(path.read_text("utf-8"), lines)))


def rows(dismissed: Dismissed) -> list[str]:
    """A row for the words of each kind and reason."""
    return [
        form.line("rejections", unsettled.dismissal(kind, words, number, reason))
        for (reason, kind, number), words in sorted(dismissed.items())
    ]


def unused(asked: Asked, source: str, freed: Iterable[Span] = ()) -> Dismissed:
    """What nothing uses of a text; with `freed` only what stands in sentences left out so far."""
    names = withheld.digests(asked.others)[0]
    found: Dismissed = {}
    for kind, number, words, reason in _unused(asked, source, list(freed)):
        if next(withheld.spans(words, names), None) is None:  # such a name stays out of every file
            found.setdefault((reason, kind, number), []).append(words)
    return found


def _unused(asked: Asked, source: str, freed: list[Span]) -> Iterator[tuple[str, int, str, str]]:
    """Kind, number among the same words, words, and the reason that such words most often have."""
    known = proposals.rejected(asked.others)
    told: set[tuple[str, int, int]] = set()
    every = (*proposals.found(asked), *unsettled.said(asked))
    for p in (p for p in every if p.source == source):
        c, is_mention = p.candidate, p.candidate.rule == unsettled.MENTION
        is_free = p.settled_by is None or (bool(freed) and p.settled_by == "left out")
        is_inside = not freed or proposals.within((c.start, c.end), freed)
        is_open = p.key not in known and is_free and is_inside
        if is_mention and proposals.inside(p, told):
            continue
        if not is_mention and (is_open or p.settled_by == "rejection"):
            told.add((source, c.start, c.end))
        if is_open:
            reason = RejectionReason.NO_CODE if proposals.lacks_code(p) else _likely(c.kind)
            yield c.kind, p.key[3], p.line, reason.value


def _likely(kind: str) -> RejectionReason:
    return RejectionReason.MENTION_ONLY if kind in NAMES else RejectionReason.BACKGROUND
