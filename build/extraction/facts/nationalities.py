"""Of which country people are said to be."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extraction.facts.found import Found
from extraction.lexicon import lists
from extraction.text.document import Document, heads, matches

PERSON_WORD = (
    r"(?:nationals?|citizens?|man|men|woman|women|immigrants?|migrants?|aliens?|males?|females?|"
    r"teen(?:ager)?s?|boys?|girls?|children|families|refugees?|detainees?|inmates?|natives?|"
    r"suspects?|fugitives?|gang members?|drug traffickers?|workers?|students?|asylum seekers?)"
)


@cache
def _nationality_rules() -> tuple[tuple[str, re.Pattern[str], int], ...]:
    """Rules with the column of the table of nations that holds their words."""
    adjectives, nouns, countries = (lists.any_of(column) for column in lists.nations())
    return (
        (
            "demonym-person",
            re.compile(
                rf"(?<!African )(?<!Native )(?<!Asian )(?<!Latin )(?<!Mexican "
                rf")\b(?P<word>{adjectives})(?=[ \u00a0](?:(?:illegal|undocumented|criminal|male|"
                rf"female)[ \u00a0])?{PERSON_WORD}\b)"
            ),
            0,
        ),
        ("demonym-noun", re.compile(rf"(?<!Native )\b(?P<word>{nouns})\b(?! [A-Z])"), 1),
        (
            "of-country",
            re.compile(
                rf"\b(?:(?:citizens?|nationals?|natives?|subjects?) of|(?:born|raised) in|(?:man|"
                rf"men|woman|women|immigrants?|migrants?|aliens?|"
                rf"originally) from)[ \u00a0](?P<word>(?:the )?{countries})(?!\w)"
            ),
            2,
        ),
    )


@cache
def _heads() -> frozenset[str]:
    """The first words of all names of nations and their people, without the article."""
    return heads(word.removeprefix("the ") for column in lists.nations() for word in column)


def nations_in(document: Document) -> list[int]:
    """Where in a text a name of a nation or of its people may begin."""
    return list(document.starting(_heads()))


_OF = re.compile(r"(?:of|in|from)[ \u00a0](?:the )?$")


def nationalities(sentence: str, starts: Sequence[int]) -> Iterator[Found]:
    """Of which country people are said to be; value is the ISO 3166-1 alpha-3 code.

    Names of nations and their people can begin at some places only.
    """
    for rule, pattern, column in _nationality_rules():
        if rule != "of-country":
            found = matches(pattern, sentence, starts)
        elif any(_OF.search(sentence, max(0, start - 9), start) for start in starts):
            found = pattern.finditer(sentence)
        else:
            continue
        for match in found:
            word = " ".join(match["word"].replace("’", "'").split())
            codes = lists.nations()[column]
            code = codes.get(word) or codes.get(word.removeprefix("the "))
            # "American families" is rhetoric; "a U.S. citizen" is a fact.
            loose = code == "USA" and not re.match(
                r"\s(?:citizen|national)", sentence[match.end() :]
            )
            if code and not (loose and rule != "of-country"):
                yield Found("nationality", match.span("word"), rule, code, {}, {})
