"""A checkout of invented texts with reviewed rows in TOML, to measure the check with.

Each text has about a hundred rows: quotations, their hops and utterances, acts with their
subpoenas, people and facts. At most a hundred texts, as ids of held texts have three digits.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from printing import Refusal

MOST = 100
QUOTES = 12  # of each text
ACTS = 2
FILLER = 6  # sentences that nothing uses
SUBPOENAS = 17  # of each act
NAMES = "Ada Boris Carla Dmitri Elena Farid Greta Hugo Ines Jonas Karin Luis".split()
SHARED = """\
[[agencies]]
agency_id = "harbor-agency"
name = "Harbor Inspection Agency"
kind = "federal"
reason = "An invented agency."
[[agencies.said]]
source = "s000"
words = "The Harbor Inspection Agency (HIA) of part 0 wrote"
cells = { name = "Harbor Inspection Agency" }
"""


def _absent(reason: str, *names: str) -> str:
    return ", ".join(f'{name} = "{reason}"' for name in names)


UNTOLD = _absent("not_stated", "served", "response_status", "enforcement_status")
PLACELESS = _absent("not_applicable", "state", "geoid", "county_geoid", "ocd_id", "wikidata_id")


def write(number: int, root: Path, seed: int) -> None:
    """Write so many texts and the rows that speak of them."""
    if number > MOST:
        raise Refusal(f"at most {MOST} texts: ids of held texts have three digits")
    reviewed = root / "datasets" / "reviewed"
    for folder in (root / "seeds", reviewed / "sources", reviewed / "acts"):
        folder.mkdir(parents=True)
    sums, phrases = "", _Phrases()
    for at in range(number):
        text = _Text(at, seed, phrases)
        name = f"{at:03d}_invented.txt"
        (root / "seeds" / name).write_text(text.text, "utf-8", newline="\n")
        sums += f"{hashlib.sha256(text.text.encode()).hexdigest()}  {name}\n"
        (reviewed / "sources" / f"s{at:03d}.toml").write_text(text.source, "utf-8")
        (reviewed / "acts" / f"town-{at}.toml").write_text(text.acts, "utf-8")
    (root / "seeds" / "SHA256SUMS").write_text(sums, "utf-8")
    (reviewed / "shared.toml").write_text(SHARED, "utf-8")
    (reviewed / "phrases.toml").write_text(phrases.toml(), "utf-8")


class _Phrases:
    """Phrase lists, by list and code."""

    def __init__(self) -> None:
        self.lists: dict[str, dict[str, str]] = {
            "agencies": {"harbor-agency": "HIA"},
            "instrument": {"administrative_subpoena": "harbor papers"},
            "nationality": {"NOR": "Norland"},
        }

    def add(self, name: str, code: str, phrase: str) -> None:
        self.lists.setdefault(name, {})[code] = phrase

    def toml(self) -> str:
        """The lists as a reviewed file."""
        lines: list[str] = []
        for name, phrases in sorted(self.lists.items()):
            lines += [f"[{name}]", *(f'{code} = ["{p}"]' for code, p in sorted(phrases.items()))]
        return "\n".join([*lines, ""])


class _Text:
    """One invented text, its source file and its acts file."""

    def __init__(self, at: int, seed: int, phrases: _Phrases) -> None:
        self.at, self.seed, self.phrases = at, seed, phrases
        self.id, self.town = f"s{at:03d}", f"Town{at}"
        title = f"Inspectors send papers to {self.town}, part {at}"
        self.lines = [title]
        self.rows = [self._head(title)]
        self.deeds: list[str] = [self._town()]
        for number in range(QUOTES):
            self._quotation(number)
        for number in range(ACTS):
            self._act(number)
        self._filler()
        self.text = "\n".join(self.lines)
        self.source, self.acts = "\n".join(self.rows), "\n".join(self.deeds)

    def _head(self, title: str) -> str:
        return f"""[[sources]]
source_id = "{self.id}"
kind = "news_article"
title = "{title}"
reason = "An invented article."
published = "2020-03-04"
url = "https://example.org/{self.at}"
accessed = 2020-05-01
[[sources.said]]
words = "{title}"
cells = {{ title = {{}} }}
[[sources.cited]]
source = "{self.id}"
locator = "head of the page"
cells = {{ published = "2020-03-04", url = "https://example.org/{self.at}" }}

