"""Persons named in a text, each mention with the name it stands for.

A person is taken by a given name, a title, an age, a role or a verb of speech beside the name; from
then on the surname alone is enough.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from extraction.names.agencies import bodies_of
from extraction.names.identities import Person, find_person, find_surname, gather
from extraction.names.person_names import affiliation_after, names_in, stands_alone, title_after
from extraction.names.person_words import NOT_NAMES, RUN, TITLE_WORD
from extraction.text.candidates import Candidate, Span
from extraction.text.document import Document, matches
from extraction.text.regions import ARTICLE, Region, reading
from extraction.text.spans import Cover, proposal

FIRST = re.compile(r"\w+")
JOINED_BEFORE, JOINED_AFTER = re.compile(r"[\w@#.-]"), re.compile(r"[\w-]")
PERSON_READS = ARTICLE | {"caption"}

Named = tuple[Span, str, Span | None, str]
"""Span, rule, span of the title and region of a name."""


class Mention(NamedTuple):
    """One mention of a person."""

    span: Span
    rule: str
    entity: str
    region: str
    title: Span | None = None
    ambiguous: bool = False


def persons(text: str | Document, regions: Sequence[Region] = ()) -> list[Candidate]:
    """Persons, each mention with the fullest printed name of its person as `entity`."""
    document = Document.of(text, regions)
    cover = Cover(body.span for body in document.once(bodies_of))
    return [
        proposal(
            "person",
            mention.span,
            mention.rule,
            mention.region,
            mention.entity,
            _parts(document.text, mention, cover),
            {"entity": mention.entity} | ({"ambiguous": "true"} if mention.ambiguous else {}),
        )
        for mention in document.once(mentions_of)
    ]


def _parts(text: str, mention: Mention, bodies: Cover) -> dict[str, Span]:
    """Title, or another description, and affiliation of a mention."""
    parts = {}
    if mention.title:
        parts["title"] = mention.title
    elif after := title_after(text, mention.span[1]):
        is_title = TITLE_WORD.search(text[slice(*after)])
        parts["title" if is_title else "description"] = after
    affiliation = affiliation_after(text, mention.span[1], bodies)
    if affiliation:
        parts["affiliation"] = affiliation
    return parts


def mentions_of(document: Document) -> tuple[Mention, ...]:
    """All mentions: names in full first, then titles with a surname, then surnames alone."""
    text, kind_at = document.text, reading(document.regions, PERSON_READS)
    taken = Cover(body.span for body in document.once(bodies_of))
    full: list[Named] = []
    titled: list[Named] = []
    starts = (start for start, word in document.name_starts if word != "the")
    for match in matches(RUN, text, starts):
        if match["title"] is None and len(match["name"].split()) == 1:
            continue  # nothing shows it to be a name
        region = kind_at(match.start("name"))
        if region:
            for kind, span, rule, title in names_in(text, match, region):
                if not taken.covering(*span):
                    (full if kind == "full" else titled).append((span, rule, title, region))
    people = gather(text, [span for span, *_ in full])
    mentions = [
        Mention(span, rule, find_person(people, text[slice(*span)], span[0])[0], region, title)
        for span, rule, title, region in full
        if taken.add(span)
    ]
    mentions += _titled(text, titled, people, taken)
    mentions += _surnames(document, people, taken, kind_at)
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _titled(
    text: str, titled: list[Named], people: dict[str, list[Person]], taken: Cover
) -> Iterator[Mention]:
    """Mentions by title and surname; they make the surname known where no full name did."""
    for span, rule, title, region in titled:
        if taken.add(span):
            name = " ".join(text[slice(*span)].split())
            entity, ambiguous = find_surname(people, name, span[0])
            if entity == name and name.lower() not in people:
                people[name.lower()] = [Person("", name, [span[0]])]
            yield Mention(span, rule, entity, region, title, ambiguous)


def _surnames(
    document: Document,
    people: dict[str, list[Person]],
    taken: Cover,
    kind_at: Callable[[int], str | None],
) -> Iterator[Mention]:
    """Mentions by surname alone, of persons named in full or by title in the text."""
    for span in _places_of(document, people):
        region = kind_at(span[0])
        if region and stands_alone(document.text, span, region) and taken.add(span):
            entity, ambiguous = find_surname(people, document.text[slice(*span)], span[0])
            yield Mention(span, "surname", entity, region, None, ambiguous)


def _places_of(document: Document, surnames: Iterable[str]) -> Iterator[Span]:
    """Where any of some surnames stands as a word, in capitals or not, the longest of several."""
    by_head: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(surnames, key=lambda surname: (-len(surname), surname)):
        if len(surname) > 2 and surname.capitalize() not in NOT_NAMES:
            by_head[FIRST.findall(surname)[0]].append(surname)
    text, end = document.text, 0
    for start, word in document.name_starts:
        if start < end or (known := by_head.get(word.lower())) is None:
            continue
        if start and JOINED_BEFORE.match(text, start - 1):
            continue
        for surname in known:
            stop = start + len(surname)
            same = " ".join(text[start:stop].lower().split()) == surname
            if same and not JOINED_AFTER.match(text, stop):
                yield start, stop
                end = stop
                break
