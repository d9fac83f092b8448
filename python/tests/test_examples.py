"""Every example, run as its first line says."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest
from conftest import GPT, IMAGES, ROOT
from server import Endpoint

EXAMPLES = ROOT / "python" / "examples"
TAKEN = ("jpeg-photo.jpg", "gif-2-frames.gif", "cut-jpeg-half.jpg")
VERDICTS = ("accepted", "fixable", "rejected")


def run(name: str, *arguments: str) -> str:
    """What the example prints."""
    line = [sys.executable, str(EXAMPLES / name), *arguments]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    result = subprocess.run(line, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture
def folder(tmp_path):
    images = tmp_path / "images"
    images.mkdir()
    for name in TAKEN:
        shutil.copy(IMAGES / name, images)
    return images


@pytest.mark.parametrize(("name", "verdict"), list(zip(TAKEN, VERDICTS)))
def test_check(name, verdict):
    assert run("check.py", GPT, str(IMAGES / name)).startswith(verdict)


def test_repair_openai():
    pytest.importorskip("openai")
    with Endpoint() as endpoint:
        run("repair_openai.py", endpoint.base_url, GPT, str(IMAGES / "gif-2-frames.gif"))
        assert len(endpoint.accepted) == 1


def test_fix_spark(folder, tmp_path):
    pytest.importorskip("pyspark")
    parquet = pytest.importorskip("pyarrow.parquet")
    run("fix_spark.py", GPT, str(folder), str(tmp_path / "fixed"))
    rows = parquet.read_table(tmp_path / "fixed").to_pylist()
    fixed = {row["path"].rpartition("/")[2]: row["fixed"] is not None for row in rows}
    assert fixed == dict(zip(TAKEN, [True, True, False]))


def test_fix_ray(folder):
    pytest.importorskip("ray.data")
    said = run("fix_ray.py", GPT, str(folder))
    assert all(verdict in said for verdict in VERDICTS)


@pytest.mark.skipif(importlib.util.find_spec("nbclient") is None, reason="needs nbclient")
def test_the_notebook(tmp_path, monkeypatch):
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.chdir(tmp_path)
    notebook = nbformat.read(EXAMPLES / "five_hundred_images.ipynb", as_version=4)
    NotebookClient(notebook, kernel_name="python3", timeout=300).execute()
    texts = [
        output.get("text", "") + str(output.get("data", {}).get("text/plain", ""))
        for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs
    ]  # fmt: skip
    assert "500 images" in "".join(texts) and "requests" in "".join(texts)
