"""The benchmark measures every stage and says what it leaves out."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import asdict
from pathlib import Path

import pytest

from bench import run
from bench.run import Measured, growth
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
    drawn = run.plot([measured(10, 0.1), measured(100, 1.1), slow, left_out])
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


def test_a_stage_measured_again_stands_beside_the_others(tmp_path: Path) -> None:
    data = tmp_path / "measured.json"
    kept = Measured("trace", "ours", 12, 1201, [2.0], [200.0])
    old = Measured("variants", "ours", 200, 1940, [99.0], [1.0])
    data.write_text(json.dumps([asdict(old), asdict(kept)]), "utf-8")
    words = ["--sizes", "200", "--runs", "1", "--stages", "variants", "--data", str(data)]
    made = call(ROOT, "bench", *words)

    assert made.code == 0
    assert "| ours | 2 s, 200 MB | 600 |" in made.out
    assert "99 s, 1 MB" not in made.out
    assert {each["stage"] for each in json.loads(data.read_text("utf-8"))} == {"variants", "trace"}


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text('[{"speed": "high"}]', "utf-8")

    assert call(ROOT, "bench", "--data", str(tmp_path / "m.json")).code == 2


def test_a_size_of_nothing_is_refused() -> None:
    assert call(ROOT, "bench", "--sizes", "0").code == 2
