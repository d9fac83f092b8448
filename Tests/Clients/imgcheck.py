"""The program under test."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from checks import Failure
from message import Message

TIMEOUT_SECONDS = 600


class Imgcheck:
    """Runs `imgcheck request`."""

    def __init__(self, program: Path, scratch: Path):
        self.program, self.scratch = program.resolve(), scratch

    def request(
        self, model: str, message: Message, files: list[Path], *options: str
    ) -> list[bytes]:
        """The bodies that it writes. Raises Failure unless it ends with status 0 and has some."""
        result, bodies = self.try_request(model, message, files, *options)
        if result.returncode != 0 or not bodies:
            raise Failure(
                f"imgcheck: expected status 0 and a body, found {result.returncode} and"
                f" {len(bodies)} bodies: {last_words(result)}"
            )
        return bodies

    def try_request(
        self, model: str, message: Message, files: list[Path], *options: str
    ) -> tuple[subprocess.CompletedProcess, list[bytes]]:
        """How it ended, and the bodies in `--out`, in the order of their numbers."""
        with tempfile.TemporaryDirectory(dir=self.scratch) as out:
            result = self.run(model, message, files, "--out", out, *options)
            written = sorted(Path(out).iterdir())
            expected = [f"request-{number:03}.json" for number in range(1, len(written) + 1)]
            if [file.name for file in written] != expected:
                raise Failure(
                    f"expected {expected[:3]}…, found {[file.name for file in written][:3]}…"
                )
            return result, [file.read_bytes() for file in written]

    def request_on_stdout(self, model: str, message: Message, files: list[Path]) -> list[bytes]:
        return self.run(model, message, files).stdout.splitlines()

    def repair(self, model: str, body: Path, *options: str) -> bytes:
        """The body with its images cured."""
        result = self.call("request", "--model", model, "--body", str(body), *options)
        if result.returncode != 0:
            raise Failure(
                f"imgcheck: expected status 0, found {result.returncode}: {last_words(result)}"
            )
        return result.stdout

    def stated_limits(self, model: str) -> str:
        """The limits of a model as the program states them; without that part, all that it says."""
        text = self.call("models", model).stdout.decode("utf-8")
        _, _, rest = text.partition("\nLimits\n")
        limits, end, _ = rest.partition("\nTokens\n")
        return limits if end else text

    def run(self, model: str, message: Message, files: list[Path], *options: str):
        return self.call(
            "request", "--model", model, *message.options, *options, *map(str, files)
        )

    def call(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.program, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
        )


def last_words(result: subprocess.CompletedProcess) -> str:
    """The end of what it said on stderr."""
    return result.stderr.decode("utf-8", "replace").strip()[-400:]
