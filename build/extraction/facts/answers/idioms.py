"""Answers by turns of phrase, which no single verb tells: asked for more time, said no.

Behind words that leave it open, such as `if` or `urged`, a turn of phrase tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.clauses import RECIPIENTS
from extraction.facts.found import Found, apart
from extraction.text.candidates import Span
from extraction.text.needs import holds, needed

_COURT = r"(?:(?:a|the|its) )?(?:\w+ ){0,3}?(?:court|judge|magistrate)"
_UNDO = r"(?:quash|block|stop|halt|set aside|throw out|void|invalidate)"
_NO = r"(?:not|n[’']t|never)"
_DEMAND = r"(?:subpoena|summons|request|demand)s?"
_LAWYERS = (
    r"(?:lawyers?|counsel|attorneys?|legal (?:team|department|staff)|law (?:department|office))"
)
_TELL = (
    r"(?:say|discuss|confirm|elaborate|explain|specify|identify|describe|talk|speak|go into|be "
    r"(?:interviewed|quoted)|make (?:any(?:one|body)|the \w+) available|give (?:any |further |"
    r"more )?(?:details|"
    r"specifics|an? (?:reason|interview))|provide (?:any |further |more |additional )?(?:details|"
    r"comment)|answer (?:further |any |more |other |detailed |specific )?questions?)"
)
_ASKER = (
    r"(?:them|(?:the |federal |immigration )*(?:ICE|DHS|HSI|feds|agents?|agency|government|"
    r"department|officials|authorities))"
)
_BODY = (
    r"(?:county|city|town|state|parish|borough|district|university|school|sheriff|board|department)"
)
_RECIPIENT = rf"(?:{'|'.join(sorted(RECIPIENTS - {'he', 'she', 'i', 'it'}))})"
IDIOMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "filed",
        "challenged",
        re.compile(
            r"\b(?P<cue>fil(?:ed|es|ing) (?:for declaratory|(?:[\w’'-]+ ){1,4}?(?:motion|petition|"
            rf"lawsuit|suit)(?: [\w’'.-]+){{0,6}}? (?:to {_UNDO}|against the (?:subpoena|"
            rf"agency|department|demand))|suit(?: on \w+)? (?:over|to {_UNDO}|against)|an? "
            rf"(?:federal )?"
            rf"(?:lawsuit|suit) (?:over|seeking to {_UNDO}))) "
            r"?(?:relief|judgment)?\b",
            re.I,
        ),
    ),
    (
        "asks-a-court",
        "challenged",
        re.compile(
            rf"\b(?P<cue>(?:to )?(?:ask|urg)(?:e?s|ed|ing)? {_COURT} to {_UNDO}|(?:(?:went|goes|"
            rf"gone|"
            rf"going) to (?:\w+ )?court|su(?:ed|es|ing))(?: in [\w ]{{3,30}}?)? to (?:{_UNDO}|"
            rf"fight|"
            rf"have))\b[^.;]{{0,40}}\b(?:subpoenas?|summons|demands?|requests?|order|quashed|it|"
            rf"them)\b",
            re.I,
        ),
    ),
    (
        "moves-to-quash",
        "challenged",
        re.compile(
            rf"\b(?P<cue>(?:mov(?:ed|es|ing)|petition(?:ed|s)) (?:(?!neither)\w+ )?to {_UNDO}|"
            rf"(?:in|with|filed|"
            r"files|filing) (?:an?|its|their|the) (?:\w+ ){0,2}motion(?= (?:filed|to quash))|is in "
            r"litigation|(?:took|taken|taking) (?:ICE|DHS|the (?:agency|government|department)) "
            r"to court|(?:sued|suing|sues) (?:ICE|DHS|the (?:agency|federal government|"
            r"department|"
            r"Department of Homeland)))\b",
            re.I,
        ),
    ),
    (
        "court-papers",
        "challenged",
        re.compile(
            r"\b(?P<cue>filed (?:papers|(?:an? |its )(?:\w+ )?(?:objections?|motion|challenge|"
            r"petition)) in (?:\w+ )?court|ask(?:s|ed|ing)? "
            r"that (?:the |it)(?:subpoenas?|demand|request)? ?be (?:quashed|thrown out|set aside|"
            r"voided|blocked|narrowed))\b"
        ),
    ),
    (
        "its-challenge",
        "challenged",
        re.compile(
            rf"\b(?P<cue>(?:{_BODY}|agency|clerk|governor|mayor)[’']s? (?:\w+ )?(?:court challenge|"
            r"challenge|lawsuit|suit|(?:motion|petition) to quash|motion(?! to (?:enforce|"
            r"compel))))\b",
        ),
    ),
    (
        "under-review",
        "reviewing",
        re.compile(
            r"\b(?:subpoena|summons|request|demand|matter|paper|"
            r"it)s?\b[^.;]{0,60}\b(?P<cue>under (?:\w+ "
            r")?(?:review|consideration|study))\b",
            re.I,
        ),
    ),
    (
        "not-decided",
        "reviewing",
        re.compile(
            rf"\b(?P<cue>(?:ha(?:s|ve|d)|is|are|was|were)(?: {_NO}|n[’']t)(?: yet)? (?:decided|"
            rf"made up "
            r"(?:its|his|her|their) minds?|determined|settled on|reached a decision|made a "
            r"decision|"
            r"sure)|no (?:final )?decision (?:has|had|was) (?:been )?(?:made|reached)|ha(?:s|ve) "
            r"yet to (?:decide|"
            r"determine|make up)|(?:is|are|[’']re|remains?|still) (?:still )?(?:undecided|"
            r"deciding|(?:weighing|mulling|"
            r"debating|considering|deciding|figuring out|trying to (?:figure out|decide|"
            r"determine)|assessing|studying|reviewing|determining|evaluating) "
            r"(?:whether|how|what|if|its options)))\b",
            re.I,
        ),
    ),
    (
        "studies",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:legal team|lawyers?|counsel|attorneys?) (?:has|have) (?:it|the "
            r"subpoena)|"
            r"(?:studying|considering|reviewing|weighing|assessing|mulling|evaluating|examining|"
            r"looking "
            r"(?:at|over|into)|going (?:over|through)|reading|weighs|mulls|considers) (?:the "
            r"matter|the issue|it\b|(?:its|their|his|her|our) "
            rf"(?:options|obligations|response|answer|legal options)|(?:an? |the |its "
            rf")?(?:{_DEMAND}|answer|"
            r"response|reply|legal options))|think(?:ing)? (?:about it|it over)|(?<!court "
            r")(?<!judge )(?<!judges )(?:will|to) (?:vote (?:\w+ )?on (?:whether|how|the "
            r"(?:subpoena|matter|demand))|take it "
            r"up|take up the (?:subpoena|matter|request)|decide (?:how|whether|what)|(?:discuss|"
            r"consider) (?:it\b|its response|the "
            r"(?:subpoena|matter|demand)))|(?:will|to|[’']ll) be (?:discussed|taken up|decided|"
            r"considered) (?:in|at|by|on))\b",
            re.I,
        ),
    ),
    (
        "to-lawyers",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:gave|given|passed|handed|forwarded|sent|turned|referred) (?:it|them|the "
            rf"{_DEMAND}|the matter)(?: over| on| along)? to (?:(?:its|his|her|their|the|our|"
            rf"county|"
            rf"city|town|state|district|general|corporation) ){{0,3}}{_LAWYERS}|(?:consult(?:ing|"
            rf"ed)(?: with)?|"
            rf"(?:conferring|speaking|talking|met|meeting) with) (?:(?:its|his|her|their|the|our|"
            rf"county|city|legal) "
            rf"){{0,3}}{_LAWYERS}|(?:seeking|asked for|awaiting) (?:\w+ )?(?:legal advice|an? "
            rf"(?:legal "
            rf"|attorney general[’']s )?opinion)|ask(?:ed|s|ing) (?:[\w’']+ "
            rf"){{1,3}}?(?:{_LAWYERS}|solicitor) "
            rf"(?:to (?:review|look at|study|read)|for (?:advice|guidance|an opinion)))\b",
            re.I,
        ),
    ),
    (
        "more-time",
        "delayed",
        re.compile(
            r"\b(?P<cue>(?:ask(?:s|ed|ing)?(?: (?:ICE|the|DHS|HSI|immigration|federal|for|agents|"
            r"agency|"
            r"government|authorities|officials|judge|court)){0,3} for,? (?:and (?:got|received|"
            r"won),? )?|"
            r"request(?:s|ed|ing) |sought |seek(?:s|ing) |receiv(?:ed|es) |got,? |won |secured |"
            r"obtained |want(?:s|ed) |(?:was|were|"
            r"been) (?:granted|given) )(?:an? )?(?:(?:\w+ )?(?:more|extra|additional) (?:time|"
            r"days?|"
            r"weeks?|months?)|(?:[\w-]+ )?extension|extra \w+ (?:days|weeks)|(?:ten|fifteen|twenty|"
            r"thirty|sixty|ninety|\d\d) days))\b",
            re.I,
        ),
    ),
    (
        "puts-off",
        "delayed",
        re.compile(
            r"\b(?P<cue>need(?:s|ed)? (?:until|more time)|(?:been|was|were) given (?:until|more "
            r"time)|(?:asked|asks|asking)\b[^.;,]{1,40} to "
            r"(?:extend|push back|postpone)"
            r"(?: the| its| that)? (?:deadline|date|return date)|(?:put(?:s|ting)? off|hold(?:s|"
            r"ing)? off on|delay(?:s|ed|ing)?|postpon(?:es|ed|"
            r"ing)) (?:replying|responding|answering|complying|compliance|a decision|(?:its|any|a) "
            r"(?:response|reply|answer|decision)))\b",
            re.I,
        ),
    ),
    (
        "unanswered",
        "ignored",
        re.compile(
            r"\b(?:subpoena|summons|request|demand)s?\b[^.;]{0,40}\b(?P<cue>(?:went|go|gone) "
            r"(?:unanswered|unheeded|ignored))\b",
            re.I,
        ),
    ),
    (
        "missed-deadline",
        "not_complied",
        re.compile(
            r"\b(?P<cue>(?<!not )miss(?:ed|es) (?:the|its|a) (?:[\w.]+ ){0,2}deadline|let (?:the "
            r"|its |that )?(?:deadline|date) (?:pass|lapse|slip)|(?:deadline|due date|return "
            r"date) (?:passed|came and went|"
            r"lapsed|has passed|expired)|has ignored the deadline)\b",
            re.I,
        ),
    ),
    (
        "met-deadline",
        "complied",
        re.compile(
            r"\b(?P<cue>(?:met|beat) (?:the|its|a|that|ICE[’']s) (?:[\w.’']+ ){0,3}?deadline)\b",
            re.I,
        ),
    ),
    (
        "says-no",
        "refused",
        re.compile(
            r"\b(?P<cue_4>sa(?:id|ys) no to (?:both|the|all|each|every|any|ICE|DHS|a|an|this|"
            r"that)\b[^.;,]{0,20})|\b(?P<cue_2>answer (?:is|was|will be|remains|has been) "
            r"(?:still )?no)\b|"
            rf"\b{_RECIPIENT} "
            r"(?P<cue>(?:said|says|told (?:ICE|DHS|HSI|agents|them|the agency)) no)(?=[.;”\"]| "
            r"(?:in|to "
            r"(?:ICE|the|a|an|such|federal)|when|and|again|on|last|this)\b)",
            re.I,
        ),
    ),
    (
        "would-not",
        "refused",
        re.compile(
            r"\b(?:said|says|say|told \w+|vowed|replied)(?: that)? (?:he|she|it|they|the \w+|we|I) "
            r"(?P<cue>(?:would|will|wo|could|can)(?:n[’']t| not| never))(?=[.,;”\"]|$)",
        ),
    ),
    (
        "objects",
        "refused",
        re.compile(
            rf"\b(?P<cue>object(?:s|ed|ing)? to (?:(?:the|this|that|each|these|both|all|any|its|"
            rf"ICE[’']s|"
            rf"such|part of the) (?:\w+ ){{0,2}}?(?:{_DEMAND}|one)|producing|turning over|"
            rf"handing over|"
            r"providing))\b",
            re.I,
        ),
    ),
    (
        "letter-declining",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:letter|reply|e-?mail|response|memo|resolution|statement)s? "
            r"(?:declining|refusing|that "
            r"(?:declined|refused)|rejecting|objecting)(?: to \w+)?)\b",
            re.I,
        ),
    ),
    (
        "gives-in",
        "complied",
        re.compile(
            rf"\b(?:{_BODY}|mayor|clerk|commissioners|council|officials|trustees|it|they|he|she|"
            rf"[A-Z]\w+) (?P<cue>(?:has |have |had )?"
            r"(?:caved(?: in)?|folded|gave in|given in|capitulated|knuckled under|bowed|"
            r"relented)(?: to (?:the |a |an )?(?:ICE|DHS|agency|"
            r"government|federal|subpoena|demand|agents|pressure)\w*)?)(?=[.,;:]| in (?:a|the) | "
            r"after | and )|\b(?P<cue_2>(?:we |I )(?:enclose|"
            r"attach)|[Ee]nclosed (?:please find|are)|[Aa]ttached are|opened (?:its|the|his|her) "
            r"(?:[\w’']+ )?(?:books|files|records) to|(?:plan|plans|"
            r"intends?|agreed|promised|pledged|vowed|will|[’']ll) (?:to )?(?:fully "
            r")?cooperate(?: fully)?(?=[.,;”\"]))",
        ),
    ),
    (
        "agency-got",
        "complied",
        re.compile(
            r"\b(?:ICE|DHS|HSI|[Aa]gents|investigators|Security Investigations|[Tt]he (?:agency|"
            r"government)) (?P<cue>(?:got|received|obtained|"
            r"left with) (?:the |its |all |\w+ (?:of )?)?(?:\w+ )?(?:files|records|list|names|"
            r"documents|lists|forms|copies|boxes|data|"
            r"spreadsheet))(?! requests?)|\b(?:files|records|lists?|documents|names|log|video|"
            r"forms|data|boxes) (?P<cue_2>(?:went|will go|"
            r"were on their way) to (?:the )?(?:ICE|DHS|HSI|agency|agents|federal|Homeland|"
            r"government))",
        ),
    ),
    (
        "holds-firm",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:told|tells|telling) (?:ICE|DHS|HSI|(?:the |federal |immigration "
            r")*(?:agents|agency|government)|them)(?: that)? (?:to "
            r"(?:pound sand|get lost|go away|forget it|leave|go to court|take it to court|file|"
            r"sue)|(?:it|they|he|she) would see "
            r"(?:it|them) in court)|stonewall(?:ed|ing|s)|(?:held|stood) its ground|dug in|"
            r"(?:show(?:ed|s)|shown) (?:the )?(?:agents|them) the door|(?:are|is|am|was|were) "
            r"(?:not able|unable|not in a position|not "
            r"prepared|not willing|unwilling) to (?:comply|produce|provide|turn over|hand over|"
            r"furnish|release)|(?:we|I) must (?:respectfully )?"
            r"(?:decline|refuse)|(?:wo|will )n[’']t (?:budge|do it)|will not (?:budge|do it)|"
            r"(?:flat|firm) no\b|would see (?:ICE|it|them|"
            r"the agency) in court|(?:said|say|saying) [“\"‘']?[Nn]o[,.”\"’'](?=\s?[”\"]))",
        ),
    ),
    (
        "lets-lie",
        "ignored",
        re.compile(
            rf"\b(?P<cue>(?:let|left|leaving) (?:the |a |both |its )?(?:\w+ )?(?:{_DEMAND}|it|"
            rf"them|papers?|letters?) (?:sit|lie|gather|in a "
            rf"drawer|unopened)|(?:threw|tossed|thrown) (?:the |a )?(?:{_DEMAND}|it|them|papers?|"
            rf"letters?) (?:away|out|in the)|never "
            r"(?:opened|acknowledged) (?:it|the))",
            re.I,
        ),
    ),
    (
        "waits-for-advice",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:waiting|waits|wait) (?:for|on) (?:(?:an?|its|his|her|their|the) "
            r")?(?:[\w’']+ ){0,2}(?:opinion|advice|guidance|"
            r"lawyers?|counsel|attorney general)|awaiting (?:\w+ )?(?:guidance|advice|counsel)|"
            r"(?:is|are|remains?|remain) (?:split|divided|torn) "
            r"(?:on|over|about) (?:what|whether|how|the)|report back on the|"
            rf"(?:show(?:ed|n)|brought|took|taken) (?:it|the {_DEMAND}) to (?:[\w’']+ "
            rf"){{0,3}}?{_LAWYERS}|(?:sent|referred) the matter to "
            rf"(?:[\w’']+ ){{0,3}}?{_LAWYERS})",
        ),
    ),
    (
        "plays-for-time",
        "delayed",
        re.compile(
            r"\b(?P<cue>stalled for time|bought (?:itself|themselves|himself|herself|the "
            r"\w+) (?:\w+ )?(?:days|weeks|time|months?)|asked that (?:the|its) (?:deadline|date|"
            r"return date) be (?:moved|extended|pushed)|"
            r"need(?:s|ed)? (?:another|an extra|a few more|more) (?:days?|weeks?|months?|time))",
        ),
    ),
    (
        "keeps-silent",
        "no_comment",
        re.compile(
            r"\b(?P<cue>(?:kept|stayed|remained|has been|have been) silent|(?:was|were) not "
            r"returned|nobody (?:at [\w ]{3,30} )?(?:called|wrote) "
            r"back|would only say|would say only|without a word|(?:had|has|have) no (?:immediate "
            r")?comment|declined further comment|has not "
            r"commented|(?:did|has|have)(?: not|n[’']t) (?:called|call) back)\b",
            re.I,
        ),
    ),
    (
        "lets-see",
        "complied",
        re.compile(
            r"\b(?P<cue>(?:let|lets|allowed|allows|letting) (?:the |federal |immigration "
            r")*(?:agents?|agency|ICE|investigators|"
            r"officers) (?:to )?(?:see|copy|inspect|have|look|review|search)|(?:ma[dk]e[sd]?|"
            r"making) (?:[\w’']+ ){1,4}"
            r"available to (?:the |federal |immigration )*(?:agents?|agency|ICE|DHS|HSI|"
            r"investigators|government))\b",
        ),
    ),
    (
        "comes-back",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:told|tells|asked|asks) [^.;]{0,30}(?:come back|return|go get|get)(?: "
            r"with)? an? (?:\w+ )?"
            r"(?:warrant|court order|judge[’']s order)|(?:keeps?|kept|keeping|hold(?:s|ing)? "
            r"back|held back) the "
            r"(?:rest|remainder)|den(?:y|ied|ies|ying) (?:the |federal |immigration )*(?:agents?|"
            r"agency|ICE|DHS|HSI|"
            r"investigators|government) (?:access|the))\b",
            re.I,
        ),
    ),
    (
        "sends-reply",
        "responded",
        re.compile(
            r"\b(?P<cue>[Ii]n (?:its|his|her|their) (?:\w+ )?(?:response|reply)(?=[, ])|(?:sent|"
            r"mailed|delivered|filed|submitted|issued|"
            r"wrote|gave) (?:ICE |DHS |HSI |agents |the agency )?"
            r"(?:an?|its|their|his|her) (?:\w+ ){0,2}?(?:response|reply|answer)|(?:replied|"
            r"responded|answered|wrote back) "
            r"(?:by|in|with an?) (?:\w+ )?(?:letter|writing|e-?mail|phone))\b",
            re.I,
        ),
    ),
    (
        "and-it-did",
        "complied",
        re.compile(
            r"\b(?:order|authoriz|instruct|ask|tell|told|want|direct)\w*\b[^.;]{0,60}\b(?:comply|"
            r"releas|turn|hand|produce|"
            r"provide|"
            r"answer|obey)\b[^.;]{0,40},? and (?P<cue>(?:it|they|he|she|we|I) did)\b",
            re.I,
        ),
    ),
    (
        "will-not-tell",
        "no_comment",
        re.compile(
            r"(?<!panel )(?<!judge )(?<!court )(?<!subpoena )(?<!letter )(?<!law )(?<!order "
            r")(?<!notice )(?<!statute )(?<!document )"
            rf"\b(?P<cue>(?:would|will|could|did|does|do|wo|ca|can)(?: {_NO}|n[’']t) "
            rf"(?:immediately |"
            rf"publicly )?confirm (?:n?or|and) deny|(?:would|could)(?: {_NO}|n[’']t) "
            rf"(?:immediately |"
            rf"publicly )?{_TELL}|did(?: {_NO}|n[’']t) (?:immediately |publicly )?(?:say|discuss|"
            rf"confirm|"
            rf"elaborate|answer (?:\w+ )?questions?|give (?:details|a reason))|(?:will|wo|ca|can|"
            rf"does|do)(?: {_NO}|n[’']t) (?:discuss|comment|confirm)|(?:declin|refus)(?:e[sd]?|"
            rf"ing) to "
            rf"(?:publicly )?{_TELL}|neither confirm(?:ed)? nor den(?:y|ied)|(?:had|has|with|"
            rf"have) nothing "
            r"(?:more |further |else )?to (?:say|add)|(?:has|have|had)(?: not|n[’']t) said (?:a "
            r"word|"
            r"anything)|can say no more|(?:has|have|had) said nothing)\b(?! (?:no|yes|so)\b)",
            re.I,
        ),
    ),
    (
        "no-answer",
        "not_complied",
        re.compile(
            r"\b(?P<cue>(?:has|have|had) (?:given|sent|made|offered) no (?:answer|response|"
            r"reply))\b"
        ),
    ),
    (
        "no-comment",
        "no_comment",
        re.compile(
            r"\b(?P<cue>[Nn]either [^.;]{3,60} (?:responded|replied|returned|commented)|referred "
            r"(?:all )?questions to|hung up "
            r"on|(?:could|can) not (?:immediately )?be reached|did(?: not|n[’']t) "
            r"(?:immediately )?return (?:\w+ ){0,3}?(?:calls?|emails?|messages?|requests?)|(?:not "
            r"(?:immediately )?|un)available for comment|no immediate comment|(?:calls|emails|"
            r"messages|requests) [^.;]{0,50}(?:were|was) not (?:immediately )?returned)\b",
            re.I,
        ),
    ),
    (
        "told-no",
        "refused",
        re.compile(
            rf"\b(?P<cue>(?:told|tells|telling) {_ASKER} (?:flatly |simply |politely )?no)\b"
            r"(?! (?:more|such|other|reason|way|one|longer)\b)",
        ),
    ),
    (
        "sends-back",
        "refused",
        re.compile(
            rf"\b(?P<cue>(?:sent|mailed|handed) (?:it|them|(?:the|both|all) (?:\w+ )?{_DEMAND}) "
            r"(?:right |straight )?back)\b",
            re.I,
        ),
    ),
    (
        "objects-in-full",
        "refused",
        re.compile(r"\b(?P<cue>objects? (?:in (?:full|part|its entirety)|on \w+ grounds?))\b"),
    ),
    (
        "reads-papers",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:reviewing|studying|examining|reading|looking over|going over|going "
            r"through|(?:going|planning|plans) to (?:read|"
            r"study|review|look (?:at|over))) (?:the (?:papers?|paperwork|documents?|thing|"
            r"materials?)|it|them)\b|(?:begun|began|started|conducting) (?:a|its|the) (?:search|"
            r"review)\b)",
            re.I,
        ),
    ),
    (
        "passed-to-lawyers",
        "reviewing",
        re.compile(
            rf"\b(?P<cue>(?:been|was|were) (?:given|passed|handed|forwarded|sent|turned over|"
            rf"referred)(?: on| along)? to (?:[\w’']+ ){{0,3}}?{_LAWYERS})\b",
            re.I,
        ),
    ),
    (
        "extension",
        "delayed",
        re.compile(
            r"\b(?P<cue>(?:grateful for|appl(?:ied|ies|ying) for|seek(?:s|ing)?|sought|needs?|"
            r"granted|"
            r"got|won|obtained|(?:request|ask)(?:s|ed|ing)?(?: \w+)?(?: for)?) (?:an?|the|another) "
            r"(?:[\w-]+ )?extension)\b",
            re.I,
        ),
    ),
    (
        "completes-production",
        "complied",
        re.compile(
            r"\b(?P<cue>(?:completed?|completes|finished|made|began|begun) (?:(?:its|their|the|a|"
            r"full|"
            r"partial|document|rolling) )*production)\b"
        ),
    ),
    (
        "acknowledges",
        "responded",
        re.compile(r"\b(?P<cue>acknowledg(?:ed|es) (?:receipt|receiving|getting))\b"),
    ),
    (
        "lies-unanswered",
        "not_complied",
        re.compile(
            rf"\b(?:{_DEMAND}|paper|papers|letter|it|they|one|third|second|other) (?P<cue>(?:has |"
            rf"have "
            r"|had )?(?:been |was |were |is )?(?:still )?(?:lay|lies|sat|sits|sitting|(?<=still "
            r")in|went into) "
            r"(?:unopened|unanswered|(?:(?:on|in) )?(?:a|an|the|his|her|my|its|their) (?:\w+ "
            r")?(?:tray|"
            r"drawer|desk|pile|inbox|in-box|shelf|folder)))\b",
            re.I,
        ),
    ),
    (
        "will-not-part",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:(?:wo|would|will|did|does|do)(?:n[’']t| not)|refus(?:e[sd]?|ing|al) to|"
            r"declin(?:e[sd]?|ing) to) (?:part with|give up|let go of)|(?:(?:wo|would|"
            r"will)(?:n[’']t| "
            r"not)|refus(?:e[sd]?|ing|al) to) (?:identify|name)|balk(?:s|"
            r"ed|ing) at|(?:will|would) get nothing)\b",
        ),
    ),
    (
        "raises-objections",
        "refused",
        re.compile(
            rf"\b(?:(?:who|which|{_RECIPIENT}) (?P<cue>objected)(?=[.,;]| (?:to|on|in|because|and|"
            r"citing)\b)|(?P<cue_2>(?:rais|lodg|fil|serv|prepar|submitt|mail|draft|issu)(?:es|ed|"
            r"ing) "
            r"(?:(?:its|their|an?|written|formal|several|detailed) )*objections?|letters? of "
            r"objection))\b(?! in (?:\w+ )?court)",
        ),
    ),
    (
        "asks-for-advice",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:ask(?:ed|s|ing)|turn(?:ed|s) to) (?:[\w’'.]+ ){1,4}for (?:\w+ "
            r")?(?:advice|"
            r"guidance|an? (?:\w+ )?opinion))\b"
        ),
    ),
    (
        "writes-back",
        "responded",
        re.compile(
            r"\b(?P<cue>(?:wrote|writes|has written|called) back(?! to (?:the (?:news|paper|"
            r"station)|"
            r"reporters))|told them so)\b"
        ),
    ),
    (
        "neither-would",
        "no_comment",
        re.compile(
            r"\b(?P<cue>[Nn]either [^.;]{3,60} (?:would|could) (?:be (?:interviewed|reached)|"
            r"comment|"
            r"talk|speak|discuss|say))\b"
        ),
    ),
    (
        "its-refusal",
        "refused",
        re.compile(
            rf"\b(?:{_RECIPIENT}[’']s?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) (?:\w+ "
            rf")?(?P<cue>refusal|"
            r"defiance|non-?compliance|resistance)\b(?! to\b)"
        ),
    ),
    (
        "stands-firm",
        "refused",
        re.compile(
            rf"\b(?P<cue>(?:stood|standing|stands|held|holding|holds) (?:firm|out|fast)\b(?! "
            rf"(?:hope|as|"
            rf"a|the|for)\b)|(?:spurn|snubb?|scorn)(?:s|ed|ing)? (?:[\w’']+ ){{0,3}}?{_DEMAND}|"
            rf"(?:sent|turned|waved) (?:the |federal |immigration |two |three )*(?:agents|officers|"
            rf"investigators|them) (?:away|home|packing|off)|(?:told|informed|advised) {_ASKER} "
            rf"(?:that )?"
            r"(?:it|they) (?:would )?(?:need(?:ed|s)?|must|should|had to) (?:\w+ )?(?:a|an|get|"
            r"obtain|"
            r"go|come|bring)|refus(?:e[sd]?|ing) to (?:open|unlock|show) (?:its|the|their|his|her) "
            r"(?:books|files|records|doors?|database))\b",
        ),
    ),
    (
        "satisfies",
        "complied",
        re.compile(
            rf"\b(?P<cue>(?:satisfied|satisfies|met) (?:the|both|all|its|each|every) (?:\w+ "
            rf")?{_DEMAND}|"
            r"production (?:is|was|were) (?:now |nearly )?complete)\b"
        ),
    ),
    (
        "protective-order",
        "challenged",
        re.compile(
            r"\b(?P<cue>(?:sought|seeks|seeking|moved for|moves for|filed for|asked for|asks for|"
            r"won) an? "
            r"(?:\w+ )?(?:protective order|injunction|restraining order))\b"
        ),
    ),
    (
        "brushes-off",
        "ignored",
        re.compile(
            r"\b(?P<cue>(?:disregard(?:s|ed|ing)|brush(?:es|ed|ing) off|shrug(?:s|ged|ging) off|"
            r"bl[eo]w"
            rf"(?:s|n|ing)? off) (?:[\w’']+ ){{0,4}}?{_DEMAND})\b"
        ),
    ),
    (
        "nothing-came",
        "not_complied",
        re.compile(
            r"\b(?P<cue>(?:ICE|DHS|HSI|agency|government|agents) (?:has |have |had )?(?:so far |"
            r"still )?"
            r"(?:received|got|gotten|heard|seen) (?:nothing|no (?:records|response|reply|answer|"
            r"documents))|(?:remains?|remained|are still|is still|still) (?:unanswered|outstanding|"
            r"unfulfilled))\b"
        ),
    ),
    (
        "still-waiting",
        "not_complied",
        re.compile(
            r"\b(?:ICE|DHS|HSI|agency|agents|government) (?P<cue>(?:is|are|was|were) still "
            r"waiting)\b"
        ),
    ),
    (
        "calls-unanswered",
        "no_comment",
        re.compile(
            r"\b(?:[Cc]alls?|[Ee]-?mails?|[Mm]essages?|[Vv]oicemails?|[Ii]nquir(?:y|ies)|"
            r"[Rr]equests? for "
            r"(?:comment|an interview))\b[^.;]{0,50}? (?P<cue>(?:went|were|was) (?:unanswered|"
            r"unreturned|not answered|ignored))\b"
        ),
    ),
    (
        "asks-to-extend",
        "delayed",
        re.compile(
            r"\b(?P<cue>request(?:s|ed|ing)? (?:that (?:the|its) (?:\w+ )?(?:date|deadline) be|an? "
            r"(?:additional|further|extra) (?:\w+ )?(?:days|weeks|time))|agreed to (?:extend|push "
            r"back|"
            r"postpone|move)|(?:has |have |had |is |was )?(?:stalled|stalling|dragg(?:ed|ing) "
            r"(?:its|"
            r"their|his|her) feet|slow-walk(?:ed|ing)))\b"
        ),
    ),
    (
        "nothing-received",
        "not_complied",
        re.compile(
            r"\b(?P<cue>[Nn]o (?:\w+ )?(?:documents?|records?|files) (?:has|"
            r"have|had|"
            r"was|were)(?: yet| ever)?(?: been)? (?:received|arrived|come|forthcoming|filed|"
            r"made))\b|"
            rf"\b{_RECIPIENT} (?P<cue_2>(?:did(?:n[’']t| not)|failed to) (?:appear|show up))\b"
        ),
    ),
    (
        "not-reached",
        "no_comment",
        re.compile(
            r"\b(?P<cue>(?:[Ee]fforts|[Aa]ttempts) to (?:reach|contact|interview)|(?:has|have|had)"
            r"(?:n[’']t| not) (?:yet )?returned (?:\w+ ){0,3}?(?:calls?|e-?mails?|messages?))\b"
        ),
    ),
)
"""Rule, value and turn of phrase of answers that no single verb tells."""
_NEEDED = [(idiom, needed(idiom[2].pattern)) for idiom in IDIOMS]
_OPEN_BEFORE = re.compile(
    r"(?:n[’']t|\b(?:if|unless|whether|urg(?:e|es|ed|ing)|should|must|could|may|might|can|please|"
    r"ought to|"
    r"(?:refus|declin)\w+|had (?:the|"
    r"it)|not|never|without|ask(?:ed|s|ing)? (?:the |that |him |her |them )?(?:\w+ "
    r")?(?:to|that)))"
    r"\b[^.;,“”]{0,40}$",
    re.I,
)
"""Words behind which a turn of phrase is not told as done: urged the city to move to quash."""


def idioms(sentence: str) -> Iterator[Found]:
    """Answers by turns of phrase, each stretch of the sentence once."""
    taken: list[Span] = []
    low = sentence.lower()
    for (rule, value, pattern), letters in _NEEDED:
        if letters and not holds(low, letters):
            continue
        for match in pattern.finditer(sentence):
            cue = match.span(match.lastgroup or 0)
            opened = value != "no_comment" and _OPEN_BEFORE.search(
                sentence, max(0, cue[0] - 70), cue[0]
            )
            if opened or not all(apart(cue, other) for other in taken):
                continue
            taken.append(cue)
            yield Found("response", cue, rule, value, {"cue": cue}, {"scope": "event"})
