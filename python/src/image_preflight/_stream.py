"""A long-lived `imgcheck stream`: a line in, a line out."""

from __future__ import annotations

import collections
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import Any, BinaryIO

from ._errors import ProgramFailedError, UsageError

try:
    # Here, and not where it is used: a fork while a thread imports leaves a lock held for ever.
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

Answer = dict[str, Any]
USAGE_STATUS = 64
_PIPE_BYTES = 1 << 20
"""As much as Linux gives to anyone: an image then goes in one write, not in two dozen."""

tempfile.gettempdir()
"""Asked once while no thread can hold its lock, which a forked child would wait for for ever."""


class Ended(Exception):
    """The process ended before it answered."""

    def __init__(self, status: int, words: str):
        super().__init__(status, words)
        self.status, self.words = status, words


class Process:
    """One running process. Answers come in the order of the lines."""

    def __init__(self, command: list[str]):
        self._log: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115, closed when it ended
        # In a session of its own, since Ctrl-C is for Python, which may go on.
        self.popen = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            bufsize=0,
            start_new_session=True,
        )
        self._widen_pipes()
        self._pending: collections.deque[tuple[int, Future[Answer]]] = collections.deque()
        self._end: Ended | None = None
        self._number = 0
        self._state = threading.Lock()
        self._writing = threading.Lock()
        try:
            threading.Thread(target=self._read, name="imgcheck", daemon=True).start()
        except RuntimeError:
            self.wait(0)  # nobody would read its answers
            self.forget()
            self._log.close()
            raise

    @property
    def is_running(self) -> bool:
        return self._end is None

    def send(self, members: bytes) -> Future[Answer]:
        """Sends an image; the future is answered, or fails with `Ended`."""
        future: Future[Answer] = Future()
        stdin = self.popen.stdin
        assert stdin is not None
        with self._writing:
            with self._state:
                if self._end is not None:
                    future.set_exception(self._end)
                    return future
                self._number += 1
                self._pending.append((self._number, future))
                line = b'{"id":%d,%b}\n' % (self._number, members)
            try:
                rest = memoryview(line)
                while rest:
                    rest = rest[stdin.write(rest) :]
            except (OSError, ValueError):
                pass  # it ended, or was closed: the reader tells everyone who waits
        return future

    def close(self) -> None:
        """Lets it answer what it was asked, and end."""
        with self._writing:
            if self.popen.stdin is not None:
                self.popen.stdin.close()

    def wait(self, seconds: float) -> None:
        """Waits for its end, and kills it where that does not come."""
        try:
            self.popen.wait(seconds)
        except subprocess.TimeoutExpired:
            self.popen.kill()
            self.popen.wait()

    def forget(self) -> None:
        """Drops, in a child that was forked, what belongs to the parent."""
        # An end of a pipe that stays open here would keep the process from ending with its parent.
        for file in (self.popen.stdin, self.popen.stdout):
            if file is not None:
                file.close()
        self.popen.returncode = 0  # it is no child of this process: nothing to wait for

    def _read(self) -> None:
        stdout = self.popen.stdout
        assert stdout is not None
        pieces: list[bytes] = []
        try:
            while piece := os.read(stdout.fileno(), _PIPE_BYTES):
                *lines, last = piece.split(b"\n")
                for line in lines:
                    pieces.append(line)
                    self._answer(b"".join(pieces))
                    pieces.clear()
                if last:
                    pieces.append(last)
        except (OSError, ValueError, KeyError, IndexError):
            self.popen.kill()  # it answers something else than it was asked
        self._finish()

    def _answer(self, line: bytes) -> None:
        answer = json.loads(line)
        number, future = self._pending[0]
        if answer["id"] != number:
            raise ValueError(line)
        self._pending.popleft()
        if future.set_running_or_notify_cancel():
            future.set_result(answer)

    def _finish(self) -> None:
        status = self.popen.wait()
        self._log.seek(0)
        end = Ended(status, self._log.read(65536).decode("utf-8", "replace"))
        self._log.close()
        with self._state:
            self._end = end
            waiting = list(self._pending)
            self._pending.clear()
        for _, future in waiting:
            if future.set_running_or_notify_cancel():
                future.set_exception(end)

    def _widen_pipes(self) -> None:
        if fcntl is None or not sys.platform.startswith("linux"):
            return
        for file in (self.popen.stdin, self.popen.stdout):
            try:
                fcntl.fcntl(file, 1031, _PIPE_BYTES)  # type: ignore[arg-type]  # F_SETPIPE_SZ
            except OSError:
                pass  # the user's pipes have used up what they may: narrow ones do


