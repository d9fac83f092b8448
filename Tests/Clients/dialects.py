"""Bodies of every dialect: repaired in one image alone, and taken by the dialect's own client."""

from __future__ import annotations

import base64
import copy
import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

import dialect_clients as clients
from checks import Failure, first_difference
from echo import Echo
from pictures import picture, png

MODEL, STILL_MODEL = "databricks-claude-3-7-sonnet", "databricks-gpt-5"
# What that model refuses is written for one that takes it.
MODELS_WRITTEN_FOR = {"anthropic": "claude-sonnet-4-5"}
"""A model that takes animations, and one that refuses them."""


@dataclass(frozen=True)
class Shape:
    """A body of one image, the way to the image, and the client that has to take it."""

    name: str
    body: Callable[[str, str], dict]
    way: tuple
    client: Callable[[Echo, dict], dict]
    model: str = STILL_MODEL


def turn(part: dict, text: dict | None = None) -> list:
    return [{"role": "user", "content": [text or {"type": "text", "text": "Größer?"}, part]}]


def url(kind: str, data: str) -> str:
    return f"data:{kind};base64,{data}"


def chat(kind: str, data: str) -> dict:
    part = {"type": "image_url", "image_url": {"url": url(kind, data)}}
    return {"model": "m", "messages": turn(part)}


def responses(kind: str, data: str) -> dict:
    part = {"type": "input_image", "detail": "auto", "image_url": url(kind, data)}
    return {"model": "m", "input": turn(part, {"type": "input_text", "text": "x"})}


def function_output(kind: str, data: str) -> dict:
    part = {"type": "input_image", "detail": "auto", "image_url": url(kind, data)}
    item = {"type": "function_call_output", "call_id": "c", "output": [part]}
    return {"model": "m", "input": [item]}


def anthropic(kind: str, data: str) -> dict:
    source = {"type": "base64", "media_type": kind, "data": data}
    return {"model": "m", "max_tokens": 9, "messages": turn({"type": "image", "source": source})}


def tool_result(kind: str, data: str) -> dict:
    source = {"type": "base64", "media_type": kind, "data": data}
    part = {
        "type": "tool_result", "tool_use_id": "t",
        "content": [{"type": "image", "source": source}],
    }
    return {"model": "m", "max_tokens": 9, "messages": turn(part)}


def gemini(kind: str, data: str) -> dict:
    part = {"inlineData": {"mimeType": kind, "data": data}}
    return {"contents": [{"role": "user", "parts": [{"text": "x"}, part]}]}


def converse(kind: str, data: str) -> dict:
    image = {"format": kind.removeprefix("image/"), "source": {"bytes": data}}
    return {"modelId": "m", "messages": turn({"image": image}, {"text": "x"})}


def langchain_0(kind: str, data: str) -> dict:
    part = {"type": "image", "source_type": "base64", "mime_type": kind, "data": data}
    return {"messages": turn(part)}


def langchain_1(kind: str, data: str) -> dict:
    return {"messages": turn({"type": "image", "base64": data, "mime_type": kind})}


def mcp(kind: str, data: str) -> dict:
    return {"messages": turn({"type": "image", "data": data, "mimeType": kind})}


SECOND = ("messages", 0, "content", 1)

SHAPES = [
    Shape("chat", chat, SECOND, clients.chat),
    Shape("responses", responses, ("input", 0, "content", 1), clients.responses),
    Shape("responses, a function's output", function_output, ("input", 0, "output", 0),
          clients.responses),
    Shape("anthropic", anthropic, SECOND, clients.messages, MODEL),
    Shape("anthropic, a tool's result", tool_result, (*SECOND, "content", 0), clients.messages,
          MODEL),
    Shape("gemini", gemini, ("contents", 0, "parts", 1), clients.generate_content),
    Shape("converse", converse, SECOND, clients.converse),
    Shape("langchain, version 0", langchain_0, SECOND, clients.langchain),
    Shape("langchain, version 1", langchain_1, SECOND, clients.langchain),
    Shape("mcp", mcp, SECOND, clients.mcp),
]

