"""Every rule is broken by a fixture, which breaks no other, at every entrance."""

from __future__ import annotations

import contextlib
import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import world
from check import history, stages
from check.settling import mentions
from check.telling import told
from checking import told_by
from evidence import around
from evidence.place import Piece, Words
from ice_subpoenas import problem, sql
from ice_subpoenas.formats.arrow import arrow_schema
from ice_subpoenas.problem import Place
from ice_subpoenas.relations.open import FilePlaces, Relations, from_folder
from ice_subpoenas.rules import ask, rows
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import memory
from ice_subpoenas.tables import TABLE
from printing import as_text
from reviewed.said import Said
from texts import ledger
from texts.held import Page, Region
from texts.seeds import Text

ROOT = Path(__file__).parents[1]
FIXTURES = sorted((Path(__file__).parent / "invalid").glob("*.toml"))
LINE = re.compile(r"[^:\s][^:]*:[1-9]\d*: ([a-z0-9-]+): .+ … .+")
SHARED, ACT = "datasets/reviewed/shared.toml", "datasets/reviewed/acts/tamarack-1.toml"
PHRASES = "datasets/reviewed/phrases.toml"
TERM = 'cells = { days_to_respond = "ten" }'


def code_of(fixture: Path) -> str:
    """The rule that a fixture breaks: its name without the number."""
    return re.sub(r"-\d+$", "", fixture.stem)


def is_further(fixture: Path) -> bool:
    """Whether a fixture breaks a rule that another one breaks too."""
    return fixture.stem != code_of(fixture)


def broken(folder: Path, *fixtures: Path) -> Path:
    """The tiny world with the faults of fixtures; ValueError where they edit the same words."""
    root = world.write(folder / "root")
    world.put(folder / "outside.toml", b"")
    world.put(folder / "outside.txt", b"")
    listed = [*map(edits_of, fixtures)]
    if any(edits.get("publish") for edits in listed):
        for edits in listed:
            world.change(root, edits.get("before", {}))
        publish(root)
    for edits in listed:
        world.change(root, edits)
    return root


def publish(root: Path) -> None:
    """Put the tables of a sound world where those lie that were published last."""
    folder = root / history.FOLDER
    folder.mkdir(parents=True)
    for name, table in stages.run(root).tables().items():
        pq.write_table(table, folder / f"{name}.parquet")


def test_a_table_that_was_not_published_yet_lost_nothing(tmp_path: Path) -> None:
    world.put(tmp_path / "datasets/SHA256SUMS", b"")
    (tmp_path / history.FOLDER).mkdir()

    assert history.read(tmp_path).unread == ()


def test_the_world_is_sound(tiny: stages.Checked) -> None:
    assert tiny.problems == ()
    assert tiny.stage == stages.STAGES[-1]


def test_every_rule_that_can_be_broken_by_files_or_rows_has_a_fixture() -> None:
    asked = {code for code, rule in RULES.items() if rule.subject != "published"}

    assert asked - {code_of(fixture) for fixture in FIXTURES} == {"computed-differs"}


CAUGHT: set[str] = set()
"""Rules of which a fixture was caught in a folder of tables."""


FIRST = [path for path in FIXTURES if not is_further(path)]


SIZE = 16  # fixtures that are tried together
Fixtures = tuple[Path, ...]


def edits_of(fixture: Path) -> dict[str, Any]:
    """What a fixture changes in the world."""
    return tomllib.loads(fixture.read_text("utf-8"))


LATER = "what was published last"


def subject_of(fixture: Path) -> str:
    """The file of the rule that a fixture breaks, unless it needs what was published last."""
    return LATER if edits_of(fixture).get("publish") else RULES[code_of(fixture)].subject


def pools(fixtures: Sequence[Path]) -> Iterator[tuple[str, Fixtures]]:
    """Fixtures of one file of rules each; apart from those on what was published last."""
    for subject, paths in itertools.groupby(sorted(fixtures, key=subject_of), subject_of):
        yield subject, tuple(paths)


