"""An article becomes the draft of its rows; a person answers what only a person can."""

from __future__ import annotations

import codecs
import hashlib
import importlib
import pkgutil
import re
import shutil
from collections.abc import Iterable, Iterator
from inspect import unwrap
from pathlib import Path
from typing import NamedTuple

import pytest

import system
import world
from answering import OFFER, above, answered, answers, kept
from calling import Called, call
from check import leftovers, stages
from check.settling import proposals
from checking import filled, left_open, told_by
from contribute.draft import command, makers, reading
from contribute.draft.makers.bodies import offices
from contribute.draft.makers.bodies.named import Body
from contribute.draft.makers.happened import actors
from contribute.draft.makers.happened import answers as told_answers
from contribute.draft.makers.papers import receivers
from contribute.draft.makers.papers.belonging import Belonging
from contribute.draft.makers.papers.paper import Paper, Sending
from contribute.draft.pages import article, markup
from drafting import completing
from effort import ambiguous, grows
from ice_subpoenas.problem import Problem
from ice_subpoenas.relations.open import Relations
from printing import Refusal
from texts.withheld import digest

pytestmark = pytest.mark.slow

ARTICLE = """\
Sheriff of Linden County turns away immigration subpoenas

By Nora Feld
May 7, 2026

TARROW, Ore. — Immigration and Customs Enforcement served three administrative subpoenas on the \
Linden County Sheriff's Office on Monday, when Polk County and Lane County kept a holiday. They \
ask for the addresses, emergency contacts and employers of three men whom the jail released, and \
they give the office 14 days to respond.

The sheriff's office said it would not comply with the subpoenas.

“An office in another city is no court,” said Sheriff Dana Whitlock. “We will answer a judge.”

One of the men, a 31-year-old Honduran national, was convicted of  burglary in 2021. Pedro \
Salamanca was arrested in March, records show.

ICE spokesman Carl Umber said the agency would ask a federal judge to enforce the subpoenas.

In a separate step, the agency sent a letter to the Oregon Department of Labor on April 30.

Neighbors of Ramon Quispe said Quispe had moved. Ana Tello and Rosa Market, \
cousins, said nothing. Pedro Salamanca's wife, Maria Salamanca, said her husband was held.

Later Ms. Moss sent a letter to an aide, asking for the voter files of the county.

Rain kept the market closed.

Advertisement

Advertisement
"""
HTML = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Sheriff turns away | The Linden Post</title>
<meta property="og:site_name" content="The Linden Post"><meta name="author" content="Nora Feld">
<meta property="article:published_time" content="2026-05-07T10:00:00-07:00">
<link rel="canonical" href="https://lindenpost.example/2026/05/07/sheriff"></head>
<body>
<nav><a href="/">Home</a> Sports Weather</nav><article><h1>Sheriff turns away subpoenas</h1>
<p>Immigration and Customs Enforcement served three administrative subpoenas on the Linden County
Sheriff&rsquo;s Office on Monday.</p>
<p>&ldquo;We will answer a judge,&rdquo; said Sheriff Dana Whitlock.</p>
<p>The county has two weeks, and its lawyers are reading the papers.</p>
<p>Rain kept the fair on the hill closed for most of the week.</p></article>
<aside class="related"><p>Fair opens with a record crowd</p></aside>
<footer>All rights reserved</footer></body></html>"""
PHRASES = """\
title: Sheriff turns away subpoenas
byline: Nora Feld
published: May 7, 2026
[first paragraph] served three administrative subpoenas on the Linden County Sheriff's Office
Immigration and Customs Enforcement confirmed it
[third paragraph] ask for the addresses of three men whom the jail in Oregon released
"""
MORE = """\
[eighth paragraph] the sheriff's office said it would not comply with the subpoenas
[ninth paragraph] The papers lay on the counter
"""
LEFT = {"question-open", "proposal-unsettled", "mention-unaccounted"}
"""What a draft leaves to a person."""
URL = "https://lindenpost.example/2026/05/07/sheriff"
PAGED = ("--url", URL, "--accessed", "2026-05-08", "--page")


def draft(root: Path, content: str | bytes, name: str, *words: str) -> Called:
    """Draft the rows of a file that lies beside the checkout."""
    file = root.parent / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return call(root, "draft", *words, str(file))


def written(root: Path) -> str:
    """Every reviewed file of a checkout, one after the other."""
    return "".join(p.read_text("utf-8") for p in (root / "datasets/reviewed").rglob("*.toml"))


class Drafted(NamedTuple):
    """A checkout with a draft, and its rows as the draft itself completed them."""

    root: Path
    called: Called
    relations: Relations

    def written(self) -> str:
        """Every reviewed file, one after the other."""
        return written(self.root)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """The rows of a query."""
        return self.relations.rows(sql)


def made(folder: Path, text: str, *words: str, is_told: bool = False) -> Drafted:
    """The draft of an article in a new checkout; it is checked where what is told of it matters."""
    root = world.write(folder / "checkout")
    with completing(is_told=is_told) as kept:
        called = draft(root, text, "article.txt", "--url", URL, *words)
    assert called.code == 0
    relations = kept[-1] if kept else stages.run(root).relations  # a page completes none
    assert relations is not None
    return Drafted(root, called, relations)


Told = tuple[Path, Called, stages.Checked]
"""A checkout with a draft, what the command said, and what a check of it finds."""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A checkout with the draft of the article; no test changes it."""
    root = world.write(tmp_path_factory.mktemp("drafts") / "checkout")
    with completing(is_told=True):
        called = draft(root, ARTICLE, "article.txt", "--url", URL)
    return root, called, stages.run(root)


def listed(checked: stages.Checked | Drafted, sql: str) -> list[tuple[object, ...]]:
    """The rows of a query on the tables of a check."""
    assert checked.relations is not None
    return checked.relations.rows(sql)


def row(checked: stages.Checked | Drafted, sql: str) -> tuple[object, ...]:
    """The only row of a query on the tables of a check."""
    (found,) = listed(checked, sql)
    return found


def test_the_text_is_kept_as_it_is_and_its_hash_is_listed(drafted: Told) -> None:
    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()
    stored = drafted[0] / "seeds" / f"002_{digest[:16]}.txt"

    assert stored.read_text("utf-8") == ARTICLE
    assert f"{digest}  {stored.name}" in (drafted[0] / "seeds/SHA256SUMS").read_text("utf-8")


def test_what_is_left_to_a_person_is_questions_and_proposals(drafted: Told) -> None:
    left = {problem.code for problem in drafted[2].problems}

    assert left <= LEFT
    asked = [p for p in drafted[2].problems if p.code == "question-open"]
    assert all(f".toml:{p.line}: {p.message[:30]}" in drafted[1].out for p in asked)


def test_a_draft_tells_what_a_check_of_its_files_tells(drafted: Told) -> None:
    fresh = unwrap(stages.run)(drafted[0])  # not remembered from the draft, but checked again

    assert drafted[2].problems == fresh.problems


def test_the_head_of_the_article_is_found(drafted: Told) -> None:
    found = row(
        drafted[2],
        "SELECT title, byline, published_edtf, url, standing FROM sources WHERE source_id = 's002'",
    )
    title = "Sheriff of Linden County turns away immigration subpoenas"
    assert found == (title, "Nora Feld", "2026-05-07", URL, "own_reporting")


def test_the_act_has_its_number_day_term_and_people(drafted: Told) -> None:
    found = row(
        drafted[2],
        "SELECT n_subpoenas, served_edtf, days_to_respond, n_persons, instrument, "
        "recipient_as_printed FROM acts WHERE act_id = 'linden-county-1'",
    )
    office = "Linden County Sheriff's Office"
    assert found == (3, "2026-05-04", 14, 3, "administrative_subpoena", office)


def test_a_second_paper_is_an_act_of_its_own_that_is_not_counted(drafted: Told) -> None:
    sql = "SELECT instrument, in_scope FROM acts WHERE act_id LIKE 'oregon-department-of-labor-%'"
    assert row(drafted[2], sql) == ("letter", False)


def test_a_refusal_and_a_threat_become_statuses(drafted: Told) -> None:
    sql = "SELECT response_status, enforcement_status FROM acts WHERE act_id = 'linden-county-1'"
    assert row(drafted[2], sql) == ("refused", "threatened")


def test_a_quotation_has_its_speaker_and_the_office(drafted: Told) -> None:
    sql = "SELECT speaker_id, title_as_printed FROM quotes WHERE text LIKE 'An office in another%'"
    assert row(drafted[2], sql) == ("dana-whitlock", "Sheriff")


def test_a_private_person_or_relative_is_named_in_no_file_of_the_draft(drafted: Told) -> None:
    written = world.files(drafted[0] / "datasets")
    assert b'table = "withheld"' in written["reviewed/sources/s002.toml"]
    for name in (b"Salamanca", b"Maria", b"Ramon", b"Quispe", b"Tello"):
        assert not [file for file, content in written.items() if name in content]


def test_a_surname_that_is_also_a_common_word_is_withheld_with_the_given_name_alone(
    drafted: Told,
) -> None:
    listed = (drafted[0] / "datasets/reviewed/sources/s002.toml").read_text("utf-8")

    assert " market closed" in ARTICLE
    assert digest(["Rosa", "Market"]) in listed
    assert digest(["Tello"]) in listed
    assert digest(["Market"]) not in listed


def test_a_draft_whose_questions_are_answered_passes_the_check(
    drafted: Told, tmp_path: Path
) -> None:
    """Also where the text has two spaces, without which words are not found in it again."""
    assert "  " in ARTICLE
    assert call(answered(drafted[0], tmp_path), "check").code == 0


def test_nothing_is_rejected_before_somebody_says_so(drafted: Told) -> None:
    text = (drafted[0] / "datasets/reviewed/sources/s002.toml").read_text("utf-8")

    before, first, _ = text.partition('{ table = "rejections"')
    assert first
    assert before.splitlines()[-2].lstrip().startswith("# ? ")


def test_a_draft_is_in_the_one_form_of_the_files(drafted: Told) -> None:
    assert call(drafted[0], "fmt", "--check").out.count("s002") == 0


