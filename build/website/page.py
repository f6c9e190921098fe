"""Write the dataset as a static site: pages that open from a folder, without server or network.

Every page stands alone: its style and its one small script are inside it. It is readable without
the script; whole article texts are in it only on demand.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ice_subpoenas import TABLES, data, formats
from ice_subpoenas.row import Row
from printing import UNSEEN, Refusal
from website import story, tables, texts

TEMPLATES = Path(__file__).parent / "templates"
LISTING = "page-files.json"
"""Names of the files of a site, so that the next one leaves none of them behind."""

SPACES = "\n\r\t"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", type=Path, help="folder to write into (default: site)")
    parser.add_argument(
        "--with-texts", action="store_true", help="add the held texts, for review on this machine"
    )
    parser.add_argument(
        "--screenshots", type=Path, metavar="FOLDER", help="also picture the page; needs Chromium"
    )


def run(args: argparse.Namespace) -> int:
    """Write the site, and the pictures if they are asked for."""
    out = args.out or args.root / "site"
    try:
        with data.connect(args.root / "datasets") as con:
            world = tables.World.read(con)
    except data.NotPublished as error:
        raise Refusal(str(error)) from error
    printed = texts.held(args.root, world) if args.with_texts else {}
    files = build(world, printed)
    write(files, out)
    print(f"{len(files)} pages: open {out / 'index.html'}")
    if args.screenshots:
        from website import screenshots

        screenshots.take(out, args.screenshots)
    return 0


def build(world: tables.World, held: Mapping[str, str] | None = None) -> dict[str, str]:
    """The files of the site by name."""
    held = held or {}
    layout = environment(held)
    files = {"index.html": layout.get_template("index.html.jinja").render(story.story(world))}
    table = layout.get_template("table.html.jinja")
    for each in shown():
        files[f"{each.table}.html"] = table.render(
            page=tables.page(world, each), world=world, here=each.table
        )
    text = layout.get_template("text.html.jinja")
    for source, words in sorted(held.items()):
        files[f"text-{source}.html"] = text.render(texts.page(world, source, words))
    return files


def shown() -> tuple[type[Row], ...]:
    """Tables that have a page: those with claims, the core tables first."""
    claiming = [t for t in TABLES if any(column.claim for column in t.columns())]
    order = list(tables.LISTED)
    return tuple(sorted(claiming, key=lambda t: order.index(t.table) if t.core else len(order)))


def environment(texts: Iterable[str] = ()) -> Any:
    """Jinja with everything escaped, and unseen characters written out where they stand."""
    try:
        import jinja2
        import markupsafe
    except ModuleNotFoundError as missing:
        raise Refusal(
            f"{missing.name} is not installed; run `pip install -e '.[build]'`"
        ) from missing
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    script = (TEMPLATES / "page.js").read_text("utf-8")
    made.globals.update(
        style=markupsafe.Markup((TEMPLATES / "page.css").read_text("utf-8")),
        script=markupsafe.Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        nav=[(t.table, tables.title(t.table), t.core) for t in shown()],
        texts=sorted(texts),
        version=formats.VERSION,
        spoken=tables.spoken,
        label=tables.label,
        title_of=tables.title,
        link=tables.link,
        definition=tables.definition,
    )
    return made


def visible(value: Any) -> Any:
    r"""The value; in a text, characters that nobody sees stand as their code points.

    >>> visible("a\u202eb")
    'a[U+202E]b'
    """
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return "" if value is None else value
    return UNSEEN.sub(lambda c: c[0] if c[0] in SPACES else f"[U+{ord(c[0]):04X}]", value)


def write(files: Mapping[str, str], out: Path) -> None:
    """Put the files into a folder, in place of the site that stood there."""
    if out.is_symlink() or out.is_file():
        raise Refusal(f"{out} is no folder; name one with --out")
    listing = out / LISTING
    if out.is_dir() and any(out.iterdir()) and not listing.is_file():
        raise Refusal(f"{out} holds other files; name an empty folder with --out")
    out.mkdir(parents=True, exist_ok=True)
    for name in json.loads(listing.read_text("utf-8")) if listing.is_file() else []:
        if Path(name).name == name and name.endswith(".html"):
            (out / name).unlink(missing_ok=True)
    for name, content in files.items():
        (out / name).write_text(content, "utf-8", newline="\n")
    listing.write_text(json.dumps(sorted(files), indent=1) + "\n", "utf-8", newline="\n")
