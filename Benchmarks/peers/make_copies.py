"""Writes small JPEG copies of pictures: FOLDER LONG-EDGE FILE…"""

import sys
from pathlib import Path

from PIL import Image

folder, long_edge = Path(sys.argv[1]), int(sys.argv[2])
unfinished = folder.with_suffix(".new")
unfinished.mkdir(parents=True, exist_ok=True)
for number, file in enumerate(sys.argv[3:]):
    with Image.open(file) as image:
        image.draft("RGB", (long_edge, long_edge))
        # Pillow asks that a palette's transparency be spread out first.
        copy = (image.convert("RGBA") if image.mode == "P" else image).convert("RGB")
    copy.thumbnail((long_edge, long_edge))
    copy.save(unfinished / f"{number:04}.jpg", quality=85)
unfinished.rename(folder)
