"""Scales pictures to what the model looks at and writes JPEG, on all cores: FOLDER FILE…"""

import os
import sys
from multiprocessing import Pool
from pathlib import Path

# The processes share the cores; threads of theirs would only wait for each other.
os.environ.setdefault("VIPS_CONCURRENCY", "1")

import pyvips  # noqa: E402

from target import QUALITY, target_size  # noqa: E402


def fix(job: tuple[int, str, str]) -> None:
    number, file, folder = job
    header = pyvips.Image.new_from_file(file)
    width, height = target_size(header.width, header.height)
    image = pyvips.Image.thumbnail(file, width, height=height, size="force", no_rotate=True)
    if image.hasalpha():
        image = image.flatten(background=255)
    image.jpegsave(str(Path(folder) / f"{number:04}.jpg"), Q=QUALITY, strip=True)


if __name__ == "__main__":
    folder, *names = sys.argv[1:]
    with Pool(os.cpu_count()) as pool:
        pool.map(fix, [(number, name, folder) for number, name in enumerate(names)], chunksize=1)
