"""What happened to the papers, and the reasons that each side gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from contribute.draft.makers import courts
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import DAYS, LAST_DAY, OFFICER
from contribute.draft.makers.scene import PRONOUN, Scene, Speaker
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import LONGEST

ANSWERS = {
    "refused": ("response", "declined"),
    "ignored": ("response", "declined"),
    "challenged": ("response", "declined"),
    "reviewing": ("response", "reviewing"),
    "delayed": ("response", "reviewing"),
    "complied": ("production", "whole"),
    "responded": ("response", "agreed"),
    "not_complied": ("no_production", None),
}
"""Kind and result of an event, by the answer that extraction names."""
COURT = {
    "no_appeal": r"\b(?:will|would|did|does) not appeal\b",
    "appeal": r"\bappealed\b|\bfiled an appeal\b",
    "hearing_set": r"\b(?P<words>(?:scheduled|set) (?:an? |the )?(?:\w+ )?(?:hearing|arguments?)|"
    r"(?:hearing|arguments) (?:is|are|was|were|has been) (?:set|scheduled)|"
    r"(?:is|are) (?:set|scheduled) to hear|"
    r"(?:is to|will) (?:hear (?:arguments?|the (?:case|matter|parties))|hold a hearing)|"
    r"hearing on (?:the|its|that) (?:petition|request|matter|case) is (?:set|scheduled))\b",
    "hearing": r"\bheard arguments?\b|\bheld a hearing\b|\bat a hearing\b|\bhearing was held\b",
    "petition": r"\b(?P<words>asked (?:an?|the) [^;“”]{0,70}?(?:[Jj]udge|[Cc]ourt))\b"
    r"[^;“”]{0,70}? to (?:enforce|order|compel)\b|"
    r"\bfiled a petition\b|\bpetitioned\b|\bsued to enforce\b|\bwent to (?:federal )?court\b",
    "order": r"\b(?:judge|court)\b[^.;“”]{0,40}?\b"
    r"(?P<words>ordered|ruled|granted|denied|quashed|blocked|dismissed)\b",
    "threat": r"\b(?:will|would|could|may|might) (?:go to|take [^.;“”]{0,40} to|ask a|seek a) "
    r"(?:federal )?(?:court|judge)\b|\bthreatened to (?:sue|go to court)\b",
    "suit": r"\bsued\b|\bfiled (?:a )?(?:law)?suit\b",
    "withdrawal": r"\bwithdrew\b|\bwithdrawn\b|\brescinded\b",
    "settlement": r"\bsettled\b|\breached an agreement\b",
    "no_production": r"\b(?:has|have|had) not (?:yet )?"
    r"(?:answered|responded|replied|produced|provided|turned over)\b",
}
"""Turns of phrase for what happens in court, the most telling first."""
ANOTHER = re.compile(
    r"\b(?:earlier|previous|prior) (?:subpoena|request|summons)|"
    r"\b(?:separate|another|different) (?:case|matter|lawsuit)\b"
)
"""Sentences about other papers or cases than the article's; the draft asks a person about them."""
SIDES = {"agency": "issuing", "recipient": "refusing"}
ASKED = {
    "order": "what does it decide? enforcement | quashing | prohibition | stay | appeal | other | "
    "nothing about these papers: delete the row",
    "production": (
        "was all produced? whole | part; if it is only promised: kind response, agreed; "
        "nothing was produced: delete the row"
    ),
}
"""What a person is asked of each kind."""
Happening = tuple[Paper, str, str | None, Row]
"""The act, the kind, the result if there is one, and the row of one telling."""


