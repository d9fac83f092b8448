"""The pictures that are measured with: real ones, from Debian's packages, and copies of them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

SMALLEST_SCREENSHOT_BYTES = 20_000


@dataclass(frozen=True)
class Pictures:
    """Where they are."""

    wallpapers: Path
    screenshots: Path
    copies: Path
    python: Path
    """A Python with Pillow, which makes the copies."""

    def photographs(self) -> list[Path]:
        """The JPEG among the wallpapers."""
        return files(self.wallpapers, ".jpg")

    def drawings(self) -> list[Path]:
        """The PNG among the wallpapers, and the screenshots that have something to show."""
        shots = files(self.screenshots, ".png")
        large = [shot for shot in shots if shot.stat().st_size >= SMALLEST_SCREENSHOT_BYTES]
        return files(self.wallpapers, ".png") + large

    def many(self, count: int, long_edge: int) -> Path:
        """A folder with that many JPEG, no side of them longer than that.

        Photographs and screenshots scaled down by Pillow, each under many names: what is read is
        in the system's cache, and no two neighbours are alike.
        """
        sources = self.copies / f"{long_edge}px"
        if not sources.is_dir():
            script = Path(__file__).resolve().parents[1] / "peers" / "make_copies.py"
            originals = self.photographs() + self.drawings()
            subprocess.run(
                [self.python, script, sources, str(long_edge), *originals], check=True
            )
        return links(files(sources, ".jpg"), self.copies / f"{count}-{long_edge}px", count)


def files(folder: Path, suffix: str) -> list[Path]:
    found = sorted(folder.rglob(f"*{suffix}"))
    return [file for file in found if file.is_file() and not file.is_symlink()]


def links(sources: list[Path], folder: Path, count: int) -> Path:
    """A folder in which the files have many names."""
    if folder.is_dir():
        return folder
    unfinished = folder.with_suffix(".new")
    unfinished.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name = unfinished / f"{number:06}.jpg"
        if not name.exists():
            name.hardlink_to(sources[number % len(sources)])
    return unfinished.rename(folder)
