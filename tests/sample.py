"""A small, complete and invented dataset: a few rows of every table that keep every rule.

Nothing in it happened. Tests take a fresh copy with `rows()` and change one thing.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from ice_subpoenas import TABLES, formats

Record = dict[str, Any]
Rows = dict[str, list[Record]]

TEXTS = {
    "s000": (
        "On Monday, ICE issued two subpoenas to the Springfield jail. "
        "“We will not comply,” Mayor Ann Lee said."
    ),
    "s001": (
        "ICE issued three subpoenas to the Springfield jail, city officials say. "
        "“We will never comply,” Mayor Ann Lee said, café in hand."
    ),
}
SUPPORT = {"tier": "held_text", "n_sources": 2, "n_independent_sources": 1, "has_conflict": False}
WHY = "An invented row for the tests."
MONDAY = date(2020, 1, 6)


def rows() -> Rows:
    """Every table's rows, evidence and absences included."""
    found: Rows = {table.table: [] for table in TABLES}
    found |= {
        "sources": [_held("s000"), _held("s001"), _cited_source()],
        **_places(),
        **_batch(),
        **_people(),
        **_words(),
        **_happenings(),
        **_relations(),
        "codes": formats.code_rows(),
        "dictionary": formats.dictionary_rows(TABLES),
    }
    for table in TABLES:
        for row in found[table.table] if "tier" in table.column_map() else ():
            row.setdefault("tier", "held_text")
    _explain(found)
    return found


def span(source_id: str, words: str) -> Record:
    """Where words stand in a text, and what surrounds them."""
    text = TEXTS[source_id]
    start = text.index(words)
    end = start + len(words)
    return {
        "source_id": source_id,
        "char_start": start,
        "char_end": end,
        "exact": words,
        "prefix": text[max(0, start - 32) : start] or None,
        "suffix": text[end : end + 32] or None,
        "region": "body",
    }


def _held(source_id: str) -> Record:
    text = TEXTS[source_id]
    return {
        **SUPPORT,
        "source_id": source_id,
        "title": f"An invented article, {source_id}",
        "publisher": {"s000": "The Gazette", "s001": "The Herald"}[source_id],
        "kind": "news_article",
        "reason": WHY,
        "text_held": True,
        "text_file": f"seeds/{source_id}.txt",
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "n_characters": len(text),
        "published_edtf": "2020-01-07",
        "published_earliest": date(2020, 1, 7),
        "published_latest": date(2020, 1, 7),
        "published_basis": "cited",
    }


def _cited_source() -> Record:
    return {
        **SUPPORT,
        "tier": "cited",
        "source_id": "s101",
        "title": "An invented release | with a bar",
        "kind": "press_release",
        "reason": WHY,
        "url": "https://example.org/release",
        "accessed": date(2026, 11, 21),
        "text_held": False,
    }


def _places() -> Rows:
    place = {**SUPPORT, "reason": WHY}
    return {
        "jurisdictions": [
            {**place, "jurisdiction_id": "us-xx", "name": "Winnemac", "kind": "state"},
            {
                **place,
                "jurisdiction_id": "us-xx-springfield",
                "name": "Springfield",
                "kind": "city",
                "state": "XX",
                "geoid": "0012345",
                "parent_id": "us-xx",
            },
        ],
        "agencies": [
            {"agency_id": "ice", "name": "ICE", "kind": "federal", "reason": WHY},
            {
                "agency_id": "a-jail-desk",  # sorts before the bodies that it is a part of
                "name": "Jail desk",
                "kind": "local",
                "parent_id": "springfield-jail",
                "reason": WHY,
            },
            {
                "agency_id": "springfield-jail",
                "name": "Springfield jail",
                "kind": "local",
                "parent_id": "springfield-city",
                "jurisdiction_id": "us-xx-springfield",
                "reason": WHY,
            },
            {
                "agency_id": "springfield-city",
                "name": "Springfield",
                "kind": "local",
                "reason": WHY,
            },
        ],
    }