[[regions]]
region = "headline"
begins = "Inspectors send"
ends = "part {self.at}"
reason = "The first line."
"""

    def _town(self) -> str:
        code = f"town-{self.at}"
        self.phrases.add("jurisdictions", code, self.town)
        self.phrases.add("agencies", f"office-{self.at}", f"{self.town} Records Office")
        return f"""[[jurisdictions]]
jurisdiction_id = "{code}"
name = "{self.town}"
kind = "city"
absent = {{ {PLACELESS} }}
reason = "An invented town."
[[jurisdictions.said]]
source = "{self.id}"
words = "Inspectors send papers to {self.town}"
cells = {{ name = "{self.town}" }}

[[agencies]]
agency_id = "office-{self.at}"
name = "{self.town} Records Office"
kind = "local"
jurisdiction_id = "{code}"
reason = "An invented office."
[[agencies.said]]
source = "{self.id}"
words = "papers in act 0 to the {self.town} Records Office"
cells = {{ name = "{self.town} Records Office" }}
"""

    def _quotation(self, number: int) -> None:
        person, name = f"p{self.at}-{number}", f"{NAMES[number]} Osk{self.at}"
        self.phrases.add("individuals_referenced", person, name)
        words = f"Answer {number} of part {self.at} takes {self.at + number + self.seed} papers,"
        said = f"“{words}” Mayor {name} said."
        self.lines.append(said)
        self.deeds.append(f"""[[individuals_referenced]]
individual_id = "{person}"
role = "official"
name = "{name}"
title = "Mayor"
naming_decision = "public_role"
reason = "An invented person."
[[individuals_referenced.said]]
source = "{self.id}"
words = "Mayor {name} said"
cells = {{ name = "{name}", title = "Mayor" }}

[[utterances]]
utterance_id = "{person}-u"
reason = "One passage, one occasion."
""")
        self.rows.append(f"""[[quotes]]
quote_id = "{self.id}-q{number:02d}"
words = "{words}"
kind = "direct"
speaker_id = "{person}"
utterance_id = "{person}-u"
title_as_printed = "Mayor"
cue = "said"
reason = "A whole sentence in marks."
[[quotes.said]]
words = "Mayor {name} said"
cells = {{ speaker_id = "{name}", title_as_printed = "Mayor", cue = "said" }}
""")

    def _act(self, number: int) -> None:
        batch = f"town-{self.at}-{number}"
        papers = f"{SUBPOENAS} harbor papers in act {number}"
        sent = f"sent {self.town} {papers} to the {self.town} Records Office"
        dated = f"{sent} on March {number + 1}, 2020"
        if self.at == number == 0:
            self.lines.append("The Harbor Inspection Agency (HIA) of part 0 wrote.")
        self.lines.append(f"The HIA {dated}.")
        self.lines.append(
            f"The office of {self.town} was given {number + 10} days to answer act {number}."
        )
        ids = ", ".join(f'"{batch}-{n}"' for n in range(1, SUBPOENAS + 1))
        self.deeds.append(f"""[[acts]]
act_id = "{batch}"
jurisdiction_id = "town-{self.at}"
issuing_agency_id = "harbor-agency"
recipient_agency_id = "office-{self.at}"
n_subpoenas = {SUBPOENAS}
instrument = "administrative_subpoena"
days_to_respond = {number + 10}
issued = "2020-03-0{number + 1}"
absent = {{ {UNTOLD} }}
reason = "All papers were sent on one day."
[[acts.said]]
source = "{self.id}"
words = "The HIA {dated}"
[acts.said.cells]
jurisdiction_id = {{ words = "{self.town}", within = "the {self.town}" }}
issuing_agency_id = "HIA"
recipient_agency_id = "{self.town} Records Office"
n_subpoenas = "{SUBPOENAS}"
instrument = "harbor papers"
issued = "March {number + 1}, 2020"
[[acts.said]]
source = "{self.id}"
words = "The office of {self.town} was given {number + 10} days to answer act {number}"
cells = {{ days_to_respond = "{number + 10}" }}

[[subpoenas]]
ids = [{ids}]
act_id = "{batch}"
""")

    def _filler(self) -> None:
        """Sentences that are left out, as in every text."""
        words = [f"Gulls of {self.town} sat {n} days" for n in range(FILLER)]
        ends = [
            f"on wall {n} of {self.town}, and rain fell on part {self.at}" for n in range(FILLER)
        ]
        self.lines += [f"{a} {b}." for a, b in zip(words, ends, strict=True)]
        listed = ", ".join(f'"{each}"' for each in words)
        self.rows.append(f'[[left_out]]\nreason = "out_of_scope"\nwords = [{listed}]\n')
