"""One run of a command of `imgcheck`, over images that belong together or over a body."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ._errors import BodyError, ProgramFailedError, UsageError
from ._images import Given
from ._program import find_program
from ._report import Image, Report, report_from_json
from ._stream import USAGE_STATUS, first_words


@dataclass(frozen=True)
class Run:
    """How a run ended: what it wrote to standard output, and its report, if it made one."""

    status: int
    stdout: bytes
    words: str
    document: dict[str, Any] | None

    @property
    def report(self) -> Report:
        """The report. Raises the error that says why there is none."""
        if self.document is None:
            raise self.error
        return report_from_json(self.document)

    @property
    def error(self) -> Exception:
        """Why there is no report."""
        if self.status == USAGE_STATUS:
            return UsageError(self.words)
        return ProgramFailedError(f"imgcheck ended with status {self.status}: {self.words}")


def run(command: str, arguments: Sequence[str], scratch: str, stdin: bytes = b"") -> Run:
    """Runs a command that makes a report. Raises `ProgramNotFoundError`."""
    output = os.path.join(scratch, "report.json")
    line = [find_program(), command, "--format=json", f"--output={output}", *arguments]
    try:
        result = subprocess.run(line, input=stdin, capture_output=True, check=False)
    except OSError as error:
        raise ProgramFailedError(f"imgcheck cannot be run: {error}") from error
    document = None
    if os.path.exists(output):
        with open(output, "rb") as file:
            document = json.load(file)
    words = first_words(result.stderr.decode("utf-8", "replace"))
    return Run(result.returncode, result.stdout, words, document)


class Group:
    """Images that are judged in one run, together or each apart, in a folder of their own."""

    def __init__(self, images: Sequence[Given], scratch: str, is_apart: bool = False):
        self._images = images
        self._is_apart = is_apart
        self._folder = os.path.join(scratch, "images")
        self._errors: dict[int, str] = {}
        for place, image in enumerate(images):
            self._stage(image, place)

    @property
    def arguments(self) -> list[str]:
        # All: hidden names, and content that is no image by any sign, which is to be named too.
        each = ["--each"] if self._is_apart else []
        return [*each, "--all", "--", self._folder]

    def named(self, report: Report) -> Report:
        """The report with the images in their order, under the names that they were given."""
        by_place: dict[int, Image] = {}
        for image in report.images:
            # Its number, and not its name: what a terminal would obey is escaped in a report.
            place = int((image.source or "")[len(self._folder) + 1 :].partition(os.sep)[0])
            error = self._errors.get(place, image.error)
            by_place[place] = replace(image, source=self._images[place].source, error=error)
        return replace(report, images=[by_place[place] for place in sorted(by_place)])

    def _stage(self, image: Given, place: int) -> None:
        # Numbers of one length keep their order; each name keeps its extension and its folder.
        folder = os.path.join(self._folder, f"{place:06}")
        os.makedirs(folder)
        name = os.path.basename(image.source.replace("\0", "")) or "image"
        path = os.path.join(folder, name)
        if image.data is not None:
            with open(path, "wb") as file:
                file.write(image.data)
            return
        target = os.path.abspath(image.path or "missing")
        error = image.error
        if error is None and os.path.isdir(target):
            error = "A folder, not a file: name the files in it."
        if error is not None:
            # It counts as an image of the request all the same, so something stands in its place.
            self._errors[place] = error
            target = os.path.join(folder, "missing")
        os.symlink(target, path)


def scratch_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder for one call, removed after it."""
    return tempfile.TemporaryDirectory(prefix="image-preflight-")


def repaired(body: bytes, arguments: Sequence[str]) -> tuple[bytes | None, Report]:
    """The body with its images cured, and the report; no body where something was in the way.

    Raises `BodyError` where it is no body at all.
    """
    with scratch_folder() as scratch:
        result = run("request", ["--body=-", *arguments], scratch, stdin=body)
        if result.document is None and result.status in (1, 2):
            raise BodyError(result.words)
        return (result.stdout if result.status == 0 else None), result.report
