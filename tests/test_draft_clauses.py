"""Promises about sentences that tell in a clause each what several bodies got, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting import article, drafted

pytestmark = pytest.mark.slow

ACTS = (
    "SELECT recipient_agency_id, n_subpoenas, n_persons, served_edtf "
    "FROM acts WHERE act_id <> 'tamarack-1' ORDER BY served_edtf"
)
SOUGHT = (
    "SELECT a.recipient_agency_id, i.kind FROM information_sought i JOIN acts a USING (act_id) "
    "WHERE act_id <> 'tamarack-1' ORDER BY a.recipient_agency_id, i.kind"
)


def test_each_body_has_the_day_and_the_people_of_its_own_clause(tmp_path: Path) -> None:
    text = (
        "ICE served two administrative subpoenas in the county. The Sorrel County Jail received "
        "one June 1 seeking the release dates of two inmates, and Tarrow's water office got one "
        "June 5 asking for the addresses of nine tenants.\n"
    )
    told = drafted(tmp_path, article("Papers in Tarrow", text)).relations

    assert [row[1:] for row in told.rows(ACTS)] == [(1, 2, "2026-06-01"), (1, 9, "2026-06-05")]
    assert [kind for _, kind in told.rows(SOUGHT)] == ["release_date", "address"]
