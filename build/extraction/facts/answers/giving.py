"""Answers by verbs of giving: provide, turn over, hand over, send; keep back."""

from itertools import pairwise

from extraction.facts.answers.about import (
    AMOUNTS,
    ASKED,
    ASKER,
    DETAINERS,
    NOTHING,
    PRESS,
    PRONOUNS,
    RECORDS,
    Answer,
    before_told,
    done_to,
    is_undone_so_far,
    refusing_words,
)
from extraction.facts.asked.items import items
from extraction.facts.clauses.answering import LEMMAS
from extraction.facts.clauses.reading import Reading, Told
from extraction.grammar import tags
from extraction.grammar.cues import ARTICLES
from extraction.text.words import word_set

SEEKING = word_set("asks asking seeks seeking sought")
TIMES = word_set("until day days week weeks hours")


def provides(reading: Reading, verb: int, told: Told) -> Answer | None:
    """provide, turn over, hand over, send: records to those who asked for them."""
    after, lemma = reading.right_of(verb, 12), LEMMAS[reading.p.low[verb]]
    if lemma == "turn" and "away" in after[:5]:
        return "turned-away", "refused"
    if lemma == "turn" and "down" in after[:5] and ASKED & set(after):
        return "refused", "refused"
    if lemma == "give" and after[:1] == ["up"] and told.negated and len(after) > 1:
        return "will-not-provide", "refused"
    if _is_other_giving(reading, verb, told, after) or _is_mail(reading, verb, lemma):
        return None
    if not told.negated and not told.passive and _is_nothing(after):
        so_far = not told.ahead and reading.p.low[verb] != lemma
        return "gives-nothing", "not_complied" if so_far else "refused"
    given_up = lemma in _UP and not _UP[lemma].isdisjoint(after[:6])
    over = given_up or ("over" in after[:6] and lemma not in _UP)
    handed = to_asker(after) or _in_answer(after)
    if lemma in _NEEDS_OVER and not (over or handed):
        return None
    if not _is_record(reading, told, after, lemma, over or handed):
        return None
    if not (over or handed or _was_asked(reading, verb, told, after, lemma)):
        return None
    return _gives(reading, verb, told, lemma)


def _gives(reading: Reading, verb: int, told: Told, lemma: str) -> Answer:
    """Whether what was asked for is given, or not, or not so far."""
    none = told.passive and not NOTHING.isdisjoint(before_told(reading, told))
    undone = not told.ahead and is_undone_so_far(reading, verb, told)
    if (told.negated or none) and undone:
        return "has-not-provided", "not_complied"
    if told.negated or none or lemma == "withhold":
        return "will-not-provide", "refused"
    return "provides", "complied"


def _in_answer(after: list[str]) -> bool:
    """Whether what is given is said to answer: produced deeds in response to the five."""
    return any(pair in (("in", "response"), ("in", "answer")) for pair in pairwise(after))


def _is_other_giving(reading: Reading, verb: int, told: Told, after: list[str]) -> bool:
    """Whether people are handed over, or something is given that nobody had to ask for."""
    if reading.p.low[verb] == "given" and told.first == verb:
        return True  # given the little time
    if told.passive and not _PEOPLE.isdisjoint(reading.p.low[max(0, told.first - 3) : told.first]):
        return RECORDS.isdisjoint(before_told(reading, told))  # aliens who were released
    if not {"message", "word"}.isdisjoint(after[:3]) or not DETAINERS.isdisjoint(after[:5]):
        return True
    is_other = _ASKERS.isdisjoint(told.subject.split())
    if told.passive and is_other and after[:1] != [] and after[0] in ARTICLES:
        return True  # the college, which was sent a copy
    if not _PEOPLE.isdisjoint(after[:3]) and RECORDS.isdisjoint(after[:3]):
        return True  # refusing to turn the men over
    before = reading.p.low[max(told.first - 1, 0) : verb]
    return not told.negated and not {"willingly", "voluntarily"}.isdisjoint(before)


def _is_mail(reading: Reading, verb: int, lemma: str) -> bool:
    """Whether a word is a letter and not what is done with one: said in an e-mail."""
    noun = lemma in ("e-mail", "email", "mail", "fax") and not reading.p.low[verb].endswith("ed")
    return noun and reading.p.tag[verb - 1] not in (tags.AUXILIARY, tags.TO)


def _is_nothing(after: list[str]) -> bool:
    """Whether what is given is nothing: produced no documents."""
    no = "no" in after[:2] and not RECORDS.isdisjoint(after[1:5])
    none = after[:1] == ["none"] or after[:2] in (["not", "one"], ["not", "a"])
    return "nothing" in after[:3] or none or no


def _was_asked(reading: Reading, verb: int, told: Told, after: list[str], lemma: str) -> bool:
    """Whether what is given, to whom is not told, may be what was asked for."""
    if told.negated or refusing_words(reading, verb, told) or lemma in _STRONG or _of_people(after):
        return True
    if told.ahead or "responsive" in after or reading.p.low[verb - 1] == "already":
        return True
    if told.passive and not RECORDS.isdisjoint(before_told(reading, told)):
        return True
    near = not RECORDS.isdisjoint(after[:5]) and "to" not in after[:9]
    return near or not ASKER.isdisjoint(reading.p.low)


