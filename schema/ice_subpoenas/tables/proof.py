"""What the proof needs: evidence, absences, conflicts, readings, searches, audits."""

from datetime import date
from typing import Annotated

from .. import vocabularies as v
from ..row import Count, Derived, Id, Judgment, Key, References, Row, Text
from .shared import PointsAtCell, Reasoned


class Evidence(
    PointsAtCell,
    Reasoned,
    table="evidence",
    key="evidence_id",
    warning="When you count, leave out pieces that are `copied`: each repeats one of the act.",
):
    """Words of a source that prove one cell, contest it or concern it."""

    evidence_id: Annotated[Text, Id()]
    """`e` and a hash of the cell, the source, the words and their occurrence."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that has the words."""

    witness_source_id: Annotated[Key, Derived(), References("sources")]
    """Whose words they are: the document that the source reproduces or copies there, or the
    source itself."""

    is_refound: Annotated[bool, Derived()]
    """Whether the check found the words in a held text."""

    seen_again: Annotated[date | None, Derived()] = None
    """For quoted words of a page: the day on which another reader found them in what was read of
    it, mostly a stored copy (`sources.read_from`); null if no other reader looked."""

    char_start: Annotated[Count | None, Derived()] = None
    """Where the words begin: 0-based, in Unicode code points of the held text."""

    char_end: Annotated[Count | None, Derived()] = None
    """Where they end, exclusive."""

    exact: Annotated[str, Id()]
    """The words, letter for letter; of a held text `text[char_start:char_end]`."""

    prefix: Annotated[str | None, Derived()] = None
    """At most 32 characters before the words; for a page that is not held, the rest of the
    passage."""

    suffix: Annotated[str | None, Derived()] = None
    """At most 32 characters after the words; for a page that is not held, the rest of the
    passage."""

    locator: Annotated[Text | None, Judgment()] = None
    """The place on a page that is not held, such as `first paragraph`."""

    region: Annotated[v.Region | None, Derived()] = None
    """Part of the held text that contains them."""

    passage_id: Annotated[Text, Id()]
    """Pieces with the same passage were quoted together."""

    derivation: Annotated[v.Derivation, Judgment()]
    """How the value follows from the words."""

    arguments: Annotated[Text | None, Id()] = None
    """Further input of the derivation, as a JSON object."""

    value: Annotated[Text | None, Derived()] = None
    """The value that this piece of evidence gives, written as text."""

    stance: Annotated[v.Stance, Derived()]
    """Whether it gives the published value or another one."""

    group_id: Annotated[Text | None, Id()] = None
    """Pieces of one group prove the cell only together."""

    via_evidence_id: Annotated[Text | None, Id(), References("evidence")] = None
    """For a copy, its original; otherwise the inference of who is meant, on which this evidence
    rests."""

    reviewed_file: Annotated[Text, Id()]
    """File under `datasets/reviewed/` that states the fact."""

    reviewed_line: Annotated[Count, Id()]
    """Line in that file."""


class AbsenceRow(
    PointsAtCell,
    table="absences",
    key="absence_id",
    warning="A gap in the sources recorded here, not proof that nobody knows. If a null has no "
    "row here, no reason is written down.",
):
    """Why a claim is null, if a reason is recorded. Of an act, `information_sought` stands for the
    rows of that table: why there are none."""

    absence_id: Annotated[Text, Id()]
    """Table, row and column."""

    reason: Annotated[v.Absence, Judgment()]
    """Why it is null."""

    search_id: Annotated[Key | None, Judgment(), References("searches")] = None
    """Of `not_found`: the search that found nothing."""

    is_copied: Annotated[bool, Derived()]
    """Whether the row repeats for a subpoena what is true of its act."""


class Conflict(
    PointsAtCell,
    table="conflicts",
    key="conflict_id",
    warning="We settle a conflict by a stated rule. That is not a finding of fact.",
):
    """A disagreement between pieces of evidence for one cell, and what we did about it."""

    conflict_id: Annotated[Key, Id()]
    """Row and a short name."""

    kind: Annotated[v.ConflictKind, Derived()]
    """What the sides disagree on; for an utterance the column is `words`."""

    n_sides: Annotated[Count, Derived()]
    """How many values the evidence gives that do not agree. Words that fit the published value and
    give it less exactly are no side of their own."""

    published_value: Annotated[Text | None, Judgment()] = None
    """The value that is published; null if the conflict is unresolved or is about wording."""

    resolution: Annotated[v.Resolution, Judgment()]
    """The rule by which it was settled."""

    reason: Annotated[Text, Judgment()]
    """Why that rule applies here."""


