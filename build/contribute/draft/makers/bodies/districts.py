"""The federal districts of the states, and of which one the U.S. attorney of a text is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from contribute.draft.known import Known, slug
from contribute.draft.reading import Reading
from contribute.draft.rows import Row
from extraction.facts.phrases import table
from extraction.lexicon import lists

ONE_DISTRICT: Mapping[str, str] = table(__file__)["one"]
"""States that are one federal district."""
MANY_DISTRICTS: Mapping[str, str] = table(__file__)["many"]
"""States that are several, each without the part, as in “W.D. Wash.”."""
DISTRICT = re.compile(
    r"(?:for|in) (?:the )?(?:(?P<part>Northern|Southern|Eastern|Western|Middle|Central) )?"
    r"(?:District of )?(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
"""The district of a U.S. attorney behind the words for the office."""
ATTORNEY = re.compile(
    r"(?:U\.S\.|United States) [Aa]ttorney(?:[’']s [Oo]ffice)?,? "
    r"(?P<district>(?:for|in) [^.;]{4,60})"
)
IS_ATTORNEY = re.compile(r"(?:U\.S\.|United States) attorney", re.I)
WHICH_ATTORNEY = (
    "of which district? of {}: delete this row, and list its words for that one in phrases_in, "
    "under agencies | of another: in reason, name its district, and {} as the one that it is not"
)


def state_of(words: str) -> tuple[str, str] | None:
    """Name and code of the state with which words begin.

    >>> state_of("New Mexico Judge"), state_of("Ohio Judge")
    (('New Mexico', 'NM'), ('Ohio', 'OH'))
    """
    names = (" ".join(words.split()[:size]) for size in (2, 1))
    return next(((name, lists.states()[name]) for name in names if name in lists.states()), None)


@dataclass(frozen=True)
class Attorneys:
    """Tells of which district the U.S. attorney of a text is; `state` is that of the text, no
    state's code where nobody knows it."""

    reading: Reading
    known: Known
    state: str | None

    def known_id(self) -> str | None:
        """The U.S. attorney of the dataset for the one district that the text names."""
        found = self._district()
        return found[0] if found and self.known.has("agencies", found[0]) else None

    def of_district(self, row: Row) -> Row:
        """The row of a U.S. attorney whom the dataset lacks, or a question which one it is."""
        found, others = self._district(), self.listed()
        if found is None and not others:
            return row
        if found is None:
            pairs = {
                **row.pairs,
                "reason": "A U.S. attorney; the text does not say of which district.",
            }
            asked = WHICH_ATTORNEY.format(" or ".join(others), others[0])
            return replace(row, pairs=pairs).asking(agency_id=asked)
        apart = f"; other districts have {', '.join(others)}" if others else ""
        reason = f"The U.S. attorney {found[1]}{apart}."
        return replace(row, pairs={**row.pairs, "agency_id": found[0], "reason": reason})

    def _district(self) -> tuple[str, str] | None:
        """The id of the U.S. attorney and the words for the district: of the one that the text
        names, or else that of its state, where the state is one district."""
        named: dict[str, str] = {}
        for found in ATTORNEY.finditer(self.reading.text):
            district = DISTRICT.match(found["district"])
            if district and (state := state_of(district["state"])):
                name, code = state
                own = f"{district['part'][0]}d{code}".lower() if district["part"] else slug(name)
                named.setdefault(f"us-attorney-{own}", " ".join(district[0].split()))
        if not named and self.state in ONE_DISTRICT:
            name = next(name for name, code in lists.states().items() if code == self.state)
            named = {f"us-attorney-{slug(name)}": f"for the District of {name}"}
        return next(iter(named.items())) if len(named) == 1 else None

    def listed(self) -> list[str]:
        """The U.S. attorneys that the dataset has, whose offices are all called the same."""
        ids = sorted(row.row_id for row in self.known.rows("agencies"))
        return [agency_id for agency_id in ids if agency_id.startswith("us-attorney")]
