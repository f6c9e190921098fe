"""Who sent what to whom and when, what was asked, and with what term."""

import re
from collections import Counter

from ice_subpoenas.derivations.edtf_in_words import bare, when
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.wording import (
    capital,
    clause,
    column,
    counted,
    listed,
    number,
    quoted,
    spoken,
    stop,
    the,
)
from website.names import state
from website.passages import Say, say, say_row
from website.world import Cell, World

PAPERS = {
    "administrative_subpoena": "subpoena",
    "i9_subpoena": "subpoena for I-9 forms",
    "i9_notice": "notice of inspection of I-9 forms",
    "drug_subpoena": "subpoena under drug law",
    "criminal_subpoena": "subpoena in a criminal case",
}


def paper(act: Record) -> str:
    """What the paper is called, in the singular."""
    return PAPERS.get(act["instrument"], spoken(act["instrument"]))


def papers(act: Record) -> str:
    """How many papers, with their noun; a number that nobody gives stays open."""
    one = paper(act)
    many = re.sub(r"\b(subpoena|notice|letter|request|summons)\b", _plural, one, count=1)
    n = act["n_subpoenas"]
    return counted(n, one, many) if n else f"one or more {many}"


def _plural(found: re.Match[str]) -> str:
    return f"{found[0]}es" if found[0].endswith("s") else f"{found[0]}s"


def place(world: World, act: Record) -> str:
    """The government and its state, such as `Denver, Colorado`."""
    government = world.government(act)
    full = state(government["state"])
    named = [government["name"], full if full != government["name"] else ""]
    return ", ".join(name for name in named if name)


def where(world: World, act: Record) -> str:
    """The place beside the recipient's name, without what that name says."""
    named = world.body(act["recipient_agency_id"])
    government, full = world.government(act)["name"], state(world.government(act)["state"])
    return full if government in named or government == full else place(world, act)


def day(world: World, act: Record) -> str:
    """When the act was, as a heading with its verb and with the marks that the overview has."""
    stem = "served" if act["served_edtf"] else "issued"
    told = world.overview.get(act["act_id"], {}).get("day")
    if not told and act[f"{stem}_edtf"]:  # adjacent papers are not in the overview
        is_inferred = ("acts", act["act_id"], stem) in world.inferred
        told = when(act[f"{stem}_edtf"]) + (" (a reader’s inference)" if is_inferred else "")
    return f"{stem.capitalize()} {told}" if told else ""


def may_be_receipt(world: World, act: Record) -> bool:
    """Whether words leave open that the day of issue is that on which the papers were received."""
    rows = world.absences.get(("acts", act["act_id"]), ())
    unclear = any(r["column_name"] == "served" and r["reason"] == "ambiguous" for r in rows)
    return bool(unclear and act["issued_edtf"])


def lead(world: World, act: Record) -> str:
    """The act in one sentence."""
    issuer = world.body(act["issuing_agency_id"])
    to = the(world.body(act["recipient_agency_id"]))
    government = world.government(act)["name"]
    is_state = world.government(act)["kind"] == "state"
    of = f" in {government}" if is_state else f" of {place(world, act)}"
    where = "" if government in to else of
    served = act["served_edtf"]
    days = when(served or act["issued_edtf"])
    sent = "sent or delivered" if may_be_receipt(world, act) else "sent"
    verb, preposition = ("served", "on") if served else (sent, "to")
    about = f" about {counted(act['n_persons'], 'person', 'people')}" if act["n_persons"] else ""
    sentence = f"{the(issuer)} {verb} {papers(act)}{about} {preposition} {to}{where}"
    return capital(f"{sentence}{' ' + days if days else ''}.")


def first(world: World, act: Record) -> Say:
    """The sentence of the act with the words that it rests on, and the marks of the overview."""
    names = ["issuing_agency_id", "instrument", "n_subpoenas", "n_persons", "recipient_agency_id"]
    names.append("served" if act["served_edtf"] else "issued")
    said = say(world, lead(world, act), _cells(act, *names))
    if act["act_id"] in world.overview:
        marks = world.marks.get(act["act_id"], ())
        said.doubts, said.retold, said.inferred = [stop(capital(mark)) for mark in marks], "", ""
    return said


def _cells(act: Record, *names: str) -> list[Cell]:
    return [("acts", act["act_id"], name) for name in names]


