#!/usr/bin/env python3
"""Holds what imgcheck accepts against what other decoders refuse, and its lossless cures against the
pixels of their inputs.

Over the fixtures, the corpus where it is there, and damaged copies of both. Exit status 1 where a
file that imgcheck accepts without a finding is refused by another decoder and the difference is not
an agreed one, where a copy that lost its end is accepted without a finding and shows another picture,
or where a cure called lossless changes a pixel or adds more than 64 bytes.
"""

from __future__ import annotations

import argparse
import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from agreed import agreement
from decoders import pillow, refusals, tool
from mutations import format_of, mutations
from PIL import Image, ImageFile

MODEL = "databricks-gpt-5"
GROWTH_AT_MOST = 64
# What says that the file itself is not in order, or not what it seems.
INTEGRITY = {"IMG101", "IMG105", "IMG106", "IMG107", "IMG108"}
# Steps that leave every pixel; a plan of others is not a lossless cure.
EDITS = {"trim", "repair", "stripMetadata"}
# A progressive picture that ends within a scan is closed before that, and the finding says so.
UNFINISHED = "part of scan"
# Copies of which a part of the data is gone.
LOST_END = re.compile(r"~(tail-zeroed|rows-doubled|rows-halved|cut-\d+(-ended)?)\.")
# A block or two of pixels take so few bytes that nobody can tell which of them are gone.
TELLING_BYTES = 100
SHORT_FILE_COUNT = 24
SHORT_BYTES_AT_MOST = 20_000


def main() -> int:
    start = time.monotonic()
    arguments = parsed_arguments()
    with tempfile.TemporaryDirectory() as scratch:
        inputs = Path(scratch) / "inputs"
        inputs.mkdir()
        originals = written(sources(arguments), inputs, 3 if arguments.short else 20)
        images = judged(arguments.imgcheck, inputs)
        failures = held_against_decoders(images, inputs)
        failures += held_against_originals(images)
        failures += held_against_pixels(arguments.imgcheck, images, Path(scratch))
    seconds = round(time.monotonic() - start)
    print(f"{originals} files, {len(images)} with their copies, {len(failures)} failures in {seconds} s")
    for failure in failures:
        print(failure)
    return 1 if failures else 0


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split(".")[0])
    parser.add_argument("--imgcheck", type=Path, required=True, help="the program under test")
    parser.add_argument("--fixtures", type=Path, required=True, help="a folder of images")
    parser.add_argument("--corpus", type=Path, help="another, which may be absent")
    parser.add_argument("--short", action="store_true", help="a few small files, in under a minute")
    return parser.parse_args()


