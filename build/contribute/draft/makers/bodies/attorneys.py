"""The U.S. attorneys that a text speaks of: of which district each is, by the words of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from contribute.draft.known import Known, slug
from contribute.draft.makers.bodies.districts import ONE_DISTRICT
from contribute.draft.reading import Reading
from contribute.draft.rows import Row
from extraction.lexicon import lists

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
        """The id of the U.S. attorney and the words for the district, if the text names one."""
        found: dict[str, str] = {}
        for words in (found["district"] for found in ATTORNEY.finditer(self.reading.text)):
            district = DISTRICT.match(words)
            for size in (2, 1) if district else ():
                state = " ".join(district["state"].split()[:size])  # type: ignore[index]
                code = lists.states().get(state)
                if district and code:
                    part = district["part"]
                    name = f"{part[0]}d{code}".lower() if part else slug(state)
                    words = " ".join(district[0][: district.end("state")].split())
                    found.setdefault(f"us-attorney-{name}", words)
                    break
        found = found or dict(self._of_state())
        return next(iter(found.items())) if len(found) == 1 else None

    def _of_state(self) -> Iterator[tuple[str, str]]:
        """The U.S. attorney of the state of the text, where the state is one district."""
        state = self.state
        if state in ONE_DISTRICT:
            name = next(name for name, code in lists.states().items() if code == state)
            yield f"us-attorney-{slug(name)}", f"for the District of {name}"

    def listed(self) -> list[str]:
        """The U.S. attorneys that the dataset has, whose offices are all called the same."""
        ids = sorted(row.row_id for row in self.known.rows("agencies"))
        return [agency_id for agency_id in ids if agency_id.startswith("us-attorney")]
