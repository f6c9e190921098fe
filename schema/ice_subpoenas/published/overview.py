"""The first file: one row an act, for people who want the answer, in four formats.

The workbook also has the numbers of the view `counts`, the rulings, who published each address, the
statuses as codes, and why cells are empty.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ..derivations.edtf_in_words import when
from ..formats import csv, xlsx
from ..formats.arrow import arrow_schema
from ..prose import unknown
from ..prose.wording import clause
from ..row import Column, View
from ..tables import TABLE
from ..views import VIEWS
from . import counted

OVERVIEW: View = next(view for view in VIEWS if view.table == "overview")
COUNTS: View = next(view for view in VIEWS if view.table == "counts")
RULINGS: View = next(view for view in VIEWS if view.table == "rulings")
ACT_SOURCES: View = next(view for view in VIEWS if view.table == "act_sources")
RULING = {"is_witnessed": "told by a witness", "judge_title": "judge's title"}
RULING_MEANS = {
    "day": "The day; empty where nothing dates it.",
    "doubts": "How well the ruling is known: whether a source calls it preliminary, whether "
    "sources disagree, whether the ruling itself was read to its end, and whether only copies or "
    "retellings say so or name its court. Empty if nothing of this is so.",
}
SOURCE = {"act_id": "act", "published_edtf": "published", "url": "address"}
SOURCE_MEANS = {
    "act_id": "The act, as in the sheet `overview`.",
    "published_edtf": "The day on which it appeared; empty where nothing dates it.",
    "note": "Rulings other than the one in the column `court` of the sheet `overview` of which the "
    "source tells, and our note on the source. Its title may speak of these.",
}
"""What the columns of the sheets of rulings and sources are called, and what some mean there."""
HEADINGS = {
    "jurisdiction_id": "government",
    "n_acts": "acts",
    "n_subpoenas": "subpoenas, where sources give numbers",
    "n_at_least": "subpoenas, at least",
    "n_persons": "people, at least",
    "n_acts_without_number": "acts without a number of subpoenas",
    "n_acts_without_persons": "acts without a number of people",
    "rests_on": "what the numbers rest on",
    "retold": "of these subpoenas, by copies or retellings alone",
    "note": "note on the totals",
}
"""What the columns of `counts` are called in the workbook."""
MEANS = {
    "year": "Year of the first day on which it can have been served, or else issued: an act whose "
    "days span years counts in the first of them. All years together stand first.",
    "state": "USPS code of the state, or all states together.",
    "jurisdiction_id": "The government, or all governments of the state together.",
    "n_subpoenas": "The sum of the numbers of subpoenas that sources print for an act, or for acts "
    "together; empty where none prints one. A source's total that may include other acts counts in "
    "`subpoenas, at least` only. The lines of governments may add up to less than that of their "
    "state, since a source may give one number for several governments together.",
    "n_persons": "How many people are asked about, at least: the sum of the numbers that sources "
    "print, or a source's own total where that is larger. Two who may be one person count as one. "
    "Empty where no source prints a number. `acts without a number of people` add nothing.",
}
"""What the columns of `counts` mean in the workbook, where the description speaks of nulls."""
NOT_A_PROOF = "That nothing was found does not prove that there is nothing."
GAPS = (
    "The empty cells of the sheet `overview`, and why no court or docket number stands beside a "
    f"ruling. The sheet `not known` lists all that is not known of each act. {NOT_A_PROOF}"
)
UNKNOWN = f"All that is not known of each act, as its page says. {NOT_A_PROOF}"
WIDTHS = dict(
    zip(
        (column.name for column in OVERVIEW.columns()),
        (14, 12, 6, 7, 8, 16, 10, 14, 7, 11, 11, 10, 8, 14, 36, 40, 32),
        strict=False,
    )
)
"""Widths of the columns of the first sheet up to `outcome`: so `answer` is in sight."""


def _own(name: str, means: str) -> Column:
    """A column that only a sheet has."""
    return Column(name, name, "derived", str, True, means)


WHAT = _own(
    "what",
    "What the line is: a total, or a part of one. A part is counted in its totals too: choose one "
    "of these before you add up.",
)
RESTS_ON = _own(
    "rests_on",
    "The totals of sources that the line includes. If a number of the line is above ten, also each "
    "act that makes up a quarter of it or more. Who gives each number is named. People who may be "
    "one and count once are named by their ids, with their acts and why. Of a year, also "
    "each act that may fall in a later one, with its day. `ice-subpoenas trace counts`, with a "
    "year, a state or both, lists all acts of a line.",
)
ONLY_RETOLD = _own(
    "retold",
    "How many of the subpoenas of `subpoenas, at least` are known only from copies or retellings; "
    "an act that no source gives a number for adds none.",
)
NOTE = _own("note", "Of the totals of sources that the line includes: why this number is taken.")
STATE = _own("state", "USPS code of the state.")
GOVERNMENT = _own("government", "The governments whose acts the ruling is on.")
STATUSES = {"answer": "response_status", "court": "enforcement_status", "outcome": "outcome"}
"""Columns of the overview, each with the column of `acts` that it puts into words."""
NOT_KNOWN = {
    "not_found": "looked for and not found",
    "not_stated": "the sources that were read do not say",
    "not_applicable": "the question does not arise, or is answered elsewhere in the row",
    "withheld": "it is kept back",
    "ambiguous": "the words can be read in more than one way",
    "conflicting": "sources disagree, and nothing settles it",
    "together": "sources give only one number for several acts",
    "": "not looked for, or no reason is written down",
}
"""Why a cell is empty, in plain words; only numbers can have `together`."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # so that a spreadsheet reads UTF-8


