"""The evidence as W3C Web Annotations, for programs that show words in their page."""

import json
from typing import Any

from ice_subpoenas.formats import VERSION
from ice_subpoenas.prose.known import Record
from website.world import World

FILE = "annotations.jsonld"
MOTIVES = {
    "supports": "identifying",
    "broader": "identifying",
    "contests": "questioning",
    "bears_on": "commenting",
}
"""The motivation of an annotation, by what its words do to a value."""


def collection(world: World) -> str:
    """The annotations in one file; copies for single subpoenas are left out."""
    pieces = [
        row for row in world.rows["evidence"] if row["derivation"] != "copied" and row["exact"]
    ]
    items = [_annotation(world, piece) for piece in pieces]
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": FILE,
        "type": "AnnotationCollection",
        "label": f"Evidence of ice-subpoenas, version {VERSION}",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _annotation(world: World, piece: Record) -> dict[str, Any]:
    row = f"{piece['table_name']}/{piece['row_id']}/{piece['column_name']}"
    body = [{"type": "SpecificResource", "source": f"urn:ice-subpoenas:{row}"}]
    if piece["value"] is not None:
        body.append({"type": "TextualBody", "value": piece["value"], "purpose": "describing"})
    return {
        "id": f"urn:ice-subpoenas:evidence/{piece['evidence_id']}",
        "type": "Annotation",
        "motivation": MOTIVES[piece["stance"]],
        "body": body,
        "target": {"source": _address(world, piece["source_id"]), "selector": _selector(piece)},
    }


def _address(world: World, key: str) -> str:
    source = world.by_key["sources"][key]
    return source["original_url"] or source["url"] or f"urn:ice-subpoenas:sources/{key}"


def _selector(piece: Record) -> Any:
    """The words with what stands around them, and in a text that is held also where they stand."""
    around = {name: piece[name] for name in ("prefix", "suffix") if piece[name]}
    quote = {"type": "TextQuoteSelector", "exact": piece["exact"], **around}
    if piece["char_start"] is None:
        return quote
    return [
        quote,
        {"type": "TextPositionSelector", "start": piece["char_start"], "end": piece["char_end"]},
    ]
