"""A cell with all its words, rivals, and the event that it follows from."""

from ...derivations.edtf_in_words import bare, when
from ...plain import safe
from ...vocabularies import Resolution
from ..found import Found
from ..words import around
from .layout import by_part, closed, how_many, in_words, noted, see_lists, set_off, wrapped
from .piece import piece_lines


def cell_lines(found: Found, color: bool, is_asked: bool = True) -> list[str]:
    """A cell with its words; what the column means stands at the end, if it is what was asked.

    Only then are days told as strings of EDTF too.
    """
    lines = [safe(f"{found['table']} {found['row']}  {found['column']}")]
    given = {name: value for name, value in found["values"].items() if value is not None}
    lines += [
        f"  {name} = {safe(in_words(name, value, is_asked))}"
        for name, value in given.items()
        if not (name.endswith("_basis") and any(found["cut"].values()))
    ]
    if not given:
        search = f", search {found['search_id']}" if found["search_id"] else ""
        none = "no reason is written down" if found["role"] == "claim" else ""
        why = by_part(found) if found["parts"] else found["absence"] or none
        lines.append(safe(f"  no value{': ' * bool(why)}{why}{search}"))
        lines += _known_by(found["known_by"])
    elif found["role"] != "claim" and not found.get("event"):
        lines.append(f"  {ROLES[found['role']]}")
    elif found["n_sources"]:
        lines.append(f"  {how_many(found)}")
    lines += _cut(found["cut"])
    if found["conflict"]:
        lines += _conflict(found["conflict"])
    for piece in found["evidence"]:
        lines += ["", *piece_lines(piece, color, is_asked)]
    if found["conflict"]:
        why = f"Why so, as sources disagree: {found['conflict']['reason']}"
        lines += set_off(wrapped(why, "  "))
    if (found["table"], found["column"]) == ("acts", "reason"):
        lines += ["", *see_lists(found["row"])]
    lines += _event(found, color)
    means = wrapped(f"`{found['column']}` is: {found['description']}", "  ")
    return lines + (set_off(means) if is_asked else [])


def _event(found: Found, color: bool) -> list[str]:
    """The event that a status follows from, in one sentence, then its words."""
    lines: list[str] = []
    now = [("event", found["event"])] if found.get("event") else []
    for name, event in [*now, *(("earlier", each) for each in found.get("earlier", ()))]:
        head = TELLING[name if found["event_id"] else "unread"]
        lines += [""] * bool(lines) + wrapped(f"{head}: {event['summary']}", "  ")
        for cell in event["cells"]:
            lines += ["", *cell_lines(cell, color, is_asked=False)]
        lines += set_off(noted(event["reason"], "  ", "Note on the event"))
        called = f"`ice-subpoenas trace {event['event_id']}` shows the whole event"
        lines += ["", safe(called)]
    return lines


TELLING = {
    "event": "It follows from an event",
    "earlier": "The overview also reports an earlier answer, which said the opposite or more",
    "unread": "No status follows, but the overview reports an event",
}
"""How an event is introduced below a cell."""


def _known_by(known: Found | None) -> list[str]:
    """From which source the latest possible day comes, where no words give a day."""
    if not known:
        return []
    source = ", ".join(each for each in (known["source_id"], known["publisher"]) if each)
    said = f"not later than {bare(str(known['day']))}, when a source that reports it appeared"
    before, after = around(known)
    words = closed(f"{before}{known['exact']}{after}")
    only = "; they do not say what the answer or ruling was" if known["is_without_result"] else ""
    return wrapped(f"{said}: {source}. Its words: “{words}”{only}", "  ")


ROLES = {
    "id": "It names the row or what the row belongs to, so it needs no words.",
    "judgment": "It is our own classification or words; the quoted words are what we judged by.",
    "derived": "It is computed from other columns, so it needs no words of its own.",
}

CUTS = {
    "not_before": "not before {}, the first possible day of what it followed, or of the papers "
    "that it is about",
    "not_after": "not after {}, the last possible day of a page that reports it, or of what "
    "followed it",
}


def _cut(cut: Found) -> list[str]:
    """The bounds of a day that the order of events gives, beside what the words allow."""
    said = [words.format(cut[side]) for side, words in CUTS.items() if cut[side]]
    if not said:
        return []
    alone = f"the words alone say: {when(cut['words'])}; " if cut["words"] else ""
    lines = wrapped(f"{alone}the order of events narrows it: {'; '.join(said)}", "  ")
    if cut["after"]:
        what = f"it followed `{cut['after']['event_id']}`: {cut['after']['summary']}"
        lines += wrapped(what, "    ")
    return lines


def _conflict(conflict: Found) -> list[str]:
    """That sources disagree, and what is published; the reason stands below the words."""
    rule = conflict["resolution"]
    if rule == "unresolved":
        settled = "not settled, and no value is published"
    else:
        meaning = next((each.definition for each in Resolution if each == rule), str(rule))
        settled = f"published is {meaning[:1].lower()}{meaning[1:].rstrip('.')}"
    ruling = f"sources disagree, with {conflict['n_sides']} different values; {settled}"
    return wrapped(ruling, "  ")
