"""Train the models of facts.

`python -m bench.facts.train` (with `build` and `schema` on the path) reads the invented pages for
learning and writes the weights of every model below `extraction/facts` and, from pages of writers
that the weights did not see, `bench/facts/measured.toml`. It takes some minutes.
"""

from pathlib import Path
from typing import Any

import writing
from bench.facts.candidates import CandidateTrainer, WordTrainer, amounts, reader
from bench.facts.marked import labeled, marked
from bench.facts.trainer import Trainer
from extraction.facts import counting, models
from extraction.facts.asked import model

MEASURED = Path(__file__).parent / "measured.toml"
WORDS = WordTrainer(model.KIND, model.WEIGHTS, model.LEAST, penalty=3.0, kept=3500, shown=0.25)
COUNTS = CandidateTrainer(
    counting.KIND,
    counting.WEIGHTS,
    counting.LEAST,
    penalty=3.0,
    kept=1500,
    without="GHIJKY",  # these mark far fewer numbers
    read=amounts,
)
CLAUSES = tuple(
    CandidateTrainer(
        each.kind,
        each.path,
        each.least,
        penalty=5.0,
        kept=4000,
        small_for_code=0.25 if each.kind in models.BY_PLACE else 0.15,  # reasons have many codes
        read=reader(each),
    )
    for each in models.MODELS
)
TRAINERS: tuple[Trainer[Any], ...] = (WORDS, COUNTS, *CLAUSES)
HEAD = """\
# On pages of writers held out; written by bench.facts.train: right, proposed, found and labels on
# pages of two readers, of the writers A to K, and of L to Y. Reliability: from and below a
# probability, proposals, right ones, sum of their probabilities.
"""


def main() -> None:
    """Train every model, and write what was measured."""
    pages = [*labeled(), *marked()]
    writing.write(MEASURED, HEAD + "".join(trainer.train(pages) for trainer in TRAINERS))


if __name__ == "__main__":
    main()
