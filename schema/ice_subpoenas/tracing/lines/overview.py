"""A column of the overview, then the cells, or the addresses, that it rests on."""

from ...derivations.edtf_in_words import bare
from ...plain import safe
from ..found import Found
from .cell import cell_lines
from .layout import addresses, hung, noted, see_lists, set_off, source_of, wrapped
from .row import is_told


def overview_lines(found: Found, color: bool) -> list[str]:
    """A value of the overview, then the cells, or the addresses, that it rests on."""
    lines = [safe(f"overview {found['row']}  {found['column']}")]
    if "addresses" not in found:
        value = "(empty)" if found["value"] is None else str(found["value"])
        lines += hung(f"  {found['column']} = ", value)
    for address in found.get("addresses", ()):
        lines += ["", *_address(address)]
    for cell in found.get("cells", ()):
        if is_told(cell):
            lines += ["", *cell_lines(cell, color, is_asked=False)]
    if found.get("others"):
        lines += ["", "Other events on record:", ""]
    for event in found.get("others", ()):
        said = [bare(event["day"]) or "day not known", event["kind"], event["result"]]
        head = ", ".join(str(each) for each in said if each)
        lines += wrapped(f"{head}: {event['summary']}", "  ") + noted(event["reason"], "    ")
        lines.append(safe(f"    `ice-subpoenas trace {event['event_id']}`"))
    lines += set_off(noted(found["note"], "  "))
    lines += set_off(wrapped(f"`{found['column']}` is: {found['description']}", "  "))
    return lines + (["", *see_lists(found["row"])] if "others" in found else [])


def _address(address: Found) -> list[str]:
    """An address, whose page it is, and which cells its words give."""
    standing = str(address["standing"]).replace("_", " ")
    of = address["words_of"]
    note = "" if address["is_witness"] else f", words of {of}, a witness" if of else ", no witness"
    return [
        *addresses(address, "  "),
        *wrapped(f"{source_of(address)}: {standing}{note}", "    "),
        *(wrapped(f"“{address['title']}”", "    ") if address["title"] else []),
        *wrapped(f"gives {', '.join(address['gives'])}", "    "),
        *noted(address["note"], "    ", "Other rulings that it reports, and our note on it"),
    ]
