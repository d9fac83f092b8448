"""Differences that stay: accepted by imgcheck without a finding, refused by another decoder."""

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
]


def agreement(decoder: str, name: str, reason: str) -> str | None:
    """Why a difference stays; None for one that does not."""
    for who, names, reasons, why in AGREED:
        if who == decoder and re.search(names, name) and re.search(reasons, reason):
            return why
    return None
