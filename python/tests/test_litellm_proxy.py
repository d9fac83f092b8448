"""LiteLLM's proxy, started as the example says, before the strict server."""

from __future__ import annotations

import importlib.util
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT
from refused import MODELS, NotSent, check_way, named, refused

openai = pytest.importorskip("openai")
yaml = pytest.importorskip("yaml")
if not all(map(importlib.util.find_spec, ("litellm", "fastapi", "apscheduler"))):
    pytest.skip("needs LiteLLM with what its proxy imports", allow_module_level=True)

from server import Endpoint  # noqa: E402

CONFIGURATION = ROOT / "python" / "examples" / "litellm.yaml"
SECONDS_TO_START = 120
ALIAS = "vision"


def configuration(endpoint: Endpoint) -> dict:
    """The example's, with the server in the place of the provider, and two more guardrails.

    A request names those that are not on by default. `vision` is the example's alias.
    """
    document = yaml.safe_load(CONFIGURATION.read_text())
    to_server = {"api_base": endpoint.base_url, "api_key": "x"}
    (alias,) = document["model_list"]
    _, _, model = alias["litellm_params"]["model"].partition("/")
    models = {alias["model_name"]: model, **{name: name for name in MODELS.values()}}
    document["model_list"] = [
        {"model_name": name, "litellm_params": {"model": f"hosted_vllm/{known}", **to_server}}
        for name, known in models.items()
    ]
    (guardrail,) = document["guardrails"]
    own = {**guardrail["litellm_params"], "default_on": False}
    known = {key: value for key, value in own.items() if key != "preflight_model"}
    document["guardrails"] = [
        {"guardrail_name": "alias", "litellm_params": own},
        {"guardrail_name": "fail", "litellm_params": known},
        {
            "guardrail_name": "omit",
            "litellm_params": {**known, "preflight_options": {"on_reject": "omit"}},
        },
    ]
    return document


@contextmanager
def proxy(document: dict, folder: Path) -> Iterator[openai.OpenAI]:
    """The proxy, and a client for it."""
    file, log, key = folder / "litellm.yaml", folder / "log", f"sk-{secrets.token_hex(32)}"
    file.write_text(yaml.safe_dump(document))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    program = os.path.join(os.path.dirname(sys.executable), "litellm")
    line = [program, "--config", str(file), "--host", "127.0.0.1", "--port", port]
    with open(log, "wb") as output:
        process = subprocess.Popen(
            line, env={**os.environ, "LITELLM_MASTER_KEY": key}, stdout=output, stderr=output,
            cwd=folder,
        )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + SECONDS_TO_START
        while not answers(f"{url}/health/liveliness"):
            assert process.poll() is None and time.monotonic() < until, log.read_text()[-4000:]
            time.sleep(0.2)
        yield openai.OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)
    finally:
        process.terminate()
        process.wait(30)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with Endpoint() as endpoint:
        with proxy(configuration(endpoint), tmp_path_factory.mktemp("proxy")) as client:
            yield endpoint, client


@pytest.fixture
def endpoint(served):
    served[0].accepted.clear()
    return served[0]


@pytest.fixture
def by_proxy(served):
    def way(_, body, options, guardrail=None):
        chosen = guardrail or ("omit" if options else "fail")
        try:
            served[1].chat.completions.create(**body, extra_body={"guardrails": [chosen]})
        except openai.BadRequestError as error:
            raise NotSent(str(error)) from None

    return way


CASES = [one for one in refused() if not one.is_large]


@pytest.mark.parametrize("case", named(CASES))
def test_what_is_refused_raw_is_accepted(case, by_proxy, tmp_path, endpoint):
    check_way(by_proxy, case, tmp_path, endpoint)


def case_of(name: str):
    (case,) = (one for one in CASES if one.name == name)
    return case


def test_what_cannot_be_cured_does_not_leave(by_proxy, tmp_path, endpoint):
    case = case_of("damaged files, gpt")
    body = case.body(case.scenario.make(tmp_path))
    with pytest.raises(NotSent, match="not whole"):
        by_proxy(endpoint, body, {})
    assert endpoint.accepted == []


def test_an_alias_is_judged_by_the_rules_that_the_example_names(by_proxy, tmp_path, endpoint):
    case = case_of("animated GIF and WebP, CMYK, sideways, gpt")
    body = {**case.body(case.scenario.make(tmp_path)), "model": ALIAS}
    with pytest.raises(NotSent, match="Animated"):
        by_proxy(endpoint, body, {}, guardrail="fail")
    by_proxy(endpoint, body, {}, guardrail="alias")
    assert len(endpoint.accepted) == 1