_UP = {
    "give": frozenset(["up", "over"]),
    "cough": frozenset(["up"]),
    "fork": frozenset(["over"]),
    "send": frozenset(["along", "off", "across"]),
    "ship": frozenset(["off", "over", "along"]),
    "pass": frozenset(["along", "over"]),
    "run": frozenset(["off"]),
    "part": frozenset(["with"]),
    "dig": frozenset(["out"]),
}
"""Verbs that, with one of some words behind them, are of handing over: coughed up the list."""
_NEEDS_OVER = word_set("turn hand cough fork pass run part dig ship")
"""Verbs of handing over only if it is said to whom, or with such a word."""
_SENDS = word_set("""
send provide share release submit deliver forward hand turn produce furnish supply
""")
"""Verbs of giving that, denied, tell of what was asked for, whatever it is."""
_THE = frozenset(["the", "those", "these", "its", "his", "her", "their", "our", "my", "all"])
_STRONG = frozenset(["produce", "surrender", "furnish", "withhold", "disclose", "supply"])
"""Verbs of giving what was asked for; one gives or sends other things too."""
_ASKERS = word_set("""
ice dhs hsi agents agency homeland immigration federal feds investigators government
""")
_NOT_GIVEN = word_set("""
letter letters notice word time until weeks days week deadline answer reply chance reason advice
interview speech statement permission thanks money way rise
""")
"""What one may give to the agency without giving what it asked for."""
_PEOPLE = word_set("""
aliens people inmates immigrants migrants detainees prisoners men women individuals criminals
suspects offenders residents students him her custody children families folks
""")
"""Whom one may hand over, which is no answer to a demand for records."""
_AWAY = word_set("to back in on out up for off home your")
"""Words behind `them` that show that it is what is given: sent them back."""
_LISTENERS = word_set("""
reporter reporters newspaper station us me journalists media press council court lawyers counsel
lawyer attorney attorneys you
""")
"""To whom one gives without answering the agency."""


def to_asker(after: list[str]) -> bool:
    """Whether what is given goes to those who asked: gave ICE eleven pages, handed it to agents."""
    after = [word.removesuffix("'s") for word in after]
    if after[:1] == ["them"]:
        return len(after) > 1 and after[1] not in _AWAY and _NOT_GIVEN.isdisjoint(after)
    bare = [word for word in after[:4] if word not in ("the", "a", "federal", "immigration", "two")]
    if bare[:1] and bare[0] in _ASKERS and len(after) > 1:
        return _NOT_GIVEN.isdisjoint(after[:7])
    for link in ("to", "with"):
        if link in after[:9]:
            at = after.index(link)
            behind = after[at + 1 :][:4]
            asker = not _ASKERS.isdisjoint(behind) or behind[:1] == ["them"]
            if asker and _NOT_GIVEN.isdisjoint(after[:at]):
                return True
    return False


def _of_people(after: list[str]) -> bool:
    """Whether records are on somebody: information about four men."""
    about = ("on", "about", "regarding")
    return any(word in RECORDS and behind in about for word, behind in pairwise(after))


def _is_record(reading: Reading, told: Told, after: list[str], lemma: str, certain: bool) -> bool:
    """Whether what is given may be what was asked for."""
    if "to" in after and not _LISTENERS.isdisjoint(after[after.index("to") + 1 :][:3]):
        return False
    if not _LISTENERS.isdisjoint(after[:2]):
        return False
    others = ASKED | SEEKING | (TIMES if lemma == "give" else frozenset())
    given = next(
        (
            word
            for before, word in pairwise(("", *after))
            if word in RECORDS | others and before not in ("about", "on", "regarding", "over")
        ),
        "",
    )
    if ASKED & done_to(reading, told):
        return False  # requests for records were sent to officials
    if given in RECORDS or done_to(reading, told) & (RECORDS | NOTHING):
        return True
    if given:
        return False  # sent a letter that asks for records, gave two weeks for them
    if told.negated and after[:1] == ["anything"]:
        return True
    if any(items(" ".join(after[:8]))):
        return True  # gave the booking sheets, reveals who lives where
    if _follows_records(reading, told):
        return True
    if _is_withheld(told, after, lemma) or (certain and _is_definite(after, lemma)):
        return True
    pronoun = after[:1] and after[0] in PRONOUNS
    amount = any(word in AMOUNTS or word[0].isdigit() for word in after[:6])
    return (certain and (amount or told.passive or told.negated or lemma != "give")) or (
        lemma in _STRONG and bool(pronoun or not after or told.negated)
    )


def _is_withheld(told: Told, after: list[str], lemma: str) -> bool:
    """Whether something certain is not given, whatever it is: would not send the messages."""
    thing = after[:1] != [] and after[0] in _THE | PRONOUNS | {"any", "anything"}
    other = _NOT_GIVEN | PRESS | _PEOPLE
    return told.negated and lemma in _SENDS and thing and other.isdisjoint(after[:4])


def _is_definite(after: list[str], lemma: str) -> bool:
    """Whether something certain is given: gave them the time stamps, gave up the forms."""
    if lemma != "give" or not _NOT_GIVEN.isdisjoint(after[:6]):
        return False
    behind = next((k for k, word in enumerate(after[:3]) if word in _ASKERS | {"up", "them"}), -1)
    return 0 <= behind < len(after) - 1 and after[behind + 1] in _THE | {"what", "everything"}


def _follows_records(reading: Reading, told: Told) -> bool:
    """Whether a clause behind records says that they are given: the files that a city gave."""
    words = reading.p.low[max(0, told.first - 6) : told.first]
    at = next((k for k in range(len(words) - 1, 0, -1) if words[k] in ("that", "which")), 0)
    return at > 0 and not RECORDS.isdisjoint(words[max(0, at - 2) : at])


def keeps(reading: Reading, verb: int, told: Told) -> Answer | None:
    """keep or hold back: records."""
    after = reading.right_of(verb, 8)
    if "back" not in after[:6] or told.negated:
        return None
    records = RECORDS & set(after) or done_to(reading, told) or any(items(" ".join(after)))
    pronoun = not PRONOUNS.isdisjoint(after[:2])
    return ("keeps-back", "refused") if records or pronoun else None
