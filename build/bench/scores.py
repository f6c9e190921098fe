"""How good the script is: against a benchmark, and against the review of the held texts.

`python -m bench.scores FOLDER` (with `build` and `schema` on the path) measures on a folder with
`score_quotes.py`, `score_dates.py`, `news.train.jsonl`, `news.dev.jsonl` and `gum_dates.jsonl`. It
writes the figures into `docs/extraction.md` and the precision of each rule beside the word lists,
from where every proposal takes it. It learns the weights of speakers twelve times on the way, which
takes some minutes.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import writing
from bench.facts import learn as facts
from bench.pages import score as pages
from bench.speakers import judge
from bench.speakers.scorer import module_at
from check import proposals, stages
from extraction.dates.dates import dates, resolve
from extraction.dates.fixed import single
from extraction.lexicon import lists
from extraction.text.regions import regions
from printing import Refusal
from reviewed.files import ROOT

PAGE = Path("docs") / "extraction.md"
FILES = (
    *("score_quotes.py", "score_dates.py"),
    *("news.train.jsonl", "news.dev.jsonl", "gum_dates.jsonl"),
)
Lines = list[dict[str, Any]]
Counts = dict[str, list[int]]


def write(folder: Path, root: Path) -> None:
    """Measure, print everything, and write the page and the precision of the rules."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise Refusal(f"{folder} lacks {', '.join(missing)}; name the folder of the benchmark")
    quotes, days = module_at(folder / "score_quotes.py"), module_at(folder / "score_dates.py")
    news = quotes.read_jsonl(folder / "news.train.jsonl")
    apart = quotes.read_jsonl(folder / "news.dev.jsonl")
    wiki = days.read_jsonl(folder / "gum_dates.jsonl")
    by_rule, measured = _quotations(news, apart, quotes)
    dates_by_rule, resolved = _dates(wiki, days)
    page = "\n\n".join([HEAD, measured, resolved, _learned(), _pages(), _held(root)]) + "\n"
    writing.write(root / PAGE, page)
    tables = {"quotation": by_rule, "date": dates_by_rule}
    writing.write(lists.PRECISION, _toml(tables))
    print(page)


HEAD = """\
# How good the scripted extraction is

Written by `python -m bench.scores FOLDER`; do not edit. The script proposes, people decide.
FOLDER holds a benchmark of news articles of 2016 with annotated quotations (a training split of 756
articles and a development split of 84), its scorer, and dated Wikinews articles (GUM). None of
its sentences is in this repository; the weights that were learned from it are only names of
features and numbers. Figures in brackets are 95 % intervals (Wilson).

## What it is good for today

- Finding passages in quotation marks: nearly all are found, with their exact ends. Its errors are
  at marks that a page never closes and at marks inside marks.
- Saying who speaks: about nine of ten are right, and more if the quotation has four words or more.
  Each speaker has a probability; the table of reliability below says what it is worth.
- Dates and people: most are found and most are right.
- Counts and agencies: more than eight of ten proposals are right, and about seven of ten are found.
- Detainers: eight of ten proposals are right, and six of ten are found. Deadlines: more than seven
  of ten are right, and six of ten are found.

## What a reviewer should not trust

- A speaker with a probability below 0.8.
- One to three words in marks. Somebody may be quoted, or the writer may only keep a distance;
  people do not agree on this either.
- A speaker that is a pronoun or a description (`the official`): the name given with it is a guess.
- Chains of speakers: in "X said, according to Y", the script names X alone. The rule `x-said-via`
  marks such a chain.
- That a page holds no more than what is proposed. On pages that no rule was written on, the script
  misses more than half of the responses, six in ten of the grounds, and four in ten of the kinds of
  information, the deadlines, and what became of detainers. Read the page.
- A response: three in ten are wrong.
- What is asked for, and grounds: four in ten are wrong. The script finds words for kinds of records
  near a verb of asking, and turns of phrase for reasons. It does not know whose reason it is,
  whether it was given, or whether a court accepted it.
- Responses of scope `policy` or `announced`: said, not done.
- Values of kinds of information: the words may fit several codes.
- Reported speech, transcripts and blocks without marks: they were not measured."""


# --- quotations -------------------------------------------------------------------------------


