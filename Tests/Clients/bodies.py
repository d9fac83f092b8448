"""Bodies as a program without imgcheck builds them."""

from __future__ import annotations

import base64
import json
import mimetypes
from pathlib import Path

GPT_5, GPT_5_MINI, GPT_5_NANO = "databricks-gpt-5", "databricks-gpt-5-mini", "databricks-gpt-5-nano"
GEMMA, LLAMA = "databricks-gemma-3-12b", "databricks-llama-4-maverick"
CLAUDE = "databricks-claude-3-7-sonnet"
MODELS = [GPT_5, GPT_5_MINI, GPT_5_NANO, GEMMA, LLAMA, CLAUDE]


def text_part(text: str) -> dict:
    return {"type": "text", "text": text}


def image_part(media_type: str, data: bytes) -> dict:
    url = f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
    return {"type": "image_url", "image_url": {"url": url}}


def body(model: str, *parts: dict, **options) -> bytes:
    """A body with one message of the user that holds these parts."""
    document = {"model": model, "messages": [{"role": "user", "content": list(parts)}], **options}
    return json.dumps(document, separators=(",", ":")).encode("utf-8")


def naive_body(model: str, prompt: str, files: list[Path]) -> bytes:
    """All files in one request, each with the media type that its name suggests."""
    mimetypes.add_type("image/webp", ".webp")
    parts = [
        image_part(mimetypes.guess_type(file.name)[0] or "image/jpeg", file.read_bytes())
        for file in files
    ]
    return body(model, text_part(prompt), *parts)
