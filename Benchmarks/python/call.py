"""What a call of `check` on one image of 100 KB costs, against what the program itself needs.

The program's own time is that of an image in `imgcheck stream --jobs 1`, fed from a file with 500
lines of paths, less that of one line. It includes reading lines and writing answers. Beside them:
a call of `repair` on a body that holds the image, which starts a process.
"""

from __future__ import annotations

import base64
import io
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import numpy
from PIL import Image

from image_preflight import check, find_program, repair

MODEL, COUNT = "databricks-gpt-5", 500


def jpeg_of_100_kb() -> bytes:
    """Smooth shapes with grain, as a photograph has them, at the quality that comes nearest."""
    random = numpy.random.default_rng(1)
    coarse = Image.fromarray(random.integers(0, 256, (12, 16, 3), "uint8"))
    smooth = numpy.asarray(coarse.resize((1024, 768), Image.Resampling.BICUBIC), "int16")
    grain = random.normal(0, 6, smooth.shape).astype("int16")
    picture = Image.fromarray((smooth + grain).clip(0, 255).astype("uint8"))
    files = []
    for quality in range(30, 96):
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality)
        files.append(buffer.getvalue())
    return min(files, key=lambda file: abs(len(file) - 100_000))


def seconds(call, count: int) -> float:
    """The median of the calls."""
    times = []
    for _ in range(count):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def own_seconds(path: Path) -> float:
    line = b'{"path":"%b"}\n' % str(path).encode()
    command = [find_program(), "stream", "--model", MODEL, "--jobs", "1"]

    def run(count: int) -> float:
        def call() -> None:
            subprocess.run(command, input=line * count, stdout=subprocess.DEVNULL, check=True)

        return seconds(call, 5)

    return (run(COUNT + 1) - run(1)) / COUNT


def main() -> None:
    data = jpeg_of_100_kb()
    url = "data:image/jpeg;base64," + base64.b64encode(data).decode("ascii")
    part = {"type": "image_url", "image_url": {"url": url}}
    body = {"model": MODEL, "messages": [{"role": "user", "content": [part]}]}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo.jpg"
        path.write_bytes(data)
        calls = {
            "check, bytes": (lambda: check(data, model=MODEL), COUNT),
            "check, path": (lambda: check(path, model=MODEL), COUNT),
            "repair": (lambda: repair(body), 20),
        }
        own = own_seconds(path)
        print(f"{len(data):,} bytes; the program itself: {own * 1000:.2f} ms")
        for name, (call, count) in calls.items():
            call()
            taken = seconds(call, count)
            print(f"{name:12}  {taken * 1000:6.2f} ms  {taken / own:.2f} times")


if __name__ == "__main__":
    main()
