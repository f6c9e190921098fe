"""Verbs of answering, and who may answer: the recipients of subpoenas."""

from extraction.grammar import cues
from extraction.grammar.forms import forms
from extraction.text.words import word_set

VERBS = {
    "comply": "comply cooperate honor honour fulfill obey abide acquiesce accede adhere",
    "respond": "respond reply answer",
    "provide": "provide produce give send release share submit surrender disclose supply furnish "
    "turn hand withhold deliver forward email e-mail mail fax upload transmit divulge reveal "
    "relinquish tender cough fork ship pass run part dig dispatch yield relay",
    "satisfy": "satisfy meet fill oblige",
    "keep": "keep hold",
    "review": "review consider study evaluate examine analyze assess explore weigh mull vet "
    "scrutinize parse",
    "refuse": "refuse decline reject deny defy resist ignore rebuff flout spurn snub",
    "challenge": "challenge fight contest oppose quash sue appeal litigate",
    "comment": "comment",
}
"""Verbs of answering by what they have in common, in their first form."""
KINDS = {lemma: kind for kind, lemmas in VERBS.items() for lemma in lemmas.split()}
"""The kind of a verb of answering."""
LEMMAS = {form: lemma for lemma in KINDS for form in forms(lemma)}
"""Verbs of answering, by every form."""
BASES = frozenset(LEMMAS.values()) | word_set("""
go run head turn take bring ask petition urge beg move file make lodge start launch enter pursue sue
mail write pen issue dispatch return draft seek request get win obtain secure receive put apply
plead wait print open let allow pass show route put place serve log heed toss tear
""")
RECIPIENTS = word_set("""
county counties city cities state sheriff sheriffs mayor mayor's governor governor's police clerk
clerk's council district university college school board department officials lawyers attorneys
counsel office administration jail state's city's county's department's spokesman spokeswoman
spokesperson lawyer attorney staff he she they we it i superintendent supervisors commissioners
commission agency hospital hospitals schools universities coroner assessor treasurer auditor
prosecutor administrator manager director trustees council senate parish borough town village
township towns warden chief provost localities jurisdictions partners majority authority recipient
jailers jailer deputies deputy employees bursar dean principal president regents bureau comptroller
controller marshal constable librarian librarians secretary custodian chancellor legislature
institution facility prison archivist chair chairman chairwoman mayors clerks managers directors
assessors library utility company companies firm firms platform platforms provider providers
employer employers landlord landlords bank banks registrar division
""")
_OTHERS = word_set("""
ice dhs hsi doj federal feds agents agent immigration homeland enforcement court courts judge judges
law laws ordinance ordinances policy policies statute statutes act bill subpoena subpoenas order
congress trump trump's biden states' agencies most many other
""")
"""Words of subjects that are no recipient of a subpoena, or nobody in particular."""
_NOBODY = word_set("""
you counties cities towns jurisdictions agencies places people recipients employers companies
sheriffs clerks
""")
"""Subjects that speak of anybody: counties often comply."""
_NUMBERED = cues.NUMERALS | word_set("one two three of the them others both")


def may_answer(subject: str, named: bool) -> bool:
    """Whether a subject may be somebody who was served, or who speaks for them.

    >>> may_answer("the county", False), may_answer("they", True), may_answer("our law", False)
    (True, True, False)
    """
    words = {word.removesuffix("'s") for word in subject.split()}
    if subject in _NOBODY or subject.startswith(("a recipient", "any ")):
        return False
    if words & {"ice", "dhs", "hsi", "doj", "federal", "congress", "judge", "trump"}:
        return False
    if words & _OTHERS and not words & RECIPIENTS:
        return False
    numbered = bool(words) and words <= _NUMBERED
    return named or numbered or bool(words & RECIPIENTS)
