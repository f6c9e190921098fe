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


def test_a_clause_without_a_verb_has_a_number_and_a_day_of_its_own(tmp_path: Path) -> None:
    text = (
        "Papers from ICE reached the Tarrow Police Department and the Sorrel County Sheriff's "
        "Office. Immigration and Customs Enforcement served the city's police department on June "
        "1 with three administrative subpoenas, and the sheriff with one on June 2.\n"
    )

    assert drafted(tmp_path, article("Papers in Tarrow", text)).relations.rows(ACTS) == [
        ("tarrow-police-department", 3, None, "2026-06-01"),
        ("sorrel-county-sheriffs-office", 1, None, "2026-06-02"),
    ]


def test_each_body_has_the_day_and_the_people_of_its_own_clause(tmp_path: Path) -> None:
    text = (
        "ICE served two administrative subpoenas in the county. The Sorrel County Jail received "
        "one June 1 seeking the release dates of two inmates, and Tarrow's water office got one "
        "June 5 asking for the addresses of nine tenants.\n"
    )
    told = drafted(tmp_path, article("Papers in Tarrow", text)).relations

    assert [row[1:] for row in told.rows(ACTS)] == [(1, 2, "2026-06-01"), (1, 9, "2026-06-05")]
    assert [kind for _, kind in told.rows(SOUGHT)] == ["release_date", "address"]


@pytest.mark.parametrize("opening", ["Two papers went to the {}", "The {} has two papers"])
def test_papers_of_two_senders_and_days_are_two_acts(tmp_path: Path, opening: str) -> None:
    text = (
        f"{opening.format('Tarrow Public Library')}.\n\nThe first arrived May 6 from Homeland "
        "Security Investigations. It demanded I-9 forms for the library's 310 employees.\n\n"
        "On May 20, two officers of ICE's removal branch walked into the reading room with a "
        "subpoena for the names and addresses of patrons. It set a deadline of May 30.\n"
    )
    told = drafted(
        tmp_path, article("Library weighs papers", text), "--to", "Tarrow Public Library"
    )

    assert [row[1:] for row in told.relations.rows(ACTS)] == [
        (1, 310, "2026-05-06"),
        (1, None, "2026-05-20"),
    ]
    assert [kind for _, kind in told.relations.rows(SOUGHT)] == ["address", "i9_forms"]


def test_the_second_of_two_papers_is_counted_once(tmp_path: Path) -> None:
    text = (
        "Immigration and Customs Enforcement has served two administrative subpoenas on the "
        "Tarrow Police Department.\n\nThe first, dated May 20, asked for the addresses of four "
        "tenants.\n\nThe police department got the second subpoena on June 1.\n"
    )
    told = drafted(tmp_path, article("City weighs papers", text)).relations
    papers = "SELECT count(*) FROM subpoenas WHERE act_id <> 'tamarack-1'"

    assert [n for _, n, _, _ in told.rows(ACTS)] == [1, 1]
    assert told.rows(papers) == [(2,)]


DISTRICT = article(
    "District weighs papers",
    "ICE served an administrative subpoena on the Larkmoor School District on June 1. It asks for "
    "the enrollment files of 12 students.\n\nA second subpoena went to the Kansas Employment "
    "Department on June 3. It seeks quarterly wage reports for six labor contractors in the "
    "Larkmoor area. It also asks for their addresses.\n",
)


@pytest.mark.parametrize("to", [(), ("--to", "Larkmoor School District")])
def test_what_it_seeks_is_asked_for_by_the_paper_before(tmp_path: Path, to: tuple[str]) -> None:
    told = drafted(tmp_path, DISTRICT, *to).relations
    others = [("kansas-employment-department", kind) for kind in ("address", "wage_records")]

    assert told.rows(SOUGHT) == [
        *([] if to else others),
        ("larkmoor-school-district", "school_records"),
    ]


def test_the_paper_of_another_body_asks_for_nothing_of_the_one_before(tmp_path: Path) -> None:
    text = (
        "ICE served an administrative subpoena on the Sorrel County Sheriff's Office on June 1 "
        "for release dates. The utility's, on June 8, asked for the addresses of four tenants.\n"
    )
    told = drafted(tmp_path, article("County weighs papers", text)).relations

    assert told.rows(ACTS) == [("sorrel-county-sheriffs-office", 1, None, "2026-06-01")]
    assert "address" not in {kind for _, kind in told.rows(SOUGHT)}
