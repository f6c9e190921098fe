"""What a draft says of an act, a person or a speaker only where the words tie it to them."""

from __future__ import annotations

import pytest

from drafting import RECORDER, Drafted, drafted

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Drafted:
    """The draft of an article that ends with the words of a test."""
    return drafted(tmp_path_factory.mktemp("draft"), f"{RECORDER}{request.param}\n")


DEEDS = """\
Larch County turned over its records in May, and a company that got a subpoena of its own has \
already complied.

In neighboring Dale County, the recorder handed over the files in April. The clerk there refused.

A library board out West declined to answer its own subpoena. It will not comply. A judge in Iowa \
quashed an ICE subpoena to the water company in Dry Fork.

A story of the Post (“Recorder refuses subpoena”) was wrong. A blogger wrote: Arrest the recorder \
who ignored the subpoena. Two suits went to trial elsewhere, and the government settled one.

The recorder's office refused to comply with the subpoena on June 9.
"""


@pytest.mark.parametrize("told", [DEEDS], indirect=True)
def test_only_what_the_recipient_does_is_an_answer_to_its_papers(told: Drafted) -> None:
    sql = "SELECT kind, result, occurred_edtf FROM events WHERE event_id LIKE 'sorrel-%'"

    assert told.relations.rows(sql) == [("response", "declined", "2026-06-09")]


CASES = """\
Only one of the landlords had ever been charged with fraud. All of them were arrested for \
trespassing, and the contractor is suspected of labor trafficking. Between 2024 and 2025, the \
county declined 412 ICE detainers.
"""


@pytest.mark.parametrize("told", [CASES], indirect=True)
def test_what_is_told_of_one_or_of_somebody_else_is_no_fact_of_all(told: Drafted) -> None:
    sql = "SELECT kind, offense FROM case_facts AS f WHERE f.act_id LIKE 'sorrel-%'"

    assert told.relations.rows(sql) == [("arrest", "crime")]


LISTED = """\
Among those on the list, according to ICE:

A 29-year-old Venezuelan national, charged with armed robbery.

A 44-year-old Dominican convicted of manslaughter, and a 30-year-old Jamaican awaiting trial for \
burglary.

A 38-year-old Mexican national, twice deported, wanted for questioning about an assault.
"""


@pytest.mark.parametrize("told", [LISTED], indirect=True)
def test_each_of_a_list_has_his_own_case_and_who_tells_it(told: Drafted) -> None:
    sql = (
        "SELECT age, f.kind, offense, attributed_to_agency_id FROM case_facts AS f "
        "JOIN individuals_referenced USING (individual_id) "
        "WHERE age IN (29, 30, 38, 44) ORDER BY age"
    )

    assert told.relations.rows(sql) == [
        (29, "charge", "robbery", "ice"),
        (30, "charge", "burglary", "ice"),
        (44, "conviction", "manslaughter", "ice"),
    ]


SPEAKERS = """\
U.S. District Judge Amos Ferrin heard both sides. Ferrin, a George W. Bush appointee, sounded \
torn. “I am inclined to enforce it,” he told the lawyers.

Trustee Janelle Prouty said she was sorry. A woman who gave her name only as Rosa stood up. “They \
came to my door,” she said.

Deputy recorder Elena Baraja said the office is closed. In line was Bruno “Chuy” Armen, 63, a \
welder. “My heart was in my mouth,” he said.

Sheriff Don Tesmar said the jail is waiting. Over in Teller County the sheriff says they give ICE \
what it asks for. In neighboring Robles County, the court says no paper ever came.

“We will wait,” Tesmar said. “It is not our fight,” he added.
"""


@pytest.mark.parametrize("told", [SPEAKERS], indirect=True)
def test_he_she_and_the_sheriff_speak_only_for_whom_the_words_mean(told: Drafted) -> None:
    sql = (
        "SELECT speaker_as_printed, speaker_id FROM quotes WHERE source_id = 's002' AND "
        "lower(speaker_as_printed) IN ('he', 'she', 'the sheriff', 'the court') ORDER BY char_start"
    )

    assert told.relations.rows(sql) == [("he", "amos-ferrin"), ("he", "don-tesmar")]


STEPS = """\
“The papers are being reviewed by our attorney,” Recorder Ida Moe said. “If they do not answer, we \
will see them in court,” said ICE field office director Warren Strand.

A judge ordered the recorder to answer one subpoena and declined to enforce two other subpoenas.

The letter did not say what those means were. Call the Governor. Tell him: refuse the subpoena. \
“We answer to the voters,” replied Ida Moe.

Moe said state law lets a school answer a parent and nobody else. The guild, no friend of ours in \
the wage fight, says hello.
"""


@pytest.mark.parametrize("told", [STEPS], indirect=True)
def test_steps_are_drafted_or_asked_and_nothing_else_is_offered(told: Drafted) -> None:
    written = told.written()
    offered = [line for line in written.splitlines() if "may tell of" in line]
    sql = "SELECT kind, result FROM events WHERE event_id LIKE 'sorrel-%' ORDER BY ALL"

    assert told.relations.rows(sql) == [("order", None), ("response", "reviewing")]
    assert any("may tell of a threat" in line for line in offered)
    assert not any(
        word in line for word in ("means", "Governor", "refuse", "voters") for line in offered
    )
    assert "what is its result? granted | granted_in_part" in written
    assert "answer a" not in written.partition('table = "grounds"')[2]
    assert "no friend of ours" not in written.partition('table = "grounds"')[2]
