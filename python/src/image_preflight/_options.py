"""The options of calls, which are those of the program, in Python's spelling."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict


class StreamOptions(TypedDict, total=False):
    """How images are judged, each as a request of its own."""

    route: str
    rules: str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
    headers_only: bool
    max_pixels: int
    timeout: int
    jobs: int


class StreamFixOptions(StreamOptions, total=False):
    """What may be done to images, each by itself."""

    resize: Literal["limits", "target", "none"]
    loss: Literal["none", "detail", "meaning"]
    quality: int
    background: str
    budget: int | str
    accept_damage: bool
    squeeze: bool
    small: bool


class CheckOptions(StreamOptions, total=False):
    """How images are judged."""

    detail: Literal["low", "high", "auto", "original"]


class FixOptions(StreamFixOptions, total=False):
    """What may be done to images."""

    tile: Literal["auto", "never", "always"]


class RequestOptions(FixOptions, total=False):
    """What stands in a request, and how images are put into requests."""

    prompt: str
    system: str
    label: str
    detail: Literal["low", "high", "auto", "original"]
    max_tokens: int
    dialect: Literal["chat", "responses", "anthropic", "gemini", "converse"]
    split: Literal["never", "when-needed"]
    order: Literal["keep", "free"]
    on_reject: Literal["fail", "omit"]


class RepairOptions(StreamFixOptions, total=False):
    """What becomes of images in a body that cannot be cured, and of those that are addresses."""

    on_reject: Literal["fail", "omit"]
    omit_text: str
    remote: Literal["fail", "ignore"]


def arguments_of(kind: Any, options: Mapping[str, Any]) -> list[str]:
    """The options as arguments of the program.

    Raises `TypeError` where one is none of `kind`. None and False count as not given.
    """
    known = kind.__annotations__
    arguments: list[str] = []
    for name, value in options.items():
        if name not in known:
            raise TypeError(f"{name!r} is not an option here; known: {', '.join(sorted(known))}")
        option = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            arguments.append(option)
            continue
        is_list = isinstance(value, Sequence) and not isinstance(value, str)
        for one in value if is_list else [value]:
            # One word, so that a prompt that begins with a dash is not taken for an option.
            text = os.path.abspath(os.fspath(one)) if name == "rules" else str(one)
            arguments.append(f"{option}={text}")
    return arguments
