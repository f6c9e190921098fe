"""A trace as lines for a person."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from .derivations.edtf_in_words import bare, when
from .histories import RETOLD
from .plain import safe
from .published.counted import how_numbered, told_pair
from .vocabularies import Resolution

Found = dict[str, Any]

WIDTH = 100
LONGEST = 90  # characters of the words that a row's trace shows of a cell

STANCES = {
    "supports": "gives this value",
    "broader": "agrees, less exactly",
    "contests": "GIVES ANOTHER VALUE",
    "bears_on": "speaks of it, without a value",
}


def text(found: Found, color: bool = False) -> str:
    """The trace of a cell or of a row. No character of it moves a cursor or hides anything."""
    if found["table"] == "overview":
        return "\n".join(_told(found, color))
    for name, told in LISTED.items():
        if name in found:
            return "\n".join(told(found))
    return "\n".join(_row(found) if "cells" in found else _cell(found, color))


# --- lists ------------------------------------------------------------------------------------


def _events(found: Found) -> list[str]:
    """The course of an act: each event with its day, who acted, and how to see its words."""
    lines = [safe(f"acts {found['row']}  events"), "  In the order of days, as sources report."]
    for event in found["events"]:
        after = event["after_event_id"]
        none = f"day not known, after `{after}`" if after else "day not known, not in order"
        day = none if event["day"] is None else bare(event["day"])
        said = [f"reported {day}" if event["is_reported_by"] and event["day"] else day]
        codes = [event["kind"], event["decides"], event["result"]]
        said += [*(str(code).replace("_", " ") for code in codes if code), event["who"]]
        said += [f"on {event['n_subpoenas']} of the subpoenas" if event["n_subpoenas"] else ""]
        said += [f"part of `{event['part_of']}`" if event["part_of"] else ""]
        said += [f"may be the same as {event['may_be']}" if event["may_be"] else ""]
        lines += ["", *_wrapped("; ".join(str(each) for each in said if each), "  ")]
        lines += _wrapped(event["summary"] or "", "    ") + _note(event["reason"], "    ")
        lines += _wrapped(f"`ice-subpoenas trace {event['event_id']}` ({_how_many(event)})", "    ")
    return lines


def _reasons(found: Found) -> list[str]:
    """The reasons of all sides, each once with those who give it below."""
    lines = [safe(f"acts {found['row']}  reasons")]
    lines += ["  Reasons that somebody gives; they need not be true or good law."]
    above, label = "", ""
    for reason in found["reasons"]:
        head = ", toward ".join(part for part in (reason["side"], reason["toward"]) if part)
        if head != above:
            lines += ["", safe(f"  {head}")]
            above, label = head, ""
        if reason["ground_means"] != label:
            label = reason["ground_means"]
            lines += ["", *_wrapped(label, "    ")]
        lines += _voice(reason)
    return lines


def _voice(reason: Found) -> list[str]:
    """One who gives a reason: who and when, what a court made of it, and the words."""
    nobody = "the court" if reason["side"] == "court" else "the source does not say who"
    who = [reason["who"] or nobody, bare(reason["day"])]
    said = ", ".join(each for each in who if each) + ("" if reason["is_witnessed"] else RETOLD)
    lines = _wrapped(said, "      ")
    if reason["answers_ground"]:
        answered = f"{reason['answers_side']}: {reason['answers_ground_means']}"
        lines += _wrapped(f"This answers a reason of the {answered}", "        ")
    if reason["held"]:
        lines += _wrapped(reason["held_means"], "        ")
    lines += _wrapped(reason["court_answered"], "        ")
    source = ", ".join(each for each in (reason["source_id"], reason["publisher"]) if each)
    if reason["words"]:
        about = f", about “{closed(reason['about'])}”" if reason["about"] else ""
        lines += _wrapped(f"“{closed(reason['words'])}” ({source}{about})", "        ")
    lines += _note(reason["reason"], "        ")
    return [*lines, *_wrapped(f"`ice-subpoenas trace {reason['ground_id']}`", "        ")]


def _unknown(found: Found) -> list[str]:
    """What is not known of an act, and where it was looked for."""
    lines = [safe(f"acts {found['row']}  unknown")]
    lines += _wrapped(
        "What is not known. That nothing was found does not prove that there is nothing.", "  "
    )
    for gap in found["unknown"]:
        lines += ["", *_wrapped(gap["text"], "  ")]
        if gap["search_id"]:
            day = when(str(gap["searched_on"]))
            searched = f"looked for {day}: {gap['looked_for']} (search {gap['search_id']})"
            lines += _wrapped(searched, "    ")
        elif gap["event_id"]:
            lines += _wrapped(f"`ice-subpoenas trace {gap['event_id']}`", "    ")
    return lines if found["unknown"] else [*lines, "  No gap is recorded for this act."]


def closed(words: str) -> str:
    r"""Words cut from a source, with the quotation mark that the cut took from a pair.

    >>> closed("did not cite any authority \"other than the lack of language")
    'did not cite any authority "other than the lack of language…"'
    >>> closed("…and help our communities,” he said"), closed("“both” stand")
    ('“…and help our communities,” he said', '“both” stand')
    """
    opened, shut = words.count("“"), words.count("”")
    if words.count('"') % 2:
        is_open = words.rindex('"') == 0 or words[words.rindex('"') - 1] in " (["
        before, after = ("", '"') if is_open else ('"', "")
    else:
        before, after = "“" * (shut > opened), "”" * (opened > shut)
    start = "…" if before and not words.startswith("…") else ""
    end = "…" if after and not words.endswith("…") else ""
    return f"{before}{start}{words}{end}{after}"


def _figure(found: Found) -> list[str]:
    """A figure of `counts` and what it is made of."""
    figure = found["figure"]
    lines = [safe(f"counts  {found['row'] or 'all years and states'}")]
    for name in figure:
        if name.startswith("n_") and figure[name]:
            lines += _hung(f"  {name} = ", f"{figure[name]}{_sum(found, name)}")
    lines += _wrapped("An act without a number counts as one in n_at_least.", "  ")
    for column, unit in (("n_subpoenas", "subpoenas"), ("n_persons", "people")):
        lines += _wrapped(
            f"Acts, by the number of {unit}: {how_numbered(found['parts'], column)}.", "  "
        )
    lines += [line for pair in found["merged"] for line in _wrapped(told_pair(pair), "  ")]
    lines += ["  Totals of sources:"]
    totals = [part for part in found["parts"] if part["table_name"] == "act_groups"]
    for part in totals:
        only = " in n_at_least only," if part["kind"] == "total" else ""
        instead = (
            f"{part['n_subpoenas']} subpoenas,{only} in place of {part['n_rows']} from its acts"
        )
        lines += ["", *_part(part, instead), *_wrapped(part["remark"] or "", "    ")]
    lines += [] if totals else ["    none is included here"]
    lines += ["", "  Acts:"]
    for part in found["parts"]:
        if part["table_name"] == "acts":
            said = [f"subpoenas {part['n_subpoenas'] or 'not numbered'}"]
            said += [f"people {part['n_persons']}"] if part["n_persons"] else []
            said += [f"counted in {part['part_of']}"] if part["part_of"] else []
            lines += ["", *_part(part, "; ".join(said))]
    return lines + _known_totals(found["known_totals"])


def _sum(found: Found, name: str) -> str:
    """What adds up to a number of a figure, by id; empty where it is the number of one act."""
    addends = found["sums"].get(name, [])
    less = [(pair["row_id"], pair["n"]) for pair in found["merged"] if name == "n_persons"]
    if len(addends) + len(less) < 2:
        return ""
    off = "".join(f" − {n} ({key} may be one who is counted)" for key, n in less)
    return f" = {' + '.join(f'{n} ({key})' for key, n in addends)}{off}"


def _part(part: Found, said: str) -> list[str]:
    """An act or a total, with the sources of its numbers."""
    called = f"`ice-subpoenas trace {part['table_name']} {part['row_id']} n_subpoenas`"
    lines = _wrapped(f"{part['row_id']}: {said}", "  ")
    for source in part["sources"]:
        what = "people" if source["column"] == "n_persons" else "subpoenas"
        note = "" if source["is_witness"] else ", no witness"
        lines += _wrapped(f"{what}: {source['publisher']}, {source['source_id']}{note}", "    ")
    return [*lines, safe(f"    {called}")] if part["sources"] else lines


def _known_totals(totals: list[Found]) -> list[str]:
    """Other totals that sources give; no figure includes them."""
    lines = ["", "  Other totals that sources give (none is added in):"] if totals else []
    for total in totals:
        n = total["n_papers"] or f"“{total['statement']}”"
        lines += ["", *_wrapped(f"{total['counted'].removesuffix('.')}: {n}", "  ")]
        lines += _wrapped(f"{total['publisher']}, {total['source_id']}. {total['reason']}", "    ")
    return lines


# --- a column of the overview -----------------------------------------------------------------


def _told(found: Found, color: bool) -> list[str]:
    """A value of the overview, then the cells, or the addresses, that it rests on."""
    lines = [safe(f"overview {found['row']}  {found['column']}")]
    if "addresses" not in found:
        value = "(empty)" if found["value"] is None else str(found["value"])
        lines += _hung(f"  {found['column']} = ", value)
    for address in found.get("addresses", ()):
        lines += ["", *_address(address)]
    for cell in found.get("cells", ()):
        if _is_told(cell):
            lines += ["", *_cell(cell, color, is_asked=False)]
    if found.get("others"):
        lines += ["", "Other events on record:", ""]
    for event in found.get("others", ()):
        said = [bare(event["day"]) or "day not known", event["kind"], event["result"]]
        head = ", ".join(str(each) for each in said if each)
        lines += _wrapped(f"{head}: {event['summary']}", "  ") + _note(event["reason"], "    ")
        lines.append(safe(f"    `ice-subpoenas trace {event['event_id']}`"))
    lines += _after(_note(found["note"], "  "))
    lines += _after(_wrapped(f"`{found['column']}` is: {found['description']}", "  "))
    return lines + (["", *_lists(found["row"])] if "others" in found else [])


def _after(lines: list[str]) -> list[str]:
    """What explains a value stands below its words, an empty line before it."""
    return ["", *lines] if lines else []


def _address(address: Found) -> list[str]:
    """An address, whose page it is, and which cells its words give."""
    standing = str(address["standing"]).replace("_", " ")
    of = address["words_of"]
    note = "" if address["is_witness"] else f", words of {of}, a witness" if of else ", no witness"
    return [
        f"  {safe(address['url'])}",
        *_wrapped(f"{_source(address)}: {standing}{note}", "    "),
        *(_wrapped(f"“{address['title']}”", "    ") if address["title"] else []),
        *_wrapped(f"gives {', '.join(address['gives'])}", "    "),
        *_note(address["note"], "    ", "It also tells of another ruling"),
    ]


def _note(said: str | None, indent: str, head: str = "Note") -> list[str]:
    """What else is to be known, in our words, if there is anything."""
    return _wrapped(f"{head}: {said}", indent) if said else []


LISTED = {"figure": _figure, "events": _events, "reasons": _reasons, "unknown": _unknown}
"""How each kind of list is told, by its key."""


# --- a row ------------------------------------------------------------------------------------


def _row(found: Found) -> list[str]:
    """Each cell with its value and the words that say it best: those with words come first."""
    name = safe(f"{found['table']} {found['row']}")
    note = _note(found["note"], "  ")
    lines = [name, *_wrapped(found["in_short"] or found["about"], "  "), *note, ""]
    cells = [c for c in found["cells"] if not (note and c["column"] == "remark")]
    shown = sorted(filter(_is_told, cells), key=_rank)
    width = max((len(cell["column"]) for cell in shown), default=0)
    for cell in shown:
        lines += _hung(f"  {cell['column']:{width}}  ", _value(cell))
        lines += _hung(f"  {'':{width}}  ", _best(cell))
    first = next((cell["column"] for cell in shown if cell["evidence"]), None)
    if first:
        called = f"All words of a cell: `ice-subpoenas trace {name} {first}`"
        lines += ["", safe(f"{called}; for another, put its name at the end")]
    return lines + (_lists(found["row"]) if found["table"] == "acts" else [])


def _lists(act: str) -> list[str]:
    """Where the course of an act and the reasons of all sides are to be found."""
    called = f"`ice-subpoenas trace {act}"
    return [
        safe(f"Course of events: {called} events`; reasons of all sides: {called} reasons`"),
        safe(f"What is not known: {called} unknown`"),
    ]


def _is_told(cell: Found) -> bool:
    return cell["role"] != "id" or any(value is not None for value in cell["values"].values())


def _rank(cell: Found) -> int:
    """What a reader asks for first: values with words, then our own, then what is computed."""
    if all(value is None for value in cell["values"].values()):
        return 3
    return 0 if cell["evidence"] else 1 + (cell["role"] == "derived")


def _value(cell: Found) -> str:
    """The first value of a cell, or why there is none."""
    given = ((name, value) for name, value in cell["values"].items() if value is not None)
    name, value = next(given, ("", None))
    if cell["parts"]:
        return _by_part(cell)
    if value is None and cell["role"] != "claim" and not cell["absence"]:
        return "(none)"
    if value is None:
        return f"(none: {cell['absence'] or 'not looked for'})"
    return _in_words(name, value) + (f"  ({cell['role']})" if cell["role"] == "derived" else "")


def _by_part(cell: Found) -> str:
    """The values of the subpoenas of an act, where the act as a whole has none."""
    told = ", ".join(f"{part['value']} ({part['n']})" for part in cell["parts"])
    return f"no single value for the whole act; its subpoenas, with how many have each: {told}"


def _in_words(name: str, value: object, is_coded: bool = False) -> str:
    """A value as it is published; of a day what its string of EDTF says, with it if `is_coded`."""
    if not name.endswith(("_edtf", "_as_of")):
        return str(value)
    said = bare(str(value))
    return f"{value} ({said})" if is_coded and "[" in str(value) else said


def _best(cell: Found) -> str:
    """The words that say the value best, with their source; nothing where there are none."""
    pieces = [piece for piece in cell["evidence"] if piece["stance"] in ("supports", "broader")]
    if not pieces:
        return ""
    best = min(
        pieces,
        key=lambda p: (
            p["stance"] == "broader",
            p["derivation"] == "inference",
            not p["is_refound"],
            p["exact"],
        ),
    )
    exact = textwrap.shorten(best["exact"], LONGEST, placeholder=" …")
    return f"“{closed(exact)}” ({_source(best)}; {_how_many(cell)})"


# --- a cell -----------------------------------------------------------------------------------


def _cell(found: Found, color: bool, is_asked: bool = True) -> list[str]:
    """A cell with its words; what the column means stands at the end, if it is what was asked.

    Only then are days told as strings of EDTF too.
    """
    lines = [safe(f"{found['table']} {found['row']}  {found['column']}")]
    given = {name: value for name, value in found["values"].items() if value is not None}
    lines += [
        f"  {name} = {safe(_in_words(name, value, is_asked))}"
        for name, value in given.items()
        if not (name.endswith("_basis") and any(found["cut"].values()))
    ]
    if not given:
        search = f", search {found['search_id']}" if found["search_id"] else ""
        why = _by_part(found) if found["parts"] else found["absence"] or "not looked for"
        lines.append(safe(f"  no value: {why}{search}"))
        lines += _known_by(found["known_by"])
    if found["role"] != "claim" and not found.get("event"):
        lines.append(f"  {ROLES[found['role']]}")
    elif given and found["n_sources"]:
        lines.append(f"  {_how_many(found)}")
    lines += _cut(found["cut"])
    if found["conflict"]:
        lines += _conflict(found["conflict"])
    for piece in found["evidence"]:
        lines += ["", *_piece(piece, color, is_asked)]
    if found["conflict"]:
        why = f"Why so, as sources disagree: {found['conflict']['reason']}"
        lines += _after(_wrapped(why, "  "))
    if (found["table"], found["column"]) == ("acts", "reason"):
        lines += ["", *_lists(found["row"])]
    lines += _event(found, color)
    means = _wrapped(f"`{found['column']}` is: {found['description']}", "  ")
    return lines + (_after(means) if is_asked else [])


def _event(found: Found, color: bool) -> list[str]:
    """The event that a status follows from, in one sentence, then its words."""
    lines: list[str] = []
    for name in ("event", "earlier"):
        event = found.get(name)
        if not event:
            continue
        head = TELLING[name if found["event_id"] else "unread"]
        lines += [""] * bool(lines) + _wrapped(f"{head}: {event['summary']}", "  ")
        for cell in event["cells"]:
            lines += ["", *_cell(cell, color, is_asked=False)]
        lines += _after(_note(event["reason"], "  ", "Note on the event"))
        called = f"`ice-subpoenas trace {event['event_id']}` shows the whole event"
        lines += ["", safe(called)]
    return lines


TELLING = {
    "event": "It follows from an event",
    "earlier": "The overview also tells of an earlier, contrary answer",
    "unread": "No status follows, but the overview tells of an event",
}
"""How an event is told of below a cell."""


def _known_by(known: Found | None) -> list[str]:
    """From which source the latest possible day comes, where no words give a day."""
    if not known:
        return []
    source = ", ".join(each for each in (known["source_id"], known["publisher"]) if each)
    said = f"not later than {bare(str(known['day']))}, when a source that tells of it had appeared"
    return _wrapped(f"{said}: {source}", "  ")


ROLES = {
    "id": "It names the row or what the row belongs to, so it needs no words.",
    "judgment": "It is our own sorting or words; the words beside it are what we judged by.",
    "derived": "It is computed from other columns, so it needs no words of its own.",
}


CUTS = {
    "not_before": "not before {}, since nothing comes before what it followed, and no answer or "
    "step in court before the papers went out",
    "not_after": "not after {}, since no source tells of what came after it, and nothing comes "
    "after what followed it",
}


def _cut(cut: Found) -> list[str]:
    """The bounds of a day that the order of events gives, beside what the words allow."""
    said = [words.format(cut[side]) for side, words in CUTS.items() if cut[side]]
    if not said:
        return []
    alone = f"the words alone say: {when(cut['words'])}; " if cut["words"] else ""
    lines = _wrapped(f"{alone}the order of events narrows it: {'; '.join(said)}", "  ")
    if cut["after"]:
        what = f"it followed `{cut['after']['event_id']}`: {cut['after']['summary']}"
        lines += _wrapped(what, "    ")
    return lines


def _how_many(found: Found) -> str:
    return accounts(found["n_sources"], found["n_independent_sources"])


def accounts(n: int, independent: int) -> str:
    """How many sources say a thing, and to how many separate accounts they go back.

    >>> accounts(1, 1), accounts(1, 0), accounts(3, 0)
    ('1 source', '1 source, no witness', '3 sources, none of them a witness')
    >>> accounts(6, 4)
    '6 sources, which go back to 4 separate accounts as far as is known'
    """
    if n < 2:
        return f"{n} source{'s' * (n == 0)}{', no witness' * (n > independent)}"
    if independent == 0:
        return f"{n} sources, none of them a witness"
    back = "one account" if independent == 1 else f"{independent} separate accounts"
    return f"{n} sources, which go back to {back} as far as is known"


def _source(piece: Found) -> str:
    said = (piece["source_id"], piece["publisher"], bare(piece["published_edtf"]))
    return ", ".join(safe(str(each)) for each in said if each)


def _piece(piece: Found, color: bool, is_asked: bool) -> list[str]:
    head = f"{STANCES[piece['stance']]}: {_source(piece)}"
    where = piece["region"] if piece["region"] != "body" else None
    head += "".join(f", {each}" for each in (where, piece["locator"]) if each)
    if piece["witness_source_id"] != piece["source_id"]:
        said = (piece["witness_publisher"], piece["witness_source_id"])
        head += f", words of {', '.join(each for each in said if each)}"
    lines = [f"  {safe(head)}"]
    if piece["title"]:
        lines += _wrapped(f"“{piece['title']}”", "    ")
    lines += _marked(piece, color)
    if piece["value"] is not None:
        how = HOW.get(piece["derivation"], piece["derivation"])
        kind = "_edtf" if piece["derivation"] == "date" else ""
        told = _in_words(kind, piece["value"], is_asked)
        lines += _hung("    ", f"read as {told}: {how}{_with(piece)}")
    if piece["reason"]:
        lines += _wrapped(f"because: {piece['reason']}", "    ")
    lines += _via(piece["via"], piece["derivation"])
    if piece["url"]:
        lines.append(f"    {safe(piece['url'])}")
    written = f"datasets/reviewed/{piece['reviewed_file']}:{piece['reviewed_line']}"
    return [*lines, f"    written in {safe(written)}"]


def _with(piece: Found) -> str:
    """What a derivation also needs: the words for its row, the day from which one counts."""
    try:
        given = dict(json.loads(piece["arguments"] or "{}"))
    except (TypeError, ValueError):  # of a folder that nobody checked
        return f"; {piece['arguments']}"
    given.pop("value", None)
    day = given.pop("anchor_value", None)
    if "anchor" in given:
        cell = str(given["anchor"]).replace("/", " ")
        given["anchor"] = f"{day} (`{cell}`)" if day else f"`{cell}`"
    return "".join(
        WITH.get(name, f"; {name.replace('_', ' ')}: {{}}").format(str(value).replace("_", " "))
        if name != "anchor"
        else f"; counted from {value}"
        for name, value in given.items()
    )


HOW = {
    "literal": "the words are the value",
    "vocabulary": "the words are a phrase listed for it",
    "number_word": "the words hold the number",
    "count": "the members that the words list are counted",
    "date": "the words are a date, or count from one",
    "copied": "true of the whole act",
    "inference": "a reader's reasoning",
}
"""How a value follows from words, in words."""

WITH = {"about": "; the words are about “{}”", "bound": "; as a bound: {}"}
"""What else a reading needs, in words."""


def _marked(piece: Found, color: bool) -> list[str]:
    """The passage with the words in brackets, or underlined on a terminal."""
    exact = safe(piece["exact"])
    lines = _wrapped(f"{piece['before']}[{exact}]{piece['after']}", "    | ")
    if not color:
        return lines
    joined = "\n".join(lines).replace("[", "\x1b[1;4m", 1)
    return "\x1b[0m".join(joined.rsplit("]", 1)).split("\n")


def _via(via: Found | None, derivation: str) -> list[str]:
    if not via:
        return []
    cell = f"{via['table_name']} {via['row_id']} {via['column_name']}"
    if derivation == "copied":
        return [f"    copied from {safe(cell)}: {via['derivation']} of the words above"]
    return _wrapped(f"rests on the inference of {cell}: {via['reason']}", "    ")


def _conflict(conflict: Found) -> list[str]:
    """That sources disagree, and what is published; the reason stands below the words."""
    rule = conflict["resolution"]
    if rule == "unresolved":
        settled = "not settled, and no value is published"
    else:
        meaning = next((each.definition for each in Resolution if each == rule), str(rule))
        settled = f"published is {meaning[:1].lower()}{meaning[1:].rstrip('.')}"
    ruling = f"sources disagree, with {conflict['n_sides']} different values; {settled}"
    return _wrapped(ruling, "  ")


def _hung(head: str, words: str) -> list[str]:
    """Words beside a name, their later lines below the first."""
    plain, below = safe(" ".join(words.split())), " " * len(head)
    return textwrap.wrap(plain, WIDTH, initial_indent=head, subsequent_indent=below)


def _wrapped(words: str, indent: str) -> list[str]:
    plain = safe(" ".join(words.split()))
    return textwrap.wrap(plain, WIDTH, initial_indent=indent, subsequent_indent=indent)
