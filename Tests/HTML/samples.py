"""Pictures to report on: few and many, fine and broken, with names that are hard to set."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image, ImageDraw

LONG = "a name of two hundred characters that goes on and on_without-any.place_to_break"
NAMES = [
    "n" * 196 + ".jpg",
    (LONG * 3)[:196] + ".jpg",
    "صورة من الاجتماع الأخير مع الفريق.jpg",
    "תמונה 12 של המסך (עותק).jpg",
    ("תמונה" * 20)[:90] + ".jpg",
    "会議の写真と画面のキャプチャ一覧表.jpg",
    "<script>alert(1)<\u2215script><img src=x onerror=alert(2)>.jpg",
    "<\u2215style><!-- &amp; \"quoted\" 'name' -->.jpg",
    "a\u202egnp.exe\u2066\x1b[31m\n.jpg",
]
SIZES = [(4000, 3000), (800, 600), (9000, 120), (120, 2400), (1, 1), (1568, 1176), (3000, 4000),
         (300, 200), (2500, 2500)]


def photograph(size: tuple[int, int], seed: int) -> Image.Image:
    """A picture with slopes, edges and letters; the same for the same size and seed."""
    width, height = size
    small = Image.new("RGB", (64, 48))
    small.putdata([((x * 4 + seed * 37) % 256, (y * 5 + seed * 11) % 256, (x * y + seed) % 256)
                   for y in range(48) for x in range(64)])
    picture = small.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for step in range(1, 9):
        edge = max(1, min(size) // 40)
        draw.rectangle((width * step // 10, height // 3, width * step // 10 + edge,
                        height * 2 // 3), fill=(20 * step, 255 - 20 * step, 90))
    draw.text((width // 20, height // 12), f"Picture {seed}", fill="white",
              font_size=max(10, min(size) // 10))
    return picture


def thirty(folder: Path, fixtures: Path) -> list[str]:
    """Hard names, hard shapes, and fixtures with something wrong."""
    folder.mkdir()
    files = []
    for number, (name, size) in enumerate(zip(NAMES, SIZES, strict=True)):
        files.append(folder / name)
        photograph(size, number).save(files[-1], "JPEG", quality=85)
    wanted = ["cut-jpeg-half.jpg", "gif-2-frames.gif", "jpeg-orientation-6.jpg", "empty.png",
              "jpeg-photo.jpg"]
    others = sorted(p.name for p in fixtures.glob("png-*.png"))
    for name in (wanted + others)[:20]:
        files.append(folder / name)
        shutil.copyfile(fixtures / name, files[-1])
    return [*map(str, files), str(folder / "gone.png")]


def many(folder: Path, count: int) -> list[str]:
    """Small photographs."""
    folder.mkdir()
    files = []
    for number in range(count):
        files.append(folder / f"shot-{number + 1:03}.jpg")
        size = (640 + 16 * (number % 40), 400 + 10 * (number % 50))
        photograph(size, number).save(files[-1], "JPEG", quality=80)
    return [str(f) for f in files]
