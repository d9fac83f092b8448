"""What a type checker accepts and refuses of calls: each remark names what it has to say there."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from image_preflight import Finding, Image, ImageLike, Report, Tile, aio, check, fix, repair, request


def verdicts(images: list[ImageLike]) -> list[str]:
    report: Report = check(images, model="m", detail="low", timeout=5, rules=[Path("rules")])
    return [image.verdict for image in report.images]


def parts(path: Path) -> list[bytes | None]:
    image: Image = fix(path, model="m", resize="limits", tile="auto", budget="4MB").images[0]
    tiles: list[Tile] = image.output.tiles if image.output else []
    return [image.data, *(tile.data for tile in tiles)]


def bodies(paths: list[Path]) -> list[bytes]:
    return request(paths, model="m", prompt="?", on_reject="omit", label="{n}").bodies


def cured(body: dict[str, Any], text: str, data: bytes) -> None:
    an_object: dict[str, Any] | None = repair(body, remote="fail").body
    a_text: str | None = repair(text, model="m").body
    some_bytes: bytes | None = repair(data).body
    print(an_object, a_text, some_bytes)


async def awaited(body: dict[str, Any]) -> list[Finding]:
    an_object: dict[str, Any] | None = (await aio.repair(body)).body
    print(an_object)
    return (await aio.check([io.BytesIO(b""), b"", "path"], model="m", each=True)).findings


def wrong() -> None:
    check("a")  # type: ignore[call-arg]
    check("a", model="m", qualty=3)  # type: ignore[call-arg]
    fix("a", model="m", resize="big")  # type: ignore[arg-type]
    repair({}, tile="auto")  # type: ignore[call-arg]
    check("a", model="m").verdict.imaginary  # type: ignore[union-attr]
