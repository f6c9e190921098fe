"""How many of what, by a learned model: which numbers of a page count what the story is about.

`amounts` finds every number that may count something. The weights of the features around it are
added, and the sum tells how likely it is that it counts people, papers, bodies or cases of the
story, and not tables in a hall. All weights stand in a file of named numbers, which
`python -m bench.facts.train` writes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from extraction.facts.amounts import Amount, amounts
from extraction.facts.asked.features import classes_of, stem
from extraction.facts.found import Found
from extraction.facts.weighed import probability, share, weight, weights
from extraction.lexicon import lists
from extraction.text.candidates import Span

KIND = "count"
WEIGHTS = Path(__file__).parent / "counting.json"
LEAST = 0.41  # probability from which on a number is proposed
NEAR = 3  # words on either side of an amount that show features
CLASSED = 4  # the same, of words whose classes are features
FAR = 60  # characters on either side of an amount in which they are looked for
COUNT_TOPICS = (
    *("subpoena", "detainer", "request", "warrant", "hold", "arrest", "releas", "record", "file"),
    *("demand", "deport", "honor", "serv", "letter", "agree", "jail", " ice ", "compl", "refus"),
    *("answer",),
)
"""Pieces of words that tell what a sentence with numbers is about."""
_TOKEN = re.compile(r"[^\W_][\w’'-]*|[^\w\s]")
_CROWD = re.compile(
    r" (?:who|that) (?:spoke|attended|came)|[^.;,]{0,12} in (?:the (?:gallery|audience|room|crowd)|"
    r"attendance|line)|,? (?:signed up|gathered|spoke|attended|rallied|marched|turned out|filled)\b"
)
"""What tells, behind people, that they only came or spoke: seventy people in the gallery."""
_SIZE = re.compile(
    r"\b(?:represent(?:s|ing)|employs?|employing|which has|that has|has a staff of|serv(?:es|ing)|"
    r"citing|with (?:about|some|nearly|more than))(?: (?:about|some|nearly|more than))? $"
)
"""What tells, before people, how large a body is: a union that represents 118 deputies."""
_NAME = re.compile(r"[a-z,] [A-Z][\w.]* $")


def with_features(sentence: str) -> Iterator[tuple[Amount, list[str]]]:
    """Every amount of a sentence with what it shows.

    Features are its number, its noun, the words around it, and what the sentence is about.
    """
    low, about = sentence.lower(), list[str]()
    for one in amounts(sentence):
        about = about or [*_topics(low), *_about(_TOKEN.findall(low))]
        yield one, _signs(sentence, low, about, one)


def _signs(sentence: str, low: str, about: list[str], one: Amount) -> list[str]:
    start, end = one.span
    before = _TOKEN.findall(low[max(0, start - FAR) : start])[-CLASSED:]
    behind = _TOKEN.findall(low[end : end + FAR])[:CLASSED]
    noun = [low[slice(*one.unit)]] if one.unit else []
    classed = [*_classed("before", before), *_classed("behind", behind), *_classed("noun", noun)]
    before, behind = before[-NEAR:], behind[:NEAR]
    near = [f"w-{at} {stem(word)}" for at, word in enumerate(reversed(before), 1)]
    near += [f"w+{at} {stem(word)}" for at, word in enumerate(behind, 1)]
    near += [] if before else ["first"]
    near += ["crowd"] if _CROWD.match(low, end) else []
    near += ["size"] if _SIZE.search(low, max(0, start - FAR), start) else []
    here = "with noun" if one.unit else "without noun"
    near += [each for each in about if each.startswith("in ")]
    own = ["bias", *classed, *_of_number(sentence, one), *_of_noun(sentence, one)]
    return list(dict.fromkeys([*own, *near, *(f"{here}, {each}" for each in near), *about]))


def _classed(where: str, words: Iterable[str]) -> Iterator[str]:
    """The classes of some words."""
    return (f"{where} class {name}" for word in words for name in classes_of(word))


def _topics(low: str) -> Iterator[str]:
    """What a sentence is about."""
    return (f"in {topic.strip()}" for topic in COUNT_TOPICS if topic in low)


def _of_number(sentence: str, one: Amount) -> Iterator[str]:
    """How large a number is, and how it is written."""
    size = float(one.value)
    named = next((name for name, most in SIZES.items() if size <= most), "huge")
    yield named
    yield f"{named} {'with' if one.unit else 'without'} noun"
    yield "digits" if sentence[one.number[0]].isdigit() else "words"
    if one.of:
        yield "part"
    if _NAME.search(sentence, max(0, one.span[0] - FAR), one.span[0]):
        yield "behind name"


SIZES = {"none": 0, "one": 1, "few": 9, "tens": 99, "hundreds": 1999}
"""Names of sizes with the largest number of each."""


def _of_noun(sentence: str, one: Amount) -> Iterator[str]:
    """What is counted, and the words before it."""
    if one.unit is None:
        yield "no noun"
        return
    noun = stem(sentence[slice(*one.unit)].lower())
    yield f"noun {noun}"
    yield f"kind {kinds().get(noun, 'other')}"
    yield f"{len(one.between)} between"
    for word in one.between:
        yield f"between {stem(word)}"
    if one.between:
        yield f"noun {stem(one.between[-1])} {noun}"


@cache
def kinds() -> Mapping[str, str]:
    """The kind of what is counted, by its stem."""
    lists_of = lists.table("counted").items()
    return {stem(word): kind for kind, words in lists_of for word in words.split()}


def _about(words: list[str]) -> Iterator[str]:
    """The stems of the longer words of a sentence, and the classes of all."""
    yield from (f"says {each}" for each in dict.fromkeys(stem(w) for w in words if len(w) > 3))
    yield from _classed("sentence", words)


def counts(sentence: str) -> Iterator[Found]:
    """How many of what: "four immigration subpoenas", "three of the four men"."""
    known = weights(WEIGHTS, KIND)
    for one, features in with_features(sentence):
        likely = probability(share(weight(features, known.features)), known.worth)
        if likely >= LEAST:
            yield _as_found(sentence, one, likely)


def _as_found(sentence: str, one: Amount, likely: float) -> Found:
    """An amount as a fact: of which rule, with the places of its parts."""
    parts: dict[str, Span] = {"number": one.number}
    attributes = {"unit": ""}
    if one.unit:
        parts["unit"] = one.unit
        attributes["unit"] = sentence[slice(*one.unit)].lower()
    if one.total:
        parts["total"] = one.total
    rule = "count-of" if one.of else "count-unit" if one.unit else "number-alone"
    return Found(KIND, one.span, rule, one.value, parts, attributes, likely)


OTHER_ONE = re.compile(
    r"\b(?P<number>the other|"
    r"another) (?P<unit>(?:\d{1,3}-year-old )?(?:\w+ )?(?:individual|man|woman|"
    r"person|alien|immigrant|national|suspect|inmate|detainee))\b",
    re.I,
)


def others(sentence: str) -> Iterator[Found]:
    """One more: "another 38-year-old Mexican national", "the other individual"."""
    for match in OTHER_ONE.finditer(sentence):
        parts = {"number": match.span("number"), "unit": match.span("unit")}
        unit = {"unit": match["unit"].split()[-1].lower()}
        yield Found(KIND, match.span(), "another", "1", parts, unit)
