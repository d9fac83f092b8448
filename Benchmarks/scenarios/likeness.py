"""How like photographs stay when they are scaled to what the model looks at."""

from pathlib import Path

from harness.bench import PEERS, Bench
from harness.results import Goal, Section, table
from scenarios.fix import DEBIAN, MODEL, WHEEL

LOSS_AT_MOST = 0.0001


def run(bench: Bench) -> Section:
    photographs = bench.pictures.photographs()
    folder = bench.numbered(photographs, "photographs")
    out, found = bench.scratch / "likeness", {}
    for name, command in commands(bench, folder, photographs).items():
        bench.empty(out)
        bench.printed(*(out if word == "OUT" else word for word in command))
        found[name] = likeness(bench, out, photographs)
    own, other = found["imgcheck"][1], found[DEBIAN][1]
    return Section(
        "likeness",
        "Likeness: SSIM of what was scaled",
        "JPEG to 1,568 px and 1.15 million pixels, quality 85, each held against its original as Pillow's"
        " Lanczos filter scales it; grey values are compared. Those that are small enough do not count.",
        goals=[
            Goal(
                "likeness, mean SSIM", f"at most {LOSS_AT_MOST} below pyvips",
                f"{own:.5f}, pyvips {other:.5f}", own >= other - LOSS_AT_MOST,
            )
        ],
        notes=[table(["side", "scaled", "mean SSIM", "worst SSIM", "MB"], rows(found))],
    )


def commands(bench: Bench, folder: Path, photographs: list[Path]) -> dict[str, list[object]]:
    """What each side runs; OUT stands for the folder that it writes to."""
    scaled = [PEERS / "pyvips_fix.py", "OUT", *photographs]
    found = {"imgcheck": [bench.imgcheck, "fix", "--each", "--model", MODEL, "--out", "OUT", folder]}
    if bench.before:
        found["imgcheck before"] = [bench.before, *found["imgcheck"][1:]]
    return found | {WHEEL: [bench.wheel_python, *scaled], DEBIAN: [bench.debian_python, *scaled]}


def likeness(bench: Bench, out: Path, photographs: list[Path]) -> list[float]:
    """How many were scaled, their mean and worst SSIM, and their bytes."""
    script = PEERS / "likeness.py"
    return list(map(float, bench.printed(bench.debian_python, script, out, *photographs).split()))


def rows(found: dict[str, list[float]]) -> list[list[str]]:
    return [
        [name, f"{count:.0f}", f"{mean:.5f}", f"{worst:.5f}", f"{byte_count / 1e6:.1f}"]
        for name, (count, mean, worst, byte_count) in found.items()
    ]
