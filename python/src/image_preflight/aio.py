"""The calls for `async` programs: the same names, to be awaited.

Each waits in a thread, so that the loop goes on; the images are worked on by `imgcheck`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from . import _calls
from ._calls import Body, Repair, Requests
from ._images import ImageLike
from ._report import Report

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._options import CheckOptions, FixOptions, RepairOptions, RequestOptions

__all__ = ["check", "fix", "repair", "request"]


async def check(
    images: ImageLike | Iterable[ImageLike],
    *,
    model: str,
    each: bool = False,
    **options: Unpack[CheckOptions],
) -> Report:
    """`image_preflight.check`, awaited."""
    return await asyncio.to_thread(lambda: _calls.check(images, model=model, each=each, **options))


async def fix(
    images: ImageLike | Iterable[ImageLike],
    *,
    model: str,
    each: bool = False,
    **options: Unpack[FixOptions],
) -> Report:
    """`image_preflight.fix`, awaited."""
    return await asyncio.to_thread(lambda: _calls.fix(images, model=model, each=each, **options))


async def request(
    images: ImageLike | Iterable[ImageLike], *, model: str, **options: Unpack[RequestOptions]
) -> Requests:
    """`image_preflight.request`, awaited."""
    return await asyncio.to_thread(lambda: _calls.request(images, model=model, **options))


async def repair(
    body: Body, *, model: str | None = None, **options: Unpack[RepairOptions]
) -> Repair[Body]:
    """`image_preflight.repair`, awaited."""
    return await asyncio.to_thread(lambda: _calls.repair(body, model=model, **options))
