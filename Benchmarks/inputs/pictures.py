"""Makes the eight inputs: each as its file and, as pixels, what somebody should see in it."""

from __future__ import annotations

import io
import random
import string
from dataclasses import dataclass

import numpy
from PIL import Image, ImageDraw, ImageFont

ORIENTATION, GPS = 0x0112, 0x8825
TURNED_CLOCKWISE = 6
"""The camera was held upright: the stored picture is to be turned clockwise by a quarter."""

LETTERS = string.ascii_lowercase
CELL = 12, 20
"""The room of a letter on the page, in pixels."""

MARGIN = 20


@dataclass(frozen=True)
class Made:
    """A file's bytes, and the pictures that are in it as somebody sees them: one, or one a frame."""

    data: bytes
    seen: list[numpy.ndarray]


def photograph(width: int, height: int) -> Image.Image:
    """Soft shapes, a horizon and grain, and no side like another."""
    down, across = numpy.mgrid[0:height, 0:width]
    down, across = down / height, across / width
    planes = [
        120 + 90 * numpy.sin(5 * across + 2 * down),
        60 + 150 * down,
        200 - 120 * down * across,
    ]
    pixels = numpy.stack(planes, axis=-1)
    pixels[(across - 0.25) ** 2 + (down - 0.2) ** 2 < 0.015] = (250, 220, 80)
    pixels[(down > 0.7) & (across > 0.5)] *= 0.4
    pixels += numpy.random.default_rng(7).normal(0, 6, pixels.shape)
    return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def sideways() -> Made:
    """A photograph in portrait, stored on its side, as telephones do."""
    portrait = photograph(1500, 2000)
    stored = portrait.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_CLOCKWISE
    return Made(jpeg(stored, exif=exif), [numpy.asarray(portrait)])


def placed() -> Made:
    """A photograph that says where it was taken: at the observatory of Greenwich."""
    picture = photograph(2000, 1500)
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (51.0, 28.0, 40.0), 3: "W", 4: (0.0, 0.0, 5.0)}
    return Made(jpeg(picture, exif=exif), [numpy.asarray(picture)])


def clear_chart() -> Made:
    """Black bars and letters on nothing, as plotting libraries save them for slides."""
    chart = Image.new("RGBA", (1800, 1200), (0, 0, 0, 0))
    draw = ImageDraw.Draw(chart)
    for number in range(8):
        left, top = 120 + number * 200, 900 - number * 90
        draw.rectangle((left, top, left + 120, 1000), "black")
        draw.text((left, 1040), f"Q{number + 1}", "black", ImageFont.load_default(72))
    white = Image.new("RGBA", chart.size, "white")
    return Made(png(chart), [numpy.asarray(Image.alpha_composite(white, chart).convert("RGB"))])


def animation() -> Made:
    """Three drawings in a GIF, of which each stores only what differs from the one before."""
    frames = []
    for number in range(3):
        frame = Image.new("RGB", (480, 360), (235, 235, 225))
        draw = ImageDraw.Draw(frame)
        draw.rectangle((40 + number * 140, 120, 140 + number * 140, 240), (200, 40, 40))
        draw.text((20, 20), f"step {number + 1} of 3", "black", ImageFont.load_default(48))
        frames.append(frame)
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=500, optimize=True)
    return Made(out.getvalue(), [numpy.asarray(frame) for frame in frames])


def half() -> Made:
    """The first half of a JPEG's bytes, as a broken download leaves them."""
    picture = photograph(2000, 1500)
    data = jpeg(picture)
    return Made(data[: len(data) // 2], [numpy.asarray(picture)])


def page_text() -> list[str]:
    """The lines of the page: chance, so that only what was read is right."""
    chance = random.Random(11)
    return ["".join(chance.choices(LETTERS, k=100)) for _ in range(460)]


def tall_page() -> Made:
    """A screenshot of a whole page of text, 1,240 by 9,240 px."""
    lines = page_text()
    page = Image.new("L", (2 * MARGIN + CELL[0] * len(lines[0]), 2 * MARGIN + CELL[1] * len(lines)), 255)
    glyphs = letter_cells()
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            page.paste(glyphs[letter], (MARGIN + column * CELL[0], MARGIN + row * CELL[1]))
    return Made(png(page), [numpy.asarray(page.convert("RGB"))])


def letter_cells() -> dict[str, Image.Image]:
    """Each letter, black on white, in its room: 14 px high, as pages have them."""
    font, cells = ImageFont.load_default(14), {}
    for letter in LETTERS:
        cells[letter] = Image.new("L", CELL, 255)
        ImageDraw.Draw(cells[letter]).text((CELL[0] / 2, 14), letter, 0, font, anchor="ms")
    return cells


def deep_scan() -> Made:
    """A grey picture of 16 bits a sample, as scanners and instruments write them."""
    grey = numpy.asarray(photograph(1600, 1200).convert("L"))
    deep = Image.fromarray(grey.astype(numpy.uint16) * 257)
    return Made(png(deep), [numpy.stack([grey] * 3, axis=-1)])


def misnamed() -> Made:
    """A PNG whose name says JPEG."""
    picture = photograph(800, 600)
    return Made(png(picture), [numpy.asarray(picture)])


def jpeg(picture: Image.Image, **options) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92, **options)
    return out.getvalue()


def png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
