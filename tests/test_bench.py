"""The benchmark measures every stage and says what it leaves out."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import bench
from bench import Measured, growth
from calling import ROOT, call


def measured(size: int, seconds: float) -> Measured:
    return Measured("variants", "ours", size, size, [seconds], [1.0])


@pytest.mark.parametrize(("power", "shown"), [(1, "1.00"), (2, "2.00"), (0, "0.00")])
def test_growth_is_the_exponent_of_the_time(power: int, shown: str) -> None:
    sizes = (10, 100, 1000)

    assert growth([measured(size, float(size**power)) for size in sizes]) == shown


def test_a_plot_is_an_svg_with_every_tool() -> None:
    slow = Measured("variants", "every pair", 10, 10, [5.0], [1.0])
    left_out = Measured("variants", "nothing", 10, 10, left_out="left out")
    drawn = bench.plot([measured(10, 0.1), measured(100, 1.1), slow, left_out])
    words = [element.text for element in ElementTree.fromstring(drawn).iter() if element.text]

    assert {"variants", "ours", "every pair"} <= set(words)
    assert "nothing" not in words


@pytest.mark.slow
def test_a_benchmark_writes_its_report_and_its_plot(tmp_path: Path) -> None:
    out = tmp_path / "B.md"
    words = ["--sizes", "200", "400", "--runs", "1", "--stages", "variants", "--out", str(out)]
    made = call(ROOT, "bench", *words)

    assert made.code == 0
    assert made.out == out.read_text("utf-8") + "\n"
    assert "| every pair |" in made.out
    assert "(B.svg)" in made.out
    assert str(tmp_path) not in made.out
    ElementTree.parse(tmp_path / "B.svg")


def test_a_size_of_nothing_is_refused() -> None:
    assert call(ROOT, "bench", "--sizes", "0").code == 2
