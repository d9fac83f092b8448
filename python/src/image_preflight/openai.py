"""HTTP clients for OpenAI's client, which repair every body on its way out.

    from image_preflight.openai import http_client

    client = openai.OpenAI(http_client=http_client())

A body that cannot be repaired is not sent: `openai.BadRequestError` is raised, and names the image.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openai

from ._http import Policy, clients

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._options import RepairOptions

__all__ = ["async_http_client", "http_client"]

_Client, _AsyncClient = clients(openai)


def http_client(
    *,
    model: str | None = None,
    settings: dict[str, Any] | None = None,
    **options: Unpack[RepairOptions],
) -> Any:
    """A client for `openai.OpenAI(http_client=…)`.

    `model` names the rules where the name in the requests has none, such as that of an endpoint of
    your own; without it, a request for such a model goes out as it is. `settings` go to
    `openai.DefaultHttpxClient`. Raises `UsageError` and `ProgramNotFoundError`.
    """
    return _Client(Policy(model, dict(options)), **(settings or {}))


def async_http_client(
    *,
    model: str | None = None,
    settings: dict[str, Any] | None = None,
    **options: Unpack[RepairOptions],
) -> Any:
    """A client for `openai.AsyncOpenAI(http_client=…)`; as `http_client`."""
    return _AsyncClient(Policy(model, dict(options)), **(settings or {}))
