"""Write the dataset as a static site: pages that open from a folder, without a server.

It is made from the published tables alone; the same tables give the same bytes.
"""

import argparse
import functools
import re
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from ice_subpoenas import data
from ice_subpoenas.derivations import edtf_in_words
from ice_subpoenas.formats import VERSION
from ice_subpoenas.plain import HIDDEN
from ice_subpoenas.prose import wording
from ice_subpoenas.prose.known import grouped
from ice_subpoenas.prose.proof import ALL_UNSEEN
from ice_subpoenas.published.datapackage import MAKER, SCOPE, TITLE
from ice_subpoenas.row import ID
from printing import Refusal
from website import SITE_REPOSITORY, annotations, context, coverage, downloads, passages
from website.act.sending import place
from website.act.story import story
from website.front import bars, chart, listing, numbers, tables
from website.world import World
from writing import document, replace_folder

EXAMPLE = "python build page site"
DESCRIPTION = (
    "Which state and local governments U.S. immigration officials served with administrative "
    "subpoenas, what was asked, how they answered and what courts did, with the words of the "
    "sources that each value rests on."
)
TEMPLATES = Path(__file__).parent / "templates"
MARK = "page-files.txt"
"""Lists the files of a site: a folder that holds it was made by this command."""

PAGES = {
    "index": ("index.html", "Findings"),
    "adjacent": ("adjacent.html", "Adjacent papers"),
    "policies": ("policies.html", "Policies"),
    "coverage": ("coverage.html", "Coverage"),
    "method": ("method.html", "Method"),
    "sources": ("sources.html", "Sources"),
    "data": ("data.html", "Data"),
}
"""Pages of the navigation. `searches`, `ledger` and `dictionary` are reached from these."""

WRITTEN = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
"""Documents of the repository that the pages link to."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        help="folder to write; its contents are replaced (default: site/)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the site."""
    out = (args.folder or args.root / "site").absolute()
    if out == args.root or out in args.root.parents:
        raise Refusal(f"{out} holds the repository; name a new folder")
    try:
        with data.opened(args.root / "datasets") as con:
            world = World.read(con)
    except FileNotFoundError as error:
        raise Refusal("no published tables; run `python build` first") from error
    except (data.NotPublished, ValueError) as error:
        raise Refusal(f"no sound published tables ({error}); run `python build` first") from error
    files = build(world, args.root)
    replace_folder(out, files, MARK)
    n = sum(name.endswith(".html") for name in files)
    total = downloads.size(sum(len(content) for content in files.values()))
    print(f"{n} pages, {len(files)} files, {total} in {out}\nnext: open {out / 'index.html'}")
    return 0


def build(world: World, root: Path) -> dict[str, bytes]:
    """The files of the site by name."""
    for act in world.acts:
        if not re.fullmatch(ID, act["act_id"]):
            raise Refusal(f"{act['act_id']!r} cannot be the name of a page; run `python build`")
    found = numbers.numbers(world)
    published = downloads.published(root / "datasets")
    written = () if SITE_REPOSITORY else WRITTEN
    files: dict[str, str | bytes] = {
        **{name: (TEMPLATES / name).read_bytes() for name in ("page.css", "page.js")},
        **published,
        **{name: document(root / name) for name in written if (root / name).is_file()},
        annotations.FILE: annotations.collection(world),
    }
    listed = downloads.listed(published)
    layout = environment(world)
    layout.globals.update(
        looks=chart.LOOKS,
        look_of=chart.LOOK_OF,
        all_unseen=ALL_UNSEEN,
        numbers=found,
    )
    for name, told in _pages(world, found, listed).items():
        page = layout.get_template(f"{name}.html.jinja")
        files[f"{name}.html"] = page.render(here=name, up="", **told)
    page = layout.get_template("act.html.jinja")
    for act in world.acts:
        whole = story(world, act)
        files[f"acts/{act['act_id']}.html"] = page.render(here="act", up="../", told=whole)
    files[MARK] = "".join(f"{name}\n" for name in sorted([*files, MARK]))
    return {name: _bytes(files[name]) for name in sorted(files)}


