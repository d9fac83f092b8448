"""The memory of a process and of its children together."""

from __future__ import annotations

import threading
from pathlib import Path

PAUSE_SECONDS = 0.01


class TreePeak:
    """Watches a process until told to stop. Pages that processes share are counted once."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.peak_bytes = 0
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self) -> None:
        while not self.is_over.wait(PAUSE_SECONDS):
            self.peak_bytes = max(self.peak_bytes, sum(map(resident_bytes, tree(self.pid))))

    def end(self) -> int:
        self.is_over.set()
        self.thread.join()
        return self.peak_bytes


def tree(pid: int) -> list[int]:
    """The process, its children and theirs."""
    found = [pid]
    for parent in found:
        for tasks in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, tasks.read_text().split())
            except OSError:
                continue
    return found


def resident_bytes(pid: int) -> int:
    """The proportional set size; 0 once the process is gone."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    lines = [line.split() for line in rollup.splitlines() if line.startswith("Pss:")]
    return int(lines[0][1]) * 1024 if lines else 0