def _quotations(docs: Lines, apart: Lines, scorer: ModuleType) -> tuple[Counts, str]:
    """Right and all proposals of each rule, and the section about quotations."""
    found = judge.left_out(docs, scorer, 10)
    measured = {
        "halves": (docs, judge.left_out(docs, scorer, 2)),
        "tenths": (docs, found),
        "development": (apart, judge.proposed(apart)),
    }
    table = scorer.by_rule(docs, found)
    rows, units = judge.verdicts(docs, found, scorer)
    counts = {rule: [row["right"], sum(row.values())] for rule, row in table.items()}
    lines = [
        *(QUOTATIONS, "", *_overall(measured, scorer), ""),
        *(_intervals(rows, units), ""),
        *(TIERS, "", *judge.tiers(rows, units), ""),
        *(RULED, "", *judge.ruled(rows, units, 60), ""),
        *(RELIABILITY, "", *judge.reliability(rows), ""),
        *(BY_RULE, "", *_by_rule(counts, table)),
    ]
    return counts, "\n".join(lines)


QUOTATIONS = """\
## Quotations and their speakers

A proposal is right if its span is exact and its speaker is the annotated one.

- `halves`: the articles of the training split. Each half is judged with weights learned from the
  other half, so the weights never saw what they are judged on. The rules, however, were written by
  somebody who had read errors in both halves. Features, and the probability below which no speaker
  is named, were chosen by what helped on the halves. So new texts may give slightly worse figures.
- `tenths`: the same articles. Each tenth is judged with weights learned from the other nine, which
  is nearer to the weights in use: those learned from all ten. All tables below are of the tenths.
- `development`: the development split, judged with the weights in use. The weights never saw it,
  but earlier rules were written on it. Its figures are therefore too good; trust the tenths more.
  While the present rules and weights were made, it was looked at seven times, for this table.

The aims were 97.5 for exact, 91 with speaker, and 94 with speaker for four words or more. The
tenths do not reach them. Trees over the same features, and weights less swayed by single errors,
gave no better figures on the halves. To choose for all quotations of an article at once would not
help either: even if the script is told the annotated speakers of the quotations before and after,
it reaches only 90.7 on the halves.

Some errors are the annotation's own. A language model read sixty wrong proposals, drawn at random
from the tenths, and found twenty to be such errors: another mention of the same speaker is
annotated, or nobody, or the word `said`. In four more, the annotation has the newspaper or poll
that passes the words on."""

TIERS = """\
The likeliest proposals first. A reviewer may skim a tier that is precise enough. In brackets is the
95 % interval (Wilson). The aim is a lower end of 99 % at a recall of 60 %. Judged strictly
by the annotation, it is not reached."""

RULED = """\
A language model, which also had a hand in the rules, read every error of the tier at a recall of
60 %. Proposals that agree with the annotation were not read, but for forty drawn at random, which
were right. By this reading the aim is reached. `build/bench/speakers/rulings.csv` has each ruling
by article and place."""

RELIABILITY = """\
What the probability of a proposal is worth:"""

BY_RULE = """\
A rule says where the speaker was found. Among all speakers that were found, the likeliest is
chosen. `x-said-via` names the person whose words somebody else passes on. The annotation mostly
has the one who passes them on."""


def _overall(
    measured: Mapping[str, tuple[Lines, judge.Found]], scorer: ModuleType
) -> Iterator[str]:
    yield "| texts | words | exact P | R | F1 | with speaker P | R | F1 |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, (part, told) in measured.items():
        yield from (f"| {name} | {row} |" for row in judge.overall(part, told, scorer))


def _intervals(rows: list[judge.Verdict], units: int) -> str:
    """Precision and recall of exact quotations with their speakers, with intervals."""
    right = sum(row.right for row in rows)
    return (
        f"With speaker, on the tenths: {right} of {len(rows)} proposals are right,\n"
        f"{judge.told(right, len(rows))}, and {right} of {units} quotations are found,\n"
        f"{judge.told(right, units)}."
    )


