"""Keep a name out of everything that is published, without writing it anywhere.

The command asks for the name, or reads it from a file, so that no command line contains it. Only
its digests are written, into the file of the held text that prints the name. The check then
reports every cell that still has it.
"""

import argparse
import sys
from pathlib import Path

from check import stages
from contribute import cite
from ice_subpoenas.problem import Problem
from printing import Refusal, as_text, asked
from reviewed import form, paths
from texts.withheld import WORD, digest, spans
from writing import write

EXAMPLE = "python build withhold s002"
REASON = "A private person whom the text names."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("source", help="id of the held text that prints the name, such as s002")
    parser.add_argument(
        "--from",
        dest="given",
        type=Path,
        metavar="FILE",
        help="a file with the name alone, or - for standard input; without it, the name is asked",
    )


def run(args: argparse.Namespace) -> int:
    """Add the digests of a name, and print the cells that still print it."""
    page = cite.page(stages.readable(args.root), args.source)
    name = _given(args.given) if args.given else asked("name to keep out (first and last): ")
    words = [word for word in WORD.findall(name) if word[0].isupper()]  # not the "de la" of a name
    if not any(spans(page.text, frozenset([digest(words)]))):
        raise Refusal(f"{args.source} has no such name; write it as the text does, with capitals")
    path = paths.target(args.root, f"sources/{args.source}.toml")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    write(path, form.formatted(with_digests(text, [digest(words), digest(words[-1:])])))
    print(f"{paths.FOLDER}/sources/{args.source}.toml: the name is kept as a hash")
    checked = stages.run(args.root)
    left = [p for p in checked.problems if _is_printed(p)]
    for problem in left:
        print(as_text(problem))
    if checked.stage != stages.STAGES[-1]:
        raise Refusal(
            "whether anything else prints it is not known yet; "
            "fix what `python build check` finds, then run this again"
        )
    return int(bool(left))


def _given(path: Path) -> str:
    """The name that a file holds, or standard input."""
    if path == Path("-"):
        return sys.stdin.read()
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise Refusal("--from is to name a file in UTF-8 that holds the name alone") from None


def _is_printed(problem: Problem) -> bool:
    return problem.code == "naming-decision" and problem.message.endswith("that is withheld")


def with_digests(text: str, digests: list[str]) -> str:
    """A file of a text with more withheld digests."""
    new = [each for each in dict.fromkeys(digests) if each not in text]
    row = form.block("withheld", {"digests": new, "reason": REASON}) if new else ""
    return f"{text.rstrip()}\n\n{row}"
