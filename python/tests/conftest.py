"""What the tests share: the project's fixtures, and a program that can be made to die."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

import pytest

import image_preflight

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "Fixtures" / "images"
GPT, CLAUDE = "databricks-gpt-5", "databricks-claude-3-7-sonnet"

os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")  # it asks the network for prices

sys.path.insert(0, str(ROOT / "Tests" / "Clients"))  # the strict server, and pictures


@pytest.fixture(autouse=True)
def _end_processes():
    yield
    image_preflight.close()


@pytest.fixture
def fragile_program(tmp_path, monkeypatch):
    """Puts `fragile` in the place of the program; gives the log of its starts."""
    monkeypatch.setenv("IMGCHECK_BIN", fragile(tmp_path))
    return tmp_path / "starts"


def fragile(folder: Path) -> str:
    """`imgcheck`, but dying by SIGKILL at a line that holds `poison`."""
    real = image_preflight.find_program()
    script = folder / "fragile"
    script.write_text(
        f"""#!{sys.executable}
import os, signal, subprocess, sys
open({str(folder / "starts")!r}, "a").write(" ".join(sys.argv[1:]) + "\\n")
program = subprocess.Popen([{real!r}, *sys.argv[1:]], stdin=subprocess.PIPE)
for line in sys.stdin.buffer:
    if b"poison" in line:
        program.kill()
        os.kill(os.getpid(), signal.SIGKILL)
    program.stdin.write(line)
    program.stdin.flush()
program.stdin.close()
sys.exit(program.wait())
"""
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)


def data_url(path: Path, media_type: str) -> str:
    import base64

    return f"data:{media_type};base64," + base64.b64encode(path.read_bytes()).decode("ascii")


def chat_body(*urls: str, model: str = GPT) -> dict:
    parts = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    text = {"type": "text", "text": "Größer?"}
    return {"model": model, "messages": [{"role": "user", "content": [text, *parts]}]}


def hooked(data: dict, **settings) -> dict:
    """What LiteLLM's data become by the guardrail."""
    import asyncio

    from image_preflight.litellm import ImagePreflight

    guardrail = ImagePreflight(guardrail_name="images", default_on=True, **settings)
    return asyncio.run(guardrail.async_pre_call_hook(None, None, data, "acompletion"))


def snippet(beginning: str) -> str:
    """The one snippet of docs/python.md that begins so."""
    text = (ROOT / "docs" / "python.md").read_text()
    found = [one for one in re.findall(r"```python\n(.*?)```", text, re.S) if one.startswith(beginning)]
    (only,) = found
    return only


def open_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))