def files(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """The bytes of `overview.csv`, `.json`, `.parquet` and `.xlsx` of a database.

    The view is asked once: it takes long to plan.
    """
    rows = connection.sql("FROM overview").to_arrow_table().cast(arrow_schema(OVERVIEW))
    listed = rows.to_pylist()
    columns = OVERVIEW.columns()
    parquet = io.BytesIO()
    pq.write_table(rows, parquet, compression="zstd", write_page_checksum=True)
    text = json.dumps([_plain(row) for row in listed], ensure_ascii=False, indent=1)
    first = xlsx.Sheet("overview", columns, listed, narrow=WIDTHS)
    others = (
        _counts(connection),
        _rulings(connection),
        _sources(connection),
        _codes(connection, rows),
        _unknown(connection),
        _gaps(connection, listed),
    )
    book = xlsx.workbook(first, *others)
    return {
        "overview.csv": BYTE_ORDER_MARK + csv.write(columns, listed),
        "overview.json": f"{text}\n".encode(),
        "overview.parquet": parquet.getvalue(),
        "overview.xlsx": book,
    }


def _counts(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `counts` as a sheet for people, the sums before what they hold."""
    said = f"{COUNTS.caution} Do not add up lines: a line for a year holds those of its states."
    columns = [WHAT, *COUNTS.columns(), ONLY_RETOLD, RESTS_ON, NOTE]
    parts, pairs = counted.parts(con), counted.pairs(con)
    rows = [_spelled(each, parts, pairs) for each in counted.figures(con)]
    return xlsx.Sheet("counts", columns, rows, said, HEADINGS, MEANS)


def _spelled(
    figure: Mapping[str, Any], parts: Sequence[dict[str, Any]], pairs: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """A figure with its year and places in words, and what it rests on."""
    is_total = figure["what"].startswith("total")
    made_of = counted.made_of(figure, parts)
    groups = (part for part in made_of if part["table_name"] == "act_groups" and part["remark"])
    return dict(figure) | {
        "year": figure["year"] or ("all years" if is_total else "not known"),
        "state": figure["state"] or "all states",
        "jurisdiction_id": figure["government"] or "all governments",
        ONLY_RETOLD.name: counted.retold(made_of, "n_at_least"),
        RESTS_ON.name: counted.rests_on(figure, made_of, pairs),
        NOTE.name: " ".join(f"{part['row_id']}: {part['remark']}" for part in groups),
    }


def _rulings(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `rulings` as a sheet, with the days in words."""
    declared = [column for column in RULINGS.columns() if column.name != "event_id"]
    columns = [declared[0], STATE, GOVERNMENT, *declared[1:]]
    rows = con.sql(_PLACED).to_arrow_table().to_pylist()
    listed = [row | _in_words(row) for row in rows]
    said = f"{RULINGS.about()} {RULINGS.caution}"
    return xlsx.Sheet("rulings", columns, listed, said, RULING, RULING_MEANS, {"summary": 60})


_PLACED = """SELECT r.*, string_agg(DISTINCT o.state, ', ' ORDER BY o.state) AS state,
    string_agg(DISTINCT o.government, ', ' ORDER BY o.government) AS government
FROM rulings r
JOIN event_acts ea ON r.event_id = ea.event_id
JOIN overview o ON ea.act_id = o.act
JOIN events v ON r.event_id = v.event_id
GROUP BY ALL ORDER BY min(coalesce(v.occurred_earliest, v.known_by)), r.event_id"""


def _sources(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `act_sources` as a sheet: who published each address of the overview."""
    declared = {column.name: column for column in ACT_SOURCES.columns()}
    columns = [
        declared["act_id"],
        declared["publisher"],
        _own("standing", "Whether it is a witness, or copies or retells what others reported."),
        declared["published_edtf"],
        declared["url"],
        declared["note"],
    ]
    rows = con.sql("FROM act_sources WHERE url IS NOT NULL").to_arrow_table().to_pylist()
    listed = [
        row | {"standing": _standing(row), "published_edtf": when(row["published_edtf"])}
        for row in rows
    ]
    said = (
        "The addresses of the column `sources` of the sheet `overview`, one row an act and source."
    )
    return xlsx.Sheet("sources of acts", columns, listed, said, SOURCE, SOURCE_MEANS)


def _in_words(row: Mapping[str, Any]) -> dict[str, str]:
    """The day and the codes of a ruling, and whether a witness tells of it."""
    codes = {name: (row[name] or "").replace("_", " ") for name in ("decides", "result")}
    told = "yes" if row["is_witnessed"] else "no: only copies or retellings do"
    return codes | {"day": when(row["day"]), "is_witnessed": told}


def _standing(row: Mapping[str, Any]) -> str:
    """Whether a source is a witness, and if not, whose words it has."""
    if row["is_witness"]:
        return "a witness"
    of = f", with words of {row['words_of']}, a witness" if row["words_of"] else ""
    return f"a copy or retelling{of}"


def _codes(con: duckdb.DuckDBPyConnection, shown: pa.Table) -> xlsx.Sheet:
    """The statuses of each act as codes, to filter and to count by."""
    codes = {
        name: {
            str(code): code.definition.rstrip(".")
            for code in TABLE["acts"].column_map()[own].vocabulary or ()
        }
        for name, own in STATUSES.items()
    }
    columns = [
        *(column for column in OVERVIEW.columns() if column.name in ("act", "government")),
        replace(_own("year", "The year of the earliest possible day, as in `counts`."), type=int),
        *(
            _own(name, f"The code of `{name}`. {_listed(UNCODED[name])}. {_listed(said)}.")
            for name, said in codes.items()
        ),
        _own("codes mean", "What the three codes of the row mean."),
        _own("note", "What else is to be known of the act, as its page says."),
    ]
    told = {name: UNCODED[name] | said for name, said in codes.items()}
    con.register("shown", shown)
    rows = [
        row | {"codes mean": "; ".join(f"{name}: {clause(told[name][row[name]])}" for name in told)}
        for row in con.sql(_CODES).to_arrow_table().to_pylist()
    ]
    con.unregister("shown")
    said = "One row an act. The sheet `overview` tells the same in sentences, with days and doubts."
    return xlsx.Sheet("codes", columns, rows, said)


def _listed(codes: Mapping[str, str]) -> str:
    """Codes with what they mean, in one line."""
    return "; ".join(f"`{code}`: {means}" for code, means in codes.items())


UNCODED = {
    "answer": {
        "none": "no answer was found",
        "other": "answered, but how, or how fully, is not known",
    },
    "court": {
        "none": "no court matter was found",
        "other": "a court matter of another kind, as `court` of the sheet `overview` says",
    },
    "outcome": {
        "none": "how it ended was not found",
        "other": "an outcome of another kind, as `outcome` of the sheet `overview` says",
    },
}
"""What stands in place of a code, and what it means."""

_CODES = """SELECT act, government, year(coalesce(day_earliest, day_latest))::INTEGER AS year,
    coalesce(a.response_status::VARCHAR, if(o.answer IS NULL, 'none', 'other')) AS answer,
    coalesce(a.enforcement_status::VARCHAR, if(o.court IS NULL, 'none', 'other')) AS court,
    coalesce(a.outcome::VARCHAR, if(o.outcome IS NULL, 'none', 'other')) AS outcome,
    a.remark AS note
FROM shown o JOIN acts a ON o.act = a.act_id ORDER BY act"""


def _unknown(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """All that is not known of each act, the weightiest first."""
    columns = [
        _own("act", "The act, as in the sheet `overview`."),
        _own("what", "What is not known."),
        _own("why", "Why, or what is known instead; empty where `what` says it."),
        LOOKED_FOR,
    ]
    searched = dict(con.sql(_SEARCHED).fetchall())
    rows = [
        {
            "act": act,
            "what": gap.what,
            "why": gap.why or None,
            LOOKED_FOR.name: searched.get(gap.search_id),
        }
        for act, found in unknown.of_acts(con).items()
        for gap in found
    ]
    return xlsx.Sheet("not known", columns, rows, UNKNOWN)


LOOKED_FOR = _own(
    "looked for", "What was looked for and not found, and the day; see the table `searches`."
)
_TOLD_SEARCH = (
    "s.looked_for || ', ' || strftime(s.searched_on, '%B %-d, %Y') || ' (' || s.search_id || ')'"
)
_SEARCHED = f"SELECT s.search_id, {_TOLD_SEARCH} FROM searches s"


def _gaps(con: duckdb.DuckDBPyConnection, shown: list[dict[str, Any]]) -> xlsx.Sheet:
    """Why cells of the overview are empty."""
    columns = [
        _own("act", "The act, as in the sheet `overview`; of a ruling, all its acts."),
        _own(
            "column", "The column of that sheet, or of the one that is named, whose cell is empty."
        ),
        _own("why", "Why it is empty."),
        LOOKED_FOR,
    ]
    own = {
        word.removeprefix("acts."): column.name
        for column in OVERVIEW.columns()
        for word in column.words
        if word.startswith("acts.")
    }
    absent = {(act, own.get(name)): rest for act, name, *rest in con.sql(_ABSENT).fetchall()}
    rows = []
    for row in shown:
        for name in EXPLAINED:
            if row[name] is None:
                why, searched = absent.get((row["act"], name), ("", None))
                rows.append((row["act"], name, NOT_KNOWN[why], searched))
    for acts, name, day, why, searched in con.sql(_ABSENT_OF_RULINGS).fetchall():
        ruling = ", ".join(each for each in ("sheet `rulings`", when(day)) if each)
        rows.append((acts, f"{name} ({ruling})", NOT_KNOWN[why], searched))
    names = [column.name for column in columns]
    listed = [dict(zip(names, row, strict=True)) for row in rows]
    every = counted.made_of(counted.EVERYTHING, counted.parts(con))
    numbers = "; ".join(
        f"in `{column.name}`: {counted.how_numbered(every, column.words[0].removeprefix('acts.'))}"
        for column in OVERVIEW.columns()
        if column.name in ("subpoenas", "persons")
    )
    return xlsx.Sheet(
        "empty cells", columns, listed, f"{GAPS} How many acts have a number, {numbers}."
    )


EXPLAINED = ("day", "subpoenas", "persons", "asked_for", "answer", "court", "outcome")
"""Columns of the overview of which the workbook says why a cell is empty."""

_ABSENT_OF_RULINGS = f"""SELECT r.acts, c.name, r.day, coalesce(b.reason::VARCHAR, ''),
    {_TOLD_SEARCH}
FROM rulings r
JOIN events v ON r.event_id = v.event_id
CROSS JOIN (VALUES ('court'), ('docket')) c(name)
LEFT JOIN absences b ON b.table_name = 'proceedings' AND b.row_id = v.proceeding_id
    AND b.column_name = c.name
LEFT JOIN searches s ON b.search_id = s.search_id
WHERE CASE c.name WHEN 'court' THEN r.court ELSE r.docket END IS NULL
ORDER BY ALL"""

_ABSENT = f"""SELECT b.row_id, b.column_name,
    CASE WHEN b.column_name IN ('n_subpoenas', 'n_persons') AND b.reason = 'ambiguous'
        AND g.kind = 'together' THEN 'together' ELSE b.reason::VARCHAR END,
    {_TOLD_SEARCH}
FROM absences b
JOIN acts a ON b.row_id = a.act_id
LEFT JOIN act_groups g ON a.act_group_id = g.act_group_id
LEFT JOIN searches s ON b.search_id = s.search_id
WHERE b.table_name = 'acts'"""


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int) or value is None else str(value)
        for name, value in row.items()
    }
