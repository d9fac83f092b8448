"""What stands in a request beside its images: as options of imgcheck, and as it has to arrive."""

from __future__ import annotations

from dataclasses import dataclass

from bodies import text_part
from judge import IMAGE

PROMPT = 'What changed between these images? Say "nothing" / "nichts", größer → 写真.'


@dataclass(frozen=True)
class Message:
    """The options of one call; `None` leaves one out.

    In `label`, `{n}` stands for the number of an image among all that are sent, over several
    requests too, and `{name}` for the name of its file, without folders.
    """

    prompt: str = PROMPT
    system: str | None = None
    detail: str | None = None
    max_tokens: int | None = None
    label: str | None = None

    @property
    def options(self) -> list[str]:
        given = {
            "--prompt": self.prompt,
            "--system": self.system,
            "--detail": self.detail,
            "--max-tokens": self.max_tokens,
            "--label": self.label,
        }
        return [
            word for option, value in given.items() if value is not None
            for word in (option, str(value))
        ]

    def document(
        self, model: str, names: list[str], urls: list[str], first_number: int = 1
    ) -> dict:
        """The body with images of these names and data URLs."""
        content = [text_part(self.prompt)]
        for number, (name, url) in enumerate(zip(names, urls, strict=True), first_number):
            if self.label is not None:
                label = self.label.replace("{n}", str(number)).replace("{name}", name)
                content.append(text_part(label))
            content.append(self.image_part(url))
        messages = [{"role": "user", "content": content}]
        if self.system is not None:
            messages.insert(0, {"role": "system", "content": self.system})
        document = {"model": model, "messages": messages}
        if self.max_tokens is not None:
            document["max_tokens"] = self.max_tokens
        return document

    def outline(self, model: str, names: list[str], first_number: int) -> dict:
        """The body as the server records it."""
        return self.document(model, names, [IMAGE] * len(names), first_number)

    def image_part(self, url: str) -> dict:
        detail = {} if self.detail is None else {"detail": self.detail}
        return {"type": "image_url", "image_url": {"url": url, **detail}}
