#!/usr/bin/env python3
"""Photographs a small page of `--format html`, as README shows it."""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from browser import Browser

FIXTURES = Path(__file__).resolve().parents[2] / "Fixtures" / "images"
MODEL = "databricks-gpt-5"
SHOWN = ["text-7-px.png", "gif-2-frames.gif", "jpeg-photo.jpg"]
WIDTH, HEIGHT = 1100, 1560


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--imgcheck", type=Path, required=True, help="the program")
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--out", type=Path, required=True, help="the picture to write, a PNG")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch) / "report.html"
        command = [arguments.imgcheck.resolve(), "check", "--model", MODEL, "--format", "html", *SHOWN]
        with page.open("wb") as file:
            # The verdict is in the page; the status says that not all are accepted.
            subprocess.run(command, cwd=FIXTURES, stdout=file, check=False)
        browser = Browser(arguments.chromium, Path(scratch) / "profile")
        try:
            browser.open(page, WIDTH, HEIGHT, "light")
            browser.screenshot(arguments.out, whole=False)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
