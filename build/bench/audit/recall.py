"""What the dataset lacks: sentences of held texts and paragraphs of pages, drawn at random.

A reader lists the facts within the scope that each holds and does not see what the dataset took
from it. A person then says of each fact whether the dataset has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.audit import answers, forms, sealed
from bench.audit.cells import AUDITED, rank
from bench.audit.draw import numbered
from bench.audit.passages import heading, masked
from bench.audit.rows import GIVES, Record, Rows
from ice_subpoenas.tables import TABLE
from printing import Refusal
from texts.held import NOTHING

READER, DECIDER = "reader", "decider"
VERDICTS = ("held", "lacking", "out_of_scope")
"""What a person says of a fact that a reader lists."""

Passage = dict[str, Any]
"""A place that is drawn: source, tier, place in words, and of a held text its offsets."""

SCOPE = "\n".join(
    f"- {name.replace('_', ' ')}: {TABLE[name].about()}"
    for name in AUDITED
    if name not in ("subpoenas", "event_acts", "sources")
)
README = f"""\
# Forms of an audit: what the dataset lacks

Each of {{n}} files in `forms` names a sentence, with its words, or a paragraph of a page that you
open at its address. List in `answers.toml` each fact within the scope that it holds, in your own
plain words, such as `facts = ["The county received two subpoenas.", "It has 14 days."]`.
Write `facts = []` where it holds none, and `unreadable = true` where you cannot open the page.
A `note` is optional. Name no private person. Ask nobody.

Where a paragraph is told by a percentage: count the paragraphs of the article, or of the part that
is named, and take the one that stands there (of 12 paragraphs at 37 %: 4.4, so the 5th).

Within the scope is what says something of administrative subpoenas that U.S. Immigration and
Customs Enforcement, or those above it, serve on state and local governments:

{SCOPE}
"""
SECOND = f"""\
# Which facts does the dataset have?

