"""How good the script is: against a benchmark, and against the review of the held texts.

`python -m bench.scores FOLDER` (with `build` and `schema` on the path) measures on a folder with
`score_quotes.py`, `score_dates.py`, `news.train.jsonl`, `news.dev.jsonl` and `gum_dates.jsonl`. It
writes the figures into `docs/extraction.md`, each table between `<!-- measured NAME -->` and
`<!-- end -->`, and the precision of each rule beside the word lists, from where every proposal
takes it. It learns the weights of speakers twelve times on the way, which takes some minutes.
Without FOLDER, only the tables on facts are written, from what other programs measured.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import writing
from bench import shares
from bench.facts import train
from bench.pages import score as pages
from bench.speakers import judge
from bench.speakers.learn import module_at
from check import stages
from check.settling import proposals
from extraction.dates.dates import dates, resolve
from extraction.facts.asked.model import KIND
from extraction.lexicon import lists
from extraction.text.regions import regions
from printing import Refusal
from reviewed.paths import ROOT

PAGE = Path("docs") / "extraction.md"
FILES = (
    *("score_quotes.py", "score_dates.py"),
    *("news.train.jsonl", "news.dev.jsonl", "gum_dates.jsonl"),
)
PART = re.compile(r"(<!-- measured (\w+) -->).*?(<!-- end -->)", re.S)

EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
"""Bounds of the bands of probabilities that a speaker is the right one."""

DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")

Lines = list[dict[str, Any]]
Counts = dict[str, list[int]]
Parts = dict[str, list[str]]
"""The lines of every part of the page that is measured, by its name there."""


def write(folder: Path, root: Path) -> None:
    """Measure, and write the tables of the page and the precision of the rules."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise Refusal(f"{folder} lacks {', '.join(missing)}; name the folder of the benchmark")
    quotes, days = module_at(folder / "score_quotes.py"), module_at(folder / "score_dates.py")
    news = quotes.read_jsonl(folder / "news.train.jsonl")
    apart = quotes.read_jsonl(folder / "news.dev.jsonl")
    wiki = days.read_jsonl(folder / "gum_dates.jsonl")
    by_rule, parts = _quotations(news, apart, quotes)
    dates_by_rule, parts["dates"] = _dates(wiki, days)
    write_facts(root, parts | {"held": _held(root)})
    writing.write(lists.PRECISION, _toml({"quotation": by_rule, "date": dates_by_rule}))


def write_facts(root: Path, others: Parts) -> None:
    """Write the tables on facts from what was measured, and other parts as given."""
    parts = {**learned(), **on_pages(), **others}
    writing.write(root / PAGE, renewed((root / PAGE).read_text("utf-8"), parts))


def renewed(text: str, parts: Parts) -> str:
    """The page with every part that was measured now; the others stay.

    >>> renewed("A <!-- measured n -->\\n\\n1\\n\\n<!-- end -->", {"n": ["2", "3"]})
    'A <!-- measured n -->\\n\\n2\\n3\\n\\n<!-- end -->'
    """

    def part(found: re.Match[str]) -> str:
        lines = parts.get(found[2])
        return "\n\n".join([found[1], "\n".join(lines), found[3]]) if lines else found[0]

    return PART.sub(part, text)


# --- quotations -------------------------------------------------------------------------------


def _quotations(docs: Lines, apart: Lines, scorer: ModuleType) -> tuple[Counts, Parts]:
    """Right and all proposals of each rule, and the parts about quotations."""
    found = judge.left_out(docs, scorer, 10)
    measured = {
        "halves": (docs, judge.left_out(docs, scorer, 2)),
        "tenths": (docs, found),
        "development": (apart, judge.proposed(apart)),
    }
    table = scorer.by_rule(docs, found)
    rows, units = judge.verdicts(docs, found, scorer)
    counts = {rule: [row["right"], sum(row.values())] for rule, row in table.items()}
    return counts, {
        "overall": [*_overall(measured, scorer), "", *_intervals(rows, units)],
        "tiers": judge.tiers(rows, units),
        "ruled": judge.ruled(rows, units, 60),
        "reliability": shares.reliability(
            shares.banded(((row.probability, row.right) for row in rows), EDGES)
        ),
        "rules": _by_rule(counts, table),
    }


