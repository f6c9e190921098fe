"""Explain a rule of the check: what it says, why, an example and the remedy.

`docs/rules.md` is the same text for all rules; `python build explain --write` renews it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ice_subpoenas.plain import safe
from ice_subpoenas.problem import Rule
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import nearest
from printing import Refusal

PAGE = "docs/rules.md"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", nargs="?", help="code of a rule, as a problem names it")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE}")


def run(args: argparse.Namespace) -> int:
    """Print one rule, or the list of all; or write the page."""
    if args.write:
        _write(args.root / PAGE)
    elif args.code:
        print(section(_rule(args.code)))
    else:
        print(listing())
    return 0


def _rule(code: str) -> Rule:
    if code in RULES:
        return RULES[code]
    guess = nearest(code[:80], RULES, "`python build explain` lists all rules")
    raise Refusal(f"no rule is called {safe(code[:80])!r}; {guess}")


def listing() -> str:
    """Every code with what it means, a line each."""
    width = max(map(len, RULES))
    return "\n".join(f"{code:{width}}  {rule.what}" for code, rule in RULES.items())


def section(rule: Rule) -> str:
    """One rule in Markdown."""
    return "\n".join(
        (
            f"## {rule.code}",
            "",
            rule.what,
            "",
            f"**Why.** {rule.why}",
            "",
            f"**Example.** {rule.example}",
            "",
            f"**Remedy.** {rule.remedy}",
        )
    )


def page() -> str:
    """The page of all rules."""
    head = (
        "# Rules of the check\n\n"
        "What `python build check` enforces. A problem names its rule:\n"
        "`FILE:LINE: CODE: what is wrong … what to do`. `python build explain CODE` prints a "
        "section of this page,\nand `python build explain --write` renews it from `build/rules.py`."
    )
    return "\n\n".join((head, *map(section, RULES.values()))) + "\n"


def _write(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(page(), "utf-8", newline="\n")
    print(f"{PAGE}: {len(RULES)} rules")
