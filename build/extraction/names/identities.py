"""Which person a name or a surname stands for."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from extraction.lexicon import lists
from extraction.names.person_words import PARTICLE, SUFFIX
from extraction.text.candidates import Span


@dataclass(slots=True)
class Person:
    """Somebody named in full somewhere in a text."""

    given: str
    name: str
    starts: list[int] = field(default_factory=list)


LAST_NAME = re.compile(rf"(?:{PARTICLE} )?\S+$")


@lru_cache(maxsize=20_000)
def _split(name: str) -> tuple[str, str]:
    """Given name and surname of a full name, the surname in lower case with its particle."""
    words = re.sub(r"\s+", " ", SUFFIX.sub("", name)).split(" ")
    match = LAST_NAME.search(" ".join(words[1:]) or words[0])
    return words[0], (match.group() if match else words[-1]).lower()


def gather(text: str, spans: Iterable[Span]) -> dict[str, list[Person]]:
    """Persons by surname; two given names are one person when one may be short for the other."""
    people: dict[str, list[Person]] = {}
    for span in spans:
        name = " ".join(text[slice(*span)].split())
        given, surname = _split(name)
        for person in people.setdefault(surname, []):
            if _same_given(given, person.given):
                person.starts.append(span[0])
                if len(name) > len(person.name):
                    person.name = name
                break
        else:
            people[surname].append(Person(given, name, [span[0]]))
    return people


def _same_given(one: str, other: str) -> bool:
    """May two given names belong to one person?"""
    if one == other or one.rstrip(".") == other[:1] or other.rstrip(".") == one[:1]:
        return True
    return bool(lists.full_forms(one) & lists.full_forms(other))


def find_person(people: dict[str, list[Person]], name: str, position: int) -> tuple[str, bool]:
    """Entity of a name, and whether several persons could be meant.

    Of several with the same surname, the one last named in full before the position is taken.
    """
    name = " ".join(name.split())
    given, surname = _split(name)
    known = people.get(surname, [])
    if " " in name and surname != name.lower():
        exact = [person for person in known if _same_given(given, person.given)]
        if exact:
            return exact[0].name, False
    if not known:
        return name, False
    nearest = max(known, key=lambda p: (_last_before(p.starts, position), -p.starts[0]))
    return nearest.name, len(known) > 1


def find_surname(people: dict[str, list[Person]], name: str, position: int) -> tuple[str, bool]:
    """Entity of a surname, which may have a particle or be the two last words of a name."""
    surname = " ".join(name.lower().split())
    last = surname.split()[-1]
    known = people.get(surname) or [
        person for person in people.get(last, []) if person.name.lower().endswith(" " + surname)
    ]
    return find_person({surname.split()[-1]: known}, last, position) if known else (name, False)


def _last_before(starts: list[int], position: int) -> int:
    """The last of some sorted positions that is before another; -1 where none is."""
    index = bisect_left(starts, position)
    return starts[index - 1] if index else -1
