"""Check everything: read, find the words, run the derivations, settle, complete, validate.

`run` returns the rows of every table and every problem; nothing is published while there is one.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from check import proposals, reviews
from check.rules import Problem
from evidence import computed, resolve, settle
from evidence.resolve import Phrases, Piece, Resolver
from ice_subpoenas import TABLE, TABLES, formats
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.row import Column
from ice_subpoenas.vocabularies import ADJACENT
from reviewed.files import ROOT, Inputs, Record, inputs
from reviewed.rows import Draft, drafts, from_record, nearest
from texts import compare
from texts import held as page_module
from texts.held import Page

LOADED = re.compile(
    r"\b(?:illegals?|illegal (?:alien|immigrant)s?|(?:criminal )?aliens?|undocumented|sanctuary)\b",
    re.I,
)
"""Terms that take sides; they stand in verbatim columns only."""

HELD = re.compile("s0[0-9]{2}|s100")
"""Ids of sources whose text is held; those of cited documents begin at s101."""

CEILING = 0.9
"""Share of a held text that a release may hold, in quotations, evidence and their context.

One ceiling for every text, also for one that is free of copyright: rows are facts, not copies.
"""


@dataclass
class Checked:
    """The outcome of a check."""

    rows: dict[str, list[dict[str, Any]]]
    problems: list[Problem]
    pages: dict[str, Page] = field(default_factory=dict)
    drafts: dict[tuple[str, str], Draft] = field(default_factory=dict)
    pieces: dict[tuple[str, str], list[Piece]] = field(default_factory=dict)
    phrases: Phrases | None = None
    others: list[Record] = field(default_factory=list)
    fingerprints: dict[tuple[str, str], str] = field(default_factory=dict)
    shown: dict[str, float] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)


def run(root: Path = ROOT) -> Checked:
    """Check a checkout. Rows are complete only if there are no problems.

    What the script proposes is asked last, of rows that are sound in themselves.
    """
    checked = examine(inputs(root))
    if not checked.problems:
        checked.problems = sorted(set(proposals.problems(checked)))
    return checked


def examine(given: Inputs) -> Checked:
    """Check what was read: first the form of files and rows, then what they say.

    What a file or row of bad form says is unknown, so nothing is said of what then seems to lack.
    """
    written, others, problems = drafts(given)
    problems += given.problems
    known, more = _unique(written)
    problems += more
    unheld = given.problems or _held(given, known)
    problems += [] if given.problems else unheld
    pages, more = page_module.pages(given.texts, written)
    problems += [] if unheld else more
    phrases = Phrases(given.phrases)
    problems += phrases.problems + ([] if problems else _listed(phrases, given, known))
    checked = Checked({}, problems, pages, known, phrases=phrases, others=others)
    if not problems:
        _resolve(checked)
        _rows(checked)
    checked.problems = sorted(set(checked.problems))
    return checked


def _held(given: Inputs, known: dict[tuple[str, str], Draft]) -> list[Problem]:
    """Texts without a row in `sources`, and rows that count as held without a text."""
    problems = [
        Problem(
            text.path, 1, "dangling-reference", f"no source is called {source!r}", "add its row"
        )
        for source, text in given.texts.items()
        if ("sources", source) not in known
    ]
    for (table, row_id), draft in known.items():
        if table == "sources" and HELD.fullmatch(row_id) and row_id not in given.texts:
            message = "its text is not in seeds/"
            remedy = "restore the text; documents that are not held are numbered from s101"
            problems.append(draft.problem("seed-missing", message, remedy, "source_id"))
    return problems


def _listed(phrases: Phrases, given: Inputs, known: dict[tuple[str, str], Draft]) -> list[Problem]:
    """Phrases that no derivation would read: of an unknown list, code or text."""
    lists = {
        column.phrases: column
        for table in TABLES
        for column in table.columns()
        if column.claim and column.claim.by == "vocabulary"
    }
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    for name, row_id in known:
        ids[name][row_id] = None
    problems: list[Problem] = []
    for list_name, code, phrase, source, file, line in phrases.entries:
        column = lists.get(list_name)
        codes: Iterable[str] = column.codes if column else ()
        if column and column.references:
            codes = ids[column.references]
        if column is None:
            what = (
                f"no claim reads phrases of a list {list_name!r}",
                nearest(list_name, lists, "remove it"),
            )
        elif (column.references or codes) and code not in codes:
            what = (
                f"{phrase!r} stands for {code!r}, which is not there",
                nearest(code, codes, "add it"),
            )
        elif source is not None and source not in given.texts:
            what = (
                f"no text {source!r} is held",
                "write the phrase in phrases.toml, or in its text's file",
            )
        else:
            continue
        problems.append(Problem(file, line, "wrong-value", f"phrases: {what[0]}", what[1]))
    return problems


def _unique(written: list[Draft]) -> tuple[dict[tuple[str, str], Draft], list[Problem]]:
    known: dict[tuple[str, str], Draft] = {}
    problems: list[Problem] = []
    retired = {d.row_id for d in written if d.table.table == "retired_ids"}
    for draft in written:
        key = (draft.table.table, draft.row_id)
        if key in known:
            first = known[key]
            where = f"{first.file}:{first.line()}"
            problems.append(
                draft.problem(
                    "duplicate-id",
                    f"the id is used already at {where}",
                    "use another id, or add evidence there",
                )
            )
        elif draft.row_id in retired and draft.table.table != "retired_ids":
            problems.append(draft.problem("retired-id", "the id was retired", "use a new id"))
        else:
            known[key] = draft
    return known, problems


def _resolve(checked: Checked) -> None:
    """Find and derive all evidence, then judge it cell by cell."""
    known, pages = checked.drafts, checked.pages
    assert checked.phrases is not None  # set by run
    checked.problems += computed.find_quotes(known, pages)
    quotes = _of(checked, "quotes")
    checked.lost |= {str(q.values.get("source_id")) for q in quotes if "text" in q.spoilt}
    resolver = Resolver(pages, checked.phrases, known)
    pieces: dict[tuple[str, str], list[Piece]] = {}
    for key, draft in known.items():
        pieces[key] = list(resolver.pieces(draft))
    checked.pieces = pieces
    for address in resolve.circles(resolver.anchors):
        draft = known[address[:2]]
        draft.spoilt.add(address[2])
        checked.problems.append(
            draft.problem(
                "circular-anchor",
                f"{address[2]} counts from itself",
                "anchor to another cell",
                address[2],
            )
        )
    checked.problems += resolver.problems
    checked.lost |= resolver.lost
    every = [piece for own in pieces.values() for piece in own]
    checked.problems += resolve.identify(every, pages) + resolve.repeated(every)
    disputes: list[settle.Dispute] = []
    for key, draft in known.items():
        found, more = settle.settle(draft, pieces[key], known)
        disputes += found
        checked.problems += more
    settle.copy_to_subpoenas(known, pieces)
    _attributions(checked, disputes)
    resolve.identify([p for own in pieces.values() for p in own if p.derivation == "copied"], pages)
    computed.find_dates(known, pieces)
    _judge_wordings(checked, disputes)


def _judge_wordings(checked: Checked, disputes: list[settle.Dispute]) -> None:
    """Find words altered inside marks, then match every dispute with its record."""
    quotes = [
        d.values | {"kind": d.values.get("kind"), "utterance_id": d.values.get("utterance_id")}
        for d in _of(checked, "quotes")
        if "text" in d.values
    ]
    checked.rows["quote_variants"] = compare.variants(quotes)
    altered = compare.altered(checked.rows["quote_variants"])
    for utterance, wordings in altered.items():
        draft = checked.drafts.get(("utterances", utterance))
        if draft:
            address = ("utterances", utterance, "words")
            disputes.append(settle.Dispute(address, "wording", wordings, draft.file, draft.line()))
    checked.problems += computed.add_utterances(checked.drafts, altered)
    rows, problems = settle.conflicts(disputes, checked.drafts)
    checked.rows["conflicts"] = rows
    checked.problems += problems


def _of(checked: Checked, table: str) -> list[Draft]:
    return [draft for (name, _), draft in checked.drafts.items() if name == table]


def _attributions(checked: Checked, disputes: list[settle.Dispute]) -> None:
    """Add the chain of every quotation: the speaker, the hops between, the source."""
    for quote in _of(checked, "quotes"):
        speaks = quote.values.get("speaker_id") or quote.values.get("speaker_agency_id")
        if not speaks and quote.extra.get("chain"):
            message, remedy = (
                "it has a chain and no speaker",
                "name the speaker, or remove the chain",
            )
            checked.problems.append(quote.problem("row-invalid", message, remedy, "chain"))
            checked.lost.add(str(quote.values.get("source_id")))
        if not speaks:
            continue
        hops = [_speaker_hop(quote, checked)]
        hops += _chain(quote, checked)
        hops.append(
            _hop(
                quote,
                "printed",
                "The source that prints the words.",
                {"actor_source_id": quote.values.get("source_id")},
            )
        )
        for number, hop in enumerate(hops, 1):
            hop.row_id = f"{quote.row_id}-h{number}"
            hop.values |= {"attribution_id": hop.row_id, "hop": number}
            key = ("attributions", hop.row_id)
            for piece in (
                checked.pieces.get(("attributions", f"{quote.row_id}-new"), [])
                if number == 1
                else []
            ):
                piece.address = ("attributions", hop.row_id, piece.address[2])
            checked.drafts[key] = hop
            own = hop.extra.pop("pieces", [])
            for piece in own:
                piece.address = (*key, piece.address[2])
            checked.pieces[key] = own
            found, problems = settle.settle(hop, own, checked.drafts) if number > 1 else ([], [])
            disputes += found
            checked.problems += problems
        checked.problems += resolve.identify(
            [
                p
                for n in range(2, len(hops))
                for p in checked.pieces["attributions", f"{quote.row_id}-h{n}"]
            ],
            checked.pages,
        )


def _hop(quote: Draft, kind: str, reason: str, actor: dict[str, Any]) -> Draft:
    values = {"quote_id": quote.row_id, "kind": kind, "reason": reason} | actor
    return Draft(TABLE["attributions"], "", values, {}, [], quote.record)


def _speaker_hop(quote: Draft, checked: Checked) -> Draft:
    """Hop 1: the speaker, with copies of the quotation's own evidence."""
    actors = {"speaker_id": "actor_individual_id", "speaker_agency_id": "actor_agency_id"}
    actor = {new: quote.values[old] for old, new in actors.items() if quote.values.get(old)}
    hop = _hop(quote, "speaker", "The speaker of the quotation.", actor)
    hop.extra["pieces"] = [
        settle.copy(piece, ("attributions", "", actors[piece.address[2]]))
        for piece in checked.pieces["quotes", quote.row_id]
        if piece.address[2] in actors
    ]
    return hop