def _pages(
    world: World, found: numbers.Numbers, listed: list[downloads.Download]
) -> dict[str, dict[str, Any]]:
    """What each page of the site shows."""
    entries = listing.entries(world)
    tiles = chart.tiles(world)
    values, whole = coverage.proof(world)
    return {
        "index": {
            "headline": numbers.headline(found),
            "doubt": numbers.unwitnessed(found) + numbers.doubt(found),
            "proof": numbers.proof(world),
            "scope": SCOPE,
            "findings": numbers.findings(world, found),
            "twins": numbers.twins(world),
            "bars": bars.bars(world),
            "tiles": tiles,
            "map_key": chart.key(tiles),
            "by_year": tables.by_year(world),
            "rulings": tables.rulings(world),
            "undecided": tables.undecided(world),
            "happened": chart.happened(world),
            "entries": entries,
            "choices": listing.choices(entries, world),
            "adjacent": listing.adjacent(world),
        },
        "adjacent": {
            "stories": [story(world, act) for act in world.adjacent],
            "kinds": coverage.kinds(world, world.adjacent),
        },
        "policies": {
            "governments": context.governments(world),
            "practice": context.of_government(world, None),
            "happenings": context.happenings(world),
        },
        "coverage": {
            "grid": coverage.grid(world),
            "in_vain": coverage.in_vain(world),
            "unsearched": chart.unsearched(tiles),
            "unknown_kind": [
                row for row in listing.adjacent(world) if row[0] in world.unknown_kind
            ],
            "totals": numbers.totals(world),
        },
        "searches": {"by_state": coverage.by_state(world.rows["searches"])},
        "sources": {
            "read": coverage.what_was_read(world),
            "standings": coverage.standings(world),
            "related": coverage.related(world),
        },
        "method": {
            "values": values,
            "whole": whole,
            "read_by": coverage.read_by(world),
            "audits": coverage.audits(world),
            "disputes": coverage.other_disputes(world),
            "codes": lambda name: coverage.codes(world, name),
        },
        "ledger": {"ledgers": coverage.ledgers(world)},
        "data": {
            "first": [each for each in listed if not each.path.startswith("data/tables/")],
            "tables": [each for each in listed if each.path.startswith("data/tables/")],
        },
        "dictionary": {"tables": _tables(world)},
    }


def _tables(world: World) -> list[tuple[str, bool, list[dict[str, Any]]]]:
    """The dictionary, a table or view at a time."""
    rows = sorted(
        world.rows["dictionary"], key=lambda r: (r["is_view"], r["table_name"], r["position"])
    )
    found = grouped(rows, lambda row: row["table_name"])
    return [(name, rows[0]["is_view"], rows) for name, rows in found.items()]


def environment(world: World) -> jinja2.Environment:
    """Jinja with everything escaped, and unseen characters written out where they stand."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    said = edtf_in_words
    for use in (
        *(wording.spoken, wording.capital, wording.quoted),
        *(said.on_day, said.heading, said.bare),
    ):
        made.filters[use.__name__] = use
    made.filters["passages"] = lambda pieces: passages.passages(world, pieces)
    made.filters["standing"] = lambda source: passages.standing(world, source)
    made.tests["unread"] = coverage.is_unread
    made.globals.update(
        world=world,
        web=lambda url: bool(url) and url.startswith(("https://", "http://")),
        version=VERSION,
        pages=PAGES,
        counted=wording.counted,
        number=wording.number,
        the=wording.the,
        maybe_one=numbers.maybe_one,
        prose=functools.partial(prose, world),
        last_change=said.on_day(world.last_change),
        repository=SITE_REPOSITORY,
        title=TITLE,
        description=DESCRIPTION,
        maker=MAKER,
    )
    return made


def prose(world: World, text: str, up: str = "", by_name: bool = False) -> Markup:
    """Our prose with links where it names a row, and code where it names a column.

    By name, the recipient stands in place of the id of an act.
    """
    parts = []
    for said, address, is_code in passages.linked(world, visible(text or ""), up):
        act = world.by_key["acts"].get(said) if by_name else None
        told = f"{world.body(act['recipient_agency_id'])}, {place(world, act)}" if act else said
        inside = Markup("<code>{}</code>").format(told) if is_code else escape(told)
        parts.append(Markup('<a href="{}">{}</a>').format(address, inside) if address else inside)
    return Markup("").join(parts)


def visible(text: str) -> str:
    r"""The text with characters that nobody sees written as their code points.

    >>> visible("a\u202eb")
    'a[U+202E]b'
    """
    return HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def shown(value: Any) -> Any:
    """A value as a page prints it."""
    is_plain = isinstance(value, str) and not hasattr(value, "__html__")
    return "" if value is None else visible(value) if is_plain else value


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content
