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
from bodies import MODELS, naive_body
from checks import Failure, check_images, check_prompt
from conversations import conversation_checks
from imgcheck import Imgcheck
from photographs import WANTED, photographs
from scenarios import Scenario, scenarios
from sender import Sender
from server import Endpoint
from signatures import signatures_of

PROMPT = 'What changed between these images? Say "nothing" / "nichts", größer → 写真.'


class Run:
    """The table so far."""

    def __init__(self, sender: Sender, imgcheck: Imgcheck):
        self.sender, self.imgcheck = sender, imgcheck
        self.passed = 0
        self.failures: list[str] = []

    def check(self, name: str, action) -> str:
        """Does the action; a Failure becomes a failure of the run. Returns what to print."""
        try:
            said = action()
        except Failure as failure:
            self.failures.append(f"{name}: {failure}")
            return f"FAILED: {failure}"
        self.passed += 1
        return said

    def without(self, scenario: Scenario, model: str, files: list[Path]) -> str:
        outcome = self.sender.send(naive_body(model, PROMPT, files))
        expected = scenario.naive_outcome(model)
        if outcome.refused_for != expected:
            raise Failure(
                f"without imgcheck: expected {expected or 'accepted'}, found {outcome.phrase}"
            )
        return outcome.phrase

    def with_imgcheck(self, scenario: Scenario, model: str, files: list[Path], looks) -> str:
        start = time.monotonic()
        bodies = self.imgcheck.request(model, PROMPT, files, *scenario.options)
        seconds = time.monotonic() - start
        received = []
        for number, body in enumerate(bodies, 1):
            accepted = self.sender.send_accepted(body, f"request {number} of {len(bodies)}")
            check_prompt(accepted, PROMPT)
            received += accepted.images
        self.sender.send_parsed(bodies[0])
        sent = [look for place, look in enumerate(looks) if place not in scenario.lost]
        check_images(received, sent)
        fewest = scenario.fewest_requests(model, len(sent))
        if len(bodies) != fewest:
            raise Failure(f"expected {fewest} requests, found {len(bodies)}")
        largest = max(map(len, bodies))
        requests = "1 request" if len(bodies) == 1 else f"{len(bodies)} requests"
        return f"accepted, {requests}, largest {largest:,} bytes, {seconds:.1f} s"

    def fails_closed(self, model: str, files: list[Path]) -> str:
        """Without `--on-reject omit` nothing is written."""
        status, bodies = self.imgcheck.try_request(model, PROMPT, files)
        if status != 1 or bodies:
            raise Failure(f"expected status 1 and no body, found {status} and {len(bodies)} bodies")
        return "status 1, no body"

    def same_on_stdout(self, model: str, files: list[Path]) -> str:
        """What goes to stdout is what goes into the files, one document a line."""
        in_files = self.imgcheck.request(model, PROMPT, files)
        on_stdout = self.imgcheck.request_on_stdout(model, PROMPT, files)
        if on_stdout != in_files:
            raise Failure("expected the bodies of --out on stdout, found others")
        return f"the same bytes"


def run_scenario(run: Run, scenario: Scenario, folder: Path, models: list[str]) -> None:
    files = scenario.make(folder)
    looks = signatures_of(files, scenario.lost)
    print(f"\n{scenario.name}")
    for model in models:
        name = f"{scenario.name}, {model}"
        without = run.check(name, lambda: run.without(scenario, model, files))
        print(f"  {model:<29} without: {without}", flush=True)
        ready = run.check(name, lambda: run.with_imgcheck(scenario, model, files, looks))
        print(f"  {'':<29} with:    {ready}", flush=True)
        if scenario.lost:
            closed = run.check(name, lambda: run.fails_closed(model, files))
            print(f"  {'':<29} no omit: {closed}", flush=True)
        if scenario.name in ("1 image", "101 images"):
            stdout = run.check(name, lambda: run.same_on_stdout(model, files))
            print(f"  {'':<29} stdout:  {stdout}", flush=True)


def main() -> int:
    arguments = parsed_arguments()
    found = len(photographs(arguments.wallpapers))
    print(f"{found} photographs (wanted {WANTED}); naive requests take the media type by name")
    passed, failures = self_test.run()
    print(f"The server's own test: {passed} passed, {len(failures)} failed", flush=True)
    with Endpoint() as endpoint, tempfile.TemporaryDirectory() as scratch:
        run = Run(Sender(endpoint), Imgcheck(arguments.imgcheck, Path(scratch)))
        for place, scenario in enumerate(scenarios(arguments.wallpapers)):
            if arguments.only in scenario.name:
                folder = Path(scratch) / f"scenario-{place}"
                folder.mkdir()
                run_scenario(run, scenario, folder, arguments.model or MODELS)
        if not arguments.only:
            conversation_checks(run)
    failures += run.failures
    print()
    for failure in failures:
        print(failure)
    print(f"{passed + run.passed} passed, {len(failures)} failed")
    return 1 if failures else 0


def parsed_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--imgcheck", type=Path, required=True, help="the program under test")
    parser.add_argument("--wallpapers", type=Path, required=True, help="the unpacked packages")
    parser.add_argument("--only", default="", help="the scenarios whose names contain this")
    parser.add_argument("--model", action="append", choices=MODELS, help="this model only")
    arguments = parser.parse_args()
    if len(photographs(arguments.wallpapers)) == 0:
        sys.exit(f"Expected photographs below {arguments.wallpapers}, found none.")
    return arguments


if __name__ == "__main__":
    raise SystemExit(main())
