"""The snippets of docs/python.md, run as they are printed."""

from __future__ import annotations

import shutil

import pytest
from conftest import GPT, IMAGES, chat_body, data_url, snippet


def test_the_verdict(tmp_path, monkeypatch, capsys):
    shutil.copy(IMAGES / "gif-2-frames.gif", tmp_path / "chart.png")
    monkeypatch.chdir(tmp_path)
    exec(snippet("from image_preflight import check"), {
        "photo_bytes": (IMAGES / "jpeg-photo.jpg").read_bytes(),
    })  # fmt: skip
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("chart.png fixable ") and second == "images[1] accepted None"


@pytest.mark.parametrize(("name", "said"), [("gif-2-frames.gif", ""), ("cut-gif-half.gif", "whole")])
def test_the_repaired_request(name, said, monkeypatch, capsys):
    pytest.importorskip("openai")
    from server import Endpoint

    with Endpoint() as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "x")
        messages = chat_body(data_url(IMAGES / name, "image/gif"), model=GPT)["messages"]
        exec(snippet("import openai"), {"messages": messages})
        assert len(endpoint.accepted) == (0 if said else 1)
    assert said in capsys.readouterr().out


def test_ray(tmp_path):
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    for name in ("jpeg-photo.jpg", "gif-2-frames.gif"):
        shutil.copy(IMAGES / name, tmp_path)
    names = {"folder": str(tmp_path)}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        exec(snippet("import ray"), names)
        rows = names["fixed"].take_all()
    finally:
        ray.shutdown()
    assert sorted(row["verdict"] for row in rows) == ["accepted", "fixable"]
    assert all(row["fixed"] for row in rows)
