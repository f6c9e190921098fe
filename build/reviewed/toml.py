"""Plain values as TOML."""

import re
from typing import Any

from ice_subpoenas.plain import HIDDEN

_ESCAPES = {
    "\n": r"\n",
    "\r": r"\r",
    "\t": r"\t",
    "\b": r"\b",
    "\f": r"\f",
    '"': r"\"",
    "\\": r"\\",
}

_ESCAPED = re.compile(rf'["\\\n\r\t\u00a0]|{HIDDEN.pattern}')


def string(text: str) -> str:
    """A TOML string: double quotes, unless single ones save escapes; unseen characters escaped.

    >>> print(string("He said “no”."), string('the "city"'), string("a\\nb"))
    "He said “no”." 'the "city"' "a\\nb"
    """
    found = set(_ESCAPED.findall(text))
    if found and found <= {'"', "\\"} and "'" not in text:
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    point = ord(found[0])
    code = f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}"
    return _ESCAPES.get(found[0], code)


def value(given: Any) -> str:
    """A plain value as TOML."""
    if isinstance(given, str):
        return string(given)
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, dict):
        inside = ", ".join(f"{key} = {value(each)}" for key, each in given.items())
        return "{ " + inside + " }" if inside else "{}"
    if isinstance(given, list | tuple):
        return "[" + ", ".join(map(value, given)) + "]"
    return str(given)
