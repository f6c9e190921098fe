"""What lines of all kinds share: width, marks, days in words, and how many sources there are."""

import textwrap

from ...derivations.edtf_in_words import bare
from ...plain import safe
from ...prose.proof import accounts
from ..found import Found

WIDTH = 100


def hung(head: str, words: str) -> list[str]:
    """Words beside a name, their later lines below the first."""
    plain, below = safe(" ".join(words.split())), " " * len(head)
    return textwrap.wrap(plain, WIDTH, initial_indent=head, subsequent_indent=below)


def wrapped(words: str, indent: str) -> list[str]:
    """Words in lines of the width of a terminal, each after the same indent."""
    return filled(safe(" ".join(words.split())), indent)


def filled(plain: str, indent: str) -> list[str]:
    """The same of words that are safe to print already."""
    return textwrap.wrap(plain, WIDTH, initial_indent=indent, subsequent_indent=indent)


def set_off(lines: list[str]) -> list[str]:
    """What explains a value stands below its words, an empty line before it."""
    return ["", *lines] if lines else []


def noted(said: str | None, indent: str, head: str = "Note") -> list[str]:
    """What else is to be known, in our words, if there is anything."""
    return wrapped(f"{head}: {said}", indent) if said else []


def see_lists(act: str) -> list[str]:
    """Where the course of an act and the reasons of all sides are to be found."""
    called = f"`ice-subpoenas trace {act}"
    return [
        safe(f"Course of events: {called} events`; reasons of all sides: {called} reasons`"),
        safe(f"Where sources disagree: {called} conflicts`; what is not known: {called} unknown`"),
    ]


def how_many(found: Found) -> str:
    """How many sources say a thing, and how many accounts these go back to, or who tells when."""
    if found.get("retold"):
        n = found["n_sources"]
        return f"{n} source{'s' * (n != 1)}; {found['retold']}"
    return accounts(found["n_sources"], found["n_independent_sources"])


def source_of(piece: Found) -> str:
    """A source in a line: its id, its publisher and its day."""
    said = (piece["source_id"], piece["publisher"], bare(piece["published_edtf"]))
    return ", ".join(safe(str(each)) for each in said if each)


def addresses(source: Found, margin: str) -> list[str]:
    """Where a page was read, and what it is a copy of."""
    lines = [f"{margin}{safe(source['url'])}"]
    if source["original_url"]:
        lines.append(f"{margin}a copy of {safe(source['original_url'])}")
    return lines


def in_words(name: str, value: object, is_coded: bool = False) -> str:
    """A value as it is published; of a day what its string of EDTF says, with it if `is_coded`."""
    if not name.endswith(("_edtf", "_as_of")):
        return str(value)
    said = bare(str(value))
    return f"{value} ({said})" if is_coded and "[" in str(value) else said


def by_part(cell: Found) -> str:
    """The values of the subpoenas of an act, where the act as a whole has none."""
    told = ", ".join(f"{part['value']} ({part['n']})" for part in cell["parts"])
    return f"no single value for the whole act; its subpoenas, with how many have each: {told}"


def closed(words: str) -> str:
    r"""Words cut from a source, with the quotation mark that the cut took from a pair.

    >>> closed("did not cite any authority \"other than the lack of language")
    'did not cite any authority "other than the lack of language…"'
    >>> closed("…and help our communities,” he said"), closed("“both” stand")
    ('“…and help our communities,” he said', '“both” stand')
    """
    opened, shut = words.count("“"), words.count("”")
    if words.count('"') % 2:
        is_open = words.rindex('"') == 0 or words[words.rindex('"') - 1] in " (["
        before, after = ("", '"') if is_open else ('"', "")
    else:
        before, after = "“" * (shut > opened), "”" * (opened > shut)
    start = "…" if before and not words.startswith("…") else ""
    end = "…" if after and not words.endswith("…") else ""
    return f"{before}{start}{words}{end}{after}"
