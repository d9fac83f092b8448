#!/usr/bin/env python3
"""Shows that the server takes and refuses what each rule says, at the limit and on both sides."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Callable

from bodies import (
    CLAUDE, GEMMA, GPT_5, GPT_5_MINI, GPT_5_NANO, LLAMA, MODELS, body, image_part, text_part,
)
from judge import Refusal, judge
from pictures import (
    animated, cmyk_jpeg, cut, encoded, flipped, jpeg, padded_png, picture, png, sideways_jpeg, webp,
)

PROMPT = text_part("What is in these images?")
SMALL_JPEG, SMALL_PNG, SMALL_WEBP = jpeg(picture(1)), png(picture(1)), webp(picture(1))
SMALL_GIF = encoded(picture(1), "GIF")
GOOD = image_part("image/jpeg", SMALL_JPEG)


@dataclass(frozen=True)
class Case:
    """One body; `refused_for` is the kind of rule it breaks, `None` where it is taken."""

    name: str
    make: Callable[[], bytes]
    refused_for: str | None = None


def with_images(model: str, *parts: dict) -> Callable[[], bytes]:
    return lambda: body(model, PROMPT, *parts)


def repeated(model: str, count: int) -> Callable[[], bytes]:
    return lambda: body(model, PROMPT, *[image_part("image/png", DOT)] * count)


DOT = png(picture(2, 8, 8))


def wide(count: int, edge: int, model: str = CLAUDE) -> Callable[[], bytes]:
    """One image with that edge among small ones, `count` together."""
    def make() -> bytes:
        small = [image_part("image/png", DOT)] * (count - 1)
        return body(model, PROMPT, *small, image_part("image/png", png(picture(3, edge, 8))))
    return make


def of_base64_length(model: str, length: int) -> Callable[[], bytes]:
    return lambda: body(model, PROMPT, image_part("image/png", padded_png(DOT, length // 4 * 3)))


def of_file_bytes(model: str, *byte_counts: int) -> Callable[[], bytes]:
    return lambda: body(
        model, PROMPT, *[image_part("image/png", padded_png(DOT, count)) for count in byte_counts]
    )


def of_body_bytes(model: str, length: int) -> Callable[[], bytes]:
    """Three images, and a prompt that brings the body to exactly this length."""
    def make() -> bytes:
        images = [image_part("image/png", padded_png(DOT, 2_400_000))] * 3
        rest = length - len(body(model, text_part(""), *images))
        return body(model, text_part("x" * rest), *images)
    return make


def conversation(model: str, turns: int) -> Callable[[], bytes]:
    """One image a turn: the whole history counts."""
    def make() -> bytes:
        turn = [
            {"role": "user", "content": [PROMPT, image_part("image/png", DOT)]},
            {"role": "assistant", "content": "A dot."},
        ]
        return json.dumps({"model": model, "messages": turn * turns}).encode()
    return make


def count_cases(model: str, limit: int) -> list[Case]:
    return [
        Case(f"{model}: {limit - 1} images", repeated(model, limit - 1)),
        Case(f"{model}: {limit} images", repeated(model, limit)),
        Case(f"{model}: {limit + 1} images", repeated(model, limit + 1), "count"),
    ]


def body_byte_cases(model: str) -> list[Case]:
    return [
        Case(f"{model}: body of 9,999,999", of_body_bytes(model, 9_999_999)),
        Case(f"{model}: body of 10,000,000", of_body_bytes(model, 10_000_000)),
        Case(f"{model}: body of 10,000,001", of_body_bytes(model, 10_000_001), "body bytes"),
    ]


def file_byte_cases(model: str) -> list[Case]:
    half = 5_000_000
    return [
        Case(f"{model}: files of 9,999,999", of_file_bytes(model, half, half - 1)),
        Case(f"{model}: files of 10,000,000", of_file_bytes(model, half, half)),
        Case(f"{model}: files of 10,000,001", of_file_bytes(model, half, half + 1), "file bytes"),
    ]


def animation_cases(model: str, refused_for: str | None) -> list[Case]:
    return [
        Case(f"{model}: animated {media_type}", with_images(model, part), refused_for)
        for media_type, part in (
            (f"image/{format.lower()}", image_part(f"image/{format.lower()}", animated(4, format)))
            for format in ("GIF", "PNG", "WEBP")
        )
    ]


def limit_cases() -> list[Case]:
    limits = {GPT_5: 500, GPT_5_MINI: 500, GPT_5_NANO: 500, GEMMA: 5, LLAMA: 5, CLAUDE: 100}
    cases = [case for model, limit in limits.items() for case in count_cases(model, limit)]
    for model in (GPT_5, GPT_5_MINI, GPT_5_NANO, CLAUDE):
        cases += body_byte_cases(model)
    for model in (GEMMA, LLAMA):
        cases += file_byte_cases(model) + animation_cases(model, None)
    for model in (GPT_5, GPT_5_MINI, GPT_5_NANO):
        cases += animation_cases(model, "animation")
    return cases + animation_cases(CLAUDE, None) + [
        Case("Claude: edge of 7999", wide(1, 7999)),
        Case("Claude: edge of 8000", wide(1, 8000)),
        Case("Claude: edge of 8001", wide(1, 8001), "edge"),
        Case("Claude: edge of 2001, 20 images", wide(20, 2001)),
        Case("Claude: edge of 1999, 21 images", wide(21, 1999)),
        Case("Claude: edge of 2000, 21 images", wide(21, 2000)),
        Case("Claude: edge of 2001, 21 images", wide(21, 2001), "crowd edge"),
        Case("GPT-5: edge of 8001", wide(1, 8001, GPT_5)),
        Case("Gemma: edge of 8001", wide(1, 8001, GEMMA)),
        Case("Claude: base64 of 5,242,876", of_base64_length(CLAUDE, 5_242_876)),
        Case("Claude: base64 of 5,242,880", of_base64_length(CLAUDE, 5_242_880)),
        Case("Claude: base64 of 5,242,884", of_base64_length(CLAUDE, 5_242_884), "image bytes"),
        Case("GPT-5: base64 of 5,242,884", of_base64_length(GPT_5, 5_242_884)),
        Case("Gemma: 5 turns with an image", conversation(GEMMA, 5)),
        Case("Gemma: 6 turns with an image", conversation(GEMMA, 6), "count"),
    ]


def image_cases(model: str) -> list[Case]:
    """What every model takes and refuses."""
    def case(name: str, media_type: str, data: bytes, refused_for: str | None = None) -> Case:
        return Case(
            f"{model}: {name}", with_images(model, image_part(media_type, data)), refused_for
        )

    return [
        case("JPEG", "image/jpeg", SMALL_JPEG),
        case("PNG", "image/png", SMALL_PNG),
        case("WebP", "image/webp", SMALL_WEBP),
        case("GIF", "image/gif", SMALL_GIF),
        case("CMYK JPEG", "image/jpeg", cmyk_jpeg(5)),
        case("sideways JPEG", "image/jpeg", sideways_jpeg(6)),
        case("PNG declared a JPEG", "image/jpeg", SMALL_PNG, "media type"),
        case("image/jpg", "image/jpg", SMALL_JPEG, "media type"),
        case("image/bmp", "image/bmp", SMALL_JPEG, "media type"),
        case("no media type", "", SMALL_JPEG, "media type"),
        case("text as PNG", "image/png", b"not an image", "format"),
        case("nothing", "image/jpeg", b"", "format"),
        case("JPEG cut in half", "image/jpeg", cut(SMALL_JPEG), "undecodable"),
        case("PNG cut in half", "image/png", cut(SMALL_PNG), "undecodable"),
        case("PNG with a byte turned", "image/png", flipped(SMALL_PNG), "undecodable"),
        case("GIF cut in half", "image/gif", cut(SMALL_GIF), "undecodable"),
    ]


def document_cases() -> list[Case]:
    source = {"type": "base64", "media_type": "image/png", "data": "AAAA"}
    good = body(GPT_5, PROMPT, GOOD)
    url = GOOD["image_url"]["url"]

    def with_url(text: str) -> Callable[[], bytes]:
        return lambda: body(GPT_5, PROMPT, {"type": "image_url", "image_url": {"url": text}})

    return [
        Case("with options", lambda: body(GPT_5, PROMPT, GOOD, max_tokens=100)),
        Case("max_tokens 0", lambda: body(GPT_5, PROMPT, GOOD, max_tokens=0), "json"),
        Case("an unknown key", lambda: body(GPT_5, PROMPT, GOOD, imgcheck=1), "json"),
        Case(
            "an Anthropic block",
            lambda: body(CLAUDE, PROMPT, {"type": "image", "source": source}),
            "content type",
        ),
        Case("an unknown model", lambda: body("gpt-5", PROMPT, GOOD), "model"),
        Case("not JSON", lambda: good[:-1], "json"),
        Case("not UTF-8", lambda: good.replace(b"What", b"Wh\xe4t"), "json"),
        Case("a key twice", lambda: b'{"model":"x",' + good[1:], "json"),
        Case("a remote address", with_url("https://example.com/a.png"), "url"),
        Case("a data URL that is not base64", with_url("data:image/png,AAAA"), "url"),
        Case("base64 with a line break", with_url(url[:100] + "\n" + url[100:]), "base64"),
        Case("base64 of the URL alphabet", with_url(url[:-8] + "__--AAA="), "base64"),
        Case("base64 without its padding", with_url("data:image/png;base64,AAA"), "base64"),
        Case("base64 with loose bits", with_url("data:image/png;base64,AB=="), "base64"),
    ]


def outcome(data: bytes) -> str | None:
    try:
        judge(data)
    except Refusal as refusal:
        return refusal.kind
    return None


def run() -> tuple[int, list[str]]:
    """The number of cases that held, and a line for each that did not."""
    cases = limit_cases() + [case for model in MODELS for case in image_cases(model)]
    cases += document_cases()
    failures = []
    for case in cases:
        found = outcome(case.make())
        if found != case.refused_for:
            failures.append(
                f"{case.name}: expected {case.refused_for or 'accepted'}, found {found or 'accepted'}"
            )
    return len(cases) - len(failures), failures


def main() -> int:
    passed, failures = run()
    for failure in failures:
        print(failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
