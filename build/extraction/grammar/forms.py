"""Inflected forms of verbs."""

from extraction.text.words import word_set

_PAST = """
say said, tell told, write wrote written, read, think thought, feel felt, know knew known,
swear swore sworn, begin began begun, go goes went gone, sing sang sung, cast, find found,
hold held, withhold withheld, see saw seen seeing, speak spoke spoken, mean meant,
understand understood, forbid forbade forbidden, foresee foresaw foreseen foreseeing, spit spat,
show showed shown, put, lead led, make made, send sent, give gave given, keep kept,
get got gotten, win won, take took taken, bring brought, run ran, ring rang rung, come came,
fight fought, tear tore torn, throw threw thrown, set, lay laid, have had, meet met, dig dug,
stick stuck, slide slid, leave left, stand stood, blow blew blown
"""
IRREGULAR = {lemma: past for lemma, *past in map(str.split, _PAST.split(","))}
"""Forms of the past, where they do not end in -ed."""
DOUBLING = word_set("""
plan quip beg brag snap admit refer dub bar grin shrug pen slam rip rebut sum blog permit regret
chat log submit transmit slap ship skip shred drop begin forbid spit put get win run set dig
""")
"""Verbs that end in a consonant which doubles: planned, planning."""


def forms(lemma: str) -> list[str]:
    """Inflected forms of a verb, the lemma first.

    >>> forms("note")
    ['note', 'notes', 'noted', 'noting']
    >>> forms("say")
    ['say', 'says', 'said', 'saying']
    """
    stem = lemma + lemma[-1] if lemma in DOUBLING else lemma.removesuffix("e")
    third, past = lemma + "s", IRREGULAR.get(lemma, [stem + "ed"])
    if lemma == "have":
        third = "has"
    elif lemma.endswith(("s", "sh", "ch", "x")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", [lemma[:-1] + "ied"]
    return [lemma, third, *past, stem + "ing"]


def every_form(lemmas: str) -> frozenset[str]:
    """Every form of some verbs.

    >>> sorted(every_form("note say"))
    ['note', 'noted', 'notes', 'noting', 'said', 'say', 'saying', 'says']
    """
    return frozenset(form for lemma in lemmas.split() for form in forms(lemma))
