"""Invented tables of any number of quotations, with their texts, that keep every rule.

For N quotations: about three pieces of evidence for each, a text for every ten, and the people,
utterances, hops, phrases, regions and sentences that belong to them. Two texts in a row print the
same ten utterances; in one of five the second alters a word.
"""

from __future__ import annotations

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bench.invented_words import FAMILY, GIVEN
from evidence.resolve import hash_of
from ice_subpoenas import TABLE, formats
from texts import compare
from texts.held import CONTEXT

TEN = 10  # quotations of a text
CHUNK = 2_000  # texts that are written at a time
REASON = "An invented row."

SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi ko zu".split()
VOCABULARY = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
LENGTHS = (7, 24)  # words of a quotation
NOTICE = "Page {} of this invented archive may not be printed, broadcast or given to others."

Rows = dict[str, list[dict[str, Any]]]


def write(number: int, out: Path, seed: int) -> None:
    """Write tables of so many quotations, and `texts.parquet`, into a folder."""
    writers: dict[str, pq.ParquetWriter] = {}
    try:
        for rows in _chunks(number, seed):
            for name, own in rows.items():
                schema = _schema(name)
                if name not in writers:
                    path = out / f"{name}.parquet"
                    writers[name] = pq.ParquetWriter(path, schema, compression="zstd")
                writers[name].write_table(pa.Table.from_pylist(own, schema))
    finally:
        for writer in writers.values():
            writer.close()


def _schema(name: str) -> pa.Schema:
    if name == "texts":
        return pa.schema([pa.field(n, pa.string(), nullable=False) for n in ("source_id", "text")])
    return formats.arrow_schema(TABLE[name])


