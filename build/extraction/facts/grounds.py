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
        r"not (?:been )?(?:issued|signed|ordered|approved) by a (?:court|judge)|"
        r"(?:were|was|are|is)(?: not|n[’']t) (?:court[- ]ordered|signed by a judge)|"
        r"without a (?:judge[’']s signature|court order|judicial warrant|warrant signed)|"
        r"never received a warrant signed|only to (?:court-issued|judicial) (?:subpoenas?|"
        r"warrants?)|"
        r"unless (?:they are|it is|they[’']re) [Cc]ourt[- ]ordered|"
        rf"(?:administrative|not a judicial) (?:{PAPERS})[^.;]{{0,40}}(?:no force|"
        rf"not enforceable|not binding)|"
        r"does not have to comply unless",
    ),
    (
        "no_criminal_investigation",
        r"no indication (?:that )?(?:they|it) (?:are|is|were|was) related to a criminal|"
        r"(?:not|n[’']t) (?:related to|part of|for) (?:a|any) criminal investigation|"
        r"unless (?:they|it)[^.;]{0,40}criminal investigation|"
        r"did not cite any (?:alleged )?crimes?",
    ),
    (
        "federal_confidentiality",
        r"(?:violat\w+|breach\w*) (?:federal|HIPAA|FERPA)[^.;]{0,30}"
        r"(?:confidentiality|privacy)(?: \w+)?",
    ),
    (
        "laws_conflict",
        r"(?:conflicts?|contradictions?|inconsistenc(?:y|ies)) (?:between|with)"
        r"[^.;]{0,30}(?:federal|state)(?: and (?:federal|state))? laws?",
    ),
    (
        "state_or_local_law_forbids",
        rf"(?:violat\w+|in violation of|a violation of|contrary to|runs? counter to|breaks?) "
        rf"(?:both )?(?:[\w’'-]+ ){{0,3}}?{LOCAL} (?:[\w’'-]+ ){{0,3}}?{LAW}\b|"
        rf"{LOCAL} (?:[\w’'-]+ ){{0,3}}?{LAW}\b(?: that)? (?:prohibits?|forbids?|bars?|"
        rf"prevents?|restricts?)"
        rf"[^.;]{{0,60}}|"
        rf"(?:due to|because of|cit(?:es|ed|"
        rf"ing)) (?:[\w’'-]+ ){{0,3}}?{LOCAL} (?:[\w’'-]+ ){{0,3}}?{LAW}\b|"
        rf"{LAW}[^.;]{{0,20}} that (?:are )?(?:prohibit|forbid|forc|prevent|bar)\w*[^.;]{{0,50}}|"
        rf"laws? (?:clearly |plainly )?(?:prohibits?|forbids?|bars?) [^.;]{{0,40}}|"
        rf"(?:forced|required|obligated|bound) to (?:comply with|follow|obey) (?:[\w’'-]+ ){{0,2}}?"
        rf"{LOCAL} (?:[\w’'-]+ ){{0,3}}?{LAW}\b|"
        rf"violat\w+ (?:[HSA]\.?[BR]\.? ?)\d+|"
        rf"(?:prohibited|barred|forbidden) (?:by|"
        rf"under) {LOCAL}[^.;]{{0,20}} {LAW}\b",
    ),
    (
        "tenth_amendment",
        r"(?:violat\w+|violation of) [^.;]{0,20}(?:10th|Tenth) Amendment|commandeer\w*",
    ),
    (
        "privacy",
        r"(?:privacy|confidentiality) (?:issues|concerns|rights|laws?)|expos(?:e|ing|ure of) "
        r"(?:vulnerable|applicants|groups|people|victims|residents)[^.;]{0,30}|"
        r"protect(?:s|ing)? (?:the )?privacy|violat\w+ (?:their|his|her|"
        r"people[’']s) (?:civil )?rights",
    ),
    (
        "harm_to_program",
        r"(?:undermin\w+|erod\w+|endanger\w+|destroy\w*|los\w+|damag\w+) "
        r"[^.;]{0,30}trust[^.;]{0,30}|chilling effect|discourag\w+ [^.;]{0,40}from "
        r"(?:seeking|reporting|applying|calling|coming)[^.;]{0,30}",
    ),
    (
        "burden",
        r"undul?y burdensome|undue burden|improper (?:use|expenditure) of [^.;,]{0,40}",
    ),
    ("breadth", r"over(?:ly )?broad|fishing expedition|vague\b"),
    (
        "information_held",
        r"already (?:has|have|had|holds?) (?:access to )?(?:(?:the|this|that|such|all|much) )*"
        r"(?:\w+ )?(?:information|data|records)|"
        r"already available to",
    ),
    (
        "improper_purpose",
        r"(?:in|lack(?:s|ed|ing)?) (?:bad |good )faith|political (?:stunt|theater|reasons|"
        r"purposes)|"
        r"intimidat\w+ tactics?|scare tactics?|the move [^.;]{0,20}is political|to (?:punish|"
        r"intimidate) ",
    ),
    (
        "no_such_records",
        r"(?:has|have|had|keeps?|holds?) no (?:such |responsive )?(?:records|documents|"
        r"information)|"
        r"do(?:es)? not (?:keep|collect|have|maintain) (?:such |that |the |this )?"
        r"(?:records|documents|information|data)",
    ),
    (
        "duty_to_comply",
        r"(?:legally )?(?:obligated|required|bound) to (?:comply|provide|respond|honor|"
        r"produce)[^.;]{0,40}|"
        r"(?:as |indeed )?required by (?:federal |state )?law|has to be honored|"
        r"mandatory legal obligation|a legal obligation|compelled by law",
    ),
    (
        "penalty_feared",
        r"(?:punish\w+ by|held? in|land [^.;]{0,30} in|find [^.;]{0,30} in|face|risk(?:s|ed)?) "
        r"(?:\w+ )?(?:contempt|consequences|fines?|penalt(?:y|ies)|prosecution)[^.;]{0,30}",
    ),
    (
        "authority_claimed",
        r"(?:has|have|had) the (?:legal |statutory )?(?:authority|power) to (?:issue|require|"
        r"compel|obtain|subpoena)[^.;]{0,30}|shall have power to require",
    ),
    (
        "relevant_and_reasonable",
        r"(?:directly |patently |plainly |clearly )(?:relevant|reasonable)[^.;]{0,30}|"
        r"relevant to (?:the|an?|its|legitimate) (?:\w+ )?(?:investigations?|inquir(?:y|ies))",
    ),
    (
        "public_safety",
        r"(?:in the interest of|for|threat to|danger to|endanger\w*|puts?[^.;]{0,20} at risk|"
        r"risk to) "
        r"(?:the )?public(?: safety)?|safety of (?:their|our|the) (?:communit(?:y|ies)|"
        r"residents)[^.;]{0,20}|"
        r"dangerous (?:sanctuary|criminals?)[^.;]{0,30}",
    ),
    (
        "locate_people",
        r"to (?:help )?(?:locate|find|identify and locate|locate and arrest|track down) "
        r"(?:\w+ ){0,3}?(?:people|individuals|aliens|noncitizens|men|immigrants|persons|them)\b|"
        r"assist in locating [^.;]{0,40}",
    ),
    (
        "care_of_children",
        r"ensure (?:that )?(?:these |the )?children [^.;]{0,60}|(?:welfare|safety|exploitation|"
        r"trafficking) of "
        r"(?:\w+ )?(?:children|minors)|child trafficking",
    ),
    (
        "cooperation_refused",
        r"(?:continue[sd]? to |have |has )?(?:ignor\w+|refus\w+ to honor|refused) "
        r"(?:[\w’']+ ){0,3}?(?:requests?|detainers?) for (?:information|cooperation)[^.;]{0,20}|"
        r"continue[sd]? to ignore (?:[\w’']+ ){0,2}requests?(?: for \w+(?: and \w+)?)?|"
        r"forced to (?:issue|use)[^.;]{0,20}",
    ),
    (
        "criminal_investigation",
        r"(?:in service of|part of|for|related to) (?:investigating|a criminal investigation|"
        r"criminal "
        r"investigations)[^.;]{0,40}",
    ),
)
"""Code and turns of phrase."""
_PATTERNS = tuple((code, re.compile(words)) for code, words in GROUNDS)
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
    r"subpoena|detainer|\bICE\b|immigration|warrant|request|records|information|court|sanctuary|"
    r"complying|comply|agency|investigation",
    re.I,
)
_HELD_OPEN = re.compile(r"\b(?:if|whether|unless)\b[^,;]{0,30}$", re.I)


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
