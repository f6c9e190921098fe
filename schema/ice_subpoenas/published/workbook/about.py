"""The sheet `about`: what somebody should know who has nothing but the workbook."""

from collections.abc import Sequence

import duckdb

from ...formats import DATA_LICENSE, VERSION, xlsx
from ...formats.xlsx import own
from . import ASKED

COLUMNS = [own("about", "The subject."), own("what to know", "What to know of it.")]


def sheet(con: duckdb.DuckDBPyConnection, others: Sequence[xlsx.Sheet]) -> xlsx.Sheet:
    """What the rows are, who read what, what they cannot show, and what each other sheet is."""
    (figures,) = con.sql(ASKED["about"]).to_arrow_table().to_pylist()
    figures |= figures.pop("proof") or dict.fromkeys(PROOF, 0)
    figures |= figures.pop("counted") or dict.fromkeys(COUNTED, 0)
    rows = [
        {"about": subject, "what to know": text.format(**figures)}
        for subject, text in TEXTS.items()
    ]
    rows += [
        {"about": f"sheet `{each.name}`", "what to know": each.headed(each.about)}
        for each in others
    ]
    return xlsx.Sheet("about", COLUMNS, rows)


TEXTS = {
    "not a census": "These are the subpoenas that were found in the pages that were read. No page "
    "says how many such subpoenas there are. A state or year without a row is no evidence of none.",
    "acts that may not belong": "Of {acts} acts, {doubted} may not belong here. The column "
    "`may not belong` of the sheet `codes` marks them, and the note there says why. They are "
    "counted; without them there are at least {undoubted} subpoenas, and not {least}.",
    "who read": "Language models read the pages, wrote the rows and judged the audits, for the "
    "maintainers. A `reader` is a language model. Of {readings} second readings, people without "
    "such help made {by_people}.",
    "what was read": "Of {documents} quoted documents, {cut} were read for about their first 2,000 "
    "characters only. What stands further down is missing.",
    "how recent": "{recent} What happened later is not here, even where `in_short` gives a later "
    "day of search.",
    "words": "Every value that somebody could dispute rests on words of a source. They are in the "
    "tables of the whole dataset; `ice-subpoenas trace ACT COLUMN` prints them.",
    "witness": "A source that reports something itself, and no copy or retelling. It is not meant "
    "in the sense of the law: nobody testified. A page is `of unknown standing` if what was read "
    "does not show whether it reports or retells: it is no witness either.",
    "judgment": "{judged} of {values} values rest on a reader’s judgment: {inferred} were "
    "inferred, and {read_once} rest only on phrases that a reader listed for one passage each.",
    "who sent them": "`in_short` writes ICE for U.S. Immigration and Customs Enforcement, ICE’s "
    "HSI for Homeland Security Investigations, a part of ICE, and DHS for their department.",
    "one account": "The sheet `codes` says what rests on one account alone, and of which acts "
    "no witness tells. Sources that depend on one another are one account.",
    "notes in parentheses": "A note is about the words right before it: who answered if not the "
    "recipient, how many of the subpoenas it covers, whether sources disagree, whether somebody "
    "only believes it, whether a reader inferred it, and whether only copies, retellings, pages of "
    "unknown standing or one side say so. What a side does by saying it, such as a refusal, needs "
    "no such mark.",
    "people": "What is said about people is reported and not proven. No private person is to be "
    "identified or judged by this file.",
    "empty cells": "The sheet `empty cells` says why a cell is empty, as far as that is known.",
    "sums": "Do not add up columns of the sheet `overview` or lines of the sheet `counts`. Read "
    "the one line of `counts` that you need.",
    "version and license": f"Version {VERSION}, {DATA_LICENSE}. Quoted words belong to their "
    "publishers and speakers.",
    "corrections": "CONTRIBUTING.md of the repository says how to correct a fact, and SECURITY.md "
    "how to have a name removed.",
}
"""The lines of the sheet, with the figures that are asked for."""

PROOF = ("judged", "inferred", "read_once", "values")
"""How many values rest on a reader's judgment, in all and of each kind, and how many there are."""

COUNTED = ("acts", "doubted", "least", "undoubted")
"""How many acts, how many of them are doubted, and the least number of subpoenas with and without
them."""
