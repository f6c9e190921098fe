"""What happened to the papers: the same told in several sentences as one row."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from contribute.draft.makers.happened import actors, answers, courts, incourt
from contribute.draft.makers.happened.happenings import HEARD, Happening, is_of_saying
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.rows import Passage, Row, fitting, merged

OWN = ("-enforcement", "-suit")
"""Court matters of the government and of the recipient."""


STEPS = ("petition", "motion", "opposition")
"""What else than hearings and orders belongs to the court matter of an act."""
Key = tuple[str, str, str | None]
"""What is one happening: its act, its kind, and its result or what tells it from others."""


def events(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The events with the act that they concern; what concerns several is none of an act that has
    an answer, or steps in court, of its own."""
    found = list(_events(scene))
    alone = [(paper, row) for paper, row in found if not row.pairs.get("acts")]
    own = {paper.act_id for paper, row in alone if row.pairs["kind"] in actors.FOR_ALL}
    fought = {paper.body.agency_id for paper, row in alone if row.pairs["kind"] in actors.IN_COURT}
    for paper, row in found:
        acts = [act for act in row.pairs.get("acts", ()) if act == paper.act_id or act not in own]
        is_apart = row.pairs["kind"] in actors.IN_COURT and paper.body.agency_id in fought
        is_one = is_apart or len(acts) <= 1
        pairs = {key: each for key, each in row.pairs.items() if key != "acts"}
        asks = {key: asked for key, asked in row.asks.items() if key != "acts" or not is_one}
        yield paper, replace(row, pairs=pairs | ({} if is_one else {"acts": acts}), asks=asks)


def _events(scene: Scene) -> Iterator[tuple[Paper, Row]]:
    """The events with the act that they concern; the same told twice is one row."""
    grouped: dict[Key, list[Happening]] = {}
    told = list(answers.answers(scene))
    refused = {paper.act_id: paper for paper, _, result, _ in told if result == "declined"}
    steps = [_on_refusal(scene, refused, each) for each in incourt.in_court(scene)]
    for each in (*told, *_of_petition(steps, told)):
        apart = each[2] or _apart(scene, each)
        grouped.setdefault((each[0].act_id, each[1], apart), []).append(each)
    for act in {act for act, kind, result in grouped if (kind, result) == PARTLY}:
        _as_part(grouped, act)
    in_court = {act for act, kind, _ in grouped if kind == "petition"}
    for act in {act for act, kind, who in grouped if (kind, who) == ("suit", None)} - in_court:
        _as_one(grouped, act)
    suits: dict[str, list[str]] = {}
    begins = [key for key in grouped if _begins(key, grouped, in_court)]
    for act, _, who in begins:
        suits.setdefault(act, []).append("-".join(filter(None, ("-suit", who))))
    for (act, kind, result), group in grouped.items():
        paper, _, _, first = group[0]
        tellings = [passage for each in group for passage in each[3].said]
        if kind == "hearing":  # which says more than "at the hearing", if any telling does
            tellings = [p for p in tellings if len(p.cells) > 1] or tellings[:1]
        said = _one_actor(merged(tellings))
        said, asks = _one_day(scene, said)
        asks = {key: asked for each in group for key, asked in each[3].asks.items()} | asks
        if kind == "production" and any("" not in each[3].asks for each in group):
            asks.pop("", None)  # one telling says how much was given
        name = "-".join(filter(None, (kind, result))).replace("_", "-")
        matters = [courts.matter(scene, paper, said)] if kind == "petition" else []
        own = ["-enforcement"] if act in in_court else suits.get(act, [])
        if (act, kind, result) in begins:
            matters = [courts.suit(scene, paper, said, name)]
            own = [f"-{matters[0].pairs['id']}"]
        elif kind not in (*HEARD, "order"):
            own = [each for each in own if kind in STEPS and each in OWN]
        elif not own:
            matters = [courts.unbegun(scene, paper, replace(first, said=said))]
            own = suits[act] = [f"-{matters[0].pairs['id']}"]
        pairs = {"id": name, **first.pairs} | ({"proceeding_id": own[0]} if len(own) == 1 else {})
        acts = [{*each[3].pairs.get("acts", ())} for each in group]
        pairs |= {"acts": sorted(set.intersection(*acts))}  # of which all its tellings may be
        yield paper, replace(first, pairs=pairs, said=said, asks=asks)
        yield from ((paper, matter) for matter in matters)


