"""Decides as a provider would whether a chat-completions body is taken.

Nothing of imgcheck is used: the body is parsed by Python, the images are decoded by Pillow.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
import re
import warnings
from dataclasses import dataclass, field

from PIL import Image, ImageFile, ImageOps

from limits import LIMITS, MEDIA_TYPES, ModelLimits

warnings.simplefilter("error", Image.DecompressionBombWarning)
ImageFile.LOAD_TRUNCATED_IMAGES = False

DATA_URL = re.compile(r"data:([^;,]*);base64,(.*)", re.DOTALL)
IMAGE = "(image)"
"""What stands in an outline in place of a data URL."""

SIGNATURE_EDGE = 24
"""Side of the small grey picture that tells which input an image came from."""


class Refusal(Exception):
    """A body that is not taken: its HTTP status, the kind of rule it breaks, and the message."""

    def __init__(self, kind: str, message: str, status: int = 400):
        super().__init__(message)
        self.kind, self.message, self.status = kind, message, status


@dataclass(frozen=True)
class ReceivedImage:
    """An image as it came: where in the body, what it is, and how it looks."""

    place: str
    format: str
    width: int
    height: int
    frame_count: int
    file_bytes: int
    base64_bytes: int
    signature: bytes


@dataclass
class Accepted:
    """A body that is taken; `outline` is the whole document with `IMAGE` for each data URL."""

    model: str
    body_sha256: str
    body_bytes: int
    outline: dict
    texts: list[str] = field(default_factory=list)
    images: list[ReceivedImage] = field(default_factory=list)


def judge(body: bytes) -> Accepted:
    """Returns what the body holds. Raises Refusal where the model would not take it."""
    document = parse(body)
    limits = limits_of(document)
    if limits.body_bytes is not None and len(body) > limits.body_bytes:
        raise Refusal("body bytes", "Request exceeds the maximum size", status=413)
    digest = hashlib.sha256(body).hexdigest()
    accepted = Accepted(document["model"], digest, len(body), outline_of(document))
    image_parts = []
    for place, part in parts_of(document):
        if part["type"] == "text":
            accepted.texts.append(text_of(place, part))
        else:
            image_parts.append((place, part))
    if len(image_parts) > limits.image_count:
        raise Refusal(
            "count",
            f"At most {limits.image_count} image(s) may be provided in one request,"
            f" found {len(image_parts)}.",
        )
    for place, part in image_parts:
        accepted.images.append(image_of(place, part, limits, len(image_parts)))
    total = sum(image.file_bytes for image in accepted.images)
    if limits.file_bytes_in_all is not None and total > limits.file_bytes_in_all:
        raise Refusal(
            "file bytes",
            f"Total image size is {total} bytes, which exceeds the allowed limit of"
            f" {limits.file_bytes_in_all} bytes.",
        )
    return accepted


# --- The document --------------------------------------------------------------------------------

BODY_KEYS = {"model", "messages", "max_tokens", "temperature", "stream"}


def parse(body: bytes) -> dict:
    """The JSON object that the body is: UTF-8, no key twice."""
    try:
        document = json.loads(body.decode("utf-8"), object_pairs_hook=object_of)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Refusal("json", f"We could not parse the JSON body of your request: {error}")
    if not isinstance(document, dict):
        raise Refusal("json", "The body of your request has to be a JSON object.")
    for key in document.keys() - BODY_KEYS:
        raise Refusal("json", f"Unrecognized request argument supplied: {key}")
    tokens = document.get("max_tokens", 1)
    if type(tokens) is not int or tokens < 1:
        raise Refusal("json", "max_tokens: expected a positive integer.")
    return document


def object_of(pairs: list[tuple[str, object]]) -> dict:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise Refusal("json", "A key stands twice in an object.")
    return document


def outline_of(value: object) -> object:
    """A document with `IMAGE` in place of each address of an image."""
    if isinstance(value, dict):
        return {key: IMAGE if key == "url" else outline_of(one) for key, one in value.items()}
    if isinstance(value, list):
        return [outline_of(one) for one in value]
    return value


def limits_of(document: dict) -> ModelLimits:
    model = document.get("model")
    if not isinstance(model, str) or model not in LIMITS:
        raise Refusal("model", f"The model `{model}` does not exist.", status=404)
    return LIMITS[model]


def parts_of(document: dict):
    """Yields (place, content part) over the whole conversation."""
    messages = document.get("messages")
    if not isinstance(messages, list) or not messages:
        raise Refusal("json", "messages: expected at least one message.")
    for turn, message in enumerate(messages):
        place = f"messages.{turn}"
        if not isinstance(message, dict) or message.get("role") not in ROLES:
            raise Refusal("json", f"{place}.role: expected one of {sorted(ROLES)}.")
        content = message.get("content")
        if isinstance(content, str):
            content = [{"type": "text", "text": content}]
        if not isinstance(content, list) or not content:
            raise Refusal("json", f"{place}.content: expected a string or an array of parts.")
        for index, part in enumerate(content):
            yield f"{place}.content.{index}", checked_part(part, message["role"])


ROLES = {"system", "user", "assistant"}


def checked_part(part: object, role: str) -> dict:
    kind = part.get("type") if isinstance(part, dict) else None
    if kind == "text" or (kind == "image_url" and role == "user"):
        return part
    raise Refusal(
        "content type",
        f"INVALID_PARAMETER_VALUE: Content type in {role} messages can only be"
        " 'text' or 'image_url'.",
    )


def text_of(place: str, part: dict) -> str:
    if set(part) != {"type", "text"} or not isinstance(part["text"], str):
        raise Refusal("json", f"{place}.text: expected a string.")
    return part["text"]


# --- An image ------------------------------------------------------------------------------------


def image_of(place: str, part: dict, limits: ModelLimits, image_count: int) -> ReceivedImage:
    media_type, encoded = data_url_of(place, part)
    if limits.base64_bytes_an_image is not None and len(encoded) > limits.base64_bytes_an_image:
        raise Refusal(
            "image bytes",
            f"{place}.image.source.base64: image exceeds 5 MB maximum: {len(encoded)} bytes >"
            f" {limits.base64_bytes_an_image} bytes",
        )
    data = decoded_base64(place, encoded)
    image = opened(place, data)
    check_media_type(place, media_type, format_of(image))
    check_edges(place, image, limits, image_count)
    frame_count = frame_count_of(image)
    if limits.refuses_animation and frame_count > 1:
        raise Refusal("animation", f"{place}: {UNSUPPORTED} Animated images are not supported.")
    signature = decode_all(place, image, frame_count)
    return ReceivedImage(
        place,
        format_of(image),
        image.width,
        image.height,
        frame_count,
        len(data),
        len(encoded),
        signature,
    )


UNSUPPORTED = (
    "You uploaded an unsupported image. Please make sure your image has of one the following"
    " formats: ['png', 'jpeg', 'gif', 'webp']."
)


def data_url_of(place: str, part: dict) -> tuple[str, str]:
    """The media type and the base64 text of an image part."""
    image_url = part.get("image_url")
    if set(part) != {"type", "image_url"} or not isinstance(image_url, dict):
        raise Refusal("json", f"{place}.image_url: expected an object with a url.")
    if image_url.keys() - {"url", "detail"} or not isinstance(image_url.get("url"), str):
        raise Refusal("json", f"{place}.image_url: expected a url and nothing but a detail.")
    if image_url.get("detail", "auto") not in ("auto", "low", "high", "original"):
        raise Refusal("json", f"{place}.image_url.detail: expected auto, low, high or original.")
    match = DATA_URL.fullmatch(image_url["url"])
    if match is None:
        raise Refusal("url", f"{place}.image_url.url: expected a base64 data URL.")
    media_type, encoded = match.groups()
    if media_type not in MEDIA_TYPES.values():
        raise Refusal(
            "media type",
            f"{place}.image.source.base64.media_type: Input should be 'image/jpeg', 'image/png',"
            " 'image/gif' or 'image/webp'",
        )
    return media_type, encoded


def decoded_base64(place: str, encoded: str) -> bytes:
    """The bytes; only the one canonical spelling is taken, with its padding."""
    try:
        data = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        data = None
    if data is None or base64.b64encode(data).decode("ascii") != encoded:
        raise Refusal("base64", f"{place}.image_url.url: Invalid base64 image_url.")
    return data


def opened(place: str, data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=list(MEDIA_TYPES))
    except Exception as error:
        raise Refusal("format", f"{place}: {UNSUPPORTED}") from error


def format_of(image: Image.Image) -> str:
    """The format by content. A JPEG with further pictures behind it is a JPEG all the same."""
    return "JPEG" if image.format == "MPO" else image.format


def frame_count_of(image: Image.Image) -> int:
    return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)


def check_media_type(place: str, declared: str, format: str) -> None:
    actual = MEDIA_TYPES[format]
    if declared != actual:
        raise Refusal(
            "media type",
            f"{place}: The image was specified using the {declared} media type, but the image"
            f" appears to be a {actual} image",
        )


def check_edges(place: str, image: Image.Image, limits: ModelLimits, image_count: int) -> None:
    limit = limits.edge_limit(image_count)
    if limit is None or max(image.size) <= limit:
        return
    crowd = limit == limits.crowd_edge_pixels
    raise Refusal(
        "crowd edge" if crowd else "edge",
        f"{place}.image.source.base64.data: At least one of the image dimensions exceed max"
        f" allowed size{' for many-image requests' if crowd else ''}: {limit} pixels",
    )


def decode_all(place: str, image: Image.Image, frame_count: int) -> bytes:
    """Decodes every frame, so that damage in the last one is seen. Returns how the first looks."""
    try:
        for frame in range(1, frame_count):
            image.seek(frame)
            image.load()
        if frame_count > 1:
            image.seek(0)
        return signature_of(image)
    except Exception as error:
        raise Refusal("undecodable", f"{place}: Could not process image") from error


def signature_of(image: Image.Image) -> bytes:
    """A small grey picture of the image as a person sees it: upright, on white."""
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
    return upright.convert("L").resize((SIGNATURE_EDGE, SIGNATURE_EDGE), Image.BOX).tobytes()
