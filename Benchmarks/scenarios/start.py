"""How long one small file takes, which is nearly all start."""

from harness.bench import Bench
from harness.measuring import Side, measure, ratio
from harness.results import Section, at_most, rows

MODEL = "databricks-gpt-5"
ROUNDS_FOR_ONE = 8
"""A run takes milliseconds, so there are more of them."""


def run(bench: Bench) -> Section:
    file = min(bench.pictures.drawings(), key=lambda file: file.stat().st_size)
    sides = bench.own("--model", MODEL, "--headers-only", file, statuses=(0, 1))
    sides.append(Side("vipsheader", ["vipsheader", str(file)]))
    sides.append(Side("ImageMagick identify", ["/usr/bin/identify", str(file)]))
    measure(sides, bench.rounds * ROUNDS_FOR_ONE)
    found = ratio(sides[0], peer(sides, "vipsheader"))
    return Section(
        "start",
        "Start: one PNG by its header",
        f"`imgcheck --headers-only` on one file of {file.stat().st_size:,} bytes.",
        rows(sides),
        [at_most("start, of vipsheader's time", 0.15, found.median, str(found))],
    )


def peer(sides: list[Side], name: str) -> Side:
    return next(side for side in sides if side.name == name)
