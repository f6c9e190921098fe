"""Every pattern finds its example, and does not find its near miss. All examples are invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

import pytest

from extraction.dates.counted import RULES as DATE_RULES
from extraction.dates.dates import resolve
from extraction.facts.ages import AGES
from extraction.facts.deadlines import DAYS, DURATIONS
from extraction.facts.demands import SOUGHT, SOUGHT_ITEM, code_of
from extraction.facts.detainers import detainers
from extraction.facts.found import Found
from extraction.facts.grounds import GROUNDS, grounds
from extraction.facts.offenses import CUE, MODALITIES, offenses
from extraction.lexicon import lists
from extraction.names.agencies import AGENCY_PATTERNS, agencies
from extraction.text import page_lines

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
    "penalty_feared": (
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
    "other": (
        "The subpoenas are unlawful, he said.",
        "The subpoenas are blue.",
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
    "objection_unfounded": (
        "The law does not prohibit sharing the records.",
        "The law does not speak of the records.",
    ),
}


def test_a_reason_named_twice_in_a_sentence_is_one() -> None:
    sentence = "The subpoena was not issued by a court and not signed by a judge."
    assert [found.value for found in grounds(sentence)] == ["not_court_issued"]


def test_every_ground_has_examples() -> None:
    assert {code for code, _ in GROUNDS} == set(REASONS)


@pytest.mark.parametrize(("code", "found", "missed"), cases(REASONS))
def test_a_reason_is_found_by_its_own_pattern(code: str, found: str, missed: str) -> None:
    assert code in {fact.value for fact in grounds(found)}
    assert code not in {fact.value for fact in grounds(missed)}


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
    assert code in {code_of(match) for match in SOUGHT_ITEM.finditer(found)}
    assert code not in {code_of(match) for match in SOUGHT_ITEM.finditer(missed)}


# --- deadlines and ages -----------------------------------------------------------------------

TIMES: Pairs = {
    "days-to": ("It has 14 days to respond.", "It took 14 days to fly there."),
    "within": ("It must answer within two weeks.", "It is within two miles."),
    "deadline-of": ("The 72-hour deadline passed.", "The 72-hour storm passed."),
    "gave-days": (
        "The subpoena gave the office 14 days.",
        "The subpoena gave the office a headache 14 days ago.",
    ),
    "day-deadline": ("It missed the Friday deadline.", "It missed the Friday train."),
    "deadline-day": ("The deadline is June 16.", "The hearing is June 16."),
    "until-day": (
        "It had until 5 p.m. Friday to hand over the files.",
        "It was open until Friday to visitors.",
    ),
    "by-day": ("It must comply by March 3.", "It was painted by March 3."),
    "due-day": ("The records are due on Monday.", "The records burned on Monday."),
    "jury-day": ("He must go to a grand jury on May 4.", "He must go to a dentist on May 4."),
}
PEOPLES_AGES: Pairs = {
    "year-old": ("a 44-year-old man", "a 44-year-old law"),
    "aged": ("a man aged 44", "a man aged by grief"),
    "name-age": ("Ana Oakes, 44, left.", "Ana left on March, 44 minutes late."),
}


def test_every_deadline_and_every_age_has_examples() -> None:
    assert {rule for rule, *_ in (*DURATIONS, *DAYS)} == set(TIMES)
    assert {rule for rule, *_ in AGES} == set(PEOPLES_AGES)


@pytest.mark.parametrize(("rule", "found", "missed"), cases(TIMES | PEOPLES_AGES))
def test_a_time_is_found_by_its_own_pattern(rule: str, found: str, missed: str) -> None:
    tables = {name: (hint, pattern) for name, hint, pattern in (*DURATIONS, *DAYS, *AGES)}
    hint, pattern = tables[rule]
    assert hint.search(found)
    assert pattern.search(found)
    assert not (hint.search(missed) and pattern.search(missed))


# --- detainers --------------------------------------------------------------------------------

DETAINERS: Pairs = {
    "lodged": ("Agents lodged a detainer with the jail.", "Agents lodged at the inn."),
    "honored": ("The detainer was not honored.", "The guard was not honored."),
    "declined": ("The jail ignored a detainer.", "The jail ignored a leak."),
    "released-despite": (
        "He was released despite an active detainer.",
        "He was released despite the rain.",
    ),
}


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


# --- dates ------------------------------------------------------------------------------------

DAYS_TOLD = {
    "month-day": "March 3",
    "weekday": "last Monday",
    "near-day": "yesterday",
    "ago": "two weeks ago",
    "near-period": "earlier this month",
    "span-of-time": "the past two years",
    "edge": "the end of last week",
    "year-before": "the year before",
    "month": "last May",
    "two-digit-year": "'09",
    "named-day": "9/11",
    "iso-day": "2020-03-03",
    "slashed-day": "3/3/2020",
    "full-day": "March 3, 2020",
    "month-year": "March 2020",
    "season-year": "spring 2020",
    "year": "2020",
    "decade": "the 1990s",
    "century": "the 19th century",
}


def test_every_rule_for_dates_has_an_example() -> None:
    assert {rule for rule, *_ in DATE_RULES} <= set(DAYS_TOLD)


@pytest.mark.parametrize(("rule", "words"), DAYS_TOLD.items())
def test_a_date_is_read_by_its_own_rule(rule: str, words: str) -> None:
    text = f"It came {words}."
    at = text.index(words)
    assert resolve(text, at, at + len(words), date(2020, 6, 1)).rule == rule


@pytest.mark.parametrize("words", ["a long day", "the bridge", "room 2020b"])
def test_no_rule_reads_what_is_no_date(words: str) -> None:
    assert resolve(words, 0, len(words), date(2020, 6, 1)).rule == "date-words"


def test_a_check_that_finds_nothing_is_no_check() -> None:
    finders: tuple[Callable[[str], Iterable[Found]], ...] = (detainers, grounds, offenses)
    assert all(not list(finder("The bridge was painted on a warm day.")) for finder in finders)
