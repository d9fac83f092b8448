#!/usr/bin/env python3
"""Renders long pages of text, has imgcheck cut them into tiles, and holds the tiles against the pages.

For each page: the tiles put together are the page, cover it whole, overlap, are accepted with no
finding, and none of their edges crosses a line of text. Pages, tiles and, side by side, what a model
sees of a page with and without tiles stay in a folder, for a person to look at. Exit status 1 where
something does not hold.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

MODEL = "databricks-claude-3-7-sonnet"
WORDS = (
    "the request holds every picture that a model is to look at and the provider scales what is too "
    "large so that small letters are lost long before anybody looks at the answer which is wrong then"
).split()


@dataclass
class Page:
    """A page, and the boxes of what must not be cut: left, top, right, bottom."""

    name: str
    image: Image.Image
    boxes: list[tuple[int, int, int, int]] = field(default_factory=list)
    quality: int | None = None

    def write(self, at: tuple[int, int], text: str, size: int, ink="#202020") -> int:
        """Writes a line and returns how high its letters reach."""
        draw, font = ImageDraw.Draw(self.image), ImageFont.load_default(size)
        draw.text(at, text, ink, font)
        self.boxes.append(tuple(map(int, draw.textbbox(at, text, font=font))))
        return size

    @property
    def file_name(self) -> str:
        return f"{self.name}.{'jpg' if self.quality else 'png'}"


def sentence(seed: int, count: int) -> str:
    return " ".join(WORDS[(seed * 7 + word * (seed % 5 + 1)) % len(WORDS)] for word in range(count))


def article(width: int = 1080, height: int = 12_000) -> Page:
    """Headings and paragraphs beside a panel that runs down the page."""
    page = Page("article", Image.new("RGB", (width, height), "white"))
    ImageDraw.Draw(page.image).rectangle((0, 0, 180, height), fill="#eef1f6")
    top, number = 30, 0
    while top < height - 60:
        if number % 18 == 0:
            page.write((220, top), f"Section {number // 18 + 1}", 30)
            page.write((20, top + 8), f"§ {number // 18 + 1}", 16)
            top += 52
        page.write((220, top), f"{number:03} {sentence(number, 14)}", 16)
        top += 40 if number % 6 == 5 else 24
        number += 1
    return page


def chat(width: int = 750, height: int = 9_000) -> Page:
    """Bubbles on both sides, saved as a JPEG."""
    page = Page("chat", Image.new("RGB", (width, height), "#efeae2"), quality=80)
    draw = ImageDraw.Draw(page.image)
    top, number = 24, 0
    while top < height - 260:
        lines = number % 4 + 1
        left = 24 if number % 2 == 0 else 180
        draw.rounded_rectangle(
            (left, top, left + 540, top + 24 + lines * 34),
            18,
            "white" if number % 2 == 0 else "#d9fdd3",
        )
        for line in range(lines):
            page.write((left + 20, top + 12 + line * 34), sentence(number + line, 6), 24)
        top, number = top + 24 + lines * 34 + 16, number + 1
    return page


def table(width: int = 5_200, height: int = 700) -> Page:
    """A wide table with a frame and rules between its columns: it is cut from left to right."""
    page = Page("table", Image.new("RGB", (width, height), "white"))
    draw = ImageDraw.Draw(page.image)
    for column in range(width // 200):
        draw.line((column * 200, 0, column * 200, height), "#888888")
        for row in range(height // 36):
            page.write((column * 200 + 12, row * 36 + 8), f"{sentence(column * 31 + row, 2)}", 16)
    draw.rectangle((0, 0, width - 1, height - 1), outline="black")
    return page


def code(width: int = 1_400, height: int = 4_600) -> Page:
    """A dark editor with a gutter of numbers."""
    page = Page("code", Image.new("RGB", (width, height), "#1e1e1e"))
    ImageDraw.Draw(page.image).rectangle((0, 0, 70, height), fill="#252526")
    for number in range((height - 20) // 22):
        top = 10 + number * 22
        page.write((16, top), str(number + 1), 15, "#858585")
        if number % 7 != 6:
            page.write((90 + number % 4 * 32, top), sentence(number, 9), 15, "#d4d4d4")
    return page


def fixed(imgcheck: str, page: Path, folder: Path, *options: str) -> dict:
    """What the report says of the page."""
    run = subprocess.run(
        [imgcheck, "fix", "--model", MODEL, "--out", folder, "--force", "--format", "json", *options, page],
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(run.stdout)["reports"][0]["images"][0]


def faults(imgcheck: str, page: Page, tiles: list[dict]) -> list[str]:
    """What does not hold, each as a sentence."""
    found = []
    together = Image.new("RGB", page.image.size, "#ff00ff")
    covered = Image.new("1", page.image.size)
    for tile in tiles:
        part = Image.open(tile["path"]).convert("RGB")
        if part.size != (tile["width"], tile["height"]):
            found.append(f"{tile['path']} has another size than the receipt says")
        together.paste(part, (tile["x"], tile["y"]))
        covered.paste(1, (tile["x"], tile["y"], tile["x"] + tile["width"], tile["y"] + tile["height"]))
    if covered.getextrema() != (1, 1):
        found.append("the tiles do not cover the page")
    difference = max(high for _, high in ImageChops.difference(together, page.image).getextrema())
    # A JPEG is encoded anew.
    if difference > (100 if page.quality else 0):
        found.append(f"put together they differ from the page by {difference}")
    for one, following in zip(tiles, tiles[1:]):
        apart = following["x"] >= one["x"] + one["width"] and following["y"] >= one["y"] + one["height"]
        if apart:
            found.append("two neighbours do not overlap")
    cut = [box for box in page.boxes for tile in tiles if crosses(box, tile)]
    if cut:
        found.append(f"{len(cut)} lines are cut, the first at {cut[0]}")
    check = subprocess.run(
        [imgcheck, "--model", MODEL, "--strict", "--quiet", *(tile["path"] for tile in tiles)],
        stdout=subprocess.PIPE,
        text=True,
    )
    if check.returncode != 0:
        found.append(f"the tiles are not accepted: {check.stdout}")
    return found


def crosses(box: tuple[int, int, int, int], tile: dict) -> bool:
    """Whether a tile has a part of what is in a box, and not all."""
    left, top = max(box[0], tile["x"]), max(box[1], tile["y"])
    right = min(box[2], tile["x"] + tile["width"])
    bottom = min(box[3], tile["y"] + tile["height"])
    return left < right and top < bottom and (left, top, right, bottom) != box


def sheet(page: Page, scaled: Path, tiles: list[dict], to: Path) -> None:
    """Draws what a model sees of the page as a whole, beside its second tile."""
    whole, part = Image.open(scaled).convert("RGB"), Image.open(tiles[min(1, len(tiles) - 1)]["path"])
    size = (whole.width + 40 + part.width, max(whole.height, part.height))
    drawing = Image.new("RGB", size, "#ff8800")
    drawing.paste(whole, (0, 0))
    drawing.paste(part.convert("RGB"), (whole.width + 40, 0))
    drawing.save(to)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--imgcheck", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    shutil.rmtree(arguments.out, ignore_errors=True)
    arguments.out.mkdir()
    status = 0
    for page in [article(), chat(), table(), code()]:
        path = arguments.out / page.file_name
        page.image.save(path, **({"quality": page.quality} if page.quality else {}))
        if page.quality:
            page.image = Image.open(path).convert("RGB")
        tiles = fixed(arguments.imgcheck, path, arguments.out / "tiles", "--tile", "auto")["output"].get("tiles", [])
        whole = fixed(arguments.imgcheck, path, arguments.out / "whole", "--resize", "target")["output"]
        found = faults(arguments.imgcheck, page, tiles) if tiles else ["it is not cut"]
        size = "{} × {}".format(*page.image.size)
        scaled = f"{whole['width']} × {whole['height']} as a whole"
        codes = ", ".join(finding["code"] for finding in whole.get("findings", []))
        print(f"{page.name}: {size} px, {scaled} ({codes}), {len(tiles)} tiles")
        for fault in found:
            print(f"  {fault}")
            status = 1
        if tiles:
            sheet(page, Path(whole["path"]), tiles, arguments.out / f"{page.name}-seen.png")
    print(f"To be looked at: {arguments.out}/*-seen.png")
    return status


if __name__ == "__main__":
    sys.exit(main())