def _overall(measured: Mapping[str, tuple[Lines, judge.Found]], scorer: ModuleType) -> list[str]:
    head = ("texts", "words", "exact P", "R", "F1", "with speaker P", "R", "F1")
    return shares.table(
        head,
        (
            (name, *row)
            for name, (part, told) in measured.items()
            for row in judge.overall(part, told, scorer)
        ),
    )


def _intervals(rows: list[judge.Verdict], units: int) -> list[str]:
    """Precision and recall of exact quotations with their speakers, with intervals."""
    right = sum(row.right for row in rows)
    return [
        f"With speaker, on the tenths: {right} of {len(rows)} proposals are right,",
        f"{shares.with_interval(right, len(rows))}, and {right} of {units} quotations are found,",
        f"{shares.with_interval(right, units)}.",
    ]


def _often(counts: Counts) -> list[str]:
    """The rules, the most used first."""
    return sorted(counts, key=lambda rule: (-counts[rule][1], rule))


def _by_rule(counts: Counts, table: Mapping[str, Mapping[str, int]]) -> list[str]:
    head = ("rule", "proposed", "right", "wrong speaker", "nobody's words", "precision")
    return shares.table(
        head,
        (
            (
                rule,
                fired,
                right,
                row["wrong_speaker"],
                row["not_gold"],
                shares.with_interval(right, fired),
            )
            for rule in _often(counts)
            for (right, fired), row in [(counts[rule], table[rule])]
        ),
    )


# --- dates ------------------------------------------------------------------------------------


def _dates(docs: Lines, scorer: ModuleType) -> tuple[Counts, list[str]]:
    """Right and all values of each rule, and the part about dates."""
    given, found = {}, {}
    counts: Counts = {}
    for doc in docs:
        text, day = doc["text"], date.fromisoformat(doc["published"])
        candidates = dates(text, regions(text), day)
        rows = [{"start": c.start, "end": c.end, "value": single(c.value)} for c in candidates]
        found[doc["doc_id"]] = {"dates": rows}
        rows, anchor, told = [], ((day.toordinal(),) * 2,), None
        for mention in doc["dates"]:
            read = resolve(text, mention["start"], mention["end"], anchor, told)
            value, told = single(read.value), read.days
            rows.append({"start": mention["start"], "end": mention["end"], "value": value})
            if mention.get("when"):
                row = counts.setdefault(read.rule, [0, 0])
                row[0] += bool(scorer.value_right(value, mention["when"]))
                row[1] += 1
        given[doc["doc_id"]] = {"dates": rows}
    lines = []
    for label, predicted in (("mentions given", given), ("mentions found by the script", found)):
        result, _ = scorer.score(docs, predicted)
        told, seen = result["resolution"], result["finding"]
        lines.append(
            f"- {label}: {told['right']} of {told['of']} right ({told['percent']} %), found P "
            f"{seen['P']} R {seen['R']}, weekdays wrongly ahead {result['wrong_future_weekdays']}"
        )
    shown = (
        (rule, all_of, right, f"{100 * right / all_of:.1f} %")
        for rule in _often(counts)
        for right, all_of in [counts[rule]]
    )
    return counts, [*lines, "", *shares.table(("rule", "mentions", "right", "precision"), shown)]


def single(value: str | None) -> str | None:
    """The one day, month or year that holds all days of a value, the shortest there is.

    >>> single("2020-01~"), single("[2020-01-06,2020-01-13]"), single("[2020-01-06..]")
    ('2020-01', '2020-01', None)
    """
    days = [] if value is None or ".." in (value[1:3], value[-3:-1]) else DAY.findall(value)
    holding = ({day[:size] for day in days} for size in (10, 7, 4))
    return next((found.pop() for found in holding if len(found) == 1), None)


