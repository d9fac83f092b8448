"""What has to hold for the bodies that arrived."""

from __future__ import annotations

from judge import Accepted, ReceivedImage
from signatures import Look, distances, signature_table

LARGEST_DISTANCE = 40
"""Grey levels: two conversions of CMYK differ by up to 30, two unrelated pictures by 40 and more."""

NEAR_TIE = 1
"""Grey levels that a wrong input may be nearer by: some photographs are there in two sizes."""

RATIO_TOLERANCE = 0.02
"""A side that is rounded to a pixel changes the ratio of the sides by less."""


class Failure(Exception):
    """An expectation that did not hold."""


def check_prompt(accepted: Accepted, prompt: str) -> None:
    if prompt not in accepted.texts:
        raise Failure(f"expected the prompt in every body, found the texts {accepted.texts}")


def check_images(received: list[ReceivedImage], sent: list[Look]) -> None:
    """Every image arrived, in order, upright, neither enlarged nor distorted."""
    if len(received) != len(sent):
        raise Failure(f"expected {len(sent)} images, found {len(received)}")
    table = signature_table([look.signature for look in sent])
    for place, (image, look) in enumerate(zip(received, sent)):
        away = distances(image.signature, table)
        nearest = int(away.argmin())
        if away[place] > LARGEST_DISTANCE:
            raise Failure(f"image {place + 1} is not {look.name} (distance {away[place]:.1f})")
        if away[place] > away[nearest] + NEAR_TIE:
            raise Failure(f"image {place + 1}: expected {look.name}, found {sent[nearest].name}")
        check_size(place, image, look)


def check_size(place: int, image: ReceivedImage, look: Look) -> None:
    if image.width > look.width or image.height > look.height:
        raise Failure(f"image {place + 1} was enlarged to {image.width} × {image.height}")
    ratio = (image.width / image.height) / (look.width / look.height)
    if abs(ratio - 1) > RATIO_TOLERANCE:
        raise Failure(f"image {place + 1} was distorted to {image.width} × {image.height}")
