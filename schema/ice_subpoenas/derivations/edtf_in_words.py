"""Days of the dataset (EDTF strings) as people write them: plain words, month first."""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

MONTHS = tuple(calendar.month_name)[1:]


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
    >>> when("[2020-01-06,2020-01-13]"), when("[2025-10-27,2025-11-03,2025-11-17]")
    ('on January 6 or 13, 2020', 'on October 27, November 3 or 17, 2025')
    >>> when("[2025-10-27,2025-11-03,2025-11-10]")
    'on a Monday between October 27 and November 10, 2025'
    >>> when("[2019-12-23,2019-12-30,2020-01-06]")
    'on a Monday between December 23, 2019, and January 6, 2020'
    >>> when("[2019-12-19..2020-01-30]"), when("[2020-02-21..2020-03-08]")
    ('between December 19, 2019, and January 30, 2020', 'between February 21 and March 8, 2020')
    >>> when("[2025-07-01..2025-07-31]"), when("[2025-02-01..2025-03-31]")
    ('in July 2025', 'in February or March 2025')
    >>> when("[2013-01-01..2017-12-31]"), when("[2025-10-01..2026-01-31]")
    ('between 2013 and 2017', 'between October 2025 and January 2026')
    >>> when("[2025-04-10..2025-04-11]"), when("[2025-02-01..2025-07-18]")
    ('on April 10 or 11, 2025', 'between February 1 and July 18, 2025')
    >>> when("[..2019-11-28]"), when("[2020-04-20..]"), when("[2020-01-18..2020-01-31]")
    ('by November 28, 2019', 'on or after April 20, 2020', 'between January 18 and 31, 2020')
    >>> when("[..2019-11-30]"), when("[..2020-12-31]"), when("[..2025-03]")
    ('by the end of November 2019', 'by the end of 2020', 'by the end of March 2025')
    >>> when("2020-01/2020-03"), when("2020-02-XX"), when("")
    ('from January 2020 to March 2020', 'in February 2020', '')
    >>> when("[..2020-01-03,2020-02-01..]"), when("../2020-01")
    ('by January 3, 2020, or on or after February 1, 2020', 'until January 2020')
    >>> when("XXXX-08-01"), when("XXXX-08"), when("any Monday")
    ('on August 1 of a year not said', 'in August of a year not said', 'on any Monday')
    >>> when("any Monday of [2020-01-13..]")
    'on any Monday on or after January 13, 2020'
    """
    recurring, of, within = (edtf or "").partition(" of ")
    if of:
        return f"{when(recurring)} {when(within)}"
    if re.search(r"[^-0-9X\[\]/.,]", edtf or ""):
        return f"on {edtf}"
    inside = re.sub(r"(?<=\d)-XX", "", (edtf or "").strip("[]"))
    if inside.startswith("XXXX-"):
        day = re.sub(",? 2000$", "", _day(inside.replace("XXXX", "2000")))
        return f"{'on' if inside.count('-') == 2 else 'in'} {day} of a year not said"
    if "," in inside:
        days = inside.split(",")
        if inside.startswith("..") or inside.endswith(".."):
            return ", or ".join(map(when, days))
        return _weekday(days) or f"on {_either(days)}"
    if "/" in inside:
        first, last = inside.split("/", 1)
        if not first.strip("."):
            return f"until {_day(last)}"
        return f"from {_day(first)} to {_day(last)}" if last.strip(".") else f"from {_day(first)}"
    if ".." in inside:
        return _bounds(*inside.split("..", 1))
    if not inside:
        return ""
    return f"on {_day(inside)}" if inside.count("-") == 2 else f"in {_day(inside)}"


def heading(edtf: str | None) -> str:
    """The same with a capital and without `on` or `in`, as a heading.

    >>> heading("2020-02-21"), heading("[..2019-11-28]"), heading(None)
    ('February 21, 2020', 'By November 28, 2019', 'Day not known')
    """
    words = bare(edtf)
    return words[:1].upper() + words[1:] if words else "Day not known"


def bare(edtf: str | None) -> str:
    """The same in a list, without `on` or `in`.

    >>> bare("2020-02-21"), bare("[..2019-11-28]"), bare("[2020-04-20..]")
    ('February 21, 2020', 'by November 28, 2019', 'on or after April 20, 2020')
    """
    return re.sub(r"^(on|in) (?!or after)", "", when(edtf))


def _bounds(first: str, last: str) -> str:
    if not first:
        return f"by {_until(last)}"
    if not last:
        return f"on or after {_day(first)}"
    first, last = _whole(first, last)
    precision = first.count("-")
    if precision != last.count("-"):
        return f"between {_day(first)} and {_day(last)}"
    if first == last:
        return when(first)
    if _number(last) - _number(first) == 1:
        return f"{'on' if precision == 2 else 'in'} {_either([first, last])}"
    comma = "," if precision == 2 and first[:4] != last[:4] else ""
    return f"between {_either([first, last]).replace(' or ', f'{comma} and ')}"


def _weekday(days: Sequence[str]) -> str:
    """Three or more days a week apart, by their weekday; empty for other days.

    >>> _weekday(["2025-10-27", "2025-11-03"]), _weekday(["2025-10", "2025-11", "2025-12"])
    ('', '')
    """
    if len(days) < 3 or not all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days):
        return ""
    numbers = [_number(day) for day in days]
    if any(later - earlier != 7 for earlier, later in pairwise(numbers)):
        return ""
    name = calendar.day_name[date.fromisoformat(days[0]).weekday()]
    return f"on a {name} {_bounds(days[0], days[-1])}"


def _until(last: str) -> str:
    """A last day; of a month or a year that is meant as a whole, its end."""
    first = f"{last[:4]}-01-01" if last.endswith("-12-31") else f"{last[:7]}-01"
    whole = _whole(first, last)[1]
    return _day(whole) if whole.count("-") == 2 else f"the end of {_day(whole)}"


def _number(text: str) -> int:
    """Days, months or years since the beginning of the calendar."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts).toordinal()
    return parts[0] if len(parts) == 1 else 12 * parts[0] + parts[1]


def _whole(first: str, last: str) -> tuple[str, str]:
    """Bounds that are whole months, or whole years, as such.

    >>> _whole("2013-01-01", "2017-12-31"), _whole("2025-02-01", "2025-03-31")
    (('2013', '2017'), ('2025-02', '2025-03'))
    >>> _whole("2025-02-01", "2025-03-30")
    ('2025-02-01', '2025-03-30')
    """
    days = re.fullmatch(r"(\d{4})-(\d\d)-01 (\d{4})-(\d\d)-(\d\d)", f"{first} {last}")
    if not days or int(days[5]) != calendar.monthrange(int(days[3]), int(days[4]))[1]:
        return first, last
    return (days[1], days[3]) if days[2] + days[4] == "0112" else (first[:7], last[:7])


def _either(days: Sequence[str]) -> str:
    """Several days or months, with the month and year that they share said once."""
    said: list[str] = []
    for n, day in enumerate(days):
        words = " to ".join(_day(part) for part in day.split("..") if part)
        if n + 1 < len(days) and "-" in day and days[n + 1][:4] == day[:4]:
            words = re.sub(rf",? {day[:4]}$", "", words)
        if n and day.count("-") == 2 and days[n - 1][:7] == day[:7]:
            words = words.split(" ", 1)[1]
        said.append(words)
    return " or ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _day(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return text
    year, month, day = found.groups()
    if not month:
        return year
    said = f" {int(day)}," if day else ""
    return f"{MONTHS[int(month) - 1]}{said} {year}"
