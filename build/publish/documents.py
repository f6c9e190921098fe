"""Documents whose numbers and outputs are generated: README, data card, cookbook.

A value stands between `<!--= SQL -->` and `<!--/-->`, on one line. Under a fenced `sql` block the
marker `<!-- result -->` begins its result, and under a fenced `console` block `<!-- output -->`
begins what its `$` commands print; both end at `<!-- end -->`. `render` runs them again.

A claim in prose is followed by `<!--? SQL -->`: a query that gives one value, which must be true.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

from ice_subpoenas import formats
from reviewed.files import ROOT

DOCUMENTS = ("README.md", "DATACARD.md", "CONTRIBUTING.md", "docs/cookbook.md")

_CLAIM = re.compile(r"<!--\? (?P<sql>.+?) -->", re.S)
_VALUE = re.compile(r"<!--= (?P<sql>.+?) -->.*?<!--/-->", re.S)
_RESULT = re.compile(
    r"(?P<head>```sql\n(?P<sql>.+?)```\n+<!-- result -->\n).*?(?P<tail><!-- end -->)", re.S
)
_OUTPUT = re.compile(
    r"(?P<head>```console\n(?P<commands>(?:\$ [^\n]+\n)+)```\n+<!-- output -->\n)"
    r".*?(?P<tail><!-- end -->)",
    re.S,
)

_FROM = re.compile(r"(?P<head><!-- from (?P<name>[\w/.-]+) -->\n).*?(?P<tail><!-- end -->)", re.S)


def stale(con: Any, root: Path = ROOT) -> list[str]:
    """A line for each document, and each claim of one, that the data does not bear out now."""
    lines = []
    _read_from(con, root)
    for path in _paths(root):
        old = path.read_text("utf-8")
        new, faults = _rendered(path.name, old, con)
        lines += faults
        if new != old:
            lines.append(f"{path.name}: its numbers are out of date; run `python build`")
    return lines


def write(con: Any, root: Path = ROOT) -> list[str]:
    """Render every document in place, each replaced whole; say which claims do not hold."""
    lines = []
    _read_from(con, root)
    for path in _paths(root):
        old = path.read_text("utf-8")
        new, faults = _rendered(path.name, old, con)
        lines += faults
        if new != old:
            beside = path.with_suffix(".new")
            beside.write_text(new, "utf-8", newline="\n")
            os.replace(beside, path)
    return lines


def _read_from(con: Any, root: Path) -> None:
    """Let queries name files as they lie in the checkout."""
    con.execute(f"SET file_search_path = {formats.literal(str(root))}")


def _paths(root: Path) -> list[Path]:
    return [root / name for name in DOCUMENTS if (root / name).is_file()]


def _rendered(name: str, text: str, con: Any) -> tuple[str, list[str]]:
    """The text as it should be, and what is wrong with its claims or its queries."""
    try:
        return render(text, con), claims(name, text, con)
    except (duckdb.Error, ValueError) as error:
        return text, [f"{name}: a query or command fails: {str(error).splitlines()[0]}"]


def claims(name: str, text: str, con: Any) -> list[str]:
    """A line for each claim of a document whose query does not give true."""
    lines = []
    for found in _CLAIM.finditer(text):
        rows = con.execute(found["sql"]).fetchall()
        if rows != [(True,)]:
            line = text.count("\n", 0, found.start()) + 1
            said = " ".join(found["sql"].split())
            lines.append(f"{name}:{line}: the data does not bear out this claim: {said}")
    return lines


def render(text: str, con: Any) -> str:
    """The text with every value, result and output as they are now."""
    text = _VALUE.sub(lambda m: f"<!--= {m['sql']} -->{value(con, m['sql'])}<!--/-->", text)
    text = _RESULT.sub(lambda m: f"{m['head']}{table(con, m['sql'])}{m['tail']}", text)
    text = _FROM.sub(lambda m: f"{m['head']}{below_title(ROOT / m['name'])}{m['tail']}", text)
    return _OUTPUT.sub(lambda m: f"{m['head']}{output(m['commands'])}{m['tail']}", text)


def below_title(path: Path) -> str:
    """What a generated page says below its title, its headings two steps lower."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return "\n".join(f"##{line}" if line.startswith("#") else line for line in lines) + "\n\n"


def value(con: Any, sql: str) -> str:
    """The one value of a query, as people write it."""
    ((found,),) = con.execute(sql).fetchall()
    return _cell(found)


def table(con: Any, sql: str) -> str:
    """The result of a query as a Markdown table."""
    result = con.execute(sql)
    names = [column[0] for column in result.description]
    rows = [[_cell(each) for each in row] for row in result.fetchall()]
    return "\n" + "\n".join(_lines([names, ["---"] * len(names), *rows])) + "\n\n"


def _lines(rows: Iterable[list[str]]) -> Iterable[str]:
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


def _cell(found: Any) -> str:
    if found is None:
        return ""
    if isinstance(found, bool):
        return "yes" if found else "no"
    if isinstance(found, float):
        return f"{found:g}"
    return f"{found:,}" if isinstance(found, int) and abs(found) > 9999 else str(found)


def output(commands: str) -> str:
    """What the `$` lines of a block print, run in this process, as a fenced block."""
    printed = [_run(shlex.split(line[2:])) for line in commands.splitlines()]
    return "\n```text\n" + "".join(printed).rstrip() + "\n```\n\n"


def _run(words: list[str]) -> str:
    caught = io.StringIO()
    quiet = contextlib.redirect_stdout(caught), contextlib.redirect_stderr(caught)
    with quiet[0], quiet[1], contextlib.suppress(SystemExit):
        _main(words)
    return caught.getvalue()


def _main(words: list[str]) -> None:
    if words[0] == "ice-subpoenas":
        from ice_subpoenas import cli

        cli.main(words[1:])
    elif words[:2] == ["python", "build"]:
        import __main__ as program

        program.main(words[2:])
    else:
        raise ValueError(f"a document may only run ice-subpoenas or python build, not {words[0]}")
