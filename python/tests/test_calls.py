"""check, fix, request and repair, over everything that may stand for an image."""

from __future__ import annotations

import asyncio
import io
import json
import subprocess

import numpy
import pytest
from conftest import CLAUDE, GPT, IMAGES, chat_body, data_url
from PIL import Image as PILImage

import image_preflight
from image_preflight import aio, check, fix, repair, request

PHOTO, GIF = IMAGES / "jpeg-photo.jpg", IMAGES / "gif-2-frames.gif"
CUT = IMAGES / "cut-jpeg-half.jpg"


def forms(path):
    data = path.read_bytes()
    return {
        "path": str(path),
        "PathLike": path,
        "bytes": data,
        "bytearray": bytearray(data),
        "memoryview": memoryview(data),
        "open file": io.BytesIO(data),
    }


@pytest.mark.parametrize("form", forms(GIF))
def test_every_form_of_a_file_gets_the_same_verdict(form):
    report = check(forms(GIF)[form], model=GPT)
    assert (report.verdict, [finding.code for finding in report.findings]) == (
        "fixable",
        ["IMG103"],
    )
    assert report.images[0].facts.byte_count == GIF.stat().st_size


@pytest.mark.parametrize(
    ("array", "facts"),
    [
        (numpy.zeros((20, 30), "uint8"), ("gray", 8, False)),
        (numpy.zeros((20, 30, 1), "uint8"), ("gray", 8, False)),
        (numpy.zeros((20, 30), bool), ("gray", 8, False)),
        (numpy.zeros((20, 30), "uint16"), ("gray", 16, False)),
        (numpy.zeros((20, 30, 3), "uint8"), ("rgb", 8, False)),
        (numpy.zeros((20, 60, 3), "uint8")[:, ::2], ("rgb", 8, False)),
        (numpy.zeros((20, 30, 4), "uint8"), ("rgb", 8, True)),
    ],
    ids=["gray", "one channel", "bool", "16 bits", "RGB", "every second column", "RGBA"],
)
def test_an_array_is_read_as_pixels(array, facts):
    found = check(array, model=GPT).images[0].facts
    assert (found.width, found.height) == (30, 20)
    assert (found.color_model, found.bits_per_sample, found.has_alpha) == facts


def test_the_pixels_of_an_array_are_kept():
    pixels = numpy.random.default_rng(1).integers(0, 256, (256, 256, 3), "uint8")
    fixed = fix(pixels, model=GPT).images[0]
    assert (numpy.asarray(PILImage.open(io.BytesIO(fixed.data))) == pixels).all()


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "I;16", "P", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "F"]
)
def test_a_PIL_image_of_every_mode_is_read(mode):
    image = PILImage.new(mode, (300, 200))
    assert check(image, model=GPT).images[0].facts.width == 300


def test_the_orientation_of_a_PIL_image_is_found():
    with PILImage.open(IMAGES / "jpeg-orientation-6.jpg") as image:
        report = check(image, model=GPT)
    assert [finding.code for finding in report.findings] == ["IMG205"]
    assert report.images[0].source.endswith("jpeg-orientation-6.jpg")


@pytest.mark.parametrize(
    "wrong",
    [
        7,
        numpy.zeros((2, 2), "float32"),
        numpy.zeros((2, 2, 5), "uint8"),
        io.StringIO("text"),
        io.TextIOWrapper(io.BytesIO(PHOTO.read_bytes()), "utf-8"),
    ],
    ids=["a number", "floats", "five channels", "a file of text", "a file that is open as text"],
)
def test_what_is_no_image_raises(wrong):
    with pytest.raises(TypeError):
        check([wrong], model=GPT)


def test_a_file_is_left_where_it_was():
    file = io.BytesIO(b"xx" + PHOTO.read_bytes())
    file.seek(2)
    assert check(file, model=GPT).verdict == "accepted"
    assert file.tell() == 2


def test_several_images_are_one_request():
    pictures = [numpy.zeros((64, 2400, 3), "uint8")] * 21
    together = check(pictures, model=CLAUDE)
    apart = check(pictures, model=CLAUDE, each=True)
    assert {f.code for f in together.findings} - {f.code for f in apart.findings} == {"IMG202"}
    assert together.request.image_count == 21 and apart.request is None