def _chunks(number: int, seed: int) -> Iterator[Rows]:
    chance = random.Random(seed)
    people = _People(chance, max(1, min(5_000, number // TEN)))
    texts = _texts(number, chance, people)
    while chunk := list(islice(texts, CHUNK)):
        rows: Rows = defaultdict(list)
        for own in chunk:
            for name, some in own.items():
                rows[name] += some
        yield rows


class _People:
    """People with names of their own, and who of them has spoken."""

    def __init__(self, chance: random.Random, number: int) -> None:
        full = [f"{g} {m}. {f}" for g in GIVEN for m in "ABCDEFGHIJKLMNOP" for f in FAMILY]
        self.names = chance.sample(full, min(number, len(full)))
        self.ids = {name: name.replace(".", "").replace(" ", "-").lower() for name in self.names}
        self.met: set[str] = set()


def _texts(number: int, chance: random.Random, people: _People) -> Iterator[Rows]:
    """The rows of each text; every second one prints the utterances of the one before."""
    said: list[tuple[str, str, str]] = []
    total = -(-number // TEN)
    for at in range(total):
        here = min(TEN, number - at * TEN)
        if at % 2 == 0:
            first = chance.sample(VOCABULARY, here)
            said = [
                (f"u{at:07d}-{n}", chance.choice(people.names), _sentence(chance, word))
                for n, word in enumerate(first)
            ]
        last = at % 2 == 1 or at + 1 == total
        yield _Text(at, chance, people).make(said[:here], last, said)


def _sentence(chance: random.Random, first: str) -> str:
    """Words of an utterance; no other one of its text begins with the same."""
    words = [first, *chance.choices(VOCABULARY, k=3), "our"]
    words += chance.choices(VOCABULARY, k=chance.randint(*LENGTHS))
    return f"{words[0].capitalize()} {' '.join(words[1:])},"


def _aside(chance: random.Random) -> str:
    """A sentence that nothing is taken from."""
    return " ".join(chance.choices(VOCABULARY, k=chance.randint(*LENGTHS))).capitalize() + "."


class _Text:
    """One text while it is written, and the rows that speak of it."""

    def __init__(self, number: int, chance: random.Random, people: _People) -> None:
        self.number, self.chance, self.people = number, chance, people
        self.source = f"n{number:07d}"
        self.text = ""
        self.rows: Rows = defaultdict(list)
        self.cells: list[dict[str, Any]] = []
        self.bounds: list[tuple[int, int]] = []

    def make(
        self, said: list[tuple[str, str, str]], last: bool, before: list[tuple[str, str, str]]
    ) -> Rows:
        """Write the text; its second printing also gives the rows of the utterances."""
        self._head()
        for number, (utterance, name, words) in enumerate(said):
            altered = self.number % 2 == 1 and number % 5 == 0
            shown = words.replace("our ", "some ") if altered else words
            self._quotation(number, utterance, name, shown)
            self._sentence(_aside(self.chance), "out_of_scope")
            self.text += "\n\n"
        self._close()
        if last:
            for number, (utterance, name, words) in enumerate(before):
                self._utterance(number, utterance, name, words, len(said))
        return self.rows

    def _head(self) -> None:
        day = date(2020, self.chance.randint(1, 12), self.chance.randint(1, 28))
        title = f"Officials answer a demand, part {self.number}"
        self._sentence(title, None)
        self._evidence("sources", self.source, "title", (0, len(title)), "literal", title)
        self.text += "\n"
        self.rows["regions"].append(self._region(1, 0, len(self.text), "headline"))
        start = len(self.text)
        printed = f"{day:%B} {day.day}, {day.year}"
        self._sentence(f"Published {printed}.", None)
        span = (start + 10, start + 10 + len(printed))
        self._evidence("sources", self.source, "published", span, "date", day.isoformat())
        self.text += "\n\n"
        self.day, self.title, self.body = day, title, start

    def _quotation(self, number: int, utterance: str, name: str, words: str) -> None:
        start = len(self.text) + 1
        self._sentence(f"“{words}” {name} said.", None)
        end, person = start + len(words), self.people.ids[name]
        quote_id, at = f"{self.source}-q{number:02d}", end + 2
        speaker, cue = (at, at + len(name)), (at + len(name) + 1, at + len(name) + 5)
        cited = self._evidence("quotes", quote_id, "speaker_id", speaker, "vocabulary", person)
        self._evidence("quotes", quote_id, "cue", cue, "literal", "said")
        hop = f"{quote_id}-h1"
        self._copy(cited, "attributions", hop, "actor_individual_id")
        if name not in self.people.met:
            self.people.met.add(name)
            self._evidence("individuals_referenced", person, "name", speaker, "literal", name)
            self._person(person, name)
        self.rows["quotes"].append(
            self._support(source_id=self.source, quote_id=quote_id, text=words, char_start=start)
            | {"char_end": end, "region": "body", "kind": "direct", "speaker_id": person}
            | {"speaker_name": name, "cue": "said", "utterance_id": utterance, "reason": REASON}
        )
        self.rows["attributions"] += [
            {"attribution_id": hop, "quote_id": quote_id, "hop": 1, "kind": "speaker"}
            | {"actor_individual_id": person, "reason": REASON},
            {"attribution_id": f"{quote_id}-h2", "quote_id": quote_id, "hop": 2}
            | {"kind": "printed", "actor_source_id": self.source, "reason": REASON},
        ]

    def _person(self, person: str, name: str) -> None:
        self.rows["individuals_referenced"].append(
            self._support(individual_id=person, role="official", name=name)
            | {"naming_decision": "public_role", "reason": REASON}
        )
        self.rows["phrases"].append(
            {"phrase_id": f"individuals_referenced/{name}", "phrase": name, "code": person}
            | {"list_name": "individuals_referenced"}
        )

    def _utterance(self, number: int, utterance: str, name: str, words: str, here: int) -> None:
        same = {"utterance_id": utterance, "kind": "direct"}
        quotes = [
            same | {"quote_id": f"n{source:07d}-q{number:02d}", "text": text}
            for source, text in self._printings(number, words, here)
        ]
        variants = compare.variants(quotes)
        altered = compare.altered(variants).get(utterance)
        self.rows["quote_variants"] += variants
        self.rows["utterances"].append(
            {"utterance_id": utterance, "speaker_id": self.people.ids[name]}
            | {"n_printings": len(quotes), "words_altered": bool(altered), "reason": REASON}
        )
        if altered:
            self.rows["conflicts"].append(
                {"conflict_id": f"{utterance}-words", "table_name": "utterances"}
                | {"row_id": utterance, "column_name": "words", "kind": "wording"}
                | {"n_sides": len(altered), "resolution": "unresolved", "reason": REASON}
            )

    def _printings(self, number: int, words: str, here: int) -> Iterator[tuple[int, str]]:
        first = self.number - self.number % 2
        yield first, words
        if self.number % 2 == 1 and number < here:
            yield self.number, words.replace("our ", "some ") if number % 5 == 0 else words

    def _sentence(self, words: str, left_out: str | None) -> None:
        start = len(self.text)
        self.text += words
        self.bounds.append((start, len(self.text)))
        self.rows["ledger"].append(
            {"ledger_id": f"{self.source}-{len(self.bounds):03d}", "source_id": self.source}
            | {"char_start": start, "char_end": len(self.text), "n_evidence": int(not left_out)}
            | {"sentence_sha256": _sha256(words), "reason": left_out}
        )
        self.text += " "

    def _evidence(
        self, table: str, row: str, column: str, span: tuple[int, int], by: str, value: str
    ) -> dict[str, Any]:
        """Note evidence; its words are cut when the text is whole."""
        arguments = '{"list": "individuals_referenced"}' if by == "vocabulary" else None
        cell = {
            "evidence_id": hash_of([table, row, column, self.source, span]),
            "table_name": table,
            "row_id": row,
            "column_name": column,
            "source_id": self.source,
            "witness_source_id": self.source,
            "char_start": span[0],
            "char_end": span[1],
            "region": "headline" if span[0] == 0 else "body",
            "derivation": by,
            "arguments": arguments,
            "value": value,
            "stance": "supports",
            "reviewed_file": f"sources/{self.source}.toml",
            "reviewed_line": len(self.cells) + 1,
        }
        self.cells.append(cell)
        return cell

    def _copy(self, cell: dict[str, Any], table: str, row: str, column: str) -> None:
        original = "/".join(cell[key] for key in ("table_name", "row_id", "column_name"))
        own = {"table_name": table, "row_id": row, "column_name": column}
        key = hash_of([table, row, column, self.source, cell["char_start"]])
        self.cells.append(
            cell
            | own
            | {"evidence_id": key, "derivation": "copied", "arguments": f'{{"from": "{original}"}}'}
            | {"via_evidence_id": cell["evidence_id"]}
        )

    def _close(self) -> None:
        """End with the notice of every page, cut the words of all evidence, describe the text."""
        self._sentence(NOTICE.format(self.number), "out_of_scope")
        self.text = self.text.rstrip()
        self.rows["regions"].append(self._region(2, self.body, len(self.text), "body"))
        for cell in self.cells:
            start, end = cell["char_start"], cell["char_end"]
            low, high = next(b for b in self.bounds if b[0] <= start < b[1])
            cell["exact"] = self.text[start:end]
            cell["prefix"] = self.text[max(low, start - CONTEXT) : start] or None
            cell["suffix"] = self.text[end : min(high, end + CONTEXT)] or None
        self.rows["evidence"] = self.cells
        self.rows["texts"] = [{"source_id": self.source, "text": self.text}]
        self.rows["sources"] = [
            self._support(source_id=self.source, title=self.title, kind="news_article")
            | {"reason": REASON, "published_edtf": self.day.isoformat()}
            | {"published_earliest": self.day, "published_latest": self.day}
            | {"published_basis": "stated", "text_held": True}
            | {"text_file": f"texts/{self.source}.txt", "text_sha256": _sha256(self.text)}
            | {"n_characters": len(self.text)}
        ]

    def _region(self, number: int, start: int, end: int, region: str) -> dict[str, Any]:
        return {
            "region_id": f"{self.source}-r{number:02d}",
            "source_id": self.source,
            "char_start": start,
            "char_end": end,
            "region": region,
            "reason": REASON,
        }

    def _support(self, **columns: Any) -> dict[str, Any]:
        support = {"tier": "held_text", "n_sources": 1, "n_independent_sources": 1}
        return columns | support | {"has_conflict": False}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