def _chain(quote: Draft, checked: Checked) -> list[Draft]:
    hops: list[Draft] = []
    for index, block in enumerate(quote.extra.get("chain", [])):
        data = block | {"attribution_id": "new", "quote_id": quote.row_id}
        record = Record(
            "attributions",
            data,
            quote.file,
            (*quote.record.path, "chain", index),
            quote.record.lines,
        )
        problems: list[Problem] = []
        made = list(from_record(record, problems))
        if problems:
            checked.problems += problems
            checked.lost |= set(checked.pages)
            continue
        for draft in made:
            assert checked.phrases is not None  # set by run
            resolver = Resolver(checked.pages, checked.phrases, checked.drafts)
            draft.extra["pieces"] = list(resolver.pieces(draft))
            checked.problems += resolver.problems
            checked.lost |= resolver.lost
            hops.append(draft)
    return hops


def _rows(checked: Checked) -> None:
    """Complete all drafts and make the rows of every table, each validated by its class."""
    known, pieces = checked.drafts, checked.pieces
    computed.add_names(known, checked.pages)
    shared = _overlaps(checked)
    relations = [
        (d.values.get("source_id"), d.values.get("related_source_id"))
        for d in _of(checked, "source_relations")
    ]
    pairs = [(str(a), str(b)) for a, b in relations] + [
        (r["source_id"], r["other_source_id"]) for r in shared
    ]
    computed.add_support(known, pieces, compare.Witnesses(pairs))
    computed.add_source_basis(known, pieces)
    checked.problems += _references(checked) + _counts(checked) + _prose(checked) + _naming(checked)
    checked.problems += _sound(checked) + _above_themselves(checked) + _ours(checked)
    checked.fingerprints = reviews.fingerprints(known, pieces)
    made: dict[str, list[dict[str, Any]]] = {table.table: [] for table in TABLES}
    for (table, _), draft in known.items():
        if table not in ("regions", "conflicts"):
            made[table].append(draft.values)
        rows, problems = settle.absences(draft)
        made["absences"] += rows
        checked.problems += problems
    made |= {
        "quote_variants": checked.rows["quote_variants"],
        "conflicts": checked.rows["conflicts"],
    }
    made["shared_passages"], made["regions"] = shared, _regions(checked)
    made["evidence"] = [
        resolve.evidence_row(p, checked.pages) for own in pieces.values() for p in own
    ]
    made["reviews"], problems = reviews.rows(checked.others, checked.fingerprints)
    checked.problems += problems
    made["phrases"] = _phrase_rows(checked)
    made["codes"], made["dictionary"] = formats.code_rows(), formats.dictionary_rows(TABLES)
    used = _used(checked)
    made["ledger"], problems = page_module.ledger(
        checked.pages, used, checked.others, frozenset(checked.lost)
    )
    checked.problems += problems + _rebuildable(checked, used)
    checked.rows = {
        table.table: _validated(table.table, made[table.table], checked) for table in TABLES
    }


