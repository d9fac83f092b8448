"""What is sent: the files of each scenario, and what a provider says to them as they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

from limits import LIMITS
from message import Message
from photographs import photographs
from pictures import (
    animated, cmyk_jpeg, cut, flipped, jpeg, noisy_picture, picture, png, sideways_jpeg, webp,
)

Files = dict[str, bytes]


@dataclass(frozen=True)
class Scenario:
    """Files that belong in one question.

    `refused_for` says by family of models what the naive request is refused for; a family that is
    not there takes it. `lost` are the positions of files that no cure helps: they need
    `--on-reject omit`. Elsewhere every image has to arrive, in the fewest requests that the
    model's image count allows. `is_costly` says that models with the same limits may share a run
    of imgcheck, `fills_body` that a limit on the body has to be used up to 95%.
    """

    name: str
    make: Callable[[Path], list[Path]]
    refused_for: dict[str, str]
    lost: frozenset[int] = frozenset()
    options: tuple[str, ...] = ()
    message: Message = Message()
    is_costly: bool = False
    fills_body: bool = False

    def naive_outcome(self, model: str) -> str | None:
        return self.refused_for.get(LIMITS[model].family)

    def fewest_requests(self, model: str, image_count: int) -> int:
        return -(-image_count // LIMITS[model].image_count)

    def filled_bytes(self, model: str) -> int | None:
        """The limit on the body, where it has to be used up."""
        return LIMITS[model].body_bytes if self.fills_body else None


def written(contents: Callable[[], Files]) -> Callable[[Path], list[Path]]:
    """Makes the files in a folder and gives their paths in order."""
    def make(folder: Path) -> list[Path]:
        files = []
        for name, data in contents().items():
            file = folder / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
            files.append(file)
        return files
    return make


def small_jpegs(count: int) -> Callable[[Path], list[Path]]:
    return written(lambda: {f"{n:04}.jpg": jpeg(picture(n)) for n in range(count)})


def wide_jpegs(count: int) -> Callable[[Path], list[Path]]:
    return written(lambda: {f"{n:04}.jpg": jpeg(picture(n, 2400, 400)) for n in range(count)})


def mix() -> Files:
    return {
        "moving.gif": animated(1, "GIF"),
        "print.jpg": cmyk_jpeg(2),
        "sideways.jpg": sideways_jpeg(3),
        "screen.png": png(picture(4, 800, 600)),
        "moving.webp": animated(5, "WEBP"),
    }


def wrong_names() -> Files:
    return {
        "really-png.jpg": png(picture(1, 320, 240)),
        "fine.png": png(picture(2, 320, 240)),
        "really-webp.png": webp(picture(3, 320, 240)),
    }


def damaged() -> Files:
    return {
        "good.jpg": jpeg(picture(1, 640, 480)),
        "cut.jpg": cut(jpeg(picture(2, 640, 480))),
        "turned.png": flipped(png(picture(3, 640, 480))),
        "text.png": b"This was to be an image.\n",
        "good.webp": webp(picture(5, 640, 480)),
    }


def odd_names() -> Files:
    """More than the smallest count of a request; names that JSON, the label and folders meet."""
    return {
        "plain/first.jpg": jpeg(picture(1)),
        "plain/größer 写真.jpg": jpeg(picture(2)),
        'quotes/"a" \\ b.jpg': jpeg(picture(3)),
        "quotes/{n} of {name}.png": png(picture(4)),
        "lines/two\nlines.webp": webp(picture(5)),
        "lines/really-png.jpg": png(picture(6)),
        "lines/first.jpg": jpeg(picture(7)),
    }


def everywhere(kind: str) -> dict[str, str]:
    return {"gpt": kind, "open": kind, "claude": kind}


SYSTEM = 'You compare "pictures".\nAnswer in one line: größer / 写真 / 🙂.'
LABEL = "Image {n}: {name}"
WORDY = Message(system='"' * 120_000, label=LABEL)
"""A system message that takes 240,000 bytes in JSON: they are missing for the images."""


def scenarios(cache: Path) -> list[Scenario]:
    return size_scenarios() + count_scenarios() + content_scenarios() + message_scenarios() + [
        Scenario(
            "60 photographs", lambda _: photographs(cache), everywhere("closed"),
            message=WORDY, is_costly=True, fills_body=True,
        ),
    ]


def size_scenarios() -> list[Scenario]:
    return [
        Scenario(
            "1 image of 12 MB",
            written(lambda: {"large.png": png(noisy_picture(1, 2000, 2000), 1)}),
            {"gpt": "body bytes", "open": "file bytes", "claude": "body bytes"},
        ),
        Scenario(
            "1 image of 5 MB",
            written(lambda: {"large.png": png(noisy_picture(2, 1300, 1300), 1)}),
            {"claude": "image bytes"},
        ),
        Scenario(
            "1 image 9000 px wide",
            written(lambda: {"panorama.jpg": jpeg(picture(1, 9000, 600))}),
            {"claude": "edge"},
        ),
        Scenario(
            "5 images of 2.4 MB",
            written(lambda: {f"{n}.png": png(noisy_picture(n, 900, 900), 1) for n in range(5)}),
            {"gpt": "body bytes", "open": "file bytes", "claude": "body bytes"},
            is_costly=True,
        ),
        Scenario("20 images 2400 px wide", wide_jpegs(20), {"open": "count"}),
        Scenario(
            "21 images 2400 px wide", wide_jpegs(21), {"open": "count", "claude": "crowd edge"}
        ),
    ]


def count_scenarios() -> list[Scenario]:
    return [
        Scenario("1 image", small_jpegs(1), {}),
        Scenario("5 images", small_jpegs(5), {}),
        Scenario("100 images", small_jpegs(100), {"open": "count"}),
        Scenario("101 images", small_jpegs(101), {"open": "count", "claude": "count"}),
        Scenario("500 images", small_jpegs(500), {"open": "count", "claude": "count"}),
        Scenario("730 images", small_jpegs(730), everywhere("count")),
    ]


def content_scenarios() -> list[Scenario]:
    damage = Scenario(
        "damaged files",
        written(damaged),
        everywhere("undecodable"),
        lost=frozenset({1, 2, 3}),
        options=("--on-reject", "omit"),
    )
    return [
        Scenario(
            "animated GIF and WebP, CMYK, sideways", written(mix), {"gpt": "animation"}
        ),
        Scenario("names that lie", written(wrong_names), everywhere("media type")),
        damage,
        replace(damage, name="damaged files with labels", message=Message(label=LABEL)),
    ]


def message_scenarios() -> list[Scenario]:
    """Each option alone, where all is accepted as it is, and all of them together."""
    alone = {
        "an empty prompt": Message(prompt=""),
        "--system": Message(system=SYSTEM),
        "--detail low": Message(detail="low"),
        "--detail high": Message(detail="high"),
        "--detail auto": Message(detail="auto"),
        "--max-tokens 1": Message(max_tokens=1),
        "--label": Message(label=LABEL),
    }
    together = Message(system=SYSTEM, detail="low", max_tokens=321, label=LABEL)
    return [
        Scenario(f"1 image with {name}", small_jpegs(1), {}, message=message)
        for name, message in alone.items()
    ] + [
        Scenario(
            "7 images with every option",
            written(odd_names),
            {"open": "count", "gpt": "media type", "claude": "media type"},
            message=together,
        ),
    ]
