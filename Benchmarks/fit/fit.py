#!/usr/bin/env python3
"""How well imgcheck fits 60 photographs into one body, against one JPEG quality for all.

The worst image counts: its SSIM against the same photograph downscaled to the same size without
loss. The rival gets the sizes that imgcheck chose and as many bytes as imgcheck used, goes through
the same encoder (libvips), and takes the best single quality that fits.
"""

from __future__ import annotations

import argparse
import base64
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy
import pyvips
from PIL import Image, ImageOps

from ssim import ssim

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests" / "Clients"))
from photographs import photographs  # noqa: E402

BODY_LIMIT = 10_000_000
FULLEST, EMPTIEST = 1.0, 0.95
"""The part of the budget that may and that must be used where loss was needed."""

MOST_ENCODES = 3
"""An image, on average."""


@dataclass(frozen=True)
class Written:
    """One image as imgcheck wrote it."""

    source: Path
    data: bytes
    encode_count: int | None

    @property
    def size(self) -> tuple[int, int]:
        with Image.open(BytesIO(self.data)) as image:
            return image.size


@dataclass(frozen=True)
class Rival:
    """All images at one quality."""

    quality: int
    byte_count: int
    similarities: list[float]


# --- imgcheck ------------------------------------------------------------------------------------


def written_by(program: Path, model: str, files: list[Path]) -> tuple[int, list[Written]]:
    """Runs `imgcheck request`. Returns the byte count of the one body, and its images."""
    with tempfile.TemporaryDirectory() as scratch:
        out, report = Path(scratch) / "out", Path(scratch) / "report.json"
        out.mkdir()
        command = [program, "request", "--model", model, "--prompt", "", "--out", out]
        command += ["--format", "json", "--output", report, *files]
        result = subprocess.run(command, capture_output=True)
        if result.returncode != 0:
            sys.exit(f"imgcheck ended with {result.returncode}: {result.stderr.decode()[-800:]}")
        bodies = sorted(out.glob("request-*.json"))
        if len(bodies) != 1:
            sys.exit(f"Expected one body, found {len(bodies)}.")
        body = bodies[0].read_bytes()
        counts = encode_counts(json.loads(report.read_bytes())["reports"][0], len(files))
    datas = images_of(json.loads(body))
    if len(datas) != len(files):
        sys.exit(f"Expected {len(files)} images in the body, found {len(datas)}.")
    return len(body), [Written(*row) for row in zip(files, datas, counts)]


def encode_counts(report: dict, count: int) -> list[int | None]:
    """How often each image was encoded; `None` where the report does not say."""
    counts = [image.get("output", {}).get("encodeCount") for image in report["images"]]
    return counts if len(counts) == count else [None] * count


def images_of(body: dict) -> list[bytes]:
    parts = body["messages"][0]["content"]
    urls = [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]
    return [base64.b64decode(url.split(",", 1)[1]) for url in urls]


# --- The rival -----------------------------------------------------------------------------------


def downscaled(file: Path, size: tuple[int, int]) -> pyvips.Image:
    """The photograph at that size as libvips makes it: what imgcheck's encoder gets, too."""
    image = pyvips.Image.new_from_file(str(file)).autorot()
    if image.hasalpha():
        image = image.flatten(background=255)
    horizontal, vertical = size[0] / image.width, size[1] / image.height
    return image.resize(horizontal, vscale=vertical, kernel="lanczos3").copy_memory()


def encoded(image: pyvips.Image, quality: int) -> bytes:
    # Halved colour leaves more bytes to the luma, which is what is measured.
    return image.jpegsave_buffer(
        Q=quality, optimize_coding=True, strip=True, subsample_mode="on"
    )


def best_single_quality(pictures: list[pyvips.Image], budget: int) -> int:
    """The highest quality at which all pictures together have at most that many bytes."""
    low, high = 1, 100
    while low < high:
        middle = (low + high + 1) // 2
        if sum(map(len, in_parallel(lambda picture: encoded(picture, middle), pictures))) <= budget:
            low = middle
        else:
            high = middle - 1
    return low


def rival_at(quality: int, pictures: list[pyvips.Image], files: list[Path]) -> Rival:
    datas = in_parallel(lambda picture: encoded(picture, quality), pictures)
    return Rival(quality, sum(map(len, datas)), similarities(files, datas))


