"""How fast headers are read where there are many files."""

from harness.bench import Bench
from harness.measuring import Side, measure, ratio
from harness.results import Section, at_least, rows
from scenarios.start import MODEL, peer

COUNT, LONG_EDGE = 10_000, 512


def run(bench: Bench) -> Section:
    folder = bench.pictures.many(COUNT, LONG_EDGE)
    files = [str(file) for file in sorted(folder.iterdir())]
    sides = bench.own("--model", MODEL, "--each", "--headers-only", folder, statuses=(0, 1))
    sides.append(Side("vipsheader", ["vipsheader", *files]))
    sides.append(Side("ImageMagick identify", ["/usr/bin/identify", "-ping", *files]))
    measure(sides, bench.rounds)
    found = ratio(peer(sides, "vipsheader"), sides[0])
    speeds = ", ".join(f"{s.name} {COUNT / s.median('wall_seconds'):,.0f}" for s in sides)
    return Section(
        "headers",
        f"Headers of {COUNT:,} files",
        f"JPEG of at most {LONG_EDGE} px, in one folder. imgcheck reads each to its end, since what"
        " is cut off or follows is judged; the others read what stands first.",
        rows(sides),
        [at_least("headers, times vipsheader's speed", 15, found.median, str(found))],
        [f"Files a second: {speeds}."],
    )
