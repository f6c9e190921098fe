"""Every closed list of codes, with a definition for each; some are broader than others."""

from .row import Vocabulary


class Tier(Vocabulary):
    """How far a row can be checked."""

    HELD_TEXT = "held_text", "At least one piece of evidence is words of a text that we hold."
    CITED = "cited", "All evidence is in documents that we cite and do not hold."


class SourceKind(Vocabulary):
    """What kind of document a source is."""

    NEWS_ARTICLE = "news_article", "An article that a news or opinion outlet published."
    PRESS_RELEASE = "press_release", "A release that a public body published."
    COURT_DOCUMENT = "court_document", "An opinion, order, petition or other court filing."
    LAW = "law", "A statute, regulation or ordinance."
    REFERENCE = "reference", "A register or table of identifiers."
    OTHER = "other", "Another kind of document."


class DateBasis(Vocabulary):
    """What a date rests on, from the most to the least direct."""

    STATED = "stated", "The words give the date."
    CITED = "cited", "A document that we cite and do not hold gives the date."
    RELATIVE_TO_STATED = "relative_to_stated", "The words count from another date of the dataset."
    RELATIVE_TO_PUBLICATION = (
        "relative_to_publication",
        "The words count from the day a source was published ('Friday', 'last week').",
    )
    INFERRED = "inferred", "A person's reasoning, written down with the evidence."


class JurisdictionKind(Vocabulary):
    """What level of government a jurisdiction is."""

    STATE = "state", "A state."
    COUNTY = "county", "A county."
    CITY = "city", "A city or town, also one that is a county as well."


class AgencyKind(Vocabulary):
    """What sort of body an agency is."""

    FEDERAL = "federal", "A body of the U.S. government."
    STATE = "state", "A body of a state."
    LOCAL = "local", "A body of a city or county, or the city or county government as a whole."
    COURT = "court", "A court."
    NEWS = "news", "A newspaper, broadcaster, news agency or website."
    FOREIGN = "foreign", "A body of another country."
    OTHER = "other", "Another organization."


