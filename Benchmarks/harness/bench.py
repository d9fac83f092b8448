"""What a benchmark is given."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from harness.measuring import Side
from harness.pictures import Pictures

PEERS = Path(__file__).resolve().parents[1] / "peers"


@dataclass(frozen=True)
class Bench:
    """The programs, the pictures and how often each side runs."""

    imgcheck: Path
    before: Path | None
    """An earlier build of imgcheck, to be compared with; nil for none."""

    debian_python: Path
    """Has Pillow, and pyvips with Debian's libvips."""

    wheel_python: Path
    """Has pyvips with the libvips of its wheel."""

    pictures: Pictures
    scratch: Path
    rounds: int

    def own(self, *arguments: object, **options) -> list[Side]:
        """imgcheck, and its earlier build where one is given, with the same arguments."""
        programs = {"imgcheck": self.imgcheck, "imgcheck before": self.before}
        return [
            Side(name, [str(program), *map(str, arguments)], **options)
            for name, program in programs.items()
            if program
        ]

    def peer(self, name: str, script: str, *arguments: object, wheel: bool = False, **options) -> Side:
        python = self.wheel_python if wheel else self.debian_python
        return Side(name, [str(python), str(PEERS / script), *map(str, arguments)], **options)

    def numbered(self, files: list[Path], name: str) -> Path:
        """A folder in which the files are called by their numbers, in that order."""
        folder = self.scratch / name
        if not folder.is_dir():
            folder.mkdir(parents=True)
            for number, file in enumerate(files):
                (folder / f"{number:04}{file.suffix}").hardlink_to(file)
        return folder

    def empty(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def printed(self, *command: object) -> str:
        result = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        return (result.stdout or result.stderr).strip()
