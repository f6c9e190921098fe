"""A file for a new act of issue or service: `python build new act PLACE`, to be filled in.

It holds what most acts need: the document that reports it, the government and body that received
the subpoenas, the batch, one subpoena, what was asked for, and the events. What is known of the
place already is written; every "" is to be filled in, or its line removed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from contribute.new import comment
from ice_subpoenas import vocabularies as v
from ice_subpoenas.row import Vocabulary
from printing import Refusal, safe
from reviewed import files, form, paths
from reviewed.rows import Draft, drafts

FIRST_CITED = 101  # documents below it are held texts
MOST = 8  # acts that are named
LONGEST = 60  # characters of a name that becomes an id
REGISTER = "s110"  # the file of Open Civic Data that most places are cited from

HEAD = """\
# The subpoenas to {place}: fill in every "", and remove the lines of what is not reported.
# A value and the cell that cites it say the same: the check compares them.

"""

SOURCE = """\
[[sources]]
source_id = "{source}"
title = ""
publisher = ""
kind = ""  # {source_kinds}
url = ""
accessed = ""  # the day on which you read it: 2026-11-21, without quotation marks
published = ""
reason = ""  # what it reports, in our words
[[sources.cited]]
source = "{source}"
locator = ""  # where on the page: "head of the page"
cells = {{ title = "", publisher = "", url = "", published = "" }}

"""

GOVERNMENT = """\
[[jurisdictions]]
jurisdiction_id = "{government}"
name = "{name}"
kind = "{kind}"{kinds}
state = "{state}"
geoid = ""
ocd_id = ""
{parent}reason = ""
absent = {{ county_geoid = "not_applicable", wikidata_id = "not_stated" }}
[[jurisdictions.cited]]
source = "{source}"
locator = ""
cells = {{ name = "{name}" }}
[[jurisdictions.cited]]
source = "{register}"
locator = ""
cells = {{ state = "{state}", geoid = "", ocd_id = "" }}

"""

AGENCY = """\
[[agencies]]
agency_id = "{recipient}"
name = "{recipient_name}"
kind = ""  # {agency_kinds}
jurisdiction_id = "{jurisdiction}"
reason = ""
[[agencies.cited]]
source = "{source}"
locator = ""
cells = {{ name = "{recipient_name}" }}

"""

BATCH = """\
[[acts]]
act_id = "{batch}"
jurisdiction_id = "{jurisdiction}"
issuing_agency_id = "ice"
recipient_agency_id = "{recipient}"
n_subpoenas = 1
{instruments}
instrument = "administrative_subpoena"
days_to_respond = 0
{responses}
response_status = ""
reason = ""  # why these subpoenas are one act
served = ""
absent = {{ issued = "not_stated", enforcement_status = "not_stated" }}
[[acts.cited]]
source = "{source}"
locator = ""
[acts.cited.cells]
jurisdiction_id = "{jurisdiction}"
issuing_agency_id = "ice"
recipient_agency_id = "{recipient}"
n_subpoenas = "1"
instrument = "administrative_subpoena"
days_to_respond = ""
response_status = ""
served = ""

# One row a subpoena: {batch}-1, {batch}-2 … What is true of all of them stands in the batch.
[[subpoenas]]
subpoena_id = "{batch}-1"
act_id = "{batch}"

# One row for each kind of information that is asked for.
{information}
[[information_sought]]
information_sought_id = "{batch}-"
act_id = "{batch}"
kind = ""
[[information_sought.cited]]
source = "{source}"
locator = ""
cells = {{ kind = "" }}

"""

STATUS = 'response_status = ""\n'
EVENT = """\
[[events]]
event_id = "{batch}-{kind}"
act_id = "{batch}"
kind = "{kind}"
actor_agency_id = "{actor}"
{status}summary = ""
occurred = ""
[[events.cited]]
source = "{source}"
locator = ""
[events.cited.cells]
act_id = "{batch}"
kind = "{kind}"
actor_agency_id = "{actor}"
{status}occurred = ""

