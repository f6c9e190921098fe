"""A tiny sound world: two invented articles on an invented harbor, and all that is said of them.

`write(root)` writes it; `check.run(root)` then finds nothing wrong. A test changes one thing.
"""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Any

from system import link

FIRST = """\
Inspectors send papers to Tamarack
By Ida Quill
The Harbor Inspection Agency (HIA) sent two harbor papers to the Tamarack Records Office on Monday.
“We are reading both papers with great care,” Mayor Lena Osk said. The office was given ten days \
to answer. One paper asks about a 38-year-old sailor from Norland.
Rain fell on the quays for most of the week and the fish market opened late on three mornings. \
Old boats lay along the northern wall, where gulls had taken over the cranes and the ticket hut.
Readers say
Great story about the seagulls!
"""
SECOND = """\
Tamarack weighs an answer
Acting Mayor Lena Osk told the council that nobody had decided anything.
The council then spoke at length about lamps, benches and a broken weather vane on the old hall. \
A vote on the lamps was put off until spring, when the budget for lights will be known.
"""
TEXTS = {"000_tamarack.txt": FIRST, "001_council.txt": SECOND}

PHRASES = """\
[jurisdictions]
tamarack = ["Tamarack"]

[agencies]
harbor-agency = ["HIA"]
records-office = ["Tamarack Records Office", "The office"]

[role]
subpoena_subject = ["One paper asks about"]
official = ["Mayor"]

[individuals_referenced]
lena-osk = ["Lena Osk"]

[instrument]
administrative_subpoena = ["Harbor\u202fpapers"]

[nationality]
NOR = ["Norland"]

[publisher]
"The Tamarack Bell" = ["example.org"]
"""
SHARED = """\
[[jurisdictions]]
jurisdiction_id = "tamarack"
name = "Tamarack"
kind = "city"
reason = "An invented town."
[[jurisdictions.said]]
source = "s000"
words = "Inspectors send papers to Tamarack"
cells = { name = "Tamarack" }

[[agencies]]
agency_id = "harbor-agency"
name = "Harbor Inspection Agency"
kind = "federal"
reason = "An invented agency."
[[agencies.said]]
source = "s000"
words = "The Harbor Inspection Agency (HIA)"
cells = { name = "Harbor Inspection Agency" }

[[agencies]]
agency_id = "records-office"
name = "Tamarack Records Office"
kind = "local"
jurisdiction_id = "tamarack"
reason = "An invented office."
[[agencies.said]]
source = "s000"
words = "Tamarack Records Office"
cells = { name = {} }

[[individuals_referenced]]
individual_id = "lena-osk"
role = "official"
name = "Lena Osk"
title = "Acting Mayor"
naming_decision = "public_role"
reason = "An invented mayor."
[[individuals_referenced.said]]
source = "s000"
words = "Mayor Lena Osk said"
cells = { name = "Lena Osk", title = { words = "Mayor", value = "Mayor" }, role = "Mayor" }
[[individuals_referenced.said]]
source = "s001"
words = "Acting Mayor Lena Osk told"
cells = { title = "Acting Mayor" }

[[conflicts]]
conflict_id = "lena-osk-title"
table_name = "individuals_referenced"
row_id = "lena-osk"
column_name = "title"
published_value = "Acting Mayor"
resolution = "least_committing"
reason = "The narrower claim to the office is published."

[[searches]]
search_id = "tamarack-1"
looked_for = "what became of the papers to Tamarack"
collection = "the shelf of the harbor library"
query = "Tamarack harbor papers"
searched_on = 2020-05-02
n_results = 3
n_read = 3
outcome = "nothing"

[[utterances]]
utterance_id = "osk-1"
reason = "One passage, one occasion."
"""
ACT = """\
[[acts]]
act_id = "tamarack-1"
issuing_agency_id = "harbor-agency"
recipient_agency_id = "records-office"
n_subpoenas = 2
instrument = "administrative_subpoena"
days_to_respond = 10
issued = "2020-03-02"
absent = { served = "ambiguous", response_status = "not_found:tamarack-1", \
enforcement_status = "not_found:tamarack-1", outcome = "not_found:tamarack-1" }
reason = "Both papers were sent on one day."
[[acts.said]]
source = "s000"
words = "(HIA) sent two harbor papers to the Tamarack Records Office on Monday"
[acts.said.cells]
issuing_agency_id = "HIA"
recipient_agency_id = "Tamarack Records Office"
n_subpoenas = "two"
instrument = "harbor papers"
issued = { words = "on Monday", anchor = "sources/s000/published" }
served = { words = "on Monday", bears = true }
[[acts.said]]
source = "s000"
words = "The office was given ten days to answer"
cells = { days_to_respond = "ten" }

[[subpoenas]]
ids = ["tamarack-1-1", "tamarack-1-2"]
act_id = "tamarack-1"

[[individuals_referenced]]
individual_id = "tamarack-1-a"
role = "subpoena_subject"
naming_decision = "not_named"
age = 38
nationality = "NOR"
act_id = "tamarack-1"
reason = "Described by age and origin alone."
[[individuals_referenced.said]]
source = "s000"
words = "One paper asks about a 38-year-old sailor from Norland"
cells = { role = "One paper asks about", age = "38-year-old", nationality = "Norland" }
"""
SOURCE_0 = """\
[[sources]]
source_id = "s000"
title = "Inspectors send papers to Tamarack"
byline = "Ida Quill"
kind = "news_article"
standing = "own_reporting"
url = "https://example.org/2020/03/04/tamarack"
accessed = 2020-05-01
reason = "An invented article."
[[sources.said]]
words = "Inspectors send papers to Tamarack\\nBy Ida Quill"
cells = { title = "Inspectors send papers to Tamarack", byline = "Ida Quill" }

[[regions]]
region = "headline"
begins = "Inspectors send"
ends = "papers to Tamarack"
reason = "The first line."

[[regions]]
region = "byline"
begins = "By Ida"
ends = "Ida Quill"
reason = "The second line."

[[regions]]
region = "comments"
begins = "Readers say"
ends = "seagulls!"
reason = "What follows the article."

[[quotes]]
quote_id = "s000-q01"
words = "We are reading both papers with great care,"
kind = "direct"
speaker_id = "lena-osk"
utterance_id = "osk-1"
speaker_as_printed = "Lena Osk"
title_as_printed = "Mayor"
cue = "said"
reason = "A whole sentence in marks."
[[quotes.said]]
words = "Mayor Lena Osk said"
cells = { speaker_id = "Lena Osk", speaker_as_printed = "Lena Osk", \
title_as_printed = "Mayor", cue = "said" }

[[left_out]]
reason = "out_of_scope"
words = ["Rain fell", "Old boats"]
"""
SOURCE_1 = """\
[[sources]]
source_id = "s001"
title = "Tamarack weighs an answer"
kind = "news_article"
standing = "own_reporting"
reason = "A second invented article."
[[sources.said]]
words = "Tamarack weighs an answer"
cells = { title = {} }

[[regions]]
region = "headline"
begins = "Tamarack weighs"
ends = "an answer"
reason = "The first line."

[[left_out]]
reason = "out_of_scope"
words = ["The council then", "A vote on"]

[[rejections]]
kind = "quotation"
words = "nobody had decided anything"
reason = "background"
"""
REVIEWED = {
    "phrases.toml": PHRASES,
    "shared.toml": SHARED,
    "acts/tamarack-1.toml": ACT,
    "sources/s000.toml": SOURCE_0,
    "sources/s001.toml": SOURCE_1,
}


