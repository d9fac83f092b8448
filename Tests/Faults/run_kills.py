#!/usr/bin/env python3
"""Ends runs of `imgcheck fix` by SIGKILL, and their decoders too, each at a random moment.

After each, every output is whole or absent and every input as it was; the next sound run clears
away what was left. Exit status 1 where that does not hold.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from scene import Scene

ROUNDS_BETWEEN_SWEEPS = 10
# Some runs are done before their moment comes.
TRIES_AT_MOST = 4


def main() -> int:
    arguments = parsed_arguments()
    print(f"seed {arguments.seed}")
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as scratch:
        scene = Scene(arguments.imgcheck.resolve(), arguments.fixtures, Path(scratch) / "scene")
        start = time.monotonic()
        scene.run()
        seconds = time.monotonic() - start
        failures, number, ended, left = [], 0, 0, 0
        while ended < arguments.count and number < arguments.count * TRIES_AT_MOST:
            number += 1
            scene.clear()
            ended += killed(scene, seconds * chance.random())
            failures += [f"run {number}: {complaint}"
                         for complaint in scene.complaints(allows_leftovers=True)]
            if has_leftovers(scene) or number % ROUNDS_BETWEEN_SWEEPS == 0:
                left += has_leftovers(scene)
                if scene.run().returncode != 0 or not scene.is_complete():
                    failures.append(f"run {number}: the next run does not set it right")
        lost = decoders_killed(scene, chance, arguments.count // 10, seconds)
        if ended < arguments.count:
            failures.append(f"only {ended} runs were ended")
    print(f"{number} runs, {ended} ended by SIGKILL, {left} with a leftover, "
          f"{arguments.count // 10} whose decoders were killed, {len(failures + lost)} failures")
    for failure in failures + lost:
        print(failure)
    return 1 if failures or lost else 0


def killed(scene: Scene, seconds: float) -> bool:
    """Ends a run after so many seconds; whether it was still at work."""
    with subprocess.Popen(scene.command, cwd=scene.folder, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


def has_leftovers(scene: Scene) -> bool:
    return any(scene.out.rglob(".imgcheck-*"))


def decoders_killed(scene: Scene, chance: random.Random, count: int, seconds: float) -> list[str]:
    """Ends decoders at random: an image may be lost with its cause, and nothing else."""
    failures = []
    for number in range(1, count + 1):
        scene.clear()
        with subprocess.Popen(scene.command, cwd=scene.folder, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            while process.poll() is None:
                time.sleep(chance.random() * seconds / 4)
                for child in children(process.pid):
                    try:
                        os.kill(child, signal.SIGKILL)
                    except ProcessLookupError:
                        pass
        complaints = scene.complaints(allows_leftovers=False)
        if process.returncode not in (0, 1, 2):
            complaints.append(f"status {process.returncode}")
        if process.returncode == 0 and not scene.is_complete():
            complaints.append("status 0 without all outputs")
        failures += [f"decoders killed, run {number}: {complaint}" for complaint in complaints]
    return failures


def children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks
                for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--imgcheck", type=Path, required=True)
    parser.add_argument("--fixtures", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("count", type=int, nargs="?", default=1000)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
