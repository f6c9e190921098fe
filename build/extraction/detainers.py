"""What became of detainers: lodged, honoured or declined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .found import Found
from .spans import Cover

LODGED = re.compile(
    r"\b(?P<cue>lodg(?:ed|ing|es)|plac(?:ed|ing|es)|fil(?:ed|ing|es)|issu(?:ed|ing|"
    r"es))\b(?P<between>[^.;“”]{0,60}?)\bdetainers?\b"
    r"|\bdetainers?(?: requests?)?(?: (?:was|were|had been|that was|"
    r"which was))? (?P<after>lodged|placed|filed|issued)\b",
    re.I,
)
HONOUR = re.compile(
    r"\b(?:(?P<neg>(?:not|never|refus(?:e|es|ed|ing|al) to|declin(?:e|es|ed|ing) to|"
    r"fail(?:s|ed|ing|ure)? to"
    r"|without|forbid\w*|prohibit\w*)|\w+n[’']t)(?: \w+){0,3}? )?(?P<verb>honou?r(?:s|ed|ing)?"
    r"|compl(?:y|ies|ied|"
    r"ying) with)\b(?P<between>[^.;“”]{0,60}?)\b(?P<object>detainers?|it\b|"
    r"the request)",
    re.I,
)
HONOURED = re.compile(
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
NAMES_DETAINER = re.compile(r"\bdetainers?\b", re.I)


def detainers(sentence: str) -> Iterator[Found]:
    """Detainers lodged, honoured or declined; a later "did not honor it" may mean one too."""
    taken = Cover()
    for match in LODGED.finditer(sentence):
        cue = "cue" if match["cue"] else "after"
        attributes = _policy(sentence, match.start())
        yield Found(
            "detainer", match.span(), "lodged", "lodged", {"cue": match.span(cue)}, attributes
        )
    for match in HONOUR.finditer(sentence):
        if not NAMES_DETAINER.match(match["object"]) and not _detainer_before(sentence, match):
            continue
        parts = {"cue": match.span("verb")}
        if match["neg"]:
            parts["negation"] = match.span("neg")
        value = "declined" if match["neg"] else "honoured"
        taken.add(match.span())
        span = match.span("neg" if match["neg"] else "verb")[0], match.end()
        yield Found("detainer", span, "honour", value, parts, _policy(sentence, span[0]))
    for match in HONOURED.finditer(sentence):
        kept = match["verb"].lower().startswith("hono") and not match["neg"]
        parts = {"cue": match.span("verb")} | (
            {"negation": match.span("neg")} if match["neg"] else {}
        )
        value = "honoured" if kept else "declined"
        yield Found(
            "detainer", match.span(), "honoured", value, parts, _policy(sentence, match.start())
        )
    for rule, pattern in (("ignored", IGNORED), ("released-despite", DESPITE)):
        for match in pattern.finditer(sentence):
            cue = match.span("verb") if rule == "ignored" else match.span()
            if taken.add(match.span()):
                yield Found(
                    "detainer",
                    match.span(),
                    rule,
                    "declined",
                    {"cue": cue},
                    _policy(sentence, match.start()),
                )


def _detainer_before(sentence: str, match: re.Match[str]) -> bool:
    """Does `it` refer to a detainer named earlier in the sentence?"""
    return bool(
        match["object"].lower() == "it" and NAMES_DETAINER.search(sentence, 0, match.start())
    )


def _policy(sentence: str, start: int) -> dict[str, str]:
    """Marks what is told as a rule, a refusal ahead or a condition and not as something that happened."""
    before = sentence[max(0, start - 50) : start]
    after = sentence[start : start + 30]
    if re.search(r"\b(?:if|unless|whether)\b", before, re.I):
        return {"hypothetical": "true"}
    if re.search(r"\b(?:will|would|won[’']t|do(?:es)?|that|any|to)\s*$", before) or re.match(
        r"(?:refuse|honor|ignore|decline)s?\b|forbid", after
    ):
        return {"scope": "policy"}
    return {"scope": "event"}
