"""Images in a Ray data set, a row each, as `read_binary_files` reads them.

    dataset.map_batches(
        FixImages, fn_constructor_args=["databricks-gpt-5"],
        compute=ray.data.ActorPoolStrategy(size=1), num_cpus=0.5,
    )
"""

from __future__ import annotations

from typing import Any

import numpy

from ._report import Image
from ._rows import arguments_for, judged

__all__ = ["CheckImages", "FixImages"]

Batch = dict[str, Any]


class CheckImages:
    """Adds `verdict`, `codes` (of the findings, with commas between) and `reason` (why it would be refused) to rows."""

    _fixes = False

    def __init__(self, model: str, column: str = "bytes", **options: Any):
        self._arguments = arguments_for(model, self._fixes, {"jobs": 1, **options})
        self._column = column

    def __call__(self, batch: Batch) -> Batch:
        """What is said of the images of a batch, in their rows."""
        images = list(judged(batch[self._column], self._arguments))
        kept = {name: column for name, column in batch.items() if name != self._column}
        return {**kept, **self._said(images)}

    def _said(self, images: list[Image]) -> Batch:
        return {
            "verdict": numpy.array([image.verdict for image in images], dtype=object),
            "codes": _objects([",".join(one.code for one in image.findings) for image in images]),
            "reason": _objects([image.reason for image in images]),
        }


class FixImages(CheckImages):
    """Adds, to what `CheckImages` says, `fixed` (the bytes to send, or None) and `media_type`."""

    _fixes = True

    def _said(self, images: list[Image]) -> Batch:
        return {
            **super()._said(images),
            "fixed": _objects([image.data for image in images]),
            "media_type": _objects([image.media_type for image in images]),
        }


def _objects(values: list[Any]) -> Any:
    array = numpy.empty(len(values), dtype=object)
    array[:] = values
    return array
