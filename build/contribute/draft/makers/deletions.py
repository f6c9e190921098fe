"""What is to be written in the place of a row that a question lets a person delete.

Its sentence, or what the script proposes in it, is then without a row: the question gives the line
that says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from contribute.draft.makers.rest import beginning
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import ASIDE, Row
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from reviewed import form

DELETE = "delete the row"
INSTEAD = f"{ASIDE}sources/{{}}.toml: {{}}"


def told(scene: Scene, row: Row, all_: Sequence[Row]) -> Row:
    """The row, its question with the lines that take its place, if it may be deleted."""
    asked = next((key for key, question in row.asks.items() if DELETE in question), None)
    if asked is None or row.table not in ("events", "grounds"):
        return row
    lines = [line for line in (_line(scene, row, p.stretch, all_) for p in row.said) if line]
    if not lines:
        return row
    more = INSTEAD.format(scene.reading.source, " ".join(dict.fromkeys(lines)))
    return row.asking(**{asked: row.asks[asked] + more})


def _line(scene: Scene, row: Row, stretch: Stretch, all_: Sequence[Row]) -> str:
    """The line for a sentence that only this row uses, or for the proposal that it settles."""
    others = [span for other in all_ if other is not row for span in other.spans]
    others += [(c.start, c.end) for c in scene.reading.candidates if c.kind == "quotation"]
    if not _is_used(stretch, others):
        words = beginning(scene.reading, stretch, scene.private_spans)
        own = {"reason": "background", "words": words}
        return form.line("left_out", own).strip() if words else ""
    inside = scene.reading.inside(stretch, "ground", "response")
    found = (c for c in inside if _is_used(c, list(row.spans)) and not _is_used(c, others))
    return " ".join(_rejection(scene, c) for c in found)


def _is_used(part: Candidate | Stretch, spans: Sequence[Span]) -> bool:
    return any(a < part.end and part.start < b for a, b in spans)


def _rejection(scene: Scene, c: Candidate) -> str:
    own = {"kind": c.kind, "words": scene.words((c.start, c.end)), "reason": "wrong_kind"}
    return form.line("rejections", own).strip()
