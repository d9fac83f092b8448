"""What becomes of eight ordinary inputs on the way to a model, with each side's usual recipe."""

import json
from pathlib import Path

from harness.bench import Bench
from harness.results import Goal, Section, table

EIGHT = Path(__file__).resolve().parents[1] / "inputs" / "eight.py"
ABOUT = (
    "Made by `Benchmarks/inputs/pictures.py`, made ready as people do it, and measured on the pixels"
    " of what came out, as many servers read it: Pillow's `convert(\"RGB\")`, the first frame, no EXIF,"
    " and scaled as the model scales. Every side is measured alike, and each measure finds nothing"
    " wrong with the picture itself. **kept**: nothing is wrong. **refused**: nothing was written,"
    " and the side said why. **told**: something is wrong, and the side named it or ended with an"
    " error. **silent**: something is wrong, and nothing was said. **error**: the provider refuses the"
    " whole request."
)


def run(bench: Bench) -> Section:
    printed = bench.printed(
        bench.debian_python, EIGHT, "--imgcheck", bench.imgcheck,
        "--wheel-python", bench.wheel_python, "--scratch", bench.scratch / "eight",
    )
    found = json.loads(printed)
    names, recipes = zip(*found["sides"])
    return Section(
        "peers",
        "Peers: eight inputs that are easily ruined",
        ABOUT,
        goals=goals(dict(zip(names, zip(*(row[1:] for row in found["rows"]))))),
        notes=[
            "\n".join(f"* {name}: {recipe}" for name, recipe in zip(names, recipes)),
            table(["input", *names], [[row[0], *map(cell, row[1:])] for row in found["rows"]]),
        ],
    )


def cell(outcome: list[str]) -> str:
    verdict, wrong = outcome
    return f"{verdict}: {wrong}" if wrong else verdict


def goals(outcomes: dict[str, list[list[str]]]) -> list[Goal]:
    """imgcheck ruins none in silence and lets none fail at the provider; beside it, what the others do."""
    bad = {
        name: sum(verdict in ("silent", "error") for verdict, _ in found)
        for name, found in outcomes.items()
    }
    others = ", ".join(f"{name} {count}" for name, count in bad.items() if name != "imgcheck")
    return [
        Goal(
            "peers, inputs of eight that end in silent or error", "0",
            f"{bad['imgcheck']} ({others})", bad["imgcheck"] == 0,
        )
    ]
