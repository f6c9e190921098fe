"""The reasons that each side gives, with whose they are and what they are given for.

A code is drafted only where the words of the sentence bear it, in running words or in what somebody
says; all others are left to a person.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contribute.draft.makers import laws
from contribute.draft.makers.happened import actors
from contribute.draft.makers.happened.answers import is_outsiders
from contribute.draft.makers.papers import citations
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import PEOPLE
from contribute.draft.makers.scene import PRONOUN, Scene, Speaker
from contribute.draft.makers.speech import between
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from contribute.draft.turns import turn, turns
from extraction.facts.phrases import table
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import LONGEST
from ice_subpoenas.vocabularies.matters import Side, Toward

SIDES = {"agency": "issuing", "court": "enforcing"}
"""For what those of a side give their reasons; others do so for one thing or another."""
BEARS = turns(__file__, "bears")
"""Words that a sentence must hold to bear a code; of others the rule that proposes it vouches."""
RECODED: list[tuple[str, str, re.Pattern[str]]] = [
    (row["code"], row["instead"], turn(__file__, row["words"]))
    for row in table(__file__)["recoded"]
]
"""The code that words bear instead of another; of no code: instead of any that they do not bear."""
OF_PAPERS = ("not_court_issued", "no_such_records", "penalty_feared")
"""What may be told of papers as a fact, and is a reason only as somebody gives it."""
OF_SOMEBODY = re.compile(r"\b(?:been|was|were|is) (?:charged|convicted|accused)\b")
"""Words on somebody's own case, which are nobody's reason for an answer."""
SHORT_REASONS = turns(__file__, "short", {"PEOPLE": "|".join(sorted(PEOPLE)), "LAW": laws.LAW})
"""Reasons in so few words that extraction passes over them."""
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
COMPLYING = frozenset(
    (
        *("public_record", "duty_to_comply", "law_allows", "routine_compliance"),
        *("penalty_feared", "criminal_investigation"),
    )
)
"""What a recipient gives as a reason to comply."""
RECIPIENTS = frozenset(
    (
        *("not_court_issued", "no_criminal_investigation", "state_or_local_law_forbids"),
        *("federal_confidentiality", "tenth_amendment", "privacy", "harm_to_program", "burden"),
        *("breadth", "no_such_records", "improper_purpose"),
    )
)
"""What only those say who do not want to answer, even if the agency tells it of them."""
AGENCYS = frozenset(("locate_people", "cooperation_refused"))
"""What only the agency says, even if the recipient tells it of the agency."""
OF_SIDE: dict[tuple[str | None, str], str] = {
    **{("agency", code): "recipient" for code in RECIPIENTS},
    **{("recipient", code): "agency" for code in AGENCYS},
}
"""The side of a reason that somebody of the other side tells."""
WHOSE = (
    "“{}”, {}: is it a reason for or against these papers, and does the code {} fit? yes: keep | "
    "another code of datasets/dictionary.md: change it in phrases_in | another side: "
    f"{' | '.join(Side.codes())}, with another toward | said in general and not on these papers: "
    "delete toward | no reason: delete the row"
)
TOWARD = (
    f"what is “{{}}” given for? {' | '.join(Toward.codes())}: write it as toward | for none of "
    "these, or in general and not on these papers: keep"
)
ANSWERED = "other"
"""The code of what the government answers in court to a reason of the recipient."""
SAID_BY, UNSAID = "said by “{}”", "of which the text names no speaker"
FORCED = re.compile(r"\b(?:have|has|had|having|forced|forces|must)(?: to)?(?: \w+)? $")
"""Words before what somebody is forced to do, which is no aim."""
SAID_THAT = re.compile(
    r"(?:[A-Z][\w.’'-]* |[a-z]+ ){1,4}(?:said|says|added|argued?s?|wrote|told \w+)"
    r"(?: [A-Z]\w+day)? that "
)
"""Who says a reason, before its own words."""
HE_SAID = re.compile(
    r"(?:(?<=[.!?”\"] )|(?<=\n)|[,;] )(?P<who>[Hh]e|[Ss]he) (?:said|says|added|argued|wrote|told)\b"
)
WROTE = re.compile(r",? (?:wrote|writes|argued|argues|explained|told [^.;,“”]{1,40}) that\b")


def grounds(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The reasons with the act of which they speak; the same of one side twice is one row."""
    grouped: dict[tuple[str, str, str], list[Told]] = {}
    plain = [*_plain(scene)]
    coded = {stretch.span for _, stretch in plain}
    for c, stretch in (*scene.candidates("ground"), *plain):
        if c.value == "other" and c.rule != PLAIN and stretch.span in coded:
            continue
        c = c if c.rule == UNLESS else laws.read(scene.reading, c, stretch)
        paper = scene.paper(stretch)
        if paper and not _is_none(scene, c, stretch) and (code := _borne(scene, c, stretch)):
            end = stretch.end if code == ANSWERED != c.value else c.end
            row = _ground(scene, paper, replace(c, value=code, end=end), stretch)
            is_answer = code == ANSWERED != c.value
            if not (is_answer or _is_reason(scene, row, stretch)):
                continue
            one = str(c.start) if code == "other" else ""  # other reasons are not the same reason
            key = (paper.act_id, f"{code}{one}", str(row.pairs["side"]))
            grouped.setdefault(key, []).append((paper, row))
    apart = (each for group in grouped.values() for each in _by_speaker(group))
    for number, group in enumerate(apart, 1):
        paper, first = group[0]
        said = merged(passage for _, row in group for passage in row.said)
        yield paper, replace(first, pairs={"id": f"g{number}", **first.pairs}, said=said)