def _overlaps(checked: Checked) -> list[dict[str, Any]]:
    related = {
        frozenset((d.values.get("source_id"), d.values.get("related_source_id")))
        for d in _of(checked, "source_relations")
    }
    rows = compare.overlaps(checked.pages)
    for row in rows:
        pair = (row["source_id"], row["other_source_id"])
        row["has_relation"] = frozenset(pair) in related
    lacking = sorted(
        {(r["source_id"], r["other_source_id"]) for r in rows if not r["has_relation"]}
    )
    for left, right in lacking:
        checked.problems.append(
            Problem(
                f"sources/{right}.toml",
                1,
                "overlap-without-relation",
                f"{left} and {right} share a passage and source_relations says nothing of it",
                "add a [[source_relations]] block with the words that show the relation",
            )
        )
    return rows


def _references(checked: Checked) -> list[Problem]:
    problems: list[Problem] = []
    ids: dict[str, list[str]] = defaultdict(list)
    for table, row_id in checked.drafts:
        ids[table].append(row_id)
    for draft in checked.drafts.values():
        told = {column.name for column in _written(draft)}
        for column in draft.table.columns():
            value = draft.values.get(column.name)
            if (
                not column.references
                or value is None
                or (column.references, value) in checked.drafts
            ):
                continue
            draft.spoilt.add(column.stem)
            if column.name in told:
                problems.append(
                    draft.problem(
                        "dangling-reference",
                        f"{column.name}: no row of {column.references} is called {value!r}",
                        nearest(
                            str(value), ids[column.references], f"add it to {column.references}"
                        ),
                        column.name,
                    )
                )
    return problems


