"""Plain American English: numbers, lists, codes, columns and names of bodies."""

import re
from collections.abc import Iterable

NUMBERS = "no one two three four five six seven eight nine ten".split()


def number(n: int) -> str:
    """Small numbers in letters, as newspapers print them.

    >>> number(4), number(35), number(1234)
    ('four', '35', '1,234')
    """
    return NUMBERS[n] if 0 < n < len(NUMBERS) else f"{n:,}"


def counted(n: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "subpoena"), counted(2, "person", "people"), counted(0, "act")
    ('one subpoena', 'two people', 'no acts')
    """
    return f"{number(n) if n else 'no'} {one if n == 1 else many or one + 's'}"


def times(n: int) -> str:
    """How often.

    >>> times(1), times(2), times(7)
    ('once', 'twice', 'seven times')
    """
    return {1: "once", 2: "twice"}.get(n, f"{number(n) if n else 'no'} times")


def listed(items: Iterable[str], last: str = "and") -> str:
    """Items in a sentence.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    found = list(items)
    return f" {last} ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def stop(text: str) -> str:
    """A sentence with its period, which stands inside quotation marks.

    >>> stop("He said “no”"), stop("D. Or."), stop("It is so")
    ('He said “no.”', 'D. Or.', 'It is so.')
    """
    if text.endswith("”"):
        return text if text.endswith((".”", "?”", "!”", "…”")) else f"{text[:-1]}.”"
    return text if text.endswith((".", "?", "!")) else f"{text}."


MARKS = '“”"'
"""Double quotation marks."""


def quoted(text: str) -> str:
    """Words of a source in quotation marks; marks of their own become single, or go at the edges.

    >>> quoted("a “sanctuary” city"), quoted("“It is so"), quoted("“It is so.”")
    ('“a ‘sanctuary’ city”', '“It is so”', '“It is so.”')
    """
    words = text.strip()
    bare = words.strip(MARKS)
    is_inside = any(mark in bare for mark in MARKS)
    return f"“{(words if is_inside else bare).translate(str.maketrans(MARKS, '‘’' + chr(39)))}”"


def clause(definition: str) -> str:
    """A definition as a clause: without its period, and with a small letter where that is right.

    >>> clause("The recipient must comply, by law."), clause("I-9 forms.")
    ('the recipient must comply, by law', 'I-9 forms')
    """
    text = definition.removesuffix(".")
    plain = re.match(r"[A-Z][a-z]*\b(?!-)", text) and not re.match(
        r"(State and|Federal\b(?! law)|I\b)", text
    )
    return text[:1].lower() + text[1:] if plain else text


def absence(definition: str) -> str:
    """Why a value is missing, from the definition of its reason, as it stands in a sentence.

    >>> absence("We looked and found nothing: `search_id` says where.")
    'we looked and found nothing'
    """
    return clause(definition.split(":")[0]).removesuffix(".")


KINDS = {
    "response": "answer",
    "no_production": "report of no compliance",
    "suit": "lawsuit",
    "petition": "enforcement petition",
    "threat": "announcement of court action",
    "hearing_set": "hearing set for",
    "order": "ruling",
}
"""What a kind of event is called where its code says too little."""


def kind(code: str) -> str:
    """A kind of event in words."""
    return KINDS.get(code, spoken(code))


SPOKEN = {"i9": "I-9", "email": "e-mail", "dhs": "DHS"}


def spoken(code: str | None) -> str:
    """A code in words.

    >>> spoken("i9_forms"), spoken("wage_records")
    ('I-9 forms', 'wage records')
    """
    return " ".join(SPOKEN.get(word, word) for word in (code or "").split("_"))


COLUMNS = {
    "act_id": "act",
    "actor_agency_id": "who acted",
    "actor_individual_id": "who acted",
    "after_event_id": "what it followed",
    "age": "age",
    "agency_id": "the body that did it",
    "as_printed": "the wording",
    "attributed_to_agency_id": "who says so",
    "attributed_to_individual_id": "who says so",
    "authority_as_printed": "the legal basis, as a source puts it",
    "authority_citation": "the section of law",
    "binds_agency_id": "whom the ruling binds",
    "citation": "the citation",
    "court": "the court",
    "days_to_respond": "how many days there were to answer",
    "docket": "the docket number",
    "enforcement_status": "what a court did",
    "form_title": "the title that is printed on the agency’s paper",
    "ground": "the reason",
    "held": "what a court made of it",
    "information_sought": "what was asked for",
    "instrument": "the kind of paper",
    "issued": "the day of issue",
    "issuing_agency_id": "who issued it",
    "kind": "what it is",
    "modality": "how it is put",
    "n_affected": "how many people",
    "n_persons": "how many people it asks about",
    "n_subpoenas": "how many subpoenas there were",
    "n_times": "how often",
    "n_total": "out of how many",
    "nationality": "the country",
    "occurred": "the day",
    "offense": "the offense",
    "offense_as_printed": "the offense as printed",
    "outcome": "how it ended",
    "position": "the position",
    "petitioner_agency_id": "who asked the court",
    "recipient_agency_id": "who received it",
    "recipient_as_printed": "the recipient’s name as printed",
    "respond_by": "the last day to answer",
    "respondent_agency_id": "against whom the court was asked",
    "response_status": "what the recipient answered",
    "result": "what came of it",
    "role": "the role",
    "said_by_agency_id": "who says so",
    "said_by_individual_id": "who says so",
    "served": "the day of service",
    "title": "the title",
    "words": "the wording",
}
"""What a column says, as it stands in a sentence."""


def column(name: str) -> str:
    """A column in words.

    >>> column("served"), column("adopted_by_agency_id")
    ('the day of service', 'adopted by')
    """
    return COLUMNS.get(
        name, spoken(name.removesuffix("_id").removesuffix("_agency").removesuffix("_individual"))
    )


COMMON = re.compile(
    r"\b(agency|association|attorney|authority|board|branch|bureau|center|city clerk|clerk|college"
    r"|commission|council|court|department|district|division|enforcement division|foundation"
    r"|hospital|institute|office|police|press|project|sheriff|union|university of|program)\b",
    re.IGNORECASE,
)

INITIALS = ("DHS", "DOJ", "FBI", "NYPD")


def the(name: str) -> str:
    """The name of a body as it stands in a sentence.

    >>> the("Denver Justice Center"), the("Clackamas County"), the("Hillsboro Police Department")
    ('the Denver Justice Center', 'Clackamas County', 'the Hillsboro Police Department')
    >>> the("U.S. Immigration and Customs Enforcement"), the("DOJ"), the("state of Colorado")
    ('U.S. Immigration and Customs Enforcement', 'the DOJ', 'the state of Colorado')
    """
    if re.match(r"(?i)(the|an?)\b", name) or re.search(r"^Gov\.|Mayor [A-Z]\w+ [A-Z]", name):
        return name
    place = re.match(r"(state|city|town|county) of ", name, re.IGNORECASE)
    return f"the {name}" if name in INITIALS or place or COMMON.search(name) else name
