#!/usr/bin/env python3
"""Has imgcheck judge files that are changed at random, twice and in another order.

Exit status 1 where the program ends otherwise than it should, a file has no verdict or two, a decoder
is over its deadline or its memory, or the program over its own.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from mutations import format_of
from random_mutations import Mutator

MODEL = "databricks-claude-3-7-sonnet"
# What the program itself may hold, with two images at a time: files, and what is inflated of them.
FRONT_BYTES_AT_MOST = 300_000_000
# What a cause says that is over a limit; an image that ends so is contained, and none should.
OVER_LIMIT = ("the decoder needs more than",)
FAILED = ("the decoder ended with", "the decoder's answer makes no sense")
SAMPLE_SECONDS = 0.02


def main() -> int:
    arguments = parsed_arguments()
    print(f"seed {arguments.seed}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "inputs"
        paths = written(arguments, folder)
        first = Run(arguments.imgcheck, paths, Path(scratch))
        shuffled = random.Random(arguments.seed).sample(paths, len(paths))
        second = Run(arguments.imgcheck, shuffled, Path(scratch))
        failures = complaints(first, "first run") + complaints(second, "second run")
        failures += differences(first, second)
        if failures and arguments.keep:
            keep(failures, folder, arguments.keep)
    tell(first, second)
    print(f"{len(paths)} files, {len(failures)} failures")
    for failure in failures:
        print(failure)
    return 1 if failures else 0


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split(".")[0])
    parser.add_argument("--imgcheck", type=Path, required=True, help="the program under test")
    parser.add_argument("--fixtures", type=Path, required=True, help="a folder of images")
    parser.add_argument("--corpus", type=Path, help="another, which may be absent")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--keep", type=Path, help="a folder for the files that fail")
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    return parser.parse_args()


def written(arguments: argparse.Namespace, folder: Path) -> list[Path]:
    """Writes the files; their names say what was done."""
    folder.mkdir()
    folders = [place for place in (arguments.fixtures, arguments.corpus) if place and place.is_dir()]
    sources = [path for place in folders for path in sorted(place.rglob("*")) if path.is_file()]
    mutator = Mutator([path.read_bytes() for path in sources], arguments.seed)
    paths = []
    for index in range(arguments.count):
        name, data = mutator.file()
        paths.append(folder / f"{index:05}-{name}.{format_of(data) or 'bin'}")
        paths[-1].write_bytes(data)
    return paths


@dataclass
class Run:
    """One run over files: how it ended, what it said of each, and what its processes took."""

    program: Path
    paths: list[Path]
    scratch: Path
    status: int = 0
    complaint: str = ""
    seconds: float = 0
    images: dict[str, dict] = field(default_factory=dict)
    front_bytes: int = 0
    decoder_bytes: int = 0

    def __post_init__(self) -> None:
        names = self.scratch / "names"
        names.write_text("\n".join(map(str, self.paths)))
        command = [self.program, "check", "--each", "--model", MODEL, "--format", "jsonl",
                   "--jobs", "2", "--files-from", names]
        start = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            watcher = threading.Thread(target=self.watch, args=(process,))
            watcher.start()
            output, complaint = process.communicate()
            watcher.join()
        self.seconds = time.monotonic() - start
        self.status, self.complaint = process.returncode, complaint.decode(errors="replace")
        for line in output.splitlines():
            entry = json.loads(line)
            if "source" in entry:
                self.images[entry["source"]] = entry

    def watch(self, process: subprocess.Popen) -> None:
        while process.poll() is None:
            self.front_bytes = max(self.front_bytes, peak(process.pid))
            for child in children(process.pid):
                self.decoder_bytes = max(self.decoder_bytes, peak(child))
            time.sleep(SAMPLE_SECONDS)


def peak(process: int) -> int:
    """The most bytes of memory that a process has had; 0 where it is gone, or nothing tells."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(found[0].split()[1]) * 1024 if found else 0


def children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def complaints(run: Run, name: str) -> list[str]:
    found = []
    if run.status not in {0, 1}:
        found.append(f"{name}: status {run.status}: {run.complaint[-300:]}")
    if run.front_bytes > FRONT_BYTES_AT_MOST:
        found.append(f"{name}: the program took {run.front_bytes:,} bytes")
    limit = decoder_limit(run.program)
    if run.decoder_bytes > limit:
        found.append(f"{name}: a decoder took {run.decoder_bytes:,} bytes of {limit:,}")
    for path in run.paths:
        image = run.images.get(str(path))
        if image is None or image["verdict"] == "unchecked":
            found.append(f"{path.name}: no verdict in the {name}: {(image or {}).get('error')}")
        elif says(image, OVER_LIMIT):
            found.append(f"{path.name}: over a limit in the {name}: {messages(image)}")
    return found


def decoder_limit(program: Path) -> int:
    """The bytes that a decoder may take, as `doctor` tells them."""
    told = subprocess.run([program, "doctor", "--format", "json"], capture_output=True, check=False)
    limits = json.loads(told.stdout)["limits"]
    return next(limit["value"] for limit in limits if limit["name"] == "worker-memory-bytes")


def differences(first: Run, second: Run) -> list[str]:
    return [f"{Path(source).name}: {messages(image)} and then {messages(second.images[source])}"
            for source, image in first.images.items()
            if source in second.images and image != second.images[source]]


def messages(image: dict) -> str:
    return image["verdict"] + ": " + "; ".join(found["message"] for found in image["findings"])


def says(image: dict, words: tuple[str, ...]) -> bool:
    return any(word in found["message"] for found in image["findings"] for word in words)


def keep(failures: list[str], folder: Path, place: Path) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for failure in failures:
        path = folder / failure.split(": ")[0]
        if path.is_file():
            (place / path.name).write_bytes(path.read_bytes())


def tell(first: Run, second: Run) -> None:
    verdicts = collections.Counter(image["verdict"] for image in first.images.values())
    codes = collections.Counter(found["code"] for image in first.images.values()
                                for found in image["findings"])
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    print(", ".join(f"{code} {count}" for code, count in sorted(codes.items())))
    failed = [image for image in first.images.values() if says(image, FAILED)]
    print(f"{len(failed)} that ended a decoder, and cost no other image")
    for image in failed:
        print(f"  {Path(image['source']).name}: {messages(image)}")
    for run in (first, second):
        print(f"{run.seconds:.0f} s; most memory: program {run.front_bytes / 1e6:.0f} MB, "
              f"decoder {run.decoder_bytes / 1e6:.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