def sources(arguments: argparse.Namespace) -> list[Path]:
    """The files that are taken as they are and damaged; for a short run some small ones."""
    folders = [arguments.fixtures, arguments.corpus]
    if arguments.corpus and not arguments.corpus.is_dir():
        print(f"Without the corpus: there is no {arguments.corpus}")
    found = [
        path
        for folder in folders
        if folder and folder.is_dir()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and format_of(path.read_bytes()[:16])
    ]
    if not arguments.short:
        return found
    small = [path for path in found if path.stat().st_size <= SHORT_BYTES_AT_MOST]
    by_format = collections.defaultdict(list)
    for path in small:
        by_format[format_of(path.read_bytes()[:16])].append(path)
    count = SHORT_FILE_COUNT // max(len(by_format), 1)
    return [path for paths in by_format.values() for path in paths[:: max(len(paths) // count, 1)][:count]]


def written(paths: list[Path], folder: Path, cut_count: int) -> int:
    """Writes each file and its damaged copies; how many files there were."""
    for number, path in enumerate(paths):
        data = path.read_bytes()
        for name, copy in [("", data), *mutations(data, cut_count)]:
            (folder / f"{number:04}-{path.stem}{'~' if name else ''}{name}{path.suffix}").write_bytes(copy)
    return len(paths)


def judged(imgcheck: Path, folder: Path) -> list[dict]:
    """What imgcheck says of every file in the folder, in one run."""
    report = run(imgcheck, ["check", "--all", str(folder)])
    return [image for image in report if "source" in image]


def run(imgcheck: Path, arguments: list[str]) -> list[dict]:
    command = [imgcheck, arguments[0], "--model", MODEL, "--each", "--format", "jsonl", *arguments[1:]]
    ran = subprocess.run(command, capture_output=True, check=False)
    if ran.returncode not in {0, 1, 2}:
        sys.exit(f"imgcheck ended with {ran.returncode}: {ran.stderr.decode(errors='replace')}")
    return [json.loads(line) for line in ran.stdout.splitlines()]


def codes(image: dict) -> set[str]:
    return {finding["code"] for finding in image.get("findings", [])}


def held_against_decoders(images: list[dict], folder: Path) -> list[str]:
    """The files without a finding on their integrity that another decoder refuses."""
    clean = [
        Path(image["source"])
        for image in images
        if image["verdict"] in {"accepted", "fixable"} and not codes(image) & INTEGRITY
    ]
    kinds = {path: format_of(path.read_bytes()[:16]) or "" for path in clean}
    failures, agreed = [], collections.Counter()
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for path, found in zip(clean, pool.map(refusals, clean, kinds.values(), chunksize=8)):
            for decoder, reason in found.items():
                why = agreement(decoder, path.name, reason)
                agreed[why] += 1
                if why is None:
                    failures.append(f"{path.name}: {decoder} refuses it: {reason}")
    print(f"{len(clean)} accepted without a finding, held against the decoders")
    for why, count in agreed.items():
        if why:
            print(f"  agreed, {count} times: {why}")
    return failures


def held_against_originals(images: list[dict]) -> list[str]:
    """The copies that lost their end, are accepted without a finding, and show another picture."""
    damaged = {image["source"] for image in images if codes(image) & INTEGRITY}
    clean = [
        Path(image["source"])
        for image in images
        if LOST_END.search(image["source"])
        # Half the rows of a file that had twice as many are all there again when they are doubled.
        and str(undamaged(Path(image["source"]))) not in damaged
        and Path(image["source"]).stat().st_size >= TELLING_BYTES
        and image["verdict"] in {"accepted", "fixable"}
        and not codes(image) & INTEGRITY
    ]
    print(f"{len(clean)} that lost their end and are accepted, held against what they were")
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        return [fault for fault in pool.map(laundering, clean, chunksize=8) if fault]


def laundering(path: Path) -> str:
    if pixels(path) == pixels(undamaged(path)) or agreement("the original", path.name, ""):
        return ""
    return f"{path.name}: nobody says what it lost"


def held_against_pixels(imgcheck: Path, images: list[dict], scratch: Path) -> list[str]:
    """The lossless cures of damage that change a pixel or make the file larger."""
    damaged = [image["source"] for image in images if "IMG106" in codes(image)]
    names = scratch / "damaged"
    names.write_text("\n".join(damaged))
    arguments = ["fix", "--resize", "limits", "--out", str(scratch / "out"), "--files-from", str(names)]
    cured = [
        (Path(image["source"]), Path(image["output"]["path"]))
        for image in run(imgcheck, arguments)
        if "output" in image
        and {step["step"] for step in image.get("plan", [])} <= EDITS
        and not any(UNFINISHED in finding["message"] for finding in image["findings"])
    ]
    print(f"{len(damaged)} damaged, {len(cured)} cured by an edit, held against their pixels")
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        return [fault for fault in pool.map(cure_fault, cured, chunksize=8) if fault]


def cure_fault(pair: tuple[Path, Path]) -> str:
    source, output = pair
    growth = output.stat().st_size - source.stat().st_size
    if growth > GROWTH_AT_MOST:
        return f"{source.name}: the cure adds {growth} bytes"
    before, after = pixels(source), pixels(output)
    if after is None:
        return f"{source.name}: Pillow cannot read what the cure wrote"
    # What Pillow refuses cannot be compared; that its cure is readable is all there is to say.
    if before is None or after in {before, pixels(undamaged(source))}:
        return ""
    if not differs_in_libvips(source, output):
        return ""
    return f"{source.name}: the cure, called lossless, changes pixels"


def undamaged(source: Path) -> Path:
    """The file that a damaged copy was made of: what a cure shows may be all of it again."""
    return source.with_name(source.name.split("~")[0] + source.suffix)


def differs_in_libvips(source: Path, output: Path) -> bool:
    """Whether libvips shows another picture too: Pillow leaves out of a damaged file what others show.

    A file that neither reads to its end shows nothing to compare with.
    """
    with tempfile.TemporaryDirectory() as scratch:
        copies = [Path(scratch) / "before.png", Path(scratch) / "after.png"]
        if tool(["vips", "copy", f"{source}[fail_on=none]", f"{copies[0]}[strip]"]):
            return not pillow(source)
        if tool(["vips", "copy", str(output), f"{copies[1]}[strip]"]):
            return True
        return pixels(copies[0]) != pixels(copies[1])


def pixels(path: Path) -> tuple[tuple[int, int], bytes] | None:
    """The first frame as a forgiving decoder shows it."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(path) as image:
            return image.size, image.convert("RGBA").tobytes()
    except Exception:  # Pillow raises many kinds.
        return None


if __name__ == "__main__":
    sys.exit(main())