def _batch() -> Rows:
    shared = {
        "act_id": "springfield-1",
        "jurisdiction_id": "us-xx-springfield",
        "issuing_agency_id": "ice",
        "recipient_agency_id": "springfield-jail",
        "instrument": "administrative_subpoena",
        "response_status": "refused",
        "issued_edtf": "2020-01-06",
        "issued_earliest": MONDAY,
        "issued_latest": MONDAY,
        "issued_basis": "relative_to_publication",
    }
    names = {
        "jurisdiction_name": "Springfield",
        "issuing_agency_name": "ICE",
        "recipient_agency_name": "Springfield jail",
    }
    return {
        "acts": [{**shared, "n_subpoenas": 2, "tier": "held_text", "reason": WHY}],
        "subpoenas": [
            {**SUPPORT, **shared, **names, "subpoena_id": "springfield-1-1", "days_to_respond": 14},
            {**SUPPORT, **shared, **names, "subpoena_id": "springfield-1-2"},
        ],
        "information_sought": [
            {"information_sought_id": f"springfield-1-{kind}", "act_id": "springfield-1"}
            | {"kind": kind}
            for kind in ("whereabouts", "employer")
        ],
    }


def _people() -> Rows:
    person = {**SUPPORT, "reason": WHY}
    return {
        "individuals_referenced": [
            {
                **person,
                "individual_id": "ann-lee",
                "role": "official",
                "name": "Ann Lee",
                "naming_decision": "public_role",
                "title": "Mayor",
                "affiliation_agency_id": "springfield-city",
                "affiliation_name": "Springfield",
            },
            {
                **person,
                "individual_id": "springfield-1-a",
                "role": "subpoena_subject",
                "naming_decision": "not_named",
                "age": 21,
                "act_id": "springfield-1",
            },
        ],
        "case_facts": [
            {
                "case_fact_id": "springfield-1-released",
                "act_id": "springfield-1",
                "kind": "release",
                "modality": "asserted",
                "n_affected": 1,
                "n_total": 2,
            }
        ],
    }


def _words() -> Rows:
    said = {"speaker_id": "ann-lee", "speaker_name": "Ann Lee", "utterance_id": "lee-1"}
    quotes = [
        {
            **SUPPORT,
            **said,
            **{k: v for k, v in span(source, words).items() if k in ("char_start", "char_end")},
            "quote_id": f"{source}-q01",
            "source_id": source,
            "text": words,
            "region": "body",
            "kind": "direct",
            "cue": "said",
            "reason": WHY,
        }
        for source, words in (("s000", "We will not comply,"), ("s001", "We will never comply,"))
    ]
    return {
        "quotes": quotes,
        "utterances": [
            {
                "utterance_id": "lee-1",
                "speaker_id": "ann-lee",
                "n_printings": 2,
                "words_altered": True,
                "reason": WHY,
            }
        ],
        "attributions": [
            {"attribution_id": "s000-q01-h1", "quote_id": "s000-q01", "hop": 1, "reason": WHY}
            | {"kind": "speaker", "actor_individual_id": "ann-lee"},
            {"attribution_id": "s000-q01-h2", "quote_id": "s000-q01", "hop": 2, "reason": WHY}
            | {"kind": "printed", "actor_source_id": "s000"},
        ],
        "quote_variants": [
            {
                "quote_variant_id": "s000-q01-s001-q01-1",
                "utterance_id": "lee-1",
                "quote_id": "s000-q01",
                "other_quote_id": "s001-q01",
                "words": "not",
                "other_words": "never",
                "within_marks": True,
                "by_ellipsis": False,
            }
        ],
    }


def _happenings() -> Rows:
    return {
        "events": [
            {
                "event_id": "springfield-1-issued",
                "act_id": "springfield-1",
                "kind": "issued",
                "actor_agency_id": "ice",
                "occurred_edtf": "2020-01-06",
                "occurred_earliest": MONDAY,
                "occurred_latest": MONDAY,
                "occurred_basis": "relative_to_publication",
            },
            {
                "event_id": "springfield-1-answer",
                "act_id": "springfield-1",
                "kind": "response",
                "response_status": "refused",
                "occurred_edtf": "[2020-01-06..2020-01-07]",
                "occurred_earliest": MONDAY,
                "occurred_latest": date(2020, 1, 7),
                "occurred_basis": "inferred",
            },
        ],
        "policy_statements": [
            {
                "policy_statement_id": "s000-p1",
                "topic": "subpoena_compliance",
                "position": "does_not_cooperate",
                "modality": "asserted",
                "statement": "We will not comply,",
                "source_id": "s000",
                "quote_id": "s000-q01",
                "reason": WHY,
            }
        ],
    }


