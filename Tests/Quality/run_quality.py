#!/usr/bin/env python3
"""Holds the quality signs (IMG209) against pictures of which it is known how well they can be seen.

Text of known sizes in several fonts, as a model sees it after the provider's resize; real photographs
and screenshots as they are, blurred, and with their contrast taken; and what is easily taken for blank
or blurred and is neither. Exit status 1 where a promise is not kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageEnhance, ImageFilter

import pictures

MODEL = "databricks-claude-3-7-sonnet"
LONG_EDGE, PIXELS = 1568, 1_150_000
SIGNS = {"levels": "contrast", "%": "blur", "px": "text"}
FALSE_ALARMS_AT_MOST = 0.02
FOUND_AT_LEAST = 0.9
# Wallpapers with few edges look no different blurred, and nobody is accused wrongly.
BLURRED_FOUND_AT_LEAST = 0.5


class Checker:
    """Asks imgcheck for the signs of pictures."""

    def __init__(self, program: Path) -> None:
        self.program = program

    def signs(self, files: list[Path]) -> dict[Path, set[str]]:
        listing = "\0".join(map(str, files)).encode()
        run = subprocess.run(
            [self.program, "check", "--model", MODEL, "--each", "--format", "json",
             "--files-from", "-", "-0"],
            input=listing, capture_output=True, check=False,
        )
        report = json.loads(run.stdout)["reports"][0]
        return {
            file: {SIGNS[f["unit"]] for f in image["findings"] if f["code"] == "IMG209"}
            for file, image in zip(files, report["images"], strict=True)
        }


class Promises:
    """What has to hold, told as it is found out."""

    def __init__(self) -> None:
        self.are_broken = False

    def hold(self, what: str, measured: float, is_kept: bool, unit: str = "%") -> None:
        print(f"{'ok  ' if is_kept else 'FAIL'} {what}: {measured:.1f} {unit}")
        self.are_broken |= not is_kept


def scale_of(size: tuple[int, int]) -> float:
    width, height = size
    return min(1, LONG_EDGE / max(size), (PIXELS / (width * height)) ** 0.5)


def fonts(folder: Path) -> list[Path]:
    names = ["DejaVuSans.ttf", "DejaVuSerif.ttf", "DejaVuSansMono.ttf", "DejaVuSans-Bold.ttf",
             "LiberationSans-Regular.ttf", "LiberationSerif-Regular.ttf"]
    found = [path for name in names for path in sorted(folder.rglob(name))]
    if len(found) < len(names):
        sys.exit(f"fonts are missing in {folder}: {', '.join(names)}")
    return found


def hold_text(checker: Checker, promises: Promises, faces: list[Path], folder: Path) -> None:
    expected: dict[Path, float] = {}
    for face in faces:
        for width, height in [(1000, 1000), (2400, 1600), (1080, 6000)]:
            for size in [8, 10, 12, 16, 20, 28, 40]:
                seen = pictures.letter_height(face, size) * scale_of((width, height))
                for ink, paper in [(30, 255), (220, 20)]:
                    name = folder / f"{face.stem}-{width}-{size}-{ink}.png"
                    pictures.page(width, height, face, size, ink, paper).save(name)
                    expected[name] = seen
    signs = checker.signs(list(expected))
    small = [name for name, seen in expected.items() if seen < 3]
    large = [name for name, seen in expected.items() if seen > 4.5]
    found = sum("text" in signs[name] for name in small) / len(small)
    wrong = sum(bool(signs[name]) for name in large) / len(large)
    promises.hold(f"{len(small)} pages of letters under 3 px, found", 100 * found, found >= FOUND_AT_LEAST)
    promises.hold(f"{len(large)} pages of letters over 4.5 px, accused", 100 * wrong, wrong == 0)


def real(folders: list[Path]) -> list[Path]:
    """Every picture once, whatever its names."""
    files = {
        hashlib.sha256(path.read_bytes()).digest(): path
        for folder in folders for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp", ".gif"}
    }
    return list(files.values())


def hold_real(checker: Checker, promises: Promises, kind: str, files: list[Path]) -> None:
    signs = checker.signs(files)
    accused = [file for file in files if signs[file]]
    for file in accused:
        print(f"     {file}: {', '.join(sorted(signs[file]))}")
    share = len(accused) / len(files)
    promises.hold(f"{len(files)} {kind}, accused", 100 * share, share <= FALSE_ALARMS_AT_MOST)


def hold_spoilt(checker: Checker, promises: Promises, files: list[Path], folder: Path) -> None:
    """Photographs, blurred by a part of their longer side, and with less contrast."""
    kinds: dict[str, list[Path]] = {}
    for file in files:
        with Image.open(file) as image:
            photo = image.convert("RGB")
        photo.thumbnail((2000, 2000))
        faint = ImageEnhance.Contrast(photo).enhance(0.06)
        spoilt = {
            "blur of 0.6 %": photo.filter(ImageFilter.GaussianBlur(0.006 * max(photo.size))),
            "blur of 1 %": photo.filter(ImageFilter.GaussianBlur(0.01 * max(photo.size))),
            "contrast of 6 %": faint,
        }
        for what, copy in spoilt.items():
            for ending, options in [("png", {}), ("jpg", {"quality": 88})]:
                name = folder / f"{len(kinds.get(what, []))}-{what.split()[0]}-{file.stem}.{ending}"
                copy.save(name, **options)
                kinds.setdefault(what, []).append(name)
    for what, names in kinds.items():
        signs, sign = checker.signs(names), what.split()[0]
        found = sum(sign in signs[name] for name in names) / len(names)
        least = BLURRED_FOUND_AT_LEAST if sign == "blur" else FOUND_AT_LEAST
        promises.hold(f"{len(names)} photographs, {what}, found", 100 * found, found >= least)


def hold_innocent(checker: Checker, promises: Promises, face: Path, folder: Path) -> None:
    files = {}
    for what, image in pictures.innocent(face).items():
        for ending in ["png", "webp"] + (["jpg"] if image.mode != "RGBA" else []):
            name = folder / f"{what.replace(' ', '-')}.{ending}"
            image.save(name, **({"lossless": True} if ending == "webp" else {}))
            files[name] = what
    signs = checker.signs(list(files))
    accused = [name for name in files if signs[name]]
    for name in accused:
        print(f"     {name.name}: {', '.join(sorted(signs[name]))}")
    promises.hold(
        f"{len(files)} gradients, charts, drawings, icons and dark or empty pages, accused",
        100 * len(accused) / len(files), not accused,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--imgcheck", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--photographs", type=Path, nargs="+", required=True)
    parser.add_argument("--screenshots", type=Path, required=True)
    parser.add_argument(
        "--short", action="store_true", help="hold an eighth of the real pictures alone"
    )
    arguments = parser.parse_args()
    checker, promises = Checker(arguments.imgcheck.resolve()), Promises()
    faces = fonts(arguments.fonts)
    step = 8 if arguments.short else 1
    photographs = real(arguments.photographs)[::step]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        hold_real(checker, promises, "photographs and wallpapers", photographs)
        hold_real(checker, promises, "screenshots", real([arguments.screenshots])[::step])
        hold_innocent(checker, promises, faces[0], folder)
        hold_text(checker, promises, faces, folder)
        if arguments.short:
            return 1 if promises.are_broken else 0
        jpegs = [file for file in photographs if file.suffix == ".jpg"]
        hold_spoilt(checker, promises, jpegs[:: max(1, len(jpegs) // 24)], folder)
    return 1 if promises.are_broken else 0


if __name__ == "__main__":
    sys.exit(main())
