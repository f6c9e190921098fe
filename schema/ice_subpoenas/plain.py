"""Characters that are invisible or move what is shown, and text that is safe to print."""

import os
import re
import unicodedata
from typing import TextIO

HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d159"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff]"
)
"""Control, zero-width, direction, joining, filler, variation and tag characters, and separators of
lines and paragraphs; no row needs one."""

BREAKS = re.compile("[\t\n\r]")


def name_of(character: str) -> str:
    """The name of a hidden character.

    >>> name_of("\u202e"), name_of("\x85")
    ('RIGHT-TO-LEFT OVERRIDE', 'U+0085')
    """
    return unicodedata.name(character, f"U+{ord(character):04X}")


def safe(text: str) -> str:
    r"""The text on one line, with every hidden character escaped, safe for a terminal.

    >>> print(safe("a\u202eb\nc"))
    a\u202eb\nc
    """
    return BREAKS.sub(_escaped, HIDDEN.sub(_escaped, text))


def safe_lines(text: str) -> str:
    r"""Every line of a text made safe to print, line breaks kept.

    >>> print(safe_lines("a\u202eb\nc\n"), end="")
    a\u202eb
    c
    """
    return "".join(f"{safe(line)}\n" for line in text.removesuffix("\n").split("\n"))


def _escaped(found: re.Match[str]) -> str:
    known = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    point = ord(found[0])
    return known.get(found[0]) or (f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}")


def in_table(text: str) -> str:
    """Text for a cell of a Markdown table.

    >>> print(in_table("a|b"))
    a\\|b
    """
    return text.replace("|", "\\|")


def wants_color(stream: TextIO) -> bool:
    """Whether to use color: only on a terminal, and not if NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
