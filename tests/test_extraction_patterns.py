"""Every pattern finds its example, and does not find its near miss. All examples are invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

import pytest

from bench.facts.marked import marked
from extraction.dates.dates import resolve
from extraction.facts.ages import AGES
from extraction.facts.answers.idioms import IDIOMS, idioms
from extraction.facts.answers.moves import MOVES, PHRASES, moves
from extraction.facts.answers.responses import responses
from extraction.facts.asked.deadlines import ASSERTED, BEFORE, BEHIND, deadlines
from extraction.facts.asked.deadlines import answered as deadline_answered
from extraction.facts.asked.demands import ASKED_FOR, QUESTION, answered, information
from extraction.facts.asked.items import SOUGHT, code_of, items
from extraction.facts.detainers import IDIOMS as DETAINER_IDIOMS
from extraction.facts.detainers import detainers
from extraction.facts.facts import facts
from extraction.facts.found import Found
from extraction.facts.offenses import CUE, MODALITIES, offenses
from extraction.facts.why.grounds import GROUNDS, grounds
from extraction.lexicon import lists
from extraction.names.agencies import agencies
from extraction.names.body_words import AGENCY_PATTERNS
from extraction.text import page_lines
from extraction.text.needs import needed
from extraction.text.regions import regions
from extraction.text.sentences import sentences

Pairs = dict[str, tuple[str, str]]
"""For the name of every pattern: what it must find, and what it must not."""


def cases(pairs: Pairs) -> Iterable[tuple[str, str, str]]:
    return [(name, found, missed) for name, (found, missed) in pairs.items()]


def rules_in(found: Iterable[Found]) -> set[str]:
    return {fact.rule for fact in found}


# --- lines of a page --------------------------------------------------------------------------

LINES: Pairs = {
    "COMMENTS": ("12 Comments", "12 commenters spoke at the hearing."),
    "BOILERPLATE": (
        "Register for the morning letter",
        "Register of Deeds Ann Lee said she had the letter.",
    ),
    "SIGN_OFF": (
        "Nora Field is a staff reporter.",
        "Nora Field is a member of the county board.",
    ),
    "CREDIT": ("Photo courtesy of the county", "Photographs were shown to the jury."),
    "CREDIT_LINE": ("Nora Field / Harbor Ledger", "Nora Field and the Ledger disagree."),
    "CAPTION_CREDIT": (
        "The jail at dusk. (Photo by Nora Field)",
        "The jail at dusk (in the old town).",
    ),
    "BYLINE": (
        "by Nora Field of The Harbor Ledger | Jul. 3, 2024",
        "by then the county had answered both papers.",
    ),
    "DATE_LINE": ("Monday, March 3, 2025 at 4:15 p.m.", "March 3, 2025 was a long day."),
    "BYLINE_PREFIX": ("(Nora Field, Harbor Ledger) The county", "(The county, again) answered"),
    "RELATED": ("Read more: Jail Reopens", "Read more about it in the file."),
    "RELATED_INLINE": ("(Related: Jail Reopens After Flood)", "(related by marriage)"),
    "EMBEDS": ("The Harbor Ledger reported:", "The county has three jails:"),
    "CAPITALS": ("Harbor Ledger", "harbor ledger"),
    "NAVIGATION": ("Skip to main content", "Skip Ray came to the hearing."),
    "APPEAL": (
        "We rely on readers like you: please give a gift today.",
        "The mayor pleaded with the readers of the paper.",
    ),
    "CONSENT": ("We use cookies on this site.", "We bake cookies on Sundays."),
    "ARCHIVED": ("This is an archived article.", "This archive is closed."),
    "RELATED_LIST": ("Read our previous coverage below:", "Read the order:"),
    "BULLET": ("- Jail reopens", "Jail – reopened"),
}


def test_every_pattern_of_a_line_has_examples() -> None:
    names = {name for name, held in vars(page_lines).items() if isinstance(held, re.Pattern)}
    assert names == set(LINES)


@pytest.mark.parametrize(("name", "found", "missed"), cases(LINES))
def test_a_line_is_found_by_its_own_pattern(name: str, found: str, missed: str) -> None:
    pattern: re.Pattern[str] = getattr(page_lines, name)
    assert pattern.match(found)
    assert not pattern.match(missed)


# --- grounds ----------------------------------------------------------------------------------

REASONS: Pairs = {
    "not_court_issued": (
        "The subpoenas were not signed by a judge.",
        "The subpoenas were signed by a judge.",
    ),
    "no_criminal_investigation": (
        "The subpoena is not part of any criminal investigation.",
        "The subpoena names a county investigation of the bridge.",
    ),
    "federal_confidentiality": (
        "To answer the subpoena would violate federal rules of confidentiality.",
        "The subpoena arrived with a federal seal.",
    ),
    "laws_conflict": (
        "The subpoena shows a conflict between state and federal law.",
        "The subpoena shows a conflict between two offices.",
    ),
    "state_or_local_law_forbids": (
        "Handing over the records would violate state law.",
        "The records say who broke the window.",
    ),
    "tenth_amendment": (
        "The subpoena is in violation of the Tenth Amendment.",
        "The subpoena came on the tenth of May.",
    ),
    "privacy": (
        "The subpoena raises privacy concerns.",
        "The subpoena was read in a private room.",
    ),
    "harm_to_program": (
        "Such a subpoena undermines public trust in the clinic.",
        "Such a subpoena goes to the trust department.",
    ),
    "burden": (
        "To answer the subpoena is an undue burden.",
        "The burden of proof was not spoken of.",
    ),
    "breadth": (
        "The subpoena is overly broad.",
        "The subpoena was read out on Broad Street.",
    ),
    "information_held": (
        "The subpoena asks for what the agency already has: the agency already has the records.",
        "The subpoena asks for records that the agency wants at last.",
    ),
    "improper_purpose": (
        "The subpoena was issued in bad faith.",
        "The subpoena went to a church of another faith.",
    ),
    "no_such_records": (
        "The office has no such records for the subpoena.",
        "The office has two rooms of records.",
    ),
    "duty_to_comply": (
        "The sheriff is legally obligated to comply with the subpoena.",
        "The sheriff is glad to read the subpoena.",
    ),
    "penalty_for_refusing": (
        "Without an answer to the subpoena it may face contempt charges.",
        "It may face another subpoena.",
    ),
    "authority_claimed": (
        "The agency has the authority to issue a subpoena.",
        "The agency has an office in the city.",
    ),
    "relevant_and_reasonable": (
        "The records are relevant to its investigation.",
        "The records are kept in the basement.",
    ),
    "public_safety": (
        "The subpoena was sent in the interest of public safety.",
        "The subpoena was sent to the public library.",
    ),
    "locate_people": (
        "The records will be used to locate the four men.",
        "The records will be used to settle the bill.",
    ),
    "care_of_children": (
        "The subpoena is for the safety of the children.",
        "The subpoena is for the records of the bridge.",
    ),
    "cooperation_refused": (
        "The city continued to ignore requests for information.",
        "The city continued to read requests for bids by the court.",
    ),
    "criminal_investigation": (
        "The subpoena is part of a criminal investigation.",
        "The subpoena is part of the file.",
    ),
    "benefits_investigation": (
        "The subpoena is to determine whether people received benefits.",
        "The subpoena is to determine whether the bridge is safe.",
    ),
    "employment_investigation": (
        "The agency says that the plant employed unauthorized workers.",
        "The agency says that the plant employed a guard.",
    ),
    "due_process": (
        "The subpoena denies people due process.",
        "The subpoena was read in due time.",
    ),
    "no_injury": (
        "The county lacks standing against the subpoena.",
        "The county read the subpoena standing up.",
    ),
    "official_duty": (
        "The sheriff, with the subpoena in hand, said he took an oath.",
        "The sheriff, with the subpoena in hand, took a seat.",
    ),
    "public_record": (
        "The records are public records.",
        "The records are kept in a public building.",
    ),
    "routine_compliance": (
        "The office routinely answers such subpoenas.",
        "The office routinely paints its doors, the court said.",
    ),
    "law_allows": (
        "The law does not prohibit sharing the records.",
        "The law does not speak of the records.",
    ),
}


def test_a_reason_named_twice_in_a_sentence_is_one() -> None:
    sentence = "The subpoena was not issued by a court and not signed by a judge."
    assert [found.value for found in grounds(sentence)] == ["not_court_issued"]


def test_every_ground_has_examples() -> None:
    said = {f"said-{code.replace('_', '-')}" for code in SAID}
    assert {ground.value for ground in GROUNDS} == set(REASONS)
    assert {ground.rule for ground in GROUNDS if ground.rule.startswith("said-")} == said


@pytest.mark.parametrize(("code", "found", "missed"), cases(REASONS))
def test_a_reason_is_found_by_its_own_pattern(code: str, found: str, missed: str) -> None:
    assert code in {fact.value for fact in grounds(found)}
    assert code not in {fact.value for fact in grounds(missed)}


SAID: Pairs = {
    "not_court_issued": (
        "The files stay here unless a federal judge signs.",
        "The files stay here unless the roof leaks.",
    ),
    "no_such_records": (
        "The town keeps no list of laborers.",
        "The town keeps a list of laborers.",
    ),
    "public_record": ("The deeds are available online.", "The deeds are on line four."),
    "locate_people": (
        "The records would help agents find three men.",
        "The records would fill three boxes.",
    ),
    "authority_claimed": (
        "Federal law gives agents that tool.",
        "Federal offices gave agents that tool.",
    ),
    "public_safety": (
        "The town put offenders back on the street.",
        "The jail turned the radio off.",
    ),
}


@pytest.mark.parametrize(("code", "found", "missed"), cases(SAID))
def test_what_is_said_is_found_by_its_own_pattern(code: str, found: str, missed: str) -> None:
    rule = f"said-{code.replace('_', '-')}"
    assert rule in rules_in(grounds(found))
    assert rule not in rules_in(grounds(missed))


# --- answers by turns of phrase -----------------------------------------------------------------

ANSWERS: Pairs = {
    "asks-a-court": (
        "The town asked a federal court to quash the subpoena.",
        "The town asked a federal court to publish the calendar.",
    ),
    "moves-to-quash": (
        "The borough moved to quash it.",
        "The borough moved neither to quash nor to delay it.",
    ),
    "its-challenge": (
        "The county’s lawsuit is pending.",
        "The agency’s lawyers are pending.",
    ),
    "under-review": ("The subpoena is under review.", "The subpoena is under the lamp."),
    "not-decided": (
        "The board has not decided how to answer.",
        "The board has decided to paint the hall.",
    ),
    "studies": ("“We are looking at it,” he said.", "“We are looking good,” he said."),
    "to-lawyers": (
        "She gave it to the county attorney.",
        "She gave it to the county fair.",
    ),
    "more-time": (
        "The city asked for two extra weeks.",
        "The city asked for two extra chairs.",
    ),
    "puts-off": ("The sheriff put off replying.", "The sheriff put off his holiday."),
    "missed-deadline": ("It missed the deadline.", "It missed the last bus."),
    "says-no": ("The schools said no.", "The sheriff said no more."),
    "would-not": ("She said she would not.", "She said she would not sing."),
    "objects": ("The city objects to the subpoena.", "The city objects to the noise."),
    "letter-declining": (
        "It sent a letter declining to produce.",
        "It sent a letter about the decline.",
    ),
    "gives-in": ("The county caved in.", "The roof caved in."),
    "agency-got": ("Agents received the list.", "Agents received the list requests."),
    "holds-firm": (
        "We are unable to comply with it.",
        "We are able to comply with it.",
    ),
    "lets-lie": (
        "The clerk let the subpoena sit.",
        "The clerk let the visitors sit.",
    ),
    "waits-for-advice": (
        "It is waiting for a legal opinion.",
        "It is waiting for a late bus.",
    ),
    "keeps-silent": ("The agency had no comment.", "The agency had no coffee."),
    "lets-see": (
        "The clerk let agents see the book.",
        "The clerk let readers see the book.",
    ),
    "comes-back": (
        "He told agents to come back with a warrant.",
        "He told agents to come back on Friday.",
    ),
    "sends-reply": ("The town replied by letter.", "The town replied by and by."),
    "will-not-tell": (
        "The agency would not say how many.",
        "The agency would not go there.",
    ),
    "no-comment": (
        "The clerk could not be reached.",
        "The shelf could be reached.",
    ),
    "told-no": (
        "The library told the agents no.",
        "The library told the agents no more than that.",
    ),
    "sends-back": ("The clerk sent the subpoena back.", "The clerk sent the chair back."),
    "reads-papers": (
        "The county attorney was looking over the documents.",
        "The county attorney was looking over the bay.",
    ),
    "extension": ("The mayor is grateful for an extension.", "The mayor built an extension."),
    "acknowledges": ("The office acknowledged receipt.", "The office acknowledged the guests."),
    "will-not-part": ("The town won't part with the log.", "The town won't part the crowd."),
    "raises-objections": (
        "The county raised several objections.",
        "The county raised several barns.",
    ),
    "asks-for-advice": (
        "It has asked the ministry for advice.",
        "It has asked the ministry for tea.",
    ),
    "writes-back": ("The office wrote back at once.", "The office moved back at once."),
    "its-refusal": ("The county's refusal surprised us.", "The refusal surprised us."),
    "stands-firm": ("The city has stood firm.", "The city has stood there for ages."),
    "satisfies": ("It satisfied the subpoena in June.", "It satisfied the diner in June."),
    "asks-to-extend": (
        "It requested that the return date be moved.",
        "It requested that the gate be moved.",
    ),
}


def test_a_question_gives_no_reason_and_no_answer() -> None:
    assert not list(grounds("Is the subpoena overbroad?\n"))
    assert not list(responses("Has the county asked for more time?\n"))


def test_every_turn_of_phrase_has_examples() -> None:
    assert {idiom.rule for idiom in IDIOMS} == set(ANSWERS)


@pytest.mark.parametrize(("rule", "found", "missed"), cases(ANSWERS))
def test_an_answer_is_found_by_its_own_turn(rule: str, found: str, missed: str) -> None:
    assert rule in rules_in(idioms(found))
    assert rule not in rules_in(idioms(missed))


MOVED: Pairs = {
    "goes-to-court": ("The county went to federal court.", "The county went to a federal park."),
    "files-suit": ("The city filed suit on Monday.", "The city filed taxes on Monday."),
    "takes-it-to-court": ("She took it before a judge.", "She took it before a meal."),
    "asks-judge": (
        "The college petitioned a judge to toss it.",
        "The college asked a cook to toss it.",
    ),
    "brings-motion": ("The board brought a motion to quash.", "The board brought a cake to share."),
    "files-to": ("The city sued to block it.", "The city tried to block it."),
    "contests-in-court": ("The city fought it in court.", "The city fought it in the park."),
    "sends-objections": ("It sent a written objection.", "It sent a written menu."),
    "sends-answer": ("The town mailed its answer.", "The town mailed its calendar."),
    "gets-extension": (
        "The clerk won an extension from the agency.",
        "The agency won an election.",
    ),
    "applies-for-time": ("The clerk put in for an extension.", "The clerk put in for a transfer."),
    "gives-a-look": ("The county attorney is giving it a look.", "The clerk is giving it a wash."),
    "passes-to-lawyers": (
        "The clerk passed the papers to outside counsel.",
        "The clerk passed the papers to the next room.",
    ),
    "will-have-it": ("They'll have it by Friday.", "They'll have it when a judge signs."),
    "by-lawyers": ("It is being examined by counsel.", "It is being painted by counsel."),
    "go-out": ("Those records went out on Friday.", "Those records fell out on Friday."),
    "silent": ("None called us back.", "None of us went back."),
    "with-lawyers": ("The document is with outside counsel.", "The document is with the mail."),
}


def test_every_plain_verb_with_a_noun_has_examples() -> None:
    rules = {move.rule for move in MOVES} | {phrase.rule for phrase in PHRASES}
    assert rules == set(MOVED)


@pytest.mark.parametrize(("rule", "found", "missed"), cases(MOVED))
def test_an_answer_is_found_by_a_plain_verb_with_a_noun(rule: str, found: str, missed: str) -> None:
    assert rule in rules_in(moves(found))
    assert rule not in rules_in(moves(missed))


EVERYDAY = (
    "The sheriff wanted another week at the lake.",
    "The mayor gave the sheriff's plan some thought.",
    "The agency did not pick up the man.",
    "The mayor turned a deaf ear to the band.",
)
LOOKS = (
    "The sheriff gave a look at the new jail.",
    "The mayor took a review of the budget.",
    "The county attorney took a look at the new jail.",
)


@pytest.mark.parametrize("sentence", [*EVERYDAY, *LOOKS])
def test_what_is_done_every_day_is_no_answer(sentence: str) -> None:
    assert not list(moves(sentence))


@pytest.mark.parametrize("sentence", LOOKS)
def test_a_look_at_something_else_is_no_answer_beside_a_subpoena(sentence: str) -> None:
    assert not list(moves(sentence, "The subpoena came on Monday."))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The county won an extension.", "delayed"),
        ("The clerk is giving it some thought.", "reviewing"),
    ],
)
def test_the_sentence_before_tells_what_is_done_with_papers(sentence: str, value: str) -> None:
    before = "The agency sent a subpoena."
    assert [fact.value for fact in responses(sentence, before)] == [value]
    assert value in {found for _, found in told_in(f"{before} {sentence}")}


def told_in(text: str) -> list[tuple[str, str | None]]:
    """Words and value of the answers of a text."""
    found = facts(text, regions(text))
    return [(text[c.start : c.end], c.value) for c in found if c.kind == "response"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The sheriff did not pick up.",
        "The sheriff did not pick up our calls.",
        "The mayor turned away reporters.",
        "The clerk waved away cameras.",
        "The clerk did not come to the door.",
        "The mayor brushed off a reporter.",
        "The mayor let every question drop.",
        "He said he was finished talking.",
        "The sheriff demurred.",
    ],
)
def test_every_way_to_tell_the_press_nothing_is_read(sentence: str) -> None:
    assert {fact.value for fact in moves(sentence)} == {"no_comment"}


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The city coughed up the list.", "complied"),
        ("The clerk forked over the files.", "complied"),
        ("The jail kept back the photos.", "refused"),
        ("The sheriff obliged within the hour.", "complied"),
        ("The subpoena was satisfied by courier.", "complied"),
        ("I am not answering it.", "refused"),
        ("We turned the request down.", "refused"),
        ("The office answered all five.", "complied"),
    ],
)
def test_verbs_of_giving_and_keeping_are_read(sentence: str, value: str) -> None:
    assert value in {fact.value for fact in responses(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Please comply with the subpoena.",
        "I'd comply with the subpoena.",
        "He moved that the county comply with the subpoena.",
        "There is no evidence that the city complied with the subpoena.",
        "The story said that the county had complied with a subpoena.",
        "The word “refused” is on the subpoena.",
        "The board voted on surrender of the records.",
        "I have complied with grand jury subpoenas.",
        "Agents want records of aliens who were released.",
    ],
)
def test_what_is_urged_mentioned_or_retold_is_no_answer(sentence: str) -> None:
    assert not list(responses(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "If a judge signs it, the county will turn over the records.",
        "Should the county refuse the subpoena, the agency may sue.",
        "He made a proposal that the county comply with the subpoena.",
        'The letter said, "Please don\'t comply with the subpoena."',
        "State law lets counties decline a subpoena.",
        "The council would have voted to refuse the subpoena.",
    ],
)
def test_what_is_supposed_urged_or_allowed_is_no_answer(sentence: str) -> None:
    assert not list(responses(sentence))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The county waived its objections when it complied with the subpoena.", "complied"),
        ("The county has at last complied with the subpoena.", "complied"),
        ("Neither county has complied with the subpoena.", "not_complied"),
        ("The city, Nevada's oldest, agreed to produce the payroll records.", "complied"),
        ("These are the records that the city furnished to agents.", "complied"),
        ("The office has answered every subpoena.", "complied"),
        ("The county never sent the agency the files.", "not_complied"),
        ("The county refused: it has no such list.", "refused"),
    ],
)
def test_clauses_are_read_through(sentence: str, value: str) -> None:
    assert value in {fact.value for fact in responses(sentence)}


def test_a_turn_of_phrase_that_is_urged_is_no_answer() -> None:
    assert not list(idioms("Residents urged the city to file a motion to quash it."))


# --- what is asked for ------------------------------------------------------------------------

ITEMS: Pairs = {
    "phone_number": ("their telephone numbers", "a number on the phone bill"),
    "email": ("all e-mail addresses", "an e-mail to the clerk"),
    "address": ("their last known addresses", "to address the council"),
    "i9_forms": ("its I-9 forms", "its nine forms"),
    "wage_records": ("five years of payroll records", "the wages of sin"),
    "employer": ("the name of his employer", "the employer's lawyer"),
    "vehicle": ("his license plate", "his plate and fork"),
    "release_date": ("their release dates", "the release of a report"),
    "whereabouts": ("his whereabouts", "where he was"),
    "identity_documents": ("a date of birth", "a date for the hearing"),
    "person": ("the personal information", "the public information"),
    "arrest_records": ("their booking photos", "booking a room"),
    "supervision_records": ("his parole records", "his supervisor"),
    "license_records": ("a driver's license", "a liquor license"),
    "utility_records": ("its utility bills", "the utility truck"),
    "school_records": ("his enrollment records", "his school bus"),
    "voter_records": ("the voter rolls", "the voters"),
    "benefit_records": ("the Medicaid data", "a benefit concert"),
    "immigration_status": ("their immigration status", "the status of the bridge"),
    "policies": ("its internal policies", "the sanctuary policies"),
    "family": ("his emergency contacts", "an emergency exit"),
}


def test_every_kind_of_information_has_examples() -> None:
    assert {code for code, _ in SOUGHT} == set(ITEMS)


@pytest.mark.parametrize(("code", "found", "missed"), cases(ITEMS))
def test_an_item_is_found_by_its_own_pattern(code: str, found: str, missed: str) -> None:
    assert code in {code_of(match) for match in items(found)}
    assert code not in {code_of(match) for match in items(missed)}


def test_what_is_asked_for_may_stand_before_the_asking() -> None:
    found, missed = "The payroll files were requested in May.", "The payroll files were blue."
    assert ASKED_FOR.search(found)
    assert [each.value for each in information(found)] == ["wage_records"]
    assert not list(information(missed))


def test_a_question_of_what_is_asked_for_is_answered_by_the_next_sentence() -> None:
    sentence = "The workplace of four men."
    assert [each.value for each in answered("What did they want?", sentence)] == ["employer"]
    assert not QUESTION.search("What did they say?")
    assert not list(answered("What did they say?", sentence))


# --- deadlines and ages -----------------------------------------------------------------------

TIMES: Pairs = {
    "due": ("The records are due on Monday.", "The records burned on Monday."),
    "answer-by": ("It must comply by March 3.", "It was painted by March 3."),
    "no-later-than": (
        "It wants letters and memos, no later than Friday.",
        "It wants letters and memos, none from Friday.",
    ),
    "is-to": ("The clerk shall, by May 6, file it.", "The clerk sang, by May 6, of it."),
    "wanted-by": ("They want it by Friday.", "They hang it by Friday."),
    "gives": (
        "The subpoena gave the office 14 days.",
        "The subpoena gave the office a headache 14 days ago.",
    ),
    "gives-until": ("Agents gave her until May 6.", "Agents gave her files on May 6."),
    "says": ("The form states 14 days.", "The clerk worked 14 days."),
    "paper-said": ("The bottom line said eight days.", "The clerk said eight prayers."),
    "paper-has": ("The subpoena has a 48-hour limit.", "The clerk has a 48-hour shift."),
    "has": ("The county has ten days.", "The county has ten parks."),
    "has-until": ("It has until next Friday.", "It stays until next Friday."),
    "extended": ("The date was moved back to May 6.", "The desk was moved back on May 6."),
    "extension": ("It got an extension of ten days.", "It got an addition of ten rooms."),
    "deadline-is": ("The deadline is June 16.", "The hearing is June 16."),
    "to-answer": ("It was told: 14 days to respond.", "It was told: 14 days to fly there."),
    "for-a-reply": ("It set out ten days for a reply.", "It set out ten days for a trip."),
    "its-deadline": ("It missed the Friday deadline.", "It missed the Friday train."),
    "is-the-date": ("May 6 is the last day.", "May 6 is the first fair."),
    "from-service": ("That is ten days from service.", "That is ten days from home."),
    "it-allows": ("Of the ten days it allows, two are left.", "Of the ten days it rained on two."),
    "runs-out": ("The ten days ran out.", "The ten days were cold."),
    "more-time": ("Agents promised two extra weeks.", "Agents promised two extra chairs."),
}
PEOPLES_AGES: Pairs = {
    "year-old": ("a 44-year-old man", "a 44-year-old law"),
    "aged": ("a man aged 44", "a man aged by grief"),
    "name-age": ("Ana Oakes, 44, left.", "Ana left on March, 44 minutes late."),
}


def test_every_deadline_and_every_age_has_examples() -> None:
    assert {tie.rule for tie in (*BEFORE, *ASSERTED, *BEHIND)} <= set(TIMES)
    assert {rule for rule, *_ in AGES} == set(PEOPLES_AGES)


@pytest.mark.parametrize(("rule", "found", "missed"), cases(TIMES))
def test_a_deadline_is_found_by_its_own_tie(rule: str, found: str, missed: str) -> None:
    tied = {tie.rule for tie in (*BEFORE, *ASSERTED, *BEHIND) if tie.rule == rule}
    assert rule in rules_in(deadlines(found)) or (tied and list(deadlines(found)))
    assert not list(deadlines(missed))


@pytest.mark.parametrize("day", ["day 9", "day three", "day twenty-one"])
def test_a_day_that_is_counted_from_service_is_a_deadline(day: str) -> None:
    assert [fact.parts["date"] for fact in deadlines(f"It must comply by {day}.")] == [
        (18, 18 + len(day))
    ]


def test_a_number_behind_a_day_that_was_named_is_no_deadline() -> None:
    assert not list(deadlines("It must comply; on that day five deputies left."))


@pytest.mark.parametrize(
    "sentence",
    [
        "The bill would give a town ten days to answer.",
        "The clerk asked for two weeks.",
        "A court gave him six months to pay.",
        "The jail held him for 48 hours on a detainer.",
        "It asked for the records in March.",
        "The clerk has three days to respond to us.",
    ],
)
def test_a_time_that_is_only_supposed_asked_for_or_for_something_else_is_none(
    sentence: str,
) -> None:
    assert not list(deadlines(sentence))


@pytest.mark.parametrize(
    ("before", "sentence", "is_found"),
    [
        ("When is it due?", "November 21.", True),
        ("The deadline is not a secret.", "It's noon on Friday.", True),
        ("Where is the fair?", "November 21 was fine.", False),
        ("Rain fell.", "It's noon on Friday.", False),
    ],
)
def test_a_time_may_answer_the_sentence_before(before: str, sentence: str, is_found: bool) -> None:
    assert bool(list(deadline_answered(before, sentence))) == is_found


@pytest.mark.parametrize(("rule", "found", "missed"), cases(PEOPLES_AGES))
def test_an_age_is_found_by_its_own_pattern(rule: str, found: str, missed: str) -> None:
    hint, pattern = {name: rest for name, *rest in AGES}[rule]
    assert hint.search(found)
    assert pattern.search(found)
    assert not (hint.search(missed) and pattern.search(missed))


# --- detainers --------------------------------------------------------------------------------

DETAINERS: Pairs = {
    "lodged": ("Agents lodged a detainer with the jail.", "Agents lodged at the inn."),
    "honored": ("The detainer was not honored.", "The guard was not honored."),
    "declined": ("The jail ignored a detainer.", "The jail ignored a leak."),
    "received": ("The jail received six detainers.", "The jail received six inmates."),
    "released-despite": (
        "He was released despite an active detainer.",
        "He was released despite the rain.",
    ),
}


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Agents faxed over an ICE hold.", "lodged"),
        ("The agency put a hold on him.", "lodged"),
        ("The jail acts on immigration holds.", "honored"),
        ("The jail gives effect to detainers.", "honored"),
        ("It keeps a man for two days on a detainer.", "honored"),
        ("No one honored the detainer.", "declined"),
        ("The detainer could not be honored.", "declined"),
        ("The jail tore up the hold.", "declined"),
        ("The sheriff turned down a detainer.", "declined"),
        ("It got three detainers, of which two were declined.", "declined"),
        ("It got a detainer in May, which it did not honor.", "declined"),
        ("Of these holds, none was acted on.", "declined"),
        ("They let him go that day, hold or no hold.", "declined"),
    ],
)
def test_a_detainer_has_many_names_and_fates(sentence: str, value: str) -> None:
    assert value in {fact.value for fact in detainers(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The city put the plan on hold.",
        "Detainers put deputies at risk, he said.",
        "The court does not hold that a detainer is an order.",
        "He was held on bail, so a detainer made no odds.",
    ],
)
def test_a_hold_that_is_no_detainer_has_no_fate(sentence: str) -> None:
    assert not list(detainers(sentence))


@pytest.mark.parametrize(
    "claim",
    [
        "Somebody posted that the clerk turned over the records.",
        "Claim: The county turned over the records.",
        "It is not true that the county turned over the records.",
        "The post that the county turned over the records was false.",
        "ICE wrongly stated that the city complied.",
    ],
)
def test_a_retold_claim_is_no_answer(claim: str) -> None:
    assert list(responses("The county turned over the records."))
    assert not list(responses(claim))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        (
            "The county turned over the records, though ICE had said that this was false.",
            "complied",
        ),
        ("The city refused to comply because of the lawsuit.", "refused"),
        ("The clerk refused to comply, because no grand jury had issued it.", "refused"),
        ("The clerk refused to comply, saying the demand was inaccurate.", "refused"),
        ("The sheriff complied with the subpoena because of a lawsuit by the state.", "complied"),
        ("It was not true that the city had complied; it refused the subpoena.", "refused"),
        ("The county refused, and people say that it broke the law.", "refused"),
        ("The clerk turned over the records, which contained errors.", "complied"),
        ("The city refused to turn over the records to auditors or anybody else.", "refused"),
        ("The city, wrongly described as a county, refused to comply.", "refused"),
        ("The city refused the ICE subpoena, which was wrong in the name.", "refused"),
    ],
)
def test_a_claim_or_another_demand_takes_away_no_answer_of_another_clause(
    sentence: str, value: str
) -> None:
    assert [found.value for found in responses(sentence)] == [value]


def test_every_turn_of_phrase_on_detainers_has_examples() -> None:
    assert {idiom.rule for idiom in DETAINER_IDIOMS} <= set(DETAINERS)


@pytest.mark.parametrize(("rule", "found", "missed"), cases(DETAINERS))
def test_a_detainer_is_found_by_its_own_pattern(rule: str, found: str, missed: str) -> None:
    assert rule in rules_in(detainers(found))
    assert rule not in rules_in(detainers(missed))


# --- offenses ---------------------------------------------------------------------------------

STAGES: Pairs = {
    "convicted": ("He pleaded guilty.", "He pleaded for time."),
    "acquitted": ("He was acquitted.", "He was acquainted with her."),
    "charged": ("He was indicted.", "He was indignant."),
    "accused": ("He stands accused.", "He stands there."),
    "wanted": ("He is wanted in Peru.", "He is wanting in tact."),
    "jailed": ("He was held without bail.", "He was held in esteem."),
    "released": ("He was released from jail.", "The film was released."),
    "arrested": ("He was picked up.", "He was picky."),
    "suspected": ("He is a person of interest.", "He is a person of note."),
    "alleged": ("He allegedly left.", "He alone left."),
    "committed": ("He committed it.", "The committee left."),
}


def test_every_stage_has_examples() -> None:
    assert {stage for stage, _ in MODALITIES} == set(STAGES)


@pytest.mark.parametrize(("stage", "found", "missed"), cases(STAGES))
def test_a_stage_is_found_by_its_own_pattern(stage: str, found: str, missed: str) -> None:
    assert stage in {match.lastgroup for match in CUE.finditer(found)}
    assert stage not in {match.lastgroup for match in CUE.finditer(missed)}


ACTS = {
    "murder and nonnegligent manslaughter": "attempted murder",
    "negligent manslaughter": "vehicular homicide",
    "rape": "statutory rape",
    "sexual assault or abuse": "sexual abuse",
    "aggravated assault": "assault with a knife",
    "simple assault": "battery",
    "intimidation": "stalking",
    "family offenses, nonviolent; child abuse; domestic violence": "child neglect",
    "kidnapping or unlawful restraint": "kidnapping",
    "robbery": "armed robbery",
    "burglary": "home invasion",
    "theft": "grand larceny",
    "motor vehicle theft": "auto theft",
    "fraud": "identity theft",
    "arson": "arson",
    "drug offenses": "possession of heroin",
    "weapon law violations": "criminal possession of a firearm",
    "driving under the influence": "driving while impaired",
    "human trafficking": "labor trafficking",
    "traffic offenses with injury or death": "hit-and-run",
    "immigration offenses": "illegal re-entry",
    "trespass and public order": "disorderly conduct",
    "offenses without their kind": "violent crimes",
}


def test_every_offense_has_an_example() -> None:
    assert {row["label"] for row in lists.table("offenses")["offense"]} == set(ACTS)


@pytest.mark.parametrize(("label", "words"), ACTS.items())
def test_an_offense_is_found_by_its_own_row_and_only_where_somebody_is_tied_to_it(
    label: str, words: str
) -> None:
    tied = offenses(f"He was convicted of {words}.")
    assert [fact.attributes["label"] for fact in tied] == [label]
    assert not list(offenses(f"A talk about {words} was held."))


# --- agencies ---------------------------------------------------------------------------------

BODIES: Pairs = {
    "department-of": (
        "It went to the Division of Labor Standards.",
        "It went to a division of labor.",
    ),
    "head-noun": ("It went to the Linden County Jail.", "It went to a Linden county road."),
    "body": ("It went to the City Council.", "It went to the city hall."),
    "office": ("It went to the mayor’s office.", "It went to the mayor’s head."),
    "newspaper": ("It ran in the York Daily Record.", "It ran in York for a daily record."),
    "broadcaster": ("It ran on NBC 7.", "It ran on cable news."),
}


def test_every_agency_pattern_has_examples() -> None:
    assert {rule for rule, *_ in AGENCY_PATTERNS} == set(BODIES)


@pytest.mark.parametrize(("rule", "found", "missed"), cases(BODIES))
def test_an_agency_is_found_by_its_own_pattern(rule: str, found: str, missed: str) -> None:
    assert rule in {c.rule for c in agencies(found)}
    assert rule not in {c.rule for c in agencies(missed)}


BODIES_NAMED = [
    ("It went to the Marl Ferry Light and Water Board.", "Marl Ferry Light and Water Board"),
    ("It went to the Upland Sheriffs’ Association.", "Upland Sheriffs' Association"),
    ("It went to the Office of the County Attorney.", "Office of the County Attorney"),
    ("It went to the Linden Commission on Aging.", "Linden Commission on Aging"),
    ("It went to Citizens for Open Gates.", "Citizens for Open Gates"),
    ("It went to Harbor Workers United, Local 12.", "Harbor Workers United, Local 12"),
    ("It went to the Marl County Levy Court.", "Marl County Levy Court"),
    ("It went to the Marl Borough Police.", "Marl Borough Police"),
    ("It went to the University of the Pines.", "University of the Pines"),
    (
        "It went to the ACLU of Southern Oregon.",
        "American Civil Liberties Union of Southern Oregon",
    ),
    ("It came from ICE Denver.", "U.S. Immigration and Customs Enforcement Denver"),
    ("It went to the Marl County Clerk on Monday.", "Marl County Clerk"),
    ("MARL COUNTY JAIL. It kept the man.", "Marl County Jail"),
]
"""Words, and the body that they name."""


@pytest.mark.parametrize(("text", "name"), BODIES_NAMED)
def test_a_name_is_read_as_a_head_noun_with_what_stands_by_it(text: str, name: str) -> None:
    assert name in {c.value for c in agencies(text)}


@pytest.mark.parametrize(
    "text",
    [
        "It stood in Union Street.",
        "It read the Marl County Services Agreement.",
        "It heard Acting Field Office Director Ada Ray.",
        "It met at a Press Conference.",
        "County Board Chair Ada Ray spoke.",
        "The Marl County Clerk Ada Ray spoke.",
    ],
)
def test_words_that_only_hold_a_head_noun_name_no_body(text: str) -> None:
    assert [c.value for c in agencies(text)] == []


def test_a_title_names_a_body_where_its_words_can_be_told_apart() -> None:
    apart = "Marl County Jail: a view\n\nIt rained.\n\nIt rained again."
    plain = "A letter to the Marl County Jail was late\n\nIt rained.\n\nIt rained again."
    mixed = "Judge Blames Marl County Jail Again\n\nIt rained.\n\nIt rained again."
    named = [{c.value for c in agencies(text, regions(text))} for text in (apart, plain, mixed)]
    assert named == [{"Marl County Jail"}, {"Marl County Jail"}, set()]


# --- letters that a pattern needs ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"refus(?:e|ed)? to", {"refus"}),
        (r"(?:sent|gave) (?:it )?back", {"back"}),
        (r"(?:abc|de)", set()),
        (r"(?:abc)?def", {"def"}),
        (r"(?<!no )(?!xyz)abcd+e", {"abcd"}),
        (r"[Cc]ourt{2,3}", {"ourt"}),
        (r"a{0,2}bcd|\wefg", {"bcd", "efg"}),
        (r"\.com(?P<rest>\w*)", {".com"}),
    ],
)
def test_a_pattern_tells_the_letters_that_it_needs(pattern: str, letters: set[str]) -> None:
    assert needed(pattern) == letters


def test_no_pattern_matches_where_its_letters_are_missing() -> None:
    patterns = [phrase.pattern for phrase in (*IDIOMS, *GROUNDS)]
    known = [(pattern, needed(pattern.pattern)) for pattern in patterns]
    for page in islice(marked(), 0, 360, 9):
        for start, end in sentences(page.text):
            words = page.text[start:end]
            for pattern, letters in known:
                if letters and pattern.search(words):
                    assert any(each in words.lower() for each in letters)


# --- dates ------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["a long day", "the bridge", "room 2020b"])
def test_no_rule_reads_what_is_no_date(words: str) -> None:
    assert resolve(words, 0, len(words), None).rule == "date-words"


def test_a_check_that_finds_nothing_is_no_check() -> None:
    finders: tuple[Callable[[str], Iterable[Found]], ...] = (detainers, grounds, offenses)
    assert all(not list(finder("The bridge was painted on a warm day.")) for finder in finders)
