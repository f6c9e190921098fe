"""Passages in quotation marks and their speakers: what rows lack of them, or say otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterator

from check.settling import mentions
from check.settling.proposals import (
    ELSEWHERE,
    Asked,
    Proposal,
    is_elsewhere,
    is_passage,
    touch,
    trimmed,
    within,
)
from extraction.names.person_words import TITLE_WORD
from extraction.text.marks import segments
from extraction.text.months import WEEKDAY
from extraction.text.regions import ARTICLE
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.rules.declare import RULES
from reviewed import form
from reviewed.toml import string
from texts.held import Page


def problems(asked: Asked, proposals: list[Proposal]) -> Iterator[Problem]:
    """Passages without a row, and people and speakers whom the script reads otherwise."""
    yield from _passages(asked, proposals)
    yield from _speakers(asked, proposals)
    yield from _surnames(asked, proposals)


def _passages(asked: Asked, proposals: list[Proposal]) -> Iterator[Problem]:
    """Passages in quotation marks that no quotation holds and no rejection settles.

    Where they may stand is told by the reviewed regions, not by those that the script guesses.
    """
    settled = mentions.spans(asked.relations, "quotes")
    elsewhere = mentions.spans(asked.relations, "ledger", ELSEWHERE)
    for p in proposals:
        if is_passage(p) and p.settled_by:
            settled[p.source].append((p.candidate.start, p.candidate.end))
    for source, page in sorted(asked.pages.items()):
        number = _next_quote(asked.relations, source)
        for passage in segments(page.text):
            span = trimmed(page.text, (passage.start, passage.end))
            region = page.region(span)
            held = within(span, settled[source]) or is_elsewhere(page, span, elsewhere[source])
            if span[0] < span[1] and region and region.kind in ARTICLE and not held:
                yield _unaccounted(source, page, span, number)
                number += 1


def _next_quote(relations: Relations, source: str) -> int:
    """The first free number for a quotation of a text."""
    sql = "SELECT quote_id FROM quotes WHERE source_id = ?"
    ids = [quote_id for (quote_id,) in relations.con.execute(sql, [source]).fetchall()]
    numbers = [each.rpartition("q")[2] for each in ids]
    return max((int(each) for each in numbers if each.isdecimal()), default=0) + 1


SPEAKERS = (
    'said = { words = "…", cells = { speaker_id = "…", speaker_as_printed = "…", cue = "…" } } | '
    'a private person: absent = { speaker_id = "withheld" } | nobody: kind = "scare" or "title"'
)
"""How a row of quotes says who speaks."""

BESIDE = {"cue": ("cue",), "speaker": ("speaker_as_printed", "speaker_id", "speaker_agency_id")}
"""Parts of a proposed quotation, and the columns of `quotes` that one of its words must give."""


def _speakers(asked: Asked, proposals: list[Proposal]) -> Iterator[Problem]:
    """Quotations whose speaker or cue stands elsewhere than where the script reads it.

    What the script reads may also be used for a hop of the chain: who passed the words on.
    """
    quotes: dict[tuple[str, Span], str] = {}
    for quote_id, source, start, end in asked.relations.con.execute(
        "SELECT quote_id, source_id, char_start, char_end FROM quotes WHERE char_start IS NOT NULL"
    ).fetchall():
        if page := asked.pages.get(source):
            quotes[source, trimmed(page.text, (start, end))] = quote_id
    given = _beside(asked.relations)
    unnamed = _unnamed(asked.relations)
    for p in proposals:
        own = asked.pages[p.source]
        span = trimmed(own.text, (p.candidate.start, p.candidate.end))
        quote_id = quotes.get((p.source, span))
        if p.candidate.kind == "quotation" and quote_id:
            beside = [each for each in given[quote_id] if (quote_id, each[0]) not in unnamed]
            for column, message in _otherwise(p, own, beside):
                place = asked.relations.places.of("quotes", quote_id, column)
                yield RULES["speaker-differs"].at(place, f"quotes {quote_id}.{column}: {message}")


def _unnamed(relations: Relations) -> set[tuple[str, str]]:
    """The columns of quotations whose speaker is kept back: no printed name is asked for."""
    sql = "SELECT row_id FROM absences WHERE table_name = 'quotes' AND reason = 'withheld'"
    ids = relations.con.execute(sql).fetchall()
    return {(quote_id, column) for (quote_id,) in ids for column in BESIDE["speaker"]}


NO_NAME = re.compile(rf"{TITLE_WORD.pattern}|^{WEEKDAY}\b")
"""What stands before a surname and is no part of the name."""


def _surnames(asked: Asked, proposals: list[Proposal]) -> Iterator[Problem]:
    """People who are called by a surname alone, where the text prints more of the name."""
    names = asked.relations.con.execute("SELECT name FROM individuals_referenced").fetchall()
    for person, name, source in asked.relations.con.execute(
        "SELECT DISTINCT individual_id, name, source_id FROM individuals_referenced JOIN evidence "
        "ON table_name = 'individuals_referenced' AND row_id = individual_id "
        "WHERE NOT contains(name, ' ') AND char_start IS NOT NULL ORDER BY ALL"
    ).fetchall():
        page = asked.pages.get(source)
        found = _whole_names(page, proposals, name) if page else ()
        if whole := next((each for each in found if (each,) not in names), None):
            yield RULES["name-in-part"].at(
                Place(f"sources/{source}.toml", 1),
                f"individuals_referenced {person}: the name is “{name}”, the text has “{whole}”",
                f"give the words of the whole name: cells = {{ name = {string(whole)} }}",
            )


def _whole_names(page: Page, proposals: list[Proposal], surname: str) -> Iterator[str]:
    """Longer names that end with a surname and are not withheld: those of people, and a capital
    before it in a sentence that is of no title and no weekday."""
    own = (p for p in proposals if p.candidate.kind == "person" and p.source == page.held.source_id)
    people = [(p.candidate.start, p.candidate.end) for p in own if p.line.endswith(f" {surname}")]
    named = rf"(?<=[a-z,;] )[A-Z][\w’'-]+ (?:[A-Z]\. )?{re.escape(surname)}\b"
    found = (m.span() for m in re.finditer(named, page.text) if not NO_NAME.search(m[0]))
    spans = (span for span in (*people, *found) if not touch(span, page.withheld))
    return (" ".join(page.text[slice(*span)].split()) for span in spans)


def _beside(relations: Relations) -> dict[str, list[tuple[str, int, int]]]:
    """Where the words for speaker and cue of each quotation, and for the hops of its chain, lie."""
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for quote_id, column, start, end in relations.con.execute(
        "SELECT row_id, column_name, char_start, char_end FROM evidence "
        "WHERE table_name = 'quotes' AND char_start IS NOT NULL "
        "AND derivation NOT IN ('copied', 'inference') "
        "UNION ALL SELECT a.quote_id, 'hop', e.char_start, e.char_end FROM evidence e "
        "JOIN attributions a ON e.table_name = 'attributions' AND e.row_id = a.attribution_id "
        "WHERE e.char_start IS NOT NULL AND e.derivation <> 'copied'"
    ).fetchall():
        found[quote_id].append((column, start, end))
    return found


def _otherwise(
    proposal: Proposal, page: Page, given: list[tuple[str, int, int]]
) -> Iterator[tuple[str, str]]:
    """The column in which the row of a quotation has not what the script reads, and what it reads;
    never a withheld name."""
    parts = proposal.candidate.parts
    if "speaker" in parts and touch(parts["speaker"], [g[1:] for g in given if g[0] == "hop"]):
        return
    for part, columns in BESIDE.items():
        span = parts.get(part)
        own = [each for each in given if each[0] in columns]
        if span and own and not touch(span, [*(each[1:] for each in own), *page.withheld]):
            words = [" ".join(page.text[s:e].split()) for s, e in (span, own[0][1:])]
            told = f"the script reads “{words[0]}” beside the quotation, the row has “{words[1]}”"
            yield own[0][0], told


def _unaccounted(source: str, page: Page, span: Span, number: int) -> Problem:
    shown = " ".join(page.text[slice(*span)].split())
    kind = "direct" if shown[0].isupper() else "partial"
    own = {"id": f"q{number:02d}", "words": shown, "kind": kind}
    return RULES["passage-unaccounted"].at(
        Place(f"sources/{source}.toml", 1),
        f"no row of quotes holds the passage “{shown[:80]}” "
        f"(line {page.line(span[0])} of {page.held.path})",
        f"add a row, and in it who speaks: {form.line('quotes', own).strip()}  # {SPEAKERS}; "
        'if its sentence is on another subject, list that in left_out instead, as "out_of_scope"',
    )
