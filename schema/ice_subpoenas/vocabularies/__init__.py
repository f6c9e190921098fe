"""Every closed list of codes, by the subject of the tables that use it."""

# ruff: noqa: F403  what a subject declares is what this package offers
from ..row import Vocabulary
from . import acts, matters, people, places, proof, sources, words
from .acts import *
from .matters import *
from .people import *
from .places import *
from .proof import *
from .sources import *
from .words import *

SUBJECTS = (sources, places, acts, people, words, matters, proof)

VOCABULARIES: tuple[type[Vocabulary], ...] = tuple(
    value
    for subject in SUBJECTS
    for value in vars(subject).values()
    if isinstance(value, type) and issubclass(value, Vocabulary) and value is not Vocabulary
)
"""Every vocabulary, in the order of declaration."""
