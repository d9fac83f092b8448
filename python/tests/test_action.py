"""The GitHub Action's steps, run as a runner runs them, with the wheel that `./run package` makes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import GPT, IMAGES, ROOT

yaml = pytest.importorskip("yaml")

WHEELS = [*ROOT.glob(".package/*.whl"), *ROOT.glob("*.whl")]
pytestmark = pytest.mark.skipif(not WHEELS, reason="needs the wheel that ./run package makes")


def run_action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the steps in the folder until one fails."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    given = {name: one.get("default") for name, one in action["inputs"].items()} | inputs
    environment = {name: text for name, text in os.environ.items() if name != "IMGCHECK_BIN"}
    environment["RUNNER_TEMP"] = str(folder / "temp")
    environment["PATH"] = os.path.dirname(sys.executable) + os.pathsep + environment["PATH"]
    for step in action["runs"]["steps"]:
        filled = {
            name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], text)
            for name, text in step["env"].items()
        }
        line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        result = subprocess.run(
            line, cwd=folder, env={**environment, **filled}, capture_output=True, text=True
        )
        if result.returncode:
            break
    return result


@pytest.mark.parametrize(("name", "status"), [("jpeg-photo.jpg", 0), ("gif-2-frames.gif", 1)])
def test_the_action_stops_what_would_be_refused(name, status, tmp_path):
    shutil.copy(IMAGES / name, tmp_path)
    result = run_action(tmp_path, model=GPT, package=str(WHEELS[0]))
    assert result.returncode == status, result.stdout + result.stderr
    assert (f"::error file={name}" in result.stdout) == (status == 1)


def test_paths_and_arguments_are_lines(tmp_path):
    for name in ("gif-2-frames.gif", "jpeg-photo.jpg"):
        shutil.copy(IMAGES / name, tmp_path / f"a {name}")
    result = run_action(
        tmp_path, model=GPT, package=str(WHEELS[0]), paths="a gif-2-frames.gif\na jpeg-photo.jpg\n",
        arguments="--ignore\nIMG103\n",
    )  # fmt: skip
    assert "IMG103" not in result.stdout and result.returncode in (0, 1), result.stderr
