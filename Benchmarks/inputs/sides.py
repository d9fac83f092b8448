"""Those that are compared, each with what people write when they use it before they send a picture."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PEERS = Path(__file__).resolve().parents[1] / "peers"
sys.path.insert(0, str(PEERS))
from target import LONG_EDGE, QUALITY  # noqa: E402

MODEL = "databricks-claude-3-7-sonnet"


@dataclass(frozen=True)
class Outcome:
    """What a side wrote, how it ended and what it said."""

    files: list[Path]
    status: int
    said: str


@dataclass(frozen=True)
class Side:
    """A way to make a picture ready: the command for an input and a folder."""

    name: str
    recipe: str
    command: Callable[[Path, Path], list[object]]

    def run(self, file: Path, folder: Path) -> Outcome:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        command = list(map(str, self.command(file, folder)))
        result = subprocess.run(command, capture_output=True, text=True, errors="replace")
        return Outcome(sorted(folder.rglob("*.*")), result.returncode, result.stdout + result.stderr)


def sides(imgcheck: Path, wheel_python: Path) -> list[Side]:
    box = f"{LONG_EDGE}x{LONG_EDGE}>"
    return [
        Side(
            "sent as it is", "the file in base64, its media type by its name",
            lambda file, folder: ["cp", file, folder],
        ),
        Side(
            "Pillow", 'thumbnail, convert("RGB"), save as JPEG',
            lambda file, folder: [
                sys.executable, PEERS / "pillow_scale.py", file, folder / f"{file.stem}.jpg"
            ],
        ),
        Side(
            "pyvips", "thumbnail, write_to_file as JPEG",
            lambda file, folder: [
                wheel_python, PEERS / "pyvips_scale.py", file, folder / f"{file.stem}.jpg"
            ],
        ),
        Side(
            "ImageMagick", f"convert -resize '{box}' -quality {QUALITY}",
            lambda file, folder: [
                "/usr/bin/convert", file, "-resize", box, "-quality", QUALITY, folder / f"{file.stem}.jpg"
            ],
        ),
        Side(
            "imgcheck", f"fix --each --tile auto --model {MODEL}",
            lambda file, folder: [
                imgcheck, "fix", "--each", "--tile", "auto", "--model", MODEL, "--out", folder, file
            ],
        ),
    ]