WRITTEN = {
    "chat": clients.chat, "responses": clients.responses, "anthropic": clients.messages,
    "gemini": clients.generate_content, "converse": clients.converse,
}
"""The dialects that new requests are written in."""


def animation() -> bytes:
    out = io.BytesIO()
    first, second = picture(1), picture(2)
    first.save(out, "GIF", save_all=True, append_images=[second])
    return out.getvalue()


def broken(data: bytes) -> str:
    return base64.encodebytes(data).decode()


def poisons(shape: Shape) -> list[tuple[str, dict]]:
    """What is wrong with the one image, and the body."""
    fine = png(picture(3))
    moving = base64.b64encode(animation()).decode()
    return [
        ("an animation", shape.body("image/gif", moving)),
        ("a wrong media type", shape.body("image/jpeg", base64.b64encode(fine).decode())),
        ("line breaks", shape.body("image/png", broken(fine))),
    ]


def dialect_checks(run, only: str) -> None:
    """Repairs a body of each dialect and writes new ones, where the name contains `only`."""
    with Echo() as echo:
        for shape in SHAPES:
            for what, body in poisons(shape):
                title = f"dialect {shape.name}, {what}"
                if only in title:
                    said = run.check(title, lambda: check_repair(run, echo, shape, what, body))
                    print(f"  {title}: {said}", flush=True)
        for name, client in WRITTEN.items():
            title = f"dialect {name}, a new request"
            if only in title:
                said = run.check(title, lambda: check_written(run, echo, name, client))
                print(f"  {title}: {said}", flush=True)


def check_repair(run, echo: Echo, shape: Shape, what: str, before: dict) -> str:
    file = run.imgcheck.scratch / "dialect.json"
    file.write_text(json.dumps(before, indent=1, ensure_ascii=False), encoding="utf-8")
    after = json.loads(run.imgcheck.repair(shape.model, file))
    changes = shape.model == STILL_MODEL or what != "an animation"
    if (after != before) != changes:
        raise Failure(f"expected {'another image' if changes else 'the same body'}")
    put_back = copy.deepcopy(after)
    parent, key = shape.way[:-1], shape.way[-1]
    at(put_back, parent)[key] = at(before, shape.way)
    difference = first_difference(put_back, before, "body")
    if difference is not None:
        raise Failure(f"more than the image was changed: {difference}")
    difference = first_difference(shape.client(echo, after), after, "body")
    if difference is not None:
        raise Failure(f"the client sent something else: {difference}")
    done = "repaired in one image" if changes else "left as it is, which the model takes"
    return f"{done}, taken by the client"


def check_written(run, echo: Echo, name: str, client: Callable) -> str:
    file = run.imgcheck.scratch / "dialect.png"
    file.write_bytes(png(picture(5)))
    model = MODELS_WRITTEN_FOR.get(name, STILL_MODEL)
    result = run.imgcheck.call(
        "request", "--model", model, "--dialect", name, "--prompt", "x", str(file)
    )
    if result.returncode != 0:
        raise Failure(f"expected status 0, found {result.returncode}")
    body = json.loads(result.stdout)
    client(echo, body)
    again = run.imgcheck.scratch / "written.json"
    again.write_bytes(result.stdout)
    # What the dialect is refused for by the model's table is not the point here.
    checked = run.imgcheck.call(
        "check", "--model", model, "--body", str(again), "--format", "json"
    )
    images = json.loads(checked.stdout)["reports"][0]["images"]
    if [image["verdict"] for image in images] != ["accepted"]:
        raise Failure(f"expected one accepted image, found {images}")
    if Image.open(file).size != (images[0]["facts"]["width"], images[0]["facts"]["height"]):
        raise Failure("the image that is read back is another")
    return "taken by the client"


def at(value: object, way: tuple) -> object:
    for step in way:
        value = value[step]
    return value
