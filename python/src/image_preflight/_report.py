"""The JSON report as values. A field has its name there, in Python's spelling: `tokenCount` is
`token_count`. A field that does not apply is None, or an empty list."""

from __future__ import annotations

import dataclasses
import re
import typing
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

Verdict = Literal["accepted", "omitted", "fixable", "rejected", "unchecked"]
"""Of an image: accepted as it stands; refused, and curable; refused, and not; not looked at."""

_ORDER: tuple[Verdict, ...] = ("accepted", "omitted", "fixable", "rejected", "unchecked")


def worst(verdicts: typing.Iterable[Verdict]) -> Verdict:
    """The worst of the verdicts; accepted where there are none."""
    return max(verdicts, key=_ORDER.index, default="accepted")


@dataclass(frozen=True)
class Finding:
    """What is said of an image or of a request."""

    code: str
    severity: Literal["error", "warning", "note"]
    message: str
    fact: str | None = None
    help: str | None = None
    measured: float | None = None
    limit: float | None = None
    unit: str | None = None
    remedy: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Facts:
    """What the bytes of an image say. Sizes are in pixels."""

    format: str
    media_type: str
    byte_count: int
    width: int | None = None
    height: int | None = None
    orientation: int | None = None
    display_width: int | None = None
    display_height: int | None = None
    frame_count: int | None = None
    is_animated: bool | None = None
    bits_per_sample: int | None = None
    color_model: str | None = None
    has_alpha: bool | None = None
    has_icc_profile: bool | None = None
    has_gps: bool | None = None


@dataclass(frozen=True)
class Step:
    """One change to an image, and what it loses."""

    step: str
    loss: Literal["none", "detail", "meaning"]
    width: int | None = None
    height: int | None = None
    format: str | None = None
    quality: int | None = None
    orientation: int | None = None
    frame_count: int | None = None
    byte_count: int | None = None
    background: str | None = None
    tile_count: int | None = None
    missing: str | None = None
    made_up: str | None = None


@dataclass(frozen=True)
class Tile:
    """A part of an image that was cut: its place and size in pixels of the image as displayed.

    After `fix`, `data` is what to send.
    """

    x: int
    y: int
    width: int
    height: int
    scale: float
    byte_count: int
    path: str | None = None
    quality: int | None = None
    token_count: int | None = None
    request: int | None = None
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Output:
    """What came of an image: a point (x, y) of it is (x · scale_x, y · scale_y) there.

    Of an image that was cut, `tiles` are its parts in the order in which one reads.
    """

    format: str
    byte_count: int
    width: int
    height: int
    scale_x: float = 1
    scale_y: float = 1
    path: str | None = None
    quality: int | None = None
    frame: int | None = None
    encode_count: int | None = None
    request: int | None = None
    corrections: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    tiles: list[Tile] = field(default_factory=list)


@dataclass(frozen=True)
class Image:
    """What is said of one image. After `fix`, `data` is what to send, where there is something."""

    verdict: Verdict
    source: str | None = None
    facts: Facts | None = None
    base64_byte_count: int | None = None
    token_count: int | None = None
    findings: list[Finding] = field(default_factory=list)
    plan: list[Step] = field(default_factory=list)
    output: Output | None = None
    notes: list[str] = field(default_factory=list)
    refusal: str | None = None
    error: str | None = None
    data: bytes | None = field(default=None, repr=False)
    media_type: str | None = None

    @property
    def reason(self) -> str | None:
        """Why the image would not be accepted, in a sentence; None where it would."""
        errors = [finding.message for finding in self.findings if finding.severity == "error"]
        return self.error or self.refusal or (" ".join(errors) or None)


@dataclass(frozen=True)
class Request:
    """What is said of all images as one request."""

    image_count: int
    file_byte_count: int
    payload_byte_count: int
    token_count: int | None = None
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Receipt:
    """One of the requests that the images were put into; `images` are places in the report."""

    number: int
    byte_count: int
    image_count: int
    images: list[int] = field(default_factory=list)
    path: str | None = None
    verdict: Verdict = "accepted"
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Model:
    """The model, the day its table was read, and what takes its place where it ends."""

    name: str
    table: str | None = None
    table_name: str | None = None
    verified_on: str | None = None
    retires_on: str | None = None
    successor: str | None = None


@dataclass(frozen=True)
class Tool:
    """What judged; `libvips` is the version of its decoder, None where only headers were read."""

    name: str
    version: str
    libvips: str | None = None


@dataclass(frozen=True)
class Report:
    """What is said of images.

    `request` is None where each image was judged as a request of its own: what would be said of
    that request then stands with the image.
    """

    model: Model
    verdict: Verdict
    images: list[Image] = field(default_factory=list)
    request: Request | None = None
    requests: list[Receipt] = field(default_factory=list)
    mode: str | None = None
    tool: Tool | None = None
    passed_by_count: int | None = None
    kept_count: int | None = None

    @property
    def findings(self) -> list[Finding]:
        """All findings: those of the images, then those of the request."""
        own = self.request.findings if self.request else []
        return [finding for image in self.images for finding in image.findings] + own

    @property
    def reason(self) -> str | None:
        """Why the request would not be accepted, as text; None where it would."""
        lines = [
            f"{image.source}: {image.reason}"
            for image in self.images
            if image.verdict != "accepted" and image.reason
        ]
        if self.request:
            lines += [one.message for one in self.request.findings if one.severity == "error"]
        return "\n".join(lines) or None


_Value = TypeVar("_Value")
_NAMES = {"has_icc_profile": "hasICCProfile", "has_gps": "hasGPS"}
_PARTS: dict[tuple[type, str], Any] = {
    (Image, "facts"): Facts,
    (Image, "findings"): Finding,
    (Image, "plan"): Step,
    (Image, "output"): Output,
    (Output, "findings"): Finding,
    (Output, "tiles"): Tile,
    (Request, "findings"): Finding,
    (Report, "model"): Model,
    (Report, "images"): Image,
    (Report, "request"): Request,
    (Receipt, "findings"): Finding,
    (Report, "requests"): Receipt,
    (Report, "tool"): Tool,
}
_fields_of: dict[type, list[tuple[str, str, Any]]] = {}


def _json_name(name: str) -> str:
    return _NAMES.get(name) or re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def _fields(kind: Any) -> list[tuple[str, str, Any]]:
    found = _fields_of.get(kind)
    if found is None:
        found = [
            (one.name, _json_name(one.name), _PARTS.get((kind, one.name)))
            for one in dataclasses.fields(kind)
        ]
        _fields_of[kind] = found
    return found


def from_json(kind: type[_Value], document: dict[str, Any]) -> _Value:
    """The value that a part of the report says. A key that is not known here is passed by."""
    values = {}
    for name, key, part in _fields(kind):
        value = document.get(key)
        if value is None:
            continue
        if part is not None:
            value = (
                [from_json(part, one) for one in value]
                if isinstance(value, list)
                else from_json(part, value)
            )
        values[name] = value
    return kind(**values)


def only_report(document: dict[str, Any]) -> dict[str, Any]:
    """The report of a document about one model; schema version 1 has no list around it."""
    reports = document.get("reports")
    return reports[0] if reports else document


def report_from_json(document: dict[str, Any]) -> Report:
    """The report of a document about one model."""
    return from_json(Report, only_report(document))
