"""Codes of events, court matters, grounds and policies."""

from ..row import Vocabulary


class EventKind(Vocabulary):
    """What happened to the subpoenas."""

    ISSUED = "issued", "The agency issued the subpoenas."
    SERVED = "served", "The subpoenas reached the recipient."
    RESPONSE = (
        "response",
        "The recipient, or whoever speaks for it, said what it did or would do on the paper: to "
        "the agency, a court or the press.",
    )
    NO_PRODUCTION = "no_production", "A source says that nothing had been given by that day."
    PRODUCTION = "production", "The recipient produced what was asked, or a part."
    THREAT = (
        "threat",
        "The government announced that it would ask a court if the recipient did not comply. "
        "If it said only that it could, the event is a statement.",
    )
    PETITION = "petition", "The government asked a court to enforce."
    SUIT = "suit", "Somebody else went to court over the subpoenas."
    MOTION = "motion", "A party asked the court for something other than enforcement."
    OPPOSITION = "opposition", "The recipient opposed enforcement in court."
    HEARING = "hearing", "A court heard the parties."
    HEARING_SET = (
        "hearing_set",
        "A court set a hearing: `occurred` is the day set for it, and no source here says that it "
        "was held.",
    )
    ORDER = "order", "A court ruled."
    APPEAL = "appeal", "Somebody appealed against a ruling."
    NO_APPEAL = "no_appeal", "A party said that it would not appeal."
    STIPULATION = (
        "stipulation",
        "The parties agreed on how to go on, such as on a later day, or to wait for a ruling.",
    )
    SETTLEMENT = "settlement", "The parties settled, and so ended the matter."
    WITHDRAWAL = "withdrawal", "The agency withdrew the subpoenas, or others took their place."
    STATEMENT = (
        "statement",
        "A party spoke about the subpoenas, and did not say what it did or would do on them.",
    )
    REPORT = (
        "report",
        "A newsroom or writer reported on the subpoenas, or summed up what came of them.",
    )


class Decides(Vocabulary):
    """What a ruling decides."""

    ENFORCEMENT = "enforcement", "Whether the recipient must comply."
    QUASHING = "quashing", "Whether the paper is set aside."
    PROHIBITION = "prohibition", "Whether somebody is forbidden to comply."
    STAY = "stay", "Whether an order on enforcement is suspended."
    APPEAL = "appeal", "An appeal against an order on enforcement."
    OTHER = "other", "Something else, such as a dismissal, standing or sealing."


class Result(Vocabulary):
    """What came of an answer, a production or a ruling."""

    REVIEWING = (
        "reviewing",
        "Answer: the recipient is studying the paper, or asks for more before it answers.",
    )
    AGREED = "agreed", "Answer: the recipient will produce."
    AGREED_IN_PART = (
        "agreed_in_part",
        "Answer: the recipient will produce a part of what was asked.",
    )
    DECLINED = "declined", "Answer: the recipient will not comply."
    UNABLE = "unable", "Answer: the recipient cannot produce."
    WHOLE = "whole", "Production: what was asked, or words that say only that it complied."
    PART = "part", "Production: a part of it."
    GRANTED = "granted", "Ruling: what was asked of the court is granted."
    GRANTED_IN_PART = (
        "granted_in_part",
        "Ruling: a part of what was asked is refused, by most of the independent sources on it.",
    )
    DENIED = "denied", "Ruling: it is denied."
    DISMISSED = "dismissed", "Ruling: the case is dismissed."
    AFFIRMED = "affirmed", "Ruling on an appeal: the order stands."
    REVERSED = "reversed", "Ruling on an appeal: the order is reversed."
    VACATED = "vacated", "Ruling on an appeal: the order is set aside."


class ProceedingKind(Vocabulary):
    """Who asked a court, and for what."""

    ENFORCEMENT = "enforcement", "The government asks a court to enforce the subpoenas."
    RECIPIENT_SUIT = "recipient_suit", "The recipient asks a court."
    STAFF_SUIT = "staff_suit", "Somebody who works for the recipient asks a court."
    THIRD_PARTY_SUIT = "third_party_suit", "Somebody else asks a court."
    GRAND_JURY = "grand_jury", "A matter of a grand jury."