class Search(
    Row, table="searches", key="search_id", checks={"read_within_results": "n_read <= n_results"}
):
    """A search that decided something: what was looked for, where, in which words, and what came of
    it. A search that found nothing does not prove that there is nothing."""

    search_id: Annotated[Key, Id()]
    """Subject and number."""

    looked_for: Annotated[Text, Judgment()]
    """What was looked for, in our words."""

    collection: Annotated[Text, Judgment()]
    """Where: a search service, a site, or a folder of pages."""

    query: Annotated[Text, Judgment()]
    """The words that were searched for."""

    searched_on: Annotated[date, Judgment()]
    """Day of the search."""

    n_results: Annotated[Count, Judgment()]
    """How many results came back."""

    n_read: Annotated[Count, Judgment()]
    """How many of them were read."""

    outcome: Annotated[v.SearchOutcome, Judgment()]
    """What came of it."""

    state: Annotated[Text | None, Judgment()] = None
    """USPS code of the state that was searched for; null for the whole country."""

    recipient_kind: Annotated[Text | None, Judgment()] = None
    """The kind of recipient that was searched for, such as `schools and universities`."""

    year_from: Annotated[Count | None, Judgment()] = None
    """First year that was searched for; null where the search names none."""

    year_to: Annotated[Count | None, Judgment()] = None
    """Last year that was searched for."""

    note: Annotated[Text | None, Judgment()] = None
    """What was found, in our words."""


class Review(Reasoned, table="reviews", key="review_id"):
    """One reading of one page: a reader compared the page with everything that one file of rows
    takes from it."""

    review_id: Annotated[Text, Id()]
    """File, source and reading."""

    reviewed_file: Annotated[Text, Id()]
    """File under `datasets/reviewed/` that has the rows."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that was read."""

    reading: Annotated[v.Reading, Judgment()]
    """Which reading it was."""

    reader_role: Annotated[v.ReaderRole, Judgment()]
    """Who read, by role."""

    reviewed_on: Annotated[date, Judgment()]
    """Day of the reading."""

    fingerprint: Annotated[Text, Judgment()]
    """Hash of the evidence that was read: its words and values, and the reasoning of inferences.
    If one of them changes, the reading lapses."""

    is_current: Annotated[bool, Derived()]
    """Whether the evidence is still the same as when it was read; if not, the reading has
    lapsed."""

    outcome: Annotated[v.ReviewOutcome, Judgment()]
    """What the reading came to."""


class Audit(
    PointsAtCell,
    table="audits",
    key="audit_id",
    warning="The auditors are language models; their own error rate is published too. For shares, "
    "use the view `audit_figures`, which weighs the strata.",
    checks={"planted_value_is_not_published": "NOT is_planted OR value_then IS NULL"},
):
    """One cell that was drawn at random and judged against its words."""

    audit_id: Annotated[Text, Id()]
    """Seed and number of the draw."""

    seed: Annotated[Count, Judgment()]
    """Seed of the draw."""

    tier_then: Annotated[v.Tier, Judgment()]
    """Of the cell: whether words of a held text give it, or only words quoted from other pages."""

    n_cells: Annotated[Count, Judgment()]
    """How many cells could have been drawn from this table on that day: the size of the stratum."""

    is_planted: Annotated[bool, Judgment()]
    """Whether a wrong value was put there to test the auditors."""

    value_then: Annotated[Text | None, Judgment()] = None
    """The value that was published on the day of the draw; null where printing it could accuse
    somebody of what no row says: for a planted value, and for a person's value unless it was
    right."""

    audited_on: Annotated[date, Judgment()]
    """Day of the judgment."""

    verdict: Annotated[v.Verdict, Judgment()]
    """What the audit found; for a planted value, `wrong` is the right answer."""

    reason: Annotated[Text | None, Judgment()] = None
    """If the auditors disagreed or found a fault: how the verdict came about."""


class AuditedPassage(
    Row,
    table="audited_passages",
    key="audited_passage_id",
    warning="Language models listed the facts and compared them with the rows.",
    checks={
        "lacking_within_facts": "n_lacking <= n_facts",
        "read_or_not": "(n_facts IS NULL) = (n_lacking IS NULL)",
    },
):
    """One sentence or paragraph that was drawn at random, and how many of its facts the dataset
    lacks."""

    audited_passage_id: Annotated[Text, Id()]
    """Seed and number of the draw."""

    seed: Annotated[Count, Judgment()]
    """Seed of the draw."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that contains it."""

    tier_then: Annotated[v.Tier, Judgment()]
    """Whether it is a sentence of a held text, or a paragraph of a page that is not held."""

    place: Annotated[Text, Judgment()]
    """Which sentence or paragraph it is."""

    audited_on: Annotated[date, Judgment()]
    """Day of the judgment."""

    n_facts: Annotated[Count | None, Judgment()] = None
    """How many facts within the scope of the dataset it has; null if it could not be read."""

    n_lacking: Annotated[Count | None, Judgment()] = None
    """How many of these the dataset lacks."""
