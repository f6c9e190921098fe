"""What a speaker's mention looks like: a name, a pronoun, a body, a person by a noun."""

from functools import lru_cache

from extraction.grammar import cues
from extraction.text.words import word_set

BODIES = word_set("""
agency association authority board bureau campaign center chamber church city coalition college
commission committee company conference congress corporation council country county court department
district embassy foundation government group house institute legislature ministry network office
organization panel party police press school senate service society state team town tribe union
university white
""")
PAPERS = word_set("""
ad ads amendment article bill book brief column complaint constitution document editorial email
essay filing indictment law lawsuit letter magazine measure memo message newspaper note order
ordinance paper petition pledge poll post proposal publication release report resolution review rule
ruling section sign site statement statute story study subpoena suit survey times title tweet video
website
""")
PEOPLE = word_set("""
activists advisers advocates aides allies analysts authorities backers campaigners candidates
conservatives critics delegates democrats detractors economists executives experts fans friends
groups historians immigrants journalists judges lawmakers lawyers leaders liberals members officers
officials opponents organizers others people prosecutors protesters republicans reporters residents
rivals scholars senators sources strategists supporters surrogates voters workers
""")


@lru_cache(maxsize=20_000)
def form(words: str) -> str:
    """What kind of words name somebody, in one word.

    >>> [form(w) for w in ("she", "Ada Moreno", "the county board", "the letter", "critics")]
    ['she', 'name', 'body', 'paper', 'people']
    """
    parts = words.lower().replace("’", "'").split()
    first, last = parts[0], parts[-1].rstrip(".,")
    if len(parts) == 1 and (first in cues.SUBJECT_PRONOUNS or first in PRONOUNS):
        return PRONOUNS.get(first, first)
    head = _head(parts)
    if head in BODIES or (words.isupper() and len(words) < 6):
        return "body"
    if head in PAPERS:
        return "paper"
    if head in PEOPLE:
        return "people"
    if words.split()[-1][:1].isupper():
        return "name" if first not in cues.DETERMINERS else "the name"
    if last.endswith("s") or first in ("many", "some", "few", "several"):
        return "plural"
    return "noun"


PRONOUNS = {
    word: kind
    for kind, words in (
        ("who", "who"),
        ("which", "which that"),
        ("his", "his her their its"),
        ("my", "my our your"),
        ("people", "some many others"),
        ("him", "him them"),
        ("he", "he"),
        ("she", "she"),
    )
    for word in words.split()
}


def _head(parts: list[str]) -> str:
    """The noun that heads a phrase: the last word before a preposition or a comma."""
    for at, word in enumerate(parts):
        if at and word in cues.PREPOSITIONS:
            return parts[at - 1].rstrip(",'s") if parts[at - 1].endswith("'s") else parts[at - 1]
        if word.endswith(","):
            return word[:-1]
    return parts[-1].rstrip(".,").removesuffix("'s")
