"""The folders that readers get, and the sealed file that holds what they must not see.

The sealed file lies beside the folder of a draw and outside the repository. It holds every form,
and its hash stands in every file of answers, so that neither can be changed after the draw.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

from ice_subpoenas.plain import safe
from printing import Refusal
from reviewed.toml import value as toml
from writing import replace_folder, write

README, FORMS, LISTS, ANSWERS = "README.md", "forms.toml", "lists.toml", "answers.toml"

TEXTS = Path(__file__).with_name("readme")

Form = Mapping[str, Any]
Answer = tuple[str, Mapping[str, Any]]
"""Where an answer stands, for messages, and what it says."""


@dataclass(frozen=True)
class Round:
    """Forms that readers answer at one time: each form by so many readers, each of whom gets
    `most` forms at most. `readme` is the file of `readme/` that tells them how, `draw` stands for
    all that went before."""

    reader: str
    readme: str
    draw: str
    forms: Sequence[Form]
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    scope: str = ""
    copies: int = 1
    most: int = 70

    def hands(self) -> dict[str, list[int]]:
        """The forms of each reader; where each gets two readers, with many pairs of them.

        >>> Round("reader", "", "", [{}] * 6, copies=2, most=4).hands()
        {'reader-01': [0, 2, 3, 4], 'reader-02': [0, 1, 4, 5], 'reader-03': [1, 2, 3, 5]}
        """
        readers = max(self.copies, -(-len(self.forms) * self.copies // self.most))
        found: dict[str, list[int]] = {f"{self.reader}-{n + 1:02d}": [] for n in range(readers)}
        names = list(found)
        for n in range(len(self.forms)):
            step = 1 + n // readers % max(1, readers - 1)
            for copy in range(self.copies):
                found[names[(n + copy * step) % readers]].append(n)
        return found

    def files(self, reader: str, hand: Sequence[int]) -> dict[str, str]:
        """What one reader gets; the file of answers is to be filled in."""
        told = "\n".join(_form(number(n), self.forms[n]) for n in hand)
        head = f"draw = {toml(self.draw)}\nreader = {toml(reader)}\n"
        empty = "".join(f"\n[[answers]]\nform = {toml(number(n))}\n" for n in hand)
        readme = (TEXTS / f"{self.readme}.md").read_text("utf-8")
        files = {README: readme.format(n=len(hand), scope=self.scope)}
        files |= {FORMS: told, ANSWERS: head + empty}
        lists = "".join(f"{name} = {_tall(list(each))}\n" for name, each in self.lists.items())
        return files | ({LISTS: lists} if lists else {})


def number(n: int) -> str:
    """What a form is called.

    >>> number(0)
    '001'
    """
    return f"{n + 1:03d}"


def _form(name: str, told: Form) -> str:
    """A form as TOML, each passage a block."""
    lines = ["[[forms]]", f"form = {toml(name)}"]
    lines += [f"{key} = {_tall(each)}" for key, each in told.items() if key != "passages"]
    for passage in told["passages"]:
        lines += ["[[forms.passages]]", *(f"{key} = {toml(each)}" for key, each in passage.items())]
    return "\n".join(lines) + "\n"


def _tall(given: Any) -> str:
    """A value as TOML, a list with one entry a line."""
    if not isinstance(given, list):
        return toml(given)
    return "[\n" + "".join(f"    {toml(each)},\n" for each in given) + "]"


# --- the sealed file ------------------------------------------------------------------------------


def sealed(folder: Path) -> Path:
    """The sealed file of a draw: beside its folder."""
    return folder.with_name(f"{folder.name}.sealed.json")


def new_folder(root: Path, folder: Path | None) -> Path:
    """The folder of a new draw. Refused inside the repository, which holds no texts of publishers
    and no values that readers could come upon, and where something is already."""
    if folder is None:
        raise Refusal("name a new folder outside the repository with --out")
    place = folder.resolve()
    if place.is_relative_to(root.resolve()):
        raise Refusal(f"{folder} is inside the repository; name a folder outside it")
    if place.exists() or sealed(place).exists():
        raise Refusal(f"{folder} or {sealed(place).name} is there already; name a new folder")
    return place


def seal(folder: Path, content: Mapping[str, Any]) -> str:
    """Write the sealed file; the hash that stands for it."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write(sealed(folder), text)
    return digest(text)


def opened(folder: Path) -> tuple[dict[str, Any], str]:
    """What the sealed file of a drawn folder holds, and its hash, which the answers repeat."""
    path = sealed(folder)
    if not path.is_file():
        raise Refusal(f"{path} is missing; `--score` takes a folder that `--out` has made")
    text = path.read_text("utf-8")
    content: dict[str, Any] = json.loads(text)
    return content, digest(text)


def digest(text: str) -> str:
    """SHA-256 that stands for a text, and for all that follows from it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


# --- the folders of a round -----------------------------------------------------------------------


def put(folder: Path, asked: Round) -> None:
    """Write the folder of every reader of a round."""
    for reader, hand in asked.hands().items():
        replace_folder(folder / reader, asked.files(reader, hand), README)


def second(folder: Path, asked: Round) -> list[list[Answer]] | None:
    """The answers of a round; null after writing its folders, if they are not there yet."""
    if any((folder / reader).exists() for reader in asked.hands()):
        return answers(folder, asked)
    put(folder, asked)
    return None


def answers(folder: Path, asked: Round) -> list[list[Answer]]:
    """The answers of each form, in the order of its readers."""
    found: list[list[Answer]] = [[] for _ in asked.forms]
    for reader, hand in asked.hands().items():
        path = folder / reader / ANSWERS
        for n, entry in zip(hand, _entries(path, asked.draw, hand), strict=True):
            found[n].append((f"{path}: form {number(n)}", entry))
    return found


def _entries(path: Path, draw: str, hand: Sequence[int]) -> list[Mapping[str, Any]]:
    """The entries of a file of answers. Refused is one of another draw or reader, and one without
    just one entry for each form."""
    try:
        data = tomli.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refusal(f"{path} cannot be read: {safe(str(error))[:100]}; fix it there") from None
    if (data.get("draw"), data.get("reader")) != (draw, path.parent.name):
        raise Refusal(f"{path}: its draw or reader is another; use the answers that belong here")
    entries: list[Mapping[str, Any]] = data.get("answers", [])
    if [entry.get("form") for entry in entries] != [number(n) for n in hand]:
        raise Refusal(f"{path}: its forms are not those that were asked for; answer each, in order")
    return entries


def alone(answer: Answer, known: Mapping[str, Callable[[Any], bool]]) -> str:
    """The one key that an entry answers with, besides its form and a note; its value must fit."""
    path, entry = answer
    keys = sorted(entry.keys() - {"form", "note"})
    if len(keys) != 1 or keys[0] not in known or not known[keys[0]](entry[keys[0]]):
        shown = ", ".join(f"{key} = {str(entry[key])[:40]!r}" for key in keys) or "nothing"
        raise Refusal(f"{path}: {safe(shown)} is no answer; write one of: {', '.join(known)}")
    return keys[0]


def is_true(given: object) -> bool:
    """Whether an answer is the word `true`."""
    return given is True
