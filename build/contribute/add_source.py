"""Add a text: store it, draft its file, and list what is to be decided.

The text is kept byte for byte under `seeds/`, below the next number; of an HTML page only the
article is kept. The draft has the regions that the rules see and a source block to fill in.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path

from contribute.extract import ruled
from extraction.propose import propose
from extraction.text.candidates import Candidate
from extraction.text.regions import Region, regions
from ice_subpoenas.derivations.find import occurrences, place
from ice_subpoenas.plain import safe
from printing import Refusal
from reviewed.files import LARGEST

LAST = 100  # s101 and above are documents that are cited and not held
HTML = re.compile(rb"\s*(?:<!doctype html|<html\b|<\?xml\b[^>]*>\s*<!doctype html)", re.I)
WORD = re.compile(r"\S+")
FEWEST = 3  # words; fewer are hard to find again by eye
REACH = 200  # characters behind a region, to tell its beginning from the same words elsewhere
HASH = re.compile(r"[0-9a-f]{64}", re.I)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build add-source` takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="plain text in UTF-8, or HTML")


def run(args: argparse.Namespace) -> int:
    """Store a text and its draft; print what the rules propose."""
    content = _article(_content(args.file))
    source, path = _store(args.root, content)
    text = content.decode("utf-8")
    parts = regions(text)
    draft = args.root / "datasets" / "reviewed" / "sources" / f"{source}.toml"
    draft.parent.mkdir(parents=True, exist_ok=True)
    with draft.open("x", encoding="utf-8") as file:
        file.write(_draft(source, text, parts))
    print(f"stored as seeds/{path.name}; fill in datasets/reviewed/sources/{draft.name}\n")
    for candidate in propose(text):
        print(_line(text, candidate))
    print(
        "\nSettle each with a row or a [[rejections]] block; `python build check` says what is left"
    )
    print("and `python build extract --new` prints the blocks once all else is sound.")
    return 0


def _content(path: Path) -> bytes:
    """The bytes of a file that is no link, no folder and not too large."""
    if path.is_symlink():
        raise Refusal(f"{safe(str(path))} is a link; name the file itself")
    if not path.is_file():
        raise Refusal(f"{safe(str(path))} is no file; save the article as a file first")
    if path.stat().st_size > LARGEST:
        raise Refusal(f"{safe(str(path))} is larger than {LARGEST // 2**20} MB")
    return path.read_bytes()


def _article(content: bytes) -> bytes:
    """Plain text as it is; of an HTML page the headline and the article."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(f"byte {error.start} is not UTF-8; save the file as UTF-8") from None
    if HTML.match(content):
        text = _from_html(text)
    if not text.strip():
        raise Refusal("the text is empty")
    return text.encode("utf-8")


def _from_html(page: str) -> str:
    """The headline and the article of an HTML page, a paragraph a line."""
    try:
        import trafilatura
    except ImportError:
        raise Refusal("to read HTML run `pip install -e '.[html]'`, or save the text") from None
    text = trafilatura.extract(page, include_comments=False, include_tables=False)
    if not text:
        raise Refusal("no article was found in the page; save its text as a plain file")
    metadata = trafilatura.extract_metadata(page)
    title = metadata.title if metadata else None
    headed = not title or text.startswith(title)
    return f"{text}\n" if headed else f"{title}\n\n{text}\n"


def _store(root: Path, content: bytes) -> tuple[str, Path]:
    """Write the text under the next number and list its hash; id of the source, and file."""
    seeds = root / "seeds"
    sums = seeds / "SHA256SUMS"
    listed = sums.read_text(encoding="utf-8") if sums.is_file() else ""
    digest = hashlib.sha256(content).hexdigest()
    if digest in {found.lower() for found in HASH.findall(listed)}:
        raise Refusal("this text is held already; SHA256SUMS lists its hash")
    taken = [int(path.name[:3]) for path in seeds.glob("[0-9][0-9][0-9]_*")]
    taken += [int(path.stem[1:]) for path in _drafts(root) if int(path.stem[1:]) <= LAST]
    number = max(taken, default=-1) + 1
    if number > LAST:
        raise Refusal(f"numbers up to {LAST} are used; documents from s101 on are not held")
    path = seeds / f"{number:03d}_{digest[:16]}.txt"
    seeds.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
    with sums.open("a", encoding="utf-8") as lines:
        lines.write("\n" if listed and not listed.endswith("\n") else "")
        lines.write(f"{digest}  {path.name}\n")
    return f"s{number:03d}", path


def _drafts(root: Path) -> list[Path]:
    folder = root / "datasets" / "reviewed" / "sources"
    return [path for path in folder.glob("s*.toml") if re.fullmatch(r"s\d{3}", path.stem)]


def _draft(source: str, text: str, parts: list[Region]) -> str:
    """The file of a source: its block to fill in, and the regions that are not body."""
    blocks = [
        "# Say in one line what the text is; then fill in what is empty.\n",
        f'[[sources]]\nsource_id = "{source}"\nkind = "news_article"\nreason = ""\n',
    ]
    for start, end, kind in parts:
        if kind != "body" and (ends := _ends(text, start, end)):
            begins, last = map(_quoted, ends)
            reason = _quoted(f"The rules take it for {kind.replace('_', ' ')}; look at it.")
            blocks.append(
                f'[[regions]]\nregion = "{kind}"\nbegins = {begins}\nends = {last}\n'
                f"reason = {reason}\n"
            )
    return "\n".join(blocks)


def _ends(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Words that occur once in the text and begin a region, and the words that end it.

    The first may run on behind the region: a headline is often printed twice on a page.
    """
    stops = [match.end() for match in WORD.finditer(text, start, end + REACH)]
    first = (text[start:stop].lstrip() for stop in stops[FEWEST - 1 :])
    begins = next((words for words in first if isinstance(place(text, words), tuple)), None)
    words = [match.span() for match in WORD.finditer(text, start, end)]
    if begins is None or not words:
        return None
    for begin, _ in reversed(words[: 1 - FEWEST] or words[:1]):
        last = (begin, words[-1][1])
        if next(occurrences(text, text[slice(*last)], start), None) == last:
            return begins, text[slice(*last)]
    return None


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _line(text: str, candidate: Candidate) -> str:
    """A proposal in one line, with the measured precision of its rule."""
    words = " ".join(text[candidate.start : candidate.end].split())
    speaker = candidate.attributes.get("speaker")
    value = speaker or candidate.value
    told = f" = {safe(value)}" if value else ""
    shown = safe(words if len(words) <= 70 else words[:69] + "…")
    return f"{candidate.kind}: {shown}{told}  {ruled(candidate)}"
