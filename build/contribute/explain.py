"""Explain a rule of the check: what it says, why, an example and the remedy.

`docs/rules.md` is the same text for all rules; `python build` renews it.
"""

import argparse

from ice_subpoenas.plain import safe
from ice_subpoenas.problem import Rule, nearest
from ice_subpoenas.rules.declare import RULES
from printing import Refusal

EXAMPLE = "python build explain dangling-reference"
PAGE = "docs/rules.md"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", nargs="?", help="code of a rule, as a problem names it")


def run(args: argparse.Namespace) -> int:
    """Print one rule, or the list of all."""
    if args.code:
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
    said = {"Why": rule.why, "Example": rule.example, "Remedy": rule.remedy}
    parts = [f"**{name}.** {text}" for name, text in said.items()]
    return "\n\n".join([f"## {rule.code}", rule.what, *parts])


def page() -> str:
    """The page of all rules, by the .sql file that declares them."""
    head = (
        "# Rules of the check\n\n"
        "The rules that `python build check`, `python build check --tables` and "
        "`ice-subpoenas verify` apply.\n"
        "A problem names its rule: `FILE:LINE: CODE: what is wrong … what to do`. The rules are "
        "declared in\n`schema/ice_subpoenas/rules/*.sql`; this page is made from them. "
        "`python build explain CODE` prints a section."
    )
    return "\n\n".join((head, *map(section, RULES.values()))) + "\n"
