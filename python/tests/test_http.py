"""OpenAI's and Anthropic's clients, before a server that refuses what providers do."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import CLAUDE, GPT, IMAGES, chat_body, data_url

openai = pytest.importorskip("openai")
anthropic = pytest.importorskip("anthropic")

from server import Endpoint  # noqa: E402  the strict server of Tests/Clients

import image_preflight  # noqa: E402
from image_preflight import anthropic as for_anthropic  # noqa: E402
from image_preflight import openai as for_openai  # noqa: E402

GIF, PHOTO = data_url(IMAGES / "gif-2-frames.gif", "image/gif"), IMAGES / "jpeg-photo.jpg"
CURABLE = {
    "an animation": [GIF],
    "a wrong media type": [data_url(PHOTO, "image/png")],
    "both": [GIF, data_url(PHOTO, "image/png")],
}
CUT = data_url(IMAGES / "cut-jpeg-half.jpg", "image/jpeg")


@pytest.fixture
def endpoint():
    with Endpoint() as endpoint:
        yield endpoint


def client(endpoint, **options):
    return openai.OpenAI(base_url=endpoint.base_url, api_key="x", max_retries=2, **options)


@pytest.mark.parametrize("what", CURABLE)
def test_what_is_refused_raw_is_accepted(endpoint, what):
    body = chat_body(*CURABLE[what])
    with pytest.raises(openai.BadRequestError):
        client(endpoint).chat.completions.create(**body)
    client(endpoint, http_client=for_openai.http_client()).chat.completions.create(**body)
    (accepted,) = endpoint.accepted
    assert len(accepted.images) == len(CURABLE[what]) and accepted.texts == ["Größer?"]


def test_what_is_refused_raw_is_accepted_async(endpoint):
    async def main():
        http = for_openai.async_http_client()
        async with openai.AsyncOpenAI(
            base_url=endpoint.base_url, api_key="x", http_client=http
        ) as client:
            one = client.chat.completions.create(**chat_body(GIF))
            await asyncio.gather(one, client.chat.completions.create(**chat_body(GIF, GIF)))
            with pytest.raises(openai.BadRequestError, match="not whole"):
                await client.chat.completions.create(**chat_body(CUT))

    asyncio.run(main())
    assert sorted(len(accepted.images) for accepted in endpoint.accepted) == [1, 2]


def test_what_cannot_be_cured_does_not_leave(endpoint):
    http = for_openai.http_client()
    with pytest.raises(openai.BadRequestError, match="messages.0..content.2.*not whole") as raised:
        client(endpoint, http_client=http).chat.completions.create(
            **chat_body(data_url(PHOTO, "image/jpeg"), CUT)
        )
    assert raised.value.code == "image_preflight" and endpoint.accepted == []


def test_what_cannot_be_cured_is_left_out_on_demand(endpoint):
    http = for_openai.http_client(on_reject="omit")
    client(endpoint, http_client=http).chat.completions.create(**chat_body(GIF, CUT))
    assert [len(accepted.images) for accepted in endpoint.accepted] == [1]


def test_the_rules_of_an_endpoint_of_ones_own(monkeypatch):
    with Echo() as echo:
        for model, changes in ((None, False), (GPT, True)):
            http = for_openai.http_client(model=model)
            body = chat_body(GIF, model="my-endpoint")
            ask(openai.OpenAI(base_url=echo.url, api_key="x", http_client=http), body)
            assert (echo.bodies.pop() != body) == changes


def test_what_is_no_conversation_passes():
    with Echo() as echo:
        http = for_openai.http_client(model=GPT)
        sdk = openai.OpenAI(base_url=echo.url, api_key="x", http_client=http)
        sdk.post("/embeddings", cast_to=object, body={"model": "m", "input": "x"})
        assert echo.bodies == [{"model": "m", "input": "x"}]


def test_addresses_pass_unless_they_are_to_fail():
    body = chat_body("https://example.org/a.png")
    with Echo() as echo:
        ask(openai.OpenAI(base_url=echo.url, api_key="x", http_client=for_openai.http_client()), body)
        assert echo.bodies == [body]
        http = for_openai.http_client(remote="fail")
        with pytest.raises(openai.BadRequestError):
            ask(openai.OpenAI(base_url=echo.url, api_key="x", http_client=http), body)
        assert len(echo.bodies) == 1


def test_a_client_for_an_unknown_model_is_not_made():
    with pytest.raises(image_preflight.UsageError):
        for_openai.http_client(model="nope")


def test_anthropic_sends_what_is_taken():
    data = PHOTO.read_bytes()
    import base64

    source = {
        "type": "base64", "media_type": "image/png", "data": base64.b64encode(data).decode(),
    }  # fmt: skip
    messages = [{"role": "user", "content": [{"type": "image", "source": source}]}]
    with Echo() as echo:
        sdk = anthropic.Anthropic(
            base_url=echo.url, api_key="x", http_client=for_anthropic.http_client()
        )
        sdk.post("/v1/messages", cast_to=object, body={"model": CLAUDE, "max_tokens": 9, "messages": messages})
        sent = echo.bodies[0]["messages"][0]["content"][0]["source"]
        assert sent == {**source, "media_type": "image/jpeg"}
        source["data"] = CUT.partition(",")[2]
        with pytest.raises(anthropic.BadRequestError, match="not whole"):
            sdk.messages.create(model=CLAUDE, max_tokens=9, messages=messages)
        assert len(echo.bodies) == 1


def test_the_example_runs(endpoint):
    example = Path(__file__).parents[1] / "examples" / "repair_openai.py"
    line = [sys.executable, example, endpoint.base_url, GPT, IMAGES / "gif-2-frames.gif"]
    result = subprocess.run(line, capture_output=True, text=True)
    assert (result.stdout, result.stderr) == ("1 images\n", "")


def ask(sdk, body):
    sdk.post("/chat/completions", cast_to=object, body=body)


class Echo(ThreadingHTTPServer):
    """Keeps what is posted."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.bodies, self.url = [], f"http://127.0.0.1:{self.server_port}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.bodies.append(json.loads(body))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format, *arguments):
        pass