def _written(draft: Draft) -> list[Column]:
    """The columns of a row whose values its reviewer wrote, not a copy of another row's."""
    if draft.table.table == "attributions" and draft.values.get("kind") in ("speaker", "printed"):
        return []
    return [
        column
        for column in draft.table.columns()
        if column.role != "derived"
        and not (column.claim and column.claim.copied and column.name not in draft.record.data)
    ]


def _sound(checked: Checked) -> list[Problem]:
    """Rows that break a rule of their table on several columns.

    DuckDB enforces the same conditions in the published file; SQLite reads them too and starts at
    once.
    """
    problems: list[Problem] = []
    with closing(sqlite3.connect(":memory:")) as connection:
        for table in TABLES:
            rows = [d for d in _of(checked, table.table) if table.checks and not d.spoilt]
            if not rows:
                continue
            names = list(table.column_map())
            connection.execute(f"CREATE TABLE {table.table} ({', '.join(('n', *names))})")
            for n, draft in enumerate(rows):
                values = [draft.values.get(name) for name in names]
                texts = [str(value) if isinstance(value, date) else value for value in values]
                marks = ", ".join("?" * (len(names) + 1))
                connection.execute(f"INSERT INTO {table.table} VALUES ({marks})", [n, *texts])
            for name, sql in table.checks.items():
                query = f"SELECT n FROM {table.table} WHERE NOT ({sql}) ORDER BY n"
                for (number,) in connection.execute(query):
                    message = f"breaks the rule {name}: {sql}"
                    problems.append(
                        rows[number].problem("row-invalid", message, "correct one of the columns")
                    )
    return problems


def _above_themselves(checked: Checked) -> list[Problem]:
    """Rows of which following the parent leads back to the row."""
    problems: list[Problem] = []
    for (table, row_id), draft in checked.drafts.items():
        for column in draft.table.columns():
            if column.references != table or column.role == "derived":
                continue
            above = partial(_parent, checked, table, column.name)
            if row_id in settle.upwards(above(row_id), above):
                message = f"{column.name} leads back to the row itself"
                problems.append(
                    draft.problem("row-invalid", message, "name a wider one", column.name)
                )
    return problems


