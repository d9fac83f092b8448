"""Pictures of which it is known how well they can be seen."""

from __future__ import annotations

import math
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

WORDS = (
    "the request holds every picture that a model is to look at and the provider scales what is too "
    "large so that small letters are lost long before anybody reads Invoice number 48213 of October"
).split()


def font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def letter_height(path: Path, size: int) -> float:
    """The height of lower-case letters, in pixels."""
    box = font(path, size * 16).getbbox("x")
    return (box[3] - box[1]) / 16


def page(width: int, height: int, path: Path, size: int, ink: int = 30, paper: int = 255) -> Image.Image:
    """A page that is full of lines of words."""
    words = random.Random(size)
    image = Image.new("L", (width, height), paper)
    draw, face = ImageDraw.Draw(image), font(path, size)
    lengths = {word: draw.textlength(word + " ", font=face) for word in WORDS}
    for top in range(40, height - 40 - 2 * size, math.ceil(1.4 * size)):
        line, length = [], 0.0
        while length < width - 80 - 8 * size:
            line.append(words.choice(WORDS))
            length += lengths[line[-1]]
        draw.text((40, top), " ".join(line), font=face, fill=ink)
    return image


def by_formula(width: int, height: int, level) -> Image.Image:
    image = Image.new("L", (width, height))
    image.putdata([max(0, min(255, round(level(x, y)))) for y in range(height) for x in range(width)])
    return image


def innocent(path: Path) -> dict[str, Image.Image]:
    """What has little to show, or nothing sharp, and is still as it should be."""
    pictures = {
        "a gradient across": by_formula(640, 360, lambda x, y: x * 255 / 640),
        "a gradient down": by_formula(640, 360, lambda x, y: y * 255 / 360),
        "a gradient around": by_formula(640, 640, lambda x, y: 255 - math.hypot(x - 320, y - 320) / 1.8),
        "a small gradient": by_formula(128, 128, lambda x, y: (x + y) * 255 / 256),
    }
    stars = Image.new("L", (1600, 1200), 4)
    night = random.Random(3)
    for _ in range(300):
        stars.putpixel((night.randrange(1600), night.randrange(1200)), night.randrange(90, 256))
    pictures["a night sky"] = stars
    letter = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(letter)
    for line in range(3):
        draw.text((150, 200 + 40 * line), "Thank you for your letter.", font=font(path, 24), fill=40)
    pictures["three lines on a white page"] = letter
    chart = Image.new("RGB", (1200, 800), "white")
    draw = ImageDraw.Draw(chart)
    for bar in range(12):
        draw.rectangle((100 + 85 * bar, 700 - 45 * bar, 160 + 85 * bar, 700), fill=(40, 90, 200))
        draw.text((110 + 85 * bar, 710), str(bar), font=font(path, 16), fill="black")
    draw.line((90, 100, 90, 700, 1150, 700), fill="black", width=2)
    pictures["a chart"] = chart
    drawing = Image.new("L", (1500, 1500), 255)
    draw = ImageDraw.Draw(drawing)
    for circle in range(8):
        draw.ellipse((100 + 60 * circle, 300, 600 + 60 * circle, 800), outline=0)
    pictures["a line drawing"] = drawing
    icon = Image.new("RGBA", (256, 256), (0, 0, 0, 0))
    ImageDraw.Draw(icon).ellipse((40, 40, 216, 216), fill=(0, 0, 0, 255))
    pictures["a black icon on nothing"] = icon
    pictures["a soft shadow on nothing"] = icon.filter(ImageFilter.GaussianBlur(12))
    return pictures
