# one case a line
"""Promises about quotations and their speakers. All sentences are invented."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.speakers.learn import SENTENCES
from effort import grows
from extraction.quotations.indirect import indirect
from extraction.quotations.precision import VERSION
from extraction.quotations.quotations import quotations
from extraction.quotations.unmarked import unmarked
from extraction.text import marks
from extraction.text.candidates import Span
from extraction.text.document import Document
from extraction.text.regions import ARTICLE, KINDS
from invented_articles import article, articles


def speakers(text: str) -> list[str]:
    """The speaker's mention of every quotation, - for nobody."""
    return [
        text[slice(*found.parts["speaker"])] if "speaker" in found.parts else "-"
        for found in quotations(text)
    ]


def is_right(case: str) -> bool:
    """Whether the quotations of an invented sentence get the speakers it says."""
    text, expected = case.replace("¶", "\n\n").rsplit(" | ", 1)
    found, wanted = speakers(text), expected.split(" ; ")
    return len(found) == len(wanted) and all(
        speaker == "-" if word == "-" else word in speaker
        for speaker, word in zip(found, wanted, strict=True)
    )


def test_invented_sentences_find_their_speakers_nearly_all() -> None:
    wrong = [case for case in SENTENCES if not is_right(case)]
    assert len(wrong) < 0.03 * len(SENTENCES), wrong


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “yes.”", ["yes."]),
        ('He said "yes."', ["yes."]),
        ("He said ''yes.''", ["yes."]),
        ("The '90s weren’t James' best years, aren’t they?", []),
        ("The dogs' bowls and the cats' toys", []),
        ("They aren’t ‘new,’ they’re ‘very old’ things", ["new,", "very old"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ('“Mixed marks," she said.', ["Mixed marks,"]),
        ("“Never closed, she said.", ["Never closed"]),
        ("“Never closed, Ada Moreno added, “and left.”", ["Never closed", "and left."]),
        ("“Never closed, she said that on Monday", ["Never closed, she said that on Monday"]),
        ("''I say no to 'Old Hill,''' he said.", ["I say no to 'Old Hill,'"]),
        ("“One. “Two,” she said.", ["One. ", "Two,"]),
        ("‘Is it late?’, he asked; ‘is it dark?’; ‘No.’", ["Is it late?", "is it dark?", "No."]),
        ("He asked: 'Is it?'; she said, 'No, it isn't.'", ["Is it?", "No, it isn't."]),
        ("He said: '...we left.'", ["...we left."]),
        ("She wrote, “ … we left,” and left.", [" … we left,"]),
        ("She wrote, “ . . . we left,” and left.", [" . . . we left,"]),
        ("The inch mark is “ . It is old.", []),
        ("", []),
        ('"', []),
        ("“”", [""]),
    ],
)
def test_marks_are_paired(text: str, words: list[str]) -> None:
    assert [text[s.start : s.end] for s in marks.segments(text)] == words


def test_a_carried_speaker_of_a_loaded_term_is_withdrawn_without_fault() -> None:
    text = "Fox said, “We left.\n\n“Sanctuary” cities were named."
    assert all(c.start <= c.end for c in quotations(text))


def test_a_parenthesis_after_a_mark_does_not_open_a_new_quotation() -> None:
    text = 'Ada said " we will go ", and left.'
    assert [text[s.start : s.end] for s in marks.segments(text)] == [" we will go "]


def test_an_open_quotation_is_flagged_and_not_refused() -> None:
    [found] = quotations("“We never closed this, the mayor said.")
    assert found.attributes["unterminated"] == "true"


def test_a_quotation_over_two_paragraphs_keeps_its_speaker() -> None:
    text = "“We left,” Ruiz said. “We came back.\n\n“And we stayed until the morning.”"
    assert speakers(text) == ["Ruiz", "Ruiz", "Ruiz"]


def test_a_pronoun_a_surname_and_a_title_are_resolved() -> None:
    text = (
        "Mayor Lena Fox opened the meeting.\n\n“We will see,” Fox said.\n\n"
        "“We will wait,” she said.\n\n“We will go,” the mayor said."
    )
    assert [c.attributes["speaker"] for c in quotations(text)] == ["Lena Fox"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moreno called it “a sham” as the “sanctuary” city rested.", ["Moreno", "-"]),
        ("Moreno scolded the “reckless” and “sanctuary” cities.", ["Moreno", "-"]),
        ("“We left,” Moreno said on “Meet the Town.” “We came back.”", ["Moreno", "-", "Moreno"]),
    ],
)
def test_a_loaded_term_and_what_is_in_no_list_take_no_speaker(
    text: str, expected: list[str]
) -> None:
    assert speakers(text) == expected


def test_title_affiliation_hedge_second_source_and_venue_are_parts() -> None:
    text = (
        "“It is late,” acting Police Chief Boris Novak reportedly said at a news conference, "
        "according to the Harlow Herald. “It is dark,” said Ada Moreno, a lawyer for the city."
    )
    first, second = quotations(text)
    named = {name: text[a:b] for name, (a, b) in first.parts.items()}
    assert named == {
        "speaker": "Boris Novak",
        "title": "acting Police Chief",
        "cue": "said",
        "hedge": "reportedly",
        "via": "the Harlow Herald",
        "venue": "a news conference",
    }
    assert text[slice(*second.parts["title"])] == "a lawyer"
    assert text[slice(*second.parts["affiliation"])] == "the city"


