"""Runs commands in turn and keeps what each took: wall time, CPU time and peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from harness.tree import TreePeak


@dataclass(frozen=True)
class Run:
    """One run of a command. CPU time is that of the process and of all that it waited for."""

    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int
    printed: str


@dataclass
class Side:
    """One of the programs that are compared."""

    name: str
    command: list[str]
    prepare: Callable[[], None] = lambda: None
    environment: dict[str, str] = field(default_factory=dict)
    statuses: tuple[int, ...] = (0,)
    """The exit statuses of a run that did its work."""

    prints_seconds: bool = False
    """Whether the command prints the seconds that count, since the rest of it is preparation."""

    runs: list[Run] = field(default_factory=list)

    def median(self, figure: str) -> float:
        return statistics.median(getattr(run, figure) for run in self.runs)


def measure(sides: list[Side], rounds: int, samples_tree: bool = False) -> None:
    """Runs the sides in turn, so that a machine whose speed drifts is unjust to none.

    A first round is not counted: it fills the system's cache of files.
    """
    for number in range(rounds + 1):
        for side in sides:
            tell(f"{side.name}, run {number} of {rounds}")
            run = run_once(side, samples_tree)
            if number > 0:
                side.runs.append(run)
    tell("")


def tell(progress: str) -> None:
    """Shows how far the runs have come, where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r\033[K{progress}", end="", file=sys.stderr, flush=True)


def run_once(side: Side, samples_tree: bool = False) -> Run:
    """Runs the command, with its output in a file that is thrown away.

    The peak is that of the largest process, as the system counts it, or with `samples_tree` the
    sum over the process and its children, looked at a hundred times a second.
    """
    side.prepare()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            side.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            env={**os.environ, **side.environment},
        )
        tree = TreePeak(process.pid) if samples_tree else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = tree.end() if tree else usage.ru_maxrss * 1024
        output.seek(0)
        printed = output.read(100_000).decode(errors="replace")
        errors.seek(0)
        complaint = errors.read().decode(errors="replace")[-800:]
    if process.returncode not in side.statuses:
        sys.exit(f"{side.name} ended with {process.returncode}: {complaint}")
    cpu = usage.ru_utime + usage.ru_stime
    if side.prints_seconds:
        wall = cpu = float(printed.split()[-1])
    return Run(wall, cpu, peak, printed)


@dataclass(frozen=True)
class Ratio:
    """One side's figure over another's, round by round."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}–{self.most:.2f})"


def ratio(one: Side, other: Side, figure: str = "wall_seconds") -> Ratio:
    pairs = [
        getattr(mine, figure) / getattr(theirs, figure)
        for mine, theirs in zip(one.runs, other.runs)
    ]
    return Ratio(statistics.median(pairs), min(pairs), max(pairs))