# --- the models of facts ------------------------------------------------------------------------

WRITERS = ("two readers", "writers A to K", "writers L to Y")


def learned() -> Parts:
    """The parts about the models of facts, from what their training wrote."""
    measured = tomllib.loads(train.MEASURED.read_text(encoding="utf-8"))
    asked = measured.pop(KIND)
    return {
        "held_out": _on_writers({KIND: asked["held_out"]}),
        "worth": shares.reliability(asked["reliability"]),
        "chosen": _on_writers({kind: each["held_out"] for kind, each in measured.items()}),
        **{
            f"worth_{kind}": shares.reliability(each["reliability"])
            for kind, each in measured.items()
        },
    }


def _on_writers(table: Mapping[str, list[list[int]]]) -> list[str]:
    """Precision and recall of kinds on pages of two readers, and of writers, held out."""
    rows = (
        ((kind, writer), row)
        for kind, rows in table.items()
        for writer, row in zip(WRITERS, rows, strict=True)
    )
    return _found(("kind", "marked by"), rows)


def _found(head: Sequence[str], rows: Iterable[tuple[Sequence[str], Iterable[int]]]) -> list[str]:
    """Precision and recall of rows of right, proposed, found and labels."""
    return shares.table(
        (*head, "proposed", "precision", "labels", "recall"),
        (
            (*names, n, shares.with_interval(right, n), labels, shares.with_interval(found, labels))
            for names, (right, n, found, labels) in rows
        ),
    )


# --- pages ------------------------------------------------------------------------------------


def on_pages() -> Parts:
    """The parts about facts on pages: invented ones, and real ones."""
    written = pages.INVENTED / pages.MEASURED.name
    invented = {f"invented_{part}": _by_kind(pages.measured(part, written)) for part in pages.PARTS}
    return invented | {f"real_{use}": _by_kind(pages.measured(use)) for use in pages.USES}


def _by_kind(measured: Mapping[str, pages.Counts]) -> list[str]:
    """Precision and recall of every kind."""
    return _found(("kind",), (((kind,), row) for kind, row in measured.items()))


def _toml(tables: dict[str, dict[str, list[int]]]) -> str:
    """Right and all proposals of each rule, by kind."""
    lines = [
        "# Right and all proposals of every rule on the benchmark, by kind; written by",
        "# `python -m bench.scores FOLDER`.",
    ]
    for kind, counts in tables.items():
        lines += ["", f"[{kind}]"]
        lines += [f"{json.dumps(rule)} = {counts[rule]}" for rule in sorted(counts)]
    return "\n".join(lines) + "\n"


# --- the held texts -----------------------------------------------------------------------------

CITED = ("evidence", "quotation")


def _held(root: Path) -> list[str]:
    """How much of what is proposed on the held texts reviewers took up."""
    checked = stages.run(root)
    if checked.problems or checked.sound is None or checked.relations is None:
        raise Refusal("the reviewed rows have problems: run `python build check`")
    asked = proposals.Asked(checked.sound.pages, checked.relations, checked.sound.others)
    counts: Counts = {}
    for proposal in proposals.found(asked):
        row = counts.setdefault(proposal.candidate.kind, [0, 0])
        row[0] += proposal.settled_by in CITED
        row[1] += 1
    rows = ((kind, n, f"{cited} ({cited / n:.0%})") for kind, (cited, n) in sorted(counts.items()))
    return shares.table(("kind", "proposed", "cited by a row"), rows)


if __name__ == "__main__":
    if sys.argv[1:]:
        write(Path(sys.argv[1]), ROOT)
    else:
        write_facts(ROOT, {"held": _held(ROOT)})
