"""What the dataset knows already: rows, phrases, the register of places, and what was decided."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files as resources

import ice_subpoenas.relations
from check.stages import Checked, Sound
from ice_subpoenas.derivations.phrases import Phrases, key
from ice_subpoenas.row import Vocabulary
from ice_subpoenas.tables import TABLE
from reviewed.rows import Written
from texts.seeds import LAST_HELD
from texts.withheld import WORD


@dataclass(frozen=True)
class Place:
    """A place of the held register."""

    register_id: str
    kind: str
    name: str
    state: str


@dataclass(frozen=True)
class Known:
    """What a draft may refer to."""

    sound: Sound
    acts: Mapping[str, list[str]]
    """The acts of each recipient."""

    @classmethod
    def of(cls, checked: Checked) -> Known:
        """What a sound checkout knows."""
        assert checked.sound is not None
        return cls(checked.sound, _acts(checked))

    def rows(self, table: str) -> Iterator[Written]:
        """The rows of a table as written."""
        return (row for (name, _), row in self.sound.written.items() if name == table)

    def has(self, table: str, row_id: str) -> bool:
        """Whether an id is taken, now or by a row that was retired."""
        return (table, row_id) in self.sound.written or row_id in self._retired

    @cached_property
    def _retired(self) -> frozenset[str]:
        return frozenset(row.row_id for row in self.rows("retired_ids"))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that reviewed rows hold, as they are printed."""
        held = (str(row.block.data) for row in self.sound.written.values())
        return frozenset(word for words in held for word in WORD.findall(words))

    @cached_property
    def phrases(self) -> Phrases:
        """The phrase lists."""
        return Phrases.of((p.list_name, p.phrase, p.code, p.source) for p in self.sound.phrases)

    def code(self, list_name: str, words: str, source: str) -> str | None:
        """The code that words stand for."""
        return self.phrases.codes(list_name, source).get(key(words))

    def publisher(self, words: str, source: str) -> str:
        """The publisher for which words stand, in this text or, such as a host, in any other."""
        listed = (p for p in self.sound.phrases if p.list_name == "publisher")
        others = (p.code for p in listed if key(p.phrase) == key(words))
        return self.code("publisher", words, source) or next(others, words)

    def value(self, table: str, row_id: str, column: str) -> object:
        """What a row says for a column that people write; null where it says nothing."""
        row = self.sound.written.get((table, row_id))
        return row.values.get(column) if row else None

    @cached_property
    def jurisdictions(self) -> Mapping[str, str]:
        """The governments of the dataset by their entry in the register."""
        return {
            str(row.values["register_id"]): row.row_id
            for row in self.rows("jurisdictions")
            if row.values.get("register_id")
        }

    def next_source(self, is_held: bool) -> str:
        """The next free id: for a text that is held, one of a held text while there is any."""
        numbers = {int(row.row_id[1:]) for row in self.rows("sources") if row.row_id[1:].isdigit()}
        numbers |= {int(name[1:]) for name in self._retired if re.fullmatch(r"s\d{3,}", name)}
        fit = [n for n in numbers if (n <= LAST_HELD) == is_held]
        return f"s{max(fit, default=-1 if is_held else LAST_HELD) + 1:03d}"

    def free(self, table: str, wanted: str) -> str:
        """An id that nothing has: the wanted one, or with the next number."""
        if not self.has(table, wanted):
            return wanted
        return next(f"{wanted}-{n}" for n in range(2, 1000) if not self.has(table, f"{wanted}-{n}"))


def _acts(checked: Checked) -> Mapping[str, list[str]]:
    assert checked.relations is not None
    sql = "SELECT recipient_agency_id, list(act_id ORDER BY act_id) FROM acts GROUP BY ALL"
    return dict(checked.relations.con.execute(sql).fetchall())


@cache
def register() -> Mapping[tuple[str, str], tuple[Place, ...]]:
    """The places of the register by kind (state, county, city) and name in lower case."""
    text = resources(ice_subpoenas.relations).joinpath("register.csv").read_text("utf-8")
    found: dict[tuple[str, str], list[Place]] = {}
    for row in csv.DictReader(text.splitlines()):
        place = Place(row["register_id"], row["kind"], row["name"], row["state"])
        found.setdefault((place.kind, key(place.name)), []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def slug(name: str) -> str:
    """A name as an id.

    >>> slug("Franklin County Sheriff’s Office")
    'franklin-county-sheriffs-office'
    >>> slug("Doña Ana County")
    'dona-ana-county'
    """
    letters = unicodedata.normalize("NFKD", re.sub(r"[’'.]", "", key(name)))
    plain = letters.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def vocabulary_of(table: str, column: str) -> type[Vocabulary]:
    """The vocabulary of a column."""
    found = TABLE[table].column_map()[column].vocabulary
    assert found is not None
    return found