def opening(world: World, act: Record) -> list[Say]:
    """What the papers are, on what basis, and with what term."""
    found = []
    if act["served_edtf"] and act["issued_edtf"]:
        them = "it" if act["n_subpoenas"] == 1 else "them"
        issued = f"The agency issued {them} {when(act['issued_edtf'])}."
        said = say(world, issued, _cells(act, "issued"))
        if (act["act_id"], "issued") in world.sending_disputes and not said.doubts:
            said.doubts = [f"Sources disagree on {column('issued')}."]
        said.doubts += _of_a_rival(world, act)
        found.append(said)
    if may_be_receipt(world, act):
        found.append(
            Say("Whether that is the day of sending or of receipt is not clear.", absent=True)
        )
    found.append(say(world, kind_of_paper(world, act), _cells(act, "instrument")))
    for name, told, put in (
        ("recipient_as_printed", "The recipient’s name in a source", quoted),
        ("form_title", "The title printed on the paper", quoted),
        ("authority_as_printed", "The legal basis, as a source puts it", quoted),
        ("authority_citation", "The section of law that is cited for the papers", str),
    ):
        if act[name]:
            found.append(say(world, stop(f"{told}: {put(act[name])}"), _cells(act, name)))
    return found + terms(world, act) + together(world, act)


def _of_a_rival(world: World, act: Record) -> list[str]:
    """A mark where the day of issue is from words that give another day of service."""
    pieces = grouped(
        world.evidence.get(("acts", act["act_id"]), ()),
        lambda piece: (piece["column_name"], piece["stance"]),
    )
    given = {piece["passage_id"] for piece in pieces.get(("issued", "supports"), ())}
    rivals = {piece["passage_id"] for piece in pieces.get(("served", "contests"), ())}
    is_rival = bool(given) and given <= rivals
    return ["The same words give another day of service than the one above."] if is_rival else []


def kind_of_paper(world: World, act: Record) -> str:
    """The kind of the papers, with the names that the words of the act itself give."""
    names = [
        piece["exact"]
        for piece in world.evidence.get(("acts", act["act_id"]), ())
        if piece["column_name"] == "instrument"
        and piece["stance"] == "supports"
        and piece["derivation"] == "vocabulary"
    ]
    once = grouped(names, lambda name: re.sub(r"^(an?|the) |s$", "", name.casefold()))
    words = listed(quoted(same[0]) for same in once.values()).replace("”, ", ",” ")
    told = f"The kind of paper: {spoken(act['instrument'])}"
    return stop(f"{told}. In the words of sources: {words}" if words else told)


def terms(world: World, act: Record) -> list[Say]:
    """How long the recipient had, of the whole act or of its subpoenas one by one."""
    found = []
    if act["days_to_respond"]:
        given = f"The recipient was given {counted(act['days_to_respond'], 'day')} to answer."
        found.append(say(world, given, _cells(act, "days_to_respond")))
    else:
        rows = [
            r for r in world.children["subpoenas"].get(act["act_id"], ()) if r["days_to_respond"]
        ]
        groups = Counter(row["days_to_respond"] for row in rows)
        if rows:
            each = [f"{counted(days, 'day')} for {number(n)}" for days, n in groups.most_common()]
            text = f"Days given to answer, by subpoena: {listed(each)}."
            cells = [("subpoenas", row["subpoena_id"], "days_to_respond") for row in rows]
            found.append(say(world, text, cells))
    if act["respond_by_edtf"]:
        text = f"The last day to answer was {bare(act['respond_by_edtf'])}."
        found.append(say(world, text, _cells(act, "respond_by")))
    return found


def together(world: World, act: Record) -> list[Say]:
    """The group with which sources count the act."""
    group = world.by_key["act_groups"].get(act["act_group_id"] or "")
    if group is None:
        return []
    n = counted(group["n_subpoenas"], "subpoena")
    if ("act_groups", group["act_group_id"], "n_subpoenas") in world.at_least:
        n = f"at least {n}"
    if group["kind"] == "together":
        mine = f", of which {number(act['n_subpoenas'])} here" if act["n_subpoenas"] else ""
        days = f" {when(group['served_edtf'])}" if group["served_edtf"] else ""
        text = f"Sources count it together with others{days}: {n} in all{mine}."
    else:
        of = world.by_key["jurisdictions"].get(group["jurisdiction_id"] or "", {}).get("name", "")
        to = f" to {of}" if of else ""
        text = f"A source counts {n}{to} {when(group['served_edtf'])}; this act is a part of them."
    said = say_row(world, text, "act_groups", group["act_group_id"])
    said.notes += [group["remark"]] if group["remark"] else []
    said.anchor = ""
    return [said]


def asked(world: World, key: str) -> list[Say]:
    """The kinds of information that were asked for."""
    found = []
    for row in world.children["information_sought"].get(key, ()):
        text = capital(clause(world.definition("information_kind", row["kind"]))) + "."
        found.append(say_row(world, text, "information_sought", row["information_sought_id"]))
    return found
