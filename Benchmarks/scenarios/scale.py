"""Whether ten times as many files take ten times as long."""

from harness.bench import Bench
from harness.measuring import measure
from harness.results import Goal, Section, rows
from scenarios.memory import COUNT, LONG_EDGE
from scenarios.start import MODEL

MOST_GROWTH = 12
"""How much longer ten times as many files may take and still be called linear."""


def run(bench: Bench) -> Section:
    counts = (COUNT // 100, COUNT // 10, COUNT)
    sides = []
    for count in counts:
        folder = bench.pictures.many(count, LONG_EDGE)
        arguments = ["--model", MODEL, "--each", "--headers-only", folder]
        for side in bench.own(*arguments, statuses=(0, 1)):
            side.name += f", {count:,} files"
            sides.append(side)
    measure(sides, bench.rounds)
    few, many = (
        next(s for s in sides if s.name == f"imgcheck, {n:,} files").median("cpu_seconds")
        for n in counts[1:]
    )
    return Section(
        "scale",
        "Scale: ten times as many files",
        f"Headers of JPEG of at most {LONG_EDGE} px.",
        rows(sides),
        [
            Goal(
                f"scale, CPU time of {counts[2]:,} files over {counts[1]:,}",
                f"at most {MOST_GROWTH}", f"{many / few:.1f}", many / few <= MOST_GROWTH,
            )
        ],
    )