class Side(Vocabulary):
    """On whose side a ground is: the side whose reason it is, even if somebody else tells it."""

    AGENCY = "agency", "The issuing agency, its department, or the government's lawyers."
    RECIPIENT = (
        "recipient",
        "The body that received the subpoenas, its city or county, or who speaks for them, such as "
        "the mayor; for a body of a state, also the state's lawyers.",
    )
    SUPERIOR = (
        "superior",
        "A state or its officers toward a city or county; the governor toward a body of the state.",
    )
    STAFF = "staff", "Somebody who works for the recipient and does not speak for it."
    SUBJECT = (
        "subject",
        "A person about whom information is asked, or somebody who speaks for that person.",
    )
    COURT = "court", "A court."
    OTHER = "other", "Somebody else, such as a group, a lawmaker or a writer."


class Toward(Vocabulary):
    """What a ground is given for."""

    ISSUING = "issuing", "Issuing the subpoenas."
    ASKING = "asking", "Asking a court what to do."
    REFUSING = "refusing", "Refusing to comply, or forbidding it."
    COMPLYING = "complying", "Complying."
    ENFORCING = "enforcing", "Enforcing the subpoenas in court."
    QUASHING = "quashing", "Setting the subpoenas aside."


class Ground(Vocabulary):
    """A reason that somebody gives."""

    AUTHORITY_CLAIMED = "authority_claimed", "The law gives the agency the power to ask."
    DUTY_TO_COMPLY = "duty_to_comply", "The recipient must comply, by law."
    RELEVANT_AND_REASONABLE = (
        "relevant_and_reasonable",
        "What is asked for is relevant, or is reasonable.",
    )
    PUBLIC_SAFETY = "public_safety", "The public is safer for it."
    LOCATE_PEOPLE = "locate_people", "It helps to find people whom the agency looks for."
    EMPLOYMENT_INVESTIGATION = (
        "employment_investigation",
        "Employers are being investigated for whom they hire.",
    )
    BENEFITS_INVESTIGATION = (
        "benefits_investigation",
        "The lawful use of a public benefit is being investigated.",
    )
    CARE_OF_CHILDREN = "care_of_children", "Children are to be kept safe."
    COOPERATION_REFUSED = (
        "cooperation_refused",
        "Help that was asked for earlier was refused, or a law forbade it.",
    )
    CRIMINAL_INVESTIGATION = (
        "criminal_investigation",
        "A crime is being investigated, so that the law allows an answer.",
    )
    PENALTY_FEARED = "penalty_feared", "Not complying could be punished."
    NOT_COURT_ISSUED = "not_court_issued", "No court issued it, or no judge signed it."
    NO_CRIMINAL_INVESTIGATION = (
        "no_criminal_investigation",
        "Nothing shows that a crime is being investigated.",
    )
    STATE_OR_LOCAL_LAW_FORBIDS = (
        "state_or_local_law_forbids",
        "State or local law forbids an answer.",
    )
    FEDERAL_CONFIDENTIALITY = "federal_confidentiality", "Federal law keeps the records secret."
    TENTH_AMENDMENT = "tenth_amendment", "The Constitution leaves it to the states."
    PRIVACY = "privacy", "The privacy of people would suffer."
    HARM_TO_PROGRAM = "harm_to_program", "People would stop trusting or using a public service."
    BURDEN = "burden", "An answer takes work or means that the recipient needs for other things."
    BREADTH = "breadth", "What is asked is too much, or too vague."
    NO_SUCH_RECORDS = "no_such_records", "There are no such records, or the recipient has none."
    IMPROPER_PURPOSE = "improper_purpose", "The purpose is political, or to punish or frighten."
    LAWS_CONFLICT = "laws_conflict", "State and federal law conflict, or the law is unclear."
    LAWS_AGREE = "laws_agree", "State and federal law do not conflict."
    LAW_ALLOWS = "law_allows", "State or local law allows an answer."
    NO_LEGAL_BASIS = "no_legal_basis", "The objection to it has no basis in law."
    NONJUSTICIABLE = "nonjusticiable", "The objection to it is not for a court to weigh."
    NOT_SHOWN = "not_shown", "What the objection to it says was not shown."
    ROUTINE_COMPLIANCE = "routine_compliance", "The recipient routinely answers such papers."
    PUBLIC_RECORD = "public_record", "What is asked is open to anybody."
    OFFICIAL_DUTY = "official_duty", "The official's oath or office requires it."
    INFORMATION_HELD = "information_held", "The agency has the information already, or can get it."
    DUE_PROCESS = "due_process", "People would lose rights without a fair proceeding."
    NO_INJURY = (
        "no_injury",
        "The one who asks the court has suffered no harm that a court could repair.",
    )
    OTHER = "other", "Another reason."


