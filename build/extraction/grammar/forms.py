"""Inflected forms of verbs."""

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
    "see": "sees saw seen seeing",
    "speak": "speaks spoke spoken speaking",
    "mean": "means meant meaning",
    "understand": "understands understood understanding",
    "plan": "plans planned planning",
    "quip": "quips quipped quipping",
    "beg": "begs begged begging",
    "brag": "brags bragged bragging",
    "snap": "snaps snapped snapping",
    "admit": "admits admitted admitting",
    "refer": "refers referred referring",
    "dub": "dubs dubbed dubbing",
    "forbid": "forbids forbade forbidden forbidding",
    "bar": "bars barred barring",
    "foresee": "foresees foresaw foreseen foreseeing",
    "grin": "grins grinned grinning",
    "shrug": "shrugs shrugged shrugging",
    "pen": "pens penned penning",
    "spit": "spits spat spitting",
    "slam": "slams slammed slamming",
    "rip": "rips ripped ripping",
    "rebut": "rebuts rebutted rebutting",
    "sum": "sums summed summing",
    "show": "shows showed shown showing",
    "put": "puts put putting",
    "lead": "leads led leading",
    "make": "makes made making",
    "blog": "blogs blogged blogging",
    "permit": "permits permitted permitting",
    "regret": "regrets regretted regretting",
    "chat": "chats chatted chatting",
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
    "log": "logs logged logging",
    "submit": "submits submitted submitting",
    "transmit": "transmits transmitted transmitting",
    "slap": "slaps slapped slapping",
    "ship": "ships shipped shipping",
    "skip": "skips skipped skipping",
    "shred": "shreds shredded shredding",
    "have": "has had having",
    "meet": "meets met meeting",
    "dig": "digs dug digging",
    "stick": "sticks stuck sticking",
    "slide": "slides slid sliding",
    "leave": "leaves left leaving",
    "stand": "stands stood standing",
    "drop": "drops dropped dropping",
    "blow": "blows blew blown blowing",
}


def forms(lemma: str) -> list[str]:
    """Inflected forms of a verb, the lemma first.

    >>> forms("note")
    ['note', 'notes', 'noted', 'noting']
    >>> forms("say")
    ['say', 'says', 'said', 'saying']
    """
    if lemma in IRREGULAR:
        return list(dict.fromkeys([lemma, *IRREGULAR[lemma].split()]))
    stem = lemma.removesuffix("e")
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
