"""How much memory many files take, over all processes."""

from harness.bench import Bench
from harness.measuring import Side, measure
from harness.results import Goal, Section, at_most, rows
from scenarios.start import MODEL

COUNT, LONG_EDGE = 100_000, 64
BODY_COUNT, BODY_LONG_EDGE = 500, 1024
MOST_GROWTH = 1.2
"""How much more ten times as many files may take and still be called flat."""


def run(bench: Bench) -> Section:
    checks = {count: check(bench, count) for count in (COUNT // 10, COUNT)}
    requests = request(bench)
    for sides in (*checks.values(), requests):
        measure(sides, rounds=1, samples_tree=True)
    few, many = (peak(sides) for sides in checks.values())
    body = peak(requests)
    growth = many / few
    return Section(
        "memory",
        "Memory: many files",
        f"Sums over all processes. Files of at most {LONG_EDGE} px are decoded and judged; images of"
        f" at most {BODY_LONG_EDGE} px go into one request of 10 MB.",
        [row for sides in (*checks.values(), requests) for row in rows(sides)],
        [
            at_most(f"memory, check of {COUNT:,} files", 60, many, f"{many:.0f} MB", " MB"),
            Goal(
                f"memory, {COUNT:,} files over {COUNT // 10:,}",
                f"at most {MOST_GROWTH}", f"{growth:.2f}", growth <= MOST_GROWTH,
            ),
            at_most(f"memory, request of {BODY_COUNT} images", 80, body, f"{body:.0f} MB", " MB"),
        ],
    )


def check(bench: Bench, count: int) -> list[Side]:
    folder = bench.pictures.many(count, LONG_EDGE)
    return bench.own("--model", MODEL, "--each", folder, statuses=(0, 1))


def request(bench: Bench) -> list[Side]:
    out = bench.scratch / "request"
    folder = bench.pictures.many(BODY_COUNT, BODY_LONG_EDGE)
    arguments = ["request", "--model", MODEL, "--prompt", "", "--out", out, folder]
    return bench.own(*arguments, prepare=lambda: bench.empty(out))


def peak(sides: list[Side]) -> float:
    return sides[0].median("peak_bytes") / 1e6