Told = tuple[Paper, Row]
"""A reason and the act of which it speaks."""


def of_answers(reasons: Iterable[Told], events: Sequence[Told]) -> Iterator[Told]:
    """The reasons, those for an answer to the papers of several acts with that answer: a reason
    without an event is one for a single act."""
    for paper, row in reasons:
        answers = [
            (own, event)
            for own, event in events
            if event.pairs["kind"] in ANSWERS
            and paper.act_id in event.pairs.get("acts", (own.act_id,))
        ]
        (own, event), *others = answers or [(paper, row)]
        says, acts = _codes(row, "said_by_"), _codes(event, "actor_")
        is_of_both = row.pairs["side"] == "recipient" and "acts" in event.pairs and not others
        if is_of_both and (not says or not acts or says & acts):
            name = f"-{event.pairs['id']}"
            name = name if own is paper else f"{own.act_id}{name}"
            row = replace(row, pairs={**row.pairs, "event_id": name})
        yield paper, row


def _codes(row: Row, columns: str) -> set[str | None]:
    """Whom the cells of some columns of a row name."""
    return {cell.code for cell in row.cells if cell.column.startswith(columns)}


ANSWERS = ("response", "production")


def _by_speaker(group: Sequence[Told]) -> list[list[Told]]:
    """The tellings of one reason, those apart that name another speaker than the first."""
    found: list[tuple[dict[str, str | None], list[Told]]] = []
    for paper, row in group:
        own = {c.column: c.code for c in row.cells if c.column.startswith("said_by_")}
        fit = (f for f in found if all(f[0].get(name, code) == code for name, code in own.items()))
        said_by, told = next(fit, ({}, []))
        found += [] if told else [(said_by, told)]
        said_by.update(own)
        told.append((paper, row))
    return [told for _, told in found]


def _is_none(scene: Scene, c: Candidate, stretch: Stretch) -> bool:
    """Whether words are no reason: of somebody's own case, of a law, denied, or not yet known."""
    text = scene.reading.text
    cited = citations.spans(scene.reading, stretch)
    return bool(
        OF_SOMEBODY.search(text, c.start, c.end)
        or scene.is_of_detainer(stretch)
        or any(a <= c.start and c.end <= b for (a, b), _, _ in cited)
        or WORDS["denied"].match(text, c.end, stretch.end)
        or WORDS["unsettled"].search(text[stretch.start : c.start])
        or laws.is_passing(scene.reading, c, stretch)
        or _is_forced(scene, c)
    )


def _is_forced(scene: Scene, c: Candidate) -> bool:
    """Whether words tell what the agency has to do, and not for what it wants the information."""
    before = scene.reading.text[max(0, c.start - 40) : c.start + len("to ")]
    return c.value == "locate_people" and bool(FORCED.search(before))


