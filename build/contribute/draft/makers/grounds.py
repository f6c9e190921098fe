"""The reasons that each side gives, with whose they are and what they are given for.

A code is drafted only where the words of the sentence bear it, in running words or in what somebody
says; all others are left to a person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contribute.draft.makers import laws
from contribute.draft.makers.happened.answers import is_outsiders
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import PEOPLE
from contribute.draft.makers.scene import PRONOUN, Scene, Speaker
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
PIECES = {"PEOPLE": "|".join(sorted(PEOPLE)), "LAW": laws.LAW}
BEARS = turns(__file__, "bears", PIECES)
"""Words that a sentence must hold to bear a code; of others the rule that proposes it vouches."""
RECODED: list[tuple[str, str, re.Pattern[str]]] = [
    (row["code"], row["instead"], turn(__file__, row["words"]))
    for row in table(__file__)["recoded"]
]
"""The code that words bear instead of another."""
OF_PAPERS = (
    "not_court_issued",
    "no_such_records",
    "penalty_for_refusing",
    "penalty_for_complying",
)
"""What may be told of papers as a fact, and is a reason only as somebody gives it."""
SHORT_REASONS = turns(__file__, "short", PIECES)
"""Reasons in so few words that extraction passes over them."""
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
COMPLYING = frozenset(
    (
        *("public_record", "duty_to_comply", "law_allows", "routine_compliance"),
        "criminal_investigation",
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
WHOSE = (
    "“{}”, {}: is it a reason for or against these papers, and does the code {} fit? yes: keep | "
    "another code{} of datasets/dictionary.md: change it in phrases_in | another side: "
    f"{' | '.join(Side.codes())}, with another toward | said in general and not on these papers: "
    "delete toward | no reason: delete the row"
)
TOWARD = (
    f"what is “{{}}” given for? {' | '.join(Toward.codes())}: write it as toward | for none of "
    "these, or in general and not on these papers: keep"
)
CODES = "codes"
"""The codes of which a model thinks, among the attributes of what it proposes."""
LIKELY = 0.5  # probability from which on what only a model takes for a reason is offered
PARTIES = ("agency", "recipient", "superior")
"""Sides of which a row names who gives the reason, or says why not."""
SAID_BY, UNSAID = "said by “{}”", "whose speaker the draft did not find"


def grounds(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The reasons with the act of which they speak; the same of one side twice is one row."""
    grouped: dict[tuple[str, str, str], list[Told]] = {}
    plain = [*_plain(scene)]
    coded = {stretch.span for _, stretch in plain}
    for c, stretch in (*_likeliest(scene), *plain):
        if c.value == "other" and stretch.span in coded:
            continue
        c = c if c.rule == UNLESS else laws.read(scene.reading, c, stretch)
        paper = scene.paper(stretch)
        told = paper and not _is_none(scene, c, stretch) and _coded(scene, c, stretch)
        if paper and told:
            row = _ground(scene, told, stretch)
            is_guess = CODES in told.attributes
            if not is_guess and not _is_reason(scene, row, stretch):
                continue
            is_apart = is_guess or told.value == "other"  # which may be another reason
            one = str(c.start) if is_apart else ""
            key = (paper.act_id, f"{told.value}{one}", str(row.pairs["side"]))
            grouped.setdefault(key, []).append((paper, row))
    apart = (each for group in grouped.values() for each in _by_speaker(group))
    for number, group in enumerate(apart, 1):
        paper, first = group[0]
        said = merged(passage for _, row in group for passage in row.said)
        pairs = {"id": f"g{number}", **first.pairs}
        named = any(c.column.startswith("said_by_") for passage in said for c in passage.cells)
        if first.pairs["side"] in PARTIES and not named:
            pairs["absent"] = {"said_by_agency_id": "not_stated"}
        yield paper, replace(first, pairs=pairs, said=said)


Proposed = tuple[Candidate, Stretch]
"""What extraction takes for a reason, and its sentence."""
Told = tuple[Paper, Row]
"""A reason and the act of which it speaks."""


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
    """Whether words are no reason: of a law or a bill, denied, or not yet known."""
    text = scene.reading.text
    cited = laws.cited(scene.reading, stretch)
    return bool(
        scene.is_of_detainer(stretch)
        or any(a <= c.start and c.end <= b for (a, b), _, _ in cited)
        or WORDS["of_a_bill"].search(text, *stretch.span)
        or any(WORDS[n].search(text[stretch.start : c.start]) for n in ("unsettled", "of_nobody"))
        or laws.is_passing(scene.reading, c, stretch)
    )


def _plain(scene: Scene) -> Iterator[tuple[Candidate, Stretch]]:
    """Reasons in sentences of the article in which extraction sees none."""
    for stretch in scene.reading.body:
        own = [c for c in scene.reading.inside(stretch, "ground") if c.value != "other"]
        for code, pattern in SHORT_REASONS.items():
            found = pattern.search(scene.reading.text, *stretch.span)
            if not found or any(c.value == code for c in own):
                continue
            rule = UNLESS if CONDITION.match(found[0]) else PLAIN
            borne = (c for c in own if _bears(c.value or "", scene.words(stretch.span)))
            is_apart = all(c.end <= found.start() or found.end() <= c.start for c in borne)
            if rule == UNLESS or is_apart:
                yield Candidate("ground", *found.span(), rule, 1, value=code), stretch


PLAIN, UNLESS = "plain", "unless"
"""The rules of what is found by few words, and of what is told beside another reason, as in "state
law forbids it unless a court orders it"."""
CONDITION = re.compile(r"unless|until|only", re.I)


