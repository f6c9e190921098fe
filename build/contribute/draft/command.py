"""Draft the rows of an article: its document, its act, people, events, facts, grounds, quotations.

FILE is an article that will be kept whole, as text or HTML. For a page that is only quoted, give a
file of phrases instead, one per line, each with its place on the page, such as
`[third paragraph] served two subpoenas on the sheriff`, and the words of its head as `title: …`,
`byline: …`, `published: …`. For a table of requests, give a CSV file with the columns that
docs/collections.md names: each line about a subpoena becomes an act.

What the script cannot decide is a question in the draft, `# ? …`: choose, then remove the comment.
A row that may be false stands in a comment below its question.
"""

import argparse
import re
import shlex
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from check import leftovers, stages, telling
from contribute.draft import again, collection, files, reading
from contribute.draft.files import Draft
from contribute.draft.known import Known
from contribute.draft.makers.bodies import told
from contribute.draft.makers.rest import WHICH_DAY
from contribute.draft.pages import article
from contribute.draft.pages.article import Article
from ice_subpoenas.plain import safe
from ice_subpoenas.relations.open import Relations
from printing import Refusal, located
from reviewed import paths
from reviewed.files import OFFERED
from texts.seeds import LAST_HELD, SUMS
from writing import write

EXAMPLE = "python build draft article.txt --url https://example.org/2026/03/12/subpoenas"
MOST_QUOTED = 150  # words of a page that is not held, as the rule words-too-many counts them
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]{4,400}")
ASKED = "questions; answer each in the row below it, then delete its line"
OFFERS = "rows are offered in comments; keep those that are true"
HASH = re.compile(r"[0-9a-f]{64}", re.I)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("file", nargs="?", type=Path, metavar="FILE", help="article, text or HTML")
    given.add_argument(
        "--page", type=Path, metavar="FILE", help="phrases of a page that is not held"
    )
    given.add_argument("--table", type=Path, metavar="FILE", help="a table of requests, as CSV")
    parser.add_argument("--url", help="address of the page; needed with --page and --table")
    parser.add_argument(
        "--accessed", type=_day, metavar="YYYY-MM-DD", help="day on which you read the page"
    )
    parser.add_argument(
        "--to",
        action="append",
        default=[],
        metavar="BODY",
        help="a body that received papers, in words of the text; repeat it for each: no other gets "
        'an act. Other words for the body follow "=", as in "Tarrow Water Board = the utility"',
    )
    parser.add_argument("--encoding", help="encoding, if not UTF-8, such as windows-1252")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-01-31") from error


def run(args: argparse.Namespace) -> int:
    """Write the draft, and say what is left to do."""
    lines: tuple[collection.Line, ...] = ()
    if args.table:
        given, lines, n_others = collection.read(args.table, _address(args))
        print(f"{len(lines)} lines speak of a subpoena; {n_others} others are left out")
    else:
        given = _given(args)
    unfound = told.refuse_unfound(given.text, args.to)
    again.take_away(args.root, given)
    checked = stages.run(args.root)
    if checked.problems or checked.relations is None:
        n = len(checked.problems)
        raise Refusal(f"the check finds {n} problems; fix them first, so that it shows only yours")
    known = Known.of(checked)
    source = known.next_source(given.is_held)
    if given.is_held and int(source[1:]) > LAST_HELD:
        free = f"documents from s{LAST_HELD + 1} on are not held"
        raise Refusal(f"numbers up to {LAST_HELD} are used; {free}")
    read = reading.of(given, source)
    draft = files.compose(read, known, args.accessed, lines, args.to)
    _store(args.root, read, draft)
    completed = leftovers.settle(args.root, read.source) if read.is_held else None
    again.note(args.root, given, [*draft.files, *([read.page.held.path] * read.is_held)])
    _tell(args, read, draft, completed)
    if unfound:
        print(f"\nThe text does not have {_listed(unfound)}: the rows have its other words for it.")
    return 0


def _given(args: argparse.Namespace) -> Article:
    if args.page:
        return article.phrases(args.page, _address(args))
    given = article.read(args.file, args.encoding)
    head = given.head | ({"url": _address(args)} if args.url else {})
    return Article(given.text, head, (), given.how, given.n_head_lines)


def _address(args: argparse.Namespace) -> str:
    """The address of the page, which a page that is not held must have."""
    if not args.url:
        raise Refusal("--page and --table need --url: the address of the page")
    if not ADDRESS.fullmatch(args.url):
        raise Refusal(f"{safe(args.url[:80])!r} is not an address; write https://…")
    return str(args.url)


def _store(root: Path, read: reading.Reading, draft: Draft) -> None:
    """Write the text with its hash, and the files; nothing that is there is replaced."""
    targets = {paths.target(root, name): text for name, text in draft.files.items()}
    for path in targets:
        if path.exists():
            name = path.relative_to(root).as_posix()
            raise Refusal(f"{name} is there already; move it away first")
    if read.is_held:
        _hold(root, read)
    for path, text in targets.items():
        write(path, text)


