"""The rules that the check enforces: a code, what it means, why it exists and how to mend it.

`python build explain CODE` and `docs/rules.md` print these docstrings; nothing says them twice.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 1000  # characters of a message; a hostile key may have a million


@dataclass(frozen=True, order=True)
class Problem:
    """Something to mend, and where."""

    file: str
    line: int
    code: str
    message: str
    remedy: str

    def __post_init__(self) -> None:
        for name in ("message", "remedy"):
            text = getattr(self, name)
            object.__setattr__(self, name, text if len(text) <= LONGEST else text[:LONGEST] + "…")

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code}: {self.message} … {self.remedy}"


@dataclass(frozen=True)
class Rule:
    """A rule of the check."""

    code: str
    what: str
    why: str
    example: str
    remedy: str


RULES: dict[str, Rule] = {}


def _rule(code: str, what: str, why: str, example: str, remedy: str) -> None:
    RULES[code] = Rule(code, what, why, example, remedy)


# -- files ---------------------------------------------------------------------------------------

_rule(
    "seed-missing",
    "A held text that a source row rests on is not in `seeds/`.",
    "Evidence is words of a text; without the text nothing can be checked.",
    "`sources/s002.toml` is there, `seeds/002_….txt` is not.",
    "Put the file back byte for byte: `git checkout -- seeds`.",
)
_rule(
    "seed-changed",
    "A held text has another SHA-256 than `seeds/SHA256SUMS` says, or is not listed there.",
    "Texts are immutable: one changed byte moves every span after it.",
    "An editor added a final newline to a seed.",
    "Restore the file; a new text is added with `python build add-source FILE`.",
)
_rule(
    "not-utf8",
    "A file is not valid UTF-8.",
    "Offsets count code points, so the bytes must decode in one way only.",
    "A file saved in Windows-1252.",
    "Save the file as UTF-8.",
)
_rule(
    "file-refused",
    "A file is a link, too large, or holds control or bidirectional characters.",
    "Such a file can show a reviewer something else than what is built.",
    "A right-to-left override inside a name.",
    "Remove the characters, or replace the link by the file.",
)
_rule(
    "toml-syntax",
    "A file is not valid TOML.",
    "A half-read file would silently lose facts.",
    '`name = "Denver` without the closing mark.',
    "Mend the line that is named; strings need closing marks and a key stands once.",
)

# -- rows ----------------------------------------------------------------------------------------

_rule(
    "unknown-table",
    "A table header names no table of the schema.",
    "A misspelled table would drop its rows in silence.",
    "`[[subpoena]]` for `[[subpoenas]]`.",
    "Use the table that is named as nearest; `python build new` lists them.",
)
_rule(
    "unknown-column",
    "A row has a column that its table does not have, or that is never written by hand.",
    "A misspelled column would drop its value in silence; derived columns are computed.",
    "`day_to_respond = 14`.",
    "Use the column that is named as nearest; `python build new TABLE` lists them.",
)
_rule(
    "missing-column",
    "A row lacks a column that its table requires.",
    "A required column is what makes the row readable.",
    "A quotation without `kind`.",
    "Add the column; `python build new TABLE` shows a whole row.",
)
_rule(
    "wrong-value",
    "A value has the wrong type, or is no code of its vocabulary.",
    "Types and codes are what users filter and count by.",
    '`days_to_respond = "14"`, or `kind = "directly"`.',
    "Write a value of the type, or the code that is named as nearest.",
)
_rule(
    "duplicate-id",
    "Two rows of a table have the same id.",
    "An id names one thing for ever.",
    'Two blocks with `subpoena_id = "denver-1-4"`.',
    "Give the new row the next free number, or add evidence to the old row.",
)
_rule(
    "retired-id",
    "A row uses an id that was retired.",
    "Ids are never used again, so that old references stay true.",
    "A row `denver-2` while `retired_ids` lists `denver-2`.",
    "Give the row a new id.",
)
_rule(
    "dangling-reference",
    "A foreign key names no row.",
    "A join would lose the row.",
    '`recipient_agency_id = "denver-jail"` without such an agency.',
    "Use the nearest id that is named, or add the row.",
)
_rule(
    "count-mismatch",
    "The subpoenas of a batch, or the batches of a group, do not add up to the number stated; or a "
    "notice, a letter, a customs summons or a subpoena in a criminal case is counted as one.",
    "A count that disagrees with its own rows is wrong on one side; other papers are told apart so "
    "that nobody counts them.",
    "`n_subpoenas = 4` and three subpoena rows.",
    "Add the missing rows, or correct the number and its evidence; an adjacent paper has no row in "
    "`subpoenas`, no `n_subpoenas` and no group.",
)
_rule(
    "date-invalid",
    "A date is no EDTF string of the forms used here, or contradicts itself.",
    "Earliest and latest day are computed from it.",
    '`issued = "[2020-01-13..2020-01-06]"`.',
    "Write a day, month or year, `[a,b]` or `[a..b]` with a before b.",
)
_rule(
    "row-invalid",
    "A row breaks a rule of its table that concerns several columns.",
    "Such a row says two things that cannot both be true.",
    "A case fact of a person and of a batch at once.",
    "Correct the columns that are named.",
)
_rule(
    "loaded-term",
    "Our own prose uses a term that takes sides.",
    "The dataset is read on every side of an argument; such words stand in verbatim text only.",
    '`remark = "An illegal alien …"`.',
    "Say it neutrally: person, man, woman, foreign national.",
)
_rule(
    "naming-decision",
    "A name and its naming decision do not fit together.",
    "A private person's name is published only after a recorded decision.",
    '`name` is given and `naming_decision = "not_named"`.',
    "Correct the decision, or leave the name out.",
)

# -- evidence ------------------------------------------------------------------------------------

_rule(
    "words-not-found",
    "The words of a piece of evidence do not occur where they should.",
    "Evidence is the source's own words, letter for letter.",
    'The text has "four immigration subpoenas", the row "four subpoenas".',
    'Copy the words from the text; `python build cite SOURCE "words"` finds the nearest passage.',
)
_rule(
    "words-not-unique",
    "The words occur more than once.",
    "A span must be one place of the text.",
    'A sentence that the article prints twice; "ICE" inside a long passage.',
    "Add a longer `within` passage that occurs once and holds the words once.",
)
_rule(
    "words-inadmissible",
    "The words lie in, or reach into, a region that may not support this cell.",
    "Reader comments and other stories' headlines prove nothing.",
    "Evidence from the comments under an article.",
    "Cite words of the article itself.",
)
_rule(
    "unknown-derivation",
    "A piece of evidence names a derivation or an argument that does not exist.",
    "An unknown derivation cannot be run again.",
    '`by = "guess"`.',
    "Use one of: literal, vocabulary, number_word, count, date, inference.",
)
_rule(
    "no-derivation",
    "The words give no value by their derivation.",
    "A value must follow from the words by a named function.",
    '`number_word` on "several", or a phrase that no list holds.',
    "Cite words that give the value, or add the phrase to its list after review.",
)
_rule(
    "value-not-given",
    "No piece of evidence gives the value of the cell.",
    "A true quotation can still support a wrong value, so the value is computed again.",
    'The row says 15 and the words are "14 days".',
    "Correct the value, or cite the words that give it.",
)
_rule(
    "claim-without-evidence",
    "A claim has a value and no evidence.",
    "Every claim can be traced to words.",
    "`age = 38` without a `said` line for it.",
    "Add the words, or remove the value.",
)
_rule(
    "evidence-without-value",
    "Evidence is given for a cell that is null, or an inference does not say what it infers.",
    "Either the value was forgotten, or the words only bear on the gap. No function gives the "
    "value of an inference, so that it is written beside its words as well as in the row.",
    "A `said` line for `served` in a row without `served`.",
    "Write the value, or mark the words `bears = true`.",
)
_rule(
    "evidence-twice",
    "The same words are given twice for one cell.",
    "Evidence that is counted twice looks like more than it is.",
    "Two `said` blocks with the same sentence and the same column.",
    "Remove one of the two.",
)
_rule(
    "inference-without-reason",
    "An inference gives no reason of substance.",
    "What a function cannot show, a person must explain.",
    '`by = "inference"` with `reason = "obvious"`.',
    "Say in ten words or more how the value follows from the words.",
)
_rule(
    "circular-anchor",
    "A date counts from a cell that counts from the date itself, or that does not exist.",
    "A circle proves nothing.",
    "`issued` anchored to `served`, and `served` to `issued`.",
    "Anchor to a cell with evidence of its own.",
)
_rule(
    "null-without-reason",
    "A claim of a core table is null and nobody says why.",
    "Not stated, not applicable and withheld are different answers.",
    "A subpoena without `served` and without `absent = { served = … }`.",
    "Add the reason under `absent`.",
)
_rule(
    "reason-for-value",
    "A reason for a null is given for a cell that has a value, or for no claim.",
    "One of the two is wrong.",
    '`age = 38` and `absent = { age = "not_stated" }`.',
    "Remove the value or the reason.",
)

# -- texts ---------------------------------------------------------------------------------------

_rule(
    "region-invalid",
    "A region's first or last words are not found, or two regions overlap.",
    "Every character of a text lies in one region.",
    "A `begins` that occurs twice.",
    "Correct `begins` and `ends`; each must occur once.",
)
_rule(
    "sentence-unaccounted",
    "No evidence and no quotation uses a sentence, and it is not listed as left out.",
    "Nothing in a source is passed over in silence.",
    "A new text whose third sentence nobody read.",
    "Record its fact, or list it under `[[left_out]]` with a reason.",
)
_rule(
    "left-out-but-used",
    "A sentence is listed as left out although evidence or a quotation uses it.",
    "The list would say less than the truth.",
    "A sentence listed as commentary that also proves an age.",
    "Remove it from `[[left_out]]`.",
)
_rule(
    "passage-unaccounted",
    "A passage in quotation marks has no row in `quotes`.",
    "Every passage in marks is classified, also the ones that nobody said.",
    "A scare quote that was skipped.",
    "Add a `[[quotes]]` block with its kind.",
)

# -- disagreement --------------------------------------------------------------------------------

_rule(
    "conflict-without-record",
    "Evidence for one cell gives different values, and no `conflicts` row says what we did.",
    "A disagreement is shown, never settled in silence.",
    "One article says 'ICE Director', another 'acting ICE Director'.",
    "Correct the words if they are wrong; else add a `[[conflicts]]` block with rule and reason.",
)
_rule(
    "conflict-gone",
    "A `conflicts` row, or the reason `conflicting`, stands where the evidence agrees.",
    "A record without its conflict misleads.",
    "The losing evidence was removed and its conflict row was not.",
    "Remove the `[[conflicts]]` block, or restore the evidence.",
)
_rule(
    "conflict-value",
    "A conflict's record names another published value than the row has.",
    "Which side won is decided once and read twice, so that it cannot change by a slip.",
    'The row says `under_review`, the record `published_value = "refused"`.',
    "Write the same value in both, after looking at the evidence again.",
)
_rule(
    "unresolved-with-value",
    "A conflict is recorded as unresolved and the cell has a value, or as settled and it has none.",
    "An unresolved cell is null with the reason `conflicting`; a settled one has a value.",
    '`resolution = "unresolved"` on a cell that says 4.',
    'Remove the value and give `absent = { … = "conflicting" }`, or settle the conflict.',
)
_rule(
    "overlap-without-relation",
    "Two texts share a passage and `source_relations` says nothing of it.",
    "Copies look like independent support.",
    "An article that prints a paragraph of another.",
    "Add a `[[source_relations]]` block with the words that show the relation.",
)
_rule(
    "review-unknown",
    "A review names a row that does not exist.",
    "A reading of nothing is no reading.",
    "A row was removed and its review was not.",
    "Run `python build review --prune`.",
)
_rule(
    "text-reconstructible",
    "More of a text could be rebuilt from a release than the stated ceiling allows.",
    "The articles belong to their publishers.",
    "Quotations and evidence that together hold nearly every word.",
    "Cite shorter words.",
)
_rule(
    "proposal-unsettled",
    "The script proposes something on a held text that no row and no rejection settles.",
    "The script proposes, a person decides.",
    "A quotation that the script found and no row holds.",
    "Record it, or reject it under `[[rejections]]` with a reason code.",
)
_rule(
    "rejection-orphaned",
    "A rejection settles nothing: no proposal has its words.",
    "A stale decision hides a changed text.",
    "A rejection whose words the script no longer proposes.",
    "Remove the block.",
)
