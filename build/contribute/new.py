"""Forms for new rows: a block to fill in, made from the declaration of its table.

What must be written is there, empty, so that the check names it until it is filled in; what may be
written stands below as comments. Codes stand beside their columns with what they mean.
"""

from __future__ import annotations

import argparse
import difflib
import textwrap
from datetime import date
from pathlib import Path

import tomli

from ice_subpoenas import TABLE, Row
from ice_subpoenas.row import Column
from printing import Refusal, safe
from reviewed import files, form, paths
from reviewed.rows import COMPUTED, EXTRA, drafts, writable

WIDTH = 98
MOST_IDS = 40  # longer lists of ids are shortened

OTHERS = {
    "left_out": (
        "Sentences of a held text that no evidence and no quotation uses, in the text's own file.",
        "LedgerReason",
        '[[left_out]]\nreason = ""\n# remark = ""\nwords = [""]\n',
    ),
}
"""Forms of blocks that are no rows: what they are, the vocabulary of `reason`, the block."""

OPTIONAL = "What may be left out. Behind each claim stands how its words give it."

NOTES = {
    "words": "The words exactly as in the text: all between the marks, or the reported clause.",
    "within": "A longer passage that holds the words and occurs once; only if they occur twice.",
    "begins": "First words of the stretch; they occur once in the text.",
    "ends": "Last words of the stretch; they occur once in the text.",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "table", nargs="?", help="the table of the new row, or `act`; without it, a list"
    )
    parser.add_argument(
        "place", nargs="?", help="with `act`: who was served; a file to fill in is written"
    )
    parser.add_argument("--append", metavar="FILE", help="add the block to a reviewed file")
    parser.add_argument("--recipient", metavar="NAME", help="with `act`: the body that was served")
    parser.add_argument("--source", metavar="ID", help="with `act`: a document cited already")


def run(args: argparse.Namespace) -> int:
    """Print the list of tables or a form, add the form to a file, or begin the file of an act."""
    if args.table == "act":
        return _act(args)
    if args.place or args.recipient or args.source:
        raise Refusal("a place, --recipient and --source go with `python build new act PLACE`")
    if args.table is None:
        print(listing())
        return 0
    form = block(_known(args.table), _ids(args.root))
    if args.append is None:
        print(form, end="")
        return 0
    path = paths.target(args.root, args.append)
    first = _append(path, form)
    name = path.relative_to(args.root)
    print(f'{name}:{first}: fill in what is "" and run `python build check`')
    return 0


def _act(args: argparse.Namespace) -> int:
    """Begin the file of an act; its module needs this one, so it is imported here."""
    from contribute import new_act

    if not args.place or args.append:
        raise Refusal("name the place, and nothing else: `python build new act 'Denver, CO'`")
    print(new_act.write(args.root, args.place, args.recipient, args.source))
    return 0


def tables() -> list[str]:
    """Tables whose rows people write, then the other blocks."""
    return [name for name in TABLE if name not in COMPUTED] + list(OTHERS)


def listing() -> str:
    """Every table that people write, with what a row is."""
    width = max(map(len, tables()))
    about = {name: TABLE[name].about() if name in TABLE else OTHERS[name][0] for name in tables()}
    return "\n".join(f"{name:{width}}  {text}" for name, text in about.items())


def _known(name: str) -> str:
    if name in tables():
        return name
    if name in COMPUTED:
        raise Refusal(f"rows of {name} are computed and never written; see `python build new`")
    near = difflib.get_close_matches(name[:80], tables(), 1, 0.5)
    guess = f"did you mean {near[0]}?" if near else "`python build new` lists the tables"
    raise Refusal(f"no table is called {safe(name[:80])!r}; {guess}")


def _ids(root: Path) -> dict[str, list[str]]:
    """The ids of every table of the checkout, as far as its files can be read."""
    found: dict[str, list[str]] = {}
    for draft in drafts(files.inputs(root))[0]:
        found.setdefault(draft.table.table, []).append(draft.row_id)
    return {name: sorted(ids) for name, ids in found.items()}


def block(name: str, ids: dict[str, list[str]]) -> str:
    """The form for a table; `ids` are the rows that a foreign key may name."""
    if name in OTHERS:
        about, vocabulary, text = OTHERS[name]
        return "\n".join([*comment(about), *_codes_of(vocabulary), text])
    table = TABLE[name]
    lines = [*comment(f"{name}: {table.about()}"), f"[[{name}]]"]
    required = [key for key in form.keys(name) if _is_required(table, key)]
    optional = [key for key in form.keys(name) if _is_offered(table, key) and key not in required]
    shown = set[str]()
    for key in required:
        lines += [*_about(table, key, ids, shown), f"{key} = {_empty(table, key)}"]
    if optional:
        lines += ["", *comment(OPTIONAL)]
    for key in optional:
        lines += [*_about(table, key, ids, shown), f"# {key} = {_empty(table, key)}"]
    return form.formatted("\n".join([*lines, *_absent(table), *_said(table, ids)]) + "\n")


