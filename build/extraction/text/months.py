"""Names of days of the week and of months, as words and as pieces of patterns."""

from ice_subpoenas.derivations import date_phrases

MONTHS = date_phrases.MONTHS[1:]
DAYS = tuple(day.capitalize() for day in date_phrases.WEEKDAYS)
CUT_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
"""Months as they are cut short; May never is."""
WEEKDAY = rf"(?:{'|'.join(DAYS)})"
LONG_MONTH = rf"(?:{'|'.join(MONTHS)})"
SHORT_MONTH = rf"(?:{'|'.join(CUT_SHORT)})\."
MONTH = rf"(?:{LONG_MONTH}|(?:{'|'.join(CUT_SHORT)})\.?)"
"""A month, in full or cut short, with or without its period."""
BEGUN_DAY, BEGUN_MONTH = (
    rf"(?:{'|'.join(name[:3] for name in names)})" for names in (DAYS, MONTHS)
)
"""The first three letters of a day, and of a month."""
