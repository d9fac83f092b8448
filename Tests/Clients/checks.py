"""What has to hold for the bodies that arrived."""

from __future__ import annotations

import json

from judge import Accepted, ReceivedImage
from signatures import Look, distances, signature_table

LARGEST_DISTANCE = 40
"""Grey levels: two conversions of CMYK differ by up to 30, two unrelated pictures by 40 and more."""

NEAR_TIE = 1
"""Grey levels that a wrong input may be nearer by: some photographs are there in two sizes."""

RATIO_TOLERANCE = 0.02
"""A side that is rounded to a pixel changes the ratio of the sides by less."""


LONGEST_SHOWN = 200
"""Characters of a value in a message."""


class Failure(Exception):
    """An expectation that did not hold."""


def check_outline(accepted: Accepted, expected: dict) -> None:
    """The texts and options arrived as they were given, and nothing else did."""
    difference = first_difference(accepted.outline, expected, "body")
    if difference is not None:
        raise Failure(difference)


def first_difference(found: object, expected: object, place: str) -> str | None:
    """Where two documents begin to differ and how; `None` where they are equal."""
    if type(found) is type(expected) is dict and found.keys() == expected.keys():
        pairs = [(f"{place}.{key}", found[key], expected[key]) for key in sorted(found)]
    elif type(found) is type(expected) is list and len(found) == len(expected):
        pairs = [(f"{place}[{n}]", *pair) for n, pair in enumerate(zip(found, expected))]
    elif type(found) is type(expected) and found == expected:
        return None
    else:
        return f"{place}: expected {shown(expected)}, found {shown(found)}"
    differences = (first_difference(one, other, where) for where, one, other in pairs)
    return next((difference for difference in differences if difference is not None), None)


def shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"


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
