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
    own, other = found["imgcheck"][0], found[DEBIAN][0]
    return Section(
        "likeness",
        "Likeness: SSIM of what was scaled",
        f"{len(photographs)} JPEG to 1,568 px and 1.15 million pixels, quality 85, each held against its"
        " original as Pillow's Lanczos filter scales it; grey values are compared.",
        goals=[
            Goal(
                "likeness, mean SSIM", f"at most {LOSS_AT_MOST} below pyvips",
                f"{own:.5f}, pyvips {other:.5f}", own >= other - LOSS_AT_MOST,
            )
        ],
        notes=[table(["side", "mean SSIM", "worst SSIM", "MB written"], rows(found))],
    )


def commands(bench: Bench, folder: Path, photographs: list[Path]) -> dict[str, list[object]]:
    """What each side runs; OUT stands for the folder that it writes to."""
    scaled = [PEERS / "pyvips_fix.py", "OUT", *photographs]
    found = {"imgcheck": [bench.imgcheck, "fix", "--each", "--model", MODEL, "--out", "OUT", folder]}
    if bench.before:
        found["imgcheck before"] = [bench.before, *found["imgcheck"][1:]]
    return found | {WHEEL: [bench.wheel_python, *scaled], DEBIAN: [bench.debian_python, *scaled]}


def likeness(bench: Bench, out: Path, photographs: list[Path]) -> tuple[float, float, float]:
    """The mean and the worst SSIM of the folder's pictures, and their million bytes together."""
    script = PEERS / "likeness.py"
    mean, worst = map(float, bench.printed(bench.debian_python, script, out, *photographs).split())
    return mean, worst, sum(file.stat().st_size for file in out.iterdir()) / 1e6


def rows(found: dict[str, tuple[float, float, float]]) -> list[list[str]]:
    return [
        [name, f"{mean:.5f}", f"{worst:.5f}", f"{megabytes:.1f}"]
        for name, (mean, worst, megabytes) in found.items()
    ]
