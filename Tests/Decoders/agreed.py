"""Differences that stay: accepted by imgcheck without a finding, refused by another decoder, or other
than what it was before its end was lost."""

from __future__ import annotations

import re

# Decoder, what the file's name matches, what its reason matches, and why the difference stays.
AGREED: list[tuple[str, str, str, str]] = [
    (
        "Pillow",
        r"",
        r"DecompressionBombError",
        "a limit of Pillow's own on pixels, which a provider sets as it likes; IMG107 has another",
    ),
    (
        "the original",
        r"color_index~tail-zeroed\.webp$",
        r"",
        "the 150 zeros happen to be codes of as many pixels as the picture lacks, and flat pictures end so",
    ),
]


def agreement(decoder: str, name: str, reason: str) -> str | None:
    """Why a difference stays; None for one that does not."""
    for who, names, reasons, why in AGREED:
        if who == decoder and re.search(names, name) and re.search(reasons, reason):
            return why
    return None
