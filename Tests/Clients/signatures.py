"""How an input looks, to find it again among what arrived."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy
from PIL import Image, ImageOps

from judge import signature_of

DRAFT_EDGE = 480
"""A JPEG is decoded to about this size: enough for a signature."""


@dataclass(frozen=True)
class Look:
    """The name of an input, its size as it is shown, and its small grey picture."""

    name: str
    width: int
    height: int
    signature: bytes


def signatures_of(files: list[Path], lost: frozenset[int]) -> list[Look | None]:
    """One look a file; `None` for one that cannot be decoded."""
    return [None if place in lost else look_of(file) for place, file in enumerate(files)]


def look_of(file: Path) -> Look:
    with Image.open(file) as image:
        width, height = upright_size(image)
        image.draft(None, (DRAFT_EDGE, DRAFT_EDGE))
        return Look(file.name, width, height, signature_of(image))


def upright_size(image: Image.Image) -> tuple[int, int]:
    turned = image.getexif().get(ImageOps.ExifTags.Base.Orientation, 1) >= 5
    return image.size[::-1] if turned else image.size


def signature_table(signatures: list[bytes]) -> numpy.ndarray:
    """The signatures as rows of grey levels."""
    rows = [numpy.frombuffer(signature, dtype=numpy.uint8) for signature in signatures]
    return numpy.array(rows, dtype=numpy.int16)


def distances(signature: bytes, table: numpy.ndarray) -> numpy.ndarray:
    """The mean difference to each row in grey levels."""
    return numpy.abs(table - signature_table([signature])).mean(axis=1)
