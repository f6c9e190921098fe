"""A draft finds who got papers in articles of many kinds; where it is not sure it drafts no act."""

from __future__ import annotations

from pathlib import Path

import pytest

import world
from calling import call
from drafting import drafted

pytestmark = pytest.mark.slow

HEAD = "By Petra Lund\nFriday, June 12, 2026\n\n"
CASES = {
    "a pronoun for an officer": (
        "Clerk keeps addresses\n",
        "TARROW, Kan. — The Sorrel County clerk of courts has kept the addresses of five people. "
        "He was grateful for the delay.\n\nICE's Wichita office served him with an administrative "
        "subpoena on May 17.",
        (),
        ["Sorrel County clerk of courts"],
    ),
    "a company named before its name": (
        "What the county's vendor did\n",
        "TARROW, Kan. — The calls were held by a vendor, Bluestem Voice, which received its own "
        "subpoena from ICE on June 2 and complied.",
        (),
        [],
    ),
    "the words of a headline": (
        "Government Asks Judge to Enforce Immigration Subpoena Served on Records Keeper\n",
        "TARROW, Kan. — A hearing on records is set for July.",
        (),
        [],
    ),
    "a court of the nation": (
        "Ruling is put on hold\n",
        "TARROW, Kan. — The 10th U.S. Circuit Court of Appeals put an order on hold. Lawyers said "
        "the administrative subpoena from ICE came on May 17.",
        (),
        [],
    ),
    "a place of another story": (
        "Board talks of papers\n",
        "TARROW, Kan. — The Sorrel County Commission spoke of papers, and took no "
        "vote.\n\nIt meets again in July.\n\nThe rest was sewers.\n\n"
        "People left at nine.\n\nA bond passed.\n\nA road closed.\n\nRain fell.\n\n"
        "ICE has said it subpoenaed Denver last month.",
        (),
        [],
    ),
    "an envelope, and a counter": (
        "Papers at the counter\n",
        "TARROW, Kan. — The envelope addressed to the Sorrel County Recorder's Office held an "
        "administrative subpoena from ICE.\n\nTwo pieces of paper landed on the front counter of "
        "the Sorrel County Treasurer's Office on May 20. Both were administrative subpoenas.",
        (),
        ["Sorrel County Recorder's Office", "Sorrel County Treasurer's Office"],
    ),
    "one office of two keepers": (
        "Clerk and recorder keeps files\n",
        "TARROW, Kan. — The Sorrel County Clerk and Recorder has kept files that ICE wants.\n\n"
        "ICE served an administrative subpoena on the Sorrel County Clerk and Recorder on May 17.",
        (),
        ["Sorrel County Clerk and Recorder"],
    ),
    "a notice of inspection to a company by a bare name": (
        "Agents visit a plant\n",
        "TARROW, Kan. — HSI served Bluestem in May with a notice of inspection for its I-9 forms. "
        "The company turned those over, its lawyer said.",
        (),
        [],
    ),
    "papers of others beside those of a body that a person tells": (
        "Agency keeps complaints\n",
        "PORTLAND, Maine — The Maine Department of Labor has kept complaints from ICE.\n\n"
        "Vermont's labor agency received a subpoena in May.\n\nThe paper is dated June 1.\n\nThe "
        "housing authority in Camden, which got a like subpoena in April, waits.",
        ("--to", "The Maine Department of Labor"),
        ["Maine Department of Labor"],
    ),
    "another word for a body that begins the name of a second": (
        "Tarrow weighs papers\n",
        "TARROW, Kan. — The city of Tarrow was served with an administrative subpoena by ICE on "
        "May 17. Tarrow has not answered.\n\nThe Tarrow Housing Authority got an administrative "
        "subpoena from ICE on May 20.",
        ("--to", "city of Tarrow = Tarrow", "--to", "Tarrow Housing Authority"),
        ["Tarrow Housing Authority", "city of Tarrow"],
    ),
    "whom a subpoena asks for records, and whom a paper orders to send them": (
        "Two offices weigh papers\n",
        "TARROW, Kan. — A judge is to rule on an administrative subpoena.\n\nIn another subpoena "
        "ICE sought birth records from the Sorrel County Health Department.\n\nThe paper orders "
        "the Town of Heron to send in its shellfish licenses.",
        (),
        ["Sorrel County Health Department", "Town of Heron"],
    ),
    "somebody to whom a speaker only confirms papers": (
        "University has papers\n",
        "TARROW, Kan. — The University of Kansas received two administrative subpoenas on May 17, "
        "Counsel Ida Moe confirmed to The Lantern.",
        (),
        ["University of Kansas"],
    ),
    "a body that is called “the Department”, and another department": (
        "Two departments weigh papers\n",
        "TARROW, Kan. — ICE served an administrative subpoena on the Kansas Department of Labor on "
        "May 17. The Department has not answered.\n\nICE served another administrative subpoena on "
        "the Tarrow Fire Department on May 20.",
        ("--to", "Kansas Department of Labor = the Department", "--to", "Tarrow Fire Department"),
        ["Kansas Department of Labor", "Tarrow Fire Department"],
    ),
    "papers of a state senate, and of somebody to a company": (
        "Whose papers\n",
        "TARROW, Kan. — A group read a subpoena from the state Senate to Sorrel County for ballots."
        "\n\nIn May he served a subpoena of his own, on the company that runs a jail.",
        (),
        [],
    ),
    "a name with “and” in it": (
        "Registry keeps photos\n\nBy Petra Lund\n",
        "TARROW, Kan. — The Kansas Driver and Vehicle Registry was served with an administrative "
        "subpoena by ICE on May 17.",
        (),
        ["Kansas Driver and Vehicle Registry"],
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_an_act_is_drafted_for_whoever_got_papers_and_for_nobody_else(
    tmp_path: Path, kind: str
) -> None:
    title, body, told, receivers = CASES[kind]
    draft = drafted(tmp_path, f"{title}\n{HEAD}{body}\n", *told, is_offering=True)
    sql = "SELECT recipient_as_printed FROM acts WHERE act_id != 'tamarack-1' ORDER BY ALL"
    assert [name for (name,) in draft.relations.con.execute(sql).fetchall()] == receivers


PHRASES = """\
title: City gets papers
publisher: The Linden Post
published: March 9, 2026
[first paragraph] ICE served four administrative subpoenas on the city of Tarrow
[second paragraph] the mayor spoke to a crowd
[third paragraph] it rained all week in the valley
[fourth paragraph] many came to look
"""


def test_where_most_phrases_give_no_row_other_words_for_a_body_are_asked_for(
    tmp_path: Path,
) -> None:
    root, page = world.write(tmp_path / "checkout"), tmp_path / "phrases.txt"
    page.write_text(PHRASES, "utf-8")
    out = call(
        root,
        "draft",
        "--page",
        str(page),
        "--url",
        "https://x.example/a",
        "--accessed",
        "2026-03-12",
    ).out

    assert "Most phrases gave no row." in out
    assert "--to 'city of Tarrow = the city'" in out
