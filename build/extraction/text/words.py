"""How lists of words are written: as a text with a space or a line between them."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once.

    >>> sorted(word_set("say tell say"))
    ['say', 'tell']
    """
    return frozenset(text.split())