# --- The measure ---------------------------------------------------------------------------------


def similarities(files: list[Path], datas: list[bytes]) -> list[float]:
    return in_parallel(lambda row: similarity(*row), list(zip(files, datas)))


def similarity(file: Path, data: bytes) -> float:
    """SSIM on luma against the original, downscaled by Pillow's Lanczos filter."""
    with Image.open(BytesIO(data)) as image:
        found = numpy.asarray(on_white(image).convert("L"))
    return ssim(reference(file, found.shape[::-1]), found)


def reference(file: Path, size: tuple[int, int]) -> numpy.ndarray:
    if (file, size) not in REFERENCES:
        with Image.open(file) as original:
            upright = on_white(ImageOps.exif_transpose(original))
        REFERENCES[file, size] = numpy.asarray(upright.resize(size, Image.LANCZOS).convert("L"))
    return REFERENCES[file, size]


REFERENCES: dict[tuple[Path, tuple[int, int]], numpy.ndarray] = {}


def on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")


def in_parallel(action, rows: list) -> list:
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(action, rows))


# --- The report ----------------------------------------------------------------------------------


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--imgcheck", type=Path, default=Path("imgcheck"))
    parser.add_argument("--wallpapers", type=Path, required=True)
    parser.add_argument("--model", default="databricks-gpt-5")
    parser.add_argument("--each", action="store_true", help="a line for each image")
    parser.add_argument("--list", action="store_true", help="name the photographs, no more")
    arguments = parser.parse_args()
    files = photographs(arguments.wallpapers)
    if arguments.list:
        print(*files, sep="\n")
        return 0
    body_bytes, images = written_by(arguments.imgcheck.resolve(), arguments.model, files)
    used = sum(len(image.data) for image in images)
    own = similarities(files, [image.data for image in images])
    pictures = in_parallel(lambda image: downscaled(image.source, image.size), images)
    quality = best_single_quality(pictures, used)
    rivals = [rival_at(step, pictures, files) for step in (quality, min(quality + 1, 100))]
    if arguments.each:
        print_each(images, own, rivals[0])
    return print_report(arguments.model, body_bytes, used, images, own, rivals)


def print_each(images: list[Written], own: list[float], rival: Rival) -> None:
    print("   imgcheck     rival      bytes  size         file")
    for image, mine, theirs in zip(images, own, rival.similarities):
        size = "{} × {}".format(*image.size)
        print(f"   {mine:.5f}   {theirs:.5f}  {len(image.data):9,}  {size:<12} {image.source.name}")


def print_report(model: str, body_bytes: int, used: int, images: list[Written], own, rivals) -> int:
    share = body_bytes / BODY_LIMIT
    print(f"{len(images)} photographs in one body for {model}")
    print(f"body       {body_bytes:,} of {BODY_LIMIT:,} bytes ({share:.1%}), images {used:,}")
    print(f"worst SSIM imgcheck {min(own):.5f} (median {numpy.median(own):.5f})")
    for rival, note in zip(rivals, ("fits", "does not fit")):
        print(
            f"           quality {rival.quality} for all {min(rival.similarities):.5f}"
            f" (median {numpy.median(rival.similarities):.5f}), {rival.byte_count:,} bytes: {note}"
        )
    failures = []
    if min(own) <= min(rivals[0].similarities):
        failures.append("the worst image is not better than at one quality for all")
    if not EMPTIEST <= share <= FULLEST:
        failures.append(f"the body is not within {EMPTIEST:.0%} to {FULLEST:.0%} of the budget")
    return finish(failures + encode_failures(images))


def encode_failures(images: list[Written]) -> list[str]:
    """Prints the encodes an image, and says where they are too many or not told."""
    counts = [image.encode_count for image in images]
    if None in counts:
        print("encodes    not in the report (output.encodeCount)")
        return ["the report does not say how often each image was encoded"]
    average = sum(counts) / len(counts)
    print(f"encodes    {average:.2f} an image, at most {max(counts)}")
    return [f"more than {MOST_ENCODES} encodes an image"] if average > MOST_ENCODES else []


def finish(failures: list[str]) -> int:
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
