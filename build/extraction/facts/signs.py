"""What the words of a sentence show of each other: named signs that the model of facts weighs.

Of each word: its stem and those of its neighbors, their classes and meanings, whether its clause
asserts it and of whom, what stands before and behind it, and what the sentence before was about.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from extraction.facts.clauses import Reading, may_answer
from extraction.facts.demands import SOUGHT_ITEM, code_of
from extraction.grammar import cues
from extraction.grammar.parse import AUXILIARY, CUE, GERUND, NAME, PRONOUN, VERB

CLASSES: dict[str, str] = {
    "fed": """ice dhs hsi doj ero fbi federal feds agent agents immigration homeland washington
        enforcement customs investigations agency's ice's government's trump administration's""",
    "body": """county counties city cities state states sheriff sheriffs mayor governor police clerk
        council district university college school schools board department departments officials
        official office offices jail jails attorney lawyer lawyers counsel spokesman spokeswoman
        spokesperson staff superintendent supervisors commissioners commission coroner assessor
        treasurer auditor prosecutor administrator manager director trustees senate parish borough
        town village township warden chief provost jurisdictions authority recipient deputies
        registrar dean principal president regents bureau comptroller controller marshal constable
        library librarian secretary custodian chancellor legislature institution prison chair
        commissioner trustee auditors clerks mayors towns agency agencies utility hospital
        government administration solicitor corporation division courthouse recorder dmv""",
    "company": """company companies firm firms employer employers bank banks landlord landlords
        platform provider hospital clinic contractor business businesses plant nonprofit google""",
    "court": """judge judges court courts magistrate justice justices ruling opinion panel""",
    "press": """comment comments question questions inquiry inquiries call calls email emails e-mail
        e-mails message messages interview interviews reporter reporters voicemail voicemails
        newspaper station herald tribune gazette deadline press media texts""",
    "paper": """subpoena subpoenas summons summonses request requests demand demands letter letters
        subpoenaed""",
    "detainer": "detainer detainers hold holds",
    "order": "order orders warrant warrants petition petitions lawsuit suit motion motions",
    "record": """information info record records documents document data file files names forms list
        lists copies copy materials papers details logs log report reports roster rosters photos
        paperwork pages spreadsheet folder footage database applications boxes envelope page""",
    "if": "if unless whether should until lest once were",
    "open": "could can may might must would should shall cannot ought need likely unlikely perhaps",
    "not": """not never no n't nor neither nothing none nobody won't didn't doesn't don't hasn't
        haven't hadn't isn't aren't wasn't weren't can't couldn't wouldn't without""",
    "will": "will won't 'll shall going plans plan intends intend",
    "urge": """urge urges urged urging order orders ordered ordering require requires required asked
        asks tell tells told want wants wanted force forces forced compel compels compelled call
        calls called calling demand demands demanded demanding""",
    "hedge": """hope hopes hoped expect expects expected fear fears doubt doubts allegedly
        reportedly claim claims claimed deny denies denied rumor""",
    "law": """law laws statute statutes act ordinance policy constitution amendment code regulation
        regulations rule rules authority section title""",
    "cause": "because since as citing cites cited saying says argued argues arguing reason reasons",
    "people": """people men women man woman inmates inmate detainees immigrants migrants persons
        individuals residents workers employees students tenants patients voters families nationals
        noncitizens prisoners arrestees""",
    "time": """day days week weeks month months hour hours year years deadline noon midnight""",
    "get": """seek seeks sought seeking want wants wanted wanting request requests requested
        requesting demand demands demanded demanding ask asks asked asking obtain subpoena
        subpoenas subpoenaed order orders cover covers covered list lists""",
}
"""Classes of words by what they stand for in a story of a subpoena."""
ACTORS = frozenset(["fed", "body", "company", "court", "press"])
CLAUSAL = frozenset(["if", "open", "not", "will", "urge", "hedge", "get", "cause"])
"""Classes that tell how the words behind them, in the same clause, are meant."""
AHEAD = frozenset(["paper", "press", "record", "detainer", "fed", "people", "law"])
BEHIND = frozenset(["paper", "press", "record", "detainer", "get"])
OBJECTS = frozenset(["paper", "press", "record", "detainer", "order", "law"])
PRONOUNS = frozenset("it them that those nothing anything everything none".split())
DOING = frozenset(
    """
give comply refuse stop ignore review challenge delay answer silent fail lodge free held ask
""".split()
)
"""Meanings of verbs of which it matters whether somebody does what they say."""
TOPICS = ("subpoena", "comment", "detainer", "request", "asked", "records", "judge", "law")
BREAKS = frozenset([";", ":", "—", "–", "--", ".", "but", "while", "although", "though", "because"])
KEPT = frozenset(["paper", "record", "detainer"])
"""Classes that are seen ahead across a break."""
MEANINGS = Path(__file__).parents[1] / "lexicon" / "meanings.toml"
IRREGULAR = {
    form: lemma
    for lemma, forms in {
        "give": "gave given gives giving", "send": "sent", "seek": "sought", "hold": "held",
        "withhold": "withheld", "get": "got gotten getting", "tell": "told", "go": "went gone",
        "come": "came", "take": "took taken taking", "keep": "kept", "leave": "left",
        "fight": "fought", "begin": "began begun", "choose": "chose chosen", "write": "wrote "
        "written", "say": "said", "make": "made making", "find": "found", "bring": "brought",
        "let": "letting", "be": "is are was were been being am", "have": "has had having",
        "do": "does did done doing", "comply": "complies complied", "reply": "replies replied",
        "deny": "denies denied", "file": "filing filed files", "provide": "providing",
        "produce": "producing produced", "refuse": "refusing refusal", "decline": "declining",
        "release": "releasing", "ignore": "ignoring", "issue": "issuing", "name": "named",
        "live": "living lives", "serve": "serving", "submit": "submitted submitting",
        "stay": "stayed", "county": "counties", "city": "cities", "agency": "agencies",
        "policy": "policies", "people": "person persons", "man": "men", "woman": "women",
    }.items()
    for form in forms.split()
}  # fmt: skip
_SUFFIX = re.compile(r"(?:'s|s')$")
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e", "y")


