"""Codes of people, and of what is reported of them."""

from enum import auto

from ..row import Vocabulary


class PersonRole(Vocabulary):
    """Why a source refers to a person."""

    SUBPOENA_SUBJECT = (
        auto(),
        "A person on whom a subpoena, or a paper of an act out of scope, asks for information.",
    )
    CONTEXT_CASE = auto(), "A person whose own case is mentioned as background."
    CONTEXT_GROUP = auto(), "Several people known only by a number."
    VICTIM = auto(), "A person whom an offense harmed."
    OFFICIAL = auto(), "A person who holds, or seeks, public office, in that role."
    SPOKESPERSON = auto(), "A person who speaks for a public body."
    JOURNALIST = auto(), "A person who wrote or reported."


class NamingDecision(Vocabulary):
    """Why a name is, or is not, published."""

    PUBLIC_ROLE = auto(), "Acts in a public office or speaks for one; named in that role."
    BYLINE = auto(), "Signed the article."
    NAMED_IN_COURT_RECORD = auto(), "A private person whom a court document names."
    NAMED_BY_OFFICIAL = auto(), "A private person whom an official names in a public statement."
    NOT_NAMED = auto(), "No source of the row names the person."
    NAME_LEFT_OUT = auto(), "A source names the person; we do not."


class FactKind(Vocabulary):
    """What is reported of a person, or of the people of an act."""

    ARREST = auto(), "Was arrested, for an offense if one is named."
    ACCUSATION = auto(), "Is said to have committed an offense, without a stage of procedure."
    CHARGE = auto(), "Was charged with an offense."
    INDICTMENT = auto(), "Was indicted for an offense."
    PLEA = auto(), "Pleaded guilty, or not guilty, to an offense."
    CONVICTION = auto(), "Was convicted of an offense."
    SENTENCE = auto(), "Was sentenced for an offense."
    DISMISSAL = auto(), "A charge was dropped or dismissed."
    ACQUITTAL = auto(), "Was found not guilty of an offense."
    INCARCERATION = auto(), "Was jailed earlier, for an offense if one is named."
    WANTED = auto(), "Is wanted by an authority, for an offense if one is named."
    WANTED_FOR_REMOVAL = auto(), "Is wanted for deportation or for immigration enforcement."
    CUSTODY = auto(), "Is, or was, held, also to serve a sentence."
    EXPECTED_RELEASE = auto(), "Is, or is not, expected to be released."
    RELEASE = auto(), "Was released from custody."
    BAIL = auto(), "Bail was set or posted."
    NO_BAIL = auto(), "Is, or was, held without bail."
    DETAINER_LODGED = auto(), "An immigration detainer was lodged against the person."
    DETAINER_HONORED = auto(), "A detainer was, or will be, honored."
    DETAINER_DECLINED = auto(), "A detainer was, or will be, not honored."
    HANDOVER_DECLINED = (
        auto(),
        "Was, or will be, released without being handed over to immigration authorities; the words "
        "name no detainer.",
    )
    DETAINER_NOT_RECEIVED = auto(), "A body says that it had no detainer for the person."
    NOTIFICATION_REQUESTED = auto(), "Notice before release was requested."
    NOTIFICATION_GIVEN = auto(), "Notice before release was, or will be, given."
    NOTIFICATION_DECLINED = auto(), "A request for notice before release was not honored."
    PRIOR_REMOVAL = auto(), "Had been deported before."
    REENTRY = auto(), "Came back into the country after a removal."
    DEATH = auto(), "Died."
    INJURY = auto(), "Was hurt."


class Modality(Vocabulary):
    """The procedural word in the source, or if there is none, how the source puts the fact."""

    ASSERTED = auto(), "The source states it as a fact."
    ARRESTED = auto(), "The words say arrested."
    CHARGED = (
        auto(),
        "The words say charged, indicted, or facing charges; arrested on charges is `arrested`.",
    )
    CONVICTED = auto(), "The words say convicted."
    PLEADED = auto(), "The words say pleaded."
    SENTENCED = auto(), "The words say sentenced."
    JAILED = auto(), "The words say jailed."
    WANTED = auto(), "The words say wanted."
    ACCUSED = auto(), "The words say accused."
    ALLEGED = auto(), "The words say alleged, allegedly or suspected."
    DENIED = auto(), "The words deny it."
    THREATENED = auto(), "The words threaten it."
    PREDICTED = auto(), "The words expect it or say that it will happen."


class Offense(Vocabulary):
    """The offense that the words name, in neutral words. A stage of procedure is not part of it."""

    MURDER = auto(), "Murder.", "homicide"
    HOMICIDE = auto(), "Homicide, without saying of what degree.", "violent_crime"
    VEHICULAR_HOMICIDE = auto(), "Vehicular homicide.", "homicide"
    RAPE = auto(), "Rape.", "sexual_abuse"
    ATTEMPTED_RAPE = auto(), "Attempted rape.", "crime"
    SEXUAL_ABUSE = auto(), "Sexual abuse, in the words of the source.", "violent_crime"
    SEXUAL_ASSAULT = auto(), "Sexual assault, in the words of the source.", "violent_crime"
    SEXUAL_OFFENSE = (
        auto(),
        "A sexual offense that the words do not call abuse, assault or rape.",
        "crime",
    )
    CHILD_ABUSE = auto(), "Child abuse.", "violent_crime"
    ASSAULT = auto(), "Assault, or an attack on a person.", "violent_crime"
    ATTEMPTED_ASSAULT = auto(), "Attempted assault.", "crime"
    KIDNAPPING = auto(), "Kidnapping.", "crime"
    UNLAWFUL_IMPRISONMENT = auto(), "Unlawful imprisonment.", "crime"
    WEAPON_POSSESSION = auto(), "Criminal possession of a weapon.", "weapons"
    WEAPONS = auto(), "A weapons offense that the words do not specify.", "crime"
    DRUG_TRAFFICKING = auto(), "Drug trafficking.", "drug_crimes"
    DRUG_CRIMES = auto(), "Drug offenses that the words do not specify, or several.", "crime"
    DRUG_SALE_INTENDED = auto(), "Possession of drugs with the intent to sell.", "drug_crimes"
    ATTEMPTED_DRUG_IMPORT = auto(), "An attempt to import drugs.", "drug_crimes"
    DRUG_POSSESSION = auto(), "Possession of drugs.", "drug_crimes"
    BURGLARY = auto(), "Burglary.", "crime"
    ILLEGAL_REENTRY = auto(), "Return after removal, a federal crime.", "crime"
    RECKLESS_DRIVING = auto(), "Reckless driving.", "crime"
    SODOMY = auto(), "Sodomy, as the law of the state calls it.", "sexual_abuse"
    MANSLAUGHTER = auto(), "Manslaughter.", "homicide"
    ROBBERY = auto(), "Robbery.", "violent_crime"
    DRIVING_UNDER_INFLUENCE = auto(), "Driving under the influence.", "crime"
    DOMESTIC_VIOLENCE = auto(), "Domestic violence.", "violent_crime"
    HIT_AND_RUN = auto(), "Leaving the scene of a crash, also one that killed somebody.", "crime"
    VIOLENT_CRIME = auto(), "A violent crime that the words do not specify.", "crime"
    CRIME = auto(), "A crime that the words do not specify."
