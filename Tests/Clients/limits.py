"""The limits of the six models, as numbers of this test's own.

They are written from the published facts and not read from imgcheck's rule tables: a number that
is wrong there is found here.
"""

from __future__ import annotations

from dataclasses import dataclass

MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}


@dataclass(frozen=True)
class ModelLimits:
    """What one model takes; `None` where it states no such limit. Every bound is inclusive."""

    family: str
    image_count: int
    refuses_animation: bool = False
    body_bytes: int | None = None
    file_bytes_in_all: int | None = None
    base64_bytes_an_image: int | None = None
    edge_pixels: int | None = None
    crowd_edge_pixels: int | None = None
    crowd_begins_above: int = 0

    def edge_limit(self, image_count: int) -> int | None:
        """The longest edge allowed in a request of this many images."""
        if self.crowd_edge_pixels is not None and image_count > self.crowd_begins_above:
            return self.crowd_edge_pixels
        return self.edge_pixels


OPEN_WEIGHTS = ModelLimits(family="open", image_count=5, file_bytes_in_all=10_000_000)
GPT = ModelLimits(family="gpt", image_count=500, refuses_animation=True, body_bytes=10_000_000)
CLAUDE = ModelLimits(
    family="claude",
    image_count=100,
    body_bytes=10_000_000,
    base64_bytes_an_image=5_242_880,
    edge_pixels=8000,
    crowd_edge_pixels=2000,
    crowd_begins_above=20,
)

LIMITS = {
    "databricks-gemma-3-12b": OPEN_WEIGHTS,
    "databricks-llama-4-maverick": OPEN_WEIGHTS,
    "databricks-gpt-5": GPT,
    "databricks-gpt-5-mini": GPT,
    "databricks-gpt-5-nano": GPT,
    "databricks-claude-3-7-sonnet": CLAUDE,
}
