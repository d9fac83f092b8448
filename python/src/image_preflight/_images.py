"""What may stand for an image."""

from __future__ import annotations

import base64
import io
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, Union, runtime_checkable

from ._png import png_of_array


@runtime_checkable
class Readable(Protocol):
    """A file that is open for reading bytes."""

    def read(self) -> bytes: ...


ImageLike = Union[bytes, bytearray, memoryview, str, "os.PathLike[str]", Readable, Any]
"""Bytes of a file, a path, an open file, a PIL image, or an array of numpy."""


@dataclass(frozen=True)
class Given:
    """An image as it was given: a path, or bytes; or why there are none."""

    source: str
    path: str | None = None
    data: bytes | None = None
    error: str | None = None

    @property
    def members(self) -> bytes:
        """What says in a line of `imgcheck stream` which image is meant."""
        if self.data is not None:
            return b'"data":"' + base64.b64encode(self.data) + b'"'
        return b'"path":' + json.dumps(os.path.abspath(self.path or "")).encode("ascii")


def is_one_image(images: Any) -> bool:
    """Whether this is one image, and not several."""
    if isinstance(images, (str, bytes, bytearray, memoryview, os.PathLike)):
        return True
    return hasattr(images, "read") or _is_pil(images) or hasattr(images, "__array_interface__")


def given(images: ImageLike | Iterable[ImageLike]) -> list[Given]:
    """Takes images in. Raises `TypeError` where something is none."""
    several: Any = [images] if is_one_image(images) else images
    return [given_one(image, place) for place, image in enumerate(several)]


def given_one(image: ImageLike, place: int = 0) -> Given:
    """Takes an image in; `place` is its index among all, by which it is named if need be."""
    name = f"images[{place}]"
    if isinstance(image, (str, os.PathLike)):
        return _from_path(os.fsdecode(image))
    if isinstance(image, (bytes, bytearray, memoryview)):
        return Given(name, data=bytes(image))
    if _is_pil(image):
        filename = getattr(image, "filename", "")
        return _from_pil(image, filename if isinstance(filename, str) and filename else name)
    if hasattr(image, "__array_interface__"):
        return Given(name, data=png_of_array(image))
    if hasattr(image, "read"):
        return _from_file(image, name)
    raise TypeError(
        f"Expected bytes, a path, an open file, a PIL image or an array, found {type(image)!r}"
    )


def _from_path(path: str) -> Given:
    if "\0" in path:
        return Given(path, error="A path holds no NUL.")
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        # JSON cannot carry such a name, so the bytes go.
        try:
            with open(path, "rb") as file:
                return Given(path, data=file.read())
        except OSError as error:
            return Given(path, error=error.strerror or str(error))
    return Given(path, path=path)


def _from_file(file: Any, name: str) -> Given:
    if isinstance(file, io.TextIOBase):
        raise TypeError("Expected a file that is open in binary mode, found one of text")
    own = getattr(file, "name", None)
    source = own if isinstance(own, str) else name
    try:
        start = file.tell() if file.seekable() else None
    except (AttributeError, OSError):
        start = None
    try:
        data = file.read()
        if start is not None:
            file.seek(start)  # whoever sends the file next reads it again
    except (OSError, ValueError) as error:
        return Given(source, error=getattr(error, "strerror", None) or str(error))
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"Expected a file that is open in binary mode, found {type(data)!r} in it")
    return Given(source, data=bytes(data))


def _from_pil(image: Any, source: str) -> Given:
    try:
        return Given(source, data=_png_of_pil(image))
    except Exception as error:
        # An image of a file is decoded only now, and each reader of Pillow fails in its own way.
        return Given(source, error=f"Pillow cannot read it: {error or type(error).__name__}")


def _is_pil(image: Any) -> bool:
    return any(
        kind.__module__ == "PIL.Image" and kind.__name__ == "Image" for kind in type(image).__mro__
    )


_PNG_MODES = {"1", "L", "LA", "I;16", "P", "RGB", "RGBA"}


def _png_of_pil(image: Any) -> bytes:
    """The frame that the image shows, with its profile and the orientation that it says."""
    options: dict[str, Any] = {}
    exif = image.getexif()
    if exif.get(0x0112, 1) != 1:
        kept = type(exif)()
        kept[0x0112] = exif[0x0112]
        options["exif"] = kept
    profile = image.info.get("icc_profile")
    if image.mode not in _PNG_MODES:
        # A profile of other channels would be wrong for the converted pixels.
        image = image.convert("RGBA" if image.mode in ("PA", "La", "RGBa") else "RGB")
    elif profile:
        options["icc_profile"] = profile
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1, **options)
    return buffer.getvalue()
