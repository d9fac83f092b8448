#!/usr/bin/env python3
"""Has the nth call of a function of the C library fail in `imgcheck fix`, for every n.

After each run no output is partial, every input is as it was, and the status is 0 only where every
output is there. No temporary file is left, unless the program ended for want of memory; the next run
removes that one.
Exit status 1 where that does not hold.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from pathlib import Path

from scene import Scene

CALLS = ["open", "openat", "read", "write", "pwrite", "send", "recv", "fsync", "fstat",
         "flock", "linkat", "renameat", "mkdir", "mkdirat", "socketpair", "posix_spawn", "malloc"]
# Swift ends a process that has no memory left, and what that leaves is the next run's to sweep.
ENDING = {"malloc"}
# What is done only where files may be replaced.
REPLACING = {"renameat"}


def main() -> int:
    arguments = parsed_arguments()
    chance = random.Random(arguments.seed)
    failures = []
    with tempfile.TemporaryDirectory() as scratch:
        scene = Scene(arguments.imgcheck.resolve(), arguments.fixtures, Path(scratch) / "scene")
        for call in arguments.only or CALLS:
            total = call_count(scene, arguments, call)
            if total == 0:
                failures.append(f"{call} is never called")
            numbers = range(1, total + 1)
            if total > arguments.count:
                numbers = sorted(chance.sample(numbers, arguments.count))
            found = [failure for number in numbers
                     for failure in failed(scene, arguments, call, number)]
            print(f"{call}: {total} calls, {len(numbers)} made to fail, {len(found)} failures",
                  flush=True)
            failures += found
    for failure in failures:
        print(failure)
    return 1 if failures else 0


def call_count(scene: Scene, arguments: argparse.Namespace, call: str) -> int:
    """How often a sound run makes a call."""
    note = scene.folder / "note"
    scene.clear()
    scene.run(environment(arguments, FAULT_CALL=call, FAULT_NOTE=str(note)),
              replaces=call in REPLACING)
    return int(note.read_text())


def failed(scene: Scene, arguments: argparse.Namespace, call: str, number: int) -> list[str]:
    """Has one call fail; what is wrong then."""
    scene.clear()
    run = scene.run(environment(arguments, FAULT_CALL=call, FAULT_NUMBER=str(number)),
                    replaces=call in REPLACING)
    status = run.returncode
    complaints = scene.complaints(allows_leftovers=status < 0)
    if status == 0 and not scene.is_complete():
        complaints.append("status 0 without all outputs")
    if status not in (0, 1, 2) and not (status < 0 and call in ENDING):
        complaints.append(f"status {status}")
    if status in (1, 2) and not run.stdout and not run.stderr and call != "write":
        complaints.append(f"status {status} without a word")
    if scene.run().returncode != 0 or not scene.is_complete():
        complaints.append("the next run does not set it right")
    return [f"{call} {number}: {complaint}" for complaint in complaints]


def environment(arguments: argparse.Namespace, **faults: str) -> dict[str, str]:
    return os.environ | {"LD_PRELOAD": str(arguments.library.resolve()),
                         "SWIFT_BACKTRACE": "enable=no"} | faults


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--imgcheck", type=Path, required=True)
    parser.add_argument("--fixtures", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True, help="fail-call.c, built")
    parser.add_argument("--count", type=int, default=60, help="the most calls of one function")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", help="a function")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
