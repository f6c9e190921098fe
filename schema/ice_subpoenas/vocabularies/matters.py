"""Codes of events, court matters, grounds and policies."""

from enum import auto

from ..row import Vocabulary


class EventKind(Vocabulary):
    """What happened to the subpoenas."""

    ISSUED = auto(), "The agency issued the subpoenas."
    SERVED = auto(), "The subpoenas reached the recipient."
    RESPONSE = (
        auto(),
        "The recipient, or whoever speaks for it, answered: it said that it would comply, or not, "
        "or on what terms, or that it was reviewing the paper; or it wrote back to the agency.",
    )
    NO_PRODUCTION = (
        auto(),
        "A source says that by that day nothing had been given, or that it had not complied.",
    )
    PRODUCTION = auto(), "The recipient produced what was asked, or a part."
    THREAT = (
        auto(),
        "The government announced that it would ask a court if the recipient did not comply. If "
        "it said only that it could, or if somebody else says so, the event is a statement.",
    )
    PETITION = auto(), "The government asked a court to enforce."
    SUIT = auto(), "Somebody else went to court over the subpoenas."
    MOTION = auto(), "A party asked the court for something other than enforcement."
    OPPOSITION = (
        auto(),
        "A party told the court why it should not grant what another had asked for.",
    )
    HEARING = auto(), "A court heard the parties."
    HEARING_SET = (
        auto(),
        "A court set a hearing: `occurred` is the day set for it, and no source here says that "
        "it was held.",
    )
    ORDER = auto(), "A court ruled."
    APPEAL = auto(), "Somebody appealed against a ruling."
    NO_APPEAL = auto(), "A party would not appeal, as it said or as a source writes."
    STIPULATION = (
        auto(),
        "The parties agreed on how to go on, such as on a later day, or to wait for a ruling.",
    )
    SETTLEMENT = auto(), "The parties settled, and so ended the matter."
    WITHDRAWAL = auto(), "The agency withdrew the subpoenas, or others took their place."
    STATEMENT = (
        auto(),
        "Words about the subpoenas that are no answer: on their grounds or a ruling, of a body "
        "that does not speak for the recipient, or of the recipient on why or how it had answered.",
    )
    REPORT = (
        auto(),
        "A newsroom or writer reported on the subpoenas, or summed up what came of them.",
    )


class Decides(Vocabulary):
    """What a ruling decides."""

    ENFORCEMENT = auto(), "Whether the recipient must comply."
    QUASHING = auto(), "Whether the paper is set aside."
    PROHIBITION = auto(), "Whether somebody is forbidden to comply."
    STAY = auto(), "Whether an order on enforcement is suspended."
    APPEAL = auto(), "An appeal against an order on enforcement."
    OTHER = auto(), "Something else, such as a dismissal, standing or sealing."


class Result(Vocabulary):
    """What came of an answer, a production or a ruling."""

    REVIEWING = (
        auto(),
        "Answer: the recipient is studying the paper, or asks for more before it answers.",
    )
    AGREED = auto(), "Answer: the recipient will produce."
    AGREED_IN_PART = auto(), "Answer: the recipient will produce a part of what was asked."
    DECLINED = auto(), "Answer: the recipient will not comply."
    UNABLE = auto(), "Answer: the recipient cannot produce."
    WHOLE = auto(), "Production: what was asked, or words that say only that it complied."
    PART = auto(), "Production: a part of it."
    GRANTED = auto(), "Ruling: what was asked of the court is granted."
    GRANTED_IN_PART = (
        auto(),
        "Ruling: a part of what was asked is refused, by most of the independent sources on it.",
    )
    DENIED = auto(), "Ruling: it is denied, or the court declined to grant or to issue it."
    DISMISSED = auto(), "Ruling: the case is dismissed."
    AFFIRMED = auto(), "Ruling on an appeal: the order stands."
    REVERSED = auto(), "Ruling on an appeal: the order is reversed."
    VACATED = auto(), "Ruling on an appeal: the order is set aside."


class ProceedingKind(Vocabulary):
    """Who asked a court, and for what."""

    ENFORCEMENT = auto(), "The government asks a court to enforce the subpoenas."
    RECIPIENT_SUIT = auto(), "The recipient asks a court."
    STAFF_SUIT = auto(), "Somebody who works for the recipient asks a court."
    THIRD_PARTY_SUIT = auto(), "Somebody else asks a court."
    GRAND_JURY = auto(), "A matter of a grand jury."


