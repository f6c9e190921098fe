"""Documents whose numbers and outputs are generated: README, data card, the pages of `docs/`.

A value stands between `<!--= SQL -->` and `<!--/-->`, on one line. Under a fenced `sql` block the
marker `<!-- result -->` begins its result, and under a fenced `console` block `<!-- output -->`
begins what its `$` commands print. A table without its query stands under `<!-- table SQL -->`, and
the folders of the code with their docstrings under `<!-- folders -->`. All four end at
`<!-- end -->`. So that the text can be read as it is written, a document may keep its SQL in one
comment at its end, a line `name: SQL` each, begun by `<!-- queries`, and name it where it is asked.
What a document asks runs on the published DuckDB file, opened to read, without access to any other,
and can change nothing.
"""

import ast
import contextlib
import csv
import io
import re
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb

from contribute import explain, new
from ice_subpoenas import cli
from ice_subpoenas.plain import in_table
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.published import names
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import closed, literal, memory, quickly_planned, quoted, within
from printing import Refusal
from writing import document
from writing import write as write_file

DOCUMENTS = (
    "README.md",
    "DATACARD.md",
    "docs/architecture.md",
    "docs/collections.md",
    "docs/cookbook.md",
    "docs/standing.md",
    "docs/statuses.md",
    "docs/strength.md",
    "docs/words.md",
)
CODE = ("schema/ice_subpoenas", "build")
"""Where the folders lie that a document lists."""
PAGES = {explain.PAGE: explain.page, new.PAGE: new.page}
"""Documents that are made whole from what is declared."""
MEASURED = "docs/data/measured"
"""Where figures lie that take too long to be measured again on every build."""
MEMORY = "1GB"
SECONDS = 20
LONGEST = 5_000
"""What a question may take, and how many rows it may give."""

OFTEN = re.compile(r"\b(?:overview|counts|proof_counts)\b")
"""Views that are kept when they are first asked: they take long, and documents ask them often."""

_VALUE = re.compile(r"<!--= (?P<sql>.+?) -->.*?<!--/-->", re.S)
_RESULT = re.compile(
    r"(?P<head>```sql\n(?P<sql>.+?)```\n+<!-- result -->\n).*?(?P<tail><!-- end -->)", re.S
)
_TABLE = re.compile(r"(?P<head><!-- table (?P<sql>.+?) -->\n).*?(?P<tail><!-- end -->)", re.S)
_QUERIES = re.compile(r"^<!-- queries\n(?P<lines>.*?)^-->$", re.S | re.M)
_NAME = re.compile(r"[a-z_]+")
_FOLDERS = re.compile(r"(?P<head><!-- folders -->\n).*?(?P<tail><!-- end -->)", re.S)
_OUTPUT = re.compile(
    r"(?P<head>```console\n(?P<commands>(?:\$ [^\n]+\n)+)```\n+<!-- output -->\n)"
    r".*?(?P<tail><!-- end -->)",
    re.S,
)


def stale(root: Path, published: Path | None = None) -> list[Problem]:
    """A problem for each document that does not say what the published tables say now.

    They are asked of a folder that was just published; without one, of `datasets/`.
    """
    return [problem for _, _, problem in _differing(root, published or root / "datasets")]


def write(root: Path) -> list[Problem]:
    """Renew every document, each replaced whole; a problem for each query or command that fails."""
    found = list(_differing(root, root / "datasets"))
    for path, now, _ in found:
        if now is not None:
            write_file(path, now)
    return [problem for _, now, problem in found if now is None]


def _differing(root: Path, published: Path) -> Iterator[tuple[Path, str | None, Problem]]:
    """Each document that is not what it should be: what it should be, if that is known, and why."""
    with tables(published, root) as con:
        for name in DOCUMENTS:
            path = root / name
            if not path.is_file() or path.is_symlink():
                continue
            try:
                old = path.read_text("utf-8")
                now = render(_with_folders(old, root), con)
            except (duckdb.Error, ValueError) as error:
                said = f"a query or command fails: {str(error).splitlines()[0]}"
                yield path, None, _wrong(name, said, "correct it")
                continue
            if now != old:
                yield path, now, _wrong(name, "its numbers are out of date")
    for name, page in PAGES.items():
        path = root / name
        if path.is_file() and path.read_bytes() != page().encode("utf-8"):
            yield path, page(), _wrong(name, "it is out of date")


def _wrong(name: str, said: str, remedy: str = "run `python build`") -> Problem:
    return RULES["not-regenerated"].at(Place(f"./{name}", 1), said, remedy)


