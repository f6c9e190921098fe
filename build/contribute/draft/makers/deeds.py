"""Whose deed a sentence tells: that of the recipient, or of another body that it names."""

from collections.abc import Iterator

from contribute.draft.makers.bodies.governments import ARTICLE
from contribute.draft.makers.bodies.named import Body
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from ice_subpoenas.derivations.find import Span


def named(scene: Scene, stretch: Stretch, stop: int | None = None) -> Iterator[Body]:
    """The state and local bodies that a sentence names, up to a place."""
    for c in scene.reading.inside(stretch, "agency"):
        is_name = ARTICLE.sub("", scene.words((c.start, c.end)))[:1].isupper()  # not "the agency"
        body = scene.bodies.named((c.start, c.end), stretch) if is_name else None
        if body and body.kind in ("local", "state") and (stop is None or c.end <= stop):
            yield body


def anothers(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> bool:
    """Whether a sentence names another body before words for what was done, and neither a recipient
    of papers nor a body of the same place."""
    own = {paper.body.agency_id, *(body.agency_id for body in scene.bodies.recipients.values())}
    found = [*named(scene, stretch, span[0])]
    return bool(found) and not any(
        body.agency_id in own or body.jurisdiction_id == paper.body.jurisdiction_id
        for body in found
    )