def _column(table: type[Row], key: str) -> Column | None:
    return table.column_map().get(f"{key}_edtf") or table.column_map().get(key)


def _is_required(table: type[Row], key: str) -> bool:
    if key in EXTRA.get(table.table, ()):
        return key in ("words", "begins", "ends") and table.table in ("quotes", "regions")
    column = _column(table, key)
    copied = column is not None and column.claim is not None and column.claim.copied
    if column is None or (table.table == "regions" and key == table.key):
        return False
    if key == "source_id" and table.table in ("quotes", "policy_statements"):
        return False  # the name of the file gives it
    return column.required and not copied


def _is_offered(table: type[Row], key: str) -> bool:
    known = key in writable(table) and key not in ("ids", "absent", "said", "cited", "chain")
    return known and not (table.table == "regions" and key == table.key)


def _empty(table: type[Row], key: str) -> str:
    """What stands where a value is to be written: nothing that the check would accept."""
    column = _column(table, key)
    if column is None or column.type is str or key not in table.column_map():
        return '""'
    return {int: "0", bool: "false", date: "2020-01-01"}[column.type]


def _about(table: type[Row], key: str, ids: dict[str, list[str]], shown: set[str]) -> list[str]:
    """What a key means, and what may stand there, as comments; each list of ids once."""
    column = _column(table, key)
    if column is None:
        return comment(f"{key}: {NOTES[key]}")
    lines = comment(f"{key}: {column.description}{_evidence(table, column)}")
    if column.vocabulary:
        lines += _codes_of(column.vocabulary.__name__)
    if column.references and ids.get(column.references):
        lines += _ids_of(column.references, ids[column.references], column.references in shown)
        shown.add(column.references)
    return lines


def _ids_of(table: str, known: list[str], again: bool) -> list[str]:
    if again:
        return comment(f"  {table}: as above")
    more = f" and {len(known) - MOST_IDS} more" if len(known) > MOST_IDS else ""
    return comment(f"  {table}: {', '.join(known[:MOST_IDS])}{more}")


def _evidence(table: type[Row], column: Column) -> str:
    if column.claim is None:
        return ""
    copied = column.claim.copied and table.table == "subpoenas"
    return f"{' Copied from the batch unless written.' if copied else ''} [{column.claim.by}]"


def _codes_of(vocabulary: str) -> list[str]:
    from ice_subpoenas import vocabularies

    members = getattr(vocabularies, vocabulary)
    return [line for m in members for line in comment(f"  {m.value}: {m.definition}")]


def comment(text: str) -> list[str]:
    """Lines of a comment; what is indented stays so where it is wrapped."""
    indent = " " * (len(text) - len(text.lstrip()))
    wrapped = textwrap.wrap(
        text.strip(),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"# {line}" for line in wrapped]


def _absent(table: type[Row]) -> list[str]:
    """The reasons that this table wants for nulls."""
    if not table.core and table.table != "acts":
        return []
    bare = [
        stem
        for stem, columns in table.stems().items()
        if columns[0].claim and not columns[0].claim.absent and not columns[0].required
    ]
    if not bare:
        return []
    reasons = ", ".join(f'{stem} = "not_stated"' for stem in bare[:2])
    about = f"absent: why a claim is null; needed for {', '.join(bare)} where not written."
    return [*comment(about), *_codes_of("Absence"), f"# absent = {{ {reasons} }}"]


def _said(table: type[Row], ids: dict[str, list[str]]) -> list[str]:
    """A passage to fill in, for tables with claims that words give."""
    claims = [(stem, cols[0].claim) for stem, cols in table.stems().items() if cols[0].claim]
    by_words = [stem for stem, claim in claims if claim and claim.by != "cited"]
    if not by_words:
        return []
    held = next((i for i in ids.get("sources", []) if i.startswith("s0")), "s000")
    head = "A passage of a held text, and the shortest words in it that give each cell."
    help_line = f'`python build cite {held} "words"` finds the words and writes these lines.'
    return [
        "",
        *comment(head),
        *comment(help_line),
        f"[[{table.table}.said]]",
        f'source = "{held}"',
        'words = ""',
        f'cells = {{ {by_words[0]} = "" }}',
    ]


def _append(path: Path, form: str) -> int:
    """Add a block at the end of a file; say on which line its header stands."""
    old = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    try:
        tomli.loads(old)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise Refusal(f"{path.name} is not valid TOML ({error}); mend it first") from error
    if "\ufffd" in old:
        raise Refusal(f"{path.name} is not UTF-8; mend it first")
    head = old.rstrip("\n") + "\n\n" if old.strip() else ""
    paths.write(path, head + form)
    return head.count("\n") + form[: form.index("[[")].count("\n") + 1
