"""Bodies that the strict server refuses as they are: the scenarios of `Tests/Clients`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from checks import check_images, check_outline
from conftest import CLAUDE, GPT
from naive import naive_body, naive_urls
from PIL import Image
from scenarios import (
    Scenario,
    content_scenarios,
    count_scenarios,
    message_scenarios,
    size_scenarios,
    small_jpegs,
)
from server import Endpoint
from signatures import Look, signatures_of

MODELS = {"gpt": GPT, "open": "databricks-gemma-3-12b", "claude": CLAUDE}
"""One of each family, whose limits differ."""


class NotSent(Exception):
    """A way did not send a body, and says why."""


Way = Callable[[Endpoint, dict, dict], None]
"""Sends a body with these options of `repair`, or raises `NotSent`."""


@dataclass(frozen=True)
class Refused:
    """A scenario for one family, which is refused raw."""

    scenario: Scenario
    family: str
    breaks_lines: bool = False

    @property
    def name(self) -> str:
        return f"{self.scenario.name}, {self.family}"

    @property
    def model(self) -> str:
        return MODELS[self.family]

    @property
    def kind(self) -> str:
        return self.scenario.refused_for[self.family]

    @property
    def options(self) -> dict[str, str]:
        return {"on_reject": "omit"} if self.scenario.lost else {}

    def body(self, files: list[Path]) -> dict:
        """What a program sends that does not look at its images."""
        urls = naive_urls(files)
        if self.breaks_lines:
            urls = [in_lines(url) for url in urls]
        return json.loads(naive_body(self.model, self.scenario.message, files, urls))

    def looks(self, files: list[Path]) -> list[Look]:
        """The images that have to arrive."""
        return [look for look in signatures_of(files, self.scenario.lost) if look is not None]

    @property
    def is_large(self) -> bool:
        """Whether its cure takes seconds: one way for all then."""
        return "MB" in self.name or "730" in self.name


def as_stored(look: Look, files: list[Path]) -> Look:
    """The look with the size that is stored: what is accepted in a body stays as it is."""
    with Image.open(next(file for file in files if file.name == look.name)) as image:
        return replace(look, width=image.width, height=image.height)


def in_lines(url: str) -> str:
    """A data URL whose base64 is as `base64.encodebytes` and `openssl base64` write it."""
    head, _, data = url.partition(",")
    return head + "," + "".join(data[at : at + 76] + "\n" for at in range(0, len(data), 76))


def refused() -> list[Refused]:
    """All but those that differ from another in their number alone, and those that need packages."""
    broken = Scenario("base64 in lines", small_jpegs(2), dict.fromkeys(MODELS, "base64"))
    taken = (
        *size_scenarios(),
        *(one for one in count_scenarios() if one.name in ("101 images", "730 images")),
        *(one for one in content_scenarios() if "labels" not in one.name),
        *message_scenarios(),
    )
    return [
        *(Refused(one, family) for one in taken for family in MODELS if family in one.refused_for),
        *(Refused(broken, family, breaks_lines=True) for family in MODELS),
    ]


def named(cases: list[Refused]) -> list:
    return [pytest.param(case, id=case.name) for case in cases]


def check_way(way: Way, case: Refused, folder: Path, endpoint: Endpoint) -> None:
    """What is refused raw is taken by this way, whole; what no body can hold does not leave."""
    files = case.scenario.make(folder)
    body = case.body(files)
    if case.kind == "count":
        with pytest.raises(NotSent, match="at most"):
            way(endpoint, body, case.options)
        assert endpoint.accepted == []
        return
    way(endpoint, body, case.options)
    (accepted,) = endpoint.accepted
    check_images(accepted.images, [as_stored(look, files) for look in case.looks(files)])
    if not case.scenario.lost:
        names = [file.name for file in files]
        accepted.outline.pop("stream", None)  # LiteLLM's proxy says that it is not to stream
        check_outline(accepted, case.scenario.message.outline(case.model, names, 1))