def _relations() -> Rows:
    cell = {"table_name": "acts", "row_id": "springfield-1"}
    shared = " subpoenas to the Springfield jail"
    one, other = span("s000", shared), span("s001", shared)
    return {
        "source_relations": [
            {"source_relation_id": "s001-s101", "source_id": "s001", "related_source_id": "s101"}
            | {"relation": "reports", "scope": "The first sentence.", "reason": WHY}
        ],
        "shared_passages": [
            {
                "shared_passage_id": "s000-s001-1",
                "source_id": "s000",
                "char_start": one["char_start"],
                "char_end": one["char_end"],
                "other_source_id": "s001",
                "other_char_start": other["char_start"],
                "other_char_end": other["char_end"],
                "n_characters": len(shared),
                "has_relation": False,
            }
        ],
        "conflicts": [
            {**cell, "conflict_id": "springfield-1-count", "column_name": "n_subpoenas"}
            | {"kind": "value", "n_sides": 2, "published_value": "2"}
            | {"resolution": "least_committing", "reason": WHY},
            {"conflict_id": "lee-1-words", "table_name": "utterances", "row_id": "lee-1"}
            | {"column_name": "words", "kind": "wording", "n_sides": 2}
            | {"resolution": "unresolved", "reason": WHY},
        ],
        "regions": [
            {"region_id": "s000-r1", "source_id": "s000", "char_start": 0, "char_end": 60}
            | {"region": "body", "reason": WHY}
        ],
        "ledger": [
            {"ledger_id": "s000-1", "source_id": "s000", "char_start": 0, "char_end": 60}
            | {"sentence_sha256": "0" * 64, "n_evidence": 1}
        ],
        "reviews": [
            {**cell, "review_id": "acts/springfield-1/first", "reading": "first"}
            | {"reader_role": "maintainer", "reviewed_on": date(2026, 11, 21)}
            | {"fingerprint": "abc", "is_current": True, "outcome": "agreed", "reason": WHY}
        ],
        "retired_ids": [
            {"retired_id": "springfield-0", "table_name": "acts"}
            | {"successor_id": "springfield-1", "reason": WHY}
        ],
        "phrases": [
            {"phrase_id": "agencies/ICE", "list_name": "agencies", "phrase": "ICE", "code": "ice"}
        ],
    }


# --- evidence and absences: one for each cell that needs it -----------------------------------


HELD = {
    "springfield-1 n_subpoenas": "two",
    "springfield-1 recipient_agency_id": "Springfield jail",
    "s000-q01 speaker_id": "Ann Lee",
}
"""Words of `s000` that prove a cell; the cited document proves the others."""


def _explain(found: Rows) -> None:
    for table in TABLES:
        for row in found[table.table]:
            for stem, columns in table.stems().items():
                claims = [column.name for column in columns if column.claim]
                values = [row[name] for name in claims if row.get(name) is not None]
                if values:
                    found["evidence"].append(_proof(table.table, row[table.key], stem, values[0]))
                elif claims and table.core:
                    found["absences"].append(_absence(table.table, row[table.key], stem))
    found["evidence"].append(_rival())


def _proof(table: str, row_id: str, stem: str, value: Any) -> Record:
    words = HELD.get(f"{row_id} {stem}")
    proof = {
        "evidence_id": f"{table}/{row_id}/{stem}",
        "table_name": table,
        "row_id": row_id,
        "column_name": stem,
        "witness_source_id": "s000" if words else "s101",
        "derivation": "literal" if words else "cited",
        "value": str(value),
        "stance": "supports",
        "reviewed_file": "acts/springfield-1.toml",
        "reviewed_line": 1,
        **(span("s000", words) if words else {"source_id": "s101"}),
    }
    if table == "subpoenas" and row_id == "springfield-1-1" and stem == "issued":
        proof |= {"derivation": "copied", "via_evidence_id": "subpoenas/springfield-1-2/issued"}
    if table == "subpoenas" and row_id == "springfield-1-2" and stem == "issued":
        proof |= {
            "derivation": "copied",
            "via_evidence_id": "acts/springfield-1/issued",
        }
    return proof


def _rival() -> Record:
    proof = _proof("acts", "springfield-1", "n_subpoenas", 3)
    return proof | {
        "evidence_id": "acts/springfield-1/n_subpoenas/rival",
        "witness_source_id": "s001",
        "stance": "contests",
        **span("s001", "three"),
    }


def _absence(table: str, row_id: str, stem: str) -> Record:
    return {
        "absence_id": f"{table}/{row_id}/{stem}",
        "table_name": table,
        "row_id": row_id,
        "column_name": stem,
        "reason": "not_stated",
        "by_default": False,
    }
