"""A folder to read from or write to: on this machine, or in object storage by its address."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyarrow import fs

from ice_subpoenas.plain import safe
from printing import Refusal

_ADDRESS = re.compile(r"([a-z][a-z0-9+]+):/{1,2}(?=[^/])")


@dataclass(frozen=True)
class Store:
    """A folder of a file system that pyarrow knows: local disk, S3, Google or Azure storage."""

    files: Any
    root: str

    @property
    def is_local(self) -> bool:
        """Whether the folder lies on this machine."""
        return isinstance(self.files, fs.LocalFileSystem)

    def is_there(self) -> bool:
        """Whether there is such a folder, or a file of this name."""
        return bool(self.files.get_file_info(self.root).type != fs.FileType.NotFound)

    def at(self, name: str) -> str:
        """The path of a file of the folder."""
        return f"{self.root}/{name}" if name else self.root

    def names(self) -> list[str]:
        """The names of all files below the folder, in order; one empty name if it is a file."""
        if self.files.get_file_info(self.root).is_file:
            return [""]
        chosen = fs.FileSelector(self.root, recursive=True, allow_not_found=True)
        found = [each for each in self.files.get_file_info(chosen) if each.is_file]
        return sorted(each.path[len(self.root) + 1 :] for each in found)

    def get(self, name: str) -> bytes | None:
        """What a file holds; null where there is none."""
        try:
            with self.files.open_input_stream(self.at(name), compression=None) as file:
                return bytes(file.read())
        except (FileNotFoundError, IsADirectoryError):
            return None

    def put(self, name: str, content: bytes) -> None:
        """Write a file; where files lie in folders, also the folder that it is to lie in."""
        if self.is_local:
            self.files.create_dir(self.at(name).rpartition("/")[0], recursive=True)
        with self.files.open_output_stream(self.at(name), compression=None) as file:
            file.write(content)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        if self.files.get_file_info(self.at(name)).is_file:
            self.files.delete_file(self.at(name))


def apart(one: Store, other: Store) -> bool:
    """Whether neither of two folders lies in the other, or is the other.

    >>> apart(store("/texts"), store("/texts-out")), apart(store("/texts"), store("/texts/out"))
    (True, False)
    """
    a, b = (os.path.realpath(s.root) if s.is_local else s.root for s in (one, other))
    a, b = (f"{root}/".replace("//", "/") for root in (a, b))
    return one.files != other.files or not (a.startswith(b) or b.startswith(a))


def store(where: str | Path) -> Store:
    """The folder at a path, or at an address such as `s3://bucket/folder`.

    >>> store("/corpus/").at("part-1.parquet")
    '/corpus/part-1.parquet'
    """
    address = _ADDRESS.match(str(where))
    try:
        if address:  # a path of Python has joined the two strokes of an address
            uri = f"{address[1]}://{str(where)[address.end() :]}"
            files, root = fs.FileSystem.from_uri(uri)
        else:
            files, root = fs.LocalFileSystem(), Path(where).absolute().as_posix()
    except (OSError, ValueError) as error:  # pyarrow raises ArrowInvalid, a ValueError
        raise Refusal(f"{where} cannot be opened: {safe(str(error).splitlines()[0])}") from None
    return Store(files, root.rstrip("/") or "/")