def test_too_many_images_are_said_of_the_request():
    report = check([PHOTO] * 6, model="databricks-gemma-3-12b")
    assert [finding.code for finding in report.request.findings] == ["REQ401"]
    assert "at most 5" in report.reason


@pytest.mark.parametrize("each", [False, True])
def test_what_cannot_be_had_is_an_entry_in_its_place(each, tmp_path):
    report = check([PHOTO, "nothere.png", tmp_path, CUT], model=GPT, each=each)
    assert [image.verdict for image in report.images] == [
        "accepted", "unchecked", "unchecked", "rejected",
    ]  # fmt: skip
    assert [image.source for image in report.images] == [
        str(PHOTO), "nothere.png", str(tmp_path), str(CUT),
    ]  # fmt: skip
    assert report.images[1].error == "No such file or directory"
    assert report.verdict == "unchecked"


@pytest.mark.parametrize("name", ["größer 写真.jpg", "a\nb.jpg", "-x.jpg", ".hidden.jpg", b"\xff.jpg"])
def test_odd_names_are_read(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    import os

    path = os.fsdecode(name)
    with open(path, "wb") as file:
        file.write(PHOTO.read_bytes())
    for images in (path, [path, path]):
        report = check(images, model=GPT)
        assert {(image.source, image.verdict) for image in report.images} == {(path, "accepted")}


def test_another_working_directory_later_is_followed(tmp_path, monkeypatch):
    check(PHOTO, model=GPT)  # the process runs from now on
    (tmp_path / "here.jpg").write_bytes(PHOTO.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert check("here.jpg", model=GPT).verdict == "accepted"


@pytest.mark.parametrize("each", [False, True])
def test_fix_hands_back_what_is_accepted(each):
    names = ["jpeg-photo.jpg", "gif-2-frames.gif", "cut-jpeg-half.jpg", "jpeg-orientation-6.jpg"]
    report = fix([IMAGES / name for name in names], model=GPT, each=each)
    same, still, lost, upright = report.images
    assert same.data == PHOTO.read_bytes() and same.media_type == "image/jpeg"
    assert [step.step for step in still.plan] == ["firstFrame"] and still.output.frame == 0
    assert lost.data is None and "not whole" in lost.refusal
    assert [step.step for step in upright.plan][0] == "upright"
    cured = [image.data for image in report.images if image.data is not None]
    assert check(cured, model=GPT).verdict == "accepted"


def test_equal_names_are_fixed_apart(tmp_path):
    for folder, name in (("a", "jpeg-photo.jpg"), ("b", "jpeg-gray.jpg")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.jpg").write_bytes((IMAGES / name).read_bytes())
    report = fix([tmp_path / "a" / "x.jpg", tmp_path / "b" / "x.jpg"], model=GPT)
    assert [image.data for image in report.images] == [
        PHOTO.read_bytes(),
        (IMAGES / "jpeg-gray.jpg").read_bytes(),
    ]


def test_options_reach_the_program():
    kept = fix(IMAGES / "size-8001x200.png", model=CLAUDE, resize="limits").images[0]
    assert kept.output.width == 8000


def test_a_request_holds_the_images():
    made = request([PHOTO, GIF.read_bytes()], model=GPT, prompt="-x", label="{n}: {name}")
    (body,) = map(json.loads, made.bodies)
    texts = [p["text"] for p in body["messages"][0]["content"] if p["type"] == "text"]
    assert texts == ["-x", "1: jpeg-photo.jpg", "2: images[1]"]
    assert made.report.requests[0].images == [0, 1]
    assert check(PHOTO, model=GPT).verdict == "accepted"


def test_a_request_fails_closed():
    made = request([PHOTO, CUT], model=GPT)
    assert made.bodies == [] and "not whole" in made.report.reason


def test_many_images_are_split():
    made = request([PHOTO] * 6, model="databricks-gemma-3-12b")
    assert [receipt.image_count for receipt in made.report.requests] == [5, 1]
    assert len(made.bodies) == 2


@pytest.mark.parametrize(
    "spell",
    [
        lambda b: b, json.dumps, lambda b: json.dumps(b).encode(),
        lambda b: bytearray(json.dumps(b).encode()),
    ],
    ids=["dict", "str", "bytes", "bytearray"],
)
def test_a_body_is_repaired_as_it_was_given(spell):
    body = spell(chat_body(data_url(GIF, "image/gif"), data_url(PHOTO, "image/png")))
    repaired = repair(body)
    assert type(repaired.body) is type(body) and repaired.is_changed
    assert [f.code for f in repaired.report.findings] == ["IMG103", "IMG102"]
    again = repair(repaired.body)
    assert not again.is_changed and again.body == repaired.body


def test_a_body_that_cannot_be_repaired_is_none():
    repaired = repair(chat_body(data_url(CUT, "image/jpeg")))
    assert repaired.body is None and "messages[0].content[1]" in repaired.report.reason


@pytest.mark.parametrize(
    "body",
    [b"[1", "\ud800", chat_body() | {"user": "\ud800"}, {}],
    ids=["half a document", "half a surrogate pair", "the same in an object", "nothing"],
)
def test_what_is_no_body_raises(body):
    with pytest.raises(image_preflight.BodyError):
        repair(body, model=GPT)


def test_no_image_is_accepted_and_makes_no_request():
    for report in (check([], model=GPT), fix([], model=GPT), check([], model=GPT, each=True)):
        assert (report.verdict, report.images) == ("accepted", [])
    with pytest.raises(image_preflight.UsageError):
        request([], model=GPT)


@pytest.mark.parametrize("each", [False, True])
def test_a_PIL_image_that_cannot_be_read_is_an_entry_in_its_place(each):
    closed = PILImage.open(PHOTO)
    closed.close()
    report = check([PILImage.open(CUT), PHOTO, closed], model=GPT, each=each)
    assert [image.verdict for image in report.images] == ["unchecked", "accepted", "unchecked"]
    assert "Pillow" in report.images[0].error and report.images[0].source == str(CUT)


@pytest.mark.parametrize("each", [False, True])
def test_tiles_are_handed_back(each):
    report = fix([IMAGES / "page-tall.png", PHOTO], model=GPT, each=each, tile="auto")
    page, photo = report.images
    tiles = page.output.tiles
    assert page.data is None and [tile.byte_count for tile in tiles] == [len(t.data) for t in tiles]
    for tile in tiles:
        with PILImage.open(io.BytesIO(tile.data)) as picture:
            assert picture.size == (tile.width, tile.height)
    assert tiles[-1].y + tiles[-1].height == page.facts.height
    assert photo.data == PHOTO.read_bytes() and photo.output.tiles == []


def test_the_detail_decides_tokens():
    low, high = (check(PHOTO, model=GPT, detail=detail) for detail in ("low", "high"))
    assert low.images[0].token_count < high.images[0].token_count


@pytest.mark.parametrize("call", [check, fix, request])
def test_an_unknown_model_raises(call):
    for images in (PHOTO, [PHOTO, PHOTO]):
        with pytest.raises(image_preflight.UsageError, match="nope"):
            call(images, model="nope")


def test_an_unknown_option_raises():
    with pytest.raises(TypeError, match="qualty"):
        fix(PHOTO, model=GPT, qualty=3)
    with pytest.raises(image_preflight.UsageError, match="quality"):
        fix(PHOTO, model=GPT, quality=300)


def test_async_calls_run_side_by_side():
    async def main():
        return await asyncio.gather(
            *(aio.check(PHOTO, model=GPT) for _ in range(20)),
            aio.fix(GIF, model=GPT),
            aio.request(PHOTO, model=GPT),
            aio.repair(chat_body(data_url(GIF, "image/gif"))),
        )

    *checked, fixed, made, repaired = asyncio.run(main())
    assert {report.verdict for report in checked} == {"accepted"}
    assert fixed.images[0].data and made.bodies and repaired.is_changed


def test_a_stream_says_what_the_command_says():
    files = sorted(path for path in IMAGES.iterdir() if path.suffix not in (".md", ".swift"))
    assert len(files) > 100
    report = check(files, model=GPT, each=True)
    command = [
        image_preflight.find_program(), "check", "--model", GPT, "--each", "--format", "json",
    ]  # fmt: skip
    result = subprocess.run([*command, *files], capture_output=True)
    said = image_preflight._report.report_from_json(json.loads(result.stdout))
    for image, expected in zip(report.images, said.images, strict=True):
        assert image == expected