class Side(Vocabulary):
    """On whose side a ground is: the side whose reason it is, even if somebody else reports it."""

    AGENCY = auto(), "The issuing agency, its department, or the government's lawyers."
    RECIPIENT = (
        auto(),
        "The body that received the subpoenas, its city or county, or who speaks for them, such "
        "as the mayor or the chair of a board; for a body of a state, also the state's lawyers; of "
        "a reason that is given with an answer, whoever answers.",
    )
    SUPERIOR = (
        auto(),
        "A state or its officers toward a city or county; the governor toward a body of the state, "
        "except in an answer for the state.",
    )
    STAFF = auto(), "Somebody who works for the recipient and does not speak for it."
    SUBJECT = (
        auto(),
        "A person about whom information is asked, or somebody who speaks for that person.",
    )
    COURT = auto(), "A court."
    WRITER = auto(), "The writer of a source, in the writer's own words."
    OTHER = (
        auto(),
        "Somebody else, such as a group or a lawmaker; or one member of a board or council, unless "
        "the words have the member speak for it.",
    )


class Toward(Vocabulary):
    """What a ground is given for."""

    ISSUING = auto(), "Issuing the subpoenas."
    ASKING = auto(), "Asking a court what to do."
    REFUSING = auto(), "Refusing to comply, or forbidding it."
    COMPLYING = auto(), "Complying."
    ENFORCING = auto(), "Enforcing the subpoenas in court."
    QUASHING = auto(), "Setting the subpoenas aside."


class Ground(Vocabulary):
    """A reason that somebody gives."""

    AUTHORITY_CLAIMED = auto(), "The law gives the agency the power to ask."
    AUTHORITY_DENIED = auto(), "The agency lacks the power to ask, or goes beyond its power."
    DUTY_TO_COMPLY = auto(), "The recipient must comply, by law."
    NO_DUTY = auto(), "The recipient need not comply or help, by law."
    RELEVANT_AND_REASONABLE = auto(), "What is asked for is relevant, or is reasonable."
    PUBLIC_SAFETY = auto(), "The safety of the public is served."
    LOCATE_PEOPLE = auto(), "The information helps to find people whom the agency looks for."
    EMPLOYMENT_INVESTIGATION = auto(), "Employers are being investigated for whom they hire."
    BENEFITS_INVESTIGATION = auto(), "The lawful use of a public benefit is being investigated."
    CARE_OF_CHILDREN = auto(), "Children are to be kept safe."
    COOPERATION_REFUSED = (
        auto(),
        "Help that was asked for earlier was refused, or a law forbade it.",
    )
    CRIMINAL_INVESTIGATION = auto(), "A crime is being investigated."
    IMMIGRATION_ENFORCEMENT = (
        auto(),
        "Immigration law is to be enforced: people are to be removed, or it is being investigated "
        "whether they broke that law or may be removed.",
    )
    PENALTY_FOR_REFUSING = (
        auto(),
        "Whoever does not comply could be punished, be sued or lose money.",
    )
    PENALTY_FOR_COMPLYING = (
        auto(),
        "Whoever complies could be punished, be sued or lose money.",
    )
    NOT_COURT_ISSUED = auto(), "No court issued the subpoena, or no judge signed it."
    NO_CRIMINAL_INVESTIGATION = (
        auto(),
        "The matter is civil, or nothing shows that a crime is being investigated.",
    )
    STATE_OR_LOCAL_LAW_FORBIDS = auto(), "State or local law forbids an answer."
    FEDERAL_CONFIDENTIALITY = auto(), "Federal law keeps the records secret."
    TENTH_AMENDMENT = auto(), "The Constitution leaves the matter to the states."
    PRIVACY = auto(), "The privacy of people would suffer."
    HARM_TO_PROGRAM = auto(), "People would stop trusting or using a public service."
    BURDEN = auto(), "An answer takes work or money that the recipient needs elsewhere."
    BREADTH = auto(), "What is asked is too much, too vague, or not relevant."
    NO_SUCH_RECORDS = auto(), "There are no such records, or the recipient has none."
    IMPROPER_PURPOSE = (
        auto(),
        "The purpose is improper: political, to punish or frighten, to get around a law, or in "
        "some other way not in good faith.",
    )
    LAWS_CONFLICT = auto(), "State and federal law conflict, or the law is unclear."
    LAWS_AGREE = auto(), "State and federal law do not conflict."
    LAW_ALLOWS = auto(), "Federal, state or local law allows an answer."
    NO_LEGAL_BASIS = auto(), "The objection to the subpoena has no basis in law."
    NONJUSTICIABLE = auto(), "The objection to the subpoena is not for a court to weigh."
    NOT_SHOWN = auto(), "What the objection to the subpoena claims was not shown."
    ROUTINE_COMPLIANCE = auto(), "The recipient routinely answers such papers."
    PUBLIC_RECORD = auto(), "What is asked is open to anybody."
    OFFICIAL_DUTY = auto(), "The official's oath or office requires it."
    INFORMATION_HELD = auto(), "The agency has the information already, or can get it."
    DUE_PROCESS = auto(), "People would lose rights without a fair proceeding."
    NO_INJURY = auto(), "The one who asks the court has suffered no harm that a court could repair."
    OTHER = auto(), "Another reason."


