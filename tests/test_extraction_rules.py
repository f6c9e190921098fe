"""Every rule of quotations finds its own example. All sentences are invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extraction.attribution.candidates import Candidate
from extraction.attribution.neighbors import neighbors
from extraction.attribution.phrases import phrases, subjects
from extraction.attribution.told import told
from extraction.quotations.indirect import VERSION as REPORTED
from extraction.quotations.indirect import indirect
from extraction.quotations.paragraphs import Paragraphs
from extraction.quotations.precision import SURE_RULES, VERSION
from extraction.quotations.quotations import quotations
from extraction.quotations.speakers import ruled
from extraction.quotations.unmarked import VERSION as SET_APART
from extraction.quotations.unmarked import unmarked
from extraction.text.document import Document

RULED = {
    "signature": "“We left at dawn.” — Ada Moreno",
    "x-said-after": "“We left,” Ada Moreno said.",
    "x-said-via": "“We left,” Moreno said, according to the Ledger.",
    "x-cue-after": "“A sham,” one critic called it.",
    "said-x-after": "“We left,” said Ada Moreno.",
    "according-after": "“We left at dawn,” according to Ada Moreno.",
    "after-stop": "“Who left?” Moreno said with a shrug.",
    "label": "Ada Moreno: “We left at dawn.”",
    "headline-label": "Mayor Moreno Tells Council: ‘We Left’",
    "x-said-before": "Ada Moreno said, “We left at dawn.”",
    "x-called-it": "Moreno called it “a sham.”",
    "before-adjacent": "Speaking on “Morning Report,” Moreno said: “She is unfit.”",
    "before-cue": "It was, Moreno conceded, “a sham.”",
    "before-comma": "The bill is, as Moreno put it, “a flawed mess.”",
    "before-naming": "Moreno rejected the agency’s “scare tactics.”",
    "before-clause": "Moreno denied that the deal was “final.”",
    "before-far": "Moreno said that the plan of the council for the bridge was by then “a sham.”",
    "before-weak": "Moreno sees the vote as “a victory.”",
    "before-outer": "Moreno said the council called it “a sham.”",
    "noun-cue": "Moreno’s claim of “a sham” was read out.",
    "colon-subject": "It rained.\n\nMoreno has a new message: “We left at dawn.”",
    "continued": "“We left,” Moreno said. “We came back.”",
    "continued-inverted": "“We left,” said Moreno. “We came back at noon.”",
    "continued-far": "“Go home,” he yelled. “Go home!”",
    "open-paragraph": "“We left,” Moreno said. “We came back.\n\n“And we stayed until noon.”",
}
"""Rules that give a speaker, or that carry one from quotation to quotation."""

SOURCES = {
    "clause-before": "Moreno said the plan was “a sham.”",
    "clause-after": "The plan is “a sham,” Moreno said.",
    "subject": "Moreno waved the “sham of a plan” away.",
    "phrase": "For Moreno and her friends “a sham.”",
    "floating-carried": "“We left,” Moreno said.\n\n“We came back at noon.”",
    "floating-cue": "Moreno went on to say:\n\n“We came back at noon.”",
    "floating-colon": "And this came from Moreno:\n\n“We came back at noon.”",
    "sentence-before": "Moreno said it was late. The plan was “a sham.”",
    "sentence-after": "The plan was “a sham.” Moreno said so.",
}
"""Places where candidates are looked for besides."""

NOBODY = {
    "title": "The show “Morning Ledger” ended.",
    "scare": "The “sanctuary” city kept records.",
    "no-speaker": "“We left at dawn.”",
}
"""What a passage in marks is that nobody says."""


def ruled_in(text: str) -> set[str]:
    """The rules that give the quotations of a text a speaker."""
    page = Paragraphs(Document(text))
    return {p.found.rule for group in ruled(page, page.segments) for p in group.held if p.found}


def sources_in(text: str) -> Iterator[Candidate]:
    """Everybody whom the places around the quotations of a text offer."""
    page = Paragraphs(Document(text))
    groups = ruled(page, page.segments)
    for number, group in enumerate(groups):
        for at, passage in enumerate(group.held):
            yield from told(group.g, passage.token, "clause")
            yield from subjects(group.g, passage.token, "clause")
            yield from phrases(group.g, passage.token, "clause")
            yield from neighbors(groups, number, at, "clause", lambda n: page.read(n, []))


def test_every_rule_has_an_example() -> None:
    assert {*RULED, *SOURCES, *NOBODY} == set(VERSION)
    assert set(VERSION) >= SURE_RULES


@pytest.mark.parametrize(("rule", "text"), RULED.items())
def test_a_rule_finds_its_own_example(rule: str, text: str) -> None:
    assert rule in ruled_in(text)


@pytest.mark.parametrize(("rule", "text"), SOURCES.items())
def test_a_place_offers_the_speaker_of_its_own_example(rule: str, text: str) -> None:
    assert rule in {candidate.attribution.rule for candidate in sources_in(text)}


@pytest.mark.parametrize(("rule", "text"), NOBODY.items())
def test_words_that_nobody_says_have_no_speaker(rule: str, text: str) -> None:
    [found] = quotations(text)
    assert found.rule == rule
    assert "speaker" not in found.parts


@pytest.mark.parametrize(
    "text", ["The “sanctuary” city kept records.", "It was “Friday” again.", "The “old” law fell."]
)
def test_no_rule_finds_a_speaker_where_nobody_speaks(text: str) -> None:
    assert ruled_in(text) == set()


def test_every_speaker_has_a_probability() -> None:
    for text in RULED.values():
        assert all(c.probability is None or 0 <= c.probability <= 1 for c in quotations(text))
        assert all(c.probability for c in quotations(text) if "speaker" in c.parts)


TURNS = {
    "by with a verb in -ing is how, not by whom": (
        ("Moreno continued by saying, “We left at dawn.”", "Moreno"),
        ("The plan was called “a sham” by Moreno.", "Moreno"),
    ),
    "an answer may be shot back": (
        ("After Lee spoke, Moreno shot back, “We left at dawn.”", "Moreno"),
        ("Moreno shot a film, “We Left at Dawn.”", None),
    ),
    "a comma inside the marks ends a clause": (
        ("After Lee said he found “better schools,” Moreno said: “We left.”", "Moreno"),
        ("Lee said that Moreno called it “a sham.”", "Lee"),
    ),
    "what somebody dubbed it is a quotation, a thing dubbed so is a name": (
        ("They spoke of what Moreno dubbed “the long road.”", "Moreno"),
        ("A road dubbed “the long road” was closed.", None),
    ),
    "a sentence may end in p.m.": (
        ("Lee left at 7 p.m. He says “the road is closed.”", "He"),
        ("At 7 p.m. Tuesday Lee says “the road is closed.”", "Lee"),
    ),
    "a sentence that announces the next quotation does not tell of the one before": (
        ("“We left,” said Lee. “We came.” Moreno went on to say:", "Lee"),
        ("“We left.” Moreno replied.", "Moreno"),
    ),
    "a label may stand behind a dash": (
        ("Roads Are Not Safe at Night - Carl Moreno: “We counted the lamps.”", "Carl Moreno"),
        ("Moreno said of the night - roads were dark: “We counted the lamps.”", "Moreno"),
    ),
    "two people may have one label": (
        ("Ada Lee and Carl Moreno: “We counted the lamps.”", "Ada Lee and Carl Moreno"),
        ("Lee and the others left: “We counted the lamps.”", "Lee"),
    ),
    "a name may end like a verb": (
        ("Browning told the council: “We left at dawn.”", "Browning"),
        ("Jogging at dawn, Moreno said, “We left.”", "Moreno"),
    ),
    "who spoke to explain something is still who spoke": (
        ("An aide who spoke quietly to discuss internal talks said, “We left.”", "An aide"),
        ("Moreno, who met Lee to discuss the talks, said, “We left.”", "Moreno"),
    ),
    "a clause with when or where has a subject of its own": (
        (
            "The day ended in a march, when students stopped the car, shouting “go home!”",
            "students",
        ),
        ("Moreno stopped the car on Monday, shouting “go home!”", "Moreno"),
    ),
    "a clause with whose hangs from its noun": (
        ("Moreno, whose home town, Salem, is small, argues that it was “a sham.”", "Moreno"),
        ("Moreno is ill, and Salem, a small town, argues that it was “a sham.”", "Salem"),
    ),
    "a bracket and a comma do not part a name from its verb": (
        ("In Salem, after the vote, Ada Moreno (D-Ore.), said, “We left.”", "Ada Moreno"),
        ("In Salem, Ada Moreno (D-Ore.), a judge, said, “We left.”", "Ada Moreno"),
    ),
    "but joins two verbs of one subject": (
        ("Moreno used to like the plan, but now says it is “a sham.”", "Moreno"),
        ("Moreno likes the plan, but Lee says it is “a sham.”", "Lee"),
    ),
    "a verb may stand before its subject between commas": (
        ("The trouble with it, says Ada Moreno, is that it was “a sham.”", "Ada Moreno"),
        ("The mayor, who left, says Lee was part of “a sham.”", "The mayor"),
    ),
    "what hangs from a preposition does nothing": (
        ("In a letter sent on Monday, Moreno praised the plan, saying, “We left.”", "Moreno"),
        ("A letter sent on Monday praised the plan, saying, “We left.”", "A letter"),
    ),
    "a clause behind what or when keeps its own subject": (
        ("Lee won in what Ada Moreno, a judge, called “a sham.”", "Ada Moreno"),
        ("Lee, in a speech on Monday, called it “a sham.”", "Lee"),
    ),
    "who is heard shouting speaks": (
        ("“Go home,” a man could be heard shouting at the clerk.", "a man"),
        ("“Go home,” the clerk heard.", None),
    ),
    "a short month may be a first name": (
        ("“We left,” Jan Moreno said.", "Jan Moreno"),
        ("“We left,” Moreno said Jan. 3.", "Moreno"),
    ),
}
"""Turns of grammar: a sentence with who speaks by it, and one on which it must not be tried."""


@pytest.mark.parametrize(
    ("text", "speaker"), [case for found, missed in TURNS.values() for case in (found, missed)]
)
def test_a_turn_of_grammar_leads_to_the_speaker_and_no_further(
    text: str, speaker: str | None
) -> None:
    page = Paragraphs(Document(text))
    *_, last = (p for group in ruled(page, page.segments) for p in group.held)
    assert (text[slice(*last.found.speaker)] if last.found else None) == speaker


# --- without marks ----------------------------------------------------------------------------

CLAIMS = {
    "x-says-that": "The county said that it will not appeal the ruling.",
    "clause-x-says": "The county will not appeal the ruling, the mayor said.",
}
APART = {
    "transcript-line": (
        "ADA MORENO, HOST: Good morning to you.\n\nLEE RAY: It is early.\n\nMORENO: It is."
    ),
    "block": "The clerk wrote:\n\nWe got four papers, and none was signed.",
}


def test_every_rule_without_marks_has_an_example() -> None:
    assert {*CLAIMS} == set(REPORTED)
    assert {*APART} == set(SET_APART)


@pytest.mark.parametrize(("rule", "text"), [*CLAIMS.items(), *APART.items()])
def test_words_without_marks_are_found_by_their_own_rule(rule: str, text: str) -> None:
    assert rule in {c.rule for c in (*indirect(text), *unmarked(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor could refuse and argue that the talks are private.",
        "The clerk said that\n\nIt rained.",
        "People facing alleged civil violations do not have a right to a lawyer.",
        "The mayor’s unfounded claims that the vote was stolen were read out.",
        "NOTE: The clerk is out.\n\nThe council has three seats:\n\nOne is in the north of town.",
    ],
)
def test_what_nobody_reports_is_no_statement(text: str) -> None:
    assert [*indirect(text), *unmarked(text)] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Full of bias,” the board’s spokesperson said.", "the board’s spokesperson"),
        ("The NLRB claimed in a filing that the school is “full of bias.”", "The NLRB"),
        ("“It is late,” Sheriff Ada Moreno on Channel Nine said.", "Ada Moreno"),
        ("“It is late,” Linden officials in 2025 said.", "Linden officials"),
        ("“God bless you,” he wrote. The man, Marco Sol Perin, was freed.", "Marco Sol Perin"),
        (
            "Spokesperson Lynn Barr said officials had no paper. But she said they “oppose” it.",
            "Lynn Barr",
        ),
        (
            "Council leadership said the lists answer in part. They said they see “next steps.”",
            "Council leadership",
        ),
        ("And from Chairwoman Ada Moreno:\n\n“We left at dawn.”", "Ada Moreno"),
        ("“It is late,” Jan Moreno said. “It is dark,” Moreno said.", "Jan Moreno"),
        ("In Jan. Moreno left.\n\n“It is late,” Moreno said.", "Moreno"),
        ("“It is false,” Mr. Ray said by telephone on Radio One’s “Meet the Town.”", "Ray"),
    ],
)
def test_a_speaker_is_called_what_the_text_calls_it(text: str, speaker: str) -> None:
    assert speaker in {c.attributes.get("speaker") for c in quotations(text)}
