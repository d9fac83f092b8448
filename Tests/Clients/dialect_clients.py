"""The public client or schema of each dialect, and whether it takes a body."""

from __future__ import annotations

import base64

import anthropic
import botocore.session
import openai
from botocore.config import Config
from google import genai
from google.genai import types as gemini
from langchain_core.messages import HumanMessage
from mcp.types import ImageContent

from checks import Failure
from echo import Echo


def chat(echo: Echo, body: dict) -> dict:
    client = openai.OpenAI(base_url=f"{echo.address}/v1", api_key="-", max_retries=0)
    client.chat.completions.create(**body)
    return echo.received[-1]


def responses(echo: Echo, body: dict) -> dict:
    client = openai.OpenAI(base_url=f"{echo.address}/v1", api_key="-", max_retries=0)
    client.responses.create(**body)
    return echo.received[-1]


def messages(echo: Echo, body: dict) -> dict:
    client = anthropic.Anthropic(base_url=echo.address, api_key="-", max_retries=0)
    client.messages.create(**body)
    return echo.received[-1]


def generate_content(echo: Echo, body: dict) -> dict:
    """What arrived, with the contents alone: the client adds options of its own."""
    client = genai.Client(api_key="-", http_options=gemini.HttpOptions(base_url=echo.address))
    contents = [gemini.Content.model_validate(content) for content in body["contents"]]
    client.models.generate_content(model="m", contents=contents)
    arrived = [gemini.Content.model_validate(one) for one in echo.received[-1]["contents"]]
    if arrived != contents:
        raise Failure("the contents arrived as others")
    return body


def converse(echo: Echo, body: dict) -> dict:
    """What arrived; the client takes bytes where JSON has base64, and holds them to its model."""
    client = botocore.session.get_session().create_client(
        "bedrock-runtime",
        region_name="us-east-1",
        endpoint_url=echo.address,
        aws_access_key_id="-",
        aws_secret_access_key="-",
        config=Config(retries={"max_attempts": 0}),
    )
    client.converse(**with_bytes(body))
    return {**echo.received[-1], "modelId": body["modelId"]}


def with_bytes(value: object) -> object:
    """A copy in which `bytes` are bytes."""
    if isinstance(value, list):
        return [with_bytes(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: base64.b64decode(one, validate=True) if key == "bytes" else with_bytes(one)
        for key, one in value.items()
    }


def langchain(_: Echo, body: dict) -> dict:
    for message in body["messages"]:
        blocks = HumanMessage(content=message["content"]).content_blocks
        if not any(block["type"] == "image" for block in blocks):
            raise Failure(f"expected an image among the blocks, found {blocks}")
    return body


def mcp(_: Echo, body: dict) -> dict:
    for part in body["messages"][0]["content"]:
        if part["type"] == "image":
            base64.b64decode(ImageContent.model_validate(part).data, validate=True)
    return body