def _by_rule(counts: Counts, table: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield "| rule | proposed | right | wrong speaker | nobody's words | precision |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for rule in sorted(counts, key=lambda rule: (-counts[rule][1], rule)):
        (right, fired), row = counts[rule], table[rule]
        cells = (
            rule,
            fired,
            right,
            row["wrong_speaker"],
            row["not_gold"],
            judge.told(right, fired),
        )
        yield "| " + " | ".join(map(str, cells)) + " |"


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""


# --- dates ------------------------------------------------------------------------------------


def _dates(docs: Lines, scorer: ModuleType) -> tuple[dict[str, list[int]], str]:
    """Right and all values of each rule, and the section about dates."""
    given, found = {}, {}
    counts: dict[str, list[int]] = {}
    for doc in docs:
        text, day = doc["text"], date.fromisoformat(doc["published"])
        candidates = dates(text, regions(text), day)
        rows = [{"start": c.start, "end": c.end, "value": single(c.value)} for c in candidates]
        found[doc["doc_id"]] = {"dates": rows}
        rows = []
        for mention in doc["dates"]:
            read = resolve(text, mention["start"], mention["end"], day)
            value = single(read.period.edtf if read.period else None)
            rows.append({"start": mention["start"], "end": mention["end"], "value": value})
            if mention.get("when"):
                row = counts.setdefault(read.rule, [0, 0])
                row[0] += bool(scorer.value_right(value, mention["when"]))
                row[1] += 1
        given[doc["doc_id"]] = {"dates": rows}
    lines = ["## Dates", ""]
    for label, predicted in (("mentions given", given), ("mentions found by the script", found)):
        result, _ = scorer.score(docs, predicted)
        told, seen = result["resolution"], result["finding"]
        lines.append(
            f"- {label}: {told['right']} of {told['of']} right ({told['percent']} %), found P "
            f"{seen['P']} R {seen['R']}, weekdays wrongly ahead {result['wrong_future_weekdays']}"
        )
    lines += ["", "| rule | mentions | right | precision |", "| --- | --- | --- | --- |"]
    for rule in sorted(counts, key=lambda rule: (-counts[rule][1], rule)):
        right, all_of = counts[rule]
        lines.append(f"| {rule} | {all_of} | {right} | {_percent(right, all_of)} |")
    return counts, "\n".join(lines)


# --- pages ------------------------------------------------------------------------------------

INVENTED = """\
## Facts on invented pages of this subject

Two sets of sixty pages about subpoenas were invented for measuring: news, releases, letters,
minutes, court opinions, columns, transcripts, questions and answers. They are machine-written; the
writers (language models) did not know the rules of the script. Two readers (language models as
well), who did not know them either, marked the facts of a set, each apart from the other; a third
decided where they differed. The bodies, people and papers on these pages are invented, and the
pages are cleaner than real ones: no navigation, no advertising. `build/bench/pages/invented` has
texts and labels.

- `learning` is the first set. Its first half was read while rules were written, and the second half
  judged, until its totals had been looked at four times; since then all of it may be read. Its
  figures show what the rules have learned by heart.
- `judging` is the second set, written after the first was spent. Nobody who wrote rules has seen a
  text, a label or an error of it. Its totals were looked at three times: when the rules that were
  learned from all of the first set were done; once more, after a few more lists of words; and once
  with the model, for the table below.

By F1, the two readers agree on the set for judging to 89.5 % on responses, 82.7 on information
sought, 91.1 on deadlines, 94.1 on counts, 90.5 on detainers, 83.9 on grounds, 91.0 on agencies and
100.0 on people. More can hardly be asked of a script.

The aim is 80 % precision and 80 % recall for each kind. People alone reach it. Counts, detainers
and agencies reach the precision and miss the recall. Responses, what is asked for, deadlines and
grounds miss both.

Without the model, the same rules reach, in precision and recall: responses 70 and 46, information
sought 62 and 42, deadlines 84 and 48, detainers 92 and 56, grounds 62 and 34. So with the
model, recall is higher by about 15 points for information sought and deadlines, 5 for detainers and
3 for grounds, and the same for responses. Precision is lower by 7 points for deadlines and 9 for
detainers.

What further rules are worth is told by the rules of before, which were written on half of the first
set. On the set for judging they reach, in precision and recall: responses 69 and 44,
information sought 63 and 38, deadlines 87 and 46, counts 85 and 71, detainers 94 and 50, grounds 57
and 34, agencies 86 and 68, people 94 and 89. (One sentence stopped them; that fault was mended to
measure them.) On the half of the first set that was new to them, they found 46 % of the responses;
the present rules, which were written on it, find 77 %. On pages that they do not know, the present
rules find hardly more than those of before. Pages say the same thing in more ways than lists of
words and turns of phrase can hold. So the figures for learning are not those of the script.

A label of a county or city as a body is found if the script proposes it as a jurisdiction. News
outlets were not marked, and proposals of them are not counted. `python -m bench.pages.score`
measures again, and a test keeps the figures equal to what the code finds."""

PAGES = """\
## Facts on real pages of this subject

The pages are news, releases and comments on immigration subpoenas that a search showed. Of each,
the first few hundred words were read. `build/bench/pages` has the labels and addresses, not the
texts, so these figures are those of earlier rules: `python -m bench.pages.score FILE.jsonl` would
measure again, from lines of `address, text`.

One reader marked the pages and afterward wrote rules for responses, demands and grounds, so the
labels are not independent of the rules, and the totals were looked at nineteen times. The figures
are therefore too good; trust the invented pages more. All intervals are wide."""


LEARNED = """\
## The model of facts, on pages of writers held out

Answers, what is asked for, deadlines, what became of detainers and reasons are proposed by rules
and, where no rule reads one, by a learned model (rule `model`). What a rule proposes is dropped if
the model takes it for very unlikely. The model weighs named signs of words: stems, classes,
meanings, what the clause asserts and of whom. Its weights (`build/extraction/facts/weights.json`)
were learned from the pages for learning below and from 360 more
(`build/bench/pages/invented/training.txt`). Six writers (language models) invented and marked
those; nobody else read them. Their marks are less certain than those of two readers. They avoid
plain words on purpose, so they are harder than the pages for judging.

The table is of the model alone. Three models read the pages of writers from whom they did not
learn. `used` is the least probability at which something is proposed; the other rows show what
other choices would give. Readers: the pages that two readers labeled. Writers: the pages that their
writers marked. A value must be right, too.

Rules alone, on the pages of the writers, of which they had seen none, reach in precision and
recall: answers 50 and 31, information sought 71 and 36, deadlines 69 and 29, detainers 76 and 38,
grounds 41 and 26. On pages of readers that they had not seen, earlier rules find answers, detainers
and grounds better than the model. So the model does not replace the rules. Of what rules propose
and it takes for very unlikely, about six in seven answers and grounds were wrong on held-out pages,
and more than half of the kinds of information."""


def _learned() -> str:
    """The section about the model, from what its training wrote."""
    table = tomllib.loads(facts.MEASURED.read_text(encoding="utf-8"))
    reliability = table.pop("reliability")
    lines = [LEARNED, "", "| kind | least | readers P | R | writers P | R |"]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for kind, rows in table.items():
        for bound, parts in rows.items():
            told = f"{float(bound) / 100:.1f}" if bound.isdigit() else bound
            cells = [kind, told]
            for right, proposed, found, labels in parts:
                cells += [_percent(right, proposed), _percent(found, labels)]
            lines.append("| " + " | ".join(cells) + " |")
    lines += ["", "What the probability of these proposals is worth:", ""]
    lines += ["| probability told | proposals | mean told | right |", "| --- | --- | --- | --- |"]
    for low, high, proposed, right, summed in reliability:
        if proposed:
            between = f"{low:.1f} to {min(high, 1.0):.1f}"
            mean, share = _percent(summed, proposed), judge.told(right, proposed)
            lines.append(f"| {between} | {proposed} | {mean} | {share} |")
    return "\n".join(lines)


def _pages() -> str:
    """The sections about facts on pages."""
    written = pages.INVENTED / pages.MEASURED.name
    names = {"judging": "Pages for judging:", "learning": "Pages for learning:"}
    lines = [INVENTED, ""]
    for part in pages.PARTS:
        lines += [names[part], "", *_by_kind(pages.measured(part, written)), ""]
    names["writing"] = "Pages that rules were written on:"
    lines += [PAGES, ""]
    for use in pages.USES:
        lines += [names[use], "", *_by_kind(pages.measured(use)), ""]
    return "\n".join(lines).rstrip()


def _by_kind(measured: Mapping[str, pages.Counts]) -> Iterator[str]:
    """A table of precision and recall of every kind."""
    yield "| kind | proposed | precision | labels | recall |"
    yield "| --- | --- | --- | --- | --- |"
    for kind, row in measured.items():
        precise, found = judge.told(row.right, row.proposed), judge.told(row.found, row.labels)
        cells = (kind, row.proposed, precise, row.labels, found)
        yield "| " + " | ".join(map(str, cells)) + " |"


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

HELD = """\
## Proposals on the held texts

What the script proposes on the texts that are held, and how much of it a reviewed row cites. The
rest only names somebody, or was settled in another way: `python build extract` lists all of it."""
CITED = ("evidence", "quotation")


def _held(root: Path) -> str:
    """The section that tells how much of what is proposed reviewers took up."""
    checked = stages.run(root)
    if checked.problems or checked.sound is None or checked.relations is None:
        raise Refusal("the reviewed rows have problems: run `python build check`")
    asked = proposals.Settled(checked.sound.pages, checked.relations, checked.sound.others)
    counts: Counts = {}
    for proposal in proposals.found(asked):
        row = counts.setdefault(proposal.candidate.kind, [0, 0])
        row[0] += proposal.settled_by in CITED
        row[1] += 1
    lines = [HELD, "", "| kind | proposed | cited by a row |", "| --- | --- | --- |"]
    for kind, (cited, proposed) in sorted(counts.items()):
        lines.append(f"| {kind} | {proposed} | {cited} ({cited / proposed:.0%}) |")
    return "\n".join(lines)


if __name__ == "__main__":
    write(Path(sys.argv[1]), ROOT)
