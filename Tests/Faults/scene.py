"""Folders of inputs, what a sound run writes of them, and what must hold after any other run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

MODEL = "databricks-claude-3-7-sonnet"
# What is copied, turned, cut to its first frame, stripped of a position, and scaled.
NAMES = ["png-rgb8.png", "jpeg-photo.jpg", "jpeg-orientation-6.jpg", "gif-2-frames.gif",
         "jpeg-gps.jpg", "size-8001x200.png", "size-1568x700.png"]
# More than a message takes through its socket.
PADDING = bytes(70_000)


class Scene:
    """Inputs in `in`, outputs in `out`, and the outputs that a sound run writes."""

    def __init__(self, program: Path, fixtures: Path, folder: Path) -> None:
        self.program = program
        self.folder = folder
        self.out = folder / "out"
        inputs = folder / "in"
        inputs.mkdir(parents=True)
        for name in NAMES:
            shutil.copy(fixtures / name, inputs / name)
        (inputs / "sub").mkdir()
        padded = (fixtures / NAMES[0]).read_bytes() + PADDING
        (inputs / "sub" / "padded.png").write_bytes(padded)
        self.inputs = content(inputs)
        run = self.run()
        if run.returncode != 0:
            raise SystemExit(f"a sound run ends with {run.returncode}: {run.stderr}")
        self.outputs = content(self.out)

    @property
    def command(self) -> list[str]:
        return [str(self.program), "fix", "--model", MODEL, "--out", "out", "--force", "in"]

    def run(
        self, environment: dict[str, str] | None = None, *, replaces: bool = True
    ) -> subprocess.CompletedProcess[str]:
        command = [word for word in self.command if replaces or word != "--force"]
        return subprocess.run(command, cwd=self.folder, env=environment, text=True,
                              capture_output=True, check=False, timeout=120, errors="replace")

    def clear(self) -> None:
        """Leaves no outputs, as before the first run."""
        shutil.rmtree(self.out, ignore_errors=True)

    def complaints(self, *, allows_leftovers: bool) -> list[str]:
        """What is wrong with the files as they are."""
        found = []
        if content(self.folder / "in") != self.inputs:
            found.append("an input changed")
        for name, data in content(self.out).items():
            if Path(name).name.startswith(".imgcheck-"):
                if not allows_leftovers:
                    found.append(f"{name} was left")
            elif data != self.outputs.get(name):
                found.append(f"{name} is not whole")
        return found

    def is_complete(self) -> bool:
        return content(self.out) == self.outputs


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path there."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}
