#!/usr/bin/env python3
"""Gives eight inputs to every side and says, as JSON, what came of each."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

import measures
import pictures
from measures import Refused
from pictures import Made
from sides import Outcome, sides


@dataclass(frozen=True)
class Input:
    """One of the eight."""

    title: str
    file_name: str
    make: Callable[[], Made]
    measure: Callable[[Made, list[Path]], str]
    named: str
    """Words of which one stands in what a side says, if it names what is wrong."""


EIGHT = [
    Input("photograph that lies on its side (EXIF)", "sideways.jpg",
          pictures.sideways, measures.picture, "orientation|upright|sideways"),
    Input("photograph with its GPS position", "placed.jpg",
          pictures.placed, measures.position, "gps|where the picture was taken|position"),
    Input("black chart on transparency", "chart.png",
          pictures.clear_chart, measures.picture, "transparen|alpha"),
    Input("animation of three frames", "steps.gif",
          pictures.animation, measures.frames, "frame|animation"),
    Input("first half of a JPEG", "half.jpg",
          pictures.half, measures.picture, "truncated|premature|not whole|missing"),
    Input("screenshot of a tall page", "page.png",
          pictures.tall_page, measures.text, "legib|too small|hard to read|shrink"),
    Input("scan of 16 bits a sample", "scan.png",
          pictures.deep_scan, measures.picture, "16.bit"),
    Input("PNG that is called `.jpg`", "misnamed.jpg",
          pictures.misnamed, measures.picture, "content is|media type|not a jpeg"),
]


def verdict(case: Input, made: Made, outcome: Outcome) -> tuple[str, str]:
    """The verdict, and what went wrong where something did.

    What is wrong counts as told if the side ended with a status other than 0, or named it.
    """
    if not outcome.files:
        return ("refused", "") if outcome.status else ("silent", "nothing written")
    try:
        wrong = case.measure(made, outcome.files)
    except Refused as answer:
        return "error", str(answer)
    if not wrong:
        return "kept", ""
    is_told = outcome.status != 0 or re.search(case.named, outcome.said, re.IGNORECASE)
    return ("told" if is_told else "silent"), wrong


def is_fair(case: Input, made: Made, folder: Path) -> bool:
    """Whether the measure finds nothing wrong with the pictures themselves, sent as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for seen in made.seen:
        for part in measures.parts(seen):
            files.append(folder / f"{len(files):02}.png")
            Image.fromarray(part).save(files[-1])
    return not case.measure(made, files)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--imgcheck", type=Path, required=True)
    parser.add_argument("--wheel-python", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, required=True, help="where inputs and outputs stay")
    arguments = parser.parse_args()
    inputs = arguments.scratch / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    all_sides = sides(arguments.imgcheck, arguments.wheel_python)
    rows = []
    for case in EIGHT:
        made = case.make()
        if not is_fair(case, made, arguments.scratch / "whole" / case.make.__name__):
            sys.exit(f"The measure of “{case.title}” finds fault with the picture itself.")
        file = inputs / case.file_name
        file.write_bytes(made.data)
        outcomes = [side.run(file, arguments.scratch / side.name / file.stem) for side in all_sides]
        rows.append([case.title, *(verdict(case, made, outcome) for outcome in outcomes)])
    json.dump({"sides": [[side.name, side.recipe] for side in all_sides], "rows": rows}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
