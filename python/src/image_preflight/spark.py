"""Images in a Spark data frame, a row each, as `binaryFile` reads them.

Every row of the frame is a row of the result: one with a null, or with something that is no image,
says so. Each task works on its rows in order with a process of its own; nothing is shuffled.
"""

from __future__ import annotations

import collections
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow
from pyspark.sql.types import ArrayType, BinaryType, LongType, StringType, StructField, StructType

from ._report import Image
from ._rows import arguments_for, judged

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from typing_extensions import Unpack

    from ._options import StreamFixOptions, StreamOptions

__all__ = ["CHECKED", "FIXED", "check_images", "fix_images"]

_FINDING = ("code", "severity", "message", "remedy")

CHECKED = StructType(
    [
        StructField("verdict", StringType(), False),
        StructField("format", StringType()),
        StructField("width", LongType()),
        StructField("height", LongType()),
        StructField("token_count", LongType()),
        StructField(
            "findings", ArrayType(StructType([StructField(n, StringType()) for n in _FINDING]))
        ),
        StructField("error", StringType()),
    ]
)
"""What is said of an image: its verdict, its size as stored, its tokens, its findings, and why it
could not be looked at."""

FIXED = StructType(
    [
        *CHECKED.fields,
        StructField("fixed", BinaryType()),
        StructField("media_type", StringType()),
        StructField("refusal", StringType()),
    ]
)
"""What `CHECKED` says, and the bytes to send, of which type; or why there are none."""

_ROWS_AT_A_TIME = 64
"""Rows of a batch that goes back to Spark: fixed images wait for no more than these."""

_text, _number = pyarrow.string(), pyarrow.int64()
_CHECKED_TYPES = [
    _text, _text, _number, _number, _number,
    pyarrow.list_(pyarrow.struct([(name, _text) for name in _FINDING])), _text,
]  # fmt: skip
_FIXED_TYPES = [*_CHECKED_TYPES, pyarrow.binary(), _text, _text]


def check_images(
    df: DataFrame, *, model: str, content: str = "content", **options: Unpack[StreamOptions]
) -> DataFrame:
    """The frame with what is said of the images in its column `content`, as in `CHECKED`.

    The images themselves are left out. Raises `TypeError` for an unknown option; an unknown model
    fails the job.
    """
    return _mapped(df, model, content, CHECKED, dict(options))


def fix_images(
    df: DataFrame, *, model: str, content: str = "content", **options: Unpack[StreamFixOptions]
) -> DataFrame:
    """The frame with what is said of its images, and images that are accepted, as in `FIXED`.

    The images as they were are left out. Raises as `check_images`.
    """
    return _mapped(df, model, content, FIXED, dict(options))


def _mapped(
    df: DataFrame, model: str, content: str, added: StructType, options: dict[str, Any]
) -> DataFrame:
    fixes = added == FIXED
    # The processes are there for the tasks' sake: as many images at a time as tasks, by default.
    arguments = arguments_for(model, fixes, {"jobs": 1, **options})
    kept = [field for field in df.schema.fields if field.name != content]
    names = [field.name for field in kept]

    def work(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        waiting: collections.deque[pyarrow.RecordBatch] = collections.deque()

        def contents() -> Iterator[bytes | None]:
            for batch in batches:
                for start in range(0, batch.num_rows, _ROWS_AT_A_TIME):
                    rows = batch.slice(start, _ROWS_AT_A_TIME)
                    waiting.append(rows)
                    yield from (value.as_py() for value in rows.column(content))

        # All batches are one run, so that the program has work while Spark fetches the next.
        images: list[list[Any]] = []
        for image in judged(contents(), arguments):
            images.append(_row(image, fixes))
            if len(images) == waiting[0].num_rows:
                yield answered(waiting.popleft(), images)
                images = []

    def answered(rows: pyarrow.RecordBatch, images: list[list[Any]]) -> pyarrow.RecordBatch:
        types = _FIXED_TYPES if fixes else _CHECKED_TYPES
        said = [
            pyarrow.array(column, kind)
            for column, kind in zip(zip(*images, strict=True), types, strict=True)
        ]
        return pyarrow.RecordBatch.from_arrays(
            [rows.column(name) for name in names] + said, names=[*names, *added.fieldNames()]
        )

    return df.mapInArrow(work, StructType([*kept, *added.fields]))


def _row(image: Image, fixes: bool) -> list[Any]:
    facts = image.facts
    size = (facts.format, facts.width, facts.height) if facts else (None, None, None)
    findings = [{name: getattr(one, name) for name in _FINDING} for one in image.findings]
    row = [image.verdict, *size, image.token_count, findings, image.error]
    return [*row, image.data, image.media_type, image.refusal] if fixes else row
