"""Which sentences of the held texts are listed as left out, and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from ice_subpoenas.derivations.find import Span, occurrences, place
from ice_subpoenas.problem import Problem, nearest
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.vocabularies import LedgerReason
from reviewed.files import Block
from texts.held import NOTHING, Page, Sentence

LeftOut = dict[tuple[str, int], Block]
"""Blocks that list sentences as left out, by source and number of the sentence."""


def rows(pages: Mapping[str, Page], left_out: LeftOut) -> Iterator[dict[str, Any]]:
    """A row for every sentence of every text. A left-out one has its reason."""
    for source, page in pages.items():
        for sentence in page.sentences:
            listed = left_out.get((source, sentence.number))
            reason = listed.data["reason"] if listed else None
            yield {
                "ledger_id": f"{source}-{sentence.number:03d}",
                "source_id": source,
                "char_start": sentence.start,
                "char_end": sentence.end,
                "sentence_sha256": page.hash_of(sentence),
                "reason": "excluded_region" if sentence.region in NOTHING else reason,
                "remark": listed.data.get("remark") if listed else None,
            }


def left_out(
    pages: Mapping[str, Page], blocks: Iterable[Block], used: Collection[tuple[str, Span]] = ()
) -> tuple[LeftOut, list[Problem]]:
    """The sentences that rows of left_out list, and rows that list none.

    Of several sentences of the same words those are listed that no row uses, if there is one.
    """
    found: LeftOut = {}
    problems: list[Problem] = []
    for block in blocks:
        if block.table != "left_out":
            continue
        unfit = _unfit(block, pages)
        if unfit:
            problems.append(unfit)
            continue
        for index, words in enumerate(listed(block.data["words"])):
            touched = _sentences(pages[block.stem], words, block, index)
            if isinstance(touched, Problem):
                problems.append(touched)
            else:
                kept = _free(pages[block.stem], touched, block.stem, used)
                found |= {(block.stem, sentence.number): block for sentence in kept}
    return found, problems


def _free(
    page: Page, touched: list[Sentence], source: str, used: Collection[tuple[str, Span]]
) -> list[Sentence]:
    """Of several sentences of the same words those that no row uses, if there are any."""
    if len({page.text[s.start : s.end] for s in touched}) == len(touched):
        return touched
    taken = {s.number for stem, span in used if stem == source for s in page.touched(span)}
    return [s for s in touched if s.number not in taken] or touched


def listed(words: Any) -> list[Any]:
    """Words as a list; one sentence may be written without brackets."""
    return [words] if isinstance(words, str) else list(words)


def touched(page: Page, words: str) -> list[Sentence]:
    """The sentences that words list: those that they touch where they stand once, and else each
    whose only words they are, such as "Advertisement"."""
    found = list(occurrences(page.text, words))
    if len(found) == 1:
        return list(page.touched(found[0]))
    return [sentence for sentence in page.sentences if (sentence.start, sentence.end) in found]


def _unfit(block: Block, pages: Mapping[str, Page]) -> Problem | None:
    data = block.data
    known = data.keys() <= {"reason", "remark", "words"}
    fit = (
        known
        and isinstance(data.get("remark", ""), str)
        and isinstance(data.get("words"), (str, list))
    )
    if fit and data.get("reason") in LedgerReason.codes() and block.stem in pages:
        return None
    message = "left_out, in the file of its source, holds a reason code, words and maybe a remark"
    codes = LedgerReason.codes()
    remedy = 'write { table = "left_out", reason = "background", words = ["…", "…"] }'
    if data.get("reason") not in codes:
        remedy = nearest(str(data.get("reason")), codes, f"reasons are: {', '.join(codes)}")
    return RULES["wrong-value"].at(block.place("reason"), message, remedy)


def _sentences(page: Page, words: Any, block: Block, index: int) -> list[Sentence] | Problem:
    if found := touched(page, words) if isinstance(words, str) else []:
        return found
    is_there = isinstance(words, str) and place(page.text, words) != 0
    rule = RULES["words-not-unique" if is_there else "words-not-found"]
    often = "occurs more than once" if is_there else "does not occur"
    message = f"left_out: {str(words)[:80]!r} {often}"
    remedy = "copy words of the sentence that occur once in the text"
    return rule.at(block.place("words", index), message, remedy)
