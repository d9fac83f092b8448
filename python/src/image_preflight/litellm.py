"""A guardrail for LiteLLM, which repairs the images of a request before it goes to a provider.

    guardrails:
      - guardrail_name: images
        litellm_params:
          guardrail: image_preflight.litellm.ImagePreflight
          mode: pre_call
          default_on: true
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

from litellm.exceptions import GuardrailRaisedException
from litellm.integrations.custom_guardrail import CustomGuardrail

from ._calls import bytes_of
from ._errors import BodyError
from ._http import Policy

__all__ = ["ImagePreflight"]

_TURNS = ("messages", "input")
"""Where turns stand: in chat completions and Anthropic's messages, and in Responses."""

_BESIDE = ("system", "instructions", "tools", "functions", "response_format", "text")
"""What else of a body may be large: a limit on its bytes counts it."""


class ImagePreflight(CustomGuardrail):
    """Repairs, or raises LiteLLM's `GuardrailRaisedException`, status 400.

    `preflight_model` names the rules where the name in the requests has none, such as an alias.
    """

    def __init__(
        self,
        *,
        preflight_model: str | None = None,
        preflight_options: dict[str, Any] | None = None,
        **settings: Any,
    ):
        self._policy = Policy(preflight_model, dict(preflight_options or {}))
        super().__init__(**settings)

    async def async_pre_call_hook(
        self, user_api_key_dict: Any, cache: Any, data: dict[str, Any], call_type: str
    ) -> dict[str, Any]:
        """Puts repaired turns into the data of a call."""
        # Not the whole: LiteLLM keeps objects there that are no JSON.
        body = {key: data[key] for key in _TURNS if isinstance(data.get(key), list)}
        if not body:
            return data
        beside = {key: data[key] for key in _BESIDE if data.get(key)}
        try:
            sent = bytes_of({"model": data.get("model"), **beside, **body})
        except BodyError:
            return data  # what is wrong with it is for others to say
        repaired, reason = await asyncio.to_thread(self._policy.body, sent)
        if reason is not None:
            raise GuardrailRaisedException(
                guardrail_name=self.guardrail_name, message=reason, blocked_content=True
            )
        if repaired != sent:
            document = json.loads(repaired)
            data.update({key: document[key] for key in body})
        return data
