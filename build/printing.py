"""Problems for people, machines, GitHub and code scanning."""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, TextIO
from urllib.parse import quote

from ice_subpoenas.plain import safe, wants_color
from ice_subpoenas.problem import Place, Problem, Rule, nearest  # noqa: F401  Place is for the example
from ice_subpoenas.rules.declare import RULES

FORMS = ("text", "json", "github", "sarif")
RED, FAINT, PLAIN = "\x1b[1;31m", "\x1b[2m", "\x1b[0m"


class Refusal(Exception):  # noqa: N818  it is no error of the program
    """A command that cannot be carried out: the message says why and what to do instead."""


def asked(prompt: str, choices: Sequence[str] = ()) -> str:
    """What a person at a terminal answers: asked again until it is a choice, if there are any."""
    if not sys.stdin.isatty():
        raise Refusal("this asks questions; answer them on a terminal")
    while True:
        try:
            answer = input(prompt).strip()
        except EOFError:
            raise Refusal("nobody answers; what was answered is saved") from None
        if answer in choices or not choices:
            return answer
        print(f"  {nearest(answer[:80], choices, 'one of: ' + ', '.join(choices[:30]))}")


def as_day(text: str) -> date:
    """A day that is given on the command line, for `argparse`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text[:40]!r} is not a day such as 2026-12-31"
        raise argparse.ArgumentTypeError(message) from None


def as_count(text: str) -> int:
    """A number from 1 on that is given on the command line, for `argparse`."""
    if not re.fullmatch("[1-9][0-9]{0,8}", text):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number such as 50")
    return int(text)


def located(problem: Problem) -> str:
    """The file of a problem as a path from the repository root; of tables, its name.

    A path that begins with `./` is one from the root already.

    >>> located(RULES["wrong-value"].at(Place("acts/denver-1.toml", 3), ""))
    'datasets/reviewed/acts/denver-1.toml'
    >>> located(RULES["not-regenerated"].at(Place("./README.md", 1), ""))
    'README.md'
    """
    if problem.file.startswith("./"):
        return problem.file.removeprefix("./")
    if problem.file.startswith(("seeds/", "datasets/")) or problem.file.endswith(".parquet"):
        return problem.file
    return f"datasets/reviewed/{problem.file}"


def show(problems: Sequence[Problem], form: str, stream: TextIO | None = None) -> None:
    """Print problems in one of the forms; text is colored on a terminal only."""
    stream = stream or sys.stdout
    if form == "json":
        print(as_json(problems), file=stream)
    elif form == "sarif":
        print(as_sarif(problems), file=stream)
    else:
        line = _annotation if form == "github" else painted if wants_color(stream) else as_text
        for problem in problems:
            print(line(problem), file=stream)


def as_text(problem: Problem) -> str:
    """`FILE:LINE: CODE: what is wrong … what to do`."""
    where = f"{located(problem)}:{problem.line}"
    return safe(f"{where}: {problem.code}: {problem.message} … {problem.remedy}")


def painted(problem: Problem) -> str:
    """The same with the code in color and the remedy faint."""
    where, code = f"{safe(located(problem))}:{problem.line}:", f"{RED}{problem.code}{PLAIN}:"
    return f"{where} {code} {safe(problem.message)} {FAINT}… {safe(problem.remedy)}{PLAIN}"


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON array with an object for each problem."""
    return json.dumps([vars(p) | {"file": located(p)} for p in problems], indent=1)


def _annotation(problem: Problem) -> str:
    """A workflow command that GitHub shows beside the line."""
    message = safe(f"{problem.message} … {problem.remedy}").replace("%", "%25")
    place = f"file={_property(located(problem))},line={problem.line}"
    return f"::error {place},title={_property(problem.code)}::{message}"


def _property(text: str) -> str:
    text = safe(text).replace("%", "%25")
    return text.replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF 2.1.0 log with the rules that the problems break."""
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "ice-subpoenas",
        "rules": [_sarif_rule(code, RULES.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(problem, codes) for problem in problems],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, indent=1)


def _sarif_rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.why}"},
        "help": {"text": f"{rule.remedy} Example: {rule.example}"},
    }


def _sarif_result(problem: Problem, codes: list[str]) -> dict[str, Any]:
    artifact = {
        "uri": quote(located(problem), errors="surrogateescape"),
        "uriBaseId": "%SRCROOT%",
    }
    place = {"artifactLocation": artifact, "region": {"startLine": max(1, problem.line)}}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": "error",
        "message": {"text": safe(f"{problem.message} … {problem.remedy}")},
        "locations": [{"physicalLocation": place}],
    }