@contextlib.contextmanager
def tables(place: Path, root: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """What documents may ask: the DuckDB file of a folder, and figures measured beside it."""
    with contextlib.closing(memory({"memory_limit": MEMORY, "temp_directory": ""})) as con:
        try:
            con.execute(f"ATTACH {literal(place / names.DATABASE)} AS published (READ_ONLY)")
        except duckdb.IOException as error:
            said = str(error).splitlines()[0]
            mend = "close the program that has it open, and run it again"
            raise Refusal(f"{said}; {mend if 'lock' in said else 'run `python build`'}") from None
        con.execute("USE published")
        for path in sorted((root / MEASURED).glob("*.csv")):
            _load(con, path)
        yield closed(quickly_planned(con))


def _load(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """A table of figures that were measured and recorded, under the name of its file."""
    try:
        head, *rows = csv.reader(document(path).splitlines())
        columns = ", ".join(f"{quoted(name)} VARCHAR" for name in head)
        con.execute(f"CREATE TEMP TABLE {quoted(path.stem)} ({columns})")
        if rows:
            places = ", ".join("?" * len(head))
            con.executemany(f"INSERT INTO {quoted(path.stem)} VALUES ({places})", rows)
    except (csv.Error, duckdb.Error, ValueError) as error:
        said = str(error).splitlines()[0]
        raise Refusal(f"{path} is not a table of figures ({said}); restore or remove it") from error


def render(text: str, con: duckdb.DuckDBPyConnection) -> str:
    """The text with every value, result and output as they are now.

    Raises ValueError for a query that does not only read, or a command that may not be run.
    """
    named = queries(text)
    text = _VALUE.sub(
        lambda m: f"<!--= {m['sql']} -->{value(con, _sql(m['sql'], named))}<!--/-->", text
    )
    for form in (_RESULT, _TABLE):
        text = form.sub(
            lambda m: f"{m['head']}{table(con, _sql(m['sql'], named))}{m['tail']}", text
        )
    return _OUTPUT.sub(lambda m: f"{m['head']}{output(m['commands'])}{m['tail']}", text)


def queries(text: str) -> dict[str, str]:
    """The SQL that a document keeps at its end, by name.

    >>> queries("Of <!--= acts -->7<!--/-->\\n\\n<!-- queries\\nacts: SELECT 7\\n-->\\n")
    {'acts': 'SELECT 7'}
    """
    found = _QUERIES.search(text)
    lines = found["lines"].splitlines() if found else []
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def _sql(asked: str, named: dict[str, str]) -> str:
    """What a document asks: SQL, or the name of some."""
    if not _NAME.fullmatch(asked):
        return asked
    if asked not in named:
        raise ValueError(f"no query is called {asked!r}; add it to `<!-- queries` at the end")
    return named[asked]


Rows = list[tuple[object, ...]]


def _ask(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[list[str], Rows]:
    """The names of the columns and the rows that a question gives."""
    if [each.type for each in duckdb.extract_statements(sql)] != [duckdb.StatementType.SELECT]:
        raise ValueError(
            f"a document may only ask one question, not {' '.join(sql.split())[:60]!r}"
        )
    with within(con, SECONDS):
        for view in OFTEN.findall(sql):
            con.execute(f"CREATE TEMP TABLE IF NOT EXISTS {quoted(view)} AS FROM {quoted(view)}")
        result = con.execute(sql)
        rows = result.fetchmany(LONGEST + 1)  # some rows are computed only when they are fetched
    if len(rows) > LONGEST:
        raise ValueError(f"{' '.join(sql.split())[:60]!r} gives more than {LONGEST} rows")
    return [column[0] for column in result.description], rows


def value(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    """The one value of a query, as people write it."""
    _, found = _ask(con, sql)
    if len(found) != 1 or len(found[0]) != 1:
        raise ValueError(f"{' '.join(sql.split())[:60]!r} gives no single value")
    return _cell(found[0][0])


def table(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    """The result of a query as a Markdown table; a line where there are no rows."""
    names, found = _ask(con, sql)
    rows = [[_cell(each) for each in row] for row in found]
    if not rows:
        return "\n(no rows)\n\n"
    return "\n" + "\n".join(_lines([names, ["---"] * len(names), *rows])) + "\n\n"


def _with_folders(text: str, root: Path) -> str:
    """The text with the folders of the code as they are now."""
    return _FOLDERS.sub(lambda m: f"{m['head']}{folders(root)}{m['tail']}", text)


def folders(root: Path) -> str:
    """Every folder of the code with what its docstring says first, as a Markdown table."""
    found = [path for top in CODE for path in sorted((root / top).glob("*/**/__init__.py"))]
    rows = [[f"`{path.parent.relative_to(root).as_posix()}/`", _purpose(path)] for path in found]
    return "\n" + "\n".join(_lines([["folder", "what is in it"], ["---"] * 2, *rows])) + "\n\n"


def _purpose(path: Path) -> str:
    """The first paragraph of a module's docstring, on one line."""
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(said.split("\n\n")[0].split())


def _lines(rows: Iterable[list[str]]) -> Iterable[str]:
    for row in rows:
        yield "| " + " | ".join(in_table(cell).replace("\n", " ") for cell in row) + " |"


def _cell(found: object) -> str:
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
    if words[:2] != ["ice-subpoenas", "trace"]:
        raise ValueError(f"a document may only run ice-subpoenas trace, not {' '.join(words)[:60]}")
    caught = io.StringIO()
    quiet = contextlib.redirect_stdout(caught), contextlib.redirect_stderr(caught)
    with quiet[0], quiet[1], contextlib.suppress(SystemExit):
        cli.main(words[1:])
    return caught.getvalue()