def _begins(key: Key, grouped: Container[Key], in_court: Container[str]) -> bool:
    """Whether a court matter of others than the government begins: a suit, or else a motion."""
    act, kind, _ = key
    is_motion = kind == "motion" and act not in in_court and (act, "suit", None) not in grouped
    return kind == "suit" or is_motion


def _apart(scene: Scene, told: Happening) -> str | None:
    """What tells a happening from others of its kind: who else than the recipient sues, or what an
    order decides that is neither enforcement nor quashing."""
    paper, kind, _, row = told
    if kind == "suit":
        step = row.said[0]
        who = actors.suitor(scene, paper, step.stretch, step.cells[0].span)
        named = who.cells("actor")[0].code if who.named else "others"
        return None if who.kind == "recipient_suit" else named
    decides = row.pairs.get("decides")
    return None if decides in (None, "enforcement", "quashing") else str(decides)


PARTLY = ("production", "part")


def _as_part(grouped: dict[Key, list[Happening]], act: str) -> None:
    """Tell a production in part once: other words for it give no result of their own, and what a
    headline says of the rest is no refusal."""
    for paper, kind, _, row in grouped.pop((act, "production", "whole"), []):
        said = fitting(row.said, lambda cell: cell.column != "result")
        grouped[act, *PARTLY].append((paper, kind, "part", replace(row, said=said)))
    declined = grouped.pop((act, "response", "declined"), [])
    kept = [each for each in declined if each[3].said[0].stretch.region == "body"]
    if kept:
        grouped[act, "response", "declined"] = kept


def _as_one(grouped: dict[Key, list[Happening]], act: str) -> None:
    """Tell what a recipient asks of a court with its suit, of which no other day is told."""
    columns = {c.column for each in grouped[act, "suit", None] for c in each[3].cells}
    if "occurred" not in columns:
        grouped[act, "suit", None] += grouped.pop((act, "motion", None), [])


def _on_refusal(scene: Scene, refused: Mapping[str, Paper], found: Happening) -> Happening:
    """A petition on the papers of the only recipient that refused, if it names no other one."""
    paper, kind, result, row = found
    words = " ".join(scene.words(passage.stretch.span) for passage in row.said)
    is_named = any(scene.words(sending.receiver) in words for sending in paper.sendings)
    is_open = kind == "petition" and len(refused) == 1 and paper.act_id not in refused
    own = next(iter(refused.values())) if is_open and not is_named else paper
    return own, kind, result, row


def _of_petition(found: list[Happening], told: list[Happening]) -> Iterator[Happening]:
    """What happens in court; a hearing is that of the only act over which somebody goes there."""
    of = {paper.act_id: paper for paper, kind, *_ in found if kind == "petition"}
    suits = (*found, *told)
    of = of or {paper.act_id: paper for paper, kind, *_ in suits if kind in ("suit", "motion")}
    for paper, kind, result, row in found:
        if kind in ("hearing", "hearing_set") and len(of) == 1:
            paper = next(iter(of.values()))
        yield paper, kind, result, row


def _one_actor(said: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The tellings of one happening, with whom the first that names anybody gives as its actor."""
    actors = [c for p in said for c in p.cells if c.column.startswith("actor_")]
    others = {id(c) for c in actors if (c.column, c.code) != (actors[0].column, actors[0].code)}
    return fitting(said, lambda cell: id(cell) not in others)


def _one_day(scene: Scene, said: tuple[Passage, ...]) -> tuple[tuple[Passage, ...], dict[str, str]]:
    """The tellings of one happening with the day of one of them, and a question about others."""
    days: dict[str, bool] = {}
    for passage in said:
        for cell in (each for each in passage.cells if each.column == "occurred"):
            is_said = is_of_saying(scene, passage.stretch, cell.span[0])
            days[scene.words(cell.span)] = days.get(scene.words(cell.span), True) and is_said
    kept = min(days, key=lambda words: days[words], default="")
    own = fitting(said, lambda cell: cell.column != "occurred" or scene.words(cell.span) == kept)
    days = {words: is_said for words, is_said in days.items() if is_said == days[kept]}
    if len(days) < 2:
        return own, {}
    shown = " and ".join(f"“{words}”" for words in days)
    asked = (
        f"the text has {shown}, and “{kept}” is taken as the day: is it right? yes: keep | another "
        "of them: write its words in occurred | it happened more than once: a row for each day"
    )
    return own, {"": asked}
