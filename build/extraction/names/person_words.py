"""Titles, roles and other words beside which a name is a person's, and words that are no names."""

import re

from extraction.text.capitals import CAP, GAP
from extraction.text.months import DAYS, MONTHS
from extraction.text.words import word_set

TITLES = (
    r"(?:(?:Deputy |Assistant )?(?:District|City|County|Town|Prosecuting|Commonwealth[’']s|"
    r"State[’']s) Attorney|President(?:-elect)?|Vice President|Gov\.|Governor|Lt\. Gov\.|Mayor|"
    r"Sen\.|Senator|Rep\.|Congress(?:man|woman)|Representative|Attorney General|"
    r"Secretary(?: of State)?|Director|(?:Tax |Health |County |Police |Fire )?Commissioner|"
    r"Superintendent|(?:Magistrate |County |District |Circuit )?Judge|Justice|Chief Justice|"
    r"Magistrate|(?:County |City |Town |Circuit )?Clerk|Sheriff|Undersheriff|Chief|Police Chief|"
    r"Officer|Detective|Det\.|Sgt\.|Sergeant|Lieutenant|Lt\.|Capt\.|Captain|Cpl\.|Deputy|Agent|"
    r"Special Agent|(?:General|City|County|Town|Village) (?:Manager|Counsel)|Gen\.|General|Col\.|"
    r"Maj\.|Adm\.|Speaker|(?:Commission |Board |Council )?(?:Chairman|Chairwoman|Chairperson|"
    r"Chair|President|Member)|Ald\.|Alderman|Alderwoman|Trustee|Selectman|Solicitor|Coroner|"
    r"Treasurer|Auditor|Assessor|Registrar|Recorder|Prosecutor|Councill?or|Councilman|Councilwoman|"
    r"Councilmember|Supervisor|Assemblyman|Assemblywoman|Assemblymember|Spokes(?:man|woman|"
    r"person)|County Executive|Warden|Public Defender|Comptroller|Constable|Prime Minister|"
    r"Minister|Ambassador|King|Queen|Prince|Princess|Pope|Rev\.|Father|Bishop|Archbishop|Cardinal|"
    r"Rabbi|Imam|Pastor|Mr\.|Mrs\.|Ms\.|Miss|Dr\.|Prof\.|Professor|Administrator)"
)
ROLES = (
    r"(?:spokes(?:man|woman|person)|director|secretary|attorney|lawyer|representative|commissioner|"
    r"sheriff|chief|mayor|judge|officer|agent|candidate|nominee|senator|governor|president|victim|"
    r"suspect|defendant|activist|strategist|pollster|analyst|reporter|columnist|anchor|host|"
    r"manager|administrator|supervisor|clerk|superintendent|counsel|warden|treasurer|solicitor|"
    r"defender|prosecutor|auditor|recorder|assessor|coroner|comptroller|inspector|investigator|"
    r"librarian|trustee|organizer|registrar|chairman|chairwoman|chair|adviser|advisor|aide|professor|economist|author|actor|"
    r"actress|singer)"
)
TITLE_WORD = re.compile(
    rf"(?i:\b(?:{TITLES}|{ROLES}|executive|deputy|counsel|head|leader|member|CEO)(?!\w))"
)
PERSON_NOUN = (
    rf"(?:{ROLES}|national|citizen|immigrant|alien|man|woman|resident|director|executive|deputy|"
    r"counsel|prosecutor|organizer|member|head|leader|expert|scholar|fellow|who\b|whose\b|"
    r"student|teacher|veteran|owner|founder|CEO|mother|father|wife|husband|son|daughter|widow)"
)
SPEECH = (
    r"(?:said|says|told|added|wrote|explained|continued|noted|tweeted|argued|asked|replied|stated|"
    r"testified|insisted|claimed|warned|announced|declared|recalled|commented|complained|joked)"
)
PARTICLE = (
    r"(?:de la|de los|del|de|De|van der|van|Van|von|Von|der|bin|bint|ibn|al|el|da|di|du|la|Le|St\.)"
)
NAME_WORD = (
    r"(?:(?!(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Sgt|Lt|Rev|Prof|Det|Ald)\.)(?:[A-Z]\.|"
    r"(?=[A-Z][\w'’-])[A-Z][a-zà-öø-ÿ]{0,30}"
    r"(?:['’-][A-Z]?[a-zà-öø-ÿ]{1,30}|[A-Z][a-zà-öø-ÿ]{1,30}){0,4}(?<![’'][a-z])))"
)
RUN = re.compile(
    rf"(?<![\w’'@#.-])(?P<title>{TITLES}{GAP})?(?P<name>(?:{PARTICLE}{GAP})?{NAME_WORD}"
    rf"(?:{GAP}(?:(?:{PARTICLE}|[“\"'’]{NAME_WORD}[”\"’']){GAP})?{NAME_WORD}){{0,7}}"
    rf"(?:,?{GAP}(?:Jr|Sr)\.|{GAP}(?:II|III|IV)\b)?)(?![\w-])"
)
NOT_NAMES = word_set("""
    Press News Post Times Caller Foundation County City State States United House White Senate
    Congress Court Supreme Department Office Center Police Party Street Avenue Road Park University
    College School Institute Association Union Council Committee Commission Board Bureau Agency
    Service Services Act Law Bill Code Order Day Week Month North South East West New York
    Washington America American Americans Republican Republicans Democrat Democrats Democratic
    Christmas Island Beach River Mountain Lake Bay Hill Tower Hotel Airport Hospital Church Bank
    Springs Falls Gap Narrows Shores Heights Junction Harbor Memorial Golf Club Missionary Baptist
    Wall Facebook Twitter Google Apple Fox National International Federal Justice Homeland Security
    Immigration Customs Enforcement Border Patrol Campaign Administration Group Company Corp Inc
    Radio Show Morning Daily Tonight World War Cold Secret Intelligence Sanctuary Illegal Alien
    Aliens Jail Prison Airlines Museum Library Theater Stadium Super Bowl League Cup Games Award
    Awards Data Project Initiative Fund Trust The This That Central Asian African Muslim Christian
    Jewish Catholic Black Latino Hispanic Chief General Attorney Secretary Director Deputy Acting
    Former Executive Associate Assistant Officer Spokesman Spokeswoman Spokesperson Mayor Governor
    Sheriff President Vice Senator Judge Representative Rep Sen Gov Mr Mrs Ms Dr Related Image
    Images Photo Sources Category Categories Tea Green Libertarian When While After Before And But
    With From For Not Was Were Has Had Have Will Would According God Lord Bible Constitution
    Amendment Capitol Oval Rose Garden Air Force Army Navy Marine Marines Corps Guard Medicare
    Medicaid Obamacare English Spanish French German Russian Chinese Assembly Islands Qaeda Now
    Today Election Mexican Mexico Texas California Colorado Florida Arizona Virginia Carolina Jersey
    Hampshire Dakota Vegas Francisco Angeles Diego Antonio Orleans Denver Chicago Boston
""") | {*MONTHS, *DAYS}
ORGANIZATION_ENDS = word_set("""
    Homes Center Centers Group Services Service Fund Inn Farms Foods Seafoods Properties Apartments
    Partners Associates Realty Industries Systems Solutions Holdings Logistics Enterprises Builders
    Ministries Supply Company Foundation Alliance Coalition Network Project Institute Clinic Shelter
    Stores Motors Foundry Fisheries Orchards Dairy Nurseries Contractors Staffing Hospitality
""")
"""How the names of organizations end, and no person's."""
FIRST_WORD_TRAPS = word_set("""
    May April June August Will Mark Grace Joy Rose Hope Christian Dean Drew Chase Grant Rush Wade
    Madison Austin Charlotte Jackson Lincoln Jordan Chelsea Brooke Dale Glen Guy Gene Miles Page
    Sandy Jesus Angel Florence Israel Art Bill Sue Pat Don Don't Clinton Franklin Jefferson Carter
""")
"""Given names that are words, places or surnames too: they need more than a word after them."""
MIDDLE = re.compile(r"[A-Z]\.$|[“\"'’]")
SUFFIX = re.compile(r",?\s(?:Jr\.?|Sr\.?|II|III|IV)$")

TITLE_STATE = re.compile(r"[Ff]ormer|[Aa]cting|[Tt]hen-?|[Ff]ailed|[Dd]eputy|[Rr]etired|[Ii]nterim")
TITLE_WORDS = re.compile(rf"(?:{CAP}|and|for|of|the|presidential|vice|[Ff]ormer)")
TITLE_END = re.compile(rf"\b(?i:{TITLES}|{ROLES}) $")
