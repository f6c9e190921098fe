"""The commands of `python build`: which there are, and how each is called."""

import argparse
import importlib
import sys
from pathlib import Path

from ice_subpoenas import calls
from ice_subpoenas.formats import VERSION
from ice_subpoenas.problem import closest
from printing import Refusal
from reviewed.paths import ROOT

GROUPS: dict[str, dict[str, tuple[str, str]]] = {
    "contribute": {
        "new": ("contribute.new", "print a form for a new row"),
        "draft": ("contribute.draft.command", "draft the rows of an article or a page"),
        "cite": ("contribute.cite", "find words in a text and print the lines that cite them"),
        "fmt": ("contribute.fmt", "format the reviewed files"),
        "review": ("contribute.review", "show a page's rows and words, and record a reading"),
        "withhold": ("contribute.withhold", "keep a name out of everything published"),
        "changes": ("contribute.changes", "show how a change alters the published facts"),
        "links": ("links.command", "ask whether the addresses of sources still answer"),
    },
    "check": {
        "check": ("check.command", "check everything and print every problem"),
        "explain": ("contribute.explain", "explain a rule of the check"),
        "extract": ("contribute.extract", "propose rows from texts by rules"),
    },
    "publish": {
        "": ("publish.command", "check, then write every published file"),
        "diff": ("publish.diff", "say which generated files are out of date"),
        "page": ("website.page", "write the dataset as web pages"),
        "release": ("publish.release", "make a release: a folder and an archive"),
    },
    "measure": {
        "bench": ("bench.run", "measure the time and memory of every stage"),
        "mutate": ("bench.mutation.command", "measure how many wrong edits are caught"),
        "audit": ("bench.audit.command", "draw values for readers to judge, and score them"),
    },
}
"""Commands by group: the module of each, imported when it is called, and its purpose."""
COMMANDS = {name: command for group in GROUPS.values() for name, command in group.items()}


def main(argv: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 sound, 1 something to mend, 2 a call that fails."""
    calls.ready()
    try:
        with calls.written_out():
            return _carried_out(sys.argv[1:] if argv is None else argv)
    except Refusal as refusal:
        return _refused(str(refusal))
    except ModuleNotFoundError as missing:
        return _refused(f"{missing.name} is not installed … run `pip install -e '.[dev]'`")
    except BrokenPipeError:
        return 0  # nobody reads on: leave in silence
    except OSError as error:
        return _refused(calls.of_system(error))
    except MemoryError:
        return _refused("there is not enough memory; close other programs, or give a smaller input")
    except (KeyboardInterrupt, RuntimeError) as error:
        if not calls.is_interruption(error):
            raise
        return 130


def _carried_out(words: list[str]) -> int:
    if wrong := calls.fault(words):
        raise Refusal(wrong)
    name = _named(words)
    if name is None:
        print(_help(), end="")
        return 0
    module = importlib.import_module(COMMANDS[name][0])
    parser = argparse.ArgumentParser(
        prog=f"python build {name}".rstrip(),
        description=module.__doc__,
        epilog=f"Example: {module.EXAMPLE}" if hasattr(module, "EXAMPLE") else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    formats = getattr(module, "FORMATS", ("text",))
    if len(formats) > 1:
        parser.add_argument("--format", choices=formats, default=formats[0], help="how to print")
    parser.set_defaults(format=formats[0], command=name)
    if hasattr(module, "arguments"):
        module.arguments(parser)
    rest = words[words.index(name) + 1 :] if name else words
    before = words[: words.index(name)] if name else []
    return int(module.run(parser.parse_args([*before, *rest])))


ELSEWHERE = {
    "trace": "ice-subpoenas trace",
    "verify": "ice-subpoenas verify",
    "publish": "python build",
    "site": "python build page",
}
"""Words that people take for commands of this program, and what they mean."""


def _named(words: list[str]) -> str | None:
    """The command that a call names: none for `--help`; `python build` alone publishes."""
    if "--version" in words[:1]:
        print(f"ice-subpoenas {VERSION}")
        raise SystemExit(0)
    named = next((w for n, w in enumerate(words) if _is_command(words, n)), "")
    if not named and words[:1] in (["--help"], ["-h"]):
        return None
    if named in COMMANDS:
        return named
    near = closest(named, [*filter(None, COMMANDS), *ELSEWHERE])
    meant = ELSEWHERE.get(near, f"python build {near}") if near else ""
    guess = f"did you mean `{meant}`?" if near else "`python build --help` lists all"
    raise Refusal(f"there is no command {named[:80]!r}; {guess}")


def _is_command(words: list[str], n: int) -> bool:
    """Whether a word stands where a command does: the first that is no option or its value."""
    return not words[n].startswith("-") and (n == 0 or words[n - 1] not in ("--root", "--format"))


def _help() -> str:
    lines = [
        "usage: python build [COMMAND] [OPTIONS]",
        "",
        "Check the reviewed rows and publish the dataset.",
    ]
    for group, commands in GROUPS.items():
        lines += ["", f"{group}:"]
        lines += [f"  {name or '(none)':11} {purpose}" for name, (_, purpose) in commands.items()]
    lines += [
        "",
        "`python build COMMAND --help` says more, with an example; --version says the version.",
    ]
    return "\n".join(lines) + "\n"


def _refused(message: str) -> int:
    calls.say("python build", message)
    return 2
