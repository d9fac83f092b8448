"""Requests of an HTTP client, repaired on their way out."""

from __future__ import annotations

import functools
import json
import subprocess
from typing import Any

from ._calls import repair
from ._errors import BodyError, UsageError
from ._options import RepairOptions, arguments_of
from ._program import find_program
from ._stream import USAGE_STATUS


class Policy:
    """What becomes of a request. Addresses of images are passed by unless `remote` says "fail"."""

    def __init__(self, model: str | None, options: dict[str, Any]):
        options = {"remote": "ignore", **options}
        arguments_of(RepairOptions, options)
        find_program()  # a missing program is known now, and not with the first request
        if model is not None and not has_rules(model):
            raise UsageError(f"No table is named {model!r}.")
        self.model, self.options = model, options

    def body(self, body: bytes) -> tuple[bytes, str | None]:
        """The body to send, and why it is not to be sent.

        What is no body of a conversation passes, and so does a body for a model without rules.
        """
        try:
            repaired = repair(body, model=self.model, **self.options)
        except BodyError:
            return body, None
        except UsageError:
            if self.model is None and not has_rules(model_of(body)):
                return body, None
            raise
        if repaired.body is None:
            return body, repaired.report.reason or "An image could not be cured."
        return repaired.body, None

    def outgoing(self, request: Any, content: bytes) -> tuple[Any, str | None]:
        """The request to send, of the same class, and why it is not to be sent."""
        if request.method != "POST" or "json" not in request.headers.get("content-type", ""):
            return request, None
        body, reason = self.body(content)
        if reason is not None or body == content:
            return request, reason
        headers = request.headers.copy()
        headers["content-length"] = str(len(body))
        return (
            type(request)(
                request.method,
                request.url,
                headers=headers,
                content=body,
                extensions=request.extensions,
            ),
            None,
        )


def refusal(reason: str) -> dict[str, Any]:
    """What the provider would answer: OpenAI's and Anthropic's clients both read it."""
    error = {
        "type": "invalid_request_error",
        "message": f"Not sent, since the model would refuse it. {reason}",
        "param": None,
        "code": "image_preflight",
    }
    return {"type": "error", "error": error}


def model_of(body: bytes) -> str:
    """The model that a body names; an empty name where it names none."""
    try:
        name = json.loads(body).get("model", "")
    except (ValueError, AttributeError):
        return ""
    return name if isinstance(name, str) else ""


@functools.lru_cache(maxsize=256)
def has_rules(model: str) -> bool:
    """Whether a model has a table."""
    if not model:
        return False
    # Of an empty file it is told whether the model is known; `models` looks for words in names.
    line = [find_program(), "check", f"--model={model}", "-"]
    result = subprocess.run(line, input=b"", capture_output=True, check=False)
    return result.returncode != USAGE_STATUS


def clients(sdk: Any) -> tuple[type[Any], type[Any]]:
    """Classes of HTTP clients, made from the defaults of an SDK: one that waits, and an async one.

    They override `send`, and nothing that is private, so that proxies, limits and timeouts stay
    as the SDK has them. What is not to be sent is answered with the 400 that the provider would
    answer with: the SDK raises its `BadRequestError`, where an exception from here would be tried
    again and end as a connection error.
    """
    import asyncio
    import sys

    def response_of(request: Any, reason: str) -> Any:
        http = sys.modules[type(request).__module__.partition(".")[0]]
        return http.Response(400, json=refusal(reason), request=request)

    class Client(sdk.DefaultHttpxClient):  # type: ignore[misc]
        def __init__(self, policy: Policy, **settings: Any):
            super().__init__(**settings)
            self._policy = policy

        def send(self, request: Any, **settings: Any) -> Any:
            sent, reason = self._policy.outgoing(request, request.read())
            if reason is not None:
                return response_of(request, reason)
            return super().send(sent, **settings)

    class AsyncClient(sdk.DefaultAsyncHttpxClient):  # type: ignore[misc]
        def __init__(self, policy: Policy, **settings: Any):
            super().__init__(**settings)
            self._policy = policy

        async def send(self, request: Any, **settings: Any) -> Any:
            content = await request.aread()
            sent, reason = await asyncio.to_thread(self._policy.outgoing, request, content)
            if reason is not None:
                return response_of(request, reason)
            return await super().send(sent, **settings)

    return Client, AsyncClient
