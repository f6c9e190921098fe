"""Codes of the proof: evidence, absences, conflicts, readings, searches, audits."""

from ..row import Vocabulary


class Tier(Vocabulary):
    """How far a row can be checked."""

    HELD_TEXT = "held_text", "At least one piece of evidence is words of a text that we hold."
    QUOTED = "quoted", "All evidence is words quoted from documents that we do not hold."
    NONE = "none", "The row rests on no evidence: all of it follows from other rows."


class DateBasis(Vocabulary):
    """What a date rests on, from the most to the least direct."""

    STATED = "stated", "The words give the date."
    RELATIVE_TO_STATED = "relative_to_stated", "The words count from another date of the dataset."
    RELATIVE_TO_PUBLICATION = (
        "relative_to_publication",
        "The words count from the day a source was published ('Friday', 'last week').",
    )
    INFERRED = "inferred", "A reader's reasoning, written down with the evidence."


class Absence(Vocabulary):
    """Why a claim is null."""

    NOT_FOUND = "not_found", "We looked and found nothing: `search_id` says where."
    NOT_STATED = "not_stated", "The text or document at hand does not say."
    NOT_APPLICABLE = (
        "not_applicable",
        "The question does not arise for this row, or the subpoenas of an act differ in it.",
    )
    WITHHELD = "withheld", "A source says that it is kept back, or we keep it back."
    AMBIGUOUS = "ambiguous", "The words can be read in more than one way."
    CONFLICTING = "conflicting", "The sources disagree and the conflict is unresolved."


class Stance(Vocabulary):
    """Whether a piece of evidence gives the published value."""

    SUPPORTS = "supports", "Gives the published value."
    BROADER = (
        "broader",
        "Gives a broader code, or a wider set of days, that holds the published value.",
    )
    CONTESTS = "contests", "Gives another value; a conflict record says what we did."
    BEARS_ON = (
        "bears_on",
        "Concerns a null, or is one of several pieces that prove the value only together.",
    )


class Derivation(Vocabulary):
    """How the value follows from the words."""

    LITERAL = "literal", "The words are the value."
    VOCABULARY = "vocabulary", "The words are a phrase listed for the code."
    NUMBER_WORD = "number_word", "The words hold a number, in letters or digits."
    COUNT = "count", "The members listed in the words are counted."
    DATE = "date", "The words are a date; if needed, it is counted from another day, its anchor."
    COPIED = "copied", "Copied from the act, because it is true of the whole act."
    INFERENCE = "inference", "A reader's reasoning, written in `reason`."


class ConflictKind(Vocabulary):
    """What the sides of a conflict disagree on."""

    VALUE = "value", "Numbers or codes that differ."
    NAME = "name", "Names or titles that differ."
    DATE = "date", "Sets of days that do not meet."
    MODALITY = "modality", "How far a procedure had gone, or how it is put."
    WORDING = "wording", "Words inside quotation marks that differ without an ellipsis."


class Resolution(Vocabulary):
    """The rule by which a conflict was settled."""

    MOST_SPECIFIC = "most_specific", "The most exact claim, where the others are less exact."
    LEAST_COMMITTING = "least_committing", "The weakest claim, the one that commits to least."
    DIRECT_WORDS_OVER_PARAPHRASE = (
        "direct_words_over_paraphrase",
        "What the speaker is quoted as saying, over a paraphrase.",
    )
    PRIMARY_OVER_SECONDARY = (
        "primary_over_secondary",
        "The more direct source: words of a party, court or law; then reporting; then copies.",
    )
    LATER_OVER_EARLIER = "later_over_earlier", "The later report."
    MOST_INDEPENDENT = "most_independent", "What most of the independent sources say."
    UNRESOLVED = (
        "unresolved",
        "Not settled: every side is kept, and the cell is null with the reason `conflicting`.",
    )


class LedgerReason(Vocabulary):
    """Why a sentence is used by no evidence."""

    COMMENTARY = "commentary", "The writer's opinion."
    BACKGROUND = "background", "General background that fits none of the tables."
    DUPLICATE_OF = "duplicate_of", "Repeats what another sentence of the same text says."
    OUT_OF_SCOPE = "out_of_scope", "A fact on another subject."
    EXCLUDED_REGION = "excluded_region", "Lies in a region that may support nothing."
    NO_CLAIM = "no_claim", "Standing text or a lead-in that claims nothing."


class RejectionReason(Vocabulary):
    """Why a proposal of the script was rejected."""

    MENTION_ONLY = (
        "mention_only",
        "Names somebody or something, but no fact about them is recorded there.",
    )
    BACKGROUND = "background", "General background that fits none of the tables."
    OUT_OF_SCOPE = "out_of_scope", "A fact on another subject."
    NO_CODE = "no_code", "A fact on the subject for which the vocabulary has no code."
    WRONG_SPAN = "wrong_span", "The words are cut wrongly; a row has the right ones."
    WRONG_KIND = "wrong_kind", "The words are something other than what is proposed."
    DUPLICATE_OF = "duplicate_of", "Repeats what other words of the same text say."


class Reading(Vocabulary):
    """Which reading of a row it was."""

    FIRST = "first", "By whoever wrote the row."
    SECOND = "second", "By somebody who did not write the row."


class ReaderRole(Vocabulary):
    """Who read, by role."""

    MAINTAINER = "maintainer", "A maintainer, without machine help."
    MAINTAINER_MACHINE_ASSISTED = (
        "maintainer_machine_assisted",
        "A language model working for the maintainers, under their instructions.",
    )
    CONTRIBUTOR = "contributor", "Somebody else."


class ReviewOutcome(Vocabulary):
    """What the reading came to."""

    AGREED = "agreed", "The row says what the words say."
    CORRECTED = "corrected", "The reading led to a correction, which the row now holds."


class SearchOutcome(Vocabulary):
    """What came of a search."""

    FOUND = "found", "Pages that rows or evidence rest on."
    NOTHING_NEW = "nothing_new", "Only pages that were known already."
    NOTHING = "nothing", "No page on what was looked for."


class Verdict(Vocabulary):
    """What an audit found about a published value."""

    RIGHT = "right", "The words give the value."
    WRONG = "wrong", "The words give another value, or none."
    NOT_DECIDABLE = "not_decidable", "The words at hand do not decide it."
    AUDITOR_AT_FAULT = "auditor_at_fault", "An auditor erred; a third reader settled it."
