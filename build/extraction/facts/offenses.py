"""Offenses, each with the legal stage that the words print.

A stage (arrested, charged, convicted, …) is never inferred: it is the cue that governs the offense,
and its span is given.
"""

import re
from collections.abc import Iterator
from functools import cache

from extraction.facts.found import Found
from extraction.lexicon import lists
from extraction.text.candidates import Span
from extraction.text.needs import Needed, holds, needed

MODALITIES: tuple[tuple[str, str], ...] = (
    (
        "convicted",
        r"convicted|convictions?|pleaded guilty|pled guilty|found guilty|sentenced|guilty plea",
    ),
    ("acquitted", r"acquitted|exonerated|cleared of|charges? (?:was|were) dropped|dismissed"),
    ("charged", r"charged|charges?|indicted|indictment|arraigned|faces|facing|pending charges"),
    ("accused", r"accused|accuses|accusations?|stands? accused"),
    ("wanted", r"wanted|sought for|warrant"),
    (
        "jailed",
        r"jailed|imprisoned|incarcerated|serving time|served time|behind bars|"
        r"in custody|locked up|held (?:without|on|for)\b|being held|booked",
    ),
    ("released", r"released from (?:jail|prison|custody)|bailed"),
    ("arrested", r"arrested|arrests?|arresting|detained|apprehended|taken into custody|picked up"),
    ("suspected", r"suspected|suspicion|person of interest|investigated"),
    ("alleged", r"alleged|allegedly|allegations?|purported(?:ly)?"),
    ("committed", r"committed|committing|commits?"),
)
CUE = re.compile(
    r"\b(?=[abcdefghijlprstw])(?:"
    + "|".join(rf"(?P<{name}>(?:{words})\b)" for name, words in MODALITIES)
    + ")"
)
"""A stage of the law, in lower case."""
CHARGES = frozenset(["charges", "federal charges", "criminal charges"])
"""Names of offenses in general that are rather the cue of another one."""
GOVERNS = 160  # characters between a cue and the offense that it may govern
BREAK = re.compile(
    r"[;“”]|, (?:but|while|whereas|and (?:he|she|they|it|was|were|is|are))\b|"
    r"\bwho (?:was|were|is|are|had|has)\b"
)
ASIDE = re.compile(r"[—–][^—–]{0,120}[—–]|\([^()]{0,120}\)")
ACT_HINT = re.compile(
    r"murder|kill|raped|molest|assault|attack|stab|shot|strangl|beat|kidnap|abduct|"
    r"robbed|entered|burgl|abused"
)
CUE_STEMS = tuple(needed(CUE.pattern) | needed(ACT_HINT.pattern))
"""Letters of which a sentence must hold some to speak of an offense that somebody is tied to."""
HEDGE = re.compile(r"\b(?:alleged(?:ly)?|reportedly|purported(?:ly)?|apparently|suspected)\b", re.I)
NEGATED = re.compile(
    r"(?:\b(?:not|never|no|without being|neither|nor)|n[’']t)\b(?: \w+){0,2} ?$", re.I
)
HYPOTHETICAL = re.compile(r"\b(?:if|unless|whether|could|would|may|might|should)\b", re.I)


@cache
def _offense_pattern() -> tuple[re.Pattern[str], Needed, tuple[tuple[str, str], ...]]:
    """Any listed offense as a group numbered by its row, with the letters that it needs; and code
    and label of each row."""
    rows, groups = [], []
    for index, row in enumerate(lists.table("offenses")["offense"]):
        rows.append((row["code"], row["label"]))
        groups.append(rf"(?P<n{index}>(?:{'|'.join(row['nouns'])})(?!\w))")
        if acts := row.get("act"):
            groups.append(rf"(?P<a{index}>(?:{'|'.join(acts)})(?!\w))")
    order = sorted(groups, key=lambda group: group.startswith(f"(?P<n{len(rows) - 1}>"))
    pattern = re.compile(rf"\b(?:{'|'.join(order)})")
    return pattern, needed(pattern.pattern), tuple(rows)