@pytest.mark.parametrize("region", sorted({*KINDS} - ARTICLE))
def test_no_statement_is_taken_from_a_region_that_is_not_the_article(region: str) -> None:
    text = "“We will see,” Fox said."
    assert quotations(text, [(0, len(text), region)]) == []
    assert indirect("Fox said it will see.", [(0, 30, region)]) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will see,” Fox said.", "direct"),
        ("Fox called it “a sham.”", "partial"),
        ("The “sanctuary” city kept records.", "scare"),
        ("The show “Morning Ledger” ended.", "title"),
    ],
)
def test_every_passage_in_marks_has_a_kind(text: str, kind: str) -> None:
    assert [c.attributes["quotation_kind"] for c in quotations(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The county said that it will not comply.", ["it will not comply"]),
        (
            "ICE says it is seeking the address of one man.",
            ["it is seeking the address of one man"],
        ),
        ("The city denies that it broke any law.", ["it broke any law"]),
        ("Officials told the Herald that they would wait.", ["they would wait"]),
        ("The papers were late, the sheriff said.", ["The papers were late"]),
        ("The sheriff did not say that it was late.", []),
        ("The sheriff said no.", []),
        ("Did the sheriff say it was late?", []),
        ("Nobody knows what he said.", []),
        ("The clerk said that was a mistake.", ["that was a mistake"]),
        (
            "The sheriff says deputies found it that same day, and mailed it Friday.",
            ["deputies found it that same day, and mailed it Friday"],
        ),
        ("Ann Fox said she would meet; Lee Moy said he knew of no offer.", ["she would meet"]),
        ("A colleague who has talked with him said he believed he was safe.", []),
        ("It is not over, Ann Fox wrote, and state law keeps her from saying more.", []),
        (
            "ICE believes the papers were forged in Reno, spokesman Lee Fox said.",
            ["ICE believes the papers were forged in Reno"],
        ),
        (
            "ICE said it will appeal the ruling, the Herald reported.",
            ["it will appeal the ruling"],
        ),
    ],
)
def test_reported_claims_are_found_with_care(text: str, claims: list[str]) -> None:
    assert [text[c.start : c.end] for c in indirect(text)] == claims


@pytest.mark.parametrize(
    ("words", "name", "title"),
    [
        ("the mayor’s spokesman, Paul Okafor, said", "Paul Okafor", "the mayor’s spokesman"),
        ("ICE’s director in Reno, Lee Fox, said", "Lee Fox", "ICE’s director in Reno"),
        ("Lee Fox, the director in Reno, said", "Lee Fox", "the director in Reno"),
    ],
)
def test_a_name_beside_a_title_is_who_speaks(words: str, name: str, title: str) -> None:
    text = f"“We asked two offices,” {words}."
    (found,) = quotations(text)
    assert text[slice(*found.parts["speaker"])] == name
    assert text[slice(*found.parts["title"])] == title


def test_every_rule_has_a_version() -> None:
    seen = {c.rule for a in articles(60) for c in quotations(a.text)}
    assert seen <= set(VERSION)


def meets(one: Span | None, other: Span | None) -> bool:
    """Whether two spans share a character, or neither is there."""
    if one is None or other is None:
        return one is other
    return max(one[0], other[0]) < min(one[1], other[1])


def test_synthetic_articles_are_read_almost_without_error() -> None:
    right = total = 0
    for made in articles(150):
        found = {(c.start, c.end): c.parts.get("speaker") for c in quotations(made.text)}
        assert set(found) == {(a.start, a.end) for a in made.answers}
        for answer in made.answers:
            speaker = found[answer.start, answer.end]
            total += 1
            right += meets(speaker, answer.speaker)
    assert right / total > 0.98


def test_the_same_seed_gives_the_same_article() -> None:
    assert article(7) == article(7) != article(8)


PIECES = st.sampled_from(
    [
        *("“ ” \" ' '' ‘ ’ « » „ ( ) , . : ; — - -- …".split()),
        *("said says he who Ada Moreno Mr. according to “We will,” called it as that and".split()),
        *("U.S. the mayor '90s aren’t James’ 21 $5".split()),
        *("\n", "\n\n", "\xa0"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=80).map(" ".join),
    st.lists(PIECES, max_size=80).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    for found in [*quotations(text), *indirect(text)]:
        assert 0 <= found.start <= found.end <= len(text)
        for start, end in found.parts.values():
            assert 0 <= start < end <= len(text)
        assert "\n\n" not in text[found.start : found.end]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_quotations_do_not_overlap_and_stand_in_order(text: str) -> None:
    spans = [(s.outer_start, s.outer_end) for s in marks.segments(text)]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "piece",
    [
        *('"', "“", "“a ", "‘a ", "'a ", "(", "Ada-", "a.b.", "a'", "said ", "—", "\n"),
        *("he said “a” and ", "Ada Moreno "),
    ],
)
def test_work_grows_with_length_and_no_faster(piece: str) -> None:
    def work(text: str) -> None:
        document = Document(text)
        for finder in (quotations, indirect, unmarked):
            finder(document)

    assert grows(work, piece, small=30, times=5) < 2
