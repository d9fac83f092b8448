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
            self.peak_bytes = max(self.peak_bytes, resident_bytes(tree(self.pid)))

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


def resident_bytes(pids: list[int]) -> int:
    """The proportional set sizes together; 0 for what is gone.

    A process that has just been started has the memory of the one that starts it until it runs its
    own program (`CLONE_VM`), and both tell all of it: what is the same to the byte is counted once.
    """
    sizes = {}
    for pid in pids:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        # The first line says where the memory is.
        place, *fields = rollup.splitlines()
        figures = {line.split()[0]: int(line.split()[1]) for line in fields}
        sizes[place, figures.get("Rss:")] = figures.get("Pss:", 0) * 1024
    return sum(sizes.values())
