"""Knows before a request is sent whether a vision model will refuse its images, and cures them.

    from image_preflight import check

    report = check(["chart.png", photo_bytes], model="databricks-gpt-5")
    print(report.verdict, report.reason)

The work is done by `imgcheck`, of which one process is kept for each model and set of options.
"""

from __future__ import annotations

from ._calls import Repair, Requests, check, fix, repair, request
from ._errors import (
    BodyError,
    PreflightError,
    ProgramFailedError,
    ProgramNotFoundError,
    UsageError,
)
from ._images import ImageLike
from ._program import find_program
from ._report import (
    Facts,
    Finding,
    Image,
    Model,
    Output,
    Receipt,
    Report,
    Request,
    Step,
    Tile,
    Tool,
    Verdict,
)
from ._streams import close

__version__ = "0.1.0"

__all__ = [
    "BodyError", "Facts", "Finding", "Image", "ImageLike", "Model", "Output", "PreflightError",
    "ProgramFailedError", "ProgramNotFoundError", "Receipt", "Repair", "Report", "Request",
    "Requests", "Step", "Tile", "Tool", "UsageError", "Verdict", "check", "close",
    "find_program", "fix", "repair", "request",
]  # fmt: skip
