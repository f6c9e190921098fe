"""The sealed file of a draw, which holds what readers must not see, and the folders that they get.

It lies beside the folder and outside the repository. Its hash stands in every file of answers, and
the hashes of the forms stand in it, so that neither can be changed after the draw.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from printing import Refusal
from writing import replace_folder, write

MARK = "README.md"
ANSWERS = "answers.toml"

Files = dict[str, str]
"""The files of a folder by path."""


def path_of(folder: Path) -> Path:
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
    if place.exists() or path_of(place).exists():
        raise Refusal(f"{folder} or {path_of(place).name} is there already; name a new folder")
    return place


def digest(files: Mapping[str, str]) -> str:
    """SHA-256 that stands for files with their names, except for the answers."""
    told = [[name, files[name]] for name in sorted(files) if Path(name).name != ANSWERS]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def seal(folder: Path, content: Mapping[str, Any]) -> str:
    """Write the sealed file; the hash that stands for it."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write(path_of(folder), text)
    return hashlib.sha256(text.encode()).hexdigest()


def opened(folder: Path) -> tuple[dict[str, Any], str]:
    """What the sealed file of a drawn folder holds, and its hash."""
    path = path_of(folder.resolve())
    if not path.is_file():
        raise Refusal(f"{path} is missing; `--score` takes a folder that `--out` has made")
    try:
        text = path.read_text("utf-8")
        content = json.loads(text)
        assert isinstance(content["seed"], int)
        assert isinstance(content["forms"], dict)
        assert content["audit"] in ("values", "recall")
    except (ValueError, KeyError, TypeError, AssertionError):
        raise Refusal(f"{path} is no sealed file of an audit; draw anew") from None
    return content, hashlib.sha256(text.encode()).hexdigest()


def put(folder: Path, files: Files) -> None:
    """Write a folder of forms in one step."""
    replace_folder(folder, files, MARK)


def taken(folder: Path) -> Files:
    """The files of a folder of forms, as they are now."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def unchanged(folder: Path, expected: object) -> Files:
    """The files of a folder of forms. Refused where one is not what was drawn."""
    if not folder.is_dir() or folder.is_symlink():
        raise Refusal(f"{folder} is missing; a reader's answers lie there")
    files = taken(folder)
    if digest({n: t for n, t in files.items() if n.startswith(("forms/", "lists/"))}) != expected:
        raise Refusal(f"{folder}: its forms are not those of the draw; draw anew")
    return files
