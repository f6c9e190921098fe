"""Reasons that somebody gives for issuing, refusing, enforcing or answering a subpoena.

Each rule is a turn of phrase that names one reason; the codes are those of the vocabulary of
grounds. Whose reason it is, and whether a court took it, a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.found import Found
from extraction.text.spans import Cover

LAW = r"(?:law|laws|statutes?|ordinances?|polic(?:y|ies)|Act|code|regulations?|rules?)"
LOCAL = r"(?:state|local|city|county|sanctuary|[A-Z]\w+(?:[’']s)?)"
PAPERS = r"(?:subpoenas?|requests?|warrants?|demands?|summons)"
GROUNDS: tuple[tuple[str, str], ...] = (
    (
        "not_court_issued",
        r"(?:not|\w+n[’']t|never) (?:been )?(?:issued|signed|ordered|approved|reviewed) by an? "
        r"(?:\w+ )?(?:court|judge)|not by a (?:court|judge)|not a judge|(?:self-issued|not "
        r"self-enforcing)|(?:were|was|are|is)(?: not|n[’']t) (?:court[- ]ordered|signed by a "
        r"judge)|without a (?:judge[’']s signature|court order|judicial warrant|warrant signed)|"
        r"never received a warrant signed|only to (?:court-issued|judicial) (?:subpoenas?|"
        r"warrants?)|unless (?:they are|it is|they[’']re) [Cc]ourt[- ]ordered|cannot compel "
        r"compliance|(?:not|\w+n[’']t) (?:legally |lawfully )?(?:required|obligated|compelled|"
        r"bound) to (?:comply|answer|respond|provide|turn|hand)[^.;]{0,40}|no (?:legal "
        r")?obligation to \w+|(?:compliance|they|requests?|subpoenas?)(?: with [^.;]{0,30}?)? "
        r"(?:is|are) (?:voluntary|optional)|law (?:does not|doesn[’']t) require [^.;]{0,40} to "
        r"comply|impose (?:any|no) obligations?|(?:do(?:es)? not|do(?:es)?n[’']t) have to "
        r"(?:comply|answer|respond|provide|turn|hand)[^.;]{0,40}|"
        rf"(?:administrative|not a judicial) (?:{PAPERS})[^.;]{{0,40}}(?:no force|not enforceable|"
        rf"not binding)|"
        r"does not have to comply unless",
    ),
    (
        "no_criminal_investigation",
        r"no indication (?:that )?(?:they|it) (?:are|is|were|was) related to a criminal|(?:not|"
        r"\w+n[’']t) (?:related to|part of|for|conducting|in connection with) (?:a|any) criminal "
        r"(?:investigation|matter|case)|unless (?:they|it)[^.;]{0,40}criminal investigation|"
        r"(?:did|does) not cite any (?:\w+ )?(?:crimes?|criminal)",
    ),
    (
        "federal_confidentiality",
        r"(?:violat\w+|breach\w*|citing|under|protected by) (?:the )?(?:federal|HIPAA|"
        r"FERPA)[^.;]{0,30}(?:confidentiality|privacy)(?: \w+)?",
    ),
    (
        "laws_conflict",
        r"(?:conflicts?|contradictions?|inconsistenc(?:y|ies)) (?:between|"
        r"with)[^.;]{0,30}(?:federal|state)(?: and (?:federal|state))? laws?|conflicting (?:state "
        r"and federal|federal and state) laws?|legal uncertainty|(?:un)?clear(?:ly)? (?:how|"
        r"whether) [^.;]{0,40}laws? (?:interact|appl)\w*",
    ),
    (
        "state_or_local_law_forbids",
        rf"(?:violat\w+|in violation of|a violation of|contrary to|runs? counter to|run(?:ning|"
        rf"s)? afoul of|break(?:s|ing)?) (?:both )?(?:[\w’'-]+ ){{0,3}}?{LOCAL} (?:[\w’'-]+ "
        rf"){{0,3}}?{LAW}\b|{LOCAL} (?:[\w’'-]+ ){{0,3}}?{LAW}\b(?: that)? (?:prohibits?|forbids?|"
        rf"bars?|prevents?|restricts?)[^.;]{{0,60}}|(?:due to|because of|cit(?:es|ed|ing)) "
        rf"(?:[\w’'-]+ ){{0,3}}?{LOCAL} (?:[\w’'-]+ ){{0,3}}?{LAW}\b|{LAW}[^.;]{{0,20}} that "
        rf"(?:are )?(?:prohibit|forbid|forc|prevent|bar)\w*[^.;]{{0,50}}|laws? (?:clearly |"
        rf"plainly )?(?:prohibits?|forbids?|bars?) [^.;]{{0,40}}|(?:forced|required|obligated|"
        rf"bound) to (?:comply with|follow|obey) (?:[\w’'-]+ ){{0,2}}?{LOCAL} (?:[\w’'-]+ "
        rf"){{0,3}}?{LAW}\b|violat\w+ (?:[HSA]\.?[BR]\.? ?)\d+|(?:prohibited|barred|forbidden) "
        rf"(?:by|under) {LOCAL}[^.;]{{0,20}} {LAW}\b",
    ),
    (
        "tenth_amendment",
        r"(?:violat\w+|violation of|under|citing) [^.;]{0,20}(?:10th|Tenth) Amendment|"
        r"(?:anti-?)?commandeer\w*|(?:not|\w+n[’']t) (?:[\w’']+ ){0,3}?(?:role|job|"
        r"responsibility) to enforce (?:federal )?immigration",
    ),
    (
        "privacy",
        r"(?:privacy|confidentiality) (?:issues|concerns|rights|laws?)|expos(?:e|ing|ure of) "
        r"(?:vulnerable|private|applicants|groups|people|victims|residents)[^.;]{0,30}|(?:protect|"
        r"compromis|threaten|invad|violat)(?:e?s|ing|e)? (?:[\w’']+ ){0,2}?privacy|(?:intrusion|"
        r"invasion) (?:into|of) (?:[\w’']+ ){0,2}?privacy|violat\w+ (?:their|his|her|people[’']s|"
        r"residents[’']) (?:\w+ ){0,3}?rights?\b",
    ),
    (
        "harm_to_program",
        r"(?:undermin\w+|erod\w+|endanger\w+|destroy\w*|los\w+|damag\w+) "
        r"[^.;]{0,30}trust[^.;]{0,30}|chilling effect|discourag\w+ [^.;]{0,40}from (?:seeking|"
        r"reporting|applying|calling|coming)[^.;]{0,30}|(?:people|residents|immigrants|victims|"
        r"witnesses) (?:\w+ ){0,3}?(?:afraid|less likely) to (?:report|call|seek|come|"
        r"apply)[^.;]{0,30}",
    ),
    (
        "burden",
        r"(?:undul?y|(?:is|are|was|were) (?:too )?) ?burdensome|undue burden|improper (?:use|"
        r"expenditure) of [^.;,]{0,40}",
    ),
    (
        "breadth",
        r"over(?:ly )?broad|too broad|overbreadth|fishing expedition|dragnet|(?:is|are|was|were|"
        r"too|and|so) (?:\w+ )?vague\b",
    ),
    (
        "information_held",
        r"already (?:has|have|had|holds?) (?:access to )?(?:(?:the|this|that|such|all|much) "
        r")*(?:\w+ )?(?:information|data|records)|already available to",
    ),
    (
        "improper_purpose",
        r"in bad faith|improper purpose|pretext\b|lack(?:s|ed|ing)? (?:of )?good faith|"
        r"political(?:ly)? (?:stunt|theater|reasons|purposes|motivated|retribution|attack)|"
        r"retaliatory|(?:in|as) retaliation|to retaliate|weaponiz\w+|trying to (?:bully|"
        r"intimidate|punish|weaken)|designed to (?:intimidate|punish|circumvent|sow fear|scare)|"
        r"abuse of (?:\w+ )?(?:power|authority)|federal overreach|intimidat\w+ tactics?|scare "
        r"tactics?|the move [^.;]{0,20}is political|to (?:punish|intimidate|harass|coerce)\b",
    ),
    (
        "no_such_records",
        r"(?:has|have|had|keeps?|holds?) no (?:such |responsive )?(?:records|documents|"
        r"information)|(?:do(?:es)?|did)(?: not|n[’']t) (?:keep|collect|have|maintain) (?:such |"
        r"that |the |this |any )?(?:records|documents|information|data)",
    ),
    (
        "duty_to_comply",
        r"(?:legally )?(?:obligated|required|bound) to (?:comply|provide|respond|honor|"
        r"produce)[^.;]{0,40}|(?:as |indeed )?required by (?:federal |state )?law|has to be "
        r"honored|mandatory legal obligation|a legal obligation|compelled by law|had no (?:legal "
        r")?(?:choice|recourse|option)(?: but)?|(?:required|obligated|mandated) (?:to \w+ "
        r")?(?:\w+ )?(?:by|under) (?:federal )?law",
    ),
    (
        "penalty_feared",
        r"(?:punish\w+ by|(?<!can be )(?<!could be )held in|land [^.;]{0,30} in|face|risk(?:s|"
        r"ed)?) (?:\w+ )?(?:contempt|consequences|fines?|penalt(?:y|ies)|prosecution)[^.;]{0,30}|"
        r"(?:result in|lead to) (?:\w+ ){0,3}?(?:contempt|fines?|penalt(?:y|ies)|prosecution)",
    ),
    (
        "authority_claimed",
        r"(?:has|have|had) (?:the )?(?:\w+ )?(?:authority|power|right)(?: under [\w ]+?)? to "
        r"(?:issue|require|compel|obtain|subpoena|enforce|inspect)[^.;]{0,30}|shall have power to "
        r"require|(?:codified|authorized) (?:in|under|by) (?:federal )?(?:law|statute)|legally "
        r"authorized to [^.;]{0,30}",
    ),
    (
        "relevant_and_reasonable",
        r"(?:directly |patently |plainly |clearly )(?:relevant|reasonable)[^.;]{0,30}|relevant to "
        r"(?:the|an?|its|legitimate|[A-Z]\w+[’']s) (?:\w+ )?(?:investigations?|inquir(?:y|ies))",
    ),
    (
        "public_safety",
        r"(?:in the interest of|for|critical to|do(?:es)? not protect) public safety|(?:threat|"
        r"danger|risk) to (?:the )?public(?: safety)?|(?:endanger|jeopardiz)\w* (?:the "
        r")?(?:public|communit\w+|lives)(?: safety)?|safeguard the public|(?:communities|cities|"
        r"public) (?:safer|more dangerous|less safe)|safety of (?:their|our|the) (?:communit(?:y|"
        r"ies)|residents)[^.;]{0,20}|dangerous (?:sanctuary|criminals?)[^.;]{0,30}",
    ),
    (
        "locate_people",
        r"(?<!authorities )(?<!agents )(?<!officers )(?:to|efforts to) (?:help )?(?:locate|find|"
        r"identify|unmask|apprehend|track down)(?: (?:and|or) (?:locate|arrest|apprehend|"
        r"remove))? (?:[\w’-]+ ){0,4}?(?:people|individuals|aliens|noncitizens|men|immigrants|"
        r"persons|them)\b|(?:assist|help|aid) in (?:locating|finding|apprehending) [^.;]{0,40}",
    ),
    (
        "care_of_children",
        r"ensur(?:e|ing) (?:that )?(?:these |the )?(?:children|minors) [^.;]{0,60}|(?:welfare|"
        r"safety|exploitation|trafficking) of (?:\w+ )?(?:children|minors)|child trafficking",
    ),
    (
        "cooperation_refused",
        r"(?:continue[sd]? to |have |has )?(?:ignor\w+|refus\w+ to honor|refused) (?:[\w’']+ "
        r"){0,3}?(?:requests?|detainers?) for (?:information|cooperation)[^.;]{0,20}|"
        r"continue[sd]? to ignore (?:[\w’']+ ){0,2}requests?(?: for \w+(?: and \w+)?)?|forced to "
        r"(?:issue|use|resort)[^.;]{0,20}|last resort|(?:refus\w+|fail(?:ed|ure|ing)|declin\w+) "
        r"to cooperate[”\"]? with [^.;]{0,30}requests|(?:routinely |repeatedly )?disregard\w* "
        r"[^.;]{0,30}detainers",
    ),
    (
        "criminal_investigation",
        r"(?<!not )(?<!n[’']t )(?:in service of|part of|for|related to|concern\w+|support) "
        r"(?:investigating|an? (?:\w+ )?(?:\w+ )?(?:criminal|trafficking|laundering|exploitation|"
        r"fraud) investigation|(?:timely )?criminal investigations|an ongoing "
        r"investigation)[^.;]{0,40}",
    ),
    (
        "benefits_investigation",
        r"to (?:determine|see|learn) (?:if|whether) [^.;]{0,60}(?:benefits|payments)|(?:abuse|"
        r"fraud)[^.;]{0,20} (?:of|in) (?:\w+ )?(?:public )?(?:benefits|programs?)",
    ),
    (
        "employment_investigation",
        r"(?:hir|employ)(?:e|ed|ing) (?:\w+ ){0,3}?(?:unauthorized|illegal|undocumented)(?: \w+)?|"
        r"compliance with (?:[\w-]+ ){0,3}?(?:employment|hiring)[\w -]{0,20} laws?|(?:immigration "
        r")?hiring laws",
    ),
    (
        "other",
        r"exceed(?:s|ed|ing)? (?:[\w’']+ ){0,3}?(?:authority|limits|power)\b|subpoenas? (?:is|are|"
        r"was|were) (?:\w+ )?(?:unlawful|illegal|unconstitutional|invalid)",
    ),
    ("due_process", r"(?:protect|violat\w+|den(?:y|ies)|without|lack|or) [^.;]{0,30}due process"),
    (
        "no_injury",
        r"(?:suffered|suffer|identify|shown?) no (?:concrete )?(?:injury|harm|legal consequences)|"
        r"(?:lack(?:s|ed)?|no longer had|no) (?:\w+ )?standing",
    ),
    (
        "official_duty",
        r"(?:swore|took|takes|taken) an oath|oath of office|oath to (?:defend|uphold)|sworn duty",
    ),
    (
        "public_record",
        r"(?:are|is|were|be) (?:all )?public records?|available to (?:anyone|any person|the "
        r"public)",
    ),
    (
        "routine_compliance",
        r"(?:routinely|regularly|always) (?:compl|respond|answer|honor|receiv)\w+ "
        r"[^.;]{0,40}(?:subpoenas|requests)|(?:get|receive)s? (?:served )?subpoenas "
        r"[^.;]{0,20}all the time",
    ),
    (
        "objection_unfounded",
        r"(?:not|\w+n[’']t) (?:explicitly |expressly )?(?:prohibit|forbid|address|bar)\w* "
        r"[^.;]{0,40}(?:subpoenas?|compl\w+|sharing)|fully compl(?:y|ies) with (?:federal|state) "
        r"law|no conflict between[^.;]{0,40}|citing the Supremacy Clause",
    ),
)
"""Code and turns of phrase."""
_PATTERNS = tuple((code, re.compile(rf"\b(?:{words})")) for code, words in GROUNDS)
STEMS = (
    *(
        "subpoena",
        "detainer",
        "ice",
        "law",
        "warrant",
        "request",
        "records",
        "information",
        "court",
    ),
    *("agency", "county", "city", "investigation"),
)
_ABOUT = re.compile(
    r"subpoena|agents|refus|respond|detainer|\bICE\b|immigration|warrant|request|records|"
    r"information|court|sanctuary|complying|comply|agency|investigation",
    re.I,
)
_HELD_OPEN = re.compile(r"\b(?:if|unless)\b[^,;]{0,30}$|\bwhether\b[^,;]{0,90}$", re.I)


def grounds(sentence: str) -> Iterator[Found]:
    """Reasons in a sentence that speaks of a subpoena or of those who send or get one.

    A reason that a sentence names twice is one: not issued by a court, nor signed by a judge.
    """
    if not _ABOUT.search(sentence):
        return
    taken = Cover()
    for code, pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            supposed = code != "not_court_issued" and _HELD_OPEN.search(sentence, 0, match.start())
            if match.group().strip() and not supposed and taken.add(match.span()):
                yield Found("ground", match.span(), code.replace("_", "-"), code, {}, {})
                break
