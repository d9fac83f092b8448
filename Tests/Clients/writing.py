"""The bodies that imgcheck writes for one scenario."""

from __future__ import annotations

import time
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

from checks import Failure
from imgcheck import Imgcheck
from scenarios import Scenario


@dataclass(frozen=True)
class Written:
    """The bodies for one model, and how they were had."""

    bodies: list[bytes]
    origin: str


class Writing:
    """Runs imgcheck for each model, one after the other, while the server judges what there is.

    In a costly scenario, models of which the program states the same limits share one run: the
    bodies differ in the name alone. In all other scenarios every model has a run of its own.
    """

    def __init__(self, imgcheck: Imgcheck, scenario: Scenario, files: list[Path], worker: Executor):
        self.imgcheck, self.scenario, self.files = imgcheck, scenario, files
        self.worker = worker
        self.twins: dict[str, str] = {}
        self.runs: dict[str, Future[Written]] = {}

    def start(self, models: list[str], shares: bool) -> None:
        """Puts all runs into the queue of the worker."""
        firsts: dict[str, str] = {}
        for model in models:
            shared = shares and self.scenario.is_costly
            limits = self.imgcheck.stated_limits(model) if shared else model
            twin = self.twins[model] = firsts.setdefault(limits, model)
            if twin == model:
                self.runs[model] = self.worker.submit(self.run, model)

    def bodies(self, model: str) -> Written:
        """Waits for the bodies. Raises Failure where imgcheck wrote none."""
        twin = self.twins[model]
        written = self.runs[twin].result()
        if twin == model:
            return written
        bodies = [renamed(body, twin, model) for body in written.bodies]
        return Written(bodies, f"from the run for {twin}, whose limits are the same")

    def run(self, model: str) -> Written:
        start = time.monotonic()
        bodies = self.imgcheck.request(
            model, self.scenario.message, self.files, *self.scenario.options
        )
        return Written(bodies, f"{time.monotonic() - start:.1f} s")


def renamed(body: bytes, old: str, new: str) -> bytes:
    """The body for another model. Its name is the last member: keys are sorted."""
    end = f'"model":"{old}"}}'.encode()
    if not body.endswith(end):
        raise Failure(f"expected {end.decode()} at the end of a body, found {body[-60:]!r}")
    return body.removesuffix(end) + f'"model":"{new}"}}'.encode()
