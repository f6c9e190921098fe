"""The held texts for review on one's own machine: regions, and the words that evidence uses.

Nothing of this is in a site unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from printing import Refusal
from reviewed import files
from website.tables import Found, World, label, link, spoken, value_in_words


def held(root: Path, world: World) -> dict[str, str]:
    """The texts of a checkout, by source; refused where one is not the text of the dataset."""
    texts, problems = files.held_texts(root / "seeds")
    if problems:
        raise Refusal(f"{problems[0].file}: {problems[0].message}")
    found = {}
    for source in world.rows["sources"]:
        text = texts.get(source["source_id"])
        if source["text_held"] and text:
            if text.sha256 != source["text_sha256"]:
                raise Refusal(f"{text.path} is not the text of the dataset; run `python build`")
            found[source["source_id"]] = text.text
    return found


def page(world: World, source: str, text: str) -> dict[str, Any]:
    """A text in its regions, each in pieces that the same evidence covers, with notes on them."""
    spans = sorted(_spans(world, source), key=lambda s: (s["start"], -s["end"], s["link"]))
    regions = list(_regions(world, source, len(text)))
    return {
        "source": world.by_key["sources"][source],
        "here": f"text-{source}",
        "regions": [
            row | {"name": spoken(row["region"]), "bits": list(_bits(text, row, spans))}
            for row in regions
        ],
    }


def _regions(world: World, source: str, length: int) -> Iterator[Found]:
    """The regions of a text in order, and the stretches that no region names."""
    at = 0
    named = [row for row in world.rows["regions"] if row["source_id"] == source]
    for row in sorted(named, key=lambda r: r["char_start"]):
        if row["char_start"] > at:
            yield _unnamed(at, row["char_start"])
        yield row
        at = row["char_end"]
    if at < length:
        yield _unnamed(at, length)


def _unnamed(start: int, end: int) -> Found:
    return {
        "region_id": f"from-{start}",
        "char_start": start,
        "char_end": end,
        "region": "no region",
        "reproduces_source_id": None,
        "reason": "No region is recorded here.",
    }


def _spans(world: World, source: str) -> Iterator[Found]:
    for row in world.rows["evidence"]:
        if row["source_id"] == source and row["exact"] and row["derivation"] != "copied":
            yield {
                "start": row["char_start"],
                "end": row["char_end"],
                "says": f"{row['row_id']}, {label(row['column_name'])}: "
                f"{value_in_words(world, row) or spoken(row['stance'])}",
                "link": link(row["table_name"], row["row_id"], row["column_name"]),
                "rival": row["stance"] == "contests",
            }
    for row in world.rows["quotes"]:
        if row["source_id"] == source:
            says = f"quotation {row['quote_id']}"
            where = link("quotes", row["quote_id"])
            yield {
                "start": row["char_start"],
                "end": row["char_end"],
                "says": says,
                "link": where,
                "rival": False,
            }


def _bits(text: str, region: Found, spans: Sequence[Found]) -> Iterator[Found]:
    """The region cut wherever a span begins or ends; notes stand where a span begins."""
    low, high = region["char_start"], region["char_end"]
    inside = [s for s in spans if s["start"] < high and s["end"] > low]
    edges = {max(low, s["start"]) for s in inside} | {min(high, s["end"]) for s in inside}
    cuts = sorted(edges | {low, high})
    for start, end in pairwise(cuts):
        over = [s for s in inside if s["start"] <= start and s["end"] >= end]
        yield {
            "text": text[start:end],
            "start": start,
            "depth": min(len(over), 3),
            "notes": [s for s in over if s["start"] == start],
        }
