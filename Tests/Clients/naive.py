"""What a program without imgcheck sends."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from bodies import compact, data_url
from message import Message


def naive_urls(files: list[Path]) -> list[str]:
    """Every file as it is, with the media type that its name suggests."""
    mimetypes.add_type("image/webp", ".webp")
    return [
        data_url(mimetypes.guess_type(file.name)[0] or "image/jpeg", file.read_bytes())
        for file in files
    ]


def naive_body(model: str, message: Message, files: list[Path], urls: list[str]) -> bytes:
    """All files in one request."""
    return compact(message.document(model, [file.name for file in files], urls))
