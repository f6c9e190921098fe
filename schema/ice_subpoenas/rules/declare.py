"""The rules, read from the .sql files."""

from ..problem import Question, Rule
from ..sql import Section, read

FILES = ("files", "rows", "words", "cells", "ties", "acts", "texts", "proposals", "published")
"""The files of rules, in the order in which they are asked: first what others follow from."""


def _rule(section: Section, subject: str) -> Rule:
    said = section.said
    return Rule(
        code=section.heading.removeprefix("rule "),
        what=said["what"],
        why=said["why"],
        example=said["example"],
        remedy=said["remedy"],
        questions=tuple(map(Question, section.statements, section.needs)),
        subject=subject,
    )


def _declared() -> dict[str, Rule]:
    rules = [_rule(section, name) for name in FILES for section in read(f"rules/{name}")]
    return {rule.code: rule for rule in rules}


RULES = _declared()
"""Every rule by its code."""
