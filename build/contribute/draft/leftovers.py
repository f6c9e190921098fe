"""What a draft does not use: words that the script proposes, as one block to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from check import mentions, proposals, stages
from contribute.settle import lacks_code
from ice_subpoenas.vocabularies import RejectionReason
from reviewed import form, paths
from texts import withheld
from writing import write

Key = tuple[str, str, int]
"""Reason, kind, and number among the same words."""
NAMES = frozenset("agency count date day jurisdiction number person".split())
"""Kinds of words that may name somebody or something without a fact."""


def settle(root: Path, source: str) -> int:
    """Add what nothing uses to the file of a text, with one question; return how many entries."""
    sound = stages.read(root)
    if not isinstance(sound, stages.Sound):
        return 0
    asked = proposals.Settled(sound.pages, stages.filled(sound).relations, sound.others)
    names = withheld.digests(asked.others)[0]
    found: dict[Key, list[str]] = {}
    for reason, kind, number, words in _unused(asked, source):
        if next(withheld.spans(words, names), None):
            continue  # the name stays out of every file
        found.setdefault((reason, kind, number), []).append(words)
    path = paths.target(root, f"sources/{source}.toml")
    if found:
        lines = [form.line("rejections", _row(*key, found[key])) for key in sorted(found)]
        lines[0] += f"  # ? {ASKED}"
        before, end, after = path.read_text("utf-8").partition("\n]\n")  # the end of its rows
        write(path, form.formatted("\n".join([before, *lines]) + end + after))
    return sum(map(len, found.values()))


def _unused(asked: proposals.Settled, source: str) -> Iterator[tuple[str, str, int, str]]:
    """Likely reason, kind, number among the same words, and words of what no row of a text uses."""
    told: set[tuple[str, int, int]] = set()
    for p in proposals.found(asked):
        if p.source == source and p.settled_by is None:
            told.add((source, p.candidate.start, p.candidate.end))
            reason = NO_CODE if lacks_code(p) else _likely(p.candidate.kind)
            yield reason, p.candidate.kind, p.key[3], p.line
    page = asked.pages[source]
    for mention, number in mentions.unused(source, page, mentions.Uses(asked.relations)):
        if proposals.inside(source, mention, told):
            continue
        words = page.text[mention.start : mention.end]
        yield _likely(mention.kind), mention.kind, number, " ".join(words.split())


NO_CODE = RejectionReason.NO_CODE.value


def _likely(kind: str) -> str:
    """The reason that words of a kind most often have."""
    likely = RejectionReason.MENTION_ONLY if kind in NAMES else RejectionReason.BACKGROUND
    return str(likely.value)


ASKED = (
    "look at the words of this line and of the rejections below it: is one of them a fact? yes: "
    "write its row, and cut its words here | no: keep, or change a reason: "
    f"{' | '.join(RejectionReason.codes())}"
)


def _row(reason: str, kind: str, number: int, words: Sequence[str]) -> dict[str, Any]:
    own: dict[str, Any] = {"kind": kind, "words": words[0] if len(words) == 1 else list(words)}
    return own | ({"occurrence": number} if number > 1 else {}) | {"reason": reason}
