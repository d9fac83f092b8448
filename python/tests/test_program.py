"""How the program is found, and passed through to."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import GPT, IMAGES

import image_preflight
from image_preflight import _program


def fake(folder, name="imgcheck"):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)
    return str(folder / name)


def test_the_places_are_looked_at_in_their_order(tmp_path, monkeypatch):
    scripts, named, path = (fake(tmp_path / name) for name in ("scripts", "named", "path"))
    monkeypatch.setattr(_program, "_script_folders", lambda: [os.path.dirname(scripts)])
    monkeypatch.setenv("IMGCHECK_BIN", named)
    monkeypatch.setenv("PATH", os.path.dirname(path))
    assert image_preflight.find_program() == named
    monkeypatch.delenv("IMGCHECK_BIN")
    assert image_preflight.find_program() == scripts
    os.unlink(scripts)
    assert image_preflight.find_program() == path


def test_a_program_that_is_nowhere_raises(tmp_path, monkeypatch):
    monkeypatch.setattr(_program, "_script_folders", lambda: [])
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("IMGCHECK_BIN", raising=False)
    with pytest.raises(image_preflight.ProgramNotFoundError):
        image_preflight.check(b"", model=GPT)


def test_IMGCHECK_BIN_that_names_nothing_raises(tmp_path, monkeypatch):
    monkeypatch.setenv("IMGCHECK_BIN", str(tmp_path / "gone"))
    with pytest.raises(image_preflight.ProgramNotFoundError, match="gone"):
        image_preflight.find_program()


def test_the_module_is_the_program():
    line = [sys.executable, "-m", "image_preflight", "--model", GPT, str(IMAGES / "cut-jpeg-half.jpg")]
    result = subprocess.run(line, capture_output=True, text=True)
    assert result.returncode == 1 and "IMG105" in result.stdout