@lru_cache(maxsize=50_000)
def stem(low: str) -> str:
    """The stem of a word in lower case; a number shows only its length.

    >>> stem("refused"), stem("withheld"), stem("records"), stem("1,250")
    ('refus', 'withhold', 'record', '00000')
    """
    if low[:1].isdigit() or low[:1] == "$":
        return "0" * min(len(low), 5)
    low = IRREGULAR.get(low) or _SUFFIX.sub("", low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) > 2 and not low.endswith("ss"):
            return low[: -len(ending)]
    return low


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of every listed word."""
    return _turned(CLASSES)


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    """The meanings of the stem of every listed word."""
    listed: dict[str, str] = tomllib.loads(MEANINGS.read_text(encoding="utf-8"))
    return _turned({name: " ".join(map(stem, words.split())) for name, words in listed.items()})


def _turned(listed: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each word the names of the lists that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in listed.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), name)
    return found


@lru_cache(maxsize=50_000)
def classes_of(low: str) -> tuple[str, ...]:
    """The classes of a word in lower case.

    >>> classes_of("sheriff's"), classes_of("rain")
    (('body',), ())
    """
    known = _classes()
    return known.get(low) or known.get(_SUFFIX.sub("", low), ())


@lru_cache(maxsize=50_000)
def _spelling(word: str) -> tuple[str, ...]:
    """What a word shows by its letters alone."""
    low = word.lower().replace("’", "'")
    if word.isdigit():
        shape = "d" * min(len(word), 5)
    elif word[:1].isupper():
        shape = "A" if word.isupper() else "Aa"
    else:
        shape = "a" if word.isalpha() else "."
    named = [f"class {name}" for name in classes_of(low)]
    named += [f"m0 {name}" for name in _meanings().get(stem(low), ())]
    letters = (f"p3 {low[:3]}", f"p4 {low[:4]}", f"z3 {low[-3:]}", f"z2 {low[-2:]}")
    return (*letters, f"shape {shape}", f"s0 {stem(low)}", *named)


def _near(distance: int) -> str:
    return next((str(most) for most in (1, 3, 7, 15) if distance <= most), "far")


class Signs:
    """The words of a sentence with the signs of each, worked out from left to right."""

    def __init__(self, sentence: str, before: str = "") -> None:
        self.sentence, self.reading = sentence, Reading(sentence, of_anybody=True)
        self.p = self.reading.p
        self.stems = [stem(low) for low in self.p.low]
        self.classes = [classes_of(low) for low in self.p.low]
        known = _meanings()
        self.means = [known.get(each, ()) for each in self.stems]
        self.told = [self._told(k) for k in range(len(self.p))]
        self.general = self._general(before)
        self.codes = self._codes()

    def __len__(self) -> int:
        return len(self.p)

    def _codes(self) -> list[str]:
        """For each word the code of the kind of information that it names, as far as listed."""
        found = [""] * len(self)
        k = 0
        for match in SOUGHT_ITEM.finditer(self.sentence):
            while k < len(self) and self.p.start[k] < match.end():
                if self.p.end[k] > match.start():
                    found[k] = code_of(match)
                k += 1
        return found

    def _general(self, before: str) -> list[str]:
        """What all words of the sentence show: its form, and the sentence before."""
        head = self.sentence.strip()
        found = ["bias", "title" if head[-1:].isalnum() else "text"]
        if head.endswith(("?", "?”", '?"')):
            found.append("question")
        first = self.p.low[0] if self.p.low else ""
        is_telling = first in _classes() or first in cues.PREPOSITIONS
        found.append(f"first {first}" if is_telling else "first")
        low = before.lower()
        found += [f"before {topic}" for topic in TOPICS if topic in low]
        found += [f"before {mark}" for mark in "?:" if low.rstrip().endswith(mark)]
        return found

    def _told(self, k: int) -> tuple[str, ...]:
        """Whether the clause of a verb asserts it, and of whom; nothing for other words."""
        is_verb = self.p.tag[k] in (VERB, CUE, GERUND, AUXILIARY)
        if not is_verb and DOING.isdisjoint(self.means[k]):
            return ()
        told = self.reading.told(k)
        if told is None:
            return ("told no",)
        form = "not" if told.negated else "so"
        form += " ahead" * told.ahead + " passive" * told.passive
        words = told.subject.split()
        may = "may" if may_answer(told.subject, told.named) else "may not"
        who = next((each[0] for each in map(classes_of, reversed(words)) if each), "")
        if not who and words and words[-1] in cues.SUBJECT_PRONOUNS:
            who = words[-1]
        who = who or ("nobody" if not words else "name" if told.named else "other")
        return (f"told {form}", f"told {form} {who}", f"told {form}, {may}", f"by {who}", may)

    def _ahead(self) -> list[dict[str, int]]:
        """For each word, where the next word of every class stands."""
        found: list[dict[str, int]] = []
        seen: dict[str, int] = {}
        for k in range(len(self) - 1, -1, -1):
            found.append(dict(seen))
            seen.update(dict.fromkeys(self.classes[k], k))
            if self.p.low[k] in BREAKS:
                seen = {name: at for name, at in seen.items() if name in KEPT}
        return found[::-1]

    def _object(self, k: int) -> str:
        """What the words behind one are done to."""
        for d in range(k + 1, min(len(self), k + 9)):
            if self.p.low[d] in BREAKS:
                break
            if self.p.low[d] in PRONOUNS:
                return self.p.low[d]
            if met := next((name for name in self.classes[d] if name in OBJECTS), ""):
                return met
        return "none"

    def rows(self) -> Iterator[list[str]]:
        """The signs of each word."""
        ahead = self._ahead()
        seen = _Seen()
        for k in range(len(self)):
            row = [*self.general, *self._letters(k), *self._around(k)]
            row += seen.signs(k, self.stems[k], self.means[k], self.told[k])
            for name, at in ahead[k].items():
                row.append(f"next {name} {_near(at - k)}")
                if name in AHEAD:
                    row.append(f"next {name}, {self.stems[k]}")
                    row += [f"next {name}, m {each}" for each in self.means[k]]
            row += self._asserted(k)
            row += self._listed(k)
            seen.add(k, self)
            yield row

    def _listed(self, k: int) -> Iterator[str]:
        """The kind of information that a word names, and those of its neighbors."""
        for d in (-1, 0, 1):
            if 0 <= k + d < len(self) and self.codes[k + d]:
                yield f"code{d} {self.codes[k + d]}"
                yield f"code{d}"

    def _letters(self, k: int) -> tuple[str, ...]:
        return _spelling(self.sentence[self.p.start[k] : self.p.end[k]])

    def _around(self, k: int) -> Iterator[str]:
        """Stems, classes and meanings of the words around one."""
        at, size = self.stems, len(self)
        one = [self._class(d) for d in range(k - 2, k + 3)]
        yield f"tag {self.p.tag[k]}"
        for d in (-2, -1, 1, 2):
            if 0 <= k + d < size:
                yield f"s{d} {at[k + d]}"
                yield from (f"m{d} {name}" for name in self.means[k + d])
            yield f"c{d} {one[d + 2]}"
        before, behind = at[k - 1] if k else "^", at[k + 1] if k + 1 < size else "^"
        yield f"s-1s0 {before} {at[k]}"
        yield f"s0s1 {at[k]} {behind}"
        yield f"c-1s0 {one[1]} {at[k]}"
        yield f"s0c1 {at[k]} {one[3]}"
        yield f"c-1c0c1 {one[1]} {one[2]} {one[3]}"
        for name in self.means[k]:
            yield f"s-1m {before} {name}"
            yield f"ms1 {name} {behind}"
            yield f"c-1m {one[1]} {name}"
        for d in range(max(0, k - 6), k):
            yield from (f"left {name}" for name in self.means[d])
        for d in range(k + 1, min(size, k + 7)):
            yield from (f"right {name}" for name in self.means[d])

    def _class(self, k: int) -> str:
        if not 0 <= k < len(self):
            return "^"
        return self.classes[k][0] if self.classes[k] else self.p.tag[k]

    def _asserted(self, k: int) -> Iterator[str]:
        """What is told of a verb, with its stem, meaning and object; of the verb that follows."""
        done = self._object(k)
        yield f"object {done}"
        for sign in self.told[k]:
            yield sign
            yield f"{sign}, {self.stems[k]}"
            yield from (f"{sign}, m {name}" for name in self.means[k])
        if self.told[k]:
            state = f"{self.told[k][0]} {self.told[k][-1]} {done}"
            yield state
            yield f"{state}, {self.stems[k]}"
            yield from (f"{state}, m {name}" for name in self.means[k])
        if k + 1 < len(self) and self.told[k + 1]:
            yield from (f"then {sign}" for sign in self.told[k + 1])
            for name in self.means[k + 1]:
                yield f"then {self.told[k + 1][-1]}, m {name}"


class _Seen:
    """What stands before a word: who acts, what was named, how the clause is meant."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}
        self.clause: set[str] = set()
        self.told: tuple[str, ...] = ()
        self.actors = ("-", "-")
        self.first = "-"
        self.inside = False

    def signs(
        self, k: int, own: str, means: tuple[str, ...], told: tuple[str, ...]
    ) -> Iterator[str]:
        """The signs that what stands before gives to a word."""
        actor = self.actors[1]
        yield "inside" if self.inside else "outside"
        yield f"actor {actor}"
        yield f"actors {self.actors[0]} {actor}"
        yield f"actor {actor}, {own}"
        yield from (f"actor {actor}, m {name}" for name in means)
        yield f"first actor {self.first}"
        for name in sorted(self.clause):
            yield f"clause {name}"
            yield f"clause {name}, {own}"
            yield from (f"clause {name}, m {each}" for each in means)
        for name, at in self.last.items():
            yield f"last {name} {_near(k - at)}"
            if name in BEHIND:
                yield f"last {name}, {own}"
        if not told:
            yield from (f"after {sign}" for sign in self.told)
            if self.told:
                yield from (f"after {self.told[-1]}, m {name}" for name in means)

    def add(self, k: int, words: Signs) -> None:
        """Take a word into what stands before the next."""
        low, classes = words.p.low[k], words.classes[k]
        if low in ("“", '"', "”"):
            self.inside = low == "“" or (low == '"' and not self.inside)
        if low in BREAKS:
            self.clause = set()
        self.last.update(dict.fromkeys(classes, k))
        self.clause.update(CLAUSAL.intersection(classes))
        self.told = words.told[k] or self.told
        actor = next((name for name in classes if name in ACTORS), "")
        if actor and self.first == "-":
            self.first = actor
        if words.p.tag[k] == PRONOUN:
            actor = "he" if low in ("he", "she") else low
        elif words.p.tag[k] == NAME and not classes:
            actor = "name" if self.actors[1] != "name" else ""
        if actor:
            self.actors = (self.actors[1], actor)
