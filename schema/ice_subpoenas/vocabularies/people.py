"""Codes of people, and of what is reported of them."""

from ..row import Vocabulary


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
    NAMED_IN_COURT_RECORD = "named_in_court_record", "A private person whom a court document names."
    NAMED_BY_OFFICIAL = (
        "named_by_official",
        "A private person whom an official names in a public statement.",
    )
    NOT_NAMED = "not_named", "No source of the row names the person."
    NAME_LEFT_OUT = "name_left_out", "A source names the person; we do not."


class FactKind(Vocabulary):
    """What is reported of a person, or of the people of an act."""

    ARREST = "arrest", "Was arrested, for an offense if one is named."
    ACCUSATION = "accusation", "Is said to have committed an offense, without a stage of procedure."
    CHARGE = "charge", "Was charged with an offense."
    PLEA = "plea", "Pleaded guilty, or not guilty, to an offense."
    CONVICTION = "conviction", "Was convicted of an offense."
    SENTENCE = "sentence", "Was sentenced for an offense."
    DISMISSAL = "dismissal", "A charge was dropped or dismissed."
    ACQUITTAL = "acquittal", "Was found not guilty of an offense."
    INCARCERATION = "incarceration", "Was jailed earlier, for an offense if one is named."
    WANTED = "wanted", "Is wanted by an authority."
    CUSTODY = "custody", "Is, or was, held, also to serve a sentence."
    EXPECTED_RELEASE = "expected_release", "Is, or is not, expected to be released."
    RELEASE = "release", "Was released from custody."
    BAIL = "bail", "Bail was set, posted or refused."
    DETAINER_LODGED = "detainer_lodged", "An immigration detainer was lodged against the person."
    DETAINER_HONORED = "detainer_honored", "A detainer was, or will be, honored."
    DETAINER_DECLINED = "detainer_declined", "A detainer was, or will be, not honored."
    DETAINER_NOT_RECEIVED = (
        "detainer_not_received",
        "A body says that it had no detainer for the person.",
    )
    NOTIFICATION_REQUESTED = "notification_requested", "Notice before release was requested."
    NOTIFICATION_GIVEN = "notification_given", "Notice before release was, or will be, given."
    NOTIFICATION_DECLINED = (
        "notification_declined",
        "A request for notice before release was not honored.",
    )
    PRIOR_REMOVAL = "prior_removal", "Had been deported before."
    REENTRY = "reentry", "Came back into the country after a removal."
    DEATH = "death", "Died."
    INJURY = "injury", "Was hurt."


class Modality(Vocabulary):
    """The procedural word in the source, or else how the source puts the fact."""

    ASSERTED = "asserted", "The source states it as a fact."
    ARRESTED = "arrested", "The words say arrested."
    CHARGED = (
        "charged",
        "The words say charged, indicted, or facing charges; arrested on charges is `arrested`.",
    )
    CONVICTED = "convicted", "The words say convicted."
    PLEADED = "pleaded", "The words say pleaded."
    SENTENCED = "sentenced", "The words say sentenced."
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
    KIDNAPPING = "kidnapping", "Kidnapping.", "crime"
    UNLAWFUL_IMPRISONMENT = "unlawful_imprisonment", "Unlawful imprisonment.", "crime"
    WEAPON_POSSESSION = "weapon_possession", "Criminal possession of a weapon.", "weapons"
    WEAPONS = "weapons", "A weapons offense that the words do not specify.", "crime"
    DRUG_TRAFFICKING = "drug_trafficking", "Drug trafficking.", "drug_crimes"
    DRUG_CRIMES = "drug_crimes", "Drug offenses that the words do not specify.", "crime"
    DRUG_POSSESSION = "drug_possession", "Possession of drugs.", "drug_crimes"
    BURGLARY = "burglary", "Burglary.", "crime"
    ILLEGAL_REENTRY = "illegal_reentry", "Return after removal, a federal crime.", "crime"
    RECKLESS_DRIVING = "reckless_driving", "Reckless driving.", "crime"
    SODOMY = "sodomy", "Sodomy, as the law of the state calls it.", "sexual_abuse"
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
