"""Every way of the package, with bodies that the strict server refuses as they are."""

from __future__ import annotations

import asyncio
import json

import pytest
from conftest import hooked
from refused import NotSent, Refused, check_way, named, refused

openai = pytest.importorskip("openai")

from checks import check_images, check_outline  # noqa: E402
from sender import Sender  # noqa: E402
from server import Endpoint  # noqa: E402

from image_preflight import repair, request  # noqa: E402
from image_preflight import openai as for_openai  # noqa: E402


@pytest.fixture
def endpoint():
    with Endpoint() as endpoint:
        yield endpoint


def of(endpoint, **settings):
    return {"base_url": endpoint.base_url, "api_key": "x", "max_retries": 0, **settings}


def by_repair(endpoint, body, options):
    repaired = repair(body, **options)
    if repaired.body is None:
        raise NotSent(repaired.report.reason)
    openai.OpenAI(**of(endpoint)).chat.completions.create(**repaired.body)


def by_http_client(endpoint, body, options):
    http = for_openai.http_client(**options)
    with openai.OpenAI(**of(endpoint, http_client=http)) as client:
        try:
            client.chat.completions.create(**body)
        except openai.BadRequestError as error:
            raise (NotSent(str(error)) if error.code == "image_preflight" else error) from None


def by_async_http_client(endpoint, body, options):
    async def main():
        http = for_openai.async_http_client(**options)
        async with openai.AsyncOpenAI(**of(endpoint, http_client=http)) as client:
            await client.chat.completions.create(**body)

    try:
        asyncio.run(main())
    except openai.BadRequestError as error:
        raise (NotSent(str(error)) if error.code == "image_preflight" else error) from None


def by_litellm(endpoint, body, options):
    litellm = pytest.importorskip("litellm")
    try:
        data = hooked(body, preflight_options=options)
    except litellm.exceptions.GuardrailRaisedException as error:
        raise NotSent(error.message) from None
    model = f"hosted_vllm/{data.pop('model')}"  # which sends parameters as they are
    litellm.completion(model=model, api_base=endpoint.base_url, api_key="x", num_retries=0, **data)


WAYS = [by_repair, by_http_client, by_async_http_client, by_litellm]
PAIRS = [
    pytest.param(way, case, id=f"{case.name}, {way.__name__}")
    for case in refused()
    for way in WAYS
    if way is by_http_client or not case.is_large
]


@pytest.mark.parametrize(("way", "case"), PAIRS)
def test_what_is_refused_raw_is_accepted(way, case, tmp_path, endpoint):
    check_way(way, case, tmp_path, endpoint)


@pytest.mark.parametrize("case", named(refused()))
def test_it_is_refused_raw(case: Refused, tmp_path, endpoint):
    body = json.dumps(case.body(case.scenario.make(tmp_path)), separators=(",", ":"))
    assert Sender(endpoint).send(body.encode()).refused_for == case.kind
    assert endpoint.accepted == []


FILES = [one for one in refused() if not one.breaks_lines and not one.is_large]


@pytest.mark.parametrize("case", named(FILES))
def test_files_become_requests_that_are_accepted(case: Refused, tmp_path, endpoint):
    files, message = case.scenario.make(tmp_path), case.scenario.message
    texts = {
        name: getattr(message, name)
        for name in ("prompt", "system", "detail", "max_tokens", "label")
    }
    bodies = request(files, model=case.model, **texts, **case.options).bodies
    looks = case.looks(files)
    assert len(bodies) == case.scenario.fewest_requests(case.model, len(looks))
    images = []
    for number, body in enumerate(bodies, 1):
        accepted = Sender(endpoint).send_accepted(body, f"request {number}")
        names = [look.name for look in looks[len(images) :][: len(accepted.images)]]
        check_outline(accepted, message.outline(case.model, names, len(images) + 1))
        images += accepted.images
    check_images(images, looks)
