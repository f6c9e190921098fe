"""What is reported of a person in the words of sources, where our own words would say too much."""

import re
from collections.abc import Iterable

from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.wording import listed, quoted, spoken
from website.passages import RUN
from website.world import World

OPEN = ("bail", "custody", "expected_release", "plea", "wanted")
"""Kinds that leave open what the rest of the clause says, such as for how long or for what."""

CHARGE = re.compile(r"\b(?:additional|faces?|facing|charge[sd]?|with|of|for|and)\b", re.IGNORECASE)
"""Words of a charge that say no more than our sentence; others, such as `indicted`, do."""

BREAK = re.compile(
    r"[,;:.?!—–()“”\"]|\s(?:and|but|or|who|which|while|after|before|despite|though)\b"
)
"""Where a clause ends."""

AUXILIARY = r"(?:am|is|are|was|were|be|been|being|has|have|had|still|already|currently|now)"

NOTHING = ("charg", "crim", "offens", "a", "an", "the", "of")
"""Stems of words that only say that it is an offense."""

CALLED = {
    "crime": "a crime",
    "violent_crime": "a violent crime",
    "weapons": "a weapons offense",
    "drug_crimes": "drug offenses",
    "driving_under_influence": "driving under the influence",
}
"""Offenses that need other words than their code in a sentence."""


def offense(row: Record) -> str:
    """The offense in the words of the source, with the code that stands for it if it differs.

    >>> offense({"offense": "homicide", "offense_as_printed": "vehicular homicide"})
    '“vehicular homicide”'
    >>> offense({"offense": "drug_trafficking", "offense_as_printed": "attempting to import"})
    '“attempting to import” (sorted under drug trafficking)'
    >>> offense({"offense": "murder", "offense_as_printed": "murdering"})
    'murder'
    """
    printed = quoted(row["offense_as_printed"]) if row["offense_as_printed"] else ""
    code = CALLED.get(row["offense"] or "", spoken(row["offense"]))
    if row["offense"] in (None, "crime"):
        return f"{code} ({printed})" if code and printed else code or printed
    stems, told = _stems(spoken(row["offense"])), _stems(row["offense_as_printed"] or "")
    if not told or set(told) == set(stems):
        return code
    return printed if set(stems) <= set(told) else f"{printed} (sorted under {code})"


def _stems(words: str) -> list[str]:
    """Words without their endings; what only says that it is an offense is left out."""
    found = re.findall(r"\w+", words.casefold())
    plain = (re.sub(r"(?<=\w{3})(?:ing|es|e|s)$", "", word) for word in found)
    return [stem for stem in plain if stem not in NOTHING]


def words(world: World, row: Record, sentence: str) -> str:
    """What the words of sources add to a sentence on a fact, in quotation marks; or empty."""
    pieces = [
        piece
        for piece in world.evidence.get(("case_facts", row["case_fact_id"]), ())
        if piece["column_name"] == "kind" and piece["stance"] == "supports"
    ]
    told = []
    if row["kind"] in OPEN:
        told = [clause(piece) for piece in pieces]
    elif row["kind"] == "charge":
        given = (str(piece["exact"]) for piece in pieces)
        told = [words for words in given if re.search(r"\w", CHARGE.sub("", _core(words)))]
    known = sentence.casefold().replace("“", "").replace("”", "")
    return _together(each for each in told if _core(each) not in known)


def _together(told: Iterable[str]) -> str:
    """Each wording once; one that stands within another is left out."""
    once = [same[0] for same in grouped(told, str.casefold).values()]
    kept = [w for w in once if not any(w != o and w.casefold() in o.casefold() for o in once)]
    return listed(map(quoted, kept)).replace("”, ", ",” ")


def _core(words: str) -> str:
    """Words without the auxiliaries before them.

    >>> _core("is being held without bail")
    'held without bail'
    """
    return re.sub(rf"^(?:{AUXILIARY}\s+)+", "", words.casefold())


def clause(piece: Record) -> str:
    """The words of a piece with the auxiliaries before them and the rest of their clause.

    >>> clause({"prefix": "but ", "exact": "in custody", "suffix": " there, too", "is_refound": 0})
    'in custody there'
    >>> told = {"exact": "in custody", "suffix": "", "is_refound": 0}
    >>> clause({"prefix": "the fourth was still ", **told})
    'was still in custody'
    """
    before, after = piece["prefix"] or "", piece["suffix"] or ""
    found = re.search(rf"\b(?:{AUXILIARY}\s+)+$", before)
    end = BREAK.search(after)
    if end:
        after = after[: end.start()]
    elif piece["is_refound"] and len(after) >= RUN:
        after = f"{after.rpartition(' ')[0]}…"
    whole = f"{found[0] if found else ''}{piece['exact']}{after}"
    return " ".join(whole.split())