def _plain(scene: Scene) -> Iterator[tuple[Candidate, Stretch]]:
    """Reasons in sentences of the article in which extraction sees none."""
    for stretch in scene.reading.body:
        for code, pattern in SHORT_REASONS.items():
            found = pattern.search(scene.reading.text, *stretch.span)
            if not found or (code == "other" and not scene.said_in(stretch, found.span())):
                continue
            told = (c for c in scene.reading.inside(stretch, "ground") if c.value != "other")
            own = [c for c in told if not _is_forced(scene, c)]
            rule = UNLESS if CONDITION.match(found[0]) else PLAIN
            is_apart = all(c.end <= found.start() or found.end() <= c.start for c in own)
            is_apart = is_apart and not (own and code in laws.FEDERAL_REASONS)
            if (rule == UNLESS or is_apart) and all(c.value != code for c in own):
                yield Candidate("ground", *found.span(), rule, 1, value=code), stretch


PLAIN, UNLESS = "plain", "unless"
"""The rules of what is found by few words, and of what is told beside another reason, as in "state
law forbids it unless a court orders it"."""
CONDITION = re.compile(r"unless|until|only", re.I)


def _borne(scene: Scene, c: Candidate, stretch: Stretch) -> str | None:
    """The code that the words of a reason bear; null where they are left to a person."""
    words = scene.words(stretch.span)
    if c.value == "authority_claimed" and WORDS["no_power"].search(
        scene.words((stretch.start, c.end))
    ):
        return "other"
    if c.value in RECIPIENTS and WORDS["pleads"].search(words):
        return ANSWERED
    if c.value == laws.FEDERAL and WORDS["duty"].search(words):
        return "duty_to_comply"
    is_vague = c.value == "other" or not _bears(c.value or "", words)
    for code, instead, pattern in RECODED if is_vague else ():
        if code in (c.value, "") and pattern.search(words):
            return instead
    is_borne = c.rule == PLAIN or (c.value != "other" and _bears(c.value or "", words))
    return c.value if is_borne else None


def _bears(code: str, words: str) -> bool:
    """Whether a sentence holds words of a code.

    >>> _bears("public_record", "Its meetings are open to the public.")
    False
    """
    return code not in BEARS or bool(BEARS[code].search(words))


def _is_reason(scene: Scene, row: Row, stretch: Stretch) -> bool:
    """Whether words give a reason, and do not only tell that somebody speaks, name a law, or report
    what a paper lacks."""
    cell = next(c for c in row.cells if c.column == "ground")
    words = scene.words(cell.span)
    if WORDS["of_saying"].search(words):
        return False
    if any(c.column.startswith("said_by_") for c in row.cells):
        return True
    if cell.code == "authority_claimed" and WORDS["only_cited"].fullmatch(words):
        return False
    is_said = cell.code not in OF_PAPERS or is_outsiders(scene, cell.span)
    return is_said or bool(WORDS["giving"].search(scene.words(stretch.span)))


def _ground(scene: Scene, paper: Paper, c: Candidate, stretch: Stretch) -> Row:
    """A reason: which one, in which words, and on whose side."""
    code = str(c.value)
    span = _few(scene, scene.listed("ground", _act(scene, c, stretch), stretch, code))
    span = laws.named(scene.reading, _whole(scene, span, stretch), code)
    told = scene.said_in(stretch, (c.start, c.end)) or _writer(scene, stretch, span)
    side = _side(scene, paper, told[0], stretch) if told else None
    likely = _likely(scene, c, stretch, told, side)
    is_usual = side == likely and (side == "agency") == (code in laws.FEDERAL_REASONS)
    is_bare = code == laws.FEDERAL and not WORDS["forbidding"].search(scene.words(stretch.span))
    is_unsure = told is not None and between(scene, *told) is not None
    is_sure = is_usual and code != "other" and not (is_bare or is_unsure)
    toward = _toward(scene, stretch, likely, code)
    pairs = {"side": likely} | ({"toward": toward} if toward else {})
    who = SAID_BY.format(_shown(scene, told[1])) if told else UNSAID
    asks = {} if is_sure else {"side": WHOSE.format(scene.words(span), who, code)}
    asks |= {} if toward else {"toward": TOWARD.format(scene.words(span))}
    said = [Passage(stretch, (Cell("ground", span, code, "ground"),))]
    if told and side in (None, likely):
        said += _sayer(scene, *told, Passage(stretch, (Cell("ground", span),)))
    return Row("grounds", pairs, merged(said), asks)


