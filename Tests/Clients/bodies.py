"""Chat-completions bodies and their parts."""

from __future__ import annotations

import base64
import json

GPT_5, GPT_5_MINI, GPT_5_NANO = "databricks-gpt-5", "databricks-gpt-5-mini", "databricks-gpt-5-nano"
GEMMA, LLAMA = "databricks-gemma-3-12b", "databricks-llama-4-maverick"
CLAUDE = "databricks-claude-3-7-sonnet"
MODELS = [GPT_5, GPT_5_MINI, GPT_5_NANO, GEMMA, LLAMA, CLAUDE]


def text_part(text: str) -> dict:
    return {"type": "text", "text": text}


def image_part(media_type: str, data: bytes) -> dict:
    return {"type": "image_url", "image_url": {"url": data_url(media_type, data)}}


def data_url(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


def body(model: str, *parts: dict, **options) -> bytes:
    """A body with one message of the user that holds these parts."""
    document = {"model": model, "messages": [{"role": "user", "content": list(parts)}], **options}
    return compact(document)


def compact(document: dict) -> bytes:
    return json.dumps(document, separators=(",", ":")).encode("utf-8")
