"""The photographs of the test: real ones, from Debian's wallpaper packages."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

FEWEST_PIXELS, MOST_PIXELS = 3_000_000, 24_000_000
WANTED = 60


def photographs(cache: Path) -> list[Path]:
    """Up to 60 pictures of 3 to 24 million pixels below that folder, in the order of their paths.

    The four packages hold exactly 60 in Debian 12: 46 JPEG and 14 PNG. The PNG are drawn by
    artists, of the JPEG some are.
    """
    found = [file for file in sorted(cache.rglob("*")) if file.is_file() and not file.is_symlink()]
    return [file for file in found if has_right_size(file)][:WANTED]


def has_right_size(file: Path) -> bool:
    if file.suffix not in (".jpg", ".png"):
        return False
    with Image.open(file) as image:
        return FEWEST_PIXELS <= image.width * image.height <= MOST_PIXELS
