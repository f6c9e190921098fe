"""What a verb of answering is about: a subpoena, records, or the press; and what is left undone."""

from extraction.facts.clauses.reading import REFUSES, Reading, Told
from extraction.grammar import cues, tags
from extraction.text.words import word_set

ASKED = word_set("""
subpoena subpoenas request requests demand demands summons summonses order letter letters petition
""")
RECORDS = word_set("""
tables binder spreadsheets folders statistics stubs badges drafts directory directories information
info records record documents document data files file names addresses forms list lists copies copy
materials papers details logs log report reports roster rosters rolls access photographs photos
applications cards packet accounts spreadsheet video footage database payroll payrolls e-mails
emails numbers sample batch paperwork boxes pages affidavits registrations invoices sheets page
schedules transcripts histories portion everything rest remainder dates plates charts folder ledgers
leases deeds address name photo roster transcript register registers recordings prints fingerprints
notes discs certificates permits rent tapes findings receipts
""")
PRESS = word_set("""
comment comments question questions inquiry inquiries call calls email emails e-mail message
messages interview interviews reporter reporters voicemail voicemails texts
""")
DETAINERS = frozenset(["detainer", "detainers", "hold", "holds", "transfers"])
ASKER = word_set("""
ice agency agents government federal immigration subpoena subpoenas subpoenaed requested request
requests dhs homeland authorities
""")
Answer = tuple[str, str]
"""Rule and value."""


def refusing_words(reading: Reading, verb: int, told: Told) -> frozenset[str]:
    """The words of refusing that govern a verb."""
    return REFUSES.intersection(reading.p.low[told.first : verb])


def done_to(reading: Reading, told: Told) -> frozenset[str]:
    """The words for the subpoena or records that a verb is about: the subpoena was ignored."""
    before = before_told(reading, told)
    bare = reading.headline and before[:1] != [] and before[0] in ASKED  # subpoena ignored
    return (ASKED | RECORDS | NOTHING).intersection(before if told.passive or bare else ())


def before_told(reading: Reading, told: Told) -> list[str]:
    """The words before what is told, up to a comma; an apposition is passed over."""
    found: list[str] = []
    tag, k = reading.p.tag, told.first - 1
    if k >= 0 and tag[k] == tags.COMMA:
        k = next((at - 1 for at in range(k - 1, max(-1, k - 14), -1) if tag[at] == tags.COMMA), k)
    for at in range(k, max(-1, k - 6), -1):
        if tag[at] in (tags.COMMA, tags.STOP):
            break
        found.append(reading.p.low[at])
    return found


LEFT_UNDONE = word_set("fail fails failed failing failure yet")
"""Words of not doing that do not tell of a refusal: failed to comply, has yet to comply."""
PERFECT = frozenset(["has", "have", "had", "hasn't", "haven't", "hadn't"])


def group_of(reading: Reading, verb: int, told: Told) -> list[str]:
    """The words of a verb's group before the verb: auxiliaries, a governing verb."""
    return reading.p.low[max(told.first, 0) : verb]


def is_undone_so_far(reading: Reading, verb: int, told: Told) -> bool:
    """Whether something has not been done, and may still be: has not complied."""
    words, refusing = group_of(reading, verb, told), refusing_words(reading, verb, told)
    perfect = "to" not in words and not PERFECT.isdisjoint(words[-3:])
    never = "never" in words and not told.ahead
    return bool(refusing & LEFT_UNDONE) or ((perfect or never) and not refusing)


NOTHING = frozenset(["no", "nothing", "none"])
PRONOUNS = frozenset(
    ["it", "them", "those", "these", "that", "what", "some", "all", "half", "most"]
)
AMOUNTS = PRONOUNS | cues.NUMERALS | word_set("two three both everything whatever")
COUNTED = AMOUNTS - PRONOUNS | frozenset(["all", "each", "every", "half", "most", "some"])
ENDS_REFUSAL = word_set("""
within in on last this again outright twice and because until when citing flatly either
""") | {",”", "”", '"'}
"""Words behind which a refusal has no object: the city refused in July."""
