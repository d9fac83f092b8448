"""The decoders that imgcheck is held against: each says why it refuses a file, or nothing."""

from __future__ import annotations

import subprocess
import warnings
from pathlib import Path

from PIL import Image

TIMEOUT_SECONDS = 60


def refusals(path: Path, kind: str) -> dict[str, str]:
    """Who refuses the file, with the reason."""
    found = {"Pillow": pillow(path), "libvips": libvips(path)}
    if kind == "webp":
        found["libwebp"] = libwebp(path)
    if kind == "gif":
        found["giflib"] = tool(["giftext", str(path)])
    return {name: reason for name, reason in found.items() if reason}


def pillow(path: Path) -> str:
    """Every frame is decoded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path) as image:
                for frame in range(getattr(image, "n_frames", 1)):
                    image.seek(frame)
                    image.load()
        except Exception as error:  # Pillow raises many kinds.
            return f"{type(error).__name__}: {error}".replace(str(path), "…")
    return ""


def libvips(path: Path) -> str:
    """Pixels are read at `fail_on=warning`, of an animation those of the first frame."""
    return tool(["vips", "avg", f"{path}[fail_on=warning]"])


def libwebp(path: Path) -> str:
    """`webpinfo` reads the structure; `dwebp`, which takes stills only, the pixels."""
    reason = tool(["webpinfo", "-quiet", str(path)])
    is_animated = b"ANMF" in path.read_bytes()
    return reason or ("" if is_animated else tool(["dwebp", "-quiet", str(path), "-o", "/dev/null"]))


def tool(command: list[str]) -> str:
    try:
        ran = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "no answer in time"
    if ran.returncode == 0:
        return ""
    words = (ran.stderr or ran.stdout).decode(errors="replace").strip().splitlines()
    return words[-1][:120] if words else f"{command[0]} ends with status {ran.returncode}"
