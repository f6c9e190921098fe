"""Promises of facts: the words say it, and the stage of a case is the cue that is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows
from extraction.facts.amounts import amounts, number
from extraction.facts.asked.features import told_after
from extraction.facts.asked.times import times
from extraction.facts.facts import facts, ruled
from extraction.propose import propose
from extraction.text.regions import regions
from extraction.text.sentences import sentences
from invented_articles import articles


def told(kind: str, text: str) -> list[tuple[str, str | None]]:
    """Words and value of the facts of a kind."""
    return [(text[c.start : c.end], c.value) for c in facts(text, regions(text)) if c.kind == kind]


def served(kind: str, text: str) -> list[tuple[str, str | None]]:
    """The same in a story of a subpoena; some facts are asked for in no other."""
    return told(kind, f"A subpoena came.\n\n{text}")


def by_rules(kind: str, text: str) -> list[tuple[str, str | None]]:
    """Words and value of what rules alone tell of a kind, which a model may find unlikely."""
    return [
        (text[start:end][slice(*found.span)], found.value)
        for start, end, before in told_after(text)
        for found in ruled(text[start:end], before)
        if found.kind == kind
    ]


def modalities(text: str) -> list[tuple[str, str]]:
    """Words and modality of the offenses."""
    return [
        (text[c.start : c.end], c.attributes["modality"])
        for c in facts(text, regions(text))
        if c.kind == "offense"
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,250", "1250"),
        ("twenty-two", "22"),
        ("1.5 million", "1500000"),
        ("a dozen", "12"),
        ("dozens", None),
        ("half-dozen", "6"),
        ("two hundred fifty thousand", "250000"),
        ("two-three", None),
        ("two hundred and three hundred", None),
    ],
)
def test_number_words_become_digits(words: str, value: str | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one hundred thousand files", "100000"),
        ("a hundred thousand files", "100000"),
        ("two hundred fifty thousand files", "250000"),
        ("twenty thousand five hundred files", "20500"),
        ("two million three hundred thousand and six files", "2300006"),
        ("a half-dozen files", "6"),
        ("twenty-two dozen files", "264"),
    ],
)
def test_multiples_are_read_to_their_end(words: str, value: str) -> None:
    assert [(each.value, words[slice(*each.span)]) for each in amounts(words)] == [(value, words)]


@pytest.mark.parametrize(
    "words",
    [
        "two-three files",
        "ten-fifteen files",
        "one and a half dozen files",
        "two and a half million files",
        "a couple of hundred files",
        "several hundred files",
        "several dozen files",
        "half a hundred files",
        "between five hundred and two thousand files",
        "a two hundred-page file",
    ],
)
def test_a_part_of_a_number_is_no_number(words: str) -> None:
    assert not list(amounts(words))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "The agency sent five administrative subpoenas to it.",
            "five administrative subpoenas",
            "5",
        ),
        ("About 1,250 inmates were moved.", "1,250 inmates", "1250"),
        ("Then another man was freed.", "another man", "1"),
    ],
)
def test_a_count_has_a_unit(text: str, words: str, value: str) -> None:
    assert told("count", text) == [(words, value)]


def test_both_numbers_of_a_part_and_its_whole_are_counts() -> None:
    found = told("count", "It ignored two of the five requests.")
    assert found == [("two of the five requests", "2"), ("five requests", "5")]


@pytest.mark.parametrize(
    "text", ["In 2019 cities voted.", "One of those crimes was his.", "On Jan. 5 officers came."]
)
def test_years_days_and_one_of_those_are_no_counts(text: str) -> None:
    assert told("count", text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A 44-year-old man left.", "44"),
        ("Ana Oakes, 44, left.", "44"),
        ("She came at age seventeen.", "17"),
        ("On March 3, 44 left.", None),
        ("A 44-year-old court left.", None),
        ("The baby came at the age of four months.", None),
    ],
)
def test_ages_are_of_people(text: str, value: str | None) -> None:
    assert [found for _, found in told("age", text)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A 44-year-old Peruvian man left.", "PER"),
        ("Two Guatemalans left.", "GTM"),
        ("A citizen of Cameroon left.", "CMR"),
        ("The Mexican government left.", None),
        ("An African American woman left.", None),
        ("American families left.", None),
        ("A U.S. citizen left.", "USA"),
    ],
)
def test_nationalities_are_of_people(text: str, value: str | None) -> None:
    assert [found for _, found in told("nationality", text)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is charged with burglary and arson.", [("burglary", "charged"), ("arson", "charged")]),
        ("He was convicted of robbery.", [("robbery", "convicted")]),
        ("He is wanted for homicide in Peru.", [("homicide", "wanted")]),
        (
            "He was jailed for drug trafficking, charged with assault.",
            [("drug trafficking", "jailed"), ("assault", "charged")],
        ),
        ("He was arrested for allegedly stalking her.", [("stalking", "arrested")]),
        ("He raped a woman.", [("raped", "asserted")]),
        ("He allegedly committed the violent crime.", [("violent crime", "alleged")]),
        ("The candidate attacked her rival’s plan.", []),
        ("A talk about burglary was held.", []),
    ],
)
def test_the_stage_is_the_cue_that_is_printed(text: str, expected: list[tuple[str, str]]) -> None:
    assert modalities(text) == expected


def test_hedge_and_negation_are_kept_apart_from_the_stage() -> None:
    hedged = "He was arrested for allegedly stalking her."
    [one] = [c for c in facts(hedged, regions(hedged)) if c.kind == "offense"]
    denied = "He was never convicted of robbery."
    [other] = [c for c in facts(denied, regions(denied)) if c.kind == "offense"]

    assert hedged[slice(*one.parts["hedge"])] == "allegedly"
    assert other.attributes["negated"] == "true"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Agents lodged a detainer with the jail.", "lodged"),
        ("The detainer filed in May lapsed.", "lodged"),
        ("The jail honored the detainer.", "honored"),
        ("The jail did not honor the detainer.", "declined"),
        ("The jail refuses to honor any detainer.", "declined"),
        ("The detainer was not honored.", "declined"),
        ("The jail ignored the detainer.", "declined"),
        ("He was released despite a detainer.", "declined"),
    ],
)
def test_what_became_of_a_detainer(text: str, value: str) -> None:
    assert [found for _, found in by_rules("detainer", text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk asks whether the jail honored a detainer.",
        "ICE did not lodge a detainer.",
        "The county filed a lawsuit over detainers.",
        "The law would require sheriffs to honor detainers.",
        "ICE issues detainers when it finds a match.",
        "It wrote a report on declined detainers.",
    ],
)
def test_what_nobody_did_about_a_detainer_is_none(text: str) -> None:
    assert by_rules("detainer", text) == []


def test_it_may_be_the_detainer_of_the_same_sentence() -> None:
    text = "Agents lodged a detainer with the jail, but it did not honor it."

    assert [value for _, value in told("detainer", text)] == ["lodged", "declined"]


def test_each_kind_of_information_is_its_own_proposal() -> None:
    text = "The letter requests his home address, employer and date of birth."

    assert [value for _, value in served("information_sought", text)] == [
        "address",
        "employer",
        "identity_documents",
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It has 10 days to respond.", "10", "day"),
        ("It must reply within two weeks.", "2", "week"),
        ("It has a 72-hour deadline.", "72", "hour"),
    ],
)
def test_a_deadline_has_a_number_and_a_unit(text: str, value: str, unit: str) -> None:
    story = f"A subpoena came.\n\n{text}"
    [deadline] = [c for c in facts(story, regions(story)) if c.kind == "deadline"]

    assert (deadline.value, deadline.attributes["unit"]) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The county will not comply.", "refused"),
        ("The county won’t be complying.", "refused"),
        ("The county refused to turn over the files.", "refused"),
        ("Lawyers are reviewing the subpoena.", "reviewing"),
        ("The county complied on time.", "complied"),
        ("The county moved to quash the subpoena.", "challenged"),
        ("The county did not respond to a call.", "no_comment"),
    ],
)
def test_a_response_is_a_stance(text: str, value: str) -> None:
    assert [found for _, found in by_rules("response", text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor on Friday rejected the subpoena for the records.", "refused"),
        ("The county handed over the files the agency had asked for.", "complied"),
        ("The governor agreed to hold off on complying with the subpoena.", "delayed"),
        ("The county ignored the subpoena.", "ignored"),
        ("The county was the first to comply, the spokeswoman said.", "complied"),
        ("The office would not release the documents it had been asked for.", "refused"),
        ("Officials declined to respond to questions from this newspaper.", "no_comment"),
        ("Several technology firms have complied with part of the requests.", "complied"),
        ("The city has no plans to comply with the subpoena.", "refused"),
        ("The county would not answer to the subpoena without a judge.", "refused"),
        ("The subpoena is under review by the city attorney.", "reviewing"),
        ("The city asked a federal judge to quash the subpoena.", "challenged"),
        ("The county asked for more time to respond to the subpoena.", "delayed"),
        ("We’re not going to comply with the subpoena.", "refused"),
        ("The school stopped complying with subpoenas in March.", "refused"),
        ("The board voted Thursday night to comply with the subpoena.", "complied"),
        ("The clerk withheld the records that ICE had asked for.", "refused"),
        ("The state sued the clerk for refusing to hand over the records.", "refused"),
        ("No records were given to ICE, which had sent a subpoena.", "refused"),
        ("The subpoena was challenged in court by the school.", "challenged"),
        ("The school cannot comply with the subpoena.", "refused"),
        ("The board voted Friday to not comply with the subpoena.", "refused"),
        ("The governor had ordered state employees to comply with the subpoena.", "complied"),
        ("The city initially refused to comply, citing state laws.", "refused"),
        ("The county missed the deadline to respond to the subpoena.", "not_complied"),
    ],
)
def test_a_response_asks_who_does_what_to_whom(text: str, value: str) -> None:
    assert [found for _, found in by_rules("response", text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "If it does not comply, they will sue.",
        "Our law complies with federal law.",
        "It is unlikely that the county will comply with the subpoena.",
        "The judge ordered the county to comply with the subpoena.",
        "The agency demanded that the county comply with the subpoena.",
        "The county could refuse and argue that the subpoena is void.",
        "The agency gave the county until 5 p.m. Friday to hand over the files.",
        "Agents will comply with every order of the court.",
        "The sheriff denied that he had ignored the subpoena.",
        "The agency is sending the school subpoenas that ask for records.",
        "A judge ordered the First State to turn over the records.",
        "The county need not comply with the subpoena.",
        "The judge quashed the subpoena.",
        "The agency insisted that the county comply with the subpoena.",
    ],
)
def test_what_is_only_supposed_is_no_response(text: str) -> None:
    assert by_rules("response", text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The city gave ICE eleven pages on Friday.", "complied"),
        ("He did not send payrolls.", "refused"),
        ("The list was handed to two agents.", "complied"),
        ("The trustees agreed, 5-2, to produce the files.", "complied"),
        ("Respondent has produced no documents.", "not_complied"),
        ("ICE declined to comment.", "no_comment"),
        ("The city refused in July.", "refused"),
        ("Three declined and so advised the agency.", "refused"),
    ],
)
def test_an_answer_may_be_told_without_naming_the_subpoena(text: str, value: str) -> None:
    assert [each for _, each in by_rules("response", text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "We would have complied in May.",
        "Had the clerk refused, the agency could have sued.",
        "It has not said that it will defy an order.",
        "A district that does not comply pays no fine.",
        "The law asks for notice before it hands over records.",
        "I will probably give it to them.",
        "The city would produce such records if it had them.",
        "A judge has to say “comply.”",
        "They refused to turn the men over.",
        "Requests for records were sent to officials.",
        "The clerk provided the newspaper with a copy.",
    ],
)
def test_what_is_open_or_about_something_else_is_no_answer(text: str) -> None:
    assert by_rules("response", text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Of the nine, only six were honored.", "6"),
        ("The jail honored four, all with a warrant.", "4"),
        ("He honors detainers (19 last year).", "19"),
        ("The letter came with three others.", "3"),
    ],
)
def test_a_number_may_count_what_was_named_before(text: str, value: str) -> None:
    assert value in {each for _, each in served("count", text)}


@pytest.mark.parametrize(
    "text",
    [
        "About 70 people in the gallery laughed.",
        "The union represents 118 deputies.",
        "Counties should (1) log it and (2) keep it.",
        "It meets at 8 p.m. on Monday.",
    ],
)
def test_crowds_sizes_and_numbers_of_a_list_are_no_counts(text: str) -> None:
    assert served("count", text) == []


def test_a_list_and_an_answer_say_what_is_asked_for() -> None:
    listed = "The subpoena seeks:\n- payroll files\n- voter rolls\n\nIt rained.\n- home addresses\n"
    assert {value for _, value in told("information_sought", listed)} == {
        "wage_records",
        "voter_records",
    }
    answered = "What did they want? The workplace of four men."
    assert told("information_sought", answered) == []
    assert [value for _, value in served("information_sought", answered)] == ["employer"]


def test_answers_are_looked_for_only_in_a_story_of_such_a_paper() -> None:
    assert told("response", "The county will not comply.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It subpoenaed the clerk for the personal information of applicants.", "person"),
        ("The agency is seeking the identities of the users.", "identity_documents"),
        ("It must provide any information on the four men.", "person"),
        ("The agency wants records of over 7,000 students.", "person"),
        ("It asked for a list of every detainee.", "person"),
        ("The agency sent a subpoena for employment data on Jan. 23.", "wage_records"),
        ("It requires the employer to appear.", None),
        ("This should be sufficient to address your concerns.", None),
        ("The school need not provide information about the clubs.", None),
        ("The paper asked for comment on the records.", None),
    ],
)
def test_a_demand_asks_for_something(text: str, value: str | None) -> None:
    assert [found for _, found in served("information_sought", text)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Five county jails have agreements.", "Five county jails", "5"),
        ("It names three dozen adults.", "three dozen adults", "36"),
        ("It sent a half-dozen letters.", "a half-dozen letters", "6"),
    ],
)
def test_what_is_counted_is_the_noun(text: str, words: str, value: str) -> None:
    assert told("count", text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Calls to 911 show several detainees.",
        "It would be one where immigrants are held.",
        "The abuse of a child under fourteen years old is a crime.",
    ],
)
def test_a_number_that_counts_nothing_is_no_count_and_no_age(text: str) -> None:
    assert told("age", text) == []
    assert [value for _, value in told("count", text) if value in ("911", "1")] == []


def test_facts_of_comments_are_not_read() -> None:
    comments = "2 thoughts on “Clerk”\n\nFour men left."
    text = f"Clerk Reads Subpoena in Full\n\nThe clerk spoke.\n\n{comments}"

    assert facts(text, regions(text)) == []


def test_proposals_come_in_order_and_twice_the_same() -> None:
    text = "Five subpoenas came on Monday. “We will not comply,” said Omar Vasquez of Denver."
    found = propose(text)

    assert [(c.start, c.end, c.kind, c.rule) for c in found] == sorted(
        (c.start, c.end, c.kind, c.rule) for c in found
    )
    assert found == propose(text)
    assert {"count", "date", "response", "person", "jurisdiction"} <= {c.kind for c in found}


PIECES = st.sampled_from(
    [
        *"four 7,500 men assault , detainer “ . 21-year-old Mexican national — ( if".split(),
        *("charged with", "who was", "not honor it", "information on", "days to respond"),
        *("\n", "\xa0"),
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=120))
def test_no_text_raises_and_parts_are_inside(text: str) -> None:
    for fact in facts(text, regions(text)):
        assert 0 <= fact.start < fact.end <= len(text)
        assert all(0 <= a < b <= len(text) for a, b in fact.parts.values())


@given(st.text(alphabet="ab. A“”\n", max_size=300))
def test_sentences_are_a_partition(text: str) -> None:
    assert "".join(text[a:b] for a, b in sentences(text)) == text


@pytest.mark.parametrize(
    "unit", ["four ", "charged with ", "1,", "detainer ", "Ana, 21, ", "“", " ", "a"]
)
def test_work_grows_with_length_and_no_faster(unit: str) -> None:
    assert grows(lambda text: facts(text, [(0, len(text), "body")]), unit) < 1.6


@pytest.mark.parametrize("unit", ["two hundred ", "hundred ", "two-", "a hundred and "])
def test_a_chain_of_numbers_without_end_is_read_in_step_with_its_length(unit: str) -> None:
    assert grows(lambda text: [*amounts(text), *times(f"two {text}")], unit) < 1.6


def test_everything_together_grows_with_length_and_no_faster() -> None:
    article = "\n\n".join(made.text for made in articles(3)) + "\n\n"
    assert grows(propose, article, small=2, times=6) < 1.2