def events(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The events with the act that they concern; the same told twice is one row."""
    grouped: dict[tuple[str, str, str | None], list[Happening]] = {}
    for each in (*_answers(scene), *_of_petition(list(_court(scene)))):
        grouped.setdefault((each[0].act_id, each[1], each[2]), []).append(each)
    in_court = {
        act
        for (act, kind, _), group in grouped.items()
        if kind == "petition"
        and any(list(courts.matter(scene, each[0], each[3].said)) for each in group)
    }
    for (act, kind, result), group in grouped.items():
        paper, _, _, first = group[0]
        said = _one_actor(merged(passage for each in group for passage in each[3].said))
        said, asks = _one_day(scene, _ahead(said) if kind == "hearing_set" else said)
        asks = {key: asked for each in group for key, asked in each[3].asks.items()} | asks
        name = "-".join(filter(None, (kind.replace("_", "-"), result)))
        matters = list(courts.matter(scene, paper, said)) if kind == "petition" else []
        is_of_matter = matters or (act in in_court and kind in ("hearing", "hearing_set"))
        pairs = {"id": name, **first.pairs} | (
            {"proceeding_id": "-enforcement"} if is_of_matter else {}
        )
        yield paper, replace(first, pairs=pairs, said=said).asking(**asks)
        yield from ((paper, matter) for matter in matters)


def _of_petition(found: list[Happening]) -> Iterator[Happening]:
    """What happens in court; a hearing is that of the only act on which a petition was filed."""
    of = {paper.act_id: paper for paper, kind, *_ in found if kind == "petition"}
    for paper, kind, result, row in found:
        is_its = kind in ("hearing", "hearing_set") and len(of) == 1
        yield next(iter(of.values())) if is_its else paper, kind, result, row


def _one_actor(said: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The tellings of one happening, with whom the first that names anybody gives as its actor."""
    actors = [c for p in said for c in p.cells if c.column.startswith("actor_")]
    others = {id(c) for c in actors if (c.column, c.code) != (actors[0].column, actors[0].code)}
    return tuple(replace(p, cells=tuple(c for c in p.cells if id(c) not in others)) for p in said)


def _ahead(said: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Passages whose day is one to come."""
    to_come = {"direction": "on_or_after"}
    return tuple(
        replace(
            passage,
            cells=tuple(
                replace(cell, more=to_come) if cell.column == "occurred" else cell
                for cell in passage.cells
            ),
        )
        for passage in said
    )


def _one_day(scene: Scene, said: tuple[Passage, ...]) -> tuple[tuple[Passage, ...], dict[str, str]]:
    """The tellings of one happening with the day of one of them, and a question about others."""
    days = {
        scene.words(cell.span): passage
        for passage in said
        for cell in passage.cells
        if cell.column == "occurred"
    }
    if len(days) < 2:
        return said, {}
    kept = min(days, key=lambda words: bool(SAYING.search(scene.words(days[words].stretch.span))))
    shown = " and ".join(f"“{words}”" for words in days)
    own = (
        replace(passage, cells=tuple(c for c in passage.cells if _is_day(scene, c, kept)))
        for passage in said
    )
    asked = f"one happening, or several? the text has {shown}; “{kept}” is taken as its day"
    return tuple(passage for passage in own if passage.cells), {"": asked}


def _is_day(scene: Scene, cell: Cell, kept: str) -> bool:
    return cell.column != "occurred" or scene.words(cell.span) == kept


SAYING = re.compile(r"\b(?:said|says|told)\b")
"""Sentences whose day may be the day of speaking."""


def _answers(scene: Scene) -> Iterator[Happening]:
    """What recipients answer."""
    for c, stretch in scene.candidates("response"):
        paper = scene.paper(stretch)
        if c.value not in ANSWERS or paper is None or c.attributes.get("scope") == "policy":
            continue
        down = re.compile(r" down\b").match(scene.reading.text, c.end)
        span = (c.start, down.end() if down else c.end)
        is_refusal = REFUSES.search(scene.words(span))
        kind, result = ANSWERS["refused" if is_refusal else c.value]
        span = scene.listed("result", span, stretch, result) if result else span
        if kind == "production" and (some := SOME.match(scene.reading.text, span[1])):
            span, result = (span[0], some.end()), "part"
        is_anothers = _is_anothers(scene, paper, stretch, span)
        is_term = any(
            d.start < span[1] and span[0] < d.end for d in scene.reading.inside(stretch, "deadline")
        )
        if is_term or is_anothers or _is_supposed(scene, stretch, span) or not scene.short(span):
            continue
        cells = [Cell("kind", span)]
        cells += [Cell("result", span, result, "result")] if result else []
        cells += _actor(scene, paper, stretch, span)
        event = _event(scene, paper, stretch, cells, kind)
        yield paper, kind, result, _doubted(scene, paper, event)
    for stretch in scene.reading.body:
        seen = scene.reading.inside(stretch, "response")
        paper = scene.paper(stretch)
        for result, pattern in PLAIN.items():
            found = pattern.search(scene.reading.text, *stretch.span)
            if not (found and paper and stretch.region == "body") or (
                seen and result == "declined"
            ):
                continue
            if not _is_anothers(scene, paper, stretch, found.span()):
                cells = [Cell("kind", found.span())]
                cells.append(Cell("result", found.span(), result, "result"))
                cells += _actor(scene, paper, stretch, found.span())
                event = _event(scene, paper, stretch, cells, "response")
                yield paper, "response", result, _doubted(scene, paper, event)


REFUSES = re.compile(r"\b(?:refus|declin|reject)\w+")
UNDECIDED = re.compile(
    r"\b(?:has|had|have) not (?:yet )?decided(?: how to (?:respond|reply|answer))?"
    r"|\b(?:is|are|was|were) (?:still )?reviewing (?:it|them|the (?:subpoenas?|papers?|request))\b"
)
PLAIN = {
    "reviewing": UNDECIDED,
    "declined": re.compile(rf"\b(?:refused|declined)\b(?= (?:on )?{DAYS})"),
}
"""Answers in so few words that extraction passes over them, by their result."""


SOME = re.compile(r" (?:only )?(?:some|part|most|a few|several)\b")
"""Words after a production by which not all was produced."""
OTHERS = re.compile(
    r"\b(?:commission(?:ers)?|council(?:ors|members)?|board|supervisors|legislat(?:ure|ors)|"
    r"lawmakers|assembly|senate|governor)\b",
    re.I,
)
"""Bodies and people that answer for themselves, and not for an office of their government."""
OFFICES = re.compile(
    r"\b(?:sheriff|clerk|executive|mayor|governor|commissioner|treasurer|auditor|recorder|"
    r"attorney general|chief|superintendent|registrar|supervisor)\b",
    re.I,
)
"""Offices by whose name one sees for whom a person speaks."""


def _is_anothers(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> bool:
    """Whether a council or the like, which did not receive the papers, is the subject."""
    before = scene.reading.text[stretch.start : span[0]]
    subject = next(iter(reversed(list(OTHERS.finditer(before)))), None)
    own = scene.words(paper.main.receiver).lower() if paper.sendings else ""
    is_whole = re.search(r"county$|city$|^(?:city|town|village|state) of", own)
    if subject is None or is_whole or subject[0].lower() in own:
        return False
    after = before[subject.end() :].lower()
    return not any(word in after for word in own.split() if len(word) > len("county"))


def _doubted(scene: Scene, paper: Paper, event: Row) -> Row:
    """The event with a question where the person who acts holds another office."""
    own = scene.words(paper.main.receiver).lower() if paper.sendings else ""
    actors = {c.code for p in event.said for c in p.cells if c.column == "actor_individual_id"}
    for speaker in scene.speakers.values():
        titles = [
            scene.words(cell.span)
            for passage in (speaker.row.said if speaker.row else ())
            for cell in passage.cells
            if cell.column == "title"
        ]
        office = OFFICES.search(" ".join(titles))
        if speaker.individual_id in actors and office and office[0].lower() not in own:
            asked = ANSWERED.format(scene.words(paper.main.receiver), titles[0])
            return event.asking(actor_individual_id=asked)
    return event


ANSWERED = (
    "is it what the “{}” did? who acts is the “{}”; yes: keep | no: move the row to the act of "
    "that office, or delete it"
)


def _is_supposed(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether the agency says it of what may come, so that it is no answer of the recipient."""
    told = scene.said_in(stretch, span)
    supposed = re.search(r"\b[Ii]f\b", scene.reading.text[stretch.start : span[0]])
    return bool(supposed and told and told[0].side == "agency")


def _actor(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> list[Cell]:
    """Who acts: the recipient or somebody of it, named before the words; else a speaker of it."""
    for own, at in _before(scene, stretch, span[0]):
        if own.body and own.body.agency_id == paper.body.agency_id:
            return [own.cell("actor_individual_id", "actor_agency_id", at)]
    told = scene.said_in(stretch)
    is_own = told and (told[0].body is None or told[0].body.agency_id == paper.body.agency_id)
    if told and is_own and told[0].individual_id:
        speaker, span = told
        if stretch.start <= span[0] < stretch.end and not PRONOUN.match(scene.words(span)):
            return [speaker.cell("actor_individual_id", "actor_agency_id", span)]
    return []


def _before(scene: Scene, stretch: Stretch, stop: int) -> list[tuple[Speaker, Span]]:
    """Who is named in a sentence before a place, bodies and people who speak, the nearest first."""
    found: list[tuple[Speaker, Span]] = []
    for c in scene.reading.inside(stretch, "agency"):
        body = scene.bodies.named((c.start, c.end), stretch) if c.end <= stop else None
        found += [(Speaker(None, body), (c.start, c.end))] if body else []
    names = [
        (speaker, re.escape(scene.words(speaker.name_span)))
        for speaker in scene.speakers.values()
        if speaker.individual_id and speaker.name_span
    ]
    for paper in scene.papers:
        receivers = {scene.words(sending.receiver) for sending in paper.sendings}
        names += [(Speaker(None, paper.body), _short_for(name)) for name in sorted(receivers)]
    for speaker, pattern in names:
        at = re.compile(pattern).finditer(scene.reading.text, stretch.start, stop)
        found += [(speaker, each.span()) for each in at]
    return sorted(found, key=lambda each: (-each[1][1], each[1][0]))


def _short_for(name: str) -> str:
    """A pattern of the name of a recipient, or of "the office", by the word for what it is."""
    office = re.escape(name.split()[0] if OFFICER.match(name) else name.split()[-1])
    return rf"{re.escape(name)}|\b(?i:the {office}\b(?: (?:department|office))?)"


def _court(scene: Scene) -> Iterator[Happening]:
    """What happens in court, one kind a sentence."""
    for stretch in scene.reading.body:
        paper = scene.paper(stretch)
        is_other = ANOTHER.search(scene.reading.text, *stretch.span)
        if paper is None or stretch.region != "body" or is_other:
            continue
        for kind, pattern in COURT.items():
            if match := re.compile(pattern, re.I).search(scene.reading.text, *stretch.span):
                if kind == "order" and _is_no_ruling(scene, stretch, match):
                    continue
                span = match.span("words") if match.groupdict().get("words") else match.span()
                cells = [Cell("kind", span), *_mover(scene, paper, stretch, span, kind)]
                event = _event(scene, paper, stretch, cells, kind)
                yield paper, kind, None, _doubted(scene, paper, event)
                break


UNREAL = re.compile(r"\b(?:unless|until|if|without|whether|before|should)\b[^.;,“”]*$", re.I)
"""Words before an order that nobody has given."""
OF_A_PERSON = re.compile(
    r"[^.;,“”]{0,40}?\b(?:charges?|counts?|indictments?|bail|bond|asylum|deportation|removal|"
    r"probation|sentences?|pleas?)\b|"
    r" (?:him|her|the (?:man|woman)) (?:to be )?(?:released|freed|held|jailed|deported|removed)\b"
)
"""Words after a ruling on somebody's own case."""


def _is_no_ruling(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether a court decides somebody's own case, or decides only in a condition."""
    before = scene.reading.text[stretch.start : match.start()]
    own = OF_A_PERSON.match(scene.reading.text, match.end("words"), stretch.end)
    is_of_papers = own and re.search(r"subpoena|summons|petition|records", own[0])
    return bool(UNREAL.search(before) or (own and not is_of_papers))


MOVED_BY = frozenset(("petition", "threat", "withdrawal"))
"""What the government does: its body before the verb did it."""


def _mover(scene: Scene, paper: Paper, stretch: Stretch, span: Span, kind: str) -> Iterator[Cell]:
    """Who acts in court: a federal body, or else the recipient, before the verb."""
    if kind in MOVED_BY:
        for mover, at in _before(scene, stretch, span[0]):
            if mover.individual_id is None and mover.side == "agency":
                yield mover.cell("actor_individual_id", "actor_agency_id", at)
                return
    elif kind == "no_production":
        yield from _actor(scene, paper, stretch, span)


def _event(scene: Scene, paper: Paper, stretch: Stretch, cells: list[Cell], kind: str) -> Row:
    """The row of one telling, with its day and what is asked of its kind."""
    days = [
        day
        for day in scene.reading.inside(stretch, "date")
        if not ELSEWHERE.search(_between(scene, cells[0].span, (day.start, day.end)))
        and not COMING.search(scene.reading.text, day.start, day.end)
        and not (kind == "order" and LAST_DAY.search(scene.reading.text[stretch.start : day.start]))
    ]
    sent = {s.stretch.number for s in paper.sendings if s.is_served is not None}
    if days and stretch.number not in sent:
        day = min(days, key=lambda day: _is_of_saying(scene, stretch, day.start))
        cells.append(Cell("occurred", (day.start, day.end)))
    pairs = {"kind": kind} | ({"decides": "enforcement"} if kind == "order" else {})
    asks = {"decides" if kind == "order" else "": ASKED[kind]} if kind in ASKED else {}
    return Row("events", pairs, (Passage(stretch, tuple(cells)),), asks)


COMING = re.compile(r"\b(?:next|coming|following) (?:week|month|year)\b", re.I)
"""Times to come that are no day."""


def _is_of_saying(scene: Scene, stretch: Stretch, start: int) -> bool:
    """Whether a day is the one on which somebody says so, as in "said Tuesday that"."""
    return bool(SAID_ON.search(scene.reading.text[stretch.start : start]))


SAID_ON = re.compile(r"\b(?:said|says|announced|added|confirmed)(?: on| late| early)?\s+$")


def _between(scene: Scene, one: Span, other: Span) -> str:
    """The text between two spans."""
    return scene.reading.text[min(one[1], other[1]) : max(one[0], other[0])]


ELSEWHERE = re.compile(
    r";|, as\b|(?<![A-Z])\.\s|\bsaid\b[^,]*,|\bto (?:hear|rule|decide)\b|\bwithin\b"
)
"""Where another clause begins, so that its day is not the day of these words."""


def grounds(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The reasons with the act of which they speak; the same of one side twice is one row."""
    grouped: dict[tuple[str, str, str], list[tuple[Paper, Row]]] = {}
    for c, stretch in (*scene.candidates("ground"), *_plain_grounds(scene)):
        paper = scene.paper(stretch)
        if paper and c.value and not OF_SOMEBODY.search(scene.reading.text, c.start, c.end):
            row = _ground(scene, c, stretch)
            key = (paper.act_id, c.value, str(row.pairs["side"]))
            grouped.setdefault(key, []).append((paper, row))
    for number, group in enumerate(grouped.values(), 1):
        paper, first = group[0]
        said = merged(passage for _, row in group for passage in row.said)
        yield paper, replace(first, pairs={"id": f"g{number}", **first.pairs}, said=said)


OF_SOMEBODY = re.compile(r"\b(?:been|was|were|is) (?:charged|convicted|accused)\b")
"""Words on somebody's own case, which are nobody's reason for an answer."""
PLAIN_GROUNDS = {
    "not_court_issued": re.compile(
        r"\b(?:lack(?:s|ed|ing)?|without) an? (?:judge[’']s|judicial) (?:signature|approval)\b"
    ),
    "privacy": re.compile(
        r"\bprotect (?:\w+ ){0,2}(?:privacy|(?:private|personal) (?:information|data))\b"
    ),
}
"""Reasons in so few words that extraction passes over them."""


def _plain_grounds(scene: Scene) -> Iterator[tuple[Candidate, Stretch]]:
    """Reasons in sentences of the article in which extraction sees none."""
    for stretch in scene.reading.body:
        for code, pattern in PLAIN_GROUNDS.items():
            found = pattern.search(scene.reading.text, *stretch.span)
            if found and not scene.reading.inside(stretch, "ground"):
                yield Candidate("ground", *found.span(), "plain", 1, value=code), stretch


def _ground(scene: Scene, c: Candidate, stretch: Stretch) -> Row:
    """A reason: which one, in which words, and on whose side."""
    code = str(c.value)
    span = _few(scene, scene.listed("ground", (c.start, c.end), stretch, code))
    told = scene.said_in(stretch, (c.start, c.end)) or _writer(scene, stretch, span)
    side = told[0].side if told else None
    words = scene.words(stretch.span)
    before = next((s for s in scene.reading.stretches if s.number == stretch.number - 1), stretch)
    words = f"{scene.words(before.span)} {words}" if re.match(r"(?:It|They) ", words) else words
    is_federal = code in FEDERAL_REASONS or FEDERAL.search(words)
    likely = side or ("agency" if is_federal else "recipient")
    is_plea = likely == "agency" and re.search(r"\bpetition|\bcourt filing", words, re.I)
    pairs = {"side": likely, "toward": "enforcing" if is_plea else SIDES.get(likely, "refusing")}
    is_usual = side is not None and (side == "agency") == (code in FEDERAL_REASONS)
    asks = {} if is_usual else {"side": WHOSE.format(scene.words(span), code)}
    said = [Passage(stretch, (Cell("ground", span, code, "ground"),))]
    said += _sayer(scene, *told) if told else []
    return Row("grounds", pairs, merged(said), asks)


FEDERAL = re.compile(
    r"\b(?:[Gg]overnment|[Ff]ederal|Justice Department) (?:lawyers|attorneys|officials|agents|"
    r"prosecutors)\b|\b(?:ICE|[Tt]he (?:agency|(?:federal )?government)) "
    r"(?:said|says|wrote|argue[ds])\b|\b[Ii]n (?:the|its) petition\b"
)
"""Speakers of the agency's side."""
FEDERAL_REASONS = frozenset(("authority_claimed", "public_safety", "locate_people"))
"""What the agency says more often than anybody else, where nobody is named."""
WHOSE = (
    "“{}”: does the code {} fit, and whose reason is it? recipient | agency (toward issuing; of a "
    "petition: enforcing) | superior | staff | subject | court | other | another code fits: change "
    "it in phrases_in | no reason for or against the papers: delete the row"
)


def _writer(scene: Scene, stretch: Stretch, span: Span) -> tuple[Speaker, Span] | None:
    """Who is named before the words as one who wrote or argued so."""
    text = scene.reading.text
    named = _before(scene, stretch, span[0])
    return next(
        (each for each in named if each[0].individual_id and WROTE.match(text, each[1][1])), None
    )


WROTE = re.compile(r",? (?:wrote|writes|argued|argues|explained|told [^.;,“”]{1,40}) that\b")


def _few(scene: Scene, span: Span) -> Span:
    """The first words of a span, as many as a phrase may have."""
    words = list(re.finditer(r"\S+", scene.reading.text[slice(*span)]))
    last = words[min(len(words), LONGEST) - 1].end()
    shown = scene.reading.text[span[0] : span[0] + last].rstrip(" ,.;:”")
    return span[0], span[0] + len(shown)


def _sayer(scene: Scene, speaker: Speaker, span: Span) -> Iterator[Passage]:
    """The words for who says so, in the sentence or where the speaker is named."""
    is_pronoun = speaker.individual_id and PRONOUN.match(scene.words(span))
    own = speaker.name_span if is_pronoun else span
    stretch = scene.reading.at(own[0]) if own else None
    if own and stretch:
        yield Passage(stretch, (speaker.cell("said_by_individual_id", "said_by_agency_id", own),))
