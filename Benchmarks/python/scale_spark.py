"""10,000 images through Spark on two cores, against the same through `imgcheck stream --jobs 2`.

Told are the time of each, whether every row says what the stream says, the memory of Spark's Python
workers with their programs, and what becomes of the job where decoders and programs are killed.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import numpy
from PIL import Image
from pyspark.sql import SparkSession

from image_preflight import find_program
from image_preflight.spark import check_images

MODEL, DISTINCT = "databricks-gpt-5", 100
PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--images", type=int, default=10_000)
    count = options.parse_args().images
    with tempfile.TemporaryDirectory() as folder:
        paths = photographs(Path(folder), count)
        spark = session()
        frame = spark.read.format("binaryFile").load(folder)
        check_images(frame.limit(64), model=MODEL).collect()  # the workers start
        direct, told = streamed(paths)
        taken, rows, memory = watched(frame)
        print(f"imgcheck stream --jobs 2: {direct:6.1f} s, {count / direct:6.0f} images/s")
        print(f"Spark local[2]:           {taken:6.1f} s, {count / taken:6.0f} images/s")
        print(f"throughput: {direct / taken:.2f} of the stream's")
        print(f"rows: {len(rows)} of {count}, {differing(rows, told)} differ from the stream")
        print("memory, MB, a tenth of the job each:", *(f"{size / 1e6:.0f}" for size in memory))
        killed = Counter()
        _, rows, _ = watched(frame, killed)
        unchecked = sum(row.verdict == "unchecked" for row in rows)
        print(
            f"killed {dict(killed)}: {len(rows)} rows, {unchecked} unchecked,"
            f" {differing(rows, told)} differ"
        )
        spark.stop()


def session() -> SparkSession:
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    return (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
        .config("spark.sql.files.openCostInBytes", "0")
        .getOrCreate()
    )


def photographs(folder: Path, count: int) -> list[Path]:
    """So many files of 30 to 300 KB, smooth shapes with grain, of a hundred distinct pictures."""
    random = numpy.random.default_rng(1)
    paths = []
    for number in range(min(DISTINCT, count)):
        size = (640 + 8 * number, 480 + 6 * number)
        coarse = Image.fromarray(random.integers(0, 256, (12, 16, 3), "uint8"))
        smooth = numpy.asarray(coarse.resize(size, Image.Resampling.BICUBIC), "int16")
        grain = random.normal(0, 6, smooth.shape).astype("int16")
        path = folder / f"{number:05}.jpg"
        Image.fromarray((smooth + grain).clip(0, 255).astype("uint8")).save(path, quality=75)
        if number % 10 == 9:  # one of ten is not whole
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        paths.append(path)
    for number in range(DISTINCT, count):
        path = folder / f"{number:05}.jpg"
        os.link(paths[number % DISTINCT], path)
        paths.append(path)
    return paths


def streamed(paths: list[Path]) -> tuple[float, dict[str, str]]:
    """The seconds that the program takes, and the verdict of each path."""
    lines = "".join(json.dumps({"id": str(path), "path": str(path)}) + "\n" for path in paths)
    command = [find_program(), "stream", "--model", MODEL, "--jobs", "2"]
    start = time.perf_counter()
    told = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    taken = time.perf_counter() - start
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    return taken, {answer["id"]: answer["verdict"] for answer in answers}


def watched(frame, killed: Counter | None = None) -> tuple[float, list, list[int]]:
    """Seconds, rows, and the most memory in each tenth; with a counter, kills while it works."""
    samples: list[int] = []
    done = threading.Event()

    def watch() -> None:
        turn = 0
        while not done.wait(0.5):
            found = processes()
            samples.append(sum(size for _, _, size in found))
            turn += 1
            if killed is not None and turn % 4 == 0:
                # Decoders, and every fifth time a program.
                name = "imgcheck" if turn % 20 == 0 else "imgcheck-codec"
                kill(found, name, killed)

    watcher = threading.Thread(target=watch)
    watcher.start()
    start = time.perf_counter()
    rows = check_images(frame, model=MODEL).select("path", "verdict").collect()
    taken = time.perf_counter() - start
    done.set()
    watcher.join()
    tenths = numpy.array_split(numpy.array(samples), 10)
    return taken, rows, [int(part.max()) for part in tenths if part.size]


def kill(found: list[tuple[int, str, int]], name: str, killed: Counter) -> None:
    for process, known, _ in found:
        if known == name:
            os.kill(process, signal.SIGKILL)
            killed[name] += 1
            return


def processes() -> list[tuple[int, str, int]]:
    """Spark's Python workers with what they started: number, name, and resident bytes."""
    parents, told = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            text = (folder / "stat").read_text()
            resident = int((folder / "statm").read_text().split()[1]) * PAGE
        except OSError:
            continue  # it is gone
        name, _, rest = text.partition("(")[2].rpartition(")")
        parents[int(folder.name)] = int(rest.split()[1])
        told[int(folder.name)] = (name, resident)
    own = []
    for process, (name, resident) in told.items():
        chain, at = [], process
        while at in parents and at != os.getpid():
            chain.append(told[at][0])
            at = parents[at]
        if at == os.getpid() and "java" in chain[1:]:
            own.append((process, name, resident))
    return own


def differing(rows: list, told: dict[str, str]) -> int:
    return sum(told[row.path.removeprefix("file:")] != row.verdict for row in rows)


if __name__ == "__main__":
    main()
