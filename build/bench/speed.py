"""How many news texts the extraction reads in a second, on texts that lie beside the checkout."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extraction.propose import propose
from extraction.quotations.quotations import quotations
from extraction.text.candidates import Candidate
from extraction.text.document import Document
from extraction.text.regions import regions
from printing import Refusal


class Speed(NamedTuple):
    """What was read, how many texts, and the CPU seconds that it took, imports left out."""

    what: str
    texts: int
    seconds: float


def _quotations(text: str) -> list[Candidate]:
    return quotations(Document(text, regions(text)))


READ: dict[str, Callable[[str], list[Candidate]]] = {
    "all kinds": propose,
    "quotations alone": _quotations,
}


def texts_of(path: Path) -> list[str]:
    """The texts of a file of JSON lines, one `text` each; refused if a line has none."""
    try:
        lines = path.read_text("utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal(f"{path}: give JSON lines, each with a `text` ({error})") from error


def speeds(texts: Sequence[str]) -> Iterator[Speed]:
    """The speed on the first half of some texts and on all, which shows how it grows."""
    for what, read in READ.items():
        read(texts[0])  # the first text makes what all share
        for some in (texts[: len(texts) // 2], texts):
            begun = time.process_time()
            for text in some:
                read(text)
            yield Speed(what, len(some), time.process_time() - begun)


def table(found: Sequence[Speed], characters: int) -> list[str]:
    """The lines of the report on some speeds, given how long all the texts are together."""
    if not found:
        return []
    mean = characters // max(each.texts for each in found)
    return [
        "",
        "## Extraction from news texts",
        "",
        f"On one core; imports are left out. A text has {mean:,} characters on average.",
        "",
        "| what is read | texts | CPU seconds | texts a second |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {w} | {n:,} | {s:.2f} | {n / s:,.0f} |" for w, n, s in found),
        "",
    ]