class Held(Vocabulary):
    """What a court made of a ground."""

    ACCEPTED = auto(), "A court accepted it."
    REJECTED = auto(), "A court rejected it."
    NOT_REACHED = auto(), "A court said that it need not decide on it."


class PolicyTopic(Vocabulary):
    """What a statement on policy or law is about."""

    DETAINERS = auto(), "Whether detainers are honored."
    COOPERATION = auto(), "Whether local bodies work with immigration authorities."
    NOTIFICATION = auto(), "Whether notice of a release, or information, is given."
    SUBPOENA_COMPLIANCE = auto(), "Which subpoenas a government answers."
    SUBPOENA_AUTHORITY = auto(), "What empowers an agency to issue or enforce subpoenas."
    SUBPOENA_REACH = auto(), "What a subpoena may require, and on which matters."
    SUBPOENA_PRACTICE = auto(), "To whom, and how often, such subpoenas are sent."
    FEDERAL_LAW = auto(), "Whether a policy accords with federal law."
    FUNDING = auto(), "Whether federal funds may be withheld."
    LICENSES = auto(), "Whether driving licenses are issued whatever a person's status."
    VOTER_REGISTRATION = auto(), "How voters are registered."


class PolicyPosition(Vocabulary):
    """What the statement says the policy or law is."""

    HONORS = auto(), "Detainers, or most of them, are honored."
    DOES_NOT_HONOR = auto(), "Detainers, or most of them, are not honored."
    NOTIFIES = auto(), "Notice of a release, or information on it, is given."
    DOES_NOT_NOTIFY = auto(), "Notice of a release, or information on it, is not given."
    HANDS_OVER = auto(), "A person is handed over to immigration authorities."
    DOES_NOT_HAND_OVER = auto(), "A person is not handed over to immigration authorities."
    FORBIDS_DETENTION = (
        auto(),
        "Detaining people on a detainer, or for their immigration status alone, is forbidden or "
        "restricted.",
    )
    FORBIDS_COOPERATION = auto(), "Working with immigration authorities is forbidden or restricted."
    REQUIRES_COOPERATION = auto(), "Working with immigration authorities is required."
    DOES_NOT_COOPERATE = auto(), "The government does not work with immigration authorities."
    DOES_COOPERATE = auto(), "Local bodies work with immigration authorities."
    ONLY_COURT_ORDERED = (
        auto(),
        "Subpoenas are answered only if court-ordered or for a criminal investigation.",
    )
    ONLY_ON_CONDITIONS = (
        auto(),
        "Information is given only on the conditions that the statement names.",
    )
    COMPLIES = auto(), "The policy, or what the government does, accords with the law."
    MAY_VIOLATE = auto(), "The policy may be contrary to federal law."
    BROKE_LAW = auto(), "The government has broken a law."
    AUTHORIZED = auto(), "The law gives the power."
    TRANSFER_AFTER_CONVICTION = (
        auto(),
        "A person is handed over to immigration authorities once convicted of a crime, or of "
        "certain crimes.",
    )
    ALLOWS = auto(), "A policy or bill allows what the statement names."
    THREATENED_TO_WITHHOLD = auto(), "Funds were to be withheld."
    FUNDS_WITHHELD = auto(), "Funds were withheld."
    USUAL_PRACTICE = auto(), "What is usually done."
    UNUSUAL_PRACTICE = auto(), "It is not usually done."
    CRITICIZED = auto(), "What is wrong with it, in the view of whoever makes the statement."
    MAY_EXPAND = auto(), "It may be done more often, or elsewhere."
    NOT_COURT_ISSUED = auto(), "Such subpoenas come from no court."
    FIRST_USE = auto(), "It had not been done before."
    ENFORCED_ONLY_BY_COURT = (
        auto(),
        "Such subpoenas do not enforce themselves: only a court can order compliance.",
    )
    COURT_MAY_COMPEL = auto(), "A court may order compliance, or punish its refusal."
