"""What of the held texts nothing settles: proposals, mentions, and rejections that are idle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from check.settling import mentions, spoken
from check.settling.proposals import (
    Asked,
    Key,
    Proposal,
    found,
    inside,
    is_passage,
    normal,
    rejected,
    rejections,
)
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.problem import Place, Problem, nearest
from ice_subpoenas.relations.given import phrases_of
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.vocabularies import RejectionReason
from reviewed.files import Block
from reviewed.toml import value

MENTION = "mention"
"""What stands for a rule where a used sentence says something, and nothing is proposed."""
TAKEN_OUT = "python build check --fix takes it out"
"""What to do about a rejection of words that something else settles."""


def problems(asked: Asked) -> list[Problem]:
    """Passages and proposals that nothing settles, and rejections that settle nothing.

    Of words that are both proposed and mentioned, the proposal alone is told.
    """
    wrong: list[Problem] = []
    recorded = list(rejections(asked.others, wrong))
    proposals, mentioned = found(asked), said(asked)
    wrong += spoken.problems(asked, proposals)
    unsettled = [p for p in proposals if not (p.settled_by or p.is_waiting or is_passage(p))]
    wrong += (_unsettled(asked, proposal) for proposal in unsettled)
    answered = [*unsettled, *(p for p in proposals if p.settled_by == "rejection")]
    spans = {(p.source, p.candidate.start, p.candidate.end) for p in answered}
    open_ = [p for p in mentioned if p.settled_by is None and not inside(p, spans)]
    wrong += (_unaccounted_mention(asked, p) for p in open_)
    known = _known([*proposals, *mentioned])
    wrong += (_orphaned(asked, key, block, known) for key, block in _idle(asked, known, recorded))
    return wrong


def stale(asked: Asked) -> Iterator[tuple[Block, str, list[Span]]]:
    """Words of rejections that something else settles by now, each with its block and where they
    were proposed."""
    proposals = found(asked)
    proposed = {p.key: (p.candidate.start, p.candidate.end) for p in proposals}
    known = _known([*proposals, *said(asked)])
    for key, block in _idle(asked, known, rejections(asked.others, [])):
        if known.get(key) or _is_unlisted(asked, key, known):
            yield block, key[2], [proposed[key]] if key in proposed else []


def _is_unlisted(asked: Asked, key: Key, known: Mapping[Key, str | None]) -> bool:
    """Whether a rejection is of a phrase that no list has any longer, and no misspelled one."""
    kind, source, words, _ = key
    if kind != "phrase" or key in known:
        return False
    listed = phrases_of(asked.relations.con)
    phrases = {normal(each) for name in mentions.LISTS for each in listed.codes(name, source)}
    return words not in phrases and not nearest(words, _alike(key, known), "")


def _alike(key: Key, known: Iterable[Key]) -> list[str]:
    """The words of one kind and text that a rejection may name."""
    return [each[2] for each in known if each[:2] == key[:2]]


def _sentences(asked: Asked, condition: str) -> Mapping[str, list[str]]:
    """The sentences of the ledger for which a condition holds, as words compare, by text."""
    return {
        source: [f" {normal(asked.pages[source].text[slice(*span)])} " for span in spans]
        for source, spans in mentions.spans(asked.relations, "ledger", condition).items()
        if source in asked.pages
    }


def _known(every: Iterable[Proposal]) -> Mapping[Key, str | None]:
    """What a rejection may name, with what settles it besides a rejection (null: nothing does)."""
    return {p.key: None if p.settled_by == "rejection" else p.settled_by for p in every}


def _idle(
    asked: Asked, known: Mapping[Key, str | None], recorded: Iterable[tuple[Key, Block]]
) -> Iterator[tuple[Key, Block]]:
    """The rejections that settle nothing, and whose words stand in no sentence without a row: they
    are needed when a row uses that sentence."""
    unused = _sentences(asked, "n_evidence = 0")
    for key, block in recorded:
        _, source, words, _ = key
        is_idle = key not in known or known[key] is not None
        if is_idle and not any(f" {words} " in each for each in unused.get(source, [])):
            yield key, block


def said(asked: Asked) -> list[Proposal]:
    """What used sentences say besides, as if it were proposed; first what rows use."""
    uses, dismissed = mentions.Uses(asked.relations), rejected(asked.others)
    every: list[Proposal] = []
    for source, page in sorted(asked.pages.items()):
        for mention, number, is_used in mentions.numbered(source, page, uses):
            kind, list_name, start, end = mention
            words = page.text[start:end]
            key = (kind, source, normal(words), number)
            by = "a row" if is_used else "rejection" if key in dismissed else None
            told = Candidate(kind, start, end, MENTION, 1, attributes={"list": list_name})
            every.append(Proposal(source, told, words, key, by))
    return sorted(every, key=lambda p: p.settled_by != "a row")


def _unaccounted_mention(asked: Asked, p: Proposal) -> Problem:
    page, kind, list_name = asked.pages[p.source], p.candidate.kind, p.candidate.attributes["list"]
    of_list = f" of the list {list_name}" if list_name else ""
    return RULES["mention-unaccounted"].at(
        Place(f"sources/{p.source}.toml", 1),
        f"no row uses the {kind} “{p.line}”{of_list} "
        f"(line {page.line(p.candidate.start)} of {page.held.path})",
        f"use it in a row; {_withheld(kind, p.source)}if it is not a fact, dismiss it in rows: "
        f"{rejection(kind, p.line, p.key[3])}",
    )


REASONS = " | ".join(RejectionReason.codes())


def rejection(kind: str, words: str, occurrence: int) -> str:
    """The row that says that words are no fact, to paste into the list of a text's file.

    Why they are none is left for a person to say, so that no fact is dismissed by pasting.
    """
    own = dismissal(kind, [" ".join(words.split())], occurrence, "")
    return f"{value({'table': 'rejections'} | own)},  # {REASONS}"


def dismissal(kind: str, words: Sequence[str], occurrence: int, reason: str) -> dict[str, Any]:
    """What a row of rejections says: words of one kind, with their number among the same words."""
    own: dict[str, Any] = {"kind": kind, "words": words[0] if len(words) == 1 else list(words)}
    return own | ({"occurrence": occurrence} if occurrence > 1 else {}) | {"reason": reason}


def _withheld(kind: str, source: str) -> str:
    """What to do with the name of a private person, which no file may print."""
    return f"if it names a private person, `python build withhold {source}`; " * (kind == "person")


def _unsettled(asked: Asked, proposal: Proposal) -> Problem:
    candidate = proposal.candidate
    page = asked.pages[proposal.source]
    return RULES["proposal-unsettled"].at(
        Place(f"sources/{proposal.source}.toml", 1),
        f"the script proposes the {candidate.kind} “{proposal.line[:80]}” (rule {candidate.rule}, "
        f"line {page.line(candidate.start)} of {page.held.path}) and nothing settles it",
        "use it in a row, or settle it (python build extract --settle); "
        f"{_withheld(candidate.kind, proposal.source)}if it is not a fact, "
        f"dismiss it in rows: {rejection(candidate.kind, proposal.words, proposal.key[3])}",
    )


def _orphaned(asked: Asked, key: Key, block: Block, known: Mapping[Key, str | None]) -> Problem:
    kind, _, words, occurrence = key
    if _is_unlisted(asked, key, known):
        message, remedy = f"no list has the phrase “{words}” any longer", TAKEN_OUT
    elif by := known.get(key):
        message = f"“{words}” is settled already by {by}"
        remedy = TAKEN_OUT
    else:
        message = f"the script proposes no {kind} “{words}” (occurrence {occurrence})"
        near = _alike(key, known)
        remedy = nearest(words, near, "take it out by hand; the text or the rule has changed")
    return RULES["rejection-orphaned"].at(block.place("words"), message, remedy)
