"""The checkout, and where a command may write in it: below `datasets/reviewed`, nowhere else."""

from pathlib import Path

from ice_subpoenas.plain import safe
from printing import Refusal

ROOT = Path(__file__).parents[2]
FOLDER = "datasets/reviewed"


def target(root: Path, name: str) -> Path:
    """The reviewed file that a user names, from the repository root or from `datasets/reviewed`.

    Anything that would write elsewhere is refused: a path that leaves the folder, a link on the
    way, a file that is no TOML file.
    """
    folder = root / FOLDER
    given = name.removeprefix(f"{FOLDER}/")
    if safe(name) != name or not name:
        raise Refusal(f"{safe(name)!r} holds characters that no file name here has")
    path = folder / given  # an absolute path replaces the folder
    if ".." in path.parts or not path.is_relative_to(folder) or path == folder:
        raise Refusal(f"{name} is not below {FOLDER}; rows are written nowhere else")
    if path.suffix != ".toml":
        raise Refusal(f"{name} is not a .toml file, such as acts/denver-2.toml")
    steps = [path, *path.parents[: len(path.relative_to(folder).parts)], folder.parent]
    link = next((step for step in steps if step.is_symlink()), None)
    if link:
        raise Refusal(f"{link.relative_to(root).as_posix()} is a link; name the file itself")
    if path.exists() and not path.is_file():
        raise Refusal(f"{name} is not a file")
    return path
