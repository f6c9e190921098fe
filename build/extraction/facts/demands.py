"""What a subpoena asks for, one proposal for each kind of information."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.found import Found
from extraction.text.candidates import Span
from extraction.text.spans import Cover

FAR = 320  # characters between what is asked for and the verb that asks
GIVING = (
    r"(?:present|furnish|deliver|provid|reveal|identif|turn over|hand over|produc|submit|disclos|"
    r"releas|giv|shar|"
    r"surrender|suppl)"
)
NOT_AGENCY = r"(?!(?:the )?(?:ICE|DHS|U\.S\.|federal|Trump|Homeland|(?:Department of )Homeland)\b)"
"""Whoever is asked is not the agency that asks: a judge orders the agency to provide lists."""
ASKS = re.compile(
    r"\b(?P<cue>(?:(?<=s )|(?<=they )|(?<=that )|(?<=to ))(?:request|demand)(?! for)|seek(?:s|"
    r"ing)?|sought|(?:is|are|was|were) after|(?:told|ordered|asked|directed|required|commanded|"
    rf"compelled|instructed|forced) to {GIVING}(?:e|y|ing)?|ask(?:s|ed|ing)? about|know(?= who\b)|"
    r"request(?:s(?! for)|ed|ing)|demand(?:s(?! for)|ed|ing| that)|(?:subpoena(?:s|"
    r"ed|ing)?|summons|requests?|demands?)(?:(?!\b(?:seek|sought|ask|want|information|records|"
    r"data|provide|produce|submit)\b|seeking|\b(?:demand|request|compel|order|"
    r"requir)\w*)[^.;:]){0,70}? for|subpoena(?:ed|ing)|to (?:get|obtain|gather|collect)|commanded|"
    r"command(?:s|ing)|wants?|wanted|looking for|"
    rf"ask(?:s|ed|ing)? {NOT_AGENCY}[^.;]{{0,80}}?\bfor|ask(?:s|ed|ing)?(?= (?:where|when|who|"
    rf"which)\b)|"
    r"(?:subpoenas?|demands?|requests?) (?:also )?(?:covers?|covered|lists|includes?|"
    r"reach(?:es)?|calls? for)|"
    r"(?:call(?:s|ed|ing) on|order(?:s|ed|ing)?|requir(?:e|es|ed|ing)|direct(?:s|ed|ing)?|"
    r"compel(?:s|led|ling)?|ask(?:s|ed|ing)?|forc(?:e|es|ed|ing)|instruct(?:s|ed|ing)?) "
    rf"{NOT_AGENCY}[^.;,:]{{1,60}}? to {GIVING}(?:e|y|ing)?|(?:must|(?:is|are|was|were) to|"
    rf"(?:days|weeks|hours) to) "
    rf"{GIVING}(?:e|y)?|(?:subpoena|demand|request|summons)(?: is|[’']s) for|in search of|"
    rf"hunting for|(?:would|[’']d) like|need(?:s|ed)?|shall(?:, [^,.;]{{2,40}},)? {GIVING}(?:e|y)?|"
    r"(?:production|disclosure|surrender) of|"
    r"[Ii]ncluded in the (?:subpoena|demand|request) (?:is|are)|also (?:covers|reaches)|"
    r"(?:(?<=ICE )|(?<=DHS )|(?<=HSI )|(?<=[Ff]eds )|(?<=[Aa]gents ))subpoenas?(?= \w+ \w*s\b)|"
    rf"ma[dk](?:e|es|ing) {NOT_AGENCY}[^.;:]{{1,60}}? {GIVING}(?:e|y)?|agreed to {GIVING}(?:e|y)?|"
    r"(?:bid|hunt|push|fight|battle|court|clash|dispute|showdown|lawsuit|suit) (?:for|over))\b",
    re.I,
)
"""Verbs and nouns of asking, and of ordering somebody to give."""
ASKED_FOR = re.compile(
    r"(?:\b(?:that|which|what) )?\b(?:(?:ICE|agents|agency|officials|government|authorities|"
    r"Security|"
    r"Investigations|it|they) (?:had |has |have |originally |first )*(?P<cue>sought|wanted|"
    r"requested|"
    r"demanded|asked for|subpoenaed)(?=[.,;]| (?:in|on|from|since|last|this|earlier)\b)|(?:was|"
    r"were|"
    r"is|are|been|being) (?P<cue_2>requested|subpoenaed|sought|demanded|asked for)|"
    r"(?P<cue_3>(?:sought|requested|wanted|demanded|subpoenaed) by (?:ICE|DHS|HSI|agents|federal|"
    r"immigration|the (?:agency|government|subpoena))|in "
    r"(?:response|answer|reply) to (?:an?|the|its) (?:[\w-]+ ){0,2}(?:subpoena|summons|demand)))\b",
)
"""Words of asking behind what is asked for: the files were requested."""
PRESS = re.compile(
    r"\b(?:Freedom of Information|public records? requests?|FOIA|(?:newspaper|reporter)s? "
    r"(?:asked|requested)|interview|comment)\b",
    re.I,
)
BREAK = re.compile(
    r";(?! (?:and )?(?:\(|\d|any|all|a list|lists|his|her|their|the (?:dates?|names?|times?))\b|"
    r"; (?:and )?\()|\?|"
    r"\.[”\"]? (?=[A-Z“])|\b(?:but|yet|therefore|cannot|because|although|while|whereas|which "
    r"(?:is|are|was|were)|and (?:said|has|have|was|were|is|are|he|she|they|it)|saying|arguing|if "
    r"they|to comply)\b"
)
"""Where the reach of a verb of asking ends."""
DENIED = re.compile(
    r"\b(?:not|never|no longer|need not|without|n[’']t|willingly)(?: \w+){0,3} $", re.I
)

GIVEN = re.compile(
    r"(?:\b(?:not|never|willingly|already|voluntarily|cannot)|n[’']t)\b[^.,;]{0,25}\b(?:provid|"
    r"turn|hand|shar|giv|releas|disclos)\w*[^.,;]{0,20}$",
    re.I,
)
"""Words behind which information is given, or withheld, and not asked for."""

PAPERS = (
    r"(?:records?|files?|forms?|applications?|logs?|lists?|cards?|data|rolls?|rosters?|reports?|"
    r"documents?|documentation|information|info|histor(?:y|ies)|accounts?|sheets?|notes|databases?|"
    r"statements?|details|photos?|photographs?|video|footage|bills|filings|paperwork|packets?|"
    r"registers?|registry|ledgers?|charts?|manifests?|claims?)"
)
"""What records are kept in, or kept as."""


KEPT = r"(?:records?|files?|forms?|applications?|logs?|data|rolls?|reports?|documents?)"
"""What is kept for a purpose: applications for rent assistance."""


def _records(kinds: str, between: str = "") -> str:
    """Records of some kinds: payroll files, intake and booking records."""
    before = rf"(?:{kinds})(?:(?:,| and|,? or| &)? (?:[\w’'-]+ )?(?:{kinds}))?{between} {PAPERS}"
    return rf"{before}|{KEPT} (?:for|from|of) (?:the )?(?:[a-z’']+ )?(?:{kinds})"


SOUGHT: tuple[tuple[str, str], ...] = (
    ("phone_number", r"(?:(?:tele|cell ?)?phone|cell) numbers?|telephones|contact information"),
    (
        "employer",
        r"where (?:[\w’']+ ){1,4}(?:works?|worked|(?:is|are|was|were) employed)\b",
    ),
    (
        "address",
        r"(?:unit|apartment|house|street) numbers?|who lives where|"
        r"where (?:[\w’']+ ){1,4}(?:live[sd]?|stay(?:s|ed)?|resides?|sleeps?|is living|are "
        r"living)\b",
    ),
    ("email", r"e-?mail (?:addresses|accounts?)"),
    (
        "release_date",
        r"dates?,? (?:and|or) times? (?:and \w+ )?of (?:[\w’']+ ){0,3}release|"
        r"release (?:dates?(?: and times?)?|times?)",
    ),
    (
        "employer",
        r"(?:employment|work|job|business) (?:address(?:es)?|sites?|locations?)|employers?[’']? "
        r"(?:names?|address(?:es)?)",
    ),
    (
        "address",
        r"(?<!IP )(?<!\ban )(?:(?:home|last[- ]known|current|residential|street|known|mailing|"
        r"present|"
        r"forwarding)(?:,| and| or)? )*address(?:es)?(?! (?:how|the|this|these|that|it|your|our|"
        r"his|her|their|any|issues|concerns))|(?:home|residence)s? (?:where|in which)|places? of "
        r"residence|residences",
    ),
    ("i9_forms", r"(?:Form )?I-9s?(?: forms?)?|employment eligibility (?:forms?|records)"),
    (
        "wage_records",
        _records(
            r"wages?|payrolls?|tax|employment|unemployment|personnel|staffing|salary|time|"
            r"direct[- ]deposit|hiring|W-[24]|employee|pay|earnings|work|timekeeping",
            r"(?: benefits?)?",
        )
        + r"|(?:crew|shift|staff|catch-crew) rosters?|quarterly wages|(?:hours|wages|earnings|"
        r"salaries)(?: and (?:hours|"
        r"wages|earnings)|(?=,)| paid)|employee rosters?|payrolls?|work "
        r"schedules?|time ?(?:cards|sheets)|payroll ledgers|pay "
        r"stubs",
    ),
    (
        "employer",
        r"employers?(?![\w’']| (?:to|is|are|was|must|who)\b)(?: (?:details|information))?|"
        r"employment (?:information|history)|places? of (?:work|employment)|work ?places?",
    ),
    (
        "license_records",
        r"(?:learner[’']s|driving) permits?|driver privilege cards|licen[cs]e (?:photos?|"
        r"applications?)|driver[’']?s?[’']?[- "
        r"]licen[cs]es?(?: (?:records|"
        r"numbers?|photos?|data))?",
    ),
    (
        "vehicle",
        r"vehicle types?|(?:vehicle|car|motor vehicle) (?:information|registrations?|plates?|"
        r"records|descriptions?)|(?:license|number|vehicle) plates?(?: (?:numbers?|readers?|"
        r"data|cameras?|scans?))?|"
        r"types? of vehicle|plate numbers|registrations? of (?:[\w’']+ ){0,2}(?:vehicles?|cars?|"
        r"trucks?)|parking (?:permits?|tickets?|citations?)(?: records)?|parking records|what "
        r"they drive|toll records",
    ),
    (
        "release_date",
        r"(?:scheduled )?release dates?|dates? of (?:their |his |her )?release|dates? (?:\w+ "
        r"){0,4}scheduled for release|when (?:\w+ ){1,3}?(?:will be|would be|was|were|(?:is|are) "
        r"(?:due|set|scheduled) to be) released",
    ),
    ("whereabouts", r"whereabouts|locations? of|current locations?"),
    (
        "immigration_status",
        r"(?:immigration|citizenship|visa) status|citizenship|nationalit(?:y|ies)(?! Act)|alien "
        r"numbers?",
    ),
    (
        "identity_documents",
        r"(?:places? and )?dates? of birth|birth ?dates?|birth (?:records|certificates?)|"
        r"(?:places?|countr(?:y|ies)) of (?:birth|origin)|fingerprints?|thumbprints?|aliases|"
        r"social "
        r"security (?:numbers?|digits|cards?)|identification (?:documents?|numbers?|cards?)|"
        r"identity (?:documents?|cards?|papers)|passports?(?: numbers?)?|identifying "
        r"(?:information|"
        r"documents?|numbers?)|identit(?:y|ies) of|(?:municipal |city )?ID[- ]cards?(?: "
        rf"{PAPERS})?|(?<!booking )(?<!police )(?<!arrest )(?:photographs?|photos|head ?shots?|"
        rf"photo "
        rf"IDs?)|"
        r"(?:copies of )?identification(?! (?:of|as))|(?:photo )?IDs\b|work permits?|biometric "
        r"\w+|facial "
        r"(?:images|scans)|"
        r"consular (?:ID[- ]?|identification[- ])?cards?",
    ),
    (
        "supervision_records",
        r"(?:probation|parole|supervision|pretrial) (?:records|information|details|files|lists?)",
    ),
    (
        "arrest_records",
        _records(
            r"booking|arrest|intake|jail|police|incident|inmate|custody|detention|criminal|court|"
            r"bail|release|911|crime|docket|interpreter|"
            r"detainee|traffic|citation|crash|accident|commissary|warrant|dispatch|complaint|"
            r"probable cause"
        )
        + r"|mug ?shots?|(?:traffic )?citations|traffic (?:tickets|stops)|inmate "
        r"(?:phone )?calls|911 calls|"
        r"rap sheets?|(?:court )?dockets?|bonds?(?! of)|criminal (?:backgrounds?|"
        r"convictions?)|arrests (?:records|logs)|interpreter (?:request )?forms",
    ),
    (
        "utility_records",
        _records(r"utility|water|electric(?:ity|al)?|gas|power|sewer(?:age)?|billing|meter")
        + r"|(?:utility|water|electric(?:ity)?|gas|power|sewer) (?:bills?|accounts?|shutoffs?|"
        r"usage|"
        r"customers?|service)",
    ),
    (
        "benefit_records",
        _records(
            r"Medicaid|food stamps?|SNAP|WIC|benefits?|city ID|municipal ID|(?:rent(?:al)? )?"
            r"(?:relief|assistance|aid)|welfare|(?:health|medical) care|(?:free |school )?(?:lunch|"
            r"meals?)|case(?:work(?:ers?)?)?(?: workers?)?[’']?|eligibility|client|food pantry|"
            r"housing voucher|food (?:program|assistance|aid|bank)|Section 8|public housing|"
            r"pandemic|tuition aid|shelter|"
            r"scholarship|child care|"
            r"childcare",
            r"(?: (?:program|handwritten))?",
        )
        + r"|(?:rent(?:al)? relief|public assistance|cash assistance|food pantry) "
        r"(?:program|rolls?)",
    ),
    (
        "school_records",
        _records(
            r"students?[’']?|school|education(?:al)?|enroll?ment|attendance|disciplinary|academic|"
            r"bus|immunization|registrar|residency|tuition|transcript|dormitory|visa students[’']"
        )
        + r"|class schedules|home languages?|bus (?:routes|rosters|stops)|residency affidavits|"
        r"(?:class|"
        r"report) (?:lists|cards)|transcripts",
    ),
    (
        "voter_records",
        _records(r"vot(?:er|ing|ers)|elections?|poll(?:ing)?|ballot")
        + r"|vot(?:er|ing) registrations?(?: cards?)?|poll ?books|ballots|absentee "
        r"(?:requests|ballots)"
        r"|dates? (?:they|he|she) (?:last )?voted",
    ),
    (
        "policies",
        r"(?:internal|written|training|detainer|jail) (?:polic(?:y|ies)|rules|guidance|"
        r"memos?|e-?mails|communications|correspondence|materials|manuals?)|policies (?:on|related "
        r"to|about|and procedures)|[“\"]?(?:any|all|its|their) policies|memos?|(?:[“\"]?(?:any "
        r"and )?all[”\"]? |personnel |staff )?(?:e-?mails|"
        r"correspondence|communications|text messages)(?! (?:addresses|accounts?)| from (?:readers|"
        r"the agency))",
    ),
    (
        "family",
        r"names of (?:their |his |her |the )?(?:[\w’']+ )?(?:parents|relatives|spouses?|"
        r"guardians|siblings)|"
        r"emergency contacts?|next of kin|family members|relatives[’']?(?: names)?|beneficiaries|"
        r"(?:parents|spouses?|siblings|guardians)[’'] names",
    ),
    (
        "person",
        r"(?<=know )who (?:rents?|lives?|works?|has|have|uses?|used|pays?|paid|applied|attends?|"
        r"enrolled|visit\w*|came|is|are|"
        r"was|were|signed|got|received)\b|sign-in sheets|personal (?:identifying "
        r")?(?:information|data)|(?:tenant|patient|customer|resident|"
        r"sponsor|applicant|immigrant|subscriber|user|account|employee|visitors?|visitation|guest|"
        r"witness|vaccination|medical|health|clinic|lease|housing|membership|member|client|"
        r"rental|registration|permit|passenger|"
        r"landlord|holder|participant|volunteer|donor|library|patron|shelter)(?:s|[’']s|s[’'])? "
        rf"(?:card )?(?:names|{PAPERS})|(?:the |their |all |any |only )?names(?=,| and\b)",
    ),
    (
        "school_records",
        _records(
            r"class(?:room)?|kindergarten|English[- ](?:learner|language)|ESL|language[- ]program|"
            r"financial[- ]aid|dorm|visa|SEVIS|campus|course|graduation|kids?[’']|pupils?[’']?|"
            r"home[- ]language|pickup|after-?school"
        )
        + r"|I-20s?|report cards|class rosters?|enroll?ment (?:status|dates|history|in \w+)",
    ),
    (
        "benefit_records",
        _records(
            r"TANF|cash[- ]aid|energy[- ]assistance|heating[- ](?:aid|assistance)|subsid(?:y|ies)|"
            r"voucher|health[- ](?:plan|coverage|insurance)|relief|emergency[- ]aid|disability|"
            r"workers[’'] comp(?:ensation)?|food[- ](?:box|bank)|benefits?[- ]claims?|nutrition|"
            r"legal[- ]aid|prenatal|community[- ]fund|household"
        ),
    ),
    (
        "vehicle",
        r"(?:plate|camera|reader|toll|tow|parking|traffic[- ]camera|vehicle|car)[- ](?:hits|scans|"
        r"reads|"
        r"data|images|records|logs|titles)|VINs?\b|(?:cars|trucks|vehicles) (?:registered|"
        r"titled)\b",
    ),
    (
        "utility_records",
        r"(?:service|hookup|turn-on|shutoff|trash|sewer|internet|cable)[- ](?:applications|dates|"
        r"records|accounts|requests|customers|histor(?:y|ies))|account histories|water use",
    ),
    (
        "wage_records",
        r"1099s?|time ?sheets?|paychecks?|pay (?:records|rates|slips)|"
        r"(?:employee|worker|staff|contractor|crew) (?:lists?|names|data)|hours worked|tax "
        r"withholding\w*",
    ),
    (
        "arrest_records",
        r"(?:charging|release|"
        r"sentencing|custody|bail|bond) (?:documents|papers|paperwork|sheets|receipts|slips|forms)|"
        r"jail (?:rosters?|photos)|(?:booking|jail|arrest) (?:numbers|photos|photographs|"
        r"details|dates|times|entries)|inmate (?:names|lists?|photos|mail)|dispositions?|case "
        r"files|"
        r"tips? line records",
    ),
    (
        "identity_documents",
        r"biograph\w+ (?:data|information|details)|tattoos|scars|palm ?prints?|prints\b|"
        r"birthplaces?|birth dates|birthdays|identifiers|ID (?:photos|numbers|images)|photo images",
    ),
    (
        "supervision_records",
        r"check-?in (?:dates?|times?|schedules?|logs?)|(?:ankle|GPS|electronic)[- ]monitor\w*(?: "
        r"\w+)?|"
        r"(?:parolees|probationers)[’']? (?:names|files|records|lists?|addresses)|(?:names|"
        r"lists?) of "
        r"(?:the |its |all )?(?:people on (?:probation|parole)|probationers|parolees)",
    ),
    (
        "voter_records",
        r"(?:mail|absentee|provisional)(?:-in)? (?:ballots?|requests|applications|envelopes)|"
        r"voter(?:s[’']|[’']s)? (?:names|addresses|histor(?:y|ies)|signatures|database)|"
        r"registration rolls",
    ),
    (
        "policies",
        r"(?:written |internal |training )*(?:protocols|procedures|manuals|directives|"
        r"guidelines)|(?:training|policy) (?:slides|documents|records|materials)|(?:meeting|"
        r"council) "
        r"minutes|text messages|internal (?:messages|records|documents|discussions)|"
        r"(?:messages|texts) (?:between|among|about)",
    ),
    (
        "family",
        r"(?:names|lists?) of (?:[\w’']+ ){0,2}(?:children|dependents|siblings|household members)|"
        r"parents[’']? (?:names|contacts?)|guardians[’']? (?:names|phone)",
    ),
    (
        "phone_number",
        r"contact (?:details|numbers?|info)|(?:mobile|home|work) (?:phone )?numbers?",
    ),
    (
        "release_date",
        r"release (?:schedules?|plans)|(?:dates?|times?) (?:on which |when |that )?(?:\w+ "
        r"){1,3}?(?:would|"
        r"will|is to|are to) be (?:released|let go|freed)|when (?:\w+ ){1,4}?(?:got|gets?|get) out",
    ),
    (
        "employer",
        r"names? of (?:\w+ )?employers?|where (?:[\w’']+ ){0,3}(?:hold|held|have|has) jobs?|job "
        r"(?:titles|histor(?:y|ies))",
    ),
    (
        "person",
        r"(?:guest|visitor|sign-?in|member|membership|rental|lease|mailing|donor|client|tenant|"
        r"patient|"
        r"wait(?:ing)?)[- ](?:registers?|logs?|books?|sheets?|rolls?|lists?|rosters?)",
    ),
)
"""Code and words; but for the last, the codes are those of the vocabulary of what is asked for.