class Held(Vocabulary):
    """What a court made of a ground."""

    ACCEPTED = "accepted", "A court accepted it."
    REJECTED = "rejected", "A court rejected it."
    NOT_REACHED = "not_reached", "A court said that it need not decide on it."


class PolicyTopic(Vocabulary):
    """What a statement on policy or law is about."""

    DETAINERS = "detainers", "Whether detainers are honored."
    COOPERATION = "cooperation", "Whether local bodies work with immigration authorities."
    NOTIFICATION = "notification", "Whether notice of a release, or information, is given."
    SUBPOENA_COMPLIANCE = "subpoena_compliance", "Which subpoenas a government answers."
    SUBPOENA_AUTHORITY = (
        "subpoena_authority",
        "What empowers an agency to issue or enforce subpoenas.",
    )
    SUBPOENA_REACH = "subpoena_reach", "What a subpoena may require, and on which matters."
    SUBPOENA_PRACTICE = "subpoena_practice", "To whom, and how often, such subpoenas are sent."
    FEDERAL_LAW = "federal_law", "Whether a policy accords with federal law."
    FUNDING = "funding", "Whether federal funds may be withheld."
    LICENSES = "licenses", "Whether driving licenses are issued whatever a person's status."
    VOTER_REGISTRATION = "voter_registration", "How voters are registered."


class PolicyPosition(Vocabulary):
    """What the statement says the policy or law is."""

    DOES_NOT_HONOR = "does_not_honor", "Detainers, or requests for notice, are not honored."
    FORBIDS_COOPERATION = (
        "forbids_cooperation",
        "Working with immigration authorities is forbidden or restricted.",
    )
    REQUIRES_COOPERATION = (
        "requires_cooperation",
        "Working with immigration authorities is required.",
    )
    DOES_NOT_COOPERATE = (
        "does_not_cooperate",
        "The government does not work with immigration authorities.",
    )
    DOES_COOPERATE = "does_cooperate", "Local bodies work with immigration authorities."
    ONLY_COURT_ORDERED = (
        "only_court_ordered",
        "Subpoenas are answered only if court-ordered or for a criminal investigation.",
    )
    COMPLIES = "complies", "The policy accords with federal law."
    MAY_VIOLATE = "may_violate", "The policy may be contrary to federal law."
    AUTHORIZED = "authorized", "The law gives the power."
    TRANSFER_AFTER_CONVICTION = (
        "transfer_after_conviction",
        "A person is handed over once convicted.",
    )
    ALLOWS = "allows", "The policy or bill allows it."
    THREATENED_TO_WITHHOLD = "threatened_to_withhold", "Funds were to be withheld."
    USUAL_PRACTICE = "usual_practice", "What is usually done."
    UNUSUAL_PRACTICE = "unusual_practice", "It is not usually done."
    MAY_EXPAND = "may_expand", "It may be done more often, or elsewhere."
    NOT_COURT_ISSUED = "not_court_issued", "Such subpoenas come from no court."
    FIRST_USE = "first_use", "It had not been done before."
    COURT_MAY_COMPEL = "court_may_compel", "A court may order compliance, or punish its refusal."
