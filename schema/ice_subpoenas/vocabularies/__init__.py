"""Every closed list of codes, by the subject of the tables that use it. Imports `row` alone."""

from ..row import Vocabulary
from . import acts, matters, people, places, proof, sources, words
from .acts import (
    ADJACENT,
    COUNTED,
    EnforcementStatus,
    GroupKind,
    InformationKind,
    Instrument,
    Outcome,
    ResponseStatus,
)
from .matters import (
    Decides,
    EventKind,
    Ground,
    Held,
    PolicyPosition,
    PolicyTopic,
    ProceedingKind,
    Result,
    Side,
    Toward,
)
from .people import FactKind, Modality, NamingDecision, Offense, PersonRole
from .places import AgencyKind, JurisdictionKind
from .proof import (
    Absence,
    ConflictKind,
    DateBasis,
    Derivation,
    LedgerReason,
    ReaderRole,
    Reading,
    RejectionReason,
    Resolution,
    ReviewOutcome,
    SearchOutcome,
    Stance,
    Tier,
    Verdict,
)
from .sources import LinkOutcome, ReadFrom, Region, SourceKind, SourceRelationKind, Standing
from .words import HopKind, QuoteKind

SUBJECTS = (sources, places, acts, people, words, matters, proof)

VOCABULARIES: tuple[type[Vocabulary], ...] = tuple(
    value
    for subject in SUBJECTS
    for value in vars(subject).values()
    if isinstance(value, type) and issubclass(value, Vocabulary) and value is not Vocabulary
)
"""Every vocabulary, in the order of declaration."""

__all__ = [
    "ADJACENT",
    "COUNTED",
    "VOCABULARIES",
    "Absence",
    "AgencyKind",
    "ConflictKind",
    "DateBasis",
    "Decides",
    "Derivation",
    "EnforcementStatus",
    "EventKind",
    "FactKind",
    "Ground",
    "GroupKind",
    "Held",
    "HopKind",
    "InformationKind",
    "Instrument",
    "JurisdictionKind",
    "LedgerReason",
    "LinkOutcome",
    "Modality",
    "NamingDecision",
    "Offense",
    "Outcome",
    "PersonRole",
    "PolicyPosition",
    "PolicyTopic",
    "ProceedingKind",
    "QuoteKind",
    "ReadFrom",
    "ReaderRole",
    "Reading",
    "Region",
    "RejectionReason",
    "Resolution",
    "ResponseStatus",
    "Result",
    "ReviewOutcome",
    "SearchOutcome",
    "Side",
    "SourceKind",
    "SourceRelationKind",
    "Stance",
    "Standing",
    "Tier",
    "Toward",
    "Verdict",
]
