"""Fit the weights of a chain of words, each inside a fact or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bench.speakers.fit import minimize

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


class Sparse(NamedTuple):
    """Which signs each word shows: numbers of signs, and where those of each word begin."""

    signs: Places
    starts: Places
    width: int

    def times(self, weights: Numbers) -> Numbers:
        """For each word the sum of the weights of its signs."""
        return np.add.reduceat(weights[self.signs], self.starts)

    def back(self, pushes: Numbers) -> Numbers:
        """For each sign the sum over the words that show it."""
        counts = np.diff(np.append(self.starts, len(self.signs)))
        sums = np.bincount(self.signs, np.repeat(pushes, counts), self.width)
        return sums.astype(np.float64)


class Table:
    """All rows of signs, numbered once, of which parts are taken for fitting."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        number: dict[str, int] = {"bias": 0}
        every = [sorted({number.setdefault(s, len(number)) for s in row} | {0}) for row in rows]
        self.names = list(number)
        self.counts = np.array([len(each) for each in every])
        self.flat = np.array([k for each in every for k in each])

    def part(self, chosen: npt.NDArray[np.bool_], least: int) -> tuple[list[str], Sparse]:
        """Some rows, with those signs that at least so many of them show."""
        flat, counts = self.flat[np.repeat(chosen, self.counts)], self.counts[chosen]
        kept = np.bincount(flat, minlength=len(self.names)) >= least
        kept[0] = True
        starts = np.cumsum(counts) - counts
        sizes = np.add.reduceat(kept[flat].astype(np.int64), starts)
        number = np.cumsum(kept) - 1
        names = [self.names[k] for k in np.flatnonzero(kept)]
        return names, Sparse(number[flat[kept[flat]]], np.cumsum(sizes) - sizes, len(names))


class Steps:
    """Sentences of several lengths, read side by side, word by word."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.array(lengths)
        order = np.argsort(-sizes, kind="stable")
        starts = np.cumsum(sizes) - sizes
        self.at = [
            starts[order[sizes[order] > step]] + step for step in range(max(lengths, default=0))
        ]

    def shares(self, score: Numbers, costs: Numbers) -> tuple[float, Numbers, Numbers]:
        """The sum of all ways (as a logarithm), the share of each word, of each kind of step."""
        enter, stay, leave = np.exp(costs)
        power = np.exp(np.minimum(score, 30.0))
        forward = np.empty((len(score), 2))
        total, before = 0.0, None
        for at in self.at:
            if before is None:
                now = np.stack([np.ones(len(at)), enter * power[at]], axis=1)
            else:
                out, own = before[: len(at)].T
                now = np.stack([out + own * leave, (out * enter + own * stay) * power[at]], axis=1)
            whole = now.sum(axis=1)
            total += float(np.log(whole).sum())
            before = forward[at] = now / whole[:, None]
        return total, *self._back(power, forward, (enter, stay, leave))

    def _back(
        self, power: Numbers, forward: Numbers, costs: tuple[float, float, float]
    ) -> tuple[Numbers, Numbers]:
        enter, stay, leave = costs
        share, steps = np.empty(len(power)), np.zeros(3)
        behind = np.ones((0, 2))
        for number in range(len(self.at) - 1, -1, -1):
            at = self.at[number]
            own = np.ones((len(at), 2))
            if number + 1 < len(self.at):
                following = self.at[number + 1]
                size = len(following)
                gone = behind[:, 1] * power[following]
                out, inside = forward[at[:size]].T
                ways = np.stack(
                    [out * behind[:, 0], inside * leave * behind[:, 0],
                     out * enter * gone, inside * stay * gone]
                )  # fmt: skip
                ways /= ways.sum(axis=0)
                steps += [ways[2].sum(), ways[3].sum(), ways[1].sum()]
                own[:size, 0] = behind[:, 0] + enter * gone
                own[:size, 1] = leave * behind[:, 0] + stay * gone
                own[:size] /= own[:size].sum(axis=1)[:, None]
            behind = own
            joint = forward[at] * own
            share[at] = joint[:, 1] / joint.sum(axis=1)
        if self.at:
            steps[0] += share[self.at[0]].sum()
        return share, steps


def fit(rows: Sparse, inside: Numbers, lengths: Sequence[int], penalty: float) -> Numbers:
    """The weights of the signs, then what it costs to enter, stay and leave."""
    steps = Steps(lengths)
    begins = np.cumsum(np.array(lengths)) - np.array(lengths)
    earlier = np.concatenate([[0.0], inside[:-1]])
    earlier[begins] = 0.0
    went = np.array([((1 - earlier) * inside).sum(), (earlier * inside).sum(), 0.0])
    went[2] = (earlier * (1 - inside)).sum()

    def cost(weights: Numbers) -> tuple[float, Numbers]:
        score = rows.times(weights[:-3])
        total, share, took = steps.shares(score, weights[-3:])
        right = float(score @ inside + weights[-3:] @ went)
        slope = np.concatenate([rows.back(share - inside), took - went]) + penalty * weights
        return total - right + penalty / 2 * float(weights @ weights), slope

    return np.array(minimize(cost, [0.0] * (rows.width + 3)))


def fit_values(rows: Sparse, value: Places, count: int, penalty: float) -> Numbers:
    """For each value the weights of the signs, so that the right values are likely."""
    right = np.eye(count)[value]

    def cost(at: Numbers) -> tuple[float, Numbers]:
        weights = at.reshape(count, rows.width)
        score = np.stack([rows.times(one) for one in weights], axis=1)
        score -= score.max(axis=1)[:, None]
        power = np.exp(score)
        share = power / power.sum(axis=1)[:, None]
        slope = np.stack([rows.back(column) for column in (share - right).T]) + penalty * weights
        lost = -float(np.log(np.maximum((share * right).sum(axis=1), 1e-12)).sum())
        return lost + penalty / 2 * float((weights * weights).sum()), slope.ravel()

    return np.array(minimize(cost, [0.0] * (count * rows.width))).reshape(count, rows.width)
