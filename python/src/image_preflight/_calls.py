"""The calls: check, fix, request, repair."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._command import Group, repaired, run, scratch_folder
from ._errors import BodyError, UsageError
from ._images import Given, ImageLike, given, is_one_image
from ._options import (
    CheckOptions,
    FixOptions,
    RepairOptions,
    RequestOptions,
    StreamFixOptions,
    arguments_of,
)
from ._report import Image, Model, Report, from_json, worst
from ._stream import Answer
from ._streams import stream

if TYPE_CHECKING:
    from typing_extensions import Unpack

Body = TypeVar("Body", bytes, bytearray, str, dict[str, Any])


def check(
    images: ImageLike | Iterable[ImageLike],
    *,
    model: str,
    each: bool = False,
    **options: Unpack[CheckOptions],
) -> Report:
    """Judges images for a model, as one request; with `each`, every image as one of its own.

    Raises `TypeError` for what is no image, `UsageError` for an unknown model,
    `ProgramNotFoundError`, `ProgramFailedError`.
    """
    arguments = _arguments(CheckOptions, model, options)
    found = given(images)
    is_apart = each or _is_alone(images, found)
    if not found or (is_apart and _suits_stream(options)):
        return _report(model, found, arguments)
    with scratch_folder() as scratch:
        group = Group(found, scratch, is_apart)
        return group.named(run("check", [*arguments, *group.arguments], scratch).report)


def fix(
    images: ImageLike | Iterable[ImageLike],
    *,
    model: str,
    each: bool = False,
    **options: Unpack[FixOptions],
) -> Report:
    """Makes images acceptable; of each image in the report, `data` is what to send.

    An image that needs nothing has its own bytes there, one that cannot be cured has None and
    says why in `refusal`. One that was cut has None too: each of `output.tiles` has its own.
    The verdict is that of the images as they came. Raises as `check`.
    """
    arguments = _arguments(FixOptions, model, options)
    found = given(images)
    is_apart = each or _is_alone(images, found)
    if not found or (is_apart and _suits_stream(options)):
        return _report(model, found, ["--fix", *arguments])
    with scratch_folder() as scratch:
        group = Group(found, scratch, is_apart)
        out = os.path.join(scratch, "out")
        report = run("fix", [*arguments, f"--out={out}", *group.arguments], scratch).report
        written = replace(report, images=[_with_data(image) for image in report.images])
        return group.named(written)


@dataclass(frozen=True)
class Requests:
    """Requests that hold the images; none where something could not be cured."""

    report: Report
    bodies: list[bytes] = field(default_factory=list, repr=False)


def request(
    images: ImageLike | Iterable[ImageLike], *, model: str, **options: Unpack[RequestOptions]
) -> Requests:
    """Cures images and writes the bodies that carry them, in as few requests as can hold them.

    Raises as `check`.
    """
    arguments = _arguments(RequestOptions, model, options)
    found = given(images)
    if not found:
        raise UsageError("There is no image to put into a request.")
    with scratch_folder() as scratch:
        group = Group(found, scratch)
        out = os.path.join(scratch, "out")
        report = run("request", [*arguments, f"--out={out}", *group.arguments], scratch).report
        bodies = []
        for receipt in report.requests:
            if receipt.path is not None:
                with open(receipt.path, "rb") as file:
                    bodies.append(file.read())
        receipts = [replace(receipt, path=None) for receipt in report.requests]
        return Requests(group.named(replace(report, requests=receipts)), bodies)


@dataclass(frozen=True)
class Repair(Generic[Body]):
    """A body whose images were cured, as it was given: bytes, text or an object.

    `body` is None where an image could be neither cured nor looked at; the report names it.
    """

    report: Report
    body: Body | None = field(repr=False)
    is_changed: bool


def repair(
    body: Body, *, model: str | None = None, **options: Unpack[RepairOptions]
) -> Repair[Body]:
    """Cures the images in a request body, and leaves the rest byte for byte.

    `model` is needed where the body names none that has a table, and wins. Raises `BodyError`
    where this is no body, else as `check`.
    """
    arguments = arguments_of(RepairOptions, options)
    if model is not None:
        arguments.append(f"--model={model}")
    before = bytes_of(body)
    after, report = repaired(before, arguments)
    is_changed = after is not None and after != before
    if after is None or not is_changed:
        return Repair(report, None if after is None else body, is_changed)
    result: Any = after
    if isinstance(body, str):
        result = after.decode("utf-8")
    elif isinstance(body, bytearray):
        result = bytearray(after)
    elif not isinstance(body, bytes):
        result = json.loads(after)
    return Repair(report, result, is_changed)


def bytes_of(body: Any) -> bytes:
    """The bytes of a body: those of an object are as SDKs write it. Raises `BodyError`."""
    if isinstance(body, (bytes, bytearray)):
        return bytes(body)
    is_text = isinstance(body, str)
    text = body if is_text else json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        # Half of a pair of surrogates, as where a text was cut: no SDK can send that.
        raise BodyError(f"The body cannot be sent: {error}") from error


def image_of(answer: Answer, source: str | None) -> Image:
    """The image that an answer of a stream says, with the bytes that it hands back."""
    image = from_json(Image, answer)
    data = image.data and base64.b64decode(image.data)
    return replace(image, source=source, data=data)


def _report(model: str, images: list[Given], arguments: list[str]) -> Report:
    lines = (image.members for image in images if image.error is None)
    window = 2 * (os.cpu_count() or 1)
    answers = stream(arguments).answers(lines, window)
    judged = [
        image_of(next(answers), image.source)
        if image.error is None
        else Image(verdict="unchecked", source=image.source, error=image.error)
        for image in images
    ]
    return Report(Model(model), worst(image.verdict for image in judged), judged)


def _arguments(kind: Any, model: str, options: Any) -> list[str]:
    return [f"--model={model}", *arguments_of(kind, options)]


def _is_alone(images: Any, found: list[Given]) -> bool:
    # Of one image, a stream says the same as of a request that holds it alone.
    return is_one_image(images) or len(found) == 1


def _suits_stream(options: Any) -> bool:
    # What a stream does not know, a run of the command does.
    return all(
        name in StreamFixOptions.__annotations__ or value in (None, False)
        for name, value in options.items()
    )


def _with_data(image: Image) -> Image:
    if image.output is None:
        return image
    media_type = f"image/{image.output.format}"
    tiles = [replace(tile, data=_bytes_at(tile.path), path=None) for tile in image.output.tiles]
    data = _bytes_at(image.output.path)
    if not tiles and data is None:
        return image
    return replace(
        image,
        output=replace(image.output, path=None, tiles=tiles),
        data=data,
        media_type=media_type,
    )


def _bytes_at(path: str | None) -> bytes | None:
    if path is None:
        return None
    with open(path, "rb") as file:
        return file.read()
