"""The guardrail, as LiteLLM calls it, and what LiteLLM sends then."""

from __future__ import annotations

import pytest
from conftest import GPT, IMAGES, chat_body, data_url, hooked

litellm = pytest.importorskip("litellm")

from litellm.exceptions import GuardrailRaisedException  # noqa: E402
from server import Endpoint  # noqa: E402

from image_preflight._calls import bytes_of  # noqa: E402

GIF = data_url(IMAGES / "gif-2-frames.gif", "image/gif")


def send(data, endpoint):
    return litellm.completion(
        model=f"openai/{data['model']}", messages=data["messages"], api_base=endpoint.base_url,
        api_key="x", num_retries=0,
    )  # fmt: skip


def test_what_is_refused_raw_is_accepted():
    with Endpoint() as endpoint:
        with pytest.raises(litellm.BadRequestError):
            send(chat_body(GIF), endpoint)
        keeps = object()  # LiteLLM's own data is no JSON, and stays
        data = hooked({**chat_body(GIF), "litellm_logging_obj": keeps})
        assert data["litellm_logging_obj"] is keeps
        send(data, endpoint)
        assert len(endpoint.accepted[0].images) == 1


def test_what_cannot_be_cured_is_refused():
    with pytest.raises(GuardrailRaisedException, match="not whole") as raised:
        hooked(chat_body(data_url(IMAGES / "cut-jpeg-half.jpg", "image/jpeg")))
    assert raised.value.status_code == 400


def test_an_alias_needs_the_name_of_its_rules():
    body = chat_body(GIF, model="vision")
    assert hooked(dict(body)) == body
    assert hooked(dict(body), preflight_model=GPT) != body


def test_what_has_no_turns_passes():
    assert hooked({"model": "m", "input": "x"}) == {"model": "m", "input": "x"}


def test_what_else_is_large_counts():
    noise = jpeg_of_bytes(9_500_000)
    tool = {"type": "function", "function": {"name": "f", "description": "x" * 2_000_000}}
    data = {**chat_body(noise), "tools": [tool]}
    assert len(bytes_of(hooked(dict(data)))) <= 10_000_000
    assert hooked(dict(data))["tools"] == [tool]


def jpeg_of_bytes(byte_count: int) -> str:
    """A data URL of about so many bytes: noise, which is cured by fewer pixels or another quality."""
    import base64

    from pictures import jpeg, noisy_picture

    edge = 1500
    while True:
        data = base64.b64encode(jpeg(noisy_picture(1, edge, edge), 95)).decode("ascii")
        if len(data) > byte_count:
            return "data:image/jpeg;base64," + data
        edge += 100