def _hold(root: Path, read: reading.Reading) -> None:
    path, sums = root / read.page.held.path, root / SUMS
    listed = sums.read_text(encoding="utf-8") if sums.is_file() else ""
    digest = read.page.held.sha256
    if digest in {found.lower() for found in HASH.findall(listed)}:
        raise Refusal(f"this text is held already; {SUMS} lists its hash")
    write(path, read.text)
    write(sums, listed.rstrip("\n") + ("\n" if listed.strip() else "") + f"{digest}  {path.name}\n")


def _tell(
    args: argparse.Namespace, read: reading.Reading, draft: Draft, completed: Relations | None
) -> None:
    """Print the files, what the check says of them, and the next step."""
    root = args.root
    if read.is_held:
        print(f"{read.page.held.path}: the text, {read.article.how}")
    counts: Counter[str] = Counter()
    for row in draft.rows:
        counts[row.table] += len(row.pairs.get("ids", "1"))
    for name in draft.files:
        written = paths.target(root, name).read_text("utf-8")
        print(f"{paths.FOLDER}/{name}: {written.count(chr(10))} lines")
    print("  " + ", ".join(f"{n} {table.replace('_', ' ')}" for table, n in counts.items()))
    checked = stages.run(root, completed)
    open_ = [p for p in checked.problems if p.code == "question-open"]
    open_.sort(key=lambda problem: WHICH_DAY not in problem.message)
    others = [p for p in checked.problems if p.code != "question-open"]
    if not read.is_held and checked.relations:
        sql = "SELECT n_words_quoted FROM sources WHERE source_id = ?"
        (n,) = checked.relations.con.execute(sql, [read.source]).fetchone() or (0,)
        if n <= MOST_QUOTED:  # if more, the check says so, or the page has no limit
            print(_quoted(read, draft, n))
    offers = [p for p in open_ if p.message.startswith(OFFERED)]
    asked = [p for p in open_ if p not in offers]
    for own, what in ((asked, ASKED), (offers, OFFERS)):
        if own:
            print(f"\n{len(own)} {what}:")
        for problem in own:
            print(safe(f"  {located(problem)}:{problem.line}: {problem.message}"))
    if others:
        print("\nThe check also finds:")
        print("\n".join(telling.told(others)))
    if not args.table:
        print(_whom(args, read, draft))
    print(
        "\nCompare the files with the article: answer, correct, delete and add. Then "
        "`python build check --fix` formats them and says what is left; in a second terminal "
        "`python build check --watch` checks whenever you save. When there are no problems: "
        "`python build changes main`."
    )


def _whom(args: argparse.Namespace, read: reading.Reading, draft: Draft) -> str:
    """To whom papers went as the draft has it, and what to type if that is wrong."""
    taken = list(dict.fromkeys(read.words(paper.main.receiver) for paper in draft.papers))
    went = f"Papers went to {_listed(taken)}." if taken else "No act was drafted."
    named = f" The text also names {_listed(draft.others)}." if draft.others else ""
    given = [word for told in args.to or taken or ["BODY"] for word in ("--to", told)]
    page = [word for word in ("page", "url", "accessed", "encoding") if getattr(args, word)]
    more = [word for name in page for word in (f"--{name}", str(getattr(args, name)))]
    own = [str(args.file)] if args.file else []
    more_words = ""
    if args.page and taken and _is_mostly_unused(read, draft):
        noun = taken[0].removeprefix("the ").split(" of ")[0].split()[-1]
        told = f"{taken[0]} = the {noun.lower()}"
        more_words = f" Most phrases gave no row. {BY_OTHER_WORDS} --to {_typed(told)}."
    return (
        f"\n{went}{named}{more_words} If that is wrong or a body is missing, say which "
        "received papers, in words of the text; this draft is replaced unless somebody has "
        "edited it:\n  " + " ".join(map(_typed, ["python", "build", "draft", *own, *more, *given]))
    )


BY_OTHER_WORDS = "If they call this body otherwise, add those words behind a =, such as"


def _is_mostly_unused(read: reading.Reading, draft: Draft) -> bool:
    """Whether most phrases of a page have no words in any row."""
    body = {s.number for s in read.body if s.region == "body"}
    used = {passage.stretch.number for row in draft.rows for passage in row.said}
    return 2 * len(body & used) < len(body)


def _typed(word: str) -> str:
    """A word as it is typed in a shell; one with an apostrophe stands in double marks.

    >>> print(_typed("Linden County Sheriff's Office"))
    "Linden County Sheriff's Office"
    """
    is_plain = "'" in word and not set('"\\$`!').intersection(word)
    return f'"{word}"' if is_plain else shlex.quote(word)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{safe(name)}”" for name in names)


def _quoted(read: reading.Reading, draft: Draft, n: int) -> str:
    """How many words of a page are quoted, those included that no row uses yet."""
    used = {passage.stretch.number for row in draft.rows for passage in row.said}
    spans = [s.span for s in read.stretches]
    every, own = (
        sum(len(read.words(span).split()) for span in each)
        for each in (spans, [draft.windows[number] for number in used])
    )
    more = every - own
    room = MOST_QUOTED - n - more
    over = f"; cut {-room} or more" if room < 0 else f"; {room} are left for rows that you add"
    told = f"{n} in rows, and {more} in phrases or parts of them that no row uses yet{over}."
    return f"{n + more} words of the page may be quoted, of at most {MOST_QUOTED} in all: {told}"
