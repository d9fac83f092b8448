"""How fast photographs become what the model looks at."""

from harness.bench import Bench
from harness.measuring import Side, measure, ratio
from harness.results import Goal, Section, at_least, at_most, rows
from scenarios.start import peer

MODEL = "databricks-claude-3-7-sonnet"
DEBIAN, WHEEL, FLOOR = "pyvips, Debian's libvips", "pyvips, libvips of the wheel", "floor"


def run(bench: Bench) -> Section:
    photographs = bench.pictures.photographs()
    folder = bench.numbered(photographs, "photographs")
    outputs = {name: bench.scratch / f"fixed-{name.split()[0]}" for name in ("imgcheck", "pyvips")}
    arguments = ["fix", "--each", "--model", MODEL, "--out", outputs["imgcheck"], folder]
    sides = bench.own(*arguments, prepare=lambda: bench.empty(outputs["imgcheck"]))
    options = {"prepare": lambda: bench.empty(outputs["pyvips"])}
    scaled = ["pyvips_fix.py", outputs["pyvips"], *photographs]
    sides.append(bench.peer(WHEEL, *scaled, wheel=True, **options))
    sides.append(bench.peer(DEBIAN, *scaled, **options))
    sides.append(bench.peer(FLOOR, "floor.py", *photographs, prints_seconds=True))
    measure(sides, bench.rounds)
    return Section(
        "fix",
        "Fix: scaled to what the model looks at",
        f"{len(photographs)} JPEG to 1,568 px and 1.15 million pixels, quality 85. The floor is"
        " the CPU time of decoding each at an eighth and encoding a picture of the size wanted.",
        rows(sides),
        goals(sides),
    )


def goals(sides: list[Side]) -> list[Goal]:
    own = sides[0]
    debian, wheel = ratio(peer(sides, DEBIAN), own), ratio(peer(sides, WHEEL), own)
    floor = ratio(own, peer(sides, FLOOR), "cpu_seconds")
    return [
        at_least("fix, times the speed of pyvips with Debian's libvips", 1.7, debian.median, str(debian)),
        at_least("fix, times the speed of pyvips with the wheel's libvips", 1.2, wheel.median, str(wheel)),
        at_most("fix, CPU time of the floor's", 1.3, floor.median, str(floor)),
    ]
