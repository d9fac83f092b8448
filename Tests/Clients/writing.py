"""The bodies that imgcheck writes for one scenario."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from checks import Failure
from imgcheck import Imgcheck
from scenarios import Scenario


@dataclass(frozen=True)
class Written:
    """The bodies for one model, and how they were had."""

    model: str
    bodies: list[bytes]
    origin: str


class Writing:
    """Runs imgcheck for each model.

    In a costly scenario, models of which the program states the same limits share one run: the
    bodies differ in the name alone. In all other scenarios every model has a run of its own.
    """

    def __init__(self, imgcheck: Imgcheck, scenario: Scenario, files: list[Path], shares: bool):
        self.imgcheck, self.scenario, self.files = imgcheck, scenario, files
        self.shares = shares and scenario.is_costly
        self.written: dict[str, Written] = {}

    def bodies(self, model: str) -> Written:
        if not self.shares:
            return self.run(model)
        limits = self.imgcheck.stated_limits(model)
        twin = self.written.get(limits)
        if twin is None:
            twin = self.written[limits] = self.run(model)
            return twin
        bodies = [renamed(body, twin.model, model) for body in twin.bodies]
        return Written(model, bodies, f"from the run for {twin.model}, whose limits are the same")

    def run(self, model: str) -> Written:
        start = time.monotonic()
        bodies = self.imgcheck.request(
            model, self.scenario.message, self.files, *self.scenario.options
        )
        return Written(model, bodies, f"{time.monotonic() - start:.1f} s")


def renamed(body: bytes, old: str, new: str) -> bytes:
    """The body for another model. Its name is the last member: keys are sorted."""
    end = f'"model":"{old}"}}'.encode()
    if not body.endswith(end):
        raise Failure(f"expected {end.decode()} at the end of a body, found {body[-60:]!r}")
    return body.removesuffix(end) + f'"model":"{new}"}}'.encode()
