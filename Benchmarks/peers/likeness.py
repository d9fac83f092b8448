"""How many JPEG were scaled, the mean and the worst SSIM of them, and their bytes: FOLDER FILE…

The n-th JPEG of the folder, by name, is that of the n-th file. Each is held against the original
as Pillow's Lanczos filter scales it to the same size; grey values are compared. Those that have
their original's size were not scaled and do not count: one side copies them, others encode them.
"""

import os
import statistics
import sys
from multiprocessing import Pool
from pathlib import Path

import numpy
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fit"))
from ssim import ssim  # noqa: E402


def likeness(original: Path, written: Path) -> float | None:
    with Image.open(written) as image:
        found = numpy.asarray(image.convert("L"))
    with Image.open(original) as image:
        if image.size == found.shape[::-1]:
            return None
        wanted = image.convert("RGB").resize(found.shape[::-1], Image.LANCZOS)
    return ssim(numpy.asarray(wanted.convert("L")), found)


if __name__ == "__main__":
    folder, *originals = map(Path, sys.argv[1:])
    written = sorted(folder.glob("*.jpg"))
    if len(written) != len(originals):
        sys.exit(f"Expected {len(originals)} pictures in {folder}, found {len(written)}.")
    with Pool(os.cpu_count()) as pool:
        all_found = pool.starmap(likeness, zip(originals, written), chunksize=1)
    scaled = {file: found for file, found in zip(written, all_found) if found is not None}
    byte_count = sum(file.stat().st_size for file in scaled)
    print(len(scaled), statistics.fmean(scaled.values()), min(scaled.values()), byte_count)
