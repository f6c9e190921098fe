"""How the names of public bodies and organizations are made: a head noun, and what stands by it."""

import re

from extraction.text.capitals import CAP, GAP
from extraction.text.months import MONTH, WEEKDAY
from extraction.text.words import word_set

WORD = rf"(?:(?:U\.S|D\.C|Ste?|Ft|Mt|No)\.|{CAP}(?:[’'](?={GAP}[A-Za-z]))?)"
"""A word of a name: St., Linden, Sheriffs’."""
JOINED = (
    r"(?:Health|Human|Parks?|Recreation|Planning|Zoning|Light|Water|Power|Gas|Sewer|Safety|Labor|"
    r"Employment|Training|Fire|Rescue|Housing|Community|Famil(?:y|ies)|Children|Youth|Wage|Hour|"
    r"Revenue|Finance|Streets|Roads|Building|Hospital|Probation|Parole|Arts|Driver|Motor|Vehicles?|"
    r"Licens(?:es|ing)|Permits?|Inspections?|Records|Elections?|Registration|Deeds|Taxation|Aging|"
    r"Commerce|Transit|Workforce|Benefits|Consumer|Electric|"
    rf"Sheriffs[’']|Mayors[’']|Chiefs[’']|Teachers[’']|Counties|Cities|Towns){GAP}(?:and|&)"
)
"""What may be joined to the next word within a name: Parks and."""
PARTS = rf"(?:(?:{JOINED}{GAP})?{WORD}{GAP}){{1,6}}"
NOT_BEHIND = (
    rf"(?![\w’'])(?!{GAP}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Station|Square|Drive|Lane|Park|"
    r"Republicans|Democrats|Agreement|Contract|Act|Code|Day|Week|Month|Hall|Building)\b)"
)
"""What a head noun is not followed by: a street and an agreement are no bodies."""
HEAD = (
    r"(?:Department|Dept\.|(?<!Field )Office|Field Office(?! Director)|Bureau|Board|Commission|"
    r"Council|Committee|Agency|Authority|Association|League|Coalition|Alliance|Network|Federation|"
    r"Union|Guild|Society|Charities|Jail|(?:State|County|Federal|Regional|Women['’]s) Prison|"
    r"Penitentiary|Corrections|Legislature|Assembly|Senate|Library|University|College|Schools|"
    r"Registry|Utility|(?:Municipal|Public|City|Regional|Water) Utilities|Waterworks|Public Works|"
    r"(?:Water|Light|Gas|Electric) (?:and|&) (?:Light|Power|Sewer|Water|Gas)|Parks (?:and|&) "
    r"Recreation|(?:Identification|Benefits?|Assistance|Records|Licensing) "
    r"Program|Legal Aid|(?:Neighbors|Workers|Tenants|Families|Voices|Communities|Parents|"
    r"Residents) (?:United|Together)|Consortium|Caucus|Collective|Hospital|Town Meeting|(?<!First "
    r")(?<!Second )(?<!Third )Division|Task Force|Chamber of Commerce|House of (?:Representatives|"
    r"Delegates|Corrections?)|Judicial Branch|(?:Highway|Border) Patrol|Police(?! [A-Z])|Clerk of "
    r"(?:the )?Courts?|Court of Appeals|(?:District|Circuit|Superior|Appeals|Immigration|Supreme|"
    r"Municipal|Justice|Probate|Family|Juvenile|Sessions|Chancery|Levy|Quorum|Fiscal|County|City|"
    r"State|Tax|Appellate|Magistrate|Trial|Criminal|Civil|Bankruptcy|Tribal|Claims|Pleas|Town|"
    r"Housing|Land) Court|(?:Detention|Correctional|Processing|Medical|Health|Law|Legal|Resource|"
    r"Community|Justice|Rights|Workers['’]|Policy|Advocacy|Defense) Center|(?:Detention|"
    r"Correctional|Processing) (?:Facility|Institution)|(?:School|Harbor|Water|Hospital|Utility|"
    r"Transit|Sanitary|Irrigation|Health|Library|College|Park|Jail|Sewer|Power|Electric(?:al)?|"
    r"Levee|Drainage|Ambulance|Care|Healthcare|Recreation|Services|Workforce|Conservation|"
    r"Improvement|Fire|Cemetery|Transportation) "
    r"District|(?:Inspectional|Social|Human|Family|Building|Emergency|Animal|Children['’]s|Child|"
    r"Youth|Veterans|Court|Support|Protective|Public|Student|Legal|Community|Health|Enforcement|"
    r"Immigration|Probation) Services|(?:Paramedic|Ambulance|Probation|Parole|Fire|Marshals|Secret|"
    r"Forest|Park|Postal|Health) Service|(?:Records|Investigations?|Enforcement|Intelligence|"
    r"Crimes|Warrants|Fugitive) Unit|(?:Rights|Workers['’]|Justice|Policy|Advocacy|Defense|Legal|"
    r"Law|Welcome|Immigrants?|Dignity|Sanctuary) (?:Project|Fund|Institute|Section|Clinic|"
    r"Foundation|Conference)|(?:High|Middle|Elementary|Charter) School|School System|"
    r"(?:Transportation|Security|Elections?|Aviation|Highway|Business) Administration|(?<!Press "
    r")(?<!News )Conference|(?:County|City|Town|Village|Parish) (?:board|council|commission))"
)
"""What a body is, behind the words that tell which one: the Linden County Jail."""
NO_TITLE = (
    r"(?!(?:Director|Secretary|Commissioner|Chief|Administrator|Superintendent|Spokes\w+|Deputy|"
    r"Acting|Special|Agent|Officer|Attorney|Sheriff|Warden|Supervisor|Executive)\b)"
)
"""A title behind the name of a body belongs to a person."""
NO_DAY = rf"(?!(?:{WEEKDAY}|{MONTH})(?!\w))"
ABOUT = (
    rf"(?:the{GAP})?{NO_TITLE}{NO_DAY}{CAP}(?:{GAP}{NO_TITLE}{CAP}){{0,3}}"
    rf"(?:,?{GAP}and{GAP}{NO_TITLE}{CAP}(?:{GAP}{NO_TITLE}{CAP})?)?"
)
"""What a body is for, or where, behind its preposition: of Labor and Employment."""
FOR = (
    rf"(?:(?:{WORD}{GAP}){{0,4}}(?:(?:Department|Dept\.|Division|Office|Bureau|Board|Commission|"
    rf"University|College|Association|League|Federation|Agency|Authority|Registry|Institute|"
    rf"Conference|Society|Council|Committee|Port|Registrar|Recorder|Register|Union){GAP}of|"
    rf"(?:Office|Commission|Agency|Committee|Council|Board){GAP}(?:for|on)|(?:Coalition|Alliance|"
    rf"Center|Institute|Fund|Foundation|Campaign|Network|Partnership|Project|Citizens|Neighbors|"
    rf"Nurses|Mothers|Moms|[A-Z][a-z]+ans){GAP}(?:for|on|against)(?:{GAP}an?)?|"
    rf"Friends{GAP}of){GAP}{ABOUT}|(?:{WORD}{GAP}){{0,4}}{WORD},?{GAP}Local{GAP}\d{{1,4}})"
)
OF_HOLDER = (
    rf"Office{GAP}of{GAP}the{GAP}(?:{CAP}{GAP}){{0,3}}(?:Attorney(?:{GAP}General)?|Sheriff|"
    rf"Governor|Mayor|Solicitor|Superintendent|Secretary|Commissioner|Clerk|Provost|President|"
    rf"Advisor|Defender|Counsel|Prosecutor|Executive|Administrator|Director)\b"
)
"""An office of whoever holds it: Office of the City Attorney."""
PLACED = (
    rf"(?:{GAP}for{GAP}the{GAP}(?:{CAP}{GAP}){{0,2}}"
    rf"(?:District{GAP}of{GAP}{CAP}|Circuit|District))?"
)
"""Where a court sits: for the Ninth Circuit."""
ALONE = (
    r"(?:(?:City|County|Town|Village|Faculty|Student|Borough) (?:Council|Commission|Senate|Board)|"
    r"(?:Circuit|Superior|District|Supreme|Appellate) Court|U\.S\. District Court|Court of Appeals|"
    r"(?:First|Second|D\.C\.) Circuit|(?:(?:Northern|Southern|Eastern|Western|Middle|Central) )?"
    r"District of (?!Columbia)[A-Z]\w+(?: [A-Z]\w+)?|General Assembly|"
    r"State (?:Senate|House|Assembly)|"
    r"Recorder of Deeds|Register of (?:Deeds|Wills)|Board of (?:County )?(?:Commissioners|"
    r"Supervisors|Selectmen|Education|Trustees|Aldermen|Regents|Elections)|(?:School|Planning|"
    r"Zoning|Conservation|Library) (?:Board|Committee|Commission)|Civil Division|"
    r"Law Department|Inspectional Services|Paramedic Service|Port of [A-Z]\w+|"
    r"League of [A-Z]\w+ [A-Z]\w+|Local \d{1,4}|Fraternal Order of Police)\b"
)
"""Bodies that are named behind `the` without the place: the City Council."""
HOLDER = (
    rf"(?:{WORD}{GAP}){{1,4}}(?:County|City|Parish|Town|Borough){GAP}(?:Sheriff|Clerk|Assessor|"
    rf"Treasurer|Recorder|Registrar|Auditor|Register{GAP}in{GAP}Probate|Tax{GAP}Commissioner)(?![\w’'])(?!{GAP}[A-Z])"
)
"""Who holds an office, named for the office and not by name: the Linden County Clerk."""
CIRCUIT = r"(?:Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh) Circuit\b"
GENERIC = re.compile(
    r"(?:(?:City|County|Town|Village|Borough|State|School|Planning|Zoning|Federal|Field)"
    rf"{GAP})?\w+"
)
"""A name that does not tell the place."""
OFFICE = (
    r"(?:mayor|governor|sheriff|city attorney|district attorney|county attorney|U\.S\. attorney|"
    r"state attorney general|attorney general|public defender|county executive|county clerk)['’]s"
    r" (?:office|department)|(?:police|sheriff['’]s?|corrections?) department|sheriff['’]s office"
)
PAPERS = (
    r"(?:Times|Post|Examiner|Journal|Tribune|Herald|Chronicle|Gazette|Caller|News|Press|Globe|"
    r"Sentinel|Register|Dispatch|Observer|Inquirer|Headlines|Magazine|Radio|Daily|Beast|Westword|"
    r"Mirror|Review|Telegraph|Guardian|Independent|Intercept|Reporter|Sun-Times|Star-Ledger|Record|"
    r"Eagle|Union-Tribune|Leader|Monitor|Star|Bee|Statesman|American-Statesman|Argus|Times-Union|"
    r"Courier|Courant|Advocate|Republic|Citizen|Standard|Sun|Weekly|Voice|Ledger|Enterprise)"
)
HEAD_ENDS = word_set("""
Department Dept Office Bureau Board Commission Council Committee Agency Authority Association League
Coalition Alliance Network Federation Union Guild Society Charities Jail Prison Penitentiary
Corrections Legislature Assembly Senate Library University College Schools Registry Consortium
Caucus Collective Hospital Meeting Division Force Commerce Representatives Delegates Correction
Branch Patrol Police Court Courts Appeals Center Facility Institution District Services Service Unit
Project Fund Institute Section Clinic Foundation Conference School System Administration Utility
Utilities Works Light Power Sewer Water Gas Recreation Waterworks Program Aid United Together
""")
"""Last words of what a body is; a name by its head noun holds one."""
FOR_ENDS = word_set("""
Department Dept Division Office Bureau Board Commission University College Association League
Federation Agency Authority Registry Institute Conference Society Council Committee Port Registrar
Recorder Register Union Coalition Alliance Center Fund Foundation Campaign Network Partnership
Project Citizens Neighbors Nurses Mothers Moms Friends Local -ans
""")
"""Words of which a name with a preposition holds one; -ans: Montanans and their like."""
ALONE_ENDS = word_set("""
Council Commission Senate Board Court Circuit Assembly House Deeds Wills Commissioners Supervisors
Sheriff Clerk Assessor Treasurer Recorder Registrar Auditor Commissioner Selectmen Education
Trustees Aldermen Regents Elections Committee Division Department Services Service Port League Local
Police Appeals District Probate
""")
"""Words of which a body that is named without its place holds one."""
PAPER_ENDS = frozenset(re.findall(r"\w+", PAPERS.removeprefix("(?:")))
AGENCY_PATTERNS: tuple[tuple[str, str, frozenset[str], re.Pattern[str]], ...] = (
    (
        "body",
        "local",
        ALONE_ENDS,
        re.compile(
            rf"(?:(?<=[Tt]he )|(?<=[’']s )){ALONE}|\b{HOLDER}|\b{CIRCUIT}".replace(" ", GAP)
        ),
    ),
    ("department-of", "government", FOR_ENDS, re.compile(rf"\b(?:{OF_HOLDER}|{FOR})")),
    (
        "head-noun",
        "government",
        HEAD_ENDS,
        re.compile(rf"\b{PARTS}{HEAD}{NOT_BEHIND}{PLACED}".replace(" ", GAP)),
    ),
    (
        "office",
        "local",
        frozenset(),
        re.compile(rf"\b(?:{CAP}{GAP}){{0,3}}(?i:{OFFICE})\b".replace(" ", GAP)),
    ),
    (
        "newspaper",
        "news",
        PAPER_ENDS,
        re.compile(
            rf"\b(?:The{GAP})?(?:{CAP}{GAP}){{1,3}}{PAPERS}(?:{GAP}(?:{PAPERS}|Foundation|"
            rf"Service))?\b(?!{GAP}(?:[Ss]ecretary|[Cc]onference|[Oo]ffice))"
        ),
    ),
    (
        "broadcaster",
        "news",
        frozenset(),
        re.compile(
            rf"\b(?:CBS|NBC|ABC|FOX|Fox|PBS|CW)(?:{GAP}News|{GAP}?\d{{1,2}})?"
            rf"(?:{GAP}(?:New York|Los Angeles|{CAP}))?\b|\b[KW][A-Z]{{2,3}}-(?:TV|FM|AM)\b"
        ),
    ),
)
"""Rule, kind of body, words of which a name holds one, and pattern."""