def _parent(checked: Checked, table: str, column: str, row_id: str) -> str | None:
    draft = checked.drafts.get((table, row_id))
    return draft.values.get(column) if draft else None


def _counts(checked: Checked) -> list[Problem]:
    """Batches whose subpoenas or subjects do not add up to the number that they state."""
    problems: list[Problem] = []
    subpoenas = Counter(d.values.get("act_id") for d in _of(checked, "subpoenas"))
    if any(("acts", batch) not in checked.drafts for batch in subpoenas):
        return []  # to which batch such a subpoena belongs is unknown, and told elsewhere
    for batch in _of(checked, "acts"):
        stated, found = batch.values.get("n_subpoenas"), subpoenas[batch.row_id]
        instrument = batch.values.get("instrument")
        if instrument in ADJACENT and (found or stated is not None or batch.values.get("group_id")):
            problems.append(
                batch.problem(
                    "count-mismatch",
                    f"the paper is a {instrument}, which is never counted, and has subpoenas",
                    "remove its rows in `subpoenas`, its n_subpoenas and its group_id, and say "
                    'how many there were in `remark`: absent = { n_subpoenas = "not_applicable" }',
                    "instrument",
                )
            )
        elif stated is not None and stated != found and "n_subpoenas" not in batch.spoilt:
            problems.append(
                batch.problem(
                    "count-mismatch",
                    f"n_subpoenas is {stated} and {found} subpoenas are recorded",
                    "add the missing rows, or correct the number",
                    "n_subpoenas",
                )
            )
    return problems + _group_counts(checked, subpoenas)


def _group_counts(checked: Checked, recorded: Counter[Any]) -> list[Problem]:
    """Groups with which the numbers of their batches do not agree, as far as these have numbers."""
    problems: list[Problem] = []
    members: dict[str, list[Draft]] = defaultdict(list)
    for batch in _of(checked, "acts"):
        members[str(batch.values.get("group_id"))].append(batch)
    for group in _of(checked, "act_groups"):
        own, total = members[group.row_id], group.values.get("n_subpoenas")
        if total is None or any({"n_subpoenas", "group_id"} & d.spoilt for d in (group, *own)):
            continue
        numbers = [batch.values.get("n_subpoenas") for batch in own]
        found = sum(
            recorded[d.row_id] if n is None else n for d, n in zip(own, numbers, strict=True)
        )
        if found > total or (None not in numbers and found < total):
            problems.append(
                group.problem(
                    "count-mismatch",
                    f"n_subpoenas is {total} and its {len(own)} batches have {found}",
                    "correct the number, or which batches name the group",
                    "n_subpoenas",
                )
            )
    return problems


def _prose(checked: Checked) -> list[Problem]:
    """Loaded terms in what we write ourselves: judgments in words, and reasons of evidence."""
    problems: list[Problem] = []
    for draft in checked.drafts.values():
        for column in draft.table.columns():
            text = draft.values.get(column.name)
            ours = column.role == "judgment" and column.type is str and not column.codes
            found = LOADED.search(text) if ours and isinstance(text, str) else None
            if found:
                problems.append(_loaded(draft, column.name, found[0]))
    for own in checked.pieces.values():
        for piece in own:
            found = LOADED.search(piece.reason or "")
            if found:
                problems.append(
                    Problem(
                        piece.cell.file,
                        piece.cell.line,
                        "loaded-term",
                        f"our own words say {found[0]!r}",
                        "say it neutrally",
                    )
                )
    return problems


def _ours(checked: Checked) -> list[Problem]:
    """Loaded terms in remarks on what is left out, and in reasons of readings."""
    return [
        Problem(
            record.file,
            record.line(key),
            "loaded-term",
            f"{record.table}.{key}: our own words say {found[0]!r}",
            "say it neutrally",
        )
        for record in checked.others
        for key in ("remark", "reason")
        if (found := LOADED.search(str(record.data.get(key, ""))))
    ]


def _loaded(draft: Draft, column: str, term: str) -> Problem:
    return draft.problem(
        "loaded-term", f"{column}: our own words say {term!r}", "say it neutrally", column
    )


