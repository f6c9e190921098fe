"""Reasons that somebody gives for issuing, refusing, enforcing or answering a subpoena.

Each rule is a turn of phrase that names one reason; the codes are those of the vocabulary of
grounds. Whose reason it is, and whether a court took it, a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.clauses import is_question
from extraction.facts.found import Found
from extraction.text.needs import Needed, holds, needed
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
        r"does not have to comply unless"
        r"|not a court order|[Nn]o judge(?:[’']s (?:name|signature|order)|(?: has| had| ever)? "
        r"(?:signed|seen|"
        r"approved|reviewed)|\b)|not self-executing|unsigned|(?:without|absent|unless|until|"
        r"lacks?|lacking) "
        r"(?:there is |it (?:has|had) |they (?:have|get|see) )?(?:an? )?(?:judge|court|judicial|"
        r"magistrate|"
        r"judge[’']s|(?:signed )?warrant(?= signed| from a (?:judge|court)))(?:[’']s)?\b(?: "
        r"(?:order|warrant|signature|signs|signed|says|said|"
        r"backs|orders|ordered|tells|has signed))?|(?:courts?|judges?) (?:would|must|will|should|"
        r"has|have|needs?|"
        r"ought) (?:have )?(?:to )?(?:order|sign|decide|tell|rule|say|approve)\b|no judicial "
        r"(?:warrant|review|"
        r"order|oversight)|let (?:a|the) (?:judge|court)s? (?:decide|sort|rule)|(?:no|any) teeth|"
        r"(?:see|seen|saw|"
        r"show\w*|produced?) (?:us )?an? (?:court order|warrant)|(?:need|want|like|require|"
        r"prefer)s?(?:ed)? an? "
        r"(?:judge|court order|warrant|judicial)\b[^.;,]{0,20}|accompanied by a warrant|(?:pays? "
        r")?no fine|"
        r"(?:can|could)(?:not|n[’']t) (?:make|force|compel) (?:me|us|it|them|anyone|the \w+)|"
        r"just a (?:letter|piece of "
        r"paper)|no (?:legal )?(?:force|weight)|(?:not|n[’']t) (?:legally )?(?:binding|"
        r"enforceable)",
    ),
    (
        "no_criminal_investigation",
        r"no indication (?:that )?(?:they|it) (?:are|is|were|was) related to a criminal|(?:not|"
        r"\w+n[’']t) (?:related to|part of|for|conducting|in connection with) (?:a|any) criminal "
        r"(?:investigation|matter|case)|unless (?:they|it)[^.;]{0,40}criminal investigation|"
        r"(?:did|does) not cite any (?:\w+ )?(?:crimes?|criminal)"
        r"|(?:not|\w+n[’']t) (?:identify|name|cite|mention|specify|describe) (?:any |an |a |the "
        r")?(?:\w+ )?"
        r"(?:investigation|crimes?|case|suspects?|purpose|reason)|(?:identif(?:y|ies)|names?|"
        r"cites?) no "
        r"(?:investigation|crime|suspect|case|purpose)|(?:not|\w+n[’']t) (?:been )?(?:accused|"
        r"suspected|arrested|"
        r"charged)(?: \w+){0,3}|no bearing on [^.;,]{0,30}|(?:not|\w+n[’']t) relevant(?: to [\w "
        r"]{3,20})?|irrelevant",
    ),
    (
        "federal_confidentiality",
        r"(?:violat\w+|breach\w*|citing|under|protected by) (?:the )?(?:federal|HIPAA|"
        r"FERPA)[^.;]{0,30}(?:confidentiality|privacy)(?: \w+)?",
    ),
    (
        "laws_conflict",
        r"(?<!no )(?:conflicts?|contradictions?|inconsistenc(?:y|ies)) (?:between|"
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
        rf"(?:by|under) {LOCAL}[^.;]{{0,20}} {LAW}\b"
        r"|(?:(?:[Ss]tate|[Ff]ederal|[Ll]ocal|[Cc]ity|[Cc]ounty) )?(?:\w+ )?(?:law|laws|rules|"
        r"regulations|statutes?|"
        r"code|ordinance|constitution)(?: \([^)]{3,40}\)?)?(?: (?:already|also|expressly|tightly|"
        r"generally|strictly|"
        r"sharply|specifically))? (?:shields?|restricts?|limits?|bars?|forbids?|protects?|keeps?|"
        r"tells?|makes? "
        r"(?:them|it|such|the|those)|prohibits?|prevents?|does not (?:allow|permit|"
        r"let))[^.;,]{0,40}|(?:covered|"
        r"protected|shielded|barred|sealed|confidential|exempt) (?:by|under) (?:federal|state|"
        r"the|a|local|[A-Z])"
        r"[^.;,]{0,40}|(?:[A-Z][\w’']+ )(?:(?:[A-Z][\w’']+|and|of|for) ){0,5}(?:Privacy|"
        r"Protection|Rights|Promise|"
        r"Values|Trust|Confidentiality|Accountability)(?: (?:[A-Z]\w+|and|of))*? Act|FERPA|HIPAA",
    ),
    (
        "tenth_amendment",
        r"(?:violat\w+|violation of|under|citing) [^.;]{0,20}(?:10th|Tenth) Amendment|"
        r"(?:anti-?)?commandeer\w*|(?:not|\w+n[’']t) (?:[\w’']+ ){0,3}?(?:role|job|"
        r"responsibility) to enforce (?:federal )?immigration"
        r"|(?:(?:First|Fourth|Fifth|Tenth|Fourteenth)(?:,|,? and|,? or)? )+Amendments?|"
        r"conscript\w* [^.;,]{0,30}",
    ),
    (
        "privacy",
        r"(?:privacy|confidentiality) (?:issues|concerns|rights|laws?)|expos(?:e|ing|ure of) "
        r"(?:vulnerable|private|applicants|groups|people|victims|residents)[^.;]{0,30}|(?:protect|"
        r"compromis|threaten|invad|violat)(?:e?s|ing|e)? (?:[\w’']+ ){0,2}?privacy|(?:intrusion|"
        r"invasion) (?:into|of) (?:[\w’']+ ){0,2}?privacy|violat\w+ (?:their|his|her|people[’']s|"
        r"residents[’']) (?:\w+ ){0,3}?rights?\b"
        r"|(?:about|protects?|protecting|for|respect(?:s|ing)?|of) (?:\w+ )?privacy\b|(?:patient|"
        r"student|medical|"
        r"customer|client|tax(?:payer)?|health|employee|juvenile) (?:privacy|confidentiality)|"
        r"(?:are|is|were|as) "
        r"(?:\w+ )?(?:confidential|private)\b|(?:were|are) (?:medical|health|tax|sealed|"
        r"juvenile) records",
    ),
    (
        "harm_to_program",
        r"(?:undermin\w+|erod\w+|endanger\w+|destroy\w*|los\w+|damag\w+) "
        r"[^.;]{0,30}trust[^.;]{0,30}|chilling effect|discourag\w+ [^.;]{0,40}from (?:seeking|"
        r"reporting|applying|calling|coming)[^.;]{0,30}|(?:people|residents|immigrants|victims|"
        r"witnesses) (?:\w+ ){0,3}?(?:afraid|less likely) to (?:report|call|seek|come|"
        r"apply)[^.;]{0,30}"
        r"|(?:[Nn]obody|[Nn]o one|[Pp]eople|[Ff]amilies|[Rr]esidents|[Vv]ictims|[Tt]enants|"
        r"[Pp]arents|[Ii]mmigrants|"
        r"[Ww]itnesses|[Pp]atients|[Ss]tudents|they) (?:will|would|won[’']t|may|might|"
        r"wouldn[’']t)(?: ever| never| "
        r"no longer)? (?:talk|trust|call|come forward|report|be (?:afraid|scared|less)|stop|stay "
        r"away|avoid|apply|"
        r"show up|sign up|seek|open)[^.;,]{0,30}|(?:deter|discourage|scare|frighten|chill|"
        r"drive)(?:s|ed|ing)? "
        r"(?:away )?(?:\w+ ){1,3}(?:from|away)[^.;,]{0,40}|(?:keep|gain|earn|los\w+|break|"
        r"betray\w*|hurt|harm|damage)"
        r" (?:\w+ ){0,3}?(?:trust|confidence|promises?)\b[^.;,]{0,20}|promised (?:in writing|"
        r"confidentiality|that "
        r"(?:their|it)|(?:\w+ ){1,3}that (?:their|it|no))[^.;,]{0,30}",
    ),
    (
        "burden",
        r"(?:undul?y|(?:is|are|was|were) (?:too )?) ?burdensome|undue burden|improper (?:use|"
        r"expenditure) of [^.;,]{0,40}"
        r"|(?:would|could|will|might|[’']d)(?: have|[’']ve)? (?:cost|tak(?:e|en)) (?:the |us |it "
        r"|up |his |her |its )?"
        r"(?:[\w’']+ ){0,3}?(?:dollars?|salary|hours?|weeks?|months?|days|money|staff|city|"
        r"county|district|\$[\d,]+)|too "
        r"(?:expensive|costly|few (?:staff|people))|staff (?:time|hours)|(?:short[- ]|"
        r"under)staffed|overwhelmed by "
        r"[^.;,]{0,30}|easier to [^.;,]{3,30}|spend(?:ing)? (?:[\w’']+ ){0,3}?(?:money|"
        r"dollars)(?: \w+)?",
    ),
    (
        "breadth",
        r"over(?:ly )?broad|too broad|overbreadth|fishing expedition|dragnet|(?:is|are|was|were|"
        r"too|and|so) (?:\w+ )?vague\b"
        r"|without (?:any )?limits?[^.;,]{0,25}|no limits?\b[^.;,]{0,25}|not (?:confined|limited|"
        r"tied) to [^.;,]{0,30}"
        r"|sweep(?:s|ing)? (?:in|up)\b[^.;,]{0,30}|too (?:sweeping|wide|much)|of (?:that|such) "
        r"breadth|dragnet",
    ),
    (
        "information_held",
        r"already (?:has|have|had|holds?) (?:access to )?(?:(?:the|this|that|such|all|much) "
        r")*(?:\w+ )?(?:information|data|records)|already available to"
        r"|already (?:public|has|had) (?:it|them|that|those)|(?:get|got|find|found|obtain\w*) "
        r"(?:it|them|the "
        r"(?:information|records|person)) (?:another way|elsewhere|from other)",
    ),
    (
        "improper_purpose",
        r"in bad faith|improper purpose|pretext\b|lack(?:s|ed|ing)? (?:of )?good faith|"
        r"political(?:ly)? (?:stunt|theater|reasons|purposes|motivated|retribution|attack)|"
        r"retaliatory|(?:in|as) retaliation|to retaliate|weaponiz\w+|trying to (?:bully|"
        r"intimidate|punish|weaken)|designed to (?:intimidate|punish|circumvent|sow fear|scare)|"
        r"abuse of (?:\w+ )?(?:power|authority)|federal overreach|intimidat\w+ tactics?|scare "
        r"tactics?|the move [^.;]{0,20}is political|to (?:punish|intimidate|harass|coerce)\b"
        r"|proxy for [^.;,”\"]{0,30}|(?:meant|designed|intended) to (?:scare|frighten|harass|"
        r"chill)|witch hunt|"
        r"bully(?:ing)?\b",
    ),
    (
        "no_such_records",
        r"(?:has|have|had|keeps?|holds?) no (?:such |responsive )?(?:records|documents|"
        r"information)|(?:do(?:es)?|did)(?: not|n[’']t) (?:keep|collect|have|maintain) (?:such |"
        r"that |the |this |any )?(?:records|documents|information|data)"
        r"|(?:do(?:es)?|did|had|has|have)(?: not|n[’']t| never) (?:keep|kept|collect\w*|have|"
        r"maintain|track|copied|"
        r"possess|hold|record|ask(?:ed)? (?:about|for)|stored?) (?:any|such|that|those|them|"
        r"immigration|copies|a list|"
        r"citizenship|it)\b(?: (?:list|status|data|records?|information))?|no longer (?:has|have|"
        r"exists?)|(?:were|was|"
        r"been) (?:lost|destroyed|purged|erased) [^.;,]{0,25}|no such (?:list|file|record)s?|"
        r"never (?:got|received|saw|"
        r"reached)\b",
    ),
    (
        "duty_to_comply",
        r"(?:legally )?(?:obligated|required|bound) to (?:comply|provide|respond|honor|"
        r"produce)[^.;]{0,40}|(?:as |indeed )?required by (?:federal |state )?law|has to be "
        r"honored|mandatory legal obligation|a legal obligation|compelled by law|had no (?:legal "
        r")?(?:choice|recourse|option)(?: but)?|(?:required|obligated|mandated) (?:to \w+ "
        r")?(?:\w+ )?(?:by|under) (?:federal )?law"
        r"|(?:had|has|have|see|saw) (?:no|little) (?:real )?(?:choice|alternative|"
        r"basis)\b[^.;,]{0,20}|(?:not|n[’']t) (?:see "
        r"|have )(?:a way|any way|anything|a choice|much choice)[^.;,]{0,25}|(?:was|is|it[’']s|"
        r"got|received) an? (?:lawful|"
        r"legal|valid|proper) (?:process|paper|order|demand|subpoena|document)|(?:obligation|"
        r"duty|obligations) (?:imposed|"
        r"under|to (?:obey|comply|answer|produce))[^.;,]{0,30}|as (?:the )?law requires|"
        r"(?:counsel|lawyers?|attorneys?|it|"
        r"we)(?: \w+){0,2} (?:would|[’']d) lose\b|[Ss]tate law says[^.;,]{0,25}|law (?:requires|"
        r"compels|obliges|permits|"
        r"allows|lets)[^.;,]{0,40}|under a (?:\d{4} )?(?:state|federal) (?:law|statute)|(?:law|"
        r"rules),? (?:which )?(?:permit|"
        r"allow)s?\b[^.;,]{0,30}",
    ),
    (
        "penalty_feared",
        r"(?:punish\w+ by|(?<!can be )(?<!could be )held in|land [^.;]{0,30} in|face|risk(?:s|"
        r"ed)?) (?:\w+ )?(?:contempt|consequences|fines?|penalt(?:y|ies)|prosecution)[^.;]{0,30}|"
        r"(?:result in|lead to) (?:\w+ ){0,3}?(?:contempt|fines?|penalt(?:y|ies)|prosecution)"
        r"|(?:put|puts|putting) (?!(?:[\w’']+ ){0,3}?(?:public|communit\w+|lives|neighborhoods|"
        r"officers|victims)\b)(?:[\w’'$]+ ){0,4}?at risk|(?:funds?|funding|grants?|money) "
        r"(?:might|could|would|may) be "
        r"(?:\w+ )?(?:cut|lost|withheld|affected)|los(?:e|ing) (?:\w+ ){0,2}?(?:funds|funding|"
        r"grants?|money)|(?:getting|"
        r"being|get|be) (?:dragged|hauled) (?:into|before|to) [^.;,]{0,20}|(?:lawsuit|fight|suit|"
        r"refusal|refusing|losing) "
        r"(?:\w+ )?(?:would|could|might|may) (?:cost|put|bring)[^.;,]{0,30}",
    ),
    (
        "authority_claimed",
        r"(?:has|have|had) (?:the )?(?:\w+ )?(?:authority|power|right)(?: under [\w ]+?)? to "
        r"(?:issue|require|compel|obtain|subpoena|enforce|inspect)[^.;]{0,30}|shall have power to "
        r"require|(?:codified|authorized) (?:in|under|by) (?:federal )?(?:law|statute)|legally "
        r"authorized to [^.;]{0,30}"
        r"|\d+ U\.?S\.?C\.? ?§* ?(?!132[56])\d+[\w()]*|Section \d{3,4}(?:\(\w+\))+(?: of "
        r"[^.;,]{0,30})?|(?:imposed|authorized|granted|"
        r"given) (?:by|it by) Congress|probable cause\b"
        r"[^.;,]{0,20}",
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
        r"ies)|residents)[^.;]{0,20}|dangerous (?:sanctuary|criminals?)[^.;]{0,30}"
        r"|(?:put|puts|putting) (?:[\w’']+ ){0,3}?(?:public|communit\w+|lives|neighborhoods|"
        r"officers|victims) (?:[\w’']+ ){0,2}?at risk"
        r"|safety (?:is|comes)\b[^.;,]{0,30}|keep (?:\w+ )?(?:people|community|communities|"
        r"streets|neighborhoods|residents) "
        r"safe|(?:crime )?victims (?:share|live)\b[^.;,]{0,25}|wrong door",
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
        r"[^.;]{0,30}detainers"
        r"|(?:[Ff]ollowing|[Aa]fter|because of|due to|over|amid) (?:[\w’']+ "
        r"){0,3}?(?:[Rr]efusals?|[Ff]ailures?) to (?:[Hh]onor|cooperate|"
        r"comply|respond)[^.;,]{0,30}|[Ss]anctuary (?:policies|laws|policy) (?:have |has |had "
        r")?(?:required|forced|left|"
        r"prevented?|made)[^.;,]{0,30}|resort to [^.;,]{0,30}",
    ),
    (
        "criminal_investigation",
        r"(?<!not )(?<!n[’']t )(?:in service of|part of|for|related to|concern\w+|support) "
        r"(?:investigating|an? (?:\w+ )?(?:\w+ )?(?:criminal|trafficking|laundering|exploitation|"
        r"fraud) investigation|(?:timely )?criminal investigations|an ongoing "
        r"investigation)[^.;]{0,40}"
        r"|investigations? (?:relat(?:ed|ing) to|into|of|concerning) (?:the )?(?:enforcement|"
        r"possible|suspected|alleged|illegal|"
        r"whether)[^.;,”\"]{0,40}|(?:possible|suspected|alleged) (?:\w+ )?(?:exploitation|"
        r"trafficking|smuggling|fraud|theft|"
        r"crimes?)\b[^.;,”\"]{0,25}",
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
        r")?hiring laws"
        r"|(?:hired|hiring|employ\w*) (?:\w+ ){0,2}?without (?:authorization|papers|permission)",
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
        r"(?:swore|took|takes|taken) an oath|oath of office|oath to (?:defend|uphold)|sworn duty"
        r"|follow(?:ed|ing|s)? (?:the|our|its|state|county|city) (?:\w+ )?(?:policy|policies|law|"
        r"rules)\b|on principle|"
        r"public (?:deserves|has a right)[^.;,]{0,20}",
    ),
    (
        "public_record",
        r"(?:are|is|were|be) (?:all )?public records?|available to (?:anyone|any person|the "
        r"public)"
        r"|(?:already|open to|now) (?:the )?(?:public|inspection)\b[^.;,]{0,25}|any(?:body|one) "
        r"can (?:get|see|look|ask|buy|read)"
        r"[^.;,]{0,20}|(?:is|are|was|were) (?:all |already )?public (?:in|under|information|"
        r"anyway|documents?|to)\b|publicly "
        r"available|(?:on|from) the (?:\w+[’']s )?website|open to (?:inspection|anyone|anybody|"
        r"all)[^.;,]{0,20}",
    ),
    (
        "routine_compliance",
        r"(?:routinely|regularly|always) (?:compl|respond|answer|honor|receiv)\w+ "
        r"[^.;]{0,40}(?:subpoenas|requests)|(?:get|receive)s? (?:served )?subpoenas "
        r"[^.;]{0,20}all the time",
    ),
    (
        "law_allows",
        r"(?:not|\w+n[’']t) (?:explicitly |expressly )?(?:prohibit|forbid|address|bar)\w* "
        r"[^.;]{0,40}(?:subpoenas?|compl\w+|sharing)|fully compl(?:y|ies) with (?:federal|state) "
        r"law",
    ),
    ("laws_agree", r"no conflict between[^.;]{0,40}"),
    ("no_legal_basis", r"citing the Supremacy Clause"),
)
"""Code and turns of phrase."""
REASONED: tuple[tuple[str, str], ...] = (
    (
        "other",
        r"because,? (?!of (?:a|the) (?:storm|weather)|(?:they|she|he|we|I) (?:feared?|asked|"
        r"(?:was|were|is|are) "
        r"(?:not|afraid)))(?P<why>[^.;:?!]{8,90})|, since (?P<why_2>(?!\d|then|last|early|"
        r"late|of |many|well|"
        r"much|part|soon|the (?:spring|summer|fall|winter|day|week)|\w+day\b)(?:the|it|they|he|"
        r"she|we|I|its|no|there|state|"
        r"federal) [^.;:?!,]{8,80})|(?:argu(?:es|ed|ing)|contend(?:s|ed|ing)|maintains?|"
        r"maintained|on the grounds?|reasoning|"
        r"objecting) that "
        r"(?P<why_3>[^.;:?!]{8,90})|(?<!story, )citing (?!(?:an? )?(?:attorney|two|three|people|"
        r"sources|officials|"
        r"employees|unnamed|court|"
        r"documents|records|person|emails))(?P<why_4>[^.;:?!]{6,80})|(?:object|reject|refus|"
        r"challeng|denied|denial|quash|struck|dismiss)[^.;]{3,60} as (?P<why_5>(?:too "
        r"|un|over|ir|im|il|moot|vague)[a-z]*"
        r"(?: (?:and|or) [a-z]+)?)\b",
    ),
    (
        "other",
        r"(?:^|(?<=, )|(?<= and ))(?:[Ff]earing|[Ww]orried (?:about|that)|[Ww]ary of|[Aa]fraid "
        r"of|[Cc]oncerned (?:about|that)|"
        r"(?:[Ii]n order )?[Tt]o (?:avoid|protect|spare)|[Oo]ut of|[Gg]iven|[Oo]n (?:the "
        r")?advice of|[Rr]ather than risk|[Ff]or fear "
        r"(?:of|that)) (?P<why>[^.;:?!,]{4,80})",
    ),
)
"""Code and words behind which any reason stands: because, citing, on the ground that."""
_BEHIND = tuple((code, re.compile(rf"(?:\b|(?=,))(?:{words})")) for code, words in REASONED)
_ANSWERED = re.compile(
    r"subpoena|\bcompl|refus|declin|turn(?:ed|ing)? over|hand(?:ed|ing)? over|\b(?:g[ai]ve|"
    r"giv(?:es|ing)|sen[dt]|"
    r"releas\w+|provid\w+|produc\w+|with(?:hold|held)\w*|quash\w*|object\w*|challeng\w*|"
    r"reject\w*|den(?:y|ied)|"
    r"records|request|demand|files?|answer\w*|more time|ICE|agents|agency|detainers?|honor\w*|"
    r"court order|struck)\b",
    re.I,
)
"""What a sentence must speak of, for any reason in it to be one of those that are looked for."""
SAID: tuple[tuple[str, str], ...] = (
    (
        "not_court_issued",
        r"(?:unless|until|only|absent)\b(?! (?:when|a handful|one|two|three|\d))[^.;,“”]{0,30}\b"
        r"(?:courts?|judges?|magistrates?)\b|(?:subpoenas?|demands?|summons|requests?|it|they|"
        r"which)(?:[’']s| is| are| was| were) (?:merely |only |just |simply |at most )?an? "
        r"(?:requests?|invitation|letter)\b|which are requests|judge (?:hasn[’']t|didn[’']t|never)|"
        r"(?:subpoenas?|detainers?|they|it|and|which) carr(?:y|ies) no (?:penalty|fine|force|"
        r"weight)|"
        r"(?:can(?:no|[’'])t|cannot|could not) (?:fine|punish|jail|penalize) \w+|"
        r"(?:backed|sanctioned|endorsed|authorized|compelled) by (?:a|any|the) (?:\w+ )?(?:court|"
        r"judge)\b|"
        r"orders? (?:from|by|signed by) a (?:\w+ )?(?:judge|court)\b",
    ),
    (
        "state_or_local_law_forbids",
        r"(?:law|laws|statute|Act|act|ordinance|directive|charter|code|policy|rules?|regulations?|"
        r"decree)(?: \w+ly)? (?:preclud(?:es?|ed)|limits?|limited|barred|forbade|prohibited|"
        r"prevented|t(?:ies|ied) [\w’']+ hands|governs?|contains? no|has (?:no|an) exception|says "
        r"(?:we|it|they|that|no|only)|does(?: not|n[’']t) (?:allow|permit|let))\b[^.;,]{0,30}|"
        r"(?:[A-Z][\w’'-]+ (?:of |and |for )?){1,5}Act\b(?! [A-Z])|"
        r"(?:law|statute|Act|code|rules?|ordinance) (?:allows?|permits?)\b[^.;,]{0,30} only\b|"
        r"executive order (?:bars?|forbids?|"
        r"tells?|says|prohibits?|limits?)\b[^.;,]{0,25}|polic(?:y|ies) of (?:protecting|"
        r"not)\b[^.;,]{0,25}",
    ),
    (
        "no_such_records",
        r"(?:keeps?|kept|holds?|held|maintains?|collects?|ha(?:s|ve|d)) no (?:such |responsive |"
        r"central )?(?:lists?|files?|copy|copies|database|log|roster|registry)\b|(?:nothing|none) "
        r"to "
        r"(?:give|produce|hand|turn|provide|share)|(?:do(?:es)?|did)(?: not|n[’']t) exist|"
        r"(?:been|were|was) (?:overwritten|deleted|destroyed|purged|shredded|erased)|(?:do(?:es)?|"
        r"did)(?: not|n[’']t) (?:inquire into|ask about|ask for|track|record) (?:\w+ )?"
        r"(?:citizenship|immigration|status|nationality)\b|"
        r"nothing responsive",
    ),
    (
        "harm_to_program",
        r"(?:were|was|been) promised\b[^.;]{0,25}|promis(?:ed|es) (?:them|people|applicants|"
        r"residents|tenants|families|parents|patients|workers|that)\b[^.;,]{0,25}|"
        r"trust(?:ed|s)? (?:us|them|the (?:city|county|school|clinic|library|"
        r"office))\b[^.;,]{0,20}|right to privacy",
    ),
    (
        "public_safety",
        r"(?:turn(?:ed|s|ing)?|set(?:s|ting)?|let(?:s|ting)?|releas(?:ed|es|ing)|put(?:s|ting)?) "
        r"(?:[\w’'-]+ ){0,3}?(?:criminals?|aliens|offenders|murderers|gang members|rapists|"
        r"predators)\b(?: \w+)? (?:loose|back|go|out|on|onto|into)\b[^.;]{0,20}|back (?:on|onto|"
        r"into) (?:our|the) (?:streets?|communit\w+|neighborhoods?)|put(?:s|ting)? [^.;]{3,40} at "
        r"(?:greater |needless )?risk|"
        r"(?:cit(?:ed|es|ing)|matter of|interests? of|protect\w*|sake of|name of|threat\w* to) "
        r"(?:the )?(?:public|community) safety|"
        r"(?:shield|harbor|protect)(?:s|ing|ed)? (?:\w+ )?(?:criminals|criminal aliens|"
        r"fugitives)\b|"
        r"public safety\b(?! (?:building|director|committee|chief|officers?|department))",
    ),
    (
        "burden",
        r"(?:fight|lawsuit|suit|litigation|challenge|case|defense)\b[^.;,]{0,20} (?:would|could|"
        r"will|might) (?:run|cost)\b[^.;,]{0,20}|no (?:money|staff|budget|time) (?:to|for) "
        r"(?:fight|litigate|answer|comply|search|redact|a)\b[^.;,]{0,20}|"
        r"overwhelm(?!ing)\w*\b[^.;,]{0,25}|"
        r"no time for\b[^.;,]{0,15}|(?:can(?:not|[’']t)|could not|couldn[’']t) "
        r"afford\b[^.;,]{0,20}|"
        r"(?:is|was|were|are|far|much) too (?:short|little|costly|few)\b",
    ),
    (
        "duty_to_comply",
        r"(?:not|n[’']t|never) (?:an? )?optional|(?:is|are|was|were) [“\"‘']?(?:mandatory|"
        r"compulsory)\b|law(?:[’']s| is) the law|(?:subpoenas?|demands?|it|they)(?:[’']s| is| are|"
        r" was| were) (?:perfectly |entirely |plainly )?(?:lawful|valid|proper|legitimate)\b|"
        r"no (?:legal |lawful |real |good )*(?:reason|basis|grounds?|choice|right|excuse|"
        r"alternative|option) "
        r"(?:to|for|but)\b[^.;,]{0,20}|polic(?:y|ies)(?: is)? to (?:cooperate|comply|"
        r"assist)\b[^.;,]{0,20}|"
        r"(?:is|are|was|were|felt) obliged to\b[^.;,]{0,20}|(?:obey|follow|respect|uphold)(?:s|ed|"
        r"ing)? the "
        r"(?:law|Constitution)\b|(?:law|statute) is clear|(?:likely|probably|certainly|would) "
        r"lose\b|no ground on which",
    ),
    (
        "other",
        r"(?:reason|excuse|objection|justification|rationale)s? (?:is|was|are|were)(?! (?:not )?"
        r"(?:given|stated|offered|needed|required|known|unclear|heard|overruled|sustained|filed|"
        r"that simple))\b[^.;:]{3,60}|(?:are|were) (?:all |mostly |U\.S\. |American )?citizens\b|"
        r"no stopping point|bears? (?:up)?on\b[^.;,]{3,30}|"
        r"defective|unenforceable|improperly (?:served|issued)|wrong (?:office|agency|address|"
        r"person|county|"
        r"name|court|department|statute|law)|(?:lack(?:s|ed)?|without|no|exceed\w*|beyond) (?:\w+ "
        r")?"
        r"(?:jurisdiction|authority)\b[^.;,]{0,25}|(?:contract|agreement|settlement|decree|"
        r"injunction)\b"
        r"[^.;,]{0,25} (?:forbids?|bars?|prohibits?)\b[^.;,]{0,20}|(?:collected|gathered|given|"
        r"kept) for "
        r"(?:an|some|one|a|no) ?(?:other|different)? purpose|"
        r"unlawful\b(?! (?:possession|entry|presence|re-?entry|use|employment|restraint))",
    ),
    (
        "tenth_amendment",
        r"(?:not|n[’']t) (?:[\w’']+ ){0,4}?(?:job|role|business|work|"
        r"duty)\b[^.;]{0,30}\b(?:immigration|"
        r"federal law|ICE|federal)\b|(?:do|doing|does)(?:n[’']t| not)? (?:ICE[’']s|immigration|the "
        r"federal government[’']s|their) (?:work|job|enforcement|bidding)\b|(?:stay|keep|stays) "
        r"out of "
        r"(?:\w+ )?immigration\b|help(?:ing)? (?:ICE |to |agents )?deport\b[^.;,]{0,20}",
    ),
    (
        "improper_purpose",
        r"(?:is|was|as|are|were|in|of|for) (?:\w+ )?(?:retaliation|retribution|payback|harassment|"
        r"intimidation|a pretext|theater|a stunt)\b",
    ),
    (
        "no_criminal_investigation",
        r"(?:do(?:es)?|did)(?: not|n[’']t) (?:say|explain|state|specify|tell \w+) (?:why|what "
        r"(?:it|"
        r"they|the)|how)\b[^.;,]{0,30}|show(?:n|ed|s)? no (?:need|reason|cause|basis|connection)\b"
        r"[^.;,]{0,25}|(?:without|no) explanation\b|"
        r"(?:never|not|n[’']t)(?: been| even)? (?:arrested|charged|accused|convicted)\b|nothing "
        r"to do "
        r"with\b[^.;,]{0,25}|no criminal (?:records?|history|charges?|case)\b|(?:not|n[’']t) name "
        r"a single",
    ),
    ("breadth", r"(?:seeks?|asks? for|demands?|covers?|wants?|reaches) (?:everything|everybody)\b"),
    (
        "penalty_feared",
        r"(?:expos|open)(?:es?|ed|ing|s)? (?:[\w’']+ ){1,4}to (?:contempt|lawsuits?|liability|"
        r"fines?|"
        r"litigation|sanctions)|(?:fear(?:s|ed|ing)?|avoid(?:s|ed|ing)?|invit(?:es?|ed|ing)|"
        r"afraid of|"
        r"worr(?:y|ies|ied) about) (?:an? |the |costly |expensive |being |more |losing "
        r")*(?:lawsuits?|"
        r"litigation|contempt|fines?|penalt\w+|sued|funding|grants?|(?:court|legal) (?:fight|"
        r"battle))|"
        r"(?:fear|risk|threat)\w*\b[^.;,]{0,30}\b(?:sued|be fined)\b|(?:rel(?:y|ies)|runs?|"
        r"depends?) on "
        r"federal (?:money|grants?|funds|funding|dollars)\b",
    ),
    (
        "authority_claimed",
        r"[Ff]ederal law (?:gives?|grants?|lets?|allows?|authoriz\w+|empowers?|"
        r"permits?)\b[^.;,]{0,30}|"
        r"Supremacy Clause|(?:power|authority|right) to (?:compel|demand|issue|obtain|subpoena|"
        r"seek|"
        r"inspect)\b[^.;,]{0,25}",
    ),
    (
        "locate_people",
        r"(?:records?|files?|data|information|names|subpoenas?|lists?|addresses) "
        r"[^.;]{0,40}?\b(?:to|"
        r"helps?(?: it| them| us| agents| officers)?) (?:find|locate|track down|arrest|apprehend|"
        r"deport|remove) [^.;,]{3,30}|"
        r"let(?:s)? (?:it|them|agents|officers|us) (?:find|locate)\b[^.;,]{0,25}",
    ),
    (
        "criminal_investigation",
        r"(?:agency|ICE|HSI|DHS|agents|[Ii]nvestigations|it) (?:is|are|was|were) (?:\w+ )?"
        r"(?:investigating|looking into)\b[^.;,]{0,40}|"
        r"part of an? (?:[\w-]+ ){0,3}?(?:investigation|inquiry|probe)\b[^.;,]{0,30}",
    ),
    (
        "public_record",
        r"available (?:online|on (?:the|its|our)|to any\w*|to the public)\b|"
        r"[Aa]ny(?:one|body) (?:can|could|may) (?:look|see|get|ask|find|buy|request|"
        r"walk)\b[^.;,]{0,20}",
    ),
)
"""Code and what is said of a demand, of a law, of records or of a court."""
_HELD_OPEN = re.compile(r"\b(?:if|unless)\b[^,;]{0,30}$|\bwhether\b[^,;]{0,90}$", re.I)


def _named() -> Iterator[tuple[str, re.Pattern[str], str, Needed]]:
    """What names a reason, then what is said that tells one: code, pattern, rule, its letters."""
    for code, words in GROUNDS:
        yield code, re.compile(rf"\b(?:{words})"), code.replace("_", "-"), needed(words)
    for code, words in SAID:
        yield code, re.compile(rf"\b(?:{words})"), "said-" + code.replace("_", "-"), needed(words)


_NAMED = tuple(_named())


def grounds(sentence: str) -> Iterator[Found]:
    """Reasons in a sentence that speaks of a subpoena or of those who send or get one.

    A reason that a sentence names twice is one: not issued by a court, nor signed by a judge.
    """
    if is_question(sentence):
        return
    taken = Cover()
    low = sentence.lower()
    for code, pattern, rule, letters in _NAMED:
        if letters and not holds(low, letters):
            continue
        for match in pattern.finditer(sentence):
            supposed = code != "not_court_issued" and _HELD_OPEN.search(sentence, 0, match.start())
            if match.group().strip() and not supposed and taken.add(match.span()):
                yield Found("ground", match.span(), rule, code, {}, {})
                break
    yield from _reasons(sentence, taken)


def _reasons(sentence: str, taken: Cover) -> Iterator[Found]:
    """Whatever stands behind `because` and the like, where a sentence speaks of an answer."""
    if not _ANSWERED.search(sentence):
        return
    for code, pattern in _BEHIND:
        for match in pattern.finditer(sentence):
            span = match.span(match.lastgroup or 0)
            if taken.add(span):
                yield Found("ground", span, "reason-given", code, {}, {})
