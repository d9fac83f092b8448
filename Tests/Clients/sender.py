"""OpenAI's client, pointed at the server."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

import openai
from openai.types.chat import ChatCompletion

from checks import Failure
from judge import Accepted
from server import Endpoint

TIMEOUT_SECONDS = 120


@dataclass(frozen=True)
class Outcome:
    """What came of a body: `refused_for` is `None` where it was taken."""

    refused_for: str | None = None
    message: str = ""

    @property
    def phrase(self) -> str:
        if self.refused_for is None:
            return "accepted"
        return f"refused ({self.refused_for}): {self.message[:100]}"


class Sender:
    """Sends bodies and finds out what arrived."""

    def __init__(self, endpoint: Endpoint):
        self.endpoint = endpoint
        self.client = openai.OpenAI(
            base_url=endpoint.base_url, api_key="none", max_retries=0, timeout=TIMEOUT_SECONDS
        )

    def send(self, body: bytes) -> Outcome:
        """Sends the bytes as they are."""
        return self.outcome(
            lambda: self.client.post("/chat/completions", cast_to=ChatCompletion, content=body)
        )

    def send_accepted(self, body: bytes, name: str) -> Accepted:
        """Sends the bytes as they are. Raises Failure unless they arrive unchanged and are taken."""
        outcome = self.send(body)
        if outcome.refused_for is not None:
            raise Failure(f"{name}: {outcome.phrase}")
        accepted = self.endpoint.accepted[-1]
        if accepted.body_sha256 != hashlib.sha256(body).hexdigest():
            raise Failure(f"{name}: what arrived is not what was sent")
        return accepted

    def send_parsed(self, body: bytes) -> None:
        """Hands the body to the client's own method, as a program does that has read it."""
        outcome = self.outcome(lambda: self.client.chat.completions.create(**json.loads(body)))
        if outcome.refused_for is not None:
            raise Failure(f"through chat.completions.create: {outcome.phrase}")

    def outcome(self, call) -> Outcome:
        try:
            completion = call()
        except openai.APIStatusError as error:
            return Outcome(error.code or f"status {error.status_code}", message_of(error))
        except openai.APIConnectionError as error:
            return Outcome("closed", f"the connection was closed: {error.__cause__!r}")
        if completion.object != "chat.completion":
            return Outcome("no completion", repr(completion))
        return Outcome()


def message_of(error: openai.APIStatusError) -> str:
    return error.body.get("message", "") if isinstance(error.body, dict) else str(error)
