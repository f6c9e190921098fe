"""Inflected forms of verbs."""

from extraction.text.words import word_set

IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "read": "reads read reading",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "swear": "swears swore sworn swearing",
    "begin": "begins began begun beginning",
    "go": "goes went gone going",
    "sing": "sings sang sung singing",
    "cast": "casts cast casting",
    "find": "finds found finding",
    "hold": "holds held holding",
    "withhold": "withholds withheld withholding",
    "see": "sees saw seen seeing",
    "speak": "speaks spoke spoken speaking",
    "mean": "means meant meaning",
    "understand": "understands understood understanding",
    "forbid": "forbids forbade forbidden forbidding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "spit": "spits spat spitting",
    "show": "shows showed shown showing",
    "put": "puts put putting",
    "lead": "leads led leading",
    "make": "makes made making",
    "send": "sends sent sending",
    "give": "gives gave given giving",
    "keep": "keeps kept keeping",
    "get": "gets got gotten getting",
    "win": "wins won winning",
    "take": "takes took taken taking",
    "bring": "brings brought bringing",
    "run": "runs ran running",
    "ring": "rings rang rung ringing",
    "come": "comes came coming",
    "fight": "fights fought fighting",
    "tear": "tears tore torn tearing",
    "throw": "throws threw thrown throwing",
    "set": "sets setting",
    "lay": "lays laid laying",
    "have": "has had having",
    "meet": "meets met meeting",
    "dig": "digs dug digging",
    "stick": "sticks stuck sticking",
    "slide": "slides slid sliding",
    "leave": "leaves left leaving",
    "stand": "stands stood standing",
    "blow": "blows blew blown blowing",
}
DOUBLING = word_set("""
plan quip beg brag snap admit refer dub bar grin shrug pen slam rip rebut sum blog permit regret
chat log submit transmit slap ship skip shred drop
""")
"""Verbs that end in a consonant which doubles: planned, planning."""


def forms(lemma: str) -> list[str]:
    """Inflected forms of a verb, the lemma first.

    >>> forms("note")
    ['note', 'notes', 'noted', 'noting']
    >>> forms("say")
    ['say', 'says', 'said', 'saying']
    """
    if lemma in IRREGULAR:
        return list(dict.fromkeys([lemma, *IRREGULAR[lemma].split()]))
    stem = lemma + lemma[-1] if lemma in DOUBLING else lemma.removesuffix("e")
    if lemma.endswith(("s", "sh", "ch", "x")):
        return [lemma, lemma + "es", stem + "ed", stem + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    return [lemma, lemma + "s", stem + "ed", stem + "ing"]


def every_form(lemmas: str) -> frozenset[str]:
    """Every form of some verbs.

    >>> sorted(every_form("note say"))
    ['note', 'noted', 'notes', 'noting', 'said', 'say', 'saying', 'says']
    """
    return frozenset(form for lemma in lemmas.split() for form in forms(lemma))
