"""Images that come as rows of bytes: each is a request of its own, and gets a row."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from ._calls import image_of
from ._images import Given
from ._options import StreamFixOptions, StreamOptions, arguments_of
from ._report import Image
from ._streams import stream

NULL = Image(verdict="unchecked", error="The content is null.")


def arguments_for(model: str, fixes: bool, options: dict[str, Any]) -> list[str]:
    """The arguments of the stream. Raises `TypeError` for an unknown option."""
    own = arguments_of(StreamFixOptions if fixes else StreamOptions, options)
    return [f"--model={model}", *(["--fix"] if fixes else []), *own]


def judged(contents: Iterable[bytes | None], arguments: list[str]) -> Iterator[Image]:
    """What is said of each content, in order; few are in memory at a time."""
    nulls: list[bool] = []

    def lines() -> Iterator[bytes]:
        for content in contents:
            nulls.append(content is None)
            if content is not None:
                yield Given("", data=bytes(content)).members

    answers = stream(arguments).answers(lines(), window=2 * (os.cpu_count() or 1))
    for answer in answers:
        while nulls.pop(0):
            yield NULL
        yield image_of(answer, None)
    yield from (NULL for _ in nulls)
