"""The program under test."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from checks import Failure
from message import Message

TIMEOUT_SECONDS = 300


class Imgcheck:
    """Runs `imgcheck request`."""

    def __init__(self, program: Path, scratch: Path):
        self.program, self.scratch = program.resolve(), scratch

    def request(self, model: str, message: Message, files: list[Path], *options: str) -> list[bytes]:
        """The bodies that it writes. Raises Failure unless it ends with status 0 and writes some."""
        status, bodies = self.try_request(model, message, files, *options)
        if status != 0 or not bodies:
            raise Failure(
                f"imgcheck: expected status 0 and a body, found {status} and {len(bodies)} bodies:"
                f" {self.last_words}"
            )
        return bodies

    def try_request(
        self, model: str, message: Message, files: list[Path], *options: str
    ) -> tuple[int, list[bytes]]:
        """The exit status, and the bodies in `--out`, in the order of their numbers."""
        out = Path(tempfile.mkdtemp(dir=self.scratch))
        result = self.run(model, message, files, "--out", str(out), *options)
        written = sorted(out.iterdir())
        expected = [f"request-{number:03}.json" for number in range(1, len(written) + 1)]
        if [file.name for file in written] != expected:
            raise Failure(f"expected {expected[:3]}…, found {[file.name for file in written][:3]}…")
        return result.returncode, [file.read_bytes() for file in written]

    def request_on_stdout(self, model: str, message: Message, files: list[Path]) -> list[bytes]:
        return self.run(model, message, files).stdout.splitlines()

    def repair(self, model: str, body: Path, *options: str) -> bytes:
        """The body with its images cured."""
        result = self.call("request", "--model", model, "--body", str(body), *options)
        if result.returncode != 0:
            raise Failure(f"imgcheck: expected status 0, found {result.returncode}: {self.last_words}")
        return result.stdout

    def stated_limits(self, model: str) -> str:
        """The limits of a model as the program states them."""
        text = self.call("models", model).stdout.decode("utf-8")
        _, heading, rest = text.partition("\nLimits\n")
        limits, end, _ = rest.partition("\nTokens\n")
        if not heading or not end or not limits.strip():
            raise Failure(f"expected limits and tokens in `imgcheck models {model}`, found {text!r}")
        return limits

    def run(self, model: str, message: Message, files: list[Path], *options: str):
        return self.call(
            "request", "--model", model, *message.options, *options, *map(str, files)
        )

    def call(self, *arguments: str) -> subprocess.CompletedProcess:
        result = subprocess.run(
            [self.program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
        )
        self.last_words = result.stderr.decode("utf-8", "replace").strip()[-400:]
        return result
