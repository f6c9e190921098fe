"""Find a reviewer's words in a text, at exactly one place.

A typed plain space may stand for a no-break space or a line break, a straight quotation mark for a
curly one; nothing else is forgiven. What is returned are offsets, so what is published is the text.
"""

from collections.abc import Iterator
from functools import lru_cache

Span = tuple[int, int]

_FOLD = str.maketrans({"\u00a0": " ", "\n": " ", "‘": "'", "’": "'", "“": '"', "”": '"'})
_STANDS_FOR = {" ": " \u00a0\n", "'": "'‘’", '"': '"“”'}


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """The text with what a typed character may stand for made plain; as long as the text."""
    return text.translate(_FOLD)


def uncased(text: str) -> tuple[str, list[int]]:
    """The text as `casefold` gives it, and where each of its characters stands in the text.

    >>> uncased("Fuß")
    ('fuss', [0, 1, 2, 2])
    """
    parts = [character.casefold() for character in text]
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part]


def occurrences(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Every place of the words between two offsets; a word never begins or ends inside another.

    >>> list(occurrences("14 days, not 140\u00a0days", "14 days"))
    [(0, 7)]
    """
    view, wanted = folded(text), folded(words)
    end = len(text) if end is None else end
    at = view.find(wanted, start, end) if wanted else -1
    while at >= 0:
        stop = at + len(wanted)
        if _is_whole(text, at, stop) and _is_allowed(words, text[at:stop]):
            yield at, stop
        at = view.find(wanted, at + 1, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not (cut_before or cut_after)


def _is_allowed(words: str, found: str) -> bool:
    return words == found or all(
        typed == there or there in _STANDS_FOR.get(typed, "")
        for typed, there in zip(words, found, strict=True)
    )


def place(text: str, words: str, start: int = 0, end: int | None = None) -> Span | int:
    """The one place of the words, or how often they occur (0, or 2 for several)."""
    found = occurrences(text, words, start, end)
    first = next(found, None)
    if first is None:
        return 0
    return first if next(found, None) is None else 2


def plain(words: str) -> str:
    """White space as single spaces, quotation marks straight: the form in which words compare."""
    return " ".join(folded(words).split())
