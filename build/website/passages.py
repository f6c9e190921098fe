"""A sentence of the page and the words that it rests on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from ice_subpoenas.derivations.edtf_in_words import on_day
from ice_subpoenas.prose import disputes
from ice_subpoenas.prose.known import Record, cell, grouped
from ice_subpoenas.prose.proof import HOW as PROVES
from ice_subpoenas.prose.wording import capital, column, counted, listed, number, spoken, stop
from website.names import country
from website.world import MODEL, Cell, World

GIVES = {
    "supports": "Gives",
    "broader": "Agrees, less exactly, on",
    "bears_on": "Concerns",
    "contests": "Gives another value for",
}
HOW = {code: said.replace("'", "’") for code, said in PROVES.items()}
RUN = 32
"""Characters that a held text gives before and after the words; there the passage goes on."""


@dataclass
class Passage:
    """Words of a source, with what they give."""

    source: Record
    runs: list[tuple[str, bool]]
    gives: list[str]
    rival: bool
    says: bool
    """Whether it gives a value, and not only a part of one, or another."""
    locator: str
    how: list[str]
    reasons: list[str]
    found: str


@dataclass
class Say:
    """A sentence of the page: its passages stand one click away."""

    text: str
    passages: list[Passage] = field(default_factory=list)
    retold: str = ""
    inferred: str = ""
    anchor: str = ""
    small: str = ""
    notes: list[str] = field(default_factory=list)
    link: str = ""
    link_text: str = ""
    quote: tuple[str, str] = ("", "")
    absent: bool = False
    doubts: list[str] = field(default_factory=list)
    """Other marks: on what sources disagree."""

    @property
    def marks(self) -> list[str]:
        """What stands in brackets after the sentence: on what sources disagree, and on what less
        than words of a witness it rests."""
        return [mark for mark in (*self.doubts, self.retold, self.inferred) if mark]

    @property
    def opens(self) -> str:
        """Label of the fold."""
        n, sources = len(self.passages), len({p.source["source_id"] for p in self.passages})
        where = "" if sources < 2 else f" from {number(sources)} sources"
        if 0 < self.n_sources < sources:
            verb = "gives" if self.n_sources == 1 else "give"
            where += f", {number(self.n_sources)} of which {verb} what stands here"
        return f"The words: {counted(n, 'passage')}{where}" if n else "Why"

    @property
    def n_sources(self) -> int:
        """How many sources give what is said, as `n_sources` of a row counts them."""
        return len({p.source["source_id"] for p in self.passages if p.says})


def say(world: World, text: str, cells: Iterable[Cell]) -> Say:
    """A sentence with the passages of the cells that it tells."""
    known = list(cells)
    pieces = [
        piece
        for table, row in dict.fromkeys((cell[0], cell[1]) for cell in known)
        for piece in world.evidence.get((table, row), ())
        if (table, row, piece["column_name"]) in known
    ]
    told = [cell for cell in known if cell in world.support]
    unseen = [cell for cell in told if not world.support[cell]]
    alone = [cell for cell in unseen if cell not in world.inferred]
    said = Say(
        text, passages(world, pieces), _retold(world, told, alone), _inferred(world, known, unseen)
    )
    rows = dict.fromkeys((table, row) for table, row, _ in known)
    said.doubts = _disputed(
        each for row in rows for each in world.conflicts.get(row, ()) if cell(each) in known
    )
    return said


def _disputed(conflicts: Iterable[Record]) -> list[str]:
    """On what sources disagree, if they do."""
    parts = dict.fromkeys(column(each["column_name"]) for each in conflicts)
    return [f"Sources disagree on {listed(parts)}."] if parts else []


def _inferred(world: World, cells: Iterable[Cell], unseen: Sequence[Cell] = ()) -> str:
    """What to add to a sentence of which a reader's reasoning gives a part.

    Also says which of these cells no witness gives, so that `_retold` need not.
    """
    inferred = [cell for cell in cells if cell in world.inferred]
    seen, retold = (
        _parts(cell for cell in inferred if (cell in unseen) == is_unseen)
        for is_unseen in (False, True)
    )
    who = world.tellers(cell for cell in inferred if cell in unseen)
    if seen and retold:
        return f"A reader inferred {seen} and, from {who} alone, {retold}."
    if retold:
        return f"A reader inferred {retold}, from {who} alone."
    worded = [cell for cell in inferred if world.inferred[cell]]
    plainly = "".join(
        f" {capital(said).replace('say so', 'say')} {_parts(cells)}."
        for said, cells in grouped(worded, lambda cell: world.inferred[cell]).items()
    )
    return f"A reader inferred {seen}.{plainly}" if seen else ""


def _retold(world: World, known: Iterable[Cell], unseen: list[Cell]) -> str:
    """What to add to a sentence that, in whole or in part, rests on no witness."""
    if not unseen:
        return ""
    return only(world.tellers(unseen), "so" if set(unseen) == set(known) else _parts(unseen))


def only(who: str | None, what: str = "so") -> str:
    """What is added where no witness says something, with who does; empty where one does."""
    return f"Only {who} say {what}." if who else ""


def _parts(cells: Iterable[Cell]) -> str:
    """What cells tell, in a sentence."""
    return listed(dict.fromkeys(column(name) for _, _, name in cells))


def say_row(world: World, text: str, table: str, key: str, small: str = "") -> Say:
    """A sentence that tells a whole row, with all passages of the row."""
    row = world.by_key[table][key]
    pieces = world.evidence.get((table, key), ())
    retold = only(world.row_tellers(table, row))
    inferred = _inferred(world, map(cell, pieces))
    said = Say(text, passages(world, pieces), retold, inferred, f"{table}/{key}", small)
    said.doubts = _disputed(world.conflicts.get((table, key), ()))
    if table == "events":
        said.doubts = [stop(capital(world.disputed[key]))] if key in world.disputed else []
    if row.get("reason"):
        said.notes.append(row["reason"])
    return said


def passages(world: World, pieces: Iterable[Record]) -> list[Passage]:
    """Pieces of evidence as passages: those that were cut from one text stand together."""
    found = grouped(pieces, lambda piece: (piece["stance"] == "contests", piece["source_id"]))
    return [
        _passage(world, text, marks, found)
        for _, rows in sorted(found.items(), key=lambda item: item[0][0])
        for text, marks, found in (*_held(rows), *_quoted(rows))
    ]


Cut = tuple[str, list[bool], list[Record]]
"""A text, which of its letters are words that give a value, and the pieces that it holds."""


def _held(rows: Iterable[Record]) -> list[Cut]:
    """Pieces of a held text: windows on it that overlap or meet are one passage."""
    pieces = sorted((r for r in rows if r["is_refound"]), key=_window)
    letters = {at: letter for p in pieces for at, letter in enumerate(whole(p), _window(p))}
    marked = {at for p in pieces for at in range(p["char_start"], p["char_end"])}
    found = []
    for _, run in groupby(enumerate(sorted(letters)), lambda pair: pair[1] - pair[0]):
        places = [at for _, at in run]
        text = "".join(letters[at] for at in places)
        inside = [p for p in pieces if places[0] <= p["char_start"] <= places[-1]]
        found.append(_trimmed(text, [at in marked for at in places], inside))
    return found


def _window(piece: Record) -> int:
    return int(piece["char_start"]) - len(piece["prefix"] or "")


def _trimmed(text: str, marks: list[bool], pieces: list[Record]) -> Cut:
    """Without the halves of words where the window was cut; an ellipsis stands for the rest."""
    first, last = pieces[0], max(pieces, key=lambda p: p["char_end"])
    if len(first["prefix"] or "") >= RUN:
        n = text.find(" ") + 1
        n = n if n and True not in marks[:n] else 0
        text, marks = f"…{text[n:]}", [False, *marks[n:]]
    if len(last["suffix"] or "") >= RUN:
        n = text.rfind(" ")
        n = n if n > 0 and True not in marks[n:] else len(text)
        text, marks = f"{text[:n]}…", [*marks[:n], False]
    return text, marks, pieces


def _quoted(rows: Iterable[Record]) -> list[Cut]:
    """Pieces of a page that is not held: those of one passage together."""
    found = []
    for text, pieces in grouped((row for row in rows if not row["is_refound"]), whole).items():
        starts = [(len(p["prefix"] or ""), len(p["exact"] or "")) for p in pieces]
        marked = {at for start, n in starts for at in range(start, start + n)}
        found.append((text, [at in marked for at in range(len(text))], pieces))
    return found


def _passage(world: World, text: str, marks: list[bool], pieces: list[Record]) -> Passage:
    first = pieces[0]
    return Passage(
        source=world.by_key["sources"][first["source_id"]],
        runs=_runs(text, marks),
        gives=list(dict.fromkeys(gives(world, piece) for piece in pieces)),
        rival=first["stance"] == "contests",
        says=any(piece["stance"] == "supports" for piece in pieces),
        locator=next((piece["locator"] for piece in pieces if piece["locator"]), ""),
        how=list(dict.fromkeys(_how(world, piece) for piece in pieces)),
        reasons=list(dict.fromkeys(piece["reason"] for piece in pieces if piece["reason"])),
        found=_found(world, first),
    )


def standing(world: World, source: Record) -> str:
    """What a source is: a witness, a copy of a witness that is named, or neither."""
    own = capital(spoken(source["standing"]))
    original = world.originals.get(source["source_id"])
    if original:
        name = original["publisher"] or original["source_id"]
        return f"{own}: the words are those of {name}, a witness"
    return own if source["is_witness"] else f"{own}, no witness"


def whole(piece: Record) -> str:
    """The words of a piece with what stands around them."""
    return f"{piece['prefix'] or ''}{piece['exact'] or ''}{piece['suffix'] or ''}"


def _runs(text: str, marks: Sequence[bool]) -> list[tuple[str, bool]]:
    """A text in runs, each with whether it is among the words that give the value.

    >>> _runs("ICE issued four papers", [False] * 11 + [True] * 4 + [False] * 7)
    [('ICE issued ', False), ('four', True), (' papers', False)]
    """
    runs = groupby(zip(text, marks, strict=True), itemgetter(1))
    return [("".join(letter for letter, _ in run), marked) for marked, run in runs]


def gives(world: World, piece: Record) -> str:
    """What a piece of evidence gives, such as `Gives the day of service: on January 17, 2020`."""
    told = value(world, piece)
    return f"{GIVES[piece['stance']]} {column(piece['column_name'])}" + (
        f": {told}" if told else ""
    )


def value(world: World, piece: Record) -> str:
    """The value that a piece gives, as people write it; a country by its name."""
    if piece["value"] and piece["column_name"] == "nationality":
        return country(piece["value"])
    if piece["value"] is None and piece["column_name"] == "kind" and piece["stance"] == "supports":
        piece = {**piece, "value": world.by_key[piece["table_name"]][piece["row_id"]]["kind"]}
    return disputes.value(world, piece)


def _how(world: World, piece: Record) -> str:
    """How a value follows; where it is reasoning that only language models read, that too."""
    how = HOW.get(piece["derivation"], spoken(piece["derivation"]))
    is_modeled = piece["derivation"] == "inference" and _only_models(world, piece)
    return f"{how}, read by language models alone" if is_modeled else how


def _only_models(world: World, piece: Record) -> bool:
    """Whether all who are on record as readers of the source are language models."""
    return world.reader_roles.get(piece["source_id"]) == {MODEL}


def _found(world: World, piece: Record) -> str:
    if piece["is_refound"]:
        return "Found again by the check in a text that is held."
    is_stored = world.by_key["sources"][piece["source_id"]]["read_from"] == "stored_copy"
    page = f"{'a stored copy of ' if is_stored else ''}a page that is not held"
    if piece["seen_again"]:
        day = on_day(piece["seen_again"])
        who = "a second reader"
        if _only_models(world, piece):
            who = "a language model, as second reader,"
        return f"Quoted from {page}, where {who} found it on {day}."
    return f"Quoted from {page}."


ID = re.compile(r"\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+\b|\bs\d{3}\b")
"""What may be the id of a row in our prose."""


def linked(world: World, text: str, up: str = "") -> list[tuple[str, str, bool]]:
    """Our prose in runs of words, address and whether they are code: ids of rows lead to them.

    >>> class Empty: by_key = {"acts": {}, "searches": {}, "sources": {}}
    >>> linked(Empty(), "Has no row in `subpoenas`.")
    [('Has no row in ', '', False), ('subpoenas', '', True), ('.', '', False)]
    """
    runs: list[tuple[str, str, bool]] = []
    for n, part in enumerate(re.split(r"`([^`]+)`", text)):
        at = 0
        for found in ID.finditer(part):
            address = link(world, found[0], up)
            if address:
                runs += [
                    (part[at : found.start()], "", n % 2 == 1),
                    (found[0], address, n % 2 == 1),
                ]
                at = found.end()
        runs.append((part[at:], "", n % 2 == 1))
    return [run for run in runs if run[0]]


def link(world: World, key: str, up: str = "") -> str:
    """Where the row of an id stands on the site; empty where it has no place."""
    act = world.by_key["acts"].get(key)
    if act is not None:
        return f"{up}acts/{key}.html" if act["in_scope"] else f"{up}adjacent.html#{key}"
    if key in world.by_key["searches"]:
        return f"{up}searches.html#{key}"
    return f"{up}sources.html#{key}" if key in world.by_key["sources"] else ""