# --- what may be given -----------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of two articles."""
    return world.write(tmp_path / "checkout")


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are written and not checked, for tests that look at the drafted rows alone."""
    monkeypatch.setattr(command, "_tell", lambda *_: None)
    monkeypatch.setattr(leftovers, "settle", lambda *_: None)


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Called]:
    """A checkout with the draft of a page that holds a long table; no test changes it."""
    root = world.write(tmp_path_factory.mktemp("pages") / "checkout")
    cells = "".join(f"<tr><td>{n}</td><td>County {n}</td></tr>" for n in range(500))
    page = HTML.replace("</article>", f"<table>{cells}</table></article>")
    return root, draft(root, page, "page.html", "--url", URL)


def test_of_a_page_the_article_and_the_words_of_its_head_are_kept(
    paged: tuple[Path, Called],
) -> None:
    root, called = paged
    assert called.code == 0
    (text,) = (path.read_text("utf-8") for path in (root / "seeds").glob("002_*.txt"))
    assert text.startswith(
        "Sheriff turns away subpoenas\nNora Feld\nThe Linden Post\n2026-05-07\n\n"
    )
    assert not re.search("Sports|record crowd|rights reserved", text)
    assert {p.code for p in stages.run(root).problems} <= LEFT


@pytest.fixture(scope="module")
def quoted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Called]:
    """A checkout with the draft of a page that is not held; no test changes it."""
    root = world.write(tmp_path_factory.mktemp("phrases") / "checkout")
    with completing(is_told=True):
        return root, draft(root, PHRASES + MORE, "phrases.txt", *PAGED)


def test_of_a_page_that_is_not_held_only_the_given_phrases_are_kept(
    quoted: tuple[Path, Called],
) -> None:
    root, called = quoted
    assert called.code == 0
    assert len(list((root / "seeds").glob("*.txt"))) == 2
    checked = stages.run(root)
    assert {problem.code for problem in checked.problems} <= {"question-open"}
    evidence = row(
        checked,
        "SELECT locator, is_refound FROM evidence "
        "WHERE table_name = 'acts' AND column_name = 'n_subpoenas' AND source_id LIKE 's1%'",
    )
    assert evidence == ("first paragraph", False)


def test_the_words_of_a_page_are_counted_before_too_many_are_quoted(
    quoted: tuple[Path, Called],
) -> None:
    told = (
        r"(\d+) words of the page may be quoted, of at most 150 in all: (\d+) in rows, and (\d+) in"
    )
    ((total, used, more),) = re.findall(told, quoted[1].out)
    unused = "The papers lay on the counter".split()
    assert int(total) == int(used) + int(more) >= int(used) + len(unused)


def test_each_phrase_of_a_page_stands_in_a_row_or_in_a_question(
    quoted: tuple[Path, Called],
) -> None:
    root, called = quoted
    told = written(root)

    phrases = [line.partition("] ")[2] for line in MORE.splitlines()]
    shown = re.findall(r'words = "([^"]*)"|drafted from: "([^"]*)"', told)
    assert all(any(part and part in each for pair in shown for part in pair) for each in phrases)
    asked = 'no row was drafted from: "The papers lay on the counter" (ninth paragraph)'
    assert asked in called.out
    assert called.out.count("drafted from") == told.count("drafted from") >= 1


HALVES = """\
title: Offices weigh papers
published: Nov. 25, 2026
[first paragraph] Linden Housing Authority in Oregon gave Immigration and Customs Enforcement part
[second paragraph] Linden Housing Authority sent leases Nov. 12, five days after it got a subpoena
[third paragraph] Justice Department also sent a letter dated Nov. 9 to lawmakers
[fourth paragraph] Philippa Stannard was served Oct. 14 with a subpoena for title transfers
[fifth paragraph] Linden Housing Authority refused on Nov. 20 while three tenants waited in the hall
"""


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (b"", "the text is empty"),
        (b"%PDF-1.7", "save its text as a plain file"),
        (b"PK\x03\x04", "save its text as a plain file"),
        ("Señor".encode("latin-1"), "name its encoding"),
        (b"one\x00two", "save its text as a plain file"),
        (b"x" * 200_000, "cut out the article"),
        (b"x" * (3 * 2**20), "cut out the article"),
        (b"<html><body><p>Short.</p></body></html>", "no article was found"),
        (b"<html><table>" + b"<tr><td>a<td>b" * 20_000, "more than 20,000 paragraphs and cells"),
        (world.FIRST.encode(), "is held already"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line_and_nothing_is_written(
    root: Path, content: bytes, remedy: str
) -> None:
    before = world.files(root)

    called = draft(root, content, "given")

    assert (called.code, called.err.count("\n")) == (2, 1)
    assert remedy in called.err
    assert world.files(root) == before


ENDLESS = ("<div ", "<!-- ", "<!-- >", "<![CDATA[ >", "<![if >", "<![foo[", "</", "<a b='\">")
"""What opens and never ends: a parser that looks for the end of each takes hours."""


@pytest.mark.parametrize("opened", ENDLESS)
def test_a_page_that_opens_what_it_never_ends_is_read_once(opened: str) -> None:
    page = "<html><body><p>Four subpoenas came.</p>" + opened * 100_000

    assert markup.read(page).article.startswith("Four subpoenas came.")


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("served three subpoenas", "begin with it: [third paragraph] words"),
        ("[lead] " + "word " * 21, "quote at most 20 words in one phrase; there are 21 in line 1"),
        (f"[lead] {'word ' * 21}\n[end] {'word ' * 30}", "there are 21 in line 1, 30 in line 2"),
        ("# only a comment", "holds no phrase"),
    ],
)
def test_phrases_without_a_place_or_too_long_are_refused(
    tmp_path: Path, line: str, remedy: str
) -> None:
    (tmp_path / "phrases.txt").write_text(line, "utf-8")

    with pytest.raises(Refusal, match=re.escape(remedy)):
        article.phrases(tmp_path / "phrases.txt", URL)


def test_a_phrase_that_stands_twice_at_one_place_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "phrases.txt").write_text("[lead] a deed\n[end] a deed\n[end] a deed\n", "utf-8")

    assert len(article.phrases(tmp_path / "phrases.txt", URL).phrases) == 2


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + "Señor\n".encode(),
        "Señor\n".encode("utf-16"),
        "Señor\r\n".encode(),
    ],
)
def test_byte_order_marks_and_line_ends_are_read_and_left_out(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "text").write_bytes(content)
    assert article.read(tmp_path / "text").text == "Señor\n"


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes("“Señor”".encode("cp1252"))
    assert article.read(tmp_path / "text", "windows-1252").text == "“Señor”"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    system.link(tmp_path / "link", "/etc/hostname")
    with pytest.raises(Refusal, match="is a link"):
        article.read(tmp_path / "link")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "words",
        "<p>" + "<a href='x'>" * 5000,
        "<table>" + "<tr><td>cell" * 5000,
        '<script type="application/ld+json">' + "[" * 5000,
    ],
)
def test_pages_that_nest_without_end_are_read(page: str) -> None:
    assert isinstance(markup.read(f"<html><body>{page}").article, str)


# --- proposals, one by one -------------------------------------------------------------------


@pytest.fixture
def proposed(root: Path) -> Path:
    """The checkout after a rejection was lost, so that one proposal is open again."""
    file = root / "datasets/reviewed/sources/s001.toml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("[[rejections]]")], "utf-8")
    return root


def test_a_rejection_is_written_at_once_and_not_asked_for_again(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "r", "no_such_reason", "background")

    first = call(proposed, "extract", "--settle")

    assert first.code == 0
    assert "nobody had decided anything" in first.out
    assert call(proposed, "extract", "--settle").out.strip().startswith("0 settled, 0 left")
    assert call(proposed, "check").code == 0


@pytest.fixture(scope="module")
def settled(drafted: Told, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What `extract --settle` shows of a draft that lost rejections, and the file it leaves.

    It also lost the row and the phrase of an item, and the vocabulary the code of that item.
    """
    root = answered(drafted[0], tmp_path_factory.mktemp("settled"))
    held = root / "datasets/reviewed/sources/s002.toml"
    act = root / "datasets/reviewed/acts/linden-county-1.toml"
    for file, lost in (
        (held, '.*"rejections".*Lane County.*\n'),
        (held, r', family = \["emergency contacts"\]'),
        (act, '.*id = "family".*\n'),
    ):
        text, n = re.subn(lost, "", file.read_text("utf-8"))
        assert n
        file.write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proposals, "codes", lambda *_: ())
        left = answers(patch, "s", "mention_only", "l")
        called = call(root, "extract", "--settle")
    assert next(left, None) is None
    return called.out, held.read_text("utf-8")


def test_all_words_of_a_sentence_are_rejected_at_one_answer(settled: tuple[str, str]) -> None:
    told, written = settled

    assert "also in this sentence: " in told
    assert "Lane County" in written
    assert "3 settled, 1 left; " in told


def test_what_no_code_says_is_proposed_without_one(settled: tuple[str, str]) -> None:
    assert "»emergency contacts«" in settled[0]
    assert "no code of information_sought.kind says it: (r)eject it as no_code" in settled[0]
    assert "= family" not in settled[0]


