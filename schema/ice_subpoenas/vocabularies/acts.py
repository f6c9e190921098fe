"""Codes of acts of issuing or serving, and of where a matter stands."""

from ..row import Vocabulary


class Instrument(Vocabulary):
    """The kind of legal paper."""

    ADMINISTRATIVE_SUBPOENA = (
        "administrative_subpoena",
        "A subpoena that an immigration agency issues without a court, and that no source places "
        "under another law; sources also call it an immigration subpoena.",
    )
    I9_SUBPOENA = (
        "i9_subpoena",
        "An administrative subpoena that asks an employer for its I-9 forms.",
    )
    I9_NOTICE = "i9_notice", "A notice of inspection of an employer's I-9 forms; no subpoena."
    CUSTOMS_SUMMONS = "customs_summons", "A summons under customs law, 19 U.S.C. 1509."
    GRAND_JURY_SUBPOENA = "grand_jury_subpoena", "A subpoena of a federal grand jury."
    CRIMINAL_SUBPOENA = (
        "criminal_subpoena",
        "A subpoena in a criminal case, other than a grand jury's.",
    )
    DRUG_SUBPOENA = "drug_subpoena", "An administrative subpoena under drug law, 21 U.S.C. 876."
    UNSPECIFIED_SUBPOENA = (
        "unspecified_subpoena",
        "A subpoena for the agency; no source says of which kind, so it is not counted.",
    )
    REQUEST = "request", "A request that asks for information without any power to compel."
    LETTER = "letter", "A letter that asks for information without any power to compel."


COUNTED = ("administrative_subpoena", "i9_subpoena")
"""Instruments that are subpoenas of the kind this dataset counts: acts in scope."""

ADJACENT = tuple(code for code in Instrument.codes() if code not in COUNTED)
"""Instruments of adjacent papers: acts out of scope, with no row in `subpoenas`."""


class GroupKind(Vocabulary):
    """Why acts are grouped."""

    TOGETHER = "together", "Sources count them together, without a number for each."
    TOTAL = "total", "A source gives a total, of which the recorded acts are a part."


class ResponseStatus(Vocabulary):
    """What the recipient last answered, computed from its events."""

    UNDER_REVIEW = (
        "under_review",
        "The recipient said that it was studying the subpoenas, or would study them.",
    )
    AGREED = "agreed", "The recipient said that it would produce; no production is reported."
    AGREED_IN_PART = (
        "agreed_in_part",
        "The recipient said that it would produce a part of what was asked.",
    )
    REFUSED = "refused", "The recipient said that it would not comply."
    UNABLE = "unable", "The recipient said that it could not produce, such as for want of records."
    PARTIAL = "partial", "The recipient produced a part of what was asked."
    COMPLIED = "complied", "The recipient produced what was asked."


class EnforcementStatus(Vocabulary):
    """How far the matter had gone in court, computed from its events."""

    THREATENED = (
        "threatened",
        "The government announced that it would ask a court if the recipient did not comply.",
    )
    PETITION_FILED = "petition_filed", "The government asked a court to enforce."
    ORDERED = "ordered", "A court ordered the recipient to comply."
    ORDERED_IN_PART = "ordered_in_part", "A court ordered the recipient to comply in part."
    DENIED = "denied", "A court did not enforce, or another court undid its order."
    STAYED = "stayed", "A court suspended an order to comply."
    QUASHED = "quashed", "A court set the paper aside."
    ENJOINED = "enjoined", "A court forbade the recipient to comply."
    ENJOINED_IN_PART = (
        "enjoined_in_part",
        "A court forbade compliance in part, or bound an officer and not the recipient.",
    )


class Outcome(Vocabulary):
    """How the matter ended or last stood, computed from its events."""

    PRODUCED = "produced", "What was asked was produced."
    PRODUCED_IN_PART = "produced_in_part", "A part of what was asked was produced."
    NOT_PRODUCED = (
        "not_produced",
        "A source says that nothing had been produced by that day, or the recipient that it could "
        "not produce.",
    )
    APPEAL_PENDING = "appeal_pending", "An appeal had been filed, and no decision on it is known."
    WITHDRAWN = "withdrawn", "The agency withdrew the paper, or another took its place."


class InformationKind(Vocabulary):
    """A kind of information that the subpoenas of an act ask for."""

    PHONE_NUMBER = "phone_number", "Telephone numbers."
    ADDRESS = "address", "Home or other addresses."
    EMPLOYER = "employer", "Who employs the person, or where."
    VEHICLE = "vehicle", "What vehicle the person uses."
    WHEREABOUTS = "whereabouts", "Where the person is."
    RELEASE_DATE = "release_date", "When the person will leave custody."
    IDENTITY_DOCUMENTS = "identity_documents", "Identification documents, date or place of birth."
    ARREST_RECORDS = "arrest_records", "Arrest, jail or bond records."
    BENEFIT_RECORDS = "benefit_records", "Records of a public benefit or identity program."
    WAGE_RECORDS = "wage_records", "Wage or employment records."
    LICENSE_RECORDS = "license_records", "Records or photographs of driving or other licenses."
    UTILITY_RECORDS = "utility_records", "Records of a customer of a utility."
    SCHOOL_RECORDS = "school_records", "Records of pupils or students."
    VOTER_RECORDS = "voter_records", "Records of voters or of their registration."
    EMAIL = "email", "E-mail addresses."
    IMMIGRATION_STATUS = "immigration_status", "Immigration status or papers."
    SUPERVISION_RECORDS = (
        "supervision_records",
        "Records of parole, probation or other supervision.",
    )
    POLICIES = "policies", "Rules and internal papers of a program."
    I9_FORMS = "i9_forms", "Employment eligibility forms."
    INTERVIEW = "interview", "That the agency may interview people."
    PERSON = "person", "Information on named or counted people, without saying which."
