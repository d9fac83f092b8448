"""The package before a type checker, as its users run one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")

PROGRAM = Path(__file__).parent / "typed_program.py"


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_a_strict_checker_knows_the_calls(version, tmp_path):
    line = [
        sys.executable, "-m", "mypy", "--strict", "--python-version", version,
        "--cache-dir", str(tmp_path), str(PROGRAM),
    ]  # fmt: skip
    result = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