def test_what_is_put_off_is_asked_the_next_time(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = world.files(proposed)
    answers(monkeypatch, "l")

    assert call(proposed, "extract", "--settle").code == 1
    assert world.files(proposed) == before


def test_an_accepted_quotation_is_a_draft_with_a_question(
    proposed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "a")

    call(proposed, "extract", "--settle")

    sound = stages.read(proposed)
    assert isinstance(sound, stages.Sound)
    assert sound.questions
    assert "proposal-unsettled" not in {problem.code for problem in left_open(proposed)}


def test_without_a_terminal_nothing_is_decided(proposed: Path) -> None:
    before = world.files(proposed)

    called = call(proposed, "extract", "--settle")

    assert called.code == 2
    assert "terminal" in called.err
    assert world.files(proposed) == before


LATER = """\
Linden County sheriff turns away subpoenas

By Nora Feld
May 8, 2026

TARROW, Ore. — The Linden County Sheriff's Office said Thursday that it will not comply with two \
immigration subpoenas that federal agents delivered on May 1.

Immigration and Customs Enforcement issued the subpoenas on April 29. The county has until May 15 \
to respond.

A separate paper, a customs summons, reached the Linden County Clerk's Office on May 4.

The sheriff's office received one subpoena from the agency in 2019, the sheriff said.

Rain kept the market closed for most of the week, and the fair on the hill opened a day late. The \
library has new lamps, and the bridge behind the mill will be painted green before the summer.
"""


def test_papers_to_another_body_or_of_another_year_are_acts_of_their_own(tmp_path: Path) -> None:
    acts = made(tmp_path, LATER).rows(
        "SELECT recipient_agency_id, n_subpoenas, issued_edtf, served_edtf, respond_by_edtf, "
        "instrument FROM acts WHERE act_id LIKE 'linden-county-%' ORDER BY act_id"
    )
    sheriff = "linden-county-sheriffs-office"
    assert acts == [
        (sheriff, 2, "2026-04-29", "2026-05-01", "2026-05-15", "administrative_subpoena"),
        ("linden-county-clerks-office", 1, None, "2026-05-04", None, "customs_summons"),
        (sheriff, 1, None, "2019", None, "unspecified_subpoena"),
    ]


SECOND = """\
Tarrow County sheriff rebuffs immigration subpoenas; judge to hear dispute in June

By Nora Feld
May 14, 2026

TARROW, Ore. — The Tarrow County Sheriff's Office will not hand over records sought in two \
administrative subpoenas from Immigration and Customs Enforcement, Sheriff Dana Whitlock said \
Wednesday.

Two officers delivered the subpoenas to the jail on Mill Boulevard on April 24. They ask for the \
home addresses of two men.

The sheriff's office refused in a letter dated May 6.

On April 26, agents handed a notice of inspection to the Tarrow County Road Commission, asking \
for its I-9 forms. The same week, the agency sent a letter to the Tarrow County Clerk's Office \
asking for voter registration files kept since January 2025. Clerk Annette Ruiz said her office \
had not decided how to reply.

In the petition, the government argues that the records are needed to locate people. They warn \
that failure to comply could lead to contempt proceedings.

Rain kept the market closed for most of the week, and the fair on the hill opened a day late. The \
library has new lamps, and the bridge behind the mill will be painted green before the summer. \
Swimmers asked for a longer season at the lake, and the band of the old brewery plays on Sunday.
"""
"""Papers to three bodies, a street, days of other things, and speakers without a row."""


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on papers to three bodies."""
    return made(tmp_path_factory.mktemp("second"), SECOND)


def test_what_a_letter_or_a_notice_asks_for_is_not_asked_by_the_subpoenas(second: Drafted) -> None:
    sql = (
        "SELECT a.recipient_agency_id, a.instrument, list(i.kind ORDER BY i.kind) FROM acts a "
        "JOIN information_sought i ON a.act_id = i.act_id WHERE a.act_id LIKE 'tarrow-county-%' "
        "GROUP BY ALL ORDER BY ALL"
    )
    assert second.rows(sql) == [
        ("tarrow-county-clerks-office", "letter", ["voter_records"]),
        ("tarrow-county-road-commission", "i9_notice", ["i9_forms"]),
        ("tarrow-county-sheriffs-office", "administrative_subpoena", ["address"]),
    ]


def test_an_answer_is_that_of_the_subject_of_its_clause_on_its_own_day(second: Drafted) -> None:
    sql = (
        "SELECT a.recipient_agency_id, e.result, e.occurred_edtf FROM events e JOIN event_acts ea "
        "ON e.event_id = ea.event_id JOIN acts a ON ea.act_id = a.act_id "
        "WHERE e.kind = 'response' AND a.act_id LIKE 'tarrow-county-%' ORDER BY ALL"
    )
    assert second.rows(sql) == [
        ("tarrow-county-clerks-office", "reviewing", None),
        ("tarrow-county-sheriffs-office", "declined", "2026-05-06"),
    ]


def test_the_question_on_a_reason_asks_whether_its_code_fits(second: Drafted) -> None:
    asked = "is it a reason for or against these papers, and does the code locate_people fit?"
    assert asked in second.written()


def test_a_street_receives_nothing(second: Drafted) -> None:
    written = world.files(second.root / "datasets/reviewed")
    assert not [name for name, content in written.items() if b"boulevard" in content]


THIRD = """\
Linden County sheriff hands over records after subpoena

By Nora Feld
May 14, 2026

The Linden County Sheriff's Office gave agents the booking records of a Mexican citizen last week, \
ten days after it was served with an administrative subpoena. ICE served the subpoena on April 27. \
It asks for the address and the employer of the man, who had been arrested in May on a charge of \
burglary. He was released on bond on February 20.

On the same day, agents delivered an I-9 notice of inspection to the county assessor, asking for \
the employment forms of its staff.

Sheriff Dana Whitlock said the office answers the law. An ICE spokesman, Carl Umber, called that \
wise. “No county is an island,” he said.

Judge Ana Park ordered the sheriff to answer by May 20. In a separate case, a judge denied a \
motion to quash a subpoena to Marion County.
"""
SEATTLE = "The U.S. Attorney asked the U.S. District Court in Seattle to enforce the subpoenas.\n"
"""Words that the answer to a question of the draft will use."""


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on a man who was handed over."""
    return made(tmp_path_factory.mktemp("third"), THIRD + SEATTLE, is_told=True)


def test_the_phrases_of_a_draft_hold_in_its_own_text_alone(second: Drafted) -> None:
    text = (second.root / "datasets/reviewed/sources/s002.toml").read_text("utf-8")
    assert "[phrases_in.s002]" in text
    assert "[phrases]" not in text


PETITION = (
    "The U.S. Attorney's Office asked a judge to enforce the subpoenas on Tuesday. A hearing is "
    "set for June 2 in U.S. District Court in Portland."
)
HANDED = "The Linden County Sheriff's Office was handed three administrative subpoenas on Monday"
FAIR = "Somebody at the fair was quietly sent two subpoenas, asking for voter files."


ACTIVE = ARTICLE[ARTICLE.index("Immigration and Customs") : ARTICLE.index(", when Polk")]
VARIED = re.sub(
    "Later Ms. Moss .*", FAIR, ARTICLE.replace(ACTIVE, f"{HANDED} by agents of ICE")
).replace("Rain kept", f"{PETITION}\n\nRain kept")
"""The article, which tells of more, in part passively."""


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of the varied article."""
    return made(tmp_path_factory.mktemp("varied"), VARIED)


def test_a_petition_has_its_court_matter_and_each_subpoena_its_row(varied: Drafted) -> None:
    assert row(
        varied,
        "SELECT p.court, p.asked, e.kind FROM proceedings p JOIN events e "
        "ON e.proceeding_id = p.proceeding_id WHERE p.proceeding_id LIKE 'linden-%' "
        "AND e.kind = 'petition'",
    ) == ("D. Or.", "enforce the subpoenas", "petition")
    set_for = "SELECT kind, occurred_edtf, proceeding_id FROM events WHERE kind = 'hearing_set'"
    assert row(varied, set_for) == (
        "hearing_set",
        "2026-06-02",
        "linden-county-1-enforcement",
    )
    sql = "SELECT count(*) FROM subpoenas WHERE act_id = 'linden-county-1'"
    assert row(varied, sql) == (3,)


def test_a_paper_whose_receiver_nobody_finds_lends_its_words_to_no_other(varied: Drafted) -> None:
    assert "“Somebody at the fair was quietly sent two" in varied.written()


def test_who_was_handed_papers_received_them(varied: Drafted) -> None:
    assert row(
        varied,
        "SELECT recipient_agency_id, n_subpoenas, issuing_agency_id, served_edtf FROM acts "
        "WHERE act_id = 'linden-county-1'",
    ) == ("linden-county-sheriffs-office", 3, "ice", "2026-05-04")


CITY = """\
Linden sheriff declines to answer ICE subpoenas

By Nora Feld
May 6, 2026

TARROW, Ore. — Immigration and Customs Enforcement served two administrative subpoenas on the \
Linden County Sheriff's Office, demanding release dates and home addresses for a woman \
who left the county jail in March.

Officers of the agency issued the subpoenas on April 27. The woman is a 29-year-old hotel cleaner \
who was charged with shoplifting. The other asks for the booking sheet of a man arrested in May.

The agency also sent an administrative subpoena to the Linden County Register of Deeds on April 29.

Register of Deeds Clara Whitfield said she had received the subpoena and was reviewing it.

His lawyers argued that the demands are too broad.
"""


def test_a_question_that_stays_unanswered_leaves_no_word_without_a_decision(
    third: Drafted,
) -> None:
    assert "in Seattle”: which district" in third.written()
    assert re.search(r'table = "rejections"[^\n]*Seattle', third.written())
    assert {problem.code for problem in stages.run(third.root).problems} == {"question-open"}


def test_a_table_of_records_is_cut_from_a_page_in_words(paged: tuple[Path, Called]) -> None:
    root, called = paged
    assert "its tables of 1,000 cells are cut" in called.out
    (text,) = (path.read_text("utf-8") for path in (root / "seeds").glob("002_*.txt"))
    assert "County 7" not in text


def test_a_list_of_many_acts_is_refused_with_the_way_to_draft_it(root: Path) -> None:
    names = [f"{a}{b}ton" for a in "BCDFGHKL" for b in ("ar", "en", "il", "ol", "um", "and", "er")]
    told = (f"ICE served a subpoena on the {name} County Sheriff's Office." for name in names)

    called = draft(root, ARTICLE + "\n".join(told), "article.txt", "--url", URL)

    assert called.code != 0
    assert "acts, as a list does; cut out the article" in called.err


def test_whether_a_paper_is_another_one_is_asked_where_nobody_can_tell(drafted: Told) -> None:
    assert "“Later Ms. Moss sent a letter to an" in drafted[1].out
    sql = (
        "SELECT count(*) FROM information_sought WHERE kind = 'voter_records' AND act_id LIKE 'l%'"
    )
    assert row(drafted[2], sql) == (0,)


def test_longer_words_of_a_passage_that_returns_are_found_in_step_with_its_length() -> None:
    said = "He said “Jan. 3” to ICE.\n"

    def longer(text: str) -> None:
        read = reading.of(article.Article(text), "s002")
        for n in range(text.count(said)):
            read.within((n * len(said), (n + 1) * len(said) - 1))

    assert grows(longer, said, small=20) < 2


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of the makers, each with where it stands."""
    for found in pkgutil.walk_packages(makers.__path__, f"{makers.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            values = value.values() if isinstance(value, dict) else value
            for each in values if isinstance(values, Iterable) else [values]:
                for pattern in each if isinstance(each, tuple) else [each]:
                    if isinstance(pattern, re.Pattern):
                        yield f"{found.name}.{name}", pattern


def test_no_pattern_reads_a_word_in_more_than_one_way() -> None:
    assert list(ambiguous(re.compile(r"(?:[A-Z]\w*\s*){1,8}")))
    assert list(ambiguous(re.compile(r"\b(?:(?: \w+){0,3}, )?[A-Z]\w*(?:\s+[A-Z]\w*)*"))) == []
    assert {name for name, pattern in _patterns() if list(ambiguous(pattern))} == set()


FURTHER = """\
Linden sheriff gets papers

By Nora Feld
May 7, 2026

TARROW, Ore. — {first} They ask for the addresses of two men.

A separate subpoena went to the Linden County Health Department on Monday.

There were 14 days to respond.
"""


BROUGHT = (
    "Federal agents walked into the Linden County Sheriff's Office on Friday and handed the front "
    "desk two administrative subpoenas."
)
AWAY = "The Linden County Sheriff's Office has turned away a pair of administrative subpoenas."


@pytest.mark.parametrize("first", [BROUGHT, AWAY])
def test_papers_that_were_brought_or_turned_away_have_an_act(tmp_path: Path, first: str) -> None:
    drafted = made(tmp_path, FURTHER.format(first=first))
    assert drafted.rows("SELECT n_subpoenas FROM acts WHERE days_to_respond = 14") == [(2,)]


def test_what_is_told_of_papers_whose_recipient_nobody_finds_is_given_to_no_other(
    tmp_path: Path,
) -> None:
    first = "Two administrative subpoenas lay on a desk in the morning."
    drafted = made(tmp_path, FURTHER.format(first=first))
    assert drafted.rows("SELECT n_subpoenas, days_to_respond FROM acts WHERE act_id LIKE 'l%'") == [
        (1, None)
    ]
    sql = "SELECT count(*) FROM information_sought WHERE act_id LIKE 'l%'"
    assert drafted.rows(sql) == [(0,)]
    assert "“TARROW, Ore. — Two administrative" in drafted.written()


@pytest.mark.parametrize("office", offices.KEEPERS)
def test_an_office_that_keeps_records_is_known_wherever_words_name_it(office: str) -> None:
    holder = f"{office.capitalize()} Ana Ruiz"
    assert offices.HOLDER.match(holder)
    assert offices.NAMED.fullmatch(holder)
    assert all(each.search(office) for each in (offices.LEADS, offices.OFFICE, offices.KIND))
    assert receivers.WORDS["called"].search(f"a subpoena was left with the {office}")


def test_sentences_that_go_on_about_a_sending_are_read_in_step_with_their_number() -> None:
    def belong(text: str) -> None:
        read = reading.of(article.Article("ICE served a subpoena on the clerk. " + text), "s002")
        first, last = read.stretches[0], read.stretches[-1]
        body = Body("linden-county-clerk", "county")
        sending = Sending(first, (13, 21), "subpoena", None, True, None, (29, 34), body, first)
        paper = Paper("linden-1", body, "administrative_subpoena", (sending,), ())
        assert Belonging([paper], read).of(last) is paper

    assert grows(belong, "He did not. ", small=50) < 2


COUNTED = {"Polk": ("sixteen", 16), "Lane": ("a dozen", 12), "Benton": ("twenty-five", 25)}
COUNTED |= {"Clatsop": ("1,200", 1200)}
OF_TWO = (
    "On Monday ICE served another subpoena on the Linden County Health Department. It asks for "
    "the date of a visit. The health department has not answered. Its lawyers are reviewing it."
)
LONG_WORD = f"On Monday ICE served another subpoena on the {'X' * 60} on Mill Street."


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of the article, which then tells of papers to many more bodies."""
    counted = "\n\n".join(
        f"ICE served {words} administrative subpoenas on the {county} County Sheriff's Office."
        for county, (words, _) in COUNTED.items()
    )
    told = f"{OF_TWO}\n\n{counted}\n\nNone complied.\n\n{LONG_WORD}\n\nRain kept"
    return made(tmp_path_factory.mktemp("many"), ARTICLE.replace("Rain kept", told))


def test_papers_are_counted_in_any_words_for_a_number(many: Drafted) -> None:
    sql = "SELECT act_id, n_subpoenas FROM acts WHERE act_id SIMILAR TO '(polk|lane|be|cl).*'"
    assert many.rows(f"{sql} ORDER BY ALL") == sorted(
        (f"{county.lower()}-county-1", number) for county, (_, number) in COUNTED.items()
    )


def test_what_its_lawyers_do_is_no_answer_of_another_body(many: Drafted) -> None:
    sql = (
        "SELECT a.act_id FROM event_acts a JOIN events e USING (event_id) "
        "WHERE e.result = 'reviewing'"
    )
    assert many.rows(sql) == [("linden-county-2",)]


def test_a_long_word_in_capitals_is_a_name_like_any_other(many: Drafted) -> None:
    assert many.called.code == 0
    assert "X" * 30 in many.written()


PASSING = """\
County Executive Mae Lind said she supports the sheriff.

A second man may have been convicted of theft in 2020.

Rain kept"""


@pytest.fixture(scope="module")
def passing(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of the article without its days, and with words in passing."""
    told = ARTICLE.replace("on Monday", "last week").replace("Rain kept", PASSING)
    return made(tmp_path_factory.mktemp("passing"), told)


def test_who_holds_another_office_of_the_county_does_not_speak_for_the_sheriff(
    passing: Drafted,
) -> None:
    spoken = "SELECT speaker_id, speaker_agency_id FROM quotes WHERE text LIKE 'she supports%'"
    assert passing.rows(spoken) == [("mae-lind", None)]


def test_a_time_that_is_no_single_day_is_asked_about(passing: Drafted) -> None:
    served = "SELECT served_edtf FROM acts WHERE act_id = 'linden-county-1'"
    assert passing.rows(served) == [(None,)]
    assert "which week or month is it?" in passing.written()


def test_a_question_on_a_hedge_is_asked_once_and_offers_to_delete_it(passing: Drafted) -> None:
    lines = passing.written().splitlines()
    (asked,) = [line.partition("# ? ")[2] for line in lines if "“may” stands before" in line]

    assert asked.count("“may” stands before") == 1
    assert "yes: delete the row" in asked


OTHERS = """\
Linden County sheriff turns away two ICE subpoenas

By Nora Feld
May 14, 2026

TARROW, Ore. — The Linden County Sheriff's Office must answer two administrative subpoenas from \
U.S. Immigration and Customs Enforcement. The agency served both subpoenas on the \
sheriff's office on May 5, seeking home addresses of two men. The sheriff was given 10 days to \
respond.

Sheriff Dana Whitlock said Tuesday that she told the agency on May 11 that she would not turn over \
the addresses unless a court ordered it.

One of the men, a 29-year-old citizen of Guatemala, was charged with burglary in March. A judge \
dismissed the charge on April 20.

A third subpoena went to the Linden County Elections Division on May 6. It asks for voter \
registration records of one of the two men. County Clerk Mae Lind said her office is reviewing the \
request with its lawyers and has not answered it.

The U.S. Attorney's Office for the District of Oregon filed a petition on May 12 to enforce the \
two subpoenas to the sheriff. A hearing is set for June 2 before U.S. District Judge Ann Park, who \
once ruled on elections.

“Refusing to cooperate puts the public at risk,” said Carl Umber, a spokesman for the agency.

The county commission plans to discuss the matter next week.

Rain kept the market closed for most of the week, and the fair on the hill opened a day late. The \
library has new lamps, and the bridge behind the mill will be painted green before the summer.
"""
"""Words of others, of another case, of a condition, and of a day of speaking."""
ATTORNEY = """\
[[agencies]]
agency_id = "us-attorney-oregon"
kind = "federal"
reason = "An invented row."
said = { source = "s001", words = "The U.S. Attorney for Oregon", cells = { \
name = "U.S. Attorney for Oregon" } }
"""


def with_attorney(root: Path) -> Path:
    """The checkout, which then knows the U.S. attorney of one district."""
    told = f"{world.SECOND}The U.S. Attorney for Oregon was silent.\n"
    world.put(root / "seeds/001_council.txt", told.encode())
    world.put(root / "datasets/reviewed/attorney.toml", ATTORNEY.encode())
    world.seal(root)
    return root


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A checkout that knows one U.S. attorney, with the draft of an article on many bodies."""
    root = with_attorney(world.write(tmp_path_factory.mktemp("others") / "checkout"))
    with completing(is_told=True):
        called = draft(root, OTHERS, "article.txt", "--url", URL)
    return root, called, stages.run(root)


def test_a_u_s_attorney_is_the_one_whose_district_the_text_names(others: Told) -> None:
    sql = "SELECT petitioner_agency_id FROM proceedings WHERE proceeding_id LIKE 'linden-%'"
    assert row(others[2], sql) == ("us-attorney-oregon",)


def test_the_court_of_a_judge_who_is_named_without_it_is_asked_for(others: Told) -> None:
    told = [problem.message for problem in others[2].problems]
    assert any("“U.S. District Judge”: which district is it?" in message for message in told)


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize(
    ("place", "district", "drafted_"),
    [
        (
            *("TARROW, Ore.", " for the Western District of Washington"),
            'agency_id = "us-attorney-wdwa"',
        ),
        ("TARROW", "", "of which district? of us-attorney-oregon: delete this row"),
    ],
)
def test_a_u_s_attorney_of_no_known_district_is_told_by_it_or_asked_about(
    root: Path, place: str, district: str, drafted_: str
) -> None:
    told = OTHERS.replace("TARROW, Ore.", place).replace(" for the District of Oregon", district)

    draft(with_attorney(root), told, "article.txt", "--url", URL)

    assert drafted_ in (root / "datasets/reviewed/acts/linden-county-1.toml").read_text("utf-8")


def test_a_danger_that_is_spoken_of_is_no_fear_of_a_penalty(others: Told) -> None:
    sql = "SELECT ground, side FROM grounds WHERE act_id LIKE 'linden-%' AND side = 'agency'"
    assert row(others[2], sql) == ("public_safety", "agency")


def test_how_many_people_are_asked_about_is_told_of_each_act(others: Told) -> None:
    sql = "SELECT n_persons FROM acts WHERE act_id LIKE 'linden-%' ORDER BY act_id"
    assert listed(others[2], sql) == [(2,), (None,)]


Undecided = tuple[Path, tuple[Problem, ...]]
"""A checkout, and what a check tells of it."""


@pytest.fixture(scope="module")
def undecided(others: Told, tmp_path_factory: pytest.TempPathFactory) -> Undecided:
    """The draft without its rejections and without a reason for a null, and what is told of it."""
    root = Path(shutil.copytree(others[0], tmp_path_factory.mktemp("undecided") / "checkout"))
    act = root / "datasets/reviewed/acts/linden-county-1.toml"
    act.write_text(act.read_text("utf-8").replace('outcome = "not_stated"', ""), "utf-8")
    held = root / "datasets/reviewed/sources/s002.toml"
    lines = held.read_text("utf-8").splitlines(keepends=True)
    held.write_text("".join(each for each in lines if '"rejections"' not in each), "utf-8")
    return root, stages.run(root).problems


def test_the_line_that_dismisses_a_word_holds_the_word_itself(
    undecided: Undecided, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(undecided[0], tmp_path / "checkout"))
    codes = ("mention-unaccounted", "proposal-unsettled")
    asked = [p for p in undecided[1] if p.code in codes]
    lines = sorted({re.search(r"\{ table.*\}", p.remedy)[0] for p in asked})  # type: ignore[index]
    assert lines
    held = root / "datasets/reviewed/sources/s002.toml"
    before, end, after = held.read_text("utf-8").partition("\n]\n")
    pasted = "".join(f"\n    {line}," for line in lines)
    held.write_text(f"{before}{pasted}{end}{after}", "utf-8")

    assert not [p for p in left_open(root) if p.code in codes]


CUT = """\
title: Sheriff turns away subpoenas
published: May 7, 2026
[first paragraph] ICE served three administrative subpoenas on the Linden County Sheriff's Office
[second paragraph] would not give out the records unless a court ordered it
[third paragraph] The office has turned over some of the records
[fourth paragraph] "We read them twice," Whitlock said
"""


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A checkout with the draft of a page of which too many words are given; no test changes it."""
    spare = "".join(f"[tenth paragraph] {f'{n}th lamp ' * 9}\n" for n in range(10, 17))
    root = world.write(tmp_path_factory.mktemp("cut") / "checkout")
    with completing(is_told=True):
        called = draft(root, CUT + spare, "phrases.txt", *PAGED)
    return root, called, stages.run(root)


def test_words_of_a_page_are_cut_at_no_letter_and_a_condition_is_no_order(long_page: Told) -> None:
    _, called, checked = long_page

    assert {problem.code for problem in checked.problems} == {"question-open"}
    kinds = "SELECT list(kind || coalesce(result, '') ORDER BY kind) FROM events"
    assert row(checked, kinds) == (["productionpart", "responsedeclined"],)
    assert "a quotation becomes no row in quotes" in called.out


def test_words_that_questions_would_bring_over_the_limit_are_told_at_once(long_page: Told) -> None:
    assert re.search(r"that no row uses yet; cut \d+ or more", long_page[1].out)


def test_a_quotation_of_a_page_that_is_not_held_is_refused_with_what_to_do(
    long_page: Told, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(long_page[0], tmp_path / "checkout"))
    line = '[[quotes]]\nquote_id = "s101-q01"\nsource_id = "s101"\nwords = "We are no arm"\n'
    file = root / "datasets/reviewed/documents/linden-county-1.toml"
    file.write_text(f'{file.read_text("utf-8")}\n{line}kind = "direct"\n', "utf-8")

    (told,) = (problem.remedy for problem in told_by(root, "dangling-reference"))

    assert "of a page that is only quoted, delete it" in told


TWO_BODIES = """\
title: City gets a subpoena, and so does the county
published: March 9, 2026
[first paragraph] ICE served an administrative subpoena on the City of Boise on March 1
[second paragraph] On March 2, ICE served a subpoena on the Ada County Sheriff's Office
[second paragraph] asks for booking photos of a 27-year-old man from Nicaragua
"""


@pytest.mark.usefixtures("unchecked")
def test_whom_the_second_paper_asks_about_belongs_to_the_second_act(root: Path) -> None:
    with completing():
        draft(root, TWO_BODIES, "two.txt", *PAGED)
    checked = filled(root)

    asked = "SELECT act_id FROM individuals_referenced WHERE described_as LIKE '%27-year-old%'"
    assert row(checked, asked) == ("ada-county-1",)
    served = "SELECT served_edtf FROM acts WHERE act_id = 'ada-county-1'"
    assert row(checked, served) == ("2026-03-02",)


LAST_YEAR = """\
Linden sheriff rejects ICE subpoenas

By Nora Feld
May 7, 2026

TARROW, Ore. — Immigration and Customs Enforcement served two administrative subpoenas on the \
Linden County Sheriff's Office on Monday, seeking records about two people who were held in the \
county jail last year.

The subpoenas ask for home addresses. The sheriff's office was given 14 days to respond.

One of the subpoenas concerns a 34-year-old man from Honduras who was convicted of burglary.

On Tuesday, a third subpoena went to the Linden County Clerk of Courts. It asks for copies of \
bail records in the man's case.

Sheriff Dana Whitlock said Wednesday that her office would not comply. She added that state law \
forbids the release of confidential jail files.

ICE defended the requests.

Officials in Polk County said they had received no subpoenas.
"""


@pytest.mark.parametrize("year", ["last year", "in 2025"])
def test_a_year_of_what_is_asked_about_does_not_put_the_first_papers_last(
    tmp_path: Path, year: str
) -> None:
    told = made(tmp_path, LAST_YEAR.replace("last year", year))

    sql = (
        "SELECT recipient_agency_id, n_subpoenas, n_persons FROM acts "
        "WHERE act_id LIKE 'linden-%' ORDER BY act_id"
    )
    assert told.rows(sql) == [
        ("linden-county-sheriffs-office", 2, 2),
        ("linden-county-clerk-of-courts", 1, None),
    ]
    person = "SELECT act_id FROM individuals_referenced WHERE described_as LIKE '%34-year-old%'"
    assert told.rows(person) == [("linden-county-1",)]
    refused = (
        "SELECT act_id FROM event_acts JOIN events USING (event_id) WHERE result = 'declined' "
        "AND act_id LIKE 'linden-%'"
    )
    assert told.rows(refused) == [("linden-county-1",)]
    assert "who got the papers" not in told.written()
    produced = "SELECT event_id FROM events WHERE kind = 'production' AND event_id LIKE 'linden-%'"
    assert told.rows(produced) == [], "a law that forbids a release produces nothing"
    second = (told.root / "datasets/reviewed/acts/linden-county-2.toml").read_text("utf-8")
    assert "Clerk of Courts" in second
    assert "served two administrative subpoenas" not in second


DEMANDED = """\
Linden sheriff rejects ICE subpoenas

By Nora Feld
May 7, 2026

TARROW, Ore. — The Linden County Sheriff's Office has refused to turn over records that federal \
immigration officials demanded in two administrative subpoenas, the sheriff said Wednesday.

Immigration and Customs Enforcement issued the subpoenas on April 27. They seek the phone numbers \
of one man, and they gave the office until May 11 to answer.

ICE also sent an administrative subpoena to the Linden County Assessor on April 29, asking for \
property records.

Sheriff Dana Whitlock said that handing over the files would make people afraid.
"""


def test_papers_demanded_of_one_body_and_sent_to_another_are_two_acts(tmp_path: Path) -> None:
    told = made(tmp_path, DEMANDED)

    sql = (
        "SELECT recipient_agency_id, n_subpoenas, issued_edtf, respond_by_edtf FROM acts "
        "WHERE act_id LIKE 'linden-%' ORDER BY act_id"
    )
    assert told.rows(sql) == [
        ("linden-county-sheriffs-office", 2, "2026-04-27", "2026-05-11"),
        ("linden-county-assessor", 1, "2026-04-29", None),
    ]


LOOKED_AT = DEMANDED.replace("has refused to turn over", "looked at")


def test_each_day_of_issue_is_given_to_the_papers_that_came_on_it(tmp_path: Path) -> None:
    told = made(tmp_path, LOOKED_AT)

    sql = "SELECT issued_edtf FROM acts WHERE act_id LIKE 'linden-%' ORDER BY act_id"
    assert told.rows(sql) == [("2026-04-27",), ("2026-04-29",)]


@pytest.mark.parametrize(
    "text", [SECOND, THIRD, LATER, HTML, VARIED, CITY, DEMANDED, LOOKED_AT], ids=range(8)
)
def test_every_draft_leaves_questions_and_passes_the_check_when_they_are_answered(
    text: str, tmp_path: Path
) -> None:
    root = made(tmp_path, text).root
    assert {problem.code for problem in stages.run(root).problems} <= LEFT
    assert call(answered(root, tmp_path / "answered"), "check").out.count(" … ") == 0


DETAILS = """\
Linden County undersheriff declines ICE papers

By Nora Feld

May 7, 2026

TARROW, Ore. — Immigration and Customs Enforcement served two administrative subpoenas on the \
Linden County Sheriff's Office on April 20, seeking jail records about a man who was booked on \
suspicion of drunken driving.

The subpoenas ask for the man's home address and a list of his visitors.

Undersheriff Carla Moss said the subpoenas lacked a judge's signature. In a letter sent to the \
agency on April 29, she wrote that the subpoenas had reached the wrong desk.

“Our residents expect us to protect their private information,” Moss said.

The man, a 34-year-old citizen of Honduras, was released on bail on March 2. He has not been \
charged with an immigration offense.

The agency also sent a notice of inspection to the Linden County Health Department on April 22, \
asking for the employment forms of its staff.

On Monday, ICE asked the U.S. District Court for the District of Oregon to enforce the subpoenas.
"""


@pytest.fixture(scope="module")
def detailed(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article of many small things; no test changes it."""
    return made(tmp_path_factory.mktemp("details"), DETAILS)


SMALL_THINGS = {
    "the day of the answer is no day of the papers": (
        "SELECT issued_edtf, served_edtf FROM acts WHERE act_id = 'linden-county-1'",
        [(None, "2026-04-20")],
    ),
    "one man is one person": (
        "SELECT n_persons FROM acts WHERE act_id = 'linden-county-1'",
        [(1,)],
    ),
    "an undersheriff is a person with a title": (
        "SELECT name, title FROM individuals_referenced WHERE individual_id = 'carla-moss'",
        [("Carla Moss", "Undersheriff")],
    ),
    "the recipient's reasons stand beside who gives them": (
        "SELECT ground, side, said_by_individual_id FROM grounds WHERE side = 'recipient' "
        "ORDER BY ALL",
        [("not_court_issued", "recipient", "carla-moss"), ("privacy", "recipient", "carla-moss")],
    ),
    "a description goes to its end": (
        "SELECT described_as FROM individuals_referenced WHERE individual_id = 'linden-county-1-a'",
        [("a 34-year-old citizen of Honduras",)],
    ),
    "forms of employees are no wage records, and visits no person": (
        "SELECT act_id, kind FROM information_sought WHERE act_id LIKE 'linden-%' ORDER BY ALL",
        [
            ("linden-county-1", "address"),
            ("linden-county-1", "arrest_records"),
            ("linden-county-2", "i9_forms"),
        ],
    ),
}


@pytest.mark.parametrize("told", SMALL_THINGS)
def test_what_an_article_says_in_passing_is_drafted(detailed: Drafted, told: str) -> None:
    sql, wanted = SMALL_THINGS[told]

    assert detailed.rows(sql) == wanted


@pytest.mark.usefixtures("unchecked")
def test_somebody_of_whom_only_the_sort_is_told_is_a_person(root: Path) -> None:
    asked = "[second paragraph] seek the work schedule and home address of a former inmate\n"
    with completing():
        draft(root, PHRASES.rpartition("[third")[0] + asked, "phrases.txt", *PAGED)
    checked = filled(root)
    sql = "SELECT described_as FROM individuals_referenced WHERE act_id = 'linden-county-1'"

    assert row(checked, sql) == ("a former inmate",)
    asked_for = "SELECT kind FROM information_sought WHERE act_id = 'linden-county-1'"
    assert row(checked, asked_for) == ("address",)


def test_each_sentence_that_no_row_uses_is_asked_about(others: Told) -> None:
    text = (others[0] / "datasets/reviewed/sources/s002.toml").read_text("utf-8")
    own = above(text, "The county commission plans to discuss")
    assert "is one of the sentences of the row below a fact? yes: write its row" in own


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Rain kept the market",
            "ICE served a fourth subpoena on the office on May 9. Rain kept it",
        ),
    ],
)
def test_which_of_two_bodies_got_papers_is_asked_with_the_choices(
    root: Path, old: str, new: str
) -> None:
    draft(root, OTHERS.replace("Elections Division", "Clerk's Office").replace(old, new), "a.txt")

    written = b"".join(world.files(root / "datasets/reviewed/acts").values()).decode()
    (asked,) = re.findall(r"who got the papers of .*", written)
    assert all(f"Linden County {name}'s Office" in asked for name in ("Sheriff", "Clerk"))


@pytest.mark.usefixtures("unchecked")
def test_an_office_is_named_without_who_holds_it(root: Path) -> None:
    named = "Linden County Sheriff Dana Whitlock has rejected two administrative subpoenas"
    draft(root, DETAILS.replace("TARROW, Ore. — ", f"TARROW, Ore. — {named}. "), "a.txt")

    written = b"".join(world.files(root / "datasets/reviewed").values())
    assert b'agency_id = "linden-county-sheriff"' in written
    assert b"sheriff-dana" not in written


NEWS = """\
Linden sheriff holds out for a judge; register of deeds hands over papers

By Nora Feld
May 22, 2026

TARROW, Ore. — Two ICE agents dropped off a pair of administrative \
subpoenas at the Linden County Sheriff's Office on May 4, the county said Tuesday. \
They seek the home addresses of a 29-year-old line cook and of a second former inmate. Both set a \
deadline of 14 days. No judge signed them.

The same day, an I-9 notice of inspection was handed to the Linden County Health Department.

A third subpoena landed at the Linden County Register of Deeds on May 6. Register Nora Pell said \
her office turned over the deed because deeds are public records.

Sheriff Dana Whitlock refused to comply. “A subpoena is a request,” she said. The \
sheriff answered in writing on May 12. Whitlock said state law forbids the release of jail files.

“Sheriffs who ignore lawful subpoenas put people at risk,” said ICE field office director Ray Mott.

The line cook was arrested in March on a charge of trespassing, which prosecutors later dropped, \
according to the county.

A judge heard arguments on May 20 in the U.S. District Court for the Western District of \
Washington, after the government petitioned the court to enforce the two subpoenas to the sheriff.

The board has 37 members, and its meetings are open to the public. The agency did not say how many \
subpoenas it sent to Oregon counties this year.
"""
"""An article in which papers land, bodies speak, and much is told in passing."""


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article as newspapers write them; no test changes it."""
    return made(tmp_path_factory.mktemp("news"), NEWS)


OWN = "LIKE 'linden-%'"
TOLD = {
    "the county that speaks is the county, and an official by title and name has a row": (
        "SELECT speaker_id, speaker_agency_id, title_as_printed FROM quotes "
        "WHERE text LIKE '%dropped off%' OR text LIKE '%turned over%' ORDER BY ALL",
        [("nora-pell", None, "Register"), (None, "linden-county", None)],
    ),
    "a director is of the agency, with the whole title": (
        "SELECT title, affiliation_agency_id FROM individuals_referenced WHERE name = 'Ray Mott'",
        [("ICE field office director", "ice")],
    ),
    "kind and issuer of later papers are inferred from the papers before": (
        "SELECT column_name, value, derivation FROM evidence WHERE table_name = 'acts' AND "
        f"row_id {OWN} AND derivation = 'inference' ORDER BY ALL",
        [
            ("instrument", "administrative_subpoena", "inference"),
            ("issuing_agency_id", "ice", "inference"),
            ("issuing_agency_id", "ice", "inference"),
        ],
    ),
    "an act of which only reasoning gives kind or issuer is doubted": (
        f"SELECT recipient_agency_id FROM acts WHERE act_id {OWN} AND scope_is_doubted ORDER BY 1",
        [("linden-county-register-of-deeds",)],
    ),
    "each act has its number, day and term, and counties in general got nothing": (
        "SELECT recipient_agency_id, n_subpoenas, served_edtf, days_to_respond FROM acts "
        f"WHERE act_id {OWN} ORDER BY ALL",
        [
            ("linden-county-health-department", 1, "2026-05-04", None),
            ("linden-county-register-of-deeds", 1, "2026-05-06", None),
            ("linden-county-sheriffs-office", 2, "2026-05-04", 14),
        ],
    ),
    "a general remark and a law that forbids are no answer": (
        f"SELECT kind, result, occurred_edtf FROM events WHERE event_id {OWN} ORDER BY ALL",
        [
            ("hearing", None, "2026-05-20"),
            ("petition", None, None),
            ("production", "whole", None),
            ("response", "declined", None),
        ],
    ),
    "a petition beside a hearing has a matter with its district": (
        f"SELECT court, asked FROM proceedings WHERE proceeding_id {OWN}",
        [("W.D. Wash.", "enforce the two subpoenas to the sheriff")],
    ),
}


BOTH = """\
Judge to hear dispute over papers to two Linden County offices

By Nora Feld
May 28, 2026

TARROW, Ore. — The Linden County Sheriff's Office and the Linden County Health Department each \
received an administrative subpoena from ICE this spring.

The subpoena to the Sheriff's Office, dated April 20, was delivered April 22. It gave the office \
two weeks to respond, and asks for the booking records of one man.

On May 4 the Sheriff's Office refused to hand over the records that agents asked for last month, \
citing a state law under which no file leaves the jail without a judge's order.

Eight days later, the U.S. attorney's office asked a federal judge on the hill to enforce the \
subpoena. The filing says the delay puts officers at risk.

The Health Department turned over two files after its lawyers found that they hold nothing that \
state law protects. A federal judge will preside at the hearing.
"""
"""Papers to two bodies, days of several things, a law's wording, and a paper that speaks."""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on papers to two bodies; no test changes it."""
    return made(tmp_path_factory.mktemp("both"), BOTH)


TOLD_OF_BOTH = {
    "two bodies joined by “and” have an act each, and a paper is issued on the day it is dated": (
        "SELECT recipient_agency_id, n_subpoenas, issued_edtf, served_edtf, days_to_respond "
        f"FROM acts WHERE act_id {OWN} ORDER BY ALL",
        [
            ("linden-county-health-department", 1, None, "[2026-03-01..2026-06-30]", None),
            ("linden-county-sheriffs-office", 1, "2026-04-20", "2026-04-22", 14),
        ],
    ),
    "what a law says is no reason of its own, and one that protects nothing is for complying": (
        f"SELECT ground, side, toward FROM grounds WHERE act_id {OWN} ORDER BY ALL",
        [
            ("law_allows", "recipient", "complying"),
            ("public_safety", "agency", "issuing"),
            ("state_or_local_law_forbids", "recipient", "refusing"),
        ],
    ),
}
READ = {name: ("news", *each) for name, each in TOLD.items()} | {
    name: ("both", *each) for name, each in TOLD_OF_BOTH.items()
}


@pytest.mark.parametrize("told", READ)
def test_an_article_as_newspapers_write_them_is_read_for_what_it_says(
    news: Drafted, both: Drafted, told: str
) -> None:
    article, sql, wanted = READ[told]

    assert {"news": news, "both": both}[article].rows(sql) == wanted


def test_the_line_for_a_paper_that_speaks_passes_the_check(both: Drafted, tmp_path: Path) -> None:
    held = both.root / "datasets/reviewed/sources/s002.toml"
    (line,) = [each for each in held.read_text("utf-8").splitlines() if "“The filing”" in each]
    (said,) = re.findall(r"replace absent and said with (said = .*?\} \}); another body", line)
    pasted = re.sub(r"absent = .*", f"{said} }},", line)
    root = answered(both.root, tmp_path)
    text = held.read_text("utf-8").replace(line, pasted)
    (root / held.relative_to(both.root)).write_text(re.sub(r" *# \? .*", "", text), "utf-8")

    assert stages.run(root).problems == ()


class Mended(NamedTuple):
    """An answered draft with a row deleted and others overtaken, before and after `check --fix`."""

    out: str
    act: tuple[str, str]
    held: tuple[str, str]
    codes: frozenset[str]


KINDS = """\
Sheriff refuses, treasurer complies

By Nora Feld
Tarrow Valley Ledger
May 28, 2026

TARROW, Ore. — Immigration and Customs Enforcement served two administrative subpoenas, not \
judicial subpoenas, on the Linden County Sheriff's Office on May 4. They ask for the home address, \
visitor logs and work schedule of a 33-year-old man from Honduras.

He was arrested in March for assault with a bottle and released after posting bail. ICE had asked \
the jail to hold him; the jail let him go.

Sheriff Dana Whitlock declined on May 11. “We will turn these over the day a judge tells us to,” \
Whitlock said.

A grand jury subpoena reached the county treasurer two days later. The county treasurer handed \
over a deed on May 20.

A lawyer in a custody case sent a subpoena to the county assessor.

“Our officers have to find them in parking lots, and the sheriff is not above federal law,” said \
Carl Umber, an ICE spokesman. Attorneys for the county say the demands are too broad.

A week later the agency went to court to enforce the two subpoenas. It withdrew one 100,000,000 \
days later. A federal judge is deciding whether the sheriff must answer. The county board has \
scheduled a public hearing on the jail for June 9.
"""
"""A text that tells more than its first words say."""


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article in which much could be misread."""
    return made(tmp_path_factory.mktemp("kinds"), KINDS)


MEANT: dict[str, tuple[str, list[tuple[object, ...]]]] = {
    "that the agency went to court is nobody's refusal": (
        "SELECT exact FROM evidence WHERE column_name = 'result' AND exact LIKE '%court%' "
        f"AND row_id {OWN}",
        [],
    ),
}
"""What a reader would take from the article, as rows."""


@pytest.mark.parametrize("told", MEANT)
def test_what_a_text_means_is_not_lost_in_a_part_of_its_words(kinds: Drafted, told: str) -> None:
    sql, wanted = MEANT[told]

    assert kinds.rows(sql) == wanted


OVERTAKEN = "The board has 37"
"""What `mended` leaves out and a row uses."""
REJECTED = '{ table = "rejections", kind = "number", words = "this year", reason = "no_code" }'
"""What it rejects in a sentence that is left out, which settles it too."""


@pytest.fixture(scope="module")
def mended(news: Drafted, tmp_path_factory: pytest.TempPathFactory) -> Mended:
    """The draft of the news with one row more."""
    root = answered(news.root, tmp_path_factory.mktemp("mended"))
    act = root / "datasets/reviewed/acts/linden-county-1.toml"
    lines = act.read_text("utf-8").splitlines()
    words = "The board has 37 members, and its meetings are open to the public"
    cells = 'kind = "its meetings are open to the public"'
    said = f'words = "{words}", about = "Linden County Sheriff\'s Office"'
    said = f"said = {{ {said}, cells = {{ {cells} }} }}"
    row_ = f'{{ table = "events", id = "board", kind = "statement", {said} }}'
    lines.insert(lines.index("rows = [") + 1, f"    {row_},")
    act.write_text("\n".join(lines) + "\n", "utf-8")
    held = root / "datasets/reviewed/sources/s002.toml"
    added = f"\n    {REJECTED},\n]\n"
    held.write_text(held.read_text("utf-8").replace("\n]\n", added, 1), "utf-8")
    files = [(path, path.read_text("utf-8")) for path in (act, held)]
    out = call(root, "check", "--fix").out
    acts, texts = ((before, path.read_text("utf-8")) for path, before in files)
    return Mended(out, acts, texts, frozenset(p.code for p in stages.run(root).problems))


def test_what_a_row_overtakes_is_taken_out_by_the_fix_and_nothing_else(mended: Mended) -> None:
    before, after = mended.held
    assert "overtaken by rows taken out" in mended.out
    assert "left-out-but-used" not in mended.codes
    assert (OVERTAKEN in before, OVERTAKEN in after) == (True, False)
    assert all(each in after for each in ("this year", "37"))
    assert mended.act[1].count("board") == mended.act[0].count("board")
    gone = set(before.splitlines()) - set(after.splitlines())
    is_kept = re.compile(r'"(?:left_out|rejections)"|^\w+(?:\.\w+)? = ')  # or a list of phrases
    assert all(map(is_kept.search, gone))


def test_what_stood_in_a_sentence_left_out_is_rejected_when_a_row_uses_it(mended: Mended) -> None:
    assert "rejected beside what your rows use: “37”" in mended.out
    assert "mention-unaccounted" not in mended.codes


ENVELOPES = """\
Permit desk tells ICE no; library hands over part of a list

By Nora Feld
Tarrow Valley Ledger
May 21, 2026

TARROW, Ore. — For weeks two envelopes lay on a desk in Linden County. On Monday the Linden County \
Permit Registry wrote back that it would not be handing over a page.

The papers, each headed “immigration enforcement subpoena” and signed by a supervisor of \
Immigration and Customs Enforcement rather than by a judge, turned up on April 6 and April 9. The \
first wants the home addresses of 31 tenants. The second wants the phone number of a single \
customer.

The Tarrow Public Library found one in its mail slot in mid-April. Its staff gave ICE the names of \
two patrons but left out the addresses. The library’s answer left on April 21, and not by mail.

Stemmark Fruit, a packing house outside Tarrow, was served April 20 with a notice of inspection \
for its I-9 forms. The forms went out in three days, manager Luis Arrow said. “We had nothing to \
hide,” Arrow said.

Judge Celia Park gave the registry until May 29 to explain itself, and both sides are to argue \
before her on June 3. The judge rejected a plea for more time.
"""
"""A text in which hardly a sentence says outright who got which papers."""


@pytest.fixture(scope="module")
def envelopes(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article that names its papers in passing."""
    return made(tmp_path_factory.mktemp("envelopes"), ENVELOPES)


def test_papers_that_are_named_in_passing_have_acts(envelopes: Drafted) -> None:
    assert "no sentence says outright that papers went to “Linden County Permit Registry”" in (
        envelopes.written()
    )
    assert '"out_of_scope", words = ["Stemmark Fruit' in envelopes.written()
    assert "Luis Arrow" not in envelopes.written()


def test_likely_rows_pass_the_check_as_they_are_printed(envelopes: Drafted, tmp_path: Path) -> None:
    root = Path(shutil.copytree(envelopes.root, tmp_path / "checkout"))
    assert len(OFFER.findall(written(root))) >= 2
    for file in (root / "datasets/reviewed").rglob("*.toml"):
        file.write_text(kept(file.read_text()))
    fixed = call(answered(root, tmp_path / "answered"), "check", "--fix")

    assert fixed.code == 0, fixed.out
    assert "overtaken by rows taken out" in fixed.out


class Fixed(NamedTuple):
    """An answered draft with a row more: its rows as drafted, what a fix says, what it leaves."""

    before: stages.Sound
    out: str
    root: Path


@pytest.fixture(scope="module")
def fixed(envelopes: Drafted, tmp_path_factory: pytest.TempPathFactory) -> Fixed:
    """The draft without its likely rows, and with a petition, after `check --fix`."""
    root = answered(envelopes.root, tmp_path_factory.mktemp("fixed"))
    before = stages.read(root)
    assert isinstance(before, stages.Sound)
    act = root / "datasets/reviewed/acts/tarrow-1.toml"
    text = act.read_text("utf-8")
    assert 'enforcement_status = "not_stated"' in text
    words = "Judge Celia Park gave the registry until May 29"
    cells = 'cells = { kind = "gave the registry" }'
    said = f'said = {{ words = "{words}", about = "Tarrow Public Library", {cells} }}'
    row_ = 'table = "events", id = "petition", kind = "petition", proceeding_id = "-suit"'
    matter = 'table = "proceedings", id = "suit", kind = "enforcement"'
    more = f'{{ {matter}, absent.docket = "not_stated", {said} }},\n    {{ {row_}, {said} }},'
    act.write_text(text.replace("rows = [", f"rows = [\n    {more}"), "utf-8")
    return Fixed(before, call(root, "check", "--fix").out, root)


PRIVATELY = (
    "A meatpacking plant in Tarrow was served Tuesday with a subpoena for its payroll records.",
    "Delmar Foods Inc. received an I-9 notice of inspection on May 3, its owner said.",
    "Agents handed the owner of a restaurant a notice of inspection.",
    "An administrative subpoena for guest lists landed at the Heron, a family business, on June 2.",
    "The nonprofit clinic was sent a request for patient files.",
    "A federal grand jury then subpoenaed Heron Valley Credit Union, Inc., on May 9.",
    "A second subpoena went to Delmar Holdings LLC, which rents out flats.",
)
PUBLICLY = (
    "The Linden County Sheriff's Office was served with a subpoena for records of a meat plant.",
    "The school district received a subpoena for files on a contractor's employees.",
    "The county clerk got an administrative subpoena about the owner of a restaurant.",
    "ICE served the Tarrow Housing Authority with a subpoena naming a landlord.",
    "The city was handed a subpoena for business licenses of a bakery.",
)


@pytest.mark.parametrize("text", PRIVATELY + PUBLICLY)
def test_papers_to_a_company_are_told_from_papers_about_one(text: str) -> None:
    read = reading.of(article.Article(f"{text}\n", {"url": URL}), "s002")

    assert bool(read.outside) == (text in PRIVATELY)


MARKED = """\
Linden County district gives in

By Nora Feld
May 7, 2026

The Linden County Transit District got a subpoena from ICE on Monday. It asks for addresses.

The manager, Chip Rourke, told me that he complied because "a subpoena's a subpoena," bud.
"""


@pytest.mark.usefixtures("unchecked")
def test_a_reason_is_quoted_without_the_mark_before_it(root: Path) -> None:
    draft(root, MARKED, "article.txt", "--url", URL)
    assert 'ground.duty_to_comply = ["a subpoena\'s a subpoena"]' in written(root)


def test_a_no_that_nobody_said_is_no_refusal() -> None:
    declined = told_answers.SHORT_ANSWERS["declined"]
    assert declined.search("The clerk said no.")
    assert declined.search("I have not said yes and I have not said no.") is None


SUED = """\
Linden County papers draw suits

By Nora Feld
October 22, 2026

TARROW, Ore. — Immigration and Customs Enforcement served two administrative subpoenas on the \
Linden County Housing Office on Oct. 5. They ask for the home addresses of four people.

A grand jury subpoena to the Linden County Clerk was served by ICE agents on Oct. 8. It asks for \
voter files. A spokesman for the U.S. attorney's office would not say why.

The Heron Tenants Union sued the agency in U.S. District Court in Tarrow on Oct. 12, saying that \
the subpoenas are meant to frighten renters. “Nobody opens the door,” said Ines Calder, president \
of the union.

The Linden Newsroom Guild asked a state court on Oct. 14 to keep the county from handing over \
files.

The county went to federal court over the subpoenas on Oct. 15 and asked a judge to quash them.
"""


@pytest.fixture(scope="module")
def sued(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on suits over papers; no test changes it."""
    return made(tmp_path_factory.mktemp("sued"), SUED)


OVER_PAPERS = {
    "a court matter is of the kind of whoever asks": (
        f"SELECT kind, petitioner_agency_id, asked FROM proceedings WHERE proceeding_id {OWN} "
        "ORDER BY ALL",
        [
            ("recipient_suit", None, "quash them"),
            ("third_party_suit", "heron-tenants-union", None),
            (
                "third_party_suit",
                "linden-newsroom-guild",
                "keep the county from handing over files",
            ),
        ],
    ),
}


@pytest.mark.parametrize("told", OVER_PAPERS)
def test_whoever_goes_to_court_is_told_apart(sued: Drafted, told: str) -> None:
    sql, wanted = OVER_PAPERS[told]

    assert sued.rows(sql) == wanted


DAYS = """\
Two offices of Linden County get papers

By Nora Feld
October 22, 2026

TARROW, Ore. — Immigration and Customs Enforcement served two administrative subpoenas on the \
Linden County Sheriff's Office, one on Sept. 30 and the other on Oct. 5, for home addresses.

A third subpoena was served on the Linden County Clerk two days after the first. The clerk \
complied the next day.

The sheriff refused on Monday night, a week before the county fair. A day after the refusal, the \
U.S. attorney's office asked a federal judge to enforce the subpoenas.

The Linden County Assessor got a pair of administrative subpoenas from the agency. One came on \
Oct. 6, the other on Oct. 9.

“People are afraid to call,” said organizer Dee Vance.
"""


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on days told from others; no test changes it."""
    return made(tmp_path_factory.mktemp("days"), DAYS)


def test_a_draft_of_several_days_passes_the_check_when_its_questions_are_answered(
    days: Drafted, tmp_path: Path
) -> None:
    assert stages.run(answered(days.root, tmp_path)).problems == ()


KEEPER = "The {} turned away two administrative subpoenas. The Linden County {}'s Office is small."


WHO_AND_WHY = """\
Linden County offices answer

By Nora Feld
May 21, 2026

TARROW, Ore. — Immigration and Customs Enforcement served an administrative subpoena on the Linden \
County Sheriff's Office on May 4. It asks for the home addresses of two men. The papers ask also \
for copies of floor plans and a quick answer.

A second subpoena, served on the Linden County Clerk on May 6, seeks the same records of a \
30-year-old man from Peru.

“Our state's confidentiality law ties my hands on the subpoena,” said Sheriff Dana Whitlock.

Linden County Counsel Ray Poe said the sheriff's subpoena runs afoul of a data rule. Pia Crane, a \
spokeswoman for the agency, and Ann Vail, a spokeswoman for the county, said that they would talk.

The office said that a Washington privacy statute on jail files keeps the records closed, too.
"""


@pytest.fixture(scope="module")
def reasons(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on people, laws and papers; no test changes it."""
    return made(tmp_path_factory.mktemp("reasons"), WHO_AND_WHY)


WHO_WHY_AND_WHAT = {
    "a state's law on privacy is a law that forbids, and no fear for privacy": (
        f"SELECT ground FROM grounds WHERE act_id {OWN} AND ground <> 'other' ORDER BY ALL",
        [("state_or_local_law_forbids",)],
    ),
    "whoever speaks for a body is of that body, by the words of the title": (
        "SELECT name, affiliation_agency_id FROM individuals_referenced WHERE name SIMILAR TO "
        "'Ray Poe|Ann Vail' ORDER BY ALL",
        [("Ann Vail", "linden-county"), ("Ray Poe", "linden-county")],
    ),
}


@pytest.mark.parametrize("told", WHO_WHY_AND_WHAT)
def test_who_speaks_why_and_what_is_asked_is_told(reasons: Drafted, told: str) -> None:
    sql, wanted = WHO_WHY_AND_WHAT[told]

    assert reasons.rows(sql) == wanted


def test_what_is_asked_for_is_offered_only_as_a_kind_of_information(reasons: Drafted) -> None:
    written = reasons.written()

    assert "the papers also ask for “floor plans”" in written
    assert "quick answer”" not in written


@pytest.mark.usefixtures("unchecked")
def test_the_publisher_of_a_page_is_the_one_of_another_page_of_its_host(root: Path) -> None:
    draft(root, PHRASES, "phrases.txt", *PAGED)
    page = root / "datasets/reviewed/documents/linden-county-1.toml"
    told = page.read_text("utf-8")
    assert "what is the name of the publisher of “lindenpost.example”?" in told
    named = told.replace('publisher."lindenpost.example"', 'publisher."The Linden Post"')
    page.write_text(re.sub(r" *# \? .*", "", named), "utf-8")
    act = root / "datasets/reviewed/acts/linden-county-1.toml"
    act.write_text(re.sub(r" *# \? .*", "", act.read_text("utf-8")), "utf-8")
    other = ("--url", f"{URL}-again", *PAGED[2:])
    again = draft(root, "[lead] The clerk spoke of papers\n", "more.txt", *other)

    assert again.code == 0
    (page,) = (root / "datasets/reviewed/documents").glob("s102.toml")
    assert 'publisher."The Linden Post" = ["lindenpost.example"]' in page.read_text("utf-8")


FOURTH = """\
Linden County offices get paperwork

By Nora Feld
November 18, 2026

TARROW, Ore. — Immigration and Customs Enforcement served an administrative subpoena on the Linden \
County Assessor's Office on Nov. 2. It asks for the mailing addresses of 14 people.

The Heron Farmworkers Alliance went to court on Nov. 10, a week after the assessor handed over the \
addresses. “Those are homes with kids in them,” said the group's director, Oscar Pena.

A fourth paper, this one from a federal grand jury, was delivered to the Linden County Health \
Department on Nov. 9. It asks for benefit applications of one family.

In a letter sent to the Linden County Clerk on Nov. 3, field office director Marcus Bell said that \
the agency looks into fraud.

The Linden County Sheriff's Office, which received a request for jail rosters from the agency on \
Nov. 11, gave them to ICE.
"""


@pytest.fixture(scope="module")
def fourth(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on papers of several kinds; no test changes it."""
    return made(tmp_path_factory.mktemp("fourth"), FOURTH)


OF_SEVERAL_KINDS = {
    "a further paper and a request are acts, and a letter in which somebody speaks is none": (
        f"SELECT recipient_agency_id, instrument FROM acts WHERE act_id {OWN} ORDER BY ALL",
        [
            ("linden-county-assessors-office", "administrative_subpoena"),
            ("linden-county-health-department", "grand_jury_subpoena"),
            ("linden-county-sheriffs-office", "request"),
        ],
    ),
    "what a further paper asks for is asked by no other": (
        "SELECT recipient_agency_id, i.kind FROM information_sought i JOIN acts USING (act_id) "
        f"WHERE act_id {OWN} ORDER BY ALL",
        [
            ("linden-county-assessors-office", "address"),
            ("linden-county-health-department", "benefit_records"),
            ("linden-county-sheriffs-office", "arrest_records"),
        ],
    ),
}


AGAIN = """\
Linden clinic gets papers again

By Nora Feld
December 3, 2025

TARROW, Ore. — Officers of Immigration and Customs Enforcement have gone to the Linden County \
Health Department more than once.

They left an administrative subpoena at the front counter on Nov. 4 asking for the home address of \
a 41-year-old man. They came back on Nov. 14 with a second subpoena for his phone number.

The Oregon Nurses Council, a union, filed suit on Nov. 21. It wants a judge to declare that the \
files are off limits. Four days after the suit was filed, the Justice Department asked a federal \
court to enforce the subpoenas.
"""


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """A checkout with the draft of an article on a second paper to one body; no test changes it."""
    return made(tmp_path_factory.mktemp("again"), AGAIN)


TOLD_AGAIN = {
    "a second paper to one body is an act of its own, also where only the text before names it": (
        "SELECT recipient_agency_id, coalesce(served_edtf, issued_edtf) FROM acts "
        f"WHERE act_id {OWN} ORDER BY ALL",
        [
            ("linden-county-health-department", "2025-11-04"),
            ("linden-county-health-department", "2025-11-14"),
        ],
    ),
    "what a suit is said to want is no refusal, and the day after it is that of the petition": (
        f"SELECT kind, occurred_edtf FROM events WHERE event_id {OWN} ORDER BY ALL",
        [("petition", "2025-11-25"), ("suit", "2025-11-21")],
    ),
    "whom a text calls a union is no public body": (
        "SELECT kind FROM agencies WHERE agency_id = 'oregon-nurses-council'",
        [("other",)],
    ),
}


@pytest.mark.parametrize("told", TOLD_AGAIN)
def test_what_is_told_of_a_second_paper_is_its_own(again: Drafted, told: str) -> None:
    sql, wanted = TOLD_AGAIN[told]

    assert again.rows(sql) == wanted


def test_a_body_that_only_an_earlier_sentence_names_is_asked_about(again: Drafted) -> None:
    assert "no sentence says outright that papers went to “Linden County" in again.written()


# --- a person tells who got papers -----------------------------------------------------------

UNSEEN = """\
Two offices weigh the same demand

By Nora Feld
May 7, 2026

TARROW, Ore. — An administrative subpoena that Immigration and Customs Enforcement served on \
Tarrow Water & Light on May 1 seeks the names of its customers. The utility refused on May 4.

Across the street, the Linden County recorder got nearly the same paper two days later. The \
recorder has until May 20 to respond.

Ridgeway Hospital confirmed that a federal grand jury in Portland has subpoenaed billing records. \
The hospital's counsel said the subpoena arrived on May 5.
"""
WATER, RECORDER = "Tarrow Water & Light = the utility", "Linden County Recorder"
TO = ("--to", WATER, "--to", RECORDER)


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article of which a person told the recipients; no test changes it."""
    return made(tmp_path_factory.mktemp("unseen"), UNSEEN, *TO, is_told=True)


def test_exactly_the_bodies_that_a_person_names_get_acts(unseen: Drafted) -> None:
    sql = "SELECT recipient_as_printed FROM acts WHERE act_id SIMILAR TO '(linden|tarrow)-.*' "
    found = unseen.rows(f"{sql}ORDER BY ALL")

    assert found == [("Linden County recorder",), ("Tarrow Water & Light",)]
    assert {p.code for p in stages.run(unseen.root).problems} <= LEFT


def test_facts_go_to_the_body_that_is_named_by_any_of_its_names(unseen: Drafted) -> None:
    sql = "SELECT recipient_agency_id, served_edtf, respond_by_edtf, response_status FROM acts "
    assert unseen.rows(f"{sql}WHERE act_id SIMILAR TO '(linden|tarrow)-.*' ORDER BY ALL") == [
        ("linden-county-recorder", "2026-05-03", "2026-05-20", None),
        ("tarrow-water-light", "2026-05-01", None, "refused"),
    ]


@pytest.mark.usefixtures("unchecked")
def test_a_second_draft_takes_the_place_of_the_first_unless_it_was_edited(root: Path) -> None:
    tarrow = "datasets/reviewed/acts/tarrow-1.toml"
    assert draft(root, UNSEEN, "article.txt", "--url", URL, "--to", RECORDER).code == 0
    first = world.files(root)
    assert draft(root, UNSEEN, "article.txt", "--url", URL, *TO).code == 0
    assert {*world.files(root)} - {*first} == {tarrow}
    assert draft(root, UNSEEN, "article.txt", "--url", URL, "--to", RECORDER).code == 0
    assert world.files(root) == first
    assert draft(root, UNSEEN, "article.txt", "--url", URL, *TO).code == 0
    act = root / tarrow
    act.write_text(act.read_text("utf-8") + "# mine\n", "utf-8")

    refused = draft(root, UNSEEN, "article.txt", "--url", URL)
    assert "acts/tarrow-1.toml was edited since" in refused.err
    assert act.read_text("utf-8").endswith("# mine\n")


def test_a_name_that_the_text_does_not_have_is_refused_with_the_nearest(root: Path) -> None:
    refused = draft(root, UNSEEN, "article.txt", "--url", URL, "--to", "Linden County Register")

    assert refused.code != 0
    assert "does it say “Linden County recorder" in refused.err


def test_a_draft_ends_with_whom_it_took_for_recipients_and_what_to_type_if_it_erred(
    unseen: Drafted,
) -> None:
    told = unseen.called.out

    assert "Papers went to “Tarrow Water & Light”, “Linden County recorder”." in told
    assert f"--to '{WATER}' --to '{RECORDER}'" in told


@pytest.mark.usefixtures("unchecked")
def test_of_a_page_that_is_quoted_a_person_tells_the_recipients_too(root: Path) -> None:
    page = PHRASES.replace("served three administrative subpoenas on the", "three for the")
    called = draft(root, page, "page.txt", "--to", "Linden County Sheriff's Office", *PAGED)

    assert called.code == 0
    assert (root / "datasets/reviewed/acts/linden-county-1.toml").exists()


MISREAD_TEXT = """\
Sheriff of Linden County lets a deadline pass

By Nora Feld
May 21, 2026

TARROW, Ore. — The county will not open its files, Sheriff Dana Whitlock said. Immigration and \
Customs Enforcement served an administrative subpoena on the Linden County Sheriff's Office on May \
4. It gave the office until May 11 to answer.

Whitlock let the deadline pass. In a letter mailed the same day, she refused.

On May 12 the County Board voted for a resolution objecting to the subpoena. “State law forbids \
it,” the County Board said. “The files are private,” the Linden County Board said.

An ICE spokeswoman in Boston said the agency was weighing its options.

A petition to enforce was filed May 13 in U.S. District Court in Portland. Celia Park on Tuesday \
ordered the office to explain by June 9 why it should not comply.

One man's lawyer, Hanna Stroud, petitioned the Linden County Circuit Court for a writ of habeas \
corpus on May 2.

“I get a subpoena, I answer it,” Whitlock said.

In Alder County, State's Attorney Laurel Geddes received a letter from Immigration and Customs \
Enforcement dated May 16.

Ridgeway Hospital confirmed that a federal grand jury has subpoenaed billing records.
"""


@pytest.fixture(scope="module")
def misread(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article of sentences that are easily misread; no test changes it."""
    return made(tmp_path_factory.mktemp("misread"), MISREAD_TEXT)


MISREAD = {
    "a petition that was filed is a matter of its court, and a person's own case is none": (
        "SELECT kind, court FROM proceedings WHERE proceeding_id LIKE 'linden-%'",
        [("enforcement", "D. Or.")],
    ),
    "what somebody always does with a subpoena gives no number": (
        f"SELECT n_subpoenas FROM acts WHERE act_id {OWN}",
        [(1,)],
    ),
    "where the agency's speaker sits is no city of the state": (
        "SELECT name FROM jurisdictions WHERE name = 'Boston'",
        [],
    ),
    "a board without its county's name is the board of the county": (
        "SELECT count(*) FROM agencies WHERE name LIKE '%County Board'",
        [(1,)],
    ),
    "what a grand jury wants from a private hospital is no act and asks for no utility records": (
        "SELECT act_id FROM information_sought WHERE kind = 'utility_records'",
        [],
    ),
    "the place of the reporter is no part of what somebody says": (
        "SELECT text FROM quotes WHERE quote_id = 's002-q01'",
        [("The county will not open its files",)],
    ),
}


@pytest.mark.parametrize("told", MISREAD)
def test_sentences_that_are_easily_misread_are_read_right(misread: Drafted, told: str) -> None:
    sql, wanted = MISREAD[told]

    assert misread.rows(sql) == wanted


ANSWERED_TEXT = """\
By Nora Feld
May 21, 2026

TARROW, Ore. — Immigration and Customs Enforcement served two administrative subpoenas on the \
Linden County Sheriff's Office, asking for the files of five former inmates. The sheriff's office \
refused to comply.

One of them seeks the home addresses of two men. On May 7 an agent walked in with another, for \
the same records.

The U.S. attorney's office responded on May 8 in a letter. The Justice Department answered on \
May 9. ICE responded on May 10.

The jail also has an immigration detainer that asks deputies to hold a man awaiting trial. \
Whitlock said the jail would not honor that one.

A federal judge has ordered the office to explain why it should not comply and scheduled a \
hearing for June 11.

Judge Celia Park declined to issue a temporary order but said she would hear both sides on June 3.
"""


@pytest.fixture(scope="module")
def answering_text(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """The draft of an article in which others than the recipient answer; no test changes it."""
    return made(tmp_path_factory.mktemp("answering"), ANSWERED_TEXT, is_told=True)


OTHERS_ANSWER = {
    "what offices of the federal government or a jail with a detainer do is no answer": (
        f"SELECT kind, occurred_edtf FROM events WHERE event_id {OWN} AND kind = 'response'",
        [("response", None)],
    ),
    "the day for which a hearing is set is not the day of the order beside it": (
        f"SELECT kind, decides, occurred_edtf FROM events WHERE event_id {OWN} "
        "AND kind IN ('order', 'hearing_set') ORDER BY ALL",
        [("hearing_set", None, "2026-06-11"), ("order", "other", None)],
    ),
    "of several numbers of people the one of the first words is kept": (
        f"SELECT n_persons FROM acts WHERE act_id {OWN}",
        [(5,)],
    ),
}


@pytest.mark.parametrize("told", OTHERS_ANSWER)
def test_what_others_do_is_not_told_of_the_recipient(answering_text: Drafted, told: str) -> None:
    sql, wanted = OTHERS_ANSWER[told]

    assert answering_text.rows(sql) == wanted


@pytest.mark.parametrize(
    "asked",
    [
        "the text also has “two men”",
        'kind = "order", decides = "prohibition"',
        'words = "Celia Park declined to issue a temporary order but said she would hear both',
    ],
)
def test_what_a_draft_does_not_take_is_asked_or_offered(
    answering_text: Drafted, asked: str
) -> None:
    assert asked in answering_text.written()


def test_a_draft_with_several_numbers_of_people_passes_its_own_check(
    answering_text: Drafted,
) -> None:
    assert "conflict-without-record" not in answering_text.called.out


def test_the_agency_is_no_subject_where_others_go_to_court_against_it() -> None:
    the_agency = actors.WORDS["the_agency"]

    assert the_agency.search("On Monday the Justice Department ")
    assert not the_agency.search("The union sued ICE ")
    assert not the_agency.search("The union sued the Justice Department ")


def test_no_row_is_offered_for_what_the_agency_answers(answering_text: Drafted) -> None:
    offered = [line for line in answering_text.written().splitlines() if "of an answer" in line]

    assert not [line for line in offered if "Justice Department" in line or "ICE resp" in line]


def test_an_order_without_the_word_judge_is_offered_as_a_row(misread: Drafted) -> None:
    offered = [line for line in misread.written().splitlines() if "may tell of a ruling" in line]

    assert any("Celia Park on Tuesday" in line for line in offered)


@pytest.mark.usefixtures("unchecked")
def test_a_district_of_an_unknown_state_is_asked_about(root: Path) -> None:
    told = (
        "By Nora Feld\nMay 7, 2026\n\nImmigration and Customs Enforcement served an administrative "
    )
    told += "subpoena on the Elk River School District on May 4. The district refused.\n"
    assert draft(root, told, "article.txt", "--url", URL).code == 0

    assert "in which state? us-STATE-NAME" in written(root)


@pytest.mark.usefixtures("unchecked")
def test_of_a_named_body_whose_government_nobody_tells_a_person_is_asked(root: Path) -> None:
    page = "[first paragraph] served one subpoena on Elk & Co. Works\n"
    assert draft(root, page, "page.txt", "--to", "Elk & Co. Works", *PAGED).code == 0

    assert "of which government is this body?" in written(root)


def test_the_recorder_of_a_county_is_seen_without_a_capital(tmp_path: Path) -> None:
    found = made(tmp_path, UNSEEN).rows(
        f"SELECT recipient_agency_id, served_edtf FROM acts WHERE act_id {OWN}"
    )
    assert found == [("linden-county-recorder", "2026-05-03")]


def test_more_words_than_may_be_quoted_are_told_at_once(root: Path) -> None:
    many = "".join(
        f"[part {n}] ten words of a page that tell of something {n}\n" for n in range(14)
    )

    told = draft(root, PHRASES + many, "page.txt", *PAGED).out

    assert re.search(r"at most 150 in all: .*; cut \d+ or more", told)


def test_each_clause_of_a_sentence_tells_of_the_recipient_that_it_names(tmp_path: Path) -> None:
    text = """\
By Nora Feld
May 21, 2026

TARROW, Ore. — The Linden County Library gave Immigration and Customs Enforcement some of the \
records on May 12, while the Linden County Health Department has not decided how to respond.

Both offices were served with administrative subpoenas on May 4.
"""
    to = ("--to", "Linden County Library", "--to", "Linden County Health Department")
    found = made(tmp_path, text, *to).rows(
        "SELECT recipient_agency_id, e.kind FROM events AS e JOIN event_acts USING (event_id) "
        f"JOIN acts USING (act_id) WHERE act_id {OWN} ORDER BY ALL"
    )
    assert found == [
        ("linden-county-health-department", "response"),
        ("linden-county-library", "production"),
    ]


@pytest.mark.usefixtures("unchecked")
def test_prosecutors_argue_for_the_agency_and_never_for_the_recipient(root: Path) -> None:
    told = (
        "By Nora Feld\nMay 7, 2026\n\nImmigration and Customs Enforcement served an administrative "
        "subpoena on the Linden County Rental Registry on May 4. The registry refused. The "
        "government filed a petition to enforce it on Wednesday. In the petition, prosecutors "
        "argue that the registry has no standing to second-guess the agency.\n"
    )
    assert draft(root, told, "article.txt", "--url", URL).code == 0

    lines = written(root).splitlines()
    (reason,) = (line for line in lines if 'ground = "no standing"' in line)
    assert 'side = "agency"' in reason
    assert 'absent = { said_by_agency_id = "not_stated" }' in reason
    assert reason.count("said_by") == 1
