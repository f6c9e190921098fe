"""The lists: events, reasons, disagreements, what is not known, and the parts of a figure."""

from ...derivations.edtf_in_words import bare, when
from ...plain import safe
from ...prose.reasons import mark, unnamed
from ...prose.wording import counted
from ...published.counted import told_pair
from ..found import Found
from .layout import closed, how_many, hung, noted, source_of, wrapped


def _events(found: Found) -> list[str]:
    """The course of an act: each event with its day, who acted, and how to see its words."""
    late = sum(event["day"] is None for event in found["events"])
    more = f"; {counted(late, 'event')} without a day at the end" if late else ""
    lines = [
        safe(f"acts {found['row']}  events"),
        f"  In the order of days, as far as they are known{more}.",
    ]
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
        lines += ["", *wrapped("; ".join(str(each) for each in said if each), "  ")]
        lines += wrapped(event["summary"] or "", "    ") + noted(event["reason"], "    ")
        lines += wrapped(f"`ice-subpoenas trace {event['event_id']}` ({how_many(event)})", "    ")
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
            lines += ["", *wrapped(label, "    ")]
        lines += _voice(reason)
    return lines


def _voice(reason: Found) -> list[str]:
    """One who gives a reason: who and when, what a court made of it, and the words."""
    who = [reason["who"] or unnamed(reason["side"]), bare(reason["day"])]
    said = ", ".join(each for each in who if each) + mark(reason["tellers"])
    lines = wrapped(said, "      ")
    if reason["answers_ground"]:
        giver = reason["answers_who"] or f"the {reason['answers_side']}"
        answered = f"{giver}: {reason['answers_ground_means']}"
        lines += wrapped(f"This answers a reason of {answered}", "        ")
    if reason["held"]:
        lines += wrapped(reason["held_means"], "        ")
    lines += wrapped(reason["court_answered"], "        ")
    source = ", ".join(each for each in (reason["source_id"], reason["publisher"]) if each)
    if reason["words"]:
        about = f", about “{closed(reason['about'])}”" if reason["about"] else ""
        lines += wrapped(f"“{closed(reason['words'])}” ({source}{about})", "        ")
    lines += noted(reason["reason"], "        ")
    return [*lines, *wrapped(f"`ice-subpoenas trace {reason['ground_id']}`", "        ")]


def _conflicts(found: Found) -> list[str]:
    """Where sources disagree on an act: each side with its words, and what is published."""
    lines = [safe(f"acts {found['row']}  conflicts")]
    if not found["conflicts"]:
        return [*lines, "  No disagreement of sources on this act is on record."]
    lines += ["  Where sources disagree. The words of every side are kept."]
    for dispute in found["conflicts"]:
        lines += ["", *wrapped(dispute["what"], "  "), *wrapped(dispute["settled"], "    ")]
        for side in dispute["sides"]:
            lines += _side(side)
        lines += noted(dispute["reason"], "    ", "Why")
        for cell in dispute["cells"]:
            lines += wrapped(f"`ice-subpoenas trace {' '.join(cell)}`", "    ")
    return lines


def _side(side: Found) -> list[str]:
    """A side of a disagreement: what it says, and each source with its words."""
    mark = ", as published" if side["is_published"] else ""
    told = f"{side['value']}{mark}"
    if side["is_less_exact"]:
        told = f"agrees with {side['value']}, less exactly"
    lines = wrapped(f"{told} ({side['accounts']})", "      ")
    for piece in side["pieces"]:
        around = "".join(piece[part] for part in ("before", "exact", "after"))
        lines += wrapped(f"“{closed(' '.join(around.split()))}” ({source_of(piece)})", "        ")
    return lines


def _unknown(found: Found) -> list[str]:
    """What is not known of an act, and where it was looked for."""
    lines = [safe(f"acts {found['row']}  unknown")]
    lines += wrapped(
        "What is not known. That nothing was found does not prove that there is nothing.", "  "
    )
    for gap in found["unknown"]:
        lines += ["", *wrapped(gap["text"], "  ")]
        if gap["search_id"]:
            day = when(str(gap["searched_on"]))
            searched = f"looked for {day}: {gap['looked_for']} (search {gap['search_id']})"
            lines += wrapped(searched, "    ")
        elif gap["event_id"]:
            lines += wrapped(f"`ice-subpoenas trace {gap['event_id']}`", "    ")
    return lines if found["unknown"] else [*lines, "  No gap is recorded for this act."]