def write(root: Path) -> Path:
    """Write the world below a folder, which is returned."""
    for name, text in TEXTS.items():
        put(root / "seeds" / name, text.encode())
    for name, text in REVIEWED.items():
        put(root / "datasets" / "reviewed" / name, text.encode())
    seal(root)
    return root


def put(path: Path, content: bytes) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def seal(root: Path) -> None:
    """List every text with its hash, as `sha256sum` does."""
    seeds = root / "seeds"
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(seeds.glob("*.txt"))
    ]
    (seeds / "SHA256SUMS").write_text("".join(lines), "utf-8")


def commit(root: Path) -> None:
    """Keep what is there under version control, so that `changes HEAD` tells what comes after."""
    mine = "-c user.name=maintainers -c user.email=maintainers@example.org -c commit.gpgsign=false"
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "As it was"]):
        subprocess.run(["git", *mine.split(), *words], cwd=root, check=True)


def change(root: Path, edits: dict[str, Any]) -> None:
    """Carry out the edits of a fixture of `tests/invalid`.

    `replace` changes what stands once in a file, `add` appends, `write` and `bytes` give a whole
    file, `remove` and `link` do what they say; `seal` then renews the list of hashes. A fixture may
    also say what it proves (`promise`), and that the world is published first (`publish`), perhaps
    with other edits (`before`).
    """
    for edit in edits.get("replace", ()):
        text = (root / edit["file"]).read_text("utf-8")
        if text.count(edit["old"]) != 1:
            raise ValueError(
                f"{edit['file']} holds {edit['old']!r} {text.count(edit['old'])} times"
            )
        put(root / edit["file"], text.replace(edit["old"], edit["new"]).encode())
    for edit in edits.get("add", ()):
        put(root / edit["file"], (root / edit["file"]).read_bytes() + edit["text"].encode())
    for edit in edits.get("write", ()):
        put(root / edit["file"], edit["text"].encode())
    for edit in edits.get("bytes", ()):
        put(root / edit["file"], bytes.fromhex(edit["hex"]))
    for edit in edits.get("remove", ()):
        (root / edit["file"]).unlink()
    for edit in edits.get("link", ()):
        link(root / edit["file"], edit["to"])
    if edits.get("seal"):
        seal(root)


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder with its content, to see that nothing was written."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
