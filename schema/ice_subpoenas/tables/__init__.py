"""The tables, one file per subject. Each class is a table; its docstrings are published with it."""

from ..row import Row
from .acts import Act, ActGroup, InformationSought, KnownTotal, Subpoena
from .matters import Event, EventAct, GroundRow, MaySame, Proceeding
from .people import CaseFact, Individual
from .places import Agency, Jurisdiction
from .proof import AbsenceRow, Audit, AuditedPassage, Conflict, Evidence, Review, Search
from .registers import Code, DictionaryRow, Phrase, RetiredId
from .sources import LedgerRow, Link, RegionRow, SharedPassage, Source, SourceRelation
from .words import Attribution, PolicyStatement, Quote, QuoteVariant, Utterance

TABLES: tuple[type[Row], ...] = (
    Subpoena, Jurisdiction, Individual, Quote, Source,
    Act, ActGroup, Agency, InformationSought, Event, EventAct, Proceeding, GroundRow, CaseFact,
    PolicyStatement, Utterance, Attribution, QuoteVariant, SourceRelation, SharedPassage, Link,
    MaySame, KnownTotal,
    Evidence, Conflict, AbsenceRow, Search, Review, Audit, AuditedPassage, RegionRow, LedgerRow,
    RetiredId, Phrase, Code, DictionaryRow,
)  # fmt: skip
"""Every table: the five core ones, then the supporting ones, then what the proof needs."""

TABLE: dict[str, type[Row]] = {table.table: table for table in TABLES}
"""Every table by name."""

__all__ = ["TABLE", "TABLES"]
