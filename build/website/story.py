"""What the first page tells: numbers, events in time, acts by government, disputes and gaps.

Adjacent papers (notices, letters …) stand in a list of their own and in no number or chart.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ice_subpoenas import TABLES
from ice_subpoenas.derivations import edtf_in_words
from ice_subpoenas.vocabularies import ADJACENT, COUNTED
from website.tables import Found, World, label, link, piece, spoken, title, value_in_words

CORE = tuple(table for table in TABLES if table.core)

# --- numbers ----------------------------------------------------------------------------------


def counted(world: World) -> list[Found]:
    """The acts of issue or service of subpoenas: those of adjacent papers are left out."""
    return [row for row in world.rows["acts"] if row["instrument"] in COUNTED]


def stated(world: World) -> tuple[int, int]:
    """How many subpoenas the sources count, a group of acts once; and the acts without a number."""
    alone = [row["n_subpoenas"] for row in counted(world) if not row["group_id"]]
    together = sum(row["n_subpoenas"] for row in world.rows["act_groups"])
    return together + sum(n or 0 for n in alone), alone.count(None)


def numbers(world: World) -> list[tuple[int, str, str]]:
    """The key numbers, each with what it counts and the limit that goes with it."""
    subpoenas, batches = world.rows["subpoenas"], counted(world)
    held = sum(row["tier"] == "held_text" for row in subpoenas)
    total, unstated = stated(world)
    served = len({row["jurisdiction_id"] for row in batches})
    claims = world.rows["claim_support"]
    proven = sum(row["n_evidence"] > 0 for row in claims)
    texts = [row for row in world.rows["sources"] if row["text_held"]]
    articles = {text["source_id"] for text in texts if text["kind"] == "news_article"}
    groups = {
        row["group_id"] for row in world.rows["source_groups"] if row["source_id"] in articles
    }
    unsettled = sum(row["resolution"] == "unresolved" for row in world.rows["conflicts"])
    return [
        (
            total,
            f"subpoenas, in {len(batches)} acts of issue or service on {served} governments",
            f"The numbers that sources state, joint ones counted once. {unstated} acts without a "
            "number are not in it. How many there were in all is not known here.",
        ),
        (
            held,
            "of them rest on words of a text that we hold",
            f"{total - held} rest only on documents that we cite and do not hold.",
        ),
        (
            len(texts),
            f"texts held, and {len(world.rows['sources']) - len(texts)} documents cited",
            f"{len(articles)} of the texts are articles, which copy one another: they count as "
            f"{len(groups)} independent {'group' if len(groups) == 1 else 'groups'}.",
        ),
        (
            proven,
            f"of {len(claims):,} claims with a value have evidence",
            "Evidence shows what a source says. It does not show that the source is right.",
        ),
        (
            len(world.rows["conflicts"]),
            "disagreements between sources",
            f"{unsettled} not settled. The losing words stay in the data.",
        ),
    ]


def example(world: World) -> Found | None:
    """One claim with its words, to show how a value is read."""
    wanted = ("days_to_respond", "n_subpoenas", "response_status")
    for column in wanted:
        for (table, row, stem), pieces in sorted(world.evidence.items()):
            good = [p for p in pieces if p["exact"] and p["stance"] == "supports"]
            if stem == column and good and table in ("subpoenas", "acts"):
                found = piece(world, good[0])
                return found | {"link": link(table, row, stem), "label": label(stem)}
    return None


# --- time -------------------------------------------------------------------------------------

GAP = 100  # days without an event; the axis leaves out longer stretches
ROOM = 12  # days kept before the first and after the last event of a stretch
LEFT, WIDTH, BREAK = 172, 960, 34
LANE, STEP = 16, 14
LISTED_ONLY = ("statement", "report")  # too many for a chart; they stand in the list
FORMS = {
    "issued": "start",
    "served": "start",
    "response": "answer",
    "production": "answer",
    "petition": "court",
    "suit": "court",
    "order": "court",
    "appeal": "court",
}


def happenings(world: World) -> list[Found]:
    """Events in order of the earliest day, those without a day last; dates of an act that no
    event repeats are among them. Those of adjacent papers are not."""
    apart = {row["act_id"] for row in world.rows["acts"]}
    apart -= {row["act_id"] for row in counted(world)}
    rows = [row for row in world.rows["events"] if row["act_id"] not in apart]
    found = [_event(world, row) for row in rows]
    told = {(row["act_id"], row["kind"]) for row in rows}
    for batch in counted(world):
        for kind in ("issued", "served"):
            if batch[f"{kind}_edtf"] and (batch["act_id"], kind) not in told:
                found.append(_act(world, batch, kind))
    return _in_order(found)


def _in_order(events: Iterable[Found]) -> list[Found]:
    return sorted(events, key=lambda e: (e["first"] or date.max, e["last"] or date.max, e["link"]))


def _event(world: World, row: Found) -> Found:
    batch = world.by_key["acts"].get(row["act_id"] or "", {})
    actor = world.name("agencies", row["actor_agency_id"]) if row["actor_agency_id"] else ""
    person = row["actor_individual_id"]
    if person:
        actor = ", ".join(filter(None, (world.name("individuals_referenced", person), actor)))
    return _dated(row, "occurred") | {
        "kind": row["kind"],
        "summary": row["summary"] or "",
        "actor": actor,
        "lane": row["act_id"] or "",
        "place": _place(world, batch) if batch else "Several, or none named",
        "link": link("events", row["event_id"]),
        "tier": row["tier"],
        "same": row["same_as_event_id"],
    }


def _act(world: World, batch: Found, kind: str) -> Found:
    n = batch["n_subpoenas"]
    many = f"{n} subpoena{'s' * (n != 1)}" if n else "Subpoenas, their number not stated,"
    return _dated(batch, kind) | {
        "kind": kind,
        "summary": f"{many} {kind}: {world.name('agencies', batch['recipient_agency_id'])}.",
        "actor": world.name("agencies", batch["issuing_agency_id"]),
        "lane": batch["act_id"],
        "place": _place(world, batch),
        "link": link("acts", batch["act_id"], kind),
        "tier": batch["tier"],
        "same": None,
    }


def _dated(row: Found, stem: str) -> Found:
    edtf = row[f"{stem}_edtf"]
    first, last = row[f"{stem}_earliest"], row[f"{stem}_latest"]
    return {
        "when": edtf_in_words.words(edtf) if edtf else "day not known",
        "basis": spoken(row[f"{stem}_basis"]) if row[f"{stem}_basis"] else "",
        "first": first or last,
        "last": last or first,
        "exact": bool(first and first == last),
        "days": sorted(edtf.strip("[]").split(",")) if edtf and "," in edtf else [],
        "year": (first or last).year if first or last else None,
    }


def _place(world: World, batch: Found) -> str:
    return world.name("jurisdictions", batch["jurisdiction_id"])


def by_year(events: Sequence[Found]) -> list[tuple[str, list[Found]]]:
    """The events of each year in which the earliest day lies; those without a day last."""
    found: dict[str, list[Found]] = defaultdict(list)
    for each in events:
        found[str(each["year"] or "Day not known")].append(each)
    return list(found.items())


@dataclass(frozen=True)
class Axis:
    """A scale of days that leaves long empty stretches out: (first day, last day, x, width)."""

    parts: tuple[tuple[date, date, float, float], ...]

    def x(self, day: date) -> float:
        """Where a day stands."""
        for first, last, x, width in self.parts:
            if day <= last:
                days = max((last - first).days, 1)
                return round(x + width * max((day - first).days, 0) / days, 1)
        return round(self.parts[-1][2] + self.parts[-1][3], 1)


def axis(spans: Sequence[tuple[date, date]]) -> Axis:
    """The scale for the given spans of days."""
    stretches: list[list[int]] = []
    for first, last in sorted(spans):
        start, end = first.toordinal() - ROOM, last.toordinal() + ROOM
        if stretches and start - stretches[-1][1] <= GAP:
            stretches[-1][1] = max(stretches[-1][1], end)
        else:
            stretches.append([start, end])
    days = [end - start for start, end in stretches]
    free = WIDTH - LEFT - 12 - BREAK * (len(days) - 1)
    weights = [max(n, sum(days) * 0.12) for n in days]
    parts, x = [], float(LEFT)
    for (start, end), weight in zip(stretches, weights, strict=True):
        width = free * weight / sum(weights)
        parts.append((date.fromordinal(start), date.fromordinal(end), x, width))
        x += width + BREAK
    return Axis(tuple(parts))


def chart(events: Sequence[Found]) -> Found | None:
    """Issue, service, answers and court as marks in a lane for each act; null without a day."""
    shown = (each for each in events if each["kind"] not in LISTED_ONLY and not each["same"])
    dated = [each for each in shown if each["first"]]
    if not dated:
        return None
    scale = axis([(each["first"], each["last"]) for each in dated])
    lanes, y = [], 44.0
    for name in dict.fromkeys(each["lane"] for each in dated if each["lane"]):
        lanes.append(_lane(scale, [e for e in dated if e["lane"] == name], y))
        y = lanes[-1]["bottom"]
    other = [each for each in dated if not each["lane"]]
    if other:
        lanes.append(_lane(scale, other, y))
        y = lanes[-1]["bottom"]
    breaks = [round(x - BREAK / 2, 1) for _, _, x, _ in scale.parts[1:]]
    return {
        "lanes": lanes,
        "ticks": list(_ticks(scale)),
        "breaks": breaks,
        "height": y + 8,
        "width": WIDTH,
        "left": LEFT,
    }


def _lane(scale: Axis, events: Sequence[Found], top: float) -> Found:
    marks: list[Found] = []
    ends: list[float] = []
    for each in events:
        x, right = scale.x(each["first"]), scale.x(each["last"])
        row = next((n for n, end in enumerate(ends) if end < x - 13), len(ends))
        ends[row : row + 1] = [right]
        days = [scale.x(date.fromisoformat(day)) for day in each["days"] if len(day) == 10]
        marks.append(
            {
                "event": each,
                "x": x,
                "width": round(right - x, 1),
                "y": top + LANE + row * STEP,
                "days": days,
                "form": FORMS.get(each["kind"], "other"),
            }
        )
    bottom = top + LANE + len(ends) * STEP + 3
    place = events[0]["place"]
    name = place if len(place) <= 24 else f"{place[:23]}…"
    return {"top": top, "bottom": bottom, "name": name, "marks": marks}


def _ticks(scale: Axis) -> Iterable[Found]:
    """First days of months, as many as have room; the year stands at the first of its stretch."""
    for first, last, x, width in scale.parts:
        months = _months(first, last)
        step = next(n for n in (1, 2, 3, 6, 12, 24, 1200) if len(months) / n * 44 <= max(width, 44))
        year = None
        right = x - 50
        for day in months[::step]:
            at = scale.x(day)
            if at - right < 40 or at > x + width - 14:
                continue
            right = at
            name = edtf_in_words.MONTHS[day.month - 1][:3]
            yield {"x": at, "name": name, "year": day.year if day.year != year else ""}
            year = day.year


def _months(first: date, last: date) -> list[date]:
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    return [date(n // 12, n % 12 + 1, 1) for n in months]


# --- governments ------------------------------------------------------------------------------

ANSWERS = {
    "refused": "refused",
    "not_produced": "refused",
    "under_review": "open",
    "complied": "complied",
    "produced_after_order": "complied",
    "partial": "partial",
}


def places(world: World) -> list[Found]:
    """Governments in order of the first act, each with its acts: asked, answered, enforced."""
    sought = _by(world.rows["information_sought"], "act_id")
    subpoenas = _by(world.rows["subpoenas"], "act_id")
    found: dict[str, Found] = {}
    for batch in sorted(counted(world), key=_first_day):
        place = world.by_key["jurisdictions"][batch["jurisdiction_id"]]
        key = place["jurisdiction_id"]
        entry = found.setdefault(
            key, {"name": place["name"], "state": place["state"], "key": key, "acts": []}
        )
        key = batch["act_id"]
        entry["acts"].append(_summary(world, batch, sought.get(key, []), subpoenas.get(key, [])))
    return list(found.values())


def adjacent(world: World) -> list[tuple[str, list[Found]]]:
    """Papers that resemble the subpoenas and are none, by kind, each with all that happened."""
    sought = _by(world.rows["information_sought"], "act_id")
    events = _by((row for row in world.rows["events"] if row["act_id"]), "act_id")
    batches = sorted(world.rows["acts"], key=_first_day)
    found: dict[str, list[Found]] = {code: [] for code in ADJACENT}
    for batch in batches:
        if batch["instrument"] in found:
            key = batch["act_id"]
            told = _in_order(_event(world, row) for row in events.get(key, ()))
            place = world.by_key["jurisdictions"][batch["jurisdiction_id"]]
            paper = _summary(world, batch, sought.get(key, []), []) | {
                "place": place["name"],
                "state": place["state"],
                "place_key": place["jurisdiction_id"],
                "issuer": world.name("agencies", batch["issuing_agency_id"]),
                "events": told,
            }
            found[batch["instrument"]].append(paper)
    return [(spoken(code), papers) for code, papers in found.items() if papers]


def _first_day(batch: Found) -> tuple[date, str]:
    days = [
        batch[f"{stem}_{end}"] for stem in ("issued", "served") for end in ("earliest", "latest")
    ]
    return min((day for day in days if day), default=date.max), batch["act_id"]


def _by(rows: Iterable[Found], column: str) -> dict[str, list[Found]]:
    found: dict[str, list[Found]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _summary(world: World, batch: Found, sought: list[Found], subpoenas: list[Found]) -> Found:
    key = batch["act_id"]
    stem = "served" if batch["served_edtf"] else "issued"
    edtf = batch[f"{stem}_edtf"]
    return {
        "key": key,
        "recipient": world.name("agencies", batch["recipient_agency_id"]),
        "when": f"{stem} {edtf_in_words.words(edtf)}" if edtf else "",
        "stem": stem,
        "n": batch["n_subpoenas"],
        "group": world.by_key["act_groups"].get(batch["group_id"] or ""),
        "units": len(subpoenas) if batch["n_subpoenas"] else 0,
        "instrument": spoken(batch["instrument"]),
        "form": ANSWERS.get(batch["response_status"] or "", "unknown"),
        "sought": list(dict.fromkeys(spoken(row["kind"]) for row in sought)),
        "cells": {name: _status(world, batch, name) for name in STATUSES},
        "tier": batch["tier"],
        "remark": batch["remark"] or "",
    }


STATUSES = ("response_status", "enforcement_status", "outcome")


def _status(world: World, batch: Found, stem: str) -> Found:
    where = ("acts", batch["act_id"], stem)
    absence = world.absent.get(where)
    return {
        "text": spoken(batch[stem]) if batch[stem] else "",
        "absent": spoken(absence["reason"]) if absence else "not stated",
        "link": link(*where),
        "conflict": where in world.conflicts,
    }


# --- disagreements ----------------------------------------------------------------------------


def conflicts(world: World) -> list[Found]:
    """Each conflict with its sides: the value, who says so and in which words."""
    order = sorted(
        world.rows["conflicts"], key=lambda k: (k["resolution"] != "unresolved", k["conflict_id"])
    )
    return [_conflict(world, row) for row in order]


def _conflict(world: World, row: Found) -> Found:
    where = (row["table_name"], row["row_id"], row["column_name"])
    pieces = [p for p in world.evidence.get(where, []) if p["stance"] != "bears_on"]
    sides: dict[tuple[bool, str], list[Found]] = defaultdict(list)
    for each in pieces:
        sides[each["stance"] == "contests", value_in_words(world, each)].append(piece(world, each))
    words = row["column_name"] == "words"
    return row | {
        "sides": [
            {"value": value, "rival": rival, "pieces": found}
            for (rival, value), found in sorted(sides.items(), key=lambda side: side[0])
        ],
        "link": f"#u:{row['row_id']}" if words else link(*where),
        "cell": f"{title(row['table_name'])}: {label(row['column_name'])}",
        "rule": spoken(row["resolution"]),
        "settled": row["resolution"] != "unresolved",
    }


# --- wording ----------------------------------------------------------------------------------

RUN = 4  # words: printings without such a run in common print different parts


def printings(world: World) -> Found:
    """Utterances that several sources print, side by side, with the words that differ marked;
    and how many more are printed alike."""
    quotes = [q for q in world.rows["quotes"] if q["utterance_id"] and q["kind"] != "indirect"]
    altered = _by((v for v in world.rows["quote_variants"] if v["within_marks"]), "utterance_id")
    found = []
    for utterance, rows in sorted(_by(quotes, "utterance_id").items()):
        by_source = _by(sorted(rows, key=lambda q: (q["source_id"], q["char_start"])), "source_id")
        if len(by_source) > 1:
            entry = world.by_key["utterances"][utterance]
            found.append(_utterance(world, entry, by_source, altered.get(utterance, [])))
    differ = [each for each in found if each["altered"] or _differs(each)]
    shown = sorted(differ, key=lambda u: (not u["altered"], u["key"]))
    return {"shown": shown, "alike": len(found) - len(shown)}


def _differs(utterance: Found) -> bool:
    passages = (passage for side in utterance["sides"] for passage in side["passages"])
    return any(alone for passage in passages for _, alone in passage["runs"])


def _utterance(
    world: World, entry: Found, by_source: Mapping[str, list[Found]], altered: list[Found]
) -> Found:
    speaker = entry["speaker_id"]
    table = "individuals_referenced" if speaker else "agencies"
    sides = []
    for source, quotes in sorted(by_source.items()):
        others = [q for name, rows in by_source.items() if name != source for q in rows]
        sides.append(
            {
                "source": world.by_key["sources"][source],
                "passages": [
                    {"quote": quote, "runs": marked(quote["text"], [q["text"] for q in others])}
                    for quote in quotes
                ],
            }
        )
    return {
        "key": entry["utterance_id"],
        "speaker": world.name(table, speaker or entry["speaker_agency_id"] or ""),
        "when": edtf_in_words.words(entry["occurred_edtf"]) if entry["occurred_edtf"] else "",
        "venue": entry["venue"] or "",
        "sides": sides,
        "altered": altered,
    }


def marked(text: str, others: Sequence[str]) -> list[tuple[str, bool]]:
    """The text in runs of words, each with whether the words stand in none of the others.

    >>> marked("We do expect them all to comply", ["we do expect them to comply", "all day"])
    [('We do expect them', False), ('all', True), ('to comply', False)]
    """
    words = text.split()
    shared = [False] * len(words)
    for other in others:
        matcher = difflib.SequenceMatcher(None, _bare(words), _bare(other.split()), autojunk=False)
        blocks = matcher.get_matching_blocks()
        if max(block.size for block in blocks) >= min(RUN, len(words)):
            for block in blocks:
                shared[block.a : block.a + block.size] = [True] * block.size
    return _runs(words, shared)


def _bare(words: Iterable[str]) -> list[str]:
    return [re.sub(r"[^\w'’-]", "", word).replace("’", "'").casefold() for word in words]


def _runs(words: Sequence[str], shared: Sequence[bool]) -> list[tuple[str, bool]]:
    runs: list[tuple[list[str], bool]] = []
    for word, same in zip(words, shared, strict=True):
        if runs and runs[-1][1] == (not same):
            runs[-1][0].append(word)
        else:
            runs.append(([word], not same))
    return [(" ".join(run), alone) for run, alone in runs]


# --- coverage ---------------------------------------------------------------------------------


def coverage(world: World) -> list[Found]:
    """For each held text: its sentences used and left out, and its regions."""
    ledger, regions = (
        _by(world.rows["ledger"], "source_id"),
        _by(world.rows["regions"], "source_id"),
    )
    found = []
    for source in world.rows["sources"]:
        sentences = ledger.get(source["source_id"], [])
        if not source["text_held"] or not sentences:
            continue
        length = source["n_characters"] or max(row["char_end"] for row in sentences)
        reasons = Counter(row["reason"] for row in sentences if row["reason"])
        found.append(
            {
                "source": source,
                "length": length,
                "used": sum(row["reason"] is None for row in sentences),
                "total": len(sentences),
                "reasons": [(spoken(reason), n) for reason, n in sorted(reasons.items())],
                "bars": [_bar(row, length, row["reason"] or "used") for row in sentences],
                "regions": [
                    _bar(row, length, row["region"]) | {"reason": row["reason"]}
                    for row in sorted(
                        regions.get(source["source_id"], []), key=lambda r: r["char_start"]
                    )
                ],
            }
        )
    return found


def _bar(row: Found, length: int, kind: str) -> Found:
    start, end = row["char_start"], row["char_end"]
    x = round(1000 * start / length, 2)
    return {"x": x, "width": round(1000 * (end - start) / length, 2), "kind": kind}


def families(world: World) -> list[Found]:
    """Groups of sources that depend on one another, with the relations that tie them."""
    groups = _by(world.rows["source_groups"], "group_id")
    relations = world.rows["source_relations"]
    found = []
    for _, members in sorted(groups.items()):
        ids = {row["source_id"] for row in members}
        if len(ids) > 1:
            tied = [row for row in relations if row["source_id"] in ids]
            found.append({"members": sorted(ids), "relations": tied})
    return found


# --- what is not known ------------------------------------------------------------------------


def gaps(world: World) -> list[Found]:
    """For each core table: how many claims have a value, and why the others have none."""
    found = []
    for table in CORE:
        reasons = Counter(row["reason"] for row in _of(world.rows["absences"], table.table))
        values = sum(1 for _ in _of(world.rows["claim_support"], table.table))
        found.append(
            {
                "table": table.table,
                "title": title(table.table),
                "filled": values,
                "reasons": reasons,
            }
        )
    return found


def questions(world: World) -> list[Found]:
    """Nulls that were decided for their row, together where table, column and reason agree."""
    grouped: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in world.rows["absences"]:
        core = any(table.table == row["table_name"] for table in CORE)
        if core and not row["by_default"] and row["reason"] != "not_applicable":
            grouped[row["reason"], row["table_name"], row["column_name"]].append(row["row_id"])
    return [
        {
            "reason": spoken(reason),
            "cell": f"{title(table)}: {label(column)}",
            "n": len(rows),
            "links": [(row, link(table, row, column)) for row in sorted(rows)[:6]],
            "table": table,
        }
        for (reason, table, column), rows in sorted(grouped.items())
    ]


def _of(rows: Iterable[Found], table: str) -> Iterable[Found]:
    return (row for row in rows if row["table_name"] == table)


def _years(world: World) -> str:
    """The years of the acts, such as `2020` or `2020 to 2026`."""
    stems = [f"{stem}_{end}" for stem in ("issued", "served") for end in ("earliest", "latest")]
    days = [batch[stem] for batch in counted(world) for stem in stems]
    years = sorted({day.year for day in days if day})
    return " to ".join(dict.fromkeys(str(year) for year in (years[:1] + years[-1:])))


def story(world: World) -> dict[str, Any]:
    """Everything that the first page shows."""
    events = happenings(world)
    return {
        "numbers": numbers(world),
        "years": _years(world),
        "example": example(world),
        "events": events,
        "by_year": by_year(events),
        "chart": chart(events),
        "places": places(world),
        "adjacent": adjacent(world),
        "conflicts": conflicts(world),
        "printings": printings(world),
        "coverage": coverage(world),
        "families": families(world),
        "gaps": gaps(world),
        "questions": questions(world),
    }
