"""Codes of acts of issuing or serving, and of where a matter stands."""

from enum import auto

from ..row import Vocabulary


class Instrument(Vocabulary):
    """The kind of legal paper."""

    ADMINISTRATIVE_SUBPOENA = (
        auto(),
        "A subpoena that an immigration agency issues without a court, and that no source places "
        "under another law. Some sources call such papers immigration subpoenas.",
    )
    I9_SUBPOENA = auto(), "An administrative subpoena that asks an employer for its I-9 forms."
    I9_NOTICE = auto(), "A notice of inspection of an employer's I-9 forms; no subpoena."
    CUSTOMS_SUMMONS = auto(), "A summons under customs law, 19 U.S.C. 1509."
    GRAND_JURY_SUBPOENA = auto(), "A subpoena of a federal grand jury."
    CRIMINAL_SUBPOENA = auto(), "A subpoena in a criminal case, other than a grand jury's."
    DRUG_SUBPOENA = auto(), "An administrative subpoena under drug law, 21 U.S.C. 876."
    UNSPECIFIED_SUBPOENA = (
        auto(),
        "A subpoena for the agency; no source says what kind, so it is not counted.",
    )
    REQUEST = auto(), "A request that asks for information without any power to compel."
    LETTER = auto(), "A letter that asks for information without any power to compel."


COUNTED = ("administrative_subpoena", "i9_subpoena")
"""Instruments that are subpoenas of the kind this dataset counts: acts in scope."""


class GroupKind(Vocabulary):
    """Why acts are grouped."""

    TOGETHER = auto(), "Sources count them together, without a number for each."
    TOTAL = auto(), "A source gives a total that includes the recorded acts."


class ResponseStatus(Vocabulary):
    """What the recipient last answered, computed from its events."""

    UNDER_REVIEW = (
        auto(),
        "The last clear answer: the recipient said that it was studying the subpoenas, or would.",
    )
    AGREED = auto(), "The recipient said that it would produce; no production is reported."
    AGREED_IN_PART = auto(), "The recipient said that it would produce a part of what was asked."
    REFUSED = auto(), "The recipient, or whoever speaks for it, said that it would not comply."
    UNABLE = auto(), "The recipient said that it could not produce, such as for want of records."
    PARTIAL = auto(), "The recipient produced a part of what was asked."
    COMPLIED = (
        auto(),
        "The recipient gave all that one or more of the subpoenas asked for, or a source says only "
        "that it complied.",
    )


class EnforcementStatus(Vocabulary):
    """How far the matter had gone in court, computed from its events."""

    THREATENED = (
        auto(),
        "The government announced that it would ask a court if the recipient did not comply.",
    )
    PETITION_FILED = auto(), "The government asked a court to enforce."
    ORDERED = auto(), "A court ordered the recipient to comply."
    ORDERED_IN_PART = auto(), "A court ordered the recipient to comply in part."
    DENIED = auto(), "A court did not enforce, or another court undid its order."
    STAYED = auto(), "A court suspended an order to comply."
    QUASHED = auto(), "A court set the paper aside."
    ENJOINED = auto(), "A court forbade the recipient to comply."
    ENJOINED_IN_PART = (
        auto(),
        "A court forbade compliance in part, or bound an officer and not the recipient.",
    )


class Outcome(Vocabulary):
    """How the matter ended or last stood, computed from its events."""

    PRODUCED = (
        auto(),
        "All that one or more of the subpoenas asked for was given, or a source says only that the "
        "recipient complied.",
    )
    PRODUCED_IN_PART = auto(), "A part of what was asked was produced."
    NOT_PRODUCED = (
        auto(),
        "A source says that by that day nothing had been produced, or that the recipient had not "
        "complied; or the recipient says that it could not produce.",
    )
    APPEAL_PENDING = auto(), "An appeal had been filed, and no decision on it is known."
    WITHDRAWN = auto(), "The agency withdrew the paper, or another took its place."


class InformationKind(Vocabulary):
    """A kind of information that the subpoenas of an act ask for."""

    NAMES = auto(), "Names of people."
    SOCIAL_SECURITY_NUMBERS = auto(), "Social Security numbers."
    PHONE_NUMBER = auto(), "Telephone numbers."
    ADDRESS = auto(), "Home or other addresses."
    EMPLOYER = auto(), "Who employs the person, or where."
    VEHICLE = auto(), "What vehicle the person uses."
    WHEREABOUTS = auto(), "Where the person is."
    RELEASE_DATE = auto(), "When the person will leave custody."
    IDENTITY_DOCUMENTS = auto(), "Identification documents, date or place of birth."
    ARREST_RECORDS = auto(), "Arrest, jail or bond records."
    BENEFIT_RECORDS = auto(), "Records of a public benefit or identity program."
    WAGE_RECORDS = auto(), "Wage or employment records."
    HEALTH_RECORDS = auto(), "Records on the health of people."
    LICENSE_RECORDS = auto(), "Records or photographs of driving or other licenses."
    FACE_RECOGNITION_SEARCHES = auto(), "Searches of photographs by face recognition."
    UTILITY_RECORDS = auto(), "Records of a customer of a utility."
    SCHOOL_RECORDS = auto(), "Records of pupils or students."
    VOTER_RECORDS = auto(), "Records of voters or of their registration."
    EMAIL = auto(), "E-mail addresses."
    IMMIGRATION_STATUS = auto(), "Immigration status or papers."
    SUPERVISION_RECORDS = auto(), "Records of parole, probation or other supervision."
    POLICIES = auto(), "Rules and internal papers of a program."
    I9_FORMS = auto(), "Employment eligibility forms."
    FAMILY = auto(), "Relatives, or whom to call in an emergency."
    INTERVIEW = auto(), "That the agency may interview people."
    PERSON = auto(), "Information on named or counted people, without saying which."