A reader listed {{n}} facts. Each form has one of them and the cells that rest on its passage, or on
the whole page. Look in the dataset, elsewhere too if need be, and write in `answers.toml` for each form `verdict = "…"`, one of: {", ".join(VERDICTS)}.
"""


def drawn(rows: Rows, number: int, seed: int) -> list[Passage]:
    """So many sentences of held texts, and so many paragraphs of pages; the same for a seed."""
    pools = (list(_sentences(rows)), list(_paragraphs(rows, seed)))
    for pool in pools:
        if not 0 < number <= len(pool):
            raise Refusal(f"--recall takes 1 to {min(map(len, pools))}")
    return [p for pool in pools for p in sorted(pool, key=lambda p: _rank(p, seed))[:number]]


def _rank(passage: Passage, seed: int) -> str:
    return rank(seed, "recall", passage["source_id"], passage["place"])


def _sentences(rows: Rows) -> Iterator[Passage]:
    """Every sentence of a held text that could support something."""
    for source, page in rows.pages.items():
        for sentence in page.sentences:
            if sentence.region not in NOTHING:
                yield {
                    "source_id": source,
                    "tier": "held_text",
                    "place": f"sentence {sentence.number}",
                    "span": [sentence.start, sentence.end],
                }


def _paragraphs(rows: Rows, seed: int) -> Iterator[Passage]:
    """A place of every page on which a row other than its own rests; each page counts alike."""
    quoted = {
        p["source_id"] for p in rows.tables["evidence"].values() if p["table_name"] != "sources"
    }
    for key, source in sorted(rows.tables["sources"].items()):
        if key in quoted and key not in rows.pages and source["url"]:
            at = int(rank(seed, "place", key)[:8], 16) * 100 // 2**32
            part = f" of the {source['read_part']}" if source["read_part"] else ""
            place = f"the paragraph at {at} %{part}"
            yield {"source_id": key, "tier": "quoted", "place": place}


def put(rows: Rows, folder: Path, found: Sequence[Passage], seed: int) -> None:
    """Write the sealed file and the folder of the reader."""
    hand = numbered(
        sorted(range(len(found)), key=lambda n: rank(seed, "order", _rank(found[n], seed)))
    )
    files = {f"forms/{f}.toml": forms.written(f, _form(rows, found[n])) for f, n in hand.items()}
    content = {
        "audit": "recall",
        "seed": seed,
        "asked": found,
        "readers": {READER: hand},
        "forms": {READER: sealed.digest(files)},
    }
    draw = sealed.seal(folder, content)
    readme = {sealed.MARK: README.format(n=len(found))}
    skeleton = {sealed.ANSWERS: forms.skeleton(draw, READER, hand)}
    sealed.put(folder / READER, readme | skeleton | files)


def _form(rows: Rows, passage: Passage) -> dict[str, Any]:
    told = heading(rows, passage["source_id"]) | {"place": passage["place"]}
    if "span" in passage:
        page = rows.pages[passage["source_id"]]
        (sentence,) = (s for s in page.sentences if [s.start, s.end] == passage["span"])
        told |= {"words": masked(page, sentence)}
    return {"asked": "the facts within the scope", "passages": [told]}


# --- the score ------------------------------------------------------------------------------------

Listed = list[list[str] | None]
"""The facts of each passage; null where it could not be read."""


def scored(rows: Rows, folder: Path, content: Mapping[str, Any], draw: str) -> list[Passage] | None:
    """Each passage with how many facts it holds and how many the dataset lacks; null after writing
    the forms for the person who decides."""
    sealed.unchanged(folder / READER, content["forms"].get(READER))
    hand = content["readers"][READER]
    listed: Listed = [None] * len(content["asked"])
    for form, entry in answers.entries(folder / READER, draw, READER, hand).items():
        path = f"{folder / READER / sealed.ANSWERS}: form {form}"
        key = answers.alone(path, entry, {"facts": _are_facts, "unreadable": lambda g: g is True})
        listed[hand[form]] = list(entry["facts"]) if key == "facts" else None
    if not any(listed):
        raise Refusal(f"{folder}: the reader lists no fact at all; that is no audit")
    verdicts = _decided(rows, folder, content["asked"], listed, draw)
    if verdicts is None:
        return None
    if all(v == "out_of_scope" for own in verdicts for v in own):
        raise Refusal(f"{folder}: no fact is within the scope; that is no audit")
    return [
        passage | _counted(facts, own)
        for passage, facts, own in zip(content["asked"], listed, verdicts, strict=True)
    ]


def _are_facts(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(f, str) and f.strip() for f in given)


def _counted(facts: list[str] | None, verdicts: Sequence[str]) -> dict[str, int]:
    if facts is None:
        return {}
    return {
        "n_facts": sum(each != "out_of_scope" for each in verdicts),
        "n_lacking": verdicts.count("lacking"),
    }


def _decided(
    rows: Rows, folder: Path, asked: Sequence[Passage], listed: Listed, draw: str
) -> list[list[str]] | None:
    """What a person says of each fact; null where the forms are only written now."""
    pairs = [(n, fact) for n, facts in enumerate(listed) for fact in facts or ()]
    hand = numbered(range(len(pairs)))
    second = hashlib.sha256(repr((draw, pairs)).encode()).hexdigest()
    place = folder / DECIDER
    if not place.exists():
        files = {
            f"forms/{form}.toml": forms.written(
                form, _compared(rows, asked[pairs[n][0]], pairs[n][1])
            )
            for form, n in hand.items()
        }
        readme = {sealed.MARK: SECOND.format(n=len(pairs))}
        answer = {sealed.ANSWERS: forms.skeleton(second, DECIDER, hand)}
        sealed.put(place, readme | answer | files)
        return None
    found: list[list[str]] = [[] for _ in asked]
    for form, entry in answers.entries(place, second, DECIDER, hand).items():
        path = f"{place / sealed.ANSWERS}: form {form}"
        answers.alone(path, entry, {"verdict": lambda given: given in VERDICTS})
        found[pairs[hand[form]][0]].append(entry["verdict"])
    return found


def _compared(rows: Rows, passage: Passage, fact: str) -> dict[str, Any]:
    """A fact beside the cells that rest on its sentence, or on its page."""
    pieces = [p for own in rows.evidence.values() for p in own if _rests_on(p, passage)]
    cells = sorted(
        {f"{p['table_name']}/{p['row_id']}/{p['column_name']}: {p['value']}" for p in pieces}
    )
    told = heading(rows, passage["source_id"]) | {"place": passage["place"]}
    return {"fact": fact, "dataset": cells, "passages": [told]}


def _rests_on(piece: Record, passage: Passage) -> bool:
    if piece["source_id"] != passage["source_id"] or piece["stance"] not in GIVES:
        return False
    span = passage.get("span")
    return not span or (piece["char_start"] < span[1] and span[0] < piece["char_end"])


def audited(found: Sequence[Passage], seed: int, day: date) -> list[dict[str, Any]]:
    """A row for each passage, in the order of the draw."""
    return [
        {
            "audited_passage_id": f"{seed}-{n:03d}",
            "seed": seed,
            "source_id": each["source_id"],
            "tier_then": each["tier"],
            "place": each["place"],
            "audited_on": day,
        }
        | {key: each[key] for key in ("n_facts", "n_lacking") if key in each}
        for n, each in enumerate(found, 1)
    ]
