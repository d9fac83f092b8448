"""A conversation that one image has poisoned: refused as it is, taken once it is repaired."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bodies import image_part, text_part
from checks import Failure
from limits import LIMITS
from pictures import cut, jpeg, picture, png

LONGEST_TURNS = 100
POISONED = 2
"""The turn with the poisoned image."""


@dataclass(frozen=True)
class Poison:
    """What is wrong with one image, what it is refused for, and what the cure leaves there."""

    name: str
    part: dict
    refused_for: str
    cured_type: str
    options: tuple[str, ...] = ()


def poisons() -> list[Poison]:
    still = jpeg(picture(3, 320, 240))
    return [
        Poison(
            "wrong media type",
            image_part("image/jpeg", png(picture(3, 320, 240))),
            "media type",
            "image_url",
        ),
        Poison(
            "cut image", image_part("image/jpeg", cut(still)), "undecodable", "text",
            ("--on-reject", "omit"),
        ),
    ]


def turn_count(model: str) -> int:
    """An image a turn: the whole history counts."""
    return min(LONGEST_TURNS, LIMITS[model].image_count)


def conversation(model: str, poison: Poison) -> dict:
    messages = [{"role": "system", "content": "You compare \"pictures\"."}]
    for turn in range(turn_count(model)):
        good = image_part("image/jpeg", jpeg(picture(turn, 320, 240)))
        part = poison.part if turn == POISONED else good
        messages.append({"role": "user", "content": [text_part(f"Number {turn}: größer?"), part]})
        messages.append({"role": "assistant", "content": "Yes.\n"})
    messages.append({"role": "user", "content": "And now?"})
    return {"temperature": 0.50, "model": model, "messages": messages}


def conversation_checks(run, only: str) -> None:
    """Sends each conversation as it is and repaired, where its name contains `only`."""
    for poison in poisons():
        title = f"conversation with a {poison.name}"
        if only not in title:
            continue
        print(f"\n{title}")
        for model in run.models:
            said = run.check(f"{title}, {model}", lambda: check_conversation(run, model, poison))
            print(f"  {model:<29} {turn_count(model)} turns: {said}", flush=True)


def check_conversation(run, model: str, poison: Poison) -> str:
    before = conversation(model, poison)
    # Indented, so that a program that writes the whole document anew shows itself.
    body = json.dumps(before, indent=1, ensure_ascii=False).encode("utf-8")
    outcome = run.sender.send(body)
    if outcome.refused_for != poison.refused_for:
        raise Failure(f"without imgcheck: expected {poison.refused_for}, found {outcome.phrase}")
    file = run.imgcheck.scratch / "conversation.json"
    file.write_bytes(body)
    repaired = run.imgcheck.repair(model, file, *poison.options)
    run.sender.send_accepted(repaired, "the repaired conversation")
    check_difference(before, body, repaired, poison)
    return f"refused ({poison.refused_for}), accepted once repaired"


def check_difference(before: dict, body: bytes, repaired: bytes, poison: Poison) -> None:
    """Nothing but the poisoned part is another, in the bytes too."""
    after = json.loads(repaired)
    turn = 1 + 2 * POISONED
    cured = after["messages"][turn]["content"][1]
    if cured.get("type") != poison.cured_type:
        raise Failure(f"expected a part of type {poison.cured_type}, found {cured.get('type')}")
    after["messages"][turn]["content"][1] = poison.part
    if after != before:
        raise Failure("another part of the conversation was changed")
    start = body.index(f"Number {POISONED}:".encode())
    end = body.index(f"Number {POISONED + 1}:".encode())
    if repaired[:start] != body[:start] or not repaired.endswith(body[end:]):
        raise Failure("bytes outside the repaired turn were changed")