def _likeliest(scene: Scene) -> Iterator[Proposed]:
    """What is proposed, of what only a model takes for a reason the likeliest of each sentence."""
    found = scene.candidates("ground")
    guesses = [(c, s) for c, s in found if CODES in c.attributes and not _borne(scene, c, s)]
    guesses.sort(key=lambda each: each[0].probability or 0.0)
    best = {stretch.number: c for c, stretch in guesses}
    yield from (each for each in found if each not in guesses or best[each[1].number] is each[0])


def _coded(scene: Scene, c: Candidate, stretch: Stretch) -> Candidate | None:
    """A reason with the code that its words bear, or of which a model thinks first, with those of
    which it thinks next; null of what is unlikely to be one, or cites on what papers rest."""
    if code := _borne(scene, c, stretch):
        return replace(c, value=code, attributes={})
    codes = c.attributes.get(CODES, "").split() if (c.probability or 0.0) >= LIKELY else []
    is_denied = WORDS["of_nobody"].search(scene.reading.text[stretch.start : c.end])
    cited = (span for span, _, _ in laws.cited(scene.reading, stretch))
    is_cited = any(c.start < end and start < c.end for start, end in cited)
    return replace(c, value=codes[0]) if codes and not (is_cited or is_denied) else None


def _borne(scene: Scene, c: Candidate, stretch: Stretch) -> str | None:
    """The code that the words of a reason bear; null where they are left to a person."""
    words = scene.words(stretch.span)
    for code, instead, pattern in RECODED if c.value == "other" else ():
        if code == c.value and pattern.search(words):
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
    if any(c.column.startswith("said_by_") for c in row.cells):
        return True
    if cell.code == "authority_claimed" and WORDS["only_cited"].fullmatch(words):
        return False
    is_said = cell.code not in OF_PAPERS or is_outsiders(scene, cell.span)
    return is_said or bool(WORDS["giving"].search(scene.words(stretch.span)))


def _ground(scene: Scene, c: Candidate, stretch: Stretch) -> Row:
    """A reason: which one, in which words, and on whose side."""
    code = str(c.value)
    span = _few(scene, scene.listed("ground", _act(scene, c, stretch), stretch, code))
    span = laws.named(scene.reading, _whole(scene, span, stretch), code)
    told = scene.said_in(stretch, (c.start, c.end))
    side = _side(told[0], scene.papers) if told else None
    likely = _likely(scene, c, stretch, told, side)
    is_usual = side == likely and (side == "agency") == (code in laws.FEDERAL_REASONS)
    is_bare = code == laws.FEDERAL and not WORDS["forbidding"].search(scene.words(stretch.span))
    toward = _toward(scene, stretch, likely, code)
    pairs = {"side": likely} | ({"toward": toward} if toward else {})
    shown = "…" if told and scene.is_private(told[1]) else told and scene.words(told[1])
    who = SAID_BY.format(shown) if told else UNSAID
    others = [each for each in c.attributes.get(CODES, "").split()[1:] if each != "other"]
    such = f", such as {' or '.join(others)}," if others else ""
    is_asked = others or is_bare or not is_usual
    asks = {"side": WHOSE.format(scene.words(span), who, code, such)} if is_asked else {}
    asks |= {} if toward else {"toward": TOWARD.format(scene.words(span))}
    said = [Passage(stretch, (Cell("ground", span, code, "ground"),))]
    if told and side in (None, likely):
        said += _sayer(scene, *told, Passage(stretch, (Cell("ground", span),)))
    return Row("grounds", pairs, merged(said), asks)


def _side(speaker: Speaker, papers: Sequence[Paper]) -> str | None:
    """The side of somebody who gives a reason; null where the words do not tell."""
    if speaker.is_of(papers):
        return "recipient"  # also a clerk of a court, who got papers
    if speaker.side in ("agency", "court"):
        return speaker.side
    if WORDS["above"].search(speaker.title):
        return "superior"
    return "other" if WORDS["one_of"].search(speaker.title) else speaker.side


def _likely(
    scene: Scene,
    c: Candidate,
    stretch: Stretch,
    told: tuple[Speaker, Span] | None,
    side: str | None,
) -> str:
    """The side on which a reason is drafted: that of its speaker, or the likely one."""
    if told is None and is_outsiders(scene, (c.start, c.end)):
        return "other"
    if told and side is None and told[0].title:
        return "recipient"
    return side or _likely_side(scene, stretch, str(c.value))


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
    if WORDS["ruling"].search(scene.words(stretch.span)):
        return "court"
    is_agencys = code not in RECIPIENTS and WORDS["agency_speaks"].search(words)
    return "agency" if code in laws.FEDERAL_REASONS or is_agencys else "recipient"


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
    if side == "recipient" and WORDS["to_quash"].search(words):
        return "quashing"
    if side == "court" and code in RECIPIENTS:
        return None  # which may be a reason to enforce only in part
    if side in SIDES:
        return SIDES[side]
    return "complying" if code in COMPLYING else "refusing" if code in RECIPIENTS else None


def _few(scene: Scene, span: Span) -> Span:
    """The first words of a span behind its marks, as many as a phrase may have."""
    text = scene.reading.text[slice(*span)]
    start = len(text) - len(text.lstrip(' ,.”"'))
    quoted = re.split(r"[,.]?[”\"]", text[start:], maxsplit=1)[0]
    words = list(re.finditer(r"\S+", quoted))[:LONGEST]
    shown = quoted[: words[-1].end()].rstrip(" ,.;:”")
    return span[0] + start, span[0] + start + len(shown)


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
    """A reason of several words without a last word that opens what is no longer in it: "state law
    forbids the release of"."""
    left = WORDS["left_open"].search(text[slice(*span)])
    if left is None or len(text[span[0] : span[0] + left.start()].split()) < FEWEST:
        return span
    return span[0], span[0] + left.start()


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
