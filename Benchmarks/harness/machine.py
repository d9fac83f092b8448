"""What was measured on, and with which versions."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """The machine, its system and how busy it was, on one day."""

    day: str
    processor: str
    core_count: int
    memory_gigabytes: int
    system: str
    load: float
    commit: str
    versions: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        hardware = f"{self.core_count} cores of {self.processor}, {self.memory_gigabytes} GB"
        quiet = (
            "The machine had other work: only the ratios tell something."
            if self.load > self.core_count / 2
            else "The machine was quiet."
        )
        return (
            f"{self.day}, imgcheck at {self.commit}; {hardware}, {self.system}. "
            f"Load before the runs: {self.load:.1f}. {quiet}\n\n" + ", ".join(self.versions) + "."
        )


def this_machine(versions: list[str]) -> Machine:
    return Machine(
        day=date.today().isoformat(),
        processor=first_field("/proc/cpuinfo", "model name") or platform.machine(),
        core_count=len(os.sched_getaffinity(0)),
        memory_gigabytes=round(int(first_field("/proc/meminfo", "MemTotal").split()[0]) / 1e6),
        system=f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        load=os.getloadavg()[0],
        commit=commit(),
        versions=versions,
    )


def first_field(path: str, name: str) -> str:
    for line in Path(path).read_text().splitlines():
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""


def commit() -> str:
    """The commit that the program was built from, with `+` where files differ from it."""
    described = ["git", "describe", "--always", "--dirty=+"]
    return subprocess.run(described, capture_output=True, text=True).stdout.strip() or "no commit"
