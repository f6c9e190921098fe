"""What the dataset lacks: sentences of held texts and paragraphs of pages, drawn at random.

A reader lists the facts within the scope that each holds and does not see what the dataset took
from it. Another then says of each fact whether the dataset has it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.audit import folders
from bench.audit.cells import AUDITED, Record, Rows, rank
from bench.audit.folders import Round
from bench.audit.passages import heading, masked
from ice_subpoenas.tables import TABLE
from printing import Refusal
from texts.held import NOTHING

READER, DECIDER = "reader", "decider"
VERDICTS = ("held", "lacking", "out_of_scope")
"""What the second reader says of a fact that the first one lists."""

Passage = dict[str, Any]
"""A place that is drawn: source, tier, place in words, and of a held text its offsets."""

SCOPE = "\n".join(
    f"- {name.replace('_', ' ')}: {TABLE[name].about()}"
    for name in AUDITED
    if name not in ("subpoenas", "event_acts", "sources")
)


def drawn(rows: Rows, number: int, seed: int) -> list[Passage]:
    """So many sentences of held texts, and so many paragraphs of pages; the same for a seed."""
    pools = (list(sentences(rows)), list(_paragraphs(rows, seed)))
    if not 0 < number <= min(map(len, pools)):
        raise Refusal(f"--recall takes 1 to {min(map(len, pools))}")
    chosen = [p for pool in pools for p in sorted(pool, key=lambda p: _rank(p, seed))[:number]]
    return sorted(chosen, key=lambda p: rank(seed, "order", _rank(p, seed)))


def _rank(passage: Passage, seed: int) -> str:
    return rank(seed, "recall", passage["source_id"], passage["place"])


def sentences(rows: Rows) -> Iterator[Passage]:
    """Every sentence of a held text that could support something."""
    for source, page in rows.pages.items():
        for sentence in page.sentences:
            if sentence.region not in NOTHING:
                span = [sentence.start, sentence.end]
                place = f"sentence {sentence.number}"
                told = {"source_id": source, "tier": "held_text", "place": place, "span": span}
                yield told | {"form": _form(rows, told, {"words": masked(page, sentence)})}


def _paragraphs(rows: Rows, seed: int) -> Iterator[Passage]:
    """A place of every page on which a row other than its own rests; each page counts alike."""
    pieces = rows.tables["evidence"].values()
    quoted = {p["source_id"] for p in pieces if p["table_name"] != "sources"} - rows.pages.keys()
    for key in sorted(quoted):
        source = rows.tables["sources"][key]
        if source["url"]:
            at = int(rank(seed, "place", key)[:8], 16) * 100 // 2**32
            part = f" of the {source['read_part']}" if source["read_part"] else ""
            told = {"source_id": key, "tier": "quoted", "place": f"the paragraph at {at} %{part}"}
            yield told | {"form": _form(rows, told)}


def _form(rows: Rows, told: Passage, words: Mapping[str, str] | None = None) -> folders.Form:
    passage = heading(rows, told["source_id"]) | {"place": told["place"]} | dict(words or {})
    return {"asked": "the facts within the scope", "passages": [passage]}


def put(folder: Path, found: Sequence[Passage], seed: int) -> None:
    """Write the sealed file and the folders of the first readers."""
    content = {"audit": "recall", "seed": seed, "asked": found}
    folders.put(folder, _first(content, folders.seal(folder, content)))


def _first(content: Mapping[str, Any], draw: str) -> Round:
    told = [each["form"] for each in content["asked"]]
    return Round(READER, "recall", draw, told, scope=SCOPE, most=30)


# --- the score ------------------------------------------------------------------------------------


def scored(rows: Rows, folder: Path, content: Mapping[str, Any], draw: str) -> list[Passage] | None:
    """Each passage with how many facts it holds and how many the dataset lacks; null after writing
    the forms of the second readers."""
    asked: list[Passage] = content["asked"]
    listed = [_facts(answer) for (answer,) in folders.answers(folder, _first(content, draw))]
    pairs = [(n, fact) for n, facts in enumerate(listed) for fact in facts or ()]
    if not pairs:
        raise Refusal(f"{folder}: the readers list no fact at all; that is no audit")
    told = [_compared(rows, asked[n], fact) for n, fact in pairs]
    decided = folders.second(
        folder, Round(DECIDER, DECIDER, folders.digest(repr((draw, pairs))), told)
    )
    if decided is None:
        return None
    verdicts: list[list[str]] = [[] for _ in asked]
    for (n, _), (answer,) in zip(pairs, decided, strict=True):
        folders.alone(answer, {"verdict": VERDICTS.__contains__})
        verdicts[n].append(answer[1]["verdict"])
    return [
        passage | ({} if facts is None else _counted(own))
        for passage, facts, own in zip(asked, listed, verdicts, strict=True)
    ]


def _facts(answer: folders.Answer) -> list[str] | None:
    """The facts that a reader lists; null where the passage could not be read."""
    key = folders.alone(answer, {"facts": _are_facts, "unreadable": folders.is_true})
    return list(answer[1]["facts"]) if key == "facts" else None


def _are_facts(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(f, str) and f.strip() for f in given)


def _counted(verdicts: Sequence[str]) -> dict[str, int]:
    n_facts = sum(each != "out_of_scope" for each in verdicts)
    return {"n_facts": n_facts, "n_lacking": verdicts.count("lacking")}


def _compared(rows: Rows, passage: Passage, fact: str) -> folders.Form:
    """A fact beside the cells that rest on its sentence, or on its page."""
    pieces = [p for own in rows.giving.values() for p in own if _rests_on(p, passage)]
    cells = {f"{p['table_name']}/{p['row_id']}/{p['column_name']}: {p['value']}" for p in pieces}
    return {"fact": fact, "dataset": sorted(cells), "passages": passage["form"]["passages"]}


def _rests_on(piece: Record, passage: Passage) -> bool:
    if piece["source_id"] != passage["source_id"]:
        return False
    first, last = piece["char_start"] or 0, piece["char_end"] or 0
    return "span" not in passage or (first < passage["span"][1] and passage["span"][0] < last)


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
