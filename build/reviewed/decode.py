"""The characters of a file that somebody wrote; a file that could mislead a reader is refused."""

from functools import lru_cache
from pathlib import Path

from ice_subpoenas.plain import HIDDEN, name_of
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.rules.declare import RULES

LARGEST = 2 * 2**20  # bytes; a reviewed file or an article is a few kilobytes
LONGEST_LINE = 20_000  # characters; a key of 100,000 dots would take the parser hours
MARK = "\ufeff"


def decode(
    path: Path, name: str, folder: Path, is_text: bool = False, past_mark: bool = False
) -> str | Problem:
    """The file's characters, newlines as they are, or the problem for which it is refused.

    `name` is what the problem calls the file, `folder` what it may not lead out of. A held text may
    hold any character, since it is kept as it was printed. `past_mark` is for what writes the file
    anew, without the byte order mark for which it is refused elsewhere.
    """
    refused = _refused(path, name, folder)
    if refused:
        return refused
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return RULES["not-utf8"].at(Place(name, line), f"byte {error.start} is not UTF-8")
    return text if is_text else _clean(text.removeprefix(MARK if past_mark else ""), name)


def unread(name: str) -> Problem:
    """The problem of a file beside the reviewed ones that nothing reads."""
    message = "its name does not end in .toml, so nothing in it is read"
    remedy = "rename it so that it does, or move it to another folder"
    return RULES["file-refused"].at(Place(_printable(name), 1), message, remedy)


def _printable(name: str) -> str:
    return name if name.isprintable() else ascii(name)[1:-1]


def _refused(path: Path, name: str, folder: Path) -> Problem | None:
    rule = RULES["file-refused"]
    if not name.isprintable():
        return rule.at(Place(_printable(name), 1), "its name cannot be printed", "rename the file")
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        return rule.at(Place(name, 1), "the file is a link", "replace the link by the file")
    if not path.is_file():
        message = f"it is {'a folder' if path.is_dir() else 'no plain file'}, not a file to read"
        return rule.at(Place(name, 1), message, "remove it, or give a folder another name")
    if path.stat().st_size > LARGEST:
        message = f"the file is larger than {LARGEST // 2**20} MB"
        return rule.at(Place(name, 1), message, "split the file or remove it")
    return None


def linked(root: Path, name: str) -> list[Problem]:
    """The problem of a folder that is a link, or lies in one: nothing is read through it."""
    steps = [root / name, *(root / name).parents[: len(Path(name).parts) - 1]]
    message, remedy = "the folder is a link", "replace the link by the folder"
    is_linked = any(step.is_symlink() for step in steps)
    return [RULES["file-refused"].at(Place(name, 1), message, remedy)] if is_linked else []


@lru_cache(maxsize=512)
def _clean(text: str, name: str) -> str | Problem:
    """The characters, or a problem where some are hidden or a line is endless."""
    rule = RULES["file-refused"]
    if text.startswith(MARK):
        message = "the file begins with a byte order mark"
        return rule.at(Place(name, 1), message, "run `python build fmt`, or save it as plain UTF-8")
    found = HIDDEN.search(text)
    if found:
        place = Place(name, text.count("\n", 0, found.start()) + 1)
        return hidden(place, found[0])
    longest = max(text.split("\n"), key=len)
    if len(longest) > LONGEST_LINE:
        place = Place(name, text.count("\n", 0, text.index(longest)) + 1)
        message = f"a line is longer than {LONGEST_LINE} characters"
        return rule.at(place, message, "break the line or remove it")
    return text


def hidden(place: Place, character: str) -> Problem:
    """The problem of a hidden character at a place."""
    message = f"the file holds the hidden character {name_of(character)}"
    return RULES["file-refused"].at(place, message, "remove it")
