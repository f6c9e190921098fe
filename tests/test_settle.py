"""Evidence is judged cell by cell: it supports, is broader, contests, or is copied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import world
from check import stages

SHARED = "datasets/reviewed/shared.toml"
ACT = "datasets/reviewed/acts/tamarack-1.toml"
PHRASES = "datasets/reviewed/phrases.toml"
TEN = 'cells = { days_to_respond = "ten" }'


def run(root: Path, *replacements: tuple[str, str, str]) -> stages.Checked:
    """The world with some replacements, checked."""
    world.write(root)
    edits = [{"file": file, "old": old, "new": new} for file, old, new in replacements]
    world.change(root, {"replace": edits})
    return stages.run(root)


def evidence(checked: stages.Checked, row: str, column: str) -> list[tuple[Any, ...]]:
    """Words, derivation, value and stance of the evidence of a cell, in order of place."""
    rows = [
        (r["char_start"] or 0, r["exact"], r["derivation"], r["value"], r["stance"])
        for r in checked.rows["evidence"]
        if (r["row_id"], r["column_name"]) == (row, column)
    ]
    return [found[1:] for found in sorted(rows)]


def row(checked: stages.Checked, table: str, key: str) -> dict[str, Any]:
    (found,) = [r for r in checked.rows[table] if key in r.values()]
    return found


def codes(checked: stages.Checked) -> list[str]:
    return [problem.code for problem in checked.problems]


def test_the_losing_side_keeps_its_value(tmp_path: Path) -> None:
    checked = run(tmp_path)

    assert evidence(checked, "lena-osk", "title") == [
        ("Acting Mayor", "literal", "Acting Mayor", "supports"),
        ("Mayor", "literal", "Mayor", "contests"),
    ]
    assert row(checked, "conflicts", "lena-osk-title") == {
        "conflict_id": "lena-osk-title",
        "table_name": "individuals_referenced",
        "row_id": "lena-osk",
        "column_name": "title",
        "kind": "name",
        "n_sides": 2,
        "published_value": "Acting Mayor",
        "resolution": "least_committing",
        "reason": "The narrower claim to the office is published.",
    }


def test_an_unresolved_cell_is_null_and_says_so(tmp_path: Path) -> None:
    checked = run(
        tmp_path,
        (SHARED, 'title = "Acting Mayor"\n', 'absent = { title = "conflicting" }\n'),
        (SHARED, 'published_value = "Acting Mayor"\n', ""),
        (SHARED, '"least_committing"', '"unresolved"'),
    )

    assert codes(checked) == []
    assert row(checked, "individuals_referenced", "lena-osk")["title"] is None
    assert row(checked, "conflicts", "lena-osk-title")["published_value"] is None
    assert row(checked, "absences", "individuals_referenced/lena-osk/title")["reason"] == (
        "conflicting"
    )
    assert {found[3] for found in evidence(checked, "lena-osk", "title")} == {"contests"}


def test_a_row_with_a_disagreement_says_so(tmp_path: Path) -> None:
    checked = run(tmp_path)
    people = {r["individual_id"]: r["has_conflict"] for r in checked.rows["individuals_referenced"]}

    assert people == {"lena-osk": True, "tamarack-1-a": False}


def test_a_wider_body_does_not_contest_the_narrower(tmp_path: Path) -> None:
    checked = run(
        tmp_path,
        (SHARED, 'jurisdiction_id = "tamarack"\nreason', 'parent_id = "hall"\nreason'),
        (
            SHARED,
            "[[individuals_referenced]]\nindividual_id",
            '[[agencies]]\nagency_id = "hall"\nname = "both papers"\nkind = "local"\n'
            'reason = "An invented hall."\n'
            '[[agencies.said]]\nsource = "s000"\nwords = "both papers"\n'
            "cells = { name = {} }\n\n[[individuals_referenced]]\nindividual_id",
        ),
        (PHRASES, '"The office"]', ']\nhall = ["The office"]'),
        (ACT, TEN, TEN.replace("{ ", '{ recipient_agency_id = "The office", ')),
    )

    assert codes(checked) == []
    assert evidence(checked, "tamarack-1", "recipient_agency_id") == [
        ("Tamarack Records Office", "vocabulary", "records-office", "supports"),
        ("The office", "vocabulary", "hall", "broader"),
    ]


def test_another_body_contests(tmp_path: Path) -> None:
    checked = run(
        tmp_path,
        (PHRASES, '"HIA"]', '"HIA", "The office"]'),
        (PHRASES, ', "The office"]\n\n', "]\n\n"),
        (ACT, TEN, TEN.replace("{ ", '{ recipient_agency_id = "The office", ')),
    )

    assert codes(checked) == ["conflict-without-record"]
    assert "'harbor-agency' and 'records-office'" in checked.problems[0].message


WIDER = '{ words = "ten", by = "inference", value = "%s", reason = "A reason of ten words, written \
out so that the rule is kept." }'


@pytest.mark.parametrize(
    ("other", "published", "stances"),
    [
        ("2020-03", "2020-03-02", ["broader", "supports"]),
        ("[2020-02-24,2020-03-02]", "2020-03-02", ["broader", "supports"]),
        ("2020-03-02", "2020-03-02", ["supports", "supports"]),
    ],
)
def test_dates_that_meet_agree_and_their_meet_is_published(
    tmp_path: Path, other: str, published: str, stances: list[str]
) -> None:
    cell = f'{{ days_to_respond = "ten", issued = {WIDER % other} }}'
    checked = run(tmp_path, (ACT, TEN, f"cells = {cell}"))

    assert codes(checked) == []
    assert row(checked, "acts", "records-office")["issued_edtf"] == published
    assert sorted(found[3] for found in evidence(checked, "tamarack-1", "issued")) == stances


def test_a_date_narrower_than_its_evidence_allows_is_refused(tmp_path: Path) -> None:
    checked = run(
        tmp_path,
        (
            ACT,
            '"on Monday", anchor',
            '"on Monday", by = "inference", value = "2020-03", reason = '
            '"A reason of ten words, written out so that the rule is kept.", anchor',
        ),
    )

    assert codes(checked) == ["value-not-given"]
    assert "'2020-03-02', its evidence allows '2020-03'" in checked.problems[0].message


def test_days_that_do_not_meet_are_a_conflict_of_dates(tmp_path: Path) -> None:
    cell = f'{{ days_to_respond = "ten", issued = {WIDER % "2020-03-03"} }}'
    checked = run(
        tmp_path,
        (ACT, TEN, f"cells = {cell}"),
        (
            SHARED,
            "[[utterances]]",
            '[[conflicts]]\nconflict_id = "tamarack-1-issued"\ntable_name = "acts"\n'
            'row_id = "tamarack-1"\ncolumn_name = "issued"\npublished_value = "2020-03-02"\n'
            'resolution = "most_specific"\n'
            'reason = "A day of the week."\n\n[[utterances]]',
        ),
    )

    assert codes(checked) == []
    assert row(checked, "conflicts", "tamarack-1-issued")["kind"] == "date"
    assert {r["has_conflict"] for r in checked.rows["subpoenas"]} == {True}


def test_what_is_true_of_a_batch_is_copied_to_its_subpoenas(tmp_path: Path) -> None:
    checked = run(tmp_path)

    for subpoena in checked.rows["subpoenas"]:
        assert {
            name: subpoena[name] for name in ("days_to_respond", "issued_edtf", "served_edtf")
        } == {
            "days_to_respond": 10,
            "issued_edtf": "2020-03-02",
            "served_edtf": None,
        }
        assert evidence(checked, subpoena["subpoena_id"], "days_to_respond") == [
            ("ten", "copied", "10", "supports")
        ]


def test_a_copy_points_to_its_original(tmp_path: Path) -> None:
    checked = run(tmp_path)
    known = {r["evidence_id"]: r for r in checked.rows["evidence"]}
    copies = [r for r in known.values() if r["derivation"] == "copied"]

    assert len(copies) > 0
    for made in copies:
        original = known[made["via_evidence_id"]]
        assert (original["exact"], original["source_id"]) == (made["exact"], made["source_id"])
        assert original["derivation"] != "copied"


def test_what_a_subpoena_says_itself_is_not_copied(tmp_path: Path) -> None:
    own = (
        'act_id = "tamarack-1"\ndays_to_respond = 2\n[[subpoenas.said]]\nsource = "s000"\n'
        'words = "sent two harbor papers"\ncells = { days_to_respond = "two" }\n\n'
    )
    checked = run(tmp_path, (ACT, 'act_id = "tamarack-1"\n\n', own))

    assert codes(checked) == []
    assert [r["days_to_respond"] for r in checked.rows["subpoenas"]] == [2, 2]
    assert evidence(checked, "tamarack-1-1", "days_to_respond") == [
        ("two", "number_word", "2", "supports")
    ]


def test_the_reason_of_a_null_is_copied_too(tmp_path: Path) -> None:
    checked = run(tmp_path)
    reasons = {
        r["absence_id"]: (r["reason"], r["by_default"])
        for r in checked.rows["absences"]
        if r["column_name"] in ("served", "form_title") and r["table_name"] != "events"
    }

    assert reasons == {
        "acts/tamarack-1/served": ("ambiguous", False),
        "acts/tamarack-1/form_title": ("not_stated", True),
        "subpoenas/tamarack-1-1/served": ("ambiguous", False),
        "subpoenas/tamarack-1-1/form_title": ("not_stated", False),
        "subpoenas/tamarack-1-2/served": ("ambiguous", False),
        "subpoenas/tamarack-1-2/form_title": ("not_stated", False),
    }


def test_every_null_claim_of_a_core_table_has_a_reason(tmp_path: Path) -> None:
    checked = run(tmp_path)
    given = {r["absence_id"] for r in checked.rows["absences"]}

    for (table, row_id), draft in checked.drafts.items():
        for stem, columns in draft.table.stems().items():
            if not draft.table.core or columns[0].role != "claim":
                continue
            null = draft.values.get(columns[0].name) is None
            assert (f"{table}/{row_id}/{stem}" in given) == null, (table, row_id, stem)


def test_words_may_bear_on_a_null(tmp_path: Path) -> None:
    checked = run(tmp_path)

    assert evidence(checked, "tamarack-1", "served") == [("on Monday", "literal", None, "bears_on")]


def test_a_literal_claim_takes_the_words_of_its_first_evidence(tmp_path: Path) -> None:
    checked = run(tmp_path)

    assert row(checked, "agencies", "harbor-agency")["name"] == "Harbor Inspection Agency"
    assert row(checked, "quotes", "s000-q01")["cue"] == "said"


def test_the_basis_of_a_date_is_told(tmp_path: Path) -> None:
    checked = run(tmp_path)

    assert row(checked, "acts", "records-office")["issued_basis"] == ("relative_to_publication")
    assert row(checked, "sources", "s000")["published_basis"] == "cited"
    assert row(checked, "sources", "s001")["published_basis"] is None


def test_the_chain_of_a_quotation_runs_from_speaker_to_page(tmp_path: Path) -> None:
    hop = (
        'cue = "said" }\n[[quotes.chain]]\nkind = "reported"\nactor_agency_id = "harbor-agency"\n'
        'reason = "A hop."\nsaid = [{ words = "The Harbor Inspection Agency (HIA)", '
        'cells = { actor_agency_id = "HIA" } }]\n'
    )
    checked = run(tmp_path, ("datasets/reviewed/sources/s000.toml", 'cue = "said" }\n', hop))
    actors = ("actor_individual_id", "actor_agency_id", "actor_source_id")

    assert codes(checked) == []
    assert [
        (r["attribution_id"], r["hop"], r["kind"], *filter(None, (r[name] for name in actors)))
        for r in checked.rows["attributions"]
    ] == [
        ("s000-q01-h1", 1, "speaker", "lena-osk"),
        ("s000-q01-h2", 2, "reported", "harbor-agency"),
        ("s000-q01-h3", 3, "printed", "s000"),
    ]
    assert evidence(checked, "s000-q01-h1", "actor_individual_id") == [
        ("Lena Osk", "copied", "lena-osk", "supports")
    ]
    assert evidence(checked, "s000-q01-h2", "actor_agency_id") == [
        ("HIA", "vocabulary", "harbor-agency", "supports")
    ]


SECOND_PRINTING = """
[[quotes]]
quote_id = "s001-q01"
words = "We are reading both papers with %s, and we shall answer in time"
kind = "direct"
speaker_id = "lena-osk"
utterance_id = "osk-1"
speaker_as_printed = "Lena Osk"
cue = "went on"
reason = "The same words in another text."
[[quotes.said]]
words = "Lena Osk went on"
cells = { speaker_id = "Lena Osk", speaker_as_printed = "Lena Osk", cue = "went on" }
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("great care", []),
        ("some care", ["conflict-without-record"]),
        ("[…] care", []),
    ],
)
def test_words_altered_inside_marks_are_a_conflict_of_their_utterance(
    tmp_path: Path, words: str, expected: list[str]
) -> None:
    world.write(tmp_path)
    first = "“We are reading both papers with great care, and we shall answer in time,” Mayor"
    said = f"We are reading both papers with {words}, and we shall answer in time"
    second = f"Lena Osk went on: “{said}”.\n"
    world.change(
        tmp_path,
        {
            "replace": [
                {
                    "file": "seeds/000_tamarack.txt",
                    "old": "“We are reading both papers with great care,” Mayor",
                    "new": first,
                },
                {
                    "file": "datasets/reviewed/sources/s000.toml",
                    "old": 'words = "We are reading both papers with great care,"',
                    "new": 'words = "We are reading both papers with great care, and we shall '
                    'answer in time,"',
                },
            ],
            "add": [
                {"file": "seeds/001_council.txt", "text": second},
                {
                    "file": "datasets/reviewed/sources/s001.toml",
                    "text": SECOND_PRINTING % words + RELATION,
                },
                {"file": PHRASES, "text": RELATION_PHRASES},
            ],
            "seal": True,
        },
    )
    checked = stages.run(tmp_path)

    assert codes(checked) == expected
    assert [r["words_altered"] for r in checked.rows["utterances"]] == [bool(expected)]
    assert [r["n_printings"] for r in checked.rows["utterances"]] == [2]


RELATION = """
[[source_relations]]
source_relation_id = "s001-s000"
source_id = "s001"
related_source_id = "s000"
relation = "shares_text"
scope = "One sentence."
reason = "The sentence stands in both."
[[source_relations.said]]
words = "Lena Osk went on: “We are"
cells = { related_source_id = "Lena Osk went on", relation = "went on" }
"""
RELATION_PHRASES = """
[sources]
s000 = ["Lena Osk went on"]

[relation]
shares_text = ["went on"]
"""