class Stream:
    """A process that is there when it is needed, and is started again where it died."""

    def __init__(self, program: str, arguments: list[str]):
        self._command = [program, "stream", *arguments]
        self._process: Process | None = None
        self._starting = threading.Lock()

    def answer(self, members: bytes) -> Answer:
        """Answers for one image.

        Raises `UsageError` or `ProgramFailedError` where the program does not run.
        """
        return self._result(members, self._send(members))

    def answers(self, lines: Iterable[bytes], window: int) -> Iterator[Answer]:
        """Answers for images in their order, with at most `window` of them on the way."""
        waiting: collections.deque[tuple[bytes, Future[Answer]]] = collections.deque()
        for members in lines:
            waiting.append((members, self._send(members)))
            if len(waiting) >= window:
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def close(self) -> Process | None:
        """Lets the process end; it is started again where it is needed again."""
        with self._starting:
            process, self._process = self._process, None
        if process is not None:
            process.close()
        return process

    def forget(self) -> None:
        """Leaves the process to the parent, in a child that was forked."""
        process, self._process = self._process, None
        self._starting = threading.Lock()
        if process is not None:
            process.forget()

    def _send(self, members: bytes) -> Future[Answer]:
        with self._starting:
            if self._process is None or not self._process.is_running:
                try:
                    self._process = start(self._command)
                except RuntimeError:
                    return _unsent()
            process = self._process
        return process.send(members)

    def _result(self, members: bytes, future: Future[Answer]) -> Answer:
        try:
            return future.result()
        except Ended as end:
            if end.status == USAGE_STATUS:
                raise UsageError(first_words(end.words)) from None
            # Nobody knows which of the images it was working on killed it. Each is tried alone,
            # which needs no thread.
            return self._alone(members)

    def _alone(self, members: bytes) -> Answer:
        try:
            result = subprocess.run(
                self._command, input=b"{%b}\n" % members, capture_output=True, check=False
            )
        except OSError as error:
            raise ProgramFailedError(f"imgcheck cannot be run: {error}") from error
        words = first_words(result.stderr.decode("utf-8", "replace"))
        if result.stdout.endswith(b"\n"):
            answer: Answer = json.loads(result.stdout)
            return answer
        if result.returncode == USAGE_STATUS:
            raise UsageError(words)
        if result.returncode >= 0:
            raise ProgramFailedError(f"imgcheck ended with status {result.returncode}: {words}")
        reason = f"imgcheck was ended by signal {-result.returncode} while it looked at the image."
        return {"verdict": "unchecked", "error": reason}


def _unsent() -> Future[Answer]:
    """An image that no process got, since the interpreter ends, or has too many threads."""
    future: Future[Answer] = Future()
    future.set_exception(Ended(0, "no thread"))
    return future


def start(command: list[str]) -> Process:
    try:
        return Process(command)
    except OSError as error:
        raise ProgramFailedError(f"imgcheck cannot be run: {error}") from error


def first_words(text: str) -> str:
    """What the program says, without its lines of usage."""
    lines = text.strip().splitlines()
    kept = [line for line in lines if not line.startswith(("Usage:", "  See "))]
    return " ".join(kept).removeprefix("Error: ").removeprefix("imgcheck: ") or "no word on why"