def _side(scene: Scene, paper: Paper, speaker: Speaker, stretch: Stretch) -> str | None:
    """The side of somebody who gives a reason; null where the words do not tell."""
    if speaker.side == "court" and _is_recipient(paper, speaker):
        return "recipient"
    if speaker.side in ("agency", "court"):
        return speaker.side
    if WORDS["above"].search(speaker.title):
        return "superior"
    if WORDS["one_of"].search(speaker.title):
        return "other"
    return "staff" if WORDS["below"].search(scene.words(stretch.span)) else speaker.side


def _likely(
    scene: Scene,
    c: Candidate,
    stretch: Stretch,
    told: tuple[Speaker, Span] | None,
    side: str | None,
) -> str:
    """The side on which a reason is drafted: that of its speaker, or the likely one."""
    if _is_own_filing(scene, stretch):
        return "recipient"
    if told is None and is_outsiders(scene, (c.start, c.end)):
        return "other"
    code = str(c.value)
    likely = OF_SIDE.get((side, code)) or side or _likely_side(scene, stretch, code)
    likely = "recipient" if told and side is None and told[0].title else likely
    is_press = told and code in laws.FEDERAL_REASONS and SPEAKS.search(scene.words(told[1]))
    return "agency" if is_press and likely == "recipient" else likely


def _is_own_filing(scene: Scene, stretch: Stretch) -> bool:
    """Whether a sentence tells what a motion or suit of those who got papers says."""
    words = scene.words(stretch.span)
    return bool(WORDS["own_filing"].search(words) and not WORDS["pleads"].search(words))


def _is_recipient(paper: Paper, speaker: Speaker) -> bool:
    """Whether a court that speaks, or a judge of no other one, is itself who got the papers."""
    is_own = speaker.body is None or speaker.body.agency_id == paper.body.agency_id
    return paper.body.kind == "court" and is_own and not FEDERAL_COURT.search(speaker.title)


SPEAKS = re.compile(r"^(?:an?|the|its) (?:\w+[’']s )?(?:press office|spokes\w+)$", re.I)
"""Who speaks for a department or an agency, of which the words do not tell which it is."""
FEDERAL_COURT = re.compile(r"U\.S\.|[Ff]ederal|United States")
"""Words in the title of a judge whom the government asks, and not its papers."""


def _act(scene: Scene, c: Candidate, stretch: Stretch) -> Span:
    """The words of a reason, a bare name of an act with the words before it: "under the … Act"."""
    words = scene.words((c.start, c.end))
    before = re.compile(r"(?:[a-z]+ ){1,3}(?:the )?$").search(
        scene.reading.text[stretch.start : c.start]
    )
    is_bare = (
        words.endswith(" Act") and c.value != laws.FEDERAL and not re.search(r"\b[a-z]{5,}", words)
    )
    return (stretch.start + before.start(), c.end) if is_bare and before else (c.start, c.end)


def _likely_side(scene: Scene, stretch: Stretch, code: str) -> str:
    """The side of a reason of which the text names no speaker."""
    words = _with_before(scene, stretch)
    if WORDS["below"].search(words):
        return "staff"
    if HE_SAID.search(scene.reading.text, *stretch.span) and _is_behind_private(scene, stretch):
        return "other"
    is_agencys = code not in RECIPIENTS and WORDS["agency_speaks"].search(words)
    return "agency" if code in laws.FEDERAL_REASONS or is_agencys else "recipient"


def _is_behind_private(scene: Scene, stretch: Stretch) -> bool:
    """Whether the sentence before names somebody whose name is left out, whom "he" may mean."""
    before = scene.reading.before(stretch)
    return before is not None and scene.is_private(before.span)


def _with_before(scene: Scene, stretch: Stretch) -> str:
    """The words of a sentence, and of the one before where it begins with a pronoun."""
    words = scene.words(stretch.span)
    before = scene.reading.before(stretch) or stretch
    return f"{scene.words(before.span)} {words}" if re.match(r"(?:It|They) ", words) else words


def _toward(scene: Scene, stretch: Stretch, side: str, code: str) -> str | None:
    """For what a reason is given; null where the words do not tell, or are on no papers of this
    text."""
    words = _with_before(scene, stretch)
    if side != "recipient" and WORDS["general"].search(words) and not WORDS["these"].search(words):
        return None
    if side == "agency" and WORDS["in_court"].search(words):
        return "enforcing"
    if side == "recipient" and _is_own_filing(scene, stretch):
        return "quashing"
    if side in SIDES:
        return SIDES[side]
    if WORDS["offense"].search(words) and code == "penalty_feared":
        return "refusing"  # an answer would be punished
    return "complying" if code in COMPLYING else "refusing" if code in RECIPIENTS else None