"""


@dataclass(frozen=True)
class Act:
    """What is known of an act before anything is filled in."""

    batch: str
    place: str
    state: str
    jurisdiction: str
    recipient: str
    recipient_name: str
    source: str
    register: str
    missing: frozenset[str]
    """Which of source, state, government and recipient have no row yet."""
    others: tuple[str, ...] = ()
    """The acts of the same government that are here already."""


def write(root: Path, place: str, recipient: str | None, source: str | None) -> str:
    """Write the file of the next act of a place; say what to do with it."""
    act = planned(root, place, recipient, source)
    path = paths.target(root, f"acts/{act.batch}.toml")
    if path.exists():
        raise Refusal(f"acts/{act.batch}.toml is there already: fill it in, or remove it")
    paths.write(path, document(act))
    name = path.relative_to(root).as_posix()
    said = f'{name}: fill in every "" and run `python build check`'
    here = ", ".join(act.others[:MOST]) + (" …" if len(act.others) > MOST else "")
    return f"{said}\n{act.jurisdiction} has {here}: is the act one of these?" if here else said


def planned(root: Path, name: str, recipient: str | None, source: str | None) -> Act:
    """The next free ids of a place, and what the checkout knows of it."""
    place, state = _place(name)
    rows: dict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts(files.inputs(root))[0]:
        rows[draft.table.table][draft.row_id] = draft
    batches = rows["acts"]
    acts = {number: i for i in batches if (number := _number(place, i))}
    before = batches[acts[max(acts)]].values if acts else {}
    government = before.get("jurisdiction_id") or _government(place, state, rows["jurisdictions"])
    body = slug(recipient) if recipient else before.get("recipient_agency_id", f"{place}-office")
    document = _source(source, rows["sources"])
    needed = {
        "source": document in rows["sources"],
        "state": f"us-{state}" in rows["jurisdictions"] or not state,
        "government": government in rows["jurisdictions"],
        "recipient": body in rows["agencies"],
    }
    retired = [number for i in rows["retired_ids"] if (number := _number(place, i))]
    return Act(
        batch=f"{place}-{max([0, *acts, *retired]) + 1}",
        place=_plain(name.partition(",")[0]),
        state=state.upper(),
        jurisdiction=government,
        recipient=body,
        recipient_name=_plain(recipient or ""),
        source=document,
        register=REGISTER if REGISTER in rows["sources"] else document,
        missing=frozenset(thing for thing, there in needed.items() if not there),
        others=tuple(
            sorted(i for i, d in batches.items() if d.values.get("jurisdiction_id") == government)
        ),
    )


def _place(name: str) -> tuple[str, str]:
    """The place as ids write it, and its state in lower case or nothing."""
    town, _, state = name.rpartition(",") if "," in name else (name, "", "")
    if state and not re.fullmatch("[A-Za-z]{2}", state.strip()):
        shown = safe(state.strip()[:40])
        raise Refusal(f"{shown!r} is no state: write two letters, as in 'Denver, CO'")
    return slug(town), state.strip().lower()


def slug(name: str) -> str:
    """A name as ids write it.

    >>> slug("Los Angeles County"), slug("Doña Ana")
    ('los-angeles-county', 'dona-ana')
    """
    letters = unicodedata.normalize("NFKD", name[:200]).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall("[a-z0-9]+", letters.replace("'", "")))
    if not found or len(found) > LONGEST:
        raise Refusal(f"{safe(name[:LONGEST])!r} gives no id; write a name such as 'Denver, CO'")
    return found


def _plain(name: str) -> str:
    """A name as it may stand between quotation marks in a reviewed file."""
    if safe(name) != name or '"' in name or "\\" in name:
        raise Refusal(f"{safe(name[:LONGEST])!r} holds characters that no name here has")
    return name.strip()


def _number(place: str, batch: str) -> int | None:
    found = re.fullmatch(rf"{place}-([1-9]\d{{0,5}})", batch)
    return int(found[1]) if found else None


def _government(place: str, state: str, known: Iterable[str]) -> str:
    """The row of the place; a new one needs the state that it lies in."""
    found = [each for each in known if re.fullmatch(rf"us-{state or '..'}-{place}", each)]
    if len(found) == 1:
        return found[0]
    if not state:
        what = f"{' and '.join(found)} are" if found else "nothing is"
        raise Refusal(f"{what} called {place!r} here; give the state as well: 'Denver, CO'")
    return f"us-{state}-{place}"


def _source(given: str | None, known: Mapping[str, Draft]) -> str:
    """The document that is named, or the next free id for a new one."""
    if given is None:
        numbers = [int(each[1:]) for each in known if re.fullmatch(r"s\d{3,6}", each)]
        return f"s{max([FIRST_CITED - 1, *numbers]) + 1}"
    if given not in known or int(given[1:]) < FIRST_CITED:
        raise Refusal(f"{safe(given[:40])!r} is no cited document; without --source one is begun")
    return given


def document(act: Act) -> str:
    """The file to fill in, in canonical form."""
    given = {
        "batch": act.batch,
        "source": act.source,
        "register": act.register,
        "jurisdiction": act.jurisdiction,
        "recipient": act.recipient,
        "recipient_name": act.recipient_name,
        "source_kinds": ", ".join(v.SourceKind.codes()),
        "agency_kinds": ", ".join(v.AgencyKind.codes()),
        "instruments": _listed("instrument", v.Instrument),
        "responses": _listed("response_status", v.ResponseStatus),
        "information": _listed("kind", v.InformationKind),
    }
    parts = [
        HEAD.format(place=act.place),
        SOURCE.format(**given) if "source" in act.missing else "",
        _state(act) if "state" in act.missing else "",
        _locality(act) if "government" in act.missing else "",
        AGENCY.format(**given) if "recipient" in act.missing else "",
        BATCH.format(**given),
        EVENT.format(**given, kind="served", actor="ice", status=""),
        EVENT.format(**given, kind="response", actor=act.recipient, status=STATUS),
    ]
    return form.formatted("".join(parts))


def _state(act: Act) -> str:
    return GOVERNMENT.format(
        government=f"us-{act.state.lower()}",
        name="",
        kind="state",
        kinds="",
        state=act.state,
        parent="",
        source=act.source,
        register=act.register,
    )


def _locality(act: Act) -> str:
    return GOVERNMENT.format(
        government=act.jurisdiction,
        name=act.place,
        kind="",
        kinds="  # city or county",
        state=act.state,
        parent=f'parent_id = "us-{act.state.lower()}"\n',
        source=act.source,
        register=act.register,
    )


def _listed(key: str, vocabulary: type[Vocabulary]) -> str:
    return "\n".join(comment(f"{key}: {', '.join(vocabulary.codes())}"))
