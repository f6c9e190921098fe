"""Codes of the proof: evidence, absences, conflicts, readings, searches, audits."""

from enum import auto

from ..row import Vocabulary


class Tier(Vocabulary):
    """How far a row can be checked."""

    HELD_TEXT = auto(), "At least one piece of evidence is words of a text that we hold."
    QUOTED = auto(), "All evidence is words quoted from documents that we do not hold."
    NONE = auto(), "The row rests on no evidence: all of it follows from other rows."


class DateBasis(Vocabulary):
    """What a date rests on, from the most to the least direct."""

    STATED = auto(), "The words give the date."
    RELATIVE_TO_STATED = auto(), "The words count from another date of the dataset."
    RELATIVE_TO_PUBLICATION = (
        auto(),
        "The words count from the day a source was published ('Friday', 'last week').",
    )
    INFERRED = auto(), "A reader's reasoning, written down with the evidence."


class Absence(Vocabulary):
    """Why a claim is null."""

    NOT_FOUND = auto(), "We looked and found nothing: `search_id` says where."
    NOT_STATED = auto(), "The texts and documents that were read do not say."
    NOT_APPLICABLE = (
        auto(),
        "The question does not arise for this row, or the subpoenas of an act differ in it.",
    )
    WITHHELD = auto(), "A source says that it is kept back, or we keep it back."
    AMBIGUOUS = auto(), "The words can be read in more than one way."
    CONFLICTING = auto(), "The sources disagree and the conflict is unresolved."


class Stance(Vocabulary):
    """Whether a piece of evidence gives the published value."""

    SUPPORTS = auto(), "Gives the published value."
    BROADER = (
        auto(),
        "Gives a broader code, or a wider set of days, that includes the published value.",
    )
    CONTESTS = auto(), "Gives another value; a conflict record says what we did."
    BEARS_ON = (
        auto(),
        "Concerns a null, or is one of several pieces that prove the value only together.",
    )


class Derivation(Vocabulary):
    """How the value follows from the words."""

    LITERAL = auto(), "The words are the value."
    VOCABULARY = auto(), "The words are a phrase listed for the code."
    NUMBER_WORD = auto(), "The words contain a number, in letters or digits."
    COUNT = auto(), "The members listed in the words are counted."
    DATE = auto(), "The words are a date; if needed, it is counted from another day, its anchor."
    COPIED = auto(), "Copied from the act, because it is true of the whole act."
    INFERENCE = auto(), "A reader's reasoning, written in `reason`."


class ConflictKind(Vocabulary):
    """What the sides of a conflict disagree on."""

    VALUE = auto(), "Numbers or codes that differ."
    NAME = auto(), "Names or titles that differ."
    DATE = auto(), "Sets of days that do not meet."
    MODALITY = auto(), "How far a procedure had gone, or how it is put."
    WORDING = auto(), "Words inside quotation marks that differ without an ellipsis."


class Resolution(Vocabulary):
    """The rule by which a conflict was settled."""

    MOST_SPECIFIC = auto(), "The most exact claim, where the others are less exact."
    LEAST_COMMITTING = auto(), "The weakest claim, the one that commits to least."
    DIRECT_WORDS_OVER_PARAPHRASE = (
        auto(),
        "What the speaker is quoted as saying, over a paraphrase.",
    )
    PRIMARY_OVER_SECONDARY = (
        auto(),
        "The more direct source: words of a party, court or law; then reporting; then copies.",
    )
    LATER_OVER_EARLIER = auto(), "The later report."
    MOST_INDEPENDENT = auto(), "What most of the independent sources say."
    UNRESOLVED = (
        auto(),
        "Not settled: every side is kept, and the cell is null with the reason `conflicting`.",
    )


class LedgerReason(Vocabulary):
    """Why a sentence is used by no evidence."""

    COMMENTARY = auto(), "The writer's opinion."
    BACKGROUND = auto(), "General background that fits none of the tables."
    DUPLICATE_OF = auto(), "Repeats what another sentence of the same text says."
    OUT_OF_SCOPE = auto(), "A fact on another subject."
    NO_CODE = auto(), "A fact on the subject for which no table or code has a place."
    EXCLUDED_REGION = auto(), "Lies in a region that may support nothing."
    NO_CLAIM = auto(), "Standing text or a lead-in that claims nothing."


class RejectionReason(Vocabulary):
    """Why a proposal of the script was rejected."""

    MENTION_ONLY = auto(), "Names somebody or something, but no fact about them is recorded there."
    BACKGROUND = auto(), "General background that fits none of the tables."
    OUT_OF_SCOPE = auto(), "A fact on another subject."
    NO_CODE = auto(), "A fact on the subject for which the vocabulary has no code."
    WRONG_SPAN = auto(), "The words are cut wrongly; a row has the right ones."
    WRONG_KIND = auto(), "The words are something other than what is proposed."
    DUPLICATE_OF = auto(), "Repeats what other words of the same text say."


class Reading(Vocabulary):
    """Which reading of a row it was."""

    FIRST = auto(), "By whoever wrote the row."
    SECOND = auto(), "By somebody who did not write the row."


class ReaderRole(Vocabulary):
    """Who read, by role."""

    MAINTAINER = auto(), "A maintainer, without machine help."
    MAINTAINER_MACHINE_ASSISTED = (
        auto(),
        "A language model working for the maintainers, under their instructions.",
    )
    CONTRIBUTOR = auto(), "Somebody else."


class ReviewOutcome(Vocabulary):
    """The result of the reading."""

    AGREED = auto(), "The row says what the words say."
    CORRECTED = auto(), "The reading led to a correction, which is now in the row."


class SearchOutcome(Vocabulary):
    """What came of a search."""

    FOUND = auto(), "Pages that rows or evidence rest on."
    NOTHING_NEW = auto(), "Only pages that were known already."
    NOTHING = auto(), "No page on what was looked for."


class Verdict(Vocabulary):
    """What an audit found about a published value."""

    RIGHT = auto(), "The words give the value."
    WRONG = auto(), "The words give another value, or none."
    NOT_DECIDABLE = auto(), "The words at hand do not decide it."
    AUDITOR_AT_FAULT = auto(), "An auditor erred; a third reader settled it."