def far_apart(fixtures: Fixtures) -> Fixtures:
    """Fixtures in an order in which no two are neighbors that were."""
    step = -(-len(fixtures) // SIZE) + 1
    return tuple(path for n in range(step) for path in fixtures[n::step])


TOGETHER = [
    pytest.param(tuple(f for f in FIRST if subject_of(f) == LATER), id=LATER),
    pytest.param(tuple(f for f in FIRST if subject_of(f) != LATER), id="files and rows"),
    *(
        pytest.param(far_apart(each), id=f"{subject}, all", marks=pytest.mark.slow)
        for subject, each in pools(FIXTURES)
    ),
]
"""Every run breaks each rule once; `pytest --long` in every way, beside other faults than there."""


@pytest.mark.parametrize("fixtures", TOGETHER)
def test_fixtures_break_their_rules_and_no_other(fixtures: Fixtures, tmp_path: Path) -> None:
    """Together; those that others hide again without them, down to one alone.

    As files; and as a folder of tables with the same rows, where they may break rules alone.
    """
    rooms = (tmp_path / str(n) for n in itertools.count())
    waiting = [fixtures]
    while waiting:
        pool = waiting.pop()
        tried = fitting(pool, rooms)
        wrong, unproven = wrongly_told(tried, next(rooms))
        assert not wrong or len(tried) > 1, f"{tried[0].stem}: {wrong}"
        left = tuple(path for path in pool if path not in tried)
        half = len(tried) // 2
        if len(unproven) < len(tried):
            waiting.append((*left, *unproven))
        else:
            waiting += [left, tried[:half], tried[half:]]
        waiting = list(filter(None, waiting))


def fitting(pool: Fixtures, rooms: Iterator[Path]) -> Fixtures:
    """The first `SIZE` of some fixtures that fit the world together and break a rule each."""
    found = pool[:1]
    end = end_of(found, next(rooms))
    for path in pool[1:]:
        is_new = code_of(path) not in map(code_of, found)
        if is_new and len(found) < SIZE and end_of((*found, path), next(rooms)) == end:
            found = (*found, path)
    return found


def end_of(fixtures: Fixtures, folder: Path) -> str:
    """The last stage that a check of the world with fixtures reaches, as far as shows quickly.

    Empty where they edit the same words.
    """
    if any(edits_of(path).get("publish") for path in fixtures):
        return LATER
    with contextlib.suppress(ValueError, OSError):
        sound = stages.read(broken(folder, *fixtures))
        if not isinstance(sound, stages.Sound):
            return "files"
        return "words" if stages.words(sound).problems else "rows"
    return ""


def wrongly_told(fixtures: Fixtures, folder: Path) -> tuple[str, Fixtures]:
    """What is told, other than the rules of fixtures, of the world with their faults.

    With it come the fixtures of which this proves nothing.
    """
    wanted = set(map(code_of, fixtures))
    try:
        root = broken(folder, *fixtures)
    except (ValueError, OSError) as error:
        return f"they do not fit the world: {error}", fixtures
    before = world.files(root)
    checked = stages.run(root)
    assert world.files(root) == before
    assert all(LINE.fullmatch(as_text(found)) for found in checked.problems)
    named = {found.file for found in checked.problems}
    folders = (root, root / "datasets/reviewed")
    assert all(any((each / file).parent.is_dir() for each in folders) for file in named), named
    told = {found.code for found in checked.problems}
    others = told - wanted
    if is_complete(checked):
        written(checked.tables(), checked, folder / "tables")
        found = asked(folder / "tables")
        CAUGHT.update(found & wanted)
        others |= found - wanted - {"computed-differs"}
    hidden = tuple(each for each in fixtures if code_of(each) not in told)
    wrong = f"told: {told}, as tables too: {others}" if others or hidden else ""
    return wrong, fixtures if others else hidden


def is_complete(checked: stages.Checked) -> bool:
    """Whether all words of the rows were found, so that the tables lack nothing."""
    if checked.relations is None or checked.sound is None:
        return False
    said = sum(len(row.said) for row in checked.sound.written.values())
    unplaced = checked.relations.rows("FROM quotes WHERE text IS NULL")
    _, unlisted = ledger.left_out(checked.sound.pages, checked.sound.others)
    return said == len(checked.pieces) and not unplaced and not unlisted


def asked(folder: Path) -> set[str]:
    """The codes of what is wrong with a folder of tables."""
    relations, unread = from_folder(folder)
    found = {each.code for each in unread or ask.problems(relations)}
    relations.close()
    return found


FAULTS = {
    "words-not-found": ("evidence", 0, "exact", "seven"),
    "unknown-column": ("evidence", 1, "column_name", "nothing"),
    "unknown-derivation": ("evidence", 2, "derivation", "guess"),
    "seed-changed": ("sources", 0, "text_sha256", "0" * 64),
    "seed-missing": ("sources", 1, "source_id", "s099"),
    "region-invalid": ("regions", 0, "char_end", 9_999),
}
"""What only tables can show: rule, table, row, column and a wrong value."""


def test_tables_that_disagree_with_their_texts_are_found(
    tiny: stages.Checked, tmp_path: Path
) -> None:
    tables = tiny.tables()
    for table, row, column, value in FAULTS.values():
        rows = tables[table].to_pylist()
        rows[row][column] = value
        tables[table] = pa.Table.from_pylist(rows, tables[table].schema)
    written(tables, tiny, tmp_path / "tables")

    assert asked(tmp_path / "tables") >= FAULTS.keys()


@pytest.mark.slow
def test_tables_are_asked_every_rule_that_needs_no_file(tmp_path: Path) -> None:
    """Each such rule is broken by the tables of a fixture, or has a fault of its own.

    Fixtures that were tried above beside others, without which no tables can be made, are tried
    alone.
    """
    needed = {
        code for code, rule in RULES.items() if any("files" not in q.needs for q in rule.questions)
    }
    for fixture in FIXTURES:
        if code_of(fixture) in needed - CAUGHT - FAULTS.keys():
            wrongly_told((fixture,), tmp_path / fixture.stem)

    assert needed - CAUGHT == FAULTS.keys() - CAUGHT


def written(tables: Mapping[str, pa.Table], checked: stages.Checked, folder: Path) -> None:
    """Tables as Parquet, faults and all, with the texts beside them."""
    assert checked.relations is not None
    folder.mkdir()
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    texts = checked.relations.con.sql("FROM texts").to_arrow_table()
    pq.write_table(texts, folder / "texts.parquet")


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_fixture_says_what_it_promises(fixture: Path) -> None:
    promise = tomllib.loads(fixture.read_text("utf-8"))["promise"]

    assert re.fullmatch(r"[A-Z].*\.", promise)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_says_what_why_an_example_and_a_remedy(rule: problem.Rule) -> None:
    assert all(len(text.split()) > 2 for text in (rule.what, rule.why, rule.example, rule.remedy))


@pytest.mark.parametrize(
    ("address", "other", "are_one"),
    [
        ("https://example.org/a", "http://WWW.example.org/a/#top", True),
        ("https://example.org/a", "https://amp.example.org/a.amp", True),
        ("https://example.org/a?utm_source=x&fbclid=y&id=5", "https://example.org/a?id=5", True),
        ("https://example.org/a?id=5&utm_source=x", "https://example.org/a/?id=5", True),
        ("https://example.org/a?id=5", "https://example.org/a?id=6", False),
        ("https://video.example/AbC1", "https://video.example/aBc1", False),
        ("https://example.org/a", "https://example.net/a", False),
    ],
)
def test_two_addresses_are_one_page_if_they_differ_by_nothing_that_a_server_heeds(
    address: str, other: str, are_one: bool
) -> None:
    (question,) = RULES["page-twice"].questions
    with contextlib.closing(memory()) as con:
        con.execute("CREATE TABLE source_relations (source_id TEXT, related_source_id TEXT)")
        con.execute("CREATE TABLE sources (source_id TEXT, url TEXT, original_url TEXT)")
        con.execute("INSERT INTO sources VALUES ('s1', ?, NULL), ('s2', ?, NULL)", [address, other])

        assert bool(con.execute(question.sql).fetchall()) == are_one


@pytest.mark.parametrize("before", ["", "ﬁ", "ß", "İ"])
def test_a_listed_phrase_is_mentioned_where_it_stands_whatever_letters_come_before_it(
    before: str,
) -> None:
    text = f"{before} They were Fined."
    page = Page(Text("s009", "seeds/009.txt", text, ""), (Region(0, len(text), "body"),))
    (found,) = mentions._in(page, (0, len(text)), [("fact", "fined")])

    assert text[found.start : found.end] == "Fined"


def test_words_that_say_nothing_by_themselves_point_to_no_code(checked: stages.Checked) -> None:
    assert checked.relations is not None
    assert checked.relations.rows("SELECT stems_of('was already canceling')") == [(["cance"],)]


def python() -> Iterator[tuple[Path, str]]:
    for folder in ("schema", "build"):
        for path in (ROOT / folder).rglob("*.py"):
            yield path, path.read_text("utf-8")


def test_a_problem_is_made_by_its_rule_and_in_no_other_way() -> None:
    made = [path.name for path, text in python() if re.search(r"\bProblem\(", text)]

    assert made == ["problem.py"]


def test_every_rule_that_code_names_is_declared() -> None:
    named = {code for _, text in python() for code in re.findall(r'RULES\["([a-z0-9-]+)"\]', text)}

    assert named <= RULES.keys()


HEDGED = (Path(__file__).parent / "invalid/negation-unanswered.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> tuple[problem.Problem, ...]:
    """What is told of a world with faults that leave one another alone."""
    root = broken(
        tmp_path_factory.mktemp("wrong"),
        next(f for f in FIXTURES if f.stem == "words-not-about-row-2"),
    )
    world.change(root, tomllib.loads(HEDGED.replace("possibly", "may")))
    edits = [
        {"file": ACT, "old": 'issuing_agency_id = "HIA"\n', "new": ""},
        {"file": ACT, "old": 'issuing_agency_id = "harbor-agency"\n', "new": ""},
        {"file": ACT, "old": "absent = {", "new": 'absent = { issuing_agency_id = "not_stated",'},
        {"file": PHRASES, "old": "[nationality]", "new": "[nationalities]"},
        {"file": SHARED, "old": 'kind = "local"', "new": 'kind = "other"'},
        *counted_of("two other men"),
    ]
    world.change(root, {"replace": edits, "seal": True})
    return stages.run(root).problems


def counted_of(words: str) -> list[dict[str, str]]:
    """Edits by which the two papers are counted in other words."""
    return [
        {"file": file, "old": "sent two harbor papers", "new": f"sent {words} (harbor papers)"}
        for file in (ACT, "seeds/000_tamarack.txt")
    ]


def test_a_word_that_may_be_a_month_is_a_hedge_elsewhere(
    wrong: tuple[problem.Problem, ...],
) -> None:
    found, *_ = [each for each in wrong if each.code == "negation-unanswered"]

    assert "the hedge “may” stands before" in found.message


def test_of_a_paper_to_a_private_recipient_it_is_said_what_becomes_of_its_sentences(
    wrong: tuple[problem.Problem, ...],
) -> None:
    (found,) = [each for each in wrong if each.code == "codes-contrary"]

    assert "only papers to state and local bodies are listed" in found.message
    assert 'in `left_out` as "out_of_scope"' in found.remedy


def test_words_that_end_with_a_month_cut_short_are_no_whole_sentence(tmp_path: Path) -> None:
    """The full stop is of the month, not of the sentence."""
    root = broken(tmp_path, next(f for f in FIXTURES if f.stem == "words-too-many"))
    words = (
        "the two papers that went to the records office ask who the sailor is, where he came from, "
    )
    words += "which boat he left and whom he met there"
    for said, codes in (
        ("The papers ask who the sailor is by Nov.", []),
        ("The papers ask who the sailor is.", ["words-too-many"]),
    ):
        edit = {"file": ACT, "old": f'words = "{words}"', "new": f'words = "{said}"'}
        world.change(root, {"replace": [edit]})
        words = said

        assert [each.code for each in told_by(root, "words-too-many")] == codes


@pytest.mark.parametrize(
    "month", ["May 6 38-year-old", pytest.param("38-year-old in May", marks=pytest.mark.slow)]
)
def test_the_month_of_may_is_no_hedge_and_other_papers_are_papers(
    tmp_path: Path, month: str
) -> None:
    """The word “other” before a noun counts nobody."""
    root = world.write(tmp_path)
    world.change(root, tomllib.loads(HEDGED.replace("possibly 38-year-old", month)))
    edits = counted_of("two other harbor papers")
    world.change(root, {"replace": edits, "seal": True})

    assert told_by(root, "negation-unanswered", "words-not-about-row") == []


def test_a_text_that_is_held_too_whole_names_the_words_to_shorten(
    apart: tuple[problem.Problem, ...],
) -> None:
    (found,) = [each for each in apart if each.code == "text-reconstructible"]

    assert re.search(r"\d+ characters too many", found.message)
    assert "“Acting Mayor Lena Osk told the council t…” (" in found.message


def test_of_a_claim_that_takes_no_null_it_is_said_what_to_write(
    wrong: tuple[problem.Problem, ...],
) -> None:
    found = [each for each in wrong if each.code == "missing-column"]

    assert [("issuing_agency_id" in p.message, "inference" in p.remedy) for p in found] == [
        (True, True)
    ]
    assert "`absent` is of no use" in found[0].remedy


def test_words_about_somebody_else_are_told_with_words_that_would_do(
    wrong: tuple[problem.Problem, ...],
) -> None:
    counted, other = [each.message for each in wrong if each.code == "words-not-about-row"]

    assert re.search(r"“two other men .*” counts something else", counted)
    assert re.search(r"says what the row is about, such as “.+”", other)


def test_an_answer_whose_words_no_list_has_yet_is_not_said_to_be_not_stated(
    apart: tuple[problem.Problem, ...],
) -> None:
    """The phrase is what is missing; another reason for the status of the act would be wrong."""
    codes = {each.code for each in apart}

    assert ("no-derivation" in codes, "absence-unfit" in codes) == (True, False)


def test_a_status_whose_words_are_there_is_not_said_to_be_not_stated(tmp_path: Path) -> None:
    """The event that was taken for something else is told first, for all that it leaves null."""
    found = (Path(__file__).parent / "invalid/absence-unfit-3.toml").read_text("utf-8")
    found = found.replace('absent = { result = "not_stated" }\n', "")
    found = found.replace('kind = "response"', 'kind = "statement"')
    root = world.write(tmp_path)
    world.change(root, tomllib.loads(found))
    edits = [
        {
            "file": PHRASES,
            "old": "[nationality]",
            "new": '[result]\nagreed = ["to answer"]\n\n[nationality]',
        },
        {"file": ACT, "old": 'response_status = "not_found:tamarack-1", ', "new": ""},
        {"file": ACT, "old": ', outcome = "not_found:tamarack-1"', "new": ""},
    ]
    world.change(root, {"replace": edits})
    (line,) = told(told_by(root, "null-without-reason"))

    assert "acts tamarack-1: outcome, response_status are null" in line
    assert "look first at tamarack-1-answer: its words “to answer” are listed for" in line
    assert "not_stated" not in line


def test_an_answer_without_a_result_is_named_where_no_status_follows(tmp_path: Path) -> None:
    found = (Path(__file__).parent / "invalid/absence-unfit-3.toml").read_text("utf-8")
    root = world.write(tmp_path)
    world.change(root, tomllib.loads(found))
    own = {"file": ACT, "old": 'response_status = "not_found:tamarack-1", ', "new": ""}
    world.change(root, {"replace": [own]})
    (line,) = told(told_by(root, "null-without-reason"))

    assert "response_status is null because tamarack-1-answer has no result" in line
    assert "give tamarack-1-answer its `result`" in line


def test_of_words_that_no_list_has_it_is_said_where_to_list_them(tmp_path: Path) -> None:
    """A second section of the same name would be no TOML; a body has an id and no code."""
    root = broken(tmp_path, next(f for f in FIXTURES if f.stem == "no-derivation-3"))
    edit = {"file": ACT, "old": 'recipient_agency_id = "Tamarack Records Office"'}
    world.change(root, {"replace": [edit | {"new": 'recipient_agency_id = "to the Tamarack"'}]})
    body, code = (each.remedy for each in told_by(root, "no-derivation"))
    section = b'[phrases_in.s000.fact]\narrest = ["sailor from"]\n'
    world.put(root / "datasets/reviewed/extra.toml", section)
    listed = told_by(root, "no-derivation")[-1].remedy

    assert 'in a new section: [phrases_in.s000] nationality.CODE = ["sailor"]' in code
    assert "with the phrases of s000 that are listed already (a section or a key" in listed
    assert 'agencies.ID = ["to the Tamarack"]' in body


def test_an_argument_that_takes_one_of_a_few_words_is_told_with_them(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    old = 'issued = { words = "on Monday",'
    edit = {"file": ACT, "old": old, "new": f'{old} direction = "before",'}
    world.change(root, {"replace": [edit]})
    (found,) = stages.run(root).problems

    assert "direction = 'before' is none of the words" in found.message
    assert '"on_or_before", "on_or_after"' in found.remedy


def test_a_day_that_is_not_found_is_told_and_nothing_that_follows_from_it(tmp_path: Path) -> None:
    """Without its day, the act may be any other of its recipient."""
    twin = next(f for f in FIXTURES if f.stem == "act-twice")
    root = broken(tmp_path, twin)
    second = root / "datasets/reviewed/acts/tamarack-2.toml"
    text = second.read_text("utf-8")
    second.write_text(text.replace('words = "on Monday", anchor', 'words = "Sunday", anchor'))

    assert [found.code for found in stages.run(root).problems] == ["words-not-found"]


def test_the_side_of_a_reason_is_told_with_the_sides_that_fit_its_speaker(
    apart: tuple[problem.Problem, ...],
) -> None:
    told = {each.remedy for each in apart if each.code == "codes-contrary"}

    assert any("correct `side`, to recipient, staff or other" in each for each in told)


def test_of_a_list_that_no_column_reads_the_nearest_is_named(
    wrong: tuple[problem.Problem, ...],
) -> None:
    assert "name the list nationality, if you mean that one" in {each.remedy for each in wrong}


def test_a_problem_is_told_once_where_many_rows_suffer_from_it(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    (root / "seeds" / "000_tamarack.txt").unlink()

    assert [found.code for found in stages.run(root).problems] == ["seed-missing"]


def test_a_document_that_is_not_held_may_have_any_number_after_those_of_texts(
    tmp_path: Path,
) -> None:
    root = world.write(tmp_path)
    row = '[[sources]]\nsource_id = "s1000"\nkind = "court_document"\n'
    world.put(root / "datasets/reviewed/sources/s1000.toml", row.encode())

    assert isinstance(stages.read(root), stages.Sound)


def test_where_only_the_first_faults_are_told_one_by_one_it_is_said_that_there_are_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agencies = TABLE["agencies"]
    given = [{"agency_id": key, "reason": "A sanctuary."} for key in "aabb"]
    con = sql.memory()
    sql.make(con, "agencies", pa.Table.from_pylist(given, arrow_schema(agencies)))
    con.execute(
        "CREATE TABLE keys AS SELECT 'agencies' AS table_name, agency_id AS row_id FROM agencies"
    )
    con.execute("CREATE TABLE reported (table_name VARCHAR, row_id VARCHAR, column_name VARCHAR)")
    monkeypatch.setattr(rows, "MOST", 1)

    found = list(rows.breaches(Relations(con, FilePlaces(con, {}), frozenset()), [agencies]))

    others = {each.rule.code for each in found if each.message.startswith("and others")}
    assert others == {"missing-column", "duplicate-id"}


def test_every_problem_of_form_is_told_in_one_run(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    edits = [
        {"file": SHARED, "old": 'kind = "city"', "new": 'kind = "town"'},
        {"file": SHARED, "old": 'kind = "local"', "new": "kind = 3"},
        {"file": ACT, "old": "n_subpoenas = 2", "new": "n_subpoena = 2"},
    ]
    world.change(root, {"replace": edits})

    assert [(found.file, found.code) for found in stages.run(root).problems] == [
        ("acts/tamarack-1.toml", "unknown-column"),
        ("shared.toml", "wrong-value"),
        ("shared.toml", "wrong-value"),
    ]


def test_every_problem_of_substance_is_told_in_one_run_with_its_file_and_line(
    tmp_path: Path,
) -> None:
    root = world.write(tmp_path)
    edits = [
        {"file": ACT, "old": "days_to_respond = 10", "new": "days_to_respond = 11"},
        {"file": ACT, "old": "age = 38", "new": "age = 39"},
        {"file": SHARED, "old": '"public_role"', "new": '"not_named"'},
    ]
    world.change(root, {"replace": edits})
    line = (root / ACT).read_text("utf-8").splitlines().index(TERM) + 1
    first, *others = stages.run(root).problems

    assert (first.file, first.line, first.code) == ("acts/tamarack-1.toml", line, "value-not-given")
    assert "11" in first.message
    assert "10" in first.message
    assert [(found.file, found.code) for found in others] == [
        ("acts/tamarack-1.toml", "value-not-given"),
        ("shared.toml", "naming-decision"),
    ]


def test_a_short_text_whose_facts_take_most_of_it_shows_less_around_their_words() -> None:
    text = "The clerk of Norland got four papers. Osk said no to each of them."
    page = Page(Text("s009", "seeds/009.txt", text, ""), (Region(0, len(text), "body"),))
    places = [(text.index(words), words) for words in ("clerk", "four", "papers", "Osk", "no")]
    pieces = [
        Piece(
            ("acts", "a", words),
            Said(words, "s009", text, Place("acts/a.toml", 1)),
            Words(
                words,
                text[max(0, at - 32) : at],
                text[at + len(words) :][:32],
                (at, at + len(words)),
                0,
            ),
            "number_word" if words == "four" else "literal",
            {},
            None,
        )
        for at, words in places
    ]
    shown = around.fitted(pieces, [], {"s009": page})

    assert [piece.words.exact for piece in shown] == [words for _, words in places]
    assert shown[1].words == pieces[1].words, "a number keeps the noun beside it"
    assert all(len(each.words.prefix) <= 16 for n, each in enumerate(shown) if n != 1)
    assert around.fitted(shown[:2], [], {"s009": page}) == shown[:2], "nothing is cut without need"


def test_a_key_of_a_cell_beside_it_is_told_with_the_line_to_write(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    text = (root / ACT).read_text("utf-8")
    assert TERM in text
    (root / ACT).write_text(text.replace(TERM, f'clause = "elsewhere"\n{TERM}'), "utf-8")
    (found,) = [p for p in stages.run(root).problems if "clause" in p.message]

    assert "belongs to one cell" in found.message
    assert 'cells = { days_to_respond = { words = "…", clause = "elsewhere" } }' in found.remedy


INFERRED = "issued = {{ by = 'inference', value = '2020-03-02', reason = 'The Monday before, {}' }}"
NAMING = {
    "two harbor papers": "on 2020-03-02.",
    "reading both papers": "or (2020-03-02).",
    "One paper asks": "March 2.",
    "from Norland": "on 2020-03-03.",  # another day
}
"""Words from which one day is inferred, and how the reason names it."""


SENT = "issuing_agency_id = {{ by = 'inference', value = 'harbor-agency', reason = '{}' }}"
SENDERS = {
    "One paper": "Only the agency that is named for its inspection of a harbor asks so.",
    "given ten days": "Nobody else in the town gives so short a term for an answer.",
}
"""Words from which a body is inferred, and how the reason names it: by its name, or not at all."""


def inferred() -> str:
    """Passages from which a day and a body are inferred."""
    cells = [(words, INFERRED.format(day)) for words, day in NAMING.items()]
    cells += [(words, SENT.format(reason)) for words, reason in SENDERS.items()]
    return "".join(
        f"\n[[acts.said]]\nsource = 's000'\nwords = '{words}'\n[acts.said.cells]\n{cell}\n"
        for words, cell in cells
    )


def test_the_words_of_a_code_may_have_a_hyphen(tmp_path: Path) -> None:
    """An I-9 subpoena is an `i9_subpoena`."""
    root = world.write(tmp_path)
    kind = "instrument = {{ by = 'inference', value = 'i9_subpoena', reason = '{}' }}"
    reasons = {
        "One paper": "It asks the town for forms of its clerks, and so it is an I-9 subpoena."
    }
    reasons["given ten days"] = "It asks the town for forms of all its clerks and of nobody else."
    passages = "".join(
        f"\n[[acts.said]]\nsource = 's000'\nwords = '{words}'\n[acts.said.cells]\n"
        f"{kind.format(r)}\n"
        for words, r in reasons.items()
    )
    world.change(root, {"replace": [{"file": ACT, "old": TERM, "new": TERM + passages}]})
    (line,) = told(told_by(root, "inference-unnamed"))

    assert "“given ten days” nor the reason names i9_subpoena" in line


SIDES = ("superior", "agency")
SECOND = 'ground_id = "tamarack-1-g-great-care"\nact_id = "tamarack-1"\nside = "superior"'
"""The side of the second of two grounds."""
UNLISTED = (Path(__file__).parent / "invalid/absence-unfit-3.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> tuple[problem.Problem, ...]:
    """What some rules tell of a world with a text that is held too whole, inferences, an answer in
    words of no list, and a reason of the wrong side."""
    two = [f for f in FIXTURES if f.stem in ("text-reconstructible", "ground-twice")]
    root = broken(tmp_path_factory.mktemp("apart"), *two)
    answer = UNLISTED.replace('absent = { result = "not_stated" }\n', "")
    answer = answer.replace('"to answer" }', '"to answer", result = "ten" }')
    world.change(root, tomllib.loads(answer))
    edits = [
        {"file": ACT, "old": TERM, "new": TERM + inferred()},
        {"file": "datasets/reviewed/grounds.toml", "old": SECOND, "new": SECOND.replace(*SIDES)},
        {
            "file": SHARED,
            "old": 'words = "Mayor Lena Osk said"\n',
            "new": 'words = "the Tamarack Records Office on Monday"\n'
            'cells = { affiliation_agency_id = "Tamarack Records Office" }\n'
            '[[individuals_referenced.said]]\nsource = "s000"\nwords = "Mayor Lena Osk said"\n',
        },
    ]
    world.change(root, {"replace": edits})
    codes = "text-reconstructible no-derivation absence-unfit codes-contrary inference-unnamed"
    return tuple(told_by(root, *codes.split()))


def test_an_inference_names_its_value_a_day_in_digits_or_words_and_a_body_by_its_name(
    apart: tuple[problem.Problem, ...],
) -> None:
    unnamed = [each.message for each in apart if each.code == "inference-unnamed"]

    assert sorted(message.partition("neither ")[2] for message in unnamed) == [
        "“from Norland” nor the reason names 2020-03-02",
        "“given ten days” nor the reason names harbor-agency, “Harbor Inspection Agency”",
    ]


ASKED = """
[[proceedings]]
proceeding_id = "harbor-court"
kind = "recipient_suit"
reason = "The office asked a court."

[[events]]
event_id = "tamarack-1-motion"
kind = "motion"
proceeding_id = "harbor-court"
[[events.said]]
source = "s000"
words = "The office was given ten days to answer"
cells = { kind = "ten days to answer" }

[[events]]
event_id = "tamarack-1-order"
kind = "order"
decides = "other"
after_event_id = "tamarack-1-motion"
absent = { result = "not_stated" }
PLACE[[events.said]]
source = "s000"
words = "The office was given ten days to answer"
cells = { kind = "was given ten days" }
"""


@pytest.mark.parametrize(("place", "n_told"), [('proceeding_id = "harbor-court"\n', 0), ("", 1)])
def test_a_ruling_follows_what_the_court_was_asked_in_the_same_matter_without_more_words(
    tmp_path: Path, place: str, n_told: int
) -> None:
    root = world.write(tmp_path)
    world.change(root, {"add": [{"file": ACT, "text": ASKED.replace("PLACE", place)}]})

    assert len(told_by(root, "claim-without-evidence")) == n_told