def _naming(checked: Checked) -> list[Problem]:
    problems: list[Problem] = []
    for draft in _of(checked, "individuals_referenced"):
        named = draft.values.get("name") is not None
        decision = draft.values.get("naming_decision")
        if decision and named == (decision in ("not_named", "name_left_out")):
            draft.spoilt.add("name")
            problems.append(
                draft.problem(
                    "naming-decision",
                    f"the name is {'given' if named else 'null'} and the decision is {decision!r}",
                    "correct the decision, or leave the name out",
                    "naming_decision",
                )
            )
    return problems


def _regions(checked: Checked) -> list[dict[str, Any]]:
    return [
        {
            "region_id": f"{source}-r{number:02d}",
            "source_id": source,
            "char_start": stretch.start,
            "char_end": stretch.end,
            "region": stretch.region,
            "reproduces_source_id": stretch.reproduces,
            "reason": stretch.reason,
        }
        for source, page in checked.pages.items()
        for number, stretch in enumerate(page.stretches, 1)
    ]


def _phrase_rows(checked: Checked) -> list[dict[str, Any]]:
    assert checked.phrases is not None  # set by run
    rows = [
        {
            "phrase_id": "/".join(filter(None, (list_name, source, phrase))),
            "list_name": list_name,
            "phrase": phrase,
            "code": code,
            "source_id": source,
        }
        for list_name, code, phrase, source, _, _ in checked.phrases.entries
    ]
    return list({row["phrase_id"]: row for row in rows}.values())


def _used(checked: Checked) -> dict[str, list[Span]]:
    """Spans of all evidence and quotations, by source."""
    used: dict[str, list[Span]] = defaultdict(list)
    for own in checked.pieces.values():
        for piece in own:
            if piece.span and piece.derivation != "copied":
                used[piece.source].append(piece.span)
    for quote in _of(checked, "quotes"):
        if "char_start" in quote.values:
            used[quote.values["source_id"]].append(
                (quote.values["char_start"], quote.values["char_end"])
            )
    return used


def _rebuildable(checked: Checked, used: dict[str, list[Span]]) -> list[Problem]:
    """Measure which share of each text a release shows, context included, against the ceiling."""
    problems: list[Problem] = []
    quoted = {
        (q.values["char_start"], q.values["char_end"])
        for q in _of(checked, "quotes")
        if "char_end" in q.values
    }
    for source, page in checked.pages.items():
        shown = bytearray(len(page.text))
        for span in used.get(source, ()):
            low, high = span if span in quoted else page.around(span)
            shown[low:high] = b"\x01" * (high - low)
        share = sum(shown) / max(1, len(page.text))
        checked.shown[source] = share
        if share > CEILING:
            problems.append(
                Problem(
                    f"sources/{source}.toml",
                    1,
                    "text-reconstructible",
                    f"a release would hold {share:.0%} of the text, more than {CEILING:.0%}",
                    "cite shorter words",
                )
            )
    return problems


def _validated(table: str, rows: list[dict[str, Any]], checked: Checked) -> list[dict[str, Any]]:
    """Rows with every column in order, sorted by key, each checked by its pydantic class."""
    cls = TABLE[table]
    names = [column.name for column in cls.columns()]
    made: list[dict[str, Any]] = []
    for row in rows:
        full = {name: row.get(name) for name in names}
        try:
            cls.model_validate(full)
        except ValidationError as error:
            checked.problems += _invalid_row(cls.table, full, error, checked)
            continue
        made.append(full)
    return sorted(made, key=lambda row: str(row[cls.key]))


def _invalid_row(
    table: str, row: dict[str, Any], error: ValidationError, checked: Checked
) -> list[Problem]:
    row_id = str(row.get(TABLE[table].key))
    draft = checked.drafts.get((table, row_id))
    problems: list[Problem] = []
    for found in error.errors(include_url=False, include_input=False):
        name = str(found["loc"][0]) if found["loc"] else ""
        if draft and _known(draft, name, checked):
            continue
        missing = row.get(name) is None
        code, message = (
            ("missing-column", "is missing") if missing else ("wrong-value", found["msg"])
        )
        file, line = (draft.file, draft.line(name)) if draft else ("datasets/reviewed", 1)
        problems.append(
            Problem(
                file,
                line,
                code,
                f"{table} {row_id}.{name} {message}",
                f"see `python build new {table}`",
            )
        )
    return problems


def _known(draft: Draft, name: str, checked: Checked) -> bool:
    """Whether a column lacks its value because of a problem that is told already."""
    column = draft.table.column_map().get(name)
    return column is not None and (
        column.stem in draft.spoilt or (column.role == "derived" and bool(checked.problems))
    )
