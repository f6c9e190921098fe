"""What became of detainers: lodged, honored or declined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.found import Found
from extraction.text.candidates import Span
from extraction.text.spans import Cover

LODGED = re.compile(
    r"\b(?P<cue>lodg(?:ed?|ing|es)|plac(?:ed|ing|es)|fil(?:ed|ing|es)|issu(?:ed|ing|"
    r"es))\b(?P<between>[^.;“”]{0,60}?)\bdetainers?\b"
    r"|\bdetainers?(?: requests?)?(?: (?:was|were|had been|that was|"
    r"which was))? (?P<after>lodged|placed|filed|issued)\b",
    re.I,
)
HONOR = re.compile(
    r"\b(?:(?P<neg>(?:not|never|refus(?:e|es|ed|ing|al) to|declin(?:e|es|ed|ing) to|"
    r"fail(?:s|ed|ing|ure)? to"
    r"|without|forbid\w*|prohibit\w*|cannot)|\w+n[’']t)(?: \w+){0,3}? )?(?P<verb>honou?r(?:s|"
    r"ed|ing)?"
    r"|compl(?:y|ies|ied|"
    r"ying) with)\b(?P<between>[^.;“”]{0,60}?)\b(?P<object>detainers?|it\b|"
    r"them\b|the request)",
    re.I,
)
HONORED = re.compile(
    r"\bdetainers?(?: requests?)? (?:was|were|is|are|be|been|being|had been|has been|have been)"
    r"(?P<neg> not|n[’']t| never)? (?P<verb>(?:honou?red|ignored|declined|rejected))\b",
    re.I,
)
IGNORED = re.compile(
    r"\b(?P<verb>ignor(?:e|es|ed|ing)|reject(?:s|ed|ing)?|disregard(?:s|ed|ing)?|"
    r"declin(?:e|es|ed|ing)|den(?:y|ied|ies))\b[^.;“”]{0,50}?\bdetainers?\b",
    re.I,
)
DESPITE = re.compile(r"\breleased?\b[^.;“”]{0,80}?\bdespite\b[^.;“”]{0,60}?\bdetainers?\b", re.I)
AS_NOUN = re.compile(
    r"\b(?:in|of|for|from|by|about) $|(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbeen) not $"
)
"""Words behind which honoring is a thing and not what somebody does."""
NAMES_DETAINER = re.compile(r"\bdetainers?\b", re.I)


_SUPPOSED = re.compile(r"\b(?:if|unless|whether)\b", re.I)


def detainers(sentence: str) -> Iterator[Found]:
    """Detainers lodged, honored or declined, and not only supposed to be: if one is lodged."""
    for found in _told(sentence):
        if not _SUPPOSED.search(sentence, max(0, found.span[0] - 50), found.span[0]):
            yield found


def _told(sentence: str) -> Iterator[Found]:
    """What is told of detainers; a later "did not honor it" may mean one too."""
    for match in LODGED.finditer(sentence):
        cue = match.span("cue" if match["cue"] else "after")
        yield _detainer(sentence, match.span(), "lodged", "lodged", {"cue": cue})
    taken = Cover()
    for match in HONOR.finditer(sentence):
        noun = AS_NOUN.search(sentence, 0, match.start("verb"))
        if noun and match["verb"].lower().endswith("ing"):
            continue
        if NAMES_DETAINER.match(match["object"]) or _detainer_before(sentence, match):
            taken.add(match.span())
            start = match.start("neg" if match["neg"] else "verb")
            value = "declined" if match["neg"] else "honored"
            yield _detainer(sentence, (start, match.end()), "honor", value, _cue(match))
    for match in HONORED.finditer(sentence):
        kept = match["verb"].lower().startswith("hono") and not match["neg"]
        value = "honored" if kept else "declined"
        yield _detainer(sentence, match.span(), "honored", value, _cue(match))
    for rule, pattern, cue_name in (("ignored", IGNORED, "verb"), ("released-despite", DESPITE, 0)):
        for match in pattern.finditer(sentence):
            if taken.add(match.span()):
                parts = {"cue": match.span(cue_name)}
                yield _detainer(sentence, match.span(), rule, "declined", parts)


def _detainer(sentence: str, span: Span, rule: str, value: str, parts: dict[str, Span]) -> Found:
    return Found("detainer", span, rule, value, parts, _policy(sentence, span[0]))


def _cue(match: re.Match[str]) -> dict[str, Span]:
    """The verb of a match, and its negation where there is one."""
    return {
        part: match.span(group)
        for part, group in (("cue", "verb"), ("negation", "neg"))
        if match[group]
    }


def _detainer_before(sentence: str, match: re.Match[str]) -> bool:
    """Does `it` or `them` refer to a detainer named earlier in the sentence?"""
    return bool(
        match["object"].lower() in ("it", "them")
        and NAMES_DETAINER.search(sentence, 0, match.start())
    )


def _policy(sentence: str, start: int) -> dict[str, str]:
    """Whether it is told as a rule or a refusal ahead, or as an event."""
    before = sentence[max(0, start - 50) : start]
    after = sentence[start : start + 30]
    if re.search(r"\b(?:will|would|won[’']t|do(?:es)?|that|any|to)\s*$", before) or re.match(
        r"(?:refuse|honor|ignore|decline)s?\b|forbid", after
    ):
        return {"scope": "policy"}
    return {"scope": "event"}
