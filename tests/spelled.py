"""What a pattern of words may spell, so that no word of it is left out elsewhere."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\(\?<?[=!]|\((?:\?i?:)?|\)|\||\[[^\]]*\]|\\.|\{[\d,]+\}|.", re.S)


def spelled(pattern: str) -> set[str]:
    """Every text that its letters may make, with what may be missing and without what is around.

    Classes of characters stand as X, and what may recur stands once.
    """
    return _alternatives(_TOKEN.findall(pattern), 0)[0]


def _alternatives(tokens: list[str], at: int) -> tuple[set[str], int]:
    found, now = set[str](), {""}
    while at < len(tokens) and tokens[at] != ")":
        token, at = tokens[at], at + 1
        if token == "|":
            found, now = found | now, {""}
            continue
        part = {_letter(token)}
        if token.startswith("("):
            part, at = _alternatives(tokens, at)
            part = part if token in ("(", "(?:", "(?i:") else {""}
        if tokens[at : at + 1] == ["?"]:
            part, at = {*part, ""}, at + 1
        elif at < len(tokens) and tokens[at][0] in "*+{":
            at += 1
        now = {before + each for before in now for each in part}
    return found | now, at + 1


def _letter(token: str) -> str:
    """A character as it stands; nothing for an edge, X for a class."""
    if token == r"\b":
        return ""
    return "X" if token[0] == "[" or (token[:1] == "\\" and token[1].isalpha()) else token[-1]