def offenses(sentence: str) -> Iterator[Found]:
    """Offenses with the stage that their governing cue tells, one row for each."""
    low = sentence.lower()
    if len(low) != len(sentence):  # a letter that is longer in lower case
        low = sentence
    pattern, letters, rows = _offense_pattern()
    if not holds(low, letters):
        return
    cues = [(m.start(), m.end(), str(m.lastgroup)) for m in CUE.finditer(low)]
    if not cues and not ACT_HINT.search(low):
        return  # the long pattern is worth its time only where something can govern a match
    # Patterns that disregard case would take much longer.
    for match in pattern.finditer(low):
        if match.group().strip() in CHARGES:
            continue
        group = str(match.lastgroup)
        code, label = rows[int(group[1:])]
        cue = _governing(sentence, cues, match.start())
        if group[0] == "a":
            found = _act(sentence, match, cue)
        elif cue is None:
            continue  # an offense that nobody is tied to is a topic, not a fact
        else:
            found = cue[2], "cue-offense", {"cue": (cue[0], cue[1])}
        if found is None:
            continue
        modality, rule, parts = found
        manner = _manner(sentence, parts.get("cue", match.span()), match.start(), parts)
        if modality == "committed":  # a verb of no stage: what is left is how it is told
            modality = "alleged" if "hedge" in parts else "asserted"
        attributes = {"label": label, "modality": modality, **manner}
        yield Found(
            "offense", _stripped(sentence, match.span()), rule, code or None, parts, attributes
        )


def _stripped(sentence: str, span: Span) -> Span:
    """A span without spaces at its ends."""
    words = sentence[slice(*span)]
    return span[0] + len(words) - len(words.lstrip()), span[1] - len(words) + len(words.rstrip())


def _governing(
    sentence: str, cues: list[tuple[int, int, str]], start: int
) -> tuple[int, int, str] | None:
    """The last cue before an offense with nothing between that ends its reach."""
    for cue in reversed(cues):
        between = ASIDE.sub(" ", sentence[cue[1] : start])
        if cue[1] > start or (cue[2] == "alleged" and _has_other(cues, cue, start)):
            continue
        if len(between) > GOVERNS or BREAK.search(between):
            return None
        return cue
    return None


def _has_other(cues: list[tuple[int, int, str]], hedge: tuple[int, int, str], start: int) -> bool:
    """Does a stronger cue stand within reach before a hedge? Then the hedge only colors it."""
    return any(c[1] <= hedge[0] and start - c[1] < GOVERNS and c[2] != "alleged" for c in cues)


FIGURATIVE = frozenset("attacked killed beat beaten stabbed assaulted robbed abducted".split())
"""Verbs that politics uses of words and votes too: they need a person as their object."""
VICTIM = re.compile(
    r" (?:and \w+(?:ed|s) )?(?:(?:him|her|them)(?=[.,;]|$| (?:in|at|with|on|and|"
    r"after|near|while|before)\b)|(?:(?:an?|the|his|her|their|two|three|four|"
    r"another)\b[^,.;]{0,30}?"
    r"\b(?:wom[ae]n|m[ae]n|year-old|girl|boy|girls|boys|child|children|mother|"
    r"father|wife|husband|victims?"
    r"|girlfriend|boyfriend|officers?|deput(?:y|ies)|people|person|teenager|student|"
    r"driver|neighbor)\b))",
    re.I,
)


def _act(
    sentence: str, match: re.Match[str], cue: tuple[int, int, str] | None
) -> tuple[str, str, dict[str, Span]] | None:
    """Modality of a verb that states the act itself: as alleged, or asserted by the writer."""
    before = sentence[max(0, match.start() - 40) : match.start()]
    if re.search(r"\b(?:was|were|been|being|be|get|got) (?:\w+ly )?$", before):
        return None  # what was done to a victim has no doer here
    if match.group().lower() in FIGURATIVE and not VICTIM.match(sentence, match.end()):
        return None
    if cue and cue[2] in ("alleged", "accused", "charged", "convicted"):
        return cue[2], "act-verb", {"cue": (cue[0], cue[1])}
    if re.search(r"\b(?:to|who have|of)\s$", before) or not re.search(r"[\w,]\s$", before):
        return None
    return "asserted", "act-verb", {"cue": match.span()}


def _manner(sentence: str, cue: Span, start: int, parts: dict[str, Span]) -> dict[str, str]:
    """Negation and condition around a cue, as attributes; the span of a hedge as a part."""
    attributes = {}
    hedge = HEDGE.search(sentence, max(0, cue[0] - 20), start)
    if hedge and hedge.span() != cue:
        parts["hedge"] = hedge.span()
    before = sentence[max(0, cue[0] - 40) : cue[0]]
    if NEGATED.search(before):
        attributes["negated"] = "true"
    if HYPOTHETICAL.search(before):
        attributes["hypothetical"] = "true"
    return attributes