A code may have two entries: what is read first is taken before the entries behind it.
"""
SOUGHT_ITEM = re.compile(
    "|".join(rf"(?P<{name}_{at}>\b(?:{words})(?!\w))" for at, (name, words) in enumerate(SOUGHT)),
    re.I,
)


def code_of(match: re.Match[str]) -> str:
    """The code of an item that was found.

    >>> code_of(SOUGHT_ITEM.search("all payroll files"))
    'wage_records'
    """
    return (match.lastgroup or "").rpartition("_")[0]


PEOPLE = re.compile(
    r"\b(?:people|men|women|man|woman|children|families|youth|those|anyone|everyone|year-old|him|"
    r"her|them|beneficiaries|(?:person|individual|inmate|detainee|immigrant|migrant|alien|"
    r"national|citizen|minor|sponsor|criminal|offender|suspect|illegal|student|worker|employee|"
    r"applicant|non-?citizen|prisoner|parolee|Mexican|patient|user|voter|tenant|resident|enrollee|"
    r"deputy|deputies|driver|laborer|labourer|renter|vendor|participant|grower|farmer|household|"
    r"holder|passenger|guest|officer|client|"
    r"adult|parent|licensee|registrant|member|volunteer|teacher|owner|landlord|donor|family|"
    r"recipient|customer|subscriber|sibling|defendant|foreigner|staff member)s?)\b|(?:two|three|"
    r"four|five|six|seven|eight|nine|ten|\d+)$",
    re.I,
)
"""Topics that make information one on people."""
GENERAL = re.compile(
    r"(?<!for more )\b(?:(?:non-public|public|additional|other|relevant|further|detailed|any|all|"
    r"certain) )*(?:information|info|records|documents?|documentation|data|details|lists?|copies|"
    r"names|files?|forms|rosters?|rolls?|(?:sign-in )?sheets|(?<!license )applications|materials|"
    r"communications|logs)[”\"]? [“\"]?(?P<topic>(?:on(?! (?:Jan|Feb|Ma[ry]|"
    r"Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|\w+day\b))|about|of|for|regarding|concerning|related to|"
    r"relating to|connected to|tied to|showing|reflecting|that|tending) (?:[^.,;“”—–\n]|"
    r"(?<=\d),(?=\d)){2,140}?)(?=\s*(?:[.;“”—–\n]|,(?!\d)|$)| (?:who|whom|which|violat\w+|that|"
    r"living|accused|wanted|in|as|such|after|because|and may|and for|arrested|from|since|dating|"
    r"including)\b)|\b(?P<years>(?:\w+ )?years of [\w’' ]{0,30}?records)\b",
    re.I,
)


QUESTION = re.compile(
    r"^\W*(?:Q: )?(?:So |And )?[Ww]h(?:at|ich|ose) [^.;]{0,60}\b(?:want|ask|seek|demand|request|"
    r"after|"
    r"subpoena)\w*\b[^.;]{0,30}\?\W*$"
)
"""A question whose answer says what is asked for: what did they want?"""


def answered(question: str, sentence: str) -> Iterator[Found]:
    """Kinds of information in a sentence that answers what is asked for."""
    if QUESTION.search(question):
        yield from listed(sentence)


LISTED = re.compile(r"\s*(?:[-•*–—]|\(?\w{1,3}[.)])\s")
"""A line of a list."""


def lists_what_is_asked(sentence: str) -> bool:
    """Whether a sentence asks, and a list of what it asks for follows.

    >>> lists_what_is_asked("The subpoena seeks:\\n"), lists_what_is_asked("Present:")
    (True, False)
    """
    return sentence.rstrip().endswith(":") and ASKS.search(sentence) is not None


def listed(sentence: str) -> Iterator[Found]:
    """Kinds of information in a line of a list of what is asked for."""
    taken = Cover()
    for match in SOUGHT_ITEM.finditer(sentence):
        if taken.add(match.span()):
            yield Found("information_sought", match.span(), "listed", code_of(match), {}, {})
    yield from _general(sentence, (0, 0), len(sentence), taken)


def information(sentence: str) -> Iterator[Found]:
    """Kinds of information that somebody asks for, one proposal for each."""
    taken = Cover()
    for cue, start in _asked_before(sentence):
        for match in SOUGHT_ITEM.finditer(sentence, start, cue[0]):
            if taken.add(match.span()):
                yield Found(
                    "information_sought", match.span(), "item", code_of(match), {"cue": cue}, {}
                )
    for cue, end in _reaches(sentence):
        for match in SOUGHT_ITEM.finditer(sentence, cue[1], end):
            if not _given(sentence, cue[1], match.start()) and taken.add(match.span()):
                parts = {"cue": cue}
                yield Found("information_sought", match.span(), "item", code_of(match), parts, {})
        yield from _general(sentence, cue, end, taken)


def _general(sentence: str, cue: Span, end: int, taken: Cover) -> Iterator[Found]:
    """Information or records about something, behind a verb of asking."""
    at = cue[1]
    while match := GENERAL.search(sentence, at, end):
        at = match.start() + 1
        if not _given(sentence, cue[1], match.start()) and taken.add(match.span()):
            at = match.end()
            parts = {"cue": cue} if cue[1] else {}
            if match["topic"]:
                parts["topic"] = match.span("topic")
            rule = "information-on"
            value = "person" if PEOPLE.search(match["topic"] or "") else "information"
            yield Found("information_sought", match.span(), rule, value, parts, {})


def _given(sentence: str, cue: int, at: int) -> bool:
    """Whether words behind a cue say that information is given, or is not: need not provide …"""
    return GIVEN.search(sentence, max(cue, at - 60), at) is not None


def _asked_before(sentence: str) -> Iterator[tuple[Span, int]]:
    """Every word of asking behind what it asks for, and where that begins: files that it sought."""
    for match in ASKED_FOR.finditer(sentence):
        breaks = [stop.end() for stop in BREAK.finditer(sentence, 0, match.start())]
        if not PRESS.search(sentence, max(0, match.start() - 40), match.end() + 30):
            cue = next(name for name in ("cue", "cue_2", "cue_3") if match[name])
            yield match.span(cue), max([0, match.start() - FAR, *breaks])


def _reaches(sentence: str) -> Iterator[tuple[Span, int]]:
    """Every verb of asking, and how far what it asks for may stand."""
    cues = [m for m in ASKS.finditer(sentence) if not DENIED.search(sentence, 0, m.start())]
    for number, match in enumerate(cues):
        around = sentence[max(0, match.start() - 40) : match.end() + 30]
        if PRESS.search(around):
            continue
        following = cues[number + 1].start() if number + 1 < len(cues) else len(sentence)
        stop = BREAK.search(sentence, match.end())
        yield (
            match.span("cue"),
            min(following, match.end() + FAR, stop.start() if stop else len(sentence)),
        )
