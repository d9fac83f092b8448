"""How fast 60 photographs are fitted into one body, and how like the worst of them stays."""

from pathlib import Path

from harness.bench import Bench
from harness.measuring import measure, ratio
from harness.results import Goal, Section, at_least, rows
from scenarios.start import MODEL

QUALITY = Path(__file__).resolve().parents[1] / "fit" / "fit.py"


def run(bench: Bench) -> Section:
    wallpapers = bench.pictures.wallpapers
    script = [bench.debian_python, QUALITY, "--wallpapers", wallpapers]
    files = bench.printed(*script, "--list").splitlines()
    out = bench.scratch / "fit"
    arguments = ["request", "--model", MODEL, "--prompt", "", "--out", out, *files]
    sides = bench.own(*arguments, prepare=lambda: bench.empty(out))
    measure(sides, bench.rounds)
    quality = bench.printed(*script, "--imgcheck", bench.imgcheck)
    goals = [Goal("fit, worst image and bytes", "as `fit.py` asks", "see below", "FAILED" not in quality)]
    if bench.before:
        found = ratio(sides[1], sides[0])
        goals.append(at_least("fit, times the speed before", 4, found.median, str(found)))
    return Section(
        "fit",
        f"Fit: {len(files)} photographs into one body",
        "`imgcheck request`, 10 MB for all; SSIM against the best single quality that fits.",
        rows(sides),
        goals,
        [f"```text\n{quality}\n```"],
    )