def _figure(found: Found) -> list[str]:
    """A figure of `counts` and what it is made of."""
    figure = found["figure"]
    lines = [safe(f"counts  {found['row'] or 'all years and states'}")]
    for name in figure:
        if name.startswith("n_") and figure[name]:
            lines += hung(f"  {name} = ", f"{figure[name]}{_sum(found, name)}")
    lines += wrapped("An act without a number counts as one in n_at_least.", "  ")
    lines += [line for pair in found["merged"] for line in wrapped(told_pair(pair), "  ")]
    lines += ["  Totals of sources:"]
    totals = [part for part in found["parts"] if part["table_name"] == "act_groups"]
    for part in totals:
        only = " in n_at_least only," if part["kind"] == "total" else ""
        instead = (
            f"{part['n_subpoenas']} subpoenas,{only} in place of {part['n_rows']} from its acts"
        )
        lines += ["", *_part(part, instead), *wrapped(part["remark"] or "", "    ")]
    lines += [] if totals else ["    none is included here"]
    lines += ["", "  Acts:"]
    for part in found["parts"]:
        if part["table_name"] == "acts":
            said = [_number_of(part, "subpoenas") or "subpoenas not numbered"]
            said += [_number_of(part, "persons", "people")] if part["least_persons"] else []
            said += [f"counted in {part['part_of']}"] if part["part_of"] else []
            lines += ["", *_part(part, "; ".join(said))]
    return lines + _known_totals(found["known_totals"])


def _number_of(part: Found, column: str, unit: str = "subpoenas") -> str:
    """A number of an act; where sources disagree, the least that one of them gives."""
    n, least = part[f"n_{column}"], part[f"least_{column}"]
    return f"{unit} {n}" if n else f"{unit} at least {least} (sources disagree)" if least else ""


def _sum(found: Found, name: str) -> str:
    """What adds up to a number of a figure, by id; empty where it is the number of one act."""
    column = name.replace("n_", "adds_", 1)
    addends = [(part["row_id"], part[column]) for part in found["parts"] if part.get(column)]
    less = [(pair["row_id"], pair["n"]) for pair in found["merged"] if name == "n_persons"]
    if len(addends) + len(less) < 2:
        return ""
    off = "".join(f" − {n} ({key} may be one who is counted)" for key, n in less)
    return f" = {' + '.join(f'{n} ({key})' for key, n in addends)}{off}"


def _part(part: Found, said: str) -> list[str]:
    """An act or a total, with the sources of its numbers."""
    called = f"`ice-subpoenas trace {part['table_name']} {part['row_id']} n_subpoenas`"
    lines = wrapped(f"{part['row_id']}: {said}", "  ")
    for source in part["sources"]:
        what = "people" if source["column"] == "n_persons" else "subpoenas"
        note = "" if source["is_witness"] else ", no witness"
        lines += wrapped(f"{what}: {source['publisher']}, {source['source_id']}{note}", "    ")
    return [*lines, safe(f"    {called}")] if part["sources"] else lines


def _known_totals(totals: list[Found]) -> list[str]:
    """Other totals that sources give; no figure includes them."""
    lines = ["", "  Other totals that sources give (none is added in):"] if totals else []
    for total in totals:
        least = "at least " if total["is_least"] else ""
        n = f"{least}{total['n_papers']}" if total["n_papers"] else f"“{total['statement']}”"
        lines += ["", *wrapped(f"{total['counted'].removesuffix('.')}: {n}", "  ")]
        lines += wrapped(f"{total['publisher']}, {total['source_id']}. {total['reason']}", "    ")
    return lines


LISTED = {
    "figure": _figure,
    "events": _events,
    "reasons": _reasons,
    "conflicts": _conflicts,
    "unknown": _unknown,
}
"""How each kind of list is told, by its key."""