class Instrument(Vocabulary):
    """The kind of legal paper."""

    ADMINISTRATIVE_SUBPOENA = (
        "administrative_subpoena",
        "A subpoena that an agency issues under immigration law without a court; "
        "sources also call it an immigration subpoena.",
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
    LETTER = "letter", "A letter that asks for information without any power to compel."


COUNTED = ("administrative_subpoena", "i9_subpoena")
"""Instruments that are subpoenas of the kind this dataset counts."""

ADJACENT = tuple(code for code in Instrument.codes() if code not in COUNTED)
"""Instruments of adjacent papers: no row in `subpoenas`, no number of subpoenas, no group."""


class ResponseStatus(Vocabulary):
    """What the recipient answered, as far as the sources say."""

    REFUSED = "refused", "The recipient says that it will not comply."
    UNDER_REVIEW = "under_review", "The recipient says that it is still studying the subpoenas."
    AGREED = "agreed", "The recipient says that it will produce; no production is reported."
    COMPLIED = "complied", "The recipient produced what was asked."
    PARTIAL = "partial", "The recipient produced a part of what was asked."
    NOT_PRODUCED = "not_produced", "Nothing was produced; no refusal in words is reported."
    PRODUCED_AFTER_ORDER = (
        "produced_after_order",
        "The recipient produced after a court ordered it to.",
    )
    UNKNOWN = "unknown", "A source says that the answer is not known."


class EnforcementStatus(Vocabulary):
    """How far enforcement in court has gone."""

    THREATENED = (
        "threatened",
        "The agency, or the government's lawyers, said they would go to court.",
    )
    PETITION_FILED = "petition_filed", "The government asked a court to enforce."
    ORDERED = "ordered", "A court ordered compliance, in full or in part."
    DENIED = "denied", "A court refused to enforce."
    ENJOINED = "enjoined", "A court forbade the recipient to comply."
    QUASHED = "quashed", "A court set the paper aside."
    NONE_NEEDED = "none_needed", "The recipient complied and nothing was left to enforce."


class Outcome(Vocabulary):
    """How the matter ended, or stands."""

    PRODUCED = "produced", "What was asked was produced."
    PRODUCED_IN_PART = "produced_in_part", "A part of what was asked was produced."
    NOT_PRODUCED = "not_produced", "Nothing was produced."
    APPEAL_PENDING = "appeal_pending", "An appeal against an order was pending when last reported."


class InformationKind(Vocabulary):
    """A kind of information that a batch of subpoenas asks for."""

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
    EMAIL = "email", "E-mail addresses."
    IMMIGRATION_STATUS = "immigration_status", "Immigration status or papers."
    SUPERVISION_RECORDS = (
        "supervision_records",
        "Records of parole, probation or other supervision.",
    )
    POLICIES = "policies", "Rules and internal papers of a program."
    I9_FORMS = "i9_forms", "Employment eligibility forms."
    PERSON = "person", "Information on named or counted people, without saying which."


class PersonRole(Vocabulary):
    """Why a source refers to a person."""

    SUBPOENA_SUBJECT = "subpoena_subject", "A person on whom a subpoena asks for information."
    CONTEXT_CASE = "context_case", "A person whose own case is told as background."
    CONTEXT_GROUP = "context_group", "Several people known only by a number."
    VICTIM = "victim", "A person whom an offense harmed."
    OFFICIAL = "official", "A person who holds, or seeks, public office, in that role."
    SPOKESPERSON = "spokesperson", "A person who speaks for a public body."
    JOURNALIST = "journalist", "A person who wrote or reported."


class NamingDecision(Vocabulary):
    """Why a name is, or is not, published."""

    PUBLIC_ROLE = "public_role", "Acts in a public office or speaks for one; named in that role."
    BYLINE = "byline", "Signed the article."
    NAMED_IN_HELD_SOURCE = (
        "named_in_held_source",
        "A private person whom a held source already names in public.",
    )
    NAMED_IN_COURT_RECORD = "named_in_court_record", "A private person whom a court document names."
    NOT_NAMED = "not_named", "No source of the row names the person."
    NAME_LEFT_OUT = "name_left_out", "A source names the person; we do not."


class QuoteKind(Vocabulary):
    """What a passage is."""

    DIRECT = "direct", "One or more whole sentences of a speaker inside quotation marks."
    PARTIAL = "partial", "A fragment of a speaker's words inside the reporter's own sentence."
    SCARE = (
        "scare",
        "Words in marks that are nobody's statement: the writer's distance or emphasis.",
    )
    TITLE = "title", "Words in marks that name a thing."
    INDIRECT = "indirect", "A statement reported without quotation marks."


class Region(Vocabulary):
    """What part of a page a span lies in, and so what it may support."""

    HEADLINE = "headline", "The article's own headline; may support everything."
    DECK = "deck", "The line under the headline; may support everything."
    BODY = "body", "The article's own running text; may support everything."
    EMBEDDED = (
        "embedded",
        "Another document's words, reproduced; evidence belongs to that document.",
    )
    BYLINE = "byline", "Who wrote it and for whom; supports sources and their relations only."
    IMAGE_CREDIT = "image_credit", "Who made a picture; supports sources and their relations only."
    BOILERPLATE = (
        "boilerplate",
        "Standing text of a site; supports sources and their relations only.",
    )
    CAPTION = "caption", "Text of the article's own picture; also supports names and titles."
    RELATED_HEADLINE = "related_headline", "Headline of another story; supports nothing."
    COMMENTS = "comments", "What readers wrote; supports nothing."


class FactKind(Vocabulary):
    """What is reported of a person, or of a batch's people."""

    ARREST = "arrest", "Was arrested, for an offense if one is named."
    ACCUSATION = "accusation", "Is said to have committed an offense, without a stage of procedure."
    CHARGE = "charge", "Was charged with an offense."
    CONVICTION = "conviction", "Was convicted of an offense."
    INCARCERATION = "incarceration", "Was jailed earlier, for an offense if one is named."
    WANTED = "wanted", "Is wanted by an authority."
    CUSTODY = "custody", "Is, or was, held."
    EXPECTED_RELEASE = "expected_release", "Is, or is not, expected to be released."
    RELEASE = "release", "Was released from custody."
    DETAINER_LODGED = "detainer_lodged", "An immigration detainer was lodged against the person."
    DETAINER_DECLINED = "detainer_declined", "A detainer was, or will be, not honored."
    NOTIFICATION_REQUESTED = "notification_requested", "Notice before release was requested."
    NOTIFICATION_DECLINED = (
        "notification_declined",
        "A request for notice before release was not honored.",
    )
    PRIOR_REMOVAL = "prior_removal", "Had been deported before."
    REENTRY = "reentry", "Came back into the country after a removal."
    DEATH = "death", "Died."
    INJURY = "injury", "Was hurt."


class Modality(Vocabulary):
    """The procedural word that the words hold, or else how the fact is put."""

    ASSERTED = "asserted", "The source states it as a fact."
    ARRESTED = "arrested", "The words say arrested."
    CHARGED = "charged", "The words say charged, or on charges."
    CONVICTED = "convicted", "The words say convicted."
    JAILED = "jailed", "The words say jailed."
    WANTED = "wanted", "The words say wanted."
    ACCUSED = "accused", "The words say accused."
    ALLEGED = "alleged", "The words say alleged, allegedly or suspected."
    DENIED = "denied", "The words deny it."
    THREATENED = "threatened", "The words threaten it."
    PREDICTED = "predicted", "The words expect it or say that it will happen."


class Offense(Vocabulary):
    """The offense that the words name, in neutral words. A stage of procedure is not part of it."""

    MURDER = "murder", "Murder.", "homicide"
    HOMICIDE = "homicide", "Homicide, without saying of what degree.", "violent_crime"
    RAPE = "rape", "Rape.", "sexual_abuse"
    ATTEMPTED_RAPE = "attempted_rape", "Attempted rape.", "crime"
    SEXUAL_ABUSE = "sexual_abuse", "Sexual abuse, in the words of the source.", "violent_crime"
    SEXUAL_ASSAULT = (
        "sexual_assault",
        "Sexual assault, in the words of the source.",
        "violent_crime",
    )
    CHILD_ABUSE = "child_abuse", "Child abuse.", "violent_crime"
    ASSAULT = "assault", "Assault, or an attack on a person.", "violent_crime"
    ATTEMPTED_ASSAULT = "attempted_assault", "Attempted assault.", "crime"
    UNLAWFUL_IMPRISONMENT = "unlawful_imprisonment", "Unlawful imprisonment.", "crime"
    WEAPON_POSSESSION = "weapon_possession", "Criminal possession of a weapon.", "weapons"
    WEAPONS = "weapons", "A weapons offense that the words do not specify.", "crime"
    DRUG_TRAFFICKING = "drug_trafficking", "Drug trafficking.", "drug_crimes"
    DRUG_CRIMES = "drug_crimes", "Drug offenses that the words do not specify.", "crime"
    MANSLAUGHTER = "manslaughter", "Manslaughter.", "homicide"
    ROBBERY = "robbery", "Robbery.", "violent_crime"
    DRIVING_UNDER_INFLUENCE = "driving_under_influence", "Driving under the influence.", "crime"
    DOMESTIC_VIOLENCE = "domestic_violence", "Domestic violence.", "violent_crime"
    HIT_AND_RUN = (
        "hit_and_run",
        "Leaving the scene of a crash, also one that killed somebody.",
        "crime",
    )
    VIOLENT_CRIME = "violent_crime", "A violent crime that the words do not specify.", "crime"
    CRIME = "crime", "A crime that the words do not specify."


class EventKind(Vocabulary):
    """What happened to the subpoenas."""

    ISSUED = "issued", "The agency issued the subpoenas."
    SERVED = "served", "The subpoenas reached the recipient."
    RESPONSE = "response", "The recipient answered, or said how it would."
    THREAT = "threat", "The agency said that it would go to court."
    PETITION = "petition", "The government asked a court to enforce."
    SUIT = "suit", "Somebody else went to court over the subpoenas."
    ORDER = "order", "A court ruled."
    MOTION = "motion", "A party asked the court for something other than enforcement."
    HEARING = "hearing", "A court heard the parties."
    OPPOSITION = "opposition", "The recipient opposed enforcement in court."
    APPEAL = "appeal", "Somebody appealed against a ruling."
    NO_APPEAL = "no_appeal", "A party said that it would not appeal."
    PRODUCTION = "production", "The recipient produced what was asked, or a part."
    STATEMENT = "statement", "A party spoke in public about the subpoenas."
    REPORT = "report", "A news organization reported on the subpoenas."


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
    FIRST_USE = "first_use", "It had not been done before."
    COURT_MAY_COMPEL = "court_may_compel", "A court may order compliance, or punish its refusal."


class SourceRelationKind(Vocabulary):
    """How one source depends on another."""

    REPRODUCES = "reproduces", "Prints a passage of the other document as its own block."
    REPRINTS = "reprints", "Prints the whole of the other document."
    QUOTES = "quotes", "Quotes words of the other document."
    REPORTS = "reports", "Reports what the other document says."
    CREDITS = "credits", "Names the other document or body as where its words or picture come from."
    SHARES_TEXT = "shares_text", "Prints the same passage; which took it from which is not said."


class HopKind(Vocabulary):
    """What an actor did in the chain from a speaker to the page."""

    SPEAKER = "speaker", "Said or wrote the words."
    PRESS_RELEASE = "press_release", "Published the words in a release."
    REPORTED = "reported", "Reported the words before this source did."
    RECEIVED = "received", "Was told the words by the speaker."
    PRINTED = "printed", "Printed the words: the source of the row."


class Absence(Vocabulary):
    """Why a claim is null."""

    NOT_STATED = "not_stated", "The sources do not say."
    NOT_APPLICABLE = "not_applicable", "The question does not arise for this row."
    WITHHELD = "withheld", "A source says that it is kept back, or we keep it back."
    AMBIGUOUS = "ambiguous", "The words can be read in more than one way."
    CONFLICTING = "conflicting", "The sources disagree and the conflict is unresolved."


class Stance(Vocabulary):
    """How a piece of evidence stands to the published value."""

    SUPPORTS = "supports", "Gives the published value."
    BROADER = (
        "broader",
        "Gives a broader code, or a wider set of days, that holds the published value.",
    )
    CONTESTS = "contests", "Gives another value; a conflict record says what we did."
    BEARS_ON = "bears_on", "Bears on a null, or on a group that proves the value only together."


class Derivation(Vocabulary):
    """How the value follows from the words."""

    LITERAL = "literal", "The words are the value."
    VOCABULARY = "vocabulary", "The words are a phrase listed for the code."
    NUMBER_WORD = "number_word", "The words hold a number, in letters or digits."
    COUNT = "count", "The members listed in the words are counted."
    DATE = "date", "The words are a date, resolved against an anchor where they need one."
    COPIED = "copied", "Taken from the batch, of which it is true as a whole."
    CITED = "cited", "A document that we cite and do not hold says so."
    INFERENCE = "inference", "A person's reasoning, written in `reason`."


class ConflictKind(Vocabulary):
    """What the sides of a conflict disagree on."""

    VALUE = "value", "Numbers or codes that differ."
    NAME = "name", "Names or titles that differ."
    DATE = "date", "Sets of days that do not meet."
    MODALITY = "modality", "How far a procedure had gone, or how it is put."
    WORDING = "wording", "Words inside quotation marks that differ without an ellipsis."


class Resolution(Vocabulary):
    """The rule by which a conflict was settled."""

    MOST_SPECIFIC = "most_specific", "The claim that says most, where the others are less exact."
    LEAST_COMMITTING = "least_committing", "The claim that commits to least."
    DIRECT_WORDS_OVER_PARAPHRASE = (
        "direct_words_over_paraphrase",
        "What the speaker is quoted as saying, over a paraphrase.",
    )
    PRIMARY_OVER_SECONDARY = (
        "primary_over_secondary",
        "The party's own document or words, over a report of them.",
    )
    LATER_OVER_EARLIER = "later_over_earlier", "The later report."
    UNRESOLVED = "unresolved", "Not settled: every side stays, and a cell is null as conflicting."


class LedgerReason(Vocabulary):
    """Why a sentence is used by no evidence."""

    COMMENTARY = "commentary", "The writer's opinion."
    BACKGROUND = "background", "General background that fits none of the tables."
    DUPLICATE_OF = "duplicate_of", "Says again what another sentence of the same text says."
    OUT_OF_SCOPE = "out_of_scope", "A fact on another subject."
    EXCLUDED_REGION = "excluded_region", "Lies in a region that may support nothing."
    NO_CLAIM = "no_claim", "Standing text or a lead-in that claims nothing."


class RejectionReason(Vocabulary):
    """Why a proposal of the script was rejected."""

    MENTION_ONLY = "mention_only", "Names somebody or something of whom no fact is recorded there."
    BACKGROUND = "background", "General background that fits none of the tables."
    OUT_OF_SCOPE = "out_of_scope", "A fact on another subject."
    WRONG_SPAN = "wrong_span", "The words are cut wrongly; a row has the right ones."
    WRONG_KIND = "wrong_kind", "The words are something else than what is proposed."
    DUPLICATE_OF = "duplicate_of", "Says again what other words of the same text say."


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


VOCABULARIES: tuple[type[Vocabulary], ...] = tuple(
    value
    for value in list(globals().values())
    if isinstance(value, type) and issubclass(value, Vocabulary) and value is not Vocabulary
)
"""Every vocabulary, in the order of declaration."""
