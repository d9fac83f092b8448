#!/usr/bin/env python3
"""Sends what imgcheck writes through OpenAI's client to a server that refuses what providers do.

Every scenario goes to every model twice: as a program without imgcheck would send it, and as
`imgcheck request` writes it. Exit status 1 where one answer is not the expected one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import self_test
from bodies import MODELS
from conversations import conversation_checks
from dialects import dialect_checks
from imgcheck import Imgcheck
from photographs import WANTED, photographs
from run import Run
from scenarios import scenarios
from sender import Sender
from server import Endpoint


def main() -> int:
    start = time.monotonic()
    arguments = parsed_arguments()
    found = len(photographs(arguments.wallpapers))
    print(f"{found} photographs (wanted {WANTED}); naive requests take the media type by name")
    passed, failures = self_test.run()
    print(f"The server's own test: {passed} passed, {len(failures)} failed", flush=True)
    with Endpoint() as endpoint, tempfile.TemporaryDirectory() as scratch:
        imgcheck = Imgcheck(arguments.imgcheck, Path(scratch))
        run = Run(Sender(endpoint), imgcheck, arguments.model or MODELS, not arguments.all_models)
        for place, scenario in enumerate(scenarios(arguments.wallpapers)):
            if arguments.only in scenario.name:
                folder = Path(scratch) / f"scenario-{place}"
                folder.mkdir()
                run.scenario(scenario, folder)
        conversation_checks(run, arguments.only)
        dialect_checks(run, arguments.only)
    failures += run.failures
    print()
    for failure in failures:
        print(failure)
    minutes, seconds = divmod(round(time.monotonic() - start), 60)
    duration = f"{minutes} min {seconds} s"
    print(f"{passed + run.passed} passed, {len(failures)} failed in {duration}")
    return 1 if failures else 0


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--imgcheck", type=Path, required=True, help="the program under test")
    parser.add_argument("--wallpapers", type=Path, required=True, help="the unpacked packages")
    parser.add_argument("--only", default="", help="the scenarios whose names contain this")
    parser.add_argument(
        "--all-models",
        action="store_true",
        help="run imgcheck for every model in costly scenarios too, although limits are the same",
    )
    parser.add_argument("--model", action="append", choices=MODELS, help="this model only")
    arguments = parser.parse_args()
    if len(photographs(arguments.wallpapers)) == 0:
        sys.exit(f"Expected photographs below {arguments.wallpapers}, found none.")
    return arguments


if __name__ == "__main__":
    raise SystemExit(main())
