"""One run over the scenarios: what it does for each, and the table that it prints."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checks import Failure, check_images, check_outline
from imgcheck import Imgcheck
from naive import naive_body, naive_urls
from scenarios import Scenario
from sender import Sender
from signatures import Look, signatures_of
from writing import Writing

FULLEST, EMPTIEST = 1.0, 0.95
"""The part of the limit that a body fills for which images had to lose detail."""

COMPARED_WITH_STDOUT = {"1 image", "101 images"}


class Run:
    """The outcome so far."""

    def __init__(self, sender: Sender, imgcheck: Imgcheck, models: list[str], shares: bool):
        self.sender, self.imgcheck, self.models, self.shares = sender, imgcheck, models, shares
        self.worker = ThreadPoolExecutor(max_workers=1)
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

    def scenario(self, scenario: Scenario, folder: Path) -> None:
        """Sends the files of a scenario to every model, and prints a line for each answer."""
        start = time.monotonic()
        files = scenario.make(folder)
        writing = Writing(self.imgcheck, scenario, files, self.worker)
        writing.start(self.models, self.shares)
        one = ScenarioRun(self, scenario, files, writing)
        print(f"\n{scenario.name}")
        for model in self.models:
            for place, (heading, action) in enumerate(one.actions()):
                said = self.check(f"{scenario.name}, {model}", lambda: action(model))
                print(f"  {'' if place else model:<29} {heading + ':':<8} {said}", flush=True)
        print(f"  {time.monotonic() - start:.1f} s", flush=True)


class ScenarioRun:
    """One scenario. Its actions take a model, return what to print, and raise Failure."""

    def __init__(self, run: Run, scenario: Scenario, files: list[Path], writing: Writing):
        self.sender, self.imgcheck = run.sender, run.imgcheck
        self.scenario, self.files, self.writing = scenario, files, writing
        self.urls = naive_urls(files)
        looks = signatures_of(files, scenario.lost)
        self.sent: list[Look] = [look for look in looks if look is not None]

    def actions(self):
        """Each with the heading of its line."""
        yield "without", self.without
        yield "with", self.with_imgcheck
        if self.scenario.lost:
            yield "no omit", self.fails_closed
        if self.scenario.name in COMPARED_WITH_STDOUT:
            yield "stdout", self.same_on_stdout

    def without(self, model: str) -> str:
        """A program without imgcheck is refused, or taken, as the scenario says."""
        body = naive_body(model, self.scenario.message, self.files, self.urls)
        outcome = self.sender.send(body)
        expected = self.scenario.naive_outcome(model)
        if outcome.refused_for != expected:
            raise Failure(
                f"without imgcheck: expected {expected or 'accepted'}, found {outcome.phrase}"
            )
        return outcome.phrase

    def with_imgcheck(self, model: str) -> str:
        """Every body is taken, and together they hold every image and every text."""
        written = self.writing.bodies(model)
        bodies = written.bodies
        received = []
        for number, body in enumerate(bodies, 1):
            accepted = self.sender.send_accepted(body, f"request {number} of {len(bodies)}")
            first = len(received)
            names = [look.name for look in self.sent[first : first + len(accepted.images)]]
            check_outline(accepted, self.scenario.message.outline(model, names, first + 1))
            received += accepted.images
        self.sender.send_parsed(bodies[0])
        check_images(received, self.sent)
        self.check_sizes(model, bodies)
        requests = "1 request" if len(bodies) == 1 else f"{len(bodies)} requests"
        largest = max(map(len, bodies))
        return f"accepted, {requests}, largest {largest:,} bytes, {written.origin}"

    def check_sizes(self, model: str, bodies: list[bytes]) -> None:
        fewest = self.scenario.fewest_requests(model, len(self.sent))
        if len(bodies) != fewest:
            raise Failure(f"expected {fewest} requests, found {len(bodies)}")
        limit = self.scenario.filled_bytes(model)
        if limit is None:
            return
        for body in bodies:
            if not EMPTIEST * limit <= len(body) <= FULLEST * limit:
                raise Failure(f"expected 95 to 100% of {limit:,} bytes, found {len(body):,}")

    def fails_closed(self, model: str) -> str:
        """Without `--on-reject omit` nothing is written."""
        result, bodies = self.imgcheck.try_request(model, self.scenario.message, self.files)
        if result.returncode != 1 or bodies:
            raise Failure(
                f"expected status 1 and no body, found {result.returncode} and {len(bodies)} bodies"
            )
        return "status 1, no body"

    def same_on_stdout(self, model: str) -> str:
        """What goes to stdout is what goes into the files, one document a line."""
        in_files = self.imgcheck.request(model, self.scenario.message, self.files)
        on_stdout = self.imgcheck.request_on_stdout(model, self.scenario.message, self.files)
        if on_stdout != in_files:
            raise Failure("expected the bodies of --out on stdout, found others")
        return "the same bytes"
