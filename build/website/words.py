"""Plain American English: days, numbers, lists, codes and columns."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December".split()
)

NUMBERS = "no one two three four five six seven eight nine ten".split()


def on_day(day: date | None) -> str:
    """A day, month first.

    >>> on_day(date(2026, 11, 28))
    'November 28, 2026'
    """
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else ""


def when(edtf: str | None) -> str:
    """An EDTF string as people write it in a sentence, month first.

    >>> when("2020-02-21"), when("2020-02"), when("2020")
    ('on February 21, 2020', 'in February 2020', 'in 2020')
    >>> when("[2020-01-06,2020-01-13]"), when("[2025-10-27,2025-11-03,2025-11-10]")
    ('on January 6 or 13, 2020', 'on October 27, November 3 or 10, 2025')
    >>> when("[2019-12-19..2020-01-30]"), when("[2020-02-21..2020-03-08]")
    ('between December 19, 2019 and January 30, 2020', 'between February 21 and March 8, 2020')
    >>> when("[..2019-11-30]"), when("[2020-04-20..]"), when("[2020-01-18..2020-01-31]")
    ('by November 30, 2019', 'on or after April 20, 2020', 'between January 18 and 31, 2020')
    >>> when("2020-01/2020-03"), when("2020-02-XX"), when("")
    ('from January 2020 to March 2020', 'in February 2020', '')
    >>> when("XXXX-08-01"), when("any Monday")
    ('on August 1 of a year not said', 'on any Monday')
    """
    if re.search(r"[^-0-9X\[\]/.,]", edtf or ""):
        return f"on {edtf}"
    inside = re.sub(r"(?<=\d)-XX", "", (edtf or "").strip("[]"))
    if inside.startswith("XXXX-"):
        return (
            f"on {_day(inside.replace('XXXX', '2000')).removesuffix(', 2000')} of a year not said"
        )
    if "," in inside:
        return f"on {_either(inside.split(','))}"
    if "/" in inside:
        first, last = inside.split("/", 1)
        return f"from {_day(first)} to {_day(last)}" if last.strip(".") else f"from {_day(first)}"
    if ".." in inside:
        return _bounds(*inside.split("..", 1))
    if not inside:
        return ""
    return f"on {_day(inside)}" if inside.count("-") == 2 else f"in {_day(inside)}"


def heading(edtf: str | None) -> str:
    """The same with a capital and without `on` or `in`, as a heading.

    >>> heading("2020-02-21"), heading("[..2019-11-30]"), heading(None)
    ('February 21, 2020', 'By November 30, 2019', 'Day not known')
    """
    words = bare(edtf)
    return words[:1].upper() + words[1:] if words else "Day not known"


def bare(edtf: str | None) -> str:
    """The same in a list, without `on` or `in`.

    >>> bare("2020-02-21"), bare("[..2019-11-30]"), bare("[2020-04-20..]")
    ('February 21, 2020', 'by November 30, 2019', 'on or after April 20, 2020')
    """
    return re.sub(r"^(on|in) (?!or after)", "", when(edtf))


def _bounds(first: str, last: str) -> str:
    if not first:
        return f"by {_day(last)}"
    if not last:
        return f"on or after {_day(first)}"
    first, last = _whole(first, last)
    start, end = _day(first), _day(last)
    if first.count("-") == last.count("-") == 2 and first[:4] == last[:4]:
        start = start.removesuffix(f", {first[:4]}")
        if first[:7] == last[:7]:
            end = end.split(" ", 1)[1]
    return f"between {start} and {end}"


def _whole(first: str, last: str) -> tuple[str, str]:
    """Bounds that are whole months, or whole years, as such.

    >>> _whole("2013-01-01", "2017-12-31"), _whole("2025-02-01", "2025-03-31")
    (('2013', '2017'), ('2025-02', '2025-03'))
    >>> _whole("2025-02-01", "2025-03-30")
    ('2025-02-01', '2025-03-30')
    """
    days = re.fullmatch(r"(\d{4})-(\d\d)-01 (\d{4})-(\d\d)-(\d\d)", f"{first} {last}")
    if not days or int(days[5]) != monthrange(int(days[3]), int(days[4]))[1]:
        return first, last
    if (days[2], days[4]) == ("01", "12") and days[1] != days[3]:
        return days[1], days[3]
    return (first[:7], last[:7]) if first[:7] != last[:7] else (first, last)


def _either(days: Sequence[str]) -> str:
    """Several days, with the month and year that they share said once."""
    said: list[str] = []
    for n, day in enumerate(days):
        words = " to ".join(_day(part) for part in day.split("..") if part)
        exact = day.count("-") == 2
        if n + 1 < len(days) and exact and days[n + 1][:4] == day[:4]:
            words = words.removesuffix(f", {day[:4]}")
        if n and exact and days[n - 1][:7] == day[:7]:
            words = words.split(" ", 1)[1]
        said.append(words)
    return listed(said, "or")


def _day(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return text
    year, month, day = found.groups()
    if not month:
        return year
    return (
        f"{MONTHS[int(month) - 1]} {int(day)}, {year}"
        if day
        else f"{MONTHS[int(month) - 1]} {year}"
    )


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
        return text if text.endswith((".”", "?”", "!”")) else f"{text[:-1]}.”"
    return text if text.endswith((".", "?", "!")) else f"{text}."


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


KINDS = {
    "response": "answer",
    "no_production": "nothing given so far",
    "suit": "lawsuit",
    "petition": "petition to enforce",
    "threat": "threat of court",
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
    "form_title": "the title of the paper",
    "ground": "the reason",
    "held": "what a court made of it",
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
    "recipient_agency_id": "who received it",
    "recipient_as_printed": "the recipient’s name as printed",
    "respond_by": "the last day to answer",
    "response_status": "what the recipient answered",
    "result": "what came of it",
    "said_by_agency_id": "who says so",
    "said_by_individual_id": "who says so",
    "served": "the day of service",
    "title": "the title",
    "words": "the wording",
}
"""What a column says, as it stands in a sentence."""


def column(name: str) -> str:
    """A column in words.

    >>> column("served"), column("petitioner_agency_id")
    ('the day of service', 'petitioner')
    """
    return COLUMNS.get(
        name, spoken(name.removesuffix("_id").removesuffix("_agency").removesuffix("_individual"))
    )
