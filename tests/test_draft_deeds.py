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