def _writer(scene: Scene, stretch: Stretch, span: Span) -> tuple[Speaker, Span] | None:
    """Who is named before the words as one who wrote or argued so."""
    text = scene.reading.text
    named = actors.before(scene, stretch, span[0])
    people = (each for each in named if each[0].individual_id)
    found = next((each for each in people if WROTE.match(text, each[1][1])), None)
    return found or _pronoun(scene, stretch)


def _pronoun(scene: Scene, stretch: Stretch) -> tuple[Speaker, Span] | None:
    """Whom "he said" means in a sentence without marks: whom its paragraph names last before."""
    said = HE_SAID.search(scene.reading.text, *stretch.span)
    is_none = said is None or _is_behind_private(scene, stretch)
    speaker = None if is_none else actors.last_person(scene, stretch)
    return (speaker, said.span("who")) if said and speaker else None


def _few(scene: Scene, span: Span) -> Span:
    """The first words of a span behind its marks, as many as a phrase may have."""
    text = scene.reading.text[slice(*span)]
    start = len(text) - len(text.lstrip(' ,.”"'))
    told = SAID_THAT.match(text, start)
    start = told.end() if told else start
    quoted = re.split(r"[,.]?[”\"]", text[start:], maxsplit=1)[0]
    words = list(re.finditer(r"\S+", quoted))[:LONGEST]
    shown = quoted[: words[-1].end()].rstrip(" ,.;:”")
    return span[0] + start, span[0] + start + len(shown)


def _shown(scene: Scene, span: Span) -> str:
    """Words for a speaker, without a name that is left out."""
    return "…" if scene.is_private(span) else scene.words(span)


def _whole(scene: Scene, span: Span, stretch: Stretch) -> Span:
    """A reason with the negation before it and to the end of its clause, if a phrase may hold it.

    "above federal law" of "is not above federal law" says the contrary of what it is quoted for.
    """
    text = scene.reading.text
    before = WORDS["negated"].search(text[stretch.start : span[0]])
    if before and scene.short((stretch.start + before.start(), span[1])):
        span = stretch.start + before.start(), span[1]
    behind = CLAUSE.match(text, span[1], stretch.end)
    longer = span[0], behind.end() if behind else span[1]
    is_open = WORDS["unfinished"].search(scene.words(span))
    return _trimmed(text, longer if is_open and scene.short(longer) else span)


def _trimmed(text: str, span: Span) -> Span:
    """A reason of several words without "said" before it and without a last word that opens what
    is no longer in it: "state law forbids the release of"."""
    half = re.compile(r"(?<=\w)\w+\s+(?=\w)").match(text, *span)  # the end of a word before
    span = half.end() if half else span[0], span[1]
    begun = WORDS["said_before"].match(text, *span)
    start = begun.end() if begun else span[0]
    left = WORDS["left_open"].search(text[start : span[1]])
    is_whole = left is None or len(text[start : start + left.start()].split()) < FEWEST
    return start, span[1] if is_whole or left is None else start + left.start()


FEWEST = 3  # words of a reason of which the last ones are left out


CLAUSE = re.compile(r"(?: [\w’'-]+){1,4}(?=[.,;:”\"]|$| (?:and|but|or|because|which|who)\b)")


def _sayer(scene: Scene, speaker: Speaker, span: Span, ground: Passage) -> Iterator[Passage]:
    """The words for who says so, in the sentence or where the speaker is named.

    Words of another sentence stand with those of the reason, so that it is clear what they say.
    """
    is_pronoun = speaker.individual_id and PRONOUN.match(scene.words(span))
    own = speaker.name_span if is_pronoun else span
    stretch = scene.reading.at(own[0]) if own else None
    if own and stretch:
        cell = speaker.cell("said_by_individual_id", "said_by_agency_id", own)
        words = scene.reading.cover([ground.cells[0].span], ground.stretch)
        is_here = stretch == ground.stretch
        yield Passage(stretch, (cell,), None if is_here else scene.words(words))
